"""Puts the figures of an executed notebook on its page: as SVG, in a box that scrolls where one is too wide, and
beside it what is drawn once more for a phone, of which a page shows the one that fits."""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

import nbformat

__all__ = ["draw"]

DRAWING = '<div class="drawing{more}" tabindex="0" role="region" aria-label="Figure">{drawing}</div>'
PHONE = " narrow"  # the class of what stands on a phone in place of the drawing before it
NARROW = 490  # pixels: on a phone such a figure is fitted in, and letters of 9 points are still 9 pixels high


def draw(cells: Iterable[nbformat.NotebookNode], folder: Path) -> None:
    """Puts the SVG of a figure in the place of its picture, if there is one.

    Args:
        cells: Of the executed notebook; changed in place.
        folder: Where NAME.svg and NAME_narrow.svg are, as `helpers.show.figures` writes them.
    """
    for output in (output for cell in cells for output in cell.get("outputs", ())):
        if svg := output.get("data", {}).get("image/svg+xml"):  # drawn as SVG from the start
            about = output.metadata.get("image/svg+xml", {})
            other = DRAWING.format(drawing=about["narrow"], more=PHONE) if "narrow" in about else ""
            drawing = DRAWING.format(drawing=_with_label(svg, about.get("alt", "")), more="")
            output.data = {"text/html": drawing + other}
            continue
        about = output.get("metadata", {}).get("image/png", {})
        wide, narrow = (folder / f"{about.get('name', '')}{end}.svg" for end in ("", "_narrow"))
        if about.get("name") and wide.is_file():
            drawing = _figure(wide.read_text(encoding="utf-8"), about["alt"])
            if narrow.is_file():
                drawing += _figure(_renamed(narrow.read_text(encoding="utf-8")), about["alt"], PHONE)
            output.data = {"text/html": drawing}


def _with_label(svg: str, description: str) -> str:
    named = f'<svg role="group" aria-label="{escape(description)}"'
    return svg[svg.index("<svg") :].replace("<svg", named, 1)


def _figure(svg: str, description: str, more: str = "") -> str:
    """An SVG as part of a page; it keeps its size, so that its words stay legible, unless they do when it is
    fitted in."""
    drawing = re.sub(r"<metadata>.*?</metadata>", "", _with_label(svg, description), flags=re.DOTALL)
    size = re.search(r'viewBox="0 0 ([\d.]+) ', drawing)
    width = round(float(size[1]) * 4 / 3) if size else 800
    fitted = ";max-width:100%" if width <= NARROW else ""
    drawing = re.sub(
        r'<svg\b([^>]*?) width="[^"]*"',
        rf'<svg style="width:{width}px{fitted}"\1',
        re.sub(r'(<svg\b[^>]*?) height="[^"]*"', r"\1", drawing, count=1),
        count=1,
    )
    return DRAWING.format(drawing=drawing, more=more)


def _renamed(svg: str) -> str:
    """The same SVG with other names for its parts: those of the drawing beside it, which is hidden, draw nothing."""
    names = set(re.findall(r'\bid="([^"]+)"', svg))
    named = re.compile(r'(\bid="|href="#|url\(#)([^")]+)')
    return named.sub(lambda one: f"{one[1]}phone-{one[2]}" if one[2] in names else one[0], svg)
