"""The names in the words of a source: which of them is meant by its head word, and who speaks together."""

import re
from dataclasses import replace

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.introduced import introduced
from helpers.agencies.known import Known
from helpers.agencies.people import Person, is_somebody, people_in
from helpers.agencies.titles import FUNCTION_WORD, title_words
from helpers.names import head_words, is_title_case
from helpers.texts import LONGEST_SENTENCE, Article, Sentence, word_set

__all__ = ["Several"]


_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z][a-z-]{2,20}(?![\w’'])")
LONGEST_NAME = 4  # words of one in a headline that no format marks as such


def _is_headline(text: str) -> bool:
    """Whether nearly every word of a sentence is capitalised."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if word.lower() not in word_set("small")]
    return sum(word[0].isupper() for word in words) >= 0.8 * len(words)


class Several:
    """The people whom one sentence names."""

    def __init__(
        self,
        article: Article,
        sentence: Sentence,
        rows: list[AgencyRow],
        agencies: list[AgencyRow],
        known: Known,
    ):
        self.article, self.rows = article, [row for row in rows if not is_somebody(sentence, row)]
        self.written = sentence
        self.sentence = replace(sentence, text=sentence.text.replace("\n", " "))  # a name may go over a line
        self.agencies, self.known = agencies, known
        self.people = [one for one in people_in(self.sentence, self.rows) if self.is_name(one)]
        self.introduced = introduced(self.sentence, self.people)
        named = {one[1] for one in self.people}
        self.people += [one for one, _, _ in self.introduced if one[1] not in named]  # "Witness K"
        self.people.sort(key=lambda one: one[1])

    def is_name(self, person: Person) -> bool:
        """Whether words are a name, and no more of a headline than that: "Towns Fear Jo Sample As Mayor"."""
        written, name = self.written.text, person[0]
        longest = 2 if is_title_case(self.written) else LONGEST_NAME if _is_headline(written) else len(name)
        return len(name.split()) <= longest or self.article.text.count(name) > written.count(name)

    def speaks_of_others(self) -> bool:
        """Whether a sentence tells of somebody else than the one whom "he" and "she" mean, or is a heading."""
        recent = self.known.recent
        own = set(recent[0].split()) if recent else set()
        named = any(not set(name.split()) <= own for name, _, _ in self.people)
        words = _SMALL_WORD.findall(self.sentence.text[:LONGEST_SENTENCE])
        somebody = (word for word in words if not word.endswith("s") and source_class(word, word) == "person")
        headed = self.sentence.block.kind in ("title", "heading")
        return named or headed or any(word not in statement_words("people") for word in somebody)

    def people_full(self) -> list[Person]:
        """Names in full that do not stand where a place would: "to Canning Vale"."""
        return [person for person in self.people if " " in person[0] and not self.is_placed(person)]

    def is_placed(self, person: Person) -> bool:
        """Whether a name stands where a place would: "in Los Angeles", "in St. Paul"."""
        return _PLACED.search(self.sentence.text[max(0, person[1] - 20) : person[1]]) is not None

    def first_of(self, person: Person, people: list[Person]) -> Person:
        """The first of those whom "and" joins to a person: the parse may take the last of them for the head."""
        before = [one for one in people[: people.index(person)] if " " in one[0]]
        for one in reversed(before):
            joined = _AND.fullmatch(self.sentence.text[one[2] : person[1]])
            if not joined or _OWNED.search(self.sentence.text[: one[1]]):
                break
            person = one
        return person

    def list_start(self, start: int) -> int:
        """Where a source begins of which the parse has only the last of a list: the head of the sentence in "Governor Jo
        Sample, Senator Ann Roe of Ohio, and Rep. Ana Ruiz"."""
        before = self.sentence.text[: max(0, start)]
        named = any(person[2] <= start for person in self.people)
        return 0 if named and len(before) < 300 and _LIST_BEFORE.fullmatch(before) else start

    def list_end(self, start: int, end: int) -> int:
        """Where a source ends of which the parse has only the first of a list, behind the verb: "said Sheriff Jo Sample, Chief
        Ann Roe and Agent Ana Ruiz"."""
        behind = _LIST_BEHIND.match(self.sentence.text, end)
        named = any(start <= person[1] and person[2] == end or end == person[2] for person in self.people)
        listed = behind and any(
            behind.start() <= person[1] for person in self.people if person[2] <= behind.end()
        )
        return behind.end() if named and listed else end

    def together(self, people: list[Person]) -> list[Person]:
        """The people of a source who speak together, with their titles: the first, those behind "and", and those between
        them in a list: "Sheriff Jo Sample, Chief Ann Roe of the Nogales Police and Mayor Ana Ruiz"."""
        first = people[0]
        others = [one for one in people[1:] if not _OWNED.search(self.sentence.text[: one[1]])]
        others = [one for one in others if not self.is_placed(one)]
        others = [one for one in others if not _FLANKED.search(self.sentence.text[first[2] : one[1]])]
        if others and _AND_OTHERS.match(self.sentence.text, others[-1][2]):
            return [first, *others]  # "Chief Jo Sample, Mayor Ann Roe and other officers"
        behind = [one for one in others if _TOGETHER.search(self.sentence.text[first[2] : one[1]])]
        if not behind:
            return [first]
        found, before = [first], first
        for one in others:
            joined = self.sentence.text[before[2] : one[1]]
            titled = _LISTED.search(joined) and (FUNCTION_WORD.search(joined) or joined in (", ", "; "))
            bare = joined.endswith((", ", "; ")) and joined not in (", ", "; ") and ";" not in joined
            listed = one[1] < behind[-1][1] and titled and not bare
            if one in behind or listed:
                found.append(one)
            before = one
        return found

    def described_one(self, at: int, people: list[Person]) -> Person | None:
        """The person whom the head word describes: the first that is no mere owner or client of the described ("a friend of
        Jo Sample"), or the last of the source behind a comma ("a spokesman for Governor Jo Sample, Ann Roe")."""
        if people and self.may_be_named(at, people[0]):
            return next((person for person in people if " " in person[0]), people[0])
        behind = people[-1:] if len(people) > 1 and " " in people[-1][0] else []
        alone = (one for one in behind if self.sentence.text[: one[1]].endswith(", "))
        return next((one for one in alone if one[1] > at and self.may_be_named(at, one)), None)

    def may_be_named(self, at: int, person: Person) -> bool:
        """Whether a person is the one whom the head word describes ("the club's lawyer, Jo Sample")."""
        if any(
            row.start <= self.sentence.start + at < row.end
            and row.linked_by != "official"
            and not self.is_office(row, person)
            for row in self.rows
        ):
            return person[1] < at and self.belongs(person, at)
        if person[1] < at:
            return self.belongs(person, at)
        between = self.sentence.text[at : person[1]].replace("in Charge ", "")
        between = _OF_DISTRICT.sub("", between)
        if self.ends_in_body(at, person):
            return True
        office = _OFFICE_OF.fullmatch(between)
        if office and office[1] in word_set("functions") and title_words().isdisjoint(office[2].split()):
            return " " in person[0]
        if len(between) >= 120 or _OF_NAME.search(between):
            return False
        below = _OF_SOMEBODY.search(between)
        if below is None or between.startswith(("One of ", "one of ", "Another of ")):
            return True
        whose = below[1].split()[-1]
        return " " in person[0] and source_class(whose, whose.lower()) != "person"

    def is_office(self, row: AgencyRow, person: Person) -> bool:
        """Whether what stands for a body is what somebody is: "the coroner, Dr Jo Sample," "the Police Relations Officer in
        the state, Jo Sample,"."""
        word = row.mention.split()[-1]
        apposed = _APPOSED.search(self.sentence.text[: person[1]]) is not None
        return (
            word in title_words() - head_words() or apposed and source_class(word, word.lower()) == "person"
        )

    def ends_in_body(self, at: int, person: Person) -> bool:
        """Whether a title in capitals that ends in a body, and what it is for, stands right before a name: "Commissioner of
        Police (Crime) Jo Sample"."""
        title = _FOR_WHAT.sub("", self.sentence.text[at : person[1]]).rstrip()
        return title[:1].isupper() and any(
            row.end - self.sentence.start == at + len(title) and row.linked_by != "official"
            for row in self.rows
        )

    def belongs(self, person: Person, at: int) -> bool:
        """Whether the head word only tells where a person belongs: "Jo Sample of the FBI said"."""
        return (
            re.match(r",?\s(?:of|at|from|with|for|who)\b", self.sentence.text[person[2] : at + 1]) is not None
        )


_OFFICE_OF = re.compile(  # "mayor of Bergen " before Jo Sample
    r"(?:[a-z-]{2,20} )?([a-z-]{3,20}) of ((?:[A-ZÀ-Þ][\w-]{1,20} ){1,3})"
)
_APPOSED = re.compile(r", (?:[A-Z][\w.]{1,20} ){0,3}$")
_FOR_WHAT = re.compile(r"\s\([^()]{1,40}\)\s$")
_PLACED = re.compile(
    r"(?:^|\s)(?:[Ii]n|to|[Aa]t|near|via|through|outside|around|off) (?:[A-Z]{2,6} |(?:St|Ste|Ft|Mt)\. )?$"
)
_OF_NAME = re.compile(
    r"\b(?:but|except|of|for|with|by|from|to|in|at|on|about|against) (?:[A-Z][\w.]{1,20} ){0,3}$"
)
_OF_DISTRICT = re.compile(r"for the (?:[A-Z][a-z]{2,12} ){0,2}District of (?:[A-Z][\w.]{1,20} ){1,3}$")
_OF_SOMEBODY = re.compile(  # "husband of the victim, ", "spokesman for the Interior Minister, "
    r"\b(?:of|for|with|to) ((?:[\w.’'-]{1,30} ){0,6}[\w.’'-]{1,30}),? $"
)
_TOGETHER = re.compile(
    r"(?:^|,? )(?:and|together with|along with|joined by|alongside|&|as well as) (?:[^,“”]{0,90} )?$"
)
_LIST_BEFORE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]{0,30}[,;]? (?:(?:of|the|for|in|and) ){0,2}){2,30}(?:(?<=and )|(?<=; ))"
)
_ONE_LISTED = r"(?:[A-ZÀ-Þ][\w.’'-]{0,30} (?:(?:of|the|for|in) ){0,2}){1,9}[A-ZÀ-Þ][\w’'-]{1,30}"
_LIST_BEHIND = re.compile(
    rf"(?:, (?:joined|accompanied) by (?:the )?{_ONE_LISTED})?(?:[,;] {_ONE_LISTED}){{0,9}}[,;]? and {_ONE_LISTED}(?=[.,;”]|$)"
)
_AND_OTHERS = re.compile(r",? and (?:other|others|several|more)\b")
_FLANKED = re.compile(r", (?!joined)[a-z]+ed by ")  # "Jo Sample, flanked by Ann Roe and Ana Ruiz,"
_AND = re.compile(r"(?:,? (?:and|&)|;) (?:[\w.’'-]{1,20} ){0,5}")
_OWNED = re.compile(r"\b(?:of|for|to|from|under) $")  # "a friend of Ann Roe and of Ana Ruiz" is one person
_LISTED = re.compile(  # a comma, and the title of the next, if there is one
    r"[,;] (?:(?!(?:of|for|to|with|by|from|under) $)(?:[A-ZÀ-Þ][\w.’'-]{0,30}|of|the|for|in|and) ){0,9}$"
)
