"""What notebook 4 says in sentences, and that its figures and lists draw whatever they are given."""

import re
from collections import Counter
from datetime import date
from html import escape
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest

from helpers import extract, load_corpus
from helpers.findings import record as find
from helpers.findings import record_articles as around
from helpers.findings import record_people as people
from helpers.findings import record_tables, telling
from helpers.findings.quotations import quotations
from helpers.findings.words import number, with_titles
from helpers.record import load_record
from helpers.record.claims import compare, join
from helpers.record.rules import STANCES
from helpers.run.collection import NOTEBOOKS
from helpers.show import (
    read_in_place,
    record_beside,
    record_calendar,
    record_claims,
    record_panels,
    record_ratios,
)
from helpers.show import record as draw
from helpers.show.places import anchor
from helpers.show.record_beside import CLAIMS, contradicted
from helpers.texts import Article, Corpus, word_list


@pytest.fixture(scope="module")
def own():
    corpus = load_corpus()
    record, tables = load_record(corpus), extract(corpus)
    joined = join(record, tables)
    return corpus, record, tables, joined, compare(joined, record.reports)


def claims(*verdicts, kind="count", article="x", **columns):
    rows = [
        {
            "claim_id": f"{article}-{n}",
            "article": article,
            "kind": kind,
            "verdict": verdict,
            "claim": "C.",
            "claim_value": "12",
            "unit": "people",
            "quote": "q",
            "reason": "R.",
            "copied": False,
            "start": n,
            "end": n + 1,
            "tie": "same value",
            "begin": "",
            "finish": "",
            "read": "q",
            "read_start": n,
            "why": "",
            "speakers": [],
        }
        | columns
        for n, verdict in enumerate(verdicts)
    ]
    return pd.DataFrame(rows)


ALIKE = "on {} every page compared has exactly the article’s number (“{}”)"


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
        "worked_out": None,
        "reported_over_claimed": None,
        "claimed_begin": None,
        "claimed_finish": None,
        "reported_begin": None,
        "reported_finish": None,
        "days": None,
    }
    rows = [base | dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return pd.DataFrame(rows, columns=list(base))


def reports(*pages, stance="differs", claim_id="x-0"):
    told = {"claim_id": claim_id, "stance": stance, "original": "yes"}
    return pd.DataFrame(
        [told | {"article": article, "url": url, "origin": origin} for article, url, origin in pages],
        columns=["claim_id", "article", "url", "origin", "original", "stance"],
    )


# ---- tables
# -------------------------------------------------------------------------------------------------------------------


def test_chosen():
    frame = pd.concat([claims("corroborated", "differs"), claims("not found", kind="date", article="y")])
    assert (
        len(find.chosen(frame, [], [])) == 3
        and len(find.chosen(frame, ["differs", "not found"], ["date"])) == 1
    )


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


@pytest.mark.parametrize(
    ("article", "verdict", "reason", "rests"),
    [
        ("x", "contradicted", "Two dailies differ.", False),
        ("x", "contradicted", "If he is meant, two dailies differ.", True),
        ("inferred", "differs", "It was later.", True),
        ("inferred", "differs", "If the inferred case is meant, it was later.", True),
        ("inferred", "not found", "No page has it.", False),
    ],
)
def test_it_is_known_which_verdicts_rest_on_a_condition(article, verdict, reason, rests):
    claim = SimpleNamespace(article=article, verdict=verdict, reason=reason)
    assert record_tables.rests_on(claim, {"inferred": "the case of May"}) == rests


def test_verdicts_that_rest_on_a_condition_have_a_star_and_come_last(shown):
    two = claims("contradicted", "contradicted", "corroborated").assign(
        reason=["If he is meant, no.", "No.", "Yes."]
    )
    record_claims.claims(two, reports(), Corpus([Article(slug="x", text="q")]), empty="")
    say, counts, page = (data["text/html"] for data in shown)
    assert record_tables.RESTS in say and "contradicted 2</a> (1*)" in counts
    cells = re.findall(r"contradicted(?: \(\*\))?(?=</td>)", page)
    assert cells == ["contradicted", "contradicted (*)"]
    record_claims.claims(two.tail(2), reports(), Corpus([Article(slug="x", text="q")]), empty="")
    assert record_tables.RESTS not in "".join(data["text/html"] for data in shown[3:])


def test_ratios_come_with_the_furthest_first():
    found = find.ratios(
        compared(
            claim_id=["x-0", "x-1", "x-2"],
            claimed=[4.0, 1.0, 3.0],
            reported=[4.0, 4.0, 1000.5],
            reported_over_claimed=[1.0, 0.25, 3.0],
        )
    )
    assert found["claim_id"].tolist() == ["x-1", "x-2", "x-0"] and found["distance"].tolist() == [4, 3, 1]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([("12", 1.0, "supports"), ("12", 1.0, "near")], ALIKE.format("one claim", "12")),
        ([("12", 1.0, "supports"), ("12", 2.0, "near")], ""),
        ([("12", 1.0, "same source")], ALIKE.format("one claim", "12") + ", but these only share the article’s source"),
        (
            [("12", 1.0, "near"), ("12", 1.0, "same source")],
            ALIKE.format("one claim", "12") + ", but these only share the article’s source or have something similar",
        ),
        (
            [("30", 1.0, "same source"), ("25", 1.0, "supports"), ("over 7", 1.0, "supports")],
            f"{ALIKE.format('two claims', '25” and “over 7')}; {ALIKE.format('one claim', '30')}, but these only share the article’s source",
        ),
        ([], ""),
    ],
)  # fmt: skip
def test_numbers_that_agree_everywhere_are_told_and_those_of_one_source_apart(pages, said):
    read, times, stance = zip(*pages, strict=True) if pages else ((), (), ())
    ids = [f"x-{words}" for words in read]
    found = compared(claim_id=ids, read=read, claimed=times, reported_over_claimed=times, stance=stance)
    assert find.about_equal(find.ratios(found)) == said


def test_origins_count_a_page_once():
    found = around.origins(
        reports(("x", "u1", "ICE"), ("x", "u1", "ICE"), ("x", "u2", "ICE"), ("x", "u3", "AP"))
    )
    assert found[["origin", "pages", "of_pages"]].to_numpy().tolist() == [["ICE", 2, 3], ["AP", 1, 3]]


