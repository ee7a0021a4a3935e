"""Finds what may be an agency in a sentence: by name, by description or by the shape of a name. No model, no
context.

Three sources are read in one pass over the words: the gazetteer (`agencies.csv`, with `nations.csv`),
descriptions such as "Mexican and U.S. authorities" or "police in northern Cyprus" (words and classes in
`agency_descriptions.csv`), and capitalised names that no list holds but that end or begin like an
organisation's ("Harris County Sheriff's Office", "Ministry of Public Security"; `organisation_heads.csv`).
Every word becomes one sign, its class (`helpers.names.classes`), and the patterns are regular expressions over
these signs, so that time is linear in the number of words. What it does not do: choose between countries, or resolve "the agency"
(`helpers.agencies.mentions`).

>>> [found.text for found in scan("The FBI and local police departments raided it.")]
['FBI', 'local police departments']
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from helpers.names.behind import ends_name, with_more, with_place, with_subjects
from helpers.names.built import built_names, headline_names
from helpers.names.classes import LISTED
from helpers.names.descriptions import descriptions
from helpers.names.found import Found
from helpers.names.lists import Entry, Word, gazetteer, head_words, words_of
from helpers.names.parts import is_described, is_known, is_part, unit_of
from helpers.names.pieces import pieces_of
from helpers.names.spans import Seen, Span
from helpers.names.spelled import spelled_names
from helpers.names.weighed import weighed_names
from helpers.texts import word_set

__all__ = ["Found", "Word", "gazetteer", "scan", "words_of"]


@lru_cache(maxsize=4096)
def scan(text: str, title_case: bool = False) -> tuple[Found, ...]:
    """Candidates of a sentence, in order, not overlapping.

    Args:
        text: The sentence.
        title_case: Whether every word is capitalised anyway, so that capitals tell nothing: names that no
            list holds are not looked for.
    """
    scanner = _Scanner(text, title_case)
    scanner.listed()
    scanner.built()
    if not title_case:
        scanner.weighed()
    scanner.owned()
    scanner.short()
    scanner.described()
    scanner.others()
    return scanner.found()


class _Scanner:
    """One sentence and what its words have been taken for so far; who comes first keeps them."""

    def __init__(self, text: str, title_case: bool):
        self.text, self.title_case = text, title_case
        self.words = words_of(text)
        self.pieces = pieces_of(self.words)
        find = headline_names if title_case else built_names
        self.names = list(find(self.words, self.pieces))
        self.descriptions = list(descriptions(self.words, self.pieces, title_case=title_case))
        self.taken: dict[int, Found] = {}  # number of a word -> what it belongs to
        self.longer: set[Span] = set()  # places of names that go on behind a listed one

    def found(self) -> tuple[Found, ...]:
        """The candidates in order, with their districts and bracketed abbreviations."""
        every = {id(one): one for _, one in sorted(self.taken.items())}.values()
        return tuple(
            with_more(self.text, one) for one in every if not _OF_COMMITTEE.search(self.text, 0, one.start)
        )

    def place(
        self, first: int, last: int, kind: str, entries: tuple[Entry, ...] = (), unit: Span | None = None
    ) -> None:
        """Takes words for a candidate."""
        one = replace(_found(self.text, self.words, first, last, kind, entries), unit=unit)
        self.taken.update(dict.fromkeys(range(first, last), one))

    def is_free(self, first: int, last: int) -> bool:
        """Whether no word of a stretch is taken."""
        return not any(number in self.taken for number in range(first, last))

    def listed(self) -> None:
        """Names and abbreviations of the gazetteer."""
        for number, p in enumerate(self.pieces):
            if p.letter == LISTED and p.of("agency"):
                kind, last = with_place(self.words, self.pieces, number)
                if not self.title_case and (end := with_subjects(self.words, self.pieces, number)) > last:
                    kind, last = "pattern", end
                    self.longer.add(self.place_of((p.start, end)))
                self.place(p.start, last, kind, p.of("agency"))
            elif p.letter == LISTED:
                self.place(p.start, p.end, "abbreviation", p.of("abbreviation"))

    def built(self) -> None:
        """Names that are built like an organisation's; capitals tell nothing in a headline."""
        for first, last in self.names:
            start, end = self.words[first].start, self.words[last - 1].end
            inside = {id(self.taken[n]): self.taken[n] for n in range(first, last) if n in self.taken}
            if all(
                start <= f.start and f.end <= end and f.end - f.start < end - start and _extends(f)
                for f in inside.values()
            ):
                self.place(first, last, "pattern")
            elif last > (end := self.end_of_parent(first, last)) and self.is_unit(end, last):
                joined = self.words[end].key == "and"  # "Belgian Customs and Excise Administration"
                if not joined or self.words[end - 1].text == "Customs":
                    self.place(first if joined else end, last, "pattern")

    def weighed(self) -> None:
        """Names that the weights of their words find. They stand for what was built by shape alone, which the weights can
        doubt; a listed name is only joined to what makes another body of it."""
        seen = Seen(self.words, self.pieces, self.names, self.descriptions)
        chosen, doubted = weighed_names(seen)
        gone = {self.place_of(span) for span in doubted} - self.longer
        self.release(
            one for one in self.taken.values() if one.kind == "pattern" and (one.start, one.end) in gone
        )
        for span in chosen:
            inside = [self.taken[n] for n in range(*span) if n in self.taken]
            start, end = self.place_of(span)
            if any(is_described(seen, span, one) for one in seen.described) or any(
                first <= start and end < last for first, last in self.longer
            ):
                continue
            if is_known(seen, span, inside):
                self.within(seen, span, inside)
                continue
            self.release(inside)
            self.place(*span, "pattern", unit=unit_of(seen, span, inside))
        for span in spelled_names(self.words):
            self.release([self.taken[n] for n in range(*span) if n in self.taken])
            self.place(*span, "pattern")

    def within(self, seen: Seen, span: Span, inside: Iterable[Found]) -> None:
        """Notes of the candidates in a stretch that it is their whole name."""
        for one in (part for part in dict.fromkeys(inside) if is_part(seen, span, part)):
            named = replace(one, whole=self.place_of(span))
            self.taken |= {n: named for n, taken in self.taken.items() if taken is one}

    def place_of(self, span: Span) -> Span:
        """Offsets of a stretch of words."""
        return self.words[span[0]].start, self.words[span[1] - 1].end

    def release(self, taken: Iterable[Found]) -> None:
        """Gives the words of some candidates free again."""
        gone = {id(one) for one in taken}
        self.taken = {n: one for n, one in self.taken.items() if id(one) not in gone}

    def owned(self) -> None:
        """Units whose last word is small, behind the body they belong to: "the Department of Correction's Probation and
        Parole division"; those of a place ("the FBI's Houston office") are the body itself."""
        for first in range(2, len(self.words)):
            owner = self.words[first - 1].key in ("'s", "'") and self.taken.get(first - 2)
            if not owner or owner.kind not in ("name", "abbreviation", "pattern"):
                continue
            last = first
            while last < len(self.words) and (
                self.words[last].text[:1].isupper() or last > first and self.words[last].key in ("and", "of")
            ):
                last += 1
            unit = last < len(self.words) and self.words[last].text in word_set("small_unit_heads")
            if unit and last > first and self.is_unit(first, last + 1):
                self.place(first, last + 1, "pattern")

    def end_of_parent(self, first: int, last: int) -> int:
        """End of the listed body with which a longer name begins: "Frontex" in "Frontex Fundamental Rights Office"."""
        parent = self.taken.get(first)
        ends = (n for n in range(first, last) if self.taken.get(n) is not parent)
        return next(ends, last) if parent is not None and parent.kind in ("name", "abbreviation") else last

    def is_unit(self, first: int, last: int) -> bool:
        """Whether free words behind the name of a body are that of its unit by what they say of its work."""
        words = {word.key for word in self.words[first : last - 1]}
        return self.is_free(first, last) and bool(words & word_set("subjects"))

    def short(self) -> None:
        """Abbreviations between commas behind words for a body and what it is for: "the fraud-control office, the DGCCRF,",
        but neither a firm nor a paper: "the travel agency, TUI,"."""
        for last in range(2, len(self.words)):
            about = set(self.words[last - 2].key.split("-")) & word_set("subjects")
            body = self.words[last - 1]
            if about and body.text in word_set("anaphor_nouns") and self.words[last].text == ",":
                at = self.short_name_behind(last)
                if at and at not in self.taken:
                    self.place(at, at + 1, "pattern")

    def described(self) -> None:
        """Descriptions, or the short name that one explains."""
        for first, last in self.descriptions:
            if not self.is_free(first, last) or self.is_team(first, last) or self.are_own(first, last):
                continue
            at = self.short_name_behind(last)
            if at == last and at not in self.taken:
                self.place(at, at + 1, "pattern")  # "the anti-drug force FELCN"
            if at == last or self.explains(last):
                continue
            self.short_name_before(first, last)
            if not at:
                self.place(first, last, "description")

    def is_team(self, first: int, last: int) -> bool:
        """Whether a description is that of a part of the body before it, which acts: "ICE fugitive operations teams", "its
        narcotics squad", "ERO Boise and Salt Lake City fugitive units"."""
        if self.words[last - 1].key not in word_set("team_nouns"):
            return False
        before = first - 1
        while before > 0 and (
            self.words[before].text[:1].isupper() or self.words[before].key in ("and", "'s", "'")
        ):
            if before in self.taken:
                break
            before -= 1
        owner = self.words[before].key if before >= 0 else ""
        named = before in self.taken and self.taken[before].kind in ("name", "abbreviation", "pattern")
        owned = before in self.taken and self.words[first - 1].key in ("'s", "'")
        return named or owned or owner in ("its", "their", "our", "his", "her", "whose")

    def are_own(self, first: int, last: int) -> bool:
        """Whether people are those of the body right before: "CBSA intelligence officers", "(KRA) customs officers"."""
        before = first - (4 if self.words[first - 1].text == ")" else 1)
        people = any(word.key in word_set("people") for word in self.words[first + 1 : last])
        people = people and self.words[first].text.islower()
        return people and before >= 0 and before in self.taken and self.taken[before].kind != "nation"

    def explains(self, last: int) -> bool:
        """Whether a description of one body stands right before its name: "the EU border agency Frontex"."""
        named = self.taken.get(last)
        begins = named is not None and named.start == self.words[last].start and named.kind != "description"
        return begins and self.words[last - 1].key in word_set("anaphor_nouns")

    def short_name_behind(self, last: int) -> int:
        """Number of the abbreviation that follows a description, maybe between commas ("the wildlife service, KWS,"), and
        is the name of the body; 0 if there is none."""
        if self.text.isupper() or self.title_case:  # "POLICE BLOTTER"
            return 0
        texts = [word.text for word in self.words[last : last + 5]]
        if texts and _SHORT_NAME.fullmatch(texts[0]):
            return last
        single = self.words[last - 1].key in word_set("anaphor_nouns")
        article = texts[1:2] == ["the"]
        name, after = (texts[1 + article :] + ["", ""])[:2] if texts[:1] == [","] and single else ("", "")
        alone = after == "," and (texts[3 + article :] or ["and"])[0] not in ("and", "or")
        return last + 1 + article if _SHORT_NAME.fullmatch(name) and (alone or after == ".") else 0

    def short_name_before(self, first: int, last: int) -> None:
        """Takes the name that a description between commas explains: "IBAMA, Brazil's environmental
        agency,"."""
        named = _APPOSITION.search(self.text, max(0, self.words[first].start - 40), self.words[first].start)
        end = self.words[last - 1].end
        if named and self.text[end : end + 1] == ",":
            number = next(n for n, word in enumerate(self.words) if word.start == named.start(1))
            if number not in self.taken:
                self.place(number, number + 1, "pattern")

    def others(self) -> None:
        """Countries, adjectives of countries and titles of officials."""
        for p in (one for one in self.pieces if one.entries):
            kind = next((kind for kind in ("nation", "adjective", "official") if p.of(kind)), "")
            if kind and self.is_free(p.start, p.end):
                inside = kind == "nation" and not self.title_case and ends_name(self.words, p.start)
                named = self.taken.get(p.start - 1) if inside else None
                if named and named.kind == "pattern":  # "Counter Fraud Service Wales"
                    first = next(n for n, one in self.taken.items() if one is named)
                    self.place(first, p.end, "pattern")
                else:
                    self.place(p.start, p.end, "adjective" if inside else kind, p.of(kind))


def _found(
    text: str, words: tuple[Word, ...], first: int, last: int, kind: str, entries: tuple[Entry, ...] = ()
) -> Found:
    start, end = words[first].start, words[last - 1].end
    return Found(start, end, text[start:end], kind, tuple(dict.fromkeys(entry.row for entry in entries)))


def _extends(inside: Found) -> bool:
    """Whether a longer capitalised name is another body than the listed one inside it ("Arizona Attorney
    General's Office")."""
    if inside.kind == "abbreviation":
        return False
    if " " not in inside.text and inside.text in head_words():
        return True  # "Royal Moroccan Gendarmerie"
    return len(inside.rows) > 1 or inside.text.removeprefix("the ").startswith(
        tuple(word_set("shared_names"))
    )


_SHORT_NAME = re.compile("[A-Z]{3,8}")
_OF_COMMITTEE = re.compile(r"(?i)committee\son\s(?:the\s)?$")  # "Committee on Homeland Security": its subject
_APPOSITION = re.compile(r"(?<!\w)([A-Z]{3,8}), (?:the |a |an )?(?:[A-Z][a-z]+['’]s )?$")
