"""Which person the source of a saying names or means: by name, by a shorter one, by "he" or "she", by a label of a
transcript, or by a description only."""

import re

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.cues import statement_words
from helpers.agencies.described import described, describes_person
from helpers.agencies.functions import function_of
from helpers.agencies.known import One, may_mean
from helpers.agencies.labels import who_is_addressed, who_is_labelled
from helpers.agencies.people import Person
from helpers.agencies.posts import office_of
from helpers.agencies.sayings import Saying
from helpers.agencies.several import Several
from helpers.agencies.titles import FUNCTION_WORD, is_what, title_words
from helpers.names import head_words
from helpers.texts import word_set

__all__ = ["Identities"]

SHORTEST_NAME = 3  # letters


class Identities(Several):
    """The people of one sentence, and who of them a source is."""

    def introduce(self, person: Person) -> One:
        """Remembers a person named in full, with title and body."""
        title, organisation = self.function(person)
        return self.known.add(person[0], title, organisation)

    def function(self, person: Person) -> tuple[str, str]:
        title, organisation = function_of(self.sentence, person[1], person[2], self.rows, self.people)
        if not title:
            title, organisation = is_what(self.sentence, person[2], self.rows, organisation)
        if title and not organisation:
            organisation = office_of(title, self.sentence, self.agencies)
        return title, organisation

    # ---- who the source is

    def speakers(self, saying: Saying) -> list[One]:
        """Name, title and body of the people whom a source names or means."""
        start, end = (at - self.sentence.start for at in saying.what.source)
        start, end = self.list_start(start), self.list_end(start, end)
        words = self.sentence.text[max(0, start) : end]
        series = _SERIES_OF_BODIES.search(words)
        if series and not (series[1][:1].islower() and FUNCTION_WORD.search(series[1])):
            return []  # but "Jo Sample, spokesman for the Department of Health Services"
        if word := _PRONOUNS.get(words.lower()):
            return self.meant(word, start, saying)
        if (labelled := self.labelled(words, saying, start, end)) is not None:
            return labelled
        people = [p for p in self.people if start <= p[1] < end or p[1] <= start < p[2]]
        people = [p for p in people if p[2] == end or self.sentence.text[p[2] : p[2] + 2] not in ("'s", "’s")]
        head = saying.what.head
        at = head[0] - self.sentence.start if head else start
        if _FIRST_WORD.match(self.sentence.text, at)[0] in word_set("postnominals"):
            at -= 2  # "Fiona Sample KC said"
        first = next((p for p in people if p[1] <= at < p[2]), None)
        first = self.first_of(first, people) if first else None
        if first is None and people and (office := _FUNCTION.fullmatch(self.sentence.text, at, people[0][1])):
            first = people[0] if office[1] in title_words() else None
        if first is None:
            first = self.described_one(at, people)
        if first is None:
            return self.single(start, end) or self.nameless(saying, start, end, at)
        found = [self.person(one, saying) for one in self.together(people[people.index(first) :])]
        if len(found) > 1 and found[0] and _SEVERAL.search(self.sentence.text[: first[1]]):
            found = [one and (one[0], one[1] or found[0][1], one[2]) for one in found]
        return [one for one in found if one] or self.single(start, end)

    def authors(self, saying: Saying) -> list[One]:
        """Those who have written the paper that is cited: "according to an affidavit by Detective Jo Sample"."""
        if saying.what.lemma != "according to":
            return []
        start, end = (at - self.sentence.start for at in saying.what.source)
        people = [one for one in self.people_full() if start <= one[1] < end]
        by = people and _WRITTEN_BY.search(self.sentence.text[start : people[0][1]])
        found = [self.introduce(one) for one in self.together(people)] if by else []
        return [one for one in found if one[1]]

    def labelled(self, words: str, saying: Saying, start: int, end: int) -> list[One] | None:
        """Those behind a handle ("@MayorSample") or a label of a transcript; None if the source is neither."""
        handle = _HANDLE.fullmatch(words)
        if handle and not title_words().isdisjoint((handle[1], f"{handle[1]}.")):
            return [self.known.of(handle[2]) or self.known.add(handle[2], handle[1], "")]
        if saying.what.lemma:
            return None
        before = self.article.text[max(0, self.sentence.start - 20_000) : self.sentence.start]
        found = who_is_labelled(words, self.known, before) if words.isupper() else []
        found = found or who_is_addressed(words, self.known, self.article.text[:20_000])
        if found or words in ("Q", "A"):  # else asked or answered by somebody whom nothing names
            return found
        if words.title() == words and words.lower() in statement_words("broadcast"):
            return [("", words, "")]
        return self.nameless(saying, start, end, start) if words.lower() in statement_words("label") else None

    def meant(self, word: str, start: int, saying: Saying) -> list[One]:
        """Whom "he" or "she" means: who spoke last, or the one person with whose name the sentence begins."""
        before = [one for one in self.people if one[1] < start]
        begun = len(before) == 1 and before[0] in self.people_full() and self.begins(before[0])
        at = self.sentence.start + before[0][1] if begun else 0
        if begun and not any(first <= at < last for first, last in saying.what.contents):
            # "Jo Sample wept as she recalled", but not "Jo Sample was lying, she said"
            return [self.introduce(before[0])]
        if before and _OPENING.fullmatch(self.sentence.text[:start]):
            return []  # "After Jo Sample fell in, he said"
        if self.answers(saying):
            self.known.recent = None
        recent = self.known.recent
        spoke = self.known.spoke
        if recent and saying.what.lemma == "add" and spoke and recent[0] not in spoke:
            return []  # who adds something has spoken before, and somebody else has
        if recent and self.known.is_near(self.sentence.block.start, named=bool(before)):
            behind = saying.what.cue[1]
            if not may_mean(word, recent, self.article.text[behind : behind + 60]):
                self.known.recent = None
                return []
            if self.known.is_other(word, recent[0]):
                return self.known.only(word)
            self.known.led.setdefault(word, []).append(recent[0])
            return [recent]
        return (
            self.known.only(word) if self.known.age > 1 else []
        )  # else the sentence before is of somebody else

    def answers(self, saying: Saying) -> bool:
        """Whether a quotation answers the one before it, so that another one speaks: "“You lost,” Jo Sample said. “No,” he
        replied.", "“Why?” Jo Sample asked. “I was ill,” he said."."""
        if not saying.quotations or saying.quotations[0].first != self.sentence.start:
            return False
        before = self.article.text[
            max(self.sentence.block.start, self.sentence.start - 200) : self.sentence.start
        ]
        replies = saying.what.lemma in statement_words("answering") and _JUST_SAID.search(before)
        return bool(replies or _JUST_ASKED.search(before))

    def begins(self, person: Person) -> bool:
        """Whether a sentence begins with a person: "The union's secretary, Jo Sample, did not agree"."""
        front = self.sentence.text[: person[1]]
        return len(front) < 120 and (
            not front.strip() or front.endswith(", ") and bool(self.function(person)[0])
        )

    def single(self, start: int, end: int) -> list[One]:
        """Somebody of one name: "Sumarto, a fisherman, said", "Nermin, 19, says"."""
        alone = _ONE_NAME.match(self.sentence.text, start)
        if not alone or not (alone[2].isdigit() or describes_person(alone[2])) or start + len(alone[1]) > end:
            return []
        if any(
            row.start < self.sentence.start + start + len(alone[1]) and self.sentence.start + start < row.end
            for row in self.rows
        ):
            return []
        if before := self.known.of(alone[1]):
            return [before]
        title, organisation = self.function((alone[1], start, start + len(alone[1])))
        return [self.known.add(alone[1], title, organisation)]

    def nameless(self, saying: Saying, start: int, end: int, at: int) -> list[One]:
        """Somebody who is only described, or by a title whom the article has named before: "the sheriff"."""
        bodies = [row for row in self.rows if row.start <= self.sentence.start + at < row.end]
        if bodies and not self.sentence.text[start:end].isupper() or self.is_relative(saying):
            return self.holder(bodies, start, end)
        if self.sentence.block.kind in ("title", "heading") and ":" not in self.sentence.text:
            return []  # "COURT CALLS CASE A WASTE" is no transcript
        called = (person for person, _, begin in self.introduced if start <= begin < end)
        if named := next((one for person in called if (one := self.known.of(person[0]))), None):
            return [named]  # "a girl whom the court calls Child B"
        what = described(self.sentence.text[start:end], max(0, at - start))
        if what is None or _COMPANY.search(self.sentence.text[start:end]):
            return []
        behind = (one for one in self.people_full() if one[1] > end)
        if (one := next(behind, None)) and _WHO_THEN.fullmatch(self.sentence.text[end : one[1]]):
            return [self.known.add(one[0], what.title, self.function(one)[1])]
        if what.definite and (named := self.known.by_title(what.noun, what.title)):
            return [named]
        again = [one for one in self.known.described if _HEAD_OF.split(one)[0].endswith(what.noun)]
        if what.definite and what.title == what.noun and len(again) == 1:
            return [("", again[0], "")]  # "the spokesman" after "a spokesman for the mill"
        self.known.described.add(what.title)
        inside = [
            row
            for row in self.rows
            if start <= row.start - self.sentence.start < end
            and row.mention.lower() not in ("it", "they", "their")
        ]
        serves = what.noun in word_set("functions") | statement_words("label") and what.noun != "court"
        former = what.title.lower().startswith(("former ", "ex-", "retired "))
        return [("", what.title, inside[-1].agency if inside and serves and not former else "")]

    def holder(self, bodies: list[AgencyRow], start: int, end: int) -> list[One]:
        """The person named before whose title, alone, stands for a body: "the attorney general said"."""
        title = self.sentence.text[start:end].removeprefix("The ").removeprefix("the ").lower()
        if title == self.sentence.text[start:end].lower() or any(
            row.linked_by != "official" and row.mention.lower() != title for row in bodies
        ):
            return []
        one = self.known.by_title(title.split()[-1].split("-")[-1], title)
        same = one is not None and set(title.split()) <= set(one[1].lower().split())
        return [one] if same else []

    def is_relative(self, saying: Saying) -> bool:
        """Whether the cue stands in a clause that only describes its source: "an officer who warned a gang"."""
        between = self.article.text[saying.what.source[1] : saying.what.cue[0]]
        return not saying.quotations and _RELATIVE.match(between) is not None

    def person(self, person: Person, saying: Saying) -> One | None:
        """A person by a full name, or by a shorter one of somebody known."""
        name = person[0]
        if " " in name:
            title, organisation = self.function(person)
            front = name.lower().split()[0] in statement_words("paper_article") and len(name.split()) == 2
            if front and not title and saying.what.lemma in statement_words("written"):
                return None  # "Le Soir reported"
            headed = self.sentence.block.kind in ("title", "heading")
            if headed and not saying.quotations and not FUNCTION_WORD.search(title):
                return None
            if not title and (before := self.known.of(name)):
                return before
            return self.known.add(name, title, organisation)
        before = self.known.of(name)
        if before:
            return before if before[2] else self.known.add(before[0], *self.function(person))
        title, organisation = self.function(person)
        if again := self.known.by_given_name(name, title):
            return again
        front = self.sentence.text[: person[1]]
        if _POLITE.search(front) and person[2] - person[1] > 2:
            if named := self.known.by_first_word(name):
                return named  # "Mr Cheuk", the family name, of "Cheuk Wai-hang"
            return (name, title, organisation)  # "Mr Sample", whose full name the article does not tell
        if front.endswith(" of ") or self.sentence.block.kind in ("title", "heading") or not title:
            return self.with_apposition(person) or self.called_elsewhere(name)
        return (name, title, organisation)

    def called_elsewhere(self, name: str) -> One | None:
        """Somebody whom the article calls by a title and the surname elsewhere: "Sample said" beside "President Sample"; by
        name in full if it comes later."""
        headed = self.sentence.block.kind in ("title", "heading")
        if headed or len(name) < SHORTEST_NAME or self.known.full.get(name):
            return None  # or several share it
        before = set(re.findall(rf"([A-Z][\w-]{{1,20}}\.?) {re.escape(name)}\b(?! [A-Z])", self.article.text))
        titled = sorted(before & title_words())
        if titled:
            return self.known.add(name, titled[0], "")
        given = before - title_words() - word_set("not_persons") - head_words()
        if len(given) != 1:
            return None
        self.known.pending.add(name)
        return (name, "", "")

    def with_apposition(self, person: Person) -> One | None:
        after = _A_PERSON.match(self.sentence.text, person[2])
        if after and describes_person(after[1]):
            title, organisation = self.function(person)
            return (person[0], title, organisation)
        return None


