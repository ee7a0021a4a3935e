"""Turns values into words the way a careful reporter writes them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from helpers.texts import Article, moved

__all__ = [
    "all_of",
    "amount",
    "at_start",
    "called",
    "day_in_words",
    "figure_in_words",
    "headline_of",
    "line_in_words",
    "listed",
    "none_of",
    "number",
    "percent",
    "range_in_words",
    "titles",
    "titles_in_rows",
    "untitled",
    "with_titles",
]

HEAD = 1500  # characters; no title begins later
FEWEST_WORDS = 4  # of a title that no catalogue gives
LONGEST_TITLE = 42  # letters; the rest of a headline says no more about which article is meant
LONGEST_IN_ROWS = 20  # in one row after another
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPAN = re.compile(rf"({_DAY.pattern}) to ({_DAY.pattern})")
_TELLS = re.compile(
    r"(?=.{3,28}$)[^\W\d_]{3,}(?:[-_ ][^\W_]{1,14}){0,5}"
)  # a slug that a reader can tell others by
_CALLED = re.compile(r"\[\[(.*?)\]\]")
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: int) -> str:
    """A whole number, in words up to ten.

    >>> number(3), number(1200)
    ('three', '1,200')
    """
    return _SMALL[value] if 0 <= value < len(_SMALL) else format(value, ",")


def amount(value: int, singular: str, plural: str = "") -> str:
    """A number with its noun.

    >>> amount(1, "article"), amount(0, "date"), amount(12, "body", "bodies")
    ('one article', 'no dates', '12 bodies')
    """
    return f"{number(value)} {singular if value == 1 else plural or singular + 's'}"


def all_of(value: int) -> str:
    """All of so many, for the beginning of a phrase.

    >>> all_of(2), all_of(3)
    ('both', 'all three')
    """
    return "both" if value == 2 else f"all {number(value)}"


def none_of(value: int) -> str:
    """None of so many, for the beginning of a phrase.

    >>> none_of(2), none_of(3)
    ('neither of the two', 'none of the three')
    """
    return f"{'neither' if value == 2 else 'none'} of the {number(value)}"


def at_start(words: str) -> str:
    """Words as they begin a sentence; the other capitals stay.

    >>> at_start("both of the CBP")
    'Both of the CBP'
    """
    return f"{words[:1].upper()}{words[1:]}"


def listed(items: Iterable[str], most: int = 8, last: str = "and") -> str:
    """Items as a list in a sentence, the last after "and"; those after the first `most` are only counted.

    >>> listed(["a", "b", "c"]), listed("abcd", most=2)
    ('a, b and c', 'a, b and two more')
    """
    items = list(items)
    if len(items) > most:
        items = [*items[:most], f"{number(len(items) - most)} more"]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else "none"


def day_in_words(day: date | str) -> str:
    """A day as 15 March 2024."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {day:%B} {day.year}"


def range_in_words(first: date | str, last: date | str) -> str:
    """First and last day as words, without saying twice what they share.

    >>> range_in_words("2024-03-11", "2024-03-22"), range_in_words("2024-03-01", "2024-03-31"), range_in_words("2024-01-01", "2024-12-31")
    ('11–22 March 2024', 'March 2024', '2024')
    """
    first, last = (date.fromisoformat(day) if isinstance(day, str) else day for day in (first, last))
    after = moved(last, 1)
    if first == last:
        return day_in_words(first)
    if first.day == 1 and after.day == 1:
        if (first.month, after.month) == (1, 1) and first.year == last.year:
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def figure_in_words(value: float) -> str:
    """A number as it is printed: whole ones whole, others with the decimals that matter.

    >>> figure_in_words(1700000.0), figure_in_words(29.7297), figure_in_words(3.9726)
    ('1,700,000', '29.7', '3.97')
    """
    if value == round(value) or abs(value) >= 10_000:
        return f"{value:,.0f}"
    return f"{value:,.{1 if abs(value) >= 10 else 2}f}".rstrip("0").rstrip(".")


def percent(value: float) -> str:
    """A percentage, to one decimal.

    >>> percent(29.7297), percent(45.0)
    ('29.7%', '45%')
    """
    return f"{value:,.1f}".removesuffix(".0") + "%"


def line_in_words(line: str) -> str:
    """A line of arithmetic as a newspaper prints it: its days in words, its percentages without a space.

    >>> line_in_words("2024-03-11 to 2024-03-22 is 12 days"), line_in_words("110 / 370 = 29.7 %")
    ('11–22 March 2024 is 12 days', '110 / 370 = 29.7%')
    """
    spans = _SPAN.sub(lambda match: range_in_words(match[1], match[2]), line)
    return _DAY.sub(lambda match: day_in_words(match[0]), spans).replace(".0 %", " %").replace(" %", "%")


def called(slug: str) -> str:
    """An article in a sentence; `with_titles` puts its title there.

    >>> called("port-raid")
    '[[port-raid]]'
    """
    return f"[[{slug}]]"


def titles_in_rows(corpus: Iterable[Article]) -> dict[str, str]:
    """Slug → what the article is called in tables with many rows an article: its title, or, where one has to be cut, the
    slug of each if all are words; else the beginning of the title. Only where no two are alike.

    >>> titles_in_rows([Article(slug=s, text="x", title=t) for s, t in (("a", "Coast guard of two countries meet"), ("b", ""))])
    {'a': 'Coast guard of two…'}
    >>> titles_in_rows([Article(slug="a", text="x", title="Mexican and U.S. Authorities meet")])
    {'a': 'Mexican and U.S…'}
    >>> titles_in_rows([Article(slug="coast-guards", text="x", title="Coast guard of two countries meet")])
    {'coast-guards': 'coast-guards'}
    """
    short = {article.slug: _title(article, LONGEST_IN_ROWS) for article in corpus}
    if any(name.endswith("…") for name in short.values()) and all(map(_TELLS.fullmatch, short)):
        return {slug: slug for slug in short}
    times = Counter(short.values())
    return {slug: name for slug, name in short.items() if name and times[name] == 1}


