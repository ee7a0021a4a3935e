"""The day on which a text was published, as the text itself tells it.

A dateline ("LAGOS, March 3, 2025 (AFP) -") or a date at the head of the text, which is everything above its first
sentence: alone on its line ("April 9, 2025"), behind a place ("Geneva, 12 March 2024"), behind words that say what
it is ("Posted:", "EMBARGOED UNTIL"), or in a line of parts of which one is a byline, a medium or a reading time ("By Ann Roe
| Jan 9, 2025 | 10:15 am"). A date behind other words ("Survey date:") tells nothing, and neither does one
of several bare dates: those are the days of a chronology. "Updated" counts where nothing else tells. Where the figures leave open which is the month, the day
lies between the two.

>>> article = Article(slug="x", text="Fire in a mill\\nPosted: 9 May 2024 / 5 p.m.\\nA mill burned on Monday.")
>>> units = sentences(article)
>>> published_of(article, units, [one for unit in units if (one := find_in(unit)).expressions])[0][0].isoformat()
'2024-05-09'
"""

import re
from collections.abc import Sequence
from datetime import date

from helpers.dates.entries import LONGEST_LINE, day_of, has_entries, is_bare
from helpers.dates.find.times import CLOCK
from helpers.dates.found import Found, find_in
from helpers.dates.resolve.context import Situation
from helpers.dates.resolve.meaning import resolve
from helpers.dates.words import Expression, english_words, one_of
from helpers.texts import Article, Sentence, is_furniture, sentences

__all__ = ["is_dated", "is_dateline", "published_at_head", "published_of"]

SHORTEST_HEAD, LONGEST_HEAD = 6, 30  # units of a text in which the day of its publication stands
HEAD_LENGTH = 4000  # characters in which the head of a text has an end
SENTENCE_WORDS = 6  # a sentence has so many words or more

# "LAGOS, March 3 (AFP) -", "LAREDO, Texas (March 4, 2025) –", "LAREDO, Texas, March 4, 2025 /PRNewswire/ --"
_AFTER_DATELINE = re.compile(r"\)?\.?\s*(?:(?:\([^()]{1,30}\)|/[\w .-]{1,30}/)\s*)?(?:[—–]|--?\s)")
_BEFORE_DATELINE = re.compile(r"[A-Z][\w.,'’()/ –—-]{1,60}")
_ENDS = re.compile(r"[.!?][\"”’)]*$")
_STRONG, _WEAK = one_of(english_words("release_word")), one_of(english_words("release_filler"))
_AGAIN = re.compile(
    rf"(?i)\b{one_of(word for word, value in english_words('release_word').items() if value)}\b"
)
_LABEL = re.compile(rf"(?i)(?:{_WEAK}\W{{1,3}})*{_STRONG}(?:\W{{1,3}}(?:{_WEAK}|{_STRONG}))*\W{{0,5}}")
_PARTS = re.compile(r"\s?[|·•/;()\[\]–—]\s?|\s-\s|,\s(?=[A-Z])")
# what a line at the head holds beside its day: the hour, who wrote it, who printed it
_HOUR = re.compile(
    r"(?<![\w.:])(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?:\s?[A-Z]{1,4})?(?!\w)|\b(?:at|a las)\s(?=\|)"
)
_NAMES = r"[A-Z&][\w.'’&-]*(?:\s(?:(?:and|de|of|the|van)\s)?[A-Z&][\w.'’&-]*)"
_NAME = re.compile(rf"{_NAMES}{{0,3}}")
_BYLINE = re.compile(
    rf"(?:(?:Story|Written|Reported)\s)?(?:[Bb]y|BY)\s(?:{_NAMES}{{0,6}}|admin)|(?i:contact):?\s.*"
)
_MEDIUM = re.compile(rf"(?i)(?:.*\W)?{one_of(english_words('medium'))}")
_OTHER_DATE = re.compile(r"(?i)\b(?:dates?|deadline|born|died)\b|:$")
_PLACE = re.compile(
    r"[A-Z][\w.'’-]*(?:\s(?:de\s)?[A-Z][\w.'’-]*){0,2},\s(?:[A-Z][\w.]*(?:\s[A-Z]\w*)?,\s)?(?:a\s)?"
)


def published_of(
    article: Article, units: Sequence[Sentence], found: Sequence[Found]
) -> tuple[tuple[date, date] | None, str]:
    """First and last possible day of publication, and where it comes from.

    Args:
        units: The sentences of the article, as of all that stands by itself.
        found: Those of them in which there are temporal expressions.

    Returns:
        The days of the catalogue ("publication") or, where that has no day, those of a dateline or a printed date
        ("dateline"); None where nothing tells.
    """
    known = article.published_range
    if known and known[0] == known[1]:
        return known, "publication"
    head = {unit.start: above for unit, above in _head(units)}
    chronicle = has_entries(found)
    changed = None  # the day on which it was changed, which tells only where no other day does
    for one in found:
        if one.sentence.start not in head:
            break
        before = 0
        for number, item in enumerate(one.expressions):
            told = is_dateline(one, item) and not number
            told = told or _is_printed(one, item, before, head[one.sentence.start], chronicle=chronicle)
            again = _AGAIN.search(one.words.text[before : item.start])
            before = item.end
            days = _days(day_of(item), one, article, known) if told else None
            if not days or known and not known[0] <= days[0] <= days[1] <= known[1]:
                continue
            if not again and (not changed or days[0] <= changed[1]):
                return days, "dateline"
            changed = changed or days
    return (changed, "dateline") if changed else (known, "publication")


