"""What notebook 2 concludes, on small tables made by hand, and its figures."""

from dataclasses import fields, replace
from types import SimpleNamespace

import pandas as pd
import pytest

from helpers.agencies.mentions import AgencyRow
from helpers.agencies.roles import RoleRow
from helpers.agencies.speakers import SpeakerRow
from helpers.extraction import extract
from helpers.findings import agency_roles as findings
from helpers.findings import bodies, body_sentences, doers, voices
from helpers.findings.hedges import hedges
from helpers.findings.words import with_titles
from helpers.run.choices import ParameterError, check_choice
from helpers.show import agency_matrix, article, evidence, figures
from helpers.show import agency_roles as draw
from helpers.texts import MODES
from helpers.texts.corpus import Article, Corpus
from helpers.texts.lists import word_list

ONE = "ICE arrested 3 men. Local police will help."
TWO = "The Home Office said it deported 5 people. Police should share data."
CORPUS = Corpus([Article(slug="one", text=ONE), Article(slug="two", text=TWO)])
ICE, OFFICE = "U.S. Immigration and Customs Enforcement", "Home Office"
ERO = "Enforcement and Removal Operations"


def frame(kind, rows):
    return pd.DataFrame(rows, columns=[field.name for field in fields(kind)])


def unit(article, words):
    """Where the sentence with these words begins, and the sentence."""
    text = CORPUS[article].text
    cut = text.index(". ") + 2
    return (0, text[: cut - 1]) if text.index(words) < cut else (cut, text[cut:])


def mention(article, words, agency, level="federal", linked_by="name", country=""):
    start, (first, sentence) = CORPUS[article].text.index(words), unit(article, words)
    return {
        "article": article,
        "start": start,
        "end": start + len(words),
        "quote": words,
        "block": "paragraph",
        "agency": agency,
        "mention": words,
        "country": country,
        "level": level,
        "linked_by": linked_by,
        "sentence": sentence,
        "sentence_start": first,
    }


def role(article, word, agency, role, mode="reported", negated=False, action=None):
    start, (first, sentence) = CORPUS[article].text.index(word), unit(article, word)
    return {
        "article": article,
        "start": first,
        "end": first + len(sentence),
        "quote": sentence,
        "block": "paragraph",
        "agency": agency,
        "mention": agency,
        "role": role,
        "mode": mode,
        "action": action or word,
        "object": "",
        "plover": "",
        "negated": negated,
        "action_start": start,
        "action_end": start + len(word),
        "sentence_start": first,
    }


def speaker(article, name, organisation, direct):
    first, sentence = unit(article, name)
    return {
        "article": article,
        "start": first,
        "end": first + len(sentence),
        "quote": sentence,
        "block": "paragraph",
        "name": name,
        "title": "",
        "organisation": organisation,
        "direct": direct,
        "sentence": sentence,
        "sentence_start": first,
    }


def tables(agencies=(), roles=(), speakers=()):
    return replace(
        extract([]),
        agencies=frame(AgencyRow, agencies),
        roles=frame(RoleRow, roles),
        speakers=frame(SpeakerRow, speakers),
    )


AGENCIES = [
    mention("one", "ICE", ICE, linked_by="abbreviation", country="United States"),
    mention("one", "Local police", "local police", "unnamed", "description"),
    mention("two", "The Home Office", OFFICE, "foreign", country="United Kingdom"),
    mention("two", "it", OFFICE, "foreign", "pronoun"),
    mention("two", "Police", "police", "unnamed", "description"),
]
ROLES = [
    role("one", "arrested", ICE, "arrest"),
    role("one", "help", "local police", "cooperate", "planned"),
    role("two", "said", OFFICE, "comment"),
    role("two", "deported", OFFICE, "remove"),
    role("two", "share", "police", "cooperate", "recommended"),
]
FULL = tables(AGENCIES, ROLES)


def sentences(some, corpus=CORPUS, **parameters):
    return [with_titles(said, {}) for said in findings.sentences(findings.keep(some, **parameters), corpus)]


# ---- the parameters
# ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, [OFFICE, ICE, "local police", "police"]),
        ({"agencies": [ICE]}, [ICE]),
        ({"agencies": ["ice"]}, [ICE]),  # a mention, whatever its letters
        ({"agencies": ["it", "Local police"]}, [OFFICE, "local police"]),
        ({"min_mentions": 2}, [OFFICE]),
        ({"min_mentions": 2, "agencies": [ICE]}, []),
    ],
)
def test_bodies_are_kept_by_name_mention_and_number(parameters, expected):
    assert bodies.bodies(findings.keep(FULL, **parameters))["agency"].tolist() == expected


def test_modes_cut_the_roles_and_not_who_is_heard():
    kept = findings.keep(FULL, modes=["planned", "recommended"])
    assert kept.roles["mode"].tolist() == ["planned", "recommended"]
    assert kept.said["role"].tolist() == ["comment"]
    assert voices.voices(kept).set_index("agency")["heard"].to_dict() == {
        "local police": False,
        "police": False,
        OFFICE: True,
    }


def test_names_hold_every_body_and_then_every_other_wording():
    names = findings.names(FULL)
    assert names[0] == OFFICE and set(names) == {
        OFFICE,
        ICE,
        "local police",
        "police",
        "ICE",
        "The Home Office",
        "it",
    }
    assert check_choice("agencies", ["ice", "POLICE"], names) == ["ICE", "police"]
    with pytest.raises(ParameterError, match="did you mean 'Home Office'"):
        check_choice("agencies", ["Home Ofice"], names)


