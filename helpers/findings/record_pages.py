"""Where the claims of an article were looked for: on which pages, how much of them was read, and how many are copies."""

import pandas as pd

from helpers.findings.words import amount, number
from helpers.record import Record

__all__ = ["about_copies", "on_pages"]


def on_pages(seen: str = "") -> str:
    """Where something was not found, to follow "was not found".

    Args:
        seen: What of the pages was read, from `Record.seen`; what rests on a part of them says so.

    >>> on_pages("their headings"), on_pages()
    ('on any page that the searches gave (only their headings were read)', 'on any page that the searches gave')
    """
    return f"on any page that the searches gave{f' (only {seen} were read)' if seen else ''}"


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
