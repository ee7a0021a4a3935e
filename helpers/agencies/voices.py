"""Which sentences are parsed, in which form, and what the parses say of who speaks.

A sentence without quotation marks is parsed once, for roles and statements alike. One with them is parsed for
statements in its voiced form (`helpers.agencies.voiced`), in which a quotation is one word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.beside import sentence_at
from helpers.agencies.cues import cue_nouns, cue_words, statement_words
from helpers.agencies.issuers import author_of, testifying_for
from helpers.agencies.known import Known
from helpers.agencies.listed import with_lists
from helpers.agencies.quotations import Quotation, find_quotations, quotations_in
from helpers.agencies.ranks import with_bodies
from helpers.agencies.sayings import find_sayings
from helpers.agencies.sources import Sourced, sourced
from helpers.agencies.speakers import SpeakerRow, read_speakers
from helpers.agencies.speeches import Speech, find_speeches
from helpers.agencies.statements import StatementRow, read_statements
from helpers.agencies.title_holders import by_bearers
from helpers.agencies.voiced import inside_utterance, voiced
from helpers.agencies.worth_parsing import needs_parse
from helpers.names import mask, words_of
from helpers.texts import BRACKETED_RANKS, LONGEST_SENTENCE, Article, Sentence

__all__ = ["Parses", "Voices", "read_voices", "to_parse"]


@dataclass(frozen=True)
class Parses:
    """The parsed sentences of an article, by the start of the sentence.

    Attributes:
        plain: Of the masked form, for roles and agencies.
        voiced: Of the voiced form, for statements.
    """

    plain: dict[int, object] = field(default_factory=dict)
    voiced: dict[int, object] = field(default_factory=dict)

    def add(self, sentence: Sentence, forms: tuple[str, ...], doc: object) -> None:
        """Keeps the parse of a sentence under the forms that it serves."""
        for form in forms:
            getattr(self, form)[sentence.start] = doc


@dataclass(frozen=True)
class Voices:
    """Who speaks in an article.

    Attributes:
        speakers: One row a person.
        statements: One row a content.
        said: Every saying with its source, from which roles follow.
        bodies: Last name of a person -> the body for which they act.
    """

    speakers: list[SpeakerRow]
    statements: list[StatementRow]
    said: list[Sourced]
    bodies: dict[str, str]


def _quotations(article: Article, sentences: list[Sentence]) -> list[Quotation]:
    """The quotations of an article; of a text that is not read as English, which has no sentences here, none is told."""
    return find_quotations(article) if sentences else []


def to_parse(
    article: Article, sentences: list[Sentence], figures: frozenset[int] = frozenset()
) -> Iterator[tuple[Sentence, str, tuple[str, ...]]]:
    """Sentence, text and the forms that its parse serves ("plain", "voiced"), for `Parses.add`.

    Args:
        article: The article.
        sentences: Its sentences.
        figures: Starts of the sentences that are parsed for their figures, whatever else they hold.
    """
    quotations = _quotations(article, sentences)
    for sentence in sentences:
        here = quotations_in(quotations, sentence.start, sentence.end)
        plain = mask(sentence).text if sentence.start in figures or needs_parse(sentence) else ""
        spoken = voiced(sentence, here).text if _may_speak(sentence, here) else ""
        plain, spoken = _in_one_line(plain), _in_one_line(spoken)
        if plain and plain == spoken:
            yield sentence, plain, ("plain", "voiced")
            continue
        if plain:
            yield sentence, plain, ("plain",)
        if spoken:
            yield sentence, spoken, ("voiced",)


_BESIDE_RANK = re.compile(rf"(?<=\w\. )\((?:{BRACKETED_RANKS})\.?\)(?= [A-ZÀ-Þ])")


def _in_one_line(text: str) -> str:
    """A text as long as before, for which the end of a line and what stands in brackets behind a rank, as in "Gen. (ret.) Jo
    Sample", are blanks."""
    return _BESIDE_RANK.sub(lambda found: " " * len(found[0]), text.replace("\n", " "))


def read_voices(
    article: Article, sentences: list[Sentence], parses: Parses, agencies: list[AgencyRow]
) -> Voices:
    """Statements and speakers of an article.

    Args:
        article: The article.
        sentences: Its sentences.
        parses: What `to_parse` asked for.
        agencies: Its agencies.
    """
    quotations = _quotations(article, sentences)
    sayings = with_lists(find_sayings(article, sentences, parses.voiced, quotations), sentences)
    known = Known()
    speeches = [*_author(article, sentences, agencies)]
    speeches += find_speeches(article, sentences, sayings, agencies, known)
    speeches += by_bearers(article, sayings, speeches, agencies, known)
    speeches = with_bodies(article, speeches, agencies)
    who: dict[int, list[tuple[str, str]]] = {}
    for speech in speeches:
        person = (speech.name, speech.organisation)
        if person not in who.setdefault(speech.source_start, []):
            who[speech.source_start].append(person)
    said = sourced(article, sayings, who, agencies, sentences)
    statements = read_statements(article, said, sentences, quotations)
    spoken_for = {
        one.name: one.organisation for one in speeches if one.organisation not in ("", "prosecution")
    }
    named = [one[0] for same in known.full.values() for one in same]
    bodies = known.bodies(spoken_for, {row.agency for row in agencies})
    led = {name for names in known.led.values() for name in names}
    speakers = read_speakers(article, sentences, speeches, named, led)
    return Voices(speakers, statements, said, bodies)


def _author(article: Article, sentences: list[Sentence], agencies: list[AgencyRow]) -> Iterator[Speech]:
    """The author of a testimony, who speaks in all of it."""
    author = author_of(article)
    if author is not None and sentences:
        body = testifying_for(article, ((row.start, row.agency) for row in agencies))
        sentence = sentence_at(sentences, author.start)
        yield Speech(author.name, sentence, author.title, body, False, author.start, True)


def _may_speak(sentence: Sentence, here: list[Quotation]) -> bool:
    """Whether a sentence can hold a statement: a cue, or an utterance beside other words. A scan of words, no
    model."""
    if sentence.block.kind.startswith("table") or inside_utterance(sentence, here):
        return False
    if any(one.utterance for one in here):
        return True
    keys = [word.key for word in words_of(sentence.text[:LONGEST_SENTENCE])]
    if not cue_words().isdisjoint(keys):
        return True
    if sentence.text.rstrip().endswith(":") and not cue_nouns().isdisjoint(keys[-8:]):
        return True  # "issued the following statement:"
    pairs = list(zip(keys, keys[1:], strict=False))
    whose = statement_words("in_whose")
    return any(
        word in cue_nouns() and after in ("that", "to", "about", "is") for word, after in pairs
    ) or any(
        word in whose and after == "of" or after in whose and word in ("'s", "’s") for word, after in pairs
    )
