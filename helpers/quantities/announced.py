"""Numbers that the words right before them announce as no count: pages, postcodes, telephones, flights, cases in
law reports, and the later numbers of a list of sections.

>>> from helpers.texts.corpus import Article
>>> from helpers.texts.sentence import sentences
>>> text = "Call Tel: 020 7592 8695 or see page 3 of 12."
>>> telephone_end(text, sentences(Article(slug="x", text=text))[0], 10)
23
"""

import re

from helpers.quantities.lists import MONTHS
from helpers.quantities.numerals import STOP, is_plural, next_word
from helpers.quantities.readings import Aside
from helpers.quantities.shapes import STREET
from helpers.quantities.units import unit_here
from helpers.texts import Sentence

__all__ = ["announced_end", "file_announced", "goes_on", "grouped_telephone_end", "telephone_end"]

_NO_WORD = r"(?![ \xa0\t\r\n]{1,3}[“\"‘(]?[^\W_])"
_NO_NOUN = r"(?![ \xa0\t\r\n]{1,3}[“\"‘(]?[a-z])"
_FIVE = r"\d{5}(?![\d]|[.,]\d)"
_CALLS = r"call|calls|called|calling|dial|dials|dialled|dialed|dialling|rang|ring|rings|phoned|phone|text|texted|via|on"
# "Opening hours: 9 to 17", but not "cut working hours from 40 to 35"
_HOURS = r"\b(?i:office|opening|business|visiting|trading)\s[Hh]ours:?\s(?:are\s)?"
_CLOCK, _TO_CLOCK = r"(?:1?\d|2[0-4])", r"\s?(?:[-–]|to)\s?"
# "open from 9 to 5", "works 8 to 6": from a late hour to an early one, as only clocks count
_AT_WORK = (
    r"\b(?i:opens?|opened|works?|worked|working|operates?|operated|runs?|ran|staffed|closed|shifts?(?:\sof)?|on\sduty"
    r"|available|daily|weekdays)(?i:\sdaily|\sweekdays)?(?:\s(?:from|between))?\s"
)
_LATE, _EARLY = r"(?:[6-9]|1[0-2])", r"[1-6]"
_NO_COUNT = (
    r"(?![\d%]|[.,:]\d|\s?(?:[ap]\.?m|percent|per\scent|points?)\b|\s(?!(?:days|nights)\b)[a-z]{2,20}s\b)"
)
_SCHOOL_YEARS = (
    r"(?:^|\b(?i:in|from|for|of|to|all|both|and|school|pupils|children|students)\s|[.;:,]\s)[Yy]ears\s"
)
_SCHOOL, _TO_SCHOOL = r"(?:[1-9]|1[0-3])", r"(?:\s?[-–]\s?|,?\s(?:to|and|or|through)\s|,\s)"
# reason, the words before the number, and the number with what follows it
_BEFORE = [
    # "San Diego, CA 92121", "75002 Paris"; "45 West 23rd Street, New York 10010"; "Columbus, Ohio 43223": a count has a comma
    ("address or place", r"\b(?:[A-Z]{2}|[A-Z]\.[A-Z]\.),?\s$", _FIVE),
    ("address or place", r",\s$", rf"{_FIVE}\s[A-Z]"),
    ("address or place", rf"{STREET}\.?,?\s[^.;]{{2,40}}\s$", _FIVE),
    (
        "address or place",
        r"\b(?!(?:Some|About|Over|Nearly|Almost|Around|Only|Total|Of|The|In)\s)[A-Z][a-z]{1,30}\s$",
        _FIVE + _NO_NOUN,
    ),
    (
        "address or place",
        r"\b[A-Z][a-z]{1,20}\s[-–]\s$",
        r"\d{3}\s?\d{3}(?!\d)" + _NO_NOUN,
    ),  # "New Delhi - 110 037"
    ("list number", r"\b(?i:page|photo|image|slide|part|sheet)\s\d{1,4}\sof\s$", r"\d"),  # "Page 3 of 12"
    (
        "list number",
        r"[.…]{4,40}\s?$",
        r"\d{1,3}(?!\d|[.,]\d|\s\(|\s?\.{2}|\[)" + _NO_NOUN,
    ),  # "Overview ...... 3"
    (
        "list number",
        r"\b(?:(?:Ibid|Id|Tr|Dep|Decl|Aff|Compl|App|Exs?|[Ss]upra)\b\.?|(?:Docs?|ECF|Dkt)\.?\s(?:Nos?\.\s)?\d{1,4}),?\sat\s(?:\d{1,4}[-–])?$",
        r"\d",
    ),
    ("list number", r"¶{1,2}\s?$", r"\d"),
    ("time", rf"{_HOURS}$", rf"{_CLOCK}{_TO_CLOCK}{_CLOCK}(?![\d%])"),
    ("time", rf"{_HOURS}{_CLOCK}{_TO_CLOCK}$", rf"{_CLOCK}(?![\d%])"),
    ("time", rf"{_AT_WORK}$", rf"{_LATE}{_TO_CLOCK}{_EARLY}{_NO_COUNT}"),
    ("time", rf"{_AT_WORK}{_LATE}{_TO_CLOCK}$", rf"{_EARLY}{_NO_COUNT}"),
    # "pupils in years 7 to 9", "Years 10 and 11 will return"
    ("name", rf"{_SCHOOL_YEARS}$", rf"{_SCHOOL}{_TO_SCHOOL}{_SCHOOL}{_NO_COUNT}"),
    ("name", rf"{_SCHOOL_YEARS}{_SCHOOL}{_TO_SCHOOL}$", rf"{_SCHOOL}{_NO_COUNT}"),
    (
        "law",
        r"\b[sS]s?\.?\s$",
        r"\d{1,4}[A-Z]?(?:\(\w{1,4}\)){0,4}\sof\s(?:the\s[A-Z]|that\sAct|this\sAct)",
    ),  # "s 20 of the"
    ("reference", r"\b(?:C[RVrv]|Crim\.|Civ\.)\s(?:No\.\s)?$", r"\d{2,6}(?!,?\d)"),
    ("law", r"\b(?:LEXIS|WL)\s$", r"\d{2,8}"),
    (
        "reference",  # "matter 118 of 2022"
        r"\b(?i:matter|cause|petition|appeal|application|suit|claim|action|writ)\s$",
        r"\d{1,6}\sof\s(?:19|20)\d\d\b",
    ),
    (
        "calibre",  # "rifles of 5.56 and 7.62 mm"
        r"\b(?:guns?|pistols?|rifles?|rounds|ammunition|bullets|cartridges?|calib(?:re|er)s?|weapons|firearms)\s(?:of|in)\s"
        r"(?:[\d.]{1,5}(?:\s?mm)?(?:,\s|,?\s(?:and|or)\s|/)){0,3}$",
        r"\.\d{2,3}(?![\d%])|(?:9|5\.56|5\.45|7\.62|5\.7|10|12\.7|6\.35|7\.65)(?:(?:,\s|,?\s(?:and|or)\s|/)[\d.]{1,5}){0,3}\s?mm\b",
    ),
    (
        "law",
        r"\sv\.?\s[A-Z][\w.’'-]{1,20},?\s(?:19|20)\d\d\s[A-Z]{2,6}\s$",
        r"\d{1,4}(?!,?\d)",
    ),  # R v Ruiz 2016 SCC 27
    ("address or place", r"$", r"\d{5}\s(?:ZIP|zip|post)\s?code\b"),
    ("time", r"$", r"12\s(?:noon|midday|midnight)\b"),
    ("reference", r"(?:^|\s)$", r"\d{2,3}[-–]\d{3}\sPDF\b"),
    (
        "law",  # "under ORC 2925.11 and 2925.03"
        r"\b(?:under|violating|violation\sof|violations\sof|with)\s[A-Z][A-Z.]{1,6}\s(?:[\d.]{1,12}(?:,\s|,?\sand\s|\sor\s)){0,3}$",
        r"\d",
    ),
    ("law", r"(?:\[\d{4}\]|\(\d{4}\))\s(?:\d\s)?[A-Z][A-Za-z]{1,6}\s(?:[A-Z][a-z]{1,4}\s)?$", r"\d"),
    (
        "list number",
        rf"\b(?!(?:{MONTHS}|In|Since|By|From)\b)[A-Z][\w.’&-]{{1,20}},?\s(?:19|20)\d\d[a-z]?,\s(?:pp?\.\s)?$",
        r"\d{1,4}(?=[);–-]|,(?!\d))",
    ),  # "(GAO 2017, 22)"
    ("list number", r"\(\d{4}\):\s$", r"\d{1,4}(?=[-–])"),  # "Volume 5 (2017): 124-136"
    ("name", r"(?i:\bflights?,?\s)[A-Z]{2}\s?$", r"\d"),  # "flight TG 337"
    (
        "telephone",
        rf"(?i)\b(?:{_CALLS})\s$",
        r"(?:911|999|112|101|111|110|988|1122)(?!\d)(?!\s[a-z]{2,20}s\b)",
    ),
    (
        "telephone",
        r"(?i)\b(?:help|hot|tip|crime)[\s-]?line\b[^.;\d]{0,12}\s(?:at|on)\s$",
        r"\d{3,6}(?![\d%]|[.,]\d|\s[a-z]{2,20}s\b)",
    ),
    (
        "date",
        rf"\b(?:{MONTHS})\.?\s{{1,4}}$",
        rf"\d{{1,2}}(?!\d|[.,]\d)(?:,?\s(?:19|20)\d\d\b|\s?[–—-]|{_NO_WORD})",
    ),
]
_BEFORE = [(reason, re.compile(before), re.compile(number)) for reason, before, number in _BEFORE]
_FARTHEST = 70
_GLUED_ITEM = re.compile(r"\d{1,3}\.(?=[A-Z][a-z])")  # "2.In October"
_CONTENTS = re.compile(r"(?i)(?:table\sof\s)?contents\b")
_LONGEST_CONTENTS = 600  # characters; behind them the text may begin
# "Tel: +44 (0)20 7592 8695 ext. 24135": a word that announces a number, and all that belongs to it
_WHOLE = [
    (
        re.compile(
            r"(?i)(?<!\w)(?:tel(?:ephone|[eé]fono)?|phone|ph|fax|mobile|cell|whatsapp|hotline|toll[\s-]free)\.?"
            r"(?:\s(?:no|number|us|at|on))?\.?\s?:?\s?[+(]{0,2}$"
        ),
        re.compile(r"\d[\d() \xa0./‐‑–-]{5,26}\d(?!\d)"),
    ),
    (
        re.compile(r"(?i)\d[)\s,;]{0,3}ext(?:ension|n)?\b\.?:?\s?$"),
        re.compile(r"\d{2,6}(?![\d,.])"),
    ),
]
_OF_A_FILE = re.compile(
    r"\b(?:(?:docket|case)\s?)?(?:file|(?<!\bof\sth[ia][st]\s)number|no\.|case|docket|lot|reference|ref\.?|quote|quoting|tag|permit|badge|issn|isbn):?\s$",
    re.IGNORECASE,
)
# "202302249 A1": seven digits in a row, and nothing that they count
_LONG = re.compile(r"\d{7,15}(?![\d%]|[.,]\d|\s?(?:[a-z]{3,20}|million|per\s?cent)\b)")
_NEXT_TALLY = re.compile(r"\s{0,9}[^\W\d_][^.:\n]{1,40}:\s\d")
# "LORD BURNETT: 1. This appeal is about bail. 2. On 13 May": a paragraph and nothing else
_PARAGRAPH = re.compile(r"\d{1,3}\.\s{0,9}$")
_FILE = re.compile(r"\d{1,6}(?:[-/]\d{1,6}){1,3}")
# a line of a cable's heading that names another: "B. TEGUCIGALPA 588", "REF: 08 LIMA 1776", "TO SECSTATE WASHDC 1234"
_CABLE = re.compile(
    r"(?:(?:REFS?:\s{1,9})?\(?[A-Z][.)]\s{1,4}|REFS?:\s{1,9}|(?:TO|FM|INFO)\s)(?:\(?[A-Z][.)]\s{1,4})?(?:\d\d\s)?[A-Z]{3,20}(?:\s[A-Z]{3,20}){0,3}\s\d{1,6}(?:\s\(?[A-Z]+\)?)?"
)
_LONGEST_CABLES = 2000  # characters of their list; it is looked at for every number in it
_NEXT_CABLE = re.compile(r"\s{2,}(?=[A-Z][.)]\s)")
# what joins the numbers of sections and items
_PAIR = re.compile(r"\s(?:and|or|&|to)\s|\s?[-–]\s?")
_JOINS = re.compile(r"\s?(?:,\s|,?\s(?:and|or|to|through|with|read\swith)\s|[-–&/])\s?")


