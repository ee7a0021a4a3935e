"""A number and the names or items that it announces or sums up.

In: counts with the words around them, and the numbers of list items. Out: ties of "names". A list is complete behind a colon,
a dash or "namely", in brackets, behind "the three are", before "are the three", and where "all three" or "the three" leads
back to it; "among them" and "including" leave it open.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story
from helpers.checks.name_lists import NAME, Name, items_of, list_tie
from helpers.texts import PEOPLE_CLASSES

__all__ = ["find_listed"]

MOST, FEWEST = 12, 2  # names that a number may announce
LONGEST_ITEM, LONGEST_HEAD = 5, 8  # words of an item, and of one between semicolons up to its first comma
REACH = 200  # characters between the sentence of a number and its list
_NEXT_LINE = 6  # characters to the first item of a numbered list, which begins right behind its sentence
# what comes before a list that is complete: a colon or a dash, "namely", "they are"
_OPENS_LIST = re.compile(
    r"(?:[:—–]|\s-|,?\s(?:namely|viz\.?|that\sis|i\.e\.|to\swit)|[.;]\s(?:They|These|Those)\s(?:are|were)(?:\sas\sfollows)?)[:,]?\s|\s\((?:i\.e\.,?\s)?(?=[A-ZÀ-Ýa-z])",
    re.I,
)
_THE = re.compile(r"\b[Tt]he\s(?:\w+\s)?$")  # "the three forces are"
_ARE = re.compile(r"\s(?:[a-z-]+\s){0,3}(?:are|were)\s(?=[A-ZÀ-Ý])")
_CLAUSE_BEHIND = (
    r",\s(?:where|who|which|it|he|she|they|were|was|are|is|have|has|had|will|would|can|could|may|all|each)\b"
    r"|,\s(?:[\w’'-]+\s){1,10}(?:said|says|stated|announced|reported|told|wrote)\b"
)
_STEP_BEHIND = r",\s(?:to|so|as|after|before|when|while|because|but|then)\s(?![^.;]*,\sand\s[A-Z])"
_LIST = re.compile(rf"[^.;:()—–]{{3,240}}?(?=\s?[.;)—–]|,?[\"”]|{_CLAUSE_BEHIND}|{_STEP_BEHIND}|$)")
_NO_ITEM = re.compile(
    r"(?:(?:we|he|she|they|i|it|there)\b|\d|.{0,60}\b(?:is|are|was|were|has|have|had|will|would)\b)", re.I
)
# what makes an item of a list between semicolons longer: "Bhojpur, which dates from Rana times"
_HEAD = re.compile(r"[^,(–—]{2,70}")
_AND = re.compile(r",\s(?!who|which|where|whose|a\s|an\s|the\s)|\s(?:and|&)\s")
_INNER = re.compile(r"\b(?:in|at|of|on|from|across|with|by|to|for)\s(?:the\s)?$", re.I)
# "three prisons are to be emptied before the monsoon is over: ", and not "three men were seen with the goods: "
_DONE = re.compile(
    r"(?:\s[\w’'-]+){1,4}?\s(?:are|were|have\sbeen|will\sbe)(?:\s[a-z]+){0,3}\s[a-z]+(?:ed|en|wn|ht|ut)"
    r"(?:\s(?:on|in|at)\s[A-Z]\w+|\s(?:today|yesterday|again|dead)|,?\s(?:before|after|when|while|until|as|since)\b.*)?"
)
# "seven stations, some of which have served since 1906: "
_RELATIVE = re.compile(r",\s(?:[\w-]+\s){0,3}(?:which|whom|who|whose|where|that)\b[^,;]{0,100},?")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|[a-z]{3,}ed|found|held|told|saw)\b")
# a clause of its own, or one of two that exclude each other
_CLAUSE = re.compile(
    r"(?:the\s(?:first|second|third|fourth|fifth|last|other|former|latter)|or|but|so|then|yet)\b", re.I
)
_STATES = ("be", "remain", "stay", "follow", "stand", "exist", "apply")
_NAMES = rf"(?P<names>{NAME}(?:,\s{NAME}){{0,10}},?\sand\s{NAME})"
# "Louth, Monaghan and Cavan: three", "… are the three", "signed by Benin, Togo and Ghana; all three", "The four cities"
_LEADS_BACK = re.compile(
    r"(?P<apposed>\s?[:—–]\s(?:the\s|all\s|these\s)?|(?:,\swhich)?\s(?:are|were)\s(?:all\s)?the\s)$"
    r"|(?:^|[.;,–—]\s)(?:and\s)?(?:the|these|those|all(?:\sthe)?)\s$",
    re.I,
)
_NAMES_HERE = re.compile(_NAMES)
# "four witnesses, Ortiz, Blanco and Peña, ", "two stations, at Ayr and Oban, "
_APPOSED = re.compile(
    rf"\s(?:[a-z-]+\s){{0,2}}[a-z-]+,\s(?P<where>at\s|in\s)?(?={_NAMES}(?:[,.;)]|\s[–—-]|$))"
)
_PLACE_NOUNS = r"(?:cities|towns|states|countries|counties|provinces|districts|regions|islands|ports|airports|crossings|villages|nations|municipalities|parishes|governorates)"
_THEM = re.compile(
    rf"\s(?:(?:[a-z]+\s){{0,2}}{_PLACE_NOUNS}\b(?!\s(?:that|which|where|in|of)\b)|(?:will|have|had|of\swhich|to\sbegin)\b)"
)
_ANNOUNCED = re.compile(
    r"(?:count|charge|offen[cs]e|item|point|step|condition|reason|recommendation|measure|question|finding|rule|categor|demand|conclusion|aim|objective|principle|stage|phase)",
    re.I,
)


def find_listed(story: Story) -> Iterator[Tie]:
    """Every number of a few with the list that it announces or sums up."""
    for one in story.frames:
        if (
            one.dimension == "count"
            and FEWEST <= one.value <= MOST
            and one.exact
            and one.quote.lower() not in ("twice", "thrice")
            and not one.block.startswith("table")
        ):
            yield from _behind(one, story) or _before(one, story) or _numbered(one, story)


def _behind(one: Frame, story: Story) -> list[Tie]:
    """The list that a number announces: "four forces: …", "six offences. They are …", "the three are …"."""
    tail = one.sentence[one.end - one.sentence_start :]
    if one.line + 1 < len(story.lines):
        start, text = story.lines[one.line + 1]
        tail += f" {text}" if start == one.sentence_start + len(one.sentence) + 1 else ""
    tail = tail[:420]
    apposed = _APPOSED.match(tail)
    # "two stations, at Ayr and Oban", but "two farmers, in Ayr and Oban": the names are of places
    if apposed and not (apposed["where"] and one.noun_class in PEOPLE_CLASSES):
        tie = _tie_of_list(one, apposed["names"], one.end + apposed.start("names"))
        several = apposed["where"] == "in " and tie and one.value > len(tie.items) - 1  # in one of the towns
        return [replace(tie, may_fail=not several)] if tie else []
    openings = list(_OPENS_LIST.finditer(tail[:200]))
    if _THE.search(one.before[-12:]) and (leads := _ARE.match(tail)):
        openings.insert(0, leads)
    for opening in openings[:2]:
        told = opening[0].strip()[-1:] in ":—–" and _is_told(one, tail[: opening.start()])
        if told and (tie := _between_semicolons(one, story, tail, opening.end())):
            return [tie]
        found = _LIST.match(tail, opening.end())
        if not found:
            continue
        at = one.end + found.start()
        if any(at <= other.start < at + len(found[0]) for other in story.frames):
            continue
        whole = opening[0].strip()[-1:] in ":—–" and not tail[found.end() :].strip(" .")
        if tie := _tie_of_list(one, found[0].rstrip(), at, whole):
            more = tail[found.end() :].startswith(";")  # the list may go on
            return [replace(tie, may_fail=not more)]
    return []


def _is_told(one: Frame, words: str) -> bool:
    """Whether a colon behind these words opens what a number counts, and not what its things did or where they are: "three
    prisons are to be emptied: ", "for three reasons: ", and not "the three sisters told it differently: "."""
    words = _RELATIVE.sub("", words)
    if _VERB.search(words) or one.part_in_event == "passive subject":
        return bool(_DONE.fullmatch(words)) and not _INNER.search(one.before[-12:])
    return one.part_in_event != "subject" or one.event in _STATES


