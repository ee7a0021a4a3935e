"""Where the content of a cue ends and the reporter goes on: "said it would study the ruling, which lawyers called a blow",
"ordered him to pay and barred him from the shop", "said it “can wait”, a line that angered many"."""

from dataclasses import replace

from helpers.agencies.cues import statement_words
from helpers.agencies.hit import Hit
from helpers.agencies.told_things import ToldThings
from helpers.texts import Token

__all__ = ["Endings"]

_SUBJECTS = ("nsubj", "nsubjpass", "expl")


class Endings(ToldThings):
    """The cues of one parsed sentence, with contents that end where the reporter's own words begin."""

    def ended(self, hits: list[Hit]) -> list[Hit]:
        """Cuts each content before the first word of the reporter in it."""
        found = [
            replace(hit, contents=tuple(self.before_reporter(hit, span, hits) for span in hit.contents))
            for hit in hits
        ]
        return [self.with_speaker(hit, hits, found) for hit in found]

    def with_speaker(self, hit: Hit, hits: list[Hit], found: list[Hit]) -> Hit:
        """A cue that joins on to the content of another one and was cut from it, with the source of that one."""
        if hit.token.dep_ != "conj" or any(child.dep_ in _SUBJECTS for child in hit.token.children):
            return hit
        for outer, cut in zip(hits, found, strict=True):
            inside = (a <= hit.token.i <= b for a, b in outer.contents)
            still = (a <= hit.token.i <= b for a, b in cut.contents)
            if outer.token.i < hit.token.i and any(inside) and not any(still):
                return replace(hit, subject=outer.subject, source=outer.source)
        return hit

    def before_reporter(self, hit: Hit, span: tuple[int, int], hits: list[Hit]) -> tuple[int, int]:
        """A content up to where the reporter goes on."""
        first, last = span
        if last - first < 2 or hit.token.i > first:
            return span
        inside = self.doc[first + 1 : last + 1]
        places = [self.gloss(token, hits) for token in inside] + [
            self.second_act(token, span) for token in inside
        ]
        cut = min((place for place in places if place > first), default=0)
        return (self.stretch(first, cut - 1) or span) if cut else span

    def gloss(self, token: Token, hits: list[Hit]) -> int:
        """Where a clause begins that only tells what is thought of the words before it; 0 if it is none: behind a closing mark,
        or with a cue and a speaker of its own: "he would leave, a promise his rival called a joke"."""
        if self.glossed(token, hits):
            return token.left_edge.i
        if token.dep_ not in ("relcl", "appos", "npadvmod"):
            return 0
        first = token.left_edge.i
        if first < 2 or self.doc[first - 1].text != ",":
            return 0
        closed = self.closes_mark(self.doc[first - 2]) or self.closes_mark(self.doc[first - 1])
        if token.dep_ != "relcl":
            told = any(child.dep_ == "relcl" for child in token.children)
            return first if closed and told and self.doc[first].lower_ in ("a", "an") else 0
        opens = self.doc[first].lower_ == "which"
        return first if opens and (closed or self.speaks_there(first, token, hits)) else 0

    def glossed(self, noun: Token, hits: list[Hit]) -> bool:
        """Whether a noun behind a comma sums up what was said, and somebody else speaks of it."""
        first = noun.left_edge.i
        sums_up = first > 1 and self.doc[first].lower_ in ("a", "an") and self.doc[first - 1].text == ","
        clauses = [c for c in noun.children if c.dep_ == "relcl"] if sums_up else []
        return any(
            hit.token.i == clause.i and self.animacy(subject) in ("person", "body")
            for clause in clauses
            for hit in hits
            for subject in clause.children
            if subject.dep_ == "nsubj"
        )

    def speaks_there(self, first: int, clause: Token, hits: list[Hit]) -> bool:
        """Whether somebody else says something in a clause behind "which": "which an opposition deputy mocked as"."""
        places = (clause.i, clause.head.i)
        told = (
            hit
            for hit in hits
            if first < hit.token.i and places.count(hit.token.head.i) or hit.token.i == clause.i
        )
        for hit in told:
            between = self.doc[first + 1 : hit.token.i]
            nouns = [
                t for t in between if t.pos_ in ("NOUN", "PROPN") and self.animacy(t) in ("person", "body")
            ]
            if nouns and not any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBN" for t in between[:1]):
                return True
        return False

    def second_act(self, token: Token, span: tuple[int, int]) -> int:
        """Where the speaker's next act begins, which cannot go on with the clause or the infinitive before it; 0 if it is none:
        "ordered him to pay and barred him from the shop", "said they were waiting, and pointed to a letter"."""
        head, before = token.head, self.doc[token.i - 1]
        while before.i > span[0] and before.dep_ in ("neg", "advmod", "aux"):
            before = self.doc[before.i - 1]
        own = any(child.dep_ in _SUBJECTS for child in token.children)
        if token.dep_ != "conj" or own or before.dep_ != "cc" or not span[0] <= head.i < token.i:
            return 0
        if before.lower_ not in ("and", "but"):
            return 0
        helpers = {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")}
        comma = self.doc[before.i - 1].text == ","
        lasting = head.tag_ == "VBG" and bool(helpers & {"was", "were", "is", "are"})
        if comma and lasting and token.tag_ == "VBD":
            return before.i
        silent = token.lemma_ in statement_words("uttering") and self.mode(token)[1]
        return before.i if before.lower_ == "but" and silent else 0
