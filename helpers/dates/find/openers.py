"""Which readers to try at a word: the words that can open an expression, with their readers in order.

A reader takes a text and a place and returns the expressions that begin there (`helpers.dates.find.points`).

>>> [reader.__name__ for reader in READERS["since"]]
['read_since']
"""

import re
from collections.abc import Iterable

from helpers.dates.find.fiscal import (
    read_fiscal,
    read_fiscal_shift,
    read_fiscal_years,
    read_named_quarter,
    read_quarter,
)
from helpers.dates.find.lengths import read_duration, read_few_units, read_relative_units
from helpers.dates.find.loose_lengths import read_bare_units, read_half, read_long
from helpers.dates.find.months import read_month_alone
from helpers.dates.find.nested import read_earlier, read_ending, read_part, read_since, read_week_of
from helpers.dates.find.numeric import (
    read_dashed,
    read_date_time_group,
    read_day_of_month,
    read_foreign_day,
    read_iso,
    read_numeric,
    read_week_number,
    read_weekday_in_figures,
)
from helpers.dates.find.periods import (
    HOLIDAYS,
    TENS,
    read_century,
    read_dated_weekend,
    read_decade,
    read_holiday,
    read_season_alone,
    read_season_year,
    read_short_decade,
    read_split_year,
    read_spoken_year,
)
from helpers.dates.find.points import (
    read_day_month,
    read_month_day,
    read_month_year,
    read_ordinal_day,
    read_weekday,
)
from helpers.dates.find.relative import (
    read_ago,
    read_shift,
    read_so_far,
    read_the_quarter,
    read_today,
    read_units_ago,
    read_weekend,
    read_year_before,
)
from helpers.dates.find.repeated import read_same_period, read_year_ago
from helpers.dates.find.shares import read_day_of, read_generic, read_share
from helpers.dates.find.simple import Reader
from helpers.dates.find.story import read_from_day, read_later, read_next_units, read_nth, read_weekdays_ago
from helpers.dates.find.times import VAGUE, read_clock, read_rate, read_set, read_vague
from helpers.dates.find.years import read_year
from helpers.dates.words import LONG_DAYS, MONTHS, NUMBERS, ORDINALS, SHIFTS, WEEKDAYS, english_words

_MONTH_READERS = (
    read_holiday,
    read_dated_weekend,
    read_dashed,
    read_month_day,
    read_month_year,
    read_month_alone,
)

_DIGIT_READERS = (
    read_iso,
    read_week_number,
    read_date_time_group,
    read_numeric,
    read_day_of_month,
    read_dashed,
    read_foreign_day,
    read_holiday,
    read_vague,
    read_day_month,
    read_day_of,
    read_generic,
    read_share,
    read_century,
    read_clock,
    read_decade,
    read_short_decade,
    read_fiscal,
    read_quarter,
    read_ending,
    read_from_day,
    read_later,
    read_weekdays_ago,
    read_ago,
    read_duration,
    read_split_year,
    read_year_ago,
    read_year,
    read_named_quarter,
    read_nth,
)

_NUMBER_READERS = (
    read_weekdays_ago,
    read_clock,
    read_ending,
    read_from_day,
    read_later,
    read_ago,
    read_duration,
)

_SHIFT_READERS = (
    read_year_ago,
    read_generic,
    read_so_far,
    read_fiscal_shift,
    read_ending,
    read_share,
    read_few_units,
    read_next_units,
    read_relative_units,
    read_shift,
)

# One row a group of words; a word that stands in several gets all their readers.
_OPENERS: tuple[tuple[Iterable[str], tuple[Reader, ...]], ...] = (
    (("same", "corresponding", "equivalent"), (read_same_period,)),
    (SHIFTS, (*_SHIFT_READERS,)),
    (["full", "latest", "preceding"], (read_ending, read_relative_units)),
    (MONTHS, (*_MONTH_READERS,)),
    (WEEKDAYS, (read_weekday_in_figures, read_holiday, read_weekday, read_set)),
    (("weekdays", "weekends", "weeknights", "every", "each", *(f"{day}s" for day in LONG_DAYS)), (read_set,)),
    (
        ORDINALS,
        (
            read_generic,
            read_ordinal_day,
            read_ending,
            read_share,
            read_few_units,
            read_relative_units,
            read_century,
            read_named_quarter,
        ),
    ),
    (["early", "late", "mid", "year", "month", "week", "quarter", "decade"], (read_part,)),
    (["overnight", "at", "before"], (read_week_of,)),
    (english_words("part"), (read_part, read_share)),
    (NUMBERS, (*_NUMBER_READERS,)),
    (["a", "an", "per"], (read_few_units, read_rate)),
    (
        [
            "several",
            "many",
            "few",
            "some",
            "numerous",
            "multiple",
            "countless",
            "couple",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "tens",
        ],
        (read_ago, read_few_units),
    ),
    (["half", "quarter"], (read_clock, read_half, read_ending)),
    (
        ["fiscal", "financial", "tax", "budget", "academic", "school", "fy", "fye", "fys", "sfy", "ffy"],
        (read_ending, read_so_far, read_quarter, read_fiscal),
    ),
    (["q", "h"], (read_quarter,)),
    (["w", "week", "weeks", "calendar"], (read_week_number,)),
    (TENS, (read_decade,)),
    (["nineteen", "twenty", "two"], (read_decade, read_spoken_year)),
    (english_words("season"), (read_season_year, read_season_alone)),
    (["today", "yesterday", "tomorrow", "tonight", "day"], (read_today, read_week_of, read_long)),
    (["earlier", "later"], (read_earlier,)),
    (["so", "thus", "to", "year"], (read_so_far, read_year_ago)),
    (["the"], (read_so_far, read_fiscal_years, read_weekend, read_year_before, read_the_quarter)),
    (["since"], (read_since,)),
    (
        [
            "week",
            "weekend",
            "fortnight",
            "month",
            "morning",
            "afternoon",
            "evening",
            "night",
            "early",
            "small",
            "calendar",
            "decade",
            "year",
        ],
        (read_ending, read_week_of, read_long),
    ),
    (
        [
            "hour",
            "day",
            "week",
            "month",
            "year",
            "decade",
            "century",
            "quarter",
            "hours",
            "days",
            "weeks",
            "months",
            "years",
            "decades",
            "centuries",
        ],
        (read_long,),
    ),
    (
        [
            "hourlong",
            "daylong",
            "weeklong",
            "monthlong",
            "yearlong",
            "decadelong",
            "weekslong",
            "monthslong",
            "yearslong",
            "decadeslong",
        ],
        (read_long,),
    ),
    (
        ["hours", "days", "weeks", "months", "years", "decades", "centuries", "minutes", "moments"],
        (read_units_ago, read_ending, read_bare_units),
    ),
    (["years", "months", "weeks", "quarters"], (read_ending,)),
    (["noon", "midnight", "midday"], (read_clock,)),
    (HOLIDAYS, (read_holiday,)),
    (VAGUE, (read_vague,)),
)


def _table() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, list[Reader]] = {digit: list(_DIGIT_READERS) for digit in "0123456789"}
    for words, readers in _OPENERS:
        for word in words:
            known = table.setdefault(re.match(r"[a-z]+|\d", word)[0], [])
            known += [reader for reader in readers if reader not in known]
    return {word: tuple(readers) for word, readers in table.items()}


READERS = _table()  # the first word in small letters, or a digit → its readers
