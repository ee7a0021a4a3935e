"""The record: read, checked with every problem named, and tied to what was extracted."""

import csv
import re
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import extract, load_corpus, verify
from helpers.findings.record_tables import REACH, made_by_the_record
from helpers.findings.words import number
from helpers.record.claims import MEASURED, TIES, compare, join
from helpers.record.read import OWN_RECORD, RecordError, load_record, named_origin
from helpers.record.rules import COLUMNS, VERDICTS, as_days, as_number, is_web_address, parts_of, worked_out

TEXT = "Police held 12 men on 3 May 2024. Officers held 12 men.\nThe chief called it a record."
CLAIM = {
    "claim_id": "x-1",
    "article": "x",
    "claim": "Twelve men were held.",
    "quote": "held 12 men",
    "nth": "1",
    "kind": "count",
    "claim_value": "12",
    "unit": "people",
    "verdict": "corroborated",
    "reason": "One page says so.",
}
REPORT = {
    "claim_id": "x-1",
    "publisher": "The Post",
    "published": "2024-05-04",
    "url": "https://post.example/a",
    "reported_value": "12",
    "reports": "The page has twelve.",
    "stance": "supports",
    "original": "yes",
}
EVENT = {
    "event_id": "x-e1",
    "article": "x",
    "begin": "2024-05-03",
    "end": "2024-05-03",
    "label": "Raid",
    "agencies": "Police",
    "count": "12",
    "unit": "people",
    "source_url": "https://post.example/a",
    "note": "",
}


DAY = {"begin": "2024-05-03", "finish": "2024-05-03", "value": "2024-05-03", "vague": False}


def folder(tmp_path: Path, *, text: str = TEXT, claims=(CLAIM,), reports=(REPORT,), **others) -> Path:
    (tmp_path / "record").mkdir(exist_ok=True)
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    for name, rows in {"claims": claims, "reports": reports, **others}.items():
        with (tmp_path / "record" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[name])
            writer.writeheader()
            writer.writerows(rows)
    return tmp_path


def recorded(tmp_path: Path, **given):
    return load_record(load_corpus(folder(tmp_path, **given)))


def problems(tmp_path: Path, **given) -> str:
    with pytest.raises(RecordError) as error:
        recorded(tmp_path, **given)
    return str(error.value)


# ---- the project's own record


@pytest.fixture(scope="module")
def own():
    corpus = load_corpus()
    record = load_record(corpus)
    tables = extract(corpus)
    return SimpleNamespace(corpus=corpus, record=record, tables=tables, joined=join(record, tables))


def test_every_claim_of_the_own_record_has_its_exact_place(own):
    assert (len(own.record.claims), len(own.record.reports), len(own.record.events)) == (86, 168, 34)
    assert verify([("claims", own.record.claims)], own.corpus)["failed"].sum() == 0
    assert set(own.record.claims["article"]) == set(own.corpus.slugs)
    assert all(own.record.claims["block"])
    assert set(own.record.reports["claim_id"]) <= set(own.record.claims["claim_id"])


def test_no_page_contradicts_a_bound_that_allows_its_number(own):
    """ "Over 1.7 million" is a lower bound: a number far above it can still hold."""
    compared = compare(own.joined, own.record.reports)
    low, high = compared["bound"] == "at least", compared["bound"] == "at most"
    within = low & (compared["reported"] >= compared["claimed"]) | high & (
        compared["reported"] <= compared["claimed"]
    )
    assert within.any() and "contradicts" not in set(compared.loc[within, "stance"])


def test_a_page_supports_a_bound_only_as_far_as_the_arithmetic_takes_it(own):
    """A number more than a fifth above "over 1.7 million" differs: no reader takes the one for the other."""
    compared = compare(own.joined, own.record.reports)
    bounds = compared[compared["bound"].isin(["at least", "at most"]) & (compared["stance"] == "supports")]
    assert len(bounds) > 2
    for row in bounds.itertuples():
        times = row.reported_over_claimed
        assert 1 <= times <= 1 + REACH if row.bound == "at least" else 1 - REACH <= times <= 1, row.claim_id


def test_a_page_that_differs_on_a_figure_gives_another_one(own):
    """One that merely gives none is at most the nearest that was found; words in brackets say what else a number counts."""
    measured = own.record.claims[own.record.claims["kind"].isin(MEASURED)].set_index("claim_id")
    reports = own.record.reports
    differing = reports[(reports["stance"] == "differs") & reports["claim_id"].isin(measured.index)]
    assert len(differing) > 10
    for row in differing.itertuples():
        claimed, reported = measured.loc[row.claim_id, "claim_value"], row.reported_value
        assert re.search(r"\d", reported), (row.claim_id, reported)
        assert as_number(reported) is None or reported.endswith(")") or not allows(claimed, reported)


