"""The house: which room may import which, read from the imports themselves, and what `helpers/README.md` says
of it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

import helpers

HELPERS = Path(helpers.__file__).parent
README = (HELPERS / "README.md").read_text(encoding="utf-8")
ROOMS = re.findall(r"^\| `([\w/]+?)/?(?:\.py)?` \|", README, re.MULTILINE)
MOST_ENTRIES = 16  # in `helpers/`, besides the package's own files and the data
MOST_ARROWS = 41  # between rooms; the last from `accuracy` to `names`, whose weights it fits
MOST_LINES = 300  # of a module
LONGEST_PATTERN = 300  # characters of its own, beside the named parts put into it
# Over a limit today. One that has come below it must leave the list, and no other may enter it.
LONG_MODULES: set[str] = set()
LONG_PATTERNS: set[str] = set()


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


@cache
def tree(name: str) -> ast.Module:
    """A module as Python reads it; nobody changes it."""
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


@cache
def imports(name: str) -> set[str]:
    """The modules of this project that a module imports, wherever in its file the import stands."""
    found = set()
    for node in ast.walk(tree(name)):
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
    assert ast.get_docstring(tree(name))


def test_the_public_interface():
    assert {"load_corpus", "extract", "check", "verify"} <= set(dir(helpers))
    assert all(getattr(helpers, name) for name in dir(helpers))


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_no_longer_than_a_reader_keeps_in_mind(name):
    lines = len(MODULES[name].read_text(encoding="utf-8").splitlines())
    assert (lines > MOST_LINES) == (name in LONG_MODULES)


def own_text(node: ast.AST) -> int:
    """How many characters of an expression are its own: text that is written out, not put in by a name."""
    return sum(
        len(part.value)
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and type(part.value) is str
    )


def patterns(module: ast.Module) -> Iterator[ast.AST]:
    """The first argument of every call of `re`, and every text that is a part of a pattern by its look."""
    for node in ast.walk(module):
        called = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args
        if called and "VERBOSE" not in ast.unparse(node):
            yield node.args[0]
        if isinstance(node, ast.Assign) and re.search(r"\(\?[:P=!<]|\\\\[bsdwW]", ast.unparse(node.value)):
            yield from (
                part for part in ast.walk(node.value) if isinstance(part, (ast.JoinedStr, ast.Constant))
            )


@pytest.mark.parametrize("name", MODULES)
def test_long_patterns_are_put_together_from_named_parts(name):
    lengths = [own_text(node) for node in patterns(tree(name))]
    assert (max(lengths, default=0) > LONGEST_PATTERN) == (name in LONG_PATTERNS)


def public(name: str) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The functions and classes of a module that others may use."""
    for node in tree(name).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name[0] != "_":
            yield node


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_says_in_a_sentence_what_it_is(name):
    for node in public(name):
        assert re.search(r"\w{2}.*[.:?)”\"]", ast.get_docstring(node) or "", re.DOTALL), node.name


@pytest.mark.parametrize("name", MODULES)
def test_what_makes_a_table_of_something_says_more_than_its_name(name):
    # Which rows, which columns, what of nothing: more than one clause.
    for node in public(name):
        makes = (
            isinstance(node, ast.FunctionDef) and node.returns and "DataFrame" in ast.unparse(node.returns)
        )
        if makes and (node.args.args or node.args.kwonlyargs):
            clauses = re.findall(r"[.:;,](?=\s|$)", ast.get_docstring(node))
            assert len(clauses) >= 2, f"{node.name}: {ast.get_docstring(node)}"


def paths_named() -> list[str]:
    """Files and folders that the README names, but for those that stand for any (`NAME.txt`)."""
    named = re.findall(r"`([\w./]+)`", README)
    return sorted(
        {one for one in named if re.search(r"/|\.\w", one) and not re.search(r"NAME|N_name|ROOM", one)}
    )


@pytest.mark.parametrize("path", paths_named())
def test_paths_that_the_readme_names_exist(path):
    # A path is written from `helpers/`, from the top, or, a file of each folder of a kind, by its name alone.
    assert (HELPERS / path).exists() or (HELPERS.parent / path).exists() or [*HELPERS.parent.rglob(path)]


@pytest.mark.parametrize("name", re.findall(r"`_?([A-Z]{4,}|[a-z]+_[a-z_]+)`", README))
def test_names_that_the_readme_says_to_open_exist(name):
    text = "".join(path.read_text(encoding="utf-8") for path in HELPERS.rglob("*.py"))
    lists = "".join(path.read_text(encoding="utf-8").split("\n")[0] for path in HELPERS.rglob("*.csv"))
    assert re.search(rf"\b_?{name}\b", text + lists)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_nothing_is_defined_twice(name):
    """A merge can leave a definition beside its twin without a conflict; a second one may only refine the first."""
    known: set[str] = set()
    for node in tree(name).body:
        if isinstance(node, ast.Assign):
            defined = {target.id for target in node.targets if isinstance(target, ast.Name)}
            refined = {part.id for part in ast.walk(node.value) if isinstance(part, ast.Name)}
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            defined, refined = {node.name}, set()
        else:
            continue
        assert not (known & defined) - refined
        known |= defined


def towers() -> Iterator[list[tuple[str, str]]]:
    """The tables of classes in docstrings, each class with its file, from the top down."""
    for name in MODULES:
        for node in tree(name).body:
            text = ast.get_docstring(node) if isinstance(node, ast.ClassDef) else ""
            if rows := re.findall(r"^ +(\w+) {2,}(\w+)\.py {2,}\w", text or "", re.MULTILINE):
                yield rows


def test_classes_that_stand_on_each_other_are_told_as_they_do():
    assert list(towers())
    for rows in towers():
        homes = dict(rows)
        defined = {
            node.name: [ast.unparse(base) for base in node.bases]
            for name in MODULES
            for node in tree(name).body
            if isinstance(node, ast.ClassDef) and homes.get(node.name) == name.split(".")[-1]
        }
        for (one, _), (below, _) in pairwise(rows):
            assert defined[one] == [below], f"{one} stands on {defined[one]}, and its table says {below}"


def test_a_set_of_words_stands_with_the_only_room_that_asks_for_it():
    asked: dict[str, set[str]] = {}
    for name, path in MODULES.items():
        for called in re.findall(r"word_set\(\s*[\"'](\w+)[\"']", path.read_text(encoding="utf-8")):
            asked.setdefault(called, set()).add(room(name))
    for path in (HELPERS / "data").glob("*/word_sets.csv"):
        own = path.parent.name
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            name = line.split(",")[0]
            assert own == "texts" or asked.get(name, {own}) == {own}, (
                name
            )  # several rooms ask: into that of `texts`
