"""What a notebook puts on the page besides figures: findings, tables, evidence in its sentence, whole
articles marked up.

Everything is written as plain text as well, so that nbval compares it and a terminal can show it. Text from
articles is escaped.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

import pandas as pd
from IPython.display import display
from spacy import displacy

from helpers.columns import table_of_meanings
from helpers.files import write_file
from helpers.texts import Article, Corpus

__all__ = ["anchor", "evidence", "findings", "read_in_place", "say", "table", "texts", "write_tables"]

ROWS_SHOWN = 12  # the rest is one click away; long outputs make JupyterLab jump while scrolling
MOST_ROWS = 120  # a longer table would make the notebook too large to open
ARTICLES_SHOWN = (
    12  # marked-up articles in one notebook: keeps a notebook over a large corpus readable and small
)
# How displaCy marks a span: its anchor, its words, its label, and the way back to the row of the table it
# comes from
_MARK = '{others}<mark id="text-{place}" style="background:{colour};color:#222">{text}{back}</mark>'
_BACK = ' <a href="#row-{place}"><small>{words}</small></a>'
_CELL = "text-align:left;vertical-align:top"  # in every cell, because JupyterLab's own style is for numbers
_WIDE = _CELL + ";min-width:20em;max-width:48em"  # sentences stay readable beside many columns


def say(text: str) -> None:
    """Shows Markdown that was computed. Signs of HTML in it come from articles, and are shown as they are."""
    display({"text/markdown": escape(text, quote=False), "text/plain": text}, raw=True)


def findings(sentences: Iterable[str]) -> None:
    """Shows computed sentences as a list."""
    say(
        "\n".join(f"- {sentence}" for sentence in sentences)
        or "- These texts and parameters give nothing to report here."
    )


def texts(corpus: Iterable[Article]) -> pd.DataFrame:
    """The articles as a table: article, title, publisher, published, how that is known, words, blocks."""
    return pd.DataFrame(
        {
            "article": [article.slug for article in corpus],
            "title": [article.title or "–" for article in corpus],
            "publisher": [article.publisher or "–" for article in corpus],
            "published": [article.published or "unknown" for article in corpus],
            "known from": [article.published_basis or "–" for article in corpus],
            "words": [article.words for article in corpus],
            "blocks": [len(article.blocks) for article in corpus],
        }
    )


def table(
    frame: pd.DataFrame,
    *,
    empty: str,
    columns: Mapping[str, str] | None = None,
    html: Sequence[str] = (),
    quoted: Sequence[str] = (),
) -> None:
    """Shows a table with every word of every cell; rows after the first ROWS_SHOWN fold away.

    Args:
        frame: The rows to show.
        empty: The sentence to show if there are none.
        columns: Column → heading, in the order wanted; None for all under their own names.
        html: Columns that are HTML already, made by this module; all others are escaped.
        quoted: Columns that hold words of the articles; they are shown in quotation marks.
    """
    if frame.empty:
        say(empty)
        return
    shown = frame[list(columns)] if columns else frame
    cells = shown.astype(object).where(shown.notna(), "")
    for name in quoted:
        cells[name] = [
            [f"“{own}”" for own in words] if isinstance(words, list) else f"“{words}”" if words else ""
            for words in cells[name]
        ]
    parts = [cells.iloc[:ROWS_SHOWN], cells.iloc[ROWS_SHOWN:MOST_ROWS]]
    headings = [(columns or {}).get(name, str(name)) for name in cells.columns]
    page = _html_table(parts[0], headings, html)
    if len(parts[1]):
        page += f"<details><summary>{len(parts[1])} more rows</summary>{_html_table(parts[1], headings, html)}</details>"
    if len(cells) > MOST_ROWS:
        page += f"<p>These are the first {MOST_ROWS} of {len(cells):,} rows; the file that the notebook writes has them all.</p>"
    words = cells.head(MOST_ROWS).drop(columns=[name for name in html if name in cells])
    rows = [[(columns or {}).get(name, str(name)) for name in words], *words.to_numpy()]
    plain = "\n".join(" | ".join(map(_in_words, row)) for row in rows)
    display({"text/html": page, "text/plain": plain}, raw=True)


def _html_table(cells: pd.DataFrame, headings: Sequence[str], html: Sequence[str]) -> str:
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(heading)}</th>' for heading in headings)
    rows = "\n".join(
        "<tr>"
        + "".join(
            f'<td style="{_WIDE if name in html else _CELL}">{value if name in html else escape(_in_words(value))}</td>'
            for name, value in zip(cells.columns, row, strict=True)
        )
        + "</tr>"
        for row in cells.itertuples(index=False)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table>"


def _in_words(value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return str(value)


def evidence(
    frame: pd.DataFrame, corpus: Corpus, *, empty: str, columns: Mapping[str, str], quoted: Sequence[str] = ()
) -> None:
    """Shows rows with their evidence: the quote marked inside its sentence, and its place in the article.

    The quote is a link to the same place in the article as `read_in_place` shows it, if the page has it; a
    link leads back from there.

    Args:
        frame: Rows with article, start, end, quote, sentence and sentence_start.
        corpus: The articles.
        empty: The sentence to show if there are no rows.
        columns: Columns to show before the evidence, column → heading.
        quoted: Those of them that hold words of the articles; they are shown in quotation marks.
    """
    shown = frame.assign(
        place=[f"{row.start}–{row.end}" for row in frame.itertuples()],
        in_sentence=[_marked(corpus[row.article].text, row) for row in frame.itertuples()],
    )
    table(
        shown,
        empty=empty,
        columns={"article": "article", **columns, "in_sentence": "in its sentence", "place": "place"},
        quoted=quoted,
        html=["in_sentence"],
    )


def _marked(text: str, row) -> str:
    first, last = row.sentence_start, row.sentence_start + len(row.sentence)
    place = anchor(row.article, row.start, row.end)
    link = f'<a href="#text-{place}" style="color:inherit">{escape(text[row.start : row.end])}</a>'
    return (
        f'{escape(text[first : row.start])}<mark id="row-{place}">{link}</mark>{escape(text[row.end : last])}'
    )


def anchor(article: str, start: int, end: int) -> str:
    """A name for a place in an article that can stand in a link whatever the slug holds."""
    return f"{quote(article, safe='').replace('%', '.')}-{start}-{end}"


def read_in_place(corpus: Iterable[Article], frame: pd.DataFrame, *, empty: str) -> None:
    """Shows whole articles with the rows of a table marked in the text, each article folded away under its
    slug.

    Args:
        corpus: The articles.
        frame: Rows with article, start, end, `label` (the words behind each mark; empty for none) and
            `colour` (of the mark's background); where two rows overlap the one that begins first is marked,
            and of those the longest.
        empty: The sentence to show if there are no rows.
    """
    marked = [article for article in corpus if (frame["article"] == article.slug).any()]
    if not marked:
        say(empty)
        return
    page = ""
    for article in marked[:ARTICLES_SHOWN]:
        spans = _without_overlap(frame[frame["article"] == article.slug])
        document = {"text": article.text, "ents": spans, "title": None}
        body = displacy.render(document, style="ent", manual=True, jupyter=False, options={"template": _MARK})
        page += f"<details><summary>{escape(article.slug)}: {len(spans)} marked</summary>{body}</details>\n"
    note = (
        f"{len(marked)} articles"
        if len(marked) <= ARTICLES_SHOWN
        else f"the first {ARTICLES_SHOWN} of {len(marked)} articles"
    )
    display({"text/html": page, "text/plain": f"{note}, with {len(frame)} rows in all"}, raw=True)


def _without_overlap(frame: pd.DataFrame) -> list[dict]:
    """Spans for displaCy; of rows that overlap the first is marked, and the others keep their anchors in
    front of it."""
    spans: list[dict] = []
    for row in frame.sort_values(["start", "end"], ascending=[True, False], kind="stable").to_dict("records"):
        place = anchor(row["article"], row["start"], row["end"])
        if spans and row["start"] < spans[-1]["end"]:
            if place != spans[-1]["params"]["place"]:
                spans[-1]["params"]["others"] += f'<a id="text-{place}"></a>'
            continue
        back = _BACK.format(place=place, words=escape(str(row["label"]))) if row["label"] else ""
        words = {"place": place, "others": "", "colour": row["colour"], "back": back}
        spans.append({"start": row["start"], "end": row["end"], "label": "", "params": words})
    return spans


def write_tables(folder: Path | None, **tables: pd.DataFrame) -> None:
    """Writes each table as FOLDER/NAME.csv (UTF-8, RFC 4180, lists joined by "; ") and says so; writes
    nothing if folder is None.

    Beside them goes `columns.csv`, which says what each of their columns means.
    """
    if folder is None:
        say("Nothing is written: `output_dir` is empty.")
        return
    columns = table_of_meanings((name, column) for name, frame in tables.items() for column in frame)
    for name, frame in (
        tables | {"columns": pd.DataFrame(columns, columns=["table", "column", "content"])}
    ).items():
        joined = frame.map(
            lambda value: "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
        )
        write_file(folder / f"{name}.csv", joined.to_csv(index=False, lineterminator="\r\n").encode("utf-8"))
    written = ", ".join(f"`{name}.csv` ({len(frame)} rows)" for name, frame in tables.items())
    say(f"Written: {written}; `columns.csv` says what their columns mean.")
