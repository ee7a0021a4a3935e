"""Every figure of the collection, looked at as a reader would: no line of a grid runs through its words."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from helpers import check, extract, load_corpus
from helpers.accuracy import judge, load_gold, scores
from helpers.findings import accuracy, agency_roles, arithmetic, start, statistics, timeline
from helpers.findings import record as find_record
from helpers.record import compare, join, load_record
from helpers.show import accuracy as draw_accuracy
from helpers.show import agency_roles as draw_roles
from helpers.show import figures
from helpers.show import start as draw_start
from helpers.show import timeline as draw_timeline
from helpers.show.arithmetic import disagreements
from helpers.show.linked_marks import in_svg
from helpers.show.record_calendar import calendar
from helpers.show.record_ratios import ratios
from helpers.show.scales import scales
from helpers.show.timeline_marks import EXACT, YEARS, Mark, pack
from helpers.texts import Article

DEV = Path(__file__).parents[1] / "gold" / "dev"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Every figure with a grid of the five articles and of annotated ones, as it stood when it was closed, and those
    drawn once more for a phone."""
    figures.plt.rcParams["figure.max_open_warning"] = 0  # every figure stays open until the end
    seen, close = [], figures.plt.close
    figures.plt.close = seen.append
    try:
        for corpus in (load_corpus(), load_corpus(DEV)):
            draw_all(corpus, tmp_path_factory.mktemp("figures"))
        draw_scores()
    finally:
        figures.plt.close = close
    for figure in seen:
        figure.canvas.draw()  # as SVG they were laid out otherwise
    yield seen
    for figure in seen:
        close(figure)


def draw_all(corpus, folder):
    tables = extract(corpus)
    draw_timeline.calendar(timeline.dated(tables.dates), corpus, output_dir=folder)
    lengths = timeline.lengths(tables.dates)
    draw_timeline.durations(lengths, corpus, folder)
    disagreements(arithmetic.calculate(check(tables), tables), corpus, folder)
    kept = agency_roles.keep(tables)
    draw_roles.matrix(agency_roles.with_bodies(kept), folder)
    draw_roles.modes(agency_roles.modes_by_article(kept, corpus.slugs), corpus)
    units = statistics.units_in_order(tables.quantities)
    scales(statistics.marks(tables.quantities, check(tables), corpus), corpus.articles, units, folder)
    record = load_record(corpus)
    if record.folder:
        joined = join(record, tables)
        compared, every = compare(joined, record.reports), check(tables)
        draw_start.glance(start.glance(corpus, tables, every, joined), corpus, folder, cases=record.cases)
        calendar(joined, compared, record.events, corpus, folder)
        ratios(find_record.ratios(compared), joined, folder)


def draw_scores():
    gold = load_gold(load_corpus(DEV))
    read = [extract(one.corpus) for one in gold]
    judged = accuracy.together(judge(one, own, check(own)) for one, own in zip(gold, read, strict=True))
    draw_accuracy.by_table(scores(judged), [])


def lines_of(axes):
    """Where lines of the grid and of rows lie, in pixels: upright ones and level ones."""
    upright, level = [], []
    for ticks, found, place in ((axes.xaxis, upright, 0), (axes.yaxis, level, 1)):
        for tick in ticks.get_major_ticks():
            if tick.gridline.get_visible():
                found.append(tick.gridline.get_window_extent().get_points()[0][place])
    for line in axes.lines:
        x, y = map(np.asarray, (line.get_xdata(), line.get_ydata()))
        if list(x) == [0, 1] and len(set(y)) == 1:  # from one edge to the other
            level.append(line.get_transform().transform((0, y[0]))[1])
    return SimpleNamespace(upright=upright, level=level)


def crossed(text, lines) -> bool:
    box = text.get_window_extent()
    return any(box.x0 < x < box.x1 for x in lines.upright) or any(box.y0 < y < box.y1 for y in lines.level)


def test_no_line_of_a_grid_runs_through_words(drawn):
    looked_at = 0
    for figure in drawn:
        for axes in figure.axes:
            lines = lines_of(axes)
            for text in axes.texts:
                if text.get_text() and crossed(text, lines):
                    inside = axes.bbox.overlaps(text.get_window_extent())
                    looked_at += 1
                    assert not inside or text.get_bbox_patch() or on_a_bar(text, axes), text.get_text()
    assert len(drawn) >= 9 and looked_at > 20