_PRONOUNS = {"he": "he", "his": "he", "she": "she", "her": "she"}  # "her claim that"
_WRITTEN_BY = re.compile(r"\bby (?:the )?(?:[\w.’'-]{1,20},? ){0,7}$")
_COMPANY = re.compile(  # "the operator of the ferry, Sample Crossings Inc."
    rf", (?:[A-ZÀ-Þ][\w&.’'-]{{0,30}} ){{1,5}}(?:{'|'.join(sorted(word_set('thing_heads') | word_set('company_letters')))})\b\.?$"
)
_HANDLE = re.compile(r"@([A-Z][a-z]{1,15})_?([A-Z][a-z]{2,20})")  # "@MayorSample posted"
_HEAD_OF = re.compile(r" (?:of|for|at|in|with|to|from)\b")
_SEVERAL = re.compile(r"\b[A-Z]\w{3,20}s $")  # "U.S. Attorneys Jo Sample and Ann Roe"
_WHO_THEN = re.compile(r",? (?:who|whose|that) [^,;“”\"]{3,90}, ")  # "a clerk who left, Jo Sample, said"
_RELATIVE = re.compile(
    r",?\s(?:who|that)(?:\s(?:\w{1,20}ly|had|has|have|then|also|later|once|never|who)){0,4}\s$"
)
_JUST_SAID = re.compile(r"[,.!?][”\"’»]\s[^“”\"«»]{3,120}\.\s*$")
_JUST_ASKED = re.compile(r"\?[”\"’»]\s(?!s?he asked)[^“”\"«»]{0,120}\basked\b[^“”\"«»]{0,60}\.\s*$")
_OPENING = re.compile(r"(?:As|When|While|Before|After|Until|Once|Though|Although) [^,]{1,200}, ")
_FIRST_WORD = re.compile(r"\w{0,8}")
_FUNCTION = re.compile(
    r"(?:[A-Z][\w-]{1,20} ){0,3}([A-Z][\w-]{1,20}) of (?:the )?(?:[A-Z][\w-]{1,20} (?:(?:and|&) )?){1,3}"
)  # "Director of Compliance Jo Sample"
_SERIES_OF_BODIES = re.compile(
    r"[,&] (.{0,150})\b(?:[Oo]ffices|[Dd]epartments|[Cc]ouncils|[Aa]gencies|[Uu]niversities|[Cc]ourts|[Cc]ommissions|[Aa]uthorities|[Bb]oards"
    r"|[Cc]ounties|[Mm]inistries|[Ff]orces|[Ss]ervices)$"
)
_ONE_NAME = re.compile(
    r"([A-ZÀ-Þ][\w’'-]{1,30})(?: \([^()]{1,60}\))?, (\d{1,2}\b|(?:a|an|the|who|whose) [^“”\"]{3,160})"
)
_POLITE = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Mx|Miss)\.?\s$")
_A_PERSON = re.compile(r", ((?:a|an|the|who|whose) [^“”\"]{3,160})")
