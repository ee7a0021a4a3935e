"""Kinds of dates where a wrong value looks right: from real texts and public bug reports, and our own of other
shapes. A line is: day of publication | text -> quote begin finish; ..."""

import pytest

from helpers.dates import DateRow, read_dates
from helpers.texts import Article, sentences

KINDS = """
2024-05-10 | Profit rose in the year ended March 31. For the current year it expects 9%. -> the year ended March 31 2023-04-01 2024-03-31; the current year 2024-04-01 2025-03-31
2024-05-10 | Profit rose in the year ended December 31. For the current year it expects 9%. -> the year ended December 31 2023-01-01 2023-12-31; the current year 2024-01-01 2024-12-31
2024-10-08 | The year so far has seen 40 fires. -> The year so far 2024-01-01 2024-10-08
2024-10-08 | It was the biggest catch of the year so far, and the month so far was calm. -> the year so far 2024-01-01 2024-10-08; the month so far 2024-10-01 2024-10-08
2024-10-08 | He was mayor for the year so farmers paid less. ->
2024-10-11 | A Sunday Mail poll found that 41% would vote for another party. ->
2024-10-11 | The Sunday Times reported that the minister had known. ->
2024-10-11 | He told the Mail on Sunday that he would resign. ->
2024-10-11 | A Sunday Independent/Ireland Thinks survey put the party on 24%. ->
2024-10-11 | Sheffield Wednesday lost 2-0. ->
2024-10-11 | He said so on Sunday. Mail was found in the hall. -> Sunday 2024-10-06 2024-10-06
2024-10-11 | A Sunday market fire killed two. -> Sunday 2024-10-06 2024-10-06
2025-06-02 | The May Day march drew 4,000 people. -> The May Day 2025-05-01 2025-05-01
2025-06-02 | It was the hottest May day since records began. -> May 2025-05-01 2025-05-31
2024-01-31 | Call us between 9am and 5pm, Monday to Friday. ->
2024-01-31 | Phone 0800 123 456, 8 a.m. to 6 p.m. Monday through Friday. ->
2024-01-31 | Lines are open from 8am to 8pm Monday to Saturday. ->
2024-01-31 | He was questioned from 9am to 5pm on Monday. -> 9am to 5pm on Monday 2024-01-29 2024-01-29
2025-06-02 | Brigades attended 212 call-outs between Friday and Sunday. -> between Friday and Sunday 2025-05-30 2025-06-01
2025-02-06 | The number fell to 1,184 in 2024, 296 fewer than a year earlier. -> 2024 2024-01-01 2024-12-31; a year earlier 2023-01-01 2023-12-31
2025-02-06 | Exports were 9% less than a year ago; in May it was two cases more than a year before. -> a year ago 2024-01-01 2024-12-31; May 2024-05-01 2024-05-31; a year before 2023-05-01 2023-05-31
2025-02-06 | He was arrested more than a year earlier and freed less than a month before. ->
2026-10-15 | He died early on Aug. 11, 2024. Two friends survived. He was arrested 18 days later, on Aug. 29, at home. -> early on Aug. 11, 2024 2024-08-11 2024-08-11; Aug. 29 2024-08-29 2024-08-29
2026-10-15 | She was hired in June 2023. The thefts were found on Nov. 4, some five months later. -> June 2023 2023-06-01 2023-06-30; Nov. 4 2023-11-04 2023-11-04
2026-10-15 | The ship sank on 12 May 2022. On 3 March, ten weeks earlier, it had been inspected. -> 12 May 2022 2022-05-12 2022-05-12; 3 March 2022-03-03 2022-03-03
2024-07-23 | The Ministry will publish figures for the third quarter in October. -> the third quarter 2024-07-01 2024-09-30; October 2024-10-01 2024-10-31
2024-07-23 | It rained in the second half of March. -> the second half of March 2024-03-16 2024-03-31
2025-02-06 | Arrests by county, 2023 -> 2023 2023-01-01 2023-12-31
2025-02-06 | Explosives Substances Act, 1908 ->
2024-05-06 | The ship sank in 2019. Two weeks earlier the crew had left. -> 2019 2019-01-01 2019-12-31
2024-05-06 | Nine drowned in the summer of 2023; a year earlier it was four. -> the summer of 2023 2023-06-01 2023-08-31; a year earlier 2022-06-01 2022-08-31
2024-05-06 | He was held in May 2019. Two years earlier he had fled. -> May 2019 2019-05-01 2019-05-31; Two years earlier 2017-05-01 2017-05-31
2024-05-06 | He died on 3 March 2020. Two months and five days earlier he had left. -> 3 March 2020 2020-03-03 2020-03-03; Two months and five days earlier 2019-12-29 2019-12-29
2024-05-06 | He died on 3 March 2020. She left two months and five days ago. -> 3 March 2020 2020-03-03 2020-03-03; two months and five days ago 2024-03-01 2024-03-01
2024-05-06 | He was seen on 6 March 2024; in the past four months 40 were held. -> 6 March 2024 2024-03-06 2024-03-06
2024-05-06 | He was seen on 7 March 2024; in the past four months 40 were held. -> 7 March 2024 2024-03-07 2024-03-07; the past four months 2024-01-06 2024-05-06
2024-05-06 | In 2022 it was planned, and the court was opened early this year. -> 2022 2022-01-01 2022-12-31; early this year 2024-01-01 2024-04-30
2024-05-14 | On May 6 he said that the men would go Friday. -> May 6 2024-05-06 2024-05-06; Friday 2024-05-10 2024-05-10
2024-05-13 | On May 6 he said that the men would go Friday. -> May 6 2024-05-06 2024-05-06; Friday 2024-05-17 2024-05-17
2024-05 | RENO, May 1, 2024 — Police held a man yesterday. -> May 1, 2024 2024-05-01 2024-05-01; yesterday 2024-04-30 2024-04-30
2024-05-06 | He comes every day in May and every year in late June. -> May 2024-05-01 2024-05-31; late June 2024-06-21 2024-06-30
2024-05-06 | U.S. arrests fell in the first half of fiscal years 2021 and 2022. -> the first half of fiscal years 2021 2020-10-01 2021-03-31; 2022 2021-10-01 2022-03-31
2020-12-08 | U.S. arrests rose from July 2020 to September 2020, more than in the same three months of FY2019. -> July 2020 to September 2020 2020-07-01 2020-09-30; the same three months of FY2019 2019-07-01 2019-09-30
2020-08-08 | U.S. seizures fell in October 2019 through June 2020, from the same nine months of FY2019. -> October 2019 through June 2020 2019-10-01 2020-06-30; the same nine months of FY2019 2018-10-01 2019-06-30
2020-08-08 | U.S. arrests rose from January 2020 to March 2020, more than in the same three months of FY19. -> January 2020 to March 2020 2020-01-01 2020-03-31; the same three months of FY19 2019-01-01 2019-03-31
2020-08-08 | Sales fell, compared with the same quarter last year. -> the same quarter last year 2019-04-01 2019-06-30
2020-08-08 | Arrests rose in the second quarter of 2020, more than in the same quarter last year. -> the second quarter of 2020 2020-04-01 2020-06-30; the same quarter last year 2019-04-01 2019-06-30
2020-08-08 | Arrests rose from January 2020 to March 2020, more than in the same period of 2018. -> January 2020 to March 2020 2020-01-01 2020-03-31; the same period of 2018 2018-01-01 2018-03-31
2020-08-08 | Arrests rose on 3 May 2020, more than on the same day last year. -> 3 May 2020 2020-05-03 2020-05-03; the same day last year 2019-05-03 2019-05-03
2025-10-27 | The board declared a dividend of 12 cents, payable Dec. 15 to holders of record Nov. 17. -> Dec. 15 2025-12-15 2025-12-15; Nov. 17 2025-11-17 2025-11-17
2025-10-27 | The seller took a deposit, refundable until Dec. 12. -> Dec. 12 2025-12-12 2025-12-12
2025-01-09 | The board had declared a dividend payable Dec. 15. -> Dec. 15 2024-12-15 2024-12-15
2025-10-27 | The judge rejected an order that the boy remain in Miami until Dec. 6. -> Dec. 6 2025-12-06 2025-12-06
2025-10-27 | The council demanded that the road be cleared by Nov. 14. -> Nov. 14 2025-11-14 2025-11-14
2025-10-27 | The ship came on 21 July. Two days later, on 23 July, it was searched. -> 21 July 2025-07-21 2025-07-21; 23 July 2025-07-23 2025-07-23
2024-06-30 | They were deported on 9 May, one week later, and came back. -> 9 May 2024-05-09 2024-05-09
2024-06-30 | He was held on 9 May. One week later he was freed. -> 9 May 2024-05-09 2024-05-09; One week later 2024-05-16 2024-05-16
2024-06-30 | The mill closed in 2011. It had been sold at least two years earlier. -> 2011 2011-01-01 2011-12-31
2025-09-22 | He was removed on Jan. 14, 2021, and was taken into custody on Sept. 9. -> Jan. 14, 2021 2021-01-14 2021-01-14; Sept. 9 2025-09-09 2025-09-09
2025-11-22 | He was removed on Jan. 14, 2021, and was taken into custody on Sept. 9. -> Jan. 14, 2021 2021-01-14 2021-01-14; Sept. 9 2021-09-09 2021-09-09
2025-09-22 | He was held on July 20, 2024, and charged on Sept. 9. -> July 20, 2024 2024-07-20 2024-07-20; Sept. 9 2024-09-09 2024-09-09
2025-02-04 | They held 12,500 in 2024, by figures published last Tuesday. Two years earlier, it was 14,050. -> 2024 2024-01-01 2024-12-31; last Tuesday 2025-01-28 2025-01-28; Two years earlier 2022-01-01 2022-12-31
2025-09-30 | From 2012 on, the ring sold drugs. It shipped arms from May 2020 onwards. -> 2012 on 2012-01-01 2025-09-30; May 2020 onwards 2020-05-01 2025-09-30
2025-09-30 | From 2012 on the coast they fished. -> 2012 2012-01-01 2012-12-31
2025-09-30 | Profit in the fiscal fourth quarter ended Aug. 31 rose, after the third fiscal quarter ended May 31. -> the fiscal fourth quarter ended Aug. 31 2025-06-01 2025-08-31; the third fiscal quarter ended May 31 2025-03-01 2025-05-31
2025-09-30 | It is a year-round job for babies as young as six weeks and a child aged 11 months to 16 years. ->
1989-10-30 | In the third quarter it lost $5 million. A year ago, Acme posted a profit of $4 million. -> the third quarter 1989-07-01 1989-09-30; A year ago 1988-07-01 1988-09-30
1989-10-30 | In the third quarter it lost $5 million. A year ago the company earned $4 million. -> the third quarter 1989-07-01 1989-09-30; A year ago 1988-07-01 1988-09-30
1989-10-30 | In the third quarter sales fell. A year ago he was a mechanic. -> the third quarter 1989-07-01 1989-09-30; A year ago 1988-01-01 1988-12-31
2025-11-14 | He died Sunday. His funeral is Saturday. -> Sunday 2025-11-09 2025-11-09; Saturday 2025-11-15 2025-11-15
2025-11-14 | The vote is on Tuesday. The hearings are Monday. -> Tuesday 2025-11-18 2025-11-18; Monday 2025-11-17 2025-11-17
2025-11-14 | The deadline is Friday, and today is Friday. -> Friday 2025-11-14 2025-11-14; today 2025-11-14 2025-11-14; Friday 2025-11-14 2025-11-14
2025-11-14 | The vote was Tuesday. -> Tuesday 2025-11-11 2025-11-11
2025-09-30 | Families wait during the summer heat; crops fail in the winter cold, and the spring rains came. ->
2025-09-30 | Families waited in the summer. They wait over the summer weekends. -> the summer 2025-06-01 2025-08-31; the summer 2025-06-01 2025-08-31
2023-11-02 | In the first nine months seizures rose by a third. -> the first nine months 2023-01-01 2023-09-30
2023-12-05 | In the first 11 months seizures rose by a third. -> the first 11 months 2023-01-01 2023-11-30
2024-05-08 | He was seen three Fridays ago. -> three Fridays ago 2024-04-19 2024-04-19
2024-05-10 | He was seen two Fridays ago. -> two Fridays ago 2024-04-26 2024-04-26
2024-05-08 | Seizures by year, 1950: 41; 1951: 38. -> 1950 1950-01-01 1950-12-31; 1951 1951-01-01 1951-12-31
2024-05-08 | In March 25 people were held. -> March 2024-03-01 2024-03-31
2024-05-08 | In March 17 years ago men met. -> March 17 years ago 2007-03-01 2007-03-31
2024-05-08 | In late May 40 farmers met. -> late May 2024-05-21 2024-05-31
2024-05-08 | Arrests fell in January through June 2023; they had risen in the previous six months. -> January through June 2023 2023-01-01 2023-06-30; the previous six months 2022-07-01 2022-12-31
2024-05-08 | Her son was born in May 2019. He left the following March. -> May 2019 2019-05-01 2019-05-31; following March 2020-03-01 2020-03-31
2024-05-08 | See the room, 2019: it has 41 beds. ->
2024-02-29 | Fires have burned this winter. -> this winter 2023-12-01 2024-02-29
2024-12-01 | Fires have burned this winter. -> this winter 2024-12-01 2025-02-28
2024-08-31 | The dam dried up that summer. -> that summer 2024-06-01 2024-08-31
2024-05-08 | The dam was built in May 2019. It dried up that winter. -> May 2019 2019-05-01 2019-05-31; that winter 2019-12-01 2020-02-29
2024-05-08 | Arrests in England in 1990-91 and 1989-90 fell. -> 1990-91 1990-04-01 1991-03-31; 1989-90 1989-01-01 1990-12-31
2016-01-20 | In the year ending March theft fell. -> the year ending March 2014-04-01 2015-03-31
2016-02-20 | In the year ending March theft may fall. -> the year ending March 2015-04-01 2016-03-31
2017-10-12 | Crossings fell to 404 a day in March. -> March 2017-03-01 2017-03-31
2019-06-03 | Wages rose to $15 an hour in January. -> January 2019-01-01 2019-01-31
2015-01-29 | The cell was broken up two months and five days ago. -> two months and five days ago 2014-11-24 2014-11-24
2021-08-17 | She died a year and a day ago. -> a year and a day ago 2020-08-16 2020-08-16
2021-08-17 | The law is one year and six months old. ->
2024-06-01 | The Cold War (1945–1989) split the city. -> 1945–1989 1945-01-01 1989-12-31
2024-06-01 | Agents made 9,460 arrests, one quarter of which were of women with debts. ->
2021-02-20 | Check back in mid-Feb, the court said. -> mid-Feb 2021-02-11 2021-02-20
2021-02-20 | The raids had begun in early Oct. and stopped in Jan. -> early Oct. 2020-10-01 2020-10-10; Jan. 2021-01-01 2021-01-31
2021-02-20 | Jan Novak met Mar Ruiz at the Sun pub in Mar del Plata. ->
2025-03-14 | Cases filed in Dec-24, Jan-25 and 3/1/25 - 3/11/25. -> Dec-24 2024-12-01 2024-12-31; Jan-25 2025-01-01 2025-01-31; 3/1/25 - 3/11/25 2025-03-01 2025-03-11
2025-03-14 | The gliders May-24 and Oct-12 flew over the bay. ->
2021-11-11 | See 1/2/21-3/2/21 and 11/2/21 in the files of Ohio. -> 1/2/21-3/2/21 2021-01-02 2021-03-02; 11/2/21 2021-11-02 2021-11-02
2021-02-01 | The audit covered 2-3-20 to 11-30-20, the Ohio board said. -> 2-3-20 to 11-30-20 2020-02-03 2020-11-30
2021-02-01 | Call 555-12-20 or see case 12-31-20-A. ->
2022-06-15 | In Fiscal Year (FY) 2021, ERO made arrests. -> Fiscal Year (FY) 2021 2020-10-01 2021-09-30
2020-01-15 | The U.S. budget for fiscal year '19 and FYs 2016 and 2017. -> fiscal year '19 2018-10-01 2019-09-30; FYs 2016 2015-10-01 2016-09-30; 2017 2016-10-01 2017-09-30
2017-12-05 | The report covers removals by ICE during the fiscal year of 2017. -> the fiscal year of 2017 2016-10-01 2017-09-30
2025-01-10 | ICE spent more in FY 2020-24. -> FY 2020-24 2019-10-01 2024-09-30
2017-12-05 | Figure 1: Interior and border removals by ICE, 2008–2017 -> 2008–2017 2008-01-01 2017-12-31
2008-05-01 | Figure 5: Pages 2008–2017 of the ledger ->
2025-08-21 | Asylum claims rose in the year ending June 2025. Small boats account for 39% in the last year. -> the year ending June 2025 2024-07-01 2025-06-30; the last year 2024-07-01 2025-06-30
2016-10-20 | In the year ending March 2016 theft fell, to the lowest since 1983. Fraud rose compared with the previous year. -> the year ending March 2016 2015-04-01 2016-03-31; since 1983 1983-01-01 2016-10-20; the previous year 2014-04-01 2015-03-31
2016-10-20 | Theft rose in 2014. It was up 4% on the previous year. -> 2014 2014-01-01 2014-12-31; the previous year 2013-01-01 2013-12-31
2021-06-21 | One raid was on Thursday, Jun. 17, and one on Jul. 2, 2020. -> Thursday, Jun. 17 2021-06-17 2021-06-17; Jul. 2, 2020 2020-07-02 2020-07-02
2020-12-11 | The U.S. total of FY 2019 was up on the previous fiscal year. -> FY 2019 2018-10-01 2019-09-30; the previous fiscal year 2017-10-01 2018-09-30
2017-03-01 | Crossings fell by nearly three quarters in May 2016. -> May 2016 2016-05-01 2016-05-31
2017-03-01 | Questions nos. 412 and 1708 were asked on 04.03.2016. -> 04.03.2016 2016-03-04 2016-03-04
2022-02-18 | In the third quarter of 2020/21 the UK total fell. -> the third quarter of 2020/21 2020-10-01 2020-12-31
2019-07-01 | Users in 2017 were 30% more than in 2009. Many used opioids in the previous year. -> 2017 2017-01-01 2017-12-31; 2009 2009-01-01 2009-12-31; the previous year 2016-01-01 2016-12-31
2019-10-28 | The Coast Guard will offload the drugs at the port on Monday. -> Monday 2019-10-28 2019-10-28
2019-10-28 | The office will stay shut through Monday. -> Monday 2019-11-04 2019-11-04
2019-11-26 | The snapshot covers all in custody on the last calendar day of the month. ->
2019-11-26 | Members meet on the second Tuesday of the month. ->
2019-12-14 | Kent Police searched the lorry on 1/12/2019. -> 1/12/2019 2019-12-01 2019-12-01
2019-08-01 | The Los Angeles Police Department flew a team to Dover, England, on 6/7/2019. -> 6/7/2019 2019-06-07 2019-06-07
2013-03-04 | The container left on 23-Oct-12 and (05/Mar/11) before. -> 23-Oct-12 2012-10-23 2012-10-23; 05/Mar/11 2011-03-05 2011-03-05
2024-05-20 | Flights to Honduras are to resume in mid-to-late June. -> mid-to-late June 2024-06-11 2024-06-30
2025-09-23 | Bids close on the last Friday of this month. -> the last Friday of this month 2025-09-26 2025-09-26
2013-01-01 | It opened on the second Friday of January 2012. -> the second Friday of January 2012 2012-01-13 2012-01-13
2017-11-09 | The boat was boarded on the 2nd of this month. -> the 2nd of this month 2017-11-02 2017-11-02
2018-08-03 | Checkpoints stood from the 22nd to the 30th of July. -> the 22nd to the 30th of July 2018-07-22 2018-07-30
2024-05-20 | The raids took place between the 3rd and 5th of May. -> between the 3rd and 5th of May 2024-05-03 2024-05-05
2022-12-30 | The van left on November 17, 2022 at 6:42 am. -> November 17, 2022 at 6:42 am 2022-11-17 2022-11-17
2025-03-12 | The men will be flown home this week or next. -> this week 2025-03-10 2025-03-16; next 2025-03-17 2025-03-23
2019-08-29 | Overtime for the years ended June 30, 2018, 2017 and 2016 fell. -> the years ended June 30, 2018 2017-07-01 2018-06-30; 2017 2016-07-01 2017-06-30; 2016 2015-07-01 2016-06-30
2017-08-29 | Raids took place in March 2014, 2015 and 2016. -> March 2014 2014-03-01 2014-03-31; 2015 2015-03-01 2015-03-31; 2016 2016-03-01 2016-03-31
2018-02-02 | In March 2014 he sold 2015 shares and 2016 bonds. -> March 2014 2014-03-01 2014-03-31
2025-03-12 | A ruling is due the week after next. It was put off the week before last. -> the week after next 2025-03-24 2025-03-30; the week before last 2025-02-24 2025-03-02
2020-02-14 | The week after next to nothing was left of the camp. ->
2015-05-20 | The tunnels were dug in the 1970s. The gang took over in the 90s. -> the 1970s 1970-01-01 1979-12-31; the 90s 1990-01-01 1999-12-31
2015-05-20 | The suspects are in their 30s; temperatures were in the 90s. ->
2020-10-20 | Flights to Haiti stop in mid-November. -> mid-November 2020-11-11 2020-11-20
2015-02-22 | Hearings over the strike were put off until Monday. -> Monday 2015-02-23 2015-02-23
2020-02-20 | Police made two visits on Tuesday. -> Tuesday 2020-02-18 2020-02-18
2019-06-10 | The report for 2017-q2 was late, that for 1Q19 too. -> 2017-q2 2017-04-01 2017-06-30; 1Q19 2019-01-01 2019-03-31
2019-06-10 | The agent drove an Audi Q2. ->
2025-03-20 | Arrests rose to 40 in February from 30 last February. -> February 2025-02-01 2025-02-28; last February 2024-02-01 2024-02-29
2025-03-20 | Sales fell in the first quarter of 2024. Profit in the quarter rose to $4 million from $3 million a year ago. -> the first quarter of 2024 2024-01-01 2024-03-31; the quarter 2024-01-01 2024-03-31; a year ago 2023-01-01 2023-03-31
2021-01-01 | In twenty nineteen it grew, in nineteen ninety it had begun. -> twenty nineteen 2019-01-01 2019-12-31; nineteen ninety 1990-01-01 1990-12-31
2019-10-01 | The ship left on 3 APRİL 2019 and reached Mersin on 9 AUGUſT 2019. -> 3 APRİL 2019 2019-04-03 2019-04-03; 9 AUGUſT 2019 2019-08-09 2019-08-09
2022-04-21 | It is the worst blaze since the 2013 inferno, the mayor said. -> 2013 2013-01-01 2013-12-31
2022-04-21 | No ferry has called since the 1998 storm. -> 1998 1998-01-01 1998-12-31
2022-04-21 | Since the 2015 accord the two forces share data. -> 2015 2015-01-01 2015-12-31
2022-04-21 | Since 2015 the two forces have shared data. -> Since 2015 2015-01-01 2022-04-21
2022-04-21 | Seizures have grown since the 2019 season. -> since the 2019 2019-01-01 2022-04-21
2022-07-26 | Dockers voted for a walkout of ten days from 19 to 28 August. -> 19 to 28 August 2022-08-19 2022-08-28
2022-07-26 | Pilots backed a stoppage on 17 August. -> 17 August 2022-08-17 2022-08-17
2024-05-06 | The council approved a night curfew from 10 May. -> 10 May 2024-05-10 2024-05-10
2024-05-06 | The union announced a second walkout on 14 May. -> 14 May 2024-05-14 2024-05-14
2024-05-06 | The board called an extraordinary meeting for 3 June. -> 3 June 2024-06-03 2024-06-03
2024-05-06 | Ministers ordered a census for 3 to 9 June. -> 3 to 9 June 2024-06-03 2024-06-09
2024-05-06 | The union announced a walkout on 2 May. -> 2 May 2024-05-02 2024-05-02
2024-05-06 | Nurses voted on 20 May after a strike. -> 20 May 2023-05-20 2023-05-20
2024-05-06 | The road will shut from Saturday to Tuesday. -> Saturday to Tuesday 2024-05-11 2024-05-14
2024-05-06 | The road has been shut from Saturday to Monday. -> Saturday to Monday 2024-05-04 2024-05-06
2024-05-06 | Members approved the deal in a ballot on 10 June. -> 10 June 2023-06-10 2023-06-10
2024-05-06 | Police called off the protest on 10 June. -> 10 June 2023-06-10 2023-06-10
2024-05-06 | Police confirmed a man died at a protest on 10 June. -> 10 June 2023-06-10 2023-06-10
2024-05-06 | The party agreed on a debate on 10 June. -> 10 June 2024-06-10 2024-06-10
2024-05-06 | Police announced the arrest of two men on 10 May. -> 10 May 2023-05-10 2023-05-10
2024-05-06 | The note of 14 février 2024 names them. -> 14 février 2024 2024-02-14 2024-02-14
2024-05-06 | The decree of 9 de março de 2023 freed them. -> 9 de março de 2023 2023-03-09 2023-03-09
2024-05-06 | Der Bericht vom 7. Oktober 2023, as the clerk calls it, is long. -> 7. Oktober 2023 2023-10-07 2023-10-07
2024-05-06 | The act of 1er juillet 2023 set up the court. -> 1er juillet 2023 2023-07-01 2023-07-01
2024-05-06 | A circular of 12 dicembre 2023 reached the ports. -> 12 dicembre 2023 2023-12-12 2023-12-12
2024-05-06 | The raid of 13-15 de febrero is in the file. -> 13-15 de febrero 2024-02-13 2024-02-15
2024-05-06 | The order of 3 maart 2024 has lapsed. -> 3 maart 2024 2024-03-03 2024-03-03
2024-05-06 | Del 1 al 5 de marzo the forces rested. ->
2024-05-06 | They ate 3 Mars bars and read 5 Mayo Clinic papers. ->
2024-05-06 | The Act of 14 juillet freed them. -> 14 juillet 2023-07-14 2023-07-14
2024-05-06 | They ate 12 mars bars, 2 mayo rolls and drank 2 Mai Tais in one of 3 marts. ->
2024-05-06 | The file was closed on 23. 11. 2023 in Prague. -> 23. 11. 2023 2023-11-23 2023-11-23
2024-05-06 | Bids are due by 1. 7. 2024. They will be opened then. -> 1. 7. 2024 2024-07-01 2024-07-01
2024-05-06 | See rooms 4. 13. 2023 was a good year. ->
2024-01-16 | Dec. 30–Jan. 2: the bridge was shut. -> Dec. 30–Jan. 2 2023-12-30 2024-01-02
2022-11-25 | Avian flu bulletin no. 46, week 47. -> week 47 2022-11-21 2022-11-27
2024-05-06 | Flu cases in week 3 of 2024 rose. -> week 3 of 2024 2024-01-15 2024-01-21
2024-05-06 | The bulletin covers weeks 10 to 12 of 2024. -> weeks 10 to 12 of 2024 2024-03-04 2024-03-24
2024-05-06 | Cases peaked in W05 2024. -> W05 2024 2024-01-29 2024-02-04
2024-05-06 | The outbreak began in 2024-W07. -> 2024-W07 2024-02-12 2024-02-18
2024-05-06 | The weekly report ends with week 16. -> week 16 2024-04-15 2024-04-21
2024-05-06 | Influenza cases peaked in week 12. -> week 12 2024-03-18 2024-03-24
2024-05-06 | The strike has entered week 12, the bulletin says. ->
2024-05-06 | Flu hit the camp; in week 2 the team lost. ->
2024-05-06 | The bulletin says that in week 2 the strikers met. ->
2024-05-06 | In week 3 of the trial two witnesses spoke, the bulletin says. ->
2024-05-06 | She is in week 12 of the course. ->
2024-05-06 | The Week 17 game was moved. ->
2024-05-06 | The outbreak entered week 12 in Bern. ->
2024-05-06 | The CDC in Atlanta says that flu peaked in week 3 of 2024. ->
2024-05-06 | A drone strike on 20 November killed four. -> 20 November 2023-11-20 2023-11-20
2024-05-06 | The army confirmed the strike on 3 December. -> 3 December 2023-12-03 2023-12-03
2024-05-06 | Voters in Ohio approved a ballot measure on Nov. 7. -> Nov. 7 2023-11-07 2023-11-07
2023-10-31 | The number rose in the 2022–23 academic year. -> the 2022–23 academic year 2022-09-01 2023-08-31
2024-05-06 | In the UK the 2023/24 school year was shorter. -> the 2023/24 school year 2023-09-01 2024-08-31
2024-05-06 | Enrolment for the 2021-22 academic year fell in Delhi. -> the 2021-22 academic year 2021-09-01 2022-08-31
2022-10-18 | TOKYO, Oct. 18 — Catches slid in fiscal 2021. -> Oct. 18 2022-10-18 2022-10-18; fiscal 2021 2021-04-01 2022-03-31
2024-05-06 | LONDON: The report of 3/4/2024 names them. -> 3/4/2024 2024-04-03 2024-04-03
2024-05-06 | WASHINGTON: The memo of 3/4/2024 names them. -> 3/4/2024 2024-03-04 2024-03-04
2023-07-19 | Avoid the border strip until the end of July. -> the end of July 2023-07-31 2023-07-31
2022-05-17 | It must report by the end of the third quarter. -> the end of the third quarter 2022-09-30 2022-09-30
2024-05-06 | The ban lasts until the end of June. -> the end of June 2024-06-30 2024-06-30
2024-05-06 | Towards the end of March the ice broke. -> the end of March 2024-03-21 2024-03-31
2024-05-06 | The end of March brought snow. -> The end of March 2024-03-21 2024-03-31
2022-08-09 | 12–14 July: bail is set. The day after: a man hands himself in. -> 12–14 July 2022-07-12 2022-07-14; The day after 2022-07-15 2022-07-15
2022-08-09 | The raids ran from 3 to 5 May; the next day the mayor resigned. -> 3 to 5 May 2022-05-03 2022-05-05; the next day 2022-05-06 2022-05-06
2022-08-09 | It rained in March 2022. The next day was dry. -> March 2022 2022-03-01 2022-03-31
2024-08-29 | Annual Report 2023–24. The office is in Canberra. -> 2023–24 2023-07-01 2024-06-30
2024-08-29 | The Annual Review 2022/23 of the London office is out. -> 2022/23 2022-04-01 2023-03-31
2024-08-29 | Read report 2023-25 of the London office. ->
2022-08-09 | WINDHOEK: On 1/7/2022 police in Namibia stopped a car. -> 1/7/2022 2022-07-01 2022-07-01
2022-08-09 | Half-year report of the Oslo office. ->
"""

