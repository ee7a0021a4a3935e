"""Numbers that are the age of somebody: "Ana Ruiz, 14, of Nogales", "the driver is 33", "aged 19 and 43"."""

import re

from helpers.quantities.bracketed_ages import ALIAS, LISTED, aged_in_list
from helpers.quantities.lists import kinds_of
from helpers.quantities.numerals import PLURALS, is_plural, next_word, value_of
from helpers.quantities.units import unit_here
from helpers.texts import Sentence, number_words, person_nouns

__all__ = ["TO_WORD_AGE", "WORD_AGE", "age_here", "age_in_words", "is_age", "names_person"]

_RELATIVES = kinds_of("en", "idioms", "words")["relative"]
_ONE_PERSON = (
    frozenset(word for word in person_nouns() if word[-1] != "s" and word not in PLURALS) | _RELATIVES
)
_UNITS_OF_AGE = r"(?:year|yr|month|week|day)s?"
_AND_OVER = r"\d{1,2}\+\s?(?:yrs?|years?)\b(?:\sold|\sof\sage)?"  # "18+ yrs"
# "a 37-year-old", "24 YEARS OLD", "18 years of age"; and "18 to 45 years old" from its second number
_AGE_HERE = re.compile(
    rf"\d{{1,3}}(?:\.\d)?½?(?:[ \xa0-]|-?){_UNITS_OF_AGE}[\s-]old(?:s|er)?\b|\d{{1,3}}\syears\s(?:of\sage|and\solder)"
    rf"|\d{{1,3}}-(?:(?:to|or)-|\s?(?:to|or|and)\s|,\s)\d{{1,3}}-{_UNITS_OF_AGE}-olds?\b|\d{{1,2}}\s?(?:y/?o|yrs?\sold)\b"
    rf"|{_AND_OVER}|\d{{1,2}}(?:\sand|-)\s?(?:older|over|up)\b(?=[\s,.;)]*(?:$|\w{{0,3}}\s?(?:were|are|who|at)\b))",
    re.IGNORECASE,
)
_RANGE_OF_AGES = re.compile(
    r"\b(?:ages?(?:\s[a-z]{2,8}){0,3}\s(?:from|between)|in\sage\sfrom|aged?(?:\sbetween|\sfrom)?|ages)\s"
    r"(?:\d{1,3}(?:\s(?:year|month|week|day)s?)?(?:,\s|,?\s(?:to|and|or)\s|[-–]))*$"
    r"|\bages?:\s(?:\d{1,3}(?:,\s|,?\s(?:and|or|to)\s|[-–]))*$"
    r"|\b(?:youngest|oldest|eldest)(?:\s[a-z’'-]{1,20}){0,4}\s$",
    re.IGNORECASE,
)  # "their ages range from 24 to 71", "the youngest is 19 and the oldest 63"
_AS_YOUNG_AS = re.compile(
    r"\b(?:as\s(?:young|old)\sas|(?:young|old)er\sthan)\s(?:just\s|only\s|about\s)?$", re.IGNORECASE
)
_CLAUSE_OPENS = r"(?:^|[.;:,“\"(]\s?|\b(?:and|but|that|said|because|while|of)\s)"
_DETERMINER = r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Aa]n?)"
_WHO = (
    rf"(?:(?P<pronoun>[Hh]e|[Ss]he|I)|{_DETERMINER}\s(?:[\w’'-]{{1,20}}\s){{0,3}}?(?P<noun>[a-z][\w’'-]{{1,20}})"
    r"|(?P<name>[A-Z][a-z’'-]{1,20}(?:\s[A-Z][\w.’'-]{0,20}){0,3}))"
)
_IS = r"(?:’s|'s|\s(?:is|was|are|were|turned|turns|became))\s(?:just\s|now\s|only\s|then\s|about\s)?"
_SUBJECT = re.compile(rf"{_CLAUSE_OPENS}{_WHO}{_IS}(?P<first>\d{{1,3}}\sand\s)?$")
_ONE = r"(?:boy|girl|man|woman|child|youth|teenager|son|daughter|baby|lad)"
_MANY = (
    r"(?:anyone|anybody|everyone|those|people|children|adults|kids|minors|men|women|boys|girls|patients|drivers"
    r"|residents|voters|workers|citizens|youths|pensioners|them|whom|pupils|students)"
)
_OF_AGE = re.compile(  # "a boy of 9", "those under 12"
    rf"\b{_ONE}\sof\s(?:just\s|only\s|about\s|around\s|some\s|nearly\s)?$|\b(?:{_MANY}|who\s(?:are|is|were|was))\s(?:over|under|above|below)\s(?:the\sage\sof\s)?$"
    rf"|\baged\s(?:over|under|above|below)\s$|\b{_MANY}\s(?:between\s(?:\d{{1,2}}\sand\s)?|of\s(?:\d\d?(?:,\s|,?\sand\s))*)$",
    re.IGNORECASE,
)
_DOER = re.compile(r"[a-z]{2}(?:er|or|ist|ian|man)$")
# "the striker, 27,": a doer by the ending of the word
_SOMEBODY = re.compile(
    r"\b(?i:an?|the|his|her|their|one)\s(?:[a-z’'-]{1,20}\s){0,3}(?!numbers?,|orders?,|centers?,|papers?,|rivers?,|floors?,|doors?,)"
    r"[a-z-]{2,20}(?:er|or|ist|ian|man|mate)(?:\sof\s[A-Z]\w{1,20})?,\s$"
)
# "73 of them under 16", "most keepers are over 60"
_SEVERAL_PEOPLE = r"(?:[a-z]{0,20}(?:ers|ors|ists|ians|men|people|girls|boys|children|ims|pils|nts|ees|women)|(?:those|these)\s[a-z]{3,20})"
_SOME_OF_AGE = re.compile(
    rf"\b(?:of\s(?:them|whom)(?:\s(?:is|are|was|were))?|\d+\s(?:were|are)|{_SEVERAL_PEOPLE}(?:\s(?:at|in|on|by)\s(?:the\s)?[a-z]{{3,20}})?,?"
    r"\s(?:are|were|will\sbe|would\sbe))\s(?:aged\s)?(?P<way>under|below|over|above)\s$",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1} | {
    word: int(value) for word, (kind, value) in number_words("en").items() if kind == "unit"
}
_WORDS = "|".join(word for word, (kind, _) in number_words("en").items() if kind in ("unit", "teen", "ten"))
WORD_AGE = re.compile(r"[\s-](?:year|month|week|day)s?(?:-olds?|\sold|\sof\sage)\b", re.IGNORECASE)
# "twenty- to thirty-year-old men", "aged twenty to thirty"
TO_WORD_AGE = re.compile(rf"-?\s(?:to|or)\s(?:{_WORDS})(?:-(?:{_WORDS}))?\b", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"\b(?P<count>\d|(?i:{'|'.join(_COUNTS)}))\s(?:[a-z-]{{1,15}}\s)?(?P<noun>[a-z]{{3,15}})(?:,\s|\s\()(?:\d{{1,3}}(?:,\s|,?\sand\s)){{0,7}}$"
)  # "two sons (4 and 6)": as many ages as people
_YOUNG, _OLD = range(5, 41), (16, 18, 21, *range(50, 100))
# "At 16, he joined", "and at 19 she led"
_AT = re.compile(r"(?:^|[.;:,—–“]\s?|\b(?:and|but|that|when)\s)[Aa]t\s(?:just\s|only\s)?$")
_SOMEONE = re.compile(r",?\s(?:he|she|I)\b")
# "He was born in Tucson and is 43.", "he died at 91", "the driver, who is 44,", "the median age was 31"
_MEAN_AGE = r"(?i:\b(?:median|average|mean|typical)\sage(?:\sof\s[^.,;]{3,30})?\s(?:was|is|of|at|being|fell\sto|rose\sto)\s(?:just\s|about\s|only\s)?)"
_OF_A_LIFE = re.compile(
    rf"\b(?:[Hh]e|[Ss]he)\s[^.;]{{1,80}}\sand\s(?:is|was)\s(?:now\s)?$|\b(?:died|dies|married|widowed|orphaned)\s(?:[a-z]{{2,10}}\s){{0,2}}at\s$"
    rf"|,\swho\s(?:is|was)\s(?:now\s|just\s|only\s)?$|{_MEAN_AGE}$|{ALIAS},?\s$|\b(?:[Hh]e|[Ss]he)\s(?:is|was|turned)\s(?:just\s|only\s|then\s)?$"
)
_A_PERSON = re.compile(r"\b(?i:an?|the|his|her)\s(?:[a-z’'-]{1,20}\s){0,3}([a-z]{3,15}),\s$")
_ITS_AGES = re.compile(r"(?:,\s|\s\()(\d{1,3}(?:(?:,\s|,?\sand\s)\d{1,3}){0,7})(?:\)|(?=[,.;]\D|$))")
_BRACKET_BEFORE = re.compile(r"\s\([^()]{1,40}\),\s$")
_GOES_ON = re.compile(
    r"\s(?:and\s(?:was|is|had|has|lived)|when\s(?:he|she)|at\sthe\stime)\b"
)  # "Anne was 13 and was"
_OVER_NOW = re.compile(
    r"(?:[.,;:)”\"](?!\d)|$|\s(?:and|but|when|at|while|or|who|are|were|is|was|get|gets|pay|can|may|must|will|living|in|had|have|has|got|receives?|stands?|stood|reached|rose|fell|on(?=\s\d))\b(?!\s[A-Z]?\w*\s?%))"
)
_PARTICIPLE = re.compile(r"\s(?:seen|[a-z]{2,15}ed)\b")  # "212 children under five seen"
# "sentenced Ana Ruiz, 32, to", "Omar Said, 18 and Ali Khan, 18 - were": what may follow the age behind a full name
_BEHIND_NAME = re.compile(
    r",\s(?:to|for|with|on|over)\s\d|,\sand\s(?!(?:in|at|from|near|on|for|of|to|other|others|another|about|over|some|nearly)\b)[a-z]{2,14}[\s.,;]|\s(?:[-–—]|and\s(?:[A-Z]|an?\s|another\b|others?\b|(?:two|three|four|five|six)\s(?:others?|more|men|women|people)\b))"
)
_FULL_NAME = re.compile(
    r"(?:^|[.;:,“\"(]\s?|\b(?!(?:in|at|from|near|to|of|across|around)\s)[a-z’'-]{2,20}\s)[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w.’'-]{0,20}){1,3},\s$"
)
# "The occupant of the flat, 41, was": between commas, and nothing beside it is counted
_ASIDE_IN_COMMAS = re.compile(r",\s(?!and\b|or\b|in\b|of\b|from\b|at\b|including\b)[a-z]{2,15}\b")
_COUNTED = re.compile(rf"\s(?!{_UNITS_OF_AGE}\b)[a-z]{{3,20}}s\b|\s?(?:%|kg\b|lb\b)")
# "a van driver (33)", "Farmer (61) wins"
_OF_THE_ONE = re.compile(r"(?i)(?:\b(?:an?|the|his|her)\s(?:[\w’'-]+\s){0,2}|(?:^|[.:;•]\s))([\w’'-]+)\s\($")
_WITH_HOME = re.compile(r",\s(?:of\s|from\s)?[A-Z][^()\d]{1,40}\)")  # "Jose Ruiz (38, Ecuador)"
_CLOSED = re.compile(r"[,;.)](?!\d)|$|\s(?:and|were|are)\b")
# "Both men, 34 and 41, face": numbers of two digits; in "Of the inmates, 40 and 20 were moved" no comma closes them
_OF_SEVERAL = re.compile(
    r"\b(?P<whose>(?i:his|her|their)\s)?(?P<noun>[a-z]{3,15})(?:,\s|\s\(|\s[–—]\s)"
    r"(?P<ages>(?:\d\d?(?:,\s|,?\sand\s)){1,7}\d\d?)(?=,\s(?!\d)|\.(?!\d)|\)|;|$|\s[–—]\s)"
)
_TOGETHER = ("pair", "couple", "duo", "trio", "twins", "siblings", "brothers", "sisters")
_OF_EACH = re.compile(r",\s(?:both|all|each)\s$")  # "two brothers, both 21, were"
_ALSO = re.compile(r",\s(?:also|now|then)\s$")  # "a Marion man, also 31, was"
# "six men, between 20 and 62, as well as"
_BETWEEN_AGES = re.compile(r",\s(?:all\s)?between\s(?:\d\d\sand\s)?$")
_TO_AGE = re.compile(r"(?:\sand\s\d\d)?(?:[,;)]|\.(?!\d)|$)")
_LAST_OF_AGES = re.compile(  # "Ali, 46, Joan Ali, 20, and Paul Omondi, 26 are in custody"
    r"[A-Z][\w’'-]{1,20},\s\d\d,?\s(?:[^.;\d]{0,40}\s)?and\s(?:[A-Z][\w.’'-]{0,20}\s){1,2}[A-Z][\w’'-]{1,20},\s$"
)
_ARE = re.compile(r"\s(?:are|were|have|had)\b")
_CLAUSE_BEFORE = re.compile(r"(?:^|[.;:,]\s)([^.;:,]{4,80}),\s$")
_COUNTS_SOMETHING = re.compile(
    r"(?i)\d|\b(?:half|third|quarter|most|majority|total|number|all|them|those|these|whom|many|few|rest|one|two|three|four|five|six"
    r"|seven|eight|nine|ten)\b|^(?:in|on|at|of|from|by|last|this|among|since|between|for|with)\b|s$"
)


