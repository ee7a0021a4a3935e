"""Where the content of one cue ends and a statement of its own begins: "agree that A but fear that B", "saying A, adding that B",
"the offer is bad, and its president has threatened a strike".
"""

from dataclasses import replace

from helpers.agencies.cues import statement_words
from helpers.agencies.endings import Endings
from helpers.agencies.hit import Hit
from helpers.texts import Token

__all__ = ["Parted"]

_OF_VERB = ("aux", "auxpass", "neg", "advmod")


class Parted(Endings):
    """The cues of one parsed sentence, each with its own content."""

    def cannot_say(self, hit: Hit) -> bool:
        """Whether the clause before a second cue has a subject that says nothing: "that the hall is full and
        asked for help"."""
        subjects = [child for child in hit.token.head.children if child.dep_ in ("nsubj", "nsubjpass")]
        speaks = hit.cue.kind in ("speech", "decree") and (
            hit.token.tag_ in ("VBD", "VBZ", "VBP")
            or hit.token.tag_ == "VBN"
            and (
                hit.token.head.tag_ != "VBN"  # "was genuine but disputed"
                or any(
                    self.doc[a].tag_ in ("WRB", "WP") for a, _ in hit.contents
                )  # "was spent and asked where"
            )
            or hit.token.tag_ == "VB"
            and not any(child.dep_ == "aux" for child in hit.token.children)
        )
        suffers = (
            self.passive(hit.token.head) or hit.token.head.lemma_ == "be"
        )  # "the report was genuine but disputed"
        mute = ("", "document") if suffers else ("",)
        return speaks and bool(subjects) and all(self.animacy(subject) in mute for subject in subjects)

    def in_past(self, hit: Hit) -> bool:
        """Whether a second cue is in the past and cannot go on with what will, should or had been: "said it would stay and called
        the vote a farce", "noted that the dam had held, and suggested a second one"."""
        head = hit.token.head
        helpers = [child for child in head.children if child.dep_ in ("aux", "auxpass")]
        ahead = head.tag_ == "VB" and any(child.tag_ == "MD" for child in helpers)
        apart = self.doc[hit.token.i - 2].text == "," and any(c.lower_ in ("had", "would") for c in helpers)
        said = hit.token.tag_ == "VBD" and hit.cue.kind in ("speech", "belief")
        lasting = any(c.lower_ == "been" for c in helpers)  # "had been waiting and demanded"
        return ahead and hit.token.tag_ in ("VBD", "VBN") or (apart or lasting) and said

    def cannot_go_on(self, hit: Hit) -> bool:
        """Whether a finite second cue stands beside what somebody is to do ("ordered the county to pay and barred it from"), or
        brings in words in marks behind a comma, as only the reporter does: "said it had passed, and called that “a gift”"."""
        head, joint = hit.token.head, self.joint(hit.token)
        bound = head.tag_ == "VB" and not any(
            child.dep_ == "aux" and child.lower_ != "to" for child in head.children
        )
        if bound:
            return self.is_finite(hit.token)
        marked = any(self.opens_mark(t) for a, b in hit.contents for t in self.doc[a : b + 1])
        return marked and joint > 1 and self.doc[joint - 1].text == "," and self.is_finite(hit.token)

    def is_finite(self, token: Token) -> bool:
        """Whether a verb tells what was done: "barred", "has called", also where the parse takes "barred" for a participle."""
        helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
        return (
            token.tag_ in ("VBD", "VBZ")
            or token.tag_ == "VBN"
            and (not helpers or any(child.tag_ in ("VBZ", "VBD", "VBP") for child in helpers))
        )

    def joint(self, token: Token) -> int:
        """Number of the word that joins a verb on, before its auxiliaries and adverbs; 0 without one."""
        before = token.i - 1
        while before > 0 and self.doc[before].head.i == token.i and self.doc[before].dep_ in _OF_VERB:
            before -= 1
        return before if before > 0 and self.doc[before].dep_ == "cc" else 0

    def has_own_speaker(self, hit: Hit, hits: list[Hit]) -> bool:
        """Whether a second cue goes on with a clause inside the content, whose subject can say it: "that officers searched
        the van and found that"."""
        head = hit.token.head
        subjects = [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")]
        inside = not any(other.token.i == head.i for other in hits)
        return inside and any(self.animacy(subject) in ("person", "body") for subject in subjects)

    def same_again(self, hit: Hit, outer: list[Hit]) -> int:
        """Number of the joining word before what the same speaker says next: "receipts will grow, they argue, and they hope
        that", but not "he said he was tired, and he hoped"; 0 if it is none."""
        subject = next((c for c in hit.token.children if c.dep_ == "nsubj" and c.pos_ == "PRON"), None)
        if subject is None or hit.token.dep_ != "conj" or not hit.contents or not self.is_told(hit.token):
            return 0
        first = subject.left_edge.i - 1
        if first < 2 or self.doc[first].dep_ != "cc" or self.doc[first - 1].text != ",":
            return 0
        before = [one for one in outer if one.source and one.source[0] == one.source[1]]
        again = any(self.doc[one.source[0]].lower_ == subject.lower_ for one in before)
        said = {t.lower_ for one in outer for a, b in one.contents for t in self.doc[a : min(b + 1, first)]}
        return first if again and subject.lower_ not in said else 0

    def is_told(self, token: Token) -> bool:
        """Whether a verb stands in a form in which somebody tells something: "hope", "argued", "did not rule out"."""
        did = any(child.lower_ in ("did", "do", "does") for child in token.children if child.dep_ == "aux")
        return did or token.tag_ in ("VBD", "VBZ", "VBP")

    def cut_before(self, hits: list[Hit], number: int) -> None:
        """Ends a clause before the statement that goes on behind a comma: "he would stay, adding that", "the offer is bad, and
        its president has threatened a strike"."""
        hit = hits[number]
        first = self.opens_anew(hit) or self.gives_reason(hit, hits[:number])
        first = first or self.same_again(hit, hits[:number])
        for place, outer in enumerate(hits[:number] if first else ()):
            for a, b in outer.contents:
                cut = self.stretch(a, first - 1)
                if a <= first <= b and (cut or len(outer.contents) > 1):
                    contents = tuple(
                        filter(None, (cut if span == (a, b) else span for span in outer.contents))
                    )
                    hits[place] = replace(outer, contents=contents)
                    if hit.token.tag_ == "VBG" and hit.token.dep_ != "pcomp":
                        hits[number] = replace(
                            hit, subject=outer.subject, source=outer.source, verb=outer.verb
                        )

    def gives_reason(self, hit: Hit, outer: list[Hit]) -> int:
        """Number of the comma before what somebody says beside a promise: "vowed to stay, saying that"; 0 if it is none."""
        comma = hit.token.i - 1
        reason = hit.token.tag_ == "VBG" and hit.cue.kind == "speech" and bool(hit.contents)
        to_do = (
            self.doc[a].tag_ == "TO" or self.doc[min(a + 1, b)].tag_ == "TO"
            for one in outer
            for a, b in one.contents
            if a < comma <= b
        )
        return comma if reason and comma > 0 and self.doc[comma].text == "," and all([*to_do]) else 0

    def opens_anew(self, hit: Hit) -> int:
        """Number of the comma or joining word before a statement of its own; 0 if it is none."""
        token = hit.token
        if not hit.contents or token.i < 3:
            return 0
        if token.tag_ == "VBG":
            if (
                token.head.lower_ == "with" and token.dep_ == "pcomp"
            ):  # "voted to ban it, with Jo Sample saying that"
                first = token.head.i - 1
                return first if first > 0 and self.doc[first].text == "," else 0
            goes_on = self.doc[token.i - 1].text == "," and hit.cue.word in statement_words("going_on")
            return token.i - 1 if goes_on else 0
        subject = next((c for c in token.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
        if token.dep_ == "advcl" and subject is not None:
            return self.contrasted(token, subject)
        if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or subject is None:
            return 0
        first = subject.left_edge.i
        joined = first > 2 and self.doc[first - 1].dep_ == "cc"
        joined = joined and (self.doc[first - 2].text == "," or self.is_introduced(subject, hit))
        return first - 1 if joined and self.animacy(subject) in ("person", "body") else 0

    def contrasted(self, token: Token, subject: Token) -> int:
        """Number of the comma before what somebody else says at the same time: "said it was full, while her deputy warned
        that"; 0 if it is none."""
        first = token.left_edge.i
        opens = self.doc[first].lower_ in ("while", "whereas") and first == subject.left_edge.i - 1
        told = token.tag_ in ("VBD", "VBZ", "VBP") and not any(c.dep_ == "aux" for c in token.children)
        speaks = opens and told and self.animacy(subject) in ("person", "body")
        return first - 1 if speaks and self.doc[first - 1].text == "," else 0

    def is_introduced(self, subject: Token, hit: Hit) -> bool:
        """Whether the subject of a cue is brought in with title and full name, as only the reporter does: "A said that, and
        Mayor Jo Sample asked"."""
        words = self.doc[subject.left_edge.i : subject.i + 1]
        return hit.cue.kind == "speech" and len(words) > 2 and all(t.pos_ == "PROPN" for t in words)

    def parted(self, hits: list[Hit]) -> list[Hit]:
        """Parts a clause from a second cue of the same source: "agree that A but fear that B"."""
        for number, hit in enumerate(hits):
            joint = self.joint(hit.token)
            own = any(child.dep_ == "nsubj" for child in hit.token.children)
            self.cut_before(hits, number)
            if own or not joint or hit.token.dep_ != "conj" or not hit.contents:
                continue
            that = self.doc[hit.contents[0][0] - 1].lower_ == "that" and not self.has_own_speaker(hit, hits)
            that = that or self.cannot_say(hit) or self.in_past(hit) or self.cannot_go_on(hit)
            for place, outer in enumerate(hits[:number]):
                for a, b in outer.contents:
                    if that and a < hit.token.i <= b and (cut := self.stretch(a, joint - 1)):
                        contents = tuple(cut if span == (a, b) else span for span in outer.contents)
                        hits[place] = replace(outer, contents=contents)
                        hits[number] = replace(hit, subject=outer.subject, source=outer.source, apart=True)
        return hits
