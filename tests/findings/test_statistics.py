"""What notebook 3 concludes: arithmetic done again, names of people, marks on their scales; and that its
figures draw whatever they get."""

import csv
import math
import re
import warnings
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.checks import check as judge
from helpers.checks import may_overlap, overlapping
from helpers.dates.read import DateRow
from helpers.extraction import extract
from helpers.findings import arithmetic, naming, statistics
from helpers.findings.words import with_titles
from helpers.quantities.read import QuantityRow
from helpers.show import arithmetic as draw_arithmetic
from helpers.show import read_in_place, scales_panels
from helpers.show import scales as draw_scales
from helpers.show.scales import _alone
from helpers.texts.corpus import Article, Corpus
from helpers.texts.lists import DATA, word_list
from tests.growth import assert_linear

QUANTITY_COLUMNS = list(QuantityRow.__dataclass_fields__)
DATE_COLUMNS = list(DateRow.__dataclass_fields__)
CHECK_COLUMNS = ["article", "kind", "template", "holds", "quotes", "starts", "about"]


def quantity(
    start, quote, value, *, what="people", unit="count", low="same", high="same", approx=False, article="a"
):
    low, high = (value if bound == "same" else bound for bound in (low, high))
    row = dict.fromkeys(QUANTITY_COLUMNS, "")
    return row | {
        "article": article,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "block": "paragraph",
        "value": float(value),
        "low": low,
        "high": high,
        "approx": approx,
        "unit": unit,
        "what": what,
        "sentence": quote,
        "sentence_start": start,
    }


def day(start, quote, begin="", finish="", value="", article="a"):
    row = dict.fromkeys(DATE_COLUMNS, "")
    return row | {
        "article": article,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "begin": begin,
        "finish": finish,
        "value": value,
        "vague": False,
    }


def tables(quantities=(), dates=()):
    frame = pd.DataFrame(quantities, columns=QUANTITY_COLUMNS)
    frame[["low", "high", "value"]] = frame[["low", "high", "value"]].astype(float)
    return replace(extract([]), dates=pd.DataFrame(dates, columns=DATE_COLUMNS), quantities=frame)


def checks(*rows):
    return pd.DataFrame(rows, columns=CHECK_COLUMNS)


def check(kind, figures, *, holds=False, about="", template="", article="a"):
    return {
        "article": article,
        "kind": kind,
        "template": template,
        "holds": holds,
        "quotes": [figure["quote"] for figure in figures],
        "starts": [figure["start"] for figure in figures],
        "about": about,
    }


def calculated(kind, figures, template="", about=""):
    read = tables(
        [figure for figure in figures if "unit" in figure],
        [figure for figure in figures if "unit" not in figure],
    )
    return arithmetic.calculate(checks(check(kind, figures, about=about, template=template)), read).iloc[0]


COUNTED = (
    "people individuals drivers areas x y"  # what the figures of these tests count stands in their texts
)


def corpus(*slugs, words=100):
    return Corpus([Article(slug=slug, text="word " * words + COUNTED) for slug in slugs])


# ---- arithmetic
# ----------------------------------------------------------------------------------------------------------

RELATIONS = [
    (
        "share_matches_counts",
        [
            quantity(0, "110", 110, what="drivers"),
            quantity(9, "370", 370),
            quantity(20, "45%", 45, unit="percent"),
        ],
        "",
        "110 of 370 is 29.7%",
        "15.3 points apart",
        "a part of 167 instead of 110, or a whole of 244 instead of 370, or a share of 29.7% instead of 45%",
    ),
    (
        "share_matches_counts",
        [
            quantity(0, "1.5 kg", 1.5, unit="kg"),
            quantity(9, "3 kg", 3, unit="kg"),
            quantity(20, "0%", 0, unit="percent"),
        ],
        "",
        "1.5 kg of 3 kg is 50%",
        "50 points apart",
        "a part of 0 kg instead of 1.5 kg, or a share of 50% instead of 0%",
    ),
    (
        "share_matches_counts",
        [quantity(0, "600", 600), quantity(9, "400", 400), quantity(20, "20%", 20, unit="percent")],
        "change in percent",
        "from 400 to 600 is a rise of 50%",
        "30 points apart",
        "a later figure of 480 instead of 600, or a change of 50% instead of 20%",
    ),
    (
        "share_matches_counts",
        [quantity(0, "300", 300), quantity(9, "400", 400), quantity(20, "10%", 10, unit="percent")],
        "change in percent",
        "from 400 to 300 is a fall of 25%",
        "15 points apart",
        "a later figure of 360 instead of 300, or a change of 25% instead of 10%",
    ),
    (
        "share_matches_counts",
        [quantity(0, "300", 300), quantity(9, "400", 400), quantity(20, "25%", 25, unit="percent")],
        "change in percent",
        "from 400 to 300 is a fall of 25%",
        "opposite directions",
        "the two figures exchanged",
    ),
    (
        "parts_sum_to_total",
        [quantity(0, "5", 5), quantity(3, "6", 6), quantity(9, "12", 12)],
        "",
        "5 + 6 = 11",
        "1 apart",
        "a total of 11 instead of 12, or one part larger by 1",
    ),
    (
        "parts_sum_to_total",
        [day(0, "5 years", value="P5Y"), day(9, "6 years", value="P6Y"), day(20, "10 years", value="P10Y")],
        "",
        "5 + 6 = 11 years",
        "1 year apart",
        "a total of 11 years instead of 10 years, or one part smaller by 1",
    ),
    (
        "average_matches_ratio",
        [quantity(0, "290,000", 290000), quantity(9, "73,000", 73000), quantity(20, "six", 6, unit="ratio")],
        "",
        "290,000 over 73,000 is 3.97",
        "2.03 apart",
        "a sum of 438,000 instead of 290,000, or an average of 3.97 instead of 6",
    ),
    (
        "duration_matches_range",
        [
            day(0, "10-day", value="P10D"),
            day(9, "March 11", "2024-03-11", "2024-03-11"),
            day(20, "March 22", "2024-03-22", "2024-03-22"),
        ],
        "",
        "11–22 March 2024 is 12 days, both ends counted",
        "2 days apart",
        "a length of 12 days instead of 10 days, or a stretch of 10 days instead of 12 days",
    ),
    (
        "duration_matches_range",
        [
            day(0, "41 years", value="P41Y"),
            day(9, "1979", "1979-01-01", "1979-12-31"),
            day(20, "3 May 2024", "2024-05-03", "2024-05-03"),
        ],
        "age",
        "somebody born in 1979 is 44 or 45 years old on 3 May 2024",
        "3 years apart",
        "an age of 44 or 45 instead of 41",
    ),
    (
        "order_of_events",
        [day(0, "May 2024", "2024-05-01", "2024-05-31"), day(20, "2 March 2024", "2024-03-02", "2024-03-02")],
        "",
        "what is dated “2 March 2024” must come after “May 2024”, but lies before it",
        "60 days the wrong way round",
        "“2 March 2024” on 1 May 2024 or later, or “May 2024” on 2 March 2024 or earlier",
    ),
    (
        "restated_figure",
        [quantity(0, "370", 370), quantity(9, "over 400", 400, high=None)],
        "",
        "one and the same figure is given as “370” and “over 400”",
        "30 apart",
        "370 throughout, or 400 throughout",
    ),
]


