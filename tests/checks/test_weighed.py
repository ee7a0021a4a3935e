"""What the weights of stated figures are told: shares and multiples without a number of their own, what the words beside
a claim say, what the words say of two figures, and by which words a chosen pair is said to be tied.

The weights themselves are fitted (tests/accuracy/test_fit_pairs.py); here stands what they are given.
"""

import pytest

from helpers.checks import TOLD, check
from helpers.checks.relations import each_story
from helpers.checks.shares.changes import goes_as_told
from helpers.checks.shares.claim_words import told, words_beside
from helpers.checks.shares.claims import claims_of
from helpers.checks.shares.pair_words import pair_words
from helpers.checks.shares.told_parts import told_multiples, told_shares
from helpers.extraction import extract
from helpers.texts import Article


def story(text):
    """The figures of an article of its own."""
    return next(each_story(extract([Article(slug="x", text=text, published="2024-06-01")])))[1]


def claim(text, quote):
    """The figure of a text that may be stated of others, by its words."""
    return next(one for one in claims_of(story(text)) if one.figure.quote == quote)


TOLD_PARTS = {  # words of a sentence → what is told without a number of its own
    "every second boat sank": [("every second", 50, "percent")],
    "every fifth boat sank": [("every fifth", 20, "percent")],
    "every eighth boat sank": [("every eighth", 12.5, "percent")],
    "every twelfth boat sank": [("every twelfth", 100 / 12, "percent")],
    "every sixteenth boat sank": [("every sixteenth", 6.25, "percent")],
    "one boat in seven sank": [("one boat in seven", 100 / 7, "percent")],
    "three boats in a hundred sank": [("three boats in a hundred", 3, "percent")],
    "12 out of every 100 boats sank": [("12 out of every 100", 12, "percent")],
    "one boat in 50 sank": [("one boat in 50", 2, "percent")],
    "one boat in 51 sank": [],  # a count of boats, and no rate
    "two boats in 30 sank": [],
    "a quarter, they said, sank": [("a quarter", 25, "percent")],
    "one sixth, they said, sank": [("one sixth", 100 / 6, "percent")],
    "a third lane was shut": [],
    "the first half was quiet": [],
    "a double-hulled boat sank": [],
    "they saw a third as many": [("a third as many", 1 / 3, "ratio")],
    "waves were a quarter as high": [("a quarter as high", 0.25, "ratio")],
    "it took a fifth as long": [("a fifth as long", 0.2, "ratio")],
    "it cost a third as much again": [("a third as much again", 4 / 3, "ratio")],
    "it lost a third as many boats again": [("a third as many boats again", 4 / 3, "ratio")],
    "losses were double, they said": [("double", 2, "ratio")],
    "losses were triple, they said": [("triple", 3, "ratio")],
    "losses were treble, they said": [("treble", 3, "ratio")],
    "losses were quadruple, they said": [("quadruple", 4, "ratio")],
}


@pytest.mark.parametrize("words", TOLD_PARTS)
def test_a_part_or_multiple_is_told_without_a_number(words):
    read = story(f"On 3 May, police said, {words}.")
    assert len(read.lines) == 1  # a sentence without any row would be no line
    found = [(one.quote, one.value, one.dimension) for one in (*told_shares(read), *told_multiples(read))]
    # what `quantities` reads itself is not told twice
    own = [
        (one.quote, one.value, one.dimension) for one in read.frames if one.dimension in ("percent", "ratio")
    ]
    wanted = TOLD_PARTS[words]
    assert [one[0] for one in (found or own)] == [one[0] for one in wanted]
    assert [one[1:] for one in (found or own)] == [(pytest.approx(value), kind) for _, value, kind in wanted]
    assert not (found and own)


def test_a_part_that_is_a_row_already_is_not_told_again():
    read = story("Of 40 boats, a quarter of the boats (25 percent) sank, half a million men saw it.")
    assert not list(told_shares(read))


@pytest.mark.parametrize(
    "text",
    [
        "The fare is half as much again as last year: $15, up from $10.",
        "The town has half as many boats again, 60 compared with 40 in May.",
    ],
)
def test_half_as_much_again_is_one_and_a_half_times_as_much(text):
    found = check(extract([Article(slug="x", text=text)]))
    assert len(found) == 1 and found["holds"].all()


