"""The bodies that the articles speak of: which of them the parameters of notebook 2 keep, and where they
stand.

A *body* is anything the table `agencies` knows: an agency, a force, a court, a government, an organisation.
It is named if the article uses its name, and unnamed if it is only described ("local police").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from helpers.extraction import Tables
from helpers.findings.quoting import quotation
from helpers.texts import MODES, word_list

__all__ = [
    "SPEECH",
    "Kept",
    "are_printed_again",
    "are_scholars",
    "are_views",
    "bodies",
    "by_article",
    "described",
    "in_quotes",
    "kin",
    "keep",
    "mentioned",
    "names",
    "of_bodies",
    "of_country",
    "said_by",
    "where",
]

_FEDERAL = re.compile(r"^(?:U\.S\.|US|United States)|\b[Ff]ederal\b")
SPEECH = ("report", "comment")  # roles of bodies that say something


@dataclass(frozen=True)
class Kept:
    """The rows that the parameters of the notebook leave.

    Attributes:
        agencies: Mentions, as in the table `agencies`.
        roles: What is said to happen, to be planned or to be recommended; columns as in the table `roles`.
        denied: What is said not to happen (`negated`); counted nowhere.
        said: The roles of SPEECH that are reported, whatever the modes, so that nobody counts as unheard because of a parameter.
        speakers: As in the table `speakers`.
        statements: As in the table `statements`, all of them.
        modes: The modes asked for; empty for all.
        stated: Number of roles that these bodies have in any mode.
        cut: Whether the parameters ask for less than all.
    """

    agencies: pd.DataFrame
    roles: pd.DataFrame
    denied: pd.DataFrame
    said: pd.DataFrame
    speakers: pd.DataFrame
    statements: pd.DataFrame
    modes: tuple[str, ...]
    stated: int
    cut: bool = False


def names(tables: Tables) -> list[str]:
    """What the parameter `agencies` may hold: every name of a body, the most mentioned first, then every
    other wording of a mention."""
    canonical = list(mentioned(tables)["agency"].value_counts().index)
    known = {name.casefold() for name in canonical}
    return canonical + [
        mention
        for mention in tables.agencies["mention"].value_counts().index
        if mention.casefold() not in known
    ]


def keep(
    tables: Tables, agencies: Iterable[str] = (), modes: Iterable[str] = (), min_mentions: int = 1
) -> Kept:
    """Cuts the tables down to what the parameters ask for.

    Args:
        tables: From `extract`.
        agencies: Names or mentions, as in `names`; empty for all. A mention that stands for several bodies
            ("the agency") keeps them all.
        modes: Modes of the roles to keep; empty for all.
        min_mentions: Bodies with fewer mentions in these articles are left out.
    """
    counts = mentioned(tables)["agency"].value_counts()
    wanted = set(counts.index[counts >= min_mentions])
    called = {name.casefold() for name in agencies}
    if called:
        mentions = tables.agencies
        same = mentions["agency"].str.casefold().isin(called) | mentions["mention"].str.casefold().isin(
            called
        )
        wanted &= set(mentions.loc[same, "agency"]) | {name for name in wanted if name.casefold() in called}
    modes = tuple(modes)
    every = of_bodies(tables.roles, tables.speakers)
    every = every[every["agency"].isin(wanted)]
    roles = every[every["mode"].isin(modes or MODES)]
    heard = tables.speakers["organisation"].isin(wanted) | (
        (tables.speakers["organisation"] == "") & (not called)
    )
    return Kept(
        agencies=tables.agencies[tables.agencies["agency"].isin(wanted)],
        roles=roles[~roles["negated"].astype(bool)],
        denied=roles[roles["negated"].astype(bool)],
        said=said_by(every),
        speakers=tables.speakers[heard],
        statements=tables.statements,
        modes=modes,
        stated=int((~every["negated"].astype(bool)).sum()),
        cut=bool(called or modes or min_mentions > 1),
    )


def said_by(roles: pd.DataFrame) -> pd.DataFrame:
    """The roles by which a body is heard: who will publish something has said nothing yet."""
    told = roles["role"].isin(SPEECH) & (roles["mode"] == MODES[0]) & ~roles["negated"].astype(bool)
    return roles[told]


def of_bodies(roles: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The roles without what experts say for themselves: the university of a professor does not comment; and without what a
    title says that is printed a second time.

    Args:
        roles, speakers: Tables of the extraction.
    """
    return roles[~are_views(roles, speakers) & ~are_printed_again(roles)]


def are_printed_again(roles: pd.DataFrame) -> pd.Series:
    """Which roles stand in a title that the article has printed before."""
    return (roles["block"] == "title") & roles.duplicated(
        ["article", "quote", "agency", "role", "mode", "action"]
    )


def are_views(roles: pd.DataFrame, speakers: pd.DataFrame) -> pd.Series:
    """Which roles are what experts say for themselves."""
    own = speakers[are_scholars(speakers)]
    views = set(zip(own["article"], own["organisation"], own["sentence_start"], strict=True))
    said = [
        role == "comment" and tuple(place) in views
        for role, *place in zip(roles["role"], roles["article"], roles["agency"], roles["start"], strict=True)
    ]
    return pd.Series(said, index=roles.index, dtype=bool)


def are_scholars(speakers: pd.DataFrame) -> pd.Series:
    """Whether each speaker has the title of an expert, who does not speak for the body they work for."""
    words = speakers["title"].map(lambda title: title.casefold().replace(",", " ").split())
    return words.map(lambda own: not _scholars().isdisjoint(own)).astype(bool)


