"""For which body of the article a person with a rank speaks, where nothing beside the name says so.

A sheriff speaks for the sheriff's office, a port director for Customs and Border Protection, a lieutenant for the
one body with officers that the article has named. `ranks.csv` says which names fit a rank, and what the body is
called where the article names only its place ("Sheriff Jo Sample" in an article on Knox County).
"""

import re
from collections.abc import Iterable, Set
from dataclasses import replace
from functools import cache
from itertools import islice

from helpers.agencies.agency_rows import NAMED, AgencyRow
from helpers.agencies.issuers import inspector_general, issuer_of
from helpers.agencies.made import allows, made_body, place_before
from helpers.agencies.posts import helpers_among
from helpers.agencies.speeches import Speech
from helpers.names import by_name, countries, owned_by_nation
from helpers.texts import Article, word_list, word_set

__all__ = ["with_bodies"]

SHORT = 3000  # characters of a text in which the body named first is the one that tells it
_NO_RANKS = re.compile(
    r"\b(?:Courts?|Attorney|Congress|Parliament|Senate|government|Ministry|University|Department of (?:Justice|Education)|Council of Europe|Union|Association|Institute|Foundation|Amnesty)\b"
)
_UNIFORMED = re.compile(r"\b(?:Police|Guard|Navy|Army|Marine|Force|Patrol|Rangers?|Prisons)\b")
_OF_BODY = re.compile(r",?\s(?:of|from|with|at|for)\s(?:the\s)?[A-Z]")
_FOR_BODY = re.compile(r"\bfor\s(?:the\s)?[\w\s-]{2,40},\s$")  # "a spokesman for the gendarmerie, Captain"


def with_bodies(article: Article, speeches: list[Speech], agencies: list[AgencyRow]) -> list[Speech]:
    """The speeches with the body of each person whose rank tells it; what is known of a person counts for all
    their speeches.

    Args:
        article: The article.
        speeches: From `find_speeches`.
        agencies: The agencies of the article.
    """
    bodies: dict[str, str] = {}
    named = {row.agency for row in agencies}
    for speech in speeches:
        body = "" if _is_post(speech, named, article.text) else _without_nation(speech.organisation, agencies)
        bodies[speech.who] = bodies.get(speech.who) or _with_inspector(speech.title, body)
    issuer = issuer_of(article, ((row.start, row.mention, row.agency) for row in _named(agencies)))
    for speech in speeches:
        if not bodies[speech.who]:
            bodies[speech.who] = _body_of(speech, article, agencies, issuer, set(bodies.values()) - {""})
    return [replace(speech, organisation=bodies[speech.who]) for speech in speeches]


def _without_nation(body: str, agencies: list[AgencyRow]) -> str:
    """A body that is named with its country before it, "Mexico's Tax Institute", by its own name."""
    rest = owned_by_nation(body)[1]
    return body if rest == body else next((row.agency for row in agencies if row.mention == rest), body)


def _with_inspector(title: str, body: str) -> str:
    """A body, of its inspector general the office: "Department of Justice Inspector General Jo Sample"."""
    federal = by_name().get(body, {}).get("level") == "federal"
    inspects = title.endswith("Inspector General") and "Inspector General" not in body
    return inspector_general(body) if federal and inspects else body


def _is_post(speech: Speech, named: Set[str], text: str) -> bool:
    """Whether somebody is of no body, but of a part of one or only at a place: "commanding officer of the Cutter James",
    "a volunteer at Union Station"."""
    organisation, (rank, _) = speech.organisation, _rank(speech.title)
    part = rank is not None and organisation not in named and not allows(rank, organisation)
    place = organisation.endswith(tuple(f" {head}" for head in word_set("place_heads")))
    return part or place and re.search(rf"\bat\s(?:the\s)?{re.escape(organisation)}\b", text) is not None


def _body_of(
    speech: Speech, article: Article, agencies: list[AgencyRow], issuer: str, spoken_for: set[str]
) -> str:
    """The body for which a rank without a body speaks: the only one named so far whose name allows it; of
    several the one whose text this is, for which another has spoken, or that a short text names first."""
    earlier = [row for row in agencies if row.start < speech.sentence.end]
    if body := _of_spokesperson(speech, agencies) or _of_kind(speech, earlier):
        return body
    rank, before = _rank(speech.title)
    before = before or _county_behind(speech)
    if rank is None or _is_elsewhere(speech) and not before:
        return ""
    place = place_before(before)
    named = {row.agency for row in _named(agencies) if row.start < speech.sentence.end}
    plain = {row.agency for row in _named(agencies) if row.level == "federal"}  # bodies of agents
    fitting = {
        agency
        for agency in (named | spoken_for) - countries()
        if allows(rank, agency) and place in agency and (rank["body"] or _has_ranks(agency, plain))
    }
    fitting = fitting - helpers_among(_named(agencies)) or fitting
    if not fitting and " " in speech.name:
        fitting = _unnamed(rank, agencies)
    if rank["body"]:
        fitting -= {by_name().get(agency, {}).get("part_of", "") for agency in fitting}
    if len(fitting) > 1:
        start, source = speech.sentence.start, speech.source_start
        here = {row.agency for row in _named(agencies) if start == row.sentence_start and row.start <= source}
        first = {row.agency for row in islice(_named(agencies), 1)} if len(article.text) < SHORT else set()
        heads = fitting & first if rank["body"] == "." else set()
        fitting = fitting & here or fitting & {issuer} or heads or fitting & spoken_for or fitting & first
    if not fitting and rank["made"]:
        made = made_body(rank["made"], article, before)
        own = {row.agency for row in _named(agencies) if made and row.agency.split()[0] == made.split()[0]}
        own = {agency for agency in own if rank["body"] and allows(rank, agency)}
        return own.pop() if len(own) == 1 else made  # as the article calls it later
    return next(iter(fitting)) if len(fitting) == 1 else ""


