"""The drawings of notebook 6: a sentence with all that was read in it, and its grammar.

The grammar is drawn by displaCy, spaCy's own drawing of a parse, as SVG and without a network.
"""

import re
import textwrap
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pandas as pd
from IPython.display import display
from matplotlib.figure import Figure
from spacy import displacy
from spacy.tokens import Doc

from helpers.findings.how_it_reads import KINDS, explained
from helpers.findings.words import listed
from helpers.show.figures import SMALLEST, figure, link_to, new_axes, shortened
from helpers.show.page import UNTOUCHED, say
from helpers.show.palette import COLOURS, INK, PAPER, QUIET, for_dark_pages
from helpers.texts import Article

__all__ = ["grammar", "layers"]

COLUMNS, NARROW_COLUMNS = 112, 57  # letters on a line
LABEL = 0.94  # how wide one of a label is
LETTER = 0.0836  # inches that one takes: the letters all have one width
LINE, LANE = 0.3, 0.18  # inches that a line of words takes, and a mark or a line of its label below it
MOST_LINES = 12  # of a sentence; a longer one is cut, and says so
MOST_DRAWN = 60  # words of a parse
PIECE = 13  # letters on a line of a piece of a parse
PIECE_SIZE, PIECE_LETTER = 12, 6.9  # pixels that its letters are high, and one of them wide
NARROWEST = 70  # pixels from piece to piece; the codes on the arrows need them
MOST_CODES = 60
LOOKS = {
    "name": COLOURS["blue"],
    "action": COLOURS["green"],
    "number": COLOURS["vermillion"],
    "time": COLOURS["orange"],
    "statement": COLOURS["purple"],
    "relation": COLOURS["black"],
    "repeat": COLOURS["sky"],
    "claim": QUIET,
}


def layers(found: pd.DataFrame, corpus: list[Article], output_dir: Path | None = None) -> None:
    """Draws a sentence, line by line, and below each line what was read in its words, each mark a link to its row.

    Args:
        found: From `helpers.findings.how_it_reads.evidence`.
        corpus: The article of the sentence.
        output_dir: Folder for the picture, or None.
    """
    if found.empty:
        say("There is nothing to draw: nothing was read in a sentence.")
        return
    sentence, first = found["sentence"].iloc[0], int(found["sentence_start"].iloc[0])
    lines = len(list(_lines(sentence, COLUMNS)))
    counted = ", ".join(f"{kind} {count}" for kind in KINDS if (count := int((found["kind"] == kind).sum())))
    cut = f" The first {MOST_LINES} of {lines} lines." if lines > MOST_LINES else ""
    links = dict(link_to(row, "reading") for row in found[::-1].itertuples())
    figure(
        _layers(found, sentence, first, COLUMNS),
        f"The sentence “{shortened(sentence, 60)}” with a mark below the words for each thing that was read in them: {counted}.{cut}",
        "layers",
        output_dir,
        links,
        caption=f"A mark below the words for each thing that was read in them.{cut}",
        narrow=lambda: _layers(found, sentence, first, NARROW_COLUMNS, 2 * MOST_LINES),
    )


def _layers(found: pd.DataFrame, sentence: str, first: int, columns: int, most: int = MOST_LINES) -> Figure:
    """The drawing, so many letters wide and of so many lines; the sentence begins at `first` in its article."""
    shown = list(_lines(sentence, columns))[:most]
    marks = [_marks(found, first + start, first + end, columns) for start, end in shown]
    height = sum(map(_height, marks))
    drawn, axes = new_axes(columns * LETTER + 0.2, height + 0.1)
    y = 0.0
    for (start, end), own in zip(shown, marks, strict=True):
        y = _line(axes, y, sentence[start:end], own, first + start)
    axes.set_xlim(0, columns)
    axes.set_ylim(y, -0.1)
    axes.set_axis_off()
    return drawn


def _together(found: pd.DataFrame) -> pd.DataFrame:
    """The evidence with `parts`, its places: one row for a relation that has a row for each of its figures."""
    rows: dict[object, dict] = {}
    for number, row in enumerate(found.to_dict("records")):
        own = (row["kind"], row["reading"]) if row["kind"] in ("relation", "repeat") else number
        once = rows.setdefault(own, row | {"parts": []})
        once["parts"].append((row["start"], row["end"]))
        once |= {"start": min(once["start"], row["start"]), "end": max(once["end"], row["end"])}
    return pd.DataFrame(rows.values(), columns=[*found, "parts"])


def _lines(sentence: str, columns: int) -> Iterator[tuple[int, int]]:
    """Where the lines of a sentence begin and end: between words, and inside one only if it is longer than a line."""
    start = 0
    while start < len(sentence):
        end = min(len(sentence), start + columns)
        if end < len(sentence):
            end = max(sentence.rfind(" ", start, end) + 1, 0) or end
            end = end if end > start else start + columns
        yield start, end
        start = end