def titles(corpus: Iterable[Article]) -> dict[str, str]:
    """Slug → what the article is called on the page: its title, shortened at a word or at its colon, or its first
    words where a catalogue has it without a title; otherwise the slug, its middle left out where it is long. Where two
    are alike, the slug stands after the title.

    >>> titles([Article(slug="a", text="x", title="Two held in port: what is known"), Article(slug="b", text="x")])
    {'a': 'Two held in port', 'b': 'b'}
    >>> titles([Article(slug="d", text="x", title="Joint teams of three countries and the U.S. held two men")])
    {'d': 'Joint teams of three countries…'}
    >>> titles([Article(slug="c", text="In a raid at dawn, police held two men.", publisher="The Post")])
    {'c': 'In a raid at dawn, police held two men.'}
    """
    short = {article.slug: _title(article) or _ends(article.slug) for article in corpus}
    times = Counter(short.values())
    return {slug: name if times[name] == 1 else f"{name} ({slug})" for slug, name in short.items()}


def untitled(corpus: Iterable[Article]) -> str:
    """A sentence on the articles that are called by their first words, since they have no title; empty if none is."""
    slugs = [article.slug for article in corpus if article.publisher and not headline_of(article)]
    if not slugs:
        return ""
    have, its = ("has no title and is", "its") if len(slugs) == 1 else ("have no title and are", "their")
    return f"{listed(map(called, slugs), most=4)} {have} called by {its} opening words."


def headline_of(article: Article) -> str:
    """The title of an article, by the catalogue or else as it stands at the head of its text; empty where it has none."""
    heads = _heads(article.text[:HEAD], article.title)
    if article.title and not (len(heads) > 1 and heads[0].startswith(article.title)):
        return " ".join(article.title.split())
    # of several the first is what a release prints above its title; a line with nothing under it is no title, nor are
    # a few words or capitals, which are mostly the name of an office or a button of a page
    title = heads[-1].partition("\n")[0].strip() if heads else ""
    told = len(title.split()) >= FEWEST_WORDS and not title.isupper() and not article.text.endswith(title)
    return " ".join(title.split()) if told or article.title else ""


def _title(article: Article, longest: int = LONGEST_TITLE) -> str:
    """A slug is the name of a file, which whoever put the file there knows; where a publisher is known, somebody
    else gave it, and a reader does not."""
    first = article.text.lstrip().partition("\n")[0] if article.publisher else ""
    return _short(headline_of(article) or " ".join(first.split()), longest)


@lru_cache(maxsize=1 << 15)
def _heads(start: str, title: str) -> list[str]:
    """The lines of a title at the start of a text; asked for again and again, of every article of an archive."""
    blocks = Article(slug="start", text=start, title=title).blocks
    return [start[one.start : one.end].lstrip() for one in blocks if one.kind == "title"]


def _ends(slug: str) -> str:
    """A slug without its middle: names of files often differ in their last letters only."""
    half = LONGEST_TITLE // 2
    return slug if len(slug) <= LONGEST_TITLE else f"{slug[: half - 1]}…{slug[-half:]}"


def _short(title: str, longest: int) -> str:
    before, colon, _ = title.partition(": ")
    title = before if colon and len(before.split()) > 2 else title
    if len(title) <= longest:
        return title
    words = title[: longest + 1].rsplit(" ", 1)[0][:longest].split()
    kept = list(words)
    while len(kept) > 2 and (kept[-1].endswith(".") or kept[-1].casefold() in _SMALL_WORDS):
        kept.pop()  # a title does not break off after "U.S." or "and", unless too little is left
    words = words if kept[-1].casefold() in _SMALL_WORDS else kept
    return " ".join(words).rstrip(" ,;:–-.") + "…"


def with_titles(sentence: str, names: Mapping[str, str]) -> str:
    """A sentence with the titles of its articles in quotation marks; those that have none are called by their
    slugs.

    >>> with_titles("None is dated in [[a]] and [[b]].", {"a": "Two held", "b": "b"})
    'None is dated in “Two held” and b.'
    """
    if len(names) == 1:
        sentence = _of_one(sentence, called(*names))
    return _CALLED.sub(
        lambda match: match[1] if names.get(match[1], match[1]) == match[1] else f"“{names[match[1]]}”",
        sentence,
    )


def _of_one(sentence: str, name: str) -> str:
    """A sentence about the only article there is, which needs no name unless the sentence is headed by it.

    >>> _of_one("It runs to May (“May”, [[a]]). [[a]] appeared late. The largest is 9 ([[a]]).", "[[a]]")
    'It runs to May (“May”). The article appeared late. The largest is 9.'
    >>> _of_one("[[a]]: none was found.", "[[a]]")
    '[[a]]: none was found.'
    >>> _of_one("One fails ([[a]]: from May to June). One fails. [[a]]: from May to June.", "[[a]]")
    'One fails (from May to June). One fails. From May to June.'
    """
    sentence = sentence.replace(f" ({name})", "").replace(f", {name})", ")").replace(f"({name}: ", "(")
    sentence = re.sub(rf"(?<=\. ){re.escape(name)}: (\w?)", lambda match: match[1].upper(), sentence)
    return re.sub(
        rf"(?P<start>^\W*|\. )?{re.escape(name)}(?!:| \(“|, if)",
        lambda match: (match["start"] or "") + ("the article" if match["start"] is None else "The article"),
        sentence,
    )