def test_what_is_drawn_for_a_phone_has_all_its_words_inside_and_none_on_another(drawn):
    narrow = [figure for figure in drawn if figure.get_figwidth() == figures.NARROW]
    assert len(narrow) >= 9
    for figure in narrow:
        page = figure.bbox.padded(1)
        for axes in figure.axes:
            words = [text for text in axes.texts if text.get_text() and text.get_visible()]
            boxes = [text.get_window_extent().padded(-2) for text in words]
            for at, box in enumerate(boxes):
                assert page.x0 <= box.x0 and box.x1 <= page.x1, words[at].get_text()
                over = [words[at + 1 + n] for n, other in enumerate(boxes[at + 1 :]) if box.overlaps(other)]
                assert not over, (words[at].get_text(), over[0].get_text())


def test_no_note_below_a_panel_runs_into_the_next_one(drawn):
    beside = 0
    for figure in drawn:
        notes = [axes.xaxis.label for axes in figure.axes if axes.xaxis.label.get_text()]
        boxes = [note.get_window_extent() for note in notes]
        for at, box in enumerate(boxes):
            assert not any(box.overlaps(other) for other in boxes[at + 1 :]), notes[at].get_text()
        beside += len(boxes) > 1
    assert beside


def on_a_bar(text, axes) -> bool:
    x, y = text.get_window_extent().get_points().mean(axis=0)
    return any(patch.get_window_extent().contains(x, y) for patch in axes.patches)


def test_over_the_picture_a_link_lies_on_each_mark_and_says_its_sentence(shown):
    drawn, axes = figures.new_axes(4, 2)
    axes.plot([1], [1], marker="o", linestyle="", markersize=9, url="#row-a-1-2")
    axes.text(1, 1, "1", ha="center", va="center", url="#row-a-1-2")  # inside the mark
    axes.annotate("far", (0.5, 0.9), xycoords="axes fraction", url="#row-b-3-4")
    links = {"#row-a-1-2": 'He said "one" <b>', "#row-b-3-4": "Two."}
    axes.set_xlim(0, 4)
    axes.set_ylim(0, 4)
    figures.figure(drawn, "A dot.", "dot", links=links)
    page = shown[0]["text/html"]
    found = re.findall(
        r'<a href=(\S+) title="([^"]+)" style=position:absolute;left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%>',
        page,
    )
    assert [(url, unescape(words)) for url, words, *_ in found] == list(links.items())
    assert 'alt="A dot."' in page and "<b>" not in page
    x, y = axes.transData.transform((1, 1)) / drawn.bbox.size * 100
    left, top, width, high = map(float, found[0][2:])
    assert abs(left + width / 2 - x) < 0.2 and abs(top + high / 2 - (100 - y)) < 0.4
    assert width * drawn.bbox.width >= 900  # in hundredths of a pixel


def test_a_mark_of_several_rows_leads_to_the_place_of_each_once(shown):
    rows = pd.DataFrame(
        [
            {"article": "a", "start": start, "end": 9, "sentence": words}
            for start, words in ((3, "One."), (5, "Two."), (3, "One."))
        ]
    )
    [one] = [figures.link_to(row) for row in rows.head(1).itertuples()]
    assert one[0].endswith("a-3-9") and " " not in one[0] and one[1] == "One."
    address, words = figures.link_to(rows)
    first, other = address.split(" ")
    assert first.endswith("-a-3-9") and other.endswith("-a-5-9") and words == "One.\nTwo."
    again = next(rows.head(1).assign(others=[((5, 9, "Two."),)]).itertuples())
    assert figures.link_to(again) == (address, words)
    svg = in_svg(f'<a xlink:href="{address}" target="_self">', {address: words})
    assert f'href="{first}" data-also="{other}"' in svg and "<title>One. (and one more)</title>" in svg
    drawn, axes = figures.new_axes(4, 2)
    axes.plot([1], [1], marker="o", url=address)
    figures.figure(drawn, "A dot.", "dot", links={address: words})
    page = shown[0]["text/html"]  # a click opens a list, without a script
    assert re.search(r'<details style=position:absolute;[^ >]+><summary title="One. \(and one more\)"', page)
    items = re.findall(r"<li><a href=([^ >]+)[^>]*>(.*?)</a></li>", page)
    assert items == [(first, "One."), (f"#{other}", "Two.")]


