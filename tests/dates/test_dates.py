"""Golden table, word lists, properties and running time of `helpers.dates.read` and the modules it is made
of."""

import doctest
import importlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import helpers.dates
from helpers.dates.find.grammar import find_expressions
from helpers.dates.read import DateRow, read_dates
from helpers.texts.corpus import Article
from helpers.texts.lists import word_list
from helpers.texts.sentence import sentences
from tests.growth import assert_linear

HERE = Path(helpers.dates.__file__).parent
MODULES = (
    "found",
    "length",
    "publication",
    "quotations",
    "read",
    "words",
    *(f"find.{path.stem}" for path in sorted((HERE / "find").glob("[a-z]*.py"))),
    *(f"resolve.{path.stem}" for path in sorted((HERE / "resolve").glob("[a-z]*.py"))),
)


def rows_of(text: str, published: str = "2025-03-10") -> list[DateRow]:
    article = Article(slug="x", text=text, published=published)
    return read_dates(article, sentences(article))


# Every text is read as published on Monday 10 March 2025. quote | begin | finish | value; nothing after the
# arrow: no row at all.
PLACED = """
Over the past quarter it fell. -> the past quarter | 2024-12-10 | 2025-03-10 | P3M
Arrests fell last year, more than in the previous 12 months. -> last year | 2024-01-01 | 2024-12-31 | 2024 || the previous 12 months | 2023-01-01 | 2023-12-31 | 2023-01-01/2023-12-31
Over the past three years it fell. -> the past three years | 2022-03-10 | 2025-03-10 | P3Y
Held on 15 March 2024. -> 15 March 2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on March 15th, 2024. -> March 15th, 2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on the 15th of March 2024. -> the 15th of March 2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on Fri., Mar. 7, 2025. -> Fri., Mar. 7, 2025 | 2025-03-07 | 2025-03-07 | 2025-03-07
Held on 2024-03-15 at sea. -> 2024-03-15 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on 15/03/2024. -> 15/03/2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on 03/15/2024. -> 03/15/2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on Sept. 30, 2024. -> Sept. 30, 2024 | 2024-09-30 | 2024-09-30 | 2024-09-30
Held in Sept. 2024. -> Sept. 2024 | 2024-09-01 | 2024-09-30 | 2024-09
Held in February of 2024. -> February of 2024 | 2024-02-01 | 2024-02-29 | 2024-02
It ran from March 11 to March 22, 2024. -> March 11 to March 22, 2024 | 2024-03-11 | 2024-03-22 | 2024-03-11/2024-03-22
It ran March 3-7. -> March 3-7 | 2025-03-03 | 2025-03-07 | 2025-03-03/2025-03-07
It ran 3–7 March. -> 3–7 March | 2025-03-03 | 2025-03-07 | 2025-03-03/2025-03-07
It ran from Dec. 28 to Jan. 5, 2025. -> Dec. 28 to Jan. 5, 2025 | 2024-12-28 | 2025-01-05 | 2024-12-28/2025-01-05
It ran between 5 February and 3 March 2025. -> between 5 February and 3 March 2025 | 2025-02-05 | 2025-03-03 | 2025-02-05/2025-03-03
It ran on the night of 2/3 March. -> night of 2/3 March | 2025-03-02 | 2025-03-03 | 2025-03-02/2025-03-03
From Monday 3 to Friday 7 March 2025 they met. -> Monday 3 to Friday 7 March 2025 | 2025-03-03 | 2025-03-07 | 2025-03-03/2025-03-07
It ran from January to March 2024. -> January to March 2024 | 2024-01-01 | 2024-03-31 | 2024-01/2024-03
It ran from 2019 to 2023. -> 2019 to 2023 | 2019-01-01 | 2023-12-31 | 2019/2023
In the 2019–2023 period it fell. -> 2019–2023 | 2019-01-01 | 2023-12-31 | 2019/2023
He was held on Friday. -> Friday | 2025-03-07 | 2025-03-07 | 2025-03-07
Police said Monday that it ended. -> Monday | 2025-03-10 | 2025-03-10 | 2025-03-10
He will appear in court on Friday. -> Friday | 2025-03-14 | 2025-03-14 | 2025-03-14
The talks will go on, aides said Friday. -> Friday | 2025-03-07 | 2025-03-07 | 2025-03-07
The match was postponed until Saturday. -> Saturday | 2025-03-15 | 2025-03-15 | 2025-03-15
He was held last Monday. -> last Monday | 2025-03-03 | 2025-03-03 | 2025-03-03
They meet next Monday. -> next Monday | 2025-03-17 | 2025-03-17 | 2025-03-17
He was held on Feb. 3. -> Feb. 3 | 2025-02-03 | 2025-02-03 | 2025-02-03
He was held on Dec. 3. -> Dec. 3 | 2024-12-03 | 2024-12-03 | 2024-12-03
Sentencing is scheduled for June 3. -> June 3 | 2025-06-03 | 2025-06-03 | 2025-06-03
The trial opens on 2 April. -> 2 April | 2025-04-02 | 2025-04-02 | 2025-04-02
They were remanded until 28 March. -> 28 March | 2025-03-28 | 2025-03-28 | 2025-03-28
A report is due to be published in May. -> May | 2025-05-01 | 2025-05-31 | 2025-05
He was held in May. -> May | 2024-05-01 | 2024-05-31 | 2024-05
In June last year they met. -> June last year | 2024-06-01 | 2024-06-30 | 2024-06
He was held last March. -> last March | 2024-03-01 | 2024-03-31 | 2024-03
It began in late October 2023. -> late October 2023 | 2023-10-21 | 2023-10-31 | 2023-10
It began in mid-February. -> mid-February | 2025-02-11 | 2025-02-20 | 2025-02
It began in early 2024. -> early 2024 | 2024-01-01 | 2024-04-30 | 2024
It began in the late 1980s. -> the late 1980s | 1987-01-01 | 1989-12-31 | 198
It spread in the nineties. -> the nineties | 1990-01-01 | 1999-12-31 | 199
It was founded in the 19th century. -> the 19th century | 1801-01-01 | 1900-12-31 | 18
He fled yesterday. -> yesterday | 2025-03-09 | 2025-03-09 | 2025-03-09
He fled last week. -> last week | 2025-03-03 | 2025-03-09 | 2025-W10
He fled over the weekend. -> the weekend | 2025-03-08 | 2025-03-09 | 2025-W10-WE
He fled last month. -> last month | 2025-02-01 | 2025-02-28 | 2025-02
He fled last summer. -> last summer | 2024-06-01 | 2024-08-31 | 2024-SU
He fled two weeks ago. -> two weeks ago | 2025-02-24 | 2025-03-02 | 2025-W09
He fled three years ago. -> three years ago | 2022-01-01 | 2022-12-31 | 2022
He fled earlier this month. -> earlier this month | 2025-03-01 | 2025-03-10 | 2025-03
So far this year 5 fled. -> So far this year | 2025-01-01 | 2025-03-10 | 2025
In Q3 2024 it fell. -> Q3 2024 | 2024-07-01 | 2024-09-30 | 2024-Q3
In the third quarter of 2024 it fell. -> the third quarter of 2024 | 2024-07-01 | 2024-09-30 | 2024-Q3
In the first half of 2025 it fell. -> the first half of 2025 | 2025-01-01 | 2025-06-30 | 2025-H1
In the first nine months of 2024 it fell. -> the first nine months of 2024 | 2024-01-01 | 2024-09-30 | 2024-01/2024-09
In the last week of February it fell. -> the last week of February | 2025-02-22 | 2025-02-28 | 2025-02-22/2025-02-28
In the year to March 2024 it fell. -> the year to March 2024 | 2023-04-01 | 2024-03-31 | 2023-04/2024-03
In the year ending 30 June 2024 it fell. -> the year ending 30 June 2024 | 2023-07-01 | 2024-06-30 | 2023-07/2024-06
In the 12 months to September 2024 it fell. -> the 12 months to September 2024 | 2023-10-01 | 2024-09-30 | 2023-10/2024-09
In the week of March 3 it fell. -> the week of March 3 | 2025-03-03 | 2025-03-09 | 2025-W10
In the week ending March 9 it fell. -> the week ending March 9 | 2025-03-03 | 2025-03-09 | 2025-03-03/2025-03-09
The group has been active since at least 2016. -> since at least 2016 | 2016-01-01 | 2025-03-10 | 2016
They stay in detention until at least May. -> May | 2025-05-01 | 2025-05-31 | 2025-05
The deadline is 5 p.m. ET on March 31. -> 5 p.m. ET on March 31 | 2025-03-31 | 2025-03-31 | 2025-03-31T17:00
The 2023 and 2024 totals fell. -> 2023 | 2023-01-01 | 2023-12-31 | 2023 || 2024 | 2024-01-01 | 2024-12-31 | 2024
The UK in Q1 of 2024/25. -> Q1 of 2024/25 | 2024-04-01 | 2024-06-30 | FY2024-25-Q1
It fell since Feb. 1 and two days earlier. -> since Feb. 1 | 2025-02-01 | 2025-03-10 | 2025-02-01 || two days earlier | 2025-01-30 | 2025-01-30 | 2025-01-30
Since July 2024 it fell. -> Since July 2024 | 2024-07-01 | 2025-03-10 | 2024-07
It fell since last year. -> since last year | 2024-01-01 | 2025-03-10 | 2024
In calendar year 2023 it fell. -> calendar year 2023 | 2023-01-01 | 2023-12-31 | 2023
In winter 2023-24 it fell. -> winter 2023-24 | 2023-12-01 | 2024-02-29 | 2023-WI
The 2024 election and a 2019 conviction. -> 2024 | 2024-01-01 | 2024-12-31 | 2024 || 2019 | 2019-01-01 | 2019-12-31 | 2019
In 2019, 2020 and 2021 it fell. -> 2019 | 2019-01-01 | 2019-12-31 | 2019 || 2020 | 2020-01-01 | 2020-12-31 | 2020 || 2021 | 2021-01-01 | 2021-12-31 | 2021
On March 3 and 5 it fell. -> March 3 | 2025-03-03 | 2025-03-03 | 2025-03-03 || 5 | 2025-03-05 | 2025-03-05 | 2025-03-05
It fell on June 2 and July 4, 2024. -> June 2 | 2024-06-02 | 2024-06-02 | 2024-06-02 || July 4, 2024 | 2024-07-04 | 2024-07-04 | 2024-07-04
On Christmas Day 2024 it fell. -> Christmas Day 2024 | 2024-12-25 | 2024-12-25 | 2024-12-25
On Easter Monday 2024 it fell. -> Easter Monday 2024 | 2024-04-01 | 2024-04-01 | 2024-04-01
Before Thanksgiving 2024 it fell. -> Thanksgiving 2024 | 2024-11-28 | 2024-11-28 | 2024-11-28
The raid at 6:30 p.m. on Tuesday failed. -> 6:30 p.m. on Tuesday | 2025-03-04 | 2025-03-04 | 2025-03-04T18:30
Early Sunday morning it fell. -> Early Sunday morning | 2025-03-09 | 2025-03-09 | 2025-03-09TMO
ICE removed 5 in fiscal year 2023. -> fiscal year 2023 | 2022-10-01 | 2023-09-30 | FY2023
CBP counted FY 2022 and FY24. -> FY 2022 | 2021-10-01 | 2022-09-30 | FY2022 || FY24 | 2023-10-01 | 2024-09-30 | FY2024
CBP in fiscal years 2022 and 2023. -> fiscal years 2022 | 2021-10-01 | 2022-09-30 | FY2022 || 2023 | 2022-10-01 | 2023-09-30 | FY2023
CBP in the first quarter of fiscal year 2024. -> the first quarter of fiscal year 2024 | 2023-10-01 | 2023-12-31 | FY2024-Q1
Australia in the 2022-23 financial year. -> the 2022-23 financial year | 2022-07-01 | 2023-06-30 | FY2022-23
The UK and the financial year 2023/24. -> the financial year 2023/24 | 2023-04-01 | 2024-03-31 | FY2023-24
Canada removed 5 in 2023-24. -> 2023-24 | 2023-04-01 | 2024-03-31 | FY2023-24
On March 3, 2021, he fled; on June 5 he fell. -> March 3, 2021 | 2021-03-03 | 2021-03-03 | 2021-03-03 || June 5 | 2021-06-05 | 2021-06-05 | 2021-06-05
In the year to March 2023 it was 5, against 4 the year before. -> the year to March 2023 | 2022-04-01 | 2023-03-31 | 2022-04/2023-03 || the year before | 2021-04-01 | 2022-03-31 | 2021-04/2022-03
It fell on March 3. The following day it rose. -> March 3 | 2025-03-03 | 2025-03-03 | 2025-03-03 || The following day | 2025-03-04 | 2025-03-04 | 2025-03-04
In January 2025 it fell from 9 a year earlier. -> January 2025 | 2025-01-01 | 2025-01-31 | 2025-01 || a year earlier | 2024-01-01 | 2024-01-31 | 2024-01
In January 2025 it fell from the same month last year. -> January 2025 | 2025-01-01 | 2025-01-31 | 2025-01 || the same month last year | 2024-01-01 | 2024-01-31 | 2024-01
"""

