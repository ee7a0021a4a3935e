"""Titles and organisations of people, read from the words beside their names.

"Acting ICE Director P.J. Hill", "Jo Sample, head of the Unit," and "– Ana Ruiz, Director, Federal Police"
name a function and a body. Where the body is not named, the title may tell which one of the article is meant
(a sheriff speaks for the sheriff's office), or a capitalised name that no list holds does ("of the Border
Witness Project").
"""

import re
from functools import cache

from helpers.agencies.agency_rows import AgencyRow
from helpers.names import candidates, head_words, scan
from helpers.texts import Sentence, finite_forms, speech_words, word_list, word_set

__all__ = ["FUNCTION_WORD", "function_of", "is_what", "title_words"]


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
    short = {
        row["abbreviation"]
        for row in word_list("texts/abbreviations")
        if row["kind"] == "title" and row["abbreviation"][0].isupper()
    }
    return frozenset(words) | word_set("title_words") | short


FUNCTION_WORD = re.compile(rf"(?i)\b(?:{'|'.join(sorted(word_set('functions')))})\b")


_WHO = re.compile(
    r"who (is(?! \w+ed\b)|was(?! \w+ed\b)|teaches|studies|leads|heads|runs|works|chairs|oversees|directs|researches|serves)\b"
)
_RELATIVE = re.compile(r"(?:who|whose|whom|which|where|when|that)\s")
_TITLE_OF_VERB = {
    "heads": "head",
    "directs": "director",
    "leads": "leader",
    "chairs": "chair",
    "runs": "director",
}
_ORGANISATION = re.compile(
    r"\b(?:of|at|from|for|with|in|tank|group|charity|union|leads|heads|directs|runs|chairs) (?:the )?"
    r"((?:[A-ZÀ-Þ][\w’'-]{1,30})(?: (?:(?:of|for|the|de|del|da|and) ){0,2}[A-ZÀ-Þ][\w’'-]{1,30}){1,6})"
)


_APPOSITION = re.compile(
    r",\s{1,3}((?:the |a |an |its |who is |who heads )?[^,“”\"();]{3,140}(?:,[^,“”\"();]{3,80}){0,2})"
)


def function_of(  # noqa: C901  each step looks at what the ones before it left open
    sentence: Sentence, start: int, end: int, rows: list[AgencyRow], people: list[tuple[str, int, int]]
) -> tuple[str, str]:
    """Title and organisation of a person: the words before the name, or the apposition after it."""
    after = _APPOSITION.match(sentence.text, end, end + 400)
    if after and _RELATIVE.match(after[1]) and not _WHO.match(after[1]):
        after = None  # "Sample, who once ran a bakery beside the sheriff's office": no title
    title, organisation = "", ""
    apposition = _before_speech(after[1]) if after else ""
    if apposition and _TOGETHER.match(apposition):
        after, apposition = None, ""
    if apposition and FUNCTION_WORD.search(apposition):
        title, organisation = _split_title(apposition, sentence, after.start(1), rows)
    elif after and (clause := _WHO.match(after[1])):
        organisation = _split_title(after[1], sentence, after.start(1), rows)[1]
        title = _TITLE_OF_VERB.get(clause[1], "")
    before_start = start
    words = list(re.finditer(r"\S+", sentence.text[max(0, start - 160) : start]))
    offset = max(0, start - 160)
    others = [(a, b) for _, a, b in people if a != start]
    inside = [(row.start - sentence.start, row.end - sentence.start) for row in rows] + [
        (found.start, found.end) for found in candidates(sentence) if found.kind == "adjective"
    ]
    for word in reversed(words):
        at = offset + word.start()
        body = any(a <= at < b for a, b in inside)
        if word[0] == "and" and any(
            row.linked_by == "official" and row.start - sentence.start == before_start for row in rows
        ):
            break  # "Director Jo Sample of the FBI and U.S. Attorney Ana Roe": the second has her own title
        if any(a <= at < b for a, b in others) and not body and word[0] not in title_words():
            break
        if (
            word[0].rstrip(",").endswith(("”", '"', "»", "“"))
            or at == 0
            and word[0].lower() in speech_words()
            or (word[0].endswith(",") and not body)
            or (word[0] in head_words() - title_words() and not body)
            or not (
                body
                or word[0] in title_words()
                or word[0] in word_set("title_modifiers")
                or word[0] in ("of", "for", "in", "and", "the", "'s", "’s")
                or word[0].endswith(("'s", "’s"))
                or FUNCTION_WORD.fullmatch(word[0])
                or (word[0][0].isupper() and word[0] not in word_set("not_persons") and before_start < start)
            )
        ):
            break
        before_start = at
    before_start = _behind_body(sentence, before_start, start, rows)
    front = sentence.text[before_start:start].strip()
    if front.split()[-1:] == ["and"]:
        front = ""
    if (
        not title
        and front
        and (FUNCTION_WORD.search(front) or any(word in title_words() for word in front.split()))
    ):
        title, organisation = _split_title(front, sentence, before_start, rows)
    elif front and not organisation and FUNCTION_WORD.search(front):
        organisation = _split_title(front, sentence, before_start, rows)[1]
    if (
        not organisation and "spokes" in title.lower()
    ):  # a spokesperson speaks for the body named in the sentence
        organisation = next(
            (
                row.agency
                for row in rows
                if row.linked_by in ("name", "abbreviation") and row.level != "unnamed"
            ),
            "",
        )
    ahead = sentence.text[max(0, start - 160) : start]
    lead = _LEAD.search(ahead) or (_LEAD_IN_CAPITALS.search(ahead) if start < 160 else None)
    if not title and lead and FUNCTION_WORD.search(lead[1]):  # "its deputy chairman, Jo Sample, warned"
        title, organisation = _split_title(lead[1], sentence, max(0, start - 160) + lead.start(1), rows)
        apposition = lead[1].lower()
    follow = _FOLLOW.match(sentence.text, end)
    if follow and (
        not organisation or organisation.islower()
    ):  # "Police Chief Jo Sample of the Nogales Police Department"
        organisation = next(
            (row.agency for row in rows if row.start - sentence.start == follow.end()), organisation
        )
    if title and not organisation:  # "ERO New Orleans acting Field Office Director Jo Sample"
        near = (
            row
            for row in rows
            if re.fullmatch(
                r"\)?(?:\s?\([A-Z.]{2,10}\))?(?: [A-Z][\w.-]{1,20}){0,3} ",
                sentence.text[row.end - sentence.start : before_start],
            )
        )
        organisation = next((row.agency for row in near), "")
    its = (
        "its" in (apposition[:3], front[:3])
        or sentence.text[max(0, before_start - 4) : before_start] == "its "
    )
    if not organisation and its:  # "the union GdP ..., and its chairman, Jo Sample, said"
        named = [
            row.agency
            for row in rows
            if row.end <= sentence.start + start and row.linked_by in ("name", "abbreviation")
        ]
        organisation = named[-1] if named else ""
    if not organisation and _prosecutes(sentence, start, end):
        organisation = "prosecution"
    return title, organisation or _unlisted(sentence, end, after[1] if after else "")


