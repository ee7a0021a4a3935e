"""Tables on the page: what is a number stands to the right, what is the article's stands in quotation marks."""

import re
from html import unescape

import pandas as pd
import pytest

from helpers import show
from helpers.run.page_links import with_living_links
from helpers.show.article import sampled
from helpers.show.in_sentences import _around, _closed, in_sentence
from helpers.show.lab import script
from helpers.show.palette import tint
from helpers.texts import Article, Corpus
from tests.growth import assert_linear


@pytest.fixture
def shown(monkeypatch):
    """The HTML of all that is put on the page."""
    pages = []
    monkeypatch.setattr("helpers.show.page.display", lambda data, raw: pages.append(data["text/html"]))
    return pages


@pytest.mark.parametrize(
    ("values", "right"),
    [
        ([1, 20], True),
        (["0.84", "1.00"], True),
        (["67%", "–"], True),
        (["1,234", "−5"], True),
        (["5–11", "12–20"], False),
        (["March 2024", "2024"], False),
        (["–", ""], False),
        ([True, False], False),
    ],
)
def test_numbers_stand_to_the_right_however_they_are_written(values, right, shown):
    show.table(pd.DataFrame({"value": values}), empty="")
    assert ("<td class=n>" in shown[0]) == right


def test_a_column_that_is_empty_in_every_row_is_left_out(shown):
    rows = pd.DataFrame(
        {"who": ["a", "b"], "where": ["", None], "when": ["–", ""], "with": [[], ["–"]], "n": [0, 0]}
    )
    show.table(rows, empty="Nobody.", quoted=["where"])
    assert re.findall(r"<th [^>]*>(.*?)</th>", shown[0]) == ["who", "n"]
    show.table(rows[["where"]], empty="Nobody.")
    assert re.findall(r"<th [^>]*>(.*?)</th>", shown[1]) == ["where"]


def test_a_title_is_shorter_where_it_stands_in_row_after_row(shown):
    title = "Coast guards of two countries meet in the port"
    corpus = [Article(slug="a", text="x", title=title), Article(slug="b", text="x", title="Two held")]
    for articles, called in (
        (["a", "b"], "Coast guards of two countries meet…"),
        (["a", "a"], "Coast guards of two…"),
    ):
        show.table(pd.DataFrame({"article": articles, "n": [1, 2]}), empty="", corpus=corpus)
        assert f">{called}</td>" in shown[-1]
    alike = [*corpus, Article(slug="c", text="x", title=title.replace("port", "bay"))]
    show.table(pd.DataFrame({"article": ["a", "a", "c"], "n": [1, 2, 3]}), empty="", corpus=alike)
    assert "Coast guards of two…" not in shown[-1]


def test_the_name_of_an_article_is_no_number(shown):
    show.table(pd.DataFrame({"article": ["205", "206"]}), empty="")
    assert "class=n" not in shown[0]


@pytest.mark.parametrize(
    ("text", "sentence", "whole"),
    [
        ("He said, “No.” It held.", "He said, “No.", "He said, “No.”"),
        ('He said, "No." It held.', 'He said, "No.', 'He said, "No."'),
        ("“He said, ‘No.’” It held.", "“He said, ‘No.", "“He said, ‘No.’”"),
        ("It is the agents’ car. It held.", "It is the agents’ car.", "It is the agents’ car."),
        ('It held. "No," he said.', "It held.", "It held."),
    ],
)
def test_a_sentence_is_shown_with_the_marks_that_close_its_quotation(text, sentence, whole):
    assert text[: _closed(text, 0, len(sentence))] == whole


def test_a_quotation_that_goes_on_beyond_the_sentence_is_closed_and_says_so(shown):
    text = "“We stay. We fight,” she said."
    row = {"article": "a", "start": 1, "end": 3, "quote": "We", "sentence": "“We stay.", "sentence_start": 0}
    show.evidence(pd.DataFrame([row]), Corpus([Article(slug="a", text=text)]), empty="", columns={})
    assert "stay. […]”</td>" in shown[0]


def test_a_quotation_is_closed_in_its_table(shown):
    corpus = Corpus([Article(slug="a", text="He said, “No.” It held.")])
    row = {
        "article": "a",
        "start": 10,
        "end": 13,
        "quote": "No.",
        "sentence": "He said, “No.",
        "sentence_start": 0,
    }
    show.evidence(pd.DataFrame([row]), corpus, empty="", columns={})
    assert "</mark>”</td>" in shown[0]


