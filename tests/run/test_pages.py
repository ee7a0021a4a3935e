"""The pages in a real browser: whole, self-contained, usable by keyboard and on a phone, every quote a way to
its passage."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from helpers.__main__ import main
from helpers.run.collection import find_notebooks
from tests.browser import BROWSER, QUIET, needs_browser

pytestmark = needs_browser
STEMS = [path.stem for path in find_notebooks()]
HOSTILE = "Raid <script>window.hacked = true</script> in port\nPolice & <b>customs</b> said on 3 May 2024 that ICE arrested <img src=x onerror=hack()> 12 men.\n"


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def tab(browser):
    """A tab that remembers every message of the console and every request that leaves the folder."""
    tab = browser.new_page(viewport={"width": 1200, "height": 900})
    tab.troubles = []
    tab.on("console", lambda message: tab.troubles.append(message.text))
    tab.on("pageerror", lambda error: tab.troubles.append(str(error)))
    tab.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:")) else tab.troubles.append(request.url)
        ),
    )
    yield tab
    tab.close()


@pytest.mark.parametrize("name", ["index", *STEMS])
def test_a_page_loads_alone_and_without_trouble(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    assert tab.troubles == []
    assert tab.locator("h1").count() == 1
    assert tab.evaluate("document.documentElement.lang") == "en"
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["index", *STEMS])
def test_every_link_inside_the_folder_leads_somewhere(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    ids = set(tab.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)"))
    for target in tab.evaluate(
        "[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))"
    ):
        file, _, anchor = target.partition("#")
        if not file.startswith("http"):
            assert (not file and anchor in ids) or (outputs / file).is_file(), target


@pytest.mark.parametrize("name", STEMS)
def test_every_picture_is_there_with_its_description(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    for width, alt in tab.evaluate("[...document.images].map(image => [image.naturalWidth, image.alt])"):
        assert width > 300 and len(alt.split()) >= 8


@pytest.mark.parametrize("name", ["index", *STEMS])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_window_does_not_scroll_sideways(name, scheme, outputs, browser):
    tab = browser.new_page(viewport={"width": 360, "height": 700}, color_scheme=scheme)
    tab.goto((outputs / f"{name}.html").as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    tab.close()


@pytest.mark.parametrize("name", [stem for stem in STEMS if not stem.startswith("0")])
def test_a_quote_leads_to_its_passage_and_back(name, outputs, tab):
    tab.goto((outputs / f"{name}.html").as_uri())
    tab.evaluate(
        "[...document.querySelectorAll('details')].filter(fold => fold.querySelector('[id^=row-]')).forEach(fold => fold.open = true)"
    )
    link = tab.locator("[id^=row-] a[href^='#text-']").first
    words, target = link.inner_text(), link.get_attribute("href")[1:]
    link.click()
    passage = tab.locator(f"[id='{target}']")
    passage.wait_for(state="visible")
    assert words in passage.inner_text()
    assert tab.evaluate("getComputedStyle(document.querySelector(':target')).outlineStyle") == "solid"
    box = passage.bounding_box()
    tab.wait_for_function(
        "target => { const box = document.getElementById(target).getBoundingClientRect(); "
        "return box.top >= 0 && box.bottom <= innerHeight }",
        arg=target,
    )
    assert box["height"] > 0
    passage.locator("a[href^='#row-']").click()
    assert tab.evaluate("location.hash") == "#row-" + target.removeprefix("text-")


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


def test_text_from_articles_is_only_text(outputs, tab, tmp_path_factory):
    texts, output = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("hostile_output")
    (texts / "a & b.txt").write_text(HOSTILE, encoding="utf-8")
    assert main(["-q", "-o", str(output), "-p", "corpus", str(texts)]) == 0
    for name in STEMS:
        tab.goto((output / f"{name}.html").as_uri())
        assert tab.evaluate("window.hacked") is None
        assert tab.locator("img[src=x]").count() == 0
        assert tab.troubles == []


def test_nothing_is_left_behind_but_results(outputs):
    for path in Path(outputs).rglob("*"):
        assert ".partial" not in path.name
        assert path.is_dir() or path.suffix in {".ipynb", ".html", ".csv", ".png", ".svg"}
