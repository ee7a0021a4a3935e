"""Relations between the figures of an article: candidates from every template, weighed by the words and judged by the
arithmetic.

A tie that is sure is reported whichever way the arithmetic goes; a likely one only if it holds; an unsure one never.
Of ties with one claim the surest that holds is reported, or, if none holds, the surest of all.

The tables alone are read (`dates` and `quantities`, with the sentences they carry), neither the texts nor the model.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pandas as pd

from helpers.checks.arithmetic import HOLDS
from helpers.checks.binding import Tie, sure, templates
from helpers.checks.frames import Story, story_of
from helpers.checks.search import find_ties

__all__ = ["COLUMNS", "UNTESTED", "check", "check_all", "ties", "untested"]

COLUMNS = [
    "article",
    "kind",
    "holds",
    "quotes",
    "starts",
    "about",
    "template",
    "verdict",
    "formula",
    "computed",
    "stated",
    "tied_by",
    "sure",
]
TOO_GOOD = 0.6  # how sure words and agreement together must be
DOUBT = 0.6  # how sure a rival that holds must be beside the surest tie for that to be left alone
WRONG = 0.1  # how often a relation that words tie is expected to be wrong
LEAST_SURE = 0.04  # below, no agreement counts
TOO_FAR = 2.5  # times: what is computed and what is stated are not of one thing if they are further apart
SHARE_TOLERANCE = 0.75  # percentage points: a whole number is off by 0.5 at most, counts may be rounded


def check(tables, *, tolerance: float | None = None) -> pd.DataFrame:
    """Finds and verifies the relations between the figures of each article.

    Args:
        tables: What `extract` returns; `dates` and `quantities` are used. What an archive holds is given as it is.
        tolerance: Percentage points by which a share may differ from its counts; None for 0.75.

    Returns:
        One row a relation, in the order of the articles and of their text: `article`, `kind`, `holds`, `quotes`
        (the figures as written), `starts` (their offsets), `about` (the arithmetic in one line), `template`, `verdict`
        (holds, holds within rounding, fails), `formula` (with numbers), `computed` and `stated` (what the figures give
        and what the text says), `tied_by` (the words that tie the figures), `sure` (0 to 1: how sure they do).

    Raises:
        ValueError: if the tolerance is negative, infinite or not a number.
    """
    if tolerance in (None, SHARE_TOLERANCE) and getattr(tables, "checks", None) is not None:
        return tables.checks
    rows = []
    for article, story in _stories(tables):
        rows += [_row(article, tie) for tie in _reported(ties_of(story, _tolerance(tolerance)))]
    return pd.DataFrame(rows, columns=COLUMNS)


UNTESTED = ["article", "start", "end", "quote", "template", "reason"]


def untested(tables) -> pd.DataFrame:
    """Figures that a template considered and that were left untested, with the reason.

    Args:
        tables: What `extract` returns.

    Returns:
        One row a figure: `article`, `start`, `end`, `quote`, `template` (of the surest tie; empty
        where nothing was tied), `reason`.
    """
    stored = getattr(tables, "untested", None)
    return check_all(tables)[1] if stored is None else stored


def check_all(tables) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What `check` and `untested` return, with every tie looked for once."""
    rows, left = [], []
    for article, story in _stories(tables):
        reported = _reported(found := ties_of(story))
        rows += [_row(article, tie) for tie in reported]
        left += _untested_of(article, story, found, reported)
    return pd.DataFrame(rows, columns=COLUMNS), pd.DataFrame(left, columns=UNTESTED)


def _untested_of(article: str, story: Story, found: list[Tie], reported: list[Tie]) -> list[list]:
    """A row for each figure of an article that no reported tie tests."""
    rows, tested = [], {item.start for tie in reported for item in tie.items}
    best: dict[int, Tie] = {}
    for tie in sorted(found, key=lambda one: -one.sure):
        for item in tie.items:
            best.setdefault(item.start, tie)
    for figure in story.frames:
        if figure.start not in tested:
            tie = best.get(figure.start)
            told = (tie.template, _reason(tie)) if tie else ("", "no figure to compare it with is named")
            rows.append([article, figure.start, figure.end, figure.quote, *told])
    return rows