@pytest.mark.parametrize("reported", ["[55.4] (convictions or charges)", "[16]", "16 (days)", "16"])
def test_a_value_of_a_report_is_taken_apart_whatever_its_brackets(reported):
    value, made, what = parts_of(reported)
    assert as_number(reported) == float(value) and worked_out(reported) == made == ("[" in reported)
    assert what == (reported.partition("(")[2].rstrip(")"))


def allows(claimed: str, reported: str) -> bool:
    """Whether a number is the one claimed, or one that a bound claimed allows."""
    number, own = as_number(reported), as_number(claimed)
    if own is None:
        return False
    return number > own if claimed[:1] == ">" else number < own if claimed[:1] == "<" else number == own


def test_no_page_tells_of_what_its_day_comes_before(own):
    """A page older than a day that it gives expected or announced it, and one older than the event of its article says of
    which time it speaks."""
    events = own.record.events
    first = {row.article: as_days(row.claim_value) for row in own.record.claims[::-1].itertuples()}
    behind = {
        slug: days[0].isoformat() for slug, days in first.items() if days
    }  # the first claim gives a day
    told = events[events["note"].str.contains("behind the article")]
    behind |= told.groupby("article")["begin"].min().astype(str).to_dict()
    assert set(behind) == set(own.corpus.slugs)
    dated = own.record.reports[own.record.reports["published"] != ""]
    assert len(dated) > 80
    for row in dated.itertuples():
        days = as_days(row.reported_value)
        if days and days[0].isoformat() > row.published:
            assert re.search(r"\b(?:expected|announced|planned|would)\b", row.reports), row.reports
        if row.published < behind[row.article]:
            assert re.search(r"\b(?:19|20)\d\d\b", row.reports), (row.claim_id, row.published, row.reports)
    pages = dated.groupby("url")["published"].min()
    for event in events.itertuples():
        if event.source_url in pages.index and pages[event.source_url] < str(event.begin):
            assert "announced" in event.note, event.event_id


def test_a_reason_says_why_and_not_only_where_from(own):
    """A reason that names only the source ("The report follows ICE.") leaves the verdict unexplained."""
    only_source = re.compile(
        r"(?:It|They|All|Both|The \w+(?: \w+)?)(?: figures)? (?:all )?(?:follows?|rests? on|repeats?|(?:is|are) made from|(?:has|have) it from)\b[^;,]*\."
    )
    for reason in own.record.claims["reason"]:
        assert not only_source.fullmatch(reason), reason


def test_a_reason_names_the_page_it_speaks_of(own):
    """A reason is also read where no list of pages stands beside it: "the channel" is then nobody."""
    nobody = re.compile(
        r"\b[Tt]he (?:second |other |local |wire )?(?:channel|network|newspaper|paper|station|daily|report|page)\b(?! (?:that|of)\b)"
    )
    for row in own.record.claims.itertuples():
        assert not nobody.search(row.reason), (row.claim_id, row.reason)


def test_no_claim_of_the_own_record_is_about_a_figure_that_no_article_prints(own):
    assert not made_by_the_record(own.joined).any()


def test_what_articles_call_people_stands_in_quotation_marks():
    names = re.compile(r"\b(?:\w*offender|violator|fugitive|felon|illegal|alien|criminal)s\b", re.IGNORECASE)
    for name, columns in (
        ("claims", ["claim", "reason"]),
        ("reports", ["reports"]),
        ("events", ["label", "note"]),
    ):
        rows = pd.read_csv(OWN_RECORD / f"{name}.csv", dtype=str, keep_default_na=False)
        for words in rows[columns].to_numpy().ravel():
            assert not names.search(re.sub("“[^”]*”", "", words)), words


