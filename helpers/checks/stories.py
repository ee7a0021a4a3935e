"""The story of one article, made from rows of the tables `quantities`, `dates` and `set_aside`.

In: rows with the sentences they stand in. Out: a `Story` (`helpers.checks.frames`): figures on the scale of their dimension,
lengths of time among them, dates as stretches of the calendar, and the lines in which they stand.
"""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd

from helpers.checks.dimensions import measures
from helpers.checks.frames import Frame, Moment, Story, between
from helpers.checks.label_lists import with_label_lists
from helpers.clauses import reference_of
from helpers.texts import fold_letters, word_list

__all__ = ["PARTS_ASIDE", "story_of"]

MOST = 400  # figures of an article, and dates: what compares many must end soon on any text
_NAMES = ("noun", "noun_class", "event", "part_in_event", "refers", "place", "restrictors", "per", "what")
_CELL = ("label", "column", "group", "lead_in")
_PLACE = ("start", "end", "quote", "block", "sentence", "sentence_start")
_NOUN = re.compile(r"(?!percent$)[^\W\d_][^\d]*")  # no figure that the parse takes for what is counted
_TOTAL = re.compile(
    r"^(?:all(?!\sothers?\b)|total|overall|altogether|together|combined|sum)\b|\b(?:total|in\sall|overall)$",
    re.I,
)
_QUALIFIED = re.compile(
    r"\b(?:(?P<under>nearly|almost|not\squite|all\sbut)|(?P<about>about|roughly|around)|(?P<over>(?:well\s)?(?:more\sthan|over)))\s$",
    re.I,
)
PARTS_ASIDE = ("ordinal", "part, not a share")  # what `set_aside` says of "a third"
_PART = re.compile(
    r"\b(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?$", re.I
)  # "down by a third"
_TIMES = {"Y": ("M", 12.0), "W": ("D", 7.0)}  # unit: the one that it is counted in, how many of these it has


def story_of(quantities: list[dict], dates: list[dict], aside: list[dict], others: list[dict]) -> Story:
    """The figures and dates of one article, from rows of its tables; `aside` are ages, numbers of items, verbs that
    multiply, and parts of what is not named; `others`: sentences of the article, also such without a
    figure."""
    timed = [
        (row["sentence_start"], row["sentence"]) for row in dates if row["vague"] and row["value"][:1] == "T"
    ]
    dates = [row for row in dates if not row["vague"]]
    quantities, dates = (sorted(rows, key=lambda row: row["start"])[:MOST] for rows in (quantities, dates))
    multiples = [row for row in aside if row["reason"] == "multiple"][:MOST]
    parts = [row for row in aside if row["reason"] in PARTS_ASIDE and _PART.search(row["quote"])][:MOST]
    told = (*quantities, *dates, *multiples, *parts)
    lines = sorted({row["sentence_start"]: row["sentence"] for row in told}.items())
    number = {start: index for index, (start, _) in enumerate(lines)}
    moments = [_moment(row, number) for row in dates]
    frames = with_label_lists([_frame(row, number) for row in quantities])
    dated = {
        moment.start - 1 for moment in moments
    }  # "2,310 three weeks later", "the 750 of a year ago" count no time
    frames = [
        replace(one, noun="", noun_class="")
        if {one.end, one.end + len(" of") * one.after.startswith(" of ")} & dated
        else one
        for one in frames
    ]
    frames = [frames[0], *map(_rounded_like, frames, frames[1:])] if frames else []
    lengths = [_length(moment) for moment in moments if moment.length]
    cells = {frame.line: frame for frame in frames if frame.block == "table row"}
    lengths = [replace(one, **_cell_of(cells[one.line])) if one.line in cells else one for one in lengths]
    frames = sorted([*frames, *lengths], key=lambda one: one.start)
    aged = [(row["sentence_start"], row["sentence"]) for row in aside if row["reason"] == "age"]
    items = [(row["start"], row["quote"]) for row in aside if row["reason"] == "list number"]
    multiplied = [_multiple(row, number) for row in multiples]
    written = {
        row["sentence_start"]: row["written"]
        for row in (*told, *others)
        if row.get("written", row["sentence"]) != row["sentence"]
    }
    known = {row["sentence_start"]: row["sentence"] for row in others}
    sentences = sorted({**known, **dict(aged), **dict(timed), **dict(lines)}.items())
    return Story(
        frames, moments, lines, aged[:MOST], timed[:MOST], items[:MOST], multiplied, written, sentences
    )


