"""All ties of an article: each template's search, one after the other."""

from collections.abc import Iterator

from helpers.checks.binding import Tie
from helpers.checks.conflicts import find_conflicts
from helpers.checks.conversions import find_conversions
from helpers.checks.counted_ages import find_listed_ages
from helpers.checks.frames import Story
from helpers.checks.listed import find_listed
from helpers.checks.named_later import find_named_later
from helpers.checks.repeats import find_repeats
from helpers.checks.shares.margins import find_margins
from helpers.checks.shares.possible import find_possible
from helpers.checks.shares.rest_shares import find_rest_shares
from helpers.checks.shares.themes import find_theme_shares
from helpers.checks.shares.turnouts import find_turnouts
from helpers.checks.shares.weighed import find_weighed
from helpers.checks.sums.complements import find_complements
from helpers.checks.sums.left import find_left
from helpers.checks.sums.lent import with_lent_units
from helpers.checks.sums.one_by_one import find_one_by_one
from helpers.checks.sums.totals import find_sums
from helpers.checks.sums.within import find_within
from helpers.checks.tables import find_table_ties
from helpers.checks.times.births import find_births
from helpers.checks.times.clock import find_clock
from helpers.checks.times.days_again import find_days_again
from helpers.checks.times.days_apart import find_days_apart
from helpers.checks.times.durations import find_durations
from helpers.checks.times.events import events_of
from helpers.checks.times.orders import find_orders
from helpers.checks.times.single import find_single

__all__ = ["find_ties"]


def find_ties(story: Story, tolerance: float) -> Iterator[Tie]:
    """Every tie that a template finds; `tolerance` in percentage points is for shares."""
    events = events_of(story)
    lent = with_lent_units(story)
    sums = [*find_sums(story, lent), *find_one_by_one(story)]
    tables = list(find_table_ties(story, tolerance))
    yield from sums
    yield from tables
    totals = [*sums, *(tie for tie in tables if tie.template == "table sum")]
    yield from find_theme_shares(story, totals, tolerance)
    yield from find_weighed(story, tolerance)
    yield from find_turnouts(story, tolerance)
    yield from find_margins(story)
    yield from find_within(story)
    if lent:  # "5,200 tonnes of grapes, of which 780"
        yield from (tie for tie in find_within(lent[0]) if tie.items[0].start in lent[1])
    yield from find_possible(story)
    yield from find_durations(story, events)
    yield from find_clock(story)
    yield from find_births(story)
    yield from find_orders(story, events)
    yield from find_repeats(story)
    yield from find_days_again(story)
    yield from find_days_apart(story)
    yield from find_conflicts(story)
    yield from find_single(story)
    yield from find_conversions(story)
    yield from find_complements(story)
    yield from find_left(story)
    yield from find_rest_shares(story)
    yield from find_listed(story)
    yield from find_listed_ages(story)
    yield from find_named_later(story)
