"""Which body a name or description in an article stands for: whose "National Guard", which "sheriff's
office", of what country.

Evidence is taken in this order: an abbreviation in brackets, the country beside the name, the label of the
bullet or the start of the sentence, a fuller name given before, the country the article writes about most.
"""

import re
from collections.abc import Callable, Iterator

from helpers.agencies.datelines import dated_town
from helpers.agencies.full_names import is_definite, uncounted, watches_police
from helpers.agencies.made import body_of_office
from helpers.agencies.meanings import by_bracket, means_other_thing, other_things
from helpers.agencies.places import own_nation
from helpers.agencies.whose import Link, Whose
from helpers.names import (
    Found,
    adjective,
    countries,
    gazetteer,
    is_title_case,
    level,
    nations_in,
    of_country,
    office_of_body,
    owned_by_nation,
    plain_name,
    plain_words,
    short_names,
    significant,
)
from helpers.texts import Article, Sentence, word_set

__all__ = ["Link", "Links"]

_US_TRIAL = re.compile(
    r"\b(?:[Ff]ederal (?:grand )?jur(?:y|ies|ors)|[Ff]ederal prosecutors|U\.?S\.? (?:Attorney|District Court|District Judge))\b"
)
_CHIEF = re.compile(r" Chief [A-Z]")
_AMERICAN = re.compile(r"(?:U\.?S\.?|United States|American|[Ff]ederal) ")
_BEYOND_COUNTRIES = ("international", "European Union")
LAST_NAMED = 200  # bodies looked back at


