"""A day or a period given again: "June 5, 2022" twice, "yesterday (11 March)", "a week from today" and "the 21st".

In: the dates of an article. Out: ties of "restated" of dates that are the same stretch of the calendar. A printed day that
returns in the running text is one; so are the day of a word that leads from publication or from another day, and the
printed one. A bare weekday, and the line that dates the article, say nothing again.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from helpers.checks.alike import again_in_brackets
from helpers.checks.arithmetic import HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Moment, Story

__all__ = ["find_days_again"]

MOST = 6  # mentions: what is named more often is what the whole text is about
_RUNNING = ("paragraph", "bullet")
# words that place a day by another one
_LED_TO = re.compile(
    r"\b(?:last|next|ago|following|previous|from\s(?:today|now)|today|yesterday|tomorrow|tonight)\b", re.I
)


def find_days_again(story: Story) -> Iterator[Tie]:
    """The days and periods of an article that it names again."""
    for one, other in pairwise(story.moments):
        if _span(one) == _span(other) and again_in_brackets(one, other) and other.after[:1] == ")":
            yield _tie_of_day([one, other], {"adjacent": 1.0, "named": 1.0, "same line": 1.0})
    told: dict[tuple, list[Moment]] = defaultdict(list)
    for one in story.moments:
        if _span(one) and one.block in _RUNNING and (_is_led_to(one) or _is_printed(one)):
            told[_span(one)].append(one)
    for group in told.values():
        led_to = [one for one in group if _is_led_to(one)]
        if len(group) <= MOST and (_returns(group) if not led_to else len(led_to) < len(group)):
            yield _tie_of_day(group, {"named": 1.0, "cue": 1.0})


def _span(one: Moment) -> tuple | None:
    """First and last day; None of a length, and of a year, which every other text names again."""
    if not (one.begin and one.finish) or one.length or one.precision == "year":
        return None
    return one.begin, one.finish


def _is_led_to(one: Moment) -> bool:
    return bool(_LED_TO.search(one.quote))


def _is_printed(one: Moment) -> bool:
    return any(letter.isdigit() for letter in one.quote)


def _returns(printed: list[Moment]) -> bool:
    """Whether a single day is printed in more than one sentence."""
    return printed[0].days == 1 and len({one.line for one in printed}) > 1


def _tie_of_day(group: list[Moment], evidence: dict[str, float]) -> Tie:
    first, last = group[0], group[-1]
    formula = " = ".join(dict.fromkeys(one.quote for one in group))
    verdict = Verdict(
        HOLDS, str(first.begin), str(last.begin), formula if " = " in formula else f"{formula} again"
    )
    return Tie("restated", tuple(group), verdict, evidence, ("restated", first.start))