_REASONS = (
    ("open", "only some of the parts are named"),
    ("history", "the groups may overlap"),
    ("scope", "another case, place or period is named between them"),
    ("other noun", "the figures count different things"),
    ("wrong way", "what the words tell of is not what the figures give"),
    ("far", "the figures stand too far apart"),
    ("rival", "several figures fit the same place"),
)


def _reason(tie: Tie) -> str:
    """Why a tie was not tested: the weightiest evidence against it."""
    return next((words for name, words in _REASONS if tie.evidence.get(name)), "no words tie the figures")


def _tolerance(tolerance: float | None) -> float:
    tolerance = SHARE_TOLERANCE if tolerance is None else float(tolerance)
    if not 0 <= tolerance < math.inf:  # also not a number
        raise ValueError(f"tolerance is {tolerance}; give percentage points, 0 or more")
    return tolerance


def _stories(tables) -> Iterator[tuple[str, Story]]:
    """The articles of the tables with their figures."""
    quantities, dates = _by_article(tables.quantities), _by_article(tables.dates)
    for article in dict.fromkeys([*quantities, *dates]):
        yield article, story_of(quantities.get(article, []), dates.get(article, []))


def _by_article(frame: pd.DataFrame) -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = defaultdict(list)
    for row in frame.to_dict("records"):
        rows[row["article"]].append(row)
    return rows


def ties(tables) -> Iterator[tuple[str, Tie]]:
    """Every tie that a template finds in the tables, whether it is reported or not, with its article."""
    for article, story in _stories(tables):
        for tie in ties_of(story):
            yield article, tie


def ties_of(story: Story, tolerance: float = SHARE_TOLERANCE) -> list[Tie]:
    """Every tie that the templates find in an article, with how sure it is."""
    ties = list(find_ties(story, tolerance))
    for tie in ties:
        tie.sure = sure(tie.template, tie.evidence)
    return ties


def _reported(ties: Iterable[Tie]) -> list[Tie]:
    """The ties that are reported: of each claim one, and no figures twice in one kind."""
    claims: dict[tuple, list[Tie]] = defaultdict(list)
    for tie in ties:
        claims[tie.claim].append(tie)
    chosen = [tie for rivals in claims.values() if (tie := _of_claim(rivals))]
    kinds = {name: template.kind for name, template in templates().items()}
    spans = [
        {item.start for item in tie.items} for tie in chosen if tie.template == "duration" and tie.may_fail
    ]
    chosen = [
        tie
        for tie in chosen
        if tie.template != "order" or not any({item.start for item in tie.items} <= span for span in spans)
    ]
    chosen = _without_copies(chosen)
    unique: dict[tuple, Tie] = {}
    for tie in sorted(chosen, key=lambda one: (not one.verdict.holds, -one.sure)):
        unique.setdefault((kinds[tie.template], tie.places), tie)
    return sorted(
        unique.values(), key=lambda tie: (min(item.start for item in tie.items), kinds[tie.template])
    )


def _without_copies(chosen: list[Tie]) -> list[Tie]:
    """The ties without sums that share a whole and a part with a better one, and without a row of a table that holds and
    says again what the text says."""
    known = templates()
    best = sorted(chosen, key=lambda tie: (tie.verdict.verdict != HOLDS, -tie.sure))
    kept: list[Tie] = []
    for tie in best:
        if not tie.verdict.holds and _borrowed(tie, kept):
            continue
        kind = known[tie.template].kind
        places = {item.start for item in tie.items}
        values = sorted(item.quote for item in tie.items)
        same = [one for one in kept if known[one.template].kind == kind]
        if kind == "parts_sum_to_total" and any(
            one.items[-1].start == tie.items[-1].start
            and len(places & {item.start for item in one.items}) > 1
            for one in same
        ):
            continue
        again = [one for one in same if sorted(item.quote for item in one.items) == values]
        copies = again and (_in_table(tie) or _in_table(again[0]) or not tie.verdict.holds)
        if copies and kind == "share_matches_counts":
            continue
        kept.append(tie)
    return kept


