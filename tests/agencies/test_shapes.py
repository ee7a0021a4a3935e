"""Names of bodies that no list holds, known by what they are built of, and names of other things.

`shapes.tsv` has a sentence and every name in it, joined by "; ".
"""

from pathlib import Path

import pytest

from helpers.names import scan

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "shapes.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "names"), CASES, ids=[text for text, _ in CASES])
def test_shape(text, names):
    found = [one.text for one in scan(text) if one.kind not in ("nation", "adjective")]
    assert found == list(filter(None, names.split("; ")))