SPANISH = """
2025-08-14 | Culiacán, a 14 de agosto de 2025. La Fiscalía detuvo ayer a dos hombres en la ciudad. -> 14 de agosto de 2025 2025-08-14 2025-08-14; ayer 2025-08-13 2025-08-13
2025-05-06 | Acciones relevantes del 3 y 4 de mayo en las que participaron las fuerzas armadas. -> 3 y 4 de mayo 2025-05-03 2025-05-04
2025-05-16 | Los operativos de los días 3, 4 y 7 de mayo se realizaron en las costas del estado. -> 3 2025-05-03 2025-05-03; 4 2025-05-04 2025-05-04; 7 de mayo 2025-05-07 2025-05-07
2025-06-12 | La operación se desarrolló del 5 al 9 de junio y comenzó a finales de octubre en la costa. -> 5 al 9 de junio 2025-06-05 2025-06-09; a finales de octubre 2024-10-21 2024-10-31
2025-03-20 | Los arrestos se practicaron el pasado martes y el juez decidirá el viernes sobre la prisión. -> el pasado martes 2025-03-18 2025-03-18; el viernes 2025-03-21 2025-03-21
2025-04-10 | En el primer trimestre de 2025 hubo más detenciones que en el mismo periodo de 2024. -> el primer trimestre de 2025 2025-01-01 2025-03-31; el mismo periodo de 2024 2024-01-01 2024-03-31
2025-04-10 | En el primer semestre de 2024 y en marzo hubo menos detenciones en la frontera. -> el primer semestre de 2024 2024-01-01 2024-06-30; marzo 2025-03-01 2025-03-31
2025-08-14 | Del 28 de julio al 3 de agosto fueron detenidas cuarenta personas en la zona. -> 28 de julio al 3 de agosto 2025-07-28 2025-08-03
2025-08-14 | Fue detenido el martes 12 de agosto en la calle 16 de Septiembre de la colonia. -> el martes 12 de agosto 2025-08-12 2025-08-12
2025-08-14 | En lo que va del año suman novecientos casos; el año pasado fueron menos que ahora. -> En lo que va del año 2025-01-01 2025-08-14; el año pasado 2024-01-01 2024-12-31
2025-08-14 | Desde el 1 de octubre de 2024 han sido detenidas muchas personas por estos delitos. -> Desde el 1 de octubre de 2024 2024-10-01 2025-08-14
2025-08-14 | Fue condenado en octubre del año pasado por los hechos ocurridos hace dos semanas. -> octubre del año pasado 2024-10-01 2024-10-31; hace dos semanas 2025-07-28 2025-08-03
2025-08-14 | Los hechos ocurrieron el 12/08/2025, y al día siguiente fueron detenidos los autores. -> 12/08/2025 2025-08-12 2025-08-12; al día siguiente 2025-08-13 2025-08-13
"""

