"""Two figures beside a third that tells how they differ, and what the words say for and against them.

In: a percentage of change, a difference or a multiple, with the figures near it. Out: pairs in the order of the text,
nearest first, and the evidence that ties a pair to what is told of it.
"""

import re
from collections.abc import Iterator
from functools import cache

from helpers.checks.arithmetic import HOLDS, Verdict
from helpers.checks.binding import near_evidence
from helpers.checks.continued import goes_on, leads_back_to_pair
from helpers.checks.cues import cue_words, find_cue, has_cue
from helpers.checks.earlier import CUT, from_to, other_times
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.texts import PEOPLE_CLASSES, action_nouns, noun_class, singular, word_list, word_stems

__all__ = [
    "chance_of",
    "common_words",
    "is_beside",
    "is_bounded",
    "is_difference",
    "more_times",
    "other_subject",
    "pair_evidence",
    "pairs_near",
    "subject_of",
    "words_of_change",
]

REACH = 400
MOST_TIMES = 30  # figures further apart than this are not told as one thing at two times
MOST_FIGURES, MOST_PAIRS = 8, 10
LONGEST = 120  # characters of a clause that are searched for what rises or falls
_CLAUSE = re.compile(r";|\.\s|,\s(?:and|but|while|whereas)\s")
_PERIOD = (
    r"(?:same|similar|equivalent|previous|last|prior|corresponding)\s[\w\s]{0,20}(?:year|month|quarter|period)"
    r"|a\syear\s(?:earlier|ago|before)|last\s(?:year|month)"
)
_OWN_PERIOD = re.compile(
    r"[^.;]{0,40}?\b(?:on\s(?:\w+\s)?(?:last\syear|\d{4})|year[\s-]on[\s-]year"
    rf"|(?:than|from|over|on|against|beside|compared\swith|compared\sto)\s(?:the\s)?(?:{_PERIOD}))",
    re.I,
)
_YEARS = re.compile(r"\W{0,3}(?:over|across|during|throughout)\s(?:[\w-]+\s){1,4}(?:years|decades?)\b", re.I)
_NOUN_OF_CHANGE, _VERB_OF_CHANGE = cue_words("noun of change"), cue_words("verb of change")
_DIFFERENCE = re.compile(
    rf"\b(?:(?:{_NOUN_OF_CHANGE})(?:\s(?:of|was|is|comes\sto|amounts\sto)|,|:)|(?:{_VERB_OF_CHANGE}|higher|lower|greater|larger|smaller|fewer|more)"
    r"\s(?:[\w’'-]+\s){0,6}?by|(?:that\sis|i\.e\.|namely),?\sby)\s(?:(?:about|some|only|just|exactly|nearly|fully)\s)?(?:[A-Z]?[$£€]?\s?)?$",
    re.I,
)
_PERIODS = re.compile(
    r"\s(?:half-)?(?:years|months|weeks|days|quarters|periods|seasons)\b"
)  # "the two half-years"
_PART = re.compile(r"\bof\s(?:these|those|them|which|whom),?\s$", re.I)
_LEVEL = re.compile(
    r"\b(?:from|to|was|were|is|are|against|of)\s(?:(?:an?|just|only|about|some)\s)?$", re.I
)  # no "over the last two years"
_MORE = re.compile(
    r"\s(?!\w+ed\s(?:up|down)\b)(?:[\w’'-]+\s)?(?:more|fewer|less|higher|lower|up|down|above|below|short\sof|(?:over|under)(?=\sthe\s[$£€]?\d))\b(?!\s(?:than\s)?(?:a|one|half)\s|\sfrom\b)",
    re.I,
)
_AS_MANY = re.compile(
    r"(?:\stimes)?\sas\s(?:many|much|large|high)\sas\s(?:[a-z]+\s){0,2}"
)  # "six times as many as the 579"
_MORE_TIMES = re.compile(r"\stimes\s(?:more|fewer|less)\b")
_NOUN_OF_WHAT = re.compile(
    rf"(?:.*\b)?(?:{_NOUN_OF_CHANGE})\sin\s(?:the\s)?(?:number\sof\s|amount\sof\s)?(?P<what>[a-z]+(?:\s[a-z]+){{0,2}})"
)
# "the number of people whom police freed from traffickers fell by"
_NUMBER_OF = re.compile(
    r"\b[Tt]he\s(?:number|count|total|tally|amount)\sof\s(?P<what>[a-z]+(?:\s(?!who|that|which|in|at|from|on|by|for|with|of|to|freed|held|and)[a-z]+)?)\b"
    r"(?!.*\b[Tt]he\s(?:number|count|total|tally|amount)\sof\b)"
)
_VERB = re.compile(rf"\b(?:{_VERB_OF_CHANGE})\b", re.I)
_PLACE = re.compile(r"\b(?:at|in|on|from|by|near|across|during|for|with)\b", re.I)
# "144 workers, up 50%", and not "144 workers, while thefts fell 50%"
_ASIDE = re.compile(r"(?:\s[\w’'-]+){0,8}\s?[,;(–—-]{1,2}\s?(?:(?!(?:while|whereas|but|and)\b)[a-z]+\s){0,5}")
# "compared to July (43,000), and 40 percent less than January's 65,000": both are what something else is compared with
_BASE = re.compile(
    r"\b(?:compared\s(?:to|with)|than|against|versus)\s(?:[\w’'-]+\s){0,4}\(?(?:about\s)?$", re.I
)
# "rose 15% to 230", "40% more than the 430"
_TO = re.compile(
    r"\s(?:to|from|(?:more|less|fewer|higher|lower|above|below|up|down)\s(?:to|from|than|on))\s(?:(?:the|its|that\sof)\s)?"
    r"(?:(?:about|around|some|only|just|nearly)\s)?"
)


