"""Parts that are told one after the other, in one sentence or several, and the total that stands elsewhere in
the text."""

import re
from collections import defaultdict
from collections.abc import Iterator

from helpers.checks.figures import Figure, Found, number_of, same_kind, sentences_of, words_between
from helpers.checks.words import actions_of, are_opposed, is_participle

__all__ = ["CUMULATIVE", "RESUMES", "REST_CUE", "TOTAL_CUE", "TOTAL_CUE_AFTER", "find_series", "sum_of"]

_MOST_PARTS = 12
_FAR = 700  # characters before its parts that a total outside title and lead may stand
_ROUND_CHANCE = (
    100  # below it numbers are so common that three of them may fit by chance: the words must tie them
)
_CLOSE = 0.15  # relative: parts that miss their total by more are not meant as all of it
TOTAL_CUE = re.compile(
    r"\b(?:total (?:of|to|reached|reaches|stands at|stood at|is|was|comes to)|in total|in all|altogether|combined|all told|makes|making|"
    r"made|"
    r"totall?ing|totall?ed|add(?:s|ed|ing)? up to|sum of|together|means(?: that)?|meaning(?: that)?|for a total|"
    r"(?:bring|brings|bringing|brought|takes|taking|took|rais\w+) (?:the |its |their )?(?:[\w’'-]+\s){0,4}?to)\W*(?:of\W*)?$",
    re.IGNORECASE,
)
TOTAL_CUE_AFTER = re.compile(
    r"^[^,;.()]{0,40}\b(?:in total|in all|altogether|combined|all told|overall)\b", re.IGNORECASE
)
# "bringing the number of arrests this year to 310": the total may have parts that the text does not give
CUMULATIVE = re.compile(
    r"\b(?:bring|brought|tak|took|rais)\w*\s(?:[\w’'-]+\s){0,8}?to\W*(?:\w+\s)?$", re.IGNORECASE
)
RESUMES = re.compile(
    r"\b(?:the|all|those|these|all\sof\sthe|group\sof)\s$", re.IGNORECASE
)  # "five men and four women ... the nine"
REST_CUE = re.compile(
    r"\b(?:the\s)?(?:remaining|other|others|rest,?|remainder,?|further|additional|another|final|last)\s*$",
    re.IGNORECASE,
)
_DEFINITE_REST = re.compile(r"\bthe\s(?:remaining|other|rest,?|remainder,?|final|last)\s*$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:another|(?:a\s)?further|an\sadditional|additional)\s$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s(?:others?|more|further|additional)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\s(?:[\w’'-]+\s)?others\b", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\b(?:of|among)\s(?:the|those|them|these|all|that|its|their)\b|\b(?:split|divided|shared)\b",
    re.IGNORECASE,
)
_SELECTION = re.compile(
    r"\b(?:includ\w*|among|such as|notably|some of|e\.g|most|mostly|mainly|at least)\b", re.IGNORECASE
)
_AMONG = re.compile(
    r"\b(?:including|among\s(?:them|whom|those))\b", re.IGNORECASE
)  # "four men, among them two Spaniards"
_MADE_UP = re.compile(
    r"(?:^|[;:]\s)(?:The|All|Those|They|These)\b(?P<who>[^.;:\d]{0,50}?)\s?\b"
    r"(?:were|are|was|comprised?|consist(?:ed|s)? of|(?:was |were )?made up of)\s$",
    re.IGNORECASE,
)


def sum_of(parts: list[Figure], total: Figure) -> Found:
    """Parts beside a total, and whether they add up to it."""
    value = round(sum(part.value for part in parts), 6)
    holds = abs(value - total.value) < 1e-6
    about = f"{' + '.join(number_of(part.value) for part in parts)} = {number_of(value)}"
    return Found(
        "parts_sum_to_total",
        holds,
        (*parts, total),
        about if holds else f"{about}, the text says {number_of(total.value)}",
    )


