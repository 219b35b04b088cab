"""A new edition under an open tab, and a later build that takes offline reading away."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.offline_helpers import (
    EDITIONS,
    Build,
    PluggedHost,
    caches,
    control,
    is_settled,
    kept,
    lists,
    look_again,
    registrations,
    until,
    visit,
)

pytestmark = pytest.mark.browser_context_args(service_workers="allow")


def test_new_deploy_is_offered_to_an_open_tab_and_keeps_what_was_typed(
    host: PluggedHost, edition: Build, page: Page
) -> None:
    """Nothing reloads by itself; Later leaves the page alone; Reload brings the new page with the typed answer."""
    visit(page, host.url)
    page.evaluate("window.sameDocument = true")
    answer = page.locator('[data-check="double"]').get_by_role("textbox", name="Your answer")
    answer.fill("def double(x):\n    return 21\n")
    host.site = edition("second")
    look_again(page)
    notice = page.get_by_role("status").filter(has_text="A new edition of this page is there")
    expect(notice).to_be_visible(timeout=30_000)
    assert page.evaluate("window.sameDocument")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A chapter")
    answer.fill("def double(x):\n    return 42\n")
    page.get_by_role("button", name="Reload").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A better chapter")
    expect(answer).to_contain_text("return 42")
    expect(notice).to_have_count(0)


def test_later_leaves_the_page_and_all_it_needs(host: PluggedHost, edition: Build, page: Page) -> None:
    """The old page judges with its own tests, which the host no longer has; once it is gone, so are they."""
    visit(page, host.url)
    old = [url for url in kept(page) if "/checks/double-" in url]
    assert old
    host.site = edition("second")
    look_again(page)
    page.get_by_role("button", name="Later").click(timeout=30_000)
    check = page.locator('[data-check="double"]')
    check.get_by_role("textbox", name="Your answer").fill("def double(x):\n    return x\n")
    check.get_by_role("button", name="Check").click()
    expect(check.locator('[data-feedback="same"]')).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Later")).to_have_count(0)
    visit(page, host.url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("A better chapter")
    until(page, lambda: not set(old) & set(kept(page)))


def test_deploy_that_leaves_this_page_alone_interrupts_nobody(host: PluggedHost, edition: Build, page: Page) -> None:
    """The service worker moves on; a reader whose page is the same isn't asked anything."""
    visit(page, host.url)
    before = lists(page)
    host.site = edition("other page")
    look_again(page)
    until(page, lambda: not set(before) & set(lists(page)) or len(lists(page)) > 1)
    page.wait_for_timeout(500)
    expect(page.locator(".pb-update")).to_have_count(0)


def test_no_page_is_stale_after_a_deploy(host: PluggedHost, edition: Build, page: Page) -> None:
    """A reload shows the new page at once, though the old one is kept, and doesn't offer what is already there."""
    visit(page, host.url)
    host.site = edition("second")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A better chapter")
    until(page, lambda: len(lists(page)) > 1)
    page.wait_for_timeout(500)
    expect(page.locator(".pb-update")).to_have_count(0)


def test_kept_book_is_renewed_by_a_deploy(host: PluggedHost, edition: Build, page: Page) -> None:
    """Whoever asked for the whole book has the whole new edition, without asking again."""
    visit(page, host.url)
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("The whole book is kept", timeout=60_000)
    host.site = edition("other page")
    host.asked.clear()
    look_again(page)
    until(page, lambda: is_settled(page) and len([url for url in kept(page) if "/more/?" in url]) > 1)
    expect(control(page)).to_contain_text("The whole book is kept")
    assert not [path for path in host.asked if path.endswith(".wasm")], "what didn't change isn't fetched again"
    host.unplug()
    page.goto(f"{host.url}more/")
    expect(page.locator("article")).to_contain_text("Much more of it")


@pytest.mark.parametrize("name", ["switched off", "served"])
def test_later_build_without_it_removes_it(name: str, host: PluggedHost, edition: Build, page: Page) -> None:
    """offline: false publishes a kill switch; `mkdocs serve` publishes nothing, and its pages clean up."""
    visit(page, host.url)
    host.site = edition(name)
    assert (host.site / "service-worker.js").exists() is (EDITIONS[name][1] == "build")
    page.goto(host.url)
    until(page, lambda: registrations(page) == 0 and caches(page) == [])
    expect(control(page)).to_have_count(0)
    page.goto(host.url)
    page.wait_for_timeout(500)
    assert registrations(page) == 0
    assert caches(page) == []


def test_kill_switch_reaches_a_tab_that_is_never_reloaded(host: PluggedHost, edition: Build, page: Page) -> None:
    """The script alone unregisters itself and removes this book's caches, and no other's."""
    visit(page, host.url)
    page.evaluate("Promise.all(['prepbook:/other/:files', 'somebody'].map((name) => caches.open(name)))")
    host.site = edition("switched off")
    look_again(page)
    until(page, lambda: registrations(page) == 0 and sorted(caches(page)) == ["prepbook:/other/:files", "somebody"])
