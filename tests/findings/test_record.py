"""What notebook 4 says in sentences, and that its figures and lists draw whatever they are given."""

import re

import pandas as pd
import pytest

from helpers import extract, load_corpus
from helpers.findings import record as find
from helpers.findings import record_articles as around
from helpers.record.claims import compare, join
from helpers.record.read import VERDICTS, load_record
from helpers.show import record as draw
from helpers.show import record_calendar


@pytest.fixture(scope="module")
def own():
    corpus = load_corpus()
    record, tables = load_record(corpus), extract(corpus)
    joined = join(record, tables)
    return corpus, record, tables, joined, compare(joined, record.reports)


@pytest.fixture
def shown(monkeypatch):
    """What a notebook would show, as text: plain text, Markdown and HTML one after the other."""
    seen = []
    for module in ("helpers.show.page", "helpers.show.record", "helpers.show.figures"):
        monkeypatch.setattr(f"{module}.display", lambda data, **_: seen.append(data))
    return seen


def claims(*verdicts, kind="count", article="x", **columns):
    rows = [
        {
            "claim_id": f"{article}-{n}",
            "article": article,
            "kind": kind,
            "verdict": verdict,
            "claim": "C.",
            "quote": "q",
            "reason": "R.",
            "start": n,
            "end": n + 1,
            "tie": "same value",
            "begin": "",
            "finish": "",
            "read": "q",
            "why": "",
            "speakers": [],
        }
        | columns
        for n, verdict in enumerate(verdicts)
    ]
    return pd.DataFrame(rows)