def _marks(
    found: pd.DataFrame, first: int, last: int, columns: int
) -> list[tuple[int, int, int, object, list[str], int]]:
    """The marks below a line: the lane in which each stands (from 0), its first and last column, the evidence, the lines of
    its words, each with a lane of its own, and the column in which they begin: that of the mark, or an earlier one where
    they would go beyond the line. Nothing in a lane lies on another, neither mark nor words."""
    taken: list[int] = []
    marks = []
    found = _together(found)
    order = found.assign(order=found["kind"].map(list(KINDS).index)).sort_values(
        ["order", "start"], kind="stable"
    )
    for row in order[(order["start"] < last) & (order["end"] > first)].itertuples():
        begin, end = max(row.start, first) - first, min(row.end, last) - first
        words = f"({row.kind}, continued)" if row.start < first else f"{row.kind}: {row.reading}"
        label = textwrap.wrap(words, columns)
        width = round(LABEL * max(map(len, label))) + 1
        left = min(begin, max(0, columns - width))
        lane, below = _free(taken, left, 1 + len(label))
        taken += [0] * (below - len(taken))
        taken[lane:below] = [max(end, left + width) + 1] * (below - lane)
        marks.append((lane, begin, end, row, label, left))
    return marks


def _free(taken: list[int], left: int, wanted: int) -> tuple[int, int]:
    """The first of so many lanes on end in which nothing reaches beyond a column, and the one below the last of them.

    >>> _free([9, 9, 2, 2, 9], 4, 2), _free([9, 9, 2, 2, 9], 4, 3)
    ((2, 4), (5, 8))
    """
    lane = next(at for at in range(len(taken) + 1) if all(reach <= left for reach in taken[at : at + wanted]))
    return lane, lane + wanted


def _height(marks: list) -> float:
    """The inches that a line takes with its marks."""
    return LINE + LANE * max((mark[0] + 1 + len(mark[4]) for mark in marks), default=0) + 0.12


def _line(axes, y: float, words: str, marks: list, shift: int) -> float:
    """Draws a line, which begins at `shift` in its article, with its marks; returns where the next one begins."""
    for match in re.finditer(r"\S+", words):  # each word at its place, should a font have other widths
        axes.text(
            match.start(),
            y + LINE / 2,
            match[0],
            family="monospace",
            fontsize=10,
            va="center",
            parse_math=False,
        )
    for lane, begin, end, row, label, left in marks:
        top = y + LINE + LANE * lane
        url, _ = link_to(row, "reading")
        look = {"color": LOOKS[row.kind], "solid_capstyle": "butt", "url": url}
        if len(row.parts) > 1:  # what lies between the figures of a relation is no part of it
            axes.plot([begin, end - 0.3], [top, top], linewidth=0.8, **look)
        for first, last in row.parts:
            left_end, right_end = max(first - shift, begin), min(last - shift, end)
            if left_end < right_end:
                ends = [left_end, max(right_end - 0.3, left_end + 0.6)]
                axes.plot(ends, [top, top], linewidth=3.2, **look)
        axes.text(
            left,
            top + 0.05,
            "\n".join(label),
            family="monospace",
            fontsize=SMALLEST,
            va="top",
            linespacing=1.1,
            color=QUIET,
            parse_math=False,
            url=url,
        )
    return y + _height(marks)


def grammar(doc: Doc) -> None:
    """Draws the parse of a sentence: the words with their part of speech, and an arrow from each to those that hang
    on it. A name and a noun with its words are one piece.

    Args:
        doc: The parse, of any length; of a long one the first words are drawn.
    """
    if not any(token.is_alpha for token in doc):
        say("There is no grammar to draw: the sentence has no word.")
        return
    parsed = displacy.parse_deps(
        doc[:MOST_DRAWN].as_doc(), {"collapse_phrases": True, "collapse_punct": True}
    )
    words = ", ".join(f"{word['text']} ({word['tag'].lower()})" for word in parsed["words"])
    for word in parsed["words"]:  # signs beside a piece hang on it in the parse, and are none of its words
        word["text"] = word["text"].strip("(),;: ") or word["text"]
    tree = _as_tree(parsed)
    pieces = [_broken(word["text"]) for word in parsed["words"]]
    for word, lines in zip(parsed["words"], pieces, strict=True):
        word["text"] = "\n".join(lines)
    widest = max(len(line) for lines in pieces for line in lines)
    options = {
        "compact": True,
        "distance": max(NARROWEST, round(PIECE_LETTER * widest) + 12),
        "word_spacing": 30,
        "color": INK,
        "bg": PAPER,
        "font": "DejaVu Sans, sans-serif",
    }
    svg = displacy.render(parsed, style="dep", manual=True, page=False, jupyter=False, options=options)
    svg = for_dark_pages(_tight(_in_lines(svg), max(map(len, pieces)) - 1))
    rest = f", the first {MOST_DRAWN} of {len(doc)} words" if len(doc) > MOST_DRAWN else ""
    description = f"The grammar of the sentence{rest}, with the part of speech of each piece: {words}."
    # JupyterLab shows an SVG itself only of a notebook that was run there or trusted, and cuts it where its cell ends
    data = b64encode(svg.encode("utf-8")).decode("ascii")
    image = f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(description)}" style=max-width:100%>'
    display(
        {
            "image/svg+xml": svg,
            "text/html": f'<div class="{UNTOUCHED}">{image}</div>',
            "text/plain": f"Figure: {description}",
        },
        raw=True,
        metadata={"image/svg+xml": {"alt": description, "narrow": tree}},
    )
    say(_codes_in_words(parsed))


