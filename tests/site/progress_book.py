"""A small book to make progress in: a code check, a quiz, a snippet, and the readiness page."""

import json
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.generator.bookmaker import CHAPTER, MKDOCS, build_book, write_book

QUIZ = """
kind: quiz
title: Sums
pillar: sums
minutes: 2
claims: [A1]
questions:
  - prompt: Two and two?
    options:
      - {text: Three, feedback: One short.}
      - {text: Four, correct: true, feedback: That is it.}
  - prompt: Three and three?
    options:
      - {text: Six, correct: true, feedback: That is it.}
      - {text: Seven, feedback: One too many.}
"""

READINESS = """
# My readiness

``` readiness
```
"""


def build_progress_book(root: Path) -> Path:
    """Write and build the book below `root`. Returns the site's folder."""
    pillars = "{basics: The basics, sums: Sums, empty: Nothing yet}"
    return build_book(
        write_book(
            root,
            **{
                "mkdocs.yml": MKDOCS.replace("{basics: The basics}", pillars),
                "docs/index.md": f"{CHAPTER}\n``` check\nsums\n```\n",
                "docs/readiness.md": READINESS,
                "checks/sums/sums/check.yml": QUIZ,
            },
        )
    )


def answer_box(page: Page) -> Locator:
    """Return the code check's box."""
    return page.locator('[data-check="double"]').get_by_role("textbox", name="Your answer")


def quiz(page: Page) -> Locator:
    """Return the quiz."""
    return page.locator('[data-check="sums"]')


def solve_quiz(page: Page, *options: str) -> None:
    """Choose options and check them."""
    for option in options:
        quiz(page).get_by_label(option).check()
    quiz(page).get_by_role("button", name="Check").click()
    expect(quiz(page)).to_have_attribute("data-state", "done")


def write_at_end(page: Page, text: str) -> None:
    """Type keys at the end of the code check's box, as a reader does."""
    answer_box(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def export(page: Page) -> dict[str, Any]:
    """Return what the readiness page exports."""
    with page.expect_download() as caught:
        page.get_by_role("button", name="Export to a file").click()
    return cast(dict[str, Any], json.loads(caught.value.path().read_text(encoding="utf-8")))


def choose(page: Page, content: str | Path) -> None:
    """Choose a file for an import, by its content or where it lies."""
    given: FilePayload = {"name": "progress.json", "mimeType": "application/json", "buffer": str(content).encode()}
    page.locator("input[type=file]").set_input_files(content if isinstance(content, Path) else given)