@pytest.mark.parametrize(("kind", "figures", "template", "gives", "apart", "to_hold"), RELATIONS)
def test_a_failing_relation_says_what_is_wrong_and_what_would_mend_it(
    kind, figures, template, gives, apart, to_hold
):
    row = calculated(kind, figures, template)
    assert (row["gives"], row["apart"], row["to_hold"]) == (gives, apart, to_hold)
    assert len(row["bars"]) == 2 and row["axis"]


def test_bars_are_as_long_as_their_figures():
    row = calculated(*RELATIONS[0][:2])
    assert [round(sum(bar.segments), 1) for bar in row["bars"]] == [29.7, 45.0] and [
        bar.says for bar in row["bars"]
    ] == [False, True]
    assert row["bars"][1].label == "stated “45%”\nwould be 167 of 370"  # as the way to mend it says
    assert "a part of 167 instead of 110" in row["to_hold"]
    assert [bar.segments for bar in calculated(*RELATIONS[5][:2])["bars"]] == [(5.0, 6.0), (12.0,)]


def test_relations_that_hold_need_nothing_and_stand_after_those_that_fail():
    five, six, eleven, wrong = (
        quantity(0, "5", 5),
        quantity(3, "6", 6),
        quantity(9, "11", 11),
        quantity(20, "12", 12),
    )
    both = checks(
        check("parts_sum_to_total", [five, six, eleven], holds=True),
        check("parts_sum_to_total", [five, six, wrong]),
    )
    found = arithmetic.calculate(both, tables([five, six, eleven, wrong]))
    assert (
        list(found["holds"]) == [False, True]
        and found["to_hold"].iloc[1] == "–"
        and found["bars"].iloc[1] == ()
    )


@pytest.mark.parametrize(
    "figures",
    [
        [quantity(0, "5", 5), quantity(3, "6 kg", 6, unit="kg"), quantity(9, "12", 12)],  # no common scale
        [
            quantity(0, "5", 5),
            quantity(3, "0", 0),
            quantity(9, "12%", 12, unit="percent"),
        ],  # nothing can be a share of none
    ],
)
def test_what_cannot_be_put_on_one_scale_keeps_its_words(figures):
    for kind in (
        ("parts_sum_to_total", "share_matches_counts")
        if figures[1]["unit"] == "kg"
        else ("share_matches_counts",)
    ):
        if kind == "share_matches_counts" and figures[1]["value"]:
            continue
        row = calculated(kind, figures, about="the arithmetic")
        assert row["bars"] == () and row["gives"] == "the arithmetic" and not row["to_hold"]


def test_a_figure_that_is_not_in_the_tables_does_no_harm():
    missing = checks(
        {
            "article": "a",
            "kind": "restated_figure",
            "holds": False,
            "quotes": ["5", "6"],
            "starts": [0, 9],
            "about": "x",
        },
        {"article": "a", "kind": "quite new", "holds": False, "quotes": [], "starts": [], "about": "y"},
    )
    found = arithmetic.calculate(missing, tables())
    assert list(found["bars"]) == [(), ()] and list(found["relation"]) == ["figure given again", "quite new"]


def words_of(text):
    """The check that fails in a text, in words."""
    texts = Corpus([Article(slug="a", text=text)])
    read = extract(texts)
    found = arithmetic.calculate(judge(read), read)
    return found[~found["holds"]].iloc[0]


@pytest.mark.parametrize(
    ("text", "told", "drawn"),
    [
        (
            "Officers searched five ports: Porto, Lisbon, Setúbal and Sines.",
            "4 names are listed; the text says “five”",
            False,
        ),
        (
            "Police arrested 28 people on Monday. Of the 28 people, 33 were released without charge.",
            "a part, “33”, is larger than its whole, “28”",
            False,
        ),
        (
            "The raid took place on Sunday, 14 August 2024, police said.",
            "14 August 2024 is a Wednesday; the text says “Sunday, 14 August 2024”",
            False,
        ),
        (
            "Agents seized 640 kilograms in 2022 and 210 kilograms in 2023, 310 kilograms less.",
            "640 − 210 = 430; the text says “310 kilograms”",
            False,
        ),
    ],
)
def test_what_the_text_says_is_the_figure_that_states_it(text, told, drawn):
    row = words_of(text)
    assert (row["told"], bool(row["bars"])) == (told, drawn)


def test_every_template_of_the_checks_has_its_sentences():
    told = {row["template"]: row for row in word_list("findings/arithmetic")}
    checked = {row["template"]: row["kind"] for row in word_list("checks/templates")}
    assert {name: row["kind"] for name, row in told.items()} == checked
    assert all(row["otherwise"] and bool(row["gives"]) == bool(row["to_hold"]) for row in told.values())


# ---- names of people
# -----------------------------------------------------------------------------------------------------

