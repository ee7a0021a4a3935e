"""What the name of a body tells by itself: its words, country and level, and the plain form of a description.
No article, no model."""

import re
from functools import cache

from helpers.names.lists import gazetteer, words_of
from helpers.names.pieces import pieces_of
from helpers.names.scanner import scan
from helpers.texts import word_list, word_set

__all__ = [
    "adjective",
    "by_name",
    "countries",
    "country_of_region",
    "is_shared",
    "level",
    "nation_words",
    "nations_in",
    "of_country",
    "office_of_body",
    "owned_by_nation",
    "plain_name",
    "plain_words",
    "significant",
]

_STATE = re.compile(rf"\b(?:State|{'|'.join(sorted(word_set('us_states')))})\b")
_LOCAL = re.compile(
    r"\b(?:Police|Sheriff|County|City|District Attorney|Municipal|Borough|Parish|Township|Constable)"
)
_NATIONAL = re.compile(r"(?:U\.S\.|US|United States) ")
_OWNER = re.compile(r"(.{2,40}?)(?:'s|(?<=s)') ")
_SMALL = frozenset(["of", "the", "and", "for", "in", "from", "at", "to", "on", "by", "with"])


def significant(name: str) -> frozenset[str]:
    """The words by which two names of a body are compared: "Interior Ministry" is within "Federal Ministry of
    the Interior"."""
    return frozenset(re.findall(r"[^\W_]{2,40}", name.replace("’", "'").replace("'s", ""))) - _SMALL


@cache
def _shared_words() -> frozenset[str]:
    """Words that occur in the names of bodies of several countries: these do not tell whose body it is."""
    countries: dict[str, set[str]] = {}
    for row in gazetteer():
        for word in significant(row["agency"].lower()):
            countries.setdefault(word, set()).add(row["country"])
    return frozenset(word for word, found in countries.items() if len(found) > 1)


def is_shared(name: str) -> bool:
    """Whether a name could be that of a body of any country: "Drug Enforcement Commission", but not "Polícia
    Judiciária"."""
    return significant(name.lower()) <= _shared_words()


def plain_name(text: str) -> str:
    """A name with straight apostrophes and single blanks."""
    return " ".join(text.replace("’", "'").split())


def plain_words(text: str, *, lower: bool = False) -> str:
    """The words of a description in lower case save for proper names.

    >>> plain_words("Mexican and U.S. Authorities", lower=True)
    'Mexican and U.S. authorities'
    """
    kept = {
        word
        for found in scan(text, False)
        if found.kind in ("nation", "adjective")
        for word in found.text.split()
    }
    text = re.sub(r"\s+", " ", text)
    words = text.split(" ")
    known = {word.text for word in words_of(text) if _is_nation_word(word.text)} | kept
    out = []
    second = words[1] if len(words) > 1 and not lower else ""
    named = second.istitle() and second.lower() in _description_words()  # "Auditor General"
    for number, word in enumerate(words):
        bare = word.strip(",;()'’")
        proper = bare in known or bare.removesuffix("'s").removesuffix("’s") in known or named
        proper = proper or not lower and bare.isupper() and len(bare) > 2  # "SWAT teams"
        common = bare.lower() in _description_words() or bare.lower() in _SMALL
        out.append(
            word if proper or not ((common or lower) and number == 0 or common and lower) else word.lower()
        )
    return " ".join(out)


@cache
def _description_words() -> frozenset[str]:
    return frozenset(
        word
        for row in word_list("names/agency_descriptions")
        for word in row["words"].replace("'", "’").split()
    ) | frozenset(word for row in word_list("names/agency_descriptions") for word in row["words"].split())


def _is_nation_word(word: str) -> bool:
    return word in nation_words()


@cache
def nation_words() -> dict[str, str]:
    """Word of a country's name or adjective -> the country: also "Saudi", "Leone"."""
    words = {}
    for row in word_list("names/nations"):
        for name in [row["country"], *row["names"].split("|"), *row["adjectives"].split("|")]:
            if name:
                words.setdefault(name, row["country"])
                for part in name.split():
                    if part[:1].isupper() and len(part) > 3:
                        words.setdefault(part, row["country"])
    return words


