"""What notebook 2 concludes: what each body of the articles does, how firmly that is stated, and whether it
has a name.

A *role* is one body doing one thing in one sentence. Which bodies there are is in `bodies`, who of them is
heard in `voices`.
"""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from helpers.findings import voices
from helpers.findings.bodies import Kept, bodies, by_article, described, in_quotes, keep, kin, names, where
from helpers.findings.words import amount, called, listed, number
from helpers.texts import MODES, Corpus

__all__ = [
    "DOING",
    "NAMINGS",
    "ROLES",
    "Kept",
    "evidence",
    "in_words",
    "keep",
    "labelled",
    "located",
    "modes_by_article",
    "names",
    "sentences",
    "verbs",
    "with_bodies",
]

# What a body is said to be doing, by role. Their order is that of the columns: first what bodies do, then
# what they say.
DOING = {
    "lead": "leading",
    "arrest": "arresting",
    "remove": "removing",
    "receive": "receiving",
    "investigate": "investigating",
    "prosecute": "prosecuting",
    "seize": "seizing",
    "cooperate": "cooperating",
    "report": "reporting",
    "comment": "commenting",
}
ROLES = tuple(DOING)
NAMINGS = ("named", "only described")


def with_bodies(kept: Kept) -> pd.DataFrame:
    """The roles, each with its place and with the body as it stands in a figure.

    Returns:
        The columns of `located`, and `named` (bool) and `body`: the name, or the words that describe it in
        quotation marks; wordings that say the same of a body without a name share the commonest of them.
    """
    roles, unnamed = located(kept.roles), described(kept)
    groups: dict[frozenset, str] = {}
    for agency in kept.agencies["agency"].value_counts().index:
        if agency in unnamed:
            groups.setdefault(kin(agency), agency)
    shown = {agency: in_quotes(groups[kin(agency)], unnamed) for agency in unnamed}
    return roles.assign(
        named=~roles["agency"].isin(unnamed), body=[shown.get(agency, agency) for agency in roles["agency"]]
    )


def in_words(kept: Kept) -> pd.DataFrame:
    """One row a body, in the order of `bodies`, for reading.

    Returns:
        agency, where (country and level), mentions ("[[drug-arrests]] 5, [[joint-crackdown]] 2"), does ("arrest 5;
        arrest, planned 1").
    """
    found = bodies(kept)
    roles = kept.roles.assign(words=[_in_mode(row.role, row.mode) for row in kept.roles.itertuples()])
    does = {
        agency: "; ".join(f"{words} {count}" for words, count in own.value_counts().items())
        for agency, own in roles.groupby("agency")["words"]
    }
    mentions = {
        agency: listed((f"{called(row.article)} {row.mentions}" for row in own.itertuples()), most=5)
        for agency, own in by_article(kept).groupby("agency")
    }
    unnamed = described(kept)
    return pd.DataFrame(
        {
            "agency": [in_quotes(agency, unnamed) for agency in found["agency"]],
            "where": [where(row) for row in found.itertuples()],
            "mentions": found["agency"].map(mentions),
            "does": found["agency"].map(does).fillna("only mentioned"),
        }
    )


def _in_mode(role: str, mode: str) -> str:
    return role if mode == "reported" else f"{role}, {mode}"


def _in_order(roles: Iterable[str]) -> list[str]:
    found = set(roles)
    return [role for role in ROLES if role in found] + sorted(found - {*ROLES})


def modes_by_article(kept: Kept, articles: Iterable[str]) -> pd.DataFrame:
    """How many roles each article gives to bodies with a name and without one, by mode.

    Returns:
        Two rows an article, in the order given: article, naming ("named" or "only described"), bodies (number
        with a role), then one column a mode (numbers of roles).
    """
    named = kept.roles["agency"].map(bodies(kept).set_index("agency")["named"].to_dict()).astype(bool)
    roles = kept.roles.assign(naming=named.map({True: NAMINGS[0], False: NAMINGS[1]}))
    rows = pd.MultiIndex.from_product([list(articles), NAMINGS], names=["article", "naming"])
    counts = {"bodies": roles.groupby(["article", "naming"])["agency"].nunique()}
    counts |= {mode: roles[roles["mode"] == mode].groupby(["article", "naming"]).size() for mode in MODES}
    return pd.DataFrame(
        {name: column.reindex(rows).fillna(0).astype(int) for name, column in counts.items()}
    ).reset_index()


def verbs(roles: pd.DataFrame) -> pd.DataFrame:
    """The words behind each role: role, number, bodies, verbs and objects, the most frequent first ("arrest
    5, detain 2")."""
    rows = []
    for role in _in_order(roles["role"]):
        own = roles[roles["role"] == role]
        objects = _short(own["object"])
        rows.append(
            {
                "role": role,
                "number": len(own),
                "bodies": own["agency"].nunique(),
                "verbs": ", ".join(f"{verb} {count}" for verb, count in own["action"].value_counts().items()),
                "objects": listed((f"“{words}”" for words in objects), most=3) if objects else "–",
            }
        )
    return pd.DataFrame(rows, columns=["role", "number", "bodies", "verbs", "objects"])