def test_a_body_that_only_officials_stand_for_is_there_once_a_sentence():
    kept = findings.keep(
        tables(
            roles=[role("two", "said", OFFICE, "comment")], speakers=[speaker("two", "Home", OFFICE, True)]
        )
    )
    assert bodies.bodies(kept)[["agency", "mentions", "articles", "roles"]].to_numpy().tolist() == [
        [OFFICE, 1, 1, 1]
    ]


def test_what_is_denied_is_counted_nowhere():
    kept = findings.keep(tables(AGENCIES, [*ROLES, role("two", "deported", OFFICE, "arrest", negated=True)]))
    assert (len(kept.roles), len(kept.denied)) == (5, 1)
    assert "arrest" not in set(findings.with_bodies(kept).query("body == @OFFICE")["role"])
    assert (
        "One role is denied, since a text says that a body did not do it; it is listed apart and counted nowhere else."
        in findings.sentences(kept, CORPUS)
    )


# ---- derived tables
# ------------------------------------------------------------------------------------------------------


def test_roles_have_the_body_of_a_figure_and_the_place_of_their_word():
    roles = findings.with_bodies(findings.keep(FULL))
    assert roles["body"].tolist() == [ICE, "“Local police”", OFFICE, OFFICE, "“Police”"]
    assert roles["named"].tolist() == [True, False, True, True, False]
    assert ONE[roles["start"][0] : roles["end"][0]] == "arrested"


def test_wordings_that_say_the_same_of_a_body_share_a_row_and_others_do_not():
    names = ["local police", "local police partners", "Mexican police", "police officers", "police"]
    agencies = [mention("one", "ICE", name, "unnamed") | {"quote": name} for name in names]
    roles = [role("one", "arrested", name, "arrest") for name in names]
    found = findings.with_bodies(findings.keep(tables(agencies, roles)))["body"].tolist()
    assert found == [
        "local police (several wordings)",
        "local police (several wordings)",
        "“Mexican police”",
        "police officers (several wordings)",
        "police officers (several wordings)",
    ]  # quotation marks only around what each of them is called


def test_figure_and_table_have_the_same_rows_for_wordings_that_say_the_same():
    names = ["local police partners", "local police", "Local police"]
    agencies = [mention("one", "ICE", name, "unnamed") | {"quote": name} for name in names]
    kept = findings.keep(tables(agencies, [role("one", "arrested", name, "arrest") for name in names[:2]]))
    words = findings.in_words(kept)
    assert words["articles"].tolist() == [1]
    assert set(findings.with_bodies(kept)["body"]) == set(words["agency"])


def test_wordings_that_say_the_same_stand_under_the_commonest():
    names = ["coast guard", "coast guard", "coast guard partners"]
    agencies = [mention("one", "ICE", name, "unnamed") | {"quote": name} for name in names]
    kept = findings.keep(tables(agencies, [role("one", "arrested", "coast guard partners", "arrest")]))
    assert findings.with_bodies(kept)["body"].tolist() == ["coast guard (several wordings)"]


def test_a_title_that_is_printed_twice_counts_once():
    rows = [
        role("one", "arrested", "ICE", "arrest") | {"block": "title", "start": start} for start in (0, 40)
    ]
    body = role("one", "arrested", "ICE", "arrest") | {"block": "paragraph", "start": 80}
    kept = findings.keep(tables([mention("one", "ICE", "ICE")], [*rows, body]))
    assert kept.roles["start"].tolist() == [0, 80]


def test_the_list_of_kin_is_sound():
    words = [row["word"] for row in word_list("findings/kin")]
    assert len(set(words)) == len(words) and all(word == word.strip().casefold() for word in words)


def test_bodies_in_words():
    words = findings.in_words(findings.keep(FULL))
    assert words.to_numpy().tolist() == [
        [OFFICE, OFFICE, "United Kingdom", 1],
        [ICE, f"{ICE} (ICE)", "United States, federal", 1],
        ["“Local police”", "“Local police”", "only described", 1],
        ["“Police”", "“Police”", "only described", 1],
    ]


def test_a_unit_stands_below_the_body_it_is_a_unit_of_in_table_and_figure():
    kept = findings.keep(with_a_unit())
    words = findings.in_words(kept).set_index("agency")["where"]
    assert words[ERO] == f"United States, federal; a unit of {ICE}" and words[ICE] == "United States, federal"
    assert doers.with_units([ERO, OFFICE, ICE]) == [(OFFICE, ""), (ICE, ""), (ERO, ICE)]
    assert doers.with_units([OFFICE, ERO]) == [(OFFICE, ""), (ERO, "")]  # its whole is not told of


@pytest.mark.parametrize(
    ("agency", "country", "level", "words"),
    [
        ("Federal Bureau of Investigation", "United States", "federal", "United States, federal"),
        (
            "U.S. Attorney's Office for the District of Utah",
            "United States",
            "federal",
            "United States, federal",
        ),
        ("Puerta Abierta", "United States", "federal", "United States"),
        ("Europol", "international", "international", "international"),
        ("Mexico", "Mexico", "foreign", "country"),
        ("RCMP", "Canada", "foreign", "Canada"),
        ("police", "Mexico", "unnamed", "only described"),
        ("Acme", "", "", ""),
    ],
)
def test_where(agency, country, level, words):
    assert bodies.where(SimpleNamespace(agency=agency, country=country, level=level)) == words


def test_modes_by_article_has_two_rows_an_article_even_without_roles():
    table = findings.modes_by_article(findings.keep(FULL), ["one", "two", "none"])
    assert table.to_numpy().tolist() == [
        ["one", "named bodies", 1, 1, 0, 0],
        ["one", "described bodies", 1, 0, 1, 0],
        ["two", "named bodies", 1, 2, 0, 0],
        ["two", "described bodies", 1, 0, 0, 1],
        ["none", "named bodies", 0, 0, 0, 0],
        ["none", "described bodies", 0, 0, 0, 0],
    ]


