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
from helpers.lexicon import word_set

__all__ = ["Found", "Word", "gazetteer", "scan", "words_of"]

LONGEST_NAME = 12  # words; no name in the lists is longer
LONGEST_PATTERN = 14  # words of a name that no list holds
LONGEST_DESCRIPTION = 24  # words


@dataclass(frozen=True)
class Word:
    """One word or sign: offsets into the sentence, the text, and the form by which it is looked up."""

    start: int
    end: int
    text: str
    key: str


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


# ---- words ---------------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"(?:[A-Z]\.){2,6}|['’]s\b|[^\W_]+(?:[-‑][^\W_]+)*|[^\w\s]|_")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Words and signs of a sentence; "U.S." is one word, the possessive 's another."""
    return tuple(Word(m.start(), m.end(), m[0], _key(m[0])) for m in _WORD.finditer(text))


def _key(word: str) -> str:
    return (word.replace(".", "") if len(word) > 1 else word).replace("’", "'").casefold()


# ---- lists ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Entry:
    kind: str  # agency, abbreviation, nation, adjective, description, head
    row: int
    shape: tuple[str, ...]  # per word: "A" all capitals, "a" capitalised, "" any
    letter: str = ""


_LETTER = {
    "head": "H",
    "generic": "G",
    "weak": "K",
    "member": "M",
    "both": "Z",
    "quantifier": "Q",
    "pair": "D",
    "bodies": "J",
    "level": "L",
    "sector": "T",
}


@cache
def gazetteer() -> tuple[dict[str, str], ...]:
    """The rows of `agencies.csv`."""
    return word_list("agencies")


@cache
def _lexicon() -> dict[tuple[str, ...], tuple[_Entry, ...]]:
    """All lists together: looked-up words -> what they can be."""
    lexicon: dict[tuple[str, ...], list[_Entry]] = {}

    def add(name: str, kind: str, row: int, *, letter: str = "", cased: bool = True) -> None:
        words = words_of(name)
        key = tuple(word.key for word in words)
        entry = _Entry(kind, row, tuple(_shape(word.text) if cased else "" for word in words), letter)
        if entry not in lexicon.setdefault(key, []):
            lexicon[key].append(entry)

    for number, row in enumerate(gazetteer()):
        for name in [row["agency"], *filter(None, row["names"].split("|"))]:
            add(name, "agency", number)
        for name in filter(None, row["abbreviations"].split("|")):
            if len(name) > 2:  # two letters mean too much; such an abbreviation counts once a text introduces it
                add(name, "abbreviation", number)
    for number, row in enumerate(word_list("nations")):
        for name in [row["country"], *filter(None, row["names"].split("|"))]:
            add(name, "nation", number, letter="C")
        for name in filter(None, row["adjectives"].split("|")):
            add(name, "adjective", number, letter="N")
    for number, row in enumerate(word_list("titles")):
        if row["agency"]:
            for title in (row["title"], row["title"] + "s", row["title"].lower()):
                add(title, "official", number, letter="x")
    for row in word_list("agency_descriptions"):
        add(row["words"], "description", 0, letter=_LETTER[row["class"]], cased=False)
    for row in word_list("organisation_heads"):
        if row["class"] != "none":
            add(row["word"], "head", 0, letter="P" if row["class"] == "whole" else "O")
    return {key: tuple(entries) for key, entries in lexicon.items()}


@cache
def _first_words() -> dict[str, int]:
    """First word -> number of words of the longest entry that begins with it."""
    first: dict[str, int] = {}
    for key in _lexicon():
        first[key[0]] = max(first.get(key[0], 0), len(key))
    return first


def _shape(word: str) -> str:
    letters = word.replace(".", "")
    return "A" if len(letters) > 1 and letters.isupper() else "a" if word[:1].isupper() else ""


def _fits(entry: _Entry, words: tuple[Word, ...]) -> bool:
    return all(
        not shape or (word.text[:1].isupper() if shape == "a" else word.text.replace(".", "").isupper())
        for shape, word in zip(entry.shape, words, strict=True)
    )


# ---- one pass ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Piece:
    """A stretch of words that is one thing: what the lists say of it, and its letters in the two alphabets."""

    start: int  # number of its first word
    end: int
    entries: tuple[_Entry, ...]
    letter: str  # alphabet of descriptions
    name: str  # alphabet of names

    def of(self, *kinds: str) -> tuple[_Entry, ...]:
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
}


@cache
def _head_words() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("organisation_heads") if row["class"] == "head")


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
        for length in range(min(_first_words().get(words[at].key, 0), LONGEST_NAME, len(words) - at), 0, -1):
            stretch = words[at : at + length]
            fitting = tuple(e for e in _lexicon().get(tuple(word.key for word in stretch), ()) if _fits(e, stretch))
            if capitals and len(words) > 3:
                fitting = tuple(e for e in fitting if not (e.kind == "abbreviation" and stretch[0].text in word_set("clashing")))
            if fitting:
                longest, entries = length, fitting
                break
        pieces.append(_piece(words, at, at + longest, entries))
        at += longest
    return pieces


