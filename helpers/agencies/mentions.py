"""Mentions of agencies in an article, each linked to one canonical name.

`helpers.names.scanner` says what may be an agency; which body a name stands for is settled in `helpers.agencies.links`,
whom an official speaks for in `offices`, and what "the agency", "it" or bare "officers" stand for in `antecedents`. Here
their rows come together, with the countries that act and the bodies that no list holds: "Mexico expelled 26 men" names an
agency, "from Mexico" a place.

Canonical names of listed agencies are those of `agencies.csv`; organisations that no list holds keep their
name, with "of COUNTRY" where the name alone is generic; unnamed bodies keep the words of the text without
article, in lower case save for proper names.
"""

from collections.abc import Iterator

from helpers.agencies.acting import acting_bodies
from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.antecedents import Antecedents
from helpers.agencies.branches import own_words, owned_units
from helpers.agencies.links import Link
from helpers.agencies.offices import is_seat
from helpers.clauses import find_actions
from helpers.texts import (
    Article,
    Sentence,
    word_list,
)

__all__ = ["read_agencies"]


def read_agencies(article: Article, sentences: list[Sentence], docs: dict[int, object]) -> list[AgencyRow]:
    """Mentions of agencies in the order of the text.

    Args:
        article: The article.
        sentences: Its sentences.
        docs: For sentences with `needs_parse`, the parsed document (of the masked text) by `sentence.start`.
    """
    return sorted(_Linker(article, sentences, docs).rows(), key=lambda row: (row.start, row.end))


class _Linker(Antecedents):
    """Goes through an article once."""

    # ---- mentions of a unit

    def rows(self) -> Iterator[AgencyRow]:
        for sentence in self.sentences:
            doc = self.docs.get(sentence.start)
            rows = list(self.named_rows(sentence))
            if doc is not None:
                rows += self.countries(sentence, doc, rows)
            rows = list(owned_units(self.short_rows(sentence, doc, rows)))
            if doc is not None:
                rows += self.acting(sentence, doc, rows)
            self.go_on(sentence, doc, rows)
            yield from rows

    def named_rows(self, sentence: Sentence) -> Iterator[AgencyRow]:
        brackets = {found.bracket for found in self.scans[sentence.start]}
        for found in self.scans[sentence.start]:
            if found.kind in ("nation", "adjective"):
                continue
            if found.kind == "official":
                if link := self.official(sentence, found):
                    yield self.row(sentence, found.start, found.end, link, "official")
                for start, end, other in self.other_districts(sentence, found):
                    yield self.row(sentence, start, end, other, "official")
                continue
            if (found.start, found.end) in brackets:
                continue  # the abbreviation after its own name is no second mention
            if is_seat(sentence, found):
                continue
            if several := self.several(found):
                for name in several:
                    link = Link(name, self.likely_country(name), "local")
                    yield self.row(sentence, found.start, found.end, link, "description")
                continue
            if link := self.link(sentence, self.owner_of_programme(sentence, found) or found):
                link = self.inspector_of(sentence, found, link)
                kind = "name" if found.kind == "pattern" else found.kind
                kind = "description" if own_words(found.text) in self.branches else kind
                yield self.row(sentence, self.mention_start(sentence, found), found.end, link, kind)

    # ---- what needs the parse

    def acting(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        """Bodies that only show by what they do."""
        scanned = [found for found in self.scans[sentence.start] if found.kind not in ("nation", "adjective")]
        taken = [(found.start, found.end) for found in scanned]
        taken += [(row.start - sentence.start, row.end - sentence.start) for row in rows]
        for found in acting_bodies(self.article, sentence, doc, taken):
            if link := self.link(sentence, found):
                kind = "description" if found.kind == "description" else "name"
                yield self.row(sentence, found.start, found.end, link, kind)

    def countries(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        """Countries that act: subjects and agents of an action, sides of a collaboration."""
        acting = {
            doer for action in find_actions(sentence, doc) if not action.people_only for doer in action.doers
        }
        for found in self.scans[sentence.start]:
            if found.kind != "nation":
                continue
            spans = {start for start, end in acting if found.start <= start < found.end}
            if (
                not spans
                or sentence.text[found.end : found.end + 2] in ("'s", "’s")
                or any(
                    row.start < sentence.start + found.end and sentence.start + found.start < row.end
                    for row in rows
                )
            ):
                continue
            country = word_list("names/nations")[found.rows[0]]["country"]
            yield self.row(
                sentence,
                found.start,
                found.end,
                Link(country, country, "federal" if country == "United States" else "foreign"),
                "name",
            )
