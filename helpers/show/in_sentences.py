"""Rows of a table with their evidence: the quote marked inside its sentence, and its place in the article."""

import re
from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from helpers.findings.archive import is_large, sample
from helpers.show.article import sampled
from helpers.show.page import MOST_ROWS, OPENS, cut_short, table
from helpers.show.places import anchor, first_rows
from helpers.texts import Corpus

__all__ = ["evidence", "in_sentence"]

FEWEST_ROWS = 24  # for an archive
MOST_CLOSING = 2  # marks: of a quotation, and of one inside it
_LINK = "<a href=#text-{place} style=color:inherit>{words}</a>"
AROUND = 3  # words on each side of a quote whose sentence stands elsewhere on the page


def evidence(
    frame: pd.DataFrame,
    corpus: Corpus,
    *,
    empty: str,
    columns: Mapping[str, str],
    quoted: Sequence[str] = (),
    html: Sequence[str] = (),
    ranked: bool = False,
    around: int | None = None,
    in_place: bool = True,
    named: str = "",
) -> None:
    """Shows rows with their evidence: the quote marked inside its sentence, and its place in the article.

    The quote is a link to the same place in the article as `read_in_place` shows it, if the page has it; a
    link leads back from there. A sentence stands whole in the first of its rows on end; the others have the words around
    their quote, and lead there.

    Args:
        frame: Rows with article, start, end, quote, sentence and sentence_start.
        corpus: The articles.
        empty: The sentence to show if there are no rows.
        columns: Columns to show before the evidence, column → heading.
        quoted: Those of them that hold words of the articles; they are shown in quotation marks where they
            stand there just so.
        html: Those of them that are HTML already, made by this room.
        ranked: Whether the rows stand in the order of their weight, so that of too many the first are shown.
        around: How many words every row has on each side of its quote, if its sentence stands elsewhere on the page.
        in_place: Whether the notebook shows these rows in their article as well, so that their quotes can lead there.
        named: The name of the table, where trust cards lead to its first row of an article (`places.of_article`).
    """
    frame, note = _for_evidence(frame, corpus, ranked)
    cells = _with_cells(frame, corpus, around, in_place)
    if named and len(cells):
        cells["in_sentence"] = first_rows(named, cells["article"]) + cells["in_sentence"]
    table(
        cells,
        empty=empty,
        columns={
            "article": "article",
            **columns,
            "in_sentence": "in its sentence" if around is None else "in the text",
            "place": "place",
        },
        quoted=quoted,
        html=["in_sentence", *html],
        corpus=corpus,
        note=note,
    )


def _with_cells(frame: pd.DataFrame, corpus: Corpus, around: int | None, in_place: bool) -> pd.DataFrame:
    """The rows with their place in the article, and with their sentence as HTML: whole unless it stands whole in the row
    above, to which a row then leads, or only some words `around` each quote are wanted."""
    cells, before, whole = [], None, ""
    for row in frame.itertuples():
        place = row.article, row.sentence_start
        again = around is None and place == before
        if not again:
            before, whole = place, anchor(row.article, row.start, row.end)
        most = AROUND if again else around
        cells.append(_marked(corpus[row.article].text, row, most, whole if again else "", in_place))
    return frame.assign(
        place=[f"{row.start}–{row.end}" for row in frame.itertuples()],
        in_sentence=cells,
        row_name=[f"row-{anchor(row.article, row.start, row.end)}" for row in frame.itertuples()],
    )


def _for_evidence(frame: pd.DataFrame, corpus: Corpus, ranked: bool) -> tuple[pd.DataFrame, str]:
    """The rows to show, and which these are if they are not all: the first of a few articles or of rows that stand in
    the order of their weight, otherwise those of the articles that stand for an archive."""
    if len(frame) <= MOST_ROWS:
        return frame, ""
    if ranked or not is_large(corpus):
        return frame.head(MOST_ROWS), f"These are the first {MOST_ROWS} of {len(frame):,} rows"
    stand_for_all = sample(corpus)
    own = frame[frame["article"].isin([article.slug for article in stand_for_all])]
    if len(own) < FEWEST_ROWS:
        own = frame.iloc[sample(range(len(frame)), FEWEST_ROWS)]
        return (
            own,
            f"These are {len(own)} of {len(frame):,} rows, taken at even distances through them all",
        )
    first = "the first " if len(own) > MOST_ROWS else ""
    shown, which = own.head(MOST_ROWS), sampled(own["article"].nunique(), corpus)
    return shown, f"These are {len(shown)} of {len(frame):,} rows, {first}{'of ' if first else ''}{which}"


def _marked(text: str, row, most: int | None, whole: str, in_place: bool) -> str:
    """The quote of a row in its sentence, or with so many words on each side; what is left out leads to the place with
    the `whole` sentence, if there is one."""
    first, last = row.sentence_start, max(row.sentence_start + len(row.sentence), row.end)
    last = _closed(text, first, last)
    cut = cut_short(text[first:last])
    link = escape(text[row.start : row.end])
    if in_place:
        link = _LINK.format(place=anchor(row.article, row.start, row.end), words=link)
    before, after = text[first : row.start], f"{text[row.end : last]}{cut}"
    if most is not None:
        before, after = _around(before, after, most)
    head, tail = escape(before, quote=False), escape(after, quote=False)
    if whole:
        more = f'<a href="#row-{whole}" title="the whole sentence" aria-label="the whole sentence">…</a>'
        head, tail = re.sub("^…(?= )", more, head), re.sub("(?<= )…$", more, tail)
    return f"{head}<mark>{link}</mark>{tail}"


def in_sentence(text: str, first: int, sentence: str, places: Sequence[tuple[int, int, str]]) -> str:
    """A whole sentence as HTML with its evidence marked, each mark a link to its place in the article.

    Args:
        text: Of the article.
        first: Where the sentence begins.
        sentence: Its words.
        places: Start, end and name of each place, in the order of the text; one inside the one before stands in its mark.
    """
    last = max(first + len(sentence), *(end for _, end, _ in places))
    last, page, at = _closed(text, first, last), [], first
    for start, end, name in places:
        if start >= at:
            link = _LINK.format(place=name, words=escape(text[start:end], quote=False))
            page.append(f"{escape(text[at:start], quote=False)}<mark>{link}</mark>")
            at = end
    return f"{''.join(page)}{escape(text[at:last], quote=False)}{cut_short(text[first:last])}"


def _around(before: str, after: str, most: int = AROUND) -> tuple[str, str]:
    """The last words before a quote and the first behind it, with an ellipsis for what is left out.

    >>> _around("In a raid that lasted two days, police seized ", " rifles.")
    ('… days, police seized ', ' rifles.')
    >>> _around("", " men from the three towns that lie along the river were charged.")
    ('', ' men from the …')
    """
    if not most:
        return "", ""
    left, right = before.rsplit(None, most), after.split(None, most)
    if len(left) > most:
        before = f"… {before[len(left[0]) :].lstrip()}"
    if len(right) > most:
        after = f"{after[: len(after) - len(right[-1])].rstrip()} …"
    return before, after


def _closed(text: str, first: int, last: int) -> int:
    """Where a sentence ends with the marks that close a quotation opened in it.

    >>> _closed("He said, “No.” It held.", 0, 13), _closed("“No. It held.”", 1, 4)
    (14, 4)
    """
    for _ in range(MOST_CLOSING):
        mark, own = text[last : last + 1], text[first:last]
        opened = own.count('"') % 2 if mark == '"' else own.count(OPENS.get(mark, "\0")) > own.count(mark)
        if not opened:
            break
        last += 1
    return last
