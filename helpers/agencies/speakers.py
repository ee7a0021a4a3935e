"""People who speak in an article: name, title, organisation, and whether they are quoted.

A speaker is the person who is the source of a statement of speech (`helpers.agencies.speeches`): "Acting ICE
Director P.J. Lechleitner said", "..., said Home Secretary Yvette Cooper", "— Ana Ruiz, Director".
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from helpers.agencies.personal import is_personal
from helpers.agencies.speeches import Speech
from helpers.texts import Article, Row, Sentence

__all__ = ["SpeakerRow", "read_speakers"]


@dataclass(frozen=True, kw_only=True)
class SpeakerRow(Row):
    """One person who speaks; the evidence span is the first sentence in which they do.

    Attributes:
        name: The name, without title; empty for somebody who is only described.
        title: The title or function in the text's words, or the description of somebody without a name
            ("nurse at the facility"); empty if there is none.
        organisation: Canonical name of the body spoken for, or the organisation's name; empty if unknown.
        direct: Whether the person is quoted in quotation marks at least once.
        sentence: The unit in which the person first speaks.
        sentence_start: Offset of the unit.
    """

    name: str
    title: str
    organisation: str
    direct: bool
    sentence: str
    sentence_start: int


def read_speakers(
    article: Article,
    sentences: Iterable[Sentence],
    speeches: Iterable[Speech],
    named: Iterable[str],
    led: Collection[str],
) -> list[SpeakerRow]:
    """One row for each person who speaks, in the order of their first words; none for somebody whom the lead only describes,
    and whom the sentences behind it name: "A former clerk told a jury on Monday that he was paid." Beside speakers with name
    and title, none whom the article does not show as a person ("A U.S. official said the tax would rise"): their statements
    tell of them.

    Args:
        article: The article.
        sentences: Its sentences.
        speeches: From `find_speeches`.
        named: The people whom it names.
        led: Those whom "he" or "she" means somewhere.
    """
    lead = next((one for one in sentences if _tells(one)), None)
    below = article.text[lead.end :] if lead else ""
    follow = any(" " in name and name in below for name in named)
    people: dict[str, list[Speech]] = {}
    speeches = list(speeches)
    titled = any(one.name and one.title and one.speaks for one in speeches)
    for speech in speeches:
        if speech.speaks:
            people.setdefault(speech.who, []).append(speech)
    return [
        SpeakerRow(
            **article.evidence(first.sentence.start, first.sentence.end, first.sentence.block),
            name=first.name,
            title=next((s.title for s in speeches if s.title), ""),
            organisation=next((s.organisation for s in speeches if _is_body(s)), ""),
            direct=any(s.direct for s in speeches),
            sentence=first.sentence.text,
            sentence_start=first.sentence.start,
        )
        for speeches in people.values()
        for first in speeches[:1]
        if not (first.sentence == lead and follow and _is_put_off(speeches))
        and (not titled or first.name in led or _is_shown(article, speeches))
    ]


def _is_put_off(speeches: list[Speech]) -> bool:
    """Whether somebody is only described and paraphrased, and speaks for nobody."""
    return not any(one.name or one.direct or "spokes" in one.title.lower() for one in speeches)


def _is_shown(article: Article, speeches: list[Speech]) -> bool:
    """Whether the article shows the one who speaks as a person: by words in quotation marks; somebody without a name as one who
    does not want to be named; a name, which a firm or a place may have, too, by what it says of it."""
    if any(one.direct for one in speeches):
        return True
    if not speeches[0].name:
        return any(_WITHHELD.search(one.sentence.text) for one in speeches)
    told = any(one.title or _LABEL.match(one.sentence.text) for one in speeches)
    return told or is_personal(article.text, speeches[0].name)


_LABEL = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]{0,30} ?){1,4}:\s|Q\.?\s")  # of an interview or a transcript
_WITHHELD = re.compile(
    r"\banonym|\bnot (?:to )?be (?:named|identified)\b|\b(?:give|gave|giving) (?:his|her|their) name"
)


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence is one of prose, and no headline, byline or letterhead."""
    text = sentence.text.rstrip()
    return len(text.split()) >= SHORTEST_LEAD and text.endswith((".", "”", '"'))


SHORTEST_LEAD = 8  # words


def _is_body(speech: Speech) -> bool:
    """Whether somebody speaks for a body and not for themselves: a mayor of no town that is named."""
    return bool(speech.organisation) and not speech.title.lower().endswith(speech.organisation)
