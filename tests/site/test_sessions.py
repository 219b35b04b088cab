"""Blocks that share their variables, and blocks that don't."""

import re

from playwright.sync_api import Page, expect

from .running import block, opened, output, press, run


def test_blocks_of_a_session_share_variables_and_others_do_not(runs_url: str, page: Page) -> None:
    """In the order of the page each prints what it printed at build; a block of its own knows nothing of it."""
    opened(page, f"{runs_url}session/")
    for path, printed in {"s/first.py": "2", "s/second.py": "3", "s/third.py": "6", "s/alone.py": "False"}.items():
        built = output(block(page, path))
        assert run(block(page, path)) == "done"
        assert built == printed
        assert output(block(page, path)).endswith(printed)
    assert run(block(page, "s/second.py")) == "done"
    assert output(block(page, "s/second.py")) == "4"
    line = block(page, "s/second.py").locator(".pb-session")
    assert "Session “prices”, block 2 of 3" in line.inner_text()
    assert "This was run 4 of the session." in line.inner_text()


def test_a_block_that_runs_too_early_says_which_ones_are_missing(runs_url: str, page: Page) -> None:
    """One press runs all above, then the block itself."""
    section = block(opened(page, f"{runs_url}session/"), "s/third.py")
    assert run(section) == "error"
    assert "NameError" in output(section)
    assert "have not run yet: s/first.py, s/second.py." in output(section)
    press(section, "Run all above, then this")
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    assert output(section).endswith("6")
    assert output(block(page, "s/second.py")) == "3"


def test_stop_loses_the_variables_and_every_block_of_the_session_says_so(runs_url: str, page: Page) -> None:
    """The next run of the session starts from nothing."""
    opened(page, f"{runs_url}session/")
    first, second = block(page, "s/first.py"), block(page, "s/second.py")
    assert run(first) == "done"
    run(second, "while True: pass", until="running")
    press(second, "Stop")
    expect(second).to_have_attribute("data-state", "stopped")
    lost = re.compile("The session has started afresh: its variables are gone.")
    for section in (first, second, block(page, "s/third.py")):
        expect(section.locator(".pb-session")).to_contain_text(lost)
    assert "its variables are gone" in output(second)
    assert run(second, "'prices' in globals()") == "done"
    assert output(second).endswith("False")


def test_a_block_waits_for_another_of_its_session(runs_url: str, page: Page) -> None:
    """Two presses, one after the other, and both find the variables."""
    opened(page, f"{runs_url}session/")
    first, second = block(page, "s/first.py"), block(page, "s/second.py")
    press(first, "Run")
    press(second, "Run")
    expect(second).to_have_attribute("data-state", "done", timeout=60_000)
    assert output(first) == "2"
    assert output(second) == "3"


def test_input_in_a_session_keeps_its_variables(runs_url: str, page: Page) -> None:
    """What ran before is brought back when the program runs again with an answer."""
    opened(page, f"{runs_url}session/")
    first, second = block(page, "s/first.py"), block(page, "s/second.py")
    assert run(first) == "done"
    run(second, "print(len(prices), input('Which? '))", until="running")
    second.get_by_label("Which?").fill("all")
    second.get_by_label("Which?").press("Enter")
    expect(second).to_have_attribute("data-state", "done", timeout=60_000)
    assert output(second) == "Which? all\n2 all"
    assert run(block(page, "s/third.py")) == "done"
    assert output(block(page, "s/third.py")).endswith("3")
