"""JupyterLab itself, in a real browser: open a notebook, follow a quote into its article, run all of it, find the
headings and the figure."""

import os
import platform
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import nbformat
import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import sync_playwright

from helpers.run.collection import NOTEBOOKS
from tests.browser import BROWSER, QUIET, needs_browser

pytestmark = needs_browser
FIRST = "1_timeline.ipynb"
PATIENCE = 300_000  # milliseconds: a busy machine is slow, which is no failure of the notebooks
TRIES = 3
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


def test_a_notebook_runs_from_top_to_bottom_in_jupyterlab(address, tmp_path):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        tab.goto(f"{address}/lab/tree/notebooks/{FIRST}?reset")
        tab.wait_for_selector(".jp-Notebook .jp-MarkdownCell h1")
        tab.get_by_role("menuitem", name="Run", exact=True).click()
        tab.get_by_text("Restart Kernel and Run All Cells…", exact=True).click()
        tab.locator(".jp-Dialog button.jp-mod-accept").click()
        tab.wait_for_function(
            """() => {
            const last = [...document.querySelectorAll('.jp-CodeCell')].at(-1);
            last?.scrollIntoView();
            return last && /Nothing is written/.test(last.innerText) && document.querySelector('[data-status=idle]');
        }"""
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
        browser.close()


def opened(tab, address, name):
    tab.goto(f"{address}/lab/tree/notebooks/{name}?reset")
    tab.wait_for_selector(".jp-Notebook .jp-Cell")
    tab.wait_for_selector("[data-status=idle]")


def there_and_back(tab, address, name):
    """Whether a click on a quote leads into its article, and one there back. On a busy machine JupyterLab still draws above the
    target after its jump, which then stands out of sight; a reader goes back and clicks again."""
    opened(tab, address, name)
    link = tab.locator("mark[data-jupyter-id^=row-] a[href^='#text-']").first
    link.scroll_into_view_if_needed()
    target = link.get_attribute("href").removeprefix("#text-")
    inside = """name => { const box = document.querySelector(`[data-jupyter-id='${name}']`)?.getBoundingClientRect();
        return box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight }"""
    try:
        link.click()
        tab.wait_for_function(inside, arg=f"text-{target}", timeout=PATIENCE // TRIES)
        tab.locator(f"[data-jupyter-id='text-{target}'] a[href^='#row-']").first.click()
        tab.wait_for_function(inside, arg=f"row-{target}", timeout=PATIENCE // TRIES)
    except PlaywrightTimeout:
        return False
    return True


def test_opening_a_notebook_changes_nothing_and_a_quote_leads_into_its_article_and_back(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        opened(tab, address, FIRST)
        tab.wait_for_timeout(2_000)  # what JupyterLab would write into the notebook it writes by now
        version = nbformat.read(NOTEBOOKS / FIRST, as_version=4).metadata.language_info.version
        if version == platform.python_version():
            assert tab.locator(".lm-TabBar-tab.jp-mod-dirty").count() == 0
        assert any(there_and_back(tab, address, FIRST) for _ in range(TRIES))
        browser.close()


def all_run(tab, words):
    """Whether running all cells shows some words in an output. On a busy machine JupyterLab is idle before its kernel
    listens, and then runs nothing and says nothing; a reader asks again."""
    tab.get_by_role("menuitem", name="Run", exact=True).click()
    tab.get_by_text("Run All Cells", exact=True).click()
    output = tab.locator(".jp-OutputArea-output")  # the code cell above has the same words
    try:
        output.get_by_text(words).wait_for(timeout=PATIENCE // TRIES)
    except PlaywrightTimeout:
        return False
    return True


def test_words_of_others_are_not_typeset_and_load_nothing(address):
    with sync_playwright() as playwright:
        browser, tab = window(playwright)
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        opened(tab, address, "odd.ipynb")
        assert any(all_run(tab, "It cost $5 and _then_ $6.") for _ in range(TRIES))
        tab.wait_for_timeout(2_000)
        assert tab.locator("mjx-container").count() == 0
        shown = tab.locator(".jp-OutputArea").get_by_text(
            "A $x^2$ and ![a picture](http://evil.example/a.png)."
        )
        assert shown.count() == 1
        assert not [url for url in asked if "evil" in url]
        browser.close()
