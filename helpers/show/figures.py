"""The frame of every figure: one style, one way onto the page and into a file, always with a description in
words.

Colours are those of Okabe and Ito (2008), which people with colour-blindness can tell apart; shape or
hatching says the same again.
"""

import warnings
from io import BytesIO
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from matplotlib.figure import Figure
from PIL import Image

from helpers.files import write_file
from helpers.show.page import say

__all__ = ["COLOURS", "INK", "PAPER", "QUIET", "figure", "new_axes", "on_axis", "shortened"]

COLOURS = {
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "vermillion": "#D55E00",
    "sky": "#56B4E9",
    "purple": "#CC79A7",
    "yellow": "#F0E442",
    "black": "#000000",
}
INK, QUIET, PAPER = "#222222", "#6B6B6B", "#FFFFFF"
DPI = 110  # sharp on a screen, and a figure stays under 60 KB
PNG_COLOURS = (
    24  # a figure has a dozen colours, and shades at their edges; a palette takes a third of the bytes
)
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
    "grid.color": "#E3E3E3",
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


def figure(drawn: Figure, description: str, name: str, output_dir: Path | None = None) -> None:
    """Puts a figure on the page with its description as alternative text and as a visible line; saves it if
    asked.

    Args:
        drawn: The figure; it is closed afterwards.
        description: One or two sentences that say what the figure shows, for those who cannot see it.
        name: File name without ending.
        output_dir: Folder for NAME.png and NAME.svg, made if missing; None to save nothing.
    """
    svg = BytesIO()
    with plt.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", "Glyph .* missing"
        )  # a letter that the font lacks is drawn as a box
        drawn.canvas.draw()
        picture = _in_few_colours(Image.fromarray(np.asarray(drawn.canvas.buffer_rgba())).convert("RGB"))
        if output_dir:
            drawn.set_layout_engine("none")  # everything has its place by now
            drawn.savefig(svg, format="svg", metadata={"Date": None, "Description": description})
            write_file(output_dir / f"{name}.png", picture)
            write_file(output_dir / f"{name}.svg", svg.getvalue())
    plt.close(drawn)
    display(
        {"image/png": picture, "text/plain": f"Figure: {description}"},
        raw=True,
        metadata={"image/png": {"alt": description}},
    )
    say(f"*Figure:* {description}")


def _in_few_colours(full: Image.Image) -> bytes:
    """The picture as PNG with a palette.

    Every entry is the colour that most of its pixels had, so that lines and marks keep theirs exactly.
    Maximum coverage finds the entries because it keeps the colour of a single small mark, which median cut
    would not.
    """
    small = full.quantize(PNG_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    entries, colours = np.asarray(small).ravel(), np.asarray(full).reshape(-1, 3).astype(np.int64)
    codes = ((entries.astype(np.int64) * 256 + colours[:, 0]) * 256 + colours[:, 1]) * 256 + colours[:, 2]
    found, counts = np.unique(codes, return_counts=True)
    found = found[np.argsort(counts, kind="stable")]  # the commonest colour of an entry comes last and stays
    commonest = {int(code >> 24): [int(code >> shift & 255) for shift in (16, 8, 0)] for code in found}
    small.putpalette(
        [value for entry in range(max(commonest) + 1) for value in commonest.get(entry, (0, 0, 0))]
    )
    packed = BytesIO()
    small.save(packed, format="png", optimize=True, dpi=(DPI, DPI))
    return packed.getvalue()


def shortened(text: str, most: int) -> str:
    """The words on one line, cut off with "…" where they are longer than `most` letters."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


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
