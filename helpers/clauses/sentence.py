"""Grammar of a parsed sentence: who does what a verb says, to whom, with whom, and in which mode.

`Clauses` answers these questions from the dependency parse of a masked sentence (`helpers.names.masks`) and
mends what the small model
often gets wrong: agents hung on the wrong word, verbs after a comma read as participles, names beside names.
"""

import re

from spacy.tokens import Doc, Token

from helpers.clauses.series import Series
from helpers.names import candidates, mask
from helpers.texts import Sentence, governor_forms, word_set

__all__ = ["Clauses"]

QUOTE = re.compile(r"[“\"]([^“”\"]{20,2000})[”\"]?")
DEEPEST = 6  # steps from a verb up to the one that names its doer


class Clauses(Series):
    """One parsed sentence and the questions asked of it.

    Attributes:
        masked: The masked form of the unit.
        doc: Its parse.
        agencies: Number of a token -> the candidate it stands for.
        nations: Numbers of tokens that are part of a country's name.
        quotes: Offsets in the masked text of what stands in quotation marks.
    """

    def __init__(self, sentence: Sentence, doc: Doc):
        self.masked, self.doc = mask(sentence), doc
        starts = {token.idx: token.i for token in doc}
        self.agencies = {
            starts[start]: found for start, _, _, _, found in self.masked.anchors if start in starts
        }
        self.quotes = [match.span(1) for match in QUOTE.finditer(self.masked.text)]
        closing = self.masked.text.find("”")
        if (
            closing >= 0 and self.masked.text.find("“", 0, closing) < 0
        ):  # a quotation that began a sentence ago
            self.quotes.append((0, closing))
        spans = [(f.start, f.end) for f in candidates(sentence) if f.kind == "nation"]
        self.nations = (
            {t.i for t in doc if any(start <= self.masked.original(t.idx) < end for start, end in spans)}
            - set(self.agencies)
            if spans
            else set()
        )

    def span(self, token: Token) -> tuple[int, int]:
        start = self.masked.original(token.idx)
        found = self.agencies.get(token.i)
        return (found.start, found.end) if found else (start, start + len(token.text))

    def stretch(self, first: Token, last: Token) -> tuple[int, int]:
        return self.span(first)[0], self.span(last)[1]

    def quoted(self, token: Token) -> bool:
        return any(start <= token.idx < end for start, end in self.quotes)

    # ---- all actions

    def doers(self, token: Token) -> list[Token]:
        """Head words of those who do what the verb says: by the parse, or by the order of words where that
        finds no body."""
        found = self.parsed_doers(token)
        if any(
            doer.i in self.agencies or doer.i in self.nations or doer.pos_ == "PRON" for doer in found
        ) or self.is_passive(token):
            beside = [
                body for doer in found if doer.i in self.agencies for body in self.alongside(doer)
            ] + self.side_by_side(token)
            return found + [body for body in beside if body not in found]
        near = self.before_verb(token) if token.tag_ != "VBG" or self.verb_group(token) else []
        return [body for doer in near for body in self.bodies(doer)] or found

    def side_by_side(self, token: Token) -> list[Token]:
        """Bodies after the verb's own "alongside": "is investigating the shooting alongside the Texas
        Rangers"."""
        beside = [child for child in token.children if child.dep_ == "prep" and child.lower_ == "alongside"]
        bodies = [
            body
            for child in beside
            for obj in child.children
            if obj.dep_ == "pobj"
            for body in self.spread([obj])
        ]
        return [body for body in bodies if body.i in self.agencies]

    def parsed_doers(self, token: Token, depth: int = 0) -> list[Token]:
        """The doers as far as the parse tells."""
        if depth > DEEPEST:
            return []
        children = list(token.children)
        hung_on_participle = token.dep_ == "acl" or token.dep_ == "conj" and token.head.dep_ == "acl"
        if hung_on_participle and self.has_own_object(token):  # no participle after all:
            if doers := self.spread(self.earlier(token)):
                return doers  # "searched the boxes, located 12 kg and ..."
            if doers := [
                body for doer in self.before_verb(self.first_of_series(token)) for body in self.bodies(doer)
            ]:
                return doers  # "members of the task force, a unit of the ministry, located and arrested 187"
        if self.is_passive(token):
            agents = [
                obj
                for child in children
                if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
                for by in (
                    child,
                    *[c for c in child.children if c.dep_ == "conj" and c.lower_ == "by"],
                )  # "by Essex Police and by the BKA"
                for obj in by.children
                if obj.dep_ == "pobj"
            ]
            if (
                not agents
                and token.dep_ == "conj"
                and token.head.pos_ == "VERB"
                and self.is_passive(token.head)
            ):
                return self.parsed_doers(token.head, depth + 1)
            if not agents:  # "detained and deported by ICE": the agent hangs on the last
                agents = [
                    obj
                    for verb in token.children
                    if verb.dep_ == "conj" and verb.tag_ == "VBN" and self.is_passive(verb)
                    for obj in self.parsed_doers(verb, depth + 1)
                ]
                return self.spread(agents or self.agent_after(token))
            found = self.spread(agents)
            near = self.agent_after(token) if found and not any(self.is_side(doer) for doer in found) else []
            return (
                self.spread(near) or found
            )  # "launched by U.S. Marshals nets 40": the last word is no agent
        subjects = [child for child in children if child.dep_ == "nsubj"]
        if subjects:
            subject = self.possessed(next((s for s in subjects if s.i in self.agencies), subjects[-1]))
            if subject.lower_ in ("which", "that", "who") and token.dep_ == "relcl":
                return self.spread([token.head])
            together = token.dep_ in ("advcl", "ccomp") and any(
                c.dep_ == "mark" and c.lower_ == "with" for c in children
            )
            return self.spread([subject]) + (
                self.parsed_doers(token.head, depth + 1) if together else []
            )  # "worked with police to find"
        if token.dep_ == "relcl":
            return (
                self.spread([token.head])
                if any(c.lower_ in ("which", "that", "who") for c in token.children) or token.tag_ == "VBG"
                else self.nearest(token)
            )
        if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
            if self.is_passive(token.head) and token.tag_ != "VBN" and not self.agentless(token.head):
                return self.nearest(token) or self.spread(self.earlier(token))
            return (
                self.parsed_doers(token.head, depth + 1)
                if token.head.tag_ != "VBN" or token.tag_ == "VBN" or token.head.dep_ != "acl"
                else []
            ) or (self.nearest(token) or self.spread(self.earlier(token)))
        if token.dep_ in ("xcomp", "advcl", "ccomp") and token.head.pos_ in ("VERB", "AUX"):
            return self.climb(token, token.head, depth)
        if token.dep_ in ("acomp", "xcomp") and token.head.pos_ == "ADJ":
            return (
                self.climb(token, token.head.head, depth) if token.head.head.pos_ in ("VERB", "AUX") else []
            )
        if token.dep_ == "xcomp" or (token.dep_ == "advcl" and token.head.pos_ in ("NOUN", "PROPN", "ADJ")):
            return self.climb(token, token.head, depth) if token.head.pos_ == "ADJ" else []
        if token.dep_ == "pcomp":
            return self.through_preposition(token, depth)
        if token.dep_ == "acl":
            return self.of_noun(token, depth)
        return self.nearest(token) or self.spread(self.earlier(token))

    def has_own_object(self, token: Token) -> bool:
        """Whether a form that could be a participle has an object, maybe shared with the next verb ("located
        and arrested 187")."""
        if token.tag_ not in ("VBN", "VBD"):
            return False
        shared = [
            c for c in token.children if c.dep_ == "conj" and c.tag_ in ("VBN", "VBD") and c.i - token.i < 4
        ]
        return any(child.dep_ == "dobj" for verb in (token, *shared) for child in verb.children)

    def first_of_series(self, token: Token) -> Token:
        """The first of verbs joined by "and", if it is hung on a noun like a participle."""
        return token.head if token.dep_ == "conj" and token.head.dep_ == "acl" else token

    def possessed(self, subject: Token) -> Token:
        """The body behind "'s" where the parser took its owner for the subject: "the force's Economic Crime
        Unit kept"."""
        mark, after = (self.doc[i] if i < len(self.doc) else subject for i in (subject.i + 1, subject.i + 2))
        return after if mark.lower_ in ("'s", "’s") and after.i in self.agencies else subject

    def climb(self, token: Token, head: Token, depth: int) -> list[Token]:
        if head.pos_ == "ADJ" and head.head.pos_ in ("VERB", "AUX"):
            head = head.head
        objects = [child for child in head.children if child.dep_ in ("dobj", "obj")]
        if token.dep_ in ("xcomp", "ccomp") and objects and head.lemma_ in word_set("object_control"):
            return self.spread(objects[:1])
        if self.is_passive(head):
            if head.lemma_ in word_set("passive_through"):
                subjects = [child for child in head.children if child.dep_ in ("nsubjpass", "nsubj")][:1]
                if subjects and subjects[0].lower_ in ("which", "that", "who") and head.dep_ == "relcl":
                    subjects = [head.head]
                return (
                    self.spread(subjects)
                    if subjects or head.dep_ != "conj"
                    else self.parsed_doers(head.head, depth + 1)
                )
            return []
        partners = self.partners(head) if head.lemma_ in word_set("mutual") else []
        return self.parsed_doers(head, depth + 1) + partners

    def through_preposition(self, token: Token, depth: int) -> list[Token]:
        preposition = token.head
        head = preposition.head
        if preposition.lower_ in ("to", "at", "on", "for") and head.lemma_ in word_set("passive_through") | {
            "commitment",
            "commit",
        }:
            if head.pos_ in ("VERB", "ADJ", "AUX"):
                subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")] or [
                    c for c in head.head.children if c.dep_ in ("nsubj", "nsubjpass")
                ]
                return self.spread(subjects[:1])
            return []
        if preposition.lower_ not in word_set("climb_prepositions"):
            if preposition.lower_ in ("with", "in") and head.lemma_ in (
                "assist",
                "help",
                "aid",
                "support",
                "succeed",
            ):
                return self.parsed_doers(head, depth + 1)
            return []
        if head.pos_ in ("VERB", "AUX"):
            if self.is_passive(head):
                return self.climb(token, head, depth)
            return self.parsed_doers(head, depth + 1)
        verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
        return (
            self.parsed_doers(verb, depth + 1)
            if verb is not None
            and preposition.lower_ in ("by", "after", "before")
            and not self.is_passive(verb)
            else (self.climb(token, verb, depth) if verb is not None and preposition.lower_ == "by" else [])
        )

    def of_noun(self, token: Token, depth: int) -> list[Token]:
        """Doers of a verb that hangs on a noun: "police arresting suspects", "ICE's action to remove",
        "launched an operation to find"."""
        noun = token.head
        if token.tag_ == "VBG":
            return self.spread([noun])
        if (
            noun.lower_ in governor_forms() and noun.i - 1 in self.agencies
        ):  # "The INM and the IGM plan to": no noun after all
            return self.chain(self.doc[noun.i - 1])
        owners = self.owners(noun)
        if owners:
            return owners
        if noun.i in self.agencies:
            return self.spread([noun])
        verb = noun.head
        if noun.dep_ in ("dobj", "attr") and verb.pos_ in ("VERB", "AUX") and not self.is_passive(verb):
            return self.parsed_doers(verb, depth + 1)
        if noun.dep_ == "pobj" and verb.head.pos_ == "VERB" and self.is_passive(verb.head) is False:
            return self.parsed_doers(verb.head, depth + 1)
        return []

    def is_passive(self, token: Token) -> bool:
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
            return True
        if token.dep_ == "acl" and token.head.dep_ == "ROOT" and token.lower_ in word_set("intransitive"):
            return False
        if token.tag_ == "VBN":
            if any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.children):
                return False
            if token.dep_ in ("acl", "advcl", "relcl"):
                return True
            if token.dep_ == "conj" and token.head.pos_ == "VERB":
                if any(
                    c.dep_ == "dobj" for c in token.children
                ):  # "devices were removed and arrested four people"
                    return False
                return self.is_passive(token.head) and not any(c.dep_ == "nsubj" for c in token.children)
        if token.dep_ in ("acl",) and token.tag_ == "VBD":
            return True
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        return (
            (token.lower_.endswith("ed") or token.tag_ == "VBN")
            and after is not None
            and after.lower_ == "by"
            and token.dep_ != "ROOT"
            and not any(child.dep_ == "nsubj" for child in token.children)
            and any(t.i in self.agencies for t in self.doc[after.i : after.i + 4])
        )

    def agentless(self, token: Token) -> bool:
        return not any(child.dep_ == "agent" for child in token.children)

    def partners(self, token: Token) -> list[Token]:
        """Those after "with", "between" or "among"."""
        partners = []
        for child in token.children:
            if child.dep_ in ("prep", "advmod") and child.lower_ in (
                "with",
                "alongside",
                "between",
                "among",
                "amongst",
                "closely",
                "together",
                "jointly",
            ):
                inner = [child] + [c for c in child.children if c.dep_ == "prep"]
                for preposition in inner:
                    partners += [
                        n
                        for obj in preposition.children
                        if obj.dep_ == "pobj"
                        for n in self.with_conjuncts(obj)
                    ]
            elif child.dep_ in ("advcl", "ccomp") and any(
                c.dep_ == "mark" and c.lower_ == "with" for c in child.children
            ):
                partners += [
                    n
                    for subject in child.children
                    if subject.dep_ == "nsubj"
                    for n in self.with_conjuncts(subject)
                ]
        return [body for partner in partners for body in self.bodies(partner)]

    def objects(self, token: Token) -> list[Token]:
        direct = [child for child in token.children if child.dep_ in ("dobj", "obj")]
        passive = [child for child in token.children if child.dep_ == "nsubjpass"]
        if (
            not direct
            and not passive
            and token.dep_ == "conj"
            and token.tag_ == "VBN"
            and self.is_passive(token)
        ):
            return self.objects(token.head)
        if not direct and not passive and token.dep_ == "acl" and token.tag_ == "VBN":
            passive = [token.head]
        if (
            not direct
            and not passive
            and token.dep_ == "advcl"
            and token.tag_ == "VBN"
            and token.i < token.head.i
        ):
            passive = [
                c for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass")
            ]  # "Led by the DEA, the raids spanned six states"
        if not direct and token.dep_ == "relcl" and any(c.dep_ == "nsubjpass" for c in token.children):
            passive = [token.head]
        if (
            token.dep_ == "relcl"
            and token.tag_ != "VBG"
            and any(o.lower_ in ("that", "which", "whom", "who") for o in direct)
        ):
            direct = [token.head]  # "data that the agency shared"
        if (
            not direct
            and not passive
            and token.dep_ == "conj"
            and token.head.pos_ == "VERB"
            and not any(c.dep_ in ("prep", "ccomp", "xcomp") and c.i > token.i for c in token.children)
        ):
            return []
        if not direct and not passive:
            shared = [child for child in token.children if child.dep_ == "conj" and child.pos_ == "VERB"]
            direct = [o for verb in shared for o in verb.children if o.dep_ in ("dobj", "obj")]
        if (
            not direct and not passive and token.i + 1 < len(self.doc)
        ):  # the parser missed it: a number right after the verb
            after = self.doc[token.i + 1]
            if after.pos_ == "NUM" and after.dep_ in ("nummod", "npadvmod", "ROOT", "nsubj", "attr", "dep"):
                direct = [after.head] if after.dep_ == "nummod" and after.head.i > after.i else [after]
        heads = direct or passive
        return [noun for head in heads for noun in self.with_conjuncts(head)]

    def described_as(self, noun: Token, words: frozenset[str]) -> bool:
        return any(child.lower_ in words for child in noun.lefts)

    def has_word(self, token: Token, words: frozenset[str]) -> bool:
        return any(child.lower_ in words for child in token.children)
