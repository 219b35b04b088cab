"""What authors wrote, typed into the page: the verdict and the feedback are the ones that the build knows.

Each check has its solution, its starter and one wrong answer tried here; `tests/runtime/test_answers.py` tries them all
in the same Python outside of a browser.
"""

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Locator, Page, expect

from prepbook.kinds.code import CodeCheck
from tests.answers import Answer, right_answers, wrong_answers
from tests.book import code_checks, the_book

from .running import opened


def chapter_of(check: CodeCheck) -> str:
    """Return the address of a check's page within the site."""
    return next(chapter.url for chapter, ref in the_book().places("check") if ref.target == check.id)


CHECKS = sorted(code_checks(), key=chapter_of)


@pytest.fixture(scope="module", params=CHECKS, ids=lambda check: check.id)
def check(request: pytest.FixtureRequest) -> CodeCheck:
    """Return one check after the other: all tests of a page come together, on one visit."""
    found: CodeCheck = request.param
    return found


def section_of(check: CodeCheck, site_url: str, page: Page) -> Locator:
    """Return the section of a check, on its page; a page that is open already stays as it is."""
    return opened(page, f"{site_url}{chapter_of(check)}").locator(f'[data-check="{check.id}"]')


def test_named_cases_stand_on_the_page_before_any_attempt(check: CodeCheck, site_url: str, kept_page: Page) -> None:
    """Each case that check.yml names is there with what goes in and what should come."""
    cases = section_of(check, site_url, kept_page).locator(".pb-cases table")
    expect(cases).to_have_count(len(check.spec.visible))
    assert len(check.spec.visible) > 0
    for case in cases.all():
        assert {row.inner_text().split()[0] for row in case.locator("th").all()} == {"Input", "Expected"}


def test_untouched_starter_does_not_pass_on_the_page(check: CodeCheck, site_url: str, kept_page: Page) -> None:
    """Pressing Check at once is an attempt like any other."""
    section = section_of(check, site_url, kept_page)
    section.get_by_role("button", name="Check").click()
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    assert section.get_attribute("data-verdict") in {"failed", "error"}


@pytest.mark.parametrize("answers", [right_answers, wrong_answers], ids=["solution", "mistake"])
def test_answer_gets_its_verdict_and_feedback_on_the_page(
    check: CodeCheck, answers: Callable[[CodeCheck], Iterable[Answer]], site_url: str, kept_page: Page
) -> None:
    """Type the answer, press Check, read the verdict and the named mistake."""
    answer = next(iter(answers(check)))
    section = section_of(check, site_url, kept_page)
    section.get_by_role("textbox", name="Your answer").fill(answer.source)
    section.get_by_role("button", name="Check").click()
    expect(section).to_have_attribute("data-verdict", answer.verdict, timeout=60_000)
    expect(section).to_have_attribute("data-state", "done")
    named = section.locator("[data-feedback]")
    expect(named).to_have_count(1 if answer.mistake else 0)
    if answer.mistake:
        expect(named).to_have_attribute("data-feedback", answer.mistake)
    passed = section.locator('[data-test][data-outcome="passed"]').count()
    total = section.locator("[data-test]").count()
    assert total > 0
    assert (passed == total) is (answer.mistake is None)
    assert section.get_by_role("status").inner_text().strip()


CONSTANT = """
def percentile(values, q):
    return 7.0

def merged_percentile(shards, q):
    return 7.0
"""


def test_seed_of_an_attempt_is_shown_and_can_be_repeated(site_url: str, page: Page) -> None:
    """A failure is repeated with its seed; after a pass the next attempt draws another."""
    check = next(check for check in code_checks() if check.id == "percentiles")
    section = section_of(check, site_url, page)
    seed = section.get_by_role("spinbutton", name="Seed of this attempt")
    seed.fill("77")
    answer = section.get_by_role("textbox", name="Your answer")
    answer.fill(CONSTANT.replace("7.0", "undefined_name"))
    drawn = section.locator('[data-test="test_a_fresh_night_each_time"]')
    for _ in range(2):
        section.get_by_role("button", name="Check").click()
        expect(section).to_have_attribute("data-verdict", "failed", timeout=60_000)
        expect(drawn).to_have_attribute("data-outcome", "failed")
        drawn.locator("summary").click()
        expect(drawn).to_contain_text("seed77")
        expect(drawn).to_contain_text("Python knows no undefined_name here")
        assert seed.input_value() == "77"
    answer.fill(check.solution)
    for _ in range(2):
        section.get_by_role("button", name="Check").click()
        expect(section).to_have_attribute("data-verdict", "passed", timeout=60_000)
    assert seed.input_value() != "77"
