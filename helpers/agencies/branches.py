"""The field offices and teams of a national body, "the Laredo Field Office": they act for the body to which the article ties them,
and keep their words as its mention."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.datelines import is_city
from helpers.names import Found, by_name, gazetteer, plain_name, scan
from helpers.texts import Sentence, word_list, word_set

__all__ = ["body_of_branch", "branch_in_city", "is_branch", "own_words", "owned_units"]

_CITY = re.compile(r" ((?:[A-Z][\w.-]{1,20} ?){1,3})")
_OWNS = re.compile(r"['’]s? ")
_NAMED = ("name", "abbreviation")


def is_branch(words: str) -> bool:
    """Whether words are the name of a field office or team, with or without that of its body."""
    return _ending().search(words.split(" of ")[0]) is not None


def body_of_branch(words: str, sentence: Sentence, scans: dict[int, Iterable[Found]], at: int) -> str:
    """The national body for which a field office acts: the one in its own name, else the only one before it in the sentence that
    has such offices, else the only one that the article names; empty without one.

    Args:
        words: The name of the office.
        sentence: The sentence.
        scans: Start of a sentence -> its candidates.
        at: Offset of the name in the sentence.
    """
    row = next(
        (row for row in word_list("agencies/branches") if words.split(" of ")[0].endswith(row["ending"])),
        None,
    )
    if row is None:
        return ""
    every = [
        (start, one) for start, found in scans.items() for one in found if one.kind in _NAMED and one.rows
    ]
    before = [one for start, one in every if start == sentence.start and one.end <= at]
    own = [one for one in scan(words.replace(row["ending"], "–")) if one.kind in _NAMED and one.rows]
    for circle in (own, before, [one for _, one in every]):
        fitting = {
            name for one in circle if re.search(row["bodies"], name := gazetteer()[one.rows[0]]["agency"])
        }
        parents = {by_name()[name]["part_of"] for name in fitting}
        if fitting := fitting - parents:
            return fitting.pop() if len(fitting) == 1 else ""
    return ""


def own_words(words: str) -> str:
    """The name of a field office without the body that owns it, if its place is left: "Newark Field Office" of "the FBI's Newark
    Field Office"."""
    rest = plain_name(words).split("'s ")[-1]
    return plain_name(words) if any(rest == row["ending"] for row in word_list("agencies/branches")) else rest


def branch_in_city(row: AgencyRow) -> str:
    """The name of a body's branch that is told by its city alone, "ERO Boston", "Interpol Quito", in full; empty of other
    mentions."""
    bodies = (one["by_city"] for one in word_list("agencies/branches") if one["by_city"])
    federal = row.level == "federal" and not any(re.search(body, row.agency) for body in bodies)
    if row.linked_by not in _NAMED or federal:  # but "HSI Houston" is HSI
        return ""
    behind = _CITY.match(row.sentence, row.end - row.sentence_start)
    words = behind[1].split() if behind else []
    cities = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    city = next((city for city in cities if is_city(city)), "")
    return f"{row.agency} {city}" if city else ""


def owned_units(rows: Iterable[AgencyRow]) -> Iterator[AgencyRow]:
    """The mentions of a sentence; a unit in small letters that a named body owns, "the Board's border department", stands for
    that body."""
    owners: dict[int, AgencyRow] = {}
    for row in rows:
        owner = owners.get(row.start)
        if owner is not None and row.linked_by == "description" and is_small_unit(row.mention):
            row = replace(row, agency=owner.agency, country=owner.country, level=owner.level)
        elif row.level != "unnamed" and (owning := _OWNS.match(row.sentence, row.end - row.sentence_start)):
            owners[row.sentence_start + owning.end()] = row
        yield row


def is_small_unit(words: str) -> bool:
    """Whether words in small letters are those for a part of a body: "border department"."""
    return words.islower() and words.split()[-1] in word_set("small_unit_heads")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(re.escape(row['ending']) for row in word_list('agencies/branches'))})$")
