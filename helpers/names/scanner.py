"""Finds what may be an agency in a sentence: by name, by description or by the shape of a name. No model, no
context.

Three sources are read in one pass over the words: the gazetteer (`agencies.csv`, with `nations.csv`),
descriptions such as "Mexican and U.S. authorities" or "police in northern Cyprus" (words and classes in
`agency_descriptions.csv`), and capitalised names that no list holds but that end or begin like an
organisation's ("Harris County Sheriff's Office", "Ministry of Public Security"; `organisation_heads.csv`).
Every word becomes one letter, its class, and the patterns are regular expressions over these letters, so that
time is linear in the number of words. What it does not do: choose between countries, or resolve "the agency"
(`helpers.agencies.mentions`).

>>> [found.text for found in scan("The FBI and local police departments raided it.")]
['FBI', 'local police departments']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from helpers.names.lists import Entry, Word, gazetteer, words_of
from helpers.names.pieces import Piece, pieces_of
from helpers.texts import word_set

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


# M modifiers, then a head; "police and customs" is one body of words, "state police and federal agents" two
_WHERE = (
    r"(?:r(?:d?[CBX]{1,3}s?)(?:,?&?d?[CB]){0,3}|od?[CB](?:,?&d?[CB]){0,2}|id?[LX]?[CB](?:,?&?d?[CB]){0,3}|id?[LX]{1,3}oX{1,2}"
    r"|iX{1,3}(?:,X{1,2}){0,3}(?:,?&d?X{1,2}(?![HGJMKAX]))?(?![HGJMKAO])"
    r"|[ior](?:[QD]|[#Q][LNB]?)Z(?:,?&(?:Z|d?[CB]))?|w|tL(?:,?&?L){0,4}V)"
    # "from Mexico", "in northern Cyprus", "of 62 countries", "in 18 African countries and the United Kingdom",
    # "at local and state levels"
)
_DESCRIPTION = re.compile(
    rf"(?:(?:[CBX]s(?=[NLT]{{0,2}}[HGU]))?(?:(?:[NBLTQD]|C(?=[HU])|X{{1,3}}(?=[HMGJLU]))(?:,?&?(?=[NBLT]))?){{1,8}}[TLHGU]{{0,3}}[HGJMKU]"
    rf"|[CB]s[HGU]|[HGTU]{{1,2}}[HGJM]|H|y{{1,2}}J)"
    # "Mexican and U.S. authorities", "police departments and sheriff's offices"
    rf"(?:&(?:[HGJ]|(?<=[TU]M&)[TU]M)(?![HGJMK]))?{_WHERE}?"
    rf"|d?[GJ]{_WHERE}|DZ|Q[GJ]|d[GJ](?=[xyvi,&]|$)|U(?=v)"
)
_PLACE = "(?:[of]d?[WP]{1,4}(?:o?W{1,3})?(?:&W)?)?"
_NAME = re.compile(
    f"W{{1,5}}(?:sW{{0,2}})?(?:&W{{1,2}})?[OP]{{1,3}}{_PLACE}|W{{0,4}}PW{{1,2}}O{_PLACE}|W{{0,4}}Q{_PLACE}"
    r"|O{1,2}[of]d?W{1,4}(?:(?:,W{1,3}){0,2},?&W{1,3})?(?:od?W{1,3})?|OoO"
)
_TOWN = re.compile("LoX{1,3}(v?)")
_APPOSED = re.compile("xW{1,4}")
_SEAT = re.compile(
    "[it]d?W{1,3}"
)  # "High Court in Glasgow": the place is part of the name, since there are many


@lru_cache(maxsize=4096)
def scan(text: str, title_case: bool = False) -> tuple[Found, ...]:
    """Candidates of a sentence, in order, not overlapping.

    Args:
        text: The sentence.
        title_case: Whether every word is capitalised anyway, so that capitals tell nothing: names that no
            list holds are not looked for.
    """
    words = words_of(text)
    pieces = pieces_of(words)
    taken: dict[int, Found] = {}  # number of a word -> what it belongs to

    def place(first: int, last: int, found: Found) -> None:
        for number in range(first, last):
            taken[number] = found

    for p in pieces:
        if p.letter == "A":
            kind, entries = (
                ("name", p.of("agency")) if p.of("agency") else ("abbreviation", p.of("abbreviation"))
            )
            place(p.start, p.end, _found(text, words, p.start, p.end, kind, entries))
    for first, last in [] if title_case else _built_names(words, pieces):
        inside = {id(taken[n]): taken[n] for n in range(first, last) if n in taken}.values()
        start, end = words[first].start, words[last - 1].end
        if all(
            start <= f.start and f.end <= end and f.end - f.start < end - start and _extends(f)
            for f in inside
        ):
            place(first, last, _found(text, words, first, last, "pattern"))
    for first, last in _descriptions(words, pieces, title_case=title_case):
        if not any(number in taken for number in range(first, last)):
            short = not title_case and last < len(words) and re.fullmatch("[A-Z]{3,8}", words[last].text)
            named = _APPOSITION.search(text, max(0, words[first].start - 40), words[first].start)
            if short and last not in taken:
                place(
                    last, last + 1, _found(text, words, last, last + 1, "pattern")
                )  # "the anti-drug force FELCN"
                continue
            if (
                named and text[words[last - 1].end : words[last - 1].end + 1] == ","
            ):  # "IBAMA, Brazil's environmental agency,"
                number = next(n for n, word in enumerate(words) if word.start == named.start(1))
                if number not in taken:
                    place(number, number + 1, _found(text, words, number, number + 1, "pattern"))
            if not short:
                place(first, last, _found(text, words, first, last, "description"))
    for p in pieces:
        kind = next((kind for kind in ("nation", "adjective", "official") if p.of(kind)), "")
        if kind and not any(number in taken for number in range(p.start, p.end)):
            place(p.start, p.end, _found(text, words, p.start, p.end, kind, p.of(kind)))
    return tuple(
        _with_bracket(text, _with_district(text, found))
        for found in {id(f): f for _, f in sorted(taken.items())}.values()
    )


def _found(
    text: str, words: tuple[Word, ...], first: int, last: int, kind: str, entries: tuple[Entry, ...] = ()
) -> Found:
    start, end = words[first].start, words[last - 1].end
    return Found(start, end, text[start:end], kind, tuple(dict.fromkeys(entry.row for entry in entries)))


def _built_names(words: tuple[Word, ...], pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """First and last word of capitalised names that are built like an organisation's."""
    letters = "".join(p.name for p in pieces)
    for match in _NAME.finditer(letters):
        ends_in_series = letters[match.end() - 2 : match.end() - 1] == "&" and letters[match.end() - 1] == "W"
        whole = not ends_in_series or "f" in match[0] and pieces[match.end() - 1].letter == "X"
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
        if last - first <= LONGEST_PATTERN:
            yield first, last
    for match in _APPOSED.finditer(letters):  # "the police union GdP"
        if words[pieces[match.start()].end - 1].key in word_set("naming_nouns"):
            yield pieces[match.start() + 1].start, pieces[match.end() - 1].end


