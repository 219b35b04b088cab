"""A mock as its reader meets it: drawn, followed across pages, reloads and tabs, reported and printed."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.interviews import (
    DOUBLE_SEED,
    NOON,
    PLAN_SEED,
    WAIT_MS,
    about,
    answer_quiz,
    bar,
    check,
    fact,
    start,
    write_and_score,
)
from tests.site.offline_helpers import until
from tests.site.running import press


def test_whole_mock_across_pages_and_reloads(interviews_url: str, page: Page) -> None:
    """Start, follow the bar, fail, pass, flag, pause, take help, reload at each step: the report knows it all."""
    page.clock.install(time=NOON)
    start(page, interviews_url, "screen", PLAN_SEED)
    page.clock.fast_forward("01:00")
    expect(bar(page).get_by_role("timer")).to_have_text(about(44, "left"))
    bar(page).locator("summary").click()
    bar(page).get_by_role("link", name="Sums").click()
    expect(page).to_have_url(re.compile("/writing/#check-sums$"))
    answer_quiz(check(page, "sums"), "Five")
    page.reload()
    answer_quiz(check(page, "sums"), "Four")
    press(bar(page), "Flag this part")
    page.clock.fast_forward("10:00")
    plan = check(page, "plan")
    press(plan, "Solution")
    press(plan, "Yes, show it")
    expect(bar(page).locator("summary")).to_contain_text("Part 2 of 2: A plan")
    press(bar(page), "Pause")
    page.reload()
    expect(bar(page).get_by_role("timer")).to_contain_text("The clock stands")
    page.clock.fast_forward("30:00")
    press(bar(page), "Go on")
    write_and_score(check(page, "plan"), "The cache.", [1, 2])
    press(bar(page), "Finish")
    expect(page).to_have_url(re.compile("/mocks/#check-screen$"))
    section = check(page, "screen")
    expect(section).to_have_attribute("data-verdict", "passed", timeout=WAIT_MS)
    expect(section.get_by_role("status")).to_have_text("Passed in time: 2 of 2 parts.")
    assert (fact(section, "sums", "Verdict"), fact(section, "sums", "Tries")) == ("Passed", "2")
    assert fact(section, "plan", "Help") == "Hints: 0, and the solution"
    expect(section.locator('[data-part="sums"]')).to_contain_text("You flagged this part.")
    expect(section.locator(".pb-report")).to_contain_text("Pauses: 1, 3")
    expect(section.locator('[data-part="sums"] dd').last).to_have_text(re.compile(r"^1[12]:\d\d$"))
    expect(bar(page)).to_have_count(0)
    section.get_by_role("textbox", name="What I noticed").fill("Too long at the sums.")
    page.reload()
    expect(check(page, "screen").get_by_role("textbox", name="What I noticed")).to_have_value("Too long at the sums.")


def test_two_tabs_are_in_one_mock(interviews_url: str, context: BrowserContext) -> None:
    """What happens in one tab is seen in the other, without a reload."""
    first, second = context.new_page(), context.new_page()
    second.goto(f"{interviews_url}writing/")
    start(first, interviews_url, "screen", PLAN_SEED)
    expect(bar(second)).to_be_visible(timeout=WAIT_MS)
    answer_quiz(check(second, "sums"), "Four")
    expect(check(first, "screen").get_by_role("listitem").filter(has_text="(passed)")).to_have_count(1)
    press(bar(second), "Pause")
    expect(bar(first).get_by_role("button", name="Go on")).to_be_visible()
    press(check(first, "screen"), "Finish")
    expect(bar(second)).to_have_count(0)


def test_number_repeats_the_draw(interviews_url: str, browser: Browser) -> None:
    """The same number draws the same checks in another browser; another may draw others."""
    drawn: dict[int, list[str]] = {}
    for seed in (PLAN_SEED, DOUBLE_SEED, PLAN_SEED):
        with browser.new_context() as another:
            links = start(another.new_page(), interviews_url, "screen", seed).locator(".pb-mock-list a")
            expect(links).to_have_count(2)
            drawn.setdefault(seed, []).append(links.last.inner_text())
    assert drawn == {PLAN_SEED: ["A plan", "A plan"], DOUBLE_SEED: ["Double a number"]}


def test_code_check_reports_to_the_mock(interviews_url: str, page: Page) -> None:
    """Real Python, judged while the clock runs: verdict, hints and tries arrive."""
    start(page, interviews_url, "loop")
    page.goto(interviews_url)
    double = check(page, "double")
    press(double, "Hint")
    double.get_by_role("textbox", name="Your answer").fill("def double(x):\n    return x + x\n")
    press(double, "Check")
    expect(double).to_have_attribute("data-verdict", "passed", timeout=60_000)
    press(bar(page), "Finish")
    section = check(page, "loop")
    expect(section).to_have_attribute("data-verdict", "passed", timeout=WAIT_MS)
    assert (fact(section, "double", "Tries"), fact(section, "double", "Help")) == ("1", "Hints: 1")


def test_time_up_says_so_and_lets_the_reader_go_on(interviews_url: str, page: Page) -> None:
    """Overtime counts, a pass in it counts too, and the report tells the two apart."""
    page.clock.install(time=NOON)
    start(page, interviews_url, "screen", PLAN_SEED)
    page.clock.fast_forward("46:00")
    expect(bar(page).get_by_role("status")).to_contain_text("Time is up.")
    expect(bar(page).get_by_role("timer")).to_have_text(about(1, "over"))
    page.goto(f"{interviews_url}writing/")
    answer_quiz(check(page, "sums"), "Four")
    write_and_score(check(page, "plan"), "The cache.", [1, 2])
    press(bar(page), "Finish")
    section = check(page, "screen")
    expect(section).to_have_attribute("data-verdict", "passed", timeout=WAIT_MS)
    expect(section.get_by_role("status")).to_have_text("Passed, but in overtime: 2 of 2 parts.")
    assert fact(section, "sums", "Verdict") == "Passed in overtime"


def test_finish_can_be_taken_back_and_a_report_reset(interviews_url: str, page: Page) -> None:
    """A slip of the finger ends nothing for good: neither Finish nor Reset."""
    section = start(page, interviews_url, "screen", PLAN_SEED)
    press(section, "Finish")
    expect(section).to_have_attribute("data-verdict", "failed", timeout=WAIT_MS)
    expect(section.locator(".pb-report")).to_be_focused()
    expect(section.locator(".pb-report")).to_contain_text("Add up more.")
    press(section, "Take it up again")
    expect(bar(page)).to_be_visible()
    press(bar(page), "Finish")
    press(section, "Reset")
    expect(section).to_have_attribute("data-state", "idle")
    press(section, "Undo reset")
    expect(section.locator(".pb-report")).to_be_visible()


def test_one_mock_at_a_time(interviews_url: str, page: Page) -> None:
    """A second one can't be started over the first, and says which one that is."""
    start(page, interviews_url, "screen", PLAN_SEED)
    loop = check(page, "loop")
    expect(loop).to_contain_text("Another mock is under way: A screen.")
    expect(loop.get_by_role("button", name="Start")).to_have_count(0)


