"""Rates: so many of every thousand or hundred thousand, the count and the population they are the ratio of.

In: figures told as so many "per 100,000", "for every 1,000 residents". Out: ties of "average" (count, population, rate). The
population is named as one, or by the noun of the rate; the count stands where the same is told of: "the murder rate" and 84
murders, "156 prisoners" and what the prisons hold.
"""

import re
from collections.abc import Iterator

from helpers.checks.alike import same_deed
from helpers.checks.arithmetic import average_verdict, half_unit, span_of
from helpers.checks.binding import Tie, near_evidence
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story
from helpers.checks.pairs import common_words
from helpers.texts import PEOPLE_CLASSES, noun_class, singular, word_stems

__all__ = ["find_rates", "is_of_many"]

NEAR, MOST = 3, 6  # lines from a rate to its count; counts that are tried
MOST_FAR = 4  # times: what gives more or less than this is never meant
_SCALES = {"thousand": 1e3, "million": 1e6}
_OF_MANY = re.compile(
    r"(?:an?\s)?(?:(?P<number>\d{1,3}(?:[,.]?000)+)|(?P<word>thousand|million))\b\s?(?P<noun>[a-z]*)"
)
_PEOPLE = re.compile(r"inhabitant|resident|citizen|person|population|head")
_POPULATION = re.compile(
    r"\b(?:population|home\sto|inhabited\sby|pupil\snumbers?|headcount)\b(?:\s(?:of|is|was|some|about))*\s$"
)
# told of another place or time, or of many together: no rate of what is counted here
_ELSEWHERE = re.compile(
    r"\b(?:national(?:ly)?|average|mean|elsewhere|neighbou?ring|worldwide|global|europe(?:an)?|other|target|goal|ten\syears|peak(?:ed)?|once|fewer|lower|higher|previous|last\s(?:year|decade))\b",
    re.I,
)


def is_of_many(one: Frame) -> bool:
    """Whether a figure is so many of a thousand or more."""
    return one.dimension == "ratio" and bool(_OF_MANY.fullmatch(one.per))


def find_rates(story: Story) -> Iterator[Tie]:
    """Every rate with its population and the counts that it may be of."""
    for one in story.frames:
        if (
            is_of_many(one)
            and not one.block.startswith("table")
            and one.low is not None
            and one.high is not None
        ):
            told = _OF_MANY.fullmatch(one.per)
            many = _SCALES.get(told["word"] or "") or float(re.sub(r"[,.]", "", told["number"]))
            if below := _population(story, one, singular(told["noun"] or one.noun), many):
                yield from _ties(story, one, below, many)


def _population(story: Story, one: Frame, noun: str, many: float) -> Frame | None:
    """The figure that counts all of whom a rate takes so many: the nearest that is named so."""
    found = [
        x
        for x in story.counted
        if x.dimension == "count" and x.size > many and abs(x.line - one.line) <= NEAR
        if x.noun in (noun, "inhabitant", "resident", "citizen", "population")
        or _POPULATION.search(x.before[-40:])
        or _PEOPLE.match(noun or "person")
        and x.noun == "person"
        and x.line == one.line
    ]
    return min(found, key=lambda x: (abs(x.line - one.line), abs(x.start - one.start)), default=None)


def _ties(story: Story, one: Frame, below: Frame, many: float) -> Iterator[Tie]:
    """The counts that a rate may be of; it is wrong only if none of those that tell of the same gives it."""
    counts = [
        x
        for x in story.counted
        if x.dimension == "count" and x.exact and x.step == 1 and x.size < below.size and x.start != one.start
        if 1 / MOST_FAR < x.size * many / (below.size * one.size) < MOST_FAR
        if story.is_head(x) or x.line == story.lead or abs(x.line - one.line) <= NEAR
    ]
    counts.sort(key=lambda x: (not _tells_of(one, x), x.start))
    of_parts = {x.start for x in counts if x.refers == "part"}
    for above in counts[:MOST]:
        off, size = half_unit(below) / below.size, below.size / many
        spread = (above.size / (size * (1 + off)), above.size / (size * (1 - off)))
        verdict = average_verdict(above.size, size, span_of(one), spread)
        alike, back = _tells_of(one, above), has_cue("leads back", one.sentence)
        evidence = {
            "cue": 1.0,
            "named": 1.0,
            "same noun": float(alike),
            "back": float(back),
            **near_evidence(story, {above.line}, one.line),
        }
        led = back and len(counts) == 1 and below.line == above.line == one.line - 1
        natural = alike and below.line == one.line or led
        natural = natural and not _ELSEWHERE.search(_clause(one)) and of_parts <= {above.start}
        yield Tie(
            "average",
            (above, below, one),
            verdict,
            evidence,
            ("average", one.start),
            (one.per,),
            natural,
            0.12,
        )


def _clause(one: Frame) -> str:
    """The words around a rate, up to the end of its clause and of a remark behind it: ", far fewer"."""
    return re.split(r"[.;:]\s", one.before)[-1] + re.split(r"[.;:]\s", one.after)[0][:40]


def _tells_of(one: Frame, above: Frame) -> bool:
    """Whether what a rate is a rate of is what a figure counts, or what its sentence tells of."""
    words = re.findall(r"[a-z]{4,}", f"{_clause(one)} {one.noun}".lower())
    told = word_stems(" ".join(words)) - common_words()
    counted = f"{above.noun} {above.event} {above.what}"
    people = noun_class(one.noun) in PEOPLE_CLASSES and above.noun_class in PEOPLE_CLASSES
    return bool(
        told & word_stems(counted.lower())
        or same_deed(one, above)
        or people
        and told & word_stems(above.sentence.lower())
    )
