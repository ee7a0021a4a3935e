"""JupyterLab itself, in a real browser: open a notebook, follow a quote into its article and a link to another
notebook, run all of it, find the headings and the figure."""

import json
import os
import platform
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import nbformat
import pandas as pd
import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import expect, sync_playwright

from helpers import load_corpus
from helpers.run.collection import NOTEBOOKS
from tests.browser import BROWSER, QUIET, needs_browser

pytestmark = needs_browser
FIRST = "1_timeline.ipynb"
UNTOUCHED = "untouched.ipynb"  # the same, never run here
PATIENCE = 450_000  # milliseconds: a busy machine is slow, which is no failure of the notebooks
TRIES = 3
SETTLED = 5_000  # milliseconds: JupyterLab forgets a run that is asked for as soon as its kernel listens
MANY = 10  # tries where one takes seconds
# folders that every JupyterLab of a user writes into, what is open where among it
OWN = ("JUPYTERLAB_WORKSPACES_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTER_RUNTIME_DIR")
ODD = """from helpers import show
show.say("It cost $5 and _then_ $6.")
show.findings(["A $x^2$ and ![a picture](http://evil.example/a.png)."])"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A JupyterLab over a copy of the notebooks, on a free port of this machine."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(NOTEBOOKS, folder / "notebooks")
    (folder / "seeds").mkdir()
    shutil.copy(NOTEBOOKS.parent / "seeds" / "README.md", folder / "seeds")
    shutil.copy(NOTEBOOKS / FIRST, folder / "notebooks" / UNTOUCHED)
    metadata = nbformat.read(NOTEBOOKS / FIRST, as_version=4).metadata  # without a kernel, JupyterLab asks
    odd = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(ODD)], metadata=metadata)
    nbformat.write(odd, folder / "notebooks" / "odd.ipynb")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            f"--ServerApp.port={port}",
            "--ServerApp.ip=127.0.0.1",
            "--IdentityProvider.token=",
            "--ServerApp.disable_check_xsrf=True",  # the test itself ends sessions
            f"--ServerApp.root_dir={folder}",
            "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {name: str(folder / "own") for name in OWN},
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(PATIENCE // 500):
            assert server.poll() is None, "JupyterLab did not start"
            try:
                urllib.request.urlopen(f"{address}/api", timeout=1)
                break
            except OSError:
                time.sleep(0.5)
        yield address
    finally:
        server.terminate()
        server.wait(PATIENCE // 1000)  # it ends its kernels first


def window(playwright):
    """A browser and a wide window in it that waits for what it looks for."""
    browser = playwright.chromium.launch(executable_path=BROWSER, args=QUIET)
    tab = browser.new_page(viewport={"width": 1500, "height": 1000})
    tab.set_default_timeout(PATIENCE)
    return browser, tab


def opened(tab, address, name):
    """A notebook in JupyterLab with a kernel of its own that listens. If a busy machine answers late, JupyterLab may take one
    message for another and wait for its kernel for ever; a reader then shuts it down and opens the notebook again."""
    for left in reversed(range(TRIES)):
        with urllib.request.urlopen(f"{address}/api/sessions") as answer:
            sessions = [one["id"] for one in json.load(answer)]
        for one in sessions:
            urllib.request.urlopen(urllib.request.Request(f"{address}/api/sessions/{one}", method="DELETE"))
        tab.goto(f"{address}/lab/tree/notebooks/{name}?reset")
        try:
            tab.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE // TRIES)
            tab.wait_for_selector("[data-status=idle]", timeout=PATIENCE // TRIES)
            tab.wait_for_timeout(SETTLED)
            return
        except PlaywrightTimeout:
            if not left:
                raise


def all_run(tab, address, name, entry, done):
    """Whether a notebook that is opened anew runs: an entry of the menu "Run", and what is true of the page afterwards."""
    opened(tab, address, name)
    tab.get_by_role("menuitem", name="Run", exact=True).click()
    tab.locator(".lm-Menu").get_by_text(entry, exact=True).click()  # a notebook may say the same words
    try:
        if entry.startswith("Restart"):
            tab.locator(".jp-Dialog button.jp-mod-accept").click()
        tab.wait_for_function(done, timeout=PATIENCE // TRIES)
    except PlaywrightTimeout:
        return False
    return True


INSIDE = """place => { const box = document.querySelector(place)?.getBoundingClientRect();
    return box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight }"""


def there_and_back(tab):
    """Whether a click on a quote leads into its article, and one there back. On a busy machine JupyterLab still draws above the
    target after its jump, which then stands out of sight; a reader goes back and clicks again."""
    link = tab.locator(f"tr{named('row-', '^=')} mark a[href^='#text-']").first
    try:
        link.click(timeout=PATIENCE // TRIES)
        target = link.get_attribute("href").removeprefix("#text-")
        tab.wait_for_function(INSIDE, arg=named(f"text-{target}"), timeout=PATIENCE // TRIES)
        tab.locator(f"{marked(f'text-{target}')} a[href^='#row-']").first.click(timeout=PATIENCE // TRIES)
        tab.wait_for_function(INSIDE, arg=named(f"row-{target}"), timeout=PATIENCE // TRIES)
    except PlaywrightTimeout:
        return False
    return True


def a_mark_leads_to_its_row(tab):
    """Whether each mark of the figure lies within the picture and says its sentence, and a click on one leads there."""
    marks = tab.locator(".jp-OutputArea-output div:has(> img) > a[href^='#row-']")
    try:
        marks.first.click(timeout=PATIENCE // TRIES)
        place = marks.first.get_attribute("href").removeprefix("#")
        tab.wait_for_function(INSIDE, arg=named(place), timeout=PATIENCE // TRIES)
    except PlaywrightTimeout:
        return False
    laid = """all => all.every(one => { const mark = one.getBoundingClientRect();
        const picture = one.parentElement.querySelector('img').getBoundingClientRect();
        return one.title.length > 10 && mark.width > 9 && mark.height > 9 && mark.left >= picture.left - 6 &&
            mark.right <= picture.right + 6 && mark.top >= picture.top - 6 && mark.bottom <= picture.bottom + 6 })"""
    return marks.count() > 5 and marks.evaluate_all(laid)


def named(name, sign="="):
    """What finds a place by its name, or by how the name begins. JupyterLab renames the places of a notebook that it does not
    trust; one that was run there and saved, as it does by itself every two minutes, it trusts."""
    return f":is([id{sign}'{name}'], [data-jupyter-id{sign}'{name}'])"


def marked(name):
    """What finds the mark with a name, which stands before it."""
    return f"{named(name)} + mark"


def test_a_notebook_runs_from_top_to_bottom_in_jupyterlab(address, tmp_path):
    done = """() => {
        const cells = [...document.querySelectorAll('.jp-CodeCell')], last = cells.at(-1);
        const ran = document.getElementById('reached');  // its script is run with the outputs of this run, and no others
        (ran ? last : cells[0])?.scrollIntoView();  // JupyterLab shows, and runs, no output that is out of sight
        return ran && last && /Nothing is written/.test(last.innerText) && document.querySelector('[data-status=idle]');
    }"""
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        assert any(
            all_run(tab, address, FIRST, "Restart Kernel and Run All Cells…", done) for _ in range(TRIES)
        )
        tab.get_by_role("tab", name="Table of Contents").first.click()
        contents = tab.locator(".jp-TableOfContents-tree").inner_text()
        for heading in ("When did it happen?", "In short", "Limits"):
            assert heading in contents
        tab.locator(".jp-TableOfContents-tree").get_by_text("In short").click()
        tab.screenshot(path=tmp_path / "lab.png")
        assert tab.locator(".jp-OutputArea [data-mime-type='application/vnd.jupyter.error']").count() == 0
        assert tab.locator(".jp-OutputArea [data-mime-type='application/vnd.jupyter.stderr']").count() == 0
        assert tab.locator(".jp-OutputArea-output img").first.evaluate("image => image.naturalWidth") > 300
        assert any(there_and_back(tab) for _ in range(TRIES))
        assert any(a_mark_leads_to_its_row(tab) for _ in range(TRIES))
        reached = tab.locator(".reached")
        assert (
            reached.count() == 1 and reached.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        )
        assert any(is_saved_by_one_click(tab) for _ in range(TRIES))
        browser.close()


def test_once_run_a_trust_card_leads_to_its_very_row(address):
    done = """() => { document.querySelector('.cards')?.scrollIntoView();
        return document.getElementById('reached') && document.querySelector('.cards a') && document.querySelector('[data-status=idle]') }"""
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        assert any(all_run(tab, address, "0_start_here.ipynb", "Run All Cells", done) for _ in range(TRIES))
        card = tab.locator(
            ".cards a[class^='to-of-claims']"
        ).last  # of the last article: its rows stand far down
        place = card.get_attribute("class").removeprefix("to-")
        card.click()
        tab.wait_for_function(INSIDE, arg=f"tr.reached:has({named(place)})")
        browser.close()


def test_once_run_a_claim_is_saved_with_its_words_and_their_place(address):
    done = """() => document.getElementById('reached') && document.querySelector("a[id^='text-4-']")
        && document.querySelector('[data-status=idle]')"""
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        assert any(all_run(tab, address, "4_record.ipynb", "Run All Cells", done) for _ in range(TRIES))
        claims = tab.locator(".jp-OutputArea-output:has(tr[id^='row-4-'] td details)")
        with tab.expect_download() as started:
            claims.locator("button.csv").click()
        saved = pd.read_csv(started.value.path())
        browser.close()
    corpus = load_corpus()
    assert len(saved) > 50
    for row in saved.itertuples():
        assert row.quote in {" ".join(one.text[row.start : row.end].split()) for one in corpus}


def is_saved_by_one_click(tab):
    """Whether a click on the button of each of two tables saves it; whoever opens a notebook has clicked on "Run" and on "Run
    All Cells" before, which makes three clicks."""
    buttons = tab.locator(".jp-OutputArea-output:has(table.rows) button.csv")
    for place in (0, -1):
        button = buttons.nth(place)
        table = button.locator("xpath=preceding-sibling::*[last()]")
        heads, rows = table.locator("thead th").all_text_contents(), table.locator("tbody tr").count()
        try:
            with tab.expect_download(timeout=PATIENCE // TRIES) as started:
                button.click(timeout=PATIENCE // TRIES)
        except PlaywrightTimeout:
            return False
        saved = pd.read_csv(started.value.path())
        assert list(saved.columns) == heads and len(saved) == rows
        assert started.value.suggested_filename.endswith(".csv")
    return True


def test_opening_a_notebook_changes_nothing_and_a_quote_leads_into_its_article_and_back(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        opened(tab, address, UNTOUCHED)
        tab.wait_for_timeout(2_000)  # what JupyterLab would write into the notebook it writes by now
        version = nbformat.read(NOTEBOOKS / FIRST, as_version=4).metadata.language_info.version
        if version == platform.python_version():
            assert tab.locator(".lm-TabBar-tab.jp-mod-dirty").count() == 0
        assert any(there_and_back(tab) or opened(tab, address, UNTOUCHED) for _ in range(TRIES))
        assert any(a_mark_leads_to_its_row(tab) for _ in range(TRIES))
        browser.close()


def test_from_a_claim_to_its_sentence_to_the_source_and_back_takes_three_clicks_before_any_run(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        claims = f"tr{named('row-', '^=')} a[href^='#text-']"

        def there_and_to_the_source():
            opened(tab, address, "4_record.ipynb")
            claim = tab.locator(claims).nth(19)  # a page differs, and its mark overlaps no other
            place = claim.get_attribute("href").removeprefix("#text-")
            try:
                claim.click(timeout=PATIENCE // TRIES)
                tab.wait_for_function(INSIDE, arg=marked(f"text-{place}"), timeout=PATIENCE // TRIES)
                source = tab.locator(f"{marked(f'text-{place}')} a[href^='http']").first
                assert (
                    source.is_visible()
                    and source.get_attribute("target") == "_blank"
                    and source.get_attribute("title")
                )
                tab.locator(f"{marked(f'text-{place}')} a[href^='#row-']").first.click(
                    timeout=PATIENCE // TRIES
                )
                tab.wait_for_function(INSIDE, arg=named(f"row-{place}"), timeout=PATIENCE // TRIES)
            except PlaywrightTimeout:
                return False
            return True

        assert any(there_and_to_the_source() for _ in range(TRIES))
        browser.close()


def test_a_mark_of_several_sentences_opens_a_list_before_any_run(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        opened(tab, address, "2_agency_roles.ipynb")
        mark = tab.locator("details:has(> summary[title*=' more)'])").first
        mark.locator("summary").click()
        items = mark.locator("li a")
        assert items.count() > 1 and all(len(words) > 10 for words in items.all_inner_texts())
        expect(items.last).to_be_in_viewport()
        place = items.last.get_attribute("href").removeprefix("#")
        items.last.click()
        tab.wait_for_function(INSIDE, arg=marked(place))
        browser.close()


def test_every_sentence_about_a_body_is_two_clicks_away_before_any_run(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)

        def told():
            opened(tab, address, "2_agency_roles.ipynb")
            try:
                tab.locator("a", has_text="Every sentence about one body").first.click()
                body = tab.locator("details:has(> summary:has-text('Customs Enforcement (ICE)'))").first
                body.locator("summary").click(timeout=PATIENCE // TRIES)
                sentences = body.locator("li:has(mark a)")
                expect(sentences.first).to_be_in_viewport(timeout=PATIENCE // TRIES)
                assert body.get_attribute("open") is not None and sentences.count() > 20
                assert all(len(words) > 20 for words in sentences.all_inner_texts())
                link = sentences.nth(2).locator("mark a").first
                place = link.get_attribute("href").removeprefix("#")
                link.click()
                tab.wait_for_function(INSIDE, arg=marked(place), timeout=PATIENCE // TRIES)
            except (PlaywrightTimeout, AssertionError):
                return False
            return True

        assert any(told() for _ in range(TRIES))
        browser.close()


def test_a_headline_leads_to_the_answer_of_its_notebook(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        opened(tab, address, "0_start_here.ipynb")
        tab.locator("a[href*='3_statistics.ipynb'][href*='cell-id=in-short']").first.click()
        tab.locator(".lm-DockPanel-tabBar .lm-TabBar-tabLabel", has_text="3_statistics").wait_for()
        answer = tab.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .answer").first
        expect(answer).to_be_in_viewport(timeout=PATIENCE)
        browser.close()


def test_links_to_other_notebooks_and_to_the_columns_open_them(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        for name, link, opens in (
            ("0_start_here.ipynb", ".cards td a[href*='which-relations-hold']", "3_statistics.ipynb"),
            (FIRST, "a[href*='seeds/README.md']", "README.md"),
        ):
            opened(tab, address, name)
            for _ in range(40):  # JupyterLab draws the cells further down when they come into sight
                if tab.locator(link).count():
                    break
                tab.locator(".jp-WindowedPanel-outer").first.evaluate("one => one.scrollBy(0, 600)")
                tab.wait_for_timeout(250)
            tab.locator(link).first.click()
            tab.locator(".lm-DockPanel-tabBar .lm-TabBar-tabLabel", has_text=opens).wait_for()
        browser.close()


def test_reported_to_planned_for_one_agency_is_two_clicks_away(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        row = ".jp-OutputArea-output tr:has(td:has-text('(ERO)')):has(td:text-is('14')):has(td:text-is('1'))"

        def reached():
            opened(tab, address, "2_agency_roles.ipynb")
            tab.get_by_role("tab", name="Table of Contents").first.click()
            tab.locator(".jp-TableOfContents-tree").get_by_text("What is reported of each body").click()
            try:
                expect(tab.locator(row).first).to_be_in_viewport(timeout=PATIENCE // MANY)
            except AssertionError:
                return False
            return True

        assert any(reached() for _ in range(MANY))  # a click while it still draws is lost, and seen no sooner
        browser.close()


def test_run_and_saved_a_notebook_keeps_what_it_says_of_its_cells(address):
    """JupyterLab takes the sign of a hidden output away once the cell has run, which would change every saved notebook."""
    name = "3_statistics.ipynb"
    done = """() => { const last = [...document.querySelectorAll('.jp-CodeCell')].at(-1); last?.scrollIntoView();
        return last && /Nothing is written/.test(last.innerText) && document.querySelector('[data-status=idle]') }"""
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        assert any(all_run(tab, address, name, "Run All Cells", done) for _ in range(TRIES))
        with tab.expect_response(lambda answer: answer.request.method == "PUT"):
            tab.keyboard.press("Control+s")
        with urllib.request.urlopen(f"{address}/api/contents/notebooks/{name}") as answer:
            saved = json.load(answer)["content"]["cells"]
        browser.close()
    before = nbformat.read(NOTEBOOKS / name, as_version=4).cells
    for cell in saved:
        cell["metadata"].pop("trusted", None)  # what the server adds to its answer
    assert [cell["metadata"] for cell in saved] == [cell.metadata for cell in before]


def test_words_of_others_are_not_typeset_and_load_nothing(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        # in an output: the code cell above it has the same words
        done = """() => [...document.querySelectorAll('.jp-OutputArea-output')].some(
            output => output.innerText.includes('It cost $5 and _then_ $6.'))"""
        assert any(all_run(tab, address, "odd.ipynb", "Run All Cells", done) for _ in range(TRIES))
        tab.wait_for_timeout(2_000)
        assert tab.locator("mjx-container").count() == 0
        shown = tab.locator(".jp-OutputArea").get_by_text(
            "A $x^2$ and ![a picture](http://evil.example/a.png)."
        )
        assert shown.count() == 1
        assert not [url for url in asked if "evil" in url]
        browser.close()
