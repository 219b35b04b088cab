"""The commands around a build: what they say, where they write, and how they end."""

import json
import socket
from pathlib import Path

import pytest

from prepbook.cli import main
from prepbook.commands import doctor
from prepbook.runtime.assets import MissingBundleError
from tests.generator.bookmaker import CHAPTER, MKDOCS, write_book


def run(root: Path, *arguments: str) -> int:
    """Run a command in the book."""
    return main(["--config-file", str(root / "mkdocs.yml"), *arguments])


TWO_MISTAKES = {"docs/index.md": CHAPTER.replace("[@A1]", "[@A9]"), "snippets/one/hello.out": "other\n"}
REPORT = (
    "prepbook has 2 findings:\n"
    'docs/index.md:3: claim: expected the id of a claim or a conflict, found "A9". Add it to claims.yml.\n'
    "snippets/one/hello.py: output: expected what its .out file holds, found '- other'. "
    "Correct the program, or record what it prints: prepbook accept one/hello.py\n"
)


@pytest.mark.parametrize("command", ["validate", "build"])
def test_all_findings_are_told_and_the_command_fails(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same words from both, on standard error, and nothing else there."""
    assert run(write_book(tmp_path, **TWO_MISTAKES), command) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", REPORT)


def test_findings_as_json_have_their_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For editors and pipelines: one object a finding, in the order of the report."""
    assert run(write_book(tmp_path, **TWO_MISTAKES), "validate", "--format", "json") == 1
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "file": "docs/index.md",
        "field": "claim",
        "expected": "the id of a claim or a conflict",
        "found": '"A9"',
        "do": "Add it to claims.yml.",
        "line": 3,
    }
    assert second["file"] == "snippets/one/hello.py"


def test_right_book_is_counted_and_not_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`prepbook validate` writes no site."""
    assert run(write_book(tmp_path), "validate") == 0
    assert capsys.readouterr().out == "Nothing is wrong with 1 chapter, 1 snippet, 1 check, 1 claim.\n"
    assert not (tmp_path / "site").exists()


def test_build_writes_the_site_where_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder's name is all that it prints."""
    site = tmp_path / "elsewhere"
    assert run(write_book(tmp_path / "book"), "build", "--site-dir", str(site)) == 0
    assert capsys.readouterr().out == f"{site}\n"
    assert (site / "book.json").exists()
    assert (site / "service-worker.js").exists()


def test_strict_build_stops_on_a_dead_link_and_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The warning comes first, then that it ended the build."""
    changed = {"mkdocs.yml": f"strict: true\n{MKDOCS}", "docs/index.md": f"{CHAPTER}\n[There](nowhere.md)\n"}
    assert run(write_book(tmp_path, **changed), "build") == 1
    warning, end = capsys.readouterr().err.splitlines()
    assert "nowhere.md" in warning
    assert end == "Aborted with 1 warnings in strict mode!"


# name: (what is in mkdocs.yml, the message)
NO_BOOK: dict[str, tuple[str | None, str]] = {
    "no file": (
        None,
        "mkdocs.yml: file: expected a book's settings, found no such file. "
        "Go to the book's folder, name it with -f, or make a book: prepbook new DIR\n",
    ),
    "no plugin": (
        "site_name: A site\n",
        "mkdocs.yml: plugins: expected prepbook among them, found it missing. Add it: plugins: [search, prepbook]\n",
    ),
}


@pytest.mark.parametrize("command", ["validate", "build", "serve", "pdf", "lock", "doctor"])
@pytest.mark.parametrize("mistake", NO_BOOK)
def test_where_there_is_no_book_every_command_says_so(
    command: str, mistake: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, without a traceback; the doctor looks at the machine all the same."""
    content, expected = NO_BOOK[mistake]
    if content:
        (tmp_path / "mkdocs.yml").write_text(content, encoding="utf-8")
    if command == "doctor" and content is None:
        assert run(tmp_path, command) == 0
    else:
        (tmp_path / "docs").mkdir()
        assert run(tmp_path, command) == 1
        assert capsys.readouterr().err == f"{tmp_path}/{expected}"


def test_port_that_is_taken_is_refused_before_anything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Building first would let an author wait for nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert run(tmp_path, "serve", "--port", str(port)) == 1
    assert capsys.readouterr().err == (
        f"serve: --port: expected a port that is free, found {port}. Try another: --port {port % 60000 + 1}\n"
    )


def test_doctor_tells_what_is_there_and_how_to_get_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What only some commands need is named with them, and is no failure."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PREPBOOK_CHROMIUM", str(tmp_path / "chromium"))
    assert run(tmp_path, "doctor") == 0
    said = capsys.readouterr().out
    assert "ok       web bundle and Pyodide: Pyodide " in said
    assert "absent   Chromium, for prepbook pdf. Run: sudo apt-get install chromium" in said
    assert "absent   Node, only to develop prepbook" in said
    assert said.endswith("\nBooks can be built.\n")


def test_doctor_fails_where_no_book_can_be_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A checkout without its bundle, or a damaged installation."""

    def missing() -> None:
        raise MissingBundleError

    monkeypatch.setattr(doctor, "read_runtime_assets", missing)
    assert run(tmp_path, "doctor") == 1
    assert "MISSING  web bundle and Pyodide, which every site carries. Run: pip install" in capsys.readouterr().out


def test_doctor_finds_that_packages_are_not_locked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The book's own needs count too."""
    packages = MKDOCS.replace("pillars:", 'packages: ["pygal"]\n      pillars:')
    assert run(write_book(tmp_path, **{"mkdocs.yml": packages}), "doctor") == 1
    assert "MISSING  wheels of the book's packages, found none. Run: prepbook lock" in capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with a line of its own."""
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    for command in ("new", "serve", "validate", "build", "pdf", "accept", "lock", "doctor"):
        assert f"\n    {command} " in said
