"""How long a reader waits for the verdict on each code lab, once Python is there. Prints a Markdown table."""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.start import ROOT, SETTLED_MS, built, launched, serve
from tests.book import code_checks, the_book

ROUNDS = 3
TARGET_MS = 1000
TO_VERDICT = """async (section) => {
    const isDone = () => section.dataset.state === "done";
    const check = [...section.querySelectorAll("button")].find((each) => each.textContent.trim() === "Check");
    section.dataset.state = "idle";
    const start = performance.now();
    check.click();
    await new Promise((resolve) => {
        const look = () => isDone() && resolve();
        new MutationObserver(look).observe(section, { attributes: true, attributeFilter: ["data-state"] });
    });
    return performance.now() - start;
}"""


def waited(page: Page, check_id: str) -> float:
    """Press Check; return the ms from the press to the verdict."""
    section = page.locator(f'[data-check="{check_id}"]')
    ms: float = section.evaluate(TO_VERDICT)
    assert section.get_attribute("data-verdict") == "passed", check_id
    return ms


def verdicts(browser: Browser, url: str) -> dict[str, float]:
    """Return the median ms of the solution's verdict, by check; before each press a spare has booted."""
    urls = {ref.target: chapter.url for chapter, ref in the_book().places("check")}
    page = browser.new_context().new_page()
    found = {}
    for check in code_checks():
        page.goto(url + urls[check.id])
        section = page.locator(f'[data-check="{check.id}"]')
        section.get_by_role("textbox", name="Your answer").fill(check.solution)
        times = []
        for _ in range(ROUNDS):
            page.wait_for_timeout(SETTLED_MS)
            times.append(waited(page, check.id))
        found[check.id] = statistics.median(times)
    return found


def main() -> None:
    """Measure and print, slowest first."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        url = serve(built(ROOT, Path(scratch) / "site"))
        browser = launched(playwright)
        found = verdicts(browser, url)
        browser.close()
    print(f"\n| Check to verdict on the solution, medians of {ROUNDS} | ms | target |\n|---|---|---|")
    for name, ms in sorted(found.items(), key=lambda item: -item[1]):
        print(f"| {name} | {ms:.0f} | {TARGET_MS} |")


if __name__ == "__main__":
    main()
