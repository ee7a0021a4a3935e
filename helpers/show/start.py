"""What notebook 0 shows: the headlines, a trust card for each article, and a figure of all of them."""

import math
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

import pandas as pd

from helpers.findings.trust import QUESTIONS, Answer
from helpers.findings.words import amount, called, number, titles, untitled, with_titles
from helpers.record import VERDICTS
from helpers.show.figures import figure, look_of, new_axes, wrapped
from helpers.show.page import anchor, put, say
from helpers.show.palette import COLOURS, INK, LINE, PAPER, QUIET
from helpers.show.record import LOOKS
from helpers.texts import Article

__all__ = ["SAID_ABOVE", "cards", "glance", "headlines"]

ROWS_DRAWN = 20  # articles; more and no label can be read
CARDS_SHOWN = 60
SAID_ABOVE = "The sentence at the top of this page."
MARKS_IN_ROW = 24  # marks side by side before a new line begins inside the row
GIVES = {
    "dates": "dates",
    "figures": "figures",
    "named": "named\nbodies",
    "people": "named\nspeakers",
}
HARDLY, UNTOLD = "could hardly fail", "cannot be told"
RELATIONS = {
    "holds": LOOKS["corroborated"],
    "easy": ("o", PAPER, COLOURS["green"]),
    "untold": LOOKS["not checkable"],
    "fails": LOOKS["contradicted"],
}
# The sign of an answer on a trust card
SIGNS = {"yes": "✓", "partly": "◐", "hardly tested": "◐", "no": "✗", "nothing to test": "–"}
# The cell that begins the section with the evidence of an answer: JupyterLab opens another notebook at a cell
SECTIONS = {
    ("1_timeline", "dated"): "what-is-tied-to-each-date",
    ("1_timeline", "figures agree"): "does-the-order-hold",
    ("2_agency_roles", "sources named"): "who-speaks",
    ("2_agency_roles", "quotations found"): "who-says-what",
    ("3_statistics", "figures agree"): "which-relations-hold",
    ("4_record", "quotations found"): "are-the-quotations-found",
    ("4_record", "on record"): "every-claim",
}


def headlines(
    found: Mapping[str, str], questions: Mapping[str, str], corpus: Iterable[Article], *, above: str = ""
) -> None:
    """Shows each notebook's question as a link with its headline under it.

    Args:
        found: From `helpers.findings.start.headlines`.
        questions: Name of a notebook → its question.
        corpus: The articles.
        above: The headline that the page has already shown; it is not printed again.
    """
    names = titles(corpus)
    said = {
        name: SAID_ABOVE if sentence == above else with_titles(sentence, names).replace("**", "")
        for name, sentence in found.items()
    }
    items = "".join(
        f'<li><a href="{name}.ipynb#In-short"><b>{escape(questions[name])}</b></a> {escape(sentence, quote=False)}</li>\n'
        for name, sentence in said.items()
    )
    put(
        f"<ul>\n{items}</ul>",
        "\n".join(f"- **[{questions[name]}]({name}.ipynb)** {sentence}" for name, sentence in said.items()),
    )


def cards(found: pd.DataFrame, corpus: Iterable[Article], searched: str = "") -> None:
    """Shows the trust card of each article: a row of answers, each a link to its evidence.

    Args:
        found: From `helpers.findings.trust.cards`.
        corpus: The articles.
        searched: Below the cards: who judged what they say of the record, and where was searched.
    """
    if found.empty:
        say("There are no texts.")
        return
    corpus = list(corpus)
    names = titles(corpus)
    top, shown = "text-align:left;vertical-align:top", found.head(CARDS_SHOWN)
    head = "".join(f'<th scope="col" style="{top}">{escape(words)}</th>' for words in ("article", *QUESTIONS))
    rows, plain = [], []
    for row in shown.to_dict("records"):
        answers = [row[question] for question in QUESTIONS]
        cells = "".join(
            f'<td style="{top}">{_answer(question, answer)}</td>'
            for question, answer in zip(QUESTIONS, answers, strict=True)
        )
        name = escape(names[row["article"]])
        rows.append(f'<tr><th scope="row" style="{top}">{name}</th>{cells}</tr>')
        words = (
            f"{question}: {answer.verdict} ({answer.words})"
            if answer.verdict
            else f"{question}: {answer.words}"
            for question, answer in zip(QUESTIONS, answers, strict=True)
        )
        plain.append(f"{names[row['article']]} | {' | '.join(words)}")
    more = f"<p>The first {len(shown)} of {len(found):,} articles.</p>" if len(found) > len(shown) else ""
    if len(found) < len(names):
        more = f"<p>{len(found)} of {len(names):,} articles, taken at even distances through the archive.</p>"
    if unnamed := with_titles(untitled(corpus), names):
        more += f"<p>{escape(unnamed, quote=False)}</p>"
        plain.append(unnamed)
    body = "\n".join(rows)
    put(
        f'<table class="cards"><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>{more}',
        "\n".join(plain),
    )
    if searched:
        say(searched)


