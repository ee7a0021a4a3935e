"""The form in which a sentence is parsed: every agency is one plain word, headlines are in lower case.

The model stumbles over "Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF)", over capitals, datelines
and labels; "Microsoft" and "authorities" it knows. `Masked.original` leads every offset back to the sentence
as written.

>>> from helpers.texts.corpus import Article
>>> from helpers.texts.sentence import sentences
>>> mask(sentences(Article(slug="x", text="The Drug Enforcement Administration (DEA) met local police."))[0]).text
'The Microsoft met authorities.'
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from helpers.names.found import Found
from helpers.names.labels import is_label
from helpers.names.letterheads import is_letterhead
from helpers.names.lists import words_of
from helpers.names.scanner import scan
from helpers.texts import (
    LONGEST_SENTENCE,
    Sentence,
    abbreviations,
    finite_forms,
    verbs_of,
    with_hard_hyphens,
    word_set,
)

__all__ = ["Masked", "candidates", "is_title_case", "mask"]

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Masked:
    """A sentence in the form in which it is parsed.

    Attributes:
        text: The masked sentence.
        anchors: For each masked agency: start and end in `text`, start and end in the sentence as written,
            and the candidate.
    """

    text: str
    anchors: tuple[tuple[int, int, int, int, Found], ...]

    def original(self, at: int) -> int:
        """Offset in the sentence as written of an offset in the masked one."""
        shift = 0
        for start, end, first, last, _ in self.anchors:
            if at < start:
                break
            if at < end:
                return first
            shift = last - end
        return at + shift


def is_title_case(sentence: Sentence) -> bool:
    """Whether nearly every word of a title or heading is capitalised, or the whole unit is in capitals."""
    may_be_mixed, words = sentence.block.kind in ("title", "heading"), []
    for found in _WORD.finditer(sentence.text, 0, 400):
        word = found[0]
        if len(word) > 1 and word.lower() not in word_set("small"):
            if not (may_be_mixed or word.isupper()):
                return False
            words.append(word)
    capital = sum(word[0].isupper() for word in words)
    if len(words) < 3 or all(map(str.isupper, words)):
        return len(words) > 2
    return capital >= 0.8 * len(words) and not is_letterhead(sentence.text)


_PATROL_AGENT = "Patrol Agent"  # a rank


@lru_cache(maxsize=4096)
def candidates(sentence: Sentence) -> tuple[Found, ...]:
    """What `scan` finds in a unit, and the short names that its article introduces."""
    text = sentence.text[:LONGEST_SENTENCE]
    dateline = _DATELINE.match(text)
    if dateline and dateline[0][-2] == "-":  # "CHICAGO - Customs officers": the name begins behind the dash
        text = f"{text[: dateline.end() - 2]}; {text[dateline.end() :]}"
    found = scan(text, is_title_case(sentence))
    found = tuple(one for one in found if not is_label(sentence.text, one))
    if not sentence.known:
        return found
    found = tuple(
        replace(one, kind="abbreviation")
        if one.kind == "pattern" and one.text in sentence.known and one.text.isupper()
        else one
        for one in found
    )
    taken = [(one.start, one.end) for one in found] + [one.bracket for one in found if one.bracket]
    short = [
        Found(word.start, word.end, word.text, "abbreviation")
        for word in words_of(sentence.text[:LONGEST_SENTENCE])
        if word.text in sentence.known
        and not sentence.text.startswith(_PATROL_AGENT, word.start)
        and not any(start < word.end and word.start < end for start, end in taken)
    ]
    for name in (name for name in sentence.known if " " in name):
        pattern = re.compile(r"\s{1,3}".join(re.escape(word) for word in name.split()))
        whole = (
            Found(*m.span(), m[0], "pattern") for m in pattern.finditer(sentence.text, 0, LONGEST_SENTENCE)
        )
        short += [
            one for one in whole if not any(start < one.end and one.start < end for start, end in taken)
        ]
    return tuple(sorted([*found, *short], key=lambda one: (one.start, one.end)))


_LABEL = re.compile(
    r"[^.:;?!]{1,80}:\s+(?=[A-Z]?[a-z]{2,20}ed\b|[A-Z]?(?:ran|led|oversaw|took|made|held|caught)\b)"
)


_DATELINE = re.compile(
    r"^\s{0,3}(?:[A-Z][A-Z.'’-]{1,20}[ ,/]{1,2}){1,4}[^—–“”\"]{0,40}(?:—|–|--|-)\s(?=\S)"
)  # "HOUSTON, March 10 — "
_TITLE_STOP = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(abbreviations('person'))))})(?=\s[A-Z])")
_AFTER_NAME = re.compile(r"\s?\([^()]{1,60}\)")
_BETWEEN = re.compile(
    r"(?:,? [A-Z][^;:.,\s]{1,30}){0,6}(?:,? \([^()]{1,40}\))?;(?: and| as well as)?(?: the)?(?: [A-Z][a-z]{2,20}| local){0,2}\s{1,3}"
)
_BEFORE_LIST = re.compile(
    r"\b(?:by|with|from|of|including|were|are|included?|includes)\s?(:)\s{1,3}(?:the )?$"
)
_TOWN = re.compile(r"\s{0,2}[Ii]n [A-ZÀ-Þ][^,.:;()“”\"]{1,40},\s")
_PLACE_LABEL = re.compile(r"\W{0,4}([^\W\d_][^.:;?!,()“”\"]{0,40}):(?=\W{0,3}\s)\W{0,3}(?=\w+ )")


@lru_cache(maxsize=4096)
def mask(sentence: Sentence) -> Masked:
    """The form of a unit that is parsed."""
    text = _prepared(sentence)
    label = _LABEL.match(text)
    parts, anchors, at = _with_plain_words(text, candidates(sentence), label)
    rest = text[at:]
    if is_title_case(sentence):
        masked = [*parts, rest]
        if len(parts) % 2 == 0:
            masked = [part if number % 2 else part.lower() for number, part in enumerate(masked)]
        if all(
            len(a) == len(b) for a, b in zip(masked, [*parts, rest], strict=True)
        ):  # lower-casing İ makes it longer
            return _with_plain_series(Masked("".join(masked), tuple(anchors)))
    if label and anchors and anchors[0][0] == 0 and anchors[0][3] == label.end() - 1:
        rest = rest[:2].lower() + rest[2:] if len(parts) == 1 else rest
        parts = [parts[0], parts[1][:2].lower() + parts[1][2:], *parts[2:]] if len(parts) > 1 else parts
    return _with_plain_series(Masked("".join([*parts, rest]), tuple(anchors)))


def _prepared(sentence: Sentence) -> str:
    """A unit without what stands before its clause (a place, a dateline), and titles without their full stop, each
    letter in its place."""
    text = sentence.text[:LONGEST_SENTENCE].replace("*", " ")
    text = with_hard_hyphens(text)
    place = _PLACE_LABEL.match(text)
    if (
        place
        and not any(
            found.start < place.end(1) and found.kind not in ("nation", "adjective")
            for found in candidates(sentence)
        )
        and not ({word.lower() for word in place[1].split()} & verbs_of().keys())
    ):
        town = _TOWN.match(text, place.end())
        end = town.end() if town else place.end()
        text = (
            " " * end + text[end:]
        )  # "Ciudad Juárez: the National Guard arrested": the place is no part of the clause
    text = _DATELINE.sub(lambda match: " " * len(match[0]), text, count=1)
    return _TITLE_STOP.sub(lambda match: match[0][:-1] + " ", text)


def _with_plain_series(masked: Masked) -> Masked:
    """A form in which commas part the names of a list, and nothing parts it from its verb: "supported by: the FBI; the
    DEA; and Kent Police" is one phrase."""
    text = masked.text
    if ";" not in text and ":" not in text:
        return masked
    last = 0
    for start, end, *_ in masked.anchors:
        between = text[last:start]
        if last and _BETWEEN.fullmatch(between) and not _acts(text, end):
            text = text[:last] + between.replace(";", ",") + text[start:]
        elif colon := _BEFORE_LIST.search(between):
            at = last + colon.start(1)
            text = f"{text[:at]} {text[at + 1 :]}"
        last = end
    return Masked(text, masked.anchors)


