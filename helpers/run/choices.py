"""Values of parameters that must be one of those a run has: modes, agencies, units, verdicts."""

from collections.abc import Iterable

from helpers.texts import Known, shown, word_list

__all__ = ["ParameterError", "check_choice"]

MOST_PROBLEMS = 20  # in one message
MOST_LISTED = 20
UNITS = frozenset(row["unit"] for row in word_list("quantities/units"))


class ParameterError(ValueError):
    """A parameter cannot be used. The message lists every problem with the allowed values and the nearest
    match."""


def check_choice(name: str, values: Iterable[str], allowed: Iterable[str]) -> list[str]:
    """The values, if each is one of those allowed, in the spelling of the allowed ones; upper and lower case
    are the same.

    Raises:
        ParameterError: naming every value that is not allowed, with the nearest one that is, or that it is a unit
            in which these texts have no figure.
    """
    spelling = {choice.casefold(): choice for choice in allowed}
    known = Known(spelling.values())
    values = list(values)
    problems = [_problem(name, value, known) for value in values if value.casefold() not in spelling]
    if problems:
        raise ParameterError("\n".join(problems[:MOST_PROBLEMS]))
    return [spelling[value.casefold()] for value in values]


def _problem(name: str, value: str, known: Known) -> str:
    every = f"there are: {_first(known.words)}" if known.words else "these texts have none"
    if name == "units" and not UNITS.isdisjoint((value, value.lower())):
        return f"{name}: no figure of these texts is in {shown(value)}; {every}"
    if not known.words:
        return f"{name}: {shown(value)} is not known; {every}"
    hint = known.hint(value)
    more = f" ({every})" if hint.startswith("did you mean") else ""
    return f"{name}: {shown(value)} is not known; {hint}{more}"


def _first(words: list[str]) -> str:
    more = f" and {len(words) - MOST_LISTED} more" if len(words) > MOST_LISTED else ""
    return ", ".join(words[:MOST_LISTED]) + more