# As news phrases it: ranges, tense, names with numbers, months as modifiers, years left out, periods. quote |
# begin | finish; a dash: no row.
PROSE = """
Two were held on 8 March. In the next four days police searched ten homes. -> 8 March | 2025-03-08 | 2025-03-08 || the next four days
From December 11, 2023, to February 18, 2024, it fell. -> December 11, 2023, to February 18, 2024 | 2023-12-11 | 2024-02-18
From May 1, 2022, through April 30, 2023, agents held 5. -> May 1, 2022, through April 30, 2023 | 2022-05-01 | 2023-04-30
It ran between June 3, 2024, and July 9, 2024. -> between June 3, 2024, and July 9, 2024 | 2024-06-03 | 2024-07-09
He was held from Jan. 5, 2022, until Feb. 3, 2023. -> Jan. 5, 2022, until Feb. 3, 2023 | 2022-01-05 | 2023-02-03
He was held on May 1, 2022, and June 3, 2023. -> May 1, 2022 | 2022-05-01 | 2022-05-01 || June 3, 2023 | 2023-06-03 | 2023-06-03
He was moved from prison on May 1, 2022, to a clinic, and on June 3, 2023, to a camp. -> May 1, 2022 | 2022-05-01 | 2022-05-01 || June 3, 2023 | 2023-06-03 | 2023-06-03
It ran from October 2023, through January 2024. -> October 2023, through January 2024 | 2023-10-01 | 2024-01-31
By Wednesday the agency had deported 61 people. -> Wednesday | 2025-03-05 | 2025-03-05
By November, investigators had identified nine men. -> November | 2024-11-01 | 2024-11-30
By Saturday, she noted, the police had still not searched it. -> Saturday | 2025-03-08 | 2025-03-08
The agency had deported 61 people by Wednesday. -> Wednesday | 2025-03-05 | 2025-03-05
Only after that arrest could the hearing go ahead, and on 6 February the court approved it. -> 6 February | 2025-02-06 | 2025-02-06
The minister added that Ecuador would extradite seven more people in April. -> April | 2025-04-01 | 2025-04-30
The ministry said on Friday that the base would close on June 30. -> Friday | 2025-03-07 | 2025-03-07 || June 30 | 2025-06-30 | 2025-06-30
In January, she said she would resign. -> January | 2025-01-01 | 2025-01-31
On Friday, he will appear in court. -> Friday | 2025-03-14 | 2025-03-14
On Friday he appeared in court and will return in May. -> Friday | 2025-03-07 | 2025-03-07 || May | 2025-05-01 | 2025-05-31
The man will be tried for shootings that took place in June. -> June | 2024-06-01 | 2024-06-30
Police will use drones that were bought on 3 February. -> 3 February | 2025-02-03 | 2025-02-03
The minister will meet the family of a man arrested on Friday. -> Friday | 2025-03-07 | 2025-03-07
Five suspects will be arraigned on Friday. -> Friday | 2025-03-14 | 2025-03-14
He will remain detained until Friday. -> Friday | 2025-03-14 | 2025-03-14
The court ordered the agency to release him by Friday. -> Friday | 2025-03-14 | 2025-03-14
He must leave the country by 30 April. -> 30 April | 2025-04-30 | 2025-04-30
The agency aims to remove 5,000 people by mid-June. -> mid-June | 2025-06-11 | 2025-06-20
By June, the agency plans to open two centres. -> June | 2025-06-01 | 2025-06-30
By June, half of those arrested will be deported. -> June | 2025-06-01 | 2025-06-30
In May, a court will decide. -> May | 2025-05-01 | 2025-05-31
In May, a court decided that he will stay. -> May | 2024-05-01 | 2024-05-31
The mayor vowed to end the scheme in May. -> May | 2025-05-01 | 2025-05-31
He was scheduled to be sentenced on Feb. 3 but fled. -> Feb. 3 | 2025-02-03 | 2025-02-03
He is scheduled to be sentenced on Feb. 3. -> Feb. 3 | 2026-02-03 | 2026-02-03
The new rules, which take effect on April 1, were signed on Feb. 20. -> April 1 | 2025-04-01 | 2025-04-01 || Feb. 20 | 2025-02-20 | 2025-02-20
Until Friday the bridge was closed. -> Friday | 2025-03-07 | 2025-03-07
She has until March 28 to appeal. -> March 28 | 2025-03-28 | 2025-03-28
The suspects, who will be charged, were caught on Sunday. -> Sunday | 2025-03-09 | 2025-03-09
If convicted he would face trial; on 6 March police searched his home. -> 6 March | 2025-03-06 | 2025-03-06
They were charged under Law 599 of 2000. -> -
Under Act No. 21 of 1996 and Decree No. 83/2005 they can be held. -> -
Regulation (EU) 2016/679 and Directive 2014/41/EU apply. -> -
Under the Immigration Act 1971 and the Extradition Act 2003 it is a crime. -> -
Under UN Security Council Resolution 1373 (2001) states must act. -> -
Public Law 107-56 and Public Law 116-260 allow it. -> -
In Criminal Appeal No. 45 of 2019 the judges agreed. -> -
The Illegal Immigration Reform and Immigrant Responsibility Act of 1996 and the Refugee Act of 1980 apply. -> -
The judge in Case 21-cr-2020 agreed, citing 18 U.S.C. 1956 and section 1546. -> -
It fell under the Prevention of Organised Crime Act, 1998, he said. -> -
Republic Act 9165 and Presidential Decree 1866 apply. -> -
Case C-2023/19 and Ordinance 2019-22 of the council apply. -> -
The first case of 2024 was the worst. -> 2024 | 2024-01-01 | 2024-12-31
Spread over it, the January figure was low. -> January | 2025-01-01 | 2025-01-31
The March figures were low. -> March | 2025-03-01 | 2025-03-31
February’s total was low. -> February | 2025-02-01 | 2025-02-28
After the June raids they fled. -> June | 2024-06-01 | 2024-06-30
In its May report the agency disagreed. -> May | 2024-05-01 | 2024-05-31
Weeks after the March 3 raid they fled. -> Weeks || March 3 | 2025-03-03 | 2025-03-03
The March on Washington and the march figures drew many. -> -
This May ruling may be appealed. -> This May | 2025-05-01 | 2025-05-31
Its August 2024 audit was late. -> August 2024 | 2024-08-01 | 2024-08-31
An April audit found it. -> April | 2024-04-01 | 2024-04-30
April Jones and June Carter and August Wilson spoke. -> -
In December 2023 there were 9. The app closed on January 20. -> December 2023 | 2023-12-01 | 2023-12-31 || January 20 | 2025-01-20 | 2025-01-20
In April 2020 he fled. On 13 June he came back. In September he was held. -> April 2020 | 2020-04-01 | 2020-04-30 || 13 June | 2020-06-13 | 2020-06-13 || September | 2020-09-01 | 2020-09-30
He was held on May 4, 2023. On June 6 he was released. -> May 4, 2023 | 2023-05-04 | 2023-05-04 || June 6 | 2023-06-06 | 2023-06-06
Crossings fell from 137,473 in February 2024 to 8,347 in February. -> February 2024 | 2024-02-01 | 2024-02-29 || February | 2025-02-01 | 2025-02-28
Seizures rose to 9 tonnes, up from 5 in June 2023, and in January to 12. -> June 2023 | 2023-06-01 | 2023-06-30 || January | 2025-01-01 | 2025-01-31
In October 2022 he was held; he was freed in January. -> October 2022 | 2022-10-01 | 2022-10-31 || January | 2023-01-01 | 2023-01-31
By year-end 2024 the US had removed 5. -> year-end 2024 | 2024-12-31 | 2024-12-31
It fell by the end of 2025. -> the end of 2025 | 2025-12-31 | 2025-12-31
They hope to finish by the end of the year. -> the end of the year | 2025-12-31 | 2025-12-31
By the end of the year, 61 had been deported. -> the end of the year | 2024-12-31 | 2024-12-31
It peaked in the summer. -> the summer | 2024-06-01 | 2024-08-31
It will reopen in the spring. -> the spring | 2025-03-01 | 2025-05-31
It peaked in the summer of 2023. -> the summer of 2023 | 2023-06-01 | 2023-08-31
Crossings rise in summer. -> -
The office is open Monday through Friday, 9 a.m. to 5 p.m. -> Monday through Friday || 9 a.m. to 5 p.m.
Open Monday to Friday from 8:30 to 17:00. -> Monday to Friday || 8:30 to 17:00
From Monday to Friday police held 5 people. -> Monday to Friday | 2025-03-03 | 2025-03-07
On the 99th day of the war he fled. -> -
It ran from 30 April-3 May 2024. -> 30 April-3 May 2024 | 2024-04-30 | 2024-05-03
On the night of 3 to 4 February they fled. -> night of 3 to 4 February | 2025-02-03 | 2025-02-04
They were held overnight on Tuesday. -> overnight on Tuesday | 2025-03-04 | 2025-03-04
In Q1-Q3 2024 it fell. -> Q1-Q3 2024 | 2024-01-01 | 2024-09-30
From Q1 2023 to Q2 2024 it fell. -> Q1 2023 to Q2 2024 | 2023-01-01 | 2024-06-30
In the 12 months ended June 2024 it fell. -> the 12 months ended June 2024 | 2023-07-01 | 2024-06-30
In the 12 months ended June 30, 2024, it fell. -> the 12 months ended June 30, 2024 | 2023-07-01 | 2024-06-30
In the first quarter of this year it fell. -> the first quarter of this year | 2025-01-01 | 2025-03-31
In January 2025 it fell, compared with the same period last year. -> January 2025 | 2025-01-01 | 2025-01-31 || the same period last year | 2024-01-01 | 2024-01-31
Arrests rose 5 percent year on year. -> -
Arrests rose year-over-year, month on month and week by week. -> -
They met over the weekend. -> the weekend | 2025-03-08 | 2025-03-09
By mid-2023 it fell. -> mid-2023 | 2023-05-01 | 2023-08-31
On New Year’s Eve they fled. -> New Year’s Eve | 2024-12-31 | 2024-12-31
They meet this coming Monday. -> this coming Monday | 2025-03-17 | 2025-03-17
They met a week ago Tuesday. -> a week ago Tuesday | 2025-02-25 | 2025-02-25
In May of last year it fell. -> May of last year | 2024-05-01 | 2024-05-31
It fell last May. -> last May | 2024-05-01 | 2024-05-31
It opens next spring. -> next spring | 2026-03-01 | 2026-05-31
It fell late last year. -> late last year | 2024-09-01 | 2024-12-31
It fell earlier this year. -> earlier this year | 2025-01-01 | 2025-03-10
It opens later this year. -> later this year | 2025-03-10 | 2025-12-31
It fell over the past 12 months. -> the past 12 months | 2024-03-10 | 2025-03-10
A two-and-a-half-year inquiry, an 18-month-long probe, a 24-hour raid, a decade-long feud. -> two-and-a-half-year || 18-month-long || 24-hour || decade-long
A three-year-old girl, a man in his 30s, women in their mid-40s, a girl of 12, boys aged 9 to 15. -> -
A 14-year-old, two 17-year-olds, an 11-month-old boy and a man, 42, fled. -> -
The class of 2024 met. -> -
The 1994 crime bill and the 2024 election split them. -> 1994 | 1994-01-01 | 1994-12-31 || 2024 | 2024-01-01 | 2024-12-31
The World Cup 2026, Operation 2025, the 2026 Winter Olympics and COP29 are near. -> -
An AR-15, 9mm, a 7.62x39 rifle, an A380, Route 66, Interstate 10, a 3-2 win, a 24-7 score, a Boeing 737. -> -
He paid $2024 for 2,024 pills at 2024 Main Street; call 202-555-0143 or 1300 333 000. -> -
They seized a 1999 Ford and a 2021 Toyota Hilux. -> -
Between 9 and 11 p.m. on Friday they fled. -> Between 9 and 11 p.m. on Friday | 2025-03-07 | 2025-03-07
The Texas Department of Transportation spent $5 in fiscal year 2024. -> fiscal year 2024 | 2023-09-01 | 2024-08-31
The state budget of Ohio rose in FY 2024. -> FY 2024 | 2023-07-01 | 2024-06-30
California's prisons held 90,000 in fiscal year 2023. -> fiscal year 2023 | 2022-07-01 | 2023-06-30
ICE held 300 in fiscal year 2024, the Ohio Department of Health said. -> fiscal year 2024 | 2023-10-01 | 2024-09-30
In fiscal year 2024, which began on July 1, the county held 40. -> fiscal year 2024 | 2023-07-01 | 2024-06-30 || July 1 | 2024-07-01 | 2024-07-01
In state fiscal year 2024 Texas spent $5. -> state fiscal year 2024 | 2023-09-01 | 2024-08-31
It fell in the year through June. -> the year through June | 2023-07-01 | 2024-06-30
From November to January they held 5. -> November to January | 2024-11-01 | 2025-01-31
From mid-November to late January they held 5. -> mid-November to late January | 2024-11-11 | 2025-01-31
It took place in November and December. -> November and December | 2024-11-01 | 2024-12-31
It took place in January and May 2018. -> January | 2018-01-01 | 2018-01-31 || May 2018 | 2018-05-01 | 2018-05-31
It took place from 9-13 December 2024. -> 9-13 December 2024 | 2024-12-09 | 2024-12-13
It took place Dec. 9 through Dec. 13. -> Dec. 9 through Dec. 13 | 2024-12-09 | 2024-12-13
It took place from 25 November to 1 December. -> 25 November to 1 December | 2024-11-25 | 2024-12-01
Since Jan. 20, ICE has held 5. -> Since Jan. 20 | 2025-01-20 | 2025-03-10
Since the start of the year, ICE has held 5. -> Since the start of the year | 2025-01-01 | 2025-03-10
Since last Thursday they have held 5. -> Since last Thursday | 2025-03-06 | 2025-03-10
As of March 5, ICE held 5; as of early 2025 it was 4. -> March 5 | 2025-03-05 | 2025-03-05 || early 2025 | 2025-01-01 | 2025-04-30
In the six months to January it fell. -> the six months to January | 2024-08-01 | 2025-01-31
In the week to March 7 it fell. -> the week to March 7 | 2025-03-01 | 2025-03-07
During the first two weeks of February it fell. -> the first two weeks of February | 2025-02-01 | 2025-02-14
Two days before Christmas it fell. -> Two days || Christmas | 2024-12-25 | 2024-12-25
It fell on the morning of 5 March. -> morning of 5 March | 2025-03-05 | 2025-03-05
On Thursday evening, at about 7 p.m., they fled. -> Thursday evening | 2025-03-06 | 2025-03-06 || 7 p.m.
At 7 a.m. on 5 March, they fled. -> 7 a.m. on 5 March | 2025-03-05 | 2025-03-05
In 2024 alone, and in 2022 and 2023 combined, it fell. -> 2024 | 2024-01-01 | 2024-12-31 || 2022 | 2022-01-01 | 2022-12-31 || 2023 | 2023-01-01 | 2023-12-31
It rose from 400 in 2022 to 900 in 2024. -> 2022 | 2022-01-01 | 2022-12-31 || 2024 | 2024-01-01 | 2024-12-31
He could face up to 20 years in prison and a fine of $250,000. -> up to 20 years
A life term with no parole for 25 years awaits. -> 25 years
He fled in the early 2000s and in the 1990s. -> the early 2000s | 2000-01-01 | 2003-12-31 || the 1990s | 1990-01-01 | 1999-12-31
Published: 5 March 2025, 10:15. -> 5 March 2025, 10:15 | 2025-03-05 | 2025-03-05
He has been in custody since his arrest on Jan. 5. -> Jan. 5 | 2025-01-05 | 2025-01-05
Officers carried out 12 raids in 2024, 9 in 2023 and 7 in 2022. -> 2024 | 2024-01-01 | 2024-12-31 || 2023 | 2023-01-01 | 2023-12-31 || 2022 | 2022-01-01 | 2022-12-31
The strategy covers 2025 to 2030. -> 2025 to 2030 | 2025-01-01 | 2030-12-31
It was the deadliest year since 2019. -> since 2019 | 2019-01-01 | 2025-03-10
“He will be tried,” a prosecutor told reporters on Thursday. -> Thursday | 2025-03-06 | 2025-03-06
The men, expected to be deported, were flown to Dallas on Sunday. -> Sunday | 2025-03-09 | 2025-03-09
Officials expect the figure to rise by December. -> December | 2025-12-01 | 2025-12-31
She is due back in court on 2 April. -> 2 April | 2025-04-02 | 2025-04-02
He was remanded in custody to appear at Leeds Crown Court on 28 March. -> 28 March | 2025-03-28 | 2025-03-28
The two men will appear at a hearing scheduled for Friday. -> Friday | 2025-03-14 | 2025-03-14
Judges will rule on an appeal he filed in January. -> January | 2025-01-01 | 2025-01-31
A conference will be held in Vienna, Austria, in June. -> June | 2025-06-01 | 2025-06-30
The hearing, set for Thursday, was put off. -> Thursday | 2025-03-13 | 2025-03-13
The agency plans to hire 500 officers before October. -> October | 2025-10-01 | 2025-10-31
Police said they will continue the patrols through April. -> April | 2025-04-01 | 2025-04-30
Patrols continued through January. -> January | 2025-01-01 | 2025-01-31
The curfew was lifted on Monday and schools are to reopen on Wednesday. -> Monday | 2025-03-10 | 2025-03-10 || Wednesday | 2025-03-12 | 2025-03-12
It is not clear when he will be sent home, a lawyer said Tuesday. -> Tuesday | 2025-03-04 | 2025-03-04
Since then, and until February, the unit had no chief. -> February | 2025-02-01 | 2025-02-28
The suspect, arrested in Lyon on 3 January, will be handed over. -> 3 January | 2025-01-03 | 2025-01-03
The unit, to be launched in September, will have 40 officers. -> September | 2025-09-01 | 2025-09-30
The fugitive was caught in Lisbon in November and faces trial in May. -> November | 2024-11-01 | 2024-11-30 || May | 2025-05-01 | 2025-05-31
It will take effect on July 1, the governor said on Wednesday. -> July 1 | 2025-07-01 | 2025-07-01 || Wednesday | 2025-03-05 | 2025-03-05
On Wednesday, the governor said it will take effect on July 1. -> Wednesday | 2025-03-05 | 2025-03-05 || July 1 | 2025-07-01 | 2025-07-01
A grand jury indicted the pair on Feb. 26, and they are expected in court on March 19. -> Feb. 26 | 2025-02-26 | 2025-02-26 || March 19 | 2025-03-19 | 2025-03-19
Police plan to question the two suspects who were held on Saturday. -> Saturday | 2025-03-08 | 2025-03-08
He told the court he would leave by 1 May. -> 1 May | 2025-05-01 | 2025-05-01
Under the deal, Panama will accept flights until December. -> December | 2025-12-01 | 2025-12-31
The agreement runs until December. -> December | 2025-12-01 | 2025-12-31
Sentencing: June 3. -> June 3 | 2025-06-03 | 2025-06-03
Next hearing: 14 May. -> 14 May | 2025-05-14 | 2025-05-14
The operation, which ran from January 6 to February 14, netted 61 arrests. -> January 6 to February 14 | 2025-01-06 | 2025-02-14
The operation will run from April 7 to April 18. -> April 7 to April 18 | 2025-04-07 | 2025-04-18
Between Nov. 4 and Nov. 15, officers held 40. -> Between Nov. 4 and Nov. 15 | 2024-11-04 | 2024-11-15
Nationwide, 5 were held in the first week of March. -> the first week of March | 2025-03-01 | 2025-03-07
A 12-day operation in January netted 9. -> 12-day || January | 2025-01-01 | 2025-01-31
He spent three months in detention in 2023. -> three months || 2023 | 2023-01-01 | 2023-12-31
The operation in 2024 failed, the plan of 2023 too. -> 2024 | 2024-01-01 | 2024-12-31 || 2023 | 2023-01-01 | 2023-12-31
In calendar year 2024 it fell. -> calendar year 2024 | 2024-01-01 | 2024-12-31
In the final quarter of 2024 it fell. -> the final quarter of 2024 | 2024-10-01 | 2024-12-31
In the last three months of 2024 it fell. -> the last three months of 2024 | 2024-10-01 | 2024-12-31
In the second half of last year it fell. -> the second half of last year | 2024-07-01 | 2024-12-31
In the first two months of this year it fell. -> the first two months of this year | 2025-01-01 | 2025-02-28
In the first two months of the year it fell. -> the first two months of the year | 2025-01-01 | 2025-02-28
Over the last fiscal year ICE removed 5. -> the last fiscal year | 2023-10-01 | 2024-09-30
So far in fiscal year 2025, CBP held 5. -> fiscal year 2025 | 2024-10-01 | 2025-09-30
In FY2024, through September, ICE held 5. -> FY2024 | 2023-10-01 | 2024-09-30 || September | 2024-09-01 | 2024-09-30
In financial year 2023-24 the ABF held 5. -> financial year 2023-24 | 2023-07-01 | 2024-06-30
The AFP’s 2023–24 annual report says so. -> 2023–24 | 2023-07-01 | 2024-06-30 || annual
Figures for April-June 2024 are out. -> April-June 2024 | 2024-04-01 | 2024-06-30
Figures for the April to December period are out. -> April to December | 2024-04-01 | 2024-12-31
In the early hours of Saturday they fled. -> early hours of Saturday | 2025-03-08 | 2025-03-08
In the early hours of 5 March they fled. -> early hours of 5 March | 2025-03-05 | 2025-03-05
Late on Thursday they fled. -> Late on Thursday | 2025-03-06 | 2025-03-06
At dawn on Thursday they fled. -> At dawn on Thursday | 2025-03-06 | 2025-03-06
On Sunday, March 2, they fled. -> Sunday, March 2 | 2025-03-02 | 2025-03-02
On Tuesday (4 March) they fled. -> Tuesday (4 March) | 2025-03-04 | 2025-03-04
On Thursday 6 March 2025 at 14:30 they fled. -> Thursday 6 March 2025 at 14:30 | 2025-03-06 | 2025-03-06
On the 3rd of February they fled. -> the 3rd of February | 2025-02-03 | 2025-02-03
On 3rd and 4th February they fled. -> 3rd and 4th February | 2025-02-03 | 2025-02-04
In late 2024 and early 2025 it rose. -> late 2024 | 2024-09-01 | 2024-12-31 || early 2025 | 2025-01-01 | 2025-04-30
From late 2023 to early 2025 it rose. -> late 2023 to early 2025 | 2023-09-01 | 2025-04-30
He has lived here for 12 years and was held last week. -> 12 years || last week | 2025-03-03 | 2025-03-09
About a year ago he fled. -> a year ago | 2024-01-01 | 2024-12-31
He fled six months ago. -> six months ago | 2024-09-01 | 2024-09-30
He was held three days after the raid and freed two days later. -> three days || two days
He was sentenced to 25 years to life and fined 500,000 pesos. -> 25 years
He faces between 10 and 15 years in prison. -> 10 and 15 years
He faces a mandatory minimum of 10 years and a maximum of life. -> a mandatory minimum of 10 years
A 90-day pause, a 60-day extension and a six-month visa. -> 90-day || 60-day || six-month
The Sept. 3 hearing and a Jan. 9 memo are public. -> Sept. 3 | 2024-09-03 | 2024-09-03 || Jan. 9 | 2025-01-09 | 2025-01-09
In their 2023 report, the 2024 figures and a 2022 law are named. -> 2023 | 2023-01-01 | 2023-12-31 || 2024 | 2024-01-01 | 2024-12-31 || 2022 | 2022-01-01 | 2022-12-31
Police seized 2,000 doses, 1950 rounds and $1985. -> -
The plane, a Boeing 757-2021, left from Gate 2020 with flight AA2024. -> -
A ranking of 2024’s most wanted came out. -> 2024 | 2024-01-01 | 2024-12-31
Trafficking rose 12% from 2023. -> 2023 | 2023-01-01 | 2023-12-31
Trafficking rose 12% over 2023, compared to 2022 levels. -> 2023 | 2023-01-01 | 2023-12-31 || 2022 | 2022-01-01 | 2022-12-31
He was born in 1987 in Culiacán. -> 1987 | 1987-01-01 | 1987-12-31
The firm, founded in 1998, closed. -> 1998 | 1998-01-01 | 1998-12-31
On 1 January 2025, the law came into force. -> 1 January 2025 | 2025-01-01 | 2025-01-01
Court records filed Wednesday show it. -> Wednesday | 2025-03-05 | 2025-03-05
A statement dated 7 March confirms it. -> 7 March | 2025-03-07 | 2025-03-07
Three officers died Tuesday night when a bus will not stop. -> Tuesday night | 2025-03-04 | 2025-03-04
Juárez, May 2024. Agents, who march daily, may go. -> May 2024 | 2024-05-01 | 2024-05-31 || daily
Monday’s raid and Tuesday’s hearing were calm. -> Monday | 2025-03-10 | 2025-03-10 || Tuesday | 2025-03-04 | 2025-03-04
Friday’s hearing will be short. -> Friday | 2025-03-14 | 2025-03-14
It was the third raid this month and the ninth this year. -> this month | 2025-03-01 | 2025-03-31 || this year | 2025-01-01 | 2025-12-31
In 2021, he was jailed; in May he was freed. -> 2021 | 2021-01-01 | 2021-12-31 || May | 2021-05-01 | 2021-05-31
The bill passed in December and is expected to become law this spring. -> December | 2024-12-01 | 2024-12-31 || this spring | 2025-03-01 | 2025-05-31
Arrests nearly doubled between January and February. -> between January and February | 2025-01-01 | 2025-02-28
Seizures from 1 January to 31 December 2024 rose. -> 1 January to 31 December 2024 | 2024-01-01 | 2024-12-31
Phase two (April–June) begins soon. -> April–June | 2025-04-01 | 2025-06-30 || soon
Four men were charged in connection with the case and are due before magistrates on Thursday. -> Thursday | 2025-03-13 | 2025-03-13
The pair will next appear on 9 April, the court heard on Friday. -> 9 April | 2025-04-09 | 2025-04-09 || Friday | 2025-03-07 | 2025-03-07
The minister, who takes office in April, met police chiefs last week. -> April | 2025-04-01 | 2025-04-30 || last week | 2025-03-03 | 2025-03-09
Talks resume on Wednesday in Geneva. -> Wednesday | 2025-03-12 | 2025-03-12
Parliament votes on the bill on 20 March. -> 20 March | 2025-03-20 | 2025-03-20
Prosecutors say the scheme began in August and ended in December. -> August | 2024-08-01 | 2024-08-31 || December | 2024-12-01 | 2024-12-31
The agency says it has removed 5,000 people since October. -> since October | 2024-10-01 | 2025-03-10
In November, voters rejected the plan; in April they will vote again. -> November | 2024-11-01 | 2024-11-30 || April | 2025-04-01 | 2025-04-30
He said that by July the unit would have 90 officers. -> July | 2025-07-01 | 2025-07-31
He said that by January the unit had 90 officers. -> January | 2025-01-01 | 2025-01-31
Trial is set for Sept. 8. -> Sept. 8 | 2025-09-08 | 2025-09-08
A judge set trial for Sept. 8. -> Sept. 8 | 2025-09-08 | 2025-09-08
The judge scheduled sentencing for Aug. 4. -> Aug. 4 | 2025-08-04 | 2025-08-04
He faces sentencing Aug. 4. -> Aug. 4 | 2025-08-04 | 2025-08-04
A preliminary hearing has been scheduled for March 20. -> March 20 | 2025-03-20 | 2025-03-20
His trial had been set for Feb. 3. -> Feb. 3 | 2025-02-03 | 2025-02-03
The ban, which would have ended in February, stays. -> February | 2025-02-01 | 2025-02-28
Tariffs set to start on April 2 were announced on March 4. -> April 2 | 2025-04-02 | 2025-04-02 || March 4 | 2025-03-04 | 2025-03-04
The two countries signed a treaty on Thursday that will enter into force in June. -> Thursday | 2025-03-06 | 2025-03-06 || June | 2025-06-01 | 2025-06-30
A treaty signed Thursday will enter into force in June. -> Thursday | 2025-03-06 | 2025-03-06 || June | 2025-06-01 | 2025-06-30
Officers seized 9 guns in the raid on Saturday and expect to make more arrests. -> Saturday | 2025-03-08 | 2025-03-08
The ship left Callao on Feb. 10 and was to reach Rotterdam on March 1. -> Feb. 10 | 2025-02-10 | 2025-02-10 || March 1 | 2025-03-01 | 2025-03-01
Applications must be received by 5 p.m. on April 4. -> 5 p.m. on April 4 | 2025-04-04 | 2025-04-04
Anyone who saw the car between 4 p.m. and 6 p.m. on Sunday should call. -> between 4 p.m. and 6 p.m. on Sunday | 2025-03-09 | 2025-03-09
The offences are alleged to have taken place between June and September 2023. -> between June and September 2023 | 2023-06-01 | 2023-09-30
He is accused of killing two men in October. -> October | 2024-10-01 | 2024-10-31
She is charged with smuggling 12 people on Jan. 8. -> Jan. 8 | 2025-01-08 | 2025-01-08
He is believed to have fled in May. -> May | 2024-05-01 | 2024-05-31
The report is based on interviews in April. -> April | 2024-04-01 | 2024-04-30
Deportations are down from December. -> December | 2024-12-01 | 2024-12-31
The army is to take over on Friday. -> Friday | 2025-03-14 | 2025-03-14
The law, passed in December, takes effect in July. -> December | 2024-12-01 | 2024-12-31 || July | 2025-07-01 | 2025-07-31
Mexico will send 10,000 troops, Sheinbaum said on Feb. 3. -> Feb. 3 | 2025-02-03 | 2025-02-03
“We will not stop,” he said at a news conference in Miami on Thursday. -> Thursday | 2025-03-06 | 2025-03-06
Police did not say when he would be charged. He died on Friday. -> Friday | 2025-03-07 | 2025-03-07
He pleaded guilty in November to conspiracy and will serve 10 years. -> November | 2024-11-01 | 2024-11-30 || 10 years
The bust, the biggest since May, could lead to more arrests by June. -> since May | 2024-05-01 | 2025-03-10 || June | 2025-06-01 | 2025-06-30
The office will stay shut through Monday. -> Monday | 2025-03-17 | 2025-03-17
Flights are suspended until April 1. -> April 1 | 2025-04-01 | 2025-04-01
They had until midnight on Friday to leave. -> midnight on Friday | 2025-03-07 | 2025-03-07
The suspect was ordered held until a hearing on March 14. -> March 14 | 2025-03-14 | 2025-03-14
They were released pending a hearing on March 26. -> March 26 | 2025-03-26 | 2025-03-26
A court date of April 9 was set. -> April 9 | 2025-04-09 | 2025-04-09
The next meeting is on 12 June. -> 12 June | 2025-06-12 | 2025-06-12
The first flight took off on Feb. 4, 2025, and the last on Feb. 20. -> Feb. 4, 2025 | 2025-02-04 | 2025-02-04 || Feb. 20 | 2025-02-20 | 2025-02-20
He was arrested in June 2024 and will be sentenced on May 3. -> June 2024 | 2024-06-01 | 2024-06-30 || May 3 | 2025-05-03 | 2025-05-03
On March 3, 2011, it burned. Two days later it fell. -> March 3, 2011 | 2011-03-03 | 2011-03-03 || Two days later | 2011-03-05 | 2011-03-05
He left in 1987 and, a decade later, came back. -> 1987 | 1987-01-01 | 1987-12-31 || a decade later | 1997-01-01 | 1997-12-31
On Nov. 5, 2012, he left. Over the next four days he drove. -> Nov. 5, 2012 | 2012-11-05 | 2012-11-05 || the next four days | 2012-11-06 | 2012-11-09
In 2001 he left. Over the next four years, it will grow. -> 2001 | 2001-01-01 | 2001-12-31 || the next four years
On Nov. 5, 2012, he left. That Thursday he drove. -> Nov. 5, 2012 | 2012-11-05 | 2012-11-05 || That Thursday | 2012-11-08 | 2012-11-08
In the fall of 1999 she left. That winter they moved. -> the fall of 1999 | 1999-09-01 | 1999-11-30 || That winter | 1999-12-01 | 2000-02-29
They vote a week from today. -> a week from today | 2025-03-17 | 2025-03-17
The vote is two weeks from Saturday. -> two weeks from Saturday | 2025-03-29 | 2025-03-29
It fell twenty years ago today. -> twenty years ago today | 2005-03-10 | 2005-03-10
A trial opened on May 2, 2012. On the 21st, the jury left. -> May 2, 2012 | 2012-05-02 | 2012-05-02 || the 21st | 2012-05-21 | 2012-05-21
It will end on the 21st. -> the 21st | 2025-03-21 | 2025-03-21
The shop on the 5th floor is on the 9th green. -> -
They seized 9 tonnes since January, against 5 in the same period of 2023. -> since January | 2025-01-01 | 2025-03-10 || the same period of 2023 | 2023-01-01 | 2023-03-10
In the third quarter of 2024 it lost $5 million, the year-ago quarter $4 million. -> the third quarter of 2024 | 2024-07-01 | 2024-09-30 || the year-ago quarter | 2023-07-01 | 2023-09-30
Sales for the quarter rose 4%. -> the quarter | 2024-10-01 | 2024-12-31
They were sentenced to 14 and 20 months. -> 14 || 20 months
I served 24 years, nineteen of them in uniform. -> 24 years || nineteen
Police took in 90 guns in four weeks, 46 of them antique. -> four weeks
It is more like two and a half, three hours. -> two and a half || three hours
It is read on the first Monday of the quarter. -> -
In the third quarter of 2024 sales rose, as in last year’s first half. -> the third quarter of 2024 | 2024-07-01 | 2024-09-30 || last year’s first half | 2024-01-01 | 2024-06-30
For the nine months ended Sept. 30 it lost $5, against $4 in the year-earlier nine months. -> the nine months ended Sept. 30 | 2024-01-01 | 2024-09-30 || the year-earlier nine months | 2023-01-01 | 2023-09-30
The current quarter will be weak, like the latest quarter. -> The current quarter | 2025-01-01 | 2025-03-31 || the latest quarter | 2024-10-01 | 2024-12-31
In September, sales dropped 12% from a year ago. -> September | 2024-09-01 | 2024-09-30 || a year ago | 2023-09-01 | 2023-09-30
The weekend’s fire left nine dead. -> The weekend | 2025-03-08 | 2025-03-09
In two thousand eight it was sold. -> two thousand eight | 2008-01-01 | 2008-12-31
In two thousand eight cases he won. -> -
It began in June 2016, and 2017 brought trains. -> June 2016 | 2016-06-01 | 2016-06-30 || 2017 | 2017-01-01 | 2017-12-31
On July 8, 2019, it burned. The next week, they returned. -> July 8, 2019 | 2019-07-08 | 2019-07-08 || The next week | 2019-07-15 | 2019-07-21
They return the next week. -> the next week | 2025-03-17 | 2025-03-23
In August 2023, police raided a farm. A month later, in September, they raided a second. -> August 2023 | 2023-08-01 | 2023-08-31 || A month later | 2023-09-01 | 2023-09-30 || September | 2023-09-01 | 2023-09-30
In 2022 he moved to Spain. He was arrested there in January. -> 2022 | 2022-01-01 | 2022-12-31 || January | 2025-01-01 | 2025-01-31
The CBP One app launched in January 2023. The government closed it on Jan. 20. -> January 2023 | 2023-01-01 | 2023-01-31 || Jan. 20 | 2025-01-20 | 2025-01-20
The gang formed in 2019. By November, it ran six ports. -> 2019 | 2019-01-01 | 2019-12-31 || November | 2024-11-01 | 2024-11-30
The AFP and the NSW Police charged a 29-year-old on Thursday 27 February 2025. -> Thursday 27 February 2025 | 2025-02-27 | 2025-02-27
He is expected to face Downing Centre Local Court today (10 March, 2025). -> today | 2025-03-10 | 2025-03-10 || 10 March, 2025 | 2025-03-10 | 2025-03-10
Flights peaked in November/December 2020. -> November/December 2020 | 2020-11-01 | 2020-12-31
They fled yesterday (March 9) and today, 10 March. -> yesterday | 2025-03-09 | 2025-03-09 || March 9 | 2025-03-09 | 2025-03-09 || today, 10 March | 2025-03-10 | 2025-03-10
They fled on Thursday morning, March 6, 2025. -> Thursday morning, March 6, 2025 | 2025-03-06 | 2025-03-06
They fled from Tuesday (4 March) to Friday (7 March). -> Tuesday (4 March) to Friday (7 March) | 2025-03-04 | 2025-03-07
ICE has grown over the last two years. -> the last two years | 2023-03-10 | 2025-03-10
The past month was quiet. -> The past month | 2025-02-10 | 2025-03-10
She saw him in the last two weeks of the trial. -> the last two weeks
He spent his last three months at home. -> last three months
Until then he had lived there for the past ten years. -> the past ten years
In June 2019 police counted 40 cases over the past two years. -> June 2019 | 2019-06-01 | 2019-06-30 || the past two years
it started in late september of last year and ended in october. -> late september of last year | 2024-09-21 | 2024-09-30 || october | 2024-10-01 | 2024-10-31
we may march on in august company on monday. -> monday | 2025-03-10 | 2025-03-10
That is less than the 60 held on 5 March; 27 were held two days before. -> 5 March | 2025-03-05 | 2025-03-05 || two days before | 2025-03-03 | 2025-03-03
The maximum penalty for this offence is 25 years’ imprisonment. -> 25 years
The maximum penalty is life imprisonment or 10 years' jail. -> 10 years
Between January 1 and February 28, agents detained 8,213 people. -> Between January 1 and February 28 | 2025-01-01 | 2025-02-28
During fiscal years 2022 through 2024, CBP seized 70,000 pounds. -> fiscal years 2022 through 2024 | 2021-10-01 | 2024-09-30
From October 1, 2024 through February 28, 2025, CBP seized 5. -> October 1, 2024 through February 28, 2025 | 2024-10-01 | 2025-02-28
Del 1 al 5 de marzo the forces held nine. -> -
From October 1 to date, 40,000 people were returned. -> October 1 to date | 2024-10-01 | 2025-03-10
In the first 50 days of the Trump administration, ICE made 32,809 arrests. -> the first 50 days
Since October 1, 2024, 17,234 people have been detained. -> Since October 1, 2024 | 2024-10-01 | 2025-03-10
In the last 24 hours, 12 labs were dismantled. -> the last 24 hours
On March 8 and 9, soldiers destroyed 3 labs. -> March 8 and 9 | 2025-03-08 | 2025-03-09
On March 6, 7 and 9 they held four. -> March 6 | 2025-03-06 | 2025-03-06 || 7 | 2025-03-07 | 2025-03-07 || 9 | 2025-03-09 | 2025-03-09
The week of March 3-9 was quiet. -> The week of March 3-9 | 2025-03-03 | 2025-03-09
Operation Frontera Norte, begun on February 5, 2025, goes on. -> February 5, 2025 | 2025-02-05 | 2025-02-05
The raid, on 14 November last year, led to 9 arrests. -> 14 November last year | 2024-11-14 | 2024-11-14
The man, 34, of Leeds, was jailed for 12 years and six months on Friday, March 7. -> 12 years and six months || Friday, March 7 | 2025-03-07 | 2025-03-07
He was jailed for a total of 21 years at Woolwich Crown Court on 28 February. -> 21 years || 28 February | 2025-02-28 | 2025-02-28
The offences took place between 14 and 18 October 2023. -> between 14 and 18 October 2023 | 2023-10-14 | 2023-10-18
The NCA’s two-year investigation ended in the summer of 2024. -> two-year || the summer of 2024 | 2024-06-01 | 2024-08-31
Two decades after 9/11, the agency has 260,000 staff. -> Two decades || 9/11 | 2001-09-11 | 2001-09-11
More than 20 years later the treaty still stands. -> More than 20 years
The first phase lasted from January through the end of June 2024. -> January through the end of June 2024 | 2024-01-01 | 2024-06-30
Since the beginning of 2024 the unit has held 9. -> Since the beginning of 2024 | 2024-01-01 | 2025-03-10
The number fell by half between 2022 and 2024. -> between 2022 and 2024 | 2022-01-01 | 2024-12-31
It has doubled since 2020/21. -> since 2020/21 | 2020-01-01 | 2025-03-10
As of March 1, 2025, the force had 9,000 officers. -> March 1, 2025 | 2025-03-01 | 2025-03-01
Effective April 1, fees rise. -> April 1 | 2025-04-01 | 2025-04-01
On or about January 14, 2025, he crossed the river. -> January 14, 2025 | 2025-01-14 | 2025-01-14
In or around June 2023 he joined the gang. -> June 2023 | 2023-06-01 | 2023-06-30
From at least 2018 to 2023 he led it. -> 2018 to 2023 | 2018-01-01 | 2023-12-31
Beginning in 2019 and continuing until May 2022, he sold pills. -> 2019 | 2019-01-01 | 2019-12-31 || May 2022 | 2022-05-01 | 2022-05-31
A federal grand jury returned the indictment Thursday. -> Thursday | 2025-03-06 | 2025-03-06
If convicted, he faces a maximum of 20 years in federal prison. -> a maximum of 20 years
He was arrested last Thursday, Feb. 27, in Tampa. -> last Thursday, Feb. 27 | 2025-02-27 | 2025-02-27
Last Thursday, he was arrested. -> Last Thursday | 2025-03-06 | 2025-03-06
Next month, the two presidents will meet. -> Next month | 2025-04-01 | 2025-04-30
They met for the second time in as many weeks. -> -
The 10th-largest bust in the 20-year history of Task Force 2. -> 20-year
At 5:40 a.m. Wednesday, agents entered. -> 5:40 a.m. Wednesday | 2025-03-05 | 2025-03-05
A 911 call at 10:15 p.m. March 4 led them there. -> 10:15 p.m. March 4 | 2025-03-04 | 2025-03-04
They seized 10 kg on 2 March, 12 kg on 3 March and 5 kg on 4 March. -> 2 March | 2025-03-02 | 2025-03-02 || 3 March | 2025-03-03 | 2025-03-03 || 4 March | 2025-03-04 | 2025-03-04
About 1,400 of the 2,300 pills, 61% of 2,300, were sold in 2024. -> 2024 | 2024-01-01 | 2024-12-31
The 2024-2025 budget and the 2025 budget rose. -> 2024-2025 | 2024-01-01 | 2025-12-31 || 2025 | 2025-01-01 | 2025-12-31
A one-time fee, a first-time offender, a full-time job, two-thirds of it, one in five, day-to-day work. -> -
A second shipment, a minute amount, the latter half, a quarter of the men, a month-old kitten. -> -
The mission is in its third year. -> -
It is the fifth straight month of decline. -> -
Police in Mar del Plata and Dec officials in Sun City met Sen. May and Judge April May. -> -
The Women’s March, Augusta, Marchmont and Maynard are names. -> -
Theresa May and April Smith said June Osborne would go. -> -
Summer Lee and Autumn Reed met in the Fall River court. -> -
He owns a 2019 BMW, a .45-caliber pistol, a 12-gauge gun and 1,950 rounds. -> -
The 1951 Refugee Convention and its 1967 Protocol apply. -> -
Protocol 2000 and the Palermo Convention of 2000 apply. -> -
The Treaty of 1978 binds them, and so does the 1978 treaty. -> 1978 | 1978-01-01 | 1978-12-31
Under the 2013 Act and a 2013 act he was tried. -> 2013 | 2013-01-01 | 2013-12-31
Executive Order 14159 and Proclamation 10886 came first. -> -
Title 42 ended in May 2023, and Title 8 has applied since. -> May 2023 | 2023-05-01 | 2023-05-31
Agents found 14 pounds of meth on Feb. 21 and, on Feb. 23, nine more. -> Feb. 21 | 2025-02-21 | 2025-02-21 || Feb. 23 | 2025-02-23 | 2025-02-23
The Marine Unit will patrol the lake until the season ends in October. -> October | 2025-10-01 | 2025-10-31
The EU agency opened an office in 2023 and will open a second in 2026. -> 2023 | 2023-01-01 | 2023-12-31 || 2026 | 2026-01-01 | 2026-12-31
In a statement on Wednesday, the FBI said it would send 40 agents. -> Wednesday | 2025-03-05 | 2025-03-05
Speaking on Sunday, he said the wall would be finished by August. -> Sunday | 2025-03-09 | 2025-03-09 || August | 2025-08-01 | 2025-08-31
After a court ruled in February that the flights must stop, they stopped. -> February | 2025-02-01 | 2025-02-28
The court, which ruled on Jan. 15, will hear more in April. -> Jan. 15 | 2025-01-15 | 2025-01-15 || April | 2025-04-01 | 2025-04-30
Anyone convicted since January will be deported. -> since January | 2025-01-01 | 2025-03-10
It could have been worse, police said Saturday. -> Saturday | 2025-03-08 | 2025-03-08
He had hoped to leave by Friday, but was held. -> Friday | 2025-03-14 | 2025-03-14
Interpol will host the meeting, first held in May 2019, in Lyon on 5 June. -> May 2019 | 2019-05-01 | 2019-05-31 || 5 June | 2025-06-05 | 2025-06-05
The drugs were to be shipped in January. -> January | 2025-01-01 | 2025-01-31
A ceasefire agreed on Thursday will last until April 30. -> Thursday | 2025-03-06 | 2025-03-06 || April 30 | 2025-04-30 | 2025-04-30
Brazil is to host the summit in November. -> November | 2025-11-01 | 2025-11-30
Seven people have been arrested so far, with more raids planned for Tuesday. -> Tuesday | 2025-03-11 | 2025-03-11
In the coming weeks police will act. -> In the coming weeks
At the end of February, 43,000 were held. -> the end of February | 2025-02-28 | 2025-02-28
At the end of last month, 43,000 were held. -> the end of last month | 2025-02-28 | 2025-02-28
By the end of March, 50,000 will be held. -> the end of March | 2025-03-31 | 2025-03-31
In early March, 43,000 were held. -> early March | 2025-03-01 | 2025-03-10
The seizures of late January were larger. -> late January | 2025-01-21 | 2025-01-31
"""

