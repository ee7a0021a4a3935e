"""Sentences in which a person speaks: who the source of each saying is, by full name where there is one.

Later the surname alone is enough; "he" and "she" lead back to who spoke last or whom the sentence before is about.
"""

import re
from dataclasses import dataclass, replace

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.described import Described, subject_person
from helpers.agencies.identities import Identities
from helpers.agencies.introduced import begins_with
from helpers.agencies.known import Known, One
from helpers.agencies.labels import who_asks
from helpers.agencies.people import Person
from helpers.agencies.personal import is_told_by_person
from helpers.agencies.quotations import quotations_in
from helpers.agencies.sayings import Saying, speaks
from helpers.texts import LONGEST_SENTENCE, Article, Sentence

__all__ = ["Speech", "find_speeches"]


@dataclass(frozen=True)
class Speech:
    """A person speaks in a sentence: full name (empty for somebody without one), title and
    organisation as far as this sentence tells, the place of the source in the article, and whether the person is a
    speaker by it: no belief, denial or plan makes one."""

    name: str
    sentence: Sentence
    title: str
    organisation: str
    direct: bool
    source_start: int
    speaks: bool

    @property
    def who(self) -> str:
        """What tells the person from others: the name, or the description of somebody without one."""
        return self.name or f"({self.title})"


def find_speeches(
    article: Article,
    sentences: list[Sentence],
    sayings: list[Saying],
    agencies: list[AgencyRow],
    known: Known,
) -> list[Speech]:
    """Every sentence in which a named person speaks; surnames and "he" or "she" lead back to the full name.

    Args:
        article: The article.
        sentences: Its sentences.
        sayings: From `find_sayings`.
        agencies: Its agencies.
        known: Nobody yet; afterwards the people of the article.
    """
    speeches: list[Speech] = []
    by_sentence: dict[int, list[AgencyRow]] = {}
    for row in agencies:
        by_sentence.setdefault(row.sentence_start, []).append(row)
    said: dict[int, list[Saying]] = {}
    quoted = sorted((one for saying in sayings for one in saying.quotations), key=lambda one: one.first)
    for saying in sayings:
        said.setdefault(saying.sentence.start, []).append(saying)
    for sentence in sentences:
        if sentence.block.kind.startswith("table"):
            continue
        begun = quotations_in(quoted, sentence.start, sentence.start + 1)
        inside = any(  # the words of a speaker that go on, or nothing else
            one.start < sentence.start or one.first <= sentence.start and sentence.end < one.last
            for one in begun
        )
        known.age -= inside
        reader = _Reader(article, sentence, by_sentence.get(sentence.start, []), agencies, known)
        speeches += reader.speeches(said.get(sentence.start, []), inside=inside)
    in_full = [_in_full(article, one, known) for one in speeches]
    return [one for one in in_full if one.title or one.name not in known.pending]


def _in_full(article: Article, speech: Speech, known: Known) -> Speech:
    """A speech by the full name that a later sentence gives: "Mayor Sample: No", "the minister said" above Minister Jo Sample."""
    if " " in speech.name:
        return speech
    if not speech.name:
        one = None if _ANY.match(article.text, speech.source_start) else known.by_description(speech.title)
        return replace(speech, name=one[0], title=one[1]) if one else speech
    named = [one for one in known.full.get(speech.name, ()) if " " in one[0]]
    if len(named) != 1:
        return speech
    return replace(speech, name=named[0][0], organisation=speech.organisation or named[0][2])


