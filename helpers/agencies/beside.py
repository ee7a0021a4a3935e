"""Sources without a verb: "— Jo Sample, Director", "From Commissioner Jo Sample:", "Chief Jo Sample, in a
statement:", and the labels of a transcript ("SAMPLE: We left at nine.")."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from helpers.agencies.attributions import Attribution
from helpers.agencies.cues import statement_words
from helpers.agencies.quotations import Quotation
from helpers.texts import LONGEST_SENTENCE, Article, Sentence

__all__ = ["sentence_at", "signatures", "turns"]

_NAMED = r"[A-ZÀ-Þ][^\s,:;“”\"()]{0,40}(?:[ ,]{1,2}(?:(?:of|the|for|and|de|del|la|van|von) ){0,2}[A-ZÀ-Þ][^\s,:;“”\"()]{0,40}){0,12}"
_SIGNED = re.compile(rf"\s{{0,3}}(?:—|–|-{{1,2}}|―)\s?({_NAMED})")
_SHORT = r"(?: \([A-Z]{2,8}\))?"  # "of the Serious Crime Unit (SCU):"
_ON_WHAT = (
    r"(?: (?:on|about|regarding|concerning|after|following) [^:“”\"]{3,80})?"  # "on the arrests at Pier 14:"
)
_FROM = re.compile(
    rf"(?:[A-Z][a-z]{{0,9}}(?:,? [a-z]{{1,10}}){{0,4}},? )?(?:[Ff]rom|[Aa]ttribut(?:able|ed) to) (?:the )?({_NAMED}){_SHORT}{_ON_WHAT}:\s*$"
)
_LABEL = re.compile(
    rf"({_NAMED}){_SHORT}(?:, (?:an? )?[a-z][\w’' -]{{2,50}})?(?:,? (?:in|via|on|through) (?:a |an |the )?(?:\w+ ){{0,3}}(?:statement|release|email|e-mail|post|tweet|letter|interview|speech|message|note|Twitter|Facebook|X))?:\s*$"
)
_SPOKEN = re.compile(
    r"([A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,38}[A-ZÀ-Þ]|Q|A):\s+(?=\S)|(Q|A)\.\s{1,4}(?=\S)|(Q)\s{1,4}(?=[A-Z])"
)
_MIXED = re.compile(r"(Q|[A-ZÀ-Þ][\w.'’-]{1,20}(?: [A-ZÀ-Þ][\w.'’-]{1,20}){0,3}):\s+(?=\S)")
_IN_WORDS = re.compile(r"[a-z]{2}|\d\.")
NAMED_BY = 200  # sentences in which those who speak in a transcript are named
_ENDED = re.compile(r"[.?!…—–-][”\"’)]{0,2}$")


def sentence_at(sentences: Sequence[Sentence], place: int) -> Sentence:
    """The sentence that holds a place of the article, or the last one before it."""
    return sentences[max(0, bisect_right(sentences, place, key=lambda one: one.start) - 1)]


def signatures(
    article: Article, sentences: list[Sentence], quotations: list[Quotation], taken: set[int]
) -> Iterator[tuple[Sentence, Attribution, Quotation]]:
    """Sentence, attribution and quotation of every utterance that has a name beside it in place of a cue.

    Args:
        article: The article.
        sentences: Its sentences.
        quotations: Its quotations.
        taken: First places of the quotations that have a source already.
    """
    for one in quotations:
        if one.utterance and one.first not in taken:
            found = _after(article, one) or _before(article, one, sentences)
            if found:
                sentence = sentence_at(sentences, found[0])
                yield sentence, _attribution(*found), one
    yield from turns(article, sentences)


def turns(article: Article, sentences: list[Sentence]) -> Iterator[tuple[Sentence, Attribution, Quotation]]:
    """The paragraphs of a transcript: those that begin with a label, and those that go on before the next one."""
    spoken = _spoken(sentences)
    last = spoken[-1].start if spoken else -1
    labelled = {sentence.start for sentence in spoken}
    turn: tuple[Sentence, Attribution] | None = None
    for place, sentence in enumerate(sentences):
        if sentence.start not in labelled and sentence.start != sentence.block.start or sentence.start > last:
            continue
        start, end = sentence.start, sentence.block.end
        if sentence.start in labelled:
            later = (one.start for one in sentences[place + 1 :] if one.start in labelled)
            end = min(end, next(later, end))  # several turns on one line
            end = start + len(article.text[start:end].rstrip())
            match = _SPOKEN.match(sentence.text, 0, 60) or _MIXED.match(sentence.text, 0, 90)
            turn = (sentence, _attribution(start, start + match.end(match.lastindex)))
            start += match.end()
        elif turn is None or not _goes_on(sentence, article.text[start:end]):
            turn = turn if sentence.block.kind == "paragraph" else None
            continue
        yield *turn, Quotation(start, end, start, end, article.text[start:end], True)


def _goes_on(sentence: Sentence, words: str) -> bool:
    """Whether a paragraph without a label belongs to the turn before it: prose, and no remark of the clerk."""
    prose = sentence.block.kind == "paragraph" and words[:1] not in "([*" and not _SPOKEN.match(words[:60])
    return prose and bool(_IN_WORDS.search(words) and _ENDED.search(words.rstrip()))


def _attribution(start: int, end: int) -> Attribution:
    return Attribution(
        (start, start), "", "speech", (start, end), (start, end), "person", (), True, "reported", False
    )


def _after(article: Article, one: Quotation) -> tuple[int, int] | None:
    """The name behind a dash after a quotation, up to the end of its line."""
    line = article.text[one.last : one.last + 300]
    match = _SIGNED.match(line)
    if match is None:
        return None
    rest = line[match.end() :].split("\n")[0]
    if (
        rest.strip(" .,)")
        and not rest.startswith((",", " (", ";"))
        or re.search(r"\b(?:said|says|is|was|has)\b", rest)
    ):
        return None
    if len(match[1].split()) < 2 and not rest.startswith(","):
        return None
    end = match.end(1) + (len(rest.rstrip(" .\r")) if rest.startswith(",") else 0)
    return one.last + match.start(1), one.last + end


def _before(article: Article, one: Quotation, sentences: list[Sentence]) -> tuple[int, int] | None:
    """The name with a colon before a quotation."""
    before = article.text[max(0, one.first - 300) : one.first].rstrip()
    if not before.endswith(":"):
        return None
    at = max(0, one.first - 300)
    sentence = sentence_at(sentences, at + len(before) - 1)
    if not at <= sentence.start < at + len(before):
        return None
    words = before[sentence.start - at :]
    match = _FROM.match(words) or _LABEL.match(words)
    if match is None or len(match[1].split()) < 2:
        return None
    return sentence.start + match.start(1), sentence.start + match.end(1)


def _spoken(sentences: list[Sentence]) -> list[Sentence]:
    """The paragraphs of a transcript: two or more that begin with a name in capitals and a colon, or with the Q and A of
    a hearing; "SUBJECT:" and "CASE NUMBER:" are no names."""
    heads = {sentence.start for sentence in sentences if _SPOKEN.match(sentence.text, 0, 60)}
    spoken = [
        sentence
        for sentence in sentences
        if (sentence.start == sentence.block.start or {sentence.start, sentence.block.start} <= heads)
        and sentence.block.kind in ("paragraph", "heading", "title")
        and len(sentence.text) < LONGEST_SENTENCE
        and (match := _SPOKEN.match(sentence.text, 0, 60))
        and _IN_WORDS.search(sentence.text, match.end())
        and (match[1] or "Q").split()[-1].lower() not in statement_words("header")
    ]
    asked = any(sentence.text.startswith("Q") for sentence in spoken)
    spoken = [sentence for sentence in spoken if asked or not sentence.text.startswith(("A.", "A:"))]
    return spoken if len(spoken) > 1 else _interview(sentences)


def _is_label(label: str, named: str) -> bool:
    """Whether a label is that of a person for certain: a name in full or with a title, somebody's part in a broadcast,
    the surname of somebody whom the text names."""
    part = label.lower() in statement_words("label") | statement_words("question")
    return (
        " " in label or part or re.search(rf"[A-ZÀ-Þ][\w’'-]{{1,20}} {re.escape(label)}\b", named) is not None
    )


def _interview(sentences: list[Sentence]) -> list[Sentence]:
    """The paragraphs of an interview with names or "Interviewer" before a colon: two or more labels that come again, and a
    question behind one of them; one label is that of a person, neither "Pros" nor "Monday"."""
    spoken: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        match = _MIXED.match(sentence.text, 0, 90) if sentence.start == sentence.block.start else None
        if match and match[1].split()[-1].lower() not in statement_words("header"):
            spoken.setdefault(match[1], []).append(sentence)
    named = "\n".join(one.text for one in sentences[:NAMED_BY])
    asking = [label for label in spoken if label.lower() in statement_words("question")]
    certain = {label for label in spoken if asking and " " not in label and _is_label(label, named)}
    again = [turns for label, turns in spoken.items() if len(turns) > 1 or label in certain]
    asked = any(one.text.rstrip().endswith("?") for turns in again for one in turns)
    asked = asked and any(
        _is_label(label, named) for label, turns in spoken.items() if len(turns) > 1 or label in certain
    )
    return sorted(sum(again, []), key=lambda one: one.start) if asked and len(again) > 1 else []
