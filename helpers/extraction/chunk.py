"""The rows of a chunk of articles: read together, completed from the parses, one by one where that fails."""

import traceback
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from threading import Lock

from helpers.agencies import Parses, RoleRow, read_agencies, read_roles, read_voices, to_parse
from helpers.clauses import event_of, frame_of, token_starts, told_behind
from helpers.dates import DateRow, read_dates
from helpers.extraction.tables import ROWS
from helpers.names import mask, with_short_names
from helpers.quantities import QuantityRow, SetAsideRow, read_numbers
from helpers.texts import READ_LANGUAGES, Article, Row, Sentence, fold_spaces, load_model, parse, sentences

__all__ = ["read_chunk"]

UNDERGOES = ("object", "passive subject")  # how a figure takes part in what is done to it
_TABLE = ("table row", "table header")
SPEECH = ("report", "comment")  # roles in which nothing is done to anybody
_MODEL_IN_USE = Lock()


def read_chunk(articles: Sequence[Article]) -> tuple[dict[str, list[Row]], list[dict[str, str]]]:
    """The rows of the articles by table, and the problems of those that could not be read.

    The model reads a chunk at once; where that fails, its articles are read one by one to find out which."""
    try:
        return _read_together(articles), []
    except Exception as error:  # whatever it is, it concerns one article and is reported with it
        if len(articles) == 1:
            return {name: [] for name in (*ROWS, "unread")}, [_problem(articles[0], error)]
    rows: dict[str, list[Row]] = {name: [] for name in (*ROWS, "unread")}
    problems: list[dict[str, str]] = []
    for article in articles:
        single, failed = read_chunk([article])
        problems += failed
        for name, found in single.items():
            rows[name] += found
    return rows, problems


def _problem(article: Article, error: Exception) -> dict[str, str]:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return {
        "article": article.slug,
        "problem": f"{type(error).__name__}: {error}",
        "place": f"{Path(frame.filename).name}:{frame.lineno}",
    }


def _read_together(articles: Sequence[Article]) -> dict[str, list[Row]]:
    rows: dict[str, list] = {name: [] for name in ROWS}
    split, rows["unread"] = _readable(articles)
    english = [[sentence for sentence in one if sentence.language == "en"] for one in split]
    dates = [read_dates(*pair) for pair in zip(articles, split, strict=True)]
    numbers = [read_numbers(*one) for one in zip(articles, split, dates, strict=True)]
    wanted = [
        (number, *request)
        for number, article in enumerate(articles)
        for request in to_parse(article, english[number], _places(numbers[number][0], dates[number]))
    ]
    # the model's memory belongs to one thread at a time; processes do not share it
    with _MODEL_IN_USE, load_model().memory_zone():
        parses = [Parses() for _ in articles]
        for (number, sentence, _, forms), doc in zip(
            wanted, parse(text for _, _, text, _ in wanted), strict=True
        ):
            parses[number].add(sentence, forms, doc)
        for number, article in enumerate(articles):
            found = _completed(
                article, split[number], english[number], parses[number], dates[number], numbers[number]
            )
            plain_spaces = fold_spaces(article.text) == article.text
            for name, of_table in found.items():
                rows[name] += of_table if plain_spaces else _as_it_stands(article, of_table)
    return rows


def _completed(
    article: Article,
    split: Sequence[Sentence],
    english: Sequence[Sentence],
    parses: Parses,
    dates: Sequence[DateRow],
    numbers: tuple[Sequence[QuantityRow], Sequence[SetAsideRow]],
) -> dict[str, Sequence[Row]]:
    """The rows of an article by table: what its parses give, and what they add to its dates and quantities."""
    plain = parses.plain
    agencies = read_agencies(article, split, plain)
    voices = read_voices(article, english, parses, agencies)
    roles = read_roles(article, english, plain, agencies, voices.said, voices.bodies)
    starts = _token_starts(english, plain)
    return {
        "agencies": agencies,
        "speakers": voices.speakers,
        "statements": voices.statements,
        "roles": roles,
        "set_aside": numbers[1],
        "dates": _with_event(dates, plain, starts),
        "quantities": _with_agency(_with_frame(numbers[0], plain, starts), roles),
    }


