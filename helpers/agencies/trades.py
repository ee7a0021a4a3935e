"""What somebody is in words that no list of titles has: "civil protection chief", "hotel owner", "a retired nurse".

>>> trade_of("“Yes,” said Jo Sample, 71, a retired nurse.", 12, 21)
'retired nurse'
"""

import re

from helpers.agencies.appositions import ends_apposition
from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.titles import FUNCTION_WORD, title_words
from helpers.names import head_words
from helpers.texts import finite_forms, speech_words, word_set

__all__ = ["SMALL", "qualifies", "trade_of"]

REACH = 100  # letters before a name in which its trade is looked for
SMALL = frozenset(
    ("and", "or", "the", "a", "an", "to", "by", "with", "from", "in", "at", "on", "as", "that", "who", "when")
)
_PLAIN_WORD = re.compile(r"[^\W\d_]{3,20}(?:-[^\W\d_]{2,20})?")
_POLITE = re.compile(r"( [a-z][a-z-]{2,20} )(?:Dr|Prof|Professor|Sir|Dame)\.? $")
_LETTERS = re.compile(rf",? ({'|'.join(sorted(word_set('postnominals')))})\b")
_LEAD = re.compile(  # "The defendant's wife, ", "A neighbour, Mrs "
    r"(?:\b(?<!hrough )(?<!\b[Vv]ia )(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|['’]s) ((?:[a-z][\w-]{2,20} ){0,2}[a-z][\w-]{2,20}), (?:[A-Z][\w’']{1,10}\.? ){0,2}$"
)
_BEHIND = re.compile(  # ", 71, a retired nurse who", ", a driver for"
    r"(?: \([^()]{1,20}\))?,(?: (?:aged )?\d{1,2},)? (?:an? )?((?:[A-Za-z][\w-]{2,20} ){0,3}[A-Za-z][\w-]{2,20})(?=[,.;:]| (?:who|whose|from|at|for|in|with|of|on|to|and)\b)"
)
_OF_PLACE = re.compile(r"(?:New|North|South|East|West) ([A-Z][a-z]+)\b")
_OF_WHOM = re.compile(r" (?:from|at|for|in|with|of|on|to|and)\b")


def trade_of(text: str, start: int, end: int) -> str:
    """What somebody does for a living, or is, in any words for a person: "farmer Jo Sample", "Jo Sample, a retired nurse";
    empty if nothing tells.

    Args:
        text: The sentence.
        start, end: Place of the name in it.
    """
    if letters := _LETTERS.match(text, end):
        return letters[1]
    if polite := _POLITE.search(text, max(0, start - REACH), start):
        start = polite.end(1)  # "pathologist Dr Jo Sample"
    words = text[max(0, start - REACH) : start].split()
    if words and _is_trade(words[-1]):
        begun = text.rindex(words[-1], 0, start)
        for word in reversed(words[:-1]):
            at = text.rindex(word, 0, begun)
            if not qualifies(text, at, begun, start):
                break
            begun = at
        return text[begun:start].strip()
    lead = _LEAD.search(text[max(0, start - REACH) : start])
    if lead and _is_trade(lead[1].split()[-1]):
        return lead[1].removeprefix("own ")
    after = _BEHIND.match(text, end)
    trade = _OF_WHOM.split(after[1])[0] if after else ""  # "a fisherman from Hull"
    trade = "" if trade.startswith(("who ", "whose ", "when ", "where ")) else trade  # "who lost her nephew"
    named = trade and _is_trade(trade.split()[-1]) and not ends_apposition(text[:start], trade)
    return trade if named else ""


def qualifies(text: str, at: int, begun: int, start: int) -> bool:
    """Whether a word says which officer it is: "civil protection chief", "Provincial disaster officer", "Battalion Chief",
    "New England Director".

    Args:
        text: The sentence.
        at: Place of the word.
        begun: Where the title begins so far.
        start: Place of the name.
    """
    word, behind = text[at:begun].strip(), text[begun:start].split()
    if not behind or not _PLAIN_WORD.fullmatch(word):
        return False
    place = _OF_PLACE.match(text, at)
    if place and place[1] not in title_words():
        return True  # but not "New Sheriff"
    if at == 0 and behind[0].islower() and word not in word_set("not_persons"):
        ends = behind[0].startswith("chair") or behind[0] in ("president", "governor")
        return not (
            ends and word in head_words()
        )  # "Committee chair Jo Sample", but "Union leader Jo Sample"
    if word[0].isupper():  # a noun for bodies, with no name before it
        before = text[:at].split()[-1:] or ["."]
        unnamed = not before[0][0].isupper() or before[0][-1] in ".,:;"
        return unnamed and behind[0] in title_words() and word in head_words()
    known = finite_forms() | speech_words() | SMALL
    job = FUNCTION_WORD.fullmatch(behind[0]) or source_class(behind[0], behind[0].lower()) == "person"
    noun = behind[0].islower() and (bool(job) or len(behind) > 1)
    leads = behind[0] in word_set("leaders")  # "opposition leader"
    body = source_class(word, word) == "body" and not leads
    return noun and not body and word not in known and not word.endswith(("ly", "ed", "ing"))


def _is_trade(word: str) -> bool:
    """Whether a word says what one person is."""
    single = not word.endswith("s") or word.endswith("ss")
    single = single and word not in statement_words("nobody") | statement_words("people")
    return single and not word.endswith("ed") and source_class(word, word.lower()) == "person"
