"""Small books, each built once and served beside the real one: by a host that works, and by one that may fail."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.generator.bookmaker import build_book, write_book
from tests.generator.interviews import INTERVIEWS
from tests.hosts import FaultyHandler, WatchedHost, serving, watching
from tests.site.offline_helpers import Build, PluggedHost, build_edition
from tests.site.progress_book import build_progress_book
from tests.site.runbook import build_runbook


@pytest.fixture(scope="session")
def runs_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the small book in which programs are tried."""
    return build_runbook(tmp_path_factory.mktemp("runs") / "book")


@pytest.fixture(scope="session")
def runs_url(runs_site: Path) -> Iterator[str]:
    """Return the URL, with its closing slash, of that book."""
    with serving(runs_site) as url:
        yield url


@pytest.fixture
def runs_host(runs_site: Path) -> Iterator[WatchedHost]:
    """Return a host of that book that remembers what it was asked and can be made to fail."""
    with watching(FaultyHandler, runs_site) as host:
        yield host


@pytest.fixture(scope="session")
def interviews_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL, with its closing slash, of the small book with a written answer and two mocks."""
    site = build_book(write_book(tmp_path_factory.mktemp("interviews") / "book", **INTERVIEWS))
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def progress_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the small book to make progress in."""
    return build_progress_book(tmp_path_factory.mktemp("progress") / "book")


@pytest.fixture
def progress_host(progress_site: Path) -> Iterator[PluggedHost]:
    """Serve it below a path, as project pages are, on a port of its own."""
    host = PluggedHost(progress_site, "/book/")
    yield host
    host.unplug()


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a function that builds an edition of the small book by name, once."""
    built: dict[str, Path] = {}

    def build_once(name: str) -> Path:
        if name not in built:
            built[name] = build_edition(name, tmp_path_factory.mktemp(name.replace(" ", "-")))
        return built[name]

    return build_once


@pytest.fixture
def host(edition: Build, request: pytest.FixtureRequest) -> Iterator[PluggedHost]:
    """Return a host with the first edition, at the root or below the path that the test names."""
    host = PluggedHost(edition("first"), mount=getattr(request, "param", "/"))
    yield host
    host.unplug()