# Words that look like dates and are none.
NOTHING = """
It may rise. May it fall. They march on. The Women's March drew many. Will fell.
The second man had a second phone; a fall in crime; a quarter of all people; a second line of two.
A 37-year-old man, aged 37, and a six-month-old baby; she is 18 years of age; 12 years old; children ages 6 months and older.
Under 8 U.S.C. 1326, section 2024, Title 18 and the Immigration Act 1971; the Act of 1990; Article 450-1; H.R. 2024.
National Public Security Strategy 2024-2030; Agenda 2030; Operation Ghost 2024; World Cup 2026; the 2026 World Cup.
Call 866-347-2423 or 1-800-555-2020; flight 1985; Room 2020; I-95; Highway 2020; 65% of 1,326; 2,024 people.
It fell in the first 20 months of 2024. Police met on March 3-5 and 9-7. He paused for a second after a quarter of it.
A total of 2000 pills in 1500 homes; $2024; £1999; 2000 people; MS-13; No. 2023; p. 1999; 10-12 officers; 4/5 of it.
It was a long-term plan with short-term gains, as soon as possible, no earlier than needed.
The Future of Border Work; the future of the service; the most recent raid; a raid more recent than that.
"""

# quote | type | value | mod; with a plus: measured or placed; with a minus: vague.
OTHERS = """
An eight-day sweep. -> + eight-day | DURATION | P8D |
It took 48 hours. -> + 48 hours | DURATION | PT48H |
It took a fortnight. -> + a fortnight | DURATION | P2W |
He has thirty (30) days and got five (5) years. -> + thirty (30) days | DURATION | P30D | || + five (5) years | DURATION | P5Y |
A 3- to 5-year term, or a two- to six-day trip. -> + 3- to 5-year | DURATION | P3Y/P5Y | || + two- to six-day | DURATION | P2D/P6D |
He got one and half years, or 2-to-4 years. -> + one and half years | DURATION | P1.5Y | || + 2-to-4 years | DURATION | P2Y/P4Y |
He got 307 years. -> + 307 years | DURATION | P307Y |
He got about five years. -> + about five years | DURATION | P5Y | APPROX
He got more than 20 years. -> + more than 20 years | DURATION | P20Y | MORE_THAN
He got up to 10 years. -> + up to 10 years | DURATION | P10Y | EQUAL_OR_LESS
He got at least 18 months. -> + at least 18 months | DURATION | P18M | EQUAL_OR_MORE
It took two and a half years. -> + two and a half years | DURATION | P2.5Y |
It took a year and a half. -> + a year and a half | DURATION | P1.5Y |
It took half an hour. -> + half an hour | DURATION | PT30M |
It took twenty-five years. -> + twenty-five years | DURATION | P25Y |
It took a couple of years. -> + a couple of years | DURATION | P2Y |
He got 15 years and eight months. -> + 15 years and eight months | DURATION | P188M |
He got five to 10 years. -> + five to 10 years | DURATION | P5Y/P10Y |
A year in prison and a week-long wait. -> + A year | DURATION | P1Y | || + week-long | DURATION | P1W |
Two weeks later it fell. -> + Two weeks | DURATION | P2W |
Three years after the raid it fell. -> + Three years | DURATION | P3Y |
It fell recently. -> - recently | DATE | PAST_REF |
The recent raid led to a recent surge. -> - recent | DATE | PAST_REF | || - recent | DATE | PAST_REF |
It is now closed. -> - now | DATE | PRESENT_REF |
It ends soon. -> - soon | DATE | FUTURE_REF |
It fell in recent years. -> - in recent years | DURATION | PXY |
It fell over the past few years. -> - the past few years | DURATION | PXY |
He was jailed for two years and 14 months. -> + two years | DURATION | P2Y | || + 14 months | DURATION | P14M |
It lasted for some millennia. -> - some millennia | DURATION | PXY |
He was held for two years and three days. -> + two years and three days | DURATION | P2Y3D |
It took several weeks. -> - several weeks | DURATION | PXW |
It fell for decades. -> - decades | DURATION | PXDE |
It happens daily. -> - daily | SET | P1D |
It happens every Monday. -> - every Monday | SET | XXXX-WXX-1 |
They met twice a week. -> - a week | SET | P1W |
It opens 24 hours a day and 24/7. -> - 24 hours a day | SET | PT24H | || - 24/7 | SET | P1D |
It began at 6 a.m. sharp. -> - 6 a.m. | TIME | T06:00 |
"""


