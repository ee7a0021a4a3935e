"""Bodies that are only described: "Mexican and U.S. authorities", "police in northern Cyprus"."""

import re
from collections.abc import Iterator

from helpers.names.classes import (
    AND,
    AT,
    BODIES,
    BY,
    CAPITALISED,
    COMMA,
    COUNTRY,
    COUNTRY_OR_NATIONAL,
    FINITE,
    FROM,
    GENERIC,
    HEAD,
    IN,
    LEVEL,
    LEVELS,
    LISTED,
    MEMBER,
    NATIONAL,
    NOUN,
    NUMBER,
    OF,
    OTHER,
    OWNER,
    PAIR,
    QUANTIFIER,
    SECTOR,
    SERVICE,
    SIDES,
    THE,
    WEAK,
    WORLDWIDE,
    any_of,
)
from helpers.names.lists import Word
from helpers.names.pieces import Piece
from helpers.texts import word_set

__all__ = ["descriptions"]

LONGEST_DESCRIPTION = 24  # words

_PLACE = any_of(COUNTRY, COUNTRY_OR_NATIONAL)
_NAMED_PLACE = any_of(COUNTRY, COUNTRY_OR_NATIONAL, CAPITALISED)
_AND_MORE = rf"(?:{COMMA}?{AND}?{THE}?{_PLACE}){{0,3}}"
_FROM_WHERE = rf"{FROM}(?:{THE}?{_NAMED_PLACE}{{1,3}}(?:{OWNER}(?![{HEAD}{GENERIC}{SECTOR}]))?){_AND_MORE}(?!{OWNER})"  # "from Mexico"
_OF_WHERE = rf"{OF}{THE}?{_PLACE}(?:{COMMA}?{AND}{THE}?{_PLACE}){{0,2}}"
_IN_COUNTRY = rf"{IN}{THE}?{any_of(LEVEL, CAPITALISED)}?{_PLACE}{_AND_MORE}"  # "in northern Cyprus"
_IN_REGION = rf"{IN}{THE}?{any_of(LEVEL, CAPITALISED)}{{1,3}}{OF}{CAPITALISED}{{1,2}}"
_LAST_TOWN = rf"(?:{COMMA}?{AND}{THE}?{CAPITALISED}{{1,2}}(?![{HEAD}{GENERIC}{BODIES}{MEMBER}{WEAK}{LISTED}{CAPITALISED}]))?"
_IN_TOWNS = (
    rf"{IN}{CAPITALISED}{{1,3}}(?:{COMMA}{CAPITALISED}{{1,2}}){{0,3}}{_LAST_TOWN}"
    rf"(?![{HEAD}{GENERIC}{BODIES}{MEMBER}{WEAK}{LISTED}{OF}])"
)
_IN_SO_MANY = (  # "of 62 countries", "in 18 African countries and the United Kingdom"
    rf"{any_of(IN, OF, FROM)}(?:{any_of(QUANTIFIER, PAIR)}|[{NUMBER}{QUANTIFIER}]{any_of(LEVEL, NATIONAL, COUNTRY_OR_NATIONAL)}?)"
    rf"{SIDES}(?:{COMMA}?{AND}(?:{SIDES}|{THE}?{_PLACE}))?"
)
_OF_TOWN = (  # "the prosecutor's office of Sonora", "the police departments of Phoenix, Mesa and Glendale"
    rf"(?<={HEAD}){OF}{CAPITALISED}{{1,3}}(?:(?:{COMMA}{CAPITALISED}{{1,2}}){{0,6}}{COMMA}?{AND}{CAPITALISED}{{1,2}}"
    rf"(?![{HEAD}{GENERIC}{BODIES}{MEMBER}{WEAK}{LISTED}{CAPITALISED}]))?"
)
_AT_LEVELS = rf"{AT}{LEVEL}(?:{COMMA}?{AND}?{LEVEL}){{0,4}}{LEVELS}"  # "at local and state levels"
_WHERE = "|".join(
    [_FROM_WHERE, _OF_WHERE, _IN_COUNTRY, _IN_REGION, _IN_TOWNS, _IN_SO_MANY, WORLDWIDE, _AT_LEVELS, _OF_TOWN]
)
_WHERE = f"(?:{_WHERE})"

