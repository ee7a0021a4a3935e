"""What the cards and the figure of notebook 0 say, over small texts made for it."""

import re
import tomllib
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest

from helpers import check, extract
from helpers.findings import start
from helpers.findings.about import about, what
from helpers.findings.arithmetic import EASY
from helpers.findings.trust import QUESTIONS, cards
from helpers.record import VERDICTS
from helpers.record.read import OWN_RECORD
from helpers.run.collection import NOTEBOOKS
from helpers.show import figures as draw_figures
from helpers.show import glance as draw_glance
from helpers.show import start as draw
from helpers.show.record import LOOKS
from helpers.texts import DATA, Article, Corpus, load_corpus

NO_RECORD = SimpleNamespace(folder=None, cases={})


def claims(*verdicts, kind="count", speakers=()):
    rows = [
        {
            "article": "x",
            "kind": kind,
            "tie": "same value",
            "verdict": verdict,
            "copied": False,
            "speakers": list(speakers),
            "start": n,
            "end": n + 1,
        }
        for n, verdict in enumerate(verdicts)
    ]
    return pd.DataFrame(
        rows, columns=["article", "kind", "tie", "verdict", "copied", "speakers", "start", "end"]
    )


def read(text, joined=None, record=NO_RECORD):
    """The card of one text, and its row in the figure."""
    corpus = Corpus([Article(slug="x", text=text)], Path("nowhere"))
    tables = extract(corpus)
    checks = check(tables)
    joined = claims() if joined is None else joined
    card = cards(corpus, tables, checks, record, joined).iloc[0]
    return card, start.glance(corpus, tables, checks, joined), corpus


