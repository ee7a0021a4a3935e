"""The table of statements: who says what, in which words, and by which cue.

Makes rows of what `helpers.agencies.sayings` finds and `helpers.agencies.speakers` knows of the people. "It said"
leads back only to a body that was the source of the sentence before or the one before that.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.attributions import Attribution
from helpers.agencies.beside import sentence_at
from helpers.agencies.called import body_called
from helpers.agencies.cues import source_class
from helpers.agencies.denials import is_denied
from helpers.agencies.documents import Documents, writes
from helpers.agencies.issuers import issuer_of
from helpers.agencies.known import to_officers
from helpers.agencies.quotations import Quotation, whole_content
from helpers.agencies.sayings import Saying
from helpers.texts import MODES, Article, Row, Sentence, word_set

__all__ = ["Sourced", "StatementRow", "read_statements", "sourced"]


@dataclass(frozen=True)
class Sourced:
    """A saying with who says it.

    Attributes:
        saying: The saying.
        speaker: Full name of the person; empty for a body, and for somebody without a name.
        agency: Canonical name of the body that says it or for which the person speaks; empty if unknown.
        personal: Whether a person says it, with a name or without.
    """

    saying: Saying
    speaker: str
    agency: str
    personal: bool

    @property
    def told(self) -> tuple[Saying, str, bool]:
        """What is said, by what known body, and whether by a person."""
        return self.saying, self.agency, self.personal


@dataclass(frozen=True, kw_only=True)
class StatementRow(Row):
    """Something that somebody says, writes, thinks or orders; the evidence span is its content, without the
    marks around a quotation.

    Attributes:
        source: Who says it, in the words of the text; empty if nobody is named.
        source_start, source_end: Place of these words; None without a source.
        speaker: Full name of the person, if the source is one that the article names; otherwise empty.
        agency: Canonical name of the body that says it or for which the person speaks; of one that no list holds, what the
            text calls it; empty if unknown.
        cue: The words that bring it in ("said", "has not said", "called for"); empty for a quotation with a name beside it.
        cue_start: Place of the cue; None without one.
        cue_lemma: Lemma of its verb, noun or adjective.
        direct: "direct" for words in quotation marks, "mixed" for a clause with some, otherwise "indirect".
        kind: speech, report (a document, or what is announced), belief (also intention and attitude) or decree.
        mode: reported, planned or recommended: of the clause that holds the cue.
        negated: Whether it is denied that this was said, or this is what somebody denies.
        sentence: The sentence in which the content begins.
        sentence_start: Its offset.
    """

    source: str
    source_start: int | None
    source_end: int | None
    speaker: str
    agency: str
    cue: str
    cue_start: int | None
    cue_lemma: str
    direct: str
    kind: str
    mode: str
    negated: bool
    sentence: str
    sentence_start: int


def sourced(
    article: Article,
    sayings: Iterable[Saying],
    who: dict[int, list[tuple[str, str]]],
    agencies: list[AgencyRow],
    sentences: list[Sentence],
) -> list[Sourced]:
    """Each saying with the person and the body that are its source.

    Args:
        article: The article.
        sayings: From `find_sayings`.
        who: Place of a source → full name and organisation of each person it is (`helpers.agencies.speeches`).
        agencies: The agencies of the article.
        sentences: Its sentences.
    """
    found = []
    number = {sentence.start: place for place, sentence in enumerate(sentences)}
    named: dict[int, list[AgencyRow]] = {}
    for row in agencies:
        named.setdefault(row.sentence_start, []).append(row)
    last, age = "", 0  # the body that was the source last, and the number of its sentence
    issuer = issuer_of(article, ((row.start, row.mention, row.agency) for row in agencies))
    documents, read, written = Documents(issuer), 0, False
    for saying in sayings:
        here = number[saying.sentence.start]
        for place in range(read, here + 1):
            documents.read(sentences[place], place, named.get(sentences[place].start, []))
        read = max(read, here + 1)
        own = named.get(saying.sentence.start, [])
        speaker, agency = _who(article, saying, who, own)
        if not speaker and not agency and _is_it(article, saying):
            near, it = last and here - age <= 2, article.text[slice(*saying.what.source)].lower() == "it"
            agency = last if near else _told_of(saying, own) if it else ""
            if written and agency == last:  # "The audit found ... It said ..."
                saying = replace(saying, what=replace(saying.what, kind="report", animacy="document"))
        if not speaker and not agency and _is_spokesperson(article, saying):
            agency = last if last and here - age <= 1 else _told_of(saying, own)
        if not speaker and not agency:
            agency = documents.of(article, saying, here)
        if speaker or agency:
            last, age = "" if speaker else agency, here
            written = saying.what.animacy == "document"
        people = _people(saying, who)
        found.append(Sourced(saying, speaker, agency, bool(people)))
        found += [Sourced(saying, *other, True) for other in people[1:]]
    return found


def read_statements(
    article: Article, said: list[Sourced], sentences: list[Sentence], quotations: list[Quotation]
) -> list[StatementRow]:
    """The rows of an article, in the order of their contents.

    Args:
        article: The article.
        said: From `sourced`.
        sentences: Its sentences.
        quotations: Its quotations.
    """
    rows = (
        row
        for one in reversed(said)
        for row in _rows_of(
            article, one.saying, one.speaker, body_called(article, *one.told), sentences, quotations
        )
    )
    unique = {(row.start, row.end, row.source_start): row for row in rows}
    return sorted(unique.values(), key=lambda row: (row.start, row.end))


def _is_it(article: Article, saying: Saying) -> bool:
    source, behind = saying.what.source, saying.what.cue[1]
    if to_officers(article.text[behind : behind + 60]):
        return False
    return source is not None and article.text[slice(*source)].lower() in (
        "it",
        "they",
        "the statement",
        "a statement",
    )


def _is_spokesperson(article: Article, saying: Saying) -> bool:
    """Whether "a spokesman" without a name or body speaks: for whoever spoke in the sentence before."""
    source = saying.what.source
    return source is not None and _SPOKESPERSON.fullmatch(article.text[slice(*source)]) is not None


def _told_of(saying: Saying, agencies: list[AgencyRow]) -> str:
    """The only body of what "it" or a spokesperson without one says, or the one that it begins with: "ICE arrested nine
    men with help from Tampa police, a spokesman said"; empty if there are others."""
    named = [row for row in agencies if row.linked_by != "official" and row.end <= saying.what.source[0]]
    bodies = list(dict.fromkeys(row.agency for row in named))
    if not bodies:
        return ""
    first, sentence = named[0], saying.sentence
    own = {word for row in agencies for word in row.mention.lower().split()}
    words = _LOWER.findall(sentence.text[: saying.what.source[0] - sentence.start])
    if any(source_class(word, word) == "body" and word not in own for word in words):
        return ""  # "The company fired him after his arrest by the FBI, a spokesman said"
    opens = not sentence.text[: first.start - sentence.start].removeprefix("The ").strip()
    alone = not sentence.text[first.end - sentence.start :].lstrip().startswith(("and ", "& ", ", "))
    return bodies[0] if len(bodies) == 1 or opens and alone else ""


