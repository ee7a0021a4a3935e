"""Readers of durations, sets ("every Monday"), times of day and vague expressions.

See `helpers.dates.find.points` for what a reader is. Ages ("37-year-old", "aged 18 months") are no lengths.

>>> [item.value for item in read_duration("two and a half years", 0)]
['P2.5Y']
"""

import re

from helpers.dates.words import (
    FEW,
    MEASURE,
    NUMBER,
    OLD,
    PREVIOUS_WORD,
    QUALIFIER,
    UNIT_WORD,
    Expression,
    count_of,
    english_words,
    one_of,
    period_value,
    unit_of,
    vague_value,
)

_UNIT = UNIT_WORD.replace("?P<unit>", "?:")
_DURATION = re.compile(
    rf"(?i:(?P<number>{NUMBER})(?P<half>(?:\s|-)and(?:\s|-)(?:(?:(?:a|one)(?:\s|-))?(?:half|quarter)|three(?:\s|-)quarters?)|\s?[½¼¾])?(?:(?:\s?(?:-|–|to|or|and)\s?|-\s?(?:to|or|and)[\s-])"
    rf"(?P<upper>{NUMBER}))?(?:\sor\s(?:more|so|fewer|less))?(?:-|–|\s){MEASURE}{UNIT_WORD}(?P<tail>\sand\sa\shalf)?)"
)
# "18+ years of service"; of people it is an age: "adults (18+ yrs)"
_AT_LEAST = re.compile(rf"(?i:(?P<number>\d{{1,4}})\+\s?{UNIT_WORD})")
_OF_PEOPLE = re.compile(
    r"(?i)\b(?:ages?|aged|those|everyone|anyone|open\sto|adults|workers|students|visitors|players|residents|applicants|persons|kids|drivers"
    r"|voters|men|women|people|children)\s(?:of\s)?\(?$|^\W?$|\($"
)
_SPENT = re.compile(r"(?i)[’']|\s(?:of(?!\sage)|in|at|on|experience|service|ago|later)\b")
# "at 21.30 hrs" is an hour, "for 21.5 hours" a length
_POINT_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d\s?h(?:ou)?rs")
_AT_HOUR = re.compile(r"(?i)\b(?:at|by|around|until|till|from|before|since)\s(?:about\s)?$")
_CALENDAR_YEAR = re.compile(r"(?:1[89]|20)\d\d")
OF_MANY_PEOPLE = (
    10_000  # as many days or nights are those of many people, added up: nobody tells 27 years in days
)
_GLUED = re.compile(r"(?P<number>\d{1,4}(?:\.5)?)(?P<unit>hrs?|mins?|yrs?|secs?)\b(?!-)(?!\sold)")  # "24hrs"
_AND_MORE = re.compile(rf"(?i:(?:,?\sand\s|,\s|\s)(?P<number>{NUMBER})(?:-|\s){UNIT_WORD})")
SUM_OF_UNITS = rf"{NUMBER}(?:-|\s){_UNIT}(?:(?:,?\sand\s|,\s|\s){NUMBER}(?:-|\s){_UNIT}){{1,3}}"
_SUM = re.compile(rf"(?i:{SUM_OF_UNITS})")
_TERM = re.compile(rf"(?i:(?P<number>{NUMBER})(?:-|\s){UNIT_WORD})")
_A_DAY = re.compile(r"(?i:\s(?:an?|per|every|each)\s(?:day|night|week|month|year)\b)")
_FEW_UNITS = re.compile(
    rf"(?i:(?:(?P<rel>past|last|next|coming|first|previous|following)\s)?{FEW}\s(?:of\s)?{MEASURE}{UNIT_WORD})"
)
REL_UNITS = re.compile(
    rf"(?i:(?:past|last|next|coming|previous|following|preceding|final|first|recent)\s(?P<number>{NUMBER})(?P<half>(?:\s|-)and(?:\s"
    rf"|-)a(?:\s|-)half)?\s(?:or\sso\s)?{MEASURE}{UNIT_WORD})"
)


# "babies as young as six weeks", "aged 11 months to 16 years"
_AGE_BEFORE = re.compile(
    r"(?i)\b(?:aged?|ages|age\sof|turned|old|(?:as\syoung\sas|younger\sthan)(?:\sjust|\sonly|\sabout)?"
    r"|aged\s\S{1,10}\s(?:day|week|month|year)s?\s(?:to|and))\s$"
)


