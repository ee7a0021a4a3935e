"""Which bodies a noun stands for: those beside it in a series, and the body that its people or parts belong
to."""

from helpers.clauses.modes import Modes
from helpers.texts import Token, members, objects_of, word_set

__all__ = ["Series"]

LONGEST_SERIES = 20  # nouns joined to each other
_OF = ("of", "from", "with", "at", "for", "aboard")


class Series(Modes):
    """From a noun of the parse to the bodies that it names: "agents of the FBI", "ICE alongside local
    police", "its officers"."""

    # ---- series

    def with_conjuncts(self, token: Token) -> list[Token]:
        """A noun with those joined to it: "ICE and the FBI", "The National Police and Spain's Guardia
        Civil"."""
        found, queue = [token], [token]
        while queue and len(found) < LONGEST_SERIES:
            current = queue.pop()
            for child in current.children:
                if child in found:
                    continue
                if self.is_joined(child, current):
                    found.append(child)
                    queue.append(child)
                elif child.dep_ in ("nmod", "compound") and {child.i, current.i} <= self.agencies.keys():
                    joined = any(t.lower_ == "and" for t in self.doc[child.i : current.i])
                    found += [child] if joined else []
        return found

    def is_joined(self, child: Token, head: Token) -> bool:
        """Whether a word stands in a series with its head; of appositions only a body right behind."""
        if child.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            return False
        near = child.i in self.agencies and child.i - head.i < 4 and not self.explains(child, head)
        return child.dep_ == "conj" or child.dep_ == "appos" and near

    def explains(self, child: Token, head: Token) -> bool:
        """Whether a description says what the body before it is: "the PNC, Guatemala's national police"."""
        last = child.right_edge.i + 1 == len(self.doc) or self.doc[child.right_edge.i + 1].text in ".,;"
        described = self.agencies[child.i].kind == "description"
        return last and described and head.i in self.agencies and self.agencies[head.i].kind != "description"

    def spread(self, tokens: list[Token]) -> list[Token]:
        """Doers with those named beside them ("ICE and the FBI", "ICE alongside local police"), members
        turned into their bodies."""
        doers: list[Token] = []
        for token in tokens:
            if any(child.lower_ == "following" for child in token.children):
                doers += self.announced(token)  # "the following authorities" are those of the list
                continue
            nouns = self.before_comma(token) + self.with_conjuncts(token)
            nouns += [n for noun in nouns for n in self.beside(noun)]
            bodies = [body for noun in nouns for body in self.bodies(noun)]
            doers += [one for body in bodies for one in self.spelled_out(body) or [body]]
        doers = list(dict.fromkeys(doers))
        return list(dict.fromkeys([*doers, *(one for doer in doers for one in self.paired(doer))]))

    def announced(self, token: Token) -> list[Token]:
        """The list behind a colon: "The following agencies assisted: the FBI, the DEA"."""
        colon = next((t.i for t in self.doc[token.i :] if t.text == ":"), len(self.doc))
        return [t for t in self.doc[colon:] if t.i in self.agencies]

    def before_comma(self, token: Token) -> list[Token]:
        """The first of two sides in a headline: "FBI, DEA seize", "Ecuador, Spain seize"."""
        first = token.left_edge.i
        if not (1 < first < 6 and self.doc[first - 1].lower_ == "," and self.is_side(token)):
            return []
        return [self.doc[first - 2]] if all(self.is_side(t) for t in self.doc[: first - 1]) else []

    def beside(self, noun: Token) -> list[Token]:
        """Those behind the "alongside" or "together with" of a noun."""
        found = []
        for child in noun.children:
            linking = child.lower_ in word_set("linking_prepositions")
            if child.lower_ == "with":
                linking = self.doc[max(0, child.i - 1)].lower_ in ("along", "together")
            if child.dep_ == "prep" and (linking or child.lower_ == "along"):
                inner = [child, *(c for c in child.children if c.lower_ == "with")]
                objects = [obj for one in inner for obj in one.children if obj.dep_ == "pobj"]
                found += [n for obj in objects for n in self.with_conjuncts(obj)]
        return found

    def paired(self, doer: Token) -> list[Token]:
        """The second of two bodies before their people: "a team of FBI and Secret Service agents"."""
        after = [t for t in self.doc[doer.i + 1 : doer.i + 5] if t.lower_ != "the"]
        if doer.i not in self.agencies or len(after) < 3 or after[0].lower_ != "and":
            return []
        return [after[1]] if after[1].i in self.agencies and after[2].lower_ in members() else []

    def is_side(self, token: Token) -> bool:
        """Whether a word is a body or a country."""
        return token.i in self.agencies or token.i in self.nations

    def is_country(self, token: Token) -> bool:
        """Whether a word is a country, where much is done that it does not do itself."""
        return token.i in self.nations or token.i in self.agencies and self.agencies[token.i].kind == "nation"

    def is_court(self, doer: Token) -> bool:
        """Whether a doer is a court or a judge, who grants what is asked for and helps nobody."""
        words = self.agencies[doer.i].text.lower().split() if doer.i in self.agencies else []
        return any(
            word.startswith(("court", "judge", "magistrate", "tribunal", "jury", "appeals")) for word in words
        )

    def last_word(self, noun: Token) -> str:
        """The last word of a noun as written: "force" for "the task force"."""
        found = self.agencies.get(noun.i)
        return found.text.split()[-1].lower() if found else noun.lower_

    # ---- bodies of people and parts

    def bodies(self, noun: Token) -> list[Token]:
        """The bodies that a noun stands for: itself, or those whose people or part it is."""
        if noun.i in self.agencies:
            return self.of_people(noun)
        if noun.lower_ in word_set("servants"):
            return self.served(noun)
        if noun.lower_ in word_set("judges"):
            return [court for court in self.owners(noun) if self.is_court(court)] or [noun]
        if noun.lower_ in members():
            if any(c.lower_ in word_set("impostors") for c in noun.lefts):
                return [noun]  # "fake operatives of the EFCC"
            return self.owners(noun) or self.owners_behind(noun) or self.owners_of_last(noun) or [noun]
        return self.of_branch(noun) or self.of_part(noun) or [noun]

    def of_people(self, noun: Token) -> list[Token]:
        """The body behind described people: "enforcement officers of the CBSA"."""
        found = self.agencies[noun.i]
        if found.text.lower().endswith("jury"):  # "a jury at Leeds Crown Court"
            at = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("at", "in")]
            return [o for c in at for o in c.children if o.i in self.agencies] or [noun]
        last = found.text.split()[-1].lower()
        if found.kind != "description" or last not in word_set("people") | word_set("team_nouns"):
            return [noun]
        whose = any(child.lower_ == "whose" for child in noun.children)
        owners = [b for b in self.owners(noun) if b.i in self.agencies and (whose or b.i > noun.i)]
        owners = owners or self.owners_of_last(noun)
        return [body for body in owners if self.agencies[body.i].kind != "nation"] or [noun]

    def of_branch(self, noun: Token) -> list[Token]:
        """The body before the name of a place: "HSI Houston", but not before a title and a name."""
        place = noun.i
        while noun.i - place < 3 and place and place not in self.agencies and self.in_place(self.doc[place]):
            place -= 1
        if place == noun.i or place not in self.agencies:
            return []
        titles = word_set("title_words")
        between = self.doc[place : noun.i]
        if any(t.lower_ in word_set("functions") or t.text in titles for t in between):
            return []
        return [self.doc[place]] if self.doc[place].head in (noun, *noun.children) else []

    def in_place(self, token: Token) -> bool:
        """Whether a word can be part of a place's name; in a headline, parsed in lower case, any noun that is
        no person."""
        if token.pos_ == "PROPN" or token.lower_ in word_set("vessels"):
            return True
        people = token.lower_ in objects_of("people") | word_set("functions")
        return self.headline and token.pos_ == "NOUN" and token.is_alpha and not people

    def of_part(self, noun: Token) -> list[Token]:
        """The body of a named part: "the CBSA's Southern Ontario Region"."""
        if not noun.text[:1].isupper():
            return []
        return [c for c in noun.children if c.dep_ == "poss" and c.i in self.agencies]

    def owners_behind(self, noun: Token) -> list[Token]:
        """The bodies right behind "officers from", whatever the parser made of them."""
        after = self.doc[noun.i + 1].lower_ if noun.i + 1 < len(self.doc) else ""
        return self.listed(noun.i + 2) if after in ("from", "with", "of") else []

    def owners_of_last(self, noun: Token) -> list[Token]:
        """The bodies behind the last of several people: "deputies, agents and investigators of the sheriff"."""
        first = noun.head if noun.dep_ == "conj" else noun
        last = [n for n in self.with_conjuncts(first) if n.lower_ in members() and n.i > noun.i][-1:]
        return [body for people in last for body in self.belongs_to(people) if body.i in self.agencies]

    def served(self, noun: Token) -> list[Token]:
        """The body behind "the men and women of"."""
        of = self.doc[noun.i + 1] if noun.i + 1 < len(self.doc) else noun
        if of.lower_ != "of" or not (noun.i > 1 and self.doc[noun.i - 2].lower_ in word_set("servants")):
            return [noun]
        return next(([t] for t in self.doc[of.i + 1 : of.i + 4] if t.i in self.agencies), [noun])

    def owners(self, noun: Token) -> list[Token]:
        """Who a noun belongs to: "ERO teams", "ICE's efforts", "agents of the FBI", "their efforts"."""
        modifiers = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod")]
        compounds = [c for c in [*modifiers, *self.inside(modifiers)] if c.i in self.agencies]
        if compounds:
            return [n for c in compounds for n in self.with_conjuncts(c)]
        possessors = [c for c in noun.children if c.dep_ == "poss"]
        if possessors and possessors[0].lower_ == "whose":  # "the Guard, whose analysts supported"
            relative = next((a for a in (noun, *noun.ancestors) if a.dep_ == "relcl"), None)
            return self.bodies(relative.head) if relative is not None else []
        if possessors:
            return [n for c in possessors for n in self.with_conjuncts(c)]
        return self.belongs_to(noun)

    def inside(self, modifiers: list[Token]) -> list[Token]:
        """The words that stand in names before a noun: "ERO Nashville officers", "the Coast Guard Cutter James
        crew"."""
        return [t for c in modifiers if c.pos_ == "PROPN" for t in c.subtree if t != c and t.pos_ == "PROPN"]

    def belongs_to(self, noun: Token) -> list[Token]:
        """The bodies behind "of", "from", "with" or "assigned to": "deputies with the sheriff's office and
        troopers with the DPS"."""
        assigned = [c for c in noun.children if c.dep_ == "acl" and c.lower_ in word_set("posted")]
        posted = [
            inner for c in assigned for inner in c.children if inner.lower_ in ("to", "in", "at", "for")
        ]
        called = [
            inner
            for c in noun.children
            if c.dep_ == "acl" and c.lower_ in ("called", "named", "nicknamed")
            for inner in c.subtree  # "a dog named Duke from the sheriff's office"
        ]
        of = (*_OF, "by") if noun.lower_ in ("patrol", "patrols") else _OF  # "a patrol by the coast guard"
        prepositions = [
            c
            for c in (*noun.children, *posted, *called)
            if c.dep_ == "prep" and (c.lower_ in of or c in posted)
        ]
        objects = [obj for c in prepositions for obj in c.children if obj.dep_ == "pobj"]
        objects += [obj for obj in self.stationed(noun) if obj not in objects]
        nouns = [
            n
            for obj in objects
            for n in (
                self.with_conjuncts(obj)
                if obj.i in self.agencies
                else self.possessors(obj, place=obj.head in posted)
                or self.of_branch(obj)
                or ([obj] if obj.lower_ in word_set("anaphor_nouns") else [])  # "officers of the force"
            )
        ]
        return [body for n in nouns for body in (self.bodies(n) if n.i > noun.i else [n])]

    def stationed(self, noun: Token) -> list[Token]:
        """The named body in which people serve: "officers in the San Diego Field Office"."""
        return [
            obj
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ == "in" and noun.lower_ in word_set("people")
            for obj in c.children
            if obj.dep_ == "pobj"
            and obj.i in self.agencies
            and self.agencies[obj.i].kind in ("name", "pattern")
        ]

    def possessors(self, noun: Token, *, place: bool = False) -> list[Token]:
        """The body a part belongs to: "detectives from the FBI's art squad"; of a place where its people are posted
        whatever that is called."""
        if not place and noun.lower_ not in members():
            return []
        owners = [c for c in noun.children if c.dep_ in ("poss", "compound")]
        return [c for c in [*owners, *self.inside(owners)] if c.i in self.agencies]
