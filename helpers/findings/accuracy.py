"""What notebook 5 concludes: how accurately the collection reads, and where it goes wrong."""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache

import pandas as pd

from helpers import accuracy as measuring  # its function `mutations` has the name of its module
from helpers.accuracy import COLUMNS, GoldSet, in_words, judge, load_gold, scores
from helpers.checks import check
from helpers.extraction import extract
from helpers.findings.accuracy_errors import errors, in_short, labelled
from helpers.findings.accuracy_parts import about_parts, by_part
from helpers.findings.accuracy_sets import (
    about_errors,
    about_kinds,
    about_scores,
    about_sets,
    all_articles,
    articles_of,
    by_kind,
    expected,
    measured,
    open_sets,
    sets_in_words,
)
from helpers.findings.arithmetic import RELATIONS
from helpers.findings.words import all_of, amount, at_start, called, listed, number
from helpers.texts import SEEDS, Article, Corpus

__all__ = [
    "CHANGED",
    "about_errors",
    "about_kinds",
    "about_noticed",
    "about_others",
    "about_parts",
    "about_scores",
    "about_sets",
    "all_articles",
    "by_kind",
    "by_part",
    "errors",
    "expected",
    "headline",
    "headlines",
    "in_short",
    "labelled",
    "left_out",
    "measured",
    "noticed",
    "open_sets",
    "sentences",
    "sets_in_words",
    "shown",
    "together",
]

NOT_MEASURED = "Not measured on these texts: none of them has been annotated."
COMMITTED = SEEDS.parent / "notebooks" / "5_accuracy.ipynb"
NO_GOLD = (
    "so nothing can be measured. Put an annotation NAME.json beside each NAME.txt; tests/gold/README.md has the format. "
    "How well the project’s own annotated texts are read, kind by kind, stands here when the notebook is run without a corpus."
)
ALARM = re.compile(r"contradictions? between figures.*; .*alarm")  # from `_about_contradictions`
FAILS = ", fails: "  # in the words of a check
FEWEST_DRAWN = 10  # articles from which an interval can be drawn
CHANGED = 15  # numbers of each kind of relation and change