class _Reader(Identities):
    """The people who speak in one sentence.

    Attributes:
        tellers: How many say something in it, with a name or without.
    """

    tellers = 0

    def speeches(self, sayings: list[Saying], *, inside: bool) -> list[Speech]:
        """Who speaks in the sentence; one that begins inside a quotation does not tell whom "he" and "she" mean."""
        found: list[Speech] = []
        self.tellers = len({saying.what.source for saying in sayings})
        self.known.age += 1
        full = self.people_full()
        self.asks(full)
        named = [self.introduce(person) for person in full]
        named = self.by_one_name() or named
        for saying in sayings:
            if saying.what.source is None:
                continue
            written = saying.what.animacy == "document"
            self.hands_on(found, saying)
            for name, title, organisation in self.authors(saying) if written else self.speakers(saying):
                found.append(self.speech(saying, name, title, organisation))
                self.known.spoke.add(name)
                if saying.what.lemma.startswith("in the ") and name:  # "in the view of Jo Sample"
                    named = [(name, title, organisation)]
        found += self.joined()
        if found or not inside:
            self.goes_on(found, full, named)
        return found

    def hands_on(self, found: list[Speech], saying: Saying) -> None:
        """Lets "he" and "she" mean who spoke before in the sentence: "Jo Sample said it was late; she hopes for more"."""
        start, end = saying.what.source
        if not found or self.article.text[start:end].lower() not in ("he", "she"):
            return
        last = found[-1]
        between = (one for one in self.people if last.source_start < one[1] + self.sentence.start < start)
        between = (one for one in between if not _FROM.search(self.sentence.text[: one[1]]))
        others = [one for one in between if one[0] not in last.name and last.name not in one[0]]
        if last.name and last.speaks and last.source_start < start and not others:
            self.known.means((last.name, last.title, last.organisation), self.sentence.block.start)

    def asks(self, full: list[Person]) -> None:
        """Who will ask in a call with the press: whom the host names in his turn."""
        label = _LABEL.match(self.sentence.text)
        if label and (label[1] or label[2]).lower() in statement_words("question"):
            self.known.recent = None  # somebody else speaks
            named = who_asks(self.article.text[self.sentence.start : self.sentence.block.end])
            if named or self.known.hosting < 0:
                self.known.asking = self.known.add(named[0], "", named[1]) if named else None
        elif label and label[1] and label[1].lower() in ("operator", "moderator", "host"):
            self.known.hosting = self.sentence.block.start
        asking = [one for one in full if not _FROM.search(self.sentence.text[: one[1]])]
        if asking and self.known.hosting == self.sentence.block.start:
            self.known.asking = self.introduce(asking[0])

    def goes_on(self, found: list[Speech], full: list[Person], named: list[One]) -> None:
        """Whom "he" and "she" mean from here on.

        Args:
            found: Who speaks in the sentence.
            full: Whom it names in full.
            named: The same as they are known, or the one of one name with whom it begins.
        """
        self.turns_to(found, full, named)
        self.known.alone = self.known.alone and not self.speaks_of_others()

    def turns_to(self, found: list[Speech], full: list[Person], named: list[One]) -> None:
        """Whom "he" and "she" mean behind the sentence; nobody if it tells of several."""
        block = self.sentence.block.start
        if any(one.speaks for one in found):
            last = found[-1]
            one = (last.name, last.title, last.organisation)
            one = self.known.add(*one) if last.name and last.name not in self.known.pending else one
            told = any(
                _TOLD.search(self.sentence.text[: other[1]]) for other in full if other[0] != last.name
            )
            aside = self.tellers > 1 and _ASIDE.search(
                self.article.text[max(0, last.source_start - 8) : last.source_start]
            )
            self.known.means(None if told or aside else one, block)
        elif _KEEPS.search(self.sentence.text[:LONGEST_SENTENCE]):
            return
        elif named:
            heads = self.sentence.block.kind not in ("title", "heading")
            viewed = full and _VIEW_OF.search(self.sentence.text[: full[-1][1]])
            heads = heads and (viewed or not full or named[0][0] != full[0][0] or self.heads(full[0]))
            self.known.means(named[0] if heads and len(named) == 1 else None, block)
        elif other := subject_person(self.sentence.text):
            self.known.means(self.without_name(other), block)
        elif len(again := [one for one in map(self.again, self.people) if one]) == 1:
            self.known.means(again[0], block)
        elif _ONE_OF.match(self.sentence.text):
            self.known.means(None, block)
        elif not self.known.is_near(block):
            self.known.recent = None

    def by_one_name(self) -> list[One]:
        """Remembers those who are introduced by one name; the one with whom the sentence begins."""
        first = []
        for (name, _, _), title, start in self.introduced:
            one = self.known.of(name) or self.known.add(name, title, "")
            first += [one] if begins_with(self.sentence, start) else []
        return first[:1]

    def without_name(self, other: Described) -> One | None:
        """Whom a sentence is about: somebody named before, somebody of whom only this is told, or one of those who are
        spoken of and seldom speak."""
        named = self.known.by_title(other.noun, other.title) if other.definite else None
        told = not other.definite and other.noun not in statement_words("spoken_of")
        return named or (("", other.title, "") if told else None)

    def joined(self) -> list[Speech]:
        """Those who announce something with others: "Joining her in the announcement were Jo Sample and Ann Roe"."""
        match = _JOINED.search(self.sentence.text[:LONGEST_SENTENCE])
        people = [one for one in self.people_full() if match and one[1] >= match.end()]
        if not people or people[0][1] - match.end() > 90:
            return []
        named = ((self.introduce(one), one[1] + self.sentence.start) for one in self.together(people))
        return [Speech(name, self.written, title, body, False, at, True) for (name, title, body), at in named]

    def again(self, person: Person) -> One | None:
        """Somebody who has spoken before and is named again by a shorter name, or with whom the sentence begins."""
        known = self.known.of(person[0])
        return known if known and (known[0] in self.known.spoke or self.heads(person)) else None

    def heads(self, person: Person) -> bool:
        """Whether a sentence is about a person: it begins with the name, or with titles and the name."""
        before, _, front = self.sentence.text[: person[1]].rpartition(", ")
        front = front.split()
        if not front and _BESIDE.match(before.rpartition(", ")[2]):
            return False  # "It pays a tax, which a critic, Jo Sample, mocked"
        owner = self.sentence.text[person[2] : person[2] + 2] in ("'s", "’s")
        return (
            not owner
            and len(front) < 9
            and all(
                word[0].isupper()
                or word in ("of", "the", "and", "for", "acting")
                or source_class(word, word) == "person"
                for word in front
            )
        )

    def speech(self, saying: Saying, name: str, title: str, organisation: str) -> Speech:
        return Speech(
            name,
            self.written,
            title,
            organisation,
            self.direct(saying),
            saying.what.source[0],
            speaks(saying) and self.tells(saying, name, title),
        )

    def tells(self, saying: Saying, name: str, title: str) -> bool:
        """Whether somebody says something: whoever agrees to sign acts, as does somebody without a name who
        denies care or tells others to move; nor does a name that may be a body's by what is told."""
        clauses = [self.article.text[start : min(end, start + 1000)] for start, end in saying.what.contents]
        told = [clause for clause in clauses if not clause.startswith("to ")]
        if saying.what.lemma in statement_words("agreeing" if name else "acting"):
            return self.direct(saying) or any(_FINITE.search(clause) for clause in told)
        if name:
            return is_told_by_person(saying, title, clauses)
        return bool(saying.quotations or told or not saying.what.contents)

    def direct(self, saying: Saying) -> bool:
        """Whether words of the person stand in quotation marks: an utterance, or a part of a sentence that is no name."""
        quoted = (
            found[1].split()
            for start, end in saying.what.contents
            for found in _QUOTED.finditer(self.article.text, start, min(end + 3, start + 3000))
        )
        inside = any(len(words) > 1 and not all(word[0].isupper() for word in words) for words in quoted)
        return bool(saying.quotations) or inside


