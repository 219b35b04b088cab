"""How Python starts in a page: from its memory snapshot, or plainly when that can't be restored; never twice alike."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.conftest import WITHOUT_EXTRAS
from tests.site.running import block, output, press, run

pytestmark = pytest.mark.timeout(600)  # the first test waits for a book to be built
DRAWS = """
import os, random, secrets, tempfile, uuid

print(random.random())
print(random.SystemRandom().random())
print(uuid.uuid1())
print(uuid.uuid4())
print(secrets.token_hex(8))
print(os.urandom(8).hex())
print(tempfile.mktemp())
print(random.getrandbits(60))
"""
FALLBACK = "prepbook: started without the memory snapshot"


@pytest.fixture
def page_and_console(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Return a page without a service worker, and what it writes to the console."""
    context = browser.new_context(**WITHOUT_EXTRAS)
    page = context.new_page()
    written: list[str] = []
    page.on("console", lambda message: written.append(message.text))
    yield page, written
    context.close()


def with_another_snapshot(route: Route) -> None:
    """Answer for the runtime's manifest: its snapshot has the right hash and is none."""
    manifest: dict[str, Any] = route.fetch().json()
    junk = b"no snapshot at all"
    manifest["assets"]["snapshot"] |= {"bytes": len(junk), "sha256": hashlib.sha256(junk).hexdigest()}
    route.fulfill(body=json.dumps(manifest), content_type="application/json")


def test_a_snapshot_that_cannot_be_restored_costs_time_only(
    page_and_console: tuple[Page, list[str]], runs_url: str
) -> None:
    """Python starts plainly, programs and checks work, and the console says why it took longer."""
    page, written = page_and_console
    page.route("**/runtime-*.json", with_another_snapshot)
    page.route("**/snapshot-*.bin", lambda route: route.fulfill(body=b"no snapshot at all"))
    page.goto(runs_url)
    bench = block(page, "one/bench.py")
    assert run(bench, "import statistics\nprint(statistics.mean([1, 2, 6]))") == "done"
    assert output(bench) == "3"
    check = page.locator('[data-check="double"]')
    check.get_by_role("textbox", name="Your answer").fill("def double(x):\n    return x + x\n")
    press(check, "Check")
    check.locator("[data-test][data-outcome=passed]").first.wait_for(timeout=60_000)
    assert check.get_attribute("data-verdict") == "passed"
    assert any(text.startswith(f"{FALLBACK}: Error: snapshot: expected version") for text in written)


def test_two_starts_draw_different_random_numbers(page_and_console: tuple[Page, list[str]], runs_url: str) -> None:
    """What a snapshot froze is drawn anew: nothing random repeats from one fresh interpreter to the next."""
    page, written = page_and_console
    page.goto(runs_url)
    bench = block(page, "one/bench.py")
    shown = []
    for _ in range(2):
        assert run(bench, DRAWS) == "done"
        shown.append(output(bench).splitlines())
    first, second = shown
    assert len(first) == len(second) == 8
    assert [one for one, other in zip(first, second, strict=True) if one == other] == []
    assert not [text for text in written if text.startswith(FALLBACK)], "a plain start proves nothing here"
