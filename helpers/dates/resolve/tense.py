"""The tense of the clause in which a temporal expression stands: whether "Friday" and "March 3" lie behind or
ahead.

The finite verb of the expression's own clause decides, not any cue in the sentence. Where the expression
opens its clause ("By Saturday the police had ...", "..., and on 6 February the court approved") that is the
first verb after it, otherwise the last verb before it. A participle right before the expression belongs to it
("a man arrested on Friday"); one after "be" does not ("will be tried on Friday"). The words are in
`helpers/data/dates/en/words.csv`: future, present, reporting, directive, past, either.

>>> tense("He will appear in court on Monday.", 27, 33), tense("He will resign, aides said Monday.", 27, 33)
('future', 'past')
>>> tense("By Friday the agency had deported 61 people.", 3, 9)
'past'
"""

import re
from collections.abc import Iterator
from functools import cache

from helpers.dates.resolve.context import Situation
from helpers.dates.resolve.still_to_come import COMING, ahead_by_words, leads_to, runs_until
from helpers.dates.words import MEASURE, NUMBER, UNIT_WORD, Expression, english_words, language_words, one_of

__all__ = ["tense", "tense_of"]

WINDOW = 160  # characters to either side in which the verb is looked for
_CLAUSE = re.compile(r"[;—]|:\s|[”\"]\s(?=[A-Z])")
_PREPOSITION = r"(?:on|in|by|until|till|from|since|during|at|before|after|through|throughout|late|early|only|about|around|just|the|as\sof|of|this|last)"
_OPENS = re.compile(
    r"(?i)(?:^\W{0,3}|,?\s(?:and|but|so|then|while|that|because|when|although|which|who)\s|^(?:and|but|so|then|yet|while|as|when)\s)"
    rf"(?:{_PREPOSITION}\s){{0,4}}$"
)
_NEXT_CLAUSE = re.compile(
    r"[;:—]|\b(?:that|who|which|whose|where|when|because|although|though|while|if)\b|,\s(?:and|but|so|while|as)\b"
)
_INSERT = re.compile(rf"(?i)^,\s[^,]{{1,40}}\b{one_of(english_words('reporting'))}\b[^,]{{0,20}},")
# what leads from one deed to the next, and what leads back from it
_NEXT_STEP = re.compile(r"(?:,|\b(?:and|but|then|before)(?:\s[\w’'-]+){0,4})\s$")
_LOOKS_BACK = re.compile(
    r"(?i)\b(?:after|following|since|having|had|when|who|which|whose|that|because|compared|than|as|from|earlier|until)\b"
)
_WHEN = re.compile(r",?\swhen\b")
_SINCE = re.compile(r"(?i)\bsince\s(?:\w+\s){0,2}$")
_PLANNED = r"(?:scheduled|due|expected|slated|planned|supposed|meant|set|going)\sto|(?:scheduled|due|slated|planned|set|fixed|listed)\sfor"
_SHOULD = r"(?<!\bI\s)(?:may|should)(?!\s(?:not\s|also\s|never\s)?have\s(?!\d|an?\s|the\s|to\s|more\s|no\s))"
_WOULD = r"(?:would|might)(?!\s(?:not\s|also\s|never\s)?have\s(?!\d|an?\s|the\s|to\s|more\s|no\s))"
_COULD = r"could(?=\s(?:be|face|go|come|start|begin|take|return|end|lead)\b)"
# "backed the bill in a vote", "called off a march", "officers called to a rally": no such event is arranged
_WHERE = r"(?:after|at|before|by|during|in|off|that|to\s(?:an?|the|its|his|her|their))\b"
# The kinds of verbs, in the order in which they are tried; the name of each is a key of _TENSES.
_VERBS = {
    "was_future": rf"(?:was|were|been)\s(?:\w+ly\s)?(?:{_PLANNED})\b|(?:set|scheduled|fixed)\s(?:[\w’']+\s){{1,4}}for\b"
    r"|(?:they|he|she|it|we|who|officials)\s(?:expected|planned|hoped|aimed|intended|wanted)\sto",
    "future": rf"(?i:{one_of(english_words('future'))})|{_SHOULD}|(?:is|are)\s(?:\w+ly\s)?(?:{_PLANNED})\b",
    "prospect": rf"{_WOULD}|{_COULD}",
    "directive": rf"{one_of(english_words('directive'))}(?=\s(?:[\w’']+\s){{0,5}}to\s[a-z])",
    "arranged": rf"{one_of(english_words('arranged'))}\s(?:(?!{_WHERE})[\w’'-]+\s){{1,5}}?{COMING}",
    "purpose": r"to\s(?:be\s[a-z]+ed|appear|(?:stand|face|go\son)\strial)",
    "foretold": one_of(english_words("foretold")),
    "reporting": one_of(english_words("reporting")),
    "past": one_of(english_words("past")),
    "either": rf"{one_of(english_words('either'))}|[a-z]{{2,20}}(?<!e)(?<!hundr)ed",
    "timetable": one_of(english_words("timetable")),
    "plural": one_of(english_words("timetable_plural")),
    "present": rf"{one_of(english_words('present'))}|(?:has|have)(?=\s(?:an?|no|only|the|enough|until|money|time)\b)",
}
# "later than planned", "as expected": what was planned is no verb of the clause; "the planned opening" may lie on either side
_COMPARES = re.compile(
    r"\b(?:than|as)\s(?:(?:was|were|had|they|it|he|she|officials|originally|initially|previously|first)\s){0,3}$"
)
# "below its forecast": what was foretold is over
_MEASURED = re.compile(
    r"(?i)\b(?:below|above|under|over|than|against|met|reached|beat(?:s|ing)?|miss(?:ed|ing)?|exceed(?:ed|ing)?)\s(?:(?:\w+[’']s?|an?|the|its|their|his|her)\s)?(?:\w+\s)?$"
)
_OWNED = re.compile(r"(?:\b(?:an?|the|his|her|its|their|our|this|that|any|no)|[’']s?)\s(?:\w+ly\s|long-)?$")
_ADJECTIVE = re.compile(r"(?:planned|scheduled|expected|slated)$")
_CAUSED = re.compile(r"(?:^\W*|ed\s)$")  # "cancelled due to heavy rain"
_DUE_TO = re.compile(r"\sto\s(?:an?|the|his|her|its|their|[a-z]{3,}ing|[a-z]+(?:ion|ness|ity|[^\Wsu]s))\b")
# what stands between a date that opens its sentence and the clause: "On 12 December, two days before the vote, he resigned"
_ASIDE = re.compile(
    rf"(?i)^,\s(?:(?:as|before|after|ahead|earlier|later|sooner|despite|behind|due|(?:just|only|nearly|almost|about|some|well|long|shortly|(?:{NUMBER})\s{MEASURE}{UNIT_WORD})\s(?:before|after|ahead|earlier|later|sooner|behind|into))\b)[^,;:]{{0,80}},(?=\s)"
)
_VERB = re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in _VERBS.items())})\b")
_GROUP = re.compile(
    r"\b(?:be|being|get|remain|stay|is|are|remains?)\s(?:\w+ly\s|not\s|now\s|then\s|still\s|also\s|likely\s){0,2}$"
)
_NEW_SUBJECT = re.compile(
    r"\b(?:who|that|which|when|where|after|before|because|while|whose|since|as|if)\s(?:[\w’']+\s){0,4}$"
    r"|(?<!be)(?<!been)\s(?:and|but)\s(?:also\s|\w+ly\s)?$"
)
_SUBJECTS = re.compile(  # a plural, with a place behind it or not: "Flights to Haiti stop"
    r"\b[A-Za-z]+[a-rt-z]s(?:\s(?:to|from|in|of|for|at|on|with|between)\s(?:the\s)?\w+(?:\s[A-Z]\w+)?)?\s$|\b(?:they|people|police)\s$"
)
_NEW_VERB = re.compile(r"(?:\b(?:and|but|who|which|that|when|then)|[,;])\s(?:now\s|then\s|also\s)?$|[\"”]\s")
_IS = re.compile(r"\b(?:is|are|remains?)\s(?:\w+\s)?$")
_THIRD_PERSON = re.compile(r"s$|^are$")
_PASSIVE = re.compile(r"\b(?:be|being|remain|stay)\s")
_LEADS_ON = re.compile(r"\s(?:(?:on|in|at|late|early|last|during|since|back)\s)?(?:the\s)?$|\s$")
_THOSE = re.compile(r"\b(?:those|the|people|men|women)\s$")


