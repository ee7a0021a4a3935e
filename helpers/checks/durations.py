"""Durations beside the dates they run between."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from dateutil.relativedelta import relativedelta

from helpers.checks.figures import Found, Moment, length_of, number_of, words_between

__all__ = ["duration_found", "find_dated", "find_durations", "ranges_of"]

_NEAR = 700  # characters between a duration and its range; title and lead may be farther
_OPERATION = re.compile(
    r"^[\s-](?:long\s|joint\s|nationwide\s|multi\w*\s|enforcement\s|\w+\s){0,3}?(?:operations?|sweeps?|campaigns?|raids?|efforts?|investigations?|deployment|surge|blitz|"
    r"crackdown|exercise|mission|action|push|initiative|probe|patrol|period|span|window|drive|inquiry|manhunt|search)\b",
    re.IGNORECASE,
)
_LASTED = re.compile(
    r"\b(?:lasted|lasting|ran for|span of|over|during|spanning|spanned|period of|course of|took|continued for|stretch of|within|in)"
    r"\s(?:a\s|the\s|some\s|about\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?:operation|sweep|campaign|raids?|effort|it|this|deployment|surge|blitz|crackdown|exercise|mission|action|initiative|investigation|they)\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:began|begun|started|opened|launched|commenced|kicked off|initiated|from|between|beginning|starting)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:ended|closed|concluded|finished|wrapped up|completed|until|through|to|and|ending|ran until|lasted until)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_NO_OPERATION = re.compile(
    r"\b(?:prison\w*|jail\w*|sentence[ds]?|imprison\w*|within|hours of|extension|ago|probation|notice|custody for)\b",
    re.IGNORECASE,
)


def find_durations(times: list[Moment]) -> Iterator[Found]:
    """Durations of operations beside the dates that these ran between."""
    lengths = [time for time in times if length_of(time)]
    lead = next((time.sentence_start + len(time.sentence) for time in times if time.block == "paragraph"), 0)
    used: set[int] = set()
    ranges = ranges_of(times)
    for items in ranges:
        near = [time for time in lengths if _tied_duration(time, items)]
        free = [time for time in lengths if _may_last(time, items, lead)]
        fitting = [duration_found(time, items) for time in _by_nearness(free, items)]
        found = next((one for one in fitting if one.holds and _exact(one)), None)
        if not found and near:
            same = [time for time in near if time.sentence_start == items[0].sentence_start]
            before = [time for time in near if time.start < items[0].start]
            time = (
                min(same, key=lambda time: abs(time.start - items[0].start))
                if same
                else (before or near)[-1 if before else 0]
            )
            found = duration_found(time, items)
        if not found and len(ranges) == 1:
            found = _denied_by_title(lengths, items)
        if found and found.items[0].start not in used:
            used.add(found.items[0].start)
            yield found
    rest = [time for time in lengths if time.start not in used]
    yield from _years_after(rest, times)
    yield from _since_began(rest, times)
    yield from _two_days(rest, times)


def _may_last(time: Moment, items: tuple[Moment, ...], lead: int) -> bool:
    """Whether a duration may be that of a range: it stands near or in title or lead, and is no prison term
    and no delay."""
    if time.block == "table row" or _NO_OPERATION.search(time.before[-30:] + time.after[:30]):
        return False
    if re.match(r"\s(?:after|later|before|earlier|ago|since)\b", time.after):
        return False
    return abs(time.start - items[0].start) < _NEAR or time.end <= lead or time.block == "title"


def _by_nearness(lengths: list[Moment], items: tuple[Moment, ...]) -> list[Moment]:
    first = items[0]
    return sorted(
        lengths,
        key=lambda time: (
            time.sentence_start != first.sentence_start,
            time.block == "title",
            time.start > first.start,
            abs(time.start - first.start),
        ),
    )


def _exact(found: Found) -> bool:
    """Whether a duration fits so well that no word need tie it to its range."""
    time, first, last = found.items[0], found.items[1], found.items[-1]
    size, unit = length_of(time)
    days = (last.finish - first.begin).days + 1
    if unit == "H":
        return False
    if unit == "D":
        return days == size and size > 1
    if unit == "W":
        return days in (7 * size, 7 * size + 1)
    step = relativedelta(months=int(size)) if unit == "M" else relativedelta(years=int(size))
    return size == int(size) and abs((first.begin + step - last.finish).days) <= (3 if unit == "M" else 10)


def _denied_by_title(lengths: list[Moment], items: tuple[Moment, ...]) -> Found | None:
    """As in "Six-day sweep" over a text whose only range reads "The operation ran from April 21 to April
    30"."""
    titled = [
        time
        for time in lengths
        if time.block == "title"
        and re.search(r"-(?:day|week)\b", time.quote)
        and _OPERATION.match(time.after)
    ]
    ran = re.search(
        r"\b(?:ran|took place|lasted|conducted|carried out|held)\s(?:from|between|on)?\W*$",
        items[0].before[-40:],
    )
    if len(titled) != 1 or not ran or not _IT.search(items[0].before[-80:]):
        return None
    return duration_found(titled[0], items)


