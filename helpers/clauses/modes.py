"""In which mode a clause says that something happens: reported, planned, recommended or only possible, and
whether it is denied."""

from helpers.clauses.untrue import Untrue
from helpers.texts import Token, cues, governor_forms, word_set

__all__ = ["Modes"]


_PLAIN = ("VB", "VBP", "NN")  # tags of verbs in their plain form, which the parser may take for nouns
_NOBODY = frozenset(("neither", "no", "nobody", "none"))


class Modes(Untrue):
    """The mode of a verb's clause, read up the tree and, where that says nothing, from the words before the
    verb."""

    def governor(self, token: Token) -> Token:
        return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), token)

    def mode(self, token: Token) -> tuple[str, bool]:
        """Mode and negation of the clause that holds a verb."""
        if form := self.mode_of_form(token):
            return form, False
        negated = any(
            c.lower_ == "no" for child in token.children if child.dep_ == "dobj" for c in child.children
        )  # "found no weapons"
        negated = negated or self.never_did(token)
        below, apart = None, False
        group = self.group_mode(token)
        for _ in range(8):
            auxiliary = ""
            for child in (
                token.children
                if token.tag_ != "VBD"
                else [c for c in token.children if c.dep_ != "aux" or c.lower_ == "did"]
            ):
                word = child.lower_
                subject = child.dep_ in ("nsubj", "nsubjpass")
                nobody = subject and {word, *(c.lower_ for c in child.children)} & _NOBODY
                nobody = nobody or child.dep_ == "dobj" and word in ("nobody", "none")
                if (child.dep_ == "neg" or word in ("never", "n't", "n’t") or nobody) and not apart:
                    negated = True
                if child.dep_ == "aux" and word in cues("auxiliary"):
                    auxiliary = auxiliary or cues("auxiliary")[word]
            children = {(c.dep_, c.lower_) for c in token.children}
            unreal = ("aux", "have") in children and {
                ("aux", "would"),
                ("aux", "should"),
                ("aux", "could"),
            } & children
            unreal = unreal or token.dep_ in ("advcl", "ccomp") and self.is_turned(token)
            asked = ("mark", "whether") in children or token.dep_ == "ccomp" and ("mark", "if") in children
            if asked or unreal or token.dep_ == "advcl" and {("mark", "if"), ("mark", "unless")} & children:
                return (
                    "possible",
                    negated,
                )  # "if the FBI had searched it, it would have found", "should have searched"
            cue = self.cue_of(token, below) if below is not None else ""
            negated = negated or cue == "negated" and self.denies(below) or self.lacks(token)
            if auxiliary:
                urged = auxiliary == "possible" and self.doc[0].lower_ == "by"
                return "recommended" if urged else auxiliary, negated
            if cue and cue != "negated" and self.governs(token, below):
                return cue, negated
            above = self.above(token)
            if above is None:
                break
            # "do not include drugs seized by the patrol": seized they are
            apart = apart or token.dep_ == "acl" and token.tag_ in ("VBN", "VBD")
            below, token = self.first_infinitive(token), above
        return group or "reported", negated

    def denies(self, below: Token) -> bool:
        """Whether a word that denies tells so of what stands below it: "denied beating them", "must stop beating them", but not
        "were stopped, with officers charging both"."""
        if below.dep_ == "prep":
            return below.lower_ in ("from", "in", "to", "at")
        return below.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "relcl")

    def lacks(self, gerund: Token) -> bool:
        """Whether something is left undone: "left without arresting anybody"."""
        before = [gerund.head, *(child for child in gerund.children if child.dep_ in ("mark", "prep"))]
        return gerund.tag_ == "VBG" and any(t.lower_ == "without" and t.i < gerund.i for t in before)

    def mode_of_form(self, token: Token) -> str:
        """The mode that the form of a verb behind its body says: "Georgia Bureau of Investigation to probe jail death",
        "that the department coordinate"; empty if it says none."""
        before = self.doc[token.i - 2] if token.i > 1 and self.doc[token.i - 1].lower_ == "to" else None
        if before is not None and before.i in self.agencies and token.dep_ in ("ROOT", "acl", "relcl"):
            verb = next((t for t in reversed(self.doc[: before.i]) if t.lower_ != "the"), before)
            bidden = verb.pos_ == "VERB" and verb.lemma_ in word_set("object_control")
            return self.cue(verb) if bidden else "planned"  # "a tip led police to seize"
        if token.dep_ in ("acl", "relcl") and {("aux", "to"), ("auxpass", "be")} <= {
            (c.dep_, c.lower_) for c in token.children
        }:
            return "planned"  # "a flight, to be coordinated with"
        return "recommended" if self.is_subjunctive(token) or self.is_wished(token) else ""

    def is_wished(self, token: Token) -> bool:
        """Whether a verb that the parser took for a noun is what a body is asked to do: "recommends that the department
        audit all programmes"."""
        if token.tag_ not in _PLAIN or token.i - 1 not in self.agencies:
            return False
        before = [t for t in self.doc[max(0, token.i - 4) : token.i - 1] if t.lower_ != "the"]
        if len(before) < 2 or before[-1].lower_ != "that":
            return False
        return self.cue(before[-2]) in ("planned", "possible", "recommended")  # "proposes that"

    def is_turned(self, token: Token) -> bool:
        """Whether a condition is told by the order of words: "Had the FBI arrested him, two people would be alive"."""
        subject = next((c.i for c in token.children if "subj" in c.dep_), 0)
        return any(c.lower_ in ("had", "should", "were") and c.i < subject for c in token.children)

    def never_did(self, token: Token) -> bool:
        """Whether a denial opens the clause: "In no case did the FBI arrest", but not "With no help, it arrested"."""
        subject = next((c.i for c in token.children if "subj" in c.dep_), 0)
        turned = any(c.dep_ in ("aux", "auxpass") and c.i < subject for c in token.children)
        opening = [t for c in token.children if c.dep_ == "prep" and c.i < subject for t in c.subtree]
        return turned and any(t.lower_ in _NOBODY for t in opening)

    def cue_of(self, token: Token, below: Token) -> str:
        """The mode that a word gives to what stands below it; what is asked for in a clause is recommended."""
        cue = "negated" if self.is_disbelieved(below) else self.cue(token)
        if cue == "negated" and below.lower_ in word_set("climb_prepositions"):
            return ""  # "stopped the lorry after searching it"
        return "recommended" if cue == "possible" and self.asked_for(below) else cue

    def cue(self, token: Token) -> str:
        if token.lemma_ == "be" and token.pos_ == "AUX":  # "is to support", but not "is able to"
            judged = [
                cues("governor").get(c.lower_, "") for c in token.children if c.dep_ in ("acomp", "attr")
            ]
            if "recommended" in judged:  # "it is essential that"
                return "recommended"
            return (
                "planned"
                if any(
                    c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children) for c in token.children
                )
                else ""
            )
        if token.lemma_ == "let" and token.tag_ in ("VBZ", "VBP"):
            return "possible"  # "the law lets police seize cars"; "a tip let police seize" has happened
        if token.lemma_ == "go" and any(c.lower_ == "on" for c in token.children):
            return ""  # "went on to impound"
        if token.lemma_ in ("set", "look") and not any(
            t.lower_ == "to" for t in self.doc[token.i + 1 : token.i + 4]
        ):
            return ""  # "the container was set aside", "looks at removal by CBP"
        if (infinitive := cues("infinitive").get(token.lemma_)) and self.bids(token):
            return infinitive  # "ordered the police to arrest", but not "ordered a search with"
        if token.lemma_ == "call" and not {c.lower_ for c in token.children} & {"on", "upon", "for"}:
            return ""  # "agents were called in to assist"
        behind = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
        if token.lower_ == "wanted" and behind in ("for", "in", "by", "on"):
            return ""  # "a man wanted for murder was arrested", whom the parse lets want it
        if token.lemma_ == "ask" and any(c.dep_ == "auxpass" for c in token.children):
            return "possible"  # "was asked to review": by whom, and whether it did, is not said
        governors = cues("governor")
        if (
            token.pos_ == "NOUN"
            and token.lower_ in governors
            and any(c.lower_ == "no" for c in token.children)
        ):  # "has no plans to"
            return "negated"
        if token.lemma_ == "have" and any(c.lower_ == "yet" for c in token.children):  # "has yet to identify"
            return "negated"
        return governors.get(token.lower_, "") or governors.get(
            governor_forms().get(token.lower_, token.lemma_.lower()), ""
        )

    def bids(self, verb: Token) -> bool:
        """Whether an infinitive says what somebody is to do: "ordered him to leave", "orders to leave", but not "in order to"."""
        clauses = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl", "acl"))
        return self.doc[verb.i - 1].lower_ != "in" and any(map(self.has_to, clauses))

    def asked_for(self, clause: Token) -> bool:
        """Whether a clause with a verb in its plain form is what is asked for: "asks that the office examine"."""
        that = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
        return clause.dep_ == "ccomp" and that and clause.tag_ in _PLAIN

    def asked_too(self, clause: Token) -> bool:
        """Whether one more clause of what is asked for follows: "that the office examine it and that the court notify us"."""
        that = any(child.lower_ == "that" for child in clause.children)
        return that and clause.tag_ in _PLAIN and self.asked_for(clause.head)

    def is_subjunctive(self, verb: Token) -> bool:
        """Whether one body has a verb in its plain form behind "that": "among them that the department coordinate"."""
        if verb.tag_ not in _PLAIN or not any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
            return False
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "compound") and c.i in self.agencies]
        one = bool(subjects) and self.agencies[subjects[-1].i].kind in ("name", "pattern", "abbreviation")
        alone = one and not any(c.dep_ in ("conj", "cc") for c in subjects[-1].children)
        helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
        return alone and not helped and not self.agencies[subjects[-1].i].text.lower().endswith("s")

    def is_told(self, clause: Token) -> bool:
        """Whether a clause that the parse hangs on the listener is what they are told: "advises importers that it
        has seized"."""
        that = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
        return clause.dep_ == "acl" and that and clause.head.dep_ == "dobj"

    def governs(self, cue: Token, below: Token) -> bool:
        """Whether what stands below a cue word is what the cue is about: its infinitive or its "at"/"to"
        phrase."""
        if below.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "pobj") or below.dep_ == "prep":
            return True
        return below.dep_ == "advcl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in below.children)

    def first_infinitive(self, token: Token) -> Token:
        """The infinitive with which one goes on, where the parse hangs it on a gerund in between: "to stop issuing it and to
        submit"; the word itself where none does."""
        if token.dep_ != "conj" or token.head.tag_ != "VBG" or not self.has_to(token):
            return token
        return next((one for one in token.ancestors if self.has_to(one)), token)

    def has_to(self, verb: Token) -> bool:
        return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)

    def above(self, token: Token) -> Token | None:
        """The word whose mode a word shares."""
        if token.dep_ == "ROOT":
            return None
        token = self.first_infinitive(token)
        if token.dep_ == "conj":
            own = any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
            return None if own and not self.asked_too(token) else token.head
        if self.is_disbelieved(token):
            return token.head
        cue = self.cue(token.head) if token.dep_ == "ccomp" else ""
        if cue == "negated" or cue and (token.head.lemma_ == "be" or token.head.pos_ == "ADJ"):
            return token.head  # "denied that agents had arrested anybody", "it is vital that"
        asked = self.asked_for(token) and self.cue(token.head) in ("possible", "recommended")
        if (
            token.dep_ == "relcl"
            or not asked
            and (
                (token.dep_ in ("advcl", "ccomp") or self.is_told(token))
                and token.tag_ != "VB"
                and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
            )
        ):
            return None
        if token.dep_ in ("nsubj", "csubj") and token.head.pos_ in ("VERB", "AUX"):
            return token.head
        if token.dep_ in (
            "xcomp",
            "ccomp",
            "advcl",
            "pcomp",
            "acl",
            "prep",
            "prt",
            "pobj",
            "dobj",
            "attr",
            "acomp",
            "compound",
            "agent",
            "nsubjpass",
            "nmod",
        ):
            return token.head
        return None
