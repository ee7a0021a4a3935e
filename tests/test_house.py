"""The house: which room may import which, read from the imports themselves, and what `helpers/README.md` says
of it."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import helpers

HELPERS = Path(helpers.__file__).parent
README = (HELPERS / "README.md").read_text(encoding="utf-8")
ROOMS = re.findall(r"^\| `([\w/]+?)/?(?:\.py)?` \|", README, re.MULTILINE)
MOST_ENTRIES = 16  # in `helpers/`, besides the package's own files and the data
MOST_ARROWS = 40  # between rooms


def modules() -> dict[str, Path]:
    """Dotted name → file of every module, packages without their `__init__`."""
    paths = {
        path.relative_to(HELPERS).with_suffix(""): path
        for path in HELPERS.rglob("*.py")
        if "data" not in path.parts
    }
    return {
        ".".join(name.parts).removesuffix(".__init__"): path
        for name, path in paths.items()
        if len(name.parts) > 1 or name.name[0] != "_"
    }


MODULES = modules()


def imports(name: str) -> set[str]:
    """The modules of this project that a module imports, wherever in its file the import stands."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "helpers":
            home = node.module.removeprefix("helpers").lstrip(".")
            inner = {f"{home}.{alias.name}".lstrip(".") for alias in node.names}
            found |= {module if module in MODULES else home for module in inner}
    return found - {name, ""}


def room(name: str) -> str:
    return name.split(".")[0]


def arrows() -> set[tuple[str, str]]:
    return {
        (room(name), room(other)) for name in MODULES for other in imports(name) if room(name) != room(other)
    }


def test_the_readme_lists_every_room_and_no_other():
    entries = [
        path
        for path in HELPERS.iterdir()
        if path.name not in ("__init__.py", "__main__.py", "README.md", "data", "__pycache__")
    ]
    assert sorted(ROOMS) == sorted(path.stem for path in entries)
    assert len(entries) <= MOST_ENTRIES


def test_arrows_between_rooms_run_down_the_table(capsys):
    found = arrows()
    with capsys.disabled():
        print(f"\n{len(found)} arrows between {len(ROOMS)} rooms")
    assert {(name, other) for name, other in found if ROOMS.index(other) > ROOMS.index(name)} == set()
    assert len(found) <= MOST_ARROWS


def test_no_circles_inside_a_room():
    inside = {name: {other for other in imports(name) if room(other) == room(name)} for name in MODULES}
    without_faces = {name: others for name, others in inside.items() if MODULES[name].name != "__init__.py"}
    TopologicalSorter(without_faces).prepare()  # raises CycleError


@pytest.mark.parametrize("name", [name for name in MODULES if MODULES[name].name != "__init__.py"])
def test_nobody_imports_from_inside_another_room(name):
    # The modules of `findings` and `show` are their public names: one a notebook.
    others = {other for other in imports(name) if room(other) != room(name) and "." in other}
    assert {other for other in others if room(other) not in ("findings", "show")} == set()


@pytest.mark.parametrize("name", [name for name in MODULES if MODULES[name].name == "__init__.py"])
def test_every_room_says_what_it_does(name):
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)


def test_the_public_interface():
    assert {"load_corpus", "extract", "check", "verify"} <= set(dir(helpers))
    assert all(getattr(helpers, name) for name in dir(helpers))
