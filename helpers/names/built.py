"""Names that no list holds but that are built like an organisation's: "Harris County Sheriff's Office", "Ministry of
Public Security"."""

import re
from collections.abc import Iterator

from helpers.names.classes import (
    AND,
    AT,
    CAPITALISED,
    COMMA,
    COMPLETE,
    COUNTRY,
    FOR,
    IN,
    LISTED,
    NAME_HEAD,
    OF,
    OTHER,
    OWNER,
    THE,
    WHOLE,
    WORD,
    any_of,
)
from helpers.names.lists import Word
from helpers.names.pieces import Piece
from helpers.texts import verbs_of, word_set

__all__ = ["BRANCHES", "built_names", "headline_names"]

LONGEST_PATTERN = 14  # words of a name that no list holds

_OF_PLACE = (
    rf"(?:{any_of(OF, FOR)}{THE}?{any_of(WORD, WHOLE)}{{1,5}}(?:{OF}?{WORD}{{1,3}})?(?:{AND}{WHOLE}?{WORD}{{1,2}})?"
    rf"|{FOR}{NAME_HEAD}{AND}{WORD})?"  # "for Food and Drug Administration and Control"
)
_HEAD_LAST = rf"{WORD}{{1,5}}(?:{OWNER}{WORD}{{0,2}})?(?:{AND}{any_of(WORD, WHOLE)}{{1,2}})?{any_of(NAME_HEAD, WHOLE)}{{1,3}}{COMPLETE}?"
_HEAD_FIRST = (
    rf"{NAME_HEAD}{{1,2}}(?:{any_of(OF, FOR)}{THE}?{WORD}|{OF}{WHOLE}){WORD}{{0,3}}"
    rf"(?:(?:{COMMA}{WORD}{{1,3}}){{0,2}}{COMMA}?{AND}{WHOLE}?{WORD}{{1,3}})?(?:{OF}{THE}?{WORD}{{1,3}})?"
    rf"|{WHOLE}{NAME_HEAD}{OF}{THE}?{WORD}{{1,3}}"  # "Customs Administration of Serbia"
)
_HEAD_IN_HEAD = rf"{WORD}{{0,4}}{WHOLE}{WORD}{{1,2}}{NAME_HEAD}{_OF_PLACE}"  # "Police Complaints Authority"
_SEVERAL = rf"{WORD}{{0,4}}{COMPLETE}{any_of(COMPLETE, WHOLE)}{{0,2}}{_OF_PLACE}"  # "School District Police"
_JOINT = (  # "Police and Border Guard Board"
    rf"{WORD}{{0,3}}{WHOLE}{AND}{any_of(WHOLE, NAME_HEAD)}{NAME_HEAD}"
)
_NAME = re.compile(
    rf"{_JOINT}|{_HEAD_IN_HEAD}|{_HEAD_LAST}{_OF_PLACE}|{_SEVERAL}|{_HEAD_FIRST}|{NAME_HEAD}{OF}{NAME_HEAD}"
)
_APPOSED = re.compile(rf"{OTHER}{WORD}{{1,4}}")
_TOPICS = re.compile(
    rf"(?<={THE})({WORD}{{1,3}}(?:{COMMA}{WORD}{{1,3}}){{1,3}}{COMMA}?{AND}{WORD}{{1,3}}){NAME_HEAD}"
)  # "Organized Crime, Narcotics and Money Laundering Section"
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_FORCE_OF = re.compile(rf"(?<!{WORD}){WHOLE}{OF}{THE}?{WORD}{{1,3}}")  # "Police of Puerto Rico"
_SEAT = re.compile(
    rf"{any_of(IN, AT)}{THE}?{WORD}{{1,3}}"
)  # "High Court in Glasgow": the place is part of the name, since there are many


