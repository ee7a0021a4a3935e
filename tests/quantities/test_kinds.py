"""Kinds of numbers that were once read wrongly, each with its right value; and further sentences of the kind."""

import pytest

from helpers.dates import read_dates
from helpers.quantities import read_quantities
from helpers.texts import Article, sentences


def quantities(text: str, published: str = "2024-05-06") -> list:
    article = Article(slug="x", text=text, published=published)
    parts = sentences(article)
    return read_quantities(article, parts, read_dates(article, parts))


# text -> (quote, low, high, unit) of each quantity
RIGHT = [
    # a unit that the list leaves out
    (
        "Of this 29.4 tonnes came from Ecuador, 21.1 from Peru, 8.3 from Panama and 12 cases from Ghana.",
        [
            ("29.4 tonnes", 29.4, 29.4, "tonne"),
            ("21.1", 21.1, 21.1, "tonne"),
            ("8.3", 8.3, 8.3, "tonne"),
            ("12", 12, 12, "count"),
        ],
    ),
    (
        "The plant used 4.2 million litres of water in May and 3.9 million in June.",
        [("4.2 million litres", 4.2e6, 4.2e6, "litre"), ("3.9 million", 3.9e6, 3.9e6, "litre")],
    ),
    (
        "Spain seized 12 tonnes, Portugal nine and France 3.5.",
        [("12 tonnes", 12, 12, "tonne"), ("nine", 9, 9, "tonne"), ("3.5", 3.5, 3.5, "tonne")],
    ),
    (
        "The bank lent €4,000 to 12 farmers in May and 30 in June.",
        [("€4,000", 4000, 4000, "EUR"), ("12", 12, 12, "count"), ("30", 30, 30, "count")],
    ),
    (
        "They built a 12 km road in Kenya and 30 in Uganda.",
        [("12 km", 12, 12, "km"), ("30", 30, 30, "count")],
    ),
    # cents are those of the money around them
    (
        "The gang evaded €960,000 in tax, or 30 cents a packet.",
        [("€960,000", 960000, 960000, "EUR"), ("30 cents", 0.3, 0.3, "EUR")],
    ),
    ("A litre costs 30 cents.", [("30 cents", 0.3, 0.3, "USD")]),
    # an age, and no number of people
    ("Sixty-one of those interviewed were under 18.", [("Sixty-one", 61, 61, "count")]),
    # what a number is not: a reason, an age, a year of another era
    ("Haulier jailed for four years over €1.9m tobacco haul", [("€1.9m", 1.9e6, 1.9e6, "EUR")]),
    ("Man sentenced to nine months over $40,000 fraud", [("$40,000", 40000, 40000, "USD")]),
    ("A row over £40,000 of grants split the board.", [("£40,000", 40000, 40000, "GBP")]),
    ("Police arrested over 200 people in the raids.", [("over 200", 200, None, "count")]),
    (
        "She served four years over there; the firm sold over $3 million of stock.",
        [("over $3 million", 3e6, None, "USD")],
    ),
    ("Farmer (61) wins land case. Teacher (45) jailed for theft.", []),
    ("The children were as young as 11 months up to 16 years old.", []),
    ("The victims, aged 11 months to 16 years, were found; babies as young as six weeks were held.", []),
    ("The temple was built between A.D. 1000 and 1260 and burned in A.D. 79.", []),
    ("The convoy stopped at Point Zero. Its leaders spoke of Year Zero.", []),
    # a minus in brackets, and a number said twice
    (
        "Flights fell to Haiti (-14: from 25 to 11) and Cuba (-5).",
        [
            ("-14", -14, -14, "count"),
            ("25", 25, 25, "count"),
            ("11", 11, 11, "count"),
            ("-5", -5, -5, "count"),
        ],
    ),
    (
        "Arrests fell by eleven hundred (-1,142) in all.",
        [("eleven hundred", 1100, 1100, "count"), ("1,142", 1142, 1142, "count")],
    ),
    # the number of a name, said again
    ("The iPhone 11 Pro and 11 Pro Max are out.", []),
    ("The Boeing 737 and 737 MAX were grounded.", []),
    ("They took a Glock 19 and 12 Smith pistols.", [("12", 12, 12, "count")]),
    # how many times, with a sign
    (
        "Sales were 1.1x higher and rents 3x the norm after a 10x rise.",
        [("1.1x", 1.1, 1.1, "ratio"), ("3x", 3, 3, "ratio"), ("10x", 10, 10, "ratio")],
    ),
    ("Four 4x4 vehicles carried 2x4 boards.", [("Four", 4, 4, "count")]),
    # several people have no one age
    (
        "Just over half of those children, 33, had no papers.",
        [("Just over half", 50, None, "percent"), ("33", 33, 33, "count")],
    ),
    (
        "All of the police, 43, and both staff, 12, resigned.",
        [("43", 43, 43, "count"), ("12", 12, 12, "count")],
    ),
    # per, in other words
    (
        "It would have made 1.6 million street deals, or 10,000 to the kilogram.",
        [("1.6 million", 1.6e6, 1.6e6, "count"), ("10,000", 10000, 10000, "ratio")],
    ),
    ("The peso fell to 20 to the dollar.", [("20", 20, 20, "ratio")]),
    # letters that only ignoring case makes equal to known ones
    ("The laboratory found 5 μg of fentanyl in the sample.", [("5 μg", 5, 5, "mcg")]),
    ("POLİCE SEİZED FİFTY KİLOS in Istanbul.", [("FİFTY KİLOS", 50, 50, "kg")]),
    (
        "Some 40 Kg and a thırd of the rest burned.",
        [("Some 40 Kg", 40, 40, "kg"), ("a thırd", 100 / 3, 100 / 3, "percent")],
    ),
    # ages
    ("The driver is 33. His wife is 41 and lives in Yuma.", []),
    ("Two women aged 19 and 43 and a boy, 4, were on board.", [("Two", 2, 2, "count")]),
    ("They named the defendant as Alan Ramos, 31, of 71 Oak Avenue, in Clinton Hill.", []),
    ("Killers of a 5-Year-Old Boy\n\nDETECTIVES SEEK MAN WHO ATTACKED 24-YEAR-OLD WOMAN", []),
    (
        "They came from Nogales, 14 from Honduras and nine from Peru.",
        [("14", 14, 14, "count"), ("nine", 9, 9, "count")],
    ),
    ("She and Ana Ruiz, 14, from Honduras, fled.", []),
    ("A guard (52) was hurt; the youngest is 19.", []),
    (
        "Group | Number |\n---|---|\nUnder 25 | 40 |\n25–40 | 26 |\n65 and over | 3 |",
        [("40", 40, 40, "count"), ("26", 26, 26, "count"), ("3", 3, 3, "count")],
    ),
    # no ages: the numbers behind places, peoples and parties
    (
        "The worst hit towns were Leeds (22) and York (25).",
        [("22", 22, 22, "count"), ("25", 25, 25, "count")],
    ),
    ("Police arrested men in Leeds (22) and York (25).", [("22", 22, 22, "count"), ("25", 25, 25, "count")]),
    (
        "Salvadorans (22) and Guatemalans (25) were arrested.",
        [("22", 22, 22, "count"), ("25", 25, 25, "count")],
    ),
    (
        "Mexico (22) and Peru (31) were injured by the decree.",
        [("22", 22, 22, "count"), ("31", 31, 31, "count")],
    ),
    # no hours, no school years
    ("The price rose from 9 to 5 dollars.", [("9", 9, 9, "USD"), ("5 dollars", 5, 5, "USD")]),
    ("They opened 9 to 5 files.", [("9", 9, 9, "count"), ("5", 5, 5, "count")]),
    ("In recent years 7 to 9 people died there.", [("7 to 9", 7, 9, "count")]),
    ("Over the years 40 people drowned.", [("40", 40, 40, "count")]),
    ("In two rows 40 soldiers stood.", [("two", 2, 2, "count"), ("40", 40, 40, "count")]),
    ("They walked 12-odd miles.", [("12-odd miles", 12, 12, "mile")]),
    ("The couple owed 200-odd dollars.", [("200-odd dollars", 200, 200, "USD")]),
    ("He bought 12-plus kilos of rice.", [("12-plus kilos", 12, None, "kg")]),
    ("They saw 12-odd deer.", [("12-odd", 12, 12, "count")]),
    # what a run of mutants showed that no other test looked at
    ("The hole was 2⅛ inches wide.", [("2⅛ inches", 2.125, 2.125, "in")]),
    ("Two sevenths of the men left.", [("Two sevenths", 200 / 7, 200 / 7, "percent")]),
    ("La policía pagó €500 por la información sobre los detenidos.", [("€500", 500, 500, "EUR")]),
    ("La policía contó 2019 detenidos en la frontera norte.", [("2019", 2019, 2019, "count")]),
    ("A boy aged 10 and 30 kg of meth were found.", [("30 kg", 30, 30, "kg")]),
    ("A boy aged 10 and 30 metres of rope were found.", [("30 metres", 30, 30, "m")]),
    ("Boys aged 9 and 10 in Texas fled.", []),
    ("Ana Ruiz is 33.", []),
    ("Police seized 9-10,000 tablets.", [("9-10,000", 9000, 10000, "count")]),
    ("Police seized 10-10,000 tablets.", [("10-10,000", 10, 10000, "count")]),
    (
        "Crime | Change |\n---|---|\nTheft | -25% |\nFraud | +12% |\nArson | 4% |",
        [("-25%", -25, -25, "percent"), ("+12%", 12, 12, "percent"), ("4%", 4, 4, "percent")],
    ),
    ("The driver, two guards and a cook fled.", [("two", 2, 2, "count")]),
    ("1) twelve men left.", [("twelve", 12, 12, "count")]),
    ("Votes: Yes 51.9%, No 48.1%.", [("51.9%", 51.9, 51.9, "percent"), ("48.1%", 48.1, 48.1, "percent")]),
    # marks of inches and feet
    ("The pipe is 12\" wide and 3' long.", [('12"', 12, 12, "in"), ("3'", 3, 3, "ft")]),
    ('He carried a 9" blade and a 12” pipe.', [('9"', 9, 9, "in"), ("12”", 12, 12, "in")]),
    ('The barrel measured 18.5".', [('18.5"', 18.5, 18.5, "in")]),
    ('Between 6" and 10" of snow fell.', [('Between 6" and 10"', 6, 10, "in")]),
    ("A sheet of 3' x 5' lay there.", [("3'", 3, 3, "ft"), ("5'", 5, 5, "ft")]),
    ('He said, "we arrested 12" and left.', [("12", 12, 12, "count")]),
    ('"The total was 12", he said, "not 15".', [("12", 12, 12, "count"), ("15", 15, 15, "count")]),
    ("“The total was 12”, he said.", [("12", 12, 12, "count")]),
    # decimal commas
    ("They found 3,5 kg of cocaine.", [("3,5 kg", 3.5, 3.5, "kg")]),
    ("The port handled 14,8 million containers.", [("14,8 million", 14800000, 14800000, "count")]),
    ("It cost €18,5 million.", [("€18,5 million", 18500000, 18500000, "EUR")]),
    ("It cost 1.234,50 euros.", [("1.234,50 euros", 1234.5, 1234.5, "EUR")]),
    ("They won 3, 5 and 7 medals.", [("3", 3, 3, "count"), ("5", 5, 5, "count"), ("7", 7, 7, "count")]),
    # indices, references, addresses
    (
        "The S&P 500 lost 1.4 percent and the FTSE 100 gained 0.3 percent.",
        [("1.4 percent", 1.4, 1.4, "percent"), ("0.3 percent", 0.3, 0.3, "percent")],
    ),
    ("The Coast Guard stopped the boat at 29° 48' N, 93° 20' W.", []),
    ("He was charged under 8 U.S.C. § 1326 and 21 U.S.C. Secs. 841 and 846, papers say.", []),
    ("The court cited 212 Mass. 318 and 347 U.S. 483.", []),
    ("He is charged under subsection 307.5(1) of the Code, by virtue of section 11.1(1).", []),
    ("An affidavit dated Feb. 30, 2017, names the driver.", []),
    ("Call 080-1357-2468 and quote file 1357-2468.", []),
    ("Because of the COVID -19 pandemic the courts closed. He called 911.", []),
    ("The office is at the Hall of Justice, 330 W. Broadway, San Diego, CA 92101.", []),
    ("The weekly news update 11-30-23 of the district attorney.", []),
    ("FOR IMMEDIATE RELEASE\nFriday, December  1, 2017\n\nThe man was charged.", []),
    # money
    (
        "They set aside USD12m for boats and EUR3.5m for radios.",
        [("USD12m", 12e6, 12e6, "USD"), ("EUR3.5m", 3.5e6, 3.5e6, "EUR")],
    ),
    ("The force got 50 MUSD, or 46 MEUR.", [("50 MUSD", 5e7, 5e7, "USD"), ("46 MEUR", 4.6e7, 4.6e7, "EUR")]),
    ("A dose costs 6 cents to make. It sells for 9$.", [("6 cents", 0.06, 0.06, "USD"), ("9$", 9, 9, "USD")]),
    (
        "It went for $US31,450,000, or $A46,200,500.",
        [("$US31,450,000", 31450000, 31450000, "USD"), ("$A46,200,500", 46200500, 46200500, "AUD")],
    ),
    (
        "A pass costs RM50, Rp 20,000 or R80.",
        [("RM50", 50, 50, "MYR"), ("Rp 20,000", 20000, 20000, "IDR"), ("R80", 80, 80, "ZAR")],
    ),
    ("It paid 5 million Kenyan shillings.", [("5 million Kenyan shillings", 5e6, 5e6, "KES")]),
    ("Police in Colombia found 80 million pesos.", [("80 million pesos", 8e7, 8e7, "COP")]),
    ("Shares fell 3pc to 240p.", [("3pc", 3, 3, "percent"), ("240p", 2.4, 2.4, "GBP")]),
    (
        "One firearm and $2, 678 of proceeds were seized.",
        [("One", 1, 1, "count"), ("$2, 678", 2678, 2678, "USD")],
    ),
    (
        "They found $5, 12 watches and 340 stamps.",
        [("$5", 5, 5, "USD"), ("12", 12, 12, "count"), ("340", 340, 340, "count")],
    ),
    ("The clerk cashed two $500 checks.", [("two", 2, 2, "count"), ("$500", 500, 500, "USD")]),
    # mixed numbers and fractions
    ("He mixed 1/4 pound of powder into the flour.", [("1/4 pound", 0.25, 0.25, "lb")]),
    ("The wreck lies 2 1/2 miles off the coast.", [("2 1/2 miles", 2.5, 2.5, "mile")]),
    (
        "The tunnel ends one and one-half miles east of the fence.",
        [("one and one-half miles", 1.5, 1.5, "mile")],
    ),
    ("They spent two and a half million euros.", [("two and a half million euros", 2.5e6, 2.5e6, "EUR")]),
    (
        "Half a million pills and a quarter million dollars were seized.",
        [("Half a million", 5e5, 5e5, "count"), ("a quarter million dollars", 2.5e5, 2.5e5, "USD")],
    ),
    # minus
    ("It was minus-12 degrees in the desert.", [("minus-12 degrees", -12, -12, "degree")]),
    (
        "The index ended at -2.4%, and the balance fell to $-40.2bn.",
        [("-2.4%", -2.4, -2.4, "percent"), ("$-40.2bn", -40.2e9, -40.2e9, "USD")],
    ),
    ("The farmer sold all sheep minus 12 lambs.", [("12", 12, 12, "count")]),
    # units
    ("The yield rose to 2.45pc.", [("2.45pc", 2.45, 2.45, "percent")]),
    (
        "The phones hold 512GB, and a 20kW generator runs.",
        [("512GB", 512, 512, "GB"), ("20kW", 20, 20, "kW")],
    ),
    (
        "The boat has a 450 hp engine and runs at 4,200 rpm.",
        [("450 hp", 450, 450, "hp"), ("4,200 rpm", 4200, 4200, "rpm")],
    ),
    ("It carried 4 tons 801 kilograms of heroin.", [("4 tons 801 kilograms", 4801, 4801, "kg")]),
    ("The bar weighed 11 pounds 4 ounces.", [("11 pounds 4 ounces", 11.25, 11.25, "lb")]),
    (
        "Output fell from 412 000 t to 388 000 t.",
        [("412 000 t", 412000, 412000, "tonne"), ("388 000 t", 388000, 388000, "tonne")],
    ),
    ("They sold 3.2m copies.", [("3.2m", 3.2e6, 3.2e6, "count")]),
    # changes and ranges
    (
        "The backlog fell by 31% to 117,500.",
        [("31%", 31, 31, "percent"), ("117,500", 117500, 117500, "count")],
    ),
    (
        "Shares gained 1.2 percent to 4,310.25.",
        [("1.2 percent", 1.2, 1.2, "percent"), ("4,310.25", 4310.25, 4310.25, "count")],
    ),
    (
        "The deficit grew by $12.5 billion to $88.1 billion.",
        [("$12.5 billion", 12.5e9, 12.5e9, "USD"), ("$88.1 billion", 88.1e9, 88.1e9, "USD")],
    ),
    ("Wages are to rise by 2 to 4 percent.", [("2 to 4 percent", 2, 4, "percent")]),
    ("Purity fell from 80 to 65 percent.", [("80", 80, 80, "percent"), ("65 percent", 65, 65, "percent")]),
    (
        "Agents burned two to three million pills, and two to three dozen men fled.",
        [("two to three million", 2e6, 3e6, "count"), ("two to three dozen", 24, 36, "count")],
    ),
    ("Up to four to five thousand migrants wait.", [("Up to four to five thousand", 4000, 5000, "count")]),
    ("Farmers lost five to seven thousand sheep.", [("five to seven thousand", 5000, 7000, "count")]),
    ("Seizures fell ten to two hundred.", [("ten", 10, 10, "count"), ("two hundred", 200, 200, "count")]),
    ("Fifty to two hundred elephants cross.", [("Fifty to two hundred", 50, 200, "count")]),
    ("The country has 3 hundred million people.", [("3 hundred million", 3e8, 3e8, "count")]),
    ("India sold 5 lakh crore rupees of bonds.", [("5 lakh crore rupees", 5e12, 5e12, "INR")]),
    ("The shop took 9 hundred-dollar bills.", [("9", 9, 9, "count"), ("hundred-dollar", 100, 100, "USD")]),
    ("He batted .420 and hit 12 home runs.", [(".420", 0.42, 0.42, "count"), ("12", 12, 12, "count")]),
    # a number written twice, in words and in digits
    (
        "The court fined two (2) men forty thousand (40,000) rand.",
        [("two (2)", 2, 2, "count"), ("forty thousand (40,000) rand", 40000, 40000, "ZAR")],
    ),
    ("He got three (3) years on each of 4 (four) counts.", [("4 (four)", 4, 4, "count")]),
    # a single letter for a currency, and names that begin with one
    (
        "A bribe of N2.4 million and P30,000 was paid; N95 masks and a P2P chat helped.",
        [("N2.4 million", 2400000, 2400000, "NGN"), ("P30,000", 30000, 30000, "PHP")],
    ),
    ("Police in Multan, Pakistan, found Rs 3 million.", [("Rs 3 million", 3000000, 3000000, "PKR")]),
    ("A court in Gulu, Uganda, fined him Shs 900,000.", [("Shs 900,000", 900000, 900000, "UGX")]),
    # sections with their subsections, and lists of them
    ("It broke sections 12 (3)(a), 14B and 20 of the 1996 Act and section 6A(2).", []),
    ("He is guilty on counts two, three and nine.", []),
    ("Section 7 and 30 men of the guard were named.", [("30", 30, 30, "count")]),
    ("He cited 21 O.S. 644.1 and 720 ILCS 5/12.", []),
    ("Exhibit 34B of the file was shown to 12 jurors.", [("12", 12, 12, "count")]),
    # telephones with their extension
    ("Telephone: +44 (0)161 496 0123 ext. 4410. Tel: 555 0107.", []),
    # a dash that opens an aside is no range
    (
        "Of 80 tests, 28 — 35 per cent — failed.",
        [("80", 80, 80, "count"), ("28", 28, 28, "count"), ("35 per cent", 35, 35, "percent")],
    ),
    ("Prices rose 10–20 per cent.", [("10–20 per cent", 10, 20, "percent")]),
    # over: where and why
    ("The wounded lay spread over four wards.", [("four", 4, 4, "count")]),
    (
        "She was arrested over 12kg of khat after over 40 raids.",
        [("12kg", 12, 12, "kg"), ("over 40", 40, None, "count")],
    ),
    # items of a list in brackets, and counts in brackets
    ("The law covers those who (1) have lied, (2) fled or (3) hid.", []),
    ("Raids took place in Malmo (2) and Lund (3).", [("2", 2, 2, "count"), ("3", 3, 3, "count")]),
    # ages between commas
    ("The tenant of the flat, 38, was held.", []),
    ("A judge jailed Omar Diaz, 27, for 9 years.", []),
    ("Anil Rao, 22 and Vikram Shah, 24 - were named.", []),
    (
        "Twelve who were under 21 were sent home; so did 16- and 17-year-old boys.",
        [("Twelve", 12, 12, "count")],
    ),
    # page furniture and leaders
    ("Raid ends\n\n0\n\n214\n\nComments 3\n\nPolice held 3 men.", [("3", 3, 3, "count")]),
    ("Overview ...... 3 Findings ...... 12 Method ...... 40", []),
    # scale words with a half
    (
        "A dozen and a half goats and a million and a half litres were lost.",
        [("A dozen and a half", 18, 18, "count"), ("a million and a half litres", 1500000, 1500000, "litre")],
    ),
    # two numbers that share a noun
    ("They face six and nine charges.", [("six", 6, 6, "count"), ("nine", 9, 9, "count")]),
    # a share with hyphens; so much per number
    (
        "It is a one-in-four risk, 3 per 1,000.",
        [("one-in-four", 25, 25, "percent"), ("3 per 1,000", 3, 3, "ratio")],
    ),
    (
        "The share rose—from 14 percent to 39 percent—in May.",
        [("14 percent", 14, 14, "percent"), ("39 percent", 39, 39, "percent")],
    ),
    ("The man is 6ft 2in tall.", [("6ft 2in", 6.166667, 6.166667, "ft")]),
    ("See [2009] EWCA 71, (2011) 3 SCC 212 and 2017 (2) SACR 88.", []),
    ("He signed Executive Order (EO) 14011; 'Phase 4' began.", []),
    ("1.The board met. 2.In May it voted.", []),
    ("There were 31 complaints per 1,000 officers.", [("31", 31, 31, "ratio")]),
    ("Crossings fell by nearly three quarters.", [("nearly three quarters", None, 75, "percent")]),
    ("It breached sections 9.1, 9.3 and 9.4A of the Penal Code, 1861.", []),
    ("SUMMARY ……………… 4 Findings …………… 17", []),
    ("Questions nos. 412 and 1708 were asked.", []),
    ("They live at 40 MAIN STREET, DENVER 80203. Write to New Delhi - 110 001.", []),
    (
        "The town was under levels 4, 3, and 2 (see Table 1).1 From May it fell .2 The rest rose (GAO 2017, 22).",
        [],
    ),
    ("They cost TK 1.8 crore.", [("TK 1.8 crore", 18000000, 18000000, "BDT")]),
    ("Fines for July 2012........353.5 dollars.", [("353.5 dollars", 353.5, 353.5, "USD")]),
    # what hangs on one condition, as a run of mutants showed
    ("Police in the United States and in Canada seized $500.", [("$500", 500, 500, "USD")]),
    (
        "Three men were held for theft and one for bribery.",
        [("Three", 3, 3, "count"), ("one", 1, 1, "count")],
    ),
    ("Officers handed 12/b over.", []),
    ("Most arrests came in Dallas, Texas (22).", [("22", 22, 22, "count")]),
    ("The Group of Seven sent seven men.", [("seven", 7, 7, "count")]),
    ("The fence is 8'6\" tall.", [("8'6\"", 8.5, 8.5, "ft")]),
    (
        "Police held 3,000 people (1650 of them at sea).",
        [("3,000", 3000, 3000, "count"), ("1650", 1650, 1650, "count")],
    ),
    ("The boats cost P10,000 to P20,000.", [("P10,000 to P20,000", 10000, 20000, "PHP")]),
    ("In Spanish waters two boats sank.", [("two", 2, 2, "count")]),
    ("A 1080p camera saw two men.", [("two", 2, 2, "count")]),
    (
        "La policía contó dos mil y 15 detenidos en la ciudad.",
        [("dos mil", 2000, 2000, "count"), ("15", 15, 15, "count")],
    ),
    (
        "Decomisaron 15 y 20 kilos de cocaína. La policía lo dijo el martes en la ciudad.",
        [("15", 15, 15, "count"), ("20 kilos", 20, 20, "kg")],
    ),
    (
        "Incautaron entre 15 y 20 kilos de cocaína. La policía lo dijo el martes en la ciudad.",
        [("entre 15 y 20 kilos", 15, 20, "kg")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RIGHT, ids=lambda value: str(value)[:50])
def test_right_value(text, expected):
    found = [(row.quote, row.low, row.high, row.unit) for row in quantities(text)]
    assert found == [
        (quote, pytest.approx(low), pytest.approx(high), unit) for quote, low, high, unit in expected
    ]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Families pay $180 a month for a bed.", ["month"]),
        ("The port handles 900 lorries per day.", ["day"]),
        ("The cells cost $35 per square foot.", ["square foot"]),
        ("Nurses see 22 patients a shift.", ["shift"]),
        ("The clerk found $180 a month after the theft.", [""]),
        ("Agents burned 40 pills in a year.", [""]),
        ("There are four agents per individual.", ["individual"]),
        ("They charge $1,500 a head and $3/litre.", ["head", "litre"]),
    ],
)
def test_what_it_is_per(text, per):
    assert [row.per for row in quantities(text)] == per


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The fine was $3 million.", ["fine"]),
        ("The yield on the bond rose to 2.45 percent.", ["yield"]),
        ("Unemployment fell to 12 percent, and wages rose by 3 percent.", ["Unemployment", "wages"]),
        ("The speed limit on the road dropped from 120 to 80 km/h.", ["speed limit", "speed limit"]),
        ("ICE ARRESTS 22 IN BOSTON RAID\n\nThe men were led away.", [""]),
        ("They seized 12 guns worth $3 million.", ["guns", "guns"]),
    ],
)
def test_what_it_says_something_of(text, what):
    assert [row.what for row in quantities(text)] == what


