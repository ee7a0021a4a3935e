"""Signs that a name is a person's and no firm's or place's: in the article an age, a clause with "who", the surname alone, what
the name is of, or who they are beside it; and what is said.

>>> is_personal("Jo Sample of the Lake Post said no.", "Jo Sample"), is_personal("Lake Line said no.", "Lake Line")
(True, False)
"""

import re

from helpers.agencies.cues import statement_words
from helpers.agencies.people import bare_name
from helpers.agencies.sayings import Saying

__all__ = ["is_personal", "is_told_by_person"]

_AHEAD = re.compile(  # "the FBI's Jo Sample", "a trader named Jo Sample"
    r"(?:['’]s?|\b(?:named|called|for [A-Z]\w{1,20},|(?:Mr|Mrs|Ms|Mx|Miss|Dr)\.?))\s$"
)
_COMMA = re.compile(r",\s$")
_BEHIND = re.compile(  # "Jo Sample, 34", "Jo Sample, defending", "Jo Sample, a baker,", "Jo Sample, UNHCR's delegate"
    r"(?:\s\([^()]{1,40}\))?,?\s(?:\(?\d{1,2}\b|(?:who|whose|of|for|from|at|with|defending|prosecuting|mitigating|representing)\b)"
    r"|,\s(?:(?:an?|the|his|her|their|one|now|then)\s|[\w.]{2,20}['’]s?\s)"
)
_FRONT = re.compile(r"(?:^|[^\w’'-])([A-ZÀ-Þ][\w.’'-]{0,30})\s$")
_OPENING = frozenset(("And", "But", "For", "Like", "So", "The", "Yet"))


def is_personal(text: str, name: str) -> bool:
    """Whether an article shows that somebody of that name is a person.

    Args:
        text: The article.
        name: The name as the article gives it, without title.
    """
    words = name.split()
    whole = re.compile(r"\b" + r"\s+".join(map(re.escape, words)) + r"(?![\w’'-])")
    places = [(found.start(), found.end()) for found in whole.finditer(text)]
    return any(_is_shown(text, *place) for place in places) or _stands_alone(text, bare_name(name), places)


def is_told_by_person(saying: Saying, title: str, clauses: list[str]) -> bool:
    """Whether what a name says may be a person's words: a name without a title that only reports something is a body's ("Feed Ohio
    reported a rise"), and so is one that a firm's title tells of, or that speaks of "it" ("the ferry operator, Sample Line,
    said it had paid").

    Args:
        saying: What is said.
        title: The title beside the name.
        clauses: What is said, as far as the sentence tells.
    """
    firm = title.rpartition(" ")[2].lower() in statement_words("firm")
    if saying.what.kind != "report":
        return not (firm and any(map(_IT.match, clauses)))
    written = saying.what.lemma in ("according to", "write", "tweet")
    return bool(title and not firm or saying.quotations or written)


_IT = re.compile(r"(?:that )?its? ")


def _is_shown(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a name shows a person."""
    before = text[max(0, start - 40) : start]
    apposed = _COMMA.search(before) is not None and text[end : end + 1] == ","
    return apposed or _AHEAD.search(before) is not None or _BEHIND.match(text, end) is not None


def _stands_alone(text: str, last: str, places: list[tuple[int, int]]) -> bool:
    """Whether the last name is used alone, outside the places of the whole name."""
    for found in re.finditer(rf"(?<![\w’'-]){re.escape(last)}(?!\w)", text):
        front = _FRONT.search(text[max(0, found.start() - 40) : found.start()])
        inside = any(start <= found.start() < end for start, end in places)
        if not inside and (front is None or front[1] in _OPENING or front[1].endswith(".")):
            return True
    return False