def _has_ranks(agency: str, plain: set[str]) -> bool:
    """Whether a body may have ranks that are anybody's: of those that only have agents, the uniformed ones."""
    return not _NO_RANKS.search(agency) and (agency not in plain or _UNIFORMED.search(agency) is not None)


def _is_elsewhere(speech: Speech) -> bool:
    """Whether words beside the name say whose officer it is, though no list knows that body."""
    text = " ".join(speech.sentence.text.split())
    at = text.find(speech.name)
    before = re.sub(rf"{re.escape(speech.title)} $", "", text[: max(at, 0)])
    behind = at >= 0 and _OF_BODY.match(text, at + len(speech.name))
    return bool(behind or _FOR_BODY.search(before))


def _unnamed(rank: dict[str, str], agencies: list[AgencyRow]) -> set[str]:
    """The bodies without a name that fit a rank of one kind of body: the district court of a judge."""
    if rank["body"] in ("", "."):
        return set()
    kind = re.compile(f"(?i){rank['body']}")
    rows = (row for row in agencies if row.level == "unnamed" and row.linked_by == "description")
    return {row.agency for row in rows if kind.search(row.agency) and not row.agency.endswith("s")}


def _of_kind(speech: Speech, earlier: Iterable[AgencyRow]) -> str:
    """The body named last whose kind stands in a title: the one council of "council member Jo Sample"."""
    kinds = (word_set("anaphor_nouns") | {"customs"}).intersection(speech.title.lower().split())
    same = [row for row in earlier if row.linked_by in NAMED and row.agency.split()[-1].lower() in kinds]
    return same[-1].agency if same and speech.name and not _FORMER.match(speech.title) else ""


_FORMER = re.compile(r"(?i)(?:former|ex|retired|then)\b")
_SPOKES = re.compile(r"([A-Z]?[\w’'-]{2,20}(?: [a-z]{2,20}){0,2}) spokes(?:man|woman|person)\b")


def _of_spokesperson(speech: Speech, agencies: list[AgencyRow]) -> str:
    """The body that stands in small letters before "spokesman": "police spokesman Jo Sample" speaks for the police that the
    article has named last, or for the police; empty if it is no public body."""
    found = _SPOKES.match(speech.title)
    words = found[1].lower() if found else ""
    if words not in _public():
        return ""
    same = [row.agency for row in agencies if row.start < speech.sentence.end and _ends(row.agency, words)]
    return same[-1] if same else words


def _ends(agency: str, words: str) -> bool:
    """Whether a body is called so, maybe with more words: "Kano State Police", "Nigerian army"."""
    return (
        re.search(rf"\b{words}(?: (?:force|service|department)| of [a-z ]+| in [a-z ]+)?$", agency.lower())
        is not None
    )


@cache
def _public() -> frozenset[str]:
    """Public bodies that can stand without whose they are: police, coast guard."""
    kinds = ("head", "generic", "service")
    words = (row["words"] for row in word_list("names/agency_descriptions") if row["class"] in kinds)
    return frozenset(word for word in words if not word.endswith("s") or word == "customs")


_FOR_NOW = re.compile(r"^(?:Acting|Interim) ")
_OF_COUNTY = re.compile(r",?\sof\s((?:[A-Z][\w.'’-]{1,20}\s){1,3}(?:County|Parish))")
_COUNTY = re.compile(r"(?:[A-Z][\w.'’-]{1,20}\s){1,3}(?:County|Parish)\s")


def _county_behind(speech: Speech) -> str:
    """The county behind a name: "Sheriff Jo Sample of Kent County"."""
    text = " ".join(speech.sentence.text.split())
    at = text.find(speech.name)
    found = _OF_COUNTY.match(text, at + len(speech.name)) if at >= 0 and speech.name else None
    return found[1] if found else ""


def _rank(title: str) -> tuple[dict[str, str] | None, str]:
    """The row of the longest rank with which a title begins, and the county before it: "Pima County Sheriff"."""
    title = _FOR_NOW.sub("", title)
    county = _COUNTY.match(title)
    before = county[0] if county else ""
    title = title.removeprefix(before.removesuffix("County "))
    head = title.split(",")[0].split(" of ")[0]
    ranks = [row for row, first, last in _patterns() if first.match(title) or last.search(head)]
    return max(ranks, key=lambda row: len(row["rank"]), default=None), before


@cache
def _patterns() -> list[tuple[dict[str, str], re.Pattern, re.Pattern]]:
    """Each rank with its pattern at the beginning of a title and at the end, also in small letters if it is that of one
    kind of body: "deputy prosecutor Jo Sample"."""
    found = []
    for row in word_list("agencies/ranks"):
        rank = re.escape(row["rank"])
        written = f"(?i:{rank})" if " " in rank and row["body"] not in ("", ".") else f"(?:{rank})"
        found.append((row, re.compile(rf"(?:County )?{written}\b"), re.compile(rf"(?:^| ){written}$")))
    return found


def _named(agencies: list[AgencyRow]) -> Iterable[AgencyRow]:
    """The bodies that the article names; also the force of a nation or town that it only describes."""
    return (
        row
        for row in agencies
        if row.level not in ("unnamed", "")
        and row.linked_by in ("name", "abbreviation")
        or row.level == "unnamed"
        and _FORCE.fullmatch(row.agency)
    )


_FORCE = re.compile(r"[A-Z][^\W\d_]{2,20} (?:[A-Z][a-z]{2,20} )?(?:navy|coast guard|army|gendarmerie|police)")