ACTED = {"article": "x", "negated": False, "mode": "reported", "quote": "They acted.", "start": 0}
ACTED |= {"action_start": 5, "action_end": 10}


def test_partners_leave_out_speech_plans_and_statistics():
    evidence = ACTED
    left_open = {"quote": "They likely acted.", "action_start": 12, "action_end": 17}
    roles = pd.DataFrame(
        [
            evidence | left_open | {"agency": "ICE", "role": "arrest"},
            evidence | {"agency": "FBI", "role": "arrest"},
            evidence | {"agency": "police", "role": "cooperate"},
            evidence | {"agency": "CDC", "role": "report"},
            evidence | {"agency": "DEA", "role": "arrest", "mode": "planned"},
            evidence | {"agency": "ATF", "role": "arrest", "negated": True},
        ]
    )
    agencies = pd.DataFrame(
        {
            "article": ["x"] * 3,
            "agency": ["FBI", "police", "ATF"],
            "level": ["federal", "unnamed", "federal"],
            "quote": ["FBI", "The police", "ATF"],
        }
    )
    events = pd.DataFrame(
        {
            "article": ["x", "x"],
            "agencies": ["fbi; Marshals; ATF", "CDC"],
            "label": ["Raid", "Deaths"],
            "period": [False, True],
        }
    )
    found = around.partners(roles, agencies, events)
    assert found[["agency", "where"]].to_numpy().tolist() == [
        ["FBI", "both"],
        ["The police", "article only"],
        ["ATF", "named only"],
        ["Marshals", "record only"],
    ]
    assert around.partners_by_article(found).iloc[0].tolist() == [
        "x",
        ["FBI"],
        ["–"],
        ["ATF"],
        ["Marshals"],
    ]


# ---- sentences
# ------------------------------------------------------------------------------------------------------------------


def say(frame, pages=None, total=None, search="", cases=None, seen="", **choice):
    record = type(
        "Record",
        (),
        {
            "folder": "some",
            "claims": range(len(frame) if total is None else total),
            "search": search,
            "seen": seen,
            "cases": cases or {},
            "unreported": {},
            "reports": reports(),
        },
    )
    said = find.sentences(
        frame,
        record,
        reports() if pages is None else pages,
        **choice,
    )
    return [with_titles(sentence, {}) for sentence in said]


def test_without_a_record_or_a_claim_there_is_one_sentence():
    nothing = type("Record", (), {"folder": None})
    (said,) = find.sentences(claims(), nothing, reports())
    assert said.startswith(
        "**These texts have no record of what other sources reported**, so there is nothing to compare them with. "
    )
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
            "Of four claims picked for this record in one article, **one is corroborated**, one is contradicted and two were not found.",
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
            "Shown: **two of 87 claims**, those with the verdict “contradicted” or “not found”: one is contradicted and one was not found.",
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
    found = say(frame, total=87, **choice)
    assert found[0] == said
    assert not [sentence for sentence in found if "corroborated" in sentence]


def test_an_inferred_case_is_said_early_and_the_search_can_be():
    frame = pd.concat([claims("differs", "corroborated"), claims("differs", article="y")])
    found = say(frame, cases={"x": "a case", "z": "another"})
    assert found[1] == (
        "The two claims of x are compared with a case that is only inferred: a case. If the article is about another "
        "case, these verdicts do not apply."
    )
    assert say(claims("differs"), cases={"x": "a case"})[1].startswith("The one claim of x is compared")
    some = {"folder": "some", "search": "asking", "judged": ""}
    assert find.search(type("Record", (), some)) == (
        "The pages compared were collected beforehand, by asking: **“not found” means not found there**."
    )
    judged = find.search(type("Record", (), some | {"judged": "two clerks, in May"}))
    assert judged.endswith(" The claims were picked and judged by two clerks, in May.")
    assert "is not told" in find.search(type("Record", (), some | {"search": ""}))
    assert "no record" in find.search(type("Record", (), {"folder": None}))


SPEAKS = pd.DataFrame({"article": ["x"], "name": ["A. B."], "direct": [True], "organisation": ["Post"]})
TELLING = [
    (
        ("wording", ["not found"] * 3),
        "x: none of its three quotations was found on any page that the searches gave.",
    ),
    (
        ("wording", ["not found"] * 2 + ["corroborated"]),
        "x: two of its three quotations were not found on any page that the searches gave.",
    ),
    (("person", ["contradicted"] * 2), "x: both job titles compared, those of A. B., are contradicted."),
    (
        ("person", ["contradicted"] * 2 + ["differs"]),
        "x: two of its three job titles compared, those of A. B., are contradicted.",
    ),
    (
        ("date", ["not found"]),
        "x: the one event that it dates was not found on any page that the searches gave.",
    ),
    (
        ("percent", ["not found", "not found", "contradicted"]),
        "x: two of the three figures picked from its lists and tables were not found on any page that the searches gave and one is contradicted.",
    ),
    (("wording", ["not found"]), None),
    (("wording", ["not found", "corroborated", "corroborated"]), None),
    (("percent", ["differs"] * 4), None),
]


@pytest.mark.parametrize(("group", "said"), TELLING)
def test_what_nobody_bears_out_is_told_and_nothing_else(group, said):
    kind, verdicts = group
    frame = claims(*verdicts, kind=kind, speakers=["A. B."], block="bullet")
    found = telling.telling(frame, SPEAKS)
    assert telling.sentences(found) == ([f"**[[x]]{said[1:-1]}.**"] if said else [])
    if said:
        assert say(frame, speakers=SPEAKS)[0] == f"**{said[:-1]}.**"
        inferred = telling.sentences(found, {"x": "a case"})
        assert inferred[0].endswith(", if the inferred case is meant.") and "**" not in inferred[0]


def test_a_figure_counts_once_and_a_sum_of_the_record_not_at_all():
    made = claims("contradicted", kind="count", block="table row", tie="other value")
    own = claims(*["not found"] * 3, kind="count", block="table row")
    again = claims("corroborated", "not found", kind="count", block="table row").assign(read_start=2)
    said = say(pd.concat([own, made]), speakers=SPEAKS)[0]
    assert said.startswith("**x: none of the three figures picked from its lists and tables was found")
    said = say(pd.concat([own, again]), speakers=SPEAKS)[0]
    assert said.startswith("**x: two of the three figures picked from its lists and tables were not found")


