"""Scores small texts, each of a kind that was once read wrongly: a text is right when its table is.

    python tests/gold/kinds/score.py [-v] [FILE.jsonl ...]

Right means that every expected row is there with its value, that no other row of that table is (vague dates without a calendar value are
free), and that no string of `not_expect` is a row's quote. What is counted and titles are shown with -v, but do not decide.
"""

import csv
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

from helpers import check, load_corpus

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from given import extracted, given_cases  # noqa: E402

LENGTHS = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "H"}


def plain(name: object) -> str:
    return re.sub(r"^(the|its|their) ", "", str(name or "").lower().replace("’", "'").strip())


def number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else round(float(value), 6)


def length(row: dict) -> tuple | None:
    for name, letter in LENGTHS.items():
        if row.get(name) is not None:
            return (row[name] * 7, "D") if letter == "W" else (row[name], letter)
    match = re.fullmatch(r"PT?(\d+(?:\.\d+)?)([YMWDH])", str(row.get("value")))
    if not match:
        return None
    return (float(match[1]) * 7, "D") if match[2] == "W" else (float(match[1]), match[2])


def day(value: object) -> str | None:
    return str(value)[:10] if value and not pd.isna(value) else None


def expected(table: str, row: dict) -> tuple:
    if table == "dates":
        return (row["quote"], row.get("begin"), row.get("end"), length(row))
    if table == "quantities":
        return (row["quote"], number(row["low"]), number(row["high"]), row["unit"])
    if table == "roles":
        return (plain(row["agency"]), row["role"], row["mode"])
    if table == "speakers":
        return (row["name"], bool(row["direct"]))
    if table == "agencies":
        return (row["quote"], plain(row["agency"]))
    return (row["kind"], bool(row["holds"]), *sorted(set(row["quotes"])))


def read(table: str, row: dict) -> tuple | None:
    if table == "dates":
        begin, end = day(row["begin"]), day(row["finish"])
        size = None if begin else length(row)
        return (row["quote"], begin, end, size) if begin or size else None
    if table == "quantities":
        return (row["quote"], number(row["low"]), number(row["high"]), row["unit"])
    if table == "roles":
        return (plain(row["agency"]), row["role"], row["mode"])
    if table == "speakers":
        return (row["name"], row["mode"] == "direct" if "mode" in row else bool(row["direct"]))
    if table == "agencies":
        return (row["quote"], plain(row["agency"]))
    quotes = json.loads(row["quotes"]) if isinstance(row["quotes"], str) else row["quotes"]
    return (row["kind"], bool(row["holds"]), *sorted(set(quotes)))


def tables_of(cases: list[dict]) -> dict[str, dict[str, list[dict]]]:
    """For each text (t0000, t0001 ...) its rows by table."""
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "catalogue.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["slug", "file", "published"])
            for place, case in enumerate(cases):
                (Path(folder) / f"t{place:04}.txt").write_text(case["text"], encoding="utf-8")
                writer.writerow([f"t{place:04}", f"t{place:04}.txt", case["published"] or ""])
        tables = extracted(load_corpus(folder))
        frames = {n: getattr(tables, n) for n in ("dates", "quantities", "roles", "speakers", "agencies")}
        frames["checks"] = check(tables)
    found: dict = defaultdict(lambda: defaultdict(list))
    for name, frame in frames.items():
        for row in frame.to_dict("records"):
            found[row["article"]][name].append(row)
    return found


def main() -> None:
    for path, cases, shown in given_cases(__doc__, HERE):
        found = tables_of(cases)
        right, texts = Counter(), Counter()
        for place, case in enumerate(cases):
            table, rows = case["table"], found[f"t{place:04}"][case["table"]]
            wanted = {expected(table, row) for row in case["expect"]}
            got = {value for row in rows if (value := read(table, row))}
            unwanted = {row["quote"] for row in rows if "quote" in row} & set(case.get("not_expect") or ())
            if table == "agencies":
                got &= wanted | {
                    value for value in got if value[0] in {row["quote"] for row in case["expect"]}
                }
            good = wanted == got and (not unwanted or table in ("roles", "speakers", "checks"))
            right[table] += good
            texts[table] += 1
            if shown and not good:
                print(
                    f"--- {case['kind']} ({case['n']}): {case['text']}  [{case['published']}]",
                    file=sys.stderr,
                )
                print(f"    missing {sorted(map(str, wanted - got))}", file=sys.stderr)
                print(f"    not wanted {sorted(map(str, got - wanted)) + sorted(unwanted)}", file=sys.stderr)
        shown = ", ".join(f"{table} {right[table]} of {texts[table]}" for table in sorted(texts))
        print(f"{path.name}: right {right.total()} of {texts.total()} ({shown})")


if __name__ == "__main__":
    main()
