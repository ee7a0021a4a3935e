"""The rules of a record: which values its columns may have, what a verdict needs of its reports, and what is
wrong with rows that break them.

>>> as_number(">50"), as_number("[55.4]"), as_number("about 1000"), as_days("2024-03-11/2024-03-22")
(50.0, 55.4, None, (datetime.date(2024, 3, 11), datetime.date(2024, 3, 22)))
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import urlsplit

from helpers.texts import Corpus, Known, shown

__all__ = [
    "COLUMNS",
    "CONSISTENT",
    "KINDS",
    "MAY_BE_EMPTY",
    "REQUIRED_FILES",
    "STANCES",
    "VERDICTS",
    "as_days",
    "as_number",
    "is_web_address",
    "parts_of",
    "place_of",
    "problems_of",
    "worked_out",
]

# a number that the record worked out, in square brackets; and what it counts that is not the unit of the claim
_VALUE = re.compile(r"(\[)?([<>]?-?[0-9]{1,15}(?:\.[0-9]{1,9})?)(?(1)\])(?: \(([^()]{1,60})\))?")
KINDS = ("date", "count", "percent", "money", "place", "agency", "person", "wording", "cause")
VERDICTS = ("corroborated", "differs", "contradicted", "not found", "not checkable")
# What a page says on the claim; then of a page that says the same and shares its source with the article, and of one that
# says nothing on the claim itself and is the nearest there is. These two have no part in a verdict.
COUNTED = ("supports", "differs", "contradicts")
STANCES = (*COUNTED, "same source", "near")
# Limits of every reading: how pages were found, what of them was read, who judged, when copies were used; then of one
# article: that the case is only inferred, or that no page tells of its event
OF_ONE = ("case", "no event")
TOPICS = ("search", "seen", "judged", "copies", *OF_ONE)
COLUMNS = {
    "claims": [
        *("claim_id", "article", "claim", "quote", "nth"),
        *("kind", "claim_value", "unit", "verdict", "reason"),
    ],
    "reports": [
        *("claim_id", "publisher", "published", "url"),
        *("reported_value", "reports", "stance", "original"),
    ],
    "events": [
        *("event_id", "article", "begin", "end", "label"),
        *("agencies", "count", "unit", "source_url", "note"),
    ],
    "origins": ["url", "origin", "why"],
    "limits": ["article", "topic", "short", "limit"],
}
MAY_BE_EMPTY = {
    "claims": ["claim_value", "unit"],
    "reports": ["published", "reported_value"],
    "events": ["agencies", "count", "unit", "note"],
    "origins": [],
    "limits": ["article", "topic", "short"],
}
REQUIRED_FILES = ("claims", "reports")
# The one rule that gives a verdict: the stances of its reports, as far as they are COUNTED, and how to say it. Of claims on
# which no page says anything, those that give nothing to compare are not checkable.
CONSISTENT: dict[str, tuple[Callable[[set[str]], bool], str]] = {
    "corroborated": (
        lambda found: found == {"supports"},
        "a report that supports it and none that differs or contradicts",
    ),
    "differs": (
        lambda found: (
            "differs" in found and "contradicts" not in found or found >= {"supports", "contradicts"}
        ),
        "a report that differs, and none that contradicts unless another supports it",
    ),
    "contradicted": (
        lambda found: "contradicts" in found and "supports" not in found,
        "a report that contradicts it and none that supports it",
    ),
    "not found": (lambda found: not found, "no report that supports, differs or contradicts"),
    "not checkable": (lambda found: not found, "no report that supports, differs or contradicts"),
}


def problems_of(rows: dict[str, list[dict]], corpus: Corpus) -> Iterator[str]:
    """Everything that is wrong with a record.

    Args:
        rows: Name of a file → its rows, each with its `place` (file and line).
        corpus: The articles, with their texts.
    """
    claims, reports = rows["claims"], rows["reports"]
    yield from _check_claims(claims, reports, corpus)
    yield from _check_reports(reports, claims)
    yield from _check_events(rows["events"], corpus)
    yield from _check_origins(rows["origins"], reports)
    yield from _check_limits(rows["limits"], corpus)


def _check_claims(claims: list[dict], reports: list[dict], corpus: Corpus) -> Iterator[str]:
    yield from _repeated(claims, "claim_id")
    slugs, here = Known(corpus.known), set(corpus.slugs)
    kinds, verdicts = Known(KINDS), Known(VERDICTS)
    stances: dict[str, set[str]] = {}
    for report in reports:
        stances.setdefault(report["claim_id"], set()).add(report["stance"])
    for row in claims:
        yield from _one_of(row, "article", slugs, "article")
        yield from _one_of(row, "kind", kinds, "kind")
        yield from _one_of(row, "verdict", verdicts, "verdict")
        yield from _check_quote(row, corpus, here)
        if row["verdict"] in VERDICTS:
            yield from _check_verdict(row, stances.get(row["claim_id"], set()))


def _check_quote(row: dict, corpus: Corpus, here: set[str]) -> Iterator[str]:
    nth, article, quote = row["nth"], row["article"], row["quote"]
    if not re.fullmatch(r"[1-9][0-9]{0,8}", nth):
        yield f"{row['place']}: nth is {shown(nth)}; write 1 for the first place where the quote stands"
    elif article in here and quote.strip() and place_of(corpus[article].text, quote, int(nth)) is None:
        which = "" if nth == "1" else f"{nth}. "
        yield (
            f"{row['place']}: the text of {article} has no {which}“{quote}”; "
            "copy the words exactly, with their quotation marks"
        )


def _check_verdict(row: dict, stances: set[str]) -> Iterator[str]:
    test, wanted = CONSISTENT[row["verdict"]]
    if not test(stances & {*COUNTED}):
        given = f"has reports with: {', '.join(sorted(stances))}" if stances else "has no report"
        yield (
            f"{row['place']}: “{row['verdict']}” needs {wanted}, but {row['claim_id']} {given}; correct the verdict or "
            "its reports"
        )


def _check_reports(reports: list[dict], claims: list[dict]) -> Iterator[str]:
    known = Known(row["claim_id"] for row in claims)
    stances, yes_or_no = Known(STANCES), Known(("yes", "no"))
    seen: set[tuple[str, str]] = set()
    for row in reports:
        if known.words:
            yield from _one_of(row, "claim_id", known, "claim")
        yield from _one_of(row, "stance", stances, "stance")
        yield from _one_of(row, "original", yes_or_no, "value of original")
        yield from _web_address(row, "url")
        if row["published"] and as_days(row["published"]) is None:
            yield f"{row['place']}: published is {shown(row['published'])}; write a day such as 2024-03-28, or nothing"
        if (row["claim_id"], row["url"]) in seen:
            yield f"{row['place']}: this page has a row for {row['claim_id']} already; put both into one"
        seen.add((row["claim_id"], row["url"]))


def _check_events(events: list[dict], corpus: Corpus) -> Iterator[str]:
    yield from _repeated(events, "event_id")
    slugs = Known(corpus.known)
    for row in events:
        yield from _one_of(row, "article", slugs, "article")
        yield from _web_address(row, "source_url")
        if as_days(f"{row['begin']}/{row['end']}") is None:
            yield f"{row['place']}: {shown(row['begin'])} to {shown(row['end'])} is no period; write two days such as 2024-03-11, the first one first"
        if row["count"] and not re.fullmatch(r"[0-9]{1,15}", row["count"]):
            yield f"{row['place']}: count is {shown(row['count'])}; write digits only, or nothing"


def _check_origins(origins: list[dict], reports: list[dict]) -> Iterator[str]:
    yield from _repeated(origins, "url")
    pages = Known(row["url"] for row in reports)
    for row in origins:
        yield from _one_of(row, "url", pages, "page of reports.csv")


def _check_limits(limits: list[dict], corpus: Corpus) -> Iterator[str]:
    slugs, topics = Known(corpus.known), Known(TOPICS)
    for row in limits:
        yield from _one_of(row, "article", slugs, "article")
        yield from _one_of(row, "topic", topics, "topic")
        needed = ["short", *(["article"] if row["topic"] in OF_ONE else [])] if row["topic"] else []
        if missing := [name for name in needed if not row[name]]:
            yield f"{row['place']}: topic {row['topic']} needs {' and '.join(missing)}; fill it in"


def _repeated(rows: list[dict], column: str) -> Iterator[str]:
    first: dict[str, str] = {}
    for row in rows:
        if row[column] in first:
            yield f"{row['place']}: {column} {shown(row[column])} stands in {first[row[column]].rpartition(', ')[2]} already; give it another"
        first.setdefault(row[column], row["place"])


def _one_of(row: dict, column: str, allowed: Known, what: str) -> Iterator[str]:
    if row[column] and row[column] not in allowed:
        yield f"{row['place']}: there is no {what} {shown(row[column])}; {allowed.hint(row[column])}"


def _web_address(row: dict, column: str) -> Iterator[str]:
    if row[column] and not is_web_address(row[column]):
        yield f"{row['place']}: {column} is {shown(row[column])}; give the whole address of the page, beginning with https:// or http://"


def is_web_address(url: str) -> bool:
    """Whether this is an http(s) address with a host and without spaces or control characters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = url.isprintable() and not re.search(r"\s", url)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and plain


