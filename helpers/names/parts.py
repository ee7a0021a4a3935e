"""How the name of a body stands to other names in it: a listed body with a place, a part of a description, a unit with its
body."""

from collections.abc import Sequence

from helpers.names.built import BRANCHES
from helpers.names.found import Found
from helpers.names.spans import Seen, Span
from helpers.texts import word_set

OWNERS = ("'s", "’s", "'", "’")
APART = (*OWNERS, ",", "(")
BEHIND = ("in", "at", "into", "on", "against")  # before the seat of a body or what it is about

__all__ = ["is_described", "is_known", "is_part", "unit_of"]


def is_described(seen: Seen, span: Span, description: Span) -> bool:
    """Whether a name is only a part of a description, and not the body of its people: "prosecutors in the Southern District
    of Texas", but "Lansing Police Department detectives"."""
    (first, last), (start, end) = span, description
    if not (start <= first and last <= end) or span == description:
        return False
    return start < first or seen.words[end - 1].key not in word_set("field_people")


def is_known(seen: Seen, span: Span, inside: Sequence[Found]) -> bool:
    """Whether a name is that of a listed body with its country, its owner or a place ("ERO Atlanta", "the DEA's St. Louis
    Division"), or a word that describes one.

    Args:
        seen: The sentence.
        span: The words of the name.
        inside: The candidates in it.
    """
    first, last = span
    if span in seen.described and last == first + 1:
        return True
    start, end = seen.words[first].start, seen.words[last - 1].end
    if _is_branch(seen, first, last) and seen.text(first - 1) in OWNERS and first - 1 in seen.listed_ends:
        return True
    if any(one.start == start and one.end > end and seen.text(last) in BEHIND for one in inside):
        return True
    if _joins_otherwise(seen, span, inside):
        return True
    listed = [one for one in inside if one.kind in ("name", "abbreviation")]
    if any(one.end >= end and not _is_of_other(seen, span, one) for one in listed):
        return True
    parent = next((one for one in listed if one.start == start), None)
    if parent is None:
        return False
    rest = [n for n in range(first, last) if seen.words[n].start >= parent.end]
    if _is_branch(seen, rest[0], last):
        return True
    about = any(seen.words[n].key in word_set("subjects") for n in rest)
    own = seen.words[last - 1].key in word_set("team_nouns") | word_set("programmes")
    if about and seen.text(rest[0]) in OWNERS and not own:
        return False  # "New Zealand Police's National Organised Crime Group"
    return not seen.has_head(rest[0], last) and seen.words[rest[0]].key not in ("of", "for")


def _is_of_other(seen: Seen, span: Span, listed: Found) -> bool:
    """Whether words before a listed name make it that of another body: "California Department of Education", but not
    "Danish Ministry of Justice"."""
    if listed.kind != "name" or listed.end != seen.words[span[1] - 1].end:
        return False
    at = next((n for n in range(*span) if seen.words[n].start == listed.start), span[0])
    if at in seen.nations or seen.words[at - 1].end + 1 < listed.start:
        return False  # "Rio Grande Valley Sector U.S. Border Patrol", and what the end of a line parts
    before = [n for n in range(*span) if seen.words[n].end <= listed.start]
    nations = {n for n in before if n in seen.nations for n in range(n, seen.nations[n])}
    apart = any(seen.words[n].key in APART for n in before)
    opens = before == [0]  # "Yesterday Border Patrol"
    return not (apart or opens) and any(seen.capital[n] and n not in nations for n in before)


def _joins_otherwise(seen: Seen, span: Span, inside: Sequence[Found]) -> bool:
    """Whether a name parts at an "and" what is one by its shape, or joins there what is two: "Kent Police and Excise
    Administration"."""
    places = {(one.start, one.end) for one in inside if one.kind in ("name", "pattern")}
    start, end = seen.words[span[0]].start, seen.words[span[1] - 1].end
    parted = any(a < start and b == end or a == start and end < b for a, b in places)
    beside = seen.text(span[0] - 1) == "and" or seen.text(span[1]) == "and"
    joined = (n for n in range(span[0] + 1, span[1] - 1) if seen.text(n) == "and")
    ends, starts = {b for _, b in places}, {a for a, _ in places}
    both = any(seen.words[n - 1].end in ends and seen.words[n + 1].start in starts for n in joined)
    return parted and beside or both


def _is_branch(seen: Seen, first: int, last: int) -> bool:
    """Whether words name an office of a body in a place, and nothing that it is for: "Tampa Field Office"."""
    about = {word.key for word in seen.words[first:last]} & (word_set("subjects") - {"field"})
    return seen.words[last - 1].text in BRANCHES and not about


def unit_of(seen: Seen, span: Span, inside: Sequence[Found]) -> Span | None:
    """Offsets of the unit in the name of one with the body that it is a part of ("OPP's Organized Crime Enforcement Bureau",
    "Q Branch of the Tamil Nadu Police"); None of a name that is none."""
    first, last = span
    words = seen.words
    start, end = words[first].start, words[last - 1].end
    bodies = {one.end for one in inside} | {words[n - 1].end for n in seen.classes if first < n <= last}
    for number in range(last - 2, first, -1):
        unit = number + 2 < last or last in seen.classes  # not "Affairs" of "Service for Foreigners' Affairs"
        if unit and words[number].key in ("'s", "'") and words[number].start in bodies:
            return words[number + 1].start, end
    for one in inside:
        if one.end == end and one.start > start:
            at = next(n for n in range(first, last) if words[n].start >= one.start)
            at -= words[at - 1].key == "the"
            if seen.text(at - 2) in BRANCHES and first < at - 2 in seen.listed_ends:
                return None  # "ICE Office of Homeland Security Investigations"
            if words[at - 1].key == "of" and at - 1 > first + 1:
                return start, words[at - 2].end
    return None


def is_part(seen: Seen, span: Span, one: Found) -> bool:
    """Whether a name is that of a branch or unit of a body ("FBI's New Orleans Field Office"), and not of the body with a
    place: "HSI Houston".

    Args:
        seen: The sentence.
        span: The words of the name.
        one: The body, or its unit behind "'s".
    """
    first, last = span
    if last not in seen.classes and seen.words[last - 1].text not in (*BRANCHES, *word_set("parts")):
        return False
    start, end = seen.words[first].start, seen.words[last - 1].end
    before = [word for word in seen.words[first:last] if word.end <= one.start]
    owned = bool(before) and before[-1].key in OWNERS
    return start <= one.start and (one.end < end or owned and one.end == end)