def test_by_keyboard(interviews_url: str, page: Page) -> None:
    """Start, flag, pause and finish without a pointer; nobody is thrown out of the bar by what they press there."""
    page.goto(f"{interviews_url}mocks/")
    section = check(page, "screen")
    section.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    expect(section.locator(".pb-mock-list a").first).to_be_focused()
    for name, after in (("Flag this part", "Take the flag off"), ("Pause", "Go on"), ("Go on", "Pause")):
        bar(page).get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
        expect(bar(page).get_by_role("button", name=after)).to_be_focused()
    bar(page).locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(bar(page).get_by_role("link", name="Sums")).to_be_focused()
    bar(page).get_by_role("button", name="Finish").focus()
    page.keyboard.press("Enter")
    expect(section.locator(".pb-report")).to_be_focused(timeout=WAIT_MS)


@pytest.mark.parametrize("width", [390, 320])
def test_bar_and_report_fit_a_phone(width: int, interviews_url: str, page: Page) -> None:
    """Nothing scrolls sideways, and the bar leaves most of the page to the exercise."""
    page.set_viewport_size({"width": width, "height": 800})
    section = start(page, interviews_url, "screen", PLAN_SEED)
    assert bar(page).evaluate("bar => bar.offsetHeight") < 800 / 4
    bar(page).locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in bar(page).get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    press(bar(page), "Finish")
    expect(section.locator(".pb-report")).to_be_visible(timeout=WAIT_MS)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# Gives the sitting that is kept, and keeps another in its place if there is one.
KEPT_SITTING = """(other) => new Promise((resolve, reject) => {
  const asked = indexedDB.open("prepbook:/");
  asked.onerror = () => reject(asked.error);
  asked.onsuccess = () => {
    const transaction = asked.result.transaction("items", "readwrite");
    const items = transaction.objectStore("items");
    let found = null;
    items.get("check:screen").onsuccess = ({ target: { result: item } }) => {
      found = item.draft.value;
      if (other) items.put({ ...item, draft: { ...item.draft, value: other } });
    };
    transaction.oncomplete = () => { asked.result.close(); resolve(found); };
  };
})"""


def test_what_was_kept_cannot_lead_out_of_the_book(interviews_url: str, page: Page) -> None:
    """A record may come from a file: its addresses are held to the book, and what is no sitting is ignored."""
    start(page, interviews_url, "screen", PLAN_SEED)
    until(page, lambda: page.evaluate("localStorage.length === 0"))  # the database has it
    kept = page.evaluate(KEPT_SITTING, None)
    kept["items"][0]["url"], kept["items"][1]["url"] = "javascript:alert(1)", "https://example.org/"
    page.evaluate(KEPT_SITTING, kept)
    page.reload()
    bar(page).locator("summary").click()
    links = bar(page).get_by_role("listitem").get_by_role("link")
    assert [link.evaluate("link => link.href") for link in links.all()] == [interviews_url] * 2
    until(page, lambda: page.evaluate("localStorage.length === 0"))
    page.evaluate(KEPT_SITTING, {})
    page.reload()
    expect(check(page, "screen").get_by_role("button", name="Start")).to_be_visible(timeout=WAIT_MS)
    expect(bar(page)).to_have_count(0)