def built_names(words: tuple[Word, ...], pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """First and last word of capitalised names that are built like an organisation's."""
    letters = "".join(p.name for p in pieces)
    yield from _lists_and_forces(words, pieces, letters)
    yield from _national(words, pieces)
    at = 0
    while match := _NAME.search(letters, at):
        kept = at = _end_of_series(match, words, pieces)
        first, last = pieces[match.start()].start, pieces[kept - 1].end
        last = _with_tail(words, pieces, match, first, last)
        owned = [
            n + 1
            for n in range(first + 1, last - 1)
            if words[n].key == "'s" and _is_body(words, pieces, first, n)
        ]
        first = _with_front(words, pieces, letters, max(owned, default=first), last)
        dashed = first > 1 and words[first - 1].text == "-" and words[first - 1].start == words[first - 2].end
        if dashed or last - first > LONGEST_PATTERN or _is_venue(words, last):  # "the DEA-Milwaukee Office"
            continue
        if not _is_branch(words, pieces, first, last):
            yield first, last
    for match in _APPOSED.finditer(letters):  # "the police union GdP"
        if words[pieces[match.start()].end - 1].key in word_set("naming_nouns"):
            yield pieces[match.start() + 1].start, pieces[match.end() - 1].end


_SECOND = re.compile(rf"{AND}{any_of(WORD, WHOLE)}{{1,3}}$")


def _end_of_series(match: re.Match[str], words: tuple[Word, ...], pieces: list[Piece]) -> int:
    """Number of the piece behind a name, without an "and" that goes on to something else: "the Police of Puerto Rico and
    Cuba", but "Board of Probation and Parole", "Center for Missing and Exploited Children"."""
    series, end = _SECOND.search(match[0]), pieces[match.end() - 1]
    if series is None or FOR in match[0] and end.letter in (CAPITALISED, COUNTRY):
        return match.end()
    about = words[end.start].key in word_set("subjects") | word_set("more_subjects")
    if about:
        return match.end()
    at = match.start() + series.start()
    comma = match.string.find(COMMA, match.start(), at)
    return comma if comma > 0 else at  # "the Ministry of Trade, Acme, and Ann Roe"


def _with_tail(
    words: tuple[Word, ...], pieces: list[Piece], match: re.Match[str], first: int, last: int
) -> int:
    """End of a name with its seat, its number and what it is about."""
    letters, behind = match.string, match.end()
    topics = _MORE_TOPICS.match(letters, behind) if {OF, FOR} & set(match[0]) else None
    if topics and words[pieces[topics.end() - 1].end - 1].key in word_set("subjects"):
        last = pieces[topics.end() - 1].end  # "Directorate for Children, Adolescents and the Family"
    seat = _SEAT.match(letters, behind)
    name = {word.text for word in words[first:last]}
    if (
        seat
        and (
            words[last - 1].text in word_set("seated")
            or name & word_set("missions")  # "Embassy of Nepal in Abu Dhabi"
            or "Prosecut" in " ".join(word.text for word in words[first:last])
        )
    ):
        last = pieces[seat.end() - 1].end
    seated = {word.text for word in words[first:last]} & word_set("seated")
    if (
        seated
        and [word.text for word in words[last : last + 2]] == ["No", "."]
        and words[last + 2 : last + 3]
    ):
        last += 3  # "Court of Instruction No. 4 of Murcia"
        place = next((n for n, piece in enumerate(pieces) if piece.start == last), len(pieces))
        of = _OF_TOWN.match(letters, place)
        last = pieces[of.end() - 1].end if of else last
    last = _with_topic(words, pieces, letters, last)
    if [word.text for word in words[last : last + 3 : 2]] == ["and", "("] and _abbreviates(words, last):
        last += 2  # "Central Board of Indirect Taxes and Customs (CBIC)"
    return last


_MORE_TOPICS = re.compile(rf"(?:{COMMA}{WORD}{{1,3}}){{1,3}}{COMMA}?{AND}{THE}?{WORD}{{1,3}}")
_OF_TOWN = re.compile(rf"{OF}{WORD}{{1,4}}")
_FIRST_TOPIC = re.compile(rf"(?:^|{any_of(THE, OWNER)})({WORD}{{1,3}}){AND}$")


def _with_front(words: tuple[Word, ...], pieces: list[Piece], letters: str, first: int, last: int) -> int:
    """Beginning of a name with what stands before it and belongs to it: the first of two things that it is about ("Violent
    Crime and Gang Task Force"), "Gulf of", "10th"."""
    at = next(n for n, piece in enumerate(pieces) if piece.start == first)
    near = max(0, at - 6)  # more than a topic of three words and "and"
    topic = _FIRST_TOPIC.search(letters[near:at])
    named = pieces[near + topic.start(1) : near + topic.end(1)] if topic else []
    about = {word.key for piece in named for word in words[piece.start : piece.end]} & word_set("subjects")
    if about and not any(piece.of("agency", "abbreviation", "nation") for piece in named):
        first = named[0].start
    if first > 1 and words[first - 1].key == "'s" and words[first - 2].text in word_set("office_holders"):
        first -= 2  # "Kern County Sheriff's Narcotics Unit"
        at -= 2
        while at and pieces[at - 1].name == WORD:
            at, first = at - 1, pieces[at - 1].start
    if first > 1 and words[first - 1].text == "of" and words[first - 2].text in word_set("name_openers"):
        first -= 2  # "House of Commons Public Accounts Committee"
    if [word.text for word in words[max(0, first - 3) : first]] == ["Office", "of", "the"]:
        first -= 3  # "Office of the Ombudsman of Nova Scotia"
    name = {word.text for word in words[first + 1 : last]}
    numbered = words[first].text in word_set("numbered") or name & (word_set("seated") | {"District"})
    if first and numbered and _ORDINAL.fullmatch(words[first - 1].text):
        first -= 1  # "10th Judicial District Drug Task Force"
    return first


def _lists_and_forces(
    words: tuple[Word, ...], pieces: list[Piece], letters: str
) -> Iterator[tuple[int, int]]:
    """First and last word of names with a list of what a body is for, and of "Police of Puerto Rico"; the people in
    "Troopers of the State Patrol" are none."""
    for match in _TOPICS.finditer(letters):
        ends = (match.start() + part.end() - 1 for part in re.finditer(f"{WORD}+", match[1]))
        if all(words[pieces[at].end - 1].key in word_set("subjects") for at in ends):
            yield pieces[match.start()].start, pieces[match.end() - 1].end
    for match in _FORCE_OF.finditer(letters):
        if words[pieces[match.start()].start].text not in word_set("people_of_names"):
            yield pieces[match.start()].start, pieces[match.end() - 1].end


def _national(words: tuple[Word, ...], pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """First and last word of "Parks Canada", "Immigration New Zealand": what it is about, and the country."""
    for place, piece in enumerate(pieces):
        first = place
        while (
            first
            and words[pieces[first - 1].start].key in word_set("subjects")
            and pieces[first - 1].name == WORD
        ):
            first -= 1
        country = " ".join(word.text for word in words[piece.start : piece.end])
        topic = first and words[pieces[first].start - 1].text in ("In", "On")  # "On Education Scotland lags"
        if first < place and not topic and country in word_set("named_behind"):
            yield pieces[first].start, piece.end


_TOPIC = re.compile(
    rf"{THE}?{WORD}{{1,4}}(?:{any_of(OF, FOR)}{THE}?{WORD}{{1,3}})?(?:(?:{COMMA}{WORD}{{1,3}}){{1,3}}{COMMA}?(?={AND}))?(?:{AND}{WORD}{{1,3}})?"
)


def _with_topic(words: tuple[Word, ...], pieces: list[Piece], letters: str, last: int) -> int:
    """End of a name with what the body is about: "Commission on Human Rights", "Commission Against Corruption"; not
    "Office on Elm Street", "Field Office on X", "on Aug. 12"."""
    topical = last < len(words) and words[last - 1].text in word_set("topical_heads")
    if not topical or words[last].key not in ("on", "against", "into"):
        return last
    if last + 1 < len(words) and words[last + 1].text in word_set("no_topics"):
        return last
    at = next((place for place, piece in enumerate(pieces) if piece.start == last), len(pieces))
    topic = _TOPIC.match(letters, at + 1)
    end = pieces[topic.end() - 1].end if topic else last
    return last if words[end - 1].text in word_set("place_heads") else end


def _is_venue(words: tuple[Word, ...], last: int) -> bool:
    """Whether a shop or a building has an office's name: "Port of Entry Café", "Pine Ridge Branch Library"."""
    after = words[last].text if last < len(words) else ""
    if words[last - 1].text == "Entry":
        return after[:1].isupper()
    return after in word_set("venues") or words[last - 1].text in word_set("venues")


BRANCHES = ("Office", "Division", "Agency")  # behind the name of a body and a place they are that body
_BRANCH = ("Field Office", "Field Division", "Resident Agency", "Resident Office")


def _is_branch(words: tuple[Word, ...], pieces: list[Piece], first: int, last: int) -> bool:
    """Whether a field office is only part of a title, or of the body named right before it: "the FBI's Tampa Field
    Office", "ERO Boston acting Field Office Director"."""
    name = " ".join(word.text for word in words[first:last])
    place = name.endswith(" Division") and not any(
        piece.entries or words[piece.start].key in word_set("subjects")
        for piece in pieces
        if first <= piece.start < last - 1
    )  # "the DEA's St. Louis Division", but not its "Special Operations Division"
    if not name.endswith(_BRANCH) and not place:
        return False
    owned = first and words[first - 1].key == "'s"
    listed = any(piece.letter == LISTED and first - 1 <= piece.start < last for piece in pieces)
    titled = not place and last < len(words) and words[last].text[:1].isupper()
    return bool(name in _BRANCH or owned or listed or titled)


def _abbreviates(words: tuple[Word, ...], last: int) -> bool:
    """Whether an abbreviation in brackets ends with the first letter of the word before them."""
    short = words[last + 3].text if last + 3 < len(words) else ""
    return short.isupper() and words[last + 1].text[0] == short[-1]


def _is_body(words: tuple[Word, ...], pieces: list[Piece], first: int, last: int) -> bool:
    """Whether the words before "'s" are a body, and the name after it that of its unit: "Europol's Crime
    Centre"."""
    listed = any(piece.letter == LISTED and piece.end == last and piece.start >= first for piece in pieces)
    return listed or words[last - 1].text in word_set("owning_heads")


_HEADLINE_NAME = re.compile(rf"{WORD}{{1,3}}{any_of(WHOLE, NAME_HEAD)}")


def headline_names(words: tuple[Word, ...], pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """First and last word of a name that begins a headline and stands before its verb: "Miami Police Charge
    Banker"."""
    letters = "".join(p.name for p in pieces)
    if _NAME.fullmatch(letters) and len(words) <= LONGEST_PATTERN:  # a letterhead is a name and nothing else
        yield 0, len(words)
        return
    match = _HEADLINE_NAME.match(letters)
    if not match:
        return
    last = pieces[match.end() - 1].end
    verb = words[last].key if last < len(words) else ""
    plain = all(
        p.letter == CAPITALISED and words[p.start].key not in verbs_of() for p in pieces[: match.end() - 1]
    )
    if plain and verb in verbs_of():
        yield 0, last
