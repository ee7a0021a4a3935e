"""The date that each figure of a sentence is of.

A date belongs to its whole sentence ("In 2024, officers made 312 arrests, 45 of them for theft") unless the words tie
it to one figure ("up from 38 in May 2021", "last year's $146 million"), to none ("nine more than in 2023"), or to
another clause ("The vessel, built in 1987, carries 150 people"). Where several dates are left, only a figure with one
right beside it has it: a wrong date is worse than none.

>>> from helpers.quantities.readings import Reading
>>> text = "The county ran 22 clinics, up from 17 in March 2019."
>>> figures = [Reading(at, at + 2, 0, 0, "count", at + 2, 0) for at in (15, 35)]
>>> periods_of(text, 0, len(text), figures, [(41, 51, "2019-03")])
['', '2019-03']
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.dates import DateRow
from helpers.quantities.readings import Reading
from helpers.texts import Sentence

__all__ = ["calendar_of", "periods_in", "periods_of"]

_NEAR = 160  # characters looked at before a date or a figure
_AROUND = r"(?:\s(?:the|a|its|their|only|just|about|some|around|nearly|roughly|an\saverage\sof|a\stotal\sof)){0,2}\s$"
_COMPARED = re.compile(
    rf"(?i)\b(?:compared\s(?:with|to)|as\s(?:against|opposed\sto)|versus|vs\.?|than(?:\sin)?|,\sagainst){_AROUND}"
)
_FROM = re.compile(rf"(?i)\b(?:from|over|on){_AROUND}")
_CHANGES = re.compile(
    r"(?i)\b(?:up|down|ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:n|th|s|ing)?|jump\w*|surge\w*|soar\w*|drop\w*|climb\w*|slid|plung\w*|slump\w*"
    r"|declin\w+|decreas\w+|increas\w+|gain\w*|(?:doubl|tripl|halv|reduc|shr[aiu]nk|chang|improv)\w*|higher|lower|more|less|fewer)\b[^;]*$"
)
# from a figure to the date right behind it: "380 in May 2023", "31 in all of 2024", "$3 billion for beds in 2023"
_BESIDE = re.compile(
    r"(?i)(?:\s(?!(?:and|or|but|from|to|than|by|who|which|that|after|before|since|until|with|was|were|is|are|has|have|had|said)\b)[\w’'%$/-]+){0,5}?"
    r"(?:\s(?:in|during|for|on|at|as\sof|(?:at|by|in)\sthe\s(?:end|start)\sof))?(?:\s(?:the|all\sof|the\swhole\sof|early|late))?\s\(?"
)
_OWNED = re.compile(r"[’']s?\s(?:(?:total|record|figure|level)\sof\s)?|\s(?:figure|level|total)\sof\s")
_EDGE = re.compile(
    r"[,;:](?=\s)\s*|\s?[(—–]\s?|\s-\s|\s(?=(?:who|whom|whose|which|where|that)\s)|\s(?=(?:and|but)\s(?:was|were|had|has|have|is|are)\s)"
)
_END = re.compile(r"[,;:)](?=\s|$)|\s?[—–]|\s-\s|\s(?=(?:and|but)\s)")
_ASIDE = re.compile(
    r"(?i)(?:who|whom|whose|which|where|that|(?:and|but)\s(?:was|were|had|has|have|is|are))\b|(?!during|following|speed|need)"
    r"(?:[a-z]+ly\s|first\s|also\s)?(?:[a-z]{2,}(?:ed|ing)|built|born|made|set|held|bought|won|sold|begun|written|run|taken|led|seen)\b"
)
_OPENS = re.compile(r"(?i)that\s(?:in|on|at|by|as\sof|during|since|from|between|until|last|this)\b")
_THAT = re.compile(r"that\b")
_CLOSED = re.compile(r"[,;:)](?=\s|$)|\s?[—–]|\s-\s")
_NAMED = re.compile(r"(?:an?|the|its|his|her|their|our)\s\w")  # ", a charity of 1994,"
_SAID = re.compile(
    r"(?i)\b(?:said|says|told\s[^,;.]{2,30}|announced|stated|added|wrote|testified|confirmed|warned)(?:\s(?:late|early|here|on|in|at|in\sa\sstatement)){0,3}\s$"
)
# of a record, of a paper, or a day still to come: "the worst storm since 2019", "data released by the bureau in May"
_NOT_OF_FIGURES = re.compile(
    r"(?i)\b(?:(?:[a-z]{3,}est|worst|best|most|least|first|last|time)\b[^,;]{0,40}\ssince|[^\s,]\s[^,;]{0,60}\s(?:until|till)"
    r"|(?<!was\s)(?<!were\s)(?<!been\s)(?:released|published|signed|posted|dated)(?:\sby\s[^,;]{2,40})?(?:\s(?:on|in))?)\s$"
)
_AS_OF = re.compile(r"(?i)\bas\s(?:of|at)\s$")
_DATELINE = re.compile(r"(?:[A-Z][\w.’'-]*[\s,/]*(?:and\s|of\s|\()?){1,7}")
_DASH = re.compile(r"\)?\s?(?:\([A-Z][\w ]{1,12}\)\s?)?(?:—|–|--?\s)")
_NOW = re.compile(
    r",?\s(?:and|but)\s(?:(?:now|today|currently|still)\s|(?:has|have|is|are)\s(?![a-z]+ed\b)|[a-z]{2,}[b-rt-z]e?s\s(?=\S*\d))"
)


@dataclass(frozen=True)
class _Text:
    """A sentence, where it begins and ends, and its figures."""

    text: str
    start: int
    end: int
    figures: Sequence[Reading]

    def before(self, at: int) -> str:
        return self.text[max(self.start, at - _NEAR) : at]


def periods_in(
    text: str, sentence: Sentence, found: list[Reading], dates: list[tuple], columns: dict[int, str]
) -> list[str]:
    """The value of the date of each figure: of a table row, and in Spanish, the only one that there is, otherwise that of
    its column."""
    calendar = calendar_of(dates)
    table = sentence.block.kind.startswith("table")
    if sentence.language == "en" and not table:
        return periods_of(text, sentence.start, sentence.end, found, calendar)
    values = {value for _, _, value in calendar}
    if table and not values:
        return [columns.get(sentence.block.cell_at(one.start), "") for one in found]
    return [values.pop() if len(values) == 1 else ""] * len(found)


def calendar_of(dates: list[tuple]) -> list[tuple[int, int, str]]:
    """Start, end and value of the dates that have a place on the calendar, or none but may be the one of a figure."""
    return [
        (start, end, _period(date))
        for start, end, date in dates
        if date.type == "DATE" and not date.value.endswith("_REF") or date.begin
    ]


def _period(date: DateRow) -> str:
    """The value of a date; of an open end ("since May 2024") its days, two points where the last one is not known."""
    if date.begin and date.mod == "ON_OR_AFTER":
        return f"{date.begin}/{date.finish or '..'}"
    return date.value if date.begin or date.value[:2] == "FY" else ""


def periods_of(
    text: str, start: int, end: int, figures: Sequence[Reading], dates: Sequence[tuple[int, int, str]]
) -> list[str]:
    """The value of the date of each figure; empty where the words do not say which it is.

    Args:
        text: The article's text, in which the sentence runs from `start` to `end`.
        figures: The quantities of the sentence, in order.
        dates: Begin, end and value of its dates, in order; the value is empty where it is not known.
    """
    if not dates:
        return [""] * len(figures)
    words = _Text(text, start, end, figures)
    own: dict[int, str] = {}
    compared = {number for number, one in enumerate(figures) if _is_compared(words, one.start)}
    common: list[tuple[int, int, str]] = []
    for first, last, value in dates:
        beside = _figure_beside(words, first, last)
        if beside is not None:
            own[beside] = value
        led_back = "/" not in value and _is_compared(words, first)  # not "from 2022 to 2024"
        if not (beside in compared or led_back or _is_of_another(words, first, last)):
            common.append((first, _ceiling(words, last), value))
    values = {value for _, _, value in common}
    ceiling = max((last for _, last, _ in common), default=start)
    shared = values.pop() if len(values) == 1 else ""
    return [
        own.get(number, "" if number in compared or one.start > ceiling else shared)
        for number, one in enumerate(figures)
    ]


def _is_compared(words: _Text, at: int) -> bool:
    """Whether something is compared with what stands at a place: "up from 38", "compared with 140", and "to 60" where
    the words before give what it rose from."""
    left = words.before(at)
    if _COMPARED.search(left):
        return True
    behind = _FROM.search(left)
    return bool(behind and _CHANGES.search(left[: behind.start()]))


def _figure_beside(words: _Text, first: int, last: int) -> int | None:
    """The number of the figure that a date stands right beside; None if there is none."""
    for number, one in enumerate(words.figures):
        follows = words.figures[number + 1].start if number + 1 < len(words.figures) else words.end
        if one.end < first <= follows and _BESIDE.fullmatch(words.text, one.end, first):
            return number
        if one.start > last and _OWNED.fullmatch(words.text, last, one.start):
            return number
    return None


def _is_of_another(words: _Text, first: int, last: int) -> bool:
    """Whether a date tells of no figure but of what somebody said, of the dateline, or of a clause without figures."""
    left = words.before(first)
    if _AS_OF.search(left):
        return False
    if _SAID.search(left) or _NOT_OF_FIGURES.search(left):
        return True
    if _DASH.match(words.text, last) and _DATELINE.fullmatch(words.text, words.start, first):
        return True
    edges = list(_EDGE.finditer(words.text, max(words.start, first - _NEAR), first))
    begin = edges[-1].end() if edges else words.start
    clause = words.text[begin:first]
    closing = (_CLOSED if _THAT.match(clause) else _END).search(words.text, last, words.end)
    end = closing.start() if closing else words.end
    if any(begin <= one.start < end for one in words.figures) or _OPENS.match(clause):
        return False
    return bool(_ASIDE.match(clause) or edges and _NAMED.match(clause))


def _ceiling(words: _Text, last: int) -> int:
    """Where a date ends to tell of the figures behind it: "was founded in 2009 and has 27 staff"."""
    return last if _NOW.match(words.text, last, words.end) else words.end
