"""Reading and running without a network, and what a reader is told where that can't be."""

import re

import pytest
from playwright.sync_api import Error, Page, expect

from tests.site.offline_helpers import (
    PluggedHost,
    caches,
    control,
    registrations,
    run,
    visit,
)

pytestmark = pytest.mark.browser_context_args(service_workers="allow")


@pytest.mark.parametrize("host", ["/", "/book/"], indirect=True)
def test_after_one_visit_with_a_run_the_page_opens_and_runs_without_a_network(host: PluggedHost, page: Page) -> None:
    """The host is gone; the page, its editor and Python come from the browser, at the root and below a path."""
    visit(page, host.url)
    run(page, "hello")
    expect(control(page)).to_contain_text("Code runs without one too", timeout=30_000)
    host.unplug()
    page.reload()
    run(page, "hello")
    check = page.locator('[data-check="double"]')
    check.get_by_role("textbox", name="Your answer").fill("def double(x):\n    return 2 * x\n")
    check.get_by_role("button", name="Check").click()
    expect(check).to_have_attribute("data-verdict", "passed", timeout=60_000)


def test_this_book_reads_and_runs_after_one_visit_when_the_browser_is_offline(site_url: str, page: Page) -> None:
    """The real book, with the browser's own offline switch."""
    visit(page, site_url)
    section = page.locator("[data-snippet]").first
    section.get_by_role("button", name="Run").click()
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    expect(control(page)).to_contain_text("Code runs without one too", timeout=30_000)
    page.context.set_offline(True)
    page.reload()
    section.get_by_role("button", name="Run").click()
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)


def test_whole_book_is_fetched_at_a_word_and_opens_without_a_network(host: PluggedHost, page: Page) -> None:
    """Size before, progress in bytes, what it did; then a page never visited opens and runs."""
    visit(page, host.url)
    expect(control(page)).to_contain_text(re.compile(r"1 of 2 pages .* The rest of the book takes \d+\.\d MB"))
    assert not [path for path in host.asked if "more/" in path]
    seen = page.evaluate_handle(
        "() => { const seen = []; const control = document.querySelector('prep-offline');"
        " const observer = new MutationObserver(() => seen.push(control.textContent));"
        " observer.observe(control, {subtree: true, childList: true});"
        " return seen }"
    )
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("The whole book is kept in this browser: 2 pages", timeout=60_000)
    assert any(re.search(r"\d+\.\d of \d+\.\d MB", text) for text in seen.json_value())
    host.unplug()
    page.goto(f"{host.url}more/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Another page")
    run(page, "bye")


def test_page_that_is_not_kept_says_so_in_words(host: PluggedHost, page: Page) -> None:
    """Without a network an unvisited page of the book is answered by the book."""
    visit(page, host.url)
    host.unplug()
    page.goto(f"{host.url}more/")
    expect(page.get_by_role("heading")).to_have_text("This page isn't kept in your browser")
    page.get_by_role("link", name="To the book's first page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A chapter")


def test_first_visit_without_a_network_gets_the_browsers_own_error(host: PluggedHost, page: Page) -> None:
    """Nothing of ours is there yet, so nothing of ours can answer."""
    host.unplug()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(host.url)


def test_kept_page_is_shown_when_the_network_is_slow(host: PluggedHost, page: Page) -> None:
    """After three seconds of silence the kept page stands in."""
    visit(page, host.url)
    host.delay_s = 15
    page.reload(timeout=12_000, wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A chapter")


# What pages have loaded is still being reported and kept while the reader turns it off, and after.
VISIT_AND_TURN_OFF = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  const visit = () => active.postMessage({ kind: "visited", file: "more/index.html", urls: [], ran: true });
  setInterval(visit, 10);
  [...document.querySelectorAll("prep-offline button")].find((b) => b.textContent === "Turn off and clear").click();
}"""


def test_reader_turns_it_off_and_on(host: PluggedHost, page: Page) -> None:
    """Turned off, everything kept is removed but the answers, and it stays off; then it can be had again."""
    visit(page, host.url)
    visit(page, host.url)  # From its second visit a page is held by the service worker, which outlives its end.
    page.evaluate("caches.open('somebody')")
    answer = page.locator('[data-check="double"]').get_by_role("textbox", name="Your answer")
    answer.fill("# mine\n")
    page.evaluate(VISIT_AND_TURN_OFF)
    expect(control(page)).to_contain_text("Turned off")
    page.wait_for_timeout(500)
    assert caches(page) == ["somebody"]
    page.reload()
    expect(control(page)).to_contain_text("Turned off")
    page.wait_for_timeout(1000)
    assert registrations(page) == 0
    assert caches(page) == ["somebody"]
    expect(answer).to_contain_text("# mine")
    control(page).get_by_role("button", name="Keep pages again").click()
    expect(control(page)).to_contain_text("1 of 2 pages", timeout=30_000)
    host.unplug()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A chapter")


FULL = {
    "known before": "navigator.storage.estimate = async () => ({ quota: 1000, usage: 0 })",
    "found out": "Cache.prototype.put = async () => { throw new DOMException('full', 'QuotaExceededError') }",
}


@pytest.mark.parametrize("name", FULL)
def test_lack_of_room_is_told_in_words(name: str, host: PluggedHost, page: Page) -> None:
    """Whether the browser tells beforehand or refuses in the middle, the reader reads what to do."""
    visit(page, host.url)
    page.evaluate(f"() => {{ {FULL[name]} }}")
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("There isn't enough room: the book needs")
    expect(control(page).get_by_role("button", name="Make this book available offline")).to_be_visible()


def test_lost_network_is_told_and_the_rest_fetched_later(host: PluggedHost, page: Page) -> None:
    """What has arrived stays, the button goes on from there."""
    visit(page, host.url)
    host.unplug()
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("The network failed before the book was complete")
    host.plug_in()
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("The whole book is kept", timeout=60_000)


def test_browser_without_service_workers_shows_nothing(host: PluggedHost, page: Page) -> None:
    """Plain HTTP and some private windows have none: no control, no complaint."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(host.url, wait_until="networkidle")
    page.wait_for_timeout(500)
    expect(control(page)).to_be_hidden()
    assert said == []