_LOWER = re.compile(r"(?<![\w'’-])[a-z]{4,20}(?!\w)")
_SPOKESPERSON = re.compile(r"(?i)(?:a|the|its|another) spokes(?:man|woman|person)")


def _people(saying: Saying, who: dict[int, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    source = saying.what.source
    return who.get(source[0], []) if source is not None else []


def _who(
    article: Article, saying: Saying, who: dict[int, list[tuple[str, str]]], agencies: list[AgencyRow]
) -> tuple[str, str]:
    """Person and body of a source: the person by name, the body that the source's words name."""
    source = saying.what.source
    if source is None:
        return "", ""
    if people := _people(saying, who):
        return people[0]
    inside = [row for row in agencies if source[0] <= row.start < source[1]]
    head = saying.what.head
    heading = [row for row in inside if head and row.start < head[1] and head[0] < row.end]
    named = heading or [row for row in inside if row.linked_by in _OWNERS and row.mention.lower() != "their"]
    if saying.what.animacy == "document" and not heading:
        named = [row for row in inside if writes(saying.sentence, row)]
    return "", named[0].agency if named and (heading or _serves(article, saying)) else ""


_OWNERS = (
    "name",
    "abbreviation",
    "official",
    "pronoun",
)  # "ICE officials", "ministry officials", "its director"
_FORMER = re.compile(r"(?i)\b(?:former|ex|retired|onetime|one-time)\b")


def _serves(article: Article, saying: Saying) -> bool:
    """Whether people who are the source are those of the body that is named with them: "ICE officials", but
    neither "passengers on the ICE" nor "a former ICE officer"."""
    if saying.what.animacy != "person" or saying.what.head is None:
        return True
    noun = article.text[slice(*saying.what.head)].lower()
    serves = {noun, noun.removesuffix("s"), noun.partition("-")[0]} & (
        word_set("functions") | word_set("people")
    )
    return bool(serves) and not _FORMER.search(article.text[slice(*saying.what.source)])


def _rows_of(
    article: Article,
    saying: Saying,
    speaker: str,
    agency: str,
    sentences: list[Sentence],
    quotations: list[Quotation],
) -> Iterator[StatementRow]:
    """One row a content of a saying: its quotations, and its clauses with what they quote."""
    what = saying.what
    cue = what.wording or what.cue
    spans = [(one.start, one.end, "direct") for one in saying.quotations]
    spans += [whole_content(article, span, quotations) for span in what.contents]
    source = what.described or what.source
    for start, end, direct in sorted(spans):
        home = sentence_at(sentences, start)
        if not home.block.start <= start < end <= home.block.end:
            continue
        bare = what.bare and direct == "indirect"
        if bare and what.lemma == "ask":
            continue  # "who asked not to be named"
        yield StatementRow(
            **article.evidence(start, end, home.block),
            source=article.text[slice(*source)] if source else "",
            source_start=source[0] if source else None,
            source_end=source[1] if source else None,
            speaker=speaker,
            agency=agency,
            cue=article.text[slice(*cue)] if what.lemma else "",
            cue_start=cue[0] if what.lemma else None,
            cue_lemma=what.lemma,
            direct=direct,
            kind=_judgement(what) if bare else what.kind,
            mode=what.mode if what.mode in MODES else "reported",
            negated=what.negated or direct != "direct" and is_denied(what.lemma, article.text[start:end]),
            sentence=home.text,
            sentence_start=home.start,
        )


def _judgement(what: Attribution) -> str:
    """The kind of a statement of which only the object is told: "praised her officers" is an attitude, "found him guilty"
    a decree; what is not said stays what it is ("has not said whether")."""
    if what.lemma == "find":
        return "decree"
    return "belief" if what.kind in ("speech", "report") and not what.negated else what.kind
