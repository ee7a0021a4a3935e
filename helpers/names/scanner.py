"""Finds what may be an agency in a sentence: by name, by description or by the shape of a name. No model, no
context.

Three sources are read in one pass over the words: the gazetteer (`agencies.csv`, with `nations.csv`),
descriptions such as "Mexican and U.S. authorities" or "police in northern Cyprus" (words and classes in
`agency_descriptions.csv`), and capitalised names that no list holds but that end or begin like an
organisation's ("Harris County Sheriff's Office", "Ministry of Public Security"; `organisation_heads.csv`).
Every word becomes one sign, its class (`helpers.names.classes`), and the patterns are regular expressions over
these signs, so that time is linear in the number of words. What it does not do: choose between countries, or resolve "the agency"
(`helpers.agencies.mentions`).

>>> [found.text for found in scan("The FBI and local police departments raided it.")]
['FBI', 'local police departments']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from helpers.names.classes import (
    AND,
    AT,
    BODIES,
    BY,
    CAPITALISED,
    COMMA,
    COMPLETE,
    COUNTRY,
    COUNTRY_OR_NATIONAL,
    FINITE,
    FOR,
    FROM,
    GENERIC,
    HEAD,
    IN,
    LEVEL,
    LEVELS,
    LISTED,
    MEMBER,
    NAME_HEAD,
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
    WHOLE,
    WORD,
    WORLDWIDE,
    any_of,
)
from helpers.names.lists import Entry, Word, gazetteer, words_of
from helpers.names.pieces import Piece, pieces_of
from helpers.texts import verbs_of, word_set

__all__ = ["Found", "Word", "gazetteer", "scan", "words_of"]

LONGEST_PATTERN = 14  # words of a name that no list holds
LONGEST_DESCRIPTION = 24  # words


@dataclass(frozen=True)
class Found:
    """A candidate.

    Attributes:
        start, end: Offsets into the sentence; a bracketed abbreviation after the name is outside.
        text: The words.
        kind: `name`, `abbreviation`, `description`, `pattern` (an organisation that no list holds), `nation`,
            `adjective`, or `official` (a title that stands for a body: "Home Secretary").
        rows: Numbers of the rows of `agencies.csv` (name, abbreviation), `nations.csv` (nation, adjective) or
            `titles.csv` that fit.
        bracket: Offsets of the abbreviation in brackets that follows, or None.
    """

    start: int
    end: int
    text: str
    kind: str
    rows: tuple[int, ...] = ()
    bracket: tuple[int, int] | None = None


# ---- descriptions

_PLACE = any_of(COUNTRY, COUNTRY_OR_NATIONAL)
_NAMED_PLACE = any_of(COUNTRY, COUNTRY_OR_NATIONAL, CAPITALISED)
_AND_MORE = rf"(?:{COMMA}?{AND}?{THE}?{_PLACE}){{0,3}}"
_FROM_WHERE = rf"{FROM}(?:{THE}?{_NAMED_PLACE}{{1,3}}{OWNER}?){_AND_MORE}"  # "from Mexico"
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
_AT_LEVELS = rf"{AT}{LEVEL}(?:{COMMA}?{AND}?{LEVEL}){{0,4}}{LEVELS}"  # "at local and state levels"
_WHERE = "|".join(
    [_FROM_WHERE, _OF_WHERE, _IN_COUNTRY, _IN_REGION, _IN_TOWNS, _IN_SO_MANY, WORLDWIDE, _AT_LEVELS]
)
_WHERE = f"(?:{_WHERE})"

_NATIONALITY = any_of(NATIONAL, COUNTRY_OR_NATIONAL)
_COUNTRYS = rf"(?:{any_of(COUNTRY, COUNTRY_OR_NATIONAL, CAPITALISED)}{OWNER}(?={any_of(NATIONAL, LEVEL, SECTOR)}{{0,2}}{any_of(HEAD, GENERIC, SERVICE)}))?"
_MODIFIER = (
    rf"(?:{any_of(NATIONAL, COUNTRY_OR_NATIONAL, LEVEL, SECTOR, QUANTIFIER, PAIR)}"
    rf"|{COUNTRY}(?={any_of(HEAD, SERVICE)})|{CAPITALISED}{{1,3}}(?={any_of(HEAD, MEMBER, GENERIC, BODIES, LEVEL, SERVICE)}))"
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
_DESCRIPTION = re.compile(
    rf"(?:{_MODIFIED}|{_OWNED}|{_PLAIN}|{_UNKNOWN}){_SECOND_HEAD}{_WHERE}?"
    rf"|{THE}?{any_of(GENERIC, BODIES)}{_WHERE}|{PAIR}{SIDES}|{QUANTIFIER}{any_of(GENERIC, BODIES)}"
    rf"|{_WITH_ARTICLE}|{SERVICE}(?={FINITE})"
)
_SHARED_HEAD = re.compile(_SHARED)
_TOWN = re.compile(rf"{LEVEL}{OF}{CAPITALISED}{{1,3}}({FINITE}?)")

# ---- names that no list holds

_OF_PLACE = (
    rf"(?:{any_of(OF, FOR)}{THE}?{any_of(WORD, WHOLE)}{{1,4}}(?:{OF}?{WORD}{{1,3}})?(?:{AND}{WORD})?)?"
)
_HEAD_LAST = (
    rf"{WORD}{{1,5}}(?:{OWNER}{WORD}{{0,2}})?(?:{AND}{WORD}{{1,2}})?{any_of(NAME_HEAD, WHOLE)}{{1,3}}"
)
_HEAD_FIRST = (
    rf"{NAME_HEAD}{{1,2}}{any_of(OF, FOR)}{THE}?{WORD}{{1,4}}(?:(?:{COMMA}{WORD}{{1,3}}){{0,2}}{COMMA}?{AND}{WORD}{{1,3}})?"
    rf"(?:{OF}{THE}?{WORD}{{1,3}})?"
)
_HEAD_IN_HEAD = rf"{WORD}{{0,4}}{WHOLE}{WORD}{{1,2}}{NAME_HEAD}{_OF_PLACE}"  # "Police Complaints Authority"
_NAME = re.compile(
    rf"{_HEAD_IN_HEAD}|{_HEAD_LAST}{_OF_PLACE}|{WORD}{{0,4}}{COMPLETE}{_OF_PLACE}|{_HEAD_FIRST}|{NAME_HEAD}{OF}{NAME_HEAD}"
)
_APPOSED = re.compile(rf"{OTHER}{WORD}{{1,4}}")
_SEAT = re.compile(
    rf"{any_of(IN, AT)}{THE}?{WORD}{{1,3}}"
)  # "High Court in Glasgow": the place is part of the name, since there are many


@lru_cache(maxsize=4096)
def scan(text: str, title_case: bool = False) -> tuple[Found, ...]:
    """Candidates of a sentence, in order, not overlapping.

    Args:
        text: The sentence.
        title_case: Whether every word is capitalised anyway, so that capitals tell nothing: names that no
            list holds are not looked for.
    """
    scanner = _Scanner(text, title_case)
    scanner.listed()
    scanner.built()
    scanner.described()
    scanner.others()
    return scanner.found()


class _Scanner:
    """One sentence and what its words have been taken for so far; who comes first keeps them."""

    def __init__(self, text: str, title_case: bool):
        self.text, self.title_case = text, title_case
        self.words = words_of(text)
        self.pieces = pieces_of(self.words)
        self.taken: dict[int, Found] = {}  # number of a word -> what it belongs to

    def found(self) -> tuple[Found, ...]:
        """The candidates in order, with their districts and bracketed abbreviations."""
        every = {id(one): one for _, one in sorted(self.taken.items())}.values()
        return tuple(
            _with_bracket(self.text, _with_district(self.text, _with_seat(self.text, one))) for one in every
        )

    def place(self, first: int, last: int, kind: str, entries: tuple[Entry, ...] = ()) -> None:
        """Takes words for a candidate."""
        one = _found(self.text, self.words, first, last, kind, entries)
        self.taken.update(dict.fromkeys(range(first, last), one))

    def is_free(self, first: int, last: int) -> bool:
        """Whether no word of a stretch is taken."""
        return not any(number in self.taken for number in range(first, last))

    def listed(self) -> None:
        """Names and abbreviations of the gazetteer."""
        for p in self.pieces:
            if p.letter == LISTED:
                kind = "agency" if p.of("agency") else "abbreviation"
                self.place(p.start, p.end, "name" if kind == "agency" else kind, p.of(kind))

    def built(self) -> None:
        """Names that are built like an organisation's; capitals tell nothing in a headline."""
        names = _built_names(self.words, self.pieces)
        if self.title_case:
            names = _headline_names(self.words, self.pieces)
        for first, last in names:
            start, end = self.words[first].start, self.words[last - 1].end
            inside = {id(self.taken[n]): self.taken[n] for n in range(first, last) if n in self.taken}
            if all(
                start <= f.start and f.end <= end and f.end - f.start < end - start and _extends(f)
                for f in inside.values()
            ):
                self.place(first, last, "pattern")

    def described(self) -> None:
        """Descriptions, or the short name that one explains."""
        for first, last in _descriptions(self.words, self.pieces, title_case=self.title_case):
            if not self.is_free(first, last):
                continue
            short = self.short_name_behind(last)
            if short and last not in self.taken:
                self.place(last, last + 1, "pattern")  # "the anti-drug force FELCN"
                continue
            self.short_name_before(first, last)
            if not short:
                self.place(first, last, "description")

    def short_name_behind(self, last: int) -> bool:
        """Whether an abbreviation follows a description and is the name of the body."""
        after = self.words[last].text if last < len(self.words) and not self.title_case else ""
        if self.text.isupper():  # "POLICE BLOTTER"
            return False
        return bool(re.fullmatch("[A-Z]{3,8}", after))

    def short_name_before(self, first: int, last: int) -> None:
        """Takes the name that a description between commas explains: "IBAMA, Brazil's environmental
        agency,"."""
        named = _APPOSITION.search(self.text, max(0, self.words[first].start - 40), self.words[first].start)
        end = self.words[last - 1].end
        if named and self.text[end : end + 1] == ",":
            number = next(n for n, word in enumerate(self.words) if word.start == named.start(1))
            if number not in self.taken:
                self.place(number, number + 1, "pattern")

    def others(self) -> None:
        """Countries, adjectives of countries and titles of officials."""
        for p in self.pieces:
            kind = next((kind for kind in ("nation", "adjective", "official") if p.of(kind)), "")
            if kind and self.is_free(p.start, p.end):
                self.place(p.start, p.end, kind, p.of(kind))


