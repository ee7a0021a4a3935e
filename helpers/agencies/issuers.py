"""Whose text an article is: the body of its letterhead, for which "we" speaks.

A letterhead is a line at the top that holds the name of a body and hardly anything else: "GAO Highlights",
"OHIO STATE HIGHWAY PATROL". News articles have none.
"""

import re
from collections.abc import Iterable

from helpers.texts import Article

__all__ = ["issuer_of"]

_TOP = 1000  # characters
_LINES = 5  # lines of the top in which a letterhead can stand
_OTHER_WORDS = 2  # beside the names of bodies: "Highlights", "Press Release"
_WORD = re.compile(r"[^\W\d_]{2,40}")


def issuer_of(article: Article, named: Iterable[tuple[int, str, str]]) -> str:
    """Canonical name of the body whose letterhead an article bears; empty if it has none.

    Args:
        article: The article.
        named: Place, words and canonical name of every body that it names.
    """
    bodies, at, seen = list(named), 0, 0
    for line in article.text[:_TOP].splitlines(keepends=True):
        start, at = at, at + len(line)
        if not line.strip():
            continue
        seen += 1
        if seen > _LINES:
            break
        if found := _of_line(line, start, bodies):
            return found
    return ""


def _of_line(line: str, start: int, named: list[tuple[int, str, str]]) -> str:
    """The last body of a line that holds little else, or the body whose name the line is in capitals."""
    here = [body for body in named if start <= body[0] < start + len(line)]
    rest = line
    for _, mention, _ in here:
        rest = rest.replace(mention, " ")
    if here and len(_WORD.findall(rest)) <= _OTHER_WORDS and not line.rstrip().endswith((".", ":", "?")):
        return here[-1][2]
    words = " ".join(line.split()).casefold()
    return next((agency for _, mention, agency in named if mention.casefold() == words), "")
