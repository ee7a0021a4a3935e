"""What notebook 1 concludes on lengths of time and the days they cover, and on events that must follow each other."""

import pandas as pd

from helpers.findings.arithmetic import OPEN
from helpers.findings.words import amount, at_start, called, listed, number

__all__ = ["about_order"]

THEN = ", then "  # between two events in order, in the words of `arithmetic`
FAILURES_SAID = 2  # in the headline; the table has them all
TESTED = {
    "duration_matches_range": ("length of time", "lengths of time"),
    "order_of_events": ("order of events", "orders of events"),
}
HOLDS = {"duration_matches_range": "fits its days", "order_of_events": "is right"}


def about_order(calculated: pd.DataFrame) -> list[str]:
    """How many of them hold, and which order says nothing if its two dates are those of one event.

    Args:
        calculated: Rows from `helpers.findings.arithmetic.calculate`.
    """
    timed = calculated[calculated["kind"].isin(TESTED)]
    unsure = timed["verdict"] == OPEN
    said = [
        f"{called(row.article)}: if {row.told.replace(THEN, ' and ')} are one event, the text gives it two dates."
        for row in timed[unsure].itertuples()
    ]
    return [*_about_tested(timed[~unsure]), *said]


def _about_tested(timed: pd.DataFrame) -> list[str]:
    if not len(timed):
        return []
    counts = timed["kind"].value_counts()
    words = {kind: amount(int(counts[kind]), *TESTED[kind]) for kind in TESTED if kind in counts}
    failing = timed[~timed["holds"].astype(bool)]
    if len(timed) == 1 and not len(failing):
        kind = timed["kind"].iloc[0]
        return [f"The one {TESTED[kind][0]} that can be checked {HOLDS[kind]}."]
    if not len(failing):
        return [f"{at_start(listed(words.values()))} can be checked, and hold."]
    said = [f"{called(row.article)}: {row.told}" for row in failing.head(FAILURES_SAID).itertuples()]
    rest = len(failing) - len(said)
    where = "; ".join([*said, f"and {number(rest)} more"] if rest else said)
    if len(timed) == 1:
        return [f"**The one {TESTED[timed['kind'].iloc[0]][0]} that can be checked fails** ({where})."]
    fail = "fails" if len(failing) == 1 else "fail"
    return [f"**Of {listed(words.values())} that can be checked, {number(len(failing))} {fail}** ({where})."]
