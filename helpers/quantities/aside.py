"""Numbers set aside: every run of digits and every number word that is in no row of dates or quantities, with
the reason.

What the grammar of a language says of a number ("age", "law", "telephone") is kept; the rest is found by a
sweep over the text, so that none is left out. The reasons are in `reasons.csv`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from helpers.quantities.readings import Aside
from helpers.texts import Article, Row, Sentence, cardinal, fold_letters, number_words, word_list

__all__ = ["REASONS", "SetAsideRow", "set_aside"]

REASONS = {row["reason"]: row["meaning"] for row in word_list("quantities/reasons")}
_COUNTS = ("unit", "teen", "ten", "hundred")
_REASONS_OF_WORDS = {
    "ordinal": "ordinal",
    "amount": "vague amount",
    "scale": "vague amount",
    "part": "part, not a share",
    "multiple": "multiple",
}
_ITEM = re.compile(r"(?:^|[\s#(])\d{1,3}[.)]\s")
_FIRST_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s?(½)?")
_SHORT_AGES = {"month": 12, "mes": 12, "week": 52.18, "semana": 52.18, "day": 365.25, "día": 365.25}


@dataclass(frozen=True, kw_only=True)
class SetAsideRow(Row):
    """A number that is neither a quantity nor part of a date.

    Attributes:
        reason: Why: one of `reasons.csv`, such as age, law, telephone, name, ordinal.
        age: The age in years where that is the reason and the text gives it in digits or one word; else None.
        sentence: Text of the sentence it stands in; empty outside of sentences.
        sentence_start: Offset of that sentence.
    """

    reason: str
    age: float | None
    sentence: str
    sentence_start: int


@cache
def _multiples(language: str) -> dict[str, tuple[str, str]]:
    """Word -> kind and what must stand behind it, of verbs that multiply; English alone has a list."""
    rows = word_list("quantities/en/multiples") if language == "en" else ()
    return {row["word"]: ("multiple", row["behind"]) for row in rows}


@cache
def _number_words(language: str) -> dict[str, tuple[str, float]]:
    """Word -> kind and value of every word of a language that is a number or made of one."""
    return {
        word: ("number" if kind in _COUNTS else kind, float(value))
        for word, (kind, value) in number_words(language).items()
        if kind not in ("article", "short scale")
    }


@cache
def _sweep(language: str) -> re.Pattern:
    known = _number_words(language)
    words = [re.escape(word) for word in sorted(known, key=lambda word: (-len(word), word))]
    multiples = [rf"{word}(?!\w){behind}" for word, (_, behind) in _multiples(language).items()] or [r"(?!)"]
    firsts = "".join(
        sorted({word[0] for word in (*known, *_multiples(language))})
    )  # most words are passed over at once
    return re.compile(
        rf"\d+|(?<!\w)(?=[{firsts}])(?:(?P<multiple>{'|'.join(multiples)})|{'|'.join(words)})(?!\w)",
        re.IGNORECASE,
    )


def set_aside(
    article: Article,
    sentences: Sequence[Sentence],
    asides: Iterable[Aside],
    rows: Iterable[Row],
    languages: Iterable[str],
) -> list[SetAsideRow]:
    """The numbers of an article that are in no row, in the order of the text.

    Args:
        sentences: Its sentences.
        asides: What the grammar says of numbers that count nothing.
        rows: Its dates and quantities.
        languages: The languages that can be read.
    """
    text = fold_letters(article.text)
    taken = _merged((row.start, row.end) for row in rows)
    kept = [one for one in asides if not _overlaps(taken, one.start, one.end)]
    everything = _merged(chain(taken, ((one.start, one.end) for one in kept)))
    kept += _left(text, sentences, everything, frozenset(languages))
    return list(_rows(article, text, sentences, sorted(kept, key=lambda one: one.start)))


def _left(
    text: str, sentences: Sequence[Sentence], taken: list[tuple[int, int]], languages: frozenset[str]
) -> Iterator[Aside]:
    """The numbers that nobody has looked at; between the sentences as well as in them."""
    at = 0
    for sentence in chain(sentences, [None]):
        begin, stop = (sentence.start, sentence.end) if sentence else (len(text), len(text))
        furniture = bool(sentence) and sentence.block.kind == "furniture"
        language = sentence.language if sentence and sentence.language in languages else "en"
        for start, end in ((at, begin), (begin, stop)):
            for match in _sweep(language).finditer(text, start, end):
                between = (start, end) != (begin, stop)
                near = (
                    sentence and 0 < sentence.start - match.end() < 4
                )  # "1. Main points": the number of an item
                item = between and near and _ITEM.match(text, max(0, match.start() - 1))
                unread = furniture or between and not item
                unread = unread or sentence and sentence.language not in languages
                for span in _free(taken, *match.span()):
                    yield Aside(*span, "not read" if unread else _reason(text, match, language))
        at = max(at, stop)


def _reason(text: str, match: re.Match, language: str) -> str:
    """Why a number may have been left out that the grammar did not name."""
    word = match[0].lower()
    if not word[0].isdigit():
        known = _multiples(language) if match["multiple"] else _number_words(language)
        kind = known[word][0]
        return _REASONS_OF_WORDS.get(kind, "not understood")
    around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if any(letter.isalpha() for letter in around):
        return "name"
    return "list number" if _ITEM.match(text, max(0, match.start() - 1)) else "not understood"


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans without overlaps, in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return list(_free(spans, start, end)) != [(start, end)]


def _free(spans: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a span that none of the spans, which are in order, covers."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    for number in range(first, len(spans)):  # a slice would copy the rest for every number
        begin, stop = spans[number]
        if begin >= end:
            break
        if start < begin:
            yield start, begin
        start = max(start, stop)
    if start < end:
        yield start, end


def _rows(
    article: Article, text: str, sentences: Sequence[Sentence], asides: Sequence[Aside]
) -> Iterator[SetAsideRow]:
    at = 0
    for one in asides:
        while at < len(sentences) - 1 and sentences[at].end <= one.start:
            at += 1
        sentence = (
            sentences[at] if sentences and sentences[at].start <= one.start < sentences[at].end else None
        )
        end = min(one.end, sentence.end) if sentence else one.end
        yield SetAsideRow(
            article=article.slug,
            start=one.start,
            end=end,
            quote=article.text[one.start : end],
            block=sentence.block.kind if sentence else "",
            reason=one.reason,
            age=_age(text[one.start : end], sentence) if one.reason == "age" else None,
            sentence=sentence.text if sentence else "",
            sentence_start=sentence.start if sentence else one.start,
        )


def _age(quote: str, sentence: Sentence | None) -> float | None:
    """The age in years that the words give."""
    number = _FIRST_NUMBER.search(quote)
    words = re.findall(r"[^\W\d_]+", quote.lower())
    if number:
        value = float(number[1]) + (0.5 if number[2] else 0)
    elif sentence and sentence.language == "es":
        known = _number_words("es")
        value = sum(known[word][1] for word in words if known.get(word, ("",))[0] == "number")
    else:
        first = next((place for place, word in enumerate(words) if word in _number_words("en")), len(words))
        value = cardinal(words[first:], implied=words[first - 1 : first] == ["a"])[0]
    if not value:
        return None
    size = next((size for word, size in _SHORT_AGES.items() if re.search(rf"\b{word}", quote.lower())), 1)
    return round(value / size, 2)
