"""What is known of one parsed sentence before anything is asked of it: its bodies, its countries, its quotations.

The classes that ask all stand on this one.
"""

import re

from helpers.names import candidates, is_title_case, mask
from helpers.texts import Parse, Sentence

__all__ = ["State"]

QUOTE = re.compile(r"[“\"]([^“”\"]{20,2000})[”\"]?")


class State:
    """One parsed sentence.

    Attributes:
        text: The sentence as written.
        masked: The masked form of the unit.
        doc: Its parse.
        words: The words of the parse in small letters.
        headline: Whether nearly every word is capitalised, as in a headline.
        agencies: Number of a token -> the candidate it stands for.
        nations: Numbers of tokens that are part of a country's name.
        quotes: Offsets in the masked text of what stands in quotation marks.
    """

    def __init__(self, sentence: Sentence, doc: Parse):
        self.masked, self.doc, self.headline = mask(sentence), doc, is_title_case(sentence)
        self.text, self.words = sentence.text, [token.lower_ for token in doc]
        starts = {token.idx: token.i for token in doc}
        self.agencies = {
            starts[start]: found for start, _, _, _, found in self.masked.anchors if start in starts
        }
        self.quotes = [match.span(1) for match in QUOTE.finditer(self.masked.text)]
        closing = self.masked.text.find("”")
        if (
            closing >= 0 and self.masked.text.find("“", 0, closing) < 0
        ):  # a quotation that began a sentence ago
            self.quotes.append((0, closing))
        spans = [(f.start, f.end) for f in candidates(sentence) if f.kind == "nation"]
        self.nations = (
            {t.i for t in doc if any(start <= self.masked.original(t.idx) < end for start, end in spans)}
            - set(self.agencies)
            if spans
            else set()
        )
