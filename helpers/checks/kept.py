"""What is worked out once and kept with the figure, the date or the story that it is said of.

In: a function or a method. Out: the same, which works nothing out twice. What is kept goes when the story goes.
"""

from collections.abc import Callable
from functools import wraps

__all__ = ["kept", "once"]


def once(function: Callable) -> Callable:
    """Keeps what a function says of a figure (its first argument) with the figure; where that is a story, what it says of
    the figures that are its other arguments, by their places."""

    @wraps(function)
    def known(one, *others):
        own = one.__dict__
        key = (function, *[x.spot for x in others]) if others else function
        found = own.get(key, own)
        if found is own:  # not asked yet
            found = own[key] = function(one, *others)
        return found

    return known


class kept:
    """An attribute that is worked out when it is first asked for; `functools.cached_property` without its lock."""

    def __init__(self, function: Callable):
        self.function, self.__doc__ = function, function.__doc__

    def __set_name__(self, owner: type, name: str):
        self.name = name

    def __get__(self, one, owner: type):
        if one is None:
            return self
        found = one.__dict__[self.name] = self.function(one)
        return found
