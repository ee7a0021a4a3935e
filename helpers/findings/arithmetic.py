"""Does the articles' arithmetic again: a row for each check, in words, those that fail first.

`helpers.check` says which figures belong together and whether they agree; `arithmetic_figures` finds the figures again
in the tables, `arithmetic_worked` works them out and `arithmetic_words` puts that into sentences. Nothing here decides a verdict. A relation
whose figures cannot be found, or have units that cannot be put on one scale, has words and no bars.
"""

from functools import cache
from textwrap import shorten

import pandas as pd

from helpers.checks import Overlap, may_overlap, overlapping
from helpers.extraction import Tables
from helpers.findings.arithmetic_again import SURE, agreeing, by_figure, given_again, repeated
from helpers.findings.arithmetic_figures import figures_of
from helpers.findings.arithmetic_ties import with_ties
from helpers.findings.arithmetic_words import REPEAT, Relation, relation
from helpers.findings.quoting import quotation
from helpers.findings.words import figure_in_words, percent
from helpers.texts import singular, word_list

__all__ = [
    "AGAIN",
    "AGE",
    "COLUMNS",
    "EASY",
    "OPEN",
    "RELATIONS",
    "REPEAT",
    "UNTOLD",
    "agreeing",
    "by_figure",
    "calculate",
    "failing",
    "given_again",
    "hardly_fails",
    "may_be_one_event",
    "repeated",
    "tested",
    "with_ties",
]

# Kind of check → what it is called on the page
RELATIONS = {
    "parts_sum_to_total": "parts and total",
    "share_matches_counts": "share and counts",
    "average_matches_ratio": "average and ratio",
    "duration_matches_range": "length and days",
    "order_of_events": "order of events",
    REPEAT: "figure given again",
    "weekday_matches_date": "weekday and date",
    "part_within_whole": "part within its whole",
    "percentage_possible": "percentage of so few",
    "names_match_number": "names and number",
}
AGE = "age and birth"  # a relation of a kind with others, and called by its own name
AGAIN = RELATIONS[REPEAT]
NAMES, FEWEST_NAMES = "names_match_number", 3  # the number, and two names
LONGEST_OPENING = 48  # letters by which a reader finds a list
# What holds whatever the figures are, unless an article is far off
EASY = {
    "part_within_whole": "a part no larger than its whole",
    "percentage_possible": "a percentage that so few can give",
    NAMES: "a list of two items",
}
UNTOLD = "open"  # what fails, unless the groups of its list overlap
OPEN = "open: may be one event"  # an order of which one event may be the other
COLUMNS = [
    "article",
    "kind",
    "relation",
    "holds",
    *Relation._fields,
    "note",
    "quotes",
    "starts",
    "verdict",
    "formula",
    "computed",
    "stated",
    "tied_by",
    "sure",
]


