"""Where the claims of an article were looked for: the pages on record for it, and how much of them was read."""

from collections.abc import Iterable

import pandas as pd

from helpers.findings.words import amount, number
from helpers.record import Record

__all__ = ["about_copies", "on_pages", "pages_of"]


def pages_of(reports: pd.DataFrame, articles: Iterable[str]) -> int:
    """How many different pages the record has on these articles; `reports` is that of the whole record."""
    return int(reports.loc[reports["article"].isin(list(articles)), "url"].nunique())


def on_pages(pages: int, seen: str = "") -> str:
    """Where something was not found, to follow "was not found".

    Args:
        pages: From `pages_of`.
        seen: What of the pages was read, from `Record.seen`; what rests on a part of them says so.

    >>> on_pages(31, "their headings"), on_pages(1), on_pages(0)
    ('on any of the 31 pages on record (only their headings were read)', 'on the one page on record', 'on any page searched')
    """
    read = f" (only {seen} were read)" if seen else ""
    if pages > 1:
        return f"on any of the {number(pages)} pages on record{read}"
    return f"on {'the one page on record' if pages else 'any page searched'}{read}"


def about_copies(reports: pd.DataFrame, record: Record) -> str:
    """How many of the pages are no originals, what counts as one, and when others were used; empty if all are originals.

    Args:
        reports: The reports shown.
        record: The record.
    """
    pages = reports.drop_duplicates("url")
    copies = int((pages["original"] == "no").sum())
    if not copies:
        return ""
    when = f"; copies were used {record.copies}" if record.copies else ""
    what = "is a copy, a digest or rewrite" if copies == 1 else "are copies, digests or rewrites"
    return (
        f"Of {amount(len(pages), 'page')}, {number(copies)} {what} of others’ reports, or of unclear origin{when}. "
        "An outlet that tells of a release in its own words counts as an original."
    )
