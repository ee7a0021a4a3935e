"""No false sentence: what the notebooks conclude is held against the tables it was made from, over a dozen corpora."""

import re
from itertools import combinations
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from helpers import check, extract, load_corpus
from helpers.findings import (
    accuracy,
    agency_roles,
    arithmetic,
    how_it_reads,
    naming,
    record,
    start,
    statistics,
    timeline,
)
from helpers.findings.languages import is_read
from helpers.findings.timeline_completed import (
    COMPLETED,
    DECIDED_BY,
    about_completed,
    guessed_publications,
    why_completed,
)
from helpers.findings.trust import QUESTIONS, cards
from helpers.findings.voices import about_statements, told, voices
from helpers.findings.words import called, number, with_titles
from helpers.record import join, load_record
from helpers.run.collection import NOTEBOOKS
from helpers.show.start import SECTIONS
from helpers.texts import Article, Corpus

GOLD = Path(__file__).parents[1] / "gold"
NOWHERE = Path("nowhere")  # a folder without a record or an annotation
SEEDS = load_corpus()
CORPORA = {
    **{slug: load_corpus(articles=[slug]) for slug in SEEDS.slugs},
    **{
        f"{one}+{other}": load_corpus(articles=[one, other])
        for one, other in list(combinations(SEEDS.slugs, 2))[::3]
    },
    "all": SEEDS,
    "dev": load_corpus(GOLD / "dev"),
    "unseen": load_corpus(GOLD / "unseen"),  # run and never printed: nobody reads these texts
    "one text": Corpus(
        [Article(slug="$a$", text="Ten thousand years ago, police arrested one man on 3 May 2024.")],
        NOWHERE,
    ),
    "no figure": Corpus(
        [
            Article(
                slug="harbour",
                text="Officers of the Port Authority met fishermen. The coast guard will step up its patrols, a spokeswoman said.\n\n"
                "“We want to hear from those who are out there,” said Maria Holm, head of the harbour police. The mayor thanked them.",
            )
        ],
        NOWHERE,
    ),
    "French": Corpus(
        [
            Article(
                slug="rafle",
                text="Rafle à Lyon\n\nLYON, le 12 mars 2024. — La police nationale a arrêté 45 personnes lors d'une opération de trois "
                "jours, a indiqué le parquet. « Nous ne laisserons pas faire », a déclaré le procureur. — Jean Dupont",
            )
        ],
        NOWHERE,
    ),
    "English and French": Corpus(
        [
            Article(
                slug="raid", text="On 3 May 2024 the Lanford Police arrested 12 men, its chief Ann Lee said."
            ),
            Article(slug="note", text="The mayor met fishermen. They talked for a while in the harbour."),
            Article(
                slug="rafle",
                text="La police nationale a arrêté 45 personnes le 12 mars 2024 lors d'une opération de trois jours à Lyon.",
            ),
        ],
        NOWHERE,
    ),
    "Spanish": Corpus(
        [
            Article(
                slug="redada",
                text="La Fiscalía detiene a 45 personas\n\nCIUDAD JUÁREZ, 12 de marzo de 2024. — La Fiscalía detuvo a 45 personas, informó la "
                'dependencia.\n\n"No vamos a permitir que operen en esta frontera", dijo el fiscal César Jáuregui.',
            )
        ],
        NOWHERE,
    ),
    "nothing in it": Corpus([Article(slug="[x](y)", text="Nothing.")], NOWHERE),
    "none": Corpus([], NOWHERE),
}


@pytest.fixture(scope="module", params=CORPORA, ids=str)
def run(request):
    """A corpus with all that is made from it: tables, checks, record, joined claims, and the sentences."""
    corpus = CORPORA[request.param]
    tables = extract(corpus)
    checks = check(tables)
    known = load_record(corpus)
    joined = join(known, tables)
    kept = agency_roles.keep(tables)
    calculated = arithmetic.calculate(checks, tables)
    placed = timeline.dated(tables.dates)
    names = naming.sentences(naming.namings(tables.quantities), tables.quantities, checks)
    said = {
        "timeline": timeline.sentences(placed, tables.dates, calculated, corpus),
        "agency_roles": [
            *agency_roles.sentences(kept, corpus),
            about_statements(told(tables.statements), corpus),
        ],
        "statistics": statistics.sentences(tables.quantities, calculated, names, corpus),
        "record": record.sentences(joined, known, known.reports, speakers=tables.speakers),
        "verdicts": record.sentences(joined, known, known.reports)[:1],  # said where nothing is more telling
    }
    return corpus, tables, checks, known, joined, said


