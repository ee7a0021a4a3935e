"""The same figure again: in title and text, in text and table, as a bound and exactly; and figures that
should be the same and are not."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from helpers.checks.changes import tells_change
from helpers.checks.figures import Figure, Found, lead_end, number_of, same_kind
from helpers.checks.sums import SMALL, TOTAL_LABEL
from helpers.checks.words import content_of, stem_of, stems_of

__all__ = ["find_repeats"]

_MOST = 60  # figures alone of their value that are compared with each other
_DEFINITE = re.compile(r"\b(?:the|all|those|these)\s(?:the\s)?$", re.IGNORECASE)
_ALL_OF = re.compile(r"\b(?:of the|of all|all|all of the|the same|of its|of their)\s$", re.IGNORECASE)
# "17 of the suspects", "the 38 who appeared in court": fewer than were counted before
_PART = re.compile(
    r"\s(?:of\s(?:the|them|those|these|whom|its|his|their)|more|others?|(?:\w+\s){0,2}(?:who|whose|that|which|still))\b"
)
_SENTENCED = re.compile(
    r"\b(?:sentenced|jailed|imprisoned|condemned|given|handed|gave|received|gets?|got)\b[^.;]{0,60}$"
)
_OTHER_CASE = re.compile(
    r"\b(?:last (?:month|year)|previous|prior|separate|earlier|ago|asked|sought|faced|faces|could|maximum|reduced|suspended)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|other|further|additional|including|additionally|remaining)\s$", re.IGNORECASE
)
_THE = re.compile(r"(?:^The|\b(?:[Oo]f|[Aa]mong)\s(?:the|those|these|all)|\ball)\s$")
# what may tell why a headline has another number than the lead
_PARTIAL = re.compile(
    r"\b(?:another|further|more|other|others|additional|includ\w{1,4}|among|so far|total|since|to date|bring\w*|brought|rises?|rose|"
    r"year|month|weeks?|now|rest|remainder|remaining|latest|first|second|initial\w*|at least|of the|of them|in all|planned|separate\w*)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:held|arrested|arrests|detained|nabbed|in custody|rounded up)\b", re.IGNORECASE
)
_HOLD = re.compile(r"\b(?:arrest|hold|detain|nab|round up)s?\s$", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:last|previous|prior|earlier|before|since|compared|against|year|month|week|fiscal|annual\w*|so far|to date|nationwide|"
    r"planned|expects?|target|another|other|additional|further|more|separate\w*|also)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def find_repeats(figures: list[Figure]) -> Iterator[Found]:
    """Every figure that the text gives more than once, and those it gives differently while one thing is
    meant beyond doubt."""
    usable = [figure for figure in figures if figure.unit != "ratio" and not figure.per]
    lead = lead_end(figures)
    equal = defaultdict(list)
    for figure in usable:
        equal[(figure.unit, figure.low, figure.high)].append(figure)
    clusters = [cluster for same in equal.values() for cluster in _clusters(same, lead)]
    against = list(_contradicted(clusters, lead)) or list(_headline_denied(clusters, lead))
    denied = {figure.start for found in against for figure in found.items}
    yield from against
    for cluster in clusters:
        if len(cluster) > 1 and cluster[0].start not in denied:
            about = f"{number_of(cluster[0].value)}{' %' if cluster[0].unit == 'percent' else ''} each of the {len(cluster)} times"
            yield Found("restated_figure", True, tuple(cluster), about)
    yield from _bounded(clusters)


def _clusters(same: list[Figure], lead: int) -> list[list[Figure]]:
    """Figures of one value, put together where they stand for one thing."""
    clusters: list[list[Figure]] = []
    for figure in same:
        home = next(
            (
                cluster
                for cluster in clusters
                if any(_restates(figure, other, lead) for other in cluster)
                and not any(_apart(figure, other) for other in cluster)
            ),
            None,
        )
        if home:
            home.append(figure)
        else:
            clusters.append([figure])
    return clusters


def _apart(a: Figure, b: Figure) -> bool:
    """Figures of one sentence or one table or list stand for different things."""
    return a.sentence_start == b.sentence_start or (a.group >= 0 and a.group == b.group)


def _prominent(figure: Figure, lead: int) -> bool:
    return figure.block == "title" or figure.end <= lead


def _definite(figure: Figure) -> bool:
    return bool(_DEFINITE.search(figure.before)) or (
        figure.unit == "count" and figure.before.endswith(" of ")
    )


def _context(figure: Figure) -> frozenset[str]:
    if figure.block == "table row":
        return figure.words
    return figure.words | content_of(figure.after[:60]) | content_of(figure.before[-60:])


def _restates(a: Figure, b: Figure, lead: int) -> bool:
    """Whether two figures of one value and unit stand for one thing; the smaller the number, the more must
    tie them."""
    if _apart(a, b):
        return False
    a, b = sorted((a, b), key=lambda figure: figure.start)
    prominent = _prominent(a, lead) or _prominent(b, lead)
    if a.unit == "percent":
        return _same_share(a, b)
    if a.unit.startswith("time"):
        return a.value >= SMALL or prominent
    definite = _definite(a) or _definite(b)
    digits = len(f"{a.value:.10g}".replace(".", "").strip("0"))
    if a.unit == "count" and digits >= 4:
        return True
    unknown = a.kind in ("", "total") or b.kind in ("", "total")
    alike = bool(a.kind and a.kind == b.kind) or bool(a.words & b.words)
    alike = alike or (
        a.unit != "count" and digits > 1 and a.block == "title" != b.block
    )  # "seize £1.4m of tobacco" ... "is worth £1.4m"
    alike = (
        alike
        or (digits >= 3 and definite)
        or (unknown and (digits >= 3 or definite or (_prominent(a, lead) and _prominent(b, lead))))
    )
    if not alike:
        return False
    if a.value < SMALL:
        return _same_small(a, b, lead) or (a.unit != "count" and prominent)
    return a.value >= 100 or prominent or definite


def _same_share(a: Figure, b: Figure) -> bool:
    table = a.block == "table row" or b.block == "table row"
    if len(_context(a) & _context(b)) >= (1 if table else 2) or (
        a.kind and stem_of(a.kind) == stem_of(b.kind)
    ):
        return True
    if (
        {a.kind} & stems_of(b.before[-60:] + b.after[:60])
        | {b.kind} & stems_of(a.before[-60:] + a.after[:60])
    ) - {"", "person"}:
        return True
    return tells_change(a, before=12, behind=12) and tells_change(b, before=12, behind=12)


def _same_small(a: Figure, b: Figure, lead: int) -> bool:
    """As in "Two charged" and "Two men have been charged", "eight on immigration holds" and "three of the
    eight"."""
    if a.unit != "count" or not (_loosely(a.kind, b.kind)):
        return False
    heading = {"title", "heading"} & {a.block, b.block}
    together = heading and (
        (_prominent(a, lead) and _prominent(b, lead)) or (a.noun and a.noun == b.noun and _definite(b))
    )
    of_the = bool(re.search(r"\bof the\s$", b.before)) and 0 <= b.sentence_start - a.sentence_end <= 3
    if of_the and (not b.kind or b.kind == a.kind):
        return True
    shared = bool(a.actions & b.actions or a.words & b.words or (heading and a.noun and a.noun == b.noun))
    return bool(together or (a.kind == b.kind and _definite(b))) and (shared or _resumed(a, b))