def together(judged: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """What `judge` returns for each set, in one table; with all its columns if there is no set."""
    return pd.concat([pd.DataFrame(columns=COLUMNS), *judged], ignore_index=True)


def headline(corpus: Corpus) -> str:
    """How well the collection reads the annotated texts of this corpus, in one sentence. Reads them."""
    return headlines(corpus)[0]


def headlines(corpus: Corpus) -> tuple[str, str]:
    """The same, with how many of the numbers changed on trial are noticed, and how many of the contradictions annotated
    there are found; empty if none is annotated."""
    sets = expected(load_gold(corpus))
    if not sets:
        score, contradictions = of_project()
        return f"{NOT_MEASURED} {_elsewhere(score)}".strip(), contradictions
    tables = [extract(one.corpus) for one in sets]
    judged = together(judge(one, own, check(own)) for one, own in zip(sets, tables, strict=True))
    tested = judged.loc[judged["table"] == "checks", "annotated"].str.contains(FAILS).any()
    changed = measuring.mutations(sets, tables, most=CHANGED)
    trial = [about_noticed(changed, articles_of(sets))] if len(changed) else []
    return (
        " ".join([*trial, _about_expected(sets, measured(scores(judged)), leads=not trial)]),
        _about_contradictions(sets, judged) if tested else "",
    )


@cache
def of_project() -> tuple[str, str]:
    """What notebook 5, as it is committed, says of texts that no rule was made for: the scores, and how many contradictions
    are found there. Empty where there is no such file; to measure it again for texts of others would take longer than
    to read them."""
    if not COMMITTED.is_file():
        return "", ""
    cells = json.loads(COMMITTED.read_text(encoding="utf-8"))["cells"]
    outputs = [output.get("data", {}) for cell in cells for output in cell.get("outputs", ())]
    said = [("".join(data.get("text/html", "")), "".join(data.get("text/plain", ""))) for data in outputs]
    score = next((plain for html, plain in said if 'class="answer"' in html), "")
    lines = (line.removeprefix("- ") for _, plain in said for line in plain.splitlines())
    return score, next((line for line in lines if ALARM.search(line)), "")


def _elsewhere(score: str) -> str:
    """The score on other texts, as a sentence that says so."""
    return f"On others: {score[0].lower()}{score[1:]}" if score else ""


def left_out(corpus: Iterable[Article], sets: Sequence[GoldSet]) -> list[str]:
    """A sentence that names the articles without annotation, if there are any."""
    annotated = {article.slug for article in all_articles(sets)}
    slugs = [article.slug for article in corpus if article.slug not in annotated]
    return [f"Left out for want of an annotation: {listed(map(called, slugs))}."] if slugs else []


def sentences(
    corpus: Iterable[Article],
    sets: Sequence[GoldSet],
    judged: pd.DataFrame,
    scored: pd.DataFrame,
    changed: pd.DataFrame | None = None,
) -> list[str]:
    """The findings of the notebook, computed: first how many wrong numbers are noticed, which is what a reader of other texts
    has to know.

    Args:
        corpus: The articles of the run.
        sets: From `load_gold`.
        judged: From `helpers.accuracy.score.judge`, of all sets.
        scored: From `helpers.accuracy.score.scores`.
        changed: From `helpers.accuracy.mutations`; None if it was not tried.
    """
    if not sets:
        elsewhere = [_elsewhere(of_project()[0])] if of_project()[0] else []
        return [f"**None of these texts has been annotated**, {NO_GOLD}", *elsewhere, *left_out(corpus, sets)]
    chosen, scored = expected(sets), measured(scored)
    if scored.empty:
        return [_about_expected(chosen, scored), *left_out(corpus, sets)]
    trial = [about_noticed(changed, articles_of(chosen))] if changed is not None and len(changed) else []
    return [
        *trial,
        _about_expected(chosen, scored, leads=not trial),
        _about_weakest(chosen, scored),
        _about_contradictions(chosen, judged),
        *left_out(corpus, sets),
    ]


def _about_expected(sets: Sequence[GoldSet], scored: pd.DataFrame, *, leads: bool = True) -> str:
    """The scores of these sets; if they do not lead, another sentence has said of which texts they are."""
    names = [one.name for one in sets]
    own = scored[scored["texts"].isin(names)] if len(scored) else scored
    if own.empty:
        return "**The annotation of these texts holds no row**, so nothing can be measured."
    values = "; ".join(
        (f"{name}: " if len(names) > 1 else "")
        + listed(f"{row.table} {in_words(row.f1)}" for row in of_set.itertuples())
        for name, of_set in own.groupby("texts", sort=False)
    )
    scores_ = f"(F1; 1.00 would be nothing missed and nothing wrong) are: {values}."
    return f"**In {articles_of(sets)}**, the scores {scores_}" if leads else f"The scores there {scores_}"


def _about_weakest(sets: Sequence[GoldSet], scored: pd.DataFrame) -> str:
    own = (
        scored[scored["texts"].isin([one.name for one in sets])]
        .groupby("table", sort=False)[["annotated", "missed", "false"]]
        .sum()
    )
    errors = own["missed"] + own["false"]
    if own.empty or not errors.sum():
        return "Nothing was missed there and nothing is false."
    table = (errors / (own["annotated"] + own["false"]).clip(lower=1)).idxmax()
    row = own.loc[table]
    wrong = (
        amount(row["false"], "that was found is wrong", "that were found are wrong")
        if row["false"]
        else "none that was found is wrong"
    )
    missed = amount(row["missed"], "was", "were").replace("no were", "none was")
    return (
        f"{at_start(table)} are weakest: of {row['annotated']:,} to be found, {missed} missed, and {wrong}."
    )


def _about_contradictions(sets: Sequence[GoldSet], judged: pd.DataFrame) -> str:
    own = judged[judged["texts"].isin([one.name for one in sets]) & (judged["table"] == "checks")]
    there, reported = (own[column].str.contains(FAILS) for column in ("annotated", "read"))
    if not there.any():
        found = "The annotation has no contradiction between figures in these texts"
    else:
        found = _caught(int((there & reported).sum()), int(there.sum()))
    every, false = int(reported.sum()), int((reported & ~there).sum())
    return f"{found}; {_alarms(every, false)}."


def _alarms(every: int, false: int) -> str:
    """How many of so many alarms were false."""
    if not every:
        return "no alarm was raised"
    if every == 1:
        return f"the one alarm was {'false' if false else 'right'}"
    if false == every:
        return f"{all_of(every)} alarms were false"
    return f"of {amount(every, 'alarm')}, {amount(false, 'was', 'were').replace('no were', 'none was')} false"


def _caught(hits: int, every: int) -> str:
    """How many of so many contradictions were found."""
    if every == 1:
        return f"The one contradiction between figures was {'found' if hits else 'missed'}"
    if not hits:
        return f"None of {number(every)} contradictions between figures was found"
    if hits == every:
        return f"{at_start(all_of(every))} contradictions between figures were found"
    return f"Of {number(every)} contradictions between figures, {amount(hits, 'was', 'were')} found"


def noticed(changed: pd.DataFrame) -> pd.DataFrame:
    """How often a wrong number was noticed: "noticed of tried" for each kind of relation and change, and for all together.

    Args:
        changed: From `helpers.accuracy.mutations`.

    Returns:
        One row a kind of relation (`relation`, in words), that of which most are noticed first, and a last row "all";
        a column a change, and a last one "all". What was not tried is empty.
    """
    if changed.empty:
        return pd.DataFrame(columns=["relation"])
    own = changed.assign(relation=changed["kind"].map(RELATIONS), hits=changed["tried"] * changed["noticed"])
    own = own.astype({"hits": float}).round({"hits": 0})
    hits, tried = (
        _with_sums(own.pivot(index="relation", columns="change", values=name)) for name in ("hits", "tried")
    )
    order = (hits["all"] / tried["all"])[:-1].sort_values(ascending=False, kind="stable").index
    cells = (hits.astype(str) + " of " + tried.astype(str)).where(tried > 0, "")
    return cells.loc[[*order, "all"]].reset_index()


def _with_sums(counts: pd.DataFrame) -> pd.DataFrame:
    """Whole numbers with the sum of each row and each column behind them."""
    counts = counts.set_axis(map(str, counts.columns), axis=1).fillna(0).astype(int)
    counts["all"] = counts.sum(axis=1)
    return pd.concat([counts, counts.sum().to_frame("all").T]).rename_axis("relation")


def about_noticed(changed: pd.DataFrame, where: str = "a test") -> str:
    """How often a wrong number was noticed, and what follows for a text in which nothing fails.

    Args:
        changed: From `helpers.accuracy.mutations`.
        where: The texts in which it was altered.
    """
    if changed.empty:
        return "No relation or repeat that holds is annotated, so no number was altered."
    tried = int(changed["tried"].sum())
    hits = round(float((changed["tried"] * changed["noticed"]).sum()))
    if tried == 1:
        return f"**The one number altered in {where} was {'' if hits else 'not '}noticed**."
    every = {0: "none was", tried: f"{all_of(tried)} were"}.get(hits)
    told = every or f"{hits:,} ({hits / tried:.0%}) {'was' if hits == 1 else 'were'}"
    more = ": where nothing fails, a wrong number may still stand" if hits < tried else ""
    return f"**Of {number(tried)} numbers altered in {where}, {told} noticed**{more}."


def about_others(changed: pd.DataFrame) -> str:
    """How often relations between other numbers were blamed for a wrong one."""
    wrong = round(float((changed["tried"] * changed["other_alarms"]).sum())) if len(changed) else 0
    if not wrong:
        return "In no case was a relation between other numbers said to fail." if len(changed) else ""
    return f"In {amount(wrong, 'case')} a relation between other numbers was said to fail."


def shown(scored: pd.DataFrame) -> pd.DataFrame:
    """The scores as they are written: 1.00 only where nothing is missed and nothing is false; `interval` has both
    ends of that of F1, rounded, where articles drawn at random can tell it: not of a few, and not where nothing was wrong."""
    if scored.empty:
        return scored
    ends = zip(*(scored[end].map("{:.2f}".format) for end in ("f1_low", "f1_high")), strict=True)
    words = {name: scored[name].map(in_words) for name in ("precision", "recall", "f1")}
    told = (scored["articles"] >= FEWEST_DRAWN) & (scored["missed"] + scored["false"] > 0)
    return scored.assign(
        **words, interval=["–".join(own) if tells else "" for own, tells in zip(ends, told, strict=True)]
    )
