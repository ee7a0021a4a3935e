"""Who speaks behind a label of a transcript: "MS. SAMPLE:", "SAMPLE:", "QUESTION:"."""

from helpers.agencies.cues import statement_words
from helpers.agencies.known import Known, One
from helpers.agencies.people import full_name

__all__ = ["who_is_labelled"]


def who_is_labelled(label: str, known: Known, before: str) -> list[One]:
    """The person behind a label in capitals; nobody for "A" and for a label that no name stands for.

    Args:
        label: The label without its colon.
        known: The people named so far.
        before: The text before it.
    """
    if label.lower() in ("a", "answer"):
        return []
    if label.lower() in statement_words("question"):
        return [known.asking] if known.asking else []
    words = label.split()
    titled = words[0].rstrip(".").title() in ("Mr", "Ms", "Mrs", "Dr", "Sen", "Rep", "Senator", "Judge")
    name = " ".join(word.title() for word in words[titled:])
    if named := known.of(name) if name else None:
        return [named]
    if titled and name:
        return [known.add(name, words[0].title(), "")]
    longer = full_name(before, name) if name else None
    return [known.add(*longer, "")] if longer else []