def test_voices_count_a_sentence_once_and_a_quotation_before_reported_speech():
    roles = [*ROLES, role("one", "help", "local police", "comment"), role("one", "arrested", ICE, "report")]
    table = voices.voices(findings.keep(tables(AGENCIES, roles, [speaker("two", "Home", OFFICE, True)])))
    assert table[
        ["article", "agency", "acts", "direct", "indirect", "cited", "group"]
    ].to_numpy().tolist() == [
        ["one", ICE, 1, 0, 0, 1, "heard"],
        ["one", "local police", 0, 0, 1, 0, "only heard"],
        ["two", OFFICE, 1, 1, 0, 0, "heard"],
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Centers for Disease Control and Prevention reported 12 deaths in May.", "paraphrased"),
        (
            "Fentanyl killed 12 people in May, according to the Drug Enforcement Administration.",
            "paraphrased",
        ),
        ("“We found 12 people,” the Coast Guard said on Monday.", "word for word"),
    ],
)
def test_a_sentence_has_the_same_form_in_the_table_of_bodies_as_in_that_of_statements(text, form):
    read = extract(Corpus([Article(slug="one", text=text)]))
    told, heard = voices.told(voices.spoken(read.statements)), voices.voices(findings.keep(read))
    counts = heard[["direct", "indirect", "cited"]].sum().tolist()
    assert told["form"].tolist() == [form]
    assert counts == ([1, 0, 0] if form == "word for word" else [0, 1, 0])


def test_every_sentence_about_a_body_stands_under_its_name_once():
    again = [role("one", "arrested", ICE, "lead"), role("two", "it", ICE, "arrest", negated=True)]
    kept = findings.keep(tables(AGENCIES, [*ROLES, *again]))
    told, sizes = findings.by_body(kept)
    assert sizes["sentences"].to_dict() == {ICE: 2, OFFICE: 1, "“Local police”": 1, "“Police”": 1}
    assert not sizes["only_mentioned"].any()
    assert [*dict.fromkeys(told["body"])] == [*sizes.index]
    assert not told.duplicated(["body", "article", "sentence_start"]).any()
    found = {(row.body, row.article): (row.what, row.places) for row in told.itertuples()}
    assert found[ICE, "one"] == ("reported: lead, arrest", [(4, 12)])
    assert found[ICE, "two"][0] == "denied: arrest"
    assert found["“Local police”", "one"][0] == "planned: cooperate"
    assert all(
        CORPUS[row.article].text[row.sentence_start :].startswith(row.sentence) for row in told.itertuples()
    )


def test_a_sentence_that_only_mentions_a_body_is_among_those_about_it_unless_modes_are_asked_for():
    told, sizes = findings.by_body(findings.keep(tables(AGENCIES, ROLES[:1])))
    assert sizes.sum().tolist() == [4, 3] and told["what"].tolist().count("mentioned") == 3
    told, sizes = findings.by_body(findings.keep(tables(AGENCIES, ROLES), modes=["planned"]))
    assert told["what"].tolist() == ["planned: cooperate"] and len(sizes) == 1
    told, sizes = findings.by_body(findings.keep(tables()))
    assert told.empty and sizes.empty


def test_a_body_that_is_often_only_mentioned_does_not_stand_above_one_that_acts(shown):
    often = [
        *AGENCIES,
        *(mention(*place, OFFICE) for place in [("one", "ICE"), ("one", "Local"), ("two", "Police")]),
    ]
    told, sizes = findings.by_body(findings.keep(tables(often, ROLES[:1])))
    assert sizes.index[0] == ICE and sizes.loc[OFFICE].tolist() == [4, 4]
    draw.by_body(told, sizes, {}, CORPUS)
    page = shown[-1]["text/html"]
    assert f"<b>{ICE}</b>: one sentence<" in page.replace("</summary>", "<")
    assert f"<b>{OFFICE}</b>: four sentences, which only mention it" in page


def test_who_will_publish_something_is_not_heard_yet():
    for text, heard in [
        ("The Council of Public Finances will publish its analysis next month.", False),
        ("The Council of Public Finances plans to report on the budget in May.", False),
        ("The Council of Public Finances should publish its analysis.", False),
        ("The Council of Public Finances published its analysis on Monday.", True),
        ("The Council of Public Finances said it would publish its analysis.", True),
        ("According to the Council of Public Finances, the debt will fall.", True),
    ]:
        kept = findings.keep(extract([Article(slug="a", text=text)]))
        assert bool(len(voices.voices(kept))) == heard, text


def test_of_very_many_sentences_about_bodies_the_first_stand_there_and_the_rest_is_named(monkeypatch, shown):
    monkeypatch.setattr(body_sentences, "MOST_SENTENCES", 1)
    monkeypatch.setattr(body_sentences, "FEWEST", 2)
    kept = findings.keep(tables(AGENCIES, [*ROLES, role("two", "deported", ICE, "remove")]))
    monkeypatch.setattr(body_sentences, "MOST_OF_ONE", 1)
    told, sizes = findings.by_body(kept)
    assert len(told) == 2
    draw.by_body(told, sizes, {ICE: "U.S. <ICE>"}, CORPUS)
    page = shown[-1]["text/html"]
    assert "<b>U.S. &lt;ICE&gt;</b>: two sentences; the first 1 stand here" in page
    assert page.count("<details ") == 2 and "Without a list here" in page
    places = draw.places(told, [ICE, "“Police”"])
    assert f"<details id={places[0]}>" in page and not places[1]


