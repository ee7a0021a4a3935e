"""Reading a folder: what is read exactly, how it is split, and what is said when something is wrong."""

import hashlib
import shutil
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import CorpusError, load_corpus
from helpers.texts import suggestions
from helpers.texts.blocks import BLOCK_KINDS, split_blocks
from helpers.texts.catalogue import date_range
from helpers.texts.corpus import SEEDS, Article
from helpers.texts.problems import SHOWN
from tests.growth import assert_linear


def kinds(text, title=""):
    return [(block.kind, block.text) for block in split_blocks(text, title)]


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


# ---- the project's own texts
# ----------------------------------------------------------------------------------------------


def test_the_seeds_are_read_byte_for_byte():
    corpus = load_corpus()
    assert len(corpus) == 5
    for article in corpus:
        assert article.text.encode() == article.file.read_bytes()


def test_published_is_a_day_a_month_or_unknown():
    published = {article.slug: article.published for article in load_corpus()}
    assert set(map(len, published.values())) == {0, 7, 10}


def test_articles_are_chosen_by_slug_and_kept_in_order():
    slugs = load_corpus().slugs
    assert load_corpus(articles=[slugs[3], slugs[1], slugs[1]]).slugs == [slugs[1], slugs[3]]
    assert load_corpus(articles=[]).slugs == slugs


# ---- blocks
# ---------------------------------------------------------------------------------------------------------------

BLOCKS = [
    (
        "headline and paragraphs",
        "Raid in port\nPolice held 3 men.\n\nNobody was hurt.",
        [("title", "Raid in port"), ("paragraph", "Police held 3 men."), ("paragraph", "Nobody was hurt.")],
    ),
    (
        "no headline",
        "Police held 3 men.\nNobody was hurt.",
        [("paragraph", "Police held 3 men."), ("paragraph", "Nobody was hurt.")],
    ),
    (
        "headline twice",
        "Raid in port\nRaid in port\nPolice held 3 men.",
        [("title", "Raid in port"), ("title", "Raid in port"), ("paragraph", "Police held 3 men.")],
    ),
    (
        "headings, one of Markdown",
        "A raid.\n## What Happened?\nA lot.\nIn Conclusion\nThat is all.",
        [
            ("paragraph", "A raid."),
            ("heading", "What Happened?"),
            ("paragraph", "A lot."),
            ("heading", "In Conclusion"),
            ("paragraph", "That is all."),
        ],
    ),
    (
        "numbered headings of Markdown",
        "A plan.\n## 1. Share More\nA lot.",
        [("paragraph", "A plan."), ("heading", "Share More"), ("paragraph", "A lot.")],
    ),
    (
        "bullets of several signs and numbers",
        "They held:\n- 3 men\n* 2 women\n• a boat\n1. one car\n2) two vans",
        [
            ("paragraph", "They held:"),
            ("bullet", "3 men"),
            ("bullet", "2 women"),
            ("bullet", "a boat"),
            ("bullet", "one car"),
            ("bullet", "two vans"),
        ],
    ),
    (
        "a year or a decimal is no list number",
        "2024 was calm.\n3.5 kg were found.",
        [("paragraph", "2024 was calm."), ("paragraph", "3.5 kg were found.")],
    ),
    (
        "bullets inside a line, with a lead-in",
        "Results: * 3 men held. None hurt. * 2 boats.",
        [("heading", "Results:"), ("bullet", "3 men held. None hurt."), ("bullet", "2 boats.")],
    ),
    (
        "a heading glued to the last of them",
        "* One thing. * Another thing at accounts.The Future of Work\nIt is near.",
        [
            ("bullet", "One thing."),
            ("bullet", "Another thing at accounts."),
            ("heading", "The Future of Work"),
            ("paragraph", "It is near."),
        ],
    ),
    (
        "one star in a sentence is no bullet",
        "The price was 5 * 3 dollars.",
        [("paragraph", "The price was 5 * 3 dollars.")],
    ),
    (
        "a table",
        "Kind | Number |\n---|---|\nDrugs | 5 |\nArms | 6 |\nAfter it.",
        [
            ("table header", "Kind | Number |"),
            ("table row", "Drugs | 5 |"),
            ("table row", "Arms | 6 |"),
            ("paragraph", "After it."),
        ],
    ),
    (
        "a table with outer lines",
        "| Kind | Number |\n|:---|---:|\n| Drugs | 5 |",
        [("table header", "| Kind | Number |"), ("table row", "| Drugs | 5 |")],
    ),
    (
        "a line with a bar but no table",
        "either | or is not a table.",
        [("paragraph", "either | or is not a table.")],
    ),
    (
        "a headline that ends in a question",
        "Who was held?\nPolice held 3 men.",
        [("title", "Who was held?"), ("paragraph", "Police held 3 men.")],
    ),
    (
        "carriage returns and a byte order mark",
        "\ufeffRaid in port\r\n\r\nPolice held 3 men.\r\n",
        [("title", "Raid in port"), ("paragraph", "Police held 3 men.")],
    ),
    (
        "lines of fixed width",
        "Raid in port\n\nPolice said on Monday that they had held three men in the\nharbour, and that a fourth was still on the "
        "run with some of\nthe money that had been taken from the bank last year.\n\nNobody was hurt in the raid, which took place early in the\nmorning.\n",
        [
            ("title", "Raid in port"),
            (
                "paragraph",
                "Police said on Monday that they had held three men in the\nharbour, and that a fourth was still on the "
                "run with some of\nthe money that had been taken from the bank last year.",
            ),
            ("paragraph", "Nobody was hurt in the raid, which took place early in the\nmorning."),
        ],
    ),
    ("nothing but white space", " \n\t\r\n", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS]
)
def test_blocks(text, expected):
    assert kinds(text) == expected


