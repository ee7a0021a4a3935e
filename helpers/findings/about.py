"""What the site is, in which version, and whose choice the texts are: what a page says of itself that is passed on."""

import tomllib

from helpers.findings.words import amount, at_start, listed, number
from helpers.texts import SEEDS, Corpus, printable

__all__ = ["about", "what"]

PROJECT = SEEDS.parent / "pyproject.toml"


def what(corpus: Corpus, *, compared: bool) -> str:
    """In one line what a reader has before them.

    Args:
        corpus: The articles of this run.
        compared: Whether there is a record of what others report.
    """
    if not len(corpus):
        return "No text was given, so there is nothing to read."
    which = (
        f"{amount(len(corpus), 'news article')} on immigration and border enforcement"
        if _are_own(corpus)
        else amount(len(corpus), "text")
    )
    more = ["what other sources report"] if compared else []
    topics = listed(["when it happened", "who did what", "how many", *more])
    return f"{at_start(which)}, read closely: {topics}."


def _are_own(corpus: Corpus) -> bool:
    return corpus.folder is not None and corpus.folder.resolve() == SEEDS


def about(corpus: Corpus) -> str:
    """What the collection is, in which version, and who chose the texts.

    Args:
        corpus: The articles of this run.
    """
    version = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return f"**About:** a reader of news texts that follows rules, some with weights fitted to annotated texts; version {version}. {_whose(corpus)}"


def _whose(corpus: Corpus) -> str:
    if _are_own(corpus):
        shown = "" if len(corpus) == len(corpus.known) else f"; {number(len(corpus))} of them are shown here"
        return f"Who chose its {amount(len(corpus.known), 'article')}, and why, is not known{shown}."
    if not len(corpus):
        return "This run has no text."
    was = "was" if len(corpus) == 1 else "were"
    where = f" from the folder {printable(corpus.folder.name)}" if corpus.folder is not None else ""
    return (
        f"{at_start(amount(len(corpus), 'text'))}{where} {was} chosen by whoever ran it; how, and what {'it stands' if was == 'was' else 'they stand'} for, "
        "is not known here."
    )
