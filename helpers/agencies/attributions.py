"""Attributions inside one parsed sentence: cue, source and content, as places in the article.

The frames of a cue (`cues.csv`) say where its content stands: a clause, an infinitive, an object, a phrase with
a preposition, a quotation beside it, or the sentence around "police said". A cue inside the content of another
one is dropped: what somebody reports that others said is still that person's statement.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from helpers.agencies.cues import Cue, cue_forms, cue_of, source_class, takes_any_source
from helpers.agencies.origins import Origins
from helpers.texts import MODES

__all__ = ["Attribution", "attributions"]

Span = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Somebody says something in a sentence.

    Attributes:
        cue: First and last place of the cue in the article.
        lemma: Its lemma.
        kind: speech, report, belief or decree.
        source: Place of the source; None if nobody is named.
        head: Place of the source's head word.
        animacy: person, body, document or empty.
        contents: Places of what is said, as far as the sentence tells.
        quotes: Whether a quotation beside the sentence may be its content.
        mode, negated: Of the clause that holds the cue.
    """

    cue: Span
    lemma: str
    kind: str
    source: Span | None
    head: Span | None
    animacy: str
    contents: tuple[Span, ...]
    quotes: bool
    mode: str
    negated: bool


def attributions(origins: Origins) -> list[Attribution]:
    """The attributions of a sentence in the order of their cues."""
    return _Finder(origins).found()


@dataclass(frozen=True)
class _Hit:
    """A cue with what was found for it, as numbers of tokens (last inclusive)."""

    token: Token
    cue: Cue
    subject: Token | None
    source: Span | None
    contents: tuple[Span, ...]
    verb: Token  # the verb whose clause holds the cue


