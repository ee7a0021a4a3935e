"""What a figure is an average of: "per flight", "a day", "each officer", "one guard to every 20 prisoners".

In: a figure with the words around it. Out: an `Average` with the noun of what it is per, or None for a figure that is none.
"""

import re
from dataclasses import dataclass, replace

from helpers.checks.frames import Frame
from helpers.checks.kept import once
from helpers.texts import MEAN_DAYS, PEOPLE_CLASSES, noun_class, singular

__all__ = ["DAYS", "Average", "average_of"]

DAYS = {"night": 1.0} | {name: MEAN_DAYS[f"{name}s"] for name in ("hour", "day", "week", "month", "year")}
_EACH = r"(?:for|to|from|by|on|in|at|with)\s(?:each|every\sone)\sof\s(?:them|these|those)\b|(?:for\s)?each\b(?!\sof\b|\s(?!(?:between|for|from|in|on|at|to|by|with|and|or|but|over|during|after|before|under|when|while|as)\b)[a-z])|apiece|a\spiece|a\shead|per\shead"
_OF_SOME = r"(?:\s(?:one\s)?of\s(?:the\s|these\s|those\s|its\s|their\s)?(?:\d[\d,]*\s)?)?"
# "24 a week", and "24 each week," but not "24 each officer signed"
_EACH_NOUN = r"each(?=\s[a-z-]+(?:[.,;:)–—]|\s[–—]|$|\s(?:in|on|at|from|during|for|between|over|of)\b))"
_OF_A_NOUN = rf"(?:per|(?:for|to|in|on|from|at|with|by)\s(?:each|every){_OF_SOME}|to\s(?:a|an|the)|every|{_EACH_NOUN})\s?(?<=\s)(?!(?:of|them|these|those|whom|which|us)\b)(?P<per>[a-z][\w’'-]+(?:\sof\sstaff|\s[a-z][\w’'-]+)?)"
_OF_A_MEASURE = r"an?\s(?P<time>day|week|month|year|night|hour|kilo|kilogram|kg|gram|litre|tonne|pound|pill|tablet|shift|piece|person|flight|unit)\b(?!\s(?:earlier|ago|before|later|old|after|from|in))"
_FILLED = r"(?:\s(?!\d|than|for|over|within|after|in|last|about|and|or)[\w’'-]+){0,4}?\s"
_PER = re.compile(rf"{_FILLED}(?:(?P<each>{_EACH})|{_OF_A_NOUN}|{_OF_A_MEASURE}|(?P<in>in\seach))", re.I)
# "each therefore has", "each carried": the noun is left out
_NO_NOUN = r"(?!(?:thus|then|therefore|hence|now|also|still|alone|ha[ds]|have|was|were|is|are|got|gets|took|takes|made|makes|did|does|held|holds|sold|bought|spent|gave|went|cost|costs|can|could|will|would|[a-z]+ly|[a-z]{3,}ed)\b)"
_SO_MANY = r"(?:(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\s)?"
_MANY = {"hundred": 1e2, "thousand": 1e3, "million": 1e6}
FEWEST = 100  # "nine for every twenty" is a share
_WORDS = r"(?:(?!--)[^.;:,–—(])"
_ASIDE = rf"(?:{_WORDS}{{0,40}},\s[^.;:,\d–—(]{{3,40}},\s{_WORDS}{{0,40}}|{_WORDS}{{0,70}})$"  # "every week, on average, some"
# "36 deaths per 100,000 inhabitants"
_PER_MANY = re.compile(
    rf"\S+(?:\s[a-z’'-]+){{0,4}}?\s(?:per|(?:for|to|in|out\sof|of)\s(?:every|each))\s(?:one\s|a\s)?(?P<many>\d[\d,]*|{'|'.join(_MANY)})\b(?:\s(?P<per>[a-z][\w’'-]+))?",
    re.I,
)
_FOR_EACH = re.compile(r"\bper\b|\bevery\b|\beach\b", re.I)  # without it none of these need be tried
# "$100 per inmate per day": of two figures at once
_PER_TWICE = re.compile(
    r"\s(?:per|for\severy|an?|each|every)\s[a-z]+(?:\s|/|,\s)(?:per|an?|each|every)\s(?:day|night|week|month|hour|shift)\b"
    r"|\s(?:per|an?|each|every)\s(?:day|night|week|month|hour|shift)\s(?:each\b|apiece|(?:per|a)\s(?:head|person|man))",
    re.I,
)
_EACH_BEFORE = re.compile(
    rf"\b(?:each|every)(?:\sone)?(?:\sof\s(?:them|whom|which)\b|\s(?:of\s(?:the|these|those|its|their)\s(?:[a-z]+['’]s\s)?)?{_SO_MANY}"
    rf"(?:{_NO_NOUN}(?P<per>[a-z][\w’'-]+(?:\s[a-z][\w’'-]+)?))?){_ASIDE}",
    re.I,
)
_AMOUNT = r"(?:(?:about|around|roughly|nearly|some|just|over|under|only|exactly)\s){0,2}(?:[A-Z]{3}\s|[A-Z]{0,3}[$£€])?$"
# "Per detainee, the bill was", "the load per lawyer was", "persons per flight:"
_PER_BEFORE = re.compile(
    r"(?:^|(?<!\d)\s)(?:[a-z]+\s)?per\s(?!cent|capita|annum|se\b)(?P<per>[a-z][\w’'-]+)(?::|,?(?:\s[a-z’'-]+){0,5}?\s(?:was|were|is|are|stood\sat"
    rf"|of|this|that|it|makes?|made|c[ao]mes?\sto|amount(?:s|ed)\sto|reached|totalled|on\saverage:?))\s(?i:an\saverage\sof\s)?{_AMOUNT}",
    re.I,
)
_PER_FIRST = re.compile(
    rf"(?:(?:so|thus|hence),?\s)?per\s(?!cent|capita|annum|se\b)(?P<per>[a-z][\w’'-]+),\s{_AMOUNT}", re.I
)
# "the price of a kilo was", "the going rate for a seat is"
_PRICE_OF = re.compile(
    r"\b(?:rates?|prices?|costs?|fees?|fares?|tariff|charge|toll|bribe)\s(?:for|of|per)\s(?:an?|one|each|every)\s(?P<per>[a-z][\w’'-]+)[^.;:,\d]{0,40}"
    rf"\s(?:is|was|were|stood\sat|came\sto|of)\s{_AMOUNT}",
    re.I,
)
_AVERAGE_BEFORE = re.compile(
    r"\b(?:average(?:d|s)?|unit\s(?:price|cost)s?|averaging|on\saverage|mean)\b[^.;,]{0,40}$", re.I
)
# "a weekly average of 80", "a daily throughput of", "20 arrests daily"
_HOLDERS = PEOPLE_CLASSES | {"vehicle", "animal"}
_ADVERBS = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "hourly": "hour"}
_ADVERBS |= {"yearly": "year", "annual": "year", "annually": "year"}
_EVERY_SO = "|".join(sorted(_ADVERBS, key=len, reverse=True))
_ADVERB_BEFORE = re.compile(
    rf"\b(?P<often>{_EVERY_SO})\s(?:[a-z]+,?\s){{1,4}}?(?:(?:about|around|roughly|nearly|some|just|over|under)\s){{0,2}}(?:[A-Z]{{3}}\s|[$£€])?$",
    re.I,
)
_ADVERB_BEHIND = re.compile(
    rf"(?:\s(?!\d|than|for|over|within|after|in|last|about|and|or)[\w’'-]+){{0,3}}?\s(?P<often>{_EVERY_SO})\b(?!\s[a-z]+s?\b(?<!on)(?<!in)(?<!for))",
    re.I,
)
_AVERAGE_TIME = re.compile(r"\baverage\s(day|night|week|month|year|hour)\b[^.;]{0,40}$", re.I)
_AVERAGE_AFTER = re.compile(r"[^.;,]{0,40}?\bon\saverage\b|\s(?:is|was)\sthe\saverage\b", re.I)
NO_AVERAGE = re.compile(
    r"\b(?:as\smuch\sas|up\sto|at\sleast|at\smost|between|maximum|minimum|fine|fined|penalty|limit|costs?\sup"
    r"|(?:each|every)\sof\s(?:the|these|those|its|their)(?=\s$))\s(?:[\w$£€]+\s)?$",
    re.I,
)
# "one guard to every 20 prisoners"
_ONE_TO_EVERY = re.compile(r"\b(?:one|an?)\s(?P<per>[a-z][\w’'-]+)\s(?:to|for|per)\s(?:every|each)\s$", re.I)
# "45 guards, which works out at one for every eight men"
_ONE_FOR_EVERY = re.compile(r"\bone\s(?:to|for|per)\s(?:every|each)\s$", re.I)
# "a gram sold for 60 euros"
_BUYER = r"(?:(?:the\s|its\s)?(?:taxpayers?|state|public|cit(?:y|ies)|government|country|count(?:y|ies))\s)?"
_SOLD = r"(?:s[eo]lls?|sold|costs?|went|goes|fetch(?:es|ed)?|valued|worth|priced|bought)"
_PRICED = re.compile(
    r"\b(?:an?|one|each|every)\s(?:[a-z]+\s)?(?P<per>(?!(?:was|is|were|had|of|one)\b)[a-z][\w’'-]+)\s(?:(?:was|is|were|had|could|would|can)\s)?(?:be\s)?"
    rf"{_SOLD}\s{_BUYER}(?:(?:for|at|about|around|up|to)\s){{0,2}}(?:[A-Z]{{3}}\s|[$£€])?$",
    re.I,
)
# "a plot measured 0.5 hectares on average", "the average parcel weighed"
_ONE_HAS = re.compile(
    r"\b(?P<article>an?|one|the\s(?:average|typical)|an\s(?:average|typical))\s(?P<per>[a-z][\w’'-]+)\s(?:weigh(?:s|ed)|measure[sd]|h[eo]lds?|contain(?:s|ed)"
    rf"|carrie[sd]|costs?|took|takes|last(?:s|ed)|earn(?:s|ed)|got|gets|receive[sd]|paid|pays|made|makes|had|has)\s{_AMOUNT}",
    re.I,
)
# "migrants paid on average 3,500"
_SUBJECT = re.compile(
    r"\b(?P<per>[A-Za-z]{3,}(?:s|en|ple))\s(?:(?:have|had|has|were|are)\s)?[a-z]+\s(?:on\saverage|an\saverage\sof)\s(?:about\s|around\s)?(?:[A-Z]{3}\s|[$£€])?$"
)
# "The recovered cars are worth $36 million, or $60,000 each"
_THE_SUBJECT = re.compile(
    r"(?:The|These|Those|All|Both)\s(?:the\s)?(?:[a-z][\w’'-]+\s){0,2}?(?P<per>[a-z]+(?:s|en|ple))\s(?:are|were|have|had|got|received|paid|cost)\b"
)
_A_NOUN = re.compile(r"\san?\s(?P<per>[a-z][\w’'-]+)(?!\s(?:ago|earlier|before|later))")