def _between_semicolons(one: Frame, story: Story, tail: str, start: int) -> Tie | None:
    """The list behind a colon whose items are parted by semicolons: "Bhojpur, which is old; Jajarkot; and the block at"."""
    text = re.split(r"[.!?](?:\s|$)", tail[start:])[0]
    pieces = [*re.finditer(r"\s*(?:and\s)?([^;]+)", text)]
    heads = [_HEAD.match(piece[1]) for piece in pieces]
    joined = bool(re.search(r";\sand\s", text))
    if len(pieces) < (2 if joined else 3) or not all(heads):
        return None
    spans = [
        (one.end + start + piece.start(1), head[0].rstrip())
        for piece, head in zip(pieces, heads, strict=True)
    ]
    if any(at <= other.start < at + len(name) for at, name in spans for other in story.frames):
        return None
    if any(
        len(name.split()) > LONGEST_HEAD or _NO_ITEM.match(name) or _CLAUSE.match(name) for _, name in spans
    ):
        return None
    inner = sum(len(_AND.findall(piece[1])) for piece in pieces if re.search(r"\s(?:and|&)\s", piece[1]))
    names = [Name(at, at + len(name), name, one.line) for at, name in spans]
    evidence = {"list": 1.0, "adjacent": 1.0, "wrong way": 2.0 * (abs(len(names) - one.value) > 2)}
    tie = list_tie(one, names, len(names) + inner, "items", evidence)
    return replace(tie, may_fail=joined)


