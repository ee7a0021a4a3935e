"""Durations beside the dates they run between, and the order of events that happen to the same person."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from helpers.check_figures import Found, Moment, length_of, number_of, words_between
from helpers.language import word_list

__all__ = ["find_dated", "find_durations", "find_orders"]

_EVENTS = {row["words"]: row["event"] for row in word_list("check_events")}
_EVENT = re.compile(
    rf"(?<![\w-])(?:{'|'.join(re.escape(words) for words in sorted(_EVENTS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
_MUST_PRECEDE = frozenset((row["first"], row["then"]) for row in word_list("check_order"))
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
    r"\b(?:began|begun|started|opened|launched|commenced|kicked off|initiated|from|between|beginning|starting)\b[^.;]{0,40}$", re.IGNORECASE
)
_ENDED = re.compile(
    r"\b(?:ended|closed|concluded|finished|wrapped up|completed|until|through|to|and|ending|ran until|lasted until)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_NO_OPERATION = re.compile(
    r"\b(?:prison\w*|jail\w*|sentence[ds]?|imprison\w*|within|hours of|extension|ago|probation|notice|custody for)\b", re.IGNORECASE
)


_NEW_OBJECT = re.compile(r"\s(?:(?:an?|another|one|two|three|four|five|several|other|more|\d{1,6})\b|[A-Z])")
_NEW_SUBJECT = re.compile(
    r"(?:\b[A-Z][\w’-]+|\b(?:men|women|man|woman|others?|people|suspects?|brothers?|father|wife|sons?|accomplices?))"
    r"\s(?:was|were|had been|has been|have been)\s(?:\w+\s)?$"
)
_EARLIER = re.compile(r"\b(?:had|again|previously|earlier|before|already|once|first|back)\b", re.IGNORECASE)


def find_durations(times: list[Moment]) -> Iterator[Found]:
    """Durations of operations beside the dates that these ran between."""
    lengths = [time for time in times if length_of(time)]
    ranges = _ranges(times)
    for items in ranges:
        first = items[0]
        near = [time for time in lengths if _tied_duration(time, items)]
        if not near:
            continue
        same = [time for time in near if time.sentence_start == first.sentence_start]
        before = [time for time in near if time.start < first.start]
        time = min(same, key=lambda time: abs(time.start - first.start)) if same else (before or near)[-1 if before else 0]
        yield _duration(time, items)
    yield from _years_after(lengths, times)
    yield from _since_began(lengths, times)


def _ranges(times: list[Moment]) -> list[tuple[Moment, ...]]:
    """Ranges of days in one expression, and pairs of days of which one begins and the other ends something."""
    found: list[tuple[Moment, ...]] = [
        (time,)
        for time in times
        if time.days > 1
        and ("/" in time.value)
        and re.search(r"\d.*\D.*\d|to|and|through|[-–—]", time.quote)
        and not re.match(r"since\b", time.quote, re.IGNORECASE)
    ]
    for a, b in pairwise(times):
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
    """Whether a duration is that of a range: it is said of an operation, in the same sentence or one that comes up to three before."""
    operation = bool(_OPERATION.match(time.after) or _LASTED.search(time.before[-30:]) or re.search(r"-day|-week|-month|-year", time.quote))
    if _NO_OPERATION.search(time.before[-30:] + time.after[:30]) or time.block == "table row":
        return False
    if time.sentence_start == items[0].sentence_start:
        return operation
    if time.block == "title":
        return False
    gap = items[0].sentence_start - (time.sentence_start + len(time.sentence))
    return operation and -1 <= gap <= 300 and bool(_IT.search(items[0].before[-80:])) and bool(_OPERATION.match(time.after) or gap <= 3)


def _duration(time: Moment, items: tuple[Moment, ...]) -> Found:
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
    spoken = f"{days} days" if unit in "DHW" else f"about {days / 30.44:.0f} months" if unit == "M" else f"about {days / 365.25:.1f} years"
    about = f"{begin} to {finish} is {spoken}, both ends counted"
    holds = exact or approximate
    return Found("duration_matches_range", holds, (time, *items), about if holds else f"{about}, the text says {time.quote}")


def _since_began(lengths: list[Moment], times: list[Moment]) -> Iterator[Found]:
    """As in "returned on Oct. 8, caps an 18-month investigation that started in April 2023": reported only if it fits."""
    for time in lengths:
        size, unit = length_of(time)
        inside = [other for other in times if other.sentence_start == time.sentence_start and other.begin and 1 <= other.days <= 31]
        begun = [other for other in inside if _BEGAN.search(other.before[-40:])]
        if unit not in "MY" or len(begun) != 1 or not _OPERATION.match(time.after):
            continue
        for end in sorted(inside, key=lambda other: other.days):
            months = (end.begin.year - begun[0].begin.year) * 12 + end.begin.month - begun[0].begin.month
            if months == size * (12 if unit == "Y" else 1):
                yield Found("duration_matches_range", True, (time, begun[0], end), f"{begun[0].quote} to {end.quote} is {months} months")
                break


def find_dated(times: list[Moment]) -> Iterator[Found]:
    """As in "Between 5 February and 3 September ... The figures, dated 2025-09-03": the figures are as old as the range they cover."""
    for whole, day in combinations([time for time in times if 1 <= time.days <= 400], 2):
        if whole.begin == day.begin and whole.finish == day.finish and 2 <= whole.days <= 27 and whole.sentence_start != day.sentence_start:
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
            yield Found("restated_figure", True, (whole, day), f"{whole.quote} ends on {day.begin}, the date of the figures")


def _years_after(lengths: list[Moment], times: list[Moment]) -> Iterator[Found]:
    """As in "Three years after the raids ... on 8 June 2021 ... As of June 2024": reported only if it fits."""
    for time in lengths:
        size, unit = length_of(time)
        if unit not in "YM" or not re.match(r"\s(?:after|since|on from|later)\b", time.after) or time.block == "title":
            continue
        months = int(size * (12 if unit == "Y" else 1))
        days = [other for other in times if other.start > time.start and other.days == 1]
        ends = [
            other
            for other in times
            if other.start > time.start
            and re.search(r"\b(?:as of|by|to|until|up to)\s$", other.before, re.IGNORECASE)
            and 1 <= other.days <= 31
        ]
        for first in days:
            later = first.begin.year * 12 + first.begin.month - 1 + months
            for end in ends:
                if end is not first and end.begin > first.begin and end.begin.year * 12 + end.begin.month - 1 == later:
                    about = f"{first.begin} to {end.quote} is {number_of(size)} {'years' if unit == 'Y' else 'months'}"
                    yield Found("duration_matches_range", True, (time, first, end), about)
                    return


def find_orders(times: list[Moment]) -> Iterator[Found]:
    """Chains of events that happen to the same person, and labelled dates of one case."""
    chains: list[list[tuple[str, Moment]]] = []
    by_sentence: dict[int, list[Moment]] = defaultdict(list)
    for time in times:
        if time.begin and time.finish and time.days <= 31 and "since" not in time.quote.lower() and time.block != "table header":
            by_sentence[time.sentence_start].append(time)
    labelled: list[tuple[str, Moment]] = []
    last_end = -10
    for start, inside in by_sentence.items():
        sentence = inside[0].sentence
        if inside[0].block in ("bullet", "table row") and len(inside) == 1 and (event := _label_event(inside[0])):
            labelled.append((event, inside[0]))
            continue
        events = _events_of(inside)
        continues = start - last_end <= 3 and re.match(
            r"(?:[\w’ ]{0,20}\s)?(?:he|she|they|the (?:man|woman|suspect|detainee|fugitive|defendant|accused|prisoner|pair|two))\b",
            sentence[:50],
            re.IGNORECASE,
        )
        if chains and continues:
            chains[-1] += events
        else:
            chains.append(events)
        last_end = start + len(sentence)
    for chain in [*chains, labelled]:
        yield from _order(chain)


def _label_event(time: Moment) -> str:
    label = re.split(r"[:|]", time.sentence)[0]
    if len(label) > 40 or len(label) >= len(time.before):
        return ""
    match = _EVENT.search(label)
    return _EVENTS[match[0].lower()] if match else ""


def _events_of(inside: list[Moment]) -> list[tuple[str, Moment]]:
    """Each date of a sentence with the event that the words before it, back to the date before, tell; else the words right behind it."""
    events, floor = [], 0
    for time in inside:
        clause = time.sentence[floor : time.start - time.sentence_start]
        floor = time.end - time.sentence_start
        found = list(_EVENT.finditer(re.split(r"[;:]", clause)[-1]))
        if not found and (match := _EVENT.search(re.split(r"[,;]\s(?=and|then|but)", time.after)[0][:60])):
            found = [match]
        event = _EVENTS[found[-1][0].lower()] if found else ""
        if event and not re.search(
            r"\b(?:who|which|that|another|second|other|not|never)\b[^,]{0,40}$",
            clause[: found[-1].start()] if found[-1].string != time.after else "",
        ):
            if events and found[-1].string != time.after and _other_person(found[-1]):
                events = []
            events.append((event, time))
    return events


def _other_person(match: re.Match) -> bool:
    """Whether an event that follows another happens to somebody else: "and deported Garcia", "and two women were deported"."""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    return bool(_NEW_OBJECT.match(behind) or _NEW_SUBJECT.search(before))


def _told_in_order(first: Moment, second: Moment) -> bool:
    """Whether the text says that the first event came first: it tells it first, without "had been" or "again" (deported, came back,
    arrested again), or it puts "after" between the two."""
    if first.block in ("bullet", "table row"):
        return True
    if first.start > second.start:
        return bool(re.search(r"\b(?:after|following|upon|having)\b", words_between(second, first)))
    return not _EARLIER.search(second.before[-80:])


def _order(chain: list[tuple[str, Moment]]) -> Iterator[Found]:
    """The longest run of dates whose order the events fix; the failing pair alone if one fails."""
    pairs = [
        (a, b) if (a[0], b[0]) in _MUST_PRECEDE else (b, a)
        for a, b in combinations(chain, 2)
        if ((a[0], b[0]) in _MUST_PRECEDE) != ((b[0], a[0]) in _MUST_PRECEDE)
    ]
    failing = [(a, b) for a, b in pairs if b[1].finish < a[1].begin and _told_in_order(a[1], b[1])]
    for (event, first), (then, second) in failing:
        yield Found(
            "order_of_events", False, (first, second), f"{then} on {second.begin}, before the {event} it must follow ({first.begin})"
        )
    if failing or not pairs:
        return
    fitting = sorted(
        {one for pair in pairs for one in pair if pair[0][1].finish <= pair[1][1].begin}, key=lambda one: (one[1].begin, one[1].start)
    )
    if len(fitting) >= 2 and all(a[1].finish <= b[1].begin for a, b in pairwise(fitting)):
        if {event for event, _ in fitting} == {"begin", "end"}:
            return  # says no more than that a period has two ends
        about = ", then ".join(f"{event} ({time.quote})" for event, time in fitting)
        yield Found("order_of_events", True, tuple(time for _, time in fitting), about)