_CALLED = re.compile(
    r"(?i)\b(?:calls?|calling|dial|phone|ring|text|sms|hotline|helpline|line|tel|telephone|contact|whatsapp|fax|desk|switchboard|toll[-\s]free|reach\w*"
    r"|number)\b[^.;\d]{0,30}$|\d,?\s(?:or|and)\s$"
)
_GROUPS = re.compile(
    r"\d{1,5}(?:[\s-]\d{2,4}){1,5}(?![\d,.]\d|\d|\s?%|\s[a-z]{2,20}s\b|\s(?:people|men|women)\b)"
)
_WITH_NOUGHT = re.compile(r"0\d{1,4}\)?(?:[\s-]\d{2,4}){2,5}(?!\d)")


def grouped_telephone_end(text: str, sentence: Sentence, start: int) -> int:
    """End of a telephone number in groups of digits: behind a nought, or behind "call" or "helpline" ("13 11 14"); 0 for
    others."""
    if number := _WITH_NOUGHT.match(text, start, sentence.end):
        return number.end()
    number = _GROUPS.match(text, start, sentence.end)
    if not number or sum(map(str.isdigit, number[0])) < 6:
        return 0
    return number.end() if _CALLED.search(text, max(sentence.start, start - 44), start) else 0


def file_announced(text: str, sentence: Sentence, start: int) -> bool:
    """Whether the words before a place announce the number of a file: "case no. "."""
    return bool(_OF_A_FILE.search(text, max(sentence.start, start - 16), start))


