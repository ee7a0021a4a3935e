"""Statements of an article: who says what, in which words, and by which cue.

Joins what `attributions` finds in single sentences across them: quotations that follow a statement are of the
same source, a paragraph such as "— Jo Sample, Director" or "From Commissioner Jo Sample:" names the source of
the quotation beside it, and "he", "it" and "the agency" lead back only where nobody else can be meant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from helpers.agencies.attributions import Attribution, attributions
from helpers.agencies.beside import signatures
from helpers.agencies.mentions import AgencyRow
from helpers.agencies.quotations import Quotation
from helpers.agencies.voiced import inside_utterance, voiced
from helpers.texts import Article, Row, Sentence

__all__ = ["Saying", "StatementRow", "find_sayings", "read_statements", "statement_rows"]


@dataclass(frozen=True, kw_only=True)
class StatementRow(Row):
    """Something that somebody says, writes, thinks or orders; the evidence span is its content, without the
    marks around a quotation.

    Attributes:
        source: Who says it, in the words of the text; empty if nobody is named.
        source_start, source_end: Place of these words; None without a source.
        speaker: Full name of the person, if the source is one that the article names; otherwise empty.
        agency: Canonical name of the body that says it or for which the person speaks; empty if unknown.
        cue: The word that brings it in; empty for a quotation with a name beside it.
        cue_start: Place of the cue; None without one.
        cue_lemma: Its lemma.
        direct: "direct" for words in quotation marks, "mixed" for a clause with some, otherwise "indirect".
        kind: speech, report (a document, or what is announced), belief (also intention and attitude) or decree.
        mode: reported, planned or recommended: of the clause that holds the cue.
        negated: Whether it is denied that this was said.
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


@dataclass(frozen=True)
class Saying:
    """An attribution in its sentence, with its contents in the article.

    Attributes:
        sentence: The sentence that holds the cue, or the name beside a quotation.
        what: The attribution.
        quotations: The quotations that are its content.
    """

    sentence: Sentence
    what: Attribution
    quotations: tuple[Quotation, ...] = ()


def find_sayings(
    article: Article, sentences: list[Sentence], docs: dict[int, object], quotations: list[Quotation]
) -> list[Saying]:
    """What `attributions` and the names beside quotations tell, in the order of the text.

    Args:
        article: The article.
        sentences: Its sentences.
        docs: Parsed documents of the voiced form (`voiced`) by `sentence.start`.
        quotations: From `find_quotations`.
    """
    sayings: list[Saying] = []
    taken: set[int] = set()  # first places of quotations that have a source
    for sentence in sentences:
        here = [one for one in quotations if one.first < sentence.end and sentence.start < one.last]
        doc = docs.get(sentence.start)
        if doc is None or inside_utterance(sentence, here):
            continue
        for what in attributions(sentence, voiced(sentence, here), doc):
            places = {_clipped(one, sentence): one for one in here if one.utterance}
            own = tuple(places[span] for span in what.contents if span in places)
            rest = tuple(span for span in what.contents if span not in places)
            taken |= {one.first for one in own}
            sayings.append(Saying(sentence, replace(what, contents=rest), own))
    for sentence, what, one in signatures(article, sentences, quotations, taken):
        taken.add(one.first)
        sayings.append(Saying(sentence, what, (one,)))
    sayings.sort(key=lambda saying: (saying.what.cue[0], saying.sentence.start))
    return _with_runs(article, sentences, sayings, quotations, taken)


def _clipped(one: Quotation, sentence: Sentence) -> tuple[int, int]:
    """The part of a quotation, with its marks, that stands in a sentence."""
    return max(one.first, sentence.start), min(one.last, sentence.end)


def _with_runs(
    article: Article,
    sentences: list[Sentence],
    sayings: list[Saying],
    quotations: list[Quotation],
    taken: set[int],
) -> list[Saying]:
    """Gives quotations that nobody introduces to the statement they follow."""
    sayings = list(sayings)
    last_of: dict[int, int] = {}  # last place of a quotation -> number of its saying
    for one in quotations:
        if not one.utterance:
            continue
        owner = next((n for n, saying in enumerate(sayings) if one in saying.quotations), None)
        if owner is None and one.first not in taken:
            owner = _followed(article, sentences, sayings, last_of, one)
            if owner is not None:
                sayings[owner] = replace(sayings[owner], quotations=(*sayings[owner].quotations, one))
                taken.add(one.first)
        if owner is not None:
            last_of[one.last] = owner
    return sayings


def _followed(
    article: Article,
    sentences: list[Sentence],
    sayings: list[Saying],
    last_of: dict[int, int],
    one: Quotation,
) -> int | None:
    """Number of the saying that a quotation without a source of its own continues."""
    before = article.text[max(0, one.first - 400) : one.first]
    before = _JOINING.sub(lambda match: match[1], before)
    at = max(0, one.first - 400) + len(before.rstrip())
    new_paragraph = "\n" in before[len(before.rstrip()) :]
    if at in last_of and (one.continues or not new_paragraph or _alone(article, one)):
        return last_of[at]
    sentence = next((s for s in reversed(sentences) if s.end <= one.first and s.start < at), None)
    if sentence is None or at != sentence.start + len(sentence.text.rstrip()):
        return None
    speaking = [
        n
        for n, saying in enumerate(sayings)
        if saying.sentence.start == sentence.start
        and saying.what.kind in ("speech", "report")
        and saying.what.quotes
        and not saying.what.negated
        and saying.what.source is not None
        and saying.what.mode == "reported"
    ]
    if not speaking:
        return None
    introduces = sentence.text.rstrip().endswith(":")
    return (
        speaking[-1]
        if introduces or not new_paragraph or sayings[speaking[-1]].quotations and _alone(article, one)
        else None
    )


