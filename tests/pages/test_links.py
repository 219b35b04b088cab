"""Each link leads somewhere, and each fragment to its element, wherever the book is put."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import PUBLISHED_AT

Mount = tuple[Path, Path]  # a host's root, and the book's folder below it


@pytest.fixture(params=["", "book"], ids=["at the root", "below a path"])
def mount(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Mount:
    """Return a host with the book at its root or below /book/."""
    if not request.param:
        return site, site
    (tmp_path / request.param).symlink_to(site)
    return tmp_path, tmp_path / request.param


def test_links_and_anchors_resolve(mount: Mount) -> None:
    """Relative ones, and the addresses by which pages name themselves; other sites are left alone."""
    root, book = mount
    command = ["lychee", "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"]
    command += ["--root-dir", str(root), "--remap", f"^{PUBLISHED_AT} file://{book}/"]
    if root == book:
        command += [
            "--exclude-path",
            "404.html",
        ]  # It alone links from the host's root, to where the book was built for
    done = subprocess.run([*command, str(book)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 Total" not in done.stdout
