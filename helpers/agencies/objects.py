"""What a cue has for its object, as words of the parse: "called the toll a farce", "put the number at 31", "cited her work".

Holds what the other contents need, too: the words below a word, and a stretch without punctuation at its edges.
"""

from helpers.agencies.cues import Cue, cue_of, source_class, statement_words
from helpers.agencies.origins import Origins
from helpers.texts import Token

__all__ = ["Objects", "Span"]

Span = tuple[int, int]  # first and last token, both included
_AFTER = ("after", "before", "with", "from", "since", "between")  # cited her work after the flood


class Objects(Origins):
    """The objects of a cue of one parsed sentence."""

    def object(self, token: Token, later: list[Token], cue: Cue) -> Span | None:
        if (plain := self.named_plainly(later, cue)) is not None:
            return plain
        objects = [c for c in later if c.dep_ in ("dobj", "oprd", "attr") and c.pos_ != "PRON"]
        pronoun = [c for c in later if c.dep_ == "dobj" and c.pos_ == "PRON"]
        named = "as" in cue.frames  # "called it a success": both what is named and the name
        other = any(c.lower_ == "as" or c.dep_ in ("oprd", "xcomp", "ccomp", "acomp") for c in later)
        other = other or any(map(self.is_named_so, later))
        kept = any(self.kept_from(c, cue) for c in later)
        if not objects and not (pronoun and (kept or named and other)):
            return None  # "called him a hero", "barred him from leaving", but "praised him"
        if named and not self.names_both(token, later, pronoun, cue):
            return None
        if (
            cue.word in statement_words("naming")
            and not self.what(token)
            and not self.marked_which(token, later)
            and len(
                [c for c in later if c.dep_ in ("dobj", "oprd", "prep", "attr", "acomp", "xcomp", "ccomp")]
            )
            < 2
            and not any(self.holds_both(c) for c in objects)
        ):
            return None
        if cue.word == "put":
            return self.put_at(objects, later)
        if cue.word == "cite" and objects and self.cites_source(token, objects[0]):
            return None  # but "cited the release of the crew"
        head = min([*objects, *(pronoun if named or kept else [])], key=lambda c: c.i)
        first, last = self.subtree(head)
        if (speaking := self.speaking_clause(head)) is not None:
            return self.stretch(first, speaking.left_edge.i - 1)
        for child in later:
            joined = (
                child.dep_ in ("oprd", "acomp")
                or named
                and (child.dep_ in ("xcomp", "ccomp") or self.is_named_so(child))
                or child.dep_ == "prep"
                and child.lower_
                in ("as", "for", "of", "to", "against", "over", *(_AFTER if cue.word == "cite" else ()))
            )
            joined = joined or self.about_thing(head, child) or self.kept_from(child, cue)
            joined = joined or cue.word in statement_words("figuring") and self.tells_number(child)
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
        whole = self.with_range((first, last), later)
        return self.lengthened((first, whole[1]))

    def is_named_so(self, clause: Token) -> bool:
        """Whether a participle is a name: "described herself as disappointed"."""
        return clause.dep_ == "advcl" and clause.left_edge.lower_ == "as" and clause.tag_ in ("VBN", "VBG")

    def cites_source(self, token: Token, thing: Token) -> bool:
        """Whether only a paper or those who told it are cited: "citing two officials", but "cited Jo Sample as saying" and
        "cited the release of the crew"."""
        saying = any(t.lower_ == "as" for t in self.doc[token.i : token.i + 12])
        paper = source_class(thing.text, thing.lemma_) == "document"
        told = self.animacy(thing) == "person" and not saying
        return told or paper and not any(c.lower_ == "of" for c in thing.children)

    def with_range(self, span: Span, later: list[Token]) -> Span:
        """A content with what says among which its thing is the largest: "called it the largest haul by the force in a
        decade"."""
        first, last = span
        if not any(t.tag_ in ("JJS", "RBS") for t in self.doc[first : last + 1]):
            return span
        for child in later:
            days = any(t.lower_ in statement_words("day") for t in child.subtree)
            if child.dep_ in ("prep", "agent") and child.left_edge.i == last + 1 and not days:
                last = child.right_edge.i
        return first, last

    def kept_from(self, child: Token, cue: Cue) -> bool:
        """ "barred the city from closing it": what is forbidden."""
        doing = any(below.dep_ == "pcomp" for below in child.children)
        return cue.kind == "decree" and child.lower_ == "from" and doing

    def about_thing(self, head: Token, child: Token) -> bool:
        """Whether a phrase that the parse hung on the verb tells what its object is about: "touted her record on jobs"."""
        below = next((c for c in child.children if c.dep_ == "pobj"), None)
        told = child.dep_ == "prep" and child.lower_ in ("on", "about", "from", "between", "behind")
        thing = head.pos_ == "NOUN" and not source_class(head.text, head.lemma_)
        named = below is None or below.pos_ == "PROPN" or below.i in self.agencies
        days = below is not None and below.lower_ in statement_words("day")
        return told and thing and not named and not days and child.i == head.right_edge.i + 1

    def names_both(self, token: Token, later: list[Token], pronoun: list[Token], cue: Cue) -> bool:
        """Whether what is named stands there beside its name; "saw two men" names nothing."""
        thing = (
            bool(pronoun)
            or self.what(token)
            or self.marked_which(token, later)
            or any(c.dep_ in ("dobj", "ccomp") for c in later)
        )
        thing = thing or any(self.holds_both(c) for c in later if c.dep_ == "oprd")
        return thing and (bool(cue.frames & {"object", "quote"}) or any(c.lower_ == "as" for c in later))

    def holds_both(self, name: Token) -> bool:
        """Whether the parse put what is named into its name: "called Jo Sample a liar"."""
        first, after = self.doc[name.left_edge.i], self.doc[min(name.left_edge.i + 1, name.i)]
        return first.pos_ == "PROPN" and any(
            t.lower_ in ("a", "an", "the") for t in self.doc[after.i : name.i]
        )

    def what(self, token: Token) -> bool:
        """Whether a verb is that of "what officials called a farce"."""
        return any(c.lower_ == "what" and c.i < token.i for c in token.children)

    def marked_which(self, token: Token, later: list[Token]) -> bool:
        """Whether what is named stands before the cue, and its name in marks: "which she called “a farce”", but not "which
        sailors call ice"."""
        names = (c for c in later if c.dep_ in ("oprd", "dobj", "attr"))
        return self.which(token) and any(self.opens_mark(self.doc[c.left_edge.i]) for c in names)

    def which(self, token: Token) -> bool:
        """Whether what is told of stands before the cue: "a ruling that officials described as a blow"."""
        lost = self.doc[token.head.left_edge.i : token.i] if token.dep_ in ("acl", "relcl") else ()
        relative = token.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)
        own = (
            c.i < token.i
            for c in token.children
            if c.dep_ == "dobj"
            and c.tag_ in ("WDT", "WP")
            or c.dep_ == "mark"
            and c.lower_ == "that"
            and relative
        )
        first = token.left_edge.i
        bare = relative and first > 0 and self.doc[first - 1].i == token.head.i
        bare = bare and not any(
            c.dep_ == "dobj" for c in token.children
        )  # "a pledge his rival called a joke"
        return bare or any(own) or token.tag_ == "VBD" and any(t.lower_ == "which" for t in lost)

    def put_at(self, objects: list[Token], later: list[Token]) -> Span | None:
        """ "put the toll at 31", but not "put the boxes at the door"."""
        below = [*later, *(child for thing in objects for child in thing.subtree)]
        behind = self.doc[objects[0].i + 1 :] if objects else []
        near = [c for c in below if objects and c.i > objects[0].i] or [*behind]
        at = next((c for c in (*near, *behind) if self.tells_number(c)), None)
        number = next((c for c in at.children if c.dep_ == "pobj"), None) if at is not None else None
        if number is None:
            return None
        last = max([number.i, *(c.i for c in number.subtree if c.i == number.i + 1 and c.pos_ == "NOUN")])
        return self.stretch(self.subtree(objects[0])[0], last)

    def tells_number(self, at: Token) -> bool:
        """Whether a number stands behind "at" or "on": "at 31", "on 40 percent", but not "on Thursday"."""
        below = (c for c in at.children if c.dep_ == "pobj")
        return at.lower_ in ("at", "on") and any(
            t.like_num and t.i == at.i + 1 or at.lower_ == "at" and t.like_num
            for c in below
            for t in c.subtree
        )

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
        if not any(self.opens_mark(token) for token in self.before_mark(last + 1)):
            return None
        for token in self.doc[last + 1 :]:
            behind = text[self.stop(token) - self.sentence.start :].lstrip(".,!?")
            if behind.startswith(("”", '"', "’", "»")):
                return self.stretch(self.subtree(thing)[0], self.behind_mark(last, token))
        return None

    def before_mark(self, number: int) -> list[Token]:
        """The words at a place of which one may open a quotation: "“dead”", "an “outlaw act”", "as a “threat”"."""
        found = []
        for token in self.doc[number : number + 3]:
            found.append(token)
            if token.lower_ not in ("a", "an", "as", "the"):
                break
        return found

    def opens_mark(self, token: Token) -> bool:
        before = self.sentence.text[: self.begin(token) - self.sentence.start]
        return before.endswith(("“", '"', "‘", "«"))

    def closes_mark(self, token: Token) -> bool:
        """Whether a closing mark of quotation stands right behind a word, or behind its comma."""
        behind = self.sentence.text[self.stop(token) - self.sentence.start :][:2]
        return behind[:1] in ("”", '"', "»") or token.text == "," and behind[:1] in ("”", '"', "»")

    def behind_mark(self, thing: int, closing: Token) -> int:
        """The last word of a phrase that goes on behind the mark of a name: "called it “a breach” of the treaty"."""
        if closing.i + 1 >= len(self.doc):
            return closing.i
        phrase = self.doc[closing.i + 1]
        if phrase.dep_ != "prep" or not thing < phrase.head.i <= closing.i or phrase.lower_ == "in":
            return closing.i
        days = any(t.lower_ in statement_words("day") for t in phrase.subtree)
        return closing.i if days else phrase.right_edge.i

    def speaking_clause(self, head: Token) -> Token | None:
        """ "praised Jo Sample, who said that", "asked about the party, which hinted that": another one's words begin there."""
        for child in head.children:
            body = child.left_edge.lower_ == "which" and self.animacy(head) == "body"
            opened = child.dep_ == "relcl" and (child.left_edge.lower_ == "who" or body)
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

    def sentence_end(self) -> int:
        return len(self.doc) - 1
