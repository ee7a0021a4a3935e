"""The words of a source and what it is: its subtree with appositions and without relative clauses; person, body or document.

Answers with words of the parse, as `helpers.agencies.origins` does, which finds the head word of a source.
"""

from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.voiced import UTTERED
from helpers.clauses import Modes
from helpers.names import Found, Masked
from helpers.texts import Parse, Sentence, Token

__all__ = ["Spans"]

# what a source neither begins nor ends with
_EDGES = frozenset([*",—–-(:;“”\".?!'’", "--", "and", "but", "that"])
_PASSED_OVER = ("relcl", "advcl", "ccomp", "parataxis", "csubj", "dep", "cc", "meta")


class Spans(Modes):
    """One parsed sentence and the sources in it.

    `_Finder`, which alone is ever made, stands on these classes, one a file; a method is looked for from the top down. Below them is `Modes` of `helpers.clauses`, with what that stands on.

        Parted      parted.py       Where the content of one cue ends and a statement of its own begins
        Endings     endings.py      Where the content of a cue ends and the reporter goes on
        ToldThings  told_things.py  In which words a cue stands, and whether it tells more than a thing
        Unlisted    unlisted.py     Verbs that no list has, and words in place of a verb, beside a quotation
        Hits        hits.py         Cues of a sentence with their sources and contents
        NounCues    noun_cues.py    Nouns that bring in what somebody says
        Named       named.py        The words of a source beside its cue, where the parse has too many or too few of them
        Hosts       hosts.py        The sentence around a cue as its content
        Contents    contents.py     What a cue brings in, as words of the parse
        Objects     objects.py      What a cue has for its object, as words of the parse
        Origins     origins.py      Who is the source of a cue
        Spans       spans.py        The words of a source and what it is

    Attributes:
        sentence: The sentence.
        masked: Its masked form (`helpers.agencies.voiced`).
        doc: The parse of that form.
        agencies: Number of a token -> the candidate it stands for.
        uttered: Numbers of the tokens that stand for an utterance.
    """

    def __init__(self, sentence: Sentence, masked: Masked, doc: Parse):
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

    def begin(self, token: Token) -> int:
        """Where a token begins in the article."""
        return self.sentence.start + self.masked.original(token.idx)

    def stop(self, token: Token) -> int:
        """Where a token ends in the article."""
        for start, end, _, last, _ in self.masked.anchors:
            if start <= token.idx < end:
                return self.sentence.start + last
        return self.begin(token) + len(token.text)

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
            aside = child.tag_ == "VBG" and child.i and self.doc[child.left_edge.i - 1].text == ","
            return not aside and not self.finite(child)  # "Officials, speaking in Boise, said"
        if child.dep_ != "prep":
            return True
        timed = child.lower_ in ("after", "before", "during", "while", "since") or self.tells_where(child)
        if child.lower_ == "as" and source_class(child.head.text, child.head.lemma_) == "person":
            return False  # "criticised by renters as a gift"
        beside = child.lower_ in ("within", "outside", "inside") and child.head.pos_ == "PROPN"
        day = child.head.pos_ not in ("VERB", "AUX") and any(
            below.lower_ in statement_words("day") for below in child.children
        )
        return (
            not timed
            and not beside
            and not day
            and not any(below.dep_ == "pcomp" for below in child.children)
        )

    def tells_where(self, child: Token) -> bool:
        """Whether a phrase behind a comma tells in what something is said: "The mayor, in a tweet, called it fake"."""
        aside = child.lower_ in ("in", "on", "at") and child.i and self.doc[child.i - 1].text == ","
        return bool(aside) and any(
            below.lemma_ in statement_words("occasion")
            or source_class(below.text, below.lemma_) == "document"
            for below in child.children
        )

    def trimmed(self, first: int, last: int, head: int) -> tuple[int, int]:
        """Without punctuation and joining words at either edge."""
        lone = statement_words("focus")
        while first < head and (
            self.doc[first].lower_ in _EDGES or self.doc[first].is_space or self.doc[first].lower_ in lone
        ):
            first += 1
        while last > head and (self.doc[last].lower_ in _EDGES or self.doc[last].is_space):
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
        if head.pos_ in ("PROPN", "PRON"):
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