def test_verdicts_of_the_own_record_are_those_its_readme_counts(own):
    lines = [
        line.split("|")[1:-1]
        for line in (OWN_RECORD / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ]
    table = {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in lines if len(cells) == 7}
    counted = pd.crosstab(own.record.claims["article"], own.record.claims["verdict"])
    for slug in own.corpus.slugs:
        assert [str(counted.loc[slug].get(verdict, 0)) for verdict in VERDICTS] == table[slug][:5]


def test_most_claims_of_a_date_or_a_number_are_tied_and_the_others_say_why(own):
    measured = own.joined[own.joined["kind"].isin(["date", "count", "percent"])]
    tied = measured["tie"].isin(["same value", "other value", "vague"])
    assert tied.mean() >= 0.8, measured.loc[~tied, ["claim_id", "why"]].to_string()
    assert all(measured.loc[measured["tie"] != "same value", "why"])
    assert set(own.joined["tie"]) <= set(TIES)


def test_what_was_read_lies_in_the_quote_and_in_the_text(own):
    read = own.joined[own.joined["read"] != ""]
    assert len(read) >= 25
    for row in read.itertuples():
        assert own.corpus[row.article].text[int(row.read_start) : int(row.read_end)] == row.read
        assert row.read_start < row.end and row.read_end > row.start


def test_every_judgement_on_an_origin_quotes_the_record(own):
    with (OWN_RECORD / "origins.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    words = " ".join([*own.record.claims["reason"], *own.record.reports["reports"]])
    assert len({row["url"] for row in rows}) == len(rows)
    for row in rows:
        quotes = [part.split("”")[0] for part in row["why"].split("“")[1:]]
        assert row["why"] == "the agency's own page" or quotes
        assert all(quote in words for quote in quotes), row


def test_an_article_alone_keeps_only_its_own_claims():
    record = load_record(load_corpus(articles=["drug-arrests"]))
    for frame in (record.claims, record.reports, record.events):
        assert set(frame["article"]) == {"drug-arrests"}
    assert sum(record.left_out.values()) == 86 - len(record.claims)
    assert set(record.limits["article"]) == {""}


# ---- a record of one's own


def test_a_record_beside_the_texts_is_found(tmp_path):
    second = {"claim_id": "x-2"}
    record = recorded(
        tmp_path,
        claims=[CLAIM, CLAIM | second | {"nth": "2"}],
        reports=[REPORT, REPORT | second],
        events=[EVENT],
    )
    assert list(record.claims["start"]) == [TEXT.index("held 12"), TEXT.rindex("held 12")]
    assert record.events["count"].tolist() == [12.0]
    assert record.reports["origin"].tolist() == ["The Post"] * 2


def test_texts_without_a_record_have_an_empty_one(tmp_path):
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    corpus = load_corpus(tmp_path)
    record = load_record(corpus)
    assert record.folder is None
    assert record.claims.empty and record.reports.empty and record.events.empty
    joined = join(record, extract(corpus))
    assert {"tie", "read", "speakers", "verdict"} <= set(joined) and joined.empty
    assert compare(joined, record.reports).empty


def test_the_smallest_record_and_a_byte_order_mark_are_read(tmp_path):
    corpus = load_corpus(
        folder(tmp_path, claims=[CLAIM | {"verdict": "not found", "claim_value": "", "unit": ""}], reports=[])
    )
    path = tmp_path / "record" / "claims.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(load_record(corpus).claims) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"article": "y"}, "no article 'y'"),
        ({"quote": "held 13 men"}, "the text of x has no “held 13 men”"),
        ({"nth": "3"}, "the text of x has no 3. “held 12 men”"),
        ({"nth": "0"}, "nth is '0'"),
        ({"nth": "first"}, "nth is 'first'"),
        ({"kind": "counts"}, "no kind 'counts'; did you mean 'count'?"),
        ({"verdict": "confirmed"}, "no verdict 'confirmed'"),
        (
            {"verdict": "contradicted"},
            "“contradicted” needs a report that contradicts it and none that supports it, but x-1 has reports with: supports",
        ),
        ({"verdict": "not found"}, "needs no report that supports, differs or contradicts"),
        ({"verdict": "not checkable"}, "needs no report that supports"),
        ({"verdict": "differs"}, "needs a report that differs, and none that contradicts unless"),
        ({"reason": " "}, "nothing in reason"),
    ],
)
def test_what_is_wrong_with_a_claim_is_said_with_its_line(tmp_path, change, said):
    message = problems(tmp_path, claims=[CLAIM | change])
    assert said in message and "claims.csv, line 2" in message


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"claim_id": "x-7"}, "no claim 'x-7'; did you mean 'x-1'?"),
        ({"stance": "support"}, "did you mean 'supports'?"),
        ({"original": "maybe"}, "no value of original 'maybe'"),
        ({"url": "javascript:alert(1)"}, "beginning with https:// or http://"),
        ({"url": "post.example/a"}, "beginning with https:// or http://"),
        ({"url": "https:///nowhere"}, "give the whole address"),
        ({"published": "4 May"}, "write a day such as 2024-03-28"),
        ({"published": "2024-02-30"}, "write a day such as 2024-03-28"),
    ],
)
def test_what_is_wrong_with_a_report_is_said_with_its_line(tmp_path, change, said):
    message = problems(tmp_path, reports=[REPORT, REPORT | {"url": "https://post.example/b"} | change])
    assert said in message and "reports.csv, line 3" in message


