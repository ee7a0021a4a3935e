"""Titles and organisations of people, read from the words beside their names.

"Acting ICE Director P.J. Hill", "Jo Sample, head of the Unit," and "– Ana Ruiz, Director, Federal Police"
name a function and a body. Where the body is not named, the title may tell which one of the article is meant
(a sheriff speaks for the sheriff's office), or a capitalised name that no list holds does ("of the Border
Witness Project").
"""

import re
from functools import cache

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.cues import source_class
from helpers.names import by_name, head_words, scan
from helpers.texts import Sentence, abbreviations, word_list, word_set

__all__ = ["FUNCTION_WORD", "is_what", "split_title", "title_words"]


@cache
def title_words() -> frozenset[str]:
    """Words that can stand in a title before a name."""
    words = {word for row in word_list("names/titles") for word in row["title"].split()} - {
        "of",
        "for",
        "in",
        "and",
        "the",
    }
    short = {word for word in abbreviations("title", "person") if word[0].isupper()}
    courtesies = {
        form for word in word_set("courtesies") for form in (word, f"{word}.", f"{word}'", f"{word}’")
    }
    words |= word_set("title_words")
    several = {f"{word}s" for word in words if word.lower() in word_set("functions")}
    several |= {f"{word[:-1]}s." for word in short if word.endswith(".")}  # "Reps. Jo Sample and Ann Roe"
    return frozenset(words | short | courtesies | several)


FUNCTION_WORD = re.compile(rf"(?i)\b(?:{'|'.join(sorted(word_set('functions')))})\b")


_COPULA = re.compile(
    r",?\s(?:is|was|serves as|served as|works as|became) (?:the |a |an )?([^,.;:“”\"()]{3,90})"
)


def is_what(sentence: Sentence, end: int, rows: list[AgencyRow], organisation: str) -> tuple[str, str]:
    """Title and organisation that a sentence says of its subject: "Jo Sample is the sheriff of Pima County"."""
    after = _COPULA.match(sentence.text, end, end + 150)
    if after is None or not FUNCTION_WORD.search(after[1].split(" of ")[0]):
        return "", organisation
    title, body = split_title(after[1], sentence, after.start(1), rows)
    return title.split(" of ")[0], organisation or body


def split_title(text: str, sentence: Sentence, start: int, rows: list[AgencyRow]) -> tuple[str, str]:
    """Parts a function such as "Houston Field Office Director for Enforcement and Removal Operations" into
    title and organisation."""
    inside = [row for row in rows if start <= row.start - sentence.start < start + len(text)]
    here = [
        row for row in inside if row.linked_by != "pronoun" or " " in row.mention
    ]  # "for the agency", but not "its"
    bodies = [
        row for row in here if row.linked_by != "official" and not (_is_title(row) and not _is_police(row))
    ]
    here = [row for row in here if row in bodies or row.linked_by == "official"]
    chosen = bodies[-1] if bodies else here[0] if here else None
    agency = _without_title(chosen) if chosen else ""
    title = text
    for row in sorted(here, key=lambda row: -row.start):
        if row.linked_by == "official" or _is_title(row):
            continue
        a, b = row.start - sentence.start - start, row.end - sentence.start - start
        b -= len(row.agency) - len(_without_title(row))
        title = title[:a].rstrip() + " " + re.sub(r"^(?:\s*\([^)]*\))?(?:['’]s?)?", "", title[b:])
    adjectives = [found for found in scan(text, False) if found.kind in ("adjective", "nation")]
    if chosen is not None and chosen.linked_by == "official" and adjectives and adjectives[0].start == 0:
        title = text[adjectives[0].end :]
    title = re.sub(r"\s+", " ", title).strip(" ,:")
    title = title if title.split()[-1:] and title.split()[-1] in title_words() else title.strip(" ,.")
    title = re.sub(r" (?:of|for|at|with|from)(?: the| its)?(?= (?:of|for|in|at|on)\b)", "", title)
    title = re.sub(r"(?: (?:of|for|at|with|from|in|and|the|on|by))+$", "", title)
    title = re.sub(
        r"^(?:even\s+)?(?:the|a|an|its|who is|and|of|for|at|'s|’s)\s+(?=\w)", "", title, flags=re.IGNORECASE
    ).strip(" ,")
    title = _behind_thing(_bare(title))
    owner = _OWNER.match(title)
    if owner and FUNCTION_WORD.search(owner[2]):
        client = _COUNSEL.search(owner[2]) and " " not in owner[1]  # "Sample's lawyer"
        return owner[2], agency if chosen else "" if client else _office(owner[1])
    signed = _WITH_BODY.fullmatch(title) if chosen is None else None
    if signed and signed[2].split()[-1] in head_words() | word_set("firm_heads") | word_set("thing_heads"):
        return signed[1], signed[2]
    return title, agency


