"""The table of statements: who says what, in which words, and by which cue.

Makes rows of what `helpers.agencies.sayings` finds and `helpers.agencies.sources` knows of those who say it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from helpers.agencies.beside import sentence_at
from helpers.agencies.called import body_called
from helpers.agencies.cues import statement_words
from helpers.agencies.denials import is_denied
from helpers.agencies.quotations import Quotation, whole_content
from helpers.agencies.sayings import Saying
from helpers.agencies.sources import Sourced
from helpers.texts import MODES, Article, Row, Sentence

__all__ = ["JOINED_BY", "StatementRow", "read_statements"]

JOINED_BY = "; "  # between those who say something together


@dataclass(frozen=True, kw_only=True)
class StatementRow(Row):
    """Something that somebody says, writes, thinks or orders; the evidence span is its content, without the
    marks around a quotation.

    Attributes:
        source: Who says it, in the words of the text; empty if nobody is named.
        source_start, source_end: Place of these words; None without a source.
        speaker: Full name of the person, if the source is one that the article names; of several who say it together
            all names, parted by a semicolon; otherwise empty.
        agency: Canonical name of the body that says it or for which the person speaks; of one that no list holds, what the
            text calls it; of several all, parted by a semicolon; empty if unknown.
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
    together: dict[int, list[Sourced]] = {}
    for one in said:
        together.setdefault(id(one.saying), []).append(one)
    rows = (
        row
        for own in reversed(together.values())
        for row in _rows_of(
            article,
            own[0].saying,
            _joined(one.speaker for one in own),
            _joined(body for one in own for body in (body_called(article, *one.told), *one.beside)),
            sentences,
            quotations,
        )
    )
    unique = {(row.start, row.end, row.source_start): row for row in rows}
    return sorted(unique.values(), key=lambda row: (row.start, row.end))


def _joined(names: Iterable[str]) -> str:
    """Those who say something together, each once."""
    return JOINED_BY.join(dict.fromkeys(filter(None, names)))


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
        if bare and (_acts(saying) or what.lemma == "ask" or what.lemma in statement_words("thanking")):
            continue  # "who asked not to be named"; thanks and praise of somebody tell nothing
        denied = direct != "direct" and is_denied(what.lemma, article.text[start:end])
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
            kind=_judgement(saying) if bare and not denied else _kind(what.kind, direct),
            mode=what.mode if what.mode in MODES else "reported",
            negated=what.negated or denied,
            sentence=home.text,
            sentence_start=home.start,
        )


def _kind(kind: str, direct: str) -> str:
    """The kind of a statement: what somebody says in so many words is speech, whatever the cue tells of them."""
    return "speech" if kind == "belief" and direct == "direct" else kind


def _acts(saying: Saying) -> bool:
    """Whether somebody only decides on a thing: "approved the contract", "found him guilty"."""
    return saying.what.kind == "decree" or saying.what.lemma == "find"


def _judgement(saying: Saying) -> str:
    """The kind of a statement of which only the object is told: "praised her officers" is an attitude; what is not said, is
    denied or asserted of somebody stays what it is ("disputed the figures")."""
    what = saying.what
    denies = what.lemma in statement_words("denying") and not saying.is_plea
    asserts = denies or what.lemma in statement_words("asserting")
    attitude = what.kind in ("speech", "report") and not what.negated and not asserts
    return "belief" if attitude else what.kind
