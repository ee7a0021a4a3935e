"""Who does what a verb says: by the parse, from the verb up to the one that names its doer, or by the order of
words where the parse finds no body."""

from collections.abc import Callable

from helpers.clauses.subjects import Subjects
from helpers.texts import Token, governor_forms, verbs_of, word_set

__all__ = ["Doers"]

DEEPEST = 6  # steps from a verb up to the one that names its doer
_RELATIVES = ("which", "that", "who")
_HELPING = ("assist", "help", "aid", "support", "succeed")
_SHARING = ("coordinate", "co-ordinate")  # all sides of an operation that one of them coordinates cooperate
_SUBJECTS = ("nsubj", "nsubjpass")


class Doers(Subjects):
    """From a verb to the head words of those who do it."""

    def doers(self, token: Token) -> list[Token]:
        """Head words of those who do what the verb says: by the parse, or by the order of words where that
        finds no body."""
        if inverted := self.inverted(token):
            return inverted
        if verb := self.of_gerunds(token):
            return self.parsed_doers(verb)
        if parted := self.behind_fronted(token):
            return parted
        if token.head.lower_ in word_set("abilities") and any(c.lower_ == "for" for c in token.lefts):
            return []  # "includes a provision for GAO to review"
        found = self.parsed_doers(token)
        known = any(self.is_side(doer) or doer.pos_ == "PRON" for doer in found)
        if not known and not self.is_passive(token) and (first := self.series_subject(token)):
            return [body for doer in first for body in self.bodies(doer)]
        if known or self.is_passive(token):
            beside = [body for doer in found for body in self.alongside(doer)] + self.side_by_side(token)
            if not self.is_passive(token):
                first = token.head if token.dep_ == "conj" and token.head.pos_ == "VERB" else token
                beside += self.beside_before(token) + self.beside_before(first)
            return list(dict.fromkeys([*found, *beside]))
        if not found or self.doc[token.i - 1].text == ",":
            found = self.first_in_headline(token) or found
        near = self.before_verb(token) if token.tag_ != "VBG" or self.verb_group(token) else []
        return [body for doer in near for body in self.bodies(doer)] or found or self.people_before(token)

    def parsed_doers(self, token: Token, depth: int = 0) -> list[Token]:
        """The doers as far as the parse tells."""
        if depth > DEEPEST:
            return []
        if doers := self.of_no_participle(token):
            return doers
        if self.is_passive(token):
            return self.agents(token, depth)
        subjects = self.own_subjects(token)
        subjects = (
            subjects
            or self.of_parted_verb(token)
            or self.behind_mark(token)
            or self.of_marked_noun(token)
            or self.taken_for_object(token)
            or self.acting_before(token)
        )
        if subjects:
            return self.subject(token, subjects, depth)
        up = _UPWARD.get(token.dep_)
        return up(self, token, depth) if up else self.near(token)

    def of_parted_verb(self, token: Token) -> list[Token]:
        """The subject that the parser hung on "has": "The unit has, in collaboration with the FBI, arrested"."""
        parted = [child for child in token.children if child.dep_ == "aux" and child.i < token.i - 1]
        return [noun for aux in parted for noun in aux.children if noun.dep_ == "nsubj"]

    def behind_mark(self, token: Token) -> list[Token]:
        """The subject of a clause that the parser hung on its "after": "after the crew of the cutter sighted"."""
        marks = [child for child in token.children if child.dep_ == "mark" and child.i < token.i]
        return [noun for mark in marks for noun in mark.children if noun.dep_ == "pobj"][-1:]

    def near(self, token: Token) -> list[Token]:
        """The body right before a verb, or the subject that it shares with the verb before."""
        return self.nearest(token) or self.spread(self.earlier(token))

    def of_no_participle(self, token: Token) -> list[Token]:
        """Doers of a finite verb that the parser took for a participle, since it has an object of its own."""
        hung = token.dep_ == "acl" or token.dep_ == "conj" and token.head.dep_ == "acl"
        if hung and token.tag_ == "VBN" and self.lacks_verb(token) and not self.leaves_out_be(token):
            return [
                body
                for body in self.listed(max(at for at in self.doc.starts if at <= token.i))
                if body.i < token.i
            ]
        if not hung or not self.has_own_object(token):
            return []
        if doers := self.spread(self.earlier(token)):
            return doers  # "searched the boxes, located 12 kg and ..."
        before = self.before_verb(self.first_of_series(token))
        return [body for doer in before for body in self.bodies(doer)]
        # "members of the task force, a unit of the ministry, located and arrested 187"

    # ---- passive

    def agents(self, token: Token, depth: int) -> list[Token]:
        """Those after "by" of a passive, on whichever verb the parser hung it."""
        fronted = self.fronted_agent
        if fronted and fronted.by == token.i + 1:
            return [fronted.agent, *(fronted.subjects if token.lemma_ in _SHARING else [])]
        agents = self.after_by(token)
        if not agents and self.shares_passive(token):
            return self.parsed_doers(token.head, depth + 1)
        if not agents:  # "detained and deported by ICE": the agent hangs on the last
            joined = [
                v for v in token.children if v.dep_ == "conj" and v.tag_ == "VBN" and self.is_passive(v)
            ]
            last = [v for v in joined if not any(c.dep_ in ("aux", "auxpass") for c in v.children)]
            last += [
                v for c in token.children if c.dep_ == "conj" and c.pos_ == "NOUN" for v in self.seized(c)
            ]
            agents = [obj for verb in last for obj in self.parsed_doers(verb, depth + 1)]
            return self.with_listed(self.spread(agents or self.agent_after(token)))
        found = self.spread(agents)
        near = self.agent_after(token) if found and not any(self.is_side(doer) for doer in found) else []
        return self.spread(near) or self.with_listed(found)
        # "launched by U.S. Marshals nets 40": the last word is no agent

    def with_listed(self, agents: list[Token]) -> list[Token]:
        """Agents with the rest of their list where the parser broke it off: "by Europol, the Polish police, and the DEA"."""
        behind = self.listed(agents[0].i) if agents and agents[0].i in self.agencies else []
        after = self.doc[behind[-1].i + 1] if behind and behind[-1].i + 1 < len(self.doc) else None
        acts = after is not None and (
            after.pos_ in ("VERB", "AUX") or after.lower_ in word_set("auxiliaries")
        )
        return agents if acts else list(dict.fromkeys([*agents, *behind]))

    # ---- active

    def subject(self, token: Token, subjects: list[Token], depth: int) -> list[Token]:
        """The subject of a verb, what a relative pronoun stands for, and the other side of "with"."""
        named = [s for s in subjects if s.i in self.agencies]
        if named and self.in_between(named[-1]):  # "the collaboration between A and B shows"
            return self.spread([s for s in subjects if s not in named])
        between = {t.text for t in self.doc[named[0].i : token.i]} if len(named) > 1 else set()
        if between - {t.text for t in named} == {","}:
            return self.spread(named)  # "HSI, DEA break ring"
        named = named[:1]
        named = named or [s for s in subjects if self.bodies(s)[0].i in self.agencies][-1:]
        subject = self.possessed((named or subjects)[-1])
        if subject.lower_ in _RELATIVES and token.dep_ == "conj":
            clauses = [verb for verb in self.doc[: token.i] if verb.dep_ == "relcl"]
            return self.spread([verb.head for verb in clauses[-1:]])  # "who found it and who seized it"
        if subject.lower_ in _RELATIVES and token.dep_ == "relcl":
            people = self.whose_people(token.head) if subject.lower_ == "who" else token.head
            return self.spread(self.equated(token.head) or [people])
        if subject.lower_ in _RELATIVES and token.dep_ == "ccomp" and token.head.lemma_ == "be":
            return self.spread([c for c in token.head.children if c.dep_ == "attr"])  # "It was ICE that held"
        helps = any(verb.role == "cooperate" for verb in verbs_of().get(token.lower_, ()))
        together = not helps and token.dep_ in ("advcl", "ccomp") and self.marked_with(token)
        doers = self.spread([subject]) + (self.parsed_doers(token.head, depth + 1) if together else [])
        return list(dict.fromkeys([*doers, *self.subject_list(token, subject)]))

    def of_relative(self, token: Token, depth: int) -> list[Token]:
        """Of a relative clause without a subject of its own."""
        if token.head.dep_ == "attr" and any(c.lower_ == "to" for c in token.children if c.dep_ == "aux"):
            return self.of_noun(token, depth)  # "was the first to arrest him"
        pronoun = any(c.lower_ in _RELATIVES for c in token.children)
        return self.spread([token.head]) if pronoun or token.tag_ == "VBG" else self.nearest(token)

    def of_conjunct(self, token: Token, depth: int) -> list[Token]:
        """Of a verb after "and": those of the verb before it."""
        head = self.told_verb(token) or token.head
        if head.pos_ not in ("VERB", "AUX"):
            return self.near(token)
        if self.is_passive(head) and not self.is_passive(token):
            # "was alerted by the FBI and arrested a man"
            subjects = [c for c in head.children if c.dep_ in _SUBJECTS]
            if (shared := self.spread(subjects)) and any(self.is_side(body) for body in shared):
                return shared
        if self.is_passive(head) and token.tag_ != "VBN" and not self.agentless(head):
            return self.near(token)
        shares = head.tag_ != "VBN" or token.tag_ == "VBN" or head.dep_ != "acl"
        return (self.parsed_doers(head, depth + 1) if shares else []) or self.near(token)

    def of_complement(self, token: Token, depth: int) -> list[Token]:
        """Of an infinitive or a clause that hangs on a verb, an adjective or a noun."""
        head = token.head
        if token.dep_ in ("xcomp", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
            return self.climb(token, head, depth)
        if head.pos_ == "ADJ" and token.dep_ != "ccomp":
            if token.dep_ != "advcl":
                return self.climb(token, head.head, depth) if head.head.pos_ in ("VERB", "AUX") else []
            return self.climb(token, head, depth)
        nominal = token.dep_ == "advcl" and head.pos_ in ("NOUN", "PROPN")
        return [] if token.dep_ == "xcomp" or nominal else self.near(token)

    def of_duty(self, token: Token, depth: int) -> list[Token]:
        """Whose job a gerund is: "finding fugitives is a job for ERO"."""
        duties = [c for c in token.head.children if c.dep_ == "attr" and c.lower_ in word_set("duties")]
        behind = [
            noun for one in duties for p in one.children if p.lower_ in ("for", "of") for noun in p.children
        ]
        return [body for body in self.spread(behind) if body.i in self.agencies]

    # ---- upwards

    def climb(self, token: Token, head: Token, depth: int) -> list[Token]:
        """Doers of an infinitive: those of the verb above it, or its object ("ordered the police to find")."""
        if head.pos_ == "ADJ" and head.head.pos_ in ("VERB", "AUX"):
            head = head.head
        objects = [child for child in head.children if child.dep_ in ("dobj", "obj")]
        if head.lemma_ == "call" and (called := self.called_on(token, head)):
            return self.spread([called])  # "calls on Mexico to investigate"
        if token.dep_ in ("xcomp", "ccomp") and objects and head.lemma_ in word_set("object_control"):
            return self.spread(objects[:1])
        if any(self.is_founded(noun, head) for noun in objects):
            return []  # what a body is created for, it has not done yet
        watched = token.tag_ == "VBG" and head.lemma_ in word_set("perceiving")
        if objects and watched and objects[0].i < token.i:
            return self.spread(objects[:1])  # "watched two men carrying out a sale"
        if self.is_passive(head):
            return self.through_passive(head, depth)
        partners = self.partners(head) if head.lemma_ in word_set("mutual") else []
        return self.parsed_doers(head, depth + 1) + partners

    def is_founded(self, noun: Token, verb: Token) -> bool:
        """Whether a verb makes a new body of its object: "created an office to oversee"."""
        body = noun.i in self.agencies or noun.text.title() in word_set("unit_heads")
        return body and verb.lemma_ in word_set("founding")

    def through_passive(self, head: Token, depth: int) -> list[Token]:
        """The subject of a passive that does what follows: "is expected to deport"."""
        if head.lemma_ not in word_set("passive_through"):
            return []
        subjects = [child for child in head.children if child.dep_ in _SUBJECTS][:1]
        if not subjects and head.dep_ == "conj":
            return self.parsed_doers(head.head, depth + 1)
        if subjects and subjects[0].lower_ in _RELATIVES and head.dep_ == "relcl":
            subjects = [head.head]
        return self.spread(subjects)

    def through_preposition(self, token: Token, depth: int) -> list[Token]:
        """Doers of a gerund: "by arresting", "committed to finding", "assisted with deporting"."""
        preposition = token.head
        head, word = preposition.head, preposition.lower_
        promised = word_set("passive_through") | {"commitment", "commit", "committed", "dedicated"}
        if word in ("to", "at", "on", "for") and head.lemma_ in promised:
            return self.of_promise(head)
        if word == "on" and head.lemma_ in ("go", "keep", "carry"):
            return self.parsed_doers(head, depth + 1)  # "goes on working with"
        if word not in word_set("climb_prepositions"):
            helps = word in ("with", "in") and head.lemma_ in _HELPING
            return self.parsed_doers(head, depth + 1) if helps else []
        if head.pos_ in ("VERB", "AUX"):
            passive = self.is_passive(head)
            return self.climb(token, head, depth) if passive else self.parsed_doers(head, depth + 1)
        verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
        if verb is not None and word in ("by", "after", "before") and not self.is_passive(verb):
            return self.parsed_doers(verb, depth + 1)
        return self.climb(token, verb, depth) if verb is not None and word == "by" else []

    def of_promise(self, head: Token) -> list[Token]:
        """The subject of "is committed to"."""
        if head.pos_ not in ("VERB", "ADJ", "AUX"):
            return []
        subjects = [c for c in head.children if c.dep_ in _SUBJECTS]
        return self.spread((subjects or [c for c in head.head.children if c.dep_ in _SUBJECTS])[:1])

    def of_noun(self, token: Token, depth: int) -> list[Token]:
        """Doers of a verb that hangs on a noun: "police arresting suspects", "ICE's action to remove",
        "launched an operation to find"."""
        noun = token.head
        if token.tag_ == "VBG":
            return self.spread([noun])
        if noun.lower_ in governor_forms() and noun.i - 1 in self.agencies:
            return self.chain(self.doc[noun.i - 1])  # "The INM and the IGM plan to": no noun after all
        if noun.lower_ in word_set("abilities") or noun.dep_ == "dobj" and self.is_founded(noun, noun.head):
            return []  # "the ability of officers to identify"
        owners = self.owners(noun)
        if owners:
            return owners
        if noun.i in self.agencies:
            return self.spread([noun])
        verb = noun.head
        if noun.dep_ in ("dobj", "attr") and verb.pos_ in ("VERB", "AUX") and not self.is_passive(verb):
            return self.parsed_doers(verb, depth + 1)
        if noun.dep_ == "pobj" and verb.head.pos_ == "VERB" and not self.is_passive(verb.head):
            return self.parsed_doers(verb.head, depth + 1)
        return []


_UPWARD: dict[str, Callable[[Doers, Token, int], list[Token]]] = {
    "relcl": Doers.of_relative,
    "conj": Doers.of_conjunct,
    "xcomp": Doers.of_complement,
    "advcl": Doers.of_complement,
    "ccomp": Doers.of_complement,
    "acomp": Doers.of_complement,
    "csubj": Doers.of_duty,
    "pcomp": Doers.through_preposition,
    "acl": Doers.of_noun,
}  # how a verb without a subject hangs on another word -> where its doers are
