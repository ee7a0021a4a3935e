"""One sentence taken apart: which one, what is read in it, what is said of it, and that it can be drawn."""

import re
from pathlib import Path

import pandas as pd
import pytest

from helpers import check, extract, load_corpus, show, verify
from helpers.findings import chosen
from helpers.findings import how_it_reads as find
from helpers.record import join, load_record
from helpers.show import how_it_reads as draw
from helpers.texts import Article, Corpus, load_model

NOWHERE = Path("nowhere")
TEXT = "It rained in the port. On 3 May 2024 ICE arrested 30 people: 12 men and 18 women. Nobody spoke of 5 boats."


@pytest.fixture
def shown(monkeypatch):
    seen = []
    for module in ("helpers.show.page", "helpers.show.figures", "helpers.show.how_it_reads"):
        monkeypatch.setattr(f"{module}.display", lambda data, **_: seen.append(data))
    return seen


def corpus(*texts):
    return Corpus([Article(slug=f"a{n}", text=text) for n, text in enumerate(texts)], NOWHERE)


def test_the_sentence_with_the_most_kinds_of_evidence_is_chosen():
    one = find.one_sentence(corpus("Nothing.", TEXT))
    assert one.text == "On 3 May 2024 ICE arrested 30 people: 12 men and 18 women."
    assert one.place.article == "a1" and "No other sentence" in one.why
    found = find.evidence(one)
    assert list(dict.fromkeys(found["kind"])) == ["name", "action", "number", "time", "relation"]
    assert verify([("evidence", found)], one.texts)["failed"].sum() == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police held 26 men. The 26 men were flown home.", "one figure given twice"),
        (
            "Police held 26 men. The 26 men were flown home. All 26 men had lawyers.",
            "one figure given three times",
        ),
        (
            "ICE arrested over 200 men. The agency detained 216 men. All 216 men were flown home.",
            "one figure that agrees with “216” (given twice)",
        ),
        (
            "Frontex counted nearly 500 boats in May. The 500 boats came from Libya. The 500 boats were old.",
            "one figure that agrees with “500” (given twice)",
        ),
        ("Police held 26 men. The court freed 12 women.", ""),
    ],
)
def test_a_figure_that_is_only_given_again_is_no_relation(text, said):
    texts = corpus(text)
    one = find.one_sentence(texts, f"{text.split('. ')[0]}.")
    words = find.answer(one, find.evidence(one))
    assert "relation" not in words and (said in words if said else "given" not in words)


LONG = "ICE arrested 3 men " + "and then " * 50 + "left."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing.", "Nothing."),
        ("word " * 50, "word " * 49 + "word"),
        (LONG, LONG),
        (f"{LONG} It rained.", "It rained."),
        ("It rained. They left.", "It rained."),
        ("***\n\nIt rained. 12 men left. 9 cars left on 3 May 2024.", "9 cars left on 3 May 2024."),
    ],
)
def test_a_sentence_is_chosen_whatever_stands_in_the_text(text, expected):
    assert find.one_sentence(corpus(text)).text == expected


def test_what_the_tables_say_of_sentences_is_not_split_again(monkeypatch):
    texts = corpus(*[TEXT] * 5)
    tables = extract(texts)
    monkeypatch.setattr(chosen, "sentences", lambda article: pytest.fail(f"{article.slug} was split"))
    place = find.most_telling(texts, tables, check(tables), join(load_record(texts), tables))
    assert place.article == "a0" and texts[0].text[place.start :].startswith("On 3 May")


@pytest.mark.parametrize(
    ("wanted", "article", "said"),
    [
        ("Nobody  spoke of\n5 boats.", "a0", "stands in [[a0]]"),
        ("5 boats", "a0", "It is the first sentence with the words “5 boats”; it stands in [[a0]]."),
        ("oats.", "your-sentence", "read as a text of its own"),
        (
            "La policía detuvo a doce hombres en Tijuana.",
            "your-sentence",
            "read as a text of its own. **Who acts and who speaks is read in English only**",
        ),
        ("ICE arrested 12 men.", find.OWN, "read as a text of its own"),
        ("ICE arrested 12 men. ICE left.", find.OWN, "the first sentence of them"),
    ],
)
def test_a_sentence_is_found_or_read_by_itself(wanted, article, said):
    one = find.one_sentence(corpus(TEXT), wanted)
    assert one.place.article == article and said in one.why
    assert one.texts[0].text[one.place.start : one.place.end] == one.text


