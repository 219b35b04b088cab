"""The manual, built once for all tests, below a folder as it stands below the book."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import built_once
from tests.hosts import serving

ROOT = Path(__file__).parents[2]
PUBLISHED_AT = "https://handbook.example/book/generator/"


@pytest.fixture(scope="session")
def manual_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built manual; built strictly, by the first worker that asks, from the working tree."""
    return built_once(tmp_path_factory, "manual/generator", "manual/mkdocs.yml", {"PREPBOOK_MANUAL_URL": PUBLISHED_AT})


@pytest.fixture(scope="session")
def manual_url(manual_site: Path) -> Iterator[str]:
    """Return the URL, with its closing slash, under which the built manual is served."""
    with serving(manual_site.parent) as url:
        yield f"{url}generator/"
