"""The names of places on a notebook's page, by which links find them, and what lets JupyterLab scroll there."""

from urllib.parse import quote

__all__ = ["anchor", "as_high", "number_places"]

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


def as_high(plain: str, pixels: int) -> str:
    """Plain text with empty lines at its end, up to so many pixels. JupyterLab guesses from its lines how high that is which
    it has not drawn yet; after a guess too low, what a link leads to lands at the edge of the screen or beyond.

    >>> as_high("a", 40), as_high("a", 0)
    ('a\\n', 'a')
    """
    return plain + "\n" * max(0, pixels // LINE_IN_LAB - len(plain.split("\n")))
