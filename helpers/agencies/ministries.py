"""The ministry for which a minister speaks: the one that the article names, or one that the title tells, of the country that the
article is about."""

import re

from helpers.agencies.links import LAST_NAMED, Link, Links
from helpers.agencies.whose import ENGLISH
from helpers.names import Found, adjective, countries, nation_words, nations_in, plain_name, significant
from helpers.texts import Sentence, word_set

__all__ = ["Ministries", "ministry_of"]

_MINISTER = re.compile(r"\b(?:Prime|Deputy|Vice|Shadow|Minister|Secretary|State)\b")
_MINISTER_FOR = re.compile(
    r"(?:Deputy )?(?!Prime|First|Chief|Shadow|Foreign)(?:([A-Z][A-Za-z ]+) Minister|Minister (?:of|for) (?:the )?([A-Z].+))"
)
_MINISTRY = re.compile(r"(?:U\.S\. )?(?:[A-Z]\w+ )?(?:Ministry|Department) of\b")
_MINISTER_OF = (
    re.compile(  # of the words behind "of" as many as are no name: "Minister of Public Security Ana Ruiz"
        r" (?:of|for) (?:the )?((?:(?:Foreign|Public|Internal|Home|National|Social|Economic|Citizen) )?"
        r"[A-Z][a-z]{2,20}(?:,? and [A-Z][a-z]{2,20})?)"
    )
)
_BEFORE_MINISTER = re.compile(  # "Civil Defense Vice Minister", "Deputy Health Minister"
    r"\b(?!The |Deputy |Vice |Acting |Then |Shadow |Prime |Chief |First )((?:[A-Z][\w-]{2,20},? (?:and |& )?){1,3}?)"
    r"(?:(?:Vice|Deputy|Assistant|Junior) )?$"
)


class Ministries(Links):
    """Goes with one article."""

    def ministry_behind(self, sentence: Sentence, found: Found, nation: str) -> Link | None:
        """The ministry that a title names: "Vice Minister of Security"."""
        behind = _MINISTER_OF.match(sentence.text, found.end)
        if not found.text.endswith("Minister") or "Prime" in found.text or behind is None:
            return None
        if behind[1] in nation_words() or behind[1] in countries():
            return None
        name, country = f"Ministry of {behind[1]}", nation or self.dominant()
        return self.ministry_link(name, country) or Link(name, country, "foreign")

    def ministry_before(self, sentence: Sentence, found: Found, nation: str) -> Link | None:
        """The ministry or body whose name stands before a bare "Minister": "Civil Defense Vice Minister"."""
        front = sentence.text[: found.start]
        before = _BEFORE_MINISTER.search(front[-80:]) if found.text == "Minister" else None
        if before is None or sentence.text.istitle():
            return None
        words = [word for word in before[1].split() if word not in nation_words()]
        subject = significant(" ".join(words))
        known = (link for link in reversed(self.named[-LAST_NAMED:]) if link.level != "unnamed")
        named = (one for one in known if subject and subject <= significant(one.agency))
        country = nation or next(iter(nations_in(before[0])), "") or self.dominant()
        if link := next((one for one in named if one.country in ("", country)), None):
            return link
        about = {word.lower() for word in subject} & word_set("subjects")
        return self.ministry_link(f"{' '.join(words)} Ministry", country) if about else None

    def ministry_link(self, name: str, country: str) -> Link | None:
        """A ministry with its country, as the article calls bodies of that country: "Ecuadorean Interior Ministry" where it writes
        of Ecuadorean forces; None of a country that has none, or where nothing tells the country."""
        if country in ("", "United States"):
            return None
        every = ((one, found) for one in self.sentences for found in self.scans[one.start])
        if place := next((place for place in every if plain_name(place[1].text) == name), None):
            return self.link(*place)
        if country in ENGLISH:
            return Link(name, country, "foreign")
        whose = adjective(country, self.article.text)
        described = (one for found in self.scans.values() for one in found if one.kind == "description")
        so_called = name.endswith(" Ministry") and any(one.text.startswith(f"{whose} ") for one in described)
        whole = f"{whose} {name}" if so_called else self.with_country(name, country)
        return Link(whole, country, "foreign")

    def ministry(self, title: str, nation: str) -> Link | None:
        """The ministry named before that a minister heads: "Interior Minister" after "the Interior Ministry
        of Ecuador"."""
        subject = significant(_MINISTER.sub("", title))
        if title == "Minister":
            return self.only_ministry(nation)
        if not subject or not re.search(r"\b(?:Minister|Secretary)\b", title):
            return None
        fitting = (
            link
            for link in reversed(self.named[-LAST_NAMED:])
            if re.search(r"\b(?:Ministry|Secretariat)\b", link.agency)
            and subject <= significant(link.agency)
            and (not nation or link.country == nation)
        )
        return next(fitting, None)

    def only_ministry(self, nation: str) -> Link | None:
        """The only ministry or department of a government that the article has named."""
        named = {link.agency: link for link in self.named if _MINISTRY.match(link.agency)}
        link = next(iter(named.values())) if len(named) == 1 else None
        return link if link and nation in ("", link.country) else None


def ministry_of(title: str) -> str:
    """The ministry of a minister whose title says for what: "Interior Minister", "Minister of Justice"; empty without one."""
    match = _MINISTER_FOR.fullmatch(title)
    if match is None:
        return ""
    article = "the " if match[2] in ("Interior", "Environment", "Economy") else ""
    return f"{match[1]} Ministry" if match[1] else f"Ministry of {article}{match[2]}"