def _as_it_stands(article: Article, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with the sentence as the article has it: it was read with plain spaces for all kinds of them. Rows of one
    sentence share its words: to look at each anew would take a number of rows times the length of their sentence."""
    if not rows or not hasattr(rows[0], "sentence"):
        return rows
    words = cache(lambda start, length: article.text[start : start + length])
    return [replace(row, sentence=words(row.sentence_start, len(row.sentence))) for row in rows]


def _places(figures: Sequence[QuantityRow], dates: Sequence[DateRow]) -> frozenset[int]:
    """The sentences that hold a figure, in a text with two of them, or two dates: there is something to compare."""
    counted = [row.sentence_start for row in figures if row.block not in _TABLE]
    dated = Counter(row.sentence_start for row in dates if row.begin and row.block not in _TABLE)
    several = {start for start, number in dated.items() if number > 1}
    return frozenset(several.union(counted if len(counted) > 1 else ()))


def _token_starts(of_article: Sequence[Sentence], parsed: dict[int, object]) -> dict[int, tuple[int, ...]]:
    return {
        sentence.start: token_starts(parsed[sentence.start], mask(sentence).original)
        for sentence in of_article
        if sentence.start in parsed
    }


def _with_frame(
    rows: Iterable[QuantityRow], parsed: dict[int, object], starts: dict[int, tuple[int, ...]]
) -> list[QuantityRow]:
    """The quantities with the frame of each, read from the parse of its sentence."""
    return [
        replace(
            row,
            **frame_of(
                row.sentence,
                row.start - row.sentence_start,
                row.end - row.sentence_start,
                row.quote,
                unit=row.unit,
                what=row.what,
                value=row.value,
                doc=parsed.get(row.sentence_start),
                starts=starts.get(row.sentence_start, ()),
            ),
        )
        for row in rows
    ]


def _with_event(
    rows: Iterable[DateRow], parsed: dict[int, object], starts: dict[int, tuple[int, ...]]
) -> list[DateRow]:
    """The dates with the verb that governs each, and the one that each is told behind."""
    found: list[DateRow] = []
    for start, inside in groupby(rows, key=lambda row: row.sentence_start):
        dates, places = list(inside), starts.get(start, ())
        at = [bisect_left(places, row.start - start) for row in dates]
        if start not in parsed or max(at) >= len(places):
            found += dates
            continue
        tokens = [parsed[start][place] for place in at]
        behind = told_behind(tokens)
        found += [
            replace(row, event=event_of(token)[0], told_behind=dates[behind[n]].start if n in behind else -1)
            for n, (row, token) in enumerate(zip(dates, tokens, strict=True))
        ]
    return found


def _readable(articles: Sequence[Article]) -> tuple[list[list[Sentence]], list[tuple[str, str]]]:
    """The sentences of each article in a language that is read, and the (article, language) pairs of the
    others."""
    every = [sentences(article) for article in articles]
    split = [
        with_short_names([one for one in of_article if one.language in READ_LANGUAGES])
        for of_article in every
    ]
    unread = [
        (article.slug, language)
        for article, of_article in zip(articles, every, strict=True)
        for language in sorted({one.language for one in of_article} - READ_LANGUAGES)
    ]
    return split, unread


def _with_agency(quantities: Iterable[QuantityRow], roles: Iterable[RoleRow]) -> list[QuantityRow]:
    """The quantities with `by`: the agency that does to them what was done, if it is exactly one. In "ICE arrested 40
    people from 30 countries" that holds for the people, and not for the countries."""
    acting: dict[tuple[int, str], set[str]] = {}
    for role in roles:
        if not role.negated and role.role not in SPEECH:
            acting.setdefault((role.start, role.action), set()).add(role.agency)

    def who(row: QuantityRow) -> str:
        agencies = acting.get((row.sentence_start, row.event), ()) if row.part_in_event in UNDERGOES else ()
        return next(iter(agencies)) if len(agencies) == 1 else ""

    return [replace(row, by=who(row)) for row in quantities]
