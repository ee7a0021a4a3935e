"""People who speak without a name: "a Pakistani teacher", "the driver", "SENIOR DHS OFFICIAL".

>>> described("a nurse at the facility, who left in May", 2)
Described(noun='nurse', title='nurse at the facility', definite=False)
"""

import re
from dataclasses import dataclass

from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.titles import FUNCTION_WORD
from helpers.texts import word_set

__all__ = ["Described", "described", "describes_person", "subject_person"]

_WORD = re.compile(r"[^\W\d_][\w’'-]{0,40}")
_ARTICLE = re.compile(r"(?i)(the|that|this|a|an|one|another|his|her|their|my|our|its)\s+")
_NO = re.compile(r"(?i)(?:no|not|any|every|each|neither|either)\s")
_OWNER = re.compile(r"[A-ZÀ-Þ][\w.’'-]{0,40}['’]s?\s")
_ENDS = re.compile(r"[,;:(—–“\"]|\s(?:who|whose|that|which|to whom|speaking)\b|\s-{1,2}\s")
_SMALL = {"the", "a", "an", "of", "in", "and", "is", "was", "has", "had", "by", "with", "that", "who", "to"}
_SINGLING = ("a", "an", "one", "another")
_ANYBODY = re.compile(
    r"(?:[a-z-]{3,15} ){0,2}(person|member|figure|individual) (?:[a-z]{3,12} )?(?:of|to|with|on|in|at|from)\b"
)
_SUBJECT = re.compile(
    r"(?:(?:But|And|Yet|Then|Later|Still|Outside|Inside|Nearby|Meanwhile),? )?"
    r"((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother|(?:[A-Z][\w-]{1,20} ){0,2}[A-Z][\w-]{1,20}['’]s?) )"
)
_BELOW = re.compile(r"\s(?:of|for|at|in|with|to|from|on|by|who|whose|that)\s")  # behind what somebody is
LONGEST = 90  # characters of a title


@dataclass(frozen=True)
class Described:
    """A person by what they are.

    Attributes:
        noun: The word for a person, in lower case.
        title: The description without article.
        definite: Whether it is "the" one, who may have a name in the article.
    """

    noun: str
    title: str
    definite: bool


def described(words: str, at: int) -> Described | None:
    """The one person whom a source without a name describes; None for groups, for nobody, and for names.

    Args:
        words: The source.
        at: Place of its head word in these words; any place before it for a label in capitals.
    """
    whole = _ENDS.split(words.strip(), maxsplit=1)[0].strip()
    if _NO.match(whole):
        return None
    article = _ARTICLE.match(whole)
    plain = whole[article.end() :] if article else whole
    label = words.isupper()
    heads = [_WORD.match(words, at)] if not label else list(_WORD.finditer(whole))
    noun = next((word[0].lower() for word in reversed(heads) if word and _is_one(word[0])), "")
    if not noun and article and article[1].lower() in _SINGLING and (anybody := _ANYBODY.match(plain)):
        noun = anybody[1]  # "a person close to the talks"
    if not noun or not 0 < len(plain) <= LONGEST or noun not in plain.lower():
        return None
    if not label and article is None and not _may_stand_alone(plain, noun):
        return None
    return Described(noun, plain, definite=label or article is not None and article[1].lower() == "the")


def subject_person(sentence: str) -> Described | None:
    """The person without a name with whom a sentence begins: "Outside, Sample's mother wept", "One driver had two flat
    tyres", "The boy's mother wept"; None for "The mayor's office"."""
    match = _SUBJECT.match(sentence)
    end = match.end() if match else 0
    owned = bool(match) and match[1].endswith(("'s ", "’s ", "' ", "’ "))
    ahead = sentence[end : end + 100].split(" ")[:5] if match else []
    for word, after in zip(ahead, [*ahead[1:], ""][:4], strict=False):
        bare = word.rstrip(",.;:")
        if not bare or bare.lower() in _SMALL:
            return None
        end += len(word) + 1
        if bare.endswith(("'s", "’s")):
            owned = True
            continue
        if _is_one(bare):
            title = sentence[match.start(1) : end - 1 - len(word) + len(bare)]
            definite = match[1].lower() == "the "
            return Described(bare.lower(), title if owned else title[len(match[1]) :], definite)
        titled = bare[0].isupper() and after[:1].isupper()  # "The Justice Minister"
        if bare != word or not titled and source_class(bare, bare.lower()) in ("body", "document"):
            return None
    return None


def describes_person(words: str) -> bool:
    """Whether an apposition holds a noun for a person: "a fisherman who uses one name", but not "the refugee agency, said the
    driver"."""
    own = words.split(",")[0]
    head = _BELOW.split(own, maxsplit=1)[0].split()[-1:]
    if head and source_class(head[0], head[0]) == "body":
        return False
    nouns = (word for word in re.findall(r"[a-z-]{4,30}", own) if word not in ("whose", "those", "others"))
    return FUNCTION_WORD.search(own) is not None or any(
        source_class(word, word) == "person" for word in nouns
    )


def _is_one(word: str) -> bool:
    """Whether a noun means a single person, who can speak."""
    noun = word.lower()
    if word in word_set("thing_heads"):
        return False  # "the Guardian reported"
    if noun in statement_words("people") or noun in statement_words("nobody"):
        return False
    if word.isupper():
        return word in statement_words("initials") or noun in statement_words("label") | word_set("functions")
    single = not noun.endswith("s") or noun.endswith("ss")
    return single and (noun in word_set("functions") or source_class(noun, noun) == "person")


def _may_stand_alone(plain: str, noun: str) -> bool:
    """Whether a description without article is one: "Dombrowitz's mother", "prosecutor Ng" is none."""
    return bool(_OWNER.match(plain)) or plain.lower().split()[0] == noun or plain.endswith(noun)
