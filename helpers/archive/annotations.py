"""The rows of tables as W3C Web Annotations (JSON-LD), and back.

Each row is one annotation: its body the columns, its target the words, found by position (in Unicode code
points, as Python counts) and by the words themselves with what stands around them. A tool that knows the
standard shows them on the page; if the page has changed, the words still find their place.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

import pandas as pd

__all__ = ["as_annotations", "from_annotations"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and of suffix
EVIDENCE = ("article", "start", "end", "quote")


def as_annotations(tables: Iterable[tuple[str, pd.DataFrame]], texts: Mapping[str, str]) -> Iterator[dict]:
    """One annotation a row.

    Args:
        tables: `Tables`, or (name, data frame) pairs; tables whose rows stand for no words are left out.
        texts: The text of each article by its slug.
    """
    for name, frame in tables:
        if not set(EVIDENCE) <= set(frame.columns):
            continue
        for number, row in enumerate(frame.to_dict("records"), 1):
            yield _annotation(name, number, row, texts[row["article"]])


def _annotation(table: str, number: int, row: Mapping, text: str) -> dict:
    start, end = int(row["start"]), int(row["end"])
    return {
        "@context": CONTEXT,
        "id": f"urn:row:{table}:{quote(row['article'], safe='')}:{start}:{number}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": {
            "type": "Dataset",
            "format": "application/json",
            "table": table,
            "value": {key: _plain(value) for key, value in row.items() if key not in EVIDENCE},
        },
        "target": {
            "source": f"texts/{quote(row['article'], safe='')}.txt",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": row["quote"],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
            ],
        },
    }


def _plain(value: object) -> object:
    """A value that JSON has: no numbers of numpy, nothing that is no number."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return None if isinstance(value, float) and value != value else value


def from_annotations(items: Iterable[Mapping], texts: Mapping[str, str]) -> dict[str, pd.DataFrame]:
    """The tables out of their annotations.

    Args:
        items: From `as_annotations`, perhaps written to a file and read again.
        texts: The text of each article by its slug.

    Raises:
        ValueError: for an annotation whose words are not at their place and nowhere else either.
    """
    rows: dict[str, list[dict]] = {}
    slugs = {f"texts/{quote(slug, safe='')}.txt": slug for slug in texts}
    for item in items:
        slug = slugs[item["target"]["source"]]
        position, words = item["target"]["selector"]
        start = _place(texts[slug], position["start"], words)
        evidence = (slug, start, start + len(words["exact"]), words["exact"])
        row = dict(zip(EVIDENCE, evidence, strict=True)) | item["body"]["value"]
        rows.setdefault(item["body"]["table"], []).append(row)
    return {table: pd.DataFrame(found) for table, found in rows.items()}


def _place(text: str, start: int, words: Mapping[str, str]) -> int:
    """Where the words stand: at their position, or else where they stand between their prefix and suffix."""
    exact, prefix, suffix = words["exact"], words["prefix"], words["suffix"]
    if text[start : start + len(exact)] == exact:
        return start
    found = text.find(prefix + exact + suffix)
    if found < 0:
        raise ValueError(
            f"“{exact}” does not stand in the text, neither at {start} nor between the same words"
        )
    return found + len(prefix)
