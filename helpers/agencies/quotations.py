"""Quotations of an article: what stands between quotation marks of any kind, and whether it is somebody's words.

An *utterance* stands as a clause of its own ("“We won,” he said"); a *fragment* is part of the sentence around
it ("called it “a success”"), a title or a term. A quotation whose paragraph ends without a closing mark goes on
where the next paragraph opens with one.

>>> from helpers.texts import Article
>>> [(one.text, one.utterance) for one in find_quotations(Article(slug="x", text="“We won,” he said of “Blue Sky”."))]
[('We won,', True), ('Blue Sky', False)]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpers.agencies.cues import cue_forms
from helpers.texts import Article, speech_words

__all__ = ["Quotation", "find_quotations", "quotations_in", "whole_content"]


@dataclass(frozen=True)
class Quotation:
    """A quotation inside one block.

    Attributes:
        start, end: Offsets of the words in the article's text, without the marks.
        first, last: Offsets with the marks.
        text: The words.
        utterance: Whether it stands as a clause of its own.
        goes_on: Whether the next paragraph continues it.
        continues: Whether it continues the paragraph before.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    utterance: bool
    goes_on: bool = False
    continues: bool = False


MOST = 200  # quotations of one sentence that are looked at

_CLOSING = {
    "“": ("”", "’’"),  # two single marks for a double one
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    '"': ('"', "”", "''"),  # marks of two kinds for one quotation
    "''": "''",
    "``": "''",
}
_MARK = re.compile(r"’’|''|``|[“”„«»‹›「」『』\"]|[‘’']")
_OPENS_AFTER = re.compile(r"[\s(\[—–\-:;/]")


def find_quotations(article: Article) -> list[Quotation]:
    """The quotations of an article in the order of its text; tables have none."""
    found: list[Quotation] = []
    open_before = False
    for block in article.blocks:
        if block.kind.startswith("table"):
            open_before = False
            continue
        spans = list(_spans(article.text, block.start, block.end))
        opens = article.text[block.start : block.start + 2].startswith(("“", '"', "„", "«", "''", "‘"))
        for number, (first, start, end, last, closed) in enumerate(spans):
            continues = open_before and number == 0 and first == block.start and opens
            if not closed and not _goes_on(article, block.end):
                continue
            text = article.text[start:end].strip()
            if not text:
                continue
            start += len(article.text[start:end]) - len(article.text[start:end].lstrip())
            utterance = continues or not closed or _is_utterance(article.text, block.start, first, last, text)
            found.append(
                Quotation(start, start + len(text), first, last, text, utterance, not closed, continues)
            )
        open_before = bool(spans) and not spans[-1][4]
    return found


def quotations_in(quotations: Sequence[Quotation], start: int, end: int) -> list[Quotation]:
    """Those of the quotations, in the order of the text, that overlap a stretch of it with their marks."""
    at = max(0, bisect_right(quotations, start, key=lambda one: one.first) - 1)
    found = []
    for one in quotations[at : at + MOST]:
        if one.first >= end:
            break
        if start < one.last:
            found.append(one)
    return found


def _goes_on(article: Article, end: int) -> bool:
    """Whether the next paragraph opens with a quotation mark."""
    return article.text[end : end + 40].lstrip()[:1] in ("“", '"', "„", "«")


def _spans(text: str, begin: int, end: int) -> Iterator[tuple[int, int, int, int, bool]]:
    """(first, start, end, last, closed) of what stands between marks in a stretch of text. Inner marks of
    another kind are part of it."""
    opened: tuple[str, int, int] | None = None
    for match in _outer(_MARK.finditer(text, begin, end), text, begin):
        mark, at = match[0], match.start()
        before = text[at - 1] if at > begin else " "
        after = text[match.end()] if match.end() < end else " "
        if mark in "‘’'":
            if opened is None and _opens_single(text, begin, end, mark, at, before, after):
                opened = (mark, at, match.end())
            elif opened is not None and _closes_single(
                text, end, opened[0], mark, match.end(), before, after
            ):
                yield opened[1], opened[2], at, match.end(), True
                opened = None
            continue
        wrong = (
            opened is not None and opened[0] == "“" and mark in '“"' and before in ",.!?" and after.isspace()
        )
        if opened is not None and (mark in _CLOSING.get(opened[0], ()) or wrong):
            if mark == '"' and before.isspace() and not after.isspace():
                shut = begin + len(text[begin:at].rstrip())
                if shut - opened[2] > 20 and text[shut - 1] in ".!?…" and text[opened[2]].isupper():
                    yield opened[1], opened[2], shut, shut, True  # it ended with a paragraph that is lost
                opened = (mark, at, match.end())  # the one before was never closed
                continue
            yield opened[1], opened[2], at, match.end(), True
            opened = None
        elif (opened is None or opened[0] in "‘'") and mark in _CLOSING:
            if (
                mark == '"'
                and not _OPENS_AFTER.match(before)
                or mark == "»"
                and not _OPENS_AFTER.match(before)
            ):
                continue  # inches, or a mark whose opening is lost
            opened = (mark, at, match.end())
        elif opened is None and mark == "”" and begin == at:
            opened = (mark, at, match.end())
    if opened is not None and opened[0] in ("“", '"', "„", "«"):
        yield opened[1], opened[2], end, end, False