def is_dated(article: Article) -> bool:
    """Whether the catalogue or the head of an article tells when it was published, to the day or less exactly.

    >>> is_dated(Article(slug="x", text="Posted: 9 May 2024")), is_dated(Article(slug="x", text="A mill burned."))
    (True, False)
    """
    return bool(article.published_range or published_at_head(article))


def published_at_head(article: Article) -> tuple[date, date] | None:
    """First and last possible day of publication by the head of the text alone; None where it does not tell."""
    top = Article(slug=article.slug, text=article.text[:HEAD_LENGTH])
    units = sentences(top)
    found = [one for unit in units[:LONGEST_HEAD] if (one := find_in(unit)).expressions]
    return published_of(top, units, found)[0]


def _head(units: Sequence[Sentence]) -> list[tuple[Sentence, str]]:
    """The units up to the first sentence, each with the line above it."""
    end = next((place for place, unit in enumerate(units) if _is_sentence(unit)), len(units))
    head = units[: min(max(end + 1, SHORTEST_HEAD), LONGEST_HEAD)]
    return [(unit, units[place - 1].text if place else "") for place, unit in enumerate(head)]


def _is_sentence(unit: Sentence) -> bool:
    long = len(unit.text.split()) >= SENTENCE_WORDS
    return unit.block.kind in ("paragraph", "bullet") and long and bool(_ENDS.search(unit.text))


def is_dateline(found: Found, item: Expression) -> bool:
    """Whether a day stands behind a place and before a dash: "LAGOS, March 3 (AFP) -"."""
    before, after = found.words.text[: item.start], found.words.text[item.end :]
    if not _AFTER_DATELINE.match(after) or not _BEFORE_DATELINE.fullmatch(before):
        return False
    capitals = any(word.isupper() and len(word) > 3 for word in re.split(r"\W+", before))
    return capitals or bool(_PLACE.fullmatch(before))


def _is_printed(found: Found, item: Expression, floor: int, above: str, *, chronicle: bool) -> bool:
    """Whether a day stands at the head of a text to tell when it was published.

    Args:
        floor: Where the expression before it in the line ends.
        above: The line above.
        chronicle: Whether the text has several lines that are a day and nothing else.
    """
    parts = _parts_beside(found)
    if parts == "proof":
        return True
    text = found.words.text
    before = CLOCK.sub("", text[floor : item.start])
    after = CLOCK.sub("", text[item.end :]).strip(" .,")
    label = _PARTS.split(before)[-1] or (_PARTS.split(before.rstrip("([ "))[-1])
    line = len(text) <= LONGEST_LINE and not _ENDS.search(CLOCK.sub("", text).rstrip(")"))
    if label.strip() and _LABEL.fullmatch(label.strip() + " "):
        return not after or line and bool(_PARTS.match(after) or found.expressions[-1] is not item)
    if is_bare(found) or parts == "none":
        other = len(above) < LONGEST_LINE and _OTHER_DATE.search(above) and not _LABEL.fullmatch(above + " ")
        return not chronicle and not other
    placed = not floor and not after and found.sentence.block.kind != "title" and _PLACE.fullmatch(before)
    return line and bool(placed)


def _parts_beside(found: Found) -> str:
    """What a line holds beside its day: "none" (but the hour), "proof" that it tells of the publication (a byline, a medium,
    what the page adds), "other"."""
    rest, line = found.words.text, found.sentence.block
    if len(rest) > LONGEST_LINE or line.kind.startswith("table"):
        return "other"
    for item in reversed(found.expressions):
        if day_of(item).kind in ("day", "numeric") or item.kind == "time":
            rest = f"{rest[: item.start]}|{rest[item.end :]}"
    rest = _HOUR.sub("|", CLOCK.sub("|", rest))
    parts = [part.strip(" .,:|") for piece in rest.split("|") for part in _PARTS.split(piece)]
    parts = [part for part in parts if part]
    proof = [part for part in parts if _is_proof(part)]
    if not all(part in proof or _NAME.fullmatch(part) for part in parts):
        return "other"
    return "proof" if proof else "other" if parts else "none"


def _is_proof(part: str) -> bool:
    """Whether a part of a line is such as stands beside the day of publication: "Posted", "By Ann Roe", "CBS News", "5 min
    read"."""
    shapes = (_LABEL.fullmatch(f"{part} "), _BYLINE.fullmatch(part), _MEDIUM.fullmatch(part))
    return any(shapes) or is_furniture(part)


def _days(
    item: Expression, found: Found, article: Article, known: tuple[date, date] | None
) -> tuple[date, date] | None:
    """The day that an expression means, twice, or the two that its figures can mean; None if it means none."""
    situation = Situation(known, article.text, found.words.text, language=found.sentence.language)
    reading = resolve(item, situation)
    if reading and reading.begin:
        return (reading.begin, reading.begin) if reading.begin == reading.finish else None
    if item.kind != "numeric" or not reading:
        return None
    days = sorted(date.fromisoformat(value) for value in reading.alternatives)
    return (days[0], days[-1]) if days else None
