"""What stock tools find in the same texts, so that the accuracy of this collection can be compared with
something.

They are used as they come: spaCy's entity recogniser with the model of this project, and dateparser's search
with the date of publication as its base. Neither was made for this task: the recogniser names spans and gives
no values, takes ages and "recently" for dates, and everybody named for a speaker; dateparser knows neither
ranges nor lengths.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from time import perf_counter

import pandas as pd
from dateparser.date import DateDataParser
from dateparser.search import search_dates

from helpers.accuracy.gold import GoldSet
from helpers.accuracy.score import match, overlapping, ratios, same_days, same_name
from helpers.extraction import Tables, extract
from helpers.texts import Article, Sentence, date_range, load_model, sentences

__all__ = ["OWN", "compare_tools", "speed"]

OWN, ENTITIES, DATEPARSER = "this collection", "spaCy", "dateparser"
LABELS = {
    "dates": {"DATE", "TIME"},
    "figures": {"CARDINAL", "MONEY", "PERCENT", "QUANTITY"},
    "people": {"PERSON"},
}  # of spaCy's model
# What is measured, on which table, when two rows are the same, and which stock tools do it (name → what it finds)
TASKS: tuple[tuple[str, str, Callable, dict[str, str]], ...] = (
    ("dates: only the words", "dates", overlapping, {ENTITIES: "dates", DATEPARSER: "days"}),
    ("dates: the days or the length", "dates", same_days, {DATEPARSER: "days"}),
    ("quantities: only the words, not the value", "quantities", overlapping, {ENTITIES: "figures"}),
    ("speakers: the names", "speakers", same_name, {ENTITIES: "people"}),
)
FORMATS = {"month": "%Y-%m", "year": "%Y"}  # how wide dateparser takes an expression to be


def compare_tools(sets: Sequence[GoldSet], tables: Sequence[Tables]) -> pd.DataFrame:
    """Counts what this collection and the stock tools find of what was annotated.

    Args:
        sets: From `load_gold`.
        tables: From `extract`, one for the articles of each set.

    Returns:
        task, reader, found, missed, false, precision, recall, f1; a reader is left out of a task that it does
        not do.
    """
    gold, own, stock = _pooled(sets, tables)
    rows = []
    for task, table, same, others in TASKS:
        readers = {OWN: own[table]} | {reader: stock[name] for reader, name in others.items()}
        for reader, read in readers.items():
            counts = [len(part) for part in match(gold[table], read, same)]
            numbers = dict(zip(("found", "missed", "false"), counts, strict=True))
            rows.append({"task": task, "reader": reader, **numbers, **ratios(*counts)})
    return pd.DataFrame(rows)


def _pooled(sets: Sequence[GoldSet], tables: Sequence[Tables]) -> tuple[dict, dict, dict]:
    gold = {
        table: [row for one in sets for row in one.rows[table]]
        for table in ("dates", "quantities", "speakers")
    }
    own = {table: [row for one in tables for row in getattr(one, table).to_dict("records")] for table in gold}
    own["dates"] = [row for row in own["dates"] if not row["vague"]]
    stock: dict[str, list[dict]] = {name: [] for name in (*LABELS, "days")}
    for article in (article for one in sets for article in one.corpus):
        of_article = sentences(article)
        entities = _entities(article, of_article)
        for name, labels in LABELS.items():
            stock[name] += [entity for entity in entities if entity["label"] in labels]
        stock["days"] += [row for sentence in of_article for row in _days(article, sentence)]
    stock["people"] = list({(row["article"], row["name"]): row for row in stock["people"]}.values())
    return gold, own, stock


def _entities(article: Article, of_article: Sequence[Sentence]) -> list[dict]:
    documents = load_model().pipe(
        (sentence.text for sentence in of_article),
        disable=["parser", "tagger", "attribute_ruler", "lemmatizer"],
    )
    return [
        {
            "article": article.slug,
            "start": sentence.start + entity.start_char,
            "end": sentence.start + entity.end_char,
            "name": entity.text,
            "label": entity.label_,
        }
        for sentence, document in zip(of_article, documents, strict=True)
        for entity in document.ents
    ]


def _days(article: Article, sentence: Sentence) -> list[dict]:
    """What dateparser finds in a sentence: its words and the day, month or year that they mean."""
    base = date_range(article.published)
    settings = {"RELATIVE_BASE": datetime.combine(base[1], datetime.min.time())} if base else {}
    meaning = DateDataParser(languages=["en"], settings=settings)
    rows, at = [], 0
    for words, _ in search_dates(sentence.text, languages=["en"], settings=settings) or []:
        # it gives the words with other spaces than those of the text
        place = re.compile(r"\s+".join(map(re.escape, words.split()))).search(sentence.text, at)
        if not place:
            continue
        at = place.end()
        found = meaning.get_date_data(words)
        days = found.date_obj and date_range(found.date_obj.strftime(FORMATS.get(found.period, "%Y-%m-%d")))
        begin, finish = (day.isoformat() for day in days) if days else ("", "")
        span = {"start": sentence.start + place.start(), "end": sentence.start + place.end()}
        rows.append({"article": article.slug, **span, "begin": begin, "finish": finish})
    return rows


def speed(sets: Sequence[GoldSet]) -> pd.DataFrame:
    """How fast this collection and spaCy's stock pipeline read the articles, after a first round that warms
    both up.

    Returns:
        reader, words_per_second. It differs from machine to machine and from run to run; the ratio of the two
        differs less.
    """
    articles = [article for one in sets for article in one.corpus]
    model, words = load_model(), sum(article.words for article in articles)
    readers: dict[str, Callable[[], object]] = {
        OWN: lambda: extract(articles),
        "spaCy’s whole pipeline": lambda: list(model.pipe(article.text for article in articles)),
    }
    rows = []
    for reader, read in readers.items():
        read()
        started = perf_counter()
        read()
        rows.append({"reader": reader, "words_per_second": round(words / (perf_counter() - started))})
    return pd.DataFrame(rows)
