"""Changes between two counts: in a sentence, across sentences and in the rows of a table."""

import re
from collections.abc import Iterator

from helpers.checks.figures import NEAR, Figure, Found, headline, number_of, same_kind, words_between
from helpers.checks.words import kind_of

__all__ = ["MORE_THAN", "find_change", "share_found", "table_change", "tells_change", "verdict_on"]

_FAR = 500  # characters before a percentage in which its two counts are looked for
MORE_THAN = re.compile(
    r"^\s(?:more|higher|greater|fewer|lower|less|up|down|above|below|increase|rise|jump|drop|fall|decrease|decline)\b"
    r"[^.;]{0,60}?\b(?:than|on|from|over|compared (?:with|to)|against)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:rose|rise|risen|increased?|grew|growth|jump(?:ed)?|surged?|climb(?:ed)?|soared|fell|fall|fallen|drop(?:ped)?|declined?|decreased?|plunged|"
    r"cut|more|fewer|less|higher|lower|reduction)\b(?!\sthan\b)|"
    r"(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)\b(?:up|down)\s(?:(?:by\s)?(?:[\w-]+\s){0,2}$|(?:from|compared|sharply|slightly|by\s\W?\d))",
    re.IGNORECASE,
)
_CHANGE_BEHIND = re.compile(
    rf"^\W{{0,3}}(?:up|down)\b|{_CHANGE.pattern.partition('(?!')[0]}|\b(?:up|down)\s(?:from|on|over)\b",
    re.IGNORECASE,
)
_NOUNS = "increase|rise|jump|surge|growth|drop|fall|decline|decrease|reduction"
_CHANGE_NEXT = re.compile(rf"\s(?:{_NOUNS}|more|fewer|less|higher|lower)\b(?!\sthan)")
_CHANGE_OF = re.compile(
    rf"(?:,|–|—|\bis|\bwas)\s(?:an?|the)\s(?:[\w-]+\s)?(?:{_NOUNS})\sof\s(?:\w+\s)?$"
)  # ", a rise of 20%"
_ON_NEXT = re.compile(r"\s(?:on|from|over|since|compared|against)\b")  # compares with something else
# "That is a fall of 12%", "This was an increase of 40 per cent", "It amounts to a 20% rise"
_THAT_IS = re.compile(
    r"(?:That|This|It|Which|The figures?)\s(?:is|was|means|meant|marks?|marked|represents?|represented|amounts?\sto|amounted\sto|equals)\s"
    rf"(?:an?|the)\s(?:(?:[\w-]+\s)?(?:{_NOUNS})\sof\s(?:\w+\s)?|(?:\w+\s)?)$"
)
# the words between a count and the earlier one that it is compared with
_AGAINST = re.compile(
    r"[^;.]{0,60}\b(?:against|versus|(?:as\s)?compared\s(?:with|to)|(?:up|down)\sfrom|after|instead\sof|having\sbeen)\s(?:just\s|only\s|the\s|some\s)?$"
)
_INTO = re.compile(r"[^;.]{0,60}\bto\s(?:just\s|only\s)?$")
_WHEN = re.compile(r"[^,;.\d]{0,40}\b(?:(?:19|20)\d\d|last|this|previous|a)\b")
_ON = re.compile(r"\s(?:on|from|over|than|against|compared (?:with|to))\s(?:the\s)?$", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:down|fell|fall|fallen|drop(?:ped)?|declined?|decreased?|plunged|cut|fewer|less|lower|reduction)\b",
    re.IGNORECASE,
)


def tells_change(percent: Figure, *, before: int = 40, behind: int = 20) -> bool:
    """Whether the words so many characters before and behind a percentage tell of a rise or a fall; "made up
    of" and "up to" do not."""
    return bool(_CHANGE.search(percent.before[-before:]) or _CHANGE_BEHIND.search(percent.after[:behind]))


def share_found(part: Figure, whole: Figure, percent: Figure, tolerance: float) -> Found | None:
    """A part beside its whole and the percentage that the text states; None for a whole of nothing."""
    if not whole.value:
        return None
    value = 100 * part.value / whole.value
    about = f"{number_of(part.value)} / {number_of(whole.value)} = {value:.1f} %"
    return verdict_on(part, whole, percent, value, about, tolerance)