def _resumed(a: Figure, b: Figure) -> bool:
    """As in "rounded up four men in Leeds ... to charge the four men held in Leeds": the same noun, and no
    other place."""
    phrase = re.split(r"[,;.]", b.after)[0]
    places = re.findall(r"\b(?:in|at|near|from|by|across|on)\s(?:the\s)?([A-Z][\w’'-]+)", phrase)
    known = f"{a.sentence} {a.label}"
    of_others = _PART.match(b.after) or _PART.match(a.after) or _ANOTHER.search(a.before)
    return bool(a.noun) and a.noun == b.noun and not of_others and all(place in known for place in places)


def _loosely(a: str, b: str) -> bool:
    return a == b or not a or not b


def _bounded(clusters: list[list[Figure]]) -> Iterator[Found]:
    """As in "over 200" and "216": a figure with one bound beside an exact one that keeps within it."""
    exact = [cluster for cluster in clusters if cluster[0].exact and not cluster[0].approx]
    for cluster in clusters:
        figure = cluster[0]
        if figure.exact and not figure.approx:
            continue
        for others in exact:
            other = next((one for one in others if not _apart(one, figure)), None)
            if (
                other is None
                or other.unit != figure.unit
                or (_place(figure, other) and _place(other, figure))
            ):
                continue
            if _within(figure, other.value) and _same_bounded(figure, other):
                items = (figure, other) if figure.start < other.start else (other, figure)
                yield Found("restated_figure", True, items, f"{other.quote} agrees with {figure.quote}")
                break


