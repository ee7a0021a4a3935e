"""What notebook 1 concludes on lengths of time and the days they cover, and on events that must follow each other."""

import pandas as pd

from helpers.findings.arithmetic import AGE, OPEN, RELATIONS
from helpers.findings.words import all_of, amount, at_start, called, listed, number

__all__ = ["about_order", "of_one_event"]

THEN = ", then "  # between two events in order, in the words of `arithmetic`
FAILURES_SAID = 2  # in the headline; the table has them all
TESTED = {
    RELATIONS["duration_matches_range"]: ("length of time", "lengths of time"),
    AGE: ("age", "ages"),
    RELATIONS["order_of_events"]: ("order of events", "orders of events"),
}
HOLDS = dict(zip(TESTED, ("fits its days", "fits the birth", "is right"), strict=True))


def about_order(calculated: pd.DataFrame) -> list[str]:
    """How many of them hold, and which order says nothing if its two dates are those of one event.

    Args:
        calculated: Rows from `helpers.findings.arithmetic.calculate`.
    """
    timed = calculated[calculated["relation"].isin(TESTED)]
    unsure = timed["verdict"] == OPEN
    return [*_about_tested(timed[~unsure]), *(of_one_event(row) for row in timed[unsure].itertuples())]


def of_one_event(row) -> str:
    """The sentence on an order of two dates that may be those of one event.

    Args:
        row: Such a row from `helpers.findings.arithmetic.calculate`.
    """
    return f"{called(row.article)}: if {row.told.replace(THEN, ' and ')} are one event, the text gives it two dates."


def _about_tested(timed: pd.DataFrame) -> list[str]:
    if not len(timed):
        return []
    counts = timed["relation"].value_counts()
    words = {kind: amount(int(counts[kind]), *TESTED[kind]) for kind in TESTED if kind in counts}
    failing = timed[~timed["holds"].astype(bool)]
    if len(timed) == 1 and not len(failing):
        kind = timed["relation"].iloc[0]
        return [f"The one {TESTED[kind][0]} that can be checked {HOLDS[kind]}."]
    if not len(failing):
        return [
            f"{at_start(listed(words.values()))} can be checked, and {all_of(len(timed)).split()[0]} hold."
        ]
    said = [f"{called(row.article)}: {row.told}" for row in failing.head(FAILURES_SAID).itertuples()]
    rest = len(failing) - len(said)
    where = "; ".join([*said, f"and {number(rest)} more"] if rest else said)
    if len(timed) == 1:
        return [f"**The one {TESTED[timed['relation'].iloc[0]][0]} that can be checked fails** ({where})."]
    if len(failing) == len(timed):
        return [
            f"**{at_start(listed(words.values()))} can be checked, and {all_of(len(timed)).split()[0]} fail** ({where})."
        ]
    fail = "fails" if len(failing) == 1 else "fail"
    return [f"**Of {listed(words.values())} that can be checked, {number(len(failing))} {fail}** ({where})."]