@pytest.mark.parametrize("mode", ["planned", "recommended"])
def test_what_is_planned_or_recommended_is_no_act(mode):
    """ "Police will arrest" and "police should arrest" tell of no deed; one that speaks is still only heard."""
    roles = [role("one", "help", "local police", "assist", mode), role("one", "arrested", ICE, "arrest")]
    heard = voices.voices(findings.keep(tables(AGENCIES, roles))).set_index("agency")
    assert "local police" not in heard.index and heard.loc[ICE, "acts"] == 1
    spoke = [*roles, role("one", "help", "local police", "comment")]
    heard = voices.voices(findings.keep(tables(AGENCIES, spoke))).set_index("agency")
    assert heard.loc["local police", ["acts", "group"]].tolist() == [0, "only heard"]


def test_a_body_heard_in_one_article_is_not_heard_in_another():
    also = [mention("two", "it", ICE), role("two", "deported", ICE, "remove")]
    some = tables([*AGENCIES, also[0]], [*ROLES, also[1]], [speaker("one", "ICE", ICE, True)])
    heard = voices.voices(findings.keep(some)).set_index(["article", "agency"])["heard"]
    assert heard["one", ICE] and not heard["two", ICE]
    said = "**In one of three cases, an article that tells of a named body’s acts neither quotes nor cites it**: one in two."
    assert said in sentences(some)


def test_cases_and_bodies_that_are_only_described_are_told_apart():
    here = mention("two", "Police", "local police", "unnamed", "description")
    acts = [
        ROLES[0],
        role("one", "help", "local police", "cooperate"),
        role("two", "share", "local police", "cooperate"),
        role("two", "Police", "police", "arrest"),
    ]
    found = sentences(tables([*AGENCIES, here], acts))
    assert (
        "Unnamed bodies act in three cases (two different wordings; one in one and two in two) and are heard in none of them."
    ) in found
    said = sentences(tables([*AGENCIES, here], acts, [speaker("two", "Police", "local police", True)]))
    assert any(one.endswith(" and are heard in one of them.") for one in said)


def test_wordings_that_say_the_same_of_a_body_are_one_body_never_heard():
    names = ["local law enforcement", "local law enforcement partners"]
    here = [mention("one", "Local police", name, "unnamed", "description") for name in names]
    acts = [role("one", "help", name, "cooperate") for name in names]
    said = "The one body that acts and is only described, “Local police”, is never heard."
    assert said in sentences(tables(here, acts))


def test_a_statement_that_two_share_is_given_to_both():
    rows = [("Ann Lee; Bo Roe", ""), ("Ann Lee", "Mint"), ("", "Mint; Zoo")]
    said = pd.DataFrame(
        {"article": "a", "source": "x", "speaker": name, "agency": body, "start": 90 * at, "end": 90 * at + 9,
         "quote": "they agree", "direct": "indirect"} for at, (name, body) in enumerate(rows)
    )  # fmt: skip
    assert voices.told(said)["who"].tolist() == ["Ann Lee and Bo Roe", "Ann Lee", "Mint and Zoo"]


def test_bodies_are_called_for_short_what_the_articles_call_them():
    other = mention("two", "it", OFFICE, linked_by="abbreviation")
    kept = findings.keep(
        tables([*AGENCIES, other, mention("one", "ICE", ICE, linked_by="abbreviation")], ROLES)
    )
    assert findings.for_short(kept) == {ICE: "ICE", OFFICE: "it"}
    shared = mention("one", "ICE", "Institute", linked_by="abbreviation")
    assert findings.for_short(findings.keep(tables([*AGENCIES, shared], ROLES))) == {}
    rows = findings.evidence(kept.roles, bodies.described(kept), findings.for_short(kept))
    assert rows["who"].tolist()[:2] == ["ICE: arrest", "“Local police”: cooperate, planned"]
    pronoun = mention("one", "men", ICE, linked_by="pronoun")
    marked = findings.labelled(findings.keep(tables([*AGENCIES, pronoun], ROLES)))
    assert "= ICE" in set(marked["label"])


def test_evidence_has_one_row_a_word_of_action_with_all_who_do_it():
    roles = [
        role("one", "arrested", agency, does)
        for agency in (ICE, "local police")
        for does in ("lead", "arrest")
    ]
    roles.append(role("one", "arrested", OFFICE, "cooperate", "planned"))
    kept = findings.keep(tables(AGENCIES, roles))
    rows = findings.evidence(kept.roles, bodies.described(kept))
    assert rows["who"].tolist() == [f"{ICE}; “Local police”: lead + arrest · {OFFICE}: cooperate, planned"]
    assert (
        ONE[rows["start"][0] : rows["end"][0]] == "arrested" and rows["sentence"][0] == "ICE arrested 3 men."
    )


def test_evidence_marks_the_whole_unit_where_there_is_no_word_of_action():
    nowhere = role("two", "share", "police", "cooperate") | {"action_start": 0, "action_end": 0}
    row = findings.evidence(findings.keep(tables(AGENCIES, [nowhere])).roles).iloc[0]
    assert TWO[row["start"] : row["end"]] == row["sentence"] == "Police should share data."


def test_people_are_marked_by_their_name_if_it_stands_there():
    people = voices.people(
        frame(
            SpeakerRow,
            [speaker("two", "Home", OFFICE, True), speaker("two", "Home", OFFICE, True) | {"name": "A. B."}],
        )
    )
    assert [TWO[row.start : row.end] for row in people.itertuples()] == [
        "Home",
        "The Home Office said it deported 5 people.",
    ]


