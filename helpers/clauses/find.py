"""Finds actions in a parsed sentence, with their doers, mode and object, whoever the doers are.

Words are looked up in `helpers.texts.lexicon`; who does them is read by `helpers.clauses.doers`. What this
module does not do: say which body a doer is (`helpers.agencies.mentions`) or whether it counts
(`helpers.agencies.roles`).
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from helpers.clauses.nouns import Action
from helpers.clauses.told import Told
from helpers.texts import (
    Sentence,
    Verb,
    action_nouns,
    finite_forms,
    frames_of,
    governor_forms,
    members,
    verbs_of,
    word_set,
)

__all__ = ["Action", "find_actions", "main_doers"]

_BEFORE_NOUN = ("ADJ", "PROPN", "DET", "NOUN")
_NOMINAL = ("NUM", "DET", "ADJ", "PROPN", "PRON", "NOUN", "VERB")


def find_actions(sentence: Sentence, doc: Doc) -> tuple[Action, ...]:
    """Actions of a sentence, in no particular order; a doer can be anything.

    Args:
        sentence: The sentence as written.
        doc: The parse of its masked form; the actions are kept with it.
    """
    if "actions" not in doc.user_data:
        doc.user_data["actions"] = tuple(
            action for action in _Reading(sentence, doc).actions() if action.mode != "possible"
        )
    return doc.user_data["actions"]


def main_doers(sentence: Sentence, doc: Doc) -> tuple[tuple[int, int], ...]:
    """Offsets in the sentence of those who do what its main verb says, whatever that is.

    Args:
        sentence: The sentence as written.
        doc: The parse of its masked form.
    """
    if "main doers" not in doc.user_data:
        reading = _Reading(sentence, doc)
        verbs = [token for token in doc if token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX")][:1]
        doers = [doer for verb in verbs for doer in reading.doers(verb)]
        doc.user_data["main doers"] = tuple(reading.span(doer) for doer in doers)
    return doc.user_data["main doers"]


class _Reading(Told):
    """What is done in one sentence."""

    def actions(self) -> Iterator[Action]:
        """Every action: of verbs, of nouns, of sources, helpers and common efforts."""
        for token in self.doc:
            if token.i not in self.agencies:
                yield from self.actions_of(token)
        yield from self.sources()
        yield from self.assistance()
        yield from self.direction()
        yield from self.standing()
        yield from self.joint_efforts()

    def actions_of(self, token: Token) -> Iterator[Action]:
        """What one word says is done, as a verb and as a noun."""
        word, lemma = token.lower_, token.lemma_.lower()
        verbal = word in verbs_of() and self.is_verb(token)
        free = token.pos_ == "VERB" and not self.quoted(token)
        if token.pos_ == "VERB" and lemma in frames_of() and not self.quoted(token):
            yield from self.framed(token)
        if verbal:
            yield from self.verb_actions(token)
        elif free and lemma in word_set("light"):
            yield from self.named_actions(token, self.doers(token))
        elif free and lemma == "have":
            yield from self.running(token)
        if free and (self.is_made_up(token) or word in word_set("gathering")) or token.lemma_ == "be":
            yield from self.gathered(token)
        if word in word_set("custody"):
            yield from self.held(token)
        if word == "involved" and self.is_passive(token):
            yield from self.involvement(token)
        if word in word_set("action_heads") and token.pos_ == "NOUN":
            yield from self.operations(token)
        noun = not verbal or token.pos_ != "VERB" or self.is_gerund(token)
        if word in action_nouns() and noun and not self.quoted(token):
            yield from self.noun_actions(token)

    def is_gerund(self, token: Token) -> bool:
        """Whether a form in "-ing" is the noun: "questioning of the crew", "their monitoring of the coast"."""
        after = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
        return token.tag_ == "VBG" and after in ("of", "by")

    def framed(self, token: Token) -> Iterator[Action]:
        """What a verb says of the body behind its preposition: "handed over to the navy", "came from Europol"."""
        objects = self.objects(token) or [c for c in token.children if c.dep_ == "nsubj"]
        for preposition, needs, role, mode in frames_of()[token.lemma_.lower()]:
            behind = [
                body
                for noun in self.behind_word(token, preposition)
                for one in self.with_conjuncts(noun)
                for body in self.holders(one)
                if body.i in self.agencies
            ]
            if behind and self.needed(token, needs, objects):
                mode = "" if self.mode(token)[1] else mode  # what is not passed on is not planned either
                yield self.make(role, token, behind, what=objects[0] if objects else None, mode=mode)

    def behind_word(self, token: Token, preposition: str) -> list[Token]:
        """The objects of a preposition of a verb, or of the first one after it where the parser hung that on the
        verb's particle or object: "turned the driver over to HSI"."""
        own = [c for c in token.children if c.dep_ in ("prep", "dative") and c.lower_ == preposition]
        below = [
            inner
            for child in token.children
            if child.i > token.i and (child.dep_ in ("prt", "dobj") or child.lower_ in ("over", "back"))
            for inner in child.children
            if inner.dep_ == "prep" and inner.lower_ == preposition
        ]
        return [noun for one in own or below[:1] for noun in one.children if noun.dep_ == "pobj"]

    def holders(self, noun: Token) -> list[Token]:
        """The bodies that a noun stands for, of custody those who hold it: "the custody of the navy", "ICE
        custody"."""
        if noun.lower_ not in word_set("custody") | {"care"}:
            return self.bodies(noun)
        listed = (
            self.listed(noun.i + 2) if self.doc[min(noun.i + 1, len(self.doc) - 1)].lower_ == "of" else []
        )
        return listed or self.owners(noun)

    def held(self, token: Token) -> Iterator[Action]:
        """ "remained in ICE custody", "is held in the custody of the U.S. Marshals": whose custody it is detains."""
        preposition = token.head
        verb = preposition.head
        stays = verb.lemma_ in word_set("staying") or verb.pos_ in ("NOUN", "PRON", "NUM")
        if token.dep_ == "pobj" and preposition.lower_ == "in" and stays and not self.quoted(token):
            if holders := [body for body in self.holders(token) if body.i in self.agencies]:
                yield self.make("arrest", token, holders, mode_from=self.governor(token))

    def running(self, token: Token) -> Iterator[Action]:
        """ "has 50 ongoing investigations": investigations that are counted or said to be open."""
        for noun in self.objects(token):
            counted = any(
                child.dep_ == "nummod" or child.lower_ in word_set("running") for child in noun.lefts
            )
            if action_nouns().get(noun.lower_) == "investigate" and counted:
                yield self.make("investigate", noun, self.doers(token), mode_from=token, what=noun)

    # ---- verbs

    def is_verb(self, token: Token) -> bool:
        """Whether a word that can be a verb is one here, also where it was tagged as a noun."""
        before = self.doc[token.i - 1] if token.i else None
        if token.dep_ == "prep":
            return False  # "following the search"
        if token.pos_ in ("VERB", "AUX"):
            plain = token.lower_ not in finite_forms() and not token.lower_.endswith("ing")
            behind_verb = before is not None and before.lower_ in finite_forms() - governor_forms().keys()
            return not (plain and behind_verb)  # "seizes record 1,200 pounds", but "helped arrest"
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        if before is None or token.tag_ == "VBG":
            return False
        if self.of_gerunds(token):
            return True
        branch = self.doc[before.i - 1] if before.pos_ == "PROPN" and before.i else before
        body = before if before.i in self.agencies else branch  # "HSI Dallas nabs fugitive"
        if body.i in self.agencies:
            return self.verb_after_body(token, body, after)
        return bool(self.followed_by_object(after) and self.series_subject(token))

    def verb_after_body(self, token: Token, body: Token, after: Token | None) -> bool:
        """Whether a word behind a body is its verb: "ICE arrests 12", "the FBI and Interpol exchange data",
        "U.S. Marshals nab escaped inmate"."""
        found = self.agencies[body.i]
        plain = token.lower_ in {verb.lemma for verb in verbs_of().get(token.lower_, ())}
        plural = found.kind == "description" or found.text.lower().endswith(("s", "police"))
        if plain and (plural or len(self.chain(body)) > 1):
            return after is not None and after.pos_ in _NOMINAL
        finite = token.lower_.endswith("s") and self.followed_by_object(after)
        agent = body.i > 0 and self.doc[body.i - 1].lower_ == "by"
        if agent or token.lower_ in members():
            return False  # "sweep run by the FBI nets 40", "Task Force partners arrested"
        return token.lower_.endswith("ed") or finite

    def followed_by_object(self, after: Token | None) -> bool:
        """Whether the next word can begin an object."""
        if after is None or after.tag_ == "IN":
            return False
        loose = self.headline and after.pos_ == "ADV"  # words in lower case for the parse
        return loose or after.pos_ in _NOMINAL or after.lower_ in ("more", "over", "up", ",", "and")

    def verb_actions(self, token: Token) -> Iterator[Action]:
        """What a verb of the lexicon says is done or said."""
        options = verbs_of()[token.lower_]
        doers = self.doers(token)
        speech = next((verb for verb in options if verb.speech and self.says(token, verb)), None)
        if any(noun.lower_.endswith(("self", "selves")) for noun in self.objects(token)):
            speech = None  # "knocked and announced themselves"
        if speech is not None and not self.quoted(token):
            yield self.speech(token, speech, doers)
        if self.quoted(token):
            doers = [
                doer
                for doer in doers
                if self.quoted(doer) and (doer.i in self.agencies or doer.lower_ in word_set("first_person"))
            ]
            options = tuple(verb for verb in options if verb.role not in ("report", "comment"))
            if not doers:
                return
        if token.lemma_ == "report" and any(t.lower_ == "to" for t in self.doc[token.i + 1 : token.i + 4]):
            return  # "police should report suspects to ICE" publishes nothing
        spoken = speech is not None and self.people_speak(token)  # what officials announce is said once
        verb = self.choose(token, [v for v in options if not (v.speech or spoken and v.role == "report")])
        if verb is not None:
            yield from self.deed(token, verb, doers)
        elif speech is None and token.lemma_.lower() in word_set("light"):
            yield from self.named_actions(token, doers)

    def speech(self, token: Token, verb: Verb, doers: list[Token]) -> Action:
        """What a verb of speech says: a comment of people, and of a body what its row says."""
        people = self.people_speak(token)
        return self.make(
            verb.role if people else verb.body_role or verb.role,
            token,
            doers,
            lemma=verb.lemma,
            speech=True,
            people_only=not (people or verb.body_role),
        )

    def deed(self, token: Token, verb: Verb, doers: list[Token]) -> Iterator[Action]:
        """What a verb of action says is done, by all its sides, and whether they do it together."""
        objects = self.objects(token)
        if token.lemma_ == "join" and self.is_passive(token) and doers:
            doers = [*doers, *(body for noun in objects for body in self.bodies(noun))]
        if verb.lemma in word_set("mutual") or verb.needs == "cooperation":
            doers = self.with_partners(token, verb, doers, objects)
        yield self.make(verb.role, token, doers, what=objects[0] if objects else None, lemma=verb.lemma)
        if verb.role in ("lead", "cooperate"):
            yield from self.named_actions(token, doers)
        if verb.role != "cooperate":
            sides = self.sides(token, verb, doers, objects)
            if sides:
                yield self.make("cooperate", token, sides, lemma=verb.lemma)

    def sides(self, token: Token, verb: Verb, doers: list[Token], objects: list[Token]) -> list[Token]:
        """Those who act together, if the sentence says so in a word of its own: "joint", "together"."""
        if ahead := self.fronted(token) if token.dep_ == "ROOT" else []:
            return [*ahead, *(doer for doer in doers if doer not in ahead)]
        if verb.role == "lead" and any(self.described_as(noun, word_set("cooperative")) for noun in objects):
            return doers + [p for noun in objects for p in self.partners(noun)] + self.partners(token)
        several = len(doers) > 1
        if (self.has_word(token, word_set("together")) or several) and self.jointly(token):
            return doers + self.partners(token)
        return doers if (several or self.counts_double(doers)) and self.effort_phrase(token) else []

    def with_partners(
        self, token: Token, verb: Verb, doers: list[Token], objects: list[Token]
    ) -> list[Token]:
        """The doers with those after "with": of the verb, and of its object ("shared data with the FBI")."""
        partners = self.partners(token) or self.partners_after(token)
        if verb.needs in ("cooperation", "intelligence"):
            partners = partners + [partner for noun in objects for partner in self.partners(noun)]
        return list(dict.fromkeys([*doers, *partners]))

    # ---- which verb

    def choose(self, token: Token, options: list[Verb]) -> Verb | None:
        """The verb that fits the particle and the object; the most specific one first."""
        direct = self.objects(token)
        for verb in sorted(options, key=lambda v: (-len(v.particle.split()), not v.needs)):
            behind = self.behind_particle(token, verb)
            objects = behind if behind and " " in verb.particle else direct or behind
            if self.has_particle(token, verb) and self.needed(token, verb.needs, objects):
                return verb
        return None

    def behind_particle(self, token: Token, verb: Verb) -> list[Token]:
        """What stands behind the preposition that ends the particle of a verb: "looking for two men", "caught up with
        him", "took possession of 200 passports"."""
        last = verb.particle.split()[-1:]
        return [
            noun
            for place in self.doc[token.i + 1 : token.i + 7]
            if [place.lower_] == last
            for noun in place.children
            if noun.dep_ in ("pobj", "pcomp", "dobj")
        ]

    def has_particle(self, token: Token, verb: Verb) -> bool:
        """Whether the particle of a verb follows soon: "picked up", "took into custody", also with words inside:
        "into federal custody"."""
        first, *others = verb.particle.split() or [""]
        after = self.doc[token.i + 1 : token.i + (13 if others else 7)]
        starts = [place.i for place in after if place.lower_ == first]
        return not first or any(self.goes_on(start, others) for start in starts)

    def goes_on(self, at: int, words: list[str]) -> bool:
        """Whether words follow a place one after the other, with up to three others before each, of which all but the
        last are adjectives or names."""
        for word in words:
            ahead = self.doc[at + 1 : at + 5]
            inside = next((number for number, other in enumerate(ahead) if other.lower_ == word), None)
            if inside is None or any(other.pos_ not in _BEFORE_NOUN for other in ahead[: max(0, inside - 1)]):
                return False
            at += inside + 1
        return True
