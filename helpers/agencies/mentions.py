"""Mentions of agencies in an article, each linked to one canonical name.

`helpers.names.scanner` says what may be an agency; here the article decides: abbreviations it introduces in
brackets, the country that a shared name ("National Guard", "Attorney General's Office") belongs to, what "the
agency", "it" or "their" stands for, which body an official speaks for, and whether a country acts at all.
"Mexico expelled 26 men" names an agency, "from Mexico" a place.

Canonical names of listed agencies are those of `agencies.csv`; organisations that no list holds keep their
name, with "of COUNTRY" where the name alone is generic; unnamed bodies keep the words of the text without
article, in lower case save for proper names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.agencies.authors import Authors, is_seat
from helpers.agencies.links import LAST_NAMED, Link
from helpers.agencies.made import body_of_officers
from helpers.clauses import find_actions
from helpers.names import by_name, candidates, countries, is_title_case, plain_words, words_of
from helpers.texts import (
    LONGEST_SENTENCE,
    Article,
    Row,
    Sentence,
    action_words,
    load_model,
    speech_words,
    word_list,
    word_set,
)

__all__ = ["AgencyRow", "needs_parse", "plain_words", "read_agencies"]


@dataclass(frozen=True, kw_only=True)
class AgencyRow(Row):
    """One mention of an agency; the evidence span is the mention.

    Attributes:
        agency: Canonical name, or for an unnamed body the words of the text.
        mention: The words as written, without a bracketed abbreviation.
        country: Country, "European Union" or "international"; empty if the text does not tell.
        level: federal, state or local (United States), foreign, international, or unnamed.
        linked_by: name, abbreviation, pronoun, description or official.
        sentence: The unit it stands in.
        sentence_start: Offset of the sentence, by which rows of all tables join.
    """

    agency: str
    mention: str
    country: str
    level: str
    linked_by: str
    sentence: str
    sentence_start: int


SUBJECT_LASTS = 3  # sentences after which "it" no longer means the body that acted last

# ---- what to parse
# ---------------------------------------------------------------------------------------------------------

_ANAPHOR = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (agency|bureau|department|ministry|force|service|office|secretariat|directorate|corps|guard"
    r"|organi[sz]ation|constabulary|commission|cabinet|institute|unit|sheriff|district attorney|police chief"
    r"|committee|patrol|squad|squadron|inspectorate|tribunal|Agency|Bureau|Department|Ministry|Force|Service|Office|Secretariat"
    r"|Directorate|Corps|Guard|Commission|Institute|Unit|Patrol|Committee|Authority|Squad|Squadron|Navy|Army|Court|Centre|Center"
    r"|Division|Branch|Council|Board|Inspectorate|Tribunal|Task Force)\b(?! (?:of|for)\b| [A-Z]|['’])"
    r"|\b([Ii]ts?|[Tt]hey|[Tt]heir)\b|\b(agency|bureau|department|ministry) (?=figures|data|statistics|numbers|records)"
)
_AUTHORS = re.compile(r"(?:We|Our|Officials)\b")
_PERSON = re.compile(r"\b[A-Z][\w.'’-]{0,30} [A-Z]|\b(?:[Hh]e|[Ss]he)\b")


def needs_parse(sentence: Sentence) -> bool:
    """Whether a unit can hold a role or a speaker: an action word beside a candidate for its doer. A scan of
    words, no model.

    Table lines never do: a cell has no clause.
    """
    if sentence.block.kind.startswith("table"):
        return False
    words = words_of(sentence.text[:LONGEST_SENTENCE])
    if action_words().isdisjoint(word.key for word in words):
        return False
    for word, after in zip(words, words[1:], strict=False):
        if (
            word.text[:1].isupper()
            and after.key in speech_words()
            or word.key in speech_words()
            and after.text[:1].isupper()
        ):
            return True
    return bool(
        any(word.key in word_set("field_people") for word in words)
        or any(found.kind != "adjective" for found in candidates(sentence))
        or _AUTHORS.match(sentence.text)
        or _ANAPHOR.search(sentence.text, 0, LONGEST_SENTENCE)
        or _PERSON.search(sentence.text, 0, LONGEST_SENTENCE)
    )


# ---- linking
# ---------------------------------------------------------------------------------------------------------------


def read_agencies(article: Article, sentences: list[Sentence], docs: dict[int, object]) -> list[AgencyRow]:
    """Mentions of agencies in the order of the text.

    Args:
        article: The article.
        units: Its units.
        docs: For units with `needs_parse`, the parsed document (of the masked text) by `unit.start`.
    """
    return sorted(_Linker(article, sentences, docs).rows(), key=lambda row: (row.start, row.end))


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
_NO_AGENCY = re.compile(
    r"\b(?:Congress|Parliament|Senate|government|Court|Embassy|University|White House)\b"
)  # never "the agency"
_NO_OFFICERS = re.compile(
    r"\b(?:Congress|Parliament|Senate|government|Courts?|Embassy|University|White House|Attorney|Ministry|Committee|Union)\b"
)  # bodies whose people arrest nobody
_HAS_OFFICERS = re.compile(r"\b(?:Police|Patrol|Sheriff|Border|Customs|Constabulary|Garda)")
_BARE = re.compile(
    r"(?i)(?:^\W{0,3}|[,;:—–-]\s|\b(?:and|but|which|that|when|where|while|as|after|before|until|because|how)\s)(?:the\s)?$"
)  # before "officers" without any word that says whose they are
_DESCRIBED = re.compile(r"\s(?:of|from|with|at|in|for|assigned|attached|working)\b")
_LABEL = re.compile(r"^[^.:;?!]{1,60}:")


class _Linker(Authors):
    """Goes through an article once."""

    def __init__(self, article: Article, sentences: list[Sentence], docs: dict[int, object]):
        super().__init__(article, sentences, docs)
        self.subject: AgencyRow | None = None  # the body that acted last, for "it" and "they"
        self.subject_age = 0  # sentences since then
        self.written = []
        self.before: list[AgencyRow] = []  # bodies of the last sentence that named any

    # ---- mentions of a unit

    def rows(self) -> Iterator[AgencyRow]:
        for sentence in self.sentences:
            doc = self.docs.get(sentence.start)
            rows = list(self.named_rows(sentence))
            if doc is not None:
                rows += self.countries(sentence, doc, rows)
                rows += self.unlisted(sentence, doc, rows)
            rows.sort(key=lambda row: row.start)
            rows += self.anaphors(sentence, doc, rows)
            rows += self.field_people(sentence, doc, rows)
            rows += self.author_rows(sentence, doc, rows)
            for row in sorted(rows, key=lambda row: row.start):
                if row.linked_by in ("name", "abbreviation", "description"):
                    self.named.append(self.as_link(row))
                    if row.level != "unnamed":
                        self.written.append((row.start, row.mention, row.agency))
            subject = self.last_subject(sentence, doc, rows)
            self.subject_age = 0 if subject is not None else self.subject_age + 1
            self.subject = subject or (self.subject if self.subject_age <= SUBJECT_LASTS else None)
            yield from rows

    def row(self, sentence: Sentence, start: int, end: int, link: Link, linked_by: str) -> AgencyRow:
        evidence = self.article.evidence(sentence.start + start, sentence.start + end, sentence.block)
        return AgencyRow(
            **evidence,
            agency=link.agency,
            mention=evidence["quote"],
            country=link.country,
            level=link.level,
            linked_by=linked_by,
            sentence=sentence.text,
            sentence_start=sentence.start,
        )

    def as_link(self, row: AgencyRow) -> Link:
        listed = by_name().get(row.agency)
        return Link(row.agency, row.country, row.level, listed["part_of"] if listed else "")

    def named_rows(self, sentence: Sentence) -> Iterator[AgencyRow]:
        brackets = {found.bracket for found in self.scans[sentence.start]}
        for found in self.scans[sentence.start]:
            if found.kind in ("nation", "adjective"):
                continue
            if found.kind == "official":
                if link := self.official(sentence, found):
                    yield self.row(sentence, found.start, found.end, link, "official")
                continue
            if (found.start, found.end) in brackets:
                continue  # the abbreviation after its own name is no second mention
            if is_seat(sentence, found):
                continue
            if link := self.link(sentence, found):
                link = self.inspector_of(sentence, found, link)
                kind = "name" if found.kind == "pattern" else found.kind
                yield self.row(sentence, self.mention_start(sentence, found), found.end, link, kind)

    def author_rows(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        """Rows of "we", "officials" and "they" where no other row stands."""
        for start, end, link, kind in self.authors(sentence, parsed=doc is not None):
            if not any(row.start < sentence.start + end and sentence.start + start < row.end for row in rows):
                yield self.row(sentence, start, end, link, kind)

    # ---- what needs the parse

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

    def unlisted(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        """Organisations that only the model knows, where they do something. The entity recogniser runs on
        such sentences alone."""
        doers = {doer for action in find_actions(sentence, doc) if not action.speech for doer in action.doers}
        free = [
            (start, end)
            for start, end in doers
            if sentence.text[start : start + 1].isupper()
            and start > 0
            and not any(row.start < sentence.start + end and sentence.start + start < row.end for row in rows)
        ]
        free = [
            span for span in free if not any(f.start <= span[0] < f.end for f in self.scans[sentence.start])
        ]
        if not free or is_title_case(sentence):
            return
        fresh = load_model().make_doc(sentence.text[:1000])
        pipe = load_model()
        entities = (
            [e for e in pipe.get_pipe("ner")(fresh).ents if e.label_ == "ORG"]
            if "ner" in pipe.pipe_names
            else []
        )
        for entity in entities:
            if any(entity.start_char <= start < entity.end_char for start, _ in free):
                start = entity.start_char + (4 if entity.text.startswith(("the ", "The ")) else 0)
                end = entity.start_char + len(entity.text.split(" (")[0])
                text = sentence.text[start:end]
                if text in word_set("postnominals"):
                    continue
                if text[:1].isupper() and not re.search(r"(?i)cartel|gang|mafia|clan|family", text):
                    yield self.row(
                        sentence,
                        start,
                        end,
                        Link(text, "", "foreign" if self.dominant() else "federal"),
                        "name",
                    )

    # ---- "the agency", "it", "their"

    def anaphors(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        for match in _ANAPHOR.finditer(sentence.text, 0, LONGEST_SENTENCE):
            start, end = match.span()
            if any(row.start < sentence.start + end and sentence.start + start < row.end for row in rows):
                continue
            before = [
                self.as_link(row)
                for row in rows
                if row.end <= sentence.start + start and row.linked_by != "pronoun"
            ]
            noun = match[1] or match[3]
            link = (
                self.noun_antecedent(noun, before)
                if noun
                else self.pronoun_antecedent(match, sentence, doc, rows)
            )
            if link:
                kind = "official" if noun in ("sheriff", "district attorney", "police chief") else "pronoun"
                yield self.row(sentence, start, end - (noun == match[3] and noun is not None), link, kind)

    def field_people(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        """Officers named without their body who do something: those of the one body that the sentence, or the
        one before it, has named ("a sweep during which officers arrested 12")."""
        acting = {
            doer
            for action in (find_actions(sentence, doc) if doc is not None else ())
            if not action.speech
            for doer in action.doers
        }
        for start, end in sorted(acting):
            people = sentence.text[start:end].lower() in word_set("field_people")
            if not people or _DESCRIBED.match(sentence.text, end) or not _BARE.search(sentence.text[:start]):
                continue
            if any(row.start < sentence.start + end and sentence.start + start < row.end for row in rows):
                continue
            known = [link.agency for link in self.named if link.level != "unnamed"]
            if body := body_of_officers(sentence.text[start:end].lower(), known, self.article):
                yield self.row(sentence, start, end, self.link_of(body), "pronoun")
                continue
            named = [row for row in rows if row.end <= sentence.start + start]
            if not named and self.subject is not None:
                named = [*self.before, self.subject]
            if not named and _HAS_OFFICERS.search(issuer := self.issuer):
                yield self.row(sentence, start, end, self.link_of(issuer), "pronoun")
                continue
            bodies = {row.agency for row in named}
            if (
                len(bodies) == 1
                and named[-1].level != "unnamed"
                and not _NO_OFFICERS.search(named[-1].agency)
            ):
                yield self.row(sentence, start, end, self.as_link(named[-1]), "pronoun")

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
                return self.as_link(row) if row.level != "unnamed" or word != "it" else None
            if self.subject is not None:
                return self.as_link(self.subject)
            if word == "their" and self.before:
                return self.as_link(self.before[-1])
        return None

    def last_subject(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> AgencyRow | None:
        """The body that the next sentence's "it" or "they" can stand for: the subject of this sentence's main
        verb."""
        self.before = [
            row for row in rows if row.linked_by in ("name", "abbreviation", "description")
        ] or self.before
        starts = {row.start - sentence.start: row for row in rows}
        actions = find_actions(sentence, doc) if doc is not None else ()
        doers = sorted(
            {
                start
                for action in actions
                if action.role not in ("report", "comment")
                for start, _ in action.doers
            }
            & set(starts)
        ) or sorted({start for action in actions for start, _ in action.doers} & set(starts))
        if (
            not doers
        ):  # "The service dismantled 25 farms": no action of the lexicon, but the subject of what follows
            lead = next(
                (
                    row
                    for row in rows
                    if not re.search(r"[a-z]{4}", _LABEL.sub("", sentence.text[: row.start - sentence.start]))
                ),
                None,
            )
            return (
                lead
                if lead is not None
                and lead.linked_by in ("name", "abbreviation")
                and lead.agency not in countries()
                else None
            )
        return starts[doers[0]] if starts[doers[0]].linked_by != "official" else None
