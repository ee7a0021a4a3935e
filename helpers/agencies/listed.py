"""What is said in a list: "The survey shows that:" with a bullet for each thing it shows."""

import re
from dataclasses import replace

from helpers.agencies.sayings import Saying
from helpers.texts import Sentence

__all__ = ["with_lists"]

_BROUGHT_IN = re.compile(r"(?: that| the following| as follows)?\s?:")
_END = " .;,\n"


def with_lists(sayings: list[Saying], sentences: list[Sentence]) -> list[Saying]:
    """The sayings, those before a list with the first sentence of each bullet for their contents; a bullet with a source of
    its own is not theirs.

    Args:
        sayings: In the order of the text.
        sentences: The sentences of the article.
    """
    own = {saying.sentence.start for saying in sayings if saying.what.source is not None}
    number = {sentence.start: place for place, sentence in enumerate(sentences)}
    return [
        replace(
            saying,
            what=replace(saying.what, contents=_bullets(sentences, number[saying.sentence.start], own)),
        )
        if _opens_list(saying)
        else saying
        for saying in sayings
    ]


def _opens_list(saying: Saying) -> bool:
    """Whether a cue stands right before the colon that ends its sentence, and nothing is said in it."""
    said = saying.quotations or saying.what.contents
    behind = saying.sentence.text[saying.what.cue[1] - saying.sentence.start :].rstrip()
    return not said and saying.what.source is not None and _BROUGHT_IN.fullmatch(behind) is not None


def _bullets(sentences: list[Sentence], place: int, own: set[int]) -> tuple[tuple[int, int], ...]:
    """Places of the first sentences of the bullets behind a sentence."""
    found = []
    for sentence in sentences[place + 1 :]:
        if sentence.block.kind != "bullet":
            break
        if sentence.start == sentence.block.start and sentence.start not in own:
            found.append((sentence.start, sentence.start + len(sentence.text.rstrip(_END))))
    return tuple(found)
