"""Bodies that a sentence names one after the other, read forward whatever the parser made of them."""

from collections.abc import Iterator

from helpers.clauses.state import State
from helpers.texts import Token, members, word_set

__all__ = ["Lists"]

LONGEST_LIST = 80  # words in which one body after the other is named


class Lists(State):
    """A parsed sentence as a row of words, and the lists of bodies in it."""

    def listed(self, at: int) -> list[Token]:
        """The bodies of a list that begins at a word, read forward and whatever the parser made of it.

        "agents from ICE, the FBI and the U.S. Marshals Service, as well as local authorities including the
        Vega Baja Municipal Police": every one. People and parts ("agents", "units of") lead to their body;
        behind the last "and" a comma ends the list, as does any word that belongs to none. The last may have a name
        that nobody knows: "the FBI, the DEA and the Queens Library".
        """
        items: list[tuple[Token, str]] = []  # a body, and what joins it to the one before
        joint = before = unknown = ""
        opener = self.doc[at - 1].lower_ if at else ""
        for token in self.outside_brackets(at):
            word, owned = token.lower_, before in ("'s", "’s")
            before = word
            if token.i in self.agencies:
                if items and not joint and (owned or self.serves(items[-1][0], token)):
                    items[-1] = (token, items[-1][1])  # "Essex Police's Crime Unit", "officers from the FBI"
                elif items and (not joint or joint == "," and items[-1][1] == "and"):
                    break
                else:
                    items.append((token, joint if items else ""))
                joint = unknown = ""
            elif word in ("and", "&") or items and word in ("as", "along"):
                joint = "and"
            elif items and word == "including":
                joint = word
            elif word in (",", ";"):
                joint = joint or ","
            elif items and joint == "and" and word == opener:
                continue  # "with the FBI, and with deputies of the sheriff's office"
            elif not self.in_list(token):
                break
            elif joint == "and" and token.text[:1].isupper():
                unknown = word
        joined = ("and", "including")
        last = max((place for place, (_, joint) in enumerate(items) if joint in joined), default=0)
        last = len(items) - 1 if unknown else last
        general = {place - 1 for place, (_, joint) in enumerate(items) if joint == "including"}
        return [
            token
            for place, (token, _) in enumerate(items[: last + 1])
            if place not in general or not self.is_general(token)
        ]

    def is_general(self, body: Token) -> bool:
        """Whether a body is a word for bodies that are named behind it: "other agencies, including"."""
        words = self.agencies[body.i].text.lower().split() if body.i in self.agencies else []
        return not word_set("general_bodies").isdisjoint(words)

    def outside_brackets(self, at: int) -> Iterator[Token]:
        """The words from a place on without what stands in brackets: "Criminal Investigation (IRS-CI), the FBI"."""
        inside = False
        for token in self.doc[at : at + LONGEST_LIST]:
            inside = inside or token.text == "("
            if not inside:
                yield token
            inside = inside and token.text != ")"

    def serves(self, people: Token, body: Token) -> bool:
        """Whether described people are those of the body behind them: "law enforcement officers from the FBI"."""
        between = [t.lower_ for t in self.doc[people.i + 1 : body.i] if t.lower_ not in ("the", "both")]
        last = self.agencies[people.i].text.split()[-1].lower()
        if not between and self.agencies[people.i].kind in ("name", "abbreviation"):
            return True  # "ICE Homeland Security Investigations"
        staff = between[:-1] or [last]  # "Homeland Security personnel from HSI"
        return between[-1:] in (["from"], ["of"], ["with"]) and word_set("people").issuperset(staff)

    def in_list(self, token: Token) -> bool:
        """Whether a word can stand between the bodies of a list: "agents from", "local", "Houston"."""
        if token.i + 1 < len(self.doc) and self.doc[token.i + 1].lower_ in ("'s", "’s"):
            return True  # "the district's"
        if token.tag_ == "CD" or token.lower_ in ("more", "than", "over", "about", "some", "nearly"):
            return any(
                t.lower_ in members() or t.i in self.agencies for t in self.doc[token.i + 1 : token.i + 5]
            )
        small = token.lower_ in word_set("list_words") or token.lower_ in members()
        return small or token.pos_ in ("ADJ", "PROPN") and token.tag_ != "CD"

    def spelled_out(self, body: Token) -> list[Token]:
        """The bodies that a general word announces: those behind "including" of "other agencies helped, including
        the FBI and the DEA", or behind "include" of "agencies that helped include the FBI"."""
        words = (
            {word.lower() for word in self.agencies[body.i].text.split()}
            if body.i in self.agencies
            else set()
        )
        if not words & word_set("general_bodies"):
            return []
        for token in self.doc[body.i + 1 : body.i + LONGEST_LIST]:
            if token.lower_ in ("including", "include", "included", "includes", "were", "are", "namely"):
                return self.listed(token.i + 1)
            if token.lower_ == "them" and self.doc[token.i - 1].lower_ == "among":
                return self.listed(token.i + 1)
            if token.i in self.agencies:
                return []
        return []
