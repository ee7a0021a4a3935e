"""Whose document is meant by "the report", "the audit" or "the figures": the body that the article has given it to.

"A new audit by the Government Accountability Office found ..." names the author; "The audit also found ..." a few
sentences later is said by the same body.
"""

import re

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.cues import source_class
from helpers.agencies.issuers import AUDITOR
from helpers.agencies.sayings import Saying
from helpers.texts import LONGEST_SENTENCE, Article, Sentence

__all__ = ["Documents", "writes"]

_OWNED = re.compile(r"(?:\s\([A-Z.]{2,10}\))?['’]s?\s(?:\([A-Z.]{2,10}\)\s)?")
LASTS = 12  # sentences after which "the report" may be another one
_PLATFORMS = r"Facebook|Twitter|Instagram|Telegram|YouTube|LinkedIn|WhatsApp|Weibo|TikTok|Nextdoor|X"
_KINDS = (
    r"new|own|latest|recent|annual|final|first|internal|official|press|news|daily|weekly|monthly|quarterly"
    r"|interim|criminal|court|written|online|public|joint|incident|arrest|social|media|short|brief|separate"
)
_OF_KIND = rf"(?:(?:{_KINDS}|{_PLATFORMS})\s){{0,3}}"  # words before a document that do not say whose it is
_PLAIN = re.compile(  # no "border post"
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts)\s(?!(?:border|military|army|police|command|frontier|guard)\spost)"
    rf"(?:[a-z-]{{3,15}}\s|(?:{_PLATFORMS})\s){{0,2}}(\w{{4,20}})"
)
_BEHIND = re.compile(
    r"(\w{4,20})(?:\s(?:published|released|issued|compiled|filed|written|produced|prepared|carried\sout|conducted|undertaken|led))?\s(?:by|from|of)\s(?:(?:the|an?)\s)?$"
)
_PART_OF = re.compile(
    r"\sthe\s(?:[A-Z][\w.]{1,20}\s(?:(?:of|and)\s)?){0,5}[A-Z][\w.]{1,20}['’]s?\s(?:\([A-Z.]{2,10}\)\s)?$"
)
_IN_IT = re.compile(r"^In\s(?:a|an|its)\s(?:\w{2,15}\s){0,3}?(\w{4,20})(?:\s[^,]{0,60})?,\s(?:the\s)?$")
_BEFORE = re.compile(rf"(?:['’]s?)?\s{_OF_KIND}(\w{{4,20}})")
_SAYS_IN = re.compile(  # "the force said on Monday in a post"
    r"(?:\s\([A-Z.]{2,10}\))?,?\s(?:(?:has|had|also)\s)?"
    r"(?:said|says|wrote|announced|reported|stated|added|confirmed|warned|noted|disclosed|revealed|claimed)"
    rf"(?:\s(?:on\s)?\w{{3,6}}day|\stoday)?\sin\s(?:an?|its)\s{_OF_KIND}(\w{{4,20}})"
)
_PUBLISHES = re.compile(
    r"(?:\s\([A-Z.]{2,10}\))?\s(?:(?:has|had|today|also)\s)?(?:publishe[sd]|releases?d?|issue[sd]|launche[sd]|file[sd]|post(?:s|ed)|circulate[sd])\s(?:\w{1,15}\s){0,4}?(\w{4,20})"
    r"(?=[.,;]|\s(?:of|on|in|about|that|which|showing|detailing|this|last|earlier|today|yesterday)\b)"
)


class Documents:
    """The author of the document that an article has spoken of last.

    Attributes:
        author: Canonical name; empty if none is known.
        at: Number of the sentence that named it last.
    """

    def __init__(self, issuer: str) -> None:
        """Begins with the body whose text the article is; empty if it is nobody's."""
        self.issuer, self.author, self.at = issuer, "", 0

    def read(self, sentence: Sentence, number: int, agencies: list[AgencyRow]) -> None:
        """Goes on to a sentence, which may say whose a document is: "a report by the GAO", "the GAO's audit"."""
        for row in agencies:
            audits = AUDITOR.search(row.agency) and row.level != "unnamed"  # an auditor always writes
            examines = audits and not self.known(number)
            meant = row.linked_by != "pronoun" or " " in row.mention  # "the force", but not "its"
            if meant and (examines or writes(sentence, row) or _says_in(sentence, row)):
                self.author, self.at = row.agency, number

    def of(self, article: Article, saying: Saying, number: int) -> str:
        """The body of a document that is a source without words for its author; empty for any other source."""
        if saying.what.source is None or saying.what.animacy != "document":
            return ""
        plain = _PLAIN.fullmatch(article.text[slice(*saying.what.source)])
        if plain and plain[1].startswith("indictment"):
            return ""  # that of a grand jury, whoever tells of it
        return self.known(number) or self.issuer if plain and _is_document(plain[1]) else ""

    def known(self, number: int) -> str:
        """The author, if the document was spoken of not long before a sentence."""
        return self.author if number - self.at <= LASTS else ""


def writes(sentence: Sentence, row: AgencyRow) -> bool:
    """Whether the words beside a body say that a document is its own."""
    first, last = row.start - sentence.start, row.end - sentence.start
    if first > LONGEST_SENTENCE:
        return False
    before = _BEHIND.search(_PART_OF.sub(" the ", sentence.text[max(0, first - 120) : first]))
    inside = _IN_IT.match(sentence.text[:first]) if first < 140 else None
    if _OWNED.match(sentence.text, last) and before:
        return False  # "a report from the department's inspector general"
    behind = _BEFORE.match(sentence.text, last)
    published = _PUBLISHES.match(sentence.text, last)
    return any(found and _is_document(found[1]) for found in (before, inside, behind, published))


def _says_in(sentence: Sentence, row: AgencyRow) -> bool:
    """Whether a body says something in a document: "the force said in a post"."""
    found = _SAYS_IN.match(sentence.text, row.end - sentence.start)
    return found is not None and _is_document(found[1])


def _is_document(word: str) -> bool:
    """Whether a noun means something written."""
    lower = word.lower()
    return source_class(lower, lower.removesuffix("s")) == "document"
