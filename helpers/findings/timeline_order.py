"""What notebook 1 concludes on lengths of time and the days they cover, and on events that must follow each other."""

import pandas as pd

from helpers.findings.arithmetic import OPEN
from helpers.findings.words import amount, at_start, called, listed, number

__all__ = ["about_order"]

FAILURES_SAID = 2  # in the headline; the table has them all
TESTED = {
    "duration_matches_range": ("length of time", "lengths of time"),
    "order_of_events": ("order of events", "orders of events"),
}


def about_order(calculated: pd.DataFrame) -> list[str]:
    """How many of them hold, and which order says nothing if its two dates are those of one event.

    Args:
        calculated: Rows from `helpers.findings.arithmetic.calculate`.
    """
    timed = calculated[calculated["kind"].isin(TESTED)]
    unsure = timed["verdict"] == OPEN
    said = [
        f"{called(row.article)}: the dates are in order, {row.told}, unless both are one event."
        for row in timed[unsure].itertuples()
    ]
    return [*_about_tested(timed[~unsure]), *said]


def _about_tested(timed: pd.DataFrame) -> list[str]:
    if not len(timed):
        return []
    counts = timed["kind"].value_counts()
    words = {kind: amount(int(counts[kind]), *TESTED[kind]) for kind in TESTED if kind in counts}
    failing = timed[~timed["holds"].astype(bool)]
    if not len(failing):
        return [
            f"{at_start(listed(words.values()))} can be tested, and {'holds' if len(timed) == 1 else 'hold'}."
        ]
    said = [f"{called(row.article)}: {row.told}" for row in failing.head(FAILURES_SAID).itertuples()]
    rest = len(failing) - len(said)
    where = "; ".join([*said, f"and {number(rest)} more"] if rest else said)
    if len(timed) == 1:
        return [f"**The one {TESTED[timed['kind'].iloc[0]][0]} that can be tested fails** ({where})."]
    fail = "fails" if len(failing) == 1 else "fail"
    return [f"**Of {listed(words.values())} that can be tested, {number(len(failing))} {fail}** ({where})."]
