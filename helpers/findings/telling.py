"""What is most telling in a record: kinds of claims of which an article has several, and others have none.

A *group* is what an article quotes, the job titles (posts) it gives to people, its dates, or the figures of its lists and
tables, as far as the record has claims on them. A group is telling if a fewest number of its claims, and at least
SHARE of them, were found on no page or are contradicted. The fewest, and what weighs how much, is data
(`helpers/data/findings/telling.csv`). A figure counts once, however many claims are about it, and only if the value
of the claim is the one that stands there: a sum that the record worked out is no figure of a table.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from helpers.findings.record_pages import on_pages
from helpers.findings.words import all_of, at_start, called, listed, number
from helpers.record import VERDICTS
from helpers.texts import word_list

__all__ = ["of_employer", "sentences", "telling", "with_condition"]

SHARE = 2 / 3
# A group with one claim; and, before and after the number, with several
WORDS = {
    "quotations": ("its only quotation", "its", "quotations"),
    "posts": ("its one job title compared", "its", "job titles compared"),
    "dates": ("its one written-out date compared", "its", "written-out dates compared"),
    "figures in lists and tables": (
        "the one figure picked from its lists and tables",
        "the",
        "figures picked from its lists and tables",
    ),
}
LISTED = ("bullet", "table row")
COLUMNS = ["article", "group", "claims", "not_found", "contradicted", "names", "notes", "score"]
POSTS = "posts"  # of people for whom a body stands, whom the article names itself
PLACES = ("the first", "the second", "the third", "the fourth")  # of the names that a sentence lists
# "If the officer of that name is meant, two dailies ...": what a verdict rests on stands at the head of its reason
_CONDITION = re.compile(r"If ([^,;.]{3,120}),")


def _condition(reason: str) -> str:
    """What a verdict rests on by its reason, or nothing.

    >>> _condition("If the officer of that name is meant, two dailies differ."), _condition("Two dailies differ.")
    ('the officer of that name is meant', '')
    """
    found = _CONDITION.match(reason)
    return found[1] if found else ""


def with_condition(verdict: str, reason: str) -> str:
    """A verdict with what it rests on.

    >>> with_condition("differs", "If the officer of that name is meant, two dailies differ.")
    'differs, if the officer of that name is meant'
    """
    return f"{verdict}, if {words}" if (words := _condition(reason)) else verdict


def telling(joined: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The telling groups, the most telling article first.

    Args:
        joined: From `helpers.record.join`.
        speakers: The table `speakers`.

    Returns:
        article, group, claims, not_found, contradicted (numbers), names (verdict → whose posts have it; empty if one of these
        is without a body), notes (for each claim that nobody bears out: whether it is about an employer and not about a
        post, the condition on which its verdict rests, and whose it is), score (weight times the claims that nobody bears out, less those that somebody does).
    """
    judged = {
        row["group"]: (float(row["weight"]), int(row["fewest"])) for row in word_list("findings/telling")
    }
    quoted = set(
        zip(
            *(speakers.loc[speakers["direct"].astype(bool), name] for name in ("article", "name")),
            strict=True,
        )
    )
    joined = joined.assign(employer=of_employer(joined, speakers), who=_who(joined, speakers))
    rows = []
    for group, own in _groups(joined, quoted):
        for article, claims in own.groupby("article", sort=False):
            copied = claims["copied"].astype(bool) & (claims["verdict"] == "not found")  # a page has these
            told = claims[~copied]
            verdicts = told["verdict"].value_counts()
            missing, against = int(verdicts.get("not found", 0)), int(verdicts.get("contradicted", 0))
            bad = missing + against
            weight, fewest = judged[group]
            if bad >= fewest and bad >= SHARE * len(claims):
                score = weight * (bad - int(verdicts.get("corroborated", 0)))
                borne_out_by_none = told[told["verdict"].isin(["not found", "contradicted"])]
                conditions = borne_out_by_none["reason"].map(_condition)
                notes = [
                    *zip(borne_out_by_none["employer"], conditions, borne_out_by_none["who"], strict=True)
                ]
                posts = borne_out_by_none.groupby("verdict")["who"] if group == POSTS else ()
                names = {verdict: [*dict.fromkeys(people)] for verdict, people in posts if all(people)}
                rows.append((article, group, len(claims), missing, against, names, notes, score))
    found = pd.DataFrame(rows, columns=COLUMNS)
    total = found.groupby("article")["score"].transform("sum")
    return (
        found.assign(total=total)
        .sort_values(["total", "article", "score"], ascending=[False, True, False], kind="stable")
        .drop(columns="total")
        .reset_index(drop=True)
    )


