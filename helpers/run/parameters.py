"""Checks a notebook's parameters and prints the effective ones.

papermill checks nothing: a misspelt name is only logged and a value of the wrong type is passed on. So every
notebook hands its parameters to `check_parameters` right after its parameters cell. All problems are reported
at once, each with what is allowed.

>>> check_parameters(start="2024", end="2024-03").end
start  2024
end    2024-03
datetime.date(2024, 3, 31)
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import SimpleNamespace

from helpers.texts import MODES, SEEDS, CorpusError, date_range, load_corpus

__all__ = ["ParameterError", "check_choice", "check_parameters", "prepare"]


class ParameterError(ValueError):
    """A parameter cannot be used. The message lists every problem with the allowed values and the nearest
    match."""


def check_parameters(**given) -> SimpleNamespace:
    """Checks the parameters of a notebook and prints the effective ones, one a line, in the order given.

    Args:
        **given: The parameters of the notebook by name; see CHECKS for those that exist.

    Returns:
        The values made ready for use: `corpus` the loaded `Corpus`, cut down to `articles`; `start` and `end`
        a `datetime.date` or None; `output_dir` a `Path` or None; the others as given.

    Raises:
        ParameterError: listing every value that cannot be used.
        TypeError: if the notebook has a parameter that no check is written for.
    """
    ready = prepare(given)
    width = max(map(len, given))
    for name, value in given.items():
        print(f"{name:{width}}  {_in_words(name, value)}")
    return SimpleNamespace(**ready)


def prepare(given: Mapping[str, object]) -> dict[str, object]:
    """The same without printing: the values made ready for use, by name."""
    problems: list[str] = []
    ready: dict[str, object] = {}
    for name, value in given.items():
        if name not in CHECKS:
            raise TypeError(
                f"no check is written for the parameter {name!r}; add it to helpers.parameters.CHECKS"
            )
        try:
            ready[name] = CHECKS[name](name, value)
        except ParameterError as error:
            problems.append(str(error))
    if not problems:
        problems += _check_together(ready)
    if problems:
        raise ParameterError("\n".join(problems))
    return ready


def check_choice(name: str, values: Iterable[str], allowed: Iterable[str]) -> list[str]:
    """The values, if each is one of those allowed, in the spelling of the allowed ones; upper and lower case
    are the same.

    Raises:
        ParameterError: naming every value that is not allowed, with the nearest one that is.
    """
    spelling = {choice.casefold(): choice for choice in allowed}
    problems = []
    for value in values:
        if value.casefold() not in spelling:
            near = get_close_matches(value.casefold(), spelling, 1)
            shown = list(spelling.values())
            more = f" and {len(shown) - 20} more" if len(shown) > 20 else ""
            known = f"choose from: {', '.join(shown[:20])}{more}" if shown else "these texts have none"
            problems.append(
                f"{name}: {value!r} is not known; "
                + (f"did you mean {spelling[near[0]]!r}? ({known})" if near else known)
            )
    if problems:
        raise ParameterError("\n".join(problems))
    return [spelling[value.casefold()] for value in values]


def _in_words(name: str, value) -> str:
    if name == "output_dir":
        return (
            f"{Path(value).name}/" if value else "nothing is written"
        )  # the name alone: pages are passed on
    if name == "corpus" and not value:
        return "seeds/, the project's own texts"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) if value else "all"
    return str(value) if value not in ("", None) else "no limit"


def _check_together(ready: dict) -> list[str]:
    """Problems that only show when parameters are seen together: a window has two ends, slugs belong to a
    corpus (loaded here)."""
    problems = []
    if ready.get("start") and ready.get("end") and ready["start"] > ready["end"]:
        problems.append(f"start ({ready['start']}) is after end ({ready['end']}); exchange them")
    if "corpus" in ready or "articles" in ready:
        try:
            ready["corpus"] = load_corpus(ready.get("corpus"), articles=ready.get("articles"))
        except CorpusError as error:
            problems.append(str(error))
    return problems


# ---- one check for each parameter: takes its name and value, returns the value made ready, raises
# ParameterError -----------------


def _text(name: str, value) -> str:
    if not isinstance(value, (str, Path)):
        raise ParameterError(f"{name} must be text, not {value!r}; put it in quotation marks")
    return str(value)


def _corpus(name: str, value) -> Path | None:
    folder = Path(_text(name, value or "")).expanduser()
    if not value:
        return None
    if not folder.is_dir():
        near = (
            get_close_matches(folder.name, [p.name for p in folder.parent.iterdir() if p.is_dir()], 1)
            if folder.parent.is_dir()
            else []
        )
        hint = (
            f"did you mean {str(folder.parent / near[0])!r}?"
            if near
            else f"give a folder of .txt files, or nothing for {SEEDS.name}/"
        )
        raise ParameterError(f"{name}: there is no folder {str(value)!r} (looked in {Path.cwd()}); {hint}")
    return folder


def _texts(name: str, value) -> list[str]:
    """A list of texts. A single text is taken for a list of those between its commas, because `papermill -p`
    passes no lists."""
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise ParameterError(
            f'{name} must be a list of texts, not {value!r}; for instance -y \'{name}: ["one", "two"]\' '
            "(quotation marks keep 01 from turning into the number 1)"
        )
    return list(dict.fromkeys(value))


def _day(first: bool) -> Callable:
    def check(name: str, value) -> date | None:
        if value in ("", None):
            return None
        text = (
            str(value)
            if isinstance(value, (str, date)) or (isinstance(value, int) and not isinstance(value, bool))
            else ""
        )
        days = date_range(text.strip())
        if not days:
            raise ParameterError(
                f"{name} must be a day, month or year such as 2024-03-15, 2024-03 or 2024, not {value!r}"
            )
        return days[0 if first else 1]

    return check


def _yes_or_no(name: str, value) -> bool:
    if not isinstance(value, bool):
        raise ParameterError(f"{name} must be True or False, not {value!r}")
    return value


def _output_dir(name: str, value) -> Path | None:
    folder = Path(_text(name, value or "")).expanduser()
    if value and folder.exists() and not folder.is_dir():
        raise ParameterError(f"{name}: {str(value)!r} is a file; give a folder")
    return folder if value else None


def _count(name: str, value) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ParameterError(f"{name} must be a whole number from 1 up, not {value!r}")
    return value


def _tolerance(name: str, value) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
        raise ParameterError(f"{name} must be a number of percentage points from 0 to 100, not {value!r}")
    return float(value)


def _modes(name: str, value) -> list[str]:
    return check_choice(name, _texts(name, value), MODES)


# Parameters whose allowed values depend on what was extracted (agencies, units, verdicts, kinds) are only
# checked for their
# type here; the notebook passes them on to `check_choice` once it has its tables.
CHECKS: dict[str, Callable] = {
    "corpus": _corpus,
    "articles": _texts,
    "output_dir": _output_dir,
    "start": _day(first=True),
    "end": _day(first=False),
    "show_durations": _yes_or_no,
    "agencies": _texts,
    "modes": _modes,
    "min_mentions": _count,
    "units": _texts,
    "tolerance": _tolerance,
    "verdicts": _texts,
    "kinds": _texts,
    "measure_speed": _yes_or_no,
    "building": _yes_or_no,
}
