"""The people of an article as far as it has been read: by name, by what they are, and whom "he" or "she" means."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from helpers.agencies.cues import statement_words
from helpers.agencies.people import bare_name
from helpers.texts import word_set

__all__ = ["Known", "One", "may_mean", "to_officers"]

One = tuple[str, str, str]  # name (empty for somebody without one), title or description, body

_ALIKE = (  # words for one function
    {"attorney", "lawyer", "solicitor", "barrister"},
    {"spokesman", "spokeswoman", "spokesperson"},
    {"congressman", "congresswoman", "representative", "lawmaker", "rep."},
    {"chairman", "chairwoman", "chair", "chairperson"},
    {"judge", "justice", "magistrate"},
)
_PROSECUTES = ("prosecutor", "barrister")
_SMALL = {"of", "the", "for", "and", "at", "in", "with", "to", "from", "on", "a", "an"}
_BELOW = re.compile(r"\s(?:of|for|at|in|with|to|from|on|by|who)\s")  # behind what somebody is
_TO_OFFICERS = re.compile(
    r"\s(?:to\s|with\s)?(?:them|(?:(?:the|local|border|federal|state|his|her|arresting|two|one\sof\sthe|those)\s){0,2}"
    r"(?:police|officers?|deputies|detectives?|investigators|troopers|agents?|constables|officials|guards))\b"
)
_TO_OTHER = re.compile(
    r"\s(?:to\s)?(?:him|her)\b(?!\s[a-z])"
    r"|\s(?:him|her)\s(?:the|that|an?|he|she|it|they|to|not|how|what|why|this|his|there)\b"
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_JOINED = re.compile(r"\s?[,;&]\s|\sand\s")
_WORD = re.compile(r"[^\W\d_][\w-]*\b(?![’']s)(?!-year)")
LONGEST_TURN = 5  # sentences of a paragraph after which a pronoun still means its speaker


@dataclass
class Known:
    """The people of an article as far as it has been read."""

    full: dict[str, list[One]] = field(default_factory=dict)  # last name -> name, title, body
    recent: One | None = None  # whom "he" or "she" means
    age: int = 0  # sentences since then
    block: int = -1  # start of the block in which that person was named or spoke
    alone: bool = False  # whether nobody else was spoken of since
    asking: One | None = None  # whose question it is in a call with the press
    hosting: int = -1  # start of the block in which the host of the call spoke last
    described: set[str] = field(default_factory=set)  # descriptions of those who spoke without a name
    spoke: set[str] = field(default_factory=set)  # names of those who have spoken
    pending: set[str] = field(default_factory=set)  # surnames of those whom only a later sentence may name
    led: dict[str, list[str]] = field(default_factory=dict)  # "he" or "she" -> whom it has meant, by name

    def add(self, name: str, title: str, organisation: str) -> One:
        """Remembers a person; what was known of them before is kept."""
        same = self.full.setdefault(bare_name(name), [])
        for place, (other, known_title, body) in enumerate(same):
            if other == name:
                same[place] = (name, known_title or title, body or organisation)
                return same[place]
        same.append((name, title, organisation))
        return same[-1]

    def means(self, one: One | None, block: int) -> None:
        """From here on "he" or "she" means a person, or nobody."""
        self.recent, self.age, self.block, self.alone = one, 0, block, True

    def is_near(self, block: int, *, named: bool = False) -> bool:
        """Whether that person has spoken in the last sentences, in the same paragraph not long ago, or with nobody else spoken
        of since.

        Args:
            block: Start of the paragraph.
            named: Whether somebody is named in the sentence before the pronoun.
        """
        turn = block == self.block or self.alone and not named
        return self.age <= 2 or self.age <= LONGEST_TURN and turn

    def is_other(self, word: str, name: str) -> bool:
        """Whether the other of "he" and "she" has meant somebody."""
        return bool(name) and any(name in names for other, names in self.led.items() if other != word)

    def only(self, word: str) -> list[One]:
        """The one person named in full so far whom "he" or "she" can mean, or whom alone it has meant, more than once."""
        every = (one for same in self.full.values() for one in same if " " in one[0])
        able = {one[0]: one for one in every if may_mean(word, one, "") and not self.is_other(word, one[0])}
        meant = self.led.get(word, [])
        names = set(able) if len(able) == 1 else set(meant) if len(meant) > 1 else set()
        return [able[name] for name in names & self.spoke if name in able and len(names) == 1]

    def of(self, name: str) -> One | None:
        """The one person whom a shorter name means; None if two share it."""
        fitting = [one for one in self.full.get(bare_name(name), ()) if one[0].endswith(name)]
        if not fitting and " " not in name:  # "Pineda" for Edgardo Pineda Lagos
            every = (one for same in self.full.values() for one in same)
            fitting = [one for one in every if name in one[0].split()[1:-1]]
        fitting = [one for one in fitting if " " in one[0]] or fitting  # "Pineda", then Edgardo Pineda
        return fitting[0] if len({one[0] for one in fitting}) == 1 else None

    def by_given_name(self, name: str, title: str) -> One | None:
        """The one person of a title whose given name is repeated: "Supt Jo" after Supt Jo Sample."""
        every = (one for same in self.full.values() for one in same)
        titled = title and title.split()[-1]
        fitting = [one for one in every if one[0].split()[0] == name and titled and titled in one[1].split()]
        return fitting[0] if len({one[0] for one in fitting}) == 1 else None

    def by_first_word(self, name: str) -> One | None:
        """The one person whose name begins with a family name, and has a given name of two parts behind it."""
        every = (one for same in self.full.values() for one in same)
        fitting = {one for one in every if (words := one[0].split())[0] == name and "-" in words[-1]}
        return fitting.pop() if len(fitting) == 1 else None

    def by_title(self, noun: str, title: str) -> One | None:
        """The one person who is what a description says: "the sheriff" after Sheriff Jo Sample, "the housing minister" after
        Minister Jo Sample; neither "the mayor of Hull" after Mayor Jo Sample of Leeds, nor "the mayor" after a deputy mayor."""
        every = {one[0]: one for same in self.full.values() for one in same if one[0]}
        alike = next((group for group in _ALIKE if noun in group), {noun})
        words = _words_of_title(title) - alike - statement_words("any_person")
        fitting = [one for one in every.values() if not alike.isdisjoint(_heads_of(one[1]))]
        fitting += [one for one in every.values() if noun in _PROSECUTES and one[2] == "prosecution"]
        alone = [one for one in dict.fromkeys(fitting) if _words_of_title(one[1]) == {noun}]
        fitting = [one for one in dict.fromkeys(fitting) if words <= _words_of_title(" ".join(one))]
        fitting = fitting or ([] if _CAPITAL.search(title) else alone)
        if len(fitting) != 1:
            return None
        below = _words_of_title(fitting[0][1]) & statement_words("below")
        return fitting[0] if below <= words else None

    def by_description(self, title: str) -> One | None:
        """The one person with a full name who is what a description says."""
        noun = _BELOW.split(title.lower(), maxsplit=1)[0].split()[-1:]
        one = self.by_title(noun[0], title) if noun else None
        return one if one and " " in one[0] else None

    def bodies(self, spoken_for: Mapping[str, str], agencies: Set[str]) -> dict[str, str]:
        """Last name -> the body of the only person so called, of those who have one.

        Args:
            spoken_for: Full name of a person -> the body for which they speak.
            agencies: The bodies of the article; what else stands beside a name tells nobody's.
        """
        single = {last: same[0] for last, same in self.full.items() if len(same) == 1}
        found = {last: spoken_for.get(name) or body for last, (name, _, body) in single.items()}
        return {last: body for last, body in found.items() if body in agencies or body in spoken_for.values()}


def _heads_of(title: str) -> set[str]:
    """What somebody is, in lower case, without what it is of: president and director in "President of the Bank and acting
    director"."""
    parts = (_BELOW.split(part, maxsplit=1)[0].split() for part in _JOINED.split(title.lower()))
    return {words[-1] for words in parts if words}


def may_mean(word: str, one: One, behind: str) -> bool:
    """Whether a pronoun can mean a person: "she" no spokesman; an officer does not speak to officers or to "them", it is
    whoever the officer spoke of; of "she told him" either may have been named.

    Args:
        word: "he" or "she".
        one: The person.
        behind: The words behind the verb of speech.
    """
    ranks = _heads_of(one[1]) | {one[0].lower().split(" ")[0]}  # "King Jo"
    if ranks & statement_words("man" if word == "she" else "woman"):
        return False
    words = {part.strip(".") for part in f"{one[1]} {one[2]}".lower().replace("-", " ").split()}
    if _TO_OTHER.match(behind) and ranks.isdisjoint(word_set("judges")):  # a judge tells the one sentenced
        return False
    return not to_officers(behind) or words.isdisjoint(statement_words("officer"))


def to_officers(behind: str) -> bool:
    """Whether the words behind a verb of speech are those for officers, to whom no officer speaks: "They told officers"."""
    return _TO_OFFICERS.match(behind) is not None


def _words_of_title(title: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(title)} - _SMALL