NAMES = [
    ("alien offenders", "alien offenders", "offenders"),
    ("individuals with criminal records", "individuals", "individuals"),
    ("undocumented individuals", "undocumented individuals", "individuals"),
    ("undocumented migrants, most of them children", "undocumented migrants", "migrants"),
    ("suspected cartel members", "suspected cartel members", "members"),
    ("members of the National Guard", "members of the National Guard", "members of the national guard"),
    (
        "members of a Venezuelan gang arrested in May",
        "members of a Venezuelan gang",
        "members of a venezuelan gang",
    ),
    ("those arrested", "those arrested", "those arrested"),
    ("people arrested", "people", "people"),
    ("men, women and children", "men, women and children", "men, women and children"),
    ("gang members and associates", "gang members and associates", "members and associates"),
    ("Mexican nationals", "Mexican nationals", "nationals"),
    ("Venezuelans", "Venezuelans", "venezuelans"),
    ("Mexican men", "Mexican men", "men"),
    ("unaccompanied children", "unaccompanied children", "children"),
    ("prison officers injured", "prison officers", "officers"),
    ("people smugglers", "people smugglers", "smugglers"),
    ("detainees held since May", "detainees", "detainees"),
    ("subjects arrested", "subjects", "subjects"),
    ("victims of trafficking", "victims", "victims"),
    ("Fugitives:", "Fugitives", "fugitives"),
]
NO_NAMES = [
    "drug overdose deaths",
    "migrant deaths",
    "charges and convictions per individual",
    "criminal arrest warrants",
    "Felony Convictions",
    "victim statements",
    "countries",
    "people's lives",
    "arrests of migrants",
    "",
    "  ",
    "—",
    "criminal organizations",
    "subjects of removal orders",
    "targets of the raid",
]


@pytest.mark.parametrize(("what", "name", "noun"), NAMES)
def test_a_name_is_the_words_up_to_the_noun(what, name, noun):
    assert naming.naming(what) == (name, noun)


@pytest.mark.parametrize("what", NO_NAMES)
def test_what_is_not_people_has_no_name(what):
    assert naming.naming(what) is None


@given(st.text(max_size=80))
def test_a_name_stands_in_the_phrase(what):
    found = naming.naming(what)
    assert found is None or (found[0] in " ".join(what.split()) and found[0].casefold().endswith(found[1]))


def test_long_phrases_are_read_in_linear_time():
    for piece in ("migrants ", "migrants, ", "and ", "x", ".,"):
        assert_linear(lambda times, piece=piece: lambda: naming.naming(piece * times), 10_000)


def test_the_list_of_nouns_is_sound():
    rows = word_list("texts/person_words")
    assert len({(row["word"], row["place"]) for row in rows}) == len(rows)
    assert all(row["word"] == row["word"].strip().casefold() and row["word"] for row in rows)
    assert {row["place"] for row in rows} == {"noun", "before", "after", "not of"}
    with (DATA / "texts/person_words.csv").open(encoding="utf-8", newline="") as file:
        assert all(len(line) == 5 for line in csv.reader(file))


def test_the_same_figure_with_different_names_is_said():
    first, again = (
        quantity(0, "26", 26, what="individuals"),
        quantity(9, "26", 26, what="alleged cartel members"),
    )
    figures = tables([first, again, quantity(20, "26", 26, what="cars")]).quantities
    said = naming.sentences(
        naming.namings(figures), figures, checks(check("restated_figure", [first, again], holds=True))
    )
    assert said == [
        "**The same figure, different names:** those counted as “26” are called “individuals” and “alleged cartel members” ([[a]]).",
        "People are counted in two places: one as “individuals” and one as “members”.",
    ]


@pytest.mark.parametrize(
    ("one", "other", "different"),
    [
        ("officers", "county officers", False),
        ("Officers", "officers", False),
        ("immigrants", "illegal immigrants", True),
        ("officers", "suspects", True),
    ],
)
def test_a_name_with_a_word_that_tells_nothing_of_the_people_is_no_other(one, other, different):
    rows = quantity(0, "Two", 2, what=one), quantity(5, "two", 2, what=other)
    figures = tables(rows).quantities
    given_again = checks(check("restated_figure", rows, holds=True))
    said = " ".join(naming.sentences(naming.namings(figures), figures, given_again))
    assert (f"“Two” are called “{one}” and “{other}”" in said) == different == ("different names" in said)


def test_what_was_done_to_people_is_no_name_for_them():
    first, again = quantity(0, "31", 31, what="CHARGED"), quantity(5, "31", 31, what="individuals")
    figures = tables([first, again]).quantities
    given_again = checks(check("restated_figure", [first, again], holds=True))
    assert not [
        said
        for said in naming.sentences(naming.namings(figures), figures, given_again)
        if "different names" in said
    ]


def test_people_are_grouped_by_the_nouns_of_the_text_alone():
    whats = ["men", "armed men", "Venezuelans", "alien offenders", "guards", "nurses"]
    rows = [quantity(10 * place, "5", 5, what=what) for place, what in enumerate(whats)]
    figures = tables(rows).quantities
    assert naming.sentences(naming.namings(figures), figures, checks()) == [
        "People are counted in six places: two as “men”, one as “Venezuelans”, one as “offenders”, one as “guards” and one "
        "with another noun."
    ]
    one = tables(rows[:1]).quantities
    assert naming.sentences(naming.namings(one), one, checks()) == [
        "People are counted in one place, as “men”."
    ]


def test_names_are_counted_by_article_whatever_their_case():
    rows = [
        quantity(0, "5", 5, what="Offenders"),
        quantity(9, "6", 6, what="offenders"),
        quantity(9, "6", 6, what="offenders", article="b"),
        quantity(20, "7 kg", 7, what="men", unit="kg"),
    ]
    found = naming.namings(tables(rows).quantities)
    assert found.to_dict("records") == [
        {
            "article": "a",
            "name": "Offenders",
            "noun": "offenders",
            "times": 2,
            "counts": ["5", "6"],
        },
        {"article": "b", "name": "offenders", "noun": "offenders", "times": 1, "counts": ["6"]},
    ]


# ---- quantities
# ----------------------------------------------------------------------------------------------------------

MIXED = [
    quantity(0, "216", 216, what="individuals"),
    quantity(9, "216", 216, what="people"),
    quantity(20, "over 200", 200, high=None),
    quantity(30, "nearly 20%", 20, unit="percent", low=None),
    quantity(40, "about $5", 5, unit="USD", approx=True, what="fee"),
    quantity(50, "10 to 20", 15, low=10, high=20, article="b"),
    quantity(60, "zero", 0, what="guns", article="b"),
]


def test_labels_give_bounds_and_unit():
    assert list(statistics.labelled(tables(MIXED).quantities)["label"]) == [
        "216",
        "216",
        "≥ 200",
        "≤ 20%",
        "≈ 5 USD",
        "10–20",
        "0",
    ]


