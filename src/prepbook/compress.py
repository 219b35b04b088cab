"""Compressed copies of a finished site's files, beside them, for hosts that send such a copy as it is.

A copy is written only where it is smaller than the file and than every copy of the codings before it, so that a host
does best by sending the last that a browser takes: brotli, else Zstandard, else gzip.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

GAIN = 0.95
"""A first copy that is larger than this part of its file isn't worth one."""

SUFFIXES = (".gz", ".zst", ".br")


@dataclass(frozen=True)
class Coding:
    """One way to compress. `version` changes whenever the same content could give other bytes."""

    suffix: str
    version: str
    pack: Callable[[bytes], bytes]


@dataclass(frozen=True)
class Compressed:
    """What was done: how many files there are, how many have a copy, and their bytes before and after at best."""

    files: int
    copied: int
    bytes: int
    least: int


def codings(fast: bool = False) -> list[Coding]:
    """Return the codings that this machine can write, gzip first and brotli last; gzip is always among them.

    `fast` gives larger copies in a fraction of the time, for trying out.
    """
    return [*_gzip(4 if fast else 9), *_zstd(8 if fast else 19), *_brotli(6 if fast else 11)]


def compress_site(site: Path, ways: list[Coding], cache: Path) -> Compressed:
    """Write the copies; those made before are taken from `cache`, by content."""
    files = sorted((path for path in site.rglob("*") if _is_original(path)), key=_size, reverse=True)
    cache.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # compressors let go of Python's lock
        least = list(pool.map(lambda file: _compress(file, ways, cache), files))
    before = [_size(file) for file in files]
    copied = sum(small < whole for small, whole in zip(least, before, strict=True))
    return Compressed(len(files), copied, sum(before), sum(least))


def _is_original(path: Path) -> bool:
    return path.is_file() and path.suffix not in SUFFIXES


def _size(path: Path) -> int:
    return path.stat().st_size


def _compress(file: Path, ways: list[Coding], cache: Path) -> int:
    """Write the copies of one file. Returns the bytes of the smallest, or its own.

    A copy that is there stays: a build begins with an empty folder, so it is ours already, or MkDocs' or an author's.
    """
    content = file.read_bytes()
    least, bound = len(content), GAIN * len(content)
    for way in ways:
        target = file.with_name(file.name + way.suffix)
        if not target.exists() and len(packed := _packed(content, way, cache)) < bound:
            target.write_bytes(packed)
        if target.exists():
            least = bound = min(_size(target), least)
    return least


def _packed(content: bytes, way: Coding, cache: Path) -> bytes:
    kept = cache / f"{hashlib.sha256(content).hexdigest()}-{way.version}{way.suffix}"
    if not kept.exists():
        fresh = kept.with_name(f"{kept.name}.{os.getpid()}.part")
        fresh.write_bytes(way.pack(content))
        fresh.replace(kept)
    return kept.read_bytes()


def _gzip(level: int) -> Iterator[Coding]:
    yield Coding(".gz", f"{level}", lambda content: gzip.compress(content, level, mtime=0))


def _zstd(level: int) -> Iterator[Coding]:
    try:
        from compression import zstd  # type: ignore[import-not-found,unused-ignore]  # of Python 3.14
    except ImportError:
        yield from _zstd_command(level)
    else:
        yield Coding(".zst", f"{level}-{zstd.zstd_version}", lambda content: bytes(zstd.compress(content, level)))


def _zstd_command(level: int) -> Iterator[Coding]:
    command = shutil.which("zstd")
    if command is None:
        return
    version = subprocess.run([command, "-q", "-V"], capture_output=True, text=True, check=True).stdout.strip()
    line = [command, "-q", "-c", f"-{level}", "--no-check", "-T1"]

    def pack(content: bytes) -> bytes:
        return subprocess.run(line, input=content, capture_output=True, check=True).stdout

    yield Coding(".zst", f"{level}-{version}", pack)


def _brotli(level: int) -> Iterator[Coding]:
    try:
        import brotli
    except ImportError:
        return
    yield Coding(
        ".br",
        f"{level}-{brotli.__version__}",
        lambda content: bytes(brotli.compress(content, quality=level, lgwin=24)),
    )
