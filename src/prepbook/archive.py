"""A finished site in one zip, with a server of one file: the book for a machine without a network."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from prepbook.compress import SUFFIXES

SERVER = Path(__file__).parent / "templates" / "zip" / "serve.py"
_READABLE = 0o100644 << 16  # an ordinary file that its owner may change and all may read


def write_zip(site: Path, target: Path, moment: datetime) -> None:
    """Write the zip: one folder, named as the zip is, with serve.py and the site; the same bytes for the same site."""
    target.parent.mkdir(parents=True, exist_ok=True)
    files = {"serve.py": SERVER, **{f"site/{path.relative_to(site).as_posix()}": path for path in _contents(site)}}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, file in files.items():
            entry = zipfile.ZipInfo(f"{target.stem}/{name}", moment.timetuple()[:6])
            entry.external_attr = _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes(), compresslevel=9)


def _contents(site: Path) -> Iterator[Path]:
    """Give the site's files without the compressed copies of others: the zip compresses by itself."""
    for path in sorted(site.rglob("*")):
        is_copy = path.suffix in SUFFIXES and path.with_suffix("").is_file()
        if path.is_file() and not is_copy:
            yield path
