"""What a sentence says is not so: "claims that they were beaten are false", "there is no evidence that"."""

from helpers.clauses.reduced import Reduced
from helpers.texts import Token, word_set

__all__ = ["Untrue"]

_TRUE = frozenset(("true", "correct", "accurate", "case", "so"))
_SUBJECTS = ("nsubj", "nsubjpass")


class Untrue(Reduced):
    """Clauses with "that" of one sentence that it tells only to deny them."""

    def is_disbelieved(self, clause: Token) -> bool:
        """Whether what a clause says is told as untrue, by the word on which it hangs.

        Args:
            clause: The verb of the clause.
        """
        head = clause.head
        if clause.dep_ not in ("acl", "ccomp", "relcl") or head == clause:
            return False
        if head.lemma_ == "be":
            return self.is_untrue(head)
        if any(child.lower_ in word_set("falsely") for child in head.children):
            return True  # "falsely claimed that"
        if head.pos_ == "ADJ":
            return self.is_untrue(head.head)
        if self.is_unproved(head) or any(self.is_unproved(c) for c in head.children if c.dep_ in _SUBJECTS):
            return True  # "no evidence that", "no evidence emerged that"
        claim = head.head if head.dep_ == "acl" else head  # "a post claiming that"
        named = head.dep_ == "acl" or claim.lower_ in word_set("claims_made") | word_set("untrue")
        return named and self.is_rejected(claim)

    def is_rejected(self, claim: Token) -> bool:
        """Whether a claim is called false, rejected or denied: "rumors are untrue", "debunked a post", "a hoax"."""
        verb = claim.head
        if claim.lower_ in word_set("untrue") or claim.dep_ in ("nsubj", "attr") and self.is_untrue(verb):
            return True
        if claim.dep_ == "pobj" and verb.lower_ in ("to", "in", "behind", "for"):
            return self.is_unproved(verb.head)  # "no truth to the claim"
        return claim.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in word_set("debunking")

    def is_untrue(self, verb: Token) -> bool:
        """Whether "be" is followed by what is not so: "is false", "turned out to be a hoax", "is not true"."""
        verb = next((c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ == "be"), verb)
        said = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "attr")}
        denied = any(child.dep_ == "neg" for child in verb.children)
        return verb.lemma_ == "be" and bool(said & (_TRUE if denied else word_set("untrue")))

    def is_unproved(self, noun: Token) -> bool:
        """Whether there is no proof: "no evidence", "no sign", "no truth"."""
        proof = noun.lower_ in word_set("proof")
        return proof and any(child.lower_ == "no" for child in noun.children)
