"""PDF: paper laid out for the eye, turned into lines that this project reads.

Boxes of lines stand in reading order (columns one after the other), without running heads and page numbers.
Words that were divided at the end of a line are joined; compounds keep their hyphen: "12-day" is not "12day".
"""

import io
import re
from collections import Counter
from functools import cache
from statistics import median

from helpers.archive.document import AGAIN, Document, Unreadable, levelled, need, tool_of
from helpers.archive.layout import Line, Piece, blocks
from helpers.texts import number_words, word_list

__all__ = ["read_pdf"]

MARGIN = 0.09  # of the height of a page: where running heads and page numbers stand
MOST_PAGES = 500  # an article or a report; a longer file is a book
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\W{0,2}\d{1,4}\W{0,2}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*•·–‣▪●◦o]|\d{1,2}[.)])\s+\S")
_DIVIDED = re.compile(r"(\w{2,40})[-\u2010\u00ad]$")
_STUCK = re.compile(r"\S[-\u2010–—]$")
_WORD = re.compile(r"(?<![\w-])\w{2,40}(?:-\w{2,40})?(?![\w-])")
_SECOND_OF_TWO = re.compile(r"(?:and|or)\b")
_NUMBERS = ("unit", "teen", "ten", "scale")  # kinds of words that make compounds: "six-day", "twenty-five"
_SOFT_HYPHEN = "\u00ad"  # says where a word may be divided
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_UNMAPPED = re.compile(r"\(cid:\d{1,6}\)")
SMALLER = 0.85  # of the size of a line: what is raised above it
SHARE_UNMAPPED = 0.02
_SENTENCE_END = (".", "!", "?", ":", "”", '"', "…")


def read_pdf(data: bytes, slug: str) -> Document:
    """The text of a PDF.

    Raises:
        Unreadable: if it is broken, encrypted, a scan, or has no letters that can be read.
    """
    layout, errors = need("pdfminer.layout"), need("pdfminer.pdfdocument")
    high_level, psparser = need("pdfminer.high_level"), need("pdfminer.psexceptions")
    pages: list[tuple[float, list[list[Line]]]] = []
    # pieces of lines, as they are drawn: what belongs together, the layout of the whole page says
    drawn = layout.LAParams(char_margin=1.0, boxes_flow=None)
    try:
        for page in high_level.extract_pages(io.BytesIO(data), maxpages=MOST_PAGES, laparams=drawn):
            boxes = [box for box in page if isinstance(box, layout.LTTextBox)]
            pages.append((page.height, blocks(_piece(line) for box in boxes for line in box)))
    except (errors.PDFPasswordIncorrect, errors.PDFEncryptionError) as error:
        raise Unreadable("is encrypted; save a copy without a password") from error
    except psparser.PSException as error:
        raise Unreadable(f"is no PDF that can be read ({type(error).__name__}){AGAIN}") from error
    except Exception as error:  # a broken file breaks pdfminer in many ways: TypeError, KeyError ...
        raise Unreadable(f"is a broken PDF ({type(error).__name__}){AGAIN}") from error
    text = _assembled(_without_running_heads(pages))
    if not text.strip():
        raise Unreadable("holds no text: a scan; run text recognition (OCR) on it first, such as ocrmypdf")
    unmapped = len(_UNMAPPED.findall(text))
    if unmapped > SHARE_UNMAPPED * len(text.split()):
        raise Unreadable(
            "its fonts do not say which letters they draw; print it to a new PDF or run text recognition"
        )
    warnings = [f"only the first {MOST_PAGES} pages were read"] if len(pages) == MOST_PAGES else []
    return Document(text=text, slug=slug, tool=tool_of("pdfminer.six"), warnings=tuple(warnings))


def _piece(line) -> Piece:
    return Piece(line.x0, line.y0, line.x1, line.y1, _words_of_line(_level(line)))


def _level(line) -> str:
    """The letters of a piece of a line, without the marks of notes that stand above it."""
    letters = [one for one in line if hasattr(one, "size")]
    size = median(one.size for one in letters) if letters else 0
    foot = median(one.y0 for one in letters) if letters else 0

    def level(one) -> int:
        small = hasattr(one, "size") and one.size < SMALLER * size
        return (one.y0 > foot) - (one.y0 < foot) if small else 0

    return levelled((level(one), one.get_text()) for one in line)


