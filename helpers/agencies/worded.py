"""By which words an article calls a body: the fullest name that it writes, and in a sentence those of the branch that acts there."""

import re

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.branches import branch_in_city, is_branch, own_words
from helpers.agencies.districts import US_ATTORNEY
from helpers.agencies.full_names import uncounted
from helpers.agencies.issuers import INSPECTOR
from helpers.names import candidates, nation_words, owned_by_nation
from helpers.texts import Sentence, word_set

__all__ = ["Worded"]

_TEAMS = re.compile(
    r"(?:\s\([A-Z.-]{2,12}\))?\s((?:strike\s|task\s)?(?:teams|forces|squads))\b(?!\s[a-z]+s?\s(?:of|for))"
)
_SEAT = re.compile(r"\sin\s[A-Z][\w.'’-]{1,30}(?:\s[A-Z][\w.'’-]{1,30}){0,2}")
_OF_PARENT = re.compile(r"(?: \([A-Z.-]{2,10}\))? of the (?=[A-Z])")
_OWNER = re.compile("['’]s ")


class Worded:
    """Goes with one article.

    Attributes:
        names: Canonical name -> the fullest name written in the article.
        branches: Start of a sentence -> canonical name -> the words of its branch that is named there, or was named last.
    """

    def __init__(self, agencies: list[AgencyRow]):
        self.names = _short_names(agencies) | _written_names(agencies)
        self.branches = _branches(agencies)

    def of_sentence(self, sentence: Sentence, named: list[AgencyRow]) -> dict[str, str]:
        """Canonical name -> its words for a sentence, where they are not those at the place itself.

        Args:
            sentence: The sentence.
            named: The bodies that it names.
        """
        teams = {row.agency: words for row in named if (words := _team(row) or branch_in_city(row))}
        return self.names | self.branches.get(sentence.start, {}) | teams | _wholes(sentence, named)


def _branches(agencies: list[AgencyRow]) -> dict[int, dict[str, str]]:
    """Start of a sentence -> body -> the name of its field office or team, from where it is named until the body itself is."""
    last: dict[str, str] = {}
    found: dict[int, dict[str, str]] = {}
    ends = {row.end: row for row in agencies}
    for row in agencies:
        if is_branch(row.mention) and row.agency != row.mention:
            before = ends.get(row.start - 1)
            front = f"{before.mention} " if before and before.agency == row.agency else ""
            last[row.agency] = f"{front}{own_words(row.mention)}"
        elif row.linked_by in ("name", "abbreviation") and row.sentence_start not in found:
            last.pop(row.agency, None)
        found[row.sentence_start] = dict(last)
    return found


def _written_names(agencies: list[AgencyRow]) -> dict[str, str]:
    """Canonical name -> the longest name written in the article, for named bodies, with the body right before that it is
    a unit of ("FBI's Gang Task Force"), and the words for an unnamed body without the country that owns it ("Mexico's
    consulate") and with its number ("ten police departments"); not that of a part behind the name: "Revenue's Customs
    Service"."""
    mentions = {(row.agency, row.mention) for row in agencies}
    ends = {row.end: row.mention for row in agencies if row.linked_by in ("name", "abbreviation")}
    starts = {row.start: row.mention for row in agencies if row.linked_by == "name"}
    names: dict[str, str] = {}
    for row in agencies:
        owner, words = owned_by_nation(row.mention)
        described = row.level == "unnamed" and row.linked_by == "description"
        counted = words.endswith(f" {row.agency}") and uncounted(words) == row.agency
        if described and (owner or counted):
            names.setdefault(row.agency, words)
        seat = _SEAT.match(row.sentence, row.end - row.sentence_start) if described else None
        if seat and row.agency.endswith("jury"):
            names.setdefault(row.agency, f"{row.agency}{seat[0]}")
        part = (row.agency, _OWNER.split(row.mention)[0]) in mentions - {(row.agency, row.mention)}
        bare = row.linked_by == "abbreviation" and not row.mention.isupper()  # "Revenue"
        named = row.linked_by == "name" and not is_branch(row.mention)
        if (named or bare) and row.level != "unnamed" and not part:
            owner = ends.get(row.start - len("'s "), "") if _is_owned(row) else ""
            mention = f"{owner}'s {row.mention}" if owner else row.mention
            mention = mention.replace(f"’s {row.agency}", f"'s {row.agency}")
            whole = _OF_PARENT.match(row.sentence, row.end - row.sentence_start)
            parent = starts.get(row.sentence_start + whole.end(), "") if whole else ""
            mention = f"{mention} of the {parent}" if parent else mention
            names[row.agency] = max(names.get(row.agency, ""), mention, key=len)
    own = {row.agency for row in agencies if row.mention.split()[0].lower() in word_set("first_person")}
    bare = {body for body in own if names.get(body) == INSPECTOR and body.endswith(f" {INSPECTOR}")}
    return names | {body: body.removeprefix("U.S. ") for body in bare}  # "we" of a department's office


def _team(row: AgencyRow) -> str:
    """The words for the teams of a body, "High Intensity Drug Trafficking Area teams"; empty of other mentions."""
    if row.linked_by != "name" or _is_owned(row):  # with its owner it has its fullest name
        return ""
    behind = _TEAMS.match(row.sentence, row.end - row.sentence_start)
    return f"{row.mention} {behind[1]}" if behind else ""


def _is_owned(row: AgencyRow) -> bool:
    """Whether the body stands behind "'s"."""
    at = row.start - row.sentence_start
    return _OWNER.fullmatch(row.sentence, max(0, at - len("'s ")), at) is not None


def _short_names(agencies: list[AgencyRow]) -> dict[str, str]:
    """Canonical name -> the name without the country or district that the article's words leave to be understood: "Interior
    Ministry" of the minister, "U.S. Attorney's Office" of an attorney."""
    names: dict[str, str] = {}
    for row in agencies:
        district = row.agency.partition(f"{US_ATTORNEY} for the ")[2]
        if district and district in row.sentence:
            names[row.agency] = row.agency
        elif district:
            names.setdefault(row.agency, US_ATTORNEY)
        elif row.linked_by == "official" and row.level == "foreign":
            names[row.agency] = _without_country(row)
    return names


def _without_country(row: AgencyRow) -> str:
    """The name of a body of an official without its country: "Interior Ministry" of "Ecuadorean Interior Ministry"."""
    name = re.sub(rf" of (?:the )?{re.escape(row.country)}$", "", row.agency)
    first, _, rest = name.partition(" ")
    return rest if first in nation_words() and rest.endswith(" Ministry") else name


def _wholes(sentence: Sentence, named: list[AgencyRow]) -> dict[str, str]:
    """Body -> the name by which a sentence calls its branch, or it with its owner: "FBI's New Orleans Field Office"."""
    whole = {found.start: found.whole for found in candidates(sentence) if found.whole}
    spans = {(row.agency, whole.get(row.start - sentence.start)) for row in named}
    named_so = {agency: sentence.text[slice(*span)] for agency, span in spans if span}
    return {agency: name for agency, name in named_so.items() if not owned_by_nation(name)[0]}
