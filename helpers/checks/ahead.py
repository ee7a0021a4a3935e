"""A length of time that a sentence opens with, and that the next one explains by two dates.

In: a length and a stretch of the calendar. Out: whether the one stands ahead of the other so.
"""

import re

from helpers.checks.frames import Moment, Story
from helpers.checks.stretches import Stretch

__all__ = ["told_ahead"]

_AHEAD = re.compile(r"(?:after|for|over)\s(?:(?:some|exactly|almost|nearly|about)\s)?", re.I)
_OF_IT = re.compile(r"\s(?:of|in|later|before|after)\b")


def told_ahead(story: Story, length: Moment, one: Stretch) -> bool:
    """Whether a length opens a sentence and the next one explains it by its two dates, with no other time in either: "After nine
    weeks the hall has its traders back. It was shut on 4 March and reopened on 22 April"."""
    line = one.ends[0].line
    beside = [end.start for end in story.moments if length.line <= end.line <= line]
    return (
        len(one.ends) == 2
        and length.line + 1 == line == one.ends[1].line
        and len(beside) == 3
        and story.gap(length.line, line) <= 3
        and bool(_AHEAD.fullmatch(length.before) and not _OF_IT.match(length.after))
    )