_COUNTRYS = rf"(?:{any_of(COUNTRY, COUNTRY_OR_NATIONAL, CAPITALISED)}{OWNER}(?={any_of(NATIONAL, LEVEL, SECTOR)}{{0,2}}{any_of(HEAD, GENERIC, SERVICE)}))?"
_MODIFIER = (
    rf"(?:{any_of(NATIONAL, COUNTRY_OR_NATIONAL, LEVEL, SECTOR, QUANTIFIER, PAIR)}"
    rf"|{COUNTRY}(?={any_of(HEAD, SERVICE)})|{CAPITALISED}{{1,3}}(?={any_of(HEAD, MEMBER, GENERIC, BODIES, LEVEL, SERVICE)}|{SECTOR}{{1,2}}{any_of(HEAD, GENERIC, WEAK)}))"
)
_MODIFIERS = (
    rf"(?:{_MODIFIER}(?:{COMMA}?{AND}?(?={any_of(NATIONAL, COUNTRY_OR_NATIONAL, LEVEL, SECTOR)}))?){{1,8}}"
)
_ENDS = any_of(HEAD, GENERIC, BODIES, MEMBER, WEAK, SERVICE)
_MODIFIED = rf"{_COUNTRYS}{_MODIFIERS}{any_of(SECTOR, LEVEL, HEAD, GENERIC, SERVICE)}{{0,3}}{_ENDS}"
_OWNED = rf"{_PLACE}{OWNER}{any_of(HEAD, GENERIC, SERVICE)}"
_PLAIN = rf"{any_of(HEAD, GENERIC, SECTOR, SERVICE)}{{1,2}}{any_of(HEAD, GENERIC, BODIES, MEMBER)}|{HEAD}"
_UNKNOWN = rf"{NOUN}{{1,2}}{BODIES}"  # "parole boards"
_SHARED = (  # "Springfield and Joplin police departments", "the COMET and ODET drug task forces"
    rf"{CAPITALISED}{{1,3}}(?:{COMMA}{CAPITALISED}{{1,3}}){{0,5}}{COMMA}?{AND}{CAPITALISED}{{1,3}}"
    rf"{any_of(LEVEL, SECTOR, NOUN)}{{0,2}}{any_of(HEAD, GENERIC, BODIES)}"
)
_SECOND_HEAD = (  # "police and customs" is one body of words, "state police and federal agents" two
    rf"(?:{AND}(?:{any_of(HEAD, GENERIC, BODIES)}|(?<={any_of(SECTOR, SERVICE)}{MEMBER}{AND}){any_of(SECTOR, SERVICE)}{MEMBER})"
    rf"(?!{any_of(HEAD, GENERIC, BODIES, MEMBER, WEAK)}))?"
)
_WITH_ARTICLE = rf"{THE}{any_of(GENERIC, BODIES)}(?=[{OTHER}{NOUN}{FINITE}{IN}{COMMA}{AND}]|$)"
_SEVERAL = ("agencies", "authorities")  # bodies whatever stands before them
_DESCRIPTION = re.compile(
    rf"(?:{_MODIFIED}|{_OWNED}|{_PLAIN}|{_UNKNOWN}){_SECOND_HEAD}{_WHERE}?"
    rf"|{THE}?{any_of(GENERIC, BODIES)}{_WHERE}|{PAIR}{SIDES}|{any_of(QUANTIFIER, NUMBER)}{any_of(GENERIC, BODIES)}"
    rf"|{_WITH_ARTICLE}|{SERVICE}(?:{any_of(IN, AT)}{CAPITALISED}{{1,2}})?(?={FINITE}|{COMMA}?{AND}{THE}?{any_of(HEAD, LISTED)})"
)
_SHARED_HEAD = re.compile(_SHARED)
_TOWN = re.compile(rf"{LEVEL}{OF}{CAPITALISED}{{1,3}}({FINITE}?)")


def descriptions(
    words: tuple[Word, ...], pieces: list[Piece], *, title_case: bool
) -> Iterator[tuple[int, int]]:
    """First and last word of descriptions."""
    letters = "".join(p.letter for p in pieces)
    for match in _SHARED_HEAD.finditer(letters):
        first, last = match.start(), match.end() - 1
        plural = words[pieces[last].end - 1].key in word_set("plural_bodies")
        if plural and not title_case and not letters[:first].endswith((LISTED, OTHER + COMMA)):
            yield pieces[first].start, pieces[last].end
    for match in _DESCRIPTION.finditer(letters):
        first, last = match.start(), match.end() - 1
        while first < last and _is_loose(letters[first], title_case=title_case):
            first += 1
        if first < last and _counts_other(words, pieces[first : last + 1]):
            first += 1
        last = _last_of_body(words, pieces, first, last)
        first -= first > 0 and _is_counted(words, pieces, first, last)
        if first < last and letters[first] == NUMBER and _is_label(words, pieces, first):
            first += 1
        body = letters[first : last + 1]
        if _are_two(words, pieces[first : last + 1]):
            yield pieces[last].start, pieces[last].end
            last -= 2
            body = letters[first : last + 1]
        single = len(body) == 2 and pieces[last].end - pieces[last].start == 1
        several = _SEVERAL if single else word_set("plural_bodies")
        if body[0] == NUMBER and words[pieces[last].end - 1].key not in several:
            continue  # "four governments", "four courts", which may be for tennis
        if _is_no_body(body, letters, first, last) or _is_unnamed(body, letters, last, words, pieces):
            continue
        if body[0] == THE and words[pieces[last].start].key != "agencies":  # "the agencies" stands as it is
            first += 1
        if pieces[last].end - pieces[first].start <= LONGEST_DESCRIPTION:
            yield pieces[first].start, pieces[last].end
    yield from _towns(letters, words, pieces)