_DUTY = re.compile(r"(?: [a-z-]{2,20}){1,6} ?")


def _behind_body(sentence: Sentence, begun: int, start: int, rows: list[AgencyRow]) -> int:
    """Where a title begins that goes on in small letters from a body to a name: "NCA senior investigating
    officer Jo Sample", "ICE regional head of investigations Jo Sample"."""
    for row in rows:
        first, behind = row.start - sentence.start, row.end - sentence.start
        duty = (
            _DUTY.match(sentence.text, behind, start) if behind < begun and row.linked_by in _NAMED else None
        )
        if duty is None or duty.end() < begun:
            continue
        words = sentence.text[behind:start].lower().replace("in charge", "").split()
        verbs = any(word in finite_forms() or word in speech_words() for word in words)
        if not verbs and not _SMALL.intersection(words) and FUNCTION_WORD.search(" ".join(words)):
            return first
    return begun


_NAMED = ("name", "abbreviation")
_SMALL = frozenset(
    ("and", "or", "the", "a", "an", "to", "by", "with", "from", "in", "at", "on", "as", "that", "who", "when")
)
_PROSECUTING_BEFORE = re.compile(r"(?:^|[,;:] )(?:[Pp]rosecuting|[Ff]or the (?:prosecution|Crown|State)), $")
_PROSECUTING_AFTER = re.compile(
    r"(?: [A-Z]{2})?, (?:who (?:is|was) )?(?:prosecuting|for the (?:prosecution|Crown|State)),"
)


