"""What a notebook puts on the page besides figures: findings, tables, and how files are written; `in_sentences` has the
tables of rows in their sentences.

Everything is written as plain text as well, so that nbval compares it and a terminal can show it. Words of
others are escaped, and JupyterLab is told to leave them alone: it would typeset what stands between two `$`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType

import pandas as pd
from IPython.display import display

from helpers.findings.publication import published_at, published_day
from helpers.findings.quoting import stands_in
from helpers.findings.words import amount, at_start, headline_of, listed, titles, titles_in_rows, with_titles
from helpers.show.cells import as_text, in_words, is_number, link, linked, without_empty
from helpers.show.lab import BUTTON, script
from helpers.show.places import anchor, as_high
from helpers.show.sorting import ranks
from helpers.texts import Article, as_cell, as_package, table_of_meanings, write_file

__all__ = [
    "MOST_ROWS",
    "OPENS",
    "answer",
    "checked",
    "cut_short",
    "findings",
    "link",
    "put",
    "say",
    "table",
    "texts",
    "write_tables",
]

AT_A_TIME = 20_000  # rows at a time
ROWS_AT_FULL_HEIGHT = 25  # more scroll in a box of their own: long outputs make JupyterLab jump
MOST_ROWS = 120  # a longer table would make the notebook too large to open
LOW_ROW, HIGH_ROW, BOX_IN_LAB = 30, 40, 480  # pixels of a row, of one with a sentence, and of a box
UNTOUCHED = "tex2jax_ignore mathjax_ignore"  # what JupyterLab's typesetter leaves alone
NAMES = ("article", "title", "short name")  # of articles; a text can be called by a number
NUMBER = " class=n"  # numbers stand to the right, in JupyterLab by its own style
BOX = '<div class="box" tabindex="0" role="region" aria-label="{label}" style="max-height:34em;overflow:auto">{html}</div>'
_LEFT = " style=text-align:left"  # in every cell with words: JupyterLab's own style is for numbers
_ANYWHERE = "style=overflow-wrap:anywhere"  # a long address breaks where its line ends
_WIDE = 20  # em: sentences stay readable beside many columns
_PHRASE = 12  # em: and so does what is longer than _LONG
_LONG = 40  # letters
OPENS = {"”": "“", "’": "‘", "»": "«"}


def put(html: str, plain: str, high: int = 0) -> None:
    """Shows HTML, made by this room from escaped words, and what it says as plain text; `high`: about how many pixels."""
    display(
        {"text/html": f'<div class="{UNTOUCHED}">{html}</div>', "text/plain": as_high(plain, high)}, raw=True
    )


def _in_html(text: str) -> str:
    """A sentence of ours as HTML: words between two `**` are bold, all else is as it stands."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))


def say(text: str, corpus: Iterable[Article] = ()) -> None:
    """Shows a sentence that was computed, if there is one; articles are called by the titles they have in the corpus."""
    if text := with_titles(text, titles(corpus)):
        put(f"<p>{_in_html(text)}</p>", text)


def answer(text: str, corpus: Iterable[Article] = ()) -> None:
    """Shows what answers the question of a notebook: bold what is said to be, or all of it if nothing is."""
    text = with_titles(text, titles(corpus))
    html = _in_html(text if "**" in text else f"**{text}**")
    put(f'<p class="answer" style="font-size:1.2em">{html}</p>{script()}', text.replace("**", ""))


def findings(sentences: Iterable[str], corpus: Iterable[Article] = ()) -> None:
    """Shows computed sentences as a list."""
    names = titles(corpus)
    said = [with_titles(sentence, names) for sentence in sentences] or [
        "These texts and parameters give nothing to report here."
    ]
    items = "\n".join(f"<li>{_in_html(sentence)}</li>" for sentence in said)
    put(f"<ul>\n{items}\n</ul>", "\n".join(f"- {sentence}" for sentence in said))


def texts(corpus: Iterable[Article]) -> pd.DataFrame:
    """The articles as a table: title (what the pages call an article that has none), publisher, published, how that is
    known, words, short name (its slug), address (as HTML)."""
    corpus = list(corpus)
    names = titles(corpus)
    return pd.DataFrame(
        {
            "title": [headline_of(article) or names[article.slug] for article in corpus],
            "publisher": [article.publisher or "–" for article in corpus],
            "published": [published_day(article) or "unknown" for article in corpus],
            "known from": [published_at(article) or "–" for article in corpus],
            "words": [article.words for article in corpus],
            "short name": [article.slug for article in corpus],
            "address": [
                f"<span {_ANYWHERE}>{link(one.url, one.url)}</span>" if one.url else "" for one in corpus
            ],
        }
    )


