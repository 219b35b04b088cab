"""What opens or appears while somebody works can be read by all, too."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from prepbook.book import Check
from tests.book import the_book
from tests.conftest import SAVING_DATA, WITHOUT_EXTRAS
from tests.pages.axe import color_findings, findings, place_findings
from tests.pages.conftest import Reader
from tests.site import interviews, running, tasks

LONG_MS = 90_000
State = Callable[[Page, str], object]


@pytest.fixture(scope="module")
def worker(browser: Browser) -> Iterator[Reader]:
    """Return a reader who works: apart from the one who only reads, for work leaves traces on other pages."""
    context = browser.new_context(**WITHOUT_EXTRAS)
    context.add_init_script(SAVING_DATA)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield Reader(context.new_page())
    context.close()


def first_of(kind: str) -> tuple[Check, str]:
    """Return the first check of a kind in the order of the book, and the URL of its page."""
    book = the_book()
    return next(
        (book.checks[ref.target], chapter.url)
        for chapter, ref in book.places("check")
        if book.checks[ref.target].spec.kind == kind
    )


def after_task(kind: str) -> State:
    """Return the state after a right answer to the first task of a kind."""

    def attempt(page: Page, url: str) -> None:
        task = next(task for task in tasks.tasks() if task.spec.kind == kind)
        section = tasks.opened(page, url, task.id)
        tasks.solve(task, section)
        tasks.press_check(section, "passed")

    return attempt


def after_quiz(page: Page, url: str) -> None:
    """Choose the first option of each question, so that some are wrong."""
    check, where = first_of("quiz")
    page.goto(url + where)
    section = interviews.check(page, check.id)
    for question in section.locator("fieldset").all():
        question.locator("input").first.check()
    running.press(section, "Check")
    expect(section).to_have_attribute("data-state", "done")


def after_code(page: Page, url: str) -> None:
    """Check the starter, which fails."""
    check, where = first_of("code")
    page.goto(url + where)
    section = interviews.check(page, check.id)
    running.press(section, "Check")
    expect(section).to_have_attribute("data-verdict", "failed", timeout=LONG_MS)


def after_rubric(page: Page, url: str) -> None:
    """Write, and score with the lowest level of each criterion."""
    check, where = first_of("rubric")
    page.goto(url + where)
    section = interviews.check(page, check.id)
    criteria = section.locator("fieldset").count()
    interviews.write_and_score(section, "An answer.", [0] * criteria)


def after_simulation(page: Page, url: str) -> None:
    """Start the game and let it say where it stands."""
    check, where = first_of("simulation")
    page.goto(url + where)
    section = interviews.check(page, check.id)
    running.press(section, "Run")
    expect(section.locator(".pb-where")).to_be_visible(timeout=LONG_MS)
    expect(section.get_by_role("button", name="Stop", exact=True)).to_be_disabled(timeout=LONG_MS)


def after_run(page: Page, url: str) -> None:
    """Run a program that ends in a traceback."""
    page.goto(url)
    snippet = page.locator("[data-snippet]").first
    running.run(snippet, "print('so far')\n1 / 0", until="error")


def searched(page: Page, url: str) -> None:
    """Open search and find something."""
    page.goto(url)
    page.locator("#__search").evaluate("box => box.click()")
    page.get_by_role("textbox", name="Search").fill("latency")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def drawer(page: Page, url: str) -> None:
    """Open the navigation as a phone shows it; on a wide page it stands there anyway."""
    page.goto(url)
    page.locator("#__drawer").evaluate("box => box.click()")


def citation(page: Page, url: str) -> None:
    """Open what a source says."""
    page.goto(f"{url}role/")
    page.locator(".pb-cite-mark").first.focus()
    expect(page.locator(".pb-cite-note").first).to_be_visible()


def term(page: Page, url: str) -> None:
    """Open a definition."""
    page.goto(f"{url}technical-bar/serving/")
    page.locator(".pb-term-word").first.focus()
    expect(page.locator(".pb-term-note").first).to_be_visible()


def copied(page: Page, url: str) -> None:
    """Let Material's dialog say that code has been copied, and stay until it has been looked at."""
    page.goto(f"{url}technical-bar/")
    page.evaluate("window.setInterval = () => 0")
    page.locator(".md-typeset .md-code__button, .md-typeset .md-clipboard").first.evaluate("button => button.click()")
    expect(page.locator(".md-dialog")).to_contain_text("Copied")


def forgetting(page: Page, url: str) -> None:
    """Be asked whether all shall be forgotten."""
    page.goto(f"{url}practice/readiness/")
    page.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_role("button", name="Yes, forget everything")).to_be_visible()


def mock(page: Page, url: str) -> None:
    """Start a mock."""
    check, where = first_of("mock")
    page.goto(url + where)
    running.press(interviews.check(page, check.id), "Start")
    expect(interviews.bar(page)).to_be_visible(timeout=LONG_MS)


KINDS = ("number", "order", "match", "classify", "placement")
STATES: dict[str, State] = {
    **{f"after {kind}": after_task(kind) for kind in KINDS},
    "after quiz": after_quiz,
    "after code": after_code,
    "after rubric": after_rubric,
    "after simulation": after_simulation,
    "after a run": after_run,
    "search open": searched,
    "navigation open": drawer,
    "citation open": citation,
    "definition open": term,
    "dialog open": copied,
    "asked before forgetting": forgetting,
    "mock running": mock,  # the last: it follows the reader
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_state_has_no_grave_finding(state: State, worker: Reader, site_url: str) -> None:
    """In both schemes and at both widths."""
    page = worker.page
    state(page, site_url)
    found = color_findings(worker.look(390, "light"), worker.seen) + findings(page)
    found += color_findings(worker.look(390, "dark"), worker.seen)
    found += color_findings(worker.look(1280, "dark"), worker.seen) + place_findings(page)
    found += color_findings(worker.look(1280, "light"), worker.seen)
    assert found == []