def _found(
    text: str, words: tuple[Word, ...], first: int, last: int, kind: str, entries: tuple[Entry, ...] = ()
) -> Found:
    start, end = words[first].start, words[last - 1].end
    return Found(start, end, text[start:end], kind, tuple(dict.fromkeys(entry.row for entry in entries)))


def _built_names(words: tuple[Word, ...], pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """First and last word of capitalised names that are built like an organisation's."""
    letters = "".join(p.name for p in pieces)
    for match in _NAME.finditer(letters):
        ends_in_series = letters[match.end() - 2 : match.end()] == AND + WORD
        whole = not ends_in_series or FOR in match[0] and pieces[match.end() - 1].letter == CAPITALISED
        first, last = pieces[match.start()].start, pieces[match.end() - 1 - (0 if whole else 2)].end
        seat = _SEAT.match(letters, match.end())
        if seat and (
            words[last - 1].text in word_set("seated")
            or "Prosecut" in " ".join(word.text for word in words[first:last])
        ):
            last = pieces[seat.end() - 1].end
        owned = [
            n + 1
            for n in range(first + 1, last - 1)
            if words[n].key == "'s" and _is_body(words, pieces, first, n)
        ]
        first = max(owned, default=first)
        if [word.text for word in words[last : last + 3 : 2]] == ["and", "("] and _abbreviates(words, last):
            last += 2  # "Central Board of Indirect Taxes and Customs (CBIC)"
        if first > 1 and (words[first - 2].text, words[first - 1].text) == ("House", "of"):
            first -= 2  # "House of Commons Public Accounts Committee"
        if last - first > LONGEST_PATTERN or _is_venue(words, last):
            continue
        if not _is_branch(words, pieces, first, last):
            yield first, last
    for match in _APPOSED.finditer(letters):  # "the police union GdP"
        if words[pieces[match.start()].end - 1].key in word_set("naming_nouns"):
            yield pieces[match.start() + 1].start, pieces[match.end() - 1].end


def _is_venue(words: tuple[Word, ...], last: int) -> bool:
    """Whether a shop has an office's name: "Port of Entry Café"."""
    after = words[last].text if last < len(words) else ""
    return words[last - 1].text == "Entry" and after[:1].isupper()


_BRANCH = ("Field Office", "Field Division")


def _is_branch(words: tuple[Word, ...], pieces: list[Piece], first: int, last: int) -> bool:
    """Whether a field office is only part of a title, or of the body named right before it: "the FBI's Tampa Field
    Office", "ERO Boston acting Field Office Director"."""
    name = " ".join(word.text for word in words[first:last])
    if not name.endswith(_BRANCH):
        return False
    owned = first and words[first - 1].key == "'s"
    listed = any(piece.letter == LISTED and first - 1 <= piece.start < last for piece in pieces)
    titled = last < len(words) and words[last].text[:1].isupper()
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


_GENERIC_NAME = re.compile(
    r"(?:the )?(?:Department|Ministry|Office|Bureau|Secretariat|Commission|Attorney|U\.S\. Attorney"
    r"|United States Attorney|National Guard|Coast Guard|Supreme|Public|Prison|Security|Federal Prosecutor"
    r"|General|Labor|Labour|Tax|Customs|Border Patrol|Investigations|Trading Standards|Metropolitan|Drug Enforcement Agency"
    r"|U\.S\. District|United States District)"
)  # names that other bodies bear too, with more words before them


def _extends(inside: Found) -> bool:
    """Whether a longer capitalised name is another body than the listed one inside it ("Arizona Attorney
    General's Office")."""
    if inside.kind == "abbreviation":
        return False
    return len(inside.rows) > 1 or bool(_GENERIC_NAME.match(inside.text))


_HEADLINE_NAME = re.compile(rf"{WORD}{{1,3}}{any_of(WHOLE, NAME_HEAD)}")


def _headline_names(words: tuple[Word, ...], pieces: list[Piece]) -> Iterator[tuple[int, int]]:
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


def _descriptions(
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
        body = letters[first : last + 1]
        if _is_no_body(body, letters, first, last) or _is_unnamed(body, letters, last, words, pieces):
            continue
        if body[0] == THE and words[pieces[last].start].key != "agencies":  # "the agencies" stands as it is
            first += 1
        if pieces[last].end - pieces[first].start <= LONGEST_DESCRIPTION:
            yield pieces[first].start, pieces[last].end
    yield from _towns(letters, words, pieces)


def _is_loose(letter: str, *, title_case: bool) -> bool:
    """Whether the first piece of a description belongs to what stands before it: a comma, or in a headline
    any capitalised word ("Arrest Local Police")."""
    return letter in (COMMA, AND) or title_case and letter == CAPITALISED


def _is_no_body(body: str, letters: str, first: int, last: int) -> bool:
    """Whether a description is part of the name before it ("ERO Nashville officers"), or only people
    ("several officers")."""
    if body[0] == CAPITALISED and letters[:first].endswith(LISTED):
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


_APPOSITION = re.compile(r"(?<!\w)([A-Z]{3,8}), (?:the |a |an )?(?:[A-Z][a-z]+['’]s )?$")
_DISTRICT = re.compile(
    r" (?:for|of) the \d{1,3}(?:st|nd|rd|th) (?:Judicial |Congressional )?(?:District|Circuit)\b"
)
_SEATED = re.compile(r" in (?:the )?[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,2}")
_BRACKET = re.compile(
    r"\s?\(\s?[“\"']?([A-Z][A-Za-z0-9&.\-]{1,11})[”\"']?(?:\s(?:for|in)\s[^()]{1,30}|,[^()]{1,30}|/[^()]{1,30})?\s?\)"
)


def _with_seat(text: str, found: Found) -> Found:
    """With its seat, for a listed court of which there is one in many places: "U.S. District Court in
    Boston"."""
    if found.kind != "name" or not found.text.endswith("District Court"):
        return found
    match = _SEATED.match(text, found.end)
    return Found(found.start, match.end(), text[found.start : match.end()], "pattern") if match else found


def _with_district(text: str, found: Found) -> Found:
    """With the number of its district: "the district attorney's office for the 83rd Judicial District"."""
    match = _DISTRICT.match(text, found.end) if found.kind in ("name", "pattern", "description") else None
    return replace(found, end=match.end(), text=text[found.start : match.end()]) if match else found


def _with_bracket(text: str, found: Found) -> Found:
    match = _BRACKET.match(text, found.end)
    if not match or found.kind in ("nation", "adjective") or sum(letter.isupper() for letter in match[1]) < 2:
        return found
    return Found(found.start, found.end, found.text, found.kind, found.rows, match.span(1))