@pytest.mark.parametrize("rows", [18, 30])  # of an article; with the more only some of them are shown
def test_rows_of_many_articles_say_from_how_many_they_come(rows, shown):
    corpus = Corpus([Article(slug=f"a{number}", text="word " * 40) for number in range(80)])
    frame = pd.DataFrame(
        [
            {"article": f"a{number}", "start": 5 * at, "end": 5 * at + 4, "quote": "word", "sentence": "word", "sentence_start": 5 * at}
            for number in (0, 3, 10, 20, 30, 40, 50)
            for at in range(rows)
        ]
    ).assign(label="x", kind="missed")  # fmt: skip
    show.evidence(frame, corpus, empty="", columns={})
    which = "those of six of 80 articles: of eight sampled at even distances, the other two have none to show"
    shown_rows = min(120, 6 * rows)
    cut = "the first of " if 6 * rows > 120 else ""
    assert f"These are {shown_rows} of {7 * rows} rows, {cut}{which}" in shown[0]
    show.read_in_place(corpus, frame, empty="")
    assert f"<p>Shown are {which.removeprefix('those of ')}.</p>" in shown[1]


def test_one_article_of_a_sample_without_rows_is_one():
    assert sampled(7, range(88)) == (
        "those of seven of 88 articles: of eight sampled at even distances, the other one has none to show"
    )


def rows_of(text, *quotes):
    """Rows of one article, of which the whole text is one sentence."""
    return pd.DataFrame(
        {
            "article": "a",
            "start": [text.index(quote) for quote in quotes],
            "end": [text.index(quote) + len(quote) for quote in quotes],
            "quote": quotes,
            "sentence": text,
            "sentence_start": 0,
        }
    ), Corpus([Article(slug="a", text=text)])


LONG = "After a chase that began near the old mill, troopers held 12 men and two women whom nobody in the whole valley had ever seen before."


def words_shown(page):
    return [
        re.sub("<[^>]+>", "", cell)
        for cell in re.findall(r"<td[^>]*>((?:[^<]|<(?!/td))*<mark.*?)</td>", page)
    ]


def test_a_sentence_stands_whole_in_its_first_row_alone(shown):
    show.evidence(*rows_of(LONG, "12", "two"), empty="", columns={})
    first, second = words_shown(shown[0])
    assert first == LONG
    assert second == "… 12 men and two women whom nobody …"


def test_a_row_that_cuts_its_sentence_leads_to_the_row_with_the_whole_of_it(shown):
    show.evidence(*rows_of(LONG, "12", "two"), empty="", columns={})
    whole = LONG.index("12")
    assert shown[0].count(f'href="#row-a-{whole}-{whole + 2}"') == 2  # before the words and after them


def test_a_sentence_stands_whole_again_below_another_one(shown):
    text = f"{LONG} None was named."
    rows, _ = rows_of(LONG, "12", "two")
    other = {"start": text.index("None"), "end": text.index("None") + 4, "quote": "None"}
    other |= {"article": "a", "sentence": "None was named.", "sentence_start": text.index("None")}
    rows = pd.concat([rows.head(1), pd.DataFrame([other]), rows.tail(1)])
    show.evidence(rows, Corpus([Article(slug="a", text=text)]), empty="", columns={})
    assert words_shown(shown[0]) == [LONG, "None was named.", LONG]


def test_where_the_sentences_stand_elsewhere_every_row_has_the_words_around_its_quote(shown):
    show.evidence(*rows_of(LONG, "After a chase", "before"), empty="", columns={}, around=3)
    assert words_shown(shown[0]) == [
        "After a chase that began near …",
        "… had ever seen before.",
    ]


@pytest.mark.parametrize("text", ["", " ", "12", "(12) men", "a  b   c d e 12 f  g\th i j k"])
def test_words_left_out_are_marked_and_no_others_change(text):
    before, sign, after = text.partition("12")
    left, right = _around(before, after)
    assert before.endswith(left.removeprefix("… ")) and after.startswith(right.removesuffix(" …"))
    assert (left == before) == (not left.startswith("… ")) and len(left.split()) + len(right.split()) <= 8


