"""The figures that `checks` compares, made from rows of the tables `dates` and `quantities`, and what kind of thing they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from helpers.language import word_list

__all__ = [
    "ACTIONS",
    "Figure",
    "Found",
    "Moment",
    "NEAR",
    "content_of",
    "date_of",
    "figure_of",
    "length_of",
    "number_of",
    "other_lengths",
    "prison_terms",
    "same_kind",
    "stem_of",
    "stems_of",
    "words_between",
]

NEAR = 400  # characters of a sentence before and after a figure that are looked at
_PERSONS = frozenset(row["word"] for row in word_list("check_words") if row["kind"] == "person")
_PEOPLES = frozenset(word.lower() for row in word_list("nations") for word in row["adjectives"].split("|") if word)  # "201 Mexicans"
_FORCES = frozenset(row["word"] for row in word_list("check_words") if row["kind"] == "force")
_GENERIC = frozenset(row["word"] for row in word_list("check_words") if row["kind"] == "generic")
ACTIONS = {row["word"]: row["value"] for row in word_list("check_words") if row["kind"] == "action"}
_STOP = frozenset(row["word"] for row in word_list("quantity_stop_words"))


@dataclass(frozen=True)
class Figure:
    """A quantity, or a duration that is added up like one (prison terms)."""

    start: int
    end: int
    quote: str
    value: float
    low: float | None
    high: float | None
    approx: bool
    unit: str
    what: str
    block: str
    sentence: str
    sentence_start: int
    label: str
    column: str
    group: int
    lead_in: str
    per: str
    kind: str = ""  # class of the thing counted: person, force, or the stem of its head noun
    words: frozenset[str] = field(default=frozenset(), compare=False)
    actions: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def before(self) -> str:
        """The words before it in its sentence, as far as they matter."""
        at = self.start - self.sentence_start
        return self.sentence[max(0, at - NEAR) : at]

    @property
    def after(self) -> str:
        at = self.end - self.sentence_start
        return self.sentence[at : at + NEAR]


@dataclass(frozen=True)
class Moment:
    """A temporal expression."""

    start: int
    end: int
    quote: str
    type: str
    value: str
    mod: str
    begin: date | None
    finish: date | None
    block: str
    sentence: str
    sentence_start: int

    @property
    def before(self) -> str:
        at = self.start - self.sentence_start
        return self.sentence[max(0, at - NEAR) : at]

    @property
    def after(self) -> str:
        at = self.end - self.sentence_start
        return self.sentence[at : at + NEAR]

    @property
    def days(self) -> int:
        return (self.finish - self.begin).days + 1 if self.begin and self.finish else 0


@dataclass(frozen=True)
class Found:
    """A relation: `items` in the order in which the quotes are listed."""

    kind: str
    holds: bool
    items: tuple
    about: str


def _optional(value: object) -> float | None:
    return None if value is None or value == "" or pd.isna(value) else float(value)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def date_of(row: dict) -> Moment:
    """A row of the table `dates`."""
    return Moment(
        row["start"],
        row["end"],
        row["quote"],
        row["type"],
        str(row["value"]),
        str(row["mod"] or ""),
        _day(row["begin"]),
        _day(row["finish"]),
        row["block"],
        row["sentence"],
        row["sentence_start"],
    )


# "27 arrested in Spain", "Two Charged": people, though no noun says so
_PARTICIPLE = re.compile(
    r"(?:\w+ly\s)?(?:arrested|charged|detained|held|jailed|indicted|convicted|sentenced|deported|removed|expelled|extradited|killed|injured|wounded|"
    r"rescued|apprehended|captured|accused|dead|missing|freed|released|repatriated|imprisoned|nabbed|caught|hurt)\b",
    re.IGNORECASE,
)


def figure_of(row: dict) -> Figure:
    """A row of the table `quantities`, with the kind of thing it counts and the actions told around it."""
    what, at = row["what"], row["end"] - row["sentence_start"]
    if (
        what
        and row["block"] != "table row"
        and not row["label"]
        and not what.lower().startswith(("those", "them", "these"))
        and (
            what not in row["sentence"][at : at + 120]
            and not row["sentence"][: row["start"] - row["sentence_start"]].rstrip(" (:").endswith(what)
        )
    ):
        what = ""  # "40 in Texas": the words are those of the figure before
    head = "person" if _PARTICIPLE.match(what) else _head(what) or _head(row["column"]) or _head(row["label"])
    near = row["sentence"][max(0, row["start"] - row["sentence_start"] - 80) : row["end"] - row["sentence_start"] + 80]
    return Figure(
        row["start"],
        row["end"],
        row["quote"],
        float(row["value"]),
        _optional(row["low"]),
        _optional(row["high"]),
        bool(row["approx"]),
        row["unit"],
        row["what"],
        row["block"],
        row["sentence"],
        row["sentence_start"],
        row["label"],
        row["column"],
        row["group"],
        row["lead_in"],
        row["per"],
        head,
        content_of(f"{row['what']} {row['label']} {row['column']}"),
        frozenset(ACTIONS[word] for word in stems_of(f"{near} {row['column']}") if word in ACTIONS),
    )


_PRISON = re.compile(
    r"\b(?:prison|jail(?:ed)?|sentenced?|imprisonment|behind bars|custody|combined|terms?|incarceration|custodial|average|each|"
    r"in total|total of)\b",
    re.IGNORECASE,
)


def prison_terms(times: list[Moment], counted: list[Figure]) -> Iterator[Figure]:
    """Durations that are counted and added up: prison terms and the cells of a table."""
    tables = {figure.sentence_start: figure for figure in counted if figure.block == "table row"}
    terms = {time.sentence_start for time in times if time.type == "DURATION" and _PRISON.search(time.before[-30:] + time.after[:30])}
    for time in times:
        length = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])", time.value)
        if time.type != "DURATION" or time.begin or not length:
            continue
        row = tables.get(time.sentence_start)
        if re.match(r"\s(?:after|ago|later|since|before|earlier)\b", time.after) or not (
            time.sentence_start in terms or (row and time.block == "table row")
        ):
            continue
        bounds = float(length[2])
        low = None if time.mod in ("LESS_THAN", "EQUAL_OR_LESS") else bounds
        high = None if time.mod in ("MORE_THAN", "EQUAL_OR_MORE") else bounds
        yield Figure(
            time.start,
            time.end,
            time.quote,
            bounds,
            low,
            high,
            time.mod == "APPROX",
            f"time {length[1]}{length[3]}",
            "",
            time.block,
            time.sentence,
            time.sentence_start,
            row.label if row else "",
            "",
            row.group if row else -1,
            row.lead_in if row else "",
            "",
            "term",
            frozenset(),
            frozenset(),
        )


def other_lengths(times: list[Moment], known: list[Figure]) -> Iterator[Figure]:
    """The other durations, which an average may divide by ("24 crossings in 12 weeks")."""
    starts = {figure.start for figure in known}
    for time in times:
        if (length := length_of(time)) and time.start not in starts:
            yield Figure(
                time.start,
                time.end,
                time.quote,
                length[0],
                length[0],
                length[0],
                False,
                f"time {length[1]}",
                "",
                time.block,
                time.sentence,
                time.sentence_start,
                "",
                "",
                -1,
                "",
                "",
                "term",
            )


def stem_of(word: str) -> str:
    """A word without its commonest endings, so that offender and offense, arrests and arrested meet."""
    word = word.lower().replace("’s", "").replace("'s", "").strip("’'-.")
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("xes", "x"), ("s", "")):
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")) and len(word) > len(ending) + 2:
            word = word[: -len(ending)] + instead
            break
    return word


def _root(word: str) -> str:
    word = stem_of(word)
    for ending in ("ations", "ation", "ender", "ense", "ence", "ings", "ing", "ed", "er", "ers", "ion", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def stems_of(text: str) -> set[str]:
    """The words of a text in their several stems, so that "arrested" and "arrests" meet."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return {form for word in words for form in (word, stem_of(word), _root(word), _root(word) + "e")}


