"""Every sentence on one body after the other, folded away under its name, so that whoever asks for all that is said of one
finds it whole with two clicks; it needs no script.
"""

from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd

from helpers.findings.words import amount, listed, number, titles
from helpers.show.in_sentences import in_sentence
from helpers.show.page import put, say
from helpers.show.places import anchor, of_body
from helpers.texts import Corpus

__all__ = ["by_body", "places"]

MOST_NAMED = 40  # bodies without a list of their own


def by_body(told: pd.DataFrame, sizes: pd.DataFrame, names: Mapping[str, str], corpus: Corpus) -> None:
    """Shows the sentences of each body, article by article, with what they say of it; a click on a mark leads to its place.

    Args:
        told, sizes: From `helpers.findings.body_sentences.by_body`.
        names: Body → what it is called here, such as its name with its abbreviation.
        corpus: The articles.
    """
    if told.empty:
        say("No body is mentioned.")
        return
    called, page, plain = titles(corpus), [], []
    for body, own in told.groupby("body", sort=False):
        every, name = int(sizes.at[body, "sentences"]), names.get(body, body)
        count = f"{amount(every, 'sentence')}{_only_mentioned(every, int(sizes.at[body, 'only_mentioned']))}"
        part = f"; the first {len(own)} stand here" if every > len(own) else ""
        page.append(
            f"<details id={of_body(body)}><summary><b>{escape(name, quote=False)}</b>: {count}{part}</summary>"
            f"{''.join(_by_article(own, called, corpus))}</details>"
        )
        plain.append(f"{name}: {count}{part}")
    if rest := [names.get(body, body) for body in sizes.index[len(page) :]]:
        others = f"Without a list here; their sentences stand in the tables below: {listed(rest, most=MOST_NAMED)}."
        page.append(f"<p>{escape(others, quote=False)}</p>")
        plain.append(others)
    put("".join(page), "\n".join(plain))


def _only_mentioned(every: int, count: int) -> str:
    """How many of the sentences give a body no role.

    >>> _only_mentioned(5, 0), _only_mentioned(5, 2), _only_mentioned(1, 1)
    ('', ', two of which only mention it', ', which only mentions it')
    """
    if not count:
        return ""
    which = "which" if count == every else f"{number(count)} of which"
    return f", {which} only {'mentions' if count == 1 else 'mention'} it"


def _by_article(own: pd.DataFrame, called: Mapping[str, str], corpus: Corpus) -> Iterable[str]:
    for slug, rows in own.groupby("article", sort=False):
        items = (
            f"<li>{_sentence(row, corpus[slug].text)} <small>({escape(row.what, quote=False)})</small></li>"
            for row in rows.itertuples()
        )
        yield f"<p><i>{escape(called[slug], quote=False)}</i></p><ul>{''.join(items)}</ul>"


def _sentence(row, text: str) -> str:
    places = [(start, end, anchor(row.article, start, end)) for start, end in row.places]
    return in_sentence(text, row.sentence_start, row.sentence, places)


def places(told: pd.DataFrame, bodies: Iterable[str]) -> list[str]:
    """The names of the places with the sentences of these bodies; empty for one whose sentences are not shown.

    Args:
        told: As for `by_body`.
        bodies: As they are called in figures.
    """
    shown = set(told["body"])
    return [of_body(body) if body in shown else "" for body in bodies]