OPERATIONS = {  # (text, figure) → what it may state of two others
    ("Of 80 boats, 20 sank, or 25 percent.", "25 percent"): ("share",),  # it tells the 20 again
    ("Of 80 boats in the bay 25 percent sank.", "25 percent"): ("share", "change"),
    ("Votes rose from 40 percent to 45 percent, five percentage points more.", "five percentage points"): (
        "difference",
    ),
    ("Crews landed 900 tonnes and 750 tonnes, 150 tonnes less.", "150 tonnes"): ("difference",),
    ("Police made 60 arrests in 12 raids, an average of five arrests per raid.", "five"): ("average",),
    ("Fines doubled from $40 to $80.", "doubled"): ("times",),
}


@pytest.mark.parametrize("text, quote", OPERATIONS)
def test_the_unit_and_the_words_beside_a_figure_say_what_it_may_state(text, quote):
    assert claim(text, quote).operations == OPERATIONS[text, quote]


def test_points_are_the_difference_of_two_percentages():
    text = "Of 900 men, 40 percent voted in May and 45 percent in June, five percentage points more."
    one = claim(text, "five percentage points")
    assert [x.quote for x in one.near] == ["45 percent", "40 percent"]
    assert [(pair.operation, pair.a.quote, pair.b.quote) for pair in one.pairs] == [
        ("difference", "45 percent", "40 percent")
    ]


def test_figures_of_a_table_and_none_at_all_are_no_claims():
    table = (
        "Police held 40 men.\n\n| Year | Men | Share |\n|---|---|---|\n| 2020 | 40 | 25% |\n| 2021 | 0 | 0% |"
    )
    assert not [one.figure.quote for one in claims_of(story(table)) if "%" in one.figure.quote]
    assert not [
        one for one in claims_of(story("Police held 0 of 40 men, or 0 percent.")) if not one.figure.value
    ]


def test_the_figures_of_the_title_are_within_reach_of_all():
    filler = "\n\n".join(f"On {day} May 2024 police in Leeds spoke of the raid." for day in range(1, 20))
    one = claim(
        f"Police stop 80 boats and 200 cars\n\n{filler}\n\nSome 20 sank, or 25 percent.", "25 percent"
    )
    assert {x.quote for x in one.near} >= {"Some 20", "80", "200"}


FEATURES = {  # what is told of a claim: texts in which it is so, and texts in which it is not
    "led back": (["Of 120 files, 30 were lost. That makes {25 percent}."], ["Of 120 files, 30 were lost, {25 percent}."]),
    "beside": (["Of 80 boats, 20 sank, or {25 percent}."], ["Of 80 boats seen in May, 20 sank. Prices rose {25 percent}."]),
    "heading": (["Raids up {50 percent}\n\nPolice made 60 raids, up from 40."], ["Police made 60 raids, {50 percent} more."]),
    "up": (["Raids rose {50 percent}, to 60 from 40."], ["Raids, {50 percent} of 40, went on."]),
    "down": (["Raids fell {50 percent}, to 20 from 40."], ["Raids rose {50 percent}, to 60 from 40."]),
    "plan": (["The agency plans 60 flights, {50 percent} more than 40."], ["The agency made 60 flights, {50 percent} more than 40."]),
    "rough": (["Of 80 boats, 20 sank, or {about 25 percent}."], ["Of 80 boats, 20 sank, or {25 percent}."]),
    "fraction": (["Of 80 boats, 20, or {a quarter} of the boats, sank."], ["Of 80 boats, 20, or {25 percent}, sank."]),
    "own time": (["Police made 60 raids and 40 arrests, {50 percent} more than last year."], ["Police made 60 raids, {50 percent} more than 40."]),
    "says change": (["Police made 60 raids, {50 percent} more than the 40 of May."], ["Of 80 boats, 20 sank, or {25 percent} of all."]),
    "points": (["It was 40 percent and is 45 percent, {five percentage points} more."], ["It was 40 percent and is {45 percent} now."]),
    "opens": (["{25 percent} of 80 boats sank, 20 in all."], ["Of 80 boats that were seen, 20 sank, {25 percent}."]),
    "ends": (["Of 80 boats, 20 sank, or {25 percent}."], ["Of 80 boats, 20, or {25 percent}, sank at sea."]),
    "level": (["Of 80 boats, 20 sank: a share of {25 percent}.", "Of 80 boats, 20 sank; they made up {25 percent}.",
               "Of 80 boats, 20 sank and account for {25 percent}."], ["Raids rose {25 percent}, from 80 by 20."]),
    "alone": (["Of 80 boats, 20 sank. It is {25 percent} now."], ["Of 80 boats, 20 sank, or {25 percent}."]),
}  # fmt: skip


