"""What a person is and for whom they act: the title and the body that stand beside a name.

"Acting ICE Director Jo Sample", "Jo Sample, head of the Unit," and "its chairman, Jo Sample, said": each place is
looked at in turn, for what the ones before it left open.
"""

import re
from dataclasses import dataclass

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.appositions import before_others, before_speech, ends_apposition
from helpers.agencies.posts import owner_before, unlisted_body
from helpers.agencies.titles import FUNCTION_WORD, split_title, title_words
from helpers.agencies.trades import SMALL, qualifies, trade_of
from helpers.names import candidates, head_words
from helpers.texts import Sentence, finite_forms, speech_words, word_set

__all__ = ["function_of"]

REACH = 160  # letters before a name in which a title is looked for

_WHO = re.compile(
    r"who (is(?! \w+ed\b)|was(?! \w+ed\b)|teaches|studies|leads|heads|runs|works|chairs|oversees|directs|researches|serves)\b"
)
_RELATIVE = re.compile(r"(?:who|whose|whom|which|where|when|that)\s")
_TITLE_OF_VERB = {
    "heads": "head",
    "directs": "director",
    "leads": "leader",
    "chairs": "chair",
    "runs": "director",
}
_APPOSITION = re.compile(
    r",\s{1,3}((?:the |a |an |its |who is |who heads )?[^,“”\"();]{3,140}(?:,[^,“”\"();]{3,80}){0,2})"
)
_DUTY = re.compile(r"(?: [A-Z][\w.-]{1,20}){0,2}(?: [a-z-]{2,20}){1,6} ?")
_NAMED = ("name", "abbreviation")
_PROSECUTING_BEFORE = re.compile(r"(?:^|[,;:] )(?:[Pp]rosecuting|[Ff]or the (?:prosecution|Crown|State)), $")
_PROSECUTING_AFTER = re.compile(
    r"(?: [A-Z]{2})?, (?:who (?:is|was) )?(?:prosecuting|for the (?:prosecution|Crown|State)),"
)
_BRACKETED = re.compile(r"\([A-Z][\w &-]{1,20}\)")
_FOLLOW = re.compile(r",?\s(?:of|from|at|for|with) (?:(?:the |a |an )?[a-z][a-z -]{2,40} |the )?")
_OWNED = r"(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa]n?|[A-Z][^,;“”]{0,60}['’]s?) [^,;“”]{3,90}"
_CAPITALS = r"(?!(?:After|Before|When|As|While|In|On|At|With|Through|Via|By|From|For|Under|To)\b)(?:[A-Z][\w.]{1,20} (?:(?:of|and|for) )?){1,6}"
_LEAD = re.compile(  # "its deputy chairman, ", "said FBI spokesman, ", "ABF Inspector, "
    r"(?:^|[,;:“”\"—] ?|\band |\bbut |\b(?:of|by|with|to|from|for|behind|against|that|than|like|before|after) (?=[Tt]he )|\b(?:said|says|added|told|[a-z]{3,12}ed) )"
    rf"({_OWNED}|{_CAPITALS}[a-z][^,;“”]{{3,90}}), $"
)
_BEHIND_VERB = re.compile(r".*\b(?:has|have|had|is|was|were|will|would|[a-z]{2,12}ed)\s.*\b((?:the|its)\s.+)")
_POLITE = re.compile(r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Rev)\.? $")  # "the minister, Dr Sample"
_LEAD_IN_CAPITALS = re.compile(rf"(?:^|\b(?:said|says|added) )({_CAPITALS}[A-Z][a-z]{{2,20}}), $")
_OF_DISTRICT = re.compile(r"\bDistrict of ((?:[A-Z][\w.]{1,20} ){1,3})$")
_OF_FIELD = re.compile(
    r"\b([A-Za-z][\w-]{1,20}) of (?:the )?((?:[A-Z][\w-]{1,20} (?:(?:and|&) )?){0,2}[A-Z][\w-]{1,20} )$"
)
_BY_WAY = re.compile(r"(?:through|via|by|before|after|during|citing|reached|asked)\b")
_TOGETHER = re.compile(r"(?:together|along|alongside|as well as|and|joined|[a-z]+ed by)\b")


def function_of(
    sentence: Sentence, start: int, end: int, rows: list[AgencyRow], people: list[tuple[str, int, int]]
) -> tuple[str, str]:
    """Title and organisation of a person: the words before the name, or the apposition after it.

    Args:
        sentence: Where the person is named.
        start, end: The place of the name, from the start of the sentence.
        rows: The bodies of the sentence.
        people: Name and place of everybody whom the sentence names.
    """
    one = _Function(sentence, start, end, rows)
    others = [(first, last) for name, first, last in people if first != start and (" " in name or first)]
    one.behind(others)
    one.before(others)
    one.for_whom_a_spokesperson_speaks()
    one.in_lead()
    one.behind_preposition()
    one.between(others)
    one.its()
    if not one.title or _POLITE.fullmatch(f"{one.title} ") or one.title.rstrip(".") in word_set("courtesies"):
        one.title = trade_of(sentence.text, start, end) or one.title
    if not one.organisation and _prosecutes(sentence, start, end):
        one.organisation = "prosecution"
    one.organisation = one.organisation or ("" if one.title else owner_before(sentence.text[:start]))
    behind = one.after[1] if one.after else ""
    return one.title, one.organisation or unlisted_body(sentence, end, behind, people)


