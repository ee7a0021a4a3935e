"""Quantities in Spanish, in sentences written for this purpose: Mexico, Spain, South America."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.quantities import read_numbers
from helpers.texts import Article, number_words, sentences, word_list

# text -> (quote, low, high, unit) of each quantity
GOLDEN = [
    ("La policía detuvo a veintidós hombres.", [("veintidós", 22, 22, "count")]),
    ("Hallaron treinta y cinco paquetes.", [("treinta y cinco", 35, 35, "count")]),
    ("Había doscientas cuarenta y una plantas.", [("doscientas cuarenta y una", 241, 241, "count")]),
    (
        "Pagaron dos mil, mil pesos menos.",
        [("dos mil", 2000, 2000, "count"), ("mil pesos", 1000, 1000, "MXN")],
    ),
    ("Hallaron dos mil mil pesos.", [("dos mil", 2000, 2000, "count"), ("mil pesos", 1000, 1000, "MXN")]),
    ("Pagaron $500 dólares.", [("$500 dólares", 500, 500, "USD")]),
    ("Pagaron $500 kilos.", [("$500", 500, 500, "MXN")]),
    ("Pesó tres mil 450 kilos.", [("tres mil 450 kilos", 3450, 3450, "kg")]),
    ("Pagaron 2 millones 300 mil pesos.", [("2 millones 300 mil pesos", 2300000, 2300000, "MXN")]),
    ("Valen mil millones de pesos.", [("mil millones de pesos", 10**9, 10**9, "MXN")]),
    ("Robaron medio millón de dólares.", [("medio millón de dólares", 500000, 500000, "USD")]),
    ("Costó un millón y medio de euros.", [("un millón y medio de euros", 1500000, 1500000, "EUR")]),
    (
        "En Sonora decomisaron 1,250 cartuchos y 3.5 kilos.",
        [("1,250", 1250, 1250, "count"), ("3.5 kilos", 3.5, 3.5, "kg")],
    ),
    (
        "En Cádiz decomisaron 1.250 cartuchos y 3,5 kilos.",
        [("1.250", 1250, 1250, "count"), ("3,5 kilos", 3.5, 3.5, "kg")],
    ),
    ("Subió un 12,5 por ciento.", [("12,5 por ciento", 12.5, 12.5, "percent")]),
    (
        "Fueron al menos 40 personas y casi 20%.",
        [("al menos 40", 40, None, "count"), ("casi 20%", None, 20, "percent")],
    ),
    ("Murieron unas 60 personas.", [("unas 60", 60, 60, "count")]),
    ("Había entre 10 y 12 lanchas.", [("entre 10 y 12", 10, 12, "count")]),
    ("Hallaron 15 o más armas.", [("15 o más", 15, None, "count")]),
    ("La mitad de los presos huyó.", [("La mitad", 50, 50, "percent")]),
    ("Dos tercios de los barcos son robados.", [("Dos tercios", 200 / 3, 200 / 3, "percent")]),
    ("Uno de cada cinco conductores bebe.", [("Uno de cada cinco", 20, 20, "percent")]),
    ("En Bogotá, Colombia, hallaron 50 millones de pesos.", [("50 millones de pesos", 5e7, 5e7, "COP")]),
    ("Detuvieron a una docena de hombres en una casa.", [("una docena", 12, 12, "count")]),
    ("El hombre de 37 años vive en la calle Sol número 12.", []),
    ("Es el artículo 194 de la ley; el kilómetro 32; la operación “Norte 3”.", []),
    ("El juez citó los artículos 194 y 195.", []),
    ("Llame al 950 25 61 22 o al 55 5346 0000.", []),
]


def read(text: str) -> tuple:
    article = Article(slug="x", text=text)
    parts = sentences(article)
    spanish = [type(part)(**{**vars(part), "language": "es"}) for part in parts]
    return read_numbers(article, spanish, [])


@pytest.mark.parametrize(("text", "expected"), GOLDEN, ids=lambda value: str(value)[:40])
def test_golden(text, expected):
    rows, _ = read(text)
    found = [(row.quote, row.low, row.high, row.unit) for row in rows]
    assert found == [
        (quote, *(bound if bound is None else pytest.approx(bound) for bound in bounds), unit)
        for quote, *bounds, unit in expected
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("La ciudad tiene dos millones de personas en la costa.", ["personas"]),
        ("La policía halló diez mil pastillas y dos docenas de armas.", ["pastillas", "armas"]),
        ("Vieron a un centenar de las mujeres en la plaza del pueblo.", ["mujeres"]),
        ("Aseguraron 12 armas de fuego y más de 3 toneladas de cocaína.", ["armas de fuego", "cocaína"]),
        ("Detuvo a 14 personas y a otras seis en Madrid.", ["personas", "personas"]),
        ("Son siete integrantes de un grupo delictivo.", ["integrantes de un grupo delictivo"]),
    ],
)
def test_what_is_counted(text, what):
    assert [row.what for row in read(text)[0]] == what


WORDS = list(number_words("es"))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [*WORDS, "y", "de", "1,234", "1.234", "2,5", "300", "pesos", "%", "años", "entre", "a", "$"]
            ),
            st.text(max_size=3),
        ),
        max_size=20,
    ).map(" ".join)
)
def test_any_text_gives_exact_quotes(text):
    rows, aside = read(text)
    for row in (*rows, *aside):
        assert text[row.start : row.end] == row.quote != ""
    assert all(a.end <= b.start for a, b in zip(rows, rows[1:], strict=False))


@pytest.mark.parametrize("name", ["qualifiers", "units", "stop_words", "names"])
def test_lists_are_sound(name):
    rows = word_list(f"quantities/es/{name}")
    first = next(iter(rows[0]))
    assert len({(row[first], row.get("place"), row.get("form")) for row in rows}) == len(rows)
    assert all(row[first] == row[first].strip() != "" for row in rows)
    if name == "units":
        assert {row["unit"] for row in rows} <= {row["unit"] for row in word_list("quantities/units")}
