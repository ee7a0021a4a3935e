"""The federal district of a U.S. Attorney's office: that of the attorney whom an article names, the one named nearest, or that of
its dateline."""

import re

from helpers.agencies.datelines import dated_district
from helpers.texts import Article

__all__ = ["DISTRICT", "US_ATTORNEY", "district_near", "in_district"]

US_ATTORNEY = "U.S. Attorney's Office"
DISTRICT = (
    r"(?:(?:North|South|East|West|Middle|Central)(?:ern)? )?District of "
    r"(?:Columbia|(?:New |North |South |West |Rhode |Puerto )?[A-Z][a-z]+)"
)
_ANY = re.compile(rf"(?:\b[Tt]he |Office, |^[^\S\n]*|[|/]\s*)({DISTRICT})", re.MULTILINE)
_ATTORNEYS = re.compile(
    r"\b(?:U\.?S\.?|United States) [Aa]ttorney(?:['’]s [Oo]ffice)?"
    rf"(?:,? (?!{DISTRICT})([A-Z][\w.'’-]{{0,30}}(?: [A-Z][\w.'’-]{{0,30}}){{0,3}}))?"
    rf"(?:,?\s(?:for|of|in) the |,? ?[|/–—-]?\s{{1,4}})({DISTRICT})(?:,? ([A-Z][\w.'’-]{{0,30}}(?: [A-Z][\w.'’-]{{0,30}}){{1,3}}))?"
)


def district_near(article: Article, at: int, surname: str = "") -> str:
    """The district of the office that a place in an article means, "Southern District of Ohio"; empty if nothing tells.

    Args:
        article: The article.
        at: The place.
        surname: That of the attorney who is named there: where the article gives a district to another attorney, it is not theirs.
    """
    offices = [
        (match.start(), match[2], match[1] or match[3] or "") for match in _ATTORNEYS.finditer(article.text)
    ]
    named = [one for one in offices if not surname or not one[2] or one[2].endswith(surname)]
    if not offices:
        named = [(match.start(), match[1], "") for match in _ANY.finditer(article.text)]
    before = [district for start, district, _ in named if start < at]
    if named:
        return before[-1] if before else named[0][1]
    return dated_district(article)


def in_district(district: str) -> str:
    """The name of the U.S. Attorney's office of a district; without its district where that is not known."""
    return f"{US_ATTORNEY} for the {district}" if district else US_ATTORNEY
