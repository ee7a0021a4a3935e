"""Words beside a verb that its doers are read from: its subject and what that stands for, the "by" of a passive."""

from helpers.clauses.positions import Positions
from helpers.texts import Token, members, verbs_of

__all__ = ["Subjects"]


class Subjects(Positions):
    """Subjects and agents of the verbs of one sentence."""

    def lacks_verb(self, token: Token) -> bool:
        """Whether the only verb of a sentence was taken for a participle: "The DEA, a sheriff's office and local
        police assisted in the effort." """
        verbs = [t for t in self.doc if t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG"]
        ends = self.doc[-1].text in ".!" and not any(t.lower_ == "by" for t in self.doc[token.i :][:3])
        return ends and verbs == [token]

    def of_marked_noun(self, token: Token) -> list[Token]:
        """The noun before a verb that the parser took for a noun: "recommended that the Coast Guard work with"."""
        noun = token.pos_ == "NOUN" and any(child.dep_ == "mark" for child in token.children)
        return [c for c in token.children if noun and c.dep_ == "compound" and c.i == token.i - 1]

    def own_subjects(self, token: Token) -> list[Token]:
        """The subjects of a verb; a pronoun right before it leaves no room for another: "Europol shared tips, he added"."""
        found = [child for child in token.children if child.dep_ == "nsubj"]
        return found[-1:] if found and found[-1].pos_ == "PRON" and found[-1].i == token.i - 1 else found

    def shares_passive(self, token: Token) -> bool:
        """Whether a participle goes on with the passive before it: "held by the FBI and charged", but neither "and a gun was
        seized" nor "and will be charged"."""
        own = any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children)
        return token.dep_ == "conj" and not own and token.head.pos_ == "VERB" and self.is_passive(token.head)

    def taken_for_object(self, token: Token) -> list[Token]:
        """The subject of a clause that the parser took for the object of the verb above: "the court heard Jo Roe, 40, carried
        out the attacks", "was told Jo Roe, 40, carried"."""
        head = token.head
        after = (
            token.dep_ == "conj" and head.lemma_ == "tell" and not any(c.dep_ == "cc" for c in head.children)
        )
        if token.tag_ not in ("VBD", "VBZ", "VBP") or not (after or token.dep_ == "ccomp"):
            return []
        return [c for c in head.children if c.dep_ == "dobj" and head.i < c.i < token.i][-1:]

    def acting_before(self, token: Token) -> list[Token]:
        """The subject that the parser hung on the gerund between it and its verb: "officers acting on a tip stopped a van"."""
        gerunds = [c for c in token.children if c.dep_ == "csubj" and c.tag_ == "VBG"]
        return [c for gerund in gerunds for c in gerund.children if c.dep_ == "nsubj"]

    def seized(self, noun: Token) -> list[Token]:
        """The passive of a second noun: "two men were held and a gun seized by the RCMP"."""
        return [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and not self.agentless(c)]

    def after_by(self, token: Token) -> list[Token]:
        """Objects of the "by" of a verb, and of a second one: "by Essex Police and by the BKA"."""
        first = [c for c in token.children if c.dep_ == "agent" or c.dep_ == "prep" and c.lower_ == "by"]
        second = (t for one in first for t in one.subtree if t.lower_ == "by" and t.head.pos_ == "ADP")
        every = [by for by in (*first, *second) if self.doc[by.i - 1].lower_ != "not"]  # "not by ICE but by"
        return [obj for by in every for obj in by.children if obj.dep_ == "pobj"]

    def leaders(self, verb: Token) -> list[Token]:
        """Those who lead what a passive verb says is done: "The operation, led by ERO, was carried out in coordination
        with"; they are a side of it."""
        own = [verb.head] if verb.dep_ == "conj" else []
        subjects = [c for word in (verb, *own) for c in word.children if c.dep_ in ("nsubj", "nsubjpass")]
        led = [c for noun in subjects for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
        led = [c for c in led if any(option.role == "lead" for option in verbs_of().get(c.lower_, ()))]
        return self.spread([body for c in led for body in self.after_by(c)])

    def equated(self, noun: Token) -> list[Token]:
        """What a noun is said to be: "The force that leads the inquiry is Essex Police", "Amnesty is a group that"."""
        verb = noun.head
        if noun.dep_ == "attr" and verb.lemma_ == "be" and not any(c.dep_ == "neg" for c in verb.children):
            return [c for c in verb.children if c.dep_ == "nsubj" and c.i in self.agencies]
        named = noun.i in self.agencies or noun.dep_ != "nsubj" or verb.lemma_ != "be"
        return [] if named else [c for c in verb.children if c.dep_ == "attr" and c.i in self.agencies]

    def whose_people(self, body: Token) -> Token:
        """The people before "of" and a body: those who are meant by "who" in "operatives of the EFCC, who"."""
        people = body.head.head if body.dep_ == "pobj" else body
        named = body.i in self.agencies and self.agencies[body.i].kind != "description"
        return people if named and people.lower_ in members() else body

    def subject_list(self, token: Token, subject: Token) -> list[Token]:
        """The bodies of a subject that is a list of them, read forward up to its verb."""
        if subject.i not in self.agencies and subject.lower_ not in members():
            return []
        named = self.listed(subject.left_edge.i) or self.listed(subject.i)
        return [body for body in named if body.i < token.i] if {*named} & {*self.spread([subject])} else []

    def has_own_object(self, token: Token) -> bool:
        """Whether a form that could be a participle has an object, maybe shared with the next verb ("located
        and arrested 187")."""
        if token.tag_ not in ("VBN", "VBD"):
            return False
        shared = [
            c for c in token.children if c.dep_ == "conj" and c.tag_ in ("VBN", "VBD") and c.i - token.i < 4
        ]
        return any(child.dep_ == "dobj" for verb in (token, *shared) for child in verb.children)

    def first_of_series(self, token: Token) -> Token:
        """The first of verbs joined by "and", if it is hung on a noun like a participle."""
        return token.head if token.dep_ == "conj" and token.head.dep_ == "acl" else token

    def possessed(self, subject: Token) -> Token:
        """The body behind "'s" where the parser took its owner for the subject: "the force's Economic Crime
        Unit kept"."""
        mark, after = (self.doc[i] if i < len(self.doc) else subject for i in (subject.i + 1, subject.i + 2))
        return after if mark.lower_ in ("'s", "’s", "'", "’") and after.i in self.agencies else subject

    def told_verb(self, token: Token) -> Token | None:
        """The verb with which one goes on behind what tells who says so: "HSI seized the boat, Jo Sample said, and traced
        the money"."""
        said = token.head
        options = verbs_of().get(said.lower_, ())
        if not any(verb.speech for verb in options) or any(
            v.speech for v in verbs_of().get(token.lower_, ())
        ):
            return None
        told = [c for c in said.children if c.dep_ == "ccomp" and c.i < said.i]
        told += [said.head] if said.dep_ == "parataxis" and said.head.i < said.i else []
        named = [c for c in said.children if c.dep_ == "nsubj" and self.doc[c.left_edge.i - 1].text == ","]
        return told[0] if told and named and self.doc[said.i + 1].text == "," else None

    def called_on(self, token: Token, head: Token) -> Token | None:
        """The last body behind "on" or "upon" before an infinitive."""
        behind = [
            t for t in self.doc[head.i + 1 : token.i] if t.dep_ == "pobj" and t.head.lower_ in ("on", "upon")
        ]
        return behind[-1] if behind else None
