"""Which language a text is written in.

A kept detector (py3langid, BSD, 4.6 MB, offline, the same answer every time) is asked only where a text lacks
the small words of English, and is believed only where it is sure and the text is long enough: headlines,
lists, names of places and people in Spanish are English until shown otherwise. Of three detectors tried on
1,020 English lines, 24 Spanish and 15 others it was the one that was never sure of an error (langdetect and
lingua were sure of 26 and 20; lingua weighs 96 MB, langdetect needs a seed).

>>> language_of("La policía detuvo el martes a doce personas en Culiacán."), language_of("Guadalajara, Jalisco")
('es', 'en')
"""

import re
from collections.abc import Iterable
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from helpers.texts.lists import word_list

__all__ = ["READ_LANGUAGES", "WHOLLY_READ", "language_of", "partly_read_line", "unread_line"]

READ_LANGUAGES = frozenset(row["code"] for row in word_list("texts/languages") if row["read"])
_NAMES = {row["code"]: row["name"] for row in word_list("texts/languages")}
WHOLLY_READ = frozenset(row["code"] for row in word_list("texts/languages") if row["read"] == "all")
_ENGLISH = frozenset(row["word"] for row in word_list("texts/english_words"))
_WORD = re.compile(r"[^\W\d_]+")
_SPANISH = frozenset(row["word"] for row in word_list("texts/spanish_words"))
_SURE_SPANISH = 0.6  # with small words of Spanish beside words that are no names
_SURE = 0.9  # the detector's probability; its highest for an English line was 0.81
_SURE_AGAINST_TEXT = 0.95  # for a short piece, or a paragraph in another language than the text around it
_LONG = 60  # letters
_FEWEST_LETTERS = 25  # a shorter piece tells too little
_ENGLISH_SHARE = (
    0.12  # of the words; English prose has 0.3 to 0.5, a Spanish text with English names below 0.05
)
_FEW = 4  # words in capital letters that may all be names; names alone, as in a table, tell where a place is
_LONGEST = 4000  # characters; more do not make it surer


@cache
def _detector() -> LanguageIdentifier:
    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    detector.set_languages(list(_NAMES))
    return detector


def language_of(text: str, otherwise: str = "en") -> str:
    """The ISO 639 code of the language of a text.

    Args:
        text: A paragraph, or a whole text.
        otherwise: What to say where the text does not tell: the language of the text around it.
    """
    words = _WORD.findall(text[:_LONGEST])
    english = sum(word.lower() in _ENGLISH for word in words)
    if english and english >= _ENGLISH_SHARE * len(words):
        return "en"
    names = all(word.istitle() for word in words) or len(words) <= _FEW and all(map(str.isupper, words))
    if names or sum(map(len, words)) < _FEWEST_LETTERS and words[0].isascii():
        return otherwise
    language, probability = _detector().classify(text[:_LONGEST])
    short = sum(map(len, words)) < _LONG
    wanted = _SURE_AGAINST_TEXT if short or language != otherwise != "en" else _SURE
    if language == "es" and probability >= _SURE_SPANISH and _is_prose(words):
        return language
    return language if probability >= wanted else otherwise


def _is_prose(words: list[str]) -> bool:
    """Whether words hold a small word of Spanish, and others in small letters: "Cartel de Jalisco Nueva Generación" is
    a name in an English text."""
    small = [word for word in words if word.islower()]
    return any(word.lower() in _SPANISH for word in words) and any(
        len(word) > 3 and word not in _SPANISH for word in small
    )


def unread_line(unread: Iterable[tuple[str, str]]) -> str:
    """One line on what was left out: pairs of article and language; empty if there are none.

    >>> unread_line([("a", "fr"), ("b", "fr"), ("b", "de")])
    'Not read, as it is not English or Spanish: French in a, b; German in b.'
    """
    articles: dict[str, list[str]] = {}
    for article, language in unread:
        known = articles.setdefault(_NAMES.get(language, language), [])
        known += [] if article in known else [article]
    if not articles:
        return ""
    listed = "; ".join(f"{name} in {_shortened(slugs)}" for name, slugs in sorted(articles.items()))
    read = " or ".join(_NAMES[code] for code in sorted(READ_LANGUAGES))
    return f"Not read, as it is not {read}: {listed}."


def partly_read_line(text: str) -> str:
    """One line on a text of which only some tables are made; empty where all are, or none.

    >>> partly_read_line("La policía detuvo el martes a doce personas en Culiacán.")
    'Spanish: dates, quantities and agencies by name are read, nothing else.'
    """
    language = language_of(text)
    if language not in READ_LANGUAGES - WHOLLY_READ:
        return ""
    read = next(row["read"] for row in word_list("texts/languages") if row["code"] == language)
    return f"{_NAMES[language]}: {read} are read, nothing else."


def _shortened(slugs: list[str]) -> str:
    more = f" and {len(slugs) - 10} more" if len(slugs) > 10 else ""
    return ", ".join(slugs[:10]) + more
