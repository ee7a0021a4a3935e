"""Who is heard: which of the bodies that act in an article also speak there, themselves, through an official or
as a source of figures.

Each article stands by itself: a body that speaks in one is not heard in another. A country and its government
count as one voice: what Mexico does, the Mexican government answers for. Experts and scholars have an
affiliation, but speak for themselves.
"""

from collections import Counter

import pandas as pd

from helpers.findings.bodies import SPEECH, Kept, are_scholars, described, in_quotes, kin, of_country
from helpers.findings.statements import JOINED_BY, about_statements, spoken, told
from helpers.findings.words import all_of, amount, at_start, called, listed, number

__all__ = ["about_statements", "people", "sentences", "spoken", "told", "voices"]

GROUPS = ("not heard", "heard", "only heard")


def voices(kept: Kept) -> pd.DataFrame:
    """Who acts, and who is heard, article by article. A statement is a sentence in which the body or somebody
    for it speaks.

    Returns:
        article, agency (a country and its government in one: "Mexico / Mexican government"), named (bool),
        body (the name, or the words that describe it in quotation marks), acts (roles other than speech that are reported:
        what is planned or recommended is no deed, unless it was asked for),
        direct (sentences with a quotation), indirect (sentences that only tell what is said), cited (sentences that tell
        nothing of it, but name the body as a source), heard
        (bool), group (one of GROUPS); article by article, in the order of GROUPS and then by what they do.
    """
    counts = _counts(kept)
    unnamed = described(kept)
    rows = []
    for article, agency in dict.fromkeys(key for counter in counts.values() for key in counter):
        row = {name: counter[article, agency] for name, counter in counts.items()}
        heard = row["direct"] + row["indirect"] + row["cited"] > 0
        group = GROUPS[2] if not row["acts"] else GROUPS[heard]
        body = in_quotes(agency, unnamed)
        rows.append(
            {"article": article, "agency": agency, "named": agency not in unnamed, "body": body}
            | row
            | {"heard": heard, "group": group}
        )
    columns = ["article", "agency", "named", "body", *counts, "heard", "group"]
    order = {slug: place for place, slug in enumerate(dict.fromkeys(kept.agencies["article"]))}
    found = pd.DataFrame(rows, columns=columns)
    places = {"article": order.get, "group": GROUPS.index}
    return found.sort_values(
        ["article", "group", "acts", "direct", "indirect", "cited", "agency"],
        ascending=[True, True, *[False] * 4, True],
        key=lambda column: column.map(places[column.name]) if column.name in places else column,
        kind="stable",
        ignore_index=True,
    )


def _counts(kept: Kept) -> dict[str, Counter]:
    """acts, direct, indirect and cited → how often each body does or is that in each article; a sentence counts once, as the
    table of statements has it."""
    one = of_country([*kept.roles["agency"], *kept.said["agency"], *kept.speakers["organisation"]])
    officials = kept.speakers[(kept.speakers["organisation"] != "") & ~are_scholars(kept.speakers)]
    spoken_for = _places(officials, "organisation", "sentence_start", one)
    quoted = _places(officials[officials["direct"].astype(bool)], "organisation", "sentence_start", one)
    said = _places(kept.said[kept.said["role"] == "comment"], "agency", "start", one)
    cited = _places(kept.said[kept.said["role"] == "report"], "agency", "start", one)
    worded, retold = _of_statements(spoken(kept.statements), officials, one)
    heard = said | spoken_for | cited
    direct = quoted | (worded & heard)
    indirect = (said | spoken_for | (retold & heard)) - direct
    acting = kept.roles[
        ~kept.roles["role"].isin(SPEECH) & kept.roles["mode"].isin(kept.modes or ("reported",))
    ]
    return {
        "acts": Counter(zip(acting["article"], acting["agency"].map(one), strict=True)),
        "direct": Counter(place[:2] for place in direct),
        "indirect": Counter(place[:2] for place in indirect),
        "cited": Counter(place[:2] for place in cited - direct - indirect),
    }


def _of_statements(
    statements: pd.DataFrame, officials: pd.DataFrame, one: dict[str, str]
) -> tuple[set[tuple[str, str, int]], set[tuple[str, str, int]]]:
    """Article, body and sentence of what is quoted, and of what is only retold, of each body and of those who speak for it."""
    whose = {
        (row.article, row.name, row.sentence_start): row.organisation
        for row in officials[["article", "name", "sentence_start", "organisation"]].itertuples(index=False)
    }
    quoted, retold = set(), set()
    for row in statements.itertuples():
        people = (whose.get((row.article, name, row.sentence_start)) for name in row.speaker.split(JOINED_BY))
        for body in filter(None, [*row.agency.split(JOINED_BY), *people]):
            found = retold if row.direct == "indirect" else quoted
            found.add((row.article, one.get(body, body), row.sentence_start))
    return quoted, retold


def _places(rows: pd.DataFrame, agency: str, start: str, one: dict[str, str]) -> set[tuple[str, str, int]]:
    """Article, agency and sentence of each row; a sentence counts once."""
    return {
        (article, one[name], place)
        for name, article, place in zip(rows[agency], rows["article"], rows[start], strict=True)
    }


