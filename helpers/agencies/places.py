"""The countries of an article: which it speaks of most, and which it names beside a body."""

import re
from collections import Counter

from helpers.agencies.datelines import dated_country
from helpers.names import (
    Found,
    adjective,
    candidates,
    countries,
    gazetteer,
    is_shared,
    nation_words,
    nations_in,
    of_country,
    owned_by_nation,
)
from helpers.texts import Article, Sentence, noun_class, singular, word_list, word_set

__all__ = ["STATES", "US_STATE", "Places", "own_nation"]

STATES = "|".join(sorted(word_set("us_states"), key=len, reverse=True))
US_STATE = re.compile(rf"\b({STATES})\b")
_OF_NATION = re.compile(
    r" (?:de|del|do|da|du) (?:(?:la|el|los|las) )?[A-ZÀ-Þ][^\W\d_]{1,30}(?: [A-ZÀ-Þ][^\W\d_]{1,30}){0,2}$"
)
_LOCATED = re.compile(r"(?:In|From|Across)\s(?:the\s)?[^\W\d_][^.:;?!,()“”\"]{0,40},")
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s{1,3}")


_MARKING = re.compile(r"\W{0,3}(?:\d{1,3}\.\s)?\($")
_MOVED = re.compile(
    rf"\b(?:{'|'.join(sorted(word_set('moved')))}) (?:from|to|for|via|through|out of) (?:the )?$"
)


def _of_people(sentence: Sentence, found: Found) -> bool:
    """Whether an adjective tells where people are from: "Colombian citizens"."""
    following = re.match(r"\s([a-z]+)", sentence.text[found.end : found.end + 24])
    return bool(following) and noun_class(singular(following[1])) == "person"


def _unmarked(sentence: Sentence) -> tuple[Found, ...]:
    """The candidates of a sentence without the marking of a paragraph in a cable: "2. (SBU) The minister"."""
    return tuple(
        found
        for found in candidates(sentence)
        if not (
            found.kind == "abbreviation"
            and sentence.text[found.end : found.end + 1] == ")"
            and _MARKING.fullmatch(sentence.text, 0, found.start)
        )
    )


def _moved_there(sentence: Sentence, found: Found) -> bool:
    """Whether a country is only where something was brought from or goes to: "smuggled from Laos", "shipments to Chile"."""
    return _MOVED.search(sentence.text[max(0, found.start - 40) : found.start]) is not None


def _is_telling(sentence: Sentence, found: Found) -> bool:
    """Whether a listed name tells of its country by itself: by its abbreviation or by words that bodies of many countries do not
    share, as they do "Attorney General's Office"."""
    row = gazetteer()[found.rows[0]]
    short = sentence.text[slice(*found.bracket)] if found.bracket else ""
    known = found.kind == "abbreviation" or short and short in row["abbreviations"].split("|")
    return bool(known) or row["level"] != "foreign" or not is_shared(found.text)


