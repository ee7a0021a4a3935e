"""A parse as plain Python: the rules ask its tokens millions of questions, and spaCy makes a token and its words anew
for each.

What spaCy's `attribute_ruler` and `lemmatizer` say of a token follows from its word, tag and dependency, save in a few
pairs of words ("let's", "there is"): they are asked once for each such kind of token.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count, repeat

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

__all__ = ["Parse", "Parser", "Token", "text_of"]

_MOST_KINDS = 200_000  # kept at once, so that memory stays flat
_ARRAY = ("ORTH", "TAG", "DEP", "HEAD", "IDX", "SENT_START")
_WORDS = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_")
_MARKS = ("is_alpha", "is_lower", "is_title", "is_punct", "is_space", "is_currency", "like_num")
_OF_KIND = (*_WORDS, *_MARKS)
_LATER = ("attribute_ruler", "lemmatizer")


class Token:
    """A token of a parse, with spaCy's names for what is asked of it.

    Attributes:
        doc: The parse.
        i: Its number in it.
        idx: Where it begins in the text.
        head: The token that it hangs on, itself for a root.
        children: Those that hang on it, in the order of the text.
    """

    __slots__ = ("doc", "i", "idx", "head", "children", *_OF_KIND)

    def __init__(self, doc: "Parse", number: int, start: int, kind: tuple):
        self.doc, self.i, self.idx, self.children = doc, number, start, ()
        (
            self.text,
            self.lower_,
            self.lemma_,
            self.tag_,
            self.pos_,
            self.dep_,
            self.is_alpha,
            self.is_lower,
            self.is_title,
            self.is_punct,
            self.is_space,
            self.is_currency,
            self.like_num,
        ) = kind

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list["Token"]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def left_edge(self) -> "Token":
        """The first token of its subtree."""
        return self.doc[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> "Token":
        """The last token of its subtree."""
        return self.doc[self.doc.edges[1][self.i]]

    @property
    def subtree(self) -> Iterator["Token"]:
        """The token and all below it: those below the children before it first."""
        own = True
        for child in self.children:
            if own and child.i > self.i:
                own = False
                yield self
            yield from child.subtree
        if own:
            yield self

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head of that, and so on."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def nbor(self, steps: int = 1) -> "Token":
        """The token so many steps behind it."""
        return self.doc[self.i + steps]


class Parse(list[Token]):
    """The tokens of a text.

    Attributes:
        text: The text.
        starts: The numbers of the tokens that begin a sentence.
        kept: What was read from the parse, kept with it.
    """

    def __init__(
        self,
        text: str,
        kinds: Sequence[tuple],
        heads: Sequence[int],
        places: Sequence[int],
        opens: Sequence[int],
    ):
        super().__init__(map(Token, repeat(self), count(), places, kinds))
        self.text, self.kept = text, {}
        self.starts = [number for number, first in enumerate(opens) if first == 1]
        for token, steps in zip(self, heads, strict=True):
            head = token.head = self[token.i + steps]
            if steps:
                head.children += (token,)

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """The numbers of the first and the last token below each."""
        first, last = list(range(len(self))), list(range(len(self)))
        for token in (*self, *reversed(self)):
            number, head = token.i, token.head.i
            first[head] = min(first[head], first[number])
            last[head] = max(last[head], last[number])
        return first, last


def text_of(tokens: Sequence[Token]) -> str:
    """The text from the first of some tokens to the last."""
    if not tokens:
        return ""
    return tokens[0].doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1].text)]


class Parser:
    """Makes parses with a pipeline of spaCy.

    Attributes:
        left_out: The components of the pipeline that need not run before.
    """

    left_out = ("ner", *_LATER)

    def __init__(self, nlp: Language):
        self._vocab, self._later = nlp.vocab, [nlp.get_pipe(name) for name in _LATER]
        self._known: dict[tuple, list[tuple]] = {}
        self._opens: set[tuple] = set()  # kinds that may be the first of a pair with a rule of its own
        self._firsts = Matcher(nlp.vocab)
        ruled = [pattern for rule in self._later[0].patterns for pattern in rule["patterns"]]
        self._firsts.add("first", [pattern[:1] for pattern in ruled if len(pattern) > 1])

    def parsed(self, doc: Doc) -> Parse:
        """The parse of a document that went through the rest of the pipeline."""
        if len(self._known) > _MOST_KINDS:
            self._known.clear()
        columns = doc.to_array(_ARRAY).astype(np.int64).T.tolist()
        keys, kinds = [*zip(*columns[:3], strict=True)], []
        for number, key in enumerate(keys):
            kinds += self._known.get(key) or self._learnt(doc, number, (key,))
        for number in [number for number, key in enumerate(keys[:-1]) if key in self._opens]:
            pair = tuple(keys[number : number + 2])
            kinds[number : number + 2] = self._known.get(pair) or self._learnt(doc, number, pair)
        return Parse(doc.text, kinds, *columns[3:])

    def _learnt(self, doc: Doc, number: int, kinds: tuple[tuple, ...]) -> list[tuple]:
        """What is said of a token, or of two in a row, by what runs later."""
        tokens = doc[number : number + len(kinds)]
        words = [[getattr(token, name) for token in tokens] for name in ("text", "tag_", "dep_")]
        alone = Doc(self._vocab, words=words[0], tags=words[1], deps=words[2])
        if len(kinds) == 1 and self._firsts(alone, allow_missing=True):
            self._opens.update(kinds)
        for component in self._later:
            component(alone)
        found = [tuple(getattr(token, name) for name in _OF_KIND) for token in alone]
        self._known[kinds if len(kinds) > 1 else kinds[0]] = found
        return found
