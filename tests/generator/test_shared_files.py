"""A data file that several checks name: each sees it under its base name, and the site carries it once."""

import json
from pathlib import Path

import pytest

from tests.generator.bookmaker import CHAPTER, CHECK, FILES, build_book, write_book

DOUBLE, TWIN = "checks/basics/double", "checks/basics/twin"
SHARED = "../shared/words.json"
READING = 'import json\n\nWORDS = json.load(open("words.json"))\n\n\ndef double(x):\n    return x + x\n'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a book with two checks whose solutions read one file."""
    files: dict[str, str | None] = {
        name.replace(DOUBLE, TWIN): text for name, text in FILES.items() if name.startswith(DOUBLE)
    }
    for folder in (DOUBLE, TWIN):
        files[f"{folder}/check.yml"] = f"{CHECK}files: [{SHARED}]\n"
        files[f"{folder}/solution.py"] = READING
    chapter = CHAPTER + "\n``` check\ntwin\n```\n"
    root = tmp_path_factory.mktemp("book")
    return build_book(
        write_book(root, **files, **{"docs/index.md": chapter, "checks/basics/shared/words.json": '["word"]\n'})
    )


def test_each_check_is_given_the_file_by_its_base_name(site: Path) -> None:
    """Both solutions read it, or the book wouldn't have been built; both pages hand it in under that name."""
    payloads = [json.loads(path.read_text(encoding="utf-8")) for path in site.rglob("checks/*.json")]
    assert [list(payload["files"]) for payload in payloads] == [["words.json"], ["words.json"]]


def test_site_carries_a_shared_file_once(site: Path) -> None:
    """A reader of one of the checks already has the other's data."""
    assert [path.read_text(encoding="utf-8") for path in site.rglob("words*.json")] == ['["word"]\n']


def test_folder_of_shared_files_is_no_check(site: Path) -> None:
    """Only a folder with a check.yml is one."""
    book = json.loads((site / "book.json").read_text(encoding="utf-8"))
    assert sorted(check["id"] for check in book["checks"]) == ["double", "twin"]
