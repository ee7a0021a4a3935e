"""Whom a text with a letterhead means by "we", and an auditor's text by "the agency" and "officials".

"We found" in a report of the Government Accountability Office is said by that office; the agency and the
officials of the report are those of the body that it examines.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from helpers.agencies.issuers import AUDITOR, INSPECTOR, inspector_general, issuer_of, testifying_for
from helpers.agencies.links import Link
from helpers.agencies.offices import Offices
from helpers.names import Found, by_name, gazetteer, level
from helpers.texts import LONGEST_SENTENCE, Sentence, word_set

__all__ = ["Authors", "is_seat"]

_FIRST_PERSON = re.compile(rf"(?i)\b(?:{'|'.join(sorted(word_set('first_person')))})\b")
_OFFICIALS = re.compile(r"(?:^|[,;:]\s)([Oo]fficials)\s(?!of\b|at\b|from\b|in\b|with\b)")
_THEY = re.compile(r"(?:^|[,;:]\s)([Tt]hey)\b")
_LABEL_LINE = re.compile(r"[\s|,–—-]{1,5}")
_THEY_LASTS = 2  # sentences after which "they" are no longer the officials who spoke


class Authors(Offices):
    """Goes with one article and remembers who writes it and what is examined."""

    written: list[tuple[int, str, str]]  # place, words and canonical name of the bodies named so far
    officials_age: int = _THEY_LASTS + 1  # sentences since officials of the examined body spoke

    @property
    def issuer(self) -> str:
        """The body of the letterhead, or of a testimony's author, as far as the article has been read."""
        return self.testifying or issuer_of(self.article, self.written)

    @property
    def testifying(self) -> str:
        """The body for which a testimony is given: the first below its author's name, or what that is a part of;
        an auditor stands for itself."""
        return testifying_for(self.article, ((at, agency) for at, _, agency in self.written))

    @cached_property
    def examined(self) -> str:
        """The body that an auditor's text names most, beside the auditor; empty in other texts."""
        if not self.written or not AUDITOR.search(self.issuer):
            return ""
        named = Counter(
            gazetteer()[found.rows[0]]["agency"]
            for scanned in self.scans.values()
            for found in scanned
            if found.kind in ("name", "abbreviation") and found.rows
        )
        others = [agency for agency, _ in named.most_common(3) if not AUDITOR.search(agency)]
        return others[0] if others else ""

    def link_of(self, agency: str) -> Link:
        """A body as a link, by the list or as the article has named it."""
        row = by_name().get(agency)
        if row:
            return Link(agency, row["country"], row["level"])
        known = (link for link in reversed(self.named) if link.agency == agency)
        return next(known, Link(agency, "", level(agency, "United States")))

    def authors(self, sentence: Sentence, *, parsed: bool) -> Iterator[tuple[int, int, Link, str]]:
        """Places of "we", "officials" and "they" in a sentence, whom they stand for, and how they are linked."""
        if not parsed or not self.written:
            return
        spoken = _quoted(sentence)
        first = None if spoken else _FIRST_PERSON.search(sentence.text, 0, LONGEST_SENTENCE)
        # in texts of others "we" may be whoever is quoted without marks
        if first is not None and (issuer := self.issuer):
            for match in _FIRST_PERSON.finditer(sentence.text, 0, LONGEST_SENTENCE):
                yield *match.span(), self.link_of(issuer), "pronoun"
        self.officials_age += 1
        match = _OFFICIALS.search(sentence.text, 0, LONGEST_SENTENCE)
        if match is None and self.officials_age <= _THEY_LASTS:
            match = _THEY.search(sentence.text, 0, LONGEST_SENTENCE)
        if match is not None and self.examined and not spoken:
            self.officials_age = 0
            yield *match.span(1), self.link_of(self.examined), "official"

    def inspector_of(self, sentence: Sentence, found: Found, link: Link) -> Link:
        """An inspector general with the department whose name stands right before: in a letterhead "U.S.
        DEPARTMENT OF JUSTICE | OFFICE OF THE INSPECTOR GENERAL"."""
        if link.agency != INSPECTOR:
            return link
        for before in self.scans[sentence.start]:
            between = sentence.text[before.end : found.start] if before.end < found.start else ""
            if before.rows and before.kind == "name" and _LABEL_LINE.fullmatch(between):
                department = gazetteer()[before.rows[0]]["agency"]
                whole = self.link_of(inspector_general(department))
                self.by_text |= dict.fromkeys(("OIG", INSPECTOR, "Office of the Inspector General"), whole)
                return whole
        return link


def is_seat(sentence: Sentence, found: Found) -> bool:
    """Whether a name is that of the seat of the body right before it: "BOP's Central Office"."""
    owned = sentence.text[: found.start].replace("’", "'").endswith("'s ")
    return owned and found.text in word_set("seats")


def _quoted(sentence: Sentence) -> bool:
    """Whether quotation marks stand in the block of a sentence: "we" may then be anybody."""
    return any(mark in sentence.block.text for mark in '“”"')
