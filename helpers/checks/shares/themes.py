"""The parts of a total given in numbers in one place and in percent in another.

In: sums that hold, and percentages of bullets and table rows. Out: ties of "share": a percentage whose words name one of
the parts and no other ("110 violent offenders" of 370, and "45% faced charges of violent crime").
"""

import re
from collections.abc import Iterable, Iterator

from helpers.checks.arithmetic import share_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story
from helpers.texts import PEOPLE_CLASSES, noun_class, singular

__all__ = ["find_theme_shares"]

_STEM = 5  # letters by which words of one family agree: violent, violence
_EMPTY_CLASSES = (*PEOPLE_CLASSES, "generic", "group", "place", "time")


def find_theme_shares(story: Story, sums: Iterable[Tie], tolerance: float) -> Iterator[Tie]:
    """Percentages of lists and tables that name a part of a total that holds."""
    percents = [
        one
        for one in story.frames
        if one.dimension == "percent" and one.block in ("bullet", "table row") and one.exact
    ]
    seen: set[frozenset[int]] = set()
    for tie in sums:
        *parts, whole = tie.items
        places = frozenset(part.start for part in parts)
        if (
            not percents
            or not tie.verdict.holds
            or len(parts) < 3
            or places in seen
            or len(parts) > 8
            or not whole.counts
        ):
            continue
        seen.add(places)
        themes = [_theme(f"{part.label} {part.noun} {part.what} {part.after[:45]}") for part in parts]
        matched = [
            (named[0], percent)
            for percent in percents
            if len(named := _named(parts, themes, percent)) == 1
            and not any(one.counts for one in story.by_line[percent.line])
        ]
        told = (
            len({part.start for part, _ in matched}) > 1
        )  # the whole division is given again, not one word by chance
        for part, percent in matched:
            verdict = share_verdict(part, whole, percent, tolerance)
            evidence = {"named": 2.0, "list": 1.0, "of them": 1.0}
            natural = told and whole.dimension == "count"
            yield Tie(
                "share", (part, whole, percent), verdict, evidence, ("share", percent.start), (), natural
            )


def _named(parts: list[Frame], themes: list[frozenset[str]], percent: Frame) -> list[Frame]:
    """The parts that the words of a percentage name."""
    own = _theme(f"{percent.label} {percent.what} {percent.after[:60]}")
    return [part for part, theme in zip(parts, themes, strict=True) if theme & own]


def _theme(text: str) -> frozenset[str]:
    """Stems of the words that tell a kind of person or case from others."""
    text = re.split(r"[;.]|,\s(?:and\s)?\d", text)[0]
    words = {singular(word) for word in re.findall(r"[^\W\d_]{4,}", text)}
    return frozenset(word[:_STEM] for word in words if noun_class(word) not in _EMPTY_CLASSES) - _COMMON


_COMMON = frozenset(
    word[:_STEM]
    for word in [
        "with",
        "from",
        "that",
        "which",
        "were",
        "have",
        "been",
        "their",
        "other",
        "than",
        "this",
        "these",
        "those",
        "charge",
        "faced",
        "crime",
        "criminal",
        "history",
        "record",
        "convicted",
        "conviction",
        "related",
        "involved",
        "individual",
        "offense",
        "offence",
    ]
)