def _answer(question: str, answer: Answer) -> str:
    """An answer as a link to the section with its evidence; a page makes of the class a link to the very row."""
    row = f' class="to-row-{anchor(*answer.place)}"' if answer.place else ""
    link = f'<a{row} href="{answer.notebook}.ipynb#cell-id={SECTIONS[answer.notebook, question]}">'
    words = escape(answer.words, quote=False)
    if not answer.verdict:
        return f"<small>{link}{words}</a></small>"
    return f"{link}<b>{SIGNS[answer.verdict]} {answer.verdict}</b></a><br><small>{words}</small>"


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
    shown = table.head(ROWS_DRAWN).set_index("article")
    drawn, ((left, middle, right),) = new_axes(
        11.4, 1.7 + 0.5 * len(shown), 1, 3, sharey=True, gridspec_kw={"width_ratios": [5, 3.2, 6.4]}
    )
    _numbers(left, shown)
    _marks(middle, shown, RELATIONS)
    _marks(right, shown, {verdict: LOOKS[verdict] for verdict in VERDICTS})
    inferred = _inferred(right, shown, cases or {})
    names = titles(corpus)
    labels = [wrapped(names[slug], 28, 2) for slug in shown.index]
    left.set_yticks(range(len(shown)), labels, parse_math=False, fontsize=9.5)
    left.set_ylim(len(shown) - 0.4, -0.6)
    left_out = (
        f"the first {ROWS_DRAWN} of {len(table)} articles"
        if len(table) > ROWS_DRAWN
        else f"n = {amount(len(shown), 'article')}"
    )
    relations = "one mark: one relation\nof figures or dates\n(no repeats that agree)"
    relations += f"\nhollow circle: {HARDLY}" if shown["easy"].any() else ""
    # the titles stand above the words of the columns and the keys
    _around(
        left,
        "What does it give?",
        f"number in each article\n({left_out})\nbodies: mentioned by name",
        len(shown),
        10,
    )
    _around(middle, "Does it add up?", relations, len(shown), 36)
    _around(right, "What is on record?", "one mark: one claim compared with other sources", len(shown), 36)
    keys = {"holds": "holds", "fails": "fails"} | ({"untold": UNTOLD} if shown["untold"].any() else {})
    _key(middle, keys, RELATIONS)
    _key(right, dict(zip(VERDICTS, VERDICTS, strict=True)), LOOKS)
    figure(drawn, with_titles(_describe(shown, inferred), names), "glance", output_dir)


def _inferred(axes, shown: pd.DataFrame, cases: Mapping[str, str]) -> list[str]:
    """The articles with claims whose case is only inferred, which is said below their marks."""
    found = [slug for slug in shown.index if slug in cases and shown.loc[slug, list(VERDICTS)].any()]
    for slug in found:  # the marks stand in the middle of the row
        y = shown.index.get_loc(slug) + 0.4
        axes.text(0, y, "if the inferred case is meant", color=QUIET, fontsize=8, style="italic")
    return found


def _around(axes, title: str, note: str, rows: int, pad: float) -> None:
    """The title of a panel above it, a note below it, and a line between each two rows."""
    axes.set_title(title, loc="left", fontsize=12, fontweight="bold", pad=pad)
    axes.set_xlabel(note, loc="left", color=QUIET, fontsize=9)
    axes.tick_params(length=0)
    for y in range(rows - 1):
        axes.axhline(y + 0.5, color=LINE, linewidth=0.8, zorder=0)
    for side in axes.spines.values():
        side.set_visible(False)