def _as_tree(parsed: dict) -> str:
    """The parse as lists inside lists, for the pages on a phone: below each piece those that hang on it."""
    below: dict[int, list[tuple[int, str]]] = {}
    for arc in parsed["arcs"]:
        head, own = (arc["start"], arc["end"]) if arc["dir"] == "right" else (arc["end"], arc["start"])
        below.setdefault(head, []).append((own, arc["label"]))
    hanging = {own for found in below.values() for own, _ in found}

    def items(pieces: list[tuple[int, str]]) -> str:
        inner = "".join(
            f"<li><b>{escape(parsed['words'][at]['text'])}</b> {escape(parsed['words'][at]['tag'].lower())}"
            f"{f' · {escape(label)}' if label else ''}{items(below.get(at, []))}</li>"
            for at, label in sorted(pieces)
        )
        return f"<ul>{inner}</ul>" if inner else ""

    return items([(at, "") for at in range(len(parsed["words"])) if at not in hanging])


def _codes_in_words(parsed: dict) -> str:
    """What the codes of the drawing mean, on its arrows and below its words."""
    arrows = listed(sorted({explained(arc["label"]) for arc in parsed["arcs"]}), most=MOST_CODES)
    kinds = listed(sorted({explained(word["tag"]) for word in parsed["words"]}), most=MOST_CODES)
    on_arrows = f"How a word depends: {arrows}. " if parsed["arcs"] else ""
    return f"{on_arrows}Parts of speech: {kinds}."


def _broken(words: str) -> list[str]:
    """A piece in lines, broken between words, and inside one only if it is longer than a line.

    >>> _broken("over 200 illegal immigrants"), _broken("counterintelligence")
    (['over 200', 'illegal', 'immigrants'], ['counterintell', 'igence'])
    """
    return textwrap.wrap(words, PIECE, break_on_hyphens=False) or [""]


def _in_lines(svg: str) -> str:
    """A drawing of displaCy in smaller letters, and with a line of its own for each line of a piece."""

    def lines(match: re.Match) -> str:
        first, *others = match[2].split("\n")
        more = "".join(f'<tspan dy="1.15em" x="{match[1]}">{line}</tspan>' for line in others)
        return match[0].replace(match[2], first, 1) + more

    svg = re.sub(r'<tspan class="displacy-word" [^>]*x="([\d.]+)">([^<]*\n[^<]*)</tspan>', lines, svg)
    return re.sub(r"(<svg\b[^>]*style=\")", rf"\1font-size: {PIECE_SIZE}px; ", svg, count=1)


def _tight(svg: str, more_lines: int) -> str:
    """A drawing of displaCy without the room that it leaves for more arrows than there are, with room for more lines
    below them, and without its random name, which would differ in every run."""
    svg = re.sub(r"\b[0-9a-f]{32}-0\b", "parse", svg)
    found = re.search(r'width="(\d+)" height="([\d.]+)"', svg)
    paths = re.findall(r'<path class="displacy-arc"[^>]* d="([^"]*)"', svg)
    heights = [float(y) for path in paths for y in re.findall(r",([\d.]+)", path)]
    top = max(0, round(min(heights, default=0)) - 25)
    width, height = found[1], f"{float(found[2]) - top + round(1.15 * PIECE_SIZE * more_lines):g}"
    svg = svg.replace(found[0], f'viewBox="0 {top} {width} {height}" width="{width}" height="{height}"', 1)
    return re.sub(r"(<svg\b[^>]*style=\"[^\"]*?)height: [\d.]+px; ?", r"\1", svg, count=1)