def test_the_collection_says_what_it_is_in_which_version_and_whose_choice_the_texts_are():
    project = tomllib.loads((NOTEBOOKS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = load_corpus()
    assert f"version {project['version']}." in about(own)
    assert "Who chose its five articles, and why, is not known." in about(own)
    part = Corpus(own.articles[:2], own.folder, own.known)
    assert "Who chose its five articles, and why, is not known; two of them are shown here." in about(part)
    others = Corpus([Article(slug="x", text="Police met.")], Path("somewhere/mine"))
    assert "One text from the folder mine was chosen by whoever ran it" in about(others)
    assert "Two texts were chosen" in about(Corpus([Article(slug=s, text="No.") for s in "ab"]))
    assert "no text" in about(Corpus([]))


def test_a_line_says_what_a_reader_has_before_them():
    own, one = load_corpus(), Corpus([Article(slug="x", text="Police met.")], Path("somewhere/mine"))
    news = "Five news articles on immigration and border enforcement, read closely: "
    assert what(own, compared=True) == (
        f"{news}when it happened, who did what, how many and what other sources report."
    )
    assert what(one, compared=False) == (
        "One text, read closely: when it happened, who did what and how many."
    )
    assert what(Corpus([]), compared=False).startswith("No text was given")


def test_a_sign_of_the_figure_has_one_meaning():
    """A relation may look like a verdict only where both say the same: it agrees, or it does not."""
    alike = {kind: look for kind, look in draw_glance.RELATIONS.items() if look in LOOKS.values()}
    assert set(alike) == {"holds", "fails"}
    shapes = [look[0] for kind, look in draw_glance.RELATIONS.items() if kind not in alike]
    assert len({*shapes, *(look[0] for look in LOOKS.values())}) == len(shapes) + 4  # ● and ○ share one


@pytest.mark.parametrize("cases", [{}, {"x": "a case"}])
def test_a_card_counts_verdicts_and_judges_nothing_by_them(cases, shown):
    record = SimpleNamespace(folder="some", cases=cases)
    card, glance, corpus = read(
        "Police met.", claims("corroborated", "contradicted", "not found", "differs"), record
    )
    answer = card["on record"]
    assert answer.verdict == ""
    assert answer.words == (
        "four claims compared: one corroborated, one differs, one contradicted, one not found"
        + ("; the case compared is only inferred" if cases else "")
    )
    draw.cards(pd.DataFrame([card]), corpus)
    draw.glance(glance, corpus, cases=cases)
    said = " ".join(str(one) for one in shown)
    assert f"on record: {answer.words}" in said and "✗ no</b></a><br><small>four" not in said
    assert ("is compared with a case that is only inferred" in said) == bool(cases)


def test_an_answer_that_counts_several_claims_leads_to_where_all_of_them_are():
    said = 'Mr. Ode Park, a spokesman, said: "No one was hurt." He added: "We are glad."'
    wording = claims("not found", "corroborated").assign(kind="wording", speakers=[["Ode Park"]] * 2)
    card, *_ = read(said, wording, SimpleNamespace(folder="some", cases={}))
    for question in ("quotations found", "on record"):
        assert (card[question].notebook, card[question].place) == ("4_record", None)
    assert card["quotations found"].words == "one of two found elsewhere"


def test_a_card_says_that_a_figure_is_the_records_own():
    made = claims("contradicted", "differs").assign(tie=["other value", "same value"])
    card, *_ = read("Police met.", made, SimpleNamespace(folder="some", cases={}))
    said = (
        "two claims compared: one differs, one contradicted; one on a figure that was worked out or inferred"
    )
    assert card["on record"].words == said


def test_a_quotation_of_an_inferred_case_says_so():
    text = "“We are ready,” said Jane Roe, the mayor of Springfield."
    record = SimpleNamespace(folder="some", cases={"x": "a case"})
    card, *_ = read(text, claims("not found", kind="wording", speakers=["Jane Roe"]), record)
    assert (
        card["quotations found"].words
        == "the only one was not found elsewhere; the case compared is only inferred"
    )


def test_every_verdict_has_its_words():
    card, *_ = read("Police met.", claims(*VERDICTS * 2), SimpleNamespace(folder="some", cases={}))
    assert card["on record"].words.count("two ") == len(VERDICTS)


AGREE = [
    ("Police met.", [], "nothing to test", "no figures that depend on each other"),
    (
        "",
        [("order_of_events", True)],
        "nothing to test",
        "no figures that depend on each other; its dates agree",
    ),
    ("", [("order_of_events", False)], "no", "its dates do not agree"),
    ("", [("restated_figure", True)] * 2, "nothing to test", "nothing to add up; two repeated figures agree"),
    ("", [("restated_figure", False)], "no", "the one repeated figure differs"),
    (
        "",
        [*[("average_matches_ratio", True)] * 3, ("restated_figure", False), ("restated_figure", True)],
        "no",
        "one of two repeated figures differs; all three checks hold",
    ),
    (
        "",
        [("share_matches_counts", False), ("parts_sum_to_total", True), ("restated_figure", True)],
        "no",
        "one of two checks fails; the one repeated figure agrees",
    ),
    (
        "",
        [("parts_sum_to_total", True), ("order_of_events", True)],
        "yes",
        "the one check of figures holds (few); its dates agree",
    ),
    (
        "",
        [("parts_sum_to_total", True), ("share_matches_counts", True), ("part_within_whole", True)],
        "yes",
        "both checks hold (few)",
    ),
    ("", [("average_matches_ratio", True)] * 3, "yes", "all three checks hold"),
    (
        "",
        [("part_within_whole", True), ("percentage_possible", True), ("order_of_events", True)],
        "nothing to test",
        "only what could hardly fail: a part no larger than its whole and a percentage that so few can give",
    ),
    ("", [("part_within_whole", False)], "no", "the one check possible fails"),
    (
        "",
        [("parts_sum_to_total", False), ("share_matches_counts", True), ("part_within_whole", True)],
        "no",
        "one of two checks fails",
    ),
]


@pytest.mark.parametrize(("text", "kinds", "verdict", "words"), AGREE)
def test_a_card_tests_what_the_figure_draws(text, kinds, verdict, words):
    corpus = Corpus([Article(slug="x", text=text or "Police held 12 people.")], Path("nowhere"))
    tables = extract(corpus)
    rows = [
        {"article": "x", "kind": kind, "holds": holds, "quotes": ["12"], "starts": [12 + place]}
        for place, (kind, holds) in enumerate(kinds)
    ]
    checks = pd.DataFrame(rows, columns=["article", "kind", "holds", "quotes", "starts"])
    answer = cards(corpus, tables, checks, NO_RECORD, claims()).iloc[0]["figures agree"]
    assert (answer.verdict, answer.words) == (verdict, words)
    glance = start.glance(corpus, tables, checks, claims()).iloc[0]
    drawn = {name: glance[name] for name in ("holds", "easy", "fails")}
    said = sum(not holds or kind != "restated_figure" for kind, holds in kinds)
    assert sum(drawn.values()) == said and (drawn["fails"] > 0) == (verdict == "no")
    assert (drawn["easy"] > 0) == any(holds and kind in EASY for kind, holds in kinds)


SHARES = "Police held 20 suspects.\n\n- 70% were charged with fraud\n- {}% were charged with arson\n"


@pytest.mark.parametrize(
    ("held", "verdict", "words"),
    [
        (0, "nothing to test", "one stays open, as groups may overlap"),
        (3, "partly", "all three checks hold; one more stays open, as groups may overlap"),
    ],
)
def test_a_share_of_groups_that_overlap_fails_nowhere(held, verdict, words):
    text = SHARES.format(60) + "In all, 10 were thieves."
    corpus = Corpus([Article(slug="x", text=text)], Path("nowhere"))
    tables = extract(corpus)
    share = {"kind": "share_matches_counts", "quotes": ["10", "20", "70%"], "holds": False}
    sums = {"kind": "parts_sum_to_total", "quotes": ["20"], "holds": True}
    rows = [
        {"article": "x", **row, "starts": [text.index(quote) for quote in row["quotes"]]}
        for row in [share, *[sums] * held]
    ]
    checks = pd.DataFrame(rows)
    answer = cards(corpus, tables, checks, NO_RECORD, claims()).iloc[0]["figures agree"]
    assert (answer.verdict, answer.words) == (verdict, words)
    glance = start.glance(corpus, tables, checks, claims()).iloc[0]
    assert (glance["fails"], glance["untold"], glance["holds"]) == (0, 1, held)
    assert (
        start.answer({"1_timeline": "T", "3_statistics": "S"}, checks, tables, SimpleNamespace(folder=None))
        == "T"
    )


@pytest.mark.parametrize(
    ("items", "verdict", "words"),
    [
        (2, "nothing to test", "only what could hardly fail: a list of two items"),
        (3, "yes", "the one check holds (few)"),
    ],
)
def test_a_list_of_two_is_no_test(items, verdict, words):
    corpus = Corpus([Article(slug="x", text="Police held 12 people.")], Path("nowhere"))
    quotes = ["12", *("abc"[:items])]
    rows = [
        {
            "article": "x",
            "kind": "names_match_number",
            "holds": True,
            "quotes": quotes,
            "starts": [12, 3, 4, 5],
        }
    ]
    answer = cards(corpus, extract(corpus), pd.DataFrame(rows), NO_RECORD, claims()).iloc[0]["figures agree"]
    assert (answer.verdict, answer.words) == (verdict, words)


def test_a_card_counts_a_figure_repeated_in_two_pairs_once():
    corpus = Corpus([Article(slug="x", text="Police held 12 people.")], Path("nowhere"))
    rows = [
        {"article": "x", "kind": "restated_figure", "holds": True, "quotes": ["12"] * 2, "starts": starts}
        for starts in ([12, 30], [50, 30])
    ]
    answer = cards(corpus, extract(corpus), pd.DataFrame(rows), NO_RECORD, claims()).iloc[0]["figures agree"]
    assert answer.words == "nothing to add up; the one repeated figure agrees"


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("Police held twelve people.", "no", "nobody is cited or quoted"),
        (
            "According to reports, the raid involved twelve people held in Springfield.",
            "partly",
            "only sources without a name",
        ),
        (
            "The Federal Bureau of Investigation said on Monday that twelve people were held.",
            "partly",
            "nobody speaks by name; one body is cited",
        ),
        (
            "Jane Roe, the mayor of Springfield, said that twelve people were held.",
            "yes",
            "one person speaks by name",
        ),
        (
            "A spokeswoman said that twelve people were held. Jane Roe, the mayor of Springfield, said they were from Shelbyville.",
            "yes",
            "one person speaks by name",
        ),
    ],
)
def test_a_source_without_a_name_is_a_source(text, verdict, words):
    card, *_ = read(text)
    assert (card["sources named"].verdict, card["sources named"].words) == (verdict, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police met.", "no date in the text, publication unknown"),
        ("Police met recently.", "no date in the text, publication unknown"),
        ("Police met on Tuesday.", "no date that can be placed, publication unknown"),
    ],
)
def test_a_day_that_cannot_be_placed_is_a_date_in_the_text(text, words):
    card, *_ = read(text)
    assert (card["dated"].verdict, card["dated"].words) == ("no", words)