def _are_two(words: tuple[Word, ...], pieces: list[Piece]) -> bool:
    """Whether two forces are named: "Ecuador's navy and police"; "police and prosecutors" is one body of words."""
    if len(pieces) < 3 or pieces[-2].letter != AND:
        return False
    return all(_phrase(words, piece) in word_set("forces") for piece in (pieces[-3], pieces[-1]))


def _last_of_body(words: tuple[Word, ...], pieces: list[Piece], first: int, last: int) -> int:
    """Last piece of the body itself, without its crews or people: "navy crews", "McAllen Station agents"."""
    if pieces[last].letter == MEMBER and words[pieces[last].start - 1].text in ("Station", "Sector"):
        return last - 1
    for place in range(first, last):
        if _phrase(words, pieces[place]) in word_set("juries"):
            return place  # "a federal grand jury in Tucson"
    part = first < last and _phrase(words, pieces[last]) in word_set("body_parts")
    return last - 1 if part and _phrase(words, pieces[last - 1]) in word_set("singular") else last


def _is_counted(words: tuple[Word, ...], pieces: list[Piece], first: int, last: int) -> bool:
    """Whether a number before several bodies belongs to them: "ten police departments"."""
    several = words[pieces[last].end - 1].key in word_set("plural_bodies")
    counts = pieces[first - 1].letter == NUMBER and not _is_label(words, pieces, first - 1)
    return several and counts and words[pieces[first].start].text.islower()


def _is_label(words: tuple[Word, ...], pieces: list[Piece], place: int) -> bool:
    """Whether a number counts nothing: a year, "October 12", "Section 12"."""
    number = words[pieces[place].start].text
    labelled = (
        place > 1 and words[pieces[place - 1].start].text.istitle()
    )  # "The 12 agencies" begins a sentence
    return number.isdigit() and (len(number) > 3 or labelled)


def _is_loose(letter: str, *, title_case: bool) -> bool:
    """Whether the first piece of a description belongs to what stands before it: a comma, or in a headline
    any capitalised word ("Arrest Local Police")."""
    return letter in (COMMA, AND) or title_case and letter == CAPITALISED


def _counts_other(words: tuple[Word, ...], pieces: list[Piece]) -> bool:
    """Whether a description begins with a number that is no part of it: "three grand jury indictments", "two Nogales
    police officers"; "two departments" is one."""
    number, last = words[pieces[0].start].key, words[pieces[-1].end - 1].key
    if number not in word_set("numbers") | {"two", "three"} and not number.isdigit():
        return False
    return pieces[1].letter == CAPITALISED or pieces[-1].letter in (HEAD, GENERIC) and not last.endswith("s")


def _is_no_body(body: str, letters: str, first: int, last: int) -> bool:
    """Whether a description is part of the name before it ("ERO Nashville officers"), or only people
    ("several officers")."""
    if letters[:first].endswith(LISTED) and body[0] == CAPITALISED:
        return True
    return body[-1] in (MEMBER, WEAK) and not _SAYS_WHOSE.search(body[:-1])


_SAYS_WHOSE = re.compile(
    any_of(NATIONAL, COUNTRY_OR_NATIONAL, LEVEL, SECTOR, CAPITALISED, HEAD, GENERIC, SERVICE)
)


def _is_unnamed(body: str, letters: str, last: int, words: tuple[Word, ...], pieces: list[Piece]) -> bool:
    """Whether "the court" or "the departments" stands where it need not be a body."""
    bare = body in (THE + GENERIC, THE + BODIES) and letters[last + 1 : last + 2] in (IN, COMMA, "")
    return bare and _phrase(words, pieces[last]) not in word_set("singular")


def _towns(letters: str, words: tuple[Word, ...], pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """ "the city of Rosenheim", only where it acts: mostly it is a place."""
    for match in _TOWN.finditer(letters):
        acts = match[1] or letters[max(0, match.start() - 2) : match.start()].startswith(BY)
        if acts and words[pieces[match.start()].start].key in word_set("towns"):
            yield pieces[match.start()].start, pieces[match.end() - 1 - len(match[1])].end


def _phrase(words: tuple[Word, ...], piece: Piece) -> str:
    return " ".join(word.key for word in words[piece.start : piece.end]).replace(" 's", "'s")
