"""Relations between the figures of an article: candidates from every template, weighed by the words and judged by the
arithmetic.

A tie that is sure is reported whichever way the arithmetic goes; a likely one only if it holds; an unsure one never.
Of ties with one claim the surest that holds is reported, or, if none holds, the surest of all. Figures that agree too well
for chance are reported without words (`helpers.checks.agreeing`), if no other tie puts them together. Which two figures a share, a
change, a multiple, a difference or an average is stated of is chosen by weights (`helpers.checks.shares.weighed`).

The tables alone are read (`dates` and `quantities`, with the sentences they carry, and those that `agencies` and `speakers` carry),
neither the texts nor the model.
"""

import traceback
import warnings
from collections import defaultdict
from collections.abc import Iterator
from numbers import Real
from pathlib import Path

import pandas as pd

from helpers.checks.agreeing import find_agreeing
from helpers.checks.arithmetic import SHARE_TOLERANCE
from helpers.checks.binding import Tie, stated_words, sure, templates
from helpers.checks.choice import in_order, reported
from helpers.checks.frames import Story
from helpers.checks.proof import proven
from helpers.checks.search import find_ties
from helpers.checks.stories import PARTS_ASIDE, story_of
from helpers.texts import fold_letters, shown

__all__ = ["COLUMNS", "UNTESTED", "check", "check_all", "each_story", "ties", "untested"]

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


def check(tables, *, tolerance: float | None = None) -> pd.DataFrame:
    """Finds and verifies the relations between the figures of each article.

    Args:
        tables: What `extract` returns; `dates` and `quantities` are used. What an archive holds is given as it is.
        tolerance: Percentage points by which a share may differ from its counts; None for 0.75.

    Returns:
        One row a relation, in the order of the articles and of their text: `article`, `kind`, `holds`, `quotes`
        (the figures as written), `starts` (their offsets), `about` (the arithmetic in one line), `template`, `verdict`
        (holds, holds within rounding, fails), `formula` (with numbers), `computed` and `stated` (what the figures give
        and what the text says), `tied_by` (the words that tie the figures), `sure` (0 to 1: how sure they do; of figures that no search of words
        ties, how sure their agreement does).

    An article that cannot be checked has no row, and a warning names it.

    Raises:
        ValueError: if the tolerance is negative, infinite or not a number.
    """
    if tolerance in (None, SHARE_TOLERANCE) and getattr(tables, "checks", None) is not None:
        return tables.checks
    tolerance = _tolerance(tolerance)
    rows = (
        _row(article, story, tie)
        for article, story in each_story(tables)
        for tie in _judged(article, story, tolerance)[1]
    )
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
    for article, story in each_story(tables):
        found, chosen = _judged(article, story, SHARE_TOLERANCE)
        rows += [_row(article, story, tie) for tie in chosen]
        left += _untested_of(article, story, found, chosen)
    return pd.DataFrame(rows, columns=COLUMNS), pd.DataFrame(left, columns=UNTESTED)


def _judged(article: str, story: Story, tolerance: float) -> tuple[list[Tie], list[Tie]]:
    """The ties of an article, and those of them that are reported; none if it fails."""
    try:
        found = ties_of(story, tolerance)
        chosen = reported(found, len(story.frames), len(story.moments))
        return found, in_order([*chosen, *find_agreeing(story, chosen, tolerance)])
    except Exception as error:
        _warn(article, error)
        return [], []


def _warn(article: str, error: Exception) -> None:
    """Names an article that cannot be checked: one text must not end the run of all others."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    warnings.warn(f"{article} was not checked: {type(error).__name__}: {error} ({place})", stacklevel=4)


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
            told = (tie.template, _reason(tie)) if tie else ("", "stands alone")
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
    return next((words for name, words in _REASONS if tie.evidence.get(name)), "not linked in the text")


def _tolerance(tolerance: float | None) -> float:
    if tolerance is None:
        return SHARE_TOLERANCE
    if isinstance(tolerance, bool) or not isinstance(tolerance, Real) or not 0 <= tolerance <= 100:
        raise ValueError(f"tolerance is {shown(tolerance)}; give percentage points, from 0 to 100")
    return float(tolerance)


_SENTENCE = ("article", "sentence_start", "sentence")


def each_story(tables) -> Iterator[tuple[str, Story]]:
    """The articles of the tables with their figures."""
    if not hasattr(tables, "set_aside"):
        raise TypeError("check takes tables: write check(extract(corpus))")
    aside = tables.set_aside
    aside = aside[aside["reason"].isin(("age", "list number", "multiple", *PARTS_ASIDE))]
    others = [frame[list(_SENTENCE)] for frame in (tables.agencies, tables.speakers)]
    others = pd.concat(others).drop_duplicates(["article", "sentence_start"])
    rows = [_by_article(one) for one in (tables.quantities, tables.dates, aside, others)]
    for article in dict.fromkeys([*rows[0], *rows[1]]):
        try:
            story = story_of(*(of_table.get(article, []) for of_table in rows))
        except Exception as error:
            _warn(article, error)
            continue
        yield article, story


def _by_article(frame: pd.DataFrame) -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = defaultdict(list)
    columns = {name: frame[name].tolist() for name in frame.columns}
    # a hyphen that sets words apart is a dash; letters become plain, as in reading
    plain = {words: fold_letters(words).replace(" - ", " – ") for words in set(columns["sentence"])}
    columns["written"] = columns["sentence"]
    columns["sentence"] = [plain[words] for words in columns["sentence"]]
    for values in zip(*columns.values(), strict=True):
        row = dict(zip(columns, values, strict=True))
        rows[row["article"]].append(row)
    return rows


def ties(tables) -> Iterator[tuple[str, Tie]]:
    """Every tie that a template finds in the tables, whether it is reported or not, with its article."""
    for article, story in each_story(tables):
        for tie in ties_of(story):
            yield article, tie


def ties_of(story: Story, tolerance: float = SHARE_TOLERANCE) -> list[Tie]:
    """Every tie that the templates find in an article, with how sure it is."""
    ties = list(find_ties(story, tolerance))
    for tie in ties:
        if tie.weighed:
            continue
        tie.sure = sure(tie.template, tie.evidence)
        tie.may_fail = tie.may_fail and (tie.verdict.holds or proven(tie))
    return ties


def _words_of(tie: Tie) -> list[str]:
    """The words between figures of one sentence, where no cue of its own ties them."""
    items = sorted((item for item in tie.items if hasattr(item, "sentence")), key=lambda item: item.start)
    pairs = [(a, b) for a, b in zip(items, items[1:], strict=False) if a.sentence_start == b.sentence_start]
    words = [a.sentence[a.end - a.sentence_start : b.start - a.sentence_start] for a, b in pairs]
    words = [word.strip(" ,;:()") for word in words]
    return list(dict.fromkeys(" ".join(word.split()) for word in words if 0 < len(word) <= 60))


def _row(article: str, story: Story, tie: Tie) -> dict:
    template, verdict = templates()[tie.template], tie.verdict
    says = (
        ""
        if verdict.holds
        else stated_words(tie.template, [item.quote for item in tie.items], verdict.stated)
    )
    about = f"{verdict.formula}, the text says {says}" if says else verdict.formula
    return {
        "article": article,
        "kind": template.kind,
        "holds": verdict.holds,
        "quotes": [story.written_at(item) for item in tie.items],
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
