"""The form in which a sentence with quotations is parsed: an utterance is one word, a fragment loses its marks.

The model takes “We won,” for a clause of the reporter's and hangs the verb of speech on it; with "Yes, said Jo
Sample" it knows what to do, and is faster. `Masked.original` leads every offset back to the sentence as written.
"""

from collections.abc import Sequence

from helpers.agencies.quotations import Quotation
from helpers.names import Found, Masked, mask
from helpers.texts import LONGEST_SENTENCE, Sentence

__all__ = ["UTTERED", "inside_utterance", "voiced"]

UTTERED = "Yes"


def inside_utterance(sentence: Sentence, quotations: Sequence[Quotation]) -> bool:
    """Whether a whole sentence is part of one utterance, save for its marks."""
    return any(
        one.utterance and one.first <= sentence.start and sentence.end <= one.last for one in quotations
    )


def voiced(sentence: Sentence, quotations: Sequence[Quotation]) -> Masked:
    """The masked form of a sentence (`helpers.names.mask`) with its quotations masked too.

    Args:
        sentence: A sentence.
        quotations: Those of its article that overlap it.
    """
    masked = mask(sentence)
    if not quotations:
        return masked
    length = min(len(sentence.text), LONGEST_SENTENCE)
    cuts: list[tuple[int, int, str, Found | None]] = []
    for one in quotations:
        first, last = max(0, one.first - sentence.start), min(length, one.last - sentence.start)
        if first >= last:
            continue
        if one.utterance:
            comma = "," if one.text[-1:] in ".,!?…—–-" and sentence.text[last : last + 1] not in ",.;" else ""
            cuts.append((first, last, UTTERED + (comma if last < length else "."), None))
            continue
        start, end = max(0, one.start - sentence.start), min(length, one.end - sentence.start)
        cuts += [(a, b, "", None) for a, b in ((first, start), (end, last)) if a < b]
    inner = [cut[:2] for cut in cuts if cut[2]]
    for start, end, first, last, found in masked.anchors:
        if not any(a < last and first < b for a, b in inner):
            cuts = [cut for cut in cuts if not (first < cut[1] and cut[0] < last)]
            cuts.append((first, last, masked.text[start:end], found))
    return _rebuilt(sentence, masked, sorted(cuts, key=lambda cut: cut[:2]), length)


def _rebuilt(sentence: Sentence, masked: Masked, cuts: list, length: int) -> Masked:
    """Text and anchors of a sentence in which each cut (first, last, word, candidate) is one word."""
    plain = _plain(sentence, masked, length)
    parts, anchors, at, size = [], [], 0, 0
    for first, last, word, found in cuts:
        if first < at:
            continue
        gap = plain[at:first]
        if not word and gap[-1:].isspace() and plain[last : last + 1].isspace():
            last += 1  # no two blanks in a row
        parts += [gap, word]
        size += len(gap)
        anchors.append((size, size + len(word), first, last, found))
        size, at = size + len(word), last
    parts.append(plain[at:])
    return Masked("".join(parts), tuple(anchors))


def _plain(sentence: Sentence, masked: Masked, length: int) -> str:
    """The sentence at its own length, with the blanks and small letters that the mask put in outside its
    anchors."""
    parts, size = [], 0
    for start, end, first, last, _ in masked.anchors:
        parts += [masked.text[size:start], sentence.text[first:last]]
        size = end
    parts.append(masked.text[size:])
    text = "".join(parts)
    front = sentence.text[: len(text) - len(text.lstrip())].rstrip(' “"„«‘')
    if (
        front.endswith(":") and " " in front and len(text) == length
    ):  # "Jo Sample was blunt: “No.”" is no place
        text = front + text[len(front) :]
    return text if len(text) == length else sentence.text[:length]