def _within(figure: Figure, value: float) -> bool:
    size = figure.low if figure.low is not None else figure.high
    if figure.unit == "percent" and abs(value - size) > 3:
        return False
    ratio = value / size if size else 0
    if figure.high is None:
        return 1 <= ratio <= 1.1
    return 0.9 <= ratio <= 1 if figure.low is None else 0.95 <= ratio <= 1.05 and ratio != 1


def _same_bounded(figure: Figure, other: Figure) -> bool:
    if figure.unit == "percent":
        return bool(_context(figure) & _context(other))
    if not figure.kind or figure.kind != other.kind or figure.value < SMALL:
        return False
    close = abs(figure.value - other.value) <= 0.02 * other.value
    shared = bool(figure.actions & other.actions or figure.words & other.words)
    return shared or (close and figure.value >= 100 and figure.noun == other.noun)


def _transposed(a: float, b: float) -> bool:
    """Whether one number is the other with its digits in another order: 1,209 and 1,290."""
    first, second = f"{a:.10g}".replace(".", "").rstrip("0"), f"{b:.10g}".replace(".", "").rstrip("0")
    both = sorted(f"{a:.10g}") == sorted(f"{b:.10g}")
    return both and max(len(first), len(second)) >= 3 and abs(a - b) <= 0.5 * max(a, b)


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= 0.15 * max(a, b) or sorted(f"{a:g}") == sorted(f"{b:g}")


def _contradicted(clusters: list[list[Figure]], lead: int) -> Iterator[Found]:
    """Two values for one thing: title against lead, "of the 664" against 646, digits in another order, a
    table's total against the lead."""
    usable = [cluster for cluster in clusters if all(one.exact and not one.approx for one in cluster)]
    usable = [cluster for cluster in usable if cluster[0].value >= SMALL or cluster[0].kind == "term"]
    usable = [cluster for cluster in usable if cluster[0].unit not in ("percent", "percentage points")]
    usable = [cluster for cluster in usable if any(one.kind or _THE.search(one.before) for one in cluster)]
    usable = sorted(usable, key=lambda cluster: cluster[0].start)[:_MOST]
    for first, second in combinations(usable, 2):
        a, b = first[0], second[0]
        if (
            a.unit != b.unit
            or not _near(a.value, b.value)
            or any(_apart(x, y) for x in first for y in second)
        ):
            continue
        if any(_contradicts(x, y, clusters, lead) for x in first[:4] for y in second[:4]):
            items = tuple(sorted((*first, *second), key=lambda figure: figure.start))
            yield Found("restated_figure", False, items, f"{a.quote} and then {b.quote} {b.what}".strip())


def _contradicts(a: Figure, b: Figure, clusters: list[list[Figure]], lead: int) -> bool:
    if not _prominent(a, lead) or not a.kind or _PART.match(b.after) or _ANOTHER.search(b.before):
        return False
    if _without_antecedent(a, b, clusters, lead):
        return True
    whole = a.value == int(a.value) and b.value == int(b.value)  # 17 years may be short for 17.5
    terms = a.kind == b.kind == "term" and whole and bool(_SENTENCED.search(b.before))
    if a.kind != b.kind or not (terms or a.actions & b.actions):
        return False
    if (
        a.block == "title"
        and b.end <= lead
        and b.block != "title"
        and not _OTHER_CASE.search(b.before[-60:] + b.after[:40])
    ):
        same = [
            figure
            for cluster in clusters
            for figure in cluster
            if figure.unit == b.unit
            and figure.kind in (b.kind, "")
            and figure.end <= lead
            and figure.block == "paragraph"
        ]
        return len(same) == 1
    if b.block == "title" or b.end <= lead:
        return False
    if b.block == "table row":
        label = f"{b.label} {b.column}"
        total = TOTAL_LABEL.match(b.label) and a.noun and a.noun in stems_of(b.column)
        years = set(re.findall(r"\b(?:19|20)\d\d\b", b.column)) - set(
            re.findall(r"\b(?:19|20)\d\d\b", a.sentence)
        )
        foreign = years or content_of(label) - _context(a) - content_of(a.sentence)
        return bool(total) or (_transposed(a.value, b.value) and not foreign)
    if _OTHER_TIME.search(b.before[-80:] + b.after[:80]) or _place(b, a):
        return False
    return bool(_ALL_OF.search(b.before)) or _transposed(a.value, b.value)


