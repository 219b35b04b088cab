"""The list for reading offline names every file of the built site, exactly, and what each page needs."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from prepbook.offline import REVISION
from tests.generator.bookmaker import CHAPTER, MKDOCS, build_book, write_book

DATA_CHECK: dict[str, str | None] = {
    "checks/basics/double/numbers.jsonl": "1\n2\n",
    "docs/more.md": "# Another page\n\n![A picture](picture.png), [a paper](paper.pdf).\n",
    "docs/picture.png": "not really a picture",
    "docs/paper.pdf": "not really a paper",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small book with two pages, a picture and data."""
    root = tmp_path_factory.mktemp("book")
    check = "\nfiles: [numbers.jsonl]\n"
    write_book(root, **DATA_CHECK)
    with (root / "checks/basics/double/check.yml").open("a", encoding="utf-8") as file:
        file.write(check)
    return build_book(root)


def edition_of(site: Path) -> dict[str, Any]:
    """Return the list that the service worker imports."""
    script = (site / "service-worker.js").read_text(encoding="utf-8")
    name = script.partition('importScripts("')[2].partition('"')[0]
    text = (site / name).read_text(encoding="utf-8")
    edition: dict[str, Any] = json.loads(text.partition(" = ")[2].rstrip(";\n"))
    assert edition["edition"] in name
    return edition


def test_every_file_is_listed_with_its_size_and_hash(built: Path) -> None:
    """All but the worker and the list itself; a page is known by the revision it carries."""
    listed = edition_of(built)["files"]
    own = {"service-worker.js", *(path.relative_to(built).as_posix() for path in built.rglob("edition-*.js"))}
    assert set(listed) | own == {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    for name, entry in listed.items():
        content = (built / name).read_bytes()
        assert entry["bytes"] == len(content), name
        if entry["group"] == "page":
            assert f'data-revision="{entry["revision"]}"' in content.decode()
            assert REVISION not in content.decode()
        else:
            assert entry["revision"] == hashlib.sha256(content).hexdigest(), name


def test_runtime_is_kept_apart_with_its_roles(built: Path) -> None:
    """The files that the runtime's manifest names, and the manifest, are one group; what loads on demand another."""
    listed = edition_of(built)["files"]
    manifest = next(built.glob("assets/prepbook/runtime-*.json"))
    assets = json.loads(manifest.read_text(encoding="utf-8"))["assets"]
    roles = {name: entry["role"] for name, entry in listed.items() if entry["group"] == "runtime"}
    expected = {asset["url"]: name for name, asset in assets.items()}
    assert roles == {**expected, manifest.relative_to(built).as_posix(): "manifest"}
    tools = {Path(name).name.split("-")[1] for name, entry in listed.items() if entry["group"] == "tool"}
    assert tools == {"chart", "editor", "mock", "readiness", "rubric", "simulation", "tasks"}


def test_page_needs_what_it_names_and_what_that_names(built: Path) -> None:
    """A check's payload, the data it reads, a picture; not a paper it links to, not Python."""
    edition = edition_of(built)
    home = edition["files"]["index.html"]["needs"]
    assert [Path(name).name.partition("-")[0] for name in home] == ["double", "numbers"]
    assert edition["files"]["more/index.html"]["needs"] == ["picture.png"]
    common = {Path(name).name.partition("-")[0].partition(".")[0] for name in edition["common"]}
    assert {"main", "chunk", "style", "bundle"} <= common, "chunk: what main imports"


def test_only_names_that_change_with_the_content_are_fixed(built: Path) -> None:
    """Pages, pictures and the search index are asked about again; hashed files are not."""
    fixed = {name for name, entry in edition_of(built)["files"].items() if entry.get("fixed")}
    assert all(name.startswith("assets/") for name in fixed)
    assert not fixed & {"assets/images/favicon.png", "picture.png", "sitemap.xml", "index.html"}
    assert {name for name in fixed if name.startswith("assets/stylesheets/main.")}


def test_same_book_has_the_same_edition_and_a_changed_page_another(built: Path, tmp_path: Path) -> None:
    """Pages that didn't change keep their revision, so that nobody is asked to reload them."""
    first = edition_of(build_book(write_book(tmp_path / "a")))
    again = edition_of(build_book(write_book(tmp_path / "b")))
    changed = {"docs/index.md": CHAPTER.replace("# A chapter", "# Another chapter")}
    other = edition_of(build_book(write_book(tmp_path / "c", **changed)))
    assert first == again
    assert first["edition"] != other["edition"]
    assert first["files"]["index.html"]["revision"] != other["files"]["index.html"]["revision"]


def test_book_that_turned_it_off_publishes_the_kill_switch(tmp_path: Path) -> None:
    """A worker that unregisters itself, and pages that register none."""
    mkdocs = MKDOCS.replace("  - prepbook:", "  - prepbook:\n      offline: false")
    site = build_book(write_book(tmp_path, **{"mkdocs.yml": mkdocs}))
    script = (site / "service-worker.js").read_text(encoding="utf-8")
    assert "unregister" in script
    assert "importScripts" not in script
    assert not list(site.rglob("edition-*.js"))
    assert "data-offline" not in (site / "index.html").read_text(encoding="utf-8")
