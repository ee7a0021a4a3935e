"""Whether a verb of speech is one in this sentence, and whether people or the body itself say it."""

from helpers.clauses.needs import Needs
from helpers.names import head_words
from helpers.texts import Token, Verb, objects_of, word_set

__all__ = ["Told"]


class Told(Needs):
    """Verbs of speech of one sentence."""

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

    def says(self, token: Token, verb: Verb) -> bool:
        """Whether a verb of speech is one here: told as a fact, or announced with its words ("will allege that"), not
        passive, and with what it needs."""
        if token.tag_ == "VBG" and token.dep_ not in ("ROOT", "conj", "advcl"):
            return False
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
            return token.lemma_ in word_set("descriptive") and self.has_word(token, frozenset(["as"]))
        if token.lemma_ == "welcome" and self.needed(token, "direct people", self.objects(token)):
            return False  # "welcomed 112 returnees at the airport" takes them in
        if self.in_court(token):
            return False
        if verb.role == "report" and self.needed(token, "question", []):
            return False  # "to determine whether"
        mode, negated = self.mode(token)[:2]
        if mode == "planned":
            return not negated and (self.wishes_to(token) or self.tells_clause(token))
        neither = {t.lower_ for t in self.doc[max(0, token.i - 5) : token.i]} & {"neither", "nor"}
        if mode != "reported" or neither and token.lemma_ in ("agree", "disagree"):
            return False
        if verb.needs in ("with", "to", "for"):  # "agreed with", "attributed it to", "appealed for"
            return self.agrees_to(token) or any(
                c.dep_ in ("prep", "dative") and c.lower_ == verb.needs and c.i > token.i
                for c in token.subtree
            )
        if verb.needs == "recommendations":
            return self.needed(token, verb.needs, self.objects(token))
        if verb.needs == "naming":
            wanted = [o for c in token.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"]
            asked = any(noun.lower_ not in word_set("summoned") for noun in wanted)
            upon = any(c.dep_ == "prep" and c.lower_ in ("on", "upon") for c in token.children)
            urged = upon and any(t.lower_ == "to" for t in self.doc[token.i + 1 : token.i + 20])
            return asked or urged or {"dobj", "oprd"} <= {child.dep_ for child in token.children}
        return verb.needs != "clause" or self.tells_clause(token)

    def in_court(self, token: Token) -> bool:
        """Whether a court says nothing but decides, "the court confirmed the indictment", or is told something, as headlines say:
        "Two ran a taxi service, court told"."""
        ruled = token.lemma_ in word_set("ruling") and bool(self.objects(token)) and not self.quoted(token)
        told = token.lower_ == "told" and not self.objects(token)
        return (ruled or told) and any(
            self.is_court(doer) or told and doer.lower_ == "court" for doer in self.doers(token)
        )

    def agrees_to(self, token: Token) -> bool:
        """Whether what is recommended is agreed to: "agreed to four of them", but not "agreed to a deal"."""
        to = [c for c in token.children if c.lower_ == "to" and token.lemma_ == "agree"]
        wanted = objects_of("recommendations")
        return any(noun.pos_ == "NUM" or noun.lower_ in wanted for one in to for noun in one.children)

    def wishes_to(self, token: Token) -> bool:
        """Whether something is said by wishing to say it: "would like to thank", "wants to stress", "I would add"."""
        if token.lemma_ not in word_set("polite"):
            return False
        below = {(child.dep_, child.lower_) for child in token.children}
        would = ("aux", "would") in below and not {("nsubj", "i"), ("nsubj", "we")}.isdisjoint(below)
        return would or token.dep_ == "xcomp" and token.head.lemma_ in ("wish", "like", "want")

    def tells_clause(self, token: Token) -> bool:
        """Whether a clause says what is told: "found that", "denied the claim", "responded: ..."; but not
        "denied parole", "responded to a fire"."""
        told = {t.lower_ for t in self.doc[token.i + 1 : token.i + 4]}
        aim = any(child.tag_ == "TO" for child in token.children)  # "enabled police to find a van"
        clauses = [child for child in token.children if child.dep_ in ("ccomp", "parataxis")]
        if token.dep_ == "parataxis" and self.is_finite(token.head):
            return True  # "In May, the SEC alleges, the firm sold"
        if any(self.is_finite(clause) for clause in clauses) and not (aim and "that" not in told):
            return True
        below = {(c.dep_, c.lower_) for c in token.children}
        if {("nsubj", "we"), ("dobj", "what"), ("prep", "in")} <= below:
            return True  # "set out what we found in our review"
        claims = {word for noun in self.objects(token) for word in self.phrase_words(noun)}
        beside = any(self.quoted(t) for t in self.doc[max(0, token.i - 6) : token.i + 6])
        far = {t.lower_ for t in self.doc[token.i + 1 : token.i + 7]}  # "informed TRAC in writing that"
        told = far if token.lemma_ in word_set("told_to") else told
        return "that" in told or bool(claims & objects_of("claims")) or beside

    def is_finite(self, verb: Token) -> bool:
        """Whether a clause has a finite verb: "found agents were late", but not "found parking hard"."""
        return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in (verb, *verb.children))
