"""What a notebook carries for JupyterLab alone: a script that saves a table as CSV and marks what a link led to. JupyterLab
runs it once the notebook was run; the pages have a script of their own.
"""

import re
from functools import cache
from pathlib import Path

__all__ = ["BUTTON", "script"]

_DATA = Path(__file__).resolve().parents[1] / "data" / "show"
PARTS = ("in_one_line.js", "lab.js")  # the first is of the pages, too
# Hidden until the script shows it, so that no button stands where none works
BUTTON = '<button class="csv" style="display:none" title="save this table as CSV"></button>'
_COMMENT = re.compile(r"\s*/\*.*?\*/", re.DOTALL)


@cache
def script() -> str:
    """The script as HTML, without its comments, as every notebook carries it; it does nothing where another notebook has
    brought it already."""
    parts = "\n".join((_DATA / name).read_text(encoding="utf-8") for name in PARTS)
    parts = _COMMENT.sub("", parts)
    return f'<script class="lab">(() => {{\n{parts}}})();</script>'
