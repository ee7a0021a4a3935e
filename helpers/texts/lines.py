"""Lines of a text, and the paragraphs that were broken into lines of fixed width, whatever the width.

A line was broken by its width if the first word of the next one would not have fitted into the widest line; a
paragraph that ends there is left as it is. Page breaks end a line.
"""

import re
from collections.abc import Container

from helpers.texts.lexicon import abbreviations
from helpers.texts.time_units import MONTH_NAMES

__all__ = ["Span", "lines_of", "unwrap"]

Span = tuple[int, int]

SPACE = " \t\ufeff\u200b\xa0\x0b\x0c"
WIDEST = 200  # columns; a longer line is a paragraph
NARROWEST = 24
FEWEST_PAIRS = 3  # lines that may have been broken, before a text counts as wrapped
LONG_LINE = (
    40  # columns: one that stops without a full stop before a small letter was broken, wherever it stands
)
_LINE = re.compile(r"[^\r\n\f]+")
_FIRST_WORD = re.compile(r"\S+")
_ENDS = '.!?:;|”"'
_OPEN_END = re.compile(
    r"(?:^|\s)(?:of|on|the|and|in|to|by|for|with|a|an|at|from|or|that|was|were|are|has|had|have|"
    rf"FY|[Ff]iscal(?: [Yy]ear)?|{'|'.join(month for month in MONTH_NAMES if month != 'May')})$|\s(?:\d{{1,2}}|[A-Z][a-z]+day),$"
)
# "Capt. Ann" and "Judge Harlan" want a last name
_GIVEN_NAME = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(abbreviations('person'))))}|Judge|Sheriff|Captain|Officer|Agent|Detective)"
    r" [A-Z][a-z]{1,12}$"
)
_SIGN = re.compile(r"(?:[-*•·–‣▪●◦]|\d{1,2}[.)])\s")
# the last column of a table set with spaces: "Construction           118.2      117.5", "Industry    Aug 2024"
_COLUMN = re.compile(
    r"[^\s.!?:;,](?:[ \xa0]{3,}|\t)(?:[A-Z][a-z]{2,8}\.?\s)?[-+$€£(]?\d[\d.,]{0,15}[%)]?(?:\s(?:[tmb]r?illion|thousand|kg|tons?|tonnes))?$"
)
_OPENS_BLOCK = re.compile(r"(?:[-*•·–‣▪●◦#>]|\(?\d{1,2}[.)]|[A-Z][.:)]|[A-Z][A-Z. ]{1,30}:)\s")


def lines_of(text: str) -> list[Span]:
    """Start and end of each line without the white space around it; lines of white space alone are left out."""
    return [
        (m.start() + len(m[0]) - len(m[0].lstrip(SPACE)), m.start() + len(m[0].rstrip(SPACE)))
        for m in _LINE.finditer(text)
        if m[0].strip(SPACE)
    ]


def unwrap(text: str, lines: list[Span], kept: Container[int] = ()) -> list[Span]:
    """The lines, with those joined that are one paragraph broken by its width; those that begin at `kept` are left."""
    width = _width(text, lines)
    joined: list[Span] = []
    last = (0, 0)  # the line before this one, as it stands in the text
    for start, end in lines:
        bullet = bool(joined and _SIGN.match(text, joined[-1][0]))
        free = joined and start not in kept and joined[-1][0] not in kept
        if free and _goes_on(text, last, (start, end), width, bullet):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        last = (start, end)
    return joined


def _may_go_on(text: str, line: Span, following: Span) -> bool:
    """Whether two lines can be of one paragraph: nothing between them, and no list, table or speaker begins."""
    between = text[line[1] : following[0]]
    return (
        between.count("\n") + between.count("\r") - between.count("\r\n") == 1
        and "\f" not in between
        and "|" not in text[line[0] : line[1]] + text[following[0] : following[1]]
        and not _OPENS_BLOCK.match(text, following[0])
        and not _ends_column(text, line)
        and not _ends_column(text, following)
    )


def _ends_column(text: str, line: Span) -> bool:
    tabs = text.count("\t", max(line[0], line[1] - WIDEST), line[1])
    return tabs > 1 or bool(_COLUMN.search(text, max(line[0], line[1] - 60), line[1]))


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the next line, if it has any, would not have fitted."""
    word = _FIRST_WORD.match(text, following[0], min(following[1], following[0] + WIDEST))
    return bool(word) and line[1] - line[0] + 1 + len(word[0]) > width


def _width(text: str, lines: list[Span]) -> int:
    """The width that the text was broken at; 0 if it was not."""
    pairs = [
        (line, following)
        for line, following in zip(lines, lines[1:], strict=False)
        if line[1] - line[0] <= WIDEST and _may_go_on(text, line, following)
    ]
    if len(pairs) < FEWEST_PAIRS:
        return 0
    width = max(line[1] - line[0] for line, _ in pairs)
    full = [_is_full(text, *pair, width) for pair in pairs]
    run_on = [text[line[1] - 1] not in _ENDS for line, _ in pairs]
    return width if width >= NARROWEST and sum(full) > len(pairs) / 2 and sum(run_on) >= len(pairs) / 3 else 0


def _end_is_open(text: str, start: int, end: int) -> bool:
    """Whether no line can end so unless it was broken: "... ruled on March", "... the men of the"."""
    return bool(
        _OPEN_END.search(text, max(start, end - 20), end)
        or _GIVEN_NAME.search(text, max(start, end - 24), end)
    )


def _goes_on(text: str, line: Span, following: Span, width: int, bullet: bool) -> bool:
    """Whether the next line goes on with the paragraph or the bullet of this one."""
    if not _may_go_on(text, line, following):
        return False
    stopped = text[line[1] - 1] in _ENDS
    if bullet and text[max(0, following[0] - 2) : following[0]] == "  ":  # a bullet goes on below itself
        return True
    small = text[following[0]].islower()
    if _end_is_open(text, *line) and line[1] - line[0] >= NARROWEST:
        return True
    if width and _is_full(text, line, following, width):
        return True
    return small and not stopped and (bool(width) or line[1] - line[0] >= LONG_LINE)
