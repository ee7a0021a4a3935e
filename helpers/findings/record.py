"""What notebook 4 concludes: how far other sources bear out what the articles claim, and how far the articles' readers can know it."""
from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.claims import MEASURED
from helpers.findings.words import amount, listed, number, range_in_words
from helpers.record import KINDS, VERDICTS, Record

__all__ = ["chosen", "coverage", "date_differences", "kinds_in_words", "left_out", "limits", "not_tied", "origins", "origins_by_article",
           "partners", "partners_by_article", "people", "same_pages", "ratios", "sentences", "untied", "verdict_counts"]

ROLES_OF_SPEECH = ("report", "comment")         # who only speaks or publishes is no partner
SIDES = ("both", "article only", "record only")
WIDEST_DATE = 31                                # days; a fiscal year that covers an event does not name it
VERDICT_WORDS = {"differs": "borne out in part or disputed", "contradicted": "contradicted by at least one page",
                 "not found": "found on no page", "not checkable": "not checkable"}


def chosen(joined: pd.DataFrame, verdicts: Sequence[str], kinds: Sequence[str]) -> pd.DataFrame:
    """The claims with one of these verdicts and of one of these kinds; an empty list stands for all."""
    wanted = joined["verdict"].isin(verdicts or VERDICTS) & joined["kind"].isin(kinds or KINDS)
    return joined[wanted].reset_index(drop=True)


def coverage(record: Record, slugs: Iterable[str]) -> pd.DataFrame:
    """What the record holds on each article: article, claims, reports, pages, copies (pages that are no publisher's own), events."""
    rows = []
    for slug in slugs:
        pages = record.reports[record.reports["article"] == slug].drop_duplicates("url")
        rows.append({"article": slug, "claims": int((record.claims["article"] == slug).sum()),
                     "reports": int((record.reports["article"] == slug).sum()), "pages": len(pages),
                     "copies": int((pages["original"] == "no").sum()), "events": int((record.events["article"] == slug).sum())})
    return pd.DataFrame(rows, columns=["article", "claims", "reports", "pages", "copies", "events"])


def verdict_counts(joined: pd.DataFrame, by: str, order: Iterable[str] = ()) -> pd.DataFrame:
    """Number of claims by article or kind (rows) and verdict (columns, all five).

    Args:
        joined: From `helpers.claims.join`.
        by: "article" or "kind".
        order: The rows wanted; those without a claim are kept. Empty: those that occur, the most claims first.
    """
    counts = pd.crosstab(joined[by], joined["verdict"])
    rows = list(order) or list(joined[by].value_counts(sort=True).index)
    return counts.reindex(index=rows, columns=list(VERDICTS), fill_value=0).rename_axis(by).astype(int)


def kinds_in_words(joined: pd.DataFrame) -> list[str]:
    """A sentence for each kind of claim with its verdicts, the kind with the most claims first."""
    counts = verdict_counts(joined, "kind")
    return [f"**{kind}**: {row['corroborated']} of {row.sum()} corroborated" + "".join(
        f", {row[verdict]} {verdict}" for verdict in VERDICTS[1:] if row[verdict]) for kind, row in counts.iterrows()] or [
        "There is no claim to sort."]


def date_differences(compared: pd.DataFrame) -> pd.DataFrame:
    """The reports that give days for a claimed day: the rows of `compare` with `says`, `reported` and `difference`, all in words."""
    days = compared[compared["days"].notna()]
    return days.assign(
        says=[range_in_words(row.claimed_begin, row.claimed_finish) for row in days.itertuples()],
        reported=[range_in_words(row.reported_begin, row.reported_finish) for row in days.itertuples()],
        difference=[_difference(row) for row in days.itertuples()]).sort_values("claim_id", kind="stable", ignore_index=True)