@pytest.mark.parametrize("wanted", ["!!!", "…", "—", "\u200b.", "🚓"])
def test_what_is_no_sentence_is_answered_with_one(wanted, shown):
    one = find.one_sentence(corpus(TEXT), wanted)
    found = find.evidence(one)
    assert found.empty and one.place is None and one.text == ""
    assert find.answer(one, found) == "There is no sentence to read." and "no sentence" in one.why
    draw.layers(found, one.texts)
    draw.grammar(load_model()(one.text))
    assert len(shown) == 2 and not any("image/png" in data or "image/svg+xml" in data for data in shown)


def test_without_texts_there_is_no_sentence():
    for texts in ((), ("",), ("***",)):
        one = find.one_sentence(corpus(*texts))
        assert find.answer(one, find.evidence(one)) == one.why == "There is no sentence to read."


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (
            "Police arrested 30 people: 12 men and 18 women.",
            "**Read in this sentence**: one name of a body, one action, three numbers and one relation "
            "between figures.",
        ),
        (
            "The FBI and the DEA arrested men; the FBI seized guns.",
            "**Read in this sentence**: three names of two bodies and two actions (three roles).",
        ),
        ("The boat has 3 masts.", "**Read in this sentence**: one number."),
        (
            "Green ideas sleep.",
            "**Nothing was read in this sentence**: it has no name of a body, no action, no number and no date.",
        ),
    ],
)
def test_the_sentence_on_the_sentence(wanted, said):
    one = find.one_sentence(corpus(), wanted)
    assert find.answer(one, find.evidence(one)) == said


@pytest.mark.parametrize(
    "wanted", ["", "x" * 5000, "men " * 900, "ICE arrested 12 men. " * 3, "Полиция 12", "a $b$ <i>12</i> “q”"]
)
def test_every_sentence_is_drawn_and_its_words_never_become_html(wanted, shown):
    one = find.one_sentence(load_corpus(), wanted)
    draw.layers(find.evidence(one), one.texts)
    draw.grammar(load_model()(one.text[:4000]))
    assert shown and not any("<i>12" in data.get("image/svg+xml", "") for data in shown)


@pytest.mark.parametrize("columns", [draw.COLUMNS, draw.NARROW_COLUMNS])
def test_what_was_read_stands_whole_below_its_words_and_nothing_lies_on_another(columns):
    one = find.one_sentence(load_corpus())
    found = find.evidence(one)
    found = pd.concat([found, found.assign(reading=found["reading"] + " and so on" * 20)])
    for start, end in draw._lines(one.text, columns):
        first = one.place.start + start
        taken: dict[int, list[tuple[int, int]]] = {}
        for lane, begin, last, row, label, left in draw._marks(found, first, one.place.start + end, columns):
            whole = " ".join(label)
            assert whole in (f"({row.kind}, continued)", " ".join(f"{row.kind}: {row.reading}".split()))
            span = min(begin, left), max(last, left + round(draw.LABEL * max(map(len, label))))
            for at in range(lane, lane + 1 + len(label)):
                assert all(span[1] <= a or span[0] >= b for a, b in taken.get(at, []))
                taken.setdefault(at, []).append(span)
            assert left + draw.LABEL * max(map(len, label)) <= columns + 1


