"""The names of places on a notebook's page, by which links find them."""

from urllib.parse import quote

__all__ = ["anchor", "number_places"]

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
