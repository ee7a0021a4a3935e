"""Finds actions in a parsed sentence, with their doers, mode and object, whoever the doers are.

Words are looked up in `helpers.lexicon`; who does them is read by `helpers.clauses`. What this module does not do: say which body a doer
is (`helpers.agencies`) or whether it counts (`helpers.roles`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from helpers.clauses import Clauses
from helpers.language import Unit, word_list
from helpers.lexicon import Verb, action_nouns, objects_of, partner_nouns, verbs_of, word_set

__all__ = ["Action", "find_actions"]


@dataclass(frozen=True)
class Action:
    """Something done or said.

    Attributes:
        role: Role of the doers.
        lemma: Lemma of the verb or noun.
        start, end: Offsets of it in the sentence.
        doers: Offsets in the sentence of the head word of each doer.
        mode: reported, planned or recommended.
        negated: Whether it is said not to have happened.
        object: Offsets of what was acted on, or None.
        speech: Whether it is a verb of speech or report.
        people_only: Whether it counts only when a person is the subject.
    """

    role: str
    lemma: str
    start: int
    end: int
    doers: tuple[tuple[int, int], ...]
    mode: str
    negated: bool
    object: tuple[int, int] | None = None
    speech: bool = False
    people_only: bool = False


def find_actions(unit: Unit, doc: Doc) -> tuple[Action, ...]:
    """Actions of a sentence, in no particular order; a doer can be anything."""
    if "actions" not in doc.user_data:
        doc.user_data["actions"] = tuple(_Reading(unit, doc).actions())
    return doc.user_data["actions"]


class _Reading(Clauses):
    """What is done in one sentence."""

    def actions(self) -> Iterator[Action]:
        for token in self.doc:
            word = token.lower_
            if token.i in self.agencies:
                continue
            if word in verbs_of() and self.is_verb(token):
                yield from self.verb_actions(token)
            elif token.lower_ in ("involved", "involves") and token.dep_ in ("ROOT", "conj", "ccomp", "relcl") and not self.quoted(token):
                yield from self.involved(token)
            elif token.lemma_.lower() in word_set("light") and token.pos_ == "VERB" and not self.quoted(token):
                yield from self.named_actions(token, self.doers(token))
            if word in action_nouns() and not self.quoted(token) and (token.pos_ in ("NOUN", "PROPN") or not self.is_verb(token)):
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
        if before is not None and before.i in self.agencies and token.tag_ not in ("VBG",):  # "ICE arrests 12", tagged as a noun
            after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
            plain = token.lower_ in {v.lemma for v in verbs_of()[token.lower_]} if token.lower_ in verbs_of() else False
            if plain and len(self.chain(before)) > 1:  # "the FBI and Interpol exchange information"
                return after is not None and after.pos_ in ("NUM", "DET", "ADJ", "PROPN", "PRON", "NOUN")
            return token.lower_.endswith("ed") or (
                token.lower_.endswith("s")
                and after is not None
                and (after.pos_ in ("NUM", "DET", "ADJ", "PROPN", "PRON", "NOUN", "VERB") or after.lower_ in ("more", "over", "up"))
                and after.tag_ != "IN"
            )
        return False

    def make(
        self,
        role: str,
        token: Token,
        doers: list[Token],
        *,
        mode_from: Token | None = None,
        what: Token | None = None,
        lemma: str = "",
        speech: bool = False,
        people_only: bool = False,
        mode: str = "",
    ) -> Action:
        mode, negated = (mode, False) if mode else self.mode(mode_from or token)
        start, end = self.span(token)
        what_span = (
            self.stretch(self.doc[max(what.left_edge.i, what.i - 6)], self.doc[min(what.right_edge.i, what.i + 12)])
            if what is not None
            else None
        )
        return Action(
            role,
            lemma or token.lemma_.lower(),
            start,
            end,
            tuple(self.span(d) for d in doers),
            mode,
            negated,
            what_span,
            speech,
            people_only,
        )

    def verb_actions(self, token: Token) -> Iterator[Action]:
        options = verbs_of()[token.lower_]
        speech = next((verb for verb in options if verb.speech), None)
        doers = self.doers(token)
        if speech and self.is_speech(token) and not self.quoted(token):
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
        spoken = speech is not None and self.people_speak(token)      # what officials announce is a comment and no report
        verb = self.choose(token, [v for v in options if not v.speech and not (spoken and v.role == "report")])
        if verb is None:
            if speech is None and token.lemma_.lower() in word_set("light"):
                yield from self.named_actions(token, doers)
            return
        objects = self.objects(token)
        what = objects[0] if objects else None
        if verb.lemma in word_set("mutual") or (verb.role == "cooperate" and verb.needs == "cooperation"):
            doers = doers + [partner for partner in self.partners(token) if partner not in doers]
            for noun in objects:
                doers = doers + [p for p in self.partners(noun) if p not in doers and verb.needs in ("cooperation", "intelligence")]
        if verb.role == "cooperate" and verb.lemma == "work" and not (self.partners(token) or self.has_word(token, word_set("together"))):
            return
        yield self.make(verb.role, token, doers, what=what, lemma=verb.lemma)
        if verb.role in ("lead", "cooperate"):
            yield from self.named_actions(token, doers)
        if verb.role == "lead" and any(self.described_as(noun, word_set("cooperative")) for noun in objects):
            partners = [p for noun in objects for p in self.partners(noun)] + self.partners(token)
            yield self.make("cooperate", token, doers + partners, lemma=verb.lemma)
        elif self.has_word(token, word_set("together")) and verb.role != "cooperate":
            yield self.make("cooperate", token, doers + self.partners(token), lemma=verb.lemma)
        elif verb.role != "cooperate" and len(doers) + self.counts_double(doers) > 1 and self.effort_phrase(token):
            yield self.make("cooperate", token, doers, lemma=verb.lemma)

    def people_speak(self, token: Token) -> bool:
        """Whether the subject is people of the body ("ICE officials", "Interpol's Secretary General") and not the body itself."""
        for child in token.children:
            if child.dep_ == "nsubj":
                found = self.agencies.get(child.i)
                word = found.text.split()[-1].lower() if found else child.lower_
                owned = any(c.dep_ == "poss" for c in child.children)
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
        if needs == "support":
            helped = [p for p in token.children if p.dep_ == "prep" and p.lower_ in ("with", "in", "on", "by", "during", "at")]
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
            if not objects or any(
                noun.lower_ in objects_of("post") | objects_of("goods") and noun.lower_ not in objects_of("people") for noun in objects
            ):
                return False
            if any(self.is_body(noun) for noun in objects):
                return False
            person = any(
                noun.lower_ in objects_of("people") or noun.pos_ in ("PROPN", "PRON", "NUM") or self.is_nationality(noun)
                for noun in objects
            )
            return person and (needs == "people" or self.goes_abroad(token))
        if needs == "goods or people":
            return bool(words & (objects_of("goods") | objects_of("people")))
        if needs == "people" or needs not in {row["class"] for row in word_list("object_classes")}:
            return bool(objects)
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
                and (child.i in self.agencies or child.pos_ == "PROPN" or child.lower_ in ("country", "abroad", "authorities"))
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

    def named_actions(self, token: Token, doers: list[Token]) -> Iterator[Action]:
        """Actions named as the object of a verb that runs or helps: "orchestrated the arrest", "is assisting with the deportation"."""
        nouns = [child for child in token.children if child.dep_ in ("dobj", "obj", "nsubjpass")]
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("with", "in", "on"):
                nouns += [obj for obj in child.children if obj.dep_ == "pobj"]
        if self.is_passive(token) and token.dep_ in ("acl", "relcl"):
            nouns.append(token.head)
        for noun in (n for head in nouns for n in self.with_conjuncts(head)):
            if noun.lower_ in word_set("no_action_heads") and noun.lower_ not in action_nouns():
                continue
            for part in [noun, *[c for c in noun.children if c.dep_ in ("compound", "conj", "nmod", "amod")]]:
                role = action_nouns().get(part.lower_)
                if role and role != "cooperate" and not any(c.dep_ == "poss" and c.i in self.agencies for c in noun.children):
                    yield self.make(role, part, doers, mode_from=token, what=noun)

    def noun_actions(self, token: Token) -> Iterator[Action]:
        role = action_nouns()[token.lower_]
        head = token
        if token.dep_ in ("compound", "nmod") and token.head.pos_ in ("NOUN", "PROPN"):
            head = token.head
            if head.lower_ in word_set("no_action_heads"):
                return
        owners = [c for c in token.children if c.dep_ == "poss"] or (
            [c for c in head.children if c.dep_ == "poss"] if head != token else []
        )
        doers = [n for c in owners for n in self.with_conjuncts(c)]
        doers += [c for c in token.children if c.dep_ == "compound" and c.i in self.agencies and c.i == token.i - 1]
        if role == "cooperate":
            doers += self.partners(token) + (self.partners(head) if head != token else []) + self.between_after(token)
            verb = self.phrase_verb(token)
            if verb is not None and self.partners(token):
                doers += self.doers(verb)
        else:
            doers += self.by_after(token)
        doers = list(dict.fromkeys(doers))
        if token.lower_ in partner_nouns() and not (self.partners(token) or self.partners(head) or self.between_after(token)):
            return
        if doers and not self.talked_about(token):
            yield self.make(role, token, doers, mode_from=self.governor(token))

    def phrase_verb(self, noun: Token) -> Token | None:
        """The verb of "arrested ... in partnership with"."""
        preposition = noun.head
        if noun.dep_ == "pobj" and preposition.lower_ in ("in", "through", "under", "with"):
            head = preposition.head
            if head.pos_ in ("VERB", "AUX"):
                return head
            if head.i in self.agencies or head.pos_ in ("NOUN", "PROPN"):
                return next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
        return None

    def between_after(self, token: Token) -> list[Token]:
        """Bodies after "between" or "among" where the parser hung these elsewhere."""
        for other in self.doc[token.i + 1 : token.i + 6]:
            if other.pos_ in ("VERB", "AUX"):
                break
            if other.lower_ in ("between", "among", "amongst"):
                return [n for obj in other.children if obj.dep_ in ("pobj", "pcomp") for n in self.with_conjuncts(obj)]
        return []

    def by_after(self, token: Token) -> list[Token]:
        """The body after "by" in "the deportation of a man by ICE"."""
        for other in self.doc[token.i + 1 : token.i + 20]:
            if other.pos_ in ("VERB", "AUX") and other.tag_ != "VBN":
                return []
            if other.lower_ == "by":
                for follower in self.doc[other.i + 1 : other.i + 5]:
                    if follower.i in self.agencies or follower.i in self.nations or follower.pos_ == "PROPN":
                        return self.spread([follower])
                return []
        return []

    def talked_about(self, token: Token) -> bool:
        """Whether a noun is what somebody talks about: "emphasized the importance of cooperation between ..."."""
        below = token
        for ancestor in token.ancestors:
            if ancestor.pos_ in ("VERB", "AUX"):
                verbs = verbs_of().get(ancestor.lower_, ())
                return (
                    below.dep_ in ("dobj", "prep")
                    and any(v.speech for v in verbs)
                    and any(c.dep_ == "nsubj" and (c.pos_ in ("PROPN", "PRON") or c.i in self.agencies) for c in ancestor.children)
                )
            below = ancestor
        return False

    def sources(self) -> Iterator[Action]:
        """ "according to X", "citing X figures", "figures from X show"."""
        for token in self.doc:
            reach = 0
            if token.lower_ == "according" and token.i + 1 < len(self.doc) and self.doc[token.i + 1].lower_ == "to":
                reach = 14
            elif token.lower_ in ("citing", "cites", "cited"):
                reach = 6
            elif token.lower_ in ("figures", "data", "statistics", "numbers") and token.i and not self.quoted(token):
                before = self.doc[token.i - 1]
                after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
                previous = self.doc[token.i - 2] if token.i > 1 else None
                if before.i in self.agencies:
                    yield self.make("report", token, [before], speech=True, mode="reported")
                elif before.lower_ in ("'s", "’s") and previous is not None and previous.i in self.agencies:
                    yield self.make("report", token, [previous], speech=True, mode="reported")
                elif after is not None and after.lower_ in ("from", "by", "of"):
                    reach = 4
            if not reach:
                continue
            for follower in self.doc[token.i + 1 : token.i + 1 + reach]:
                if (
                    follower.i in self.agencies
                    or follower.lower_ in word_set("body_nouns")
                    and self.doc[follower.i - 1].lower_ == "the"
                    or (token.lower_ == "according" and (follower.pos_ == "PROPN" or follower.i in self.nations))
                ):
                    yield self.make(
                        "report",
                        token,
                        self.with_conjuncts(follower),
                        speech=True,
                        mode="reported",
                        lemma="according to" if token.lower_ == "according" else "",
                    )
                    break
                if follower.lower_ in (",", ";") or (
                    follower.pos_ == "VERB" and follower.tag_ in ("VBD", "VBZ") and token.lower_ != "according"
                ):
                    break

    def assistance(self) -> Iterator[Action]:
        """ "with the help of X", "with support from X"."""
        for token in self.doc:
            if token.lower_ in word_set("assistance") and token.pos_ in ("NOUN", "VERB", "PROPN") and not self.quoted(token):
                before = {t.lower_ for t in self.doc[max(0, token.i - 4) : token.i]}
                after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
                if (
                    before & {"with", "thanks", "through", "received", "from"}
                    and after is not None
                    and after.lower_ in ("of", "from", "by")
                ):
                    for follower in self.doc[after.i + 1 : after.i + 5]:
                        if follower.i in self.agencies or follower.i in self.nations:
                            yield self.make(
                                "cooperate", token, self.spread([follower]) + self.also_from(follower), mode_from=self.governor(token)
                            )
                            break

    def also_from(self, last: Token) -> list[Token]:
        """ "... from the ATF and from local police": bodies that follow in the same series."""
        found = []
        for other in self.doc[last.i + 1 : last.i + 12]:
            if other.i in self.agencies:
                found.append(other)
            elif other.lower_ not in (",", "and", "from", "of", "the", "by", "as", "well"):
                break
        return found

    def joint_efforts(self) -> Iterator[Action]:
        """ "a joint effort involving X, Y and Z", "the joint operation between X and Y"."""
        for token in self.doc:
            if (
                token.lower_ not in objects_of("operation") | {"task"}
                or not self.described_as(token, word_set("cooperative"))
                or self.quoted(token)
            ):
                continue
            doers = self.partners(token) + self.between_after(token)
            for child in token.children:
                if child.lower_ in ("involving", "including", "of", "by"):
                    doers += [n for obj in child.children if obj.dep_ in ("dobj", "pobj") for n in self.with_conjuncts(obj)]
            if not doers:
                for other in self.doc[token.i + 1 : token.i + 4]:
                    if other.lower_ in ("involving", "by", "between", "with"):
                        doers = [n for obj in other.children for n in self.with_conjuncts(obj)]
                        doers = doers or [t for t in self.doc[other.i + 1 : other.i + 8] if t.i in self.agencies]
                        break
            if doers:
                verb = self.governor(token)
                if (
                    token.dep_ in ("dobj", "pobj")
                    and verb != token
                    and any(t.lower_ == "with" for t in self.doc[token.i + 1 : token.i + 4])
                ):
                    doers += self.doers(verb)
                yield self.make("cooperate", token, list(dict.fromkeys(doers)), mode_from=self.governor(token))

    def counts_double(self, doers: list[Token]) -> int:
        """A plural such as "authorities from Mexico and the United States" is more than one body."""
        return any(self.agencies[d.i].kind == "description" and " and " in self.agencies[d.i].text for d in doers if d.i in self.agencies)

    def effort_phrase(self, token: Token) -> bool:
        """Whether the verb has an "in a joint operation" beside it."""
        before = ("in", "during", "through", "as", "under", "following", "after")
        phrases = [child for child in token.children if child.dep_ in ("prep", "npadvmod", "advmod") and child.lower_ in before]
        return any(self.described_as(obj, word_set("cooperative")) for phrase in phrases for obj in phrase.children if obj.dep_ == "pobj")