def people(speakers: pd.DataFrame) -> pd.DataFrame:
    """The speakers with their name as the place to mark, where the sentence holds it in full."""
    rows = list(
        zip(
            speakers["name"],
            speakers["sentence"],
            speakers["sentence_start"],
            speakers["start"],
            speakers["end"],
            strict=True,
        )
    )
    spans = [
        (first + sentence.find(name), first + sentence.find(name) + len(name))
        if name and name in sentence
        else (start, end)
        for name, sentence, first, start, end in rows
    ]
    return speakers.assign(start=[start for start, _ in spans], end=[end for _, end in spans])


# ---- findings
# ------------------------------------------------------------------------------------------------------------


def sentences(kept: Kept) -> list[str]:
    """How many people speak, and how many of the bodies that act are never heard where they act; the named
    ones first."""
    heard = voices(kept)
    acting = heard[heard["acts"] > 0]
    named, others = acting[acting["named"].astype(bool)], acting[~acting["named"].astype(bool)]
    return [
        *_about_mute(named, heard["article"].nunique()),
        *_about_undescribed(others),
        *_about_people(kept.speakers),
    ]


def _about_mute(named: pd.DataFrame, articles: int) -> list[str]:
    """Named bodies that act in an article and say nothing there."""
    mute = named[~named["heard"].astype(bool)]
    if not len(named):
        return []
    bodies = named["agency"].nunique()
    if not len(mute):
        who = (
            f"The one named body that acts, {named['agency'].iloc[0]}, is"
            if bodies == 1
            else f"{at_start(all_of(bodies))} named bodies that act are"
        )
        return [f"{who} also heard{' there' if articles > 1 else ''}."]
    which = mute["agency"].tolist()
    if len(named) == 1:
        where = f" in {called(mute['article'].iloc[0])}" if articles > 1 else ""
        return [
            f"**The one named body that acts{where}, {which[0]}, is never heard{' there' if where else ''}.**"
        ]
    if len(mute) == len(named) and articles == 1:
        return [
            f"**Of {number(len(named))} named bodies that act, none is ever heard**: {listed(which, most=4)}."
        ]
    if len(mute) == len(named):
        return [f"**No named body is heard in an article in which it acts**: {_by_article(mute)}."]
    return [
        f"**In {number(len(mute))} of {amount(len(named), 'case')}, an article that tells of a named body’s acts neither quotes nor cites "
        f"it**: {_by_article(mute)}."
        if articles > 1
        else f"**Of {amount(len(named), 'named body that acts', 'named bodies that act')}, {amount(len(mute), 'is', 'are')} never heard**: {listed(which, most=4)}."
    ]


def _by_article(mute: pd.DataFrame, most: int = 4) -> str:
    """How many bodies are mute in which articles."""
    counts = mute["article"].value_counts(sort=False)
    shown = [f"{number(int(count))} in {called(article)}" for article, count in counts.head(most).items()]
    rest = int(counts.iloc[most:].sum())
    return listed([*shown, *([f"{number(rest)} elsewhere"] if rest else [])])


def _about_undescribed(others: pd.DataFrame) -> list[str]:
    if not len(others):
        return []
    # similar wordings count as one body, as in the figure
    others = others.assign(kin=others["agency"].map(kin), heard=others["heard"].astype(bool))
    others = others.groupby(["article", "kin"], sort=False).agg(
        body=("body", "first"), heard=("heard", "any")
    )
    heard, bodies = int(others["heard"].sum()), others.index.get_level_values("kin").nunique()
    if bodies < len(others):  # the same words need not mean the same body in several articles
        how = "in the same words" if bodies == 1 else f"{number(bodies)} different wordings"
        rest = f"are heard in {number(heard)} of them" if heard else "are heard in none of them"
        where = _by_article(others.reset_index())
        return [f"Unnamed bodies act in {number(len(others))} cases ({how}; {where}) and {rest}."]
    who = amount(
        len(others), "body that acts and is only described", "bodies that act and are only described"
    )
    if len(others) == 1:
        return [
            f"The one {who.removeprefix('one ')}, {others['body'].iloc[0]}, is {'' if heard else 'never '}heard."
        ]
    return [f"Of {who}, {'none is ever' if not heard else amount(heard, 'is', 'are')} heard."]


def _about_people(speakers: pd.DataFrame) -> list[str]:
    named = speakers[speakers["name"] != ""]
    if named.empty:
        return ["No person is named who speaks."]
    names = named["name"].nunique()
    quoted = named.loc[named["direct"].astype(bool), "name"].nunique()
    others = "; others speak without a name" if len(named) < len(speakers) else ""
    if names == 1:
        how = "in direct quotation" if quoted else "in reported speech only"
        return [f"One person speaks by name, {how}{others}."]
    share = {0: "none", names: "both" if names == 2 else "all"}.get(quoted, number(quoted))
    people = amount(names, "person", "people").capitalize()
    return [f"{people} speak by name, {share} of them in direct quotation{others}."]
