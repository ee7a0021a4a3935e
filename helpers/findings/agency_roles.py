"""What notebook 2 concludes: which bodies do what in the articles, in which mode, and who is heard.

A *body* is anything the table `agencies` knows: an agency, a force, a court, a government, an organisation. It is named if the article uses
its name, and unnamed if it is only described ("local police"). A *role* is one body doing one thing in one sentence.
"""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.corpus import Corpus
from helpers.extraction import Tables
from helpers.findings.words import amount, listed, number
from helpers.parameters import MODES

__all__ = ["NAMINGS", "ROLES", "SPEECH", "Kept", "bodies", "by_article", "evidence", "in_words", "keep", "labelled", "matrix",
           "modes_by_article", "names", "people", "sentences", "shared", "verbs", "voices", "where"]

# The order of the columns in tables and figures: first what bodies do, then what they say.
ROLES = ("lead", "arrest", "remove", "receive", "investigate", "prosecute", "seize", "cooperate", "report", "comment")
SPEECH = ("report", "comment")
NAMINGS = ("named", "only described")
NAMED_COLOUR, UNNAMED_COLOUR = "#E6E6E6", "#F5F0DC"                    # light enough for dark letters
MODE_COLOURS = {"reported": "#BFE0F5", "planned": "#BDE5D8", "recommended": "#F9DDB1"}
DENIED_COLOUR, SPEAKER_COLOUR = "#F3C6B8", "#EAD7EE"


@dataclass(frozen=True)
class Kept:
    """The rows that the parameters of the notebook leave.

    Attributes:
        agencies: Mentions, as in the table `agencies`.
        roles: What is said to happen, to be planned or to be recommended; columns as in the table `roles`.
        denied: What is said not to happen (`negated`); counted nowhere.
        said: The roles of SPEECH whatever the modes, so that nobody counts as unheard because of a parameter.
        speakers: As in the table `speakers`.
    """
    agencies: pd.DataFrame
    roles: pd.DataFrame
    denied: pd.DataFrame
    said: pd.DataFrame
    speakers: pd.DataFrame


def names(tables: Tables) -> list[str]:
    """What the parameter `agencies` may hold: every name of a body, the most mentioned first, then every other wording of a mention."""
    canonical = list(_mentions(tables)["agency"].value_counts().index)
    known = {name.casefold() for name in canonical}
    return canonical + [mention for mention in tables.agencies["mention"].value_counts().index if mention.casefold() not in known]


def keep(tables: Tables, agencies: Iterable[str] = (), modes: Iterable[str] = (), min_mentions: int = 1) -> Kept:
    """Cuts the tables down to what the parameters ask for.

    Args:
        tables: From `extract`.
        agencies: Names or mentions, as in `names`; empty for all. A mention that stands for several bodies ("the agency") keeps them all.
        modes: Modes of the roles to keep; empty for all.
        min_mentions: Bodies with fewer mentions in these articles are left out.
    """
    counts = _mentions(tables)["agency"].value_counts()
    wanted = set(counts.index[counts >= min_mentions])
    called = {name.casefold() for name in agencies}
    if called:
        mentions = tables.agencies
        same = mentions["agency"].str.casefold().isin(called) | mentions["mention"].str.casefold().isin(called)
        wanted &= set(mentions.loc[same, "agency"]) | {name for name in wanted if name.casefold() in called}
    every = tables.roles[tables.roles["agency"].isin(wanted)]
    roles = every[every["mode"].isin(list(modes) or MODES)]
    heard = tables.speakers["organisation"].isin(wanted) | ((tables.speakers["organisation"] == "") & (not called))
    return Kept(agencies=tables.agencies[tables.agencies["agency"].isin(wanted)],
                roles=roles[~roles["negated"].astype(bool)], denied=roles[roles["negated"].astype(bool)],
                said=every[every["role"].isin(SPEECH) & ~every["negated"].astype(bool)], speakers=tables.speakers[heard])