def all_of(said):
    return [sentence for sentences in said.values() for sentence in sentences]


def test_sentences_are_whole_and_grammatical(run):
    corpus, *_, said = run
    for sentence in all_of(said):
        plain = with_titles(sentence, {})
        assert sentence.count("**") % 2 == 0 and sentence.count("[[") == sentence.count("]]"), sentence
        assert sentence.rstrip("*")[-1] == "." and "  " not in sentence, sentence
        wrong = r"\bNone\b(?! of)|\bno fail|\bno differ|\bnan\b|\bin 1 of\b|\bof one places\b|\b(?:one|1) (?:dates|figures|articles|claims|bodies|people)\b"
        assert not re.search(wrong, plain), plain
        same = r"\b(two|three|four|five|six) of the \1\b(?! more)|: none\.|\b(\w+) \2\b"
        assert not re.search(same, re.sub(r"“[^”]*”", "“”", plain), re.I), plain
        assert not re.search(r"\bP\d+[YMWD]\b|PAST_REF|FUTURE_REF|PRESENT_REF|\bP?XX", plain), plain


def test_every_article_named_belongs_to_the_corpus(run):
    corpus, *_, said = run
    for sentence in all_of(said):
        assert set(re.findall(r"\[\[(.*?)\]\]", sentence)) <= set(corpus.slugs)


def test_words_in_quotation_marks_stand_in_the_texts(run):
    corpus, tables, checks, *_, said = run
    text = " ".join(" ".join(article.text.split()) for article in corpus)
    marks = statistics.marks(tables.quantities, checks, corpus)["label"]
    for sentence in [*said["timeline"], *said["agency_roles"], *said["statistics"], *marks]:
        for words in re.findall(r"“([^”]*)”", with_titles(sentence, {})):
            assert " ".join(words.removesuffix("…").split()) in text, sentence


def test_the_number_of_articles_without_a_date_is_that_of_the_table(run):
    corpus, tables, *_, said = run
    placed = set(tables.dates.loc[tables.dates["begin"] != "", "article"])
    silent = [slug for slug in corpus.slugs if slug not in {*placed, *tables.unread["article"]}]
    words = " ".join(said["timeline"])
    if silent and placed:
        assert f"{number(len(silent)).capitalize()} of {number(len(corpus))} articles name" in words
    elif len(corpus) > 1 and not silent:
        assert "at least one date" in words
    elif len(corpus) == 1:
        assert ("no date" in words) == bool(silent) and (
            "one date is" in words or "dates run" in words
        ) == bool(placed)


def test_dates_that_were_completed_are_those_of_the_tables(run):
    corpus, tables, *_ = run
    known = timeline.as_meant(tables.dates)
    lacking = known[known["year_from"].isin(list(COMPLETED)) | (known["alternatives"] != "")]
    assert set(known["year_from"]) <= {*COMPLETED, "text", "none"}
    assert set(known["settled_by"]) <= {*DECIDED_BY, ""}
    guessed = guessed_publications(corpus)
    said = about_completed(lacking, guessed, corpus)
    taken = int((lacking["year_from"] != "text").sum() - (lacking["year_from"] == "none").sum())
    assert (" was completed" in said or " were completed" in said) == (taken > 0)
    assert not taken or f"{number(taken)} date" in said.lower()
    assert ("is inferred" in said) == any(article.published_inferred for article in corpus)
    assert bool(said) == bool(len(lacking) + len(guessed))
    for row in lacking.itertuples():
        why = why_completed(row, corpus[row.article])
        assert why and not re.search(r"\d{4}-|W\d\d|XX|  |nan", why), why
        assert ("itself inferred" in why) <= corpus[row.article].published_inferred


def test_every_precision_has_its_place_in_tables_and_sentences(run):
    _, tables, *_, said = run
    placed = timeline.as_meant(tables.dates[tables.dates["begin"] != ""])
    assert set(placed["precision"]) <= set(timeline.PRECISIONS)


