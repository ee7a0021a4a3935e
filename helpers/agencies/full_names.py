"""The fullest name that an article gives a body anywhere, for the short forms of it: "Lansing police" and "LPD" for
the Lansing Police Department, "Crook County deputies" for its sheriff's office.

Two forms mean one body if the same words are left of both when those that only tell what kind of body it is, or who
its people are, have been taken away (`short_forms.csv`).
"""

import re
from dataclasses import replace
from functools import cache, cached_property

from helpers.agencies.made import body_of_people
from helpers.agencies.places import US_STATE, Places
from helpers.names import (
    Found,
    gazetteer,
    is_title_case,
    nations_in,
    plain_name,
    plain_words,
    significant,
    unique_initials,
)
from helpers.texts import Sentence, verbs_of, word_list, word_set

__all__ = ["FullNames", "is_definite", "uncounted", "watches_police"]

_PLACE = re.compile(r"(?:[A-ZÀ-Þ][\w.'-]{1,30} ){1,4}")
_DEPARTMENT = re.compile(r"\bdepartment\b(?! of\b)")  # of an article that calls a police so
_TOWN_POLICE = re.compile(r"((?:[A-ZÀ-Þ][\w.'-]{1,30} ){1,3})[Pp]olice(?: officers| detectives)?")
_TOWN_OFFICERS = re.compile(r"([A-ZÀ-Þ][\w.'-]{1,30}(?: [A-ZÀ-Þ][\w.'-]{1,30}){0,2}) (?:officers|detectives)")
_NAMED = ("name", "abbreviation", "pattern")
_OF_OWNER = re.compile(r"['’]s?\s*$|^\s+(?:of|at|in|for)\s+(?:the\s+)?")
_OF_ITS = re.compile(r"(?:['’]s)? ((?!and\b)(?:[a-z-]{3,20},? ){1,4})")
_KINDS = frozenset(["police", "sheriff", "patrol"])
_SHARED = re.compile(
    r"(.{3,100}?),? and (.{3,40}?)((?: County| City)?) (police|sheriff's|fire|health) (department|office|service|force)s"
)
_ATTORNEYS = "Attorney's Office"
_ANY_POLICE = frozenset(["police", "police officers", "police department", "the police", "police chief"])


