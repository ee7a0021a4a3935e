"""The order of events that happen to the same person: an arrest before a deportation, a verdict before a
sentence.

In: dates of one sentence, of sentences tied by a pronoun or a name, of labelled lines, and the steps of one
trial; orders that share a date
are joined to one chain. Out: orders that fail between people who are only likely the same, and years that are
guessed.
"""

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from helpers.checks.figures import Found, Moment, sentences_of, words_between
from helpers.texts import word_list

__all__ = ["find_orders"]

_GAP = r"(?:[\w’'.-]{1,30}\s){1,4}?"  # what "…" stands for: "took … into custody"
_EVENTS = {row["words"]: row["event"] for row in word_list("checks/events")}
_GAPPED = {
    words: re.compile(re.escape(words).replace("…\\ ", _GAP), re.IGNORECASE)
    for words in _EVENTS
    if "…" in words
}
_WORDS = [
    _GAPPED[words].pattern if words in _GAPPED else re.escape(words)
    for words in sorted(_EVENTS, key=len, reverse=True)
]
_EVENT = re.compile(rf"(?<![\w-])(?:{'|'.join(_WORDS)})(?![\w-])", re.IGNORECASE)
# the last word of a name that is said to be charged, or to have done what only the accused do
_WHO = re.compile(
    rf"(?:{'|'.join(_WORDS)})\s(?:[A-Z][\w’'-]{{1,30}}\s){{0,2}}([A-Z][\w’'-]{{1,30}})(?=[,.;]|\s(?:on|in|at|after|and|to|for|from|under|last|early|late)\b)|"
    r"\b([A-Z][\w’'-]{1,30})\s(?:was|were|had been|has been|pleaded|pled|admitted|went on trial|stood trial)\b"
)
_DAYS = frozenset((*day_name, *day_abbr, *month_name, *month_abbr))  # "was arrested Monday"
_MUST_PRECEDE = frozenset((row["first"], row["then"]) for row in word_list("checks/order"))
_NEW_OBJECT = re.compile(r"\s(?:(?:an?|another|one|two|three|four|five|several|other|more|\d{1,6})\b|[A-Z])")
_NEW_SUBJECT = re.compile(
    r"(?:\b[A-Z][\w’-]+|\b(?:men|women|man|woman|others?|people|suspects?|brothers?|father|wife|sons?|accomplices?))"
    r"\s(?:was|were|had been|has been|have been)\s(?:\w+\s)?$"
)
_EARLIER = re.compile(r"\b(?:had|again|previously|earlier|before|already|once|first|back)\b", re.IGNORECASE)
_HAD = re.compile(
    r"\bhad\s(?:[a-z]+\s){1,4}on\s(?:[A-Z][a-z]+day,?\s)?$"
)  # "He had been arrested on 12 June": before what was just told
_BACK = re.compile(
    r"\b(?:again|back|return\w*|re-?enter\w*|re-?arrest\w*|second|previous\w*|earlier|former\w*|re-?trial|appeal\w*)\b",
    re.IGNORECASE,
)
_SAME_PERSON = re.compile(
    r"(?:[\w’ ]{0,20}\s)?(?:he|she|they|the (?:man|woman|suspect|detainee|fugitive|defendant|accused|prisoner|pair|two))\b",
    re.IGNORECASE,
)
# "the court approved his extradition"; "one of them" is looser: it may prove an order, not disprove it
_HIM = re.compile(r"\b(?:he|him|his|she|that arrest|his arrest|the arrest)\b", re.IGNORECASE)
_THEM = re.compile(
    r"\b(?:her|they|them|their|one of the|the (?:men|women|suspects|brothers|fugitives?|defendants?))\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|would|due|expected?s?|plans?|planned|planning|intends?|hopes?|could|may|might|should|must|is to|are to|scheduled|set to|"
    r"aims?|seeks?|sought|faces?|ask(?:ed|s)?|request\w*|if)\b",
    re.IGNORECASE,
)
_THEN = ", then "
_COURT = ("indict", "plead", "convict", "sentence")  # steps of one case, which a report tells far apart