class _Finder:
    def __init__(self, origins: Origins):
        self.grammar, self.doc = origins, origins.doc

    def found(self) -> list[Attribution]:
        hits = [hit for token in self.doc for hit in self.hits_of(token)]
        hits = self.with_utterances(self.parted(hits))
        hits = self.without_nested([hit for hit in hits if self.worthy(hit)])
        return [self.attribution(hit) for hit in hits]

    # ---- cues

    def hits_of(self, token: Token) -> Iterator[_Hit]:
        if token.i in self.grammar.agencies or token.i in self.grammar.uttered:
            return
        word = token.lower_
        after = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
        if word == "according" and after == "to":
            yield from self.according(token)
        elif token.pos_ in ("VERB", "AUX") or word in _SURE or self.verb_after_all(token):
            if (cue := cue_of(word, token.lemma_, "verb")) and not self.modifier(token):
                yield self.of_verb(token, cue)
        elif token.pos_ == "NOUN" and (cue := cue_of(word, token.lemma_, "noun")):
            yield from self.of_noun(token, cue)
        elif (
            token.pos_ == "ADJ"
            and token.dep_ in ("acomp", "ROOT", "conj", "oprd", "ccomp")
            and (cue := cue_of(word, word, "adjective"))
        ):
            yield from self.of_adjective(token, cue)

    def verb_after_all(self, token: Token) -> bool:
        """Whether what the parse takes for a plural is a verb: "Jo Sample, who runs it, doubts that"."""
        if (
            token.tag_ != "NNS"
            or not token.i
            or token.i + 1 >= len(self.doc)
            or token.lower_ not in cue_forms()
        ):
            return False
        before, after = self.doc[token.i - 1], self.doc[token.i + 1]
        return (before.text == "," or before.tag_ == "NNP") and (
            after.pos_ == "PRON" or after.lower_ == "that"
        )

    def modifier(self, token: Token) -> bool:
        """Whether a form of a verb only describes a noun ("the alleged leader", "a proposed law")."""
        if token.dep_ in ("amod", "compound", "prep", "case") and token.head.i > token.i:
            return True
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        if token.lower_ == "think" and after.lower_ in ("tank", "tanks"):
            return True
        return token.lower_ == "alleged" and after.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")

    def of_verb(self, token: Token, cue: Cue) -> _Hit:
        subject = self.grammar.subject(token)
        source = self.source(subject, token)
        contents = [
            piece for span in self.complements(token, cue) for piece in self.beside_cue(span, token, source)
        ]
        if not contents and source and "clause" in cue.frames and not self.grammar.passive(token):
            hosted = cue.kind != "belief" and "quote" in cue.frames or self.inserted(token)
            contents = self.host(token, source) if hosted else []
        return _Hit(token, cue, subject, source, tuple(contents), token)

    def source(self, subject: Token | None, cue: Token) -> Span | None:
        """The span of a source without its cue, should the parse have put that inside."""
        if subject is None:
            return None
        first, last = self.grammar.span(subject)
        if first <= cue.i <= last:
            first, last = (first, cue.i - 1) if subject.i < cue.i else (cue.i + 1, last)
        return self.grammar.trimmed(first, last, subject.i)

    def beside_cue(self, span: Span, token: Token, source: Span | None) -> list[Span]:
        """A content without the cue and its source, should they stand inside: "which police say were stolen"."""
        if not span[0] <= token.i <= span[1]:
            return [span]
        first, last = (min(source[0], token.i), max(source[1], token.i)) if source else (token.i, token.i)
        pieces = [self.stretch(span[0], first - 1), self.stretch(last + 1, span[1])]
        return [
            p for p in pieces if p and (p[1] > p[0] or self.doc[p[0]].tag_ not in ("WDT", "WP", "IN", "CC"))
        ]

    def inserted(self, token: Token) -> bool:
        return token.dep_ == "parataxis" or any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children)

    def according(self, token: Token) -> Iterator[_Hit]:
        preposition = self.doc[token.i + 1]
        objects = [child for child in preposition.children if child.dep_ == "pobj"] or [
            child for child in token.children if child.dep_ == "pobj"
        ]
        if not objects:
            return
        source = self.grammar.span(objects[0])
        kind = "report" if self.grammar.animacy(objects[0]) in ("document", "body", "") else "speech"
        if self.doc[source[0]].lower_ in ("plan", "law", "schedule", "age"):
            return
        pieces = self.around(token.i, max(source[1], preposition.i))
        yield _Hit(
            token, Cue("according to", kind, frozenset(("host",))), objects[0], source, tuple(pieces), token
        )

    def of_noun(self, noun: Token, cue: Cue) -> Iterator[_Hit]:
        """ "made the claim that", "Smith's warning that"; a bare "the report that" has no source."""
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        verb = noun.head
        light = (
            noun.dep_ in ("dobj", "attr", "pobj") and verb.pos_ in ("VERB", "AUX") and verb.lemma_ in _LIGHT
        )
        subject = owner if owner is not None else self.grammar.subject(verb) if light else None
        if subject is None:
            return
        clause = next(
            (
                c
                for c in noun.children
                if c.dep_ in ("acl", "ccomp", "relcl", "appos")
                and any(
                    m.dep_ == "mark" and m.lower_ == "that" or m.lower_ == "to" and m.dep_ == "aux"
                    for m in c.children
                )
                and c.i > noun.i
            ),
            None,
        )
        contents = [self.clause(clause)] if clause is not None else []
        if not contents and light:
            contents = [
                self.subtree(obj)
                for prep in noun.children
                if prep.dep_ == "prep" and prep.lower_ in cue.frames
                for obj in prep.children
                if obj.dep_ in ("pobj", "pcomp")
            ]
        source = self.grammar.span(subject)
        if self.doc[source[1]].dep_ == "case" and source[1] > source[0]:
            source = (source[0], source[1] - 1)
        if source[0] <= noun.i <= source[1]:
            source = (source[0], max(subject.i, source[0]))
        yield _Hit(noun, cue, subject, source, tuple(contents), verb if light else noun)

    def of_adjective(self, token: Token, cue: Cue) -> Iterator[_Hit]:
        verb = token.head if token.dep_ in ("acomp", "oprd") or token.head.lemma_ == "make" else token
        subject = self.grammar.subject(verb)
        if subject is None or verb.pos_ not in ("AUX", "VERB"):
            return
        below = [
            c for c in (*token.children, *verb.children) if c.dep_ in ("ccomp", "xcomp") and c.i > token.i
        ]
        contents = [span for c in below[:1] if (span := self.clause(c))]
        contents = contents or [
            self.subtree(obj)
            for prep in token.children
            if prep.dep_ == "prep" and prep.lower_ in cue.frames
            for obj in prep.children
            if obj.dep_ in ("pobj", "pcomp")
        ]
        yield _Hit(token, cue, subject, self.grammar.span(subject), tuple(contents), verb)

    # ---- contents

    def complements(self, token: Token, cue: Cue) -> list[Span]:
        """What follows the verb as its clause, infinitive, object or phrase; the first frame that is there."""
        later = [
            child for child in token.children if child.i > token.i and child.i not in self.grammar.uttered
        ]
        agent = self.grammar.agent(token) if self.grammar.passive(token) else None
        if agent is not None:  # "was accused by prosecutors of selling pills"
            later += [
                c for c in agent.children if c.dep_ == "prep" and any(d.dep_ == "pcomp" for d in c.children)
            ]
        frames = (
            self.gerund(later, token) if cue.kind in ("speech", "report") else None,
            self.that_clause(token, later) if "clause" in cue.frames else None,
            self.infinitive(token, later, cue) if "to" in cue.frames else None,
            self.object(token, later, cue) if {"as", "object"} & cue.frames else None,
            self.phrase(later, cue),
        )
        return [span for span in frames if span][:1]

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
                doer = next((c for c in later if c.dep_ == "dobj" and c.i < child.i), None)
                if doer is not None and cue.word not in _LISTENED and doer.right_edge.i + 1 >= first:
                    first = doer.left_edge.i
                return first, last
        return None

    def phrase(self, later: list[Token], cue: Cue) -> Span | None:
        """ "warned of floods", "called for an inquiry"."""
        for child in later:
            if (
                child.dep_ in ("prep", "agent")
                and child.lower_ in cue.frames
                and child.lower_ not in ("by", "as")
            ):
                objects = [obj for obj in child.children if obj.dep_ in ("pobj", "pcomp")]
                if objects:
                    return self.subtree(objects[0])
        return None

    def that_clause(self, token: Token, later: list[Token]) -> Span | None:
        for child in later:
            own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
            if child.tag_ == "VBG" and not own and self.doc[child.left_edge.i - 1].text == ",":
                continue  # "said Jo Sample, urging"
            if child.dep_ in ("ccomp", "pcomp") or (
                child.dep_ in ("advcl", "acl", "dobj", "xcomp", "conj", "relcl", "parataxis", "npadvmod")
                and any(
                    c.lower_ == "that" and c.dep_ in ("mark", "det", "nsubj") and c.i < child.i
                    for c in child.children
                )
                and child.pos_ in ("VERB", "AUX")
            ):
                return self.whole_clause(token, child, later)
        dative = 0
        for other in self.doc[
            token.i + 1 : token.i + 9
        ]:  # the parse lost the clause, its "that" stands there
            if other.lower_ == "that" and other.tag_ == "IN":
                return self.stretch(other.i + 1, self.sentence_end())
            if (
                other.text in (".", ";", ":")
                or other.dep_ != "acl"
                and other.tag_ in ("VBD", "VBZ", "VBP", "MD", "CC")
                or other.i in self.grammar.uttered
                or dative > 6
            ):
                break
            dative += 1
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
        if not own and lost is not None and child.dep_ == "ccomp" and "tell" != token.lemma_:
            first = lost.left_edge.i
        second = next(
            (c for c in later if c.dep_ in ("conj", "ccomp") and last < c.i and c.left_edge.i <= last + 2),
            None,
        )
        if second is not None and self.doc[last + 1].text not in ",;:":
            own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i > last for c in second.children)
            if second.dep_ == "ccomp" or own and self.doc[last + 1].dep_ == "cc":
                last = second.right_edge.i
        while first < last and self.doc[first].lower_ in _TIMES:
            first += 1
        while last > first and self.doc[last].lower_ in (",", "and", "but"):
            last -= 1
        return self.stretch(first, last)

    def object(self, token: Token, later: list[Token], cue: Cue) -> Span | None:
        objects = [c for c in later if c.dep_ in ("dobj", "oprd", "attr") and c.pos_ != "PRON"]
        pronoun = [c for c in later if c.dep_ == "dobj" and c.pos_ == "PRON"]
        named = "as" in cue.frames  # "called it a success": both what is named and the name
        if not objects and not (named and pronoun):
            return None
        if named and not pronoun and not any(c.dep_ == "dobj" or c.dep_ == "ccomp" for c in later):
            return None
        if cue.word in _NAMING and len([c for c in later if c.dep_ in _COMPLEMENTS]) < 2:
            return None
        if cue.word == "cite" and objects and source_class(objects[0].text, objects[0].lemma_) == "document":
            return None
        head = min([*objects, *(pronoun if named else [])], key=lambda c: c.i)
        first, last = self.subtree(head)
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
        behind = self.doc[last + 1] if last + 1 < len(self.doc) else head
        if behind.lower_ == "in" and behind.dep_ == "prep":
            place = next((c for c in behind.children if c.dep_ == "pobj"), head)
            if source_class(place.text, place.lemma_) != "document" and place.lemma_ not in _OCCASIONS:
                last = max(last, behind.right_edge.i)
        return self.lengthened((first, last))

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

    def sentence_end(self) -> int:
        return len(self.doc) - 1

    # ---- the sentence around a cue

    def host(self, token: Token, source: Span) -> list[Span]:
        """The clause around "police said", before it, or on both sides of it."""
        first, last = min(source[0], token.i), max(source[1], token.i)
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
        before = self.stretch(self.head_of_host(left), left - 1)
        if before is None or self.grammar.uttered & set(range(before[0], before[1] + 1)):
            return []
        if self.doc[before[0]].tag_ in ("VBN", "VBG"):
            return []  # "Asked who leads, he said"
        closed = last + 2 < len(self.doc) and self.doc[last + 1].text == ","
        complete = self.has_verb(before)
        after = self.stretch(last + 2, self.sentence_end()) if closed else None
        if not complete and (after is None or not self.is_clause(after)):
            return []
        pieces = [before, after if after and (not complete or self.goes_on(last)) else None]
        return [self.without_opening(piece) for piece in pieces if piece]

    def head_of_host(self, left: int) -> int:
        """Where the clause before the cue begins: after an utterance, a semicolon or the head of the sentence."""
        at = left - 1
        while at > 0 and self.doc[at - 1].text not in (";", ":") and at - 1 not in self.grammar.uttered:
            at -= 1
        return at

    def without_opening(self, span: Span) -> Span:
        first, last = span
        if (
            self.doc[first].lower_ in ("but", "and", "however", "still", "yet", "so")
            and first < last
            and first == 0
        ):
            return self.stretch(first + 1, last) or span
        return span

    def has_verb(self, span: Span) -> bool:
        return any(t.pos_ in ("VERB", "AUX") for t in self.doc[span[0] : span[1] + 1])

    def is_clause(self, span: Span) -> bool:
        """Whether a stretch has a finite verb and does not begin like an appendix."""
        finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in self.doc[span[0] : span[1] + 1])
        return finite and self.doc[span[0]].tag_ not in ("VBG", "VBN", "WDT", "WP", "CC")

    def goes_on(self, last: int) -> bool:
        """Whether the clause goes on behind "police said,": a comma, then a verb whose subject stood before."""
        if last + 2 >= len(self.doc) or self.doc[last + 1].text != ",":
            return False
        first, after = self.doc[last + 2], self.doc[min(last + 3, len(self.doc) - 1)]
        if first.i in self.grammar.uttered or first.tag_ in ("VBG", "WDT", "WP", "DT", "RB"):
            return False
        if first.lower_ in ("and", "but", "or"):
            return after.pos_ not in ("VERB", "AUX", "ADV") and self.has_verb((last + 3, len(self.doc) - 1))
        if first.lower_ in _SUBORDINATE:
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
        if before and after and closed and self.doc[last + 1].text == "," and self.goes_on(last):
            return [before, after]
        return [before] if before else []

    # ---- utterances

    def with_utterances(self, hits: list[_Hit]) -> list[_Hit]:
        """Gives each utterance of the sentence to the cue beside it; a verb that is no cue becomes one there."""
        hits = list(hits)
        for number in sorted(self.grammar.uttered):
            if any(number >= a and number <= b for hit in hits for a, b in hit.contents if b > a):
                continue  # inside a clause somebody says
            beside = [hit for hit in hits if self.may_bring(hit, number)]
            if not any(hit.subject is not None for hit in beside) and (unknown := self.unknown_verb(number)):
                hits.append(unknown)
                beside = [unknown]
            if beside:
                best = min(beside, key=lambda hit: (hit.subject is None, abs(hit.token.i - number)))
                place = hits.index(best)
                own = [
                    c for c in best.contents if "clause" in best.cue.frames or number in range(c[0], c[1] + 1)
                ]
                own = [c for c in own if not c[0] <= number <= c[1]]
                hits[place] = replace(best, contents=(*own, (number, number)))
        return sorted(hits, key=lambda hit: hit.token.i)

    def may_bring(self, hit: _Hit, number: int) -> bool:
        if hit.cue.word == "according to":
            return True
        if hit.token.pos_ in ("NOUN", "ADJ") and hit.token.i > number:
            return False
        between = self.doc[min(hit.token.i, number) + 1 : max(hit.token.i, number)]
        return (
            "quote" in hit.cue.frames | {"quote" for f in ("about",) if f in hit.cue.frames}
            and len(between) < 45
            and not any(t.text in (";",) for t in between)
        )

    def unknown_verb(self, number: int) -> _Hit | None:
        """A verb beside an utterance and its speaker: "Yes, grumbled Sheriff Marsh", "Yes, Marsh grumbled."."""
        if number and self.doc[number - 1].text == ":":
            return self.before_colon(number)
        after = self.doc[number + 1 : number + 12]
        words = [t for t in after if t.text != ","]
        if not words or len(after) < 2 or after[0].text != ",":
            return None
        verb = words[0] if words[0].tag_ in ("VBD", "VBZ", "VBN") else None
        if verb is None:
            verb = next((t for t in words if t.tag_ in ("VBD", "VBZ")), None)
            if verb is None or any(c.dep_ == "dobj" for c in verb.children):
                return None
            rest = self.doc[verb.i + 1 : verb.i + 2]
            if rest and rest[0].text not in ".,:" and rest[0].pos_ not in ("ADV", "ADP"):
                return None
            if not all(
                t.pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ", "ADP", "PART", "ADV", "PUNCT")
                for t in self.doc[number + 1 : verb.i]
            ):
                return None
        subject = self.grammar.beside(verb) if verb is words[0] else self.grammar.subject(verb)
        if subject is None or subject.i in self.grammar.uttered or not self.grammar.animacy(subject):
            return None
        if (
            verb is words[0]
            and subject.pos_ not in ("PROPN", "PRON")
            and subject.i not in self.grammar.agencies
        ):
            if self.grammar.animacy(subject) != "person":
                return None
        cue = Cue(verb.lemma_.lower(), "speech", frozenset(("quote", "clause")))
        return _Hit(verb, cue, subject, self.source(subject, verb), (), verb)

    def before_colon(self, number: int) -> _Hit | None:
        """The main verb of a sentence that ends in a colon and a quotation: "Mr. Bush demurred: Yes"."""
        verb = next((t for t in self.doc[:number] if t.dep_ == "ROOT" and t.tag_ in ("VBD", "VBZ")), None)
        subject = self.grammar.subject(verb) if verb is not None else None
        if subject is None or self.grammar.animacy(subject) not in ("person", "body"):
            return None
        return _Hit(
            verb,
            Cue(verb.lemma_.lower(), "speech", frozenset(("quote",))),
            subject,
            self.source(subject, verb),
            (),
            verb,
        )

    # ---- what remains

    def worthy(self, hit: _Hit) -> bool:
        """Whether somebody who can speak is the source, or the words stand in quotation marks."""
        if hit.subject is None:
            return bool(hit.contents) and any(a == b and a in self.grammar.uttered for a, b in hit.contents)
        if hit.subject.lower_ == "it" and (self.expletive(hit) or not takes_any_source(hit.cue.word)):
            return False
        if hit.cue.word == "according to" or takes_any_source(hit.cue.word):
            return True
        animacy = self.grammar.animacy(hit.subject)
        if hit.cue.word in ("show", "indicate"):
            return animacy in ("document", "body")
        if hit.cue.kind in ("belief", "decree"):
            return animacy in ("person", "body")
        return bool(animacy)

    def expletive(self, hit: _Hit) -> bool:
        """ "it was said that": nobody's "it"."""
        return self.grammar.passive(hit.verb) or hit.token.pos_ == "ADJ"

    def without_nested(self, hits: list[_Hit]) -> list[_Hit]:
        """Without cues inside the content of others; of "declined to say" the saying stays."""
        hits = [
            hit
            for hit in hits
            if not (
                hit.cue.word in ("decline", "refuse", "continue", "begin", "go")
                and any(other.token.head.i == hit.token.i and other.token.dep_ == "xcomp" for other in hits)
            )
        ]
        return [
            hit
            for hit in hits
            if not any(
                other is not hit and a <= hit.token.i <= b and a < b
                for other in hits
                for a, b in other.contents
            )
        ]

    def parted(self, hits: list[_Hit]) -> list[_Hit]:
        """Parts a clause from a second cue of the same source: "agree that A but fear that B"."""
        for number, hit in enumerate(hits):
            before = self.doc[hit.token.i - 1] if hit.token.i else hit.token
            own = any(child.dep_ == "nsubj" for child in hit.token.children)
            if own or before.dep_ != "cc" or hit.token.dep_ != "conj" or not hit.contents:
                continue
            that = self.doc[hit.contents[0][0] - 1].lower_ == "that"
            for place, outer in enumerate(hits[:number]):
                for a, b in outer.contents:
                    if that and a < hit.token.i <= b and (cut := self.stretch(a, before.i - 1)):
                        contents = tuple(cut if span == (a, b) else span for span in outer.contents)
                        hits[place] = replace(outer, contents=contents)
                        hits[number] = replace(hit, subject=outer.subject, source=outer.source)
        return hits

    def attribution(self, hit: _Hit) -> Attribution:
        grammar = self.grammar
        judged = hit.verb.pos_ in ("VERB", "AUX") and hit.cue.word != "according to"
        mode, negated = grammar.mode(hit.verb) if judged else ("reported", False)
        last = self.doc[hit.token.i + 1] if hit.cue.word == "according to" else hit.token
        animacy = grammar.animacy(hit.subject) if hit.subject is not None else ""
        kind = "report" if hit.cue.kind == "speech" and animacy == "document" else hit.cue.kind
        return Attribution(
            (grammar.begin(hit.token), grammar.stop(last)),
            hit.cue.word,
            kind,
            self.place(hit.source) if hit.source else None,
            self.place((hit.subject.i, hit.subject.i)) if hit.subject is not None else None,
            animacy,
            tuple(self.place(span) for span in hit.contents if span),
            "quote" in hit.cue.frames or hit.cue.word == "according to",
            mode if mode in MODES else "reported",
            negated,
        )

    def place(self, span: Span) -> Span:
        return self.grammar.begin(self.doc[span[0]]), self.grammar.stop(self.doc[span[1]])


_LISTENED = (
    "tell",
    "warn",
    "remind",
    "inform",
    "ask",
    "advise",
    "instruct",
    "persuade",
    "convince",
    "promise",
)
_OCCASIONS = (
    "interview",
    "speech",
    "court",
    "conference",
    "hearing",
    "briefing",
    "call",
    "remark",
    "debate",
    "meeting",
)
_TIMES = ("later", "earlier", "today", "yesterday", "tonight", "afterward", "afterwards", "recently", "then")
_COMPLEMENTS = ("dobj", "oprd", "prep", "attr", "acomp", "xcomp", "ccomp")
_NAMING = ("call", "brand", "label", "dub", "term", "see")
_SURE = ("said", "says", "added", "adds", "told", "warned")
_SUBORDINATE = frozenset(("because", "although", "though", "if", "unless", "until", "so", "even"))
_LIGHT = frozenset(
    "make issue give express voice have repeat release offer deny reject send deliver raise echo dismiss share defend".split()
)