def _mentions(tables: Tables | Kept) -> pd.DataFrame:
    """agency and article of each mention. In an article where only its officials stand for it, a body is mentioned once a sentence."""
    acting = tables.roles[["agency", "article", "start"]]
    speaking = tables.speakers[["organisation", "article", "sentence_start"]].set_axis(acting.columns, axis=1)
    implied = pd.concat([acting, speaking]).drop_duplicates()[["agency", "article"]]
    mentioned = tables.agencies[["agency", "article"]]
    known = pd.MultiIndex.from_frame(implied).isin(pd.MultiIndex.from_frame(mentioned))
    return pd.concat([mentioned, implied[~known & (implied["agency"] != "")]], ignore_index=True)


def bodies(kept: Kept) -> pd.DataFrame:
    """One row a body, the named first, then by number of roles.

    Returns:
        agency, named (bool), country, level, mentions, articles (number of articles that mention it), roles (number).
    """
    found = _mentions(kept).assign(mentions=1).groupby("agency").agg(mentions=("mentions", "size"), articles=("article", "nunique"))
    what = kept.agencies.groupby("agency")[["country", "level"]].first().reindex(found.index).fillna("")
    roles = kept.roles["agency"].value_counts().reindex(found.index, fill_value=0)
    found = found.join(what).assign(roles=roles, named=what["level"] != "unnamed").reset_index().sort_values(
        ["named", "roles", "mentions", "agency"], ascending=[False, False, False, True], kind="stable", ignore_index=True)
    return found[["agency", "named", "country", "level", "mentions", "articles", "roles"]]


def matrix(kept: Kept) -> pd.DataFrame:
    """What each body with a role does, in numbers.

    Returns:
        agency, named, country, level, roles (number in all), then one column a role and mode that occurs, such as "arrest" (reported)
        and "arrest, planned", in the order of ROLES and MODES; the bodies in the order of `bodies`.
    """
    found = bodies(kept)
    found = found.loc[found["roles"] > 0, ["agency", "named", "country", "level", "roles"]]
    counts = kept.roles.groupby(["role", "mode", "agency"]).size()
    occurring = {(role, mode) for role, mode, _ in counts.index}
    for role, mode in ((role, mode) for role in _in_order(kept.roles["role"]) for mode in MODES if (role, mode) in occurring):
        found[_in_mode(role, mode)] = found["agency"].map(counts[role, mode]).fillna(0).astype(int)
    return found.reset_index(drop=True)


def in_words(kept: Kept) -> pd.DataFrame:
    """One row a body, in the order of `bodies`, for reading.

    Returns:
        agency, where (country and level), mentions ("drug-arrests 5, joint-crackdown 2"), does ("arrest 5; arrest, planned 1").
    """
    found = bodies(kept)
    roles = kept.roles.assign(words=[_in_mode(row.role, row.mode) for row in kept.roles.itertuples()])
    does = {agency: "; ".join(f"{words} {count}" for words, count in own.value_counts().items())
            for agency, own in roles.groupby("agency")["words"]}
    mentions = {agency: listed((f"{row.article} {row.mentions}" for row in own.itertuples()), most=5)
                for agency, own in by_article(kept).groupby("agency")}
    return pd.DataFrame({"agency": found["agency"], "where": [where(row) for row in found.itertuples()],
                         "mentions": found["agency"].map(mentions), "does": found["agency"].map(does).fillna("only mentioned")})


def where(body) -> str:
    """Country and level of a row of `bodies` in words. "foreign" is left out: abroad depends on where one stands."""
    if body.level == "unnamed":
        return "only described"
    if body.agency == body.country:
        return "country"
    return ", ".join(dict.fromkeys(part for part in (body.country, body.level) if part not in ("", "foreign")))


def _in_mode(role: str, mode: str) -> str:
    return role if mode == "reported" else f"{role}, {mode}"


def _in_order(roles: Iterable[str]) -> list[str]:
    found = set(roles)
    return [role for role in ROLES if role in found] + sorted(found - {*ROLES})


