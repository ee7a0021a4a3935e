"""What stands behind a name and belongs to it: its seat, its district, the abbreviation in brackets, the country or place
in whose language it is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from helpers.names.classes import CAPITALISED, SECTOR
from helpers.names.found import Found
from helpers.names.lists import Word
from helpers.names.pieces import STOP_WORDS, Piece, is_opener
from helpers.texts import MONTH_NAMES, WEEKDAY_NAMES, word_set

__all__ = ["ends_name", "with_more", "with_place", "with_subjects"]

_TIMES = frozenset((*MONTH_NAMES, *WEEKDAY_NAMES))
_DISTRICT = re.compile(
    r" (?:for|of) the \d{1,3}(?:st|nd|rd|th) (?:Judicial |Congressional )?(?:District|Circuit)\b"
)
_NAMED_DISTRICT = re.compile(
    r", (?:(?:Northern|Southern|Eastern|Western|Middle|Central) )?District of [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?"
)
_SEATED = re.compile(
    r" in (?:the )?[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,2}(?: of [A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30})?)?"
)
_BRACKET = re.compile(
    r"\s?\(\s?[“\"']?([A-Z][A-Za-z0-9&.\-]{1,11})[”\"']?(?:\s(?:for|in)\s[^()]{1,30}|,[^()]{1,30}|/[^()]{1,30})?\s?\)"
)


def with_more(text: str, found: Found) -> Found:
    """A candidate of a sentence with its seat, district and bracketed abbreviation."""
    return _with_bracket(text, _with_district(text, _with_named_district(text, _with_seat(text, found))))


def _with_seat(text: str, found: Found) -> Found:
    """With its seat, for a listed court of which there is one in many places: "U.S. District Court in
    Boston"."""
    if found.kind != "name" or not found.text.endswith("District Court"):
        return found
    match = _SEATED.match(text, found.end)
    return Found(found.start, match.end(), text[found.start : match.end()], "pattern") if match else found


def _with_named_district(text: str, found: Found) -> Found:
    """With the district that follows a comma: "U.S. Attorney's Office, District of Arizona"."""
    fits = found.kind == "name" and found.text.replace("’", "'").endswith("Attorney's Office")
    match = _NAMED_DISTRICT.match(text, found.end) if fits else None
    return Found(found.start, match.end(), text[found.start : match.end()], "pattern") if match else found


def _with_district(text: str, found: Found) -> Found:
    """With the number of its district: "the district attorney's office for the 83rd Judicial District"."""
    match = _DISTRICT.match(text, found.end) if found.kind in ("name", "pattern", "description") else None
    return replace(found, end=match.end(), text=text[found.start : match.end()]) if match else found


def _with_bracket(text: str, found: Found) -> Found:
    match = _BRACKET.match(text, found.end)
    if not match or found.kind in ("nation", "adjective") or sum(letter.isupper() for letter in match[1]) < 2:
        return found
    return replace(found, bracket=match.span(1))


def with_place(words: Sequence[Word], pieces: Sequence[Piece], number: int) -> tuple[str, int]:
    """Kind and end of a listed name with what it is of in its own language: "Policía Nacional de Honduras" is listed with
    its country, "Fiscalía General del Estado de Coahuila" is a body that no list holds."""
    end = last = pieces[number].end
    joined = False
    for piece in pieces[number + 1 :]:
        if words[piece.start].text in word_set("name_particles"):
            joined = True
            continue
        if not (joined or last > end) or not words[piece.start].text[:1].isupper():
            break
        if piece.of("nation"):
            return ("name" if last == end else "pattern"), piece.end
        last = piece.end
    return ("pattern" if last > end else "name"), last


def with_subjects(words: Sequence[Word], pieces: Sequence[Piece], number: int) -> int:
    """End of a listed name with what else the body is about, which makes it another one: "Ministry of Migration and Asylum",
    "Department of Agriculture, Fisheries and Forestry"; not "Ministry of Justice and Customs"."""
    end = pieces[number].end
    name = [word.key for word in words[pieces[number].start : end]]
    if not {"of", "for"} & set(name) and name[-1] != "customs":
        return end
    tail = _SUBJECTS_BEHIND.match("".join(_sign(words, piece) for piece in pieces[number + 1 :]))
    return pieces[number + tail.end()].end if tail else end


def _sign(words: Sequence[Word], piece: Piece) -> str:
    """What a piece can be behind a name: s(ubject), W(ord with a capital), a(nd), a comma, another N(ame) or
    nothing of these."""
    first, last = words[piece.start], words[piece.end - 1]
    if first.key in ("and", "&", ","):
        return "," if first.key == "," else "a"
    plain = piece.letter == CAPITALISED or piece.letter == SECTOR and first.text[:1].isupper()
    if not plain or last.key in word_set("forces"):
        return "N" if first.text[:1].isupper() else "x"
    return "s" if last.key in word_set("subjects") | word_set("more_subjects") else "W"


_SUBJECTS_BEHIND = re.compile(r"(?:(?:,[sW]{0,2}s)*,?a[sW]{0,2})?s(?![sWN])")


def ends_name(words: Sequence[Word], at: int) -> bool:
    """Whether the word before a country says that it is only the end of a name and does nothing itself: "Greenpeace
    France", "Guardia Nacional de Venezuela"."""
    before = words[at - 1]
    if not at or before.end + 1 != words[at].start:
        return False
    if before.text in word_set("name_particles"):
        return at > 1 and words[at - 2].key not in STOP_WORDS
    opener = at == 1 and (before.key.endswith("ing") or is_opener(before))
    other = before.text in word_set("not_persons") or before.text in _TIMES
    return before.text[:1].isupper() and not (opener or other)
