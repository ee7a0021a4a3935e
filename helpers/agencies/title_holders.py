"""Who bears a title that alone is the source of something: "Finance Minister" of a headline, "the attorney general", named in
another sentence."""

import re
from collections.abc import Iterable, Iterator

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.known import Known, One
from helpers.agencies.sayings import Saying
from helpers.agencies.speeches import Speech
from helpers.agencies.titles import FUNCTION_WORD
from helpers.texts import Article

__all__ = ["by_bearers"]

_TITLE = re.compile(r"(The |the )?([^\W\d_][\w’'.-]{1,20}(?: [\w’'.-]{1,20}){0,5})")

_WORD = re.compile(r"[^\W\d_][\w-]{3,}")


def by_bearers(
    article: Article,
    sayings: Iterable[Saying],
    speeches: list[Speech],
    agencies: list[AgencyRow],
    known: Known,
) -> Iterator[Speech]:
    """The sayings of a title that the article gives to one person, as speeches of that person.

    Args:
        article: The article.
        sayings: From `find_sayings`.
        speeches: Those of whom it is known who speaks.
        agencies: The agencies of the article.
        known: The people of the article.
    """
    told = {speech.source_start for speech in speeches}
    for saying in sayings:
        source = saying.what.source
        if source is None or source[0] in told or saying.what.animacy == "document":
            continue
        found = _TITLE.fullmatch(article.text[slice(*source)])
        headed = saying.sentence.block.kind in ("title", "heading")
        if not found or not (found[1] or headed) or not FUNCTION_WORD.search(found[2]):
            continue
        inside = [row for row in agencies if source[0] <= row.start < source[1]]
        one = _bearer(found[2], known)
        if one and all(row.linked_by == "official" for row in inside):
            body = one[2] or next((row.agency for row in inside), "")
            yield Speech(one[0], saying.sentence, one[1], body, False, source[0], False)


def _bearer(title: str, known: Known) -> One | None:
    """The one person to whom the article gives a title in so many words, which another country's minister may have, too."""
    one = known.by_description(title)
    return one if one is not None and _lower_words(title) <= _lower_words(f"{one[0]} {one[1]}") else None


def _lower_words(words: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(words)}
