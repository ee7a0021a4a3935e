"""Who is heard: which of the bodies that act also speak, themselves, through an official or as a source of
figures.

A country and its government count as one voice: what Mexico does, the Mexican government answers for. Experts
and scholars have an affiliation, but speak for themselves.
"""

from collections import defaultdict
from functools import cache

import pandas as pd

from helpers.findings.bodies import SPEECH, Kept, described, in_quotes
from helpers.findings.words import amount, listed, number
from helpers.texts import word_list

__all__ = ["in_words", "people", "sentences", "voices"]


def voices(kept: Kept) -> pd.DataFrame:
    """Who acts, and who is heard. A statement is a sentence in which the body or somebody for it speaks.

    Returns:
        agency (a country and its government in one: "Mexico / Mexican government"), named (bool), acts (roles
        other than speech), direct (statements with a quotation), indirect (statements without), cited (roles
        `report`), heard (bool), group ("acts and is heard", "acts, is not heard", "is heard, does not act");
        only bodies of one of the groups, in their order and then by what they do.
    """
    one = _joined([*kept.roles["agency"], *kept.said["agency"], *kept.speakers["organisation"]])
    spoken = kept.speakers[kept.speakers["organisation"] != ""]
    scholars = spoken["title"].map(_is_scholar).astype(bool)
    own_views, spoken = _places(spoken[scholars], "organisation", "sentence_start", one), spoken[~scholars]
    spoken_for = _places(spoken, "organisation", "sentence_start", one)
    direct = _places(spoken[spoken["direct"].astype(bool)], "organisation", "sentence_start", one)
    said = _places(kept.said[kept.said["role"] == "comment"], "agency", "start", one) - own_views
    indirect = (said | spoken_for) - direct
    counts = (
        pd.DataFrame(
            {
                "acts": kept.roles.loc[~kept.roles["role"].isin(SPEECH), "agency"].map(one).value_counts(),
                "direct": pd.Series([agency for agency, *_ in direct], dtype=object).value_counts(),
                "indirect": pd.Series([agency for agency, *_ in indirect], dtype=object).value_counts(),
                "cited": kept.said.loc[kept.said["role"] == "report", "agency"].map(one).value_counts(),
            }
        )
        .fillna(0)
        .astype(int)
    )
    heard = counts[["direct", "indirect", "cited"]].sum(axis=1) > 0
    group = pd.Series("acts and is heard", index=counts.index).mask(~heard, "acts, is not heard")
    counts = counts.assign(heard=heard, group=group.mask(counts["acts"] == 0, "is heard, does not act"))
    counts = counts.rename_axis("agency").reset_index().astype({"agency": object})
    counts.insert(1, "named", ~counts["agency"].isin(described(kept)))
    return counts.sort_values(
        ["group", "acts", "direct", "indirect", "cited", "agency"],
        ascending=[True, *[False] * 4, True],
        kind="stable",
        ignore_index=True,
    )


def in_words(heard: pd.DataFrame) -> pd.Series:
    """The bodies of `voices` for reading: a description stands in quotation marks."""
    return heard["agency"].where(heard["named"], "“" + heard["agency"] + "”")


def _places(rows: pd.DataFrame, agency: str, start: str, one: dict[str, str]) -> set[tuple[str, str, int]]:
    """Agency, article and sentence of each row; a sentence counts once."""
    return {
        (one[name], article, place)
        for name, article, place in zip(rows[agency], rows["article"], rows[start], strict=True)
    }


def _joined(agencies: list[str]) -> dict[str, str]:
    """Agency → the name under which it is counted: a country and its government under both their names."""
    of_country: dict[str, list[str]] = defaultdict(list)
    for agency in sorted(set(agencies)):
        of_country[_countries().get(agency.casefold(), agency)].append(agency)
    return {
        agency: " / ".join(sorted(own, key=lambda name: (name != country, name)))
        for country, own in of_country.items()
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


@cache
def _scholars() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("findings/scholar_titles"))


def _is_scholar(title: str) -> bool:
    return not _scholars().isdisjoint(title.casefold().replace(",", " ").split())


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
    """How many people speak, and how many of the bodies that act are never heard; the named ones first."""
    heard = voices(kept)
    acting = heard[heard["acts"] > 0]
    named, others = acting[acting["named"]], acting[~acting["named"]]
    texts = [_about_people(kept.speakers)]
    if len(named):
        mute = named.loc[~named["heard"], "agency"]
        who = f": {listed(mute, most=4)}" if len(named) > 1 and len(mute) else ""
        texts.append(
            f"**{_share(named, 'named body that acts', 'named bodies that act', named['agency'].iloc[0])}**{who}."
        )
    if len(others):
        first = in_quotes(others["agency"].iloc[0], described(kept))
        texts.append(
            _share(
                others,
                "body that acts and is only described",
                "bodies that act and are only described",
                first,
            )
            + "."
        )
    return texts


def _share(bodies: pd.DataFrame, one: str, many: str, first: str) -> str:
    count, heard = len(bodies), int(bodies["heard"].sum())
    if count == 1:
        return f"The one {one}, {first}, is {'' if heard else 'never '}heard"
    if heard == count:
        how = f"{'both' if count == 2 else 'all'} are heard"
    else:
        how = f"{number(count - heard)} {'is' if count - heard == 1 else 'are'} never heard"
        how = how if heard else f"{'neither' if count == 2 else 'none'} is ever heard"
    return f"Of {amount(count, one, many)}, {how}"


def _about_people(speakers: pd.DataFrame) -> str:
    names, quoted = (
        speakers["name"].nunique(),
        speakers.loc[speakers["direct"].astype(bool), "name"].nunique(),
    )
    known = speakers.loc[speakers["organisation"] != "", "organisation"].nunique()
    if not names:
        return "No person is named who speaks."
    whom = (
        f", with {'an affiliation to one body' if known == 1 else f'affiliations to {number(known)} bodies'}"
        if known
        else ""
    )
    if names == 1:
        return f"One person speaks{whom}, {'in direct quotation' if quoted else 'in reported speech only'}."
    share = {0: "none", names: "both" if names == 2 else "all"}.get(quoted, number(quoted))
    return (
        f"{amount(names, 'person', 'people').capitalize()} speak{whom}; {share} of them in direct quotation."
    )