def test_labels_say_role_and_mode_and_for_whom_a_pronoun_stands():
    roles = [*ROLES, role("one", "arrested", ICE, "lead"), role("two", "data", OFFICE, "seize", negated=True)]
    marks = findings.labelled(findings.keep(tables(AGENCIES, roles, [speaker("two", "Home", OFFICE, False)])))
    found = {CORPUS[row.article].text[row.start : row.end]: row.label for row in marks.itertuples()}
    assert found == {
        "Home": "speaks",
        "ICE": "",
        "Local police": "",
        "The Home Office": "",
        "it": f"= {OFFICE}",
        "Police": "",
        "arrested": "lead + arrest",
        "help": "cooperate, planned",
        "said": "comment",
        "deported": "remove",
        "share": "cooperate, recommended",
        "data": "seize, denied",
    }
    assert marks.groupby("label")["kind"].nunique().drop("").max() == 1


@pytest.mark.parametrize(
    "some",
    [FULL, tables(AGENCIES), tables(roles=ROLES), tables()],
    ids=["no speakers", "mentions", "roles", "nothing"],
)
def test_places_stay_whole_numbers_where_a_table_is_empty(some):
    kept = findings.keep(some)
    for rows in (findings.labelled(kept), findings.evidence(kept.roles), voices.people(kept.speakers)):
        assert not any(isinstance(place, float) for place in [*rows["start"], *rows["end"]])
    article.read_in_place(CORPUS, findings.labelled(kept), empty="")
    evidence(findings.evidence(kept.denied), CORPUS, empty="", columns={"who": "who"})


# ---- sentences
# -----------------------------------------------------------------------------------------------------------


def test_findings_of_two_articles():
    assert sentences(FULL) == [
        "**No body was read as having more than one reported act**: the two that were read are each of a different body.",
        "**In two of five roles the body has no name**.",
        "**In one of two cases, an article that tells of a named body’s acts neither quotes nor cites it**: one in one.",
        "No person is named who speaks.",
        "Of four bodies that act or speak in the articles, two are named and two are only described, such as “Local police”.",
        "Of five roles, three are reported (two acts and one of speech), one is planned and one is recommended.",
    ]


def test_findings_of_one_role():
    assert sentences(FULL, Corpus([CORPUS["one"]]), agencies=[ICE]) == [
        f"**{ICE} is the only body said to do anything**: arresting (1).",
        "Every body in a role has a name.",
        f"**The one named body that acts, {ICE}, is never heard.**",
        "No person is named who speaks.",
        f"One body acts or speaks in the article: {ICE}.",
        "The one role is reported.",
    ]


def test_what_is_left_out_is_said_with_its_number():
    expert = speaker("two", "Home", OFFICE, False) | {"title": "professor"}
    some = tables(AGENCIES, ROLES, [expert])  # who speaks in the sentence of the comment
    nothing, one = some.statements, pd.DataFrame({"article": ["two"] * 2})
    for own, said, words in (
        (FULL, nothing, "Nothing that was read in these texts is left out here."),
        (
            some,
            nothing,
            "Read in these texts and left out here: one role (an expert’s view is not that of the body they work for).",
        ),
        (
            replace(FULL, statements=one),
            one[:1],
            "Read in these texts and left out here: one statement (beliefs, orders and what is denied).",
        ),
    ):
        assert findings.left_out(own, findings.keep(own), said) == words
    cut = findings.left_out(FULL, findings.keep(FULL, modes=["planned"]), nothing)
    assert cut == "Read in these texts and left out here: what the parameters leave out."


def test_findings_of_nothing():
    assert sentences(tables()) == ["No agency or other body is found in the articles."]
    assert sentences(FULL, agencies=[ICE], modes=["planned"]) == [
        "Shown: 0 of one role, those planned. Who is mentioned and who is heard is counted whatever the mode.",
        "No body acts or speaks in the articles; one body is only mentioned.",
        "With these parameters, no body is said to do anything.",
    ]


def test_those_who_speak_where_no_body_acts_are_counted():
    silent = tables((), (), [speaker("two", "Home", "", True) | {"name": "A"}])
    assert sentences(silent) == [
        "No agency or other body is found in the articles.",
        "One person speaks by name, in direct quotation.",
    ]


def test_findings_say_what_a_mode_leaves_out():
    found = sentences(FULL, modes=["recommended", "planned"])
    assert any(said.startswith("Shown: 2 of five roles, those planned or recommended. ") for said in found)
    assert (
        "Of three bodies that act or speak in the articles, one is named and two are only described, such as “Local police”; "
        "one more is only mentioned."
    ) in found
    assert not any(words.startswith("All roles are") for words in sentences(FULL, modes=["planned"]))


@pytest.mark.parametrize(
    ("agencies", "words"),
    [
        (
            ["local police"],
            "One body acts or speaks in the articles: “Local police”, which is only described.",
        ),
        (
            ["local police", "police"],
            "Two bodies act or speak in the articles, none with a name: they are described, such as “Local police”.",
        ),
        ([ICE, OFFICE], "Two bodies act or speak in the articles, both with a name."),
        (
            [ICE, "local police"],
            "Of two bodies that act or speak in the articles, one is named and one is only described, “Local police”.",
        ),
    ],
)
def test_findings_about_bodies(agencies, words):
    rows = [row for row in ROLES if row["agency"] in agencies]
    assert words in sentences(tables([row for row in AGENCIES if row["agency"] in agencies], rows))