@dataclass(frozen=True)
class Average:
    """A figure told as one per something: the noun of that in the singular, empty where it is not said, the words
    that tell so, and of how many ("36 per 100,000")."""

    figure: Frame
    per: str
    cue: str
    many: float = 1.0

    @property
    def timed(self) -> bool:
        """Whether it is one per a unit of time."""
        return self.per in DAYS


@once
def average_of(one: Frame) -> Average | None:
    """What a figure is an average of; None for a figure that is none."""
    if many := _of_many(one):
        return many
    found = None if _PER_TWICE.match(one.after) else _first(one) or _behind(one) or _before(one)
    if found and one.noun == found[0]:
        one = replace(one, noun="", noun_class="")  # "240 a month" counts no months
    return Average(one, *found) if found else None


def _of_many(one: Frame) -> Average | None:
    """A rate: "36 deaths per 100,000 inhabitants"."""
    at = one.start - one.sentence_start
    found = _FOR_EACH.search(one.sentence, at) and _PER_MANY.match(one.sentence, at)
    if not found or one.value == 1:  # "one for every 560 inhabitants": the 560 is the average
        return None
    many = _MANY.get(found["many"].lower()) or float(found["many"].replace(",", ""))
    return Average(one, singular((found["per"] or "").lower()), found[0], many) if many >= FEWEST else None


