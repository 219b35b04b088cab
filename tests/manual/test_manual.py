"""The manual as a book: whole, linked, and with a check of every kind beside the file that makes it."""

import json
import subprocess
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as SitePage
from playwright.sync_api import Page, expect

from manual.link import on_page_markdown
from prepbook.kinds import KINDS
from tests.manual.conftest import PUBLISHED_AT, ROOT
from tests.site.test_pages import trouble_on

pytestmark = pytest.mark.slow
CHECKS = sorted((ROOT / "manual" / "checks").rglob("check.yml"))


def listed(site: Path) -> dict[str, Any]:
    """Return the manual's book.json."""
    contents: dict[str, Any] = json.loads((site / "book.json").read_text(encoding="utf-8"))
    return contents


def page(site: Path, url: str) -> BeautifulSoup:
    """Return a page of the built manual."""
    return BeautifulSoup((site / url.partition("#")[0] / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_every_kind_of_check_is_there_once() -> None:
    """Small and real; the manual explains a kind by showing one."""
    kinds = [yaml.safe_load(file.read_text(encoding="utf-8"))["kind"] for file in CHECKS]
    assert sorted(kinds) == sorted(KINDS)


def test_beside_each_check_stands_the_file_that_makes_it(manual_site: Path) -> None:
    """On the same page, word for word: it's pulled in."""
    places = {check["id"]: check["url"] for check in listed(manual_site)["checks"]}
    for file in CHECKS:
        shown = [code.get_text() for code in page(manual_site, places[file.parent.name]).select("article pre code")]
        assert file.read_text(encoding="utf-8").strip() in [text.strip() for text in shown], file


def test_every_page_is_in_the_navigation(manual_site: Path) -> None:
    """A page that the menu doesn't have is found by nobody."""
    menu = {link["href"] for link in page(manual_site, "").select(".md-sidebar--primary a[href]")}
    urls = {chapter["url"] or "." for chapter in listed(manual_site)["chapters"]}
    assert urls - {str(href).partition("#")[0] for href in menu} == set()


def test_every_generated_part_has_been_put_in(manual_site: Path) -> None:
    """No place for one is left empty, none is drawn as text."""
    for file in manual_site.rglob("*.html"):
        assert "generated: " not in file.read_text(encoding="utf-8"), file


def test_links_and_anchors_of_the_manual_resolve(manual_site: Path) -> None:
    """Below a path, as it stands below the book; the way up to the book is the book's page."""
    (manual_site.parent / "index.html").write_text("<title>The book</title>", encoding="utf-8")
    command = ["lychee", "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"]
    command += ["--root-dir", str(manual_site.parent), "--remap", f"^{PUBLISHED_AT} file://{manual_site}/"]
    command += ["--exclude-path", "404.html", str(manual_site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 Total" not in done.stdout


def test_manual_keeps_to_its_own_folder(manual_site: Path) -> None:
    """Its service worker lists files of its own, and its addresses begin with its own."""
    (edition,) = manual_site.glob("assets/prepbook/edition-*.js")
    files = json.loads(edition.read_text(encoding="utf-8").removeprefix("self.prepbookEdition = ").rstrip(";\n"))[
        "files"
    ]
    assert all((manual_site / path).is_file() for path in files)
    assert page(manual_site, "").select_one("link[rel=canonical]")["href"] == PUBLISHED_AT  # type: ignore[index]


def test_build_makes_the_manual_after_the_book_and_below_it() -> None:
    """MkDocs empties the book's folder first; what it writes then can't list the manual."""
    script = (ROOT / "scripts" / "build").read_text(encoding="utf-8")
    assert script.index('mkdocs build "$@"') < script.index("mkdocs build -f manual/mkdocs.yml")
    settings = (ROOT / "manual" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "\nsite_dir: ../site/generator\n" in settings


def test_book_and_manual_lead_to_each_other(manual_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By addresses that hold wherever the two are put, if they are put there together."""
    method = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    file = File("method.md", str(ROOT / "docs"), str(ROOT / "site"), use_directory_urls=True)
    here = SitePage(None, file, cast(MkDocsConfig, {}))
    assert "../generator/" not in on_page_markdown(method, here)  # built alone, the book leads nowhere
    monkeypatch.setenv("PREPBOOK_MANUAL", "generator/")
    assert '<a href="../generator/">' in on_page_markdown(method, here)
    assert "PREPBOOK_MANUAL=generator/ mkdocs build" in (ROOT / "scripts" / "build").read_text(encoding="utf-8")
    assert page(manual_site, "").select('article a[href="../"]')


def test_page_loads_quietly_under_its_policy_and_runs_its_snippet(page: Page, manual_url: str) -> None:
    """As a reader would: open it, press Run, see what the build saw."""
    trouble = trouble_on(page, manual_url)
    page.goto(manual_url)
    assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1
    snippet = page.locator('[data-snippet="tutorial/hello.py"]')
    snippet.get_by_role("button", name="Run", exact=True).click()
    expect(snippet).to_have_attribute("data-state", "done", timeout=60_000)
    expect(snippet.locator("[data-output]")).to_contain_text("37 minutes, most of them to answer")
    assert trouble == []