class FullNames(Places):
    """Goes with one article."""

    @cached_property
    def full_names(self) -> dict[frozenset[str], tuple[Sentence, Found]]:
        """What is left of the names that the article writes in full -> the longest of those that mean one body."""
        longest: dict[frozenset[str], tuple[Sentence, Found]] = {}
        for sentence in self.sentences:
            if is_title_case(sentence):
                continue
            for found in (
                whole
                for one in self.scans[sentence.start]
                for whole in (one, owner_of(sentence, one))
                if whole
            ):
                if found.kind in ("name", "pattern") and len(left := _left(found.text)) > 1:
                    known = longest.get(left)
                    if known is None or len(found.text) > len(known[1].text):
                        longest[left] = (sentence, found)
        return longest

    def in_full(self, found: Found, nation: str) -> tuple[Sentence, Found] | None:
        """The longer name that stands somewhere in the article for the body of a short form with its place, or of "police"
        alone if the unit gives it no country."""
        if found.text.lower() in ("police", "police officers"):
            return None if nation else self.one_police
        text = plain_name(found.text)
        if text.islower() and found.kind == "description":
            return self.ending_in(text)
        if not _PLACE.match(text) or nations_in(text):
            return None
        left = _left(text)
        whole = self.full_names.get(left)
        if whole is None and not left & _KINDS:
            whole = self.full_names.get(left | {"police"})
        if whole is None or len(whole[1].text) <= len(text) and found.kind == "pattern":
            return None
        return None if plain_name(whole[1].text) == text else whole

    def in_small_letters(self, found: Found) -> tuple[Sentence, Found] | None:
        """Where the article writes a name of capitals, that of a letterhead, as names are written."""
        if found.kind != "pattern" or not found.text.isupper() or " " not in found.text:
            return None
        every = ((one, other) for one in self.sentences for other in self.scans[one.start])
        same = (place for place in every if place[1].text.upper() == found.text)
        return next((place for place in same if not place[1].text.isupper()), None)

    def ending_in(self, text: str) -> tuple[Sentence, Found] | None:
        """The only name in full that ends in a description of one body, the New Jersey State Police for "state police", or that
        holds its words, the Canada Border Services Agency for "border services"."""
        if " " not in text or text.split()[-1] in word_set("plural_bodies"):
            return None
        every = [(f" {plain_name(place[1].text).lower()} ", place) for place in self.full_names.values()]
        ending = [place for name, place in every if name.endswith(f" {text} ")]
        holding = ending or [place for name, place in every if f" {text} " in name]
        return holding[0] if len(holding) == 1 else None

    def other_name(self, found: Found) -> str:
        """The name of a body that the article calls otherwise: the police of a town that is only called "Lansing police" and
        "the department", the office whose people are named with their county, "Knox County deputies", the one that has its
        district behind a comma; empty if it speaks of several."""
        text = plain_name(found.text)
        if office := body_of_people(text, self.article):
            return office
        if f"{_ATTORNEYS}, " in text:
            return text.replace(", ", " for the ", 1)  # "U.S. Attorney's Office, District of Arizona"
        people = _TOWN_OFFICERS.fullmatch(text)
        town = people[1] if people and people[1] in self.towns else _town_of(found)
        town = min(self.towns) if len(self.towns) == 1 and text.lower() == "city police" else town
        only = town and self.towns == {town} and _DEPARTMENT.search(self.article.text)
        return f"{town} Police Department" if only or town and self.in_one_state else ""

    @cached_property
    def in_one_state(self) -> bool:
        """Whether an article tells of a state of the United States and of no other country, where the police of a town is a
        department."""
        abroad = self.weights.keys() - {"United States", "international", ""}
        return not abroad and US_STATE.search(self.article.text) is not None

    def several(self, found: Found) -> list[str]:
        """The names of the bodies of several places that share their last words, "Salem and Keizer police departments", if
        the article has one of them in full; otherwise they stay one description."""
        match = _SHARED.fullmatch(plain_name(found.text)) if found.kind == "description" else None
        if match is None:
            return []
        kind = f"{match[3]} {match[4].capitalize()} {match[5].capitalize()}"
        every = [f"{place.strip()}{kind}" for place in [*match[1].split(","), match[2]]]
        return every if any(plain_name(one.text) in every for _, one in self.full_names.values()) else []

    @cached_property
    def towns(self) -> set[str]:
        """The towns whose police the article describes or names."""
        return {_town_of(one) for scanned in self.scans.values() for one in scanned} - {""}

    @cached_property
    def one_police(self) -> tuple[Sentence, Found] | None:
        """The police that "police" alone stands for: the only one that the article tells from others, if it names it or
        its town; the police of a country or state may be any."""
        every: dict[frozenset[str], tuple[Sentence, Found]] = {}
        for sentence in self.sentences:
            for found in self.scans[sentence.start]:
                left = _left(_listed_name(found))
                several = found.text.split()[-1].lower() in word_set("plural_bodies")
                if (
                    "police" in left
                    and not watches_police(found.text)
                    and found.text.lower() not in _ANY_POLICE
                    and not several
                ):
                    every.setdefault(left, (sentence, found))
        wholes = [left for left in every if not any(other < left for other in every)]  # without their units
        if len(wholes) != 1:
            return None
        sentence, found = every[wholes[0]]
        return None if found.kind == "description" and not _town_of(found) else (sentence, found)

    def parent_before(self, sentence: Sentence, found: Found) -> str:
        """The name right before that of a unit, which is part of it: "Border Patrol Weslaco Station Anti-Smuggling
        Unit", "Department of Correction's Parole division"; empty if there is none."""
        last = found.text.split()[-1]
        for other in self.scans[sentence.start] if last in word_set("unit_heads") or last.islower() else ():
            if other.kind not in _NAMED or other.bracket or other.end > found.start:
                continue
            between = plain_name(sentence.text[other.end : found.start])
            if not between or last.islower() and between in ("'s", "'"):
                return f"{plain_name(sentence.text[other.start : found.start])} "
        return ""

    def owner_of_unit(self, sentence: Sentence, found: Found) -> Found | None:
        """The body right before the description of its unit: "Kent Police serious and organised crime unit"."""
        if found.text.split()[-1].title() not in word_set("unit_heads"):
            return None
        no_part = verbs_of().keys() | word_set("small_words") - {"and"}
        for other in self.scans[sentence.start]:
            between = _OF_ITS.fullmatch(sentence.text[other.end : found.start])
            if other.kind in ("name", "pattern") and between and no_part.isdisjoint(between[1].split()):
                return other
        return None

    def owner_of_programme(self, sentence: Sentence, found: Found) -> Found | None:
        """The body right before the name of what it does: "ERO's Security Alliance for Fugitive Enforcement"."""
        words = found.text.split(" for ")[0].split()
        if found.kind != "pattern" or words[-1] not in word_set("programme_heads"):
            return None
        owned = (
            one
            for one in self.scans[sentence.start]
            if sentence.text[one.end : found.start] in ("'s ", "’s ")
        )
        return next((one for one in owned if one.kind in ("name", "abbreviation")), None)

    @cached_property
    def first_letters(self) -> dict[str, tuple[Sentence, Found]]:
        """First letters -> the body that the article names by those words, and by no others with these letters."""
        named = {
            plain_name(one.text): (sentence, one)
            for sentence in self.sentences
            for one in self.scans[sentence.start]
            if one.kind in ("name", "pattern")
        }
        return {letters: named[name] for letters, name in unique_initials(named).items()}


