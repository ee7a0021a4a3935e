"""Of texts in other languages nothing is told: that is no silence of theirs, and no finding may take it for one."""

from collections.abc import Collection, Iterable
from itertools import islice

from helpers.texts import READ_LANGUAGES, WHOLLY_READ, Article, language_of

__all__ = ["NOT_READ", "is_read", "silent", "unread"]

NOT_READ = "in a language not read"
TEXTS_ASKED = 20  # for their language; they are asked only where nobody acts


def is_read(article: Article, *, grammar: bool = False) -> bool:
    """Whether the language of an article is read, or, with `grammar`, also who acts and who speaks in it."""
    return language_of(article.text) in (WHOLLY_READ if grammar else READ_LANGUAGES)


def silent(corpus: Iterable[Article], heard: Collection[str], *, grammar: bool = False) -> list[str]:
    """The slugs of the articles that are read and not among those of which something is told (`heard`).

    >>> silent([Article(slug="a", text="Police met."), Article(slug="b", text="No.")], {"a"})
    ['b']
    """
    return [one.slug for one in corpus if one.slug not in heard and is_read(one, grammar=grammar)]


def unread(corpus: Iterable[Article], *, grammar: bool = False) -> str:
    """A sentence on why nothing is found in texts of other languages, or, for their `grammar`, nobody acts or speaks; or ""."""
    languages = {language_of(article.text) for article in islice(corpus, TEXTS_ASKED)}
    if not languages or languages & (WHOLLY_READ if grammar else READ_LANGUAGES):
        return ""
    if not languages & READ_LANGUAGES:
        return "**Only English and Spanish are read**, and none of these texts is in either."
    return "**Who acts and who speaks is read in English only**, and none of these texts is in English."
