"""What every reader of a format gives back: a document with what its source says about it, or a line that
says why there is none."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from itertools import groupby
from operator import itemgetter

from helpers.texts import Article

__all__ = [
    "AGAIN",
    "ANEW",
    "BLANK",
    "OF_ARTICLE",
    "Document",
    "SetAside",
    "Unreadable",
    "as_line",
    "first_of",
    "levelled",
    "lowered",
    "need",
    "raised",
    "tool_of",
    "warnings_about",
    "whole_characters",
    "without_empty",
    "words_of",
]

OF_ARTICLE = ("slug", "title", "publisher", "published", "published_basis", "url")  # as a catalogue has it
BLANK = "\ufeff \t\r\n"
AGAIN = "; open it and save a new copy"  # what to do about a file that its reader cannot open
ANEW = "; export or download it anew"  # the same where no program for people opens it

EXTRA = "pip install 'cross-border-enforcement-notebooks[import]', or: pip install -r requirements.txt"
# UTF-8 that was read as Windows-1252: "â€™" for an apostrophe, "Ã©" for an accented letter, "Â " for a space
_MOJIBAKE = re.compile(r"â€[™œ“”˜¦\x9d\x99\x9c]|Ã[\x80-\xbf¡-¿]|Â[\xa0£§©®°±·»«]")
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_WRONG = (  # pattern, what one match is, what several are, what is wrong with them
    (
        _MOJIBAKE,
        "character looks",
        "characters look",
        "wrongly decoded, such as “{}”: UTF-8 that somebody read as Windows-1252",
    ),
    (_ENTITY, "HTML entity stands", "HTML entities stand", "in the text, such as “{}”"),
    (re.compile("\ufffd"), "character was", "characters were", "lost before the text came here (“{}”)"),
    (_CONTROL, "control character stands", "control characters stand", "in the text"),
)

_MARK = re.compile(
    r"[\s\[(]{0,3}(?:\d{1,3}|[*†‡§]{1,3})(?:[,;\s–-]{1,3}(?:\d{1,3}|[*†‡§]{1,3})){0,5}[\s\])]{0,3}"
)
_UNIT = re.compile(  # "in" and "m" are units only of something: "5 in", not "they came in"
    r"(?:\d|/|\b(?:per|hundred|thousand|million|billion))[\s-]?(?:m|ft|in|yd|mi)$|(?<![^\W\d_])(?:[kcdm]m|[xn])$"
)
_TEN = re.compile(r"(?<!\d)10$")
_FRACTION = re.compile(r"\s?\d{1,3}\s?[/⁄∕]\s?\d{1,3}\s?")
_BELOW = re.compile(r"[/⁄∕]\s?[\d₀-₉]|[₀-₉]")  # what follows the upper number of a fraction
_ABOVE = re.compile(r"\d\s?[/⁄∕]\s?$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
NEAR = 16  # letters before and after raised words that say what these are


class Unreadable(ValueError):
    """A source that holds no article that can be read. The message is one line: what is wrong, what to do."""


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """What was not read: `source` (a path; a member of an archive behind a slash), `row` (its number in a table,
    from 1; 0 for a whole file) and the `reason` in one line."""

    source: str
    row: int = 0
    reason: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """One article as plain text, with what its source says about it.

    Attributes:
        text: The words; offsets of all tables point into it.
        slug: The name its source proposes for it; not yet unique.
        title, publisher, url: As in the source, otherwise empty.
        published: ISO day, month or year; empty if the source does not say.
        published_basis: Where the source says it.
        source: Path of the file; a member of an archive stands behind a slash.
        row: Its number in a table, from 1; 0 if the file is the article.
        tool: What made the text out of the source, with its version.
        warnings: What a reader of the text should know, one line each.
    """

    text: str
    slug: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    published_basis: str = ""
    url: str = ""
    source: str = ""
    row: int = 0
    tool: str = "as it is"
    warnings: tuple[str, ...] = ()

    @property
    def article(self) -> Article:
        """What is read: the text, and what a catalogue says of it."""
        return Article(text=self.text, **{name: getattr(self, name) for name in OF_ARTICLE})

    @property
    def notes(self) -> list[str]:
        """The warnings of its reader, and those about its characters."""
        return [*self.warnings, *warnings_about(self.text)]


def without_empty(items: Iterable[Document | SetAside]) -> Iterator[Document | SetAside]:
    """The same items; a document that is no text of words is set aside: no folder of texts may hold it."""
    for item in items:
        why = _why_no_text(item.text) if isinstance(item, Document) else ""
        yield SetAside(source=item.source, row=item.row, reason=why) if why else item


def _why_no_text(text: str) -> str:
    if not text.strip(BLANK):
        return "is empty"
    if not any(map(str.isalnum, text)):
        return "has no letter or digit"
    return "is not a text (it holds zero bytes)" if text.count("\0") > len(text) // 4 else ""


def as_line(item: Mapping) -> str:
    """What was not read in one line; `item` has the fields of a `SetAside`."""
    row = f", row {item['row']}" if item["row"] else ""
    return f"{item['source']}{row}: {item['reason']}"


def first_of(lines: Sequence[str], where: object, most: int = 20) -> Iterator[str]:
    """The first lines of a list, indented, and how many more stand `where`, if they do anywhere."""
    yield from (f"  {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"  and {len(lines) - most:,} more" + (f"; see {where}" if where else "")


def need(module: str):
    """A module of the extra `[import]`.

    Raises:
        Unreadable: if it is not installed, with the command that installs it.
    """
    # what a library has to say about a broken file, our own line says shorter
    logging.getLogger(module.partition(".")[0]).setLevel(logging.CRITICAL)
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise Unreadable(f"needs {error.name}, which is not installed; run: {EXTRA}") from error


def tool_of(package: str) -> str:
    """A package with its version, such as `trafilatura 2.3.1`."""
    return f"{package} {version(package)}"


def warnings_about(text: str) -> list[str]:
    """What looks wrong with the characters of a text, one line each. The text is kept as it is.

    >>> warnings_about("The agencyâ€™s raid &amp; more")
    ['1 character looks wrongly decoded, such as “â€™”: UTF-8 that somebody read as Windows-1252', '1 HTML entity stands in the text, such as “&amp;”']
    """
    found = []
    for pattern, one, many, why in _WRONG:
        if matches := pattern.findall(text):
            found.append(f"{len(matches)} {one if len(matches) == 1 else many} {why}".format(matches[0]))
    return found


def raised(before: str, words: str, after: str = "") -> str:
    """What raised words add to those before them: a power and a fraction stay what they are, and the mark of a note
    is taken out, so that it does not become a part of a figure. Lowered digits `after` them are written as `lowered`
    does.

    >>> raised("arrested 216", "1"), raised("on 5 km", "2"), raised("the 5", "th"), raised("3", "1", "/2 tons")
    ('', '²', 'th', ' 1')
    """
    before, number = before[-NEAR:], words.strip()
    apart = " " if before[-1:].isalnum() else ""
    if _FRACTION.fullmatch(words):
        return apart + number
    if not _MARK.fullmatch(words) or (number.isdigit() and _ABOVE.search(before)):
        return words
    power = number.translate(_RAISED)
    if _UNIT.search(before):
        return power
    if number.isdigit() and (below := _BELOW.match(after)):
        return apart + number + ("/" if below[0] in "₀₁₂₃₄₅₆₇₈₉" else "")
    return power if _TEN.search(before) else ""


def lowered(words: str) -> str:
    """The words with their digits below the line.

    >>> lowered("2 tons")
    '₂ tons'
    """
    return words.translate(_LOWERED)


def levelled(pieces: Iterable[tuple[int, str]]) -> str:
    """The pieces of a line in one: each with its level, 1 for what is raised and -1 for what is lowered.

    >>> levelled([(0, "held 216"), (1, "1"), (0, " people on 3"), (1, "1"), (-1, "2"), (0, " k"), (0, "m"), (1, "2")])
    'held 216 people on 3 1/2 km²'
    """
    groups = groupby(filter(itemgetter(1), pieces), itemgetter(0))
    parts = [(level, "".join(words for _, words in group)) for level, group in groups]
    text: list[str] = []
    before = ""
    for place, (level, words) in enumerate(parts, 1):
        following = ((at, told[:NEAR]) for at, told in parts[place : place + 2])
        after = "".join(lowered(told) if at < 0 else told for at, told in following)
        text.append(raised(before, words, after) if level > 0 else words)
        before = (before + text[-1])[-NEAR:]
    return "".join(text)


def words_of(value: object) -> str:
    """A cell of a table as one line, empty for what stands for nothing; numbers without a fraction are written
    without one."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str) and str(value) in ("None", "nan", "NaT", "<NA>"):
        return ""
    return " ".join(whole_characters(str(value)).split())


def whole_characters(words: str) -> str:
    """The words with a question mark for each lone half of a surrogate pair: JSON can hold one, UTF-8 cannot."""
    return words.encode("utf-8", "replace").decode("utf-8")
