"""Who says what: passages in many shapes, the annotated articles, soundness of the word lists, properties."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.agencies.cues import cue_forms, cue_of, source_class, statement_words
from helpers.agencies.quotations import find_quotations
from helpers.agencies.voiced import voiced
from helpers.extraction import extract
from helpers.texts.corpus import SEEDS, Article, load_corpus
from helpers.texts.lexicon import MODES
from helpers.texts.lists import word_list
from helpers.texts.sentence import sentences

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"
KINDS = {"speech", "report", "belief", "decree"}


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


PASSAGES, PEOPLE = lines(HERE / "statements.jsonl"), lines(HERE / "speakers.jsonl")


@pytest.fixture(scope="module")
def passages():
    """What is read in the passages, one article each."""
    return extract(
        Article(slug=f"p{number:03}", text=one["text"]) for number, one in enumerate(PASSAGES)
    ).statements


def test_there_are_passages_in_many_shapes():
    assert len(PASSAGES) >= 80 and len({one["shape"] for one in PASSAGES}) >= 80


@pytest.mark.parametrize("number", range(len(PASSAGES)), ids=[one["shape"] for one in PASSAGES])
def test_statements(number, passages):
    read = [
        {
            "source": row.source or None,
            "cue": row.cue or None,
            "content": row.quote,
            "who": row.speaker or row.agency or None,
            "direct": row.direct,
            "kind": row.kind,
        }
        for row in passages[passages["article"] == f"p{number:03}"].itertuples()
    ]
    wanted = PASSAGES[number]["statements"]
    assert sorted(read, key=lambda one: one["content"]) == sorted(wanted, key=lambda one: one["content"])


@pytest.mark.parametrize("case", PEOPLE, ids=[one["kind"] for one in PEOPLE])
def test_speakers_of_kinds_that_were_read_wrongly(case):
    rows = extract([Article(slug="x", text=case["text"])]).speakers
    read = [(row.name, row.title, row.organisation, row.direct) for row in rows.itertuples()]
    wanted = [tuple(one.values()) for one in case["expect"]]
    assert [row[0] for row in read] == [row[0] for row in wanted]
    for own, expected in zip(read, wanted, strict=True):
        assert all(value == asked for value, asked in zip(own, expected, strict=True) if asked is not None)


def test_speakers_of_the_kinds_reach_their_bar():
    cases = [one for one in lines(GOLD / "kinds" / "names_read.jsonl") if one["table"] == "speakers"]
    rows = extract(
        Article(slug=f"p{number:03}", text=one["text"]) for number, one in enumerate(cases)
    ).speakers
    right = 0
    for number, one in enumerate(cases):
        own = rows[rows["article"] == f"p{number:03}"]
        right += set(zip(own["name"], own["direct"], strict=True)) == {
            (row["name"], row["direct"]) for row in one["expect"]
        }
    assert right >= 0.95 * len(cases)


@pytest.mark.parametrize(
    ("corpus", "gold"), [(SEEDS, GOLD), (GOLD / "dev", GOLD / "dev")], ids=["seeds", "dev"]
)
def test_the_annotated_articles_are_read_exactly(corpus, gold):
    done = subprocess.run(
        [sys.executable, GOLD / "score_statements.py", "--corpus", corpus, "--gold", gold],
        capture_output=True,
        text=True,
        check=True,
    )
    reached = json.loads(done.stdout.splitlines()[-1])
    assert reached["somebody else"] == 0
    assert min(reached[f"{part} exact"] for part in ("source", "cue", "content", "linked")) >= 0.95


def test_articles_without_a_speaker_have_none_and_give_no_words_to_a_person():
    tables = extract(load_corpus())
    without = {"000_434760b6812f335f", "001_b7bc2b2bb49e577b", "004_238b4c3f190c3adf"}
    slugs = {article.slug for article in load_corpus()}
    silent = {
        path.stem
        for path in GOLD.glob("*.json")
        if path.stem in slugs and not json.loads(path.read_text(encoding="utf-8"))["speakers"]
    } or without & slugs
    assert silent
    assert not set(tables.speakers["article"]) & silent
    of_silent = tables.statements[tables.statements["article"].isin(silent)]
    assert (of_silent["speaker"] == "").all() and (of_silent["direct"] == "indirect").all()


def test_the_words_of_the_speakers_of_the_seeds_are_exact():
    """Every direct quotation that the annotation gives to a person is one row with exactly its words."""
    rows = extract(load_corpus()).statements
    read = set(zip(rows["article"], rows["speaker"], rows["quote"], strict=True))
    annotated = [
        (path.stem, row["who"], row["quote"])
        for path in GOLD.glob("*.json")
        for row in (
            json.loads(path.read_text(encoding="utf-8")) if path.stem != "contradictions" else {}
        ).get("statements", [])
        if row["direct"] == "direct"
    ]
    assert len(annotated) >= 3 and set(annotated) <= read


# ---- lists


def test_the_cues_are_sound():
    rows = word_list("texts/speech_words")
    assert len({(row["word"], row["pos"]) for row in rows}) == len(rows)
    known = {
        "clause",
        "to",
        "object",
        "quote",
        "host",
        "about",
        "of",
        "for",
        "on",
        "against",
        "as",
        "with",
        "in",
        "at",
        "by",
        "over",
        "toward",
        "towards",
    }
    for row in rows:
        assert row["pos"] in ("verb", "noun", "adjective", "phrase") and row["kind"] in KINDS, row
        assert row["frames"] and set(row["frames"].split()) <= known | {"that", "out"}, row


def test_every_form_leads_to_a_cue():
    assert all(cue_of(form, form, "verb") for form in cue_forms())
    assert cue_of("said", "say", "verb").kind == "speech" and cue_of("wept", "weep", "verb") is None


def test_sources_have_one_class():
    assert [
        source_class(word, word) for word in ("officials", "official", "ministry", "indictment", "raid")
    ] == [
        "person",
        "person",
        "body",
        "document",
        "",
    ]
    assert statement_words("open") and "say" in statement_words("open")


# ---- properties


@given(st.text(alphabet="“”\"'‘’«»„‹›「」''—:., \nABab said", max_size=120))
@settings(max_examples=150, deadline=None)
def test_quotations_never_raise_and_keep_their_places(text):
    article = Article(slug="x", text=text)
    found = find_quotations(article)
    assert all(
        text[one.start : one.end] == one.text and one.first <= one.start <= one.end <= one.last
        for one in found
    )
    assert all(one.last <= other.first for one, other in zip(found, found[1:], strict=False))


@given(st.text(alphabet='“”"«»—:., \nABabcI said ICE the FBI', max_size=160))
@settings(max_examples=60, deadline=None)
def test_the_voiced_form_leads_back_to_the_sentence(text):
    article = Article(slug="x", text=text)
    quotations = find_quotations(article)
    for sentence in sentences(article):
        here = [one for one in quotations if one.first < sentence.end and sentence.start < one.last]
        masked = voiced(sentence, here)
        inside = {at for start, end, *_ in masked.anchors for at in range(start, end)}
        for at, character in enumerate(masked.text):
            if at not in inside and not character.isspace():
                assert sentence.text[masked.original(at)].lower() == character.lower()


@given(
    st.lists(
        st.sampled_from(
            [
                "“We won,”",
                "said",
                "Jo Sample",
                "he",
                "ICE",
                "that",
                "police",
                ",",
                ".",
                ":",
                "\n\n",
                "according to",
                "told",
            ]
            + [
                "the report",
                "“Go.",
                "who",
                "adamant",
                "made the claim that",
                "— Jo Sample, mayor",
                "and",
                "it",
            ]
        ),
        max_size=14,
    )
)
@settings(max_examples=60, deadline=None)
def test_nothing_raises_and_every_row_has_its_evidence(words):
    article = Article(slug="x", text=" ".join(words) or "x")
    for row in extract([article]).statements.itertuples():
        assert article.text[row.start : row.end] == row.quote
        assert row.mode in MODES and row.kind in KINDS and row.direct in ("direct", "mixed", "indirect")
        if row.source:
            assert article.text[int(row.source_start) : int(row.source_end)] == row.source
        if row.cue:
            assert article.text[int(row.cue_start) :].startswith(row.cue)


def test_quotation_marks_without_end_are_read_in_one_pass():
    """Marks that are never closed: the text is looked at a bounded number of times."""
    for mark in ("“", "«", '"', "‘x ", "'x "):
        assert find_quotations(Article(slug="x", text=f"He said {mark}a " * 3000)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Ned Roe, whose rides once drew crowds, rose before a U.S. District Court judge and pleaded for mercy.",
        "Anna Roe, who once ran a bakery beside the Harris County Sheriff's Office, said she knew nothing.",
    ],
)
def test_a_clause_on_a_person_is_no_title_and_gives_no_body(text):
    speakers = extract([Article(slug="x", text=text)]).speakers
    assert list(speakers["title"]) == [""] and list(speakers["organisation"]) == [""]


@pytest.mark.parametrize("one", lines(HERE / "denied.jsonl"), ids=lambda one: one["shape"])
def test_what_is_denied_is_not_asserted(one):
    found = extract([Article(slug="one", text=one["text"])]).statements
    assert found["negated"].astype(bool).tolist() == [one["negated"]]


@pytest.mark.parametrize("one", lines(HERE / "dealt_with.jsonl"), ids=lambda one: one["shape"])
def test_a_deed_is_no_statement(one):
    tables = extract([Article(slug="one", text=one["text"])])
    assert len(tables.statements) == one["statements"]
    assert one["statements"] or "comment" not in set(tables.roles["role"])