def owner_of(sentence: Sentence, found: Found) -> Found | None:
    """The body whose unit is named with it: "Salem Police Department" of its "Vice Unit"."""
    if found.unit is None:
        return None
    start, end = (found.start, found.unit[0]) if found.unit[1] == found.end else (found.unit[1], found.end)
    text = _OF_OWNER.sub("", sentence.text[start:end])
    start = sentence.text.index(text, start)
    return replace(found, start=start, end=start + len(text), text=text, unit=None, bracket=None)


def watches_police(name: str) -> bool:
    """Whether a name with "police" in it is that of those who watch a force or stand for its officers, and no force: "Police
    Conduct Authority", "Police Federation"."""
    return not word_set("police_watchdogs").isdisjoint(name.lower().split())


def uncounted(words: str) -> str:
    """A description of several bodies without their number: "ten police departments", "all federal agencies"."""
    number, _, rest = words.partition(" ")
    counted = number.isdigit() or number.lower() in word_set("numbers") | {"all"}
    return rest if counted and rest.split()[-1] in word_set("plural_bodies") else words


def is_definite(sentence: Sentence, found: Found) -> bool:
    """Whether a description is one of which there is one, with its article: "the sheriff's office"."""
    text = found.text.replace("’", "'").lower()
    definite = sentence.text[max(0, found.start - 4) : found.start].lower().endswith("the ")
    *kind, noun = text.removeprefix("the ").split()
    single = text.removeprefix("the ") in word_set("singular")
    single = single or kind and noun in word_set("anaphor_nouns")  # "the crime agency"
    return bool(single and (definite or text.startswith("the ")))


def _town_of(found: Found) -> str:
    """The town of its police: "Lansing" of "Lansing police officers"; empty for a country, a state, and other bodies."""
    text = (
        plain_name(found.text) if found.kind == "pattern" else plain_words(plain_name(found.text))
    )  # "Local police"
    match = _TOWN_POLICE.fullmatch(text) if found.kind in ("description", "pattern") else None
    town = match[1].strip() if match else ""
    kind = town.rpartition(" ")[2] in word_set("police_kinds")
    return "" if kind or town in word_set("us_states") or nations_in(town) else town


def _listed_name(found: Found) -> str:
    """A name, or what the list says an abbreviation stands for."""
    listed = found.kind == "abbreviation" and len(found.rows) == 1
    return gazetteer()[found.rows[0]]["agency"] if listed else found.text


@cache
def _meanings() -> dict[str, str]:
    return {row["word"]: row["means"] for row in word_list("names/short_forms")}


def _left(text: str) -> frozenset[str]:
    """The words of a name or description that tell which body it is; all of them if only its kind would be left."""
    words = {word.lower() for word in significant(text)}
    left = {_meanings().get(word, word) for word in words} - {""}
    return frozenset(words if left <= _KINDS else left)
