"""The wheel holds all that a book needs: made without Node and without a network, it runs in a browser."""

import functools
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.hosts import serving

ROOT = Path(__file__).parents[2]
LARGEST_MB = 20  # 15 in November 2026, nearly all of it Pyodide, its library and the snapshot


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of the working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (wheel,) = folder.glob("prepbook-*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the wheel is installed, and nothing else: what it needs is in this environment."""
    folder = tmp_path_factory.mktemp("installed")
    line = ["uv", "pip", "install", "--quiet", "--offline", "--no-deps", "--target", str(folder), str(wheel)]
    subprocess.run(line, check=True)
    return folder


@functools.cache
def without_network() -> tuple[str, ...]:
    """Return how a command starts that reaches no network; nothing where the system has no such way."""
    unshare = shutil.which("unshare")
    if unshare and subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode == 0:
        return (unshare, "-rn")
    return ()


@pytest.fixture(scope="module")
def site_url(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Make a new book by the installed command, build it, and serve it. Yields the URL."""
    book = tmp_path_factory.mktemp("new") / "book"
    nowhere = "http://127.0.0.1:9"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PREPBOOK"))},
        "PYTHONPATH": str(installed),
        "PATH": str(book.parent),  # without Node, git, or anything
        "http_proxy": nowhere,
        "https_proxy": nowhere,
    }
    for folder, *arguments in ((book.parent, "new", str(book)), (book, "build")):
        line = [*without_network(), sys.executable, "-m", "prepbook.cli", *arguments]
        done = subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
    with serving(book / "site") as url:
        yield url


def test_wheel_is_small_enough_and_names_the_licenses_of_what_it_carries(wheel: Path) -> None:
    """Bundle, Pyodide, snapshot, fonts, templates, the new book, and a notice for each work of others."""
    assert wheel.stat().st_size < LARGEST_MB * 1e6
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        notices = archive.read("prepbook/static/NOTICES.txt").decode()
    for part in ("static/main-", "static/pyodide.asm-", "static/snapshot-", "static/fonts/", "static/offline.json"):
        assert any(name.startswith(f"prepbook/{part}") for name in names), part
    for part in ("templates/print/print.css", "templates/theme/main.html", "templates/serve/panel.html", "py.typed"):
        assert f"prepbook/{part}" in names
    for part in (".github/workflows/book.yml", ".gitignore", "snippets/medians/outlier.out"):
        assert f"prepbook/templates/book/{part}" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    for work in (
        "pyodide 3",
        "Python's standard library: PSF",
        "@codemirror/view",
        "source-serif-4",
        "pytest 9",
        "leather",
    ):
        assert work in notices
    assert not [name for name in names if "__pycache__" in name or "/." in name.replace("/.git", "/git")]


def test_book_made_from_the_wheel_alone_runs_in_a_browser(site_url: str, page: Page) -> None:
    """Without Node and network it was built; a reader's Run prints what the page says it prints."""
    page.goto(site_url)
    snippet = page.locator('[data-snippet="medians/outlier.py"]')
    snippet.get_by_role("button", name="Run").click()
    expect(snippet).to_have_attribute("data-state", "done", timeout=60_000)
    expect(snippet.locator("[data-output]")).to_contain_text("one slow: mean 897 ms, median 125 ms")
