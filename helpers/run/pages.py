"""Turns executed notebooks into pages that a colleague without Python can open: one self-contained HTML file
each, an index, and the data dictionary.

The pages take nothing from the network, and say so to the browser (Content-Security-Policy). Code is folded
away; figures are drawn as SVG whose marks lead to their evidence; a quote leads to its passage in the marked-up
article and back. Layout, style and scripts are files in `helpers/data/run/page/`; the tables are enlivened by
DataTables (MIT licence, beside it), and are whole without scripts.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape, unescape
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html
from pygments.formatters import HtmlFormatter

from helpers.run.collection import NOTEBOOKS
from helpers.run.drawings import draw
from helpers.run.page_links import DICTIONARY, GUIDES, with_living_links
from helpers.texts import SEEDS, Corpus, as_markdown, headings, printable

__all__ = ["dictionary", "guides", "index", "page", "title_of"]

TEMPLATES = Path(__file__).resolve().parents[1] / "data" / "run"
PARTS = TEMPLATES / "page"
SCRIPTS = (
    *(PARTS / name for name in ("dataTables.min.js", "page.js")),
    TEMPLATES.parent / "show" / "in_one_line.js",
)
TITLE = "Cross-border enforcement in the news"  # of the project's own texts
SIGNPOST = re.compile(r"\[[^\]]*\]\(([^)#]*)\.ipynb\)")  # a line of them leads from notebook to notebook
SIGNPOSTS = re.compile(rf"{SIGNPOST.pattern}(?: · {SIGNPOST.pattern})*")
HEADING = re.compile(r"<th((?: (?!title)[\w-]+=\"[^\"]*\")*)>([^<]+)</th>")
POLICY = (
    "default-src 'none'; script-src '{hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def title_of(corpus: Corpus) -> str:
    """What the pages over these texts are called: by the name of their folder, unless they are the project's own."""
    if corpus.folder is None:
        return "News texts"
    own = corpus.folder.resolve() == SEEDS
    return TITLE if own else f"Texts from “{printable(corpus.folder.resolve().name)}”"


def page(notebook: Path, names: Sequence[str], title: str = TITLE) -> str:
    """An executed notebook as one HTML page.

    Args:
        notebook: The executed notebook; its figures as SVG are in the folder of its name beside it.
        names: Names of all notebooks that have a page beside this one, in order; for the links between them.
        title: What the pages are called, from `title_of`.
    """
    document = nbformat.read(notebook, as_version=4)
    document.cells = _joined(document.cells)
    draw(document.cells, notebook.parent / notebook.stem)
    for cell in document.cells:
        if cell.cell_type == "markdown":
            cell.source = _without_dead_ends(cell.source, names)
    name = notebook.stem
    head = _head(f"{_heading(document, title)} – {title}", names, name)
    body, _ = _exporter().from_notebook_node(document, resources={"head": head, "foot": _foot()})
    return _with_meanings(with_living_links(body, names), name.partition("_")[0])


def _with_meanings(body: str, notebook: str) -> str:
    """A page whose headings of tables say what they mean to whoever points at them."""
    known = headings(notebook)

    def told(match: re.Match) -> str:
        meaning = known.get(unescape(match[2]), "")
        return f'<th{match[1]} title="{escape(meaning)}">{match[2]}</th>' if meaning else match[0]

    return HEADING.sub(told, body)


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


def _without_dead_ends(source: str, names: Sequence[str]) -> str:
    """Markdown without the signposts to notebooks that have no page here.

    >>> _without_dead_ends("Who?\\n\\n[← When?](1_a.ipynb) · [Start](0_b.ipynb)", ["0_b"])
    'Who?\\n\\n[Start](0_b.ipynb)'
    """
    lines = []
    for line in source.split("\n"):
        if SIGNPOSTS.fullmatch(line):
            line = " · ".join(part for part in line.split(" · ") if SIGNPOST.fullmatch(part)[1] in names)
        lines.append(line)
    return "\n".join(lines)


def _heading(document: nbformat.NotebookNode, title: str) -> str:
    first = document.cells[0].source.splitlines() if document.cells else []
    return first[0].lstrip("# ") if first else title


@cache
def _style() -> str:
    light, dark = (
        HtmlFormatter(style=style).get_style_defs(".highlight") for style in ("friendly", "github-dark")
    )
    own = (PARTS / "page.css").read_text(encoding="utf-8")
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n{own}"


@cache
def _script() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)


def _in_navigation(name: str) -> str:
    """What the navigation calls a notebook.

    >>> _in_navigation("2_agency_roles")
    '2 Agency roles'
    """
    number, _, words = name.partition("_")
    return f"{number} {words.replace('_', ' ').capitalize()}".strip()


def _head(title: str, names: Iterable[str], current: str) -> str:
    """Everything before the content of a page."""
    fingerprint = base64.b64encode(hashlib.sha256(_script().encode("utf-8")).digest()).decode("ascii")
    links = [
        ("index", "Overview"),
        *((name, _in_navigation(name)) for name in names),
        (DICTIONARY, "Columns"),
    ]
    navigation = "\n".join(
        f'<a href="{escape(name)}.html"{" aria-current=page" if name == current else ""}>{escape(words)}</a>'
        for name, words in links
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(hash=f"sha256-{fingerprint}")}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<link rel="icon" href="data:,">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style()}\n</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to the content</a>\n'
        f'<nav aria-label="Pages">{navigation}</nav>'
    )


