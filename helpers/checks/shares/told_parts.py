"""Shares and multiples that are told without a number of their own: "a quarter" in apposition, "every fifth", "one boat in
seven", "three in a hundred", "double", "a third as many".

In: the lines of an article. Out: figures like those of `quantities` (a share is in percent, a multiple a ratio), none where
`quantities` has read one. What they are of is for the templates to say.
"""

import re
from collections.abc import Iterator
from functools import cache

from helpers.checks.frames import Frame, Story
from helpers.texts import number_words

__all__ = ["NO_SHARE", "told_multiples", "told_shares"]

LONGEST = 4000  # characters of a line that are searched
_SOME = r"one|two|three|four|five|six|seven|eight|nine|[1-9]\d{0,2}"
_NUMBER = r"\d{1,3}|[a-z]+"
_NTH = (
    "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]{3,9}teenth|eleventh|twelfth|twentieth"
)
_PART = "half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|sixteenths?"
_SHARE = re.compile(
    rf"\bevery\s(?P<nth>{_NTH})\b"
    rf"|\b(?P<some>{_SOME})\s(?:[a-z]+\s){{0,2}}?(?:in|out\sof|of)\s(?:every\s|each\s)?(?P<all>a\shundred|{_NUMBER})\b"
    rf"|\b(?:(?P<count>a|one|two|three|four|five|seven)[\s-])?(?P<part>{_PART})\b(?!-)",
    re.I,
)
_MULTIPLE = re.compile(
    r"\b(?:(?:a|one)\s)?(?P<part>half|third|quarter|fifth|tenth)\sas\s(?:many|much|high|large|big|long|often)(?P<again>(?:\s[a-z]+)?\sagain)?\b"
    r"|(?<!-)\b(?P<times>double|triple|treble|quadruple)\b(?!-)",
    re.I,
)
_TIMES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "sixteenth")
NO_SHARE = re.compile(
    r"\b(?:first|second|third|fourth|last|same|other|latter|next|previous)\s$", re.I
)  # "the first half"
_COMPARING = r"of|more|less|fewer|higher|lower|larger|smaller|again|below|above|under|over|than|compared|against|between"
_LINKING = r"to|from|for|since|in|on|at|by|with|within|after|before|during|through|and|or|but|as|when|while|because|thanks|due"
_GOING_ON = (
    r"that|which|who|is|was|were|are|has|have|had|did|said|came|went|could|can|will|would|last|this|only"
)
# "Two have paid. A third, Ruvuma Drilling, has gone to court"
_ONE_MORE = re.compile(r",\s(?!or\b|that\sis|i\.e|about|some|nearly|roughly|almost|\d)[^.,;:\d]{2,60},\s")
_ENDS = re.compile(rf"[^\w\s]|$|\s(?:{_COMPARING}|{_LINKING}|{_GOING_ON})\b")


@cache
def _numbers() -> dict[str, int]:
    """Number word → its value; of a part and of an ordinal, how many of it make one."""
    return {word: value for word, (_, value) in number_words("en").items()}


def told_shares(story: Story) -> Iterator[Frame]:
    """Shares of running text that are no row of `quantities`."""
    for found, line in _found(story, _SHARE, "percent"):
        if found["part"] and (
            _MULTIPLE.match(found.string, found.start()) or NO_SHARE.search(found.string[: found.start()])
        ):
            continue
        if (value := _share(found)) is not None and 0 < value < 100:
            yield _frame(story, line, found, value, "percent")


def told_multiples(story: Story) -> Iterator[Frame]:
    """Multiples of running text that are neither a row of `quantities` nor a verb."""
    for found, line in _found(story, _MULTIPLE, "ratio"):
        value = 1 / _numbers()[found["part"].lower()] if found["part"] else _TIMES[found["times"].lower()]
        value += bool(found["again"])
        yield _frame(story, line, found, value, "ratio")


def _found(story: Story, pattern: re.Pattern, dimension: str) -> Iterator[tuple[re.Match, int]]:
    """What a pattern finds in the lines of running text, except where a figure of a dimension stands already."""
    for number, (start, text) in enumerate(story.lines):
        if not _small(pattern).search(text[:LONGEST].lower()):
            continue  # in small letters it is soon told
        inside = story.by_line.get(number, ())
        if any(one.block.startswith("table") for one in inside):
            continue
        told = [*inside, *(one for one in story.multiples if one.line == number)]
        for found in pattern.finditer(text[:LONGEST]):
            # "half a million" is read, "one in seven" has two counts in it
            taken = told if found["part"] else [one for one in told if one.dimension == dimension]
            if not any(one.start - start < found.end() and found.start() < one.end - start for one in taken):
                yield found, number


@cache
def _small(pattern: re.Pattern) -> re.Pattern:
    """A pattern for small letters alone."""
    return re.compile(pattern.pattern)


def _share(found: re.Match) -> float | None:
    """The percentage that the words are; None if they are no share."""
    known = _numbers()
    if found["nth"]:
        return 100 / known[found["nth"].lower()] if found["nth"].lower() in known else None
    if found["some"]:
        some, whole = (value_in_words(found[name]) for name in ("some", "all"))
        return 100 * some / whole if some and whole and some < whole and _is_round(whole, some) else None
    part = found["part"].lower()
    if (
        not found["count"]
        and part != "half"
        or part in _ORDINALS
        and (not _ENDS.match(found.string, found.end()) or _is_one_more(found))
    ):
        return None  # "a third lane"
    count = known[(found["count"] or "one").lower()]
    return 100 * count / (known.get(part) or known[part.removesuffix("s")])


def _is_one_more(found: re.Match) -> bool:
    """Whether "a third" is one more of some, told by name, and opens a clause: no share in apposition."""
    opens = re.search(r"(?:^|[.;:]\s|\b(?:and|but|while)\s)$", found.string[: found.start()])
    return (found["count"] or "").lower() == "a" and bool(
        opens and _ONE_MORE.match(found.string, found.end())
    )


def value_in_words(words: str) -> float | None:
    """The number that a word or digits are ("ten", "a hundred", "12"); None for no number."""
    words = words.lower().removeprefix("a ")
    return float(words) if words.isdigit() else _numbers().get(words)


def _is_round(whole: float, some: float) -> bool:
    """Whether "some of so many" is a rate and no count: "one in seven", "three in ten", "12 in 100"."""
    return some == 1 and whole <= 50 or whole in (5, 10, 20, 100, 1000) and some < whole


def _frame(story: Story, line: int, found: re.Match, value: float, dimension: str) -> Frame:
    start, text = story.lines[line]
    block = next(
        (one.block for one in (*story.by_line.get(line, ()), *story.moments) if one.line == line), "paragraph"
    )
    at = start + found.start()
    return Frame(
        at, start + found.end(), found[0], value, value, value, False, dimension, dimension, 1.0, block, text, start, line
    )  # fmt: skip