def _short(objects: pd.Series, most: int = 6) -> list[str]:
    """The objects of at most so many words; where there are none, the first words of the others. Long ones
    are half sentences."""
    words = [text.split() for text in objects.drop_duplicates() if text.strip()]
    return [" ".join(own) for own in words if len(own) <= most] or [
        " ".join(own[:most]) + "…" for own in words
    ]


def evidence(roles: pd.DataFrame, unnamed: Mapping[str, str] | None = None) -> pd.DataFrame:
    """One row a word of action, with everybody who does it, in the order of the text.

    Args:
        roles: Rows of the table `roles`.
        unnamed: The bodies that are only described, from `helpers.findings.bodies.described`; they stand in
            quotation marks.

    Returns:
        article, start and end (of the word of action), sentence (the whole unit), sentence_start, and who
        ("ICE; local police: lead + arrest, planned · Mexico: cooperate").
    """
    roles = located(roles)
    rows = []
    for (article, start, end), own in roles.groupby(["article", "start", "end"], sort=False):
        does: dict[str, list[str]] = {}
        for row in own.itertuples():
            does.setdefault(row.agency, []).append(_in_mode(row.role, row.mode))
        doers: dict[str, list[str]] = {}
        for agency, words in does.items():
            doers.setdefault(" + ".join(words), []).append(in_quotes(agency, unnamed or {}))
        who = " · ".join(f"{'; '.join(agencies)}: {words}" for words, agencies in doers.items())
        rows.append((article, start, end, own["sentence"].iloc[0], own["sentence_start"].iloc[0], who))
    return pd.DataFrame(rows, columns=["article", "start", "end", "sentence", "sentence_start", "who"])


def located(roles: pd.DataFrame) -> pd.DataFrame:
    """The roles with the word of action as their place, or the whole unit where there is no such word;
    `quote` holds the unit."""
    found = roles["action_end"] > roles["action_start"]
    return roles.assign(
        sentence=roles["quote"],
        sentence_start=roles["start"],
        start=roles["action_start"].where(found, roles["start"]),
        end=roles["action_end"].where(found, roles["end"]),
    )


def labelled(kept: Kept) -> pd.DataFrame:
    """Everything to mark in the text: article, start, end, `label` and `kind`.

    A word of action is labelled with its roles, and with its mode unless that is "reported"; the name of a
    speaker with "speaks"; a mention with "= name" where a pronoun, a description or an official stands for a
    named body, and otherwise not at all.
    """
    unnamed, linked = (
        kept.agencies["level"] == "unnamed",
        ~kept.agencies["linked_by"].isin(["name", "abbreviation"]),
    )
    label = ("= " + kept.agencies["agency"]).where(linked & ~unnamed, "")
    kind = pd.Series("named body", index=kept.agencies.index).mask(unnamed, "described body")
    mentions = kept.agencies.assign(label=label, kind=kind.astype(object))
    actions = located(pd.concat([kept.roles, kept.denied]))
    actions = actions.assign(how=actions["mode"].mask(actions["negated"].astype(bool), "denied"))
    rows = [
        (*place, _label(own), own["how"].iloc[0])
        for place, own in actions.groupby(["article", "start", "end"])
    ]
    columns = ["article", "start", "end", "label", "kind"]
    spoken = voices.people(kept.speakers).assign(label="speaks", kind="speaker")
    marks = pd.concat(
        [spoken[columns], mentions[columns], pd.DataFrame(rows, columns=columns)], ignore_index=True
    )
    return marks.astype(
        {"start": int, "end": int}
    )  # an empty table has no whole numbers, and would turn the others into fractions


def _label(own: pd.DataFrame) -> str:
    how = own["how"].iloc[0]
    return " + ".join(_in_order(own["role"])) + ("" if how == "reported" else f", {how}")


# ---- findings
# ------------------------------------------------------------------------------------------------------------