@pytest.mark.parametrize(
    ("verdict", "stances"),
    [
        ("corroborated", ["supports"]),
        ("corroborated", ["supports", "near", "same source"]),
        ("differs", ["differs"]),
        ("differs", ["supports", "differs"]),
        ("differs", ["supports", "contradicts"]),
        ("differs", ["supports", "differs", "contradicts"]),
        ("differs", ["differs", "same source"]),
        ("contradicted", ["contradicts"]),
        ("contradicted", ["differs", "contradicts"]),
        ("contradicted", ["contradicts", "same source"]),
        ("not found", ["same source"]),
        ("not found", ["near"]),
        ("not found", []),
    ],
)
def test_one_rule_gives_the_verdict(tmp_path, verdict, stances):
    """A page that shares the source of the article, or only comes near, decides nothing."""
    reports = [
        REPORT | {"stance": stance, "url": f"https://post.example/{n}"} for n, stance in enumerate(stances)
    ]
    allowed = {verdict, "not checkable"} if verdict == "not found" else {verdict}
    for other in VERDICTS:
        given = {"claims": [CLAIM | {"verdict": other}], "reports": reports}
        if other in allowed:
            assert len(recorded(tmp_path, **given).reports) == len(stances)
        else:
            assert f"“{other}” needs" in problems(tmp_path, **given)


def test_what_the_own_record_says_of_its_search_and_of_inferred_cases(own):
    readme = " ".join((OWN_RECORD / "README.md").read_text(encoding="utf-8").split())
    assert "2,000 characters" in own.record.seen
    assert own.record.search in readme and own.record.seen in readme
    assert list(own.record.cases) == ["sinaloa-removal"]
    assert list(own.record.unreported) == ["joint-crackdown"]
    who, _, when = own.record.judged.partition(", ")
    assert who in readme and when.rpartition(" in ")[2] in readme


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"topic": "method"}, "no topic 'method'"),
        ({"topic": "search"}, "topic search needs short"),
        ({"topic": "case", "short": "a raid"}, "topic case needs article"),
        ({"topic": "no event", "short": "the raid"}, "topic no event needs article"),
        ({"article": "z"}, "no article 'z'"),
        ({"article": "x", "limit": ""}, "nothing in limit"),
    ],
)
def test_what_is_wrong_with_a_limit_is_said(tmp_path, change, said):
    assert said in problems(
        tmp_path, limits=[{"article": "", "topic": "", "short": "", "limit": "Little was read."} | change]
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"begin": "2024-05-04"}, "the first one first"),
        ({"end": "May"}, "is no period"),
        ({"count": "a dozen"}, "write digits only"),
        ({"count": ">50"}, "write digits only"),
        ({"source_url": "ftp://post.example"}, "https://"),
        ({"article": "y"}, "no article 'y'"),
        ({"label": ""}, "nothing in label"),
    ],
)
def test_what_is_wrong_with_an_event_is_said(tmp_path, change, said):
    assert said in problems(tmp_path, events=[EVENT | change])


def test_no_event_of_the_own_record_says_its_number_twice(own):
    counted = own.record.events[own.record.events["count"] > 1]
    assert len(counted) > 5
    for label, count in zip(counted["label"], counted["count"], strict=True):
        assert not {str(int(count)), number(int(count))} & set(label.split()), label


def test_all_problems_are_listed_at_once(tmp_path):
    message = problems(
        tmp_path,
        claims=[CLAIM | {"quote": "nowhere"}, CLAIM | {"kind": "colour"}],
        reports=[REPORT, REPORT],
        events=[EVENT, EVENT],
        origins=[{"url": "https://other.example", "origin": "Police", "why": "so"}],
        limits=[{"article": "z", "limit": "little"}],
    )
    assert message.count("\n  - ") == 7 and "7 problems" in message
    said = [
        "nowhere",
        "'colour'",
        "'x-1' stands in line 2 already",
        "this page has a row",
        "'x-e1' stands in",
    ]
    assert all(words in message for words in [*said, "other.example", "'z'"])


