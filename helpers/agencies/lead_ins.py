"""Roles that the words before a list give to its items: "The following agencies assisted:" and a bullet for each,
"Lead agency: Guardia Civil", and bullets without a subject behind "Border Force officers:".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from helpers.agencies.agency_rows import NAMED, AgencyRow
from helpers.agencies.heard import mention_of
from helpers.clauses import Action
from helpers.texts import Article, Sentence, cues, members, word_list, word_set

__all__ = ["Deed", "LeadIn"]

Deed = tuple[str, str, str, Action]  # agency, mention, role, action

FARTHEST = 600  # characters from the words before a list to the last of its items that gets their roles
LONGEST_LABEL = 60
_LABEL = re.compile(r"\W{0,4}([A-Za-z][^:.;!?]{2,60})(?::\s|:?$)")
_WORD = re.compile(r"[^\W\d_]{2,30}")
_BY_WHEN = re.compile(
    r" (?:should|must|will|shall|needs? to|has to),? (?:by|within|before|in|from) [^.;:]{2,50}:\s*"
)


@dataclass
class LeadIn:
    """The words before a list, as far as the article has been read.

    Attributes:
        article: The article.
        deeds: Role and action that each item of the list has.
        doer: The body that does what bullets without a subject say; None if there is none.
        mode: Their mode, if the words before the list say one.
        until: Where the list is over at the latest.
        opened: Where the sentence begins that opens it.
    """

    article: Article
    deeds: list[tuple[str, Action]] = field(default_factory=list)
    doer: AgencyRow | None = None
    mode: str = ""
    until: int = 0
    opened: int = 0

    def read(self, sentence: Sentence, rows: list[AgencyRow], actions: tuple[Action, ...]) -> list[Deed]:
        """Goes on to a sentence; what its bodies do by the words before the list, or by its own label.

        Args:
            sentence: The sentence.
            rows: The bodies that it names.
            actions: What is done in it.
        """
        named = [row for row in rows if row.linked_by in NAMED]
        if (labelled := self._label(sentence, named)) is not None:
            return labelled
        found = list(self._item(sentence, named, actions)) if sentence.start < self.until else []
        if sentence.text.rstrip().endswith(":"):
            self._open(sentence, rows, actions)
        elif found:
            self.until = sentence.end + FARTHEST
        elif sentence.start >= self.until or not self._is_item(sentence):
            self.deeds, self.doer, self.until = [], None, 0
        return found

    def _label(self, sentence: Sentence, named: list[AgencyRow]) -> list[Deed] | None:
        """What a label before names says of them: "Lead agency: Guardia Civil"; a label alone opens a list. None if
        there is no label."""
        found = _LABEL.match(sentence.text)
        role = _role_of_label(found[1]) if found else ""
        if not role:
            return None
        action = Action(role, found[1].split()[0].lower(), *found.span(1), (), "reported", False)
        behind = [row for row in named if row.start - sentence.start >= found.end(1)]
        if behind and _only_names(sentence, behind, found.end(1)):
            return [(row.agency, mention_of(row), role, action) for row in behind]
        if found.end() < len(sentence.text.rstrip()):
            return None
        self.deeds, self.doer, self.until = [(role, action)], None, sentence.end + FARTHEST
        self.opened = sentence.start
        return []

    def _open(self, sentence: Sentence, rows: list[AgencyRow], actions: tuple[Action, ...]) -> None:
        """Begins a list behind a colon: what is done without a doer, or by bodies in general, its items do."""
        general = word_set("general_bodies") | {"authorities", "following", "units"}
        doing = []
        for action in actions:
            words = [set(_WORD.findall(sentence.text[a:b].lower())) for a, b in action.doers]
            if not action.negated and not action.speech and all(one & general for one in words):
                doing.append((action.role, action))
        behind = rows[-1:] if rows and not doing else []
        rest = sentence.text[behind[0].end - sentence.start :] if behind else ""
        near = behind if len(rest) < 24 or _BY_WHEN.fullmatch(rest) else []
        verb = [_WORD.findall(rest)[0]] if near and len(rest) >= 24 else _WORD.findall(sentence.text)[-1:]
        self.mode = cues("auxiliary").get(verb[0].lower(), "") if verb else ""
        self.deeds, self.doer, self.opened = doing, near[0] if near else None, sentence.start
        self.until = sentence.end + FARTHEST if doing or near else 0

    def _item(
        self, sentence: Sentence, named: list[AgencyRow], actions: tuple[Action, ...]
    ) -> Iterator[Deed]:
        """What an item of the list says: names alone have the roles of the list, verbs without a subject are those of
        the body before it."""
        if self.deeds and named and _only_names(sentence, named, 0):
            for row in named:
                yield from ((row.agency, mention_of(row), *self._at(sentence, one)) for one in self.deeds)
        elif self.doer is not None and self._is_item(sentence):
            first = _WORD.search(sentence.text)
            for action in actions:
                alone = not action.doers and not action.speech
                if alone and first and (action.start == first.start() or _joined(sentence, action)):
                    mode = self.mode if action.mode == "reported" else ""
                    done = replace(action, mode=mode) if mode else action
                    yield self.doer.agency, mention_of(self.doer), action.role, done

    def _at(self, sentence: Sentence, deed: tuple[str, Action]) -> tuple[str, Action]:
        """What the sentence that opens the list says, with its place counted from the item; its object stands there too."""
        role, action = deed
        shift = self.opened - sentence.start
        return role, replace(action, start=action.start + shift, end=action.end + shift, object=None)

    def _is_item(self, sentence: Sentence) -> bool:
        return sentence.block.kind == "bullet" or sentence.text[:1].islower()


def _joined(sentence: Sentence, action: Action) -> bool:
    """Whether "and" or a comma stands before an action: "searched five houses and arrested nine people"."""
    return re.search(r"(?:,|\band)\s$", sentence.text[: action.start]) is not None


def _only_names(sentence: Sentence, rows: list[AgencyRow], first: int) -> bool:
    """Whether nothing but bodies, places and small words stands behind a place of a sentence."""
    rest = sentence.text
    for row in rows:
        start, end = row.start - sentence.start, row.end - sentence.start
        rest = rest[:start] + " " * (end - start) + rest[end:]
    front = _WORD.findall(sentence.text[first : min(row.start for row in rows) - sentence.start])
    words = _WORD.findall(re.sub(r"\([^()]{0,80}\)", " ", rest[first:]))
    if front and front[0].endswith("s") and front[0].lower() not in members() | word_set("beside_names"):
        return False  # "Critics of the FBI", but "Members of the FBI"
    return all(word[0].isupper() or word.lower() in word_set("beside_names") for word in words)


def _role_of_label(label: str) -> str:
    """The role of a label that is made of one of its words and a word for bodies, or ends in "by" or "with"."""
    parts = ([word] if word in _label_roles() else word.split("-") for word in label.lower().split())
    words = [word for part in parts for word in part if word not in word_set("auxiliaries")]
    if not 0 < len(words) < 8:
        return ""
    about = [_label_roles()[word] for word in words if word in _label_roles()]
    heads = word_set("label_heads")
    closed = words[-1] in ("by", "with", "of") or any(word in heads for word in words)
    rest = [
        w for w in words if w not in _label_roles() and w not in heads and w not in word_set("beside_names")
    ]
    return about[0] if about and closed and len(rest) < 2 else ""


@cache
def _label_roles() -> dict[str, str]:
    """Word of a label -> the role of the bodies behind it."""
    return {row["word"]: row["role"] for row in word_list("agencies/role_labels")}
