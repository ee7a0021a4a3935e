"""Languages are told apart, and English is never lost by it."""

import warnings

import pytest

from helpers import extract
from helpers.texts import Article, language_of, sentences, unread_line

ENGLISH = [
    "Police arrest ten",
    "Comisión Nacional de los Derechos Humanos",
    "RAID IN GUADALAJARA",
    "Los Zetas leader held in El Paso",
    "Guadalajara, Jalisco, Mexico",
    "San Luis Potosí, Nuevo León, Sinaloa",
    "CIUDAD JUÁREZ, Chihuahua (AP)",
    "Secretaría de Seguridad (SSPC)",
    "U.S. EXTRADITES OSIEL CARDENAS GUILLEN",
    "Guardia Civil arrests 12 in Palma de Mallorca",
    "Felony Convictions | 65% |",
    "“It was dark,” said María José de la Cruz y Peña.",
    "12",
    "",
    "Sûreté du Québec and RCMP detain two",
    "Bělá-Jezová | 33 | 118",
    "Vyšní Lhoty | 35 | 41",
    "Łódź Śródmieście | 1,204",
]
OTHERS = {
    "es": "La Fiscalía detuvo el martes a doce personas en Culiacán, informó la dependencia.",
    "fr": "La police a arrêté douze personnes mardi à Marseille, selon le procureur.",
    "de": "Die Polizei nahm am Dienstag zwölf Personen in Berlin fest.",
    "pt": "A Polícia Federal prendeu doze pessoas em São Paulo na terça-feira.",
    "it": "La polizia ha arrestato dodici persone martedì a Napoli.",
    "zh": "警方周二在城里逮捕了十二人，并缴获了两百公斤毒品。",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_stays_english(text):
    assert language_of(text) == "en"
    assert language_of(text.upper()) == "en"


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_other_languages_are_recognised(language, text):
    assert language_of(text) == language


SHORT_SPANISH = [
    "Tres personas murieron en Tijuana.",
    "Se registraron 300 muertes en mayo.",
    "Los agentes hallaron dos mil 300 cartuchos.",
    "El ICE arrestó a 45 personas en Texas.",
]


@pytest.mark.parametrize("text", SHORT_SPANISH)
def test_one_short_sentence_is_enough(text):
    assert language_of(text) == "es"


def test_a_mixed_text_is_told_by_paragraph():
    article = Article(
        slug="x", text=f"Ten men were held in the town on Tuesday.\n\n{OTHERS['fr']}\n\n{OTHERS['es']}"
    )
    assert [sentence.language for sentence in sentences(article)] == ["en", "fr", "es"]


def test_a_short_heading_has_the_language_of_its_text():
    article = Article(slug="x", text=f"Comunicado 418/25\n\n{OTHERS['es']}")
    assert [sentence.language for sentence in sentences(article)] == ["es", "es"]


def test_what_is_not_read_is_in_no_table_and_said_once():
    articles = [
        Article(
            slug="a",
            text=f"Police arrested ten men on 3 May 2024.\n\n{OTHERS['fr']} Le 3 mai 2024.",
            published="2024-06-01",
        ),
        Article(slug="b", text=f"{OTHERS['de']} Am 3. Mai 2024 waren es 40.", published="2024-06-01"),
    ]
    with pytest.warns(
        UserWarning, match="^Not read, as it is not English or Spanish: French in a; German in b.$"
    ):
        tables = extract(articles)
    read = [frame for name, frame in tables if name != "set_aside"]
    assert all(set(frame["article"]) <= {"a"} and all(frame["end"] < 40) for frame in read)
    assert set(tables.set_aside["reason"]) == {"not read"}
    assert tables.unread.to_dict("list") == {"article": ["a", "b"], "language": ["fr", "de"]}


def test_english_and_spanish_need_no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tables = extract([Article(slug="a", text=OTHERS["es"], published="2025-03-20")])
    assert list(tables.dates["quote"]) == ["el martes"] and tables.roles.empty and tables.speakers.empty


def test_a_long_list_of_articles_is_cut():
    line = unread_line((f"a{number}", "fr") for number in range(30))
    assert line.endswith("a9 and 20 more.")