class Links(Whose):
    """Goes with one article and remembers what was named in it."""

    def __init__(self, article: Article, sentences: list[Sentence], docs: dict[int, object]):
        super().__init__(article, sentences)
        self.docs = docs
        self.by_text: dict[str, Link] = {}  # words of a shared name -> what it was taken for
        self.defined: dict[str, tuple[Link, str]] = {}  # abbreviation introduced in brackets -> body
        self.named: list[Link] = []  # bodies named so far
        self.other_things = other_things(article, self.scans)
        self.define_abbreviations()

    def define_abbreviations(self) -> None:
        """Takes the short names that the article introduces, and then first letters; "Customs" is no short name of a Tax and
        Customs Board beside the Finnish Customs."""
        every = (one for scanned in self.scans.values() for one in scanned if one.kind in ("name", "pattern"))
        ends = {one.text.split()[-1] for one in every if " " in one.text} & word_set("bare_names")
        for sentence in self.sentences:
            for found in self.scans[sentence.start]:
                named = found.kind in ("name", "pattern", "abbreviation")
                short = short_names(sentence, found) if named else set()
                for name in short - self.defined.keys() - (ends - {found.text.split()[-1]}):
                    if link := self.link(sentence, found):
                        self.defined[name] = (link, found.text)
        for letters, place in self.first_letters.items():
            if letters not in self.defined and (link := self.link(*place)):
                self.defined[letters] = (link, place[1].text)

    def link(self, sentence: Sentence, found: Found) -> Link | None:
        """What a named or described candidate stands for; None if that is no body."""
        sentence, found = self.in_small_letters(found) or (sentence, found)
        return _BY_KIND[found.kind](self, sentence, found)

    # ---- descriptions and abbreviations

    def description(self, sentence: Sentence, found: Found) -> Link | None:
        """ "the sheriff's office" is the one that was named; other descriptions keep their words."""
        *before, people = found.text.lower().split()
        if people in word_set("field_people") and word_set("officer_modifiers").issuperset(before):
            return None  # "undercover officers" are those of a body that is named elsewhere
        if (short := found.text.split()[0]) in self.defined:  # "THP troopers"
            return self.defined[short][0]
        if whole := self.owner_of_unit(sentence, found):
            return self.link(sentence, whole)
        if chief := self.chief_of_town(sentence, found):
            return chief
        nation = self.context_nation(sentence, found)
        if whole := self.in_full(found, nation):
            return self.link(*whole)
        if named := self.named_before(sentence, found, nation):
            return named
        if department := self.other_name(found):
            return Link(department, self.likely_country(department), "local")
        title_case = is_title_case(sentence)
        single = found.text[:1].isupper() and found.text.lower() in word_set("singular")
        if single and found.start and nation and not title_case:  # "Chile: the Navy"
            return Link(of_country(found.text, nation), nation, level(found.text, nation))
        if words_of_government := self.own_government(found.text):
            return words_of_government
        country = next(iter(nations_in(found.text)), "")
        words = uncounted(plain_words(found.text, lower=title_case))
        return Link(self.of_nation(words, country), country, "unnamed")

    def chief_of_town(self, sentence: Sentence, found: Found) -> Link | None:
        """The police of the town of the dateline, for a "Police Chief Jo Sample" whose town nothing else tells."""
        if found.text != "Police" or not _CHIEF.match(sentence.text, found.end):
            return None
        town = dated_town(self.article)
        return (
            Link(f"{town} Police Department", "United States", "local")
            if town and self.towns <= {town}
            else None
        )

    def own_government(self, text: str) -> Link | None:
        """ "the government" of the one country that the article is about; before a federal court the one that charges."""
        if text.lower().removeprefix("the ") != "government":
            return None
        if _US_TRIAL.search(self.article.text):
            return Link("U.S. government", "United States", "federal")
        country = self.dominant()
        whose = adjective(country, self.article.text) if country else ""
        return Link(f"{whose} government", country, "foreign") if whose else None

    def abbreviation(self, sentence: Sentence, found: Found) -> Link | None:
        """What the article introduces it as, else what the list says, unless it means another thing."""
        if found.text in self.defined:
            return self.defined[found.text][0]
        if not found.rows or found.text in self.other_things or means_other_thing(sentence, found):
            return None
        return self.listed(sentence, found)

    # ---- names

    def listed(self, sentence: Sentence, found: Found) -> Link:
        """A name of the gazetteer: of the country that the sentence or the article gives it."""
        nation = self.nation_before(sentence, found) or own_nation(found)
        if not nation and (other := self.namesake(sentence, found)):
            return other
        if not nation and len(found.rows) > 1:
            nation = self.context_nation(sentence, found)
            named = self.named_before(sentence, found, nation)
            if named and not found.bracket and named.agency in {row["agency"] for row in _rows(found)}:
                return named
        if not nation and (known := self.known_from_before(sentence, found)):
            return known
        rows, short = _rows(found), sentence.text[slice(*found.bracket)] if found.bracket else ""
        if short:  # the abbreviation in brackets says which body it is
            rows = [row for row in rows if short in row["abbreviations"].split("|")] or rows
        fitting = [row for row in rows if row["country"] == nation] if nation else []
        if not fitting and own_nation(found):
            return Link(found.text, nation, level(found.text, nation))
        if nation and not fitting and self.is_generic(found) and rows[0]["country"] not in _BEYOND_COUNTRIES:
            text = (
                self.with_country(found.text, nation) if nation != "United States" else f"U.S. {found.text}"
            )
            return Link(text, nation, level(found.text, nation))
        link = self.by_weight(found, fitting or rows, nation)
        if not nation:
            self.by_text[found.text] = link
        return link

    def namesake(self, sentence: Sentence, found: Found) -> Link | None:
        """Whose body it is that has the plain name of one of the United States, "Coast Guard", in an article that nowhere calls
        it so: of a state, of the only other one so called, or of the country in which the article is dated."""
        rows, text = _rows(found), found.text
        if found.bracket or text not in word_set("national_names"):
            return None
        if sentence.text[: found.start].endswith("state "):
            return Link(f"state {text}", "United States", "state")
        every = ((one, other) for one in self.sentences for other in self.scans[one.start])
        longer = {
            plain_name(other.text): (one, other)
            for one, other in every
            if other.kind in ("name", "pattern") and other.text.endswith(f" {text}")
        }
        if any(_AMERICAN.match(name) for name in longer):
            return None
        if len(longer) == 1:
            return self.link(*next(iter(longer.values())))
        if not self.dated or self.dated != self.dominant() or "Department" in text:
            return None  # that of another country is called a ministry
        row = next((row for row in rows if row["country"] == self.dated), None)
        name = row["agency"] if row else self.with_country(text, self.dated)
        return Link(name, self.dated, "foreign")

    def known_from_before(self, sentence: Sentence, found: Found) -> Link | None:
        """What the article has said of the same name: a longer one with its district, or a state's court."""
        if found.text in word_set("state_bodies"):
            return self.of_state(sentence, found)
        return self.with_district(found) or self.by_text.get(found.text)

    def of_state(self, sentence: Sentence, found: Found) -> Link | None:
        """The "Supreme Court" of a state, if the article has named that one, or tells of a trial."""
        before = reversed(self.named[-LAST_NAMED:])
        named = next((link for link in before if link.agency.endswith(f" {found.text}")), None)
        if named is not None:
            return named
        trial = word_set("trial_words") & {word.strip(".,;:").lower() for word in sentence.text.split()}
        return Link(found.text, "", "state") if trial else None

    def mention_start(self, sentence: Sentence, found: Found) -> int:
        """Start of a name with the adjective of its country ("Hungarian National Bureau"), but without "Sweden's"."""
        if found.kind in ("name", "pattern") and (owner := owned_by_nation(found.text)[0]):
            return found.start + len(owner)
        adjectives = (one for one in self.scans[sentence.start] if one.kind == "adjective")
        before = (one.start for one in adjectives if one.end == found.start - 1)
        return next(before, found.start) if found.kind in ("name", "pattern") else found.start

    def named_before(self, sentence: Sentence, found: Found, nation: str) -> Link | None:
        """The fuller name that a shorter one stands for: "the sheriff's office", "the Navy", "Peel police"; a capitalised word
        rather for one that ends in it, "Customs" for the Finnish Customs before another's Tax and Customs Board."""
        fuller = [*self.fuller_names(sentence, found, nation)]
        ending = (
            [link for link in fuller if link.agency.endswith(f" {found.text}")]
            if found.text.istitle()
            else []
        )
        return next(iter(ending or fuller), None)

    def fuller_names(self, sentence: Sentence, found: Found, nation: str) -> Iterator[Link]:
        """The bodies named before with a fuller name, the last of them first."""
        text = found.text.replace("’", "'")
        if found.kind == "description" and not (text[:1].isupper() or is_definite(sentence, found)):
            return
        wanted = significant(text.lower())
        for link in reversed(self.named[-LAST_NAMED:]):
            if link.agency in countries() or nation and link.country != nation:
                continue
            whole = link.country or " " in text or text in ("ministry", "department")
            longer = whole and link.agency.lower().endswith(text.lower())
            if link.level == "unnamed" and not longer:
                continue  # but "the navy" may be the Mexican navy
            if wanted == {"police"} and watches_police(link.agency):
                continue
            if wanted < significant(link.agency.lower()):
                yield link

    def with_district(self, found: Found) -> Link | None:
        """The body named before with its district, when only its office is named: "the U.S. Attorney's Office"."""
        start, named = f"{plain_name(found.text)} for the ", reversed(self.named[-LAST_NAMED:])
        return next((link for link in named if link.agency.startswith(start)), None)

    def pattern(self, sentence: Sentence, found: Found) -> Link:
        """A name built like an organisation's: with its country where it could be of any."""
        office = office_of_body(found.text)
        if office and not set(nations_in(found.text)) - {office["country"]}:
            return Link(office["agency"], office["country"], office["level"])
        if found.unit is not None:
            text, whole = plain_name(sentence.text[slice(*found.unit)]), plain_name(found.text)
            country = [*nations_in(whole), self.likely_country(whole)][0]
            text = whole if text.split()[-1].islower() else text  # "the FBI's Parole division"
            return Link(text, country, level(whole, country))
        if row := by_bracket(sentence, found):
            return Link(row["agency"], row["country"], row["level"], row["part_of"])
        nation = self.nation_before(sentence, found)
        if whole := self.in_full(found, nation):
            return self.link(*whole)
        if not nation:
            nation = self.context_nation(sentence, found)
            named = self.named_before(sentence, found, nation)
            if named and not found.bracket:
                return named
        office = body_of_office(plain_name(found.text).lower(), self.article)
        beside = office.split(" ")[0] in sentence.text  # an office of the county and another one
        text = (
            self.other_name(found)
            or (not beside and office)
            or self.parent_before(sentence, found) + plain_name(found.text)
        )
        if text in word_set("border_sectors"):
            return Link(f"U.S. Border Patrol {text}", "United States", "federal", "U.S. Border Patrol")
        country = nation or next(iter(nations_in(text)), "")
        owner, rest = owned_by_nation(text)
        if owner:  # "Poland's Border Guard"
            return Link(self.with_country(rest, country), country, level(rest, country))
        country = country or self.likely_country(text)
        if self.needs_country(text, country, given=bool(nation)):
            return Link(self.with_country(text, country), country, "foreign")
        return Link(text, country, level(text, country))


def _rows(found: Found) -> list[dict[str, str]]:
    return [gazetteer()[number] for number in found.rows]


# By name, where `offices` or `antecedents` know more of it.
_BY_KIND: dict[str, Callable[[Links, Sentence, Found], Link | None]] = {
    "description": lambda links, *found: links.description(*found),
    "abbreviation": Links.abbreviation,
    "name": lambda links, *found: links.listed(*found),
    "pattern": lambda links, *found: links.pattern(*found),
}
