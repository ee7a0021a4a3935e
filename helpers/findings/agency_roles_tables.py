"""The derived tables of notebook 2: who does what, in which mode, with which evidence."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from helpers.findings import voices
from helpers.findings.bodies import Kept, bodies, by_article, described, in_quotes, kin, of_country, where
from helpers.findings.doers import DOING, whole_of
from helpers.findings.hedges import hedges
from helpers.findings.quoting import quotation
from helpers.texts import MODES

__all__ = [
    "SEVERAL",
    "as_shown",
    "DOING",
    "NAMINGS",
    "ROLES",
    "evidence",
    "for_short",
    "in_words",
    "labelled",
    "located",
    "modes_by_article",
    "shown_as",
    "with_bodies",
]

ROLES = tuple(DOING)
SEVERAL = "(several wordings)"  # of bodies that are described alike
NAMINGS = ("named bodies", "described bodies")


def with_bodies(kept: Kept) -> pd.DataFrame:
    """The roles, each with its place and with the body as it stands in a figure.

    Returns:
        The columns of `located`, and `named` (bool) and `body`, from `shown_as`.
    """
    roles = located(kept.roles)
    return roles.assign(
        named=~roles["agency"].isin(described(kept)), body=as_shown(roles["agency"], shown_as(kept))
    )


def as_shown(agencies: pd.Series, shown: Mapping[str, str]) -> pd.Series:
    """Bodies as they are called in figures and tables: those of `shown` in its words, the others by name."""
    return agencies.map(lambda agency: shown.get(agency, agency))


def shown_as(kept: Kept) -> dict[str, str]:
    """Body → the words under which it stands in figures and tables: a country and its government under both their names,
    and a body that is only described in quotation marks. Wordings that say the same share the commonest of them, without
    quotation marks: whether they mean one body is not known."""
    unnamed, groups = described(kept), {}
    for agency in kept.agencies["agency"].value_counts().index:
        if agency in unnamed:
            groups.setdefault(kin(agency), []).append(agency)
    acting = [*kept.roles["agency"], *kept.said["agency"], *kept.speakers["organisation"]]
    return {agency: _wordings(groups[kin(agency)], unnamed) for agency in unnamed} | {
        agency: name for agency, name in of_country(acting).items() if agency not in unnamed
    }


def _wordings(agencies: Iterable[str], unnamed: Mapping[str, str]) -> str:
    """What bodies that are described alike are called, the first of them first."""
    words = list(dict.fromkeys(" ".join(unnamed[agency].split()) for agency in agencies))
    alike = len({wording.casefold() for wording in words}) == 1
    return quotation(words[0]) if alike else f"{words[0]} {SEVERAL}"


def in_words(kept: Kept) -> pd.DataFrame:
    """One row a body, in the order of `bodies`, for reading; those that share a row of the figure share
    one here.

    Returns:
        agency, name (with the abbreviation that the articles use, if any), where (country, level, and what it is a unit of)
        and articles (their number).
    """
    found, shown, short = bodies(kept), shown_as(kept), for_short(kept)
    found = found.assign(body=as_shown(found["agency"], shown)).drop_duplicates("body")
    counts = by_article(kept)
    counts = counts[counts["mentions"] > 0].assign(body=as_shown(counts["agency"], shown)).groupby("body")
    return pd.DataFrame(
        {
            "agency": found["body"],
            "name": [
                f"{body} ({short[agency]})" if agency in short else body
                for agency, body in zip(found["agency"], found["body"], strict=True)
            ],
            "where": [_where(row, found["agency"], short) for row in found.itertuples()],
            "articles": found["body"].map(counts["article"].nunique()),
        }
    ).reset_index(drop=True)


def _where(body, others: Iterable[str], short: Mapping[str, str]) -> str:
    whole = whole_of(body.agency, others)
    return where(body) + (f"; a unit of {short.get(whole, whole)}" if whole else "")


def _in_mode(role: str, mode: str, hedge: str = "") -> str:
    """A role with its mode, unless that is "reported", or with the word that leaves it open."""
    if mode != "reported":
        return f"{role}, {mode}"
    return f"{role}, “{hedge}”" if hedge else role


def _in_order(roles: Iterable[str]) -> list[str]:
    found = set(roles)
    return [role for role in ROLES if role in found] + sorted(found - {*ROLES})


def modes_by_article(kept: Kept, articles: Iterable[str]) -> pd.DataFrame:
    """How many roles each article gives to bodies with a name and without one, by mode.

    Returns:
        Two rows an article, in the order given: article, naming (one of NAMINGS), bodies (number
        with a role; those that share a row of the figure are one), then one column a mode (numbers of roles).
    """
    named = kept.roles["agency"].map(bodies(kept).set_index("agency")["named"].to_dict()).astype(bool)
    roles = kept.roles.assign(
        naming=named.map({True: NAMINGS[0], False: NAMINGS[1]}),
        body=as_shown(kept.roles["agency"], shown_as(kept)),
    )
    rows = pd.MultiIndex.from_product([list(articles), NAMINGS], names=["article", "naming"])
    counts = {"bodies": roles.groupby(["article", "naming"])["body"].nunique()}
    counts |= {mode: roles[roles["mode"] == mode].groupby(["article", "naming"]).size() for mode in MODES}
    return pd.DataFrame(
        {name: column.reindex(rows).fillna(0).astype(int) for name, column in counts.items()}
    ).reset_index()


def for_short(kept: Kept) -> dict[str, str]:
    """Body → the abbreviation that the articles use most for it, if they use it for no other."""
    mentions = kept.agencies[kept.agencies["linked_by"] == "abbreviation"]
    several = mentions.groupby("mention")["agency"].nunique()
    own = mentions[mentions["mention"].map(several) == 1]
    return own.groupby("agency")["mention"].agg(lambda words: words.value_counts().index[0]).to_dict()


def evidence(
    roles: pd.DataFrame,
    unnamed: Mapping[str, str] = MappingProxyType({}),
    short: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """One row a word of action, with everybody who does it, in the order of the text.

    Args:
        roles: Rows of the table `roles`.
        unnamed: The bodies that are only described, from `helpers.findings.bodies.described`; they stand in
            quotation marks.
        short: From `for_short`: bodies that are called by their abbreviations.

    Returns:
        article, start and end (of the word of action), sentence (the whole unit), sentence_start, and who
        ("ICE; local police: lead + arrest, planned · Mexico: cooperate").
    """
    rows = []
    needed = ["article", "start", "end", "agency", "role", "how", "hedge", "sentence", "sentence_start"]
    for (article, start, end), own in _by_place(located(roles)[needed]).items():
        does: dict[str, list[str]] = {}
        for row in own:
            does.setdefault(row.agency, []).append(_in_mode(row.role, row.how, row.hedge))
        doers: dict[str, list[str]] = {}
        for agency, words in does.items():
            doers.setdefault(" + ".join(words), []).append(short.get(agency) or in_quotes(agency, unnamed))
        who = " · ".join(f"{'; '.join(agencies)}: {words}" for words, agencies in doers.items())
        rows.append((article, start, end, own[0].sentence, own[0].sentence_start, who))
    return pd.DataFrame(rows, columns=["article", "start", "end", "sentence", "sentence_start", "who"])


def _by_place(rows: pd.DataFrame) -> dict[tuple[str, int, int], list]:
    """The rows of each article, start and end, in the order in which these come first."""
    found: dict[tuple[str, int, int], list] = {}
    for row in rows.itertuples():
        found.setdefault((row.article, row.start, row.end), []).append(row)
    return found


def located(roles: pd.DataFrame) -> pd.DataFrame:
    """The roles with the word of action as their place, or the whole unit where there is no such word;
    `quote` holds the unit, `how` the mode or "denied", `hedge` the word that leaves open what is reported."""
    found = roles["action_end"] > roles["action_start"]
    return roles.assign(
        how=roles["mode"].mask(roles["negated"].astype(bool), "denied"),
        hedge=hedges(roles),
        sentence=roles["quote"],
        sentence_start=roles["start"],
        start=roles["action_start"].where(found, roles["start"]),
        end=roles["action_end"].where(found, roles["end"]),
    )


def labelled(kept: Kept) -> pd.DataFrame:
    """What to mark in the text: what bodies do, who speaks, and every mention of a body; of roles in modes that were asked for, only
    those in sentences where somebody acts or speaks.

    A word of action is labelled with its roles, and with its mode unless that is "reported"; the name of a
    speaker with "speaks"; a mention with "= name" where a pronoun, a description or an official stands for a
    named body, and otherwise not at all.

    Returns:
        article, start, end, `label`, `kind` and `has_row` (not so for mentions, which are in no table with their place).
    """
    mentions = _mentions(kept)
    unnamed, linked = (
        mentions["level"] == "unnamed",
        ~mentions["linked_by"].isin(["name", "abbreviation"]),
    )
    short = for_short(kept)
    names = mentions["agency"].map(lambda agency: short.get(agency, agency))
    label = ("= " + names).where(linked & ~unnamed, "")
    kind = pd.Series("named body", index=mentions.index).mask(unnamed, "described body")
    mentions = mentions.assign(label=label, kind=kind.astype(object))
    needed = ["article", "start", "end", "role", "how", "hedge"]
    actions = located(pd.concat([kept.roles, kept.denied]))[needed]
    rows = [(*place, _label(own), own[0].how) for place, own in sorted(_by_place(actions).items())]
    columns = ["article", "start", "end", "label", "kind"]
    spoken = voices.people(kept.speakers).assign(label="speaks", kind="speaker")
    marks = pd.concat(
        [
            spoken[columns].assign(has_row=True),
            mentions[columns].assign(has_row=False),
            pd.DataFrame(rows, columns=columns).assign(has_row=True),
        ],
        ignore_index=True,
    )
    return marks.astype(
        {"start": int, "end": int}
    )  # an empty table has no whole numbers, and would turn the others into fractions


def _mentions(kept: Kept) -> pd.DataFrame:
    """The mentions of bodies; of roles in modes that were asked for, those in sentences where somebody acts or speaks."""
    if not kept.modes:
        return kept.agencies
    telling = [kept.roles, kept.denied, kept.said, kept.speakers]
    places = set(
        pd.concat([rows[["article", "sentence_start"]] for rows in telling]).itertuples(
            index=False, name=None
        )
    )
    shown = [not places or (row.article, row.sentence_start) in places for row in kept.agencies.itertuples()]
    return kept.agencies[pd.Series(shown, index=kept.agencies.index, dtype=bool)]


def _label(own: Sequence) -> str:
    return _in_mode(" + ".join(_in_order(row.role for row in own)), own[0].how, own[0].hedge)
