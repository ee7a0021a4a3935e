"""Parts and totals: in a table, in a list, in a sentence, and across a text."""

import re
from collections import defaultdict
from collections.abc import Iterator

from helpers.checks.figures import Figure, Found, headline, same_kind, sentences_of, words_between
from helpers.checks.parts import find_stated_parts
from helpers.checks.series import (
    CUMULATIVE,
    REST_CUE,
    RESUMES,
    TOTAL_CUE,
    TOTAL_CUE_AFTER,
    find_series,
    sum_of,
)
from helpers.checks.totals import find_totals
from helpers.checks.words import are_opposed, stem_of

__all__ = ["MOST_IN_SENTENCE", "OF_CUE", "SMALL", "TOTAL_LABEL", "columns_of", "find_sums", "sums_of_groups"]

MOST_IN_SENTENCE = 40
SMALL = 13  # counts below are so common that equal ones are tied by the title or by "the five men" only
_NOT_EXHAUSTIVE = re.compile(
    r"\b(?:includ\w*|among|such as|notably|highlights?|some of|examples?|top|mostly|key|mainly|selected|also|most|largest|leading)\b",
    re.IGNORECASE,
)
_EXHAUSTIVE = re.compile(
    r"\b(?:break ?downs?|broken down|breaks down|as follows|by (?:state|country|nationality|type|region|city|category|office|province)|"
    r"split|divided|distribution|in full|each|every|complete list|all (?:the|of))\b",
    re.IGNORECASE,
)
TOTAL_LABEL = re.compile(
    r"(?:grand |sub-?)?(?:totals?|overall|sum|combined|altogether|in all|all\b)", re.IGNORECASE
)
_TO_ONE = re.compile(r"\b(?:to|from|of|in|at|by|for|with|on|as)\s$")
_ONE_OF = re.compile(r"\s(?:from|in|at|near|based|called|named|run|led|that|which|who|and)\b|[,.;]")
_REST_LABEL = re.compile(
    r"(?:all )?(?:others?|elsewhere|unknown|remaining|remainder|rest|miscellaneous|not stated|unspecified)\b",
    re.IGNORECASE,
)


def find_sums(figures: list[Figure]) -> Iterator[Found]:
    """Every sum that the figures of an article let a reader verify, those that fail only where the text
    leaves no doubt of the tie."""
    found = [*sums_of_groups(figures)]
    counts = [figure for figure in figures if figure.unit not in ("percent", "percentage points", "ratio")]
    by_sentence = sentences_of(
        figure for figure in counts if figure.block != "table row" and figure.exact and not _pronoun(figure)
    )
    for inside in by_sentence.values():
        for unit in dict.fromkeys(figure.unit for figure in inside):
            found += _sums_of_sentence([figure for figure in inside if figure.unit == unit])
    told = [figure for inside in by_sentence.values() for figure in inside]
    stated = list(find_stated_parts(told))
    found += _unused([one for one in stated if one.holds], found)
    found += find_series(told, headline(figures), _starts(found))
    found += _unused([*find_totals(told), *(one for one in stated if not one.holds)], found)
    yield from found


def _pronoun(figure: Figure) -> bool:
    """Whether "one" stands for a noun: "40 belong to one from Leeds"."""
    return (
        figure.quote.lower() == "one"
        and bool(_TO_ONE.search(figure.before[-12:]))
        and bool(_ONE_OF.match(figure.after))
    )


def _starts(found: list[Found]) -> set[int]:
    """Where the parts of sums stand."""
    return {part.start for one in found for part in one.items[:-1]}


def _unused(more: list[Found], found: list[Found]) -> list[Found]:
    """Those of some sums whose parts are not parts already."""
    return [one for one in more if not _starts([one]) & _starts(found)]


def _cell(figure: Figure) -> int:
    """Index of the table cell in which a figure stands."""
    return figure.sentence.lstrip("|").count("|", 0, max(0, figure.start - figure.sentence_start))


def columns_of(figures: list[Figure]) -> Iterator[list[Figure]]:
    """Figures below each other: a column of a table, or the first figure of each bullet of a list."""
    columns = defaultdict(list)
    for figure in figures:
        if figure.group >= 0:
            place = _cell(figure) if figure.block == "table row" else -1
            key = (figure.group, place, figure.unit)
            if not any(other.sentence_start == figure.sentence_start for other in columns[key][-1:]):
                columns[key].append(figure)
    yield from columns.values()


