"""Names of people in a sentence: capitalised words that are no title, body, place or first word of a sentence."""

import re
from collections.abc import Iterator
from functools import cache

from helpers.agencies.agency_rows import NAMED, AgencyRow
from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.titles import title_words
from helpers.names import by_name, candidates, head_words
from helpers.texts import LONGEST_SENTENCE, Sentence, finite_forms, speech_words, word_set

__all__ = ["Person", "bare_name", "full_name", "is_somebody", "people_in"]

Person = tuple[str, int, int]  # name, start and end in the sentence
Word = tuple[str, int, int]  # word, start and end in the sentence

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŽČĆŠĐİŞĞ"
_LOWER = "a-zà-öø-ÿœšžčćđğıłńśźżőűřěňťďşģķļņāēīūąęėįųăơưĩũ\u1e01-\u1eff"
_PARTICLE = r"(?:de la|de los|do|del|de|da|dos|van der|van den|van de|van|von der|von dem|von|bin|al|el|la|ibn|ter|le|di|y|e|Ó|af|av|zu|ten|ben|bint|binti|binte|wa|ould)"
_ARABIC = "(?:al|el|as|ash|ad|an|ar|at|az|ul)"  # Jo al-Sample
_PART = (
    rf"(?:[A-Z]\.(?:-?[A-Z]\.){{0,4}}|(?!(?:Jr|Sr)\b)(?:[A-Z]['’]|Mc|Mac|Al-|El-|De|Di|La|Le|Van)?[{_UPPER}][{_LOWER}]{{1,30}}"
    rf"(?:[-‑](?:[A-Z]['’])?[{_UPPER}]?[{_LOWER}]{{1,30}}|['’][{_UPPER}]?[{_LOWER}]{{2,30}}){{0,3}})"
)
_NICKNAME = rf"(?:[“\"‘'][{_UPPER}][\w .'’-]{{1,25}}[”\"’']|\([{_UPPER}][{_LOWER}][\w .'’-]{{1,24}}\))"
_NAME = re.compile(
    rf"(?<![\w.]){_PART}(?: {_PARTICLE}(?= [{_UPPER}])| (?:d['’]|St\. )?{_PART}| {_ARABIC}-{_PART}| [A-Z](?: [A-Z])?(?= [{_UPPER}][{_LOWER}])| {_NICKNAME}(?= (?:{_PARTICLE} )?[{_UPPER}][{_LOWER}])){{0,9}}"
    r"(?:['’]s\b)?(?![a-zA-Z])(?: (?:Jr|Sr)\.| I{2,3}\b)?"
)


_CAPITALS = re.compile(
    rf"([{_UPPER}][\w.-]{{1,20}}) ([{_UPPER}]{{2,20}}(?: [A-Z]\.)?(?: [{_UPPER}][{_UPPER}’'-]{{2,20}}){{1,2}})(?!\w)"
)
_OF_OFFICE = re.compile(r"[A-Z][\w.]{1,20} of (?:the )?$")
_TITLE_OF = re.compile(r"\b([A-Z][\w-]+)\sof\s(?:the\s)?([A-Z][\w-]+\s(?:and|&)\s)?$")
_FIELD = re.compile(r"(?:ity|ions?|ments?|ings?|liance|igence|ics|airs|ices|ology|cy)$")
_CAPITAL = re.compile(rf"[{_UPPER}][{_LOWER}]")
_CALLED = re.compile(
    r", (?:an?|the|its) ((?:[\w’'-]{1,20} ){0,4}?[\w-]{1,20})(?= (?:of|for|at|in|with|who)\b|,)"
)
_OF_BODY = re.compile(r"(?<!of )\b(?:[Tt]he|[Aa]n?) (?:[a-z-]{3,15} ){0,2}([a-z]{3,15}) $")
_OWNER_AHEAD = re.compile(r"^[^\s’']{2,30}['’]s? ")
_NEXT = re.compile(r" ([a-z]{3,15})\b")
REACH = 60  # letters before a name in which its title is looked for
_POINT_AND_NAME = re.compile(rf"\. (?:\([^()]{{2,12}}\) )?[{_UPPER}]")
_AGE = re.compile(r", \d{1,2},")
_THING_BEHIND = re.compile(
    r",? which\b|, (?:an?|the|its) (?:[\w’'-]{1,20} ){0,4}?([\w-]{3,20})(?=,| (?:of|for|in|at|that|which|based)\b)"
)


