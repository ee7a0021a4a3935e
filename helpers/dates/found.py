"""The temporal expressions of a sentence, by the readers of its language.

>>> from helpers.texts import Article
>>> from helpers.texts.sentence import sentences
>>> one = find_in(sentences(Article(slug="x", text="It opened on 3 May 2024."))[0])
>>> [(item.kind, item.year) for item in one.expressions]
[('day', 2024)]
"""

from dataclasses import dataclass
from functools import partial

from helpers.dates.find.cells import of_cells, of_lists
from helpers.dates.find.grammar import find_expressions
from helpers.dates.find.phrases import find_phrases
from helpers.dates.find.plain import Plain, plain
from helpers.dates.words import Expression
from helpers.texts import Sentence

__all__ = ["Found", "find_in"]


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence, its words as the readers take them, and the expressions in them."""

    sentence: Sentence
    words: Plain
    expressions: list[Expression]


def find_in(sentence: Sentence) -> Found:
    """A sentence with its expressions in the order of the text; furniture of the page has none."""
    if sentence.block.kind == "furniture":  # "5 min read" tells nothing of the article
        return Found(sentence, Plain(""), [])
    table = sentence.block.kind.startswith("table")
    words = plain(sentence.text, table=table)
    find = (
        find_expressions if sentence.language == "en" else partial(find_phrases, language=sentence.language)
    )
    if table:
        return Found(sentence, words, of_cells(sentence, words.text, find))
    found = find(words.text)
    listed = sentence.block.table and not words.offsets  # nothing was left out
    return Found(sentence, words, of_lists(sentence, words.text, found) if listed else found)