@cache
def _scholars() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("findings/scholar_titles"))


def mentioned(tables: Tables | Kept) -> pd.DataFrame:
    """agency and article of each mention. In an article where only its officials stand for it, a body is
    mentioned once a sentence."""
    acting = tables.roles[["agency", "article", "start"]]
    speaking = tables.speakers[["organisation", "article", "sentence_start"]].set_axis(acting.columns, axis=1)
    implied = pd.concat([acting, speaking]).drop_duplicates()[["agency", "article"]]
    mentioned = tables.agencies[["agency", "article"]]
    known = pd.MultiIndex.from_frame(implied).isin(pd.MultiIndex.from_frame(mentioned))
    return pd.concat([mentioned, implied[~known & (implied["agency"] != "")]], ignore_index=True)


def bodies(kept: Kept) -> pd.DataFrame:
    """One row a body, the named first, then by number of roles.

    Returns:
        agency, named (bool), country, level, mentions, articles (number of articles that mention it), roles
        (number).
    """
    found = (
        mentioned(kept)
        .assign(mentions=1)
        .groupby("agency")
        .agg(mentions=("mentions", "size"), articles=("article", "nunique"))
    )
    what = kept.agencies.groupby("agency")[["country", "level"]].first().reindex(found.index).fillna("")
    roles = kept.roles["agency"].value_counts().reindex(found.index, fill_value=0)
    found = (
        found.join(what)
        .assign(roles=roles, named=what["level"] != "unnamed")
        .reset_index()
        .sort_values(
            ["named", "roles", "mentions", "agency"],
            ascending=[False, False, False, True],
            kind="stable",
            ignore_index=True,
        )
    )
    return found[["agency", "named", "country", "level", "mentions", "articles", "roles"]]


def where(body) -> str:
    """Country and level of a row of `bodies` in words. "foreign" is left out: abroad depends on where one
    stands; so is "federal" of a body that neither a list nor its name tells to be so."""
    if body.level == "unnamed":
        return "only described"
    if body.agency == body.country:
        return "country"
    untold = body.level == "federal" and not (body.agency in _listed() or _FEDERAL.search(body.agency))
    level = "" if untold else body.level
    return ", ".join(dict.fromkeys(part for part in (body.country, level) if part not in ("", "foreign")))


@cache
def _listed() -> frozenset[str]:
    return frozenset(row["agency"] for row in word_list("names/agencies"))


def by_article(kept: Kept) -> pd.DataFrame:
    """Where each body stands: agency, article, mentions, roles (numbers), the bodies in the order of
    `bodies`."""
    found = {"mentions": mentioned(kept), "roles": kept.roles}
    counts = (
        pd.DataFrame({name: frame.groupby(["agency", "article"]).size() for name, frame in found.items()})
        .fillna(0)
        .astype(int)
    )
    order = bodies(kept)["agency"]
    place = dict(zip(order, order.index, strict=True))
    counts = counts.rename_axis(["agency", "article"]).reset_index()
    return counts.sort_values(
        "agency", key=lambda column: column.map(place), kind="stable", ignore_index=True
    )


def described(kept: Kept | Tables) -> dict[str, str]:
    """The bodies that are only described → the words with which the articles first do so."""
    unnamed = kept.agencies[kept.agencies["level"] == "unnamed"]
    return unnamed.groupby("agency", sort=False)["quote"].first().to_dict()


def in_quotes(agency: str, unnamed: Mapping[str, str]) -> str:
    """The name of a body, or the words that describe it in quotation marks."""
    return quotation(unnamed[agency]) if agency in unnamed else agency


def kin(description: str) -> frozenset[str]:
    """What distinguishes a body that is only described: equal for wordings that say the same of it.

    >>> kin("local law enforcement partners") == kin("Local law enforcement"), kin("Mexican authorities") == kin("authorities")
    (True, False)
    """
    words = (word.strip(".,;:’'") for word in description.casefold().replace("-", " ").split())
    found = frozenset(_becomes().get(word, word) for word in words) - {""}
    return found or frozenset(description.casefold().split())


@cache
def _becomes() -> dict[str, str]:
    return {row["word"]: row["becomes"] for row in word_list("findings/kin")}


def of_country(agencies: Iterable[str]) -> dict[str, str]:
    """Agency → the name under which it is counted: a country and its government under both their names.

    >>> of_country(["Mexico", "Mexican government", "Interpol"])["Mexico"]
    'Mexico / Mexican government'
    """
    together: dict[str, list[str]] = defaultdict(list)
    for agency in sorted(set(agencies)):
        together[_countries().get(agency.casefold(), agency)].append(agency)
    return {
        agency: " / ".join(sorted(own, key=lambda name: (name != country, name)))
        for country, own in together.items()
        for agency in own
    }


@cache
def _countries() -> dict[str, str]:
    """A country or its government → the country. The first adjective is that of the whole country; others may
    be of parts ("Scottish")."""
    found = {}
    for row in word_list("names/nations"):
        names, adjectives = [row["country"], *row["names"].split("|")], row["adjectives"].split("|")
        whole = [adjective for place, adjective in enumerate(adjectives) if place == 0 or adjective in names]
        for name in (
            row["country"],
            *(f"{adjective} government" for adjective in whole),
            f"government of {row['country']}",
        ):
            found[name.casefold()] = row["country"]
    return found