def by_article(kept: Kept) -> pd.DataFrame:
    """Where each body stands: agency, article, mentions, roles (numbers), the bodies in the order of `bodies`."""
    found = {"mentions": _mentions(kept), "roles": kept.roles}
    counts = pd.DataFrame({name: frame.groupby(["agency", "article"]).size() for name, frame in found.items()}).fillna(0).astype(int)
    order = bodies(kept)["agency"]
    place = dict(zip(order, order.index, strict=True))
    counts = counts.rename_axis(["agency", "article"]).reset_index()
    return counts.sort_values("agency", key=lambda column: column.map(place), kind="stable", ignore_index=True)


def shared(kept: Kept, articles: Iterable[str], most: int = 10) -> pd.DataFrame:
    """Mentions of the bodies that stand in more than one article: agency, a column an article, mentions (in all).

    Of more than `most` articles those with most mentions get a column. The body in most articles comes first.
    """
    counts = by_article(kept)
    wide = counts.pivot(index="agency", columns="article", values="mentions").fillna(0).astype(int)
    wide = wide.assign(articles=(wide > 0).sum(axis=1), mentions=wide.sum(axis=1))
    wide = wide[wide["articles"] > 1].sort_values(["articles", "mentions"], ascending=False, kind="stable")
    drawn = set(wide.drop(columns=["articles", "mentions"]).sum().sort_values(ascending=False, kind="stable").index[:most])
    return wide[[slug for slug in articles if slug in drawn] + ["mentions"]].rename_axis(columns=None).reset_index()


def modes_by_article(kept: Kept, articles: Iterable[str]) -> pd.DataFrame:
    """How many roles each article gives to bodies with a name and without one, by mode.

    Returns:
        Two rows an article, in the order given: article, naming ("named" or "only described"), bodies (number with a role), then one column
        a mode (numbers of roles).
    """
    named = kept.roles["agency"].map(bodies(kept).set_index("agency")["named"].to_dict()).astype(bool)
    roles = kept.roles.assign(naming=named.map({True: NAMINGS[0], False: NAMINGS[1]}))
    rows = pd.MultiIndex.from_product([list(articles), NAMINGS], names=["article", "naming"])
    counts = {"bodies": roles.groupby(["article", "naming"])["agency"].nunique()}
    counts |= {mode: roles[roles["mode"] == mode].groupby(["article", "naming"]).size() for mode in MODES}
    return pd.DataFrame({name: column.reindex(rows).fillna(0).astype(int) for name, column in counts.items()}).reset_index()


def voices(kept: Kept) -> pd.DataFrame:
    """Who acts, and who is heard. A statement is a sentence in which the body or somebody for it speaks.

    Returns:
        agency, acts (roles other than speech), direct (statements with a quotation), indirect (statements without), cited (roles
        `report`), heard (bool), group ("acts and is heard", "acts, is not heard", "is heard, does not act"); only bodies of
        one of the groups, in their order and then by what they do.
    """
    spoken = kept.speakers[kept.speakers["organisation"] != ""]
    quoted = spoken[spoken["direct"].astype(bool)]
    direct = {(row.organisation, row.article, row.sentence_start) for row in quoted.itertuples()}
    said = {(row.agency, row.article, row.start) for row in kept.said[kept.said["role"] == "comment"].itertuples()}
    indirect = (said | {(row.organisation, row.article, row.sentence_start) for row in spoken.itertuples()}) - direct
    counts = pd.DataFrame({
        "acts": kept.roles.loc[~kept.roles["role"].isin(SPEECH), "agency"].value_counts(),
        "direct": pd.Series([agency for agency, *_ in direct], dtype=object).value_counts(),
        "indirect": pd.Series([agency for agency, *_ in indirect], dtype=object).value_counts(),
        "cited": kept.said.loc[kept.said["role"] == "report", "agency"].value_counts()}).fillna(0).astype(int)
    heard = counts[["direct", "indirect", "cited"]].sum(axis=1) > 0
    group = pd.Series("acts and is heard", index=counts.index).mask(~heard, "acts, is not heard")
    counts = counts.assign(heard=heard, group=group.mask(counts["acts"] == 0, "is heard, does not act"))
    counts = counts.rename_axis("agency").reset_index().astype({"agency": object})
    return counts.sort_values(["group", "acts", "direct", "indirect", "cited", "agency"], ascending=[True, *[False] * 4, True],
                              kind="stable", ignore_index=True)


