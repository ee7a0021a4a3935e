"""A length in hours and the two times of day that it runs between: "from 06:30 to 11:00, four and a half hours".

In: lengths of an article with the sentences that hold figures or dates; times of day are read here, as no table of moments
holds them. Out: ties of "duration" (length, time, time). Only where a sentence and the one before name two times of day and
no third; the second may be of the next day. They fail only in one phrase, or where the length is added to them or leads back.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.arithmetic import FAILS, HOLDS, ROUNDED, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Moment, Story, between

__all__ = ["find_clock"]

DAY, HOUR = 24 * 60, 60  # minutes
ROUGH = 20  # minutes by which a length in whole or half hours may be rounded
GAP = 160  # characters between two sentences that go on with one thing
_TIME = re.compile(
    r"(?<![\w.:£$€])(?:(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?m\b\.?)?|(?P<word>noon|midnight))(?![\w%:]|[.,]\d)",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:at|from|to|until|till|by|between|and|since|about|around|after|before|past)\s(?:(?:about|around|exactly|shortly|just)\s(?:after\s|before\s)?)?$",
    re.I,
)
_BACK = re.compile(r"\b(?:those|these|the)\s$|\b(?:lasted|took|taken|spent)\s(?:for\s)?$", re.I)
# "back at 17:00, after four hours"
_ADDED = re.compile(
    r"(?:,?\s[a-z]+){0,3},?\s(?:[–—-]\s)?(?:after|lasting|i\.e\.|that\sis|having\s[a-z]+(?:\sfor)?)\s(?:some\s|exactly\s|a\stotal\sof\s)?",
    re.I,
)
# "It was closed for four hours", "For eight hours the members argued", "Six hours without water"
_OWN = re.compile(
    r"^(?:(?:It|He|She|They|That|This)\s(?!had\b|will\b)(?:[a-z]+\s){1,4}(?:for\s)?|(?:For|All)\s)$"
)
_IN_WHICH = re.compile(r",?\s(?:without|(?:in|during)\swhich|between)\b")
_ELSEWHERE = re.compile(r"\s(?:in|at|on|from|to|with)\s(?!all\b|total\b|which\b)")
_IN_ALL = re.compile(r"\s(?:in\sall|altogether|in\stotal)\b", re.I)
_LATER = re.compile(r"\s(?:later|afterwards|after\sthat)\b", re.I)
_AT_ONCE = re.compile(
    r",?\s(?:[–—-]\s)?(?:(?:some|just|only|exactly|about|nearly)\s)?"
)  # "out at 11:30, two hours later"
_RANGE = re.compile(r"(?:\s\w+){0,3}\s(?:to|until|till|and)\s|\s?[–—-]\s?", re.I)
_AHEAD = re.compile(r",?(?:\s[a-z’'-]+){0,5}\s")  # "nine hours a day, from "
_PARTS = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75}
_AND_PART = re.compile(r"\sand\s(?:an?\s)?(half|quarter|three\squarters)\b(?:\sof\san\shour)?", re.I)
_BREAK = re.compile(
    r"\b(?:lunch|breaks?|pauses?|intervals?|interrupt\w+|recess|excluding|minus|adjourn\w+)\b"
)


def find_clock(story: Story) -> Iterator[Tie]:
    """Every length in hours or minutes with the two times of day around it."""
    lengths = [_whole(one) for one in story.moments]
    timed = sorted({*story.lines, *story.timed}) if any(stated for _, stated in lengths) else []
    for length, stated in lengths:
        if not stated or stated > DAY:
            continue
        times = _times(length.sentence, length)
        if len(times) < 2:
            near = (one for one in timed if 0 < length.sentence_start - one[0] - len(one[1]) < GAP)
            told = (_times(words, replace(length, sentence=words, sentence_start=at)) for at, words in near)
            times = [one for found in told for one in found] + times
        if len(times) == 2 and not times[0].start < length.start < times[1].start:
            yield _tie_of_hours(story, length, stated, *(_in_words(story, one) for one in times))


def _in_words(story: Story, time: Moment) -> Moment:
    """A time of day with the day that is read with it: "21:40 on Friday"."""
    longer = (one for one in story.moments if one.start <= time.start < one.end and "/" not in one.value)
    return next((replace(time, start=one.start, end=one.end, quote=one.quote) for one in longer), time)


def _minutes(length: Moment) -> float:
    """How many minutes a length says; 0 for any other moment."""
    found = (
        re.fullmatch(r"PT(\d{1,4}(?:\.\d{1,3})?)([HM])", length.value) if length.type == "DURATION" else None
    )
    return float(found[1]) * (HOUR if found[2] == "H" else 1) if found else 0.0


def _whole(length: Moment) -> tuple[Moment, float]:
    """A length with the part of an hour that is added to it, and its minutes: "two hours and three quarters"."""
    minutes, found = _minutes(length), _AND_PART.match(length.after)
    if not found or not minutes or minutes % HOUR:
        return length, minutes
    part = length.quote + found[0]
    return replace(length, quote=part, end=length.end + len(found[0])), minutes + _PARTS[
        found[1].lower()
    ] * HOUR


def _times(sentence: str, like: Moment) -> list[Moment]:
    """The times of day of a sentence, as moments of that sentence: a number needs minutes or a half of the day."""
    found = []
    for one in _TIME.finditer(sentence):
        printed = one["word"] or one["half"] or one["minute"] and ":" in one[0]
        if not printed and not (one["minute"] and _BEFORE.search(sentence[: one.start()][-40:])):
            continue
        if one["word"]:
            minutes = 12 * HOUR if one["word"].lower() == "noon" else 0
        else:
            hour = (
                int(one["hour"]) % 12 + 12 * (one["half"].lower() == "p") if one["half"] else int(one["hour"])
            )
            minutes = hour * HOUR + int(one["minute"] or 0)
        start, quote = like.sentence_start + one.start(), one[0]
        clock = f"T{minutes // HOUR:02}:{minutes % HOUR:02}"
        found.append(
            replace(like, start=start, end=start + len(quote), quote=quote, type="TIME", value=clock, mod="")
        )
    return found


def _tie_of_hours(story: Story, length: Moment, stated: float, first: Moment, last: Moment) -> Tie:
    begin, end = (int(one.value[1:3]) * HOUR + int(one.value[4:]) for one in (first, last))
    passed = (end - begin) % DAY
    exact = abs(passed - stated) < 1
    slack = 0.1 * stated if length.mod else min(ROUGH, 0.1 * stated)
    fits = exact or abs(passed - stated) <= slack
    hours = f"{passed // HOUR} hours" + (f" {passed % HOUR} minutes" if passed % HOUR else "")
    verdict = Verdict(
        HOLDS if exact else ROUNDED if fits else FAILS,
        hours,
        length.quote,
        f"{first.value[1:]} to {last.value[1:]} is {hours}",
    )
    one_line = first.sentence_start == last.sentence_start
    words = story.text_between(first, last)
    ranged = one_line and _RANGE.fullmatch(words)
    behind = length.start > last.end
    back = behind and (
        _BACK.search(length.before[-20:])
        or _IN_ALL.match(length.after)
        or _LATER.match(length.after)
        and _AT_ONCE.fullmatch(story.text_between(last, length))
        or ranged
        and length.start - last.end < 4
        or one_line
        and 0.5 <= passed / stated <= 2
        and _is_added(length, first, last)
    )
    ahead = not behind and ranged and _AHEAD.fullmatch(story.text_between(length, first))
    evidence = {
        "cue": 1.0,
        "pair": 1.0,
        "adjacent": float(bool(ranged or back)),
        "same line": float(length.line == first.line),
        "next line": float(length.line != first.line),
    }
    may_fail = bool(ahead or back) and not length.mod and not _BREAK.search(length.sentence)
    return Tie("duration", (length, first, last), verdict, evidence, ("clock", length.start), (), may_fail)


def _is_added(length: Moment, first: Moment, last: Moment) -> bool:
    """Whether a length is told of what two times of day before it began and ended."""
    if _ELSEWHERE.match(length.after):
        return False
    if length.sentence_start == last.sentence_start:
        return bool(_ADDED.fullmatch(between(last, length)))
    opens = length.start == length.sentence_start
    again = set(re.findall(r"[a-z]{5,}", length.before)) & set(re.findall(r"[a-z]{5,}", between(first, last)))
    if again:  # "searched at 14:00. It was searched for three hours"
        return False
    return bool(_OWN.match(length.before) or opens and _IN_WHICH.match(length.after))