def test_a_relation_is_marked_once_and_its_words_stand_where_it_begins():
    one = find.one_sentence(corpus(), "Police arrested 30 people: 12 men and 18 women.")
    found = find.evidence(one)
    assert (found["kind"] == "relation").sum() == 3
    marks = draw._marks(found, 0, len(one.text), draw.COLUMNS)
    [(_, begin, end, row, label, _)] = [mark for mark in marks if mark[3].kind == "relation"]
    assert [one.text[first:last] for first, last in sorted(row.parts)] == ["30", "12", "18"]
    assert (begin, end) == (one.text.index("30"), one.text.index("18") + 2)
    assert label == ["relation: 12 + 18 = 30 (holds)"]
    first, *others = [
        draw._marks(found, start, end, 20) for start, end in draw._lines(one.text, 20)
    ]  # a sentence of three lines
    told = [[" ".join(mark[4]) for mark in marks if mark[3].kind == "relation"] for marks in others]
    assert not [mark for mark in first if "continued" in " ".join(mark[4])]
    assert all(words == ["(relation, continued)"] for words in told[1:] if words)


@pytest.mark.parametrize(
    ("wanted", "reading"),
    [
        ("Police held over 200 men.", "at least 200 “men”"),
        ("Police held at least 200 men.", "at least 200 “men”"),
        ("Police held nearly 200 men.", "at most 200 “men”"),
        ("Police held up to 200 men.", "at most 200 “men”"),
    ],
)
def test_a_bound_is_told_in_the_words_of_the_tables(wanted, reading):
    """The tables keep no difference between "over" and "at least", and their headings say "at least"."""
    found = find.evidence(find.one_sentence(corpus(), wanted))
    assert found.loc[found["kind"] == "number", "reading"].tolist() == [reading]


def test_the_grammar_is_the_same_in_every_run(shown):
    for _ in range(2):
        draw.grammar(load_model()("ICE arrested 12 men."))
    assert shown[:2] == shown[2:] and 'viewBox="0 ' in shown[0]["image/svg+xml"]


def test_long_pieces_of_the_grammar_are_broken_and_its_codes_explained(shown):
    draw.grammar(
        load_model()(
            "The Immigration and Customs Enforcement Removal Operations Office arrested 12 undocumented men."
        )
    )
    svg, codes = shown[0]["image/svg+xml"], shown[1]["text/plain"]
    words = re.findall(r"<tspan (?:class=\"displacy-word\"|dy=\"1.15em\")[^>]*>([^<]*)</tspan>", svg)
    assert len(words) > svg.count("displacy-token") and max(map(len, words)) <= draw.PIECE
    assert "nominal subject (nsubj)" in codes and "verb (VERB)" in codes
    assert int(re.search(r'width="(\d+)"', svg)[1]) <= 110 * (svg.count("displacy-token") + 1)


def test_the_headline_is_of_the_sentence_that_the_notebook_chooses():
    texts = load_corpus()
    tables = extract(texts)
    checks, claims = check(tables), join(load_record(texts), tables)
    one = find.one_sentence(texts)
    said = find.headline(texts, tables, checks, claims)
    assert f"[[{one.place.article}]]" in said
    assert find.answer(one, find.evidence(one)).split("**: ")[1].rstrip(".") in said
    assert said.startswith("**One sentence, taken apart**: ")


@pytest.mark.parametrize("smallest_first", [False, True])
def test_rows_that_overlap_are_marked_piece_by_piece(smallest_first, shown):
    text = "Then three men fled far."
    rows = [
        {
            "article": "a",
            "start": text.index(words),
            "end": text.index(words) + len(words),
            "label": words,
            "kind": "count",
        }
        for words in ("three men fled", "three", "men", "far")
    ]
    texts = Corpus([Article(slug="a", text=text)], NOWHERE)
    show.read_in_place(texts, pd.DataFrame(rows), empty="", smallest_first=smallest_first)
    page = shown[0]["text/html"]
    pieces = re.findall(r"<mark [^>]*>([^<]*)", page)
    assert [words.strip() for words in pieces] == ["three", "", "men", "fled", "far"]
    for row in rows:  # each has a place of its own
        assert re.search(rf'id="?text-a-{row["start"]}-{row["end"]}\b', page)