def test_the_title_of_the_catalogue_is_a_title_wherever_it_stands():
    assert kinds("NEWS RELEASE\nRaid in Port\nText.", "Raid in Port")[1] == ("title", "Raid in Port")


def test_cells_and_header_of_a_table_row():
    text = "| Kind | Number |  |\n|---|---|---|\n| Drugs |  5 | |\n"
    row = split_blocks(text)[1]
    assert [text[a:b] for a, b in row.cells] == ["Drugs", "5", ""]
    assert row.header == ("Kind", "Number", "")


@given(
    st.text(alphabet=st.one_of(st.sampled_from("\n\r |-*•#.:!?aA1 \ufeff“”"), st.characters(codec="utf-8")))
)
def test_any_text_is_split_with_exact_offsets_and_nothing_lost(text):
    article = Article(slug="x", text=text)
    at, outside = 0, ""
    for block in article.blocks:
        assert block.kind in BLOCK_KINDS
        assert at <= block.start < block.end
        assert text[block.start : block.end] == block.text
        assert all(block.start <= a <= b <= block.end for a, b in block.cells)
        outside += text[at : block.start]
        at = block.end
    outside += text[at:]
    assert not any(character.isalpha() for character in outside)


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("word ", 20_000),
        ("a | b ", 6_000),
        ("* a ", 4_000),
        (" ", 250_000),
        ("-", 250_000),
        ("\n", 250_000),
        ("x.Yy ", 20_000),
    ],
)
def test_long_input_takes_linear_time(piece, times):
    assert_linear(lambda size: partial(split_blocks, piece * size + "|" * (piece == "-")), times)


# ---- other people's folders
# -----------------------------------------------------------------------------------------------


def test_a_folder_without_catalogue_is_enough(tmp_path):
    corpus = load_corpus(write(tmp_path, **{"01__txt": "Police held 3 men.", "notes__md": "not a text"}))
    assert [(a.slug, a.published, a.title) for a in corpus] == [("01", "", "")]


def test_a_byte_order_mark_emoji_and_right_to_left_text_keep_their_places(tmp_path):
    data = "\ufeffRaid 🚔 in port\r\nقالت الشرطة 3.\x00\r\n".encode()
    article = load_corpus(write(tmp_path, a__txt=data))["a"]
    assert article.text.encode() == data
    assert [article.text[b.start : b.end] for b in article.blocks] == [
        "Raid 🚔 in port",
        "قالت الشرطة 3.\x00",
    ]


def problems(folder, **keywords):
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder, **keywords)
    return str(caught.value)


def test_a_missing_folder_and_a_file_are_told_apart(tmp_path):
    assert "does not exist" in problems(tmp_path / "nowhere")
    assert "is a file" in problems(write(tmp_path, a__txt="x") / "a.txt")


