"""Lengths whose unit is left out because a length beside them has it: "212 days, with a median of 33", "the
shortest stay was 2 and the longest 90 days", "24 years, nineteen of them in uniform".

>>> days = Expression(5, 12, "duration", value="P40D")
>>> [item.value for item in with_lengths_left_out("Took 40 days, with a median of 33.", [days])]
['P40D', 'P33D']
"""

import re

from helpers.dates.words import NUMBER, Expression, count_of, period_value

_MEAN = r"(?:median|mean|average|maximum|minimum)"
_AFTER = re.compile(
    rf"(?i:[,;]?\s(?:(?:to\s[a-z]{{3,12}}|on\saverage);?\s)?(?:(?:with|and|but)\s)?(?:an?|the|its)\s{_MEAN}\s(?:of|was|being)\s(?P<number>{NUMBER})(?=[.,;:)]|$))"
)
_SUPERLATIVE = r"(?:longest|shortest|quickest|slowest|maximum|minimum)"
_BEFORE = re.compile(
    rf"(?i:\b{_SUPERLATIVE}\s(?:[a-z]{{2,15}}\s){{0,2}}(?:took|lasted|was|of)\s(?P<number>{NUMBER}),?\s(?:and|while)\s(?:the|a)\s{_SUPERLATIVE}\s(?:(?:was|took|lasted|of)\s)?)$"
)
_OF_THEM = re.compile(
    rf"(?i:(?:,|,?\s(?:and|with|but)(?:\s[a-z]{{2,12}}ed)?)\s(?P<number>{NUMBER})\sof\s(?:them|those|which)\b)"
)
# "it takes two and a half, three hours": two guesses in a row
_GUESS = re.compile(
    rf"(?i:\b(?:like|about|maybe|perhaps|say|takes?|took|for|after|or)\s(?P<number>{NUMBER}(?:\sand\sa\shalf)?),\s)$"
)
_BARE = r"(?=[.,;:)](?!\d)|$|\s(?:and|in|for|on|by|last|this|a|after|before|when|while)\b(?!\s\d))"
# "cut from 14 days to 10", "31 months, up from 24", "30 days, or 15 in urgent cases"
_CHANGED = re.compile(
    rf"(?i:,?\s(?:(?:then|up|down|and)\s)?(?:to|from|against|versus|instead\sof|rather\sthan|compared\s(?:with|to))\s(?:just\s|only\s|about\s)?"
    rf"(?P<number>{NUMBER}){_BARE})"
)
_OR_ELSE = re.compile(rf"(?i:,?\sor\s(?P<number>{NUMBER})(?=\s(?:in|for|if|where|with)\b))")
# "the ceasefire lasted 11 days, the talks nine", "he got six years, his brother ten"
_ANOTHER = re.compile(
    rf"(?i:,\s(?:and\s|but\s)?(?:the|an?|his|her|its|their)\s(?:[a-z’'-]{{2,15}}\s){{1,3}}(?P<number>{NUMBER})(?=[.,;:)](?!\d)|$|\sand\b))"
)
# "it took 63 days in March; in December it took 41"
_SAME_VERB = re.compile(
    rf"(?i:(?:[^.;,]{{0,60}}[;,]|[^.;,]{{0,60}}\s(?:and|but|while))\s[^.;,]{{0,50}}?\b(?P<verb>took|takes|lasted|lasts|served|waited|spent)\s(?:(?:us|him|her|them|only|just|about)\s){{0,2}}(?P<number>{NUMBER}){_BARE})"
)
_SAID = re.compile(r"(?i)\b(took|takes|lasted|lasts|served|waited|spent)\s(?:[a-z]{2,8}\s){0,3}$")
# "63 days in March and 41 in December"
_LIST = re.compile(
    rf"(?i:\s(?P<way>in|for|at|on|to)\s[^.;:()\d]{{2,40}}?(?:\s(?:20|19)\d\d)?(?:,|,?\s(?:and|but|while|against))\s(?P<number>{NUMBER})\s(?P=way)\b)"
)
_TOLD = re.compile(
    r"(?i)\b(?:lasted|took|takes|served|got|received|spent|ran|gave|for|to|was)\s(?:[a-z]{2,8}\s)?$"
)
_PART_OF = re.compile(rf"(?i:\b(?P<number>{NUMBER})\sof\s(?:his|her|their|its|the|those|these|my|our)\s)$")
_MEANWHILE = re.compile(r"(?i)\b(?:in|within|over|after|during|past|last|every)\s(?:the\s|just\s|only\s)?$")
# "24, 36 and 41 months", "2, 3 or 4 weeks": the numbers of a row share the unit of the last
_ROW = re.compile(rf"(?i:(?P<row>{NUMBER}(?:,\s{NUMBER}){{0,7}})(?P<joint>,\s|,?\s(?:and|or)\s))$")
_IN_ROW = re.compile(rf"(?i:{NUMBER})")
_AGES = re.compile(r"(?i)\bage[sd]?\s(?:of\s)?$")
_TIMES = 12  # a length that borrows a unit is at most so many times longer or shorter
_UNIT = re.compile(r"P(T?)([\d.]+)([YMWDHS])$")
_NEAR = 120  # characters in which the number must stand


