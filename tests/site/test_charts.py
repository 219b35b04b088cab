"""The chart after Check as a reader meets it: right, wrong and failing answers, and what stays as it was."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.hosts import serving
from tests.site.chartbook import build_chartbook

BOOT_MS = 90_000
RIGHT = "def double(x):\n    return 2 * x\n"
SQUARE = "print('squares')\n\ndef double(x):\n    return x * x\n"
RAISES = "def double(x):\n    if x > 3:\n        raise RuntimeError('too large\\nfor me')\n    return 2 * x\n"
NOTHING = "def double(x):\n    return 2 * x if x < 4 else None\n"
ENDLESS = "def double(x):\n    return 2 * x if x != 5 else float('inf')\n"
# Loops in the chart only: the tests stop at 3.
LOOPS = "def double(x):\n    while x > 3:\n        pass\n    return 2 * x\n"


@pytest.fixture(scope="module")
def chart_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL of the small book with a chart."""
    site = build_chartbook(tmp_path_factory.mktemp("chart") / "book")
    with serving(site) as url:
        yield url


def opened(page: Page, url: str) -> Locator:
    """Return the check's section, on its page."""
    if page.url != url:
        page.goto(url)
    return page.locator("[data-check=double]")


def check(section: Locator, answer: str, verdict: str) -> Locator:
    """Type an answer, press Check, wait for the verdict. Returns the place of the chart."""
    section.get_by_role("textbox", name="Your answer").fill(answer)
    section.get_by_role("button", name="Check").click()
    expect(section).to_have_attribute("data-verdict", verdict, timeout=BOOT_MS)
    return section.locator("[data-chart]")


# name: (answer, its verdict, what is said below the picture)
CURVES = {
    "right": (RIGHT, "passed", "double: your answer agrees with the reference at every point."),
    "wrong": (
        SQUARE,
        "failed",
        "double: furthest from the reference where “Number” is 9, with 81 instead of 18.",
    ),
    "gap": (
        ENDLESS,
        "passed",
        "double: your answer gives nothing that can be drawn where “Number” is 5; the reference is 10.",
    ),
}


@pytest.mark.parametrize("name", CURVES)
def test_curve_of_the_answer_is_drawn_beside_the_reference(name: str, chart_url: str, kept_page: Page) -> None:
    """A picture of both, with a text alternative that says how they compare."""
    answer, verdict, said = CURVES[name]
    place = check(opened(kept_page, chart_url), answer, verdict)
    figure = place.get_by_role("figure", name="What doubling comes to")
    expect(figure.get_by_role("listitem")).to_have_text(said, timeout=BOOT_MS)
    picture = figure.get_by_role("img")
    expect(picture).to_have_attribute("alt", f"What doubling comes to: A straight line through zero. {said}")
    assert picture.evaluate("async (image) => (await image.decode(), image.naturalWidth)") > 0
    expect(place.locator(".pb-say")).to_have_text("Solid: your answer. Dashed: the reference solution.")


def test_numbers_stand_in_a_fold(chart_url: str, kept_page: Page) -> None:
    """Every value of both curves, side by side."""
    place = check(opened(kept_page, chart_url), SQUARE, "failed")
    place.get_by_text("The numbers").click(timeout=BOOT_MS)
    rows = [row.inner_text().split("\t") for row in place.get_by_role("row").all()]
    assert rows == [["Number", "Your answer", "Reference"], *([f"{x}", f"{x * x}", f"{2 * x}"] for x in range(10))]


# name: (answer, its verdict, why there is no chart)
REASONS = {
    "raises": (RAISES, "passed", "RuntimeError: too large."),
    "returns no number": (NOTHING, "passed", "expected “double”[4] to be two numbers, found None."),
}


@pytest.mark.parametrize("name", REASONS)
def test_answer_that_cannot_be_drawn_is_told_why_in_one_line(name: str, chart_url: str, kept_page: Page) -> None:
    """The verdict is untouched."""
    answer, verdict, why = REASONS[name]
    section = opened(kept_page, chart_url)
    place = check(section, answer, verdict)
    said = f"Your curve could not be drawn: {why} The verdict above stands as it is."
    expect(place).to_have_text(said, timeout=BOOT_MS)
    expect(section).to_have_attribute("data-verdict", verdict)
    expect(place.get_by_role("figure")).to_have_count(0)


def test_answer_that_cannot_be_imported_has_no_chart(chart_url: str, kept_page: Page) -> None:
    """There's nothing to ask for a curve."""
    section = opened(kept_page, chart_url)
    place = check(section, "1 / 0\n", "error")
    expect(section).to_have_attribute("data-state", "done")
    expect(place).to_be_hidden()


def test_chart_that_takes_long_delays_nobody(chart_url: str, kept_page: Page) -> None:
    """The verdict is out before it begins, and the next Check ends it."""
    section = opened(kept_page, chart_url)
    place = check(section, LOOPS, "passed")
    expect(section).to_have_attribute("data-state", "done")
    expect(place).to_have_text("Drawing your curve…", timeout=BOOT_MS)
    place = check(section, SQUARE, "failed")
    expect(place.get_by_role("figure")).to_be_visible(timeout=BOOT_MS)


def test_page_holds_no_chart_before_a_check_nor_after_a_reload(chart_url: str, page: Page) -> None:
    """The reference would give the answer away; its script isn't even asked for, and a chart isn't kept."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    section = opened(page, chart_url)
    expect(section.get_by_role("button", name="Check")).to_be_visible()
    assert [url for url in asked if "chunk-chart" in url] == []
    place = section.locator("[data-chart]")
    expect(place).to_be_hidden()
    place = check(section, RIGHT, "passed")
    expect(place.get_by_role("figure")).to_be_visible(timeout=BOOT_MS)
    assert [url for url in asked if "stdlib" in url] == []
    page.reload()
    expect(section.get_by_role("textbox", name="Your answer")).to_contain_text("return 2 * x")
    expect(place).to_be_hidden()


def test_reset_takes_the_chart_away(chart_url: str, kept_page: Page) -> None:
    """It belongs to an answer that is gone."""
    section = opened(kept_page, chart_url)
    place = check(section, RIGHT, "passed")
    expect(place.get_by_role("figure")).to_be_visible(timeout=BOOT_MS)
    section.get_by_role("button", name="Reset", exact=True).click()
    expect(place).to_be_hidden()
    expect(place).to_be_empty()


def test_chart_fits_a_phone(chart_url: str, browser: Browser) -> None:
    """At 320 pixels nothing is wider than the page."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme="dark")
    page = context.new_page()
    place = check(opened(page, chart_url), SQUARE, "failed")
    place.get_by_text("The numbers").click(timeout=BOOT_MS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
