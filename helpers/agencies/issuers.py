"""Whose text an article is: the body of its letterhead, for which "we" speaks.

A letterhead is a line at the top that holds the name of a body and hardly anything else: "GAO Highlights",
"OHIO STATE HIGHWAY PATROL". News articles have none.
"""

import re

from helpers.agencies.mentions import AgencyRow
from helpers.texts import Article

__all__ = ["issuer_of"]

_LINES = 5  # lines of the top in which a letterhead can stand
_OTHER_WORDS = 2  # beside the names of bodies: "Highlights", "Press Release"
_WORD = re.compile(r"[^\W\d_]{2,40}")


def issuer_of(article: Article, agencies: list[AgencyRow]) -> str:
    """Canonical name of the body whose letterhead an article bears; empty if it has none.

    Args:
        article: The article.
        agencies: Its agencies.
    """
    named = [row for row in agencies if row.linked_by in ("name", "abbreviation") and row.level != "unnamed"]
    at = 0
    lines = [line for line in article.text[:1000].splitlines(keepends=True)]
    seen = 0
    for line in lines:
        start, at = at, at + len(line)
        if not line.strip():
            continue
        seen += 1
        if seen > _LINES:
            break
        if found := _of_line(line, start, named):
            return found
    return ""


def _of_line(line: str, start: int, named: list[AgencyRow]) -> str:
    """The last body of a line that holds little else, or the body whose name the line is in capitals."""
    here = [row for row in named if start <= row.start < start + len(line)]
    rest = line
    for row in here:
        rest = rest.replace(row.mention, " ")
    if here and len(_WORD.findall(rest)) <= _OTHER_WORDS and not line.rstrip().endswith((".", ":", "?")):
        return here[-1].agency
    words = " ".join(line.split()).casefold()
    return next((row.agency for row in named if row.mention.casefold() == words), "")
