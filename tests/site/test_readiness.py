"""The readiness page: where the reader stands, what is next, and the reader's say over what is kept."""

import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.offline_helpers import PluggedHost, control, visit
from tests.site.progress_book import answer_box, choose, export, solve_quiz, write_at_end

MAIN_LIMIT = 40_000  # bytes, compressed


def readiness(host: PluggedHost) -> str:
    """Return the URL of the page."""
    return f"{host.url}readiness/"


def forget(page: Page) -> None:
    """Press Forget everything and confirm it."""
    page.get_by_role("button", name="Forget everything").click()
    page.get_by_role("button", name="Yes, forget everything").click()
    expect(page.get_by_text("Everything is forgotten.")).to_be_visible()


def test_without_javascript_every_check_is_listed_with_link_and_minutes(
    progress_host: PluggedHost, browser: Browser
) -> None:
    """By pillar, in the order of mkdocs.yml; pillars without checks are left out."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(readiness(progress_host))
    headings = page.locator("prep-readiness h3")
    expect(headings).to_have_text(["The basics", "Sums"])
    row = page.get_by_role("listitem").filter(has_text="Double a number")
    expect(row).to_contain_text("about 5 minutes")
    row.get_by_role("link").click()
    expect(page).to_have_url(f"{progress_host.url}#check-double")
    context.close()


def test_standing_and_the_next_best_thing_are_told_in_words(progress_host: PluggedHost, page: Page) -> None:
    """From nothing, to tried, to solved, to due again: each state has its words, beside bars that add nothing."""
    page.goto(readiness(progress_host))
    following = page.locator(".pb-next")
    expect(following).to_contain_text("Sums, about 2 minutes")
    expect(following).to_contain_text("In no pillar have you solved a smaller share than in Sums: 0 of 1.")
    page.goto(progress_host.url)
    solve_quiz(page, "Four", "Seven")
    page.goto(readiness(progress_host))
    expect(following).to_contain_text("Sums, about 2 minutes")
    expect(following).to_contain_text("it isn't solved yet")
    following.get_by_role("link").click()
    expect(page).to_have_url(f"{progress_host.url}#check-sums")
    solve_quiz(page, "Six")
    page.goto(readiness(progress_host))
    expect(following).to_contain_text("Double a number")
    expect(page.locator('[data-item="check:sums"] .pb-standing')).to_contain_text(
        re.compile(r"^solved unaided, review due on")
    )
    expect(page.locator(".pb-standings").first).to_contain_text("1 of 1 solved: 1 solved unaided")
    page.clock.set_fixed_time("2040-01-01")
    page.reload()
    expect(following).to_contain_text(re.compile(r"Sums.*Its review has been due since"))
    expect(page.locator(".pb-standings").first).to_contain_text("1 of 1 solved: 1 due again")


def test_export_then_import_is_identity(progress_host: PluggedHost, page: Page) -> None:
    """Work, export, forget, import: what comes out again is the same, and it is in the pages."""
    page.goto(progress_host.url)
    write_at_end(page, "# mine")
    solve_quiz(page, "Four", "Seven")
    page.goto(readiness(progress_host))
    before = export(page)
    assert {item["id"] for item in before["items"]} == {"check:double", "check:sums"}
    forget(page)
    assert export(page)["items"] == []
    choose(page, json.dumps(before))
    expect(page.get_by_text("Double a number: a draft")).to_be_visible()
    expect(page.get_by_text("Sums: a draft, attempts added: 1")).to_be_visible()
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("Imported.")).to_be_visible()
    assert export(page)["items"] == before["items"]
    page.goto(progress_host.url)
    expect(answer_box(page)).to_contain_text("# mine")


def test_import_is_undone(progress_host: PluggedHost, page: Page) -> None:
    """One press brings back what was there; leaving the preview changes nothing either."""
    page.goto(progress_host.url)
    write_at_end(page, "# mine")
    page.goto(readiness(progress_host))
    before = export(page)
    theirs = {"id": "check:double", "draft": {"at": 2**45, "by": "b", "value": "# theirs"}, "attempts": [], "help": {}}
    file = json.dumps({**before, "items": [theirs]})
    choose(page, file)
    expect(page.get_by_text("your draft is replaced by a later one")).to_be_visible()
    page.get_by_role("button", name="Leave it").click()
    assert export(page)["items"] == before["items"]
    choose(page, file)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_role("button", name="Undo the import").click()
    expect(page.get_by_text("The import is undone.")).to_be_visible()
    assert export(page)["items"] == before["items"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "damaged"),
        ('{"a": 1}', "isn't an export of this book"),
        ('{"format": "prepbook progress", "schema": 99, "items": []}', "a newer edition of this book wrote the file"),
        (" " * 20_000_001, "larger than 20 MB"),
    ],
    ids=["malformed", "foreign", "newer", "huge"],
)
def test_file_that_is_no_export_is_refused_in_words(
    content: str, said: str, progress_host: PluggedHost, page: Page, tmp_path: Path
) -> None:
    """Nothing of it is taken, and the reader reads why."""
    (tmp_path / "progress.json").write_text(content, encoding="utf-8")
    page.goto(readiness(progress_host))
    expect(page.get_by_role("button", name="Import from a file")).to_be_visible()
    choose(page, tmp_path / "progress.json")
    expect(page.locator(".pb-kept-data")).to_contain_text(said)
    assert export(page)["items"] == []


def test_forgetting_names_what_goes_and_asks_first(progress_host: PluggedHost, page: Page) -> None:
    """The focus is on the harmless answer; after the other one nothing of the book's is left in the browser."""
    page.goto(progress_host.url)
    write_at_end(page, "# mine")
    solve_quiz(page, "Four", "Seven")
    page.goto(readiness(progress_host))
    page.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_text("drafts (2), attempts (1)")).to_be_visible()
    keep = page.get_by_role("button", name="Keep it")
    expect(keep).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Forget everything")).to_be_focused()
    assert len(export(page)["items"]) == 2
    forget(page)
    assert page.evaluate("localStorage.length") == 0
    page.goto(progress_host.url)
    expect(answer_box(page)).not_to_contain_text("# mine")