def verdict_on(
    part: Figure, whole: Figure, percent: Figure, value: float, about: str, tolerance: float
) -> Found:
    """Compares what two figures give, in percent, with the percentage that the text states."""
    words = bool(
        re.search("[a-z]{4}", re.sub(r"per ?cent|percent", "", percent.quote.lower()))
    ) and not re.search(r"\d", percent.quote)
    slack = max(3.0 if words else tolerance, 2 * tolerance if percent.approx else 0.0, 0.005 * abs(value))
    low = percent.low if percent.low is not None else min(percent.high * 0.8, percent.high - 5)
    high = percent.high if percent.high is not None else max(percent.low * 1.25, percent.low + 5)
    holds = low - slack <= value <= high + slack
    return Found(
        "share_matches_counts",
        holds,
        (part, whole, percent),
        about if holds else f"{about}, the text says {percent.quote}",
    )


def _change_found(new: Figure, old: Figure, percent: Figure, tolerance: float, down: bool) -> Found | None:
    if not old.value:
        return None
    value = 100 * (new.value - old.value) / old.value
    about = f"from {number_of(old.value)} to {number_of(new.value)} is {value:+.1f} %"
    return verdict_on(new, old, percent, -value if down else value, about, tolerance)


def find_change(
    percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float
) -> Found | None:
    """The two counts between which a percentage is the change: those the words name, else any that fit.

    Args:
        percent: The percentage.
        inside: The counts of its sentence.
        counts: Those of the article, tables included.
        tolerance: Percentage points.
    """
    named = _change(percent, inside, counts, tolerance)
    if named and named.holds:
        return named
    near = percent.before[-40:] + percent.after[:40]
    if re.match(r"\sof\b", percent.after) or not tells_change(percent, behind=40):
        return named
    down = bool(_DOWN.search(near))
    for new, old in _pairs(percent, inside, counts):
        found = _change_found(new, old, percent, tolerance, down)
        if found and found.holds:
            return found
    return named


