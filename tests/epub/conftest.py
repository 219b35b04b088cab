"""The sample book as an EPUB, bound once for all tests: well, and spoiled."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from prepbook.epub.cover import draw_cover
from prepbook.epub.documents import make_documents
from prepbook.epub.model import EpubMeta
from prepbook.epub.package import write_package
from tests.epub.spoil import spoil
from tests.pdf import sample

META = EpubMeta(
    title=sample.META.title,
    subtitle=sample.META.subtitle,
    notice=sample.META.notice,
    revision=sample.META.revision,
    moment=datetime(2026, 11, 21, 10, 30, 8, tzinfo=UTC),
    site_url=sample.SITE_URL,
)


def bind_sample(folder: Path, name: str) -> Path:
    """Write the sample book to a file in `folder`."""
    (folder / "measuring").mkdir(exist_ok=True)
    (folder / "measuring" / "curve.svg").write_text(sample.CURVE)
    book = make_documents(*sample.sample_chapters(), folder, META.site_url)
    write_package(folder / name, book, META, draw_cover(META))
    return folder / name


@pytest.fixture(scope="session")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample book as it should be."""
    return bind_sample(tmp_path_factory.mktemp("bound"), "book.epub")


@pytest.fixture(scope="session")
def spoiled(bound: Path) -> Path:
    """Return the sample book with every promise broken."""
    return spoil(bound, bound.with_name("spoiled.epub"))