def _numbers(axes, shown: pd.DataFrame) -> None:
    for x, column in enumerate(GIVES):
        for y, value in enumerate(shown[column]):
            axes.text(
                x,
                y,
                str(value) if value else "none",
                ha="center",
                va="center",
                fontsize=11 if value else 9,
                color=INK if value else COLOURS["vermillion"],
                zorder=3,
            )
    axes.set_xticks(range(len(GIVES)), list(GIVES.values()), fontsize=9)
    axes.xaxis.tick_top()
    axes.set_xlim(-0.6, len(GIVES) - 0.4)


def _marks(axes, shown: pd.DataFrame, looks: Mapping[str, tuple]) -> None:
    widest = 1
    for y, (_, row) in enumerate(shown.iterrows()):
        kinds = [kind for kind in looks for _ in range(int(row[kind]))]
        columns = MARKS_IN_ROW // 2 if looks is RELATIONS else MARKS_IN_ROW
        for place, kind in enumerate(kinds[: 3 * columns]):
            line = place // columns - (len(kinds[: 3 * columns]) - 1) // columns / 2
            axes.plot([place % columns], [y + 0.24 * line], **look_of(looks[kind], 7.5, 1.4))
        if not kinds:
            axes.text(
                0,
                y,
                "nothing to test" if looks is RELATIONS else "not on record",
                va="center",
                color=QUIET,
                fontsize=8.5,
                style="italic",
            )
        widest = max(widest, min(len(kinds), columns))
    axes.set_xticks([])
    axes.set_xlim(-0.7, max(widest, 8) - 0.3)


def _key(axes, words: Mapping[str, str], looks: Mapping[str, tuple]) -> None:
    for kind, label in words.items():
        axes.plot([], [], **look_of(looks[kind], 7, 1.3), label=label)
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(-0.02, 1.0),
        ncols=math.ceil(len(words) / 2),  # two lines under the title of the panel
        frameon=False,
        fontsize=8.5,
        handletextpad=0.1,
        columnspacing=0.8,
        borderaxespad=0.1,
    )


def _describe(shown: pd.DataFrame, inferred: Iterable[str]) -> str:
    fails, easy, untold, holds = (int(shown[name].sum()) for name in ("fails", "easy", "untold", "holds"))
    claims = shown[list(VERDICTS)].sum()
    record = (
        f"; of {amount(int(claims.sum()), 'claim')} picked for the record {claims['corroborated']} are corroborated and "
        f"{claims['contradicted']} contradicted"
        if claims.sum()
        else "; there is no record of other sources"
    )
    rows = f"{amount(len(shown), 'article').capitalize()}{', one row each' if len(shown) > 1 else ''}"
    cases = "".join(f"; {called(slug)} is compared with a case that is only inferred" for slug in inferred)
    return f"{rows}, with the number of dates, figures, named bodies (mentioned) and named speakers. {_tested(fails + holds, fails, easy, untold)}{record}{cases}."


def _tested(tested: int, fails: int, easy: int = 0, untold: int = 0) -> str:
    """How many relations fail, of how many that could well, and how many more could hardly fail or cannot be told.

    >>> _tested(0, 0), _tested(1, 1), _tested(3, 0, 1)
    ('No relation between figures or dates can be tested', 'The one relation between figures or dates fails', 'Of three relations between figures or dates none fails; one more could hardly fail')
    >>> _tested(4, 1, 0, 1)
    'Of four relations between figures or dates one fails; of one more it cannot be told'
    """
    more = f"; {number(easy)} more {HARDLY}" if easy and tested else ""
    more += f"; of {number(untold)}{' more' if tested else ''} it {UNTOLD}" if untold else ""
    if not tested:
        return f"No relation between figures or dates {'could well fail' if easy else 'can be tested'}{more}"
    if tested == 1:
        return f"The one relation between figures or dates {'fails' if fails else 'holds'}{more}"
    return f"Of {amount(tested, 'relation')} between figures or dates {amount(fails, 'fails', 'fail') if fails else 'none fails'}{more}"
