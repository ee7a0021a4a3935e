"""The links of a page: between notebooks they become links between pages, those that lead nowhere plain words, and what a
notebook carries for JupyterLab alone is left out."""

import re
from collections.abc import Sequence
from html import escape
from urllib.parse import unquote

__all__ = ["DICTIONARY", "GUIDES", "with_living_links"]

# What a notebook carries for JupyterLab alone (`helpers.show.lab`)
FOR_LAB = re.compile(
    r'<script class="lab">.*?</script>|<button class="csv" style="display:none"[^>]*></button>', re.DOTALL
)
# The names of marks, which stand higher for JupyterLab (`helpers.show.places.raised`)
RAISED = re.compile(r'<a id="?([^\s>"]+)"? style="?position:relative;top:-4em"?></a>(<mark)?')
# The links from a mark to those before and after it; a notebook would grow too large if it said their names each time
WAY = re.compile(r'(<a href="?#text-[^\s>"]+"?)>([‹›])</a>')
WAYS = {"‹": "before", "›": "next"}
DICTIONARY = "columns"  # the page of that name
# Pages of the project that explain a format: their name among the pages → where they stand, as notebooks link to them
GUIDES = {
    "record_format": "../helpers/data/record/README.md",
    "annotation_format": "../tests/gold/README.md",
}

_TAG = re.compile(r"<(?:a|details|mark|t[dhr])\b[^>]*>")
_BARE = re.compile(r"""="[^"]*"|\s(id|href|class|scope|style|title)=([^\s"'>]+)""")


def _plain(name: str) -> str:
    """The name of a place as an address finds it: nbconvert writes "%C2%B7" into those of headings.

    >>> _plain("0-%C2%B7-What-is-here?"), _plain("row-a&amp;b-1-2")
    ('0-·-What-is-here?', 'row-a&amp;b-1-2')
    """
    return escape(unquote(name)) if "%" in name else name


def _with_quotes(attribute: re.Match) -> str:
    """An attribute in quotation marks; words inside those of another one stay as they are."""
    return f' {attribute[1]}="{attribute[2]}"' if attribute[1] else attribute[0]


def with_living_links(body: str, names: Sequence[str]) -> str:
    """Links between notebooks become links between pages; those that lead nowhere from here become plain
    words; no name stands twice."""
    body = FOR_LAB.sub("", body).replace(
        "<pre><code", '<pre tabindex="0"><code'
    )  # what scrolls can be reached by keyboard
    body = RAISED.sub(lambda one: f'<mark id="{one[1]}"' if one[2] else f'<a id="{one[1]}"></a>', body)
    body = WAY.sub(lambda one: f'{one[1]} title="{WAYS[one[2]]}">{one[2]}</a>', body)
    body = _TAG.sub(lambda tag: _BARE.sub(_with_quotes, tag[0]), body)
    seen: set[str] = set()

    def once(match: re.Match) -> str:
        name = _plain(match[1])
        fresh = name not in seen
        seen.add(name)
        return match[0].replace(match[1], name) if fresh else ""

    body = re.sub(r'(?<=[\w"])\sid="([^"]*)"', once, body)
    for name, path in {DICTIONARY: "../seeds/README.md", **GUIDES}.items():
        body = body.replace(f'href="{path}"', f'href="{name}.html"')

    def living(match: re.Match) -> str:
        target, words = match[1], match[2]
        file, _, anchor = target.partition("#")
        if not file:
            return match[0].replace(anchor, _plain(anchor), 1) if _plain(anchor) in seen else words
        if file.endswith(".ipynb"):
            if file[:-6] not in names:
                return words
            row = re.match(r'<a class="to-((?:row|relation|of)-[^"]+)"', match[0])  # of a trust card
            place = f"{file[:-6]}.html#{row[1]}" if row else f"{file[:-6]}.html{target[len(file) :]}"
            return match[0].replace(f'href="{target}"', f'href="{place}"', 1)
        if re.match("https?://", file):  # the page stays open, with all that a reader opened in it
            return match[0].replace("<a ", '<a target="_blank" rel="noopener" ', 1)
        return match[0] if re.match(r"\w+\.html$", file) else words

    return re.sub(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', living, body, flags=re.DOTALL)
