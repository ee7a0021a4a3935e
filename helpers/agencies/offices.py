"""Which body an official's title stands for: who heads what in this article before who heads it by list."""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.agencies.branches import body_of_branch, own_words
from helpers.agencies.datelines import dated_state
from helpers.agencies.districts import DISTRICT, US_ATTORNEY, district_near, in_district
from helpers.agencies.links import LAST_NAMED, Link
from helpers.agencies.ministries import Ministries, ministry_of
from helpers.agencies.places import STATES, US_STATE
from helpers.names import (
    Found,
    adjective,
    by_name,
    level,
    nations_in,
    of_country,
)
from helpers.texts import Article, Sentence, word_list, word_set

__all__ = ["Offices", "is_seat"]

_FEDERAL = re.compile(
    r"\b(?:Justice Department|Department of Justice|DOJ|U\.?S\.? Attorney|White House|Congress|Senate|[Ff]ederal)\b"
)
_OF_STATE = re.compile(
    r"\b(?:[Ss]tate (?:[Bb]oard|[Pp]olice|[Pp]atrol|[Dd]epartment|[Tt]roopers|[Pp]rison)|[Gg]overnor|Division of)\b"
)
_STATE_BEFORE = re.compile(rf"\b({STATES})(?:['’]s)? $")
_STATE_AFTER = re.compile(rf" (?:of|for) (?:the State of )?({STATES})\b")
_ATTORNEY_OF_STATE = re.compile(
    rf"\b({STATES}) (?:Office of (?:the )?Attorney General|Attorney General['’]s Office)\b"
)
_DISTRICT_BEHIND = re.compile(  # "Assistant U.S. Attorney Jo Sample, District of Arizona, handled"
    rf"(?: [A-Z][\w.'’-]{{0,30}}){{1,4}}, ({DISTRICT})"
)
_THE_DISTRICT = re.compile(rf"\b(?:[Tt]he |Office, )({DISTRICT})")
_OF_A_STATE = re.compile(r"\b[Ss]tate(?:['’]s)? $")
_OTHER_HEAD = re.compile(r"\b([A-Z][\w&-]{1,20}) $")  # "IPU President"
_PARTS = {"Scot": "Scottish", "Wales": "Welsh", "Welsh": "Welsh", "Northern I": "Northern Irish"}
_PART = re.compile("|".join(_PARTS))
_FORMER = re.compile(r"\b(?:[Ff]ormer[ly]{0,2}|[Ee]x)[ -](?:[A-Z][\w.-]{1,20} ){0,3}$")
_SURNAME = re.compile(r"(?: [A-Z][\w.'’-]{0,30}){0,4} ([A-Z][\w'’-]{1,30})")