@dataclass
class _Function:
    """A person, and what has been found so far.

    Attributes:
        sentence, start, end, rows: As of `function_of`.
        title, organisation: What they are and for whom; empty if not known yet.
        after: The apposition behind the name.
        apposition: Its words up to a verb of speech, or those of one before the name.
        begun: Where the words before the name begin that belong to it.
        front: These words.
    """

    sentence: Sentence
    start: int
    end: int
    rows: list[AgencyRow]
    title: str = ""
    organisation: str = ""
    after: re.Match | None = None
    apposition: str = ""
    begun: int = 0
    front: str = ""

    def behind(self, others: list[tuple[int, int]]) -> None:
        """The apposition after the name: "Jo Sample, head of the Unit,"; the next one of a list is none.

        Args:
            others: The places of other people.
        """
        after = _APPOSITION.match(self.sentence.text, self.end, self.end + 400)
        if after and _RELATIVE.match(after[1]) and not _WHO.match(after[1]):
            return  # "Sample, who once ran a bakery beside the sheriff's office": no title
        apposition = before_others(before_speech(after[1]), after.start(1), others) if after else ""
        if apposition.startswith("speaking "):  # "Jo Sample, speaking for the ministry,"
            self.organisation = split_title(apposition, self.sentence, after.start(1), self.rows)[1]
            return
        ends = ends_apposition(self.sentence.text[: self.start], apposition)
        if ends or after and not apposition or _TOGETHER.match(apposition) or _BY_WAY.match(apposition):
            return
        self.after, self.apposition = after, apposition
        if apposition and FUNCTION_WORD.search(apposition):
            self.title, self.organisation = split_title(apposition, self.sentence, after.start(1), self.rows)
        elif after and (clause := _WHO.match(after[1])):
            self.organisation = split_title(after[1], self.sentence, after.start(1), self.rows)[1]
            self.title = _TITLE_OF_VERB.get(clause[1], "")

    def before(self, others: list[tuple[int, int]]) -> None:
        """The words before the name: "Acting ICE Director Jo Sample".

        Args:
            others: The places of other people.
        """
        self.begun = _behind_body(self.sentence, self._begin(others), self.start, self.rows)
        self.front = self.sentence.text[self.begun : self.start].strip()
        if self.front.split()[-1:] == ["and"]:
            self.front = ""
        names_function = FUNCTION_WORD.search(self.front)
        if not self.title and (names_function or title_words().intersection(self.front.split())):
            self.title, body = split_title(self.front, self.sentence, self.begun, self.rows)
            self.organisation = body or self.organisation
        elif not self.organisation and names_function:
            self.organisation = split_title(self.front, self.sentence, self.begun, self.rows)[1]

    def _begin(self, others: list[tuple[int, int]]) -> int:
        """Where the words begin that may be the title before the name."""
        offset, begun = max(0, self.start - REACH), self.start
        bodies = [self._place(row) for row in self.rows]
        bodies += [
            (found.start, found.end) for found in candidates(self.sentence) if found.kind == "adjective"
        ]
        if district := _OF_DISTRICT.search(self.sentence.text, offset, self.start):
            begun = district.start(1)  # "U.S. Attorney for the District of New Mexico Jo Sample"
        field = _OF_FIELD.search(self.sentence.text, offset, begun)
        if field and (field[1] in title_words() or FUNCTION_WORD.fullmatch(field[1])):
            begun = field.start(2)  # "Head of Investigation Jo Sample", "mayor of Bergen Jo Sample"
        for word in reversed(list(re.finditer(r"\S+", self.sentence.text[offset:begun]))):
            at = offset + word.start()
            if begun == self.start and _BRACKETED.fullmatch(word[0]):  # "Superintendent of Police (Rural)"
                begun = at
                continue
            body = _is_inside(at, bodies)
            if (
                begun < self.start
                and word[0].endswith((",", ";"))
                and not _is_inside(at + len(word[0]) - 1, bodies)
            ):
                break
            if word[0] == "and" and any(
                row.linked_by == "official" and self._place(row)[0] == begun for row in self.rows
            ):
                break  # "Director Jo Sample of the FBI and U.S. Attorney Ana Roe": the second has her own title
            if _is_inside(at, others) and not body and word[0] not in title_words():
                break
            belongs = self._belongs(word[0], at, body, first=begun == self.start)
            if not belongs and not qualifies(self.sentence.text, at, begun, self.start):
                break
            begun = at
        return begun

    def _belongs(self, word: str, at: int, body: bool, *, first: bool) -> bool:
        """Whether a word can be part of a title.

        Args:
            word: With the signs that are written to it.
            at: Its place.
            body: Whether it is part of a body's name.
            first: Whether it is the first that is looked at, right before the name.
        """
        if word.rstrip(",").endswith(("”", '"', "»", "“")) or at == 0 and word.lower() in speech_words():
            return False
        if not body and (word.endswith(",") or word in head_words() - title_words()):
            return False
        if body or word in title_words() or word in word_set("title_modifiers") or word in _JOINTS:
            return True
        if word.endswith(("'s", "’s")) or FUNCTION_WORD.fullmatch(word):
            return True
        return word[0].isupper() and word not in word_set("not_persons") and not first

    def for_whom_a_spokesperson_speaks(self) -> None:
        """A spokesperson speaks for the body named in the sentence."""
        if not self.organisation and "spokes" in self.title.lower():
            named = (row for row in self.rows if row.linked_by in _NAMED and row.level != "unnamed")
            self.organisation = next((row.agency for row in named), "")

    def in_lead(self) -> None:
        """A title between commas before the name: "its deputy chairman, Jo Sample, warned"."""
        offset = max(0, self.start - REACH)
        ahead = _POLITE.sub("", self.sentence.text[offset : self.start])
        lead = _LEAD.search(ahead) or (_LEAD_IN_CAPITALS.search(ahead) if self.start < REACH else None)
        if self.title and not _POLITE.fullmatch(f"{self.title} ") or not lead:
            return
        behind = _BEHIND_VERB.match(lead[1])  # "thanked the sheriff, Jo Sample"
        words, at = (behind[1], behind.start(1)) if behind else (lead[1], 0)
        if FUNCTION_WORD.search(words):
            at += offset + lead.start(1)
            self.title, self.organisation = split_title(words, self.sentence, at, self.rows)
            self.apposition = words.lower()

    def behind_preposition(self) -> None:
        """The body right behind the name: "Police Chief Jo Sample of the Nogales Police Department"."""
        follow = _FOLLOW.match(self.sentence.text, self.end)
        if follow and (not self.organisation or self.organisation.islower()):
            places = (follow.end(), follow.end() - len("the "))  # "from the force's drugs team"
            here = (row.agency for row in self.rows if self._place(row)[0] in places)
            self.organisation = next(here, self.organisation)

    def between(self, others: list[tuple[int, int]]) -> None:
        """A body with capitalised words between it and the title, and nobody else: "ERO New Orleans acting Field Office
        Director Jo Sample"."""
        if self.title and not self.organisation:
            near = (
                row.agency
                for row in self.rows
                if _BETWEEN.fullmatch(self.sentence.text[self._place(row)[1] : self.begun])
                and not any(
                    self._place(row)[1] <= first < self.begun
                    and self.sentence.text.startswith((",", " and "), last)
                    for first, last in others
                )
            )
            self.organisation = next(near, "")

    def its(self) -> None:
        """The last body named before: "the union GdP ..., and its chairman, Jo Sample, said"."""
        its = "its" in (self.apposition[:3], self.front[:3])
        its = its or self.sentence.text[max(0, self.begun - 4) : self.begun] == "its "
        if its and not self.organisation:
            named = [
                row.agency
                for row in self.rows
                if self._place(row)[1] <= self.start and row.linked_by in _NAMED
            ]
            self.organisation = named[-1] if named else ""

    def _place(self, row: AgencyRow) -> tuple[int, int]:
        """Where a body stands, from the start of the sentence."""
        return row.start - self.sentence.start, row.end - self.sentence.start


