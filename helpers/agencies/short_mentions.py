"""The short words for a body: "the agency", "it", "their", bare "officers", "we", and "officials" of an auditor's text.

Finds them in a sentence and tells their kind; which body they stand for is settled by `helpers.agencies.antecedents`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from helpers.agencies.cues import cue_words
from helpers.clauses import Action, find_actions, token_starts
from helpers.names import mask
from helpers.texts import LONGEST_SENTENCE, Sentence, Token, action_nouns, plural, word_list, word_set

__all__ = ["SHORT", "Short", "names_of_noun", "officers", "shorts_in", "subjects_in"]


@cache
def _nouns() -> dict[str, dict[str, str]]:
    """The nouns that fit other names than those that hold them."""
    return {row["noun"]: row for row in word_list("agencies/short_nouns")}


_ANY = "|".join(sorted(word_set("anaphor_nouns"), key=lambda noun: (-len(noun), noun)))
_OWN = (
    r"(?:(?:own|new|latest|annual|senior|press|news) ){0,2}"
    r"(?:spokes[a-z]{3,6}|officials?|statement|release|report|figures?|data|statistics|records|numbers|audit|website)\b"
)  # what and who speaks for a body
_NOT_NAMED = r"\b(?! (?:of|for)\b| [A-Z])"
_THE = (
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?P<the>{_ANY}|{_ANY.title()}){_NOT_NAMED}"
    rf"|\b[Tt]he (?P<kind>[a-z][a-z-]{{3,20}} (?:{_ANY})){_NOT_NAMED}"  # "the revenue agency"
)
_HEADS = (
    r"\b[Tt]he (?P<head>sheriff|undersheriff|district attorney) (?:of|for|in) "
    r"(?P<seat>(?:[A-Z][\w.'’-]{1,20} ){1,2}(?:County|Parish))\b"
)
_PLACED = r"\b(?:[Tt]he|[Ii]ts) (?P<placed>(?:[A-ZÀ-Þ][\w.-]{1,20} ){1,3}(?:field )?(?:bureau|branch|division|office|team|unit))\b"
SHORT = re.compile(
    rf"{_THE}|{_HEADS}|{_PLACED}|\b(?:[Aa]n? )?(?P<bare>{_ANY}|{_ANY.title()})(?= {_OWN})|\b(?P<pronoun>[Ii]ts?|[Tt]hey|[Tt]heir)\b"
)
_FIRST_PERSON = re.compile(rf"(?i:\b(?:{'|'.join(sorted(word_set('first_person')))})\b)|\bI(?=,?\s[a-z])")
_OFFICIALS = re.compile(r"(?:^|[,;:]\s)(officials)\s(?!of\b|at\b|from\b|in\b|with\b)", re.IGNORECASE)
_OF_WHOM = ("of", "from", "with", "for")
_OF = re.compile(r"\s(?:of|from|with|at)\s")


@dataclass(frozen=True)
class Short:
    """A short mention of a body.

    Attributes:
        start, end: Its place in the sentence.
        word: The noun or pronoun as written; people in lower case and plural.
        kind: noun, head, pronoun, people, officials or first person.
        several: Of people, whether more than one is named.
        speaks: Of a noun, whether it is the official who speaks for the body.
        place: The county of the head of a body: "the sheriff of Kern County".
    """

    start: int
    end: int
    word: str
    kind: str
    several: bool = True
    speaks: bool = False
    place: str = ""


def names_of_noun(noun: str) -> str:
    """Patterns of the names that a noun fits, the better ones first, parted by bars; empty if any does. In capitals the
    noun must be a word of the name."""
    return _nouns()[noun]["names"] if noun in _nouns() else noun.title()


@cache
def officers() -> frozenset[str]:
    """People, in the plural, who can be named without their body."""
    return word_set("field_people") | word_set("crews")


def shorts_in(sentence: Sentence, doc) -> list[Short]:
    """The short mentions of a sentence in reading order.

    Args:
        sentence: The sentence as written.
        doc: The parse of its masked form; None without one: then only nouns are found.
    """
    found = list(_nouns_and_pronouns(sentence, doc))
    if doc is not None:
        found += _people(sentence, doc)
        found += _in_heading(sentence, doc)
        if not any(mark in sentence.block.text for mark in '“”"'):  # there "we" may be anybody
            found += (
                Short(*match.span(), match[0], "first person")
                for match in _FIRST_PERSON.finditer(sentence.text, 0, LONGEST_SENTENCE)
            )
            match = _OFFICIALS.search(sentence.text, 0, LONGEST_SENTENCE)
            found += [Short(*match.span(1), "officials", "officials")] if match else []
    return sorted(found, key=lambda short: short.start)


def _nouns_and_pronouns(sentence: Sentence, doc) -> Iterator[Short]:
    heading = sentence.block.kind in ("title", "heading")
    acting = _acting_starts(sentence, doc) if doc is not None else frozenset()
    for match in SHORT.finditer(sentence.text, 0, LONGEST_SENTENCE):
        start, end = match.span()
        if match["head"]:
            yield Short(start, end, match["head"], "head", speaks=True, place=match["seat"])
        elif noun := _noun_of(match):
            yield Short(start, end, noun, "noun", speaks=bool(_nouns().get(noun.lower(), {}).get("speaks")))
        elif start in acting and not (heading and match[0].lower().startswith("the")):  # "What They Said"
            yield Short(start, end, match[0].lower(), "pronoun")


def _noun_of(match: re.Match) -> str:
    """The noun of a short mention, empty for a pronoun; "the Ahmedabad unit" is one of whichever agency."""
    bare = (match["bare"] or "").lower() if match.start() == 0 else match["bare"]  # "Agency officials said"
    return "agency" if match["placed"] else match["the"] or match["kind"] or bare or ""


def _in_heading(sentence: Sentence, doc) -> Iterator[Short]:
    """The nouns that stand for a body without any article in a heading: "Court calls case a waste"."""
    if sentence.block.kind in ("title", "heading"):
        for start, end in sorted({doer for action in find_actions(sentence, doc) for doer in action.doers}):
            if (noun := sentence.text[start:end].lower()) in word_set("anaphor_nouns"):
                yield Short(start, end, noun, "noun")


def _acting_starts(sentence: Sentence, doc) -> frozenset[int]:
    """Where those stand who do something, or whose people do; what "it" says behind another word is read as a statement."""
    return frozenset(
        start
        for action in find_actions(sentence, doc)
        for start, _ in action.doers
        if action.role != "comment"
        or sentence.text[start : start + 5].lower().startswith(("its", "their"))
        or sentence.text.startswith("It ")
        and not start
    )


def _people(sentence: Sentence, doc) -> Iterator[Short]:
    """Officers who do or say something, and beside whom no word says whose they are."""
    actions = [one for one in find_actions(sentence, doc) if _is_told(one)]
    told = ("report", "comment")
    acting = {doer for action in actions if action.role not in told for doer in action.doers}
    for start, end in sorted({doer for action in actions for doer in action.doers}):
        *before, word = sentence.text[start:end].lower().split() or [""]
        several = word in officers()
        if not several and (start, end) in acting:  # what one of them says is not said by the body
            word = plural(word)
        known = word in officers() and word_set("officer_modifiers").issuperset(before)
        if known and (noun := _noun_behind(sentence, end)):
            yield Short(start, end, noun, "noun")
        elif known and _is_bare(sentence, doc, end, several=several):
            yield Short(start, end, word, "people", several=several)


def _noun_behind(sentence: Sentence, end: int) -> str:
    """The noun for the body of officers right behind them: "officers of the force", "agents from the Miami office"."""
    joint = _OF.match(sentence.text, end)
    behind = SHORT.match(sentence.text, joint.end()) if joint else None
    return _noun_of(behind) if behind else ""


def _is_told(action: Action) -> bool:
    return action.mode == "reported" and action.lemma not in ("believe", "think", "suspect")


def _is_bare(sentence: Sentence, doc, end: int, *, several: bool) -> bool:
    """Whether no word beside the noun that ends at a place says whose people they are."""
    starts = token_starts(doc, mask(sentence).original)
    token = next((token for token, at in zip(reversed(doc), reversed(starts), strict=True) if at < end), None)
    if token is None:
        return False
    behind = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    first = token.i
    while first > token.left_edge.i and _tells_no_body(doc[first - 1].lower_):
        first -= 1
    if not several and doc[first].lower_ not in word_set("plain_determiners"):
        return False  # "Special Agent Jo Sample"
    before = doc[first - 1] if first > token.left_edge.i else None
    partner = first > 0 and doc[first - 1].lower_ in word_set("partner_words")
    return behind not in _OF_WHOM and (before is None or _begins_anew(before, token)) and not partner


def _begins_anew(before, people) -> bool:
    """Whether a word that the parser took into the phrase of officers does not belong there: "During the search agents
    found", "it will be alleged officers found", "FRESNO – Officers arrested"."""
    if before.is_punct or before.is_space:
        return before.text not in ("-", ",")
    event = before.lower_ in word_set("action_heads") | action_nouns().keys()
    if event:
        edge = people.left_edge.i
        return (
            0 < edge < before.i and people.doc[edge - 1].pos_ == "ADP" and people.doc[edge - 1].lower_ != "by"
        )
    return before.pos_ in ("VERB", "AUX") and before.dep_ != "amod"


def _tells_no_body(word: str) -> bool:
    """Whether a word before officers does not say whose they are; also a verb that the parser hung on them: "police
    alleged officers found"."""
    free = (
        word in word_set("plain_determiners") or word in word_set("officer_modifiers") or word in cue_words()
    )
    return free or word.isdigit() or word == ","


def subjects_in(sentence: Sentence, doc) -> list[tuple[int, int, Token]]:
    """Each noun that is a subject, or one of several: where the words before it begin, where it ends, and the noun.

    Args:
        sentence: The sentence as written.
        doc: The parse of its masked form.
    """
    starts = (*token_starts(doc, mask(sentence).original), len(sentence.text))
    found = []
    for token in doc:
        first = token.head if token.dep_ == "conj" else token
        if first.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN"):
            found.append((starts[token.left_edge.i], starts[token.i + 1], token))
    return found
