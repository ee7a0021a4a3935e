"""Every currency and unit by product: signs, codes and names in plural, each with plain and scaled numbers, bounds and ranges;
what is expected is reckoned here. Then numbers that count nothing, and what a number leaves out."""

import pytest

from helpers.dates import read_dates
from helpers.quantities import read_numbers
from helpers.quantities.local_money import LISTS, local_money
from helpers.texts import Article, sentences, word_list

SIGNS = """US$ USD|€ EUR|EUR EUR|£ GBP|A$ AUD|AU$ AUD|C$ CAD|CA$ CAD|NZ$ NZD|HK$ HKD|S$ SGD|R$ BRL|MX$ MXN|MXN MXN|¥ JPY|₹ INR|Rs. INR|₩ KRW|₽ RUB|₺ TRY|₪ ILS
₦ NGN|₱ PHP|₫ VND|฿ THB|₴ UAH|KSh KES|GH₵ GHS|RM MYR|B$ BSD|Bds$ BBD|RD$ DOP|J$ JMD|TT$ TTD|NT$ TWD|N$ NAD|G$ GYD|EC$ XCD|BZ$ BZD|FJ$ FJD|¢ CRC|₡ CRC|S/ PEN|PEN PEN
MAD MAD|TRY TRY|CLP CLP|ARS ARS|CNY CNY|RMB CNY|INR INR|PKR PKR|NGN NGN|ZAR ZAR|CHF CHF|NOK NOK|SEK SEK|DKK DKK|PLN PLN|CZK CZK|HUF HUF|AED AED|SAR SAR|KWD KWD|EGP EGP
XOF XOF|UAH UAH|KZT KZT|VND VND|THB THB|PHP PHP|LKR LKR|BDT BDT|NPR NPR|MMK MMK|ETB ETB|UGX UGX|TZS TZS|RWF RWF|COL$ COP|AR$ ARS""".replace(
    "\n", "|"
).split("|")
NAMES = """US dollars USD|euros EUR|pounds sterling GBP|Mexican pesos MXN|Colombian pesos COP|Philippine pesos PHP|Argentine pesos ARS|Chilean pesos CLP|Dominican pesos DOP
Australian dollars AUD|Canadian dollars CAD|New Zealand dollars NZD|Jamaican dollars JMD|Namibian dollars NAD|yen JPY|yuan CNY|Indian rupees INR|Pakistani rupees PKR
Nepali rupees NPR|rubles RUB|roubles RUB|rand ZAR|naira NGN|cedis GHS|Kenyan shillings KES|Ugandan shillings UGX|Swiss francs CHF|CFA francs XOF|Congolese francs CDF
Swedish kronor SEK|Norwegian kroner NOK|Danish kroner DKK|Icelandic kronur ISK|zlotys PLN|forints HUF|Romanian lei RON|leva BGN|Serbian dinars RSD|Iraqi dinars IQD
Moroccan dirhams MAD|Saudi riyals SAR|Iranian rials IRR|shekels ILS|Turkish lira TRY|Lebanese pounds LBP|Egyptian pounds EGP|hryvnias UAH|tenge KZT|soums UZS|manats AZN
lari GEL|baht THB|ringgit MYR|rupiah IDR|dong VND|riels KHR|kyats MMK|taka BDT|afghanis AFN|Brazilian reais BRL|bolivianos BOB|quetzals GTQ|lempiras HNL|cordobas NIO
colones CRC|gourdes HTG|birr ETB|Zambian kwacha ZMW|Malawian kwacha MWK|pula BWP|meticais MZN|convertible marks BAM""".replace(
    "\n", "|"
).split("|")
UNITS = """kg:kg|kilograms:kg|kilos:kg|grams:g|tonnes:tonne|metric tons:tonne|tons:ton|lbs:lb|ounces:oz|litres:litre|liters:litre|gallons:gallon|km:km|kilometres:km|meters:m|cm:cm|mm:mm
miles:mile|feet:ft|yards:yard|nautical miles:nautical mile|hectares:hectare|acres:acre|square metres:m2|m²:m2|sq km:km2|square miles:square mile|cubic metres:m3|m³:m3|cubic feet:cubic foot
MW:MW|megawatts:MW|kWh:kWh|TEU:TEU|percent:percent|per cent:percent|percentage points:percentage points""".replace(
    "\n", "|"
).split("|")


def numbers(text: str) -> list[tuple]:
    article = Article(slug="x", text=text, published="2024-03-18")
    split = sentences(article)
    rows, _ = read_numbers(article, split, read_dates(article, split))
    return [(row.quote, row.low, row.high, row.unit) for row in rows]