def _two_days(lengths: list[Moment], times: list[Moment]) -> Iterator[Found]:
    """As in "convicted on March 18, at the end of a 16-day trial that had opened on March 3": reported only
    if it fits."""
    for time in lengths:
        size, unit = length_of(time)
        if (
            unit not in "DW"
            or not re.search(r"-(?:day|week)\b|(?:days|weeks)$", time.quote)
            or _NO_OPERATION.search(time.after[:30])
        ):
            continue
        gap = (
            3
            if _OPERATION.match(time.after)
            or re.match(r"\s(?:trial|hearing|siege|standoff|journey|trip|voyage|visit)\b", time.after)
            else -1
        )
        days = [
            other
            for other in times
            if other.days == 1
            and (
                other.sentence_start == time.sentence_start
                or 0 <= time.sentence_start - (other.sentence_start + len(other.sentence)) <= gap
                or 0 <= other.sentence_start - (time.sentence_start + len(time.sentence)) <= gap
            )
        ]
        for a, b in combinations(sorted(days, key=lambda day: day.begin)[:12], 2):
            if (b.begin - a.begin).days + 1 == size * (1 if unit == "D" else 7) > 2:
                yield duration_found(time, (a, b))
                break


def ranges_of(times: list[Moment]) -> list[tuple[Moment, ...]]:
    """Ranges of days in one expression, and pairs of days of which one begins and the other ends
    something."""
    found: list[tuple[Moment, ...]] = [
        (time,)
        for time in times
        if time.days > 1
        and ("/" in time.value)
        and re.search(r"\d.*\D.*\d|to|and|through|[-–—]", time.quote)
        and not re.match(r"since\b", time.quote, re.IGNORECASE)
    ]
    points = [time for time in times if time.days and not length_of(time)]
    for a, b in pairwise(points):
        if (
            a.days == b.days == 1
            and a.sentence_start == b.sentence_start
            and a.begin < b.begin
            and _BEGAN.search(a.before[-60:])
            and _ENDED.search(words_between(a, b))
        ):
            found.append((a, b))
    return found


def _tied_duration(time: Moment, items: tuple[Moment, ...]) -> bool:
    """Whether a duration is that of a range: it is said of an operation, in the same sentence or one that
    comes up to three before."""
    operation = bool(
        _OPERATION.match(time.after)
        or _LASTED.search(time.before[-30:])
        or re.search(r"-day|-week|-month|-year", time.quote)
    )
    if _NO_OPERATION.search(time.before[-30:] + time.after[:30]) or time.block == "table row":
        return False
    if time.sentence_start == items[0].sentence_start:
        return operation
    if time.block == "title":
        return False
    if length_of(time)[1] in "MY" and (items[-1].finish - items[0].begin).days < 27:
        return False  # "an 18-month investigation ... The sweep took place from 3 to 5 May"
    gap = items[0].sentence_start - (time.sentence_start + len(time.sentence))
    return (
        operation
        and -1 <= gap <= 300
        and bool(_IT.search(items[0].before[-80:]))
        and bool(_OPERATION.match(time.after) or gap <= 3)
    )


def duration_found(time: Moment, items: tuple[Moment, ...]) -> Found:
    """A duration beside the range, or the first and the last day, that it is said of."""
    size, unit = length_of(time)
    begin, finish = items[0].begin, items[-1].finish
    days = (finish - begin).days + 1
    months = (finish.year - begin.year) * 12 + finish.month - begin.month
    if unit == "D":
        low = high = days
    elif unit == "H":
        low, high = 24 * (days - 1), 24 * days
    elif unit == "W":
        low, high = (days - 1) / 7, days / 7
    elif unit == "M":
        low, high = days / 30.44 - 0.75, max(days / 30.44 + 0.75, months + 1)
    else:
        low, high = days / 365.25 - 0.5, days / 365.25 + 0.5
    exact = low <= size <= high
    approximate = (
        (time.mod == "APPROX" and 0.85 * low <= size <= 1.15 * high)
        or (time.mod in ("MORE_THAN", "EQUAL_OR_MORE") and size <= high <= 1.5 * size)
        or (time.mod in ("LESS_THAN", "EQUAL_OR_LESS") and 0.5 * size <= low <= size)
    )
    spoken = (
        f"{days} days"
        if unit in "DHW"
        else f"about {days / 30.44:.0f} months"
        if unit == "M"
        else f"about {days / 365.25:.1f} years"
    )
    about = f"{begin} to {finish} is {spoken}, both ends counted"
    holds = exact or approximate
    return Found(
        "duration_matches_range",
        holds,
        (time, *items),
        about if holds else f"{about}, the text says {time.quote}",
    )


