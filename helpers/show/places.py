"""The names of places on a notebook's page, by which links find them, and what lets JupyterLab scroll there."""

from base64 import b32encode
from collections.abc import Iterable
from urllib.parse import quote
from zlib import crc32

__all__ = ["anchor", "as_high", "first_rows", "number_places", "of_article", "of_body", "raised"]

CODE = 5  # signs: of the articles on one page two would have the same in one case of many thousands
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
    notebook that has the place.

    >>> anchor("a", 3, 9, number="4"), anchor("sinaloa-removal", 3, 9, number="4")
    ('4-a-3-9', '4-x5s6j-3-9')
    """
    parts = _own["number"] if number is None else number, _code(article), start, end
    return "-".join(str(part) for part in parts if part != "")


def raised(name: str) -> str:
    """The name of a mark, as an empty link before it that stands some lines higher: JupyterLab scrolls what a link leads to
    to the very top, where it would hide how its sentence begins, and keeps no other distance. Pages give the name to the mark.
    """
    return f"<a id={name} style=position:relative;top:-4em></a>"


def of_article(table: str, article: str, *, number: str | None = None) -> str:
    """A name for the first row that a table has of an article; the other arguments are as for `anchor`."""
    whose = _own["number"] if number is None else number
    return "-".join(filter(None, ["of", table, whose, _code(article)]))


def of_body(body: str) -> str:
    """A name for the place with the sentences on a body.

    >>> of_body("Interpol").endswith("-pk7nz")
    True
    """
    return "-".join(filter(None, ["body", _own["number"], _code(body)]))


def _code(slug: str) -> str:
    """A slug in at most five signs: a notebook says it in many hundred names, and would grow too large to be opened."""
    if len(slug) <= CODE:
        return quote(slug, safe="").replace("%", ".")
    return b32encode(crc32(slug.encode("utf-8")).to_bytes(4, "big"))[:CODE].decode("ascii").lower()


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
