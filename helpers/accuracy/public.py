"""Measures the reading on public gold annotation that the reader has on disk; nothing of it comes with the project.

Three formats are known by their files: TimeML (`*.tml`: TempEval-3, TimeBank) for dates, the JSON of NewsQuant (a list of `text` and
`quantities`) for quantities, and brat files in the manner of PolNeAR (`NAME.txt` beside `NAME.ann`) for statements. Published figures of
other tools are in `helpers/data/accuracy/peers.csv`. Corpora differ from this project's conventions, so these figures compare tools on
the same gold rather than say how often this collection is right.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import pandas as pd
from defusedxml.ElementTree import ParseError, parse

from helpers.accuracy.gold import GoldError
from helpers.extraction import Tables, extract
from helpers.texts import Article, CorpusError, date_range, word_list

__all__ = ["peers", "score_public"]

_TIMEX_TYPES = {"DATE", "TIME", "DURATION", "SET"}
_QUOTATION_MARKS = " \t\n\"“”‘’',.:;"


@dataclass(frozen=True)
class _Document:
    """A text with its gold: (start, end, value) triples by what is measured; places may be None."""

    article: Article
    gold: dict[str, list[tuple]]


def score_public(folder: Path) -> pd.DataFrame:
    """Precision, recall and F1 on the public gold in a folder and the folders below it.

    Args:
        folder: Holds `.tml` files, NewsQuant's `.json`, or `.ann` files beside `.txt` files; several are fine.

    Returns:
        gold (TimeML, NewsQuant or attributions), measure, texts, annotated, read, right, precision, recall, f1.

    Raises:
        GoldError: if the folder holds none of these, naming what was looked for; or listing files that cannot be read.
    """
    readers: dict[str, tuple[str, Callable[[Path], Iterable[_Document]], Callable]] = {
        "TimeML": ("*.tml", _timeml, _times_read),
        "NewsQuant": ("*.json", _newsquant, _quantities_read),
        "attributions": ("*.ann", _attributions, _statements_read),
    }
    rows = []
    for name, (pattern, read, found) in readers.items():
        documents = [one for path in sorted(Path(folder).rglob(pattern)) for one in read(path)]
        if documents:
            tables = extract([document.article for document in documents])
            rows += _scores(name, documents, found(tables))
    if not rows:
        raise GoldError(
            f"{folder}: no public gold there; looked for TimeML (*.tml), NewsQuant (*.json: a list of texts with quantities) "
            "and attributions (*.ann beside *.txt)"
        )
    return pd.DataFrame(rows)


def peers() -> pd.DataFrame:
    """Published figures of other tools on the same gold: gold, measure, tool, f1 (percent), source, why."""
    return pd.DataFrame(word_list("accuracy/peers"))


def _scores(name: str, documents: list[_Document], read: dict[str, dict[str, list[tuple]]]) -> list[dict]:
    rows = []
    for measure in dict.fromkeys(measure for document in documents for measure in document.gold):
        annotated = found = right = 0
        for document in documents:
            gold = list(document.gold.get(measure, ()))
            own = read.get(measure, {}).get(document.article.slug, [])
            annotated, found = annotated + len(gold), found + len(own)
            right += _matched(gold, own)
        precision, recall = right / found if found else 0.0, right / annotated if annotated else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        counted = {"texts": len(documents), "annotated": annotated, "read": found, "right": right}
        rows.append(
            {"gold": name, "measure": measure, **counted, "precision": precision, "recall": recall, "f1": f1}
        )
    return rows


def _matched(gold: list[tuple], own: list[tuple]) -> int:
    """How many annotations meet a row of their own: overlapping places, where both have one, and equal values."""
    left, right = list(own), 0
    for start, end, value in gold:
        for one in left:
            apart = start is not None and not (start < one[1] and one[0] < end)
            if not apart and value == one[2]:
                left.remove(one)
                right += 1
                break
    return right


# ---- TimeML ------------------------------------------------------------------------------------------------


def _timeml(path: Path) -> Iterable[_Document]:
    try:
        root = parse(path).getroot()
    except (ParseError, OSError, ValueError) as error:
        raise GoldError(f"{path}: cannot be read as TimeML ({error})") from error
    created = next(
        (one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"), None
    )
    pieces: list[str] = []
    places: list[tuple[int, int, Element]] = []
    _walk(next(root.iter("TEXT"), root), pieces, places, 0)
    published = (created.get("value") or "")[:10] if created is not None else ""
    article = Article(
        slug=path.stem, text="".join(pieces), published=published if date_range(published) else ""
    )
    timed = [place for place in places if place[2] is not created and place[2].get("type") in _TIMEX_TYPES]
    yield _Document(
        article,
        {
            "place": [(start, end, "") for start, end, _ in timed],
            "value": [(start, end, one.get("value")) for start, end, one in timed],
        },
    )


def _walk(element: Element, pieces: list[str], places: list[tuple[int, int, Element]], start: int) -> int:
    """Adds the text of an element that begins at `start`, and the places of the expressions in it; returns where
    it ends."""
    pieces.append(element.text or "")
    end = start + len(pieces[-1])
    for child in element:
        end = _walk(child, pieces, places, end)
        pieces.append(child.tail or "")
        end += len(pieces[-1])
    if element.tag == "TIMEX3":
        places.append((start, end, element))
    return end


def _times_read(tables: Tables) -> dict[str, dict[str, list[tuple]]]:
    """A range is two expressions in TimeML, one row here: each of its ends counts for itself."""
    read: dict[str, dict[str, list[tuple]]] = {"place": {}, "value": {}}
    for row in tables.dates.itertuples():
        for value in str(row.value).split("/"):
            read["place"].setdefault(row.article, []).append((row.start, row.end, ""))
            read["value"].setdefault(row.article, []).append((row.start, row.end, value))
    return read


# ---- NewsQuant ---------------------------------------------------------------------------------------------


def _newsquant(path: Path) -> Iterable[_Document]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise GoldError(f"{path}: cannot be read as JSON ({error})") from error
    if not isinstance(content, list) or not all(
        isinstance(one, dict) and "quantities" in one for one in content
    ):
        return
    for number, one in enumerate(content):
        try:
            values = [(None, None, _rounded(quantity["value"])) for quantity in one["quantities"]]
            article = Article(slug=f"{path.stem}-{number:05}", text=one["text"])
        except (KeyError, TypeError, CorpusError) as error:
            raise GoldError(
                f"{path}: text {number + 1} is no text with quantities and their values"
            ) from error
        yield _Document(article, {"value": values})


def _rounded(value: object) -> str:
    """A number, or both ends of a range, in one spelling: "287.0" and 287 are the same."""
    numbers = re.findall(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.sub(r"(?<=\d)-(?=\d)", " ", str(value)))
    return "-".join(f"{float(number):.6g}" for number in numbers)


_MONEYS = ("USD", "GBP", "EUR", "CAD", "AUD", "NZD")
_CENTS = re.compile(r"(?i)\b(?:cents?|pence|penny|pennies)\b")


def _quantities_read(tables: Tables) -> dict[str, dict[str, list[tuple]]]:
    """Quantities, and what that gold counts among them: lengths of time, and ages with their unit. A share is a fraction
    there where it is in words, and 40 cents are no 0.4 dollars."""
    read: dict[str, list[tuple]] = {}
    for row in tables.quantities.itertuples():
        both = pd.notna(row.low) and pd.notna(row.high) and row.low != row.high
        size = 100 if row.unit in _MONEYS and _CENTS.search(row.quote) else 1
        value = f"{row.low * size} {row.high * size}" if both else row.value * size
        if row.unit == "percent" and not any(letter.isdigit() for letter in row.quote):
            value = row.value / 100
        read.setdefault(row.article, []).append((row.start, row.end, _rounded(value)))
    for row in tables.dates[tables.dates["type"] == "DURATION"].itertuples():
        if number := re.fullmatch(r"PT?(\d+(?:\.\d+)?)[YMWDHS]", str(row.value)):
            read.setdefault(row.article, []).append((row.start, row.end, _rounded(number[1])))
    for row in tables.set_aside.itertuples():
        if row.reason == "age" and pd.notna(row.age) and row.quote.lower().endswith("old"):
            read.setdefault(row.article, []).append((row.start, row.end, _rounded(row.age)))
    return {"value": read}


# ---- attributions ------------------------------------------------------------------------------------------

_PARTS = ("source", "cue", "content")


def _attributions(path: Path) -> Iterable[_Document]:
    text_file = path.with_suffix(".txt")
    if not text_file.is_file():
        raise GoldError(f"{path}: {text_file.name} is missing beside it")
    try:
        text, lines = (one.read_text(encoding="utf-8") for one in (text_file, path))
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(
            f"{path}: cannot be read as UTF-8, or {text_file.name} beside it ({error})"
        ) from error
    parts: dict[str, tuple[str, tuple[int, int]]] = {}
    linked = []
    for line in lines.splitlines():
        if match := re.match(r"(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t", line):
            numbers = [int(number) for number in re.findall(r"\d+", match[3])]
            parts[match[1]] = (match[2].lower(), _trimmed(text, min(numbers), max(numbers)))
        elif line.startswith("E"):
            linked.append(dict(parts[one] for one in re.findall(r"(?:Source|Content):(T\d+)", line)))
    gold = {part: [place for name, place in parts.values() if name == part] for part in _PARTS}
    yield _Document(Article(slug=path.stem, text=text), _measures(gold, linked))


def _measures(
    parts: dict[str, list[tuple[int, int]]], statements: list[dict[str, tuple[int, int]]]
) -> dict[str, list[tuple]]:
    """What is counted: each part by its exact place and by any overlap; contents with a source by the overlap of both."""
    measures = {f"{part}, exact": [(*place, place) for place in places] for part, places in parts.items()}
    measures |= {f"{part}, overlap": [(*place, "") for place in places] for part, places in parts.items()}
    linked = [(*one["content"], _Touching(*one["source"])) for one in statements if len(one) == 2]
    return measures | {"content with its source": linked}


@dataclass(frozen=True, eq=False)
class _Touching:
    """A place that equals each one it overlaps."""

    start: int
    end: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Touching) and self.start < other.end and other.start < self.end

    __hash__ = None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without quotation marks, commas and blanks at its ends, about which corpora differ."""
    while start < end and text[start] in _QUOTATION_MARKS:
        start += 1
    while end > start and text[end - 1] in _QUOTATION_MARKS:
        end -= 1
    return start, end


