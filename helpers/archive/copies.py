"""Finds copies: articles that tell the same in nearly the same words, as a syndicated story stands on many
sites.

Words are compared by MinHash over runs of five words (Broder 1997), candidates found by locality-sensitive
hashing, so that no article is compared with all others. Two texts that share their words but not their
figures are no copies: a monthly release repeats its wording, and its numbers are what matters.
"""

import re
import zlib
from collections.abc import Iterable

import numpy as np
import pandas as pd

__all__ = ["COLUMNS", "find_copies"]

COLUMNS = ["article", "copy_of", "similarity"]
RUN = 5  # words
HASHES = 128  # of a signature: the standard error of the similarity is 0.04
BAND = 4  # hashes that must agree to make two articles candidates: half of the pairs at a similarity of 0.4
ALIKE = 0.75  # share of the runs of words
FIGURES_ALIKE = 0.8  # share of the numbers
FEWEST_WORDS = 30  # a shorter text, such as a headline, says the same as another by chance
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?<!\w)\d[\d.,]{0,20}")
_PRIME = np.uint64((1 << 31) - 1)
_random = np.random.default_rng(20240315)  # fixed: the same texts give the same signatures everywhere
_FACTORS = _random.integers(1, 1 << 31, HASHES, dtype=np.uint64)[:, None]
_OFFSETS = _random.integers(0, 1 << 31, HASHES, dtype=np.uint64)[:, None]


def find_copies(texts: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """The articles that are copies of an earlier one.

    Args:
        texts: Slug and text of each article; read once, one at a time.

    Returns:
        One row a copy, in the order of the texts: `article`, `copy_of` (the first article of its group) and
        `similarity` (estimated share of the runs of five words that both have).

    >>> story = " ".join(f"word{n}" for n in range(60)) + " 216 people"
    >>> find_copies([("a", story), ("b", story + "."), ("c", story.replace("216", "340"))])["copy_of"].tolist()
    ['a']
    """
    slugs: list[str] = []
    signatures: list[np.ndarray] = []
    figures: list[np.ndarray] = []
    for slug, text in texts:
        words = _WORD.findall(text.lower())
        if len(words) >= FEWEST_WORDS:
            slugs.append(slug)
            signatures.append(_signature(words))
            figures.append(
                np.unique([zlib.crc32(number.rstrip(".,").encode()) for number in _NUMBER.findall(text)])
            )
    if len(slugs) < 2:
        return pd.DataFrame(columns=COLUMNS).astype({"similarity": float})
    first = _first_of_group(np.stack(signatures), figures)
    rows = [
        (slugs[number], slugs[earlier], round(float(np.mean(signatures[number] == signatures[earlier])), 2))
        for number, earlier in enumerate(first)
        if earlier != number
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"similarity": float})


def _signature(words: list[str]) -> np.ndarray:
    """The smallest value of each hash function over all runs of words."""
    runs = {zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)}
    values = np.fromiter(runs, dtype=np.uint64, count=len(runs)) % _PRIME
    return ((values * _FACTORS + _OFFSETS) % _PRIME).min(axis=1).astype(np.uint32)


def _first_of_group(signatures: np.ndarray, figures: list[np.ndarray]) -> list[int]:
    """For each article the number of the first one it is a copy of; its own if of none."""
    parent = list(range(len(signatures)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for at in range(0, HASHES, BAND):
        band = np.ascontiguousarray(signatures[:, at : at + BAND]).view(f"V{4 * BAND}").ravel()
        _, inverse = np.unique(band, return_inverse=True)
        order = np.argsort(inverse, kind="stable")
        for before, number in zip(order, order[1:], strict=False):
            # neighbours in a bucket stand for all its pairs: time stays linear, and thirty-two bands leave no gap
            if inverse[before] == inverse[number]:
                one, other = sorted((root(before), root(number)))
                if one != other and _alike(one, other, signatures, figures):
                    parent[other] = one
    return [root(number) for number in range(len(parent))]


def _alike(one: int, other: int, signatures: np.ndarray, figures: list[np.ndarray]) -> bool:
    if np.mean(signatures[one] == signatures[other]) < ALIKE:
        return False
    every = len(np.union1d(figures[one], figures[other]))
    return not every or len(np.intersect1d(figures[one], figures[other])) >= FIGURES_ALIKE * every
