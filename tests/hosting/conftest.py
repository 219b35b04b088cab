"""A small book, built, compressed, and put on each server that this machine has."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from prepbook.compress import codings, compress_site
from tests.hosting.servers import DEBIAN, Server, program, serving_by
from tests.site.offline_helpers import build_edition

MOUNT = "/book/"
CACHE = Path(__file__).parents[2] / ".cache" / "prepbook" / "compressed"


@pytest.fixture(scope="session")
def compressed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the small book of two pages, with copies of every coding that this machine can write."""
    site = build_edition("first", tmp_path_factory.mktemp("hosted") / "book")
    compress_site(site, codings(fast=True), CACHE)
    return site


@pytest.fixture(scope="session", params=sorted(DEBIAN))
def server(
    request: pytest.FixtureRequest, compressed_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Return that book below a path, by each server."""
    kind = request.param
    if not program(kind):
        says = f"needs {kind}: sudo apt-get install {DEBIAN[kind]}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(says)
    with serving_by(kind, compressed_site, tmp_path_factory.mktemp(kind), MOUNT) as running:
        yield running
