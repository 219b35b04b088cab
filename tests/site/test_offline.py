"""Reading and running without a network, updates under an open tab, and every way to turn it off."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.site.offline_helpers import (
    EDITIONS,
    Host,
    build_edition,
    caches,
    control,
    look_again,
    registrations,
    run,
    visit,
)

Build = Callable[[str], Path]


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a function that builds an edition of the small book by name, once."""
    built: dict[str, Path] = {}

    def build_once(name: str) -> Path:
        if name not in built:
            built[name] = build_edition(name, tmp_path_factory.mktemp(name.replace(" ", "-")))
        return built[name]

    return build_once


@pytest.fixture
def host(edition: Build, request: pytest.FixtureRequest) -> Iterator[Host]:
    """Return a host with the first edition, at the root or below the path that the test names."""
    host = Host(edition("first"), mount=getattr(request, "param", "/"))
    yield host
    host.unplug()


@pytest.mark.parametrize("host", ["/", "/book/"], indirect=True)
def test_after_one_visit_with_a_run_the_page_opens_and_runs_without_a_network(host: Host, page: Page) -> None:
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


def test_whole_book_is_fetched_at_a_word_and_opens_without_a_network(host: Host, page: Page) -> None:
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


def test_page_that_is_not_kept_says_so_in_words(host: Host, page: Page) -> None:
    """Without a network an unvisited page of the book is answered by the book."""
    visit(page, host.url)
    host.unplug()
    page.goto(f"{host.url}more/")
    expect(page.get_by_role("heading")).to_have_text("This page isn't kept in your browser")
    page.get_by_role("link", name="To the book's first page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A chapter")


def test_first_visit_without_a_network_gets_the_browsers_own_error(host: Host, page: Page) -> None:
    """Nothing of ours is there yet, so nothing of ours can answer."""
    host.unplug()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(host.url)


def test_new_deploy_is_offered_to_an_open_tab_and_keeps_what_was_typed(host: Host, edition: Build, page: Page) -> None:
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


def test_later_leaves_the_page_and_all_it_needs(host: Host, edition: Build, page: Page) -> None:
    """The old page judges with its own tests, which the host no longer has; once it is gone, so are they."""
    visit(page, host.url)
    old = [url for url in _kept(page) if "/checks/double-" in url]
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
    _until(page, lambda: not set(old) & set(_kept(page)))


def test_deploy_that_leaves_this_page_alone_interrupts_nobody(host: Host, edition: Build, page: Page) -> None:
    """The service worker moves on; a reader whose page is the same isn't asked anything."""
    visit(page, host.url)
    before = _lists(page)
    host.site = edition("other page")
    look_again(page)
    _until(page, lambda: not set(before) & set(_lists(page)) or len(_lists(page)) > 1)
    page.wait_for_timeout(500)
    expect(page.locator(".pb-update")).to_have_count(0)


def test_no_page_is_stale_after_a_deploy(host: Host, edition: Build, page: Page) -> None:
    """A reload shows the new page at once, though the old one is kept, and doesn't offer what is already there."""
    visit(page, host.url)
    host.site = edition("second")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A better chapter")
    _until(page, lambda: len(_lists(page)) > 1)
    page.wait_for_timeout(500)
    expect(page.locator(".pb-update")).to_have_count(0)


def test_kept_book_is_renewed_by_a_deploy(host: Host, edition: Build, page: Page) -> None:
    """Whoever asked for the whole book has the whole new edition, without asking again."""
    visit(page, host.url)
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("The whole book is kept", timeout=60_000)
    host.site = edition("other page")
    host.asked.clear()
    look_again(page)
    _until(page, lambda: _is_settled(page) and len([url for url in _kept(page) if "/more/?" in url]) > 1)
    expect(control(page)).to_contain_text("The whole book is kept")
    assert not [path for path in host.asked if path.endswith(".wasm")], "what didn't change isn't fetched again"
    host.unplug()
    page.goto(f"{host.url}more/")
    expect(page.locator("article")).to_contain_text("Much more of it")


