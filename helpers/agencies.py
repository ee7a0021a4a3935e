"""Mentions of agencies in an article, each linked to one canonical name.

`helpers.gazetteer` says what may be an agency; here the article decides: abbreviations it introduces in brackets, the country that a
shared name ("National Guard", "Attorney General's Office") belongs to, what "the agency", "it" or "their" stands for, which body an
official speaks for, and whether a country acts at all. "Mexico expelled 26 men" names an agency, "from Mexico" a place.

Canonical names of listed agencies are those of `agencies.csv`; organisations that no list holds keep their name, with "of COUNTRY"
where the name alone is generic; unnamed bodies keep the words of the text without article, in lower case save for proper names.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from helpers.actions import find_actions
from helpers.corpus import Article, Row
from helpers.gazetteer import Found, gazetteer, scan, words_of
from helpers.language import LONGEST_UNIT, Unit, load_model, word_list
from helpers.lexicon import action_words, speech_words, word_set
from helpers.masking import is_title_case

__all__ = ["AgencyRow", "needs_parse", "read_agencies"]


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
        sentence_start: Offset of the unit.
    """

    agency: str
    mention: str
    country: str
    level: str
    linked_by: str
    sentence: str
    sentence_start: int


SUBJECT_LASTS = 3  # sentences after which "it" no longer means the body that acted last

# ---- what to parse ---------------------------------------------------------------------------------------------------------

_ANAPHOR = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (agency|bureau|department|ministry|force|service|office|secretariat|directorate|corps|guard"
    r"|organi[sz]ation|constabulary|commission|cabinet|institute|unit)\b(?! of\b)|\b([Ii]ts?|[Tt]hey|[Tt]heir)\b"
)
_PERSON = re.compile(r"\b[A-Z][\w.'’-]{0,30} [A-Z]|\b(?:[Hh]e|[Ss]he)\b")


def needs_parse(unit: Unit) -> bool:
    """Whether a unit can hold a role or a speaker: an action word beside a candidate for its doer. A scan of words, no model.

    Table lines never do: a cell has no clause.
    """
    if unit.block.kind.startswith("table"):
        return False
    if action_words().isdisjoint(word.key for word in words_of(unit.text[:LONGEST_UNIT])):
        return False
    words = words_of(unit.text[:LONGEST_UNIT])
    if any(word.text[:1].isupper() and after.key in speech_words() for word, after in zip(words, words[1:], strict=False)):
        return True
    return bool(
        any(found.kind != "adjective" for found in scan(unit.text[:LONGEST_UNIT], is_title_case(unit)))
        or _ANAPHOR.search(unit.text, 0, LONGEST_UNIT)
        or _PERSON.search(unit.text, 0, LONGEST_UNIT)
    )


# ---- linking ---------------------------------------------------------------------------------------------------------------


def read_agencies(article: Article, units: list[Unit], docs: dict[int, object]) -> list[AgencyRow]:
    """Mentions of agencies in the order of the text.

    Args:
        article: The article.
        units: Its units.
        docs: For units with `needs_parse`, the parsed document (of the masked text) by `unit.start`.
    """
    return sorted(_Linker(article, units, docs).rows(), key=lambda row: (row.start, row.end))


_GENERIC = re.compile(
    r"(?:Ministry|Secretariat|Department|Office|Bureau|Directorate|Public|Attorney General|National|Federal|Border Force|Security|Supreme"
    r"|General|Central|Customs|Prosecutor|State|Criminal|Financial|Immigration)"
)
_NOUN_OF_NAME = {
    "bureau": "Bureau",
    "department": "Department",
    "ministry": "Ministry|Secretariat",
    "force": "Force|Police|Constabulary",
    "service": "Service",
    "office": "Office",
    "secretariat": "Secretariat",
    "directorate": "Directorate",
    "corps": "Corps",
    "guard": "Guard",
    "constabulary": "Constabulary",
    "commission": "Commission",
    "cabinet": "Cabinet",
    "institute": "Institute",
    "unit": "Unit|Operations",
}
_STATE = re.compile(rf"\b(?:State|{'|'.join(sorted(word_set('us_states')))})\b")
_LOCAL = re.compile(r"\b(?:Police|Sheriff|County|City|District Attorney|Municipal|Borough|Parish|Township|Constable)")
_DISTRICT = re.compile(
    r"(?:for|of|in) the ((?:(?:North|South|East|West|Middle|Central)(?:ern)? )?District of "
    r"(?:New |North |South |West |Rhode |Puerto )?[A-Z][a-z]+)"
)
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s{1,3}")
_SMALL = frozenset(["of", "the", "and", "for", "in", "from", "at", "to", "on", "by", "with"])


