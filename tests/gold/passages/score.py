"""Scores the roles in short passages on who did what: `ID`, `text`, `published` and `roles` a line.

    python tests/gold/passages/score.py [-v] [FILE.jsonl ...]

A role is found as in `tests/gold/score.py`: same sentence, same body, same role, same mode.
"""

import argparse
import json
import sys
from pathlib import Path

from helpers import extract
from helpers.texts import Article

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from score import make_same_role, report, tally  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=sorted(HERE.glob("*.jsonl")))
    parser.add_argument(
        "-v",
        action="store_true",
        help="show every miss and false row (never of a half that is to stay unread)",
    )
    given = parser.parse_args()
    for path in given.files:
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        articles = [Article(slug=one["id"], text=one["text"], published=one["published"]) for one in cases]
        read = [row for row in extract(articles).roles.to_dict("records") if not row["negated"]]
        gold = [
            {"article": one["id"], "start": one["text"].index(role["sentence_has"]), **role}
            for one in cases
            for role in one["roles"]
        ]
        found = tally(gold, read, make_same_role({}))
        report(path.name, *found, False)
        if given.v:
            show(cases, *found)


def show(cases: list[dict], hits: list, misses: list[dict], extra: list[dict]) -> None:
    """Prints each passage in which something is missed or false, with what is."""
    for one in cases:
        missed, false = ([row for row in rows if row["article"] == one["id"]] for rows in (misses, extra))
        if missed or false:
            print("---", one["id"], " ".join(one["text"].split()))
        for name, rows in (("missed", missed), ("false", false)):
            for row in rows:
                print(
                    f"    {name:7}",
                    row["agency"],
                    "|",
                    row["role"],
                    row["mode"],
                    "|",
                    row.get("sentence_has") or row["quote"][:80],
                )


if __name__ == "__main__":
    main()