def test_a_figure_given_again_is_one_mark():
    marks = marked(MIXED, again=[MIXED[:2]])
    assert len(marks) == 6 and marks.iloc[0][["times", "label"]].to_list() == [
        2,
        "216 “individuals” / “people”",
    ]
    assert list(marks["label"])[2:4] == ["nearly 20%: “people”", "about $5: “fee”"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [  # equal numbers of different things, one thing given again, and parts of what is known already
        (
            "A judge ordered him to forfeit a boat and two cars. Two employees of the pharmacy were not charged.",
            {"two “cars”": 1, "Two “employees of the pharmacy”": 1},
        ),
        (
            "Police seized 42 rifles in a raid. The 42 rifles were stolen in May, the police said.",
            {"42 “rifles”": 2},
        ),
        (
            "Customs opened 12 parcels on Monday. In another town 12 drivers were fined.",
            {"12 “parcels”": 1, "12 “drivers”": 1},
        ),
        ("Turnout was 61% in the north. Support for the plan was 61% among teachers.", {"61%": 1}),
        (
            "Of the nine people arrested, five were charged with theft, three with fraud.",
            {"nine “people”": 1, "five of “the nine people arrested”": 1},
        ),
    ],
)
def test_a_mark_stands_for_one_thing_and_quotes_only_the_text(text, labels):
    texts = Corpus([Article(slug="a", text=text)])
    read = extract(texts)
    marks = statistics.marks(read.quantities, judge(read), texts)
    for label, times in labels.items():
        own = [row.times for row in marks.itertuples() if row.label.startswith(label)]
        assert own and set(own) == {times}, list(marks["label"])
    for label in marks["label"]:
        assert all(words in text for words in re.findall(r"“([^”]*)”", label)), label


def test_units_choose_quantities_and_checks():
    read = tables(MIXED)
    assert statistics.units_in_order(read.quantities) == ["count", "percent", "USD"]
    assert (
        len(statistics.quantities_of_units(read.quantities, ["USD"])) == 1
        and len(statistics.quantities_of_units(read.quantities, [])) == 7
    )
    both = checks(
        check("restated_figure", MIXED[:2]), check("share_matches_counts", [MIXED[2], MIXED[0], MIXED[3]])
    )
    assert list(statistics.checks_of_units(both, read.quantities, ["percent"])["kind"]) == [
        "share_matches_counts"
    ]
    assert len(statistics.checks_of_units(both, read.quantities, [])) == 2
    assert statistics.checks_of_units(both, read.quantities, ["EUR"]).empty


def test_a_number_that_stands_before_every_sentence_is_given_with_its_line():
    text = "Most read:\n\n  1. Police held 12 men.\n2. (U) Home\n"
    corpus = Corpus([Article(slug="a", text=text)], None)
    aside = extract(corpus).set_aside
    assert {"1", "2"} <= set(aside["quote"])
    for row in statistics.in_sentences(aside, corpus).itertuples():
        place = row.start - row.sentence_start
        assert row.sentence[place : place + len(row.quote)] == row.quote
        assert text[row.sentence_start :].startswith(row.sentence)


# ---- sentences
# -----------------------------------------------------------------------------------------------------------


def said(read, found, *slugs):
    result = arithmetic.calculate(found, read)
    names = naming.sentences(naming.namings(read.quantities), read.quantities, found)
    sentences = statistics.sentences(read.quantities, result, names, corpus(*slugs))
    return [with_titles(sentence, {}) for sentence in sentences]


def test_sentences_of_nothing():
    assert said(tables(), checks(), "a") == [
        "**The article counts and measures nothing**, so there is nothing to add up."
    ]
    assert said(tables(), checks(), "a", "b") == [
        "**Neither of the two articles counts or measures anything**, so there is nothing to add up."
    ]
    none = arithmetic.calculate(checks(), tables())
    chosen = statistics.sentences(tables().quantities, none, [], corpus("a"), filtered=True)
    assert chosen[-1] == "The article gives no figure of this kind."


def test_sentences_of_one_figure():
    assert said(tables([quantity(0, "5", 5, what="cars")]), checks(), "a") == [
        "**There is one figure, and none to hold it against.**",
        "The article gives one figure.",
        "The figure is exact.",
    ]


def test_sentences_count_what_is_exact_and_what_is_not():
    sentences = said(tables(MIXED), checks(), "a", "b", "c")
    assert "The three articles give seven figures; c gives none." in sentences
    assert "The largest number counted is 216 “individuals” (a)." in sentences
    assert (
        "Of seven figures, three are exact; one gives only a lower bound, one gives only an upper bound, one gives a range and one is "
        "approximate."
    ) in sentences


def test_relations_that_could_hardly_fail_are_counted_apart():
    number, whole = quantity(0, "12", 12, what="areas"), quantity(9, "30", 30)
    read = tables([number, whole])
    pair, many = (check("names_match_number", [number] * size, holds=True) for size in (3, 4))
    share = check("share_matches_counts", [number, whole], holds=True)
    apart = check("names_match_number", [number] * 3)
    for rows, first in [
        ([pair], "the one relation between figures or dates holds, and could hardly fail**."),
        ([pair, pair], "both relations between figures or dates hold, and could hardly fail**."),
        ([pair, share], "both relations between figures or dates hold, one of which could hardly fail**."),
        (
            [pair, many, share],
            "all three relations between figures or dates hold, one of which could hardly fail**.",
        ),
        ([apart], "the one relation between figures or dates fails."),
        (
            [pair, apart, pair],
            "of three relations between figures or dates, one fails and two hold (and could hardly fail).",
        ),
    ]:
        sentence = said(read, checks(*rows), "a")[0].casefold()
        failure, bold, counts = sentence.rpartition("**. ") if apart in rows else ("", "", sentence)
        assert counts.startswith(first.casefold() if bold else f"**{first}".casefold())
        assert failure.startswith("**a (“") == bool(bold)


