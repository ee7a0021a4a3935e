"""The tables of an archive, given as they are stored, without reading a text."""

import warnings
from dataclasses import fields

import pandas as pd

from helpers.extraction.tables import PROBLEM, ROWS, UNREAD, Tables
from helpers.texts import Corpus, CorpusError, printable, stored_table, unread_line

__all__ = ["stored_tables"]


def stored_tables(corpus: Corpus) -> Tables:
    """The tables of the articles of an archive.

    Raises:
        CorpusError: if they are damaged, or have other columns than those of this version of the project.
    """
    folder = corpus.stored
    only = None if len(corpus) == len(corpus.known) else corpus.slugs
    tables = {
        name: stored_table(folder, name, articles=only, compact=True)
        for name in (*ROWS, "checks", "untested")
    }
    for name, kind in ROWS.items():
        wanted = [one.name for one in fields(kind)]
        if list(tables[name]) != wanted:
            raise CorpusError(
                printable(
                    f"{folder} was written by another version of this project (the table {name} has other columns); "
                    "extract its texts once more"
                )
            )
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
    return Tables(**tables, problems=problems, unread=pd.DataFrame(unread, columns=UNREAD))
