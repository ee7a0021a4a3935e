"""What a quantity counts: the noun phrase behind the number, or the one before it, in the words of the
text."""

import re

from helpers.quantities.cells import is_bare
from helpers.quantities.lists import dimension_of
from helpers.quantities.noun_phrase import noun_phrase
from helpers.quantities.numerals import CORE, IDIOMS, NUMBERS, STOP, is_plural, value_of
from helpers.quantities.readings import Reading
from helpers.quantities.subject import subject_of
from helpers.texts import Sentence, person_nouns

__all__ = ["is_topic", "of_them", "thing_counted", "told_of"]

_OF_NUMBER = re.compile(
    r"\s(?:out\s)?of\s(?:the\s|all\s|these\s|those\s|its\s|their\s|some\s){0,2}[\d,]{1,12}(?=\s)"
)
_CONVERTED = re.compile(r"(?:\s\([^()]{1,30})?\)(?=\s(?:worth\s)?of\b)")
_NEXT_NUMBER = re.compile(r",\s(?:and\s)?|\s(?:and|or)\s")
_OF_WHOM = re.compile(
    r"(?:^|[\d;:,(—–-]\s?)(?:of|among)\s((?:the|those|these|them|all)\b[^,;:.()\d]{0,60}),\s", re.IGNORECASE
)
_LABEL_BEFORE = re.compile(
    r"(?:^|[,;:.]\s|\d\s{2,}|\sand\s)(?=\s*[^\s,;:.()|\d])([^,;:.()|\d]{2,40}?)(?::\s|\s\(|\s)$"
)
_BESIDE_PRICE = re.compile(
    r"([^\W\d_][\w’'-]{1,30})\s(?:(?:is|was|are|were|be|been)\s)?(?:worth|valued\sat|put\sat|estimated\sat|priced\sat|costing|totall?ing|of)\s"
    r"(?:a\s|an\s)?(?:further\s|total\s|combined\s|estimated\s|street\s)?$"
)
# "a population of 4.4 million", "caseloads of more than 4,000 each": the word before says what is counted
_BULK_OF = re.compile(
    r"\b(populations?|tolls?|totals?|crowds?|force|staff|workforce|membership|fleet|caseloads?|backlogs?|army|audience|capacity|maximum"
    r"|minimum|record|average|quota|target|goal|samples?|cohorts?|panel)\sof\s$"
)
# "raising the death toll to 19", "brought the number of dead miners to 41"; "bringing the total to 61" says nothing new
_BRINGS = (
    r"\b(?:tak(?:e|es|en|ing)|took|bring(?:s|ing)?|brought|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|push(?:es|ed|ing)?|cut(?:s|ting)?"
    r"|reduc(?:e|es|ed|ing)|expand(?:s|ed|ing)?|swell(?:s|ed|ing)?)\s(?:the|its|their|his|her)\s"
)
_BROUGHT_TO = re.compile(
    rf"{_BRINGS}(?:(?:total|overall|known|official|combined)\s)?(?:numbers?\sof\s)?([^,;:.()\d]{{3,40}}?)(?:\sso\sfar|\sthis\s\w+)?\sto\s$"
)
_MERE_TOTAL = frozenset(("total", "tally", "count", "number", "numbers", "figure", "sum", "toll", "average"))
_COMPARATIVE = re.compile(
    r"(?i)(?:low|high|larg|small|great|long|short|heavi|light|old|young|strong|weak|cheap|fast|slow|deep|wide|tall)er|worse|better"
)
# "Rapes are down 22 per cent and robberies 10 per cent"
_GAPPED_VERB = re.compile(
    r"\d\s?(?:%|per\s?cent)(?:[,;]|,?\s(?:and|but|while))\s(?:(?:and|but|while)\s)?(?:the\s|its\s)?((?:[A-Za-z][\w’'-]*\s){1,4}?)"
    r"(?:just\s|only\s|about\s|by\s)?$"
)
# "bags of bhang, weighing 73.6 kg, valued at about $9,000": what is weighed and valued stands before
_TOLD_OF = re.compile(
    r",?\s(?:and\s)?(?:all\s|which\s|that\s)?(?:(?:were|was|are|is)\s)?(?:found\sto\s|estimated\sto\s|believed\sto\s|together\s)?"
    r"(?:weigh(?:ing|ed|s)?|be\sworth|worth|valued|estimated|priced|costing)\b[^,;.:()\d]{0,40}$"
)
_WEIGHED = re.compile(
    r"\b(?!each\b|all\b|and\b|together\b)([^\W\d_][\w’'-]{1,30})\s(?:weighing|that\sweighed|which\sweighed)\s(?:in\sat\s|a\stotal\sof\s|(?:a\s)?combined\s)?$"
)
_KEPT = re.compile(r"\s(?:had|have|were|are|faced|face|with)\s(.{3,60}?)(?=[.,;]|\s(?:and|in|at|on)\s|$)")
_PRICED_FAR = re.compile(
    r"([^\W\d_][\w’'-]{1,30})\s(?:to|from|for|in|on|against)\s(?!an?\s)(?:[\w’'-]{1,30}\s){1,3}(?:(?:is|was|are|were)\s(?:worth|valued\sat|put\sat|estimated\sat)|of)\s$"
)
_OF_THEM = re.compile(r"\sof\s(?:(?:them|whom|which)\b|(?:these|those)(?=[.,;:)]|$))")
_WHERE = re.compile(
    r"(?<!\bresulting\s)(?<!\bresulted\s)\b(?:in|at|from|to|across|among|between|within|into)\s$"
)
_PREDICATE = re.compile(r"\s(?:was|were|is|are|had|have|has|did|do|could|will|would)\s.*")
_PRONOUNS = frozenset(("them", "these", "those", "all"))
_OWNED = re.compile(r"\s(?:added|adds|lost|loses|gained|gains|shed|sheds|cut|cuts)\s$")
_LABELLED = re.compile(r":\s{0,3}[$€£]?\d")
# "a 2,000-strong crowd" is one crowd; not "5 strong winds"
_STRONG = re.compile(
    r"-strong\b|\sstrong(?=[.,;:)]|$|\s(?:this|last|in|on|at|by|when|and|but|with|now|after|before)\b)"
)
_UNIT_BEHIND = re.compile(r"(?<=\w)\s*\([^()]*\)$")  # "Cost (millions)"
_GENERIC_HEADER = IDIOMS["generic header"] | {"of", "the", "in", "made"}


