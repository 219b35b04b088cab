"""A book's own packages: found once, locked, fetched by hash, and at hand where its programs are proven."""

import json
from pathlib import Path

import pytest

from prepbook.cli import main
from tests.generator.bookmaker import CHAPTER, FILES, MKDOCS, build_book, report_of, write_book
from tests.generator.wheelmaker import FOR_PYODIDE, make_wheel, only_index

LOCK = "pyodide-lock.json"
CHART = {
    "pb_chart/__init__.py": (
        "import pathlib\nimport pb_ink\n\ndef draw():\n"
        "    return pathlib.Path(__file__).with_name('frame.txt').read_text() + pb_ink.COLOR\n"
    ),
    "pb_chart/frame.txt": "framed ",
}
PROGRAM = "import pb_chart\n\nprint(pb_chart.draw())\n"


def asking_for(*packages: str) -> str:
    """Return mkdocs.yml with these packages."""
    return MKDOCS.replace("pillars:", f"packages: {json.dumps(packages)}\n      pillars:")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of all wheels there are: a chart, which needs ink, and some that no page can use."""
    folder = tmp_path / "index"
    only_index(folder, monkeypatch)
    make_wheel(folder, "pb-chart", CHART, needs=("pb-ink",))
    make_wheel(folder, "pb-ink", {"pb_ink.py": "COLOR = 'teal'\n"})
    make_wheel(folder, "pb-linux", {"pb_linux.py": ""}, tag="cp314-cp314-manylinux_2_28_x86_64")
    make_wheel(folder, "pb-compiled", {"pb_compiled.py": ""}, tag=FOR_PYODIDE)
    make_wheel(folder, "pb-lexer", {"pb_lexer.py": ""}, needs=("pb-colors",))
    make_wheel(folder, "pb-colors", {"pb_colors.py": ""}, needs=("pygments",))
    make_wheel(folder, "pygments", {"pygments/__init__.py": ""}, version="2.21.0")
    make_wheel(folder, "pb-old", {"pb_old.py": ""}, needs=("pluggy<1",))
    return folder


@pytest.fixture
def book(tmp_path: Path, index: Path) -> Path:
    """Return the small book, with a program that draws a chart, and a cache of its own for wheels."""
    root = tmp_path / "book"
    files = {"mkdocs.yml": asking_for("pb-chart"), "snippets/one/hello.py": PROGRAM}
    write_book(root, **files, **{"snippets/one/hello.out": "framed teal\n"})
    (root / ".cache").unlink()
    return root


def lock(book: Path) -> int:
    """Run `prepbook lock` in the book."""
    return main(["--config-file", str(book / "mkdocs.yml"), "lock"])


@pytest.mark.slow
def test_a_locked_book_is_proven_and_published_with_its_packages(book: Path, index: Path) -> None:
    """The lock names files by hash and no host; a later build needs neither index nor network."""
    assert lock(book) == 0
    text = (book / LOCK).read_text(encoding="utf-8")
    assert set(json.loads(text)["packages"]) == {"pb-chart", "pb-ink"}
    assert "://" not in text
    site = build_book(book)
    (listed,) = (site / "assets/prepbook").glob("pyodide-lock-*.json")
    packages = json.loads(listed.read_text(encoding="utf-8"))["packages"]
    assert {"prepbook-grader", "pytest", "pb-chart", "pb-ink"} <= set(packages)
    carried = listed.parent / packages["pb-chart"]["file_name"]
    assert carried.read_bytes() == (index / carried.name).read_bytes()
    for wheel in index.glob("*.whl"):
        wheel.unlink()
    build_book(book)


def test_a_lock_of_the_same_packages_has_the_same_bytes(book: Path) -> None:
    """Its history shows what changed, and nothing else."""
    lock(book)
    first = (book / LOCK).read_bytes()
    lock(book)
    assert (book / LOCK).read_bytes() == first


def test_a_book_without_packages_needs_no_pip_no_node_and_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The default costs nothing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    only_index(tmp_path / "nothing", monkeypatch)
    root = write_book(tmp_path / "book", **{"snippets/one/hello.py": FILES["snippets/one/hello.py"] + "\n"})
    build_book(root)
    assert not (root / LOCK).exists()


# name: (what mkdocs.yml asks for, what `prepbook lock` says)
REFUSED: dict[str, tuple[str, str]] = {
    "no wheel for Pyodide": (
        "pb-linux",
        "mkdocs.yml: packages: expected projects with a wheel that is pure Python or for pyemscripten_2026_0, "
        "found none of pb-linux. Do without it, or ask its authors for a wheel for Pyodide (PEP 783).",
    ),
    "not the name of a package": (
        "pb chart",
        'mkdocs.yml: packages: expected the name of a package, with a version if need be, found "pb chart". '
        'Write "pygal" or "pygal==3.1".',
    ),
    "one that needs what pages have in part": (
        "pb-lexer",
        "mkdocs.yml: packages: expected packages that need no pygments, of which pages have a part only, "
        "found pb-colors. Do without it.",
    ),
    "one that doesn't go with pytest": (
        "pb-old",
        "mkdocs.yml: packages: expected packages that fit together and with pytest, found "
        '"Cannot install pb-old==1.0 because these package versions have conflicting dependencies". '
        "Ask for other versions, or add the missing package.",
    ),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_what_cannot_be_locked_is_named(mistake: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`prepbook lock` fails with a finding, and writes no lock."""
    asked, expected = REFUSED[mistake]
    (book / "mkdocs.yml").write_text(asking_for(asked), encoding="utf-8")
    assert lock(book) == 1
    assert capsys.readouterr().err == f"prepbook has 1 finding:\n{expected}\n"
    assert not (book / LOCK).exists()