def telephone_end(text: str, sentence: Sentence, start: int) -> int:
    """End of a telephone number or an extension that the words before it announce; 0 for other numbers."""
    floor = max(sentence.start, start - 32)
    for before, number in _WHOLE:
        if before.search(text, floor, start) and (here := number.match(text, start, sentence.end)):
            return here.end()
    return 0


def announced_end(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, str]:
    """End and reason of a number in digits that the words before it announce as no count; (0, "") for others."""
    floor = max(sentence.start, start - _FARTHEST)
    for reason, before, number in _BEFORE:
        reach = (
            floor if reason != "list number" else max(0, start - 44)
        )  # the dots of a leader end a sentence
        if number.match(text, start, sentence.end) and before.search(text, reach, start):
            return end, reason
    if start == sentence.start and _GLUED_ITEM.match(text, start):
        return end, "list number"
    contents = start - sentence.block.start < _LONGEST_CONTENTS and _CONTENTS.match(
        text, sentence.block.start
    )
    if contents and not next_word(text, end, sentence.end)[:1].islower():
        return end, "list number"
    if _refers_to_cables(sentence.text):
        return end, "reference"
    if _numbers_paragraph(text, sentence, start):
        return end, "list number"
    if _LONG.match(text, start, sentence.end) and sentence.block.kind != "table row":
        return end, "reference"
    if file_announced(text, sentence, start) and (here := _FILE.match(text, start)):
        return here.end(), "reference"
    return 0, ""