def test_sentences_say_which_checks_hold_and_which_fail():
    part, rest, whole = (
        quantity(0, "110", 110, what="drivers"),
        quantity(5, "260", 260),
        quantity(9, "370", 370),
    )
    share = quantity(20, "45%", 45, unit="percent")
    adds, contradicts = (
        check("parts_sum_to_total", [part, rest, whole], holds=True),
        check("share_matches_counts", [part, whole, share]),
    )
    read = tables([part, rest, whole, share])
    sentences = said(read, checks(adds, contradicts), "a")
    assert sentences[0] == (
        "**a (“drivers”): 110 of 370 is 29.7%; the text says “45%”**. Of two relations between figures or dates, one fails and one holds."
    )
    assert said(read, checks(adds), "a")[0] == "**The one relation between figures or dates holds**."
    assert said(read, checks(adds, adds), "a")[0] == "**Both relations between figures or dates hold**."
    many = said(read, checks(*[contradicts] * 5), "a")
    assert (
        many[0].endswith("%”**. All five relations between figures or dates fail.")
        and many[3] == "Two more fail; the table below has them all."
    )


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([("restated_figure", True)], "**One figure is given more than once, and agrees**."),
        ([("restated_figure", True)] * 2, "**Two figures are given more than once, and agree**."),
        ([("restated_figure", False)], "One figure is given more than once, and differs."),
        (
            [("restated_figure", False)] + [("restated_figure", True)] * 2,
            "Of three figures given more than once, two agree and one differs.",
        ),
        (
            [("parts_sum_to_total", True)] * 3 + [("restated_figure", True)],
            "**All three relations between figures or dates hold**. One figure is given more than once, and agrees.",
        ),
        (
            [("parts_sum_to_total", False), ("restated_figure", False)],
            "The one relation between figures or dates fails. One figure is given more than once, and differs.",
        ),
        (
            [("parts_sum_to_total", True)] * 3 + [("restated_figure", False)],
            "One figure is given more than once, and differs. All three relations between figures or dates hold.",
        ),
    ],
)
def test_repeats_are_counted_apart_from_arithmetic(kinds, words):
    pairs = [[quantity(20 * i, "5", 5), quantity(20 * i + 9, "6", 6)] for i in range(len(kinds))]
    found = [check(kind, pair, holds=holds) for pair, (kind, holds) in zip(pairs, kinds, strict=True)]
    first = said(tables(sum(pairs, [])), checks(*found), "a")[0]
    assert first == words or (first.startswith("**a (“people”): ") and first.endswith(f"**. {words}"))


@pytest.mark.parametrize(
    ("groups", "agree", "differ"),
    [
        ([((0, 1), True), ((2, 1), True)], 1, 0),
        ([((0, 1), True), ((2, 3), True), ((3, 1), True), ((4, 5), True)], 2, 0),
        ([((0, 1), True), ((1, 2), False), ((4, 5), True)], 1, 1),
        ([], 0, 0),
    ],
)
def test_repeats_that_share_a_place_are_of_one_figure(groups, agree, differ):
    figures = [quantity(9 * i, "216", 216) for i in range(6)]
    rows = [
        check("restated_figure", [figures[i] for i in places], holds=holds, article=article)
        for article in ("a", "b")
        for places, holds in groups
    ]
    found = arithmetic.agreeing(checks(*rows))
    assert [len(part) for part in found] == [2 * agree, 2 * differ]
    if agree > 1:
        both = [*rows, check("parts_sum_to_total", figures[:3], holds=True)]
        headline = said(tables(figures), checks(*both), "a", "b")[0]
        assert headline.endswith("**. Four figures are given more than once, and agree.")


@pytest.mark.parametrize(
    ("shares", "noted"), [((65, 45, 30), True), ((50, 30, 20), False), ((100.4,), False)]
)
def test_shares_of_a_list_that_overlap_are_noted(shares, noted):
    rows = [
        quantity(100 + 30 * place, f"{share}%", share, unit="percent")
        | {"block": "bullet", "sentence": f"{share}%".ljust(29)}
        for place, share in enumerate(shares)
    ]
    figures = [quantity(0, "10", 10), quantity(9, "90", 90), rows[0]]
    read = tables([*figures[:2], *rows])
    row = arithmetic.calculate(
        checks(check("share_matches_counts", figures), check("share_matches_counts", figures, holds=True)),
        read,
    )
    overlap = (
        f"the shares of the list that begins with “{shares[0]:g}%” add up to 140%, so that its groups overlap"
    )
    told = f"10 of 90 is 11.1%; the text says “{shares[0]:g}%”"
    assert row["told"].iloc[0] == (f"{told}, which may hold, as {overlap}" if noted else told)
    assert row["verdict"].tolist() == [arithmetic.UNTOLD if noted else "fails", "holds"]
    assert (row["to_hold"].iloc[0] == "") == noted
    sentences = statistics.sentences(read.quantities, row, [], corpus("a"))
    assert sum("overlap" in words for words in sentences) == (1 if noted else 0)
    assert ("one stays open" in sentences[0]) == noted and ("fails" in sentences[0]) != noted


def test_of_several_lists_the_one_that_overlaps_is_told_by_its_first_words():
    lists = {
        "- 65% had been charged with a felony in one of the two states\n- 45% with assault\n": "65% had been charged with a felony in one of…",
        "Profile | Share |\n---|---|\nFelony | 65% |\nAssault | 45% |\n": "Felony",
    }
    counts = "Police held 100 people.\n\nKind | Held |\n---|---|\nAssault | 40 |\nFraud | 60 |\n\n"
    for shares, first in lists.items():
        read = extract(Corpus([Article(slug="a", text=f"{counts}{shares}")], None))
        assert {(one.total, one.first) for one in overlapping(read.quantities).values()} == {
            (110, shares.split("\n")[0 if shares[0] == "-" else 2].removeprefix("- "))
        }
        shown = arithmetic._adding_up(next(iter(overlapping(read.quantities).values())))
        assert f"the list that begins with “{first}” add up to 110%" in shown


def test_the_row_of_the_whole_overlaps_with_none_of_its_parts():
    table = "Country | Arrests | Share |\n---|---|---|\nMexico | 12 | {} |\nPeru | 8 | 40% |\nTotal | 20 | 100% |\n"
    for share, overlap in (("60%", 0), ("61%", 0), ("62%", 3), ("90%", 3)):  # 101: rounded parts of one whole
        read = extract(Corpus([Article(slug="a", text=table.format(share))], None))
        assert len(overlapping(read.quantities)) == overlap


def test_only_a_share_larger_than_its_counts_may_be_one_of_groups_that_overlap():
    rows = [
        quantity(100 + 30 * place, f"{share}%", share, unit="percent")
        | {"block": "bullet", "sentence": f"{share}%".ljust(29)}
        for place, share in enumerate((65, 45))
    ]
    counts = [quantity(0, "50", 50), quantity(9, "90", 90)]
    found = checks(
        check("share_matches_counts", [*counts, rows[0]]),  # 55.6%: the text has more
        check("share_matches_counts", [*counts, rows[1]]),  # the text has less
        check("share_matches_counts", [*counts, rows[0]], holds=True),
        check("share_matches_counts", [*counts, rows[0]], template="change in percent"),
        check("average_matches_ratio", [*counts, rows[0]]),
    )
    read = tables([*counts, *rows])
    assert may_overlap(found, read.quantities).tolist() == [True, False, False, False, False]
    assert arithmetic.failing(found, read.quantities).tolist() == [False, True, False, True, True]