def verbs(roles: pd.DataFrame) -> pd.DataFrame:
    """The words behind each role: role, number, bodies, verbs and objects, the most frequent first ("arrest 5, detain 2")."""
    rows = []
    for role in _in_order(roles["role"]):
        own = roles[roles["role"] == role]
        objects = own.loc[own["object"] != "", "object"].drop_duplicates()
        rows.append({"role": role, "number": len(own), "bodies": own["agency"].nunique(),
                     "verbs": ", ".join(f"{verb} {count}" for verb, count in own["action"].value_counts().items()),
                     "objects": listed((f"“{_short(words)}”" for words in objects), most=3) if len(objects) else "–"})
    return pd.DataFrame(rows, columns=["role", "number", "bodies", "verbs", "objects"])


def evidence(roles: pd.DataFrame) -> pd.DataFrame:
    """One row a word of action, with everybody who does it, in the order of the text.

    Returns:
        article, start and end (of the word of action), sentence (the whole unit), sentence_start, and who ("ICE; local police: lead +
        arrest, planned · Mexico: cooperate").
    """
    roles = _located(roles)
    rows = []
    for (article, start, end), own in roles.groupby(["article", "start", "end"], sort=False):
        does: dict[str, list[str]] = {}
        for row in own.itertuples():
            does.setdefault(row.agency, []).append(_in_mode(row.role, row.mode))
        doers: dict[str, list[str]] = {}
        for agency, words in does.items():
            doers.setdefault(" + ".join(words), []).append(agency)
        who = " · ".join(f"{'; '.join(agencies)}: {words}" for words, agencies in doers.items())
        rows.append((article, start, end, own["sentence"].iloc[0], own["sentence_start"].iloc[0], who))
    return pd.DataFrame(rows, columns=["article", "start", "end", "sentence", "sentence_start", "who"])


def _short(words: str, most: int = 60) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[:most - 1].rstrip() + "…"


def _located(roles: pd.DataFrame) -> pd.DataFrame:
    """The roles with the word of action as their place, or the whole unit where there is no such word; `quote` holds the unit."""
    found = roles["action_end"] > roles["action_start"]
    return roles.assign(sentence=roles["quote"], sentence_start=roles["start"],
                        start=roles["action_start"].where(found, roles["start"]), end=roles["action_end"].where(found, roles["end"]))


def people(speakers: pd.DataFrame) -> pd.DataFrame:
    """The speakers with their name as the place to mark, where the sentence holds it in full."""
    rows = list(zip(speakers["name"], speakers["sentence"], speakers["sentence_start"], speakers["start"], speakers["end"], strict=True))
    spans = [(first + sentence.find(name), first + sentence.find(name) + len(name)) if name and name in sentence else (start, end)
             for name, sentence, first, start, end in rows]
    return speakers.assign(start=[start for start, _ in spans], end=[end for _, end in spans])