def test_files_that_are_no_tables_are_named(tmp_path):
    corpus = load_corpus(folder(tmp_path))
    record = tmp_path / "record"
    (record / "claims.csv").write_bytes(b"claim_id\xff")
    (record / "reports.csv").unlink()
    (record / "events.csv").write_text("event_id,article\n", encoding="utf-8")
    with pytest.raises(RecordError) as error:
        load_record(corpus)
    for said in ("save it as CSV in UTF-8", "there is no such file", "events.csv, line 1: no column begin"):
        assert said in str(error.value)
    with pytest.raises(RecordError, match="no such folder"):
        load_record(corpus, tmp_path / "nothing")


def test_a_row_with_too_few_or_too_many_fields_is_named(tmp_path):
    corpus = load_corpus(folder(tmp_path))
    path = tmp_path / "record" / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8") + "x-2,x\n", encoding="utf-8")
    with pytest.raises(RecordError, match="line 3: 2 fields, but 10 columns"):
        load_record(corpus)


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_content_of_a_cell_breaks_anything_but_with_a_list_of_problems(tmp_path_factory, words, value):
    tmp_path = tmp_path_factory.mktemp("any")
    words, value = (part.encode("utf-8", "ignore").decode() for part in (words, value))
    changed = {"claim": words, "quote": words, "nth": value, "claim_value": value, "reason": words}
    report = REPORT | {"url": value, "reported_value": value}
    try:
        record = recorded(tmp_path, claims=[CLAIM | changed], reports=[report])
    except RecordError as error:
        assert "line" in str(error)
    else:
        assert len(record.claims) == 1


# ---- values


def test_values():
    assert [as_number(text) for text in ("12", ">50", "-3.5", "240 (stops)")] == [12, 50, -3.5, 240]
    assert {
        as_number(text)
        for text in ("1,000", "12 men", "12 (", "(12)", "", "1" * 400, "[", "[]", "[12", "[about 12]")
    } == {None}
    assert [worked_out(text) for text in ("[55.4]", "55.4", "[a share]", "[")] == [True, False, False, False]
    assert as_days("2024-03-11/2024-03-22")[1].day == 22
    wrong = ("2024-03", "2024-13-01", "2024-03-22/2024-03-11", "", "a/b/c", "٢٠٢٤-٠٣-١١x")
    assert {as_days(text) for text in wrong} == {None}


@pytest.mark.parametrize(
    ("publisher", "origin"),
    [
        ("Associated Press via The Post", "Associated Press"),
        ("ICE, reposted by A News", "ICE"),
        ("ICE (Boston), reposted by A", "ICE"),
        ("Fox, quoting ICE", "ICE"),
        ("Chronicle, after Fox News", "Fox News"),
        ("The Week, on CDC data", "CDC"),
        ("UPI", "UPI"),
        ("Daily, copy on a mirror host", "Daily"),
        ("Viable News", "Viable News"),
        ("(x)", "(x)"),
    ],
)
def test_origin_named_by_a_publisher(publisher, origin):
    assert named_origin(publisher) == origin


@given(st.text())
def test_only_web_addresses_pass(url):
    assert not is_web_address(url) or url.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "url", ["javascript:x", "https://a b.example", "https://a.example/\n", "http://[", "//a.example", ""]
)
def test_what_is_no_web_address(url):
    assert not is_web_address(url)


# ---- joining and comparing


def row(quote: str, text: str = TEXT, nth: int = 0, **columns) -> dict:
    start = text.index(quote) if not nth else text.rindex(quote)
    return {
        "article": "x",
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "sentence": text,
        "sentence_start": 0,
    } | columns


def tables(**given_rows):
    empty = {
        "dates": ["begin", "finish", "value", "vague"],
        "quantities": ["low", "high", "unit"],
        "agencies": ["agency"],
        "roles": ["agency", "role", "mode", "action_start", "action_end"],
        "speakers": ["name"],
    }
    evidence = ["article", "start", "end", "quote", "sentence", "sentence_start"]
    return [
        (name, pd.DataFrame(given_rows.get(name, []), columns=[*evidence, *columns]))
        for name, columns in empty.items()
    ]