def sums_of_groups(figures: list[Figure]) -> Iterator[Found]:
    """Sums of table columns and lists: against a total row, or against a figure of the text."""
    for column in columns_of(figures):
        parts = [
            figure for figure in column if not TOTAL_LABEL.match(figure.label or figure.before.strip(" |"))
        ]
        totals = [figure for figure in column if figure not in parts]
        if (
            len(parts) < 2
            or not all(part.exact for part in parts)
            or column[0].unit in ("percentage points", "ratio")
        ):
            continue
        value = sum(part.value for part in parts)
        if len(totals) == 1 and totals[0] in (column[0], column[-1]) and totals[0].exact:
            if parts[0].unit != "percent" or abs(value - totals[0].value) < 1.5:
                yield sum_of(parts, totals[0])
            continue
        if parts[0].unit == "percent":
            continue
        outside = [
            figure
            for figure in figures
            if figure.unit == parts[0].unit and figure.group != parts[0].group and figure.exact
        ]
        equal = [figure for figure in outside if abs(figure.value - value) < 1e-6]
        if equal and (value >= SMALL or any(_tied(parts, figure) for figure in equal)):
            yield sum_of(
                parts,
                min(equal, key=lambda figure: (not _tied(parts, figure), abs(parts[0].start - figure.start))),
            )
        elif not equal and (total := _total_below(parts, outside) or _stated_total(parts, outside, figures)):
            yield sum_of(parts, total)
        elif not equal:
            yield from _run_of_bullets(parts, outside)


def _run_of_bullets(parts: list[Figure], outside: list[Figure]) -> Iterator[Found]:
    """The first of the bullets, or those with a bare label, that add up to a figure outside: "Pacific: 112.5
    tonnes. Caribbean: ..."."""
    bare = [part for part in parts if re.search(r"[:–—-]\s$", part.before)]
    for some in (bare, parts):
        for count in range(len(some), 1, -1):
            value = sum(part.value for part in some[:count])
            equal = [
                figure
                for figure in outside
                if abs(figure.value - value) < 1e-6 and same_kind(figure, parts[0])
            ]
            if equal and value >= 20 and (count > 2 or some is bare):
                yield sum_of(some[:count], equal[-1] if equal[-1].start < parts[0].start else equal[0])
                return


def _total_below(parts: list[Figure], outside: list[Figure]) -> Figure | None:
    """A line "Total: 55" right below a list, where it comes near the sum."""
    last, value = parts[-1], sum(part.value for part in parts)
    below = [
        figure
        for figure in outside
        if 0 <= figure.sentence_start - last.sentence_end <= 3 and TOTAL_LABEL.match(figure.sentence)
    ]
    close = [figure for figure in below if abs(figure.value - value) <= 0.25 * figure.value]
    return close[0] if len(below) == 1 and close else None


def _tied(parts: list[Figure], total: Figure) -> bool:
    return same_kind(parts[0], total) and bool(total.kind)


def _stated_total(parts: list[Figure], outside: list[Figure], figures: list[Figure]) -> Figure | None:
    """The total that the text gives for parts that do not add up to it, if it leaves no doubt that they
    should."""
    lead_in, value = parts[0].lead_in, sum(part.value for part in parts)
    if _NOT_EXHAUSTIVE.search(lead_in) or len({part.kind for part in parts} - {""}) > 1:
        return None
    first = min((figure.sentence_start for figure in outside), default=0)
    candidates = [
        figure
        for figure in outside
        if _tied(parts, figure)
        and abs(value - figure.value) <= 0.25 * figure.value
        and figure.start < parts[0].start
        and (lead_in.startswith(figure.sentence) or figure.block == "title" or figure.sentence_start == first)
    ]
    if len({figure.value for figure in candidates}) != 1:
        return None
    total = candidates[-1]
    rest = any(_REST_LABEL.match(part.label or part.before.strip(" |")) for part in parts)
    complete = (
        rest
        or bool(_EXHAUSTIVE.search(lead_in))
        or (lead_in.startswith(total.sentence) and lead_in[: len(total.sentence)].endswith(":"))
        or _all_rows(parts, total, figures)
    )
    close = abs(value - total.value) <= 0.05 * total.value
    return total if complete or (close and (len(parts) >= 3 and parts[0].block == "table row")) else None


