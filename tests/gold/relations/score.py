"""Scores the checks on texts with every relation written down: found, noticed after an alteration, false alarms.

    python tests/gold/relations/score.py [-v] [FILE.jsonl ...]

Found: a row that holds shares at least two quotes (or all) with the relation. Alarm: a failing row, for every text agrees
with itself. Caught: the result of the relation (its last quote) is altered in the text, by one, by a swap of two digits or by
a tenth, the two days of an order change places, and a failing row meets the relation. Where ids end in a and b the text
with the suffix b looks like the other and has no such relation.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from helpers.texts import cardinal

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "triples"), str(HERE.parent)]

from given import given_cases  # noqa: E402
from score import meets, quotes, rows_of  # noqa: E402

_DIGITS = re.compile(r"\d+(?:[,. ]\d{3})*(?:\.\d+)?")
_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]


def altered(relation: dict) -> Iterator[list[tuple[str, str]]]:
    """Ways to alter a relation: the quotes to be replaced, each with what stands there afterwards."""
    *others, result = relation["quotes"]
    if relation["template"] == "order":
        yield [(others[0], result), (result, others[0])]
    elif number := _DIGITS.search(result):
        for new in dict.fromkeys(_other_numbers(number[0])):
            yield [(result, result[: number.start()] + new + result[number.end() :])]
    else:
        words = re.findall(r"[a-z]+", result.lower())
        at = next((at for at, word in enumerate(words) if word in _WORDS[:-1]), None)
        if at is not None and cardinal(words[at:])[1] == 1:
            new = _WORDS[_WORDS.index(words[at]) + 1]
            yield [(result, re.sub(rf"(?i)\b{words[at]}\b", new, result, count=1))]


def _other_numbers(printed: str) -> Iterator[str]:
    """A number in digits after a change by one in its last place, by a swap, by a tenth."""
    digits = re.sub(r"\D", "", printed)
    value = int(digits)
    swap = next((n for n in range(len(digits) - 1) if digits[n] != digits[n + 1] != "0"), None)
    changed = [value + 1, value + max(2, round(value / 10))]
    if swap is not None:
        changed.append(int(digits[:swap] + digits[swap + 1] + digits[swap] + digits[swap + 2 :]))
    for new in changed:
        fresh = iter(str(new).zfill(len(digits)))
        if len(str(new)) <= len(digits):
            yield "".join(next(fresh) if letter.isdigit() else letter for letter in printed)


def replaced(text: str, changes: list[tuple[str, str]]) -> str | None:
    """A text with other words in the places of some; None where a place is not the only one."""
    spots = []
    for old, new in changes:
        found = [one.span() for one in re.finditer(rf"(?<![\w,.]){re.escape(old)}(?!\w)", text)]
        if len(found) != 1 and changes[0][1] != old:
            found = found[-1:] if len(found) == 2 else []
        if len(found) != 1:
            return None
        spots.append((*found[0], new))
    for start, end, new in sorted(spots, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def mutants(cases: list[dict]) -> Iterator[tuple[str, dict]]:
    """Each altered text with the template of what was altered: as a case whose quotes are those of the altered relation."""
    for case in cases:
        for relation in case["relations"]:
            for changes in altered(relation) if relation["template"] != "within" else ():
                if text := replaced(case["text"], changes):
                    new = relation["quotes"][:-1] + [changes[-1][1] if len(changes) == 1 else changes[1][0]]
                    yield relation["template"], case | {"text": text, "quotes": new}


def main() -> None:
    for path, cases, shown in given_cases(__doc__, HERE):
        cases = [case for case in cases if "relations" in case]
        count: Counter = Counter()
        for rows, case in zip(rows_of(cases).values(), cases, strict=True):
            side = case["id"][-1] if case["id"][-1] in "ab" else ""
            failing = [row for row in rows if not row["holds"]]
            count["texts" + side] += 1
            count["alarms" + side] += bool(failing)
            for row in failing:
                count["alarm", row["template"]] += 1
            missed = []
            for relation in case["relations"]:
                found = any(row["holds"] and meets(row, relation) for row in rows)
                count["of", relation["template"]] += 1
                count["found", relation["template"]] += found
                missed += [] if found else [relation]
            if shown and (failing or missed):
                show(case, failing, missed)
        changed = list(mutants(cases))
        for (template, case), rows in zip(
            changed, rows_of([case for _, case in changed]).values(), strict=True
        ):
            caught = any(not row["holds"] and meets(row, case) for row in rows)
            count["tried", template] += 1
            count["caught", template] += caught
            if shown and not caught:
                print("NOT CAUGHT", case["id"], template, case["quotes"], file=sys.stderr)
        report(path.name, count)


def show(case: dict, failing: list[dict], missed: list[dict]) -> None:
    """Prints what goes wrong in a text."""
    print("---", case["id"], case["text"], sep="\n", file=sys.stderr)
    for row in failing:
        print("   ALARM", row["template"], quotes(row), row["about"], file=sys.stderr)
    for relation in missed:
        print("   MISSED", relation["template"], relation["quotes"], file=sys.stderr)


def report(name: str, count: Counter) -> None:
    """Prints what was counted: alarms by kind of text, then by template."""
    sides = [side for side in ("", "a", "b") if count["texts" + side]]
    shown = (f"alarms {side} {count['alarms' + side]}/{count['texts' + side]}" for side in sides)
    print(f"{name}: " + "  ".join(" ".join(one.split()) for one in shown))
    for template in sorted({key[1] for key in count if isinstance(key, tuple)}):
        of, tried = count["of", template], count["tried", template]
        print(
            f"  {template:18} found {count['found', template]}/{of}  caught {count['caught', template]}/{tried}"
            f"  alarms {count['alarm', template]}"
        )


if __name__ == "__main__":
    main()
