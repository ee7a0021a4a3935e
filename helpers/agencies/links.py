"""Which body a name or description in an article stands for: whose "National Guard", which "sheriff's
office", of what country.

Evidence is taken in this order: an abbreviation in brackets, the country beside the name, the label of the
bullet or the start of the sentence, a fuller name given before, the country the article writes about most.
"""

import re
from collections import Counter
from dataclasses import dataclass

from helpers.names import (
    Found,
    adjective,
    by_name,
    candidates,
    countries,
    gazetteer,
    is_shared,
    is_title_case,
    level,
    nation_words,
    nations_in,
    plain_words,
    short_names,
    significant,
)
from helpers.texts import Article, Sentence, word_list, word_set

__all__ = ["Link", "Links"]

_GENERIC = re.compile(
    r"(?:Ministry|Secretariat|Department|Office|Bureau|Directorate|Public|Attorney General|National|Federal|Border Force|Security|Supreme"
    r"|General|Central|Customs|Prosecutor|State|Criminal|Financial|Immigration)"
)
_DISTRICT = re.compile(
    r"(?:for|of|in) the ((?:(?:North|South|East|West|Middle|Central)(?:ern)? )?District of "
    r"(?:New |North |South |West |Rhode |Puerto )?[A-Z][a-z]+)"
)
_US_STATE = re.compile(rf"\b({'|'.join(sorted(word_set('us_states'), key=len, reverse=True))})\b")
_LOCATED = re.compile(r"(?:In|From|Across)\s(?:the\s)?[^\W\d_][^.:;?!,()“”\"]{0,40},")
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s{1,3}")


@dataclass(frozen=True)
class Link:
    """What a mention stands for."""

    agency: str
    country: str
    level: str
    part_of: str = ""
    row: int = -1