def cases(table: str) -> list[tuple[str, list[list[str]]]]:
    lines = [line.split(" -> ") for line in table.strip().splitlines()]
    return [
        (text, [[part.strip() for part in row.split("|")] for row in expected.split(" || ")])
        for text, expected in lines
    ]


@pytest.mark.parametrize(("text", "expected"), cases(PLACED))
def test_placed_on_the_calendar(text, expected):
    assert [[row.quote, row.begin, row.finish, row.value] for row in rows_of(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases(PROSE))
def test_news_prose(text, expected):
    expected = [[*row, "", ""][:3] for row in expected if row != ["-"]]
    assert [[row.quote, row.begin, row.finish] for row in rows_of(text)] == expected


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_words_that_are_no_dates(text):
    assert [row.quote for row in rows_of(text)] == []


@pytest.mark.parametrize(("text", "expected"), cases(OTHERS))
def test_lengths_sets_times_and_vague_words(text, expected):
    rows = [["- " if row.vague else "+ ", row.quote, row.type, row.value, row.mod] for row in rows_of(text)]
    assert [[vague + quote, *rest] for vague, quote, *rest in rows] == expected
    assert all(not row.begin and not row.finish and row.year_from == "none" for row in rows_of(text))


@pytest.mark.parametrize(
    ("text", "published", "begin", "year_from"),
    [
        ("He was held on March 3, 2021.", "2025-03-10", "2021-03-03", "text"),
        ("He was held on March 3.", "2025-03-10", "2025-03-03", "publication"),
        ("He fled on March 1, 2021, and was held on March 3.", "2025-03-10", "2021-03-03", "context"),
        ("He was held on March 3.", "", "", "none"),
        ("He fled on March 1, 2021.\n\nHe was held on March 3.", "", "2021-03-03", "context"),
        ("He was held on March 3.", "2025-03", "2025-03-03", "publication"),
        ("He was held on March 3.", "2025", "2025-03-03", "publication"),
        ("He was held on Monday.", "2025-03", "", "none"),
        ("He was held last month.", "2025-03", "2025-02-01", "publication"),
        ("HOUSTON, March 10, 2025 — He was held on Friday.", "", "2025-03-07", "dateline"),
        ("HOUSTON, March 10 (AP) — He was held on Friday.", "2025-03", "2025-03-07", "publication"),
        ("March 10, 2025\n\nHe was held on Friday.", "", "2025-03-07", "dateline"),
        ("Posted: March 10, 2025\n\nA judge freed him on February 27.", "", "2025-02-27", "dateline"),
        ("10 March 2025\n\nA judge freed him last month.", "", "2025-02-01", "dateline"),
        ("March 10, 2025\n\nA judge freed him on February 27.", "2025-03-11", "2025-02-27", "publication"),
        (
            "Ecuador would extradite seven more people in March, he added.",
            "2025-02-16",
            "2025-03-01",
            "publication",
        ),
        (
            "In December 2023, at the peak, there were 9. The app closed on January 20.",
            "2025-04-02",
            "2025-01-20",
            "publication",
        ),
        (
            "It began in June 2024 with a tip. In September police raided a home.",
            "2025-06-11",
            "2024-09-01",
            "context",
        ),
        (
            "It began in June 2024 with a tip. In April police raided a home.",
            "2025-06-11",
            "2025-04-01",
            "publication",
        ),
        (
            "It began in June 2021 with a tip. In August police raided a home.",
            "2025-11-11",
            "2021-08-01",
            "context",
        ),
        (
            "Seizures rose 31 percent from 14 tonnes in January 2024. In February they fell.",
            "2025-03-10",
            "2025-02-01",
            "publication",
        ),
        (
            "He was arrested in June 2024 and will be tried on May 3.",
            "2025-03-10",
            "2025-05-03",
            "publication",
        ),
        ("By the end of December the force had made 9 arrests.", "2025-01-05", "2024-12-31", "publication"),
        ("A court date was set for Jan. 14.", "2025-12-30", "2026-01-14", "publication"),
    ],
)
def test_where_the_year_comes_from(text, published, begin, year_from):
    row = rows_of(text, published)[-1]
    assert (row.begin, row.year_from, row.vague) == (begin, year_from, not begin)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Held on 05/03/2024.", "2024-XX-XX"),
        ("Held on 05/03/2024, released on 25/03/2024.", "2024-03-05"),
        ("Held on 05/03/2024 by police in the UK.", "2024-03-05"),
        ("Held on 05/03/2024 in the United States.", "2024-05-03"),
        ("Held on 05/06/2025.", "2025-XX-XX"),
        ("Held on 04/03/2025.", "2025-03-04"),  # 3 April 2025 lies after the publication
    ],
)
def test_order_of_day_and_month_is_not_guessed(text, value):
    assert rows_of(text)[0].value == value


