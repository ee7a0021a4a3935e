"""Texts with the roles that a careful reader finds in them, a line each (`*.jsonl`)."""

import json
from pathlib import Path

import pandas as pd

from helpers import extract
from helpers.texts import Article

__all__ = ["cases_of", "roles_of"]


def cases_of(name: str) -> list[dict]:
    """The cases of a file beside this one."""
    return [
        json.loads(line)
        for line in (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def roles_of(cases: list[dict]) -> pd.DataFrame:
    """The roles that are read in cases; the slug of each is its number in three digits."""
    texts = [
        Article(slug=f"{place:03}", text=case["text"], published="2025-06-02")
        for place, case in enumerate(cases)
    ]
    return extract(texts).roles
