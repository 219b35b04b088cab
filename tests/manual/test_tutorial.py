"""The tutorial does what it says."""

from pathlib import Path

import pytest

from tests.manual.tutorial import Reader, Step, pattern, steps

TUTORIAL = Path(__file__).parents[2] / "manual" / "docs" / "tutorial.md"
BY_HAND = ["$ python -m venv .venv", "$ . .venv/bin/activate", "$ pip install prepbook"]


@pytest.mark.slow
def test_every_step_of_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    """In an empty folder: files are written, commands are run, and each prints what stands under it."""
    reader = Reader(tmp_path)
    for step in steps(TUTORIAL.read_text(encoding="utf-8")):
        reader.follow(step)
    book = tmp_path / "first-book"
    assert "spread/ranges.py" in (book / "site" / "spread" / "index.html").read_text(encoding="utf-8")
    assert (book / "dist" / "handbook.pdf").read_bytes().startswith(b"%PDF-")


def test_only_the_installation_is_left_to_the_reader() -> None:
    """Those three lines alone no test runs here; tests/site/test_package.py installs the wheel."""
    text = TUTORIAL.read_text(encoding="utf-8")
    block = text.split("{ .console .by-hand }\n")
    assert len(block) == 2
    assert block[1].split("\n```")[0].splitlines() == BY_HAND


def test_reader_notices_what_is_not_as_the_tutorial_says(tmp_path: Path) -> None:
    """Another output, and a change of lines that aren't there."""
    reader = Reader(tmp_path)
    (tmp_path / "note.txt").write_text("one\n", encoding="utf-8")
    reader.follow(Step(1, "console", "", ("$ cat note.txt", "one")))
    with pytest.raises(AssertionError, match=r"cat note\.txt"):
        reader.follow(Step(1, "console", "", ("$ cat note.txt", "two")))
    with pytest.raises(AssertionError, match=r"line 3: note\.txt doesn't hold once: two"):
        reader.follow(Step(3, "diff", "note.txt", ("-two", "+three")))


def test_an_ellipsis_stands_for_what_is_left_out() -> None:
    """In a line for a part of it, alone for any lines."""
    assert pattern("found … MB\n…\nend").fullmatch("found 3 MB\na\nb\nend")
    assert not pattern("found … MB\nend").fullmatch("found 3\nMB\nend")