def find_series(told: list[Figure], prominent: list[Figure], used: set[int]) -> Iterator[Found]:
    """Sums across sentences.

    Args:
        told: The exact figures outside tables, in the order of the text.
        prominent: Those of title and lead.
        used: Where parts of sums stand that are found already.
    """
    used = set(used)
    positive = [figure for figure in told if figure.value > 0]
    for unit in dict.fromkeys(figure.unit for figure in positive):
        inside = [figure for figure in positive if figure.unit == unit]
        heads = [figure for figure in prominent if figure.unit == unit and figure.exact]
        for found in (
            *_runs(inside, heads),
            *_added(inside, heads),
            *_whole_text(inside),
            *_incomplete(inside, heads),
        ):
            parts = {part.start for part in found.items[:-1]}
            if not parts & used:
                used |= parts
                yield found


def _runs(inside: list[Figure], heads: list[Figure]) -> Iterator[Found]:
    """Figures one after the other that add up to one outside of them."""
    totals = defaultdict(list)
    for figure in inside:
        totals[round(figure.value, 6)].append(figure)
    for kind in dict.fromkeys(figure.kind for figure in inside):
        alike = [figure for figure in inside if figure.kind in (kind, "") or inside[0].unit != "count"]
        for first, figure in enumerate(alike):
            value = figure.value
            for last in range(first + 1, min(first + _MOST_PARTS, len(alike))):
                if (
                    alike[last].sentence_start - alike[last - 1].sentence_end > 200
                    or alike[last].block == "title"
                ):
                    break
                value += alike[last].value
                run = alike[first : last + 1]
                for total in sorted(
                    totals.get(round(value, 6), ()), key=lambda one: abs(one.start - figure.start)
                ):
                    if _fits(run, total, alike, heads):
                        yield sum_of(run, total)
                        break


def _fits(run: list[Figure], total: Figure, alike: list[Figure], heads: list[Figure]) -> bool:
    """Whether the words tie a run of figures to a total that they add up to."""
    first, last = run[0], run[-1]
    if not all(same_kind(part, total) for part in run) or first.block == "title":
        return False
    if total.sentence_start in {part.sentence_start for part in run} and not (
        total.start > last.start and len({part.sentence_start for part in run}) > 1 and _says_total(total)
    ):
        return False
    behind = total.start > last.start
    if behind and not (
        (_says_total(total) or RESUMES.search(total.before[-20:]))
        and total.sentence_start - last.sentence_end <= 3
    ):
        return False
    prominent = any(total is head for head in heads)
    near = behind or first.sentence_start - total.sentence_end <= 3
    if not (near or prominent or first.sentence_start - total.sentence_end < _FAR):
        return False
    sentences = {part.sentence_start for part in run}
    if any(_AMONG.search(words_between(a, b)) for a, b in zip(run, run[1:], strict=False)):
        return False
    opposed = prominent and are_opposed([part.what for part in run])
    members = {part.start for part in run}
    left_out = [
        one
        for one in alike
        if one.sentence_start in sentences and one.start not in members and one is not total
    ]
    rest = bool(REST_CUE.search(last.before[-30:]) or _OTHERS.match(last.after))
    if left_out and not (rest and len(left_out) == 1 and left_out[0].start > last.start):
        return False
    of_them = bool(_OF_THEM.search(first.before + first.after[:40]))
    significant = len(f"{total.value:.10g}".replace(".", "").strip("0"))
    if len(sentences) > 1:
        rare = len(run) > 2 and significant >= 3 and total.value >= _ROUND_CHANCE
        return (rest and (near or prominent or of_them)) or behind or opposed or (rare and prominent)
    if not (near or prominent):
        return of_them and significant >= 3
    listed = all(len(words_between(a, b)) < 70 for a, b in zip(run, run[1:], strict=False))
    told_next = (
        near
        and not behind
        and listed
        and total.value > 3
        and all(_no_other_noun(part, total) for part in run)
    )
    return (
        of_them
        or rest
        or behind
        or opposed
        or told_next
        or (listed and (significant >= 3 or (total.value >= 20 and (prominent or len(run) > 2))))
    )


def _no_other_noun(part: Figure, total: Figure) -> bool:
    """As in "Two have been charged and nine released": the part is told of what the total counts, not of a
    kind of its own."""
    return not part.what or part.noun == total.noun or is_participle(part.what) or are_opposed([part.what])