def _statements_read(tables: Tables) -> dict[str, dict[str, list[tuple]]]:
    """Pieces of one statement ("“…,” said X. “…”") are one content in that gold, from the first to the last."""
    pieces: dict[tuple, dict[str, tuple[int, int]]] = {}
    for row in tables.statements.itertuples():
        spans = {
            "content": (row.start, row.quote),
            "source": (row.source_start, row.source),
            "cue": (row.cue_start, row.cue),
        }
        own = {}
        for part, (start, words) in spans.items():
            if words and pd.notna(start):
                low, high = _trimmed(words, 0, len(words))
                own[part] = (int(start) + low, int(start) + high)
        key = (row.article, own.get("cue", own["content"]), own.get("source"))
        first, last = pieces.get(key, own)["content"]
        own["content"] = (min(first, own["content"][0]), max(last, own["content"][1]))
        pieces[key] = own
    by_article: dict[str, list[dict]] = {}
    for (article, *_), own in pieces.items():
        by_article.setdefault(article, []).append(own)
    read: dict[str, dict[str, list[tuple]]] = {}
    for article, statements in by_article.items():
        parts = {part: sorted({one[part] for one in statements if part in one}) for part in _PARTS}
        linked = [{part: one[part] for part in ("content", "source") if part in one} for one in statements]
        for measure, rows in _measures(parts, linked).items():
            read.setdefault(measure, {})[article] = rows
    return read
