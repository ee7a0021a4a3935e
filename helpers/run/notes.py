"""What is said aside: warnings as one plain line each, and what a run tells before it begins."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from helpers.dates import is_dated
from helpers.texts import READ_LANGUAGES, Corpus, language_of, printable, unread_line

__all__ = ["as_plain_lines", "opening"]

NAMED = 5  # texts in a line
_shown = warnings.showwarning


def as_plain_lines(where: Callable[[], TextIO]) -> None:
    """Shows what this project warns of as one line from now on, without its category and the line of code that it comes
    from; what Python and other libraries warn of stays as it is.

    Args:
        where: Gives the stream, which a notebook changes from cell to cell.
    """

    def note(message, category, *place, **more):
        if category is UserWarning:
            print(f"note: {printable(message)}", file=where(), flush=True)
        else:
            _shown(message, category, *place, **more)

    warnings.showwarning = note


def opening(corpus: Corpus, notebooks: int, seconds: int) -> Iterator[str]:
    """The lines before a run: which texts are in a language that is not read, how many tell nowhere when they
    were published, and about how long it will take.

    Args:
        corpus: The texts; those of an archive were told of when they were read.
        notebooks: How many will run.
        seconds: About how long.
    """
    if not corpus.stored:
        languages = ((article.slug, language_of(article.text)) for article in corpus)
        if line := unread_line(one for one in languages if one[1] not in READ_LANGUAGES):
            yield f"note: {printable(line)}"
        undated = [one.slug for one in corpus if not one.published_basis and not is_dated(one)]
        if undated:
            yield f"note: {_undated(undated, len(corpus))}"
    yield (
        f"running {notebooks} {'notebook' if notebooks == 1 else 'notebooks'} over {len(corpus):,} "
        f"{'text' if len(corpus) == 1 else 'texts'}: about {_in_words(seconds)} …"
    )


def _undated(slugs: Sequence[str], texts: int) -> str:
    """What is said of the texts of which nothing tells when they were published.

    >>> _undated(["a"], 1)[:22], _undated(["a", "b"], 9)[:30]
    ('the text has no day of', '2 of 9 texts (a, b) have no da')
    """
    count = len(slugs)
    named = ", ".join([*map(printable, slugs[:NAMED]), *["…"] * (count > NAMED)])
    of_all = (
        "the text has"
        if texts == 1
        else f"{count:,} of {texts:,} texts ({named}) {'has' if count == 1 else 'have'}"
    )
    return (
        f"{of_all} no day of publication, neither in a catalogue.csv nor at the head, so that a weekday such as “Monday” "
        "is not placed and a day without its year such as “March 3” may get a wrong year or none; put a catalogue.csv with the columns slug, file and published beside the texts"
    )


def _in_words(seconds: int) -> str:
    return f"{max(10, round(seconds, -1))} seconds" if seconds < 100 else f"{round(seconds / 60)} minutes"