MADE = [
    (["contradicted"], " One of them (contradicted) is about a figure that was worked out or inferred; the passage quoted does not print it."),
    (["differs", "not found", "differs"],
     " Three of them (two differ and one not found) are about figures that were worked out or inferred; the passages "
     "quoted do not print them."),
    ([], ""),
]  # fmt: skip


@pytest.mark.parametrize(("made", "said"), MADE)
def test_a_figure_that_the_record_made_is_told_apart_from_those_of_the_article(made, said, shown):
    own = claims("contradicted", "corroborated", kind="count")
    frame = pd.concat([own, claims(*made, kind="count", tie="other value")]) if made else own
    [sentence] = [one for one in say(frame) if "picked for this record" in one]
    assert sentence.partition(". ")[2] == said[1:]
    assert find.made_by_the_record(frame).sum() == len(made)
    assert not find.made_by_the_record(claims("differs", kind="cause", tie="other value")).any()


def test_the_only_claim_may_be_one_of_the_record():
    frame = claims("contradicted", kind="count", tie="other value")
    assert say(frame)[0].endswith(
        " It is about a figure that was worked out or inferred; the passage quoted does not print it."
    )


IF_MEANT = {"reason": "If the officer of that name is meant, two papers have her elsewhere."}


@pytest.mark.parametrize(
    ("conditional", "bracket"),
    [
        (0, ""),
        (1, " (one of them only if the officer of that name is meant)"),
        (2, " (if the officer of that name is meant)"),
    ],
)
def test_a_verdict_that_rests_on_a_condition_is_told_with_it(conditional, bracket):
    posts = {"kind": "person", "speakers": ["A. B."], "block": "paragraph"}
    frames = [claims("contradicted", **posts, **(IF_MEANT if n < conditional else {})) for n in range(2)]
    frame = pd.concat(frames)
    assert (
        say(frame, speakers=SPEAKS)[0]
        == f"**x: both job titles compared, those of A. B., are contradicted{bracket}.**"
    )
    assert "officer" not in say(frame, speakers=SPEAKS, cases={"x": "a case"})[0]


@pytest.mark.parametrize(
    ("employers", "conditional", "bracket"),
    [
        (1, 0, " (one of them as to the employer)"),
        (1, 1, " (one of them as to the employer, if the officer of that name is meant)"),
        (2, 0, " (as to the employer)"),
        (2, 2, " (as to the employer, if the officer of that name is meant)"),
        (
            1,
            2,
            " (one of them as to the employer, if the officer of that name is meant and one of them only if the officer of that "
            "name is meant)",
        ),
    ],
)
def test_a_post_is_told_apart_from_an_employer(employers, conditional, bracket):
    """What is contradicted may be where somebody works, and not what that person is."""
    posts = {"kind": "person", "speakers": ["A. B."], "block": "paragraph"}
    frames = [
        claims(
            "contradicted",
            **posts,
            **({"claim_value": "post"} if n < employers else {}),
            **(IF_MEANT if n < conditional else {}),
        )
        for n in range(2)
    ]
    said = say(pd.concat(frames), speakers=SPEAKS)[0]
    assert said == f"**x: both job titles compared, those of A. B., are contradicted{bracket}.**"


@pytest.mark.parametrize(
    ("bodies", "verdicts", "employer", "said"),
    [
        (
            ["Post", "Police", "Court"],
            ["contradicted", "contradicted", "corroborated"],
            0,
            "two of its three job titles compared, those of A. and B., are contradicted (the first as to the employer)",
        ),
        (
            ["Post", "Police", "Court"],
            ["corroborated", "contradicted", "not found"],
            1,
            "one of its three job titles compared, that of C., was not found on any page that the searches gave and one, that of B., is contradicted "
            "(one of them as to the employer)",
        ),
        (
            ["Post", "Police", ""],  # who is without a body may be a private person, and is not named
            ["contradicted", "corroborated", "contradicted"],
            0,
            "two of its three job titles compared are contradicted (one of them as to the employer)",
        ),
        (["Post"], ["contradicted"], None, None),  # of one alone too little is known
    ],
)
def test_people_with_a_post_are_named_whose_post_nobody_bears_out(bodies, verdicts, employer, said):
    names = ["A.", "B.", "C."][: len(bodies)]
    speakers = pd.DataFrame({"article": "x", "name": names, "direct": True, "organisation": bodies})
    frames = [
        claims(
            verdict,
            kind="person",
            block="paragraph",
            speakers=[name],
            claim_value=bodies[n] if n == employer else "chief",
        )
        for n, (name, verdict) in enumerate(zip(names, verdicts, strict=True))
    ]
    told = [one for one in say(pd.concat(frames), speakers=speakers) if "job titles compared" in one]
    assert told == ([f"**x: {said}.**"] if said else [])


def test_beside_a_speaker_stands_what_the_record_contradicts_of_the_post():
    """In notebook 2, as a link to the claim in notebook 4; nothing stands beside all others, and without a record."""
    speakers = pd.DataFrame({"article": "x", "name": ["A. B.", "C. D.", ""], "title": "chief"})
    speakers = speakers.assign(organisation=["Post", "Police", ""])
    about = {"kind": "person", "claim_value": "Post", "claim": "B. is at the Post."}
    joined = pd.concat(
        [
            claims("contradicted", **about, speakers=["A. B."], **IF_MEANT),
            claims("differs", **about, speakers=["C. D."]),
        ]
    ).assign(claim_id=["1", "2"])
    for known, said in ((joined, 1), (joined.head(0), 0), (joined.assign(verdict="not found"), 0)):
        first, *others = contradicted(speakers, people.posts(speakers, known), known)
        assert not any(others) and bool(first) == bool(said)
        if said:
            place = f"to-row-4-x-{joined['start'].iloc[0]}-{joined['end'].iloc[0]}"
            assert first.startswith(f'<a class="{place}" href="4_record.ipynb#cell-id=every-claim">✖')
            assert first.endswith("employer</a>, if the officer of that name is meant")