def _is_measured(text: str, item: Expression, number: float, other: float) -> bool:
    """Whether a length is what is told to have changed, and not the time in which something else did: not "doubled within
    a year, from 40 in May"."""
    alike = number / _TIMES <= other <= number * _TIMES
    return number > 1 and alike and not _MEANWHILE.search(text, max(0, item.start - 20), item.start)


def with_lengths_left_out(text: str, found: list[Expression]) -> list[Expression]:
    """The expressions of a sentence with the lengths that borrow the unit of a neighbour."""
    if not any(item.kind == "duration" for item in found):
        return found
    more = _with_rows(text, found)
    waiting = list(more)
    while waiting:
        item = waiting.pop(0)
        unit = _UNIT.search(item.value) if item.kind == "duration" else None
        if not unit or "/" in item.value:
            continue
        near = max(0, item.start - _NEAR)
        after, before = _AFTER.match(text, item.end), _BEFORE.search(text, near, item.start)
        guess = _GUESS.search(text, near, item.start)
        part = _OF_THEM.match(text, item.end)
        if part and count_of(part["number"]) > float(unit[2]):
            part = None  # "weapons in four weeks, 460 of them antique"
        of_it = _PART_OF.search(text, near, item.start)
        another = _ANOTHER.match(text, item.end) if _TOLD.search(text, near, item.start) else None
        listed = _LIST.match(text, item.end)
        if listed and not _is_measured(text, item, float(unit[2]), count_of(listed["number"])):
            listed = None
        said, again = _SAID.search(text, near, item.start), _SAME_VERB.match(text, item.end)
        again = again if said and again and said[1].lower() == again["verb"].lower() else None
        changed = _CHANGED.match(text, item.end) or _OR_ELSE.match(text, item.end)
        if changed and not _is_measured(text, item, float(unit[2]), count_of(changed["number"])):
            changed = None
        for match in (after, before, part, guess, of_it, another, again, listed, changed):
            if match and not any(
                other.start < match.end("number") and match.start("number") < other.end for other in more
            ):
                number = re.sub(r"(?i)\sand\sa\shalf$", "", match["number"])
                half = 0.5 if number != match["number"] else 0
                value = period_value(count_of(number) + half, unit[1] + unit[3])
                more.append(Expression(*match.span("number"), "duration", value=value))
                waiting.append(more[-1])
    return sorted(more, key=lambda item: item.start) if len(more) > len(found) else found


def _with_rows(text: str, found: list[Expression]) -> list[Expression]:
    """The expressions and the numbers of the rows that end in one of them, which is itself two of the row or stands behind
    "and": "24, 36 and 41 months"."""
    more = list(found)
    for item in found:
        unit = _UNIT.search(item.value) if item.kind == "duration" else None
        row = unit and _ROW.search(text, max(0, item.start - _NEAR), item.start)
        if not row or _AGES.search(text, max(0, row.start() - 8), row.start()):
            continue
        after = next((one for one in found if one.start > item.start), None)
        paired = "/" in item.value or after and text[item.end : after.start].strip() in ("and", "or")
        numbers = list(_IN_ROW.finditer(text, row.start("row"), row.end("row")))
        if not (paired if row["joint"] == ", " else len(numbers) > 1):
            continue  # "he held five, three days later ten", "in five and three days"
        for number in numbers:
            value, free = (
                count_of(number[0]),
                all(one.end <= number.start() or number.end() <= one.start for one in more),
            )
            if free and float(unit[2]) / _TIMES <= value <= float(unit[2]) * _TIMES:
                more.append(
                    Expression(*number.span(), "duration", value=period_value(value, unit[1] + unit[3]))
                )
    return sorted(more, key=lambda item: item.start)
