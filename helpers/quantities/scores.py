"""Results of games and votes, and the numbers on which something is reported: told by the words before them.

>>> told_end("He took 3-27.", 0, 13, 8), told_end("He took 3-27 pills.", 0, 19, 8)
((12, 'score'), None)
"""

import re

__all__ = ["told_end"]

_BEFORE = 80  # characters before the number that are looked at
# "a vote of 5 to 4"
_VOTE = r"(?i)\b(?:votes?|voted|voting|score|scores|ruled|ruling|margin|odds)(?:\s(?:of|was|were|by))?\s$"
_TO_TALLY = r"\d{1,3}\sto\s\d{1,3}(?![\w.,]?\d|\s?%|\spercent)"
# "took 3-27", "figures of 5 for 31"
_BOWLED = r"(?i)\b(?:took|takes|taking|claimed|returned|bowled|figures\sof|finished\swith)\s$"
_WICKETS = r"(?:10|\d)(?:-|–|\sfor\s)\d{1,3}(?![\w%]|[.,]\d|\s(?!(?:and|in|from|as|off|to)\b)[a-z])"
# "the hosts were 189 for 8 at tea"
_STOOD = r"(?i)\b(?:were|was|at|on|reached|made|scored|total\sof|slumped\sto|collapsed\sto|fell\sto)\s$"
_INNINGS = r"\d{2,3}\sfor\s(?:10|\d)(?=[.,;)](?!\d)|$|\s(?:at|after|when|declared|before)\b)"
# "17 wickets at 13.64"
_AVERAGE, _RUNS_EACH = r"\bwickets\sat\s$", r"\d{1,3}\.\d{1,2}(?!\d)"
# "report suspicious activity on 1444"
_REPORTED_ON = r"(?i)\b(?:report|call|contact|reach|alert|inform|phone)\s(?:[\w’'-]+\s){1,8}?on\s$"
_LINE = r"\d{3,5}(?=[.;)](?!\d)|\s?$|\sor\b)"
_TOLD = [
    (re.compile(before), re.compile(here), reason)
    for before, here, reason in (
        (_VOTE, _TO_TALLY, "score"),
        (_BOWLED, _WICKETS, "score"),
        (_STOOD, _INNINGS, "score"),
        (_AVERAGE, _RUNS_EACH, "score"),
        (_REPORTED_ON, _LINE, "telephone"),
    )
]
_TEAM = r"(?:[A-Z][\w’'.&-]{1,20}\s){1,3}"
_RESULT = re.compile(rf"{_TEAM}(\d{{1,2}})\s{_TEAM}(\d{{1,2}})\.?")  # "Town 3 Rovers 2", the whole line


def told_end(text: str, floor: int, ceiling: int, start: int) -> tuple[int, str] | None:
    """Where such a number ends that begins at `start`, and what it is; None for others.

    Args:
        floor, ceiling: Where the sentence begins and ends.
    """
    near = max(floor, start - _BEFORE)
    for before, here, reason in _TOLD:
        if before.search(text, near, start) and (found := here.match(text, start, ceiling)):
            return found.end(), reason
    result = _RESULT.fullmatch(text, floor, ceiling)
    return (
        next(((result.end(n), "score") for n in (1, 2) if result.start(n) == start), None) if result else None
    )