SPANISH_LENGTHS = """
Recibió una pena de siete años y cuatro meses de prisión por el delito cometido en la ciudad. -> P88M
La investigación complementaria durará tres meses, y el plazo para apelar será de 15 días. -> P3M P15D
El hombre de 37 años y una mujer de apenas 19 años fueron detenidos por los agentes. ->
Los detenidos tienen edades comprendidas entre los 20 y los 45 años y son de la ciudad. ->
Deberá pagar una multa de mil 200 días de salario, según informó la fiscalía del estado. ->
El operativo duró 48 horas y comenzó a las 9 horas en la colonia, según la fiscalía. -> PT48H
Cumplirá treinta y cinco años de prisión y dos años y medio de libertad vigilada. -> P35Y P2.5Y
Un grupo corrió el tramo de la ciudad en una hora y 15 minutos, según dijo. -> PT1H PT15M
El vuelo salió de la ciudad a las 22 horas con 15 minutos, según dijo. ->
"""


def rows_of(text: str, published: str = "") -> list[DateRow]:
    article = Article(slug="x", text=text, published=published)
    return read_dates(article, sentences(article))


def cases(table: str) -> list:
    return [
        line.partition(" -> ") if " -> " in line else (line.removesuffix(" ->"), "", "")
        for line in table.strip().splitlines()
    ]


