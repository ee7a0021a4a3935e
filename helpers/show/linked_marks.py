"""The marks of a figure as links to their sentences: over its picture for JupyterLab, and in its SVG for the pages.

JupyterLab keeps of a picture's own map no name, so that links of HTML lie over the marks instead, where matplotlib drew them.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO

from matplotlib.figure import Figure
from PIL import Image

from helpers.show.page import UNTOUCHED

__all__ = ["in_svg", "over_picture"]

LEAST = 10  # pixels: a smaller mark could hardly be met
# JupyterLab keeps these four of a style, and not "inset"
_LINK = '<a href="{url}" title="{words}" style="position:absolute;left:{left}%;top:{top}%;width:{width}%;height:{height}%"></a>'


def over_picture(drawn: Figure, picture: bytes, description: str, links: Mapping[str, str]) -> str:
    """The picture as HTML, in three quarters of its bytes, with a link over each mark.

    Args:
        drawn: The figure, drawn just now, whose marks have the addresses of the links.
        picture: The same as PNG.
        description: What it shows, in words.
        links: Address → the words to show over its marks. Of an address with several places JupyterLab goes to the first.
    """
    smaller = BytesIO()
    # methods 5 and 6 take ten to fifty times as long for one byte in fifty
    Image.open(BytesIO(picture)).convert("RGB").save(smaller, "webp", lossless=True, quality=100, method=4)
    data = b64encode(smaller.getvalue()).decode("ascii")
    image = f'<img src="data:image/webp;base64,{data}" alt="{escape(description)}" style="display:block;max-width:100%">'
    laid = "\n".join(_links(drawn, links))
    return f'<div class="{UNTOUCHED}"><div style="position:relative;display:inline-block">{image}\n{laid}</div></div>'


def _links(drawn: Figure, links: Mapping[str, str]) -> Iterator[str]:
    """A link for each mark and each label that leads somewhere, in parts of the picture: it may be shown smaller."""
    for url, box in _boxes(drawn):
        wide, high = (
            max(side, LEAST) / whole * 100 for side, whole in zip(box.size, drawn.bbox.size, strict=True)
        )
        (x, y), size = (box.min + box.max) / 2, drawn.bbox.size
        yield _LINK.format(
            url=escape(url.partition(" ")[0]),
            words=escape(_printable(links.get(url, ""))),
            left=round(x / size[0] * 100 - wide / 2, 1),
            top=round(100 - y / size[1] * 100 - high / 2, 1),
            width=round(wide, 1),
            height=round(high, 1),
        )


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
        words = escape(_printable(links.get(address, "")), quote=False)
        first, _, others = address.partition(" ")
        more = f' data-also="{others}"' if others else ""
        return f'<a xlink:href="{first}" href="{first}"{more}><title>{words or "evidence"}</title>'

    return _printable(re.sub(r'<a xlink:href="([^"]*)"[^>]*>', titled, svg))


def _printable(text: str) -> str:
    return "".join(sign if sign >= " " or sign in "\t\n\r" else "\ufffd" for sign in text)
