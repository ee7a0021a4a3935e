"""Public gold in a reader's folder: small files made here in the three formats."""

import json

import pytest
from defusedxml.ElementTree import fromstring

from helpers.accuracy.gold import GoldError
from helpers.accuracy.public import _walk, peers, score_public
from tests.growth import assert_linear

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22" functionInDocument="CREATION_TIME">2013-03-22</TIMEX3></DCT>
<TEXT>Police raided the port on <TIMEX3 tid="t1" type="DATE" value="2013-03-04">March 4, 2013</TIMEX3> and stayed for
<TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>. <EVENT eid="e1">Nobody</EVENT> slept
<TIMEX3 tid="t3" type="DATE" value="1999-01-01">the other day</TIMEX3>.</TEXT></TimeML>
"""
NEWSQUANT = [
    {
        "text": "Officers found 287 boxes and $3 million.",
        "quantities": [{"value": "287.0"}, {"value": "3000000.0"}],
    },
    {"text": "Nothing was found in the 22nd house.", "quantities": [{"value": "7"}]},
]
# ages with their unit, cents, shares in words and lengths are counted there
COUNTED_THERE = [
    {
        "text": "A 15-year-old paid 40 cents for a third of the boxes within three days.",
        "quantities": [{"value": "15"}, {"value": "40"}, {"value": "0.3333333"}, {"value": "3"}],
    }
]


def scores(folder):
    return {(row["gold"], row["measure"]): row for row in score_public(folder).to_dict("records")}


def test_timeml(tmp_path):
    (tmp_path / "wsj.tml").write_text(TIMEML, encoding="utf-8")
    found = scores(tmp_path)[("TimeML", "value")]
    assert found["annotated"] == 3 and found["right"] == 2 and found["texts"] == 1


def test_a_text_of_many_expressions_takes_linear_time():
    def work(count):
        timed = '<TIMEX3 type="DATE" value="2013">in 2013</TIMEX3> a '
        root = fromstring(f"<TEXT>{timed * count}</TEXT>")
        return lambda: _walk(root, [], [], 0)

    assert_linear(work, 1_000)


def test_newsquant(tmp_path):
    (tmp_path / "NewsQuant.json").write_text(json.dumps(NEWSQUANT), encoding="utf-8")
    found = scores(tmp_path)[("NewsQuant", "value")]
    assert (found["annotated"], found["right"], found["texts"]) == (3, 2, 2)
    assert found["recall"] == pytest.approx(2 / 3)


def test_newsquant_counts_what_is_set_aside_here(tmp_path):
    (tmp_path / "NewsQuant.json").write_text(json.dumps(COUNTED_THERE), encoding="utf-8")
    found = scores(tmp_path)[("NewsQuant", "value")]
    assert (found["annotated"], found["read"], found["right"]) == (4, 4, 4)


def test_attributions(tmp_path):
    text = "“We were not told,” said Mayor Elena Ruiz."
    lines = [
        f"T{n}\t{kind} {text.index(words)} {text.index(words) + len(words)}\t{words}"
        for n, (kind, words) in enumerate(
            (("Content", "“We were not told,”"), ("Cue", "said"), ("Source", "Mayor Elena Ruiz")), 1
        )
    ]
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    found = scores(tmp_path)
    for part in ("source", "cue", "content"):
        assert found[("attributions", f"{part}, exact")]["right"] == 1, part
        assert found[("attributions", f"{part}, overlap")]["f1"] == 1


def test_pieces_of_a_statement_are_one_content_and_linked_to_its_source(tmp_path):
    text = "“We were told nothing,” said Mayor Elena Ruiz, who has left. “We have not called for help.”"
    lines = [
        f"T1\tContent 0 23;{text.index('“We have')} {len(text)}\tx",
        f"T2\tCue {text.index('said')} {text.index('said') + 4}\tsaid",
        f"T3\tSource {text.index('Mayor')} {text.index(', who')}\tMayor Elena Ruiz",
        "T4\tAttribution 24 28\tsaid",
        "E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3",
    ]
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    found = scores(tmp_path)
    assert found[("attributions", "content, exact")]["f1"] == 1
    linked = found[("attributions", "content with its source")]
    assert (linked["annotated"], linked["read"], linked["right"]) == (1, 1, 1)


def test_a_folder_without_gold_says_what_was_looked_for(tmp_path):
    (tmp_path / "catalogue.json").write_text("{}", encoding="utf-8")
    with pytest.raises(GoldError, match=r"\.tml.*NewsQuant.*\.ann"):
        score_public(tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.tml", b"<TimeML><TEXT>"),
        ("x.json", b"["),
        ("x.json", b"[" * 100_000),
        ("x.json", b'[{"text": "a", "quantities": [{"number": 1}]}]'),
        ("x.json", b'[{"quantities": []}]'),
        ("y.ann", b"T1\tCue 0 4\tsaid"),
        ("x.ann", b"T1\tCue 0 4\tsa\xefd"),
    ],
)
def test_a_broken_file_is_named(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "x.txt").write_text("he said", encoding="utf-8")
    with pytest.raises(GoldError, match=name):
        score_public(tmp_path)


def test_figures_of_peers_are_percent_and_have_a_reason():
    frame = peers()
    assert frame["f1"].astype(float).between(1, 100).all() and (frame["why"] != "").all()
