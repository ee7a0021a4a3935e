"""An article, a corpus of them, and the place in a text that every row of a table has."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from helpers.texts.blocks import Block, split_blocks
from helpers.texts.catalogue import date_range
from helpers.texts.problems import printable, shown
from helpers.texts.suggestions import did_you_mean

__all__ = ["Article", "Corpus", "CorpusError", "Row"]

SLUGS_SHOWN = 5


class CorpusError(ValueError):
    """Something is wrong with the folder of texts. The message lists every problem, with file, line and what
    to do."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """The evidence that every row of every table carries.

    Attributes:
        article: Slug of the article.
        start, end: Offsets of the quote into the article's text, end exclusive.
        quote: The exact words, `text[start:end]`.
        block: Kind of the block in which they stand.
    """

    article: str
    start: int
    end: int
    quote: str
    block: str


@dataclass(frozen=True, eq=False, repr=False)
class Article:
    """One text with what the catalogue says about it.

    Attributes:
        slug: Short name, unique in the corpus; text even if it looks like a number.
        text: The file decoded as UTF-8, unchanged.
        title, publisher, url: As in the catalogue, otherwise empty.
        published: `2025-10-04`, `2025-08`, `2025` or empty for unknown.
        published_basis: How the date of publication is known.
        file: Path of the text.
    """

    slug: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    published_basis: str = ""
    url: str = ""
    file: Path | None = None

    def __post_init__(self):
        for name in ("slug", "text", "title", "published"):
            value = getattr(self, name)
            if not isinstance(value, str):
                raise CorpusError(
                    f"article {printable(self.slug)}: its {name} must be text, not {shown(value)}"
                )
            try:
                value.encode("utf-8")
            except UnicodeEncodeError as error:
                raise CorpusError(
                    f"article {printable(self.slug)}: its {name} holds half a character at {error.start}; decode it as UTF-8"
                ) from error
        if not self.slug:
            raise CorpusError("an article has no slug; give it a short name")
        if self.published and not self.published_range:
            raise CorpusError(
                f"article {printable(self.slug)}: published is {shown(self.published)}; write 2024-03-15, 2024-03 or 2024"
            )

    def __repr__(self) -> str:
        published = f"published {self.published}" if self.published else "publication unknown"
        return f"Article({self.slug!r}, {self.words:,} words, {published})"

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in the order of the text; found when they are first asked for."""
        return tuple(split_blocks(self.text, self.title))

    @property
    def published_range(self) -> tuple[date, date] | None:
        """First and last day on which the article may have been published, both included; None if unknown."""
        return date_range(self.published)

    @cached_property
    def words(self) -> int:
        """Number of words: runs of characters between white space that hold a letter or a digit."""
        return sum(any(map(str.isalnum, word)) for word in self.text.split())

    @property
    def published_inferred(self) -> bool:
        """Whether the date of publication is nowhere stated: its basis in the catalogue begins with
        "inferred"."""
        return self.published_basis.lower().startswith("inferred")

    def evidence(self, start: int, end: int, block: Block) -> dict:
        """The evidence fields of a `Row` for `text[start:end]`.

        Raises:
            ValueError: if the span is empty or not inside the block.
        """
        if not block.start <= start < end <= block.end:
            raise ValueError(
                f"{self.slug}: {start}:{end} is no span of the {block.kind} at {block.start}:{block.end}"
            )
        return {
            "article": self.slug,
            "start": start,
            "end": end,
            "quote": self.text[start:end],
            "block": block.kind,
        }


class Corpus(Sequence):
    """Articles in the order of their file names. `corpus["slug"]` and `corpus[0]` both work.

    Attributes:
        articles: The articles.
        folder: Where their texts are; None if they come from elsewhere.
        known: Every slug that the folder has, also those that were not asked for.
        stored: The folder of an archive whose tables are there already; None for texts that are to be read.
        events: Of an archive: article → event, for articles that tell of an event of which another tells, too.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        folder: Path | None = None,
        known: Sequence[str] | None = None,
        *,
        stored: Path | None = None,
        events: Mapping[str, str] | None = None,
    ):
        self.articles = tuple(articles)
        self.folder = folder
        self.stored = stored
        self.events = dict(events or {})
        self._by_slug = {article.slug: article for article in self.articles}
        self.known = tuple(known or self._by_slug)
        if len(self._by_slug) < len(self.articles):
            twice = next(
                slug for slug, times in Counter(one.slug for one in self.articles).items() if times > 1
            )
            raise CorpusError(f"two articles have the same slug: {shown(twice)}; give each another")

    def __getitem__(self, key):
        if isinstance(key, str) and key not in self._by_slug:
            raise KeyError(f"no article {key!r}; {did_you_mean(key, self._by_slug)}")
        return self._by_slug[key] if isinstance(key, str) else self.articles[key]

    def __contains__(self, item) -> bool:
        """Whether there is an article of this slug, or this very article."""
        return item in (self._by_slug if isinstance(item, str) else self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __repr__(self) -> str:
        names = ", ".join(self.slugs[:SLUGS_SHOWN]) + (", …" if len(self) > SLUGS_SHOWN else "")
        where = f" of {self.folder.name}/" if self.folder else ""
        return (
            f"Corpus({len(self):,} {'article' if len(self) == 1 else 'articles'}{where}: {names or 'none'})"
        )

    @property
    def slugs(self) -> list[str]:
        return list(self._by_slug)
