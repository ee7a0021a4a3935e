"""The words of a source beside its cue, where the parse has too many or too few of them.

"Speaking to the Courier, union leader Jo Sample said" is said by the leader, and "the author, epidemiologist Jo Sample,
cautioned" has the name with it.
"""

from helpers.agencies.cues import cue_of, source_class
from helpers.agencies.hosts import Hosts
from helpers.agencies.objects import Span
from helpers.agencies.origins import LONGEST_NAME
from helpers.agencies.titles import title_words
from helpers.texts import Token

__all__ = ["Named"]


class Named(Hosts):
    """The words for the sources of one parsed sentence."""

    def behind_utterance(self, token: Token) -> bool:
        """Whether a word in small letters stands right behind a quotation and its comma: "“No,” joked Jo Sample"."""
        at = token.i
        return token.is_lower and at > 1 and self.doc[at - 1].text == "," and at - 2 in self.uttered

    def source(self, subject: Token | None, cue: Token) -> Span | None:
        """The span of a source without its cue, should the parse have put that inside."""
        if subject is None:
            return None
        first, last = self.span(subject)
        if first <= cue.i <= last:
            first, last = (first, cue.i - 1) if subject.i < cue.i else (cue.i + 1, last)
        first, last = self.trimmed(first, last, subject.i)
        first += self.doc[first].lower_ in ("which", "whom") and first < subject.i
        charge = next(
            (c.i for c in subject.children if c.dep_ == "prep" and self.is_accused_of(c, cue)), last + 1
        )
        last = min(last, charge - 1)  # "was accused by rivals of misleading them"
        if self.doc[first].pos_ == "PROPN":  # "Presiding | Judge Jo Sample"
            while first and self.doc[first - 1].text in title_words() and first - 1 not in self.agencies:
                first -= 1
        inserted = self.doc[last + 2 : cue.i - 1]  # "The author, epidemiologist Jo Sample, cautioned"
        closed = len(inserted) and self.doc[last + 1].text == self.doc[cue.i - 1].text == ","
        if closed and inserted[-1].pos_ == "PROPN" and self.describes(inserted):
            return first, cue.i - 2
        return first, self.with_name(last)

    def is_accused_of(self, preposition: Token, cue: Token) -> bool:
        """Whether a phrase below the agent of a passive is what somebody is accused of or described as."""
        behind = [t for t in self.doc[preposition.i + 1 : preposition.i + 4] if t.tag_ not in ("RB", "HYPH")]
        doing = preposition.lower_ == "of" and behind and behind[0].tag_ == "VBG"
        return bool(doing or preposition.lower_ == "as") and self.passive(cue) and preposition.i > cue.i

    def described(self, source: Span, cue: Token) -> Span:
        """A source with the clause behind it that tells which one is meant: "said people who know the talks", but not "Jo
        Sample, who runs the shelter, said"."""
        first, last = source
        clause = next(
            (
                child
                for head in self.doc[first : last + 1]
                for child in head.children
                if child.dep_ == "relcl" and last < child.left_edge.i <= last + 2
            ),
            None,
        )
        if clause is None or clause.left_edge.lower_ not in ("who", "that"):
            return source
        end = clause.right_edge.i
        if clause.left_edge.i <= cue.i <= end or clause.left_edge.i > last + 1:
            return source  # what stands behind a comma only tells more about somebody
        inside = self.doc[clause.left_edge.i : end + 1]
        told = cue_of(clause.lower_, clause.lemma_, "verb") is not None and clause.dep_ == "relcl"
        told = told and any(c.dep_ == "ccomp" and c.i > clause.i for c in clause.children)
        if told or any(t.i in self.uttered or t.text in ";:" for t in inside):
            return source  # "according to Jo Sample, who said it was late"
        last = self.trimmed(first, end, last)[1]
        return first, self.with_name(last) if clause.head.is_lower else last

    def behind_opening(self, subject: Token, source: Span) -> tuple[Token, Span]:
        """A source without the words that open the sentence: "Speaking to the Courier, union leader Jo Sample said"."""
        first, last = source
        front = self.doc[:first]
        opens = first > 0 and front[0].tag_ in ("VBG", "VBN", "IN") and front[-1].pos_ == "ADP"
        comma = next((t.i for t in self.doc[first : last + 1] if t.text == ","), last)
        if not opens or comma == last or any(t.text == "," for t in front):
            return subject, source
        first, last = self.trimmed(comma + 1, last, last)
        inside = self.doc[first : last + 1]
        return next((t for t in inside if not first <= t.head.i <= last), subject), (first, last)

    def with_name(self, last: int) -> int:
        """The last word of a source with the name that the parse hung elsewhere: "its chairman, Jo Sample,", "head of the
        lifeboat service Jo Sample"."""
        described = self.doc[last].is_lower and self.doc[last].pos_ == "NOUN"
        at = last + 2 if last + 2 < len(self.doc) and self.doc[last + 1].text == "," else last + 1
        end = at
        while (
            described and end < len(self.doc) and self.doc[end].pos_ == "PROPN" and end not in self.agencies
        ):
            end += 1
        closed = end < len(self.doc) and self.doc[end].text == "," and 1 < end - at < LONGEST_NAME
        person = source_class(self.doc[last].text, self.doc[last].lemma_) == "person"
        return end - 1 if closed and (person or at == last + 1) else last
