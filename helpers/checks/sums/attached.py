"""A list of parts that is closed by "and" and stands right beside its whole: it is of this whole, whatever else its figures
make.

In: figures that may be the parts of a whole. Out: how the list is joined to the whole, by the words alone.
"""

import re

from helpers.checks.frames import Frame, between
from helpers.checks.sums.parts import bracketed
from helpers.texts import PEOPLE_CLASSES, noun_class, singular

__all__ = ["apposed_list", "attached", "elliptic", "list_of_them"]

_LAST = re.compile(r"(?:,\s|\s)and\s(?:(?:just|only|the|another|some)\s)?$")
# "of the 31, 12 are held", "the nine: of these, seven"; "31 vans, of which 12"
_OF_WHOLE = re.compile(
    r"(?:^|[.;:–—(]\s?|\bthat\s)of\s(?:the|its|their|these|those|all)\s(?:[\w-]+\s){0,2}$", re.I
)
_OF_THEM = re.compile(
    r"(?:^|[.;:–—,(]\s)of\s(?:these|those|them|whom|which)\b(?:\s[a-z]+){0,2},?\s(?:(?:about|some|only|just)\s)?$",
    re.I,
)
_SOME_OF = re.compile(r"\s(?:[\w’'-]+\s)?of\s(?:the|these|those|them|that|it)\b")  # "31 of the warrants"
# "61 individuals, 38 on federal charges": nothing but what is counted stands between
_APPOSED = re.compile(
    r"(?:\s(?!(?:in|at|on|by|to|for|from|with|of|and|or|near|who|that|were|was)\b)[a-z][\w’'-]*){1,4},\s"
)
# "12 are held on state charges, 11 on federal warrants", "1,900 to Texas": one preposition for all, and no verb but with the first
_FIRST = re.compile(r"(?:\s[\w’'-]+){0,7}?\s(in|at|on|by|to|from|near|off)\s(?:the\s)?([\w’'-])")
_NEXT = re.compile(r"\s(?:[a-z]+\s)?(in|at|on|by|to|from|near|off)\s(?:the\s)?([\w’'-])")
_SUMMED = re.compile(r"(?:\s[\w’'-]+){0,3}(?:,|\s[–—(])\s?(?:or\s|that\sis,?\s|for\s)?")
_KIND = re.compile(r"\s(?:(?:were|are|was|is)\s)?(?:an?\s)?([\w-]+)")
_IN_MANY = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:ha[sv]e|had|lived?|speaks?|spoken?|own(?:ed)?|visited|travel\w*|wanted|links?|ties|been|worked|played)\b"
)


def _closed(run: list[Frame]) -> bool:
    """Whether the parts stand in one sentence and the last is joined with "and"."""
    one_line = len(run) > 1 and len({part.line for part in run}) == 1
    return one_line and run[-1].refers != "rest" and bool(_LAST.search(between(*run[-2:])))


def _alike(run: list[Frame]) -> bool:
    """Whether each part is told with another place or way in the words of the first: all by name, or none."""
    found = [_FIRST.match(run[0].after), *(_NEXT.match(part.after) for part in run[1:])]
    if not all(found) or _IN_MANY.match(run[0].after):
        return False
    return len({(one[1], one[2].isupper()) for one in found}) == 1


def _of_kinds(run: list[Frame]) -> bool:
    """Whether each part is told to be of another people or kind of thing: "52 are Chinese", "405 were handguns"."""
    found = [_KIND.match(part.after) for part in run]
    words = {one[1] for one in found if one}
    if not all(found) or len(words) < len(run):
        return False
    classes = {noun_class(singular(word)) for word in words}
    return (
        all(map(str.istitle, words)) or len(classes) == 1 and not classes & {"", "generic", *PEOPLE_CLASSES}
    )


def list_of_them(run: list[Frame], whole: Frame) -> bool:
    """Whether a closed list opens with the whole of which it is, and nobody is in two of its items: "Of the 31, 12 are
    held on state charges, 11 on federal warrants and eight on immigration holds"."""
    if whole.start > run[0].start or not _closed(run):
        return False
    shares = all(part.event == "account" for part in run)  # "accounted for 148 of them, local roads for 101"
    if whole.dimension == "count" and not (shares or _alike(run) or _of_kinds(run)):
        return False
    words = run[0].before[-60:]
    opened = _OF_THEM.search(words) or _SOME_OF.match(run[0].after) or run[0].event == "account"
    if whole.line == run[0].line:
        return bool(_OF_WHOLE.search(whole.before[-40:]) or opened)
    return whole.line == run[0].line - 1 and bool(opened)


def elliptic(run: list[Frame], whole: Frame) -> bool:
    """Whether bare numbers behind a semicolon or colon are some of the whole before it: "Four were charged; three have pleaded
    guilty and two await trial"."""
    ahead = (
        whole.line == run[0].line
        and whole.start < run[0].start
        and between(whole, run[0]).endswith(("; ", ": "))
    )
    return ahead and not any(part.noun for part in run)


def apposed_list(run: list[Frame], whole: Frame) -> bool:
    """Whether a closed list stands in apposition: "61 individuals, 38 on federal charges and 23 on state charges"; not if its
    items name things of their own: "12 cars, eight vans and three boats"."""
    if whole.line != run[0].line or whole.start > run[0].start or not whole.noun or not _closed(run):
        return False
    bare = whole.dimension == "count" and not any(part.noun for part in run)
    bare = bare and not _OF_WHOLE.search(whole.before[-40:])
    return bare and _alike(run) and bool(_APPOSED.fullmatch(between(whole, run[0])))


def attached(run: list[Frame], whole: Frame) -> bool:
    """Whether the words leave no doubt that a list is of this whole: it stands in brackets or apposition behind it, opens
    with it, or is summed up by it."""
    return (
        bool(bracketed(run, whole))
        or apposed_list(run, whole)
        or list_of_them(run, whole)
        or _summed_up(run, whole)
    )


def _summed_up(run: list[Frame], whole: Frame) -> bool:
    """Whether the whole stands in apposition behind its parts: "310 phones and 128 computers, 438 devices in all"."""
    behind = (
        whole.line == run[-1].line and whole.start > run[-1].start and whole.refers in ("all", "together")
    )
    return behind and _closed(run) and bool(_SUMMED.fullmatch(between(run[-1], whole)))