def find_orders(times: list[Moment]) -> Iterator[Found]:
    """Chains of events that happen to the same person, and labelled dates of one case."""
    chains: list[list[tuple[str, Moment]]] = []
    loose: list[
        list[tuple[str, Moment]]
    ] = []  # of people who may be the same: orders that hold are reported, no others
    placed = [time for time in times if time.begin and time.finish and time.days <= 31]
    placed = [time for time in placed if "since" not in time.quote.lower() and time.block != "table header"]
    labelled: list[tuple[str, Moment]] = []
    last_end = -10
    by_sentence = sentences_of(placed)
    for start, inside in by_sentence.items():
        sentence = inside[0].sentence
        if (
            inside[0].block in ("bullet", "table row")
            and len(inside) == 1
            and (event := _label_event(inside[0]))
        ):
            labelled.append((event, inside[0]))
            continue
        events = _events_of(inside)
        near = start - last_end <= 3
        continues = near and (_SAME_PERSON.match(sentence[:50]) or _HIM.search(sentence[:160]))
        if chains and near and not continues and _THEM.search(sentence[:160]):
            loose.append([*chains[-1], *events])
        if chains and continues:
            chains[-1] += events
        else:
            chains.append(events)
        last_end = start + len(sentence)
    found = [one for chain in [*chains, labelled] for one in _order(chain)]
    failing = [one for one in found if not one.holds]
    yield from failing
    found += [one for chain in [*loose, *_of_one_name(by_sentence)] for one in _order(chain)]
    if not failing:
        found += _steps_of_case([event for chain in chains for event in chain])
    yield from _joined([one for one in found if one.holds])


def _of_one_name(by_sentence: dict[int, list[Moment]]) -> list[list[tuple[str, Moment]]]:
    """Events of the sentences that tell one name what happened: "Police arrested Doe on 3 May" ... "Doe was
    sentenced on Monday"."""
    chains: dict[str, list[tuple[str, Moment]]] = defaultdict(list)
    for inside in by_sentence.values():
        events = _events_of(inside)
        if len(events) == 1:
            for name in {match[1] or match[2] for match in _WHO.finditer(inside[0].sentence)} - _DAYS:
                chains[name] += events
    return list(chains.values())


def _joined(holding: list[Found]) -> list[Found]:
    """Orders of events, those that share a date as one: an arrest and a plea, the plea and the sentence."""
    joined: list[Found] = []
    for one in holding:
        for other in [other for other in joined if set(other.items) & set(one.items)]:
            told = dict(
                zip(
                    (*other.items, *one.items),
                    (*other.about.split(_THEN), *one.about.split(_THEN)),
                    strict=False,
                )
            )
            items = tuple(sorted(told, key=lambda time: (time.begin, time.start)))
            if all(a.finish <= b.begin for a, b in pairwise(items)):
                joined.remove(other)
                one = Found(one.kind, True, items, _THEN.join(told[time] for time in items))
        joined.append(one)
    return joined


def _steps_of_case(told: list[tuple[str, Moment]]) -> Iterator[Found]:
    """As in "sentenced on Friday ... Jurors convicted the men on March 18": steps of one trial, each with one
    date in the whole text."""
    steps = {name: [time for event, time in told if event == name] for name in _COURT}
    single = [(name, times[0]) for name, times in steps.items() if len({time.value for time in times}) == 1]
    single = [(name, time) for name, time in single if not _EARLIER.search(time.before[-80:])]
    if len({time.sentence_start for _, time in single}) > 1:
        yield from (one for one in _order(single) if one.holds)


def _event_of(match: re.Match) -> str:
    words = match[0].lower()
    return _EVENTS.get(words) or next(
        _EVENTS[gapped] for gapped, pattern in _GAPPED.items() if pattern.fullmatch(words)
    )


def _label_event(time: Moment) -> str:
    label = re.split(r"[:|]", time.sentence)[0]
    if len(label) > 40 or len(label) >= len(time.before):
        return ""
    match = _EVENT.search(label)
    return _event_of(match) if match else ""