def _difference(row) -> str:
    days = int(row.days)
    if (row.claimed_begin, row.claimed_finish) == (row.reported_begin, row.reported_finish):
        return "the same"
    if not days:
        return "within the days claimed"
    apart = row.reported_begin > row.claimed_finish or row.reported_finish < row.claimed_begin
    verb = "" if apart else "ends " if row.reported_finish != row.claimed_finish else "begins "
    return f"{verb}{amount(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def ratios(compared: pd.DataFrame) -> pd.DataFrame:
    """The reports that give a number for a claimed number or length: the rows of `compare` with a ratio, furthest from 1 first."""
    with_ratio = compared[compared["ratio"].notna()]
    distance = with_ratio["ratio"].astype(float).map(lambda ratio: max(ratio, 1 / ratio))
    return with_ratio.assign(distance=distance).sort_values(["distance", "claim_id"], ascending=[False, True], ignore_index=True)


def not_tied(joined: pd.DataFrame) -> pd.DataFrame:
    """The claims of a date or a number whose value was not read out of their quote, each with the reason."""
    return joined[joined["kind"].isin(MEASURED) & (joined["tie"] != "same value")].reset_index(drop=True)


def origins(reports: pd.DataFrame) -> pd.DataFrame:
    """How many pages stand behind an article's claims, and from whom they have what they say.

    Args:
        reports: `Record.reports`.

    Returns:
        One row for each article and origin, the most pages first within an article: article, origin, pages, own (pages that are the
        publisher's own and no copy), claims, and `of_pages`, all pages on the article.
    """
    pages = reports.drop_duplicates(["article", "url"])
    grouped = pages.assign(own=pages["original"] == "yes").groupby(["article", "origin"], sort=False)
    claims = reports.groupby(["article", "origin"])["claim_id"].nunique().rename("claims")
    found = grouped.agg(pages=("url", "size"), own=("own", "sum")).join(claims).reset_index()
    found["of_pages"] = found.groupby("article")["pages"].transform("sum")
    order = {slug: place for place, slug in enumerate(dict.fromkeys(reports["article"]))}
    return found.sort_values(["article", "pages", "origin"], ascending=[True, False, True], ignore_index=True,
                             key=lambda column: column.map(order) if column.name == "article" else column)


def origins_by_article(found: pd.DataFrame) -> list[str]:
    """A sentence for each article with its origins and the number of pages of each, from the rows of `origins`."""
    lines = []
    for article, own in found.groupby("article", sort=False):
        names = listed((f"{row.origin} {row.pages}" if row.pages > 1 else row.origin for row in own.itertuples()), most=40)
        lines.append(f"**{article}**: {amount(int(own['of_pages'].iloc[0]), 'page')} from {amount(len(own), 'origin')}: {names}.")
    return lines or ["No page bears on these claims."]


def untied(joined: pd.DataFrame) -> list[str]:
    """A sentence for each claim of a date or a number with nothing to compare, with the reason."""
    if not joined["kind"].isin(MEASURED).any():
        return ["There is no claim of a date or a number."]
    return [f"**{row.claim_id}** ({row.kind}), “{row.quote}”: {row.why}." for row in not_tied(joined).itertuples()] or [
        "Every claim of a date or a number has a value that was read out of its quote."]


def limits(record: Record) -> list[str]:
    """What the record says of its own limits, each with the article it concerns."""
    return [f"**{row.article}**: {row.limit}" if row.article else row.limit for row in record.limits.itertuples()] or [
        "The record names no limits."]


def same_pages(found: pd.DataFrame) -> pd.DataFrame:
    """The rows of `date_differences` or `ratios`, those of one stance on a claim together.

    Returns:
        One row for each claim and stance: claim_id, read, stance, with days also `says`, and as lists in words `reported`, `publisher` and
        `difference` or `ratio`.
    """
    if "distance" in found:
        found = found.assign(reported=found["reported"].map("{:,.10g}".format), ratio=found["ratio"].map("{:.2f}".format))
    keys = ["claim_id", "read", *(["says"] if "says" in found else []), "stance"]
    lists = {name: lambda values: list(dict.fromkeys(values))
             for name in ("reported", "publisher", "ratio" if "distance" in found else "difference")}
    return found.groupby(keys, sort=False, dropna=False).agg(lists).reset_index()


