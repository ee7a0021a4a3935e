"""The body of the article that a bare title stands for, the sheriff's office for "Sheriff", and one beside a name that no list
holds."""

import re
from collections.abc import Iterable

from helpers.agencies.agency_rows import AgencyRow
from helpers.names import scan
from helpers.texts import LONGEST_SENTENCE, Sentence, word_set

__all__ = ["helpers_among", "office_of", "owner_before", "unlisted_body"]

_ORGANISATION = re.compile(
    r"\b(?:of|at|from|for|with|in|tank|group|charity|union|leads|heads|directs|runs|chairs) (?:the )?"
    r"((?:[A-ZÀ-Þ][\w’'-]{1,30})(?: (?:(?:of|for|the|de|del|da|and) ){0,2}[A-ZÀ-Þ][\w’'-]{1,30}){1,6})"
)
_OWNER_RIGHT_BEFORE = re.compile(r"(?:^|[\s“\"])([A-ZÀ-Þ][\w-]{2,30})(?:['’]s|(?<=s)['’]) $")
_PLACE = re.compile(r"(?:County|City|Island|Islands|Valley|Beach|Springs)$")
_ITS = re.compile(r"(?:^Its|[”\"] its|\b(?:said|says|added|told) its) [^,;“”]{3,90}, [A-Z]")
_OFFICE = {
    "secretary[ -]general": r"Interpol|United Nations|NATO|Organi[sz]ation",
    "sheriff": r"Sheriff",
    "prosecutor": r"Prosecut",
    "police chief|chief of police|chief constable|^chief$|constable|superintendent|inspector|detective": r"Police|Constabulary|Policing",
    "district attorney": r"District Attorney",
    "state attorney": r"State Attorney",
    "minister|state secretary|secretary": r"Ministry|Secretariat",
    "admiral": r"Navy|Coast Guard",
    "consul|ambassador": r"Embassy|Consulate",
    "ombudsman": r"Ombudsman",
    "chair|chairman|chairwoman|chairperson": r"Committee|Commission|Council|Board",
    "judge|justice|magistrate|recorder": r"Court\b",
    "commissioner": r"[Cc]ommission$",
    "commissioners?": r"Police|Commission|Customs",
}


_HELPED_BY = re.compile(
    r"\b(?:(?:supported|assisted|backed|helped|aided|accompanied|joined)(?: \w+){0,3} by|with (?:the )?(?:help|assistance|support|aid) "
    r"(?:of|from)|thanks?|thanked|thanking|grateful to|(?:partners?|counterparts?|colleagues) (?:at|from|in|of|with)) [^.;:“”\"]{0,120}$"
)
_HELPS = re.compile(
    r"[^.,;:“”\"]{0,40} (?:assisted|helped|supported|aided|gave us|provided (?:[a-z]+ )?(?:support|assistance|help|intelligence))\b"
)


def helpers_among(agencies: Iterable[AgencyRow]) -> set[str]:
    """The bodies that are named for the help they gave: "supported by the Air Service", "our partners at the CBSA", "DPS gave us
    eyes". A speaker whose body is not named is hardly one of theirs.

    Args:
        agencies: Rows of an article.
    """
    placed = ((row, row.start - row.sentence_start, row.end - row.sentence_start) for row in agencies)
    return {
        row.agency
        for row, start, end in placed
        if _HELPED_BY.search(row.sentence, max(0, start - 160), start) or _HELPS.match(row.sentence, end)
    }


def office_of(title: str, sentence: Sentence, agencies: list[AgencyRow]) -> str:
    """The body of the article that a bare title stands for: the sheriff's office for "Sheriff"; the last one
    named."""
    if _ITS.search(
        sentence.text[:LONGEST_SENTENCE]
    ):  # "Its chief executive, Jo Sample, urged": of the body of the sentence before
        before = [row for row in agencies if row.start < sentence.start and row.linked_by != "official"]
        last = max((row.sentence_start for row in before), default=0)
        nearest = [row for row in before if row.sentence_start == last]
        kinds = ("name", "abbreviation", "pronoun")
        opens = next((r for r in nearest if r.linked_by in kinds and r.start - last <= len("The ")), None)
        named = (row for row in reversed(before) if row.linked_by in ("name", "abbreviation"))
        meant = opens or next(named, None)
        return meant.agency if meant else ""
    for words, name in _OFFICE.items():
        if re.search(rf"(?i)\b(?:{words})\b", title):
            beside = (one for one in name.split("|") if f"{one} {title}" in sentence.text)
            name = next(beside, name)  # "Committee chair Jo Sample"
            fitting = [
                r
                for r in agencies
                if (
                    r.linked_by in ("name", "abbreviation")
                    and r.level != "unnamed"
                    or r.agency == "commission"
                )
                and re.search(name, r.agency)
            ]
            earlier = [row for row in fitting if row.start < sentence.end]
            helping = helpers_among(earlier)
            others = [row for row in earlier if row.agency not in helping]
            earlier = others if others or len(helping) > 1 else earlier
            if earlier or words != "commissioner":
                return earlier[-1].agency if earlier else ""
    return ""


def owner_before(front: str) -> str:
    """The body whose name stands right before that of somebody: "Oxfam's " before Jo Sample."""
    owner = _OWNER_RIGHT_BEFORE.search(front[-40:])
    return owner[1] if owner else ""


def unlisted_body(sentence: Sentence, end: int, apposition: str, people: Iterable[tuple]) -> str:
    """An organisation that no list holds: "warned Teresa Luna of the Border Witness Project"; a place is
    none, nor one of the people of the sentence, for whom a lawyer speaks: "Jo Roe, for Al Sample, said"."""
    beside = _ORGANISATION.match(sentence.text, end + 1) or _ORGANISATION.search(apposition)
    if not beside or _PLACE.search(beside[1]) or beside[1] in word_set("us_states"):
        return ""
    if beside[0].startswith("for ") and any(beside[1] == name for name, *_ in people):
        return ""
    nations = (found.text for found in scan(beside[1]) if found.kind in ("nation", "adjective"))
    return "" if beside[1] in nations else beside[1]
