"""Where an article is dated: the country of its dateline, "QUITO, May 27 (Wire) –", and the federal district of one in the United
States, "DAYTON, Ohio –"."""

import re
from functools import cache

from helpers.names import countries
from helpers.texts import Article, word_list

__all__ = ["dated_country", "dated_district", "dated_state", "dated_town", "is_city"]

FRONT = 2_000  # characters in which a dateline stands
_DATELINE = re.compile(
    r"^[ \t]{0,4}([A-ZÀ-Þ][\w.'’-]{1,20}(?: [A-ZÀ-Þa-z][\w.'’-]{1,20}){0,3})"
    r"(?:, ([^–—\n()]{2,40}?))?(?: ?\([^()\n]{2,40}\))?\.?(?: ?(?:–|—|-{1,2})|(?<=[A-ZÀ-Þ]{2}):|(?<=\)):) ",
    re.MULTILINE,
)


def dated_country(article: Article) -> str:
    """The country in whose city an article is dated; empty without a dateline, and in the United States."""
    place, behind = _place(article)
    if behind in _states():
        return ""
    if country := _country(behind):
        return country if country != "United States" else ""
    return next((row["country"] for row in word_list("agencies/datelines") if place in _cities(row)), "")


def dated_district(article: Article) -> str:
    """The federal district of the United States in whose city an article is dated, "Southern District of Ohio", or that of a
    whole state; empty if there are several."""
    place, behind = _place(article)
    state = _states().get(behind, "")
    if behind and not state and not any(letter.isdigit() for letter in behind):
        return ""  # of another country
    rows = [row for row in word_list("agencies/districts") if state in ("", row["state"])]
    fitting = {row["district"] for row in rows if place in _cities(row)}
    if not fitting and state:
        fitting = {row["district"] for row in rows}
    return fitting.pop() if len(fitting) == 1 else ""


def dated_state(article: Article) -> str:
    """The state of the United States that stands behind the city of a dateline; empty without one."""
    return _states().get(_place(article)[1], "")


def dated_town(article: Article) -> str:
    """The town of a dateline that names its state too: "MUSKEGON, Mich. –"."""
    town, behind = _place(article)
    return town.title() if behind in _states() else ""


def is_city(name: str) -> bool:
    """Whether a name is that of a city with which datelines begin."""
    return name.lower() in _known()


def _place(article: Article) -> tuple[str, str]:
    """The city of the dateline, and what stands behind its comma, both in small letters; empty without one."""
    every = _DATELINE.finditer(article.text[:FRONT])
    found = ((one[1].lower(), (one[2] or "").lower().strip(" .")) for one in every)
    return next(
        (one for one in found if one[0] in _known() or one[1] in _states() or _country(one[1])), ("", "")
    )


def _country(behind: str) -> str:
    """The country that stands behind the city of a dateline: "Mexico, March 27"; empty without one."""
    name = behind.split(",")[0].strip(" .").title()
    return name if name in countries() else ""


@cache
def _states() -> dict[str, str]:
    """Name or abbreviation of a state, in small letters -> its name."""
    rows = word_list("agencies/districts")
    return {
        name.lower().rstrip("."): row["state"]
        for row in rows
        for name in (row["state"], *row["short"].split("|"))
    }


@cache
def _known() -> frozenset[str]:
    rows = (*word_list("agencies/districts"), *word_list("agencies/datelines"))
    return frozenset(city for row in rows for city in _cities(row))


def _cities(row: dict[str, str]) -> list[str]:
    return row["cities"].lower().split("|")
