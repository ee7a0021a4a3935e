"""Makes archives of any size for measuring: articles that vary the names, dates and figures of given texts.

The same numbers give the same articles. They read like news but tell nothing true; their publisher says so.
"""

import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from helpers.archive.document import Document
from helpers.texts import MONTH_NAMES, Article

__all__ = ["made_articles"]

PUBLISHER = "made for measuring"
_FIGURE = re.compile(r"(?<![\w.,$/-])\d{1,3}(?:,\d{3}){0,3}(?![\w,/-]|\.\d)")
_YEAR = re.compile(r"(?<![\w,.$])(?:19|20)\d\d(?![\w,])")
_MONTH = re.compile(rf"\b(?:{'|'.join(month for month in MONTH_NAMES if month != 'May')})\b")
_NAME = re.compile(r"\b[A-Z][a-z]{3,12} [A-Z][a-z]{4,12}(?=,| said| was| were| told)")
_FIRST = ("Ana", "Luis", "Maria", "Peter", "Helen", "Omar", "Julia", "Daniel", "Rosa", "Martin")
_LAST = ("Keller", "Ortega", "Holm", "Brandt", "Varga", "Costa", "Novak", "Lindqvist", "Duarte", "Weaver")
FIRST_DAY, DAYS = date(2005, 1, 1), 7300


def made_articles(texts: Sequence[Article], count: int, seed: int = 0) -> Iterator[Document]:
    """Articles made from texts, one at a time.

    Args:
        texts: The patterns, used in turn.
        count: How many.
        seed: Another one gives other articles.

    >>> from helpers.texts import load_corpus
    >>> [one.slug for one in made_articles(load_corpus(), 2)]
    ['made-0000001', 'made-0000002']
    """
    for number in range(count):
        pattern = texts[number % len(texts)]
        chance = random.Random(f"{seed}-{number}")
        published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        yield Document(
            text=_varied(pattern.text, chance, published),
            slug=f"made-{number + 1:07}",
            published=published.isoformat(),
            published_basis=PUBLISHER,
            publisher=PUBLISHER,
            source=f"{pattern.slug}, number {number + 1}",
            tool=PUBLISHER,
        )


def _varied(text: str, chance: random.Random, published: date) -> str:
    """A text with other figures, years, months and names; equal words are replaced by equal words."""
    factor, months, people = chance.uniform(0.5, 2), chance.randrange(12), {}

    def figure(match: re.Match) -> str:
        value = int(match[0].replace(",", ""))
        return match[0] if value < 10 else f"{max(2, round(value * factor)):,}"

    def name(match: re.Match) -> str:
        return people.setdefault(match[0], f"{chance.choice(_FIRST)} {chance.choice(_LAST)}")

    years = {
        year: str(published.year - offset)
        for offset, year in enumerate(sorted(set(_YEAR.findall(text)), reverse=True))
    }
    text = _FIGURE.sub(lambda match: figure(match) if not _is_day(text, match) else match[0], text)
    text = _YEAR.sub(lambda match: years.get(match[0], match[0]), text)
    text = _MONTH.sub(lambda match: MONTH_NAMES[(MONTH_NAMES.index(match[0]) + months) % 12], text)
    return _NAME.sub(name, text)


def _is_day(text: str, match: re.Match) -> bool:
    """Whether a number may belong to a date, or is a year: these are not multiplied."""
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 12]
    return bool(
        re.fullmatch(r"(?:19|20)\d\d", match[0])
        or re.search(r"[A-Z][a-z]{2,8}\.? $", before)
        or re.match(r" [A-Z][a-z]{2}", after)
    )
