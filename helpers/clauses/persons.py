"""Whether people are acted on, and whether they are taken to another country."""

from helpers.clauses.phrases import Phrases
from helpers.texts import Token, members, objects_of, verbs_of, word_set

__all__ = ["Persons"]

_PRONOUNS = ("it", "them", "these", "both")
_ONE = ("he", "him", "she", "her", "who", "whom")
_ACROSS = ("across", "over")
_BORDERS = ("border", "borders", "fence", "fences", "frontier", "river")
SHORTEST_DOER = 6  # letters: "users", but neither "trees" nor "bees"
_DOERS = ("ers", "ors", "ists", "ees", "ians", "men", "women")  # endings of nouns for people, in the plural


class Persons(Phrases):
    """People as the objects of one verb."""

    def people(self, token: Token, objects: list[Token]) -> bool:
        """Whether people are acted on, and neither goods nor bodies."""
        if not objects and token.dep_ == "relcl" and token.head.i == token.left_edge.i - 1:
            objects = [token.head]  # "the Hondurans it had removed"
        objects = self.counted(objects)
        beside = bool((self.words_after(token) - word_set("amounts")) & objects_of("people"))
        if not objects:
            return beside
        if token.lemma_ in word_set("posting") and self.are_posted(token, objects):
            return False  # "sent officers to Greece"
        if any(
            noun.pos_ == "NOUN" and noun.lower_ in objects_of("people") or noun.lower_ in _ONE
            for noun in objects
        ):
            return True  # "two smugglers and the vessel", "him and the narcotics"
        if self.means_things(token, objects):
            return False
        things = (objects_of("post") | objects_of("goods")) - objects_of("people")
        bodies = (
            noun.i in self.agencies or token.lemma_ == "send" and noun.lower_ in members() for noun in objects
        )
        if any(noun.lower_ in things for noun in objects) or any(bodies):
            return False
        return beside or any(self.is_person(noun) for noun in objects)

    def counted(self, objects: list[Token]) -> list[Token]:
        """Of groups and numbers those that they consist of: "a group of 22 migrants", "two of the boats", "some of the
        drugs"."""
        groups = [noun for noun in objects if noun.lower_ in word_set("quantity_heads")]
        some = (
            noun
            for noun in objects
            if noun not in groups and (noun.pos_ == "NUM" or noun.lower_ in word_set("amounts"))
        )
        numbers = [noun for noun in some if self.behind_of([noun])]
        return [*(noun for noun in objects if noun not in numbers), *self.behind_of(groups + numbers)]

    def means_things(self, token: Token, objects: list[Token]) -> bool:
        """Whether a pronoun stands for what was found or taken before: "seized the guns and handed them over"."""
        if not objects or any(noun.lower_ not in _PRONOUNS for noun in objects):
            return False
        before = self.objects(token.head) if token.dep_ == "conj" and token.head.pos_ == "VERB" else []
        singular = all(noun.lower_ == "it" for noun in objects)
        return singular or bool(before) and not any(self.is_person(noun) for noun in self.counted(before))

    def behind_of(self, nouns: list[Token]) -> list[Token]:
        """What stands behind the "of" of nouns."""
        return [child for noun in nouns for of in noun.children if of.lower_ == "of" for child in of.children]

    def people_by_noun(self, token: Token, objects: list[Token]) -> bool:
        """Whether the object is a noun for people: "is seeking two men", but neither "seeking advice" nor "those who
        seek asylum"."""
        objects = self.counted(objects)
        nouns = (
            noun for noun in objects if noun.pos_ in ("NOUN", "PRON") and noun.lower_ in objects_of("people")
        )
        alone = (noun for noun in objects if noun.pos_ == "NUM")
        return any(nouns) or any(self.counts_nothing(noun) for noun in alone)

    def counts_nothing(self, number: Token) -> bool:
        """Whether a number stands for people without a noun: "nets 214 in sweep", but not "nets 214 kg", "$2 million"."""
        after = self.doc[number.i + 1] if number.i + 1 < len(self.doc) else number
        money = any(child.is_currency for child in number.children) or number.lower_ in ("million", "billion")
        last = after is number or after.pos_ in ("ADP", "PUNCT", "SCONJ")
        return not money and (number.is_alpha or last)

    def is_person(self, noun: Token) -> bool:
        """Whether a noun can be a person: by the list, by its form, or as a nationality."""
        return noun.tag_ != "WDT" and (
            noun.lower_ in objects_of("people")
            or noun.text.endswith(("-old", "-olds", "old", "olds"))
            or noun.pos_ in ("PROPN", "PRON", "NUM")
            or self.counts_doers(noun)
            or noun.text[:1].isupper()
            and noun.i > 0
        )

    def counts_doers(self, noun: Token) -> bool:
        """Whether a number counts nouns in "-ers", "-ists" and the like that are no things: "nine dockers"."""
        counted = any(child.dep_ == "nummod" for child in noun.children)
        things = objects_of("goods") | objects_of("containers") | objects_of("ships") | objects_of("records")
        doing = noun.tag_ == "NNS" and noun.lower_.endswith(_DOERS) and len(noun.lower_) >= SHORTEST_DOER
        return counted and doing and noun.lower_ not in things | objects_of("devices") | word_set("makers")

    def people_abroad(self, token: Token, objects: list[Token]) -> bool:
        """Whether people are moved to or from a country, or to a body."""
        return self.people(token, objects) and self.goes_abroad(token)

    def are_posted(self, verb: Token, objects: list[Token]) -> bool:
        """Whether those who are sent somewhere are the staff of a body, sent to work: "40 workers", but neither
        "undocumented workers" nor "40 workers arrested in Ohio"."""
        if all(noun.lower_ in word_set("field_people") for noun in objects):
            return True
        below = {word.lower_ for noun in objects for word in noun.subtree}
        held = any(
            option.role in ("arrest", "remove") for word in below for option in verbs_of().get(word, ())
        )
        staff = all(noun.lower_ in word_set("staff") for noun in self.counted(objects))
        back = {child.lower_ for child in verb.children}
        return staff and not (held or (below | back) & word_set("migrants"))

    def people_back(self, token: Token, objects: list[Token]) -> bool:
        """Whether people are returned, and neither to a place in the same country, "100 of them to the station", nor
        "back across the square"."""
        after = self.doc[token.i + 1 : token.i + 20]
        ways = [way for way in after if way.lower_ in _ACROSS and self.doc[way.i - 1].lower_ == "back"]
        if ways:
            crossed = [noun for way in ways for noun in way.children]
            borders = any(noun.lower_ in _BORDERS or noun.i in self.nations for noun in crossed)
            return borders and self.people(token, objects)
        # the second part: "to shore", read as a verb
        below = [*token.children, *(c for child in token.children for c in child.lefts)]
        to = any(child.lower_ == "to" and child.i > token.i for child in below)
        return self.people(token, objects) and (not to or self.goes_abroad(token))

    def goes_abroad(self, token: Token) -> bool:
        """Whether somebody is moved to or from a country, or to a body, but not into its custody."""
        for child in token.subtree:
            if (
                child.dep_ == "pobj"
                and child.head.lower_ in ("to", "from", "into")
                and not self.is_court(child)
                and word_set("custody").isdisjoint(t.lower_ for t in self.doc[child.i : child.i + 2])
            ):
                proper = child.pos_ == "PROPN" or child.lower_ in ("country", "authorities")
                if proper or child.i in self.agencies or self.owners(child):
                    return True
        return any(t.lower_ in ("home", "abroad", "overseas") for t in self.doc[token.i + 1 : token.i + 10])
