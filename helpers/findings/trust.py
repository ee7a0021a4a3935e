"""The trust card of an article: five questions that a careful reader asks first, each with an answer and the
place where its evidence stands.

The answers weigh nothing against each other and make no score; each says what it rests on. What stands on record is
only counted: the claims were picked, so their shares do not measure an article.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from helpers.extraction import Tables
from helpers.findings.archive import is_large, sample
from helpers.findings.arithmetic import (
    may_be_one_event,
)
from helpers.findings.bodies import of_bodies, said_by
from helpers.findings.languages import is_read
from helpers.findings.publication import is_known
from helpers.findings.record_tables import made_by_the_record
from helpers.findings.statements import spoken
from helpers.findings.timeline import dated, is_open
from helpers.findings.timeline_tables import TO_THE_DAY
from helpers.findings.trust_figures import COUNTED, NO, NOTHING, PARTLY, YES, Answer, about_figures
from helpers.findings.voices import people
from helpers.findings.words import all_of, amount, listed, number
from helpers.record import VERDICTS, Record
from helpers.texts import Article

__all__ = ["NOTHING", "QUESTIONS", "Answer", "cards"]

QUESTIONS = ("dated", "sources named", "quotations found", "figures agree", "on record")
SEVERAL = {"differs": "differ"}  # verdicts that read otherwise of more claims than one
IF_MEANT = "; the case compared is only inferred"  # all verdicts on an article fall if it means another


def cards(
    corpus: Iterable[Article], tables: Tables, checks: pd.DataFrame, record: Record, joined: pd.DataFrame
) -> pd.DataFrame:
    """One row an article: article, then an `Answer` for each of QUESTIONS.

    Args:
        corpus: The articles.
        tables: From `extract`.
        checks: From `check`.
        record: What others reported; it may be empty.
        joined: From `helpers.record.join`.

    Of an archive only the articles that stand for it have a card.
    """
    rows, corpus = [], list(corpus)
    for article in sample(corpus) if is_large(corpus) else corpus:
        own = {name: frame[frame["article"] == article.slug] for name, frame in tables}
        claims = joined[joined["article"] == article.slug]
        answers = {
            "dated": _dated(article, own["dates"], checks[checks["article"] == article.slug]),
            "sources named": _sources(own),
            "quotations found": _quotations(own, claims, record),
            "figures agree": about_figures(checks[checks["article"] == article.slug], own["quantities"]),
            "on record": _record(claims, record),
        }
        rows.append({"article": article.slug} | _as_far_as_read(article, answers))
    return pd.DataFrame(rows, columns=["article", *QUESTIONS])


def _as_far_as_read(article: Article, answers: dict[str, Answer]) -> dict[str, Answer]:
    """The answers, without those to which nothing can be said of a text in this language."""
    if is_read(article, grammar=True):
        return answers
    in_part = is_read(article)
    open_ones = QUESTIONS[1:3] if in_part else QUESTIONS[:4]
    why = "who speaks is read in English only" if in_part else "only English and Spanish are read"
    return answers | {name: Answer(NOTHING, why, answers[name].notebook) for name in open_ones}


def _none_or(count: int) -> str:
    return number(count) if count else "none"


def _place(rows: pd.DataFrame, start: str = "start", end: str = "end") -> tuple[str, int, int] | None:
    first = next(rows.itertuples(), None)
    return (first.article, int(getattr(first, start)), int(getattr(first, end))) if first else None


def _dated(article: Article, dates: pd.DataFrame, checks: pd.DataFrame) -> Answer:
    """Whether a reader knows when: not if the text may give one event two dates."""
    placed, doubtful = dated(dates), may_be_one_event(checks).any()
    known = is_known(article)
    exact = placed[placed["precision"].isin([*TO_THE_DAY, "range of days"])]
    published = (
        "publication known" + (" from the head of the text" if not article.published_range else "")
        if known
        else "publication date inferred"
        if article.published_range
        else "publication unknown"
    )
    if not len(placed):
        what = "that can be placed" if is_open(dates).any() else "in the text"
        return Answer(NO, f"no date {what}, {published}", "1_timeline", _place(dates))
    precisions = placed["precision"].replace(dict.fromkeys(TO_THE_DAY, "day"))
    words = f"{amount(len(placed), 'date')}, {_exact(precisions)}; {'two may be of one event; ' if doubtful else ''}{published}"
    return Answer(
        YES if known and len(exact) and not doubtful else PARTLY,
        words,
        "1_timeline",
        _place(exact if len(exact) else placed),
    )


def _exact(precisions: pd.Series) -> str:
    """How many dates name their day, and how many a range of days, which notebook 1 counts apart.

    >>> _exact(pd.Series(["day", "range of days", "month"])), _exact(pd.Series(["day"])), _exact(pd.Series(["month"]))
    ('one with the day named and one a range of days', 'with the day named', 'not with the day named')
    """
    every = len(precisions)
    days, ranges = (int((precisions == name).sum()) for name in ("day", "range of days"))
    if every == 1:
        return "a range of days" if ranges else "with the day named" if days else "not with the day named"
    whole = all_of(every).split()[0]
    parts = [f"{whole if days == every else _none_or(days)} with the day named"] * (days > 0 or not ranges)
    parts += [
        f"{whole if ranges == every else number(ranges)} {'a range' if ranges == 1 else 'ranges'} of days"
    ] * (ranges > 0)
    return listed(parts)


def _sources(own: Mapping[str, pd.DataFrame]) -> Answer:
    """Whether those who say something have a name; as in notebook 2 a body can say it by what it does, or a source
    without a name by a statement alone ("according to reports")."""
    roles, agencies, speakers, statements = (
        own[name] for name in ("roles", "agencies", "speakers", "statements")
    )
    by_name = speakers[speakers["name"] != ""]
    if len(by_name):
        words = f"{amount(by_name['name'].nunique(), 'person speaks', 'people speak')} by name"
        return Answer(YES, words, "2_agency_roles", _name_place(by_name))
    said = said_by(of_bodies(roles, speakers))
    told = spoken(statements)
    told = told[told["source"] != ""]
    unnamed = {"", *agencies.loc[agencies["level"] == "unnamed", "agency"]}
    named, named_told = (rows[~rows["agency"].isin(unnamed)] for rows in (said, told))
    bodies = {*named["agency"], *named_told["agency"]}
    if bodies:
        words = f"nobody speaks by name; {amount(len(bodies), 'body is', 'bodies are')} cited"
        return Answer(PARTLY, words, "2_agency_roles", _said_place(named, named_told))
    if len(said) or len(told) or len(speakers):
        place = _said_place(said, told) or _name_place(speakers)
        return Answer(PARTLY, "only sources without a name", "2_agency_roles", place)
    return Answer(NO, "nobody is cited or quoted", "2_agency_roles")


def _said_place(roles: pd.DataFrame, statements: pd.DataFrame) -> tuple[str, int, int] | None:
    return _place(roles, "action_start", "action_end") or _place(statements)


def _name_place(speakers: pd.DataFrame) -> tuple[str, int, int]:
    """Where the name of the first speaker stands, as notebook 2 marks it."""
    return _place(people(speakers))


def _quotations(own: Mapping[str, pd.DataFrame], claims: pd.DataFrame, record: Record) -> Answer:
    direct = own["speakers"][own["speakers"]["direct"].astype(bool)]
    quoted = set(direct["name"]) - {""}
    if not len(direct):
        place = _place(spoken(own["statements"]))
        return Answer(NOTHING, "nobody is quoted word for word", "2_agency_roles", place)
    if record.folder is None:
        who = amount(len(quoted), "person is", "people are") if quoted else "somebody without a name is"
        return Answer(NOTHING, f"{who} quoted; no record to look in", "2_agency_roles", _name_place(direct))
    wordings = claims[claims["kind"] == "wording"]
    looked = wordings[[not quoted.isdisjoint(names) for names in wordings["speakers"]]]
    if not len(looked):
        return Answer(NOTHING, "no other page was searched for its quotations", "4_record")
    found = looked[(looked["verdict"] == "corroborated") | looked["copied"].astype(bool)]
    verdict = YES if len(found) == len(looked) else PARTLY if len(found) else NO
    words = (
        f"the only one was {'' if len(found) else 'not '}found elsewhere"
        if len(looked) == 1
        else f"{_none_or(len(found))} of {number(len(looked))} found elsewhere"
    ) + _if_meant(looked, record)
    return Answer(verdict, words, "4_record")  # the section lists them all


def _record(claims: pd.DataFrame, record: Record) -> Answer:
    if record.folder is None:
        return Answer(NOTHING, "no record beside these texts", "4_record")
    if not len(claims):
        return Answer(NOTHING, "no claim on record", "4_record")
    counts = claims["verdict"].value_counts().reindex(list(VERDICTS), fill_value=0)
    parts = [
        f"{number(int(counts[verdict]))} {SEVERAL.get(verdict, verdict) if counts[verdict] > 1 else verdict}"
        for verdict in VERDICTS
        if counts[verdict]
    ]
    words = f"{amount(len(claims), 'claim')} compared: {', '.join(parts)}"
    made = int(made_by_the_record(claims).sum())
    words += f"; {number(made)} on a figure that was worked out or inferred" if made else ""
    words += _if_meant(claims, record)
    return Answer(COUNTED, words, "4_record")  # its figure has them all


def _if_meant(claims: pd.DataFrame, record: Record) -> str:
    """What weakens all verdicts on an article: that its case is only inferred."""
    return IF_MEANT if claims["article"].isin(record.cases).any() else ""
