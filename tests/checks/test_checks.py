"""Tests of `helpers.checks.relations`: small articles written for this purpose, with the relations a careful
reader finds in them."""

import time
from dataclasses import fields
from types import SimpleNamespace

import pandas as pd
import pytest
from helpers.checks.figures import figure_of, with_headline
from helpers.checks.words import counted_in
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.checks.relations import COLUMNS, check
from helpers.dates.read import DateRow, read_dates
from helpers.quantities.read import QuantityRow, read_quantities
from helpers.texts.corpus import Article
from helpers.texts.lists import word_list
from helpers.texts.sentence import sentences


def tables(*texts: str, published: str = "2025-06-30") -> SimpleNamespace:
    """The two tables that `check` uses, of texts that have nothing in common."""
    dates, quantities = [], []
    for number, text in enumerate(texts):
        article = Article(slug=f"a{number}", text=text, published=published)
        parts = sentences(article)
        times = read_dates(article, parts)
        dates += times
        quantities += read_quantities(article, parts, times)
    return SimpleNamespace(
        dates=pd.DataFrame(dates, columns=[f.name for f in fields(DateRow)]),
        quantities=pd.DataFrame(quantities, columns=[f.name for f in fields(QuantityRow)]),
    )


def found(text: str) -> list[tuple]:
    return [(row.kind, row.holds, row.quotes) for row in check(tables(text)).itertuples()]


SUM, SHARE, AVERAGE = "parts_sum_to_total", "share_matches_counts", "average_matches_ratio"
DURATION, ORDER, AGAIN = "duration_matches_range", "order_of_events", "restated_figure"

# text -> (kind, holds, quotes) of each relation
GOLDEN = [
    # parts and totals in a sentence
    ("Police arrested 36 people: 20 men and 16 women.", [(SUM, True, ["20", "16", "36"])]),
    ("Police arrested 36 people: 20 men and 19 women.", [(SUM, False, ["20", "19", "36"])]),
    (
        "The unit has 1,200 officers (700 in the north and 500 in the south).",
        [(SUM, True, ["700", "500", "1,200"])],
    ),
    (
        "Agents held 120 people in Texas, 85 in Arizona and 40 in Utah, a total of 245.",
        [(SUM, True, ["120", "85", "40", "245"])],
    ),
    (
        "Agents held 120 people in Texas, 85 in Arizona and 40 in Utah, a total of 275 people.",
        [(SUM, False, ["120", "85", "40", "275"])],
    ),
    (
        "Of the 216 detainees, 36 were deported and the remaining 180 await a hearing.",
        [(SUM, True, ["36", "180", "216"])],
    ),
    (
        "Of the 216 detainees, 36 were deported and the remaining 170 await a hearing.",
        [(SUM, False, ["36", "170", "216"])],
    ),
    (
        "Officers seized 400 kg of drugs: 250 kg of cocaine and 150 kg of heroin.",
        [(SUM, True, ["250 kg", "150 kg", "400 kg"])],
    ),
    # a selection or overlapping groups need not add up
    ("Police arrested 646 people, including 140 robbers and 34 burglars.", []),
    ("Of the 646 people arrested, 543 had convictions and 234 had been deported before.", []),
    ("They arrested 50 people. They included:\n- 20 with a violent felony\n- 41 with a drug offense", []),
    ("Officers arrested 40 men, seized 12 guns and found 3 cars.", []),
    ("Agents made 300 arrests: 120 were gang members and 190 had been deported before.", []),
    ("ICE arrested 498 people: 107 in Philadelphia, 101 in Los Angeles and 63 in Denver.", []),
    ("The 120 officers (some of them armed) arrested 65 men and 40 women.", []),
    ("The operation led to 85 arrests, 40 search warrants and the rescue of 45 victims.", []),
    (
        "Some 85 people were held, 40 of them in Texas and 55 in Arizona.",
        [(SUM, False, ["40", "55", "Some 85"])],
    ),
    (
        "Ten officers from three countries, five from Spain, three from France and two from Italy, took part.",
        [(SUM, True, ["five", "three", "two", "Ten"])],
    ),
    ("Nine of the 12 men pleaded guilty and three await trial.", [(SUM, True, ["Nine", "three", "12"])]),
    (
        "Agents seized 1,200 pounds of meth and 300 pounds of cocaine, or 1,800 pounds in all.",
        [(SUM, False, ["1,200 pounds", "300 pounds", "1,800 pounds"])],
    ),
    (
        "A grand jury indicted 19 people. Thirteen of the defendants are in custody; six remain at large.",
        [(SUM, True, ["Thirteen", "six", "19"])],
    ),
    (
        "Officers seized a combined 246 kg. They found 82 kg on Monday. Later they found 119 kg. The last load weighed 45 kg.",
        [(SUM, True, ["82 kg", "119 kg", "45 kg", "246 kg"])],
    ),
    (
        "The court gave three men a total of 48 years in prison: 20 years, 15 years and 10 years.",
        [(SUM, False, ["20 years", "15 years", "10 years", "48 years"])],
    ),
    # tables
    (
        "Place | Arrests |\n---|---|\nLeeds | 22 |\nYork | 19 |\nHull | 14 |\nTotal | 55 |",
        [(SUM, True, ["22", "19", "14", "55"])],
    ),
    (
        "Place | Arrests |\n---|---|\nLeeds | 22 |\nYork | 19 |\nHull | 14 |\nTotal | 65 |",
        [(SUM, False, ["22", "19", "14", "65"])],
    ),
    (
        "Police made 55 arrests.\n\nPlace | Arrests |\n---|---|\nLeeds | 22 |\nYork | 19 |\nElsewhere | 14 |",
        [(SUM, True, ["22", "19", "14", "55"])],
    ),
    (
        "Police made 58 arrests.\n\nPlace | Arrests |\n---|---|\nLeeds | 22 |\nYork | 19 |\nElsewhere | 14 |",
        [(SUM, False, ["22", "19", "14", "58"])],
    ),
    (
        "Police made 580 arrests.\n\nTop nationality | Arrests |\n---|---|\nMexico | 220 |\nCuba | 190 |\nPeru | 140 |",
        [],
    ),
    (
        "Place | Arrests | Share |\n---|---|---|\nLeeds | 30 | 30% |\nYork | 50 | 40% |\nHull | 20 | 30% |\nTotal | 100 | 100% |",
        [
            (SUM, True, ["30", "50", "20", "100"]),
            (SUM, True, ["30%", "40%", "30%", "100%"]),
            (SHARE, True, ["30", "100", "30%"]),
            (SHARE, False, ["50", "100", "40%"]),
            (SHARE, False, ["20", "100", "30%"]),
        ],
    ),
    # shares
    (
        "Of the 646 people arrested, 543, or 84 percent, had convictions.",
        [(SHARE, True, ["543", "646", "84 percent"])],
    ),
    (
        "Of the 646 people arrested, 543, or 74 percent, had convictions.",
        [(SHARE, False, ["543", "646", "74 percent"])],
    ),
    (
        "Police arrested 646 people. Of those arrested, 543 (84%) had convictions.",
        [(SHARE, True, ["543", "646", "84%"])],
    ),
    (
        "Police said 34 of the 216 detainees (15.7 percent) were released.",
        [(SHARE, True, ["34", "216", "15.7 percent"])],
    ),
    (
        "There were 5,424 visits and 3,930 arrests, so arrests came to about 72% of visits.",
        [(SHARE, True, ["3,930", "5,424", "about 72%"])],
    ),
    ("More than 80 percent of detainees were men.", []),
    (
        "Of the 200 held, 110, or more than half, were minors.",
        [(SHARE, True, ["110", "200", "more than half"])],
    ),
    # change
    (
        "It made 609 arrests in May. That is 73% more than the 352 arrests of April.",
        [(SHARE, True, ["609", "352", "73%"])],
    ),
    (
        "It made 609 arrests in May. That is 53% more than the 352 arrests of April.",
        [(SHARE, False, ["609", "352", "53%"])],
    ),
    ("Arrests rose 73% from 352 to 609.", [(SHARE, True, ["609", "352", "73%"])]),
    ("Crossings fell from 2,000 to 500, a drop of 75%.", [(SHARE, True, ["500", "2,000", "75%"])]),
    ("Crossings fell from 2,000 to 500, a drop of 60%.", [(SHARE, False, ["500", "2,000", "60%"])]),
    ("Arrests rose to 609, up 73% from 352 a year earlier.", [(SHARE, True, ["609", "352", "73%"])]),
    (
        "Measure | 2023 | 2024 | Change |\n---|---|---|---|\nArrests | 200 | 300 | +50% |\nRaids | 40 | 30 | -25% |",
        [(SHARE, True, ["300", "200", "+50%"]), (SHARE, True, ["30", "40", "-25%"])],
    ),
    # averages
    (
        "The 63 people were sentenced to a combined 307 years in prison, an average of about five years each.",
        [(AVERAGE, True, ["307 years", "63", "about five years"])],
    ),
    (
        "The 63 people were sentenced to a combined 307 years in prison, an average of about nine years each.",
        [(AVERAGE, False, ["307 years", "63", "about nine years"])],
    ),
    (
        "ERO arrested over 73,000 people with over 290,000 charges, an average of four per individual.",
        [(AVERAGE, True, ["over 290,000", "over 73,000", "four"])],
    ),
    (
        "The 40 raids yielded $2 million, an average of $50,000 per raid.",
        [(AVERAGE, True, ["$2 million", "40", "$50,000"])],
    ),
    # durations
    (
        "The eight-day operation opened on February 23 and closed on March 2.",
        [(DURATION, True, ["eight-day", "February 23", "March 2"])],
    ),
    (
        "The eight-day operation opened on February 23 and closed on March 5.",
        [(DURATION, False, ["eight-day", "February 23", "March 5"])],
    ),
    (
        "In a 12-day operation, agents arrested 50 men. This operation ran from March 11 to March 22.",
        [(DURATION, True, ["12-day", "March 11 to March 22"])],
    ),
    (
        "It ran from 5 February to 3 September 2024, a span of nine months.",
        [(DURATION, False, ["nine months", "5 February to 3 September 2024"])],
    ),
    (
        "It ran from 5 February to 3 September 2024, a span of seven months.",
        [(DURATION, True, ["seven months", "5 February to 3 September 2024"])],
    ),
    ("He was jailed for 12 days after a raid from 3 to 5 May 2024.", []),
    # order of events
    (
        "He was arrested on 10 September 2022 and extradited on 3 August 2023.",
        [(ORDER, True, ["10 September 2022", "3 August 2023"])],
    ),
    (
        "Police arrested him on 10 September 2022, and Turkey deported him on 3 August 2022.",
        [(ORDER, False, ["10 September 2022", "3 August 2022"])],
    ),
    (
        "He was extradited on 3 August 2023 after he was arrested on 10 September 2022.",
        [(ORDER, True, ["10 September 2022", "3 August 2023"])],
    ),
    ("A man was arrested on 4 May 2024. Another was deported on 3 April 2024.", []),
    ("Garcia was deported in March 2019. He was arrested again in May 2023.", []),
    ("He was arrested on May 5, 2024; he had been deported on April 2, 2019.", []),
    ("Agents arrested Lopez on May 5, 2024, and deported Garcia on April 2, 2024.", []),
    (
        "The men were deported on June 3, 2024, after being arrested on June 10, 2024.",
        [(ORDER, False, ["June 10, 2024", "June 3, 2024"])],
    ),
    (
        "The operation, launched on 1 March 2024, ended on 20 February 2024.",
        [(ORDER, False, ["1 March 2024", "20 February 2024"])],
    ),
    (
        "- Date of Arrest: March 15, 2024\n- Removal Date: April 2024",
        [(ORDER, True, ["March 15, 2024", "April 2024"])],
    ),
    (
        "- Arrest date: May 15, 2024\n- Removal date: April 2, 2024",
        [(ORDER, False, ["May 15, 2024", "April 2, 2024"])],
    ),
    # the same figure again
    (
        "Sweep ends with 646 arrests\n\nPolice arrested 646 people. Most of the 646 were men.",
        [(AGAIN, True, ["646", "646", "646"])],
    ),
    (
        "Sweep ends with 646 arrests\n\nPolice arrested 664 people in the sweep.",
        [(AGAIN, False, ["646", "664"])],
    ),
    (
        "Police arrested over 200 people. The agency detained 216 individuals.",
        [(AGAIN, True, ["over 200", "216"])],
    ),
    (
        "Joint raid nets 120 arrests\n\nPolice arrested 118 suspects, while two more were held at the border.",
        [(SUM, True, ["118", "two", "120"])],
    ),
    (
        "Police arrest 120 people in raid\n\nPolice arrested 102 people in the raid.",
        [(AGAIN, False, ["120", "102"])],
    ),
    ("They arrested 45 people in Phoenix on Monday. The agency arrested 52 people in Tucson on Tuesday.", []),
    ("In Leeds police held five people. In York police held five people.", []),
    ("Police arrested 20 men in Leeds. In York 20 men were arrested.", [(AGAIN, True, ["20", "20"])]),
    ("They seized 500 rifles. The town has 500 inhabitants.", []),
    (
        "- 65% had felony convictions\n- 45% were repeat offenders\n\nProfile | Share |\n---|---|\nFelony Convictions | 65% |",
        [(AGAIN, True, ["65%", "65%"])],
    ),
]


