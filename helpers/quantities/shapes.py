"""Numbers that name or locate something by their own shape: laws, telephones, addresses, times, coordinates.

>>> shape_here("347 U.S. 483", 0, 12), shape_here("12 men", 0, 6)
((12, 'law'), (0, ''))
"""

import re
from functools import lru_cache

__all__ = ["STREET", "shape_here"]

STREET = (
    r"(?:Streets?|St|Avenue|Ave|Av|Roads?|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Court|Place|Plaza|Parkway|Pkwy|Highway|Hwy|Terrace|"
    r"Crescent|Grove|Close|Gardens|Mews|Walk|Rise|Square|Row|Quay|Embankment|Broadway"
    r"|STREET|AVENUE|ROAD|BOULEVARD|HIGHWAY)\b"
)
_ABROAD = r"(?:Rue|Avenue|Calle|Avenida|Via|Viale|Piazza|Plaza|Rua|Boulevard|Place|Quai|Paseo)"
_COMPASS = r"(?:N|S|E|W|NE|NW|SE|SW)\.?"
_REPORTER = (
    r"(?:U\.\s?S\.|S\.\s?Ct\.|F\.(?:\s?(?:2d|3d|4th|Supp\.?(?:\s?[23]d)?|App’x))?|Fed\.\s?(?:Reg|Cl)\.|[A-Z][a-z]{2,5}\.(?:\s?[23]d)?|N\.[EWY]\.\s?[23]d"
    r"|[SA]\.\s?[EWO]?\.?\s?[23]d|P\.\s?[23]d|A\.\s?[23]d|So\.\s?[23]d|Cal\.\s?(?:4th|5th)|I\.\s?&\s?N\.\s?Dec\.)"
)
# Numbers that name something, recognised where they begin: reason -> pattern
_HERE = [
    (
        "law",
        r"\d{1,3}\s(?:U\.?\s?S\.?\s?C(?:ode)?|U\.?S\.?\sCode|C\.?\s?F\.?\s?R)\b\.?"
        r"(?:\s?(?:§{1,2}\s?|[Ss]ec(?:tion)?s?\.?\s)?\d[\w().-]{0,20})?",  # 8 U.S.C. 1326
    ),
    ("law", rf"\d{{1,4}}\s{_REPORTER}\s\d{{1,5}}(?!\d)"),  # 347 U.S. 483
    (
        "law",  # [2007] 4 All ER 369, [2024] WLR(D) 257
        r"(?<=\[)(?:19|20)\d\d\]\s(?:\d{1,2}\s)?(?:[A-Z][A-Za-z]{0,5}\.?\s?){1,4}(?:\([A-Z][a-z]{0,5}\)\s?)?\d{1,5}(?!\d|,\d)",
    ),
    ("law", r"(?:19|20)\d\d\s(?:[A-Z][A-Za-z]{0,4}\.?\s){0,4}(?:LEXIS|WL)\s\d{2,8}(?!\d)"),  # 2015 WL 3876057
    (
        "law",  # title, code and section of a state: 21 O.S. 1289.3, 42 Pa. Cons. Stat. § 9711, 720 ILCS 5/9-1
        r"\d{1,3}\s(?!U\.\s?S\.\s)(?:(?:[A-Z][A-Za-z]{0,5}\.\s?){2,5}(?:[A-Z][a-z]{2,6}\s)?(?:§{1,2}\s?)?|ILCS\s)\d[\w.()/-]{0,20}",
    ),
    ("law", r"\d{1,3}\s(?:[A-Z][A-Za-z]{0,5}\.\s?){1,5}(?:[A-Z][a-z]{2,6}\s)?§{1,2}\s?\d[\w.()-]{0,20}"),
    (
        "law",  # 2019 (1) SACR 103, (2004) 2 SCC 476, 2015 ONCA 22
        r"(?:19|20)\d\d[\])]?\s(?:\(\d{1,2}\)\s|\d{1,2}\s)?[A-Z]{2,8}\s\d{1,4}(?!\d|,\d|\s?%|\s(?!and\b|or\b|at\b|in\b|per\b)[a-z])",
    ),
    (
        "law",
        r"\d{1,4}(?:\.\d{1,4})?(?:\(\w{1,4}\)){1,4}(?!\w)|\d{1,4}\.\d{1,4}\s\([a-z]\)",
    ),  # 287(g), 307.5(1)
    (
        "telephone",
        r"\d{1,4}-\d{2,4}-\d{3,4}(?:-\d{2,4})?(?!\d)|\d{3}\.\d{3}\.\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{3}\)\s?\d{3}[-.\s]\d{4}"
        r"|1[38]00[\s-]\d{2,4}[\s-]\d{2,4}(?!\d)|0\d{2,4}[\s-]\d{3,4}(?:[\s-]\d{3,4})?(?!\d)|0\d{4}\s\d{6}",  # 1800 333 000, 020 7946 0000
    ),
    (
        "telephone",
        r"(?:911|999|988|112|101|311|211)(?=\s(?:calls?|callers?|dispatch\w*|operators?|lines?|hotlines?|lifeline|emergency|centers?|centres?)\b)",
    ),
    (
        "calibre",
        r"(?:5\.45|5\.56|5\.7|7\.62|12\.7)(?=\s(?:ammunition|rounds?|calib\w+|rifles?|cartridges?|bullets?)\b)",
    ),
    (
        "name",  # "Colonia 10 de Mayo"
        r"\d{1,2}(?=\sde\s(?i:enero|febrero|marzo|abril|mayo|junio|julio|agosto|se(?:p)?tiembre|octubre|noviembre|diciembre)\b)",
    ),
    (
        "calibre",
        r"\d{2,3}(?:\.\d)?[\s-]?(?:mm|millimet(?:re|er))(?=[\s-](?:[\w-]{1,20}\s){0,2}?(?:shells?|mortars?|cannons?|rockets?|grenades?|howitzers?|artillery"
        r"|projectiles?|guns?|launchers?)\b)",
    ),
    (
        "calibre",
        r"\.?\d{1,3}(?:\.\d{1,2})?(?:(?:x\d{2}|×(?:1[89]|25|33|39|45|51|54|63|99|108)R?)(?:mm)?|[\s-]?(?:caliber|calibre|cal|gauge|bore)\b)",
    ),
    (
        "calibre",
        r"(?:9|5\.56|7\.62|5\.7|10|12\.7|6\.35|7\.65)[\s-]?mm(?=[\s-](?:[\w-]{1,20}\s){0,2}?(?:guns?|handguns?|pistols?|rifles?|rounds?|ammunition"
        r"|bullets?|cartridges?|carbines?|submachine|casings?|firearms?|magazines?|calib\w+|semi\w*|Glock|Beretta|Taurus|Luger|Parabellum|weapons?)\b)",
    ),
    (
        "calibre",
        r"\.\d{2,3}(?=[\s-](?:[a-z-]{1,20}\s)?(?:guns?|handguns?|pistols?|rifles?|revolvers?|rounds?|ammunition|bullets?|magnum|cal\w*|shots?|casings?)\b)",
    ),
    (
        "time",
        r"\d{2}(?:[01]\d|2[0-4])[0-5]\dZ\b|(?:[01]?\d|2[0-4]):[0-5]\d(?::\d{2})?(?:\s?[ap]\.?m\b)?|\d{1,2}\s?[ap]\.?m\b|\d{1,2}\.\d{2}\s?[ap]m\b|\d{4}\shours\b",
    ),
    # the section of a penal code that gave the fraud its name
    (
        "list number",
        r"\d{1,3}(?=\.\s{1,2}\((?:U|C|S|SBU|TS|LOU|FOUO)(?:/{1,2}[A-Z]{2,5})?\))",
    ),  # paragraphs of a cable
    ("list number", r"\d{1,3}(?=\s(?:Ibid|Id|See|Supra|Cf)\b[.,\s])|(?<=\[)\d{1,3}(?=\])"),  # notes
    ("kind of thing", r"\d{1,2}(?:\.\d{1,2})?[\s-]magnitude\b"),  # "a 7.7-magnitude quake"
    (
        "address or place",  # where streets have numbers: "near 107 Avenue and 96 Street"
        r"\d{1,3}[A-Z]?\s(?:Avenue|Street)\b(?=\s(?:[NS][EW]?|[EW]|and|in|at|near|to|on|was|is|by)\b|[.,;)]|$)",
    ),
    ("name", r"\d{2,3}(?=\sCongress\b(?!\s[a-z]))"),
    (
        "address or place",
        r"\d{1,5}\s(?:[A-Z][a-z]{2,15}\s){1,4}Building\b(?!\s[a-z])",
    ),  # 2141 Rayburn House Office Building
    ("time", r"\d{1,2}(?=\s(?:or|to|until)\s\d{1,2}:[0-5]\d\b)"),
    (
        "time",
        r"(?:[6-9]|1[0-2])[\s-]to[\s-][1-6](?=[\s-](?:job|shift|routine|work|workday|schedule)s?\b)",
    ),  # a 9-to-5 job
    ("length of time", r"\d{1,2}(?:\s|-)to(?:\s|-)life\b"),  # a sentence of 25 to life
    ("length of time", r"\d{1,3}[\s-]min(?:ute)?s?\sread\b"),
    ("name", r"419(?=\s(?:scam|fraud|scheme|letter|e-?mail)\w{0,4}\b)"),
    ("address or place", r"\d{2,5}\sblock\sof\b"),
    (
        "telephone",  # +52 667 123 4567, +44 (0)20 7592 8695
        r"(?<=\+)(?!\d{1,3}\.\d{1,2}(?!\d|[ .-]\d))\d{1,3}[ \xa0.-]?(?:\(\d{1,4}\)[ \xa0.-]?)?\d{1,5}(?:[ \xa0.-]\d{1,5}){1,5}(?!\d)",
    ),
    ("date", r"(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)(?!\d)"),  # 2024-2030
    ("date", r"\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d{2})(?![\d-])|\d{4}-\d{2}-\d{2}(?!\d)"),
    ("score", r"\d{1,3}(?:[-–]\d{1,3}){2,4}(?![\d-])"),  # a vote of 11-30-2
    (
        "score",
        r"\d{1,3}[-–]\d{1,3}(?:,\s\d{1,3}[-–]\d{1,3}(?:\s?\(\d{1,2}(?:[-–]\d{1,2})?\))?){1,4}(?![\w-])",
    ),  # sets of a match
    ("score", r"\d{1,3}-to-\d{1,3}\b(?!-)"),  # odds, a margin
    ("reference", r"\d{1,6}-\d{3,6}(?!\d)(?=[\s.,;]*(?:$|[a-z]{2,6}\b(?!s\b)))(?<!\d,)"),
    (
        "name",
        r"\d{1,6}-0(?!0\b)\d{1,6}(?!\d|-|%|\s(?:per\scent|percent)\b)",
    ),  # a case: no range ends in "071"
    (
        "list number",
        r"(?:(?<=[:;,]\s\()|(?<=^\()|(?<=\n\()|(?<=\sand\s\()|(?<=\sor\s\())\d{1,2}(?=\)\s[\w$€£])",
    ),
    (
        "address or place",
        rf"\d{{1,5}}(?:\s(?:[A-Z][\w.’']{{0,20}}|\d{{1,3}}(?:st|nd|rd|th))){{1,4}}?\s{STREET}"  # 500 12th Street
        rf"|\d{{1,5}}\s{_ABROAD}\s(?:de\s|du\s|del\s|della\s|des\s)?(?:la\s)?[A-Z]"
        rf"|\d{{1,5}}\s{_COMPASS}\s[A-Z0-9][\w’']{{1,20}}(?=,|\.|$|\s(?:in|at|near)\b)",
    ),
    (
        "coordinate",
        r"\d{1,3}(?:\.\d{1,6})?\s?°\s?\d{1,2}(?:\.\d{1,4})?\s?[′'’](?:\s?\d{1,2}(?:\.\d{1,4})?\s?[″\"”])?\s?(?:[NSEW]\b|north|south|east|west)?",
    ),
    (
        "coordinate",
        r"\d{1,3}(?:\.\d{1,6})?(?:\s?°\s?(?:[NSEW]\b|north|south|east|west)|\sdegrees\s(?:north|south|east|west)\b)",
    ),
    (  # "51.5N, 0.12W", of which W alone would be watts
        "coordinate",
        r"\d{1,2}\.\d{1,6}\s?[NS][,;]?\s\d{1,3}\.\d{1,6}\s?[EW]\b",
    ),
    ("version or address", r"(?!\d{1,3}(?:\.\d{3}){2,5}(?![\d.]))\d{1,15}(?:\.\d{1,9}){2,5}"),
    ("ratio or date", r"\d{1,15}[:/]\d{1,15}"),
    (
        "age",
        r"(?:(?<=his\s)|(?<=her\s)|(?<=their\s)|(?<=early\s)|(?<=late\s)|(?<=mid-)|(?<=\d0s,\s)|(?<=\d0s\sand\s)|(?<=\d0s\sor\s))\d0['’]?s\b",  # in their 30's
    ),
    ("name", r"\d{1,4}(?:s|x\d{1,4})\b"),
    ("ordinal", r"\d{0,3}(?:(?<!1)1st|\d(?:th|nd|rd))\b"),
]
_HERE = [(reason, re.compile(pattern)) for reason, pattern in _HERE]
_PARAGRAPH = re.compile(r"(?m)^[ \t]{0,8}(\d{1,3})[ \t]{1,8}(?=[A-Z“\"])")
FEWEST = 3  # numbers in a row that number the paragraphs of a text
_REST = re.compile(r"\d*")  # no number is cut in two


def shape_here(text: str, at: int, ceiling: int, *, reference: bool = False) -> tuple[int, str]:
    """End and reason of a number that names something by its shape; (0, "") for others. `reference` is whether
    the words before it announce a number of a file."""
    if at in _numbered_paragraphs(text):
        return _REST.match(text, at).end(), "list number"
    for reason, pattern in _HERE:
        if (reason != "reference" or reference) and (here := pattern.match(text, at, ceiling)):
            return _REST.match(text, here.end()).end(), reason
    return 0, ""


@lru_cache(maxsize=2)  # asked for at every number of a text
def _numbered_paragraphs(text: str) -> frozenset[int]:
    """Where the numbers stand with which the paragraphs of a text begin: 1, 2, 3 and so on, each before a capital."""
    starts: list[int] = []
    for line in _PARAGRAPH.finditer(text):
        if int(line[1]) == len(starts) + 1:
            starts.append(line.start(1))
    return frozenset(starts) if len(starts) >= FEWEST else frozenset()
