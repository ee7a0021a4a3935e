"""Periods in Spanish words and times told without figures, which no annotated text has."""

import pytest

from helpers import extract
from helpers.texts import Article

SAID = "La policía lo dijo en la ciudad de México."  # so that the language is known
SPANISH = [
    ("Subió entre enero-octubre de 2024.", "enero-octubre de 2024", "2024-01-01", "2024-10-31"),
    ("En lo que va del año murieron diez.", "En lo que va del año", "2025-01-01", "2025-06-12"),
    ("Cayó en el último trimestre de 2024.", "el último trimestre de 2024", "2024-10-01", "2024-12-31"),
    (
        "Subió en los primeros seis meses de 2024.",
        "los primeros seis meses de 2024",
        "2024-01-01",
        "2024-06-30",
    ),
    ("Subió en el primer semestre de 2024.", "el primer semestre de 2024", "2024-01-01", "2024-06-30"),
    (
        "Subió desde mediados del primer trimestre de 2024.",
        "desde mediados del primer trimestre de 2024",
        "2024-02-01",
        "2025-06-12",
    ),
    ("Lo detuvieron hace tres días.", "hace tres días", "2025-06-09", "2025-06-09"),
    ("Gobernó en 2019-2021.", "2019-2021", "2019-01-01", "2021-12-31"),
    ("En la primera semana de mayo salió.", "primera semana de mayo", "2025-05-01", "2025-05-07"),
    (
        "Subió en la primera semana del mes pasado.",
        "primera semana del mes pasado",
        "2025-05-01",
        "2025-05-07",
    ),
    (
        "Subió en los primeros tres meses del año.",
        "los primeros tres meses del año",
        "2025-01-01",
        "2025-03-31",
    ),
    (
        "Subió en los primeros tres meses del año pasado.",
        "los primeros tres meses del año pasado",
        "2024-01-01",
        "2024-03-31",
    ),
    ("Huyó en los años 90.", "los años 90", "1990-01-01", "1999-12-31"),
    ("Huyó en la década de 1980.", "la década de 1980", "1980-01-01", "1989-12-31"),
    ("Lo detuvieron hoy.", "hoy", "2025-06-12", "2025-06-12"),
    ("El periodo 2019-24 terminó.", "2019-24", "2019-01-01", "2024-12-31"),
    ("El periodo 1998-99 terminó.", "1998-99", "1998-01-01", "1999-12-31"),
]
LENGTHS = [
    ("Fue condenado a dos años y tres meses de prisión.", "dos años y tres meses", "P27M"),
    ("Duró dos semanas y tres días.", "dos semanas y tres días", "P2W3D"),
    ("Duró un año y medio.", "un año y medio", "P1.5Y"),
    ("Lo detuvieron hace dos horas.", "hace dos horas", "PT2H"),
    ("La pena es de dos a cuatro años de prisión.", "dos a cuatro años", "P2Y/P4Y"),
    ("La pena es de cuatro a dos años de prisión.", "dos años", "P2Y"),
    ("Un año después huyó.", "Un año", "P1Y"),
    ("Durante un año huyó.", "un año", "P1Y"),
]
TIMES = [
    ("He left at half past three in the morning.", "half past three", "T03:30"),
    ("It began at three in the afternoon.", "three in the afternoon", "T15:00"),
    ("Shots fell at quarter to four.", "quarter to four", "T03:45"),
    ("It closed at ten at night.", "ten at night", "T22:00"),
    ("The gate shuts at half seven.", "half seven", "T07:30"),
    ("He came at half seven in the evening.", "half seven", "T19:30"),
    ("They fled at ten to five.", "ten to five", "T04:50"),
    ("They fled at twenty past six.", "twenty past six", "T06:20"),
    ("They fled at 20 to 9.", "20 to 9", "T08:40"),
    ("They fled at twenty to twelve in the evening.", "twenty to twelve", "T23:40"),
    ("They fled at half past twelve in the afternoon.", "half past twelve", "T12:30"),
    ("They fled at ten to six in the evening.", "ten to six", "T17:50"),
    ("The raid began at 14h30.", "14h30", "T14:30"),
    ("The shop is open from 14h30 to 16h15.", "14h30 to 16h15", "T14:30/T16:15"),
]
SO_FAR = [
    ("Later in the week he left.", "Later in the week", "2025-06-12", "2025-06-15"),
    ("Earlier in March he left.", "Earlier in March", "2025-03-01", "2025-03-31"),
    ("Earlier on Monday he left.", "Earlier on Monday", "2025-06-09", "2025-06-09"),
]


def dates(text):
    return list(extract([Article(slug="a", text=text, published="2025-06-12")]).dates.itertuples())


@pytest.mark.parametrize(
    ("text", "quote", "begin", "finish"),
    [(f"{text} {SAID}", *others) for text, *others in SPANISH] + SO_FAR,
    ids=[text for text, *_ in SPANISH + SO_FAR],
)
def test_period(text, quote, begin, finish):
    assert [(row.quote, row.begin, row.finish) for row in dates(text)] == [(quote, begin, finish)]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [(f"{text} {SAID}", *others) for text, *others in LENGTHS] + TIMES,
    ids=[text for text, *_ in LENGTHS + TIMES],
)
def test_length_or_time(text, quote, value):
    assert [(row.quote, row.value) for row in dates(text)] == [(quote, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The odds stood at ten to one.",
        "Shares traded at five to six dollars.",
        "The race took 2h30 and then 4h15.",
        "The map is at a scale of 1:50,000.",
        "The ratio of 1:20 was kept.",
        "A woman in her late fifties fled.",
        "The rate was 3.12. Two men fled.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Juan N, 32 años, fue detenido.",
        "Tiene una hija de tres años.",
        "El acusado tiene 40 años y vive aquí.",
    ],
)
def test_an_age_is_no_length_of_time(text):
    assert dates(f"{text} {SAID}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Según el Decreto 1067 de 2015, huyó.",
        "La policía contó 2016 casos.",
        "Vive en la calle 16 de Septiembre.",
        "La marcha llegó a la Plaza de Mayo.",
        "El juez le impuso 500 días multa.",
        "Salió a las 22 horas con 15 minutos.",
        "Un año malo.",
        "Cavaron un hoyo.",
        "Subió en el quinto trimestre de 2024.",
    ],
)
def test_what_only_looks_like_a_date_in_spanish_is_none(text):
    assert dates(f"{text} {SAID}") == []


def test_a_day_named_in_full_before_is_of_the_same_year():
    text = (
        "The crossings were on 8 December 2021 and on 17 March 2022.\n\nWhen the vehicle came off the ferry on 17 March, "
        "officers held nine. The next day they searched a barn.\n\nA memorial will be held on 17 March."
    )
    assert [row.value for row in dates(text)][2:] == ["2022-03-17", "2022-03-18", "2026-03-17"]
