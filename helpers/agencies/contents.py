"""What a cue brings in, as words of the parse: a clause, an infinitive, a gerund, an object, a phrase.

The frames of a cue (`speech_words.csv`) say which of them it takes; the first that is there is its content.
"""

from spacy.tokens import Token

from helpers.agencies.cues import Cue, cue_of, source_class, statement_words
from helpers.agencies.origins import Origins

__all__ = ["Contents", "Span"]

Span = tuple[int, int]  # first and last token, both included
_SUBJECTS = ("nsubj", "nsubjpass")


class Contents(Origins):
    """The contents beside a cue of one parsed sentence."""

    def complements(self, token: Token, cue: Cue) -> list[Span]:
        """What follows the verb as its clause, infinitive, object or phrase; the first frame that is there."""
        later = [child for child in token.children if child.i > token.i and child.i not in self.uttered]
        agent = self.agent(token) if self.passive(token) else None
        if agent is not None:  # "was accused by prosecutors of selling pills"
            later += [
                c for c in agent.children if c.dep_ == "prep" and any(d.dep_ == "pcomp" for d in c.children)
            ]
        frames = (
            self.gerund(later, token) if cue.kind != "belief" and {"clause", "object"} & cue.frames else None,
            self.that_clause(token, later) if "clause" in cue.frames else None,
            self.infinitive(token, later, cue) if "to" in cue.frames else None,
            self.object(token, later, cue) if {"as", "object"} & cue.frames else None,
            self.phrase(later, cue),
            self.named(later, cue) if agent is not None else None,
            self.decided(token, cue) if agent is not None else None,
        )
        return [span for span in frames if span][:1]

    def named(self, later: list[Token], cue: Cue) -> Span | None:
        """ "was described by the sheriff as a success"."""
        found = (c for c in later if c.dep_ == "prep" and c.lower_ == "as" and "as" in cue.frames)
        return next((self.subtree(obj) for prep in found for obj in prep.children), None)

    def decided(self, token: Token, cue: Cue) -> Span | None:
        """ "The bill was passed by the senate": its subject."""
        subject = next((c for c in token.children if c.dep_ == "nsubjpass" and c.pos_ != "PRON"), None)
        return self.subtree(subject) if subject is not None and "object" in cue.frames else None

    def gerund(self, later: list[Token], token: Token) -> Span | None:
        """ "denied taking the money"."""
        found = (c for c in later if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i - token.i < 3)
        return next((self.lengthened(self.subtree(child)) for child in found), None)

    def infinitive(self, token: Token, later: list[Token], cue: Cue) -> Span | None:
        """ "promised to pay"; with those who are to do it where they are no mere listeners."""
        for child in later:
            own = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            if own and (
                child.dep_ == "xcomp"
                or child.dep_ == "advcl"
                and "to" in cue.frames
                and child.i - token.i < 8
            ):
                first, last = self.subtree(child)
                doer = next((c for c in later if c.dep_ == "dobj" and c.i < child.i), self.called_on(token))
                if (
                    doer is not None
                    and cue.word not in statement_words("listener")
                    and doer.right_edge.i + 1 >= first
                ):
                    first = doer.left_edge.i
                return first, last
        return None

    def called_on(self, token: Token) -> Token | None:
        """Those whom "called on the council to resign" names."""
        on = (c for c in token.children if c.lower_ in ("on", "upon") and c.i == token.i + 1)
        return next((obj for prep in on for obj in prep.children if obj.dep_ == "pobj"), None)

    def phrase(self, later: list[Token], cue: Cue) -> Span | None:
        """ "warned of floods", "called for an inquiry", "committed to paying"."""
        for child in later:
            if child.dep_ in ("prep", "agent") and child.lower_ in cue.frames - {"by", "as"}:
                kinds = ("pcomp",) if child.lower_ == "to" else ("pobj", "pcomp")
                objects = [obj for obj in child.children if obj.dep_ in kinds]
                if objects:
                    return self.subtree(objects[0])
        return None

    def that_clause(self, token: Token, later: list[Token]) -> Span | None:
        for child in later:
            own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
            if child.tag_ == "VBG" and not own and self.doc[child.left_edge.i - 1].text == ",":
                continue  # "said Jo Sample, urging"
            if child.dep_ == "advcl" and child.left_edge.tag_ == "WRB" and child.left_edge.i == token.i + 1:
                return self.subtree(child)  # "have not said when it opens"
            if child.dep_ in ("ccomp", "pcomp") or (
                child.dep_ in ("advcl", "acl", "dobj", "xcomp", "conj", "relcl", "parataxis", "npadvmod")
                and any(
                    c.lower_ == "that" and c.dep_ in ("mark", "det", "nsubj") and c.i < child.i
                    for c in child.children
                )
                and child.pos_ in ("VERB", "AUX")
            ):
                return self.whole_clause(token, child, later)
        return self.told_clause(token, later) or self.lost_clause(token)

    def told_clause(self, token: Token, later: list[Token]) -> Span | None:
        """ "told a briefing that the driver had left": the parse takes the clause for one about the listeners."""
        if token.lemma_ not in statement_words("listener"):
            return None
        relative = (c for obj in later if obj.dep_ == "dobj" for c in obj.children if c.dep_ == "relcl")
        for clause in relative:
            first = clause.left_edge
            if first.lower_ == "that" and first.dep_ not in _SUBJECTS:
                return self.stretch(first.i + 1, clause.right_edge.i)
            own = first.i == clause.head.i + 1 and any(c.dep_ in _SUBJECTS for c in clause.children)
            whole = any(c.dep_ in ("ccomp", "dobj", "acomp", "attr", "xcomp") for c in clause.children)
            if own and whole and first.tag_ not in ("WDT", "WP"):  # "told troopers she thought it was empty"
                return self.subtree(clause)
        return None

    def lost_clause(self, token: Token) -> Span | None:
        """The clause behind a "that" near the cue where the parse hung it elsewhere."""
        for other in self.doc[token.i + 1 : token.i + 9]:
            if other.lower_ == "that" and other.tag_ == "IN":
                return self.stretch(other.i + 1, len(self.doc) - 1)
            finite = other.dep_ != "acl" and other.tag_ in ("VBD", "VBZ", "VBP", "VBG", "MD", "CC")
            if finite or other.text in (".", ";", ":") or other.i in self.uttered:
                break
        return None

    def whole_clause(self, token: Token, child: Token, later: list[Token]) -> Span | None:
        """A clause with the subject that the parse took for an object, and with a second clause behind "and"."""
        span = self.clause(child)
        if span is None:
            return None
        first, last = span
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in child.children)
        lost = next(
            (c for c in later if c.dep_ == "dobj" and c.left_edge.i < first and c.right_edge.i >= first - 2),
            None,
        )
        if not own and lost is not None and child.dep_ == "ccomp" and token.lemma_ != "tell":
            first = lost.left_edge.i
        second = next(
            (c for c in later if c.dep_ in ("conj", "ccomp") and last < c.i and c.left_edge.i <= last + 2),
            None,
        )
        if second is not None and self.doc[last + 1].text not in ",;:":
            own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i > last for c in second.children)
            if second.dep_ == "ccomp" or own and self.doc[last + 1].dep_ == "cc":
                last = second.right_edge.i
        while first < last and self.doc[first].lower_ in statement_words("time"):
            first += 1
        while last > first and self.doc[last].lower_ in (",", "and", "but"):
            last -= 1
        return self.stretch(first, last)

    def object(self, token: Token, later: list[Token], cue: Cue) -> Span | None:
        if (plain := self.named_plainly(later, cue)) is not None:
            return plain
        objects = [c for c in later if c.dep_ in ("dobj", "oprd", "attr") and c.pos_ != "PRON"]
        pronoun = [c for c in later if c.dep_ == "dobj" and c.pos_ == "PRON"]
        named = "as" in cue.frames  # "called it a success": both what is named and the name
        if not objects and not (named and pronoun):
            return None
        if named and not self.names_both(later, pronoun, cue):
            return None
        if (
            cue.word in statement_words("naming")
            and len(
                [c for c in later if c.dep_ in ("dobj", "oprd", "prep", "attr", "acomp", "xcomp", "ccomp")]
            )
            < 2
        ):
            return None
        if cue.word == "put":
            return self.put_at(objects, later)
        if cue.word == "cite" and objects and source_class(objects[0].text, objects[0].lemma_) == "document":
            return None
        head = min([*objects, *(pronoun if named else [])], key=lambda c: c.i)
        first, last = self.subtree(head)
        if (speaking := self.speaking_clause(head)) is not None:
            return self.stretch(first, speaking.left_edge.i - 1)
        for child in later:
            joined = (
                child.dep_ in ("oprd", "acomp")
                or named
                and child.dep_ in ("xcomp", "ccomp")
                or child.dep_ == "prep"
                and child.lower_ in ("as", "for", "of", "to", "against", "over")
            )
            if joined and child.i > head.i and child.left_edge.i <= last + 3:
                last = max(last, self.subtree(child)[1])
        last = self.charged_with(last, cue)
        behind = self.doc[last + 1] if last + 1 < len(self.doc) else head
        if behind.lower_ == "in" and behind.dep_ == "prep":
            place = next((c for c in behind.children if c.dep_ == "pobj"), head)
            if source_class(place.text, place.lemma_) != "document" and place.lemma_ not in statement_words(
                "occasion"
            ):
                last = max(last, behind.right_edge.i)
        return self.lengthened((first, last))

    def names_both(self, later: list[Token], pronoun: list[Token], cue: Cue) -> bool:
        """Whether what is named stands there beside its name; "saw two men" names nothing."""
        thing = bool(pronoun) or any(c.dep_ in ("dobj", "ccomp") for c in later)
        return thing and (bool(cue.frames & {"object", "quote"}) or any(c.lower_ == "as" for c in later))

    def put_at(self, objects: list[Token], later: list[Token]) -> Span | None:
        """ "put the toll at 31", but not "put the boxes at the door"."""
        below = [child for thing in objects for child in thing.subtree]
        at = (
            next((c for c in (*later, *below) if c.lower_ == "at" and c.i > objects[0].i), None)
            if objects
            else None
        )
        number = next((c for c in at.children if c.dep_ == "pobj"), None) if at is not None else None
        if number is None or not any(c.like_num for c in number.subtree):
            return None
        last = max([number.i, *(c.i for c in number.subtree if c.i == number.i + 1 and c.pos_ == "NOUN")])
        return self.stretch(self.subtree(objects[0])[0], last)

    def named_plainly(self, later: list[Token], cue: Cue) -> Span | None:
        """A name for a thing that stands in marks, or in "what he called a farce"."""
        objects = [c for c in later if c.dep_ in ("dobj", "oprd", "attr") and c.pos_ != "PRON"]
        if objects:
            return self.marked_name(objects[0]) if "as" in cue.frames else None
        named_by = statement_words("naming") | {"describe"}
        free = (c for c in later if c.dep_ == "ccomp" and c.left_edge.lower_ == "what")
        return next((self.subtree(c) for c in free if c.lemma_ in named_by), None)

    def charged_with(self, last: int, cue: Cue) -> int:
        """The last word of an object with what it is charged with: "accused the mill at Hull of spilling dye"."""
        charges = (t for t in self.doc[last + 1 : last + 8] if t.lower_ in cue.frames & {"of", "for"})
        charged = (t.right_edge.i for t in charges if any(child.dep_ == "pcomp" for child in t.children))
        return max([last, *charged])

    def marked_name(self, thing: Token) -> Span | None:
        """ "called the plan “dead on arrival”": the marks tell where the name begins, whatever the parse makes of it."""
        text, last = self.sentence.text, thing.i
        opens = (
            text[: self.begin(self.doc[last + 1]) - self.sentence.start] if last + 1 < len(self.doc) else ""
        )
        if not opens.endswith(("“", '"', "‘", "«")):
            return None
        for token in self.doc[last + 1 :]:
            behind = text[self.stop(token) - self.sentence.start :].lstrip(".,!?")
            if behind.startswith(("”", '"', "’", "»")):
                return self.stretch(self.subtree(thing)[0], token.i)
        return None

    def speaking_clause(self, head: Token) -> Token | None:
        """ "praised Jo Sample, who said that": another one's words begin there."""
        for child in head.children:
            opened = child.dep_ == "relcl" and child.left_edge.lower_ == "who"
            apart = self.doc[child.left_edge.i - 1].text == ","
            if opened and apart and cue_of(child.lower_, child.lemma_, "verb"):
                return child
        return None

    def lengthened(self, span: Span) -> Span:
        """With the rest of a series that the parse hung elsewhere: "in promoting safety, fighting crime, and
        ..."; only up to the end of the sentence."""
        first, last = span
        rest = self.doc[last + 1 :]
        if len(rest) < 3 or rest[0].text != ",":
            return span
        at = next((t for t in rest if t.text not in (",", "and", "or")), rest[0])
        gerunds = at.tag_ == "VBG" and any(t.tag_ == "VBG" for t in self.doc[first : last + 1])
        nouns = at.tag_ in ("NN", "NNS") and any(t.lower_ == "and" for t in rest)
        measure = at.tag_ == "DT" and len(rest) < 8 and not any(t.pos_ in ("VERB", "AUX") for t in rest)
        if not (gerunds or nouns or measure) or any(
            t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.dep_ != "relcl" for t in rest
        ):
            return span
        return self.stretch(first, len(self.doc) - 1) or span

    def clause(self, head: Token) -> Span | None:
        first, last = self.subtree(head)
        if self.doc[first].lower_ == "that" and self.doc[first].dep_ in ("mark", "det", "nsubj", "pobj"):
            first += 1
        return self.stretch(first, last)

    def subtree(self, head: Token) -> Span:
        return self.stretch(head.left_edge.i, head.right_edge.i) or (head.i, head.i)

    def stretch(self, first: int, last: int) -> Span | None:
        """Tokens without punctuation at the edges; None if nothing is left."""
        while first <= last and (
            self.doc[first].is_punct and self.doc[first].text not in "($#" or self.doc[first].is_space
        ):
            first += 1
        while last >= first and (
            self.doc[last].is_punct and self.doc[last].text not in ")%" or self.doc[last].is_space
        ):
            last -= 1
        return (first, last) if first <= last else None