def test_a_folder_without_texts_says_what_to_put_there(tmp_path):
    assert "no .txt file" in problems(tmp_path)


def test_every_problem_is_listed_with_file_and_line(tmp_path):
    catalogue = "slug,file,published\none,a.txt,2024-13\ntwo,b.txt,2024\nthree,c.text,\none,d.txt,May\n"
    write(tmp_path, a__txt="x", b__txt=b"caf\xe9", c__txt=" \n", d__txt="y", catalogue__csv=catalogue)
    message = problems(tmp_path)
    for part in (
        "b.txt: not UTF-8 at byte 3",
        "c.txt: empty",
        "line 2: published is '2024-13'",
        "line 4: there is no file 'c.text'",
        "did you mean 'c.txt'",
        "line 5: published is 'May'",
        "slug 'one' is already that of a.txt",
    ):
        assert part in message
    assert message.count("\n  - ") == 6


def test_a_changed_text_is_noticed(tmp_path):
    checksum = hashlib.sha256(b"as it was").hexdigest()
    write(tmp_path, a__txt="as it is", catalogue__csv=f"slug,file,sha256\na,a.txt,{checksum}\n")
    assert "sha256 differs" in problems(tmp_path)


def test_a_catalogue_without_its_columns_says_which(tmp_path):
    assert "no column slug" in problems(write(tmp_path, a__txt="x", catalogue__csv="file\na.txt\n"))


def test_a_file_named_twice(tmp_path):
    assert "has a line already" in problems(
        write(tmp_path, a__txt="x", catalogue__csv="slug,file\na,a.txt\nb,a.txt\n")
    )


def test_a_misspelt_slug_gets_the_nearest_one():
    assert "did you mean 'drug-arrests'?" in problems(None, articles=["drug-arests"])
    assert "must be a list" in problems(None, articles="drug-arrests")


def test_a_copy_of_the_seeds_reads_like_the_seeds(tmp_path):
    shutil.copytree(SEEDS, tmp_path / "copy")
    assert [a.text for a in load_corpus(tmp_path / "copy")] == [a.text for a in load_corpus()]


# ---- dates of publication and evidence
# ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "days"),
    [("2024-02-30", None), ("2024-2", None), ("", None), ("2023-02", 28), ("2024", 366), ("2024-03-01", 1)],
)
def test_iso_dates(value, days):
    found = date_range(value)
    assert (found[1] - found[0]).days + 1 == days if found else days is None


def test_evidence_stays_inside_its_block():
    article = Article(slug="x", text="Raid in port\nPolice held 3 men.")
    block = article.blocks[1]
    assert article.evidence(24, 25, block) == {
        "article": "x",
        "start": 24,
        "end": 25,
        "quote": " ",
        "block": "paragraph",
    }
    for start, end in ((0, 4), (24, 24), (30, 40)):
        with pytest.raises(ValueError, match="is no span"):
            article.evidence(start, end, block)


# ---- the nearest word
# --------------------------------------------------------------------------------------


def test_the_nearest_word_is_asked_for_no_more_often_than_a_message_shows(tmp_path, monkeypatch):
    """Each question compares a word with every known one: one a row would grow with the square of the rows."""
    asked = []
    monkeypatch.setattr(suggestions, "nearest", lambda *given: asked.append(given))
    lines = "".join(f"s{number},f{number}.txt\n" for number in range(500))
    message = problems(write(tmp_path, a__txt="x", catalogue__csv=f"slug,file\n{lines}"))
    assert len(asked) <= SHOWN
    assert "500 problems" in message and "and 480 more" in message


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("reportd", ["reported", "planned"], "did you mean 'reported'?"),
        ("REPORTED", ["reported"], "did you mean 'reported'?"),
        ("zzz", ["reported", "planned"], "there are: reported, planned"),
        ("zzz", [f"unit {number}" for number in range(25)], "and 5 more"),
        ("zzz", [], "there are none"),
        ("", ["a"], "there are: a"),
        ("x" * 5000, ["a"], "there are: a"),
    ],
)
def test_did_you_mean(word, known, hint):
    assert hint in suggestions.did_you_mean(word, known)
