"""Objects of the verbs of courts, prosecutors and warrants."""

from itertools import takewhile

from helpers.clauses.persons import Persons
from helpers.texts import Token, objects_of

__all__ = ["Courts"]


class Courts(Persons):
    """Charges, warrants and terms as the objects of one verb."""

    def new_charges(self, token: Token, objects: list[Token]) -> bool:
        """ "announced charges against 31 men", but not "announced the charges": those somebody else brought."""
        charges = [noun for noun in objects if noun.lower_ in objects_of("accusation")]
        return any(
            not any(child.dep_ in ("det", "poss") for child in noun.children)
            and any(t.lower_ == "against" for t in self.doc[noun.i + 1 : noun.i + 3])
            for noun in charges
        )

    def prison_terms(self, token: Token, objects: list[Token]) -> bool:
        """Whether years or months are given that are served."""
        after = {t.lower_ for t in self.doc[token.i + 1 : token.i + 14]}
        return bool(after & {"years", "months", "life"}) and bool(after & {"prison", "jail", "sentence"})

    def no_price(self, token: Token, objects: list[Token]) -> bool:
        """Whether who charges accuses somebody, and neither asks a price ("charges $40"), nor gives a body a task ("charged
        the department with securing the border"), nor runs at somebody ("charged at the crowd")."""
        with_what = [c for child in token.children if child.lower_ == "with" for c in child.children]
        duty = any(c.dep_ == "pcomp" for c in with_what) and bool(objects)
        tasked = duty and all(noun.i in self.agencies or noun.lower_ == "jury" for noun in objects)
        behind = self.doc[token.i + 1 : token.i + 3]
        asked = takewhile(lambda t: t.pos_ != "ADP", self.doc[token.i + 1 : token.i + 7])
        paid = any(t.is_currency or t.lower_ in objects_of("prices") for t in (*asked, *objects))
        return not (paid or tasked or any(t.lower_ in ("at", "into", "crowd") for t in behind))