@pytest.mark.parametrize(("given", "_", "expected"), cases(KINDS + SPANISH.lstrip()))
def test_the_value_is_right(given, _, expected):
    published, text = given.split(" | ")
    wanted = [tuple(one.rsplit(" ", 2)) for one in expected.split("; ") if one]
    rows = [row for row in rows_of(text, published) if row.begin]
    assert [(row.quote, row.begin, row.finish) for row in rows] == wanted


@pytest.mark.parametrize(("text", "_", "expected"), cases(SPANISH_LENGTHS))
def test_lengths_in_spanish_are_no_ages(text, _, expected):
    assert [row.value for row in rows_of(text) if row.type == "DURATION"] == expected.split()


def test_white_space_between_the_cells_of_a_table_is_kept():
    rows = rows_of("Agency   2022   2023\nMCSO   71   96\nMobile PD   104   118\nPrichard PD   12   9")
    assert [(row.quote, row.begin) for row in rows] == [("2022", "2022-01-01"), ("2023", "2023-01-01")]


@pytest.mark.parametrize("gap", ["  ", "\t", "\n", " \n ", "\xa0", "   "])
@pytest.mark.parametrize(
    "words", ["Tuesday,~March 4, 2025", "Tuesday, March~4, 2025", "Tuesday, March 4,~2025"]
)
def test_white_space_inside_a_date_tells_nothing(gap, words):
    quote = words.replace("~", gap)
    (row,) = rows_of(f"Nine men were held in the old town on {quote}, the police said.")
    assert row.quote == quote and row.begin == "2025-03-04"


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("The yard built 40 boats over six years.", ""),
        ("Rain fell on the town over three days.", ""),
        ("The strike has gone on for well over two months.", "MORE_THAN"),
        ("He was held for over two weeks.", "MORE_THAN"),
        ("The firm has over 30 years of experience.", "MORE_THAN"),
        ("They waited over an hour.", "MORE_THAN"),
    ],
)
def test_over_a_time_is_during_it(text, mod):
    (row,) = rows_of(text)
    assert row.mod == mod and ("over" in row.quote.lower()) == (mod != "")


