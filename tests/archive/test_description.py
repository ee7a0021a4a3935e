"""Tables for others: described, annotated, joined."""

import io
import json
import random
import re

import pandas as pd
import pytest

from helpers import extract, load_corpus
from helpers.archive import (
    as_annotations,
    documents,
    extract_archive,
    from_annotations,
    with_enforcement_columns,
)
from helpers.archive.joins import fiscal_year, state_in
from helpers.archive.schema import TABLES
from helpers.show.page import write_tables
from helpers.texts import Article, word_list

CORPUS = load_corpus()
TEXTS = {article.slug: article.text for article in CORPUS}


@pytest.fixture(scope="module")
def tables():
    return extract(CORPUS)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    extract_archive(documents([CORPUS.folder]), folder)
    return folder


def test_the_package_is_valid_and_tells_every_column(archive):
    frictionless = pytest.importorskip("frictionless")
    described = json.loads((archive / "datapackage.json").read_text(encoding="utf-8"))
    assert frictionless.Package.validate_descriptor(described).valid
    assert described["licenses"][0]["title"]
    resources = {resource["name"]: resource for resource in described["resources"]}
    assert set(TABLES) | {"copies", "errors", "events", "shards"} == set(resources)
    for name, resource in resources.items():
        paths = [resource["path"]] if isinstance(resource["path"], str) else resource["path"]
        frame = pd.concat(pd.read_parquet(archive / path) for path in paths)
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(frame.columns)
        assert [field["name"] for field in fields if not field["description"]] == [], name
    units = {field["name"]: field.get("unit") for field in resources["roles"]["schema"]["fields"]}
    assert units["start"] == units["action_end"] == "character"


