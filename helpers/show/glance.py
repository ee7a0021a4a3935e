"""The figure of notebook 0: the articles side by side, what each gives, whether it adds up, and what is on record."""

import math
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from helpers.findings.arithmetic_words import not_counted
from helpers.findings.languages import NOT_READ, is_read
from helpers.findings.words import amount, called, number, titles, with_titles
from helpers.record import VERDICTS
from helpers.show.figures import NARROW, SMALLEST, figure, look_of, names_above, new_axes, wrapped
from helpers.show.palette import COLOURS, INK, LINE, PAPER, QUIET
from helpers.show.record import LOOKS
from helpers.texts import Article

__all__ = ["glance"]

ROWS_DRAWN = 20  # articles; more and no label can be read
MARKS_IN_ROW = 24  # marks side by side before a new line begins inside the row
HIGH_ROW = 0.58  # inches of height for a row with the name above its marks
NAME_ABOVE = 0.3  # rows, from the name to the marks
GIVES = {
    "dates": "dates",
    "figures": "figures",
    "named": "named\nbodies",
    "people": "named\nspeakers",
}
HARDLY, UNTOLD = "could hardly fail", "open, as groups may overlap"
# what only relations have looks like no verdict: one sign, one meaning
RELATIONS = {
    "holds": LOOKS["corroborated"],
    "easy": ("v", PAPER, COLOURS["green"]),
    "untold": ("^", PAPER, QUIET),
    "fails": LOOKS["contradicted"],
}


def glance(
    table: pd.DataFrame,
    corpus: Iterable[Article],
    output_dir: Path | None = None,
    *,
    cases: Mapping[str, str] | None = None,
) -> None:
    """Draws the articles side by side: numbers for what each gives, one mark for each relation tested and
    each claim compared.

    Args:
        table: From `helpers.findings.start.glance`.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
        cases: Articles whose case is only inferred, from `Record.cases`.
    """
    corpus, shown = list(corpus), table.head(ROWS_DRAWN).set_index("article")
    read = [one.slug for one in corpus if one.slug in shown.index and is_read(one)]
    names, shown = titles(corpus), shown.assign(read=shown.index.isin(read))
    left_out = f"the first {ROWS_DRAWN} of {len(table)} articles" if len(table) > ROWS_DRAWN else ""
    draw = partial(_panels, shown, names, cases or {}, left_out)
    drawn, inferred = draw()
    told = with_titles(_describe(shown, inferred), names)
    figure(drawn, told, "glance", output_dir, narrow=lambda: draw(above=True)[0])


def _panels(
    shown: pd.DataFrame,
    names: Mapping[str, str],
    cases: Mapping[str, str],
    left_out: str,
    *,
    above: bool = False,
) -> tuple[Figure, list[str]]:
    """The panels, side by side or one above the other, and the articles whose case is inferred; that of the record only
    where there is a claim."""
    widths = [5, 3.2, 6.4] if shown[list(VERDICTS)].to_numpy().any() else [5, 3.2]
    if above:
        drawn, grid = new_axes(NARROW, len(widths) * (1.2 + HIGH_ROW * len(shown)), len(widths), 1)
    else:
        ratios = {"width_ratios": widths}
        drawn, grid = new_axes(
            11.4 * sum(widths) / 14.6, 1.7 + 0.5 * len(shown), 1, len(widths), sharey=True, gridspec_kw=ratios
        )
    panels = list(grid.flat)
    left, middle, *others = panels
    _numbers(left, shown)
    _marks(middle, shown, RELATIONS)
    for right in others:
        _marks(right, shown, {verdict: LOOKS[verdict] for verdict in VERDICTS})
    inferred = [slug for right in others for slug in _inferred(right, shown, cases)]
    if above:
        for axes in panels:
            names_above(
                axes, {y - NAME_ABOVE: wrapped(names[slug], 54, 1) for y, slug in enumerate(shown.index)}
            )
            axes.set_ylim(len(shown) - 0.4, -0.6)
    else:
        labels = [wrapped(names[slug], 28, 2) for slug in shown.index]
        left.set_yticks(range(len(shown)), labels, parse_math=False, fontsize=9.5)
        left.set_ylim(len(shown) - 0.4, -0.6)
    counted = left_out or f"n = {amount(len(shown), 'article')}"
    numbers = f"number in each article\n({counted});\nbodies: mentioned by name, a\ncountry and its government as one"
    relations = "one mark: one relation\nof figures or dates\n(no repeats that agree)"
    claims = "one mark: one claim compared with other sources"
    # the titles stand above the words of the columns and the keys
    _around(left, "What does it give?", numbers, len(shown), 10, above)
    _around(middle, "Does it add up?", relations, len(shown), 36, above)
    for right in others:
        _around(right, "What is on record?", claims, len(shown), 36, above)
        _key(right, dict(zip(VERDICTS, VERDICTS, strict=True)), LOOKS, above)
    keys = {"holds": "holds", "fails": "fails"}
    keys |= {kind: words for kind, words in (("easy", HARDLY), ("untold", UNTOLD)) if shown[kind].any()}
    _key(middle, keys, RELATIONS, above)
    return drawn, inferred


