"""The frame of a figure: what is counted, what happened to it, how it refers, where, and how it is rounded.

A frame is read beside the number, from the parse of its sentence where there is one, otherwise from the words
behind it. It knows no other figure: which figures belong together is asked in `helpers.checks`.

>>> frame = frame_of("Police seized 12 guns in Leeds.", 14, 16, "12", unit="count", what="guns")
>>> frame["noun"], frame["noun_class"], frame["refers"], frame["place"]
('gun', 'weapon', 'new', 'Leeds')
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from helpers.texts import MONTH_NAMES, WEEKDAY_NAMES, noun_class, singular, word_list

__all__ = ["event_of", "frame_of", "reference_of", "step_of", "token_starts"]

NEAR = 90  # characters before and behind a number that are looked at
_RESTS = {
    side: "|".join(row["pattern"] for row in word_list("texts/rest") if row["side"] == side)
    for side in ("before", "behind")
}
_REST = re.compile(
    rf"\b(?:{_RESTS['before']})(?:(?:some|about|another|again|just|only|a\sfurther)\s)?$", re.I
)
_LEFT = re.compile(_RESTS["behind"], re.I)
_WHO_DID_NOT = re.compile(
    r"\s(?:[\w’'-]+\s)?(?:who|that|which)\s(?:did|do|does|were|was|are|is|had|have|has|could)(?:\snot|n[’']t|\snever)\b",
    re.I,
)
# "the five others", "the two remaining"; "which leaves 15 to be scrapped", and not "leaving three dead"
_THE_OTHERS = re.compile(r"\s(?:others|remaining)\b", re.I)
_OF_WHOM = re.compile(r"\s(?:\w+\s)?of\s(?:whom|which|them)\b", re.I)
_LEAVES = re.compile(
    r"\b(?:(?:which|that|this)\s(?:leaves|left)|leaving)\s(?:(?:just|only|some|about)\s)?$", re.I
)
_HARMED = re.compile(
    r"\s(?:[\w-]+\s){0,2}(?:dead|injured|wounded|hurt|homeless|orphan\w*|missing|behind|stranded|trapped)\b",
    re.I,
)
_OTHERS = re.compile(r"\s(?:\w+\s)?(?:others?|more|further|additional)\b", re.I)
_MORE = re.compile(r"\b(?:another|additional|further|an\sextra)\s$", re.I)
_ALL = re.compile(
    r"\b(?:all|all\sof|every\s(?:one\s)?of|each\sof|the\s(?:full|whole))\s(?:of\s)?(?:the|these|those|its)?\s?$",
    re.I,
)
_TOTAL = (
    r"\btotal(?:s|ed|led|ling|ing)?\b(?:\s(?:of|to|number|was|is|came))*[\s,:]{0,2}(?:[\w’'-]+:?\s){0,4}$"
)
_ALL_OF_THEM = r"\bthe\s(?:number|count|toll|tally)\sof\s(?:all|those|people|persons|the)\s[^,.;:]{0,40}\s(?:at|to|is|was|reached)\s(?:[a-z]+\s)?$"
_COMBINED = r"(?:(?<=^)|(?<=[.,;(]\s)|\b(?:a|the|and|or)\s)(?:combined|altogether|(?:taken\s)?together|in\s(?:all|total|sum)|sum\sof|overall)[\s,]{0,2}(?:[\w’'-]+,?\s){0,4}$"
_TOGETHER_BEFORE = re.compile(f"{_TOTAL}|{_ALL_OF_THEM}|{_COMBINED}", re.I)
_TOGETHER_AFTER = re.compile(
    r"[\s\w]{0,40}?\b(?:in\s(?:all|total)|all\stold|altogether|combined|overall|together)\b", re.I
)
_SAME = re.compile(
    r"\b(?:the|these|those|its|their|his|her|said)\s(?:\w+ed\s|full\s|whole\s|same\s|suspected\s)?$", re.I
)
_PART_AFTER = re.compile(
    r"\s(?:\w+\s){0,2}?of\s(?:them|the|those|these|whom|which|its|their|his|it|all|that)\b", re.I
)
_PART_BEFORE = re.compile(
    r"\bof\s(?:them|whom|which|those|these|the\s[a-z\s]{1,30}|(?:these|those)\s[a-z]{2,20}|that\s(?!date|day|year|time)[a-z\s]{1,20})[,:]?\s$",
    re.I,
)
_EACH = re.compile(r"\s(?:\w+\s)?(?:each|apiece|a\shead|per\b|an?\s(?:day|week|month|year|hour)\b)", re.I)
# "40 arrests in May", "in FY 2024", "at Easter" name no place
_TIMES = "|".join(
    [
        *MONTH_NAMES,
        *(month[:3] for month in MONTH_NAMES),
        *WEEKDAY_NAMES,
        "Sept",
        "FY\\d*",
        "Fiscal",
        "[QH][1-4]",
    ]
    + ["Spring", "Summer", "Autumn", "Fall", "Winter", "Christmas", "Easter", "Ramadan", "Thanksgiving"]
)
_PLACE = re.compile(
    rf"(?:\s[a-z]+){{0,4}}?\s(?:in|from|at|near|of|around)\s(?:the\s)?(?!(?:{_TIMES})\b)"
    r"(?P<name>[A-Z][\w’'-]{1,30}(?:\s(?:(?:del?|la|of)\s)?[A-Z][\w’'-]{1,30}){0,3})"
)
_PREPOSITIONS = "in|from|at|near|of|with|without|for|aged|under|over|on|by|to|who|that|which|whose"
_RESTRICTOR = re.compile(
    rf"\s(?P<slot>{_PREPOSITIONS})\s(?P<value>[^,;:.()\d—–]{{1,40}}?)(?=\s(?:{_PREPOSITIONS}|and|or)\s|[,;:.()\d—–]|$)"
)
_UP_TO_PREPOSITION = re.compile(rf"(?:\s[\w’'-]{{1,25}}){{1,4}}?(?=\s(?:{_PREPOSITIONS})\s|[,;:.]|$)")
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
TINY = 1e-9
_DIGITS = re.compile(r"\d[\d,.\s]{0,20}\d|\d")


def frame_of(
    text: str,
    start: int,
    end: int,
    quote: str,
    *,
    unit: str,
    what: str,
    value: float | None = None,
    doc=None,
    starts: tuple[int, ...] = (),
) -> dict[str, object]:
    """The frame of one figure.

    Args:
        text: The sentence.
        start, end: Offsets of the figure in it.
        quote: The figure as written.
        unit, what, value: As in the table of quantities.
        doc: The parse of the sentence, if there is one; its tokens begin at `starts` in `text`.

    Returns:
        noun, noun_class, event, part_in_event, refers, place, restrictors, step.
    """
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    token = _token(doc, starts, start, end) if doc is not None else None
    # "of the 47 people 12 face trial": nothing behind the number is what it counts
    elsewhere = unit == "count" and bool(what) and not _is_behind(what, after)
    parsed = token is not None and not elsewhere
    noun = _noun_parsed(token, starts, start, end, unit) if parsed else _noun_behind(what, after)
    event, part = event_of(token) if token is not None else ("", "")
    place = _PLACE.match(after)
    restrictors = "; ".join(f"{slot}={value}" for slot, value in _own_restrictors(after, noun))
    return {
        "noun": noun,
        "noun_class": "money" if len(unit) == 3 and unit.isupper() else noun_class(noun) if noun else "",
        "event": event,
        "part_in_event": part,
        "refers": reference_of(before, after),
        "place": place["name"].strip() if place else "",
        "restrictors": restrictors,
        "step": step_of(quote, value),
    }


def reference_of(before: str, after: str) -> str:
    """How a figure refers, by the words before and behind it: rest, more, all, together, part, each, same, or new.

    >>> reference_of("She found the remaining ", " rifles in a car.")
    'rest'
    """
    if _REST.search(before) and _OF_WHOM.match(after):
        return "part"  # "the rest, 28 of whom have children"
    others = re.search(r"\bthe\s$", before, re.I) and (_THE_OTHERS.match(after) or _WHO_DID_NOT.match(after))
    if (
        _REST.search(before)
        or others
        or _LEFT.match(after)
        or (_LEAVES.search(before) and not _HARMED.match(after))
    ):
        return "rest"
    for word, found in (
        ("more", _MORE.search(before) or _OTHERS.match(after)),
        ("all", _ALL.search(before)),
        ("together", _TOGETHER_BEFORE.search(before) or _TOGETHER_AFTER.match(after)),
        ("part", _PART_AFTER.match(after) or _PART_BEFORE.search(before)),
        ("each", _EACH.match(after)),
        ("same", _SAME.search(before)),
    ):
        if found:
            return word
    return "new"


def _own_restrictors(after: str, noun: str) -> Iterable[tuple[str, str]]:
    """Phrases right behind the number and its noun, each with the word that leads it: "of", "Honduras". A word between
    noun and phrase belongs to it: "suspected of", "smuggling"."""
    at, qualifier = 0, ""
    if noun and (found := _UP_TO_PREPOSITION.match(after)):
        at, words = found.end(), found[0].split()
        counted = [place for place, word in enumerate(words) if singular(word.lower()) == noun.lower()]
        qualifier = " ".join(words[counted[-1] + 1 :]) if counted else ""
    count = 0
    while count < 3 and (match := _RESTRICTOR.match(after, at)):
        yield f"{qualifier} {match['slot']}".strip(), match["value"]
        at, count, qualifier = match.end(), count + 1, ""


def token_starts(doc, original: Callable[[int], int]) -> tuple[int, ...]:
    """Where the tokens of a parse begin in the sentence as written."""
    return tuple(original(token.idx) for token in doc)


def _token(doc, starts: tuple[int, ...], start: int, end: int):
    """The token that stands for a figure: the last number inside it, or its last word."""
    inside = [token for token, at in zip(doc, starts, strict=True) if start <= at < end]
    numbers = [token for token in inside if token.like_num or token.pos_ == "NUM"]
    return (numbers or inside or [None])[-1]


def _noun_parsed(token, starts: tuple[int, ...], start: int, end: int, unit: str) -> str:
    """Lemma of the noun that a number counts: its head outside the figure, or what follows "kilograms of" and, of a
    share, "half of"."""
    head = token
    for _ in range(4):
        if head.dep_ not in ("nummod", "quantmod", "compound", "amod", "nmod") or head.head is head:
            break
        head = head.head
    if head.lower_ == "worth":  # "$2 million worth of drugs"
        head = next((noun for of in head.children if of.lower_ == "of" for noun in of.children), head)
    if head is not token and starts[head.i] >= end and head.pos_ in ("NOUN", "PROPN"):
        return singular(head.text) if head.is_alpha or "-" in head.text else ""
    if start <= starts[head.i] < end and (head is not token or unit == "percent"):
        inner = [grand for child in head.children if child.lower_ == "of" for grand in child.children]
        return singular(inner[0].text) if inner and inner[0].pos_ in ("NOUN", "PROPN") else ""
    return ""


_SPLIT = re.compile(r"\s(?:of|with|from|in|on|who|that|which|for|to|at|by)\s")


def _noun_behind(what: str, after: str) -> str:
    """The noun of the thing counted, if it stands right behind the number."""
    if not what or not _is_behind(what, after):
        return ""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", _SPLIT.split(what)[0])
    return singular(words[-1]) if words else ""


def _is_behind(what: str, after: str) -> bool:
    """Whether the thing counted stands right behind the number."""
    near = after[: len(what) + 45].lower()
    return " ".join(what.lower().split()) in " ".join(near.split())


_SUBJECTS = {"nsubj": "subject", "nsubjpass": "passive subject", "dobj": "object", "attr": "complement"}


def event_of(token) -> tuple[str, str]:
    """Lemma of the verb that governs a word, and how the word takes part in it (subject, passive subject, object,
    complement, or a preposition). A noun of action governs like its verb: "led to the seizure of 12 kg"."""
    part = ""
    for _ in range(12):
        if verb := _named_action(token):
            return verb, "object" if token.lower_ == "of" else part or "object"
        if token.dep_ in _SUBJECTS:
            part = _SUBJECTS[token.dep_]
        elif token.dep_ in ("prep", "agent") and not part:
            part = token.lower_
        if token.head is token:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token.lemma_.lower(), part
    return (token.lemma_.lower(), part) if token.pos_ in ("VERB", "AUX") else ("", "")


@cache
def _event_nouns() -> dict[str, str]:
    """Noun of action → its verb: seizure, seize."""
    return {row["noun"]: row["verb"] for row in word_list("texts/event_nouns")}


def _named_action(token) -> str:
    """The verb of the noun of action that a word depends on: "the arrest of", "yesterday's arrest"."""
    below = token.dep_ in ("prep", "poss") and token.head is not token and token.head.pos_ == "NOUN"
    return _event_nouns().get(token.head.lemma_.lower(), "") if below else ""


@cache
def _scales() -> dict[str, float]:
    """What a word behind a number multiplies it with: "million", "bn", "lakh"."""
    rows = word_list("texts/numbers/en")
    return {row["word"]: float(row["value"]) for row in rows if row["kind"] in ("scale", "short scale")}


def step_of(quote: str, value: float | None = None) -> float:
    """The step to which a number is printed: 0.1 of "2.4 tonnes", 100,000 of "1.7 million", 1 of "216"; round
    thousands ("290,000") are taken as rounded to their last digit that is no zero. With its `value`, that of pence and cents is
    in pounds and dollars.

    >>> step_of("2.4 tonnes"), step_of("1.7 million"), step_of("216"), step_of("290,000"), step_of("50p", 0.5)
    (0.1, 100000.0, 1.0, 10000.0, 0.01)
    """
    found = _DIGITS.search(quote)
    if not found:
        return 1.0
    digits = found[0].replace(" ", "")
    if value and _PLAIN_NUMBER.fullmatch(digits) and abs(float(digits) / 100 - value) < TINY:
        return step_of(digits) / 100
    scale = next(
        (
            _scales()[word]
            for word in re.findall(r"[a-z]+", quote[found.end() :].lower())
            if word in _scales()
        ),
        1,
    )
    whole, _, decimals = (
        digits.rpartition(".") if re.search(r"\.\d{1,2}$|\.\d{4,}$", digits) else (digits, "", "")
    )
    if decimals:
        return scale * 10.0 ** -len(decimals)
    plain = re.sub(r"\D", "", whole)
    zeros = len(plain) - len(plain.rstrip("0"))
    return float(scale * 10**zeros) if scale > 1 or zeros >= 3 else float(scale)