def owned_by_nation(words: str) -> tuple[str, str]:
    """The country that owns a body, with its blank, and the words behind it; empty without one.

    >>> owned_by_nation("Honduras' Border Police")
    ("Honduras' ", 'Border Police')
    """
    owner = _OWNER.match(plain := words.replace("’", "'"))
    if owner is None or owner[1].removeprefix("the ") not in nation_words():
        return "", words
    return owner[0], plain[owner.end() :]


def nations_in(text: str) -> list[str]:
    """Countries named in a description or name, by name or adjective; "Jordan Creek" and "China Lake" are in
    none of them, but "Belize Coast Guard" is in one."""
    words = words_of(text)
    found: dict[str, None] = {}
    pieces = pieces_of(words)
    for place, piece in enumerate(pieces):
        behind = pieces[place + 1] if place + 1 < len(pieces) else piece
        if words[behind.start].text not in word_set("landforms") or behind.of("agency"):
            for entry in piece.of("nation", "adjective")[:1]:
                found[word_list("names/nations")[entry.row]["country"]] = None
            shared = is_shared(" ".join(word.text for word in words[piece.start : piece.end]))
            for entry in () if found or shared else piece.of("agency")[:1]:
                found |= dict.fromkeys(filter(None, [gazetteer()[entry.row]["country"]]))
    return list(found)


def of_country(name: str, country: str) -> str:
    """The name of a body with the country that it is of.

    >>> of_country("Bureau of Customs", "Philippines")
    'Bureau of Customs of the Philippines'
    """
    article = not word_set("countries_with_article").isdisjoint(country.split())
    return f"{name} of {'the ' if article else ''}{country}"


@cache
def countries() -> frozenset[str]:
    """The countries of the list."""
    return frozenset(row["country"] for row in word_list("names/nations"))


def country_of_region(name: str) -> str:
    """The country in one of whose states or provinces a body is, by its name; empty where the name has none.

    >>> country_of_region("Sonora State Police"), country_of_region("Arizona State Police")
    ('Mexico', '')
    """
    found = _regions().search(name)
    return next(
        (row["country"] for row in word_list("names/regions") if found and row["region"] == found[0]), ""
    )


@cache
def _regions() -> re.Pattern[str]:
    """The states and provinces of other countries, the longest names first."""
    names = sorted((row["region"] for row in word_list("names/regions")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


@cache
def by_name() -> dict[str, dict[str, str]]:
    """Canonical name -> row of the gazetteer."""
    return {row["agency"]: row for row in gazetteer()}


def office_of_body(name: str) -> dict[str, str] | None:
    """The row of `offices.csv` for the name of an office by which its body acts: "Laredo Port of Entry"."""
    return next((row for row in word_list("names/offices") if name.endswith(row["ending"])), None)


def adjective(country: str, text: str) -> str:
    """The adjective of a country, in the text's own spelling where it has one ("US" or "U.S.")."""
    adjectives = next(
        (row["adjectives"].split("|") for row in word_list("names/nations") if row["country"] == country),
        [""],
    )
    adjectives = [adjective for adjective in adjectives if adjective != country] or adjectives
    written = [
        adjective for adjective in adjectives if re.search(rf"(?<!\w){re.escape(adjective)}(?!\w)", text)
    ]
    return (written or ["U.S." if country == "United States" else adjectives[0]])[0]


def level(text: str, country: str) -> str:
    """The level of a body by its name and country: federal, state, local, foreign or international."""
    if country in ("international", "European Union"):
        return "international"
    if country not in ("United States", ""):
        return "foreign"
    if _NATIONAL.match(text):  # "U.S. Attorney's Office for the District of Arizona"
        return "federal"
    return (
        "local"
        if _LOCAL.search(text) and not re.search(r"\bState Police", text)
        else "state"
        if _STATE.search(text)
        else "federal"
    )