def _prosecutes(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a lawyer speaks for the prosecution: "Prosecuting, Fiona Sample KC said"."""
    before = sentence.text[max(0, start - 40) : start]
    return bool(_PROSECUTING_BEFORE.search(before) or _PROSECUTING_AFTER.match(sentence.text, end))


_FOLLOW = re.compile(r",?\s(?:of|from|at|for|with) (?:(?:the |a |an )?[a-z][a-z -]{2,40} |the )?")
_OWNED = r"(?:[Ii]ts|[Tt]he|[A-Z][^,;“”]{0,60}['’]s?) [^,;“”]{3,90}"
_CAPITALS = (
    r"(?!(?:After|Before|When|As|While|In|On|At|With)\b)(?:[A-Z][\w.]{1,20} (?:(?:of|and|for) )?){1,6}"
)
_LEAD = re.compile(  # "its deputy chairman, ", "said FBI spokesman, ", "ABF Inspector, "
    r"(?:^|[,;:“”\"—] ?|\band |\bbut |\b(?:said|says|added|told|[a-z]{3,12}ed) )"
    rf"({_OWNED}|{_CAPITALS}[a-z][^,;“”]{{3,90}}), $"
)
_LEAD_IN_CAPITALS = re.compile(rf"(?:^|\b(?:said|says|added) )({_CAPITALS}[A-Z][a-z]{{2,20}}), $")


def _unlisted(sentence: Sentence, end: int, apposition: str) -> str:
    """An organisation that no list holds: "warned Teresa Luna of the Border Witness Project"; a place is
    none."""
    beside = _ORGANISATION.match(sentence.text, end + 1) or _ORGANISATION.search(apposition)
    places = re.compile(r"(?:County|City|Island|Islands|Valley|Beach|Springs)$")
    if not beside or places.search(beside[1]) or beside[1] in word_set("us_states"):
        return ""
    return (
        ""
        if any(found.kind in ("nation", "adjective") and found.text == beside[1] for found in scan(beside[1]))
        else beside[1]
    )


_TOGETHER = re.compile(r"(?:together|along|alongside|as well as|accompanied|and|joined)\b")
_COPULA = re.compile(
    r",?\s(?:is|was|serves as|served as|works as|became) (?:the |a |an )?([^,.;:“”\"()]{3,90})"
)


def is_what(sentence: Sentence, end: int, rows: list[AgencyRow], organisation: str) -> tuple[str, str]:
    """Title and organisation that a sentence says of its subject: "Jo Sample is the sheriff of Pima County"."""
    after = _COPULA.match(sentence.text, end, end + 150)
    if after is None or not FUNCTION_WORD.search(after[1].split(" of ")[0]):
        return "", organisation
    title, body = _split_title(after[1], sentence, after.start(1), rows)
    return title.split(" of ")[0], organisation or body


def _before_speech(apposition: str) -> str:
    """The parts of an apposition up to the verb: "head of the SSPC" of "head of the SSPC, reported on
    Monday"."""
    parts = apposition.split(",")
    for number, part in enumerate(parts[1:], 1):
        words = part.lower().split()
        named = (
            part.strip()[:1].isupper()
            or FUNCTION_WORD.search(part)
            or words[:1]
            and words[0] in ("of", "for", "in", "at", "and")
        )
        if not words or not named or words[0] in speech_words() | {"who", "which", "has", "have", "also"}:
            return ",".join(parts[:number])
    return apposition


def _split_title(text: str, sentence: Sentence, start: int, rows: list[AgencyRow]) -> tuple[str, str]:
    """Parts a function such as "Houston Field Office Director for Enforcement and Removal Operations" into
    title and organisation."""
    inside = [row for row in rows if start <= row.start - sentence.start < start + len(text)]
    here = [
        row for row in inside if row.linked_by != "pronoun" or " " in row.mention
    ]  # "for the agency", but not "its"
    bodies = [row for row in here if row.linked_by != "official"]
    chosen = bodies[-1] if bodies else here[0] if here else None
    title = text
    for row in sorted(here, key=lambda row: -row.start):
        if row.linked_by == "official":
            continue
        a, b = row.start - sentence.start - start, row.end - sentence.start - start
        title = title[:a].rstrip() + " " + re.sub(r"^(?:\s*\([^)]*\))?(?:['’]s?)?", "", title[b:])
    adjectives = [found for found in scan(text, False) if found.kind in ("adjective", "nation")]
    if chosen is not None and chosen.linked_by == "official" and adjectives and adjectives[0].start == 0:
        title = text[adjectives[0].end :]
    title = re.sub(r"\s+", " ", title).strip(" ,")
    title = title if title.split()[-1:] and title.split()[-1] in title_words() else title.strip(" ,.")
    title = re.sub(r" (?:of|for|at|with|from)(?: the| its)?(?= (?:of|for|in|at|on)\b)", "", title)
    title = re.sub(r"(?: (?:of|for|at|with|from|in|and|the|on|by))+$", "", title)
    title = re.sub(
        r"^(?:the|a|an|its|who is|and|of|for|at|'s|’s)\s+(?=\w)", "", title, flags=re.IGNORECASE
    ).strip(" ,")
    owner = _OWNER.match(title)
    if owner and FUNCTION_WORD.search(owner[2]):
        return owner[2], chosen.agency if chosen else owner[1]
    return title, chosen.agency if chosen else ""


_OWNER = re.compile(r"([A-ZÀ-Þ][^,;“”]{1,60}?)['’]s? (.{3,80})$")  # "Labour Party's spokesman"