def _says_total(figure: Figure) -> bool:
    return bool(TOTAL_CUE.search(figure.before[-60:]) or TOTAL_CUE_AFTER.match(figure.after))


def _added(inside: list[Figure], heads: list[Figure]) -> Iterator[Found]:
    """As in "53 died. ... Eleven other people survived, which means that 64 had been on board": what the
    total lacks stands before."""
    for total in inside:
        cumulative = CUMULATIVE.search(total.before[-100:])
        if not (cumulative or _says_total(total)):
            continue
        here = [
            figure
            for figure in inside
            if figure.sentence_start == total.sentence_start and figure.start < total.start
        ]
        here = [figure for figure in here if same_kind(figure, total)]
        lacking = total.value - sum(figure.value for figure in here)
        if not (cumulative or any(_tells_more(figure) for figure in here)):
            continue
        known = [
            figure
            for figure in inside
            if figure.end <= total.sentence_start and abs(figure.value - lacking) < 1e-6
        ]
        known = [
            figure
            for figure in known
            if same_kind(figure, total) and (figure in heads or total.start - figure.end < _FAR)
        ]
        if known:
            yield sum_of([known[-1], *here], total)


def _tells_more(figure: Figure) -> bool:
    return bool(
        _MORE.search(figure.before[-30:])
        or _MORE_AFTER.match(figure.after)
        or REST_CUE.search(figure.before[-20:])
    )


def _whole_text(inside: list[Figure]) -> Iterator[Found]:
    """As in "a combined 246 kg" where the text goes on to tell of 82 kg, 119 kg and 45 kg: all of this unit,
    only if it fits."""
    total = next(
        (
            figure
            for figure in inside
            if re.search(
                r"\b(?:combined|total|altogether|overall|in all)\b", figure.before[-40:] + figure.after[:40]
            )
        ),
        None,
    )
    parts = [figure for figure in inside if total and figure.value != total.value]
    if inside[0].unit == "count" or len(parts) < 3 or len({part.sentence_start for part in parts}) < 2:
        return
    if abs(sum(part.value for part in parts) - total.value) < 1e-6:
        yield sum_of(parts, total)


def _incomplete(inside: list[Figure], heads: list[Figure]) -> Iterator[Found]:
    """Sums that fail: parts that are said to be all ("The dead were 47 adults and eight children", "the
    remaining 178")."""
    sentences = [figures for figures in sentences_of(inside).values() if figures[0].block != "title"]
    for number, parts in enumerate(sentences):
        made = _MADE_UP.search(parts[0].before)
        if (
            made
            and len(parts) > 1
            and are_opposed([part.what for part in parts])
            and not re.search(r"\d", made["who"])
        ):
            yield from _against(parts, _known_total(parts, heads, actions_of(made["who"])))
        before = sentences[number - 1] if number else []
        if (
            not _DEFINITE_REST.search(parts[0].before[-30:])
            or not before
            or parts[0].sentence_start - before[-1].sentence_end > 3
        ):
            continue
        series = [*before, parts[0]]
        if (
            len(before) > 1
            and not _SELECTION.search(before[0].sentence)
            and all(same_kind(before[0], part) for part in series)
        ):
            yield from _against(series, _known_total(series, heads, frozenset()))


def _known_total(parts: list[Figure], heads: list[Figure], actions: frozenset[str]) -> Figure | None:
    """The one figure of title and lead that these parts may be all of."""
    outside = [
        figure for figure in heads if figure.sentence_start not in {part.sentence_start for part in parts}
    ]
    alike = [figure for figure in outside if figure.kind and all(same_kind(part, figure) for part in parts)]
    alike = [figure for figure in alike if actions & figure.actions] or ([] if actions else alike)
    return alike[-1] if len({figure.value for figure in alike}) == 1 else None


def _against(parts: list[Figure], total: Figure | None) -> Iterator[Found]:
    if total and abs(sum(part.value for part in parts) - total.value) <= _CLOSE * total.value:
        yield sum_of(parts, total)
