"""Verbs that no list has, and words in place of a verb, beside a quotation: "“No,” grumbled Jo Sample", "Jo Sample was blunt:
“No.”", "as Jo Sample puts it", "Jo Sample's answer was short:"."""

from helpers.agencies.cues import Cue
from helpers.agencies.hit import Hit
from helpers.agencies.hits import Hits
from helpers.texts import Token

__all__ = ["Unlisted"]


class Unlisted(Hits):
    """What brings in an utterance of one parsed sentence where no cue does."""

    def unknown_verb(self, number: int) -> Hit | None:
        """A verb beside an utterance and its speaker: "Yes, grumbled Sheriff Marsh", "Yes, Marsh grumbled."."""
        if number and self.doc[number - 1].text == ":":
            return self.before_colon(number)
        if (puts := self.putting(number)) is not None:
            return self.beside_quote(puts)
        after = self.doc[number + 1 : number + 12]
        words = [t for t in after if t.text != ","]
        if not words or len(after) < 2 or after[0].text != ",":
            return None
        inverted = (
            words[0].tag_ in ("VBD", "VBZ", "VBN")
            or words[0].tag_ == "JJ"
            and words[0].text.endswith("ed")
            or self.shrugs(words[0])
        )
        if not inverted:
            return None
        verb = words[0]
        subject = self.beside(verb)
        if subject is None or subject.i in self.uttered or not self.animacy(subject):
            return None
        named = subject.pos_ in ("PROPN", "PRON") or subject.i in self.agencies
        if verb is words[0] and not named and self.animacy(subject) != "person":
            return None
        cue = Cue(verb.lemma_.lower(), "speech", frozenset(("quote", "clause")))
        return Hit(verb, cue, subject, self.source(subject, verb), (), verb)

    def quoting(self, verb: Token, subject: Token) -> Hit | None:
        """A verb that is no cue as one of a quotation beside it, should its subject be able to speak."""
        if self.animacy(subject) not in ("person", "body"):
            return None
        cue = Cue(verb.lemma_.lower(), "speech", frozenset(("quote",)))
        return Hit(verb, cue, subject, self.source(subject, verb), (), verb)

    def shrugs(self, token: Token) -> bool:
        """Whether what the parse takes for nouns is a verb before a name: "“So what,” shrugs Jo Sample"."""
        named = token.i + 1 < len(self.doc) and token.nbor().pos_ == "PROPN"
        return token.tag_ == "NNS" and token.is_lower and named

    def before_colon(self, number: int) -> Hit | None:
        """The main verb of a sentence that ends in a colon and a quotation: "Mr. Bush demurred: Yes"."""
        verb = next((t for t in self.doc[:number] if t.dep_ == "ROOT" and t.tag_ in ("VBD", "VBZ")), None)
        return self.beside_quote(verb) if verb is not None else None

    def putting(self, number: int) -> Token | None:
        """ "As Jo Sample put it, Yes", "Yes, as Jo Sample puts it"."""
        near = self.doc[max(0, number - 12) : number + 8]
        return next((t for t in near if self.puts_it(t)), None)

    def beside_quote(self, verb: Token) -> Hit | None:
        """A verb that is no cue as one of a quotation beside it."""
        several = [child for child in verb.children if child.dep_ == "nsubj"][:-1]
        subject = several[0] if several else self.subject(verb)
        return self.quoting(verb, subject) if subject is not None else None
