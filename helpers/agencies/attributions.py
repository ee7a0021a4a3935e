"""Attributions inside one parsed sentence: cue, source and content, as places in the article.

The frames of a cue (`speech_words.csv`) say where its content stands: a clause, an infinitive, an object, a phrase with
a preposition, a quotation beside it, or the sentence around "police said". A cue inside the content of another
one is dropped: what somebody reports that others said is still that person's statement.
"""

from dataclasses import dataclass, replace

from helpers.agencies.contents import Span
from helpers.agencies.cues import statement_words, takes_any_source
from helpers.agencies.hit import Hit
from helpers.agencies.parted import Parted
from helpers.names import Masked
from helpers.texts import Parse, Sentence, Token, text_of

__all__ = ["Attribution", "attributions"]


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
        described: Place of the source with the clause that tells who it is: "Jo Sample, who runs the shelter,".
        wording: The cue with its auxiliaries, adverbs, negation and particle: "has not said", "called for".
        bare: Whether what is said is only a thing ("denied the charge", "praised her officers"): somebody speaks, but
            the article does not tell in which words.
        mode, negated: Of the clause that holds the cue; the mode may be "possible".
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
    bare: bool = False
    wording: Span | None = None
    described: Span | None = None


def attributions(sentence: Sentence, masked: Masked, doc: Parse) -> list[Attribution]:
    """The attributions of a sentence in the order of their cues.

    Args:
        sentence: The sentence.
        masked: Its voiced form (`helpers.agencies.voiced`).
        doc: The parse of that form.
    """
    return _Finder(sentence, masked, doc).found()