def test_fiscal_year_without_a_country_has_no_dates():
    (row,) = rows_of("Output rose in fiscal year 2023.")
    assert (row.value, row.begin, row.precision, row.vague) == ("FY2023", "", "fiscal year", True)


@pytest.mark.parametrize("name", ["FY~2024", "fiscal~year 2024", "fiscal year~2024"])
def test_a_line_may_end_inside_a_fiscal_year(name):
    quote = name.replace("~", "\n")
    (row,) = rows_of(f"Agents of the U.S. agency held more people in {quote} than before.")
    assert (row.quote, row.begin) == (quote, "2023-10-01")


def test_sentence_and_offsets():
    article = Article(slug="x", text="One.\n\nIt fell on May 5, 2024. It rose.", published="2025-03-10")
    (row,) = read_dates(article, sentences(article))
    assert article.text[row.start : row.end] == row.quote == "May 5, 2024"
    assert (row.sentence, row.sentence_start, row.block) == ("It fell on May 5, 2024.", 6, "paragraph")


def test_months_in_tables():
    text = "Arrests | February | March |\n---|---|---|\nMay | 6 | 7 |\n"
    assert [row.quote for row in rows_of(text)] == ["February", "March", "May"]


def test_table_cells():
    text = "Title\nState | 2023 | 2024 |\n---|---|---|\nOhio | 2021 pills | 1999 |\n"
    assert [row.quote for row in rows_of(text)] == ["2023", "2024", "1999"]


