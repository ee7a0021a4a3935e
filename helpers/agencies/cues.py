"""Words that bring in what somebody says, writes, thinks or orders: `speech_words.csv`, and who can do so: `statement_words.csv`.

>>> cue_of("announcing", "announce", "verb").kind
'speech'
"""

from dataclasses import dataclass
from functools import cache

from helpers.texts import verbs_of, word_list, word_set

__all__ = [
    "Cue",
    "cue_forms",
    "cue_nouns",
    "cue_of",
    "cue_words",
    "source_class",
    "statement_words",
    "takes_any_source",
]


@dataclass(frozen=True)
class Cue:
    """A cue with its frames.

    Attributes:
        word: The lemma.
        kind: speech, report, belief or decree.
        frames: How its content stands beside it: clause (that ...), to (infinitive), object, quote (a quotation),
            and prepositions.
    """

    word: str
    kind: str
    frames: frozenset[str]


@cache
def _cues() -> dict[tuple[str, str], Cue]:
    return {
        (row["word"], row["pos"]): Cue(row["word"], row["kind"], frozenset(row["frames"].split()))
        for row in word_list("texts/speech_words")
    }


def cue_of(form: str, lemma: str, pos: str) -> Cue | None:
    """The cue that a word is: by its lemma, or by a form that the list of verbs knows.

    Args:
        form: The word as written, in lower case.
        lemma: What the model takes for its lemma.
        pos: verb, noun or adjective.
    """
    found = _cues().get((lemma.lower(), pos))
    if found is None and pos == "verb" and form in cue_forms():
        return _cues()[cue_forms()[form], "verb"]
    return found


@cache
def cue_forms() -> dict[str, str]:
    """Form -> lemma of every verb in the list, regular forms and those of the lists of verbs."""
    forms = {}
    for word, pos in _cues():
        if pos == "verb":
            stem = word[:-1] if word.endswith("e") else word
            forms |= {word: word, f"{stem}ing": word, f"{stem}ed": word, f"{word}s": word}
            if word.endswith("l"):
                forms |= {f"{word}led": word, f"{word}ling": word}
            if word.endswith("y") and word[-2] not in "aeou":
                forms |= {f"{word[:-1]}ied": word, f"{word[:-1]}ies": word}
            if word.endswith(("sh", "ch", "s", "x")):
                forms[f"{word}es"] = word
    forms |= {
        form: verbs[0].lemma for form, verbs in verbs_of().items() if (verbs[0].lemma, "verb") in _cues()
    }
    return forms | {
        row["form"]: row["lemma"]
        for row in word_list("agencies/cue_forms")
        if (row["lemma"], "verb") in _cues()
    }


@cache
def cue_words() -> frozenset[str]:
    """Every lower-case form that can be a cue by itself, for a look at a sentence before it is parsed."""
    adjectives = {word for word, pos in _cues() if pos == "adjective"}
    return frozenset({*cue_forms(), *adjectives, "according"})


@cache
def cue_nouns() -> frozenset[str]:
    """The nouns among the cues, one and many; they bring something in only before "that", "to" and the like."""
    nouns = {word for word, pos in _cues() if pos == "noun"}
    return frozenset({*nouns, *(f"{noun}s" for noun in nouns)})


@cache
def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for name in ("person", "people", "body", "document"):
        for word in statement_words(name):
            classes.setdefault(word, "person" if name == "people" else name)
    classes |= dict.fromkeys(word_set("functions"), "person")
    for row in word_list("texts/person_words"):
        if row["place"] == "noun":
            classes.setdefault(row["word"], "person")
    return classes


def source_class(form: str, lemma: str) -> str:
    """person, body or document; empty for a noun that says nothing ("the operation")."""
    for word in (
        form.lower(),
        lemma.lower(),
        form.lower().removesuffix("s"),
        lemma.lower().removeprefix("co-"),
    ):
        if word in _classes():
            return _classes()[word]
    return "person" if lemma.lower().endswith(("ist", "woman", "person", "ologist")) else ""


@cache
def statement_words(name: str) -> frozenset[str]:
    """The words of a class of `statement_words.csv`; an underscore there stands for a space."""
    return frozenset(
        word.replace("_", " ")
        for row in word_list("agencies/statement_words")
        if row["class"] == name
        for word in row["words"].split()
    )


def takes_any_source(lemma: str) -> bool:
    """Whether a verb tells by itself that its subject speaks."""
    return lemma in statement_words("open")
