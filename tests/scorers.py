"""The scorers of `tests/gold`, run in this process, which has loaded everything already and reads a text once, however many
scorers and tests ask for it."""

import contextlib
import io
import runpy
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import helpers
from helpers import Tables
from helpers.texts import Article

__all__ = ["extracted", "said_by"]

_extract, _read = helpers.extract, {}


def extracted(corpus: Iterable[Article]) -> Tables:
    """The tables of some texts, which nobody changes."""
    key = tuple((one.slug, one.text, one.title, one.published) for one in corpus)
    if key not in _read:
        _read[key] = _extract(corpus)
    return _read[key]


def said_by(script: Path, *arguments: object) -> str:
    """What a scorer prints.

    Args:
        script: Its file.
        arguments: Of its command line.
    """
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        patch.setattr(sys, "argv", [str(script), *map(str, arguments)])
        patch.setattr(helpers, "extract", extracted)
        try:
            runpy.run_path(str(script), run_name="__main__")
        except SystemExit as ended:
            assert not ended.code
    return printed.getvalue()