class Places:
    """Goes with one article.

    Attributes:
        article: The article.
        sentences: Its sentences.
        scans: Start of a sentence -> its candidates.
        dated: The country in which it is dated; empty if nothing tells, and in the United States.
        weights: How often each country is named or meant.
    """

    def __init__(self, article: Article, sentences: list[Sentence]):
        self.article, self.sentences = article, sentences
        self.scans = {sentence.start: _unmarked(sentence) for sentence in sentences}
        self.dated = dated_country(article)
        self.weights = self.weigh()

    def weigh(self) -> Counter[str]:
        """How often each country is named or meant, to decide whose "National Guard" it is; a country of which nothing
        but one name tells that could be of any is none of the article's."""
        weights: Counter[str] = Counter()
        telling: set[str] = set()
        shared: dict[str, set[str]] = {}  # country -> names that could be of any
        own = set(_IN_BRACKETS.findall(self.article.text))  # what these stand for is said in the article
        every = ((one, found) for one in self.sentences for found in self.scans[one.start])
        for sentence, found in every:
            if found.kind == "abbreviation" and found.text in own:
                continue
            if found.kind == "nation" and _moved_there(sentence, found):
                continue
            if found.kind == "adjective" and _of_people(sentence, found):
                continue  # "three Colombian citizens" tells nothing of whose police held them
            if found.kind in ("nation", "adjective"):
                meant, weight = [word_list("names/nations")[found.rows[0]]["country"]], 2
            elif found.kind in ("name", "abbreviation") and len(found.rows) == 1:
                meant, weight = [gazetteer()[found.rows[0]]["country"]], 1
            else:
                described = found.kind in ("description", "pattern")
                meant, weight = nations_in(found.text) if described else [], 2
            weights.update(dict.fromkeys(meant, weight))
            if weight == 1 and not _is_telling(sentence, found):
                shared.setdefault(meant[0], set()).add(found.text)
            else:
                telling.update(meant)
        if self.dated:
            weights[self.dated] += 2
            telling.add(self.dated)
        telling |= {country for country, names in shared.items() if len(names) > 1}
        return Counter({country: count for country, count in weights.items() if country in telling})

    def contested(self, country: str) -> bool:
        """Whether another country is named as often, so that nothing tells which one the article is about."""
        rivals = (
            count
            for other, count in self.weights.items()
            if other not in (country, "United States", "international", "European Union", "")
        )
        return max(rivals, default=0) >= self.weights[country] > 0

    def dominant(self) -> str:
        """The country other than the United States that the article names most often; of several the one in which it is
        dated."""
        others = [
            (count, country)
            for country, count in self.weights.items()
            if country not in ("United States", "international", "European Union", "")
        ]
        best = max(others, default=(0, ""))
        if self.contested(best[1]):
            return self.dated if self.weights[self.dated] == best[0] else ""
        return best[1] if best[0] > self.weights["United States"] or best[0] >= 3 else ""

    def nation_before(self, sentence: Sentence, found: Found) -> str:
        """The country whose adjective or possessive stands right before ("Kenyan", "Kenya's")."""
        for other in self.scans[sentence.start]:
            if other.kind in ("nation", "adjective") and _POSSESSIVE.fullmatch(
                sentence.text, other.end, max(other.end, found.start)
            ):
                return word_list("names/nations")[other.rows[0]]["country"]
        end = (
            found.bracket[1] + 1 if found.bracket else found.end
        )  # "Drug Enforcement Commission (DEC) of Zambia"
        after = re.match(r"\s(?:of|in)\s(?:the\s)?", sentence.text[end : end + 12])
        if after:
            for other in self.scans[sentence.start]:
                if other.kind == "nation" and other.start == end + after.end():
                    return word_list("names/nations")[other.rows[0]]["country"]
        return ""

    def context_nation(self, sentence: Sentence, found: Found) -> str:
        """The country that the unit gives its bodies: a label ("Zambia: the ...", also of a bullet) or "In
        Chile, the"."""
        for start, text in ((sentence.start, sentence.text), (sentence.block.start, sentence.block.text)):
            for other in self.scans.get(start, ()):
                if other.kind in ("nation", "adjective") and (
                    other.end <= found.start or start != sentence.start
                ):
                    labels = re.match(r"\W{0,2}:", text[other.end : other.end + 3]) and not re.search(
                        r"\w", text[: other.start]
                    )
                    if labels or start == sentence.start and _LOCATED.fullmatch(text, 0, other.end + 1):
                        return word_list("names/nations")[other.rows[0]]["country"]
        return ""

    def of_nation(self, words: str, country: str) -> str:
        """The words of a description that a country owns: "Mexico's navy", and "Mexico navy" in a headline, are the "Mexican navy"
        if the article calls it so."""
        owner, rest = owned_by_nation(words)
        if words.startswith(f"{country} "):
            owner, rest = country, words.removeprefix(country).strip()
        if not owner:
            return words
        named = f"{adjective(country, self.article.text)} {rest}"
        return named if named.lower() in self.article.text.lower() else words

    def with_country(self, name: str, country: str) -> str:
        """The name of an unlisted body with its country, in the words of the article if it has the two side by side."""
        owners = (f"{country}'s", f"{country}’s")
        written = (f"{owner} {name}" for owner in owners if f"{owner} {name}" in self.article.text)
        return next(written, self.like_others(name, country) or of_country(name, country))

    def like_others(self, name: str, country: str) -> str:
        """The name with the adjective of its country, where the article so names the body of another: "Spanish Interior
        Ministry"; empty otherwise."""
        before = re.findall(rf"([A-Z][a-z]{{2,20}}) {re.escape(name)}\b", self.article.text)
        others = {nation_words().get(word, country) for word in before if word not in countries()}
        return f"{adjective(country, self.article.text)} {name}" if others - {country} else ""


def own_nation(found: Found) -> str:
    """The country that a listed name has behind it in its own language: "Policía Nacional de Honduras"."""
    return nations_in(found.text)[-1] if _OF_NATION.search(found.text) else ""
