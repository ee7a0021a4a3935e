"""Averages beside what they average: per head, per thing and per day."""

import re
from collections.abc import Iterator

from helpers.checks.figures import Figure, Found, headline, number_of, same_kind, words_between
from helpers.checks.sums import TOTAL_LABEL
from helpers.checks.words import kind_of, stem_of
from helpers.texts import word_list

__all__ = ["find_averages"]

_TOLERANCE = 0.05  # relative
# characters before an average in which its numerator and denominator are looked for, outside title and lead
_FAR = 700
_CUE = re.compile(
    r"\b(?:averag\w+|mean|works? out (?:at|to)|comes? (?:out )?(?:to|at)|came to|spread over|a rate of|roughly equal to)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?(?:each|apiece|a head|per head|a piece|per person|per capita)\b", re.IGNORECASE
)
_PER_TIME = re.compile(
    r"\s?(?:[\w’'-]+\s){0,3}?(?:an?|per|each|every)\s(day|week|month|year|hour)\b|\s(?:[\w’'-]+\s){0,3}?(dai|week|month|year|hour)ly\b",
    re.IGNORECASE,
)
_PER_THING = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?(?:per|for every|for each|to (?:a|each|every))\s"
    r"(?!day|week|month|year|hour|cent|person|head|capita)([a-z][\w’'-]+)",
    re.IGNORECASE,
)
# "Each flight carried ..."
_EACH_THING = re.compile(
    r"\b(?:[Ee]ach|[Ee]very|[Tt]he (?:average|typical))\s([a-z][\w’'-]{1,30})\s[a-z][^,;.\d]{0,60}$"
)
_ON_AVERAGE = re.compile(r"[^,;.\d]{0,40},?\son average\b")
_THAT = re.compile(
    r"(?:(?:That|This|It)\s(?:is|was|works? out|worked out|means|comes?|came|makes?|equals)\s|(?:On\s)?[Aa]verag(?:e|ing|es)\b)"
    r"(?:at\s|to\s)?(?:(?:an|about|some)\s)?"
)
# ", which works out at £62,000 per business": of what the sentence told last, whatever its name
_WHICH = re.compile(
    r",\s(?:which|that)\s(?:works? out|worked out|comes?|came|is|was|makes|means|amounts|equals)\s(?:(?:at|to)\s)?"
    r"(?:an\saverage\sof\s)?(?:about\s|some\s)?$"
)
_ANY_THING = frozenset(row["word"] for row in word_list("checks/words") if row["kind"] == "any thing")
_ASIDE = re.compile(
    r"(?:,|—|–|\(|\bor)\s?$"
)  # "stole 40 cars in 20 days, about two a day": reported only if it fits
_OR = re.compile(
    r"(?:\s[\w’'-]+){0,4},?\sor\s"
)  # "In 12 weeks it made 516 arrests, or 43 a week": what is told twice must fit
_IN_TIME = re.compile(
    r"\b(?:in|over|during|within|for)\s(?:the\s|its\s|their\s|a\s|just\s|only\s)*(?:\w+\s)?$", re.IGNORECASE
)
_TIME_ENDS = re.compile(r"\s(?:an?|per|each|every)\s\w+(?:[,.;)]|$)")
# "Each therefore has about 30 files": of what the sentence right before tells
_EACH_THUS = re.compile(
    r"(?:(?:So|Thus|Therefore|Hence),?\seach|Each(?:\sof\sthem)?\s(?:therefore|thus|hence))\s[^,;.\d]{0,40}$"
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|both)\s(?:[\w’'-]+\s)??([a-z]+(?:s|en|ple))\b", re.IGNORECASE
)
_TIMES = {"d": "D", "w": "W", "m": "M", "y": "Y", "h": "H"}
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25, "H": 1 / 24}


def find_averages(figures: list[Figure]) -> Iterator[Found]:
    """The averages of an article.

    Args:
        figures: Its quantities and durations, and the ranges of dates as lengths in days, in the order of the
            text.
    """
    heads = {
        figure.start
        for figure in headline([figure for figure in figures if not figure.unit.startswith("time")])
    }
    for average in figures:
        if average.block == "table row" or average.unit in ("percent", "percentage points"):
            continue
        said = average.unit == "ratio" or _CUE.search(average.before[-60:]) or _EACH.match(average.after)
        said = said or _ON_AVERAGE.match(average.after) or _EACH_THUS.match(average.before)
        aside = _ASIDE.search(average.before) and (
            _PER_TIME.match(f" a {average.per}") or _PER_TIME.match(average.after)
        )
        if not (said or aside):
            continue
        around = [
            figure
            for figure in figures
            if figure is not average and (_may_count(figure, average) or figure.start in heads)
        ]
        found = _one(average, around, heads)
        sure = said or _told_twice(found)
        if found and (sure or (found.holds and all(_near(item, average) for item in found.items))):
            yield found


