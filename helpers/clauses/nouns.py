"""Actions that a noun names: "the arrest of ... by ICE", "in partnership with", "according to", "with the
help of", "a joint effort of"."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.clauses.sentence import Clauses
from helpers.texts import HARD_HYPHEN, Token, action_nouns, members, partner_nouns, verbs_of, word_set

__all__ = ["Action", "NounActions"]


@dataclass(frozen=True)
class Action:
    """Something done or said.

    Attributes:
        role: Role of the doers.
        lemma: Lemma of the verb or noun.
        start, end: Offsets of it in the sentence.
        doers: Offsets in the sentence of the head word of each doer.
        mode: reported, planned or recommended.
        negated: Whether it is said not to have happened.
        object: Offsets of what was acted on, or None.
        speech: Whether it is a verb of speech or report.
        people_only: Whether it counts only when a person is the subject.
    """

    role: str
    lemma: str
    start: int
    end: int
    doers: tuple[tuple[int, int], ...]
    mode: str
    negated: bool
    object: tuple[int, int] | None = None
    speech: bool = False
    people_only: bool = False


class NounActions(Clauses):
    """Readings of the nouns of one sentence."""

    def make(
        self,
        role: str,
        token: Token,
        doers: list[Token],
        *,
        mode_from: Token | None = None,
        what: Token | None = None,
        lemma: str = "",
        speech: bool = False,
        people_only: bool = False,
        mode: str = "",
    ) -> Action:
        mode, negated = (mode, False) if mode else self.mode(mode_from or token)
        start, end = self.span(token)
        if self.text[start : start + 2].lower() == "x-":
            lemma = "x-ray"  # which is parsed as "scan"
        what_span = (
            self.stretch(
                self.doc[max(what.left_edge.i, what.i - 6)], self.doc[min(what.right_edge.i, what.i + 12)]
            )
            if what is not None
            else None
        )
        return Action(
            role,
            lemma or token.lemma_.lower().replace(HARD_HYPHEN, "-"),
            start,
            end,
            tuple(self.span(d) for d in doers),
            mode,
            negated,
            what_span,
            speech,
            people_only,
        )

    def named_actions(self, token: Token, doers: list[Token]) -> Iterator[Action]:
        """Actions named as the object of a verb that runs or helps: "orchestrated the arrest", "is assisting
        with the deportation"."""
        nouns = [child for child in token.children if child.dep_ in ("dobj", "obj", "nsubjpass")]
        for child in token.children:
            accounts = token.lemma_ == "account"  # of countries, goods come from there
            fitting = ("for",) if accounts else ("with", "in", "on", "to")
            doers = [doer for doer in doers if not (accounts and doer.i in self.nations)]
            if child.dep_ == "prep" and child.lower_ in fitting:
                nouns += [obj for obj in child.children if obj.dep_ == "pobj"]
        direct = {child.lower_ for child in token.children if child.dep_ in ("dobj", "obj")}
        own = token.dep_ == "relcl" and direct <= {"that", "which"}  # "the arrests that ICE made"
        if own and doers or self.is_passive(token) and token.dep_ in ("acl", "relcl"):
            nouns.append(token.head)
        if not nouns and token.dep_ == "conj" and self.is_passive(token):
            nouns = self.objects(token)  # "The inquiry is ongoing and is being conducted by"
        for noun in (n for head in nouns for n in self.with_conjuncts(head)):
            for part, role in self.actions_named(noun):
                if not any(c.dep_ == "poss" and c.i in self.agencies for c in noun.children):
                    yield self.make(role, part, doers, mode_from=token, what=noun)

    def actions_named(self, noun: Token) -> Iterator[tuple[Token, str]]:
        """The actions that a noun phrase names, with their roles: "the arrest and deportation", "a number of
        arrests", "the removal process", but not "arrest determinations"."""
        nouns = [noun]
        if noun.lower_ in word_set("quantity_heads"):
            nouns = [
                n
                for child in noun.children
                if child.dep_ == "prep" and child.lower_ == "of"
                for obj in child.children
                if obj.dep_ == "pobj"
                for n in self.with_conjuncts(obj)
            ] or nouns
        joined = (t for t in noun.subtree if t.dep_ == "conj" and t.head.dep_ == "pobj" and t not in nouns)
        nouns = [*nouns, *(t for t in joined if t.nbor(-1).lower_ in ("the", "and") and t != noun)]
        nouns = [n for n in nouns if not any(c.lower_ == "no" for c in n.children)]  # "no arrests were made"
        for head in nouns:  # "the arrest of 279 people and the removal of 645"
            parts = [head]
            if head.lower_ in word_set("action_heads"):
                parts += [c for c in head.children if c.dep_ in ("compound", "conj", "nmod", "amod")]
            for part in parts:
                role = self.role_of_noun(part)
                if role and role != "cooperate":
                    yield part, role

    def role_of_noun(self, noun: Token) -> str:
        """The role that a noun of action gives, if any."""
        return action_nouns().get(noun.lower_, "")

    def noun_actions(self, token: Token) -> Iterator[Action]:
        role = self.role_of_noun(token)
        head = token
        if not role or any(child.lower_ == "no" for child in token.children) or self.in_name(token):
            return
        if token.dep_ in ("compound", "nmod") and token.head.pos_ in ("NOUN", "PROPN"):
            head = token.head
            if head.lower_ not in word_set("action_heads") and action_nouns().get(head.lower_) is None:
                return
        owners = [c for c in token.children if c.dep_ == "poss"] or (
            [c for c in head.children if c.dep_ == "poss"] if head != token else []
        )
        if role in ("arrest", "remove", "prosecute"):  # "their extradition": those who are extradited
            owners = [c for c in owners if c.pos_ != "PRON"]
        doers = [n for c in owners for n in (*self.with_conjuncts(c), *self.owning_with(c))]
        doers += self.right_before(token, head)
        if role == "cooperate":
            doers += (
                self.partners(token)
                + (self.partners(head) if head != token else [])
                + self.between_after(token)
            )
            doers += [body for c in token.children if c.lower_ == "of" for body in self.listed(c.i + 1)]
            verb = self.phrase_verb(token)
            if verb is not None and self.partners(token):
                doers += self.doers(verb) + self.leaders(verb)
            doers += self.before_insertion(token)
        else:
            doers += self.by_after(token)
            if token.lower_ in word_set("meetings"):  # "an interview with HSI agents"
                doers += [body for body in self.partners(token) if body.i in self.agencies]
            if self.described_as(token, word_set("cooperative")):
                doers += self.partners(token) + self.between_after(token)
        theirs = self.of_each_other(token) if role == "cooperate" else []
        doers = list(dict.fromkeys([*doers, *theirs]))
        if token.lower_ in partner_nouns() and not (
            theirs or self.partners(token) or self.partners(head) or self.between_after(token)
        ):
            return
        if role == "investigate" and self.governor(token).lemma_ in word_set("abandoning"):
            return  # "has dropped its investigation"
        if doers and (theirs or not self.talked_about(token)) and not self.is_topic(token):
            own, denied = self.mode(token)  # "is committed to its cooperation"
            settled = own if own != "reported" and not denied else ""
            awaited = token.head.lower_ in ("for", "pending") or token.head.lemma_ in ("await", "face")
            settled = "planned" if awaited and role == "prosecute" else settled
            yield self.make(role, token, doers, mode_from=self.governor(token), mode=settled)

    def right_before(self, token: Token, head: Token) -> list[Token]:
        """The body right before a noun of action that belongs to it or its head: "ICE arrests", "DHS expulsion
        flights"."""
        before = self.doc[token.i - 1] if token.i - 1 in self.agencies else None
        verb = self.governor(token)
        led = any(option.role == "lead" for option in verbs_of().get(verb.lower_, ()))
        if led and token.dep_ in ("dobj", "nsubjpass"):
            return []  # "HSI led the OCDETF investigation"
        belongs = before is not None and before.dep_ == "compound" and before.head in (token, head)
        return [before] if before is not None and belongs else []

    def is_topic(self, token: Token) -> bool:
        """Whether an action noun right behind a body names a subject and no event: "a cap on ICE detention",
        "a book on RCMP surveillance"."""
        if token.i - 1 not in self.agencies or token.i < 2:
            return False
        before = self.doc[token.i - 2]
        return before.lower_ in word_set("topic_words") or (
            token.lower_ in word_set("mass_actions") and before.pos_ not in ("DET", "NUM")
        )

    def before_insertion(self, noun: Token) -> list[Token]:
        """The bodies before a phrase between commas: "The FBI, in partnership with the police,
        identified"."""
        at = noun.i - 1
        while (
            at and self.doc[at].lower_ in ("in", "close", "joint", "through", "a", "the") and noun.i - at < 4
        ):
            at -= 1
        inserted = (
            at > 0
            and at < noun.i - 1
            and self.doc[at].lower_ == ","
            and at - 1 in self.agencies
            and self.partners(noun)
        )
        return self.chain(self.doc[at - 1]) if inserted else []

    def phrase_verb(self, noun: Token) -> Token | None:
        """The verb of "arrested ... in partnership with"."""
        preposition = noun.head
        if noun.dep_ == "pobj" and preposition.lower_ in ("in", "through", "under", "with"):
            head = preposition.head
            if head.pos_ in ("VERB", "AUX"):
                return head
            if head.i in self.agencies or head.pos_ in ("NOUN", "PROPN"):
                return next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
        return None

    def operations(self, token: Token) -> Iterator[Action]:
        """ "an operation by the National Police": an effort that a body runs; the sides of a joint one only cooperate."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        helped = token.dep_ == "pobj" and self.is_passive(self.governor(token))
        loose = token.lower_ in ("action", "activity") and not any(
            c.dep_ in ("det", "poss") for c in token.lefts
        )
        joint = any(c.lower_ in word_set("cooperative") for c in token.lefts)
        behind = after.lower_ == "by" and not (helped or loose or joint) and not self.quoted(token)
        doers = [body for body in self.listed(after.i + 1) if body.i in self.agencies] if behind else []
        if doers:
            yield self.make("lead", token, doers, mode_from=self.governor(token))

    def by_after(self, token: Token) -> list[Token]:
        """The body after "by" in "the deportation of a man by ICE"."""
        for other in self.doc[token.i + 1 : token.i + 20]:
            if other.pos_ in ("VERB", "AUX") and other.tag_ != "VBN":
                return []
            if other.lower_ in action_nouns() and other.pos_ == "NOUN" and other.dep_ != "compound":
                return []  # "as a result of this seizure a joint investigation by"
            if other.lower_ == "by":
                if not self.may_run(self.doc[other.i - 1], token):
                    return []  # "an arrest warrant, based on information provided by"
                for follower in self.doc[other.i + 1 : other.i + 5]:
                    own = follower.lower_ in members() and self.doc[follower.i - 1].lower_ in ("its", "their")
                    if own:  # "the arrest by its officers of two men"
                        return [self.doc[follower.i - 1]]
                    if follower.i in self.agencies or follower.i in self.nations or follower.pos_ == "PROPN":
                        return [*self.spread([follower]), *self.listed(other.i + 1)]
                return []
        return []

    def may_run(self, verb: Token, noun: Token) -> bool:
        """Whether what stands before "by" says that something is run: "an arrest made by", "a search conducted by",
        "the indictment, returned by"; anything but another participle may."""
        if verb.tag_ != "VBN" or verb.head == noun and action_nouns()[noun.lower_] == "prosecute":
            return True
        options = verbs_of().get(verb.lower_, ())
        return verb.lemma_.lower() in word_set("light") or any(option.role == "lead" for option in options)

    def talked_about(self, token: Token) -> bool:
        """Whether a noun is what somebody talks about: "emphasized the importance of cooperation between
        ..."."""
        below = token
        for ancestor in token.ancestors:
            if ancestor.pos_ in ("VERB", "AUX"):
                verbs = verbs_of().get(ancestor.lower_, ())
                if ancestor.lemma_ == "find" and below.lower_ in ("in", "during", "through"):
                    return False  # "found in its examination that"
                if ancestor.lower_ in word_set("praising") and below == token:
                    return False  # "praised the cooperation between the two forces"
                tells = all(v.role == "report" for v in verbs if v.speech)
                if tells and below == token and self.by_after(token):
                    return False  # "announced the seizure by its officers of 40 kilos"
                return (
                    below.dep_ in ("dobj", "prep")
                    and below.i > ancestor.i  # not "during an interview, he said"
                    and any(v.speech for v in verbs)
                    and any(
                        c.dep_ == "nsubj" and (c.pos_ in ("PROPN", "PRON") or c.i in self.agencies)
                        for c in ancestor.children
                    )
                )
            below = ancestor
        return False