def test_the_section_of_the_claims_is_there():
    cells = nbformat.read(NOTEBOOKS / "4_record.ipynb", as_version=4).cells
    assert CLAIMS.partition("=")[2] in {cell.id for cell in cells}


def test_the_people_whose_posts_are_compared_have_their_employer_and_their_claim(shown):
    speakers = pd.DataFrame(
        {"article": "x", "name": ["A. B.", "C. D.", ""], "title": ["expert", "chief", "aide"]}
    ).assign(organisation=["Post", "Police", ""])
    about = {"kind": "person", "speakers": ["A. B."], "claim_value": "Post", "claim": "B. is at the Post."}
    joined = claims("contradicted", **about, **IF_MEANT)
    found = people.posts(speakers, joined)
    assert found["name"].tolist() == ["A. B.", "C. D."] and found["point"].tolist() == ["employer", ""]
    assert found["verdict"].tolist() == [
        "contradicted, if the officer of that name is meant",
        people.NOT_COMPARED,
    ]
    assert people.about_others(found) == (
        "One more person speaks by name; the record has no claim on that person’s job title."
    )
    assert people.about_others(found.head(1)) == ""
    assert people.about_others(found.tail(1)).startswith("One person speaks by name;")
    pages = pd.DataFrame({"claim_id": "x-0", "reported_value": ["The Times", "", "The Times"]})
    record_beside.posts(found, joined, pages, Corpus([Article(slug="x", text="q")]), empty="")
    [page] = [data["text/html"] for data in shown]
    place = re.search(r'href="#(row-[^"]+)"', page)[1]
    assert place == f"row-{anchor('x', 0, 1)}" and "C. D." not in page
    for words in ("employer", "Post", "The Times (two pages)", "</a>, if the officer of that name is meant"):
        assert words in page


def test_a_quotation_stands_whole_and_the_pages_looked_at_are_listed(own, shown):
    corpus, record, tables, joined, _ = own
    found = quotations(tables.statements, joined, record.reports)
    record_beside.quotations(found, joined, record.reports, corpus)
    page, *listed = (data["text/html"] for data in shown)
    assert all(escape(row.quote) in page for row in found.itertuples())
    assert page.count('href="#row-') == sum(map(len, found["claims"]))
    missing = dict.fromkeys(found.loc[found["found"] == "in none of the sources kept here", "article"])
    assert len(listed) == len(missing) > 0
    for slug, shown_pages in zip(missing, listed, strict=True):
        urls = set(record.reports.loc[record.reports["article"] == slug, "url"])
        assert shown_pages.count("<a href=") == len(urls)
        assert f"{len(urls)} pages on record" in shown_pages


def test_how_much_of_the_pages_was_read_is_said_where_something_was_not_found():
    quotes = {"kind": "wording", "speakers": ["A. B."], "block": "paragraph"}
    missing = pd.concat([claims(*["not found"] * 2, **quotes), claims("not found", kind="date", article="y")])
    first, second, *_ = say(missing, speakers=SPEAKS, seen="their headings")
    assert first == (
        "**x: none of its two quotations was found on any page that the searches gave (only their headings were read).**"
    )
    assert second == (
        "**y: the one event that it dates was not found on any page that the searches gave (only their headings "
        "were read).**"
    )
    both = pd.concat([missing.head(2), claims("not found", kind="date")])
    said = say(both, speakers=SPEAKS, seen="their headings")[0]
    assert said.count("headings") == 1
    assert said.endswith("The one event that it dates was not found on any of these pages.")
    against = claims(*["contradicted"] * 2, **quotes)
    assert "headings" not in " ".join(say(against, speakers=SPEAKS, seen="their headings"))


def test_an_article_of_whose_event_no_page_tells_leads_and_says_so_first():
    quotes = claims(*["not found"] * 2, kind="wording", speakers=["A. B."], block="paragraph")
    own = claims("differs", "not found", kind="date", article="y")
    found = telling.telling(pd.concat([quotes, own]), SPEAKS)
    assert telling.sentences(found, unreported={"y": "the raid"}) == [
        "**[[y]]: no page was found that tells of the raid.**",
        "**[[x]]: none of its two quotations was found on any page that the searches gave.**",
    ]


def test_words_in_a_mouth_come_before_figures_and_what_is_certain_before_what_is_not():
    quotes = claims(*["not found"] * 2, kind="wording", speakers=["A. B."], block="paragraph")
    figures = claims(*["not found"] * 4, kind="count", article="y", block="table row")
    assert telling.telling(pd.concat([figures, quotes]), SPEAKS)["article"].tolist() == ["x", "y"]
    found = telling.telling(pd.concat([figures, quotes]), SPEAKS)
    assert telling.sentences(found, {"x": "a case"})[0].startswith("**[[y]]")


def test_the_list_of_what_is_telling_is_sound():
    rows = word_list("findings/telling")
    assert {row["group"] for row in rows} == set(telling.WORDS)
    assert all(float(row["weight"]) > 0 and int(row["fewest"]) > 0 and row["why"] for row in rows)


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([], "No page bears on these claims."),
        ([("x", "u1", "ICE")], "One page bears on these claims."),
        (
            [("x", "u1", "ICE"), ("x", "u2", "ICE"), ("y", "u3", "AP")],
            "Many pages, few origins: three pages bear on these claims, but for one of two articles more than half of them go back to one origin.",
        ),
        (
            [("x", "u1", "ICE"), ("x", "u2", "ICE"), ("y", "u3", "AP"), ("y", "u4", "AP")],
            "Many pages, few origins: four pages bear on these claims, but for both articles more than half of them go back to one origin.",
        ),
        (
            [("x", "u1", "ICE"), ("x", "u2", "AP"), ("y", "u2", "AP"), ("y", "u3", "EFE")],
            "Three pages bear on these claims; for no article do more than half of them go back to one origin.",
        ),
        (
            [("x", "u1", "ICE"), ("y", "u2", "AP")],
            "Two pages bear on these claims; for no article do more than half of them go back to one origin.",
        ),
    ],
)
def test_the_sentence_on_origins(pages, said):
    assert said in say(claims("differs", kind="wording"), pages=reports(*pages))