def thing_counted(
    text: str, sentence: Sentence, one: Reading, ceiling: int, previous: str, column: str, label: str
) -> str:
    """The thing counted, in the words of the text; empty if they do not say.

    Args:
        text, sentence: The article's text, folded, and the sentence the quantity stands in.
        one: The quantity.
        ceiling: Where the next number or date begins.
        previous: What the quantity before counts, of the same list; else empty.
        column, label: Header of its column and label of its row or bullet.
    """
    if _STRONG.match(text, one.noun):
        return ""
    converted = _CONVERTED.match(text, one.noun, sentence.end)  # "2,300 kg (5,070 lb) of cocaine"
    partitive = _OF_NUMBER.match(text, one.noun, sentence.end)  # "39 of the 154 detainees"
    begin = converted or partitive
    measured = "one" if one.unit == "count" and one.high == 1 else one.unit
    phrase = noun_phrase(
        text, begin.end() if begin else one.noun, sentence.end if begin else ceiling, measured
    )
    if phrase and _is_next_label(text, one, phrase):
        phrase = ""
    if sentence.block.kind == "table row":
        return phrase or _UNIT_BEHIND.sub("", _from_table(column, label))
    if (
        dimension_of(one.unit) in ("length", "speed")
        and phrase.split(" ")[0].split("-")[0] in IDIOMS["direction"]
    ):
        phrase = ""
    if phrase and not phrase[0].isdigit() and not _COMPARATIVE.fullmatch(phrase):  # "37% lower"
        return phrase
    if one.unit == "count" and (
        bulk := _BULK_OF.search(text, max(sentence.start, one.start - 40), one.start)
    ):
        return bulk[1]
    if one.unit == "count" and (shared := _shared_noun(text, one.end, ceiling, sentence.end)):
        return shared
    return _kept(text, sentence, one, previous) or _before(text, sentence, one, previous, label)


def told_of(text: str, end: int, what: str, one: Reading) -> str:
    """What the quantity before counts, if this one only says its weight or value: "17 bales weighing 34 kg"; else
    empty. `end` and `what` are those of the quantity before."""
    between = text[end : one.start] if what and 0 < one.start - end < 120 else ""
    told = _TOLD_OF.search(between)
    if not told or dimension_of(one.unit) not in ("money", "mass", "volume") and one.unit != "$":
        return ""
    name = between[: told.start()].strip(" ,)")
    return what if not name or name.endswith(what.split()[-1]) else ""


def is_topic(text: str, one: Reading, topic: str) -> bool:
    """Whether a number that leaves out its noun behind this quantity means it: not "12 states" in "40 arrests in 12 states, 14
    in Texas", of which the quantity before, `topic`, is the one told of."""
    return not (topic and one.unit == "count" and _WHERE.search(text, max(0, one.start - 12), one.start))


def of_them(text: str, one: Reading) -> bool:
    """Whether a number counts part of what was named last: "nine of them"."""
    return bool(_OF_THEM.match(text, one.noun))


def _shared_noun(text: str, at: int, ceiling: int, end: int) -> str:
    """What the last of several numbers counts, and so the first ones: "14, 13 and 10 defendants"."""
    for _ in range(4):
        joint = _NEXT_NUMBER.match(text, at, end)
        if not joint or joint.end() < ceiling:
            return ""
        number = CORE.match(text, joint.end(), end)
        if not number or number["fraction"] or number["times"]:
            return ""
        at = value_of(number)[1]
        if phrase := noun_phrase(text, at, end):
            return phrase
        ceiling = at
    return ""


