"""Whose body it is that a name stands for which those of many countries have: "National Police", "Ministry of Justice"."""

import re
from dataclasses import dataclass

from helpers.agencies.full_names import FullNames
from helpers.agencies.places import US_STATE
from helpers.names import Found, country_of_region, is_shared, of_country

__all__ = ["ENGLISH", "Link", "Whose"]

_GENERIC = re.compile(
    r"(?:Ministry|Secretariat|Department|Office|Bureau|Directorate|Public|Attorney General|National|Federal|Border Force|Security|Supreme"
    r"|General|Central|Customs|Prosecutor|Prison|State|Criminal|Financial|Immigration)"
)
_MINISTRY = re.compile(r"(?:Ministry|Secretariat|Directorate|Public Prosecutor)")
_OF_EVERY_COUNTRY = re.compile(r"(?:Ministry|Secretariat|Directorate|Attorney General|National|Federal)")
_MINISTRY_OF = re.compile(r"^(?:Ministry|Secretariat|Department|Directorate|Bureau) of ")
_PLACE_LAST = re.compile(r"\b(?:of|in|for) (?:the )?[A-Z]\w+$")
ENGLISH = ("United Kingdom", "Ireland", "Canada", "Australia", "New Zealand")  # names stay as they are
OFTEN = 3  # how often an article names a country, at least, whose its bodies are unless it says otherwise


@dataclass(frozen=True)
class Link:
    """What a mention stands for.

    Attributes:
        agency: Canonical name.
        country: Its country, "European Union", "international" or empty.
        level: federal, state, local, foreign, international or unnamed.
        part_of: The body it is a part of, by the list.
    """

    agency: str
    country: str
    level: str
    part_of: str = ""


class Whose(FullNames):
    """Goes with one article."""

    def is_generic(self, found: Found) -> bool:
        """Whether a body of any country could be called so."""
        return found.kind == "name" and bool(_GENERIC.match(found.text))

    def by_weight(self, found: Found, rows: list[dict[str, str]], nation: str) -> Link:
        """Of the bodies that a name can be, that of the country of which the article says most beside the name."""
        text, dominant = found.text.replace("’", "'"), self.dominant()
        foreign = not nation and rows[0]["level"] == "foreign"
        unsupported = foreign and not any(self.weights[row["country"]] > (len(rows) == 1) for row in rows)
        row = max(rows, key=lambda row: (self.weights[row["country"]], -rows.index(row)))
        several = len(rows) > 1 and (unsupported or foreign and self.contested(row["country"]))
        if several or unsupported and self.is_vague(found, row, dominant):
            return self.at_home(text, rows)
        elsewhere = unsupported and dominant and dominant != row["country"]
        other = row["agency"] != text or dominant == self.dated
        if elsewhere and self.is_generic(found) and other:
            return Link(of_country(text, dominant), dominant, "foreign")
        return Link(row["agency"], row["country"], row["level"], row["part_of"])

    def at_home(self, text: str, rows: list[dict[str, str]]) -> Link:
        """A name that bodies of many countries have, with the one country that the article is about: "National Police of
        Ecuador"; as it stands where nothing tells whose it is."""
        country = "" if self.dominant() in ENGLISH else self.dominant()
        row = next((row for row in rows if row["country"] == country), None)
        if country and row:
            return Link(row["agency"], row["country"], row["level"], row["part_of"])
        known = country if country == self.dated else ""
        return Link(self.with_country(text, known) if known else text, known, "foreign")

    def is_vague(self, found: Found, row: dict[str, str], dominant: str) -> bool:
        """Whether the only body of the list with a name of words that many share is meant by chance."""
        text = found.text.replace("’", "'")
        if dominant not in ("", row["country"]) or row["agency"] == text or not self.is_generic(found):
            return False
        return is_shared(text) or len(text.split()) < 3

    def likely_country(self, text: str) -> str:
        """The country that an unlisted body is of, if nothing beside it tells."""
        if region := country_of_region(text):  # "Sonora State Police"
            return region
        if _MINISTRY.match(text):
            return self.dominant()
        of_state = "United States" if US_STATE.search(self.article.text) else ""
        return max(self.weights, key=self.weights.__getitem__, default=of_state)

    def needs_country(self, text: str, country: str, *, given: bool) -> bool:
        """Whether a name tells whose body it is only with "of COUNTRY"."""
        told = country in ("", "United States", "international") or country in text
        if told or not given and country in ENGLISH:
            return False
        often = given or self.weights[country] >= OFTEN
        common = often and is_shared(text) or not given and bool(_OF_EVERY_COUNTRY.match(text))
        return common and not _PLACE_LAST.search(_MINISTRY_OF.sub("", text))
