"""What the words must show before a relation is called wrong: more than that nothing speaks against it.

In: a tie that fails. Out: whether one of the sets of proof that its template asks for is there (`needs` in
`helpers/data/checks/templates.csv`): kinds of evidence that the search found, and marks that are read here from the
sentences in which the figures stand. A tie that holds needs none: that free figures agree is proof of its own.
"""

import re

from helpers.checks.binding import Tie, templates
from helpers.checks.cues import has_cue
from helpers.checks.frames import between
from helpers.checks.pairs import common_words
from helpers.texts import singular, word_stems

__all__ = ["MARKS", "proven"]

_BASE = re.compile(
    r"(?:\s[a-z]+){0,2}\s(?:on|from|than|over|above|below|against|compared\s(?:with|to))\s(?:[a-z]+\s){0,2}"
)
# "a rise of 12 per cent in burglaries", "was seen at the ports": something of its own
_OF_WHAT = re.compile(r"\b(?:in|for|among|at|near|of|on|by|with|from)\s((?:[\w’'-]+\s?){1,3})")
_TIME = re.compile(r"\b(?:days?|weeks?|months?|years?|quarters?|decades?|time)\b")
_OTHERS = re.compile(r"\b(?:others?|too|also|more|further)\b")
# "come from the following countries: "
_THESE = re.compile(
    r"\b(?:following|these|those|two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:[a-z]+\s){0,2}?([a-z]+s|[a-z]+ren|people)\W*$"
)
_OPENS = re.compile(
    r"\W*(?:(?:so|thus|hence),?\s)?(?:on\s(?:average|the\saverage)|an\saverage\sof|the\s(?:[a-z]+\s)?(?:average|mean|rate|load)\s(?:is|was|of|came\sto|stood\sat))?,?\s?",
    re.I,
)
# "Per detainee, the bill was"
_PER = re.compile(
    r"\W*(?:(?:the\s)?(?:average\s|mean\s)?(?:costs?|spending|expenditure|price)\s(?:per|for\s(?:each|every))\s[a-z-]+(?::|\s(?:was|is|came\sto))\s"
    r"|(?:per|for\s(?:each|every))\s[a-z-]+,?\s(?:this|that|it|the\s(?:bill|costs?|sum|total|amount|figure|average|load|burden|price|expenses?))\b)",
    re.I,
)


def proven(tie: Tie) -> bool:
    """Whether the words show what a template needs for a relation that fails."""
    needs = templates()[tie.template].needs
    return not needs or any(all(_shown(tie, name) for name in need) for need in needs)


def _shown(tie: Tie, name: str) -> bool:
    """Whether a kind of proof is there: evidence, a mark, or that some evidence is not there ("no rival")."""
    if name.startswith("no "):
        return not _shown(tie, name.removeprefix("no "))
    return MARKS[name](tie) if name in MARKS else tie.evidence.get(name, 0) > 0


def _claim_and_others(tie: Tie) -> tuple:
    """The figure that is told of two others, and these: a difference comes first, every other last."""
    return (tie.items[0], tie.items[1:]) if tie.template == "difference" else (tie.items[-1], tie.items[:-1])


def _one_line(tie: Tie) -> bool:
    return len({item.line for item in tie.items}) == 1


def _beside(tie: Tie) -> bool:
    """Whether what is told of two figures stands in the sentence of one of them."""
    claim, others = _claim_and_others(tie)
    return any(claim.line == one.line for one in others)


def _base(tie: Tie) -> bool:
    """Whether what is told of two figures names the one that it starts from: "up 40% on the 1,006 of last year"."""
    claim, others = _claim_and_others(tie)
    return any(one.start > claim.end and _BASE.fullmatch(between(claim, one)) for one in others)


def _leads_back(tie: Tie) -> bool:
    """Whether the later sentence says that it goes on with what was told: "that is", "these three", "the increase"."""
    claim, others = _claim_and_others(tie)
    later = [item for item in tie.items if item.line > min(one.line for one in tie.items)]
    told = [claim] if claim in later and claim.line not in {one.line for one in others} else later
    return any(has_cue("leads back", item.sentence) for item in told)


def _theme(tie: Tie) -> bool:
    """Whether the sentence of what is told names again something that one of the figures' names."""
    claim, others = _claim_and_others(tie)
    named = word_stems(" ".join(one.sentence for one in others if one.line != claim.line).lower())
    return bool((word_stems(claim.sentence.lower()) & named) - common_words())


def _alone(tie: Tie) -> bool:
    """Whether what is told names nothing that the two figures' sentences do not: "An increase by 35 percent is a lot"."""
    claim, others = _claim_and_others(tie)
    told = " ".join(one.sentence for one in others if one.line != claim.line)
    words = re.split(r"[.;:,]\s", claim.after)[0]
    phrases = [found for found in _OF_WHAT.findall(words) if not _TIME.search(found)]
    phrases += re.findall(r"\b[A-Z][\w’'-]+", words)
    known = word_stems(told.lower())
    if has_cue("forecast", words):
        return False  # "a drop of 10 percent is expected"
    return all(word_stems(phrase.lower()) & known for phrase in phrases)


def _summed(tie: Tie) -> bool:
    """Whether a sum behind what it is made of says that it is one: "over the 12 months this adds up to 480"."""
    total, told = tie.items[0], tie.items[-1]
    clause = re.split(r"[.;:]\s", total.before)[-1]
    earned = total.dimension != "count" and has_cue("takings", clause)
    return total.start > told.start and (earned or has_cue("sums", clause))


def _bare(tie: Tie) -> bool:
    """Whether a sentence opens with what is told, and leaves out what it counts: "On average, 312 a month were"."""
    told = tie.items[-1]
    at = told.start - told.sentence_start
    return not told.noun and bool(_OPENS.fullmatch(told.sentence[:at]))


def _listed(tie: Tie) -> bool:
    """Whether all figures are items of one list."""
    groups = {getattr(item, "group", -1) for item in tie.items}
    return len(groups) == 1 and groups != {-1}


def _years_told(tie: Tie) -> bool:
    """Whether the years of two dates are printed, or follow both from the day of publication and are the same."""
    return len({one.year_from == "publication" and one.begin.year for one in tie.items}) == 1


def _announced(tie: Tie) -> bool:
    """Whether a list is one of what a number counts, and not of others: "the two brothers named others too:
    Silva, …", "nine women represent these countries: Chad, …"."""
    told, first = tie.items[0], min(tie.items[1:], key=lambda one: one.start)
    at = told.sentence_start
    words = told.sentence[told.end - at : max(0, first.start - at)]
    other = _THESE.search(words)
    return not (_OTHERS.search(words) or other and singular(other[1]) != told.noun)


MARKS = {
    "derived": lambda tie: has_cue("derives", *(one.sentence for one in tie.items)),
    "summed": _summed,
    "bare": _bare,
    "listed": _listed,
    "of those": lambda tie: bool(re.match(r"\sof\s(?:them|these|those)\b", tie.items[-1].after)),
    "opens": lambda tie: bool(_PER.match(tie.items[-1].sentence)),
    "years told": _years_told,
    "one line": _one_line,
    "alone": _alone,
    "announced": _announced,
    "beside": _beside,
    "base": _base,
    "leads back": _leads_back,
    "theme": _theme,
    "measure": lambda tie: tie.items[-1].dimension != "count",
}
