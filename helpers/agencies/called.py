"""What a body that the article's agencies do not hold is called by the words of a source: "Holm Ferries Inc.", "the
statistics office", "President Jo Sample's office".

Only the row of a statement names it; no role follows from it.
"""

import re

from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.sayings import Saying
from helpers.names import head_words
from helpers.texts import Article, word_set

__all__ = ["body_called"]

_WORD = r"[A-ZÀ-Þ][\w&.’'-]{0,30}"
_NAME = rf"{_WORD}(?: (?:(?:of|for|and|de|du|del|&) (?:the )?)?{_WORD}){{0,6}}"
_OFFICE = re.compile(
    r"(?:[Tt]he )?((?:[A-ZÀ-Þ][\w.’'-]{1,30} |prime |deputy ){0,5}[\w.’'-]{2,30}['’]s office)"
)
_OWN_NAME = re.compile(rf"(?:[Tt]he )?((?:[a-z-]{{3,15}} ){{0,2}})({_NAME})(, (?:an?|the) [^,]{{3,80}})?")
_WRITTEN_BY = re.compile(r"\b(?:by|from) ((?:the )?[^,]{4,80})(?:,|$)")
_BARE = re.compile(r"[Tt]he ([a-z]{4,15})")
_BEHIND = re.compile(rf"[^,]{{3,80}}, (?:the )?({_NAME})")
_OPENS = re.compile(r"^(?:The|A|An|His|Her|Its|Their|Our|In|At|But|And|For|On|By|If|When|As|After|Before) ")
_ITS = re.compile(r"(?i)its?(?: |$)")
_ENDED = re.compile(r"(?<=[.!?”\"])\s+(?=[A-ZÀ-Þ“])")
_OPENS_WITH = re.compile(
    rf"(?:(?:But|And|Yet|Still),? )?((?:[Tt]he )?(?:{_NAME}|[a-z-]{{3,15}} [a-z]{{4,15}}))(?=,? [a-z])"
)
_BELOW = re.compile(r"(?: [a-z-]{2,15}){0,2}")
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_PLAIN = re.compile(
    rf"[Tt]he ((?:[a-z-]{{3,15}} ){{1,3}}|(?=[a-z]{{4,15}} of (?:the )?[A-Z]))([a-z]{{4,15}})(?: of (?:the )?{_NAME})?"
)


def body_called(article: Article, saying: Saying, agency: str, personal: bool) -> str:
    """The body that says something: the one that is known, or else what the words of the source call it; empty for people,
    documents and words that fit many.

    Args:
        article: The article.
        saying: What is said.
        agency: Canonical name of the body that is known; empty without one.
        personal: Whether a person says it.
    """
    source = saying.what.source
    labelled = not saying.what.lemma  # in a transcript
    if agency or personal or source is None or labelled:
        return agency
    words = " ".join(article.text[slice(*source)].split())
    if saying.what.animacy == "document":  # "a survey by the aid group Open Sea"
        by = _WRITTEN_BY.search(words)
        if by is None and _ITS.match(words):
            return _of_it(article.text[: source[0]])
        return _named(by[1]) or _again(article.text[: source[0]], by[1]) if by else ""
    if _ITS.match(words):
        return _of_it(article.text[: source[0]])
    return _named(words) or _again(article.text[: source[0]], words)


def _of_it(before: str) -> str:
    """The body that "it" means: the one with which one of the last sentences of the paragraph begins."""
    *_, paragraph = before[-900:].split("\n")
    for sentence in reversed(_ENDED.split(paragraph)[-3:]):
        found = _OPENS_WITH.match(sentence)
        behind = _BELOW.match(sentence, found.end())[0].split() if found else []
        longer = any(source_class(word, word) == "body" for word in behind)  # "The Senate health committee"
        if found and not longer and (name := _proper(found[1])):
            return name
    return ""


def _named(words: str) -> str:
    """The body whose name or kind the words give."""
    return _office(words) or _proper(words) or _public(words)


def _office(words: str) -> str:
    """The office of somebody in office: "President Jo Sample's office", "prime minister's office"."""
    found = _OFFICE.fullmatch(words)
    holder = re.sub(r"['’]s office$", "", found[1]) if found else ""
    held = {word.lower() for word in holder.split()} & word_set("functions")
    return found[1] if found and held else ""


def _proper(words: str) -> str:
    """A name that is no person's: by its last word, by letters in capitals, or by the body that stands behind it."""
    own, behind = _OWN_NAME.fullmatch(words), _BEHIND.fullmatch(words)
    if own and (_ACRONYM.fullmatch(own[2]) or _is_body(own[2]) or own[3] and _tells_body(own[3])):
        return own[2]
    if (
        own
        and words[:4].lower() == "the "
        and own[2] in word_set("thing_heads") | statement_words("one_word")
    ):
        return own[2]  # "the Guardian", "the Treasury"
    return behind[1] if behind and _is_body(behind[1]) else _introduced(words)


def _introduced(words: str) -> str:
    """A name behind a word for a body: "the aid group Open Sea"."""
    own = _OWN_NAME.fullmatch(words)
    front = own[1].split() if own and " " in own[2] else []
    return own[2] if front and source_class(front[-1], front[-1]) == "body" else ""


def _is_body(name: str) -> bool:
    """Whether the last word of a name is that of a firm, a paper, a body or an association."""
    heads = word_set("firm_heads") | word_set("thing_heads") | word_set("company_letters") | head_words()
    last = name.split()[-1].rstrip(".")
    return " " in name and (last in heads or " & " in name)


def _tells_body(apposition: str) -> bool:
    """Whether what stands behind a name says that it is a body: ", a human rights group"."""
    front = re.split(r" (?:of|for|in|at|that|which|based) ", apposition)[0]
    noun = front.split()[-1].lower()
    return source_class(noun, noun) == "body"


def _public(words: str) -> str:
    """A public body by the words of the text: "the statistics office", "the customs service of Valmora"."""
    found = _PLAIN.fullmatch(words)
    told = found is not None and found[2] in statement_words("public")
    plain = told and not set(found[1].split()) & statement_words("any_body")
    return words[4:] if plain else ""


def _again(before: str, words: str) -> str:
    """A body that is called by its last word only: "the department" after "the immigration department", "the party" after
    "the Rural Party"; empty if several are called so."""
    noun = _BARE.fullmatch(words)
    if noun is None or source_class(noun[1], noun[1]) != "body":
        return ""
    fuller = re.findall(rf"\b[Tt]he ((?:[a-z-]{{3,15}} ){{1,3}}{noun[1]})\b", before)
    fuller = [one for one in fuller if noun[1] in statement_words("public")]
    named = re.finditer(
        rf"(?:{_WORD} (?:of |for |and )?){{0,5}}{noun[1].title()}\b(?: (?:of|for) {_NAME})?", before
    )
    called = {one for one in fuller if not set(one.split()) & statement_words("any_body")}
    called |= {name for one in named if " " in (name := _OPENS.sub("", one[0]))}
    return called.pop() if len(called) == 1 else ""
