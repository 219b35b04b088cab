"""The rooms stay apart: who may import whom."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STANDARD = set(sys.stdlib_module_names)

# room: the modules that its files may import besides the standard library (None: anything but what is forbidden)
ALLOWED: dict[str, set[str] | None] = {
    "src/prepbook_grader": {"prepbook_grader", "pytest", "_pytest", "pyodide", "pyodide_js", "js"},
    "checks": {"answer", "model", "pytest"},
    "snippets": set(),
    "examples": {"answer", "model", "pytest"},
    "src/prepbook": None,
}
FORBIDDEN = {"tests", "scripts"}


def imports(path: Path) -> Iterator[str]:
    """Yield the top-level name of every module a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("room", ALLOWED)
def test_room_imports_only_what_it_may(room: str) -> None:
    """An import that points the wrong way is named with its file."""
    allowed = ALLOWED[room]
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    wrong = [
        f"{file.relative_to(ROOT)}: {name}"
        for file in files
        for name in imports(file)
        if name in FORBIDDEN or (allowed is not None and name not in STANDARD | allowed)
    ]
    assert wrong == []


def test_web_knows_nothing_of_the_generator() -> None:
    """The page's side names the grader's entry points, never the generator."""
    for file in (ROOT / "src" / "web").rglob("*.js"):
        assert "import prepbook\n" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_modules_stay_small(folder: str) -> None:
    """No module of ours passes 300 lines."""
    files = [*(ROOT / folder).rglob("*.py"), *(ROOT / folder).rglob("*.js"), *(ROOT / folder).rglob("*.mjs")]
    long = {
        file.relative_to(ROOT).as_posix(): count
        for file in files
        if "static" not in file.parts
        for count in [len(file.read_text(encoding="utf-8").splitlines())]
        if count > 300
    }
    assert long == {}