def test_what_ties_figures_without_words_between_them_is_said():
    text = "Police arrested 30 people in May.\n\nThe force is proud. It was long planned.\n\nAll 30 people were charged."
    read = extract(Corpus([Article(slug="a", text=text)]))
    shown = arithmetic.calculate(judge(read), read)
    assert shown["relation"].tolist() == [arithmetic.AGAIN] and shown["tied_by"].tolist() == [[]]
    assert arithmetic.with_ties(shown, read)["tied_by"][0] == ["people"]
    assert arithmetic.with_ties(shown.head(0), read).empty
    assert arithmetic.with_ties(shown.assign(tied_by=[["arrested"]]), read)["tied_by"][0] == ["arrested"]
    assert arithmetic.with_ties(shown.assign(tied_by=[["in"]]), read)["tied_by"][0] == ["people"]


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        (  # a cell, the lead and a bullet
            "Officers held 200 suspects in Lyon in a wide operation.\n\nKind of suspect | Suspects held |\n---|---|\nBurglary suspects | 80 |\n"
            "Fraud suspects | 70 |\nArson suspects | 50 |\n\nWhat the suspects were accused of is known:\n\n- 20% faced charges of burglary\n"
            "- 35% had a record of fraud\n- 60% were involved in arson",
            {"80": "Burglary suspects", "70": "Fraud suspects", "50": "Arson suspects"},
        ),
        (
            "Boats carry 40 migrants ashore\n\nThe coast guard found 40 exhausted migrants.",
            {"40": "migrants"},
        ),
        (
            "Customs seized 61 kilos of hashish.\n\nIt was hidden in a lorry. The 61 kilos of hashish were burnt.",
            {"61 kilos": "hashish"},
        ),
    ],
)
def test_words_that_tie_stand_beside_more_than_one_of_the_figures(text, tied):
    read = extract(Corpus([Article(slug="a", text=text)]))
    shown = arithmetic.with_ties(arithmetic.calculate(judge(read), read), read)
    places = {(row.start, row.quote): row for row in read.quantities.itertuples()}
    for row in shown.itertuples():
        beside = [places[place] for place in zip(row.starts, row.quotes, strict=True) if place in places]
        for words in row.tied_by:
            last = words.split()[-1].casefold()[:5]
            assert sum(last in f"{one.label} {one.column} {one.sentence}".casefold() for one in beside) > 1
    known = [(quote, words) for row in shown.itertuples() for quote in row.quotes for words in row.tied_by]
    assert any(words in said for quote, words in tied.items() for found, said in known if found == quote)


def test_figures_that_share_no_word_are_tied_by_what_they_count():
    text = "Police arrested more than 200 migrants in Rome.\n\nOfficers took 216 individuals to a camp."
    read = extract(Corpus([Article(slug="a", text=text)]))
    shown = arithmetic.with_ties(arithmetic.calculate(judge(read), read), read)
    assert shown["tied_by"].tolist() == [["the same kind of thing is counted"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Three men got 12 years, 9 years and 5 years, 26 years in all.",
            "12 + 9 + 5 = 26 years",
        ),
        (
            "The five men were jailed for 60 years in all, an average of 12 years each.",
            "60 years over 5 is 12 years",
        ),
        ("The five men were jailed for 60 years in all, an average of 144 months each.", "720 / 5 = 144"),
        ("The court fined them €200 and €300, €500 in all.", "200 + 300 = 500"),
    ],
)
def test_what_holds_is_told_in_the_units_of_the_text(text, told):
    read = extract(Corpus([Article(slug="a", text=text)]))
    found = arithmetic.calculate(judge(read), read)
    assert told in found["told"].tolist()


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("- Date of operation: 3 March 2024\n- Removal: April 2024", False),
        ("- Operation date: 3 March 2024\n- Deportation date: 9 April 2024", False),
        ("- Arrest: 3 March 2024\n- Removal: April 2024", True),
        ("Police arrested the man on 3 March 2024. He was deported on 5 April 2024.", True),
        ("After the operation on 3 March 2024 the two men were deported on 5 April 2024.", True),
    ],
)
def test_dates_of_what_may_be_one_event_are_no_order_that_holds(text, sure):
    read = extract(Corpus([Article(slug="a", text=f"What is known of the case in Leeds.\n\n{text}")]))
    checks = judge(read)
    found = arithmetic.calculate(checks, read)
    assert found["kind"].tolist() == ["order_of_events"] and found["holds"].tolist() == [True]
    assert (found["verdict"].tolist() == ["holds"]) == sure == bool(len(arithmetic.tested(checks)))
    assert (found["verdict"] == arithmetic.OPEN).tolist() == [not sure]


def test_a_share_says_what_it_is_a_share_of_and_an_age_is_worked_out():
    sentence = {
        "sentence": "In all, 30% had a record of drug offenses, the office said.",
        "sentence_start": 12,
    }
    share = quantity(20, "30%", 30, unit="percent") | sentence
    told = calculated("share_matches_counts", [quantity(0, "145", 145), quantity(5, "370", 370), share])[
        "told"
    ]
    assert told == "145 of 370 is 39.2%; the text says “30% had a record of drug offenses”"
    text = "Marcus Delray, 41, pleaded guilty in November 2024. Delray was born in 1979."
    row = words_of(text)
    assert row["told"] == "somebody born in 1979 is 44 or 45 years old in November 2024; the text says “41”"
    assert row["relation"] == arithmetic.AGE and [sum(bar.segments) for bar in row["bars"]] == [44, 41]


def test_what_stays_open_stands_between_what_fails_and_what_holds():
    text = "- Date of operation: 3 March 2024\n- Removal: April 2024\n\nOf the 30 men, 10 were held and 20 freed."
    read = extract(Corpus([Article(slug="a", text=f"What is known of the case in Leeds.\n\n{text}")]))
    found = arithmetic.calculate(judge(read), read)
    assert len(found) > 1 and found["verdict"].iloc[0] == arithmetic.OPEN
    words = statistics.sentences(read.quantities, found, [], corpus("a"))
    assert "stays open" in words[0] and "if “Date of operation”" in words[1]


