"""The tables of an archive, given as they are stored, without reading a text."""

import warnings
from dataclasses import fields
from functools import cached_property

import pandas as pd

from helpers.extraction.tables import PROBLEM, ROWS, UNREAD, Tables
from helpers.texts import Corpus, CorpusError, printable, stored_columns, stored_table, unread_line

__all__ = ["stored_tables"]


def _when_asked(name: str) -> cached_property:
    """A table that is read when it is first asked for."""
    return cached_property(lambda tables: stored_table(tables.folder, name, articles=tables.only))


class _StoredTables(Tables):
    """The tables of an archive: a notebook that asks for two of them has no others in memory.

    Attributes:
        folder: Of the archive.
        only: Slugs of the articles of which rows are given; None for all.
    """

    dates = _when_asked("dates")
    quantities = _when_asked("quantities")
    agencies = _when_asked("agencies")
    roles = _when_asked("roles")
    speakers = _when_asked("speakers")
    statements = _when_asked("statements")
    set_aside = _when_asked("set_aside")
    checks = _when_asked("checks")
    untested = _when_asked("untested")


def stored_tables(corpus: Corpus) -> Tables:
    """The tables of the articles of an archive. Whether all are there is looked up at once; the rows of each are read
    when they are asked for.

    Raises:
        CorpusError: if they are damaged, or have other columns than those of this version of the project.
    """
    folder = corpus.stored
    for name, kind in ROWS.items():
        if stored_columns(folder, name) != [one.name for one in fields(kind)]:
            raise CorpusError(
                printable(
                    f"{folder} was written by another version of this project (the table {name} has other columns); "
                    "extract its texts once more"
                )
            )
    for name in ("checks", "untested"):
        stored_columns(folder, name)
    only = None if len(corpus) == len(corpus.known) else corpus.slugs
    told = stored_table(folder, "texts", ["article", "error", "not_read"], only)
    failed = told[told["error"].fillna("") != ""]
    unread = [
        (article, language)
        for article, languages in zip(told["article"], told["not_read"], strict=True)
        for language in filter(None, (languages or "").split("; "))
    ]
    if line := unread_line(unread):
        warnings.warn(line, stacklevel=3)
    if len(failed):
        warnings.warn(f"{len(failed):,} articles were not read; errors.parquet says why", stacklevel=3)
    problems = pd.DataFrame(
        {"article": failed["article"], "problem": failed["error"], "place": "errors.parquet"}, columns=PROBLEM
    )
    tables = object.__new__(_StoredTables)  # its own making would ask for the rows of every table
    vars(tables).update(
        folder=folder, only=only, problems=problems, unread=pd.DataFrame(unread, columns=UNREAD)
    )
    return tables
