"""Who speaks behind a label of a transcript: "MS. SAMPLE:", "SAMPLE:", "QUESTION:"."""

import re

from helpers.agencies.cues import statement_words
from helpers.agencies.known import Known, One
from helpers.agencies.people import full_name
from helpers.agencies.titles import title_words

__all__ = ["who_asks", "who_is_addressed", "who_is_labelled"]

_ADDRESSED = r"(?m)^(?!{label})[A-ZÀ-Þ][^\n:]{{1,40}}: [A-Z][\w’']{{1,15}}(?: [\w’']{{1,15}}){{0,2}}, ([A-ZÀ-Þ][\w’-]{{2,15}})[.,!]"
_NAME = r"[A-ZÀ-Þ][\w’'-]{1,20}"
_ASKS = re.compile(  # "Q Hi, Commissioner. Jo Sample, Coastal Radio."
    rf"(?:[.,:!—–-] |^Q[.:]? )((?:{_NAME}|[A-Z]\.)(?: (?:{_NAME}|[A-Z]\.)){{1,3}}),? (?:(?:with|from|of|at) )?(?:the )?"
    rf"({_NAME}(?: {_NAME}){{0,3}})[.,?!—–]"
)
_WITNESS = re.compile(  # "Q. Good morning, Deputy Sample."
    rf"(?m)^\s*Q[.:]?\s+(?:(?:Good \w{{3,12}}|Thank you|And|So|Now|Okay|OK|All right),? )?({_NAME}\.?) ({_NAME})[,.?]"
)
_EXAMINES = re.compile(r"(?m)^[ \t]*BY (M[RS]S?\.|DR\.) ([A-ZÀ-Þ’'-]{2,20}(?: [A-ZÀ-Þ’'-]{2,20})?):?[ \t]*$")
NEAR = 130  # letters of a question in which somebody tells who asks


def who_asks(question: str) -> tuple[str, str] | None:
    """Name and newspaper of somebody who tells both before a question to the press: "Q Hi. Jo Sample, Coastal Radio."

    Args:
        question: The paragraph with its label.
    """
    found = _ASKS.search(question[:NEAR])
    return (found[1], found[2]) if found and title_words().isdisjoint(found[1].split()) else None


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
    """The person behind a label in capitals; behind "A" whom the questions address; nobody if no name tells.

    Args:
        label: The label without its colon.
        known: The people named so far.
        before: The text before it.
    """
    if label.lower() in ("a", "answer"):
        asked = [one for one in _WITNESS.findall(before) if one[0] in title_words()]
        return [known.of(asked[-1][1]) or known.add(asked[-1][1], asked[-1][0], "")] if asked else []
    if label.lower() in statement_words("question"):
        if known.asking:
            return [known.asking]
        examining = _EXAMINES.findall(before) if label == "Q" else []
        return [_titled(known, *examining[-1])] if examining else []
    words = label.split()
    titled = words[0].rstrip(".").title() in ("Mr", "Ms", "Mrs", "Dr", "Sen", "Rep", "Senator", "Judge")
    name = " ".join(word.title() for word in words[titled:])
    if named := known.of(name) if name else None:
        return [named]
    if titled and name:
        return [_titled(known, words[0], name)]
    longer = full_name(before, name) if name else None
    return [known.add(*longer, "")] if longer else []


def _titled(known: Known, courtesy: str, name: str) -> One:
    """Somebody behind a courtesy and a name, both in capitals: "BY MR. SAMPLE:"."""
    name = name.title()
    return known.of(name) or known.add(name, courtesy.title(), "")
