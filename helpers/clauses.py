"""Grammar of a parsed sentence: who does what a verb says, to whom, with whom, and in which mode.

`Clauses` answers these questions from the dependency parse of a masked sentence (`helpers.masking`) and mends what the small model
often gets wrong: agents hung on the wrong word, verbs after a comma read as participles, names beside names.
"""

import re

from spacy.tokens import Doc, Token

from helpers.gazetteer import scan
from helpers.language import LONGEST_UNIT, Unit
from helpers.lexicon import cues, word_set
from helpers.masking import is_title_case, mask

__all__ = ["Clauses"]

QUOTE = re.compile(r"[“\"]([^“”\"]{20,2000})[”\"]?")
DEEPEST = 6  # steps from a verb up to the one that names its doer


class Clauses:
    """One parsed sentence and the questions asked of it.

    Attributes:
        masked: The masked form of the unit.
        doc: Its parse.
        agencies: Number of a token -> the candidate it stands for.
        nations: Numbers of tokens that are part of a country's name.
        quotes: Offsets in the masked text of what stands in quotation marks.
    """

    def __init__(self, unit: Unit, doc: Doc):
        self.masked, self.doc = mask(unit), doc
        starts = {token.idx: token.i for token in doc}
        self.agencies = {starts[start]: found for start, _, _, _, found in self.masked.anchors if start in starts}
        self.quotes = [match.span(1) for match in QUOTE.finditer(self.masked.text)]
        closing = self.masked.text.find("”")
        if closing >= 0 and self.masked.text.find("“", 0, closing) < 0:  # a quotation that began a sentence ago
            self.quotes.append((0, closing))
        spans = [(f.start, f.end) for f in scan(unit.text[:LONGEST_UNIT], is_title_case(unit)) if f.kind == "nation"]
        self.nations = (
            {t.i for t in doc if any(start <= self.masked.original(t.idx) < end for start, end in spans)} - set(self.agencies)
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

    def doers(self, token: Token, depth: int = 0) -> list[Token]:
        """Head words of those who do what the verb says."""
        if depth > DEEPEST:
            return []
        children = list(token.children)
        hung_on_participle = token.dep_ == "acl" or token.dep_ == "conj" and token.head.dep_ == "acl"
        own_object = token.tag_ in ("VBN", "VBD") and any(child.dep_ == "dobj" for child in children)
        if hung_on_participle and own_object and (doers := self.earlier(token)):
            return doers  # "searched the boxes, located 12 kg and ...": no participle after all
        if self.is_passive(token):
            agents = [
                obj
                for child in children
                if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
                for obj in child.children
                if obj.dep_ == "pobj"
            ]
            if not agents and token.dep_ == "conj" and token.head.pos_ == "VERB" and self.is_passive(token.head):
                return self.doers(token.head, depth + 1)
            if not agents:  # "detained and deported by ICE": the agent hangs on the last
                agents = [
                    obj for verb in token.children if verb.dep_ == "conj" and verb.tag_ == "VBN" for obj in self.doers(verb, depth + 1)
                ]
                return agents or self.agent_after(token)
            return self.spread(agents)
        subjects = [child for child in children if child.dep_ in ("nsubj", "csubj") and child.dep_ != "csubj"]
        if subjects:
            subject = next((s for s in subjects if s.i in self.agencies), subjects[-1])
            if subject.lower_ in ("which", "that", "who") and token.dep_ == "relcl":
                return self.spread([token.head])
            together = token.dep_ in ("advcl", "ccomp") and any(c.dep_ == "mark" and c.lower_ == "with" for c in children)
            return self.spread([subject]) + (self.doers(token.head, depth + 1) if together else [])  # "worked with police to find"
        if token.dep_ == "relcl":
            return (
                self.spread([token.head])
                if any(c.lower_ in ("which", "that", "who") for c in token.children) or token.tag_ == "VBG"
                else self.nearest(token)
            )
        if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
            if self.is_passive(token.head) and token.tag_ != "VBN" and not self.agentless(token.head):
                return self.nearest(token)
            return (
                self.doers(token.head, depth + 1) if token.head.tag_ != "VBN" or token.tag_ == "VBN" or token.head.dep_ != "acl" else []
            ) or (self.nearest(token) or self.earlier(token))
        if token.dep_ in ("xcomp", "advcl", "ccomp") and token.head.pos_ in ("VERB", "AUX"):
            return self.climb(token, token.head, depth)
        if token.dep_ in ("acomp", "xcomp") and token.head.pos_ == "ADJ":
            return self.climb(token, token.head.head, depth) if token.head.head.pos_ in ("VERB", "AUX") else []
        if token.dep_ == "xcomp" or (token.dep_ == "advcl" and token.head.pos_ in ("NOUN", "PROPN", "ADJ")):
            return self.climb(token, token.head, depth) if token.head.pos_ == "ADJ" else []
        if token.dep_ == "pcomp":
            return self.through_preposition(token, depth)
        if token.dep_ == "acl":
            return self.of_noun(token, depth)
        return self.nearest(token) or self.earlier(token)

    def earlier(self, token: Token) -> list[Token]:
        """The doers of the verb before, for a finite verb after "and" or a comma that the parser hung elsewhere."""
        before = self.doc[token.i - 1] if token.i else token
        if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or before.lower_ not in ("and", ",", "then", "but"):
            return []
        for verb in reversed(self.doc[max(0, token.i - 25) : token.i]):
            subjects = [c for c in verb.children if c.dep_ == "nsubj"] if verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBZ", "VBP") else []
            if subjects:
                return self.spread(subjects[-1:])
        return []

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
                return self.spread(subjects) if subjects or head.dep_ != "conj" else self.doers(head.head, depth + 1)
            return []
        partners = self.partners(head) if head.lemma_ in word_set("mutual") else []
        return self.doers(head, depth + 1) + partners

    def through_preposition(self, token: Token, depth: int) -> list[Token]:
        preposition = token.head
        head = preposition.head
        if preposition.lower_ in ("to", "at", "on", "for") and head.lemma_ in word_set("passive_through") | {"commitment", "commit"}:
            if head.pos_ in ("VERB", "ADJ", "AUX"):
                subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")] or [
                    c for c in head.head.children if c.dep_ in ("nsubj", "nsubjpass")
                ]
                return self.spread(subjects[:1])
            return []
        if preposition.lower_ not in word_set("climb_prepositions"):
            if preposition.lower_ in ("with", "in") and head.lemma_ in ("assist", "help", "aid", "support", "succeed"):
                return self.doers(head, depth + 1)
            return []
        if head.pos_ in ("VERB", "AUX"):
            if self.is_passive(head):
                return self.climb(token, head, depth)
            return self.doers(head, depth + 1)
        verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
        return (
            self.doers(verb, depth + 1)
            if verb is not None and preposition.lower_ in ("by", "after", "before") and not self.is_passive(verb)
            else (self.climb(token, verb, depth) if verb is not None and preposition.lower_ == "by" else [])
        )

    def of_noun(self, token: Token, depth: int) -> list[Token]:
        """Doers of a verb that hangs on a noun: "police arresting suspects", "ICE's action to remove", "launched an operation to find"."""
        noun = token.head
        if token.tag_ == "VBG":
            return self.spread([noun])
        owners = self.owners(noun)
        if owners:
            return owners
        if noun.i in self.agencies:
            return self.spread([noun])
        verb = noun.head
        if noun.dep_ in ("dobj", "attr") and verb.pos_ in ("VERB", "AUX") and not self.is_passive(verb):
            return self.doers(verb, depth + 1)
        if noun.dep_ == "pobj" and verb.head.pos_ == "VERB" and self.is_passive(verb.head) is False:
            return self.doers(verb.head, depth + 1)
        return []

    def is_passive(self, token: Token) -> bool:
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
            return True
        if token.tag_ == "VBN":
            if any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.children):
                return False
            if token.dep_ in ("acl", "advcl", "relcl"):
                return True
            if token.dep_ == "conj" and token.head.pos_ == "VERB":
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

    def agent_after(self, token: Token) -> list[Token]:
        """The agent of a passive that the parser hung elsewhere: "by" and a body before the next verb."""
        for other in self.doc[token.i + 1 : token.i + 14]:
            if other.pos_ == "VERB" and other.tag_ != "VBG" and other.dep_ != "conj":
                return []
            if other.lower_ == "by":
                for follower in self.doc[other.i + 1 : other.i + 4]:
                    if follower.i in self.agencies:
                        return self.spread([follower])
                return []
        return []

    def nearest(self, token: Token) -> list[Token]:
        """A body right before a verb that the parser left without a subject."""
        if token.tag_ == "VBG" and token.dep_ != "ROOT":
            return []
        if token.i and self.doc[token.i - 1].lower_ == ",":  # "The agency, he points out, estimated"
            for before in reversed(self.doc[max(1, token.i - 14) : token.i - 1]):
                if before.lower_ == ",":
                    return self.chain(self.doc[before.i - 1]) if before.i - 1 in self.agencies else []
        for before in reversed(self.doc[max(0, token.i - 4) : token.i]):
            if before.i in self.agencies:
                return self.chain(before)
            if before.pos_ not in ("ADV", "AUX", "PART") and before.lower_ not in word_set("members"):
                return []
        return []

    def chain(self, last: Token) -> list[Token]:
        """A body and those named right before it: "ICE and its partners"."""
        found = [last]
        for before in reversed(self.doc[max(0, last.i - 16) : last.i]):
            if before.i in self.agencies:
                found.append(before)
            elif before.lower_ not in (",", "and", "&", "or", "the", "its", "their", "alongside", "with", "along", "as", "well", "both"):
                break
        return (
            found[::-1]
            if len(found) == 1 or any(t.lower_ in ("and", "&", "alongside", "with") for t in self.doc[found[-1].i : last.i])
            else [last]
        )

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
        return doers

    def bodies(self, noun: Token) -> list[Token]:
        if noun.i in self.agencies:
            return [noun]
        if noun.lower_ not in word_set("members"):
            before = self.doc[noun.i - 1] if noun.i else noun
            if noun.pos_ == "PROPN" and before.i in self.agencies and before.head == noun:  # "HSI Houston"
                return [before]
            owners = [c for c in noun.children if c.dep_ == "poss" and c.i in self.agencies] if noun.text[:1].isupper() else []
            return owners or [noun]  # "the CBSA's Southern Ontario Region"
        return self.owners(noun) or [noun]

    def owners(self, noun: Token) -> list[Token]:
        """Who a noun belongs to: "ERO teams", "ICE's efforts", "agents of the FBI", "their efforts"."""
        compounds = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod") and c.i in self.agencies]
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
            if obj.dep_ == "pobj" and obj.i in self.agencies
            for n in self.with_conjuncts(obj)
        ]

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
                    partners += [n for obj in preposition.children if obj.dep_ == "pobj" for n in self.with_conjuncts(obj)]
            elif child.dep_ in ("advcl", "ccomp") and any(c.dep_ == "mark" and c.lower_ == "with" for c in child.children):
                partners += [n for subject in child.children if subject.dep_ == "nsubj" for n in self.with_conjuncts(subject)]
        return [body for partner in partners for body in self.bodies(partner)]

    def objects(self, token: Token) -> list[Token]:
        direct = [child for child in token.children if child.dep_ in ("dobj", "obj")]
        passive = [child for child in token.children if child.dep_ == "nsubjpass"]
        if not direct and not passive and token.dep_ == "conj" and token.tag_ == "VBN" and self.is_passive(token):
            return self.objects(token.head)
        if not direct and not passive and token.dep_ == "acl" and token.tag_ == "VBN":
            passive = [token.head]
        if not direct and token.dep_ == "relcl" and any(c.dep_ == "nsubjpass" for c in token.children):
            passive = [token.head]
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
        if not direct and not passive and token.i + 1 < len(self.doc):  # the parser missed it: a number right after the verb
            after = self.doc[token.i + 1]
            if after.pos_ == "NUM" and after.dep_ in ("nummod", "npadvmod", "ROOT", "nsubj", "attr", "dep"):
                direct = [after.head] if after.dep_ == "nummod" and after.head.i > after.i else [after]
        heads = direct or passive
        return [noun for head in heads for noun in self.with_conjuncts(head)]

    def governor(self, token: Token) -> Token:
        return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), token)

    def described_as(self, noun: Token, words: frozenset[str]) -> bool:
        return any(child.lower_ in words for child in noun.children)

    def has_word(self, token: Token, words: frozenset[str]) -> bool:
        return any(child.lower_ in words for child in token.children)

    def mode(self, token: Token) -> tuple[str, bool]:
        """Mode and negation of the clause that holds a verb."""
        negated = False
        below = None
        for _ in range(8):
            for child in token.children:
                word = child.lower_
                if (
                    child.dep_ == "neg"
                    or word in ("never", "n't", "n’t")
                    or (child.dep_ == "nsubj" and any(c.lower_ in ("neither", "no") for c in child.children))
                ):
                    negated = True
                if child.dep_ == "aux" and word in cues("auxiliary"):
                    mode = cues("auxiliary")[word]
                    return mode, negated
                if below is not None and child.dep_ == "prt":
                    continue
            if below is not None:
                cue = self.cue(token)
                if cue == "negated" and below.dep_ in ("xcomp", "pcomp", "prep", "acl"):
                    negated = True
                elif cue and cue != "negated" and self.governs(token, below):
                    return cue, negated
            above = self.above(token)
            if above is None:
                break
            below, token = token, above
        return "reported", negated

    def cue(self, token: Token) -> str:
        if token.lemma_ == "be" and token.pos_ == "AUX":  # "is to support", but not "is able to"
            judged = [cues("governor").get(c.lower_, "") for c in token.children if c.dep_ in ("acomp", "attr")]
            if "recommended" in judged:  # "it is essential that"
                return "recommended"
            return "planned" if any(c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children) for c in token.children) else ""
        governors = cues("governor")
        if token.pos_ == "NOUN" and token.lower_ in governors and any(c.lower_ == "no" for c in token.children):  # "has no plans to"
            return "negated"
        if token.lemma_ == "have" and any(c.lower_ == "yet" for c in token.children):  # "has yet to identify"
            return "negated"
        return governors.get(token.lower_, "") or governors.get(token.lemma_.lower(), "")

    def governs(self, cue: Token, below: Token) -> bool:
        """Whether what stands below a cue word is what the cue is about: its infinitive or its "at"/"to" phrase."""
        if below.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "pobj") or below.dep_ == "prep":
            return True
        return below.dep_ == "advcl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in below.children)

    def above(self, token: Token) -> Token | None:
        """The word whose mode a word shares."""
        if token.dep_ == "ROOT":
            return None
        if token.dep_ == "conj":
            return None if any(child.dep_ == "nsubj" for child in token.children) else token.head
        if token.dep_ == "ccomp" and (token.head.lemma_ == "be" or token.head.pos_ == "ADJ") and self.cue(token.head):
            return token.head
        if token.dep_ == "relcl" or (
            token.dep_ in ("advcl", "ccomp")
            and token.tag_ != "VB"
            and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
        ):
            return None
        if token.dep_ in ("nsubj", "csubj") and token.head.pos_ in ("VERB", "AUX"):
            return token.head
        if token.dep_ in (
            "xcomp",
            "ccomp",
            "advcl",
            "pcomp",
            "acl",
            "prep",
            "pobj",
            "dobj",
            "attr",
            "acomp",
            "compound",
            "agent",
            "nsubjpass",
            "nmod",
        ):
            return token.head
        return None
