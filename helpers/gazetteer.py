"""Finds what may be an agency in a sentence: by name, by description or by the shape of a name. No model, no context.

Three sources are read in one pass over the words: the gazetteer (`agencies.csv`, with `nations.csv`), descriptions such as "Mexican and
U.S. authorities" or "police in northern Cyprus" (words and classes in `agency_descriptions.csv`), and capitalised names that no list
holds but that end or begin like an organisation's ("Harris County Sheriff's Office", "Ministry of Public Security";
`organisation_heads.csv`). Every word becomes one letter, its class, and the patterns are regular expressions over these letters,
so that time is linear in the number of words. What it does not do: choose between countries, or resolve "the agency"
(`helpers.agencies`).

>>> [found.text for found in scan("The FBI and local police departments raided it.")]
['FBI', 'local police departments']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from helpers.language import word_list
from helpers.lexicon import finite_forms, word_set
from helpers.name_lists import Entry, Word, first_words, fits, gazetteer, head_words, names, words_of

__all__ = ["Found", "Word", "gazetteer", "scan", "words_of"]

LONGEST_NAME = 12  # words; no name in the lists is longer
LONGEST_PATTERN = 14  # words of a name that no list holds
LONGEST_DESCRIPTION = 24  # words


@dataclass(frozen=True)
class Found:
    """A candidate.

    Attributes:
        start, end: Offsets into the sentence; a bracketed abbreviation after the name is outside.
        text: The words.
        kind: `name`, `abbreviation`, `description`, `pattern` (an organisation that no list holds), `nation`, `adjective`, or
            `official` (a title that stands for a body: "Home Secretary").
        rows: Numbers of the rows of `agencies.csv` (name, abbreviation), `nations.csv` (nation, adjective) or `titles.csv` that fit.
        bracket: Offsets of the abbreviation in brackets that follows, or None.
    """

    start: int
    end: int
    text: str
    kind: str
    rows: tuple[int, ...] = ()
    bracket: tuple[int, int] | None = None


# ---- one pass ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Piece:
    """A stretch of words that is one thing: what the lists say of it, and its letters in the two alphabets."""

    start: int  # number of its first word
    end: int
    entries: tuple[Entry, ...]
    letter: str  # alphabet of descriptions
    name: str  # alphabet of names

    def of(self, *kinds: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind in kinds)


_SIGNS = {
    ",": ",",
    "and": "&",
    "or": "&",
    "&": "&",
    "/": "&",
    "the": "d",
    "of": "o",
    "for": "f",
    "in": "i",
    "from": "r",
    "at": "t",
    "'s": "s",
    "'": "s",
    "levels": "V",
    "level": "V",
    "as": "x",
    "worldwide": "w",
    "by": "b",
}


def _can_modify(word: str) -> bool:
    """Whether an unknown lower-case word can be a noun before "boards" or "agencies" ("parole boards"); verbs and small words cannot."""
    return len(word) > 3 and not word.endswith(("ed", "ing", "ly", "n't")) and word not in STOP_WORDS and word not in _small_words()


@cache
def _small_words() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("sentence_openers")) | word_set("small_words")


def _pieces(words: tuple[Word, ...]) -> list[_Piece]:
    capitals = all(word.text.isupper() for word in words if len(word.text) > 2 and word.text.isalpha())
    pieces, at = [], 0
    while at < len(words):
        longest, entries = 1, ()
        for length in range(min(first_words().get(words[at].key, 0), LONGEST_NAME, len(words) - at), 0, -1):
            stretch = words[at : at + length]
            fitting = tuple(e for e in names().get(tuple(word.key for word in stretch), ()) if fits(e, stretch))
            if capitals and len(words) > 3:
                fitting = tuple(e for e in fitting if not (e.kind == "abbreviation" and stretch[0].text in word_set("clashing")))
            if fitting:
                longest, entries = length, fitting
                break
        pieces.append(_piece(words, at, at + longest, entries))
        at += longest
    return pieces


def _piece(words: tuple[Word, ...], start: int, end: int, entries: tuple[Entry, ...]) -> _Piece:
    kinds = {entry.kind: entry.letter for entry in reversed(entries)}
    word = words[start]
    sign = _SIGNS.get(word.key, "") if end - start == 1 else ""
    if word.text in word_set("surnames") and start and words[start - 1].text[:1].isupper() and words[start - 1].key not in _small_words():
        kinds, entries = {}, ()  # "Lisa Monaco"
    if "agency" in kinds or "abbreviation" in kinds:
        letter = "A"
    elif "adjective" in kinds:
        letter = "B" if "nation" in kinds else "N"
    elif "nation" in kinds:
        letter = "C"
    elif "description" in kinds and not (start and word.text in word_set("place_heads") and words[start - 1].text[:1].isupper()):
        letter = kinds["description"]
    elif "official" in kinds:
        letter = "x"
    elif (
        word.text[:1].isupper()
        and not sign
        and word.key not in word_set("no_name")
        and word.key not in STOP_WORDS
        and not (start == 0 and (word.key in _small_words() or word.key.endswith(("ed", "ing"))))  # "Armed officers"
    ):
        letter = "X"
    else:
        number = word.text.isdigit() or word.key in word_set("numbers")
        finite = word.key in finite_forms() and word.text.islower()
        letter = sign or (
            "#" if number else "v" if finite else "y" if word.text.isalpha() and word.text.islower() and _can_modify(word.text) else "x"
        )
    if word.text[:1].isupper() and "head" in kinds:
        name = "Q" if end - start > 1 else kinds["head"]
    elif words[end - 1].text in head_words() and (
        letter == "A"
        and "agency" in kinds
        or end - start > 1
        and all(word.text[:1].isupper() for word in words[start:end] if len(word.text) > 2)
    ):
        name = "O"
    elif sign in ("o", "f", "d", "&", ",", "s", "i", "t"):
        name = sign
    elif (
        "official" not in kinds
        and word.text[:1].isupper()
        and word.key not in word_set("no_name")
        and (word.key not in STOP_WORDS or "adjective" in kinds)
        and not (start == 0 and word.key in _small_words())
    ):
        name = "W"
    else:
        name = "x"
    return _Piece(start, end, entries, letter, name)


# M modifiers, then a head; "police and customs" is one body of words, "state police and federal agents" two
_WHERE = (
    r"(?:r(?:d?[CBX]{1,3}s?)(?:,?&?d?[CB]){0,3}|od?[CB](?:,?&d?[CB]){0,2}|id?[LX]?[CB](?:,?&?d?[CB]){0,3}|id?[LX]{1,3}oX{1,2}"
    r"|iX{1,3}(?:,X{1,2}){0,3}(?:,?&d?X{1,2}(?![HGJMKAX]))?(?![HGJMKAO])"
    r"|[ior](?:[QD]|[#Q][LNB]?)Z(?:,?&(?:Z|d?[CB]))?|w|tL(?:,?&?L){0,4}V)"
)  # "from Mexico", "in northern Cyprus", "of 62 countries", "in 18 African countries and the United Kingdom", "at local and state levels"
_DESCRIPTION = re.compile(
    rf"(?:(?:[CBX]s(?=[NLT]{{0,2}}[HGU]))?(?:(?:[NBLTQD]|X{{1,3}}(?=[HMGJLU]))(?:,?&?(?=[NBLT]))?){{1,8}}[TLHGU]{{0,3}}[HGJMKU]"
    rf"|[CB]s[HGU]|[HGTU]{{1,2}}[HGJM]|H|y{{1,2}}J)"
    rf"(?:&(?:[HGJ]|(?<=[TU]M&)[TU]M)(?![HGJMK]))?{_WHERE}?"  # "Mexican and U.S. authorities", "police departments and sheriff's offices"
    rf"|d?[GJ]{_WHERE}|DZ|Q[GJ]|d[GJ](?=[xyvi,]|$)|U(?=v)"
)
_PLACE = "(?:[of]d?[WP]{1,4}(?:o?W{1,3})?)?"
_NAME = re.compile(
    f"W{{1,5}}(?:sW{{0,2}})?(?:&W{{1,2}})?[OP]{{1,3}}{_PLACE}|W{{0,4}}Q{_PLACE}"
    r"|O{1,2}[of]d?W{1,4}(?:(?:,W{1,3}){0,2},?&W{1,3})?(?:od?W{1,3})?|OoO"
)
_TOWN = re.compile("LoX{1,3}(v?)")
_APPOSED = re.compile("xW{1,4}")
_SEAT = re.compile("[it]d?W{1,3}")  # "High Court in Glasgow": the place is part of the name, since there are many


@lru_cache(maxsize=4096)
def scan(text: str, title_case: bool = False) -> tuple[Found, ...]:
    """Candidates of a sentence, in order, not overlapping.

    Args:
        text: The sentence.
        title_case: Whether every word is capitalised anyway, so that capitals tell nothing: names that no list holds are not looked for.
    """
    words = words_of(text)
    pieces = _pieces(words)
    taken: dict[int, Found] = {}  # number of a word -> what it belongs to

    def place(first: int, last: int, found: Found) -> None:
        for number in range(first, last):
            taken[number] = found

    for p in pieces:
        if p.letter == "A":
            kind, entries = ("name", p.of("agency")) if p.of("agency") else ("abbreviation", p.of("abbreviation"))
            place(p.start, p.end, _found(text, words, p.start, p.end, kind, entries))
    for first, last in [] if title_case else _built_names(words, pieces):
        inside = {id(taken[n]): taken[n] for n in range(first, last) if n in taken}.values()
        start, end = words[first].start, words[last - 1].end
        if all(start <= f.start and f.end <= end and f.end - f.start < end - start and _extends(f) for f in inside):
            place(first, last, _found(text, words, first, last, "pattern"))
    for first, last in _descriptions(words, pieces, title_case=title_case):
        if not any(number in taken for number in range(first, last)):
            place(first, last, _found(text, words, first, last, "description"))
    for p in pieces:
        kind = next((kind for kind in ("nation", "adjective", "official") if p.of(kind)), "")
        if kind and not any(number in taken for number in range(p.start, p.end)):
            place(p.start, p.end, _found(text, words, p.start, p.end, kind, p.of(kind)))
    return tuple(_with_bracket(text, found) for found in {id(f): f for _, f in sorted(taken.items())}.values())


def _found(text: str, words: tuple[Word, ...], first: int, last: int, kind: str, entries: tuple[Entry, ...] = ()) -> Found:
    start, end = words[first].start, words[last - 1].end
    return Found(start, end, text[start:end], kind, tuple(dict.fromkeys(entry.row for entry in entries)))


def _built_names(words: tuple[Word, ...], pieces: list[_Piece]) -> Iterator[tuple[int, int]]:
    """First and last word of capitalised names that are built like an organisation's."""
    letters = "".join(p.name for p in pieces)
    for match in _NAME.finditer(letters):
        first, last = pieces[match.start()].start, pieces[match.end() - 1].end
        seat = _SEAT.match(letters, match.end())
        if seat and (words[last - 1].text in word_set("seated") or "Prosecut" in " ".join(word.text for word in words[first:last])):
            last = pieces[seat.end() - 1].end
        if last - first <= LONGEST_PATTERN:
            yield first, last
    for match in _APPOSED.finditer(letters):  # "the police union GdP"
        if words[pieces[match.start()].end - 1].key in word_set("naming_nouns"):
            yield pieces[match.start() + 1].start, pieces[match.end() - 1].end


