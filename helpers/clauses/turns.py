"""Dates told in turn: each of a verb of its own, in a row of verbs in the past that "and" or commas join.

In: a parsed sentence and the first tokens of its dates. Out: which date each one is told behind: "she was arrested on 8 May,
charged on 9 May and tried in June". What is told in one row of such verbs is told in the order in which it happened; a clause in
the pluperfect, a participle or a subordinate clause ("having been charged in May") is none of the row.
"""

from collections.abc import Iterable

__all__ = ["told_behind"]

_IN_DATE = ("nummod", "compound", "nmod", "appos", "amod", "det", "punct")
_SUBJECT = ("nsubj", "nsubjpass")
_DEFINITE = ("the", "this", "that", "these", "those")
_WHEN = ("on", "in", "at")  # "from 2022", "since May", "by Friday": not when it happened


def told_behind(dates: Iterable) -> dict[int, int]:
    """Number of a date in `dates` (tokens of one parse, in the order of the text) → that of the one it is told behind."""
    last: dict[object, tuple[int, object]] = {}  # first verb of a row → its latest date, and whose
    behind: dict[int, int] = {}
    for number, token in enumerate(dates):
        verb = _dated_verb(token)
        if verb is None or not _is_past(verb):
            continue
        first = _first_of(verb)
        if first in last and last[first][1] != verb and _goes_on(verb, last[first][1]):
            behind[number] = last[first][0]
        last[first] = number, verb
    return behind


def _dated_verb(token):
    """The verb that a date says the time of, if it does so directly: "arrested on 8 May", and not "the talks of 8 May"."""
    while token.dep_ in _IN_DATE and token.head is not token:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ in _WHEN:
        token = token.head
    elif token.dep_ != "npadvmod":
        return None
    return token.head if token.head.pos_ in ("VERB", "AUX") else None


def _first_of(verb):
    """The first verb of a row: that of "arrested, charged and tried" is "arrested"."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return verb


def _goes_on(verb, before) -> bool:
    """Whether a clause is about what was told of: "and was tried", "and the jury", "and Botswana", "and officers took him"; not
    "and another was dated", "and in May officers there", "and she" behind "he", "and deported Garcia"."""
    near = {child.dep_: child for child in verb.children if child.dep_ in (*_SUBJECT, "dobj")}
    subject = next((near[name] for name in _SUBJECT if name in near), None)
    if "dobj" in near and near["dobj"].pos_ == "PROPN":
        return False
    if subject is None or "dobj" in near and near["dobj"].tag_ == "PRP":
        return True
    others = [child.lower_ for child in before.children if child.dep_ in _SUBJECT and child.tag_ == "PRP"]
    if subject.tag_ == "PRP":
        return all(other == subject.lower_ for other in others)
    return subject.pos_ == "PROPN" or _is_definite(subject)


def _is_definite(noun) -> bool:
    return any(child.tag_ in ("PRP$", "POS") or child.lower_ in _DEFINITE for child in noun.children)


def _is_past(verb) -> bool:
    """Whether a verb is in the simple past, and not denied: "came", "was put", and "put" behind "was brought and"."""
    helping = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    if helping:
        return verb.tag_ in ("VBN", "VBD") and all(
            child.lower_ in ("was", "were", "got") for child in helping
        )
    if verb.tag_ == "VBN" and verb.dep_ == "conj":
        return _is_past(verb.head)
    return verb.tag_ == "VBD"
