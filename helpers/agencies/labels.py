"""Who speaks behind a label of a transcript: "MS. SAMPLE:", "SAMPLE:", "QUESTION:"."""

import re

from helpers.agencies.cues import statement_words
from helpers.agencies.known import Known, One
from helpers.agencies.people import full_name

__all__ = ["who_is_addressed", "who_is_labelled"]

_ADDRESSED = r"(?m)^(?!{label})[A-ZÀ-Þ][^\n:]{{1,40}}: [A-Z][\w’']{{1,15}}(?: [\w’']{{1,15}}){{0,2}}, ([A-ZÀ-Þ][\w’-]{{2,15}})[.,!]"


def who_is_addressed(label: str, known: Known, text: str) -> list[One]:
    """The one whom those who answer call by name, behind a label that only tells a part in a broadcast: "HOST: Good evening.
    / SAMPLE: Thank you, Jo."

    Args:
        label: The label without its colon.
        known: The people named so far.
        text: The text in which the others answer.
    """
    if label.lower() not in statement_words("broadcast"):
        return []
    called = re.search(_ADDRESSED.format(label=re.escape(label)), text)
    return [known.of(called[1]) or known.add(called[1], label, "")] if called else []


def who_is_labelled(label: str, known: Known, before: str) -> list[One]:
    """The person behind a label in capitals; nobody for "A" and for a label that no name stands for.

    Args:
        label: The label without its colon.
        known: The people named so far.
        before: The text before it.
    """
    if label.lower() in ("a", "answer"):
        return []
    if label.lower() in statement_words("question"):
        return [known.asking] if known.asking else []
    words = label.split()
    titled = words[0].rstrip(".").title() in ("Mr", "Ms", "Mrs", "Dr", "Sen", "Rep", "Senator", "Judge")
    name = " ".join(word.title() for word in words[titled:])
    if named := known.of(name) if name else None:
        return [named]
    if titled and name:
        return [known.add(name, words[0].title(), "")]
    longer = full_name(before, name) if name else None
    return [known.add(*longer, "")] if longer else []
