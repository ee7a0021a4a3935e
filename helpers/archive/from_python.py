"""Articles that are in Python already: texts in a list, rows of a data frame."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from helpers.archive.document import SetAside
from helpers.archive.folder import Names
from helpers.archive.rows import FIELDS, document_of_row
from helpers.texts import Article, Corpus, CorpusError, date_range, shown

__all__ = ["from_dataframe", "from_texts"]


def from_texts(texts: Iterable[str], *, published: str = "") -> Corpus:
    """Texts as a corpus; their slugs are text-1, text-2, ...

    Args:
        texts: The articles.
        published: Day, month or year of publication of all of them, if it is known.

    Raises:
        CorpusError: if this is one string, one of the texts is empty or no string, or `published` is no date.

    >>> from_texts(["Police held 3 men."]).slugs
    ['text-1']
    """
    if isinstance(texts, str):
        raise CorpusError("from_texts takes a list of texts; for one text write from_texts([text])")
    if published and not date_range(published):
        raise CorpusError(f"published is {shown(published)}; write 2025-03-04, 2025-03 or 2025")
    texts = list(texts)
    empty = [number for number, text in enumerate(texts, 1) if not isinstance(text, str) or not text.strip()]
    if empty:
        raise CorpusError(f"no text at number {', '.join(map(str, empty[:20]))} of {len(texts)}")
    return Corpus(
        [Article(slug=f"text-{n}", text=text, published=published) for n, text in enumerate(texts, 1)]
    )


def from_dataframe(frame: pd.DataFrame, *, text: str, **columns: str) -> Corpus:
    """The rows of a data frame as a corpus.

    Args:
        frame: One row an article.
        text: The column that holds the text.
        columns: For title, published, publisher, url and slug: the column that holds it.

    Raises:
        CorpusError: listing columns that are not there, rows without a text, and dates of publication that
            cannot be read for certain.

    >>> frame = pd.DataFrame({"body": ["Police held 3 men."], "day": ["March 5, 2024"]})
    >>> from_dataframe(frame, text="body", published="day")[0].published
    '2024-03-05'
    """
    if not isinstance(frame, pd.DataFrame):
        raise CorpusError(
            f"this must be a data frame, not {shown(frame)}; for a list write from_texts(texts)"
        )
    chosen = {"text": text, **columns}
    problems = [f"{field} is none of {', '.join(FIELDS)}" for field in columns if field not in FIELDS]
    problems += [
        f"no column {name!r}; there are: {', '.join(map(str, frame.columns))}"
        for name in chosen.values()
        if name not in frame.columns
    ]
    for name, times in Counter(frame.columns).items():
        if times > 1 and name in chosen.values():
            problems.append(f"the column {name!r} stands there {times} times; give each another name")
    if problems:
        raise CorpusError("; ".join(problems))
    name, articles = Names(), []
    for number, row in enumerate(frame.to_dict("records"), 1):
        item = document_of_row(row, number, "data frame", "row", chosen)
        if isinstance(item, SetAside):
            problems.append(f"row {number} {item.reason}; leave it out or give its text")
            continue
        problems += [f"row {number}: {warning}" for warning in item.warnings]
        articles.append(replace(item, slug=name(item.slug)).article)
    if problems:
        raise CorpusError("\n".join(problems[:50]))
    return Corpus(articles)
