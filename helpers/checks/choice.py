"""Which ties are reported: of those that exclude each other the surest that holds, or, where none holds, the surest of all.

In: the ties of an article with how sure the words make them and what the arithmetic says. Out: those that are reported, no
figures twice in one kind.
"""

from collections import defaultdict
from collections.abc import Iterable

from helpers.checks.another_scope import is_of_another_scope
from helpers.checks.arithmetic import HOLDS, MOST_OFF, SHARE_TOLERANCE
from helpers.checks.binding import Tie, templates
from helpers.checks.sums.attached import attached

__all__ = ["in_order", "reported"]

TOO_GOOD = 0.6  # how sure words and agreement together must be
DOUBT = 0.6  # how sure a rival that holds must be beside the surest tie for that to be left alone
LEAST_SURE = 0.04  # below, no agreement counts
TOO_FAR = 2.5  # times: what is computed and what is stated are not of one thing if they are further apart,
MOST_FAR = 10  # or, where words tie them surely, this many
CLOSER = 1.5  # the odds that words must have for each of these times
LOOSE = 4  # the same for a difference, which may be of any size
CLOSE = 25  # percentage points between two changes that may be meant as one
CROWDED = 11  # figures of an article: among more of them more look as if they belonged together
EXPLAINS = 0.9  # how sure words and agreement must be of a sum, to explain why some of its figures differ
_EASY = ("restated", "part within whole", "possible percentage", "weekday")
_BY_CHANCE = ("sum", "difference")  # of small numbers, many agree
_SUMS = ("sum", "rest")  # of their candidates only some may fail, and the others do not speak against these


def reported(ties: Iterable[Tie], figures: int, dates: int) -> list[Tie]:
    """The ties that are reported: of each claim one, and no figures twice in one kind; `figures`, `dates`: how many the
    article has."""
    claims: dict[tuple, list[Tie]] = defaultdict(list)
    for tie in ties:
        claims[tie.claim].append(tie)
    chosen = [
        tie
        for rivals in claims.values()
        if (tie := _of_claim(rivals, dates if rivals[0].template == "duration" else figures))
    ]
    chosen = [
        tie
        for tie in chosen
        if tie.verdict.holds
        or not (_told_otherwise(tie, chosen) or is_of_another_scope(tie) or _is_of_total(tie, chosen))
    ]
    kinds = {name: template.kind for name, template in templates().items()}
    spans = [
        {item.start for item in tie.items} for tie in chosen if tie.template == "duration" and tie.may_fail
    ]
    chosen = [
        tie
        for tie in chosen
        if tie.template != "order" or not any({item.start for item in tie.items} <= span for span in spans)
    ]
    chosen = _without_copies(_only_untold(chosen))
    unique: dict[tuple, Tie] = {}
    for tie in sorted(chosen, key=lambda one: (not one.verdict.holds, -one.sure)):
        unique.setdefault((kinds[tie.template], tie.places), tie)
    return in_order(unique.values())


def in_order(chosen: Iterable[Tie]) -> list[Tie]:
    """Ties in the order of the text."""
    known = templates()
    return sorted(chosen, key=lambda tie: (min(item.start for item in tie.items), known[tie.template].kind))


def _only_untold(chosen: list[Tie]) -> list[Tie]:
    """The ties without those chosen by weights whose figure another tie tests, or that fail with figures of one that holds.
    What hardly tests a figure (it is given again, it is part of a whole) leaves room for a share or an average that holds."""
    others = [tie for tie in chosen if not _of_two(tie)]
    tested = {item.start for tie in others for item in tie.items}
    worked_out = {item.start for tie in others if tie.template not in _EASY for item in tie.items}
    held = [tie.places for tie in chosen if tie.verdict.holds]
    return [
        tie
        for tie in chosen
        if not _of_two(tie)
        or tie.claim[1]
        not in (worked_out if tie.verdict.holds and tie.template not in _BY_CHANCE else tested)
        and (tie.verdict.holds or not any(tie.places <= places for places in held))
    ]


