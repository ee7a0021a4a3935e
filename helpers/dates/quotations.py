"""Which sentences stand inside a quotation that began in an earlier sentence of their paragraph.

>>> from helpers.texts import Article, sentences
>>> article = Article(slug="x", text='She said: "It was late. We slept that night." They left.')
>>> quotations = Quotations(article.text)
>>> [quotations.open_at(one) for one in sentences(article)]
[None, 10, None]
"""

import re

from helpers.texts import Sentence

__all__ = ["Quotations"]

_MARK = re.compile('["“”]')


class Quotations:
    """The quotations of a text, for sentences that are asked for in its order."""

    def __init__(self, text: str):
        self._text = text
        self._block = None
        self._read = 0
        self._opened: int | None = None

    def open_at(self, sentence: Sentence) -> int | None:
        """Where the quotation begins that is open where a sentence begins; None if none is."""
        if sentence.block is not self._block:
            self._block, self._read, self._opened = sentence.block, sentence.block.start, None
        for mark in _MARK.finditer(self._text, self._read, sentence.start):
            closes = mark[0] == "”" or mark[0] == '"' and self._opened is not None
            self._opened = None if closes else mark.start()
        self._read = max(self._read, sentence.start)
        return self._opened