@pytest.mark.parametrize(("event", "verdict"), [("Operation", "partly"), ("Arrest", "yes")])
def test_two_dates_for_what_may_be_one_event_are_no_full_answer(event, verdict):
    text = f"What is known.\n\n- Date of {event}: 3 March 2024\n- Removal: April 2024"
    corpus = Corpus([Article(slug="x", text=text, published="2024-05-02")], Path("nowhere"))
    tables = extract(corpus)
    answer = cards(corpus, tables, check(tables), NO_RECORD, claims()).iloc[0]["dated"]
    unsure = "two may be of one event; " if verdict == "partly" else ""
    assert (answer.verdict, answer.words) == (
        verdict,
        f"two dates, one with the day named; {unsure}publication known",
    )


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("Operation", "no figures to add up; one order of dates stays open"),
        ("Arrest", "no figures that depend on each other; its dates agree"),
    ],
)
def test_beside_dates_that_were_compared_a_card_does_not_say_that_nothing_was(event, words):
    text = f"What is known.\n\n- Date of {event}: 3 March 2024\n- Removal: April 2024"
    corpus = Corpus([Article(slug="x", text=text, published="2024-05-02")], Path("nowhere"))
    tables = extract(corpus)
    answer = cards(corpus, tables, check(tables), NO_RECORD, claims()).iloc[0]["figures agree"]
    assert (answer.verdict, answer.words) == ("nothing to test", words)


