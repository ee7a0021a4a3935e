"""Dates and lengths of time: how long, in which order, how old, on which weekday.

`events` says what happened on a date and `stretches` which dates begin and end one thing; `durations`, `lengths` and `clock`
hold lengths against them. `steps`, `chains`, `cases`, `sequels`, `told_orders` and `orders` are about the order of events; `ages` and
`births` about how old somebody was; the others are about days alone.
"""