def content_of(text: str) -> frozenset[str]:
    """Roots of the words that tell one kind of thing from another."""
    return frozenset(
        _root(word)
        for word in re.findall(r"[^\W\d_]{2,}", text.lower())
        if word not in _STOP and stem_of(word) not in _GENERIC and word not in _GENERIC and stem_of(word) not in _PERSONS
    )


def _head(what: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.split(r"\s(?:of|with|from|in|on)\s", what)[0].lower()) if what else []
    if not words:
        return ""
    if words[0] in ("those", "them", "these"):
        return "person"
    stem = stem_of(words[-1])
    if stem in _FORCES or words[-1] in _FORCES:
        return "force"
    return "person" if stem in _PERSONS or words[-1] in _PERSONS or stem in _PEOPLES else stem


def number_of(value: float) -> str:
    """A number as it is written in a line of arithmetic."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def same_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures may count the same kind of thing in the same unit; an unknown kind agrees with all."""
    return a.unit == b.unit and (a.kind == b.kind or not a.kind or not b.kind or {a.kind, b.kind} <= {"person", "force"})


def words_between(a: Figure | Moment, b: Figure | Moment) -> str:
    """The words of a sentence between two figures."""
    return (
        a.sentence[max(a.end, b.start - NEAR) - a.sentence_start : b.start - a.sentence_start]
        if a.sentence_start == b.sentence_start
        else ""
    )


def length_of(time: Moment) -> tuple[float, str] | None:
    """Size and unit (D, W, M, Y, H) of a pure duration; None for anything else."""
    match = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])", time.value)
    if time.type != "DURATION" or time.begin or not match or (match[1] and match[3] == "M"):
        return None
    return float(match[2]), match[3]
