"""Words that tie figures, by what they say: `helpers/data/checks/cues.csv`, one pattern a kind.

In: a stretch of text. Out: the first cue of a kind in it. A stretch is at most some hundred characters long, and no
pattern of the list repeats without a bound.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain, pairwise

from helpers.texts import word_list

__all__ = ["Opened", "cue_words", "find_cue", "has_cue"]

LONGEST = 600  # characters of a stretch that are looked at
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"\\.|\[[^]]*\]|[()|]")  # of a pattern, without those that stand for themselves
_SOME_LETTERS = re.compile(r"\[([A-Za-z]+)\](?![?*{])")
_AROUND = re.compile(r"\(\?<?[=!][^()]*\)")  # what must or must not stand beside it


def cue_words(kind: str) -> str:
    """The words of a kind as alternatives of a pattern.

    Raises:
        KeyError: if there are none.
    """
    words = [row["words"] for row in word_list("checks/cues") if row["kind"] == kind]
    if not words:
        raise KeyError(f"no cues of the kind {kind!r}")
    return "|".join(words)


@cache
def _pattern(kind: str) -> re.Pattern:
    """The words of a kind in small letters, for a text in small letters: half the time of a pattern that ignores case."""
    words = re.sub(
        r"\\.|[A-Z]", lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), cue_words(kind)
    )
    firsts = "".join(sorted({opening[:1] or "." for opening in _openings(words)}))
    ahead = "" if "." in firsts else f"(?=[{firsts}])"  # else every word is tried everywhere
    return re.compile(rf"(?<![\w-]){ahead}(?:{words})(?![\w-])")


@lru_cache(maxsize=8_192)  # the same words beside a figure are asked for in every pair that it is in
def _found(kind: str, text: str) -> str:
    found = _pattern(kind).search(text.lower())
    return text[found.start() : found.end()] if found else ""


def find_cue(kind: str, text: str) -> str:
    """The first cue of a kind in a stretch of text, as it stands there; empty if there is none."""
    return _found(kind, text[:LONGEST])


def has_cue(kind: str, *texts: str) -> bool:
    """Whether a cue of a kind stands in any of the stretches."""
    for text in texts:  # noqa: SIM110 (asked so often that a generator would tell)
        if _found(kind, text[:LONGEST]):
            return True
    return False


class Opened:
    """Which of many patterns may match in a text at all, by the letters with which they open."""

    def __init__(self, patterns: Iterable[str]):
        """Args: patterns: Each begins to match at the beginning of a word, whether letters are large or small."""
        self._opens = defaultdict(list)  # opening → the patterns that begin with it
        for place, words in enumerate(patterns):
            for opening in _openings(words):
                self._opens[opening].append(place)
        self._lengths = sorted({len(opening) for opening in self._opens})
        self._of_word = lru_cache(maxsize=20_000)(self._named_by)
        self._of_text = lru_cache(maxsize=500)(self._named_in)  # of a sentence many parts are asked for

    def _named_by(self, word: str) -> list[int]:
        if not word.isascii():
            return [*set(chain(*self._opens.values()))]
        openings = {word[:length].lower() for length in self._lengths}
        return [*{place for opening in openings for place in self._opens.get(opening, ())}]

    def _named_in(self, text: str) -> list[tuple[int, list[int]]]:
        """Where the words of a text begin that may open patterns, and which."""
        return [
            (word.start(), numbers) for word in _WORD.finditer(text) if (numbers := self._of_word(word[0]))
        ]

    def within(self, text: str, low: int, high: int) -> dict[int, list[int]]:
        """The numbers of the patterns that a part of a text may have, in their order, and where each may begin."""
        found = defaultdict(list)
        for start, numbers in self._of_text(text):
            for number in numbers if low <= start < high else ():
                found[number].append(start)
        return dict(sorted(found.items()))


def _openings(words: str) -> set[str]:
    """The letters with which what a pattern matches begins; empty ones where that is not plain."""
    ends, bars, depth = [], [], 0
    for mark in _MARKS.finditer(words):
        depth += (mark[0] == "(") - (mark[0] == ")")
        bars += [mark.start()] * (mark[0] == "|" and not depth)
        ends += [mark.start()] * (mark[0] == ")" and not depth)
    if bars:
        parts = [-1, *bars, len(words)]
        return set().union(*(_openings(words[a + 1 : b]) for a, b in pairwise(parts)))
    if plain := _AROUND.match(words):  # it takes no letters up
        return _openings(words[plain.end() :])
    if words.startswith("(?:"):
        rest = words[ends[0] + 1 :]
        if rest.startswith("{"):
            return {""}
        spared = _openings(rest[1:].lstrip("?")) if rest[:1] in ("?", "*") else set()
        return _openings(words[3 : ends[0]]) | spared
    letters = re.match(r"[A-Za-z]*", words)[0] or "|" * words.startswith(r"\|")
    rest = words[len(letters) :]
    if letters and (some := _SOME_LETTERS.match(rest)):  # "c[ao]me"
        return {f"{letters}{letter}".lower() for letter in some[1]}
    if letters and rest.startswith("(?:"):  # "t(?:ook|akes)"
        return {letters.lower() + more for more in _openings(rest)}
    return {letters[: -1 if rest[:1] in ("?", "*", "{") else None].lower()}
