"""Who has helped by what is said around the deed: those whom somebody thanks or praises for it, and those beside whom
it is done."""

from collections.abc import Iterator

from helpers.clauses.nouns import Action, NounActions
from helpers.texts import Token, word_set

__all__ = ["Thanks"]


class Thanks(NounActions):
    """Helpers and companions of one sentence, whatever is done."""

    def thanked(self) -> Iterator[Action]:
        """ "thanked the FBI and the ATF", "is grateful to X", "commended X for lending a hand", "X was thanked by Y for its
        help": they have helped."""
        for token in self.among(word_set("praising") | word_set("thanking")):
            praise = token.lower_ in word_set("praising")
            bodies = [body for body in self.thanked_bodies(token) if not self.is_general(body)]
            if bodies and token.pos_ == "ADJ" and token.head.lemma_ == "be":
                yield self.make("comment", token, self.doers(token.head), speech=True, lemma="thank")
            if bodies and self.has_helped(max(token.i, bodies[-1].i), plainly=not praise):
                yield self.make("cooperate", token, bodies, mode="reported")

    def thanked_bodies(self, token: Token) -> list[Token]:
        """The bodies that are thanked: behind the verb or its "to", as its passive subject or before its "whom"."""
        if any(c.dep_ == "neg" for c in token.children):
            return []
        if self.is_passive(token):
            return [body for body in self.spread(self.objects(token)) if body.i in self.agencies]
        if token.dep_ == "relcl" and any(
            c.lower_ in ("whom", "who") and c.dep_ == "dobj" for c in token.children
        ):
            return [body for body in self.bodies(token.head) if body.i in self.agencies]
        to = next((t.i for t in self.doc[token.i + 1 : token.i + 6] if t.lower_ == "to"), token.i)
        return self.listed(token.i + 1) or (self.listed(to + 1) if to > token.i else [])

    def has_helped(self, at: int, *, plainly: bool) -> bool:
        """Whether what stands behind a place says that the bodies before it helped: "for their assistance"; who is
        plainly thanked has helped, except "for inviting us"."""
        reason = next((t.i for t in self.doc[at + 1 : at + 9] if t.lower_ == "for"), len(self.doc))
        words = {t.lower_ for t in self.doc[reason + 1 : reason + 6]}
        return words.isdisjoint(word_set("unhelpful")) and (plainly or bool(words & word_set("thanked_for")))

    def side_by_side_deeds(self) -> Iterator[Action]:
        """ "moved in together with the FBI", "A and B have jointly dismantled a laboratory": whatever is done, those who
        do it together cooperate."""
        for token in self.among(word_set("together") | {"alongside"}):
            if self.quoted(token) or token.i < 2:
                continue
            verb = self.governor(token)
            after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
            doers = [doer for doer in self.doers(verb) if self.is_side(doer) and not self.is_court(doer)]
            if token.lower_ == "alongside" or after.lower_ == "with":
                others = self.listed(token.i + (1 if token.lower_ == "alongside" else 2))
                sides = [*others, *(doer for doer in doers if doer.i < token.i)] if others else []
            else:
                sides = doers if token.head == verb and len(doers) > 1 else []
            if sides:
                yield self.make("cooperate", token, list(dict.fromkeys(sides)), mode_from=verb)