# ---- word lists
# -----------------------------------------------------------------------------------------------------------


def test_word_lists_are_sound():
    words = word_list("dates/en/words")
    assert len({(row["kind"], row["word"]) for row in words}) == len(words)
    valued = {
        "month": "[1-9]|1[0-2]",
        "state_year": "[1-9]|1[0-2]",
        "weekday": "[0-6]",
        "number": r"\d+",
        "ordinal": r"-?\d+",
        "unit": r"\d*[DWMY]|T[SMH]",
        "season": "SP|SU|FA|WI",
        "daypart": "MO|MI|AF|EV|NI|DT",
        "part": "START|MID|END",
        "year_cue": "(?:sure)?",
        "release_word": "(?:again)?",
        "qualifier": "APPROX|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE",
    }
    plain = {
        "measure",
        "determiner",
        "year_verb",
        "name_number",
        "function",
        "duration_before",
        "rate_before",
        "reporting",
        "future",
        "present",
        "timetable",
        "timetable_plural",
        "over_before",
        "money",
        "put_off",
        "directive",
        "past",
        "either",
        "arranged",
        "event_to_come",
        "falls_due",
        "demand",
        "bare_verb",
        "telling",
        "release_filler",
        "medium",
        "history",
        "foretold",
        "lasting",
        "told_for",
        "paper",
    }
    assert {row["kind"] for row in words} == set(valued) | plain
    shared = {row["kind"] for row in word_list("dates/en/kinds") if row["list"] == "words"}
    for row in words:
        assert row["word"] == row["word"].strip().lower() != ""
        assert re.fullmatch(valued.get(row["kind"], ""), row["value"]), row
        assert row["why"] or row["kind"] in valued or row["kind"] in shared, row