def _age(text: str, start: int, end: int) -> bool:
    return bool(OLD.match(text, end) or _AGE_BEFORE.search(text, max(0, start - 30), start))


_BY_A_SHARE = re.compile(r"(?i)\bby\s(?:(?:nearly|almost|about|over|around|roughly|some|more\sthan)\s)?$")
_COMPOUND = re.compile(r"-(?!long|old|plus|or|and)[a-z]")
_PARTS_OF_ONE = {"¼": 0.25, "¾": 0.75, "½": 0.5, "three": 0.75, "quarter": 0.25, "half": 0.5}

# "took from 1 to 212 days" tells the shortest and the longest, "a stay of 10 to 12 days" one length
_BETWEEN = re.compile(r"(?i)\bbetween\s$")
_EXTREMES = re.compile(
    r"(?i)\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|t(?:akes?|ook|aken|aking)|last(?:s|ed|ing)?|r[au]n)\s(?:in\slength\s)?(?:[^\s,.;]{1,20}\s){0,9}(?:from|between)\s$"
)

_CUSTODY = re.compile(
    r"(?i)\s(?:in\s(?:prison|jail|custody|federal|state)|behind|of\s(?:probation|supervised|home|prison))"
)
# three quarters of it are a fraction, but not three quarters of the year or of decline
_OF_A_WHOLE = re.compile(
    r"(?i)\sof\s(?:(?:an?|the|this|all|these|those|its|their|his|her|our)\b(?!\s(?:[a-z]{4,9}\s)?(?:year|decade)\b)|(?:them|us|which|whom|(?!loss|gain|decline|profit|deficit|contraction|cut)[a-z]{3,20}(?<!s)s)\b)"
)
_QUARTERS = re.compile(r"(?i)three[\s-]quarters")
_IN_A_ROW = re.compile(r"(?i)\s(?:in\sa\srow|running|straight|long|ago)\b")
_THREE_QUARTERS = re.compile(r"(?i)three[\s-]quarters\sof\san?\s(?P<unit>hour|year|century)\b")
_QUARTERS_OF = {"hour": "PT45M", "year": "P9M", "century": "P75Y"}
_EVENT_AFTER = re.compile(r"(?i)\s(?:before|after|earlier|later|into|from)\b")


def _is_length(text: str, at: int, end: int, unit: str) -> bool:
    """Whether "a year" is a length: "for a year", "a year in prison", "a year after the raid"; it is none in
    "500 a year"."""
    if text.startswith(("-long", "long", "-round", "round"), end):
        return False
    word = PREVIOUS_WORD.search(text, max(0, at - 20), at)
    after = (
        unit == "fortnight"
        or text.startswith("-", end)
        or _CUSTODY.match(text, end)
        or _EVENT_AFTER.match(text, end)
    )
    return bool(after or word and word[1].lower() in english_words("duration_before"))


def read_duration(text: str, at: int) -> list[Expression]:
    """Reads a length in numbers at a place: "three days", "12 to 14 months", "two years and a half"; "two
    hours a day" is a set."""
    if glued := _GLUED.match(text, at):
        value = period_value(float(glued["number"]), unit_of(glued["unit"]))
        return [qualified(text, Expression(at, glued.end(), "duration", value=value))]
    if least := _AT_LEAST.match(text, at):
        value = period_value(float(least["number"]), unit_of(least["unit"]))
        people = _OF_PEOPLE.search(text, max(0, at - 24), at) and not _SPENT.match(text, least.end())
        aged = OLD.match(text, least.end()) or people and value.endswith("Y")
        return [] if aged else [Expression(at, least.end(), "duration", value=value, mod="EQUAL_OR_MORE")]
    match = _DURATION.match(text, at)
    if not match or (at and text[at - 1] in "$£€#.,:/-–") or _age(text, at, match.end()):
        return []
    if _POINT_HOUR.match(text, at) and _AT_HOUR.search(text, max(0, at - 12), at):
        return []
    if part := _THREE_QUARTERS.match(text, at):
        return [Expression(at, part.end(), "duration", value=_QUARTERS_OF[part["unit"].lower()])]
    number, unit = count_of(match["number"]), unit_of(match["unit"])
    if rate := _A_DAY.match(text, match.end()):
        return [Expression(at, rate.end(), "set", value=period_value(number, unit))]
    if not _tells_a_length(text, at, match):
        return []
    part = (match["half"] or match["tail"] or "").lower()
    number += next((size for sign, size in _PARTS_OF_ONE.items() if sign in part), 0)
    end = match.end() + 5 * text.startswith("-long", match.end())
    value = period_value(number, unit)
    if match["upper"]:
        upper = count_of(match["upper"])
        if upper <= number:
            return []
        joint = text[match.end("number") : match.start("upper")].strip("- ").lower()
        extremes = _EXTREMES.search(text, max(0, at - 80), at)
        if extremes or joint == "and" and not _BETWEEN.search(text, max(0, at - 10), at):
            shortest = Expression(at, match.end("number"), "duration", value=value)
            longest = period_value(upper, unit)
            return [shortest, Expression(match.start("upper"), end, "duration", value=longest)]
        value = f"{value}/{period_value(upper, unit)}"
    elif (whole := _SUM.match(text, at)) and _age(text, at, whole.end()):
        return []
    else:
        value, end = _with_more(text, at, end, number, unit) or (value, end)
    return [qualified(text, Expression(at, end, "duration", value=value))]