def test_the_claim_that_pages_of_most_origins_contradict_is_told_first():
    three = claims("contradicted", "contradicted", "contradicted", kind="place").assign(
        claim=["It rained.", "It was the first raid.", "Nobody was hurt."],
        reason=["", "", "If the port is meant, one was."],
    )
    ids = three["claim_id"].tolist()
    pages = pd.concat(
        [
            reports(("x", "u1", "ICE"), ("x", "u2", "ICE"), stance="contradicts", claim_id=ids[0]),
            reports(("x", "u3", "AP"), ("x", "u4", "AFP"), stance="contradicts", claim_id=ids[1]),
            *(reports(("x", f"u{n}", f"o{n}"), stance="contradicts", claim_id=ids[2]) for n in range(5, 9)),
        ]
    )
    three = three.assign(quote=["It rained", "the first raid", "Nobody was hurt"])
    own, other = SimpleNamespace(cases={}), SimpleNamespace(cases={"x": "the raid of May"})
    assert find._strongest(three, own, pages) == [
        "**[[x]]: two pages, of two origins, contradict the words “the first raid”.**"
    ]
    assert find._strongest(three, own, pages[pages["url"] == "u1"]) == [
        "**[[x]]: one page contradicts the words “It rained”.**"
    ]
    assert find._strongest(three, other, pages) == []  # if another case is meant, nothing is contradicted


def test_sentences_on_the_own_record_are_those_of_its_tables(own):
    corpus, record, tables, joined, beside = own
    said = find.sentences(joined, record, record.reports, speakers=tables.speakers)
    counts = joined["verdict"].value_counts()
    first = telling.telling(joined, tables.speakers).iloc[0]
    quoted = joined[(joined["article"] == first["article"]) & (joined["kind"] == "wording")]
    against = record.reports[record.reports["stance"] == "contradicts"]
    most = against.groupby("claim_id")["origin"].nunique().max()
    assert f"of {number(most)} origins, contradict the words “" in " ".join(said)
    (article,) = record.unreported
    assert said[0].startswith(
        f"**[[{article}]]: no page was found that tells of the operation.** Of its 18 claims compared,"
    )
    assert said[1].startswith(
        f"[[{first['article']}]]: none of its three quotations was found on any page that the searches gave (only excerpts"
    )
    assert (quoted[quoted["speakers"].map(len) > 0]["verdict"] == "not found").sum() == 3
    assert "picked for this record" not in " ".join(said)  # the figure counts them
    (counted,) = find.sentences(joined, record, record.reports)[:1]
    assert f"**{counts['corroborated']} are corroborated**, {counts['differs']} differ" in counted
    assert not [
        sentence
        for sentence in said
        if re.search(r"\bNone\b|\bnan\b|  |\bone (?!is\b|was\b|has\b)\w+s\b|%", sentence)
    ]


def test_words_of_the_article_inside_a_claim_have_inner_quotation_marks():
    record = SimpleNamespace(
        claims=claims("differs").assign(claim="Two were “runaways”."),
        limits=pd.DataFrame({"article": [""], "topic": [""], "limit": ["x-0 is a sum."]}),
        folder="some",
        judged="",
    )
    assert find.limits(record) == ["“Two were ‘runaways’” is a sum."]
    record.judged = "two clerks"
    assert find.limits(record)[0].startswith("Claims, verdicts and origins are judgements of two clerks;")
    assert find.limits(SimpleNamespace(folder=None)) == ["These texts have no record."]


@pytest.mark.parametrize(
    ("originals", "copies", "said"),
    [
        ("yyy", "", ""),
        (
            "yny",
            "",
            "Of three pages, one is a copy, a digest or rewrite of others’ reports, or of unclear origin.",
        ),
        (
            "nny",
            "only at need",
            "Of three pages, two are copies, digests or rewrites of others’ reports, or of unclear origin; copies were used only at need.",
        ),
    ],
)
def test_copies_are_counted_where_the_pages_stand(originals, copies, said):
    pages = pd.DataFrame({"url": ["u1", "u2", "u3", "u3"], "original": [*originals, "no"]})
    pages = pages.assign(original=pages["original"].replace({"y": "yes", "n": "no"}))
    more = " An outlet that tells of a release in its own words counts as an original."
    assert find.about_copies(pages, SimpleNamespace(copies=copies)) == (said + more if said else "")


# ---- events and bodies
# ---------------------------------------------------------------------------------------------------------------


MENTIONED = pd.DataFrame({"article": ["x"], "agency": [""], "level": ["nation"], "quote": ["it"]})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mexico", "Mexican government"),
        ("United States", "U.S. government"),
        ("Government of Canada", "Canadian federal government"),
    ],
)
def test_a_country_and_its_government_are_one_body(one, other):
    roles = pd.DataFrame([ACTED | {"agency": one, "role": "arrest"}])
    events = pd.DataFrame(
        {
            "article": ["x"],
            "agencies": [other + "; Mexican authorities"],
            "label": ["Raid"],
            "period": [False],
        }
    )
    found = around.partners(roles, MENTIONED.assign(agency=one), events)
    assert found[["agency", "where"]].to_numpy().tolist() == [
        [one, "both"],
        ["Mexican authorities", "record only"],
    ]


def test_wordings_of_one_body_without_a_name_are_one_partner():
    words = ["local law enforcement", "Local law enforcement partners", "federal agents"]
    roles = pd.DataFrame([ACTED | {"agency": one, "role": "arrest"} for one in words])
    agencies = pd.DataFrame({"article": "x", "agency": words, "level": "unnamed", "quote": words})
    events = pd.DataFrame({"article": ["x"], "agencies": ["ICE"], "label": ["Raid"], "period": [False]})
    found = around.partners(roles, agencies, events)
    assert found["agency"].tolist() == ["federal agents", "local law enforcement", "ICE"]


