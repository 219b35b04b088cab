"""What a reader does stays on the machine: over reloads, crashes, other tabs, and storage that fails."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.conftest import WITHOUT_EXTRAS
from tests.site.offline_helpers import PluggedHost, until
from tests.site.progress_book import answer_box, quiz, solve_quiz, write_at_end

TYPED = "# typed just before the end"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser's profile, which outlives its tabs; without a service worker, which a crash may take along."""
    context = browser.new_context(**WITHOUT_EXTRAS)
    yield context
    context.close()


def test_every_keystroke_survives_a_reload_at_once(progress_host: PluggedHost, page: Page) -> None:
    """The last key was pressed, then the page is reloaded before anything could wait for a pause."""
    page.goto(progress_host.url)
    write_at_end(page, TYPED)
    page.reload()
    expect(answer_box(page)).to_contain_text(TYPED)


def test_every_keystroke_survives_the_crash_of_the_tab(progress_host: PluggedHost, context: BrowserContext) -> None:
    """The renderer is killed right after the last key; no handler of the page runs any more."""
    page = context.new_page()
    page.goto(progress_host.url)
    write_at_end(page, TYPED)
    with pytest.raises(Error):
        page.goto("chrome://crash")
    again = context.new_page()
    again.goto(progress_host.url)
    expect(answer_box(again)).to_contain_text(TYPED)


def test_what_was_chosen_in_a_quiz_survives_the_crash_of_the_tab(
    progress_host: PluggedHost, context: BrowserContext
) -> None:
    """A choice is a keystroke too."""
    page = context.new_page()
    page.goto(progress_host.url)
    quiz(page).get_by_label("Four").check()
    with pytest.raises(Error):
        page.goto("chrome://crash")
    again = context.new_page()
    again.goto(progress_host.url)
    expect(quiz(again).get_by_label("Four")).to_be_checked()


def test_solved_check_says_so_on_the_next_visit(progress_host: PluggedHost, page: Page) -> None:
    """A failed attempt is one that was tried; a passed one is solved; the verdict itself isn't shown again."""
    page.goto(progress_host.url)
    mark = quiz(page).locator(".pb-kept")
    expect(mark).to_be_hidden()
    solve_quiz(page, "Four", "Seven")
    expect(mark).to_have_text(re.compile(r"^Tried on .*, not solved yet\.$"))
    solve_quiz(page, "Six")
    expect(mark).to_have_text(re.compile(r"^Solved on [^,]*\d{4}\.$|^Solved on \w+ \d+, \d{4}\.$"))
    page.reload()
    expect(mark).to_contain_text("Solved on")
    assert quiz(page).get_attribute("data-verdict") is None


def test_help_before_a_solution_is_remembered(progress_host: PluggedHost, page: Page) -> None:
    """A hint is seen, then the code check passes: solved with a hint, on this visit and the next."""
    page.goto(progress_host.url)
    check = page.locator('[data-check="double"]')
    check.get_by_role("button", name="Hint").click()
    expect(check).to_contain_text("Hint 1 of 1")
    answer_box(page).fill("def double(x):\n    return x + x\n")
    check.get_by_role("button", name="Check").click()
    expect(check).to_have_attribute("data-verdict", "passed", timeout=60_000)
    expect(check.locator(".pb-kept")).to_contain_text("with a hint")
    page.reload()
    expect(check.locator(".pb-kept")).to_contain_text("with a hint")


def test_solution_is_confirmed_only_before_the_first_attempt_ever(progress_host: PluggedHost, page: Page) -> None:
    """Who tried on an earlier visit isn't asked again; seeing it counts as help."""
    page.goto(progress_host.url)
    button = quiz(page).get_by_role("button", name="Solution")
    button.click()
    expect(quiz(page)).to_contain_text("Show the solution before trying?")
    quiz(page).get_by_role("button", name="Keep trying").click()
    solve_quiz(page, "Three", "Six")
    page.reload()
    button.click()
    expect(quiz(page).locator(".pb-solution")).to_contain_text("Four")
    solve_quiz(page, "Four")
    expect(quiz(page).locator(".pb-kept")).to_contain_text("after seeing the solution")


def test_tab_that_is_behind_picks_up_what_another_one_typed(
    progress_host: PluggedHost, context: BrowserContext
) -> None:
    """A box nobody types in follows, says so, and offers the way back."""
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(progress_host.url)
    expect(answer_box(second)).to_be_visible()
    write_at_end(first, TYPED)
    expect(answer_box(second)).to_contain_text(TYPED)
    note = second.locator('[data-check="double"] .pb-note')
    expect(note).to_contain_text("brought over from another tab")
    note.get_by_role("button", name="Back to what stood here").click()
    expect(answer_box(second)).not_to_contain_text(TYPED)


