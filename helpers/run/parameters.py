"""Checks a notebook's parameters and prints the effective ones.

papermill checks nothing: a misspelt name is only logged and a value of the wrong type is passed on. So every
notebook hands its parameters to `check_parameters` right after its parameters cell. All problems are reported
at once, each with what is allowed.

>>> check_parameters(start="2024", end="2024-03").end
start  2024
end    2024-03
datetime.date(2024, 3, 31)
"""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from helpers.run.choices import ParameterError, check_choice
from helpers.run.notes import as_plain_lines
from helpers.texts import (
    LONGEST_SENTENCE,
    MODES,
    SEEDS,
    CorpusError,
    as_path,
    date_range,
    did_you_mean,
    load_corpus,
    may_read,
    model_name,
    printable,
    shown,
    what_is,
    why_not_written,
)

__all__ = ["CHECKS", "TEXTS", "YES_OR_NO", "check_parameters", "prepare"]


# Parameters that name a folder, and what is printed where they are empty
WHEN_EMPTY = {
    "corpus": "seeds/, the project's own texts",
    "output_dir": "nothing is written",
    "public_gold": "none is measured",
}


def check_parameters(**given) -> SimpleNamespace:
    """Checks the parameters of a notebook and prints the effective ones, one a line, in the order given.

    Args:
        **given: The parameters of the notebook by name; see CHECKS for those that exist.

    Returns:
        The values made ready for use: `corpus` the loaded `Corpus`, cut down to `articles`; `start` and `end`
        a `datetime.date` or None; `output_dir` a `Path` or None; the others as given.

    Raises:
        ParameterError: listing every value that cannot be used.
        ModuleNotFoundError: if no English model is installed.
        TypeError: if the notebook has a parameter that no check is written for.
    """
    as_plain_lines(lambda: sys.stdout)  # a line on stderr looks like an error in a notebook
    model_name()  # before the texts are read, and not after
    ready = prepare(given)
    width = max(map(len, given), default=0)
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


def _in_words(name: str, value) -> str:
    """A value on one line; of a folder the name alone, since pages are passed on."""
    if name in WHEN_EMPTY:
        return f"{printable(Path(value).name or value)}/" if value else WHEN_EMPTY[name]
    if isinstance(value, (list, tuple)):
        return printable(", ".join(map(str, value))) if value else "all"
    if name == "sentence" and not str(value).strip():
        return "the one with the most kinds of evidence"
    return printable(value) if value not in ("", None) else "no limit"


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
        raise ParameterError(f"{name} must be text, not {shown(value)}; put it in quotation marks")
    if any("\ud800" <= letter <= "\udfff" for letter in str(value)):  # so arrive bytes that are not UTF-8
        raise ParameterError(f"{name} is not UTF-8: {shown(str(value))}; give it in other letters")
    return str(value)


def _folder(name: str, value) -> Path | None:
    """The folder that a text names; None if it is empty (or was not given at all: None)."""
    if value is None or value == "":
        return None
    text = _text(name, value)
    try:
        return as_path(text)
    except ValueError as error:
        raise ParameterError(f"{name}: {error}") from error


def _corpus(name: str, value) -> Path | None:
    return _existing(name, value, f"give a folder of .txt files, or nothing for {SEEDS.name}/")


def _public_gold(name: str, value) -> Path | None:
    return _existing(name, value, "give the folder of the annotation, or nothing to measure none")


def _existing(name: str, value, otherwise: str) -> Path | None:
    """A folder that is there; `otherwise` says what to give instead where no other name is near."""
    folder = _folder(name, value)
    if folder is None:
        return None
    state = what_is(folder)
    if state == "file":
        raise ParameterError(f"{name}: {shown(str(value))} is a file; give the folder that holds it")
    if state == "missing":
        beside = folder.parent
        others = (
            [path.name for path in beside.iterdir() if what_is(path) == "folder"]
            if what_is(beside) == "folder" and may_read(beside)
            else []
        )
        hint = did_you_mean(folder.name, others, " ")
        if not hint.startswith("did"):
            hint = otherwise
        raise ParameterError(
            f"{name}: there is no folder {shown(str(value))} (looked in {printable(Path.cwd())}); {hint}"
        )
    if state != "folder":
        raise ParameterError(f"{name}: {shown(str(value))} cannot be read ({state}); give another folder")
    return folder


def _texts(name: str, value) -> list[str]:
    """A list of texts. A single text is taken for a list of those between its commas, because `papermill -p`
    passes no lists; not so the name of an agency, which may have commas of its own."""
    if isinstance(value, str):
        parts = [value] if name == "agencies" else value.split(",")
        value = [part.strip() for part in parts if part.strip()]
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise ParameterError(
            f'{name} must be a list of texts, not {shown(value)}; for instance -y \'{name}: ["one", "two"]\' '
            "(quotation marks keep 01 from turning into the number 1)"
        )
    return list(dict.fromkeys(value))


def _day(first: bool) -> Callable:
    def check(name: str, value) -> date | None:
        if value in ("", None):
            return None
        number = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000
        text = str(value) if isinstance(value, (str, date)) or number else ""
        days = date_range(text.strip())
        if not days:
            raise ParameterError(
                f"{name} must be a day, month or year such as 2024-03-15, 2024-03 or 2024, not {shown(value)}"
            )
        return days[0 if first else 1]

    return check


def _yes_or_no(name: str, value) -> bool:
    if not isinstance(value, bool):
        raise ParameterError(f"{name} must be True or False, not {shown(value)}")
    return value


def _output_dir(name: str, value) -> Path | None:
    folder = _folder(name, value)
    if folder is None:
        return None
    if what_is(folder) == "file":
        raise ParameterError(f"{name}: {shown(str(value))} is a file; give a folder")
    if why := why_not_written(folder):  # said now, and not after everything was read
        raise ParameterError(f"{name}: cannot write to {shown(str(value))} ({why}); give another folder")
    return folder


def _sentence(name: str, value) -> str:
    words = "" if value is None else " ".join(_text(name, value).split())
    if len(words) > LONGEST_SENTENCE:
        raise ParameterError(f"{name} has {len(words):,} letters; give at most {LONGEST_SENTENCE:,}")
    return words


def _count(name: str, value) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ParameterError(f"{name} must be a whole number from 1 up, not {shown(value)}")
    return value


def _tolerance(name: str, value) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
        raise ParameterError(
            f"{name} must be a number of percentage points from 0 to 100, not {shown(value)}"
        )
    return float(value)


def _modes(name: str, value) -> list[str]:
    return check_choice(name, _texts(name, value), MODES)


# Parameters whose allowed values depend on what was extracted (agencies, units, verdicts, kinds) are only checked
# for their type here; the notebook passes them on to `check_choice` once it has its tables.
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
    "public_gold": _public_gold,
    "sentence": _sentence,
}
# what is given for these is text, also where it looks like a number or like "no"
TEXTS = ("corpus", "output_dir", "public_gold", "sentence", "start", "end")
YES_OR_NO = tuple(name for name, check in CHECKS.items() if check is _yes_or_no)