def forms(sign: str, name: str) -> dict[str, tuple[float | None, float | None]]:
    """Sums as they are written around a sign or a name, with their bounds."""
    gap = " " if sign.isalpha() and len(sign) == 3 else ""
    one, two = (f"{sign}{gap}{{}}{name and ' '}{name}" for _ in range(2))
    told = {one.format("12,500"): (12500, 12500), one.format("1.2 million"): (1.2e6, 1.2e6)}
    told |= {
        f"more than {one.format('2 million')}": (2e6, None),
        f"up to {one.format('4,000')}": (None, 4000),
    }
    if sign:
        told[f"{one.format('1,500')} to {two.format('2,000')}"] = (1500, 2000)
        told[one.format("1,500–2,000")] = (1500, 2000)
    else:
        told |= {f"1,500 to 2,000 {name}": (1500, 2000), f"between 1,500 and 2,000 {name}": (1500, 2000)}
        told |= {f"two and a half million {name}": (2.5e6, 2.5e6), f"twelve thousand {name}": (12000, 12000)}
    return told


def wrong(sign: str, name: str, unit: str) -> list:
    carriers = ("Officers counted {} in the port.", "The report puts it at {}, the ministry said.")
    found = []
    for phrase, (low, high) in forms(sign, name).items():
        for carrier in carriers:
            told = numbers(carrier.format(phrase))
            if told != [(phrase, low, high, unit)]:
                found.append((phrase, told))
    return found


@pytest.mark.parametrize("pair", SIGNS)
def test_signs_and_codes(pair):
    sign, _, unit = pair.partition(" ")
    assert not wrong(sign, "", unit)


@pytest.mark.parametrize("pair", NAMES)
def test_names_of_currencies(pair):
    name, _, unit = pair.rpartition(" ")
    assert not wrong("", name, unit)


@pytest.mark.parametrize("pair", UNITS)
def test_units(pair):
    name, _, unit = pair.partition(":")
    assert not wrong("", name, unit)


NOTHING = """Twenty- to thirty-year-old men, others aged forty to fifty, were held.|They jailed Ana Lund Sample, 46, and set a minimum term.|It broke the Sample Act B.E. 2551.|Officers at Bridge 2 stopped a van of the MV Sirius 3.|The tanker Minerva 7 sank off Berth 12 near Buoy 22.|Patrol 17 and Squad 6 met at Milepost 212 on Ruta 40.
Witness 7 and Defendant 2 spoke of Exhibit 14.|They are called “Reform 21” and the Committee of 24.|Call (02) 8555 1234, 01 42 34 56 78 or the helpline 13 11 14.
The pair, 22 and 29, and the driver, who is 44, died.|The median age was 31, and he died at 91.|The 82mm mortar and rifles of 5.56 and 7.62 mm fired.|In chapter two and part three it is told.
Colonia 10 de Mayo lies near Hill 402.|Petition 118 of 2022 was heard.|Children below 12 travel free.|It left at 7.30 on the R21.""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_count_nothing(text):
    assert numbers(text) == []


TOLD = [
    ("The rate was 45 per 100,000 in 2023, against 5.8 in 2017.", [45, 5.8], "ratio"),
    ("Homicides fell to 6.1 per 100,000 people from 8.4 a year earlier.", [6.1, 8.4], "ratio"),
    ("Caseloads ran at 31 per worker, against a standard of 12 to 15.", [31, 12], "ratio"),
    ("I paid 900 euros in January and another 650 in May.", [900, 650], "EUR"),
    ("It cost 3,4 Mio. Euro, then 2 Mrd. Euro.", [3.4e6, 2e9], "EUR"),
    ("BUENOS AIRES — They held “$ 3,4 millones en efectivo”.", [3.4e6], "ARS"),
    ("BELGRADE, Serbia — They held 42,000 dinars.", [42000], "RSD"),
    ("In Malawi he paid 50,000 kwacha.", [50000], "MWK"),
    ("Fines run to 50 minimum wages.", [50], "count"),
    ("A 40-foot container was opened.", [40], "ft"),
    ("Off Tampa Bay 200 whales were seen.", [200], "count"),
    ("In Quito 30 protested; in Lima 12 were hurt.", [30, 12], "count"),
    ("The area is 12,000 ha (46 km).", [12000], "hectare"),
]


@pytest.mark.parametrize(("text", "values", "unit"), TOLD)
def test_told_by_the_words_around(text, values, unit):
    assert [low for _, low, _, kind in numbers(text) if kind == unit] == values


def test_borrowed_units_stop_at_things_counted():
    assert [unit for *_, unit in numbers("He lent Rs. 45 lakh to 12,000 farmers.")] == ["INR", "count"]


@pytest.mark.parametrize("unit", list(LISTS))
def test_every_country_of_a_shared_unit_names_its_money(unit):
    name, usual = LISTS[unit]
    rows = [row for row in word_list(name) if row.get("of", unit) == unit]
    assert rows
    assert [
        row["cue"] for row in rows if local_money(f"It was in {row['cue'].title()} that", unit) != row["unit"]
    ] == []
    assert local_money("It was nowhere.", unit) == usual
