"""By which words the figures of a relation are tied, where no words between them say it.

A figure has words beside it: the label and the header of its cell, and what stands before and behind it in its sentence.
Words that stand beside more than one of the figures are quoted; where there are none, what the figures have in common is
said instead. Nothing is said that a reader cannot see in the text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

import pandas as pd

from helpers.extraction import Tables
from helpers.texts import singular, word_list

__all__ = ["with_ties"]

LISTED = "names_match_number"  # the kind of check of a number and the names it announces
BEFORE, BEHIND = 40, 60  # characters of a sentence that stand beside a figure
QUOTED = 3  # phrases
NEAR = 150  # characters that may stand between neighbouring sentences
LONGEST_PHRASE = 8  # words
_BROKEN = re.compile(r"[,;]|\d|\b(?:and|or|of|in|the|a)$")
_WORD = re.compile(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")
_STEM = 7  # letters by which forms of a word agree: "violent", "violently"
_PLACE = ["article", "start", "quote"]
_AROUND = ("sentence", "label", "column", "lead_in")


def with_ties(calculated: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The rows with what ties their figures in `tied_by`: the words of the checks that stand in the text, or what else a
    reader sees there.

    Args:
        calculated: Rows from `helpers.findings.arithmetic.calculate`.
        tables: The tables it was made from.
    """
    wanted = {
        (row.article, start, quote)
        for row in calculated.itertuples()
        for start, quote in zip(row.starts, row.quotes, strict=True)
    }
    known = {}
    for frame in (tables.dates, tables.quantities):
        stands = [place in wanted for place in zip(*(frame[name] for name in _PLACE), strict=True)]
        known |= {tuple(row[name] for name in _PLACE): row for row in frame[stands].to_dict("records")}
    tied_by = [_tied_by(row, known) for row in calculated.itertuples()]
    return calculated.assign(tied_by=pd.Series(tied_by, index=calculated.index, dtype=object))


def _tied_by(row, known: dict[tuple, dict]) -> list[str]:
    """What ties the figures of one relation."""
    if row.kind == LISTED:
        return ["a list beside the number"]
    places = [(row.article, start, quote) for start, quote in zip(row.starts, row.quotes, strict=True)]
    figures = [known[place] for place in places if place in known]
    around = _on_one_line(str(figure.get(name, "")) for figure in figures for name in _AROUND)
    if own := [words for words in row.tied_by if _is_phrase(words) and _on_one_line([words]) in around]:
        return own
    if len(figures) < 2:
        return []
    if sum(figure["block"] != "table row" for figure in figures) < 2 < len(figures):
        return ["cells of one table"]
    beside: dict[int, list[str]] = {}  # words beside two figures of one sentence tell nothing of either
    for figure in figures:
        beside.setdefault(figure["sentence_start"], []).append(_words_beside_figure(figure))
    if words := _shared([" | ".join(texts) for texts in beside.values()]):
        return words
    classes = {figure.get("noun_class", "") for figure in figures}
    if len(classes) == 1 and classes != {""}:
        return ["the same kind of thing is counted"]
    if len({figure["quote"] for figure in figures}) == 1:
        return ["the same number"]
    return _nearness({figure["sentence_start"]: figure["sentence"] for figure in figures})


def _is_phrase(words: str) -> bool:
    """Whether words are a phrase that a reader sees at once, and no stretch of a sentence.

    >>> _is_phrase("convicted of fraud"), _is_phrase("of those arrested, or"), _is_phrase("31 were held in Arizona and")
    (True, False, False)
    """
    return bool(_WORD.search(words)) and len(words.split()) <= LONGEST_PHRASE and not _BROKEN.search(words)


def _on_one_line(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).casefold().split())


def _nearness(sentences: dict[int, str]) -> list[str]:
    """That figures stand in one sentence, or in sentences that follow each other."""
    starts = sorted(sentences)
    gaps = [then - start - len(sentences[start]) for start, then in zip(starts, starts[1:], strict=False)]
    return ["one sentence"] if not gaps else ["neighbouring sentences"] if max(gaps) <= NEAR else []


def _words_beside_figure(figure: dict) -> str:
    """The words beside a figure: label and header of its cell, then what stands behind it and before it."""
    sentence, at = figure["sentence"], figure["start"] - figure["sentence_start"]
    end = at + len(figure["quote"])
    label, column = figure.get("label", ""), figure.get("column", "")
    return " | ".join([label, column, sentence[end : end + BEHIND], sentence[max(0, at - BEFORE) : at]])


def _shared(beside: Sequence[str]) -> list[str]:
    """Words that stand beside more than one figure; words that follow each other are one phrase, those of more figures
    and longer ones come first, and no word is said twice.

    >>> _shared(["Violent Crime Offenders", "violent offenders were held", "a third of them for violent crime"])
    ['Violent Crime Offenders']
    >>> _shared(["boats seized", "men arrested"])
    []
    """
    times = Counter(stem for text in beside for stem in {_stem(word) for word in _words(text)})
    again = {stem for stem, count in times.items() if count > 1}
    found = [(_stems(phrase), phrase) for text in beside for phrase in _phrases(text, again)]
    found.sort(key=lambda one: (-max(times[stem] for stem in one[0]), -len(one[0])))
    said: dict[str, set[str]] = {}
    for stems, phrase in found:
        if not any(stems & known for known in said.values()):
            said[phrase] = stems
    return list(said)[:QUOTED]


def _phrases(text: str, stems: set[str]) -> Iterable[str]:
    """The longest stretches of words that all have one of these stems, with nothing but a space between them."""
    spans: list[list[int]] = []
    for word in _WORD.finditer(text):
        if _stem(word[0]) not in stems:
            continue
        if spans and word.start() == spans[-1][1] + 1 and text[spans[-1][1]] == " ":
            spans[-1][1] = word.end()
        else:
            spans.append([word.start(), word.end()])
    return [text[start:end] for start, end in spans]


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.lower() not in _small_words()]


def _stem(word: str) -> str:
    return "" if word.lower() in _small_words() else singular(word.lower())[:_STEM]


def _stems(phrase: str) -> set[str]:
    return {_stem(word) for word in _words(phrase)}


@cache
def _small_words() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("checks/common_words"))
