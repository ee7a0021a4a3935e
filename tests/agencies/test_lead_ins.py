"""Roles that the words before a list give to its items, and labels before names."""

import pytest

from helpers import extract
from helpers.texts.corpus import Article

CASES = [
    (
        "The following agencies assisted with the search:\n- Interpol\n- Frontex\n\nInterpol has 196 members.",
        {("Interpol", "cooperate"), ("Frontex", "cooperate")},
    ),
    (
        "The raids were carried out by:\n\u2022 Frontex\n\u2022 Europol",
        {("Frontex", "lead"), ("Europol", "lead")},
    ),
    ("Lead agency: Frontex", {("Frontex", "lead")}),
    (
        "Investigating authorities: Interpol, Europol",
        {("Interpol", "investigate"), ("Europol", "investigate")},
    ),
    ("SUPPORTING AGENCIES\n\nEuropol\nEurojust", {("Europol", "cooperate"), ("Eurojust", "cooperate")}),
    (
        "In the first week, Frontex officers:\n\u2022 found 40 passports\n\u2022 detained nine people",
        {("Frontex", "investigate"), ("Frontex", "arrest")},
    ),
    (
        "Europol must:\n- investigate the leak\n- publish its findings",
        {("Europol", "investigate"), ("Europol", "report")},
    ),
    # what only looks like a list or a label
    ("Questions that were asked:\n- Europol\n- Frontex", set()),
    ("The lead story: Interpol turns 100", set()),
    ("The following agencies assisted with the search:\n\nThe museum of Interpol opens at nine.", set()),
    ("The following agencies assisted:\n- Victims of Frontex\n- Europol", {("Europol", "cooperate")}),
    ("Supported languages: English, French. Europol is in The Hague.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[case[0][:50] for case in CASES])
def test_roles_of_a_list(text, wanted):
    rows = extract([Article(slug="a", text=text, published="2025-06-02")]).roles
    assert {(row.agency, row.role) for row in rows.itertuples()} == wanted


def test_what_a_list_asks_for_is_recommended():
    text = "Europol must:\n- investigate the leak\n- publish its findings"
    rows = extract([Article(slug="a", text=text, published="2025-06-02")]).roles
    assert set(rows["mode"]) == {"recommended"}
