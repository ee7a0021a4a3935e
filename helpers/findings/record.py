"""What notebook 4 concludes on the claims: how they stand to what other sources reported, and by how much
days differ.

A page that does not support a claim can date another event, the nearest that was found, or count something else than
the claim does. The record says so in its reasons only, so nothing here takes two days for those of one event, and no
two numbers are set against each other.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from helpers.findings import telling
from helpers.findings.quoting import quotation
from helpers.findings.record_articles import origins
from helpers.findings.record_pages import about_copies
from helpers.findings.record_tables import (
    RESTS,
    about_equal,
    chosen,
    date_differences,
    is_apart,
    limits,
    made_by_the_record,
    ratios,
    rests_on,
    search,
    with_event,
    without_event,
)
from helpers.findings.telling import with_condition
from helpers.findings.words import all_of, amount, at_start, called, listed, number
from helpers.record import VERDICTS, Record

__all__ = [
    "RESTS",
    "about_copies",
    "about_equal",
    "chosen",
    "date_differences",
    "is_apart",
    "limits",
    "made_by_the_record",
    "ratios",
    "search",
    "sentences",
    "with_condition",
    "with_event",
    "without_event",
]

# what claims with a verdict do, for one and for more
VERDICT_WORDS = {
    "corroborated": ("is corroborated", "are corroborated"),
    "differs": ("differs", "differ"),
    "contradicted": ("is contradicted", "are contradicted"),
    "not found": ("was not found", "were not found"),
    "not checkable": ("cannot be checked", "cannot be checked"),
}


# ---- sentences
# ------------------------------------------------------------------------------------------------------------


def sentences(
    joined: pd.DataFrame,
    record: Record,
    reports: pd.DataFrame,
    *,
    speakers: pd.DataFrame | None = None,
    verdicts: Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        joined: The claims of this run, from `join` and `chosen`.
        record: The record.
        reports: The reports on these claims.
        speakers: The table `speakers`, from which is known whom an article quotes; None to leave out what rests
            on it.
        verdicts, kinds: What the claims were chosen by; empty for all. What follows from the choice alone is
            not said.
    """
    if record.folder is None:
        return [
            "**These texts have no record of what other sources reported**, so there is nothing to compare them with. "
            "A folder named record beside the texts can hold one; its form is in helpers/data/record/README.md."
        ]
    if not len(joined):
        return ["On these articles there is no claim with these verdicts and kinds."]
    found = [] if speakers is None or verdicts else _telling(joined, record, reports, speakers)
    made = _about_made(joined)
    counted = [_about_verdicts(joined, len(record.claims), verdicts, kinds) + made]
    return [
        *found,
        *(counted if made or verdicts or kinds or not found else []),  # the figure counts the verdicts
        *_about_cases(joined, record.cases),
        *_about_origins(reports),
    ]


def _telling(
    joined: pd.DataFrame, record: Record, reports: pd.DataFrame, speakers: pd.DataFrame
) -> list[str]:
    """What the claims show, the gravest first: an article of whose event no page tells, then what an article has alone of its
    quotations, job titles, dates and figures, then the claim that most pages contradict. The first also says how all
    claims of its article stand."""
    unreported = {slug: told for slug, told in record.unreported.items() if slug in set(joined["article"])}
    grouped = telling.telling(joined, speakers)
    found = telling.sentences(grouped, record.cases, record.seen, unreported)
    strongest = _strongest(joined, record, reports)
    if not found or "**" not in found[0]:
        return [*strongest, *found]
    sure = [*(slug for slug in unreported if slug not in record.cases), *grouped["article"]]
    leading = joined[joined["article"] == next(slug for slug in sure if called(slug) in found[0])]
    return [
        f"{found[0]}{_of_all(leading, grouped)}",
        *found[1:],
        *(said.replace("**", "") for said in strongest),
    ]


def _of_all(own: pd.DataFrame, grouped: pd.DataFrame) -> str:
    """How all claims of an article stand, to follow a sentence on some of them; empty if the sentence was on all."""
    counts = own["verdict"].value_counts().to_dict()
    if len(own) < 2 or len(own) in set(grouped.loc[grouped["article"] == own["article"].iloc[0], "claims"]):
        return ""
    parts = [
        f"{number(counts[name])} {VERDICT_WORDS[name][counts[name] > 1]}"
        for name in VERDICTS
        if name in counts
    ]
    whole = f"its {number(len(own))} claims compared"
    return f" Of {whole}, {listed(parts)}." if len(parts) > 1 else ""


