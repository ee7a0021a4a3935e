"""What is said in an article, across its sentences: each attribution with the quotations that are its content.

Quotations that follow a statement are of the same source; a paragraph such as "— Jo Sample, Director" or "From
Commissioner Jo Sample:" names the source of the quotation beside it (`helpers.agencies.beside`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.agencies.attributions import Attribution, attributions
from helpers.agencies.beside import sentence_at, signatures, turns
from helpers.agencies.cues import statement_words
from helpers.agencies.quotations import Quotation, quotations_in
from helpers.agencies.voiced import inside_utterance, voiced
from helpers.texts import Article, Sentence

__all__ = ["Saying", "find_sayings", "speaks"]


@dataclass(frozen=True)
class Saying:
    """An attribution in its sentence, with its contents in the article.

    Attributes:
        sentence: The sentence that holds the cue, or the name beside a quotation.
        what: The attribution.
        quotations: The quotations that are its content.
    """

    sentence: Sentence
    what: Attribution
    quotations: tuple[Quotation, ...] = ()

    @property
    def is_plea(self) -> bool:
        """Whether what is denied are charges in court."""
        start = self.sentence.start
        contents = (self.sentence.text[a - start : b - start].lower().split() for a, b in self.what.contents)
        crimes = statement_words("crime")
        return any(
            not _CHARGES.isdisjoint(words[:5]) and len(words) < 7 or not crimes.isdisjoint(words[:2])
            for words in contents
        )


_CHARGES = frozenset(("charge", "charges", "count", "counts", "offence", "offences", "offense", "offenses"))


def find_sayings(
    article: Article, sentences: list[Sentence], docs: dict[int, object], quotations: list[Quotation]
) -> list[Saying]:
    """What `attributions` and the names beside quotations tell, in the order of the text.

    Args:
        article: The article.
        sentences: Its sentences.
        docs: Parsed documents of the voiced form (`voiced`) by `sentence.start`.
        quotations: From `find_quotations`.
    """
    sayings: list[Saying] = []
    taken: set[int] = set()  # first places of quotations that have a source
    turned = [one for _, _, one in turns(article, sentences)]
    for sentence in sentences:
        here = quotations_in(quotations, sentence.start, sentence.end)
        doc = docs.get(sentence.start)
        if doc is None or inside_utterance(sentence, here):
            continue
        turn = quotations_in(turned, sentence.start, sentence.end)
        for what in attributions(sentence, voiced(sentence, here), doc):
            if turn and not _is_named(article, what):
                continue  # "One man told me" is told by the one whose turn it is
            places = {_clipped(one, sentence): one for one in here if one.utterance}
            own = tuple(places[span] for span in what.contents if span in places)
            rest = tuple(span for span in what.contents if span not in places)
            if what.source is not None and any(_overlap(what.source, one) for one in own):
                what = replace(what, source=None, head=None, animacy="")
            if not what.contents and what.quotes and what.source and what.source[0] == sentence.start:
                own = _cried(article, sentence, quotations, taken)
            taken |= {one.first for one in own}
            sayings.append(Saying(sentence, replace(what, contents=rest), own))
    for sentence, what, one in signatures(article, sentences, quotations, taken):
        taken.add(one.first)
        sayings.append(Saying(sentence, what, (one,)))
    if not turned:  # no transcript
        sayings += _headlines(article, sentences, sayings)
    sayings.sort(key=lambda saying: (saying.what.cue[0], saying.sentence.start))
    return _with_runs(article, sentences, sayings, quotations, taken)


def _headlines(article: Article, sentences: list[Sentence], sayings: list[Saying]) -> Iterator[Saying]:
    """What a headline gives to somebody who speaks below: "Sample: The dam is safe"."""
    sources = {
        word
        for saying in sayings
        if saying.what.source and saying.what.animacy == "person"
        for word in article.text[slice(*saying.what.source)].split()
    }
    for sentence in sentences[:HEADLINES]:
        label = _LABELLED.match(sentence.text)
        whole = sentence.end == sentence.block.end and not _ENDS.search(sentence.text)
        if label is None or not whole or label[1].split()[-1] not in sources:
            continue
        start = sentence.start
        name, words = (
            (start, start + label.end(1)),
            (start + label.end(), start + len(sentence.text.rstrip(" ."))),
        )
        cue = (name[1], name[1])
        yield Saying(
            sentence, Attribution(cue, "", "speech", name, name, "person", (words,), False, "reported", False)
        )


HEADLINES = 2  # sentences at the head of an article that may be headlines
_LABELLED = re.compile(r"([A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w’'-]{1,20}){0,3}): (?=\S+ \S+ \S)")
_ENDS = re.compile(r"[:?]\s*$")


def _is_named(article: Article, what: Attribution) -> bool:
    """Whether a source has a name in it."""
    return what.source is not None and _NAME.search(article.text[slice(*what.source)]) is not None


_NAME = re.compile(r"\s[A-ZÀ-Þ][a-zà-ÿ]")


def _cried(
    article: Article, sentence: Sentence, quotations: list[Quotation], taken: set[int]
) -> tuple[Quotation, ...]:
    """The question or cry right before a sentence that only tells whose it is: "“Why?” Jo Sample asked."."""
    at = sentence.start
    before = quotations_in(quotations, max(sentence.block.start, at - 3), at)
    return tuple(
        one
        for one in before
        if one.utterance
        and one.first not in taken
        and one.text[-1] in "?!"
        and not article.text[one.last : at].strip()
    )


def _overlap(source: tuple[int, int], one: Quotation) -> bool:
    """Whether the parse took words of a quotation for its source."""
    return source[0] < one.end and one.start < source[1]


def _clipped(one: Quotation, sentence: Sentence) -> tuple[int, int]:
    """The part of a quotation, with its marks, that stands in a sentence."""
    return max(one.first, sentence.start), min(one.last, sentence.end)


def _with_runs(
    article: Article,
    sentences: list[Sentence],
    sayings: list[Saying],
    quotations: list[Quotation],
    taken: set[int],
) -> list[Saying]:
    """Gives quotations that nobody introduces to the statement they follow."""
    sayings = list(sayings)
    owner_of = {one.first: n for n, saying in enumerate(sayings) for one in saying.quotations}
    said: dict[int, list[int]] = {}  # start of a sentence -> numbers of its sayings
    for number, saying in enumerate(sayings):
        said.setdefault(saying.sentence.start, []).append(number)
    last_of: dict[int, int] = {}  # last place of a quotation -> number of its saying
    next_of = dict(zip((one.first for one in quotations), quotations[1:], strict=False))
    for one in quotations:
        if not one.utterance:
            continue
        owner = owner_of.get(one.first)
        if owner is None and one.first not in taken:
            owner = _followed(article, sentences, sayings, said, last_of, one)
            if one.goes_on and not one.continues and not _introduced(article, one):
                owner = owner_of.get(next_of[one.first].first, owner) if one.first in next_of else owner
            if owner is not None:
                sayings[owner] = replace(sayings[owner], quotations=(*sayings[owner].quotations, one))
                taken.add(one.first)
        if owner is not None:
            last_of[one.last] = owner
    return sayings


def _introduced(article: Article, one: Quotation) -> bool:
    """Whether a colon stands before a quotation."""
    return article.text[max(0, one.first - 5) : one.first].rstrip().endswith(":")


def _followed(
    article: Article,
    sentences: list[Sentence],
    sayings: list[Saying],
    said: dict[int, list[int]],
    last_of: dict[int, int],
    one: Quotation,
) -> int | None:
    """Number of the saying that a quotation without a source of its own continues."""
    before = article.text[max(0, one.first - 400) : one.first]
    before = _JOINING.sub(lambda match: match[1], before)
    at = max(0, one.first - 400) + len(before.rstrip())
    new_paragraph = "\n" in before[len(before.rstrip()) :]
    if at in last_of and (one.continues or not new_paragraph or _alone(article, one)):
        return last_of[at]
    sentence = sentence_at(sentences, at - 1)
    if at != sentence.start + len(sentence.text.rstrip()):
        return None
    speaking = [number for number in said.get(sentence.start, ()) if _may_go_on(article, sayings[number])]
    if not speaking:
        return None if new_paragraph else _across(article, sentences, sayings, said, sentence)
    introduces = sentence.text.rstrip().endswith(":")
    last = sayings[speaking[-1]]
    prose = (
        sentence.block.kind == "paragraph"
        and last.what.kind == "speech"
        and bool(last.what.contents)
        and not last.what.bare
    )
    alone = new_paragraph and (last.quotations or prose) and _alone(article, one)
    if not introduces and not new_paragraph:  # "“No,” Jo Sample said, speaking of the dam. “Never.”"
        own = [n for n in speaking if sayings[n].quotations and sayings[n].what.source == last.what.source]
        return own[-1] if own else speaking[-1]
    return speaking[-1] if introduces or alone else None


def _across(
    article: Article,
    sentences: list[Sentence],
    sayings: list[Saying],
    said: dict[int, list[int]],
    between: Sentence,
) -> int | None:
    """Number of the saying that goes on behind a sentence about its speaker: "“No,” Jo Sample said. He left. “Never.”"."""
    before = sentence_at(sentences, max(0, between.start - 2))
    own = (
        article.text[slice(*sayings[n].what.source)]
        for n in said.get(between.start, ())
        if sayings[n].what.source
    )
    numbers = [
        n for n in said.get(before.start, ()) if sayings[n].quotations and _may_go_on(article, sayings[n])
    ]
    about = _ABOUT.match(between.text) and all(_PRONOUN.fullmatch(words) for words in own)
    return numbers[-1] if numbers and about and before.block == between.block else None


_PRONOUN = re.compile(r"[HhSs]h?e")
_ABOUT = re.compile(r"(?:He|She) (?![^.!?]*[“\"])[^“\"]{1,150}$")


def _may_go_on(article: Article, saying: Saying) -> bool:
    """Whether a quotation behind a saying can be more of it: somebody named says something in fact, and not in passing
    ("he was joined by Ann Roe, who announced her resignation")."""
    what = saying.what
    said = what.kind in ("speech", "report") and what.quotes and what.mode == "reported"
    if not said or what.negated or what.source is None:
        return False
    between = article.text[what.source[1] : what.cue[0]]
    return len(between) > 200 or not _WHO.match(between)


_WHO = re.compile(r",?\s(?:who|which|that)\b(?!.*,)")


_JOINING = re.compile(r"([.!?”\"]\s{1,3})(?:But|And|Yet|Still|So|Then),? $")


def _alone(article: Article, one: Quotation) -> bool:
    """Whether a quotation is its whole paragraph: then it goes on with the one before it."""
    after = article.text[one.last : one.last + 3]
    before = article.text[max(0, one.first - 2) : one.first]
    return (not after or after[0] in "\n\r") and (not before or before[-1] in "\n\r")


_CONVERSES = re.compile(
    r"(?:\s\w{1,20}ly)?(?:\s(?:by|over|on)\s(?:the\s)?(?:tele)?phone|\swith\s(?!(?:the\s)?(?:reporters|journalists|media|press)\b))"
)


def speaks(saying: Saying) -> bool:
    """Whether a saying makes its source a speaker: something is said in so many words, and in fact."""
    what = saying.what
    if what.negated or what.mode != "reported":
        return False
    if what.lemma == "deny" and saying.is_plea or what.lemma == "admit" and what.bare:
        return False
    if not what.contents and not saying.quotations:
        start = saying.sentence.start
        form = saying.sentence.text[what.cue[0] - start : what.cue[1] - start]
        shown = form in statement_words("shown")  # a caption: "Jo Sample speaks to volunteers"
        if shown or what.lemma not in statement_words("contentless"):
            return False
        if _CONVERSES.match(saying.sentence.text, what.cue[1] - start):
            return False  # "spoke by telephone": with each other
    if what.kind == "report":
        return what.lemma in statement_words("written")
    said = what.kind == "speech" or bool(saying.quotations)  # "was less sure: “It may pass.”"
    return said or what.lemma in statement_words("spoken_belief")
