"""Where the words behind a name end that say what somebody is: before the verb of speech, and before the next one of a
list.

>>> before_speech("head of the Unit, reported on Monday")
'head of the Unit'
>>> before_others("head of the Unit and Mayor Ana Ruiz", 12, [(39, 47)])
'head of the Unit'
"""

import re

from helpers.agencies.titles import FUNCTION_WORD
from helpers.texts import finite_forms, speech_words

__all__ = ["before_others", "before_speech", "ends_apposition"]

_WORKS_FOR = re.compile(
    r"\b(?:of|for|to|with|by|from|under|(?:in|at|near)(?! Ch(?:arge|ief)\b)) (?:[A-Z][\w.]{1,20} ){0,4}$"
)
_BEHIND_COMMA = re.compile(r", (?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Rev)\.? )?$")
_WHO_DOES = re.compile(
    r"(?<=[a-z]{2}) (?:who|whose) [^,]*$"
)  # "a scientist at Reed College who studies Congress"
_GOES_ON = re.compile(  # ", in charge of trade", ", at the University", but not ", in a statement"
    r"\s*(?:(?:of|for|and)\b|(?:in|at) (?:charge\b|(?:the |its |our )?[A-Z]))"
)
_SMALL = ("of", "for", "in", "and", "the", "'s", "’s")


def ends_apposition(front: str, behind: str) -> bool:
    """Whether a name is an apposition itself, behind which the verb stands: "its chairman, Jo Sample, interrupted her".

    Args:
        front: The words before the name.
        behind: Those behind it and its comma.
    """
    verb = behind.split(" ")[0]
    return _BEHIND_COMMA.search(front) is not None and (verb in finite_forms() or verb.endswith("ed"))


def before_speech(apposition: str) -> str:
    """The parts of an apposition up to the verb: "head of the SSPC" of "head of the SSPC, reported on
    Monday"."""
    parts = _WHO_DOES.sub("", apposition).split(",")
    for number, part in enumerate(parts[1:], 1):
        words = part.lower().split()
        named = part.strip()[:1].isupper() or FUNCTION_WORD.search(part) or _GOES_ON.match(part)
        if not words or not named or words[0] in speech_words() | {"who", "which", "has", "have", "also"}:
            return ",".join(parts[:number])
    return ",".join(parts)


def before_others(apposition: str, start: int, others: list[tuple[int, int]]) -> str:
    """The part of an apposition before the next person of a list: "head of the Unit" of "head of the Unit and Mayor Ana
    Ruiz", nothing of "Chief Ann Roe"; whom somebody works for belongs to it ("adviser to Ann Roe")."""
    inside = sorted((a - start, b - start) for a, b in others if 0 <= a - start < len(apposition))
    for first, last in inside:
        ahead = apposition[:first]
        if ahead.endswith(", and "):  # "Jo Sample, its head, and Ann Roe, chair of the board"
            return ahead.removesuffix(", and ")
        front = re.split(r", | and | & ", ahead)[-1]
        titled = FUNCTION_WORD.search(front) and all(
            word[0].isupper() or word in _SMALL or FUNCTION_WORD.fullmatch(word) for word in front.split()
        )
        behind = apposition[last:]
        listed = not behind.strip(" .") or behind.startswith((",", " and ", " & ", " of "))
        if titled and listed and not _WORKS_FOR.search(ahead):
            return ahead.removesuffix(front).removesuffix(", ").removesuffix(" & ").removesuffix(" and ")
    return apposition
