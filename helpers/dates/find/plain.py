"""The text of a sentence as the readers of dates want it: runs of white space are one space, a date glued to the
words beside it is parted from them, the mark of a note is left out ("for six⁴ months"), and a letter that only
ignoring case makes equal to a known one is that letter.

Prints and cables put two spaces or a line break inside a date, pages copied from the web none before or behind it
("WashingtonJune 12, 2019"); the readers know one space only. Offsets of what they find lead back to the sentence.

>>> both = plain("Monday,  March\\n 4, 2019")
>>> both.text, both.span(8, 16)
('Monday, March 4, 2019', (9, 18))
"""

import re
from dataclasses import dataclass

from helpers.dates.words import LONG_DAYS, SHORT_MONTHS, one_of
from helpers.texts import MONTH_NAMES, fold_letters

__all__ = ["Plain", "plain"]

_MONTH = rf"(?:{one_of(MONTH_NAMES)}|{one_of(map(str.capitalize, SHORT_MONTHS))}\.?)"
_RUN = re.compile(
    rf"\s{{2,60}}|[\n\r\t\f\v]|(?<=[a-z.:)])(?={_MONTH}\s\d{{1,2}},\s(?:19|20)\d\d)"
    r"|(?P<mark>(?<=\w)[⁰¹²³⁴-⁹]{1,3}(?!\w)|(?<=\w)\[\d{1,3}\])"
    r"|(?<=\s\d,\s[12]\d\d\d)(?=[A-Z][A-Za-z])|(?<=\s\d\d,\s[12]\d\d\d)(?=[A-Z][A-Za-z])"
)
_LINES = re.compile(r"\n\s*\n")
# captions of broadcasts and careless writers print months and weekdays in small letters
_WORDS_TOO = {"march", "may", "august"}  # months only beside a year
_NAMES = re.compile(
    rf"\b(?:{one_of({month.lower() for month in MONTH_NAMES} - _WORDS_TOO)}|{one_of(LONG_DAYS)}|{one_of(_WORDS_TOO)}"
    r"(?=,?\s(?:\d{1,2},\s)?(?:19|20)\d\d\b|\sof\s(?:last|this)\syear\b))(?![\w’'-])"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A sentence in plain letters and single spaces.

    Attributes:
        text: The words.
        offsets: For each place of `text` its place in the sentence, one more for the end; None where nothing
            was left out.
    """

    text: str
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the sentence of a piece of the text."""
        return (self.offsets[start], self.offsets[end - 1] + 1) if self.offsets else (start, end)


def plain(text: str, *, table: bool = False) -> Plain:
    """The plain text of a sentence; in a table line white space stands between cells and is kept."""
    folded = _NAMES.sub(lambda name: name[0].capitalize(), _capitals(text, fold_letters(text)))
    if table or not _RUN.search(folded):
        return Plain(folded)
    pieces, offsets, at = [], [], 0
    for run in _RUN.finditer(folded):
        if _LINES.search(run[0]):
            continue
        gap = "" if run["mark"] else " "
        pieces += [folded[at : run.start()], gap]
        offsets += range(at, run.start() + len(gap))
        at = run.end()
    return Plain("".join(pieces) + folded[at:], (*offsets, *range(at, len(folded) + 1)))


def _capitals(text: str, folded: str) -> str:
    """The folded text, in which a letter that stands among capitals is one: "AUGUſT" is AUGUST."""
    if folded == text:
        return folded
    return "".join(
        new.upper()
        if new != old and folded[max(0, at - 1)].isupper() and folded[at + 1 : at + 2].isupper()
        else new
        for at, (old, new) in enumerate(zip(text, folded, strict=True))
    )
