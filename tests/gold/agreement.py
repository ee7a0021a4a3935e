"""How far two annotators agree who saw the same texts and conventions and not each other: the mark to hold the roles of a program against.

    python tests/gold/agreement.py tests/gold/papers/read tests/gold/second/read

In: a folder of gold texts, and one of second annotations of some of them. Out: F1 of roles, with the name of the body and without it
(one unit, role and mode), and of speakers by name.
"""

import argparse
import json
from pathlib import Path

from score import plain, spot, tally

from helpers.texts import load_corpus, sentences


def rows(path: Path, article) -> tuple[list[dict], list[dict]]:
    """Roles, each with the start of its sentence, and speakers of one annotation."""
    told, starts = json.loads(path.read_text(encoding="utf-8")), [one.start for one in sentences(article)]
    roles = []
    for row in told["roles"]:
        at = spot(article.text, row["sentence_has"], row.get("nth", 1))
        roles.append({**row, "unit": max(start for start in starts if start <= at)})
    return roles, told["speakers"]


def same_unit(a: dict, b: dict) -> bool:
    """Whether two roles are one but for the name of the body."""
    return all(a[key] == b[key] for key in ("unit", "role", "mode"))


def same_role(a: dict, b: dict) -> bool:
    """Whether two roles are one."""
    return same_unit(a, b) and plain(a["agency"]) == plain(b["agency"])


def same_speaker(a: dict, b: dict) -> bool:
    """Whether two speakers have one name."""
    return plain(a["name"]) == plain(b["name"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of texts with annotation")
    parser.add_argument("second", type=Path, help="folder of second annotations of some of them")
    given = parser.parse_args()
    counts = {"roles": [0, 0], "roles but for the name of the body": [0, 0], "speakers": [0, 0]}
    for article in load_corpus(given.gold):
        if not (again := given.second / f"{article.slug}.json").exists():
            continue
        (roles, people), (roles_again, people_again) = (
            rows(path, article) for path in (given.gold / f"{article.slug}.json", again)
        )
        kinds = (
            (roles, roles_again, same_role),
            (roles, roles_again, same_unit),
            (people, people_again, same_speaker),
        )
        for (first, second, same), count in zip(kinds, counts.values(), strict=True):
            count[0] += len(tally(first, second, same)[0])
            count[1] += len(first) + len(second)
    for name, (both, all_of_them) in counts.items():
        print(f"{name}: F1 {2 * both / all_of_them:.3f} ({both} alike of {all_of_them} in all)")


if __name__ == "__main__":
    main()