def _groups(joined: pd.DataFrame, quoted: set[tuple[str, str]]) -> Iterator[tuple[str, pd.DataFrame]]:
    speaks = joined["speakers"].map(len) > 0
    aloud = pd.Series(
        [any((row.article, name) in quoted for name in row.speakers) for row in joined.itertuples()],
        index=joined.index,
        dtype=bool,
    )
    yield "quotations", joined[(joined["kind"] == "wording") & aloud]
    yield "posts", joined[(joined["kind"] == "person") & speaks]
    yield "dates", joined[(joined["kind"] == "date") & (joined["tie"] == "same value")]
    figures = joined[
        joined["kind"].isin(["count", "percent", "money"])
        & (joined["tie"] == "same value")
        & joined["block"].isin(LISTED)
    ]
    # of several claims on a figure the one that speaks best for the article
    best = figures.sort_values("verdict", key=lambda verdicts: verdicts.map(VERDICTS.index), kind="stable")
    yield "figures in lists and tables", best.drop_duplicates(["article", "read_start"]).sort_index()


def of_employer(joined: pd.DataFrame, speakers: pd.DataFrame) -> pd.Series:
    """Which claims on a person are about the body for which somebody speaks there, and not about the post."""
    employs = {
        (row.article, row.name, row.organisation.casefold())
        for row in speakers[["article", "name", "organisation"]].itertuples(index=False)
        if row.organisation
    }
    return pd.Series(
        [
            row.kind == "person"
            and any((row.article, name, row.claim_value.casefold()) in employs for name in row.speakers)
            for row in joined.itertuples()
        ],
        index=joined.index,
        dtype=bool,
    )


def _who(joined: pd.DataFrame, speakers: pd.DataFrame) -> pd.Series:
    """Whom each claim is about: somebody who speaks, and for whom a body stands; otherwise nothing."""
    known = speakers.loc[speakers["organisation"] != "", ["article", "name"]]
    official = set(known.itertuples(index=False, name=None))
    return pd.Series(
        [
            row.speakers[0] if len(row.speakers) == 1 and (row.article, row.speakers[0]) in official else ""
            for row in joined.itertuples()
        ],
        index=joined.index,
        dtype=object,
    )


def sentences(
    found: pd.DataFrame,
    cases: Mapping[str, str] | None = None,
    seen: str = "",
    unreported: Mapping[str, str] | None = None,
) -> list[str]:
    """What is told of each article of `telling`, the most telling first: a short sentence for each group. First come the
    articles of whose event no page tells, which weighs more than whatever else is missing, each in a sentence of its own.

    Args:
        found: From `telling`.
        cases: Articles whose case is only inferred, from `Record.cases`; these come last, and say so.
        seen: What of the pages was read, from `Record.seen`; said where an article has something that was not found.
        unreported: Articles of whose event no page tells, with the event, from `Record.unreported`.
    """
    cases, unreported = cases or {}, unreported or {}
    whole = found["article"].isin(unreported)  # the day of an event that nobody tells of is not found either
    found = found[~(whole & (found["group"] == "dates"))]
    ranks = found["article"].map(lambda slug: 2 * (slug in cases) - (slug in unreported))
    found = found.loc[ranks.sort_values(kind="stable").index]
    said = [
        f"**{called(article)}: no page was found that tells of {event}.**"
        for article, event in unreported.items()
        if article not in cases
    ]
    for article, own in found.groupby("article", sort=False):
        if_meant = ", if the inferred case is meant" if article in cases else ""
        where, said_of = on_pages(seen), []
        for row in own.itertuples():
            said_of.append(" and ".join(_parts(row, not if_meant, where)) + if_meant)
            where = "on any of these pages" if row.not_found else where
        first, more = said_of[0], [at_start(part) for part in said_of[1:]]
        bold = "" if if_meant or article in unreported else "**"
        said.append(" ".join([f"{bold}{called(article)}: {first}.{bold}", *(f"{part}." for part in more)]))
    return said


