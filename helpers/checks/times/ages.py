"""Ages as an article tells them, and the time that somebody had them.

In: the lines of an article, and its sentences that tell ages and hold no other figure. Out: `Age`, with how it is told: as a mark of
somebody ("the 38-year-old", "aged 38", "the man, 38,"), or of a time that its own words name ("was 19 when", "at the age
of 12", "at the time of the crime").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.checks.frames import Story
from helpers.texts import cardinal, number_words

__all__ = ["Age", "ages_of"]

_TENS, _TEENS, _UNITS = (
    "|".join(word for word, (kind, _) in number_words("en").items() if kind == wanted)
    for wanted in ("ten", "teen", "unit")
)
_NUMBER = rf"\d{{1,2}}|(?:{_TENS})(?:-(?:{_UNITS}))?|{_TEENS}"
_LONG = rf"1[0-2]\d|{_NUMBER}"  # of the oldest, where the words leave no doubt that it is an age
_WHOLE = rf"\b(?P<whole>{_LONG})[\s-]years?(?:[\s-]olds?\b|\sof\sage\b)"
_IS = r"(?:was|were|is|turned|turning|be|being|then)\s(?:(?:just|only|then|now|today|still|already|barely|aged|thus|therefore|hence|so|exactly)\s){0,2}"
_BESIDE = [
    rf"\b(?:aged?|age\sof|ages?(?:\s(?:at|on|when)\s[\w\s]{{1,30}})?:)\s(?:just\s|only\s)?(?P<aged>{_LONG})\b(?![\s-]years?[\s-]old)",
    rf"\b{_IS}(?P<told>{_NUMBER})(?=\s(?:when|at|on|years|and|as|that|by)\b|[,.;)]|$)",
    rf"\bturn(?:s|ed|ing)\s(?:just\s)?(?P<turned>{_NUMBER})(?=\s(?:in|last|this|next|earlier|later|only|just)\b)",
    rf"(?-i:\b(?:man|woman|boy|girl|[a-z]+(?:er|or|ist|ian|ant|ent|ive)|national|citizen|suspect|[A-Z][a-z]+(?:an|ese|ish|i|ch|r|k|e))\sof\s(?P<of>{_NUMBER})(?=[\s,.;(]|$)(?!\s(?:{_TENS}|hundred|(?!(?:was|is|has)\b)[a-z]+s\b)))",
    rf"(?:[\w.)]|\band),\s(?:(?:now|then|today|still|just|only|barely|at)\s)?(?P<commas>{_NUMBER})(?=,|\s\((?:born|b\.|d\.?o\.?b|date\sof\sbirth))",
    rf"(?:^|[.;:,]\s|\b(?:and|but)\s)[Aa]t\s(?:just\s|only\s)?(?P<at>{_NUMBER})(?=,?\s(?:he|she|the)\b)",
    rf"\b(?:he|she|who|they|[a-z]{{3,}})\s[a-z’'\s]{{0,40}}\sat\s(?:just\s|only\s)?(?P<late>{_NUMBER})(?=[,.;]|\sand\b|$)",
    r"\b(?:his|her|the)\s(?P<birthday>(?:1[0-2]\d|\d{1,2})(?:st|nd|rd|th))\sbirthday\b",
]
_AGE = [re.compile(words, re.I) for words in (_WHOLE, *_BESIDE)]
_GOES_ON = re.compile(r"[.,]\d|\s?%|\s(?:per\scent|percent)\b")  # "ballots were cast, 6,100 per day"
_IN_YEAR = re.compile(r"\b(?:19|20)\d\d,?\s(?:aged\s|at\s)$", re.I)  # "in 1966, aged 16"
# "when he was 22", "since she was 12": the age only says when something else happened
_WHEN_BEFORE = re.compile(
    r"\b(?:when|while|since|until|till|before|after|if|because|from)\s(?:he|she|they|[A-Z][\w’'-]+|the\s[a-z]+)\s(?:was|were|turned|is)\s[a-z\s]{0,15}$"
)
_AT_AGE = re.compile(
    r"\b(?:at|(?:at|from|by|until|till|before|after|since|to|under|over|past)\s(?:the|an?)\sage\sof)\s(?:just\s|only\s)?$",
    re.I,
)
_WHEN_BEHIND = re.compile(
    r"(?:\syears?[\s-]old|\syears\sof\sage)?,?\s(?:when|as|while|before|after|in\sthe\syear)\b", re.I
)
# "At 87 she still knows": today
_STILL = re.compile(
    r",?\s(?:he|she)\s(?:(?:still|now)\s(?!had\b|was\b|[a-z]+ed\b)|is|has|remains|continues|can)\b"
)
_TURNED = re.compile(r"\bturn(?:s|ed|ing)\s(?:just\s)?$", re.I)
_ADDED = re.compile(r"\d,\saged\s$")  # "lost her licence on 11 January 2022, aged 42, after"
_IN_TIME = re.compile(r"\s(?:in|last|this|next|earlier|later|only|just)\b", re.I)
_AT_THE_TIME = re.compile(
    r"[^.;]{0,30}?\b(?:at\sthe\stime|on\sthe\s(?:very\s)?day)(?:\sof\s(?:the|his|her|this|that|their)\s(?P<what>[a-z-]+))?",
    re.I,
)


@dataclass(frozen=True)
class Age:
    """An age as it stands in a sentence. `time` says what its words tie it to: nothing ("" – somebody is so old at the
    time told of), the day beside it ("beside"), a clause behind it ("when"), something told before it ("while": "a murder
    committed when he was 22"), the clause it stands in ("clause"), an event ("event", with its noun in `event`)."""

    start: int
    end: int
    quote: str
    years: int
    sentence: str
    sentence_start: int
    time: str = ""
    event: str = ""
    block: str = ""

    @property
    def before(self) -> str:
        return self.sentence[: self.start - self.sentence_start]

    @property
    def after(self) -> str:
        return self.sentence[self.end - self.sentence_start :]


def ages_of(story: Story) -> Iterator[Age]:
    """The ages of an article, in order of the text."""
    for start, sentence in sorted({*story.lines, *story.aged}):
        found: list[tuple[int, int, int]] = []
        for pattern in _AGE:
            for match in list(pattern.finditer(sentence[:3000]))[:3]:
                name = match.lastgroup
                first, last = (match.start(name), match.end()) if name == "whole" else match.span(name)
                inside = any(begin < last and first < end for begin, end, _ in found)
                if not inside and not _GOES_ON.match(sentence, last):
                    found.append((first, last, _years(match[name])))
        for first, last, years in sorted(found)[:4]:
            one = Age(start + first, start + last, sentence[first:last], years, sentence, start)
            if years:
                time, event = _time_of(one)
                yield replace(one, time=time, event=event)


def _years(words: str) -> int:
    if words[:1].isdigit():
        return int(re.match(r"\d+", words)[0])
    return cardinal(words.lower().split("-"))[0]


def _time_of(one: Age) -> tuple[str, str]:
    """What the own words of an age say of its time, and the noun of the event that they name."""
    ordinal = one.quote.endswith(("st", "nd", "rd", "th"))
    turned = _TURNED.search(one.before[-20:]) and _IN_TIME.match(one.after)
    if ordinal or turned or re.match(r"\s(?:years\sold\s)?on\s(?:\d|[A-Z])", one.after):
        return "beside", ""
    if told := _AT_THE_TIME.match(one.after) or _AT_THE_TIME.match(one.before[-60:]):
        return ("event", told["what"]) if told["what"] else ("", "")
    if _WHEN_BEFORE.search(one.before[-60:]):
        return "while", ""
    if _WHEN_BEHIND.match(one.after) and not _ADDED.search(one.before[-20:]):
        return "when", ""
    if _STILL.match(one.after):
        return "", ""
    of_clause = _AT_AGE.search(one.before[-20:]) or _IN_YEAR.search(one.before[-20:])
    return ("clause" if of_clause else ""), ""