def _is_inside(at: int, places: list[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in places)


_JOINTS = ("of", "for", "in", "and", "the", "'s", "’s")
_BETWEEN = re.compile(r"\)?(?:\s?\([A-Z.]{2,10}\))?(?: [A-Z][\w.-]{1,20}){0,3} ")


def _behind_body(sentence: Sentence, begun: int, start: int, rows: list[AgencyRow]) -> int:
    """Where a title begins that goes on in small letters from a body to a name: "NCA senior investigating
    officer Jo Sample", "ICE regional head of investigations Jo Sample"."""
    for row in rows:
        first, behind = row.start - sentence.start, row.end - sentence.start
        duty = (
            _DUTY.match(sentence.text, behind, start) if behind < begun and row.linked_by in _NAMED else None
        )
        if duty is None or duty.end() < begun:
            continue
        words = sentence.text[behind:start].lower().replace("in charge", "").split()
        verbs = any(word in finite_forms() or word in speech_words() for word in words)
        if not verbs and not SMALL.intersection(words) and FUNCTION_WORD.search(" ".join(words)):
            return first
    return begun


def _prosecutes(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a lawyer speaks for the prosecution: "Prosecuting, Fiona Sample KC said"."""
    text = sentence.text
    return bool(
        _PROSECUTING_BEFORE.search(text[max(0, start - 40) : start]) or _PROSECUTING_AFTER.match(text, end)
    )
