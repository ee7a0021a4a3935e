"""The notebooks over an archive: what is stored is shown without being read again, a sample stands for the rest,
and what is counted over time counts an event once."""

from dataclasses import replace

import nbformat
import pandas as pd
import pyarrow.parquet as pq
import pytest

from helpers import CorpusError, check, extract, load_corpus, verify
from helpers.archive import Document, extract_archive, made_articles, read_tables
from helpers.checks import untested
from helpers.extraction import ROWS
from helpers.findings import archive as large
from helpers.findings import arithmetic
from helpers.run import find_notebooks
from helpers.show import figures, page, places
from helpers.texts import Article, stored

COUNT = 60
SHORT = [Article(slug=one.slug, text=one.text[:700]) for one in load_corpus()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An archive of made articles, the seeds, and two reports of one event that give different figures."""
    path = tmp_path_factory.mktemp("archive") / "tables"
    told = (("one", "140 people and seized 25 rifles"), ("two", "150 people and seized 25 rifles"))
    reports = [
        Document(
            slug=slug,
            text=f"ICE arrested {words} in Boston on 4 March 2024. The raid was long planned.\n",
            published="2024-03-05",
        )
        for slug, words in told
    ]
    whole = [Document(slug=one.slug, text=one.text, published="2024-06-01") for one in load_corpus()]
    extract_archive([*made_articles(SHORT, COUNT - len(whole) - 2), *whole, *reports], path)
    return path


@pytest.fixture(scope="module")
def corpus(folder):
    return load_corpus(folder)


def no_reading(*_):
    raise AssertionError("a text was read again")


def test_what_is_stored_is_given_without_reading(folder, corpus, monkeypatch):
    monkeypatch.setattr("helpers.extraction.read.read_chunk", no_reading)
    monkeypatch.setattr("helpers.checks.relations.ties_of", no_reading)
    tables = extract(corpus)
    assert len(corpus) == COUNT
    assert corpus.folder == folder
    assert len(check(tables)) > 0
    assert len(untested(tables)) > 0
    assert verify(tables, corpus)["failed"].sum() == 0


@pytest.fixture
def asked(monkeypatch):
    """The files of which rows were read, as (folder, columns; None for all)."""
    found = []
    read = pq.read_table

    def noted(path, columns=None, **given):
        found.append((path.parent.name, columns))
        return read(path, columns=columns, **given)

    monkeypatch.setattr(pq, "read_table", noted)
    return found


def test_a_table_is_read_when_it_is_asked_for(corpus, asked):
    tables = extract(corpus)
    whole = {name for name, columns in asked if columns is None} - {corpus.folder.name}  # the list of shards
    assert whole == set()
    assert {name for name, _ in asked} == {corpus.folder.name, "texts"}
    assert not any("text" in (columns or ()) for _, columns in asked)
    asked.clear()
    first = tables.roles
    assert {name for name, _ in asked} - {corpus.folder.name} == {"roles"}
    asked.clear()
    assert tables.roles is first
    assert asked == []


def test_a_table_can_be_put_in_place_of_another(corpus):
    tables = extract(corpus)
    other = replace(tables, dates=tables.dates.head(1))
    assert len(other.dates) == 1
    assert other.roles is tables.roles
    assert len(check(other, tolerance=1)) > 0


def test_of_a_table_only_the_columns_asked_for_are_read(folder, asked):
    few = read_tables(folder, {"dates": ["article", "value"]})["dates"]
    assert list(few) == ["article", "value"]
    assert {tuple(columns) for name, columns in asked if name == "dates"} == {("article", "value")}


def test_equal_words_of_a_table_are_kept_once(corpus):
    tables = extract(corpus)
    for frame, column in (
        (tables.roles, "article"),
        (tables.quantities, "sentence"),
        (tables.dates, "block"),
    ):
        assert len(set(map(id, frame[column]))) == frame[column].nunique() < len(frame)


def test_it_is_what_reading_gives(corpus):
    plain = [Article(slug=one.slug, text=one.text, published=one.published) for one in corpus]
    read, there = extract(plain), extract(corpus)
    for name in ROWS:
        mine, other = getattr(there, name), getattr(read, name)
        pd.testing.assert_frame_equal(mine, other, check_dtype=False, obj=name)
    for judge, columns in ((check, ["quotes", "about"]), (untested, ["quote", "reason"])):
        mine, other = (judge(tables).sort_values("article", kind="stable") for tables in (there, read))
        assert mine[columns].values.tolist() == other[columns].values.tolist()


def test_another_tolerance_is_tested_anew(corpus, monkeypatch):
    tables = extract(corpus)
    assert len(check(tables, tolerance=50)) > 0
    monkeypatch.setattr("helpers.checks.relations.ties_of", no_reading)
    with pytest.warns(UserWarning, match="read again"):
        check(tables, tolerance=50)


def test_some_articles_of_an_archive(folder):
    some = load_corpus(folder, articles=["two", "made-0000003"])
    tables = extract(some)
    assert some.slugs == ["made-0000003", "two"]
    assert set(tables.quantities["article"]) <= {"two", "made-0000003"}
    assert set(check(tables)["article"]) <= {"two", "made-0000003"}
    with pytest.raises(CorpusError, match="twoo"):
        load_corpus(folder, articles=["twoo"])


@pytest.fixture
def copied(folder, tmp_path):
    for path in folder.rglob("*"):
        if path.is_file():
            target = tmp_path / path.relative_to(folder)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(path.read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", ["datapackage.json", "shards.parquet", "events.parquet", "texts", "roles"])
@pytest.mark.parametrize("how", ["missing", "broken"])
def test_a_damaged_folder_is_told_in_one_line(copied, name, how):
    paths = [copied / name] if (copied / name).is_file() else list((copied / name).iterdir())
    for path in paths:
        if how == "missing":
            path.unlink()
        elif name == "datapackage.json":
            pytest.skip("nothing is read from it")
        else:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(CorpusError) as raised:
        extract(load_corpus(copied))
    assert str(copied) in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1


def test_other_columns_are_told_in_one_line(copied):
    for path in (copied / "roles").iterdir():
        pd.read_parquet(path).rename(columns={"plover": "code"}).to_parquet(path)
    with pytest.raises(CorpusError, match="another version of this project"):
        extract(load_corpus(copied))


def test_another_version_with_the_same_columns_is_shown_and_said(folder, monkeypatch):
    monkeypatch.setattr(stored, "program", lambda: "another")
    with pytest.warns(UserWarning, match="another version of this project"):
        assert len(load_corpus(folder)) == COUNT


def test_reports_of_one_event_are_grouped_and_counted_once(corpus):
    assert corpus.events["one"] == corpus.events["two"] == "one"
    rows = pd.DataFrame({"article": ["one", "two", "made-0000001"]})
    assert "two" not in set(large.once(rows, corpus)["article"])
    said = large.about_ranges(extract(corpus).quantities, corpus)
    assert any("140 to 150" in one and "140 in [[one]]; 150 in [[two]]" in one for one in said)
    assert "tell of" in large.about_events(corpus)[0]
    assert large.about_events(load_corpus()) == large.about_ranges(pd.DataFrame(), load_corpus()) == []


def test_contradictions_are_ranked_by_sureness(corpus):
    tables = extract(corpus)
    ranked = arithmetic.calculate(check(tables), tables)
    sure = check(tables).assign(key=[tuple(starts) for starts in check(tables)["starts"]])
    known = sure.set_index(["article", "key"])["sure"].groupby(level=[0, 1]).max()
    failing = ranked[~ranked["holds"]]
    values = [known[row.article, tuple(row.starts)] for row in failing.itertuples()]
    assert len(values) > 1
    assert values == sorted(values, reverse=True)


def test_months_unless_there_are_too_many():
    few = large.by_period(pd.Series(["2024-01-03", "2024-03", "2024-03-09", "", "soon"]))
    assert few.values.tolist() == [["2024-01", 1], ["2024-02", 0], ["2024-03", 2]]
    many = large.by_period(pd.Series(["2001-01-03", "2024-03", "2024"]))
    assert many["period"].tolist() == [str(year) for year in range(2001, 2025)]
    assert many["number"].sum() == 3
    assert large.by_period(pd.Series(["soon"])).empty


def test_shares_of_roles_add_up(corpus):
    shares = large.shares_of_roles(extract(corpus).roles, corpus)
    names = [name for name in shares if name not in ("period", "roles")]
    assert len(shares) > 1
    assert (shares[names].sum(axis=1) - 100).abs().max() < 1


@pytest.mark.parametrize("notebook", find_notebooks(["0", "1", "2", "3", "4"]), ids=lambda path: path.stem)
def test_a_notebook_runs_over_it(notebook, folder, monkeypatch, tmp_path):
    shown, names = [], {}
    monkeypatch.setattr("helpers.extraction.read.read_chunk", no_reading)
    monkeypatch.setitem(places._own, "number", "")  # each notebook sets its own
    for module in (page, figures):
        monkeypatch.setattr(module, "display", lambda data, **_: shown.append(data))
    for cell in nbformat.read(notebook, as_version=4).cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, notebook.stem, "exec"), names)
        if "parameters" in cell.metadata.get("tags", []):
            names |= {"corpus": str(folder), "output_dir": str(tmp_path)}
    words = "\n".join(data.get("text/plain", "") for data in shown)
    wanted = {
        "0_start_here": "8 of 60",
        "1_timeline": "counted by",
        "2_agency_roles": "What part of all roles each role is",
        "3_statistics": "140 to 150",
        "4_record": "have no record",
    }[notebook.stem]
    assert wanted in words + "".join(data.get("text/html", "") for data in shown)
    assert sum(len(str(data)) for data in shown) < 1_500_000
