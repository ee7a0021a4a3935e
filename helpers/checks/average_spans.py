"""What of an average, its sum and what it is per is told of other times or of a part only.

In: an average and figures or lengths of time near it. Out: answers to single questions, used by
`denominators`.
"""

import re

from helpers.checks.frames import Frame, Moment

__all__ = ["is_counted_over"]

# "waited 30 hours": how long something else was
_OTHER_LENGTH = re.compile(
    r"\b(?:wait|delay|queu|detain|held\b|jail|sentenc|prison|dr[io]v|st[ao][no]d|stay|spen[dt]|sl[ae]?e?pt?\b|terms?\b|gave\b|given\b|faces?\b"
    r"|shifts?\b|journey|trip|old\b)[^.;:,]{0,40}$",
    re.I,
)
_OTHER_BEHIND = re.compile(
    r"\s?(?:(?:on\saverage|more|less|longer|shorter|later|earlier|ago|old|each|apiece|late|behind|before|long|a\s(?:day|week|month))\b"
    r"|in\s(?:prison|jail|custody|detention)\b)",
    re.I,
)
_OWN_SPAN = re.compile(
    r"\b(?:in|over|during|within|throughout|for)\s(?:the|that|this|last)\s(?:[a-z]+\s){0,2}?(?:week|month|year|season|quarter|weekend|fortnight|day|night)\b",
    re.I,
)


def is_counted_over(length: Moment, one: Frame) -> bool:
    """Whether the counting of which a figure is the average may have taken a length of time: not "waited 30 hours", and none
    of another sentence where its own names a time ("8,400 in the week, 1,200 a day")."""
    aside = length.before.endswith("(") and length.after.startswith(")")
    if length.line != one.line and (aside or _OWN_SPAN.search(one.sentence)):
        return False
    return not (_OTHER_LENGTH.search(length.before[-60:]) or _OTHER_BEHIND.match(length.after))
