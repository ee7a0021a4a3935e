"""In which words a cue stands, and whether it tells more than a thing: "denied the charge" does not say how.

Answers for the finder of attributions; a thing that is only judged makes a statement of another kind, one that is only decided
on none.
"""

from helpers.agencies.contents import Span
from helpers.agencies.cues import statement_words
from helpers.agencies.hit import Hit
from helpers.agencies.unlisted import Unlisted
from helpers.texts import Token, text_of, word_set

__all__ = ["ToldThings"]

_MODALS = ("may", "can", "should", "must")
_OF_VERB = ("aux", "auxpass", "neg", "advmod")
_VERBS = ("VBD", "VBN", "VBZ", "VBP", "MD")


class ToldThings(Unlisted):
    """The cues of one parsed sentence with their wording, and what they bring in."""

    def wording(self, hit: Hit) -> Span:
        """The cue with the words of its verb right beside it, and a preposition right before its content: "has not said",
        "called for", "expressed deep concern about"."""
        last = hit.token.i
        verb = hit.token if hit.token.pos_ == "VERB" else hit.verb
        first = min(last, verb.i)  # a noun with its verb
        while (
            first
            and self.doc[first - 1].dep_ in _OF_VERB
            and self.doc[first - 1].tag_ != "WRB"  # "when asked"
            and self.doc[first - 1].head.i in (verb.i, first)
        ):
            first -= 1
        while self.doc[first].lower_ == "to":
            first += 1
        first = self.behind_time(first, last)
        starts = {content[0] for content in hit.contents}
        behind = self.doc[last + 1] if last + 1 < len(self.doc) else None
        if self.puts_it(hit.token):
            return first, last + 1
        if behind is not None and behind.lower_ in statement_words("little") and last + 3 in starts:
            last += 1  # "has said little about the plan"
            behind = self.doc[last + 1]
        if behind is not None and last + 2 < len(self.doc) and behind.lower_.endswith("ly"):
            onward = self.doc[last + 2]  # "complained bitterly about the tax"
            last += behind.dep_ == "advmod" and onward.dep_ == "prep" and last + 3 in starts
            behind = self.doc[last + 1]
        if behind is not None and (behind.dep_ == "prt" or behind.dep_ == "prep" and last + 2 in starts):
            last += 1
        return first, last

    def behind_time(self, first: int, last: int) -> int:
        """Where a cue begins behind words for when: "has now ordered", "still calls"; a negation stays."""
        inside = self.doc[first:last]
        when = [t.i for t in inside if t.lower_ in statement_words("when")]
        return when[-1] + 1 if when and not any(t.dep_ == "neg" for t in inside) else first

    def in_passing(self, hit: Hit) -> bool:
        """Whether a bare thing is only aimed at beside another verb: "met to discuss it", "people opposing the dam"."""
        if hit.token.tag_ not in ("VB", "VBG") or hit.token.dep_ not in ("xcomp", "acl", "advcl", "pcomp"):
            return False
        head = hit.token.head
        if hit.token.dep_ == "xcomp" and head.lemma_ in word_set("object_control") and self.passive(head):
            return True  # "citizens are asked to report it"
        opens = hit.token.i == 0 and hit.token.tag_ == "VBG"  # "Citing her work, the guild endorsed Ann Roe"
        aside = hit.token.dep_ == "advcl" and (opens or self.doc[hit.token.i - 1].text == ",")
        return not aside and bool(hit.contents) and all(self.is_thing(hit, span) for span in hit.contents)

    def is_deed(self, hit: Hit) -> bool:
        """Whether a verb that can tell something does something here to a thing or a person: "wrote 40 tickets", "refused entry",
        "dismissed the appeal", "obligated $3 million", "reminded residents"; and whether it is no more than a plea or a find."""
        if self.is_plea(hit) or self.comes_upon(hit) or self.handles(hit):
            return True
        if hit.token.pos_ not in ("VERB", "AUX") or hit.cue.word not in statement_words("dealing"):
            return False
        only = statement_words("decided") if hit.cue.word in statement_words("deciding") else None
        listens = hit.cue.word in statement_words("listener")
        heads = [self.thing_of(span) for span in hit.contents]
        return bool(heads) and all(
            head is not None
            and (
                only is None or head.lemma_.lower() in only or self.suffers(hit, head) or self.is_chosen(head)
            )
            and (not listens or self.animacy(head) == "person")
            for head in heads
        )

    def handles(self, hit: Hit) -> bool:
        """Whether things are counted, called back or told to an office, and nothing is said: "recalled 400 cars", "is recalling
        milk", "claimed $40,000", "questioned nine men", "anybody may report a crime"."""
        things = [self.thing_of(span) for span in hit.contents]
        if hit.cue.word not in statement_words("handling") or not things or None in things:
            return False
        helpers = {c.lower_ for c in hit.verb.children if c.dep_ == "aux"}
        if hit.cue.word == "report":
            return not helpers.isdisjoint(_MODALS)
        counted = any(t.like_num or t.is_currency for thing in things for t in thing.subtree)
        body = hit.subject is not None and self.animacy(hit.subject) == "body"
        return counted or hit.cue.word == "recall" and (body or hit.verb.tag_ == "VBG" and bool(helpers))

    def is_plea(self, hit: Hit) -> bool:
        """ "pleaded guilty to wire fraud": an answer to the charge, of which nothing is told."""
        behind = {t.lower_ for t in self.doc[hit.token.i + 1 : hit.token.i + 4]}
        return hit.cue.word == "plead" and not behind.isdisjoint(statement_words("plea"))

    def comes_upon(self, hit: Hit) -> bool:
        """ "Officers found 26 people in it": only a court finds somebody guilty, and only a paper finds figures."""
        if hit.cue.word != "find" or hit.source is None or self.written(hit.subject):
            return False
        first, last = hit.source
        judged = any(self.sits(token) for token in self.doc[first : last + 1])
        return not judged and bool(hit.contents) and all(self.is_thing(hit, span) for span in hit.contents)

    def is_chosen(self, thing: Token) -> bool:
        """Whether somebody is named of whom an office decides: "confirmed Ann Roe as judge", but not "dismissed his critics"."""
        return thing.pos_ == "PROPN" and self.animacy(thing) == "person"

    def suffers(self, hit: Hit, thing: Token) -> bool:
        """Whether something is done to the subject: "was beaten and denied care", but "was held and denied the charge"."""
        own = any(child.dep_ in ("nsubj", "nsubjpass") for child in hit.token.children)
        after = hit.token.dep_ == "conj" and not own and self.passive(hit.token.head)
        return after and thing.lemma_.lower() not in statement_words("charge") | statement_words("crime")

    def thing_of(self, span: Span) -> Token | None:
        """The noun of a content that is one thing, with what the parse hangs on the verb behind it: "the motion in June"."""
        inside = self.doc[span[0] : span[1] + 1]
        heads = [t for t in inside if not span[0] <= t.head.i <= span[1] or t.head.i == t.i]
        things = [t for t in heads if t.dep_ not in ("prep", "npadvmod")]
        one = len(things) == 1 and things[0].pos_ in ("NOUN", "PROPN", "NUM", "PRON")
        return things[0] if one and things[0].dep_ == "dobj" else None

    def is_thing(self, hit: Hit, span: Span) -> bool:
        """Whether a content is no more than the object of its cue, or what somebody did not say ("who chose them"); what is
        stressed, announced or shown is told in so many words."""
        inside = self.doc[span[0] : span[1] + 1]
        words = statement_words
        if span[0] == span[1] and span[0] in self.uttered or hit.cue.word in words("stated"):
            return False
        if span[0] < hit.token.i < span[1]:  # "land it said was worth a fortune"
            return False
        if span[1] < hit.token.i and hit.cue.word in words("open"):  # a headline: "Taxes up, minister says"
            return False
        if inside[0].tag_ in ("WP", "WRB", "WDT") or inside[0].lower_ in ("if", "whether"):
            return self.mode(hit.verb)[1] and not hit.apart
        if (
            hit.cue.word == "find"
        ):  # a jury finds him guilty, officers find a body; a study finds what it tells
            told = span[0] and self.doc[span[0] - 1].lower_ == "that" or self.written(hit.subject)
            return not told and not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in inside)
        if hit.cue.word == "admit" and inside[0].tag_ == "VBG":  # a plea
            return True
        if hit.cue.word == "ask" and text_of(inside).startswith("not to be "):  # named, identified, quoted
            return True
        if "host" in hit.cue.frames and any(t.tag_ in _VERBS for t in inside):
            return False  # the sentence around "according to", whatever the parse makes of its verb
        doing = (t for t in inside if t.tag_ == "VBG" and t.i)
        if any(
            t.dep_ == "pcomp" or t.dep_ == "pobj" and self.doc[t.i - 1].lower_ in ("of", "for") for t in doing
        ):  # "accused the mill of spilling dye"
            return False
        heads = [t for t in inside if not span[0] <= t.head.i <= span[1] or t.head.i == t.i]
        if hit.cue.word in words("thanking") and any(self.animacy(t) for t in heads[:1]):
            return True
        if len(heads) != 1 or heads[0].pos_ not in ("NOUN", "PROPN", "NUM", "PRON"):
            return False
        phrase = heads[0].dep_ in ("pobj", "pcomp") and hit.cue.word not in words("begging")
        return not phrase and heads[0].lemma_ not in words("weight")
