"""One parsed sentence with what the questions of grammar need: its bodies, its countries, its quotations.

`Clauses` stands on `Doers`, which answers who does what a verb says from the dependency parse of a masked
sentence (`helpers.names.masks`) and mends what the small model often gets wrong: agents hung on the wrong
word, verbs after a comma read as participles, names beside names.
"""

from collections.abc import Collection

from helpers.clauses.doers import Doers
from helpers.texts import Token

__all__ = ["Clauses"]


class Clauses(Doers):
    """One parsed sentence and the questions asked of it."""

    def among(self, words: Collection[str]) -> list[Token]:
        """The tokens that are one of some words, small or capital; asking the words is quicker than asking tokens."""
        return [self.doc[at] for at, word in enumerate(self.words) if word in words]

    def span(self, token: Token) -> tuple[int, int]:
        start = self.masked.original(token.idx)
        found = self.agencies.get(token.i)
        return (found.start, found.end) if found else (start, start + len(token.text))

    def stretch(self, first: Token, last: Token) -> tuple[int, int]:
        return self.span(first)[0], self.span(last)[1]

    def quoted(self, token: Token) -> bool:
        return any(start <= token.idx < end for start, end in self.quotes)

    def of_each_other(self, token: Token) -> list[Token]:
        """Several bodies that tell of what is theirs: "A and B reaffirm their partnership", "both agencies will go on
        with their exchange"."""
        theirs = any(child.dep_ == "poss" and child.lower_ == "their" for child in token.children)
        doers = self.doers(self.governor(token)) if theirs and token.dep_ == "dobj" else []
        words = [self.agencies[doer.i].text.lower().split()[0] for doer in doers if doer.i in self.agencies]
        return doers if len(words) > 1 or {*words} & {"all", "both", "three", "two"} else []

    def in_name(self, token: Token) -> bool:
        """Whether a noun is part of the name of the body before it: "Homeland Security Investigations"."""
        return bool(token.text[:1].isupper() and token.i - 1 in self.agencies and not self.headline)

    def owning_with(self, owner: Token) -> list[Token]:
        """The bodies named right before an owner, up to one behind a preposition: "the ATF, the DEA and the
        force's investigation", but not "according to prosecutors, the ATF's"."""
        named = self.chain(owner) if owner.i in self.agencies else []
        cited = [place for place, body in enumerate(named) if self.doc[max(0, body.i - 1)].pos_ == "ADP"]
        return named[cited[-1] + 1 :] if cited else named