def test_the_rows_agree_with_the_schema_of_the_package(archive, tmp_path):
    """Each table as CSV, read by the library with the types that the package gives."""
    frictionless = pytest.importorskip("frictionless")
    for resource in json.loads((archive / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        if resource["name"] in TABLES:
            frame = pd.concat(pd.read_parquet(archive / path) for path in resource["path"])
            for field in resource["schema"]["fields"]:
                if field["type"] == "array":
                    frame[field["name"]] = [
                        json.dumps(list(value), default=int) for value in frame[field["name"]]
                    ]
            frame.to_csv(tmp_path / "table.csv", index=False)
            descriptor = {
                "name": "table",
                "path": "table.csv",
                "schema": resource["schema"],
                "dialect": {"csv": {"doubleQuote": True}},
            }
            report = frictionless.Resource.from_descriptor(descriptor, basepath=str(tmp_path)).validate()
            assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:3]


def test_the_tables_of_a_notebook_are_described_and_agree_with_it(tables, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    checked = pd.DataFrame(
        {"quotes": [["12", "=1+1"]], "about": ["=cmd|' /C calc'!A0"], "holds": [True], "sure": [0.5]}
    )
    write_tables(tmp_path, quantities=tables.quantities, dates=tables.dates, checks=checked)
    assert "'=cmd" in (tmp_path / "checks.csv").read_text(encoding="utf-8")
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:3]
    assert len(report.tasks) == 4 and sum(task.stats["rows"] for task in report.tasks) > 50


# ---- annotations


def test_annotations_make_the_round_trip(tables):
    written = io.StringIO("\n".join(json.dumps(one) for one in as_annotations(tables, TEXTS)))
    back = from_annotations(map(json.loads, written), TEXTS)
    for name, frame in tables:
        if len(frame):
            one, other = (cells.to_json(orient="records") for cells in (back[name][frame.columns], frame))
            assert one == other, name


def test_an_annotation_has_what_the_standard_asks_for(tables):
    ids = set()
    for one in as_annotations(tables, TEXTS):
        assert one["@context"] == "http://www.w3.org/ns/anno.jsonld" and one["type"] == "Annotation"
        position, words = one["target"]["selector"]
        assert (position["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        text = next(text for slug, text in TEXTS.items() if slug in one["target"]["source"])
        around = words["prefix"] + words["exact"] + words["suffix"]
        assert around in text and text[position["start"] : position["end"]] == words["exact"]
        ids.add(one["id"])
    assert len(ids) == sum(len(frame) for _, frame in tables)


def test_annotations_find_their_words_in_a_text_that_has_moved(tables):
    moved = {slug: f"A new first line.\n{text}" for slug, text in TEXTS.items()}
    back = from_annotations(as_annotations(tables, TEXTS), moved)["quantities"]
    assert all(moved[row.article][row.start : row.end] == row.quote for row in back.itertuples())
    with pytest.raises(ValueError, match="does not stand in the text"):
        from_annotations(as_annotations(tables, TEXTS), dict.fromkeys(TEXTS, "Another text."))


# ---- joins


def test_every_component_is_an_agency_that_is_known_and_every_state_has_two_letters():
    known = {row["agency"] for row in word_list("names/agencies")}
    assert {row["agency"] for row in word_list("archive/components")} <= known
    states = [row["state"] for row in word_list("archive/states")]
    assert len(set(states)) == 52 and all(len(state) == 2 and state.isupper() for state in states)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Agents in Houston, Texas, held 3 men.", "TX"),
        ("New Mexico", "NM"),
        ("Mexico", ""),
        ("West Virginia", "WV"),
        ("Kansas City", ""),
        ("the Mississippi River", ""),
        ("Washington", ""),
        ("Washington state", "WA"),
        ("Texas and Ohio", ""),
        ("Texas, and again Texas", "TX"),
    ],
)
def test_the_one_state_that_is_named(text, state):
    assert state_in(text) == state


def test_fiscal_years():
    assert fiscal_year("2024-09-30", "2024-09-30") == 2024
    assert fiscal_year("2024-10-01", "2024-10-01") == 2025
    assert fiscal_year("2024-01-01", "2024-12-31") is None


STORY = """U.S. Border Patrol agents apprehended 31 people in Arizona on October 3, 2024.
ICE Enforcement and Removal Operations removed 12 men to Mexico. Homeland Security Investigations did not arrest anyone.
The agency said more would follow."""


def test_columns_to_join_enforcement_data_by():
    article = Article(slug="a", text=STORY, published="2025-02-01")
    tables = extract([article])
    texts = pd.DataFrame([{"article": "a", "text": STORY, "published": "2025-02-01"}])
    found = with_enforcement_columns(tables.roles, tables.dates, texts)
    shown = found[["component", "action", "fiscal_year", "fiscal_year_from", "state"]].values.tolist()
    assert shown == [
        ["USBP", "apprehension", 2025, "sentence", "AZ"],
        ["ICE ERO", "removal", 2025, "publication", "AZ"],
    ]


def test_the_examples_of_the_readme_run_as_they_stand(archive, tmp_path, monkeypatch, capsys):
    """Among them the one that joins a table of others."""
    (tmp_path / "tables").symlink_to(archive)
    (tmp_path / "my_texts").symlink_to(CORPUS.folder)
    monkeypatch.chdir(tmp_path)
    readme = (CORPUS.folder.parent / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```python\n(.+?)^```", readme, re.MULTILINE | re.DOTALL)
    for example in examples:
        exec(example, {})
    names, *rows = capsys.readouterr().out.splitlines()
    assert len(examples) == 2 and names.split() == ["component", "fiscal_year", "action", "told", "official"]
    assert len(rows) == 1 and rows[0].split()[1:4] == ["ICE", "2024", "arrest"] and rows[0].endswith("1000")


def test_rows_without_an_action_of_enforcement_are_left_out(tables):
    texts = pd.DataFrame(
        [{"article": one.slug, "text": one.text, "published": one.published} for one in CORPUS]
    )
    found = with_enforcement_columns(tables.roles, tables.dates, texts)
    assert set(found["role"]) <= {row["role"] for row in word_list("archive/actions")}
    order = list(range(len(tables.roles)))
    random.Random(1).shuffle(order)
    again = with_enforcement_columns(tables.roles.iloc[order], tables.dates, texts)
    assert len(again) == len(found)
    empty = with_enforcement_columns(tables.roles[:0], tables.dates[:0], texts[:0])
    assert empty.columns.tolist() == found.columns.tolist()