def _clause_before(one: Frame) -> str:
    """The words of the clause in which a figure stands that come before it."""
    return _CLAUSE.split(one.before)[-1]


def is_difference(one: Frame) -> str:
    """The words that make a figure a difference ("a shortfall of 12", "14 fewer than"); empty if there are none."""
    found = _MORE.match(one.after) or _DIFFERENCE.search(one.before[-70:])
    return found[0].strip() if found else ""


def more_times(story: Story, one: Frame) -> bool:
    """Whether a multiple only says how much more often: "called out 1,214 times, 87 times more than in 2022"."""
    often = (x for x in story.by_line.get(one.line, ()) if x.start < one.start and x.dimension == "count")
    return (
        one.quote[0].isdigit()
        and bool(_MORE_TIMES.match(one.after))
        and any(x.after.startswith(" times") for x in often)
    )


def is_beside(percent: Frame, one: Frame) -> bool:
    """Whether a percentage stands directly beside a figure: "144, up 50% from", "rose 15% to 230"."""
    if one.line != percent.line:
        return False
    return bool((_ASIDE if one.start < percent.start else _TO).fullmatch(between(percent, one)))


def pairs_near(story: Story, one: Frame) -> Iterator[tuple[int, Frame, Frame]]:
    """Pairs of figures near a change, nearest first and numbered, each in the order of the text."""
    near = [
        other
        for other in story.counted
        if other.start != one.start
        and not is_difference(other)
        and not _PART.search(other.before[-20:])
        and not _PERIODS.match(other.after)
        and (not one.counts or agreement(one, other))  # a number of people does not lie between two of money
        and (not other.dimension.startswith("time ") or _LEVEL.search(other.before[-30:]))
        and -4 <= other.line - one.line <= 3
        and story.gap(one.line, other.line) <= REACH
    ]
    near.sort(key=lambda other: (story.gap(one.line, other.line), abs(other.start - one.start)))
    near = near[:MOST_FIGURES]
    pairs = [
        tuple(sorted((a, b), key=lambda x: x.start))
        for at, a in enumerate(near)
        for b in near[at + 1 :]
        if agreement(a, b) and _comparable(a, b) and not _own_changes(story, one, a, b)
        if not one.counts or max(a.size, b.size) > one.size  # else nothing is that much less
        if not (_BASE.search(a.before[-60:]) and _BASE.search(b.before[-60:]))
        and _in_next_clause(one, a) == _in_next_clause(one, b)
    ]
    pairs.sort(
        key=lambda pair: (
            not pair[0].line == pair[1].line == one.line,
            sum(story.gap(one.line, x.line) + abs(one.start - x.start) for x in pair),
        )
    )
    for rank, (a, b) in enumerate(pairs[:MOST_PAIRS]):
        yield rank, a, b


def _in_next_clause(one: Frame, other: Frame) -> bool:
    """Whether a figure stands behind a change and a semicolon: "their number has doubled; 22 are held"."""
    return one.line == other.line and one.end < other.start and ";" in between(one, other)


def _own_changes(story: Story, one: Frame, a: Frame, b: Frame) -> bool:
    """Whether each of two figures has a percentage of its own beside it, elsewhere than in the sentence of a change or
    each another one: "80 thefts, an increase of 5 per cent on last year, 30 rapes, an increase of"."""
    own = [
        {
            p.start
            for p in story.by_line[x.line]
            if (p.dimension == "percent" or is_difference(p)) and is_beside(p, x)
        }
        for x in (a, b)
    ]
    behind = [{start for start in starts if start > x.start} for starts, x in zip(own, (a, b), strict=True)]
    elsewhere = one.line not in (a.line, b.line)
    return all(own) and elsewhere or all(behind) and not behind[0] & behind[1]


def _comparable(a: Frame, b: Frame) -> bool:
    low, high = sorted((a.size, b.size))
    return 0 < low < high < MOST_TIMES * low


def chance_of(verdict: Verdict, a: Frame, b: Frame) -> float:
    """How likely two free figures meet to the last digit what is told of them; 0 where small ones are soon met, or where
    it is only nearly so."""
    exact = a.exact and b.exact and verdict.verdict == HOLDS
    return MOST_PAIRS / max(a.size, b.size) if exact and max(a.size, b.size) >= 4 * MOST_PAIRS else 0.0