def test_courts_countries_and_the_nameless_are_no_partners_and_the_finding_is_said():
    roles = pd.DataFrame(
        [
            ACTED | {"agency": one, "role": "arrest"}
            for one in ("ICE", "local police", "Mexico", "Fire Department")
        ]
    )
    agencies = pd.DataFrame(
        {"article": "x", "agency": ["ICE", "local police"], "level": ["federal", "unnamed"], "quote": "q"}
    ).assign(quote=["ICE", "local police"])
    acting = "ICE; FBI; Mexican government; U.S. authorities; District Court of Ohio; Bureau of Guns, Tobacco and Fire"
    events = pd.DataFrame({"article": ["x"], "agencies": [acting], "label": ["Raid"], "period": [False]})
    found = around.partners(roles, agencies, events)
    assert set(found.loc[found["compared"], "agency"]) == {
        "ICE",
        "FBI",
        "Fire Department",
        "Bureau of Guns, Tobacco and Fire",
    }
    assert around.about_partners(found) == [
        "[[x]]: two bodies act on record that it does not name (Bureau of Guns, Tobacco and Fire; FBI); it also speaks of “local "
        "police”, without a name; one body acts there but in no event on record (Fire Department)."
    ]
    assert around.about_partners(found, {"x": "a case"})[0].endswith(", if the inferred case is meant.")
    assert around.about_partners(found[found["where"] == "both"]) == []
    assert "courts" in around.left_out(found) and around.left_out(found.head(0)) == ""


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
    base = {"article": "x", "label": "Raid", "unit": "people", "period": False}
    happened = pd.DataFrame(
        [
            base | {"begin": "2024-05-03", "end": "2024-05-03", "count": 12.0},
            base | {"begin": "2024-05-04", "end": "2024-05-04", "count": 1.0},
            base | {"begin": "2024-06-01", "end": "2024-06-02", "count": 2.0},
            base | {"begin": "2023-01-01", "end": "2023-12-31", "count": 9.0, "period": True},
        ]
    )
    record = SimpleNamespace(events=happened, unreported={})
    dates = pd.DataFrame(
        {"article": ["x", "x"], "begin": ["2024-05-03", "2024-05-01"], "finish": ["2024-05-03", "2024-05-31"]}
    )
    quantities = pd.DataFrame(
        {"article": ["x", "x"], "low": [12, 1], "high": [None, 1], "unit": ["count", "count"]}
    )
    assert around.events(record, dates, quantities, [article])["named"].tolist() == [
        "12 people; day and number in the article",
        "",
    ]
    assert len(around.events(record, dates, quantities, corpus)) == 3


def test_nothing_of_others_is_set_beside_an_article_of_whose_event_no_page_tells():
    happened = pd.DataFrame(
        {
            "article": ["x", "y"],
            "label": "Raid",
            "begin": "2024-05-03",
            "end": "2024-05-03",
            "count": 1.0,
            "unit": "people",
            "period": False,
        }
    )
    record = SimpleNamespace(events=happened, unreported={"x": "the operation"})
    nothing = pd.DataFrame({name: [] for name in ("article", "begin", "finish", "low", "high", "unit")})
    articles = [SimpleNamespace(slug=slug, published_range=None) for slug in ("x", "y")]
    assert around.events(record, nothing, nothing, articles)["article"].tolist() == ["y"]
    assert find.with_event(happened, record)["article"].tolist() == ["y"]
    assert find.without_event(record) == (
        "No page was found that tells of the operation of [[x]], so no days, bodies or events are set beside it."
    )
    assert find.without_event(SimpleNamespace(unreported={})) == ""


# ---- figures and lists
# -------------------------------------------------------------------------------------------------------------


def draw_all(corpus, record, tables, joined, beside, pages):
    draw.verdicts(joined, corpus)
    record_calendar.calendar(joined, beside, record.events, corpus)
    draw.ratios(find.ratios(beside), joined)
    draw.claims(joined, pages, corpus, empty="no claim")
    draw.events(around.events(record, tables.dates, tables.quantities, corpus), corpus, empty="no event")


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([("supports", "26", "A"), ("supports", "26", "B")], "2 support 26 people: A; B R."),
        ([("supports", "26", "A"), ("supports", "26", "A")], "2 support (one source: A) 26 people: A; A R."),
        ([("supports", "yes", "A")], "1 supports A R."),
        ([("supports", "12", "A"), ("differs", "12", "B")], "1 supports, 1 differs supports , A differs , 12 people: B R."),
        ([("supports", "yes", "A"), ("differs", "27", "B")], "1 supports, 1 differs supports , A differs , 27 people: B R."),
        ([("supports", "[1]", "A")], "1 supports 1 person (worked out): A R."),
        ([("near", "2475 (stops)", "A")], "1 has something similar 2,475 stops: A R."),
        ([("contradicts", "2024-03-11/2024-03-26", "A")], "1 contradicts 11–26 March 2024: A R."),
        ([("differs", "2024-02-30", "A")], "1 differs 2024-02-30: A R."),
        ([], "no page R."),
    ],
)  # fmt: skip
def test_pages_are_told_once_and_in_words(pages, told):
    columns = ["stance", "reported_value", "publisher"]
    found = pd.DataFrame(pages, columns=columns).assign(reports="", original="yes", published="", url="")
    found = found.assign(origin=found["publisher"])
    claim = next(claims("differs").itertuples())
    html = record_claims._pages(claim, found if pages else None)
    assert " ".join(re.sub("<[^>]+>", " ", html).split()) == told


def test_no_value_of_the_own_record_is_shown_with_a_bracket_too_many(own):
    """A number that the record worked out and that counts something else has two pairs of them."""
    _, record, _, joined, _ = own
    units = dict(zip(joined["claim_id"], joined["unit"], strict=True))
    bracketed = [row for row in record.reports.itertuples() if set("[](") & set(row.reported_value)]
    assert len(bracketed) > 8
    for row in bracketed:
        said = record_claims._value(row.reported_value, units[row.claim_id])
        assert not set("[]") & set(said) and said.count("(") == said.count(")"), said
        assert said.endswith("(worked out)") == row.reported_value.startswith("[")
    assert record_claims._value("1700000 (of 2021)", "people") == "1,700,000 of 2021"


