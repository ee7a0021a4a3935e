"""Sentences of a block.

The annotation unit of this project is a *unit*: a sentence of a title, heading, paragraph or bullet, or a
whole table line. Units are found by rule and not by the model, because the model splits after "P.J." and
"D.C.", depends on its version, and costs a parse for every sentence. `helpers.texts.model.parse` runs the
model only over the units that somebody asks for.

>>> from helpers.texts.corpus import Article
>>> article = Article(slug="x", text="Acting Director P.J. Hill of the U.S. agency spoke. It held 3.5 kg.")
>>> [unit.text for unit in sentences(article)]
['Acting Director P.J. Hill of the U.S. agency spoke.', 'It held 3.5 kg.']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from helpers.texts.blocks import Block
from helpers.texts.corpus import Article
from helpers.texts.fold import fold_spaces
from helpers.texts.languages import language_of
from helpers.texts.lexicon import abbreviations
from helpers.texts.lists import word_list

__all__ = ["Sentence", "sentence_around", "sentences"]


@dataclass(frozen=True)
class Sentence:
    """A sentence, a heading, a bullet sentence or a table line.

    Attributes:
        start, end: Offsets into the article's text, end exclusive.
        text: `article.text[start:end]`, with spaces of every kind as plain ones.
        block: The block it belongs to.
        known: Short names in it that the article introduces elsewhere, such as an abbreviation in brackets
            (`helpers.names.masks`).
        language: The language of its block, as an ISO 639 code.
    """

    start: int
    end: int
    text: str
    block: Block
    known: frozenset[str] = frozenset()
    language: str = "en"


LONGEST = 6000  # characters of a sentence; so many are none
_END = re.compile(r"[.!?…]{1,8}[\"”’')\]]{0,3}(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘–—]+$")
_DAY_GOES_ON = re.compile(  # "7. Oktober", "1. 12. 2023"
    rf"(?<!\d)\d{{1,2}}\.\s(?:\d{{1,2}}\.\s(?:1[89]|20)\d\d|{'|'.join(row['word'] for row in word_list('texts/foreign_months'))})\b"
)
# "On 3.12. 14 men were held": a day and its month
_DAY_OF_MONTH = re.compile(
    r"(?i)\b(?:on|since|from|until|till|to|by)\s(?:[12]?\d|0\d|3[01])\.(?:1[0-2]|0?[1-9])\.$"
)
BRACKETED_RANKS = r"[Rr]etd?|Dr|Prof|Eng"  # "Gen. (ret.) Jo Sample"
_IN_BRACKETS = re.compile(rf"\((?:{BRACKETED_RANKS})\.\)$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+|(?:[A-Z][a-z]{0,2}\.){2,}")


def sentences(article: Article) -> list[Sentence]:
    """The sentences of an article in the order of its text."""
    main = language_of(article.text)
    return [
        Sentence(start, end, fold_spaces(article.text[start:end]), block, language=language)
        for block in article.blocks
        for language in (language_of(block.text, main),)
        for start, end in _spans(article.text, block)
    ]


def sentence_around(article: Article, place: int) -> tuple[int, int] | None:
    """Start and end of the sentence that holds a place; None if none does. No other block is split.

    >>> sentence_around(Article(slug="a", text="Police held 3 men. They left."), 20)
    (19, 29)
    """
    for block in article.blocks:
        if block.start <= place < block.end:
            return next((span for span in _spans(article.text, block) if span[0] <= place < span[1]), None)
    return None


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a block. What has no full stop for pages is cut at blanks: every row holds the
    words of its sentence, and a book without full stops would stand in each of them."""
    if block.kind.startswith("table"):
        yield block.start, block.end
        return
    for start, end in _to_full_stops(text, block):
        while end - start > LONGEST:
            blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = blank if blank > 0 else start + LONGEST
            yield start, cut
            start = cut + (blank > 0)
        yield start, end


def _to_full_stops(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() < block.end and _ends_sentence(text, start, match, block):
            yield start, match.end()
            start = match.end()
            while start < block.end and text[start].isspace():
                start += 1
    if start < block.end:
        yield start, block.end


def _ends_sentence(text: str, start: int, match: re.Match, block: Block) -> bool:
    """Whether the full stop (or ! or ?) at match ends the sentence that begins at start."""
    following = text[match.end() : min(block.end, match.end() + 60)].split(maxsplit=1)
    if not following:
        return False
    following = following[0].strip("\"“‘'([")
    if not following or following[0].islower() or following[0] == "§":
        return False
    if _IN_BRACKETS.search(text, max(start, match.start() - 6), match.end()):
        return False
    if (
        match[0][0] != "." or len(match[0]) > 1
    ):  # "?", "!", "…" and ".”" end a sentence before a capital or a number
        return True
    before = _LAST_WORD.search(text, max(start, match.start() - 40), match.start() + 1)
    word = before[0] if before else ""
    if word[:-1].isdigit() and any(
        date.start() < match.start() < date.end()
        for date in _DAY_GOES_ON.finditer(text, max(start, match.start() - 6), match.end() + 22)
    ):
        return False
    if following[0].isdigit() and _DAY_OF_MONTH.search(text, max(start, match.start() - 12), match.end()):
        return False
    if word.lower() in _abbreviations(
        "title", "person"
    ):  # "Dr. Covarrubias", "No. 5": something always follows
        return False
    if word.lower() in _abbreviations("other") or _INITIALS.fullmatch(word):
        if block.kind in (
            "title",
            "heading",
        ):  # "Mexican and U.S. Authorities": capitals tell nothing in a headline
            return False
        return (
            len(word) > 2 and following.rstrip(",").lower() in _openers()
        )  # "in the U.S. The agency", but "U.S. Customs", "J. Smith"
    return True


@cache
def _abbreviations(*kinds: str) -> frozenset[str]:
    return frozenset(word.lower() for word in abbreviations(*kinds))


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("texts/sentence_openers"))
