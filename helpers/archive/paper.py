"""PDF and Word: paper laid out for the eye, turned into lines that this project reads.

PDF: boxes of lines in reading order (columns one after the other), without running heads and page numbers;
words that were divided at the end of a line are joined. Word: headings, bullets and tables keep their kind.
"""

import io
import re
from collections import Counter
from zipfile import BadZipFile

from helpers.archive.document import Document, Unreadable, need, tool_of

__all__ = ["read_docx", "read_pdf"]

MARGIN = 0.09  # of the height of a page: where running heads and page numbers stand
MOST_PAGES = 500  # an article or a report; a longer file is a book
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\W{0,2}\d{1,4}\W{0,2}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*•·–‣▪●◦o]|\d{1,2}[.)])\s+\S")
_DIVIDED = re.compile(r"(\w{2,40})[-\u2010\u00ad]$")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-"})
_UNMAPPED = re.compile(r"\(cid:\d{1,6}\)")
SHARE_UNMAPPED = 0.02
_SENTENCE_END = (".", "!", "?", ":", "”", '"', "…")


def read_pdf(data: bytes, slug: str) -> Document:
    """The text of a PDF.

    Raises:
        Unreadable: if it is broken, encrypted, a scan, or has no letters that can be read.
    """
    layout, errors = need("pdfminer.layout"), need("pdfminer.pdfdocument")
    high_level, psparser = need("pdfminer.high_level"), need("pdfminer.psexceptions")
    pages: list[tuple[float, list]] = []
    try:
        for page in high_level.extract_pages(
            io.BytesIO(data), maxpages=MOST_PAGES, laparams=layout.LAParams()
        ):
            boxes = [box for box in page if isinstance(box, layout.LTTextBox)]
            pages.append((page.height, [_lines_of(box) for box in boxes]))
    except (errors.PDFPasswordIncorrect, errors.PDFEncryptionError) as error:
        raise Unreadable("is encrypted; save a copy without a password") from error
    except psparser.PSException as error:
        raise Unreadable(f"is no PDF that can be read ({type(error).__name__})") from error
    except Exception as error:  # a broken file breaks pdfminer in many ways: TypeError, KeyError ...
        raise Unreadable(f"is a broken PDF ({type(error).__name__})") from error
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


def _lines_of(box) -> list[tuple[float, float, str]]:
    """The lines of a box: bottom, top and words of each."""
    lines = ((line.y0, line.y1, " ".join(line.get_text().split()).translate(_LIGATURES)) for line in box)
    return [line for line in lines if line[2]]


def _without_running_heads(pages: list[tuple[float, list]]) -> list[list[list[str]]]:
    """The boxes of each page as lists of lines, without what repeats in the margins and without page
    numbers."""

    def head(height: float, low: float, top: float, words: str) -> str:
        """What a line in the margin says whatever the page; empty for any other line."""
        in_margin = top > height * (1 - MARGIN) or low < height * MARGIN
        return re.sub(r"\d+", "#", words) if in_margin else ""

    repeated = Counter(
        key for height, boxes in pages for key in {head(height, *line) for box in boxes for line in box}
    )
    enough = max(2, len(pages) * 0.4)  # heads of left and right pages differ

    def stays(height: float, line: tuple[float, float, str]) -> bool:
        key = head(height, *line)
        return not key or (repeated[key] < enough and not _PAGE_NUMBER.fullmatch(line[2]))

    kept = [[[line[2] for line in box if stays(height, line)] for box in boxes] for height, boxes in pages]
    return [[lines for lines in boxes if lines] for boxes in kept]


def _assembled(pages: list[list[list[str]]]) -> str:
    """The lines of all boxes joined to paragraphs, one a line."""
    whole = " ".join(line for boxes in pages for box in boxes for line in box)
    compounds = {word.lower() for word in re.findall(r"\w{2,40}-\w{2,40}", whole)}
    paragraphs: list[str] = []
    for boxes in pages:
        for box in boxes:
            for number, line in enumerate(box):
                before = paragraphs[-1] if paragraphs else ""
                follows = bool(number) or _runs_on(before, line)
                if before and follows and not _BULLET.match(line):
                    paragraphs[-1] = _joined(before, line, compounds)
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


def _joined(before: str, line: str, compounds: set[str]) -> str:
    """Two lines as one. "opera-" and "tion" become one word; "cross-" and "border" keep their hyphen if the
    document writes it elsewhere."""
    divided = _divided(before)
    rest = re.match(r"\w{1,40}", line)
    if not divided or not rest or not line[0].islower():
        return before + line if divided else f"{before} {line}"
    if f"{divided[1]}-{rest[0]}".lower() in compounds:
        return before + line
    return before[:-1] + line


def read_docx(data: bytes, slug: str) -> Document:
    """The text of a Word file: paragraphs, headings (`## `), bullets (`- `) and tables (`a | b |`).

    Raises:
        Unreadable: if it is broken, encrypted or empty.
    """
    docx = need("docx")
    try:
        document = docx.Document(io.BytesIO(data))
        lines = [line for item in document.iter_inner_content() for line in _lines_of_item(item)]
        title = (document.core_properties.title or "").strip()
    except (BadZipFile, KeyError, ValueError, docx.opc.exceptions.OpcError) as error:
        raise Unreadable("is no Word file that can be read: broken, or with a password") from error
    except Exception as error:  # lxml's own kinds, for a file whose XML is cut
        raise Unreadable(f"is a broken Word file ({type(error).__name__})") from error
    if not any(line.strip() for line in lines):
        raise Unreadable("holds no text")
    return Document(text="\n".join(lines) + "\n", slug=slug, title=title, tool=tool_of("python-docx"))


def _lines_of_item(item) -> list[str]:
    if hasattr(item, "rows"):
        rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in item.rows]
        lines = [" | ".join(row).replace("\n", " ") + " |" for row in rows if any(row)]
        return [lines[0], "|".join(["---"] * len(rows[0])) + "|", *lines[1:], ""] if len(lines) > 1 else lines
    text = " ".join(item.text.split())
    style = (item.style.name or "").lower() if item.style is not None else ""
    if not text:
        return [""]
    if style.startswith("heading"):
        return [f"## {text}"]
    numbered = item._p.pPr is not None and item._p.pPr.numPr is not None
    return [f"- {text}" if style.startswith("list") or numbered else text]
