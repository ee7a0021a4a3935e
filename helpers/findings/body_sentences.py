"""All that the articles tell of one body: every sentence in which it acts, speaks or is mentioned, body by body."""

from collections.abc import Iterable

import pandas as pd

from helpers.findings.agency_roles_tables import ROLES, as_shown, located, shown_as
from helpers.findings.bodies import Kept

__all__ = ["by_body"]

MENTIONED = "mentioned"  # what a sentence does with a body that has no role in it
MOST_SENTENCES = 240  # in all, so that a notebook can be opened
MOST_OF_ONE = 60  # body
FEWEST = 3  # bodies, however many sentences they have
PLACE = ["article", "sentence_start"]


def by_body(kept: Kept) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Every sentence that tells of a body, those of the body that acts in most of them first, each in the order of the texts;
    of very many the first of the first bodies.

    Of modes that were asked for, only the sentences with a role in them; otherwise those that only mention the body, too.

    Returns:
        The sentences: body (as in figures), article, sentence_start, sentence, places (start and end of each word of action, or else of each
        mention) and what ("reported: arrest, remove; planned: cooperate", or "mentioned"); and for every body the number of its
        sentences and of those that only mention it, the most with a role first.
    """
    shown = shown_as(kept)
    roles = pd.concat([kept.roles, kept.denied])
    mentions = kept.agencies.head(0) if kept.modes else kept.agencies
    roles = roles.assign(sentence_start=roles["start"], body=as_shown(roles["agency"], shown))
    mentions = mentions.assign(body=as_shown(mentions["agency"], shown))
    every = [frame[["body", *PLACE]].assign(role=role) for frame, role in ((roles, True), (mentions, False))]
    every = pd.concat(every).drop_duplicates(["body", *PLACE])
    order = dict.fromkeys(kept.agencies["article"])
    order = {slug: place for place, slug in enumerate(order)}
    every = every.assign(text=every["article"].map(order).fillna(len(order)))
    every = every.sort_values(["text", "sentence_start"], kind="stable")
    sizes = every.groupby("body").agg(
        sentences=("role", "size"), only_mentioned=("role", lambda has: int((~has).sum()))
    )
    acts = sizes["sentences"] - sizes["only_mentioned"]
    sizes = sizes.assign(acts=acts).sort_values(["acts", "sentences", "body"], ascending=[False, False, True])
    sizes = sizes.drop(columns="acts")
    fitting = int((sizes["sentences"].clip(upper=MOST_OF_ONE).cumsum() <= MOST_SENTENCES).sum())
    first = sizes.index[: max(fitting, FEWEST)]
    wanted = every[every["body"].isin(first)].groupby("body").head(MOST_OF_ONE)[["body", *PLACE]]
    return _told_of_bodies(roles, mentions, wanted, list(first)), sizes


def _told_of_bodies(
    roles: pd.DataFrame, mentions: pd.DataFrame, wanted: pd.DataFrame, bodies: list[str]
) -> pd.DataFrame:
    """What each of the wanted sentences tells of its body, the bodies in this order."""
    acting = located(roles.merge(wanted, on=["body", *PLACE]))
    named = mentions.merge(wanted, on=["body", *PLACE])
    by_place: dict[tuple, tuple[list, list]] = {}
    for number, frame in enumerate((acting, named)):
        for row in frame.itertuples():
            by_place.setdefault((row.body, row.article, row.sentence_start), ([], []))[number].append(row)
    place = {body: number for number, body in enumerate(bodies)}
    rows = []
    for key in sorted(wanted.itertuples(index=False, name=None), key=lambda one: place[one[0]]):
        own, named_here = by_place[key]
        told = own or named_here
        places = sorted({(int(one.start), int(one.end)) for one in told})
        rows.append((*key, told[0].sentence, places, _what(own) if own else MENTIONED))
    return pd.DataFrame(rows, columns=["body", *PLACE, "sentence", "places", "what"])


def _what(own: Iterable) -> str:
    """The roles of a body in a sentence, by how firmly they are stated."""
    told: dict[str, list[str]] = {}
    for row in own:
        told.setdefault(f"{row.how}, “{row.hedge}”" if row.hedge else row.how, []).append(row.role)
    return "; ".join(f"{how}: {', '.join(sorted(set(roles), key=_rank))}" for how, roles in told.items())


def _rank(role: str) -> tuple[int, str]:
    return ROLES.index(role) if role in ROLES else len(ROLES), role