@pytest.mark.parametrize(
    ("text", "shown_too", "left_out"),
    [
        ("Rain fell. “We held 12. They ran.” Night came.", "They ran.”", ["Rain", "Night"]),
        ('Rain fell. He said: "They ran. We held 12." Night came.', 'said: "They ran.', ["Rain", "Night"]),
        ("Rain fell. “They held 12 men. Night came. All left.", "men.", ["Rain", "Night", "All"]),
        ('It had 12 pipes of 5" each. Rain fell. Some had 6" too.', "each.", ["Rain", "Some"]),
    ],
)
def test_a_quotation_of_which_a_sentence_is_shown_stands_whole(shown, text, shown_too, left_out):
    at = text.index("12")
    rows = [{"article": "a", "start": at, "end": at + 2, "label": "", "kind": "count"}]
    show.read_in_place(Corpus([Article(slug="a", text=text)]), pd.DataFrame(rows), empty="", whole=False)
    words = re.sub("<[^>]+>", "", shown[0].split('class="article"')[1]).replace("&quot;", '"')
    assert shown_too in words and not [left for left in left_out if left in words]


def _show_sentences_with_twelve(text):
    rows = [
        {"article": "a", "start": found.start(), "end": found.end(), "label": "x", "kind": "count"}
        for found in re.finditer("12", text)
    ]
    show.read_in_place(Corpus([Article(slug="a", text=text)]), pd.DataFrame(rows), empty="", whole=False)


def test_in_place_stand_the_sentences_with_a_mark_and_one_sign_for_what_is_left_out(shown):
    text = "Head of it all\n\nThe police met. They held 12 men.\n\n- one thing here\n- held 12 of them\n- third thing\n\nMore came. It had 12 of them.\n"
    _show_sentences_with_twelve(text)
    words = " ".join(re.sub("<[^>]+>|[‹›]|x ", " ", shown[0].split('class="article"')[1]).split())
    assert "They held 12" in words and "held 12" in words and "It had 12" in words
    assert not [left for left in ("Head", "police met", "one thing", "third", "More came") if left in words]
    assert "[…] […]" not in words and words.count("[…]") == 3


def test_of_a_table_in_place_stand_its_header_and_the_rows_with_a_mark(shown):
    text = "Place | Held |\n--- | --- |\nPort | 12 |\nYard | 30 |\nGate | 40 |\nShip | 12 |\n"
    _show_sentences_with_twelve(text)
    words = " ".join(re.sub("<[^>]+>|[‹›]", " ", shown[0].split('class="article"')[1]).split())
    assert words == "> Place Held Port 12 x […] Ship 12 x"


