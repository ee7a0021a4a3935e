"""The marks of a figure as links to their sentences: over its picture for JupyterLab, and in its SVG for the pages.

JupyterLab keeps of a picture's own map no name, so that links of HTML lie over the marks instead, where matplotlib drew them.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO
from textwrap import shorten

from matplotlib.figure import Figure
from PIL import Image

from helpers.findings.words import number
from helpers.show.page import UNTOUCHED

__all__ = ["in_svg", "over_picture"]

LEAST = 10  # pixels: a smaller mark could hardly be met
# JupyterLab keeps these four of a style, and not "inset"
_PLACE = "style=position:absolute;left:{left}%;top:{top}%;width:{width}%;height:{height}%"
_LINK = f'<a href={{url}} title="{{words}}" {_PLACE}></a>'
# Of a mark with several places a list that a click opens, without a script, towards the middle of the picture
_LIST = (
    f'<details {_PLACE}><summary title="{{words}}" style=display:block;height:100%;cursor:pointer></summary>'
    '<ul style="position:absolute;z-index:9;{side}:0;{edge}:100%;width:26em;max-height:18em;overflow:auto;margin:0;'
    'padding:.3em .6em .3em 1.6em;border:1px solid #888;background:#fff;color:#222">{items}</ul></details>'
)
_ITEM = "<li><a href=#{place} style=color:#00558c>{words}</a></li>"
LONGEST_ITEM = 80  # letters of a sentence in such a list


def over_picture(drawn: Figure, picture: bytes, description: str, links: Mapping[str, str]) -> str:
    """The picture as HTML, in three quarters of its bytes, with a link over each mark.

    Args:
        drawn: The figure, drawn just now, whose marks have the addresses of the links.
        picture: The same as PNG.
        description: What it shows, in words.
        links: Address → the words to show over its marks; of one with several places, parted by spaces, a line for each.
    """
    smaller = BytesIO()
    # methods 5 and 6 take ten to fifty times as long for one byte in fifty
    Image.open(BytesIO(picture)).convert("RGB").save(smaller, "webp", lossless=True, quality=100, method=4)
    data = b64encode(smaller.getvalue()).decode("ascii")
    image = f'<img src="data:image/webp;base64,{data}" alt="{escape(description)}" style="display:block;max-width:100%">'
    laid = "".join(_links(drawn, links))
    return f'<div class="{UNTOUCHED}"><div style="position:relative;display:inline-block">{image}\n{laid}</div></div>'


def _links(drawn: Figure, links: Mapping[str, str]) -> Iterator[str]:
    """A link for each mark and each label that leads somewhere, in parts of the picture: it may be shown smaller."""
    for url, box in _boxes(drawn):
        wide, high = (
            max(side, LEAST) / whole * 100 for side, whole in zip(box.size, drawn.bbox.size, strict=True)
        )
        (x, y), size = (box.min + box.max) / 2, drawn.bbox.size
        words = _printable(links.get(url, ""))
        yield (_LIST if " " in url else _LINK).format(
            url=escape(url),
            words=escape(_over(words)),
            left=round(x / size[0] * 100 - wide / 2, 1),
            top=round(100 - y / size[1] * 100 - high / 2, 1),
            width=round(wide, 1),
            height=round(high, 1),
            side="left" if x < size[0] / 2 else "right",
            edge="top" if y > size[1] / 2 else "bottom",
            items=_items(url, words) if " " in url else "",
        )


def _items(url: str, words: str) -> str:
    """The places to which a mark leads as items of a list, each with the beginning of its sentence."""
    return "".join(
        _ITEM.format(
            place=escape(place), words=escape(shorten(told, LONGEST_ITEM, placeholder="…"), quote=False)
        )
        for place, told in zip(url.removeprefix("#").split(" "), words.split("\n"), strict=False)
    )


def _over(words: str) -> str:
    """What a mark says when it is pointed at: its words, of several lines the first and how many more there are."""
    first, *others = words.split("\n")
    return f"{first} (and {number(len(others))} more)" if others else first


def _boxes(drawn: Figure) -> Iterator[tuple]:
    """The address of each mark that has one, and where it is drawn; a number inside its mark needs no link of its own."""
    before = None, None
    for artist in drawn.findobj(lambda one: one.get_visible() and one.get_url()):
        url, box = artist.get_url(), artist.get_window_extent()
        if url != before[0] or not before[1].contains(*box.get_points().mean(axis=0)):
            yield url, box
        before = url, box


def in_svg(svg: str, links: Mapping[str, str]) -> str:
    """The picture with the words of each link over its marks, and without signs that no XML may hold; a mark that leads to
    several places has those after the first in `data-also`, of which the pages make a list."""

    def titled(match: re.Match) -> str:
        address = match[1]
        words = escape(_over(_printable(links.get(address, ""))), quote=False)
        first, _, others = address.partition(" ")
        more = f' data-also="{others}"' if others else ""
        return f'<a xlink:href="{first}" href="{first}"{more}><title>{words or "evidence"}</title>'

    return _printable(re.sub(r'<a xlink:href="([^"]*)"[^>]*>', titled, svg))


def _printable(text: str) -> str:
    return "".join(sign if sign >= " " or sign in "\t\n\r" else "\ufffd" for sign in text)
