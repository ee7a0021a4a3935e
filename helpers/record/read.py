"""Claims of the articles and what other sources reported on them: the record, read and checked.

A record is a folder of CSV files written beforehand (columns: `helpers/data/record/README.md`): `claims.csv`
and `reports.csv`, and if they are there `events.csv`, `origins.csv` and `limits.csv`. A corpus brings its own
in the folder `record` beside its texts; the record of the project's own texts is `helpers/data/record`.

What this module does not do: judge. Verdicts and stances stand in the record, each with its reason and its
page; here they are only held against the record's own rules. Nor does it compare: `helpers.record.claims`
ties the claims to what was extracted.

>>> as_number(">50"), as_number("about 1000"), as_days("2024-03-11/2024-03-22")
(50.0, None, (datetime.date(2024, 3, 11), datetime.date(2024, 3, 22)))
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd

from helpers.texts import Corpus, Known, as_path, listed, may_read, shown, what_is

__all__ = ["KINDS", "VERDICTS", "Record", "RecordError", "load_record"]

OWN_TEXTS = Path(__file__).resolve().parents[2] / "seeds"
OWN_RECORD = Path(__file__).resolve().parents[1] / "data" / "record"

KINDS = ("date", "count", "percent", "money", "place", "agency", "person", "wording", "cause")
VERDICTS = ("corroborated", "differs", "contradicted", "not found", "not checkable")
STANCES = ("supports", "differs", "contradicts")
TOPICS = (
    "search",
    "case",
)  # limits that bear on every reading: how pages were found, and that the case meant is inferred
COLUMNS = {
    "claims": [
        "claim_id",
        "article",
        "claim",
        "quote",
        "nth",
        "kind",
        "claim_value",
        "unit",
        "verdict",
        "reason",
    ],
    "reports": [
        "claim_id",
        "publisher",
        "published",
        "url",
        "reported_value",
        "reports",
        "stance",
        "original",
    ],
    "events": [
        "event_id",
        "article",
        "begin",
        "end",
        "label",
        "agencies",
        "count",
        "unit",
        "source_url",
        "note",
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
# A verdict and the stances of its reports: what must be so, and how to say that it is not. No verdict follows
# from the stances: a claim
# that some pages support and from which others differ can be corroborated or differ, which the record judges
# and gives a reason for.
CONSISTENT: dict[str, tuple[Callable[[set[str]], bool], str]] = {
    "corroborated": (
        lambda found: "supports" in found and "contradicts" not in found,
        "a report that supports it and none that contradicts it",
    ),
    "differs": (
        lambda found: bool(found & {"differs", "contradicts"}),
        "a report that differs or contradicts",
    ),
    "contradicted": (lambda found: "contradicts" in found, "a report that contradicts it"),
    "not found": (
        lambda found: not found & {"supports", "contradicts"},
        "no report that supports or contradicts it",
    ),
    "not checkable": (lambda found: not found, "no report"),
}


class RecordError(ValueError):
    """Something is wrong with the record. The message lists every problem, with file, line and what to do."""


@dataclass(frozen=True)
class Record:
    """A record, cut down to the articles of a corpus.

    Attributes:
        claims: One row a claim: the columns of claims.csv, and `start`, `end`, `block`, its place in the
            article.
        reports: One row a page on a claim: the columns of reports.csv, and `article` and `origin`, from whom
            the page has it.
        events: One row an event: the columns of events.csv, `count` as a number, and `period`, true for the
            span a statistic covers.
        limits: What the record says about its own limits: article (empty: all), topic (one of TOPICS, or
            empty), short and limit.
        folder: Where it was read; None if the corpus has no record. The tables are then empty.
        left_out: Claims by slug on articles that the folder of texts has, but this corpus was not asked for.
    """

    claims: pd.DataFrame
    reports: pd.DataFrame
    events: pd.DataFrame
    limits: pd.DataFrame
    folder: Path | None
    left_out: dict[str, int]

    @property
    def search(self) -> str:
        """How the pages were found, in short; empty if the record does not say."""
        return "; ".join(self.limits.loc[self.limits["topic"] == "search", "short"])

    @property
    def cases(self) -> dict[str, str]:
        """The articles whose case is only inferred, and with which case they are compared."""
        found = self.limits[self.limits["topic"] == "case"]
        return dict(zip(found["article"], found["short"], strict=True))


def load_record(corpus: Corpus, folder: str | Path | None = None) -> Record:
    """Reads the record of a corpus and checks all of it.

    Args:
        corpus: The articles.
        folder: Folder of the record; None for the folder `record` beside the texts, or, for the project's own
            texts, its own record.

    Raises:
        RecordError: listing every problem: a quote that is not in its article, a verdict that its reports do
            not bear out, a report without a claim, an address that is no web address, and so on.
    """
    folder = _folder(folder) if folder else _default_folder(corpus)
    if folder is None:
        return _made({name: [] for name in COLUMNS}, corpus, None)
    problems: list[str] = []
    rows = {
        name: list(_read(folder / f"{name}.csv", COLUMNS[name], name in REQUIRED_FILES, problems))
        for name in COLUMNS
    }
    for name, check in {
        "claims": _check_claims,
        "reports": _check_reports,
        "events": _check_events,
        "origins": _check_origins,
        "limits": _check_limits,
    }.items():
        problems += check(rows, rows[name], corpus)
    if problems:
        raise RecordError(listed(f"{folder} cannot be used", problems))
    return _made(rows, corpus, folder)


def _folder(given: str | Path) -> Path:
    try:
        path = as_path(given)
    except ValueError as error:
        raise RecordError(str(error)) from error
    state = what_is(path)
    if state == "folder" and may_read(path):
        return path
    told = {"missing": "there is no such folder", "folder": "no permission to open it"}.get(
        state, f"is a {state}"
    )
    raise RecordError(
        listed("", [f"{path}: {told}; make it, with a claims.csv and a reports.csv, or give another one"])
    )


def _default_folder(corpus: Corpus) -> Path | None:
    if corpus.folder is None:
        return None
    beside = corpus.folder / "record"
    if beside.is_dir():
        return beside
    return OWN_RECORD if corpus.folder.resolve() == OWN_TEXTS else None


def _read(path: Path, columns: list[str], required: bool, problems: list[str]) -> Iterator[dict]:
    """The rows of a file with `place` (file and line); what is wrong with its form is added to problems."""
    state = what_is(path)
    if state == "missing":
        if required:
            problems.append(f"{path}: there is no such file; its first line must be {','.join(columns)}")
        return
    if state != "file":
        problems.append(f"{path}: is no file that can be read ({state}); put the table there")
        return
    before = 0
    try:
        # utf-8-sig because spreadsheet programs begin a CSV with a byte order mark
        reader = csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True)
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in columns if name not in header]
        if missing:
            problems.append(
                f"{path}, line 1: no column {' and '.join(missing)}; the columns are {','.join(columns)}"
            )
            return
        if twice := [name for name, count in Counter(header).items() if name in columns and count > 1]:
            problems.append(f"{path}, line 1: the column {' and '.join(twice)} stands there twice; leave one")
            return
        before = reader.line_num
        for cells in reader:
            place, before = f"{path}, line {before + 1}", reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                problems.append(
                    f"{place}: {len(cells)} fields, not {len(header)}; put quotation marks around a field with a comma in it"
                )
                continue
            row = {
                name: cell if name == "quote" else cell.strip()
                for name, cell in zip(header, cells, strict=True)
                if name in columns
            }
            empty = [
                name for name in columns if not row[name].strip() and name not in MAY_BE_EMPTY[path.stem]
            ]
            if empty:
                problems.append(f"{place}: nothing in {' and '.join(empty)}; fill it in")
            yield row | {"place": place}
    except UnicodeDecodeError as error:
        problems.append(f"{path}: not UTF-8 at byte {error.start}; save it as CSV in UTF-8")
    except OSError as error:
        problems.append(f"{path}: cannot be read ({error.strerror}); give yourself permission to read it")
    except csv.Error as error:
        problems.append(
            f"{path}, line {before + 1}: cannot be read as CSV ({error}); is a quotation mark not closed?"
        )


# ---- checks: each takes all rows, the rows of its file and the corpus, and yields what is wrong
# --------------------------------


def _check_claims(rows: dict, claims: list[dict], corpus: Corpus) -> Iterator[str]:
    yield from _repeated(claims, "claim_id")
    slugs = Known(corpus.known)
    kinds, verdicts = Known(KINDS), Known(VERDICTS)
    stances: dict[str, set[str]] = {}
    for report in rows["reports"]:
        stances.setdefault(report["claim_id"], set()).add(report["stance"])
    for row in claims:
        yield from _one_of(row, "article", slugs, "article")
        yield from _one_of(row, "kind", kinds, "kind")
        yield from _one_of(row, "verdict", verdicts, "verdict")
        if not re.fullmatch(r"[1-9][0-9]{0,8}", row["nth"]):
            yield f"{row['place']}: nth is {row['nth']!r}; write 1 for the first place where the quote stands"
        elif (
            row["article"] in corpus.slugs
            and row["quote"]
            and _spot(corpus[row["article"]].text, row["quote"], int(row["nth"])) is None
        ):
            yield (
                f"{row['place']}: the text of {row['article']} has no {'' if row['nth'] == '1' else row['nth'] + '. '}“{row['quote']}”; "
                "copy the words exactly, with their quotation marks"
            )
        if row["verdict"] in VERDICTS:
            test, wanted = CONSISTENT[row["verdict"]]
            found = stances.get(row["claim_id"], set())
            if not test(found):
                given = f"has reports with: {', '.join(sorted(found))}" if found else "has no report"
                yield (
                    f"{row['place']}: “{row['verdict']}” needs {wanted}, but {row['claim_id']} {given}; correct the verdict or its "
                    "reports"
                )


def _check_reports(rows: dict, reports: list[dict], corpus: Corpus) -> Iterator[str]:
    claims = Known(row["claim_id"] for row in rows["claims"])
    stances, yes_or_no = Known(STANCES), Known(("yes", "no"))
    seen: set[tuple[str, str]] = set()
    for row in reports:
        if claims.words:
            yield from _one_of(row, "claim_id", claims, "claim")
        yield from _one_of(row, "stance", stances, "stance")
        yield from _one_of(row, "original", yes_or_no, "value of original")
        yield from _web_address(row, "url")
        if row["published"] and as_days(row["published"]) is None:
            yield f"{row['place']}: published is {row['published']!r}; write a day such as 2024-03-28, or nothing"
        if (row["claim_id"], row["url"]) in seen:
            yield f"{row['place']}: this page has a row for {row['claim_id']} already; put both into one"
        seen.add((row["claim_id"], row["url"]))


def _check_events(rows: dict, events: list[dict], corpus: Corpus) -> Iterator[str]:
    yield from _repeated(events, "event_id")
    slugs = Known(corpus.known)
    for row in events:
        yield from _one_of(row, "article", slugs, "article")
        yield from _web_address(row, "source_url")
        if as_days(f"{row['begin']}/{row['end']}") is None:
            yield f"{row['place']}: {row['begin']!r} to {row['end']!r} is no period; write two days such as 2024-03-11, the first one first"
        if row["count"] and as_number(row["count"]) is None:
            yield f"{row['place']}: count is {row['count']!r}; write digits only, or nothing"


def _check_origins(rows: dict, origins: list[dict], corpus: Corpus) -> Iterator[str]:
    yield from _repeated(origins, "url")
    pages = Known(row["url"] for row in rows["reports"])
    for row in origins:
        yield from _one_of(row, "url", pages, "page of reports.csv")


def _check_limits(rows: dict, limits: list[dict], corpus: Corpus) -> Iterator[str]:
    slugs, topics = Known(corpus.known), Known(TOPICS)
    for row in limits:
        yield from _one_of(row, "article", slugs, "article")
        yield from _one_of(row, "topic", topics, "topic")
        needed = ["short", *(["article"] if row["topic"] == "case" else [])] if row["topic"] else []
        if missing := [name for name in needed if not row[name]]:
            yield f"{row['place']}: topic {row['topic']} needs {' and '.join(missing)}; fill it in"


def _repeated(rows: list[dict], column: str) -> Iterator[str]:
    first: dict[str, str] = {}
    for row in rows:
        if row[column] in first:
            yield f"{row['place']}: {column} {row[column]!r} stands in {first[row[column]].rpartition(', ')[2]} already; give it another"
        first.setdefault(row[column], row["place"])


def _one_of(row: dict, column: str, allowed: Known, what: str) -> Iterator[str]:
    if row[column] and row[column] not in allowed:
        yield f"{row['place']}: there is no {what} {shown(row[column])}; {allowed.hint(row[column])}"


def _web_address(row: dict, column: str) -> Iterator[str]:
    if row[column] and not is_web_address(row[column]):
        yield f"{row['place']}: {column} is {row[column]!r}; give the whole address of the page, beginning with https:// or http://"


def is_web_address(url: str) -> bool:
    """Whether this is an http(s) address with a host and without spaces or control characters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and url.isprintable()
        and not re.search(r"\s", url)
    )


