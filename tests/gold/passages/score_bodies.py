"""Scores the mentions of public bodies by name in short passages (`bodies_read.jsonl`).

    python tests/gold/passages/score_bodies.py [-v] [FILE.jsonl ...]

A mention counts as found with its very words (`exact`), with other boundaries (`overlap`), or where the body that it is linked
to has the annotated name (`name`). An abbreviation in brackets behind its own name is no mention of its own in our tables and is
left out of the annotation too; countries and descriptions ("local police") are not annotated, and a row of these that meets none
is not counted as false.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from helpers import extract
from helpers.names import countries
from helpers.texts import Article

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from given import given_cases  # noqa: E402
from score import overlap, plain, report, spot, tally  # noqa: E402

BY_NAME = ("name", "abbreviation")


def main() -> None:
    for _, cases, shown in given_cases(__doc__, HERE):
        if "bodies" not in cases[0]:
            continue
        rows = read(cases)
        for writer in sorted({one["id"].split("-")[0] for one in cases}):
            by_writer = [one for one in cases if one["id"].startswith(f"{writer}-")]
            for what, found in scored(by_writer, rows).items():
                report(f"{writer} {what}", *found, shown and what == "exact")


def scored(cases: list[dict], rows: list[dict]) -> dict[str, tuple[list, list, list]]:
    """For each way to count: hits, misses and false rows of some passages, of the rows of these and of others."""
    gold, names = list(annotated(cases)), {one["id"] for one in cases}
    rows = [row for row in rows if row["article"] in names]
    return {name: counted(gold, rows, same) for name, same in SAME.items()}


def annotated(cases: list[dict]) -> Iterator[dict]:
    """The mentions of the gold with their places; none in brackets behind a name."""
    for one in cases:
        for row in one["bodies"]:
            start = spot(one["text"], row["quote"], row["nth"])
            end = start + len(row["quote"])
            bracketed = one["text"][:start].rstrip('"“').endswith("(") and one["text"][end : end + 1] in ')"”'
            if not bracketed:
                yield {**row, "start": start, "end": end, "article": one["id"]}


def read(cases: list[dict]) -> list[dict]:
    """The rows of the table `agencies` that name a body, without the article before it."""
    articles = [Article(slug=one["id"], text=one["text"], published=one["published"] or "") for one in cases]
    rows = extract(articles).agencies.to_dict("records")
    for row in rows:
        if row["quote"][:4].lower() == "the ":
            row["start"] += 4
    return [row for row in rows if row["linked_by"] in (*BY_NAME, "description")]


def counted(gold: list[dict], rows: list[dict], same: Callable) -> tuple[list, list, list]:
    """Hits, misses and false rows; a description or country is false only where it stands for a wrong name."""
    hits, misses, extra = tally(gold, rows, same)
    false = [row for row in extra if row["linked_by"] in BY_NAME and row["agency"] not in countries()]
    return hits, misses, false


def same_span(g: dict, p: dict) -> bool:
    """Whether a row has the very words of a mention."""
    return g["article"] == p["article"] and (g["start"], g["end"]) == (p["start"], p["end"])


def same_name(g: dict, p: dict) -> bool:
    """Whether a row stands at a mention, and its body or its words have the name that is meant; roles count likewise."""
    return overlap(g, p) and plain(g["name"]) in (plain(p["agency"]), plain(p["mention"]))


SAME = {"exact": same_span, "overlap": overlap, "name": same_name}

if __name__ == "__main__":
    main()