def _abbreviates(words: tuple[Word, ...], last: int) -> bool:
    """Whether an abbreviation in brackets ends with the first letter of the word before them."""
    short = words[last + 3].text if last + 3 < len(words) else ""
    return short.isupper() and words[last + 1].text[0] == short[-1]


def _is_body(words: tuple[Word, ...], pieces: list[Piece], first: int, last: int) -> bool:
    """Whether the words before "'s" are a body, and the name after it that of its unit: "Europol's Crime
    Centre"."""
    listed = any(piece.letter == "A" and piece.end == last and piece.start >= first for piece in pieces)
    return listed or words[last - 1].text in word_set("owning_heads")


def _extends(inside: Found) -> bool:
    """Whether a longer capitalised name is another body than the listed one inside it ("Arizona Attorney
    General's Office")."""
    if inside.kind == "abbreviation":
        return False
    shared = len(inside.rows) > 1
    generic = re.match(
        r"(?:the )?(?:Department|Ministry|Office|Bureau|Secretariat|Commission|Attorney|U\.S\. Attorney|United States Attorney|"
        r"National Guard|"
        r"Coast Guard|Supreme|Public|Prison|Security|Federal Prosecutor|General|Labor|Labour|Tax|Customs|Border Patrol|Investigations|"
        r"Trading Standards|Metropolitan)",
        inside.text,
    )
    return bool(shared or generic)


