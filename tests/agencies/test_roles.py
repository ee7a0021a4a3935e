"""Roles: golden sentences, soundness of the lexicon, properties, linear time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import extract
from helpers.agencies.mentions import read_agencies
from helpers.agencies.roles import read_roles
from helpers.agencies.voices import Parses, read_voices, to_parse
from helpers.clauses.find import find_actions
from helpers.names import mask, with_short_names
from helpers.texts.corpus import Article
from helpers.texts.lexicon import action_words
from helpers.texts.lists import word_list
from helpers.texts.model import parse
from helpers.texts.sentence import sentences
from tests.growth import assert_linear

ROLES = {
    "lead",
    "arrest",
    "remove",
    "receive",
    "investigate",
    "prosecute",
    "cooperate",
    "seize",
    "report",
    "comment",
}


def read(text: str):
    """Roles of a text."""
    article = Article(slug="x", text=text)
    every = with_short_names(sentences(article))
    wanted = list(to_parse(article, every))
    parses = Parses()
    for (sentence, _, forms), doc in zip(wanted, parse(text for _, text, _ in wanted), strict=True):
        parses.add(sentence, forms, doc)
    agencies = read_agencies(article, every, parses.plain)
    voices = read_voices(article, every, parses, agencies)
    return article, read_roles(article, every, parses.plain, agencies, voices.said, voices.bodies)


# text -> roles as "mention words: role mode"; the mention is the name as the article writes it
GOLDEN = [
    (
        "Deputies with the Lamar County Sheriff’s Office and troopers with the Texas Department of Public Safety captured two men.",
        {"Lamar County Sheriff’s Office: arrest", "Texas Department of Public Safety: arrest"},
    ),
    (
        "Whatley Police Arrest Five Men",
        {"Whatley Police: arrest"},
    ),
    ("What Auditors of the FBI Found", set()),
    (
        "Members of the Harbor Task Force, an FBI unit, traced and arrested 14 men.",
        {"Harbor Task Force: investigate", "Harbor Task Force: arrest"},
    ),
    (
        "Peru, Chile seize 2 tons of cocaine in joint operation",
        {"Peru: seize", "Chile: seize", "Peru: cooperate", "Chile: cooperate"},
    ),
    (
        "The National Police of Peru and Chile’s Carabineros arrested 20 people.",
        {"National Police of Peru: arrest", "Carabineros: arrest"},
    ),
    ("Field officers of the CBSA located 30 people.", {"CBSA: investigate"}),
    (
        "Officers assigned to the Lakeland Police Department seized 12 guns.",
        {"Lakeland Police Department: seize"},
    ),
    (
        "The Harbor Intelligence Unit (HIU) met. The HIU and the RCMP plan to coordinate patrols.",
        {"Harbor Intelligence Unit: cooperate planned", "RCMP: cooperate planned"},
    ),
    ("The NCA kept the yard under surveillance.", {"NCA: investigate"}),
    ("The Crown Prosecution Service tried six cases.", {"Crown Prosecution Service: prosecute"}),
    (
        "The RCMP searched the barn alongside the CBSA.",
        {"RCMP: cooperate", "CBSA: cooperate"},
    ),
    ("Members of a gang from Mexico killed two men.", set()),
    ("Led by the DEA, the raids lasted a week.", {"DEA: lead"}),
    ("Deported by ICE, the men arrived on Friday.", {"ICE: remove"}),
    ("Utah State Police to investigate fire", {"Utah State Police: investigate planned"}),
    ("Romanian Border Police nab smugglers", {"Romanian Border Police: arrest"}),
    ("Big sweep launched by Utah State Police nets 40 men", {"Utah State Police: lead"}),
    (
        "The FBI, in partnership with Utah State Police, identified a driver.",
        {"FBI: cooperate", "Utah State Police: cooperate", "FBI: investigate"},
    ),
    ("They met the Utah State Police, whose analysts supported the FBI.", {"Utah State Police: cooperate"}),
    (
        "The NCA was supported by Essex Police and by Kent Police.",
        {"Essex Police: cooperate", "Kent Police: cooperate"},
    ),
    ("The PDI, Chile’s investigative police, identified a driver.", {"PDI: investigate"}),
    (
        "The DEA and Mexico’s Secretariat of the Navy launched a joint operation.",
        {
            "DEA: lead",
            "Secretariat of the Navy: lead",
            "DEA: cooperate",
            "Secretariat of the Navy: cooperate",
        },
    ),
    ("Sonora: in Nogales, National Guard members arrested four men.", {"National Guard: arrest"}),
    ("FBI agents assisted in the search.", {"FBI: cooperate"}),
    ("FBI agents assisted in the investigation.", {"FBI: cooperate", "FBI: investigate"}),
    ("Essex Police’s Serious Crime Unit arrested four men.", {"Essex Police's Serious Crime Unit: arrest"}),
    ("The port authority charges $40 for each man.", set()),
    ("Oslo police recovered no weapons.", set()),
    ("The anti-drug force FELCN seized 40 kilos of cocaine.", {"FELCN: seize"}),
    ("ICE agents removed a Salvadoran national wanted for murder.", {"ICE: remove"}),
    ("ICE and the FBI arrested 12 people.", {"ICE: arrest", "FBI: arrest"}),
    ("ICE arrested a man and removed him to Honduras.", {"ICE: arrest", "ICE: remove"}),
    ("He was arrested by Spanish police and extradited to Peru.", {"Spanish police: arrest"}),
    ("The deportation of a trafficker by ICE drew praise.", {"ICE: remove"}),
    ("ICE’s arrest of a student drew protests.", {"ICE: arrest"}),
    (
        "ERO teams worked with police departments to locate fugitives.",
        {
            "ERO: cooperate",
            "police departments: cooperate",
            "ERO: investigate",
            "police departments: investigate",
        },
    ),
    ("CBP reported apprehending 1,200 migrants.", {"CBP: report", "CBP: arrest"}),
    (
        "The ABF orchestrated the arrest and deportation of a dealer.",
        {"ABF: lead", "ABF: arrest", "ABF: remove"},
    ),
    ("The DEA is assisting with the extradition of two men.", {"DEA: cooperate", "DEA: remove"}),
    ("The AFP, which seized 2.3 tonnes of cocaine, charged 13 people.", {"AFP: seize", "AFP: prosecute"}),
    ("The NCA took a man into custody.", {"NCA: arrest"}),
    ("The FGR took custody of three men.", {"FGR: receive"}),
    ("The RCMP carried out 20 arrests.", {"RCMP: lead", "RCMP: arrest"}),
    ("Toronto police made 12 arrests.", {"Toronto police: arrest"}),
    ("The RCMP did not arrest anyone.", set()),
    ("The Home Office plans to return 500 offenders.", {"Home Office: remove planned"}),
    ("The AFP will monitor the boats.", {"AFP: investigate planned"}),
    (
        "Interpol and Europol should share intelligence.",
        {"Interpol: cooperate recommended", "Europol: cooperate recommended"},
    ),
    ("The NCA said the haul was large.", {"NCA: comment"}),
    ("An NCA spokesperson said the haul was large.", {"NCA: comment"}),
    ("The following agencies assisted: the FBI and the DEA.", {"FBI: cooperate", "DEA: cooperate"}),
    ("HOUSTON, March 10, 2025 — The FBI seized 12 guns.", {"FBI: seize"}),
    ("Ciudad Juárez: the FGR seized 12 guns.", {"FGR: seize"}),
    ("The FBI searched the boxes, located 12 guns and called a lawyer.", {"FBI: investigate"}),
    ("The Mexican Army is to support the operation.", {"Mexican Army: cooperate planned"}),
    ("ICE has no plans to arrest students.", set()),
    ("Interpol's Secretary General Jo Sample said it worked.", {"Interpol: comment"}),
    ("The RCMP has yet to identify the driver.", set()),
    ("The operation involved the FBI and Eurojust.", {"FBI: cooperate", "Eurojust: cooperate"}),
    (
        "Mexico and Canada have agreed to share intelligence.",
        {"Mexico: cooperate planned", "Canada: cooperate planned"},
    ),
    (
        "By working together, Mexico and Canada can stop the trade.",
        {"Mexico: cooperate recommended", "Canada: cooperate recommended"},
    ),
    ("According to the UNODC, output rose.", {"UNODC: report"}),
    ("He cited CDC figures.", {"CDC: report"}),
    ("DEA Administrator Jo Sample warned of more deaths.", {"U.S. Drug Enforcement Administration: comment"}),
    ("Authorities emphasize vigilance.", {"authorities: comment"}),
    ("The operation was led by Frontex and supported by Interpol.", {"Frontex: lead", "Interpol: cooperate"}),
    (
        "In a joint operation, Dutch police and Belgian police arrested 45 people.",
        {
            "Dutch police: arrest",
            "Belgian police: arrest",
            "Dutch police: cooperate",
            "Belgian police: cooperate",
        },
    ),
    (
        "The NCA, in partnership with Dutch police, arrested ten men.",
        {"NCA: arrest", "NCA: cooperate", "Dutch police: cooperate"},
    ),
    ("Spain arrested ten men with the help of Portugal.", {"Spain: arrest", "Portugal: cooperate"}),
    (
        "Collaboration between federal and state agencies enables this.",
        {"federal and state agencies: cooperate"},
    ),
    ("Role of ERO: Managed arrest and deportation logistics.", {"ERO: lead", "ERO: arrest", "ERO: remove"}),
    ("Neither the FBI nor the DEA arrested the man.", set()),
    ("The NCA conducted a raid resulting in the arrest of ten men.", {"NCA: lead"}),
    ("The official emphasized the importance of arresting and removing dealers.", set()),
    ("ICE removed dangerous elements from neighborhoods.", set()),
    ("Those apprehended were taken to court.", set()),
    ("Mexican agencies led to nothing.", set()),
    ("The report is from Mexico and covers US-Mexico security cooperation.", set()),
    # bodies that have no name, with their place
    ("Police in 14 countries have arrested 90 people.", {"police in 14 countries: arrest"}),
    ("Forces of 12 states seized 40 tonnes of cocaine.", {"forces of 12 states: seize"}),
    ("Customs authorities in 138 countries took part.", {"customs authorities in 138 countries: cooperate"}),
    (
        "Law enforcement agencies worldwide should share data.",
        {"law enforcement agencies worldwide: cooperate recommended"},
    ),
    ("Texas law officers detained 30 people near Laredo.", {"Texas law officers: arrest"}),
    ("Member states must report losses faster.", {"member states: report recommended"}),
    (
        "Prosecutors in the Eastern District of Virginia charged six men.",
        {"prosecutors in the Eastern District of Virginia: prosecute"},
    ),
    ("Bavaria's state police detained two drivers.", {"Bavaria's state police: arrest"}),
    ("The family was expelled by the city of Lyon in May.", {"city of Lyon: remove"}),
    (
        "Belgian customs located the crates; customs seized them.",
        {"Belgian customs: investigate", "customs: seize"},
    ),
    # courts
    (
        "The regional court in Hamburg sentenced the leader to nine years.",
        {"regional court in Hamburg: prosecute"},
    ),
    (
        "The U.S. District Court in Tucson sentenced him to 20 years.",
        {"U.S. District Court in Tucson: prosecute"},
    ),
    ("Nineteen defendants were sentenced by the Crown Court at Leeds.", {"Crown Court at Leeds: prosecute"}),
    # help
    ("The FBI supplied two analysts.", {"FBI: cooperate"}),
    ("The U.S. Army lent helicopters to the operation.", {"U.S. Army: cooperate"}),
    ("Eurojust provided support and hosted 12 coordination meetings.", {"Eurojust: cooperate"}),
    (
        "Acting on information from the DEA, Greek police arrested 14 men.",
        {"DEA: cooperate", "Greek police: arrest"},
    ),
    # mode by the verb before the infinitive
    ("The RCMP hopes to charge the two brothers.", {"RCMP: prosecute planned"}),
    ("ICE is set to deport 300 people next week.", {"ICE: remove planned"}),
    ("Interpol is due to publish the list in June.", {"Interpol: report planned"}),
    ("The ATF ought to publish its traces.", {"ATF: report recommended"}),
    ("The PSNI is urged to investigate the case.", {"PSNI: investigate recommended"}),
    ("A second phase will be led by Europol in June.", {"Europol: lead planned"}),
    ("The NCA may publish a second report.", set()),
    ("The United States has asked Colombia to extradite him.", {"Colombia: remove recommended"}),
    ("Colombia was asked to extradite him.", set()),
    (
        "It is essential that Albania and Italy exchange information.",
        {"Albania: cooperate recommended", "Italy: cooperate recommended"},
    ),
    ("The sheriff must publish the tapes and must not work with ICE.", set()),
    # verbs that only say that an action begins or goes on
    ("The Dutch National Police began tracing the calls in 2019.", {"Dutch National Police: investigate"}),
    ("CBP continued to seize fentanyl at the bridges.", {"CBP: seize"}),
    ("The FBI worked to trace the money.", {"FBI: investigate"}),
    # pronouns and parts
    (
        "The Uganda Police Force raided a house. It arrested nine people.",
        {"Uganda Police Force: arrest"},
    ),
    ("Detectives from the Merseyside Police's drugs squad arrested five men.", {"Merseyside Police: arrest"}),
    ("HSI New Orleans agents seized 14 firearms.", {"HSI: seize"}),
    ("A team of FBI and DEA agents arrested the hacker in Tampa.", {"FBI: arrest", "DEA: arrest"}),
    ("The RCMP, along with the CBSA, executed 11 search warrants.", {"RCMP: lead", "CBSA: lead"}),
    # handing over and taking over
    ("Panama handed the man over to the FBI.", {"Panama: remove", "FBI: receive"}),
    ("Ecuador hands a broker to the United States", {"Ecuador: remove"}),
    ("He was turned over to ICE on Friday.", {"ICE: receive"}),
    (
        "Colombia extradited him on Friday. U.S. Marshals took him into custody in Texas.",
        {"Colombia: remove", "U.S. Marshals: receive"},
    ),
    # clauses between the body and its verb, and verbs far from it
    (
        "The Croatian police, who had followed the lorry, arrested the driver.",
        {"Croatian police: investigate", "Croatian police: arrest"},
    ),
    (
        "The FBI located a shed where cars were being stripped and arrested four people there.",
        {"FBI: investigate", "FBI: arrest"},
    ),
    (
        "The FBI investigates crimes that involve the mail and arrests the people behind them.",
        {"FBI: investigate", "FBI: arrest"},
    ),
    ("Searches were carried out by the NCA in Kent and Essex.", {"NCA: lead"}),
    # what the form of the verb does not change
    ("It was ICE that arrested the men.", {"ICE: arrest"}),
    ("The men were held not by ICE but by the FBI.", {"FBI: arrest"}),
    ("ICE has been responsible for 400 arrests this year.", {"ICE: arrest"}),
    ("The DEA was instrumental in the arrest of two men.", {"DEA: cooperate"}),
    ("The inquiry is ongoing and is being conducted by the FBI.", {"FBI: lead", "FBI: investigate"}),
    (
        "The sweep, led by ICE, was carried out in coordination with the FBI.",
        {"ICE: lead", "ICE: cooperate", "FBI: cooperate"},
    ),
    ("CBP turned over 29 people to the FBI and eight to the RCMP.", {"FBI: receive", "RCMP: receive"}),
    ("FBI agents are trying to trace the driver.", set()),
    ("FBI agents stopped the car and found 12 kg of heroin.", {"FBI: investigate"}),
    ("The FBI should report back to the committee every six months.", {"FBI: report recommended"}),
    ("FBI agents at Laredo stop 422 pounds of narcotics in one week", {"FBI: seize"}),
    # figures
    ("The FBI recorded 200 complaints.", {"FBI: report"}),
    ("Figures from the Home Office show a fall.", {"Home Office: report"}),
    (
        "CBP seized 200 kilograms, agency figures show.",
        {"CBP: seize", "U.S. Customs and Border Protection: report"},
    ),
    # no doers
    ("Human Rights Watch said the men were beaten.", set()),
    ("The suspect, who was wanted by the FBI, fled.", set()),
    # a place that holds a country's name is no country, and a title that names its own keeps it
    ("New Mexico announced a new task force.", set()),
    ("South America deported nobody, he said.", set()),
    ("United States v. Lopez reported a ruling.", set()),
    (
        "U.S. Attorney Jo Sample of the District of New Mexico announced the results.",
        {"U.S. Attorney's Office for the District of New Mexico: report"},
    ),
    ("Police will allege the man sold the drugs.", {"police: comment planned"}),
    (
        "ICE takes 77 immigration violators into custody in fugitive sweep.",
        {"ICE: arrest"},
    ),
    (
        "Mexico’s navy said it had seized 2 tonnes of cocaine.",
        {"navy: comment", "navy: seize"},
    ),
]


def said(row) -> str:
    return f"{row.mention}: {row.role}" + ("" if row.mode == "reported" else f" {row.mode}")


@pytest.mark.parametrize(("text", "expected"), GOLDEN, ids=[text for text, _ in GOLDEN])
def test_roles(text, expected):
    assert {said(row) for row in read(text)[1] if not row.negated} == expected


def test_headlines_are_read_like_sentences():
    _, rows = read("ICE Arrests 216 in 12-Day Drug Operation\n\nIt was late when the work ended in the city.")
    assert [said(row) for row in rows] == ["ICE: arrest"]


def test_negated_roles_are_marked():
    _, rows = read("The RCMP failed to deport the man.")
    assert [(row.role, row.negated) for row in rows] == [("remove", True)]


@pytest.mark.parametrize("text", ["Kent Police arrested nobody.", "Kent Police has detained none of them."])
def test_an_object_that_is_nobody_negates(text):
    assert [(row.role, row.negated) for row in read(text)[1]] == [("arrest", True)]


def test_action_and_object_are_located():
    text = "On Monday the FBI (US) quietly arrested three suspects in Ohio."
    article, (row,) = read(text)
    assert article.text[row.action_start : row.action_end] == "arrested" and row.action == "arrest"
    assert row.object.startswith("three suspects") and row.quote == text and row.plover == "COERCE:arrest"


def test_first_person_in_a_quotation_acts_for_the_body_of_the_one_who_speaks():
    _, rows = read("“It was late. We arrested 200 people in one night,” said ICE Director Jo Sample.")
    assert {said(row) for row in rows} == {
        "U.S. Immigration and Customs Enforcement: comment",
        "U.S. Immigration and Customs Enforcement: arrest",
    }


def test_what_others_do_in_a_quotation_is_no_role_of_the_agency():
    _, rows = read("“They arrested 200 people in one night,” said ICE Director Jo Sample.")
    assert {(row.agency, row.role) for row in rows} == {
        ("U.S. Immigration and Customs Enforcement", "comment")
    }


def test_people_of_the_one_who_speaks_act_for_the_body():
    _, rows = read("Chief Constable Sara Sample of Kent Police said his force had charged four men.")
    assert {said(row) for row in rows} == {"Kent Police: comment", "Kent Police: prosecute"}


# ---- lexicon
# ---------------------------------------------------------------------------------------------------------------


def test_lexicon_is_sound():
    verbs = word_list("texts/role_verbs")
    keys = [(row["lemma"], row["role"], row["needs"], row["with"]) for row in verbs]
    assert len(keys) == len(set(keys))
    classes = {row["class"] for row in word_list("texts/object_classes")}
    assert {row["role"] for row in verbs} <= ROLES
    needs = {row["needs"].removeprefix("other than ").removeprefix("court").strip() for row in verbs}
    assert needs <= classes | {
        "",
        "stopped contraband",
        "counted contraband",
        "people back",
        "new charges",
        "found people",
        "finding",
        "funded",
        "officers",
        "found goods",
        "people by noun",
        "body told",
        "passed on",
        "counted object",
        "direct people",
        "recovered",
        "treaty",
        "shared",
        "question",
        "figures by",
        "records by",
        "part",
        "bodies",
        "things",
        "prison terms",
        "dog",
        "together",
        "no price",
        "clause",
        "no public",
        "own case",
        "people abroad",
        "goods or people",
        "no object",
        "action",
    }
    assert {row["role"] for row in word_list("texts/role_nouns")} <= ROLES
    nouns = (*word_list("texts/role_nouns"), *word_list("texts/event_nouns"))
    assert {row["needs"] for row in nouns} <= classes | {"", "partners", "people abroad", "own doer"}
    for row in word_list("texts/speech_words"):
        assert row["person"] in ("", "comment", "report") and row["body"] in ("", "comment", "report"), row
    assert {row["mode"] for row in word_list("texts/mode_cues")} <= {
        "planned",
        "recommended",
        "",
        "negated",
        "possible",
    }
    assert {row["kind"] for row in word_list("texts/mode_cues")} == {"auxiliary", "governor", "infinitive"}
    assert len({(row["cue"], row["kind"]) for row in word_list("texts/mode_cues")}) == len(
        word_list("texts/mode_cues")
    )


def test_every_role_has_an_event_or_a_reason():
    events = word_list("agencies/role_events")
    assert {row["role"] for row in events} == ROLES
    assert all(row["plover"] or row["why"] for row in events)


def test_inflected_forms():
    assert {"arrested", "seized", "carries", "led", "ran", "identifies", "planned"} - action_words() == {
        "planned"
    }


# ---- properties
# ------------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "ICE",
        "the",
        "U.S.",
        "Mexico",
        "police",
        "and",
        "said",
        "arrested",
        "(",
        ")",
        "’s",
        "“",
        "”",
        ",",
        ".",
        "\n",
        "will",
        "by",
        "with",
        "operation",
        "led",
        "of",
        "it",
        "its",
        "Jo Sample",
        "Director",
        "FBI",
        "12",
        "people",
        ":",
        "to",
        "İ",
        "joint",
        "between",
        "agency",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=120))
def test_rows_are_traced(text):
    article, rows = read(text)
    for row in rows:
        assert article.text[row.start : row.end] == row.quote
        assert row.start <= row.action_start < row.action_end <= row.end
        assert (
            row.role in ROLES
            and row.mode in ("reported", "planned", "recommended")
            and row.agency
            and row.mention
        )
    assert len({(row.start, row.agency, row.role) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "piece",
    ["ICE and the FBI arrested, ", "police said that ", "(ICE) by ", "“ICE ", "with the help of police "],
)
def test_reading_is_linear(piece):
    def work(times: int):
        (sentence,) = sentences(Article(slug="x", text="The " + piece * times + "end"))
        (doc,) = parse([mask(sentence).text])
        return lambda: find_actions(sentence, doc)

    assert_linear(work, 15)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("On Monday the FBI's New Orleans Field Office seized a boat.", "FBI's New Orleans Field Office"),
        ("On Monday HSI Houston seized a boat.", "HSI"),
        ("On Monday Interpol Quito seized a boat.", "Interpol Quito"),
        ("On Monday the Oregon Department of Justice seized a boat.", "Oregon Department of Justice"),
        ("On Monday Chile's Ministry of Justice seized a boat.", "Ministry of Justice"),
    ],
)
def test_the_mention_of_a_role_is_the_whole_name_of_a_branch(text, mention):
    roles = extract([Article(slug="one", text=text, published="2025-06-02")]).roles
    assert [(row.mention, row.role) for row in roles.itertuples()] == [(mention, "seize")]
    assert all(text[row.start : row.end] == row.quote for row in roles.itertuples())
