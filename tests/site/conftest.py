"""The book of runs, built once and served beside the real one."""

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest

from tests.conftest import QuietHandler
from tests.site.runbook import build_runbook


@pytest.fixture(scope="session")
def runs_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL, with its closing slash, of the small book in which programs are tried."""
    site = build_runbook(tmp_path_factory.mktemp("runs") / "book")
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