def test_a_body_is_heard_only_through_its_own_article(run):
    _, tables, *_ = run
    heard = voices(agency_roles.keep(tables))
    for row in heard[heard["heard"].astype(bool)].itertuples():
        names = row.agency.split(" / ")
        own = tables.roles[
            (tables.roles["article"] == row.article) & tables.roles["role"].isin(["report", "comment"])
        ]
        people = tables.speakers[tables.speakers["article"] == row.article]
        assert set(names) & {*own["agency"], *people["organisation"]}


def test_what_ties_figures_stands_in_the_article_or_is_said_in_known_words(run):
    corpus, tables, checks, *_ = run
    texts = {article.slug: " ".join(article.text.split()) for article in corpus}
    known = {
        "a list beside the number",
        "the same kind of thing is counted",
        "the same number",
        "one sentence",
    }
    known |= {"neighbouring sentences", "cells of one table"}
    for row in arithmetic.with_ties(arithmetic.calculate(checks, tables), tables).itertuples():
        assert all(words in known or " ".join(words.split()) in texts[row.article] for words in row.tied_by)


def test_no_order_holds_where_a_word_names_any_event(run):
    _, tables, checks, *_ = run
    for row in arithmetic.calculate(arithmetic.tested(checks), tables).itertuples():
        if row.kind == "order_of_events" and row.holds and len(row.tied_by) >= len(row.quotes):
            assert not re.search(
                r"\b(?:operation|mission|sweep|incident|case)s?\b", " ".join(row.tied_by), re.I
            )


def test_roles_without_a_name_are_those_of_bodies_that_are_only_described(run):
    corpus, tables, *_, said = run
    kept = agency_roles.keep(tables)
    unnamed = set(kept.agencies.loc[kept.agencies["level"] == "unnamed", "agency"])
    count = int(kept.roles["agency"].isin(unnamed).sum())
    words = " ".join(said["agency_roles"])
    if 0 < count < len(kept.roles):
        assert f"In {number(count)} of {number(len(kept.roles))} roles the body has no name" in words
    elif not count and len(kept.roles):
        assert "Every body in a role has a name." in words


def test_no_university_or_institute_comments_for_its_scholars(run):
    _, tables, *_ = run
    kept = agency_roles.keep(tables)
    own = tables.speakers[tables.speakers["title"].str.contains(r"(?i)\b(?:expert|professor|researcher)\b")]
    views = set(zip(own["article"], own["organisation"], own["sentence_start"], strict=True))
    said = kept.roles[kept.roles["role"] == "comment"]
    assert not views & set(zip(said["article"], said["agency"], said["start"], strict=True))


def test_the_share_of_words_is_that_of_all_quotations_and_paraphrases():
    corpus = Corpus([Article(slug="a", text="word " * 40)])
    said = pd.DataFrame(
        {
            "article": "a",
            "form": ["word for word", "paraphrased", "paraphrased"],
            "direct": ["mixed", "indirect", "indirect"],
            "words": [2, 3, 5],
            "who": "x",
        }
    )
    assert about_statements(said, corpus) == (
        "Of three quotations and paraphrases, one is word for word, if only in part; all three together make up 25% of the words of "
        "the article."
    )


def test_a_country_and_its_government_share_a_row(run):
    _, tables, *_ = run
    shown = agency_roles.with_bodies(agency_roles.keep(tables))["body"]
    alone = {name for name in shown if " / " not in name}
    assert not any(f"{name} government" in alone or f"Government of {name}" in alone for name in alone)


def test_a_figure_is_given_so_often_only_in_the_same_words(run):
    corpus, tables, checks, _, joined, _ = run
    said = how_it_reads.headline(corpus, tables, checks, joined)
    if times := re.search(r"one figure given (twice|three times|four times|five times)", said):
        times = {"twice": 2, "three times": 3, "four times": 4, "five times": 5}[times[1]]
        agree = checks[(checks["kind"] == "restated_figure") & checks["holds"].astype(bool)]
        words = [" ".join(quote.casefold().split()) for quotes in agree["quotes"] for quote in quotes]
        assert max(map(words.count, words)) >= times


def test_no_word_of_a_statement_counts_twice(run):
    corpus, tables, *_ = run
    words = told(tables.statements).groupby("article")["words"].sum()
    assert all(0 <= words[slug] <= corpus[slug].words for slug in words.index)


