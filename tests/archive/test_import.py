"""`python -m helpers import`, and articles that are in Python already."""

import csv
import hashlib
import io
import sys
from pathlib import PureWindowsPath

import pandas as pd
import pytest

from helpers import CorpusError, extract, from_dataframe, from_texts, load_corpus, verify
from helpers.__main__ import main
from helpers.archive import documents, find_copies, import_documents
from helpers.archive.folder import Names
from tests.archive import made
from tests.growth import assert_linear

ROWS = made.GOOD | made.BROKEN


def catalogue(folder, name="catalogue.csv"):
    return list(csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """A folder with a file of every kind, imported twice."""
    folder = tmp_path_factory.mktemp("mixed")
    for name, (data, _) in ROWS.items():
        below = folder / name.partition(".")[2]
        below.mkdir(exist_ok=True)
        (below / name).write_bytes(data)
    outputs = [tmp_path_factory.mktemp("texts") / "corpus" for _ in range(2)]
    assert [main(["import", str(folder), "-o", str(output)]) for output in outputs] == [0, 0]
    return outputs


def test_the_corpus_can_be_loaded_and_is_what_the_catalogue_says(imported):
    corpus, rows = load_corpus(imported[0]), catalogue(imported[0])
    assert len(corpus) == len(rows) > len(made.GOOD)
    for row in rows:
        assert hashlib.sha256((imported[0] / row["file"]).read_bytes()).hexdigest() == row["sha256"]
        assert row["source"] and row["tool"]


def test_offsets_are_exact_whatever_the_format(imported):
    corpus = load_corpus(imported[0])
    checked = verify(extract(corpus), corpus)
    assert checked["failed"].sum() == 0 and checked["rows"].sum() > len(corpus)


def test_the_same_sources_give_the_same_bytes(imported):
    one, other = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in imported)
    assert one == other


def test_everything_set_aside_is_listed(imported):
    aside = {
        row["source"].rpartition("/")[2].partition("!")[0] for row in catalogue(imported[0], "set_aside.csv")
    }
    missing = {name for name, (_, words) in made.BROKEN.items() if words and name not in aside}
    assert missing == {"nested.zip"}  # its line names the ZIP inside
    assert all(row["reason"] for row in catalogue(imported[0], "set_aside.csv"))


def test_what_is_imported_can_be_loaded(tmp_path):
    """Signs alone and zero bytes are no text for a corpus, so they are none for an import."""
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name, data in {
        "raid.txt": made.STORY.encode(),
        "signs.txt": b"*** --- ***",
        "zeros.txt": "\0\0\0Police".encode("utf-16"),
    }.items():
        (source / name).write_bytes(data)
    _, aside = import_documents(documents([source]), out)
    assert [one.reason for one in aside] == [
        "has no letter or digit",
        "is not a text (it holds zero bytes)",
    ]
    assert load_corpus(out).slugs == ["raid"]


def test_a_folder_gives_the_same_wherever_it_stands(tmp_path):
    for place in ("here", "there"):
        (tmp_path / place / "texts").mkdir(parents=True)
        (tmp_path / place / "texts" / "a.txt").write_text(made.STORY)
        (tmp_path / place / "texts" / "b.rtf").write_text("{}")
    one, other = (list(documents([tmp_path / place / "texts"])) for place in ("here", "there"))
    assert one == other and one[0].source == "texts/a.txt"


def test_copies_are_marked_and_not_dropped(imported):
    rows = {row["slug"]: row for row in catalogue(imported[0])}
    assert any(row["copy_of"] for row in rows.values())
    assert all(row["copy_of"] in rows for row in rows.values() if row["copy_of"])


def test_a_syndicated_story_is_a_copy_and_an_update_is_none():
    story = next(iter(load_corpus(articles=["drug-arrests"]))).text
    updated = story
    for old, new in (("216", "230"), ("12-day", "19-day"), ("200", "220"), ("73", "81")):
        updated = updated.replace(old, new)
    syndicated = f"By our staff.\n{story}\nThis story was supplied by an agency."
    other = next(iter(load_corpus(articles=["massachusetts-sweep"]))).text
    found = find_copies(
        {"first": story, "syndicated": syndicated, "updated": updated, "other": other}.items()
    )
    assert found[["article", "copy_of"]].values.tolist() == [["syndicated", "first"]]