def test_a_verdict_means_the_same_in_the_notebook_as_in_the_record():
    def meanings(text):
        found = (line.split(" | ") for line in text.splitlines() if line.startswith("| "))
        rows = [row for row in found if len(row) == 2 and row[0].removeprefix("| ") in VERDICTS]
        return {row[0].removeprefix("| "): row[1].removesuffix(" |") for row in rows}

    own = (OWN_RECORD / "README.md").read_text(encoding="utf-8").split("## Verdicts")[1].split("## ")[0]
    cells = nbformat.read(NOTEBOOKS / "0_start_here.ipynb", as_version=4).cells
    notebook = next(cell.source for cell in cells if "## What do the words mean?" in cell.source)
    assert tuple(meanings(own)) == VERDICTS and meanings(own) == meanings(notebook)


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        ([("a", "", "Post"), ("b", "Two held", "Post")], "“Police met at noon.” has no title and is called by its opening words."),
        ([("a", "", "Post")], "The article has no title and is called by its opening words."),
        ([("a", "", ""), ("b", "Two held", "Post")], ""),
        ([("a", "", "Post"), ("b", "", "News")], "“Police met at noon. (a)” and “Police met at noon. (b)” have no title and are "
         "called by their opening words."),
    ],
)  # fmt: skip
def test_a_text_without_a_title_is_said_to_be_called_by_its_first_words(articles, said, shown):
    corpus = Corpus(
        [
            Article(slug=slug, text="Police met at noon.", title=title, publisher=who)
            for slug, title, who in articles
        ],
        Path("nowhere"),
    )
    tables = extract(corpus)
    draw.cards(cards(corpus, tables, check(tables), NO_RECORD, claims()), corpus)
    assert ("opening words" in shown[0]["text/html"]) == bool(said)
    assert not said or (f"<p>{said} <a " in shown[0]["text/html"] and shown[0]["text/plain"].endswith(said))