def test_the_list_of_words_for_any_event_is_sound():
    words = [row["word"] for row in word_list("findings/any_event")]
    assert words == sorted(set(words)) and all(word == word.strip().casefold() for word in words)


def test_of_shares_that_fail_in_a_list_that_may_overlap_only_the_smaller_than_given_is_drawn(shown):
    rows = [
        quantity(100 + 30 * place, f"{share}%", share, unit="percent")
        | {"block": "bullet", "sentence": f"{share}%".ljust(29)}
        for place, share in enumerate((70, 20, 60))
    ]
    part, other, whole = (
        quantity(0, "10", 10, what="x"),
        quantity(4, "60", 60, what="y"),
        quantity(9, "90", 90),
    )
    larger = check("share_matches_counts", [part, whole, rows[0]])
    smaller = check("share_matches_counts", [other, whole, rows[1]])
    read = tables([part, other, whole, *rows])
    found = arithmetic.calculate(checks(larger, smaller), read)
    assert found["told"].tolist() == [
        "60 of 90 is 66.7%; the text says “20%”",
        "10 of 90 is 11.1%; the text says “70%”, which may hold, as the shares of the list that begins with “70%” add up to 150%, so that its groups overlap",
    ]
    assert found["verdict"].tolist() == ["fails", arithmetic.UNTOLD]
    apart = arithmetic.calculate(checks(larger, smaller), tables([part, other, whole, rows[0], rows[1]]))
    assert apart["told"].str.startswith("10 of 90").iloc[0]  # 70 and 20 need not overlap
    draw_arithmetic.disagreements(found, corpus("a"))
    assert "Not drawn" not in shown[1].html and "70" not in shown[1].html
    found = statistics.sentences(read.quantities, found, [], corpus("a"))
    assert found[0].startswith(
        "**[[a]] (“y”): 60 of 90 is 66.7%; the text says “20%”**. Of two relations between figures or dates, one fails and one stays open."
    )
    assert "60 of 90" in found[0] and "10 of 90" in found[1] and "but “20%” is below" in found[2]


def test_the_largest_count_is_named_and_no_smallest_that_others_undercut():
    rows = [quantity(4, "two", 2, what="states"), quantity(20, "9", 9), quantity(40, "90", 90)]
    sentences = said(tables(rows), checks(), "a")
    assert "The largest number counted is 90 “people” (a)." in sentences
    assert not any("reach" in words or "smallest" in words for words in sentences)


def test_a_total_is_about_what_the_total_counts_and_not_its_first_part():
    parts = [quantity(0, "5", 5, what="thieves"), quantity(9, "6", 6, what="smugglers")]
    for what in ("", "people"):
        total = quantity(20, "11", 11, what=what)
        for holds in (True, False):
            found = checks(check("parts_sum_to_total", [*parts, total], holds=holds))
            assert arithmetic.calculate(found, tables([*parts, total]))["subject"].tolist() == [what]


# ---- figures
# -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def shown(monkeypatch):
    """What the figures put on the page; a warning is an error, because it would stand in the notebook."""
    pieces: list[SimpleNamespace] = []

    def keep(data, **_):
        pieces.append(SimpleNamespace(**{kind.split("/")[1]: value for kind, value in data.items()}))

    monkeypatch.setattr("helpers.show.page.display", keep)
    monkeypatch.setattr("helpers.show.figures.display", keep)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield pieces


def marked(rows, again=()):
    """The marks of figures in texts that hold what they count; `again`: groups of rows that are one figure given again."""
    text = "; ".join(str(row["what"]) for row in rows)
    texts = Corpus([Article(slug=slug, text=text) for slug in dict.fromkeys(row["article"] for row in rows)])
    repeats = [check("restated_figure", group, holds=True, article=group[0]["article"]) for group in again]
    return statistics.marks(tables(rows).quantities, checks(*repeats), texts)


def draw_all(rows, result, articles):
    draw_arithmetic.disagreements(result, articles)
    units = statistics.units_in_order(tables(rows).quantities)
    draw_scales.scales(marked(rows), articles, units)


def test_nothing_to_draw_is_said(shown):
    draw_all([], arithmetic.calculate(checks(), tables()), corpus("a").articles)
    assert len(shown) == 2 and all("othing to draw" in piece.html for piece in shown)


def test_every_kind_of_relation_is_drawn(shown):
    rows = [calculated(kind, figures, template) for kind, figures, template, *_ in RELATIONS]
    draw_arithmetic.disagreements(pd.DataFrame(rows), corpus("a"))
    assert (
        shown[0].png.startswith(b"\x89PNG")
        and "Not drawn: one relation that fails and one figure given more than once that differs;"
        in shown[1].html
    )


def test_a_bar_leads_to_the_figure_that_it_shows(shown):
    figures = [quantity(0, "145", 145), quantity(9, "370", 370), quantity(60, "30%", 30, unit="percent")]
    found = checks(check("share_matches_counts", figures))
    draw_arithmetic.disagreements(arithmetic.calculate(found, tables(figures)), corpus("a"))
    links = re.findall(r"<a href=#row-([^ >]+)", shown[0].html)
    assert set(links) == {"a-0-3", "a-60-63"}


def test_what_fails_and_is_not_drawn_counts_repeats_apart_and_by_figure(shown):
    figures = [quantity(9 * i, str(n), n) for i, n in enumerate([110, 370, 216, 5, 6])]
    other = quantity(50, "7 kg", 7, unit="kg")
    share = quantity(60, "45%", 45, unit="percent")
    found = checks(
        check("share_matches_counts", [*figures[:2], share]),
        check("parts_sum_to_total", [*figures[:2], other]),
        check("parts_sum_to_total", figures[:3], holds=True),
        check("restated_figure", [figures[3], other]),
        check("restated_figure", [figures[4], other]),
    )
    draw_arithmetic.disagreements(arithmetic.calculate(found, tables([*figures, other, share])), corpus("a"))
    words = "Not drawn: one relation that fails and one figure given more than once that differs; the table below has all."
    assert words in shown[1].html


