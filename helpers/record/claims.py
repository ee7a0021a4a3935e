"""Ties the claims of a record to what was extracted from their quotes, and holds these values against those
of the reports.

What is compared is what the extraction read, not what the record says of the article: a claim whose value was
not read out of its quote is not compared, and says why.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from helpers.dates import length_of
from helpers.record.read import Record
from helpers.record.rules import as_days, as_number, worked_out

if TYPE_CHECKING:  # the record is handed the tables and knows nothing of how they are made
    from helpers.extraction import Tables

__all__ = ["MEASURED", "TIES", "compare", "join"]

# the kinds whose claims hold a value that the extraction reads
MEASURED = ("date", "count", "percent", "money")
COMPARED = (
    *("claim_id", "article", "kind", "claim", "verdict", "reason", "unit", "read"),
    *("publisher", "published", "url", "stance", "reported_value"),
    *("claimed", "bound", "reported", "worked_out", "reported_over_claimed"),
    *("claimed_begin", "claimed_finish", "reported_begin", "reported_finish", "days"),
)
# What `join` adds to a claim, and what it is of one that holds no value
NOTHING = {
    "tie": "no value to read",
    "read": "",
    "read_start": None,
    "read_end": None,
    "low": None,
    "high": None,
    "begin": "",
    "finish": "",
    "timex": "",
    "why": "",
}
TIES = ("same value", "other value", "vague", "nothing read", "no value to read")


def join(record: Record, tables: Tables) -> pd.DataFrame:
    """Ties each claim to the rows that were extracted from its quote.

    Args:
        record: From `load_record`.
        tables: From `extract`, for the same corpus.

    Returns:
        The columns of `record.claims` and: `tie` (one of TIES: whether the value read in the quote is the one
        the record takes for the claim; "vague" for a time that no calendar holds), `read` (the words read),
        `read_start`, `read_end` (their place), `low`, `high` (the number or length read; one of them missing
        for a bound), `begin`, `finish` (ISO days), `timex`, `why` (why there is nothing to compare; otherwise
        empty), and `agencies`, `roles`, `speakers`, lists of what else was read in the quote, and for
        speakers in its sentence.
    """
    claimed = set(record.claims["article"])
    of_article = {
        name: dict(tuple(frame[frame["article"].isin(claimed)].groupby("article", sort=False)))
        for name, frame in tables
    }
    rows = []
    for claim in record.claims.to_dict("records"):
        own = {name: of_article[name].get(claim["article"], frame.head(0)) for name, frame in tables}
        rows.append(claim | NOTHING | _others(claim, own) | _tied(claim, own))
    return pd.DataFrame(rows, columns=[*record.claims, *NOTHING, "agencies", "roles", "speakers"])


def _touching(frame: pd.DataFrame, claim: dict, first: str = "start", last: str = "end") -> pd.DataFrame:
    return frame[(frame[first] < claim["end"]) & (frame[last] > claim["start"])]


def _others(claim: dict, own: dict[str, pd.DataFrame]) -> dict[str, list[str]]:
    """The bodies, what they do, and who speaks where the claim stands."""
    speakers = own["speakers"].assign(
        sentence_end=own["speakers"]["sentence_start"] + own["speakers"]["sentence"].str.len()
    )
    speakers = _touching(speakers, claim, "sentence_start", "sentence_end")
    roles = _touching(own["roles"], claim, "action_start", "action_end")
    return {
        "agencies": list(dict.fromkeys(_touching(own["agencies"], claim)["agency"])),
        "roles": list(dict.fromkeys(f"{row.agency}: {row.role}, {row.mode}" for row in roles.itertuples())),
        "speakers": list(dict.fromkeys(name for name in speakers["name"] if name)),
    }


def _tied(claim: dict, own: dict[str, pd.DataFrame]) -> dict:
    """What was read of the value of a claim: that of its readings that agrees best."""
    if claim["kind"] not in MEASURED:
        return {}
    rows = _touching(own["dates" if claim["kind"] == "date" else "quantities"], claim)
    if claim["kind"] == "percent":
        rows = rows[rows["unit"] == "percent"]
    elif claim["kind"] == "count":
        rows = rows[rows["unit"] != "percent"]
    readings = [_reading(row, claim) for row in rows.to_dict("records")]
    if not readings:
        return {"tie": "nothing read", "why": _why_nothing(claim)}
    best = min(readings, key=lambda reading: TIES.index(reading["tie"]))
    if best["tie"] == "other value":
        best["why"] = (
            f"the quote holds “{best['read']}”; the record's {claim['claim_value']} is not that figure but worked out or inferred"
        )
    if best["tie"] == "vague":
        best["why"] = f"“{best['read']}” names no day, month or year"
    return best


def _reading(row: dict, claim: dict) -> dict:
    """What a row says of the value of a claim, and whether it is the same."""
    read = {"read": row["quote"], "read_start": row["start"], "read_end": row["end"]}
    if claim["kind"] != "date":
        low, high = (None if pd.isna(row[end]) else float(row[end]) for end in ("low", "high"))
        same = as_number(claim["claim_value"]) is not None and as_number(claim["claim_value"]) in (low, high)
        return read | {"low": low, "high": high, "tie": "same value" if same else "other value"}
    read_length = length_of(row["value"])
    length = read_length.in_unit(claim["unit"]) if read_length else None
    read |= {
        "begin": row["begin"],
        "finish": row["finish"],
        "timex": row["value"],
        "low": length,
        "high": length,
    }
    if row["begin"]:
        same = as_days(claim["claim_value"]) == as_days(f"{row['begin']}/{row['finish']}")
    else:
        same = length is not None and as_number(claim["claim_value"]) == length
    return read | {"tie": "same value" if same else "vague" if row["vague"] else "other value"}


def _why_nothing(claim: dict) -> str:
    if claim["kind"] == "date" and not re.search(r"\d", claim["quote"]):
        return "no expression of time was read in the quote"
    if re.search(r"\d", claim["quote"]):
        return "the quote holds a figure that was not read"
    if as_number(claim["claim_value"]) is None and as_days(claim["claim_value"]) is None:
        return "the claim has no figure, neither in the quote nor in the record"
    return f"the quote holds no figure; the record's {claim['claim_value']} is a reader's understanding of its words"


def compare(joined: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Holds the values read in the articles against those that the pages give.

    Args:
        joined: From `join`.
        reports: `Record.reports`.

    Returns:
        One row for each report with a value that can be set beside a claim tied with "same value": claim_id,
        article, kind, claim, verdict, reason, unit, read, publisher, published, url, stance, reported_value,
        and for numbers and lengths `claimed`, `bound` ("at least", "at most" or empty), `reported`, `worked_out`
        (whether the record worked that out from figures of the page) and `reported_over_claimed`, for days
        `claimed_begin`, `claimed_finish`, `reported_begin`, `reported_finish` (ISO) and `days`: how many days later (negative: earlier) the report is than the
        claim, counted across the gap between them; 0 if the reported days lie within those claimed; otherwise
        by how much they reach beyond them.
    """
    claims = {row["claim_id"]: row for row in joined[joined["tie"] == "same value"].to_dict("records")}
    rows = [
        report | claims[report["claim_id"]] | beside
        for report in reports.to_dict("records")
        if report["claim_id"] in claims
        if (beside := _beside(claims[report["claim_id"]], report["reported_value"]))
    ]
    return pd.DataFrame(rows, columns=COMPARED)


def _beside(claim: dict, reported: str) -> dict:
    number, days = as_number(reported), as_days(reported)
    own = as_days(f"{claim['begin']}/{claim['finish']}")
    if own and days:
        return {
            "claimed_begin": claim["begin"],
            "claimed_finish": claim["finish"],
            "reported_begin": days[0].isoformat(),
            "reported_finish": days[1].isoformat(),
            "days": _days_later(own, days),
        }
    low, high = (None if pd.isna(claim[end]) else claim[end] for end in ("low", "high"))
    claimed = high if low is None else low
    if number and number > 0 and claimed and not own:
        bound = "at most" if low is None else "at least" if high is None else ""
        beside = {"claimed": claimed, "bound": bound, "reported": number}
        return beside | {"worked_out": worked_out(reported), "reported_over_claimed": number / claimed}
    return {}


def _days_later(claimed: tuple[date, date], reported: tuple[date, date]) -> int:
    if reported[0] > claimed[1]:
        return (reported[0] - claimed[1]).days
    if reported[1] < claimed[0]:
        return (reported[1] - claimed[0]).days
    if claimed[0] <= reported[0] and reported[1] <= claimed[1]:
        return 0
    return (reported[1] - claimed[1]).days or (reported[0] - claimed[0]).days