def people_in(sentence: Sentence, rows: list[AgencyRow]) -> list[Person]:
    """Capitalised names that can be people's, with titles cut off the front.

    Args:
        sentence: A sentence.
        rows: The agencies it names.
    """
    taken = [
        (row.start - sentence.start, row.end - sentence.start)
        for row in rows
        if row.linked_by in (*NAMED, "official")
    ]
    taken += [
        (found.start, found.end) for found in candidates(sentence) if found.kind in ("nation", "adjective")
    ]
    titles = [
        (row.start - sentence.start, row.end - sentence.start) for row in rows if row.linked_by == "official"
    ]
    found = (
        _person(sentence, match, taken, titles)
        for match in _NAME.finditer(sentence.text, 0, LONGEST_SENTENCE)
    )
    people = [person for person in found if person and not _is_bracketed(sentence, person)]
    people = sorted([*people, *_in_capitals(sentence, taken)], key=lambda one: one[1])
    starts = {start for _, start, _ in people}
    return [one for one in people if not _belongs_to_title(sentence, one, starts)]


def _in_capitals(sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Person]:
    """Names written in capitals behind a title that is not, as they would be written in small letters: "Sheriff JO SAMPLE"."""
    for match in _CAPITALS.finditer(sentence.text, 0, LONGEST_SENTENCE):
        first, last = match.span(2)
        titled = match[1] in title_words() and not match[1].isupper()
        if titled and not any(start < last and first < end for start, end in taken):
            yield match[2].title(), first, last


def _is_bracketed(sentence: Sentence, person: Person) -> bool:
    """Whether words fill a pair of brackets, and only tell what somebody is for: "the Commander (Sea Rescue), Jo Sample"."""
    return sentence.text[person[1] - 1 : person[1]] == "(" and sentence.text[person[2] : person[2] + 1] == ")"


def _belongs_to_title(sentence: Sentence, person: Person, starts: set[int]) -> bool:
    """Whether a word is part of the title before the next name: "Labour MP Jo Sample"."""
    title = re.compile(r" ([A-Z]{2,4}) ").match(sentence.text, person[2])
    return bool(title) and " " not in person[0] and title[1] in title_words() and title.end() in starts


def is_somebody(sentence: Sentence, row: AgencyRow) -> bool:
    """Whether a name that no list of bodies has is a person's: by a title inside it, or by what stands behind it."""
    words = _OWNER_AHEAD.sub("", row.mention).split()
    owned = len(words) < len(row.mention.split()) and all(map(_CAPITAL.match, words))
    if row.agency in by_name() or not 1 < len(words) < 6 or not head_words().isdisjoint(words):
        return False
    at = next((n for n, word in enumerate(words) if word in title_words()), len(words))
    called = _CALLED.match(sentence.text, row.end - sentence.start)
    noun = called[1].split()[-1] if called else ""
    apposed = noun in word_set("functions") or source_class(noun, noun) == "person" and len(words) == 2
    apposed = apposed and noun not in statement_words("firm") and all(map(_CAPITAL.match, words))
    named = at < len(words) - 2 and all(map(_CAPITAL.match, words[at + 1 :]))
    speaks = owned and _NEXT.match(sentence.text, row.end - sentence.start)  # "Oxfam's Jo Sample said"
    said = bool(speaks) and speaks[1].lower() in speech_words()
    return row.linked_by == "name" and (named or bool(apposed) or said)


