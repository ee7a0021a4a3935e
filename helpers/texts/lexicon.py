"""The words for actions: verbs with all their forms, nouns, classes of objects, cues of mode, and small sets
of words.

Everything is read from `role_verbs.csv`, `role_frames.csv`, `role_phrases.csv`, `role_nouns.csv`, `event_nouns.csv`, `speech_words.csv`, `object_classes.csv`,
`mode_cues.csv`, `abbreviations.csv` and the `word_sets.csv` of all rooms.

>>> [(verb.lemma, verb.role) for verb in verbs_of()["apprehended"]]
[('apprehend', 'arrest')]
"""

import re
from dataclasses import dataclass
from functools import cache

from helpers.texts.inflection import plural, verb_forms
from helpers.texts.lists import DATA, word_list
from helpers.texts.nouns import person_nouns

__all__ = [
    "HARD_HYPHEN",
    "MODES",
    "Verb",
    "abbreviations",
    "action_nouns",
    "action_words",
    "cues",
    "frames_of",
    "finite_forms",
    "governor_forms",
    "members",
    "noun_needs",
    "objects_of",
    "partner_nouns",
    "speech_words",
    "standing_phrases",
    "verbs_of",
    "with_hard_hyphens",
    "word_set",
]

_X_RAYED = re.compile(r"(?i)\bx-ray(ed|ing)\b")
HARD_HYPHEN = "‑"  # stands for the hyphen of "co-ordinated" in a parse, which keeps it one word with this
MODES = (
    "reported",
    "planned",
    "recommended",
)  # of an action; the grammar that tells them is `helpers.clauses.modes`
SPOKEN = ("speech", "report")  # kinds of statements; a belief or a decree is none that somebody makes


@cache
def word_set(name: str) -> frozenset[str]:
    """A set of words by its name; an underscore in its list stands for a space. It is in the `word_sets.csv` of the room that
    asks for it; sets of several rooms are in that of `texts`.

    Raises:
        KeyError: if there is no such set.
    """
    return _word_sets()[name]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    sets: dict[str, frozenset[str]] = {}
    for path in sorted(DATA.glob("*/word_sets.csv")):
        for row in word_list(f"{path.parent.name}/word_sets"):
            if row["set"] in sets:
                raise ValueError(f"the set {row['set']} stands twice, the second time in {path}")
            sets[row["set"]] = frozenset(word.replace("_", " ") for word in row["words"].split())
    return sets


@cache
def members() -> frozenset[str]:
    """The words that stand for the body they belong to: its people, its parts and what it does."""
    return word_set("people") | word_set("parts_and_doings")


@cache
def abbreviations(*kinds: str) -> frozenset[str]:
    """The abbreviations of some kinds as they are written, with their full stop: "person" is what a person is called
    before a name, after "title" something else always follows."""
    return frozenset(row["abbreviation"] for row in word_list("texts/abbreviations") if row["kind"] in kinds)


@dataclass(frozen=True)
class Verb:
    """A verb of the lists: its lemma, the role that its subject has, what it needs beside it, and whether
    it is speech."""

    lemma: str
    role: str
    needs: str = ""
    particle: str = ""
    speech: bool = False
    body_role: str = (
        ""  # of a verb of speech whose subject is the body itself; empty where only people say so
    )


def _with_hard_hyphens(words: dict) -> dict:
    """Adds the words with a hyphen in the form in which they are parsed."""
    return words | {word.replace("-", HARD_HYPHEN): what for word, what in words.items() if "-" in word}


def with_hard_hyphens(text: str) -> str:
    """A text in which words for actions such as "co-ordinated" have a hyphen at which the parser does not part them.

    The parser takes "x-rayed" for a name either way; it reads "scanned", which is as long.
    """
    if "-" not in text:
        return text
    text = _X_RAYED.sub(r"scann\1", text)
    return _hyphenated().sub(lambda match: match[0].replace("-", HARD_HYPHEN), text)


@cache
def _hyphenated() -> re.Pattern:
    words = {word for word in (*verbs_of(), *action_nouns()) if word.find("-") > 1}
    return re.compile(rf"(?i)\b(?:{'|'.join(sorted(map(re.escape, words)))})\b(?!-)")


