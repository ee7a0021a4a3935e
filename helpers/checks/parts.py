"""Parts of which the words say that they are all: "three of the five ... the other two", "the first carried
12 and the second 13 of them", "the three terms come to 26 years", "the 90 fall into three groups: 40 ..., 30
... and 20 ...".

In: parts and totals in sentences near each other, tied by their wording; such sums are found if they fail,
too. Out: what stands in one sentence or one table (`checks.sums`), and parts that little more than their
agreement ties to a total (`checks.series`).
"""

import re
from collections.abc import Iterator

from helpers.checks.figures import Figure, Found, out_of, same_kind, sentences_of, words_between
from helpers.checks.series import sum_of
from helpers.checks.words import GROUPS, PEOPLES, stem_of

__all__ = ["find_stated_parts"]

_FAR = 1500  # characters before a total in which its parts may stand
_CLOSE = 0.25  # relative: parts that miss their total by more are not meant as all of it
_MOST_PARTS = 12
_REST = re.compile(r"\b(the\s)?(?:remaining|others?|rest|remainder|final|last)\W?\s?$", re.IGNORECASE)
_OTHERS = re.compile(r"\s(?:[\w’'-]+\s)?others\b")
_ORDINALS = tuple(
    re.compile(rf"\b(?:{word})\b", re.IGNORECASE)
    for word in ("first|one", "second|other", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
)
_PLACE = re.compile(r"\s(?:[\w’'-]+\s){0,3}?(in|at|to|near)\s(?:the\s)?[A-Z]")
_NATIONS = "|".join(sorted(map(re.escape, PEOPLES), key=len, reverse=True))
_PEOPLE_OF = re.compile(rf"\s(?:(?:is|are|was|were)\s)?(?:{_NATIONS})s?\b", re.IGNORECASE)
# "fall into three groups:", "were held in two cities (", but not "came from 30 countries, among them"
_INTO = re.compile(
    r"[^;:.()—]{0,80}?\s(?:into|between|among|in|from|to|of|across|at|on|by)\s(?:the\s|these\s)?"
)
_THESE = re.compile(r"(?:They|These|Those|The|All)\b")
_LISTED = re.compile(r"\s[\w’'-]+(?:\s[\w’'-]+){0,3}?\s?(?:[:(—–]|-\s)\s?[^;.\d]{0,30}")
_SELECTED = re.compile(r"\b(?:includ\w*|among them|such as|notably|mostly|mainly)\b", re.IGNORECASE)
_OF_THESE = re.compile(r"(?:Of|Among)\s(?:the|those|these|all)\b")
_TOGETHER = re.compile(
    r"(?:(?:Taken\s)?[Tt]ogether|Combined|Altogether|Between\sthem|All\stold|Overall|In\s(?:all|total)|"
    r"(?:The|All|Their|His|Her|Those|These)\s(?:[\w’'-]+\s){0,2}(?:sentences|terms|shipments|hauls|loads|seizures|fines|raids|flights|"
    r"transfers|groups|cases|penalties|payments))\b"
)
_COME_TO = re.compile(
    r"\b(?:(?:come|comes|came|amount|amounts|amounted|adds?|added|works?\sout)\s(?:up\s)?(?:to|at)|total|totals|totalled|totaled|make|made|"
    r"produced|yielded|netted|led\sto|brought|is|are|was|were)\s(?:\w+\s){0,2}$"
)


def find_stated_parts(told: list[Figure]) -> Iterator[Found]:
    """Sums across sentences whose parts are said to be all.

    Args:
        told: The exact figures outside tables, in the order of the text.
    """
    sentences = sentences_of(told)
    for unit in dict.fromkeys(figure.unit for figure in told):
        inside = [figure for figure in told if figure.unit == unit and figure.value > 0 and not figure.approx]
        for found in (
            *_rests(inside),
            *_enumerations(inside, sentences),
            *_together(inside, sentences),
            *_groupings(inside, sentences),
            *_too_many(inside, sentences),
        ):
            *parts, total = found.items
            if found.holds or abs(sum(part.value for part in parts) - total.value) <= _CLOSE * total.value:
                yield found


def _rests(inside: list[Figure]) -> Iterator[Found]:
    """As in "Troopers caught seven of the 19 on Friday. Marines found the other 12 near a lake.": it fails
    only if they are too many, as the text may tell of some later."""
    for first, second, rest in zip(inside, inside[1:], inside[2:], strict=False):
        leads = first.sentence_start == second.sentence_start and _of_these(first)
        part, total = (second, first) if leads else (first, second)
        gap = rest.sentence_start - total.sentence_end
        if not (0 <= gap <= 200 and 3 < total.value > part.value) or not (leads or out_of(part, total)):
            continue
        cue = _REST.search(rest.before[-30:])
        if not (cue or _OTHERS.match(rest.after)) or not same_kind(rest, total):
            continue
        found = sum_of([part, rest], total)
        same_noun = not rest.what or not total.what or rest.noun == total.noun
        if found.holds or (
            cue and cue[1] and gap <= 3 and same_noun and part.value + rest.value > total.value
        ):
            yield found


def _enumerations(inside: list[Figure], sentences: dict[int, list[Figure]]) -> Iterator[Found]:
    """As in "Three flights took 90 people home. The first carried 31 of them, the second 29 and the third
    30.", as many as were counted."""
    starts = list(dict.fromkeys(figure.sentence_start for figure in inside))
    for before, start in zip(starts, starts[1:], strict=False):
        parts = [figure for figure in sentences[start] if figure.unit == inside[0].unit]
        if not 1 < len(parts) <= len(_ORDINALS) or parts[0].block == "title":
            continue
        groups = [
            figure for figure in sentences[before] if figure.unit == "count" and figure.value == len(parts)
        ]
        totals = [figure for figure in sentences[before] if figure.kind and figure not in groups]
        totals = [figure for figure in totals if all(same_kind(part, figure) for part in parts)]
        near = 0 <= start - sentences[before][0].sentence_end <= 3
        if near and len(totals) == 1 and groups and (_in_order(parts) or _by_place(parts)):
            yield sum_of(parts, totals[0])


def _in_order(parts: list[Figure]) -> bool:
    """Whether each part has its ordinal, before or behind it."""
    sentence, offset = parts[0].sentence, parts[0].sentence_start
    edges = [0, *(part.end - offset for part in parts)]
    ends = [*(part.start - offset for part in parts), len(sentence)]
    pieces = [sentence[edge:end] for edge, end in zip(edges, ends, strict=True)]
    return any(
        all(ordinal.search(piece) for ordinal, piece in zip(_ORDINALS, some, strict=False))
        for some in (pieces[: len(parts)], pieces[1:])
    )


def _by_place(parts: list[Figure]) -> bool:
    """Whether each part is followed by a place: nobody is held in two."""
    found = [_PLACE.match(part.after) for part in parts]
    return all(found) and len({match[1] for match in found}) == 1


def _of_these(total: Figure) -> bool:
    """Whether a sentence begins like "Of the 300 arrested"."""
    return bool(_OF_THESE.match(total.sentence)) and total.start - total.sentence_start <= 20


def _too_many(inside: list[Figure], sentences: dict[int, list[Figure]]) -> Iterator[Found]:
    """As in "Of the 34 detainees, 25 are Spanish, nine French and five Albanian": groups that share nobody,
    and more than there are."""
    for total, following in zip(inside, inside[1:], strict=False):
        if not _of_these(total) or total.value < 4:
            continue
        parts = [
            figure
            for figure in sentences[total.sentence_start]
            if figure.unit == total.unit and figure.start > total.start
        ]
        if following in parts[:1] and len(parts) > 1 and all(same_kind(part, total) for part in parts):
            apart = _by_place(parts) or all(_PEOPLE_OF.match(part.after) for part in parts)
            if apart and sum(part.value for part in parts) > total.value:
                yield sum_of(parts, total)


def _groupings(inside: list[Figure], sentences: dict[int, list[Figure]]) -> Iterator[Found]:
    """As in "The 90 fall into three groups: 40 were held over drugs, 30 over guns and 20 over theft", as many
    as were counted."""
    for groups in [
        figure for start in dict.fromkeys(one.sentence_start for one in inside) for figure in sentences[start]
    ]:
        if not (groups.unit == "count" and 1 < groups.value <= _MOST_PARTS and _groups_named(groups)):
            continue
        told = [
            figure
            for figure in sentences[groups.sentence_start]
            if figure.unit == inside[0].unit and figure is not groups
        ]
        before = [figure for figure in told if figure.start < groups.start]
        parts = [figure for figure in told if figure.start > groups.start]
        listed = bool(parts and _LISTED.fullmatch(words_between(groups, parts[0])))
        if not parts and len(before) == 1:
            following = next((start for start in sentences if 0 <= start - groups.sentence_end <= 3), None)
            parts = [figure for figure in sentences.get(following, ()) if figure.unit == inside[0].unit]
        total = before[-1] if before else _just_told(groups, inside)
        if (
            total is None
            or len(parts) != groups.value
            or total in parts
            or not all(figure.exact and not figure.approx for figure in parts)
        ):
            continue
        into = _INTO.fullmatch(words_between(total, groups) if before else f" {groups.before}")
        alike = {part.kind for part in parts} <= {
            "",
            total.kind,
            groups.kind,
        }  # not "90 men in two cities: 50 guns in Leeds ..."
        found = sum_of(parts, total)
        if (
            into
            and total.value > 3
            and (found.holds or (listed and alike and not _SELECTED.search(groups.after)))
        ):
            yield found


def _groups_named(groups: Figure) -> bool:
    """Whether a number counts what shares nothing: groups, gangs, cities."""
    return any(
        stem_of(word) in GROUPS
        for word in re.findall(r"[a-z]+", re.split(r"[:(—–,.]|\s-\s", groups.after)[0])[:4]
    )


def _just_told(groups: Figure, inside: list[Figure]) -> Figure | None:
    """What "They fall into three groups" speaks of: the one figure of the sentence before."""
    before = [figure for figure in inside if 0 <= groups.sentence_start - figure.sentence_end <= 3]
    return before[0] if len(before) == 1 and _THESE.match(groups.sentence) else None


def _together(inside: list[Figure], sentences: dict[int, list[Figure]]) -> Iterator[Found]:
    """As in "12 years ... eight years and six years. Together the three terms come to 26 years": what was
    told right before."""
    for total in inside:
        if (
            not _TOGETHER.match(total.sentence)
            or not _COME_TO.search(total.before[-60:])
            or total.block == "title"
        ):
            continue
        before = [
            figure
            for figure in inside
            if figure.end <= total.sentence_start and total.start - figure.start < _FAR
        ]
        before = [figure for figure in before if same_kind(figure, total) and figure.block != "title"]
        stated = [
            int(one.value)
            for one in sentences[total.sentence_start]
            if one.unit == "count" and 1 < one.value <= _MOST_PARTS
        ]
        runs = [
            before[-count:] for count in (stated or range(2, _MOST_PARTS + 1)) if 1 < count <= len(before)
        ]
        found = [sum_of(run, total) for run in runs]
        if held := [one for one in found if one.holds]:
            yield held[0]
        elif stated and total.unit != "count" and len(found) == 1 and len(before) == stated[0]:
            yield found[0]
