"""The classes of words by which the scanner finds names, one sign each: patterns are regular expressions over
these signs, so that they take time linear in the number of words.

A piece of a sentence has one class in descriptions ("local police departments") and one in names that are
built like an organisation's ("Harris County Sheriff's Office").
"""

__all__ = ["CLASS_OF_DESCRIPTION", "SIGNS", "any_of"]

# ---- classes of descriptions

LISTED = "A"  # a body that the gazetteer knows
COUNTRY = "C"
NATIONAL = "N"  # "Mexican"
COUNTRY_OR_NATIONAL = "B"  # "U.S."
HEAD = "H"  # "police", "authorities": a body by itself
GENERIC = "G"  # "coast guard", "court": with an article the one that was named
BODIES = "J"  # "agencies", "departments"
WEAK = "K"  # "officials", "partners": only with a modifier
MEMBER = "M"  # "officers"
SIDES = "Z"  # "countries", "sides"
QUANTIFIER = "Q"  # "several"
PAIR = "D"  # "both"
LEVEL = "L"  # "federal", "local"
SECTOR = "T"  # "customs", "anti-drug"
SERVICE = "U"  # "customs": a sector that acts
CAPITALISED = "X"  # a capitalised word that no list knows
NUMBER = "#"
FINITE = "v"  # a finite verb
NOUN = "y"  # a lower-case word that can stand before a noun
OTHER = "x"

CLASS_OF_DESCRIPTION = {
    "head": HEAD,
    "generic": GENERIC,
    "weak": WEAK,
    "member": MEMBER,
    "both": SIDES,
    "quantifier": QUANTIFIER,
    "pair": PAIR,
    "bodies": BODIES,
    "level": LEVEL,
    "sector": SECTOR,
    "service": SERVICE,
}  # class in `agency_descriptions.csv` -> sign

# ---- classes of names

COMPLETE = "Q"  # a head of several words, or a listed one behind "Federal": no word need stand before it
NAME_HEAD = "O"  # "Department", "Bureau"
WHOLE = "P"  # "Police", "Customs": ends a name alone
WORD = "W"  # a capitalised word

# ---- small words, the same in both

COMMA, AND, THE, OF, FOR, IN, FROM, AT, OWNER, LEVELS, WORLDWIDE, BY = ",&dofirtsVwb"

SIGNS = {
    ",": COMMA,
    "and": AND,
    "or": AND,
    "&": AND,
    "/": AND,
    "the": THE,
    "of": OF,
    "for": FOR,
    "in": IN,
    "from": FROM,
    "at": AT,
    "'s": OWNER,
    "'": OWNER,
    "levels": LEVELS,
    "level": LEVELS,
    "as": OTHER,
    "worldwide": WORLDWIDE,
    "by": BY,
}  # small word -> sign
SIGNS_IN_NAMES = frozenset([OF, FOR, THE, AND, COMMA, OWNER, IN, AT])


def any_of(*classes: str) -> str:
    """The pattern for one piece of any of these classes."""
    return f"[{''.join(classes)}]"
