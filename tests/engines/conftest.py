"""A small book on a host that keeps a log, a spy that must never be asked, and the engines."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.generator.bookmaker import build_book, write_book
from tests.hosts import FaultyHandler, Spy, WatchedHost, watching

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
    shutil.copy(FRAME, site / "probe" / "frame.js")
    shutil.copy(HERE / "reach.js", site / "probe" / "reach.js")
    (site / "probe" / "hello.js").write_text("postMessage('hello')", encoding="utf-8")
    with watching(FaultyHandler, site) as host:
        yield host


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
