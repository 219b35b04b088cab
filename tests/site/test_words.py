"""What scripts and Python say in a page comes through the catalog, to the last word."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from prepbook.words import ENGLISH, speak
from tests.generator.bookmaker import build_book
from tests.generator.foreign import write_foreign_book
from tests.generator.untranslated import untranslated
from tests.hosts import serving

BOOT_MS = 90_000
ANSWERS = {"fails": "def double(x):\n    return x * x\n", "breaks": "def doubled(x):\n    return x + x\n"}


@pytest.fixture(scope="module")
def foreign_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL of the book whose words all stand in brackets."""
    site = build_book(write_foreign_book(tmp_path_factory.mktemp("foreign")))
    speak(ENGLISH)  # for the tests that come after
    with serving(site) as url:
        yield url


def press(part: Locator | Page, name: str) -> None:
    """Press a button by its English name."""
    part.get_by_role("button", name=f"⟦{name}⟧", exact=True).first.click()


def check(section: Locator, verdict: str) -> None:
    """Press Check and wait for a verdict."""
    press(section, "Check")
    expect(section).to_have_attribute("data-verdict", verdict, timeout=BOOT_MS)
    expect(section).to_have_attribute("data-state", "done", timeout=BOOT_MS)


def nothing_is_left(page: Page) -> None:
    """Look through the page as it stands."""
    assert untranslated(page.content()) == set(), page.url


def test_programs_and_verdicts_speak_the_language(foreign_url: str, page: Page) -> None:
    """A run, an answer that fails, one that can't be imported, help, the solution, and the chart after it."""
    page.goto(foreign_url)
    snippet = page.locator('[data-snippet="one/second.py"]')
    press(snippet, "Run")  # the block above hasn't run
    expect(snippet).to_have_attribute("data-state", "error", timeout=BOOT_MS)
    expect(snippet).to_contain_text("⟦Python knows no")
    nothing_is_left(page)
    page.goto(f"{foreign_url}code/")
    section = page.locator("[data-check=double]")
    box = section.get_by_role("textbox", name="⟦Your answer⟧")
    for verdict, answer in (("failed", ANSWERS["fails"]), ("error", ANSWERS["breaks"])):
        box.fill(answer)
        check(section, verdict)
        nothing_is_left(page)
    expect(section).to_contain_text("⟦Your answer has no function `double`.⟧ ⟦Did you mean `doubled`?⟧")
    press(section, "Hint")
    box.fill("def double(x):\n    return x + x\n")
    check(section, "passed")
    expect(section.locator("figure")).to_be_visible(timeout=BOOT_MS)
    press(section, "Solution")
    nothing_is_left(page)


@pytest.mark.without_python
def test_tasks_speak_the_language(foreign_url: str, page: Page) -> None:
    """Figures, orders, menus, classes, a quiz, a placement: unanswered, answered wrongly, with their help."""
    page.goto(f"{foreign_url}tasks/")
    for section in page.locator("[data-check]").all():
        press(section, "Check")
    page.locator("input[type=text]").first.fill("1,5")
    for menu in page.locator("select").all():
        menu.select_option(index=1)
    for choices in page.locator("fieldset:has(input[type=radio])").all():
        choices.locator("input").last.check(force=True)
    for section in page.locator("[data-check]").all():
        press(section, "Check")
        expect(section).to_have_attribute("data-state", "done")
        press(section, "Hint") if section.locator("[data-hints]:not([data-hints='0'])").count() else None
    expect(page.locator(".pb-read").first).to_have_text("⟦Read as 1,5.⟧")
    nothing_is_left(page)


def test_game_writing_mock_and_readiness_speak_the_language(foreign_url: str, page: Page) -> None:
    """A step and a debrief, a text scored, a mock begun and ended, and what is kept of all that."""
    page.goto(f"{foreign_url}tank/")
    tank = page.locator("[data-check=tank]")
    press(tank, "Run")
    expect(tank.locator(".pb-where")).to_contain_text("⟦Minute 2 of 6.", timeout=BOOT_MS)
    check(tank, "failed")
    nothing_is_left(page)
    page.goto(f"{foreign_url}writing/")
    plan = page.locator("[data-check=plan]")
    plan.get_by_role("textbox").fill("Слово")
    press(plan, "Check")
    expect(plan).to_contain_text("⟦1 word, kept")
    for criterion in plan.locator("fieldset").all():
        criterion.locator("input").last.check(force=True)
    press(plan, "Add up my points")
    nothing_is_left(page)
    page.goto(f"{foreign_url}mocks/")
    press(page.locator("[data-check=screen]"), "Start")
    press(page, "Pause")
    press(page, "Go on")
    nothing_is_left(page)
    press(page, "Finish")
    expect(page.locator("[data-check=screen]")).to_contain_text("⟦Report:")
    nothing_is_left(page)
    page.goto(f"{foreign_url}readiness/")
    expect(page.locator("prep-readiness")).to_contain_text("⟦Your work, on this machine⟧")
    nothing_is_left(page)