def names_person(word: str) -> bool:
    """Whether a word stands for one person, of whom a number may tell the age."""
    return (
        word.lower() in _ONE_PERSON or word.lower() in ("he", "she", "i", "who") or bool(_DOER.search(word))
    )


def age_here(text: str, at: int, ceiling: int) -> int:
    """End of an age that begins here with its own words: "37-year-old"; 0 if there is none."""
    match = _AGE_HERE.match(text, at, ceiling)
    return match.end() if match else 0


def is_age(text: str, sentence: Sentence, match: re.Match) -> bool:
    """Whether a number in digits is the age of somebody, by what stands around it."""
    start, end = match.span()
    digits = match["digits"]
    if not digits or not digits.isdigit() or not int(digits) <= 115 or sentence.block.kind == "table row":
        return False
    left = text[max(sentence.start, start - 100) : start]
    told = _RANGE_OF_AGES.search(left) or _AS_YOUNG_AS.search(left)
    if told and not _COUNTED.match(text[end : end + 22]):
        return True
    over = _OVER_NOW.match(text, end, sentence.end)
    if _is_age_of_many(text, sentence, match) or over and _OF_A_LIFE.search(left):
        return True
    if _AT.search(left) and _SOMEONE.match(text, end, sentence.end):
        return True
    if over and (some := _SOME_OF_AGE.search(left)):
        return int(digits) in (_YOUNG if some["way"].lower() in ("under", "below") else _OLD)
    if left[-1:] == "," and _CLOSED.match(text, end, sentence.end):
        left += " "  # "Musyoka,37, will"
    if _BETWEEN_AGES.search(left) and _TO_AGE.match(text, end, sentence.end):
        return _people_before(left)
    if _OF_EACH.search(left) and _CLOSED.match(text, end, sentence.end):
        return _people_before(left)
    if (
        (several := _SEVERAL.search(left))
        and _one_each(text, start, several)
        or _among_ages(text, sentence, start)
    ):
        return True
    left = _ALSO.sub(", ", left)
    left = _BRACKET_BEFORE.sub(", ", left)  # "Nermin (not his real name), 19, from"
    if left[-2:] == ", ":
        return _between_commas(text, sentence, match, left)
    if left[-2:] == " (" and (text[end : end + 1] == ")" or _WITH_HOME.match(text, end, sentence.end)):
        return _in_brackets(text, sentence, start, end, left)
    return _predicate(text, sentence, end, left)