def test_tab_in_which_somebody_types_is_not_overwritten(progress_host: PluggedHost, context: BrowserContext) -> None:
    """It is told of the other version and may have it; what is typed stays until then."""
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(progress_host.url)
    write_at_end(second, "# second")
    expect(answer_box(first)).to_contain_text("# second")
    write_at_end(first, "# first")
    note = second.locator('[data-check="double"] .pb-note')
    expect(note).to_contain_text("This changed in another tab")
    expect(answer_box(second)).to_be_focused()
    expect(answer_box(second)).not_to_contain_text("# first")
    note.get_by_role("button", name="Show that version").click()
    expect(answer_box(second)).to_contain_text("# first")


def test_attempts_of_two_tabs_are_united(progress_host: PluggedHost, context: BrowserContext) -> None:
    """Each tab's attempt counts: solved in one, tried in the other, is solved in both and on the next visit."""
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(progress_host.url)
    solve_quiz(first, "Four", "Six")
    expect(quiz(second).locator(".pb-kept")).to_contain_text("Solved on")
    solve_quiz(second, "Three")
    third = context.new_page()
    third.goto(progress_host.url)
    expect(quiz(third).locator(".pb-kept")).to_contain_text("Solved on")


def test_answers_of_the_first_editions_are_taken_over(progress_host: PluggedHost, page: Page) -> None:
    """What they kept in localStorage, a text and a quiz's choices, is there, and has moved."""
    page.goto(progress_host.url)
    page.evaluate(
        """() => { localStorage.setItem("prepbook:/book/:check:double", "# from before");
        localStorage.setItem("prepbook:/book/:check:sums", "[[1],[]]") }"""
    )
    page.reload()
    expect(answer_box(page)).to_have_text("# from before")
    expect(quiz(page).get_by_label("Four")).to_be_checked()
    until(page, lambda: page.evaluate("localStorage.length === 0"))
    page.reload()
    expect(answer_box(page)).to_have_text("# from before")


FAULTS = {
    "no database": (
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
        "doesn't let the book use its database",
    ),
    "a database that can't be opened": (
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
        "doesn't let the book use its database",
    ),
    "no storage at all": (
        "Object.defineProperty(window, 'indexedDB', { value: undefined });"
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        "Nothing can be kept in this browser",
    ),
    "no room": (
        "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "no room left to keep your work",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_storage_that_fails_is_told_and_stops_nobody(name: str, progress_host: PluggedHost, page: Page) -> None:
    """One line above the work says what is wrong and what to do; typing, checking and verdicts go on."""
    script, said = FAULTS[name]
    page.add_init_script(script)
    page.goto(progress_host.url)
    write_at_end(page, TYPED)
    solve_quiz(page, "Four", "Six")
    expect(quiz(page)).to_have_attribute("data-verdict", "passed")
    expect(page.locator(".pb-storage:visible")).to_have_count(1)
    expect(page.locator(".pb-storage")).to_contain_text(said)
    expect(answer_box(page)).to_contain_text(TYPED)


def test_data_of_a_newer_edition_is_told_and_left_alone(progress_host: PluggedHost, page: Page) -> None:
    """An older deploy, or a stale tab, meets a database of the future."""
    page.goto(f"{progress_host.url}book.json")
    page.evaluate(
        """() => new Promise((resolve) => { const asked = indexedDB.open("prepbook:/book/", 99);
        asked.onsuccess = () => { asked.result.close(); resolve() } })"""
    )
    page.goto(progress_host.url)
    expect(page.locator(".pb-storage")).to_contain_text("A newer edition of this book")
    write_at_end(page, TYPED)
    page.reload()
    expect(answer_box(page)).to_contain_text(TYPED)
    assert page.evaluate("indexedDB.databases().then((all) => all[0].version)") == 99


def test_database_that_answers_late_overwrites_nothing_typed_meanwhile(
    progress_host: PluggedHost, context: BrowserContext
) -> None:
    """The page begins without it after a while; then the reader types; then the old draft arrives."""
    before = context.new_page()
    before.goto(progress_host.url)
    write_at_end(before, "# the old draft")
    until(before, lambda: before.evaluate("localStorage.length === 0"))
    before.close()
    page = context.new_page()
    page.add_init_script(
        """const held = new Promise((resolve) => { window.release = resolve });
        const add = IDBOpenDBRequest.prototype.addEventListener;
        IDBOpenDBRequest.prototype.addEventListener = function (kind, listen) {
          add.call(this, kind, kind === "success" ? async () => { await held; listen() } : listen) }"""
    )
    page.goto(progress_host.url)
    write_at_end(page, TYPED)
    page.evaluate("window.release()")
    until(page, lambda: page.evaluate("localStorage.length === 0"))
    expect(answer_box(page)).to_contain_text(TYPED)
    expect(answer_box(page)).not_to_contain_text("# the old draft")
