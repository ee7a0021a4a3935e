"""Which of the bodies named before a bare noun means: "the department", "the force", "the agency", "the ministry".

The body that does what the sentence or the one before says comes first. Behind it the noun means the only body that it fits; of
several the one whose text it is, or the one named last if no other is named as often; otherwise nobody. A body that only helped
another is meant where no other fits.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from helpers.agencies.agency_rows import NAMED, AgencyRow
from helpers.agencies.issuers import AUDITOR
from helpers.agencies.links import LAST_NAMED, Link
from helpers.agencies.made import body_of_office, body_of_officers
from helpers.agencies.short_mentions import Short, names_of_noun, subjects_in
from helpers.agencies.topics import NO_AGENCY, Topics
from helpers.clauses import find_actions, main_doers
from helpers.names import Found, countries, nations_in, plain_name
from helpers.texts import Article, Sentence, word_set

__all__ = ["Recalled", "nearest"]

_DEPARTMENT = re.compile(r"\b(?:Department|Ministry|Secretariat|Home Office)\b")  # no "agency"
_DETERMINERS = frozenset(("the", "this", "that", "its", "their", "our", "his", "her", "any", "each", "every"))
_PEOPLE_OF = re.compile(r"[a-z]{3}s (?:of|from|with) (?:the )?$")
_RIVAL = re.compile(
    r"\b[Tt]he (?:Board|Commission|Committee|Tribunal|Authority|Council|Bureau)\b(?! (?:of|for) | [A-Z])"
)
_CALLED = re.compile(  # "(the agency)", "(hereafter “the Board”)"
    r" \((?:[a-z ]{4,25} )?[“\"'‘]?the [“\"'‘]?([A-Za-z]{4,15})[”\"'’]?\)"
)
_OF_ONE_BODY = re.compile(r"(?i)(?:sheriff['’]s|state) (deputies|troopers)")
_SINGLE = ("jury", "office", "department")
_OTHER_KIND = re.compile(r"(?:grand|trial|inquest|the|a|an|this|his|her|their|its|our) $")
_RECALLED = (*NAMED, "official")


class Recalled(Topics):
    """Goes with one article and remembers which of its bodies did more than help."""

    def __init__(self, article: Article, sentences: list[Sentence], docs: dict[int, object]):
        super().__init__(article, sentences, docs)
        self.firm: set[str] = set()  # bodies named otherwise than as a helper
        self.recalled: list[Link] = []  # the bodies named so far, by themselves or by their people
        self.by_people: AgencyRow | None = None  # the body whose people did what the last sentence says
        self.subject_acts = False  # whether the last subject is the body itself, and not its people

    def go_on(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> None:
        """Remembers the bodies of a sentence, and which of them only helped in it."""
        named = [row for row in rows if row.linked_by in _RECALLED]
        self.know(sentence, named)
        self.recalled += map(self.as_link, named)
        super().go_on(sentence, doc, rows)
        if self.subject_age == 0 and self.subjects:
            self.subject_acts = not _through_people(sentence, self.subjects[0])
        spans = subjects_in(sentence, doc) if doc is not None else []
        officials = [row for row in named if row.linked_by == "official"]
        acting = (row for row in officials if any(a <= row.start - sentence.start < b for a, b, _ in spans))
        self.by_people = next(acting, None)

    def know(self, sentence: Sentence, named: list[AgencyRow]) -> None:
        """Remembers which of the bodies of a sentence do more in it than help."""
        doc = self.docs.get(sentence.start)
        helpers = {*_helpers(sentence, doc)} if doc is not None else set()
        self.firm |= {row.agency for row in named if row.start - sentence.start not in helpers}

    def of_noun(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """The body that the noun fits in the nearest circle that holds one; a part only if nothing else is there."""
        if said := self.so_called.get(short.word.lower()):
            return said
        names = names_of_noun(short.word)
        if self.is_another(short, sentence):
            return None
        if not names and self.examined:
            return self.link_of(self.examined)
        self.know(sentence, before)
        circles = self.circles(short, sentence, before)
        if _is_quoted(sentence, short):
            circles = circles[3:4]
            if not names and _RIVAL.search(self.article.text, 0, sentence.start + short.start):
                return None  # "the agency" may be "the Board"
        for name in filter(None, names.split("|")):
            pattern = re.compile(rf"\b{name}")
            if fitting := next(
                filter(
                    None, ([link for link in circle if pattern.search(link.agency)] for circle in circles)
                ),
                [],
            ):
                return self.choose(fitting)
        if names:
            unit = Short(
                short.start, short.end, "officers", "people", several=False
            )  # of whichever body acts
            if short.word in word_set("teams"):
                return self.of_people(unit, sentence, before)
            return self.by_part(short, sentence) or self.of_letterhead(short)
        any_body = short.word.lower() != "agency"
        agencies = [
            [one for one in circle if any_body or not NO_AGENCY.search(one.agency)] for circle in circles
        ]
        wholes = {
            one.agency: one for circle in agencies for one in circle if not _DEPARTMENT.search(one.agency)
        }
        fitting = next(filter(None, agencies), [])
        return self.choose([wholes.get(one.part_of, one) for one in fitting])

    def description(self, sentence: Sentence, found: Found) -> Link | None:
        """Of a noun with the adjective of a country the one body of that country that it fits: "the Belgian force"; of
        "sheriff's deputies" the only sheriff's office."""
        if people := _OF_ONE_BODY.fullmatch(found.text):
            known = [link.agency for link in self.named if link.level != "unnamed"]
            body = body_of_officers(people[1].lower(), known, self.article)
            return self.link_of(body) if body else super().description(sentence, found)
        *before, noun = found.text.lower().split()
        nations = nations_in(found.text) if before else []
        if (
            len(nations) == 1 == len(before)
            and noun in word_set("anaphor_nouns")
            and sentence.text[: found.start].lower().endswith("the ")
        ):
            fits = re.compile(names_of_noun(noun) or ".")
            own = [link for link in self.named if link.country == nations[0] and fits.search(link.agency)]
            if len({link.agency for link in own if link.level != "unnamed"}) == 1:
                return own[-1]
        return super().description(sentence, found)

    @cached_property
    def so_called(self) -> dict[str, Link]:
        """Nouns -> the one body that the article says to call so: "Canada Border Services Agency (the agency)"."""
        called: dict[str, list[tuple[Sentence, Found]]] = {}
        for sentence in self.sentences:
            for found in self.scans[sentence.start]:
                if found.kind in ("name", "pattern") and (said := _CALLED.match(sentence.text, found.end)):
                    called.setdefault(said[1].lower(), []).append((sentence, found))
        links = {noun: self.link(*places[0]) for noun, places in called.items()}
        return {noun: link for noun, link in links.items() if link}

    def by_part(self, short: Short, sentence: Sentence) -> Link | None:
        """The body whose part was called so last: "the division" after "the DEA's Seattle Field Division"."""
        part = re.compile(rf"(?:[A-Z][\w.-]{{1,20}} ){{1,3}}{short.word.title()}\b")
        named = [*part.finditer(self.article.text[: sentence.start + short.start])][-1:]
        for match in named:
            for start, mention, agency in reversed(self.written):
                end = start + len(mention)
                owns = self.article.text[end : match.start()] in ("'s ", "’s ")
                if start <= match.start() < end or owns:
                    return self.link_of(agency)
        return None

    def of_letterhead(self, short: Short) -> Link | None:
        """Whose text it is, for a noun that any body may be called by and that no other body of the text fits."""
        issuer = self.issuer if short.word in word_set("plain_bodies") else ""
        return self.link_of(issuer) if issuer and not AUDITOR.search(issuer) else None

    def is_another(self, short: Short, sentence: Sentence) -> bool:
        """Whether words shortly before a noun bring in another body of its kind in small letters: "the weather service",
        which is then meant by "the service"."""
        at = sentence.start + short.start
        before = self.article.text[max(0, at - 300) : at]
        of_kind = re.findall(rf"\b([a-z][a-z-]{{2,20}}) {short.word.lower()}\b", before)
        return short.word in word_set("ambiguous") and any(word not in _DETERMINERS for word in of_kind)

    def circles(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> list[list[Link]]:
        """The bodies around a noun, the nearest circle first: those that act before it in its sentence, all before it there,
        the one that acted last, those named so far, and for a headline those named behind it."""
        doc = self.docs.get(sentence.start)
        doers = (
            {start + sentence.start for start, _ in main_doers(sentence, doc)} if doc is not None else set()
        )
        here = [row for row in before if row.linked_by != "pronoun"]
        last = self.subjects if self.subject_age <= self.named_age and self.subject_acts else []
        last = last or [self.by_people] if self.by_people else last
        rows = [[row for row in here if row.noun_start in doers], here, last]
        firm = [[self.as_link(row) for row in circle if row.agency in self.firm] for circle in rows]
        circles = [
            *firm,
            [*self.recalled[-LAST_NAMED:], *map(self.as_link, here)],
            self.anywhere[::-1] if sentence.block.kind in ("title", "heading") else [],
        ]
        return [[link for link in circle if _is_named(link)] for circle in circles]

    def choose(self, fitting: list[Link]) -> Link | None:
        """The one of several bodies, in the order in which they were named, that a noun means; None if nothing tells."""
        able = [link for link in fitting if link.agency in self.firm] or fitting
        links = {link.agency: link for link in able}
        if len(links) < 2:
            return next(iter(links.values()), None)
        if (issuer := self.issuer) in links:
            return links[issuer]
        counts = Counter(link.agency for link in able)
        last = counts.pop(able[-1].agency)
        return able[-1] if last > max(counts.values()) else self.at_home_among(links.values())

    def at_home_among(self, links: Collection[Link]) -> Link | None:
        """The one of several bodies that is of the country that the article is about, all others being of others."""
        country = self.dominant()
        own = [link for link in links if link.country in ("", country)]
        return own[0] if country and len(own) == 1 and own[0].country else None

    def named_before(self, sentence: Sentence, found: Found, nation: str) -> Link | None:
        """The fuller name that a shorter one stands for; of "the ministry", as of any bare noun, the one that is meant."""
        if found.kind == "description" and found.text.lower() in word_set("anaphor_nouns"):
            return self.choose([*self.fuller_names(sentence, found, nation)][::-1])
        if found.text in word_set("bare_names") | {"customs"} and not nation:
            return self.so_named(found)
        return super().named_before(sentence, found, nation)

    def so_named(self, found: Found) -> Link | None:
        """The body that a bare word of its name stands for: of several the one that ends in it and is named most often; of a
        word in small letters the only one."""
        word = found.text.lower()
        fuller = [one for one in self.named if one.level != "unnamed" and word in one.agency.lower().split()]
        if found.text.islower():
            return fuller[0] if len({one.agency for one in fuller}) == 1 else None
        ending = [one for one in fuller if one.agency.lower().endswith(f" {word}")] or fuller
        counts = Counter(one.agency for one in ending[::-1])
        most = counts.most_common(1)[0][0] if counts else ""
        return next((one for one in ending if one.agency == most), None)

    def only_one(self, sentence: Sentence, found: Found) -> Link | None:
        """The only body of its kind that the article names with its place or its country, for "the jury" and for "Jury" or
        "Sheriff's Office" in a headline: "Cook County jury"; None if it names several."""
        headed = sentence.block.kind in ("title", "heading")
        definite = sentence.text[: found.start].lower().endswith("the ")
        text = plain_name(found.text.lower())
        if not (headed or definite) or text.split()[-1] not in _SINGLE:
            return None
        every = ((one, other) for one in self.sentences for other in self.scans[one.start])
        longer = {
            plain_name(other.text).lower(): (one, other)
            for one, other in every
            if other.kind in ("name", "pattern", "description")
            and plain_name(other.text).lower().endswith(f" {text}")
            and not _OTHER_KIND.search(plain_name(other.text).lower().removesuffix(text))
        }
        if len(longer) == 1:
            return self.link(*next(iter(longer.values())))
        made = body_of_office(text, self.article) if not longer else ""
        return Link(made, self.likely_country(made), "local") if made else None


def _is_named(link: Link) -> bool:
    return link.level != "unnamed" and link.agency not in countries()


def _is_quoted(sentence: Sentence, short: Short) -> bool:
    """Whether a noun stands inside quotation marks: whoever is quoted need not mean the body named last."""
    block = sentence.block
    before = block.text[: sentence.start + short.start - block.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _through_people(sentence: Sentence, row: AgencyRow) -> bool:
    """Whether a body acts only through its people, who are named first: "deputies of the Elm County Sheriff's Department"."""
    return _PEOPLE_OF.search(sentence.text[: max(0, row.start - sentence.start)]) is not None


def _helpers(sentence: Sentence, doc) -> Iterator[int]:
    """Where those begin in a sentence who only help in it: "the fire department assisted", "supported by Kent Police"."""
    spans = [(first, last) for first, last, _ in subjects_in(sentence, doc)]
    actions = find_actions(sentence, doc)
    other = {start for one in actions if one.role not in ("cooperate", "comment") for start, _ in one.doers}
    for action in actions:
        if action.role == "cooperate":
            helps = sentence.text[action.start : action.end].lower() in word_set("helping")
            for start in {start for start, _ in action.doers} - other:
                if helps or not any(first <= start < last for first, last in spans):
                    yield start


def nearest(
    circles: Iterable[Iterable[Link]], fits: Callable[[Link], bool], *, last: bool = False
) -> Link | None:
    """The body that fits in the first circle that holds any.

    Args:
        circles: Bodies, the nearest circle first.
        fits: Whether a body can be meant.
        last: Whether the last of several is meant; otherwise none of them is.
    """
    for circle in circles:
        fitting = [link for link in circle if fits(link)]
        if fitting:
            return fitting[-1] if last or len({link.agency for link in fitting}) == 1 else None
    return None
