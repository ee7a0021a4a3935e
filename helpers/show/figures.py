"""The frame of every figure: one style, one way onto the page and into a file, always with a description in
words. The colours are those of `palette`.
"""

import textwrap
import warnings
from collections.abc import Callable, Mapping, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from PIL import Image

from helpers.show.linked_marks import in_svg, over_picture
from helpers.show.page import cut_short, put
from helpers.show.palette import COLOURS, INK, LINE, PAPER, QUIET, for_dark_pages
from helpers.show.places import anchor, as_high
from helpers.texts import write_file

__all__ = [
    "COARSE",
    "COLOURS",
    "INK",
    "NARROW",
    "OFF_LINES",
    "PAPER",
    "QUIET",
    "SMALLEST",
    "figure",
    "legend_above",
    "link_to",
    "look_of",
    "names_above",
    "new_axes",
    "on_axis",
    "shortened",
    "wrapped",
]

NARROW = 5.0  # inches: a phone shows such a figure whole, and its smallest letters stay legible
SMALLEST = 9.0  # points: the smallest letters of a figure of that width
DPI = 96  # sharp on a screen, and a figure stays under 60 KB
MOST_PLACES = 60  # to which one mark leads; more make a list that nobody reads
COARSE = 78  # of wide figures beside long tables: their notebook stays under 300 KB
PNG_COLOURS = (
    20  # a figure has a dozen colours, and shades at their edges; a palette takes a third of the bytes
)
# Behind words beside a mark, so that no line of the grid runs through them
OFF_LINES = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.6}
STYLE = {
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "figure.dpi": DPI,
    "savefig.dpi": DPI,
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.edgecolor": QUIET,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.grid": False,
    "grid.color": LINE,
    "grid.linewidth": 0.8,
    "hatch.linewidth": 0.6,
    "svg.hashsalt": "notebooks",
    "svg.fonttype": "none",
}


def new_axes(width: float, height: float, rows: int = 1, columns: int = 1, **keywords):
    """A figure of this size in inches and its axes, in the style of the project. The figure is not shown
    until `figure`."""
    matplotlib.use("agg")  # draws into memory only: no window, and nothing shown twice
    with plt.rc_context(STYLE):
        drawn, axes = plt.subplots(
            rows,
            columns,
            figsize=(width, height),
            layout="constrained",
            squeeze=rows * columns == 1,
            **keywords,
        )
    return drawn, axes


def figure(
    drawn: Figure,
    description: str,
    name: str,
    output_dir: Path | None = None,
    links: Mapping[str, str] | None = None,
    *,
    caption: str = "",
    narrow: Callable[[], Figure] | None = None,
) -> None:
    """Puts a figure on the page with its description as alternative text and a visible line; saves it if asked.

    Args:
        drawn: The figure; it is closed afterwards.
        description: One or two sentences that say what the figure shows, for those who cannot see it.
        name: File name without ending.
        output_dir: Folder for NAME.png, NAME.svg and NAME_narrow.svg, made if missing; None to save nothing.
        links: From `link_to`: the addresses set on its marks, and the words to show over each.
        caption: The visible line, where the description only repeats what is drawn; empty for the description.
        narrow: Draws the same for the pages on a phone, no wider than `NARROW`, if the figure is wider.
    """
    with plt.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", "Glyph .* missing"
        )  # a letter that the font lacks is drawn as a box
        drawn.canvas.draw()
        picture = _in_few_colours(
            Image.fromarray(np.asarray(drawn.canvas.buffer_rgba())).convert("RGB"), drawn.dpi
        )
        plain = as_high(f"Figure: {description}", round(drawn.bbox.height))
        data = {"image/png": picture, "text/plain": plain}
        if links:
            data["text/html"] = over_picture(drawn, picture, description, links)
        if output_dir:
            drawn.set_layout_engine("none")  # everything has its place by now
            write_file(output_dir / f"{name}.png", picture)
            write_file(output_dir / f"{name}.svg", _as_svg(drawn, description, links or {}))
            if narrow:
                again = narrow()
                write_file(output_dir / f"{name}_narrow.svg", _as_svg(again, description, links or {}))
                plt.close(again)
    plt.close(drawn)
    display(data, raw=True, metadata={"image/png": {"alt": description, "name": name}})
    put(
        f'<p class="caption"><i>Figure:</i> {escape(caption or description, quote=False)}</p>',
        "Described above.",
    )


def _as_svg(drawn: Figure, description: str, links: Mapping[str, str]) -> bytes:
    """A figure as SVG whose marks lead to their evidence and whose colours follow the page."""
    svg = BytesIO()
    drawn.savefig(svg, format="svg", metadata={"Date": None, "Creator": None, "Description": description})
    return for_dark_pages(in_svg(svg.getvalue().decode("utf-8"), links)).encode("utf-8")


