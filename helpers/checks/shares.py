"""Shares beside their counts: in a sentence, across sentences, in tables and lists."""

import re
from collections.abc import Iterator

from helpers.checks.changes import find_change, share_found, table_change, tells_change
from helpers.checks.figures import Figure, Found, headline, same_kind, sentences_of, words_between
from helpers.checks.sums import MOST_IN_SENTENCE, OF_CUE
from helpers.checks.table_shares import find_table_shares
from helpers.checks.words import actions_of, stem_of, stems_of

__all__ = ["find_shares"]

_FAR = 900  # characters before its part that a whole may stand outside title and lead
_MOST_WHOLES = 8
_HEDGE = (
    r"(?:(?:or|that is|i\.e\.|equal to|representing|equivalent to|which is|amounting to|accounting for|making up|about|around|roughly|"
    r"some|nearly|almost|just|under|over|more than|approximately),?\s){0,3}"
)
_SURE = re.compile(rf"[^;.\d]{{0,90}}?(?:[(—–]|,?\sor\b|\s-\s)[\s,]?{_HEDGE}", re.IGNORECASE)
_COMMA = re.compile(rf"[^;.\d]{{0,90}}?,\s{_HEDGE}", re.IGNORECASE)
_COPULA = re.compile(
    rf"\s(?:equals|represents?|(?:is|was) equivalent to|amounts? to|makes? up|accounts? for)\s{_HEDGE}",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"[^,;.\d]{{0,90}},\swhich\s(?:equals|represents?|(?:is|was) equivalent to|amounts? to|comes? to|works? out at)\s{_HEDGE}",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[,.;:)]|$")
