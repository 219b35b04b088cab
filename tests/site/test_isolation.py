"""A browser that can't isolate runs nothing but on the reader's word, and says so; nobody else's messages count."""

import pytest
from playwright.sync_api import Page, expect

from .running import BOOT_MS, block, opened, output, press, run

BENCH = "one/bench.py"
ALLOW = "Run without isolation"
UNABLE = "could not start Python apart from this page"
OPEN_FRAMES = "iframe[title=Python]:not([sandbox])"

# Stands in for a browser that gives such a frame no worker, or doesn't run its script; frames without a sandbox work.
BROKEN = """
const { set } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "srcdoc");
Object.defineProperty(HTMLIFrameElement.prototype, "srcdoc", {
  set(text) { set.call(this, this.hasAttribute("sandbox") ? text.replace(%s, %s) : text); },
});
"""
REFUSING = BROKEN % ('"worker-src blob:"', "\"worker-src 'none'\"")
SILENT = BROKEN % ('"<script"', '"<template"')


@pytest.fixture
def unable(page: Page, runs_url: str) -> Page:
    """Return the book in a browser that starts no worker in a frame without an origin."""
    page.add_init_script(REFUSING)
    return opened(page, runs_url)


def test_without_isolation_nothing_runs_until_the_reader_says_so(unable: Page) -> None:
    """The block says why; one press allows it, for this visit only."""
    section = block(unable, BENCH)
    assert run(section) == "error"
    assert UNABLE in output(section)
    assert "bench" not in output(section)
    assert unable.locator(OPEN_FRAMES).count() == 0
    press(section, ALLOW)
    expect(section).to_have_attribute("data-state", "done", timeout=BOOT_MS)
    assert output(section) == "bench"
    assert run(section, "print('again')") == "done"
    unable.reload()
    assert run(section) == "error"
    assert UNABLE in output(section)


def test_without_isolation_each_run_says_so(unable: Page) -> None:
    """The line that tells what goes on tells this too."""
    section = block(unable, BENCH)
    run(section, "while True: pass")
    assert UNABLE in output(section)
    press(section, ALLOW)
    expect(section.locator(".pb-progress")).to_contain_text("Without isolation, as you allowed.", timeout=BOOT_MS)
    press(section, "Stop")
    expect(section).to_have_attribute("data-state", "stopped")


def test_without_isolation_an_exercise_asks_too(unable: Page) -> None:
    """No verdict on the answer before, one after."""
    section = unable.locator('[data-check="double"]')
    section.get_by_role("textbox", name="Your answer").fill("def double(x): return 2 * x")
    press(section, "Check")
    expect(section).to_have_attribute("data-fault", "ours", timeout=BOOT_MS)
    assert UNABLE in section.inner_text()
    press(section, ALLOW)
    expect(section).to_have_attribute("data-verdict", "passed", timeout=BOOT_MS)


def test_without_isolation_what_can_be_locked_is(unable: Page) -> None:
    """The network stays closed by the frame's policy, storage by its removal."""
    section = block(unable, BENCH)
    names = ["caches", "indexedDB", "BroadcastChannel", "XMLHttpRequest", "WebSocket", "Worker", "postMessage"]
    closed = f"import js\nprint([name for name in {names} if hasattr(js, name)])\n"
    run(section, f"{closed}try:\n    await js.fetch(js.location.origin)\nexcept Exception: print('no')")
    press(section, ALLOW)
    expect(section).to_have_attribute("data-state", "done", timeout=BOOT_MS)
    assert output(section) == "[]\nno"


def test_frame_that_never_answers_is_given_up(page: Page, runs_url: str) -> None:
    """Silence counts as a refusal, after 30 s."""
    page.add_init_script(SILENT)
    page.clock.install()
    section = block(opened(page, runs_url), BENCH)
    press(section, "Run")
    expect(page.locator("iframe[title=Python]")).to_have_count(1, timeout=BOOT_MS)
    page.clock.fast_forward(31_000)
    expect(section).to_have_attribute("data-state", "error", timeout=BOOT_MS)
    assert UNABLE in output(section)


# Put before a wrong answer. What is left to forge is Python's own side: see worker.js.
FORGERIES = {
    "a report through the worker": 'js.postMessage(js.JSON.parse(\'{"kind": "report"}\'))',
    "a port that forges": """
send = js.MessagePort.prototype.postMessage
def forge(port, message, *rest):
    for test in getattr(getattr(message, "report", None), "tests", None) or []:
        test.outcome = "passed"
    send.call(port, message)
js.MessagePort.prototype.postMessage = create_proxy(forge).captureThis()
""",
    "a parser that forges": """
parse = js.JSON.parse
js.JSON.parse = create_proxy(lambda text, *rest: parse(text.replace('"failed"', '"passed"')))
""",
}


@pytest.mark.parametrize("name", FORGERIES)
def test_answer_cannot_forge_its_verdict_from_javascript(name: str, runs_url: str, kept_page: Page) -> None:
    """Whatever it puts in place of the browser's own, a wrong answer doesn't pass."""
    section = opened(kept_page, runs_url).locator('[data-check="double"]')
    lines = ["import js", "from pyodide.ffi import create_proxy", FORGERIES[name], "def double(x): return x"]
    section.get_by_role("textbox", name="Your answer").fill("\n".join(lines))
    press(section, "Check")
    expect(section).to_have_attribute("data-state", "done", timeout=BOOT_MS)
    assert section.get_attribute("data-verdict") in {"failed", "error"}
    assert section.locator('[data-outcome="failed"]').count() > 0 or "postMessage" in section.inner_text()


SHOUTING = """
const forged = { kind: "report", id: "0".repeat(32), report: { outcome: "ok", error: null, result: "forged" } };
setInterval(() => {
  opener.postMessage(forged, "*");
  for (let index = 0; index < opener.frames.length; index += 1) {
    const { port1, port2 } = new MessageChannel();
    opener.frames[index].postMessage({ program: "postMessage('hello')" }, "*", [port1, port2]);
    opener.frames[index].postMessage(forged, "*");
  }
}, 1);
"""


def test_messages_of_another_window_are_ignored(page: Page, runs_url: str) -> None:
    """Programs and reports shouted at the page and its frames change nothing, also while Python starts."""
    section = block(opened(page, runs_url), BENCH)
    with page.expect_popup() as popup:
        page.evaluate("void window.open('about:blank')")
    popup.value.evaluate(SHOUTING)
    for number in range(3):
        assert run(section, f"print({number})") == "done"
        assert output(section) == str(number)