def _tells_a_length(text: str, at: int, match: re.Match) -> bool:
    """Whether number and unit are a length: not "500 a year", "one day he will", "25 second places", "the 2018 school year"."""
    words, unit_word = match["number"].lower(), match["unit"].lower()
    dated = unit_word == "year" and _CALENDAR_YEAR.fullmatch(words)
    if dated or unit_of(match["unit"]) == "D" and count_of(words) >= OF_MANY_PEOPLE:
        return False
    article = words in ("a", "an")
    if article and not (match["tail"] or match["half"] or _is_length(text, at, match.end(), unit_word)):
        return False
    joined = "-" in match[0] or unit_word.endswith("s") or words in ("one", "1", "a", "an")
    if not joined and _COMPOUND.match(text, match.end()):
        return False  # "two night-soil waggons"
    if unit_word == "quarters" and _BY_A_SHARE.search(text, max(0, at - 24), at):
        return False  # "fell by nearly three quarters"
    if unit_word == "quarter" and (match["upper"] or words).lower() in ("one", "three"):
        return False  # "two and three-quarter miles", "one-quarter ton"
    one_of_many = unit_word.startswith(("second", "quarter", "weekend")) and not unit_word.endswith("s")
    if one_of_many and "-" not in match[0]:
        return False
    if unit_word == "min" and not match["number"][0].isdigit() or words.endswith("couple") and article:
        return False
    if unit_word == "quarters" and words == "three" and _is_share(text, at, match):
        return False  # "three quarters of the men", "three quarters of a mile", "nearly three-quarters fled"
    if words == "one" and unit_word == "day" and "-" not in match[0]:
        word = PREVIOUS_WORD.search(text, max(0, at - 20), at)
        return bool(word) and word[1].lower() in english_words("duration_before")
    return True


def _is_share(text: str, at: int, match: re.Match) -> bool:
    """Whether "three quarters" is a fraction and no three seasons of a company."""
    if _OF_A_WHOLE.match(text, match.end()):
        return True
    if not _QUARTERS.fullmatch(match[0]) or text.startswith(" of ", match.end()):
        return False  # "three straight quarters", "three quarters of losses"
    about = QUALIFIER.search(text, max(0, at - 25), at)
    place = about.start(1) if about else at
    word = PREVIOUS_WORD.search(text, max(0, place - 20), place)
    lasts = word and word[1].lower() in english_words("duration_before")
    lasts = lasts or _IN_A_ROW.match(text, match.end()) or _EVENT_AFTER.match(text, match.end())
    return "-" in match[0] or not lasts


def _with_more(text: str, at: int, end: int, number: float, unit: str) -> tuple[str, int] | None:
    """Value and end of a length that goes on in smaller units: "two years and six months"."""
    if (whole := _SUM.match(text, at)) and (value := sum_of_units(whole[0])) and value.endswith("D"):
        return (value, whole.end()) if not _age(text, end, whole.end()) else None
    more = _AND_MORE.match(text, end) if unit in ("Y", "TH") else None
    if not more or _age(text, end, more.end()):
        return None
    second, second_unit = count_of(more["number"]), unit_of(more["unit"])
    parts = {"YM": 12, "THTM": 60}.get(unit + second_unit, 0)
    fits = second < parts and not (unit == "TH" and re.search("[-,]", text[at : more.end()]))
    return (period_value(number * parts + second, second_unit), more.end()) if fits else None


