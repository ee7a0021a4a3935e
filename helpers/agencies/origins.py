"""Who is the source of a cue: the subject of its verb, the agent of a passive, the owner of a claim.

Answers with words of the parse; who that is in the article is settled by `helpers.agencies.statements`.
"""

from spacy.tokens import Doc, Span, Token

from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.voiced import UTTERED
from helpers.clauses import Modes
from helpers.names import Found, Masked
from helpers.texts import Sentence, word_set

__all__ = ["LONGEST_NAME", "Origins"]

FARTHEST = 30  # words of an apposition
LONGEST_NAME = 6  # words of a name that is one
DEEPEST = 6  # steps from a verb up to the one that names its subject
_SUBJECTS = ("nsubj", "nsubjpass")
_PASSED_OVER = ("relcl", "advcl", "ccomp", "parataxis", "csubj", "dep", "cc", "meta")


class Origins(Modes):
    """One parsed sentence and the sources in it.

    Attributes:
        sentence: The sentence.
        masked: Its masked form (`helpers.agencies.voiced`).
        doc: The parse of that form.
        agencies: Number of a token -> the candidate it stands for.
        uttered: Numbers of the tokens that stand for an utterance.
    """

    def __init__(self, sentence: Sentence, masked: Masked, doc: Doc):
        self.sentence, self.masked, self.doc = sentence, masked, doc
        starts = {token.idx: token.i for token in doc}
        self.agencies: dict[int, Found] = {
            starts[start]: found
            for start, _, _, _, found in masked.anchors
            if found is not None and start in starts
        }
        self.nations: set[int] = set()
        self.uttered = {
            starts[start]
            for start, end, _, _, found in masked.anchors
            if found is None and end > start and start in starts and doc[starts[start]].text == UTTERED
        }

    # ---- places

    def begin(self, token: Token) -> int:
        """Where a token begins in the article."""
        return self.sentence.start + self.masked.original(token.idx)

    def stop(self, token: Token) -> int:
        """Where a token ends in the article."""
        for start, end, _, last, _ in self.masked.anchors:
            if start <= token.idx < end:
                return self.sentence.start + last
        return self.begin(token) + len(token.text)

    # ---- subjects

    def subject(self, token: Token, depth: int = 0) -> Token | None:
        """The head word of who says what a verb brings in; None if nobody is named."""
        if depth > DEEPEST:
            return None
        if self.passive(token):
            return self.agent(token)
        own = [child for child in token.children if child.dep_ in _SUBJECTS]
        if own and own[-1].i < token.i - 2 and token.i - 2 in self.uttered and (near := self.inverted(token)):
            return near  # "“Yes,” boasted Jo Sample; “no,” countered Ann Roe"
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
        if token.dep_ == "acl" and token.tag_ == "VBD" and token.i and self.doc[token.i - 1].pos_ == "PROPN":
            return self.beside(token)  # "..., District Attorney Jo Sample announced": hung on another noun
        reads = token.lower_ == "read" and bool(self.uttered)
        return token.head if token.tag_ == "VBG" or reads or self.finite(token) else None

    def of_governor(self, token: Token, head: Token, depth: int) -> Token | None:
        """The subject that a verb shares with the one above it ("declined to say", "was quoted as saying")."""
        if head.pos_ == "ADJ":
            head = head.head
        if head.pos_ not in ("VERB", "AUX"):
            return self.beside(token)
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

    def antecedent(self, subject: Token, verb: Token) -> Token | None:
        """Who a relative pronoun stands for; the subject itself otherwise."""
        if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            return verb.head
        if subject.lower_ in ("there", "what", "this", "that"):
            return None
        return subject

    def passive(self, token: Token) -> bool:
        return any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children) or (
            token.tag_ == "VBN" and token.dep_ in ("acl", "relcl") and self.agent(token) is not None
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
        return head if head.pos_ in ("PROPN", "NOUN", "PRON") or head.lower_ == "one" else None

    def before_apposition(self, comma: int) -> int:
        """Number of the word before what only explains it between two commas; -1 if nothing does."""
        for number in range(comma - 1, max(0, comma - FARTHEST), -1):
            if self.doc[number].text == "," and self.doc[number - 1].pos_ in ("PROPN", "NOUN"):
                inserted = self.doc[number + 1 : comma]
                relative = inserted[0].tag_ == "WP" if len(inserted) else False
                if len(inserted) and self.names(inserted, self.doc[number - 1]):
                    return number - 1
                described = any(source_class(t.text, t.lemma_) == "person" for t in inserted)
                if relative or described and not any(t.pos_ in ("VERB", "AUX") for t in inserted):
                    return number - 1
        return -1

    def names(self, inserted: Span, before: Token) -> bool:
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

    # ---- spans and classes

    def span(self, head: Token) -> tuple[int, int]:
        """First and last token number of a source: its subtree with appositions, without relative clauses."""
        inside, queue = {head.i}, [head]
        while queue:
            for child in queue.pop().children:
                if self.belongs_to_source(child):
                    inside.add(child.i)
                    queue.append(child)
        first = last = head.i
        while (
            first - 1 in inside
            or first > 0
            and (self.doc[first - 1].is_punct or self.doc[first - 1].is_space)
            and first - 2 in inside
        ):
            first -= 1
        end = len(self.doc)
        while (
            last + 1 in inside
            or last + 2 < end
            and (self.doc[last + 1].is_punct or self.doc[last + 1].is_space)
            and last + 2 in inside
        ):
            last += 1
        return self.trimmed(first, last, head.i)

    def belongs_to_source(self, child: Token) -> bool:
        """Whether a word below the head is part of the source: no relative clause, no utterance, no gerund."""
        if child.dep_ == "dep" and child.i + 1 < len(self.doc) and self.doc[child.i + 1].text == "-":
            return True  # "ex-wife"
        if child.dep_ in _PASSED_OVER or child.i in self.uttered:
            return child.dep_ == "cc"
        if child.dep_ == "conj":
            return child.pos_ not in ("VERB", "AUX")
        if child.dep_ == "acl":
            return not self.finite(child)
        if child.dep_ != "prep":
            return True
        timed = child.lower_ in ("after", "before", "during", "while", "since")
        day = child.head.pos_ not in ("VERB", "AUX") and any(
            below.lower_ in statement_words("day") for below in child.children
        )
        return not timed and not day and not any(below.dep_ == "pcomp" for below in child.children)

    def trimmed(self, first: int, last: int, head: int) -> tuple[int, int]:
        """Without punctuation and joining words at either edge."""
        edge = (",", "—", "–", "-", ":", ";", "“", "”", '"', "and", "but", ".", "?", "!", "that", "'", "’")
        while first < head and (self.doc[first].lower_ in edge or self.doc[first].is_space):
            first += 1
        while last > head and (self.doc[last].lower_ in edge or self.doc[last].is_space):
            last -= 1
        return first, last

    def written(self, subject: Token | None) -> bool:
        """Whether the source is a document."""
        return subject is not None and self.animacy(subject) == "document"

    def animacy(self, head: Token) -> str:
        """person, body, document or nothing, of the head word of a source."""
        if head.i in self.agencies:
            return "body"
        if self.doc[self.span(head)[0]].text == "Operation":
            return ""
        if head.pos_ in ("PROPN", "PRON") or head.ent_type_:
            known = source_class(head.text, head.lemma_)
            return known or ("person" if head.pos_ == "PROPN" else "")
        if head.text[:1].isupper() and head.i > 0:
            return source_class(head.text, head.lemma_) or "person"
        found = source_class(head.text, head.lemma_)
        if (
            not found
            and head.text[:1].isupper()
            and head.left_edge.i == head.i
            and not head.lower_.endswith("s")
        ):
            return "person"  # a name at the head of the sentence
        if not found and head.lower_ in (
            "number",
            "majority",
            "group",
            "dozens",
            "hundreds",
            "half",
            "percent",
        ):
            return "person"
        if not found and any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children):
            return "person"  # "His predecessor, Jo Sample, said"
        return found