def test_kept_page_is_shown_when_the_network_is_slow(host: Host, page: Page) -> None:
    """After three seconds of silence the kept page stands in."""
    visit(page, host.url)
    host.delay_s = 15
    page.reload(timeout=12_000, wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A chapter")


@pytest.mark.parametrize("name", ["switched off", "served"])
def test_later_build_without_it_removes_it(name: str, host: Host, edition: Build, page: Page) -> None:
    """offline: false publishes a kill switch; `mkdocs serve` publishes nothing, and its pages clean up."""
    visit(page, host.url)
    host.site = edition(name)
    assert (host.site / "service-worker.js").exists() is (EDITIONS[name][1] == "build")
    page.goto(host.url)
    _until(page, lambda: registrations(page) == 0 and caches(page) == [])
    expect(control(page)).to_have_count(0)
    page.goto(host.url)
    page.wait_for_timeout(500)
    assert registrations(page) == 0
    assert caches(page) == []


def test_kill_switch_reaches_a_tab_that_is_never_reloaded(host: Host, edition: Build, page: Page) -> None:
    """The script alone unregisters itself and removes this book's caches, and no other's."""
    visit(page, host.url)
    page.evaluate("Promise.all(['prepbook:/other/:files', 'somebody'].map((name) => caches.open(name)))")
    host.site = edition("switched off")
    look_again(page)
    _until(page, lambda: registrations(page) == 0 and sorted(caches(page)) == ["prepbook:/other/:files", "somebody"])


# What pages have loaded is still being reported and kept while the reader turns it off, and after.
VISIT_AND_TURN_OFF = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  const visit = () => active.postMessage({ kind: "visited", file: "more/index.html", urls: [], ran: true });
  setInterval(visit, 10);
  [...document.querySelectorAll("prep-offline button")].find((b) => b.textContent === "Turn off and clear").click();
}"""


def test_reader_turns_it_off_and_on(host: Host, page: Page) -> None:
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
def test_lack_of_room_is_told_in_words(name: str, host: Host, page: Page) -> None:
    """Whether the browser tells beforehand or refuses in the middle, the reader reads what to do."""
    visit(page, host.url)
    page.evaluate(f"() => {{ {FULL[name]} }}")
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("There isn't enough room: the book needs")
    expect(control(page).get_by_role("button", name="Make this book available offline")).to_be_visible()


def test_lost_network_is_told_and_the_rest_fetched_later(host: Host, page: Page) -> None:
    """What has arrived stays, the button goes on from there."""
    visit(page, host.url)
    host.unplug()
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("The network failed before the book was complete")
    host.plug_in()
    control(page).get_by_role("button", name="Make this book available offline").click()
    expect(control(page)).to_contain_text("The whole book is kept", timeout=60_000)


def test_browser_without_service_workers_shows_nothing(host: Host, page: Page) -> None:
    """Plain HTTP and some private windows have none: no control, no complaint."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(host.url, wait_until="networkidle")
    page.wait_for_timeout(500)
    expect(control(page)).to_be_hidden()
    assert said == []


def _kept(page: Page) -> list[str]:
    """Return the keys of all that is kept."""
    found: list[str] = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) =>"
        " (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()"
    )
    return found


def _is_settled(page: Page) -> bool:
    """Whether the service worker is the newest: none is on its way in."""
    settled: bool = page.evaluate(
        "navigator.serviceWorker.getRegistration()"
        ".then((found) => found?.active?.state === 'activated' && !found.installing && !found.waiting)"
    )
    return settled


def _lists(page: Page) -> list[str]:
    """Return the keys of the editions' lists."""
    return [url for url in _kept(page) if "?prepbook-list=" in url]


def _until(page: Page, met: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until the condition is met."""
    for _ in range(int(seconds * 5)):
        if met():
            return
        page.wait_for_timeout(200)
    pytest.fail(f"not met within {seconds} s")
