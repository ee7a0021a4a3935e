"""One file of gold annotation: its tables, and everything that is wrong with it.

`tests/gold/README.md` has its keys and conventions. Where the words of a row stand in the article is asked in
`helpers.accuracy.gold`.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from helpers.accuracy.same import units_known
from helpers.texts import MODES, date_range, did_you_mean, nearest, shown, word_list

__all__ = ["ANNOTATED_KINDS", "TABLES", "GoldError", "content_of", "is_annotation", "wrong_in"]

TABLES = ("dates", "quantities", "roles", "speakers", "statements", "checks")
ANNOTATED_KINDS = (
    "parts_sum_to_total",
    "share_matches_counts",
    "average_matches_ratio",
    "duration_matches_range",
    "order_of_events",
    "restated_figure",
)
NEEDED = {
    "dates": ("quote", "nth"),
    "quantities": ("quote", "nth", "low", "high", "unit"),
    "roles": ("agency", "role", "mode", "sentence_has"),
    "speakers": ("name",),
    "statements": ("quote", "nth", "source"),
    "checks": ("kind", "holds", "quotes"),
}
OTHER_KEYS = ("article", "published", "claims", "note", "sources")  # of a file, beside the tables
SLIP = 0.8  # how like a known key one is that was misspelt; others are remarks of the annotator's own
MOST_PLACES = 10_000  # a text has no words that stand there more often


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e300


def _is_place(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_PLACES


def _is_day(value: object) -> bool:
    return isinstance(value, str) and len(value) == 10 and date_range(value) is not None


_TEXT = (_is_text, "words in quotation marks")
_NUMBER = (lambda value: value is None or _is_number(value), "a number or null")
_DAY = (_is_day, "a day such as 2024-03-15")
# Key → what its value must be, and how to say so. A name of nobody known is null.
VALUES: dict[str, tuple[Callable[[object], bool], str]] = {
    **dict.fromkeys(("quote", "agency", "role", "mode", "sentence_has", "kind", "unit"), _TEXT),
    **dict.fromkeys(("low", "high", "days", "hours", "minutes", "months", "years"), _NUMBER),
    **dict.fromkeys(("begin", "end"), _DAY),
    **dict.fromkeys(
        ("title", "organisation", "what", "about", "source", "cue", "who"),
        (lambda value: value is None or isinstance(value, str), "words in quotation marks, or null"),
    ),
    "name": (
        lambda value: value is None or _is_text(value),
        "words in quotation marks, or null for a speaker without a name",
    ),
    "nth": (_is_place, "1 for the first place, 2 for the second, and so on"),
    "nth_quote": (lambda value: value is None or _is_place(value), "1, 2, and so on, or null"),
    "holds": (lambda value: isinstance(value, bool), "true or false"),
    "quotes": (
        lambda value: isinstance(value, list) and bool(value) and all(map(_is_text, value)),
        "a list of quotes, with one at least",
    ),
}


# (table, key) -> the words its value may be; another one would be measured as missed, and nothing said
ALLOWED = {
    ("checks", "kind"): ANNOTATED_KINDS,
    ("roles", "mode"): MODES,
    ("roles", "role"): tuple(dict.fromkeys(row["role"] for row in word_list("texts/role_verbs"))),
    ("quantities", "unit"): units_known(),
}
KEYS = frozenset((*VALUES, "approx", "direct", "note", "why"))  # of a row


class GoldError(ValueError):
    """Some annotation cannot be used. The message lists every problem, with its file."""


def is_annotation(path: Path) -> bool:
    """Whether a file is an object with a table of annotation, right or wrong."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(content, dict) and any(isinstance(content.get(table), list) for table in TABLES)


def content_of(path: Path, problems: list[str]) -> dict[str, list]:
    """What stands in a file, by table; empty if it is no annotation."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        problems.append(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8")
        return {}
    except RecursionError:
        problems.append(f"{path}: is nested too deep for an annotation; correct it")
        return {}
    except (OSError, ValueError) as error:
        problems.append(f"{path}: cannot be read as JSON ({error}); correct it")
        return {}
    if not isinstance(content, dict):
        problems.append(f"{path}: must be one JSON object with lists of {', '.join(TABLES)}")
        return {}
    known = (*TABLES, *OTHER_KEYS)
    for key, value in content.items():
        hint = did_you_mean(key, known, "" if _has_rows(value) else "a remark")
        if key not in known and hint != "a remark":
            problems.append(f"{path}: there is no table {shown(key)}; {hint}")
    for table in TABLES:
        if not isinstance(content.get(table, []), list):
            problems.append(f"{path}: {table} must be a list, not {shown(content.pop(table))}")
    return content


def _has_rows(value: object) -> bool:
    """Whether a value looks like a table, not like a remark of the annotator."""
    return isinstance(value, list) and any(isinstance(row, dict) for row in value)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, unless a key stands in it twice: of two tables with one name the first would be lost."""
    twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
    if twice:
        raise ValueError(f"the key {shown(twice[0])} stands twice in one object")
    return dict(pairs)


def wrong_in(table: str, row: object) -> Iterator[str]:
    """What is wrong with one row, before its words are looked for."""
    if not isinstance(row, dict):
        yield f"must be an object in braces, not {shown(row)}"
        return
    if absent := [key for key in NEEDED[table] if key not in row]:
        yield f"{', '.join(absent)} missing"
    for key in sorted(row.keys() - KEYS):
        if near := nearest(key, KEYS, SLIP):
            yield f"there is no key {shown(key)}; did you mean {near!r}?"
    for key, value in row.items():
        test, wanted = VALUES.get(key, (lambda value: True, ""))
        if not test(value):
            yield f"{key} must be {wanted}, not {shown(value)}"
        elif value not in ALLOWED.get((table, key), (value,)):
            yield f"there is no {key} {shown(value)}; {did_you_mean(value, ALLOWED[table, key])}"
    if table == "speakers" and row.get("name", "") is None and not _is_text(row.get("title")):
        yield "needs a title where it has no name; give one of the two"
    if table == "dates" and ("begin" in row) != ("end" in row):
        yield "begin and end go together; give both, or neither"
    low, high = row.get("low"), row.get("high")
    if _is_number(low) and _is_number(high) and low > high:
        yield f"low ({shown(low)}) is more than high ({shown(high)}); exchange them"
    begin, end = row.get("begin"), row.get("end")
    if _is_day(begin) and _is_day(end) and begin > end:
        yield f"begin ({begin}) is after end ({end}); exchange them"
