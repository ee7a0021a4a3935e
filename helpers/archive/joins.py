"""Columns by which tables join the data of others on enforcement: fiscal year, action, component, state.

The names are those of the Deportation Data Project and of CBP's monthly figures. What the article does not
say stays empty.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

import pandas as pd

from helpers.texts import date_range, word_list

__all__ = ["COLUMNS", "fiscal_year", "with_enforcement_columns"]

COLUMNS = ["fiscal_year", "fiscal_year_from", "action", "component", "state"]


def fiscal_year(first: str, last: str) -> int | None:
    """The fiscal year of the United States (1 October to 30 September) that holds both days; None if there is
    no single one.

    >>> fiscal_year("2024-10-01", "2025-01-31"), fiscal_year("2024-09-01", "2024-10-31")
    (2025, None)
    """
    years = {day.year + (day.month >= 10) for day in map(date.fromisoformat, (first, last))}
    return years.pop() if len(years) == 1 else None


def with_enforcement_columns(roles: pd.DataFrame, dates: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """The table of roles with what joins it to other data.

    Args:
        roles, dates: Tables of the same articles.
        texts: Their texts: `article`, `published` and `text`.

    Returns:
        The rows of `roles` that tell of an action of enforcement that is not denied, with `fiscal_year`,
        `fiscal_year_from` ("sentence": the date in the same sentence; "publication": if that is all there is),
        `action` (arrest, removal, seizure ...), `component` (ICE ERO, ICE HSI, ICE, USBP, CBP OFO ...) and
        `state` (two letters, if sentence or article name exactly one).
    """
    published = dict(zip(texts["article"], texts["published"], strict=True))
    whole = {row.article: state_in(row.text) for row in texts.itertuples()}
    placed = _years_of_sentences(dates)
    rows = []
    for row in roles.to_dict("records"):
        action = _action(row["role"], row["action"])
        if action and not row["negated"]:
            year = placed.get((row["article"], row["start"]))
            told = _year_published(published.get(row["article"]) or "")
            rows.append(
                row
                | {
                    "fiscal_year": year or told,
                    "fiscal_year_from": "sentence" if year else "publication" if told else "",
                    "action": action,
                    "component": _components().get(row["agency"], ""),
                    "state": state_in(row["quote"]) or whole.get(row["article"], ""),
                }
            )
    names = [*roles.columns.drop("action"), *COLUMNS]
    return pd.DataFrame(rows, columns=names).astype({"fiscal_year": "Int64"})


def _years_of_sentences(dates: pd.DataFrame) -> Mapping[tuple[str, int], int]:
    """(article, start of the sentence) → the fiscal year of its dates, where they share one."""
    found: dict[tuple[str, int], set[int | None]] = {}
    placed = dates[(dates["begin"].fillna("") != "") & (dates["finish"].fillna("") != "")]
    for row in placed.itertuples():
        found.setdefault((row.article, row.sentence_start), set()).add(fiscal_year(row.begin, row.finish))
    return {
        place: next(iter(years)) for place, years in found.items() if len(years) == 1 and None not in years
    }


def _year_published(published: str) -> int | None:
    days = date_range(published)
    return fiscal_year(*map(date.isoformat, days)) if days else None


@cache
def _actions() -> dict[tuple[str, str], str]:
    return {(row["role"], row["word"]): row["action"] for row in word_list("archive/actions")}


def _action(role: str, word: str) -> str:
    """The action of a role; the word of the text decides between names of the same role."""
    return _actions().get((role, word.lower())) or _actions().get((role, ""), "")


@cache
def _components() -> dict[str, str]:
    return {row["agency"]: row["component"] for row in word_list("archive/components")}


@cache
def _states() -> tuple[re.Pattern, dict[str, str]]:
    rows = sorted(word_list("archive/states"), key=lambda row: -len(row["name"]))
    names = "|".join(
        re.escape(row["name"]) + (f"(?! {row['not_before']})" if row["not_before"] else "") for row in rows
    )
    return re.compile(rf"\b(?:{names})\b"), {row["name"]: row["state"] for row in rows}


def state_in(text: str) -> str:
    """The one state that a text names; empty if there is none or more than one.

    >>> state_in("Boston, Massachusetts"), state_in("Kansas City"), state_in("in Texas and New Mexico")
    ('MA', '', '')
    """
    pattern, known = _states()
    found = {known[match] for match in pattern.findall(text)}
    return found.pop() if len(found) == 1 else ""