def age_in_words(text: str, sentence: Sentence, match: re.Match) -> bool:
    """Whether a number in words is an age: "as young as fourteen", "children under five", "a man, thirty-two, and"."""
    start, end = match.start(), value_of(match)[1]
    left = text[max(sentence.start, start - 40) : start]
    if _AT.search(left) and _SOMEONE.match(text, end) or _AS_YOUNG_AS.search(left):
        return True
    person = _A_PERSON.search(left)
    apposed = _SOMEBODY.search(left) or person and person[1] in _ONE_PERSON
    return bool(apposed and _TO_AGE.match(text, end)) or _is_age_of_many(text, sentence, match)


def _is_age_of_many(text: str, sentence: Sentence, match: re.Match) -> bool:
    """ "children under five", "those over 65", in digits or words."""
    found = _OF_AGE.search(text, max(sentence.start, match.start() - 100), match.start())
    if not found:
        return False
    closed = _OVER_NOW.match(text, match.end(), sentence.end) or _PARTICIPLE.match(text, match.end())
    following = next_word(text, match.end(), sentence.end)
    told = following.islower() and not is_plural(following) and not unit_here(text, match.end(), sentence.end)
    return bool(closed or told and following not in ("per", "percent"))


def _one_each(text: str, start: int, several: re.Match) -> bool:
    """Whether a bracket has as many ages as there are people before it."""
    noun, count = several["noun"].lower(), several["count"].lower()
    ages = _ITS_AGES.match(text, start - len(several.string) + several.end("noun"))
    people = noun in person_nouns() or noun in _RELATIVES or noun.removesuffix("s") in _ONE_PERSON
    number = int(count) if count.isdigit() else _COUNTS[count]
    return bool(ages) and people and len(re.findall(r"\d+", ages[1])) == number


