"""Whose text an article is: the body of its letterhead, for which "we" speaks.

A letterhead is a line at the top that holds the name of a body and hardly anything else, "GAO Highlights",
"OHIO STATE HIGHWAY PATROL", or begins with one and ends with the date. News articles have none. Testimony names
its author there, with title and body.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from helpers.agencies.titles import title_words
from helpers.names import BEHIND, by_name
from helpers.texts import Article, word_list, word_set

__all__ = [
    "AUDITOR",
    "INSPECTOR",
    "Author",
    "author_of",
    "has_other_author",
    "inspector_general",
    "issuer_of",
    "testifying_for",
]

AUDITOR = re.compile("|".join(sorted(word_set("auditor"))))  # in the name of a body that examines others

INSPECTOR = "Office of Inspector General"
_INSPECTORS = (INSPECTOR, "Office of the Inspector General")  # of the department named beside it

_DATED = re.compile(BEHIND)
_TOP = 1000  # characters
_LINES = 5  # lines of the top in which a letterhead can stand
_OTHER_WORDS = 2  # beside the names of bodies: "Highlights", "Press Release"
_LONGEST_HEAD = 200
_HEAD_WORDS = 6
_WORD = re.compile(r"[^\W\d_]{2,40}")


def issuer_of(article: Article, named: Iterable[tuple[int, str, str]]) -> str:
    """Canonical name of the body whose letterhead an article bears; empty if it has none.

    Args:
        article: The article.
        named: Place, words and canonical name of every body that it names.
    """
    bodies, at, seen = list(named), 0, 0
    for line in article.text[:_TOP].splitlines(keepends=True):
        start, at = at, at + len(line)
        if not line.strip():
            continue
        seen += 1
        if seen > _LINES:
            break
        if found := _of_line(line, start, bodies):
            return found
    return ""


def _of_line(line: str, start: int, named: list[tuple[int, str, str]]) -> str:
    """The last body of a line that holds little else, or the body whose name the line is in capitals."""
    here = [body for body in named if start <= body[0] < start + len(line)]
    rest = line
    for _, mention, _ in here:
        rest = rest.replace(mention, " ")
    if here and len(_WORD.findall(rest)) <= _OTHER_WORDS and not line.rstrip().endswith((".", ":", "?", ",")):
        return here[-1][2]
    if (
        here
        and not line[: here[0][0] - start].strip()
        and _DATED.match(line, here[0][0] - start + len(here[0][1]))
    ):
        return here[0][2]
    words = " ".join(line.split()).casefold()
    return next((agency for _, mention, agency in named if mention.casefold() == words), "")


@lru_cache(maxsize=64)
def has_other_author(article: Article) -> bool:
    """Whether the first line of an article names whose text it is, without being known as a body: a line in capitals whose
    words stand in the text again as a name."""
    line = " ".join(article.text.lstrip()[:_LONGEST_HEAD].partition("\n")[0].split())
    words = line.split()
    if not line.isupper() or not 1 < len(words) <= _HEAD_WORDS:
        return False
    name = re.compile(rf"\b{re.escape(line.title())}\b")
    return len(name.findall(article.text[len(line) :])) > 1


@dataclass(frozen=True)
class Author:
    """Who gives a testimony: name, title as written, and the place of both in the article."""

    name: str
    title: str
    start: int
    end: int


_TESTIMONY = re.compile(
    r"(?im)^[ \t]{0,40}(?:(?:prepared|written|opening|joint)[ \t]{1,3})?(?:statement|testimony|remarks|evidence|submission|presentation|briefing)"
    r"[ \t]{1,3}(?:of|by|from)\b[ \t]*(?:the[ \t]honorable[ \t]{1,3})?"
)
_BEFORE_WHOM = re.compile(
    r"(?im)^[ \t]{0,40}(?:[a-z]{4,10}[ \t]){0,2}(?:statement|testimony|remarks|evidence|submission|address|speech)[ \t]{1,3}(?:to|before)\b[^\n]*\n"
)
_NAME_AND_TITLE = re.compile(
    r"(?m)^[ \t]{0,40}((?:[A-ZÀ-Þ][\w.’'-]{0,25}[ \t]){1,4}[A-ZÀ-Þ][\w.’'-]{1,25}),?[ \t]*\n[ \t]{0,40}([^\n]{3,120})(?=\n|$)"
)
_FULL_NAME = re.compile(
    r"\s{0,80}((?:[A-ZÀ-Þ][\w.’'-]{0,25}[ \t]{1,2}){1,5}[A-ZÀ-Þ][\w.’'-]{1,25})[ \t]*(?:,[ \t]*([^\n]{3,120}))?(?=\n|$)"
)
_LINE = re.compile(r"[^\n]*")
_NO_TITLE = re.compile(
    r"(?i)(?:before|to|for|at|on) (?:the|a)\b|(?:\w{3,9} \d{1,2}, )?\d{4}\b|\d{1,2} [a-z]{3,9} \d{4}\b"
)
_BEFORE_BODY = re.compile(r",? before the .*$")  # "Director of Safety, before the Committee on Fisheries"
_BELOW = re.compile(r"\s{0,4}")
_IN_OFFICE = re.compile(  # "I am the Director of the"
    r"^[^\"“”]*\bI(?:['’]m| am) (?:the |an? )?(?!former|retired)(?:[\w-]{2,20} ){0,4}(?P<post>[\w-]{4,20})"
    r"(?: [Gg]eneral)? (?:of (?:[a-z-]{3,20} ){1,3})?(?:of|for|at|with) (?:the )?$"
)
_BEHALF = re.compile(
    r"\bI (?:(?:am|appear|come|speak|stand|testify) (?:[\w,]{1,20} ){0,5}?)?(?:on behalf of|representing|represent|lead|head|direct|serve) "
    r"(?:all )?(?:the (?:[\w,-]{1,20} ){0,6}?(?:men and women|employees|personnel|workforce|officers|agents) (?:of|at|in) )?(?:the )?$"
)


@lru_cache(maxsize=64)
def author_of(article: Article) -> Author | None:
    """The author of a testimony or statement, from the lines "Testimony of NAME / title / body" at its top."""
    top = article.text[:_TOP]
    head = _TESTIMONY.search(top)
    name = _FULL_NAME.match(top, head.end()) if head else None
    if name is None:
        return _author_below(top)
    written = " ".join(name[1].split())
    plain = " ".join(word.title() if len(word) > 2 else word for word in written.split())
    below = _BELOW.match(top, name.end()).end()  # the title may stand below an empty line
    end = top.find("\n\n", below)
    end = end if end >= 0 else name.end()
    title = name[2] or _LINE.match(top, below)[0].strip()
    title = "" if _NO_TITLE.match(title) else _BEFORE_BODY.sub("", title)
    heard = _BEFORE_BODY.search(top, name.start(2), name.end(2)) if name[2] else None
    end = heard.start() if heard else end
    rank, plain = _without_rank(plain if written.isupper() else written)
    return Author(plain, ", ".join(filter(None, (rank, title))), name.start(1), end)


def _without_rank(name: str) -> tuple[str, str]:
    """The rank before a name, and the name: "Rear Admiral" and "Jo Sample"."""
    words = name.split()
    at = next((n for n, word in enumerate(words[:-2]) if word not in title_words()), len(words) - 2)
    return (" ".join(words[:at]), " ".join(words[at:])) if at > 0 else ("", name)


def _author_below(top: str) -> Author | None:
    """The author whose name and title stand in two lines below "Opening Statement to the Committee"."""
    head = _BEFORE_WHOM.search(top)
    for match in _NAME_AND_TITLE.finditer(top, head.end()) if head else ():
        name, title = " ".join(match[1].split()), match[2].strip()
        plain = not {word.lower() for word in name.split()} & word_set("functions")
        if plain and {word.lower().strip(",") for word in title.split()} & (
            word_set("functions") | {"auditor"}
        ):
            return Author(name, title, match.start(1), match.end())
    return None


def inspector_general(department: str) -> str:
    """Canonical name of the inspector general of a department.

    Args:
        department: Its canonical name.
    """
    plain = department.removeprefix("U.S. ")
    for row in by_name().values():
        if f"{plain} {INSPECTOR}" in (row["agency"], *row["names"].split("|")):
            return row["agency"]
    return f"{department} {INSPECTOR}"


def testifying_for(article: Article, named: Iterable[tuple[int, str]]) -> str:
    """The body for which a testimony is given: the first below its author's name, or what that is a part of; an
    auditor stands for itself.

    Args:
        article: The article.
        named: Place and canonical name of the bodies that it names.
    """
    author = author_of(article)
    if author is None:
        return _spoken_for(article, named)
    bodies = [agency for at, agency in named if author.start <= at < author.end]
    auditors = (agency for agency in bodies if AUDITOR.search(agency))
    auditor = next((agency for agency in auditors if len(bodies) == 1 or agency not in _INSPECTORS), "")
    if not auditor and bodies and "Inspector General" in article.text[author.start : author.end]:
        return inspector_general(bodies[0])
    body = auditor or _own_office(author.title) or next(iter(bodies), "")
    whole = by_name().get(body, {}).get("part_of", "")
    return whole if whole in bodies and not auditor else body


_COUNTIES = ("County", "Parish", "Borough")
_OFFICE = re.compile(
    r"(?:The )?((?:[A-Z]\w{2,15} (?:and |for |of )?){0,3}(?:Auditor(?:[ -]General)?|Ombudsman|Comptroller|Inspector General|Chief Inspector)"
    r"(?: (?:of|for) (?:the )?[A-Z][\w ]{2,40})?)"
)


_OF_PLACE = re.compile(r"(?:,| of| for)? (?:the )?(?:City of )?([A-ZÀ-Þ][^,;()]{2,40})(?:,|$)")


def _own_office(title: str) -> str:
    """The body of somebody who is an office of the state, "Comptroller and Auditor General", or heads that of a place: "Sheriff,
    Polk County, Texas"."""
    if found := _OFFICE.fullmatch(title):
        return found[1]
    for row in word_list("agencies/offices_of_places"):
        place = _OF_PLACE.match(title, len(row["post"])) if title.startswith(row["post"]) else None
        if place and (row["county"] != "yes" or place[1].endswith(_COUNTIES)):
            return row["body"].format(place=place[1])
    return ""


def _spoken_for(article: Article, named: Iterable[tuple[int, str]]) -> str:
    """The body for which somebody says to speak: "I am here on behalf of the men and women of ICE", or that heads its
    text: "Opening remarks by the Auditor General"."""
    top = article.text[: 2 * _TOP]
    first = _TESTIMONY.search(top)
    if first and (office := _own_office(_LINE.match(top, first.end())[0].strip().removeprefix("the "))):
        return office
    for at, agency in named:
        head = _TESTIMONY.search(top, 0, at)
        headed = head is not None and not top[head.end() : at].removeprefix("the ").strip()
        line = top[top.rfind("\n", 0, at) + 1 : at]
        post = _IN_OFFICE.search(line)
        holds = post is not None and post["post"].lower() in word_set("functions")
        if at < len(top) and (headed or holds or _BEHALF.search(line[-120:])):
            return agency
    return ""
