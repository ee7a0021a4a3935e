"""Which bodies a noun stands for: those beside it in a series, and the body that its people or parts belong to."""

from spacy.tokens import Token

from helpers.lexicon import word_set
from helpers.modes import Modes

__all__ = ["Series"]


class Series(Modes):
    """From a noun of the parse to the bodies that it names: "agents of the FBI", "ICE alongside local police", "its officers"."""

    def with_conjuncts(self, token: Token) -> list[Token]:
        found, queue = [token], [token]
        while queue and len(found) < 20:
            current = queue.pop()
            for child in current.children:
                if child.dep_ in ("conj", "appos") and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and child not in found:
                    if child.dep_ == "appos" and not (child.i in self.agencies and child.i - current.i < 4):
                        continue
                    found.append(child)
                    queue.append(child)
        return found

    def spread(self, tokens: list[Token]) -> list[Token]:
        """Doers with those named beside them ("ICE and the FBI", "ICE alongside local police"), members turned into their bodies."""
        doers = []
        for token in tokens:
            if any(child.lower_ == "following" for child in token.children):  # "The following agencies assisted: the FBI, the DEA"
                colon = next((t.i for t in self.doc[token.i :] if t.text == ":"), len(self.doc))
                doers += [t for t in self.doc[colon:] if t.i in self.agencies]
            nouns = self.with_conjuncts(token)
            if token.i == 2 and token.i in self.agencies and 0 in self.agencies and self.doc[1].lower_ == ",":  # "FBI, DEA seize"
                nouns.insert(0, self.doc[0])
            for noun in list(nouns):
                for child in noun.children:
                    if (
                        child.dep_ == "prep"
                        and child.lower_ in word_set("linking_prepositions") | {"with"}
                        and (child.lower_ != "with" or self.doc[max(0, child.i - 1)].lower_ in ("along", "together"))
                    ):
                        nouns += [n for obj in child.children if obj.dep_ == "pobj" for n in self.with_conjuncts(obj)]
            for noun in nouns:
                doers += [doer for doer in self.bodies(noun) if doer not in doers]
        for doer in [d for d in doers if d.i in self.agencies]:  # "a team of FBI and Secret Service agents"
            after = [t for t in self.doc[doer.i + 1 : doer.i + 5] if t.lower_ != "the"]
            if len(after) > 2 and after[0].lower_ == "and" and after[1].i in self.agencies and after[2].lower_ in word_set("members"):
                doers += [after[1]] if after[1] not in doers else []
        return doers

    def bodies(self, noun: Token) -> list[Token]:
        if noun.i in self.agencies:
            return [noun]
        if noun.lower_ not in word_set("members"):
            place = noun.i
            while noun.i - place < 3 and place and self.doc[place].pos_ == "PROPN" and place not in self.agencies:
                place -= 1
            titled = any(t.lower_ in word_set("functions") or t.text in word_set("title_words") for t in self.doc[place : noun.i])
            if not titled and place < noun.i and place in self.agencies and self.doc[place].head in (noun, *noun.children):  # "HSI Houston"
                return [self.doc[place]]
            owners = [c for c in noun.children if c.dep_ == "poss" and c.i in self.agencies] if noun.text[:1].isupper() else []
            return owners or [noun]  # "the CBSA's Southern Ontario Region"
        return self.owners(noun) or [noun]

    def owners(self, noun: Token) -> list[Token]:
        """Who a noun belongs to: "ERO teams", "ICE's efforts", "agents of the FBI", "their efforts"."""
        modifiers = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod")]
        modifiers += [inner for c in modifiers if c.pos_ == "PROPN" for inner in c.children]  # "ERO Nashville officers"
        compounds = [c for c in modifiers if c.i in self.agencies]
        if compounds:
            return [n for c in compounds for n in self.with_conjuncts(c)]
        owners = [c for c in noun.children if c.dep_ == "poss"]
        if owners:
            return [n for c in owners for n in self.with_conjuncts(c)]
        return [
            n
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in ("of", "from", "with", "at", "for")
            for obj in c.children
            if obj.dep_ == "pobj"
            for n in (self.with_conjuncts(obj) if obj.i in self.agencies else self.possessors(obj))
        ]

    def possessors(self, noun: Token) -> list[Token]:
        """The body a part belongs to: "detectives from the FBI's art squad"."""
        return (
            [c for c in noun.children if c.dep_ in ("poss", "compound") and c.i in self.agencies]
            if noun.lower_ in word_set("members")
            else []
        )
