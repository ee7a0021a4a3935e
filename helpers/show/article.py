"""Whole articles on the page, set as articles, with the rows of a table marked where they stand.

Headings, bullets and tables are those that `helpers.texts` finds. A mark leads back to its row and on to the
next mark; all of it is plain HTML that needs no script, so that it works in JupyterLab as on a page.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import accumulate, groupby
from operator import itemgetter

import pandas as pd

from helpers.findings.archive import is_large, sample
from helpers.findings.words import amount, number, titles
from helpers.show.article_marks import Mark, marks_of, within
from helpers.show.page import BOX, MOST_ROWS, put, say
from helpers.show.palette import tint
from helpers.texts import Article, sentences

__all__ = ["read_in_place", "sampled"]

ARTICLES_SHOWN = 12  # keeps a notebook over a large corpus readable and small
LEFT_OUT = "[…]"
CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"'}  # mark that opens a quotation → mark that closes it
GROUPS = {"bullet": "list", "table header": "table", "table row": "table"}


def read_in_place(
    corpus: Iterable[Article],
    frame: pd.DataFrame,
    *,
    empty: str,
    smallest_first: bool = False,
    whole: bool = True,
) -> None:
    """Shows articles with the rows of a table marked in the text, each in a box that scrolls.

    Args:
        corpus: The articles.
        frame: Rows with article, start, end, `label` (the words behind each mark; empty for none) and `kind`
            (what it is: one of `helpers.show.palette.TINTS`), and maybe `has_row` (whether a table of the page has it,
            to which its mark leads) and `source` (a link to a page on it, as HTML); where rows overlap the gravest verdict gives the colour, and of those alike the one that
            begins first, and of those the longest.
        empty: The sentence to show if there are no rows.
        smallest_first: Of rows alike the shortest gives the colour instead, so that a word is seen inside a sentence
            that is a row as well.
        whole: Whether all of an article is shown; if not, an ellipsis stands for sentences and rows of tables without a mark.
    """
    corpus = list(corpus)
    with_rows = set(frame["article"])
    few = is_large(corpus) and (whole or len(frame) > MOST_ROWS)  # stand for all
    shown = sample(corpus) if few else corpus
    marked = [article for article in shown if article.slug in with_rows]
    if not marked:
        say(empty)
        return
    names, classes = (
        titles(corpus),
        {kind: f"k{number}" for number, kind in enumerate(frame["kind"].unique())},
    )
    page = _legend(frame["kind"].value_counts(), classes)
    most = ARTICLES_SHOWN if whole else _that_fit(frame, marked)
    for article in marked[:most]:
        marks = marks_of(frame[frame["article"] == article.slug], classes, smallest_first)
        title = escape(names[article.slug])
        page += f'<p class="whole"><b>{title}</b> <small>({sum(len(mark.begins) for mark in marks)} marked)</small></p>\n'
        page += (
            BOX.format(label=title, html=f'<div class="article">{_set(article, marks, whole)}</div>') + "\n"
        )
    note = sampled(len(marked), corpus) if few else _which(len(marked), most)
    page += f"<p>Shown are {note.removeprefix('those of ')}.</p>\n" if few else ""
    put(page, f"{note}, with {amount(len(frame), 'row')} in all")


def sampled(shown: int, corpus: Sequence[Article]) -> str:
    """Which articles stand for very many: those of a sample that have something to show.

    >>> sampled(5, range(83)), sampled(8, range(83))
    ('those of five of 83 articles: of eight sampled at even distances, the other three have none to show', 'those of eight of 83 articles, taken at even distances')
    """
    every = len(sample(corpus))
    of_all = f"those of {number(shown)} of {len(corpus):,} articles"
    if shown == every:
        return f"{of_all}, taken at even distances"
    rest = "one has" if every - shown == 1 else f"{number(every - shown)} have"
    return f"{of_all}: of {number(every)} sampled at even distances, the other {rest} none to show"


def _that_fit(frame: pd.DataFrame, marked: Sequence[Article]) -> int:
    """How many articles to show of which only the sentences with a mark are: as many as have no more marks together than
    the tables have rows."""
    sizes = frame["article"].value_counts()
    fitting = sum(total <= MOST_ROWS for total in accumulate(int(sizes[one.slug]) for one in marked))
    return max(fitting, ARTICLES_SHOWN)


def _which(marked: int, most: int) -> str:
    """Which articles are shown, if they are few enough for no sample: the first."""
    if marked <= most:
        return amount(marked, "article")
    return f"the first {most} of {marked} articles"


def _legend(counts: pd.Series, classes: Mapping[str, str]) -> str:
    kinds = "".join(
        f'<span class="{css}" style="background:{tint(kind)};color:#222;padding:0 .4em;margin-right:.6em">{escape(kind)} '
        f"{counts[kind]}</span>"
        for kind, css in classes.items()
    )
    return f'<p class="legend">Marks: {kinds}</p>\n'


def _set(article: Article, marks: list[Mark], whole: bool) -> str:
    """The blocks of an article as HTML; unless it is wanted whole, the sentences and the tables with a mark, with one
    sign for all that is left out between two of them."""
    inside = {} if whole else _by_block(article)
    page: list[str] = []
    gap = False  # whether the page ends with the sign by now
    for group, same in groupby(article.blocks, key=lambda block: GROUPS.get(block.kind, block.kind)):
        blocks = list(same)
        if not whole and not any(_is_marked(block, marks) for block in blocks):
            page += [] if gap else [f"<p>{LEFT_OUT}</p>"]
            gap = True
            continue
        if group == "table":
            page.append(f"<table>{''.join(_table_rows(article, blocks, marks, whole))}</table>")
            gap = False
            continue
        pieces = []
        for block in blocks:
            stretches = inside.get(block.start) or [(block.start, block.end)]
            parts, gap = _in_part(article, stretches, marks, whole, gap)
            if parts:
                pieces.append(_piece(group, "".join(parts).rstrip(), only_gap=gap and len(parts) == 1))
        page += [f"<ul>{''.join(pieces)}</ul>"] if group == "list" else pieces
    return "".join(page)  # on one line: a notebook takes a dozen bytes more for each


def _piece(group: str, words: str, *, only_gap: bool) -> str:
    """A block of a list, a paragraph or a heading as HTML."""
    if group == "list":
        return f"<li>{words}</li>"
    return f"<p>{words}</p>" if group == "paragraph" or only_gap else f"<p><b>{words}</b></p>"


def _by_block(article: Article) -> dict[int, list[tuple[int, int]]]:
    """Start of a block → the stretches of its sentences, each up to the next one."""
    found: dict[tuple[int, int], list[int]] = {}
    for sentence in sentences(article):
        found.setdefault((sentence.block.start, sentence.block.end), []).append(sentence.start)
    return {
        start: list(zip([start, *begins[1:]], [*begins[1:], end], strict=True))
        for (start, end), begins in found.items()
    }


def _in_part(
    article: Article, stretches: list[tuple[int, int]], marks: list[Mark], whole: bool, gap: bool
) -> tuple[list[str], bool]:
    """Stretches of a block, with one sign for those next to each other that have no mark unless it is wanted whole; and
    whether the last of them is left out. `gap`: whether the one before them is, so that the sign stands there already."""
    parts: list[str] = []
    kept = [bool(within(marks, first, last)) for first, last in stretches]
    for (first, last), shown in zip(stretches, _with_quotations(article.text, stretches, kept), strict=True):
        if whole or shown:
            parts.append(_marked_stretch(article, first, last, marks))
            gap = False
        elif not gap:
            parts.append(f"{LEFT_OUT} ")
            gap = True
    return parts, gap


def _with_quotations(text: str, stretches: list[tuple[int, int]], kept: list[bool]) -> list[bool]:
    """Which stretches of a block to show so that a quotation of which one is kept stands whole; a mark that nothing closes
    in the block opens none.

    >>> _with_quotations("“No. Go.” He left.", [(0, 5), (5, 10), (10, 18)], [True, False, False])
    [True, True, False]
    """
    kept = list(kept)
    for first, last in _quotations(text, stretches[0][0], stretches[-1][1]):
        inside = [number for number, (start, end) in enumerate(stretches) if start <= last and first < end]
        if any(kept[number] for number in inside):
            kept[inside[0] : inside[-1] + 1] = [True] * len(inside)
    return kept


def _quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the marks that open and close each quotation, none inside another."""
    opened, closing = -1, ""
    for at in range(start, end):
        sign = text[at]
        if opened >= 0 and sign == closing:
            yield opened, at
            opened = -1
        elif (
            opened < 0
            and sign in CLOSING
            and (sign != '"' or not text[max(at - 1, start) : at].strip(" (\n"))
        ):
            opened, closing = at, CLOSING[sign]


