"""Scores the checks on short texts in triples: planted contradiction, relation that holds, look-alike without a relation.

    python tests/gold/triples/score.py [-v] [FILE.jsonl ...]

Caught: a planted text has a failing row that shares at least two quotes (or all) with the annotated relation. Found: a text that holds
has a row that holds and does so. False alarm: a failing row in a text that holds or looks alike, or one in a planted text that has
no quote of the planted relation ("Saturday, 8 November 2022" has both "Saturday" and "8 November 2022"). Coincidence: a row that holds in a look-alike, other than a figure that is given again.
"""

import csv
import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

from helpers import check, load_corpus

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from given import extracted, given_cases  # noqa: E402


def rows_of(cases: list[dict]) -> dict[int, list[dict]]:
    """The rows of `check` for each text, by its number."""
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "catalogue.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["slug", "file", "published"])
            for number, case in enumerate(cases):
                (Path(folder) / f"t{number:04}.txt").write_text(case["text"], encoding="utf-8")
                writer.writerow([f"t{number:04}", f"t{number:04}.txt", case["published"]])
        checks = check(extracted(load_corpus(folder))).to_dict("records")
    found: dict[int, list[dict]] = {number: [] for number in range(len(cases))}
    for row in checks:
        found[int(row["article"][1:])].append(row)
    return found


def quotes(row: dict) -> list[str]:
    return json.loads(row["quotes"]) if isinstance(row["quotes"], str) else list(row["quotes"])


def within(part: str, whole: str) -> bool:
    """Whether words stand in others."""
    return bool(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole))


def has(quote: str, row: dict) -> bool:
    """Whether a row has a quote, one that the quote is a part of, or a part of it: "241" of "All 241 of those arrested"."""
    return any(within(quote, own) or within(own, quote) for own in quotes(row))


def meets(row: dict, case: dict) -> bool:
    """Whether a row is the annotated relation. A range read as one ("from 3 to 28 March") names both its ends, and a
    figure with its unit the figure."""
    left, shared = list(quotes(row)), 0
    for quote in sorted(case["quotes"], key=len, reverse=True):
        whole = next((own for own in left if quote == own), None)
        part = next((own for own in quotes(row) if within(quote, own)), None)
        whole = whole or (None if part else next((own for own in left if within(own, quote)), None))
        if whole:
            left.remove(whole)
        shared += bool(whole or (part and part != quote))
    return shared >= min(2, len(case["quotes"]))


def main() -> None:
    for path, cases, shown in given_cases(__doc__, HERE):
        count: Counter = Counter()
        for rows, case in zip(rows_of(cases).values(), cases, strict=True):
            failing = [row for row in rows if not row["holds"]]
            holding = [row for row in rows if row["holds"]]
            role, template = case["role"], case["template"]
            right = {
                "planted": any(meets(row, case) for row in failing),
                "holds": any(meets(row, case) for row in holding),
                "lookalike": not failing,
            }[role]
            alarms = [r for r in failing if role != "planted" or not any(has(q, r) for q in case["quotes"])]
            chance = [r for r in holding if role == "lookalike" and r["kind"] != "restated_figure"]
            count.update(
                {
                    ("texts", template, role): 1,
                    ("right", template, role): right,
                    ("alarm", template, role): bool(alarms),
                    ("chance", template, role): bool(chance),
                }
            )
            if shown and (not right or alarms or chance):
                print(f"--- {case['triple']} {template} {role}: expected {case['quotes']}", file=sys.stderr)
                print(case["text"], file=sys.stderr)
                for row in rows:
                    print(
                        "   ", row["kind"], "holds" if row["holds"] else "FAILS", quotes(row), file=sys.stderr
                    )
        report(path.name, count)


def report(name: str, count: Counter) -> None:
    """Prints what was counted: over all texts of a file, then by template."""
    templates = sorted({key[1] for key in count})
    total = {(what, role): sum(count[what, t, role] for t in templates) for what, _, role in count}
    alarms, texts = (sum(n for (what, _), n in total.items() if what == kind) for kind in ("alarm", "texts"))
    free = sum(n for (what, role), n in total.items() if what == "alarm" and role != "planted")
    print(
        f"{name}: caught {total['right', 'planted']} of {total['texts', 'planted']}, "
        f"found {total['right', 'holds']} of {total['texts', 'holds']}, "
        f"false alarms {alarms} in {texts} ({free} where nothing is planted), coincidences {total.get(('chance', 'lookalike'), 0)}"
    )
    for t in templates:
        shown = (
            f"{word} {count['right', t, role]}/{count['texts', t, role]}"
            for word, role in (("caught", "planted"), ("found", "holds"))
        )
        print(f"  {t:16}" + "  ".join(shown))


if __name__ == "__main__":
    main()