def calculate(checks: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Puts each check into words and bars.

    Args:
        checks: The table of `helpers.check`.
        tables: The tables it was made from.

    Returns:
        One row a check, those that fail first, then those that stay open; over an archive the surest first: article, kind, relation (the kind in
        words), holds, the fields of `arithmetic_words.Relation`, note (what a reader should bear in mind), quotes,
        starts, verdict, formula, computed and stated (in words), tied_by (words), sure (in words).
    """
    if getattr(tables, "checks", None) is not None:
        checks = checks.sort_values("sure", ascending=False, kind="stable")
    named = {(check.article, start) for check in checks.itertuples() for start in check.starts}
    figures, lists = figures_of(tables, named), overlapping(tables.quantities)
    untold = may_overlap(checks, tables.quantities)
    rows = []
    for check in checks.itertuples():
        places = [(check.article, start) for start in check.starts]
        own = [figures.get((*place, quote)) for place, quote in zip(places, check.quotes, strict=False)]
        words = relation(check, own)
        shared = [] if check.holds else [lists[place] for place in places if place in lists]
        rows.append(
            {
                "article": check.article,
                "kind": check.kind,
                "relation": _called(check),
                "holds": bool(check.holds),
                **(_untold(words, shared[0]) if untold[check.Index] else words)._asdict(),
                "note": _of_overlap(shared[0], check.quotes[-1])
                if shared and not untold[check.Index]
                else "",
                "quotes": list(check.quotes),
                "starts": list(check.starts),
                "verdict": UNTOLD if untold[check.Index] else _verdict(check),
                "formula": getattr(check, "formula", ""),
                "computed": _value_in_words(getattr(check, "computed", "")),
                "stated": _value_in_words(getattr(check, "stated", "")),
                "tied_by": list(getattr(check, "tied_by", ())),
                "sure": _sure_in_words(getattr(check, "sure", None)),
            }
        )
    rows.sort(key=_rank)
    return pd.DataFrame(rows, columns=COLUMNS).astype({"holds": bool})


def tested(checks: pd.DataFrame) -> pd.DataFrame:
    """The checks that are a test: not so a figure that is only given again and agrees, and two dates in order that may
    be those of one event ("operation", then "removal")."""
    passed = [
        not check.holds or check.kind != REPEAT and not _may_be_one(check) for check in checks.itertuples()
    ]
    return checks[pd.Series(passed, index=checks.index, dtype=bool)]


def hardly_fails(checks: pd.DataFrame) -> pd.Series:
    """Whether each check holds, and would hold with almost any figures, so that it says little of the text."""
    long = (checks["kind"] == NAMES) & (checks["quotes"].map(len) > FEWEST_NAMES)
    return checks["holds"].astype(bool) & checks["kind"].isin(EASY) & ~long


def may_be_one_event(checks: pd.DataFrame) -> pd.Series:
    """Whether each row of `helpers.check` is an order of two dates that may be those of one event; if they are, the text
    gives one event two dates."""
    return pd.Series([_may_be_one(check) for check in checks.itertuples()], index=checks.index, dtype=bool)


def _may_be_one(check) -> bool:
    """Whether two dates are in order that may be those of one event, as the word beside one of them names any event."""
    words = getattr(check, "tied_by", ())
    if check.kind != "order_of_events" or not check.holds or len(words) < len(check.quotes):
        return False  # "after the operation of 3 May" tells of two
    return any(not _any_event().isdisjoint(map(singular, word.lower().split())) for word in words)


@cache
def _any_event() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("findings/any_event"))


def failing(checks: pd.DataFrame, quantities: pd.DataFrame) -> pd.Series:
    """Whether each row of `helpers.check` fails, and no overlap of groups may explain it."""
    return ~checks["holds"].astype(bool) & ~may_overlap(checks, quantities)


def _called(check) -> str:
    """The kind of a check in words."""
    if getattr(check, "template", "") == "age":
        return AGE
    return RELATIONS.get(check.kind, check.kind.replace("_", " "))


def _rank(row: dict) -> int:
    """Where a row stands: what fails, then what stays open, then what holds."""
    return 1 if row["verdict"] in (UNTOLD, OPEN) else 2 * row["holds"]


def _verdict(check) -> str:
    return OPEN if _may_be_one(check) else getattr(check, "verdict", "holds" if check.holds else "fails")


def _untold(words: Relation, shares: Overlap) -> Relation:
    """The words for a relation that may hold, as its groups overlap."""
    told = f"{words.told}, which may hold, as {_adding_up(shares)}"
    return words._replace(told=told, to_hold="")


def _of_overlap(shares: Overlap, stated: str) -> str:
    """What an overlap of groups does not explain, of the share stated."""
    return f"{_adding_up(shares)}; groups that overlap could explain a share above what its counts give, but {quotation(stated)} is below"


def _adding_up(shares: Overlap) -> str:
    """That the groups of a list overlap; an article may have several lists, so it is told by the words it begins with.

    >>> _adding_up(Overlap(160.0, "Felony Convictions | 65% |"))
    'the shares of the list that begins with “Felony Convictions” add up to 160%, so that its groups overlap'
    """
    which = quotation(shorten(shares.first.partition("|")[0], LONGEST_OPENING, placeholder="…"))
    return f"the shares of the list that begins with {which} add up to {percent(shares.total)}, so that its groups overlap"


def _sure_in_words(sure: float | None) -> str:
    """How sure the words of the text make it that figures belong together, from 0 to 1, in words; empty for None.

    >>> _sure_in_words(0.9), _sure_in_words(0.6), _sure_in_words(0.2)
    ('very', 'fairly', 'not very; shown as the figures agree')
    """
    if sure is None:
        return ""
    return next(words for least, words in SURE if sure >= least)


def _value_in_words(value: float | str) -> str:
    return value if isinstance(value, str) else figure_in_words(float(value))
