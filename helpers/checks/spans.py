"""Durations told apart from the dates that they run between: "the four-month trial" after the days on which
it opened and ended, and "those ten days" after a range.

In: two dated sentences next to each other, one of a beginning and one of an end of the same thing, and a
duration of that thing; a range and "these" or "those" with a duration in the next sentence; a flight, an
arrest and the time on the run. Out: dates and durations of one sentence (`checks.durations`), guessed years.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from helpers.checks.durations import duration_found, ranges_of
from helpers.checks.figures import Found, Moment, length_of, sentences_of
from helpers.checks.words import stem_of

__all__ = ["find_spans"]

_GAP = 3  # characters between neighbouring sentences
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THING = re.compile(
    r"[\s-](?:long\s)?(?:[a-z]+\s)?(trial|hearing|inquest|inquiry|siege|standoff|strike|blockade|manhunt|operation|sweep|campaign|crackdown|"
    r"mission|deployment|exercise|investigation|protest|occupation|closure|curfew|lockdown|conference|summit)\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:began|begun|started|opened|launched|commenced|got\sunder\sway)\s(?:[a-z]+\s){0,3}on\s(?:[A-Z][a-z]+day,?\s)?$"
)
_ENDED = re.compile(
    r"\b(?:ended|closed|concluded|finished|wrapped\sup|came\sto\san\send|drew\sto\sa\sclose)\s(?:[\w’'-]+\s){0,5}?on\s(?:[A-Z][a-z]+day,?\s)?$"
)
_IT = re.compile(r"(?:It|The\sproceedings|The\scase|They|Proceedings)\b")
_THOSE = re.compile(r"\b(?:[Tt]hose|[Tt]hese|[Tt]hat|[Tt]his)\s(?:same\s)?$")
_OTHER = re.compile(r"\s(?:ago|later|before|earlier|after|since)\b|\s[a-z-]+\s(?:sentence|term|ban)\b")
# "had been on the run for two years", "after two years on the run"
_FREE = r"(?:on\sthe\s(?:run|lam)|at\slarge|in\shiding|a\sfugitive)"
_FREE_FOR = re.compile(rf"\b{_FREE}\sfor\s(?:[a-z]+\s)?$")
_THEN_FREE = re.compile(rf"\s{_FREE}(?:[,.;]|$)")
_SINCE_THEN = re.compile(r"[,.;]|$")  # and not "on the run for two years in Spain"
_WHEN = r"\s(?:[\w’'-]+\s){0,8}?(?:in|on)\s(?:[A-Z][a-z]+day,?\s)?$"
_FLED = re.compile(
    rf"\b(?:vanished|disappeared|fled|escaped|absconded|broke\sout|jumped\sbail|went\son\sthe\srun){_WHEN}"
)
_CAUGHT = re.compile(rf"\b(?:caught|arrested|captured|recaptured|apprehended|detained|tracked\sdown){_WHEN}")
_SAME = re.compile(r"(?:[A-Z][a-z]+\s)?(?:[Hh]e|[Ss]he)\s")


def find_spans(times: list[Moment]) -> Iterator[Found]:
    """Every duration whose two ends, or whose range, other sentences tell."""
    lengths = [time for time in times if length_of(time) and time.block not in ("title", "table row")]
    yield from _begun_and_ended(lengths, times)
    yield from _resumed(lengths, times)
    yield from _at_large(lengths, times)


def _begun_and_ended(lengths: list[Moment], times: list[Moment]) -> Iterator[Found]:
    sentences = sentences_of(time for time in times if time.days and not length_of(time))
    single = [
        inside[0]
        for inside in sentences.values()
        if len(inside) == 1 and inside[0].days == 1 and _YEAR.search(inside[0].quote)
    ]
    for one, other in zip(single, single[1:], strict=False):
        if not 0 <= other.sentence_start - one.sentence_end <= _GAP:
            continue
        begun = next((time for time in (one, other) if _BEGAN.search(time.before)), None)
        ended = next(
            (time for time in (one, other) if time is not begun and _ENDED.search(time.before)), None
        )
        if not (begun and ended and begun.begin <= ended.begin):
            continue
        for time in lengths:
            thing = _THING.match(time.after)
            beside = time.sentence_start in (one.sentence_start, other.sentence_start)
            near = beside or -_GAP <= time.sentence_start - other.sentence_end <= _GAP
            if (
                thing
                and near
                and _tells(one, thing[1])
                and (_tells(other, thing[1]) or _IT.match(other.sentence))
            ):
                yield duration_found(time, (begun, ended))
                break


def _tells(time: Moment, thing: str) -> bool:
    """Whether what a clause tells of is that thing: "The trial of five officers ended on 8 November"."""
    return any(stem_of(word) == thing.lower() for word in re.findall(r"[A-Za-z]+", time.before[:120]))


def _resumed(lengths: list[Moment], times: list[Moment]) -> Iterator[Found]:
    """As in "from 3 to 7 June. In those ten days": the one range of the sentence before."""
    ranges = ranges_of(times)
    for time in lengths:
        if not _THOSE.search(time.before) or _OTHER.match(time.after):
            continue
        before = [items for items in ranges if 0 <= time.sentence_start - items[0].sentence_end <= _GAP]
        here = [items for items in ranges if items[0].sentence_start == time.sentence_start]
        if (
            len(before) == 1
            and not here
            and (length_of(time)[1] in "DW" or (before[0][-1].finish - before[0][0].begin).days > 27)
        ):
            yield duration_found(time, before[0])


def _at_large(lengths: list[Moment], times: list[Moment]) -> Iterator[Found]:
    """As in "was caught in April 2022. He had vanished in March 2016. He had been on the run for six years":
    the one flight and the one arrest of a text, told in its neighbouring sentences of one person; what
    differs by less than a year may be rounded."""
    days = [
        time
        for time in times
        if 1 <= time.days <= 31 and _YEAR.search(time.quote) and time.block != "table row"
    ]
    fled = [time for time in days if _FLED.search(time.before)]
    caught = [time for time in days if _CAUGHT.search(time.before)]
    if len(fled) != 1 or len(caught) != 1 or fled[0].begin >= caught[0].begin:
        return
    for time in lengths:
        told = {
            one.sentence_start: one for one in sorted((fled[0], caught[0], time), key=lambda one: one.start)
        }
        in_a_row = all(b.sentence_start - a.sentence_end <= _GAP for a, b in pairwise(told.values()))
        one_person = all(_SAME.match(one.sentence) for one in [*told.values()][1:])
        free = (_FREE_FOR.search(time.before) and _SINCE_THEN.match(time.after)) or _THEN_FREE.match(
            time.after
        )
        if not (free and in_a_row and one_person):
            continue
        found = duration_found(time, (fled[0], caught[0]))
        size, unit = length_of(time)
        if found.holds or (
            unit == "Y" and abs((caught[0].begin - fled[0].begin).days / 365.25 - size) > 1 and not time.mod
        ):
            yield found