def sentences(kept: Kept, corpus: Corpus) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        kept: From `keep`.
        corpus: The articles.
    """
    found = bodies(kept)
    if not len(found):
        return ["With these parameters, no agency or other body is found in the articles."]
    first = [*_about_parameters(kept), _about_bodies(kept, found, corpus)]
    if not len(kept.roles):
        return [*first, "With these parameters, no body is said to do anything.", *_about_denied(kept)]
    return [
        _about_leader(kept),
        *_about_naming(kept, corpus),
        *voices.sentences(kept),
        *first,
        *_about_modes(kept),
        *_about_denied(kept),
        *_about_silence(kept, corpus),
    ]


def _about_parameters(kept: Kept) -> list[str]:
    if not kept.modes:
        return []
    wanted = " or ".join(mode for mode in MODES if mode in kept.modes)
    return [
        f"Shown: {len(kept.roles):,} of {amount(kept.stated, 'statement')} of who did what, those {wanted}. "
        "Who is mentioned and who is heard is counted whatever the mode."
    ]


def _about_bodies(kept: Kept, found: pd.DataFrame, corpus: Corpus) -> str:
    where = "in the article" if len(corpus) == 1 else "in the articles"
    active = found[
        found["agency"].isin({*kept.roles["agency"], *kept.said["agency"], *kept.speakers["organisation"]})
    ]
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


def _about_leader(kept: Kept) -> str:
    counts, roles = kept.roles["agency"].value_counts(), kept.roles
    unnamed = described(kept)
    leaders = [in_quotes(agency, unnamed) for agency in sorted(counts.index[counts == counts.max()])]
    if len(roles) == 1:
        return f"**{leaders[0]} is the only body said to do anything**: {_doing(roles['role'])}."
    every = f"{len(roles):,} statements of who did what"
    if len(leaders) > 1:
        if counts.max() == 1:
            return f"**No body is said to do more than one thing** in {every}."
        return f"**{listed(leaders, most=3)} are named as doers most often**, each in {counts.max():,} of {every}."
    own = roles[roles["agency"] == counts.index[0]]
    if len(own) == len(roles):
        return f"**{leaders[0]} is the only body said to do anything**: {every}, {_doing(own['role'])}."
    several = roles["article"].nunique() > 1
    where = f" in {amount(own['article'].nunique(), 'article')}" if several else ""
    return f"**{leaders[0]} is named as the doer most often**: in {len(own):,} of {every}{where}, {_doing(own['role'])}."


def _doing(roles: pd.Series, most: int = 3) -> str:
    """The most frequent roles with their numbers, "above all" if there are more: "above all removing (5) and
    arresting (3)"."""
    counts = roles.value_counts()
    words = listed(f"{DOING.get(role, role)} ({count:,})" for role, count in counts.head(most).items())
    return f"above all {words}" if len(counts) > most else words


def _about_modes(kept: Kept) -> list[str]:
    counts = kept.roles["mode"].value_counts()
    present = [mode for mode in MODES if mode in counts]
    if len(present) == 1:
        subject, verb = ("All statements", "are") if len(kept.roles) > 1 else ("The one statement", "is")
        return [] if len(kept.modes) == 1 else [f"{subject} here {verb} {present[0]}."]
    parts = [f"{number(int(counts[mode]))} {'is' if counts[mode] == 1 else 'are'} {mode}" for mode in present]
    text = f"Of {amount(len(kept.roles), 'statement')}, {listed(parts)}."
    if kept.roles["article"].nunique() > 1:
        where = [
            f"{mode}: {_ranked(kept.roles.loc[kept.roles['mode'] == mode, 'article'])}"
            for mode in present
            if mode != "reported"
        ]
        text += f" {where[0][0].upper()}{'; '.join(where)[1:]}."
    return [text]


def _ranked(values: pd.Series, most: int = 3) -> str:
    """The values by how often they occur, those that occur equally often together: "a (3), b and c (1
    each)"."""
    counts = values.value_counts()
    groups = [sorted(counts.index[counts == count]) for count in sorted(set(counts), reverse=True)]
    shown = [
        f"{listed(map(called, group), most=4)} ({counts[group[0]]:,}{' each' if len(group) > 1 else ''})"
        for group in groups[:most]
    ]
    rest = sum(map(len, groups[most:]))
    return ", ".join(shown) + (f", and fewer in {number(rest)} more" if rest else "")


def _about_naming(kept: Kept, corpus: Corpus) -> list[str]:
    counts = modes_by_article(kept, corpus.slugs)
    counts = counts.assign(roles=counts[list(MODES)].sum(axis=1)).pivot(
        index="article", columns="naming", values="roles"
    )
    counts = counts.set_axis(["named", "unnamed"], axis=1).reindex(corpus.slugs)
    unnamed, every = int(counts["unnamed"].sum()), len(kept.roles)
    if not unnamed:
        return ["Every doer has a name."]
    if unnamed == every:
        return ["**No doer has a name.**" if every > 1 else "The doer has no name."]
    text = f"**In {number(unnamed)} of {amount(every, 'statement')} the doer has no name**"
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
        f"{amount(count, 'statement').capitalize()} {'denies' if count == 1 else 'deny'} that a body did something; "
        f"{'it is' if count == 1 else 'they are'} listed apart and counted nowhere else."
    ]


def _about_silence(kept: Kept, corpus: Corpus) -> list[str]:
    absent = [DOING[role] for role in ROLES if role not in set(kept.roles["role"])]
    silent: Sequence[str] = [slug for slug in corpus.slugs if slug not in set(kept.roles["article"])]
    texts = [f"Nobody is said to be {listed(absent, last='or')}."] if 0 < len(absent) <= 4 else []
    return texts + ([f"No body does anything in {listed(map(called, silent))}."] if silent else [])