def tense_of(item: Expression, situation: Situation) -> str:
    """The tense of the clause of an expression where it stands."""
    if situation.language != "en":
        return tense_by_words(situation.sentence, item.start, item.end, situation.language)
    sentence = situation.sentence
    return tense(sentence.lower() if sentence.isupper() else sentence, item.start, item.end)


def tense(sentence: str, start: int, end: int) -> str:
    """The tense of the clause of the expression between two offsets.

    Returns:
        past, present, future; "timetable" for a present that tells a plan ("talks resume"); "prospect" for
        what was to come or may come ("would", "was due to"); "intention" for what somebody agreed, ordered or
        vowed to do; empty where no verb tells.
    """
    before = _CLAUSE.split(sentence[max(0, start - WINDOW) : start])[-1]
    after = sentence[end : end + WINDOW]
    if _SINCE.search(before):
        return "past"
    until = runs_until(before, len(before))
    if until and (told := _WHEN.match(after)) and _first_verb(after[told.end() :]) == "past":
        return "past"  # "until Friday, when the roof fell in"
    if told := ahead_by_words(sentence, start - len(before), start):
        return told
    found = _first_verb(after) if _OPENS.search(before) or start == 0 else ""
    found = found or _last_verb(before, leads_to(sentence, start)) or _first_verb(after)
    if found == "intention" and before.endswith("from "):
        return "future"  # "threatened to strike from Monday"
    return "future" if until and found not in ("past", "prospect") else found