def _acts(text: str, at: int) -> bool:
    """Whether a verb stands behind a name that ends at a place: a clause of its own begins with it."""
    match = _NEXT_WORDS.match(text, at)
    word = match[1].lower() if match else ""
    return word in finite_forms() or word in word_set("auxiliaries") or word.endswith("ly")


def _with_plain_words(
    text: str, names: Sequence[Found], label: re.Match | None
) -> tuple[list[str], list[tuple[int, int, int, int, Found]], int]:
    """A text up to its last name, in turns what is written and the plain word for a name; the anchors of the names;
    and where the rest begins."""
    anchors, parts, at, length = [], [], 0, 0
    for found in names:
        if found.start < at or not _is_masked(text, found):
            continue
        word = "authorities" if found.kind == "description" else "Microsoft"
        if label and found.end <= label.end():
            # "Role of ERO: Managed arrest" is parsed as "ERO managed arrest"
            if "," in label[0] or any(found.end < other.start < label.end() for other in names):
                continue
            at = label.end() - 1
            anchors.append((0, len(word), found.start, at, found))
            parts, length = [word], len(word)
            continue
        first, end = _owner_start(at, found, names), _end_of(text, found, names)
        parts += [text[at:first], word]
        length += first - at
        anchors.append((length, length + len(word), first, end, found))
        length, at = length + len(word), end
    return parts, anchors, at