def _of_two(tie: Tie) -> bool:
    """Whether a tie is of a figure that weights take to be stated of two others."""
    return tie.weighed and tie.template != "duration"


def _without_copies(chosen: list[Tie]) -> list[Tie]:
    """The ties without sums that share a whole and a part, or all parts, with a better one, and without a row of a table that holds and
    says again what the text says."""
    known = templates()
    best = sorted(chosen, key=lambda tie: (tie.verdict.verdict != HOLDS, -tie.sure))
    kept: list[Tie] = []
    for tie in best:
        if not tie.verdict.holds and _explained(tie, kept):
            continue
        kind = known[tie.template].kind
        places = {item.start for item in tie.items}
        values = _values(tie)
        same = [one for one in kept if known[one.template].kind == kind]
        if kind == "parts_sum_to_total" and any(
            one.items[-1].start == tie.items[-1].start
            and len(places & {item.start for item in one.items}) > 1
            or one.items[:-1] == tie.items[:-1]
            for one in same
        ):
            continue
        again = [one for one in same if _values(one) == values]
        copies = again and (_in_table(tie) or _in_table(again[0]) or not tie.verdict.holds)
        if copies and kind == "share_matches_counts":
            continue
        kept.append(tie)
    return kept


def _values(tie: Tie) -> list[str]:
    """The figures of a tie as numbers, in order: what two ties that say the same have in common."""
    return sorted(str(getattr(item, "value", item.quote)) for item in tie.items)


def _explained(tie: Tie, kept: list[Tie]) -> bool:
    """Whether figures that disagree are some of those of a sum that holds: a part is not its whole given again."""
    sums = (one for one in kept if one.template in _SUMS and one.verdict.holds)
    return any(tie.places < one.places for one in sums if one.sure > tie.sure or _agreed(one) > EXPLAINS)


def _is_of_total(tie: Tie, chosen: list[Tie]) -> bool:
    """Whether a share or an average that fails comes out of the total of which its whole is a part: "2,610 in Vancouver and 2,318 in
    Montréal, 4,928 in all; 296 of these (6%)"."""
    if tie.template not in ("share", "average"):
        return False
    whole, stated, computed = tie.items[1], float(tie.verdict.stated), float(tie.verdict.computed)
    totals = (
        one.items[-1]
        for one in chosen
        if one.template == "sum"
        and one.verdict.holds
        and whole.start in {item.start for item in one.items[:-1]}
    )
    near = SHARE_TOLERANCE if tie.template == "share" else MOST_OFF * stated
    return any(abs(computed * whole.size / total.size - stated) <= near for total in totals)


def _told_otherwise(tie: Tie, chosen: list[Tie]) -> bool:
    """Whether two figures of a sum that fails belong together in another way: they are parts of another whole, or one
    is the other's share, or they are told with their difference."""
    if tie.template not in _SUMS:
        return False
    own = {item.start for item in tie.items}
    summed = any(tie.evidence.get(name) for name in ("exhaustive", "all", "rest"))
    held = (
        one
        for one in chosen
        if one.verdict.holds
        and (one.sure >= tie.sure if one.template in _SUMS else _of_two(one) and not summed)
    )
    return any(len(own & {item.start for item in one.items}) > 1 for one in held)


def _in_table(tie: Tie) -> bool:
    return any(item.block == "table row" for item in tie.items)


