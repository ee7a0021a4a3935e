"""Lines that are no headline although every word in them has a capital, for they hold the name of a body and nothing but
its place and date: "Harbour Rights Centre, 15 November 2022", "Statistics Fiji – Tourism – 24 August 2023"; or for they tell
who gives a testimony."""

import re

from helpers.names.scanner import scan

__all__ = ["BEHIND", "is_letterhead"]

LONGEST = 120  # characters
_SHORT = re.compile(r"\s?\([A-Z.]{2,10}\)")
BEHIND = r"(?:\s?\([A-Z.]{2,10}\))?(?:,| \||\s[–—-])\s.{0,80}\b(?:19|20)\d\d\W{0,3}$"  # fields and a date
_DATED = re.compile(BEHIND)
_TESTIMONY = re.compile(r"(?i)(?:(?:prepared|written|opening) )?(?:statement|testimony|remarks) (?:of|by) ")
_PARTED = re.compile(r" \| .{2,80}$")


def is_letterhead(text: str) -> bool:
    """Whether a line begins with the name of a body, and a date, fields or other bodies are all that follows, or with
    "Testimony of".

    Args:
        text: The line.
    """
    text = text.strip()
    if len(text) > LONGEST or "\n" in text or text.isupper() or text.endswith((".", "?", "!")):
        return False
    if _TESTIMONY.match(text):
        return True
    named = [found for found in scan(text, False) if found.kind in ("name", "pattern")]
    if not named or named[0].start or " " not in named[0].text:
        return False
    short = _SHORT.match(text, named[0].end)
    end = short.end() if short else named[0].end
    if _DATED.match(text, named[0].end) or _PARTED.match(text, end):
        return True
    for found in named[1:]:  # "Institute for Border Policy, University of Fiji"
        if text[end : found.start] not in (", ", ", the "):
            return False
        end = found.end
    return end == len(text)