def compared(**columns):
    base = {
        "claim_id": "x-0",
        "article": "x",
        "kind": "count",
        "claim": "C.",
        "verdict": "contradicted",
        "reason": "R.",
        "read": "12",
        "publisher": "P",
        "stance": "supports",
        "bound": "",
        "claimed": None,
        "reported": None,
        "ratio": None,
        "claimed_begin": None,
        "claimed_finish": None,
        "reported_begin": None,
        "reported_finish": None,
        "days": None,
    }
    rows = [base | dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return pd.DataFrame(rows, columns=list(base))


def reports(*pages):
    return pd.DataFrame(
        [
            {"claim_id": "x-0", "article": article, "url": url, "origin": origin, "original": "yes"}
            for article, url, origin in pages
        ],
        columns=["claim_id", "article", "url", "origin", "original"],
    )


# ---- tables
# -------------------------------------------------------------------------------------------------------------------


def test_chosen_and_counted():
    frame = pd.concat([claims("corroborated", "differs"), claims("not found", kind="date", article="y")])
    assert (
        len(find.chosen(frame, [], [])) == 3
        and len(find.chosen(frame, ["differs", "not found"], ["date"])) == 1
    )
    counts = find.verdict_counts(frame, "article", ["y", "x", "z"])
    assert list(counts.columns) == list(VERDICTS) and counts.sum(axis=1).tolist() == [1, 2, 0]
    table = find.kinds(frame)
    assert list(table.columns) == ["kind", "claims", "corroborated", "differs", "not found"]
    assert table.to_numpy().tolist() == [["count", 2, 1, 1, 0], ["date", 1, 0, 0, 1]]
    assert find.kinds(frame.head(0)).empty


@pytest.mark.parametrize(
    ("claimed", "reported", "days", "words"),
    [
        (("2024-03-11", "2024-03-22"), ("2024-03-11", "2024-03-22"), 0, "the same"),
        (("2024-03-11", "2024-03-22"), ("2024-03-11", "2024-03-26"), 4, "ends four days later"),
        (("2024-03-11", "2024-03-22"), ("2024-03-10", "2024-03-22"), -1, "begins one day earlier"),
        (("2024-03-11", "2024-03-22"), ("2024-03-12", "2024-03-12"), 0, "within the days claimed"),
        (("2024-03-15", "2024-03-15"), ("2025-01-03", "2025-01-03"), 294, "294 days later"),
        (("2024-03-15", "2024-03-15"), ("2024-03-01", "2024-03-01"), -14, "14 days earlier"),
    ],
)
def test_differences_of_days_in_words(claimed, reported, days, words):
    frame = compared(
        claimed_begin=[claimed[0]],
        claimed_finish=[claimed[1]],
        reported_begin=[reported[0]],
        reported_finish=[reported[1]],
        days=[days],
    )
    found = find.date_differences(frame)
    assert found["difference"].tolist() == [words]
    assert find.same_pages(found)["difference"].tolist() == [[words]]


def test_ratios_come_with_the_furthest_first():
    found = find.ratios(
        compared(
            claim_id=["x-0", "x-1", "x-2"],
            claimed=[4.0, 1.0, 3.0],
            reported=[4.0, 4.0, 1000.5],
            ratio=[1.0, 0.25, 3.0],
        )
    )
    assert found["claim_id"].tolist() == ["x-1", "x-2", "x-0"] and found["distance"].tolist() == [4, 3, 1]
    assert find.same_pages(found)["reported"].tolist() == [["4"], ["1,000.5"], ["4"]]


def test_origins_count_a_page_once():
    found = around.origins(
        reports(("x", "u1", "ICE"), ("x", "u1", "ICE"), ("x", "u2", "ICE"), ("x", "u3", "AP"))
    )
    assert found[["origin", "pages", "of_pages"]].to_numpy().tolist() == [["ICE", 2, 3], ["AP", 1, 3]]
    assert around.origins_by_article(found) == ["**x**: three pages from two origins: ICE 2 and AP."]


def test_partners_leave_out_speech_plans_and_statistics():
    evidence = {"article": "x", "negated": False, "mode": "reported"}
    roles = pd.DataFrame(
        [
            evidence | {"agency": "FBI", "role": "arrest"},
            evidence | {"agency": "police", "role": "cooperate"},
            evidence | {"agency": "CDC", "role": "report"},
            evidence | {"agency": "DEA", "role": "arrest", "mode": "planned"},
            evidence | {"agency": "ATF", "role": "arrest", "negated": True},
        ]
    )
    agencies = pd.DataFrame({"agency": ["FBI", "police"], "level": ["federal", "unnamed"]})
    events = pd.DataFrame(
        {
            "article": ["x", "x"],
            "agencies": ["fbi; Marshals", "CDC"],
            "label": ["Raid", "Deaths"],
            "period": [False, True],
        }
    )
    found = around.partners(roles, agencies, events)
    assert found[["agency", "where"]].to_numpy().tolist() == [
        ["FBI", "both"],
        ["police", "article only"],
        ["Marshals", "record only"],
    ]
    assert around.partners_by_article(found).iloc[0].tolist() == ["x", ["FBI"], ["“police”"], ["Marshals"]]


def test_people_with_what_the_record_says():
    speakers = pd.DataFrame(
        {
            "article": ["x", "x"],
            "name": ["A. Chief", "A. Chief"],
            "title": ["", "Chief"],
            "organisation": ["", ""],
            "direct": [False, True],
        }
    )
    joined = pd.concat(
        [
            claims("contradicted", kind="person", speakers=["A. Chief"]),
            claims("not found", kind="wording", speakers=["B"]),
        ]
    )
    assert around.people(speakers, joined).iloc[0].tolist() == [
        "x",
        "A. Chief",
        "Chief",
        "–",
        "direct",
        "contradicted (x-0)",
        "–",
    ]


# ---- sentences
# ------------------------------------------------------------------------------------------------------------------


def say(frame, beside=None, pages=None, total=None, search="", cases=None, **choice):
    record = type(
        "Record",
        (),
        {
            "folder": "some",
            "claims": range(len(frame) if total is None else total),
            "search": search,
            "cases": cases or {},
        },
    )
    return find.sentences(
        frame,
        compared() if beside is None else beside,
        record,
        reports() if pages is None else pages,
        **choice,
    )


def test_without_a_record_or_a_claim_there_is_one_sentence():
    nothing = type("Record", (), {"folder": None})
    assert find.sentences(claims(), compared(), nothing, reports()) == [
        "These texts have no record of what other sources reported, so there is nothing to compare; notebook 4 shows how to add one."
    ]
    assert len(say(claims("differs").head(0))) == 1


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (["corroborated"], "The one claim picked for this record in one article **is corroborated**."),
        (["not checkable"], "The one claim picked for this record in one article **cannot be checked**."),
        (
            ["differs", "differs"],
            "Of two claims picked for this record in one article, **none is corroborated** and two differ.",
        ),
        (
            ["corroborated"] * 2,
            "Of two claims picked for this record in one article, **two are corroborated**.",
        ),
        (
            ["corroborated", "contradicted", "not found", "not found"],
            "Of four claims picked for this record in one article, **one is corroborated**, one is contradicted and two were found nowhere.",
        ),
    ],
)
def test_the_first_sentence(verdicts, said):
    assert say(claims(*verdicts))[0] == said


