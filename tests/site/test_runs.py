"""What programs can do to a page, and what the reader sees of it: the page stays usable, nothing typed is lost."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from .running import block, opened, output, press, run, write

BENCH = "one/bench.py"
TIGHT = "one/tight.py"  # in time and output
LEAN = "one/lean.py"  # in output and memory; whoever is slow may be so here
NESTED = "x = []\nfor _ in range(10**6):\n    x = [x]\n"


@dataclass(frozen=True)
class Case:
    """A program, the state it ends in, and what the reader is told."""

    source: str
    state: str
    says: tuple[str, ...]
    block: str = BENCH


TIME = "Stopped after 2 seconds, the time limit here."
MEMORY = "of memory, the limit here."
DOWN = "A fresh interpreter is being started."

CASES = {
    "a loop in the module": Case("print('a')\nwhile True: pass", "stopped", ("a", TIME), TIGHT),
    "a loop in a function": Case("def f():\n    while True: pass\nf()", "stopped", (TIME,), TIGHT),
    "a loop in a repr": Case(
        "class A:\n    def __repr__(s):\n        while True: pass\nA()", "stopped", (TIME,), TIGHT
    ),
    "a loop that catches everything": Case(
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass", "stopped", (TIME,), TIGHT
    ),
    "a sleep": Case("import time\nprint('zz')\ntime.sleep(30)", "stopped", ("zz", TIME), TIGHT),
    "a flood of output": Case(
        "for n in range(9_000): print(n)\n'end'", "done", ("Output stops here", "more than 20 kB"), LEAN
    ),
    "an endless flood": Case("while True: print('x' * 80)", "stopped", ("more than 20 kB", TIME), TIGHT),
    "a memory bomb": Case("x = [0]\nwhile True: x += x", "error", ("more than 200 MB", MEMORY), LEAN),
    "one huge value": Case("x = bytearray(3 * 10**8)", "error", ("MemoryError", "more than 200 MB"), LEAN),
    "endless recursion": Case("def f(): return f()\nf()", "error", ("RecursionError", "line 1")),
    "recursion through sorted": Case("def f(x): return sorted([1], key=f)\nf(1)", "error", ("recursion",)),
    "recursion without a limit": Case(
        "import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f()\nf()", "error", ("more than 512 MB", DOWN)
    ),
    "a deep repr": Case(NESTED + "print(repr(x))", "error", ("recursion",)),
    "deep JSON": Case(NESTED + "import json\njson.dumps(x)", "error", ("recursion",)),
    "os._exit": Case("import os\nprint(1)\nos._exit(0)\nprint(2)", "done", ("1",)),
    "os._exit with a code": Case("import os\nos._exit(3)", "error", ("SystemExit: 3",)),
    "an exit below os": Case("import posix\nposix._exit(3)", "error", (DOWN,)),
    "an abort": Case("import os\nos.abort()", "error", (DOWN,)),
    "sys.exit": Case("print(1)\nraise SystemExit", "done", ("1",)),
    "not a number": Case("float('nan'), float('inf'), -0.0", "done", ("(nan, inf, -0.0)",)),
    "a huge int": Case("10 ** 5000", "done", ("<int of 16610 bits>",)),
    "cyclic data": Case("a = []\na.append(a)\na", "done", ("[[[",)),
    "a shadowed sum": Case("sum = 3\njson = None\nlen = None\n'fine'", "done", ("fine",)),
    "a patched module": Case("import json, builtins\njson.dumps = builtins.len = None\n'fine'", "done", ("fine",)),
    "tasks left behind": Case(
        "import asyncio\nasync def f():\n    while True: await asyncio.sleep(0.01)\nt = asyncio.create_task(f())\n'ok'",
        "done",
        ("ok",),
    ),
    "asyncio.run in a function": Case(
        "import asyncio\nasync def f(): return 3\ndef g(): return asyncio.run(f())\ng()",
        "error",
        ("stack switching not supported",),
    ),
    "a closed stdout": Case("import sys\nsys.stdout.close()", "done", ("ended without printing",)),
    "nothing to show": Case("x = 1", "done", ("ended without printing",)),
}


@pytest.mark.parametrize("name", CASES)
def test_program_ends_as_the_table_says_and_the_next_one_runs(name: str, runs_url: str, kept_page: Page) -> None:
    """The state, the words, the program still there; then a plain program prints what it should."""
    case = CASES[name]
    section = block(opened(kept_page, runs_url), case.block)
    state = run(section, case.source)
    shown = output(section)
    assert [word for word in case.says if word not in shown] == [], shown
    assert state == case.state
    assert section.get_by_role("textbox", name="Code:").inner_text().split() == case.source.split()
    assert run(section, "print(sum([1, 2]))") == "done"
    assert output(section) == "3"


def test_stop_ends_a_loop_and_the_spare_runs_the_next_program_at_once(runs_url: str, kept_page: Page) -> None:
    """The page stays usable, and the next program needs no reload (how soon it starts is the benchmark's business)."""
    section = block(opened(kept_page, runs_url), BENCH)
    run(section, "print('spinning')\nwhile True: pass", until="running")
    expect(section.locator("[data-output]")).to_contain_text("spinning")
    kept_page.wait_for_timeout(4_000)  # the spare boots beside the loop
    press(section, "Stop")
    expect(section).to_have_attribute("data-state", "stopped")
    assert "Stopped. Your code is as you left it." in output(section)
    assert run(section, "print('next')") == "done"
    assert output(section) == "next"


def test_two_quick_clicks_run_once(runs_url: str, kept_page: Page) -> None:
    """The second finds the button at rest."""
    section = block(opened(kept_page, runs_url), BENCH)
    write(section, "print('once')")
    section.get_by_role("button", name="Run", exact=True).dblclick()
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    assert output(section) == "once"


def test_program_in_an_address_is_not_taken(runs_url: str, page: Page) -> None:
    """A link can't put code into a box, far less run it."""
    page.goto(f"{runs_url}?code=print('theirs')&run=1#code=print('theirs')")
    expect(page.locator("prep-snippet[ready]").first).to_be_attached()
    section = block(page, BENCH)
    expect(section.get_by_role("textbox", name="Code:")).to_have_text('print("bench")')
    expect(section).to_have_attribute("data-state", "idle")


def test_navigation_in_mid_run_ends_it_and_keeps_what_was_typed(runs_url: str, page: Page) -> None:
    """Another chapter and back: the program is there, idle, and runs."""
    section = block(opened(page, runs_url), BENCH)
    source = "print('still here')\nif True: pass"
    run(section, "while True: pass", until="running")
    write(section, source)
    page.get_by_role("link", name="A session").first.click()
    expect(block(page, "s/first.py")).to_have_attribute("data-state", "idle")
    assert run(block(page, "s/alone.py")) == "done"
    page.go_back()
    expect(section).to_have_attribute("data-state", "idle")
    assert run(section) == "done"
    assert output(section) == "still here"


def test_input_is_answered_from_a_field_below_the_program(runs_url: str, kept_page: Page) -> None:
    """The prompt labels the field, Enter sends, the transcript reads as in a terminal; chance repeats itself."""
    section = block(opened(kept_page, runs_url), BENCH)
    source = (
        "import random\nn = random.random()\nprint('start')\nname = input('Name: ')\n"
        "age = int(input('Age: '))\nprint(name, age + 1, n == random.Random(0) or 'end')"
    )
    run(section, source, until="running")
    field = section.get_by_label("Name:")
    expect(field).to_be_focused()
    field.fill("Ada")
    field.press("Enter")
    expect(section.get_by_label("Age:")).to_be_focused(timeout=60_000)
    section.get_by_label("Age:").fill("36")
    press(section, "Enter")
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    assert output(section) == "start\nName: Ada\nAge: 36\nAda 37 end"
    expect(section.locator(".pb-ask")).to_be_hidden()
    expect(section.get_by_role("button", name="Run", exact=True)).to_be_focused()


def test_input_can_be_stopped_or_ended(runs_url: str, kept_page: Page) -> None:
    """Stop ends the program; "End of input" is Ctrl+D."""
    section = block(opened(kept_page, runs_url), BENCH)
    run(section, "input('Well? ')", until="running")
    expect(section.get_by_label("Well?")).to_be_visible()
    press(section, "Stop")
    expect(section).to_have_attribute("data-state", "stopped")
    assert output(section).endswith("Stopped. Your code is as you left it.")
    run(section, until="running")
    press(section, "End of input")
    expect(section).to_have_attribute("data-state", "error", timeout=60_000)
    assert "EOFError" in output(section)


def test_a_program_that_never_repeats_itself_is_shown_anew(runs_url: str, kept_page: Page) -> None:
    """What depends on the clock is told as the last run told it, once."""
    section = block(opened(kept_page, runs_url), BENCH)
    run(section, "import time\nprint('now', time.time())\nprint(input('? '))", until="running")
    section.get_by_label("?", exact=True).fill("yes")
    press(section, "Enter")
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    assert output(section).count("now") == 1
    assert output(section).endswith("? yes\nyes")


def test_an_answer_may_be_tried_with_input(runs_url: str, kept_page: Page) -> None:
    """Run of an exercise asks as well; Check says that nobody can type."""
    section = opened(kept_page, runs_url).locator('[data-check="double"]')
    box = section.get_by_role("textbox", name="Your answer")
    box.fill("def double(x):\n    return 2 * x\nprint(double(int(input('x: '))))")
    press(section, "Run")
    section.get_by_label("x:").fill("4")
    press(section, "Enter")
    expect(section.locator("[data-output]")).to_contain_text("8", timeout=60_000)
    press(section, "Check")
    expect(section).to_have_attribute("data-verdict", "error", timeout=60_000)
    assert "nobody can type here" in section.inner_text()


def test_a_machine_with_little_memory_holds_one_interpreter(runs_url: str, page: Page) -> None:
    """While a program runs no spare is started; after it one is."""
    page.add_init_script("Object.defineProperty(navigator, 'deviceMemory', { value: 2 })")
    section = block(opened(page, runs_url), BENCH)
    run(section, "while True: pass", until="running")
    page.wait_for_timeout(1_500)
    assert page.locator("iframe[title=Python]").count() == 1
    press(section, "Stop")
    expect(page.locator("iframe[title=Python]")).to_have_count(1)
    assert run(section, "print('next')") == "done"
