"""When an article was published: by the catalogue or, where that has no date, by a date at the head of the text."""

from datetime import date
from functools import lru_cache

from helpers.dates import published_at_head
from helpers.texts import Article

__all__ = ["AT_HEAD", "is_known", "published", "published_at", "published_day"]

AT_HEAD = "date at the head of the text"
KEPT = 1 << 14  # articles whose head is not read again


def published(article: Article) -> tuple[date, date] | None:
    """First and last day on which an article may have been published; None if nothing tells. The heads of an archive,
    whose articles have no files, are not read again: thousands of them take a minute.

    >>> from pathlib import Path
    >>> published(Article(slug="a", text="Posted: 9 May 2024", file=Path("a.txt")))[0].isoformat()
    '2024-05-09'
    """
    return article.published_range or (_at_head(article) if article.file else None)


@lru_cache(maxsize=KEPT)
def _at_head(article: Article) -> tuple[date, date] | None:
    return published_at_head(article)


def published_day(article: Article) -> str:
    """When an article was published, as a catalogue has it: "2024-05-09", "2024-05" or empty."""
    days = published(article)
    return article.published or (days[0].isoformat() if days else "")


def published_at(article: Article) -> str:
    """How the date of publication is known, in words; empty where nobody says."""
    if article.published_range or not published(article):
        return article.published_basis
    return AT_HEAD


def is_known(article: Article) -> bool:
    """Whether it is known, and not only inferred, when an article was published."""
    return bool(published(article)) and not (article.published_range and article.published_inferred)
