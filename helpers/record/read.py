"""Claims of the articles and what other sources reported on them: the record, read and checked.

A record is a folder of CSV files written beforehand (columns: `helpers/data/record/README.md`): `claims.csv`
and `reports.csv`, and if they are there `events.csv`, `origins.csv` and `limits.csv`. A corpus brings its own
in the folder `record` beside its texts; the record of the project's own texts is `helpers/data/record`.

What this module does not do: judge. Verdicts and stances stand in the record, each with its reason and its
page; here they are only held against the record's own rules. Nor does it compare: `helpers.record.claims`
ties the claims to what was extracted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers.record.rules import COLUMNS, MAY_BE_EMPTY, REQUIRED_FILES, place_of, problems_of
from helpers.texts import SEEDS, Corpus, as_path, csv_rows, listed, may_read, printable, what_is

__all__ = ["Record", "RecordError", "load_record", "passes_on"]

OWN_RECORD = Path(__file__).resolve().parents[1] / "data" / "record"


class RecordError(ValueError):
    """Something is wrong with the record. The message lists every problem, with file, line and what to do."""


@dataclass(frozen=True)
class Record:
    """A record, cut down to the articles of a corpus.

    Attributes:
        claims: One row a claim: the columns of claims.csv, and `start`, `end`, `block`, its place in the
            article, and `copied`, whether a page has it that shares its source with the article.
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
    def seen(self) -> str:
        """What of the pages was read, in short; empty if the record does not say, or all of them was."""
        return "; ".join(self.limits.loc[self.limits["topic"] == "seen", "short"])

    @property
    def judged(self) -> str:
        """Who gave the verdicts, and when; empty if the record does not say."""
        return "; ".join(self.limits.loc[self.limits["topic"] == "judged", "short"])

    @property
    def copies(self) -> str:
        """When a page was used that is no original, in short; empty if the record does not say."""
        return "; ".join(self.limits.loc[self.limits["topic"] == "copies", "short"])

    @property
    def unreported(self) -> dict[str, str]:
        """The articles of whose event no page tells, and what that event is: the days and bodies of other events say
        nothing of theirs."""
        found = self.limits[self.limits["topic"] == "no event"]
        return dict(zip(found["article"], found["short"], strict=True))

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
    rows = {name: list(_read(folder / f"{name}.csv", problems)) for name in COLUMNS}
    problems += problems_of(rows, corpus)
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
    told = {"missing": "there is no such folder", "folder": "no permission to open it"}
    what_to_do = "make it, with a claims.csv and a reports.csv, or give another one"
    raise RecordError(printable(f"{path}: {told.get(state, f'is a {state}')}; {what_to_do}"))


def _default_folder(corpus: Corpus) -> Path | None:
    if corpus.folder is None:
        return None
    beside = corpus.folder / "record"
    if beside.is_dir():
        return beside
    return OWN_RECORD if corpus.folder.resolve() == SEEDS else None


def _read(path: Path, problems: list[str]) -> Iterator[dict]:
    """The rows of a file with `place` (file and line); what is wrong with its form is added to problems."""
    columns, may_be_empty = COLUMNS[path.stem], MAY_BE_EMPTY[path.stem]

    def wrong_headings(header: list[str]) -> Iterator[str]:
        if missing := [name for name in columns if name not in header]:
            yield f"no column {' and '.join(missing)}; the columns are {','.join(columns)}"
        if twice := [name for name in columns if header.count(name) > 1]:
            yield f"the column {' and '.join(twice)} stands there twice; leave one"

    first_line = f"there is no such file; its first line must be {','.join(columns)}"
    for place, cells in csv_rows(
        path,
        problems,
        wrong_headings=wrong_headings,
        missing=first_line if path.stem in REQUIRED_FILES else "",
    ):
        row = {name: cells[name] if name == "quote" else cells[name].strip() for name in columns}
        if empty := [name for name in columns if not row[name].strip() and name not in may_be_empty]:
            problems.append(f"{place}: nothing in {' and '.join(empty)}; fill it in")
        yield row | {"place": place}


def _made(rows: dict[str, list[dict]], corpus: Corpus, folder: Path | None) -> Record:
    """The record of the articles of a corpus out of rows that were checked."""
    frames = {name: pd.DataFrame(rows[name], columns=COLUMNS[name], dtype=object) for name in COLUMNS}
    own = {
        name: frames[name][frames[name]["article"].isin(["", *corpus.slugs])].reset_index(drop=True)
        for name in ("claims", "events", "limits")
    }
    claims = _placed(own["claims"], corpus)
    article_of = dict(zip(claims["claim_id"], claims["article"], strict=True))
    reports = frames["reports"][frames["reports"]["claim_id"].isin(article_of)].reset_index(drop=True)
    copied = reports.loc[reports["stance"] == "same source", "claim_id"]
    claims = claims.assign(copied=claims["claim_id"].isin(copied))
    judged = dict(zip(frames["origins"]["url"], frames["origins"]["origin"], strict=True))
    reports = reports.assign(
        article=reports["claim_id"].map(article_of),
        origin=[judged.get(row.url) or named_origin(row.publisher) for row in reports.itertuples()],
    )
    events = own["events"].assign(
        count=pd.to_numeric(own["events"]["count"].replace("", None)).astype(float),
        period=own["events"]["note"].str.startswith("Statistical period").astype(bool),
    )
    others = frames["claims"].loc[~frames["claims"]["article"].isin(corpus.slugs), "article"]
    left_out = others.value_counts(sort=False).to_dict()
    return Record(claims, reports, events, own["limits"], folder, left_out)


def _placed(claims: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The claims with the place of their quotes: `start`, `end` and `block`."""
    starts = [place_of(corpus[row.article].text, row.quote, int(row.nth)) for row in claims.itertuples()]
    ends = [start + len(quote) for start, quote in zip(starts, claims["quote"], strict=True)]
    blocks = [
        next((block.kind for block in corpus[slug].blocks if block.start < end and start < block.end), "")
        for slug, start, end in zip(claims["article"], starts, ends, strict=True)
    ]
    placed = claims.assign(start=starts, end=ends, block=blocks)
    return placed.astype({"nth": int, "start": int, "end": int})


_PASSED_ON = re.compile(r",? via |, reposted by |, copy\b|, e-mail notice\b")
_TAKEN_FROM = re.compile(r", (?:quoting|after|on) (?:the )?(.{1,80})$")


def passes_on(publisher: str) -> bool:
    """Whether a publisher's line in the record says itself that the text comes from someone else.

    >>> [passes_on(name) for name in ("Associated Press via The Post", "Miami Chronicle, after Fox News", "UPI")]
    [True, True, False]
    """
    return bool(_PASSED_ON.search(publisher) or _TAKEN_FROM.search(publisher))


def named_origin(publisher: str) -> str:
    """From whom a page has its text, as far as its publisher's line in the record says so; otherwise the
    publisher.

    >>> [named_origin(name) for name in ("Associated Press via The Post", "ICE (Boston), reposted by A", "The Week, on CDC data", "UPI")]
    ['Associated Press', 'ICE', 'CDC', 'UPI']
    """
    taken = _TAKEN_FROM.search(publisher)
    name = taken[1].removesuffix(" data") if taken else _PASSED_ON.split(publisher)[0]
    return re.sub(r" \([^()]{1,80}\)$", "", name).strip() or publisher
