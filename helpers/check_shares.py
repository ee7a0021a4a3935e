"""Shares beside their counts, changes between two counts, averages beside what they average."""

import re
from collections import defaultdict
from collections.abc import Iterator

from helpers.check_figures import ACTIONS, NEAR, Figure, Found, content_of, number_of, same_kind, stem_of, stems_of, words_between
from helpers.check_sums import MOST_IN_SENTENCE, OF_CUE, TOTAL_LABEL, columns_of, sums_of_groups

__all__ = ["CHANGE", "find_averages", "find_shares"]

AVERAGE_TOLERANCE = 0.05  # relative
_ASIDE = re.compile(
    r"^[\s,(—–:|-]*(?:or|that is|i\.e\.|equal to|representing|equivalent to|which is|amounting to|accounting for|"
    r"making up|about|roughly|some)?[\s,(—–]*(?:about |roughly |nearly )?$",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    r"^\s(?:more|higher|greater|fewer|lower|less|up|down|above|below|increase|rise|jump|drop|fall|decrease|decline)\b"
    r"[^.;]{0,60}?\b(?:than|on|from|over|compared (?:with|to)|against)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"\b(?:up|down|rose|rise|risen|increased?|grew|growth|jump(?:ed)?|surged?|climb(?:ed)?|soared|fell|fall|fallen|drop(?:ped)?|declined?|decreased?|plunged|cut|more|fewer|less|higher|lower|reduction)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(r"\b(?:down|fell|fall|fallen|drop(?:ped)?|declined?|decreased?|plunged|cut|fewer|less|lower|reduction)\b", re.IGNORECASE)


def find_shares(figures: list[Figure], tolerance: float) -> Iterator[Found]:
    """Every share or change that stands beside its counts."""
    counts = [figure for figure in figures if figure.unit not in ("percent", "percentage points", "ratio") and figure.exact]
    by_sentence = defaultdict(list)
    for figure in counts:
        by_sentence[figure.sentence_start].append(figure)
    for percent in figures:
        if percent.unit != "percent":
            continue
        inside = by_sentence[percent.sentence_start][:MOST_IN_SENTENCE]
        found = (_table_change if percent.block == "table row" else _change)(percent, inside, counts, tolerance)
        if found is None and percent.block != "table row":
            found = _beside(percent, inside, counts, tolerance) or _named_share(percent, inside, counts, tolerance)
        if found:
            yield found
    yield from _table_shares(figures, counts, tolerance)
    yield from _shares_of_parts(figures, counts, tolerance)


def _share(part: Figure, whole: Figure, percent: Figure, tolerance: float) -> Found | None:
    if not whole.value:
        return None
    value = 100 * part.value / whole.value
    about = f"{number_of(part.value)} / {number_of(whole.value)} = {value:.1f} %"
    return _verdict(part, whole, percent, value, about, tolerance)


def _verdict(part: Figure, whole: Figure, percent: Figure, value: float, about: str, tolerance: float) -> Found:
    words = bool(re.search("[a-z]{4}", re.sub(r"per ?cent|percent", "", percent.quote.lower()))) and not re.search(r"\d", percent.quote)
    slack = max(3.0 if words else tolerance, 2 * tolerance if percent.approx else 0.0, 0.005 * abs(value))
    low = percent.low if percent.low is not None else min(percent.high * 0.8, percent.high - 5)
    high = percent.high if percent.high is not None else max(percent.low * 1.25, percent.low + 5)
    holds = low - slack <= value <= high + slack
    return Found("share_matches_counts", holds, (part, whole, percent), about if holds else f"{about}, the text says {percent.quote}")


def _change_found(new: Figure, old: Figure, percent: Figure, tolerance: float, down: bool) -> Found | None:
    if not old.value:
        return None
    value = 100 * (new.value - old.value) / old.value
    about = f"from {number_of(old.value)} to {number_of(new.value)} is {value:+.1f} %"
    return _verdict(new, old, percent, -value if down else value, about, tolerance)


def _change(percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float) -> Found | None:
    """As in "609 arrests ... That is 73% more than the 352 of last year"; "rose 73% from 352 to 609"."""
    later = [figure for figure in inside if figure.start > percent.start]
    earlier = [figure for figure in inside if figure.start < percent.start]
    near = percent.before[-40:] + percent.quote + percent.after[:40]
    down = bool(_DOWN.search(near))
    if later and _MORE_THAN.match(words_between(percent, later[0])):
        old = later[0]
        if len(later) > 1 and re.search(r"^[^.;]{0,40}\bto\s(?:\w+\s){0,2}$", words_between(old, later[1])):
            return _change_found(later[1], old, percent, tolerance, down)
        new = earlier[-1] if earlier else _previous(percent, counts, old)
        return _change_found(new, old, percent, tolerance, down) if new and same_kind(new, old) else None
    if not CHANGE.search(near):
        return None
    for pair in ([earlier[-2:]] if len(earlier) >= 2 else []) + ([later[:2]] if len(later) >= 2 else []):
        first, second = pair
        if first.unit != second.unit:
            continue
        gap = words_between(first, second)
        if re.search(r"\bfrom\s(?:\w+\s){0,2}$", first.before) and re.search(r"\bto\s(?:\w+\s){0,2}$", gap):
            return _change_found(second, first, percent, tolerance, down)
        if re.search(r"\bto\s(?:\w+\s){0,2}$", first.before) and re.search(r"\bfrom\s(?:\w+\s){0,2}$", gap):
            return _change_found(first, second, percent, tolerance, down)
        if re.search(r"\b(?:compared (?:with|to)|up from|down from|against|versus|from)\s(?:\w+\s){0,2}$", gap):
            return _change_found(first, second, percent, tolerance, down)
    if (
        len(earlier) == 2
        and earlier[0].unit == earlier[1].unit
        and same_kind(*earlier)
        and re.match(
            r"\s(?:increase|rise|jump|surge|drop|fall|decline|decrease|reduction|more|fewer|less|higher|lower)\b(?!\sthan)", percent.after
        )
        and re.search(r"\b(?:19|20)\d\d\b|\b(?:last|previous|same|prior|year|month|later|then|now)\b", percent.sentence[:NEAR])
    ):
        return _change_found(earlier[1], earlier[0], percent, tolerance, down)
    if (
        len(earlier) == 1
        and len(later) == 1
        and earlier[0].unit == later[0].unit
        and re.search(r"\b(?:compared (?:with|to)|from|on|against|versus|than)\s(?:the\s|\w+\s){0,2}$", words_between(percent, later[0]))
    ):
        return _change_found(earlier[0], later[0], percent, tolerance, down)
    return None


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


def _beside(percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float) -> Found | None:
    """As in "Of those arrested, 543, or 84 percent, ..."; "34 of the 216 people (15.7 percent)"; "84 percent of the 646, or 543"."""
    wholes = [figure for figure in inside if OF_CUE.search(figure.before)]
    part = next(
        (
            figure
            for figure in inside
            if figure not in wholes
            and (_ASIDE.match(words_between(figure, percent) if figure.start < percent.start else words_between(percent, figure)))
        ),
        None,
    )
    if part is None:
        part = next(
            (
                figure
                for figure in inside
                if figure not in wholes
                and re.match(r"^[^,;.\d]{0,60}[,(—–]\s?(?:or\s)?(?:about\s|nearly\s|roughly\s)?$", words_between(figure, percent))
                and not _MORE_THAN.match(percent.after)
            ),
            None,
        )
    if part is None and len(wholes) == 1 and percent.start < wholes[0].start:  # "60 percent of the 1,500 detainees, or 900 people"
        part = next(
            (
                figure
                for figure in inside
                if figure.start > wholes[0].start
                and re.match(
                    r"^[^,;.\d]{0,60}[,(—–]\s?(?:or|that is|some|about|i\.e\.)?,?\s?(?:about\s|some\s)?$", words_between(wholes[0], figure)
                )
            ),
            None,
        )
        if part and not re.fullmatch(r"\sof\s(?:\w+\s){0,3}", words_between(percent, wholes[0])):
            part = None
    if part is None and len(wholes) == 1 and wholes[0].start < percent.start:
        part = next(
            (
                figure
                for figure in inside
                if figure.start < wholes[0].start
                and re.fullmatch(r"\s?(?:\w+\s){0,2}(?:out\s)?of\s(?:(?:the|all|its|those|their)\s){0,2}", words_between(figure, wholes[0]))
            ),
            None,
        )
        if part and not re.match(r"^[^,;.\d]{0,60}[,(—–]\s?(?:or\s)?(?:\w+\s){0,2}$", words_between(wholes[0], percent)):
            part = None
    if part is None or re.search(r"^\s(?:more|higher|fewer|lower|less)\b", percent.after):
        return None
    whole = next((figure for figure in wholes if figure.value >= part.value and figure.unit == part.unit), None)
    if whole is None and not wholes:
        whole = _meant_by_those(part, percent, counts)
    return _share(part, whole, percent, tolerance) if whole else None


def _meant_by_those(part: Figure, percent: Figure, counts: list[Figure]) -> Figure | None:
    """The figure that "of those arrested" or the lead-in of a list takes up: the nearest one before of the same kind and action."""
    if part.group >= 0 and part.block != "table row":
        inside = [
            figure for figure in counts if figure.sentence == part.lead_in and figure.unit == part.unit and figure.value >= part.value
        ]
        return inside[0] if len(inside) == 1 else None
    those = re.search(
        r"\b(?:of|among)\s(?:those|them|these|the(?=\s\w+(?:\s\w+)?,))((?:\s\w+){0,4})", part.before + part.after, re.IGNORECASE
    )
    if not those:
        return None
    action = {ACTIONS[word] for word in stems_of(those[1]) if word in ACTIONS}
    before = [
        figure
        for figure in counts
        if figure.end <= part.sentence_start
        and figure.unit == part.unit
        and figure.value >= part.value
        and figure.kind in ("person", "")
        and (not action or action & figure.actions)
        and figure.group < 0
    ]
    return before[-1] if before else None


def _named_share(percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float) -> Found | None:
    """As in "5,424 visits and 3,930 arrests, so arrests came to 72% of visits"."""
    of = re.match(r"\s(?:of|as many)\s(?:the\s|all\s|those\s)?([\w’' -]{3,40})", percent.after)
    if not of:
        return None
    first = stem_of(re.split(r"[\s,.]", of[1])[0])
    before = [
        figure
        for figure in counts
        if figure.start < percent.start and percent.sentence_start - (figure.sentence_start + len(figure.sentence)) <= 3
    ]
    wholes = [figure for figure in before if first and first in {stem_of(word) for word in figure.what.split()[-1:]}]
    subject = stems_of(percent.before[-60:])
    parts = [figure for figure in before if figure not in wholes and figure.what and stem_of(figure.what.split()[-1].lower()) in subject]
    if len(wholes) == 1 and len(parts) == 1 and wholes[0].value >= parts[0].value and wholes[0].sentence_start == parts[0].sentence_start:
        return _share(parts[0], wholes[0], percent, tolerance)
    return None


def _table_change(percent: Figure, inside: list[Figure], counts: list[Figure], tolerance: float) -> Found | None:
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


def _table_shares(figures: list[Figure], counts: list[Figure], tolerance: float) -> Iterator[Found]:
    """A column of counts beside a column of shares, with a total row or with the sum stated in the text."""
    columns = list(columns_of(figures))
    for shares in columns:
        if (
            shares[0].unit != "percent"
            or shares[0].block != "table row"
            or len(shares) < 2
            or re.search(r"change|growth|increase", shares[0].column, re.IGNORECASE)
        ):
            continue
        total_of_shares = sum(share.value for share in shares if not TOTAL_LABEL.match(share.label))
        for column in columns:
            if column[0].unit == "percent" or column[0].group != shares[0].group or column[0].block != "table row":
                continue
            parts = [figure for figure in column if figure.exact and not TOTAL_LABEL.match(figure.label)]
            value = sum(part.value for part in parts)
            total = next((figure for figure in column if TOTAL_LABEL.match(figure.label)), None) or next(
                (
                    figure
                    for figure in counts
                    if figure.group != column[0].group and abs(figure.value - value) < 1e-6 and figure.unit == column[0].unit
                ),
                None,
            )
            if total is None or len(parts) < 2:
                continue
            by_row = {figure.sentence_start: figure for figure in parts}
            found = [_share(by_row[share.sentence_start], total, share, tolerance) for share in shares if share.sentence_start in by_row]
            found = [one for one in found if one]
            if 97 <= total_of_shares <= 103 or 2 * sum(one.holds for one in found) > len(found):  # else they are shares of something else
                yield from found


def _shares_of_parts(figures: list[Figure], counts: list[Figure], tolerance: float) -> Iterator[Found]:
    """Counts that add up to a stated total, against percentages elsewhere that name the same kind in the same words."""
    for found in sums_of_groups(figures):
        *parts, total = found.items
        if not found.holds or total.group == parts[0].group or total.unit != "count":
            continue
        for part in parts:
            wanted = content_of(part.label or part.what)
            if not wanted:
                continue
            for percent in figures:
                if (
                    percent.unit == "percent"
                    and percent.group not in (-1, part.group)
                    and percent.low == percent.high
                    and wanted <= content_of(f"{percent.what} {percent.label} {percent.after if percent.block != 'table row' else ''}")
                    and (share := _share(part, total, percent, tolerance))
                ):
                    yield share


_AVERAGE_CUE = re.compile(r"\b(?:average|averaging|averages|averaged|on average|mean|apiece|each|per)\b", re.IGNORECASE)
_PER_TIME = re.compile(r"(?:an?\s|per\s|every\s|each\s)?(day|week|month|year)\b", re.IGNORECASE)


def _per_time(average: Figure, figures: list[Figure], inside: list[Figure]) -> Found | None:
    """As in "24 crossings in 12 weeks, an average of two a week": the count and the duration may stand a few sentences before."""
    match = _PER_TIME.match(average.per) or re.match(r"\s(?:[^\W\d]+\s){0,3}(?:an?|per|every|each)\s(day|week|month|year)\b", average.after)
    if not match:
        return None
    unit = f"time {match[1][0].upper()}"
    before = [figure for figure in figures if figure.end <= average.start]
    lengths = [figure for figure in before if figure.unit == unit and average.start - figure.end < 600]
    if not lengths:
        return None
    same = [figure for figure in inside if figure in before and figure.unit == "count"]
    counts = same or [
        figure
        for figure in before
        if figure.unit == "count" and figure.exact and figure.kind == average.kind and figure.value > average.value
    ]
    if same and lengths[-1] in inside and len(same) == 1:
        return _average(same[0], lengths[-1], average)
    fitting = [found for figure in counts if (found := _average(figure, lengths[-1], average)).holds]
    return fitting[0] if fitting else None


def find_averages(figures: list[Figure]) -> Iterator[Found]:
    """Averages in a sentence with their numerator and denominator; "two a week" beside a count and a duration."""
    by_sentence = defaultdict(list)
    for figure in figures:
        if figure.block != "table row":
            by_sentence[figure.sentence_start].append(figure)
    for inside in by_sentence.values():
        for average in inside:
            around = average.before[-30:] + average.quote + average.after[:24]
            if (
                average.unit == "percent"
                or not re.search(r"\b(?:averag\w+|mean)\b", average.before[-40:] + average.quote + average.after[:40], re.IGNORECASE)
                and not (average.unit == "ratio" and _AVERAGE_CUE.search(around))
            ):
                continue
            if (found := _per_time(average, figures, inside)) or re.match(_PER_TIME, average.per):
                yield from filter(None, [found])
                continue
            unit = "count" if average.unit == "ratio" else average.unit
            others = [figure for figure in inside if figure.start != average.start and figure.end <= average.start]
            wholes = [figure for figure in others if figure.unit == unit and figure.value > average.value]
            counts = [figure for figure in others if figure.unit == "count"]
            pairs = [
                (top, bottom) for top in wholes for bottom in counts if top is not bottom and (unit != "count" or top.value >= bottom.value)
            ]
            pairs = [(top, bottom) for top, bottom in pairs if bottom.value > 0]
            close = [pair for pair in pairs if _average(*pair, average).holds]
            if close:
                yield _average(*close[-1], average)
            elif len(pairs) == 1:
                yield _average(*pairs[0], average)
            elif not pairs:
                later = [
                    figure for figure in inside if figure.start > average.start and figure.unit == unit and figure.value > average.value
                ]
                yield from [
                    found for top in later for bottom in counts if bottom.value > 1 and (found := _average(top, bottom, average)).holds
                ][:1]


def _average(top: Figure, bottom: Figure, average: Figure) -> Found:
    value = top.value / bottom.value
    decimals = len(average.quote.partition(".")[2].rstrip(" %abcdefghijklmnopqrstuvwxyz")) if "." in average.quote else 0
    rounded = abs(round(value, decimals) - average.value) < 1e-9 and average.value < 1000
    holds = abs(value - average.value) <= AVERAGE_TOLERANCE * average.value or rounded
    if average.low is None and average.high is not None:
        holds = holds or 0.8 * average.high <= value <= average.high
    if average.high is None and average.low is not None:
        holds = holds or average.low <= value <= 1.25 * average.low
    about = f"{number_of(top.value)} / {number_of(bottom.value)} = {value:,.2f}"
    return Found("average_matches_ratio", holds, (top, bottom, average), about if holds else f"{about}, the text says {average.quote}")
