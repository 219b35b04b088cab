"""Python is fetched ahead of need, but never on a connection that is dear or slow."""

import json

import pytest
from playwright.sync_api import Page

from tests.hosts import WatchedHost

from .running import block, output, run

BENCH = "one/bench.py"
MEGABYTES = ("pyodide.asm", "snapshot", "stdlib")


def with_connection(page: Page, connection: dict[str, object]) -> None:
    """Let the browser describe its connection so."""
    value = json.dumps(connection)
    page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {value} }})")


def come_near(page: Page) -> None:
    """Do what brings a reader near code: see it, point at it, stand in it."""
    section = block(page, BENCH)
    section.scroll_into_view_if_needed()
    section.hover()
    section.get_by_role("textbox", name="Code:").focus()


@pytest.mark.parametrize(
    "connection",
    [{"saveData": True}, {"effectiveType": "3g"}, {"effectiveType": "2g"}, {"effectiveType": "slow-2g"}],
    ids=str,
)
def test_dear_or_slow_connection_carries_nothing_unasked(
    connection: dict[str, object], runs_host: WatchedHost, page: Page
) -> None:
    """Seeing, pointing and typing fetch nothing of Python; a press of Run does."""
    with_connection(page, connection)
    page.goto(runs_host.url)
    come_near(page)
    page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done, 500)))")
    assert [path for path in runs_host.asked if any(name in path for name in MEGABYTES)] == []
    assert run(block(page, BENCH)) == "done"
    assert output(block(page, BENCH)) == "bench"


@pytest.mark.parametrize("connection", [{"saveData": False, "effectiveType": "4g"}, {}], ids=str)
def test_good_connection_starts_python_ahead(connection: dict[str, object], runs_host: WatchedHost, page: Page) -> None:
    """Coming near is enough."""
    with_connection(page, connection)
    with page.expect_request("**/*.wasm", timeout=60_000):
        page.goto(runs_host.url)
        come_near(page)
