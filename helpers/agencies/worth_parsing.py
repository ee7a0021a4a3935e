"""Which sentences are worth parsing for roles and agencies."""

import re
from functools import cache

from helpers.agencies.short_mentions import SHORT, officers
from helpers.names import candidates, words_of
from helpers.texts import (
    LONGEST_SENTENCE,
    Sentence,
    action_words,
    finite_forms,
    singular,
    speech_words,
    word_set,
)

__all__ = ["needs_parse"]

_AUTHORS = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b|^Officials\b")
_PERSON = re.compile(r"\b[A-Z][\w.'’-]{0,30} [A-Z]|\b(?:[Hh]e|[Ss]he)\b")

VERB_WITHIN = 3  # words behind a name


def needs_parse(sentence: Sentence) -> bool:
    """Whether a unit can hold a role or a speaker: an action word beside a candidate for its doer. A scan of
    words, no model.

    Table lines never do: a cell has no clause.
    """
    if sentence.block.kind.startswith("table"):
        return False
    words = words_of(sentence.text[:LONGEST_SENTENCE])
    if action_words().isdisjoint(word.key for word in words):
        return False
    for place, word in enumerate(words):
        name = word.text[:1].isupper() and word.text not in word_set("not_persons")
        if name and any(after.key in finite_forms() for after in words[place + 1 : place + 1 + VERB_WITHIN]):
            return True  # "Sample searched it", "Sample has now ordered them to leave"
        after = words[place + 1] if place + 1 < len(words) else None
        if after is not None and word.key in speech_words() and after.text[:1].isupper():
            return True
    return bool(
        any(word.key in _people() for word in words)
        or any(found.kind != "adjective" for found in candidates(sentence))
        or _AUTHORS.search(sentence.text, 0, LONGEST_SENTENCE)
        or SHORT.search(sentence.text, 0, LONGEST_SENTENCE)
        or _PERSON.search(sentence.text, 0, LONGEST_SENTENCE)
        or sentence.text.rstrip().endswith(":")  # what a list begins with
        or sentence.block.kind == "bullet"
        and words[0].key in action_words()
    )


@cache
def _people() -> frozenset[str]:
    """Officers, one and many, and crews."""
    return officers() | {singular(word) for word in word_set("field_people")}
