"""Roles by weights: what the rules find, how a body stands to words for actions and how it is named add up to how likely it
has a role. Likely ones that no rule finds are added, unlikely ones that a rule finds are dropped.

The weights stand in `helpers/data/agencies/role_weights.csv` and are fitted by `python -m helpers.accuracy.fit_roles`.
"""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from spacy.tokens import Doc

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.heard import mention_of
from helpers.agencies.lead_ins import Deed
from helpers.agencies.role_evidence import ROLES, Body, Given, bodies_of
from helpers.clauses import action_at
from helpers.texts import Sentence, word_list

__all__ = ["weighed"]

ADDED = 0.7  # how likely a role must be that no rule finds
KEPT = 0.1  # and one that a rule finds


def weighed(
    sentence: Sentence, doc: Doc | None, named: Sequence[AgencyRow], given: Sequence[Given]
) -> tuple[set[tuple[str, str]], list[Deed]]:
    """The roles of a sentence (body, role) that a rule finds and that are unlikely, and the likely ones that none finds.

    Args:
        sentence: The sentence.
        doc: Its parse, if it has one.
        named: The bodies in it.
        given: What the rules find.
    """
    dropped, added = set(), []
    asked = sentence.text.rstrip().endswith("?")
    for body in bodies_of(sentence, doc, named, given):
        for role, score in zip(ROLES, _scores(body), strict=True):
            if role in body.given:
                if score < _KEPT and not body.given[role]:
                    dropped.add((body.agency, role))
            elif score > _ADDED and body.rows and doc is not None and not asked:
                at = body.triggers.get(role, body.governor)
                action = action_at(sentence, doc, max(0, at), role)
                if action is not None and not action.negated:
                    added.append((body.agency, mention_of(body.rows[0]), role, action))
    return dropped, added


_ADDED, _KEPT = (float(np.log(share / (1 - share))) for share in (ADDED, KEPT))


def _scores(body: Body) -> list[float]:
    """The weights of the evidence of each role, added up."""
    number, plain, bearing = _weights()
    rows = [number[one] for one in dict.fromkeys(body.plain) if one in number]
    own = plain[rows].sum(axis=0).tolist()
    return [
        score + sum(bearing.get(one, 0.0) for one in dict.fromkeys(body.bearing[role]))
        for role, score in zip(ROLES, own, strict=True)
    ]


@cache
def _weights() -> tuple[Mapping[str, int], np.ndarray, Mapping[str, float]]:
    """Evidence -> its row; the weights for each role by row; evidence -> its weight for all roles."""
    rows = word_list("agencies/role_weights")
    own = [row for row in rows if not row["all"]]
    number = {row["evidence"]: at for at, row in enumerate(own)}
    plain = np.array([[float(row[role] or 0) for role in ROLES] for row in own]).reshape(-1, len(ROLES))
    return number, plain, {row["evidence"]: float(row["all"]) for row in rows if row["all"]}