def partners(roles: pd.DataFrame, agencies: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Who acts in the text, and who acts on record.

    Args:
        roles, agencies: Tables of the extraction. Only roles reported as done count, and none of mere speech.
        events: `Record.events`; the spans of statistics are left out.

    Returns:
        One row for each article and body: article, agency, `named` (False where the text names no body but describes one), `in_text`
        (its roles there), `on_record` (the events it acts in) and `where` (both, article only, record only).
    """
    acting = roles[(roles["mode"] == "reported") & ~roles["negated"].astype(bool) & ~roles["role"].isin(ROLES_OF_SPEECH)]
    unnamed = set(agencies.loc[agencies["level"] == "unnamed", "agency"])
    seen = [(row.article, row.agency, row.agency not in unnamed, "in_text", row.role) for row in acting.itertuples()]
    seen += [(row.article, agency, True, "on_record", row.label) for row in events[~events["period"]].itertuples()
             for agency in row.agencies.split("; ") if agency]
    found: dict[tuple[str, str], dict] = {}
    for article, agency, named, side, what in seen:
        row = found.setdefault((article, agency.casefold()),
                               {"article": article, "agency": agency, "named": named, "in_text": {}, "on_record": {}})
        row[side][what] = None                                  # a dict keeps each once and in order
    rows = [row | {"in_text": list(row["in_text"]), "on_record": list(row["on_record"]), "where": _where(row)} for row in found.values()]
    frame = pd.DataFrame(rows, columns=["article", "agency", "named", "in_text", "on_record", "where"])
    places = {"article": list(dict.fromkeys([*events["article"], *frame["article"]])).index, "where": SIDES.index}
    return frame.sort_values(["article", "where", "agency"], ignore_index=True,
                             key=lambda column: column.map(places[column.name]) if column.name in places else column)


def _where(row: dict) -> str:
    return "both" if row["in_text"] and row["on_record"] else "article only" if row["in_text"] else "record only"


def partners_by_article(found: pd.DataFrame) -> pd.DataFrame:
    """The rows of `partners` as lists: article, both, article_only, record_only; bodies not named but described in quotation marks."""
    rows = []
    for article, own in found.groupby("article", sort=False):
        names = own["agency"].where(own["named"].astype(bool), "“" + own["agency"] + "”")
        rows.append({"article": article} | {side.replace(" ", "_"): list(names[own["where"] == side]) or ["–"] for side in SIDES})
    return pd.DataFrame(rows, columns=["article", *(side.replace(" ", "_") for side in SIDES)])


def people(speakers: pd.DataFrame, joined: pd.DataFrame) -> pd.DataFrame:
    """The people whom the articles let speak, and what the record says of their posts and words.

    Returns:
        One row for each article and person: article, name, title, organisation, speech (direct or indirect), `post` and `words`, the
        claims on them with verdict and reason; "–" where the record has none.
    """
    rows = []
    for (article, name), own in speakers.groupby(["article", "name"], sort=False):
        claims = joined[(joined["article"] == article) & joined["speakers"].map(lambda names, name=name: name in names)]
        rows.append({"article": article, "name": name, "title": _first(own["title"]), "organisation": _first(own["organisation"]),
                     "speech": "direct" if own["direct"].astype(bool).any() else "indirect",
                     "post": _judged(claims[claims["kind"] == "person"]),
                     "words": _judged(claims[claims["kind"].isin(["wording", "cause"])])})
    return pd.DataFrame(rows, columns=["article", "name", "title", "organisation", "speech", "post", "words"])


def _first(values: pd.Series) -> str:
    return next((value for value in values if value), "–")


def _judged(claims: pd.DataFrame) -> str:
    return " ".join(f"{row.verdict}: {row.reason}" for row in claims.itertuples()) or "–"


def left_out(record: Record, dates: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    """The events on record, and whether the article names their day and their number.

    Returns:
        The events without the spans of statistics, and: `when` (in words), `day_named`, `number_named` (false where the event has no
        number) and `named`, both in words.
    """
    events = record.events[~record.events["period"]].reset_index(drop=True)
    rows = list(_with_count(events))
    found = events.assign(when=[range_in_words(row.begin, row.end) for row in rows],
                          day_named=pd.Series([_names_day(dates, row) for row in rows], dtype=bool),
                          number_named=pd.Series([_names_number(quantities, row) for row in rows], dtype=bool))
    return found.assign(named=[_in_article(row) for row in _with_count(found)])


def _in_article(event) -> str:
    if pd.isna(event.count_):
        return "day named" if event.day_named else "day not named"
    named = {(True, True): "day and number named", (True, False): "day named, number not", (False, True): "number named, day not",
             (False, False): "neither day nor number named"}[event.day_named, event.number_named]
    return f"{_with_unit(event.count_, event.unit)}; {named}"


def _with_count(events: pd.DataFrame):
    return events.rename(columns={"count": "count_"}).itertuples()        # a tuple's own `count` is a method


def _with_unit(count: float, unit: str) -> str:
    return f"{count:,.10g} {unit.removesuffix('s') if count == 1 else unit}".strip()


def _names_day(dates: pd.DataFrame, event) -> bool:
    own = dates[(dates["article"] == event.article) & (dates["begin"] != "")]
    own = own[(own["begin"] <= event.end) & (own["finish"] >= event.begin)]
    return any((pd.Timestamp(row.finish) - pd.Timestamp(row.begin)).days <= WIDEST_DATE for row in own.itertuples())


def _names_number(quantities: pd.DataFrame, event) -> bool:
    own = quantities[(quantities["article"] == event.article) & (quantities["unit"] != "percent")]
    return bool((own[["low", "high"]].astype(float) == event.count_).any(axis=None))


# ---- sentences ------------------------------------------------------------------------------------------------------------

def sentences(joined: pd.DataFrame, compared: pd.DataFrame, record: Record, reports: pd.DataFrame) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        joined: The claims of this run, from `join` and `chosen`.
        compared: From `compare`.
        record: The record.
        reports: The reports on these claims.
    """
    if record.folder is None:
        return ["These texts have no record of what other sources reported, so there is nothing to compare. How to add one stands below."]
    if not len(joined):
        return ["The record has no claim on these articles with these verdicts and kinds."]
    return [_about_verdicts(joined), *_about_articles(joined), *_about_dates(compared), *_about_numbers(compared),
            *_about_nowhere(joined), *_about_origins(reports), *_about_ties(joined)]


def _about_verdicts(joined: pd.DataFrame) -> str:
    counts = verdict_counts(joined, "article").sum()
    good = int(counts["corroborated"])
    others = [f"{number(int(counts[name]))} {VERDICT_WORDS[name]}" for name in VERDICTS[1:] if counts[name]]
    return (f"Of {amount(len(joined), 'claim')} in {amount(joined['article'].nunique(), 'article')}, **other sources corroborate "
            f"{number(good) if good else 'none'}** ({round(100 * good / len(joined))} %)"
            + (f"; {listed(others)}" if others else "") + ".")


def _about_articles(joined: pd.DataFrame) -> list[str]:
    counts = verdict_counts(joined, "article")
    if len(counts) < 2:
        return []
    shares = (counts["corroborated"] / counts.sum(axis=1)).sort_values(kind="stable")
    if shares.iloc[0] == shares.iloc[-1]:
        return []
    low, high = (f"{counts.loc[slug, 'corroborated']} of {counts.loc[slug].sum()} ({slug})" for slug in (shares.index[0], shares.index[-1]))
    return [f"By article, the claims that are corroborated run from {low} to {high}."]


def _about_dates(compared: pd.DataFrame) -> list[str]:
    days = compared[compared["days"].notna()]
    if not len(days):
        return []
    worst = days.loc[days.assign(apart=days["days"].astype(float).abs()).groupby("claim_id", sort=False)["apart"].idxmax()]
    off = worst[worst["days"] != 0].sort_values("days", key=lambda days: days.abs(), ascending=False, kind="stable")
    if not len(off):
        return [f"Every page that dates what the articles date ({amount(len(worst), 'claim')}) agrees with them."]
    furthest = off.iloc[0]
    side = "before" if furthest["days"] > 0 else "after"
    return [f"{amount(len(worst), 'claimed time').capitalize()} can be set beside a reported one; **at least one page has other days for "
            f"{'each of them' if len(off) == len(worst) and len(off) > 1 else 'it' if len(worst) == 1 else number(len(off))}**. "
            f"The furthest is “{furthest['read']}” ({furthest['article']}), "
            f"{amount(int(abs(furthest['days'])), 'day')} {side} "
            f"{range_in_words(furthest['reported_begin'], furthest['reported_finish'])}, which a page has ({furthest['publisher']})."]


def _about_numbers(compared: pd.DataFrame) -> list[str]:
    found = ratios(compared)
    if not len(found):
        return []
    claims, off = found["claim_id"].nunique(), found[found["stance"] != "supports"]
    agreeing = claims - off["claim_id"].nunique()
    start = f"{amount(claims, 'claimed number').capitalize()} can be set beside a reported one; "
    if claims == 1:
        start += f"{'every such page supports' if agreeing else 'not every such page supports'} the claim"
    else:
        which = "each" if agreeing == claims else number(agreeing) if agreeing else "none"
        start += f"for {which} of them every such page supports the claim"
    if not len(off):
        return [start + "."]
    row = off.iloc[0]
    bound = f"{row['bound']} " if row["bound"] else ""
    return [f"{start}. **The furthest apart are “{row['read']}” ({row['article']}) and the {row['reported']:,.10g} of "
            f"{row['publisher']}**: the article has {bound}{row['ratio']:.2f} times that figure."]


def _about_nowhere(joined: pd.DataFrame) -> list[str]:
    nowhere = joined[joined["verdict"] == "not found"]
    if not len(nowhere):
        return []
    kinds = listed(f"{kind} {count}" for kind, count in nowhere["kind"].value_counts().items())
    verb = "was" if len(nowhere) == 1 else "were"
    return [f"{amount(len(nowhere), 'claim').capitalize()} {verb} found on no page (by kind: {kinds}). That is no proof that "
            f"{'it is' if len(nowhere) == 1 else 'they are'} untrue."]


def _about_origins(reports: pd.DataFrame) -> list[str]:
    found = origins(reports)
    if not len(found):
        return ["No page bears on these claims."]
    first = found.drop_duplicates("article")
    single = first[(first["pages"] * 2 > first["of_pages"]) & (first["pages"] > 1)]
    pages = f"{amount(reports['url'].nunique(), 'page')} {'bears' if reports['url'].nunique() == 1 else 'bear'}"
    if not len(single):
        for_ = "no more than half of them go" if len(first) == 1 else "for no article do more than half of them go"
        return [f"{pages.capitalize()} on these claims; {for_} back to one origin."]
    parts = listed(f"{row.pages} of {row.of_pages} to {row.origin} for {row.article}" for row in single.itertuples())
    return [f"**Many pages, few origins**: {pages} on these claims, but for {amount(len(single), 'article')} more than half of them "
            f"go back to one origin ({parts})."]


def _about_ties(joined: pd.DataFrame) -> list[str]:
    measured = joined[joined["kind"].isin(MEASURED)]
    if not len(measured):
        return []
    tied = measured["tie"].isin(["same value", "other value", "vague"]).sum()
    if tied == len(measured):
        return ["Every claim about a date or a number can be tied to an expression that was read out of the text."]
    return [f"Of {amount(len(measured), 'claim')} about a date or a number, {number(int(tied)) if tied else 'none'} can be tied to an "
            "expression that was read out of the text; what cannot is listed with the reason."]


