"""Who the source of each saying is: the person by name, and the body that speaks or for which they do.

"It said" leads back only to a body that was the source of the sentence before or the one before that; a document to the
body that the article has given it to.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from helpers.agencies.agency_rows import NAMED, AgencyRow
from helpers.agencies.cues import source_class
from helpers.agencies.documents import Documents, writes
from helpers.agencies.issuers import issuer_of
from helpers.agencies.known import to_officers
from helpers.agencies.sayings import Saying
from helpers.texts import Article, Sentence, word_set

__all__ = ["Sourced", "sourced"]


@dataclass(frozen=True)
class Sourced:
    """A saying with who says it.

    Attributes:
        saying: The saying.
        speaker: Full name of the person; empty for a body, and for somebody without a name.
        agency: Canonical name of the body that says it or for which the person speaks; empty if unknown.
        personal: Whether a person says it, with a name or without.
        beside: The other bodies that say it together with a body; a role of theirs does not follow from it.
    """

    saying: Saying
    speaker: str
    agency: str
    personal: bool
    beside: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[Saying, str, bool]:
        """What is said, by what known body, and whether by a person."""
        return self.saying, self.agency, self.personal


def sourced(
    article: Article,
    sayings: Iterable[Saying],
    who: dict[int, list[tuple[str, str]]],
    agencies: list[AgencyRow],
    sentences: list[Sentence],
) -> list[Sourced]:
    """Each saying with the person and the body that are its source.

    Args:
        article: The article.
        sayings: From `find_sayings`.
        who: Place of a source → full name and organisation of each person it is (`helpers.agencies.speeches`).
        agencies: The agencies of the article.
        sentences: Its sentences.
    """
    found = []
    number = {sentence.start: place for place, sentence in enumerate(sentences)}
    named: dict[int, list[AgencyRow]] = {}
    for row in agencies:
        named.setdefault(row.sentence_start, []).append(row)
    last, age = "", 0  # the body that was the source last, and the number of its sentence
    issuer = issuer_of(article, ((row.start, row.mention, row.agency) for row in agencies))
    documents, read, written = Documents(issuer), 0, False
    for saying in sayings:
        here = number[saying.sentence.start]
        for place in range(read, here + 1):
            documents.read(sentences[place], place, named.get(sentences[place].start, []))
        read = max(read, here + 1)
        own = named.get(saying.sentence.start, [])
        speaker, agency = _who(article, saying, who, own)
        if not speaker and not agency and _is_it(article, saying):
            near, it = last and here - age <= 2, article.text[slice(*saying.what.source)].lower() == "it"
            agency = last if near else _told_of(saying, own) if it else ""
            if written and agency == last:  # "The audit found ... It said ..."
                saying = replace(saying, what=replace(saying.what, kind="report", animacy="document"))
        if not speaker and not agency and _is_spokesperson(article, saying):
            agency = last if last and here - age <= 1 else _told_of(saying, own)
        if not speaker and not agency:
            agency = _spoken_for(article, saying, agencies)
        if not speaker and not agency:
            agency = documents.of(article, saying, here)
        if speaker or agency:
            last, age = "" if speaker else agency, here
            written = saying.what.animacy == "document"
        people = _people(saying, who)
        beside = () if people or not agency else _bodies_beside(saying, agency, own)
        found.append(Sourced(saying, speaker, agency, bool(people), beside))
        found += [Sourced(saying, *other, True) for other in people[1:]]
    return found


def _is_it(article: Article, saying: Saying) -> bool:
    source, behind = saying.what.source, saying.what.cue[1]
    if to_officers(article.text[behind : behind + 60]):
        return False
    return source is not None and article.text[slice(*source)].lower() in (
        "it",
        "they",
        "the statement",
        "a statement",
    )


def _is_spokesperson(article: Article, saying: Saying) -> bool:
    """Whether "a spokesman" without a name or body speaks: for whoever spoke in the sentence before."""
    source = saying.what.source
    return source is not None and _SPOKESPERSON.fullmatch(article.text[slice(*source)]) is not None


def _spoken_for(article: Article, saying: Saying, agencies: list[AgencyRow]) -> str:
    """The body in the words for somebody who speaks for it, "a navy spokesman": the only one that the article has called so
    before; empty without one and if there are several."""
    source = saying.what.source
    found = _FOR_BODY.fullmatch(article.text[slice(*source)]) if source else None
    words = found[1].lower() if found else ""
    if source_class(words, words.rpartition(" ")[2]) != "body":
        return ""
    before = (row for row in agencies if row.end <= source[0] and row.linked_by in NAMED)
    called = {row.agency for row in before if f" {row.mention} {row.agency}".lower().endswith(f" {words}")}
    return called.pop() if len(called) == 1 else ""


_FOR_BODY = re.compile(
    r"(?i)(?:an?|the|its|another) ((?:[a-z-]{2,20} ){0,2}[a-z-]{3,20}) spokes(?:man|woman|person)"
)


def _told_of(saying: Saying, agencies: list[AgencyRow]) -> str:
    """The only body of what "it" or a spokesperson without one says, or the one that it begins with: "ICE arrested nine
    men with help from Tampa police, a spokesman said"; empty if there are others."""
    named = [row for row in agencies if row.linked_by != "official" and row.end <= saying.what.source[0]]
    bodies = list(dict.fromkeys(row.agency for row in named))
    if not bodies:
        return ""
    first, sentence = named[0], saying.sentence
    own = {word for row in agencies for word in row.mention.lower().split()}
    words = _LOWER.findall(sentence.text[: saying.what.source[0] - sentence.start])
    if any(source_class(word, word) == "body" and word not in own for word in words):
        return ""  # "The company fired him after his arrest by the FBI, a spokesman said"
    opens = not sentence.text[: first.start - sentence.start].removeprefix("The ").strip()
    alone = not sentence.text[first.end - sentence.start :].lstrip().startswith(("and ", "& ", ", "))
    return bodies[0] if len(bodies) == 1 or opens and alone else ""


