"""What the collection is, in which version, and whose choice the texts are: what a page says of itself that is passed on."""

import tomllib

from helpers.findings.words import amount, at_start, number
from helpers.texts import SEEDS, Corpus, printable

__all__ = ["about"]

PROJECT = SEEDS.parent / "pyproject.toml"


def about(corpus: Corpus) -> str:
    """What the collection is, in which version, and who chose the texts.

    Args:
        corpus: The articles of this run.
    """
    version = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return f"**About:** notebooks that read news texts by rule, version {version}. {_whose(corpus)}"


def _whose(corpus: Corpus) -> str:
    if corpus.folder is not None and corpus.folder.resolve() == SEEDS:
        shown = "" if len(corpus) == len(corpus.known) else f"; {number(len(corpus))} of them shown here"
        return f"Their own {amount(len(corpus.known), 'article')} came as they are{shown}; who picked them, and how, is not recorded."
    if not len(corpus):
        return "This run has no text."
    was = "was" if len(corpus) == 1 else "were"
    where = f" from the folder {printable(corpus.folder.name)}" if corpus.folder is not None else ""
    return (
        f"{at_start(amount(len(corpus), 'text'))}{where} {was} chosen by whoever ran them; how, and what {'it stands' if was == 'was' else 'they stand'} for, "
        "is not known here."
    )