def _kept(text: str, sentence: Sentence, one: Reading, previous: str) -> str:
    """What behind a verb says who is meant: "65% had felony convictions", "12 with visas"."""
    behind = text[one.noun : one.noun + 6].strip()
    kept = _KEPT.match(text, one.noun, sentence.end)
    opens = (
        text[max(sentence.start, one.start - 5) : one.start]
        .rstrip()
        .endswith((",", ";", ":", "and", "—", "–"))
    )
    counts = behind.startswith("with") and (opens or one.start == sentence.start)
    if not kept or one.unit != "percent" and not counts:
        return ""
    if behind.startswith("with") and previous:
        return f"{previous.split(' with ')[0]} {behind} {kept[1]}".strip()
    return kept[1]


def _before(text: str, sentence: Sentence, one: Reading, previous: str, label: str) -> str:
    """What stands before the number: the thing priced, those "of whom", the subject, a label."""
    left = text[max(sentence.start, one.start - 120) : one.start]
    priced = _PRICED_FAR.search(left) or _BESIDE_PRICE.search(left)
    if priced and (one.unit == "$" or dimension_of(one.unit) == "money"):
        word = priced[1].lower()  # "robbed of $500", "cheated a man of $500": nothing is priced
        nothing = (
            word in STOP
            or text[: one.start].endswith("of ")
            and (word in person_nouns() or word[-2:] == "ed")
        )
        return "" if nothing else priced[1]
    if dimension_of(one.unit) == "mass" and (weighed := _WEIGHED.search(left)):
        return previous if previous.endswith(weighed[1]) else weighed[1]
    if partitives := _OF_WHOM.findall(left):
        whom = _PREDICATE.sub("", partitives[-1])  # "17 of them are from Peru, 6 from Chile"
        return "" if whom.lower() in _PRONOUNS or whom.startswith("them ") else whom
    listed = left[-1:] == "(" or left.rstrip()[-1:] == ":"
    if label:  # the label of a bullet is what its first figure counts: "Fentanyl: 386.9 kg"
        after = left[max(left.rfind(label), 0) :]
        return label if len(after) < len(label) + 30 and not re.search(r"\d", after) else ""
    if one.unit == "count" and _OF_THEM.match(text, one.noun):
        return previous
    if previous and one.unit == "count" and _OWNED.search(left):
        return previous
    if changed := _changed(left, one):
        return previous if changed.lower() in _MERE_TOTAL else changed
    if not listed and (named := subject_of(text, sentence, one)):
        return named
    before = _LABEL_BEFORE.search(left)
    if before and previous and left[-1:] == "(" and one.unit == "count" and before[1].istitle():
        return previous  # "53 suspects in France (22), Italy (18) and Greece (3)"
    again = (
        before and before[1].split()[0].lower().split("-")[0] in NUMBERS
    )  # "seventy thousand dollars ($70,000)"
    verb = before and left[-1:] == "(" and before[1].endswith(("ed", "ly"))  # "slightly surpassed (238"
    if before and not again and not verb and (listed or _short_plural(before[1])):
        return "" if {word.lower() for word in before[1].split()} & STOP.keys() else before[1].strip()
    return previous


def _changed(left: str, one: Reading) -> str:
    """What is brought to a number, or to which the verb of the share before it goes on; else empty."""
    if one.unit in ("count", "percent") and (brought := _BROUGHT_TO.search(left)):
        return brought[1]
    gapped = _GAPPED_VERB.search(left) if one.unit == "percent" else None
    return gapped[1].strip() if gapped and _is_thing(gapped[1].split()) else ""


def _is_thing(words: list[str]) -> bool:
    """Whether words name a thing: no verb, small word or number among them."""
    low = [word.lower() for word in words if word != "of"]
    return not any(word in STOP or word in NUMBERS or word.endswith(("ed", "ly", "ing")) for word in low)


def _is_next_label(text: str, one: Reading, phrase: str) -> bool:
    """Whether the words behind a number are the label of the next: "Census on entry: 142   Licensed beds: 190"."""
    at = text.find(phrase, one.noun)
    apart = text[one.noun : at].isspace() and at - one.noun > 1
    led = apart or text[: one.start].rstrip().endswith(":")
    return led and bool(_LABELLED.match(text, at + len(phrase)))


def _short_plural(words: str) -> bool:
    """Whether words can be a label: "Lions 3, Bears 2", but not "ICE ARRESTS 22"."""
    return len(words.split()) < 3 and is_plural(words) and not words.isupper()


def _from_table(column: str, label: str) -> str:
    if column and label and is_bare(label) and not is_bare(column):
        return column  # "2023 | 47,600" below "People removed"
    words = [part.strip() for part in re.split(r"[\s()/]", column.lower()) if part.strip()]
    generic = set(words) <= _GENERIC_HEADER or any(word in IDIOMS["generic header"] for word in words[:1])
    named = generic or bool(re.search(r"\d", column))
    return label if (named or not is_plural((column.split() or [""])[-1])) and label else column or label
