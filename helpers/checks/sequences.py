"""Events that the words put in order: "Before the raids, on 9 April", "on 5 May, days after the raid", "the
seizure on 9 April preceded the raids of 12 June".

In: two dates of which one is told to lie before or after an event, and the other is that event's. Out: orders
that follow from what the events are (`checks.orders`). A date that comes too early is reported only if both
dates give their year and their own events, next to "came before", "preceded" and the like.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from helpers.checks.figures import Found, Moment, words_between
from helpers.checks.words import NO_EVENTS, stem_of, stems_of

__all__ = ["find_sequences"]

_MOST = 60  # dates of an article
_LINK = r"(?P<link>[Bb]efore|[Aa]head\sof|[Pp]rior\sto|[Aa]fter|[Ff]ollowing)"
_EVENT = r"(?:the|his|her|their|its|this|that|these|those)\s(?:[a-z][\w’'-]{0,30}\s){0,2}?(?P<event>[a-z][\w’-]{2,30})"
_SOME = r"(?:(?:[\w’-]{1,20}\s){1,3}|\b)"  # "two months", "shortly", "just days"
_ON = r"(?:on|in|at|of|from)\s(?:the\s)?"
# "Before the raids, on 9 April", "Ahead of the raids, customs had seized 38 kg on 9 April"
_LEADING = re.compile(rf"^{_SOME}?{_LINK}\s{_EVENT},\s(?:[^;:]{{0,160}}\s)?(?:{_ON})?$")
# "On 9 April, two months before the raids, customs ...", "on 5 May, days after the raid."
_TRAILING = re.compile(rf",?\s{_SOME}{_LINK}\s{_EVENT}(?=[,.;]|\s(?:began|took|started)\b|$)")
# "on 5 May, days after the raid on 2 May": the words between two dates
_BETWEEN = re.compile(rf",?\s{_SOME}{_LINK}\s{_EVENT}\s(?:{_ON})?")
# "Following the raid on 2 May, the owner fled to Spain on 5 May": those before the first
_OPENING = re.compile(rf"^{_SOME}?{_LINK}\s{_EVENT}\s(?:{_ON})?$")
_THEN = re.compile(r",\s[^;:]{1,160}\s(?:on|in|at)\s(?:the\s)?|,\s(?:on|in)\s")
# "The seizure on 9 April came two months before the raids of 12 June"
_VERB = re.compile(
    r",?\s(?:(?:came|took\splace|happened|occurred|was|were)\s(?:[\w’-]{1,20}\s){0,3}?(?P<when>before|ahead\sof|prior\sto|after)|"
    r"(?P<verb>preceded|followed))\s(?:the|an?|his|her|their|its)\s(?:[\w’'-]{1,30}\s){1,6}?(?:on|of|in)\s"
)
_LATER = re.compile(r"after|follow", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:not|never|no|if|until|unless|or)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_sequences(times: list[Moment]) -> Iterator[Found]:
    """Every pair of dates that the words put in order."""
    dated = [
        time
        for time in times
        if time.begin and time.finish and time.days <= 31 and not time.block.startswith("table")
    ][:_MOST]
    linked: set[int] = set()
    for first, second in combinations(dated, 2):
        if first.sentence_start == second.sentence_start and (pair := _in_sentence(first, second)):
            linked |= {first.start, second.start}
            yield from pair
    for time in dated:
        if time.start not in linked and (
            match := _LEADING.search(time.before) or _TRAILING.match(time.after)
        ):
            event = stem_of(match["event"])
            if event in NO_EVENTS or _PLANNED.search(match[0]):
                continue
            others = [
                other
                for other in dated
                if other.sentence_start != time.sentence_start and _dates(other, event)
            ]
            if others and len({other.value[:10] for other in others}) == 1:
                yield from _ordered(time, others[0], bool(_LATER.match(match["link"])), sure=False)


def _in_sentence(first: Moment, second: Moment) -> list[Found]:
    """Two dates of one sentence and the words that put them in order; empty if there are none."""
    between = words_between(first, second)
    if _PLANNED.search(between):
        return []
    if match := _VERB.fullmatch(between):
        return list(_ordered(first, second, bool(_LATER.match(match["when"] or match["verb"])), sure=True))
    if (match := _BETWEEN.fullmatch(between)) and stem_of(match["event"]) not in NO_EVENTS:
        return list(_ordered(first, second, bool(_LATER.match(match["link"])), sure=False))
    if (
        (match := _OPENING.search(first.before))
        and _THEN.fullmatch(between)
        and stem_of(match["event"]) not in NO_EVENTS
    ):
        return list(_ordered(second, first, bool(_LATER.match(match["link"])), sure=False))
    return []


def _dates(time: Moment, event: str) -> bool:
    """Whether the clause of a date tells an event: "In raids that started on 12 June", "raided ten homes on
    12 June"."""
    clause = re.split(r"[;:]|,\s(?:and|but|while)\b", time.before)[-1][-100:]
    behind = (
        re.split(r"[,;:.]", time.after)[0][:60]
        if not clause.strip(" ") or clause.strip() in ("On", "In", "The", "the")
        else ""
    )
    stems = stems_of(f"{clause} {behind}")
    return bool(stems & (stems_of(event) | {f"{event}ped"})) and not _LEADING.search(time.before)


def _ordered(time: Moment, event: Moment, later: bool, *, sure: bool) -> Iterator[Found]:
    """The relation of a date that lies before or after that of an event."""
    first, second = (event, time) if later else (time, event)
    holds = first.finish <= second.begin
    if holds and first.value != second.value:
        yield Found("order_of_events", True, (first, second), f"{first.quote}, then {second.quote}")
    elif (
        not holds
        and sure
        and first.begin > second.finish
        and _YEAR.search(time.quote)
        and _YEAR.search(event.quote)
    ):
        yield Found(
            "order_of_events", False, (first, second), f"{first.begin} is told to come before {second.begin}"
        )