def test_a_quotation_cut_by_the_end_of_its_sentence_is_closed_over_a_mark():
    row = pd.DataFrame([{"article": "a", "start": 3, "end": 7, "sentence": "He said, “We saw\nit."}])
    place, words = figures.link_to(row)
    assert place.endswith("a-3-7") and words == "He said, “We saw it. […]”"


def test_a_slug_that_is_cut_keeps_the_end_that_tells_it_from_others():
    names = [f"a-very-long-slug-of-sixty-letters-that-goes-on-and-on-for-{n}" for n in (1, 2)]
    cut = [figures.wrapped(name, 20, 2) for name in names]
    assert cut[0] != cut[1] and all(len(line) <= 20 for line in cut[0].split("\n"))
    assert (
        figures.wrapped("Police hold twelve men after a raid at the harbour", 20, 2)
        == "Police hold twelve\nmen after a raid at…"
    )


def test_a_label_never_runs_into_the_names_on_the_left():
    year = Mark("a", date(2023, 1, 1), date(2023, 12, 31), "the whole of the year 2023", YEARS)
    day = Mark("a", date(2023, 12, 30), date(2023, 12, 30), "on 30 December 2023", EXACT)
    pack([year, day], ["a"], {}, date(2022, 12, 20), date(2024, 1, 20), 60)
    assert (year.label_left, day.label_left) == (False, True)


def lengths_of(count):
    days = [0.01, 3, 400, *[9] * (count - 3)]
    return pd.DataFrame(
        {"article": "a", "start": range(count), "end": 1, "quote": "x", "days": days, "sentence": "x"}
    )


def test_durations_of_an_archive_are_counted_by_their_length(shown, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        "helpers.show.timeline_lengths.figure", lambda figure, words, *_, **__: drawn.append((figure, words))
    )
    archive = [Article(slug=str(number), text="x") for number in range(60)]
    draw_timeline.durations(lengths_of(1_200), archive)
    ((figure, words),) = drawn
    assert words == "1,200 durations, counted by their length; most (1,197) last a week to a month."
    (axes,) = figure.axes
    steps = [label.get_text() for label in axes.get_yticklabels()]
    assert steps == [
        "under an hour",
        "an hour to a day",
        "a day to a week",
        "a week to a month",
        "a month to a year",
        "a year to 10 years",
    ]
    assert [patch.get_width() for patch in axes.patches] == [1, 0, 1, 1_197, 0, 1]
    figures.plt.close(figure)


@pytest.mark.parametrize(
    ("lengths", "words"),
    [
        (None, "Durations are left out: `show_durations` is False."),
        (lengths_of(3).head(0), "Nothing to draw: no length of time is given."),
        (lengths_of(3).head(2), "Too few lengths of time for a figure: see the table."),
    ],
)
def test_with_few_durations_a_line_says_so(shown, lengths, words):
    draw_timeline.durations(lengths, [])
    assert words in shown[0].get("text/markdown", shown[0].get("text/plain"))


def test_stock_tools_stand_beside_the_collection_task_by_task(monkeypatch):
    drawn = []
    monkeypatch.setattr(
        draw_accuracy, "figure", lambda figure, words, *_, **__: drawn.append((figure, words))
    )
    rows = [
        ("dates", "this collection", 0.9),
        ("dates", "dateparser", 0.4),
        ("names", "this collection", 0.8),
    ]
    compared = pd.DataFrame(rows, columns=["task", "reader", "f1"]).assign(found=4, missed=2, false=1)
    draw_accuracy.stock_tools(compared)
    ((figure, words),) = drawn
    assert words.endswith("dates: this collection 0.90 and dateparser 0.40; names: this collection 0.80.")
    (axes,) = figure.axes
    assert [patch.get_width() for patch in axes.patches] == [0.9, 0.4, 0.8]
    assert [bool(patch.get_hatch()) for patch in axes.patches] == [False, True, False]
    told = [text.get_text() for text in axes.texts]
    assert told[:2] == ["dates", "this collection: 0.90 (found 4, missed 2, false 1)"]
    figures.plt.close(figure)
