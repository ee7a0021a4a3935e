"""Which stretches of a sentence may be the name of a body: runs of capitalised words with the small words that names have, and
every stretch of a run that begins and ends like a name.

What speaks for and against a stretch is in `helpers.names.evidence`, what it weighs together in `helpers.names.weighed`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpers.names.classes import COMPLETE, LISTED, NAME_HEAD, WHOLE
from helpers.names.lists import Word
from helpers.names.pieces import Piece
from helpers.texts import MONTH_NAMES, WEEKDAY_NAMES, word_set

__all__ = ["HEADS", "JOINTS", "OF", "Run", "Seen", "Span", "runs_of", "spans_of"]

Span = tuple[int, int]  # number of the first word, and of the one behind the last

LONGEST_SPAN = 14  # words
LONGEST_RUN = 60  # words; a longer one is read in parts
MOST_BETWEEN = 3  # small words between two capitalised ones
LONGEST_DATELINE = 12  # words
HEADS = frozenset((NAME_HEAD, WHOLE, COMPLETE))
OF = frozenset(["of", "for", "de", "del", "do", "da", "du", "des", "on", "against", "di"])
JOINTS = OF | frozenset(
    [
        "the",
        "and",
        "&",
        "la",
        "las",
        "los",
        "el",
        "dos",
        "das",
        "et",
        "y",
        "e",
        "in",
        "at",
        "to",
        "'s",
        "'",
        ",",
        "d",
        "l",
        "-",
    ]
)
_DASHES = ("–", "—", "-")
_SIDES = frozenset(["District", "Northern", "Southern", "Eastern", "Western", "Middle", "Central"])
_KINDS_OF_DISTRICT = ("Judicial", "Congressional")
_TIMES = frozenset((*MONTH_NAMES, *WEEKDAY_NAMES))


@dataclass(frozen=True)
class Run:
    """Capitalised words of a sentence with the small ones between them.

    Attributes:
        first, last: Numbers of the first word and of the one behind the run.
        starts: Numbers of the words with which a name may begin.
        ends: Numbers of the words behind those with which it may end.
    """

    first: int
    last: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Seen:
    """What lists and rules say of the words of a sentence, looked up once for all of its stretches.

    Attributes:
        words: The words.
        capital: Whether each begins with a capital.
        classes: Number of the word behind a noun for a body -> the class of the noun.
        listed: Bodies that a list knows; `listed_ends` where they end; `built` and `described` are those that rules find by shape and by description.
        nations: Number of the first word of a country or its adjective -> number of the word behind it.
        nation_ends: The latter.
    """

    def __init__(
        self, words: Sequence[Word], pieces: Sequence[Piece], built: Sequence[Span], described: Sequence[Span]
    ):
        self.words, self.built, self.described = words, sorted(built), sorted(described)
        self.capital = [word.text[:1].isupper() for word in words]
        self.classes = {piece.end: piece.name for piece in pieces if piece.name in HEADS}
        self.listed = [(piece.start, piece.end) for piece in pieces if piece.letter == LISTED]
        self.listed_ends = {end for _, end in self.listed}
        nations = [
            one for one in pieces if one.entries and one.letter != LISTED and one.of("nation", "adjective")
        ]
        self.nations = {piece.start: piece.end for piece in nations}
        self.nation_ends = set(self.nations.values())
        dash = next((n for n, word in enumerate(words[:LONGEST_DATELINE]) if word.text in _DASHES), 0)
        town = dash and len(words[0].text) > 1 and words[0].text.isupper()
        self.behind_dateline = dash if town and words[dash - 1].end < words[dash].start else 0

    def over(self, spans: Sequence[Span], first: int, last: int) -> list[Span]:
        """Those of some stretches in order that a stretch overlaps."""
        at = bisect_left(spans, (first - LONGEST_SPAN, 0))
        found = []
        while at < len(spans) and spans[at][0] < last:
            found += [spans[at]] if spans[at][1] > first else []
            at += 1
        return found

    def text(self, number: int) -> str:
        """A word as written; empty behind the last one."""
        return self.words[number].text if number < len(self.words) else ""

    def has_head(self, first: int, last: int) -> bool:
        """Whether a noun for a body ends in a stretch."""
        return any(number in self.classes for number in range(first + 1, last + 1))


def runs_of(seen: Seen) -> Iterator[Run]:
    """The runs of a sentence in order."""
    words, at = seen.words, 0
    while at < len(words):
        last = _end_of_run(seen, at) if seen.capital[at] or _is_ordinal(seen, at) else at
        if last > at:
            places = range(at, last)
            starts = tuple(n for n in places if seen.capital[n] or _is_ordinal(seen, n))
            ends = tuple(n + 1 for n in places if seen.capital[n] or n > at and _ends_name(seen, n))
            if not _is_plain(seen, at, last):
                yield Run(at, last, starts, ends)
        at = max(last, at + 1)


def _end_of_run(seen: Seen, first: int) -> int:
    """Number of the word behind a run."""
    last = gap = first + 1
    while gap < min(len(seen.words), first + LONGEST_RUN) and gap - last <= MOST_BETWEEN:
        word = seen.words[gap]
        if seen.capital[gap] or word.text[0].isdigit():
            last = gap + 1
        elif word.key not in JOINTS or word.key == "," and seen.text(gap + 1) == "the":
            return last + _ends_name(seen, last)
        gap += 1
    return last


def _is_plain(seen: Seen, first: int, last: int) -> bool:
    """Whether a run is one word that no list knows: "Monday"."""
    return last == first + 1 and last not in seen.listed_ends


def _is_ordinal(seen: Seen, number: int) -> bool:
    """Whether a name can begin with an ordinal: "112th Precinct"."""
    text = seen.words[number].text
    follows = number + 1 < len(seen.words) and seen.capital[number + 1]
    return text[0].isdigit() and text[-1].isalpha() and follows


def _ends_name(seen: Seen, number: int) -> bool:
    """Whether a word without a capital ends a name: "Precinct 3", "Probation and Parole division"."""
    if not 0 < number < len(seen.words) or not seen.capital[number - 1]:
        return False
    before, word = seen.words[number - 1], seen.words[number].text
    if word.isdigit():
        return len(word) < 3 and before.text in word_set("numbered") | word_set("parts")
    return word in word_set("small_unit_heads") and before.key in word_set("subjects") - word_set("dogs")


def spans_of(run: Run, seen: Seen) -> list[Span]:
    """The stretches of a run that may be names."""
    return [
        (first, last)
        for first in run.starts
        for last in run.ends
        if first < last <= first + LONGEST_SPAN and not _is_else(seen, first, last)
    ]


def _is_else(seen: Seen, first: int, last: int) -> bool:
    """Whether a stretch is by its build no name of a body."""
    if last not in seen.classes and (first < seen.behind_dateline or not first and seen.text(last) == ":"):
        return True
    end = {seen.text(last - 1), f"{seen.text(last - 2)} {seen.text(last - 1)}"}
    if end & word_set("no_bodies") or seen.text(first) in word_set("organisation_kinds"):
        return True
    if seen.text(last) == "and" and _ends_name(seen, last + 2):
        return True  # "Probation" in "Probation and Parole division"
    if any(
        seen.text(seen.nations.get(n + 1, n)) in ("'s", "’s")
        for n in range(first, last)
        if seen.text(n) == "and"
    ):
        return True  # "the Croatian Ombudswoman and Bosnia's Service for Foreigners' Affairs"
    if any(
        seen.text(n) in ("and", "&") and _begins_anew(seen, first, n, last)
        for n in range(first + 1, last - 1)
    ):
        return True
    if any(start == first and seen.text(end) == "and" for start, end in seen.over(seen.listed, first, last)):
        return last - first > 1  # "the FBI and the Navy"
    if last == first + 1 and last not in seen.listed_ends:
        return True  # a word counts where the article introduces it as a short name
    if last == first + 3 and seen.text(first + 1) == "and" and {first + 1, last} <= seen.classes.keys():
        return True  # "Customs and Police"
    if last == first + 3 and seen.text(first + 1) == "and" and seen.text(first) in word_set("bare_names"):
        return seen.text(last - 1).isupper()  # "Customs and NESREA"
    joints = {word.key for word in seen.words[first:last] if word.key in ("in", "at")}
    if joints and word_set("seated").isdisjoint(word.text for word in seen.words[first:last]):
        return True
    return _is_nations(seen, first, last) or _is_district(seen, first, last) or _is_person(seen, first, last)


def _begins_anew(seen: Seen, first: int, joint: int, last: int) -> bool:
    """Whether a second body stands behind an "and": with its own article, "the Directorate of Migration and the Gendarmerie
    Command", or with its county, "the Department of Fish and San Benito County Code Enforcement"."""
    if not seen.has_head(first, joint) and not seen.over(seen.listed, first, joint):
        return False
    article = seen.text(joint + 1) == "the" and seen.has_head(joint + 1, last)
    return article or any(seen.text(n) == "County" for n in range(joint + 2, min(joint + 5, last)))


