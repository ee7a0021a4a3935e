"""What puts a temporal expression ahead, whatever the tense of its clause: the words right before it.

A case is adjourned, somebody is sent to jail until a day, a hall is booked for it: the act is past, and the day is still to
come. The words are in `helpers/data/dates/en/words.csv`: put_off, lasting, event_to_come, falls_due, demand, bare_verb,
told_for.

>>> ahead_by_words("He was sent to jail until May 7.", 0, 26), ahead_by_words("He stayed in jail until May 7.", 0, 24)
('future', '')
"""

import re

from helpers.dates.words import english_words, one_of

__all__ = ["COMING", "ahead_by_words", "is_put_off", "lasts_until", "leads_to", "runs_until"]

_UNTIL = re.compile(
    r"(?i)\b(?:by|until|till|through)\s(?:the\send\sof\s)?(?:about\s|around\s|at\sleast\s|the\s|mid-|early\s|late\s|next\s){0,2}$"
)
_LASTS = re.compile(
    r"(?i)\b(?:extend|prolong|renew|lengthen)[a-z]*\s(?:[^;.]{0,30}\s)?(?:to|until|till|through)\s(?:the\s)?$"
)
# What puts a thing off, or names the day of something to come, right before its day.
_DELAYS = one_of(english_words("put_off"))
# "adjourned to a date in", "moved to early"; but to be moved to a ward on a day is no such thing
_VAGUELY = r"(?:(?:about|early|late|mid|next|the|an?|no\searlier\sthan|later|new)[\s-])*"
COMING = one_of(english_words("event_to_come"))
_SPAN = rf"(?:date|day|week|weekend|month|end|start|beginning|middle|session|{COMING})\s(?:on|in|of|at)\s"
_TILL = r"(?:until|till)\s(?!(?:he|she|it|they|we)\s)[^,]{0,20}"
_UP_TO = rf"{_TILL}|(?:to|through)\s{_VAGUELY}(?:{_SPAN}{_VAGUELY})?"
_DELAYED = rf"\b{_DELAYS}\b[^,]{{0,60}}\b(?:{_UP_TO})"
# "banned until", "sent to jail until"; but "the army had imposed a curfew until" may be over
_LASTING = rf"(?<!\bhad\s)(?<!\bhad\sbeen\s)\b{one_of(english_words('lasting'))}\b[^,;]{{0,60}}\b{_TILL}"
_CUSTODY = r"(?:custody|jail|prison|remand|detention|house\sarrest)"
_COMMITTED = rf"\b(?:(?:in)?to|under)\s(?:[\w-]+\s){{0,3}}?{_CUSTODY}\s(?:[\w-]+\s){{0,4}}?{_TILL}"
# "schools have been shut until", "has until": what holds today holds up to a day to come
_OVER = r"(?:was|were|had|did|said|who|which|that|after|before|since|lasted|worked|served|stayed)\b"
_HOLDS = rf"\b(?:has|have)\s(?:(?!{_OVER})[\w’'-]+\s){{0,12}}?{_TILL}"
# "the trial was moved to Dallas on": the day of the move, or that of the trial
_MOVED_EVENT = re.compile(
    rf"(?i)\b(?:{COMING}\s(?:was|were|has\sbeen|had\sbeen)\s{_DELAYS}|{_DELAYS}\s(?:[\w’'-]+\s){{1,3}}?{COMING})\s(?:to|from)\s[^,;]{{1,40}}$"
)
_SUMMONED = r"\b(?:remanded|bailed|bail|summoned)\b[^,]{0,40}\sto\s(?:appear|return|attend)\b[^,]{0,60}"
_PENDING = r"\b(?:pending|until)\s(?:an?|his|her|their|the)\s(?:\w+\s){1,3}(?:on|in|for)\s"
_UPCOMING = r"\b(?:next|upcoming|forthcoming)\s\w+(?:\s\w+)?\s(?:is\s)?(?:(?:on|in|for)\s)?"
_DEADLINE = r"\b(?:deadline|(?:court|trial|release|target)\sdate)\s(?:of|is|on|for)\s"
_PUT_OFF = re.compile(rf"(?i)(?:{_DELAYED}|{_SUMMONED}|{_PENDING}|{_UPCOMING}|{_DEADLINE})$")
_GOES_ON = re.compile(rf"(?i)(?:{_LASTING}|{_COMMITTED}|{_HOLDS})$")
_EFFECTIVE = re.compile(
    rf"(?i)\b{one_of(english_words('falls_due'))}\s(?:(?:on|from|in|by|until|at|as\sof)\s)?(?:the\s)?$"
)
# "an order that he remain in custody until March 6", "demanded that the road be cleared by Friday"
_ORDERED = re.compile(
    rf"(?i)\b{one_of(english_words('demand'))}\s(?:[a-z]{{2,12}}\s)?that\s(?:[\w’']+\s){{1,5}}?{one_of(english_words('bare_verb'))}\s[^,;]{{0,60}}$"
)
# "the funeral is Saturday"; but "today is Saturday"
_IS_ON = re.compile(
    r"(?i)(?<!\btoday)(?<!\bit)(?<!\bthis)(?<!\bthat)(?<!\bthere)(?<!\bdate)(?<!\bday)\s(?:is|are)\s(?:on\s)?(?:\w+day\s(?:and|or)\s)?$"
)
_WEEKDAY = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?![’']s?\b)")
_WEEKEND = re.compile(r"(?i)(?:the\s)?weekend\b(?![’']s?\b)")
# "rallies are registered for Saturday"; but "takings for Saturday", "blamed for Saturday’s attack"
_FOR = re.compile(r"(?i)\sfor\s(?:the\s|\w+day(?:,|\s(?:and|or))\s)?$")
_TODAY = re.compile(r"(?i)\b(?:is|are|has|have)\b")  # "they went there for the weekend" tells of the last one
_TOLD_FOR = re.compile(rf"(?i)\b{one_of(english_words('told_for'))}\sfor\s(?:the\s)?$")
# "tickets are on sale from Monday": what was so since then would have been since then
_FROM = re.compile(r"(?i)\b(?:is|are)\s(?!from\b)(?:[\w’'-]+\s){1,6}?(?:from|starting|beginning|as\sof)\s$")
_LABEL = re.compile(
    r"(?i)\b(?:next\s[\w\s]{1,24}|deadline|sentencing|hearing|expir(?:y|es)|due(?:\sdate)?|closing\sdate|opens|effective):\s$"
)
# "a warning for October 9"; but "sales were below the forecast for June"
_LEADS_TO = re.compile(
    r"(?i)\b(?:(?:from|by|until|till|through|to)\s(?:[\w-]+\s){0,3}|ending\s(?:in\s|on\s)?)$"
)
_LEADS_TO_DAY = re.compile(r"(?i)\bfor\s(?:the\s)?$")
_DAY = re.compile(r"(?:[A-Z][a-z]+\.?\s)?\d")


def ahead_by_words(sentence: str, begin: int, start: int) -> str:
    """Where the words before an expression put it.

    Args:
        begin: Where its clause begins.
        start: Where the expression begins.

    Returns:
        future, prospect (as in `helpers.dates.resolve.tense`); empty where they do not tell.
    """
    before = sentence[begin:start]
    if _PUT_OFF.search(before) or _GOES_ON.search(before):
        return "future"
    if _LABEL.search(sentence, max(0, start - 40), start):
        return "future"
    weekday = _WEEKDAY.match(sentence, start)
    if weekday and (_IS_ON.search(before) or _FROM.search(before)):
        return "future"
    weekend = _WEEKEND.match(sentence, start) and _TODAY.search(before)
    if (weekday or weekend) and _FOR.search(before) and not _TOLD_FOR.search(before):
        return "future"
    dated = _EFFECTIVE.search(before) or _ORDERED.search(before) or _MOVED_EVENT.search(before)
    return "prospect" if dated else ""


def leads_to(sentence: str, start: int) -> bool:
    """Whether the words before an expression lead to it from what is foretold: "a forecast of rain until"."""
    near = max(0, start - 40)
    to_day = _DAY.match(sentence, start) and _LEADS_TO_DAY.search(sentence, near, start)
    return bool(to_day or _LEADS_TO.search(sentence, near, start))


def runs_until(sentence: str, start: int) -> bool:
    """Whether something goes on up to the expression: "shut through Monday"."""
    return bool(_UNTIL.search(sentence, max(0, start - 40), start))


def lasts_until(sentence: str, start: int) -> bool:
    """Whether something that began is said to last up to the expression: "extended to 5 July", "renewed until March"."""
    return bool(_LASTS.search(sentence, max(0, start - 60), start))


def is_put_off(sentence: str, start: int) -> bool:
    """Whether something is put off to the expression: "adjourned to September"."""
    return bool(_PUT_OFF.search(sentence, max(0, start - 60), start))
