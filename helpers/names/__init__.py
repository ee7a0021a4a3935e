"""What may be the name of a body or a country: lists and shapes of names, no model and no context.

Finds candidates in a sentence, gives the plain form of a description, and masks names before a parse. Which
body a candidate stands for in its article is settled in `helpers.agencies`.
"""

from helpers.names.canonical import (
    adjective,
    by_name,
    countries,
    country_of_region,
    is_shared,
    level,
    nation_words,
    nations_in,
    of_country,
    office_of_body,
    owned_by_nation,
    plain_name,
    plain_words,
    significant,
)
from helpers.names.found import Found
from helpers.names.initials import unique_initials
from helpers.names.introduced import short_names, with_short_names
from helpers.names.letterheads import BEHIND
from helpers.names.lists import gazetteer, head_words, words_of
from helpers.names.masks import Masked, candidates, is_title_case, mask
from helpers.names.organisations import organisations_in
from helpers.names.scanner import scan
from helpers.names.weighed import NameRun, name_runs, name_weights

__all__ = [
    "BEHIND",
    "Found",
    "Masked",
    "NameRun",
    "adjective",
    "by_name",
    "candidates",
    "countries",
    "country_of_region",
    "gazetteer",
    "head_words",
    "is_shared",
    "is_title_case",
    "level",
    "mask",
    "name_runs",
    "name_weights",
    "nation_words",
    "nations_in",
    "of_country",
    "office_of_body",
    "owned_by_nation",
    "organisations_in",
    "plain_name",
    "plain_words",
    "scan",
    "short_names",
    "significant",
    "unique_initials",
    "with_short_names",
    "words_of",
]