@pytest.mark.filterwarnings("error")
def test_everything_draws_for_all_and_for_a_choice(own, shown):
    corpus, record, tables, joined, beside = own
    draw_all(corpus, record, tables, joined, beside, record.reports)
    assert sum("image/png" in data for data in shown) == 3
    for verdict in ("contradicted", "not checkable"):
        some = find.chosen(joined, [verdict], [])
        pages = record.reports[record.reports["claim_id"].isin(some["claim_id"])]
        draw.verdicts(some, corpus)
        draw.ratios(find.ratios(compare(some, pages)), some)
    for kind in ("date", "cause"):
        record_calendar.calendar(find.chosen(joined, [], [kind]), beside, record.events, corpus)


def test_days_on_record_at_the_edges_of_the_calendar_have_room():
    marks = [
        record_panels.Mark(day, day, "a raid with a long label", side, away=away)
        for day, side, away in ((date.min, 1, -1), (date.max, -1, 1))
    ]
    left, right, above, below = record_panels.make_room(marks)
    assert (left, right, above, below) == (date.min, date.max, 1, 1)


def test_nothing_to_draw_is_said(tmp_path, shown):
    (tmp_path / "x.txt").write_text("Police held 12 men on 3 May 2024.", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    record, tables = load_record(corpus), extract(corpus)
    joined = join(record, tables)
    draw_all(corpus, record, tables, joined, compare(joined, record.reports), record.reports)
    assert not [data for data in shown if "image/png" in data] and len(shown) == 5


def test_no_words_of_a_record_become_html_and_only_web_addresses_become_links(own, shown):
    corpus, record, tables, joined, _ = own
    joined = joined.head(12)  # every row is written in one way
    bad = "<script>alert(1)</script>![x](http://x.example) $a$"
    draw.claims(
        joined.assign(claim=bad, quote=bad, reason=bad, claim_id=bad),
        record.reports.assign(claim_id=bad),
        corpus,
        empty="",
    )
    evil = {"publisher": bad, "reported_value": bad, "published": bad, "url": 'https://x.example/"onclick="a'}
    draw.claims(joined, record.reports.assign(**evil), corpus, empty="")
    draw.claims(joined, record.reports.assign(url="javascript:alert(1)"), corpus, empty="")
    events = around.events(record, tables.dates, tables.quantities, [])
    draw.events(events.assign(label=bad, note=bad, named=bad, when=bad), corpus, empty="")
    page = "".join(data["text/html"] for data in shown)
    assert "<script" not in page and "javascript:" not in page and 'onclick="' not in page
    assert set(re.findall(r'href="([^":]*:)', page)) <= {"https:", "http:"}
    assert all("text/markdown" not in data and "mathjax_ignore" in data["text/html"] for data in shown)


def test_every_claim_is_listed_with_its_pages_and_a_way_into_the_text(own, shown):
    corpus, record, _, joined, _ = own
    draw.claims(joined, record.reports, corpus, empty="")
    how, ways, page = (data["text/html"] for data in shown)
    assert "A click on a claim shows its words in the article" in how
    order = re.findall(r"<td[^>]*>[●◆✖○□]\xa0([a-z ]+?)(?= \(|</td>)", page)
    counts = Counter(order)
    assert list(counts) == ["contradicted", "differs", "not found", "not checkable", "corroborated"]
    assert order == [verdict for verdict in counts for _ in range(counts[verdict])]
    for place, words in re.findall(
        r'<a href="#(row-[^"]+)">(.*?)</a>', ways
    ):  # each to the first of its kind
        before, _, after = page.partition(f'<tr id="{place}">')
        sign, verdict, number = re.fullmatch(r"(.) (.+) (\d+)", words).groups()
        assert after and counts[verdict] == int(number)
        assert f"{sign}\xa0{verdict}" not in before
    assert page.count('<a href="http') == len(record.reports)
    assert page.count("<tr id=row-") == len(joined)


def numbers(*rows):
    names = ("claim_id", "claimed", "reported", "bound", "worked_out", "read")
    columns = dict(zip(names, zip(*rows, strict=True), strict=True))
    return compared(**columns, reported_over_claimed=[row[2] / row[1] for row in rows])


def test_the_marks_of_numbers_are_counted_where_several_reports_share_one(monkeypatch):
    drawn = []
    monkeypatch.setattr(record_ratios, "figure", lambda figure, *_, **__: drawn.append(figure))
    rows = [("x-0", 12.0, 16.0, "", False, "12")] * 3 + [("x-1", 10.0, 20.0, "", False, "10")]
    draw.ratios(find.ratios(numbers(*rows)), claims("differs", "differs"))
    [axes] = drawn[0].axes
    marks = [line for line in axes.lines if line.get_marker() not in ("None", "")]
    assert len(marks) == 2
    below = axes.get_xlabel().replace("\n", " ")
    assert "one mark is one number of pages on one claim (four reports on two claims)" in below


def test_what_a_page_has_is_written_whole_as_ends_and_with_what_the_record_worked_out(monkeypatch):
    drawn = []
    monkeypatch.setattr(record_ratios, "figure", lambda figure, told, *_, **__: drawn.append((figure, told)))
    rows = [("x-0", 12.0, 16.0, "", True, "12"), ("x-0", 12.0, 12.0, "", False, "12")]
    rows += [("x-1", 100.0, 100.0 + n, "at least", False, "over 100") for n in range(6)]
    found = find.ratios(numbers(*rows))
    draw.ratios(found, claims("differs", "differs"))
    [(figure, told)] = drawn
    figure.draw_without_rendering()
    [axes] = figure.axes
    words = {text.get_text() for text in axes.texts}
    assert {"“12” / 12, 16*", "“over 100” / 100–105"} <= words
    below = axes.get_xlabel().replace("\n", " ")
    assert "* worked out from figures of the page" in below and "for two claims" in told
    assert "eight reports on two claims;" in below  # each has a mark
    boxes = [
        line.get_window_extent().padded(-2) for line in axes.lines if line.get_marker() not in ("None", "")
    ]
    assert len(boxes) == 8 and not any(
        one.overlaps(other) for place, one in enumerate(boxes) for other in boxes[place + 1 :]
    )


@pytest.mark.parametrize(
    ("bound", "words", "band", "told"),
    [
        ("at least", "over 100", (1, 1.2), "20% above “over”"),
        ("at most", "nearly 100", (0.8, 1), "20% below “nearly”"),
    ],
)
def test_the_band_of_a_bound_reaches_as_far_as_the_arithmetic_takes_it(monkeypatch, bound, words, band, told):
    """Not to the edge of the figure, where nearly every number would meet it."""
    drawn = []
    monkeypatch.setattr(
        record_ratios, "figure", lambda figure, *_, caption, **__: drawn.append((figure, caption))
    )
    rows = [("x-0", 100.0, reported, bound, False, words) for reported in (30.0, 100.0, 300.0)]
    draw.ratios(find.ratios(numbers(*rows)), claims("differs"))
    [(figure, caption)] = drawn
    [axes] = figure.axes
    [patch] = axes.patches
    assert (patch.get_x(), patch.get_x() + patch.get_width()) == pytest.approx(band)
    assert told in caption


@pytest.mark.parametrize("many", [2, 3, 6])
def test_marks_of_numbers_that_are_nearly_equal_do_not_lie_on_each_other(many):
    lanes = record_ratios._lanes([1 + place / 1000 for place in range(many)], 2)
    assert len(set(lanes)) == many


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (["2024-03-01", "2024-03-15"], ["1 Mar 2024", "15 Mar"]),
        (["2023-10-01", "2023-11-01", "2024-01-01"], ["Oct 2023", "Nov", "Jan 2024"]),
        (["2023-01-01", "2024-01-01"], ["2023", "2024"]),
        (["2023-01-01"], ["Jan 2023"]),
        ([], []),
    ],
)
def test_every_panel_of_the_calendar_names_its_year(days, labels):
    assert record_calendar._days_in_words([date.fromisoformat(day) for day in days]) == labels