def _first(one: Frame) -> tuple[str, str] | None:
    """What an average is per by words that lead to it: "Per bracelet that comes to"."""
    before = one.before[-90:]
    found = _FOR_EACH.search(before) and (_PER_BEFORE.search(before) or _PER_FIRST.fullmatch(before))
    return (_head(found["per"]), found[0].strip()) if found else None


def _behind(one: Frame) -> tuple[str, str] | None:
    """What an average is per by the words behind it: "12 per officer", "$600 a trip"."""
    if found := _PER.match(one.after):
        cue = found[0].strip()
        if named := found["per"] or found["time"]:
            return _per_both(_head(named), _PER.match(one.after, found.end())), cue
        subject = _THE_SUBJECT.match(one.sentence[: one.start - one.sentence_start])
        return singular(subject["per"].lower()) if subject else "", cue
    if one.per:
        return singular(one.per), one.per
    if one.unit.isupper() and (noun := _A_NOUN.match(one.after)):
        return singular(noun["per"]), noun[0].strip()
    return None


def _before(one: Frame) -> tuple[str, str] | None:
    """What an average is per by the words before it: "on an average day", "each officer made"."""
    before = one.before[-90:]
    small, averaged = before.lower(), _AVERAGE_AFTER.match(one.after)
    average, each = averaged or "average" in small, "each" in small or "every" in small
    if timed := average and _AVERAGE_TIME.search(before):
        return timed[1].lower(), timed[0].strip()[:30]
    if often := _ADVERB_BEFORE.search(before) or _ADVERB_BEHIND.match(one.after):
        return _ADVERBS[often["often"].lower()], often[0].strip()[:30]
    if (
        found := each
        and _ONE_TO_EVERY.search(before)
        or average
        and _SUBJECT.search(before)
        or (one.unit.isupper() and (_PRICED.search(before) or _PRICE_OF.search(before)))
    ):
        return singular(found["per"].lower()), found[0].strip()
    if found := each and _ONE_FOR_EVERY.search(before):
        return "", found[0].strip()
    found = average and _ONE_HAS.search(before)
    if found and ("average" in found["article"] or averaged):
        return singular(found["per"].lower()), found[0].strip()
    clause = re.split(r"[;.:]", before)[-1] if each else ""
    if each and not NO_AVERAGE.search(clause[-30:]) and (found := _EACH_BEFORE.search(clause)):
        return _holder((found["per"] or "").lower()), " ".join(found[0].split()[:3])
    if found := _AVERAGE_BEFORE.search(before[-70:]) or averaged:
        return "", found[0].strip()[:30]
    return ("", one.quote) if one.dimension == "ratio" else None


def _holder(words: str) -> str:
    """The noun behind "each": "member" of "class member", "man" of "man cost"."""
    first, second = (words.split() + ["", ""])[:2]
    return singular(second if noun_class(second) in _HOLDERS else first)


def _per_both(first: str, second: re.Match | None) -> str:
    """What an average is per by two phrases: "$78,000 a year per inmate" is one per inmate."""
    other = second and (second["per"] or second["time"])
    return _head(other) if other and first == "year" else first


def _head(words: str) -> str:
    """The noun of what an average is per: "position" of "empty position", "member" of "member of staff"."""
    first, *more = words.split()
    return singular(more[0] if len(more) == 1 and noun_class(more[0]) else first)
