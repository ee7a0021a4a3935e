"""A cue of one parsed sentence with what was found for it."""

from dataclasses import dataclass

from helpers.agencies.contents import Span
from helpers.agencies.cues import Cue
from helpers.texts import Token

__all__ = ["Hit"]


@dataclass(frozen=True)
class Hit:
    """A cue with what was found for it, as numbers of tokens (last inclusive).

    Attributes:
        token: The cue.
        cue: Its entry.
        subject: Head word of the source; None if nobody is named.
        source: The words of the source.
        contents: What is said.
        verb: The verb whose clause holds the cue.
        apart: Whether the parse joined that verb to one of which it is no part.
    """

    token: Token
    cue: Cue
    subject: Token | None
    source: Span | None
    contents: tuple[Span, ...]
    verb: Token
    apart: bool = False
