"""Bodies that nothing in their words shows, by what they do: "Army patrols arrested two men", "Casa del Camino interviewed 40".

The scanner knows bodies by their names and by the nouns that stand for them; here the parse tells more. A noun for a part
of some body ("customs offices", "troops", "a joint team") is one where it does what bodies do, and so is a name that the
weights of its words leave open.
"""

import re
from collections.abc import Iterator

from helpers.agencies.personal import is_personal
from helpers.clauses import Action, find_actions, token_starts
from helpers.names import Found, is_title_case, mask, name_runs, name_weights
from helpers.texts import Article, Sentence, Token, word_set

__all__ = ["acting_bodies"]

LIKELY = 0.3  # how likely a name must be one by its words, should it do what bodies do
LONGEST = 8  # words
_NO_BODY = ("no", "any", "such", "same")
# "By evening troops had"
_TIMES = frozenset(("morning", "afternoon", "evening", "night", "day", "week", "month", "year"))
_WHERE = re.compile(  # "the forestry office in Sample", "the Sample office of the System for Samples"
    r" (?:in|at|on|of)(?: the)?(?: (?:(?:of|for|and) (?:the )?)?[A-ZÀ-Þ][\w’'-]{1,30}){1,8}"
)
_CASE = re.compile(r" (?:v|vs)\. ")  # "United States v. Sample"
_ITS_NAME = re.compile(r",? (?:the )?[A-Z]{3,8}\b")  # "the intelligence service FIOD"


def acting_bodies(article: Article, sentence: Sentence, doc, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Candidates ("description" and "pattern") for the doers of a sentence that are none yet.

    Args:
        article: The article.
        sentence: The sentence.
        doc: Its parse.
        taken: Places in the sentence of its candidates.
    """
    if is_title_case(sentence):
        return
    starts = token_starts(doc, mask(sentence).original)
    places = {at: token for token, at in reversed([*zip(doc, starts, strict=True)])}
    deeds = [action for action in find_actions(sentence, doc) if _is_deed(action)]
    done = {span for action in deeds if not action.speech for span in action.doers}
    for start, end in sorted({span for action in deeds for span in action.doers}):
        token = places.get(start)
        if token is None or any(first < end and start < last for first, last in taken):
            continue
        if _is_bare(token):
            span = (start, start + len(token.text)) if (start, end) in done else None
            kind = "description"
        elif token.pos_ == "NOUN" and token.is_lower or token.lower_ in word_set("acting"):
            span = _described(sentence, token, starts)
            kind = "description"
        else:
            span, kind = _named(article, sentence, start, end), "pattern"
        if span and not any(first < span[1] and span[0] < last for first, last in taken):
            yield Found(*span, sentence.text[slice(*span)], kind)


def _is_bare(token: Token) -> bool:
    """Whether a word stands alone for the longer name of a body: "Customs then mounted an operation"."""
    alone = not any(child.dep_ in ("compound", "amod", "poss") for child in token.lefts)
    return alone and token.text in word_set("bare_names") | {"customs"}


def _is_deed(action: Action) -> bool:
    return not action.people_only and action.role != "comment" and action.mode != "possible"


def _described(sentence: Sentence, head: Token, starts: tuple[int, ...]) -> tuple[int, int] | None:
    """The words for a body in small letters, with what stands before the noun and where it is; without words that say of what
    kind it is only those of several forces or places."""
    word = head.lower_
    if word not in word_set("acting") | word_set("acting_alone"):
        return None
    own = [c for c in head.lefts if c.dep_ in ("compound", "amod", "nmod") and c.lower_ not in _TIMES]
    if any(c.dep_ in ("poss", "neg") or c.lower_ in _NO_BODY for c in head.lefts):
        return None
    if not own and word not in word_set("acting_alone"):
        return None
    own += [c for c in head.lefts if c.lower_ in ("both", "all")]
    first = min((c.left_edge.i for c in own), default=head.i)
    start, end = starts[first], starts[head.i] + len(head.text)
    words = sentence.text[start:end]
    if not words.endswith(head.text) or "," in words or len(words.split()) > LONGEST:
        return None
    if where := _WHERE.match(sentence.text, end):
        return start, where.end()
    return None if _ITS_NAME.match(sentence.text, end) else (start, end)


def _named(article: Article, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The most likely name that holds a doer, should it be likely enough and no person's."""
    best, likely = None, 0.0
    if _CASE.match(sentence.text, end):
        return None
    for first, last, share in _shares(sentence.text):
        if first <= start and end <= last and share > likely:
            best, likely = (first, last), share
    if best is None:
        return None
    name = sentence.text[slice(*best)]
    words = name.replace(".", "").split()
    article_before = sentence.text[: best[0]].lower().endswith("the ") and len(words) > 1
    people = word_set("title_words") | word_set("title_surnames")
    person = any(word in people or word.lower() in word_set("functions") for word in words)
    if likely < LIKELY or person or not article_before and is_personal(article.text, name):
        return None
    return best


def _shares(text: str) -> Iterator[tuple[int, int, float]]:
    """Place of each stretch of a sentence that may be a name, and how likely it is one."""
    weights = name_weights()
    for run in name_runs(text):
        scores = [sum(weights.get(one, 0.0) for one in evidence) for evidence in run.evidence]
        shares, _ = run.shares(scores)
        for (first, last), share in zip(run.places, shares, strict=True):
            yield first, last, share
