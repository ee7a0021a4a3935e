"""What speaks for and against a body having a role in a sentence, each piece of evidence by its name.

Some of it weighs another amount for each role ("plain": the word that governs the body, the words beside it, what the rules
give it), some the same for all ("bearing": how the body stands to a word that may give this very role, and whether a rule
does). What each weighs stands in `helpers/data/agencies/role_weights.csv`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from helpers.agencies.agency_rows import AgencyRow
from helpers.clauses import token_starts
from helpers.names import mask
from helpers.texts import Sentence, action_nouns, members, verbs_of

__all__ = ["ROLES", "Body", "Given", "bodies_of"]

ROLES = (
    "arrest",
    "comment",
    "cooperate",
    "investigate",
    "lead",
    "prosecute",
    "receive",
    "remove",
    "report",
    "seize",
)
Given = tuple[str, str, bool]  # body, role, whether it is denied: what a rule finds

MOST_MENTIONS = 3  # of a body that are looked at
CLIMBED = 6  # steps from a mention to the word that governs it
BESIDE = 4  # words before and behind a list of bodies among which the one is that gives a role
STEPS = (2, 4, 8, 16)  # words: a step farther
_OWNERS = ("compound", "nmod", "poss", "amod")
_SERIES = ("conj", "appos")
_LINKING = ("ADV", "ADP", "SCONJ")
_JOINTS = frozenset([",", "and", "&", "-", "of", "from", "or"])
_BEFORE_BODIES = frozenset(["the", "its", "their", "both", "a", "an", "our", "'s", "local"])
_WORD = re.compile(r"[^\W\d_]+")


@dataclass
class Body:
    """A body in a sentence.

    Attributes:
        agency: Its canonical name.
        rows: Its mentions here; none where only a person speaks for it.
        given: Role that a rule gives it -> whether it is denied.
        plain: Evidence that weighs another amount for each role.
        bearing: Role -> evidence that weighs the same for all roles.
        triggers: Role -> number of the token that is likeliest to give it.
        governor: Number of the token that governs the body, for a role that no word of a list gives; -1 if there is none.
    """

    agency: str
    rows: list[AgencyRow] = field(default_factory=list)
    given: dict[str, bool] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)
    bearing: dict[str, list[str]] = field(default_factory=lambda: {role: [] for role in ROLES})
    triggers: dict[str, int] = field(default_factory=dict)
    governor: int = -1

    def bear(self, name: str, word: str, at: int) -> None:
        """Notes how the body stands to a word, for the roles that this may give."""
        for role in _roles_of().get(word, ()):
            self.bearing[role].append(name)
            self.plain.append(f"{name} {role}")
            self.triggers.setdefault(role, at)


def bodies_of(
    sentence: Sentence, doc: Doc | None, named: Sequence[AgencyRow], given: Sequence[Given]
) -> list[Body]:
    """The bodies of a sentence with the evidence of their roles.

    Args:
        sentence: The sentence.
        doc: Its parse, if it has one.
        named: The mentions in it.
        given: What the rules find in it.
    """
    bodies: dict[str, Body] = {}
    for row in named:
        bodies.setdefault(row.agency, Body(row.agency)).rows.append(row)
    for agency, role, denied in given:
        bodies.setdefault(agency, Body(agency)).given[role] = denied
    view = _View(sentence, doc) if doc is not None and bodies else None
    for body in bodies.values():
        for row in body.rows[:MOST_MENTIONS] if view else ():
            view.look(row.end - sentence.start, body)
    _name(bodies.values())
    _rules(bodies.values())
    return list(bodies.values())


@cache
def _roles_of() -> dict[str, tuple[str, ...]]:
    """Form of a word -> the roles that it may give."""
    found: dict[str, set[str]] = {}
    for form, verbs in verbs_of().items():
        found[form] = {role for verb in verbs for role in (verb.role, verb.body_role)}
    for form, role in action_nouns().items():
        found.setdefault(form, set()).add(role)
    return {form: tuple(sorted(roles.intersection(ROLES))) for form, roles in found.items()}


class _View:
    """A parsed sentence in plain lists: tokens in lower case, "@" for a body, with lemma, relation, head and part of speech."""

    def __init__(self, sentence: Sentence, doc: Doc):
        masked = mask(sentence)
        anchors = {start for start, *_ in masked.anchors}
        self.starts = token_starts(doc, masked.original)
        self.words = ["@" if token.idx in anchors else token.lower_ for token in doc]
        self.lemmas = ["@" if token.idx in anchors else token.lemma_.lower() for token in doc]
        self.deps = [token.dep_ for token in doc]
        self.heads = [token.head.i for token in doc]
        self.kinds = [token.pos_ for token in doc]
        roles = _roles_of()
        self.triggers = [(at, roles[word]) for at, word in enumerate(self.words) if word in roles]

    def look(self, end: int, body: Body) -> None:
        """Adds what the words around a mention say that ends at a place of the sentence."""
        at = max(0, bisect_left(self.starts, end) - 1)
        self._beside(at, body)
        self._governed(self._climbed(at), body)
        self._near(at, body)

    def _word(self, at: int) -> str:
        """The lemma of a word; a sign for a number, and for none."""
        word = self.lemmas[at] if 0 <= at < len(self.words) else "|"
        return "0" if word[:1].isdigit() else word

    def _beside(self, at: int, body: Body) -> None:
        """The words before and behind the list of bodies that a mention stands in."""
        first, last = self._listed(at)
        before, after = self._word(first - 1), self._word(last + 1)
        body.plain += [f"< {self._word(first - 2)} {before}", f"< {before}"]
        body.plain += [f"> {after} {self._word(last + 2)}", f"> {after}"]
        roles = _roles_of()
        ahead = range(first - 1, max(-1, first - 1 - BESIDE), -1)
        behind = range(last + 1, min(len(self.words), last + 1 + BESIDE))
        for side, places in (("<", ahead), (">", behind)):
            place = next((one for one in places if self.words[one] in roles), None)
            if place is not None:
                body.bear(f"{side} ~", self.words[place], place)
                body.plain.append(f"{side}~ {before}")

    def _listed(self, at: int) -> tuple[int, int]:
        """First and last token of the list of bodies around a mention: "officers of the @, the @ and @"."""
        first = last = at
        for place in range(at - 1, -1, -1):
            if self._is_body(place):
                first = place
            elif self.words[place] not in _JOINTS and self.words[place] not in _BEFORE_BODIES:
                break
        while first and self.words[first - 1] in _BEFORE_BODIES:
            first -= 1
        for place in range(at + 1, len(self.words)):
            if self._is_body(place):
                last = place
            elif self.words[place] not in _JOINTS and self.words[place] not in _BEFORE_BODIES:
                break
        return first, last

    def _is_body(self, at: int) -> bool:
        return self.words[at] == "@" or self.words[at] in members()

    def _climbed(self, at: int) -> int:
        """The head of the phrase and of the series that a mention belongs to."""
        for _ in range(CLIMBED):
            relation, head = self.deps[at], self.heads[at]
            series = relation in _SERIES and head not in (at, at + 1)
            people = relation in _OWNERS and (self.words[head] in members() or self.kinds[head] == "PROPN")
            if not series and not people:
                break
            at = head
        return at

    def _governed(self, at: int, body: Body) -> None:
        """How the phrase hangs on the word that governs it, by which preposition, and what that word is."""
        relation, head = self.deps[at], self.heads[at]
        if relation in ("pobj", "pcomp"):
            relation, at, head = self.words[head], head, self.heads[head]
            while (
                self.deps[at] in ("prep", "agent")
                and self.kinds[head] in _LINKING
                and self.heads[head] != head
            ):
                at, head = head, self.heads[head]
        body.governor = head if body.governor < 0 else body.governor
        body.plain += [relation, f"{relation} {self.lemmas[head]}"]
        body.bear(f"{relation} ~", self.words[head], head)

    def _near(self, at: int, body: Body) -> None:
        """The nearest word on each side that may give a role, and how many bodies stand between."""
        nearest: dict[tuple[str, bool], int] = {}
        for place, roles in self.triggers:
            for role in roles:
                known = nearest.get((role, place > at))
                if known is None or abs(place - at) < abs(known - at):
                    nearest[role, place > at] = place
        for (role, behind), place in nearest.items():
            side = "behind" if behind else "before"
            between = self.words[min(at, place) : max(at, place)].count("@")
            step = sum(abs(place - at) > most for most in STEPS)
            body.bearing[role] += [f"near {side} {step}", f"near {side} bodies {min(between, 2)}"]
            body.plain.append(f"near {side} {role}")
            body.triggers.setdefault(role, place)
        for role in ROLES:
            if role not in body.triggers:
                body.bearing[role].append("no word for it")


def _ways(body: Body) -> list[str]:
    """How a body is named here."""
    return sorted({row.linked_by for row in body.rows}) or ["absent"]


def _name(bodies: Sequence[Body]) -> None:
    """What the name of a body and the way in which it is named say."""
    for body in bodies:
        head = body.agency.partition(" of ")[0].rpartition(" ")[2].lower()
        last = (_WORD.findall(body.agency) or [""])[-1].lower()
        body.plain += ["every", f"head {head}", f"last {last}", *(f"linked {way}" for way in _ways(body))]


def _rules(bodies: Sequence[Body]) -> None:
    """What the rules say of each body and of those beside it."""
    taken = {role for body in bodies for role, denied in body.given.items() if not denied}
    for body in bodies:
        ways = _ways(body)
        body.plain += [f"rules {min(len(body.given), 2)}", f"of {min(len(bodies), 4)}"]
        body.plain += [f"rule {role}{' denied' if denied else ''}" for role, denied in body.given.items()]
        for role in ROLES:
            rule = "rule" if role in body.given else "no rule"
            found = [f"{rule} {way}" for way in ways]
            if role in body.given:
                found.append("rule denied" if body.given[role] else "rule")
            else:
                found.append(f"no rule, {'others' if role in taken else 'nobody'}")
                found.append(f"no rule, other {bool(body.given)}")
            body.bearing[role] += found
