"""What must hold in each engine: Python starts, runs, stops and judges, and learner code gets out nowhere."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from tests.hosts import WatchedHost
from tests.site.offline_helpers import PluggedHost

from .drivers import Driver
from .reader import Reader
from .ways import WAYS

BENCH = '[data-snippet="one/bench.py"]'
WAYS_OUT = '[data-snippet="one/ways.py"]'
CHECK = '[data-check="double"]'
HELLO = '[data-snippet="one/hello.py"]'
ENDS = ("done", "error", "stopped")

# Opens reach.js in a worker of the kind asked for and gives what it found, and whether another tab would have heard it.
PROBE = """(async ({ kind, spy }) => {
  const text = await (await fetch("/probe/reach.js")).text();
  const program = `const SPY = ${JSON.stringify(spy)}, SITE = ${JSON.stringify(location.origin + "/")};${text}`;
  await (await caches.open("probe")).put("/secret", new Response("secret"));
  const heard = [];
  const listener = new BroadcastChannel("probe");
  listener.onmessage = ({ data }) => heard.push(data);
  const open = {
    sandbox: async () => (await import("/probe/frame.js")).openSandbox(program),
    "open frame": async () => (await import("/probe/frame.js")).openSandbox(program, { isolated: false }),
    worker: async () => {
      const { port1, port2 } = new MessageChannel();
      const blob = new Blob([program], { type: "text/javascript" });
      const worker = new Worker(URL.createObjectURL(blob), { type: "module" });
      worker.onmessage = () => worker.postMessage(null, [port2]);
      const failed = new Promise((_, reject) => (worker.onerror = ({ message }) => reject(new Error(message))));
      return { port: port1, failed, remove: () => worker.terminate() };
    },
  };
  const { port, failed, remove } = await open[kind]();
  const found = await Promise.race([new Promise((done) => (port.onmessage = ({ data }) => done(data))), failed]);
  // What was sent before this one is heard before it.
  const last = new BroadcastChannel("probe");
  await new Promise((done) => {
    listener.onmessage = ({ data }) => (data === "last" ? done() : heard.push(data));
    last.postMessage("last");
  });
  // Between two threads there is no such order: what must be heard is waited for.
  for (let tries = 0; kind === "worker" && heard.length === 0 && tries < 100; tries++) {
    await new Promise((done) => setTimeout(done, 100));
  }
  for (const channel of [listener, last]) channel.close();
  remove();
  return { found, heard };
})(%s)"""

NETWORK = {
    "fetch from elsewhere",
    "fetch from the site",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "font",
    "worker within",
    "sendBeacon",
}
CODE = {
    *("import from elsewhere", "import from the site", "import of a text"),
    *("importScripts", "importScripts of a text", "worker of the site", "eval"),
}
ALWAYS_OPEN = [
    "fetch from elsewhere",
    "fetch from the site",
    "XMLHttpRequest",
    "worker within",
    "eval",
    "IndexedDB",
    "caches of the site",
]
STORAGE = {"IndexedDB", "caches of the site", "file system", "localStorage", "page"}


@dataclass(frozen=True)
class Reach:
    """What a worker got hold of."""

    open: set[str]
    heard: list[str]


def reach(reader: Reader, kind: str, probes: WatchedHost, spy: WatchedHost) -> Reach:
    """Try every way out from a worker of a kind, in a page without a policy."""
    bare = f"{probes.url}probe/"
    if reader.driver.evaluate("location.href") != bare:
        reader.driver.goto(bare)
    result: dict[str, Any] = reader.driver.evaluate(PROBE % json.dumps({"kind": kind, "spy": spy.url}))
    assert {*result["found"]} == NETWORK | CODE | STORAGE | {"BroadcastChannel"}
    return Reach({name for name, why in result["found"].items() if why == "open"}, result["heard"])


def strangers(probes: WatchedHost) -> list[str]:
    """Return what was asked of the book's host that only a probe asks for."""
    return [path for path in probes.asked if "spy" in path or "hello" in path]


def test_program_runs_with_the_files_of_the_site_alone(reader: Reader, spy: WatchedHost) -> None:
    """Run boots Python 3.14 and shows what it prints."""
    reader.write(BENCH, "import sys\nprint(sys.version_info[:2], sys.platform)")
    reader.press(BENCH, "run")
    assert reader.state(BENCH, ENDS) == "done"
    assert reader.text(f"{BENCH} [data-output]") == "(3, 14) emscripten"
    assert spy.asked == []


def test_endless_loop_is_stopped_and_the_next_program_runs(reader: Reader) -> None:
    """Stop needs no reload."""
    reader.write(BENCH, "while True: pass")
    reader.press(BENCH, "run")
    reader.state(BENCH, {"running"})
    reader.press(BENCH, "stop")
    assert reader.state(BENCH, ENDS) == "stopped"
    reader.write(BENCH, "print('next')")
    reader.press(BENCH, "run")
    assert reader.state(BENCH, ENDS) == "done"
    assert reader.text(f"{BENCH} [data-output]") == "next"