def _told_twice(found: Found | None) -> bool:
    """As in "In 12 weeks it made 516 arrests, or roughly 43 a week": a count, a time of the same sentence,
    and "or" between the two."""
    if (
        not found
        or found.items[0].start > found.items[2].start
        or found.items[0].sentence_start != found.items[1].sentence_start
    ):
        return False
    top, length, average = found.items
    tied = (
        _OR.fullmatch(words_between(top, average))
        and _IN_TIME.search(length.before)
        and _TIME_ENDS.match(average.after)
    )
    return bool(tied) and (average.exact or average.approx)


def _may_count(figure: Figure, average: Figure) -> bool:
    """Whether a figure stands near enough to an average, or is a table's total."""
    if figure.block == "table row":
        return bool(TOTAL_LABEL.match(figure.label))
    return 0 <= average.start - figure.start < _FAR or figure.sentence_start == average.sentence_start


def _one(average: Figure, around: list[Figure], heads: set[int]) -> Found | None:
    unit = "count" if average.unit == "ratio" else average.unit
    tops = [
        figure for figure in around if figure.unit == unit and figure.value > average.value and not figure.per
    ]
    if unit == "count" and average.kind:
        tops = [figure for figure in tops if figure.kind == average.kind] or [
            figure for figure in tops if same_kind(figure, average)
        ]
    per_time = _PER_TIME.match(f" a {average.per}") or _PER_TIME.match(average.after)
    if per_time:
        return _per_time(average, tops, around, _TIMES[(per_time[1] or per_time[2])[0].lower()])
    per_thing = (
        _PER_THING.match(f" per {average.per}")
        if average.per[:1].isalpha() and average.per not in ("each", "apiece")
        else None
    )
    per_thing = per_thing or _PER_THING.match(average.after)
    counts = [figure for figure in around if figure.unit == "count" and figure.value > 1]
    each = _EACH_THING.search(average.before)
    if _EACH_THUS.match(average.before) and average.noun:
        tops = [figure for figure in tops if figure.noun == average.noun]
        return _just_told(average, tops, [figure for figure in counts if figure.noun != average.noun])
    if (
        each
        and not per_thing
        and (bottoms := [figure for figure in counts if figure.noun == stem_of(each[1])])
    ):
        return _per_head(average, tops, bottoms, heads, named=True)
    if per_thing:
        noun = stem_of(per_thing[1])
        bottoms = [
            figure
            for figure in counts
            if noun in {stem_of(word) for word in re.findall(r"[a-z’'-]+", figure.what.lower())}
        ]
        bottoms += [
            figure for figure in counts if kind_of(noun) == figure.kind == "person" and figure not in bottoms
        ]
        bottoms = bottoms or _by_another_name(average, counts, noun)
    elif (
        average.unit.startswith("time")
        or _EACH.match(average.after)
        or average.per in ("each", "apiece")
        or _CUE.search(average.before[-60:])
    ):
        bottoms = counts
    else:
        return None
    return _per_head(average, tops, bottoms, heads, named=bool(per_thing))


def _near(figure: Figure, average: Figure) -> bool:
    return (
        0 <= average.sentence_start - figure.sentence_end <= 3
        or figure.sentence_start == average.sentence_start
    )


def _per_head(
    average: Figure, tops: list[Figure], bottoms: list[Figure], heads: set[int], *, named: bool
) -> Found | None:
    """Numerator and denominator of "six each", "3.4 per container": the nearest that fit; else those that the
    words leave no doubt of."""
    pairs = [
        (top, bottom)
        for top in tops
        for bottom in bottoms
        if top is not bottom
        and (top.unit != "count" or top.value > bottom.value)
        and (_near(top, average) or _near(bottom, average) or named)
    ]
    pairs.sort(
        key=lambda pair: (
            not _near(pair[0], average),
            not _near(pair[1], average),
            sum(abs(one.start - average.start) for one in pair),
        )
    )
    for pair in pairs:
        if (found := _average(*pair, average)).holds:
            return found
    here = [
        figure
        for figure in tops
        if figure.sentence_start == average.sentence_start and figure.start < average.start
    ]
    if len(here) > 1 and named:
        here = [figure for figure in here if figure not in bottoms]
    if not here and named and _THAT.match(average.sentence):
        return _just_told(average, tops, bottoms)
    if len({figure.value for figure in here}) != 1:
        return None
    below = _denominator(average, here[-1], bottoms, heads, named)
    return _average(here[-1], below, average) if below and below.value > 1 else None


def _by_another_name(average: Figure, counts: list[Figure], noun: str) -> list[Figure]:
    """As in "£1.8m to 45 car washes and takeaways, which works out at £62,000 per business": the one count of
    things that may be meant."""
    inside = [
        figure
        for figure in counts
        if figure.sentence_start == average.sentence_start and figure.start < average.start
    ]
    if (
        noun not in _ANY_THING
        or not _WHICH.search(average.before)
        or len(inside) != 1
        or inside[0].kind in ("", "person", "force")
    ):
        return []
    if inside[0].noun.endswith(("er", "or", "ist")):  # "fined 40 owners, which comes to £5,000 per site"
        return []
    return inside


