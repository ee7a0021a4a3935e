"""Whether a body or its work is helped, told or given something, and not the public."""

from helpers.clauses.courts import Courts
from helpers.texts import Token, objects_of, word_set

__all__ = ["Helping"]


class Helping(Courts):
    """Those whom the doers of one verb help."""

    def bodies_helped(self, token: Token, objects: list[Token]) -> bool:
        """Whether the object is a body or its people: "trained the Kenyan police", "trained officers of the navy"."""
        return any(body.i in self.agencies for noun in objects for body in self.bodies(noun))

    def hung_on(self, token: Token) -> set[str]:
        """The nouns that a participle or a bare relative clause can belong to besides the nearest: "data on arrests released
        by the patrol", "data ICE posted"."""
        bare = token.i > 1 and token.i - 1 in self.agencies
        nouns = [self.doc[token.i - 2]] if bare else []
        if token.dep_ == "acl" and token.head.dep_ == "pobj":
            nouns.append(token.head.head.head)
        return {noun.lower_ for noun in nouns}

    def no_object(self, token: Token, objects: list[Token]) -> bool:
        """Only without a direct object: "paired with the police", but not "paired the shoes with owners"."""
        return not any(child.dep_ in ("dobj", "obj") for child in token.children)

    def direct_people(self, token: Token, objects: list[Token]) -> bool:
        """Whether people themselves are the object: "welcomed 112 returnees", but not "welcomed the men's conviction"."""
        return any(noun.dep_ == "dobj" and noun.lower_ in objects_of("people") for noun in objects)

    def treaty(self, token: Token, objects: list[Token]) -> bool:
        """Whether several sign an agreement, or one with another: not "should sign rate agreements"."""
        sides = {
            *self.doers(token),
            *self.partners(token),
            *(p for noun in objects for p in self.partners(noun)),
        }
        several = len(sides) > 1 or bool(self.partners_after(token)) or self.counts_double([*sides])
        return several and bool(self.object_words(token, objects) & objects_of("agreements"))

    def recovered(self, token: Token, objects: list[Token]) -> bool:
        """Whether goods are found again; of money, whether it was cash or lay somewhere, since wages and costs are
        recovered too."""
        money = [noun for noun in objects if any(child.is_currency for child in noun.children)]
        if len(money) < len(objects) or not objects:
            return bool(self.object_words(token, objects) & objects_of("goods"))
        places = objects_of("premises") | objects_of("containers") | objects_of("hoard")
        behind = [
            n
            for one in (token, *money)
            for c in one.children
            if c.lower_ in ("in", "from")
            for n in c.children
        ]
        return any(noun.lower_ in places for noun in behind)

    def counted_object(self, token: Token, objects: list[Token]) -> bool:
        """Whether a number of something is the object: "expects 25,000 applications", but not "expects to hire 40"."""
        direct = [noun for noun in objects if noun.dep_ == "dobj"]
        return any(t.pos_ == "NUM" and not t.is_currency for noun in direct for t in (noun, *noun.lefts))

    def officers_helped(self, token: Token, objects: list[Token]) -> bool:
        """Whether officers who have been spoken of are helped: "flew the officers to the island", but not "flew agents"."""
        officers = [noun for noun in objects if noun.lower_ in word_set("field_people")]
        return any(child.lower_ == "the" for noun in officers for child in noun.children)

    def body_told(self, token: Token, objects: list[Token]) -> bool:
        """Whether a body or a country is told: "alerted the Dutch police", "alerted the station", "after being alerted by
        Interpol", but not "alerted the public"."""
        told = [body for noun in objects for body in self.bodies(noun) if self.is_side(body)]
        told += [noun for noun in objects if noun.lower_ in word_set("told_bodies")]
        told += [noun for noun in objects if noun.lower_ == "it" and self.is_meant(token)]
        return bool(told) or self.is_passive(token) and not objects

    def is_meant(self, token: Token) -> bool:
        """Whether "it" in a clause can only mean the body that acts in the main one: "Europol opened a case after the navy
        alerted it"."""
        acting = self.doers(token.head) if token.dep_ == "advcl" else []
        return bool(acting) and all(self.is_side(doer) for doer in acting)

    def passed_on(self, token: Token, objects: list[Token]) -> bool:
        """Whether a case, what is known or equipment goes on to a body, and neither to nor from a court: "referred the
        case to the FBI", "delivered 30 scanners to the police"; also those whom it is to deal with ("referred")."""
        given = objects_of("inquiry") | objects_of("intelligence") | objects_of("equipment")
        given = given | objects_of("people") | objects_of("referred") if token.lemma_ == "refer" else given
        on = [inner for child in token.children if child.dep_ == "prt" for inner in child.children]  # "on to"
        behind = [n for child in (*token.children, *on) if child.lower_ == "to" for n in child.children]
        bodies = [(noun, body) for noun in behind for body in self.bodies(noun) if body.i in self.agencies]
        helped = any("prosecut" in noun.lower_ or not self.is_court(body) for noun, body in bodies)
        named = {t.lower_ for noun in behind for t in (noun, *noun.lefts)}
        helped = helped or bool(named & word_set("chargers"))  # "to the Attorney General"
        by_court = any(self.is_court(doer) for doer in self.doers(token))
        some = token.lemma_ == "refer" and any(noun.pos_ == "NUM" for noun in objects)  # "referred 19 to"
        return helped and not by_court and (some or bool(self.object_words(token, objects) & given))

    def shared(self, token: Token, objects: list[Token]) -> bool:
        """Whether something is given to a body "with" which it is shared: "share its contents with the FBI", but not "share
        a border with"."""
        partners = [*self.partners(token), *(p for noun in objects for p in self.partners(noun))]
        common = self.object_words(token, objects) & objects_of("common")
        return not common and any(partner.i in self.agencies for partner in partners)

    def helps_a_body(self, token: Token, objects: list[Token]) -> bool:
        """Whether help is given to a body or an effort: not "provided support to the victims", "gave first aid"."""
        words = self.object_words(token, objects)
        support = [t for t in token.subtree if t.lower_ == "support" and t.head.lower_ == "in"]
        backed = self.behind_of(support)  # "in support of the police", but not "in support of the film"
        if backed and not any(self.is_side(body) for noun in backed for body in self.bodies(noun)):
            return False
        given = [token, *objects]
        to = [c for noun in given for c in noun.children if c.lower_ in ("to", "for") or c.dep_ == "dative"]
        public = not self.no_public(token, [n for one in to for n in (one, *one.children)])
        return bool(words & objects_of("assistance")) and not (public or words & word_set("care"))

    def no_public(self, token: Token, objects: list[Token]) -> bool:
        """Whether no members of the public are helped: not "assisted stranded motorists"."""
        officers = word_set("people")
        people = objects_of("people") - officers - word_set("amounts")
        nouns = (noun for noun in self.counted(objects) if noun.pos_ == "NOUN")
        return not any(noun.lower_ in people and noun.i not in self.agencies for noun in nouns)

    def supports(self, token: Token, objects: list[Token]) -> bool:
        """Whether a body, its work or, by "support", somebody or something else is helped, and not an aim."""
        if self.is_passive(token):
            return True
        direct = [noun for noun in objects if noun.dep_ in ("dobj", "obj") and noun.pos_ in ("NOUN", "PROPN")]
        if (
            token.lemma_ == "support"
            and direct
            and not self.object_words(token, direct) & objects_of("cause")
        ):
            return True
        if token.lemma_ == "join" and not objects or not self.no_public(token, objects):
            return False
        helped = [
            p
            for p in token.children
            if p.dep_ == "prep" and p.lower_ in ("with", "in", "on", "by", "during", "at")
        ]
        nouns = [*objects, *(noun for p in helped for noun in p.children)]
        words = {word for noun in nouns for word in self.phrase_words(noun)}
        clauses = [child for child in token.children if child.dep_ in ("xcomp", "ccomp")]
        doing = [noun for clause in clauses for noun in clause.children if noun.dep_ == "nsubj"]
        clause = bool(clauses) and self.no_public(token, doing)  # not "helped the women to return"
        return (
            (not objects and not clauses and token.lemma_ not in ("support", "back"))
            or bool(words & objects_of("support"))
            or any(self.is_side(noun) and noun.i in self.agencies for noun in objects)
            or (clause and token.lemma_ in ("help", "aid", "assist"))
        )

    def dog(self, token: Token, objects: list[Token]) -> bool:
        """Whether a dog of the force does it: "a CBP canine alerted to the car"."""
        verb = token.head if token.dep_ == "conj" else token
        subjects = [t for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree]
        near = self.doc[max(0, token.i - 3) : token.i]
        return any(t.lower_ in word_set("dogs") for t in (*subjects, *near))
