"""Looking that is part of something else: a body that leads or helps with a search does not investigate by it."""

from collections.abc import Iterable

from helpers.agencies.lead_ins import Deed
from helpers.clauses import Action
from helpers.texts import word_set

__all__ = ["own_deeds", "only_looks"]


def only_looks(action: Action) -> bool:
    """Whether an action is a search, a check or a visit, and not an inquiry itself."""
    return action.role == "investigate" and action.lemma not in word_set("inquiring")


def own_deeds(deeds: Iterable[Deed]) -> list[Deed]:
    """The deeds of a sentence without the looking of bodies that lead there or help: "assisted in searching a unit",
    "executed 14 warrants and searched nine homes"."""
    deeds = list(deeds)
    busy = {body for body, _, role, action in deeds if role in ("lead", "cooperate") and not action.negated}
    return [deed for deed in deeds if not (deed[0] in busy and only_looks(deed[3]))]