def _headline_denied(clusters: list[list[Figure]], lead: int) -> Iterator[Found]:
    """As in "83 arrested in Camorra raids" over "Police arrested 58 people in raids on a Camorra clan": two
    numbers however far apart, in a text that has no others of the kind that could make up for the
    difference."""
    counts = [figure for cluster in clusters for figure in cluster if figure.unit == "count"]
    known = [figure for figure in counts if figure.kind in ("person", "force") or _taken(figure)]
    titled = [figure for figure in known if figure.block == "title"]
    first = [figure for figure in known if figure.block == "paragraph" and figure.end <= lead]
    if len(titled) != 1 or len(first) != 1:
        return
    a, b = titled[0], first[0]
    others = [
        figure
        for figure in counts
        if figure.kind in ("", "person", "force") and figure.value not in (a.value, b.value)
    ]
    if (
        min(a.value, b.value) < SMALL
        or a.value == b.value
        or not all(one.exact and not one.approx for one in (a, b))
    ):
        return
    arrests = _taken(a) and "arrest" in b.actions
    same = (
        b.kind == "person"
        and (arrests or (a.kind == "person" and a.actions & b.actions))
        and (_context(a) & _context(b))
    )
    told_otherwise = (
        _PARTIAL.search(a.sentence)
        or _PARTIAL.search(b.sentence)
        or _PART.match(b.after)
        or _PART.match(a.after)
    )
    if (
        same
        and not told_otherwise
        and not any(figure.actions & a.actions or figure.value >= abs(a.value - b.value) for figure in others)
    ):
        yield Found("restated_figure", False, (a, b), f"{a.quote} in the headline, then {b.quote}")


def _taken(figure: Figure) -> bool:
    """Whether a headline tells of so many arrests: "64 held in ...", "Officers arrest 120 in ..."."""
    return figure.block == "title" and bool(_HELD.match(figure.after) or _HOLD.search(figure.before))


def _without_antecedent(a: Figure, b: Figure, clusters: list[list[Figure]], lead: int) -> bool:
    """As in "Police arrested 113 people. ... Of the 124, 23 had ...": the text speaks of "the 124", but has
    told of 113 alone."""
    if b.block != "paragraph" or b.end <= lead or a.kind != "person" or b.kind not in ("", "person"):
        return False
    told = [figure for cluster in clusters for figure in cluster if figure is not b and same_kind(figure, a)]
    persons = {figure.value for figure in told if figure.kind == "person" and _prominent(figure, lead)}
    known = {figure.value for figure in told} & {b.value, abs(a.value - b.value)}
    close = abs(a.value - b.value) <= 0.15 * a.value
    phrase = b.before[-80:] + re.split(r"[,.;]", b.after)[0]
    other = _OTHER_TIME.search(phrase) or re.search(r"\b(?:in|at|near|from|by|on)\s(?:the\s)?[A-Z]", phrase)
    return bool(close and persons == {a.value} and not known and not other and _THE.search(b.before))


def _place(figure: Figure, other: Figure) -> bool:
    """Whether a figure is tied to a place or group that the other's sentence does not name: "arrested 102
    people in Tucson"."""
    names = re.findall(
        r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Bb]y|[Aa]cross|[Oo]n)\s(?:the\s)?([A-Z][\w’'-]+)", figure.sentence
    )
    return any(name not in other.sentence for name in names)