class _Finder(Parted):
    """Gives utterances to cues and drops what is no statement of anybody. What it stands on: see `Spans`."""

    def found(self) -> list[Attribution]:
        hits = [hit for token in self.doc for hit in self.hits_of(token)]
        hits = self.with_utterances(self.ended(self.parted(hits)))
        hits = [hit for hit in hits if self.worthy(hit) and not self.in_passing(hit) and not self.asked(hit)]
        hits = self.without_nested(
            [hit for hit in hits if not self.is_deed(hit) and not self.singles_out(hit)]
        )
        return [self.attribution(hit) for hit in hits]

    def singles_out(self, hit: Hit) -> bool:
        """Whether a clause without commas only tells which one is meant, and no clause or quotation stands in it: "an officer
        who warned a gang", "a nurse who did not want to give her name"."""
        clause, first = hit.verb, hit.verb.left_edge
        pronoun = (
            first.head is clause and first.dep_ in ("nsubj", "nsubjpass") and first.tag_ in ("WP", "WDT")
        )
        before = self.doc[first.i - 1]
        if (
            clause.dep_ != "relcl"
            or not pronoun
            or before.text in (",", "—", "–")
            or self.written(hit.subject)
        ):
            return False
        inside = [token for span in hit.contents for token in self.doc[span[0] : span[1] + 1]]
        told = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.i in self.uttered for t in inside)
        return bool(inside) and not told and not any(map(self.opens_mark, inside))

    def with_utterances(self, hits: list[Hit]) -> list[Hit]:
        """Gives each utterance of the sentence to the cue beside it; a verb that is no cue becomes one there."""
        hits = list(hits)
        for number in sorted(self.uttered):
            if any(number >= a and number <= b for hit in hits for a, b in hit.contents if b > a):
                continue  # inside a clause somebody says
            beside = [hit for hit in hits if self.may_bring(hit, number)]
            main = [hit for hit in beside if hit.token.dep_ not in ("relcl", "advcl")]
            if not any(hit.subject is not None for hit in main) and (unknown := self.unknown_verb(number)):
                hits.append(unknown)
                beside = [unknown]
            if beside:
                best = min(
                    beside,
                    key=lambda hit: (
                        text_of(self.doc[hit.token.i + 1 : number]) != ":",
                        hit.subject is None,
                        hit.token.dep_ == "relcl",
                        self.aside(hit, number),
                        abs(hit.token.i - number),
                    ),
                )
                place = hits.index(best)
                own = [
                    c for c in best.contents if "clause" in best.cue.frames or number in range(c[0], c[1] + 1)
                ]
                own = [c for c in own if not c[0] <= number <= c[1] and not self.only_beside(best, c)]
                cue = replace(best.cue, kind="speech") if self.wants_to_know(best) else best.cue
                hits[place] = replace(best, cue=cue, contents=(*own, (number, number)))
        return sorted(hits, key=lambda hit: hit.token.i)

    def aside(self, hit: Hit, number: int) -> bool:
        """Whether a participle has a clause of its own before a quotation: "she said, pointing to a letter, “...”"."""
        between = self.doc[hit.token.i + 2 : number]
        return hit.token.tag_ == "VBG" and any(t.text == "," for t in between)

    def only_beside(self, hit: Hit, span: Span) -> bool:
        """Whether what stands beside a quotation is none of its speaker's words: what a noun is about, or "In a video posted
        on Friday, she said: Yes"."""
        words = self.doc[span[0] : span[1] + 1]
        front = words[0].tag_ == "IN" and not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words)
        return (
            hit.token.pos_ == "NOUN"
            or front
            or hit.source is not None
            and span[0] <= hit.source[0] <= span[1]
        )

    def may_bring(self, hit: Hit, number: int) -> bool:
        if hit.cue.word == "according to" or self.wants_to_know(hit):
            return True
        if hit.token.pos_ in ("NOUN", "ADJ") and hit.token.i > number and hit.token.dep_ != "ROOT":
            return False
        between = self.doc[min(hit.token.i, number) + 1 : max(hit.token.i, number)]
        return (
            "quote" in hit.cue.frames | {"quote" for f in ("about",) if f in hit.cue.frames}
            and len(between) < 45
            and (self.ends_on(hit, number) or not any(t.text == ";" for t in between))
        )

    def ends_on(self, hit: Hit, number: int) -> bool:
        """Whether a quotation is the rest of what was said before a semicolon: "“Yes,” she said; “it will hold.”"."""
        before = any(place < hit.token.i for place in self.uttered)
        rest = self.doc[number + 1 :]
        return before and self.doc[number - 1].text == ";" and all(t.is_punct or t.is_space for t in rest)

    def worthy(self, hit: Hit) -> bool:
        """Whether somebody who can speak is the source, or the words stand in quotation marks."""
        if hit.subject is None:
            uttered = any(a == b and a in self.uttered for a, b in hit.contents)
            by_nobody = self.charged(hit) or self.reputed(hit.token) or self.question_put(hit.token)
            return bool(hit.contents) and bool(uttered or by_nobody or hit.cue.word == "hear")
        if hit.subject.lower_ == "you" and hit.cue.kind == "belief":
            return False  # "if you want to be told"
        if (
            text_of(self.doc[max(0, hit.token.i - 3) : hit.token.i])
            .lower()
            .endswith(("needless to", "that is to"))
        ):
            return False  # "needless to say"
        if not hit.contents and any(child.lower_ == "what" for child in hit.token.children):
            return False  # "dismissed what Jo Sample said"
        if hit.subject.lower_ == "it" and (self.expletive(hit) or not takes_any_source(hit.cue.word)):
            return not self.expletive(hit) and self.points_out(hit)
        if hit.cue.word == "according to" or takes_any_source(hit.cue.word):
            return True
        animacy = self.animacy(hit.subject)
        if hit.cue.word in ("show", "indicate"):
            return animacy in ("document", "body") or animacy == "person" and hit.cue.word == "indicate"
        if hit.cue.word == "support":
            return animacy == "person"  # a body that supports an operation takes part in it
        if hit.cue.word in statement_words("provided") and animacy == "document":
            told = (t for a, b in hit.contents for t in self.doc[a : b + 1])
            return any(t.tag_ in ("TO", "VBG") for t in told)  # "the treaty obliges its members to pay"
        if hit.cue.kind in ("belief", "decree"):
            return animacy in ("person", "body")
        return bool(animacy)

    def asked(self, hit: Hit) -> bool:
        """Whether a question only asks what somebody wants or thinks: "Does she want to lead the party?"."""
        verb, subject = hit.verb, hit.subject
        if subject is None or hit.cue.kind != "belief" or self.doc[-1].text != "?":
            return False
        return any(c.dep_ == "aux" and c.i < subject.left_edge.i < verb.i for c in verb.children)

    def points_out(self, hit: Hit) -> bool:
        """Whether "it" tells, recommends or orders something, which no fact does."""
        told = (not self.is_thing(hit, span) or self.opens_mark(self.doc[span[0]]) for span in hit.contents)
        return any(told) and hit.token.tag_ != "VB" and hit.cue.word in statement_words("pointing")

    def charged(self, hit: Hit) -> bool:
        """ "it is alleged that": a statement of whoever brings the charge, whom nobody names."""
        it = any(child.lower_ == "it" for child in hit.token.children)
        return hit.cue.word == "allege" and self.passive(hit.token) and (it or self.reputed(hit.token))

    def expletive(self, hit: Hit) -> bool:
        """ "it was said that": nobody's "it"."""
        return self.passive(hit.verb) or hit.token.pos_ == "ADJ"

    def without_nested(self, hits: list[Hit]) -> list[Hit]:
        """Without cues inside the content of others; of "declined to say" the saying stays."""
        hits = [
            hit
            for hit in hits
            if not (
                hit.cue.word in ("decline", "refuse", "continue", "begin", "go")
                and any(
                    other.token.head.i == hit.token.i
                    and other.token.dep_ == "xcomp"
                    and other.cue.word in statement_words("uttering")
                    for other in hits
                )
            )
        ]
        hits = [hit for hit in hits if not self.voices_noun(hit, hits)]
        return [
            hit
            for hit in hits
            if not any(
                other is not hit and a <= hit.token.i <= b and a < b
                for other in hits
                for a, b in other.contents
            )
        ]

    def voices_noun(self, hit: Hit, hits: list[Hit]) -> bool:
        """Whether a verb only lends its voice to a noun that is a cue: "expressed deep concern about the plan"."""
        nouns = (other for other in hits if other.token.dep_ == "dobj" and other.token.head.i == hit.token.i)
        return hit.cue.word in statement_words("voicing") and any(
            other.token.pos_ == "NOUN" and other.contents and other.token.i > hit.token.i for other in nouns
        )

    def attribution(self, hit: Hit) -> Attribution:
        grammar = self
        judged = hit.verb.pos_ in ("VERB", "AUX") and hit.cue.word != "according to"
        mode, negated = grammar.mode(hit.verb) if judged else ("reported", False)
        if judged and (hit.apart or self.hangs_on_content(hit)):
            mode, negated = "reported", any(c.dep_ == "neg" for c in hit.verb.children)
        mode = "reported" if judged and self.in_fact(hit.verb) else mode
        negated = negated or hit.cue.word in ("decline", "refuse")
        last = self.doc[hit.token.i + 1] if hit.cue.word == "according to" else hit.token
        animacy = grammar.animacy(hit.subject) if hit.subject is not None else ""
        written = animacy == "document" or hit.subject is None and self.charged(hit)
        kind = "report" if hit.cue.kind == "speech" and written else hit.cue.kind
        if hit.cue.word == "tell" and all(
            self.doc[a].tag_ == "TO" and b > a for a, b in hit.contents or [(0, 0)]
        ):
            kind = "decree"  # "told the driver to stop"
        return Attribution(
            (grammar.begin(hit.token), grammar.stop(last)),
            hit.cue.word,
            kind,
            self.place(hit.source) if hit.source else None,
            self.place((hit.subject.i, hit.subject.i)) if hit.subject is not None else None,
            animacy,
            tuple(self.place(span) for span in hit.contents if span),
            "quote" in hit.cue.frames or hit.cue.word == "according to" or self.announces(hit),
            mode,
            negated,
            bool(hit.contents) and all(self.is_thing(hit, span) for span in hit.contents),
            self.place(self.wording(hit)) if judged else None,
            self.place(self.described(hit.source, hit.token)) if hit.source else None,
        )

    def wants_to_know(self, hit: Hit) -> bool:
        """ "“How long?” Jo Sample wanted to know": it is asked."""
        behind = text_of(self.doc[hit.token.i + 1 : hit.token.i + 3])
        return hit.cue.word == "want" and behind == "to know"

    def in_fact(self, verb: Token) -> bool:
        """Whether it is said whatever the grammar: "would only say that", "asked whether he would, said that"."""
        return {"would", "only"} <= {child.lower_ for child in verb.children} or self.prompts(verb.head)

    def hangs_on_content(self, hit: Hit) -> bool:
        """Whether the parse hung a cue on the verb of what is said before it, whose mode is not that of the cue: "The bank must
        pay, the commissioner said"."""
        return any(a <= hit.verb.head.i <= b < hit.verb.i for a, b in hit.contents)

    def announces(self, hit: Hit) -> bool:
        """Whether a noun of speech brings in what follows: "issued the following statement:"."""
        return hit.token.pos_ == "NOUN" and "about" in hit.cue.frames and self.doc[-1].text == ":"

    def place(self, span: Span) -> Span:
        return self.begin(self.doc[span[0]]), self.stop(self.doc[span[1]])
