"""What `prepbook serve` draws again after a change: enough, and no more."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from prepbook.commands.preview import Preview
from prepbook.words import ENGLISH, speak
from tests.generator.bookmaker import CHAPTER, CHECK, FILES, MKDOCS, write_book

URL = "http://127.0.0.1:8000/"
QUIZ = """
kind: quiz
title: Sums
pillar: basics
minutes: 1
questions:
  - prompt: Two and two?
    options:
      - {text: Four, correct: true, feedback: Yes.}
      - {text: Five, feedback: One too many.}
"""
BOOK: dict[str, str | None] = {
    "mkdocs.yml": f"{MKDOCS}  - toc: {{permalink: true}}\n".replace(
        "[pymdownx.superfences]", "\n  - pymdownx.superfences"
    ).replace("plugins:", "validation: {links: {anchors: warn}}\nplugins:\n  - search"),
    "docs/index.md": f"{CHAPTER}\n[There](two.md#a-part)\n",
    "docs/two.md": "# Two\n\n## A part\n\n``` check\nsums\n```\n",
    "docs/three.md": "# Three\n\n## Another part\n\n[Back](two.md#a-part)\n",
    "checks/basics/sums/check.yml": QUIZ,
}

DOUBLE = "checks/basics/double"

# what is changed: (file, its new text, the pages that are drawn again)
CHANGES: dict[str, tuple[str, str, set[str]]] = {
    "nothing": ("docs/three.md", str(BOOK["docs/three.md"]), set()),
    "a page's text": ("docs/three.md", "# Three\n\nOther words.\n", {"three.md"}),
    "the text of a page with a check": ("docs/two.md", f"{BOOK['docs/two.md']}\nMore words.\n", {"two.md"}),
    "a page's title": ("docs/three.md", "# Third\n\n[Back](two.md#a-part)\n", {"index.md", "two.md", "three.md"}),
    "a program": ("snippets/one/hello.py", 'print("he" + "llo")\n', {"index.md"}),
    "a check's text": (f"{DOUBLE}/prompt.md", "Write `double`.\n", {"index.md"}),
    "a check's title, which pages may show": (
        f"{DOUBLE}/check.yml",
        CHECK.replace("Double a number", "Twice a number"),
        {"index.md", "two.md", "three.md"},
    ),
    "a quiz's feedback": ("checks/basics/sums/check.yml", QUIZ.replace("Yes.", "Right."), {"two.md"}),
    "the ledger": (
        "docs/claims.yml",
        FILES["docs/claims.yml"].replace("four", "4"),
        {"index.md", "two.md", "three.md"},
    ),
}


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Return a preview of a book of three pages that has been built once."""
    write_book(tmp_path / "book", **BOOK)
    preview = Preview(Namespace(config_file=str(tmp_path / "book" / "mkdocs.yml")), tmp_path / "site")
    assert not preview.build(URL)
    yield preview
    preview.end()


def write(preview: Preview, file: str, text: str) -> None:
    """Change a file of the book."""
    (preview.folder.parent / "book" / file).write_text(text.lstrip("\n"), encoding="utf-8")


def pages(site: Path) -> dict[str, str]:
    """Return the pages and what search knows of them."""
    files = [*site.rglob("*.html"), site / "book.json"]
    return {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in files}


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_only_pages_that_show_a_change_are_drawn_again(change: str, preview: Preview) -> None:
    """And what is served then is what a whole build writes."""
    file, text, expected = CHANGES[change]
    write(preview, file, text)
    assert not preview.build(URL)
    assert set(preview.redraw.drawn) == expected
    fresh = Preview(preview._options, preview.folder.parent / "fresh")
    assert not fresh.build(URL)
    assert pages(preview.folder) == pages(fresh.folder)


def test_search_still_finds_pages_that_were_not_drawn_again(preview: Preview) -> None:
    """Entries of skipped pages are put back, those of drawn ones are new."""
    write(preview, "docs/three.md", "# Three\n\nZebras.\n")
    preview.build(URL)
    index = (preview.folder / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "Zebras" in index
    assert "Another part" not in index
    assert index.count('"two/#a-part"') == 1


def test_link_of_a_page_that_was_not_drawn_again_is_still_checked(preview: Preview) -> None:
    """Its anchor goes elsewhere; both pages that lead to it are named, until it is back."""
    write(preview, "docs/two.md", "# Two\n\n``` check\nsums\n```\n")
    for _build in range(2):
        messages = preview.build(URL).messages
        assert [message.split("'")[1] for message in messages] == ["index.md", "three.md"]
    write(preview, "docs/two.md", str(BOOK["docs/two.md"]))
    assert not preview.build(URL)
    assert 'id="a-part"' in (preview.folder / "two" / "index.html").read_text(encoding="utf-8")
    assert not preview.build(URL)
    assert preview.redraw.drawn == []


def test_findings_leave_the_site_as_it_was(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    """They are told, and the next build makes up for the missed one."""
    before = pages(preview.folder)
    write(preview, "docs/three.md", "# Three\n\nIt is said [@A9].\n")
    trouble = preview.build(URL)
    assert [finding.found for finding in trouble.findings] == ['"A9"']
    assert trouble.ended
    assert "docs/three.md:3: claim" in capsys.readouterr().err
    assert pages(preview.folder) == before
    write(preview, "docs/three.md", "# Three\n\nIt is said [@A1].\n")
    assert not preview.build(URL)
    assert "pb-cite" in (preview.folder / "three" / "index.html").read_text(encoding="utf-8")


def test_settings_that_cannot_be_read_end_no_preview(preview: Preview) -> None:
    """A slip in mkdocs.yml is told like any other."""
    config = preview.folder.parent / "book" / "mkdocs.yml"
    right = config.read_text(encoding="utf-8")
    config.write_text(f"{right}\nstrict: [\n", encoding="utf-8")
    trouble = preview.build(URL)
    assert trouble.ended
    assert "mkdocs.yml" in trouble.messages[0]
    config.write_text(right, encoding="utf-8")
    assert not preview.build(URL)


def test_words_of_the_book_are_followed(tmp_path: Path) -> None:
    """What prepbook says stands on every page; when the book's catalog changes, all of them are drawn again."""
    plugin, head = "  - prepbook:\n", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    settings = str(BOOK["mkdocs.yml"]).replace(plugin, f"{plugin}      words: words/en.po\n")
    catalog = f'{head}msgid "Output"\nmsgstr "It prints"\n'
    root = write_book(tmp_path / "book", **{**BOOK, "mkdocs.yml": settings, "words/en.po": catalog})
    preview = Preview(Namespace(config_file=str(root / "mkdocs.yml")), tmp_path / "site")
    assert not preview.build(URL)
    assert 'aria-label="It prints"' in pages(preview.folder)["index.html"]
    assert root / "words" / "en.po" in preview.watched()
    write(preview, "words/en.po", catalog.replace("It prints", "It says"))
    assert not preview.build(URL)
    assert set(preview.redraw.drawn) == {"index.md", "two.md", "three.md"}
    assert 'aria-label="It says"' in pages(preview.folder)["index.html"]
    preview.end()
    speak(ENGLISH)
