"""What the people are called whom an article counts: the words of the text, quoted, and by what they name a
person.

"216 illegal immigrants" names people by migration status, "216 offenders" by crime, "216 people" by nothing.
The words are those of `quantities.what`, as far as they name the people and not what they did or had: of
"individuals with criminal records" it is “individuals”. Which nouns name people is data
(`helpers/data/texts/person_words.csv`). Counts of other things are left out.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import pandas as pd

from helpers.findings.arithmetic_words import REPEAT
from helpers.findings.words import all_of, amount, called, listed, number
from helpers.texts import word_list

__all__ = ["KINDS", "naming", "namings", "sentences"]

PLAIN = "as a person"
KINDS = (
    PLAIN,
    "by origin",
    "by migration status",
    "by crime or suspicion",
    "by what was done to them",
    "by office or work",
)
MOST_WORDS = 12  # of a phrase; longer ones have run on into the rest of the sentence
FOLLOWING = 5  # words after a noun that are asked for what they name
ONLY_PEOPLE = "by a noun that says only that they are people"
CRIME = "by crime or suspicion"
_PREDICATES = frozenset(
    ["was", "were", "is", "are", "has", "have", "had", "will", "would", "could", "can", "may"]
)
_EDGE = re.compile(r"^\W+|\W+$")


@cache
def _words(place: str) -> dict[str, str]:
    """Word → kind, for one place: noun, before (it), after (it), or "not of" for nouns that name nobody if
    "of" follows."""
    words = {row["word"]: row["kind"] for row in word_list("texts/person_words") if row["place"] == place}
    adjectives = {
        adjective.casefold()
        for row in word_list("names/nations")
        for adjective in row["adjectives"].split("|")
    }
    if place == "before":
        words = dict.fromkeys(adjectives, "by origin") | words
    elif place == "noun":  # "Mexicans", "Iraqis", "Chinese"
        people = {word + "s" for word in adjectives if word.endswith(("n", "i"))} | {
            word for word in adjectives if word.endswith("ese")
        }
        words = dict.fromkeys(people, "by origin") | words
    return words


@lru_cache(maxsize=1 << 14)
def naming(what: str) -> tuple[str, str] | None:
    """The words of a phrase that name people, and by what they do.

    Args:
        what: The thing counted, in the words of the text.

    Returns:
        The words, exactly as they stand, and one of KINDS; None if it is not people that are counted. The
        kind is that of the noun; where the noun says no more than that it is a person, that of the last word
        before it which says more.

    >>> naming("alien offenders"), naming("undocumented individuals from 30 countries"), naming("drug overdose deaths")
    (('alien offenders', 'by crime or suspicion'), ('undocumented individuals', 'by migration status'), None)
    """
    words = what.split()[:MOST_WORDS]
    plain = [_EDGE.sub("", word).casefold() for word in words]
    stop = next((place for place, word in enumerate(plain) if word in _words("after")), len(plain))
    head = next(
        (place for place in range(stop) if plain[place] in _words("noun") and _ends(words, plain, place)),
        None,
    )
    if head is None:
        return None
    if plain[head] in _words("not of") and plain[head + 1 : head + 2] == ["of"]:
        return None
    kind, last = _words("noun")[plain[head]], head + 1
    if kind == PLAIN:
        kind = _said_by(plain[:head])
    if plain[head] == "those" and last < len(words) and _is_participle(plain[last]):
        last += 1  # "those arrested" is a name, "those" is none
    elif plain[head] in ("member", "members") and plain[last : last + 1] == ["of"]:
        last = next(
            (place for place in range(last + 1, len(plain)) if _is_participle(plain[place])), len(plain)
        )
        kind = _said_by(plain[head + 2 : last])  # "members of a gang", "members of the National Guard"
    return _EDGE.sub("", " ".join(words[:last])), kind


def _said_by(words: list[str]) -> str:
    """The kind that the last of these words tells which tells more than that somebody is a person."""
    kinds = (_words("before").get(word) or _words("noun").get(word, PLAIN) for word in reversed(words))
    return next((kind for kind in kinds if kind != PLAIN), PLAIN)


def _ends(words: list[str], plain: list[str], place: int) -> bool:
    """Whether a noun at this place is the one that is counted: "migrants", "migrants held in May", but not
    "migrant deaths"."""
    if place + 1 == len(words):
        return True
    following = plain[place + 1]
    if words[place][-1] in ",;:()":  # "men, women and children" is one name; it goes on until its last noun
        return following not in _words("noun")
    if following in ("and", "or", "&"):
        return not any(word in _words("noun") for word in plain[place + 2 :])
    return not following or following in _words("after") or _is_participle(following)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in _words("after")


def namings(quantities: pd.DataFrame) -> pd.DataFrame:
    """How each article calls the people it counts.

    Args:
        quantities: The table `quantities`; only counts and percentages are read.

    Returns:
        One row an article and name (upper and lower case are the same): article, name (as first written),
        kind, times, counts (the figures it goes with, in text order, each once).
    """
    counted = quantities[quantities["unit"].isin(["count", "percent"])]
    found: dict[tuple[str, str], dict] = {}
    for row in counted.itertuples():
        if named := naming(row.what):
            name, kind = named
            new = {"article": row.article, "name": name, "kind": kind, "times": 0, "counts": []}
            entry = found.setdefault((row.article, name.casefold()), new)
            entry["times"] += 1
            if row.quote not in entry["counts"]:
                entry["counts"].append(row.quote)
    return pd.DataFrame(found.values(), columns=["article", "name", "kind", "times", "counts"])


def sentences(names: pd.DataFrame, quantities: pd.DataFrame, checks: pd.DataFrame) -> list[str]:
    """What the names say: by what people are named, how often, and where one and the same figure has several
    names.

    Args:
        names: From `namings`.
        quantities: The table the names were read from.
        checks: The table of `helpers.check`: figures that it takes for one and the same given again.
    """
    if names.empty:
        return []
    by_kind = names.groupby("kind")["times"].sum()
    order = sorted(by_kind.index, key=lambda kind: (-by_kind[kind], kind))
    times = int(names["times"].sum())
    said = {kind: ONLY_PEOPLE if kind == PLAIN else kind for kind in order}
    if len(order) == 1:
        how = f", and {'always ' if times > 1 else ''}described {said[order[0]]}"
    else:
        how = ": " + ", ".join(f"in {number(int(by_kind[kind]))} {said[kind]}" for kind in order)
    return [
        *_several_names(quantities, checks),
        f"People are counted in {amount(times, 'place')}{how}.{_about_following(quantities)}",
    ]


def _about_following(quantities: pd.DataFrame) -> str:
    """That the words after a noun that says only that they are people name a suspicion or crime; words that are not
    recognised may name one too, so a part of them is a lower bound."""
    counted = quantities[quantities["unit"].isin(["count", "percent"])]
    plain = [row for row in counted.itertuples() if (naming(row.what) or ("", ""))[1] == PLAIN]
    said = [words for row in plain if (words := _following(row))]
    if not said:
        return ""
    where = (
        f"In at least {number(len(said))} of the {number(len(plain))} with such a noun,"
        if len(said) < len(plain)
        else f"In {all_of(len(plain))} with such a noun,"
        if len(plain) > 1
        else "There,"
    )
    return f" {where} the words that follow it name a suspicion or crime (“{said[0]}”)."


def _following(row) -> str:
    """The noun of a count and the words after it, up to a sign, if these name a suspicion or crime; else empty."""
    rest = row.sentence[row.end - row.sentence_start :].split()
    noun = naming(row.what)[0].split()
    if [_EDGE.sub("", word) for word in rest[: len(noun)]] != [_EDGE.sub("", word) for word in noun]:
        return ""
    words = []
    for word in rest[len(noun) - 1 :][: FOLLOWING + 1]:
        if word in _PREDICATES:  # what is said of the people no longer says who they are
            break
        words.append(word)
        if word[-1] in ",;:.!?()":
            break
    plain = [_EDGE.sub("", word).casefold() for word in words[1:]]
    if not plain or not _is_participle(plain[0]) or _said_by(plain) != CRIME:
        return ""
    cut = "…" if len(words) > FOLLOWING else ""
    return _EDGE.sub("", " ".join([*noun[:-1], *words])) + cut


def _is_name(words: str) -> bool:
    """Whether words call people something, and do not only tell what was done to them: "31 charged"."""
    return " " in words or not _is_participle(words.casefold())


def _first_spelt(words: Iterable[str]) -> dict[str, str]:
    """Words without regard to capitals → as they are first written."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word.casefold(), word)
    return found


def _adds_nothing(name: str, other: str) -> bool:
    """Whether a name is another one with words before it that tell nothing of the people: "county officers", "officers"."""
    before = name.removesuffix(f" {other}").split() if name.endswith(f" {other}") else []
    return bool(before) and not any(word in _words("before") or word in _words("noun") for word in before)


def _several_names(quantities: pd.DataFrame, checks: pd.DataFrame) -> Iterable[str]:
    named = {(row.article, row.start): (row.quote, naming(row.what)) for row in quantities.itertuples()}
    found = []
    for check in checks[checks["kind"] == REPEAT].itertuples():
        own = [named[check.article, start] for start in check.starts if (check.article, start) in named]
        names = _first_spelt(name[0] for _, name in own if name and _is_name(name[0]))
        names = {
            folded: name
            for folded, name in names.items()
            if not any(_adds_nothing(folded, other) for other in names)
        }
        if len(names) > 1:
            figures = " or ".join(f"“{quote}”" for quote in _first_spelt(quote for quote, _ in own).values())
            found.append(
                f"those counted as {figures} are called {listed(f'“{name}”' for name in names.values())} ({called(check.article)})"
            )
    if found:
        yield f"**The same figure, different names:** {listed(found, most=4)}."