def _before(one: Frame, story: Story) -> list[Tie]:
    """The only list before a number that sums it up ("A, B and C: three ports") or leads back to it, in its sentence or one
    before: "The four cities were chosen because"."""
    leads = _LEADS_BACK.search(one.before[-24:])
    if not leads or not (leads["apposed"] or _THEM.match(one.after)):
        return []
    head = one.before[: len(one.before) - len(leads[0])]
    near = [(one.start - len(one.before), head)]
    if not leads["apposed"]:
        lines = story.lines[max(0, one.line - 2) : one.line]
        near += [(at, text) for at, text in lines if one.sentence_start - at - len(text) <= REACH]
    lists = [(at + found.start(1), found) for at, text in near for found in _NAMES_HERE.finditer(text[:1000])]
    if leads["apposed"]:
        lists = [(at, found) for at, found in lists if found.end() == len(found.string)]
    return [tie for at, found in lists if (tie := _tie_of_list(one, found[1], at))] if len(lists) == 1 else []


def _numbered(one: Frame, story: Story) -> list[Tie]:
    """The numbered items behind the sentence that announces them: "convicted of three offences: 1. robbery; 2. …"."""
    end = one.sentence_start + len(one.sentence)
    behind = [item for item in story.items if item[0] >= end][: MOST + 1]
    count = next((at for at, (_, quote) in enumerate(behind) if quote != str(at + 1)), len(behind))
    opens = one.sentence.rstrip().endswith(":")
    if count < FEWEST or behind[0][0] - end > _NEXT_LINE or not _ANNOUNCED.match(one.noun):
        return []
    names = [Name(start, start + len(quote), quote, one.line) for start, quote in behind[:count]]
    return [list_tie(one, names, count, "items", {"list": 1.0, "adjacent": 1.0, "exhaustive": float(opens)})]


def _tie_of_list(one: Frame, text: str, start: int, whole: bool = False) -> Tie | None:
    """The tie of a number and the items of a list. A name may have an "and" of its own ("Antigua and Barbuda")."""
    items, unsure = items_of(text, whole)
    if len(items) < 2 or any(not item.strip() or len(item.split()) > LONGEST_ITEM for _, item in items):
        return None
    named = sum(bool(re.match(r"(?:the\s)?[A-ZÀ-Ý]", item)) for _, item in items)
    if 0 < named < len(items) or any(_NO_ITEM.match(item) for _, item in items):
        return None
    joined = sum(len(re.findall(r"\s(?:and|&)\s", item)) for _, item in items)
    names = [Name(start + at, start + at + len(item), item, one.line) for at, item in items]
    evidence = {
        "list": 1.0,
        "adjacent": 1.0,
        "open": float(
            has_cue("open", _RELATIVE.sub("", one.sentence[: max(one.end, start) - one.sentence_start]))
        ),
        "wrong way": 2.0 * (abs(len(names) - one.value) > 3) + float(one.noun_class in ("time", "money")),
    }
    return list_tie(one, names, len(items) + joined + unsure, "names" if named else "items", evidence)
