"""What speaks for and against a stretch of words being the name of a body, each piece of evidence by its name.

Some of it lies at where a stretch begins (`at_start`), some at where it ends (`at_end`), the rest in the stretch as a whole
(`within`); what each weighs stands in `helpers/data/names/name_weights.csv`.
"""

from collections.abc import Iterator
from functools import cache

from helpers.names.lists import gazetteer, words_of
from helpers.names.spans import JOINTS, OF, Run, Seen
from helpers.texts import finite_forms, speech_words, word_set

__all__ = ["at_end", "at_start", "within"]

OWNERS = ("'s", "'")
_BREAKS = ("(", ",", ".", "'s", "'")


@cache
def _listed_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words with which names of the gazetteer begin, with which they end, and all of them."""
    firsts, lasts, every = set(), set(), set()
    for row in gazetteer():
        for name in [row["agency"], *filter(None, row["names"].split("|"))]:
            keys = [word.key for word in words_of(name) if word.text[:1].isupper()]
            firsts.update(keys[:1])
            lasts.update(keys[-1:])
            every.update(keys)
    return frozenset(firsts), frozenset(lasts), frozenset(every)


def at_start(seen: Seen, run: Run, first: int) -> list[str]:
    """The evidence at the first word of a stretch and before it."""
    word = seen.words[first]
    found = [
        f"first={word.key}",
        f"known first={word.key in _listed_words()[0]}",
        f"first {_shape(word.text)}",
    ]
    if word.text in word_set("title_words"):
        found.append("title first")
    if word.key in word_set("no_name"):
        found.append("no name first")
    if first in seen.nations:
        found.append("nation first")
    found.append(f"first class={seen.classes.get(first + 1) or seen.classes.get(first + 2, '')}")
    if not first:
        opener = word.key in word_set("small_words") or word.text in word_set("not_persons")
        return [*found, f"before=start, {'opener' if opener else 'else'}"]
    before = seen.words[first - 1]
    found.append(f"before={before.key}")
    if seen.capital[first - 1]:
        title = before.text in word_set("title_words")
        found.append(f"before={'title' if title else 'capital'}")
    elif first > run.first:
        body = "body" if first - 1 in seen.classes else "else"
        found += [f"before={before.key} joined", f"before={before.key} behind {body}"]
    if before.key == "the" and first > 1:
        found.append(f"before={seen.words[first - 2].key} the")
    return found


def at_end(seen: Seen, run: Run, last: int) -> list[str]:
    """The evidence at the last word of a stretch and behind it."""
    word, text = seen.words[last - 1], seen.text(last - 1)
    head = seen.classes.get(last, "no head")
    found = [f"last={word.key}", f"last class={head}", f"known last={word.key in _listed_words()[1]}"]
    for name in ("thing_heads", "place_heads", "venues"):
        if text in word_set(name):
            found.append(f"last in {name}")
    if word.key in word_set("people") or word.key in word_set("functions"):
        found.append("people last")
    if last in seen.nation_ends:
        found.append("nation last")
    if last >= len(seen.words):
        return [*found, "after=end", f"after=end, {head}"]
    after = seen.words[last]
    people = after.key in word_set("field_people")  # "Team Officers"
    if seen.capital[last] and not people:
        return [*found, "after=capital", f"after=capital {seen.classes.get(last + 1, '')}"]
    joined = last < run.last and not people
    kind = _kind_after(after.key, after.text, joined=joined)
    found += [f"after={kind}{' joined' if joined else ''}", f"after={kind}, {head}", f"after: {after.key}"]
    if joined and last + 1 < len(seen.words):
        what = (
            "nation"
            if last + 1 in seen.nations
            else "capital"
            if seen.capital[last + 1]
            else seen.words[last + 1].key
        )
        found.append(f"after={after.key} {what}, {head}")
    return found


def _kind_after(key: str, text: str, *, joined: bool) -> str:
    if joined or key in _BREAKS:
        return key
    if key in speech_words():
        return "speech"
    if key in word_set("field_people") or key in word_set("people"):
        return "people"
    if text in word_set("small_unit_heads"):
        return "unit"
    return "verb" if key in finite_forms() else "else"


def _shape(text: str) -> str:
    return "A" if len(text) > 1 and text.replace(".", "").isupper() else "a"


def within(seen: Seen, first: int, last: int) -> list[str]:
    """The evidence of a stretch as a whole: its size, its small words, how it stands to what lists and rules find."""
    words, size = seen.words, last - first
    if size == 1:
        text = words[first].text
        found = [f"alone {_shape(text)}{min(len(text), 4)}"]
    else:
        keys = [word.key for word in words[first:last]]
        found = [
            f"size={min(size, 9)}",
            *_words_of_name(seen, first, last, keys),
            *_joined(seen, first, last, keys),
        ]
    found += _listed(seen, first, last)
    for name, spans in (("built", seen.built), ("description", seen.described)):
        found += [f"{name} {_stands(span, first, last)}" for span in seen.over(spans, first, last)]
    if first in seen.nations and seen.nations[first] == last:
        found.append("is nation")
    if seen.text(last) == "(" and seen.text(last + 1).isupper():
        letters = "".join(words[n].text[0] for n in range(first, last) if seen.capital[n])
        short = seen.text(last + 1)
        alike = "matches" if letters == short else "begins alike" if letters[0] == short[0] else "differs"
        found.append(f"bracket {alike}")
    return found


def _words_of_name(seen: Seen, first: int, last: int, keys: list[str]) -> Iterator[str]:
    """What the words are that a stretch of several words has."""
    known = [
        word.key in _listed_words()[2]
        for n, word in enumerate(seen.words[first:last], first)
        if seen.capital[n]
    ]
    yield f"known={'all' if all(known) else 'some' if any(known) else 'none'}"
    if not word_set("subjects").isdisjoint(keys):
        yield "subject inside"
    for joint in JOINTS.intersection(keys):
        yield f"joint={joint}"
    if not word_set("functions").isdisjoint(keys[1:]):
        yield f"title inside, {seen.classes.get(last, 'no head')}"
    if last not in seen.classes and OF.isdisjoint(keys) and seen.has_head(first + 1, last - 1):
        yield "head inside, words behind"


def _joined(seen: Seen, first: int, last: int, keys: list[str]) -> Iterator[str]:
    """How the parts of a stretch hang together: "of", an owner, a comma."""
    at = next((n for n, key in enumerate(keys[:-1]) if n and key in OF), 0)
    head = seen.classes.get(first + at if at else last, "no head")
    if at:
        yield f"head={keys[at - 1]}"
        body = "body" if seen.has_head(first + at + 1, last) else "else"
        yield f"of, head={head}"
        yield f"of {'the ' if keys[at + 1] == 'the' else ''}{body}, head={head}"
        if seen.nations.get(first + at + 1) == last:
            yield "of nation at the end"
    else:
        yield f"size={min(len(keys), 4)}, head={head}"
    if "," in keys:
        behind = "head" if first + keys.index(",") in seen.classes else "else"
        yield f"comma behind {behind}, {seen.classes.get(last, 'no head')}"
    owner = next((first + n for n in range(len(keys) - 1, 0, -1) if keys[n] in OWNERS), 0)
    if owner:
        body = owner in seen.classes or owner in seen.listed_ends
        nation = seen.nations.get(first) == owner
        yield f"owner={'body' if body else 'nation' if nation else 'else'}, head={head}"


def _listed(seen: Seen, first: int, last: int) -> Iterator[str]:
    """How a stretch stands to the bodies that a list knows."""
    for start, end in seen.over(seen.listed, first, last):
        stands = _stands((start, end), first, last)
        yield f"listed {stands}"
        if stands == "holds" and end < last:
            key = seen.words[end].key
            yield f"listed, then {key if key in JOINTS else 'word'}, {seen.classes.get(last, 'no head')}"
        elif stands == "holds":
            key = seen.words[start - 1].key
            yield f"listed last, behind {key if key in JOINTS else 'word'}"


def _stands(span: tuple[int, int], first: int, last: int) -> str:
    """How a stretch stands to another one that it overlaps."""
    if span == (first, last):
        return "equals"
    if span[0] <= first and last <= span[1]:
        return "within"
    return "holds" if first <= span[0] and span[1] <= last else "crosses"