@pytest.mark.parametrize(
    ("speakers", "words"),
    [
        ([("A", OFFICE, True)], "One person speaks by name, in direct quotation."),
        (
            [("A", OFFICE, False)],
            "One person speaks by name, in reported speech only.",
        ),
        ([("A", "", False)], "One person speaks by name, in reported speech only."),
        (
            [("A", OFFICE, True), ("B", ICE, True)],
            "Two people speak by name, both of them in direct quotation.",
        ),
        (
            [("A", OFFICE, True), ("B", OFFICE, False)],
            "Two people speak by name, one of them in direct quotation.",
        ),
        (
            [("A", OFFICE, False), ("B", "", False)],
            "Two people speak by name, none of them in direct quotation.",
        ),
        ([("", OFFICE, True)], "No person is named who speaks."),
        (
            [("A", OFFICE, False), ("", OFFICE, True), ("", "", True)],
            "One person speaks by name, in reported speech only; others speak without a name.",
        ),
        (
            [("A", OFFICE, True), ("", OFFICE, True), ("B", OFFICE, True)],
            "Two people speak by name, both of them in direct quotation; others speak without a name.",
        ),
    ],
)
def test_findings_about_speakers(speakers, words):
    rows = [
        speaker("two", "Home", organisation, direct) | {"name": name}
        for name, organisation, direct in speakers
    ]
    assert words in sentences(tables(AGENCIES, ROLES, rows))


def test_a_country_and_its_government_are_one_voice_and_a_part_of_it_is_not():
    nations = ["United Kingdom", "UK government", "Scottish government"]
    roles = [
        role("two", "deported", nations[0], "remove"),
        role("two", "said", nations[1], "comment"),
        role("two", "share", nations[2], "arrest"),
    ]
    found = voices.voices(
        findings.keep(tables([mention("two", "it", name, "foreign") for name in nations], roles))
    )
    assert found[["agency", "acts", "indirect", "heard"]].to_numpy().tolist() == [
        ["Scottish government", 1, 0, False],
        ["United Kingdom / UK government", 1, 1, True],
    ]


def test_an_expert_makes_no_body_heard_and_an_official_does():
    said = [role("two", "said", OFFICE, "comment")]
    for title, heard in (
        ("Professor of Law", False),
        ("expert, retired", False),
        ("Director", True),
        ("", True),
    ):
        spoken = [speaker("two", "Home", OFFICE, True) | {"title": title}]
        assert (
            voices.voices(findings.keep(tables(AGENCIES, said, spoken)))["heard"].tolist() == [True] * heard
        )


def test_what_an_expert_says_is_no_role_of_the_body_that_employs_her():
    both = [role("two", "said", OFFICE, "comment"), role("two", "deported", OFFICE, "remove")]
    for title, roles in (("Professor of Law", ["remove"]), ("Director", ["comment", "remove"])):
        kept = findings.keep(
            tables(AGENCIES, both, [speaker("two", "Home", OFFICE, True) | {"title": title}])
        )
        assert sorted(kept.roles["role"]) == roles and kept.stated == len(roles)
        assert sorted(kept.said["role"]) == [name for name in roles if name == "comment"]


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("“It failed,” said Ana Ruiz, a researcher at Stanford University.", []),
        ("Dr Mary Holm, a lecturer at the University of Leeds, warned that it would fail.", []),
        ("“We agree,” said Jo Sample, president of Stanford University.", ["Stanford University"]),
    ],
)
def test_a_university_comments_through_its_head_and_not_through_a_scholar(text, comments):
    kept = findings.keep(extract(Corpus([Article(slug="a", text=text)])))
    assert kept.roles["agency"].tolist() == comments


def test_the_list_of_scholars_is_sound():
    words = [row["word"] for row in word_list("findings/scholar_titles")]
    assert len(set(words)) == len(words) and all(
        word == word.strip().casefold() and word.isalpha() for word in words
    )


def test_findings_about_naming_ties_and_silence():
    unnamed = [
        role("two", "share", "police", "cooperate"),
        role("two", "Police", "police", "arrest"),
        role("two", "said", OFFICE, "comment"),
    ]
    found = sentences(tables(AGENCIES, unnamed))
    assert "**In two of three roles the body has no name**; that is more than half in two (2 of 3)." in found
    assert found[-1] == "No body does anything in one."
    assert "The one body that acts and is only described, “Police”, is never heard." in found
    assert "All roles are reported." in found
    assert "**No body in a role has a name.**" in sentences(tables(AGENCIES, unnamed), agencies=["police"])
    tied = sentences(tables(AGENCIES, [*ROLES[:2], role("two", "share", "police", "cooperate")]))
    assert (
        "**No body was read as having more than one reported act**: the two that were read are each of a different body."
        in tied
    )
    twice = tables(
        AGENCIES,
        [
            role("one", word, agency, "arrest")
            for word in ("arrested", "help")
            for agency in (ICE, "local police")
        ],
    )
    assert (
        f"**{ICE} and “Local police” are most often said to act**, each in two of four mentions of acts."
        in sentences(twice)
    )