def _foot() -> str:
    return f"<script>{_script()}</script>\n</body>\n</html>\n"


def index(folder: Path, questions: dict[str, str], failed: dict[str, str], title: str = TITLE) -> str:
    """The first page: what was found, a trust card for each article, every notebook with what it wrote, and
    those that failed.

    Args:
        folder: Where the pages are; a notebook's tables and figures are in the folder of its name.
        questions: Name → question, for the notebooks that have a page.
        failed: Name → message, for those that did not run.
        title: What the pages are called, from `title_of`.
    """
    found, first = "", folder / f"{next(iter(questions), '')}.ipynb"
    if first.with_suffix(".html").is_file():
        found = _found(nbformat.read(first, as_version=4))
    if not found:  # without the first notebook
        found = "\n".join(_answered(folder, name, question) for name, question in questions.items())
    files = "\n".join(_files(folder, name, question) for name, question in questions.items())
    troubles = "".join(
        f'<p class="failed"><strong>{escape(name)}</strong> did not run to its end: {escape(error)}</p>'
        for name, error in failed.items()
    )
    main = f'<main id="main" class="first"><h1>{escape(title)}</h1>\n{troubles}<div class="text_cell_render">{found}</div>\n'
    opened = "" if len(questions) > 1 else " open"
    downloads = (
        f"<details{opened}><summary>Tables, figures and notebooks to download</summary>"
        f'<ul class="files">\n{files}\n</ul></details></main>'
    )
    living = with_living_links(main, list(questions))
    return _head(title, questions, "index") + living + downloads + _foot()


def _found(document: nbformat.NotebookNode) -> str:
    """What the first notebook shows up to the headline of every notebook: the answer, the trust cards, and
    these; nothing of another one."""
    cells = _opening(document.cells)
    return "\n".join(
        output.data["text/html"] for cell in cells for output in cell.outputs if _is_html(output)
    )


def _opening(cells: Sequence[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """The cells with code of the first notebook up to the headline of every notebook; none of another one."""
    code = [cell for cell in cells if cell.cell_type == "code"]
    ends = (
        any(
            _is_html(output) and ".ipynb#cell-id=in-short" in output.data["text/html"]
            for output in cell.outputs
        )
        for cell in code
    )
    return next((code[: place + 1] for place, last in enumerate(ends) if last), [])


def _is_html(output: nbformat.NotebookNode) -> bool:
    return "text/html" in output.get("data", {})


def _answered(folder: Path, name: str, question: str) -> str:
    """The question of a notebook as a link to its page, and the answer with which it begins; nothing if it has no page."""
    if not (folder / f"{name}.html").is_file():
        return ""
    cells = nbformat.read(folder / f"{name}.ipynb", as_version=4).cells
    outputs = (output.get("data", {}) for cell in cells for output in cell.get("outputs", ()))
    answer = next((own["text/html"] for own in outputs if 'class="answer"' in own.get("text/html", "")), "")
    return f'<h2><a href="{escape(name)}.html">{escape(question)}</a></h2>\n{answer}'


def _files(folder: Path, name: str, question: str) -> str:
    files = sorted(
        path for path in (folder / name).glob("*") if path.is_file() and not path.name.startswith(".")
    )
    links = ", ".join(
        f'<a href="{escape(name)}/{escape(path.name)}">{escape(path.name)}</a>' for path in files
    )
    more = f"<details><summary>{len(files)} tables and figures</summary>{links}</details>" if files else ""
    return (
        f'<li><a href="{escape(name)}.html">{escape(question)}</a> '
        f'(<a href="{escape(name)}.ipynb">notebook</a>){more}</li>'
    )


def guides(names: Sequence[str], title: str = TITLE) -> dict[str, str]:
    """The pages that explain a format in which texts are annotated or compared: name → page.

    Args:
        names: Names of the notebooks that have a page.
        title: What the pages are called, from `title_of`.
    """
    found = {}
    for name, path in GUIDES.items():
        content = markdown2html((NOTEBOOKS / path).read_text(encoding="utf-8"))
        main = f'<main id="main"><div class="text_cell_render">{content}</div></main>'
        head = _head(f"{name.replace('_', ' ').capitalize()} – {title}", names, name)
        found[name] = head + with_living_links(main, names) + _foot()
    return found


def dictionary(names: Sequence[str], title: str = TITLE) -> str:
    """The page that says what the columns of all tables mean.

    Args:
        names: Names of the notebooks that have a page.
        title: What the pages are called, from `title_of`.
    """
    content = markdown2html(as_markdown())
    main = (
        f'<main id="main"><h1>What the columns mean</h1><div class="text_cell_render">{content}</div></main>'
    )
    return (
        _head(f"What the columns mean – {title}", names, DICTIONARY)
        + with_living_links(main, names)
        + _foot()
    )
