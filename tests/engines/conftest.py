"""A small book on a host that keeps a log, a spy that must never be asked, and the engines."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from prepbook.runtime.assets import STATIC
from tests.generator.bookmaker import build_book, write_book
from tests.hosts import FaultyHandler, Spy, WatchedHost, watching
from tests.site.offline_helpers import PluggedHost

from .drivers import Chromium, Driver, MissingEngineError, firefox, webkit
from .reader import Reader

HERE = Path(__file__).parent
FRAME = HERE.parents[1] / "src" / "web" / "engine" / "frame.js"
STARTERS = {"firefox": firefox, "webkit": webkit}

BOOK = """
site_name: A book of probes
theme: {name: material, font: false}
plugins:
  - prepbook:
      pillars: {basics: The basics}
      every_claim_is_cited: false
      offline: false
markdown_extensions: [pymdownx.superfences]
"""

PAGE = """
# Probes

``` { .python .run }
--8<-- "one/bench.py"
```

``` { .python .run limit="80" }
--8<-- "one/ways.py"
```

``` check
double
```
"""

# Printed at build, where there is no page to break out of.
TRY_ALL = """
import sys

if sys.platform == "emscripten":
    for name, way in WAYS.items():
        print(f"{{name}}: {{await tried(way.replace('{{spy}}', '{spy}'))}}")
"""


# A page without a policy, so that what a frame opened there closes is closed by the frame.
BARE = "<!doctype html><title>Probe</title>"

# What somebody who could write into a page, by whatever fault, would write.
INJECTED = """<script>window.ran = "script"</script><img src="{spy}pixel.png" alt="">
<script src="{spy}script.js"></script><style>body {{ --injected: 1 }}</style>
<button id="injected" onclick="window.ran = 'handler'" style="--injected: 1">Press</button>"""


@pytest.fixture(scope="session")
def spy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchedHost]:
    """Return a host of another origin that would answer anything."""
    with watching(Spy, tmp_path_factory.mktemp("spy")) as host:
        yield host


@pytest.fixture(scope="session")
def probes(tmp_path_factory: pytest.TempPathFactory, spy: WatchedHost) -> Iterator[WatchedHost]:
    """Return the host of the small book in which ways out are tried."""
    ways = (HERE / "ways.py").read_text(encoding="utf-8") + TRY_ALL.format(spy=spy.url)
    changed: dict[str, str | None] = {
        "mkdocs.yml": BOOK,
        "docs/index.md": PAGE,
        "snippets/one/hello.py": None,
        "snippets/one/hello.out": None,
        "snippets/one/bench.py": 'print("bench")\n',
        "snippets/one/bench.out": "bench\n",
        "snippets/one/ways.py": ways,
        "snippets/one/ways.out": "",
    }
    site = build_book(write_book(tmp_path_factory.mktemp("probes") / "book", **changed))
    (site / "probe").mkdir()
    (site / "probe" / "index.html").write_text(BARE, encoding="utf-8")
    (site / "probe" / "frame.js").write_text(_frame_module(), encoding="utf-8")
    page = (site / "index.html").read_text(encoding="utf-8")
    (site / "injected.html").write_text(
        page.replace("</body>", f"{INJECTED.format(spy=spy.url)}</body>"), encoding="utf-8"
    )
    shutil.copy(HERE / "reach.js", site / "probe" / "reach.js")
    (site / "probe" / "hello.js").write_text("postMessage('hello')", encoding="utf-8")
    with watching(FaultyHandler, site) as host:
        yield host


@pytest.fixture(scope="session")
def kept_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small book that browsers keep for reading without a network."""
    return build_book(write_book(tmp_path_factory.mktemp("shelf") / "book"))


@pytest.fixture
def shelf(kept_site: Path) -> Iterator[PluggedHost]:
    """Return a host of that book that can be unplugged."""
    host = PluggedHost(kept_site)
    yield host
    host.unplug()


def _frame_module() -> str:
    """Return src/web/engine/frame.js as a module of its own, with what the build puts in."""
    built = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))["frame"]
    return f"const FRAME = {json.dumps(built)};{FRAME.read_text(encoding='utf-8')}"


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=getattr(pytest.mark, name)) for name in ("chromium_engine", "firefox", "webkit")],
)
def engine(request: pytest.FixtureRequest) -> Iterator[Driver]:
    """Return a browser; where it isn't installed, CI fails and others are told what to type."""
    with ExitStack() as stack:
        try:
            driver = _start(request, stack)
        except MissingEngineError as missing:
            if os.environ.get("CI"):
                pytest.fail(str(missing))
            pytest.skip(str(missing))
        yield driver


def _start(request: Any, stack: ExitStack) -> Driver:
    starter = STARTERS.get(request.param)
    return stack.enter_context(starter()) if starter else Chromium(request.getfixturevalue("browser"))


@pytest.fixture
def reader(engine: Driver, probes: WatchedHost, spy: WatchedHost) -> Reader:
    """Return a reader at the small book's page; one who is there already stays, with the Python that runs."""
    spy.asked.clear()
    here = Reader(engine)
    if engine.evaluate("location.href") != probes.url:
        here.open(probes.url)
    probes.asked.clear()
    return here
