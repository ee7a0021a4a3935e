"""Texts in, sentences out.

Reads a folder of news texts and its catalogue, splits a text into blocks (title, paragraph, bullet, table
line) and these into sentences by rule, and holds what all rooms share: the loader of the word lists, the
words for actions, the one spaCy pipeline. It does not know what a date, a number or an agency is.
"""

from helpers.texts.corpus import CATALOGUE, SEEDS, Article, Corpus, CorpusError, Row, date_range, load_corpus
from helpers.texts.fold import fold_letters
from helpers.texts.languages import READ_LANGUAGES, language_of, unread_line
from helpers.texts.lexicon import (
    MODES,
    Verb,
    action_nouns,
    action_words,
    cues,
    finite_forms,
    governor_forms,
    objects_of,
    partner_nouns,
    speech_words,
    verbs_of,
    word_set,
)
from helpers.texts.lists import DATA, word_list
from helpers.texts.model import LONGEST_SENTENCE, load_model, parse
from helpers.texts.nouns import PEOPLES, noun_class, singular
from helpers.texts.sentence import Sentence, sentences
from helpers.texts.sources import Format, format_of

__all__ = [
    "Article",
    "CATALOGUE",
    "Corpus",
    "CorpusError",
    "DATA",
    "Format",
    "LONGEST_SENTENCE",
    "MODES",
    "READ_LANGUAGES",
    "PEOPLES",
    "Row",
    "SEEDS",
    "Sentence",
    "Verb",
    "action_nouns",
    "action_words",
    "cues",
    "date_range",
    "finite_forms",
    "format_of",
    "fold_letters",
    "governor_forms",
    "language_of",
    "load_corpus",
    "load_model",
    "noun_class",
    "objects_of",
    "parse",
    "partner_nouns",
    "speech_words",
    "unread_line",
    "sentences",
    "singular",
    "verbs_of",
    "word_list",
    "word_set",
]
