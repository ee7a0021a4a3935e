"""Finds actions in a parsed sentence, with their doers, mode and object, whoever the doers are.

Words are looked up in `helpers.texts.lexicon`; who does them is read by `helpers.clauses.sentence`. What this
module does not do: say which body a doer is (`helpers.agencies.mentions`) or whether it counts
(`helpers.agencies.roles`).
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from helpers.clauses.nouns import Action, NounActions
from helpers.clauses.order import FARTHEST
from helpers.names import head_words
from helpers.texts import Sentence, Verb, action_nouns, objects_of, verbs_of, word_set

__all__ = ["Action", "find_actions"]


def find_actions(sentence: Sentence, doc: Doc) -> tuple[Action, ...]:
    """Actions of a sentence, in no particular order; a doer can be anything."""
    if "actions" not in doc.user_data:
        doc.user_data["actions"] = tuple(
            action for action in _Reading(sentence, doc).actions() if action.mode != "possible"
        )
    return doc.user_data["actions"]


class _Reading(NounActions):
    """What is done in one sentence."""

    def actions(self) -> Iterator[Action]:
        for token in self.doc:
            word = token.lower_
            if token.i in self.agencies:
                continue
            if word in verbs_of() and self.is_verb(token):
                yield from self.verb_actions(token)
            elif (
                token.lower_ in ("involved", "involves")
                and token.dep_ in ("ROOT", "conj", "ccomp", "relcl")
                and not self.quoted(token)
            ):
                yield from self.involved(token)
            elif (
                token.lemma_.lower() in word_set("light") and token.pos_ == "VERB" and not self.quoted(token)
            ):
                yield from self.named_actions(token, self.doers(token))
            if (
                word in action_nouns()
                and not self.quoted(token)
                and (token.pos_ in ("NOUN", "PROPN") or not self.is_verb(token))
            ):
                yield from self.noun_actions(token)
        yield from self.sources()
        yield from self.assistance()
        yield from self.joint_efforts()

    def involved(self, token: Token) -> Iterator[Action]:
        """ "The operation involved police from Spain and Eurojust": all who are named cooperate."""
        subjects = {c.lower_ for c in token.children if c.dep_ == "nsubj"}
        bodies = [body for noun in self.objects(token) for body in self.bodies(noun)]
        if subjects & objects_of("operation") and bodies:
            yield self.make("cooperate", token, bodies)

    def is_verb(self, token: Token) -> bool:
        if token.pos_ in ("VERB", "AUX"):
            return True
        before = self.doc[token.i - 1] if token.i else None
        if (
            before is not None and before.i in self.agencies and token.tag_ not in ("VBG",)
        ):  # "ICE arrests 12", tagged as a noun
            after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
            plain = (
                token.lower_ in {v.lemma for v in verbs_of()[token.lower_]}
                if token.lower_ in verbs_of()
                else False
            )
            body = self.agencies[before.i]
            if plain and (
                len(self.chain(before)) > 1
                or body.kind == "description"
                or body.text.lower().endswith(("s", "police"))
            ):
                # "the FBI and Interpol exchange information", "U.S. Marshals nab escaped inmate"
                return after is not None and after.pos_ in (
                    "NUM",
                    "DET",
                    "ADJ",
                    "PROPN",
                    "PRON",
                    "NOUN",
                    "VERB",
                )
            return token.lower_.endswith("ed") or (
                token.lower_.endswith("s")
                and after is not None
                and (
                    after.pos_ in ("NUM", "DET", "ADJ", "PROPN", "PRON", "NOUN", "VERB")
                    or after.lower_ in ("more", "over", "up")
                )
                and after.tag_ != "IN"
            )
        return False

    def verb_actions(self, token: Token) -> Iterator[Action]:
        options = verbs_of()[token.lower_]
        speech = next((verb for verb in options if verb.speech), None)
        doers = self.doers(token)
        if speech and self.is_speech(token) and not self.quoted(token) and self.mode(token)[0] == "reported":
            people = self.people_speak(token)
            yield self.make(
                "comment" if people else speech.body_role or "comment",
                token,
                doers,
                lemma=speech.lemma,
                speech=True,
                people_only=not (people or speech.body_role),
            )
        if self.quoted(token):
            return
        if token.lemma_ == "report" and any(t.lower_ == "to" for t in self.doc[token.i + 1 : token.i + 4]):
            return  # "police should report suspects to ICE" publishes nothing
        reported = self.mode(token)[0] == "reported"
        spoken = (
            speech is not None and reported and self.people_speak(token)
        )  # what officials announce is a comment and no report
        verb = self.choose(
            token, [v for v in options if not v.speech and not (spoken and v.role == "report")]
        )
        if verb is None:
            if speech is None and token.lemma_.lower() in word_set("light"):
                yield from self.named_actions(token, doers)
            return
        objects = self.objects(token)
        what = objects[0] if objects else None
        if verb.lemma in word_set("mutual") or (verb.role == "cooperate" and verb.needs == "cooperation"):
            doers = doers + [
                partner
                for partner in self.partners(token) or self.partners_after(token)
                if partner not in doers
            ]
            for noun in objects:
                doers = doers + [
                    p
                    for p in self.partners(noun)
                    if p not in doers and verb.needs in ("cooperation", "intelligence")
                ]
        if (
            verb.role == "cooperate"
            and verb.lemma == "work"
            and not (
                self.partners(token)
                or self.partners_after(token)
                or self.has_word(token, word_set("together"))
            )
        ):
            return
        yield self.make(verb.role, token, doers, what=what, lemma=verb.lemma)
        if verb.role in ("lead", "cooperate"):
            yield from self.named_actions(token, doers)
        if verb.role == "lead" and any(self.described_as(noun, word_set("cooperative")) for noun in objects):
            partners = [p for noun in objects for p in self.partners(noun)] + self.partners(token)
            yield self.make("cooperate", token, doers + partners, lemma=verb.lemma)
        elif (
            verb.role != "cooperate"
            and (self.has_word(token, word_set("together")) or len(doers) > 1)
            and self.jointly(token)
        ):
            yield self.make("cooperate", token, doers + self.partners(token), lemma=verb.lemma)
        elif (
            verb.role != "cooperate"
            and len(doers) + self.counts_double(doers) > 1
            and self.effort_phrase(token)
        ):
            yield self.make("cooperate", token, doers, lemma=verb.lemma)

    def jointly(self, token: Token) -> bool:
        """Whether "together" or "jointly" stands at the verb or at the head of its clause, and not "together
        with others"."""
        for other in self.doc[max(0, token.i - FARTHEST) : token.i + 8]:
            if other.lower_ in word_set("together"):
                after = self.doc[other.i + 1] if other.i + 1 < len(self.doc) else other
                partners = after.lower_ != "with" or any(
                    t.i in self.agencies for t in self.doc[after.i : after.i + 5]
                )
                if partners and (other.i < token.i or other in token.children):
                    return True
        return False

    def people_speak(self, token: Token) -> bool:
        """Whether the subject is people of the body ("ICE officials", "Interpol's Secretary General") and not
        the body itself."""
        for child in token.children:
            if child.dep_ == "nsubj":
                found = self.agencies.get(child.i)
                word = found.text.split()[-1].lower() if found else child.lower_
                owned = any(
                    c.dep_ == "poss" for c in child.children
                ) and child.text not in head_words() | word_set("parts")
                return word in word_set("people") or (found is None and child.pos_ == "PROPN" and owned)
        return False

    def is_speech(self, token: Token) -> bool:
        if token.tag_ == "VBG" and token.dep_ not in ("ROOT", "conj", "advcl"):
            return False
        return not any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children)

    def choose(self, token: Token, options: list[Verb]) -> Verb | None:
        """The verb that fits the particle and the object; the most specific one first."""
        after = [t.lower_ for t in self.doc[token.i + 1 : token.i + 13]]
        objects = self.objects(token)
        for verb in sorted(options, key=lambda v: (not v.particle, not v.needs)):
            if verb.particle:
                words = verb.particle.split()
                near = after[:12] if len(words) > 1 else after[:6]
                if not any(near[i : i + len(words)] == words for i in range(len(near))):
                    continue
            if self.needed(token, verb.needs, objects):
                return verb
        return None

    def needed(self, token: Token, needs: str, objects: list[Token]) -> bool:
        if not needs or needs == "together":
            return True
        words = {word for noun in objects for word in self.phrase_words(noun)}
        if not needs.startswith("people") and needs != "support":
            words |= self.words_after(token)
        if needs == "support":
            helped = [
                p
                for p in token.children
                if p.dep_ == "prep" and p.lower_ in ("with", "in", "on", "by", "during", "at")
            ]
            words |= {word for p in helped for noun in p.children for word in self.phrase_words(noun)}
            if self.is_passive(token):
                return True
            if token.lemma_ == "join" and not objects:
                return False
            return (
                not objects
                and token.lemma_ not in ("support", "back")
                or bool(words & objects_of("support"))
                or any(self.is_body(noun) for noun in objects)
                or any(child.dep_ in ("xcomp", "ccomp") for child in token.children)
                and token.lemma_ in ("help", "aid", "assist")
            )
        if needs.startswith("people"):
            beside = bool((self.words_after(token) - word_set("amounts")) & objects_of("people"))
            if not objects:
                return beside and (needs == "people" or self.goes_abroad(token))
            if any(
                noun.lower_ in objects_of("post") | objects_of("goods")
                and noun.lower_ not in objects_of("people")
                for noun in objects
            ):
                return False
            if any(
                self.is_body(noun) or token.lemma_ == "send" and noun.lower_ in word_set("members")
                for noun in objects
            ):
                return False
            person = any(
                noun.lower_ in objects_of("people")
                or noun.text.endswith(("-old", "-olds", "old", "olds"))
                or noun.pos_ in ("PROPN", "PRON", "NUM")
                or self.is_nationality(noun)
                for noun in objects
            )
            return (person or beside) and (needs == "people" or self.goes_abroad(token))
        if needs == "no price":  # "charges $40"
            priced = self.doc[token.i + 1 : token.i + 3]
            return not any(t.is_currency or t.lower_ in objects_of("prices") for t in priced)
        if needs == "operation" and self.is_passive(token) and any(self.is_body(noun) for noun in objects):
            return True  # "the task force, headed by the state police"
        if needs == "number":
            return any(t.pos_ == "NUM" for t in self.doc[token.i + 1 : token.i + 8])
        if needs == "goods or people":
            return bool(words & (objects_of("goods") | objects_of("people")))
        return bool(words & objects_of(needs))

    def is_nationality(self, token: Token) -> bool:
        return token.text[:1].isupper()

    def is_body(self, token: Token) -> bool:
        return token.i in self.agencies

    def goes_abroad(self, token: Token) -> bool:
        """Whether somebody is moved to or from a country, or to a body."""
        for child in token.subtree:
            if (
                child.dep_ == "pobj"
                and child.head.lower_ in ("to", "from", "into")
                and (
                    child.i in self.agencies
                    or self.owners(child)
                    or child.pos_ == "PROPN"
                    or child.lower_ in ("country", "authorities")
                )
            ):
                return True
        return any(t.lower_ in ("home", "abroad", "overseas") for t in self.doc[token.i + 1 : token.i + 10])

    def phrase_words(self, noun: Token) -> set[str]:
        words = {noun.lower_}
        for child in noun.children:
            if child.dep_ in ("compound", "conj", "amod", "nmod", "appos") or child.pos_ in ("NOUN", "PROPN"):
                words.add(child.lower_)
                words |= {t.lower_ for t in child.children if t.dep_ in ("compound", "conj")}
            elif child.dep_ == "prep" and child.lower_ == "of":  # "tonnes of cocaine", "series of raids"
                words |= {t.lower_ for t in child.children}
        return words

    def counts_double(self, doers: list[Token]) -> int:
        """A plural such as "authorities from Mexico and the United States" is more than one body."""
        return any(
            self.agencies[d.i].kind == "description" and " and " in self.agencies[d.i].text
            for d in doers
            if d.i in self.agencies
        )

    def effort_phrase(self, token: Token) -> bool:
        """Whether the verb has an "in a joint operation" beside it."""
        before = ("in", "during", "through", "as", "under", "following", "after")
        phrases = [
            child
            for child in token.children
            if child.dep_ in ("prep", "npadvmod", "advmod") and child.lower_ in before
        ]
        efforts = [obj for phrase in phrases for obj in phrase.children if obj.dep_ == "pobj"]
        joint = any(self.described_as(effort, word_set("cooperative")) for effort in efforts)
        return joint or token.dep_ == "ROOT" and self.ends_jointly()

    def ends_jointly(self) -> bool:
        """Whether the sentence ends with "in joint operation", wherever the parser hung it: headlines do."""
        last = [t for t in self.doc if not t.is_punct][-4:]
        at = next((place for place, t in enumerate(last) if t.lower_ == "in"), None)
        return (
            at is not None
            and any(t.lower_ in word_set("cooperative") for t in last[at:])
            and last[-1].lower_ in objects_of("operation")
        )