def with_a_unit(*more):
    mentions = [
        mention("two", "it", ERO, country="United States"),
        mention("one", "ICE", ICE, country="United States"),
    ]
    acts = [role("one", word, ICE, "arrest") for word in ("arrested", "help")]
    return tables(
        mentions, [*acts, role("two", "deported", ERO, "remove"), role("two", "share", ERO, "comment"), *more]
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            [],
            f"**{ICE} is most often said to act**: in two of three mentions of acts, all in "
            f"one article, arresting (2); its unit {ERO} in one more. These are mentions",
        ),
        (
            [role("two", word, ERO, "lead") for word in ("said", "Home")],
            f"**{ERO} is most often said to act**: in three of five mentions of acts, all in one "
            f"article, leading (2) and removing (1); {ICE}, which it is a unit of, in two more. These are mentions",
        ),
        (
            [role("two", "Police", "Homeland Security Investigations", "seize")],
            f"**{ICE} is most often said to act**: in two of four mentions of acts, all in "
            f"one article, arresting (2); its units {ERO} (1) and Homeland Security Investigations (1) in two "
            "more. These are mentions",
        ),
    ],
)
def test_the_leader_says_what_its_units_do_beside_it_and_speech_is_counted_apart(more, said):
    assert sentences(with_a_unit(*more))[0].startswith(said)


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (
            [role("two", "said", OFFICE, "comment"), role("one", "help", ICE, "report")],
            "**No body is said to do anything but speak**: two mentions of two bodies, commenting (1) and reporting (1).",
        ),
        (
            [role("two", "said", OFFICE, "comment"), role("two", "deported", OFFICE, "remove")],
            f"**{OFFICE} is the only body said to do anything**: removing (1). It has the one mention of speech.",
        ),
        (
            [*(role("one", word, ICE, "arrest") for word in ("arrested", "help")), role("two", "said", OFFICE, "comment"),
             role("two", "share", OFFICE, "report")],
            f"**{ICE} is the only body said to do anything**: two mentions, arresting (2). It has none of "
            "the two mentions of speech.",
        ),
    ],
)  # fmt: skip
def test_who_only_speaks_does_nothing(roles, said):
    assert sentences(tables(AGENCIES, roles))[0] == said


HEDGED = [
    ("The arrests likely stemmed from data sharing between agencies.", "sharing", "likely"),
    ("Police may have arrested six men.", "arrested", "may have"),
    ("The unit is Believed to have led the raid.", "led", "is believed to have"),
    ("Customs reportedly then seized the boat.", "seized", "reportedly"),
    ("Police arrested six men, likely smugglers.", "arrested", ""),
    ("A man, likely a smuggler, was arrested by police.", "arrested", ""),
    ("He is likely a member and was arrested by police.", "arrested", ""),
    ("Arrests are less likely where police share data.", "share", ""),
    ("It is likely the gang that the ministry arrested last.", "arrested", ""),
    ("He is possibly a member of a gang the ministry arrested last.", "arrested", ""),
]


@pytest.mark.parametrize(("text", "word", "hedge"), HEDGED)
def test_what_is_likely_is_not_plainly_reported(text, word, hedge):
    first = text.index(word)
    own = {"quote": text, "start": 100, "action_start": 100 + first, "action_end": 100 + first + len(word)}
    for mode, expected in (("reported", hedge), ("planned", "")):
        assert hedges(pd.DataFrame([own | {"mode": mode}])) == [expected]


def test_a_word_that_leaves_a_role_open_stands_in_tables_and_findings():
    text = "The seizures probably stemmed from sharing of files."
    one = role("one", "arrested", ICE, "cooperate") | {
        "quote": text, "start": 0, "action_start": text.index("sharing"), "action_end": text.index("sharing") + 7,
    }  # fmt: skip
    kept = findings.keep(tables(AGENCIES, [one]))
    assert findings.evidence(kept.roles)["who"].tolist() == [f"{ICE}: cooperate, “probably”"]
    said = sentences(tables(AGENCIES, [one]))
    assert "One reported role is qualified by “probably” (one)." in said


def test_the_list_of_hedges_is_sound():
    words = [row["word"] for row in word_list("findings/hedges")]
    assert len(set(words)) == len(words) and all(word == " ".join(word.casefold().split()) for word in words)


def test_the_leader_says_where_most_of_its_sentences_stand():
    rows = [
        *(role("one", word, ICE, "arrest") for word in ("arrested", "help")),
        *(role("two", word, ICE, "arrest") for word in ("said",)),
        role("two", "deported", ICE, "remove"),
        role("two", "share", OFFICE, "cooperate"),
    ]
    assert sentences(tables(AGENCIES, rows))[0].startswith(
        f"**{ICE} is most often said to act**: in four of five mentions of acts, across two articles, arresting (3, two of them in one "
        "article) and removing (1). These are mentions"
    )


@pytest.mark.parametrize(
    ("modes", "said"),
    [
        (
            ("reported", "planned", "planned"),
            f"**{ICE} is the only body with a reported act**: arresting (1).",
        ),
        (
            ("reported", "reported", "recommended"),
            f"**{ICE} is most often said to act**: in two of three mentions of reported acts, across two articles, arresting (2",
        ),
        (
            ("planned", "recommended", "planned"),
            f"**{ICE} is the only body with a planned or recommended act**: three mentions, arresting (3",
        ),
    ],
)
def test_plans_and_advice_are_no_deeds(modes, said):
    rows = [
        role(*place, "arrest", mode=mode)
        for place, mode in zip(
            (("one", "arrested", ICE), ("two", "said", ICE), ("one", "help", ICE)), modes, strict=True
        )
    ]
    other = role("two", "share", OFFICE, "cooperate")
    more = [other] if "most often said to act" in said else []
    assert sentences(tables(AGENCIES, [*rows, *more]))[0].startswith(said)


def test_no_kind_of_deed_comes_above_all_where_others_are_as_frequent():
    names = ["arrest", "remove", "lead", "seize"]
    rows = [role("one", "arrested", ICE, name) for name in names]
    other = [role("two", "share", OFFICE, "cooperate"), role("two", "said", OFFICE, "comment")]
    said = f"**{ICE} is most often said to act**: in four of five mentions of acts, all in one article, {{}} arresting"
    assert sentences(tables(AGENCIES, [*rows, *other]))[0].startswith(said.format("such as"))
    more = [role("one", "help", ICE, name) for name in names[:3]]
    assert ", above all arresting (2" in sentences(tables(AGENCIES, [*rows, *more, *other]))[0]