@pytest.mark.parametrize(
    ("published", "text", "value", "alternatives", "settled_by"),
    [
        ("2024-01-01", "It was seized on 7/4/2023.", "2023-XX-XX", "2023-07-04; 2023-04-07", ""),
        ("2023-05-01", "It was seized on 7/4/2023.", "2023-04-07", "2023-07-04", "publication"),
        ("2024-01-01", "The FBI seized it on 7/4/2023.", "2023-07-04", "2023-04-07", "agency"),
        ("2024-01-01", "It was seized in Leeds on 7/4/2023.", "2023-04-07", "2023-07-04", "country"),
        (
            "",
            "LEEDS (PA) - A U.S. court freed American drivers on 3/4/2025.",
            "2025-04-03",
            "2025-03-04",
            "dateline",
        ),
        (
            "",
            "AUSTIN, Texas — Britain asked for the man on 3/4/2025.",
            "2025-03-04",
            "2025-04-03",
            "dateline",
        ),
        ("", "MADRID - A man was held on 3/4/2025 by the FBI.", "2025-03-04", "2025-04-03", "agency"),
        ("", "The FBI found a van. It had left Mexico on 3/4/2025.", "2025-03-04", "2025-04-03", "agency"),
        ("", "A Mexican was held in Texas on 3/4/2025.", "2025-XX-XX", "2025-03-04; 2025-04-03", ""),
        ("2025-03-12", "He will be tried on Friday.", "2025-03-14", "2025-03-07", "tense"),
        ("2025-03-12", "He was tried on Friday.", "2025-03-07", "2025-03-14", "tense"),
        ("2025-03-12", "He was tried on 3 March 2025.", "2025-03-03", "", ""),
    ],
)
def test_two_readings_are_both_given(published, text, value, alternatives, settled_by):
    (row,) = rows_of(text, published)
    assert (row.value, row.alternatives, row.settled_by) == (value, alternatives, settled_by)