def _all_rows(parts: list[Figure], total: Figure, figures: list[Figure]) -> bool:
    """Whether the sentence of a total tells that a table is complete: "in four regions", or a total that
    another of its columns has."""
    if parts[0].block != "table row":
        return False
    beside = [
        figure
        for figure in figures
        if figure.sentence_start == total.sentence_start and figure is not total and figure.exact
    ]
    groups = [
        one
        for one in beside
        if one.value == len(parts) > 2 and one.unit == "count" and one.kind not in ("person", "force")
    ]
    by = re.search(r"\bby\s([a-z]{3,30})\b", parts[0].lead_in)  # "in three cities ... the arrests by charge"
    rows = any(one.noun != parts[0].noun and (not by or stem_of(by[1]) == one.noun) for one in groups)
    others = [
        column
        for column in columns_of(figures)
        if column[0].group == parts[0].group and column[0] is not parts[0]
    ]
    sums = {
        round(sum(figure.value for figure in column), 6) for column in others if len(column) == len(parts)
    }
    return rows or any(one.value >= SMALL and round(one.value, 6) in sums for one in beside)


_PARTS_FOLLOW = re.compile(
    r"(?::|—|–|\s-\s|\(|\b(?:compris(?:ing|ed|es?)|consist(?:ing|ed|s)? of|made up of|composed of|"
    r"split between|divided between|that is|namely|i\.e\.)\b)"
)
_PARTS_FOLLOW_HERE = re.compile(_PARTS_FOLLOW.pattern + r"\s?(?:[\w’'-]+\s){0,2}$")
# "120 were gang members and 110 had been deported": such groups overlap
_ATTRIBUTE = re.compile(
    r"(?:\s[\w’'-]+){0,4}?\s(?:was|were|are|is|had|have|has)\b(?!\s(?:arrested|detained|held|seized|sent|deployed)\b)"
)
_OF_ALONE = re.compile(r"\s?(?:out\s)?of\s(?:\w+\s){0,2}")
_PARTS_MAY_FOLLOW = re.compile(r"\b(?:including|of whom|of which|of them|of those|among them|with)\b|,")
_SOMEWHERE = re.compile(r"\s(?:of (?:them|those|whom)\s)?(?:\w+\s)?(?:in|from|at)\s(?:the\s)?[A-Z]")
_SOMEWHERE_SOON = re.compile(
    r"[^,;.\d]{0,50}?\s(?:in|from|at)\s(?:the\s)?[A-Z]"
)  # "120 kg of heroin in Hull": a place beside the others
OF_CUE = re.compile(
    r"\b(?:of|out of|among)\s(?:(?:the|all|its|those|these|their|about|some)\s){0,2}$", re.IGNORECASE
)


def _sums_of_sentence(inside: list[Figure]) -> Iterator[Found]:
    """Parts and their total in one sentence; `inside` holds its figures of one unit."""
    inside = inside[:MOST_IN_SENTENCE]
    used: set[int] = set()
    for index, total in enumerate(inside):
        before = [figure for figure in inside[:index] if figure.start not in used]
        if total.start in used:
            continue
        for parts, may_fail in _ways(total, before, inside[index + 1 :]):
            if len(parts) > 1 and (may_fail or abs(sum(part.value for part in parts) - total.value) < 1e-6):
                yield sum_of(parts, total)
                used |= {figure.start for figure in [*parts, total]}
                break


