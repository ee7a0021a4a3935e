"""Sentences that tell no deed: bullets of a list of what should be done ("We recommend that:"), headings that name a
subject ("What GAO Found")."""

import re
from dataclasses import replace

from helpers.clauses import Action
from helpers.names import is_title_case
from helpers.texts import Article, Sentence

__all__ = ["names_subject", "recommends", "urged"]

_RECOMMENDING = re.compile(
    r"\b(?:recommend\w*|urges?|urged|calls? (?:on|for|upon)|should|must|need to)\b[^\n]{0,160}:\s*$",
    re.IGNORECASE,
)


def names_subject(sentence: Sentence) -> bool:
    """Whether a sentence is a heading that only says what the text behind it tells: "Why GAO Did This Study", "What the
    authorities say"."""
    text = sentence.text.strip()
    asks = text.lower().startswith(("what ", "why ", "how ", "who ", "where "))
    return asks and text[-1:].isalnum() and (sentence.block.kind == "heading" or is_title_case(sentence))


def recommends(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is a bullet of a list that begins with "We recommend that:"."""
    if "bullet" not in sentence.block.kind and "list" not in sentence.block.kind:
        return False
    lines = article.text[max(0, sentence.block.start - 2000) : sentence.block.start].splitlines()
    for line in reversed(lines):
        if line.strip() and not _BULLET.match(line):
            return _RECOMMENDING.search(line) is not None
    return False


_BULLET = re.compile(r"\s*(?:[•·▪◦*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


def urged(action: Action, sentence: Sentence) -> Action:
    """An action in the plain form of its verb, as what is recommended: "Frontex report publicly"."""
    word = sentence.text[action.start : action.end].lower()
    return replace(action, mode="recommended") if word == action.lemma else action