def _parts(row, with_conditions: bool, where: str) -> Iterator[str]:
    *first, last = _verdicts(row, where)
    yield from first
    yield last + _notes(row, with_conditions)


def _notes(row, with_conditions: bool) -> str:
    """How many of the verdicts are about an employer, and on what how many rest, in brackets; empty if nothing is to note."""
    notes = [(employer, condition if with_conditions else "") for employer, condition, _ in row.notes]
    counts = Counter(filter(any, notes))
    every = len(counts) == 1 and counts.total() == row.not_found + row.contradicted
    told = []
    for (employer, condition), times in counts.items():
        what = ["as to the employer"] if employer else []
        what += [f"{'' if every or employer else 'only '}if {condition}"] if condition else []
        name = row.notes[notes.index((employer, condition))][2]
        which = _in_list(name, row.names) if times == 1 else f"{number(times)} of them"
        told.append(f"{'' if every else f'{which} '}{', '.join(what)}")
    return f" ({listed(told)})" if told else ""


def _in_list(name: str, names: Mapping[str, Sequence[str]]) -> str:
    """Which of the people whom the sentence lists is meant.

    >>> _in_list("B.", {"contradicted": ["A.", "B."]}), _in_list("", {}), _in_list("A.", {"contradicted": ["A."]})
    ('the second', 'one of them', 'one of them')
    """
    own = next(iter(names.values())) if len(names) == 1 else []
    return PLACES[own.index(name)] if name in own[: len(PLACES)] and len(own) > 1 else "one of them"


def _whose(row, verdict: str) -> str:
    """Whose posts have a verdict, as it is put in after their number; empty if these are not all known."""
    names, count = row.names.get(verdict), {"not found": row.not_found, "contradicted": row.contradicted}
    return (
        f", {'that' if count[verdict] == 1 else 'those'} of {listed(names, most=len(PLACES))},"
        if names
        else ""
    )


def _verdicts(row, where: str) -> Iterator[str]:
    one, article, many = WORDS[row.group]
    whole, every = f"{article} {number(row.claims)} {many}", f"{all_of(row.claims)} {many}"
    missing, against = _whose(row, "not found"), _whose(row, "contradicted")
    if (
        row.claims == row.not_found == 1 and row.group == "dates"
    ):  # the day may stand there for something else
        yield f"the one event that it dates was not found {where}"
    elif row.claims == row.not_found == 1:
        yield f"{one}{missing} was not found {where}"
    elif row.claims == row.not_found:
        yield f"none of {whole}{missing} was found {where}"
    elif row.not_found:
        verb = "was" if row.not_found == 1 else "were"
        yield f"{number(row.not_found)} of {whole}{missing} {verb} not found {where}"
    if row.claims == row.contradicted:
        yield f"{one}{against} is contradicted" if row.claims == 1 else f"{every}{against} are contradicted"
    elif row.contradicted:
        verb = "is" if row.contradicted == 1 else "are"
        of_whole = "" if row.not_found else f" of {whole}"
        yield f"{number(row.contradicted)}{of_whole}{against} {verb} contradicted"