def test_the_largest_number_is_the_largest(run):
    _, tables, *_, said = run
    counts = tables.quantities[tables.quantities["unit"] == "count"]
    for sentence in said["statistics"]:
        if sentence.startswith("The largest number counted is "):
            largest = counts.loc[counts["value"].idxmax()]
            assert (
                " ".join(largest["quote"].split()).casefold() in sentence.casefold()
                and called(largest["article"]) in sentence
            )
        assert "reach from" not in sentence


def test_verdicts_are_counted_as_the_record_has_them(run):
    *_, known, joined, said = run
    if known.folder is None or not len(joined):
        assert len(said["record"]) == 1
        return
    counts = joined["verdict"].value_counts()
    (sentence,) = said["verdicts"]
    for verdict, words in (
        ("corroborated", "corroborated"),
        ("contradicted", "contradicted"),
        ("differs", "differ"),
    ):
        if count := counts.get(verdict, 0):
            assert f"{number(count)} " in sentence and words in sentence


def test_a_trust_card_says_what_the_tables_hold(run):
    corpus, tables, checks, known, joined, _ = run
    found = cards(corpus, tables, checks, known, joined)
    assert found["article"].tolist() == corpus.slugs
    for row in found.to_dict("records"):
        slug = row["article"]
        placed = tables.dates[(tables.dates["article"] == slug) & (tables.dates["begin"] != "")]
        own = checks[checks["article"] == slug]
        if slug in set(tables.unread["article"]):
            continue
        assert (row["dated"].verdict == "no") == placed.empty
        named = tables.speakers.loc[tables.speakers["article"] == slug, "name"]
        named = len(set(named) - {""})
        assert (row["sources named"].verdict == "yes") == (named > 0)
        assert not named or row["sources named"].words.startswith(f"{number(named)} ")
        fails = arithmetic.failing(own, tables.quantities).any()
        assert (row["figures agree"].verdict == "no") == fails
        assert row["figures agree"].verdict != "yes" or own["holds"].astype(bool).all()
        figures = own[~own["kind"].isin(["restated_figure", "order_of_events", "weekday_matches_date"])]
        few = "(few)" in row["figures agree"].words
        assert len(figures) >= 3 or row["figures agree"].verdict != "yes" or few
        if known.folder is None:
            assert row["on record"].verdict == row["quotations found"].verdict == "nothing to test"
        for question in QUESTIONS:
            if place := row[question].place:
                article, first, last = place
                assert article == slug and corpus[slug].text[first:last].strip()


def test_those_who_speak_without_a_name_are_not_counted_by_name(run):
    corpus, tables, checks, _, joined, said = run
    names = tables.speakers.loc[tables.speakers["name"] != "", ["article", "name"]].drop_duplicates()
    glance = start.glance(corpus, tables, checks, joined)
    assert sum(glance["people"]) == len(names) if len(corpus) else glance.empty
    told_of = [sentence for sentence in said["agency_roles"] if " by name, " in sentence]
    assert all(sentence.lower().startswith(number(names["name"].nunique())) for sentence in told_of)
    assert all(all(speakers) for speakers in joined["speakers"])


def test_a_text_that_is_not_read_is_not_taken_for_a_silent_one(run):
    corpus, *_, said = run
    foreign = {f"[[{article.slug}]]" for article in corpus if not is_read(article)}
    if foreign:
        assert not [sentence for sentence in all_of(said) if any(name in sentence for name in foreign)]
    if "note" in corpus.slugs:
        silent = [sentence for sentence in all_of(said) if "[[note]]" in sentence]
        assert len(silent) == 4  # no date, no deed, no figure, nobody quoted


def test_no_share_of_picked_claims_is_said(run):
    *_, known, joined, said = run
    about_verdicts = [sentence for sentence in said["record"] if "corroborated" in sentence]
    assert not any("%" in sentence or "By article" in sentence for sentence in about_verdicts)


def test_where_there_is_no_figure_nothing_is_held_against_another(run):
    corpus, tables, checks, *_, said = run
    first = said["statistics"][0]
    if tables.quantities.empty and checks.empty and len(corpus) > len(tables.unread):
        assert "nothing to add up" in first and len(said["statistics"]) == 1
    elif len(tables.quantities) == 1 and checks.empty:
        assert "one figure" in first
    known = arithmetic.calculate(checks, tables)["verdict"] != arithmetic.OPEN
    assert ("No two figures" in first) == (not known.any() and len(tables.quantities) > 1)