def _is_marked(block, marks: list[Mark]) -> bool:
    return bool(within(marks, block.start, block.end))


def _table_rows(article: Article, blocks: Iterable, marks: list[Mark], whole: bool) -> Iterator[str]:
    """The rows of a table as HTML; unless it is wanted whole, its header and the rows with a mark, with one sign for
    all that is left out between two of them."""
    gap = False
    for block in blocks:
        if not (whole or block.kind == "table header" or _is_marked(block, marks)):
            if not gap:
                yield f"<tr><td colspan={len(block.cells)}>{LEFT_OUT}</td></tr>"
            gap = True
            continue
        gap = False
        tag = "th" if block.kind == "table header" else "td"
        inside = [_in_cells(mark, block) for mark in within(marks, block.start, block.end)]
        cells = "".join(
            f"<{tag} style=text-align:left>{_marked_stretch(article, *cell, inside)}</{tag}>"
            for cell in block.cells
        )
        yield f"<tr>{cells}</tr>"


def _in_cells(mark: Mark, block) -> Mark:
    """A mark as it stands in the cells of a row: one that begins or ends in the signs around them does so with the first
    or the last cell that it touches, so that its name and its links stand there."""
    first = bisect_right(block.cells, mark.start, key=itemgetter(1))
    touched = block.cells[first : bisect_left(block.cells, mark.end, key=itemgetter(0))]
    if not touched or mark.start < block.start or mark.end > block.end:
        return mark
    return replace(mark, start=max(mark.start, touched[0][0]), end=min(mark.end, touched[-1][1]))


def _marked_stretch(article: Article, first: int, last: int, marks: list[Mark]) -> str:
    """A stretch of the text with its marks; one that goes on beyond it is closed here and opened again
    there."""
    text, page, at = article.text, [], first
    if first == last:  # a cell with nothing in it, which a mark may go over
        return ""
    for mark in within(marks, first, last):
        start, end = max(mark.start, first), min(mark.end, last)
        page.append(escape(text[at:start], quote=False))
        page.append(mark.opening(first=start == mark.start) + escape(text[start:end], quote=False))
        page.append(mark.closing(text) if end == mark.end else "</mark>")
        at = end
    page.append(escape(text[at:last], quote=False))
    return "".join(page)
