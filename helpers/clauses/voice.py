"""Active or passive, and what a verb acts on: its objects, also where the parser hung them on another verb."""

from helpers.clauses.partners import Partners
from helpers.texts import Token, frames_of, word_set

__all__ = ["Voice"]

_RELATIVES = ("that", "which", "whom", "who")


class Voice(Partners):
    """The voice of a verb and its objects."""

    # ---- passive

    def is_passive(self, token: Token) -> bool:
        """Whether a verb form is passive; participles behind nouns and verbs are, unless they have an
        object."""
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
            return True
        if self.goes_on_passive(token) or self.leaves_out_be(token):
            return True
        if token.dep_ == "acl" and token.head.dep_ == "ROOT" and token.lower_ in word_set("intransitive"):
            return False
        if self.has_body_agent(token):
            return True
        if token.tag_ == "VBN" and token.i == 0 and not self.agentless(token):
            return True  # "Backed by Europol, police arrested"
        if token.tag_ == "VBN":
            settled = self.passive_participle(token)
            if settled is not None:
                return settled
        if token.dep_ == "acl" and token.tag_ == "VBD":
            return True
        return self.before_agent(token) or self.headline_passive(token)

    def goes_on_passive(self, token: Token) -> bool:
        """Whether a form that was taken for a past tense shares the passive before it: "was escorted to Dublin by two officers
        and handed over to the Garda"."""
        if token.dep_ != "conj" or token.tag_ != "VBD" or token.head.pos_ != "VERB":
            return False
        own = any(child.dep_ in ("nsubj", "dobj", "obj", "ccomp") for child in token.children)
        passed_on = token.lemma_.lower() in frames_of() and token.lower_ not in word_set("intransitive")
        return passed_on and not own and self.is_passive(token.head)

    def has_body_agent(self, token: Token) -> bool:
        """Whether a form that was taken for a past tense is done by a body and has no object: "Drivers stopped by police
        were mostly young"."""
        if token.tag_ not in ("VBD", "VBN") or any(c.dep_ == "aux" for c in token.children):
            return False
        agents = [c for c in token.children if c.dep_ == "agent" or c.dep_ == "prep" and c.lower_ == "by"]
        bodies = any(body.i in self.agencies for by in agents for o in by.children for body in self.bodies(o))
        return bodies and not self.own_objects(token)

    def own_objects(self, token: Token) -> list[Token]:
        """The objects of a verb without those that belong to a particle: "intercepted off Boulogne"."""
        parts = {c.i for c in token.children if c.dep_ == "prt"}
        return [c for c in token.children if c.dep_ in ("dobj", "obj") and c.left_edge.i - 1 not in parts]

    def headline_passive(self, token: Token) -> bool:
        """Whether a headline leaves out "is": "Police Officer Charged After Creating"."""
        if not self.headline or not token.lower_.endswith("ed") or token.lower_ in word_set("intransitive"):
            return False
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        return not any(child.dep_ in ("dobj", "ccomp") for child in token.children) and (
            after is None or after.pos_ in ("ADP", "SCONJ", "PART", "PUNCT", "ADV")
        )

    def passive_participle(self, token: Token) -> bool | None:
        """Whether a participle is passive by its place in the tree; None if that does not tell."""
        if any(
            child.dep_ == "aux" and child.lemma_.lower() in ("have", "having") for child in token.children
        ):
            return False
        if token.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.i in self.agencies for c in token.children):
            return False  # "the 430 kg that police seized"
        if token.dep_ in ("acl", "advcl", "relcl"):
            return True
        if token.dep_ == "conj" and token.head.pos_ == "VERB":
            if any(c.dep_ == "dobj" for c in token.children):
                return False  # "devices were removed and arrested four people"
            return self.is_passive(token.head) and not any(c.dep_ == "nsubj" for c in token.children)
        return None

    def before_agent(self, token: Token) -> bool:
        """Whether "by" and a body follow a form that the parser left without a subject."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        return (
            (token.lower_.endswith("ed") or token.tag_ == "VBN")
            and after is not None
            and after.lower_ == "by"
            and token.dep_ != "ROOT"
            and not any(child.dep_ == "nsubj" for child in token.children)
            and any(t.i in self.agencies for t in self.doc[after.i : after.i + 4])
        )

    def agentless(self, token: Token) -> bool:
        """Whether no "by" phrase hangs on a verb."""
        return not any(child.dep_ == "agent" for child in token.children)

    # ---- objects

    def objects(self, token: Token) -> list[Token]:
        """Head words of what a verb acts on: its object, the subject of its passive, or what it shares with
        its neighbour."""
        direct = [child for child in token.children if child.dep_ in ("dobj", "obj")]
        passive = [child for child in token.children if child.dep_ == "nsubjpass"]
        taken = [c for c in token.children if c.dep_ == "nsubj"] if self.has_body_agent(token) else []
        if taken and not passive:
            return [noun for head in taken for noun in self.with_conjuncts(head)]
        if token.dep_ == "relcl":
            direct, passive = self.relative_objects(token, direct, passive)
        parted = passive and any(child.dep_ == "prt" for child in token.children)
        heads = passive if parted else direct or passive  # "was taken off a truck"
        if not heads:
            heads = self.objects_elsewhere(token)
        return [noun for head in heads for noun in self.with_conjuncts(head)]

    def relative_objects(
        self, token: Token, direct: list[Token], passive: list[Token]
    ) -> tuple[list[Token], list[Token]]:
        """Objects of the verb of a relative clause: "data that the agency shared", "men who were held"."""
        if not direct and passive:
            passive = [token.head]
        finite = token.tag_ != "VBG" or any(c.dep_ == "aux" for c in token.children)
        if finite and any(o.lower_ in _RELATIVES for o in direct):
            direct = [token.head]
        return direct, passive

    def objects_elsewhere(self, token: Token) -> list[Token]:
        """Objects of a verb on which the parser hung none."""
        taken = token.tag_ == "VBN" or self.goes_on_passive(token)
        if taken or token.dep_ == "acl" and self.is_passive(token):
            if token.dep_ == "conj" and self.is_passive(token):
                subjects = [c for c in token.head.children if c.dep_ == "nsubj"]
                return subjects if not self.is_passive(token.head) else self.objects(token.head)
            if token.dep_ == "acl":
                return self.shared_objects(token) or [token.head]
            if token.dep_ == "advcl" and token.i < token.head.i:  # "Led by the DEA, the raids spanned six"
                subjects = [c for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass")]
                if subjects:
                    return subjects
        if described := self.described_after(token):
            return described
        if any(c.dep_ == "auxpass" for c in token.children):
            return self.before_insertions(token) or self.raised(token)
        if token.dep_ == "conj" and token.head.pos_ == "VERB" and not self.complemented(token):
            return []
        if any(c.dep_ == "prep" and c.i > token.i for c in token.children):
            return self.number_after(token)  # "flew to Spain and interviewed the suspect"
        shared = [child for child in token.children if child.dep_ == "conj" and child.pos_ == "VERB"]
        objects = [o for verb in shared for o in verb.children if o.dep_ in ("dobj", "obj")]
        return objects or self.number_after(token)

    def described_after(self, token: Token) -> list[Token]:
        """The object that the parser took for the subject of a participle behind it: "handed over 18 people wanted on drug
        charges"."""
        clauses = [c for c in token.children if c.dep_ in ("advcl", "ccomp") and c.tag_ in ("VBD", "VBN")]
        subjects = [
            c for clause in clauses for c in clause.children if c.dep_ == "nsubj" and c.i == clause.i - 1
        ]
        aside = (c.dep_ in ("mark", "aux", "punct") for clause in clauses for c in clause.lefts)
        near = [
            noun for noun in subjects if token.i < noun.left_edge.i <= token.i + 2 and noun.pos_ == "NOUN"
        ]
        return near if near and not any(aside) else []

    def shared_objects(self, token: Token) -> list[Token]:
        """The object of the next of two finite verbs that the parser took for participles: "found and seized 12
        kilos"."""
        joined = [c for c in token.children if c.dep_ == "conj" and c.tag_ == "VBD" and c.i - token.i < 4]
        return [noun for verb in joined for noun in verb.children if noun.dep_ == "dobj"]

    def before_insertions(self, token: Token) -> list[Token]:
        """The subject of a passive that the parser hung inside an insertion: "a second parcel, addressed to a man, was
        stopped"."""
        start = min(c.i for c in token.children if c.dep_ == "auxpass") - 1
        if start < 1 or self.doc[start].text != ",":
            return []
        commas = (t for t in self.doc[max(0, start - 40) : start] if t.text == "," and t.i)
        return [self.doc[t.i - 1] for t in commas if self.doc[t.i - 1].pos_ == "NOUN"][:1]

    def raised(self, token: Token) -> list[Token]:
        """The subject of the verb above a passive infinitive: "are due to be surrendered"."""
        above = token
        while above.dep_ in ("xcomp", "acomp") and above.head is not above:
            above = above.head
        return [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")] if above is not token else []

    def complemented(self, token: Token) -> bool:
        """Whether a phrase or clause that belongs to a verb follows it."""
        return any(c.dep_ in ("prep", "ccomp", "xcomp") and c.i > token.i for c in token.children)

    def number_after(self, token: Token) -> list[Token]:
        """What a number right after the verb counts, where the parser missed the object."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        if after is None or after.pos_ != "NUM":
            return []
        if after.dep_ not in ("nummod", "npadvmod", "ROOT", "nsubj", "attr", "dep"):
            return []
        return [after.head] if after.dep_ == "nummod" and after.head.i > after.i else [after]

    def object_words(self, token: Token, objects: list[Token]) -> set[str]:
        """Words of the objects by the parse, and those right behind the verb."""
        if token.dep_ == "relcl" and not objects:
            objects = [token.head]  # "in the files GAO reviewed"
        return {word for noun in objects for word in self.phrase_words(noun)} | self.words_after(token)

    def laden_with(self, token: Token) -> set[str]:
        """The words for what a vessel carries, where the parser hung them on the verb: "intercepted a boat laden with 200 kg
        of heroin"."""
        loads = (
            c for c in token.children if c.dep_ == "prep" and self.doc[c.i - 1].lower_ in word_set("laden")
        )
        return {t.lower_ for load in loads for t in load.subtree}

    def phrase_words(self, noun: Token) -> set[str]:
        """A noun with the words that belong to it: "tonnes of cocaine", "series of raids"."""
        words = {noun.lower_}
        if noun.pos_ == "NUM" and any(child.is_currency for child in noun.children):
            words.add("cash")  # "found £90,000"
        for child in noun.children:
            if child.dep_ in ("compound", "conj", "amod", "nmod", "appos") or child.pos_ in ("NOUN", "PROPN"):
                words.add(child.lower_)
                words |= {t.lower_ for t in child.children if t.dep_ in ("compound", "conj")}
            elif child.dep_ == "prep" and child.lower_ == "of":
                words |= {t.lower_ for t in child.children}
        return words