@pytest.mark.parametrize("name", FEATURES)
def test_what_the_words_beside_a_claim_say(name):
    for texts, so in zip(FEATURES[name], (True, False), strict=True):
        for text in texts:
            quote = text[text.index("{") + 1 : text.index("}")]
            one = claim(
                text.replace("{", "").replace("}", ""),
                quote[0].upper() + quote[1:] if text[0] == "{" else quote,
            )
            assert bool(told(one)[TOLD.index(name)]) == so, text


def test_the_words_beside_a_claim_are_named_with_their_place():
    words = words_beside(claim("Of 80 boats, 20 sank, or 25 percent of 80.", "25 percent"))
    assert {"before: or", "before: sank", "next before: or", "next two before: or ,", "before: #"} <= set(
        words
    )
    assert {"behind: of", "next behind: of", "behind: #", "next two behind: of #"} <= set(words)


PAIRS = {  # what is told of two figures: texts in which it is so, and texts in which it is not
    "pair line": (["Of {80} boats, {20} sank."], ["They saw {80} boats. They lost {20} boats."]),
    "pair next line": (["They saw {80} boats. They lost {20} boats."], ["Of {80} boats, {20} sank."]),
    "pair far": (["They saw {80} boats. On 3 May it was cold. They lost {20} boats."], ["They saw {80} boats. They lost {20} boats."]),
    "pair adjacent": (["Of {80} boats, {20} sank."], ["Of {80} boats and 30 cars, {20} were lost."]),
    "pair listed": (["They saw {80} boats, {20} cars."], ["They saw {80} boats when it rained on {20} cars."]),
    "pair against": (["They lost {80} boats, compared with {20} boats in May."], ["They lost {80} boats and {20} cars."]),
    "pair other time": (["In May 2023 they lost {80} boats; in May 2022 they lost {20} boats."], ["In May 2023 they lost {80} boats and {20} cars."]),
    "pair same time": (["In May 2023 they lost {80} boats and {20} cars."], ["They lost {80} boats and {20} cars."]),
    "pair class": (["They met {80} men and {20} women."], ["They met {80} men and lost {20} boats."]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_what_the_words_say_of_two_figures(name):
    for texts, so in zip(PAIRS[name], (True, False), strict=True):
        for text in texts:
            read = story("Police spoke of 7 raids.\n\n" + text.replace("{", "").replace("}", ""))
            a, b = (next(one for one in read.frames if one.quote == quote) for quote in ("80", "20"))
            for first, second in ((a, b), (b, a)):
                found = pair_words(read, first, second)
                assert bool(found.get(name)) == so, text
                assert found["second behind"] == float(second is b)


TYING = {  # text → the words that tie the figures, of which those beside the claim must be among them
    "Police made 60 arrests in 12 raids, an average of five arrests per raid.": "arrests per raid",
    "The share of women rose from 40 percent to 45 percent, an increase of five percentage points.": "increase of",
    "They had 30 horses and 90 cows, a third as many horses as cows.": "a third as many",
    "The rate was 25 percent: 20 of 80.": "rate",
    "Of 120 files, 30 were lost. That makes 25 percent.": "That",
}


@pytest.mark.parametrize("text", TYING)
def test_the_words_that_tie_a_pair_stand_in_the_text(text):
    found = check(extract([Article(slug="x", text=text, published="2024-06-01")]))
    told_words = [word for row in found.itertuples() for word in row.tied_by]
    assert all(word in text for word in told_words)
    assert TYING[text] in told_words


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        ("Thefts rose by 20 per cent. Police counted 455 in 2023, after 350 in 2022.", "20 per cent", True),
        ("Thefts fell by 20 per cent. Police counted 455 in 2023, after 350 in 2022.", "20 per cent", False),
        ("Thefts fell by 20 per cent. Police counted 455 in 2023 and 610 in 2022.", "20 per cent", True),
        ("Thefts changed by 20 per cent. Police counted 455 in 2023 and 610 in 2022.", "20 per cent", None),
        ("Thefts fell by 20 per cent. Police counted 455 and the coast guard 610.", "20 per cent", None),
    ],
)
def test_figures_go_the_way_that_is_told_or_not_or_the_words_do_not_say(text, quote, told):
    one = claim(text, quote)
    pair = next(pair for pair in one.pairs if pair.operation == "change")
    a, b = sorted(pair[1:3], key=lambda figure: figure.start)
    assert goes_as_told(one.story, one.figure, a, b) is told