def _is_nations(seen: Seen, first: int, last: int) -> bool:
    """Whether a stretch holds countries and nothing else: "the US and Mexico"."""
    at = first
    while at < last:
        if at not in seen.nations and seen.words[at].key not in JOINTS:
            return False
        at = seen.nations.get(at, at + 1)
    return True


def _is_district(seen: Seen, first: int, last: int) -> bool:
    """Whether a stretch is a district of justice and no body of it: "Northern District of Ohio", "21st Judicial District"."""
    if seen.text(last - 1) == "District" and seen.text(last - 2) in _KINDS_OF_DISTRICT:
        return True
    if seen.text(first) not in _SIDES:
        return False
    at = first + (seen.text(first) != "District")
    return seen.text(at) == "District" and seen.text(at + 1) == "of"


def _is_person(seen: Seen, first: int, last: int) -> bool:
    """Whether a stretch holds somebody's title and name ("ICE Director Jo Sample"), people ("Patrol Agents"), a time, or two
    bodies with a comma between them."""
    words = seen.words
    if words[first].key in word_set("field_people") and seen.text(first + 1) in OF:
        return True
    joined = False  # behind "of" a title is that of the body: "Office of the Inspector General"
    for n in range(first + 1, last):
        key = words[n].key
        joined = joined or key in OF
        comma = key == "," and not joined
        if comma and (n in seen.classes and last in seen.classes or seen.text(n + 1) in OF):
            return True
        listed = comma and any(start == n + 1 for start, _ in seen.over(seen.listed, n, last))
        if listed and n in seen.classes and any(word.key == "and" for word in words[n:last]):
            return True  # "Elm Police Department, Homeland Security Investigations and Lantern House"
        if words[n].text in _TIMES or _is_title(seen, n) and _is_name(seen, n + 1, last, full=joined):
            return True
    return not joined and words[last - 1].key in word_set("field_people")


def _is_title(seen: Seen, number: int) -> bool:
    """Whether a word is one of titles: "Director"."""
    key = seen.words[number].key
    return seen.capital[number] and (key in word_set("ranks") or key in word_set("functions"))


def _is_name(seen: Seen, first: int, last: int, *, full: bool) -> bool:
    """Whether what follows a title, or begins it up to an "and", is a person's name, of two words at least where that is asked."""
    end = next((n for n in range(first, last) if seen.text(n) == "and"), last)
    about = any(word.key in word_set("subjects") for word in seen.words[first:end])
    if end < last and not about and _is_name(seen, first, end, full=True):
        return True  # "Prosecutor Jo Sample and Essex Police"
    if first >= last or seen.has_head(first, last):
        return False
    return (
        not full
        or last - first > 1
        and not any(_is_title(seen, n) or not seen.capital[n] for n in range(first, last))
    )