def _among_ages(text: str, sentence: Sentence, start: int) -> bool:
    """Whether a number is one of several ages behind a word for several people."""
    for found in _OF_SEVERAL.finditer(text, max(sentence.start, start - 60), min(sentence.end, start + 60)):
        people = found["noun"] in person_nouns() or found["noun"] in _RELATIVES or found["noun"] in _TOGETHER
        several = found["noun"] in _TOGETHER or found["noun"] not in _ONE_PERSON or found["noun"][-1] == "s"
        small = not found["whose"] and re.search(r"\b\d\b", found["ages"])
        if found.start() < start < found.end() and people and several and not small:
            return True
    return False


def _people_before(left: str) -> bool:
    """Whether people stand before a number: "the three women, all 34"."""
    return any(
        word in person_nouns() or word in _ONE_PERSON or word in _RELATIVES
        for word in left.lower().replace(",", "").split()[-7:]
    )


def _predicate(text: str, sentence: Sentence, end: int, left: str) -> bool:
    """ "The driver is 33.", "His two sons are 24 and 27." """
    subject = _SUBJECT.search(left)
    if not subject:
        return False
    both = re.compile(r"\sand\s\d{1,3}(?=[.,;)”\"]|$)").match(text, end, sentence.end)
    if not (_OVER_NOW.match(text, both.end() if both else end, sentence.end)):
        return False
    if subject["noun"]:
        noun = subject["noun"].lower()
        return noun in person_nouns() or noun in _RELATIVES or noun.removesuffix("s") in _ONE_PERSON
    singular = not re.search(r"\b(?:are|were)\s", subject[0])
    told = len(subject["name"].split()) > 1 if subject["name"] else True
    told = told or bool(_GOES_ON.match(text, end, sentence.end))
    return bool(subject["pronoun"]) or singular and told