# text -> what each quantity counts
COUNTED = [
    ("He opened six bank accounts and 19 different accounts.", ["bank accounts", "accounts"]),
    ("He was convicted on two counts of money laundering.", ["counts of money laundering"]),
    ("They found 30 grams or more of a white powder and 5 pounds of this drug.", ["white powder", "drug"]),
    ("The number of open cases stood at 530.", ["open cases"]),
    ("She cheated a man of $900.", [""]),
    ("One kilogram of heroin was seized.", ["heroin"]),
    ("Crime | Number of arrests |\n---|---|\nTheft | 25 |", ["Theft"]),
    ("Drug | Weight |\n---|---|\nHeroin | 25 |", ["Heroin"]),
    ("One member of the National Guard left.", ["member"]),
    ("Customs Enforcement of Texas held 300.", [""]),
    ('He had a 9" knife and a 12" steel pipe.', ["knife", "steel pipe"]),
    ("They hid 40 million pesos ($2 million) worth of heroin.", ["heroin", "heroin"]),
    ("The haul is put at €900 (before tax).", ["haul"]),
    ("Chad, with a population of 17 million, took in 900 people.", ["population", "people"]),
    ("They stand accused in 14, 13 and 10 cases.", ["cases"] * 3),
    ("Crime rose 12 percent; they seized 900 pounds.", ["Crime", ""]),
    ("The rate is 37% lower than it was.", ["rate"]),
    ("He may pay N2 million in lieu of prison.", [""]),
    ("Kenyans made up nearly half the workers.", ["workers"]),
    ("Arson fell by 6%, theft of cars by 2.5%, and fraud by about 9%.", ["Arson", "theft of cars", "fraud"]),
    ("Arson fell by 6%, followed by 2%.", ["Arson", "Arson"]),
    ("Three sheds yielded up to four kilograms.", ["sheds", ""]),
    (
        "Men and women\nOpen cases 205 1,136\nClosed cases 349 1,751\nOther 112 2,102",
        ["Open cases"] * 2 + ["Closed cases"] * 2 + ["Other"] * 2,
    ),
    ("Police counted 27 men, 12 based in Peru.", ["men", "men"]),
    ("It told of a 20 kg heroin load shipped north.", ["heroin load"]),
    ("Police seized pills and deaths slightly surpassed (238 in May).", [""]),
    ("They shut the  posts,    9  and 12, in May.", ["", ""]),  # more than one space
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=lambda case: str(case)[:40])
def test_what_is_counted(text, expected):
    assert [row.what for row in quantities(text)] == expected