class Offices(Ministries):
    """Goes with one article and remembers whose officials it has named."""

    def __init__(self, article: Article, sentences: list[Sentence], docs: dict[int, object]):
        self.heads: dict[str, Link] = {}  # surname of an official -> the body the article has given to them
        self.branches: dict[str, str] = {}  # field office -> the body for which it acts
        super().__init__(article, sentences, docs)

    def official(self, sentence: Sentence, found: Found) -> Link | None:
        """The body that an official speaks for; None if it may be anybody's."""
        surname = _SURNAME.match(sentence.text, found.end)
        name = surname[1] if surname else ""
        link = self.heads.get(name) if name else None
        if link is None:
            link = self.by_title(sentence, found)
            if link is not None and name:
                self.heads[name] = link
        return link

    def by_title(self, sentence: Sentence, found: Found) -> Link | None:
        """The body of a title: by the country or state beside it, by the article, by the list; none of a former one."""
        if _FORMER.search(sentence.text[max(0, found.start - 60) : found.start]):
            return None
        nation = next(iter(nations_in(found.text)), "") or self.nation_before(
            sentence, found
        )  # "U.S. Attorney"
        titles = [word_list("names/titles")[number] for number in found.rows]
        title = max(
            titles,
            key=lambda t: (t["country"] == nation, self.weights[t["country"]] if t["country"] else 0),
        )
        if title["title"] == "Attorney General" and (state := self.state_of(sentence, found, title, nation)):
            written = re.search(rf"\b{state} Office of (?:the )?Attorney General\b", self.article.text)
            office = written[0] if written else f"{state} Attorney General's Office"
            return Link(office, "United States", "state")
        of_state = _OF_A_STATE.search(sentence.text[: found.start]) or self.is_of_a_state()
        if title["title"] == "Attorney General" and not nation and of_state:
            named = {*US_STATE.findall(self.article.text)}
            state = dated_state(self.article) or (named.pop() if len(named) == 1 else "")
            office = f"{state} Attorney General's Office".strip()
            return Link(office, "United States", "state")
        ministry = self.ministry(title["title"], nation) or self.ministry_behind(sentence, found, nation)
        if ministry := ministry or self.ministry_before(sentence, found, nation):
            return ministry
        if title["agency"] == "government":
            if ministry := ministry_of(title["title"]):
                return self.ministry_link(ministry, nation or self.dominant())
            return self.government(sentence, found, nation)
        if title["agency"] == "consulate":
            of_country = adjective(nation, sentence.text) if nation else ""
            return Link(f"{of_country} consulate", nation, "foreign") if of_country else None
        elsewhere = nation if title["country"] and nation != title["country"] else ""
        dominant = self.dominant()
        own = title["agency"] == US_ATTORNEY  # which says in its name whose it is
        if not nation and not own and not self.weights[title["country"]] and dominant != title["country"]:
            elsewhere = dominant
        abroad = self.abroad(sentence, title["title"], elsewhere) if elsewhere else None
        of_list = not title["country"] or title["country"] == "United States"
        of_list = of_list or nation == title["country"] or self.weights[title["country"]]
        return abroad or (self.by_list(sentence, found, title) if of_list else None)

    def state_of(self, sentence: Sentence, found: Found, title: dict[str, str], nation: str) -> str:
        """The state whose Attorney General is meant: beside the title, named before, or in the sentence."""
        beside = _STATE_BEFORE.search(sentence.text[max(0, found.start - 20) : found.start])
        beside = beside or _STATE_AFTER.match(sentence.text, found.end)
        if beside:
            return beside[1]
        if nation or any(link.agency == title["agency"] for link in self.named):
            return ""
        offices = (link.agency for link in reversed([*self.named[-LAST_NAMED:], *self.heads.values()]))
        known = next((name for name in offices if name.endswith(" Attorney General's Office")), "")
        if known and US_STATE.match(known):
            return known.removesuffix(" Attorney General's Office")
        state = US_STATE.search(sentence.text) or _ATTORNEY_OF_STATE.search(self.article.text)
        return state[1] if state else ""

    def is_of_a_state(self) -> bool:
        """Whether the article tells of a state's bodies, which it may not name, and of nothing federal: an Attorney General
        in it is one of fifty."""
        text = self.article.text
        return bool(_OF_STATE.search(text) and not _FEDERAL.search(text) and not self.dominant())

    def government(self, sentence: Sentence, found: Found, nation: str) -> Link | None:
        """The government for which the head of a state speaks; "the president" of anything does not."""
        before = _OTHER_HEAD.search(sentence.text[: found.start])
        headed = found.text == "President" and before is not None
        other = headed and before[1] not in word_set("not_persons") | word_set("heads_now")
        if not nation and (found.text.islower() or other):
            return None
        country = nation or (max(self.weights, key=self.weights.__getitem__) if self.weights else "")
        if country == "United States" and "minister" in found.text.lower():
            country = self.dominant()  # that nation has secretaries
        of_country = adjective(country, sentence.text)
        if found.text == "Minister" and sentence.text[: found.start].endswith("First "):
            country, of_country = "United Kingdom", self.devolved()
        level = "federal" if country == "United States" else "foreign"
        return Link(f"{of_country} government", country, level) if of_country else None

    def devolved(self) -> str:
        """Which government of the United Kingdom a First Minister heads, if the article names only one of its parts."""
        named = {_PARTS[part] for part in _PART.findall(self.article.text)}
        return named.pop() if len(named) == 1 else ""

    def abroad(self, sentence: Sentence, title: str, country: str) -> Link | None:
        """The body of an official whose country is another than that of the list."""
        if "Attorney" in title:
            return Link(of_country("Attorney General's Office", country), country, "foreign")
        if ministry := ministry_of(title):
            return self.ministry_link(ministry, country)
        return None

    def other_districts(self, sentence: Sentence, found: Found) -> Iterator[tuple[int, int, Link]]:
        """Places of the further districts of "U.S. Attorneys Jo Sample of the Western District of Texas and Ann Roe of the
        District of Arizona", and the offices they stand for."""
        if found.text.endswith("Attorneys"):
            for district in list(_THE_DISTRICT.finditer(sentence.text, found.end))[1:]:
                name = in_district(district[1])
                yield *district.span(1), Link(name, "United States", "federal")

    def by_list(self, sentence: Sentence, found: Found, title: dict[str, str]) -> Link:
        """The body that the list gives to a title; a U.S. Attorney's with its district."""
        listed = by_name().get(title["agency"])
        name = title["agency"]
        if name == US_ATTORNEY:
            name = in_district(self.district_of(sentence, found))
        level = "federal" if title["country"] == "United States" else "foreign"
        return Link(name, title["country"], listed["level"] if listed else level)

    def listed(self, sentence: Sentence, found: Found) -> Link:
        """A name of the gazetteer; of "the U.S. Attorney's Office" the one whose district the article tells."""
        link = super().listed(sentence, found)
        if link.agency != US_ATTORNEY or found.text.endswith("s"):
            return link
        return replace(link, agency=in_district(self.district_of(sentence, found)))

    def pattern(self, sentence: Sentence, found: Found) -> Link:
        """A name that no list holds; of a field office the national body for which it acts."""
        office = own_words(found.text)
        body = self.branches.get(office) or body_of_branch(found.text, sentence, self.scans, found.start)
        if not body:
            return super().pattern(sentence, found)
        self.branches[office] = body
        return self.link_of(body)

    def district_of(self, sentence: Sentence, found: Found) -> str:
        """The district of a U.S. Attorney: behind the name, in the sentence, or as the article tells; empty without one."""
        named = _DISTRICT_BEHIND.match(sentence.text, found.end) or _THE_DISTRICT.search(
            sentence.text, found.end
        )
        if named:
            return named[1]
        surname = _SURNAME.match(sentence.text, found.end) if found.kind == "official" else None
        chief = surname and not found.text.startswith("Assistant")
        return district_near(self.article, sentence.start + found.start, surname[1] if chief else "")

    def link_of(self, agency: str) -> Link:
        """A body as a link, by the list or as the article has named it."""
        row = by_name().get(agency)
        if row:
            return Link(agency, row["country"], row["level"], row["part_of"])
        known = (link for link in reversed(self.named) if link.agency == agency)
        return next(known, Link(agency, "", level(agency, "United States")))


def is_seat(sentence: Sentence, found: Found) -> bool:
    """Whether a name is that of the seat of the body right before it: "BOP's Central Office"."""
    owned = sentence.text[: found.start].replace("’", "'").endswith("'s ")
    return owned and found.text in word_set("seats")