def _person(
    sentence: Sentence, match: re.Match, taken: list[tuple[int, int]], titles: list[tuple[int, int]]
) -> Person | None:
    words = [
        (m[0], match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"\S+", match[0])
    ]
    if len(words) == 1 and _is_short_title(sentence, *words[0]):
        return None
    words = words[_behind_state(sentence, words) :]
    behind = [
        word for word in words if any(last <= word[1] for first, last in titles if first >= words[0][1])
    ]
    words = behind or words  # "Florida Attorney General Pam Sample": the name stands behind the title

    def in_body(word: Word) -> bool:
        return any(start <= word[1] < end for start, end in taken)

    if words[0][1] == 0 and _verb_first(sentence, [word for word, _, _ in words]):
        words.pop(0)
    if len(words) > 2 and words[0][1] == 0 and (words[0][0] == "To" or _is_trade(words[0][0].lower())):
        words.pop(0)  # "Producer Jo Sample said", "To Jo Sample, she is"
    while words and (_no_name(words[0][0]) or in_body(words[0]) or words[0][0][0] in "(“\"‘'"):
        words.pop(0)  # "Commissioner of Police (Crime) Jo Sample"
    words = _cut(words[: next((i for i, word in enumerate(words) if in_body(word)), len(words))])
    words = words[_behind_title([word for word, _, _ in words]) :]
    words = words[_behind_field(sentence, words) :]
    if not words or all(word[0] in head_words() for word in words):  # "the Customs Department"
        return None
    after = sentence.text[words[-1][2] : words[-1][2] + 12].split()
    if after and after[0].strip(".,") in word_set("company_letters"):  # "the mill's owner, Sample AB"
        return None
    if _is_thing(sentence, words, titled=bool(behind)) or re.fullmatch(rf"{_PARTICLE}", words[0][0]):
        return None
    if words[-1][0].endswith(("'s", "’s")):
        words[-1] = (words[-1][0][:-2], words[-1][1], words[-1][2] - 2)
    return sentence.text[words[0][1] : words[-1][2]], words[0][1], words[-1][2]


def _is_short_title(sentence: Sentence, word: str, _: int, end: int) -> bool:
    """Whether a word is a short title with its point before a name: "Cmdr" in "Lt. Cmdr. Jo Sample"."""
    return f"{word}." in title_words() and _POINT_AND_NAME.match(sentence.text, end) is not None


def _behind_state(sentence: Sentence, words: list[Word]) -> int:
    """Number of the words of a state that ends a title before a whole name: 2 in "U.S. Attorney for the District of New
    Mexico Jo Sample"; 0 without one."""
    if not _OF_OFFICE.search(sentence.text[max(0, words[0][1] - 40) : words[0][1]]):
        return 0
    fronts = ((size, " ".join(word for word, _, _ in words[:size])) for size in (2, 1))
    states = word_set("us_states") | word_set("territories")
    found = next((size for size, front in fronts if front in states), 0)
    return found if len(words) - found > 1 else 0


def _cut(words: list[Word]) -> list[Word]:
    """A stretch of capitalised words up to a verb of speech, without titles at its end."""
    verbs = (i for i, word in enumerate(words) if i and word[0].lower() in finite_forms() & speech_words())
    words = words[: next(verbs, len(words))]
    if len(words) > 1 and words[-1][0] in title_words() & head_words():
        return []  # "the FBI's San Antonio Field Office"
    titled = False
    while words and (words[-1][0] in title_words() | word_set("not_persons")):
        if words[-1][0] in word_set("title_surnames") and len(words) > 1:
            break
        titled = words.pop()[0] in title_words()
    return [] if titled and len(words) == 1 else words  # "Additional Commissioner of Police"