def _is_masked(text: str, found: Found) -> bool:
    """Whether a name is replaced: a country only where it acts."""
    if found.kind == "nation":
        return _before_verb(text, found.start, found.end)
    return found.kind not in ("adjective", "official")


def _end_of(text: str, found: Found, names: Sequence[Found]) -> int:
    """End of a name with the brackets behind it and what explains it between commas."""
    end = found.end
    bracket = _AFTER_NAME.match(text, found.end)
    if bracket and (
        found.bracket
        or not any(
            found.end < other.start < bracket.end() and other.kind in ("name", "description", "pattern")
            for other in names
        )
    ):
        end = bracket.end()
    return _apposition(text, end, names) or end


def _owner_start(at: int, found: Found, others: Sequence[Found]) -> int:
    """Start of a name with the country it belongs to: "Mexico's Secretariat of the Navy" is one word."""
    owners = (
        one.start for one in others if one.kind == "nation" and one.end + 3 == found.start and one.start >= at
    )
    return next(owners, found.start) if found.kind in ("name", "pattern", "abbreviation") else found.start


_BEFORE_APPOSITION = re.compile(r", (?:the |a |an |[A-Z][a-z]{1,20}['’]s )?")


def _apposition(text: str, end: int, found: Sequence[Found]) -> int:
    """End of what only explains a body between two commas: "the PDI, Chile's investigative police,"; 0 if
    nothing does."""
    match = _BEFORE_APPOSITION.match(text, end)
    starts = (end + 2, match.end()) if match else ()
    explains = next((one for one in found if one.start in starts and one.kind == "description"), None)
    return explains.end + 1 if explains and text[explains.end : explains.end + 1] == "," else 0


_SERIES = re.compile(
    r"\sand (?:the )?[A-Z]\S{1,30}(?: [A-Z]\S{1,30})? (?:have|has|will|should|must|exchange|share|agree|cooperate|work)\b"
)
_NEXT_WORDS = re.compile(r"(?:(?<=s)['’])?\s([A-Za-z]+)(?:\s([A-Za-z]+))?")


def _before_verb(text: str, start: int, at: int) -> bool:
    """Whether a verb of the lexicon follows, maybe after an adverb: the country before it acts."""
    if text[max(0, start - 1) : start] in ("-", "–", "‑"):  # "US–Mexico raids"
        return False
    match = _NEXT_WORDS.match(text, at)
    if _SERIES.match(text, at):
        return True
    series = re.search(
        r"\b[A-Z]\S{1,30} and (?:the )?$", text[max(0, start - 50) : start]
    )  # "that Albania and Italy exchange"
    words = [word.lower() for word in match.groups() if word] if match else []
    return bool(words) and (
        words[0] in finite_forms()
        or series is not None
        and words[0] in verbs_of()
        or words[0] in ("has", "have", "had", "will", "should", "must")
        or words[0].endswith("ly")
        and words[-1] in finite_forms()
    )