# text -> each quantity and what it counts
FIGURES = [
    ("The study draws on figures of 131 countries and examines issues of relevance.", ["131 countries"]),
    ("She was waiting for about 60 women and children deported from Texas.", ["about 60 women"]),
    ("Women made up 35% of those arrested: 62 of 310.", ["35% Women", "62 Women", "310 Women"]),
    (
        "It is making four recommendations, three to the board and one to the court, and the board agreed.",
        ["four recommendations", "three recommendations", "one recommendations"],
    ),
    ("The office sent two experts to Madrid and one to Brussels.", ["two experts", "one experts"]),
    ("She paid with two €20 notes and one €50 note.", ["two", "€20 notes", "one", "€50 note"]),
    (
        "He pleaded guilty to two counts under s. 267(5) and one under s. 88(1).",
        ["two counts", "one counts"],
    ),
    ("The ONE HUNDRED FIFTEENTH CONGRESS sat in May.", []),
    ("They offered one of the drivers a deal.", []),
    ("The law names 5 km/h and 20 kg/day as limits.", ["5 km/h", "20 kg"]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=lambda value: str(value)[:40])
def test_figures_and_what_they_count(text, expected):
    assert [f"{row.quote} {row.what}".strip() for row in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A 2,000-strong crowd gathered.", ""),
        ("The fleet is 30 strong this year.", ""),
        ("They felt 5 strong winds.", "strong winds"),
    ],
)
def test_how_strong_a_body_is_counts_what_it_is_made_of(text, what):
    article = Article(slug="x", text=text)
    assert [row.what for row in read_quantities(article, sentences(article), [])] == [what]
