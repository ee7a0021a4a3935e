"""What is known of figures that agree, by name: how surprising the agreement is, where the figures stand, what they count.

In: a sum or a quotient (`helpers.checks.agreeing` finds them). Out: named features, most between 0 and 1.
"""

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, between

__all__ = ["Quotient", "Sum", "of_quotient", "of_sum"]

SMALL, FEW = 10, 3
_LEVELS = {"same noun": "same noun", "same class": "same class", "open": "open", "other noun": "other noun", "": "unlike"}  # fmt: skip
_LISTED = re.compile(r"[^.;:]{0,60}?(?:,|\band\b|;)[^.;:]{0,40}")
_OF_WHOM = re.compile(r"\b(?:of|among)\s(?:them|whom|which|those)\b")
_THAN = re.compile(r"\b(?:than|more|fewer|less)\b")


@dataclass(frozen=True)
class Sum:
    """Parts that add up to a whole: `skipped`: how many figures of the stretch are no parts; `tried`: figures of the dimension."""

    parts: tuple[Frame, ...]
    whole: Frame
    skipped: int
    tried: int


@dataclass(frozen=True)
class Quotient:
    """A figure that is another two's quotient, or the percentage that one is of the other or differs from it: how far `off`
    (relative), and how much its rounding leaves open (`width`)."""

    template: str
    above: Frame
    below: Frame
    stated: Frame
    off: float
    width: float


def of_sum(story: Story, one: Sum, rivals: int) -> dict[str, float]:
    """What is known of a sum; `rivals`: how many others have the same whole."""
    parts, whole, number = one.parts, one.whole, len(one.parts)
    lines = {part.line for part in parts}
    tried = one.tried * (max(number - 1, 1) if one.skipped else 1)
    links = [between(a, b) if a.line == b.line else "" for a, b in pairwise(parts)]
    gap = min(story.gap(line, whole.line) for line in lines)
    found = {
        "digits": _digits(whole),
        "expected by chance": math.log10(max(tried / 10 ** _digits(whole), 1e-7)),
        "tried": math.log10(tried),
        "skipped": float(one.skipped),
        "two parts": float(number == 2),
        "many parts": float(number > 3),
        "parts in one sentence": float(len(lines) == 1),
        "whole in their sentence": float(whole.line in lines),
        "whole far": math.log10(1 + gap) / 3,
        "parts apart": math.log10(1 + parts[-1].start - parts[0].start) / 3,
        "whole among them": float(parts[0].start < whole.start < parts[-1].start),
        "whole in head": float(story.is_head(whole)),
        "whole in lead": float(whole.line == story.lead),
        "whole bare": float(not whole.noun),
        "parts bare": sum(not part.noun for part in parts) / number,
        "listed": sum(bool(words and _LISTED.fullmatch(words)) for words in links) / len(links),
        "some of them": float(
            any(_OF_WHOM.search(f"{part.before[-25:]}|{part.after[:25]}") for part in parts)
        ),
        "last is rest": float(parts[-1].refers == "rest"),
        "whole refers": float(whole.refers in ("all", "together", "same")),
        "measured": float(whole.dimension != "count"),
        "cells": sum(part.block.startswith("table") for part in parts) / number,
        "equal parts": float(len({part.value for part in parts}) < number),
        "largest part": max(part.size for part in parts) / whole.size,
        "rivals": min(rivals, 5) / 5,
    }
    found |= _shares("whole", [agreement(part, whole) for part in parts])
    return found | _shares("parts", [agreement(a, b) for a, b in pairwise(parts)])


def _shares(name: str, levels: list[str]) -> dict[str, float]:
    """How many of some figures agree in which way in what they count."""
    return {f"{name} {word}": levels.count(level) / len(levels) for level, word in _LEVELS.items()}


def of_quotient(story: Story, one: Quotient, rivals: int, figures: int) -> dict[str, float]:
    """What is known of a quotient; `rivals`: how many others have the same value; `figures`: of the article."""
    above, below, stated = one.above, one.below, one.stated
    beside = f"{stated.before[-40:]}|{stated.after[:40]}"
    near = f"{stated.before[-60:]}|{stated.after[:60]}".lower()
    level = agreement(above, stated if one.template == "average" else below)
    return {
        "exact": float(one.off < 1e-6),
        "off": one.off / one.width,
        "width": math.log10(one.width),
        "figures": math.log10(figures),
        "digits": _digits(stated),
        "digits above": _digits(above),
        "digits below": _digits(below),
        "small": float(stated.value <= SMALL),
        "few below": float(below.value <= FEW),
        "stated counts": float(stated.dimension == "count"),
        "stated ratio": float(stated.dimension == "ratio"),
        "unit of above": float(stated.dimension == above.dimension),
        "below counts": float(below.dimension == "count"),
        "below time": float(below.dimension.startswith("time")),
        "above time": float(above.dimension.startswith("time")),
        "above far from below": math.log10(1 + story.gap(above.line, below.line)) / 3,
        "below far": math.log10(1 + story.gap(below.line, stated.line)) / 3,
        "above far": math.log10(1 + story.gap(above.line, stated.line)) / 3,
        "above in its sentence": float(above.line == stated.line),
        "above beside below": float(above.line == below.line),
        "between them": float(min(above.start, below.start) < stated.start < max(above.start, below.start)),
        "last": float(stated.start > max(above.start, below.start)),
        "for one": float(has_cue("for one", beside)),
        "for one in sentence": float(has_cue("for one", stated.sentence)),
        "below named": float(bool(below.noun) and _opens_word(below.noun[:5].lower(), near)),
        "compared": float(bool(_THAN.search(stated.after[:40]))),
        "rough": float(not stated.exact),
        "head": float(any(story.is_head(x) for x in (above, below, stated))),
        "open": float(level == "open"),
        "same noun": float(level == "same noun"),
        "rivals": min(rivals, 5) / 5,
    }


def _opens_word(letters: str, text: str) -> bool:
    """Whether a word of a text begins with some letters."""
    at = text.find(letters)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at = text.find(letters, at + 1)
    return at >= 0


def _digits(one: Frame) -> float:
    """To how many digits a figure is told, less one."""
    return math.log10(max(one.value / one.step, 1.0))