@pytest.mark.parametrize(
    ("claim", "given_rows", "tie", "why"),
    [
        ({}, {"quantities": [row("12", low=12.0, high=12.0, unit="count")]}, "same value", ""),
        (
            {},
            {"quantities": [row("12", nth=2, low=12.0, high=12.0, unit="count")]},
            "nothing read",
            "a figure that was not read",
        ),
        (
            {"claim_value": "24"},
            {"quantities": [row("12", low=12.0, high=None, unit="count")]},
            "other value",
            "the record's 24 is not that figure",
        ),
        ({}, {"quantities": [row("12", low=12.0, high=12.0, unit="percent")]}, "nothing read", "a figure"),
        (
            {"kind": "percent", "claim_value": ">12"},
            {"quantities": [row("12", low=12.0, high=None, unit="percent")]},
            "same value",
            "",
        ),
        (
            {"kind": "date", "quote": "3 May 2024", "claim_value": "2024-05-03"},
            {"dates": [row("3 May 2024", **DAY)]},
            "same value",
            "",
        ),
        (
            {"kind": "date", "quote": "12 men on 3 May", "claim_value": "recent"},
            {"dates": [row("12 men", begin="", finish="", value="PAST_REF", vague=True)]},
            "vague",
            "names no day",
        ),
        (
            {"kind": "date", "claim_value": "12", "unit": "days"},
            {"dates": [row("12", begin="", finish="", value="P12D", vague=False)]},
            "same value",
            "",
        ),
        ({"quote": "called it a record", "claim_value": "3"}, {}, "nothing read", "a reader's understanding"),
        ({"quote": "called it a record", "claim_value": "surged"}, {}, "nothing read", "no figure, neither"),
        (
            {"kind": "wording"},
            {"quantities": [row("12", low=12.0, high=12.0, unit="count")]},
            "no value to read",
            "",
        ),
    ],
)
def test_how_a_claim_is_tied(tmp_path, claim, given_rows, tie, why):
    record = recorded(tmp_path, claims=[CLAIM | claim])
    joined = join(record, tables(**given_rows)).iloc[0]
    assert joined["tie"] == tie and why in joined["why"] and bool(joined["why"]) == bool(why)


def test_bodies_and_people_of_a_claim(tmp_path):
    at = TEXT.index("held")
    told = {
        "agency": "Police",
        "role": "arrest",
        "mode": "reported",
        "action_start": at,
        "action_end": at + 4,
    }
    read = tables(
        agencies=[row("Police", agency="Police")],
        speakers=[row("chief", name="A. Chief")],
        roles=[row(TEXT[:10], **told)],
    )
    joined = join(recorded(tmp_path), read).iloc[0]
    found = [joined[name] for name in ("agencies", "roles", "speakers")]
    assert found == [[], ["Police: arrest, reported"], ["A. Chief"]]


@pytest.mark.parametrize(
    ("reported", "days"),
    [
        ("2024-05-03", 0),
        ("2024-05-10", 7),
        ("2024-04-30", -3),
        ("2024-05-03/2024-05-06", 3),
        ("2024-05-01/2024-05-03", -2),
        ("2024-05", None),
        ("early May", None),
    ],
)
def test_days_compared(tmp_path, reported, days):
    claim = CLAIM | {"kind": "date", "quote": "3 May 2024", "claim_value": "2024-05-03"}
    record = recorded(tmp_path, claims=[claim], reports=[REPORT | {"reported_value": reported}])
    compared = compare(join(record, tables(dates=[row("3 May 2024", **DAY)])), record.reports)
    assert compared["days"].tolist() == ([] if days is None else [days])


@pytest.mark.parametrize(
    ("low", "high", "reported", "times", "bound"),
    [
        (12, 12, "16", 16 / 12, ""),
        (12, 12, "[16]", 16 / 12, ""),
        (12, None, "10", 10 / 12, "at least"),
        (None, 12, "12", 1, "at most"),
        (12, 12, "0", None, ""),
        (12, 12, "-5", None, ""),
        (12, 12, "a dozen", None, ""),
        (12, 12, "2024-05-03", None, ""),
    ],
)
def test_numbers_compared(tmp_path, low, high, reported, times, bound):
    """As the name of the column and of the figure says: what the page has over what the article has."""
    record = recorded(tmp_path, reports=[REPORT | {"reported_value": reported}])
    read = tables(quantities=[row("12", low=low, high=high, unit="count")])
    compared = compare(join(record, read), record.reports)
    assert compared["reported_over_claimed"].tolist() == ([] if times is None else [times])
    assert compared["bound"].tolist() == ([] if times is None else [bound])
    assert compared["worked_out"].tolist() == ([] if times is None else [reported.startswith("[")])
