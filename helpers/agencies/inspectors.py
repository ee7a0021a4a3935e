"""Whose inspector general is meant: an office of that name is told from the others by the department beside it, or by the
one that the article named before."""

import re

from helpers.agencies.issuers import INSPECTOR, inspector_general
from helpers.agencies.links import Link
from helpers.agencies.offices import Offices
from helpers.names import Found, gazetteer
from helpers.texts import Sentence

__all__ = ["Inspectors"]

_INSPECTOR = re.compile(r"(?i)(?:acting )?(?:office of (?:the )?)?inspector general(?:['’]s office)?|OIG")
_BEHIND_DEPARTMENT = re.compile(r"(?:['’]s?)?[\s|,–—-]{1,5}")  # also the lines of a letterhead
_BEFORE_DEPARTMENT = re.compile(r" (?:of|for|at) (?:the )?")
_NAMED = ("name", "abbreviation")


class Inspectors(Offices):
    """Goes with one article."""

    def inspector_of(self, sentence: Sentence, found: Found, link: Link) -> Link:
        """An inspector general with the department beside the name: "DHS Office of Inspector General", "Office of Inspector
        General of the Department of Labor", in a letterhead "DEPARTMENT OF JUSTICE | OFFICE OF THE INSPECTOR GENERAL"; else
        the one named last."""
        if not _INSPECTOR.fullmatch(found.text):
            if link.agency.endswith(INSPECTOR):
                self.by_text[INSPECTOR] = link
            return link
        if whole := self._department(sentence, found):
            name = inspector_general(whole["agency"])
            self.by_text[INSPECTOR] = Link(name, whole["country"], whole["level"], whole["agency"])
        return self.by_text.get(INSPECTOR, link)

    def _department(self, sentence: Sentence, found: Found) -> dict[str, str] | None:
        """The listed body right before or behind an inspector general, if there is one."""
        for other in self.scans[sentence.start]:
            if not other.rows or other.kind not in _NAMED:
                continue
            end = other.bracket[1] + 1 if other.bracket else other.end
            if _BEHIND_DEPARTMENT.fullmatch(sentence.text, end, max(end, found.start)):
                return gazetteer()[other.rows[0]]
            if _BEFORE_DEPARTMENT.fullmatch(sentence.text, found.end, max(found.end, other.start)):
                return gazetteer()[other.rows[0]]
        return None
