"""Whether the people who speak hold the posts that the articles give them, as the record says."""

import pandas as pd

from helpers.findings.telling import of_employer, with_condition
from helpers.findings.words import amount, at_start

__all__ = ["NOT_COMPARED", "about_others", "posts"]

NOT_COMPARED = "not looked into"
ADDED = ["point", "verdict", "claim", "claim_id"]


def posts(speakers: pd.DataFrame, joined: pd.DataFrame) -> pd.DataFrame:
    """Everybody who speaks by name, with each claim on record about their post or their employer.

    Args:
        speakers: The table `speakers`.
        joined: From `helpers.record.join`.

    Returns:
        The columns of `speakers`, point ("job title" or "employer": which of both the claim is about), verdict (with
        the condition on which it rests; NOT_COMPARED where no claim is), claim and claim_id (empty without one).
    """
    people = speakers[speakers["name"] != ""].drop_duplicates(["article", "name"])
    claims = joined.assign(employer=of_employer(joined, speakers))
    claims = claims[claims["kind"] == "person"].explode("speakers").rename(columns={"speakers": "name"})
    claims = claims.assign(
        verdict=pd.Series(
            map(with_condition, claims["verdict"], claims["reason"]), claims.index, dtype=object
        ),
        point=claims["employer"].map({True: "employer", False: "job title"}),
    )
    found = people.merge(claims[["article", "name", *ADDED]], on=["article", "name"], how="left")
    blank = {"point": "", "verdict": NOT_COMPARED, "claim": "", "claim_id": ""}
    return found.assign(**{name: found[name].astype(object).fillna(word) for name, word in blank.items()})


def about_others(found: pd.DataFrame) -> str:
    """How many more people speak by name, on whose post the record has no claim; empty if none does.

    Args:
        found: From `posts`.
    """
    others = found.loc[found["verdict"] == NOT_COMPARED, "name"].nunique()
    if not others:
        return ""
    verb, posts_ = ("speaks", "that person’s job title") if others == 1 else ("speak", "their job titles")
    more = "more " if others < found["name"].nunique() else ""
    return f"{at_start(amount(others, f'{more}person', f'{more}people'))} {verb} by name; the record has no claim on {posts_}."