def test_without_a_record_nothing_is_asked_or_drawn_of_it(shown):
    for record, joined, there in (
        (NO_RECORD, None, False),
        (SimpleNamespace(folder="some", cases={}), claims("differs"), True),
    ):
        card, glance, corpus = read("Police met.", joined, record)
        draw.cards(pd.DataFrame([card]), corpus)
        assert ("on record" in shown[-1]["text/plain"]) == there and "dated: no" in shown[-1]["text/plain"]
        panels, _ = draw_glance._panels(glance.set_index("article").assign(read=True), {"x": "x"}, {}, "")
        assert [axes.get_title(loc="left") for axes in panels.axes] == [
            "What does it give?",
            "Does it add up?",
            *["What is on record?"] * there,
        ]
        draw_figures.plt.close(panels)


def test_a_card_gives_the_short_name_that_longer_tables_use(shown):
    long = "Police forces of three countries meet at the border"
    for title, slug, said in (
        (long, "forces-meet", True),
        (long, "0123456", False),
        ("Police meet", "forces-meet", False),
    ):
        corpus = Corpus([Article(slug=slug, text=f"{title}\n\nPolice met.", title=title)], Path("nowhere"))
        tables = extract(corpus)
        draw.cards(cards(corpus, tables, check(tables), NO_RECORD, claims()), corpus)
        assert (f"<br><small>{slug}</small></th>" in shown[-1]["text/html"]) == said


def test_of_the_finding_that_stands_above_the_first_sentence_is_given_again(shown):
    corpus = Corpus([Article(slug="x", text="Police met.")], Path("nowhere"))
    found = {
        "1_timeline": "**None** was dated in [[x]].",
        "4_record": "**Two** of [[x]] differ. One is from the U.S. too.",
    }
    draw.headlines(found, {"1_timeline": "When?", "4_record": "Agreed?"}, corpus, above=found["4_record"])
    first, second = shown[0]["text/plain"].splitlines()
    assert "None was dated" in first and second.endswith("** Two of the article differ.")
    assert "</b></a> Two of the article differ.</li>" in shown[0]["text/html"]


def test_the_first_sentence_is_not_cut_in_a_title(shown):
    title, said = "The U.S. Authorities meet Dr. No", "**[[x]]: none was found.** Two are contradicted."
    corpus = Corpus(
        [Article(slug=slug, text="Police met.", title=title if slug == "x" else "") for slug in "xy"]
    )
    draw.headlines({"4_record": said}, {"4_record": "Agreed?"}, corpus, above=said)
    assert shown[0]["text/plain"].endswith("** “The U.S. Authorities meet Dr. No”: none was found.")


def test_on_a_phone_each_answer_of_a_card_stands_beside_its_question():
    css = (DATA / "run/page/page.css").read_text(encoding="utf-8")
    labels = re.findall(r'\.cards td:nth-of-type\(\d\)::before { content: "(.*?): "; }', css)
    assert tuple(labels) == QUESTIONS


def test_below_the_cards_stands_who_judged_the_record_and_where_was_searched(shown):
    corpus = Corpus([Article(slug="x", title="A Raid", text="Police met.")], Path("nowhere"))
    tables = extract(corpus)
    found = cards(corpus, tables, check(tables), NO_RECORD, claims())
    draw.cards(found, corpus, "The claims were judged by **nobody**.")
    assert shown[-1]["text/html"].endswith("<p>The claims were judged by <b>nobody</b>.</p></div>")