def _between_commas(text: str, sentence: Sentence, match: re.Match, left: str) -> bool:
    """ "Ana Ruiz, 14, from Honduras" and "a woman, 28, was ...": behind a person, and closed by a comma or a
    verb; not "Nogales, 14 from Honduras", not in a list of places."""
    end = match.end()
    after = text[end : end + 12]
    words = left.lower().split()[::-1]
    if not words or len(match["digits"]) > 2:
        return False
    if sentence.text[:12].lower().startswith(("of ", "among ", "in all", "in total")):
        return False
    name = re.findall(r"\S+", left)[-1].rstrip(",(")
    two, clause = len(match["digits"]) == 2, _CLAUSE_BEFORE.search(left)
    last = _ARE.match(text, end) and _LAST_OF_AGES.search(left)
    if two and (last or _BEHIND_NAME.match(text, end, sentence.end) and _FULL_NAME.search(left)):
        return True
    if two and clause and _ASIDE_IN_COMMAS.match(text, end, sentence.end):
        head = next((word for word in clause[1].lower().split() if word in _ONE_PERSON), "")
        if head and not _COUNTS_SOMETHING.search(clause[1]):
            return True
    if words[0].rstrip(",") in _ONE_PERSON or _SOMEBODY.search(left):
        return bool(re.match(r"[,;.)]|\s(?:of(?=\s(?:[A-Z]|no\s))|from|was|who|and|has|were|is)\b|$", after))
    if not name[:1].isupper() or len(match["digits"]) < 2:
        return False
    if re.match(r",?\s(?:or|and|\d|(?!of\b|from\b)[a-z]+\s\d)", after) and not re.match(
        r",?\sand\s(?:[A-Z]|an?\s|his\s|her\s|of\b|was\b)", after
    ):
        return False
    previous = re.findall(r"\S+", left)[-2:-1]
    if previous and previous[0] in ("In", "At", "From", "Across", "Near"):
        return False  # "In Dallas, 34, in Houston, 51"
    if previous and not previous[0][:1].isupper() and LISTED.search(f"{left}|{text[end : end + 40]}"):
        return False
    return bool(re.match(r"[,;.)]|\s(?:was|who|has)\b|$", after))


def _in_brackets(text: str, sentence: Sentence, start: int, end: int, left: str) -> bool:
    aged = _OF_THE_ONE.search(left[-60:])
    if (
        aged
        and aged[1].lower() in _ONE_PERSON
        and (not aged[1][0].isupper() or text[end + 1 : end + 2] != ",")
    ):
        return True
    words = re.findall(r"[^\s(]+", left)[-2:]
    named = len(words) > 1 and all(word[0].isupper() for word in words) and words[0][-1].isalnum()
    alone = text.count("(", max(sentence.start, start - 200), min(sentence.end, end + 200)) == 1
    known = named and (alone or bool(_WITH_HOME.match(text, end, sentence.end)))
    return known or aged_in_list(text, sentence.start, sentence.end, start)
