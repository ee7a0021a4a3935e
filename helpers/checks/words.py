"""Words around the figures that `checks` compares: their stems, and which kind of thing a noun counts."""

import re
from calendar import month_abbr, month_name

from helpers.texts import word_list

__all__ = [
    "ACTIONS",
    "COMMON",
    "GROUPS",
    "NO_EVENTS",
    "PEOPLES",
    "actions_of",
    "are_opposed",
    "content_of",
    "counted_in",
    "is_participle",
    "kind_of",
    "noun_of",
    "stem_of",
    "stems_of",
]


def _of_kind(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("checks/words") if row["kind"] == kind)


_PERSONS = _of_kind("person")
PEOPLES = frozenset(  # "201 Mexicans", "three Spaniards"
    [word.lower() for row in word_list("names/nations") for word in row["adjectives"].split("|") if word]
) | _of_kind("nation")
_FORCES = _of_kind("force")
_GENERIC = _of_kind("generic")
GROUPS = _of_kind("group")  # nobody is in two of them
NO_EVENTS = _of_kind("no event")  # "before the weekend"
COMMON = _of_kind("common")  # words of names that many have
ACTIONS = {row["word"]: row["value"] for row in word_list("checks/words") if row["kind"] == "action"}
_EMPTY = _GENERIC - _PERSONS
_MONTHS = frozenset(name.lower() for name in (*month_name, *month_abbr) if name)
_PAST = frozenset(
    ["made", "held", "sent", "caught", "found", "out", "back"]
)  # "Arrests made", "Searches carried out"
_OPPOSITES = (
    frozenset(["adult", "child", "children", "minor", "juvenile", "teenager"]),
    frozenset(["man", "men", "woman", "women", "child", "children"]),
    frozenset(["man", "men", "woman", "women", "boy", "girl"]),
    frozenset(["male", "female", "minor"]),
    frozenset(["civilian", "soldier", "officer", "policeman", "policemen", "gunman", "gunmen"]),
    frozenset(["passenger", "crew"]),
)
_STOP = frozenset(row["word"] for row in word_list("quantities/en/stop_words"))


def stem_of(word: str) -> str:
    """A word without its commonest endings, so that offender and offense, arrests and arrested meet."""
    word = word.lower().replace("’s", "").replace("'s", "").strip("’'-.")
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("xes", "x"), ("s", "")):
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")) and len(word) > len(ending) + 2:
            word = word[: -len(ending)] + instead
            break
    return word


def _root(word: str) -> str:
    word = stem_of(word)
    for ending in ("ations", "ation", "ender", "ense", "ence", "ings", "ing", "ed", "er", "ers", "ion", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def stems_of(text: str) -> set[str]:
    """The words of a text in their several stems, so that "arrested" and "arrests" meet."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return {form for word in words for form in (word, stem_of(word), _root(word), _root(word) + "e")}


def content_of(text: str) -> frozenset[str]:
    """Roots of the words that tell one kind of thing from another."""
    return frozenset(
        _root(word)
        for word in re.findall(r"[^\W\d_]{2,}", text.lower())
        if word not in _STOP
        and stem_of(word) not in _GENERIC
        and word not in _GENERIC
        and stem_of(word) not in _PERSONS
    )


# "27 arrested in Spain", "Two Charged": people, though no noun says so
_PARTICIPLE = re.compile(
    r"(?:\w+ly\s)?(?:arrested|charged|detained|held|jailed|indicted|convicted|sentenced|deported|removed|expelled|extradited|killed|injured|wounded|"
    r"rescued|apprehended|captured|accused|dead|missing|freed|released|repatriated|imprisoned|nabbed|caught|hurt)\b",
    re.IGNORECASE,
)


def is_participle(what: str) -> bool:
    """Whether a thing counted is told by what happened to it: "arrested" in "27 arrested in Spain"."""
    return bool(_PARTICIPLE.match(what))


def noun_of(what: str) -> str:
    """Stem of the head noun of a thing counted: "gang member" for "gang members of MS-13" gives member."""
    words = (
        re.findall(
            r"[^\W\d_]+(?:-[^\W\d_]+)*",
            re.split(r"\s(?:of|with|from|in|on|who|that|which)\s", what)[0].lower(),
        )
        if what
        else []
    )
    return stem_of(words[-1]) if words else ""


def counted_in(column: str) -> str:
    """What a column of a table counts by its header: "people" for "Number of people removed"; empty for one
    that tells only when."""
    words = re.sub(r"\([^()]{0,60}\)|\b(?:total|number of|no\\. of|count of)\b", " ", column.lower()).split()
    while words[1:] and (words[-1] in _PAST or words[-1].endswith("ed")):
        words.pop()
    told = (
        words
        and words[-1].isalpha()
        and stem_of(words[-1]) not in _EMPTY
        and not any(word in _MONTHS for word in words)
    )
    return " ".join(words) if told else ""


def kind_of(what: str) -> str:
    """Class of a thing counted: person, force, or the stem of its head noun; empty for nothing."""
    noun = noun_of(what)
    if not noun or noun in _FORCES:
        return "force" if noun else ""
    if is_participle(what) or what.lower().startswith(("those", "them", "these")):
        return "person"
    return "person" if noun in _PERSONS or noun in PEOPLES else noun


def are_opposed(things: list[str]) -> bool:
    """Whether several kinds of people share nobody: men and women, adults and minors, two Spaniards and three
    Belgians."""
    told = [stems_of(thing) for thing in things]
    for group in (*_OPPOSITES, PEOPLES):
        members = [stems & group for stems in told]
        if all(members) and sum(map(len, members)) == len(frozenset().union(*members)):
            return True
    return False


def actions_of(text: str) -> frozenset[str]:
    """What was done, by the words of a text: arrest, remove, seize, ..."""
    return frozenset(ACTIONS[word] for word in stems_of(text) if word in ACTIONS)
