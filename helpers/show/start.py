"""What notebook 0 shows: the headlines and a trust card for each article; the figure of all of them is in `glance`."""

from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd

from helpers.findings.trust import NOTHING, QUESTIONS, Answer
from helpers.findings.words import titles, titles_in_rows, untitled, with_titles
from helpers.show.glance import glance
from helpers.show.page import put, say
from helpers.show.places import anchor, of_article
from helpers.texts import Article, sentences

__all__ = ["cards", "glance", "headlines"]

CARDS_SHOWN = 60
RECORD = "4_record"
# The sign of an answer on a trust card
SIGNS = {"yes": "✓", "partly": "◐", "no": "✗", "nothing to test": "–"}
LINKED = "Each link leads to the evidence; an answer without a link has none to show. The answers do not add up to a score."
WORDS = "0_start_here.ipynb#cell-id=what-do-the-words-mean"
# The cell that begins the section with the evidence of an answer: JupyterLab opens another notebook at a cell
SECTIONS = {
    ("1_timeline", "dated"): "what-is-tied-to-each-date",
    ("2_agency_roles", "sources named"): "who-speaks",
    ("2_agency_roles", "quotations found"): "who-says-what",
    ("3_statistics", "figures agree"): "which-relations-hold",
    ("4_record", "quotations found"): "are-the-quotations-found",
    ("4_record", "on record"): "every-claim",
}
# Where all rows of the article are the evidence: the name of their table
TABLES = {("4_record", "quotations found"): "quotations", ("4_record", "on record"): "claims"}


def headlines(
    found: Mapping[str, str], questions: Mapping[str, str], corpus: Iterable[Article], *, above: str = ""
) -> None:
    """Shows each notebook's question as a link with its headline under it.

    Args:
        found: From `helpers.findings.start.headlines`.
        questions: Name of a notebook → its question.
        corpus: The articles.
        above: The headline that the page has already shown; its first sentence alone is printed again.
    """
    names = titles(corpus)
    said = {
        name: with_titles(_first_sentence(sentence) if sentence == above else sentence, names).replace(
            "**", ""
        )
        for name, sentence in found.items()
    }
    items = "".join(
        f'<li><a href="{name}.ipynb#cell-id=in-short"><b>{escape(questions[name])}</b></a> {escape(sentence, quote=False)}</li>\n'
        for name, sentence in said.items()
    )
    put(
        f"<ul>\n{items}</ul>",
        "\n".join(f"- **[{questions[name]}]({name}.ipynb)** {sentence}" for name, sentence in said.items()),
    )


def _first_sentence(words: str) -> str:
    """The first sentence of a finding, without its bold print; its articles have no titles yet, which may hold full stops.

    >>> _first_sentence("**None of the 3 men was found in [[a]].** Two were.")
    'None of the 3 men was found in [[a]].'
    """
    return sentences(Article(slug="words", text=words.replace("**", "")))[0].text


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
    corpus, asked = list(corpus), _asked(found)
    names, short = titles(corpus), titles_in_rows(corpus)
    top, shown = "text-align:left;vertical-align:top", found.head(CARDS_SHOWN)
    head = "".join(f'<th scope="col" style="{top}">{escape(words)}</th>' for words in ("article", *asked))
    rows, plain = [], []
    for row in shown.to_dict("records"):
        answers = [row[question] for question in asked]
        cells = "".join(
            f'<td style="{top}">{_answer(question, answer, row["article"])}</td>'
            for question, answer in zip(asked, answers, strict=True)
        )
        name = escape(names[row["article"]])
        if short.get(row["article"]) == row["article"] != names[row["article"]]:  # what longer tables call it
            name += f"<br><small>{escape(row['article'])}</small>"
        rows.append(f'<tr><th scope="row" style="{top}">{name}</th>{cells}</tr>')
        words = (
            f"{question}: {answer.verdict} ({answer.words})"
            if answer.verdict
            else f"{question}: {answer.words}"
            for question, answer in zip(asked, answers, strict=True)
        )
        plain.append(f"{names[row['article']]} | {' | '.join(words)}")
    more = f"<p>The first {len(shown)} of {len(found):,} articles.</p>" if len(found) > len(shown) else ""
    if len(found) < len(names):
        more = f"<p>{len(found)} of {len(names):,} articles, taken at even distances through the archive.</p>"
    if unnamed := with_titles(untitled(corpus), names):
        plain.append(unnamed)
    more += f'<p>{escape(unnamed, quote=False)} <a href="{WORDS}">What do these words mean?</a> {LINKED}</p>'
    body = "\n".join(rows)
    put(
        f'<table class="cards"><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>{more}',
        "\n".join(plain),
    )
    if searched:
        say(searched)


def _asked(found: pd.DataFrame) -> list[str]:
    """The questions, without those that a record answers where it answers none of any article."""
    return [
        question
        for question in QUESTIONS
        if any(answer.verdict != NOTHING or answer.notebook != RECORD for answer in found[question])
    ]


def _answer(question: str, answer: Answer, article: str) -> str:
    """An answer as a link to the section with its evidence; pages and the script for JupyterLab make of the class a link
    to the very row, or to those of the article."""
    number, table = answer.notebook.split("_")[0], TABLES.get((answer.notebook, question))
    place = ""
    if answer.place:
        kind = "relation" if question == "figures agree" else "row"
        place = f"{kind}-{anchor(*answer.place, number=number)}"
    elif table and answer.verdict != NOTHING:
        place = of_article(table, article, number=number)
    words = escape(answer.words, quote=False)
    said = f"<b>{SIGNS[answer.verdict]} {answer.verdict}</b>" if answer.verdict else words
    if place:  # an answer without evidence leads nowhere
        target = f"{answer.notebook}.ipynb#cell-id={SECTIONS[answer.notebook, question]}"
        said = f'<a class="to-{place}" href="{target}">{said}</a>'
    return f"{said}<br><small>{words}</small>" if answer.verdict else f"<small>{said}</small>"
