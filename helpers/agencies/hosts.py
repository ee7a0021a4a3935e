"""The sentence around a cue as its content: "The ferry, police said, sank", "..., according to the report"."""

import re

from helpers.agencies.contents import Contents, Span
from helpers.agencies.cues import statement_words
from helpers.texts import Token

__all__ = ["Hosts"]

_DATELINE = re.compile(  # "LIMA, Peru (AP) — More", "Geneva – The"
    r"[A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){0,2}(?:, [A-Z][\w.]{1,15}(?: (?:[A-Z][\w.]{1,15}|\d{1,2}))?){0,2} ?"
    r"(?:\([A-Z]{2,8}\):?|(?<=[A-Z]{2}):|(?:\([A-Z][\w ]{1,20}\) ?)?(?:—|–|―|--|-)) ?(?=[A-ZÀ-Þ“])"
)


class Hosts(Contents):
    """The clauses that stand around a cue and its source."""

    def host(self, token: Token, source: Span) -> list[Span]:
        """The clause around "police said", before it, or on both sides of it."""
        first, last = min(source[0], token.i), max(source[1], token.i) + self.puts_it(token)
        while last + 2 < len(self.doc) and self.doc[last + 1].lower_ in statement_words("time"):
            last += 1  # "The truth, Jo Sample said then, was"
        if token.lemma_ in statement_words("listener"):  # "The budget, he told the chamber, was"
            last = max([last, *(c.right_edge.i for c in token.children if c.dep_ == "dobj" and c.i > last)])
        left = first - 1
        while left >= 0 and self.doc[left].lower_ in ("as", "and", "so", "has", "have"):
            left -= 1
        if left < 1 or self.doc[left].text not in (",", "—", "–"):
            opening = first == 0 or self.doc[first - 1].lower_ == "as" and first <= 2
            if (
                opening
                and self.inserted(token)
                and last + 1 < len(self.doc)
                and self.doc[last + 1].text == ","
            ):
                return [span for span in [self.stretch(last + 2, self.sentence_end())] if span]
            return []
        before = self.stretch(self.head_of_host(left, token), left - 1)
        if (
            before is None
            or self.does(token, source, before)
            or self.stands_beside(token, before, left, first)
            or self.uttered & set(range(before[0] - 2, before[1] + 1))
        ):
            return []  # "“It is safe,” Jo Sample said, and Ann Roe agreed"
        acts = (
            self.doc[before[0]].dep_ == "csubj"
            or self.doc[before[0]].tag_ == "VBG"
            and self.is_cut(before, last)
        )
        if self.doc[before[0]].tag_ in ("VBN", "VBG") and not self.opens_clause(before) and not acts:
            return []  # "Asked who leads, he said", but "Selling it, he said, was wrong"
        closed = last + 2 < len(self.doc) and self.doc[last + 1].text == ","
        opens = self.doc[before[0]].lower_ in ("with", "to") and not self.is_clause(before)
        complete = (self.has_verb(before) or self.sentence.block.kind in ("heading", "title")) and not opens
        after = self.stretch(last + 2, self.sentence_end()) if closed else None
        cut = closed and self.doc[before[1]].pos_ in ("AUX", "ADP", "DET")  # "The loan is, he said, a gift"
        if not complete and not cut and (after is None or not self.is_clause(after)):
            return []
        on = cut or not complete or self.goes_on(last) or self.waits(before)
        opened = self.doc[before[0]].tag_ == "IN" and not self.is_clause(before)
        if not on and opened:
            return []  # "In a written response, the board agreed"
        pieces = [None if after and self.joins_on(before) else before, after if after and on else None]
        return self.telling([self.without_opening(piece) for piece in pieces if piece])

    def is_cut(self, before: Span, last: int) -> bool:
        """Whether the verb of what stands before a cue follows behind it: "Selling it, he said, was wrong"."""
        after = self.doc[last + 1 : last + 3]
        finite = any(t.tag_ in ("MD", "VBD", "VBZ") for t in self.doc[before[0] : before[1] + 1])
        return (
            len(after) == 2 and after[0].text == "," and after[1].tag_ in ("MD", "VBD", "VBZ") and not finite
        )

    def telling(self, pieces: list[Span]) -> list[Span]:
        """The pieces on both sides of a cue without a first one that tells nothing by itself: "The ferry, police said, sank", "At
        the age of ten, according to her, he left"."""
        if len(pieces) < 2 or self.uttered & set(range(pieces[0][0], pieces[0][1] + 1)):
            return pieces
        first, last = pieces[0]
        words = self.doc[first : last + 1]
        denies = any(t.lower_ in statement_words("denying_word") for t in words)
        heads = [t for t in words if not first <= t.head.i <= last or t.head.i == t.i]
        verbs = not self.has_verb(pieces[0]) or all(t.pos_ in ("NOUN", "PROPN", "NUM", "ADP") for t in heads)
        return pieces[1:] if verbs and not denies and self.has_verb(pieces[1]) else pieces

    def does(self, token: Token, source: Span, before: Span) -> bool:
        """Whether a verb has an object of its own instead of the clause before it ("..., and officers found 88 pounds"), or
        ends a headline without verbs ("Houses searched, dozens found")."""
        things = (c for c in token.children if c.dep_ == "dobj" and not source[0] <= c.i <= source[1])
        own = any(c.pos_ != "PRON" for c in things)
        if own and token.lemma_ not in statement_words("listener"):
            return True
        return token.lemma_ == "find" and not self.is_clause(before)

    def stands_beside(self, token: Token, before: Span, left: int, first: int) -> bool:
        """Whether a clause before a cue is joined to it or tells when it was said, and is not what was said: "Reporters asked,
        and he said no", "When they asked, he said: Yes"."""
        joined = token.dep_ == "conj" and any(t.dep_ == "cc" for t in self.doc[left + 1 : first])
        verbs = (t for t in self.doc[before[0] : before[1] + 1] if t.head.i == token.i)
        quoted = any(token.i < number for number in self.uttered)
        return joined or quoted and any(t.dep_ == "advcl" for t in verbs)

    def stands_alone(self, token: Token) -> bool:
        """Whether a verb of speech is no part of another clause, whose words it cannot tell: "Jo Sample, who joked", "when she
        added", "I laughed and said"."""
        bound = token.dep_ in ("relcl", "acl") or token.i and self.doc[token.i - 1].dep_ == "cc"
        return not bound and not any(c.tag_ == "WRB" for c in token.children)

    def puts_it(self, token: Token) -> bool:
        """Whether a verb is that of "as Jo Sample put it"."""
        it = token.i + 1 < len(self.doc) and token.nbor().lower_ == "it"
        return (
            it and token.lower_ in statement_words("puts") and any(c.lower_ == "as" for c in token.children)
        )

    def inserted(self, token: Token) -> bool:
        return token.dep_ == "parataxis" or any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children)

    def beside_cue(self, span: Span, token: Token, source: Span | None) -> list[Span]:
        """A content without the cue and its source, should they stand inside: "which police say were stolen"."""
        if not span[0] <= token.i <= span[1]:
            return [span]
        first, last = (min(source[0], token.i), max(source[1], token.i)) if source else (token.i, token.i)
        pieces = [self.stretch(span[0], first - 1), self.stretch(last + 1, span[1])]
        if self.doc[span[0]].tag_ in ("WDT", "WP") and span[0] == first - 1 and pieces[1]:
            return [span]  # "bombed what residents said was a hospital"
        if (
            self.doc[first - 1].tag_ == "WDT"
            and span[0] == first
            and span[0] <= self.doc[first - 1].head.i <= span[1]
        ):
            return [(first - 1, span[1])]  # "a deal that critics say will ruin the town"
        pieces = [
            p for p in pieces if p and (p[1] > p[0] or self.doc[p[0]].tag_ not in ("WDT", "WP", "IN", "CC"))
        ]
        return self.telling(pieces)

    def with_thing(self, span: Span, token: Token, source: Span | None) -> Span:
        """A clause with the thing of which it tells: "a car they believe was used"."""
        thing, opens = token.head, source is not None and source[0] - 1 == token.head.i
        said = self.doc[span[0]].tag_ in ("VBD", "VBZ", "VBP", "MD") and span[0] == token.i + 1
        return (thing.left_edge.i, span[1]) if opens and said and token.dep_ == "relcl" else span

    def head_of_host(self, left: int, token: Token) -> int:
        """Where the clause before the cue begins: after an utterance, a semicolon or the head of the sentence; of "as Jo
        Sample put it" the clause itself."""
        at = left - 1
        while at > 0 and self.doc[at - 1].text not in (";", ":") and at - 1 not in self.uttered:
            at -= 1
        return at

    def without_opening(self, span: Span) -> Span:
        """A clause at the head of a sentence without its dateline and the words that join it to the one before."""
        first, last = span
        if first:
            return span
        line = (
            _DATELINE.match(self.sentence.text) if self.sentence.start == self.sentence.block.start else None
        )
        while line and first < last and self.begin(self.doc[first]) < self.sentence.start + line.end():
            first += 1
        if self.doc[first].lower_ in ("but", "and", "yet"):
            first += 1
        return self.stretch(first, last) or span

    def has_verb(self, span: Span) -> bool:
        return any(t.pos_ in ("VERB", "AUX") for t in self.doc[span[0] : span[1] + 1])

    def is_clause(self, span: Span) -> bool:
        """Whether a stretch has a finite verb and does not begin like an appendix."""
        finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in self.doc[span[0] : span[1] + 1])
        return finite and self.doc[span[0]].tag_ not in ("VBG", "VBN", "WDT", "WP", "CC")

    def opens_clause(self, span: Span) -> bool:
        """Whether a clause of its own stands behind a participle: "Following a tip, the deputies searched the car"."""
        parts = [t.i for t in self.doc[span[0] : span[1] + 1] if t.text == ","]
        return bool(parts) and self.is_clause((parts[-1] + 1, span[1]))

    def waits(self, span: Span) -> bool:
        """Whether a clause before a cue is none by itself: "Though it was cheap, she said, it broke", "That is why, she said, it
        broke"."""
        first, last = self.doc[span[0]], self.doc[span[1]]
        commas = any(t.text == "," for t in self.doc[span[0] : span[1]])
        joining = first.lower_ in statement_words("opening") and not commas
        return joining or last.tag_ == "WRB"

    def joins_on(self, span: Span) -> bool:
        """Whether what stands before a cue only ends in a word that joins what is said to it: "The bridge is shut, where, she
        said, it will stay"."""
        first, last = span
        joining = self.doc[last].tag_ in ("WRB", "WDT", "WP")
        return joining and last > first and self.doc[last - 1].text == ","

    def goes_on(self, last: int) -> bool:
        """Whether the clause goes on behind "police said,": a comma, then a verb whose subject stood before."""
        if last + 2 >= len(self.doc) or self.doc[last + 1].text != ",":
            return False
        first, after = self.doc[last + 2], self.doc[min(last + 3, len(self.doc) - 1)]
        if first.i in self.uttered or first.tag_ in ("VBG", "WDT", "WP", "DT", "RB") or first.lower_ == "as":
            return False
        if first.lower_ in ("and", "but", "or"):
            return after.pos_ not in ("VERB", "AUX", "ADV") and self.has_verb((last + 3, len(self.doc) - 1))
        if first.lower_ in statement_words("subordinate"):
            return True
        return any(t.pos_ in ("VERB", "AUX") and t.head.i < last for t in self.doc[last + 2 : last + 6]) or (
            first.pos_ in ("AUX", "VERB")
        )

    def around(self, first: int, last: int) -> list[Span]:
        """What stands before and behind an "according to"."""
        before = self.stretch(0, first - 1)
        after = self.stretch(last + 1, self.sentence_end())
        if first <= 1:
            return [after] if after else []
        closed = last + 1 >= len(self.doc) or self.doc[last + 1].text in ".,;"
        if before and after and closed and self.doc[last + 1].text == ",":
            if self.goes_on(last):
                return self.telling([before, after])
            if self.doc[before[0]].tag_ == "IN" and not self.has_verb(before) and self.is_clause(after):
                return [after]  # "At the age of ten, according to her, he left"
        return [before] if before else []