def _pairs(percent: Figure, inside: list[Figure], counts: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Two counts of one kind, at least one of them in the sentence of the percentage or right before, the
    nearest first."""
    exact = [figure for figure in counts if figure.exact]
    close = [figure for figure in inside if figure.exact] or [
        figure
        for figure in exact
        if 0 <= percent.sentence_start - figure.sentence_end <= 3 and figure.block != "table row"
    ]
    heads = headline(counts)
    others = [
        figure
        for figure in exact
        if figure.block == "table row"
        or figure in heads
        or -_FAR < figure.start - percent.start < NEAR
        and figure.block != "table row"
    ]
    others.sort(key=lambda figure: (figure.block == "table row", abs(figure.start - percent.start)))
    for one in sorted(close, key=lambda figure: abs(figure.start - percent.start))[:6]:
        for other in others[:12]:
            if (
                one.value != other.value
                and same_kind(one, other)
                and (one.kind or other.kind or one.unit != "count")
            ):
                yield from ((one, other), (other, one))


def _change(percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float) -> Found | None:
    """As in "609 arrests ... That is 73% more than the 352 of last year"; "rose 73% from 352 to 609"."""
    later = [figure for figure in inside if figure.start > percent.start]
    earlier = [figure for figure in inside if figure.start < percent.start]
    if not inside and (pair := _just_compared(percent, counts)):
        return _change_found(
            *pair, percent, tolerance, bool(_DOWN.search(percent.before[-40:] + percent.after[:20]))
        )
    near = percent.before[-40:] + percent.quote + percent.after[:40]
    down = bool(_DOWN.search(near))
    if later and MORE_THAN.match(words_between(percent, later[0])):
        old = later[0]
        if len(later) > 1 and re.search(r"^[^.;]{0,40}\bto\s(?:\w+\s){0,2}$", words_between(old, later[1])):
            return _change_found(later[1], old, percent, tolerance, down)
        new = earlier[-1] if earlier else _previous(percent, counts, old)
        return _change_found(new, old, percent, tolerance, down) if new and same_kind(new, old) else None
    if not tells_change(percent, behind=40):
        return None
    if (
        len(later) == 1 and not earlier and _ON.match(words_between(percent, later[0]))
    ):  # "Arrests are up 20% on the 1,006 of last year"
        new = _previous(percent, counts, later[0])
        subject = {kind_of(word) for word in re.findall(r"[^\W\d_]+", percent.before[-50:])}
        return (
            _change_found(new, later[0], percent, tolerance, down)
            if new and new.kind in subject - {""}
            else None
        )
    for pair in ([earlier[-2:]] if len(earlier) >= 2 else []) + ([later[:2]] if len(later) >= 2 else []):
        first, second = pair
        if first.unit != second.unit:
            continue
        gap = words_between(first, second)
        if re.search(r"\bfrom\s(?:\w+\s){0,2}$", first.before) and re.search(r"\bto\s(?:\w+\s){0,2}$", gap):
            return _change_found(second, first, percent, tolerance, down)
        if re.search(r"\bto\s(?:\w+\s){0,2}$", first.before) and re.search(r"\bfrom\s(?:\w+\s){0,2}$", gap):
            return _change_found(first, second, percent, tolerance, down)
        if re.search(
            r"\b(?:compared (?:with|to)|up from|down from|against|versus|from)\s(?:\w+\s){0,2}$", gap
        ):
            return _change_found(first, second, percent, tolerance, down)
    if (
        len(earlier) == 2
        and earlier[0].unit == earlier[1].unit
        and same_kind(*earlier)
        and (
            _CHANGE_NEXT.match(percent.after)
            or (
                _CHANGE_OF.search(percent.before)
                and not _ON_NEXT.match(percent.after)
                and all(_WHEN.match(one.after) for one in earlier)
            )
        )
        and re.search(
            r"\b(?:19|20)\d\d\b|\b(?:last|previous|same|prior|year|month|later|then|now)\b",
            percent.sentence[:NEAR],
        )
    ):
        return _change_found(earlier[1], earlier[0], percent, tolerance, down)
    if (
        len(earlier) == 1
        and len(later) == 1
        and earlier[0].unit == later[0].unit
        and re.search(
            r"\b(?:compared (?:with|to)|from|on|against|versus|than)\s(?:the\s|\w+\s){0,2}$",
            words_between(percent, later[0]),
        )
    ):
        return _change_found(earlier[0], later[0], percent, tolerance, down)
    return None


def _just_compared(percent: Figure, counts: list[Figure]) -> tuple[Figure, Figure] | None:
    """The new count and the old one of the sentence right before "That is a fall of 12%", if it compares just
    two."""
    elsewhere = re.match(r"[^,;.]{0,30}?\b(?:on|from|over|since|than)\s", percent.after)
    if elsewhere or not _THAT_IS.match(percent.before) or not tells_change(percent):
        return None
    before = [
        figure
        for figure in counts
        if 0 <= percent.sentence_start - figure.sentence_end <= 3 and figure.block != "table row"
    ]
    if len(before) != 2 or not same_kind(*before):
        return None
    gap = words_between(*before)
    if re.search(r"\bfrom\s(?:just\s|only\s)?$", before[0].before) and _INTO.fullmatch(gap):
        return before[1], before[0]
    return (before[0], before[1]) if _AGAINST.fullmatch(gap) else None


def _previous(percent: Figure, counts: list[Figure], like: Figure) -> Figure | None:
    """The last figure of the same kind in the sentence right before."""
    before = [
        figure
        for figure in counts
        if figure.sentence_start < percent.sentence_start
        and same_kind(figure, like)
        and percent.sentence_start - (figure.sentence_start + len(figure.sentence)) <= 3
    ]
    return before[0] if len({figure.sentence_start for figure in before}) == 1 and before else None


def table_change(
    percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float
) -> Found | None:
    """A row with two counts and the change between them."""
    if (
        not re.search(
            r"\b(?:change|difference|growth|increase|decrease|trend|variation|\+/-|year[- ]on[- ]year|yoy)\b|%\s?[+±]|[↑↓Δ]",
            f"{percent.column} ",
            re.IGNORECASE,
        )
        and not re.search(r"\b(?:up|down)\b", percent.before[-6:])
        and percent.quote[0] not in "+-−"
    ):
        return None
    earlier = [figure for figure in inside if figure.start < percent.start and figure.unit == inside[0].unit]
    if len(earlier) != 2:
        return None
    years = [re.search(r"(?:19|20)\d\d", figure.column) for figure in earlier]
    old, new = earlier if not all(years) or years[0][0] <= years[1][0] else earlier[::-1]
    return _change_found(new, old, percent, tolerance, bool(re.search(r"\bdown\b", percent.before[-6:])))