# Small articles: relations that hold, that fail, and many that only look like one (an empty list: nothing may
# be said of them)
MINI_ARTICLES = [
    (
        "A thousand people asked for entry. 898 people were refused; 557 of them (72%) in Passau.",
        [(SHARE, False, ["557", "898", "72%"])],
    ),
    (
        "Raid nets 53 arrests\n\nPolice arrested 53 people on Monday.\n\nThe arrested were 47 men and eight women.",
        [(AGAIN, True, ["53", "53"]), (SUM, False, ["47", "eight", "53"])],
    ),
    (
        "Raid nets 53 arrests\n\nPolice arrested 53 people on Monday.\n\nThey included 47 men and eight women.",
        [(AGAIN, True, ["53", "53"])],
    ),
    (
        "Border agents held 1,120 people in May.\n\nGuatemalans were the largest group with 437, followed by 280 Mexicans and 225 Hondurans. The remaining 178 came from elsewhere.",
        [(SUM, True, ["437", "280", "225", "178", "1,120"])],
    ),
    (
        "Border agents held 1,120 people in May.\n\nGuatemalans were the largest group with 437, followed by 280 Mexicans and 225 Hondurans. The remaining 158 came from elsewhere.",
        [(SUM, False, ["437", "280", "225", "158", "1,120"])],
    ),
    (
        "Customs seized 613 kg of cocaine this spring.\n\nOfficers found 127 kg at the bridge and 50 kg in the port. The other 436 kg turned up in a warehouse.",
        [(SUM, True, ["127 kg", "50 kg", "436 kg", "613 kg"])],
    ),
    (
        "Officers held 257 suspects.\n\nOf those arrested, 163 are suspected of smuggling and 94 of trafficking.",
        [(SUM, True, ["163", "94", "257"])],
    ),
    (
        "Officers held 257 suspects.\n\nOf those arrested, 163 are suspected of smuggling and 104 had convictions.",
        [],
    ),
    (
        "Fifty-three migrants died.\n\nEleven others survived, which means that 64 had been in the trailer.",
        [(SUM, True, ["Fifty-three", "Eleven", "64"])],
    ),
    (
        "Police held 40 people on Monday. Another 12 were arrested on Tuesday, bringing the total to 52.",
        [(SUM, True, ["40", "12", "52"])],
    ),
    (
        "Police held 40 people on Monday. Another 12 were arrested on Tuesday, bringing the total number of arrests this year to 310.",
        [],
    ),
    (
        "Agents seized 225 tonnes of cocaine.\n\n- Pacific: 112.5 tonnes\n- Caribbean: 79.3 tonnes\n- Ports: 33.2 tonnes\n- Ecuador: nine people held and 1.8 tonnes seized",
        [(SUM, True, ["112.5 tonnes", "79.3 tonnes", "33.2 tonnes", "225 tonnes"])],
    ),
    (
        "The raids led to 20 arrests in Spain and 30 in France. Courts in the two countries have since jailed 50 traffickers of an older ring.",
        [],
    ),
    ("The team has 12 officers. It searched 5 homes and 7 shops.", []),
    (
        "Over 1,100 of the 1,436 cases, about 77 percent, involved phones.",
        [(SHARE, True, ["Over 1,100", "1,436", "about 77 percent"])],
    ),
    (
        "Police arrested 1,120 people. Final orders were on file against 378 people, 43 percent of the total.",
        [(SHARE, False, ["378", "1,120", "43 percent"])],
    ),
    ("Officers identified 97 potential victims, more than half of them women. They arrested 163 men.", []),
    (
        "By May officers had made 3,100 arrests; 1,240 of them, or 40%, had led to convictions.",
        [(SHARE, True, ["1,240", "3,100", "40%"])],
    ),
    (
        "By May officers had made 3,100 arrests in 6,558 raids; 1,240 of them, or 60%, had led to convictions.",
        [],
    ),
    (
        "Officers seized 602 vehicles from 251 containers. 448 of them, or about 74%, had been stolen in Ontario.",
        [(SHARE, True, ["448", "602", "about 74%"])],
    ),
    ("Seizures rose 20 percent from last year. Officers seized 400 guns in May and 350 in June.", []),
    (
        "The navy seized 19.4 tonnes, 31 percent more than the 14.8 tonnes of a year earlier. Of the new haul, 12.1 tonnes, or 62 percent, was found in fruit.",
        [
            (SHARE, True, ["19.4 tonnes", "14.8 tonnes", "31 percent"]),
            (SHARE, True, ["12.1 tonnes", "19.4 tonnes", "62 percent"]),
        ],
    ),
    ("About 30 percent of the 900 officers are women. The agency has 270 cars.", []),
    ("Agents arrested 120 people. Texas accounted for 60 percent, Arizona for 40 percent.", []),
    (
        "Agents arrested 120 people, 48 of them (30 percent) in Texas.",
        [(SHARE, False, ["48", "120", "30 percent"])],
    ),
    (
        "Mexicans made up 48 of the 120 detainees. That is 40 percent.",
        [(SHARE, True, ["48", "120", "40 percent"])],
    ),
    (
        "Spread across 31 days, the 7,181 arrests work out at about 232 a day.",
        [(AVERAGE, True, ["7,181", "31 days", "about 232"])],
    ),
    (
        "Officers seized 225 tonnes between 1 October and 14 November 2024, an average of five tonnes a day.",
        [(AVERAGE, True, ["225 tonnes", "between 1 October and 14 November 2024", "five tonnes"])],
    ),
    (
        "Officers seized 225 tonnes between 1 October and 14 November 2024, an average of nine tonnes a day.",
        [(AVERAGE, False, ["225 tonnes", "between 1 October and 14 November 2024", "nine tonnes"])],
    ),
    (
        "Police charged nine men.\n\nTogether the men face 35 charges, an average of about six each.",
        [(AVERAGE, False, ["35", "nine", "about six"])],
    ),
    ("Police charged nine men and 20 women. They face an average of six charges each.", []),
    ("The average age was 35. Police charged nine men with 45 counts.", []),
    ("Officers make an average of 40 arrests a month. In the past two weeks they made 90 arrests.", []),
    ("Each of the 40 migrants paid $5,000 to a smuggler. The ring earned $9 million a year.", []),
    (
        "The 602 vehicles are worth $36.1 million, or about $60,000 each.",
        [(AVERAGE, True, ["$36.1 million", "602", "about $60,000"])],
    ),
    (
        "Six-day sweep ends\n\nOfficers arrested 40 men. Operation Wave ran from April 21 through April 26, 2024.",
        [(DURATION, True, ["Six-day", "April 21 through April 26, 2024"])],
    ),
    (
        "Six-day sweep ends\n\nOfficers arrested 40 men. Operation Wave ran from April 21 through April 29, 2024.",
        [(DURATION, False, ["Six-day", "April 21 through April 29, 2024"])],
    ),
    (
        "The ten-day Operation Meridian, coordinated from 4 to 17 April 2024, led to arrests.",
        [(DURATION, False, ["ten-day", "4 to 17 April 2024"])],
    ),
    (
        "A ten-week operation against car thieves has ended.\n\nFrom December 11, 2023, to February 18, 2024, officers seized 602 vehicles.",
        [(DURATION, True, ["ten-week", "December 11, 2023, to February 18, 2024"])],
    ),
    (
        "Jurors convicted him on March 18, 2024, at the end of a 16-day trial that had opened on March 3, 2024.",
        [(DURATION, True, ["16-day", "March 3, 2024", "March 18, 2024"])],
    ),
    ("He was held for 30 days. The operation ran from 1 to 5 May 2024.", []),
    ("Police have 60 days to appeal. The trial took place from 1 to 19 March 2024.", []),
    (
        "The court on 27 June 2025 sentenced the man. The sentence came three years to the day after the raid on June 27, 2022.",
        [(DURATION, True, ["three years", "June 27, 2022", "27 June 2025"])],
    ),
    (
        "He was captured in a beach house on 11 February 2025. Only after that arrest could the hearing go ahead, and on 6 February 2025 the court approved his extradition.",
        [(ORDER, False, ["11 February 2025", "6 February 2025"])],
    ),
    ("Police arrested him on 28 May 2024 and are due to extradite him in July 2024.", []),
    (
        "In August 2024 police arrested seven suspects. Guatemala extradited one of them to Texas on March 7, 2025.",
        [(ORDER, True, ["August 2024", "March 7, 2025"])],
    ),
    (
        "A judge sentenced the trafficker on 5 June 2024. Nobody appealed.\n\nThe search had taken years. Jurors convicted him on 18 March 2024.",
        [(ORDER, True, ["18 March 2024", "5 June 2024"])],
    ),
    ("He was sentenced on 5 June 2024. His brother was convicted on 18 July 2024.", []),
    ("The man was deported on 3 May 2024. Officers arrested another man on 10 June 2024.", []),
    (
        "Operation nets 1,209 arrests\n\nPolice arrested 1,209 people in 2025.\n\nIndicator | 2024 | 2025 |\n---|---|---|\nArrests | 1,006 | 1,290 |\nCars | 40 | 80 |",
        [(AGAIN, False, ["1,209", "1,209", "1,290"])],
    ),
    (
        "Operation nets 1,209 arrests\n\nPolice arrested 1,209 people in 2025.\n\nCity | Arrests |\n---|---|\nLagos | 290 |\nAccra | 129 |",
        [(AGAIN, True, ["1,209", "1,209"])],
    ),
    (
        "Police arrested 646 people in the sweep.\n\nOf the 664 arrested, most were men.",
        [(AGAIN, False, ["646", "664"])],
    ),
    (
        "The sweep targeted nearly 88,000 victims.\n\nYear | Victims |\n---|---|\n2024 | 35,224 |\n2025 | 87,858 |",
        [(AGAIN, True, ["nearly 88,000", "87,858"])],
    ),
    ("Police arrested 30 people on Monday. Police arrested 32 people on Tuesday.", []),
    (
        "Police arrested 1,209 people this summer. Arrests are up 40% on the 1,006 of last year.",
        [(SHARE, False, ["1,209", "1,006", "40%"])],
    ),
    ("Police seized 1,209 guns this summer. Arrests are up 40% on the 1,006 of last year.", []),
    (
        "Police arrested 646 people in the sweep.\n\nOf the 630 detained in Texas last year, most were men.",
        [],
    ),
    ("More than 400 people were detained in May. In June 412 people were detained in Leeds.", []),
    (
        "Of the 300 people held, 120 had convictions, 90 of them for violent crimes. Some 60 percent were men.",
        [],
    ),
    (
        "Officers arrested 500 people, of whom 200 had convictions. Of those with convictions, 50, or 25 percent, were for drugs.",
        [(SHARE, True, ["50", "200", "25 percent"])],
    ),
    (
        "Officers arrested 500 people, of whom 200 had convictions. Fifty, or 25 percent, were for drugs.",
        [(SHARE, True, ["Fifty", "200", "25 percent"])],
    ),
    ("Agents arrested 85 men and 15 women in May. In June they arrested 100 people.", []),
    ("Agents arrested 85 men and 15 women in Leeds and freed 100 victims.", []),
    ("Police seized 20 kg of cocaine, 30 kg of heroin and 50 tonnes of sugar.", []),
    (
        "The ring of 12 men stole 40 cars in 20 days, about two a day.",
        [(AVERAGE, True, ["40", "20 days", "about two"])],
    ),
    ("The ring stole 40 cars in 20 days, about five a day.", []),
    ("Officers carried out 300 checks and made 60 arrests, one in five.", []),
    (
        "The court sentenced five men to a total of 60 years, an average of 12 years each.",
        [(AVERAGE, True, ["60 years", "five", "an average of 12 years"])],
    ),
    ("The court sentenced five men to between 8 and 14 years, an average of 11 years.", []),
    ("Each officer makes about 30 checks a day; the force has 400 officers.", []),
    (
        "Drug seizures fell by 12 percent, from 5,000 kg to 4,400 kg.",
        [(SHARE, True, ["4,400 kg", "5,000 kg", "12 percent"])],
    ),
    (
        "Drug seizures fell by 22 percent, from 5,000 kg to 4,400 kg.",
        [(SHARE, False, ["4,400 kg", "5,000 kg", "22 percent"])],
    ),
    ("Arrests rose by 300, or 20 percent, to 1,800.", []),
    ("Arrests rose by 300, or 25 percent, to 1,800.", []),
    ("The budget rose 10 percent to $500 million. The agency employs 5,000 people.", []),
    ("He served 12 years of a 15-year sentence, 80 percent.", []),
    (
        "In all, 45 people were arrested: 20 in Leeds, 15 in York and 10 in Hull.",
        [(SUM, True, ["20", "15", "10", "45"])],
    ),
    (
        "In total, 45 people were arrested, 20 in Leeds, 15 in York and 12 in Hull.",
        [(SUM, False, ["20", "15", "12", "45"])],
    ),
    ("Police arrested 45 people, among them 20 in Leeds and 30 who had been deported before.", []),
    (
        "- 20 arrests in Leeds\n- 15 arrests in York\n- 10 arrests in Hull\n\nIn total, 45 people were arrested.",
        [(SUM, True, ["20", "15", "10", "45"])],
    ),
    (
        "The operation's results:\n- 20 arrests in Leeds\n- 15 arrests in York\n- 10 arrests in Hull\nTotal: 45",
        [(SUM, True, ["20", "15", "10", "45"])],
    ),
    (
        "The operation's results:\n- 20 arrests in Leeds\n- 15 arrests in York\n- 10 arrests in Hull\nTotal: 55",
        [(SUM, False, ["20", "15", "10", "55"])],
    ),
    ("Officers seized 6,500 pounds (2,948 kg) of cocaine.", []),
    (
        "The week-long operation began on 3 May 2024 and ended on 9 May 2024.",
        [(DURATION, True, ["week-long", "3 May 2024", "9 May 2024"])],
    ),
    (
        "The week-long operation began on 3 May 2024 and ended on 19 May 2024.",
        [(DURATION, False, ["week-long", "3 May 2024", "19 May 2024"])],
    ),
    ("A two-year investigation led to the arrests. From 3 to 9 May 2024 officers searched homes.", []),
    (
        "During the three-day visit, which began on 3 May 2024, ministers signed a deal. They left on 7 May 2024.",
        [],
    ),
    ("The trial lasted from 3 May to 9 June 2024. He faces 30 days in jail.", []),
    (
        "He was arrested in May 2024. He was convicted in March 2025 and sentenced on 5 June 2025.",
        [(ORDER, True, ["May 2024", "March 2025", "5 June 2025"])],
    ),
    (
        "He was arrested on 5 May 2024, and his trial began on 2 March 2024.",
        [(ORDER, False, ["5 May 2024", "2 March 2024"])],
    ),
    ("He pleaded guilty on 3 June 2024 and will be sentenced on 1 May 2024.", []),
    ("She was sentenced on 3 June 2023 for a murder. She was arrested on 5 May 2024 for fraud.", []),
    ("The group was indicted on 3 June 2024. The leader had been arrested on 5 July 2023 and released.", []),
    (
        "Raid frees 34 victims\n\nPolice freed 34 victims from a farm. Of the 34, 20 were women and 14 were men.",
        [(AGAIN, True, ["34", "34", "34"]), (SUM, True, ["20", "14", "34"])],
    ),
    (
        "Raid frees 34 victims\n\nPolice freed 43 victims from a farm in the raid.",
        [(AGAIN, False, ["34", "43"])],
    ),
    (
        "Police charge two\n\nTwo men were charged with murder. Two women were freed.",
        [(AGAIN, True, ["two", "Two"])],
    ),
    (
        "Two dead in crash\n\nTwo people died in a crash near Leeds. Two others were hurt.",
        [(AGAIN, True, ["Two", "Two"])],
    ),
    ("Nine of the 27 member states took part. Police arrested 27 people.", []),
    ("Police held 1,500 people in 2023 and 1,050 people in 2024.", []),
    (
        "Police arrested 1,500 people.\n\nBy nationality, 600 were Cuban, 500 Haitian and 400 Dominican.",
        [(SUM, True, ["600", "500", "400", "1,500"])],
    ),
    ("Police arrested 1,500 people.\n\nBy nationality, 600 were Cuban, 500 Haitian and 300 Dominican.", []),
    (
        "A total of 1,500 officers from 12 countries took part. Germany sent 600, France 500 and Spain 400.",
        [(SUM, True, ["600", "500", "400", "1,500"])],
    ),
    (
        "The agency removed 1,240 people in May: 640 by air and 600 by land. That is an average of 40 a day.",
        [(SUM, True, ["640", "600", "1,240"])],
    ),
    ("The crossing cost migrants $4,000 each. Officers found 30 people and $120,000 in cash.", []),
    ("Since January, officers have made 600 arrests, about 100 a month.", []),
    (
        "He was arrested on 5 March 2024, and his trial began on 2 May 2024.",
        [(ORDER, True, ["5 March 2024", "2 May 2024"])],
    ),
    ("He was deported on 5 March 2024. The trial of his brother began on 2 May 2024.", []),
    ("Officers seize up to 30 kg a week. Last month they seized 120 kg in four weeks.", []),
]


