"""Who does most in the articles: what bodies do apart from what they say, and a body together with its units."""

from collections.abc import Iterable
from functools import cache

import pandas as pd

from helpers.findings.bodies import SPEECH, Kept, described, in_quotes
from helpers.findings.words import all_of, amount, listed, number
from helpers.texts import MODES, word_list

__all__ = ["DOING", "SAID_OF", "leader", "whole_of", "with_units"]

# What a body is said to be doing, and what a role is said of. Their order is that of the columns: first what bodies
# do, then what they say.
DOING = {row["role"]: row["doing"] for row in word_list("findings/roles")}
SAID_OF = {row["role"]: row["said_of"] for row in word_list("findings/roles")}


def leader(kept: Kept) -> str:
    """The sentence on who is most often said to do something. Roles of speech are counted apart, and so is what is only planned or recommended
    unless nothing else is there; what the units of the body do, and what it is itself a unit of, is said beside it."""
    spoken = kept.roles["role"].isin(SPEECH)
    every, said, unnamed = kept.roles[~spoken], kept.roles[spoken], described(kept)
    reported = every[every["mode"] == "reported"]
    deeds = reported if len(reported) else every
    if not len(deeds):
        who = amount(said["agency"].nunique(), "body", "bodies")
        return f"**No body is said to do anything but speak**: {amount(len(said), 'mention')} of {who}, {_doing(said)}."
    modes = _modes(deeds) if len(deeds) < len(every) or reported.empty else ""
    acts = f"{modes}acts"
    counts = deeds["agency"].value_counts()
    first = [in_quotes(agency, unnamed) for agency in sorted(counts.index[counts == counts.max()])]
    if len(counts) == 1:
        how = f"{amount(len(deeds), 'mention')}, " if len(deeds) > 1 else ""
        which = f"with a {modes}act" if modes else "said to do anything"
        return (
            f"**{first[0]} is the only body {which}**: {how}{_doing(deeds)}.{_speech(said, counts.index[0])}"
        )
    if len(first) > 1 and counts.max() == 1:
        return f"**No body was read as having more than one {acts[:-1]}**: the {number(len(deeds))} that were read are each of a different body."
    whole = f"{number(len(deeds))} mentions of {acts}"
    if len(first) > 1:
        return f"**{listed(first, most=3)} are most often said to act**, each in {number(int(counts.max()))} of {whole}."
    agency = counts.index[0]
    own = deeds[deeds["agency"] == agency]
    return (
        f"**{first[0]} is most often said to act**: in {number(len(own))} of {whole}{_spread(deeds, own)}, {_doing(own)}"
        f"{_beside(agency, counts)}. These are mentions, not deeds: one deed can be mentioned several times."
    )


def _modes(roles: pd.DataFrame) -> str:
    """The modes of some roles, for the words before "roles": "planned or recommended "."""
    present = set(roles["mode"])
    return " or ".join(mode for mode in MODES if mode in present) + " "


def _speech(said: pd.DataFrame, agency: str) -> str:
    """A sentence on how many of the roles of speech are those of a body; empty if nobody speaks."""
    own, every = int((said["agency"] == agency).sum()), len(said)
    if every < 2:
        return [
            "",
            " It has the one mention of speech." if own else " The one mention of speech is another’s.",
        ][every]
    share = all_of(every) if own == every else f"{number(own) if own else 'none'} of the {number(every)}"
    return f" It has {share} mentions of speech."


def _spread(deeds: pd.DataFrame, own: pd.DataFrame) -> str:
    if deeds["article"].nunique() == 1:
        return ""
    articles = own["article"].nunique()
    return ", all in one article" if articles == 1 else f", across {number(articles)} articles"


def _doing(roles: pd.DataFrame, most: int = 3) -> str:
    """The most frequent roles with their numbers, "above all" if these are more frequent than the rest, "such as" if some are not: "above all removing (5, four of them in
    one article) and arresting (3)"."""
    counts = roles["role"].value_counts()
    first = roles[roles["role"] == counts.index[0]]
    notes = {counts.index[0]: _mostly_in(first)} if roles["article"].nunique() > 1 else {}
    words = listed(
        f"{DOING.get(role, role)} ({count:,}{notes.get(role, '')})"
        for role, count in counts.head(most).items()
    )
    if len(counts) <= most:
        return words
    return f"{'above all' if counts.iloc[most - 1] > counts.iloc[most] else 'such as'} {words}"


def _mostly_in(own: pd.DataFrame) -> str:
    """That most of several roles of a kind stand in one article, and so may tell of one deed."""
    inside = int(own["article"].value_counts().iloc[0])
    if inside * 2 <= len(own) or len(own) == 1:
        return ""
    return f", {'all' if inside == len(own) else f'{number(inside)} of them'} in one article"


def _beside(agency: str, counts: pd.Series) -> str:
    """What the units of a body do beside it, and the bodies that it is a unit of."""
    units = counts[[agency in _wholes(other) for other in counts.index]]
    wholes = counts[counts.index.isin(_wholes(agency))]
    said = [f"; its unit{'s' * (len(units) > 1)} {_names(units)} in {_more(units)}"] if len(units) else []
    said += [f"; {_names(wholes)}, which it is a unit of, in {_more(wholes)}"] if len(wholes) else []
    return "".join(said)


def _names(counts: pd.Series) -> str:
    several = len(counts) > 1
    return listed((f"{name} ({count:,})" if several else name for name, count in counts.items()), most=3)


def _more(counts: pd.Series) -> str:
    return f"{number(int(counts.sum()))} more"


def _wholes(agency: str) -> list[str]:
    """The bodies that a body is a unit of, the nearest first, by the list of agencies."""
    found: list[str] = []
    while (agency := _part_of().get(agency, "")) and agency not in found:
        found.append(agency)
    return found


@cache
def _part_of() -> dict[str, str]:
    """Body → the body that it is a unit of."""
    return {row["agency"]: row["part_of"] for row in word_list("names/agencies") if row["part_of"]}


def whole_of(agency: str, others: Iterable[str]) -> str:
    """The nearest body that this one is a unit of and that is among the others; empty if there is none.

    >>> whole_of("Enforcement and Removal Operations", ["U.S. Immigration and Customs Enforcement", "Mexico"])
    'U.S. Immigration and Customs Enforcement'
    """
    among = set(others)
    return next((whole for whole in _wholes(agency) if whole in among), "")


def with_units(agencies: Iterable[str]) -> list[tuple[str, str]]:
    """Bodies in their order, but each unit behind the body it is a unit of, if that is among them.

    >>> with_units(["Enforcement and Removal Operations", "Mexico", "U.S. Immigration and Customs Enforcement"])[1:]
    [('U.S. Immigration and Customs Enforcement', ''), ('Enforcement and Removal Operations', 'U.S. Immigration and Customs Enforcement')]
    """
    agencies = list(agencies)
    whole = {agency: whole_of(agency, agencies) for agency in agencies}
    found: list[tuple[str, str]] = []

    def add(agency: str) -> None:
        found.append((agency, whole[agency]))
        for unit in agencies:
            if whole[unit] == agency:
                add(unit)

    for agency in agencies:
        if not whole[agency]:
            add(agency)
    return found