def is_bounded(one: Frame) -> bool:
    """Whether a figure has a lower and an upper bound, as "more than 144,000" has not; "no fewer than 880" are 880."""
    return one.exact or one.approx or one.quote.lower().startswith(("no fewer than", "no less than"))


@cache
def common_words() -> frozenset[str]:
    """Stems of words that stand in any text of this kind, and tie no two sentences."""
    words = {row["word"] for row in word_list("checks/common_words")}
    return frozenset(singular(word)[:6] for word in words) | {
        row["word"][:6] for row in word_list("quantities/en/stop_words")
    }


def _theme(one: Frame, a: Frame, b: Frame) -> frozenset[str]:
    """What the sentence of a change and those of two figures both tell of: stems of words, or the class of what changes."""
    stems = (
        word_stems(one.sentence.lower()) & word_stems(f"{a.sentence} {b.sentence}".lower())
    ) - common_words()
    told = subject_of(one) if one.dimension == "percent" else ()
    classes = {noun_class(word) for word in told} & {a.noun_class, b.noun_class}
    return stems or frozenset(classes - {"", "generic"})


def pair_evidence(story: Story, one: Frame, a: Frame, b: Frame, rank: int) -> dict[str, float]:
    """What the words say for and against two figures as the ends of a change."""
    inside = {a.line, b.line}
    clause = _clause_before(one)
    link = story.text_between(a, b)
    around = f"{a.before[-50:]} {link[:160]} {b.after[:60]}"
    paired = has_cue("pair", around) or has_cue("earlier", around) or a.line == b.line and from_to(a, b)
    paired = paired or one.line == b.line and bool(_AS_MANY.fullmatch(between(one, b)))
    back = leads_back_to_pair(one, clause) or goes_on(one, a, b)
    own = one.line not in inside
    theme = _theme(one, a, b) if own else frozenset()
    levels = agreement(a, b)
    parted = other_times(story, a, b, one)
    period = _period_alone(one, a, b)
    return {
        "cue": 1.0,
        "back": float(back),
        "pair": float(paired),
        "same noun": float(levels == "same noun"),
        "same class": float(levels == "same class"),
        "other noun": float(levels == "other noun") + float(_of_others(one, a)),
        "wrong way": float(has_cue("forecast", clause[-70:]))
        + float(own and not back and not theme) * (0.4 if paired else 1.0),
        "scope": 2.0 * float(not own and not parted and period)
        + float(own and (period or bool(_OWN_PERIOD.search(clause[-160:]) or _YEARS.match(clause)))),
        "named": float(own and len(theme) > (0 if story.is_head(one) else 1)),
        "rival": 0.5 * min(rank, 2),
        "parallel": float(parted),
        **near_evidence(story, inside, one.line),
    }


def _period_alone(one: Frame, a: Frame, b: Frame) -> bool:
    """Whether a change is told from another time ("on the year before"), and not from one of two figures ("on 2019's 7,500")."""
    found = _OWN_PERIOD.match(one.after)
    return bool(found) and not any(0 <= x.start - one.end - found.end() < 4 for x in (a, b))


def _of_others(one: Frame, a: Frame) -> bool:
    """Whether what a difference counts is something else than what the two figures count."""
    told = one.counts and one.noun and not one.noun.startswith(("increase", "rise"))
    return bool(told and agreement(one, a) in ("", "other noun"))


def other_subject(one: Frame, a: Frame, b: Frame) -> bool:
    """Whether what rises or falls is of another class than the two figures: "arrests are up 40%" and two counts of guns."""
    words = subject_of(one)
    told = {noun_class(word) for word in words} - {""}
    classes = {figure.noun_class for figure in (a, b) if figure.noun_class}
    if any(action_nouns().get(word.lower()) == "seize" for word in words) and not classes & PEOPLE_CLASSES:
        return False  # seizures are counted by what is seized
    return bool(told and classes and not told & classes and "generic" not in told | classes)


def subject_of(one: Frame) -> list[str]:
    """The words for what rises or falls: behind a noun ("a rise in burglaries of"), or before a verb ("burglaries rose by");
    none where neither is told, as in "the district has seen a jump of"."""
    clause = _clause_before(one)
    if found := _NOUN_OF_WHAT.search(clause) or _NOUN_OF_WHAT.match(f"{one.quote}{one.after[:80]}"):
        return found["what"].split()
    near = clause[-LONGEST:]
    verbs = [found.start() for found in _VERB.finditer(near)] or (
        [len(near)] if one.quote[-2:] == "ed" else []
    )
    if verbs and (number := _NUMBER_OF.search(clause[: len(clause) - len(near) + verbs[-1]])):
        return number["what"].split()
    phrases = _PLACE.split(CUT.split(near[: verbs[-1]])[-1]) if verbs else []
    return re.findall(r"[^\W\d_]{3,}", next((phrase for phrase in phrases if phrase.strip()), ""))[-6:]


def words_of_change(one: Frame) -> tuple[str, ...]:
    """The word before a figure that tells of a change, to be shown."""
    cues = (find_cue(kind, one.before[-60:]) for kind in ("up", "down", "back"))
    return tuple(cue for cue in cues if cue)[:1]