def sum_of_units(text: str) -> str:
    """The TIMEX3 value of "five years, one month and two days": P5Y1M2D; empty if the units do not descend."""
    order, codes, value = "YMWD", [], "P"
    for term in _TERM.finditer(text):
        number, unit = count_of(term["number"]), unit_of(term["unit"])
        if unit not in order or number != int(number) or number > 9999:
            return ""
        codes.append(order.index(unit))
        value += f"{int(number)}{unit}"
    return value if codes and codes == sorted(set(codes)) else ""


_LENGTH_OF = re.compile(rf"(?i)(?:^|\b{one_of(english_words('over_before'))}\s|[,(;:—–-]\s?)over\s$")
_LENGTH_AFTER = re.compile(
    r"(?i)\s(?:ago|in\s(?:prison|jail|custody|length)|behind\sbars|of\s(?!the\b)|later|earlier|before|after|since|old|long)\b"
)


def qualified(text: str, item: Expression) -> Expression:
    """Takes "about", "more than" into a length; "over six years" is more than six only where a length is told,
    otherwise it is the time in which something happened."""
    if match := QUALIFIER.search(text, max(0, item.start - 25), item.start):
        told = _LENGTH_OF.search(text, max(0, match.end(1) - 25), item.start) or _LENGTH_AFTER.match(
            text, item.end
        )
        if match[1].lower() == "over" and not told:
            return item
        item.start, item.mod = (
            match.start(1),
            english_words("qualifier")[re.sub(r"\s", " ", match[1].lower())],
        )
    return item


# "12 more than a year ago", "9% less than a month before", "two cases more than a year earlier"
_AMOUNT_BEFORE = re.compile(
    rf"(?i)(?:\d|%|percent|per\scent|points?|\b{NUMBER}|\d\s[a-z]{{3,20}}s|\b{NUMBER}\s[a-z]{{3,20}}s)\s$"
)
_THE_BEFORE = re.compile(r"(?i)(?:previous|preceding)\s")
_OPENING_MONTHS = re.compile(r"(?i)first\s\S+\smonths")
_IN_THE = re.compile(r"(?i)\b(?:in|over|during|for|within)\sthe\s$")
_OF_SOMETHING = re.compile(
    r"(?i)\s(?:of|after|in|since|under|as|at|following|on|from|to|with|alone|there|together|before|he|she)\b"
)


def compares_amounts(text: str, at: int, number: str | None) -> bool:
    """Whether "fewer than" at a place compares an amount with that of a year, a month or a week ago, and bounds no length."""
    single = number and number.lower() in ("a", "an", "one")
    return bool(single) and (
        text.startswith("fewer", at) or bool(_AMOUNT_BEFORE.search(text, max(0, at - 40), at))
    )


def read_relative_units(text: str, at: int) -> list[Expression]:
    """ "the past three years", "the next 30 days": lengths that lie next to now."""
    match = REL_UNITS.match(text, at)
    if not match or match["number"].lower() in ("a", "an") or _age(text, at, match.end()):
        return []
    number = count_of(match["number"]) + (0.5 if match["half"] else 0)
    unit = unit_of(match["unit"])
    length = Expression(at, match.end(), "duration", value=period_value(number, unit))
    before = _THE_BEFORE.match(match[0]) and unit in ("D", "W", "M", "Y") and number == int(number)
    if before and text[max(0, at - 4) : at].lower() == "the " and not _OF_SOMETHING.match(text, match.end()):
        return [Expression(at, match.end(), "units before", unit=unit, number=number, inner=length)]
    opening = unit == "M" and number in range(2, 12) and _OPENING_MONTHS.fullmatch(match[0])
    if opening and _IN_THE.search(text, max(0, at - 16), at) and not _OF_SOMETHING.match(text, match.end()):
        return [Expression(at, match.end(), "first months", number=number, inner=length)]
    return [length]


def read_few_units(text: str, at: int) -> list[Expression]:
    """Reads a length without a number at a place: "several weeks", "a few hours"."""
    match = _FEW_UNITS.match(text, at)
    if not match or OLD.match(text, match.end()):
        return []
    few, unit = match["few"].lower(), unit_of(match["unit"])
    word = match["unit"].lower()
    if few == "many" and text[max(0, at - 3) : at].lower() == "as ":
        return []  # "the second time in as many weeks"
    if few == "recent" and not match["rel"] or not word.endswith(("s", "a")):
        return []
    if few.endswith("couple"):
        return [qualified(text, Expression(at, match.end(), "duration", value=period_value(2, unit)))]
    return [qualified(text, Expression(at, match.end(), "vague", type="DURATION", value=vague_value(unit)))]
