"""An author at work: what is typed stays, what changes is drawn, what is wrong stands on the page and goes."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.generator.bookmaker import CHAPTER, FILES, MKDOCS, write_book
from tests.hosts import heed_interrupts
from tests.site.progress_book import answer_box, write_at_end

SLOW_MS = 60_000
TYPED = "# typed while the author writes"


@dataclass
class Served:
    """A book that is being served."""

    root: Path
    url: str
    log: Path

    def write(self, file: str, text: str) -> None:
        """Change a file."""
        (self.root / file).write_text(text.lstrip("\n"), encoding="utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a small book by the command, with a first build that finds something wrong."""
    root = write_book(tmp_path_factory.mktemp("served"), **{"snippets/one/hello.out": "other\n"})
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = root / "serve.log"
    line = [sys.executable, "-m", "prepbook.cli", "-f", str(root / "mkdocs.yml"), "serve", "--port", str(port)]
    with log.open("wb") as out:
        env = os.environ | {"PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(line, stdout=out, stderr=out, env=env, preexec_fn=heed_interrupts)
        try:
            yield Served(root, f"http://127.0.0.1:{port}/", log)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def wait_for(served: Served, page: Page) -> None:
    """Wait until the server answers."""
    for _try in range(240):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", int(served.url.rsplit(":", 1)[1].strip("/")))) == 0:
                return
        page.wait_for_timeout(500)


def opened(page: Page, served: Served) -> None:
    """Open the book, in which nothing is wrong."""
    wait_for(served, page)
    for file in ("mkdocs.yml", "docs/index.md", "snippets/one/hello.out"):
        served.write(file, FILES[file])
    page.goto(served.url)
    expect(page.get_by_role("heading", name="A chapter")).to_be_visible(timeout=SLOW_MS)
    expect(page.locator("#prepbook-findings")).to_have_count(0, timeout=SLOW_MS)


def test_first_build_that_fails_says_why_on_the_page_and_goes_on(served: Served, page: Page) -> None:
    """No site yet, only its findings; the file is mended, and the page comes by itself."""
    wait_for(served, page)
    page.goto(served.url)
    panel = page.locator("#prepbook-findings")
    expect(panel).to_contain_text("1 thing is wrong with the book")
    for part in ("snippets/one/hello.py", "what its .out file holds", "'- other'", "prepbook accept one/hello.py"):
        expect(panel).to_contain_text(part)
    assert "snippets/one/hello.py: output: expected what its .out file holds" in served.log.read_text()
    served.write("snippets/one/hello.out", "hello\n")
    expect(page.get_by_role("heading", name="A chapter")).to_be_visible(timeout=SLOW_MS)
    expect(panel).to_have_count(0)


def test_answer_survives_a_change_of_its_own_page(served: Served, page: Page) -> None:
    """Typed, then the author saves the chapter: the page reloads with the new text, and the answer is there."""
    opened(page, served)
    write_at_end(page, TYPED)
    served.write("docs/index.md", CHAPTER.replace("# A chapter", "# A better chapter"))
    expect(page.get_by_role("heading", name="A better chapter")).to_be_visible(timeout=SLOW_MS)
    expect(answer_box(page)).to_contain_text(TYPED)


def test_finding_and_its_end_reach_the_open_page(served: Served, page: Page) -> None:
    """The page stays as it was, below the finding; the answer outlives that too."""
    opened(page, served)
    write_at_end(page, TYPED)
    served.write("docs/index.md", CHAPTER.replace("[@A1]", "[@A9]"))
    panel = page.get_by_role("region", name="1 thing is wrong with the book")
    expect(panel).to_contain_text("docs/index.md:3", timeout=SLOW_MS)
    expect(panel).to_contain_text("those of the last build that got through")
    expect(answer_box(page)).to_contain_text(TYPED)
    served.write("docs/index.md", CHAPTER)
    expect(panel).to_have_count(0, timeout=SLOW_MS)
    expect(answer_box(page)).to_contain_text(TYPED)


def test_dead_link_is_shown_though_the_book_is_not_strict(served: Served, page: Page) -> None:
    """MkDocs' warnings stand beside our findings, in the terminal too."""
    opened(page, served)
    served.write("mkdocs.yml", f"strict: true\n{MKDOCS}")
    served.write("docs/index.md", f"{CHAPTER}\n[There](nowhere.md)\n")
    panel = page.locator("#prepbook-findings")
    expect(panel).to_contain_text("nowhere.md", timeout=SLOW_MS)
    expect(panel).to_contain_text("The pages are up to date.")
    expect(page.get_by_role("link", name="There")).to_be_visible()
    assert "nowhere.md" in served.log.read_text()
    served.write("docs/index.md", CHAPTER)
    expect(panel).to_have_count(0, timeout=SLOW_MS)