@pytest.mark.parametrize(
    ("verdicts", "choice", "said"),
    [
        (
            ["contradicted"] * 2,
            {"verdicts": ["contradicted"]},
            "Shown: **two of 87 claims**, those with the verdict “contradicted”.",
        ),
        (
            ["contradicted", "not found"],
            {"verdicts": ["contradicted", "not found"]},
            "Shown: **two of 87 claims**, those with the verdict “contradicted” or “not found”: one is contradicted and one was found nowhere.",
        ),
        (
            ["differs"],
            {"kinds": ["date", "count"]},
            "Shown: **one of 87 claims**, those about a date or count: one differs.",
        ),
        (
            ["differs"],
            {"kinds": ["date"], "verdicts": ["differs"]},
            "Shown: **one of 87 claims**, those about a date with the verdict “differs”.",
        ),
    ],
)
def test_a_choice_is_said_and_nothing_that_follows_from_it(verdicts, choice, said):
    frame = pd.concat([claims(*verdicts), claims(verdicts[0], article="y").head(0)])
    beside = compared(ratio=[2.0], stance=["contradicts"], reported=[6.0], claimed=[12.0])
    found = say(frame, beside, total=87, **choice)
    assert found[0] == said
    assert not [sentence for sentence in found if "corroborated" in sentence] and (
        "every such page" in " ".join(found)
    ) == ("verdicts" not in choice)


def test_none_found_nowhere_is_told_from_not_shown():
    assert (
        find.none_nowhere(["contradicted"])
        != find.none_nowhere([])
        == find.none_nowhere(["not found"])
        == "There is no such claim."
    )


def test_an_inferred_case_and_the_search_are_said_first():
    frame = pd.concat([claims("differs", "corroborated"), claims("differs", article="y")])
    found = say(frame, search="asking", cases={"x": "a case", "z": "another"})
    assert found[1:3] == [
        "**Two of the three claims (x) are compared with a case that is only inferred**: a case. If the article means another case, "
        "the verdicts on them fall.",
        "The pages were collected beforehand, by asking: **“not found” means not found there**.",
    ]
    assert found[3].endswith("run from 0 of 1 (y) to 1 of 2 (x, if the inferred case is meant).")
    assert say(claims("differs"), cases={"x": "a case"})[1].startswith("**The claim (x) is compared")
    assert "does not say" in say(claims("differs"))[1]
    assert "no record" in find.search(type("Record", (), {"folder": None}))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            {"days": [0, 0], "claim_id": ["a", "b"]},
            "Two claimed times can be set beside a reported one; no page has other days for any of them.",
        ),
        ({"days": [0]}, "One claimed time can be set beside a reported one; no page has other days for it."),
        (
            {"days": [294]},
            "One claimed time can be set beside a reported one; **at least one page has other days for it**. "
            "The furthest apart are “12” (x) and 3 May 2024 (P), which is 294 days later.",
        ),
        (
            {"days": [-1, 0], "claim_id": ["a", "b"]},
            "Two claimed times can be set beside a reported one; **at least one page has other days for one of them**. "
            "The furthest apart are “12” (x) and 3 May 2024 (P), which is one day earlier.",
        ),
    ],
)
def test_the_sentence_on_dates(found, said):
    claimed, days = ["2024-06-01"] * len(found["days"]), ["2024-05-03"] * len(found["days"])
    beside = compared(
        **found, claimed_begin=claimed, claimed_finish=claimed, reported_begin=days, reported_finish=days
    )
    assert said in say(claims("differs"), beside)