def _rounded_like(a: Frame, b: Frame) -> Frame:
    """A figure, as rough as the one behind which it stands in brackets: "almost four million ringgits (£750,000)"; and no
    total where it opens the list behind one: "a total of 64 came: 30 from Kent"."""
    if a.refers == b.refers == "together" and ":" in between(a, b):
        return replace(b, refers="new")
    again = not a.exact and b.exact and a.dimension != b.dimension and between(a, b) == " ("
    return replace(b, approx=True) if again else b


def _frame(row: dict, number: dict[int, int]) -> Frame:
    measure = measures().get(row["unit"])
    given = {name: row[name] for name in (*_NAMES, *_CELL, *_PLACE, "unit")}
    if not _NOUN.fullmatch(row["noun"]) or row["noun"] == "time":  # "assaulted 360 times" counts no times
        given["noun"] = ""
    if row["label"] and row["refers"] == "new" and _TOTAL.search(row["label"]):
        given["refers"] = "together"
    return Frame(
        **given,
        **{name: float(row[name]) for name in ("value", "step")},
        **{name: _optional(row[name]) for name in ("low", "high")},
        approx=bool(row["approx"]),
        dimension=measure.dimension if measure else row["unit"],
        factor=measure.factor if measure else 1.0,
        line=number[row["sentence_start"]],
    )


# "half as much again", "half as many boats again": one and a half times as much
_AGAIN = re.compile(r"\sas\s(?:much|many)(?:\s[a-z]+)?\sagain\b", re.I)


@cache
def _values() -> dict[str, float]:
    """Verb that multiplies → by how much."""
    return {row["word"]: float(row["value"]) for row in word_list("quantities/en/multiples")}


def _multiple(row: dict, number: dict[int, int]) -> Frame:
    """A verb that multiplies as a figure: "more than doubled" is 2 or more."""
    place = row["start"] - row["sentence_start"]
    found = _QUALIFIED.search(row["sentence"][:place])
    value, how = _values()[fold_letters(row["quote"]).lower()], found.lastgroup if found else ""
    value += value < 1 and bool(_AGAIN.match(row["sentence"], row["end"] - row["sentence_start"]))
    start = row["start"] - (len(found[0]) if found else 0)
    bounds = (None if how == "under" else value, None if how == "over" else value, how == "about")
    told = (row["block"], row["sentence"], row["sentence_start"], number[row["sentence_start"]])
    quote = row["sentence"][start - row["sentence_start"] : place] + row["quote"]
    return Frame(start, row["end"], quote, value, *bounds, "ratio", "ratio", 1.0, *told)


def _moment(row: dict, number: dict[int, int]) -> Moment:
    return Moment(
        **{
            name: row[name] for name in (*_PLACE, "type", "value", "mod", "precision", "event", "told_behind")
        },
        # for the order of days it is the same whether the text or the catalogue tells when it was published
        year_from="publication" if row["year_from"] == "dateline" else row["year_from"],
        begin=_day(row["begin"]),
        finish=_day(row["finish"]),
        line=number[row["sentence_start"]],
    )


def _cell_of(cell: Frame) -> dict[str, object]:
    """Label and group of a table row, for a length of time in it."""
    return {name: getattr(cell, name) for name in _CELL} | {"column": "length"}


def _length(moment: Moment) -> Frame:
    """A pure duration as a figure: years with months, weeks with days."""
    size, unit = moment.length
    dimension, factor = _TIMES.get(unit, (unit, 1.0))
    low = None if moment.mod in ("LESS_THAN", "EQUAL_OR_LESS") else size
    high = None if moment.mod in ("MORE_THAN", "EQUAL_OR_MORE") else size
    place = (moment.block, moment.sentence, moment.sentence_start, moment.line)
    bounds = (size, low, high, moment.mod == "APPROX", f"time {unit}", f"time {dimension}", factor)
    refers = reference_of(moment.before, moment.after)
    return Frame(moment.start, moment.end, moment.quote, *bounds, *place, refers=refers)


def _optional(value: object) -> float | None:
    return None if value == "" or pd.isna(value) else float(value)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None
