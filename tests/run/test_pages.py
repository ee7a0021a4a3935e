"""The pages in a real browser: whole, self-contained, usable by keyboard and on a phone, every quote a way to
its passage."""

import csv
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTTextContainer
from playwright.sync_api import expect, sync_playwright

import helpers
from helpers import extract, load_corpus
from helpers.__main__ import main
from helpers.record import VERDICTS, join, load_record
from helpers.run.collection import find_notebooks
from helpers.show.places import anchor
from tests.browser import BROWSER, QUIET, needs_browser

pytestmark = needs_browser
STEMS = [path.stem for path in find_notebooks()]
PAGES = ["index", "columns", *STEMS]
TABLES = [stem for stem in STEMS if not stem.startswith("0")]
SCHEMES = ("light", "dark")  # only the styles of a page ask for it, so that one is loaded once for both
DEV = Path(__file__).parents[1] / "gold" / "dev"
DATA = Path(helpers.__file__).parent / "data"
H3_ON_PAPER = (
    13  # points: the smallest heading of a section, and larger than all other words below the answer
)
CELL_SCRIPT = DATA / "show" / "in_one_line.js"
HOSTILE = "Raid ![x](http://evil.example/x.png) $a$ <script>window.hacked = true</script> in\x07 port\nPolice\x1b[31m & <b>customs</b> said on 3 May 2024 that ICE arrested <img src=x onerror=hack()> 12 men.\n"


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def only_tab(browser):
    """A tab that remembers every message of the console and every request that leaves the folder. To open one takes twice
    as long as to load a page."""
    tab = browser.new_page()
    tab.troubles = []
    tab.on("console", lambda message: tab.troubles.append(message.text))
    tab.on("pageerror", lambda error: tab.troubles.append(str(error)))
    tab.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:")) else tab.troubles.append(request.url)
        ),
    )
    return tab


@pytest.fixture
def tab(only_tab):
    """The tab as it was when it was opened."""
    only_tab.goto("about:blank")
    only_tab.set_viewport_size({"width": 1200, "height": 900})
    only_tab.emulate_media(media="null", color_scheme="light")
    only_tab.mouse.move(0, 0)
    only_tab.troubles.clear()
    return only_tab


@pytest.fixture(scope="module")
def tab_without_scripts(browser):
    return browser.new_page(java_script_enabled=False)


