"""Ages told one by one beside the number of those who have them: "three men, aged 24, 31 and 45".

In: the figures of an article. Out: ties of "names" of a number of people and their ages.
"""

import re
from collections.abc import Iterator

from helpers.checks.binding import Tie
from helpers.checks.frames import Story
from helpers.checks.name_lists import Name, list_tie
from helpers.texts import PEOPLE_CLASSES

__all__ = ["find_listed_ages"]

FEWEST, MOST = 2, 12
_AGE = re.compile(r"\d{1,2}")
_MANY = r"\d{1,2}(?:,\s\d{1,2}){1,10},?\s(?:and|&)\s\d{1,2}|\d{1,2}\s(?:and|&)\s\d{1,2}"
_NO_LIST = r"\d|[.,]\d|\s?[-–]\s?\d|\s(?:and|or)\s(?:over|under|older|younger|above|below|up)|\s(?:to|percent|per|kilo|days|weeks|months|hours)\b"
_AGES = re.compile(
    rf"(?P<between>[^.;:()\d]{{0,60}}?)[,(]?\s?\(?(?:aged|ages|who\s(?:are|were)(?:\saged)?)\s(?P<ages>{_MANY})(?!{_NO_LIST})"
)
_ADDED = re.compile(r"\b(?:and|plus|,)\s$")  # "three men and two women, aged …"
_OTHERS = re.compile(r"\b(?:and|or|between|including|among|from)\b")


def find_listed_ages(story: Story) -> Iterator[Tie]:
    """Every number of people with the ages that stand behind it."""
    for one in story.counted:
        if not one.exact or not FEWEST <= one.value <= MOST or one.noun_class not in PEOPLE_CLASSES:
            continue
        found = _AGES.match(one.after)
        if not found or _OTHERS.search(found["between"]) or _ADDED.search(one.before[-30:]):
            continue
        at = one.end + found.start("ages")
        ages = [
            Name(at + age.start(), at + age.end(), age[0], one.line) for age in _AGE.finditer(found["ages"])
        ]
        if (
            len(ages) == one.value or len(ages) > 2
        ):  # "five men, aged 20 and 43" tells the youngest and the oldest
            yield list_tie(one, ages, len(ages), "ages", {"list": 1.0, "adjacent": 1.0})