def test_only_what_holds_a_claim_is_shown_and_every_claim_keeps_its_place(own, shown):
    corpus, _, _, joined, _ = own
    for whole in (True, False):
        read_in_place(corpus, draw.marked(joined), empty="", whole=whole)
    every, some = (data["text/html"] for data in shown)
    places = re.compile(r"""id="?(text-[^ >"]+)""")
    assert "[…]" in some and "[…]" not in every and len(some) < len(every)
    assert places.findall(some) == places.findall(every) != []
    assert "[…]</p>\n<p>[…]" not in some
    rows = re.findall("<tr>.*?</tr>", some, flags=re.S)
    assert rows and all(row in every for row in rows if "[…]" not in row), "a row is shown whole"
    assert some.count("<table>") == sum("<th" in row for row in rows), "a table keeps its headings"


def test_many_claims_are_drawn_one_mark_for_several_and_say_so(shown):
    some = pd.concat([claims(*["differs"] * 90, article=f"a{n}") for n in range(30)])
    draw.verdicts(some, Corpus([Article(slug=f"a{n}", text="x") for n in range(30)]))
    assert "Claims by article" in shown[0]["text/plain"]


def test_the_figure_of_verdicts_counts_and_says_no_share(shown):
    some = pd.concat([claims("corroborated", "differs", "differs"), claims("not found", article="y")])
    corpus = Corpus([Article(slug=slug, text="x") for slug in ("x", "y", "z")])
    draw.verdicts(some, corpus, cases={"y": "the raid of May"})
    assert (
        "one mark a claim. x: corroborated 1, differs 2. y: not found 1; the case meant is inferred. "
        "z: no claim." in shown[0]["text/plain"]
    )


def test_no_words_of_the_figures_lie_on_others(own, monkeypatch):
    corpus, record, _, joined, beside = own
    drawn = []
    for module in (draw, record_calendar, record_ratios):
        monkeypatch.setattr(module, "figure", lambda figure, *_, **__: drawn.append(figure))
    monkeypatch.setattr(record_calendar, "say", lambda *_: None)
    draw.verdicts(joined, corpus)
    record_calendar.calendar(joined, beside, record.events, corpus, cases=record.cases)
    draw.ratios(find.ratios(beside), joined)
    for figure in drawn:
        figure.draw_without_rendering()
        for axes in figure.axes:
            boxes = [
                (text.get_text(), text.get_window_extent())
                for text in [*axes.texts, axes.title]
                if text.get_text().strip()
            ]
            for place, (words, box) in enumerate(boxes):
                over = [
                    other
                    for other, beneath in boxes[place + 1 :]
                    if box.shrunk(0.98, 0.7).overlaps(beneath.shrunk(0.98, 0.7))
                ]
                assert not over, (words, over)


def test_what_a_page_copied_was_found_and_not_borne_out():
    quoted = pd.DataFrame({"article": ["x"], "name": ["A"], "direct": [True], "organisation": [""]})
    words = {"kind": "wording", "speakers": ["A"], "block": "paragraph"}
    three = claims("not found", "not found", "not found", **words)
    assert telling.telling(three, quoted)["not_found"].tolist() == [3]
    one_copied = three.assign(copied=[True, False, False])
    assert telling.telling(one_copied, quoted)["not_found"].tolist() == [2]
    assert telling.telling(three.assign(copied=True), quoted).empty
    against = claims("contradicted", "contradicted", copied=True, **words)
    assert telling.telling(against, quoted)["contradicted"].tolist() == [2]


def test_the_calendar_has_the_events_of_the_table_and_no_others(own):
    corpus, record, tables, joined, compared = own
    listed = around.events(record, tables.dates, tables.quantities, corpus)["article"].value_counts()
    dated = set(joined.loc[joined["begin"] != "", "article"]) - set(record.unreported)
    assert len(dated) > 1
    for article in corpus:
        if article.slug in dated:
            panel = record_panels.panel_of(article, joined, compared, record.events)
            drawn = [mark for mark in panel.marks if mark.side < 0]
            far = [mark for mark in panel.far if not mark.published]
            assert len(drawn) + len(far) == listed[article.slug]


def test_every_stance_has_its_words_and_its_mark():
    assert set(record_claims.STANCES) == set(record_ratios.STANCE_LOOKS) == set(STANCES)
    looks = [tuple(look[:3]) for look in record_ratios.STANCE_LOOKS.values()]
    shapes = {look[0] for look in record_claims.LOOKS.values()}
    assert record_ratios.STANCE_LOOKS["same source"][0] not in shapes  # no verdict is like it
    assert len(set(looks)) == len(looks)
