"""Puts the arithmetic of one check into words and into bars.

The sentences are data: `helpers/data/findings/arithmetic.csv` has a row for each template of the checks, with the
sentence for what the figures give (and one for when they cannot be put on one scale), and the changes that would mend
it (parted by a bar). Which figure the text states of the others is known to the checks.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import NamedTuple

from helpers.checks import stated_words
from helpers.findings.arithmetic_figures import UNITS_OF_TIME, Figure
from helpers.findings.arithmetic_worked import Bar, events, work
from helpers.findings.quoting import quotation
from helpers.findings.words import at_start, figure_in_words, line_in_words, listed, number
from helpers.texts import word_list

__all__ = ["REPEAT", "Relation", "not_counted", "relation", "times_in_words"]

REPEAT = "restated_figure"  # the kind of check of a figure that is only given again


class Relation(NamedTuple):
    """The arithmetic of one check in words.

    Attributes:
        subject: What is counted or compared, in the words of the text.
        gives: What the figures give; empty where the relation holds.
        says: What the text says instead; empty where `gives` says it all.
        told: The arithmetic in one line, whether it holds or not.
        apart: How far figures and text are apart.
        to_hold: What it would take for the relation to hold: one change or the other.
        bars: The bars that draw it, on one scale; empty if it cannot be drawn.
        axis: What the scale measures; "%" for a whole of 100.
    """

    subject: str
    gives: str
    says: str
    told: str
    apart: str
    to_hold: str
    bars: tuple[Bar, ...] = ()
    axis: str = ""


def relation(check, figures: Sequence[Figure | None]) -> Relation:
    """The arithmetic of a check in words and bars.

    Args:
        check: A row of the table of `helpers.check`.
        figures: The figures it names, None for one that stands in no table.
    """
    words, fields = _sentences(check), _plain(check)
    subject = _subject(check.kind, figures)
    if check.holds:
        told = ", then ".join(events(check, figures)) or _again(check) or _in_its_units(words, check, figures)
        return Relation(subject, "", "", told or fields["formula"], "", "–")
    says = stated_words(words["template"], check.quotes, getattr(check, "stated", ""))
    if says and words["template"] == "share" and figures and figures[-1]:  # a share of what, is the question
        says = f"{says} {figures[-1].behind}".rstrip()
    says = quotation(says) if says else ""
    worked = work(words["template"], check, figures)
    if worked:
        gives = words["gives"].format_map(worked.fields)
        to_hold = ", or ".join(_ways(words["to_hold"], worked.fields))
    else:
        gives, to_hold = words["otherwise"].format_map(fields), ""
    told = f"{gives}; the text says {says}" if says else gives
    return Relation(
        subject, gives, says, told, worked.apart if worked else "", to_hold, *(worked[2:] if worked else ())
    )


def _in_its_units(words: Mapping[str, str], check, figures: Sequence[Figure | None]) -> str:
    """The arithmetic of lengths of time in the unit of the text, where the checks count all in months or days."""
    timed = any(figure and figure.unit in UNITS_OF_TIME for figure in figures)
    worked = work(words["template"], check, figures) if timed and words["template"] != "duration" else None
    return words["gives"].format_map(worked.fields) if worked else ""


def _again(check) -> str:
    """How a figure that is given again agrees with itself; empty for another check."""
    return agreement(check.quotes) if check.kind == REPEAT else ""


def agreement(quotes: Sequence[str]) -> str:
    """How the wordings of one figure agree: “over 200” is not equal to 216, and agrees with it.

    >>> agreement(["26", "26"]), agreement(["over 200", "216", "216"])
    ('“26” is given twice', '“over 200” and “216” (given twice) agree')
    """
    quotes = [" ".join(quote.split()) for quote in quotes]
    times = Counter(quote.casefold() for quote in quotes)
    wordings = list({quote.casefold(): quote for quote in reversed(quotes)}.values())[::-1]
    if len(wordings) == 1:
        return f"“{wordings[0]}” is given {times_in_words(len(quotes))}"
    often = {word: f" (given {times_in_words(count)})" for word, count in times.items() if count > 1}
    return f"{listed(f'“{one}”' + often.get(one.casefold(), '') for one in wordings)} agree"


def times_in_words(count: int) -> str:
    """
    >>> times_in_words(2), times_in_words(3)
    ('twice', 'three times')
    """
    return "twice" if count == 2 else f"{number(count)} times"


def _sentences(check) -> Mapping[str, str]:
    """The row of sentences for a check; for one of a kind that has none, its formula alone."""
    rows = word_list("findings/arithmetic")
    template = getattr(check, "template", "")
    own = [row for row in rows if row["template"] == template or not template and row["kind"] == check.kind]
    return own[0] if own else {"template": "", "otherwise": "{formula}"}


def _plain(check) -> dict[str, str]:
    """What can be said of every check: its formula, what it computed, and the words of its figures."""
    quotes = [" ".join(quote.split()) for quote in check.quotes]
    value = getattr(check, "computed", "")
    named = dict(zip(("first", "second", "third"), quotes, strict=False))
    return named | {
        "formula": line_in_words(" ".join((getattr(check, "formula", "") or check.about).split())),
        "value": value if isinstance(value, str) else figure_in_words(float(value)),
        "all": listed(f"“{quote}”" for quote in dict.fromkeys(quotes)),
    }


def _subject(kind: str, figures: Sequence[Figure | None]) -> str:
    """What a relation is about: of parts and total what the total counts, for a part says what it counts and not what
    all of them are; otherwise what its first figure with words of its own counts."""
    if kind == "parts_sum_to_total":
        figures = figures[-1:]
    return next((figure.what for figure in figures if figure and figure.what), "")


def _ways(templates: str, fields: Mapping[str, str | None]) -> list[str]:
    """The changes that would mend a relation, without those that need a value there is none of."""
    ways = []
    for template in templates.split("|"):
        names = [name for _, name, _, _ in Formatter().parse(template) if name]
        if all(fields[name] is not None for name in names):
            ways.append(template.format_map(fields))
    return ways


def not_counted(easy: int, untold: int, what: str = "check") -> str:
    """The sentence on relations that a count of those that hold or fail leaves aside; empty if there is none.

    Args:
        easy: How many hold, and could hardly fail.
        untold: How many stay open, as groups may overlap.
        what: What they are called.

    >>> not_counted(1, 1)
    'Two more checks are not counted: one could hardly fail, and one stays open, as groups may overlap.'
    >>> not_counted(1, 0), not_counted(0, 2, "relation"), not_counted(0, 0)
    ('One more check is not counted, as it could hardly fail.', 'Two more relations stay open, as groups may overlap.', '')
    """
    more = f"{at_start(number(easy + untold))} more {what}{'s' * (easy + untold > 1)}"
    opens = f"{'stays' if untold == 1 else 'stay'} open, as groups may overlap."
    if easy and untold:
        return f"{more} are not counted: {number(easy)} could hardly fail, and {number(untold)} {opens}"
    if easy:
        return f"{more} {'is not counted, as it' if easy == 1 else 'are not counted, as they'} could hardly fail."
    return f"{more} {opens}" if untold else ""