def _ways(total: Figure, before: list[Figure], after: list[Figure]) -> Iterator[tuple[list[Figure], bool]]:
    """The parts that a total may have in its sentence, and whether the text says that they are all of it."""
    if (
        before
        and total.value >= 4
        and OF_CUE.search(total.before)
        and _OF_ALONE.fullmatch(words_between(before[-1], total))
    ):
        yield [before[-1], *after], False  # "nine of the 12 pleaded guilty and three await trial"
    if TOTAL_CUE.search(total.before) or TOTAL_CUE_AFTER.match(total.after):
        yield before, _parts_alike(before, total, least=0.6) and not CUMULATIVE.search(total.before[-100:])
    if RESUMES.search(total.before[-20:]):
        yield (
            [figure for figure in before if same_kind(figure, total)],
            False,
        )  # "took five men and four women and charged all nine"
    if any(same_kind(figure, total) for figure in after):
        after = [
            figure
            for figure in after
            if same_kind(figure, total) or _PARTS_FOLLOW.search(words_between(total, after[0]))
        ]
    for count in range(len(after), 1, -1):
        parts, gap = after[:count], words_between(total, after[0])
        alike = all(same_kind(part, total) for part in parts)
        complete = (
            count == len(after)
            and not _NOT_EXHAUSTIVE.search(gap)
            and not any(_ATTRIBUTE.match(part.after) for part in parts)
        )
        listed = len(gap) < 80 and _PARTS_FOLLOW_HERE.search(gap) and _in_brackets(gap, parts[-1])
        listed = listed and (_parts_alike(parts, total) or _made_up(parts, total, gap))
        too_many = _too_many_somewhere(total, parts, gap) or _too_many_opposed(total, parts, gap)
        if complete and (listed or (alike and total.kind and too_many)):
            yield parts, True
        else:
            told = alike and (total.value >= 20 or (total.value >= 4 and _PARTS_MAY_FOLLOW.search(gap)))
            if told or _PARTS_FOLLOW.search(gap) or (complete and _apposition(gap, parts)):
                yield parts, False
    if OF_CUE.search(total.before) or re.search(r"\bof (?:whom|which|these|those|them)\b", total.after):
        rest = next(
            (index for index, part in enumerate(after) if index and REST_CUE.search(part.before)), None
        )
        if rest:
            yield (
                after[: rest + 1],
                True,
            )  # "Of the 216, 36 were deported and the remaining 180 await removal"


def _apposition(gap: str, parts: list[Figure]) -> bool:
    """As in "took 14 guns from the house, nine rifles and five pistols."."""
    ends = re.fullmatch(r"\s[\w’'-]+(?:\s[\w’'-]+)?[.;]?", parts[-1].after)
    return bool(
        ends and re.search(r"[\w]\W?,\s$", gap) and len({part.noun for part in parts} - {""}) == len(parts)
    )


def _made_up(parts: list[Figure], total: Figure, gap: str) -> bool:
    """As in "The gang of 24 was made up of 14 Albanians and eight Romanians", where no noun says what the
    total counts."""
    told = not total.kind and re.search(r"\b(?:comprised|consisted of|made up of|composed of)\s$", gap)
    close = 0.85 * total.value <= sum(part.value for part in parts) <= 1.5 * total.value
    return bool(told and close and are_opposed([part.what for part in parts]))


def _in_brackets(gap: str, last: Figure) -> bool:
    """Whether parts that begin behind a bracket end before it closes."""
    return not gap.rstrip().endswith("(") or bool(re.match(r"[^()]{0,80}\)", last.after))


def _too_many_somewhere(total: Figure, parts: list[Figure], gap: str) -> bool:
    """As in "85 were held, 40 of them in Texas and 55 in Arizona": nobody is in two places."""
    value = sum(part.value for part in parts)
    apart = gap.rstrip().endswith(",") and not _SOMEWHERE_SOON.match(total.after)
    return (
        apart
        and total.value < value < 1.5 * total.value
        and all(_SOMEWHERE.match(part.after) for part in parts)
    )


def _too_many_opposed(total: Figure, parts: list[Figure], gap: str) -> bool:
    """As in "Twenty-four people, 15 men and 12 women, were arrested": nobody is both."""
    value = sum(part.value for part in parts)
    aside = re.fullmatch(r"\s[\w’'-]+(?:\s[\w’'-]+)?,\s", gap) and re.match(
        r"\s[\w’'-]+[,.;]", parts[-1].after
    )
    told = [part.what for part in parts]
    another = are_opposed([total.what, *told])  # "410 Hondurans, 297 Salvadorans and 188 Nicaraguans"
    return bool(aside) and not another and total.value < value < 1.5 * total.value and are_opposed(told)


def _parts_alike(parts: list[Figure], total: Figure, *, least: float = 0.85) -> bool:
    """Whether parts count what their total counts, and come near enough to it to be meant as all of it."""
    value = sum(part.value for part in parts)
    alike = all(same_kind(part, total) for part in parts) and bool(total.kind)
    return (alike or total.unit != "count") and least * total.value <= value <= 1.5 * total.value
