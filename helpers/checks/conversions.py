"""One amount given twice: a measure or a length of time in two units, a sum of money in two currencies at a stated rate.

In: counts and measures with the words around them. Out: ties of "conversion". A conversion that fails needs words that say
that it is one: a bracket that holds nothing else, "the equivalent of", "that is", "or" behind a comma with no thing of its own.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from helpers.checks.arithmetic import Verdict, close_verdict, number_in_words, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.dimensions import measures
from helpers.checks.frames import Frame, Story, between

__all__ = ["find_conversions"]

_HEDGE = (
    r"(?:(?:about|around|roughly|nearly|some|approximately|approx\.|almost|just|over|under|more\sthan|less\sthan"
    r"|well|or|only|exactly|close\sto|an?\sestimated|somewhat|slightly|~|≈)\s?){0,3}(?:[A-Z]{0,3}[$£€]?)?$"
)
_MEASURES = r"(?:in|by|using)\s(?:the\s)?[\w.]+\s(?:terms|units?|measures?|system|weights?|notation)"
_EQUAL_TO = (
    r"\bequivalent\s(?:of|to)|\b(?:equal|convert(?:s|ed|ing)?|translat(?:es?|ed|ing)|correspond(?:s|ed|ing)?"
    r"|amount(?:s|ed|ing)?)\s(?:in)?to|\bequals|\bconverted|="
)
_IN_OTHER_WORDS = (
    r"\b(?:which|that)\s(?:is(?:\sto\ssay)?|was|makes|made|means|comes\sto)|\bi\.?e\.|\bin\sother\swords"
)
_EQUALS = re.compile(rf"(?:{_EQUAL_TO}|{_IN_OTHER_WORDS}|\b{_MEASURES}),?\s{_HEDGE}", re.I)
_BRACKET = re.compile(rf"[(\[]\s?{_HEDGE}", re.I)
_BESIDE = re.compile(rf"(?:,\sor|\s?[–—]{{1,2}}|\s?--|\s?/|,)\s?(?:or\s)?{_HEDGE}", re.I)
_LOOSE = re.compile(
    rf"(?:\sor|,\s(?:worth|about|roughly)|,?\s(?:in\s[a-z]+\s(?:terms|units|measures?)))\s{_HEDGE}", re.I
)
# what stands between a figure and its turn: "of compressed cannabis", "high"; behind "equal to" also "of public land, he said,"
_TAIL, _LONG_TAIL = re.compile(r"(?:\s[^\W\d_][\w’'-]*){0,5}\s?,?"), re.compile(r"[^.;:()\d]{0,70}")
_CLOSES = re.compile(r"\s?(?:[)\]]|[,;/]\s(?=[^()\[\]]*[)\]]))")
_ENDS = re.compile(
    r"\s?(?:[.;:)\],–—]|--|/|$)|\s(?:was|were|is|are|lay|lies|had|has)\b|\s(?P<of>of\s(?!it\b|th))"
)
_NEXT = re.compile(
    rf"\W{{0,3}}(?:(?:[Tt]hat|[Tt]his)\s(?:is|was|equals|makes|made|means|corresponds\sto|amounts\sto|comes\sto|converts\sto|works\sout\s(?:at|to))\s{_HEDGE}"
    rf"|(?i:{_MEASURES}|converted)\b[^.;:()\d]{{0,70}}\s{_HEDGE})"
)
MOST_WRONG = 5  # times: an error in a conversion beside another word than "equal to" is no greater
NEXT_LINE = 150  # characters
_CONVERTS = 0.05  # relative: conversions are rounded
_HEAT = {"°F", "°C"}  # their zeros differ
_DAYS = {"time H": 1 / 24, "time D": 1.0, "time W": 7.0, "time M": 30.44, "time Y": 365.25}
_TIMES = {"time Y": "years", "time M": "months", "time W": "weeks", "time D": "days", "time H": "hours"}
_RATE = re.compile(
    r"\b(?:to\s(?:the|a|one)|per|for\s(?:one|a|each|every)|equals?|=|a)\s(?:U\.?S\.?\s|American\s|Canadian\s)?(?:\w+)\b",
    re.I,
)
_RATE_BEFORE = re.compile(r"\brate\s(?:of|was|is|at)\s(?:about\s|roughly\s)?(?:[A-Z]{0,3}[$£€]?)$")
_MONEY = "dollar|euro|pound|franc|peso|real|yen|yuan|rupee|rou?ble|krone|krona|crown|dinar|lira|rand|shilling|naira|cedi|zloty|forint|dirham|riyal|shekel|baht|ringgit|hryvnia|leu|lev|bitcoin|coin"
_ONE = rf"(?:\b(?:[Aa]n?|[Oo]ne|[Ee]ach|[Ee]very|[Tt]he|1(?:\.00?)?)\s(?:[A-Z][\w.]+\s)?(?:{_MONEY})|[$£€]\s?1|\b[A-Z]{{3}}\s?1|\b1\s[A-Z]{{3}})"
# "a dollar was worth 3.4 shekels", "€1 = 25 crowns"
_ONE_BUYS = re.compile(
    rf"{_ONE}\s(?:(?:then|now|today|currently|officially)\s)?"
    r"(?:=|equal(?:s|led)?|at|(?:is|was)(?:\s(?:worth|(?:set|put|taken|counted|reckoned|valued)\sat))?|buys|bought|worth|trade[sd]\s(?:at|for)|st(?:ood|ands)\sat)\s"
    r"(?:(?:about|roughly|some|around)\s)?(?:[A-Z]{0,3}[$£€]?)$"
)

# "amounts to", "are worth"; "put the debt at", "so that the fine comes to"
_IS = (
    r"\b(?:equal(?:s|led)?(?:\sto)?|amount(?:s|ed)?\s(?:in)?to|c[ao]mes?\s(?:out\s)?(?:to|at)|(?:correspond|convert|translat)(?:e?s|ed)?\s(?:in)?to"
    r"|work(?:s|ed)\sout\s(?:at|to)|worth|(?:that|this|which)\s(?:is|was|makes?|made|means?|meant|gives?|gave))"
)
_PUT_AT = (
    r"\b(?:put|valued?|price[sd]?|reckon(?:s|ed)?|count(?:s|ed)?)\s(?:[\w’'-]+\s){0,5}at"
    r"|\b(?:(?:that|this|which)\smean[st]\sthat|so\sthat)\s(?:[\w’'-]+\s){1,7}"
)
_COMES_TO = tuple(re.compile(rf"(?:{words})\s?{_HEDGE}", re.I) for words in (_IS, _PUT_AT))
_TO_MONEY = re.compile(rf"\sto\s(?:the|a|one)\s(?:U\.?S\.?\s)?(?:{_MONEY})\b", re.I)
_FRONTED = re.compile(r"\W{0,2}(?:With|At|If|Since|As|Taking|Using)\s[^.;:,]{0,50}$")
LARGE = 1000  # a bare number that is a sum of money is no less


def find_conversions(story: Story) -> Iterator[Tie]:
    """Figures given in another unit beside them or in the next sentence, or in other money at a rate that the text states."""
    for line, inside in story.by_line.items():
        for a, b in zip(inside, inside[1:], strict=False):
            yield from _measures(a, b)
        yield from _next_line(story, line, inside)
        yield from _money(story, line, inside)


def _measures(a: Frame, b: Frame) -> Iterator[Tie]:
    """A measure and the one beside it, if the words turn from one to the other."""
    if not _comparable(a, b):
        return
    words = between(a, b)
    verdict = _converted(a, b)
    if turn := _turn(words, _EQUALS, _LONG_TAIL):
        sure = _bare(a, b)
    elif turn := _turn(words, _BRACKET, _TAIL):
        sure = bool(_CLOSES.match(b.after))
    elif turn := _turn(words, _BESIDE, _TAIL):
        ratio = verdict.computed / verdict.stated if verdict.stated else 0.0
        told = not a.dimension.startswith("time ") and _bare(a, b)
        sure = told and 1 / MOST_WRONG < ratio < MOST_WRONG
    if turn:
        yield Tie("conversion", (a, b), verdict, {"adjacent": 1.0}, ("conversion", b.start), (), sure)


def _comparable(a: Frame, b: Frame) -> bool:
    """Whether two figures measure one dimension in two units."""
    timed = a.dimension in _DAYS and b.dimension in _DAYS
    one = a.dimension == b.dimension and a.factor != b.factor or timed or {a.unit, b.unit} == _HEAT
    return one and a.unit != b.unit and a.value > 0 and b.value > 0


def _turn(words: str, turn: re.Pattern, tail: re.Pattern) -> str:
    """The words that turn from one figure to another, if nothing but what the first counts stands before them."""
    found = next((one for one in turn.finditer(words) if one.end() == len(words)), None)
    return found[0] if found and tail.fullmatch(words[: found.start()]) else ""


def _bare(a: Frame, b: Frame) -> bool:
    """Whether the second figure has no thing or condition of its own: "or 40 pounds of marijuana", "if wet"."""
    ends = _ENDS.match(b.after)
    of_own = ends and ends["of"] and re.match(r"\sof\s", a.after)
    return bool(ends and not of_own)


def _next_line(story: Story, line: int, inside: list[Frame]) -> Iterator[Tie]:
    """A measure that the next sentence gives again: "That is 88 pounds", "In American measures the load weighs …"."""
    b = inside[0]
    opens = b.sentence[: b.start - b.sentence_start]
    if not _NEXT.fullmatch(opens) or story.gap(line - 1, line) > NEXT_LINE:
        return
    before = [a for a in story.by_line.get(line - 1, ()) if _comparable(a, b) or a.unit == b.unit]
    if len(before) == 1 and before[0].unit != b.unit:
        (a,) = before
        evidence = {"adjacent": 1.0, "next line": 1.0}
        yield Tie("conversion", (a, b), _converted(a, b), evidence, ("conversion", b.start), (), _bare(a, b))


def _converted(a: Frame, b: Frame) -> Verdict:
    """Whether a figure is another one in another unit, by any measure of that name: an imperial gallon, a long ton."""
    told = _TIMES.get(b.unit, b.unit)
    verdicts = []
    if a.unit in _HEAT:
        heat = (a.value - 32) / 1.8 if a.unit == "°F" else a.value * 1.8 + 32
        a = replace(a, factor=heat / a.value)
    if a.dimension in _DAYS:
        a = replace(a, factor=b.factor * _DAYS[a.unit] / _DAYS[b.unit])
    for one, other in product(_measured(a), _measured(b)):
        formula = f"{a.quote} = {number_in_words(one.size / other.factor)} {told}"
        verdict = close_verdict(span_of(one), span_of(other), formula, _CONVERTS)
        scale = b.factor / other.factor  # told in the usual measure of that name
        verdicts.append(replace(verdict, computed=verdict.computed * scale, stated=verdict.stated * scale))
    return next((verdict for verdict in verdicts if verdict.holds), verdicts[0])


def _measured(one: Frame) -> list[Frame]:
    """A figure by its measure, and by the others that go by the name of its unit."""
    measure = measures().get(one.unit)
    return [one, *(replace(one, factor=factor) for factor in (measure.also if measure else ()))]


def _is_money(one: Frame) -> bool:
    return len(one.unit) == 3 and one.unit.isupper()


def _money(story: Story, line: int, inside: list[Frame]) -> Iterator[Tie]:
    """Two sums in two currencies, and the rate between them, all in lines beside each other."""
    ties: list[Tie] = []
    for rate in map(_in_money, inside):
        buys = _is_money(rate) and bool(_ONE_BUYS.search(rate.before[-80:]))
        if rate.value <= 0 or not buys and not has_cue("rate", rate.sentence):
            continue
        near = [
            one
            for number in range(line - 2, line + 3)
            for one in story.by_line.get(number, ())
            if story.gap(line, number) <= 250
        ]
        sums = [one for one in near if _is_money(one) and one.start != rate.start and one.value > 1]
        if _RATE_BEFORE.search(rate.before[-40:]):
            yield from _at_rate(rate, sums)
        if not buys and not (_is_money(rate) and _RATE.match(rate.after.lstrip())):
            continue
        bare = [replace(one, unit=rate.unit) for one in near if _may_be_money(one) and _makes(one)]
        for a in (one for one in (*sums, *bare) if one.unit == rate.unit):
            others = [one for one in sums if one.unit != rate.unit]
            ties += [_at(rate, a, b, [*sums, *bare], line) for b in others]
    said = {item.start for tie in ties if tie.evidence["cue"] for item in (tie.items[0], tie.items[2])}
    for tie in ties:
        if tie.evidence["cue"] or not said & {tie.items[0].start, tie.items[2].start}:
            yield tie


def _in_money(rate: Frame) -> Frame:
    """A rate in pounds that are no weight: "30.9 pounds to the dollar"."""
    weighs = rate.unit == "lb" and _TO_MONEY.match(rate.after)
    return replace(rate, unit="GBP", dimension="GBP", factor=1.0) if weighs else rate


def _may_be_money(one: Frame) -> bool:
    return one.unit == "count" and one.value >= LARGE


def _makes(one: Frame) -> bool:
    """Whether the words before a sum say that something told of comes to it."""
    return any(words.search(one.before[-90:]) for words in _COMES_TO) and not one.per


def _at(rate: Frame, a: Frame, b: Frame, sums: list[Frame], line: int) -> Tie:
    """Two sums of which one is the other divided by a rate."""
    value = a.value / rate.value
    formula = f"{number_in_words(a.value)} / {number_in_words(rate.value)} = {number_in_words(value)}"
    verdict = close_verdict((value,) * 2 + (1,), span_of(b), formula, _CONVERTS)
    gap = abs(a.line - line) + abs(b.line - line)
    turns = (_turn(between(a, b), *way) for way in ((_BRACKET, _TAIL), (_BESIDE, _TAIL), (_LOOSE, _TAIL)))
    beside = a.line == b.line and any(turns)
    first, last = sorted((a, b), key=lambda one: one.start)
    # the sum that another comes to is told before it, in the other currency
    told = [one for one in sums if one.unit == first.unit and one.start < last.start and not one.per]
    makes = told and told[-1].start == first.start and (_makes(last) or _fronts(rate, last))
    makes = makes and max(value / b.value, b.value / value) < MOST_WRONG
    evidence = {
        "named": 1.0,
        "cue": float(bool(makes)),
        "same line": float(gap == 0),
        "next line": float(gap > 0),
        "rival": 0.5 * (len(sums) > 2 and not beside and not makes),
    }
    claim = ("conversion", last.start if makes else b.start)
    # two sums in lines beside a rate need not be one
    may_fail = bool(makes or beside or gap == 0)
    return Tie("conversion", (a, rate, b), verdict, evidence, claim, (), may_fail)


def _fronts(rate: Frame, one: Frame) -> bool:
    """Whether a sentence opens with the rate at which a sum in it is told: "At 18.5 rand to the dollar, this is"."""
    opens = rate.sentence[: rate.start - rate.sentence_start]
    return rate.line == one.line and rate.end < one.start and bool(_FRONTED.match(opens))


def _at_rate(rate: Frame, sums: list[Frame]) -> Iterator[Tie]:
    """A sum given in another currency beside it "at the rate of 7.8", whichever way the rate is told."""
    pairs = [(a, b) for a, b in zip(sums, sums[1:], strict=False) if a.line == b.line == rate.line]
    for a, b in pairs:
        words = between(a, b)
        ways = ((_BRACKET, _TAIL), (_BESIDE, _TAIL), (_LOOSE, _TAIL), (_EQUALS, _TAIL))
        if a.unit == b.unit or not any(_turn(words, *way) for way in ways):
            continue
        results = ((a.value / rate.value, "/"), (a.value * rate.value, "×"))
        value, sign = min(results, key=lambda way: abs(math.log(way[0] / b.value)))
        formula = (
            f"{number_in_words(a.value)} {sign} {number_in_words(rate.value)} = {number_in_words(value)}"
        )
        verdict = close_verdict((value, value, 1), span_of(b), formula, _CONVERTS)
        evidence = {"named": 1.0, "same line": 1.0}
        yield Tie("conversion", (a, rate, b), verdict, evidence, ("conversion", b.start), ())