def labelled(kept: Kept) -> pd.DataFrame:
    """Everything to mark in the text: article, start, end, `label` and `colour`.

    A word of action is labelled with its roles, and with its mode unless that is "reported"; the name of a speaker with "speaks"; a
    mention with "= name" where a pronoun, a description or an official stands for a named body, and otherwise not at all.
    """
    unnamed, linked = kept.agencies["level"] == "unnamed", ~kept.agencies["linked_by"].isin(["name", "abbreviation"])
    label = ("= " + kept.agencies["agency"]).where(linked & ~unnamed, "")
    mentions = kept.agencies.assign(
        label=label, colour=pd.Series(NAMED_COLOUR, index=kept.agencies.index).mask(unnamed, UNNAMED_COLOUR))
    actions = _located(pd.concat([kept.roles, kept.denied]))
    actions = actions.assign(how=actions["mode"].mask(actions["negated"].astype(bool), "denied"))
    rows = [(*place, _label(own), {**MODE_COLOURS, "denied": DENIED_COLOUR}.get(own["how"].iloc[0], NAMED_COLOUR))
            for place, own in actions.groupby(["article", "start", "end"])]
    columns = ["article", "start", "end", "label", "colour"]
    spoken = people(kept.speakers).assign(label="speaks", colour=SPEAKER_COLOUR)
    marks = pd.concat([spoken[columns], mentions[columns], pd.DataFrame(rows, columns=columns)], ignore_index=True)
    return marks.astype({"start": int, "end": int})         # an empty table has no whole numbers, and would turn the others into fractions


def _label(own: pd.DataFrame) -> str:
    how = own["how"].iloc[0]
    return " + ".join(_in_order(own["role"])) + ("" if how == "reported" else f", {how}")


# ---- findings ------------------------------------------------------------------------------------------------------------