def _since_began(lengths: list[Moment], times: list[Moment]) -> Iterator[Found]:
    """As in "returned on Oct. 8, caps an 18-month investigation that started in April 2023": reported only if
    it fits."""
    for time in lengths:
        size, unit = length_of(time)
        inside = [
            other
            for other in times
            if other.sentence_start == time.sentence_start and other.begin and 1 <= other.days <= 31
        ]
        begun = [other for other in inside if _BEGAN.search(other.before[-40:])]
        if unit not in "MY" or len(begun) != 1 or not _OPERATION.match(time.after):
            continue
        for end in sorted(inside, key=lambda other: other.days):
            months = (end.begin.year - begun[0].begin.year) * 12 + end.begin.month - begun[0].begin.month
            if months == size * (12 if unit == "Y" else 1):
                yield Found(
                    "duration_matches_range",
                    True,
                    (time, begun[0], end),
                    f"{begun[0].quote} to {end.quote} is {months} months",
                )
                break


def find_dated(times: list[Moment]) -> Iterator[Found]:
    """As in "Between 5 February and 3 September ... The figures, dated 2025-09-03": the figures are as old as
    the range they cover."""
    for whole, day in combinations([time for time in times if 1 <= time.days <= 400], 2):
        written = whole.quote != day.quote and re.search(r"\d", whole.quote) and re.search(r"\d", day.quote)
        if (
            written
            and whole.begin == day.begin
            and whole.finish == day.finish
            and 2 <= whole.days <= 27
            and whole.sentence_start != day.sentence_start
        ):
            yield Found("restated_figure", True, (whole, day), f"{whole.begin} to {whole.finish} both times")
        if (
            whole.days > 1
            and day.days == 1
            and whole.finish == day.begin
            and re.search(
                r"\b(?:figures|data|numbers|statistics|tally|count)\b[^.;]{0,20}\b(?:dated|as of|up to|through|until)\W{0,2}$",
                day.before,
                re.IGNORECASE,
            )
        ):
            yield Found(
                "restated_figure",
                True,
                (whole, day),
                f"{whole.quote} ends on {day.begin}, the date of the figures",
            )


def _years_after(lengths: list[Moment], times: list[Moment]) -> Iterator[Found]:
    """As in "Three years after the raids ... on 8 June 2021 ... As of June 2024": reported only if it
    fits."""
    for time in lengths:
        size, unit = length_of(time)
        after = re.match(r"\s(to the day\s)?(?:after|since|on from|later)\b", time.after)
        if unit not in "YM" or not after or time.block == "title":
            continue
        step = relativedelta(months=int(size)) if unit == "M" else relativedelta(years=int(size))
        firsts = [other for other in times if other.start > time.start and other.days == 1]
        by = re.compile(r"\b(?:as of|by|to|until|up to)\s$", re.IGNORECASE)
        ends = [
            other
            for other in times
            if other.start > time.start and by.search(other.before) and 1 <= other.days <= 31
        ]
        here = [other for other in firsts if other.sentence_start == time.sentence_start]
        exact = [(a, b) for a in here for b in times if b.days == 1 and b.begin == a.begin + step]
        loose = [
            (a, b)
            for a in firsts
            for b in ends
            if b is not a and _month(b) == _month_of(a, step) and b.begin > a.begin
        ]
        for first, end in [*exact, *loose][:1]:
            about = (
                f"{first.begin} to {end.quote} is {number_of(size)} {'years' if unit == 'Y' else 'months'}"
            )
            yield Found("duration_matches_range", True, (time, first, end), about)
            return


def _month(time: Moment) -> tuple[int, int]:
    return time.begin.year, time.begin.month


def _month_of(time: Moment, step: relativedelta) -> tuple[int, int]:
    later = time.begin + step
    return later.year, later.month