HOSTILE = (
    "![x](http://evil.example/x.png)",
    "<img src=http://evil.example/x.png onerror=hack()>",
    "<script>hack()</script>",
    "[go](javascript:hack())",
    "cost $5 and $6",
    "\\(x^2\\) `code` # head | cell |",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_others_load_nothing_and_are_no_markup_wherever_they_stand(words, monkeypatch):
    seen = []
    monkeypatch.setattr("helpers.show.page.display", lambda data, **_: seen.append(data))
    article = Article(
        slug=f"a {words}", title=words, text=f"{words}\n\nPolice held 12 men: {words}.", url=words
    )
    corpus = Corpus([article])
    row = {
        "article": article.slug,
        "quote": words,
        "start": article.text.index("12"),
        "label": words,
        "kind": "count",
    }
    frame = pd.DataFrame([row | {"end": row["start"] + 2}])
    show.say(words, corpus)
    show.answer(words, corpus)
    show.findings([words, f"{article.slug}: {words}"], corpus)
    show.table(show.texts(corpus), empty="", html=["address"], corpus=corpus)
    show.table(frame, empty=words, quoted=["quote"], corpus=corpus)
    show.table(frame[:0], empty=words)
    show.read_in_place(corpus, frame, empty="")
    assert len(seen) == 7
    for data in seen:
        assert set(data) == {"text/html", "text/plain"}  # what Jupyter would read as Markdown is in none
        assert data["text/html"].startswith('<div class="tex2jax_ignore mathjax_ignore">')
        tags = re.findall("<[a-z][^>]*>", data["text/html"].replace(script(), ""))
        tags = [re.sub(r"""=(?!"?javascript:)(?:"[^"]*"|[^\s">]+)""", "", tag) for tag in tags]
        assert not [tag for tag in tags if re.search("^<(?:img|script)|javascript:|src", tag)]
        assert words in unescape(re.sub("<[^>]+>", "", data["text/html"]))


def test_a_wide_row_with_a_mark_in_every_cell_takes_linear_time(shown):
    def work(size):
        row = " | ".join(["12"] * size)
        return lambda: _show_sentences_with_twelve(f"| {row} |\n|{'---|' * size}\n| {row} |\n")

    assert_linear(work, 200)


def test_a_mark_over_cells_and_the_signs_around_them_keeps_its_name_and_its_links(shown):
    text = "Place | Held |\nPort | 12 |\nYard | 30 |\n"
    rows = [
        {
            "article": "a",
            "start": text.index(row),
            "end": text.index(row) + len(row),
            "label": "x",
            "kind": "count",
        }
        for row in ("Port | 12 |", "| 30 |")
    ]
    show.read_in_place(Corpus([Article(slug="a", text=text)]), pd.DataFrame(rows), empty="")
    page = shown[0]
    for row in rows:
        place = f"a-{row['start']}-{row['end']}"
        assert page.count(f"id=text-{place} ") == 1 == page.count(f"#row-{place}>")
    assert page.count("‹") == page.count("›") == 1


@pytest.mark.parametrize(
    ("whole", "words"),
    [
        (True, ["A raid", "They held 12 men. […] They left. […]", "[…] They held 12 more."]),
        (False, ["[…]", "They held 12 men. […] […]", "[…] They held 12 more."]),
    ],
)
def test_a_sign_of_the_author_for_what_is_left_out_stays(whole, words, shown):
    text = "A raid\n\nThey held 12 men. […] They left. […]\n\n[…] They held 12 more.\n"
    rows = [
        {"article": "a", "start": found.start(), "end": found.end(), "label": "", "kind": "count"}
        for found in re.finditer(r"12 men\. \[…\]|\[…\] They held 12", text)
    ]
    show.read_in_place(Corpus([Article(slug="a", text=text)]), pd.DataFrame(rows), empty="", whole=whole)
    page = re.search(r'class="article">(.*?)</div>', shown[0], re.DOTALL)[1]
    assert [re.sub("<[^>]+>", "", block) for block in re.findall("<p>(.*?)</p>", page)] == words


def test_a_long_quote_stands_whole_where_its_sentence_stands_elsewhere(shown):
    quote = " ".join(f"word{number}" for number in range(60))
    corpus = Corpus([Article(slug="a", text=f"They said {quote} that day.")])
    row = {"article": "a", "start": 10, "end": 10 + len(quote), "quote": quote, "sentence": corpus["a"].text}
    show.evidence(pd.DataFrame([row]).assign(sentence_start=0), corpus, empty="", columns={}, around=1)
    assert words_shown(shown[0]) == [f"… said {quote} that …"]


def in_place(text, *rows):
    """The HTML of a text with marks: (words, kind, note) each."""
    pages = []
    frame = pd.DataFrame(
        [
            {"article": "a", "start": text.index(words), "end": text.index(words) + len(words)}
            | {"kind": kind, "label": label}
            for words, kind, label in rows
        ]
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpers.show.page.display", lambda data, raw: pages.append(data["text/html"]))
        show.read_in_place(Corpus([Article(slug="a", text=text)]), frame, empty="")
    return pages[0].split('class="article"')[1]


def marks_in(page):
    """The words and the colour of each mark, without its notes."""
    found = re.findall(r"<mark[^>]*background:([^ >]+)>(.*?)</mark>", page, re.DOTALL)
    return [
        (re.sub("<[^>]*>", "", re.split(r" ?<(?:a|small)\b", words)[0]), colour) for colour, words in found
    ]


OVERLAPPING = "It held over 1.7 million migrants, a record high, that year."


@pytest.mark.parametrize("swapped", [False, True])
def test_of_marks_that_overlap_the_graver_one_gives_the_colour_and_each_holds_all_its_words(swapped):
    rows = [
        ("held over 1.7 million migrants", "corroborated", "●"),
        ("1.7 million migrants, a record high", "contradicted", "✖"),
    ]
    page = in_place(OVERLAPPING, *(rows[::-1] if swapped else rows))
    assert marks_in(page) == [
        ("held over ", tint("corroborated")),
        ("1.7 million migrants", tint("contradicted")),
        (", a record high", tint("contradicted")),
    ]
    for words, *_ in rows:
        start = OVERLAPPING.index(words)
        name = f"text-a-{start}-{start + len(words)}"
        parts = re.findall(rf'<mark[^>]*data-of="[^"]*\b{name}\b[^"]*"[^>]*>(.*?)</mark>', page)
        assert page.count(f"id={name} ") == 1
        assert "".join(re.split(r" ?<(?:a|small)\b", part)[0] for part in parts) == words


def test_a_word_inside_a_sentence_that_is_marked_keeps_its_colour_where_the_shortest_goes_first(shown):
    text = "He said police held 12 men. It rained."
    rows = pd.DataFrame(
        [
            {"article": "a", "start": 8, "end": 26, "label": "says", "kind": "statement"},
            {"article": "a", "start": 15, "end": 19, "label": "arrest", "kind": "reported"},
        ]
    )
    show.read_in_place(Corpus([Article(slug="a", text=text)]), rows, empty="", smallest_first=True)
    assert marks_in(shown[0]) == [
        ("police ", tint("statement")),
        ("held", tint("reported")),
        (" 12 men", tint("statement")),
    ]
    assert "(2 marked)" in shown[0]


def test_passages_at_one_place_are_one_mark_with_every_note_and_the_graver_colour():
    page = in_place(OVERLAPPING, ("record", "not found", "○"), ("record", "differs", "◆"))
    assert [colour for _, colour in marks_in(page)] == [tint("differs")] and "<small>◆ ○</small>" in page


@pytest.mark.parametrize(
    ("words", "label", "note"),
    [
        ("216 people", "216", "↑"),
        ("65%", "65%", "↑"),
        ("arrested", "arrest", "↑"),
        ("over 200", "≥ 200", "≥ 200"),
        ("four", "4", "4"),
    ],
)
def test_a_note_says_only_what_its_words_do_not(words, label, note):
    page = in_place(f"It says {words} here.", (words, "count", label))
    assert re.findall(r"<a href=#row-[^>]*><small>(.*?)</small></a>", page) == [note]


def test_a_check_of_every_row_is_one_line_unless_a_quote_is_elsewhere(shown):
    rows = pd.DataFrame({"table": ["roles", "dates"], "rows": [1200, 0], "failed": [0, 0]})
    show.checked(rows)
    assert (
        "<p>1,200 rows of tables (roles 1,200) read again: every quote stands at its place in the text.</p>"
        in shown[0]
    )
    show.checked(rows.assign(failed=[3, 0]))
    assert "<table" in shown[1] and ">3<" in shown[1]
    show.checked(rows.assign(rows=0))
    assert "There is no row to check." in shown[2]


def test_a_mark_carries_a_way_back_and_its_source_and_its_name_stands_higher(shown):
    article = Article(slug="a", text="They held 12 men.")
    row = {"article": "a", "start": 10, "end": 12, "label": "●", "kind": "count"}
    source = '<a href="https://x.example" title="X">↗</a>'
    show.read_in_place(Corpus([article]), pd.DataFrame([row | {"source": source}]), empty="")
    place = "text-(?:\\d-)?a-10-12"
    way = r"<a href=#row-(?:\d-)?a-10-12><small>●</small></a>"
    assert re.search(
        rf"<a id={place} style=position:relative;top:-4em></a><mark [^>]*>12 {way} {re.escape(source)}</mark>",
        shown[0],
    )


def test_the_script_of_a_notebook_has_no_comment_that_would_end_it():
    assert "//" not in re.sub(r'"[^"]*"', "", script()) and "/*" not in script()


def test_a_whole_sentence_stands_with_all_its_evidence_marked_and_its_quotation_closed():
    text = "One. He said, “Two & three.” Four."
    page = in_sentence(text, 5, "He said, “Two & three.", [(5, 7, "a"), (15, 18, "b"), (16, 18, "c")])
    assert page == (
        "<mark><a href=#text-a style=color:inherit>He</a></mark> said, “<mark>"
        "<a href=#text-b style=color:inherit>Two</a></mark> &amp; three.”"
    )


def test_a_cell_leads_to_its_place_and_stands_in_plain_words_beside(monkeypatch):
    seen = []
    monkeypatch.setattr("helpers.show.page.display", lambda data, raw: seen.append(data))
    frame = pd.DataFrame({"body": ["A & B", "C"], "n": [1, 2]})
    show.table(frame, empty="", links={"body": ["body-x", ""]})
    page = seen[0]["text/html"]
    assert "><a href=#body-x>A &amp; B</a></td>" in page and ">C</td>" in page
    assert seen[0]["text/plain"].startswith("body | n\nA & B | 1\nC | 2")


def test_words_in_quotation_marks_of_a_tag_stay_on_a_page_as_they_are():
    tag = '<a href=#x title="he wrote id=7 and class=b" style=color:red>y</a><p id="x">z</p>'
    whole = '<a href="#x" title="he wrote id=7 and class=b" style="color:red">y</a><p id="x">z</p>'
    assert with_living_links(tag, []) == whole
