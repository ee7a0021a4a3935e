"""Which body does what a verb says: the one named, that of an official, or that of a person by title or post."""

import re
from collections.abc import Mapping

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.made import body_of_title
from helpers.agencies.titles import FUNCTION_WORD
from helpers.clauses import Action
from helpers.names import by_name
from helpers.texts import Article, Sentence, word_set

__all__ = ["bodies_of_doers", "body_of_person"]

LONGEST_NAME = 60  # characters of a last name and what stands before it


def bodies_of_doers(
    rows: list[AgencyRow], article: Article, sentence: Sentence, action: Action
) -> list[tuple[int, AgencyRow | None]]:
    """Place of each doer of an action, and the body that it names or for which the official named there acts; of
    a body and its part right behind ("ICE's Enforcement and Removal Operations") only the part."""
    found = []
    for start, end in action.doers:
        place = sentence.start + start
        row = _at(rows, place, sentence.start + end, sentence.text[start:end]) or _official_before(
            rows, article, place, named=not action.speech
        )
        same = [one for one in rows if row and (one.start, one.end) == (row.start, row.end)]
        found += [(start, one) for one in same or [row]]  # "Salem and Keizer police departments" are two
    acting = {row.start for _, row in found if row is not None}
    return [(start, row) for start, row in found if row is None or not _is_whole(row, rows, acting, article)]


_TO_PART = re.compile(
    r"\)?(?:\s?\([A-Z.]{2,10}\))?(['’]s?)?(?:\s?\([A-Z.]{2,10}\))?(?:-|,?\s(?:Office\sof\s)?)?"
)


def _is_whole(row: AgencyRow, rows: list[AgencyRow], acting: set[int], article: Article) -> bool:
    """Whether a part of a body that acts too stands right behind it."""
    for part in rows:
        if part.start in acting and row.end < part.start < row.end + 40:
            between = _TO_PART.fullmatch(article.text, row.end, part.start)
            listed = by_name().get(part.agency, {}).get("part_of") == row.agency
            composed = part.agency.startswith(row.mention) and part.agency != part.mention
            if between and (between[1] or listed or composed):
                return True
    return False


def body_of_person(
    article: Article, sentence: Sentence, start: int, rows: list[AgencyRow], people: Mapping[str, str]
) -> str:
    """The body of a person who acts: by the title before the name, the body behind it, or by what the article says of
    whoever is so called.

    Args:
        article: The article.
        sentence: The sentence.
        start: The place of the name in it.
        rows: The bodies of the sentence.
        people: Last name of a person -> the body for which they act.
    """
    if titled := _titled(sentence, start, article) or _of_body(sentence, start, rows):
        return titled
    names = _NAME.finditer(sentence.text, max(0, start - LONGEST_NAME), start + LONGEST_NAME)
    name = next((name[0] for name in names if name.start() <= start < name.end()), "")
    return people.get(name, "")


_NAME = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][^\W\d_]{1,30}(?:[-’'][A-ZÀ-Þ]?[^\W\d_]{1,30}){0,2}(?<!['’]s)(?! [A-ZÀ-Þ])"
)
_BEHIND = re.compile(r"[\w.'’-]{1,31},? (?:of|from|at|with|for) (?:the )?")


def _of_body(sentence: Sentence, start: int, rows: list[AgencyRow]) -> str:
    """The body behind a name with a title before it: "Sheriff Neil Sample of Glasgow Sheriff Court"."""
    front = sentence.text[max(0, start - 80) : start].split()[-5:]
    behind = _BEHIND.match(sentence.text, start)
    if behind is None or not any(FUNCTION_WORD.fullmatch(word.strip(",.").split("-")[0]) for word in front):
        return ""
    return next((row.agency for row in rows if row.start - sentence.start == behind.end()), "")


def _at(rows: list[AgencyRow], start: int, end: int, words: str) -> AgencyRow | None:
    """The body at a place; for the seat of a body ("BOP's Central Office") the one before its "'s"."""
    owned = len("'s ") + 1 if words in word_set("seats") else 0
    return next((row for row in rows if row.start < end and start < row.end + owned), None)


_FORENAMES = re.compile(r"(?:\s[A-Z][\w.'’-]{0,30}){0,6}\s")


def _official_before(rows: list[AgencyRow], article: Article, start: int, *, named: bool) -> AgencyRow | None:
    """The official's title right before a name ("Assistant U.S. Attorney Jane Smith charged"); with `named`
    also the body before title and name ("Pune District Court Judge Asha Rao sentenced")."""
    for row in rows:
        if row.end < start < row.end + 100 and (
            between := _FORENAMES.fullmatch(article.text, row.end, start)
        ):
            words = {word.strip(",.").lower() for word in between[0].split()}
            if row.linked_by == "official" or named and words & word_set("functions"):
                return row
    return None


_NAMED = re.compile(r"\s(?:[A-Z][\w.'’-]{0,30}\s){0,4}$")


def _titled(sentence: Sentence, start: int, article: Article) -> str:
    """The body of a person whose title stands before the name: "Assistant District Attorney Jo Sample"."""
    if not sentence.text[start : start + 1].isupper():
        return ""
    before = sentence.text[max(0, start - 120) : start]
    names = _NAMED.search(before)
    words = before[: names.start()].split() if names else []
    names = names[0].split() if names else []
    for size in range(len(names), -1, -1):  # the forenames begin behind the title
        if body := body_of_title(" ".join([*words, *names[:size]]), article):
            return body
    return ""