def tense_by_words(sentence: str, start: int, end: int, language: str) -> str:
    """The tense in a language that is laid out as words and endings: that of the last verb before the expression
    in its clause, or else of the first one after it; past or future, empty where no verb tells."""
    before = re.split(r"[;:—]", sentence[max(0, start - WINDOW) : start])[-1]
    verbs = (
        list(_verbs(language).finditer(before))
        or list(_verbs(language).finditer(sentence, end, end + WINDOW))[:1]
    )
    return verbs[-1].lastgroup if verbs else ""


@cache
def _verbs(language: str) -> re.Pattern:
    words = {
        kind: "|".join(
            [re.escape(word) for word in language_words(language, kind)]
            + [rf"\w+{re.escape(ending)}" for ending in language_words(language, f"{kind}_ending")]
        )
        for kind in ("future", "past")
    }
    return re.compile(rf"(?i)\b(?:(?P<future>{words['future']})|(?P<past>{words['past']}))(?!\w)")


def goes_on(sentence: str, start: int, end: int) -> bool:
    """Whether the words between two dates tell the next thing that happened: "was arrested in November 2022 and sentenced
    in May"; not "after he fled in March"."""
    between = sentence[start:end]
    if _LOOKS_BACK.search(between):
        return False
    verbs = (verb for verb, kind in _verbs_in(between) if kind in ("past", "either"))
    return any(
        _NEXT_STEP.search(between, 0, verb.start()) and verb[0] not in ("was", "were") for verb in verbs
    )


def _last_verb(text: str, leads: bool = False) -> str:
    """The tense of the last verb; what is foretold ("a forecast of rain") counts if its words lead to the expression."""
    found, cue_end = "", 0
    for verb, kind in _verbs_in(text, leads):
        if kind == "either" or kind == "reporting":
            between = text[cue_end : verb.start()]
            if _GROUP.search(text, 0, verb.start()):  # "will be charged"; "is based" tells nothing
                found = "" if found == "present" and _IS.search(text, 0, verb.start()) else found
                continue
            if kind == "either" and found not in ("", "past"):
                finite = _NEW_SUBJECT.search(between) and not (
                    between.endswith("and ") and _PASSIVE.search(between)
                )
                if not finite and not _LEADS_ON.fullmatch(text, verb.end()):
                    continue  # a participle: "a hearing for men charged with theft on"
        elif kind == "past" and verb[0] == "been" and found == "future":
            continue  # "will have been"
        elif kind == "plural" and not _SUBJECTS.search(text, 0, verb.start()):
            continue  # "the stop"
        elif (
            kind in ("timetable", "plural")
            and found == "past"
            and not _NEW_VERB.search(text, 0, verb.start())
        ):
            continue  # "made two visits"
        elif (
            kind in ("present", "timetable", "plural")
            and found in ("future", "prospect", "intention")
            and not _THIRD_PERSON.search(verb[0])
        ):
            continue  # "will open"
        elif (
            kind == "purpose" and found != "past"
        ):  # "the unit, to be launched in May"; "scheduled to be tried in May"
            found, cue_end = found if found == "prospect" else "future", verb.end()
            continue
        found, cue_end = _TENSES[kind], verb.end()
    return found


def _first_verb(text: str) -> str:
    if insert := _INSERT.match(text):
        text = text[insert.end() :]
    elif aside := _ASIDE.match(text):
        text = text[aside.end() :]
    clause = _NEXT_CLAUSE.split(text, maxsplit=1)[0]
    for verb, kind in _verbs_in(clause):
        skipped = kind == "either" and (
            _THOSE.search(clause, 0, verb.start())
            or _GROUP.search(clause, 0, verb.start())
            or clause.endswith(", ", 0, verb.start())  # "the law, passed in May, will"
        )
        noun = kind == "plural" and not _SUBJECTS.search(clause, 0, verb.start())
        if not skipped and not noun:
            return _TENSES[kind]
    return ""


def _verbs_in(text: str, foretelling: bool = False) -> Iterator[tuple[re.Match, str]]:
    """The words that tell a tense, each with its kind; without "planned" in "later than planned"."""
    for verb in _VERB.finditer(text):
        kind = verb.lastgroup
        adjective = kind == "future" and _ADJECTIVE.match(verb[0])
        compared = adjective and _COMPARES.search(text, 0, verb.start())
        cause = verb[0].lower() == "due" and (
            _DUE_TO.match(text, verb.end()) or _CAUSED.search(text, 0, verb.start())
        )
        if compared or cause:
            continue
        if kind == "foretold" and (not foretelling or _MEASURED.search(text, 0, verb.start())):
            if verb[0].endswith("ed"):  # "warned on Friday"
                yield verb, "either"
            continue
        yield verb, "prospect" if adjective and _OWNED.search(text, 0, verb.start()) else kind


_TENSES = {
    "future": "future",
    "was_future": "prospect",
    "prospect": "prospect",
    "directive": "intention",
    "arranged": "intention",
    "purpose": "intention",
    "reporting": "past",
    "past": "past",
    "either": "past",
    "timetable": "timetable",
    "plural": "timetable",
    "foretold": "future",
    "present": "present",
}