_ANY = re.compile(r"(?i)(?:an?|one|another|some) ")
_TOLD = re.compile(
    r"\b(?:told|tells|asked|warned|reminded|assured|informed|begged|advised) (?:[\w.-]{1,20} ){0,3}$"
)
_ONE_OF = re.compile(r"(?:One|Another|Each|Neither) of (?:the|his|her|their|those|them)\b")
_FROM = re.compile(
    r"\b(?:with|of|for|at|in) (?:the )?$"
)  # where somebody belongs: "of Sample Capital in Oslo"
_VIEW_OF = re.compile(r"\bin the (?:view|eyes|opinion|words|judgment|judgement) of (?:[\w.’'-]{1,20} ){0,4}$")
_KEEPS = re.compile(  # "he" and "she" go on to mean whom they meant
    r"^[A-Z][a-z]{1,12} [^,;]{1,120}, (?:he|she)\b|\b(?:not|n[’']t) (?:available|reached|respond|reply|comment|answer|return)\b"
    r"|\b(?:could|can)(?:not| not) be reached\b|\bdeclined to (?:comment|be interviewed)\b"
)
_JOINED = re.compile(
    r"\bjoined (?:[^.;]{0,60} )?announc\w+ (?:[^.;]{0,30} )?by "
    r"|\b[Jj]oining (?:[^.;]{1,90} )?announc\w+ (?:[^.;]{0,30} )?(?:were|was|are|is) "
)
_ASIDE = re.compile(r", (?:which|whom) $")  # "a tax, which Jo Sample mocked" is about another one
_BESIDE = re.compile(r"(?:which|whom|whose|who|that|by|with|to|against|from|for|about)\b")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did)\b"
)
_LABEL = re.compile(r"([A-Z]{1,12})[.:]\s|(Q)\s(?=[A-Z])")
_QUOTED = re.compile(r"[“\"„«‘]\s?([^“”\"„«»]{3,2000})[”\"“»’]")