def _just_told(average: Figure, tops: list[Figure], bottoms: list[Figure]) -> Found | None:
    """Numerator and denominator of "That is 95 per flight", where the sentence right before tells of one of
    each."""
    below = [figure for figure in bottoms if _right_before(figure, average)]
    above = [figure for figure in tops if _right_before(figure, average) and figure not in below]
    once = len(above) == len(below) == 1 and above[0].sentence_start == below[0].sentence_start
    return (
        _average(above[0], below[0], average)
        if once and all(one.exact or one.approx for one in (*above, *below))
        else None
    )


def _denominator(
    average: Figure, top: Figure, bottoms: list[Figure], heads: set[int], named: bool
) -> Figure | None:
    """What an average that fails is said to divide by: the one other count of its sentence, or "the men" who
    were counted before."""
    inside = [
        figure for figure in bottoms if figure.sentence_start == average.sentence_start and figure is not top
    ]
    inside = [figure for figure in inside if figure.start < average.start]
    if inside:
        counted = [
            figure for figure in inside if named or figure.kind in ("person", "force") or len(inside) == 1
        ]
        return (
            counted[-1]
            if len({figure.value for figure in counted}) == 1
            and all(one.exact or one.approx for one in counted)
            else None
        )
    subject = words_between(top, top) or average.sentence[: max(0, top.start - average.sentence_start)]
    nouns = {stem_of(match[1]) for match in _DEFINITE.finditer(subject)}
    known = [
        figure
        for figure in bottoms
        if figure.noun and figure.noun in nouns and figure.end <= average.sentence_start and figure.exact
    ]
    return known[-1] if len({figure.value for figure in known}) == 1 else None


def _per_time(average: Figure, tops: list[Figure], around: list[Figure], unit: str) -> Found | None:
    """As in "24 crossings in 12 weeks, an average of two a week": the count and the length may stand a few
    sentences before."""
    lengths = [figure for figure in around if figure.unit.startswith("time ") and figure.unit[-1] in _DAYS]
    lengths = [figure for figure in lengths if figure.value * _DAYS[figure.unit[-1]] > _DAYS[unit] * 1.2]
    spoken = [figure for figure in lengths if not figure.column]
    pairs = [(top, length) for top in tops for length in lengths]
    pairs.sort(
        key=lambda pair: (
            pair[1].unit[-1] != unit,
            pair[1] not in spoken,
            not _near(pair[0], average),
            not _near(pair[1], average),
            abs(pair[0].start - average.start) + abs(pair[1].start - average.start),
        )
    )
    found = [_average(*pair, average, per=_DAYS[unit] / _DAYS[pair[1].unit[-1]]) for pair in pairs]
    if held := next((one for one in found if one.holds), None):
        return held
    here = {
        figure.value
        for figure in tops
        if figure.sentence_start == average.sentence_start and figure.start < average.start
    }
    stated = [
        pair
        for pair in pairs
        if pair[0].sentence_start == average.sentence_start and pair[0].start < average.start
    ]
    stated = [
        pair
        for pair in stated
        if pair[1].unit[-1] == unit and pair[1].sentence_start == average.sentence_start
    ]
    if len(here) == 1 and len({pair[1].value for pair in stated}) == 1:
        return _average(*stated[0], average)
    told = [
        pair
        for pair in pairs
        if _right_before(pair[0], average)
        and _right_before(pair[1], average)
        and pair[0].kind == average.kind
    ]
    once = (
        len({pair[0].value for pair in told}) == 1
        and len({pair[1].value * _DAYS[pair[1].unit[-1]] for pair in told}) == 1
    )
    return (
        next(one for one in found if one.items[:2] == told[0])
        if once and _THAT.match(average.sentence)
        else None
    )


def _right_before(figure: Figure, average: Figure) -> bool:
    return 0 <= average.sentence_start - figure.sentence_end <= 3


def _average(top: Figure, bottom: Figure, average: Figure, *, per: float = 1.0) -> Found:
    """Whether a ratio is the average stated; `per` is the length of the average's unit of time in that of the
    denominator."""
    size = bottom.value / per if per != 1.0 else bottom.value
    value = top.value / size
    decimals = (
        len(average.quote.partition(".")[2].rstrip(" %abcdefghijklmnopqrstuvwxyz"))
        if "." in average.quote
        else 0
    )
    rounded = abs(round(value, decimals) - average.value) < 1e-9 and average.value < 1000
    holds = abs(value - average.value) <= _TOLERANCE * average.value or rounded
    if average.low is None and average.high is not None:
        holds = holds or 0.8 * average.high <= value <= average.high
    if average.high is None and average.low is not None:
        holds = holds or average.low <= value <= 1.25 * average.low
    about = f"{number_of(top.value)} / {number_of(bottom.value)} = {value:,.2f}"
    return Found(
        "average_matches_ratio",
        holds,
        (top, bottom, average),
        about if holds else f"{about}, the text says {average.quote}",
    )
