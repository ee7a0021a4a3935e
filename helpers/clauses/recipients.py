"""What a verb says of the body behind its preposition: "handed over to the navy", "held in ICE custody"."""

from collections.abc import Iterator

from helpers.clauses.nouns import Action
from helpers.clauses.verbs import Verbs
from helpers.texts import Token, frames_of, word_set

__all__ = ["Recipients"]


class Recipients(Verbs):
    """Bodies to which, from which or in whose hands something is."""

    def framed(self, token: Token) -> Iterator[Action]:
        """What a verb says of the body behind its preposition: "handed over to the navy", "came from Europol"."""
        objects = self.objects(token) or [c for c in token.children if c.dep_ == "nsubj"]
        for preposition, needs, role, mode in frames_of()[token.lemma_.lower()]:
            behind = [
                body
                for noun in self.behind_word(token, preposition)
                for one in self.with_conjuncts(noun)
                for body in self.holders(one)
                if body.i in self.agencies
                and not (role == "receive" and self.is_court(body))
                and (
                    token.lemma_ != "take" or body != one
                )  # "taken to a shelter run by", not "to Mercy Hospital"
            ]
            if behind and self.needed(token, needs, objects):
                mode = "" if self.mode(token)[1] else mode  # what is not passed on is not planned either
                yield self.make(role, token, behind, what=objects[0] if objects else None, mode=mode)

    def helped_inquiry(self, token: Token) -> Iterator[Action]:
        """ "Two men are assisting the police with their enquiries": whom people help with an inquiry makes it."""
        helped = [
            body for noun in self.objects(token) for body in self.bodies(noun) if body.i in self.agencies
        ]
        case = [noun for c in token.children if c.lower_ in ("with", "in") for noun in c.children]
        inquiry = [noun for noun in case if self.role_of_noun(noun) == "investigate"]
        people = not any(self.is_side(doer) for doer in self.doers(token)) and not self.is_passive(token)
        if helped and inquiry and people and not self.quoted(token):
            yield self.make("investigate", inquiry[0], helped, mode_from=token)

    def behind_word(self, token: Token, preposition: str) -> list[Token]:
        """The objects of a preposition of a verb, or of the first one after it where the parser hung that on the
        verb's particle or object: "turned the driver over to HSI"."""
        own = [c for c in token.children if c.dep_ in ("prep", "dative") and c.lower_ == preposition]
        below = [
            inner
            for child in token.children
            if child.i > token.i
            and (child.dep_ in ("prt", "dobj") or child.lower_ in ("over", "back", "with", "together"))
            for inner in child.subtree
            if inner.dep_ == "prep" and inner.lower_ == preposition and self.governor(inner) == token
        ]
        own += [  # "turned over 29 to the sheriff and eight to the Marshals"
            c
            for n in token.children
            if n.dep_ == "conj" and n.like_num
            for c in n.children
            if c.lower_ == preposition
        ]
        found = [noun for one in own or below[:1] for noun in one.children if noun.dep_ == "pobj"]
        if preposition in (
            "at",
            "under",
        ):  # "at the disposal of", but neither "at the office" nor "under the command"
            return [noun for noun in found if noun.lower_ in word_set("keeping")]
        return found

    def holders(self, noun: Token) -> list[Token]:
        """The bodies that a noun stands for, of custody those who hold it: "the custody of the navy", "ICE
        custody"; of a place those who run it: "a shelter run by the Red Cross"."""
        if noun.lower_ not in word_set("custody") | word_set("keeping"):
            keepers = [c for c in noun.children if c.dep_ == "acl" and c.lemma_ in word_set("keepers")]
            by = self.spread([by for verb in keepers for by in self.after_by(verb)])
            return by or self.possessors(noun, place=noun.lower_ in word_set("posts")) or self.bodies(noun)
        listed = (
            self.listed(noun.i + 2) if self.doc[min(noun.i + 1, len(self.doc) - 1)].lower_ == "of" else []
        )
        return listed or self.owners(noun)

    def held(self, token: Token) -> Iterator[Action]:
        """ "remained in ICE custody", "is held in the custody of the U.S. Marshals": whose custody it is detains."""
        preposition = token.head
        verb = preposition.head
        stays = verb.lemma_ in word_set("staying")
        within = token.dep_ == "pobj" and preposition.lower_ == "in" and not self.quoted(token)
        holders = (
            [body for body in self.holders(token) if body.i in self.agencies] if within and stays else []
        )
        if holders:
            yield self.make("arrest", token, holders, mode_from=self.governor(token))

    def credited(self) -> Iterator[Action]:
        """ "credited agents of the FBI and inspectors of the USPIS with the investigation": what somebody says a body has
        done."""
        for token in self.among({"credit", "credits", "credited", "crediting"}):
            behind = [t for t in self.doc[token.i + 1 :] if t.lower_ == "with" and not self.quoted(token)]
            nouns = [(w, n) for w in behind for n in self.doc[w.i + 1 : w.i + 4] if n.pos_ == "NOUN"]
            named = [
                (w, one)
                for w, noun in nouns
                for one in self.actions_named(noun)
                if noun in (one[0], one[0].head)
            ]
            if token.pos_ == "VERB" and named:
                first = named[0][0]
                every = [body for body in self.doc[token.i + 1 : first.i] if body.i in self.agencies]
                whose = {
                    t.head.head.i for t in every if t.dep_ == "pobj"
                }  # "inspectors of the Postal Service"
                doers = [t for t in every if t.i not in whose and not self.is_beside(t)]
                for part, role in dict.fromkeys(one for preposition, one in named if preposition == first):
                    yield self.make(role, part, doers, mode="reported", what=part)

    def is_beside(self, body: Token) -> bool:
        """Whether a body in a list is only a part of the one before it, "the Postal Inspection Service, Newark Division", the
        whole of the one behind it, "Homeland Security, Homeland Security Investigations, under", or one that helped."""
        part = self.is_unit(body) and self.doc[body.i - 1].text == ","
        helped = body.head.lower_ == "from" and body.head.head.lower_ in word_set("assistance")
        comma, other, end, on = (*self.doc[body.i + 1 : body.i + 5], *[body] * 4)[:4]
        pair = comma.text == "," and other.i in self.agencies and (end.text in ",;" or end.lower_ == "with")
        whole = pair and on.i not in self.agencies and on.lower_ not in ("and", "the")
        return helped or part or whole and not self.is_unit(other)

    def is_unit(self, body: Token) -> bool:
        return self.agencies[body.i].text.split()[-1] in word_set("unit_heads")

    def answerable(self) -> Iterator[Action]:
        """ "ICE was responsible for 400 arrests", "The DEA was instrumental in the case": what a body has done or helped with,
        said by an adjective."""
        for token in self.among({"responsible", *word_set("helpful")}):
            verb = token.head
            hung = [c for word in (token, verb) for c in word.children if c.i == token.i + 1]
            behind = [noun for c in hung if c.lower_ in ("for", "in", "to") for noun in c.children]
            if verb.lemma_ != "be" or not behind or self.quoted(token):
                continue
            subjects = [c for c in verb.children if c.dep_ == "nsubj"]
            doers = [body for body in self.spread(subjects) if body.i in self.agencies]
            if doers and token.lower_ != "responsible":
                yield self.make("cooperate", token, doers, mode_from=verb)
            elif doers:
                for part, role in (one for noun in behind for one in self.actions_named(noun)):
                    yield self.make(role, part, doers, mode_from=verb, what=part)
