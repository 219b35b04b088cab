"""`prepbook new`: a book that is complete at once, and checks that say what is left to write."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from prepbook.cli import main
from prepbook.kinds import KINDS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a new book; its reports are the repository's, for they depend on nothing but their content."""
    folder = tmp_path / "book"
    assert main(["new", str(folder)]) == 0
    (folder / ".cache").symlink_to(ROOT / ".cache")
    return folder


def run(book: Path, *arguments: str) -> int:
    """Run a command in the book."""
    return main(["--config-file", str(book / "mkdocs.yml"), *arguments])


def findings(book: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """Return what `prepbook validate` finds."""
    capsys.readouterr()
    run(book, "validate", "--format", "json")
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return found


def test_new_book_builds_strictly_with_a_check_of_each_common_kind(book: Path, tmp_path: Path) -> None:
    """Nothing has to be filled in first."""
    assert run(book, "build", "--site-dir", str(tmp_path / "site")) == 0
    listed = json.loads((tmp_path / "site" / "book.json").read_text(encoding="utf-8"))
    kinds = {check["kind"] for check in listed["checks"]}
    assert kinds == {"code", "quiz", "number", "order", "match", "rubric", "simulation"}
    assert listed["claims"] == [{"id": "A1", "cited_on": [""]}]


@pytest.mark.slow
def test_new_book_passes_its_own_tests(book: Path) -> None:
    """They are an author's first net, so they must hold from the first minute."""
    line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(book), str(book / "tests")]
    done = subprocess.run(line, cwd=book, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_new_book_is_not_made_over_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What lies in a folder is its owner's; a fresh repository may be filled."""
    (tmp_path / ".git").mkdir()
    assert main(["new", str(tmp_path)]) == 0
    assert main(["new", str(tmp_path)]) == 1
    expected = f"{tmp_path}: folder: expected an empty folder, or none, found files in it. Choose another name.\n"
    assert capsys.readouterr().err == expected


def test_new_check_of_every_kind_lacks_only_its_words(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each TODO is a finding with its line; with the words written, and shown in a chapter, nothing is wrong."""
    for kind in KINDS:
        assert run(book, "new", "check", f"my-{kind}", "--kind", kind, "--pillar", "systems") == 0
    (book / "docs" / "index.md").open("a").writelines(f"\n``` check\nmy-{kind}\n```\n" for kind in KINDS)
    found = findings(book, capsys)
    told = {finding["file"].split("/")[2].removeprefix("my-") for finding in found if finding["field"] == "TODO"}
    assert told == set(KINDS)
    others = [finding for finding in found if finding["field"] != "TODO"]
    assert [(finding["field"], finding["found"]) for finding in others] == [("parts", '"TODO"')]
    assert all(finding["line"] for finding in found if finding["field"] == "TODO")
    for file in book.glob("checks/systems/my-*/**/*.*"):
        text = file.read_text(encoding="utf-8").replace("check: TODO", "check: median")
        file.write_text(re.sub(r"\bTODO\b:?", "It says:", text), encoding="utf-8")
    assert findings(book, capsys) == []


def test_todo_of_a_check_stops_the_build_and_one_for_readers_does_not(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What readers start from may leave them something to do; what they are told may not."""
    folder = book / "checks" / "summaries" / "median"
    (folder / "starter.py").write_text("# TODO: write this\ndef median(values): ...\n", encoding="utf-8")
    (folder / "prompt.md").write_text("Write it.\n\nTODO: say more.\n", encoding="utf-8")
    assert run(book, "validate") == 1
    assert capsys.readouterr().err == (
        "prepbook has 1 finding:\n"
        "checks/summaries/median/prompt.md:3: TODO: expected what the author has to say, found TODO: say more. "
        "Write it, and drop the TODO.\n"
    )


KINDS_IN_WORDS = "code, quiz, number, order, match, classify, placement, simulation, rubric, mock"

# name: (what is typed after `new check`, what is said)
REFUSED: dict[str, tuple[list[str], str]] = {
    "an id that exists": (
        ["median", "--kind", "quiz"],
        'new check: ID: expected an id that no check has, found "median", the id of checks/summaries/median. '
        "Choose another.",
    ),
    "no id": (
        ["Über Median", "--kind", "quiz"],
        'new check: ID: expected small letters, digits and hyphens, a letter first, found "Über Median". '
        'Write "ber-median", for instance.',
    ),
    "unknown kind": (
        ["fresh", "--kind", "quizz"],
        f'new check: --kind: expected one of {KINDS_IN_WORDS}, found "quizz". Did you mean "quiz"?',
    ),
    "no kind": (["fresh"], f"new check: --kind: expected one of {KINDS_IN_WORDS}, found none. Choose one of them."),
    "a pillar unlike any": (
        ["fresh", "--kind", "quiz", "--pillar", "xyz"],
        'new check: --pillar: expected one of summaries, systems, found "xyz". '
        "Choose one of them, or add it to pillars in mkdocs.yml.",
    ),
    "unknown pillar": (
        ["fresh", "--kind", "quiz", "--pillar", "system"],
        'new check: --pillar: expected one of summaries, systems, found "system". Did you mean "systems"?',
    ),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_refusal_says_what_to_type_instead(mistake: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and the message is one line."""
    arguments, expected = REFUSED[mistake]
    before = sorted(book.rglob("check.yml"))
    capsys.readouterr()
    assert run(book, "new", "check", *arguments) == 1
    assert capsys.readouterr().err == f"{expected}\n"
    assert sorted(book.rglob("check.yml")) == before


def test_kind_without_the_word_check_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Else a folder named like the check would become a book."""
    assert main(["new", str(tmp_path / "fresh"), "--kind", "quiz"]) == 1
    assert "expected a folder alone, or: new check ID --kind KIND" in capsys.readouterr().err
    assert not (tmp_path / "fresh").exists()


def test_book_without_pillars_is_told_to_name_some(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check stands in the folder of one."""
    config = book / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").split("plugins:")[0] + "plugins: [prepbook]\n", "utf-8")
    capsys.readouterr()
    assert run(book, "new", "check", "fresh", "--kind", "quiz") == 1
    assert capsys.readouterr().err == (
        "mkdocs.yml: pillars: expected at least one, found none. "
        "Name the folders of checks/ there: pillars: {basics: The basics}\n"
    )


def test_check_needs_a_book_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside of one, the file that makes a book is named."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "check", "fresh", "--kind", "quiz"]) == 1
    assert capsys.readouterr().err == (
        "mkdocs.yml: file: expected a book's settings, found no such file. "
        "Go to the book's folder, name it with -f, or make a book: prepbook new DIR\n"
    )