def _is_thing(sentence: Sentence, words: list[Word], *, titled: bool) -> bool:
    """Whether capitalised words are the name of a place, a newspaper, a plan or a party: by their last word, or by an
    article with no title behind it ("the Mitchell Plan", but not "the Reverend Jo Sample").

    Args:
        sentence: Where they stand.
        words: The words, without titles.
        titled: Whether a title of a body's head stands before them.
    """
    before = sentence.text[: words[0][1]].split()
    title = before[-1:] and _no_name(before[-1]) and len(words) > 1  # "Superintendent Ann Parish"
    person = title or titled or _AGE.match(sentence.text, words[-1][2])  # "Hye-jin Park, 41," is no park
    behind = _THING_BEHIND.match(sentence.text, words[-1][2])
    if behind and not person and (not behind[1] or source_class(behind[1], behind[1]) == "body"):
        return True  # "Westdale, which counts caravans,", "Open Sea, an aid group,"
    if len(words) > 1 and not person and words[-1][0] in _last_words_of_things():
        return True
    if len(words) > 1 and not titled and words[0][0] in word_set("thing_fronts"):
        return True  # "Hurricane Maria"
    front = next((n for n, word in enumerate(reversed(before)) if word not in word_set("title_parts")), 0)
    article = before[-front - 1] if before else ""
    body = _OF_BODY.search(sentence.text[: words[0][1]])
    if body and len(words) > 1 and source_class(body[1], body[1]) == "body":
        return True  # "the aid group Open Sea"
    return not titled and article in ("the", "The", "a", "A", "an", "An")


@cache
def _last_words_of_things() -> frozenset[str]:
    return word_set("place_heads") | word_set("thing_heads") | word_set("firm_heads") | word_set("unit_heads")


def _is_trade(word: str) -> bool:
    """Whether a word says what somebody is, and is no given name."""
    return source_class(word, word) == "person" and word not in statement_words("given")


def _no_name(word: str) -> bool:
    word = word.removesuffix("'s").removesuffix("’s")  # "Monday's"
    return (
        word in title_words()
        or "-in-" in word  # "Agent-in-Charge"
        or word in word_set("not_persons")
        or word.lower() in statement_words("how_many")
        or word.rstrip(".") in word_set("not_persons")
    )


def _verb_first(sentence: Sentence, words: list[str]) -> bool:
    """Whether a sentence begins with its verb of speech: "Said Mayor Ruiz:", but not "Said Karimi, a baker,"."""
    if words[0].lower() not in speech_words() or len(words) < 2:
        return False
    return words[1] in title_words() or len(words) > 2


def _behind_title(words: list[str]) -> int:
    """Number of words up to a title inside a stretch of capitalised words, or up to the last word of a place or body with a
    whole name behind it: 3 in "Knox County Sheriff Jo Sample" and in "Logan International Airport Jo Sample"; 0 without
    one."""
    heads = head_words() | word_set("place_heads")
    title = max(
        (place + 1 for place, word in enumerate(words[:-1]) if place and word in title_words()), default=0
    )
    head = max((place + 1 for place, word in enumerate(words[:-2]) if place and word in heads), default=0)
    return max(title, head)


def _behind_field(sentence: Sentence, words: list[Word]) -> int:
    """Number of words of a field that ends a title before a whole name: 1 in "Head of Investigation Jo Sample"."""
    before = _TITLE_OF.search(sentence.text, 0, words[0][1]) if len(words) > 2 else None
    if not before or before[1] not in title_words() or before[2] and not _FIELD.search(words[0][0]):
        return 0
    return next((at for at in range(1, len(words) - 2) if not _FIELD.search(words[at][0])), len(words) - 2)


def full_name(text: str, last: str) -> tuple[str, str] | None:
    """The longer name, and the title, that stands in a text for a name in one word: "live to Jo Sample" for "Sample"."""
    if f" {last}" not in text:
        return None
    before = re.search(rf"((?:{_PART} ){{1,3}}){re.escape(last)}\b", text)
    words = before[1].split() if before else []
    title = [word for word in words if _no_name(word)]
    if not words or len(title) == len(words) > 1:
        return None
    return " ".join([*(word for word in words if word not in title), last]), " ".join(title)


def bare_name(name: str) -> str:
    """The last name: the last part, with "Jr." left out."""
    words = [word for word in name.split() if word not in ("Jr.", "Sr.", "II", "III")]
    return words[-1] if words else name
