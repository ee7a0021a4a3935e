"""What the people are called whom an article counts: the words of the text, quoted, under the noun they end in.

The words are those of `quantities.what`, as far as they name the people and not what they did or had: of
"individuals with criminal records" it is “individuals”. Names with one noun stand together ("alien offenders",
"offenders"); nothing is said of what a noun means. Which nouns name people is data
(`helpers/data/texts/person_words.csv`). Counts of other things are left out.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import pandas as pd

from helpers.findings.arithmetic_words import REPEAT
from helpers.findings.words import amount, called, listed, number
from helpers.texts import word_list

__all__ = ["naming", "namings", "sentences"]

MOST_WORDS = 12  # of a phrase; longer ones have run on into the rest of the sentence
NOUNS_SAID = 4
_JOINING = ("and", "or", "&")
_EDGE = re.compile(r"^\W+|\W+$")


@cache
def _words_at_place(place: str) -> frozenset[str]:
    """The words of one place: noun, before (it), after (it), or "not of" for nouns that name nobody if
    "of" follows."""
    words = {row["word"] for row in word_list("texts/person_words") if row["place"] == place}
    adjectives = {
        adjective.casefold()
        for row in word_list("names/nations")
        for adjective in row["adjectives"].split("|")
    }
    if place == "before":
        words |= adjectives
    elif place == "noun":  # "Mexicans", "Iraqis", "Chinese"
        words |= {word + "s" for word in adjectives if word.endswith(("n", "i"))}
        words |= {word for word in adjectives if word.endswith("ese")}
    return frozenset(words)


@lru_cache(maxsize=1 << 14)
def naming(what: str) -> tuple[str, str] | None:
    """The words of a phrase that name people, and their noun.

    Args:
        what: The thing counted, in the words of the text.

    Returns:
        The words, exactly as they stand, and the noun in lower case (of "men, women and children" all of them, of "those
        arrested" both words); None if it is not people that are counted.

    >>> naming("alien offenders"), naming("undocumented individuals from 30 countries"), naming("drug overdose deaths")
    (('alien offenders', 'offenders'), ('undocumented individuals', 'individuals'), None)
    """
    words = what.split()[:MOST_WORDS]
    plain = [_EDGE.sub("", word).casefold() for word in words]
    stop = next((place for place, word in enumerate(plain) if word in _words_at_place("after")), len(plain))
    head = next(
        (
            place
            for place in range(stop)
            if plain[place] in _words_at_place("noun") and _ends(words, plain, place)
        ),
        None,
    )
    if head is None:
        return None
    if plain[head] in _words_at_place("not of") and plain[head + 1 : head + 2] == ["of"]:
        return None
    first, last = head, head + 1
    if plain[head] == "those" and last < len(words) and _is_participle(plain[last]):
        last += 1  # "those arrested" is a name, "those" is none
    elif plain[head] in ("member", "members") and plain[last : last + 1] == ["of"]:
        last = next(
            (place for place in range(last + 1, len(plain)) if _is_participle(plain[place])), len(plain)
        )
    elif head > 1 and plain[head - 1] in _JOINING:
        first = next(
            place for place in range(head) if plain[place] in _words_at_place("noun") or place == head - 1
        )
    noun = " ".join(words[first:last]) if first < head or last > head + 1 else plain[head]
    return _EDGE.sub("", " ".join(words[:last])), _EDGE.sub("", noun.casefold())


def _ends(words: list[str], plain: list[str], place: int) -> bool:
    """Whether a noun at this place is the one that is counted: "migrants", "migrants held in May", but not
    "migrant deaths"."""
    if place + 1 == len(words):
        return True
    following = plain[place + 1]
    if words[place][-1] in ",;:()":  # "men, women and children" is one name; it goes on until its last noun
        return following not in _words_at_place("noun")
    if following in _JOINING:
        return not any(word in _words_at_place("noun") for word in plain[place + 2 :])
    return not following or following in _words_at_place("after") or _is_participle(following)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in _words_at_place("after")


def namings(quantities: pd.DataFrame) -> pd.DataFrame:
    """How each article calls the people it counts.

    Args:
        quantities: The table `quantities`; only counts and percentages are read.

    Returns:
        One row an article and name (upper and lower case are the same): article, name (as first written),
        noun (from `naming`), times, counts (the figures it goes with, in text order, each once).
    """
    counted = quantities[quantities["unit"].isin(["count", "percent"])]
    found: dict[tuple[str, str], dict] = {}
    for row in counted.itertuples():
        if named := naming(row.what):
            name, noun = named
            new = {"article": row.article, "name": name, "noun": noun, "times": 0, "counts": []}
            entry = found.setdefault((row.article, name.casefold()), new)
            entry["times"] += 1
            if row.quote not in entry["counts"]:
                entry["counts"].append(row.quote)
    return pd.DataFrame(found.values(), columns=["article", "name", "noun", "times", "counts"])


def sentences(names: pd.DataFrame, quantities: pd.DataFrame, checks: pd.DataFrame) -> list[str]:
    """What the names say: which nouns people are counted with, how often, and where one and the same figure has several
    names.

    Args:
        names: From `namings`.
        quantities: The table the names were read from.
        checks: The table of `helpers.check`: figures that it takes for one and the same given again.
    """
    if names.empty:
        return []
    written = _first_spelt(
        name[-len(noun) :] for name, noun in zip(names["name"], names["noun"], strict=True)
    )
    by_noun = names.groupby(names["noun"].map(written), sort=False)["times"].sum()
    by_noun = by_noun.sort_values(ascending=False, kind="stable")
    times = int(by_noun.sum())
    if len(by_noun) == 1:
        how = f", {'always ' if times > 1 else ''}as “{by_noun.index[0]}”"
    else:
        said = [f"{number(int(count))} as “{noun}”" for noun, count in by_noun.head(NOUNS_SAID).items()]
        rest = by_noun.iloc[NOUNS_SAID:]
        said += (
            [f"{number(int(rest.sum()))} with {'another noun' if len(rest) == 1 else 'other nouns'}"]
            if len(rest)
            else []
        )
        how = f": {listed(said)}"
    return [*_several_names(quantities, checks), f"People are counted in {amount(times, 'place')}{how}."]


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
    return bool(before) and not any(
        word in _words_at_place("before") or word in _words_at_place("noun") for word in before
    )


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