def _descriptions(
    words: tuple[Word, ...], pieces: list[Piece], *, title_case: bool
) -> Iterator[tuple[int, int]]:
    """First and last word of descriptions."""
    letters = "".join(p.letter for p in pieces)
    for match in _DESCRIPTION.finditer(letters):
        first, last = match.start(), match.end() - 1
        while first < last and (
            letters[first] in ",&" or title_case and letters[first] == "X"
        ):  # "Arrest Local Police": capitals tell nothing
            first += 1
        body = letters[first : last + 1]
        if body[0] == "X" and letters[:first].endswith("A"):  # "ERO Nashville officers": of the body before
            continue
        if body[-1] in "MK" and not re.search(
            "[NBLTXHGU]", body[:-1]
        ):  # "several officers" are people and no body
            continue
        if (
            body in ("dG", "dJ")
            and letters[last + 1 : last + 2] in ("i", ",", "")
            and _phrase(words, pieces[last]) not in word_set("singular")
        ):
            continue
        if body[0] == "d" and words[pieces[last].start].key != "agencies":  # "the agencies" stands as it is
            first += 1
        if pieces[last].end - pieces[first].start <= LONGEST_DESCRIPTION:
            yield pieces[first].start, pieces[last].end
    for match in _TOWN.finditer(letters):  # "the city of Rosenheim", only where it acts: mostly it is a place
        if words[pieces[match.start()].start].key in word_set("towns") and (
            match[1] or letters[max(0, match.start() - 2) : match.start()].startswith("b")
        ):
            yield pieces[match.start()].start, pieces[match.end() - 1 - len(match[1])].end


def _phrase(words: tuple[Word, ...], piece: Piece) -> str:
    return " ".join(word.key for word in words[piece.start : piece.end]).replace(" 's", "'s")


_APPOSITION = re.compile(r"(?<!\w)([A-Z]{3,8}), (?:the |a |an )?(?:[A-Z][a-z]+['’]s )?$")
_DISTRICT = re.compile(
    r" (?:for|of) the \d{1,3}(?:st|nd|rd|th) (?:Judicial |Congressional )?(?:District|Circuit)\b"
)
_BRACKET = re.compile(
    r"\s?\(\s?[“\"']?([A-Z][A-Za-z0-9&.\-]{1,11})[”\"']?(?:\s(?:for|in)\s[^()]{1,30}|,[^()]{1,30}|/[^()]{1,30})?\s?\)"
)


def _with_district(text: str, found: Found) -> Found:
    """With the number of its district: "the district attorney's office for the 83rd Judicial District"."""
    match = _DISTRICT.match(text, found.end) if found.kind in ("name", "pattern", "description") else None
    return replace(found, end=match.end(), text=text[found.start : match.end()]) if match else found


def _with_bracket(text: str, found: Found) -> Found:
    match = _BRACKET.match(text, found.end)
    if not match or found.kind in ("nation", "adjective") or sum(letter.isupper() for letter in match[1]) < 2:
        return found
    return Found(found.start, found.end, found.text, found.kind, found.rows, match.span(1))