def place_of(text: str, quote: str, nth: int) -> int | None:
    """Where the quote stands for the nth time, every place counted."""
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return None
    return at


def as_number(value: str) -> float | None:
    """A plain number, the number of a bound such as >50, one worked out such as [55.4], or one of something else than the
    claim counts, such as 240 (encounters); None for anything else."""
    found = parts_of(value)
    return float(found[0].lstrip("<>")) if found else None


def worked_out(value: str) -> bool:
    """Whether a value is no figure of the page but one that the record worked out from its figures, such as [55.4]."""
    found = parts_of(value)
    return bool(found) and found[1]


def parts_of(value: str) -> tuple[str, bool, str] | None:
    """A value with a number taken apart: the number, whether the record worked it out, and what it counts if that is
    something else than the claim counts; None for anything else.

    >>> parts_of("[55.4] (convictions or charges)"), parts_of(">50"), parts_of("12 aircraft")
    (('55.4', True, 'convictions or charges'), ('>50', False, ''), None)
    """
    found = _VALUE.fullmatch(value)
    return (found[2], bool(found[1]), found[3] or "") if found else None


def as_days(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO day or of an interval of two of them, the first one first; None for
    anything else."""
    parts = value.split("/")
    if len(parts) > 2 or not all(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", part) for part in parts):
        return None
    try:
        first, last = date.fromisoformat(parts[0]), date.fromisoformat(parts[-1])
    except ValueError:
        return None
    return (first, last) if first <= last else None