def table(
    frame: pd.DataFrame,
    *,
    empty: str,
    columns: Mapping[str, str] | None = None,
    html: Sequence[str] = (),
    quoted: Sequence[str] = (),
    corpus: Iterable[Article] = (),
    note: str = "",
    links: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> None:
    """Shows a table with every word of every cell; one of more than ROWS_AT_FULL_HEIGHT rows scrolls in a box.

    Args:
        frame: The rows to show; a column that is empty in all of them is left out.
        empty: The sentence to show if there are none.
        columns: Column → heading, in the order wanted; None for all under their own names.
        html: Columns that are HTML already, made by this room; all others are escaped.
        quoted: Columns that hold words of the articles; they are shown in quotation marks, with a corpus only
            where they stand in the article of their row just so.
        corpus: The articles, which are then called by their titles, also as headings and in sentences.
        note: Which part of more rows these are, if they are not simply the first.
        links: Column → for each row the name of the place on the page to which its cell leads, or nothing.
    """
    if frame.empty:
        say(empty)
        return
    every, frame, corpus = len(frame), frame.head(MOST_ROWS), list(corpus)
    names = titles(corpus)
    columns = columns or {name: names.get(name, str(name)) for name in frame.columns}
    cells = without_empty(frame[list(columns)].astype(object).where(frame[list(columns)].notna(), ""))
    numbers = [is_number(cells[name]) and name not in NAMES for name in cells]
    owners = _owners(frame, corpus)
    for name in [name for name in quoted if name in cells]:
        cells[name] = [_quoted(words, text) for words, text in zip(cells[name], owners, strict=True)]
    if names:
        cells = cells.map(lambda value: with_titles(value, names) if isinstance(value, str) else value)
    more = {name: _in_order(cells[name]) for name in cells if name not in NAMES}
    if "article" in cells:
        own, repeated = set(cells["article"]), cells["article"].duplicated().any()
        short = titles_in_rows(one for one in corpus if one.slug in own) if repeated else {}
        full = names | {one.slug: title for one in corpus if one.slug in own and (title := headline_of(one))}
        whole = [full.get(slug, slug) for slug in cells["article"]]
        cells["article"] = [short.get(slug, names.get(slug, slug)) for slug in cells["article"]]
        first = ~pd.Series(whole).duplicated()  # to say it in every row would make the notebook too large
        more["article"] = [
            f' title="{escape(name)}"' if name != own and new else ""
            for name, own, new in zip(whole, cells["article"], first, strict=True)
        ]
    leading = {name: linked(cells[name], places) for name, places in links.items() if name in cells}
    headings, html = [columns[name] for name in cells], [*html, *leading]
    page = _html_table(cells.assign(**leading), headings, html, numbers, _places(frame), more)
    if len(cells) > ROWS_AT_FULL_HEIGHT:
        page = BOX.format(label=f"Table of {len(cells)} rows", html=page)
    page += BUTTON
    if note or every > MOST_ROWS:
        told = note or f"These are the first {MOST_ROWS} of {every:,} rows"
        page += f"<p>{told}; the file that the notebook writes has them all.</p>"
    plain = as_text(cells[[name for name in cells if name not in html or name in leading]], columns, every)
    put(page, plain, min((HIGH_ROW if html else LOW_ROW) * (len(cells) + 1), BOX_IN_LAB))


def checked(rows: pd.DataFrame) -> None:
    """Says in a line that every quote stands at its place, and the rows of each table as plain text; shows the tables if some
    do not.

    Args:
        rows: From `helpers.verify`.
    """
    every = int(rows["rows"].sum())
    if not every or rows["failed"].any():
        table(rows[rows["rows"] > 0], empty="There is no row to check.")
        return
    which = listed(f"{row.table} {row.rows:,}" for row in rows.itertuples() if row.rows)
    again = (
        f"{amount(every, 'row')} of tables ({which}) read again: every quote stands at its place in the text."
    )
    headings = {name: name for name in rows}
    put(f"<p>{at_start(again)}</p>", as_text(rows, headings, len(rows)))


def _places(frame: pd.DataFrame) -> list[str]:
    """The name of each row to which links lead: its `row_name`, or, of a relation between figures, the first of them."""
    if "row_name" in frame:
        return [f" id={name}" for name in frame["row_name"]]
    if not {"article", "starts", "quotes"} <= {*frame}:
        return [""] * len(frame)
    relations = zip(frame["article"], frame["starts"], frame["quotes"], strict=True)
    return [
        f" id=relation-{anchor(slug, starts[0], starts[0] + len(quotes[0]))}"
        for slug, starts, quotes in relations
    ]


def _in_order(values: pd.Series) -> list[str]:
    """What the cells of a column say of their order to the script that sorts them, if not their own words do."""
    places = ranks(list(values))
    return [""] * len(values) if places is None else [f" data-order={place}" for place in places]


def _owners(frame: pd.DataFrame, corpus: Iterable[Article]) -> list[str | None]:
    """The text of the article of each row; None where no corpus tells."""
    known = {article.slug: article.text for article in corpus}
    return [known.get(slug) for slug in frame["article"]] if "article" in frame else [None] * len(frame)


def _quoted(words, text: str | None):
    if isinstance(words, list):
        return [_quoted(own, text) for own in words]
    return f"“{words}”" if words and (text is None or stands_in(words, text)) else words


def _html_table(
    cells: pd.DataFrame,
    headings: Sequence[str],
    html: Sequence[str],
    numbers: Sequence[bool],
    places: Sequence[str],
    more: Mapping[str, Sequence[str]],
) -> str:
    styles = ["" if number else _LEFT for number in numbers]
    head = "".join(
        f"<th scope=col{style + _least_width(cells[name], name in html) if style else NUMBER}>{escape(heading)}</th>"
        for name, heading, style in zip(cells.columns, headings, styles, strict=True)
    )
    # on one line: a notebook takes a dozen bytes more for each line
    rows = "".join(
        f"<tr{place}>"
        + "".join(
            f"<td{style or NUMBER}{more[name][number] if name in more else ''}>"
            f"{value if name in html else escape(in_words(value), quote=False)}</td>"
            for name, value, style in zip(cells.columns, row, styles, strict=True)
        )
        + "</tr>"
        for number, (row, place) in enumerate(zip(cells.itertuples(index=False), places, strict=True))
    )
    return f'<table class="rows"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _least_width(values: pd.Series, sentences: bool) -> str:
    """How narrow a column of words may get, as the end of its style."""
    lengths = values.map(in_words).str.replace("<[^>]*>", "", regex=True).str.len()
    wide = sentences and lengths.median() > _LONG
    return f";min-width:{_WIDE if wide else _PHRASE}em" if lengths.max() > _LONG else ""


def _as_csv(frame: pd.DataFrame) -> bytes:
    """A table as CSV, some rows at a time: the cells of an archive take much memory as words."""
    parts = (frame.iloc[at : at + AT_A_TIME].map(as_cell) for at in range(0, max(1, len(frame)), AT_A_TIME))
    written = (
        part.to_csv(index=False, header=not number, lineterminator="\r\n")
        for number, part in enumerate(parts)
    )
    return "".join(written).encode("utf-8")


def write_tables(folder: Path | None, **tables: pd.DataFrame) -> None:
    """Writes each table as FOLDER/NAME.csv (UTF-8, RFC 4180, lists joined by "; ") and says so; writes
    nothing if folder is None.

    Beside them goes `columns.csv`, which says what each of their columns means, and `datapackage.json`, which
    says it to programs. A cell that a spreadsheet would compute has an apostrophe before it.
    """
    if folder is None:
        say('Nothing is written; output_dir = "out" writes CSV.')
        return
    columns = table_of_meanings((name, column) for name, frame in tables.items() for column in frame)
    every = tables | {"columns": pd.DataFrame(columns, columns=["table", "column", "content"])}
    for name, frame in every.items():
        write_file(folder / f"{name}.csv", _as_csv(frame))
    write_file(folder / "datapackage.json", as_package(folder.name, every).encode("utf-8"))
    written = ", ".join(f"{name}.csv ({amount(len(frame), 'row')})" for name, frame in tables.items())
    say(f"Written: {written}; columns.csv says what {'its' if len(tables) == 1 else 'their'} columns mean.")


def cut_short(sentence: str) -> str:
    """What to put after a sentence in which a quotation begins that ends in a later one.

    >>> cut_short("He said, “No."), cut_short("He said, “No.”"), cut_short('"No way.'), cut_short('Pipes of 5" burst.')
    (' […]”', '', ' […]"', '')
    """
    for closing in "”»":
        if sentence.rfind(OPENS[closing]) > sentence.rfind(closing):
            return f" […]{closing}"
    straight = sentence.rfind('"')
    opens = straight >= 0 and sentence[straight - 1 : straight].strip(" (\n") == ""
    return ' […]"' if opens and sentence.count('"') % 2 else ""