def test_spans_that_share_days_are_not_called_apart():
    beside = compared(
        days=[4],
        claimed_begin=["2024-03-11"],
        claimed_finish=["2024-03-22"],
        reported_begin=["2024-03-11"],
        reported_finish=["2024-03-26"],
    )
    assert "“12” (x) and 11–26 March 2024 (P), which ends four days later." in " ".join(
        say(claims("differs"), beside)
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            {"ratio": [1.0], "stance": ["supports"]},
            "One claimed number can be set beside a reported one; every such page supports the claim.",
        ),
        (
            {"ratio": [1.0, 1.0], "stance": ["supports"] * 2, "claim_id": ["a", "b"]},
            "Two claimed numbers can be set beside a reported one; for each of them every such page supports the claim.",
        ),
        (
            {"ratio": [1.0], "stance": ["differs"]},
            "One claimed number can be set beside a reported one; not every such page supports the claim.",
        ),
        (
            {"ratio": [2.0], "stance": ["differs"], "bound": ["at least"]},
            "One claimed number can be set beside a reported one; not every such page supports the claim. "
            "**The furthest apart** are the figures for this claim of x: “C.” The article has “12”, P has 6: at least 2.00 times that figure.",
        ),
        (
            {"ratio": [0.5, 1.0], "stance": ["contradicts", "differs"], "claim_id": ["a", "b"]},
            "Two claimed numbers can be set beside a reported one; for none of them every such page supports the claim. "
            "**The furthest apart** are the figures for this claim of x: “C.” The article has “12”, P has 6: 0.50 times that figure.",
        ),
    ],
)
def test_the_sentence_on_numbers(found, said):
    assert said in say(
        claims("differs"),
        compared(**found, reported=[6.0] * len(found["ratio"]), claimed=[12.0] * len(found["ratio"])),
    )


def test_why_a_number_is_contradicted():
    beside = find.ratios(
        compared(ratio=[0.5, 0.6], stance=["contradicts", "contradicts"], reported=[24.0, 20.0])
    )
    assert find.contradictions(beside) == ["**x-0**, “12”, is contradicted: R."]
    assert find.contradictions(beside.head(0)) == ["No page contradicts a number."]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([], "No page bears on these claims."),
        ([("x", "u1", "ICE")], "One page bears on these claims."),
        (
            [("x", "u1", "ICE"), ("x", "u2", "ICE"), ("y", "u3", "AP")],
            "**Many pages, few origins**: three pages bear on these claims, but for one article more than half of them go back to one origin "
            "(2 of 2 to ICE for x).",
        ),
        (
            [("x", "u1", "ICE"), ("y", "u2", "AP")],
            "Two pages bear on these claims; for no article do more than half of them go back to one origin.",
        ),
    ],
)
def test_the_sentence_on_origins(pages, said):
    assert said in say(claims("differs", kind="wording"), pages=reports(*pages))


def test_the_sentence_on_ties():
    both = pd.concat([claims("differs"), claims("differs", tie="nothing read", why="so")])
    assert (
        say(claims("differs"))[-1]
        == "The one claim about a date or a number has a value that was read out of the article and can be compared."
    )
    assert say(both)[-1] == (
        "Of two claims about a date or a number, one has a value that was read out of the article and can be compared; "
        "the other one is listed with the reason."
    )
    assert say(both.tail(1))[-1] == (
        "The one claim about a date or a number has no value that was read out of the article and can be compared; "
        "it is listed with the reason."
    )
    assert find.untied(both) == ["**x-0** (count), “q”: so."]
    assert find.untied(claims("differs", kind="place")) == [
        "None of the claims shown is about a date or a number."
    ]


def test_sentences_on_the_own_record_are_those_of_its_tables(own):
    corpus, record, _, joined, beside = own
    said = find.sentences(joined, beside, record, record.reports)
    assert said[0] == (
        "Of 87 claims picked for this record in five articles, **27 are corroborated**, 29 differ, 14 are contradicted, 14 were found "
        "nowhere and three cannot be checked."
    )
    assert said[1].startswith(
        "**15 of the 87 claims (sinaloa-removal) are compared with a case that is only inferred**"
    )
    assert "from 3 of 19 (massachusetts-sweep) to 13 of 22 (drug-arrests)" in said[3]
    assert "the other eight are listed" in said[-1] and len(find.untied(joined)) == 8
    assert not [
        sentence
        for sentence in said
        if re.search(r"\bNone\b|\bnan\b|  |\bone \w+s\b(?! corroborated)|%", sentence)
    ]


