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


@cache
def script() -> str:
    """The script as HTML; it does nothing where another notebook has brought it already."""
    parts = "\n".join((_DATA / name).read_text(encoding="utf-8") for name in PARTS)
    return f'<script class="lab">(() => {{ {_packed(parts)} }})();</script>'


def _packed(code: str) -> str:
    """Code without its comments and on one line, since every notebook carries it; all its statements end with a sign.

    >>> _packed("/* Says\\n   so. */\\nfunction say() {\\n  so(); /* it does */\\n}\\n")
    'function say() { so(); }'
    """
    bare = re.sub(r"/\*.*?\*/", "", code, flags=re.DOTALL)
    return " ".join(line.strip() for line in bare.splitlines() if line.strip())
