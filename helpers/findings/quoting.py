"""Quotation marks: only what stands in a text just so is put between them."""

from collections.abc import Iterable

import pandas as pd

from helpers.texts import Article

__all__ = ["quotation", "quoted", "stands_in", "subjects"]


def quotation(words: str) -> str:
    """Words of a text in quotation marks, on one line.

    >>> quotation("an hour \\n later")
    '“an hour later”'
    """
    return f"“{' '.join(words.split())}”"


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in a text just so; only words that do may be put in quotation marks."""
    return " ".join(words.split()) in " ".join(text.split())


def quoted(words: str, text: str) -> str:
    """Words that were read in a text: in quotation marks if they stand there just so, else without.

    >>> quoted("two men", "Police held two\\n men."), quoted("men held", "Police held two men.")
    ('“two men”', 'men held')
    """
    return quotation(words) if stands_in(words, text) else " ".join(words.split())


def subjects(relations: pd.DataFrame, corpus: Iterable[Article]) -> list[str]:
    """What each relation of `helpers.findings.arithmetic.calculate` is about, quoted where it stands in its article; empty
    for none."""
    wanted = set(relations["article"])
    texts = {article.slug: article.text for article in corpus if article.slug in wanted}
    rows = zip(relations["article"], relations["subject"], strict=True)
    return [quoted(subject, texts[slug]) if subject else "" for slug, subject in rows]
