"""A percentage of a few that are named: 35 percent of seven people is no number of people.

In: percentages of running text. Out: ties of "possible percentage".
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict, number_in_words
from helpers.checks.binding import Tie, near_counts
from helpers.checks.frames import Frame, Story
from helpers.checks.shares.apposed import part_beside
from helpers.checks.shares.pairs import only_differs
from helpers.checks.shares.percents import THEM, is_change, is_fronted, named_by
from helpers.checks.sums.within import is_placed
from helpers.texts import PEOPLE_CLASSES

__all__ = ["find_possible"]

_OF_THESE = re.compile(
    r"(?:^|[;.:]\s)of\s(?:these|those|them|whom)(?:\s[a-z]+)?,\s(?:only\s|just\s|some\s)?$", re.I
)
_OF_THEM = re.compile(r"\sof\sthem\b")
FEW = 60  # of so many, a whole percentage may be one that nobody can have


def find_possible(story: Story) -> Iterator[Tie]:
    """Percentages of a few that are named: 35 percent of seven people is no number of people."""
    for percent in story.frames:
        if percent.dimension == "percent" and not percent.block.startswith("table"):
            yield from _possible(story, percent)


def _possible(story: Story, percent: Frame) -> Iterator[Tie]:
    """What a percentage says of the number of people that it names."""
    shown = _shown(percent)
    if not shown or part_beside(story, percent):  # "Of the 50, 20, or 60%": the percentage of another number
        return
    step = 10.0 ** -len(shown[1] or "") if shown[0][0].isdigit() else 1.0
    back, opened = bool(THEM.match(percent.after)), bool(_OF_THESE.search(percent.before))
    for whole in near_counts(story, percent):
        direct = named_by(percent, whole)
        fronted = whole.line == percent.line and whole.end < percent.start and is_fronted(whole)
        lost = is_placed(whole) and _OF_THEM.match(percent.after)  # "fish on 11 boats, six per cent of them"
        told = (back or opened) and not lost
        above = told and whole.end < percent.start and story.gap(whole.line, percent.line) <= 80
        if not _few(whole, step) or not (direct or fronted or above):
            continue
        evidence = {
            "named": float(direct or fronted),
            "back": float(above),
            "of them": 1.0,
            "same line": float(whole.line == percent.line),
            "adjacent": float(direct),
            "rival": float(above and whole.noun_class not in PEOPLE_CLASSES and not fronted),
        }
        claim = ("possible", percent.start)
        yield Tie("possible percentage", (whole, percent), _verdict(whole, percent, step), evidence, claim)
        return


def _shown(percent: Frame) -> re.Match | None:
    """The number of a percentage that is exact and no change, in digits or words."""
    plain = not percent.approx and percent.low == percent.high and 0 < percent.value < 100
    return (
        re.search(r"\d+(?:[.,](\d+))?|^[a-z]+(?:[-\s][a-z]+)?(?=\sper\s?cent$)()", percent.quote, re.I)
        if plain and not is_change(percent)
        else None
    )


def _few(whole: Frame, step: float) -> bool:
    """Whether a figure counts so few that not every percentage can be one of them."""
    return (
        whole.dimension == "count"
        and whole.exact
        and whole.value == int(whole.value)
        and 1 < whole.value <= FEW / step
        and not only_differs(whole)
    )


def _verdict(whole: Frame, percent: Frame, step: float) -> Verdict:
    """Whether a number of things gives the percentage, rounded or cut."""
    size = int(whole.value)
    about = round(percent.value * size / 100)
    nearest = min((about + way for way in (-1, 0, 1)), key=lambda k: abs(100 * k / size - percent.value))
    fits = abs(percent.value - 100 * nearest / size) <= step / 2 + 1e-9 or any(
        0 <= 100 * (nearest + way) / size - percent.value < step for way in (-1, 0, 1)
    )
    computed = 100 * nearest / size
    formula = f"{nearest} / {size} = {computed:.1f} %"
    return Verdict(HOLDS if fits else FAILS, number_in_words(computed), percent.quote, formula)
