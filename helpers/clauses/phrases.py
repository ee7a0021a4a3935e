"""Actions that a set phrase names: "according to X", "with the help of X", "a joint operation of X and Y"."""

from collections.abc import Iterator
from functools import cache

from helpers.clauses.citing import Citing
from helpers.clauses.nouns import Action
from helpers.texts import Token, action_nouns, objects_of, standing_phrases, text_of, word_set

__all__ = ["Phrases"]

_HELP = frozenset(["with", "thanks", "through", "received", "had", "has", "from", "on", "possible"])
_TIPS = frozenset(["with", "thanks", "on", "following", "after", "upon", "possible", "using"])
_WITHIN = ("in", "during", "through", "as", "within")
_CONSISTING = ("comprise", "compose", "consist", "make")
_JOINING = ("involving", "including", "of", "by", "between", "with", "among")


@cache
def _efforts() -> frozenset[str]:
    """What several bodies can do or issue together."""
    efforts = objects_of("operation") | word_set("partnerships") | word_set("issued_papers")
    return efforts | action_nouns().keys() | {"task"}


class Phrases(Citing):
    """Readings of the set phrases of one sentence."""

    # ---- help

    def assistance(self) -> Iterator[Action]:
        """ "with the help of X", "with support from X", "acting on information from X"."""
        given = word_set("assistance") | word_set("tips")
        for token in self.among(given | {"request"}):
            if token.lower_ in given and token.pos_ in ("NOUN", "VERB", "PROPN"):
                helpers = [] if self.quoted(token) else self.helpers(token) or self.own_help(token)
                if helpers := helpers or self.in_support(token):
                    yield self.make("cooperate", token, helpers, mode_from=self.governor(token))

    def own_help(self, token: Token) -> list[Token]:
        """Those whose help to a body or in an effort is named: "INL's contribution to the commission"."""
        owners = [c for c in token.children if c.dep_ == "poss" and c.pos_ != "PRON"]
        helped = [n for c in token.children if c.lower_ in ("to", "in", "of", "with") for n in c.children]
        known = any(self.is_side(noun) or noun.lower_ in objects_of("support") for noun in helped)
        return [body for owner in owners for body in self.bodies(owner)] if known else []

    def helpers(self, token: Token) -> list[Token]:
        """Those behind "help of" or "support from", where somebody is helped and nothing is written."""
        before = {t.lower_ for t in self.doc[max(0, token.i - 4) : token.i]}
        tips = token.lower_ in word_set("tips")
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        if after is not None and after.lower_ in word_set("passed_on") and after.i + 1 < len(self.doc):
            after = self.doc[after.i + 1]  # "following intelligence received from"
        if after is None or after.lower_ not in ("of", "from", "by"):
            return []
        credited = not before.isdisjoint(word_set("praising"))
        if before & {"no", "without", "any"} or not (credited or before & (_TIPS if tips else _HELP)):
            return []
        if tips and before & word_set("drawing"):
            return []
        for follower in self.doc[after.i + 1 : after.i + 5]:
            if follower.text == ",":
                break  # "with the help of drones, the coast guard"
            if self.is_side(follower):
                listed = self.listed(after.i + 1)
                found = [*self.spread([follower]), *self.also_after(follower), *listed]
                return list(dict.fromkeys(found))
        return []

    def direction(self) -> Iterator[Action]:
        """ "under the supervision of X", "under X's command": it leads."""
        for token in self.among(word_set("direction")):
            if token.dep_ != "pobj" or self.quoted(token):
                continue
            if token.head.lower_ != "under" or token.head.head.pos_ not in ("VERB", "AUX", "NOUN"):
                continue
            after = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
            leaders = self.listed(token.i + 2) if after == "of" else self.owners(token)
            if leaders := [body for body in leaders if body.i in self.agencies]:
                yield self.make("lead", token, leaders, mode_from=self.governor(token))

    def standing(self) -> Iterator[Action]:
        """ "is in charge of the inquiry", "The agencies in charge of the raids are A and B": what a phrase with "be"
        says of its subject."""
        for token in self.among({word for _, word in standing_phrases()}):
            behind = token.head.lower_ if token.dep_ == "pobj" else ""
            role = standing_phrases().get((behind, token.lower_), "")
            if not role or self.quoted(token):
                continue
            holder = token.head.head
            verb = holder if holder.lemma_ == "be" else self.governor(holder)
            subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
            if holder.pos_ == "NOUN" and holder in subjects and verb.lemma_ == "be":
                doers = self.spread([c for c in verb.children if c.dep_ == "attr"])
            else:
                attributes = [c for c in verb.children if c.dep_ == "attr"]  # "At the helm is the FBI"
                doers = self.spread((subjects or attributes) if holder.lemma_ == "be" else [])
            if doers := [body for body in doers if body.i in self.agencies]:
                yield self.make(role, token, doers, mode_from=verb, what=token)
                for other in self.behind_of([token]):
                    for part, named in self.actions_named(other):
                        yield self.make(named, part, doers, mode_from=verb, what=other)

    # ---- common efforts

    def joint_efforts(self) -> Iterator[Action]:
        """ "a joint effort involving X, Y and Z", "the joint operation between X and Y"."""
        for token in self.among(_efforts()):
            if self.quoted(token):
                continue
            if sharing := self.joined_before(token) or self.sharing(token) or self.announcing(token):
                # "joint investigation team"
                named = [token, *(c for c in token.lefts if c.dep_ == "compound")]
                inquiry = any(self.role_of_noun(n) == "investigate" for n in named)
                for role in ("cooperate", "investigate")[: 1 + inquiry]:
                    yield self.make(role, token, sharing, mode_from=self.governor(token))
            if not self.described_as(token, word_set("cooperative")):
                if others := self.involved(token):
                    yield self.make("cooperate", token, others, mode_from=self.governor(token))
                continue
            before = [c for c in self.owners(token) if c.i in self.agencies and c.i < token.i]
            doers = self.partners(token) + self.between_after(token) + self.sides_after(token)
            doers += before if len(before) > 1 else []  # "a joint FBI and DEA investigation"
            if doers:
                verb = self.governor(token)
                with_whom = any(t.lower_ == "with" for t in self.doc[token.i + 1 : token.i + 4])
                if token.dep_ in ("dobj", "pobj") and verb != token and with_whom:
                    doers += self.doers(verb)
                yield self.make("cooperate", token, list(dict.fromkeys(doers)), mode_from=verb)
                if token.lower_ in word_set("issued_papers"):
                    yield self.make("report", token, list(dict.fromkeys(doers)), mode_from=verb)

    def announcing(self, token: Token) -> list[Token]:
        """Several bodies that announce a joint effort of theirs: "A and B announced a joint investigation"."""
        verb, joint = self.governor(token), self.described_as(token, word_set("cooperative"))
        doers = self.doers(verb) if joint and verb.lemma_ in word_set("announcing") else []
        return doers if len(doers) > 1 and all(self.is_side(doer) for doer in doers) else []

    def sharing(self, token: Token) -> list[Token]:
        """Those who do something "in an operation coordinated by Europol", or several "in a joint investigation"."""
        preposition = token.head
        while preposition.lower_ == "of" and preposition.head.lower_ in ("part", "course", "framework"):
            preposition = preposition.head.head  # "as part of a joint operation"
        verb = self.governor(token)
        within = token.dep_ == "pobj" and preposition.lower_ in _WITHIN and verb != token
        if not within or token.lower_ in word_set("issued_papers"):
            return []
        clauses = [c for c in token.children if c.dep_ == "acl" and c.lower_ in word_set("cooperative")]
        if any(not self.agentless(clause) for clause in clauses):
            return [doer for doer in self.doers(verb) if self.is_side(doer)]
        doers = self.doers(verb) if self.described_as(token, word_set("cooperative")) else []
        return doers if len(doers) > 1 and all(self.is_side(doer) for doer in doers) else []

    def involved(self, token: Token) -> list[Token]:
        """The bodies right behind the "involving" of any effort ("a search involving several agencies"), and all of which
        something is a partnership."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        if token.lower_ in word_set("partnerships") and after.lower_ in ("of", "between", "among"):
            united = self.listed(after.i + 1)
            return united if len(united) > 1 else []
        return self.listed(after.i + 1) if after.lower_ == "involving" else []

    def sides_after(self, token: Token) -> list[Token]:
        """Bodies after "involving", "of" or "by" right behind a common effort, all of their list."""
        for other in self.doc[token.i + 1 : token.i + 4]:
            if other.lower_ in _JOINING:
                return self.listed(other.i + 1)
            if other.pos_ == "VERB" and other.tag_ != "VBN":
                return []
        return []

    def gathered(self, token: Token) -> Iterator[Action]:
        """ "The operation involved police from Spain and Eurojust": all who are named cooperate."""
        nouns = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
        hung = False
        if token.dep_ in ("acl", "relcl") and not any(c.i in self.agencies for c in nouns):
            nouns, hung = [token.head], True  # "a task force comprised of"
        subjects = {self.last_word(c) for c in nouns} if token.lemma_ != "be" else set()
        if subjects & objects_of("operation") or any(self.are_partners(c) for c in nouns):
            active = not hung and not self.is_passive(token)
            named = [] if not active else [body for noun in self.objects(token) for body in self.bodies(noun)]
            first = token.i + (2 if self.is_made_up(token) else 1)
            bodies = list(dict.fromkeys([*named, *self.listed(first)]))
            parts = token.lemma_ in _CONSISTING
            if any(not parts or self.agencies[body.i].kind != "description" for body in bodies):
                yield self.make("cooperate", token, bodies)

    def is_made_up(self, token: Token) -> bool:
        """Whether a word begins "made up of"."""
        return token.lower_ == "made" and text_of(self.doc[token.i + 1 : token.i + 3]) == "up of"

    def involvement(self, token: Token) -> Iterator[Action]:
        """ "The CBSA was involved in the investigation": it takes part."""
        behind = [noun for c in token.children if c.lower_ == "in" for noun in c.children]
        if {noun.lower_ for noun in behind} & objects_of("operation"):
            verbs = [token, *(c for c in token.children if c.dep_ == "auxpass")]
            subjects = [c for verb in verbs for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
            named = [n for subject in subjects for n in self.spread([subject])]
            if doers := [body for body in named if body.i in self.agencies]:
                yield self.make("cooperate", token, doers)

    def are_partners(self, noun: Token) -> bool:
        """Whether a noun announces who takes part: "Partner agencies include"."""
        words = {w.lower() for w in self.agencies[noun.i].text.split()} if noun.i in self.agencies else set()
        words |= {noun.lower_, *(c.lower_ for c in noun.lefts)}
        clauses = {c.lower_ for c in noun.children if c.dep_ in ("acl", "relcl")}
        helping = bool(words & word_set("general_bodies")) and bool(clauses & word_set("helping"))
        return helping or bool(words & word_set("partner_heads"))
