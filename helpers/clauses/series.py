"""Which bodies a noun stands for: those beside it in a series, and the body that its people or parts belong
to."""

from spacy.tokens import Token

from helpers.clauses.modes import Modes
from helpers.texts import word_set

__all__ = ["Series"]


class Series(Modes):
    """From a noun of the parse to the bodies that it names: "agents of the FBI", "ICE alongside local
    police", "its officers"."""

    def with_conjuncts(self, token: Token) -> list[Token]:
        found, queue = [token], [token]
        while queue and len(found) < 20:
            current = queue.pop()
            for child in current.children:
                if (
                    child.dep_ in ("conj", "appos")
                    and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
                    and child not in found
                ):
                    if child.dep_ == "appos" and not (child.i in self.agencies and child.i - current.i < 4):
                        continue
                    found.append(child)
                    queue.append(child)
                elif (
                    child.dep_ in ("nmod", "compound")
                    and {child.i, current.i} <= self.agencies.keys()
                    and child not in found
                ):
                    joined = any(t.lower_ == "and" for t in self.doc[child.i : current.i])
                    found += [child] if joined else []  # "The National Police and Spain's Guardia Civil"
        return found

    def spread(self, tokens: list[Token]) -> list[Token]:
        """Doers with those named beside them ("ICE and the FBI", "ICE alongside local police"), members
        turned into their bodies."""
        doers = []
        for token in tokens:
            if any(
                child.lower_ == "following" for child in token.children
            ):  # "The following agencies assisted: the FBI, the DEA"
                colon = next((t.i for t in self.doc[token.i :] if t.text == ":"), len(self.doc))
                doers += [t for t in self.doc[colon:] if t.i in self.agencies]
            nouns = self.with_conjuncts(token)
            first = token.left_edge.i
            if (
                1 < first < 6 and self.doc[first - 1].lower_ == "," and self.is_side(token)
            ):  # "FBI, DEA seize", "Ecuador, Spain seize"
                nouns = (
                    [self.doc[first - 2], *nouns]
                    if all(self.is_side(t) for t in self.doc[: first - 1])
                    else nouns
                )
            for noun in list(nouns):
                for child in noun.children:
                    if (
                        child.dep_ == "prep"
                        and child.lower_ in word_set("linking_prepositions") | {"with"}
                        and (
                            child.lower_ != "with"
                            or self.doc[max(0, child.i - 1)].lower_ in ("along", "together")
                        )
                    ):
                        nouns += [
                            n
                            for obj in child.children
                            if obj.dep_ == "pobj"
                            for n in self.with_conjuncts(obj)
                        ]
            for noun in nouns:
                doers += [doer for doer in self.bodies(noun) if doer not in doers]
        for doer in [d for d in doers if d.i in self.agencies]:  # "a team of FBI and Secret Service agents"
            after = [t for t in self.doc[doer.i + 1 : doer.i + 5] if t.lower_ != "the"]
            if (
                len(after) > 2
                and after[0].lower_ == "and"
                and after[1].i in self.agencies
                and after[2].lower_ in word_set("members")
            ):
                doers += [after[1]] if after[1] not in doers else []
        return doers

    def is_side(self, token: Token) -> bool:
        return token.i in self.agencies or token.i in self.nations

    def bodies(self, noun: Token) -> list[Token]:
        if noun.i in self.agencies:
            found = self.agencies[noun.i]
            people = found.kind == "description" and found.text.split()[-1].lower() in word_set("people")
            owners = (
                [body for body in self.owners(noun) if body.i in self.agencies and body.i > noun.i]
                if people
                else []
            )
            return [body for body in owners if self.agencies[body.i].kind != "nation"] or [
                noun
            ]  # "enforcement officers of the CBSA"
        if noun.lower_ in word_set("servants"):
            return self.served(noun)
        if noun.lower_ not in word_set("members"):
            place = noun.i
            while (
                noun.i - place < 3
                and place
                and self.doc[place].pos_ == "PROPN"
                and place not in self.agencies
            ):
                place -= 1
            titled = any(
                t.lower_ in word_set("functions") or t.text in word_set("title_words")
                for t in self.doc[place : noun.i]
            )
            if (
                not titled
                and place < noun.i
                and place in self.agencies
                and self.doc[place].head in (noun, *noun.children)
            ):  # "HSI Houston"
                return [self.doc[place]]
            owners = (
                [c for c in noun.children if c.dep_ == "poss" and c.i in self.agencies]
                if noun.text[:1].isupper()
                else []
            )
            return owners or [noun]  # "the CBSA's Southern Ontario Region"
        return self.owners(noun) or [noun]

    def served(self, noun: Token) -> list[Token]:
        """The body behind "the men and women of"."""
        of = self.doc[noun.i + 1] if noun.i + 1 < len(self.doc) else noun
        if of.lower_ != "of" or not (noun.i > 1 and self.doc[noun.i - 2].lower_ in word_set("servants")):
            return [noun]
        return next(([t] for t in self.doc[of.i + 1 : of.i + 4] if t.i in self.agencies), [noun])

    def owners(self, noun: Token) -> list[Token]:
        """Who a noun belongs to: "ERO teams", "ICE's efforts", "agents of the FBI", "their efforts"."""
        modifiers = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod")]
        modifiers += [
            inner for c in modifiers if c.pos_ == "PROPN" for inner in c.children
        ]  # "ERO Nashville officers"
        compounds = [c for c in modifiers if c.i in self.agencies]
        if compounds:
            return [n for c in compounds for n in self.with_conjuncts(c)]
        owners = [c for c in noun.children if c.dep_ == "poss"]
        if owners and owners[0].lower_ == "whose":  # "the National Guard, whose analysts supported"
            relative = next((a for a in (noun, *noun.ancestors) if a.dep_ == "relcl"), None)
            return self.bodies(relative.head) if relative is not None else []
        if owners:
            return [n for c in owners for n in self.with_conjuncts(c)]
        assigned = [
            c for c in noun.children if c.dep_ == "acl" and c.lower_ in ("assigned", "attached", "belonging")
        ]
        posted = [inner for c in assigned for inner in c.children]  # "officers assigned to the task force"
        return [
            body
            for c in (*noun.children, *posted)
            if c.dep_ == "prep"
            and (c.lower_ in ("of", "from", "with", "at", "for") or c in posted and c.lower_ == "to")
            for obj in c.children
            if obj.dep_ == "pobj"
            for n in (self.with_conjuncts(obj) if obj.i in self.agencies else self.possessors(obj))
            for body in (
                self.bodies(n) if n.i > noun.i else [n]
            )  # "deputies with the sheriff's office and troopers with the DPS"
        ]

    def possessors(self, noun: Token) -> list[Token]:
        """The body a part belongs to: "detectives from the FBI's art squad"."""
        return (
            [c for c in noun.children if c.dep_ in ("poss", "compound") and c.i in self.agencies]
            if noun.lower_ in word_set("members")
            else []
        )
