"""`prepbook compress`: copies of the site's files that a host can send as they are."""

import argparse
from pathlib import Path

from prepbook.commands.opened import Subparsers, add_site, built_site, open_book
from prepbook.compress import SUFFIXES, codings, compress_site
from prepbook.plugin import cache_folder

_NAMES = dict(zip(SUFFIXES, ("gzip", "Zstandard", "brotli"), strict=True))
_MEANS = {"Zstandard": "Python 3.14 or the command zstd", "brotli": "pip install prepbook[hosting]"}


def add(commands: Subparsers) -> None:
    """Declare the command."""
    compress = commands.add_parser(
        "compress",
        help="write compressed copies beside the site's files, for a server of your own",
        description="Write copies of the built site's files beside them, compressed by gzip, Zstandard and brotli as "
        "far as this machine can and it pays, for a server that sends them as they are (see `prepbook hosting`). The "
        "first time takes minutes; what didn't change since is remembered. GitHub Pages, Netlify and Cloudflare Pages "
        "compress by themselves.",
    )
    add_site(compress)
    compress.add_argument("--fast", action="store_true", help="larger copies in a fraction of the time, to try it out")
    compress.set_defaults(command=_compress)


def _compress(options: argparse.Namespace) -> int:
    config, _ = open_book(options)
    site = built_site(options, config)
    ways = codings(options.fast)
    cache = cache_folder(Path(config.config_file_path).parent) / "compressed"
    done = compress_site(site, ways, cache)
    can = [_NAMES[way.suffix] for way in ways]
    print(f"{site}: {done.copied} of {done.files} files by {', '.join(can)}: {done.bytes / 1e6:.1f} MB, "
          f"{done.least / 1e6:.1f} MB at best")  # fmt: skip
    for name, means in _MEANS.items():
        if name not in can:
            print(f"Not by {name}, which needs {means}.")
    return 0
