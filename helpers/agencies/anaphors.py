"""What "the agency", "it", "their" and bare "officers" stand for: the body that an article has named or that acted last."""

import re
from collections.abc import Iterator

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.field_people import NO_FORCE, FieldPeople
from helpers.agencies.links import LAST_NAMED, Link
from helpers.clauses import find_actions
from helpers.names import countries
from helpers.texts import LONGEST_SENTENCE, Article, Sentence, word_set

__all__ = ["ANAPHOR", "Anaphors"]

_NOUNS = "|".join(sorted(word_set("anaphor_nouns"), key=len, reverse=True))
_OWN_WORDS = (
    r" (?:(?:own|new|latest|annual|senior|press|news) ){0,2}"
    r"(?:spokes[a-z]{3,6}|officials?|statement|release|report|figures|data|statistics|records|numbers|audit|website)\b"
)  # behind "the agency": what and who speaks for it
ANAPHOR = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) ({_NOUNS})\b(?! (?:of|for)\b| [A-Z]|['’](?!s{_OWN_WORDS}))"
    rf"|\b[Aa]n? ({_NOUNS})(?={_OWN_WORDS})"
    r"|\b([Ii]ts?|[Tt]hey|[Tt]heir)\b|\b(agency|bureau|department|ministry) (?=figures|data|statistics|numbers|records)"
)
_SPOKEN_FOR = re.compile(rf"(?:['’]s)?{_OWN_WORDS}")
_NOUN_OF_NAME = {
    "bureau": "Bureau",
    "department": "Department",
    "ministry": "Ministry|Secretariat",
    "force": "Police|Constabulary|Force",
    "service": "Service",
    "office": "Office",
    "secretariat": "Secretariat",
    "directorate": "Directorate",
    "corps": "Corps",
    "guard": "Guard",
    "constabulary": "Constabulary",
    "commission": "Commission",
    "cabinet": "Cabinet",
    "institute": "Institute",
    "unit": "Unit|Operations",
    "sheriff": "Sheriff",
    "district attorney": "District Attorney",
    "police chief": "Police",
}
_NO_AGENCY = re.compile(rf"\b(?:{NO_FORCE})\b")  # never "the agency"
_ONE_BODY = re.compile(  # an unnamed body for which "it" can stand
    r"\b(?:navy|army|air force|marines|force|ministry|government|office|department|agency|service|guard|bureau|court|unit)$"
)


class Anaphors(FieldPeople):
    """Goes with one article and remembers which body acted last."""

    def __init__(self, article: Article, sentences: list[Sentence], docs: dict[int, object]):
        super().__init__(article, sentences, docs)
        self.subject: AgencyRow | None = None  # the body that acted last, for "it" and "they"
        self.subject_age = 0  # sentences since then
        self.written = []
        self.before: list[AgencyRow] = []  # bodies of the last sentence that named any

    # ---- "the agency", "it", "their"

    def anaphors(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        for match in ANAPHOR.finditer(sentence.text, 0, LONGEST_SENTENCE):
            start, end = match.span()
            if any(row.start < sentence.start + end and sentence.start + start < row.end for row in rows):
                continue
            before = [
                self.as_link(row)
                for row in rows
                if row.end <= sentence.start + start and row.linked_by != "pronoun"
            ]
            noun = match[1] or match[2] or match[4]
            link = (
                self.noun_antecedent(noun, before)
                if noun
                else self.pronoun_antecedent(match, sentence, doc, rows)
            )
            if link:
                official = noun in ("sheriff", "district attorney", "police chief")
                official = official or noun and _SPOKEN_FOR.match(sentence.text, end)
                yield self.row(
                    sentence, start, end - bool(match[4]), link, "official" if official else "pronoun"
                )

    def noun_antecedent(self, noun: str, before: list[Link]) -> Link | None:
        """The body that "the agency" stands for: the last one named whose name allows the noun; a part only
        if nothing else is there."""
        subject = [self.as_link(self.subject)] if self.subject in self.before else []
        named = [
            link
            for link in [*self.named[-LAST_NAMED:], *subject, *before]
            if link.level != "unnamed" and link.agency not in countries()
        ]
        if noun.lower() not in ("agency", "organisation", "organization") or noun[0].isupper():
            for name in _NOUN_OF_NAME.get(noun.lower(), noun.title()).split("|"):
                if fitting := [link for link in named if re.search(rf"\b{name}", link.agency)]:
                    return fitting[-1]
            return None
        if self.examined:
            return self.link_of(self.examined)
        candidates = [link for link in named if not _NO_AGENCY.search(link.agency)]
        whole = [link for link in candidates if not link.part_of]
        return (whole or candidates or [None])[-1]

    def pronoun_antecedent(
        self, match: re.Match, sentence: Sentence, doc, rows: list[AgencyRow]
    ) -> Link | None:
        word = match[0].lower()
        if (
            doc is None or sentence.block.kind in ("title", "heading") and word.startswith("the")
        ):  # "What They Said"
            return None
        here = [
            row for row in rows if row.end <= sentence.start + match.start() and row.linked_by != "official"
        ]
        acting = {
            start
            for action in find_actions(sentence, doc)
            if action.role != "comment" or word in ("its", "their")
            for start, _ in action.doers
        }
        if match.start() not in acting:
            return None
        if word in ("its", "their", "they", "it"):
            if here:
                row = here[0] if word in ("its", "it") else here[-1]
                one = row.level != "unnamed" or word != "it" or _ONE_BODY.search(row.agency)
                return self.as_link(row) if one else None
            if self.subject is not None:
                return self.as_link(self.subject)
            if word == "their" and self.before:
                return self.as_link(self.before[-1])
        return None