def _of_claim(rivals: list[Tie], figures: int) -> Tie | None:
    """Of ties that exclude each other the one to report, if any."""
    known = templates()
    holding = [tie for tie in rivals if tie.verdict.holds]
    # parts that vanish in the rounding of a sum belong elsewhere, and sums among parts whose total is told come by chance
    holding = [tie for tie in holding if not any(_is_less_of(one, tie) for one in holding)]
    holding = [tie for tie in holding if not any(_is_among_parts(tie, one) for one in rivals)]
    meant = [tie for tie in rivals if tie.verdict.holds or _meant(tie)]
    best = max(meant or rivals, key=lambda tie: (tie.may_fail or tie.template not in _SUMS, tie.sure))
    likely = [tie for tie in holding if _likely(tie, sum(one.sure > tie.sure for one in rivals))]
    if likely:
        return max(likely, key=lambda tie: (tie.sure, len(tie.items)))
    doubtful = any(tie.sure >= max(known[tie.template].report_hold / 2, DOUBT * best.sure) for tie in holding)
    fails = not best.verdict.holds and best.may_fail and _meant(best) and _is_sure(best, figures)
    return best if fails and not doubtful else None


def _is_less_of(one: Tie, tie: Tie) -> bool:
    """Whether a tie is of the same whole with fewer of the parts."""
    return one.places < tie.places and one.items[-1].start == tie.items[-1].start


def _is_among_parts(tie: Tie, one: Tie) -> bool:
    """Whether the figures of a tie are parts of a total that words tie surely and more surely: "4,000, 2,500 and 6,500, 15,000 in
    total"."""
    if one.template not in _SUMS or not one.may_fail or one.sure <= max(tie.sure, DOUBT):
        return False
    return tie.places <= {(item.start, item.end) for item in one.items[:-1]}


def _is_sure(tie: Tie, figures: int) -> bool:
    """Whether words tie figures surely enough for a row that fails: the more figures an article has, the likelier it is that
    others were meant, and the greater the odds must be. Of 52 articles with some 27 figures in which nothing is wrong
    (`tests/gold/triples/crowded_read.jsonl`) eight had an alarm before this was asked, and two after it; of 48 unread ones
    seven and three."""
    least = templates()[tie.template].report_fail
    return _odds(tie) * tie.slip >= least / (1 - least) * (
        1.0 if _is_alone(tie) else max(1.0, figures / CROWDED)
    )


def _is_alone(tie: Tie) -> bool:
    """Whether no other figures can be meant, however many there are: a list stands right beside its whole, or title and lead tell
    of one thing in the same words."""
    if tie.template in _SUMS:
        return attached(list(tie.items[:-1]), tie.items[-1])
    told = tie.evidence.get
    return tie.template == "restated" and told("pair", 0) > 0 and told("named", 0) > 0


def _odds(tie: Tie) -> float:
    return tie.sure / max(1e-9, 1 - tie.sure)


def _meant(tie: Tie) -> bool:
    """Whether what is computed is near enough to what is stated for the one to be meant as the other: the surer the words
    tie them, the further apart they may be."""
    computed, stated = tie.verdict.computed, tie.verdict.stated
    if (
        isinstance(computed, str)
        or isinstance(stated, str)
        or tie.template in (*_SUMS, "table sum", "restated", "part within whole", "conversion")
    ):
        return True
    most = max(TOO_FAR, min(MOST_FAR, _odds(tie) / (LOOSE if tie.template == "difference" else CLOSER)))
    if tie.template == "change in percent" and abs(computed - stated) < CLOSE:
        return True  # figures that are 20 or 3 percent apart are much the same
    return stated != 0 and most > abs(computed / stated) > 1 / most


def _likely(tie: Tie, surer: int) -> bool:
    """Whether a tie that holds is one: by its words, or because free numbers would not agree so well; every `surer` tie
    that was tried in its place made an agreement by chance likelier."""
    if not tie.chance:
        return tie.sure >= templates()[tie.template].report_hold
    return _agreed(tie, 1 + surer) >= TOO_GOOD and tie.sure >= LEAST_SURE


def _agreed(tie: Tie, tried: int = 1) -> float:
    """How sure the words and the agreement of the figures are together, if so many ties were tried."""
    chance = min(1.0, tie.chance * tried)
    return tie.sure / (tie.sure + (1 - tie.sure) * chance)
