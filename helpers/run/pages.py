"""Turns executed notebooks into pages that a colleague without Python can open: one self-contained HTML file
each, and an index.

The pages take nothing from the network. Code is folded away; pictures keep their alternative text; a quote
leads to its passage in the marked-up article and back. Layout and style are files in
`helpers/data/run/page/`.
"""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html
from pygments.formatters import HtmlFormatter

from helpers.columns import as_markdown

__all__ = ["index", "page"]

TEMPLATES = Path(__file__).resolve().parents[1] / "data" / "run"
TITLE = "Cross-border enforcement in the news"


def page(notebook: Path, names: Sequence[str]) -> str:
    """An executed notebook as one HTML page.

    Args:
        notebook: The executed notebook.
        names: Names of all notebooks that have a page beside this one, in order; for the links between them.
    """
    document = nbformat.read(notebook, as_version=4)
    document.cells = _joined(document.cells)
    name = notebook.stem
    body, _ = _exporter().from_notebook_node(
        document,
        resources={
            "title": f"{_heading(document)} – {TITLE}",
            "style": _style(),
            "navigation": _navigation(names, name),
        },
    )
    return _with_living_links(body, names)


@cache
def _exporter() -> HTMLExporter:
    """The exporter, made once: it compiles its templates."""
    return HTMLExporter(
        template_name="page",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_input_prompt=True,
        exclude_output_prompt=True,
    )


def _joined(cells: Sequence[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """Code cells that show nothing are joined to the code that follows, so that the page has one fold for
    them and not three."""
    kept: list[nbformat.NotebookNode] = []
    for cell in cells:
        if kept and cell.cell_type == kept[-1].cell_type == "code" and not kept[-1].outputs:
            cell.source = f"{kept.pop().source}\n\n{cell.source}"
        kept.append(cell)
    return kept


def _heading(document: nbformat.NotebookNode) -> str:
    first = document.cells[0].source.splitlines() if document.cells else []
    return first[0].lstrip("# ") if first else TITLE


def _style() -> str:
    light, dark = (
        HtmlFormatter(style=style).get_style_defs(".highlight") for style in ("friendly", "github-dark")
    )
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n{(TEMPLATES / 'page' / 'page.css').read_text(encoding='utf-8')}"


def _navigation(names: Sequence[str], current: str) -> str:
    links = [("index", "All pages"), *((name, name.replace("_", " ")) for name in names)]
    return "\n".join(
        f'<a href="{escape(name)}.html"{" aria-current=page" if name == current else ""}>{escape(words)}</a>'
        for name, words in links
    )


def _with_living_links(body: str, names: Sequence[str]) -> str:
    """Links between notebooks become links between pages; those that lead nowhere from here become plain
    words; no name stands twice."""
    seen: set[str] = set()

    def once(match: re.Match) -> str:
        fresh = match[1] not in seen
        seen.add(match[1])
        return match[0] if fresh else ""

    body = re.sub(r'\sid="([^"]*)"', once, body)
    body = body.replace('href="../seeds/README.md"', 'href="index.html#columns"')

    def living(match: re.Match) -> str:
        target, words = match[1], match[2]
        file, _, anchor = target.partition("#")
        if not file:
            return match[0] if anchor in seen else words
        if file.endswith(".ipynb"):
            return (
                match[0].replace(f'href="{file}', f'href="{file[:-6]}.html', 1)
                if file[:-6] in names
                else words
            )
        return match[0] if re.match(r"https?://|\w+\.html$", file) else words

    return re.sub(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', living, body, flags=re.DOTALL)


def index(folder: Path, questions: dict[str, str], failed: dict[str, str]) -> str:
    """The first page: every notebook with its question and what it wrote, those that failed, and what the
    columns mean.

    Args:
        folder: Where the pages are; a notebook's tables and figures are in the folder of its name.
        questions: Name → question, for the notebooks that have a page.
        failed: Name → message, for those that did not run.
    """
    start = folder / f"{next(iter(questions), '')}.ipynb"
    summary = _summary(nbformat.read(start, as_version=4), list(questions)) if start.is_file() else ""
    cards = "\n".join(_card(folder, name, question) for name, question in questions.items())
    troubles = "".join(
        f'<p class="failed"><strong>{escape(name)}</strong> did not run to its end: {escape(error)}</p>'
        for name, error in failed.items()
    )
    dictionary = (
        markdown2html(as_markdown())
        .replace('id="Tables"', 'id="columns"')
        .replace('href="#Tables"', 'href="#columns"')
    )
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f"<title>{TITLE}</title><style>\n{_style()}\n</style>"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body>\n<main id="main"><h1>{TITLE}</h1>\n{troubles}{summary}'
        f'<ul class="cards">\n{cards}\n</ul>\n<div class="text_cell_render">{dictionary}</div></main></body></html>\n'
    )


def _summary(document: nbformat.NotebookNode, names: Sequence[str]) -> str:
    """The findings and the first figure of the first notebook."""
    outputs = [output for cell in document.cells for output in cell.get("outputs", ()) if "data" in output]
    findings = next(
        (output.data["text/markdown"] for output in outputs if "text/markdown" in output.data), ""
    )
    picture = next((output for output in outputs if "image/png" in output.data), None)
    words = f'<div class="text_cell_render">{_with_living_links(markdown2html(findings), names)}</div>'
    if not picture:
        return words
    alt, data = picture.metadata["image/png"]["alt"], picture.data["image/png"].strip()
    return f'{words}<p><img alt="{escape(alt)}" src="data:image/png;base64,{data}"></p>'


def _card(folder: Path, name: str, question: str) -> str:
    files = sorted(
        path for path in (folder / name).glob("*") if path.is_file() and not path.name.startswith(".")
    )
    links = ", ".join(
        f'<a href="{escape(name)}/{escape(path.name)}">{escape(path.name)}</a>' for path in files
    )
    more = f"<details><summary>{len(files)} tables and figures</summary>{links}</details>" if files else ""
    return (
        f'<li><h2><a href="{escape(name)}.html">{escape(question)}</a></h2>{more}'
        f'<a href="{escape(name)}.ipynb">notebook</a></li>'
    )