@dataclass(frozen=True)
class _Link:
    """What a mention stands for."""

    agency: str
    country: str
    level: str
    part_of: str = ""
    row: int = -1


class _Linker:
    """Goes through an article once and remembers what was named."""

    def __init__(self, article: Article, units: list[Unit], docs: dict[int, object]):
        self.article, self.units, self.docs = article, units, docs
        self.scans = {unit.start: scan(unit.text[:LONGEST_UNIT], is_title_case(unit)) for unit in units}
        self.weights = self.weigh()
        self.by_text: dict[str, _Link] = {}  # words of a shared name -> what it was taken for
        self.defined: dict[str, tuple[_Link, str]] = {}  # abbreviation introduced in brackets -> body
        self.named: list[_Link] = []  # bodies named so far
        self.subject: AgencyRow | None = None  # the body that acted last, for "it" and "they"
        self.subject_age = 0  # sentences since then
        self.before: list[AgencyRow] = []  # bodies of the last sentence that named any
        self.define_abbreviations()

    def weigh(self) -> Counter[str]:
        """How often each country is named or meant, to decide whose "National Guard" it is."""
        weights: Counter[str] = Counter()
        for found in (found for scanned in self.scans.values() for found in scanned):
            if found.kind in ("nation", "adjective"):
                weights[word_list("nations")[found.rows[0]]["country"]] += 2
            elif found.kind in ("name", "abbreviation") and len(found.rows) == 1:
                weights[gazetteer()[found.rows[0]]["country"]] += 1
            elif found.kind == "description":
                for inner in _nations_in(found.text):
                    weights[inner] += 2
        return weights

    def dominant(self) -> str:
        """The country other than the United States that the article names most often."""
        others = [
            (count, country)
            for country, count in self.weights.items()
            if country not in ("United States", "international", "European Union", "")
        ]
        best = max(others, default=(0, ""))
        return best[1] if best[0] > self.weights["United States"] or best[0] >= 3 else ""

    def define_abbreviations(self) -> None:
        for unit in self.units:
            for found in self.scans[unit.start]:
                if found.bracket and found.kind in ("name", "pattern", "abbreviation"):
                    short = unit.text[slice(*found.bracket)]
                    link = self.link(unit, found)
                    if link and short not in self.defined:
                        self.defined[short] = (link, found.text)

    # ---- mentions of a unit

    def rows(self) -> Iterator[AgencyRow]:
        for unit in self.units:
            doc = self.docs.get(unit.start)
            rows = list(self.named_rows(unit))
            if doc is not None:
                rows += self.countries(unit, doc, rows)
                rows += self.unlisted(unit, doc, rows)
            rows.sort(key=lambda row: row.start)
            rows += self.anaphors(unit, doc, rows)
            for row in sorted(rows, key=lambda row: row.start):
                if row.linked_by in ("name", "abbreviation", "description"):
                    self.named.append(self.as_link(row))
            subject = self.last_subject(unit, doc, rows)
            self.subject_age = 0 if subject is not None else self.subject_age + 1
            self.subject = subject or (self.subject if self.subject_age <= SUBJECT_LASTS else None)
            yield from rows

    def row(self, unit: Unit, start: int, end: int, link: _Link, linked_by: str) -> AgencyRow:
        evidence = self.article.evidence(unit.start + start, unit.start + end, unit.block)
        return AgencyRow(
            **evidence,
            agency=link.agency,
            mention=evidence["quote"],
            country=link.country,
            level=link.level,
            linked_by=linked_by,
            sentence=unit.text,
            sentence_start=unit.start,
        )

    def as_link(self, row: AgencyRow) -> _Link:
        listed = _by_name().get(row.agency)
        return _Link(row.agency, row.country, row.level, listed["part_of"] if listed else "")

    def named_rows(self, unit: Unit) -> Iterator[AgencyRow]:
        taken: list[tuple[int, int]] = []
        brackets = {found.bracket for found in self.scans[unit.start]}
        for found in self.scans[unit.start]:
            if found.kind in ("nation", "adjective"):
                continue
            taken.append((found.start, found.end))
            if found.kind == "official":
                if link := self.official(unit, found):
                    yield self.row(unit, found.start, found.end, link, "official")
                continue
            if (found.start, found.end) in brackets:
                continue  # the abbreviation after its own name is no second mention
            if link := self.link(unit, found):
                kind = "name" if found.kind == "pattern" else found.kind
                yield self.row(unit, found.start, found.end, link, kind)
        if self.defined:
            for word in words_of(unit.text[:LONGEST_UNIT]):
                if (
                    word.text in self.defined
                    and not any(start < word.end and word.start < end for start, end in taken)
                    and (word.start, word.end) not in brackets
                ):
                    yield self.row(unit, word.start, word.end, self.defined[word.text][0], "abbreviation")

    def link(self, unit: Unit, found: Found) -> _Link | None:
        """What a named or described candidate stands for."""
        if found.kind == "description":
            if found.text[:1].isupper() and found.start and not is_title_case(unit):  # "the Navy", once the Mexican Navy was named
                named = [link for link in self.named if link.agency.endswith(f" {found.text}")]
                if named:
                    return named[-1]
            return _Link(plain_words(found.text, lower=is_title_case(unit)), next(iter(_nations_in(found.text)), ""), "unnamed")
        if found.kind == "abbreviation" and found.text in self.defined:
            return self.defined[found.text][0]
        nation = self.nation_before(unit, found)
        if found.kind == "pattern":
            return self.pattern(unit, found, nation)
        if found.text in self.by_text and not nation:
            return self.by_text[found.text]
        rows = [gazetteer()[number] for number in found.rows]
        if found.bracket:  # the abbreviation in brackets says which body it is
            short = unit.text[slice(*found.bracket)]
            rows = [row for row in rows if short in row["abbreviations"].split("|")] or rows
        fitting = [row for row in rows if row["country"] == nation] if nation else []
        if (
            nation
            and not fitting
            and found.kind == "name"
            and _GENERIC.match(found.text)
            and rows[0]["country"] not in ("international", "European Union")
        ):
            return _Link(
                f"{found.text} of {nation}" if nation != "United States" else f"U.S. {found.text}", nation, _level(found.text, nation)
            )
        text = found.text.replace("’", "'")
        row = max(fitting or rows, key=lambda row: (self.weights[row["country"]], -rows.index(row)))
        dominant = self.dominant()
        if (
            not nation
            and found.kind == "name"
            and row["level"] == "foreign"
            and not self.weights[row["country"]] - (len(rows) == 1)
            and dominant
            and dominant != row["country"]
            and _GENERIC.match(text)
            and row["agency"] != text
        ):
            link = _Link(f"{text} of {dominant}", dominant, "foreign")
        else:
            link = _Link(row["agency"], row["country"], row["level"], row["part_of"])
        if not nation:
            self.by_text[found.text] = link
        return link

    def nation_before(self, unit: Unit, found: Found) -> str:
        """The country whose adjective or possessive stands right before ("Kenyan", "Kenya's")."""
        for other in self.scans[unit.start]:
            if other.kind in ("nation", "adjective") and _POSSESSIVE.fullmatch(unit.text, other.end, max(other.end, found.start)):
                return word_list("nations")[other.rows[0]]["country"]
        after = re.match(r"\s(?:of|in)\s(?:the\s)?", unit.text[found.end : found.end + 12])
        if after:
            for other in self.scans[unit.start]:
                if other.kind == "nation" and other.start == found.end + after.end():
                    return word_list("nations")[other.rows[0]]["country"]
        return ""

    def pattern(self, unit: Unit, found: Found, nation: str) -> _Link:
        text = re.sub(r"\s+", " ", found.text).replace("’", "'")
        country = nation or next(iter(_nations_in(text)), "")
        owner, possessive, rest = text.partition("'s ")
        if possessive and owner in _nation_words():  # "Poland's Border Guard"
            return _Link(f"{rest} of {country}", country, _level(rest, country))
        if not country:
            country = (
                self.dominant()
                if re.match("Ministry|Secretariat|Directorate|Public Prosecutor", text)
                else (max(self.weights, key=self.weights.__getitem__) if self.weights else "")
            )
        if (
            re.match(r"(?:Ministry|Secretariat|Directorate|Attorney General|National|Federal)", text)
            and country not in ("", "United States", "international")
            and (country not in text)
            and not re.search(r"\b(?:of|in|for) (?:the )?[A-Z]\w+$", text.removeprefix("Ministry of ").removeprefix("Secretariat of "))
        ):
            return _Link(f"{text} of {country}", country, "foreign")
        return _Link(text, country, _level(text, country))

    def official(self, unit: Unit, found: Found) -> _Link | None:
        titles = [word_list("titles")[number] for number in found.rows]
        nation = self.nation_before(unit, found)
        title = max((t for t in titles), key=lambda t: (t["country"] == nation, self.weights[t["country"]] if t["country"] else 0))
        if title["agency"] == "government":
            if not nation and found.text.islower():  # "the president" of anything
                return None
            country = nation or (max(self.weights, key=self.weights.__getitem__) if self.weights else "")
            adjective = _adjective(country, unit.text)
            return _Link(f"{adjective} government", country, "federal" if country == "United States" else "foreign") if adjective else None
        if nation and title["country"] and nation != title["country"]:
            return _Link(f"{_adjective(nation, unit.text)} government", nation, "foreign")
        dominant = self.dominant()
        if not nation and not self.weights[title["country"]] and dominant not in ("", title["country"]):
            office = f"Attorney General's Office of {dominant}"
            if "Attorney" in title["title"]:
                return _Link(office, dominant, "foreign")
            if "Minister" in title["title"]:
                return _Link(f"{_adjective(dominant, unit.text)} government", dominant, "foreign")
        listed = _by_name().get(title["agency"])
        name = title["agency"]
        if name == "U.S. Attorney's Office":
            district = _DISTRICT.search(unit.text, found.end) or _DISTRICT.search(self.article.text)
            name += f" for the {district[1]}" if district else ""
        return _Link(name, title["country"], listed["level"] if listed else "foreign")

    # ---- what needs the parse

    def countries(self, unit: Unit, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        """Countries that act: subjects and agents of an action, sides of a collaboration."""
        acting = {doer for action in find_actions(unit, doc) if not action.people_only for doer in action.doers}
        for found in self.scans[unit.start]:
            if found.kind != "nation":
                continue
            spans = {start for start, end in acting if found.start <= start < found.end}
            if (
                not spans
                or unit.text[found.end : found.end + 2] in ("'s", "’s")
                or any(row.start < unit.start + found.end and unit.start + found.start < row.end for row in rows)
            ):
                continue
            country = word_list("nations")[found.rows[0]]["country"]
            yield self.row(
                unit, found.start, found.end, _Link(country, country, "federal" if country == "United States" else "foreign"), "name"
            )

    def unlisted(self, unit: Unit, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        """Organisations that only the model knows, where they do something. The entity recogniser runs on such sentences alone."""
        doers = {doer for action in find_actions(unit, doc) if not action.speech for doer in action.doers}
        free = [
            (start, end)
            for start, end in doers
            if unit.text[start : start + 1].isupper()
            and start > 0
            and not any(row.start < unit.start + end and unit.start + start < row.end for row in rows)
        ]
        free = [span for span in free if not any(f.start <= span[0] < f.end for f in self.scans[unit.start])]
        if not free or is_title_case(unit):
            return
        fresh = load_model().make_doc(unit.text[:1000])
        pipe = load_model()
        entities = [e for e in pipe.get_pipe("ner")(fresh).ents if e.label_ == "ORG"] if "ner" in pipe.pipe_names else []
        for entity in entities:
            if any(entity.start_char <= start < entity.end_char for start, _ in free):
                start = entity.start_char + (4 if entity.text.startswith(("the ", "The ")) else 0)
                text = unit.text[start : entity.end_char]
                if text[:1].isupper() and not re.search(r"(?i)cartel|gang|mafia|clan|family", text):
                    yield self.row(unit, start, entity.end_char, _Link(text, "", "foreign" if self.dominant() else "federal"), "name")

    # ---- "the agency", "it", "their"

    def anaphors(self, unit: Unit, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        for match in _ANAPHOR.finditer(unit.text, 0, LONGEST_UNIT):
            start, end = match.span()
            if any(row.start < unit.start + end and unit.start + start < row.end for row in rows):
                continue
            before = [self.as_link(row) for row in rows if row.end <= unit.start + start and row.linked_by != "pronoun"]
            link = self.noun_antecedent(match[1], before) if match[1] else self.pronoun_antecedent(match, unit, doc, rows)
            if link:
                yield self.row(unit, start, end, link, "pronoun")

    def noun_antecedent(self, noun: str, before: list[_Link]) -> _Link | None:
        """The body that "the agency" stands for: the last one named whose name allows the noun; a part only if nothing else is there."""
        subject = [self.as_link(self.subject)] if self.subject in self.before else []
        candidates = [
            link for link in [*self.named[-200:], *subject, *before] if link.level != "unnamed" and link.agency not in _countries()
        ]
        if noun in _NOUN_OF_NAME:
            fitting = [link for link in candidates if re.search(_NOUN_OF_NAME[noun], link.agency)]
            return fitting[-1] if fitting else None
        whole = [link for link in candidates if not link.part_of]
        return (whole or candidates or [None])[-1]

    def pronoun_antecedent(self, match: re.Match, unit: Unit, doc, rows: list[AgencyRow]) -> _Link | None:
        word = match[0].lower()
        if doc is None:
            return None
        here = [row for row in rows if row.end <= unit.start + match.start() and row.linked_by != "official"]
        acting = {start for action in find_actions(unit, doc) if action.role != "comment" for start, _ in action.doers}
        if match.start() not in acting:
            return None
        if word in ("its", "their", "they", "it"):
            if here:
                row = here[0] if word in ("its", "it") else here[-1]
                return self.as_link(row) if row.level != "unnamed" or word != "it" else None
            if self.subject is not None:
                return self.as_link(self.subject)
            if word == "their" and self.before:
                return self.as_link(self.before[-1])
        return None

    def last_subject(self, unit: Unit, doc, rows: list[AgencyRow]) -> AgencyRow | None:
        """The body that the next sentence's "it" or "they" can stand for: the subject of this sentence's main verb."""
        self.before = [row for row in rows if row.linked_by in ("name", "abbreviation", "description")] or self.before
        if doc is None:
            return None
        starts = {row.start - unit.start: row for row in rows}
        actions = find_actions(unit, doc)
        doers = sorted(
            {start for action in actions if action.role not in ("report", "comment") for start, _ in action.doers} & set(starts)
        ) or sorted({start for action in actions for start, _ in action.doers} & set(starts))
        return starts[doers[0]] if doers and starts[doers[0]].linked_by != "official" else None


def plain_words(text: str, *, lower: bool = False) -> str:
    """The words of a description in lower case save for proper names.

    >>> plain_words("Mexican and U.S. Authorities", lower=True)
    'Mexican and U.S. authorities'
    """
    kept = {word for found in scan(text, False) if found.kind in ("nation", "adjective") for word in found.text.split()}
    text = re.sub(r"\s+", " ", text)
    words = text.split(" ")
    known = {word.text for word in words_of(text) if _is_nation_word(word.text)} | kept
    out = []
    for number, word in enumerate(words):
        bare = word.strip(",;()'’")
        proper = bare in known or bare.removesuffix("'s").removesuffix("’s") in known
        common = bare.lower() in _description_words() or bare.lower() in _SMALL
        out.append(word if proper or not (common or number == 0 and lower) else word.lower())
    return " ".join(out)


@cache
def _description_words() -> frozenset[str]:
    return frozenset(word for row in word_list("agency_descriptions") for word in row["words"].replace("'", "’").split()) | frozenset(
        word for row in word_list("agency_descriptions") for word in row["words"].split()
    )


def _is_nation_word(word: str) -> bool:
    return word in _nation_words()


@cache
def _nation_words() -> dict[str, str]:
    words = {}
    for row in word_list("nations"):
        for name in [row["country"], *row["names"].split("|"), *row["adjectives"].split("|")]:
            if name:
                words.setdefault(name, row["country"])
                for part in name.split():
                    if part[:1].isupper() and len(part) > 3:
                        words.setdefault(part, row["country"])
    return words


def _nations_in(text: str) -> list[str]:
    """Countries named in a description, by name or adjective."""
    return list(dict.fromkeys(country for word in words_of(text) if (country := _nation_words().get(word.text))))


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["country"] for row in word_list("nations"))


@cache
def _by_name() -> dict[str, dict[str, str]]:
    return {row["agency"]: row for row in gazetteer()}


def _adjective(country: str, text: str) -> str:
    """The adjective of a country, in the text's own spelling where it has one ("US" or "U.S.")."""
    adjectives = next((row["adjectives"].split("|") for row in word_list("nations") if row["country"] == country), [""])
    adjectives = [adjective for adjective in adjectives if adjective != country] or adjectives
    written = [adjective for adjective in adjectives if re.search(rf"(?<!\w){re.escape(adjective)}(?!\w)", text)]
    return (written or ["U.S." if country == "United States" else adjectives[0]])[0]


def _level(text: str, country: str) -> str:
    if country in ("international", "European Union"):
        return "international"
    if country not in ("United States", ""):
        return "foreign"
    return "local" if _LOCAL.search(text) and not re.search(r"\bState Police", text) else "state" if _STATE.search(text) else "federal"