_LOWER = re.compile(r"(?<![\w'’-])[a-z]{4,20}(?!\w)")
_SPOKESPERSON = re.compile(r"(?i)(?:a|the|its|another) spokes(?:man|woman|person)")


def _people(saying: Saying, who: dict[int, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    source = saying.what.source
    return who.get(source[0], []) if source is not None else []


def _who(
    article: Article, saying: Saying, who: dict[int, list[tuple[str, str]]], agencies: list[AgencyRow]
) -> tuple[str, str]:
    """Person and body of a source: the person by name, the body that the source's words name."""
    source = saying.what.source
    if source is None:
        return "", ""
    if people := _people(saying, who):
        return people[0]
    inside = [row for row in agencies if source[0] <= row.start < source[1]]
    head = saying.what.head
    heading = [row for row in inside if head and row.start < head[1] and head[0] < row.end]
    named = heading or [row for row in inside if row.linked_by in _OWNERS and row.mention.lower() != "their"]
    if saying.what.animacy == "document" and not heading:
        named = [row for row in inside if writes(saying.sentence, row)]
    return "", named[0].agency if named and (heading or _serves(article, saying)) else ""


_OWNERS = (
    "name",
    "abbreviation",
    "official",
    "pronoun",
)  # "ICE officials", "ministry officials", "its director"
_FORMER = re.compile(r"(?i)\b(?:former|ex|retired|onetime|one-time)\b")


def _serves(article: Article, saying: Saying) -> bool:
    """Whether people who are the source are those of the body that is named with them: "ICE officials", but
    neither "passengers on the ICE" nor "a former ICE officer"."""
    if saying.what.animacy != "person" or saying.what.head is None:
        return True
    noun = article.text[slice(*saying.what.head)].lower()
    serves = {noun, noun.removesuffix("s"), noun.partition("-")[0]} & (
        word_set("functions") | word_set("people")
    )
    return bool(serves) and not _FORMER.search(article.text[slice(*saying.what.source)])


def _bodies_beside(saying: Saying, agency: str, agencies: list[AgencyRow]) -> tuple[str, ...]:
    """The other bodies of a source that say something together with one: "Europol and Eurojust said"."""
    start, end = saying.what.source
    inside = [row for row in agencies if start <= row.start < end and row.linked_by in NAMED]
    own = next((n for n, row in enumerate(inside) if row.agency == agency), None)
    if own is None:
        return ()
    text, base = saying.sentence.text, saying.sentence.start
    joined = [
        _JOINING.fullmatch(text[one.end - base : other.start - base]) is not None
        for one, other in zip(inside, inside[1:], strict=False)
    ]
    first = own - next((n for n, ties in enumerate(reversed(joined[:own])) if not ties), own)
    last = own + next((n for n, ties in enumerate(joined[own:]) if not ties), len(inside) - 1 - own)
    return tuple(row.agency for row in inside[first : last + 1] if row.agency != agency)


_JOINING = re.compile(r"(?: \([A-Z.]{2,10}\))?(?:, and|,| and| &) (?:the |[A-Z][a-z]{2,15}['’]s? )?")
