"""With whom something is done: those after "with", "between" or "alongside", and the words that say that
several act as one."""

from helpers.clauses.order import FARTHEST
from helpers.clauses.series import Series
from helpers.texts import Token, objects_of, text_of, word_set

__all__ = ["Partners"]

_EFFORT_PREPOSITIONS = ("in", "during", "through", "as", "under", "following", "after")


class Partners(Series):
    """The sides of what several do together."""

    def partners(self, token: Token) -> list[Token]:
        """Those after "with", "between" or "among", by the parse and then by the order of the list."""
        partners = []
        for child in token.children:
            if child.dep_ in ("prep", "advmod") and child.lower_ in word_set("partner_words"):
                partners += [n for obj in self.behind(child) for n in self.with_conjuncts(obj)]
                if child.lower_ in ("with", "alongside", "between", "among", "amongst"):
                    partners += self.listed(child.i + 1)
            elif child.dep_ in ("advcl", "ccomp") and self.marked_with(child):
                subjects = [subject for subject in child.children if subject.dep_ == "nsubj"]
                partners += [n for subject in subjects for n in self.with_conjuncts(subject)]
        bodies = [body for partner in partners for body in self.bodies(partner)]
        return list(dict.fromkeys(bodies))

    def beside_object(self, token: Token, objects: list[Token]) -> list[Token]:
        """The bodies behind the "with" of a verb or of its object: "is investigating the crash with the sheriff's
        office", "carried out the raid with Maltese police"."""
        behind = [
            c for word in (token, *objects) for c in word.children if c.lower_ == "with" and c.i > token.i
        ]
        behind = [c for c in behind if text_of(self.doc[c.i - 2 : c.i]).rstrip(",").split()[-1:] != ["and"]]
        bodies = [body for one in behind for body in self.listed(one.i + 1)]
        after = self.doc[bodies[-1].i + 1 : bodies[-1].i + 5] if bodies else ()
        alone = any(t.tag_ == "VBG" for t in after) or [t.lower_ for t in after][:2] == ["in", "support"]
        if self.is_passive(token) or alone:  # "with HSI assisting": said of HSI alone
            return []
        counted = any(
            t.tag_ == "CD" for one in behind for t in self.doc[one.i : one.i + 3]
        )  # "with 1,200 marines"
        return [] if counted else [body for body in bodies if not self.is_court(body)]

    def companions(self, token: Token) -> list[Token]:
        """The bodies that do with the doers of a verb what it says: "searched it together with the navy"."""
        found = []
        for other in self.doc[1:-1]:
            beside = other.lower_ == "together" and self.doc[other.i + 1].lower_ == "with"
            if beside and self.governor(other) == token:
                found += [body for body in self.listed(other.i + 2) if not self.is_court(body)]
        return found

    def fronted(self, token: Token) -> list[Token]:
        """Those behind a "with" that opens a sentence, for the first verb behind it: "Together with Thai police, Interpol
        has", "Side by side with the navy, the coast guard means to"."""
        at = next((t.i for t in self.doc[: min(7, token.i)] if t.lower_ == "with"), 0)
        if not at or self.opening(at) not in word_set("fronting") | word_set("side_by_side"):
            return []
        named = self.listed(at + 1)
        end = (
            next((t.i for t in self.doc[at:] if t.text == "," and t.i > max(b.i for b in named)), 0)
            if named
            else 0
        )
        between = [
            t for t in self.doc[end : token.i] if t.pos_ == "VERB" and t.i not in self.verb_group(token)
        ]
        return [body for body in named if body.i < end < token.i] if not between else []

    def fronted_doers(self, token: Token) -> list[Token]:
        """Those of them who do what the verb says: behind "together with", but not "in coordination with"."""
        at = next((t.i for t in self.doc[: min(7, token.i)] if t.lower_ == "with"), 0)
        return self.fronted(token) if at and self.opening(at) in word_set("fronting_doers") else []

    def opening(self, at: int) -> str:
        """The words of a sentence up to a place, in small letters."""
        return text_of(self.doc[:at]).lower()

    def behind(self, preposition: Token) -> list[Token]:
        """The objects of a preposition, and of one right behind it: "closely with", "together with"."""
        inner = [preposition] + [c for c in preposition.children if c.dep_ == "prep"]
        return [obj for one in inner for obj in one.children if obj.dep_ == "pobj"]

    def marked_with(self, clause: Token) -> bool:
        """Whether a clause begins with "with": "worked with police to find"."""
        return any(c.dep_ == "mark" and c.lower_ == "with" for c in clause.children)

    def between_after(self, token: Token) -> list[Token]:
        """Bodies after "between" or "among" where the parser hung these elsewhere."""
        for other in self.doc[token.i + 1 : token.i + 6]:
            if other.pos_ in ("VERB", "AUX"):
                break
            if other.lower_ in ("between", "among", "amongst"):
                objects = [obj for obj in other.children if obj.dep_ in ("pobj", "pcomp")]
                found = [n for obj in objects for n in self.with_conjuncts(obj)]
                return list(dict.fromkeys([*found, *self.listed(other.i + 1)]))
        return []

    def jointly(self, token: Token) -> bool:
        """Whether "together" or "jointly" stands at the verb or at the head of its clause, and not "together
        with others"."""
        for other in self.doc[max(0, token.i - FARTHEST) : token.i + 8]:
            if other.lower_ in word_set("together"):
                after = self.doc[other.i + 1] if other.i + 1 < len(self.doc) else other
                if after.lower_ == "with" and other.i and self.doc[other.i - 1].lower_ == ",":
                    continue  # "ICE, together with the FBI, arrested": beside the subject
                partners = after.lower_ != "with" or any(
                    t.i in self.agencies for t in self.doc[after.i : after.i + 9]
                )
                if partners and (other.i < token.i or other in token.children):
                    return True
        return False

    def counts_double(self, doers: list[Token]) -> bool:
        """Whether one of them is a plural such as "authorities from Mexico and the United States"."""
        named = [self.agencies[d.i] for d in doers if d.i in self.agencies]
        return any(found.kind == "description" and " and " in found.text for found in named)

    def is_backed(self, doer: Token) -> bool:
        """Whether "backed by" or "supported by" stands right behind a body: "police in A and B, backed by Europol"."""
        after = [t.lower_ for t in self.doc[doer.i + 1 : doer.i + 4]]
        return after[:1] == [","] and after[2:] == ["by"] and after[1] in word_set("helping")

    def joined_before(self, token: Token) -> list[Token]:
        """The bodies between "joint" and a common effort, by the order of words: "a joint FBI and DEA inquiry"."""
        both = self.chain(self.doc[token.i - 1]) if token.i - 1 in self.agencies else []
        first = min((body.i for body in both), default=0)
        joint = first > 0 and self.doc[first - 1].lower_ in word_set("cooperative")
        return both if joint and len(both) > 1 else []

    def in_support(self, token: Token) -> list[Token]:
        """The bodies between "with" and "in support": "with the navy and the coast guard in support"."""
        if token.lower_ not in ("support", "assistance") or self.doc[max(0, token.i - 1)].lower_ != "in":
            return []
        before = self.doc[max(0, token.i - FARTHEST) : token.i - 1]
        at = next((t.i for t in reversed(before) if t.lower_ == "with"), None)
        named = self.listed(at + 1) if at is not None else []
        between = self.doc[named[-1].i + 1 : token.i - 1] if named else ()
        close = all(t.is_punct or t.text.isupper() for t in between)  # "(HSE)"
        return [body for body in named if body.i < token.i] if close else []

    def effort_phrase(self, token: Token) -> bool:
        """Whether the verb has an "in a joint operation" beside it."""
        phrases = [
            child
            for child in token.children
            if child.dep_ in ("prep", "npadvmod", "advmod") and child.lower_ in _EFFORT_PREPOSITIONS
        ]
        efforts = [obj for phrase in phrases for obj in phrase.children if obj.dep_ == "pobj"]
        joint = any(self.described_as(effort, word_set("cooperative")) for effort in efforts)
        return joint or token.dep_ == "ROOT" and self.ends_jointly()

    def ends_jointly(self) -> bool:
        """Whether the sentence ends with "in joint operation", wherever the parser hung it: headlines do."""
        last = [t for t in self.doc if not t.is_punct][-4:]
        at = next((place for place, t in enumerate(last) if t.lower_ == "in"), None)
        return (
            at is not None
            and any(t.lower_ in word_set("cooperative") for t in last[at:])
            and last[-1].lower_ in objects_of("operation")
        )

    def described_as(self, noun: Token, words: frozenset[str]) -> bool:
        """Whether one of the words stands before a noun, as in "joint operation"."""
        return any(child.lower_ in words for child in noun.lefts)

    def has_word(self, token: Token, words: frozenset[str]) -> bool:
        """Whether one of the words hangs on a verb."""
        return any(child.lower_ in words for child in token.children)