def _inferred(axes, shown: pd.DataFrame, cases: Mapping[str, str]) -> list[str]:
    """The articles with claims whose case is only inferred, which is said below their marks."""
    found = [slug for slug in shown.index if slug in cases and shown.loc[slug, list(VERDICTS)].any()]
    for slug in found:  # the marks stand in the middle of the row
        y = shown.index.get_loc(slug) + 0.4
        axes.text(
            0, y, "these only if the inferred case is meant", color=QUIET, fontsize=SMALLEST, style="italic"
        )
    return found


def _around(axes, title: str, note: str, rows: int, pad: float, above: bool) -> None:
    """The title of a panel above it, a note below it, and a line between each two rows."""
    axes.set_title(title, loc="left", fontsize=12, fontweight="bold", pad=pad)
    axes.set_xlabel(wrapped(note, 62) if above else note, loc="left", color=QUIET, fontsize=9)
    axes.tick_params(length=0)
    for y in range(rows - 1):
        axes.axhline(y + 0.5, color=LINE, linewidth=0.8, zorder=0)
    for side in axes.spines.values():
        side.set_visible(False)


def _numbers(axes, shown: pd.DataFrame) -> None:
    for x, column in enumerate(GIVES):
        for y, (value, read) in enumerate(zip(shown[column], shown["read"], strict=True)):
            axes.text(
                x,
                y,
                str(value) if value else "none" if read else "–",
                ha="center",
                va="center",
                fontsize=11 if value else 9,
                color=INK if value or not read else COLOURS["vermillion"],
                zorder=3,
            )
    axes.set_xticks(range(len(GIVES)), list(GIVES.values()), fontsize=9)
    axes.xaxis.tick_top()
    axes.set_xlim(-0.6, len(GIVES) - 0.4)


def _marks(axes, shown: pd.DataFrame, looks: Mapping[str, tuple]) -> None:
    """A mark for each relation or claim."""
    columns = MARKS_IN_ROW // 2 if looks is RELATIONS else MARKS_IN_ROW
    widest = 1
    for y, (_, row) in enumerate(shown.iterrows()):
        kinds = [kind for kind in looks for _ in range(int(row[kind]))]
        for place, kind in enumerate(kinds[: 3 * columns]):
            line = place // columns - (len(kinds[: 3 * columns]) - 1) // columns / 2
            axes.plot([place % columns], [y + 0.24 * line], **look_of(looks[kind], 7.5, 1.4))
        if not kinds:
            axes.text(
                0,
                y,
                ("nothing to test" if row["read"] else NOT_READ) if looks is RELATIONS else "not on record",
                va="center",
                color=QUIET,
                fontsize=SMALLEST,
                style="italic",
            )
        widest = max(widest, min(len(kinds), columns))
    axes.set_xticks([])
    axes.set_xlim(-0.7, max(widest, 8) - 0.3)


def _key(axes, words: Mapping[str, str], looks: Mapping[str, tuple], above: bool) -> None:
    """What the marks mean, in two lines under the title of the panel."""
    for kind, label in words.items():
        axes.plot([], [], **look_of(looks[kind], 7, 1.3), label=label)
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(-0.02, 1.0),
        ncols=math.ceil(len(words) / 2),
        frameon=False,
        fontsize=SMALLEST if above else 8.5,
        handletextpad=0.1,
        columnspacing=0.8,
        borderaxespad=0.1,
    )


def _describe(shown: pd.DataFrame, inferred: Iterable[str]) -> str:
    fails, easy, untold, holds = (int(shown[name].sum()) for name in ("fails", "easy", "untold", "holds"))
    claims = shown[list(VERDICTS)].sum()
    record = (
        f". Of {amount(int(claims.sum()), 'claim')} compared {claims['corroborated']} are corroborated and "
        f"{claims['contradicted']} contradicted"
        if claims.sum()
        else ". There is no record of other sources"
    )
    rows = f"{amount(len(shown), 'article').capitalize()}{', one row each' if len(shown) > 1 else ''}"
    cases = "".join(f"; {called(slug)} is compared with a case that is only inferred" for slug in inferred)
    return f"{rows}, with the number of dates, figures, named bodies (mentioned) and named speakers. {_tested(fails + holds, fails, easy, untold)}{record}{cases}."


def _tested(tested: int, fails: int, easy: int = 0, untold: int = 0) -> str:
    """How many relations fail, of how many that could well, and how many more could hardly fail or stay open.

    >>> _tested(0, 0), _tested(1, 1), _tested(3, 0, 1)
    ('No relation between figures or dates can be tested', 'The one relation between figures or dates fails', 'Of three relations between figures or dates none fails. One more relation is not counted, as it could hardly fail')
    >>> _tested(4, 1, 0, 1)
    'Of four relations between figures or dates one fails. One more relation stays open, as groups may overlap'
    """
    more = f". {not_counted(easy, untold, 'relation').removesuffix('.')}" if easy + untold and tested else ""
    if not tested:
        more = f"; {number(untold)} {'is' if untold == 1 else 'are'} {UNTOLD}" if untold else ""
        return f"No relation between figures or dates {'could well fail' if easy else 'can be tested'}{more}"
    if tested == 1:
        return f"The one relation between figures or dates {'fails' if fails else 'holds'}{more}"
    return f"Of {amount(tested, 'relation')} between figures or dates {amount(fails, 'fails', 'fail') if fails else 'none fails'}{more}"
