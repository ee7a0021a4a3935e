"""A passive whose "is" is left out, as headlines leave it out: "FBI accused of failing", "Police told to release files"."""

from helpers.clauses.order import WordOrder
from helpers.texts import Token, word_set

__all__ = ["Reduced"]


class Reduced(WordOrder):
    """The main verbs of one sentence."""

    def leaves_out_be(self, token: Token) -> bool:
        """Whether a form that looks like a past tense is a passive: its verb needs somebody before the word that follows it
        ("accused the FBI of failing"), and nobody stands there."""
        if token.tag_ not in ("VBD", "VBN") or token.dep_ == "relcl":
            return False
        after = next((t.lower_ for t in self.doc[token.i + 1 : token.i + 3] if t.dep_ != "neg"), "")
        if after == "to" and token.lower_ in word_set("reputed") and token.i:
            return self.doc[token.i - 1].text == ","  # "held a man, said to lead the gang"
        if f"{token.lower_} {after}" not in word_set("object_first"):
            return False
        helped = any(c.dep_ == "aux" or c.dep_ in ("dobj", "dative", "oprd") for c in token.children)
        opening = [c.left_edge.i for c in token.children if c.dep_ == "nsubj"]
        # "a man the FBI accused of spying": who is accused stands before those who accuse
        inside = any(at and self.doc[at - 1].pos_ in ("NOUN", "PROPN", "PRON", "NUM") for at in opening)
        return not (helped or inside)
