"""What the words say of figures that may be the parts of a whole: named features of each part, of the words between two, of the
whole, and of all together; no arithmetic.

In: figures of an article. Out: features by name, as `helpers.checks.summing` puts them together.
"""

import re

import numpy as np

from helpers.checks.alike import COMPARED, same_event
from helpers.checks.claims import in_one_unit
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.pair_words import CLAUSE, time_of
from helpers.checks.pairs import is_difference
from helpers.checks.parts import in_brackets, is_nested, is_part_of
from helpers.checks.per import average_of
from helpers.checks.sum_words import COLON, opposed
from helpers.checks.unlike import is_plan

__all__ = ["GROUPS", "LEAD", "LINK", "PART", "SHAPE", "WHOLE", "SumWords"]

_KIN = ("same noun", "same class", "open")
_REFERS = ("same", "part", "rest", "all", "together", "more")
_LEVELS = {"same noun": "kin", "same class": "class", "open": "open", "other noun": "other", "": "strange"}
PART = (
    *(f"refers {name}" for name in _REFERS), *_LEVELS.values(), "one", "nested", "bracket", "rough", "bullet", "of whole",
    "whole's line", "whole's event", "history", "scope", "claim", "plan", "other time", "same time", "of them", "group", "bare",
    "heading", "each",
)  # fmt: skip
LINK = (
    "line", "next line", "far", "skipped", "skipped kin", "listed", "clause", "semicolon", "stop", "long", "kin", "both bare",
    "noun then bare", "other", "strange", "event", "compared", "open", "scope", "one list", "other place", "other time", "bracket ends",
)  # fmt: skip
LEAD = (*LINK, "colon", "exhaustive", "summed", "very far", "dash", "of", "back")
WHOLE = (
    *(f"refers {name}" for name in _REFERS),
    "bare",
    "head",
    "lead",
    "measure",
    "rough",
    "claim",
    "plan",
    "sums",
    "opens",
    "each",
)
SHAPE = (
    "two", "three", "many", "ahead", "behind", "around", "one line", "one list", "list with whole", "lines", "crowd", "numbered",
    "misnumbered", "left out behind", "left out before", "left out listed", "opposed", "rest ends", "rest inside", "alike", "whole first rank",
)  # fmt: skip
GROUPS = {
    "parts": PART, "first": PART, "last": PART, "links": LINK, "worst": LINK, "lead": LEAD, "whole": WHOLE, "shape": SHAPE,
}  # fmt: skip
_STOP = re.compile(
    r"\b(?:after|while|whereas|when|since|before|during|until|against|compared|than|whose|per)\b"
)
_LISTED = re.compile(
    r"(?:\s[\w’'-]+){0,5}?\s?(?:,|;|\sand|,\sand|\sfrom|\sin)?\s?(?:\(|[–—]\s)?(?:[\w’'-]+\s){0,3}"
)
_JOINED = re.compile(r",|;|\sand\s|\bbullet\b|\(|\bplus\b")
_COMPARED = re.compile(COMPARED, re.I)
_OF_THEM = re.compile(r"\s(?:[\w’'-]+\s)?(?:of|among)\s(?:them|whom|which|these|those)\b")
_EACH = re.compile(r"\s(?:[a-z]+\s){0,2}(?:each|apiece)\b|\s(?:a|an|per)\s(?:day|week|month|year|head)\b")


