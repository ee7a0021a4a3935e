"""Finds actions in a parsed sentence, with their doers, mode and object, whoever the doers are.

Words are looked up in `helpers.texts.lexicon`; who does them is read by `helpers.clauses.doers`. What this
module does not do: say which body a doer is (`helpers.agencies.mentions`) or whether it counts
(`helpers.agencies.roles`).
"""

from collections.abc import Iterator
from functools import cache

from helpers.clauses.nouns import Action
from helpers.clauses.recipients import Recipients
from helpers.texts import (
    Parse,
    Sentence,
    Token,
    Verb,
    action_nouns,
    frames_of,
    objects_of,
    text_of,
    verbs_of,
    word_set,
)

__all__ = ["Action", "find_actions", "main_doers"]


def find_actions(sentence: Sentence, doc: Parse) -> tuple[Action, ...]:
    """Actions of a sentence, in no particular order; a doer can be anything.

    Args:
        sentence: The sentence as written.
        doc: The parse of its masked form.
    """
    return _read(sentence, doc)[0]


def main_doers(sentence: Sentence, doc: Parse) -> tuple[tuple[int, int], ...]:
    """Offsets in the sentence of those who do what its main verb says, whatever that is.

    Args:
        sentence: The sentence as written.
        doc: The parse of its masked form.
    """
    return _read(sentence, doc)[1]