def test_none_of_the_seeds_is_a_copy():
    assert find_copies((article.slug, article.text) for article in load_corpus()).empty


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("mine")
    assert main(["import", str(tmp_path / "a.txt"), "-o", str(tmp_path)]) == 2
    assert "not empty" in capsys.readouterr().err and (tmp_path / "a.txt").read_text() == "mine"


def test_a_second_import_into_the_same_folder_is_told_to_wait(tmp_path, capsys):
    source, out = tmp_path / "a.txt", tmp_path / "out"
    source.write_text(made.STORY)

    def first():
        for document in documents([source]):
            assert main(["import", str(source), "-o", str(out)]) == 2
            assert "wait until it has ended" in capsys.readouterr().err
            yield document

    rows, _ = import_documents(first(), out)
    assert len(rows) == 1 and sorted(path.name for path in out.iterdir()) == ["a.txt", "catalogue.csv"]


def test_nothing_to_read_is_said(tmp_path, capsys):
    (tmp_path / "a.rtf").write_bytes(b"{}")
    assert main(["import", str(tmp_path), str(tmp_path / "nowhere"), "-o", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert "no article could be read" in said and "save it as .docx" in said and "does not exist" in said
    assert not (tmp_path / "out").exists()
    assert main(["import", str(tmp_path), "-o", str(tmp_path / "far" / "out")]) == 2
    assert not (tmp_path / "far").exists()


def test_standard_input_becomes_a_corpus(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(made.JSON_LINES)))
    assert main(["import", "-", "-o", str(tmp_path / "out")]) == 0
    assert load_corpus(tmp_path / "out").slugs == ["7", "8"]


def test_an_import_that_is_stopped_says_what_is_left(tmp_path, monkeypatch, capsys):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("helpers.archive.folder.write_file", stopped)
    (tmp_path / "a.txt").write_text(made.STORY)
    assert main(["import", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 130
    assert "out is not complete: remove it" in capsys.readouterr().err


def test_slugs_that_meet_are_told_apart(tmp_path):
    for name in ("raid.txt", "Raid.md", "raid.csv", "con.txt", "a b?.txt"):
        (tmp_path / name).write_bytes(
            made.STORY.encode() if "csv" not in name else b"slug,text\nraid,Police held 3 men.\n"
        )
    assert main(["import", str(tmp_path), "-o", str(tmp_path / "out")]) == 0
    slugs = load_corpus(tmp_path / "out").slugs
    assert len({slug.lower() for slug in slugs}) == 5 and "con" not in slugs and "a-b" in slugs


def test_one_slug_for_all_takes_no_longer_and_one_that_is_long_is_a_file_name():
    assert_linear(lambda count: lambda: list(map(Names(), ["raid"] * count)), 500)
    names = Names()
    assert [names(slug) for slug in ("raid", "raid-2", "Raid", "raid", "raid-2")] == [
        "raid",
        "raid-2",
        "Raid-3",
        "raid-4",
        "raid-2-2",
    ]
    assert all(len(names("𠮷" * 90).encode()) <= 220 for _ in range(2))


@pytest.mark.parametrize(
    "proposed",
    [
        "nul",
        "COM1",
        "lpt9.x",
        "aux.2024",
        "C:raid",
        r"..\raid",
        "a<b>|c*?",
        'a"b',
        "raid.",
        "raid ",
        " ",
        "...",
        "a/b",
        "\x1b[2J",
    ],
)
def test_a_slug_is_a_file_name_on_windows_too(proposed):
    file = PureWindowsPath(f"{Names()(proposed)}.txt")
    assert len(file.parts) == 1 and not file.drive and not set(file.name) & set('<>:"/\\|?*')
    assert file.stem == file.stem.strip(" .") and file.name.isprintable()
    assert file.name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


def test_a_catalogue_may_write_dates_as_it_likes_and_be_something_else(tmp_path):
    (tmp_path / "a.txt").write_text(made.STORY)
    catalogue = tmp_path / "catalogue.csv"
    for written, published in (("March 5, 2024", "2024-03-05"), ("soon", ""), ("", "")):
        catalogue.write_text(f'file,slug,published\na.txt,b,"{written}"\n')
        (document,) = documents([tmp_path])
        assert (document.slug, document.published) == ("b", published)
        assert bool(document.warnings) == (written == "soon")
    catalogue.write_text(f'file,text\nb.txt,"{made.LEAD * 2000}"\n')
    assert len(list(documents([tmp_path]))) == 2


# ---- from Python


def test_a_data_frame():
    corpus = from_dataframe(made.FRAME, text="body", slug="id", title="headline", published="date")
    assert corpus.slugs == ["7", "8"]
    assert (corpus["8"].title, corpus["7"].published) == ("Seizure", "2024-03-05")
    assert len(extract(corpus).quantities) > 2
    missing = made.FRAME.assign(headline=pd.Series([pd.NA, float("nan")], dtype=object), year=[2024.0, None])
    corpus = from_dataframe(missing, text="body", title="headline", published="year")
    assert [(one.title, one.published) for one in corpus] == [("", "2024"), ("", "")]


@pytest.mark.parametrize(
    ("frame", "columns", "words"),
    [
        (made.FRAME, {"text": "words"}, "no column 'words'"),
        (made.FRAME, {"text": "body", "day": "date"}, "day is none of text, title"),
        (pd.DataFrame({"t": ["Police.", None]}), {"text": "t"}, "row 2 has no text"),
        (
            pd.DataFrame({"t": ["Police."], "d": ["03/04/2024"]}),
            {"text": "t", "published": "d"},
            "3 April or 4 March",
        ),
    ],
)
def test_a_data_frame_with_a_problem(frame, columns, words):
    with pytest.raises(CorpusError, match=words):
        from_dataframe(frame, **columns)


def test_texts():
    corpus = from_texts([made.LEAD, made.SECOND], published="2024-03")
    assert corpus.slugs == ["text-1", "text-2"] and corpus[1].published == "2024-03"
    for wrong in ("one text", ["a", ""], ["a", None]):
        with pytest.raises(CorpusError):
            from_texts(wrong)
    with pytest.raises(CorpusError, match="published is 'soon'; write 2025-03-04"):
        from_texts(["a"], published="soon")


@pytest.mark.parametrize("wrong", ["Police held 3 men.", "seeds", load_corpus().folder])
def test_a_text_or_a_folder_is_no_corpus(wrong):
    with pytest.raises(TypeError, match=r"from_texts.*load_corpus"):
        extract(wrong)


# ---- load_corpus on what is no folder of texts


def test_load_corpus_says_which_formats_it_saw(tmp_path):
    for name in ("a.html", "b.pdf", "c.pdf", "README.md", "photo.xyz"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(CorpusError, match=r"1 HTML, 2 PDF.*python -m helpers import"):
        load_corpus(tmp_path)
    (tmp_path / "d.txt").write_text("Police held 3 men.")
    (tmp_path / "d.json").write_text("{}")  # belongs to d.txt
    with pytest.warns(UserWarning, match=r"left aside.*1 HTML, 2 PDF.*import"):
        assert load_corpus(tmp_path).slugs == ["d"]


def test_load_corpus_knows_other_formats_by_their_first_bytes(tmp_path):
    for data, known in ((made.pdf([[]]) + b"\xff", "PDF"), (rb"{\rtf1 Police held 3 men.}", "RTF")):
        (tmp_path / "a.txt").write_bytes(data)
        with pytest.raises(CorpusError, match=rf"another format \({known}\).*import"):
            load_corpus(tmp_path)
    with pytest.raises(CorpusError, match=r"is a file.*import"):
        load_corpus(tmp_path / "a.txt")


def test_two_columns_that_could_be_the_text_are_said(tmp_path, capsys):
    (tmp_path / "a.csv").write_text(
        'id,body,content\n1,"Police held 12 men.","ICE held 14."\n', encoding="utf-8"
    )
    assert main(["import", str(tmp_path / "a.csv"), "-o", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert "“content” could be the text, too; if so, name it with --text" in told.out + told.err
    (tmp_path / "b.csv").write_text(
        'id,body,content\n1,"Police held 12 men.","ICE held 14."\n', encoding="utf-8"
    )
    assert main(["import", str(tmp_path / "b.csv"), "--text", "content", "-o", str(tmp_path / "other")]) == 0
    told = capsys.readouterr()
    assert "could be the text" not in told.out + told.err