def test_a_finding_of_the_start_page_is_one_of_its_notebook(run):
    corpus, tables, checks, known, joined, said = run
    if not len(corpus):
        return
    found = start.headlines(corpus, tables, checks, known, joined)
    for name, room in (
        ("1_timeline", "timeline"),
        ("2_agency_roles", "agency_roles"),
        ("4_record", "record"),
    ):
        assert found[name] in said[room]
    assert start.answer(found, checks, tables, known) in found.values()


def test_what_is_not_read_is_not_called_empty(run):
    corpus, tables, checks, known, joined, said = run
    assert not len(tables.problems)
    if [article.slug for article in corpus] not in (["rafle"], ["redada"]):
        return
    answers = cards(corpus, tables, checks, known, joined).iloc[0]
    assert not re.search(r"names no date|counts and measures|Nobody|No body is", " ".join(all_of(said)))
    assert answers["sources named"].verdict == answers["quotations found"].verdict == "nothing to test"
    assert answers["dated"].words.startswith("only English" if corpus.slugs == ["rafle"] else "one date")


def test_nothing_is_perfect_for_want_of_a_question(tmp_path):
    (tmp_path / "a.txt").write_text("Police met.", encoding="utf-8")
    (tmp_path / "a.json").write_text(
        '{"article": "a.txt", "published": null, "dates": [], "quantities": [], "roles": [], "speakers": [], "checks": [], '
        '"claims": [], "note": ""}',
        encoding="utf-8",
    )
    corpus = load_corpus(tmp_path)
    assert "1.00" not in accuracy.headline(corpus)
    (tmp_path / "a.json").unlink()
    assert accuracy.headlines(corpus)[0].startswith(accuracy.NOT_MEASURED)


def test_no_event_is_named_that_the_words_do_not_name(run):
    corpus, tables, checks, *_ = run
    for row in arithmetic.calculate(checks, tables).itertuples():
        assert not re.search(r"\d{4}-\d\d-\d\d", row.told)
        text = " ".join(corpus[row.article].text.split())
        said = [words.removesuffix("…") for words in re.findall(r"“([^”]*)”", row.told)]  # a long item is cut
        assert all(" ".join(words.split()) in text for words in said), row.told
        if "add up to" in row.told:  # which of the lists of the text
            assert re.search("the shares of the list that begins with “[^”]+” add up to ", row.told), row.told


def test_what_is_counted_in_years_or_months_is_no_single_day(run):
    _, tables, *_ = run
    placed = timeline.dated(tables.dates)
    counted = placed[
        placed["quote"].str.contains(r"(?:year|month)s? (?:earlier|later|ago|before|after)\b", case=False)
    ]
    for row in counted.itertuples():
        assert row.precision != "day" and row.first < row.last, row.quote


def test_a_number_is_by_a_body_that_does_it_to_what_is_counted(run):
    _, tables, *_ = run
    done = tables.roles[~tables.roles["negated"].astype(bool)]
    deeds = set(zip(done["article"], done["start"], done["action"], done["agency"], strict=True))
    for row in tables.quantities[tables.quantities["by"] != ""].itertuples():
        assert (row.article, row.sentence_start, row.event, row.by) in deeds, row.quote
        assert row.part_in_event in ("object", "passive subject")


def test_what_is_not_read_is_not_denied():
    spanish = Corpus(
        [Article(slug="a", text="La policía detuvo el martes a doce personas en Culiacán.")], NOWHERE
    )
    tables = extract(spanish)
    assert "English only" in agency_roles.sentences(agency_roles.keep(tables), spanish)[0]
    assert "English only" in about_statements(told(tables.statements), spanish)
    assert not naming.sentences(naming.namings(tables.quantities), tables.quantities, check(tables))


def test_the_sections_that_cards_open_are_there():
    for (notebook, question), section in SECTIONS.items():
        cells = nbformat.read(NOTEBOOKS / f"{notebook}.ipynb", as_version=4).cells
        begins = [cell.source for cell in cells if cell.id == section]
        assert len(begins) == 1 and begins[0].startswith("##") and question in QUESTIONS