def test_vague_expressions_are_sound():
    rows = word_list("dates/en/vague")
    assert len({row["phrase"] for row in rows}) == len(rows)
    for row in rows:
        assert row["type"] in ("DATE", "TIME", "DURATION", "SET")
        assert re.fullmatch(
            r"(?:PAST|PRESENT|FUTURE)_REF|T(?:NI|MO)|P(?:X(?:[YMWD]|DE)?|T?\d+[YMWDH])", row["value"]
        ), row
        assert any(
            found.kind in ("vague", "set") and found.value == row["value"]
            for found in find_expressions(f"It is {row['phrase']}.")
        ), row


def test_holidays_are_sound():
    rows = word_list("dates/en/holidays")
    assert len({(row["name"], row["country"]) for row in rows}) == len(rows)
    for row in rows:
        assert bool(row["easter"]) + bool(row["day"]) + bool(row["nth"]) == 1, row
        assert row["easter"] or 1 <= int(row["month"]) <= 12
        name = row["name"][0].upper() + row["name"][1:]
        (found,) = rows_of(f"It fell on {name}{'' if row['year'] else ' 2024'}.")
        assert found.precision == "day" and found.begin[:4] == (row["year"] or "2024"), row


def test_countries_are_sound():
    rows = word_list("dates/countries")
    cues = [cue for row in rows for cue in row["cues"].split(";")]
    assert len(set(cues)) == len(cues) and all(cue == cue.strip() != "" for cue in cues)
    for row in rows:
        assert 1 <= int(row["first_month"]) <= 12
        assert (
            row["named_after"] in ("begin", "end")
            and row["day_order"] in ("MDY", "DMY", "")
            and row["hemisphere"] in ("N", "S")
            and row["why"]
        )


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_the_documentation(module):
    result = doctest.testmod(importlib.import_module(f"helpers.dates.{module}"))
    assert result.attempted and not result.failed


