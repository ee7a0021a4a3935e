"""Which notebooks the collection has, and what each asks. Reads their files and runs nothing."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path

from helpers.run.choices import ParameterError
from helpers.texts import nearest, shown

__all__ = ["NOTEBOOKS", "find_notebooks", "question"]

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def find_notebooks(names: Sequence[str] = (), commands: Collection[str] = ()) -> list[Path]:
    """The notebooks of the collection in their order, or those named ("1_timeline", "timeline", "1" and
    "1_timeline.ipynb" all work).

    Raises:
        ParameterError: for a name that is none, with the nearest one; if that is one of the other `commands`, it
            alone.
    """
    paths = sorted(NOTEBOOKS.glob("*.ipynb"))
    if not names:
        return paths
    known = {
        key: path
        for path in paths
        for key in (path.stem, path.name, path.stem.partition("_")[0], path.stem.partition("_")[2])
    }
    chosen, problems = set(), []
    meant = nearest(names[0], [*known, *commands])
    if meant in commands and names[0] not in known:
        raise ParameterError(
            f"there is no notebook {shown(names[0])}; did you mean the command {meant!r}? "
            f"It comes first: python -m helpers {meant} --help"
        )
    for name in names:
        plain = Path(name).name
        if plain in known:
            chosen.add(known[plain])
        else:
            near = nearest(plain, known)
            hint = f"did you mean {known[near].stem!r}? " if near else ""
            problems.append(
                f"there is no notebook {shown(name)}; {hint}there are: {', '.join(path.stem for path in paths)}"
            )
    if problems:
        raise ParameterError("\n".join(problems))
    return [path for path in paths if path in chosen]


def question(notebook: Path) -> str:
    """The question a notebook asks: its first heading, without the number."""
    source = json.loads(notebook.read_text(encoding="utf-8"))["cells"][0]["source"]
    heading = "".join(source).splitlines()[0].lstrip("# ")
    return heading.partition("· ")[2] or heading