def _refers_to_cables(text: str) -> bool:
    """Whether a sentence is a list of the cables that a cable refers to."""
    if len(text) > _LONGEST_CABLES or not text.isupper():
        return False
    return all(_CABLE.fullmatch(part.strip()) for part in _NEXT_CABLE.split(text))


def _numbers_paragraph(text: str, sentence: Sentence, start: int) -> bool:
    """Whether a number and its full stop are all of a sentence, save for the name of who speaks in capitals."""
    if sentence.block.kind != "paragraph" or not _PARAGRAPH.match(text, start, sentence.end):
        return False
    opening = text[sentence.start : start].rstrip(": ") if start - sentence.start < _FARTHEST else "-"
    tally = opening and (sentence.end >= sentence.block.end or _NEXT_TALLY.match(text, sentence.end))
    return not opening or opening.isupper() and not tally  # "ARRESTED: 14. CHARGED: 9."


def goes_on(text: str, sentence: Sentence, last: Aside, match: re.Match) -> bool:
    """Whether a number carries on a list of sections or items whose last one was `last`: not "section 5 and 12 men"."""
    following = next_word(text, match.end(), sentence.end)
    if last.reason == "address or place":  # "gate 12 and 13 were shut"
        pair = match["digits"] and _PAIR.fullmatch(text, last.end, match.start())
        return bool(pair) and (not following or STOP.get(following.lower()) == "auxiliary")
    words = text[last.start : last.end]
    if last.reason not in ("law", "list number") or words.count(")") > words.count("("):
        return False  # "(18 Pa.C.S. § 5123), 38 of": the bracket has ended the list
    measure = unit_here(text, match.end(), sentence.end)
    letter = last.reason == "law" and measure and len(measure[0]) == 1 and measure[0].isupper()
    return bool(
        _JOINS.fullmatch(text, last.end, match.start())
        and not is_plural(following)
        and (not measure or letter)  # "sections 11.1 and 11.2A"
    )