class SumWords:
    """The features of the figures of one article."""

    def __init__(self, story: Story):
        self.story, self.counted = story, story.counted

    def part(self, one: Frame, whole: Frame) -> dict[str, float]:
        """What a part says of itself and of its whole."""
        level = agreement(whole, one) if whole.dimension == one.dimension else "open"
        times = [time_of(self.story, x) for x in (one, whole)]
        told = f"{one.before[-40:]}|{one.after[:70]}"
        return {
            f"refers {one.refers}": 1,
            _LEVELS[level]: 1,
            "one": one.value == 1,
            "nested": is_nested(self.story, one, whole),
            "bracket": in_brackets(one) and not in_brackets(whole),
            "rough": not one.exact,
            "bullet": one.block == "bullet",
            "of whole": is_part_of(one, whole),
            "whole's line": one.line == whole.line,
            "whole's event": same_event(one, whole),
            "history": has_cue("history", one.after[:70]),
            "scope": has_cue("scope", told),
            "claim": bool(is_difference(one)),
            "plan": is_plan(one),
            "other time": all(times) and times[0] != times[1],
            "same time": all(times) and times[0] == times[1],
            "of them": bool(_OF_THEM.match(one.after)),
            "group": one.noun_class in ("group", "time"),
            "bare": not one.noun,
            "heading": one.block in ("title", "heading"),
            "each": one.refers == "each" or bool(one.per) or bool(_EACH.match(one.after)),
        }

    def link(self, a: Frame, b: Frame) -> dict[str, float]:
        """What stands between two figures."""
        low, high = sorted((a, b), key=lambda one: one.start)
        words = between(low, high)
        lines, first, last = high.line - low.line, *(self.story.rank[one.start] for one in (low, high))
        inner = self.counted[first + 1 : last]
        level = agreement(a, b) if a.dimension == b.dimension else "open"
        times = [time_of(self.story, one) for one in (a, b)]
        return {
            ("line", "next line")[lines] if lines < 2 else "far": 1,
            "skipped": min(len(inner), 6) / 3,
            "skipped kin": min(sum(agreement(one, high) in _KIN for one in inner), 6) / 3,
            "listed": not lines and len(words) < 60 and bool(_JOINED.search(words)),
            "clause": bool(CLAUSE.search(words)),
            "semicolon": ";" in words,
            "stop": bool(_STOP.search(words)),
            "long": min(len(words), 200) / 100,
            "kin": level == "same noun",
            "both bare": not a.noun and not b.noun,
            "noun then bare": bool(low.noun) and not high.noun,
            "other": level == "other noun",
            "strange": level == "",
            "event": same_event(a, b),
            "compared": bool(_COMPARED.search(words)),
            "open": has_cue("open", words),
            "scope": has_cue("scope", words or f"{high.before[-80:]}"),
            "one list": a.group == b.group != -1,
            "other place": bool(a.place and b.place) and a.place != b.place,
            "other time": all(times) and times[0] != times[1],
            "bracket ends": ")" in words,
        }  # fmt: skip

    def lead(self, whole: Frame, one: Frame) -> dict[str, float]:
        """What stands between a whole and its nearest part."""
        ahead = whole.start < one.start
        words = between(whole, one)
        lead = words or one.before or one.lead_in
        gap = self.story.gap(whole.line, one.line)
        return self.link(whole, one) | {
            "colon": ahead and bool(COLON.search(lead[-70:]) or one.lead_in.rstrip().endswith(":")),
            "exhaustive": has_cue("exhaustive", words, one.lead_in[-90:], whole.after[:100]),
            "open": ahead
            and has_cue("open", words[-90:], one.lead_in[-60:], one.before[-60:] if not words else ""),
            "summed": has_cue("sums", words[-60:] if words else "", whole.before[-80:], whole.after[:25]),
            "very far": gap > 300,
            "dash": bool(re.search(r"[–—(]", words)),
            "of": bool(re.search(r"\bof\s(?:the|its|their|these|those|all|them)\b", words or one.before[:60], re.I)),
            "back": not ahead and has_cue("leads back", whole.before[-80:]),
        }  # fmt: skip

    def whole(self, whole: Frame, _: Frame) -> dict[str, float]:
        """What a whole says of itself."""
        return {
            f"refers {whole.refers}": 1,
            "bare": not whole.noun,
            "head": self.story.is_head(whole),
            "lead": whole.line == self.story.lead,
            "measure": whole.dimension != "count",
            "rough": not whole.exact,
            "claim": bool(is_difference(whole) or average_of(whole)),
            "plan": is_plan(whole),
            "sums": has_cue("sums", whole.before[-80:], whole.after[:25]),
            "opens": whole.start - whole.sentence_start < 15,
            "each": bool(whole.per) or bool(_EACH.match(whole.after)),
        }

    def shape(self, run: tuple[Frame, ...], whole: Frame) -> dict[str, float]:
        """What the parts are together, and which figure beside them is left out."""
        story, n = self.story, len(run)
        ahead, behind = whole.start < run[0].start, whole.start > run[-1].start
        lines = {one.line for one in (*run, whole)}
        groups = {one.group for one in run}
        listed = len(groups) == 1 and groups != {-1}
        own = {one.start for one in (*run, whole)}
        first, last = (story.rank[one.start] for one in (run[0], run[-1]))
        after = next((x for x in self.counted[last + 1 : last + 3] if x.start not in own), None)
        before = next((x for x in self.counted[max(0, first - 2) : first][::-1] if x.start not in own), None)
        out = {}
        for name, x, end in (("behind", after, run[-1]), ("before", before, run[0])):
            beside = x and (x.line == end.line or x.group == end.group != -1) and in_one_unit(x, whole)
            if beside and agreement(whole, x) in _KIN:
                out[f"left out {name}"] = 1.0
                words = between(x, end)
                joined = len(words) < 60 and bool(_JOINED.search(words))
                out["left out listed"] = float(joined or x.group == end.group != -1)
        near = [
            x
            for line in lines
            for x in story.by_line[line]
            if x.start not in own and x.unit == "count" and 1 < x.value < 10
        ]
        groups_told = [x for x in near if x.noun_class == "group" or x.refers in ("same", "all")]
        return out | {
            "two": n == 2, "three": n == 3, "many": min(max(n - 3, 0), 4) / 2,
            "ahead": ahead, "behind": behind, "around": not ahead and not behind,
            "one line": len(lines) == 1, "one list": listed, "list with whole": listed and whole.group in groups,
            "lines": min(len(lines) - 1, 4) / 2, "crowd": np.log1p(len(self.counted)) / 3,
            "numbered": any(x.value == n for x in near), "misnumbered": any(x.value != n for x in groups_told),
            "opposed": opposed(list(run)), "rest ends": run[-1].refers == "rest",
            "rest inside": any(x.refers == "rest" for x in run[:-1]),
            "alike": len({x.noun for x in run}) == 1,
        }  # fmt: skip
