"""One mention of an agency as a row of the table."""

import re
from dataclasses import dataclass

from helpers.texts import Row

__all__ = ["NAMED", "AgencyRow"]

NAMED = ("name", "abbreviation", "description")  # how a body is linked that its own words name
_ARTICLE = re.compile(r"(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?) )?")


@dataclass(frozen=True, kw_only=True)
class AgencyRow(Row):
    """One mention of an agency; the evidence span is the mention.

    Attributes:
        agency: Canonical name, or for an unnamed body the words of the text.
        mention: The words as written, without a bracketed abbreviation.
        country: Country, "European Union" or "international"; empty if the text does not tell.
        level: federal, state or local (United States), foreign, international, or unnamed.
        linked_by: name, abbreviation, pronoun, description or official.
        sentence: The unit it stands in.
        sentence_start: Offset of the sentence, by which rows of all tables join.
    """

    agency: str
    mention: str
    country: str
    level: str
    linked_by: str
    sentence: str
    sentence_start: int

    @property
    def noun_start(self) -> int:
        """Where the mention begins without its article, which those who do something have not."""
        return self.start + len(_ARTICLE.match(self.mention)[0])