def test_odd_figures_are_drawn(shown):
    odd = [
        quantity(0, "$5$_^", 5, what="新宿 \U0001f600 <b>$x$</b>\n\nmen", unit="USD"),
        quantity(9, "-3%", -3, unit="percent"),
        quantity(20, "10 quadrillion", 1e16),
        quantity(30, "0", 0),
        quantity(40, "0.0001", 0.0001),
        quantity(50, "", 7, what=""),
    ]
    draw_all(
        odd,
        arithmetic.calculate(checks(check("restated_figure", odd[2:4])), tables(odd)),
        corpus("a").articles,
    )
    assert sum(hasattr(piece, "png") for piece in shown) == 2
    pages = "".join(getattr(piece, "html", "") for piece in shown)
    assert "Not drawn, as the only figures of their units: $5$_^" in pages and "<b>$x$" not in pages


def test_many_articles_stay_on_a_page(shown):
    slugs = [f"article-{number}" for number in range(120)]
    many = [
        quantity(10 * place, str(place), place + 1, what=f"{word} offenders", article=slug, unit=unit)
        for slug in slugs
        for place, (word, unit) in enumerate(
            [("young", "count"), ("old", "percent"), (slug, "count"), ("no", "kg")]
        )
    ]
    draw_scales.scales(marked(many), corpus(*slugs).articles, ["count", "percent", "kg"])
    heights = [int.from_bytes(piece.png[20:24], "big") for piece in shown if hasattr(piece, "png")]
    assert max(heights) < 4000 and "There is no room for" in shown[1].html


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.floats(0.001, 1e9), st.integers(0, 60)), min_size=1, max_size=40))
def test_no_label_lies_on_another(values):
    rows = [
        quantity(10 * place, f"{value:g}", value, what="x" * length)
        for place, (value, length) in enumerate(values)
    ]
    own = marked(rows)
    low, high, *_ = scales_panels._scale(own, "count")

    def place(value):
        return 8.0 * math.log(value / low) / math.log(high / low)

    lanes, placed = scales_panels._pack(own, place, 8.0)
    taken: dict[int, list[tuple[float, float]]] = {}
    for row, middle, to_left, words in placed:
        lines = words.split("\n")
        width = max(map(len, lines)) * scales_panels.LETTER
        at = place(row.value)
        span = (at - width, at) if to_left else (at, at + width)
        top = round(middle - (len(lines) - 1) / 2)
        for lane in range(top, top + len(lines)):
            assert all(span[1] <= first or span[0] >= last for first, last in taken.get(lane, []))
            taken.setdefault(lane, []).append(span)
    assert lanes == max(taken) + 1


def test_a_label_that_is_longer_than_its_line_is_wrapped_and_not_cut():
    words = "people who were arrested in the valley and held for more than a day in the cells of the town"
    own = marked([quantity(0, "12", 12, what=words)])
    lanes, [(_, middle, _, label)] = scales_panels._pack(own, lambda value: 0.2, 4.5)
    assert (lanes, middle, label.count("\n")) == (2, 0.5, 1)
    assert label.replace("\n", " ").endswith("cells of the town”")
    assert "…" not in label


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("things", [1, 2, 5])
def test_no_label_of_a_figure_is_cut_on_a_phone_either(narrow, things):
    """Long names are wrapped, and those beyond the second are left out and counted."""
    names = [f"people of the kind number {n} who were held in a town by the river" for n in range(things)]
    rows = [quantity(10 * n, "65%", 65, unit="percent", what=name) for n, name in enumerate(names)]
    own = marked(rows, again=[rows])
    panel = scales_panels.panel_of(own, "percent", corpus("a").articles, narrow=narrow)
    [(*_, words)] = panel["marks"]
    said = " ".join(words.split())
    assert "…" not in words and panel["left_out"] == 0
    assert all(f"“{name}”" in said for name in names[:2])
    assert ("and three more" in said) == (things == 5) and (f"×{things}" in said) == (things > 1)
    most = scales_panels.NARROW_LABEL if narrow else scales_panels.LONGEST_LABEL
    assert narrow or max(map(len, words.split("\n"))) <= most


def test_without_a_relation_the_rows_that_fail_are_an_empty_table():
    tables = extract([Article(slug="a", text="Police met.")])
    calculated = arithmetic.calculate(judge(tables), tables)
    failing = calculated[~calculated["holds"]]
    assert not len(failing) and "note" in failing


def test_the_only_figure_of_its_unit_is_named_whole():
    words = "charges and convictions of those who were arrested in the valley"
    marks = marked([quantity(0, "12", 12, what=words, unit="litre")])
    assert _alone(marks, {"a": "a"}) == f"12 (“{words}”, litre)"  # and no colon: one stands before it
    named = marked([quantity(0, "2 litres", 2, what="fuel", unit="litre")])
    assert _alone(named, {"a": "a"}) == "2 litres (“fuel”)"  # the unit is said once
    twice = [quantity(at, "four", 4, what="charges", unit="ratio") for at in (0, 9)]
    often = marked(twice, again=[twice])
    assert _alone(often, {"a": "a"}) == "four (“charges”, average or ratio, given twice)"


def test_the_words_of_a_relation_lead_to_their_sentences(shown):
    """Also those that are no figures of the notebook: dates, and the names that a number announces."""
    text = (
        "The raid of 3 days ran from May 4 to May 6, 2024. It had two aims: fraud and smuggling. "
        "Of 40 people held, 10 were fined, which is 30%."
    )
    corpus = Corpus([Article(slug="a", text=text)])
    read = extract(corpus)
    calculated = arithmetic.calculate(judge(read), read)
    assert "duration_matches_range" in set(calculated["kind"])
    others = statistics.of_relations(calculated, read.quantities, read.dates, corpus)
    marked = pd.concat([statistics.labelled(read.quantities).assign(has_row=True), others])
    read_in_place(corpus, marked, empty="", whole=False)
    for words, cell in zip(calculated["quotes"], draw_arithmetic.linked(calculated), strict=True):
        places = re.findall("href=#([^>]+)>", cell)
        assert len(places) == len(words)
        assert all(f"id={place} " in shown[0].html for place in places)


@pytest.mark.parametrize(("slugs", "where"), [(["a"], ""), (["a", "b"], " in a")])
def test_a_figure_that_is_not_drawn_is_placed_only_where_there_are_several_articles(slugs, where):
    marks = marked([quantity(0, "12", 12, what="cars", unit="litre")])
    assert _alone(marks, {slug: slug for slug in slugs}).endswith(f"(“cars”, litre){where}")