def _read(sentence: Sentence, doc: Parse) -> tuple[tuple[Action, ...], tuple[tuple[int, int], ...]]:
    """The actions of a sentence and the doers of its main verb; both are kept with the parse."""
    if "read" not in doc.kept:
        reading = _Reading(sentence, doc)
        actions = tuple(action for action in reading.actions() if action.mode != "possible")
        verbs = [token for token in doc if token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX")][:1]
        doers = tuple(reading.span(doer) for verb in verbs for doer in reading.doers(verb))
        doc.kept["read"] = actions, doers
    return doc.kept["read"]


@cache
def _telling() -> frozenset[str]:
    """Words that can tell of an action without being parsed as a verb."""
    return frozenset(
        (*verbs_of(), *action_nouns(), *word_set("action_heads"), *word_set("custody"), "involved")
    )


class _Reading(Recipients):
    """What is done in one sentence.

    `_Reading`, which alone is ever made, stands on these classes, one a file; a method is looked for from the top down.

        Recipients   recipients.py  What a verb says of the body behind its preposition
        Verbs        verbs.py       Whether a word is a verb in its sentence, and which one of the lists
        Told         told.py        Whether a verb of speech is one in this sentence, and whether people or the body itself say it
        Needs        needs.py       Whether a verb means its role beside this object
        Helping      helping.py     Whether a body or its work is helped, told or given something, and not the public
        Courts       courts.py      Objects of the verbs of courts, prosecutors and warrants
        Persons      persons.py     Whether people are acted on, and whether they are taken to another country
        Phrases      phrases.py     Actions that a set phrase names
        Citing       citing.py      Whom a sentence cites
        Thanks       thanks.py      Who has helped by what is said around the deed
        NounActions  nouns.py       Actions that a noun names
        Clauses      sentence.py    One parsed sentence with what the questions of grammar need
        Doers        doers.py       Who does what a verb says
        Subjects     subjects.py    Words beside a verb that its doers are read from
        Positions    positions.py   Doers by their place alone
        Voice        voice.py       Active or passive, and what a verb acts on
        Partners     partners.py    With whom something is done
        Series       series.py      Which bodies a noun stands for
        Modes        modes.py       In which mode a clause says that something happens
        Untrue       untrue.py      What a sentence says is not so
        Reduced      reduced.py     A passive whose "is" is left out, as headlines leave it out
        WordOrder    order.py       What the order of words says of a clause, where the parse of the small model fails
        Lists        lists.py       Bodies that a sentence names one after the other, read forward whatever the parser made of them
        State        state.py       What is known of one parsed sentence before anything is asked of it
    """

    def actions(self) -> Iterator[Action]:
        """Every action: of verbs, of nouns, of sources, helpers and common efforts."""
        for token in self.doc:
            telling = token.pos_ in ("VERB", "AUX") or self.words[token.i] in _telling()
            if telling and token.i not in self.agencies:
                yield from self.actions_of(token)
        yield from self.sources()
        yield from self.assistance()
        yield from self.thanked()
        yield from self.direction()
        yield from self.standing()
        yield from self.answerable()
        yield from self.credited()
        yield from self.joint_efforts()
        yield from self.side_by_side_deeds()

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
        if verbal and lemma in ("assist", "help"):
            yield from self.helped_inquiry(token)
        if word in word_set("custody"):
            yield from self.held(token)
        if word == "involved" and self.is_passive(token):
            yield from self.involvement(token)
        if word in word_set("action_heads") and token.pos_ == "NOUN":
            yield from self.operations(token)
        noun = not verbal or token.pos_ != "VERB" or self.is_gerund(token)
        if word in action_nouns() and noun and (not self.quoted(token) or self.is_ours(token)):
            yield from self.noun_actions(token)

    def is_ours(self, token: Token) -> bool:
        """Whether somebody tells of working with a body: "“Our partnership with the CBSA is strong,” he said"."""
        ours = any(c.dep_ == "poss" and c.lower_ in word_set("first_person") for c in token.children)
        together = self.role_of_noun(token) == "cooperate"
        return ours and together and any(partner.i in self.agencies for partner in self.partners(token))

    def running(self, token: Token) -> Iterator[Action]:
        """ "has 50 ongoing investigations", "had 1,086 apprehensions": actions that are counted or said to go on."""
        for noun in self.objects(token):
            counted = any(
                child.dep_ == "nummod" or child.lower_ in word_set("running") for child in noun.lefts
            )
            role = self.role_of_noun(noun)
            if role in ("arrest", "investigate", "remove", "seize") and counted:
                bodies = [doer for doer in self.doers(token) if not self.is_country(doer)]
                yield self.make(role, noun, bodies, mode_from=token, what=noun)

    # ---- verbs

    def verb_actions(self, token: Token) -> Iterator[Action]:
        """What a verb of the lexicon says is done or said."""
        options = verbs_of()[token.lower_]
        doers = [] if self.addresses(token) else self.doers(token)
        speech = next((verb for verb in options if verb.speech and self.says(token, verb)), None)
        if any(noun.lower_.endswith(("self", "selves")) for noun in self.objects(token)):
            speech = None  # "knocked and announced themselves"
            options = tuple(verb for verb in options if verb.role not in ("report", "comment"))
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
        if token.lemma_ == "report" and self.reports_to(token):
            return
        spoken = speech is not None and self.people_speak(token)  # what officials announce is said once
        verb = self.choose(token, [v for v in options if not (v.speech or spoken and v.role == "report")])
        if verb is not None:
            yield from self.deed(token, verb, doers)
        elif speech is None and token.lemma_.lower() in word_set("light"):
            yield from self.named_actions(token, doers)

    def reports_to(self, token: Token) -> bool:
        """Whether nothing is published: "should report suspects to ICE", "reports to the ministry", but "should report back
        to us"."""
        addressed = any(t.lower_ == "to" for t in self.doc[token.i + 1 : token.i + 4])
        return addressed and (bool(self.objects(token)) or self.mode(token)[0] == "reported")

    def addresses(self, token: Token) -> bool:
        """Whether those before a verb are spoken to and do nothing: "Members of the Committee, thank you for"."""
        around = (self.doc[token.i - 1].text, self.doc[min(token.i + 1, len(self.doc) - 1)].lower_)
        return token.lower_ == "thank" and token.i > 0 and around in ((",", "you"), (":", "you"))

    def speech(self, token: Token, verb: Verb, doers: list[Token]) -> Action:
        """What a verb of speech says: a comment of people, and of a body what its row says."""
        people = self.people_speak(token)
        if (
            token.lemma_ in word_set("told_to") and not people
        ):  # a notice is for all: "informed the court that"
            told = [child for child in token.children if child.dep_ in ("dobj", "dative")]
            people = token.tag_ not in ("VBZ", "VBP") or any(not self.is_everybody(noun) for noun in told)
        return self.make(
            verb.role if people else verb.body_role or verb.role,
            token,
            doers,
            lemma=verb.lemma,
            speech=True,
            people_only=not (people or verb.body_role),
            mode="reported" if self.wishes_to(token) else "",
        )

    def is_everybody(self, told: Token) -> bool:
        """Whether a notice is for anybody it concerns: "informs the public", "informs drivers", but not "its lawyers"."""
        own = any(child.dep_ in ("det", "poss", "nummod") for child in told.children)
        return told.lower_ in word_set("everybody") or told.tag_ == "NNS" and not own

    def deed(self, token: Token, verb: Verb, doers: list[Token]) -> Iterator[Action]:
        """What a verb of action says is done, by all its sides, and whether they do it together."""
        objects = self.objects(token)
        passive = self.is_passive(token)
        joined = token.lemma_ == "join" and doers
        paired = verb.lemma in word_set("mutual") and not doers and token.dep_ != "acl"
        if passive and (joined or paired):  # "was joined by the ATF", "teams who were paired with deputies"
            doers = [*doers, *(body for noun in objects for body in self.bodies(noun))]
        if passive and verb.role == "cooperate" and token.dep_ == "acl" and self.counts_double([token.head]):
            doers = [*doers, token.head]  # "police in Italy and Malta, supported by Frontex"
        if verb.lemma in word_set("mutual") or verb.needs == "cooperation":
            doers = self.with_partners(token, verb, doers, objects)
        if self.has_word(token, word_set("together")) and verb.role not in ("cooperate", "lead"):
            # "was jointly searched with the FBI"
            doers = list(dict.fromkeys([*doers, *self.partners(token)]))
        if doers and verb.role not in ("cooperate", "report"):
            doers = list(dict.fromkeys([*self.fronted_doers(token), *doers, *self.companions(token)]))
        if verb.role == "investigate":
            doers = list(dict.fromkeys([*doers, *self.beside_object(token, objects)])) if doers else doers
        nothing = verb.needs == "finding" and self.mode(token) == ("reported", True)  # "found no evidence"
        mode, what = "reported" if nothing else "", objects[0] if objects else None
        yield self.make(verb.role, token, doers, what=what, lemma=verb.lemma, mode=mode)
        if verb.role in ("lead", "cooperate"):
            named = self.named_actions(token, doers)
            yield from (one for one in named if verb.role == "lead" or self.helps_to_do(token, one))
        if verb.role != "cooperate":
            sides = self.sides(token, verb, doers, objects)
            if sides:
                yield self.make("cooperate", token, sides, lemma=verb.lemma)

    def helps_to_do(self, token: Token, named: Action) -> bool:
        """Whether who helps with an action does it too: "assisted in the investigation", but neither "assisted with the
        forensic examination" nor "cooperated with the inquiry" nor "the investigation was supported by"."""
        complies = token.lemma_ == "cooperate" and not any(c.lower_ == "in" for c in token.children)
        whole = named.lemma in objects_of("operation") and not complies or token.lemma_ == "contribute"
        return named.role != "investigate" or whole and not self.is_passive(token)

    def sides(self, token: Token, verb: Verb, doers: list[Token], objects: list[Token]) -> list[Token]:
        """Those who act together, if the sentence says so in a word of its own: "joint", "together"."""
        if ahead := self.fronted(token):
            return [*ahead, *(doer for doer in doers if doer not in ahead)]
        if verb.role == "lead" and any(self.described_as(noun, word_set("cooperative")) for noun in objects):
            return doers + [p for noun in objects for p in self.partners(noun)] + self.partners(token)
        several = len(doers) > 1
        behind = text_of(self.doc[token.i + 1 : token.i + 12]).lower()
        if any(phrase in behind for phrase in word_set("side_by_side")):
            return doers + self.partners(token)
        if (self.has_word(token, word_set("together")) or several) and self.jointly(token):
            return doers + self.partners(token)
        if verb.role in ("investigate", "lead", "seize") and (beside := self.beside_object(token, objects)):
            return [*doers, *beside]
        backed = self.counts_double(doers) and any(self.is_backed(doer) for doer in doers)
        return doers if backed or (several or self.counts_double(doers)) and self.effort_phrase(token) else []

    def with_partners(
        self, token: Token, verb: Verb, doers: list[Token], objects: list[Token]
    ) -> list[Token]:
        """The doers with those after "with": of the verb, and of its object ("shared data with the FBI")."""
        if not doers and token.i == 0 and token.tag_ == "VB":
            return []  # a heading: "Work with the authorities"
        if verb.lemma == "share":
            return doers
        partners = self.partners(token) or self.partners_after(token)
        if verb.needs in ("cooperation", "intelligence"):
            partners = partners + [partner for noun in objects for partner in self.partners(noun)]
        return list(dict.fromkeys([*doers, *partners]))