_JOINING = re.compile(r"([.!?”\"]\s{1,3})(?:But|And|Yet|Still|So|Then),? $")


def _alone(article: Article, one: Quotation) -> bool:
    """Whether a quotation is its whole paragraph: then it goes on with the one before it."""
    after = article.text[one.last : one.last + 3]
    before = article.text[max(0, one.first - 2) : one.first]
    return (not after or after[0] in "\n\r") and (not before or before[-1] in "\n\r")


# ---- rows


def read_statements(
    article: Article,
    sayings: Iterable[Saying],
    who: dict[int, tuple[str, str]],
    agencies: list[AgencyRow],
    sentences: list[Sentence],
    quotations: list[Quotation],
) -> list[StatementRow]:
    """The rows of an article, in the order of their contents.

    Args:
        article: The article.
        sayings: From `find_sayings`.
        who: Place of a source → full name and organisation of the person it is (`helpers.agencies.speakers`).
        agencies: The agencies of the article.
        sentences: Its sentences.
        quotations: Its quotations.
    """
    rows = []
    last: tuple[str, int] | None = None
    for saying in sayings:
        speaker, agency = _who(saying, who, agencies)
        if (
            not speaker
            and not agency
            and _is_it(article, saying)
            and last
            and last[1] >= _number(sentences, saying) - 2
        ):
            agency = last[0]
        if agency and not speaker:
            last = (agency, _number(sentences, saying))
        elif speaker:
            last = None
        rows += statement_rows(article, saying, speaker, agency, sentences, quotations)
    unique = {(row.start, row.end, row.source_start): row for row in rows}
    return sorted(unique.values(), key=lambda row: (row.start, row.end))


def _number(sentences: list[Sentence], saying: Saying) -> int:
    return sentences.index(saying.sentence)


def _is_it(article: Article, saying: Saying) -> bool:
    source = saying.what.source
    return source is not None and article.text[slice(*source)].lower() in (
        "it",
        "the statement",
        "a statement",
    )


def _who(saying: Saying, who: dict[int, tuple[str, str]], agencies: list[AgencyRow]) -> tuple[str, str]:
    """Person and body of a source: the person by name, the body that the source's words name."""
    source = saying.what.source
    if source is None:
        return "", ""
    if source[0] in who:
        return who[source[0]]
    inside = [row for row in agencies if source[0] <= row.start < source[1]]
    head = saying.what.head
    heading = [row for row in inside if head and row.start < head[1] and head[0] < row.end]
    named = heading or [row for row in inside if row.linked_by in ("name", "abbreviation", "official")]
    return "", named[0].agency if named else ""


def statement_rows(
    article: Article,
    saying: Saying,
    speaker: str,
    agency: str,
    sentences: list[Sentence],
    quotations: list[Quotation],
) -> Iterator[StatementRow]:
    """One row a content of a saying: its quotations, and its clauses with what they quote."""
    what = saying.what
    spans = [(one.start, one.end, "direct") for one in saying.quotations]
    spans += [_content(article, span, quotations) for span in what.contents]
    source = what.source
    for start, end, direct in sorted(spans):
        home = next((s for s in reversed(sentences) if s.start <= start), saying.sentence)
        if not home.block.start <= start < end <= home.block.end:
            continue
        yield StatementRow(
            **article.evidence(start, end, home.block),
            source=article.text[slice(*source)] if source else "",
            source_start=source[0] if source else None,
            source_end=source[1] if source else None,
            speaker=speaker,
            agency=agency,
            cue=article.text[slice(*what.cue)] if what.lemma else "",
            cue_start=what.cue[0] if what.lemma else None,
            cue_lemma=what.lemma,
            direct=direct,
            kind=what.kind,
            mode=what.mode,
            negated=what.negated,
            sentence=home.text,
            sentence_start=home.start,
        )


def _content(article: Article, span: tuple[int, int], quotations: list[Quotation]) -> tuple[int, int, str]:
    """A clause with the quotations in it whole: no mark without its partner, none around the whole."""
    start, end = span
    inside = [one for one in quotations if one.start < end and start < one.last]
    for one in inside:
        if one.first < start <= one.start and end >= one.end - 1:
            start = one.first
        if one.first >= start and one.end - 2 <= end < one.last:
            end = one.last
        elif one.start <= start and end >= one.end and end < one.last:
            end = one.end
    whole = next((one for one in inside if one.first == start and one.last == end), None)
    if whole is not None:
        return whole.start, whole.end, "direct"
    return start, end, "mixed" if inside else "indirect"