# Parts, shares, averages and dates that the words tie across sentences, tables and titles, and what only
# looks like it
ACROSS = [
    (
        "Police arrested 113 people in a sweep.\n\nIt took all week. Of the 124, 23 had an earlier conviction.",
        [(AGAIN, False, ["113", "124"])],
    ),
    (
        "Police arrest 45\n\nPolice arrested 45 people.\n\nThe 43 men and two women were charged.",
        [(AGAIN, True, ["45", "45"]), (SUM, True, ["43", "two", "45"])],
    ),
    (
        "Leader gets 12 years\n\nA judge sentenced the leader to 13 years in prison.",
        [(AGAIN, False, ["12 years", "13 years"])],
    ),
    ("Man gets 15 years\n\nProsecutors had asked for 16 years in prison.", []),
    ("Raid nets 30 arrests\n\nOfficers arrested 32 people last month in the same town.", []),
    ("Nineteen charged\n\nProsecutors have charged 17 of the suspects.", []),
    ("Of the 300 arrested, 90 had records. The other 210 did not.", [(SUM, True, ["90", "210", "300"])]),
    ("Of the 300 arrested, 90 had records. The other 230 did not.", [(SUM, False, ["90", "230", "300"])]),
    (
        "Police took 14 guns from the house, nine rifles and five pistols.",
        [(SUM, True, ["nine", "five", "14"])],
    ),
    ("Police took 15 guns from the house, nine rifles and five pistols.", []),
    ("It ends an 18-month investigation. The sweep took place from May 3 to May 5.", []),
    (
        "Police arrested 11 people in the raids. Two of those arrested appeared in court. The other nine were released on bail.",
        [(SUM, True, ["Two", "nine", "11"])],
    ),
    (
        "Eleven people were arrested on Monday. Two have been charged and nine released on bail.",
        [(SUM, True, ["Two", "nine", "Eleven"])],
    ),
    (
        "Police arrested 11 people in the raids. Officers also seized 40 guns. Two of those arrested appeared in court, where they spoke briefly. The other nine were released on bail.",
        [(SUM, True, ["Two", "nine", "11"])],
    ),
    (
        "Raid leads to 23 arrests\n\nTwenty-three people were held. All 23 live in Leeds. Prosecutors have charged 19 of the suspects. They have not charged the other four.",
        [(AGAIN, True, ["23", "Twenty-three", "23"]), (SUM, True, ["19", "four", "23"])],
    ),
    (
        "Nineteen men are wanted. Troopers caught seven of the 19 on Friday. Marines found the other 12 near a lake.",
        [(AGAIN, True, ["Nineteen", "19"]), (SUM, True, ["seven", "12", "19"])],
    ),
    (
        "Troopers caught seven of the 19 fugitives on Friday. Marines found the other 14 near a lake.",
        [(SUM, False, ["seven", "14", "19"])],
    ),
    (
        "Troopers caught seven of the 19 fugitives on Friday. The other two were found near a lake, and ten are at large.",
        [],
    ),
    ("Troopers caught seven of the 19 fugitives on Friday. The other two cars were found near a lake.", []),
    (
        "Troopers caught seven of the 19 fugitives on Friday. The remaining 11 have fled. One died in June.",
        [],
    ),
    (
        "Four of the ten suspects were held in Leeds. Six others were held in York.",
        [(SUM, True, ["Four", "Six", "ten"])],
    ),
    ("Four of the ten suspects were held in Leeds. Five others were held in York.", []),
    (
        "Officers arrested 26 suspects. Nine were jailed. The remaining 17 await trial.",
        [(SUM, True, ["Nine", "17", "26"])],
    ),
    (
        "Police held 14 people. Five men were charged on Friday. Nine others were freed.",
        [(SUM, True, ["Five", "Nine", "14"])],
    ),
    ("Police arrested five men. Two officers and three bystanders were hurt.", []),
    ("Police arrested five men. They seized two guns and three phones.", []),
    ("Police arrested 11 people. Two officers took nine statements.", []),
    (
        "Police rescued nine children. Four are boys and five are girls.",
        [(SUM, True, ["Four", "five", "nine"])],
    ),
    (
        "Coast guards picked up 62 migrants from two boats. The first boat carried 29 people and the second 33.",
        [(SUM, True, ["29", "33", "62"])],
    ),
    (
        "Coast guards picked up 62 migrants from two boats. The first boat carried 29 people and the second 36.",
        [(SUM, False, ["29", "36", "62"])],
    ),
    (
        "Coast guards picked up 62 migrants from four boats. The first boat carried 29 people and the second 36.",
        [],
    ),
    (
        "Three flights took 90 deportees home. The first carried 31 of them, the second 29 and the third 34.",
        [(SUM, False, ["31", "29", "34", "90"])],
    ),
    (
        "Three flights took 90 deportees home. The first carried 31 of them, the second 29 and the third 30.",
        [(SUM, True, ["31", "29", "30", "90"])],
    ),
    (
        "Three flights took 90 deportees home. Thirty-one left on the first, 29 on the second and 34 on the third.",
        [(SUM, False, ["Thirty-one", "29", "34", "90"])],
    ),
    (
        "Police arrested 90 people in three states. Thirty-one were held in Texas, 29 in Utah and 34 in Ohio.",
        [(SUM, False, ["Thirty-one", "29", "34", "90"])],
    ),
    (
        "Police arrested 90 people in five states. Thirty-one were held in Texas, 29 in Utah and 34 in Ohio.",
        [],
    ),
    (
        "Police arrested 90 people in three raids. Thirty-one were women, 29 had convictions and 34 came from Cuba.",
        [],
    ),
    ("Police arrested 90 people in three raids. Thirty-one women, 29 men and 34 Cubans were charged.", []),
    (
        "Forty-one migrants left in January and another 22 in March, which brings the year's transfers to 93 people.",
        [],
    ),
    (
        "Peru sends 30 convicts to Spain\n\nPeru flew 30 convicts to Spain on Monday. Forty-one prisoners left in January and another 22 in March, which brings the transfers so far to 93 people.",
        [(AGAIN, True, ["30", "30"]), (SUM, True, ["30", "Forty-one", "22", "93"])],
    ),
    (
        "Peru flew 30 convicts to Spain on Monday. A previous flight carried 25, bringing the number of convicts sent this year to 55.",
        [(SUM, True, ["30", "25", "55"])],
    ),
    (
        "In the first raid police held 12 people. The second led to 14 arrests. In the third, six men were caught. The three raids produced 32 arrests.",
        [(SUM, True, ["12", "14", "six", "32"])],
    ),
    (
        "Leader gets 12 years\n\nA judge sentenced the leader to 12 years in prison. Two aides received prison terms of eight years and six years. Together the three terms come to 26 years.",
        [
            (AGAIN, True, ["12 years", "12 years"]),
            (SUM, True, ["12 years", "eight years", "six years", "26 years"]),
        ],
    ),
    (
        "A judge sentenced the leader to 12 years in prison. Two aides received prison terms of eight years and six years. Together the three terms come to 29 years.",
        [(SUM, False, ["12 years", "eight years", "six years", "29 years"])],
    ),
    (
        "A gang was jailed for a total of 40 years. The leader was jailed for 15 years. His brother was jailed for 13 years. A driver was jailed for 12 years.",
        [(SUM, True, ["15 years", "13 years", "12 years", "40 years"])],
    ),
    (
        "A judge sentenced the leader to 12 years in prison. The maximum term for the offence is 20 years in prison. Together the sentences come to 44 years.",
        [],
    ),
    (
        "The cargo was made up of 250 crates; 75 of them, or 40 per cent, held weapons.",
        [(SHARE, False, ["75", "250", "40 per cent"])],
    ),
    (
        "The cargo was made up of 250 crates; 75 of them, or 30 per cent, held weapons.",
        [(SHARE, True, ["75", "250", "30 per cent"])],
    ),
    (
        "Police rounded up 250 men; 75 of them, or 40 per cent, were freed.",
        [(SHARE, False, ["75", "250", "40 per cent"])],
    ),
    ("Police searched 80 homes. Drugs turned up in 20 of them (25%).", [(SHARE, True, ["20", "80", "25%"])]),
    (
        "Police searched 80 homes and found drugs in 20, or 35 percent, of them.",
        [(SHARE, False, ["20", "80", "35 percent"])],
    ),
    (
        "Destination | People sent | Buses |\n---|---|---|\nPeru | 90 | 3 |\nChile | 60 | 2 |\nTotal | 150 | 5 |\n\nPeru accounts for 60% of the people sent home.",
        [(SUM, True, ["90", "60", "150"]), (SHARE, True, ["90", "150", "60%"]), (SUM, True, ["3", "2", "5"])],
    ),
    (
        "Destination | People sent | Buses |\n---|---|---|\nPeru | 90 | 3 |\nChile | 60 | 2 |\nTotal | 150 | 5 |\n\nChile made up 40 percent of the total.",
        [
            (SUM, True, ["90", "60", "150"]),
            (SUM, True, ["3", "2", "5"]),
            (SHARE, True, ["60", "150", "40 percent"]),
        ],
    ),
    (
        "Country | Arrests |\n---|---|\nPeru | 90 |\nChile | 60 |\nTotal | 150 |\n\nPeru accounts for 70% of the arrests.",
        [(SUM, True, ["90", "60", "150"]), (SHARE, False, ["90", "150", "70%"])],
    ),
    (
        "Country | Arrests |\n---|---|\nPeru | 90 |\nChile | 60 |\nTotal | 150 |\n\nIn 2019, Peru accounted for 70% of the arrests.",
        [(SUM, True, ["90", "60", "150"])],
    ),
    (
        "Country | Arrests |\n---|---|\nPeru | 90 |\nChile | 60 |\nTotal | 150 |\n\nPeru accounts for 70% of the world's coca.",
        [(SUM, True, ["90", "60", "150"])],
    ),
    (
        "Country | Arrests |\n---|---|\nPeru | 90 |\nChile | 60 |\nTotal | 150 |\n\nMost arrests (60 percent) were made in Peru.",
        [(SUM, True, ["90", "60", "150"]), (SHARE, True, ["90", "150", "60 percent"])],
    ),
    (
        "Destination | People sent | Buses |\n---|---|---|\nPeru | 90 | 3 |\nChile | 60 | 2 |\nTotal | 150 | 5 |\n\nEach bus carried an average of 30 people.",
        [(SUM, True, ["90", "60", "150"]), (SUM, True, ["3", "2", "5"]), (AVERAGE, True, ["150", "5", "30"])],
    ),
    (
        "The agency moved 240 people on eight flights. Each flight carried 30 people on average.",
        [(AVERAGE, True, ["240", "eight", "30"])],
    ),
    (
        "The agency moved 240 people on eight flights. Each flight carried an average of 30 people.",
        [(AVERAGE, True, ["240", "eight", "30"])],
    ),
    (
        "The agency moved 240 people on eight flights. On average, each plane carried 30.",
        [(AVERAGE, True, ["240", "eight", "30"])],
    ),
    (
        "The agency moved 240 people on eight flights, averaging 30 people a flight.",
        [(AVERAGE, True, ["240", "eight", "30"])],
    ),
    (
        "The agency moved 240 people on eight flights. The average flight carried 30 people.",
        [(AVERAGE, True, ["240", "eight", "30"])],
    ),
    (
        "The agency moved 240 people on eight flights, an average of 30 per flight.",
        [(AVERAGE, True, ["240", "eight", "30"])],
    ),
    (
        "The agency moved 240 people on eight flights, an average of 40 per flight.",
        [(AVERAGE, False, ["240", "eight", "40"])],
    ),
    ("The agency moved 240 people on eight flights. Each flight carried an average of 55 bags.", []),
    ("The agency moved 240 people in May. Each flight carried an average of 55 people.", []),
    (
        "Border guards seize $2.7m in cash\n\nBorder guards stopped 12 cars at dawn. The notes found in tyres, boxes and bags came to $2.7m.",
        [(AGAIN, True, ["$2.7m", "$2.7m"])],
    ),
    (
        "Customs destroys £350,000 of fake perfume\n\nOfficers raided four shops. The goods in the cellars are worth £350,000.",
        [(AGAIN, True, ["£350,000", "£350,000"])],
    ),
    (
        "Man fined $5,000 after raid\n\nA court fined the man $5,000 on Friday.",
        [(AGAIN, True, ["$5,000", "$5,000"])],
    ),
    (
        "Police seize 3.4 tonnes of cocaine\n\nOfficers searched two ships. The load, hidden in coal, weighed 3.4 tonnes.",
        [(AGAIN, True, ["3.4 tonnes", "3.4 tonnes"])],
    ),
    (
        "Trafficker jailed\n\nA court sentenced Jon Doe to ten years on 5 June 2025. Detectives took Doe into custody on 3 May 2023. He pleaded guilty on 8 October 2024.",
        [(ORDER, True, ["3 May 2023", "8 October 2024", "5 June 2025"])],
    ),
    (
        "A court sentenced Jon Doe on 5 June 2025. Police arrested Doe on 3 May 2023. Doe pleaded guilty on 8 October 2024.",
        [(ORDER, True, ["3 May 2023", "8 October 2024", "5 June 2025"])],
    ),
    (
        "He was arrested on 3 May 2023, charged on 5 May 2023 and convicted on 8 October 2024.",
        [(ORDER, True, ["3 May 2023", "5 May 2023", "8 October 2024"])],
    ),
    (
        "She was arrested on 3 May 2023. She was extradited to Spain on 1 July 2023 and pleaded guilty on 8 October 2024.",
        [(ORDER, True, ["3 May 2023", "1 July 2023", "8 October 2024"])],
    ),
    ("Police arrested Ann Roe on 3 May 2023. John Poe pleaded guilty on 8 October 2022.", []),
    (
        "Police arrested Roe on 3 May 2023. Roe pleaded guilty on 8 October 2024. A court in Leeds sentenced Roe on 5 June 2025.",
        [(ORDER, True, ["3 May 2023", "8 October 2024", "5 June 2025"])],
    ),
    (
        "The operation led to 500 seizures and 120 arrests in four regions. The table shows every region:\n\nRegion | Seizures | Arrests |\n---|---|---|\nNorth | 120 | 30 |\nEast | 140 | 30 |\nSouth | 100 | 30 |\nWest | 110 | 30 |",
        [(SUM, False, ["120", "140", "100", "110", "500"]), (SUM, True, ["30", "30", "30", "30", "120"])],
    ),
    (
        "The operation led to 500 seizures in four regions.\n\nRegion | Seizures |\n---|---|\nNorth | 120 |\nEast | 140 |\nSouth | 100 |\nWest | 110 |",
        [(SUM, False, ["120", "140", "100", "110", "500"])],
    ),
    (
        "The operation led to 500 seizures in nine regions.\n\nRegion | Seizures |\n---|---|\nNorth | 120 |\nEast | 140 |\nSouth | 100 |\nWest | 110 |",
        [],
    ),
    (
        "The operation led to 500 seizures.\n\nCity | Seizures |\n---|---|\nLeeds | 120 |\nYork | 140 |\nHull | 100 |\nBath | 110 |",
        [],
    ),
    (
        "Police arrested 113 people in a sweep.\n\nThe operation took all week. Of the 104 who stood trial, 23 were freed.",
        [],
    ),
    (
        "Office of the Prosecutor\nMay 5, 2024\n\nRaids in Utah Yield 90 Arrests\n\nPROVO – Police arrested 95 people, the office said.",
        [(AGAIN, False, ["90", "95"])],
    ),
    ("Leader gets 12 years\n\nA judge sentenced the leader to 12.5 years in prison.", []),
    (
        "The country extradited 50 people in 2023 and 75 in 2024, a rise of 50%.",
        [(SHARE, True, ["75", "50", "50%"])],
    ),
    (
        "The country extradited 50 people in 2023 and 75 in 2024, a rise of 20%.",
        [(SHARE, False, ["75", "50", "20%"])],
    ),
    ("Police held 65 people in Leeds and 78 in York, a rise of 40% on last year.", []),
    (
        "Of the 34 detainees, 25 are Spanish, eight French and five Albanian.",
        [(SUM, False, ["25", "eight", "five", "34"])],
    ),
    ("Of the 34 detainees, 20 are Spanish, eight French and five Albanian.", []),
    (
        "The agency removed 1,240 people between 1 and 31 May 2024. That works out at an average of about 60 people a day.",
        [(AVERAGE, False, ["1,240", "between 1 and 31 May 2024", "about 60"])],
    ),
    ("A man was arrested on June 4, and Spain extradited him on July 30.", []),
    ("Twelve of the 40 men were charged. The other 35 counts concern fraud.", []),
    (
        "Gang jailed\n\nA court jailed two men. The first got 12 years and the second got nine years. The two terms follow a total of 30 years handed down in May.",
        [],
    ),
    ("Two boats carried 60 people. One sank with 40 aboard, and the other rescued 35.", []),
    (
        "The raids led to 300 arrests in three cities. The table lists the arrests by charge:\n\nCharge | Arrests |\n---|---|\nRobbery | 120 |\nTheft | 100 |\nFraud | 60 |",
        [],
    ),
    (
        "The operation led to 300 arrests and 80 seizures.\n\nCharge | Arrests | Seizures |\n---|---|---|\nRobbery | 120 | 30 |\nTheft | 100 | 20 |\nFraud | 60 | 15 |",
        [],
    ),
    ("The agency made 120 arrests in two weeks. That is above the average of 40 a month.", []),
    ("The agency made 120 arrests in two weeks. That is about five times the number of last year.", []),
    ("Arrests stood at 400 in 2023 and 500 in 2024. A drop of 10 percent is expected.", []),
    ("The force made 400 arrests in 2023 and 300 stops in 2024, a rise of 20%.", []),
    ("Police held 65 people in Leeds and 78 in York, a rise of 40% on last year.", []),
    ("A man was arrested on June 4, and Spain extradited him on July 30.", []),
    ("Jones was arrested Monday. The suspects were sentenced Monday.", []),
    ("Man gets 17 years\n\nA court sentenced a man to 17.5 years in prison.", []),
    ("Raid nets 30 arrests\n\nPolice charged 27 of the suspects with arrests to follow.", []),
    ("Of the 34 detainees, 25 are men, 20 from Spain and nine from France.", []),
    ("Of the 34 detainees, 25 have Spanish papers and 20 have French ones.", []),
    (
        "Police arrested 34 people in two raids. In the first raid, police seized 20 guns; the second yielded 30 guns.",
        [],
    ),
    (
        "Mexico sent 26 inmates in August and another 29 in May, bringing the total number of inmates handed over this year to 92.",
        [],
    ),
    (
        "Together the two men face charges that carry 40 years. One was sentenced to 12 years in prison and the other to 14 years in prison.",
        [],
    ),
    ("Seven of the ten suspects are Spanish. The other ten detainees, held in March, are French.", []),
    ("Each flight carried an average of 24 people. There were 10 flights with 300 people in May.", []),
    ("The ring sent 40 parcels in 2023 and 30 in 2024. In all, 90 parcels were sent.", []),
]