def _office(owner: str) -> str:
    """A body by its owner's words; of an official with a name the office alone: "governor" of "Governor Jo Sample"; none of
    "Ms. Sample"."""
    *title, last = owner.split()
    if last in head_words() or source_class(last, last.lower()) == "body":  # "Scottish National Party"
        return owner
    if _COURTESY.search(f"the {' '.join(title)}"):
        return ""
    while title and title[-1] not in title_words():
        title.pop()
    return " ".join(title).lower() or owner


def _without_title(row: AgencyRow) -> str:
    """The name of a body without the title of somebody in it that the text writes behind: "DEA Field Division" of "DEA Field
    Division Special Agent"."""
    words = row.agency.split()
    if row.linked_by != "name" or row.agency != row.mention or row.agency in by_name():
        return row.agency
    while len(words) > 1 and words[-1] in title_words() - head_words():
        words.pop()
    return " ".join(words) if len(words) > 1 and words[-1] in head_words() else row.agency


def _is_title(row: AgencyRow) -> bool:
    """Whether a description of a body is a title itself, or only "police" in one: "Inspector General", "Police Chief"."""
    bare = row.linked_by == "description" and " of " not in row.mention
    return _is_police(row) or bare and row.mention.split()[-1] in title_words() - head_words()


def _is_police(row: AgencyRow) -> bool:
    """Whether a body is the police of a title: "Lansing Police Chief"."""
    police = row.mention.endswith(("Police", "police"))
    return police and _OF_POLICE.match(row.sentence, row.end - row.sentence_start) is not None


def _behind_thing(title: str) -> str:
    """A title without what stands before it and is no title: "an emergency in the presence of Warden", "Ferry Lines Inc.
    Deputy Attorney General", "dam was safe and Sheriff"; nothing of "who lost her nephew"."""
    title = _CLAUSE_AND.sub("", title)
    if title.lower().startswith(("who ", "whose ")):
        return ""
    letters = "|".join(map(re.escape, sorted(word_set("company_letters"))))
    title = re.sub(rf"^.{{2,60}}\b(?:{letters})\. (?=[A-Z])", "", title)
    before, of, last = title.rpartition(" of ")
    titled = bool(of) and set(last.split()) <= title_words()
    things = not any(
        word.strip(",").lower() in word_set("functions") or word in title_words() for word in before.split()
    )
    return last if titled and things and before[:1].islower() else title


def _bare(title: str) -> str:
    """A title without whose it is, without a courtesy at its end, and without the place where somebody serves: "field
    office director in St. Paul"; a consul is one only in his city."""
    title = _DOES.sub("", title)
    if title.endswith("s") and FUNCTION_WORD.fullmatch(title.split()[-1][:-1]):
        title = title[:-1]  # one of the "U.S. Attorneys"
    title = _COURTESY.sub("", _WHOSE.sub("", title))
    place = _AT_PLACE.search(title)
    if place and not re.search(
        rf"(?i)\b(?:{'|'.join(sorted(word_set('sent_out')))})\b", title[: place.start()]
    ):
        title = title[: place.start()]
    return title


_WITH_BODY = re.compile(  # "Chair, Ceredigion Lifeboat Trust"
    r"([^,]{3,60}), (?:the )?((?:[A-ZÀ-Þ][\w’'-]{1,30} (?:(?:of|for|and) )?){1,5}[A-ZÀ-Þ][\w’'-]{1,30})"
)
_CLAUSE_AND = re.compile(r"^[^,]*\b(?:is|are|was|were|has|have|had|will|would)\b[^,]* (?:and|but) (?=[A-Z])")
_COUNSEL = re.compile(
    r"(?i)\b(?:lawyer|attorney|solicitor|counsel|barrister|deputy|aide|assistant|predecessor|successor)$"
)
_OF_POLICE = re.compile(r" (?:[Cc]hief|[Cc]ommander|[Cc]aptain|[Ss]uperintendent)\b")
_WHOSE = re.compile(  # "his lawyer", "the agency's director", "R-Ohio, ranking member", "now a fellow"
    r"^(?:[RDI]-[A-Z][\w.]+, |(?:now|currently|then|formerly) (?:an? |the )|(?:[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y) |(?:[Tt]he )?(?:[a-z][\w-]{1,20} ){0,2}[a-z][\w-]{1,20}['’]s? (?=(?:[A-Z][a-z]{2,12} )?[a-z]))"
)
_DOES = re.compile(r"(?<=\w) (?:representing|responsible|working|serving|based|who|whose)\b.*$")
_COURTESY = re.compile(r"(?<=\w) (?:Dr|Hon|Prof|Mr|Ms|Mrs)\b\.?$")
_AT_PLACE = re.compile(
    r"(?<=\w) (?:in|at) (?:the )?(?!Charge|Chief|Residence|Council)[A-Z][^;“”]{1,60}$|(?<=Charge) of [A-Z][^,;“”]{1,40}$"
)
_OWNER = re.compile(r"([A-ZÀ-Þ][^,;“”]{1,60}?)['’]s? (.{3,80})$")  # "Labour Party's spokesman"