def _borrowed(tie: Tie, kept: list[Tie]) -> bool:
    """Whether the counts of a share, change or average that fails are those of another that holds: a second percentage
    is not of the first one's counts."""
    if (
        templates()[tie.template].kind not in ("share_matches_counts", "average_matches_ratio")
        or tie.items[-1].block == "table row"
    ):
        return False
    counts = {item.start for item in tie.items[:-1]}
    return any(
        one.verdict.holds
        and one.template == tie.template
        and counts == {item.start for item in one.items[:-1]}
        for one in kept
    )


def _in_table(tie: Tie) -> bool:
    return any(item.block == "table row" for item in tie.items)


def _of_claim(rivals: list[Tie]) -> Tie | None:
    """Of ties that exclude each other the one to report, if any."""
    known = templates()
    holding = [tie for tie in rivals if tie.verdict.holds]
    meant = [tie for tie in rivals if tie.verdict.holds or _meant(tie)]
    best = max(meant or rivals, key=lambda tie: tie.sure)
    likely = [tie for tie in holding if _likely(tie, sum(one.sure > tie.sure for one in rivals))]
    if best.may_fail:
        likely = [tie for tie in likely if not _outweighs(best, tie)]
        holding = [tie for tie in holding if not _outweighs(best, tie)]
    if likely:
        return max(likely, key=lambda tie: (tie.sure, len(tie.items)))
    doubtful = any(tie.sure >= max(known[tie.template].report_hold / 2, DOUBT * best.sure) for tie in holding)
    fails = (
        not best.verdict.holds
        and best.may_fail
        and _meant(best)
        and best.sure >= known[best.template].report_fail
    )
    return best if fails and not doubtful else None


def _outweighs(best: Tie, other: Tie) -> bool:
    """Whether a tie is so much surer that another one that holds does so by chance."""
    if best.verdict.holds:
        return False
    odds = [one.sure / max(1e-9, 1 - one.sure) for one in (best, other)]
    return odds[0] * WRONG * other.chance > odds[1]


def _meant(tie: Tie) -> bool:
    """Whether what is computed is near enough to what is stated for the one to be meant as the other."""
    computed, stated = tie.verdict.computed, tie.verdict.stated
    if (
        isinstance(computed, str)
        or isinstance(stated, str)
        or tie.template in ("sum", "rest", "table sum", "restated", "part within whole")
    ):
        return True
    return stated != 0 and TOO_FAR > abs(computed / stated) > 1 / TOO_FAR


def _likely(tie: Tie, surer: int) -> bool:
    """Whether a tie that holds is one: by its words, or because free numbers would not agree so well; every `surer` tie
    that was tried in its place made an agreement by chance likelier."""
    if not tie.chance:
        return tie.sure >= templates()[tie.template].report_hold
    chance = min(1.0, tie.chance * (1 + surer))
    return tie.sure / (tie.sure + (1 - tie.sure) * chance) >= TOO_GOOD and tie.sure >= LEAST_SURE


def _words_of(tie: Tie) -> list[str]:
    """The words between figures of one sentence, where no cue of its own ties them."""
    items = sorted((item for item in tie.items if hasattr(item, "sentence")), key=lambda item: item.start)
    pairs = [(a, b) for a, b in zip(items, items[1:], strict=False) if a.sentence_start == b.sentence_start]
    words = [a.sentence[a.end - a.sentence_start : b.start - a.sentence_start] for a, b in pairs]
    words = [word.strip(" ,;:()") for word in words]
    return list(dict.fromkeys(" ".join(word.split()) for word in words if 0 < len(word) <= 60))


def _row(article: str, tie: Tie) -> dict:
    template, verdict = templates()[tie.template], tie.verdict
    about = verdict.formula if verdict.holds else f"{verdict.formula}, the text says {tie.items[-1].quote}"
    return {
        "article": article,
        "kind": template.kind,
        "holds": verdict.holds,
        "quotes": [item.quote for item in tie.items],
        "starts": [item.start for item in tie.items],
        "about": " ".join(about.split()),
        "template": template.name,
        "verdict": verdict.verdict,
        "formula": verdict.formula,
        "computed": verdict.computed,
        "stated": verdict.stated,
        "tied_by": list(tie.tied_by) or _words_of(tie),
        "sure": round(tie.sure, 3),
    }
