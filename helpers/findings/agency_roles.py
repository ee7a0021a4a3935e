"""What notebook 2 concludes: what each body of the articles does, how firmly that is stated, and whether it
has a name.

A *role* is one body doing one thing in one sentence. Which bodies there are is in `bodies`, who of them is
heard in `voices`.
"""

import pandas as pd

from helpers.extraction import Tables
from helpers.findings import doers, voices
from helpers.findings.agency_roles_tables import (
    DOING,
    NAMINGS,
    ROLES,
    SEVERAL,
    as_shown,
    evidence,
    for_short,
    in_words,
    labelled,
    located,
    modes_by_article,
    shown_as,
    with_bodies,
)
from helpers.findings.archive import about_events
from helpers.findings.bodies import (
    SPEECH,
    Kept,
    are_printed_again,
    are_scholars,
    are_views,
    bodies,
    described,
    in_quotes,
    keep,
    names,
)
from helpers.findings.body_sentences import by_body
from helpers.findings.hedges import hedges
from helpers.findings.languages import silent, unread
from helpers.findings.quoting import quotation
from helpers.findings.words import amount, at_start, called, listed, number
from helpers.texts import MODES, Corpus

__all__ = [
    "DOING",
    "Kept",
    "NAMINGS",
    "ROLES",
    "SEVERAL",
    "by_body",
    "evidence",
    "for_short",
    "in_words",
    "keep",
    "labelled",
    "left_out",
    "located",
    "modes_by_article",
    "names",
    "sentences",
    "with_bodies",
]


# ---- findings
# ------------------------------------------------------------------------------------------------------------


