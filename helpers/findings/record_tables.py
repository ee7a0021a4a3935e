"""The derived tables of notebook 4: verdicts, differences in days, ratios of numbers."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from helpers.checks import GENEROUS
from helpers.findings.quoting import quotation
from helpers.findings.telling import with_condition
from helpers.findings.words import amount, called, listed, range_in_words
from helpers.record import KINDS, MEASURED, VERDICTS, Record

__all__ = [
    "REACH",
    "RESTS",
    "about_equal",
    "chosen",
    "date_differences",
    "difference",
    "is_apart",
    "limits",
    "made_by_the_record",
    "ratios",
    "rests_on",
    "search",
    "with_event",
    "without_event",
]

# what pages do whose number is no second witness to that of the article
NO_WITNESS = {"same source": "share the article’s source", "near": "have something similar"}
BY_PAGES = ("corroborated", "differs", "contradicted")  # verdicts on what some page says
RESTS = "* only if the inferred case, or somebody known by the quoted name, is meant"
REACH = GENEROUS  # relative: how far the arithmetic takes "over" and "nearly"


def chosen(joined: pd.DataFrame, verdicts: Sequence[str], kinds: Sequence[str]) -> pd.DataFrame:
    """The claims with one of these verdicts and of one of these kinds; an empty list stands for all."""
    wanted = joined["verdict"].isin(verdicts or VERDICTS) & joined["kind"].isin(kinds or KINDS)
    return joined[wanted].reset_index(drop=True)


def rests_on(claim, cases: Mapping[str, str]) -> bool:
    """Whether the verdict on a claim rests on a condition: one that its reason names, or that the inferred case is meant.

    Args:
        claim: A row with article, verdict and reason.
        cases: Articles whose case is only inferred, from `Record.cases`.
    """
    named = with_condition(claim.verdict, claim.reason) != claim.verdict
    return named or claim.verdict in BY_PAGES and claim.article in cases


def date_differences(compared: pd.DataFrame, cases: Mapping[str, str] = MappingProxyType({})) -> pd.DataFrame:
    """The reports that give days for a claimed day: the rows of `compare` with `says`, `reported` and
    `difference`, all in words, and with a star behind a `stance` that rests on a case that is only inferred."""
    days = compared[compared["days"].notna()]
    return days.assign(
        stance=days["stance"] + days["article"].isin(cases).map({True: "*", False: ""}),
        says=[range_in_words(row.claimed_begin, row.claimed_finish) for row in days.itertuples()],
        reported=[range_in_words(row.reported_begin, row.reported_finish) for row in days.itertuples()],
        difference=[difference(row) for row in days.itertuples()],
    ).reset_index(drop=True)


def difference(row) -> str:
    """In words, how the days of a report differ from the days claimed; `row` is one of `compare`."""
    days = int(row.days)
    if (row.claimed_begin, row.claimed_finish) == (row.reported_begin, row.reported_finish):
        return "the same"
    if not days:
        return "within the days claimed"
    verb = "" if is_apart(row) else "ends " if row.reported_finish != row.claimed_finish else "begins "
    return f"{verb}{amount(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def is_apart(row) -> bool:
    """Whether the days that a row of `compare` has for article and page have none in common."""
    return row.reported_begin > row.claimed_finish or row.reported_finish < row.claimed_begin


def ratios(compared: pd.DataFrame) -> pd.DataFrame:
    """The reports that give a number for a claimed number or length: the rows of `compare` with a number for a number,
    furthest from 1 first."""
    numbers = compared[compared["reported_over_claimed"].notna()]
    distance = numbers["reported_over_claimed"].astype(float).map(lambda times: max(times, 1 / times))
    return numbers.assign(distance=distance).sort_values(
        ["distance", "claim_id"], ascending=[False, True], ignore_index=True
    )


def about_equal(found: pd.DataFrame) -> str:
    """On how many claims all pages have exactly the article's number, and which; apart from those whose pages only share the
    article's source or have something similar. Words for a sentence; empty if there is no such claim.

    Args:
        found: From `ratios`.
    """
    alike = found[found.groupby("claim_id")["distance"].transform("max") == 1]
    figures: dict[tuple[str, ...], list[str]] = {}
    for _, own in alike.groupby("claim_id", sort=False):
        stances = set(own["stance"])
        only = tuple(name for name in NO_WITNESS if name in stances) if stances <= NO_WITNESS.keys() else ()
        figures.setdefault(only, []).append(quotation(own["read"].iloc[0]))
    return "; ".join(
        f"on {amount(len(own), 'claim')} every page compared has exactly the article’s number ({listed(own)}){_no_witnesses(only)}"
        for only, own in sorted(figures.items())
    )


def _no_witnesses(only: tuple[str, ...]) -> str:
    """What pages only do; empty if some do more."""
    return f", but these only {listed((NO_WITNESS[name] for name in only), last='or')}" if only else ""


def made_by_the_record(joined: pd.DataFrame) -> pd.Series:
    """Which claims of a date or a number have a value that the article does not print where they stand: the record worked
    it out or inferred it, so that a verdict on it is none on a figure of the article."""
    return joined["kind"].isin(MEASURED) & (joined["tie"] == "other value")


def limits(record: Record) -> list[str]:
    """What the record says of its own limits, each with the article it concerns; how it was searched and with which
    case an article is compared is left to `search` and to the findings."""
    if record.folder is None:
        return ["These texts have no record."]
    others = record.limits[record.limits["topic"] == ""]
    inner = str.maketrans("“”", "‘’")  # a claim in quotation marks can hold words of the article
    claims = {
        row.claim_id: f"“{row.claim.rstrip('.').translate(inner)}”" for row in record.claims.itertuples()
    }
    said = [re.sub(r"[\w-]+", lambda word: claims.get(word[0], word[0]), limit) for limit in others["limit"]]
    return [
        *(
            [
                f"Claims, verdicts and origins are judgements of {record.judged}; only the values beside them are extracted."
            ]
            if record.judged
            else []
        ),
        *(
            f"{called(article)}: {limit}" if article else limit
            for article, limit in zip(others["article"], said, strict=True)
        ),
    ] or ["No limits are named."]


def with_event(frame: pd.DataFrame, record: Record) -> pd.DataFrame:
    """The rows of the articles of whose event some page tells; days and bodies of other events are not set beside those
    of the rest."""
    return frame[~frame["article"].isin(record.unreported)]


def without_event(record: Record) -> str:
    """A sentence for each article of whose event no page tells: that nothing of others is set beside what it gives;
    empty if there is none."""
    return " ".join(
        f"No page was found that tells of {event} of {called(article)}, so no days, bodies or events are set beside it."
        for article, event in record.unreported.items()
    )


def search(record: Record) -> str:
    """How the record came about, who judged, and what "not found" means with it."""
    if record.folder is None:
        return "These texts have no record, so nothing was searched."
    if not record.search:
        return "How the pages were found is not told, so what “not found” means here is unknown."
    judged = f" The claims were picked and judged by {record.judged}." if record.judged else ""
    return f"The pages compared were collected beforehand, by {record.search}: **“not found” means not found there**.{judged}"