def test_unreadable_record_is_told_and_exported(progress_host: PluggedHost, page: Page) -> None:
    """It is set aside, named on the page, and in the export as it was found."""
    page.goto(readiness(progress_host))
    expect(page.get_by_role("button", name="Export to a file")).to_be_visible()
    page.evaluate(
        """() => new Promise((resolve) => { const asked = indexedDB.open("prepbook:/book/");
        asked.onsuccess = () => { const change = asked.result.transaction("items", "readwrite");
          change.objectStore("items").put({ id: "check:sums", draft: "broken" });
          change.oncomplete = () => { asked.result.close(); resolve() } } })"""
    )
    page.reload()
    expect(page.get_by_text("could not be read. It has been set aside")).to_be_visible()
    assert [part["value"] for part in export(page)["aside"]] == [{"id": "check:sums", "draft": "broken"}]


@pytest.mark.browser_context_args(service_workers="allow")
def test_page_works_without_a_network_after_a_visit(progress_host: PluggedHost, page: Page) -> None:
    """Its script and the book's contents come from the browser."""
    visit(page, readiness(progress_host))
    expect(page.locator(".pb-next")).to_be_visible()
    expect(control(page)).to_have_attribute("data-state", "kept")
    page.goto(progress_host.url)
    visit(page, readiness(progress_host))
    progress_host.unplug()
    page.reload()
    expect(page.locator(".pb-next")).to_contain_text("Sums")
    expect(page.get_by_role("button", name="Export to a file")).to_be_visible()


@pytest.mark.browser_context_args(service_workers="allow")
def test_page_never_visited_works_once_the_book_is_available_offline(progress_host: PluggedHost, page: Page) -> None:
    """Asked for on another page, it opens with everything it needs."""
    visit(page, progress_host.url)
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("The whole book is kept in this browser", timeout=60_000)
    progress_host.unplug()
    page.goto(readiness(progress_host))
    expect(page.locator(".pb-next")).to_contain_text("Sums")


def test_page_whose_script_does_not_load_keeps_its_list_and_says_so(progress_host: PluggedHost, page: Page) -> None:
    """A broken network costs the standing, not the list."""
    page.route("**/chunk-readiness-*", lambda route: route.abort())
    page.goto(readiness(progress_host))
    expect(page.get_by_text("Your standing could not be shown")).to_be_visible()
    expect(page.get_by_role("link", name="Double a number")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_fits_a_phone_and_its_targets_a_finger(scheme: str, progress_host: PluggedHost, browser: Browser) -> None:
    """At 320 px nothing scrolls sideways; each button, and each link that stands alone, is 24 px high."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(readiness(progress_host))
    expect(page.locator(".pb-next")).to_be_visible()
    page.get_by_role("button", name="Forget everything").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    targets = page.locator("prep-readiness").locator("button:visible, .pb-checklist a, .pb-next a")
    assert targets.count() > 5
    for target in targets.all():
        box = target.bounding_box()
        assert box
        assert box["height"] >= 24, target.inner_text()
    context.close()


def test_other_pages_load_nothing_of_it_and_stay_small(
    progress_host: PluggedHost, progress_site: Path, page: Page
) -> None:
    """The schedule and the page's views come on demand; what every page runs is under the limit."""
    page.goto(progress_host.url, wait_until="networkidle")
    # The worker's script is Python's, not the page's; the edition's list is the service worker's.
    own = {path for path in progress_host.asked if re.search(r"/(main|chunk)-[^/]*\.js$", path)}
    assert not [path for path in own if "readiness" in path]
    contents = [(progress_site / path.removeprefix("/book/")).read_bytes() for path in own]
    assert len(contents) > 1
    assert sum(len(gzip.compress(content)) for content in contents) < MAIN_LIMIT
