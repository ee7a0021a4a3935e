"""Bodies whose name an article does not give, made from a rank and the one place of its kind: Sheriff in an article
on Knox County. What a rank serves stands in `ranks.csv`."""

import re
from collections.abc import Iterable
from functools import cache

from helpers.texts import Article, singular, word_list, word_set

__all__ = [
    "allows",
    "body_of_head",
    "body_of_office",
    "body_of_officers",
    "body_of_people",
    "body_of_title",
    "has_people",
    "made_body",
    "of_one_kind",
    "place_before",
]

_COUNTY = re.compile(  # no end of a sentence, no "Acting", no "Two", no "Assistant"
    rf"\b((?:(?!(?:{'|'.join(sorted(word_set('before_places')))})\b)(?:[A-Z][\w'’-]{{1,20}}|[A-Z][a-z]{{0,2}}\.)\s){{1,2}}(?:County|Parish))\b"
)
_PRISON = re.compile(
    r"\b((?:[A-Z][\w.'’-]{1,20}\s){1,4}(?:Prison|Penitentiary|Correctional\s(?:Institution|Facility|Center)))\b"
)
_CITY = re.compile(  # "Pueblo city officials", "the City of San Mateo"
    r"((?:[A-Z][\w'’-]{1,20}\s){1,2})[Cc]ity\s(?:officials|hall|council|leaders|government)|\b[Cc]ity\sof\s((?:[A-Z][\w'’-]{1,20}\b\s?){1,2})"
)
_PLACES = {"county": _COUNTY, "prison": _PRISON, "city": _CITY}


def body_of_title(text: str, article: Article) -> str:
    """The body of an official whose title ends a stretch of words, if the title alone tells it: "Assistant
    District Attorney" in an article on one county; empty otherwise."""
    for row in sorted(word_list("agencies/ranks"), key=lambda row: -len(row["rank"])):
        if row["made"] and (rank := re.search(rf"\b{row['rank']}$", text)):
            return made_body(row["made"], article, text[: rank.start()])
    return ""


def made_body(name: str, article: Article, before: str = "") -> str:
    """The name of a body made from the place right before the rank ("Pima County Sheriff"), or from the one place of
    its kind that the article or its headline names; empty if there are more.

    Args:
        name: What the body is called, with the kind of its place in braces; of names parted by a bar the first that can be
            made.
        article: The article.
        before: The words before the rank.
    """
    first, _, other = name.partition("|")
    if other:
        return made_body(first, article, before) or made_body(other, article, before)
    kind = next((kind for kind in _PLACES if "{" + kind + "}" in name), "")
    if not kind:
        return name
    if beside := place_before(before, kind):
        return name.format(**{kind: beside})
    places = _places(kind, article.text)
    if len(places) > 1:  # of several the one of the headline
        places = _places(kind, article.text.lstrip().partition("\n")[0])
    return name.format(**{kind: places.pop()}) if len(places) == 1 else ""


def _places(kind: str, text: str) -> set[str]:
    """The places of a kind that a text names."""
    places = (" ".join(_place(match).split()) for match in _PLACES[kind].finditer(text))
    return {place.removeprefix("The ").removeprefix("In ") for place in places}


def place_before(words: str, kind: str = "county") -> str:
    """The place that ends a stretch of words: "Pima County" of "said Pima County"."""
    found = [match for match in _PLACES[kind].finditer(words) if match.end() == len(words.rstrip())]
    return _place(found[-1]).removeprefix("The ").removeprefix("In ") if found else ""


def _place(match: re.Match) -> str:
    """The place in the words for one."""
    return next(filter(None, match.groups()))


def body_of_officers(word: str, named: Iterable[str], article: Article) -> str:
    """The body of officers who are named by their rank alone: "deputies" are the sheriff's, "troopers" the state
    police's; empty if the rank is anybody's, or several bodies of the article have it.

    Args:
        word: The officers, in lower case and plural.
        named: Canonical names of the bodies that the article has named so far.
        article: The article.
    """
    rank = _rank_of(word)
    if rank is None or not rank["body"]:
        return ""
    fitting = {agency for agency in named if re.search(rank["body"], agency)}
    if len(fitting) == 1:
        return fitting.pop()
    return made_body(rank["made"], article) if rank["made"] and not fitting else ""


def body_of_people(words: str, article: Article) -> str:
    """The body of people who are named with their place and by a rank of one kind of body: "Knox County deputies", "Knox
    County sheriff's deputies"; empty otherwise."""
    before, _, people = words.rpartition(" ")
    rank = _rank_of(people.lower())
    before = re.sub(r"(?i) sheriff's$", "", before) + " "
    placed = rank is not None and "{" in rank["made"].partition("|")[0] and place_before(before)
    return made_body(rank["made"], article, before) if placed else ""  # not of "Cook County prosecutors"


def body_of_head(title: str, place: str, article: Article) -> str:
    """The body of the head of it in a place: "the sheriff" of Knox County; empty if no list knows the title."""
    made = next((row["made"] for row in word_list("agencies/ranks") if row["rank"].lower() == title), "")
    return made_body(made, article, f"{place} ") if made else ""


def body_of_office(words: str, article: Article) -> str:
    """The body of an office that is named without its county, "sheriff's office", in an article on one county; empty
    otherwise.

    Args:
        words: The office, in lower case.
        article: The article.
    """
    every = {
        row["made"] for row in word_list("agencies/ranks") if row["made"].lower() == f"{{county}} {words}"
    }
    return made_body(every.pop(), article) if every else ""


def allows(rank: dict[str, str], agency: str) -> bool:
    """Whether a body can have people of a rank, as far as `ranks.csv` tells."""
    never = rank["never"] and re.search(rank["never"], agency)
    return not never and (not rank["body"] or re.search(rank["body"], agency) is not None)


def has_people(agency: str, word: str) -> bool:
    """Whether the people of a body can be called so: a sheriff's office has deputies, but no agents.

    Args:
        agency: Its canonical name.
        word: The people, in lower case and plural.
    """
    rank = _rank_of(word)
    return rank is None or allows(rank, agency)


def of_one_kind(word: str) -> bool:
    """Whether people of such a name are those of one kind of body only: troopers, but not agents.

    Args:
        word: The people, in lower case and plural.
    """
    rank = _rank_of(word)
    return rank is not None and bool(rank["body"])


@cache
def _rank_of(word: str) -> dict[str, str] | None:
    """The row of `ranks.csv` for people in the plural: "Deputy" for "sheriff's deputies"."""
    rank = singular(word.split()[-1]).capitalize()
    return next((row for row in word_list("agencies/ranks") if row["rank"] == rank), None)