def test_packages_without_a_lock_stop_the_build(book: Path) -> None:
    """The build never picks versions by itself."""
    expected = f"{LOCK}: file: expected it beside mkdocs.yml, for that has packages, found none. Run: prepbook lock"
    assert report_of(book) == f"prepbook has 1 finding:\n{expected}"


# name: (how the locked book is changed, the finding)
STALE: dict[str, tuple[dict[str, str], str]] = {
    "other packages": (
        {"mkdocs.yml": asking_for("pb-ink", "pb-chart==1.0")},
        f"{LOCK}: packages: expected pb-chart==1.0, pb-ink, as in mkdocs.yml, found pb-chart. Run: prepbook lock",
    ),
    "no packages any more": (
        {"mkdocs.yml": MKDOCS},
        f"{LOCK}: packages: expected none, as in mkdocs.yml, found pb-chart. Run: prepbook lock",
    ),
    "a merge conflict": (
        {LOCK: "<<<<<<<"},
        f"{LOCK}: file: expected a lock of pyodide-lock's format, found JSONDecodeError: Expecting value: line 1 "
        "column 1 (char 0). Run: prepbook lock",
    ),
}


@pytest.mark.parametrize("change", STALE)
def test_a_lock_that_does_not_fit_stops_the_build(change: str, book: Path) -> None:
    """The finding says what to run."""
    lock(book)
    files, expected = STALE[change]
    for name, text in files.items():
        (book / name).write_text(text, encoding="utf-8")
    assert report_of(book) == f"prepbook has 1 finding:\n{expected}"


def test_locking_no_packages_removes_the_lock(book: Path) -> None:
    """Then mkdocs.yml and the folder agree again."""
    lock(book)
    (book / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    assert lock(book) == 0
    assert not (book / LOCK).exists()


def test_a_wheel_with_another_hash_is_refused(book: Path, index: Path) -> None:
    """What an index serves later under the same name isn't what the author locked."""
    lock(book)
    make_wheel(index, "pb-ink", {"pb_ink.py": "COLOR = 'stolen'\n"})
    report = report_of(book)
    assert "packages: expected the wheels that it lists, by hash" in report
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in report


@pytest.mark.slow
def test_a_damaged_wheel_in_the_cache_is_fetched_again(book: Path) -> None:
    """The cache is trusted by hash only."""
    lock(book)
    build_book(book)
    for wheel in (book / ".cache/prepbook/wheels").rglob("*.whl"):
        wheel.write_bytes(b"")
    build_book(book)


def test_a_compiled_package_has_to_be_at_hand_where_the_book_is_built(book: Path) -> None:
    """Its wheel for Pyodide is of no use to CPython, which proves the programs."""
    files = {"mkdocs.yml": asking_for("pb-compiled"), "docs/index.md": CHAPTER}
    for name, text in files.items():
        (book / name).write_text(text, encoding="utf-8")
    assert lock(book) == 0
    assert report_of(book) == (
        "prepbook has 1 finding:\nmkdocs.yml: packages: expected pb-compiled 1.0 in the Python that builds, to prove "
        "programs with, found none. Run: pip install pb-compiled==1.0"
    )
