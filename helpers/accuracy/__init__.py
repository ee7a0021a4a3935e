"""How accurately the collection reads: its tables held against gold annotation, and beside stock tools.

The measures are those of `tests/gold/score.py`, which is written independently.
"""

from helpers.accuracy.baselines import OWN, compare_tools, speed
from helpers.accuracy.gold import GoldSet, load_gold, unseen_sets
from helpers.accuracy.mutations import mutations, silence
from helpers.accuracy.public import peers, score_public
from helpers.accuracy.score import (
    COLUMNS,
    FALSE,
    FOUND,
    MISSED,
    WRONG_VERDICT,
    in_words,
    judge,
    ratios,
    scores,
)

__all__ = [
    "COLUMNS",
    "FALSE",
    "FOUND",
    "GoldSet",
    "MISSED",
    "OWN",
    "WRONG_VERDICT",
    "compare_tools",
    "in_words",
    "judge",
    "load_gold",
    "mutations",
    "peers",
    "ratios",
    "score_public",
    "scores",
    "silence",
    "speed",
    "unseen_sets",
]
