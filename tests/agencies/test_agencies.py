"""Agencies and speakers: golden sentences, soundness of the word lists, properties, linear time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.agencies.mentions import read_agencies
from helpers.agencies.voices import Parses, read_voices, to_parse
from helpers.agencies.worth_parsing import needs_parse
from helpers.names import mask, nation_words, nations_in, plain_words, with_short_names
from helpers.names.scanner import scan, words_of
from helpers.texts.corpus import Article
from helpers.texts.lexicon import word_set
from helpers.texts.lists import DATA, word_list
from helpers.texts.model import parse
from helpers.texts.sentence import sentences
from tests.growth import assert_linear

LEVELS = {"federal", "state", "local", "foreign", "international", "unnamed"}


def read(text: str):
    """Agencies and speakers of a text."""
    article = Article(slug="x", text=text)
    every = with_short_names(sentences(article))
    wanted = list(to_parse(article, every))
    parses = Parses()
    for (sentence, _, forms), doc in zip(wanted, parse(text for _, text, _ in wanted), strict=True):
        parses.add(sentence, forms, doc)
    agencies = read_agencies(article, every, parses.plain)
    return article, agencies, read_voices(article, every, parses, agencies).speakers


# text -> (agency, how it was linked) in the order of the text
MENTIONS = [
    (
        "The Chile Customs Service met. Customs officers left with Customs.",
        [
            ("Chile Customs Service", "name"),
            ("Chile Customs Service", "description"),
            ("Chile Customs Service", "abbreviation"),
        ],
    ),
    (
        "The Ohio State Highway Patrol met. The Patrol and a patrol left.",
        [("Ohio State Highway Patrol", "name"), ("Ohio State Highway Patrol", "abbreviation")],
    ),
    (
        "The Border Force and Kent Police met. The force left.",
        [("Border Force", "name"), ("Kent Police", "name"), ("Kent Police", "pronoun")],
    ),
    (
        "The Interior Ministry of Peru met. Interior Minister Jo Sample left.",
        [("Interior Ministry of Peru", "name"), ("Interior Ministry of Peru", "official")],
    ),
    (
        "The district attorney’s office for the 21st Judicial District met.",
        [("district attorney’s office for the 21st Judicial District", "description")],
    ),
    ("The Cardiff Trading Standards met.", [("Cardiff Trading Standards", "name")]),
    ("The Austrian Federal Ministry of Justice met.", [("Austrian Federal Ministry of Justice", "name")]),
    (
        "The FBI and local police departments raided it.",
        [("Federal Bureau of Investigation", "abbreviation"), ("local police departments", "description")],
    ),
    (
        "US Immigration and Customs Enforcement (ICE) skated on thin ice in March.",
        [("U.S. Immigration and Customs Enforcement", "name")],
    ),
    ("They told us that ice was everywhere; it was no march.", []),
    (
        "Mexican and U.S. authorities met federal, state, and local agencies.",
        [
            ("Mexican and U.S. authorities", "description"),
            ("federal, state, and local agencies", "description"),
        ],
    ),
    ("Police in northern Cyprus arrested a man.", [("police in northern Cyprus", "description")]),
    (
        "Authorities in Colombia and Panama seized two boats.",
        [("authorities in Colombia and Panama", "description")],
    ),
    (
        "Agencies at local, state, and federal levels met.",
        [("agencies at local, state, and federal levels", "description")],
    ),
    (
        "Both governments met with the two countries' police.",
        [("both governments", "description"), ("two countries", "description"), ("police", "description")],
    ),
    ("Local parole boards met.", [("local parole boards", "description")]),
    (
        "The Harris County Sheriff’s Office and the Laredo Police Department met.",
        [("Harris County Sheriff's Office", "name"), ("Laredo Police Department", "name")],
    ),
    (
        "The Ministry of Public Works of Spain met Turkish authorities.",
        [("Ministry of Public Works of Spain", "name"), ("Turkish authorities", "description")],
    ),
    (
        "The Jalisco Attorney General's Office met the Bureau of Alcohol, Tobacco, Firearms and Explosives.",
        [
            ("Jalisco Attorney General's Office", "name"),
            ("Bureau of Alcohol, Tobacco, Firearms and Explosives", "name"),
        ],
    ),
    (
        "In Mexico, the National Guard met Mexican officers. In Mexico City it rained.",
        [("National Guard of Mexico", "name"), ("Mexican officers", "description")],
    ),
    (
        "In Texas, the National Guard met the Texas Rangers.",
        [("U.S. National Guard", "name"), ("Texas Rangers", "name")],
    ),
    ("The Kenyan National Police met.", [("National Police of Kenya", "name")]),
    (
        "The Financial Crimes Squad (FCS) met. The FCS left.",
        [("Financial Crimes Squad", "name"), ("Financial Crimes Squad", "abbreviation")],
    ),
    (
        "The DEA met. The agency said so.",
        [
            ("U.S. Drug Enforcement Administration", "abbreviation"),
            ("U.S. Drug Enforcement Administration", "pronoun"),
        ],
    ),
    (
        "ERO met ICE. The agency said so.",
        [
            ("Enforcement and Removal Operations", "abbreviation"),
            ("U.S. Immigration and Customs Enforcement", "abbreviation"),
            ("U.S. Immigration and Customs Enforcement", "pronoun"),
        ],
    ),
    ("Mexico expelled 26 men from Mexico.", [("Mexico", "name")]),
    ("He flew from Canada to the United States.", []),
    ("Home Secretary Yvette Cooper spoke in the UK.", [("Home Office", "official")]),
    ("German President Ana Example spoke.", [("German government", "official")]),
    ("Officers from the Metropolitan Police met several officers.", [("Metropolitan Police", "name")]),
    (
        "The U.S. Attorney’s Office for the District of Utah met.",
        [("U.S. Attorney's Office for the District of Utah", "name")],
    ),
    ("Ecuador: the National Police met.", [("National Police of Ecuador", "name")]),
    ("* **Peru:** the National Police met.", [("Peruvian National Police", "name")]),
    (
        "Botswana: the Department of Immigration met. Later it rained.",
        [("Department of Immigration of Botswana", "name")],
    ),
    (
        "Zambia: the FBI met the Drug Enforcement Commission.",
        [
            ("Federal Bureau of Investigation", "abbreviation"),
            ("Drug Enforcement Commission of Zambia", "name"),
        ],
    ),
    ("France’s National Gendarmerie met.", [("National Gendarmerie of France", "name")]),
    ("In Chile, the Navy met.", [("Navy of Chile", "description")]),
    ("The Peruvian Navy met. The Navy left.", [("Peruvian Navy", "name"), ("Peruvian Navy", "description")]),
    ("The National Police met.", [("National Police", "name")]),
    (
        "The Polk County Sheriff’s Office met. The sheriff’s office left.",
        [("Polk County Sheriff's Office", "name"), ("Polk County Sheriff's Office", "description")],
    ),
    (
        "The Federal Ministry of the Interior met. The ministry left. The Interior Ministry came back.",
        [
            ("Federal Ministry of the Interior", "name"),
            ("Federal Ministry of the Interior", "description"),
            ("Federal Ministry of the Interior", "name"),
        ],
    ),
    (
        "The High Court in Glasgow met prosecutors in Antwerp.",
        [("High Court in Glasgow", "name"), ("prosecutors in Antwerp", "description")],
    ),
    ("The police union GdP met.", [("police", "description"), ("GdP", "name")]),
    (
        "Lisa Monaco met the Ohio State Highway Patrol (OSHP). OSHP troopers left.",
        [("Ohio State Highway Patrol", "name"), ("Ohio State Highway Patrol", "description")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS, ids=[text for text, _ in MENTIONS])
def test_mentions(text, expected):
    assert [(row.agency, row.linked_by) for row in read(text)[1]] == expected


ABOVE = "These are the figures of last year, in two columns.\n\n"  # what opens a text is its title


@pytest.mark.parametrize(
    "text",
    [
        "- Preventive Policing: Increase visible patrols to deter crime.",
        "• Community Policing – more patrols",
        "**Neighborhood Policing**: Walk the streets.",
        "3. Youth Services: Open at six.",
        f"{ABOVE}Initiative | Benefit |\nVictim Assistance Services | Stronger protection |",
        f"{ABOVE}Benefit | Initiative |\nStronger protection | Family Services |",
    ],
)
def test_a_label_for_a_kind_of_work_is_no_body(text):
    assert not [row for row in read(text)[1] if row.level != "unnamed"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("- Arresting Agency: Mobile Police Department", ["Mobile Police Department"]),  # a roster
        (
            f"{ABOVE}Field | Entry |\nIssuing Authority | Federal Bureau of Investigation |",
            ["Federal Bureau of Investigation"],
        ),
        ("Media Relations Office: 555 0100\n\nPolice held two men.", []),  # a contact block
        (
            "OHIO STATE HIGHWAY PATROL\nPublic Affairs Unit\nP.O. Box 1, Columbus",
            ["OHIO STATE HIGHWAY PATROL"],
        ),
        ("(3) Sentencing Court – a court in Leeds", []),
        ("- Asset Recovery Unit: Seized two cars.", ["Asset Recovery Unit"]),  # "Asset" says which unit it is
        ("The Public Affairs Office of the Coast Guard confirmed it.", ["Public Affairs Office"]),
    ],
)
def test_a_label_for_a_function_is_no_body_and_what_stands_behind_it_is_one(text, bodies):
    found = [row.agency for row in read(text)[1] if row.level != "unnamed"]
    assert all(any(body in agency for agency in found) for body in bodies)
    assert bool(found) == bool(bodies)
    assert not any(agency.startswith(("Arresting", "Issuing", "Media", "Sentencing")) for agency in found)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("- Correctional Services Department: Seized 20 phones.", "Correctional Services Department"),
        (
            f"{ABOVE}Body | Arrests |\nCorrectional Services Department | 20 |\nVictim Services | 3 |",
            "Correctional Services Department",
        ),
        (
            f"{ABOVE}Body | Arrests |\nMarine Corps Police Services | 12 |\nVictim Services | 3 |",
            "Marine Corps Police Services",
        ),
        ("Alberta Health Services said it treated 20 people.", "Alberta Health Services"),
        ("Victim Assistance Services (VAS): Helped 20 people.", "Victim Assistance Services"),
        ("Officers of Victim Assistance Services helped 20 people.", "Victim Assistance Services"),
        ("- Canada Border Services: Seized 20 kg of cocaine.", "Canada Border Services"),
    ],
)
def test_a_body_in_a_list_or_cell_stays_one(text, body):
    assert body.split()[0] in " ".join(row.agency for row in read(text)[1] if row.level != "unnamed")


# text -> (name, title, organisation, direct)
SPEAKERS = [
    (
        "Acting ICE Director J.P. Example said arrests rose.",
        ("J.P. Example", "Acting Director", "U.S. Immigration and Customs Enforcement", False),
    ),
    (
        "“We will not stop working,” said Europol Executive Director Ana de la Muestra.",
        ("Ana de la Muestra", "Executive Director", "Europol", True),
    ),
    (
        "Jo Sample, acting director of ICE, told reporters that it would go on.",
        ("Jo Sample", "acting director", "U.S. Immigration and Customs Enforcement", False),
    ),
    (
        "Jo Sample, Houston Field Office Director for ERO, described the effort.",
        ("Jo Sample", "Houston Field Office Director", "Enforcement and Removal Operations", False),
    ),
    (
        "Commander Jo Sample of the AFP has called it “a lucrative market.”",
        ("Jo Sample", "Commander", "Australian Federal Police", True),
    ),
    (
        "Dr. Ana Muestra, an expert in trade at the University of Springfield, stated that it grew.",
        ("Ana Muestra", "expert in trade", "University of Springfield", False),
    ),
    (
        "“It was hidden,” said Director of Compliance Jo Sample.",
        ("Jo Sample", "Director of Compliance", "", True),
    ),
    (
        "“They paid,” says Head of Investigation and Training Jo van der Sample.",
        ("Jo van der Sample", "Head of Investigation and Training", "", True),
    ),
    (
        "Deputy Head of Border Security Jo Sample warned of delays.",
        ("Jo Sample", "Deputy Head of Border Security", "", False),
    ),
    (
        "Mexican President María Ejemplo praised the work.",
        ("María Ejemplo", "President", "Mexican government", False),
    ),
    (
        "FBI Special Agent in Charge Jo Sample said so.",
        ("Jo Sample", "Special Agent in Charge", "Federal Bureau of Investigation", False),
    ),
    (
        "Home Secretary Jo Sample said rules in the UK matter.",
        ("Jo Sample", "Home Secretary", "Home Office", False),
    ),
    (
        "“They hide it,” warned Ana Muestra of the Border Witness Project.",
        ("Ana Muestra", "", "Border Witness Project", True),
    ),
    (
        "“It is late,” Ana Muestra of the Refugee Rights Centre told reporters.",
        ("Ana Muestra", "", "Refugee Rights Centre", True),
    ),
    (
        "Ana Muestra, who heads the Quito think tank Observatorio Ejemplar, doubts it.",
        ("Ana Muestra", "head", "Observatorio Ejemplar", False),
    ),
    (
        "The RCMP’s assistant commissioner, Jo Sample, said it grew.",
        ("Jo Sample", "assistant commissioner", "Royal Canadian Mounted Police", False),
    ),
    (
        "The Polk County Sheriff’s Office met. It was late, Sheriff Jo Sample said.",
        ("Jo Sample", "Sheriff", "Polk County Sheriff's Office", False),
    ),
    (
        "Kenyan detective chief Jo Sample of the Directorate of Criminal Investigations (DCI) added that it grew.",
        ("Jo Sample", "Kenyan detective chief", "Directorate of Criminal Investigations of Kenya", False),
    ),
    (
        "“Our work goes on in the port.”\n\n– Jo Sample, Director, Europol",
        ("Jo Sample", "Director", "Europol", True),
    ),
    (
        "Lamar County Sheriff Jo Sample said so.",
        ("Jo Sample", "Lamar County Sheriff", "Lamar County Sheriff's Office", False),
    ),
    ("Councillor Jo Sample warned of more.", ("Jo Sample", "Councillor", "", False)),
    (
        "The Public Accounts Committee met. Committee chair Jo Sample said so.",
        ("Jo Sample", "chair", "Public Accounts Committee", False),
    ),
    (
        "The Refugee Council met. Its chief executive, Jo Sample, said so.",
        ("Jo Sample", "chief executive", "Refugee Council", False),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS, ids=[text for text, _ in SPEAKERS])
def test_speakers(text, expected):
    assert [(row.name, row.title, row.organisation, row.direct) for row in read(text)[2]] == [expected]


def test_a_person_keeps_one_row_and_the_surname_leads_back_to_it():
    _, _, speakers = read(
        "DEA Administrator Jo Sample said it grew. Sample warned of more. He added that it was late."
    )
    assert [speaker.name for speaker in speakers] == ["Jo Sample"]


def test_places_and_bodies_are_no_speakers():
    assert read("The operation in Massachusetts underscores the commitment of ICE.")[2] == []
    assert read("What Officials Say")[2] == []


def test_agencies_of_a_listed_body_carry_its_country_and_level():
    rows = {
        row.agency: row
        for row in read("The RCMP, the FBI, Europol and the Houston Police Department met local police.")[1]
    }
    assert {name: (row.country, row.level) for name, row in rows.items()} == {
        "Royal Canadian Mounted Police": ("Canada", "foreign"),
        "Federal Bureau of Investigation": ("United States", "federal"),
        "Europol": ("European Union", "international"),
        "Houston Police Department": ("United States", "local"),
        "local police": ("", "unnamed"),
    }


def test_whose_a_body_is_by_the_place_in_its_name():
    text = "U.S. Border Patrol agents and the Sonora State Police met the Arizona State Police in Tucson, Arizona. "
    text += (
        "The U.S. Attorney's Office for the District of Arizona and the Ontario Court of Justice were told."
    )
    rows = {row.agency: (row.country, row.level) for row in read(text)[1]}
    assert rows["Sonora State Police"] == ("Mexico", "foreign")
    assert rows["Arizona State Police"] == ("United States", "state")
    assert rows["U.S. Attorney's Office for the District of Arizona"] == ("United States", "federal")
    assert rows["Ontario Court of Justice"] == ("Canada", "foreign")


def test_a_headline_is_lower_cased_save_for_nations():
    assert plain_words("Mexican and U.S. Authorities", lower=True) == "Mexican and U.S. authorities"
    assert plain_words("Police in northern Cyprus") == "police in northern Cyprus"


@pytest.mark.parametrize(
    "text", ["No body acts in this sentence.", "The weather was fine in Houston.", "| ICE | arrested 12 |"]
)
def test_most_sentences_are_not_parsed(text):
    assert not any(
        needs_parse(unit)
        for unit in sentences(Article(slug="x", text=text + "\n|---|---|\n" if "|" in text else text))
    )


# ---- word lists
# ------------------------------------------------------------------------------------------------------------


def test_gazetteer_is_sound():
    rows = word_list("names/agencies")
    names = [row["agency"] for row in rows]
    assert len(names) == len(set(names)) and len(names) > 400
    for row in rows:
        assert row["level"] in LEVELS - {"unnamed"} and row["country"], row
        assert not row["part_of"] or row["part_of"] in names, row
        spellings = [row["agency"], *row["names"].split("|"), *row["abbreviations"].split("|")]
        assert len([s for s in spellings if s]) == len({s for s in spellings if s}), row
        assert all(s == s.strip() for s in spellings), row
        assert row["level"] == "international" or (row["level"] == "foreign") == (
            row["country"] != "United States"
        ), row


def test_every_listed_name_is_found():
    for row in word_list("names/agencies"):
        for name in [row["agency"], *filter(None, row["names"].split("|"))]:
            found = scan(f"Yesterday {name} met.")
            assert any(f.text in (name, name.removeprefix("the ")) and f.kind == "name" for f in found), name


def test_other_lists_are_sound():
    classes = {row["class"] for row in word_list("names/agency_descriptions")}
    assert classes == {
        "head",
        "generic",
        "weak",
        "member",
        "both",
        "pair",
        "bodies",
        "quantifier",
        "level",
        "sector",
        "service",
    }
    for name, key in (
        ("agency_descriptions", "words"),
        ("nations", "country"),
        ("organisation_heads", "word"),
    ):
        values = [row[key] for row in word_list(f"names/{name}")]
        assert all(values) and len(values) == len(set(values)), name
    agencies = {row["agency"] for row in word_list("names/agencies")}
    titles = word_list("names/titles")
    assert all(row["agency"] in agencies | {"", "government", "consulate"} for row in titles)
    assert len({(row["title"], row["country"]) for row in titles}) == len(titles)
    for row in word_list("names/places"):
        assert nation_words().keys() & row["place"].split(), row  # no other place needs a row
        assert not nations_in(row["place"]), row


def test_word_sets_are_sound():
    homes = [path.parent.name for path in sorted(DATA.glob("*/word_sets.csv"))]
    rows = [row for home in homes for row in word_list(f"{home}/word_sets")]
    assert len({row["set"] for row in rows}) == len(rows)
    for row in rows:
        words = row["words"].split()
        assert words and len(words) == len(set(words)) and row["why"], row["set"]
        assert word_set(row["set"]) == {word.replace("_", " ") for word in words}


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
        "*",
        "|",
        "12",
        "Ministry",
        "of",
        "it",
        "Jo Sample",
        "Director",
        "FBI",
        "-",
        ":",
        "\u200f",
        "😀",
        "Mexican",
        "agency",
        "İ",
        "\x00",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=120))
def test_spans_round_trip(text):
    article, agencies, speakers = read(text)
    for row in [*agencies, *speakers]:
        assert article.text[row.start : row.end] == row.quote != ""
    for row in agencies:
        assert row.mention == row.quote and row.agency and row.level in LEVELS
        assert row.linked_by in ("name", "abbreviation", "pronoun", "description", "official")


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=200))
def test_masking_keeps_every_offset(text):
    for unit in sentences(Article(slug="x", text=text)):
        masked = mask(unit)
        inside = {at for start, end, *_ in masked.anchors for at in range(start, end)}
        for at, character in enumerate(masked.text):
            if at not in inside and character != " ":
                assert unit.text[masked.original(at)].lower() == character.lower()


@pytest.mark.parametrize(
    "piece",
    [
        "9" * 50,
        " " * 50,
        "Police ",
        "and ",
        "U.S. ",
        "A. ",
        "Ministry of ",
        "of the ",
        "(ICE",
        "“",
        "state, local, ",
        "Jo, ",
        "’s ",
        "X-",
    ],
)
def test_scanning_is_linear(piece):
    def work(times: int):
        def act():
            words_of.cache_clear()
            scan.__wrapped__(piece * times)

        return act

    assert_linear(work, 300)


def test_a_line_without_end_is_read():
    article, agencies, _ = read("ICE and the FBI arrested Mexican police, said Jo Sample " * 4000)
    assert agencies and all(article.text[row.start : row.end] == row.quote for row in agencies)


def test_what_an_article_says_an_abbreviation_stands_for_makes_no_country():
    text = "The Office of the Auditor General (OAG) found it. The OAG asked the Ministry of Agriculture; the OAG, the OAG."
    assert not any("Switzerland" in row.agency for row in read(text)[1])