@pytest.fixture(scope="module")
def tab_for_axe(browser):
    """A tab that runs scripts which are not the page's own."""
    return browser.new_page(bypass_csp=True)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_alone_and_without_trouble(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    assert tab.troubles == []
    assert tab.locator("h1").count() == 1
    assert tab.evaluate("document.documentElement.lang") == "en"
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_inside_the_folder_leads_somewhere(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    ids = set(tab.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)"))
    assert not any("%" in one for one in ids)  # an address is decoded before its place is looked for
    for target in tab.evaluate(
        "[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))"
    ):
        file, _, anchor = target.partition("#")
        if file.startswith("http"):
            continue
        if not file:
            assert anchor in ids, target
        else:
            assert (outputs / file).is_file(), target
            assert not anchor or f'id="{anchor}"' in (outputs / file).read_text(encoding="utf-8"), target


def _plain(words):
    """Words with one kind of quotation mark and of space, so that a quotation inside another one is found."""
    return re.sub(r"[“”‘’\"']", "'", " ".join(words.split())).casefold()


def test_what_stands_in_quotation_marks_in_tables_and_figures_is_the_articles_and_no_word_is_cut(
    outputs, tab
):
    every = _plain(" ".join(article.text for article in load_corpus()))
    found = 0
    for name in (stem for stem in STEMS if not stem.startswith("5")):  # that one is about other texts
        tab.goto((outputs / f"{name}.html").as_uri())
        cells = tab.locator("table.rows td, .drawing svg text").evaluate_all(
            "all => all.map(one => { const own = one.cloneNode(true);"
            "own.querySelectorAll('title').forEach(title => title.remove()); return own.textContent })"
        )
        for quotation in re.findall(r"“([^“”]*)”", "\n".join(cells)):
            found += 1
            for part in re.split(r"\s*(?:\[…\]|…)\s*", quotation):
                words = re.escape(_plain(part).strip(" ,.;:'"))
                assert re.search(rf"(?<!\w){words}(?!\w)", every), (name, quotation)
    assert found > 300


@pytest.mark.parametrize("name", STEMS)
def test_every_figure_is_drawn_with_its_description_and_its_marks_lead_to_their_evidence(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    assert tab.locator("img").count() == 0 and tab.locator(".drawing svg").count() >= 1
    for width, label in tab.evaluate(
        "[...document.querySelectorAll('.drawing:not(.narrow) svg')].map(svg => [svg.getBoundingClientRect().width, svg.getAttribute('aria-label')])"
    ):
        assert width > 300 and len(label.split()) >= 8
    marks = tab.evaluate(
        "[...document.querySelectorAll('.drawing svg a')].map(link => [link.getAttribute('href'), link.querySelector('title').textContent, "
        "link.dataset.also ?? ''])"
    )
    assert name[0] not in "1234" or len(marks) > 1
    for target, words, others in marks:
        assert words and target[1:] not in others.split()
        for place in (target[1:], *others.split()):
            assert tab.evaluate("name => !!document.getElementById(name)", place)


@pytest.mark.parametrize("name", [stem for stem in STEMS if stem[0] in "123"])
def test_a_mark_of_several_sentences_opens_a_list_of_them_each_a_way_to_its_place(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    marks = tab.locator(".drawing:not(.narrow) svg a[data-also]:has(text)")
    mark, shown = marks.first, tab.locator("dialog.list[open]")
    number = 1 + len(mark.get_attribute("data-also").split())
    for place in range(number):
        mark.click()
        expect(shown.locator("li a")).to_have_count(number)
        expect(shown.locator("li a").first).to_be_focused()
        way = shown.locator("li a").nth(place)
        name = way.get_attribute("href")[1:]
        words = tab.locator(f"[id='{name}']").evaluate(
            "one => { const own = (one.matches('tr') ? one.querySelector('td > mark') : one).cloneNode(true);"
            "own.querySelectorAll('small').forEach(small => small.remove()); return own.textContent.trim() }"
        )
        assert words and _plain(words) in _plain(way.inner_text())
        way.click()
        expect(shown).to_have_count(0)
        expect(tab.locator(":target")).to_have_attribute("id", name)
        expect(tab.locator(":target")).to_be_in_viewport()
    mark.click()
    tab.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    assert tab.troubles == []


def test_axe_finds_nothing_serious_in_a_list(outputs, tab_for_axe):
    tab_for_axe.set_viewport_size({"width": 1280, "height": 900})
    tab_for_axe.goto((outputs / "2_agency_roles.html").as_uri())
    for scheme in SCHEMES:
        tab_for_axe.emulate_media(color_scheme=scheme)
        tab_for_axe.locator(".drawing:not(.narrow) svg a[data-also]:has(text)").first.click()
        found = Axe().run(tab_for_axe).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
        tab_for_axe.keyboard.press("Escape")


CUT = """svg => { const room = svg.getBoundingClientRect(); return [...svg.querySelectorAll('text')].filter(one => {
    const box = one.getBoundingClientRect();
    return one.textContent.trim() && (box.left < room.left - 1 || box.right > room.right + 1);
}).map(one => one.textContent) }"""


@pytest.mark.parametrize("name", STEMS)
def test_on_a_wide_screen_no_word_of_a_figure_is_cut(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    for drawing in tab.locator(".drawing:not(.narrow) svg").all():
        assert drawing.evaluate(CUT) == []


ON_A_PHONE = """drawing => {
    const svg = drawing.querySelector('svg'), room = drawing.getBoundingClientRect();
    if (!svg) return [9, []];
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const words = [...svg.querySelectorAll('text')].filter(one => one.textContent.trim());
    const cut = words.filter(one => {
        const box = one.getBoundingClientRect();
        return box.left < room.left - 1 || box.right > room.right + 1;
    });
    return [Math.min(...words.map(one => parseFloat(getComputedStyle(one).fontSize) * scale)),
            cut.map(one => one.textContent)];
}"""


@pytest.mark.parametrize("name", STEMS)
def test_on_a_phone_every_figure_is_whole_and_its_letters_are_legible(name, outputs, tab):
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto((outputs / f"{name}.html").as_uri())
    drawings = [one for one in tab.locator(".drawing").all() if one.is_visible()]
    assert drawings
    for drawing in drawings:
        assert drawing.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
        smallest, cut = drawing.evaluate(ON_A_PHONE)
        assert smallest >= 9 and not cut
    assert not tab.locator("button.whole:visible").count()


def test_what_is_drawn_for_a_phone_is_hidden_on_a_wide_screen_and_on_paper(outputs, tab):
    tab.goto((outputs / "1_timeline.html").as_uri())
    wide, narrow = tab.locator(".drawing:has(+ .drawing.narrow)"), tab.locator(".drawing.narrow")
    assert wide.is_visible() and not narrow.is_visible()
    tab.set_viewport_size({"width": 390, "height": 800})
    assert narrow.is_visible() and not wide.is_visible()
    tab.emulate_media(media="print")
    assert wide.is_visible() and not narrow.is_visible()


def test_between_phone_and_desk_a_wide_figure_can_be_seen_whole_and_at_its_size_again(outputs, tab):
    tab.set_viewport_size({"width": 800, "height": 800})
    wide = 0
    for name in STEMS:
        tab.goto((outputs / f"{name}.html").as_uri())
        for drawing in tab.locator(".drawing:not(.narrow)").all():
            button, svg = drawing.locator("xpath=preceding-sibling::button[1]"), drawing.locator("svg")
            room = drawing.bounding_box()["width"]
            if button.is_visible() and button.get_attribute("aria-pressed") == "true":
                assert (
                    svg.bounding_box()["width"] <= room + 1
                )  # somewhat wider than the screen, and fitted in
                button.click()
            width = svg.bounding_box()["width"]
            assert button.is_visible() == (width > room + 1)
            if button.is_visible():
                wide += 1
                button.click()
                assert svg.bounding_box()["width"] <= room + 1
                button.click()
                assert svg.bounding_box()["width"] == width
    assert wide > 3


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_window_does_not_scroll_sideways(name, outputs, tab):
    tab.set_viewport_size({"width": 360, "height": 700})
    tab.goto((outputs / f"{name}.html").as_uri())
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, scheme


# the first row whose passage stands in one mark: of two cells of a table each has its own, and of overlapping ones each part
IN_ONE_MARK = """() => [...document.querySelectorAll("[id^=row-] a[href^='#text-']")].find((one) => {
    const row = one.getAttribute("href").replace("text-", "row-"), mark = document.querySelector(one.getAttribute("href"));
    return mark?.querySelector(`a[href='${row}']`);
}).closest("[id^=row-]").id"""


@pytest.mark.parametrize("name", TABLES)
def test_a_quote_leads_to_its_passage_and_back(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    link = tab.locator(f"[id='{tab.evaluate(IN_ONE_MARK)}'] a[href^='#text-']").first
    words, target = link.inner_text(), link.get_attribute("href")[1:]
    link.click()
    passage = tab.locator(f"[id='{target}']")
    passage.wait_for(state="visible")
    if name == "4_record":  # the words of a claim are the record's, those of its passage the article's
        claims = pd.read_csv(outputs / name / "claims.csv")
        place = "-".join(target.split("-")[-2:])
        spans = claims["start"].astype(str) + "-" + claims["end"].astype(str)
        words = claims.loc[spans == place, "quote"].iloc[0]
    assert " ".join(words.split()) in " ".join(passage.inner_text().split())
    assert tab.evaluate("getComputedStyle(document.querySelector(':target')).outlineStyle") == "solid"
    box = passage.bounding_box()
    tab.wait_for_function(
        "target => { const box = document.getElementById(target).getBoundingClientRect(); "
        "return box.top >= 0 && box.bottom <= innerHeight }",
        arg=target,
    )
    assert box["height"] > 0
    row = "#row-" + target.removeprefix("text-")  # marks of other rows may stand inside the passage
    passage.locator(f"a[href='{row}']").first.click()
    assert tab.evaluate("location.hash") == row


@pytest.mark.parametrize("name", TABLES)
def test_tables_sort_filter_and_download(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    assert tab.locator("table.rows").count() == tab.locator("table.dataTable").count() > 3
    whole = tab.locator(".dt-container:has(.dt-search)").first
    rows = whole.locator("tbody tr")
    # quotation marks in the filter are those of a phrase, and not looked for
    cell = rows.last.locator("td").first
    words = cell.inner_text().strip("“”")
    name = cell.get_attribute("title") or words  # a file has the whole name of an article
    before, heading = rows.count(), whole.locator("thead th").first
    stands = heading.get_attribute("aria-sort") == "ascending"  # as the rows stand already
    heading.click()
    expect(heading).to_have_attribute("aria-sort", "descending" if stands else "ascending")
    assert rows.count() == before
    whole.locator("input").fill(words)
    assert 0 < rows.count() <= before and all(words in row for row in rows.all_inner_texts())
    with tab.expect_download() as started:
        whole.locator("button.csv").click()
    text = Path(started.value.path()).read_text(encoding="utf-8-sig")
    assert started.value.suggested_filename.endswith(".csv") and name in text
    assert tab.troubles == []


def test_the_button_says_of_how_many_rows_it_saves_those_that_the_filter_leaves(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    whole = tab.locator(".dt-container:has(td details a[href^=http])").first
    rows, button = whole.locator("tbody tr"), whole.locator("button.csv")
    every = rows.count()
    expect(button).to_have_text("CSV")
    whole.locator("input").fill("contradicted")
    left = rows.count()
    assert 0 < left < every
    expect(button).to_have_text(f"CSV ({left} of {every} rows)")
    with tab.expect_download() as started:
        button.click()
    assert len(pd.read_csv(started.value.path())) == left
    whole.locator("input").fill("")
    expect(button).to_have_text("CSV")


def test_what_is_folded_in_a_cell_does_not_run_together_in_a_spreadsheet(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    whole = tab.locator(".dt-container:has(td details a[href^=http])").first
    with tab.expect_download() as started:
        whole.locator("button.csv").click()
    cells = pd.read_csv(started.value.path())["pages, and why this verdict"]
    assert (
        cells.str.contains("; It rests on|; ICE", regex=True).any() and cells.str.contains("supports, ").any()
    )
    assert not cells.str.contains(
        r"(?:support|differ|contradict|page)s?(?:support|differ|contradict|Why)"
    ).any()


def test_what_a_spreadsheet_would_compute_has_an_apostrophe_in_a_table_that_is_downloaded(tab):
    function = CELL_SCRIPT.read_text(encoding="utf-8")
    cells = ["=1+1", "+49 30 1", "-5%", "@SUM(A1)", "-5", "1,234", "-1,234.5", "a=b", "5-9", ""]
    tab.set_content(f"<table><tr>{''.join(f'<td>{cell}' for cell in cells)}</table>")
    written = tab.evaluate(
        f"() => {{ {function}; return csvOf([...'abcdefghij'].map(one => Object.assign(document.createElement('th'), "
        "{ textContent: one })), [document.querySelector('tr')]) }"
    )
    found = next(csv.reader([written.removeprefix("\ufeff").split("\r\n")[1]]))
    assert found == [*(f"'{cell}" for cell in cells[:4]), *cells[4:]]


def test_a_claim_has_its_words_and_their_place_in_a_spreadsheet_and_each_address_a_column(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    with tab.expect_download() as started:
        tab.locator(".dt-container:has(td details a[href^=http]) button.csv").first.click()
    saved = pd.read_csv(started.value.path())
    corpus = load_corpus()
    joined = join(load_record(corpus), extract(corpus))
    places = joined.set_index(["start", "end"])["quote"].map(lambda quote: " ".join(quote.split()))
    assert len(saved) == len(joined)
    for row in saved.itertuples():
        assert row.quote in set(places.loc[[(row.start, row.end)]])
    addresses = saved.filter(like=": address ").fillna("")
    assert addresses.shape[1] > 2 and (addresses.iloc[:, 0] != "").sum() > len(saved) / 2
    assert all(re.fullmatch(r"(?:https?://\S+)?", one) for one in addresses.to_numpy().ravel())


def test_a_heading_says_that_the_rows_stand_in_its_order_and_no_row_is_moved_for_it(
    outputs, tab, tab_without_scripts
):
    orders = {}
    for name in TABLES:
        tab.goto((outputs / f"{name}.html").as_uri())
        tab_without_scripts.goto((outputs / f"{name}.html").as_uri())
        read = "all => all.map(one => [...one.tBodies[0].rows].map(row => row.textContent))"
        rows = [one.locator("table.rows").evaluate_all(read) for one in (tab, tab_without_scripts)]
        assert rows[0] == rows[1]
        said = "all => all.map(one => [one.textContent.trim(), one.ariaSort])"
        orders[name] = dict(tab.locator("thead th[aria-sort]").evaluate_all(said))
    assert orders["4_record"]["verdict"] == orders["1_timeline"]["when"] == "ascending"
    assert "verdict" not in orders["3_statistics"]  # fails, open, holds; then the repeats


def test_the_pages_on_record_stand_one_below_the_other(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    tab.locator("details:has(> ul.pages) > summary").first.click()
    pages = tab.locator("ul.pages li")
    assert pages.count() > 20 and pages.first.bounding_box()["height"] < 60


def test_who_comes_back_from_the_text_to_a_claim_finds_its_sources_open(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    row = tab.locator("tr[id^=row-]:has(td details)").first.get_attribute("id")
    assert not tab.locator(f"#{row} td > details").first.evaluate("one => one.open")
    tab.goto((outputs / "4_record.html").as_uri() + f"#{row}")
    tab.wait_for_function("id => document.querySelector(`#${id} td > details`).open", arg=row)


def test_a_spreadsheet_gets_whole_names_bare_verdicts_and_addresses_in_a_column_of_their_own(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    whole = tab.locator(".dt-container:has(td details a[href^=http])").first
    with tab.expect_download() as started:
        whole.locator("button.csv").click()
    data = Path(started.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # by which Excel knows UTF-8
    saved = pd.read_csv(started.value.path())
    titles = [article.title for article in load_corpus()]
    assert {*filter(None, titles)} <= {
        *saved["article"]
    }  # those without one are called by their opening words
    assert saved["article"].nunique() == len(titles)
    assert set(saved["verdict"].str.partition(" (")[0]) <= set(VERDICTS)
    links = saved["pages, and why this verdict: address 1"].dropna()
    assert len(links) > 50 and all(re.fullmatch(r"https?://\S+", one) for one in links)


def test_days_and_verdicts_sort_in_their_order(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    claims = tab.locator(".dt-container:has(td details a[href^=http])").first
    expect(claims.locator("thead th").nth(1)).to_have_attribute("aria-sort", "ascending")  # as they stand
    claims.locator("thead th").nth(1).click()
    expect(claims.locator("thead th").nth(1)).to_have_attribute("aria-sort", "descending")
    words = [
        one.split("\xa0")[1].split(" (")[0] for one in claims.locator("td:nth-child(2)").all_inner_texts()
    ]
    order = ["corroborated", "not checkable", "not found", "differs", "contradicted"]
    assert set(order) == set(VERDICTS)
    assert list(dict.fromkeys(words)) == [one for one in order if one in words]
    events = tab.locator(".dt-container:has(th:has-text('event'))").last
    events.locator("thead th").nth(1).click()
    expect(events.locator("thead th").nth(1)).to_have_attribute("aria-sort", "ascending")
    years = [int(one.split()[-1]) for one in events.locator("td:nth-child(2)").all_inner_texts()]
    assert years == sorted(years) and len(set(years)) > 2


def test_a_count_above_the_claims_shows_them_alone_and_a_second_click_shows_all(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    rows = tab.locator(".dt-container:has(th:has-text('verdict')):has(th:has-text('claim')) tbody tr")
    every = rows.count()
    for count in tab.locator("a[data-filter]").all():
        *verdict, number = count.inner_text().split()
        count.click()
        expect(rows).to_have_count(int(number))
        expect(count).to_have_attribute("aria-pressed", "true")
        expect(tab.locator("a[data-filter][aria-pressed=true]")).to_have_count(1)
        assert all(" ".join(verdict) in one.replace("\xa0", " ") for one in rows.all_inner_texts())
    count.click()
    expect(rows).to_have_count(every)
    expect(count).to_have_attribute("aria-pressed", "false")
    assert "Show only: " in count.locator("..").inner_text()  # it says what a click does
    count.focus()
    tab.keyboard.press("Space")
    expect(rows).to_have_count(int(number))


def test_sources_open_in_a_tab_of_their_own_and_the_way_back_shows_the_page_as_it_was_left(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    links = tab.locator("a[href^=http]")
    assert links.count() > 100 and links.evaluate_all(
        "all => all.every(one => one.target === '_blank' && one.rel === 'noopener')"
    )
    whole = tab.locator(".dt-container:has(td details a[href^=http])").first
    whole.locator("input").fill("contradicted")
    rows = whole.locator("tbody tr").count()
    whole.locator("td details summary").first.click()
    tab.locator("nav a").first.click()
    tab.go_back()
    expect(whole.locator("input")).to_have_value("contradicted")
    assert whole.locator("tbody tr").count() == rows
    expect(whole.locator("td details").first).to_have_attribute("open", "")


@pytest.mark.parametrize("name", STEMS)
def test_a_table_fits_into_a_wide_window_or_says_that_it_goes_on(name, outputs, browser):
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto((outputs / f"{name}.html").as_uri())
    boxes = tab.evaluate(
        "[...document.querySelectorAll('.box')].filter(box => box.offsetParent).map(box => ["
        "getComputedStyle(box, '::before').content.includes('scroll'), box.scrollWidth > box.clientWidth + 1])"
    )
    assert boxes and all(asks == wide for asks, wide in boxes)
    tab.close()


def test_the_filter_finds_a_verdict_or_a_page_and_no_words_of_reasons(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    whole = tab.locator(".dt-container:has(td details a[href^=http])").first
    verdicts = whole.locator("tbody tr td:nth-child(2)")
    whole.locator("input").fill("not found")
    assert verdicts.count() and all("not found" in words for words in verdicts.all_inner_texts())
    page = whole.locator("td details a").first.text_content()
    whole.locator("input").fill(page)
    rows = whole.locator("tbody tr").all_text_contents()  # each word of a page's name, wherever it stands
    assert verdicts.count() and all(word in row for row in rows for word in page.split())


def test_a_link_into_a_filtered_table_shows_its_row(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    target = tab.locator(".article mark a[href^='#row-']").first.get_attribute("href")
    tab.locator(".dt-container:has(tr[id^=row-] details) input").fill("no row has these words")
    tab.evaluate("target => location.hash = target", target)
    tab.locator(f"[id='{target[1:]}']").wait_for(state="visible")


def test_the_legend_hides_a_kind_and_shows_it_again(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    button, mark = tab.locator(".legend button").first, tab.locator("mark.k0").first
    colour = "mark => getComputedStyle(mark).backgroundColor"
    before = mark.evaluate(colour)
    button.click()
    assert button.get_attribute("aria-pressed") == "false" and mark.evaluate(colour) != before
    button.click()
    assert mark.evaluate(colour) == before


def test_a_double_click_shows_one_kind_alone(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    buttons = tab.locator(".legend button")
    buttons.nth(1).dblclick()
    assert [one.get_attribute("aria-pressed") for one in buttons.all()] == [
        str(place == 1).lower() for place in range(buttons.count())
    ]


@pytest.mark.parametrize("name", TABLES)
def test_on_a_phone_no_sentence_lies_beyond_the_edge_and_only_what_is_wide_asks_to_scroll(name, outputs, tab):
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto((outputs / f"{name}.html").as_uri())
    marks = tab.locator("table.rows td > mark, table.rows td > a[href^='#text-']")
    edges = marks.evaluate_all(
        "marks => marks.map(mark => mark.getBoundingClientRect()).filter(box => box.width).map(box => box.right)"
    )
    assert edges and max(edges) <= 390
    asking = tab.evaluate(
        "[...document.querySelectorAll('.box, .drawing')].filter(box => box.offsetParent).map(box => ["
        "getComputedStyle(box, '::before').content.includes('scroll'), box.scrollWidth > box.clientWidth + 1])"
    )
    assert asking and all(asks == wide for asks, wide in asking)


def test_printed_pages_are_light_whole_and_leave_nothing_folded_away(outputs, tab):
    tab.set_viewport_size({"width": 703, "height": 1000})  # A4 within its margins
    tab.emulate_media(media="print", color_scheme="dark")
    for name in PAGES:
        tab.goto((outputs / f"{name}.html").as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= 703
        shown = tab.locator("body, th, td, pre, .article").evaluate_all(
            "all => all.filter(one => one.getBoundingClientRect().height)"
            ".map(one => getComputedStyle(one).backgroundColor)"
        )
        assert set(shown) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
        folded = tab.locator("details.whole .article")
        assert all(one.bounding_box()["height"] for one in folded.all())


def test_printed_pages_leave_no_reason_folded_away_and_no_figure_over_two_pages(outputs, tab):
    tab.set_viewport_size({"width": 794, "height": 1123})
    tab.emulate_media(media="print")
    tab.goto((outputs / "4_record.html").as_uri())
    heights = tab.evaluate(
        "[...document.querySelectorAll('.drawing svg')].map(svg => svg.getBoundingClientRect().height)"
    )
    assert heights and max(heights) < 700
    assert tab.locator("td details i").first.evaluate("one => one.getBoundingClientRect().height") > 0


@pytest.mark.parametrize("name", STEMS)
def test_on_paper_no_heading_stands_alone_at_the_foot_and_the_first_page_is_full(
    name, outputs, tab, tmp_path
):
    tab.goto((outputs / f"{name}.html").as_uri())
    tab.pdf(
        path=tmp_path / "page.pdf",
        format="A4",
        margin=dict.fromkeys(("top", "bottom", "left", "right"), "14mm"),
    )
    feet = []
    for sheet in extract_pages(tmp_path / "page.pdf"):
        lines = [
            line
            for box in sheet
            if isinstance(box, LTTextContainer)
            for line in box
            if line.get_text().strip()
        ]
        lowest = min(lines, key=lambda line: line.y0)
        feet.append((lowest.y0 / sheet.height, max(one.size for one in lowest if isinstance(one, LTChar))))
    assert len(feet) > 3 and feet[0][0] < 0.2
    assert all(size < H3_ON_PAPER for _, size in feet)


def test_marks_lead_on_to_the_next_and_back(outputs, tab):
    tab.goto((outputs / "1_timeline.html").as_uri())
    first = tab.locator("mark:has(a:text-is('›'))").first
    after = first.locator("a:text-is('›')").get_attribute("href")
    back = tab.locator(f"[id='{after[1:]}'] a:text-is('‹')").get_attribute("href")
    assert back == f"#{first.get_attribute('id')}"


@pytest.mark.parametrize("name", PAGES)
def test_without_scripts_everything_is_there(name, outputs, tab_without_scripts):
    tab_without_scripts.goto((outputs / f"{name}.html").as_uri())
    text = (outputs / f"{name}.html").read_text(encoding="utf-8")
    rows = re.sub(r"<script\b.*?</script>", "", text, flags=re.DOTALL)
    rows = len(re.findall(r"<tr[ >]", rows))
    assert (
        tab_without_scripts.locator("tr").count() == rows and tab_without_scripts.locator("h1").is_visible()
    )


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_small_and_let_nothing_in_from_outside(name, outputs):
    text = (outputs / f"{name}.html").read_text(encoding="utf-8")
    assert len(text.encode("utf-8")) < 3_000_000
    meta = re.search(r"<meta [^>]*Content-Security-Policy[^>]*>", text)[0]
    policy = re.search(r'content="([^"]+;[^"]+)"', meta)[1]
    assert (
        policy.startswith("default-src 'none'") and "http" not in policy and "script-src 'sha256-" in policy
    )
    assert not re.search(r'(?:src|srcset|poster|data)="http|url\(http|@import', text)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(name, width, outputs, tab_for_axe):
    tab_for_axe.set_viewport_size({"width": width, "height": 900})
    tab_for_axe.goto((outputs / f"{name}.html").as_uri())
    for scheme in SCHEMES:
        tab_for_axe.emulate_media(color_scheme=scheme)
        found = [
            one
            for one in Axe().run(tab_for_axe).response["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert [(scheme, one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


@pytest.fixture(scope="module")
def without_record(tmp_path_factory):
    """What `python -m helpers` writes for articles that have nothing beside them; one of them is hostile, and its name is
    longer than any axis has room for."""
    texts, output = tmp_path_factory.mktemp("texts"), tmp_path_factory.mktemp("without_record")
    for path in (*DEV.glob("*.txt"), DEV / "catalogue.csv"):
        shutil.copy(path, texts)
    (texts / f"a & b{' of many words' * 6}.txt").write_text(HOSTILE, encoding="utf-8")
    assert main(["-q", "-o", str(output), "-p", "corpus", str(texts)]) == 0
    return output


NOTHING = (
    "nobody",
    "no date",
    "no figures",
    "no record",
    "no claim",
)  # an answer without evidence has no link


@pytest.mark.parametrize("folder", ["outputs", "without_record"])
def test_every_answer_on_a_trust_card_leads_to_its_evidence_or_says_there_is_none(folder, request, tab):
    folder = request.getfixturevalue(folder)
    tab.goto((folder / "index.html").as_uri())
    answers = tab.locator(".cards tbody td")
    unlinked = [one for one in answers.all() if not one.locator("a").count()]
    assert all(any(word in one.inner_text() for word in NOTHING) for one in unlinked)
    links = answers.locator("a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert len(links) == answers.count() - len(unlinked) > 3
    for link in links:
        file, _, place = link.partition("#")
        tab.goto((folder / file).as_uri())
        tab.evaluate("place => location.hash = place", place)
        tab.locator(f"[id='{place}']:not(:empty), tr:has([id='{place}'])").first.wait_for(state="visible")


def test_an_answer_on_the_record_leads_to_the_rows_of_its_article_in_the_table_and_shows_them_alone(
    outputs, tab
):
    tab.goto((outputs / "index.html").as_uri())
    cards = tab.locator(".cards tbody tr")
    words = cards.locator("td:nth-child(6)").all_inner_texts()
    links = cards.locator("td:nth-child(6) a").evaluate_all(
        "all => all.map(link => link.getAttribute('href'))"
    )
    assert len(set(links)) == len(links) == cards.count() > 3
    for link, told in zip(links, words, strict=True):
        file, _, place = link.partition("#")
        tab.goto("about:blank")
        tab.goto(f"{(outputs / file).as_uri()}#{place}")
        rows = tab.locator(".dt-container:has(td details a[href^=http]) tbody tr")
        expect(rows).to_have_count(int(re.search(r"(\d+) claims", told)[1]))
        assert len(set(rows.locator("td:first-child").all_inner_texts())) == 1
        expect(rows.first).to_be_in_viewport()
        expect(rows.first).to_have_css("outline-style", "solid")
        tab.locator(".dt-search input").first.fill("")


@pytest.mark.parametrize("column", range(2, 7))
def test_no_two_cards_lead_to_one_place(column, outputs, tab):
    tab.goto((outputs / "index.html").as_uri())
    found = tab.locator(f".cards tbody td:nth-child({column})")
    links = found.locator("a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert links and len(set(links)) == len(links) and not any("cell-id" in link for link in links)


def test_the_first_page_is_one_screen(outputs, tab):
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto((outputs / "index.html").as_uri())
    assert tab.locator(".cards").bounding_box()["y"] + tab.locator(".cards").bounding_box()["height"] < 640
    assert tab.evaluate("document.documentElement.scrollHeight") < 960


def test_the_page_of_the_first_notebook_gives_the_same_answers_as_the_overview(outputs, tab):
    tab.goto((outputs / "index.html").as_uri())
    said = set(tab.locator(".answer, .first li, .cards td").all_inner_texts()) - {""}
    tab.goto((outputs / f"{STEMS[0]}.html").as_uri())
    page = set(tab.locator(".answer, main li, .cards td").all_inner_texts())
    assert (
        len(said) > 20
        and {words for words in said if ".csv" not in words and "notebook)" not in words} <= page
    )


def test_code_is_folded_and_opens_by_keyboard(outputs, tab):
    tab.goto((outputs / f"{STEMS[-1]}.html").as_uri())
    code = tab.locator("details.code").first
    assert code.get_attribute("open") is None
    code.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert code.get_attribute("open") is not None and code.locator("pre").is_visible()


def test_the_first_tab_stop_skips_the_navigation(outputs, tab):
    tab.goto((outputs / f"{STEMS[-1]}.html").as_uri())
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"


def test_text_from_articles_is_only_text(without_record, tab):
    for name in STEMS:
        tab.goto((without_record / f"{name}.html").as_uri())
        assert tab.evaluate("window.hacked") is None
        assert tab.locator("img[src=x]").count() == 0
        assert tab.troubles == []
    drawings = sorted(without_record.rglob("*.svg"))
    assert drawings
    for path in drawings:
        ElementTree.parse(path)  # a character that XML has no place for would raise


def test_nothing_is_left_behind_but_results(outputs):
    for path in Path(outputs).rglob("*"):
        assert ".partial" not in path.name
        kinds = {".ipynb", ".html", ".csv", ".png", ".svg", ".json", ".jsonld", ".parquet"}
        assert path.is_dir() or path.suffix in kinds or path.parent == Path(outputs), path


def test_the_index_links_to_every_file_that_can_be_downloaded(outputs):
    page = (Path(outputs) / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', page.partition('<ul class="files">')[2].partition("</ul>")[0])
    assert all((Path(outputs) / link).is_file() for link in links)
    for folder in (path for path in Path(outputs).iterdir() if path.is_dir()):
        own = {f"{folder.name}/{path.name}" for path in folder.iterdir() if not path.name.startswith(".")}
        assert own | {f"{folder.name}.html", f"{folder.name}.ipynb"} <= set(links)


def _card(article, column):
    """The answer of a trust card, by the beginning of the article's title and the number of the column."""
    return f".cards tbody tr:has-text('{article}') td:nth-child({column}) a"


def _of(slug):
    """How the names of places of an article begin in notebook 3."""
    return anchor(slug, 0, 0, number="3").removesuffix("0-0")


# task → the clicks from the first page, and what then stands on the screen
TASKS = {
    "which article contradicts itself": (
        [_card("In a coordinated", 5)],
        "tr:has-text('145 of 370 is 39.2%')",
    ),
    "and where": (
        [_card("In a coordinated", 5), f"td a[href^='#text-{_of('massachusetts-sweep')}']"],
        "li mark:target, td mark:target",
    ),
    "who is quoted and in what post": ([_card("Mexican and U.S.", 3)], "tr:has-text('Lisa Monaco')"),
    "which dates are inferred": (
        [_card("In a 12-day", 2)],
        "tr:has-text('publication'):has-text('March 11')",
    ),
    "the sentence of a time in the figure": (
        ["text=1 Timeline", ".drawing svg a >> nth=0"],
        "tr:target td mark",
    ),
    "the sentence of a role in the figure": (
        ["text=2 Agency roles", ".drawing svg a[href^='#text-']:not([data-also]):has(text) >> nth=9"],
        "mark:target",
    ),
    "every sentence of a mark in the figure": (
        ["text=2 Agency roles", ".drawing svg a[data-also]:has(text) >> nth=0", "dialog[open] a >> nth=1"],
        "mark:target",
    ),
    "the sentence of a number in the figure": (
        [
            "text=3 Statistics",
            f".drawing svg a[href*='{_of('drug-arrests')}'] >> nth=0",
            "tr:target a[href^='#text-']",
        ],
        "mark:target",
    ),
    "the sentence of a claim in the figure": (
        ["text=4 Record", ".drawing svg a >> nth=9", "tr:target a[href^='#text-']"],
        "mark:target",
    ),
    "reported beside planned": (
        ["text=2 Agency roles"],
        "tr:has-text('(ERO)') td:text-is('14') + td:text-is('1')",
    ),
    "every sentence about a body": (
        [
            "text=2 Agency roles",
            "text=Every sentence about one body",
            "summary:has-text('Customs Enforcement (ICE)')",
        ],
        "details[open] li:has(mark a):has-text('deported a high-ranking member')",
    ),
    "every sentence about a body of the figure": (
        ["text=2 Agency roles", ".drawing svg a[href^='#body-'] >> nth=0"],
        "details[open]:target li mark a",
    ),
    "the place of a sentence about a body of the table": (
        ["text=2 Agency roles", "td a[href^='#body-'] >> nth=0", "details[open]:target li mark a >> nth=2"],
        "mark:target",
    ),
    "claims by verdict": (["text=4 Record", "a:has-text('contradicted 10')"], "tr:target:has-text('✖')"),
    "which quotations were found elsewhere": (
        [_card("Mexican and U.S.", 4)],
        "td:text-is('in none of the sources kept here')",
    ),
    "how accurate the reading is": ([], "li:has-text('nothing missed'):has-text('roles 0.')"),
    "what a word means": (["text=What do these words mean?"], "td:has-text('a page supports the claim')"),
}


@pytest.mark.parametrize("task", TASKS)
def test_no_question_takes_more_than_four_clicks(task, outputs, tab):
    clicks, answer = TASKS[task]
    assert len(clicks) <= 4
    tab.emulate_media(reduced_motion="reduce")  # a click would break off a scroll that takes its time
    tab.goto((outputs / "index.html").as_uri())
    for place in clicks:
        tab.locator(place).first.click()
    shown = tab.locator(answer).first
    if not tab.url.partition("#")[2]:
        shown.scroll_into_view_if_needed()  # whoever looks for it scrolls
    expect(shown).to_be_in_viewport()


def test_from_a_claim_to_its_sentence_to_its_source_and_back_takes_no_more_than_four_clicks(outputs, tab):
    tab.goto((outputs / "4_record.html").as_uri())
    name, clicks = tab.evaluate(IN_ONE_MARK), 0
    row = tab.locator(f"tr[id='{name}']")
    for place in ("a[href^='#text-']", None):
        link = row.locator(place) if place else tab.locator(f"mark:target a[href='#{name}']")
        link.first.click()
        clicks += 1
        expect(tab.locator(":target")).to_be_in_viewport()
    source = row.locator("details a[href^=http]").first  # the way back has opened the sources
    expect(source).to_be_visible()
    address = source.get_attribute("href")
    tab.context.route(re.compile("^https?://"), lambda route: route.fulfill(body="a page"))
    with tab.expect_popup() as opened:
        source.click()
    clicks += 1
    assert opened.value.url == address
    opened.value.close()  # back: the page stands as it was left
    clicks += 1
    tab.context.unroute_all()
    expect(row).to_be_in_viewport()
    assert clicks <= 4 and tab.evaluate("location.hash") == f"#{name}"
    tab.troubles.clear()


def test_a_table_is_in_a_spreadsheet_after_two_clicks(outputs, tab):
    tab.goto((outputs / "index.html").as_uri())
    tab.locator("text=3 Statistics").first.click()
    with tab.expect_download() as started:
        tab.locator(".dt-container:has-text('145 of 370') button.csv").first.click()
    assert pd.read_csv(started.value.path())["verdict"].tolist()[:2] == ["fails", "open"]
