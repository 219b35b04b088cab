"""How a host should send a finished site: under which types, for how long to be kept, with which headers.

A host's settings are written for one build, since the pages' policy names what is inline in them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from prepbook.offline import FIXED
from prepbook.policy import HEADER_ONLY, is_under_policy, policy_of
from prepbook.render import ASSETS

TYPES: Mapping[str, tuple[str, ...]] = {
    "text/html; charset=utf-8": ("html",),
    "text/css; charset=utf-8": ("css",),
    "text/javascript; charset=utf-8": ("js", "mjs"),
    "text/plain; charset=utf-8": ("txt", "md", "py", "out"),
    "text/csv; charset=utf-8": ("csv",),
    "application/json": ("json", "map", "ipynb"),
    "application/jsonl": ("jsonl",),
    "application/yaml": ("yml", "yaml"),
    "application/xml": ("xml",),
    "application/wasm": ("wasm",),  # else browsers refuse to compile it while it arrives
    "application/zip": ("zip", "whl"),
    "application/gzip": ("gz",),
    "application/octet-stream": ("bin",),  # the memory snapshot
    "application/pdf": ("pdf",),
    "application/epub+zip": ("epub",),
    "image/svg+xml": ("svg",),
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
    "image/avif": ("avif",),
    "image/x-icon": ("ico",),
    "font/woff2": ("woff2",),
    "audio/mpeg": ("mp3",),
    "video/mp4": ("mp4",),
}
"""Media types, by what a site's files end in; any other file is bytes, which no browser runs."""

FOREVER = "public, max-age=31536000, immutable"
"""For names that change with their content. Everything else is asked for again each time, by its ETag."""

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # other sites don't learn which page led to them
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""For every answer. No Cross-Origin-Embedder-Policy: nothing of ours wants it, and an author's video couldn't come."""

RESOURCES = "same-origin"
"""Cross-Origin-Resource-Policy of pages, scripts and data; pictures have none, for other sites show the book's card."""

LINE_LIMIT = 2000
"""Characters that Cloudflare Pages takes in a line of _headers."""

_FIXED = re.compile(FIXED)
TEMPLATES = Path(__file__).parent / "templates" / "hosting"
HOSTS: Mapping[str, str] = {
    "nginx": "nginx.conf",
    "caddy": "Caddyfile",
    "netlify": "_headers",
    "cloudflare": "_headers",
    "github-pages": "pages.yml",
}
"""The hosts that `prepbook hosting` knows, and the file that sets each up."""


@dataclass(frozen=True)
class Place:
    """Where a site is put: its address, its folder on the host, and where the host listens."""

    path: str = "/"  # of the book in its address, with both slashes
    domain: str = "book.example"
    folder: str = "/srv/book"
    listen: str = "80"


def settings_for(host: str, site: Path, place: Place, lock: str = "requirements.txt") -> str:
    """Return the file that sets up a host for the site built in `site`.

    `lock` is the file, beside mkdocs.yml, from which a workflow installs.
    """
    file = HOSTS[host]
    limit = LINE_LIMIT if file == "_headers" else None
    return _environment().get_template(file).render(
        host=host,
        place=place,
        lock=lock,
        types=TYPES,
        pictures=[end for type, ends in TYPES.items() if type.startswith("image/") for end in ends],
        forever=FOREVER,
        fixed=FIXED,
        assets=ASSETS,
        fixed_elsewhere=_fixed_elsewhere(site),
        headers=HEADERS,
        resources=RESOURCES,
        pattern=re.escape(place.path),
        policy="" if file == "pages.yml" else header_policy(site, limit),
    )  # fmt: skip


def header_policy(site: Path, limit: int | None = None) -> str:
    """Return the content security policy to send as a header: the pages' own, and what only a header can say.

    It is the latter alone where a page that its author wrote whole has no policy, for a header would bind that page
    too, and where the header's line would be longer than `limit` allows.
    """
    whole = f"{policy_of(site)}; {HEADER_ONLY}"
    is_too_long = limit is not None and len(whole) + len("  Content-Security-Policy: ") > limit
    return HEADER_ONLY if is_too_long or not all(map(is_under_policy, site.rglob("*.html"))) else whole


def _fixed_elsewhere(site: Path) -> list[str]:
    """Return the theme's files whose names hold a hash, for hosts that know no patterns."""
    names = (path.relative_to(site).as_posix() for path in sorted(site.glob("assets/*/**/*.min.*")))
    return [name for name in names if name.endswith((".js", ".css")) and _FIXED.match(name)]


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,  # nothing here is HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
