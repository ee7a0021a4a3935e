"""Texts as they come: broken lines, pages, tables without a rule, transcripts, furniture of a page."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.texts import Article, sentences

PROSE = (
    "Agents of the regional customs office arrested forty people in three counties on Tuesday, 4 March 2025, the "
    "office said. Officials seized 200 kilograms of cocaine and a sum of money that nobody has counted so far. The "
    "arrests follow an inquiry that began in early 2023 and led to houses on both sides of the river."
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(block.text.split())) for block in Article(slug="x", text=text).blocks]


@pytest.mark.parametrize("width", [30, 36, 45, 60, 72, 80, 100, 120])
@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_paragraphs_of_any_width_are_joined(width, indent, end):
    wrapped = textwrap.fill(
        PROSE, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    text = f"Raid at the river\n\n{wrapped}\n\n{wrapped}\n".replace("\n", end)
    assert kinds(text) == [("title", "Raid at the river"), ("paragraph", PROSE), ("paragraph", PROSE)]
    assert len(sentences(Article(slug="x", text=text))) == 7


def test_paragraphs_that_are_lines_are_not_joined():
    text = (
        "\n".join(PROSE.split(". ")) + "\n" + "\n".join(["Nine men were held.", "Police said so on Monday."])
    )
    assert len(kinds(text)) == 5


def test_short_lines_are_no_paragraph():
    assert len(kinds("Present were\nthe mayor\nthe sheriff\nand two guests\nof the county")) == 5


@pytest.mark.parametrize(
    "text",
    [
        "State | Cases | Kilograms\nTexas | 12 | 340\nOhio | 7 | 90\nTotal | 19 | 430",
        "State        Cases    Kilograms\nTexas        12       340\nOhio         7        90\nTotal        19       430",
        "State\tCases\tKilograms\nTexas\t12\t340\nOhio\t7\t90\nTotal\t19\t430",
    ],
)
def test_tables_without_a_rule(text):
    blocks = Article(slug="x", text=f"{text}\n\nThe county gave these figures.").blocks
    assert [block.kind for block in blocks] == ["table header", *["table row"] * 3, "paragraph"]
    assert [[text[a:b] for a, b in block.cells] for block in blocks[1:3]] == [
        ["Texas", "12", "340"],
        ["Ohio", "7", "90"],
    ]
    assert blocks[1].header == ("State", "Cases", "Kilograms")


def test_rows_without_a_header():
    blocks = Article(slug="x", text="By town\nLeeds | 22 |\nYork | 30 |\nTotal | 52 |").blocks
    assert [(block.kind, block.header) for block in blocks] == [("title", ()), *[("table row", ())] * 3]


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Contact\nAbout | Press | Staff",
        "They came.  They went.  Nobody said why.\nIt was so.  It is so.  It will be.\nYes.  No.  Perhaps 5.",
        "Leeds | 22 |\n\nPolice said nothing more.",
        "A bar | and 2 words\nno bar here\nanother | one 3",
    ],
)
def test_what_is_no_table(text):
    assert not any(kind.startswith("table") for kind, _ in kinds(text))


@pytest.mark.parametrize(
    "line",
    ["Page 3 of 7", "- 2 -", "12", "###", "-30-", "(more)", "Share Tweet Print", "5 min read", "12 comments"]
    + ["Home > News > Releases", "Skip to main content", "© 2025 The Daily", "3/7", "SIGN UP NOW", "67°"]
    + ["Related: Nine die in crash", "Read also: Senators push for speed limits", "Subscribe today"]
    + ["Sign up for our newsletter to get the 5 top stories each day.", "Tags: ICE, Ohio, 2024 election"]
    + ["Get the day's top 10 stories in your inbox.", "Subscribe to our daily newsletter"]
    + [
        "Copyright 2025 The Associated Press. All rights reserved. This material may not be published, broadcast, "
        "rewritten or redistributed without permission."
    ]
    + ["Follow the Laredo Field Office on X", "Follow us on Facebook at @harlanridge"],
)
def test_furniture_of_a_page(line):
    assert ("furniture", line) in kinds(f"Raid ends\n\nPolice held nine men.\n\n{line}\n\nThey were freed.")


@pytest.mark.parametrize(
    "line",
    ["12 men", "Share of women", "5 minutes later", "Page said no.", "30 held"]
    + ["Related: nine men had died in a crash.", "Related charges", "Sign up now for 40 places", "67° north"]
    + ["Sign up sheets for alerts were sent to 300 homes.", "Copyright claims rose to 300."]
    + ["Get 300 letters to the editor each day"]
    + ["Follow-up on X-rays", "Police follow gangs on Facebook and in two towns"],
)
def test_what_is_no_furniture(line):
    assert "furniture" not in dict(kinds(f"Raid ends\n\nPolice held nine men.\n\n{line}\n\nThey were freed."))


@pytest.mark.parametrize("label", ["FOR IMMEDIATE RELEASE", "NEWS RELEASE", "March 3, 2025", "Press Notice"])
def test_the_title_stands_below_what_a_release_prints_above_it(label):
    assert kinds(f"{label}\n\nTen men charged\n\nTUCSON, Ariz. -- Ten men were charged.")[1] == (
        "title",
        "Ten men charged",
    )


def test_a_form_feed_ends_a_page():
    assert kinds("Raid ends\n\nNine men were held.\n\fThey were freed.\n")[1:] == [
        ("paragraph", "Nine men were held."),
        ("paragraph", "They were freed."),
    ]


def test_a_transcript_keeps_its_turns():
    text = "Q: How many were held?\nA: We held 12 people on March 3, and\nMR. SMITH: And in April?\nTHE WITNESS: Nine."
    assert len(kinds(text)) == 4


def test_a_bullet_goes_on_below_itself():
    assert ("bullet", "4 in Ohio, among them two women") in kinds(
        "Held:\n- 3 in Texas\n- 4 in Ohio, among\n  them two women\n"
    )


@pytest.mark.parametrize("sign", ["\x1c", "\x1e", "\x1f"])
def test_a_line_without_a_word_is_read(sign):
    text = f"#\rQ\n9\n{sign}"
    assert " ".join(block.text for block in Article(slug="x", text=text).blocks).split() == ["#", "Q", "9"]


@given(
    st.lists(
        st.sampled_from(
            ["a b", "Police held 9.", "x | 1", " ", "\t", "- ", "\f", "\n", "\r\n", "\x1e\n", "12", "   "]
        ),
        max_size=40,
    )
)
def test_any_such_text_is_split_in_order(parts):
    text = "".join(parts)
    blocks = Article(slug="x", text=text).blocks
    assert all(text[block.start : block.end] == block.text != "" for block in blocks)
    assert all(a.end <= b.start for a, b in zip(blocks, blocks[1:], strict=False))


@pytest.mark.parametrize("above", ["Most Read", "Most viewed stories", "TRENDING NOW:", "Top Stories"])
@pytest.mark.parametrize("sign", ["", ".", ")"])
@pytest.mark.parametrize("between", [" ", "\n"])
def test_links_with_their_ranks_are_furniture(above, sign, between):
    titles = ["Woman, 81, wins $250,000", "Bear walks into school", "6 hurt in pileup"]
    links = [f"{rank}{sign}{between}{title}" for rank, title in enumerate(titles, 1)]
    text = "\n".join(["Raid ends", "", "Police held nine men.", "", above, *links, "", "They were freed."])
    found = kinds(text)
    assert [block for block in found if block[0] != "furniture"] == [
        ("title", "Raid ends"),
        ("paragraph", "Police held nine men."),
        ("paragraph", "They were freed."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Most read\n\nThe book sold 12 copies a day.",
        "Most read\n3 libraries closed in May.\n4 opened.",
        "What we found\n1 Two of nine wards had no nurse\n2 Six alarms failed",
        "Trending\n1 of 40 posts was false.",
    ],
)
def test_lists_of_an_article_are_no_links(text):
    assert not [words for kind, words in kinds(text) if kind == "furniture" and words[:1].isdigit()]