def _extends(inside: Found) -> bool:
    """Whether a longer capitalised name is another body than the listed one inside it ("Arizona Attorney General's Office")."""
    if inside.kind == "abbreviation":
        return False
    shared = len(inside.rows) > 1
    generic = re.match(
        r"(?:the )?(?:Department|Ministry|Office|Bureau|Secretariat|Commission|Attorney|U\.S\. Attorney|United States Attorney|"
        r"National Guard|"
        r"Coast Guard|Supreme|Public|Prison|Security|Federal Prosecutor|General|Labor|Labour|Tax|Customs|Border Patrol|Investigations)",
        inside.text,
    )
    return bool(shared or generic)


def _descriptions(words: tuple[Word, ...], pieces: list[_Piece], *, title_case: bool) -> Iterator[tuple[int, int]]:
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
        if body[-1] in "MK" and not re.search("[NBLTXHGU]", body[:-1]):  # "several officers" are people and no body
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


def _phrase(words: tuple[Word, ...], piece: _Piece) -> str:
    return " ".join(word.key for word in words[piece.start : piece.end]).replace(" 's", "'s")


_BRACKET = re.compile(r"\s?\(\s?[“\"']?([A-Z][A-Za-z0-9&.\-]{1,11})[”\"']?(?:\s(?:for|in)\s[^()]{1,30}|,[^()]{1,30}|/[^()]{1,30})?\s?\)")


def _with_bracket(text: str, found: Found) -> Found:
    match = _BRACKET.match(text, found.end)
    if not match or found.kind in ("nation", "adjective") or sum(letter.isupper() for letter in match[1]) < 2:
        return found
    return Found(found.start, found.end, found.text, found.kind, found.rows, match.span(1))
