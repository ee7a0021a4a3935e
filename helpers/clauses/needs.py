"""Whether a verb means its role beside this object: "removed 12 men" deports, "removed the posts" does not.

What a verb needs stands in the column `needs` of `role_verbs.csv`: a class of words of `object_classes.csv`
that must be named in its object, or one of the conditions of `_CONDITIONS`.
"""

from helpers.clauses.helping import Helping
from helpers.texts import Token, action_nouns, noun_needs, objects_of, verbs_of, word_set

__all__ = ["Needs"]

_THEM = ("him", "her", "them")
_FOR = "for "  # before a class of words, one of which is the purpose: "sent on for further inspection"
_OTHER_THAN = "other than "  # before a class of words, one of which takes the role away
_BY_COURT = "court"  # before what a verb needs where a court does what it says


class Needs(Helping):
    """The objects of one verb held against what its role needs."""

    def needed(self, token: Token, needs: str, objects: list[Token]) -> bool:
        """Whether the objects of a verb are such as `needs` asks for."""
        if not needs:
            return True
        if condition := _CONDITIONS.get(needs):
            return condition(self, token, objects)
        if needs.startswith(_OTHER_THAN):
            return self.other_than(token, needs.removeprefix(_OTHER_THAN), objects)
        if needs.startswith(_FOR):
            return self.sent_for(token, needs.removeprefix(_FOR))
        if needs.startswith(_BY_COURT):
            decides = any(self.is_court(doer) for doer in self.doers(token))
            return decides and self.needed(token, needs.removeprefix(_BY_COURT).strip(), objects)
        hung = self.hung_on(token) if needs == "figures" else set()
        return bool((self.object_words(token, objects) | hung) & objects_of(needs))

    def other_than(self, token: Token, name: str, objects: list[Token]) -> bool:
        """Whether something is acted on that is not of a class."""
        subjects = {c.lower_ for c in token.children if c.dep_ == "nsubj"}
        if not objects and token.dep_ == "relcl" and not subjects & {"which", "that", "who"}:
            objects = [token.head]  # "the research the office carried out"
        words = {noun.lower_ for noun in [*objects, *self.behind_of(objects)]} or self.words_after(token)
        return bool(words or self.is_passive(token)) and not words & objects_of(name)

    def role_of_noun(self, noun: Token) -> str:
        """The role that a noun of action gives, if what stands behind its "of" is as it needs."""
        needs = noun_needs().get(noun.lower_, "")
        acted_on = [child for child in self.behind_of([noun]) if child.dep_ == "pobj"]
        owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children)
        sent = owned and needs == "people abroad" and bool(self.by_after(noun))  # "their return by the CBSA"
        return super().role_of_noun(noun) if sent or self.needed(noun, needs, acted_on) else ""

    def figures_by(self, token: Token, objects: list[Token]) -> bool:
        """Whether figures come from somebody: "data provided by the FBI", but not "provided the FBI with data"."""
        words = self.object_words(token, objects) | {above.lower_ for above in token.ancestors}
        used = any(noun.dep_ == "pobj" and noun.head.lower_ == "with" for noun in objects)
        if used and self.doers(self.governor(token.head)):
            return False  # "found 22 matches with data supplied by"
        return self.is_passive(token) and bool(words & objects_of("statistics"))

    def records_by(self, token: Token, objects: list[Token]) -> bool:
        """Whether an organisation outside government publishes what it got: "records obtained by the Clearinghouse"."""
        bodies = {
            w for d in self.doers(token) if d.i in self.agencies for w in self.agencies[d.i].text.split()
        }
        words = self.object_words(token, objects) & (objects_of("records") | objects_of("statistics"))
        got = self.is_passive(token) or token.dep_ == "relcl"  # "the data TRAC has collected"
        return got and bool(words) and bool(bodies & word_set("outside"))

    def question(self, token: Token, objects: list[Token]) -> bool:
        """Whether a question follows: "assessed whether", "looked at how"."""
        return any(t.lower_ in ("whether", "if", "how") for t in self.doc[token.i + 1 : token.i + 5])

    def together(self, token: Token, objects: list[Token]) -> bool:
        """Whether it is done with a body, or "together": "acted together with the FBI", but not "acted with care"."""
        with_whom = [*self.partners(token), *self.partners_after(token)]
        sides = any(self.is_side(partner) for partner in with_whom) or token.lemma_ == "work" and with_whom
        return bool(sides) or self.has_word(token, word_set("together"))

    def own_doer(self, token: Token, objects: list[Token]) -> bool:
        """Whether a body that is named may do what a noun says itself: "a check by the CBSA", "conducted checks", but
        neither "review its checks" nor "assist with checks"; what is run like an operation is led."""
        owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.children)
        options = verbs_of().get(self.governor(token).lower_, ())
        light = self.governor(token).lemma_ == "make"  # "made visits"
        helped = not light and any(verb.role == "cooperate" for verb in options) and not self.by_after(token)
        run = token.tag_ == "NNS" and token.lower_ in objects_of("operation")
        run = run and any(verb.role == "lead" for verb in options)
        says = token.dep_ == "nsubj" and any(
            verb.speech for verb in options
        )  # "an audit by the GAO found that"
        return not (owned or helped or run or says)

    def own_case(self, token: Token, objects: list[Token]) -> bool:
        """Whether a case is worked on without a partner."""
        return self.needed(token, "inquiry", objects) and not self.together(token, objects)

    def things(self, token: Token, objects: list[Token]) -> bool:
        """Whether goods are acted on, and not people with goods: "detained the boat", but not "detained a gun
        dealer"."""
        people = objects_of("people") - word_set("amounts")
        goods = objects_of("goods") - people
        return any(noun.lower_ in goods for noun in [*objects, *self.behind_of(objects)])

    def funded(self, token: Token, objects: list[Token]) -> bool:
        """Whether work is paid for: "funded the search", but not "state funds paid for"."""
        return token.lower_ not in ("fund", "funds") and self.needed(token, "support", objects)

    def part(self, token: Token, objects: list[Token]) -> bool:
        """Whether an effort is named in which a part is played."""
        words = {t.lower_ for noun in objects for t in noun.subtree} | {t.lower_ for t in token.subtree}
        return bool(words & (objects_of("operation") | action_nouns().keys()))

    def action(self, token: Token, objects: list[Token]) -> bool:
        """Only where an action is named: "contributed to the arrest of"."""
        return any(True for _ in self.named_actions(token, []))

    def found_people(self, token: Token, objects: list[Token]) -> bool:
        """Whether people are found somewhere, and nothing is found of them: neither "found him guilty" nor "found
        agents were late"."""
        judged = {t.lower_ for t in self.doc[token.i + 1 : token.i + 8]} & {"guilty", "liable", "not"}
        hiding = [
            c for verb in token.children if self.is_state(verb) for c in verb.children if "subj" in c.dep_
        ]
        direct = [c for c in token.children if c.dep_ in ("dobj", "obj", "nsubjpass")] + hiding
        shared = not direct and token.tag_ == "VBG"  # "finding and removing fugitives"
        relative = any(c.tag_ in ("WP", "WDT") for c in direct)
        direct = self.objects(token) if shared or relative else direct
        plain = any(
            noun.lower_ in objects_of("people")
            and noun.pos_ in ("NOUN", "NUM")
            or noun.lower_ in _THEM
            and not any(c.dep_ in ("acomp", "oprd", "ccomp") for c in token.children)
            for noun in direct
        )
        return plain and not judged and not self.found_out(token)

    def found_goods(self, token: Token, objects: list[Token]) -> bool:
        """Whether goods are found, or anything by officers, and nothing is found of them: not "found that boats lay idle"."""
        subjects = {c.lower_ for c in token.children if c.dep_ == "nsubj"}
        nouns = [noun for noun in objects if noun.dep_ == "dobj" and noun.pos_ == "NOUN"]
        direct = any(noun.lower_ not in word_set("idle_finds") for noun in nouns)
        searched = direct and bool(subjects & word_set("field_people"))
        return (searched or self.needed(token, "goods", objects)) and not self.found_out(token)

    def finding(self, token: Token, objects: list[Token]) -> bool:
        """Whether what is found is what an examination ends with: "found errors", "found no evidence", or whatever an office
        that examines others finds, but people."""
        direct = [noun for noun in objects if noun.dep_ in ("dobj", "obj")]
        none = [noun for noun in direct if any(child.lower_ == "no" for child in noun.children)]
        nothing = any(noun.lower_ in objects_of("found nothing") for noun in none)
        examines = any(self.examines(doer) for doer in self.doers(token)) and bool(direct)
        found = any(noun.lower_ in objects_of("shortcomings") for noun in direct)
        people = self.found_people(token, objects) or self.needed(token, "guilt", objects)
        return nothing or (found or examines) and not people

    def examines(self, doer: Token) -> bool:
        """Whether a doer is an office that examines others."""
        name = self.agencies[doer.i].text if doer.i in self.agencies else ""
        return any(word in name for word in word_set("auditor"))

    def found_out(self, token: Token) -> bool:
        """Whether a clause says what is found out, or it is only to be found."""
        clauses = [c for c in token.children if c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX", "ADJ")]
        told = any(not self.is_state(clause) for clause in clauses)
        told = told or self.mode(token)[0] == "planned"  # nothing is found yet
        return told or self.doc[min(token.i + 1, len(self.doc) - 1)].lower_ == "that"

    def is_state(self, clause: Token) -> bool:
        """Whether a participle says in what state somebody is found: "found 12 men hiding", "found them hidden"."""
        finite = any(
            child.dep_ in ("aux", "auxpass") and child.lower_ != "being" for child in clause.children
        )
        return clause.dep_ == "ccomp" and clause.tag_ in ("VBG", "VBN") and not finite

    def clause(self, token: Token, objects: list[Token]) -> bool:
        """Whether a clause says what is found out: "had learnt that", "established that"."""
        told = any(child.dep_ == "ccomp" for child in token.children)
        return told or any(t.lower_ == "that" for t in self.doc[token.i + 1 : token.i + 4])

    def operation(self, token: Token, objects: list[Token]) -> bool:
        """Something that can be run, or "the task force, headed by the state police"."""
        if self.is_passive(token) and any(noun.i in self.agencies for noun in objects):
            return True
        if any(child.dep_ == "ccomp" for child in token.children):
            return False  # "directed that the cash be handed over"
        named = {self.last_word(noun) for noun in objects if noun.i in self.agencies}
        named |= {noun.lower_ for noun in objects}
        words = self.object_words(token, objects) - ({"that"} if objects else set())  # "a fire that burned"
        return bool((words | named) & objects_of("operation"))

    def effort(self, token: Token, objects: list[Token]) -> bool:
        """An effort that is begun, and not an action: "began a search", but not "began searching"."""
        begun = any(child.dep_ == "xcomp" for child in token.children)
        begun = begun or any(noun.lower_ == "proceedings" for noun in objects)  # of a court
        return not begun and bool(self.object_words(token, objects) & objects_of("effort"))

    def number(self, token: Token, objects: list[Token]) -> bool:
        """A number among the next words, of what is not counted by hand: not "registered the 80 passengers"."""
        if token.lemma_ in word_set("counting") and not self.is_passive(token):
            known = any(c.lower_ == "the" for noun in objects for c in noun.children if c.dep_ == "det")
            if known or any(noun.lower_ in objects_of("narcotics") for noun in objects):
                return False
            direct = [noun for noun in objects if noun.dep_ in ("dobj", "obj")]
            if direct:  # not "registered a case"
                return any(t.pos_ == "NUM" for noun in direct for t in noun.subtree)
        if token.lemma_ == "put" and any(t.pos_ == "NUM" for noun in objects for t in noun.lefts):
            return False  # "put 27 scanners into service at nine ports"
        at = [t for c in token.children if c.lower_ == "at" for t in c.subtree]  # "put the value of ..., at"
        return any(t.pos_ == "NUM" for t in (*self.doc[token.i + 1 : token.i + 8], *at))

    def goods_or_people(self, token: Token, objects: list[Token]) -> bool:
        """What can be followed; who follows the money follows nothing."""
        words = self.object_words(token, objects) - {"money"}
        return bool(words & (objects_of("goods") | objects_of("people")))

    def contraband(self, token: Token, objects: list[Token]) -> bool:
        """Whether the object is, or holds, what is taken away: "a boat carrying cocaine"."""
        words = {t.lower_ for noun in objects for t in noun.subtree} | self.words_after(token)
        words |= self.laden_with(token)
        return bool(words & objects_of("contraband"))

    def counted_contraband(self, token: Token, objects: list[Token]) -> bool:
        """Whether contraband is taken by number or weight: "taking 400 kg of cocaine"."""
        counted = any(t.pos_ == "NUM" for noun in objects for t in noun.subtree)
        return counted and self.contraband(token, objects)

    def stopped_goods(self, token: Token, objects: list[Token]) -> bool:
        """Whether contraband was stopped; "to stop drugs" is an aim."""
        tried = any(noun.lower_ in word_set("attempts") for noun in objects)
        aim = token.tag_ == "VBG" or token.tag_ == "VB" and any(c.dep_ == "aux" for c in token.children)
        return not (aim or tried) and self.contraband(token, objects)

    def for_inquiry(self, token: Token, objects: list[Token]) -> bool:
        """Whether a case or a load is passed on to be looked into: "for further investigation"; of people it is
        rather who takes them in."""
        return self.sent_for(token, "inquiry") and not self.needed(token, "people", objects)

    def sent_for(self, token: Token, purpose: str) -> bool:
        """Whether "for" or "to" behind a verb names a purpose of a class."""
        for child in token.subtree:
            behind = child.dep_ == "pobj" and child.head.lower_ in ("for", "to") and child.i > token.i
            verb = self.governor(child)
            if behind and (verb == token or verb.dep_ in ("acl", "relcl")):
                phrase = {child.lower_, *(c.lower_ for c in child.lefts)}
                if phrase & objects_of(purpose):
                    return True
        return False


_CONDITIONS = {
    "together": Needs.together,
    "figures by": Needs.figures_by,
    "records by": Needs.records_by,
    "question": Needs.question,
    "bodies": Needs.bodies_helped,
    "officers": Needs.officers_helped,
    "body told": Needs.body_told,
    "shared": Needs.shared,
    "passed on": Needs.passed_on,
    "own doer": Needs.own_doer,
    "own case": Needs.own_case,
    "things": Needs.things,
    "part": Needs.part,
    "funded": Needs.funded,
    "no object": Needs.no_object,
    "action": Needs.action,
    "no public": Needs.no_public,
    "assistance": Needs.helps_a_body,
    "support": Needs.supports,
    "people": Needs.people,
    "people abroad": Needs.people_abroad,
    "people back": Needs.people_back,
    "found people": Needs.found_people,
    "finding": Needs.finding,
    "found goods": Needs.found_goods,
    "people by noun": Needs.people_by_noun,
    "prison terms": Needs.prison_terms,
    "clause": Needs.clause,
    "no price": Needs.no_price,
    "operation": Needs.operation,
    "effort": Needs.effort,
    "dog": Needs.dog,
    "treaty": Needs.treaty,
    "direct people": Needs.direct_people,
    "recovered": Needs.recovered,
    "counted object": Needs.counted_object,
    "for inquiry": Needs.for_inquiry,
    "new charges": Needs.new_charges,
    "number": Needs.number,
    "contraband": Needs.contraband,
    "counted contraband": Needs.counted_contraband,
    "stopped contraband": Needs.stopped_goods,
    "goods or people": Needs.goods_or_people,
}
