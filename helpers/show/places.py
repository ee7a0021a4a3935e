"""The names of places on a notebook's page, by which links find them, and what lets JupyterLab scroll there."""

from collections.abc import Iterable
from urllib.parse import quote

__all__ = ["anchor", "as_high", "first_rows", "number_places", "of_article"]

LINE_IN_LAB = 17  # pixels: as JupyterLab guesses a line of plain text

_own = {"number": ""}  # of the notebook that runs in this kernel


def number_places(number: int) -> None:
    """Lets the names of all places begin with the number of the notebook: JupyterLab keeps every notebook that is open on one
    page, and a link would lead into another one that names the same place.

    Args:
        number: As in the notebook's file name.
    """
    _own["number"] = str(number)


def anchor(article: str, start: int, end: int, *, number: str | None = None) -> str:
    """A name for a place in an article that can stand in a link whatever the slug holds; `number` is that of another
    notebook that has the place."""
    parts = (
        _own["number"] if number is None else number,
        quote(article, safe="").replace("%", "."),
        start,
        end,
    )
    return "-".join(str(part) for part in parts if part != "")


def of_article(table: str, article: str, *, number: str | None = None) -> str:
    """A name for the first row that a table has of an article; the other arguments are as for `anchor`."""
    whose = _own["number"] if number is None else number
    return "-".join(filter(None, ["of", table, whose, quote(article, safe="").replace("%", ".")]))


def first_rows(table: str, articles: Iterable[str]) -> list[str]:
    """For each row of a table, given the article of each: an empty link with the name of `of_article` in the first of an
    article, and nothing in the others. A page shows the rows of that article alone to whoever is led there."""
    seen: set[str] = set()
    found = []
    for slug in articles:
        found.append("" if slug in seen else f'<a class="of-article" id="{of_article(table, slug)}"></a>')
        seen.add(slug)
    return found


def as_high(plain: str, pixels: int) -> str:
    """Plain text with empty lines at its end, up to so many pixels. JupyterLab guesses from its lines how high that is which
    it has not drawn yet; after a guess too low, what a link leads to lands at the edge of the screen or beyond.

    >>> as_high("a", 40), as_high("a", 0)
    ('a\\n', 'a')
    """
    return plain + "\n" * max(0, pixels // LINE_IN_LAB - len(plain.split("\n")))
