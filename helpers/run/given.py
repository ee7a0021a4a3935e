"""Parameters as they are given on the command line and in files: YAML, but without its surprises.

YAML reads `no` as false, `20:24` as 1224, `02024` as 1044 and 2024-02-31 as an impossible date; here these are
the words they look like, and of a parameter that holds text even a number is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from helpers.run.choices import ParameterError
from helpers.run.parameters import TEXTS, YES_OR_NO
from helpers.texts import as_path, printable, shown, what_is, word_list

__all__ = ["parameters_from"]

LARGEST_FILE = 1_000_000  # bytes of parameters


class _Loader(yaml.SafeLoader):
    """YAML with numbers, true, false and null; everything else that stands without quotation marks is text."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            name = self.construct_object(key, deep=True)
            if not isinstance(name, str):
                raise yaml.constructor.ConstructorError(
                    None, None, f"the name {shown(name)} is no text", key.start_mark
                )
            if name in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{shown(name)} is given twice", key.start_mark
                )
            seen.add(name)
        return super().construct_mapping(node, deep)


for _tag, _pattern, _first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?(?:0|[1-9][0-9]{0,99})", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:0|[1-9][0-9]{0,98})?(?:\.[0-9]{1,99}(?:[eE][-+]?[0-9]{1,3})?|[eE][-+]?[0-9]{1,3})|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), list(_first))


def parameters_from(
    files: Iterable[Path] = (), texts: Iterable[str] = (), pairs: Iterable[tuple[str, str]] = ()
) -> dict[str, object]:
    """Parameters by name: those of the files, then those of the texts, then the pairs, which win.

    Args:
        files: YAML files (`-f`).
        texts: YAML as it stands on the command line (`-y`).
        pairs: Names and values (`-p`).

    Raises:
        ParameterError: listing everything that cannot be read or is given twice.
    """
    problems: list[str] = []
    given: dict[str, object] = {}
    for path in files:
        given |= _mapping(str(path), lambda path=path: _content(path), problems)
    named: list[str] = []
    for text in texts:
        if _names_a_file(text):
            problems.append(f"-y {shown(text)} is a file; -y takes the YAML itself, give a file with -f")
            continue
        found = _mapping(f"-y {shown(text)}", lambda text=text: text, problems)
        given |= found
        named += found
    problems += _twice("-y", named)
    pairs = list(pairs)
    problems += _twice("-p", [name for name, _ in pairs])
    for name, value in pairs:
        try:
            given[name] = _value(name, value)
        except ParameterError as error:
            problems.append(f"-p {printable(name)} {shown(value)}: {error}")
    if problems:
        raise ParameterError("\n".join(problems))
    return given


def _twice(option: str, names: Iterable[str]) -> list[str]:
    """What is to be said of names that one option gives more than once: which value was meant?"""
    return [
        f"{option}: {printable(name)} is given more than once; give it once"
        for name, times in Counter(names).items()
        if times > 1
    ]


def _names_a_file(text: str) -> bool:
    try:
        return what_is(as_path(text)) == "file"
    except (ValueError, OSError):  # too long for a name, or with signs that none can have
        return False


def _mapping(place: str, content, problems: list[str]) -> Mapping[str, object]:
    try:
        found = _read(content())
    except ParameterError as error:
        problems.append(f"{printable(place)}: {error}")
        return {}
    if not isinstance(found, dict):
        problems.append(
            f"{printable(place)}: must hold lines such as 'start: 2024-01', with a blank after the colon"
        )
        return {}
    return found


def _content(path: Path) -> str:
    try:
        path = as_path(path)
        state = what_is(path)
        if state != "file":
            raise ParameterError(
                f"cannot be read ({'no such file' if state == 'missing' else state}); name a YAML file"
            )
        if path.stat().st_size > LARGEST_FILE:
            raise ParameterError("is too large for a file of parameters")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParameterError(f"not YAML: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except OSError as error:
        raise ParameterError(f"cannot be read ({error.strerror}); name a YAML file") from error
    except ParameterError:
        raise
    except ValueError as error:
        raise ParameterError(str(error)) from error


def _value(name: str, value: str) -> object:
    """What a value of `-p` means. Of a parameter that holds text it is the text, with or without quotation
    marks around it."""
    if name in TEXTS:
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        return value[1:-1] if quoted else value
    if name in YES_OR_NO and value.lower() in ("yes", "no", "on", "off"):
        return value.lower() in ("yes", "on")
    return _read(value) if value else ""


def _read(text: str) -> object:
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506, made from SafeLoader
    except RecursionError as error:
        raise ParameterError(
            "is not YAML that anybody wrote: it is nested too deep; write lists without lists in them"
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise ParameterError(_not_yaml(error)) from error


def _not_yaml(error: Exception) -> str:
    """What is wrong with a text, where, and what to do about it, on one line."""
    told = str(error)
    kind = next(row for row in word_list("run/yaml_errors") if row["sign"] in told)
    mark, place = getattr(error, "problem_mark", None), getattr(error, "position", None)
    line, letter = (mark.line, mark.column) if mark else (0, place)
    where = f"line {line + 1}, character {letter + 1}" if line else f"character {(letter or 0) + 1}"
    what = kind["what"] or error.problem  # what this module says itself names the name
    return f"is not YAML: {what} ({where}); {kind['then']}"