def _strongest(joined: pd.DataFrame, record: Record, reports: pd.DataFrame) -> list[str]:
    """The claim that pages of most origins contradict, among those whose verdict rests on no condition; none if nothing is
    contradicted."""
    sure = [row.verdict == "contradicted" and not rests_on(row, record.cases) for row in joined.itertuples()]
    against = reports[reports["stance"] == "contradicts"].groupby("claim_id")
    weights = against.agg(origins=("origin", "nunique"), pages=("url", "nunique"))
    claims = joined[pd.Series(sure, index=joined.index, dtype=bool)].join(weights, on="claim_id", how="inner")
    if claims.empty:
        return []
    first = claims.sort_values(["origins", "pages"], ascending=False, kind="stable").iloc[0]
    pages, origins = int(first["pages"]), int(first["origins"])
    whence = (
        f", of {amount(origins, 'origin')}," if origins > 1 else ", all of one origin," if pages > 1 else ""
    )
    verb = "contradicts" if pages == 1 else "contradict"
    return [
        f"**{called(first['article'])}: {amount(pages, 'page')}{whence} {verb} the words {quotation(first['quote'])}.**"
    ]


def _about_verdicts(joined: pd.DataFrame, total: int, verdicts: Sequence[str], kinds: Sequence[str]) -> str:
    counts = joined["verdict"].value_counts().to_dict()
    parts = [
        f"{number(counts[name])} {VERDICT_WORDS[name][counts[name] > 1]}"
        for name in VERDICTS
        if name in counts
    ]
    whence = f"in {amount(joined['article'].nunique(), 'article')}"
    if not verdicts and not kinds:
        if total == 1:
            return (
                f"The one claim picked for this record {whence} **{VERDICT_WORDS[next(iter(counts))][0]}**."
            )
        first = parts[0] if "corroborated" in counts else "none is corroborated"
        return f"Of {number(total)} claims picked for this record {whence}, {listed([f'**{first}**', *parts['corroborated' in counts :]])}."
    which = [f"about a {_either(kinds)}"] if kinds else []
    which += [f"with the verdict {_either(f'“{name}”' for name in verdicts)}"] if verdicts else []
    more = f": {listed(parts)}" if len(set(verdicts)) != 1 else ""
    return f"Shown: **{number(len(joined))} of {amount(total, 'claim')}**, those {' '.join(which)}{more}."


def _about_made(joined: pd.DataFrame) -> str:
    """How many of these claims have a figure that the article does not print."""
    made = joined.loc[made_by_the_record(joined), "verdict"].value_counts()
    if made.empty:
        return ""
    words = {
        name: re.sub("^(?:is|are|was|were) ", "", VERDICT_WORDS[name][many > 1])
        for name, many in made.items()
    }
    verdicts = listed(
        f"{number(made[name])} {words[name]}" if len(made) > 1 else words[name]
        for name in VERDICTS
        if name in made
    )
    count = int(made.sum())
    if count == len(joined) == 1:
        return " It is about a figure that was worked out or inferred; the passage quoted does not print it."
    which, what = (
        ("One of them", "is about a figure that was")
        if count == 1
        else (f"{at_start(number(count))} of them", "are about figures that were")
    )
    where = "passage quoted does not print it" if count == 1 else "passages quoted do not print them"
    return f" {which} ({verdicts}) {what} worked out or inferred; the {where}."


def _either(names: Iterable[str]) -> str:
    *others, last = dict.fromkeys(names)
    return f"{', '.join(others)} or {last}" if others else last


def _about_cases(joined: pd.DataFrame, cases: Mapping[str, str]) -> list[str]:
    """One sentence for each article whose case is only inferred: all its verdicts rest on that."""
    said = []
    for article, case in cases.items():
        own = int((joined["article"] == article).sum())
        if own:
            which = "The one claim" if own == 1 else f"The {number(own)} claims"
            verb, verdicts = (
                ("is", "this verdict does not apply") if own == 1 else ("are", "these verdicts do not apply")
            )
            said.append(
                f"{which} of {called(article)} {verb} compared with a case that is only inferred: {case}. If the article is about "
                f"another case, {verdicts}."
            )
    return said


def _about_origins(reports: pd.DataFrame) -> list[str]:
    found = origins(reports)
    if not len(found):
        return ["No page bears on these claims."]
    first = found.drop_duplicates("article")
    single = first[(first["pages"] * 2 > first["of_pages"]) & (first["pages"] > 1)]
    pages = (
        f"{amount(reports['url'].nunique(), 'page')} {'bears' if reports['url'].nunique() == 1 else 'bear'}"
    )
    if not len(single):
        if reports["url"].nunique() == 1:
            return [f"{pages.capitalize()} on these claims."]
        for_ = (
            "no more than half of them go"
            if len(first) == 1
            else "for no article do more than half of them go"
        )
        return [f"{pages.capitalize()} on these claims; {for_} back to one origin."]
    if len(first) == 1:
        row = next(single.itertuples())
        return [
            f"Many pages, few origins: {row.pages} of the {row.of_pages} pages that bear on these claims go back to {row.origin}."
        ]
    which = (
        f"{all_of(len(first))} articles"
        if len(single) == len(first)
        else f"{number(len(single))} of {number(len(first))} articles"
    )
    return [
        f"Many pages, few origins: {pages} on these claims, but for {which} more than half of them go back to one origin."
    ]
