"""What a cue brings in, as words of the parse: a clause, an infinitive, a gerund, an object, a phrase.

The frames of a cue (`speech_words.csv`) say which of them it takes; the first that is there is its content.
"""

from helpers.agencies.cues import Cue, cue_of, statement_words
from helpers.agencies.objects import Objects, Span
from helpers.texts import Token, text_of

__all__ = ["Contents", "Span"]

_SUBJECTS = ("nsubj", "nsubjpass")
_COMPLEMENTS = ("ccomp", "dobj", "acomp", "attr", "xcomp")
_BEFORE = ("after", "at", "before", "during", "in", "on")  # said after the meeting she would


class Contents(Objects):
    """The contents beside a cue of one parsed sentence."""

    def complements(self, token: Token, cue: Cue) -> list[Span]:
        """What follows the verb as its clause, infinitive, object or phrase; the first frame that is there."""
        later = [child for child in token.children if child.i > token.i and child.i not in self.uttered]
        agent = self.agent(token) if self.passive(token) else None
        if agent is not None:  # "was accused by prosecutors of selling pills"
            later += [c for c in agent.children if c.dep_ == "prep" and self.is_charge(c, cue)]
            later += [c for c in agent.children if c.lower_ == "as" and c.dep_ == "prep"]
        frames = (
            self.gerund(later, token) if cue.kind != "belief" and {"clause", "object"} & cue.frames else None,
            self.that_clause(token, later, cue) if "clause" in cue.frames else None,
            self.infinitive(token, later, cue) if "to" in cue.frames or self.reputed(token) else None,
            self.object(token, later, cue) if {"as", "object"} & cue.frames else None,
            self.phrase(later, cue),
            self.named(later, cue) if agent is not None or self.which(token) else None,
            self.decided(token, cue) if agent is not None else None,
            self.thing_that(token, later, cue),
            self.raised_clause(token) if "clause" in cue.frames else None,
        )
        return [self.from_whole_word(span) for span in frames if span][:1]

    def from_whole_word(self, span: Span) -> Span:
        """A content that begins with the second part of a word, from the first and its article on: "an ex-gratia payment"."""
        first = span[0]
        if (
            first > 1
            and self.doc[first - 1].text == "-"
            and self.doc[first - 1].idx + 1 == self.doc[first].idx
        ):
            first -= 2
            first -= first > 0 and self.doc[first - 1].pos_ == "DET"
        return first, span[1]

    def thing_that(self, token: Token, later: list[Token], cue: Cue) -> Span | None:
        """The clause whose subject the parse took for the object of a verb that has none: "said many of the boats leaked"; and
        what somebody says little or nothing about."""
        thing = next((c for c in later if c.dep_ in ("dobj", "advmod") and c.i - token.i < 10), None)
        if thing is None or "clause" not in cue.frames or "object" in cue.frames:
            return None
        if thing.lower_ in statement_words("little"):
            about = (c for c in (*thing.children, *later) if c.lower_ in ("about", "on") and c.i > thing.i)
            things = (c for prep in about for c in prep.children if c.lower_ not in statement_words("day"))
            return next((self.subtree(obj) for obj in things), None)
        finite = sum(t.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD") for t in thing.subtree)
        opened = sum(t.tag_ in ("WDT", "WP", "WRB") or t.dep_ == "mark" for t in thing.subtree)
        of_many = thing.tag_ in ("JJ", "JJS", "CD", "DT") and thing.left_edge.i == thing.i == token.i + 1
        return self.stretch(thing.i, thing.right_edge.i) if of_many and finite > opened else None

    def is_charge(self, preposition: Token, cue: Cue) -> bool:
        """Whether a phrase that the parse hangs on the agent is what is said: "accused by rivals of misleading them"."""
        behind = [t for t in self.doc[preposition.i + 1 : preposition.i + 4] if t.tag_ not in ("RB", "HYPH")]
        clause = any(c.dep_ == "pcomp" for c in preposition.children)
        return clause or preposition.lower_ in cue.frames and bool(behind) and behind[0].tag_ == "VBG"

    def reputed(self, token: Token) -> bool:
        """Whether nobody in particular says something of the subject: "is said to fear her", "are thought to have left"."""
        if token.lemma_ not in statement_words("reputed") or token.dep_ not in ("ROOT", "conj", "ccomp"):
            return False
        if token.dep_ == "conj" and token.head.dep_ == "relcl":
            return False  # "officers, who hold three men and are expected to charge them"
        passive = (
            any(c.dep_ == "auxpass" and c.tag_ != "VBG" for c in token.children) and self.agent(token) is None
        )
        told = [c for c in token.children if c.dep_ == "xcomp" and c.i > token.i]
        summoned = token.lemma_ == "expect" and any(self.sits(t) for c in told for t in c.subtree)
        free = not any(c.lower_ == "what" for c in token.children) and not summoned  # "to appear in court"
        return passive and free and any(d.lower_ == "to" for c in told for d in c.children)

    def sits(self, listener: Token) -> bool:
        """Whether somebody who hears something is a court, a jury or an inquiry."""
        start = self.sentence.start
        words = self.sentence.text[self.begin(listener) - start : self.stop(listener) - start].lower().split()
        return any(word.removesuffix("s") in statement_words("hearing") for word in words)

    def named(self, later: list[Token], cue: Cue) -> Span | None:
        """ "was described by the sheriff as a success"."""
        found = (c for c in later if c.dep_ == "prep" and c.lower_ == "as" and "as" in cue.frames)
        named = next((self.subtree(obj) for prep in found for obj in prep.children), None)
        return self.with_range(named, later) if named else None

    def decided(self, token: Token, cue: Cue) -> Span | None:
        """ "The bill was passed by the senate": its subject."""
        subject = next((c for c in token.children if c.dep_ == "nsubjpass" and c.pos_ != "PRON"), None)
        if subject is None or "object" not in cue.frames:
            return None
        last = max(t.i for t in subject.subtree if t.i <= max(subject.i, token.i - 1))
        return self.stretch(subject.left_edge.i, last)

    def gerund(self, later: list[Token], token: Token) -> Span | None:
        """ "denied taking the money"."""
        having = (
            c for c in later if c.dep_ in ("xcomp", "ccomp") and c.left_edge.tag_ == "VBG" and c.tag_ == "VBN"
        )
        having = (
            c for c in having if c.left_edge.dep_ in ("aux", "auxpass") and c.left_edge.i == token.i + 1
        )
        found = [*(c for c in later if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i - token.i < 3), *having]
        return next((self.lengthened(self.subtree(child)) for child in found), None)

    def infinitive(self, token: Token, later: list[Token], cue: Cue) -> Span | None:
        """ "promised to pay"; with those who are to do it where they are no mere listeners."""
        for child in later:
            own = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            opening = child.left_edge
            if own and "for" in cue.frames and opening.lower_ == "for" and opening.i == token.i + 1:
                return self.stretch(opening.i + 1, child.right_edge.i)  # "called for the yard to be sold"
            if own and (
                child.dep_ == "xcomp"
                or child.dep_ == "advcl"
                and "to" in cue.frames
                and child.i - token.i < 8
            ):
                first, last = self.subtree(child)
                doer = next((c for c in later if c.dep_ == "dobj" and c.i < child.i), None)
                doer = doer if doer is not None else self.called_on(token)
                if (
                    doer is not None
                    and cue.word not in statement_words("asked_for")
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
        named = (
            c
            for prep in later
            if prep.lower_ in ("in", "on", "at")
            for c in prep.children
            if c.pos_ == "PROPN"
        )
        below = (
            c for name in named for c in name.children if c.dep_ == "prep"
        )  # "warned in March of floods"
        for child in (*later, *below):
            if child.dep_ in ("prep", "agent") and child.lower_ in cue.frames - {"by", "as"}:
                thing = child.lower_ != "to" or cue.word in statement_words("referring")
                kinds = ("pobj", "pcomp") if thing else ("pcomp",)
                objects = [obj for obj in child.children if obj.dep_ in kinds and obj.pos_ != "PRON"]
                days = any(obj.lower_ in statement_words("day") for obj in objects)
                sided = child.lower_ == "with" and cue.word == "agree"  # "agreed with the minister"
                if objects and not days and not (sided and self.animacy(objects[0])):
                    first, last = self.subtree(objects[0])
                    speaking = self.speaking_clause(objects[0])
                    return self.stretch(first, speaking.left_edge.i - 1 if speaking is not None else last)
        return None

    def that_clause(self, token: Token, later: list[Token], cue: Cue) -> Span | None:
        for child in later:
            own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
            if child.tag_ == "VBG" and not own and self.doc[child.left_edge.i - 1].text == ",":
                continue  # "said Jo Sample, urging"
            asked = own and child.left_edge.tag_ == "WRB" and child.left_edge.i == token.i + 1
            if child.dep_ == "advcl" and asked:
                return self.subtree(child)  # "have not said when it opens"
            if cue.word == "find" and child.tag_ == "VBN" and child.left_edge.i > token.i + 1:
                continue  # "found 31 cases out of a million ballots cast"
            if child.dep_ in ("ccomp", "pcomp") or (
                child.dep_ in ("advcl", "acl", "dobj", "xcomp", "conj", "relcl", "parataxis", "npadvmod")
                and any(
                    c.lower_ == "that" and c.dep_ in ("mark", "det", "nsubj") and c.i < child.i
                    for c in child.children
                )
                and child.pos_ in ("VERB", "AUX")
            ):
                return self.whole_clause(token, child, later)
        return self.told_clause(token, later) or self.lost_clause(token, cue)

    def raised_clause(self, token: Token) -> Span | None:
        """The clause whose subject is a relative pronoun before the source: "a truck that investigators say belonged to Jo
        Sample"."""
        verb = self.doc[min(token.i + 1, len(self.doc) - 1)]
        own = (c for c in token.children if c.i < token.i)
        subject = next((c for c in own if c.tag_ in ("WDT", "WP") or c.lower_ == "that"), None)
        if (
            subject is None
            or token.dep_ not in ("relcl", "acl")
            or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP", "MD")
        ):
            return None
        verb = verb.head if verb.dep_ in ("aux", "auxpass") else verb
        return self.stretch(subject.i, verb.right_edge.i)

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
            whole = any(c.dep_ in _COMPLEMENTS for c in clause.children)
            if own and whole and first.tag_ not in ("WDT", "WP"):  # "told troopers she thought it was empty"
                return self.subtree(clause)
        return None

    def about_noun(self, token: Token, clause: Token) -> bool:
        """Whether a clause tells what the object of a verb, itself a noun of speech, is about."""
        noun = clause.head
        told = clause.dep_ in ("acl", "relcl") and noun.dep_ == "dobj" and noun.head.i == token.i
        return told and cue_of(noun.lower_, noun.lemma_, "noun") is not None

    def lost_clause(self, token: Token, cue: Cue) -> Span | None:
        """The clause behind a "that" near the cue where the parse hung it elsewhere."""
        for other in self.doc[token.i + 1 : token.i + 14]:
            joins = other.tag_ == "IN" and other.dep_ != "det" or other.dep_ == "mark"
            if other.lower_ == "that" and joins:
                if "object" in cue.frames and self.about_noun(token, other.head):
                    return None  # "overruled a judge's decision that"
                return self.stretch(other.i + 1, self.sentence_end())
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
            goes_on = self.doc[last + 1].tag_ in ("MD", "VBZ", "VBD") and second.left_edge.i == last + 1
            if second.dep_ == "ccomp" or own and self.doc[last + 1].dep_ == "cc" or goes_on and not own:
                last = second.right_edge.i
        while first < last and self.doc[first].lower_ in statement_words("time"):
            first += 1
        subject = next((c for c in child.children if c.dep_ in _SUBJECTS), child)
        aside = self.doc[first : subject.left_edge.i]  # "said after the meeting she would not run"
        if first == token.i + 1 and text_of(aside[:1]) in _BEFORE and not any(t.is_punct for t in aside):
            first = subject.left_edge.i
        while last > first and self.doc[last].lower_ in (",", "and", "but"):
            last -= 1
        joined = text_of(self.doc[last + 1 : last + 4]).lower().removeprefix(", ")
        if joined.startswith(("and that", "but that")) and not self.uttered & set(range(last, len(self.doc))):
            last = self.sentence_end()
        return self.stretch(first, last)

    def clause(self, head: Token) -> Span | None:
        first, last = self.subtree(head)
        if self.doc[first].lower_ == "that" and self.doc[first].dep_ in ("mark", "det", "nsubj", "pobj"):
            first += 1
        return self.stretch(first, last)