# ---- events and bodies
# ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mexico", "Mexican government"),
        ("United States", "U.S. government"),
        ("Government of Canada", "Canadian federal government"),
    ],
)
def test_a_country_and_its_government_are_one_body(one, other):
    roles = pd.DataFrame(
        [{"article": "x", "negated": False, "mode": "reported", "agency": one, "role": "arrest"}]
    )
    events = pd.DataFrame(
        {
            "article": ["x"],
            "agencies": [other + "; Mexican authorities"],
            "label": ["Raid"],
            "period": [False],
        }
    )
    found = around.partners(roles, pd.DataFrame({"agency": [one], "level": ["nation"]}), events)
    assert found[["agency", "where"]].to_numpy().tolist() == [
        [one, "both"],
        ["Mexican authorities", "record only"],
    ]


def test_events_later_than_the_article_and_periods_are_left_out(tmp_path):
    (tmp_path / "x.txt").write_text("Police held 12 men.", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    article = type(
        "Article",
        (),
        {
            "slug": "x",
            "published_range": (pd.Timestamp("2024-05-01").date(), pd.Timestamp("2024-05-31").date()),
        },
    )
    base = {"article": "x", "label": "Raid", "unit": "persons", "period": False}
    happened = pd.DataFrame(
        [
            base | {"begin": "2024-05-03", "end": "2024-05-03", "count": 12.0},
            base | {"begin": "2024-05-04", "end": "2024-05-04", "count": 1.0},
            base | {"begin": "2024-06-01", "end": "2024-06-02", "count": 2.0},
            base | {"begin": "2023-01-01", "end": "2023-12-31", "count": 9.0, "period": True},
        ]
    )
    record = type("Record", (), {"events": happened})
    dates = pd.DataFrame(
        {"article": ["x", "x"], "begin": ["2024-05-03", "2024-05-01"], "finish": ["2024-05-03", "2024-05-31"]}
    )
    quantities = pd.DataFrame(
        {"article": ["x", "x"], "low": [12, 1], "high": [None, 1], "unit": ["count", "count"]}
    )
    assert around.events(record, dates, quantities, [article])["named"].tolist() == [
        "12 persons; the article has its day and number",
        "1 person",
    ]
    assert around.events_left_out(record, [article]) == [
        "One period that statistics cover is left out: it is no event.",
        "One event later than the article is left out: Raid, 1–2 June 2024 (x).",
    ]
    assert len(around.events(record, dates, quantities, corpus)) == 3
    assert (
        around.events_left_out(record, corpus)[-1]
        == "When x was published is unknown, so events listed for it can be later."
    )


# ---- figures and lists
# -------------------------------------------------------------------------------------------------------------


def draw_all(corpus, record, tables, joined, beside, pages):
    draw.verdicts(find.verdict_counts(joined, "article", corpus.slugs), "by_article")
    draw.verdicts(find.verdict_counts(joined, "kind"), "by_kind")
    record_calendar.calendar(joined, beside, record.events, corpus)
    draw.ratios(find.ratios(beside))
    draw.origins(around.origins(pages))
    draw.claims(joined, pages, empty="no claim")
    draw.nowhere(joined, empty="nothing missing")
    draw.events(around.events(record, tables.dates, tables.quantities, corpus), empty="no event")


@pytest.mark.filterwarnings("error")
def test_everything_draws_for_all_and_for_a_choice(own, shown):
    corpus, record, tables, joined, beside = own
    draw_all(corpus, record, tables, joined, beside, record.reports)
    assert sum("image/png" in data for data in shown) == 5
    for verdict in ("contradicted", "not checkable"):
        some = find.chosen(joined, [verdict], [])
        pages = record.reports[record.reports["claim_id"].isin(some["claim_id"])]
        draw.verdicts(find.verdict_counts(some, "kind"), "by_kind")
        draw.origins(around.origins(pages))
        draw.ratios(find.ratios(compare(some, pages)))
    for kind in ("date", "cause"):
        record_calendar.calendar(find.chosen(joined, [], [kind]), beside, record.events, corpus)


def test_nothing_to_draw_is_said(tmp_path, shown):
    (tmp_path / "x.txt").write_text("Police held 12 men on 3 May 2024.", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    record, tables = load_record(corpus), extract(corpus)
    joined = join(record, tables)
    draw_all(corpus, record, tables, joined, compare(joined, record.reports), record.reports)
    assert not [data for data in shown if "image/png" in data] and len(shown) == 8


def test_no_words_of_a_record_become_html_and_only_web_addresses_become_links(own, shown):
    _, record, tables, joined, _ = own
    bad = "<script>alert(1)</script>"
    draw.claims(
        joined.assign(claim=bad, quote=bad, reason=bad, claim_id=bad),
        record.reports.assign(claim_id=bad),
        empty="",
    )
    draw.claims(
        joined,
        record.reports.assign(
            publisher=bad, reported_value=bad, published=bad, url='https://x.example/"onclick="a'
        ),
        empty="",
    )
    draw.claims(joined, record.reports.assign(url="javascript:alert(1)"), empty="")
    draw.nowhere(joined.assign(claim=bad, reason=bad, claim_id=bad), empty="")
    draw.events(
        around.events(record, tables.dates, tables.quantities, []).assign(
            label=bad, note=bad, named=bad, when=bad
        ),
        empty="",
    )
    page = "".join(data["text/html"] for data in shown)
    assert "<script" not in page and "javascript:" not in page and 'onclick="' not in page
    assert set(re.findall(r'href="([^":]*:)', page)) <= {"https:", "http:"}


def test_every_claim_is_listed_with_its_pages_and_a_way_into_the_text(own, shown):
    _, record, _, joined, _ = own
    draw.claims(joined, record.reports, empty="")
    page = shown[0]["text/html"]
    assert all(f"<b>{claim}</b>" in page for claim in joined["claim_id"])
    assert page.count('<a href="http') == len(record.reports.drop_duplicates(["article", "url"]))
    assert page.count('<a href="http') + page.count('<a href="#page-') == len(record.reports)
    assert set(re.findall(r'href="#(page-\d+)"', page)) <= set(re.findall(r'id="(page-\d+)"', page))
    assert page.count('<a href="#text-') == len(joined)


def test_large_tables_are_cut_and_say_so(shown):
    counts = find.verdict_counts(
        pd.concat([claims(*["differs"] * 90, article=f"a{n}") for n in range(30)]), "article"
    )
    draw.verdicts(counts, "many")
    assert "Claims by article" in shown[0]["text/plain"]
    draw.claims(
        claims(*["not checkable"] * 250),
        reports().assign(publisher=[], published=[], stance=[], reported_value=[], reports=[]),
        empty="",
    )
    assert "50 more claims are in the file" in shown[-1]["text/html"]


def test_no_words_of_the_figures_lie_on_others(own, monkeypatch):
    corpus, record, _, joined, beside = own
    drawn = []
    for module in (draw, record_calendar):
        monkeypatch.setattr(module, "figure", lambda figure, *_: drawn.append(figure))
    monkeypatch.setattr(record_calendar, "say", lambda _: None)
    draw.verdicts(find.verdict_counts(joined, "article", corpus.slugs), "by_article")
    record_calendar.calendar(joined, beside, record.events, corpus, cases=record.cases)
    draw.ratios(find.ratios(beside))
    draw.origins(around.origins(record.reports))
    for figure in drawn:
        figure.draw_without_rendering()
        for axes in figure.axes:
            boxes = [
                (text.get_text(), text.get_window_extent())
                for text in [*axes.texts, axes.title]
                if text.get_text().strip()
            ]
            for number, (words, box) in enumerate(boxes):
                over = [
                    other
                    for other, beneath in boxes[number + 1 :]
                    if box.shrunk(0.98, 0.7).overlaps(beneath.shrunk(0.98, 0.7))
                ]
                assert not over, (words, over)
