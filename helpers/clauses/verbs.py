"""Whether a word is a verb in its sentence, and which one of the lists: by its particle and its object."""

from helpers.clauses.told import Told
from helpers.texts import Token, Verb, finite_forms, governor_forms, members, objects_of, verbs_of, word_set

__all__ = ["Verbs"]

_BEFORE_NOUN = ("ADJ", "PROPN", "DET", "NOUN")
_NOMINAL = ("NUM", "DET", "ADJ", "PROPN", "PRON", "NOUN", "VERB")


class Verbs(Told):
    """Verbs of one sentence."""

    def is_gerund(self, token: Token) -> bool:
        """Whether a form in "-ing" is the noun: "questioning of the crew", "their monitoring of the coast"."""
        after = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
        return token.tag_ == "VBG" and after in ("of", "by")

    def is_verb(self, token: Token) -> bool:
        """Whether a word that can be a verb is one here, also where it was tagged as a noun."""
        before = self.doc[token.i - 1] if token.i else None
        if token.dep_ == "prep":
            return False  # "following the search"
        if token.pos_ in ("VERB", "AUX"):
            if token.tag_ == "VB" and token.dep_ == "conj" and token.head.tag_ in ("VBD", "VBN", "VBZ"):
                return any(
                    c.dep_ == "aux" for c in token.children
                )  # "funded posts at the mail and express offices"
            plain = token.lower_ not in finite_forms() and not token.lower_.endswith("ing")
            if not plain or before is None:
                return True
            finite = before.lower_ in finite_forms() and before.lower_ not in governor_forms()
            return not finite  # "seizes record 1,200 pounds", but "helped arrest"
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        if before is None or token.tag_ == "VBG":
            return False
        if token.dep_ in ("ccomp", "conj") and self.of_marked_noun(token):
            return True  # "recommended that the Coast Guard work with"
        if self.of_gerunds(token):
            return True
        branch = self.doc[before.i - 1] if before.pos_ == "PROPN" and before.i else before
        body = before if before.i in self.agencies else branch  # "HSI Dallas nabs fugitive"
        if body.i in self.agencies:
            return self.verb_after_body(token, body, after)
        return bool(self.followed_by_object(after) and self.series_subject(token))

    def verb_after_body(self, token: Token, body: Token, after: Token | None) -> bool:
        """Whether a word behind a body is its verb: "ICE arrests 12", "the FBI and Interpol exchange data",
        "U.S. Marshals nab escaped inmate"."""
        if self.is_wished(token) or any(child.dep_ == "mark" for child in token.children):
            return True  # "asks that the FBI and the Home Office examine"
        if token.text[:1].isupper() and not self.headline:
            return False  # "HSI Rouses Point agents"
        found = self.agencies[body.i]
        plain = token.lower_ in {verb.lemma for verb in verbs_of().get(token.lower_, ())}
        plural = found.kind == "description" or found.text.lower().endswith(("s", "police"))
        if plain and (plural or len(self.chain(body)) > 1):
            return after is not None and (after.pos_ in _NOMINAL or after.lower_ in word_set("together"))
        finite = token.lower_.endswith("s") and self.followed_by_object(after)
        agent = body.i > 0 and self.doc[body.i - 1].lower_ == "by"
        if agent or token.lower_ in members():
            return False  # "sweep run by the FBI nets 40", "Task Force partners arrested"
        return token.lower_.endswith("ed") or finite

    def followed_by_object(self, after: Token | None) -> bool:
        """Whether the next word can begin an object."""
        if after is None or after.tag_ == "IN":
            return False
        loose = self.headline and after.pos_ == "ADV"  # words in lower case for the parse
        return loose or after.pos_ in _NOMINAL or after.lower_ in ("more", "over", "up", ",", "and")

    def choose(self, token: Token, options: list[Verb]) -> Verb | None:
        """The verb that fits the particle and the object; the most specific one first."""
        direct = self.objects(token)
        if self.is_figurative(token, direct):
            options = [verb for verb in options if verb.role not in ("arrest", "remove", "seize")]
        fitting = (verb for verb in options if self.has_particle(token, verb))
        for verb in sorted(fitting, key=lambda v: (-len(v.particle.split()), not v.needs)):
            behind = self.behind_particle(token, verb)
            objects = behind if behind and " " in verb.particle else direct or behind
            if self.needed(token, verb.needs, objects):
                return verb
        return None

    def is_figurative(self, token: Token, objects: list[Token]) -> bool:
        """Whether nobody and nothing is taken: "seized the opportunity", "arrested the decline", "seized on the report"."""
        if objects:
            return all(noun.lower_ in objects_of("figurative") for noun in objects)
        behind = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
        finite = token.tag_ in ("VBD", "VBZ", "VBP", "VB", "VBG") and not self.is_passive(token)
        return token.lemma_ == "seize" and finite and behind in ("on", "upon") and token.dep_ != "relcl"

    def behind_particle(self, token: Token, verb: Verb) -> list[Token]:
        """What stands behind the preposition that ends the particle of a verb: "looking for two men", "caught up with
        him", "took possession of 200 passports"."""
        last = verb.particle.split()[-1:]
        return [
            noun
            for place in self.doc[token.i + 1 : token.i + 7]
            if [place.lower_] == last
            for noun in place.children
            if noun.dep_ in ("pobj", "pcomp", "dobj")
        ]

    def has_particle(self, token: Token, verb: Verb) -> bool:
        """Whether the particle of a verb follows soon: "picked up", "took into custody", also with words inside:
        "into federal custody"."""
        first, *others = verb.particle.split() or [""]
        after = self.doc[token.i + 1 : token.i + (13 if others else 7)]
        starts = [place.i for place in after if place.lower_ == first]
        if not others:  # "puts the worth of the drugs, which were taken off Peru, at"
            starts += [c.i for c in token.children if c.lower_ == first and c.i > token.i]
        return not first or any(self.goes_on(start, others) for start in starts)

    def goes_on(self, at: int, words: list[str]) -> bool:
        """Whether words follow a place one after the other, with up to three others before each, of which all but the
        last are adjectives or names."""
        for word in words:
            ahead = self.doc[at + 1 : at + 5]
            inside = next((number for number, other in enumerate(ahead) if other.lower_ == word), None)
            if inside is None or any(other.pos_ not in _BEFORE_NOUN for other in ahead[: max(0, inside - 1)]):
                return False
            at += inside + 1
        return True
