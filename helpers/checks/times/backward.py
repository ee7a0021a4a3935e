"""A case that steps back in time where no word says so: "arrested on 8 November 2022, charged on 3 February 2021 and convicted on 21
May 2024".

In: the steps of the one case that an article tells of (`helpers.checks.times.chains`), in whatever order it tells them. Out: a tie of "order"
of a step and the next one in the text, which lies before it although the story goes on beyond both. Where an article begins with
the outcome and goes back to the beginning, it does not come past that outcome again; and a step that is told of an earlier time
mostly has a word for it.
"""

import re
from itertools import pairwise

from helpers.checks.arithmetic import FAILS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.times.steps import Step

__all__ = ["stepped_back"]

NEAR = 120  # characters before a date in which a word for an earlier time may stand
_CLAUSE = re.compile(r"[;:]|,\s|\.\s|\s[–—]\s|\b(?:and|but|while)\s")
_PRINTED = re.compile(r"\d")  # a weekday is mostly that of the news
_DAY = ("day", "month")


def stepped_back(case: list[Step], never: set[tuple[str, str]]) -> Tie | None:
    """A tie that fails, of two steps of a case of which the second must lie later by the words alone, and lies earlier.

    Args:
        case: Steps of one case.
        never: Pairs of kinds of events of which the first must come first.
    """
    told = sorted(case, key=lambda one: one.moment.start)
    for at, (first, then) in enumerate(pairwise(told)):
        back = then.moment.finish < first.moment.begin
        on = any(one.moment.begin > first.moment.finish for one in told[at + 2 :])
        if back and on and (then.kind, first.kind) not in never and _goes_on(first, then):
            return _tie(first, then)
    return None


def _tie(first: Step, then: Step) -> Tie:
    a, b = first.moment, then.moment
    formula = (
        f"{then.kind or 'the next step'} on {b.begin} lies before {first.kind or 'the step'} on {a.begin}"
    )
    verdict = Verdict(FAILS, str(a.begin), str(b.begin), formula)
    return Tie("order", (a, b), verdict, {"cue": 1.0, "back": 1.0}, ("order", a.start, b.start))


def _is_plain(one: Step) -> bool:
    """Whether a step is a day of running text that is printed."""
    moment = one.moment
    return (
        moment.precision in _DAY
        and bool(_PRINTED.search(moment.quote))
        and not one.features & {"dateline", "ahead", "since", "as of", "by", "until"}
    )


def _goes_on(first: Step, then: Step) -> bool:
    """Whether the words of a step say nothing of an earlier time or of another matter."""
    moment = then.moment
    plain = _is_plain(first) and _is_plain(then) and moment.precision == first.moment.precision
    if not plain or "reported" in first.features:
        return False
    place = moment.start - moment.sentence_start
    low = first.moment.end - moment.sentence_start if first.moment.line == moment.line else 0
    words = moment.sentence[max(0, low, place - NEAR) : place]
    clause = _CLAUSE.split(words)[-1]
    behind = re.split(r"[,;.]", moment.after)[0]
    return not (
        has_cue("back in time", clause)
        or has_cue("aside", words, behind)
        or has_cue("another", moment.sentence)
    )