@pytest.mark.parametrize(
    ("answer", "verdict", "feedback"),
    [("def double(x): return 2 * x", "passed", None), ("def double(x): return x * x", "failed", "square")],
    ids=["right", "wrong"],
)
def test_answer_is_judged(reader: Reader, answer: str, verdict: str, feedback: str | None) -> None:
    """The verdict, and the mistake by its name."""
    reader.write(CHECK, answer)
    reader.press(CHECK, "check")
    reader.state(CHECK, {"starting", "running"})
    reader.state(CHECK, {"done"})
    found = reader.driver.evaluate(
        f"(({{ dataset }}, named) => [dataset.verdict, named?.dataset.feedback ?? null])"
        f"(document.querySelector('{CHECK}'), document.querySelector('{CHECK} [data-feedback]'))"
    )
    assert found == [verdict, feedback]


KEPT = f"{CHECK} .pb-kept"
ANSWER = "def double(x): return 2 * x"


def test_work_and_its_marks_are_there_after_a_reload(engine: Driver, shelf: PluggedHost) -> None:
    """A hint, an answer, a pass: the next visit shows what was typed and how it was solved."""
    reader = Reader(engine)
    reader.open(shelf.url)
    reader.press(CHECK, "hint")
    reader.until(f"document.querySelector('{CHECK} .pb-hints').innerText.includes('Hint 1 of 1')", {True})
    reader.write(CHECK, ANSWER)
    reader.press(CHECK, "check")
    reader.until(f"document.querySelector('{CHECK}').dataset.verdict", {"passed"})
    marked = reader.text(KEPT)
    reader.open(shelf.url)
    reader.until(f"document.querySelector('{KEPT}').innerText.trim()", {marked})
    assert "with a hint" in marked
    assert ANSWER in reader.text(f"{CHECK} [role=textbox]")


def test_book_is_read_and_run_without_a_network(engine: Driver, shelf: PluggedHost) -> None:
    """After one visit with a run; where a browser has no service workers the book works and promises nothing."""
    reader = Reader(engine)
    reader.open(shelf.url)
    reader.press(HELLO, "run")
    assert reader.state(HELLO, ENDS) == "done"
    if not engine.evaluate("Boolean(navigator.serviceWorker)"):
        assert engine.evaluate("document.querySelector('prep-offline').hidden")
        return
    reader.until("document.querySelector('prep-offline').innerText.includes('Code runs without one too')", {True})
    shelf.unplug()
    reader.open(shelf.url)
    reader.press(HELLO, "run")
    assert reader.state(HELLO, ENDS) == "done"
    assert reader.text(f"{HELLO} [data-output]") == "hello"


def test_program_finds_every_way_out_closed(reader: Reader, probes: WatchedHost, spy: WatchedHost) -> None:
    """No network, no storage, no page, no other tab, whatever Python tries; neither host is asked for anything."""
    reader.press(WAYS_OUT, "run")
    assert reader.state(WAYS_OUT, ENDS) == "done", reader.text(f"{WAYS_OUT} [data-output]")
    found = dict(line.split(": ", 1) for line in reader.text(f"{WAYS_OUT} [data-output]").splitlines())
    assert {*found} == {*WAYS}
    assert {name: said for name, said in found.items() if not said.startswith("closed")} == {}
    assert (spy.asked, strangers(probes)) == ([], [])


PRESSED = """(() => {
  document.querySelector("#injected").click();
  const style = (element) => getComputedStyle(element).getPropertyValue("--injected");
  return [window.ran ?? null, style(document.body), style(document.querySelector("#injected"))];
})()"""
SENT = "fetch(%s).then(() => 'sent', () => 'refused')"


def test_what_is_injected_into_a_page_does_not_run(reader: Reader, probes: WatchedHost, spy: WatchedHost) -> None:
    """No script, no handler, no style, no picture from elsewhere; and nothing on the page sends anything there."""
    reader.open(f"{probes.url}injected.html")
    assert reader.driver.evaluate(PRESSED) == [None, "", ""]
    assert reader.driver.evaluate(SENT % json.dumps(f"{spy.url}fetch")) == "refused"
    assert spy.asked == []


def test_sandbox_alone_closes_every_way_out(reader: Reader, probes: WatchedHost, spy: WatchedHost) -> None:
    """Also for a worker that was not locked down: the frame's policy and its origin are what protects."""
    found = reach(reader, "sandbox", probes, spy)
    assert found.open - {"BroadcastChannel"} == set()
    assert found.heard == []
    assert (spy.asked, strangers(probes)) == ([], [])


def test_frame_without_isolation_still_closes_the_network(
    reader: Reader, probes: WatchedHost, spy: WatchedHost
) -> None:
    """What a reader lets run in the page's origin gets no further than that origin's storage."""
    assert reach(reader, "open frame", probes, spy).open & (NETWORK | CODE) == set()
    assert (spy.asked, strangers(probes)) == ([], [])


def test_probe_notices_what_is_open(reader: Reader, probes: WatchedHost, spy: WatchedHost) -> None:
    """The same probe in an ordinary worker gets out, so that its silence in the sandbox means something."""
    found = reach(reader, "worker", probes, spy)
    assert {*ALWAYS_OPEN} <= found.open
    assert found.heard == ["spy"]
    assert {"/fetch", "/xhr", "/websocket", "/module.js", "/nested"} <= {*spy.asked}
    assert "/spy-fetch" in strangers(probes)