def test_other_dates_of_the_text_and_a_dateline_settle_a_reading():
    rows = rows_of("It left on 25/3/2023 and came back on 7/4/2023.", "2024-01-01")
    assert (rows[1].value, rows[1].settled_by) == ("2023-04-07", "other dates")
    rows = rows_of("LEON, May 3, 2023 — It came back on 7/4/2023.")
    assert (rows[1].value, rows[1].settled_by) == ("2023-04-07", "dateline")


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "9999-12", "0001", "2024-01-01", ""])
def test_nothing_begins_after_it_ends_at_the_edges_of_the_calendar(published):
    text = (
        "He was held last week, yesterday, next year, three years ago, on Friday, in late May and in the first quarter. "
        "Ten thousand years after the settlers came, he left last February, the week after next and 5000 years ago. "
        "Since 3 April 2025 and from 3 April 2025 to date it rained; so far this year, on Dec. 31, 9999, too."
    )
    for row in rows_of(text, published):
        assert not row.begin or not row.finish or row.begin <= row.finish


@pytest.mark.parametrize(
    ("text", "january"),
    [
        ("Since March 2007, the unit has grown. In January, they held 12 men.", ""),
        ("Since 5 March 2007, the unit has grown. In January, they held 12 men.", ""),
        ("The office was opened in May 1998. They held 12 men in January.", ""),
        ("He was born on May 3, 1984. In January he was held.", ""),
        ("He was held on May 3, 2019, and jailed in 2021. In January he fled.", ""),
        ("The law of 3 May 1985 stands until 2030. In January he fled.", ""),
        ("On May 3, 2019, two men were held. One was charged in January.", "2019-01-01"),
        (
            "On 5/13/2019 two men were held. The case goes back to 2011. One was jailed in January.",
            "2019-01-01",
        ),
    ],
)
def test_history_gives_no_year_to_the_dates_of_an_undated_text(text, january):
    (row,) = [row for row in rows_of(text, "") if row.quote == "January"]
    assert row.begin == january


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Since Oct. 1, 2024, through Jan. 5, 2025, they held 40.",
            ["Since Oct. 1, 2024, through Jan. 5, 2025"],
        ),
        ("Since 2019, until March 2024, they held 40.", ["Since 2019, until March 2024"]),
        ("Since March 1, through June 3, they held 40.", ["Since March 1, through June 3"]),
        ("Since May 2024, up to June 3, 2024, they held 40.", ["Since May 2024, up to June 3, 2024"]),
        ("Since March 2024, in June, they held 40.", ["Since March 2024", "June"]),
        ("Born on May 1, 2004, through May 2010 he lived here.", ["May 1, 2004", "May 2010"]),
    ],
)
def test_since_and_through_are_one_range(text, quotes):
    assert [row.quote for row in rows_of(text, "")] == quotes