def _piece(words: tuple[Word, ...], start: int, end: int, entries: tuple[_Entry, ...]) -> _Piece:
    kinds = {entry.kind: entry.letter for entry in reversed(entries)}
    word = words[start]
    sign = _SIGNS.get(word.key, "") if end - start == 1 else ""
    if "agency" in kinds or "abbreviation" in kinds:
        letter = "A"
    elif "adjective" in kinds:
        letter = "B" if "nation" in kinds else "N"
    elif "nation" in kinds:
        letter = "C"
    elif "description" in kinds:
        letter = kinds["description"]
    elif "official" in kinds:
        letter = "x"
    elif (
        word.text[:1].isupper()
        and not sign
        and word.key not in word_set("no_name")
        and word.key not in STOP_WORDS
        and not (start == 0 and word.key in _small_words())
    ):
        letter = "X"
    else:
        letter = sign or ("y" if word.text.isalpha() and word.text.islower() and _can_modify(word.text) else "x")
    if word.text[:1].isupper() and "head" in kinds:
        name = "Q" if end - start > 1 else kinds["head"]
    elif words[end - 1].text in _head_words() and (
        letter == "A"
        and "agency" in kinds
        or end - start > 1
        and all(word.text[:1].isupper() for word in words[start:end] if len(word.text) > 2)
    ):
        name = "O"
    elif sign in ("o", "f", "d", "&", ",", "s"):
        name = sign
    elif (
        "official" not in kinds
        and word.text[:1].isupper()
        and word.key not in word_set("no_name")
        and word.key not in STOP_WORDS
        and not (start == 0 and word.key in _small_words())
    ):
        name = "W"
    else:
        name = "x"
    return _Piece(start, end, entries, letter, name)


# M modifiers, then a head; "police and customs" is one body of words, "state police and federal agents" two
_WHERE = (
    r"(?:r(?:d?[CBX]{1,3}s?)(?:,?&?d?[CB]){0,3}|i[LX]?[CB](?:,?&?d?[CB]){0,3}|iX{1,3}(?:,X{1,2}){0,3}(?:,?&d?X{1,2}(?![HGJMKAX]))?(?![HGJMKAO])"
    r"|[io][QD]Z|tL(?:,?&?L){0,4}V)"
)  # "from Mexico", "in northern Cyprus", "of both countries", "at local and state levels"
_DESCRIPTION = re.compile(
    rf"(?:(?:(?:[NBLTQD]|X{{1,3}}(?=[HMGJL]))(?:,?&?(?=[NBLT]))?){{1,8}}[TLHG]{{0,3}}[HGJMK]|[HGT]{{1,2}}[HGJM]|H|y{{1,2}}J)"
    rf"(?:&[HGJ](?![HGJMK]))?{_WHERE}?"  # "Mexican and U.S. authorities", "police departments and sheriff's offices"
    rf"|[GJ]{_WHERE}|DZ|Q[GJ]|d[GJ](?=[xy])"
)
_PLACE = "(?:[of]d?[WP]{1,4}(?:o?W{1,3})?)?"
_NAME = re.compile(
    f"W{{1,5}}(?:sW{{0,2}})?(?:&W{{1,2}})?[OP]{{1,3}}{_PLACE}|W{{0,4}}Q{_PLACE}"
    r"|O{1,2}[of]d?W{1,4}(?:(?:,W{1,3}){0,2},?&W{1,3})?(?:od?W{1,3})?|OoO"
)


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
    for first, last in [] if title_case else _names(pieces):
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


def _found(text: str, words: tuple[Word, ...], first: int, last: int, kind: str, entries: tuple[_Entry, ...] = ()) -> Found:
    start, end = words[first].start, words[last - 1].end
    return Found(start, end, text[start:end], kind, tuple(dict.fromkeys(entry.row for entry in entries)))


def _names(pieces: list[_Piece]) -> Iterator[tuple[int, int]]:
    """First and last word of capitalised names that are built like an organisation's."""
    for match in _NAME.finditer("".join(p.name for p in pieces)):
        first, last = pieces[match.start()].start, pieces[match.end() - 1].end
        if last - first <= LONGEST_PATTERN:
            yield first, last


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
        if body[-1] in "MK" and not re.search("[NBLTXHG]", body[:-1]):  # "several officers" are people and no body
            continue
        if body[0] == "d" and words[pieces[last].start].key != "agencies":  # "the agencies" stands as it is
            first += 1
        if pieces[last].end - pieces[first].start <= LONGEST_DESCRIPTION:
            yield pieces[first].start, pieces[last].end


_BRACKET = re.compile(r"\s?\(\s?[“\"']?([A-Z][A-Za-z0-9&.\-]{1,11})[”\"']?(?:\s(?:for|in)\s[^()]{1,30}|,[^()]{1,30}|/[^()]{1,30})?\s?\)")


def _with_bracket(text: str, found: Found) -> Found:
    match = _BRACKET.match(text, found.end)
    if not match or found.kind in ("nation", "adjective") or sum(letter.isupper() for letter in match[1]) < 2:
        return found
    return Found(found.start, found.end, found.text, found.kind, found.rows, match.span(1))
