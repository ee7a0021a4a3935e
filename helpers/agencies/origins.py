"""Who is the source of a cue: the subject of its verb, the agent of a passive, the owner of a claim.

Answers with words of the parse; who that is in the article is settled by `helpers.agencies.statements`.
"""

from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.spans import Spans
from helpers.texts import Token, text_of, word_set

__all__ = ["LONGEST_NAME", "Origins"]

FARTHEST = 30  # words of an apposition
LONGEST_NAME = 6  # words of a name that is one
DEEPEST = 6  # steps from a verb up to the one that names its subject
_SUBJECTS = ("nsubj", "nsubjpass")


class Origins(Spans):
    """One parsed sentence and the sources in it."""

    def subject(self, token: Token, depth: int = 0) -> Token | None:
        """The head word of who says what a verb brings in; None if nobody is named."""
        if depth > DEEPEST:
            return None
        if self.passive(token):
            return self.agent(token)
        own = [child for child in token.children if child.dep_ in _SUBJECTS]
        if own:
            beside = next((subject for subject in own if subject.i == token.i - 1), own[-1])
            return self.antecedent(beside, token)
        if token.dep_ == "relcl" and token.tag_ != "VBG":
            return None
        if token.dep_ in ("acl", "relcl"):
            return self.of_noun_above(token, depth)
        head = token.head
        if token.dep_ in ("conj", "xcomp", "advcl", "ccomp", "dep") and head.i != token.i:
            return self.of_governor(token, head, depth)
        if token.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
            if self.passive(head.head) and head.lower_ not in ("as", "by"):
                return None  # "was convicted of disclosing"
            quoted = [child for child in head.head.children if child.dep_ == "dobj"]
            if head.lower_ == "as" and head.head.lemma_ in ("quote", "cite") and quoted:
                return quoted[0]  # "quoted Jo Sample as saying"
            return self.of_governor(token, head.head, depth)
        return self.beside(token)

    def of_noun_above(self, token: Token, depth: int) -> Token | None:
        """The subject of a verb that the parse hangs on a noun: "emailed supporters saying", "“...,” a statement read"."""
        if token.dep_ == "acl" and token.tag_ == "VBG" and token.head.dep_ == "dobj":
            if token.head.head.lemma_ in ("quote", "cite"):
                return token.head  # "quoted officials saying"
            return self.subject(token.head.head, depth + 1) or token.head
        beside = self.doc[token.i - 1] if token.i else token
        if token.dep_ == "acl" and token.tag_ == "VBD" and (beside.pos_ == "PROPN" or beside.text == ","):
            return self.beside(token)  # "..., District Attorney Jo Sample announced": hung on another noun
        reads = token.lower_ == "read" and bool(self.uttered)
        return token.head if token.tag_ == "VBG" or reads or self.finite(token) else None

    def of_governor(self, token: Token, head: Token, depth: int) -> Token | None:
        """The subject that a verb shares with the one above it ("declined to say", "was quoted as saying")."""
        if head.pos_ == "ADJ":
            head = head.head
        if head.pos_ not in ("VERB", "AUX"):
            return self.beside(token)
        if self.prompts(head):
            return next((child for child in head.children if child.dep_ in _SUBJECTS), None)
        if token.dep_ in ("advcl", "ccomp") and token.tag_ not in ("VBG", "VB"):
            return self.beside(token)
        joined = any(t.dep_ == "cc" or t.text in ",;" for t in self.doc[head.i : token.i])
        second = token.dep_ == "conj" and token.tag_ in ("VBD", "VBZ", "VBP")
        if second and joined and (near := self.beside(token)):
            return near  # but "One worker picked up at the plant said"
        objects = [child for child in head.children if child.dep_ == "dobj"]
        if token.dep_ == "xcomp" and objects and head.lemma_ in word_set("object_control"):
            return objects[0]
        own = [child for child in head.children if child.dep_ in _SUBJECTS]
        if own:
            return self.antecedent(own[-1], head)
        return self.subject(head, depth + 1) if not self.passive(head) else None

    def prompts(self, token: Token) -> bool:
        """Whether a participle between commas only tells what made somebody speak: "Jo Sample, asked about it, said"."""
        if (
            token.lower_ not in statement_words("prompted")
            or not token.i
            or self.doc[token.i - 1].text != ","
        ):
            return False
        rest = (t for t in self.doc[token.i + 1 : -1] if t.text == ",")
        return any(t.nbor().tag_ in ("VBD", "VBZ") for t in rest)

    def antecedent(self, subject: Token, verb: Token) -> Token | None:
        """Who a relative pronoun stands for; the subject itself otherwise."""
        if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            return self.no_day(verb.head)
        if subject.lower_ in ("there", "what", "this", "that"):
            return None
        return subject

    def no_day(self, noun: Token) -> Token:
        """The noun that a clause tells of, and not the month before it: "a review, published in May, which found"."""
        if noun.lower_ not in statement_words("day") | statement_words("month") or noun.dep_ != "pobj":
            return noun
        above = (one for one in noun.ancestors if one.pos_ in ("NOUN", "PROPN"))
        return next((one for one in above if source_class(one.text, one.lemma_)), noun)

    def passive(self, token: Token) -> bool:
        return any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children) or (
            token.tag_ == "VBN"
            and token.dep_ in ("acl", "relcl")
            and self.agent(token) is not None
            and not any(child.dep_ == "nsubj" for child in token.children)
            or self.leaves_out_be(token)
        )

    def agent(self, token: Token) -> Token | None:
        """Who stands after "by"."""
        for child in token.children:
            if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
                return next((obj for obj in child.children if obj.dep_ == "pobj"), None)
        return None

    def beside(self, token: Token) -> Token | None:
        """Who stands right beside the verb where the parse has no subject: "“Go,” snapped Agent Reyes",
        "Reyes snapped"."""
        before = token.i - 1
        if before > 1 and self.doc[before].text == "," and (number := self.before_apposition(before)) >= 0:
            return self.doc[number]
        behind = token.i and self.doc[token.i - 1].text in ",:" or token.i == 0 or token.i - 1 in self.uttered
        if behind and (near := self.inverted(token)):
            return near
        while before >= 0 and self.doc[before].pos_ in ("ADV", "AUX", "PART"):
            before -= 1
        if before > 1 and self.doc[before].text == ",":
            before = self.before_apposition(before)
        if before >= 0 and self.doc[before].pos_ in ("PROPN", "PRON", "NOUN") and before not in self.uttered:
            return self.doc[before]
        return None

    def inverted(self, token: Token) -> Token | None:
        """Who stands behind a verb: "“Go,” snapped Agent Reyes", "claimed one of them"."""
        after = token.i + 1
        inverts = token.tag_ in ("VBD", "VBZ", "VBN", "VBP", "NNS") or token.lower_.endswith("ed")
        starts = ("PROPN", "DET", "PRON", "NOUN", "ADJ", "NUM")
        if not inverts or after >= len(self.doc) or self.doc[after].pos_ not in starts:
            return None
        head = self.doc[after]
        while (
            head.dep_ in ("det", "compound", "amod", "nmod", "nummod", "npadvmod", "poss", "case")
            and head.head.i > head.i
        ):
            head = head.head
        quoted = not self.uttered.isdisjoint((token.i - 1, token.i - 2))
        if not quoted and head.dep_ in _SUBJECTS and head.head.i > head.i:
            return None  # "The mayor, asked about it, said it would hold"
        return head if head.pos_ in ("PROPN", "NOUN", "PRON") or head.lower_ == "one" else None

    def before_apposition(self, comma: int) -> int:
        """Number of the word before what only explains it between two commas; -1 if nothing does."""
        for number in range(comma - 1, max(0, comma - FARTHEST), -1):
            if self.doc[number].text == "," and self.doc[number - 1].pos_ in ("PROPN", "NOUN"):
                inserted = self.doc[number + 1 : comma]
                relative = inserted[0].tag_ in ("WP", "WP$") if len(inserted) else False
                if len(inserted) and self.names(inserted, self.doc[number - 1]):
                    return number - 1
                if relative or self.describes(inserted):
                    return number - 1
        return -1

    def describes(self, inserted: list[Token]) -> bool:
        """Whether words between two commas say what somebody is, or for whom he stands: "epidemiologist Jo Sample", "for the
        Crown"."""
        people = {t.i for t in inserted if source_class(t.text, t.lemma_) == "person"}
        verbs = any(t.pos_ in ("VERB", "AUX") and t.i not in people for t in inserted)
        serves = text_of(inserted[:1]) == "for" and len(inserted) < LONGEST_NAME
        return (bool(people) or serves) and not verbs

    def names(self, inserted: list[Token], before: Token) -> bool:
        """Whether words between two commas are the name of the one whom the word before them describes: "its chairman, Jo
        Sample,"."""
        capital = all(token.pos_ == "PROPN" for token in inserted) and len(inserted) < LONGEST_NAME
        return capital and source_class(before.text, before.lemma_) == "person" and before.is_lower

    def finite(self, token: Token) -> bool:
        """Whether what the parse takes for a participle is the sentence's verb: "Jo Sample, its head, said"."""
        if token.tag_ not in ("VBD", "VBN") or not token.i or self.doc[token.i - 1].text != ",":
            return False
        if self.agent(token) is not None:
            return False
        head = token.head
        if head.dep_ == "ROOT" and (
            head.pos_ == "PROPN" or any(child.dep_ == "appos" for child in head.children)
        ):
            return True  # the sentence has no other verb
        complete = any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in token.children)
        return head.pos_ == "PROPN" and complete
