"""Shared modules of the notebooks: read texts, extract what they say, check it, show it.

>>> from helpers import check, extract, load_corpus
>>> tables = extract(load_corpus())
>>> checks = check(tables)
"""
from helpers.checks import check
from helpers.corpus import Corpus, CorpusError, load_corpus
from helpers.extraction import Tables, extract, verify

__all__ = ["Corpus", "CorpusError", "Tables", "check", "extract", "load_corpus", "verify"]
