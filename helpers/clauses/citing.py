"""Whom a sentence cites: "according to X", "citing X figures", "figures from X show"."""

from collections.abc import Iterator
from functools import cache

from helpers.clauses.nouns import Action
from helpers.clauses.thanks import Thanks
from helpers.texts import Token, action_nouns, objects_of, verbs_of, word_set

__all__ = ["Citing"]

_FIGURES = ("figures", "data", "statistics", "numbers", "findings", "estimates", "projections", "results")
_CITING = ("citing", "cites", "cited", "quoting")


@cache
def _sources() -> frozenset[str]:
    """The words by which somebody can be cited."""
    own = word_set("own_counts") | word_set("own_reports") | word_set("conclusions")
    return own | {"according", *_CITING, *_FIGURES}


class Citing(Thanks):
    """The sources of one sentence."""

    def sources(self) -> Iterator[Action]:
        """ "according to X", "citing X figures", "figures from X show"."""
        for token in self.among(_sources()):
            doers = self.source(token)
            if doers:
                lemma = "according to" if token.lower_ == "according" else ""
                yield self.make("report", token, doers, speech=True, mode="reported", lemma=lemma)

    def source(self, token: Token) -> list[Token]:
        """The bodies that are cited by a word, if it cites any."""
        after = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
        if token.lower_ == "according" and after == "to":
            return self.cited(token, 14)
        if token.lower_ in _CITING:
            return [body for body in self.cited(token, 6) if self.is_source(body, token)]
        counts = token.lower_ in word_set("own_counts") and not self.quoted(token)
        if counts or token.lower_ in word_set("own_reports") and self.holds(token) or self.concludes(token):
            owners = [c for c in token.children if c.dep_ == "poss"]
            return [body for owner in owners for body in self.with_conjuncts(owner)]
        if token.lower_ in _FIGURES and not self.quoted(token):
            owner = self.owner_of_figures(token)
            return (
                [owner]
                if owner is not None
                else self.cited(token, 4)
                if after in ("from", "by", "of")
                else []
            )
        return []

    def holds(self, token: Token) -> bool:
        """Whether a report is said to contain or find something: "our report contains seven"."""
        verb = token.head
        speaks = any(option.speech for option in verbs_of().get(verb.lower_, ()))
        return (
            token.dep_ == "nsubj"
            and (verb.lower_ in word_set("holding") or speaks)
            and not self.quoted(token)
            and not any(child.dep_ == "neg" for child in verb.children)
        )

    def concludes(self, token: Token) -> bool:
        """Whether a clause says what a finding is: "our conclusion was that"."""
        if token.lower_ not in word_set("conclusions") or token.dep_ != "nsubj" or token.head.lemma_ != "be":
            return False
        that = any(t.lower_ == "that" for t in self.doc[token.head.i + 1 : token.head.i + 3])
        return that and not self.quoted(token)

    def owner_of_figures(self, token: Token) -> Token | None:
        """The body right before its figures: "CBP data", "the agency figures", "ICE's statistics"."""
        if token.dep_ == "nsubj" and token.head.lemma_ == "be":
            return None  # "CBP data were reliable" cites nobody
        before = self.doc[max(0, token.i - 1)]
        if before.i in self.agencies or before.lower_ in word_set("body_nouns"):
            return before
        owner = self.doc[token.i - 2] if token.i > 1 and before.lower_ in ("'s", "’s") else None
        return owner if owner is not None and owner.i in self.agencies else None

    def is_source(self, body: Token, citing: Token) -> bool:
        """Whether a body is cited itself or for its words, and not for what it does: "citing ICE figures", but neither
        "citing 12 arrests by ICE" nor "citing a lack of support from ICE"."""
        objects = [child for child in citing.children if child.dep_ == "dobj" and child != body]
        deeds = action_nouns().keys() | objects_of("operation") | word_set("amiss")
        return not any(noun.lower_ in deeds for noun in objects)

    def cited(self, token: Token, reach: int) -> list[Token]:
        """The bodies that follow within some words, up to a comma or a finite verb."""
        according = token.lower_ == "according"
        for follower in self.doc[token.i + 1 : token.i + 1 + reach]:
            noun = follower.lower_ in word_set("body_nouns") and self.doc[follower.i - 1].lower_ == "the"
            proper = according and (follower.pos_ == "PROPN" or follower.i in self.nations)
            if follower.i in self.agencies or noun or proper:
                comma = next((t.i for t in self.doc[follower.i :] if t.text == ","), len(self.doc))
                first = token.i == 0  # "According to the CBSA, its officers and the RCMP intercepted"
                return [t for t in self.with_conjuncts(follower) if not first or t.i < comma]
            finite = follower.pos_ == "VERB" and follower.tag_ in ("VBD", "VBZ")
            told = any(
                child.pos_ == "PRON" for child in follower.children
            )  # "a statement he gave to the FBI"
            if follower.lower_ in (",", ";") or finite and (told or not according):
                break
        return []
