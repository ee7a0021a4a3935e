"""Scores short passages: who did what (`read.jsonl`, `unread.jsonl`), dates and quantities (`numbers_*.jsonl`), speakers
(`voices_*.jsonl`).

    python tests/gold/passages/score.py [-v] [FILE.jsonl ...]

A line has `id`, `published`, `text` and the tables it is annotated for, by the conventions of `tests/gold/README.md`; a row
counts as in `tests/gold/score.py`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from helpers.texts import Article

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from given import extracted, given_cases  # noqa: E402
from score import make_same_role, report, same_date, same_quantity, same_speaker, spot, tally  # noqa: E402

SAME = {
    "roles": make_same_role({}),
    "dates": same_date,
    "quantities": same_quantity,
    "speakers": same_speaker,
}
LEFT_OUT = {"roles": "negated", "dates": "vague"}  # rows that the gold does not have


def main() -> None:
    for path, cases, shown in given_cases(__doc__, HERE):
        articles = [
            Article(slug=one["id"], text=one["text"], published=one["published"] or "") for one in cases
        ]
        tables = extracted(articles)
        for table in [name for name in SAME if name in cases[0]]:
            rows = getattr(tables, table).to_dict("records")
            rows = [row for row in rows if not row.get(LEFT_OUT.get(table, ""))]
            found = tally(list(annotated(cases, table)), rows, SAME[table])
            report(f"{path.stem} {table}", *found, False)
            if shown:
                show(cases, *found)


def annotated(cases: list[dict], table: str) -> Iterator[dict]:
    """The rows of the gold, each with its article and where it stands."""
    for one in cases:
        for row in one[table]:
            places = {"finish": row["end"]} if "begin" in row else {}
            quote = row.get("sentence_has") or row.get("quote")
            if quote:
                start = spot(one["text"], quote, row.get("nth", 1))
                places |= {"start": start, "end": start + len(quote)}
            yield {**row, **places, "article": one["id"]}


def show(cases: list[dict], hits: list, misses: list[dict], extra: list[dict]) -> None:
    """Prints each passage in which something is missed or false, with what is."""
    hidden = ("article", "start", "end", "nth", "sentence", "sentence_start", "block")
    for one in cases:
        missed, false = ([row for row in rows if row["article"] == one["id"]] for rows in (misses, extra))
        if missed or false:
            print("---", one["id"], one["published"], " ".join(one["text"].split()))
        for name, rows in (("missed", missed), ("false", false)):
            for row in rows:
                told = {key: value for key, value in row.items() if key not in hidden and value == value}
                print(f"    {name:7}", {key: value for key, value in told.items() if value not in ("", None)})


if __name__ == "__main__":
    main()