class Links:
    """Goes with one article and remembers what was named in it."""

    def __init__(self, article: Article, sentences: list[Sentence], docs: dict[int, object]):
        self.article, self.sentences, self.docs = article, sentences, docs
        self.scans = {sentence.start: candidates(sentence) for sentence in sentences}
        self.weights = self.weigh()
        self.by_text: dict[str, Link] = {}  # words of a shared name -> what it was taken for
        self.defined: dict[str, tuple[Link, str]] = {}  # abbreviation introduced in brackets -> body
        self.named: list[Link] = []  # bodies named so far
        self.define_abbreviations()

    def weigh(self) -> Counter[str]:
        """How often each country is named or meant, to decide whose "National Guard" it is."""
        weights: Counter[str] = Counter()
        for found in (found for scanned in self.scans.values() for found in scanned):
            if found.kind in ("nation", "adjective"):
                weights[word_list("names/nations")[found.rows[0]]["country"]] += 2
            elif found.kind in ("name", "abbreviation") and len(found.rows) == 1:
                weights[gazetteer()[found.rows[0]]["country"]] += 1
            elif found.kind == "description":
                for inner in nations_in(found.text):
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
        for sentence in self.sentences:
            for found in self.scans[sentence.start]:
                short = (
                    short_names(sentence, found)
                    if found.kind in ("name", "pattern", "abbreviation")
                    else set()
                )
                for name in short - self.defined.keys():
                    if link := self.link(sentence, found):
                        self.defined[name] = (link, found.text)

    def link(self, sentence: Sentence, found: Found) -> Link | None:
        """What a named or described candidate stands for."""
        if found.kind == "description":
            if (short := found.text.split()[0]) in self.defined:  # "THP troopers"
                return self.defined[short][0]
            nation = self.context_nation(sentence, found)
            if named := self.named_before(sentence, found, nation):
                return named
            if (
                found.text[:1].isupper()
                and found.text.lower() in word_set("singular")
                and found.start
                and nation
                and not is_title_case(sentence)
            ):  # "Chile: the Navy"
                return Link(f"{found.text} of {nation}", nation, level(found.text, nation))
            return Link(
                plain_words(found.text, lower=is_title_case(sentence)),
                next(iter(nations_in(found.text)), ""),
                "unnamed",
            )
        if found.kind == "abbreviation" and (found.text in self.defined or not found.rows):
            return self.defined[found.text][0] if found.text in self.defined else None
        rows = [gazetteer()[number] for number in found.rows]
        nation = self.nation_before(sentence, found)
        if not nation and (found.kind == "pattern" or len(rows) > 1):
            nation = self.context_nation(sentence, found)
            named = self.named_before(sentence, found, nation)
            if (
                named
                and not found.bracket
                and (found.kind == "pattern" or named.agency in {row["agency"] for row in rows})
            ):
                return named
        if found.kind == "pattern":
            return self.pattern(sentence, found, nation)
        if not nation and (longer := self.with_district(found)):
            return longer
        if found.text in self.by_text and not nation:
            return self.by_text[found.text]
        if found.bracket:  # the abbreviation in brackets says which body it is
            short = sentence.text[slice(*found.bracket)]
            rows = [row for row in rows if short in row["abbreviations"].split("|")] or rows
        fitting = [row for row in rows if row["country"] == nation] if nation else []
        if (
            nation
            and not fitting
            and found.kind == "name"
            and _GENERIC.match(found.text)
            and rows[0]["country"] not in ("international", "European Union")
        ):
            return Link(
                f"{found.text} of {nation}" if nation != "United States" else f"U.S. {found.text}",
                nation,
                level(found.text, nation),
            )
        text = found.text.replace("’", "'")
        if (
            len(rows) > 1
            and not nation
            and rows[0]["level"] == "foreign"
            and not any(self.weights[row["country"]] for row in rows)
        ):
            return Link(text, "", "foreign")  # nothing tells whose "National Police"
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
            link = Link(f"{text} of {dominant}", dominant, "foreign")
        else:
            link = Link(row["agency"], row["country"], row["level"], row["part_of"])
        if not nation:
            self.by_text[found.text] = link
        return link

    def mention_start(self, sentence: Sentence, found: Found) -> int:
        """Start of a name with the adjective of its country ("Hungarian National Bureau of Investigation"),
        but without "Sweden's"."""
        owner, possessive, _ = found.text.replace("’", "'").partition("'s ")
        if found.kind in ("name", "pattern") and possessive and owner in nation_words():
            return found.start + len(owner) + len(possessive)
        before = (
            other.start
            for other in self.scans[sentence.start]
            if other.kind == "adjective" and other.end == found.start - 1
        )
        return next(before, found.start) if found.kind in ("name", "pattern") else found.start

    def nation_before(self, sentence: Sentence, found: Found) -> str:
        """The country whose adjective or possessive stands right before ("Kenyan", "Kenya's")."""
        for other in self.scans[sentence.start]:
            if other.kind in ("nation", "adjective") and _POSSESSIVE.fullmatch(
                sentence.text, other.end, max(other.end, found.start)
            ):
                return word_list("names/nations")[other.rows[0]]["country"]
        after = re.match(r"\s(?:of|in)\s(?:the\s)?", sentence.text[found.end : found.end + 12])
        if after:
            for other in self.scans[sentence.start]:
                if other.kind == "nation" and other.start == found.end + after.end():
                    return word_list("names/nations")[other.rows[0]]["country"]
        return ""

    def context_nation(self, sentence: Sentence, found: Found) -> str:
        """The country that the unit gives its bodies: a label ("Zambia: the ...", also of a bullet) or "In
        Chile, the"."""
        for start, text in ((sentence.start, sentence.text), (sentence.block.start, sentence.block.text)):
            for other in self.scans.get(start, ()):
                if other.kind in ("nation", "adjective") and (
                    other.end <= found.start or start != sentence.start
                ):
                    labels = re.match(r"\W{0,2}:", text[other.end : other.end + 3]) and not re.search(
                        r"\w", text[: other.start]
                    )
                    if labels or start == sentence.start and _LOCATED.fullmatch(text, 0, other.end + 1):
                        return word_list("names/nations")[other.rows[0]]["country"]
        return ""

    def named_before(self, sentence: Sentence, found: Found, nation: str) -> Link | None:
        """The fuller name that a shorter one stands for: "the sheriff's office", "the Navy", "Interior
        Ministry"."""
        text = found.text.replace("’", "'").lower()
        if found.kind == "description":
            before = sentence.text[max(0, found.start - 4) : found.start].lower()
            if (
                not before.endswith("the ")
                and not text.startswith("the ")
                or text.removeprefix("the ") not in word_set("singular")
            ):
                return None
        wanted = significant(text)
        for link in reversed(self.named[-200:]):
            if link.level == "unnamed" or link.agency in countries() or nation and link.country != nation:
                continue
            if wanted < significant(link.agency.lower()):
                return link
        return None

    def with_district(self, found: Found) -> Link | None:
        """The body named before with the district it is for, when only its office is named: "the U.S.
        Attorney's Office"."""
        start = f"{found.text.replace('’', chr(39))} for the "
        return next((link for link in reversed(self.named[-200:]) if link.agency.startswith(start)), None)

    def pattern(self, sentence: Sentence, found: Found, nation: str) -> Link:
        text = re.sub(r"\s+", " ", found.text).replace("’", "'")
        country = nation or next(iter(nations_in(text)), "")
        owner, possessive, rest = text.partition("'s ")
        if possessive and owner in nation_words():  # "Poland's Border Guard"
            return Link(f"{rest} of {country}", country, level(rest, country))
        if not country:
            country = (
                self.dominant()
                if re.match("Ministry|Secretariat|Directorate|Public Prosecutor", text)
                else (max(self.weights, key=self.weights.__getitem__) if self.weights else "")
            )
        if (
            (
                is_shared(text)
                if nation
                else re.match(r"(?:Ministry|Secretariat|Directorate|Attorney General|National|Federal)", text)
            )
            and country not in ("", "United States", "international")
            and (
                nation or country not in ("United Kingdom", "Ireland", "Canada", "Australia", "New Zealand")
            )  # names as they are
            and (country not in text)
            and not re.search(
                r"\b(?:of|in|for) (?:the )?[A-Z]\w+$",
                re.sub(r"^(?:Ministry|Secretariat|Department|Directorate|Bureau) of ", "", text),
            )
        ):
            return Link(f"{text} of {country}", country, "foreign")
        return Link(text, country, level(text, country))

    def ministry(self, title: str, nation: str) -> Link | None:
        """The ministry named before that a minister heads: "Interior Minister" after "the Interior Ministry
        of Ecuador"."""
        subject = significant(re.sub(r"\b(?:Prime|Deputy|Vice|Shadow|Minister|Secretary|State)\b", "", title))
        if not subject or not re.search(r"\b(?:Minister|Secretary)\b", title):
            return None
        fitting = (
            link
            for link in reversed(self.named[-200:])
            if re.search(r"\b(?:Ministry|Secretariat)\b", link.agency)
            and subject <= significant(link.agency)
            and (not nation or link.country == nation)
        )
        return next(fitting, None)

    def official(self, sentence: Sentence, found: Found) -> Link | None:
        titles = [word_list("names/titles")[number] for number in found.rows]
        nation = self.nation_before(sentence, found)
        title = max(
            (t for t in titles),
            key=lambda t: (t["country"] == nation, self.weights[t["country"]] if t["country"] else 0),
        )
        state = _US_STATE.search(sentence.text) if title["title"] == "Attorney General" else None
        if state and not nation and not any(link.agency == title["agency"] for link in self.named):
            return Link(f"{state[1]} Attorney General's Office", "United States", "state")
        if ministry := self.ministry(title["title"], nation):
            return ministry
        if title["agency"] == "government":
            if not nation and found.text.islower():  # "the president" of anything
                return None
            country = nation or (max(self.weights, key=self.weights.__getitem__) if self.weights else "")
            of_country = adjective(country, sentence.text)
            return (
                Link(
                    f"{of_country} government",
                    country,
                    "federal" if country == "United States" else "foreign",
                )
                if of_country
                else None
            )
        if nation and title["country"] and nation != title["country"]:
            if "Attorney" in title["title"]:
                return Link(f"Attorney General's Office of {nation}", nation, "foreign")
            return Link(f"{adjective(nation, sentence.text)} government", nation, "foreign")
        dominant = self.dominant()
        if not nation and not self.weights[title["country"]] and dominant not in ("", title["country"]):
            office = f"Attorney General's Office of {dominant}"
            if "Attorney" in title["title"]:
                return Link(office, dominant, "foreign")
            if "Minister" in title["title"]:
                return Link(f"{adjective(dominant, sentence.text)} government", dominant, "foreign")
        listed = by_name().get(title["agency"])
        name = title["agency"]
        if name == "U.S. Attorney's Office":
            district = _DISTRICT.search(sentence.text, found.end) or _DISTRICT.search(self.article.text)
            name += f" for the {district[1]}" if district else ""
        return Link(name, title["country"], listed["level"] if listed else "foreign")