def test_all_roles_of_speech_are_not_so_many_of_so_many():
    rows = [role("two", "deported", OFFICE, "remove")]
    rows += [role("two", word, OFFICE, "comment") for word in ("said", "share")]
    assert sentences(tables(AGENCIES, rows))[0].endswith("It has both mentions of speech.")


def test_the_two_figures_count_the_same_bodies():
    alike = [mention("one", "ICE", "local law enforcement", level="unnamed")]
    alike += [mention("one", "help", "local law enforcement partners", level="unnamed")]
    rows = [
        role("one", "arrested", alike[0]["agency"], "arrest"),
        role("one", "help", alike[1]["agency"], "lead"),
    ]
    kept = findings.keep(tables(alike, rows))
    drawn = findings.with_bodies(kept).groupby("article")["body"].nunique()
    counts = findings.modes_by_article(kept, ["one"])
    assert counts["bodies"].sum() == drawn["one"] == 1


# ---- figures
# -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def drawn(monkeypatch):
    """Every figure that is drawn, laid out, with its description and what was said instead of a figure."""
    seen = SimpleNamespace(figures=[], said=[])

    def keep_figure(figure, description, name, output_dir=None, links=None, **_):
        figure.canvas.draw()
        seen.figures.append((figure, description))

    for module in (draw, agency_matrix):
        monkeypatch.setattr(module, "figure", keep_figure)
        monkeypatch.setattr(module, "say", seen.said.append)
    yield seen
    for figure, _ in seen.figures:
        figures.plt.close(figure)


def draw_all(some, slugs, title=""):
    kept = findings.keep(some)
    draw.matrix(findings.with_bodies(kept))
    articles = [Article(slug=slug, text="x", title=title) for slug in slugs]
    draw.modes(findings.modes_by_article(kept, slugs), Corpus(articles))


def many():
    """More bodies, articles and sentences than a figure holds, with names of every length."""
    names = [f"{'Very ' * (number % 12)}Long Name of Agency {number}" for number in range(40)]
    agencies = [
        mention("one", "ICE", name, "federal" if number % 2 else "unnamed")
        | {"article": f"article-{number % 25}", "quote": name}
        for number, name in enumerate(names)
    ]
    roles = [
        role("one", "arrested", name, findings.ROLES[number % 10], MODES[number % 3])
        | {"article": f"article-{number % 25}"}
        for number, name in enumerate(names * 30)
    ]
    roles += [row | {"mode": mode} for row in roles[:40] for mode in MODES] * 40
    return tables(agencies, roles), [f"article-{number}" for number in range(25)]


@pytest.mark.parametrize(
    "some",
    [
        (FULL, CORPUS.slugs),
        (tables(AGENCIES[:1], ROLES[:1]), ["one"]),
        many(),
        (FULL, CORPUS.slugs, "Mexican and U.S. Authorities Collaborate Mmmmmmmmmmmmmmmmmmmmmmmm"),
    ],
    ids=["two", "one", "many", "wide titles"],
)
def test_figures_stay_inside_their_frame_and_labels_do_not_meet(drawn, some):
    draw_all(*some)
    assert len(drawn.figures) == 2 and not drawn.said
    for figure, description in drawn.figures:
        assert description.endswith(".") and len(description.split()) >= 8
        width, height = figure.get_size_inches() * figure.dpi
        assert width <= 17 * figure.dpi and height <= 12 * figure.dpi
        axes = figure.axes[0]
        labels = [label.get_window_extent() for label in axes.get_yticklabels()]
        ticks = [
            label
            for label, place in zip(axes.get_xticklabels(), axes.get_xticks(), strict=True)
            if place <= axes.get_xlim()[1]
        ]
        for box in [*labels, *(text.get_window_extent() for text in (*axes.texts, *ticks, axes.xaxis.label))]:
            assert box.x0 >= -1 and box.y0 >= -1 and box.x1 <= width + 1 and box.y1 <= height + 1
        assert not any(before.overlaps(after) for before, after in zip(labels, labels[1:], strict=False))


def test_a_figure_of_many_says_what_it_leaves_out(drawn):
    draw_all(*many())
    assert [
        "drawn, the others are in the tables" in figure.axes[0].get_xlabel() for figure, _ in drawn.figures
    ] == [True] * 2


def test_nothing_to_draw_is_said(drawn):
    draw_all(tables(), CORPUS.slugs)
    assert (
        not drawn.figures
        and len(drawn.said) == 2
        and all(words.startswith("There is nothing to draw") for words in drawn.said)
    )


def test_names_with_signs_of_mathematics_and_line_breaks_are_drawn_as_they_are(drawn):
    odd = tables(
        [mention("one", "ICE", "Agency $x_1$\nof $ Ω")],
        [role("one", "arrested", "Agency $x_1$\nof $ Ω", "arrest")],
    )
    draw_all(odd, ["one"])
    assert [label.get_text() for label in drawn.figures[0][0].axes[0].get_yticklabels()] == [
        "Agency $x_1$ of $ Ω"
    ]


def test_a_body_has_the_number_of_its_articles():
    texts = [Article(slug=slug, text="ICE and local police met. The FBI left.") for slug in ("zone", "area")]
    words = findings.in_words(findings.keep(extract(texts))).set_index("agency")
    assert words.loc[ICE, "articles"] == 2
    assert words.loc["“local police”", "articles"] == 2