def sentences(kept: Kept, corpus: Corpus) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        kept: From `keep`.
        corpus: The articles.
    """
    found = bodies(kept)
    if not len(found):
        return ["With these parameters, no agency or other body is found in the articles."]
    if not len(kept.roles):
        return [_about_bodies(found, corpus), "With these parameters, no body is said to do anything.", *_about_denied(kept)]
    return [_about_bodies(found, corpus), _about_leader(kept), *_about_modes(kept), *_about_naming(kept, corpus), *_about_voices(kept),
            *_about_denied(kept), *_about_silence(kept, corpus)]


def _about_bodies(found: pd.DataFrame, corpus: Corpus) -> str:
    subject = "The article speaks" if len(corpus) == 1 else "The articles speak"
    text = f"{subject} of {amount(len(found), 'body', 'bodies')} in {amount(int(found['mentions'].sum()), 'mention')}"
    named, unnamed = int(found["named"].sum()), found.loc[~found["named"], "agency"].tolist()
    if len(found) == 1:
        return f"{text}, {'by name' if named else 'only by a description'}."
    ways = [f"{number(named)} by name"] * (named > 0)
    if unnamed:
        ways.append(f"{number(len(unnamed))} only by a description such as “{unnamed[0]}”")
    return f"{text}: {listed(ways)}."


def _about_leader(kept: Kept) -> str:
    counts, roles = kept.roles["agency"].value_counts(), kept.roles
    leaders = sorted(counts.index[counts == counts.max()])
    if len(leaders) > 1:
        if counts.max() == 1:
            return f"No body has more than one of {amount(len(roles), 'role')}."
        return f"**{listed(leaders, most=3)} do most**, each with {counts.max():,} of {amount(len(roles), 'role')}."
    own = roles[roles["agency"] == leaders[0]]
    if len(own) == len(roles):
        return f"**The only body with a role is {leaders[0]}**: {_most(own['role'], 3)}."
    where = f", in {amount(own['article'].nunique(), 'article')}" if roles["article"].nunique() > 1 else ""
    return f"**{leaders[0]} does most**: {len(own):,} of {amount(len(roles), 'role')}{where}, {_most(own['role'], 3)}."


def _most(values: pd.Series, most: int) -> str:
    """The most frequent values with their numbers, "above all" if there are more."""
    counts = values.value_counts()
    words = listed(f"{value} ({count:,})" for value, count in counts.head(most).items())
    return f"above all {words}" if len(counts) > most else words


def _about_modes(kept: Kept) -> list[str]:
    counts = kept.roles["mode"].value_counts()
    present = [mode for mode in MODES if mode in counts]
    if len(present) == 1:
        subject, verb = ("All roles", "are") if len(kept.roles) > 1 else ("The one role", "is")
        return [f"{subject} here {verb} {present[0]}."]
    parts = [f"{counts[mode]:,} {'is' if counts[mode] == 1 else 'are'} {mode}" for mode in present]
    text = f"**Of {amount(len(kept.roles), 'role')}, {listed(parts)}.**"
    if kept.roles["article"].nunique() > 1:
        where = [f"hat is {mode} stands in {_most(kept.roles.loc[kept.roles['mode'] == mode, 'article'], 2)}"
                 for mode in present if mode != "reported"]
        text += f" W{'; w'.join(where)}."
    return [text]


def _about_naming(kept: Kept, corpus: Corpus) -> list[str]:
    counts = modes_by_article(kept, corpus.slugs)
    counts = counts.assign(roles=counts[list(MODES)].sum(axis=1)).pivot(index="article", columns="naming", values="roles")
    counts = counts.set_axis(["named", "unnamed"], axis=1).reindex(corpus.slugs)
    unnamed, every = int(counts["unnamed"].sum()), len(kept.roles)
    if not unnamed:
        return ["Every role belongs to a body with a name."]
    if unnamed == every:
        return ["No role belongs to a body with a name."]
    text = f"**{unnamed:,} of {every:,} roles {'belongs to a body' if unnamed == 1 else 'belong to bodies'} without a name**"
    mostly = counts[counts["unnamed"] > counts["named"]]
    where = listed((f"{row.Index} ({row.unnamed} of {row.unnamed + row.named})" for row in mostly.itertuples()), most=4)
    return [text + (f"; they are more than half in {where}." if len(mostly) and len(corpus) > 1 else ".")]


def _about_voices(kept: Kept) -> list[str]:
    heard = voices(kept)
    acting, mute = heard[heard["acts"] > 0], heard[(heard["acts"] > 0) & ~heard["heard"]]
    named = bodies(kept).set_index("agency")["named"]
    texts = [_about_speakers(kept.speakers)]
    if len(mute) == len(acting) == 1:
        texts.append(f"The one body that acts, {mute['agency'].iloc[0]}, is never heard.")
    elif len(mute) == len(acting) > 0:
        texts.append(f"**None of the {number(len(acting))} bodies that act is ever heard.**")
    elif len(mute):
        texts.append(f"**Of {amount(len(acting), 'body', 'bodies')} that act, {number(len(mute))} {'is' if len(mute) == 1 else 'are'} "
                     f"never heard**: {listed((name if named[name] else f'“{name}”' for name in mute['agency']), most=4)}.")
    return texts


def _about_speakers(speakers: pd.DataFrame) -> str:
    people, quoted = speakers["name"].nunique(), speakers.loc[speakers["direct"].astype(bool), "name"].nunique()
    known = speakers.loc[speakers["organisation"] != "", "organisation"].nunique()
    if not people:
        return "No person is named who speaks for any of these bodies."
    whom = f" for {amount(known, 'body', 'bodies')}" if known else ""
    if people == 1:
        return f"One person speaks{whom}, {'in direct quotation' if quoted else 'in reported speech only'}."
    share = {0: "none", people: "all"}.get(quoted, number(quoted))
    return f"{amount(people, 'person', 'people').capitalize()} speak{whom}, {share} of them in direct quotation."


def _about_denied(kept: Kept) -> list[str]:
    if not (count := len(kept.denied)):
        return []
    return [f"{amount(count, 'role').capitalize()} {'is' if count == 1 else 'are'} denied, listed apart and counted nowhere else."]


def _about_silence(kept: Kept, corpus: Corpus) -> list[str]:
    absent = [role for role in ROLES if role not in set(kept.roles["role"])]
    silent: Sequence[str] = [slug for slug in corpus.slugs if slug not in set(kept.roles["article"])]
    texts = [f"{'A role' if len(absent) == 1 else 'Roles'} that no body has here: {listed(absent)}."] if 0 < len(absent) <= 4 else []
    return texts + ([f"No body does anything in {listed(silent)}."] if silent else [])
