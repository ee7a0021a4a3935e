"""What the trust card of an article says of its figures, and what an answer of a card is."""

from typing import NamedTuple

import pandas as pd

from helpers.checks import may_overlap
from helpers.findings.arithmetic import (
    EASY,
    REPEAT,
    agreeing,
    hardly_fails,
    may_be_one_event,
    repeated,
    tested,
)
from helpers.findings.words import all_of, amount, listed, number

__all__ = ["COUNTED", "NO", "NOTHING", "PARTLY", "YES", "Answer", "about_figures"]

YES, PARTLY, NO, NOTHING, COUNTED = "yes", "partly", "no", "nothing to test", ""
OF_DATES = ("order_of_events", "weekday_matches_date")
ENOUGH = 3  # relations that could well fail; with fewer it is said that a text may add up by chance


class Answer(NamedTuple):
    """One answer: "yes", "partly", "no" or "nothing to test", or "" where something is only counted; in words what it rests on, and where that stands: the notebook, and article, start and end of a row of it (None where
    there is no row)."""

    verdict: str
    words: str
    notebook: str
    place: tuple[str, int, int] | None = None


def about_figures(checks: pd.DataFrame, quantities: pd.DataFrame) -> Answer:
    """A figure that is only given again is no test, and neither is the order of dates one of figures; the figure of
    notebook 0 draws the same relations. That nothing fails says something only of relations that could well fail."""
    if not len(checks):
        return Answer(NOTHING, "no figures that depend on each other", "3_statistics")
    relations = tested(checks)
    again = relations["kind"] == REPEAT  # these differ; they are counted by figure, as in notebook 3
    differing, relations = relations[again], relations[~again]
    untold = may_overlap(relations, quantities)
    relations, unsure = relations[~untold], relations[untold]
    failing = relations[~relations["holds"].astype(bool)]
    repeats = _repeats(*map(len, agreeing(checks)))
    first = next(frame.iloc[0] for frame in (failing, differing, unsure, relations, checks) if len(frame))
    start, quote = _first_place(first, checks)
    place = (first["article"], start, start + len(quote))
    only_unsure = relations.empty and len(unsure)
    unclear = int(may_be_one_event(checks).sum())
    verdict, words = _some_fail(relations, failing) if len(failing) else _all_hold(relations, unclear)
    if only_unsure:
        verdict, words = NOTHING, ""
    if len(unsure) and verdict == YES:
        verdict = PARTLY
    more = _unsure(len(unsure), "" if only_unsure else " more")
    parts = [words, more, repeats]
    if len(differing):
        verdict, parts = NO, [repeats, words if len(relations) else "", more]
    return Answer(verdict, "; ".join(filter(None, parts)), "3_statistics", place)


def _first_place(check: pd.Series, checks: pd.DataFrame) -> tuple[int, str]:
    """Start and quote of the first figure of a relation, by which its row is found; one given again has a row for all its
    places."""
    if check["kind"] == REPEAT and check["holds"]:
        figures = repeated(checks[checks["holds"].astype(bool)])
        own = checks.loc[figures.index[figures == figures[check.name]]]
        return min(zip(own["starts"].explode().astype(int), own["quotes"].explode(), strict=True))
    return int(check["starts"][0]), check["quotes"][0]


def _all_hold(relations: pd.DataFrame, unclear: int) -> tuple[str, str]:
    """Verdict and words where no relation fails: how many of them could have; beside them so many unclear orders of dates."""
    easy = hardly_fails(relations)
    of_dates = relations["kind"].isin(OF_DATES)
    count = int((~easy & ~of_dates).sum())
    if relations.empty:
        more = f"; {amount(unclear, 'order of dates stays', 'orders of dates stay')} open"
        return NOTHING, f"no figures to add up{more}" if unclear else "nothing to add up"
    if of_dates.all():
        return NOTHING, "no figures that depend on each other; its dates agree"
    if not count:
        trivial = listed(dict.fromkeys(map(EASY.get, relations.loc[easy, "kind"])))
        return NOTHING, f"only what could hardly fail: {trivial}"
    # notebook 3 counts both together
    kind, kinds = ("check of figures", "checks of figures") if of_dates.any() else ("check", "checks")
    more = "; its dates agree" if of_dates.any() else ""
    if count >= ENOUGH:
        return YES, f"{all_of(count)} {kinds} hold{more}"
    return YES, f"{f'the one {kind} holds' if count == 1 else f'both {kinds} hold'} (few){more}"


def _some_fail(relations: pd.DataFrame, failing: pd.DataFrame) -> tuple[str, str]:
    """Verdict and words where relations fail, of how many that could well: the sentence of the figure counts the same."""
    relations = relations[~hardly_fails(relations)]
    if relations["kind"].isin(OF_DATES).all():
        return NO, "its dates do not agree"
    if len(relations) == 1:
        return NO, "the one check possible fails"
    verb = "fails" if len(failing) == 1 else "fail"
    return NO, f"{number(len(failing))} of {amount(len(relations), 'check')} {verb}"


def _unsure(count: int, more: str) -> str:
    """That some relations may hold, as groups may overlap; empty for none."""
    return (
        f"{number(count)}{more} {'stays' if count == 1 else 'stay'} open, as groups may overlap"
        if count
        else ""
    )


def _repeats(agree: int, differ: int) -> str:
    """How many figures that are given more than once agree, or differ; empty for none."""
    every = agree + differ
    if every == 1:
        return f"the one repeated figure {'differs' if differ else 'agrees'}"
    if not differ:
        return f"{number(agree)} repeated figures agree" if agree else ""
    return f"{number(differ)} of {amount(every, 'repeated figure')} {'differs' if differ == 1 else 'differ'}"