def sentences(kept: Kept, corpus: Corpus) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        kept: From `keep`.
        corpus: The articles.
    """
    found = bodies(kept)
    if not len(corpus):
        return ["**There is no article, and so nobody who acts.**"]
    if not len(found):
        where = "article" if len(corpus) == 1 else "articles"
        nobody = _with_parameters(kept, f"no agency or other body is found in the {where}.")
        return [unread(corpus, grammar=True) or nobody, *_about_speakers(kept)]
    first = [*_about_parameters(kept), _about_bodies(kept, found, corpus)]
    if not len(kept.roles):
        language = unread(corpus, grammar=True)
        nobody = [language or _with_parameters(kept, "no body is said to do anything.")]
        said = nobody + first if language else first + nobody
        return [*said, *_about_speakers(kept), *_about_denied(kept)]
    return [
        doers.leader(kept),
        *_about_naming(kept, corpus),
        *voices.sentences(kept),
        *first,
        *_about_modes(kept),
        *_about_denied(kept),
        *_about_silence(kept, corpus),
        *about_events(corpus),
    ]


def _about_speakers(kept: Kept) -> list[str]:
    """Who is heard where no body acts."""
    return voices.sentences(kept) if len(kept.speakers) else []


def _with_parameters(kept: Kept, nobody: str) -> str:
    """A sentence that nobody was found, which says that the parameters may be why, if they may."""
    return f"With these parameters, {nobody}" if kept.cut else at_start(nobody)


def _about_parameters(kept: Kept) -> list[str]:
    if not kept.modes:
        return []
    wanted = " or ".join(mode for mode in MODES if mode in kept.modes)
    return [
        f"Shown: {len(kept.roles):,} of {amount(kept.stated, 'role')}, those {wanted}. "
        "Who is mentioned and who is heard is counted whatever the mode."
    ]


def _about_bodies(kept: Kept, found: pd.DataFrame, corpus: Corpus) -> str:
    where = "in the article" if len(corpus) == 1 else "in the articles"
    spoken_for = kept.speakers.loc[~are_scholars(kept.speakers), "organisation"]
    acts = found["agency"].isin({*kept.roles["agency"], *kept.said["agency"], *spoken_for})
    # wordings that share a row of the figure are of one body
    body = as_shown(found["agency"], shown_as(kept))
    found = found.assign(acts=acts, body=body).sort_values("acts", ascending=False, kind="stable")
    found = found.drop_duplicates("body")
    active = found[found["acts"]]
    unnamed, rest = active.loc[~active["named"], "agency"].tolist(), len(found) - len(active)
    named = len(active) - len(unnamed)
    if not len(active):
        return f"No body acts or speaks {where}; {amount(rest, 'body is', 'bodies are')} only mentioned."
    first = in_quotes(unnamed[0], described(kept)) if unnamed else ""
    such = f" such as {first}" if len(unnamed) > 1 else f", {first}" if unnamed else ""
    if len(active) == 1:
        text = f"One body acts or speaks {where}: {active['agency'].iloc[0] if named else f'{first}, which is only described'}"
    elif not unnamed:
        text = f"{amount(named, 'body', 'bodies').capitalize()} act or speak {where}, {'both' if named == 2 else 'all'} with a name"
    elif not named:
        text = f"{amount(len(unnamed), 'body', 'bodies').capitalize()} act or speak {where}, none with a name: they are described,{such}"
    else:
        text = (
            f"Of {amount(len(active), 'body', 'bodies')} that act or speak {where}, {amount(named, 'is', 'are')} named and "
            f"{amount(len(unnamed), 'is', 'are')} only described{',' if len(unnamed) > 1 else ''}{such}"
        )
    return text + (f"; {amount(rest, 'more is', 'more are')} only mentioned." if rest else ".")


def _about_modes(kept: Kept) -> list[str]:
    counts = kept.roles["mode"].value_counts()
    present = [mode for mode in MODES if mode in counts]
    if len(present) == 1:
        if len(kept.modes) == 1:
            return []
        subject, verb = ("All roles", "are") if len(kept.roles) > 1 else ("The one role", "is")
        return [f"{subject} {verb} {present[0]}.", *_about_hedges(kept)]
    parts = [f"{number(int(counts[mode]))} {'is' if counts[mode] == 1 else 'are'} {mode}" for mode in present]
    parts[0] += _acts_and_speech(kept.roles[kept.roles["mode"] == present[0]])
    return [f"Of {amount(len(kept.roles), 'role')}, {listed(parts)}.", *_about_hedges(kept)]


def _acts_and_speech(roles: pd.DataFrame) -> str:
    """How many of some roles are acts, which the headline counts, and how many are speech; empty if all are acts.

    >>> _acts_and_speech(pd.DataFrame({"role": ["arrest", "comment", "report"]}))
    ' (one act and two of speech)'
    """
    speech = int(roles["role"].isin(SPEECH).sum())
    if not speech:
        return ""
    return f" ({amount(len(roles) - speech, 'act')} and {number(speech)} of speech)"


def _about_hedges(kept: Kept) -> list[str]:
    """How much of what is reported is left open by a word before it."""
    told = pd.Series(hedges(kept.roles), index=kept.roles.index, dtype=object)
    found = [hedge for hedge in told if hedge]
    if not found:
        return []
    words = listed(map(quotation, dict.fromkeys(found)), most=3)
    which = (
        "One reported role is" if len(found) == 1 else f"{at_start(number(len(found)))} reported roles are"
    )
    where = listed(map(called, dict.fromkeys(kept.roles.loc[told != "", "article"])), most=3)
    return [f"{which} qualified by {words} ({where})."]


def _about_naming(kept: Kept, corpus: Corpus) -> list[str]:
    counts = modes_by_article(kept, corpus.slugs)
    counts = counts.assign(roles=counts[list(MODES)].sum(axis=1)).pivot(
        index="article", columns="naming", values="roles"
    )
    counts = counts[list(NAMINGS)].set_axis(["named", "unnamed"], axis=1).reindex(corpus.slugs)
    unnamed, every = int(counts["unnamed"].sum()), len(kept.roles)
    if not unnamed:
        return ["Every body in a role has a name."]
    if unnamed == every:
        return ["**No body in a role has a name.**" if every > 1 else "The body in the role has no name."]
    text = f"**In {number(unnamed)} of {amount(every, 'role')} the body has no name**"
    mostly = counts[counts["unnamed"] > counts["named"]]
    where = listed(
        (f"{called(row.Index)} ({row.unnamed} of {row.unnamed + row.named})" for row in mostly.itertuples()),
        most=4,
    )
    return [text + (f"; that is more than half in {where}." if len(mostly) and len(corpus) > 1 else ".")]


def _about_denied(kept: Kept) -> list[str]:
    if not (count := len(kept.denied)):
        return []
    return [
        f"{amount(count, 'role').capitalize()} {'is' if count == 1 else 'are'} denied, since a text says that a body did not do it; "
        f"{'it is' if count == 1 else 'they are'} listed apart and counted nowhere else."
    ]


def _about_silence(kept: Kept, corpus: Corpus) -> list[str]:
    idle = silent(corpus, set(kept.roles["article"]), grammar=True)
    what = "Nothing that was chosen is done" if kept.cut else "No body does anything"
    return [f"{what} in {listed(map(called, idle))}."] if idle else []


def left_out(tables: Tables, kept: Kept, said: pd.DataFrame) -> str:
    """Which rows of the tables this notebook leaves out, so that nobody wonders why it counts fewer.

    Args:
        tables: From `extract`.
        kept: From `keep`.
        said: The statements that are shown.
    """
    views = int(are_views(tables.roles, tables.speakers).sum())
    again = int(are_printed_again(tables.roles).sum())
    others = len(tables.statements) - len(said)
    parts = (
        [f"{amount(views, 'role')} (an expert’s view is not that of the body they work for)"] if views else []
    )
    parts += [f"{amount(again, 'role')} (in a title that is printed twice)"] if again else []
    parts += [f"{amount(others, 'statement')} (beliefs, orders and what is denied)"] if others else []
    parts += ["what the parameters leave out"] if kept.cut else []
    if not parts:
        return "Nothing that was read in these texts is left out here."
    return f"Read in these texts and left out here: {listed(parts)}."
