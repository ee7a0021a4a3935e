"""A reason that most rows of a kind share stands once, in the `kinds.csv` beside their list."""

import pytest

from helpers.texts import DATA, word_list

KINDS = [
    (path.parent.relative_to(DATA).as_posix(), row)
    for path in sorted(DATA.rglob("kinds.csv"))
    for row in word_list(path.relative_to(DATA).with_suffix("").as_posix())
]


@pytest.mark.parametrize(("folder", "row"), KINDS)
def test_a_shared_reason_is_of_rows_that_are_there_and_say_no_other(folder, row):
    of_kind = [one for one in word_list(f"{folder}/{row['list']}") if one.get("kind", "") == row["kind"]]
    assert row["why"] and sum(not one.get("why") for one in of_kind) >= 5
    assert all(one.get("why") != row["why"] for one in of_kind)


def test_every_kind_has_one_reason():
    assert len({(folder, row["list"], row["kind"]) for folder, row in KINDS}) == len(KINDS)
