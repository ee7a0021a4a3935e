"""Texts in, sentences out.

Reads a folder of news texts and its catalogue, splits a text into blocks (title, paragraph, bullet, table
line) and these into sentences by rule, and holds what all rooms share: the loader of the word lists, the
words for actions, the one spaCy pipeline. It does not know what a date, a number or an agency is.
"""

from helpers.texts.blocks import is_furniture
from helpers.texts.catalogue import date_range, moved
from helpers.texts.columns import (
    as_cell,
    as_markdown,
    as_package,
    headings,
    meaning,
    package_of,
    table_of_meanings,
)
from helpers.texts.corpus import CATALOGUE, SEEDS, Article, Corpus, CorpusError, Row, load_corpus
from helpers.texts.files import PARTIAL, Busy, locked, own_folder, write_file
from helpers.texts.fold import fold_letters, fold_spaces
from helpers.texts.inflection import plural, singular, verb_forms, word_stems
from helpers.texts.languages import READ_LANGUAGES, WHOLLY_READ, language_of, partly_read_line, unread_line
from helpers.texts.lexicon import (
    HARD_HYPHEN,
    MODES,
    SPOKEN,
    Verb,
    abbreviations,
    action_nouns,
    action_words,
    cues,
    finite_forms,
    frames_of,
    governor_forms,
    members,
    noun_needs,
    objects_of,
    partner_nouns,
    speech_words,
    standing_phrases,
    verbs_of,
    with_hard_hyphens,
    word_set,
)
from helpers.texts.lists import DATA, word_list
from helpers.texts.model import LONGEST_SENTENCE, load_model, model_name, parse
from helpers.texts.nouns import NATIONS, PEOPLE_CLASSES, PEOPLES, noun_class, person_nouns
from helpers.texts.numerals import cardinal, number_words
from helpers.texts.parsed import Parse, Token, text_of
from helpers.texts.problems import (
    as_path,
    cannot_write,
    folder_given,
    listed,
    may_read,
    printable,
    shown,
    what_is,
    why_not_written,
)
from helpers.texts.sentence import BRACKETED_RANKS, Sentence, sentence_around, sentences
from helpers.texts.separated import csv_rows
from helpers.texts.sources import Format, format_of
from helpers.texts.stored import ARCHIVE, program, stored_columns, stored_table
from helpers.texts.suggestions import Known, did_you_mean, nearest
from helpers.texts.table import PROSE_MANNERS, Table, is_figure, is_time, names_time, of_times, phrases_told
from helpers.texts.time_units import MEAN_DAYS, MONTH_NAMES, WEEKDAY_NAMES

__all__ = [
    "ARCHIVE",
    "Article",
    "BRACKETED_RANKS",
    "Busy",
    "CATALOGUE",
    "Corpus",
    "CorpusError",
    "DATA",
    "Format",
    "Known",
    "LONGEST_SENTENCE",
    "MEAN_DAYS",
    "HARD_HYPHEN",
    "MODES",
    "SPOKEN",
    "MONTH_NAMES",
    "NATIONS",
    "PARTIAL",
    "Parse",
    "PEOPLES",
    "PEOPLE_CLASSES",
    "PROSE_MANNERS",
    "READ_LANGUAGES",
    "Row",
    "SEEDS",
    "Sentence",
    "Table",
    "Verb",
    "Token",
    "WEEKDAY_NAMES",
    "WHOLLY_READ",
    "abbreviations",
    "action_nouns",
    "action_words",
    "as_cell",
    "as_markdown",
    "as_package",
    "headings",
    "as_path",
    "cannot_write",
    "cardinal",
    "cues",
    "csv_rows",
    "date_range",
    "did_you_mean",
    "finite_forms",
    "frames_of",
    "fold_letters",
    "fold_spaces",
    "folder_given",
    "format_of",
    "governor_forms",
    "language_of",
    "listed",
    "is_figure",
    "is_furniture",
    "is_time",
    "load_corpus",
    "load_model",
    "locked",
    "may_read",
    "meaning",
    "members",
    "model_name",
    "moved",
    "names_time",
    "nearest",
    "noun_class",
    "number_words",
    "noun_needs",
    "objects_of",
    "of_times",
    "own_folder",
    "package_of",
    "parse",
    "partly_read_line",
    "partner_nouns",
    "person_nouns",
    "phrases_told",
    "plural",
    "printable",
    "program",
    "sentence_around",
    "sentences",
    "shown",
    "singular",
    "stored_columns",
    "stored_table",
    "speech_words",
    "standing_phrases",
    "table_of_meanings",
    "text_of",
    "unread_line",
    "verb_forms",
    "verbs_of",
    "with_hard_hyphens",
    "what_is",
    "why_not_written",
    "word_list",
    "word_set",
    "word_stems",
    "write_file",
]