# ---- properties
# -----------------------------------------------------------------------------------------------------------

PIECES = (
    "March",
    "May",
    "Mon.",
    "Friday",
    "last",
    "the",
    "of",
    "to",
    "first half",
    "week",
    "year",
    "years",
    "2024",
    "31",
    "30th",
    "-",
    "–",
    "/",
    "and",
    "since",
    "between",
    "ago",
    "FY",
    "Q3",
    "6 p.m.",
    "'90s",
    "19th century",
    "two",
    "a",
    "half",
    "every",
    "Easter",
    "early",
    "29 February 2023",
    "99",
    "0",
    ",",
    ".",
    "until",
    "ending",
    "next",
    "several",
    "decades",
    "|",
    "(",
    "U.S.",
    "financial year",
    "9999",
    "0000",
    "12/12/9999",
    "century",
    "overnight",
    "\n\n",
    "\x00",
    "é",
    "١٢",
)


def check(text: str, published: str) -> None:
    article = Article(slug="x", text=text, published=published)
    end = 0
    for row in read_dates(article, sentences(article)):
        assert text[row.start : row.end] == row.quote and row.start >= end
        end = row.end
        assert row.type in ("DATE", "TIME", "DURATION", "SET") and row.value and row.precision
        assert row.year_from in ("text", "context", "publication", "dateline", "none") and (
            row.year_from != "none"
        ) <= bool(row.begin)
        measured = row.type == "DURATION" and row.precision == "duration"
        assert row.vague == (not row.begin and not measured)
        assert text[row.sentence_start : row.sentence_start + len(row.sentence)] == row.sentence
        if row.finish:
            assert date.fromisoformat(row.begin) <= date.fromisoformat(row.finish)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12),
    st.sampled_from(("", "2025-03-10", "2024-02", "2025", "0001-01-01", "9999-12-31")),
)
def test_any_order_of_date_words(pieces, published):
    check(" ".join(pieces), published)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.sampled_from(("", "2025-03-10")))
def test_any_text(text, published):
    check(text, published)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "12/",
        "two ",
        " ",
        "2024-",
        "March ",
        "the first half of ",
        "since ",
        "early ",
        "week of ",
        "March 3, ",
        "2019, 2020 and ",
        "a year and ",
        "one hundred and ",
        "the ",
        "between ",
        "1,000,",
        "6:30 ",
        "to ",
        "days ",
        "(",
        "Q1 ",
        "'9",
        "years ago ",
    ],
)
def test_time_is_linear(piece):
    assert growth(lambda size: find_expressions((piece * size)[:size]))


@pytest.mark.parametrize(
    "piece",
    [
        "On May 5, 2024 it fell. It rose on May 6. ",
        "ICE in FY2023 and 2021-22. ",
        "Held on 05/03/2024; last spring.\n\n",
        "It fell since 2018, by Friday and in 2020,",
        "By May he will, said and on 3 May",
        "would be held and ",
    ],
)
@pytest.mark.parametrize("published", ["", "2025-03-10"])
def test_time_is_linear_for_articles(piece, published):
    assert growth(lambda size: rows_of((piece * size)[:size], published))


def growth(read: Callable[[int], object]) -> bool:
    """Whether the work grows in proportion to the text; fails inside if not."""
    assert_linear(lambda size: lambda: read(size), 4_000)
    return True