# Parts told apart from their total, shares of named rows, groups that are counted, events put in order
TOLD_APART = [
    # shares of a row that the text names, fully or not
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nThe Leeds region alone accounted for about 40 per cent of all removals.",
        [(SUM, True, ["400", "350", "250", "1,000"]), (SHARE, True, ["400", "1,000", "about 40 per cent"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nAbout 40 per cent of removals took place in Leeds.",
        [(SUM, True, ["400", "350", "250", "1,000"]), (SHARE, True, ["400", "1,000", "About 40 per cent"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nNearly 41 per cent of all removals were from the Leeds area.",
        [(SUM, True, ["400", "350", "250", "1,000"]), (SHARE, True, ["400", "1,000", "Nearly 41 per cent"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nLeeds was the busiest, with 40 per cent of the total.",
        [(SUM, True, ["400", "350", "250", "1,000"]), (SHARE, True, ["400", "1,000", "40 per cent"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nA quarter of the removals were from the Humber.",
        [(SUM, True, ["400", "350", "250", "1,000"]), (SHARE, True, ["250", "1,000", "A quarter"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nThe Humber’s share was 25 per cent.",
        [(SUM, True, ["400", "350", "250", "1,000"]), (SHARE, True, ["250", "1,000", "25 per cent"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nAt 40 per cent, Leeds had the largest share of removals.",
        [(SUM, True, ["400", "350", "250", "1,000"]), (SHARE, True, ["400", "1,000", "40 per cent"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nLeeds accounts for 40% of removals and West Riding for 35%.",
        [
            (SUM, True, ["400", "350", "250", "1,000"]),
            (SHARE, True, ["400", "1,000", "40%"]),
            (SHARE, True, ["350", "1,000", "35%"]),
        ],
    ),
    (
        "Guns by type\nType | Guns |\n---|---|\nHandguns | 72 |\nShotguns | 18 |\nRifles | 11 |\nTotal | 100 |\n\nHandguns made up 72 per cent of the guns.",
        [(SUM, False, ["72", "18", "11", "100"]), (SHARE, True, ["72", "100", "72 per cent"])],
    ),
    (
        "Guns by type\nType | Guns |\n---|---|\nHandguns | 72 |\nShotguns | 18 |\nRifles | 11 |\nTotal | 100 |\n\nSome 72 per cent of all guns were handguns.",
        [(SUM, False, ["72", "18", "11", "100"]), (SHARE, True, ["72", "100", "Some 72 per cent"])],
    ),
    (
        "Guns by type\nType | Guns |\n---|---|\nHandguns | 72 |\nShotguns | 18 |\nRifles | 11 |\nTotal | 100 |\n\nHandguns made up 92 per cent of the guns.",
        [(SUM, False, ["72", "18", "11", "100"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nLeeds has 12 per cent of the country’s people.",
        [(SUM, True, ["400", "350", "250", "1,000"])],
    ),
    (
        "Removals by region\nRegion | Removals |\n---|---|\nGreater Leeds Area | 400 |\nWest Riding | 350 |\nHumber | 250 |\nAll regions | 1,000 |\n\nThe Leeds area lost 40 per cent of its officers.",
        [(SUM, True, ["400", "350", "250", "1,000"])],
    ),
    # people who share nobody, and a total told before or behind
    (
        "Six charged after drugs raid\n\nSix people have been charged after a raid in Leeds.\n\nPolice arrested four men there on Tuesday shortly before dawn in a flat above a closed shop, and later picked up two women in York.",
        [(AGAIN, True, ["Six", "Six"]), (SUM, True, ["four", "two", "Six"])],
    ),
    (
        "Nine held over fake visas\n\nOfficers searched a shop.\n\nThe five women were taken to Leeds. Four men were held in York.",
        [(SUM, True, ["five", "Four", "Nine"])],
    ),
    (
        "On Monday, police took five men and four women into custody. Prosecutors have charged the nine with fraud.",
        [(SUM, True, ["five", "four", "nine"])],
    ),
    (
        "Police took five men and four women into custody. All nine have been charged.",
        [(SUM, True, ["five", "four", "nine"])],
    ),
    (
        "Police took five men and four women into custody. The nine suspects appeared in court.",
        [(SUM, True, ["five", "four", "nine"])],
    ),
    (
        "Police took five men and four women into custody and charged all nine of them.",
        [(SUM, True, ["five", "four", "nine"])],
    ),
    (
        "Police held five people in Leeds and four in York. The nine are due in court today.",
        [(SUM, True, ["five", "four", "nine"])],
    ),
    (
        "Soldiers found three adults and eight children in the truck. The 11 were taken to a clinic.",
        [(SUM, True, ["three", "eight", "11"])],
    ),
    (
        "Officers arrested three Spaniards and four Belgians. Those seven await extradition.",
        [(SUM, True, ["three", "four", "seven"])],
    ),
    (
        "Seven arrested in drug raids\n\nOfficers searched ten homes.\n\nThree Spanish nationals were caught at the port and four Belgian nationals in a hotel near the airport.",
        [(SUM, True, ["Three", "four", "Seven"])],
    ),
    ("Police took five men and four women into custody. The ten suspects appeared in court.", []),
    ("Police took five men and four women into custody. All nine states sent officers.", []),
    ("Six charged after raid\n\nPolice arrested four men in Leeds. They found two guns.", []),
    ("Six charged after raid\n\nThe six were held. Four men fled, among them two Spaniards.", []),
    # a whole that is divided into so many
    (
        "Officers held 412 people. The 412 fall into three groups: 171 were held over drugs, 128 over weapons and 113 over fuel theft.",
        [(AGAIN, True, ["412", "412"]), (SUM, True, ["171", "128", "113", "412"])],
    ),
    (
        "Officers held 412 people. The 412 fall into three groups: 171 were held over drugs, 128 over weapons and 104 over fuel theft.",
        [(AGAIN, True, ["412", "412"]), (SUM, False, ["171", "128", "104", "412"])],
    ),
    (
        "The 90 suspects belonged to three gangs: 40 to one from Leeds, 30 to one from York and 20 to one from Hull.",
        [(SUM, True, ["40", "30", "20", "90"])],
    ),
    (
        "The 90 suspects were held in three cities: 40 in Leeds, 30 in York and 25 in Hull.",
        [(SUM, False, ["40", "30", "25", "90"])],
    ),
    (
        "The 90 arrests were split between two countries — 50 in Spain and 45 in Portugal.",
        [(SUM, False, ["50", "45", "90"])],
    ),
    (
        "The haul of 90 kg came in three loads: 40 kg, 30 kg and 25 kg.",
        [(SUM, False, ["40 kg", "30 kg", "25 kg", "90 kg"])],
    ),
    (
        "All 412 were taken in two waves: 200 on Monday and 212 on Tuesday.",
        [(SUM, True, ["200", "212", "412"])],
    ),
    (
        "The 412 fall into three groups. Of drug suspects there are 171, of arms dealers 128 and of fuel thieves 113.",
        [(SUM, True, ["171", "128", "113", "412"])],
    ),
    (
        "Police arrested 412 people. They fall into three categories: 171 were held over drugs, 128 over weapons and 104 over fuel theft.",
        [(SUM, False, ["171", "128", "104", "412"])],
    ),
    (
        "The 90 cases were divided into two categories: 50 smuggling cases and 40 fraud cases.",
        [(SUM, True, ["50", "40", "90"])],
    ),
    ("The 412 face three charges: 371 for theft, 28 for fraud and 104 for arson.", []),
    (
        "The 412 fall into three groups: 171 were held over drugs and 128 over weapons; the third awaits a review.",
        [],
    ),
    (
        "The 412 fall into three groups, including 171 held over drugs, 128 over weapons and 104 over fuel.",
        [],
    ),
    ("The 412 came from 30 countries, among them 171 from Peru, 128 from Chile and 104 from Cuba.", []),
    ("The 90 suspects were seen in three cities: more than 40 in Leeds, 30 in York and 25 in Hull.", []),
    ("The 90 suspects were found in two cities: 50 guns in Leeds and 45 guns in York.", []),
    # a count resumed
    (
        "Smugglers’ ring broken up in three countries, 29 held\n\nPolice raided ten homes.\n\nResults:\n- 29 arrests, including four in Spain\n- 41 searches",
        [(AGAIN, True, ["29", "29"])],
    ),
    (
        "Fake visa ring in five cities: 18 arrested\n\nPolice raided ten homes. The 18 suspects are in custody.",
        [(AGAIN, True, ["18", "18"])],
    ),
    (
        "Boat sinks off two islands, 34 dead\n\nThe coast guard has ended its search. The 34 victims were buried.",
        [(AGAIN, True, ["34", "34"])],
    ),
    (
        "In Leeds, police held four men over drugs. The office plans to charge the four men held in Leeds this week.",
        [(AGAIN, True, ["four", "four"])],
    ),
    (
        "* Leeds: police rounded up four men and seized six cars. * York: 13 people were charged.\n\nProsecutors expect to indict the four men held in Leeds.",
        [(AGAIN, True, ["four", "four"])],
    ),
    (
        "Officers found three containers of tyres at the port. A court ordered the destruction of the three containers.",
        [(AGAIN, True, ["three", "three"])],
    ),
    (
        "Two brothers fled to Spain in May. The force said the two brothers would be extradited.",
        [(AGAIN, True, ["Two", "two"])],
    ),
    ("Guards stopped five trucks near Leeds. All five trucks were empty.", [(AGAIN, True, ["five", "five"])]),
    ("Agents freed seven women. Those seven women are in a shelter.", [(AGAIN, True, ["seven", "seven"])]),
    ("Police held four men in Leeds. They want to charge the four men held in York.", []),
    ("Police held four men in Leeds and four men in York. A court freed four men.", []),
    ("Police held four men in Leeds. The four women were freed.", []),
    ("Police held four men in Leeds. A court freed four men on Monday.", []),
    # sums along a row, and between table and text
    (
        "In two years, 86 operations took place and 943 people were arrested.\n\nMeasure | FY2024 | FY2025 |\n---|---|---|\nOperations | 34 | 52 |\nArrests | 410 | 533 |",
        [(SUM, True, ["34", "52", "86"]), (SUM, True, ["410", "533", "943"])],
    ),
    (
        "Agents made 943 arrests.\n\nMeasure | Men | Women |\n---|---|---|\nArrests | 610 | 333 |\nCharges | 400 | 300 |",
        [(SUM, True, ["610", "333", "943"])],
    ),
    (
        "Country | Men | Women | Total |\n---|---|---|---|\nPeru | 20 | 15 | 35 |\nCuba | 30 | 12 | 42 |\nChile | 18 | 11 | 39 |",
        [(SUM, True, ["20", "15", "35"]), (SUM, True, ["30", "12", "42"]), (SUM, False, ["18", "11", "39"])],
    ),
    (
        "Drug | Spring | Autumn | Total |\n---|---|---|---|\nCocaine | 120 kg | 80 kg | 200 kg |\nHeroin | 14 kg | 21 kg | 35 kg |",
        [(SUM, True, ["120 kg", "80 kg", "200 kg"]), (SUM, True, ["14 kg", "21 kg", "35 kg"])],
    ),
    (
        "They held 61 men and 39 women.\n\nResult | Number |\n---|---|\nPeople held | 100 |\nCars seized | 12 |",
        [(SUM, True, ["61", "39", "100"])],
    ),
    (
        "Police made 34 arrests in 2023 and 52 in 2024.\n\nMeasure | Both years |\n---|---|\nArrests | 86 |\nCars seized | 12 |",
        [(SUM, True, ["34", "52", "86"])],
    ),
    (
        "Officers made 36 arrests.\n\nResult | Number |\n---|---|\nMen arrested | 20 |\nWomen arrested | 16 |\nGuns seized | 9 |",
        [(SUM, True, ["20", "16", "36"])],
    ),
    (
        "The force seized 3,400 kg of cocaine in both years.\n\nMeasure | 2023 | 2024 |\n---|---|---|\nCocaine seized | 1,500 kg | 1,900 kg |\nHeroin seized | 300 kg | 10 kg |",
        [(SUM, True, ["1,500 kg", "1,900 kg", "3,400 kg"])],
    ),
    (
        "There were 90 raids.\n\nMeasure | 2023 | 2024 |\n---|---|---|\nRaids | 34 | 52 |\nArrests | 410 | 533 |",
        [],
    ),
    (
        "Officers checked 86 cars.\n\nMeasure | 2023 | 2024 |\n---|---|---|\nRaids | 34 | 52 |\nArrests | 410 | 533 |",
        [],
    ),
    (
        "Place | Raids | Arrests | Total staff |\n---|---|---|---|\nLeeds | 20 | 15 | 61 |\nYork | 30 | 12 | 80 |",
        [],
    ),
    (
        "Officers made 86 arrests.\n\nPlace | Arrests | Deportations |\n---|---|---|\nLeeds | 34 | 52 |\nYork | 30 | 12 |",
        [],
    ),
    # dates put in order by words
    (
        "In raids that started at 5 a.m. on 12 June, police held 14 men. Before the raids, on 9 April, customs had seized 38 kg near Lyon.",
        [(ORDER, True, ["9 April", "12 June"])],
    ),
    (
        "The raids took place on 12 June. On 9 April, two months before the raids, customs had seized 38 kg.",
        [(ORDER, True, ["9 April", "12 June"])],
    ),
    (
        "Police raided ten homes on 12 June. Ahead of the raids, customs had seized 38 kg on 9 April.",
        [(ORDER, True, ["9 April", "12 June"])],
    ),
    (
        "The seizure on 9 April came two months before the raids of 12 June.",
        [(ORDER, True, ["9 April", "12 June"])],
    ),
    (
        "The raids on 12 June followed the seizure of a truck on 9 April.",
        [(ORDER, True, ["9 April", "12 June"])],
    ),
    ("The men were freed on 5 May, days after the raid on 2 May.", [(ORDER, True, ["2 May", "5 May"])]),
    (
        "Following the raid on 2 May, the owner of the shop fled to Spain on 5 May.",
        [(ORDER, True, ["2 May", "5 May"])],
    ),
    (
        "The vote is set for 20 June 2025. Prior to the vote, on 3 May 2025, the minister visited Rome.",
        [(ORDER, True, ["3 May 2025", "20 June 2025"])],
    ),
    (
        "A patrol stopped the boat on 3 May 2024. After that stop, on 8 May 2024, the owner vanished.",
        [(ORDER, True, ["3 May 2024", "8 May 2024"])],
    ),
    (
        "The crash on 3 May 2024 preceded the inquiry of 8 May 2024.",
        [(ORDER, True, ["3 May 2024", "8 May 2024"])],
    ),
    (
        "The seizure on 9 April 2024 came before the raids of 12 March 2024.",
        [(ORDER, False, ["9 April 2024", "12 March 2024"])],
    ),
    ("Before the raids, on 9 April, customs had seized 38 kg. A court sat on 12 June.", []),
    (
        "In raids on 12 June, police held 14 men; other raids followed on 20 June. Before the raids, on 9 April, customs had seized 38 kg.",
        [],
    ),
    ("Before dawn on 9 April, customs seized 38 kg. In raids on 12 June, police held 14 men.", []),
    ("The raids will not take place before 12 June. The plan is of 9 April.", []),
]

# relations that fail beside the same words where they hold, or where they leave a doubt
STATED = [
    (
        "Border police stopped 41 people at the northern bridge and 27 at the southern one. Together the two posts turned back 88 people.",
        [(SUM, False, ["41", "27", "88"])],
    ),
    (
        "Border police stopped 41 people at the northern bridge and 27 at the southern one. Together the two posts turned back 68 people.",
        [(SUM, True, ["41", "27", "68"])],
    ),
    (
        "Detectives seized 120 kg of heroin in Hull, 80 kg in Leeds and 45 kg in York. Taken together, the hauls weighed 275 kg.",
        [(SUM, False, ["120 kg", "80 kg", "45 kg", "275 kg"])],
    ),
    (
        "Agents arrested 12 people in Ghent and 17 in Namur. In all, 39 people were held in the two cities.",
        [(SUM, False, ["12", "17", "39"])],
    ),
    (
        "Agents arrested 12 people in Ghent and 17 in Namur. In all, 39 people were held across the country.",
        [],
    ),
    (
        "Agents arrested 12 people in Ghent and 17 in Namur. Together the cities have reported 39 arrests this year.",
        [],
    ),
    (
        "Police detained 75 people. Fifty were released and the rest, 35 people, remain in custody.",
        [(SUM, False, ["Fifty", "35", "75"])],
    ),
    (
        "Fifteen of the 48 men were deported; the other 38 await a decision.",
        [(SUM, False, ["Fifteen", "38", "48"])],
    ),
    ("Nine men were held in 2023. Four were jailed in May and the other 12 defendants in June.", []),
    (
        "The gang of 24 was made up of 14 Albanians and eight Romanians.",
        [(SUM, False, ["14", "eight", "24"])],
    ),
    ("Twenty-four people, 15 men and 12 women, were arrested.", [(SUM, False, ["15", "12", "Twenty-four"])]),
    ("They include 410 Hondurans, 297 Salvadorans and 188 Nicaraguans.", []),
    (
        "City | Arrests |\nLeeds | 41 |\nHull | 35 |\nYork | 20 |\nTotal | 106 |",
        [(SUM, False, ["41", "35", "20", "106"])],
    ),
    (
        "City | Arrests |\nLeeds | 41 |\nHull | 35 |\nYork | 20 |\nTotal | 96 |",
        [(SUM, True, ["41", "35", "20", "96"])],
    ),
    ("Measure | Number |\nArrests | 41 |\nSearches | 35 |\nTotal seizures | 120 |", []),
    (
        "Border crossings went from 8,000 in 2022 to 6,000 in 2023. That is a drop of 40%.",
        [(SHARE, False, ["6,000", "8,000", "40%"])],
    ),
    (
        "Arrests climbed to 620 in May, up from 500 in April. This represents an increase of 24 per cent.",
        [(SHARE, True, ["620", "500", "24 per cent"])],
    ),
    (
        "Arrests climbed to 620 in May, up from 500 in April. That is an increase of 44 per cent on May last year.",
        [],
    ),
    (
        "Removals nearly tripled from 1,200 in 2021 to 1,900 in 2023.",
        [(SHARE, False, ["1,900", "1,200", "nearly tripled"])],
    ),
    ("Removals nearly tripled from 1,200 in 2021 to 3,400 in 2023.", []),
    (
        "The number of arrests more than doubled to 340, from 210 a year earlier.",
        [(SHARE, False, ["340", "210", "more than doubled"])],
    ),
    ("Arrests doubled as the unit grew from 20 officers to 30.", []),
    (
        "Men made up 80% of the 250 people stopped. A total of 150 men were searched.",
        [(SHARE, False, ["150", "250", "80%"])],
    ),
    ("Men made up 80% of the 250 people stopped. Some 15 men were searched.", []),
    (
        "A quarter of the 200 prisoners, 80 people, were foreign.",
        [(SHARE, False, ["80", "200", "A quarter"])],
    ),
    ("A quarter of the 200 prisoners, 80 of them women, were foreign.", []),
    (
        "Six charter flights took 540 people to Albania in spring. That works out at 120 per flight.",
        [(AVERAGE, False, ["540", "Six", "120"])],
    ),
    (
        "Inspectors imposed fines of £600,000 on 40 restaurants, which comes to £25,000 per business.",
        [(AVERAGE, False, ["£600,000", "40", "£25,000"])],
    ),
    ("Inspectors fined 40 owners a total of £600,000, which comes to £5,000 per site.", []),
    (
        "The siege of the prison ended on 9 May 2024. It had started on 2 May 2024. After the three-week siege the guards returned.",
        [(DURATION, False, ["three-week", "2 May 2024", "9 May 2024"])],
    ),
    (
        "The exercise took place from 3 to 7 June 2024. In those nine days the teams checked 400 lorries.",
        [(DURATION, False, ["nine days", "3 to 7 June 2024"])],
    ),
    ("The exercise took place from 3 to 7 June 2024. Ten days later another began.", []),
    (
        "He was deported to Spain on 6 March 2025. He had been arrested on 22 April 2025.",
        [(ORDER, False, ["22 April 2025", "6 March 2025"])],
    ),
    (
        "He was deported to Spain on 6 March 2023 and came back. He had been arrested again on 22 April 2024.",
        [],
    ),
    (
        "64 held in Hamburg port raids\nGerman police arrested 46 people in raids in the port of Hamburg on Tuesday. They seized 12 cars.",
        [(AGAIN, False, ["64", "46"])],
    ),
    (
        "64 arrested in fraud crackdown\nPolice arrested 41 people in a crackdown on fraud in Madrid.",
        [(AGAIN, False, ["64", "41"])],
    ),
    (
        "64 arrested in fraud crackdown\nPolice arrested 41 people in a crackdown on fraud in Madrid. Dutch police held another 23.",
        [(SUM, True, ["41", "23", "64"])],
    ),
    ("64 held in fraud raids since January\nPolice arrested 41 people in raids over fraud in Madrid.", []),
    # shares and averages told a second time, in another way
    (
        "Thirty of the 80 men on trial were acquitted, which amounts to 52 per cent.",
        [(SHARE, False, ["Thirty", "80", "52 per cent"])],
    ),
    ("Thirty of the 80 men on trial were acquitted, which comes after 52 per cent were in March.", []),
    (
        "The week in figures:\n- 2,000 drivers stopped on the coast road\n- 300 drivers fined (25% of those stopped)\n- 14 cars towed away",
        [(SHARE, False, ["300", "2,000", "25%"])],
    ),
    (
        "The week in figures:\n- 2,000 drivers stopped on the coast road\n- 300 drivers fined (25% of those tested)\n- 14 cars towed away",
        [],
    ),
    (
        "Within eight weeks the unit made 400 arrests, or about 90 a week.",
        [(AVERAGE, False, ["400", "eight weeks", "about 90"])],
    ),
    (
        "In eight weeks 200 officers made 400 arrests, or about 50 a week.",
        [(AVERAGE, True, ["400", "eight weeks", "about 50"])],
    ),
    ("In eight weeks the unit made 400 arrests, or up to 90 a week.", []),
    ("In eight weeks the unit made 400 arrests, or about 90 a week since May.", []),
    ("Of 90 men held, 30 were charged, which amounts to 50 per cent of the suspects known to police.", []),
    (
        "In short:\n- 500 people checked\n- 40 people fined (90% of those checked at night)\n- 3 cars towed away",
        [],
    ),
    ("In eight weeks the unit made 400 arrests, and before that about 90 a week.", []),
    (
        "The 40 judges share 2,400 open cases. Each therefore has about 90 cases to hear.",
        [(AVERAGE, False, ["2,400", "40", "about 90"])],
    ),
    ("The 40 judges share 2,400 open cases. Each may have about 90 cases to hear.", []),
    # time on the run between a flight and an arrest
    (
        "The banker was arrested in Rome in May 2023. He had fled in June 2015. He had been on the run for four years.",
        [(DURATION, False, ["four years", "June 2015", "May 2023"])],
    ),
    (
        "The banker fled the country in June 2015. He was arrested on 9 June 2023 after eight years on the run.",
        [(DURATION, True, ["eight years", "June 2015", "9 June 2023"])],
    ),
    (
        "The banker was arrested in Rome in May 2023. He had fled in June 2015. He had been on the run for four years in Spain.",
        [],
    ),
    (
        "The banker was arrested in Rome in May 2023. His clerk had fled in June 2015. She had been on the run for four years.",
        [],
    ),
    # the demonstrative that is no relative pronoun
    (
        "He was arrested in Rome on 3 March 2024. After that arrest he was extradited to Spain on 4 January 2024.",
        [(ORDER, False, ["3 March 2024", "4 January 2024"])],
    ),
    # amounts of the title and the lead may be of different things
    (
        "Customs seize 2.5 tonnes of cannabis\nOfficers opened a lorry at Calais and seized 2.46 tonnes of cannabis.",
        [],
    ),
    (
        "Customs stop 3.1 tonnes of cannabis\nOfficers found 1.3 tonnes of cannabis in a lorry. A bus carried 1.9 tonnes of cannabis.",
        [],
    ),
    (
        "Customs stop 1.3 tonnes of cannabis\nThe find at Calais takes this year's haul to 3.1 tonnes of cannabis.",
        [],
    ),
]


@pytest.mark.parametrize(
    "case", GOLDEN + MINI_ARTICLES + ACROSS + TOLD_APART + STATED, ids=lambda case: case[0][:60]
)
def test_golden(case):
    text, expected = case
    assert sorted(found(text)) == sorted(expected)


@pytest.mark.parametrize("cases", [MINI_ARTICLES, ACROSS], ids=["mini articles", "across"])
def test_a_third_must_stay_silent(cases):
    assert len(cases) >= 60
    assert sum(not expected for _, expected in cases) >= len(cases) / 3


def test_a_heading_above_the_first_paragraph_is_a_title():
    """The date and the office of a press release stand above its title."""
    rows = tables(
        "Office\n\nMay 5\n\nRaids Yield 90 Arrests\n\nPolice arrested 90 people.\n\nThe 90 Cases\n\nThey were freed."
    ).quantities
    figures = with_headline([figure_of(row) for row in rows.to_dict("records")])
    assert [figure.block for figure in figures][:2] == ["title", "paragraph"]


@pytest.mark.parametrize(
    ("column", "counted"),
    [
        ("People Removed", "people"),
        ("Number of vehicles seized", "vehicles"),
        ("Arrests made (2024)", "arrests"),
        ("January 2025", ""),
        ("2024", ""),
        ("Value", ""),
        ("", ""),
    ],
)
def test_what_a_column_counts(column, counted):
    assert counted_in(column) == counted


def test_columns_offsets_and_arithmetic():
    text = "Sweep ends with 646 arrests\n\nOf the 646 people arrested, 110, or 45 percent, had convictions."
    frame = check(tables(text))
    assert list(frame.columns) == COLUMNS
    failing = frame[~frame.holds.astype(bool)].iloc[0]
    assert failing.about == "110 / 646 = 17.0 %, the text says 45 percent"
    for row in frame.itertuples():
        assert [
            text[start : start + len(quote)] for start, quote in zip(row.starts, row.quotes, strict=True)
        ] == row.quotes


def test_articles_are_kept_apart():
    frame = check(
        tables(
            "Of the 646 people arrested, 543, or 84 percent, had convictions.",
            "Police arrested 36 people: 20 men and 16 women.",
            "Nothing.",
        )
    )
    assert list(frame.article) == ["a0", "a1"]


def test_tolerance():
    text = "Of the 200 people arrested, 100, or 52 percent, had convictions."
    assert [row.holds for row in check(tables(text)).itertuples()] == [False]
    assert [row.holds for row in check(tables(text), tolerance=2).itertuples()] == [True]
    with pytest.raises(ValueError, match="percentage points"):
        check(tables(text), tolerance=-1)


def test_empty_tables():
    frame = check(tables())
    assert list(frame.columns) == COLUMNS
    assert len(frame) == 0


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Police arrested",
                "of the",
                "646",
                "543",
                "84%",
                "or",
                "people",
                ",",
                ":",
                ".",
                "men",
                "and",
                "a total of",
                "over 200",
                "an average of",
                "each",
                "12-day operation",
                "from 3 May to 5 June 2024",
                "on 3 May 2024",
                "was arrested",
                "was deported",
                "0",
                "0%",
                "1.5 tonnes",
                "rose",
                "from",
                "to",
                "20 years in prison",
                "the remaining",
                "10 to 20",
                "\n",
                "\n- ",
                "\nA | B |\n---|---|\nx | 3 | 5% |\n",
                "\x00",
                "$5",
                "nearly",
                "half of",
                "per day",
                "three weeks",
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_text_can_be_checked(text):
    for row in check(tables(text)).itertuples():
        assert [
            text[start : start + len(quote)] for start, quote in zip(row.starts, row.quotes, strict=True)
        ] == row.quotes
        assert row.kind in (SUM, SHARE, AVERAGE, DURATION, ORDER, AGAIN) and row.holds in (True, False)


@pytest.mark.parametrize(
    "piece",
    [
        "646 people, ",
        "Police held 646 people. ",
        "5% of 20, ",
        "- 5 kg\n",
        "from 3 May to 5 June 2024 and ",
        "20 arrests. 3 were men, a total of 4. ",
        "Seven of the 19 fled. The other 12 hid, which brings it to 31. ",
        "Two boats took 90 men. The first took 40 and the second 50. ",
        "Doe pleaded guilty on 3 May 2024. ",
        "Took " + "one and " * 9,
        "The 90 fall into three groups: 40 men, 30 women and 20 boys. ",
        "Before the raids, on 3 May 2024, he fled. The raids began on 5 May 2024. ",
        "\nA | 2023 | 2024 | Total |\n---|---|---|---|\nRaids | 30 | 20 | 50 |\nMen | 3 | 5 | 8 |\n",
    ],
)
def test_time_grows_with_length_only(piece):
    def seconds(size: int) -> float:
        both = tables("Go " + piece * (size // len(piece)))
        start = time.perf_counter()
        check(both)
        return time.perf_counter() - start

    small, large = seconds(10_000), seconds(40_000)
    assert large < 12 * small + 0.5, f"{small:.3f} s for 10,000 characters, {large:.3f} s for 40,000"


def test_word_lists_are_sound():
    words = [(row["word"], row["kind"]) for row in word_list("checks/words")]
    assert len(set(words)) == len(words)
    assert {kind for _, kind in words} == {
        "person",
        "force",
        "generic",
        "action",
        "group",
        "nation",
        "no event",
        "common",
        "any thing",
    }
    assert all(row["value"] for row in word_list("checks/words") if row["kind"] == "action")
    events = {row["event"] for row in word_list("checks/events")}
    assert len({row["words"] for row in word_list("checks/events")}) == len(word_list("checks/events"))
    assert all(
        not words.startswith("…") and not words.endswith("…")
        for row in word_list("checks/events")
        if "…" in (words := row["words"])
    )
    order = {(row["first"], row["then"]) for row in word_list("checks/order")}
    assert {event for pair in order for event in pair} <= events
    assert not any((then, first) in order for first, then in order)