def _spot(text: str, quote: str, nth: int) -> int | None:
    """Where the quote stands for the nth time, every place counted."""
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return None
    return at


# ---- the record
# -------------------------------------------------------------------------------------------------------------


def _made(rows: dict[str, list[dict]], corpus: Corpus, folder: Path | None) -> Record:
    frames = {name: pd.DataFrame(rows[name], columns=COLUMNS[name], dtype=object) for name in COLUMNS}
    everything = frames["claims"]
    claims = everything[everything["article"].isin(corpus.slugs)].reset_index(drop=True)
    starts = [_spot(corpus[row.article].text, row.quote, int(row.nth)) for row in claims.itertuples()]
    ends = [start + len(quote) for start, quote in zip(starts, claims["quote"], strict=True)]
    blocks = [
        next((block.kind for block in corpus[slug].blocks if block.start < end and start < block.end), "")
        for slug, start, end in zip(claims["article"], starts, ends, strict=True)
    ]
    claims = claims.assign(nth=claims["nth"].astype(int), start=starts, end=ends, block=blocks).astype(
        {"start": int, "end": int}
    )
    article_of = dict(zip(claims["claim_id"], claims["article"], strict=True))
    reports = frames["reports"][frames["reports"]["claim_id"].isin(article_of)].reset_index(drop=True)
    judged = dict(zip(frames["origins"]["url"], frames["origins"]["origin"], strict=True))
    reports = reports.assign(
        article=reports["claim_id"].map(article_of),
        origin=[judged.get(row.url) or named_origin(row.publisher) for row in reports.itertuples()],
    )
    events = frames["events"][frames["events"]["article"].isin(corpus.slugs)].reset_index(drop=True)
    events = events.assign(
        count=pd.to_numeric(events["count"].replace("", None)).astype(float),
        period=events["note"].str.startswith("Statistical period").astype(bool),
    )
    limits = frames["limits"][frames["limits"]["article"].isin(["", *corpus.slugs])].reset_index(drop=True)
    others = everything.loc[~everything["article"].isin(corpus.slugs), "article"]
    return Record(claims, reports, events, limits, folder, others.value_counts(sort=False).to_dict())


_PASSED_ON = re.compile(r",? via |, reposted by |, copy\b|, e-mail notice\b")
_TAKEN_FROM = re.compile(r", (?:quoting|after|on) (?:the )?(.{1,80})$")


def named_origin(publisher: str) -> str:
    """From whom a page has its text, as far as its publisher's line in the record says so; otherwise the
    publisher.

    >>> [named_origin(name) for name in ("Associated Press via The Post", "ICE (Boston), reposted by A", "The Week, on CDC data", "UPI")]
    ['Associated Press', 'ICE', 'CDC', 'UPI']
    """
    taken = _TAKEN_FROM.search(publisher)
    name = taken[1].removesuffix(" data") if taken else _PASSED_ON.split(publisher)[0]
    return re.sub(r" \([^()]{1,80}\)$", "", name).strip() or publisher


# ---- values
# -----------------------------------------------------------------------------------------------------------------


def as_number(value: str) -> float | None:
    """A plain number, or the number of a bound such as >50; None for anything else."""
    match = re.fullmatch(r"[<>]?(-?[0-9]{1,15}(?:\.[0-9]{1,9})?)", value)
    return float(match[1]) if match else None


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