@cache
def verbs_of() -> dict[str, tuple[Verb, ...]]:
    """Form -> the verbs it can be."""
    verbs: dict[str, list[Verb]] = {}
    for row in word_list("texts/role_verbs"):
        for form in verb_forms(row["lemma"], row["forms"]):
            verbs.setdefault(form, []).append(Verb(row["lemma"], row["role"], row["needs"], row["with"]))
    for row in word_list("texts/speech_words"):
        for form in verb_forms(row["word"], row["forms"]) if row["person"] else ():
            verbs.setdefault(form, []).append(
                Verb(row["word"], row["person"], row["needs"], speech=True, body_role=row["body"])
            )
    return _with_hard_hyphens({form: tuple(found) for form, found in verbs.items()})


@cache
def frames_of() -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """Lemma of a verb -> preposition, what its object needs, role of the body behind the preposition, and its mode
    where that is not the verb's: "handed over to the prosecutor's office" (receive), "the tip came from Europol"
    (cooperate), "referred to the FBI for investigation" (investigate, planned)."""
    frames: dict[str, list[tuple[str, str, str, str]]] = {}
    for row in word_list("texts/role_frames"):
        frames.setdefault(row["verb"], []).append(
            (row["preposition"], row["needs"], row["role"], row["mode"])
        )
    return {verb: tuple(found) for verb, found in frames.items()}


@cache
def standing_phrases() -> dict[tuple[str, str], str]:
    """Preposition and noun behind "be" -> the role of the subject: "is in charge of the inquiry" (lead)."""
    return {(row["preposition"], row["noun"]): row["role"] for row in word_list("texts/role_phrases")}


@cache
def frame_forms() -> frozenset[str]:
    """Every form of the verbs with a frame."""
    return frozenset(
        form for row in word_list("texts/role_frames") for form in verb_forms(row["verb"], row["forms"])
    )


@cache
def finite_forms() -> frozenset[str]:
    """Forms that only a finite verb or a participle has: "arrests", "led", but neither "record" nor
    "holding"."""
    return frozenset(
        form
        for form, verbs in verbs_of().items()
        if not form.endswith("ing") and form not in {verb.lemma for verb in verbs}
    )


@cache
def action_nouns() -> dict[str, str]:
    """Noun of action, singular and plural → its role."""
    nouns = {}
    for row in (*word_list("texts/role_nouns"), *word_list("texts/event_nouns")):
        if row["role"]:
            nouns |= dict.fromkeys((row["noun"], plural(row["noun"])), row["role"])
    return _with_hard_hyphens(nouns)


@cache
def partner_nouns() -> frozenset[str]:
    """The nouns of action that need a partner beside them ("with the DEA")."""
    return frozenset(row["noun"] for row in word_list("texts/role_nouns") if row["needs"] == "partners")


@cache
def noun_needs() -> dict[str, str]:
    """Noun of action, singular and plural -> what must be acted on: "the handover of two men to Peru"."""
    needs = {}
    for row in (*word_list("texts/role_nouns"), *word_list("texts/event_nouns")):
        if row["needs"] not in ("", "partners"):
            needs |= dict.fromkeys((row["noun"], plural(row["noun"])), row["needs"])
    return _with_hard_hyphens(needs)


@cache
def objects_of(name: str) -> frozenset[str]:
    """The words of a class of `object_classes.csv`; with "people" also every noun of `person_words.csv`."""
    words = next(
        frozenset(row["words"].split()) for row in word_list("texts/object_classes") if row["class"] == name
    )
    return words | person_nouns() if name == "people" else words


@cache
def cues(kind: str) -> dict[str, str]:
    """Cue → mode, for the cues of a kind of `mode_cues.csv`: auxiliary, or governor of another verb."""
    return {row["cue"]: row["mode"] for row in word_list("texts/mode_cues") if row["kind"] == kind}


@cache
def governor_forms() -> dict[str, str]:
    """Form of a word that governs another verb -> its cue: "hopes" -> "hope"."""
    forms = {
        form: cue
        for cue in cues("governor")
        for form in verb_forms(cue, "")
        if cue.isalpha() and len(cue) > 1
    }
    return (
        forms
        | {row["form"]: row["cue"] for row in word_list("texts/governor_forms")}
        | {cue: cue for cue in cues("governor")}
    )


@cache
def action_words() -> frozenset[str]:
    """Every lower-case form that can be an action, for a look at a sentence before it is parsed."""
    words = word_set("other_action_words") | word_set("custody") | word_set("own_counts")
    words |= word_set("thanking") | word_set("praising") | word_set("tips")
    return frozenset(verbs_of()) | frame_forms() | frozenset(action_nouns()) | words


@cache
def speech_words() -> frozenset[str]:
    """Every form of a verb of speech."""
    return frozenset(form for form, verbs in verbs_of().items() if any(verb.speech for verb in verbs))