def look_of(look: tuple, size: float, edge: float = 1.5) -> dict[str, object]:
    """How a mark is drawn that belongs to no line, for `Axes.plot` and `Line2D`.

    Args:
        look: Its shape, the colour inside and that of its edge; what follows is left aside.
        size: Of the mark, in points.
        edge: Width of its edge, in points.
    """
    marker, face, around, *_ = look
    return {
        "linestyle": "",
        "marker": marker,
        "markersize": size,
        "color": face,
        "markeredgecolor": around,
        "markeredgewidth": edge,
    }


def legend_above(
    drawn, handles: Sequence[Artist], columns: int = 0, *, size: float = 9.5, gap: float = 0.3
) -> None:
    """Sets the key of a whole drawing above its left corner.

    Args:
        drawn: The drawing.
        handles: One sample for each kind of mark, with its label.
        columns: How many stand side by side; 0 for all.
        size: Of the letters, in points.
        gap: Between a sample and its label, in widths of a letter.
    """
    drawn.legend(
        handles=handles,
        loc="outside upper left",
        ncols=columns or len(handles),
        frameon=False,
        fontsize=size,
        handletextpad=gap,
    )


def names_above(
    axes,
    names: Mapping[float, str],
    *,
    weight: str = "bold",
    behind: Mapping[str, object] = OFF_LINES,
    urls: Mapping[float, str] = MappingProxyType({}),
) -> None:
    """Writes the name of each row above its marks, where a narrow figure has no room beside them.

    Args:
        axes: With the rows.
        names: Middle of a line → the name.
        weight: Of the letters.
        behind: The ground of the names.
        urls: Middle of a line → where its name leads, if it does.
    """
    look = {"fontsize": 9.5, "weight": weight, "va": "center", "parse_math": False, "bbox": behind}
    for y, name in names.items():
        axes.text(0.006, y, name, transform=axes.get_yaxis_transform(), zorder=5, url=urls.get(y), **look)
    axes.set_yticks([])


def link_to(rows, text: str = "sentence", place: str = "row") -> tuple[str, str]:
    """Where a mark of a figure leads: the places of these rows of a table, parted by spaces, and their sentences, one a line,
    of which the first is shown over the mark. A click leads to the place, or opens a list of them.

    Args:
        rows: A row with article, start and end, and perhaps `others`, start, end and words of more places in its article; or
            a data frame of such rows.
        text: The column with the words.
        place: "row" for its row in a table, "text" for its words in the article, where the page has both.
    """
    every = list(rows.itertuples()) if hasattr(rows, "itertuples") else [rows]
    told: dict[str, str] = {}
    for one in every:
        for start, end, words in ((one.start, one.end, getattr(one, text)), *getattr(one, "others", ())):
            words = " ".join(str(words).split())
            words += cut_short(words) if text == "sentence" else ""
            told.setdefault(f"{place}-{anchor(one.article, start, end)}", words)
    return f"#{' '.join([*told][:MOST_PLACES])}", "\n".join(told.values())


def _in_few_colours(full: Image.Image, dots: float) -> bytes:
    """The picture as PNG with a palette, of so many dots an inch.

    Every entry is the colour that most of its pixels had, so that lines and marks keep theirs exactly.
    Maximum coverage finds the entries because it keeps the colour of a single small mark, which median cut
    would not.
    """
    small = full.quantize(PNG_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    entries, colours = np.asarray(small).ravel(), np.asarray(full).reshape(-1, 3).astype(np.uint32)
    codes = ((entries.astype(np.uint32) * 256 + colours[:, 0]) * 256 + colours[:, 1]) * 256 + colours[:, 2]
    found, counts = np.unique(codes, return_counts=True)
    found = found[np.argsort(counts, kind="stable")]  # the commonest colour of an entry comes last and stays
    commonest = {int(code >> 24): [int(code >> shift & 255) for shift in (16, 8, 0)] for code in found}
    small.putpalette(
        [value for entry in range(max(commonest) + 1) for value in commonest.get(entry, (0, 0, 0))]
    )
    packed = BytesIO()
    small.save(packed, format="png", optimize=True, dpi=(dots, dots))
    return packed.getvalue()


def shortened(text: str, most: int) -> str:
    """The words on one line, cut off with "…" where they are longer than `most` letters."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0] if " " in text[most // 2 : most] else text[: most - 1]
    return cut.rstrip(" ,;:") + "…"


def wrapped(text: str, width: int, lines: int = 3) -> str:
    """The words on at most so many lines of this width, for labels of rows; one long word (a slug) is cut in its middle,
    as its end tells it from others."""
    text = " ".join(text.split())
    keep = width * lines // 2
    whole = text
    while " " not in text and keep > 3 and len(textwrap.wrap(text, width)) > lines:
        text, keep = f"{whole[:keep]}…{whole[-keep:]}", keep - 1
    found = "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder="…")) or text
    return found.replace("……", "…")


def on_axis(value: float, _=None) -> str:
    """A number as the label of a tick, from a million on in words; matplotlib hands over the place of the
    tick as well.

    >>> on_axis(250_000), on_axis(10_000_000), on_axis(0.5)
    ('250,000', '10 million', '0.5')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.10g} {word}"
    return f"{value:,.10g}"