def _events_of(inside: list[Moment]) -> list[tuple[str, Moment]]:
    """Each date of a sentence with the event that the words before it, back to the date before, tell; else
    the words right behind it."""
    events, floor = [], 0
    for time in inside:
        clause = time.sentence[floor : time.start - time.sentence_start]
        floor = time.end - time.sentence_start
        clause = re.split(r"[;:]|,\s(?:and|but|then|while)\b", clause)[-1]
        found = list(_EVENT.finditer(clause))
        if not found and (match := _EVENT.search(re.split(r"[,;]\s(?=and|then|but)", time.after)[0][:60])):
            found = [match]
        event = _event_of(found[-1]) if found else ""
        if event and _PLANNED.search(found[-1].string[max(0, found[-1].start() - 60) : found[-1].start()]):
            event = ""
        if event and not re.search(
            r"\b(?:who|which|(?<![Aa]fter\s)(?<![Ff]ollowing\s)that|another|second|other|not|never)\b[^,]{0,40}$",
            clause[: found[-1].start()] if found[-1].string != time.after else "",
        ):
            if events and found[-1].string != time.after and _other_person(found[-1]):
                events = []
            events.append((event, time))
    return events


def _other_person(match: re.Match) -> bool:
    """Whether an event that follows another happens to somebody else: "and deported Garcia", "and two women
    were deported"."""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    return bool(_NEW_OBJECT.match(behind) or _NEW_SUBJECT.search(before))


def _told_in_order(first: Moment, second: Moment) -> bool:
    """Whether the text says that the first event came first: it tells it first, without "had been" or "again"
    (deported, came back, arrested again), or it puts "after" between the two, or it goes on with "had
    been"."""
    if first.block in ("bullet", "table row"):
        return True
    if first.start > second.start:
        back = bool(re.search(r"\b(?:after|following|upon|having)\b", words_between(second, first)))
        next_told = 0 <= first.sentence_start - second.sentence_end <= 3
        return back or (
            next_told
            and bool(_HAD.search(first.before))
            and not _BACK.search(f"{second.sentence} {first.sentence}")
        )
    return not _EARLIER.search(second.before[-80:])


def _years_sure(first: Moment, second: Moment) -> bool:
    """Whether no year is guessed: dates without one are put before the day of publication, which may part
    those of one year."""
    return first.begin.year == second.begin.year or all(
        re.search(r"\b(?:19|20)\d\d\b", time.quote) for time in (first, second)
    )


def _order(chain: list[tuple[str, Moment]]) -> Iterator[Found]:
    """The longest run of dates whose order the events fix; the failing pair alone if one fails."""
    pairs = [
        (a, b) if (a[0], b[0]) in _MUST_PRECEDE else (b, a)
        for a, b in combinations(chain, 2)
        if ((a[0], b[0]) in _MUST_PRECEDE) != ((b[0], a[0]) in _MUST_PRECEDE)
    ]
    failing = [
        (a, b)
        for a, b in pairs
        if b[1].finish < a[1].begin and _told_in_order(a[1], b[1]) and _years_sure(a[1], b[1])
    ]
    for (event, first), (then, second) in failing:
        yield Found(
            "order_of_events",
            False,
            (first, second),
            f"{then} on {second.begin}, before the {event} it must follow ({first.begin})",
        )
    if failing or not pairs:
        return
    fitting = sorted(
        {one for pair in pairs for one in pair if pair[0][1].finish <= pair[1][1].begin},
        key=lambda one: (one[1].begin, one[1].start),
    )
    if len(fitting) >= 2 and all(a[1].finish <= b[1].begin for a, b in pairwise(fitting)):
        if {event for event, _ in fitting} == {"begin", "end"} or fitting[0][1].begin == fitting[-1][
            1
        ].finish:
            return  # says no more than that a period has two ends, or that it was the same day
        about = _THEN.join(f"{event} ({time.quote})" for event, time in fitting)
        yield Found("order_of_events", True, tuple(time for _, time in fitting), about)