def _words_of_line(line: str) -> str:
    """The words of a line. Of soft hyphens only the one at its end is drawn."""
    words = " ".join(line.split()).translate(_LIGATURES)
    return words[:-1].replace(_SOFT_HYPHEN, "") + words[-1:]


def _without_running_heads(pages: list[tuple[float, list[list[Line]]]]) -> list[list[list[str]]]:
    """The boxes of each page as lists of lines, without what repeats in the margins and without page
    numbers."""

    def head(height: float, line: Line) -> str:
        """What a line in the margin says whatever the page; empty for any other line."""
        in_margin = line.top > height * (1 - MARGIN) or line.low < height * MARGIN
        return re.sub(r"\d+", "#", line.words) if in_margin else ""

    repeated = Counter(
        key for height, boxes in pages for key in {head(height, line) for box in boxes for line in box}
    )
    enough = max(2, len(pages) * 0.4)  # heads of left and right pages differ

    def stays(height: float, line: Line) -> bool:
        key = head(height, line)
        return not key or (repeated[key] < enough and not _PAGE_NUMBER.fullmatch(line.words))

    kept = [[[line.words for line in box if stays(height, line)] for box in boxes] for height, boxes in pages]
    return [[lines for lines in boxes if lines] for boxes in kept]


def _assembled(pages: list[list[list[str]]]) -> str:
    """The lines of all boxes joined to paragraphs, one a line."""
    written = _written([line for boxes in pages for box in boxes for line in box])
    paragraphs: list[str] = []
    for boxes in pages:
        for box in boxes:
            for number, line in enumerate(box):
                before = paragraphs[-1] if paragraphs else ""
                follows = bool(number) or _runs_on(before, line)
                if before and follows and not _BULLET.match(line):
                    paragraphs[-1] = _joined(before, line, written)
                else:
                    paragraphs.append(line)
    return "\n".join(paragraphs) + "\n" if paragraphs else ""


def _runs_on(before: str, line: str) -> bool:
    """Whether a box continues the sentence of the one before: over the end of a column or a page."""
    return (
        bool(before) and not before.endswith(_SENTENCE_END) and (line[0].islower() or bool(_divided(before)))
    )


def _divided(before: str) -> re.Match | None:
    """The word that is divided at the end of a line; only the end is searched, a paragraph may be a whole book."""
    return _DIVIDED.search(before, max(0, len(before) - 41))


def _stuck(before: str) -> bool:
    """Whether a line ends in a hyphen or dash that belongs to its last word."""
    return bool(_STUCK.search(before, max(0, len(before) - 2)))


def _written(lines: list[str]) -> set[str]:
    """The words and compounds of a document as they stand inside its lines, in small letters."""
    inner, divided = [], False
    for line in lines:
        inner.append(line.partition(" ")[2] if divided else line)
        divided = _stuck(line)
    return set(_WORD.findall(" ".join(inner).lower()))


def _joined(before: str, line: str, written: set[str]) -> str:
    """Two lines as one. "opera-" and "tion" become one word; a compound, "short- and long-term" and "10–12" keep
    what stands at the end of the line."""
    if before.endswith(_SOFT_HYPHEN):
        return before[:-1] + line
    if not _stuck(before) or _SECOND_OF_TWO.match(line):
        return f"{before} {line}"
    divided, rest = _divided(before), re.match(r"\w{1,40}", line)
    if not divided or not rest or not line[0].islower() or _is_compound(divided[1].lower(), rest[0], written):
        return before + line
    return before[:-1] + line


@cache
def _halves(kind: str) -> frozenset[str]:
    """The halves of divided words of a kind: see `helpers/data/archive/divided.csv`."""
    return frozenset(row["word"] for row in word_list("archive/divided") if row["kind"] == kind)


def _is_compound(first: str, rest: str, written: set[str]) -> bool:
    """Whether a word that is divided at its hyphen is written with it anywhere: "12-day", "drug-related", what the
    document writes so elsewhere, or writes as two words and never as one."""
    if f"{first}-{rest}" in written or first[-1].isdigit():
        return True
    if rest in _halves("rest") or first in _halves("first") or first + rest in written:
        return False
    usual = rest in _halves("compound") or (first in _halves("opens") and len(rest) > 3)  # but "high-est"
    number = number_words("en").get(first, ("",))[0] in _NUMBERS
    return usual or number or {first, rest} <= written