def _outer(marks: Iterator[re.Match], text: str, begin: int) -> Iterator[re.Match]:
    """The marks of a stretch of text without curled ones inside straight ones."""
    straight = inner = False
    for match in marks:
        mark, at = match[0], match.start()
        if mark == '"':
            straight = not straight and (at == begin or _OPENS_AFTER.match(text[at - 1]) is not None)
            inner = False
        elif straight and (mark == "“" or mark == "”" and inner):
            inner = mark == "“"
            continue
        elif mark == "”":
            straight = False
        yield match


def _opens_single(text: str, begin: int, end: int, mark: str, at: int, before: str, after: str) -> bool:
    """Whether a single mark opens a quotation and is no apostrophe: it stands before a word and is closed."""
    if mark == "’" or not (_OPENS_AFTER.match(before) or at == begin) or after.isspace() or after.isdigit():
        return False
    closing = "’" if mark == "‘" else "'"
    close = re.compile(rf"(?:(?<=[.,!?…])|(?<=\w)){closing}(?=[\s.,;:!?)—–]|$)")
    return close.search(text, at + 2, min(end, at + 1500)) is not None


def _closes_single(text: str, end: int, opening: str, mark: str, stop: int, before: str, after: str) -> bool:
    if opening not in "‘'" or mark != ("’" if opening == "‘" else "'"):
        return False
    if before.isspace() or after.isalnum():
        return False
    if before in ".,!?…" or before != "s" or not after.isspace():
        return True
    # "the officers’ union": a plural with an apostrophe if a better closing mark follows
    rest = text[stop : min(end, stop + 600)]
    better = re.search(rf"[.,!?…]{mark}(?!\w)", rest)
    return not better or opening in rest[: better.start()]


_END_INSIDE = re.compile(r"[.,!?…—–-][\s’']{0,2}$")
_HALF_BEFORE = re.compile(r",[”\"’»]\s[^“\"‘«”]{3,80},\s$")
_TWO_SENTENCES = re.compile(r"[a-z\d][.!?] {1,3}[A-ZÀ-Þ“]")
_WORD_BEFORE = re.compile(r"([A-Za-z]{2,20})\s{1,3}$")


def _is_utterance(text: str, begin: int, first: int, last: int, words: str) -> bool:
    """Whether a quotation is a clause of its own: by the punctuation around it and its first letter."""
    before = text[max(begin, first - 40) : first]
    bare = before.rstrip()
    if _TWO_SENTENCES.search(words):
        return True
    after = text[last : last + 3].lstrip(" ")
    many, capital = len(words.split()), words[:1].isupper() or not words[:1].isalpha()
    if not bare or bare[-1] in ".!?…”»":  # at the head of a sentence
        punctuated = _END_INSIDE.search(words) is not None or after[:1] in (",", "—", "–")
        return capital and (punctuated or many > 6)
    if bare[-1] == ":":
        return many > 2 or _END_INSIDE.search(words) is not None
    halved = bare[-1] == ";" or bare[-1] == "," and _HALF_BEFORE.search(text, max(begin, first - 90), first)
    if halved and _END_INSIDE.search(words):
        return True  # "“The bridge,” Jo Sample said, “is safe.”", "...; “no,” countered Ann Roe"
    if bare[-1] in ",—–-;":
        return many > 2 or capital and _END_INSIDE.search(words) is not None
    word = _WORD_BEFORE.search(before)
    if word and (word[1].lower() in speech_words() or word[1].lower() in ("that", "saying")):
        return capital and word[1].lower() != "that" and (many > 1 or _END_INSIDE.search(words) is not None)
    cried = word is not None and word[1].lower() in cue_forms() and words[-1:] in "!?"  # chanted “Resign!”
    return capital and (many > 4 and words[-1:] in ".!?" or cried)


LONGEST_THAT = 8  # characters with the blank on either side
_THAT = re.compile(r"\s(that)\s+\Z")


def whole_content(
    article: Article, span: tuple[int, int], quotations: Sequence[Quotation]
) -> tuple[int, int, str]:
    """A clause with the quotations in it whole: no mark without its partner, none around the whole; and whether it is direct,
    mixed or indirect.

    Args:
        article: The article.
        span: First and last place of the clause.
        quotations: Those of the article, in the order of its text.
    """
    start, end = span
    inside = [one for one in quotations_in(quotations, start, end) if one.start < end]
    for one in inside:
        if not one.utterance and start <= one.start < end < one.end - 2:
            end = one.last if start < one.first else one.end  # no words in marks are cut
        if one.first < start <= one.start and end >= one.end - 1:
            start = one.first
        if one.first >= start and one.end - 2 <= end < one.last:
            end = one.last
        elif one.start <= start and end >= one.end and end < one.last:
            end = one.end
    whole = next((one for one in inside if one.first == start and one.last == end), None)
    if whole is not None:
        return whole.start, whole.end, "direct"
    if that := _THAT.search(article.text, max(0, start - LONGEST_THAT), start):
        start = that.start(1)
    return start, end, "mixed" if inside else "indirect"