_AFTER = re.compile(
    r"(?:\sof\s[^,;.\d]{0,60}?)?\s?(?:[(—–]|,\sor\b|,\sthat is\b|\s-\s)[\s,]?(?:(?:or|about|some|roughly|nearly|i\.e\.),?\s){0,2}",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s[\w’'-]+(?:\s[\w’'-]+)?,\s"
)  # "A quarter of the 200 prisoners, 80 people, were foreign"
_ASIDE_ENDS = re.compile(
    r"(?:\s(?:people|persons|individuals|in all|in total|of them))?,\s(?!and\b|or\b|while\b)"
)
_OF_ALONE = re.compile(
    r"\s?(?:[\w’'-]+\s){0,2}?(?:out\s)?of\s(?:(?:the|all|its|those|these|their|some|about)\s){0,2}",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\sof\s(?:them|whom|which|these|those|it)\b", re.IGNORECASE)
_STOPS = re.compile(r"\s?(?:of\b|[,.;:)—–]|$)")
_THAT_IS = re.compile(
    r"^(?:That|This|It|These|Those|Which|The figure)\s"
    r"(?:is|was|were|are|represents?|makes? up|made up|amounts? to|equals?|works? out at)\s(?:\w+\s){0,2}$"
)
_THOSE = re.compile(
    r"\b(?:of|among)\s(?:those|them|these|the(?=\s\w+(?:\s\w+)?,))((?:\s[a-z]+){0,4})", re.IGNORECASE
)
_OF_TOTAL = re.compile(
    r"\sof\s(?:the\s(?:total|overall|whole)|all\b|everyone|everybody|the\s(?:arrests|detainees|people|seizures?|haul|cases|suspects))"
)
# "Women made up 31% of the 400 inmates": the group of which a percentage is told
_GROUP = re.compile(
    r"(?:^|[,;:]\s)(?:The\s)?(?:[A-Za-z]+\s){0,2}?(?P<noun>[A-Za-z]+)\s(?:made\sup|make\sup|makes\sup|accounted\sfor|account\sfor|represented|"
    r"constituted|comprised|formed)\s(?:about\s|some\s|just\s|only\s)?$"
)
_ALL_TOLD = re.compile(
    r"\b(?:total\sof|in\sall,|altogether,?|all\sof\sthe|all|number\sof\s[a-z]+\s(?:was|came\sto))\s$",
    re.IGNORECASE,
)
_SOME_OF = re.compile(r"\s(?:[\w’'-]+\s){1,3}?(?:who|whose|with|in|from|aged|under|over)\b")


def find_shares(figures: list[Figure], tolerance: float) -> Iterator[Found]:
    """Every share or change that stands beside its counts."""
    counts = [
        figure
        for figure in figures
        if figure.unit not in ("percent", "percentage points", "ratio") and not figure.per
    ]
    exact = [figure for figure in counts if figure.exact]
    heads = headline(counts)
    by_sentence = sentences_of(counts)
    for percent in figures:
        if percent.unit != "percent":
            continue
        inside = by_sentence.get(percent.sentence_start, [])[:MOST_IN_SENTENCE]
        within = [figure for figure in inside if figure.exact]
        if percent.block == "table row":
            found = table_change(percent, within, exact, tolerance)
        else:
            found = find_change(percent, within, exact, tolerance)
            if not found or not found.holds:
                shared = _share_of(percent, inside, counts, heads, tolerance)
                found = shared if shared and (shared.holds or not found) else found
            found = found or _namedshare_found(percent, within, exact, tolerance)
            found = found or _group_found(percent, within, exact, tolerance)
        if found:
            yield found
    yield from find_table_shares(figures, exact, tolerance)


def _share_of(
    percent: Figure, inside: list[Figure], counts: list[Figure], heads: list[Figure], tolerance: float
) -> Found | None:
    """The part beside a percentage and the whole that fits it; else the whole that the words name, if they
    name one."""
    if re.match(
        r"\s(?:more|higher|fewer|lower|less|increase|rise|drop|fall|decline|decrease)\b", percent.after
    ):
        return None
    parts = _parts(percent, inside)
    if not parts and _THAT_IS.match(percent.before):
        before = [figure for figure in counts if 0 <= percent.sentence_start - figure.sentence_end <= 3]
        return next(_fitting(before[:4], percent, [*before, *heads], tolerance), None)
    found = next(_fitting(parts, percent, counts, tolerance), None)
    if found or not parts or tells_change(percent):
        return found
    whole = _named_whole(parts[0], percent, inside, counts, heads) if parts[0].exact else None
    return share_found(parts[0], whole, percent, tolerance) if whole else None


def _fitting(parts: list[Figure], percent: Figure, counts: list[Figure], tolerance: float) -> Iterator[Found]:
    for part in parts:
        for whole in _wholes(part, percent, counts):
            found = share_found(part, whole, percent, tolerance)
            if found and found.holds:
                yield found


def _parts(percent: Figure, inside: list[Figure]) -> list[Figure]:
    """The counts that a percentage is put beside, the surest first: "543, or 84 percent", "34 of the 216
    people (15.7 percent)"."""
    found = []
    for number, figure in enumerate(inside):
        if figure.start < percent.start:
            gap = words_between(figure, percent)
            whole = inside[number + 1] if number + 1 < len(inside) else None
            if whole and whole.start < percent.start and _OF_ALONE.fullmatch(words_between(figure, whole)):
                gap = words_between(whole, percent)
            elif OF_CUE.search(figure.before) and (number or gap[:1] == ","):
                continue
            sure = (
                _SURE.fullmatch(gap)
                or _COPULA.fullmatch(gap)
                or (_WHICH.fullmatch(gap) and _ENDS.match(percent.after))
            )
            if sure or (
                _COMMA.fullmatch(gap) and _STOPS.match(percent.after) and not _OF_THEM.match(percent.after)
            ):
                found.insert(0, figure)
        else:
            whole = inside[number - 1] if number and inside[number - 1].start > percent.start else None
            named = whole and re.fullmatch(r"\s(?:out\s)?of\s(?:\w+\s){0,3}", words_between(percent, whole))
            gap = words_between(whole, figure) if named else words_between(percent, figure)
            aside = named and _ASIDE.fullmatch(gap) and _ASIDE_ENDS.match(figure.after)
            if aside or re.fullmatch(
                rf"[^,;.\d]{{0,60}}{_AFTER.pattern}" if named else _AFTER.pattern, gap, re.IGNORECASE
            ):
                found.append(figure)
    return found


def _wholes(part: Figure, percent: Figure, counts: list[Figure]) -> list[Figure]:
    """The counts that a part may be a part of: those of its sentence first, then the nearest before, then
    title and lead."""
    heads = {figure.start for figure in headline(counts)}
    any_kind = bool(
        _OF_TOTAL.match(percent.after) or _THOSE.search(part.before)
    )  # "among them 197 targets, or 3 % of the total"
    found: dict[float, Figure] = {}
    for figure in counts:
        here = figure.sentence_start == part.sentence_start
        if (
            figure is part
            or figure.unit != part.unit
            or figure.value < part.value
            or figure.block == "table row"
        ):
            continue
        if figure.start > part.start and not here:
            continue
        if not (
            same_kind(figure, part)
            or (here and OF_CUE.search(figure.before))
            or (any_kind and figure.start in heads)
        ):
            continue
        if here or figure.start in heads or part.start - figure.start < _FAR:
            old = found.get(figure.value)
            if old is None or old.sentence_start != part.sentence_start:
                found[figure.value] = figure
    near = sorted(
        found.values(),
        key=lambda figure: (figure.sentence_start != part.sentence_start, abs(figure.start - part.start)),
    )
    return near[: 2 if percent.low != percent.high or not re.search(r"\d", percent.quote) else _MOST_WHOLES]


def _named_whole(
    part: Figure, percent: Figure, inside: list[Figure], counts: list[Figure], heads: list[Figure]
) -> Figure | None:
    """The whole that the words leave no doubt of: "of the 646", "of those arrested", "of the total", the
    lead-in of a list."""
    larger = [
        figure
        for figure in counts
        if figure.unit == part.unit and figure.value >= part.value and figure.exact and figure is not part
    ]
    wholes = [
        figure
        for figure in larger
        if figure.sentence_start == part.sentence_start and OF_CUE.search(figure.before)
    ]
    if wholes:
        return wholes[0] if len({whole.value for whole in wholes}) == 1 else None
    those = _THOSE.match(percent.after.lstrip())
    closed = those and _ENDS.match(percent.after.lstrip()[those.end() :])
    done = {stem_of(word) for word in those[1].split()[-1:] if word.endswith("ed")} if closed else set()
    if part.group >= 0 and done:  # "350 people arrested (7% of those checked)"
        listed = [figure for figure in larger if figure.group == part.group and same_kind(figure, part)]
        return _only([figure for figure in listed if done & stems_of(figure.after[:40])])
    if part.group >= 0:
        return _only([figure for figure in larger if figure.sentence == part.lead_in])
    before = [
        figure
        for figure in larger
        if figure.end <= part.start and same_kind(figure, part) and figure.group < 0
    ]
    if _OF_TOTAL.match(percent.after):
        return _only([figure for figure in before if figure in heads and figure.kind])
    those = _THOSE.search(part.before) or _THOSE.search(part.after[:60])
    if not those:
        return None
    if actions := actions_of(those[1]):
        before = [figure for figure in before if actions & figure.actions]
    if here := [figure for figure in before if figure.sentence_start == part.sentence_start and not actions]:
        return _only(here)
    right_before = [figure for figure in before if 0 <= part.sentence_start - figure.sentence_end <= 3]
    return _only(before) or (None if actions else _only(right_before))


def _only(figures: list[Figure]) -> Figure | None:
    return figures[-1] if len({figure.value for figure in figures}) == 1 else None


def _namedshare_found(
    percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float
) -> Found | None:
    """As in "5,424 visits and 3,930 arrests, so arrests came to 72% of visits"."""
    of = re.match(r"\s(?:of|as many)\s(?:the\s|all\s|those\s)?([\w’' -]{3,40})", percent.after)
    if not of:
        return None
    first = stem_of(re.split(r"[\s,.]", of[1])[0])
    before = [
        figure
        for figure in counts
        if figure.start < percent.start
        and percent.sentence_start - (figure.sentence_start + len(figure.sentence)) <= 3
    ]
    wholes = [
        figure for figure in before if first and first in {stem_of(word) for word in figure.what.split()[-1:]}
    ]
    subject = stems_of(percent.before[-60:])
    parts = [
        figure
        for figure in before
        if figure not in wholes and figure.what and stem_of(figure.what.split()[-1].lower()) in subject
    ]
    if (
        len(wholes) == 1
        and len(parts) == 1
        and wholes[0].value >= parts[0].value
        and wholes[0].sentence_start == parts[0].sentence_start
    ):
        return share_found(parts[0], wholes[0], percent, tolerance)
    return None


def _group_found(
    percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float
) -> Found | None:
    """As in "Women made up 31% of the 400 inmates. A total of 52 women were released": the one total of that
    group, next to it."""
    group = _GROUP.search(percent.before)
    wholes = [
        figure
        for figure in inside
        if figure.start > percent.start and OF_CUE.search(words_between(percent, figure))
    ]
    if not group or len(wholes) != 1:
        return None
    noun = stem_of(group["noun"])
    told = [
        figure
        for figure in counts
        if figure.noun == noun and figure.unit == wholes[0].unit and figure.block == "paragraph"
    ]
    if len({figure.value for figure in told}) != 1 or told[0].value > wholes[0].value:
        return None
    part = told[0]
    near = (
        -3 <= part.sentence_start - percent.sentence_end <= 3
        or -3 <= percent.sentence_start - part.sentence_end <= 3
    )
    all_told = _ALL_TOLD.search(part.before[-60:]) and not _SOME_OF.match(part.after)
    return share_found(part, wholes[0], percent, tolerance) if near and all_told else None
