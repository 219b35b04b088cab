"""`prepbook hosting`: the file that sets up a host for the book."""

import argparse
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from prepbook.commands.opened import Subparsers, add_site, built_site, open_book
from prepbook.errors import Finding
from prepbook.hosting import HOSTS, Place, settings_for

_PATH = re.compile(r"/(?:[\w.~-]+/)*")
_FOLDER = re.compile(r"[^\"$\n\\{}]+")  # what both servers' quotes take as it is
LOCKS = ("requirements.lock", "requirements.txt")


def add(commands: Subparsers) -> None:
    """Declare the command."""
    hosting = commands.add_parser(
        "hosting",
        help="write the file that sets up a host: nginx, Caddy, Netlify, Cloudflare Pages, GitHub Pages",
        description="Write the file that sets up a host for the site as it was last built: types, caching, compressed "
        "files, headers, the page for lost readers. It is good for that build; make it anew with each.",
    )
    hosting.add_argument("host", choices=HOSTS, metavar="HOST", help=", ".join(HOSTS))
    hosting.add_argument("-o", "--output", type=Path, help="the file to write; else standard output")
    hosting.add_argument("--path", help="of the book in its address, as /book/; else that of site_url")
    hosting.add_argument("--domain", help="where the book is; else that of site_url")
    hosting.add_argument("--folder", default=Place.folder, help=f"of the site on the host: {Place.folder}")
    hosting.add_argument(
        "--listen", default=Place.listen, help="an address and port, as 127.0.0.1:8080; else 80 or TLS"
    )
    add_site(hosting)
    hosting.set_defaults(command=_hosting)


def _hosting(options: argparse.Namespace) -> int:
    config, _ = open_book(options)
    address = urlsplit(config.site_url or "")
    path = options.path or address.path or "/"
    domain = options.domain or address.hostname or Place.domain
    if finding := _bad("--path", path, _PATH, "/book/") or _bad("--folder", options.folder, _FOLDER, Place.folder):
        print(finding, file=sys.stderr)
        return 1
    root = Path(config.config_file_path).parent
    lock = next((name for name in LOCKS if (root / name).exists()), LOCKS[-1])
    site = root if options.host == "github-pages" else built_site(options, config)
    text = settings_for(options.host, site, Place(path, domain, options.folder, options.listen), lock)
    _deliver(text, options.output)
    return 0


def _bad(field: str, value: str, allowed: re.Pattern[str], example: str) -> Finding | None:
    if allowed.fullmatch(value):
        return None
    return Finding(
        "hosting", field, f"something like {example}", f'"{value}"', "Write it so, without other characters."
    )


def _deliver(text: str, file: Path | None) -> None:
    if file is None:
        print(text, end="")
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    print(file)
