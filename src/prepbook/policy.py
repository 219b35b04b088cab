"""The content security policy of a finished site: one for all its pages, without 'unsafe-inline' or 'unsafe-eval'.

It is one because Material puts a page's content into the page before it, under that page's policy. Inline scripts,
inline styles and style attributes that stand in pages when the build ends are allowed by their hashes.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from prepbook.remembered import Remembered
from prepbook.rich import FRAME_HEAD

HEADER_ONLY = "frame-ancestors 'self'"
"""What a host may add where it sends the policy as a header: browsers ignore it in a page."""

BASE: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),  # without it no browser compiles WebAssembly: Python
    "style-src": ("'self'",),
    "style-src-attr": (),
    "img-src": ("'self'", "data:"),  # charts
    "font-src": ("'self'", "data:"),
    "media-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'", "blob:"),  # Python's, in its frame, has no address
    "frame-src": ("'self'",),
    "manifest-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}

EXTENSIBLE = tuple(name for name in BASE if name.endswith("-src") and name not in {"default-src", "object-src"})
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_PLACE = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_DATA = re.compile(r"json$")  # kinds of script that are no programs
_LOADS = {"script": "script-src", "img": "img-src", "iframe": "frame-src", "audio": "media-src", "video": "media-src"}
_PROGRAM_URL = re.compile(r"\s*javascript:", re.IGNORECASE)

# A page is mostly text and plain tags; HTMLParser, which is slow, sees only the pieces that could matter.
_TO_ITS_END = r"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>"""
_PIECES = re.compile(
    rf"<!--.*?-->|<(script|style)\b{_TO_ITS_END}.*?</\1\s*>|<[a-z]{_TO_ITS_END}", re.IGNORECASE | re.DOTALL
)
_MATTERS = re.compile(
    r"<(?:script|style|link|img|iframe|audio|video)\b|<[^!].*(?:\b(?:style|srcdoc|on[a-z]+)\s*=|javascript:)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass
class Inline:
    """What pages hold that a policy must name, and what no policy of ours allows, in words."""

    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    hosts: set[tuple[str, str]] = field(default_factory=set)  # a directive, and an origin that the page loads from
    refused: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    """Notes what is inline in a text."""

    def __init__(self, found: Inline) -> None:
        super().__init__(convert_charrefs=True)
        self.found = found
        self._open: tuple[set[str], list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by HTMLParser."""
        values = {name: value or "" for name, value in attrs}
        self._note_attributes(tag, values)
        if "srcdoc" in values:
            self._note_styles_within(values["srcdoc"])
        self._note_origin(tag, values)
        if tag == "style":
            self._open = self.found.styles, []
        if tag == "script" and "src" not in values and not _DATA.search(values.get("type", "")):
            self._open = self.found.scripts, []

    def handle_data(self, data: str) -> None:
        """Called by HTMLParser."""
        if self._open:
            self._open[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        """Called by HTMLParser."""
        if self._open and tag in {"script", "style"}:
            texts, parts = self._open
            texts.add("".join(parts))
            self._open = None

    def _note_attributes(self, tag: str, values: Mapping[str, str]) -> None:
        if "style" in values:
            self.found.attributes.add(values["style"])
        handlers = [name for name in values if re.fullmatch(r"on[a-z]+", name)]
        self.found.refused |= {f"the handler {name} of a <{tag}>" for name in handlers}
        if any(_PROGRAM_URL.match(values.get(name, "")) for name in ("href", "src", "action", "formaction")):
            self.found.refused.add(f"the javascript: address of a <{tag}>")

    def _note_styles_within(self, page: str) -> None:
        """A frame that holds a page inherits the policy; its scripts are no part of ours."""
        within = Inline()
        read_inline(page, within)
        self.found.styles |= within.styles
        self.found.attributes |= within.attributes

    def _note_origin(self, tag: str, values: Mapping[str, str]) -> None:
        is_style = tag == "link" and "stylesheet" in values.get("rel", "").split()
        directive = "style-src" if is_style else _LOADS.get(tag)
        url = urlsplit(values.get("href" if is_style else "src", ""))
        if directive and url.netloc:
            self.found.hosts.add((directive, f"{url.scheme or 'https'}://{url.netloc}"))


def read_inline(html: str, found: Inline) -> None:
    """Add what is inline in a page, or in a piece of HTML that scripts put into one."""
    reader = _Reader(found)
    reader.feed("".join(piece[0] for piece in _PIECES.finditer(html) if _MATTERS.match(piece[0])))
    reader.close()


def policy_text(found: Inline, frame: str, allowed: Mapping[str, Sequence[str]]) -> str:
    """Return the policy: what every site needs, the hashes of what is inline, and what the author allows.

    `frame` is the source expression of the program in the sandboxed frame, which inherits its page's policy.
    """
    rich = Inline()
    read_inline(FRAME_HEAD, rich)  # a frame that shows HTML inherits the policy too
    own = {
        "script-src": [frame, *_hashes(found.scripts)],
        "style-src": _hashes(found.styles | rich.styles),
        # Attributes alone: 'unsafe-hashes' lets these very texts stand in a style attribute, and nothing else.
        "style-src-attr": ["'unsafe-hashes'", *_hashes(found.attributes)] if found.attributes else ["'none'"],
    }
    parts = ((name, (*sources, *own.get(name, ()), *allowed.get(name, ()))) for name, sources in BASE.items())
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in parts)


def publish_policy(
    site: Path, frame: str, allowed: Mapping[str, Sequence[str]], authors: Path, remembered: Remembered
) -> list[str]:
    """Write the policy into every page of a finished site, except those that an author wrote whole in `authors`.

    `remembered` is what was inline in pages at the last build. Returns a line for each thing on a page that the policy
    refuses.
    """
    pages = [page for page in sorted(site.rglob("*.html")) if not (authors / page.relative_to(site)).exists()]
    found, lines = Inline(), []
    for page in pages:
        here = _inline_of(remembered.of(page.read_text(encoding="utf-8"), _noted))
        lines += [f"{page.relative_to(site).as_posix()}: {text}" for text in _refused(here, allowed)]
        for name, values in vars(here).items():
            getattr(found, name).update(values)
    for text in _texts_of_payloads(site):
        read_inline(text, found)
    remembered.keep()
    content = escape(policy_text(found, frame, allowed), quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    for page in pages:
        # After the page's encoding, which must stand in its first kilobyte, and before anything that loads or runs.
        html = page.read_text(encoding="utf-8")
        page.write_text(_PLACE.sub(lambda place: place[0] + meta, html, count=1), encoding="utf-8")
    return lines


def _noted(html: str) -> dict[str, list[Any]]:
    found = Inline()
    read_inline(html, found)
    return {name: sorted(values) for name, values in vars(found).items()}


def _inline_of(noted: Mapping[str, list[Any]]) -> Inline:
    sets: dict[str, Any] = {
        name: {tuple(each) if isinstance(each, list) else each for each in values} for name, values in noted.items()
    }
    return Inline(**sets)


def policy_of(site: Path) -> str:
    """Return the policy of a finished site, for a host that sends it as a header too; see HEADER_ONLY."""
    found = _META.search((site / "index.html").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{site / 'index.html'}: expected a content security policy, found none; build the site anew")
    return unescape(found[1])


def is_under_policy(page: Path) -> bool:
    """Whether the build wrote the policy into a page; it leaves those alone that an author wrote whole."""
    return bool(_META.search(page.read_text(encoding="utf-8")))


def _refused(here: Inline, allowed: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for text in sorted(here.refused):
        yield f"{text}: expected no program in an attribute, for readers' browsers refuse it. Use addEventListener"
    for directive, origin in sorted(here.hosts):
        if origin not in allowed.get(directive, ()):
            yield (
                f"loads from {origin}: expected the book's own files, for readers' browsers refuse others. "
                f"Bring it into docs/, or allow it in mkdocs.yml: allow_from: {{{directive}: [{origin}]}}"
            )


def _texts_of_payloads(site: Path) -> Iterator[str]:
    """Give the texts that scripts add to pages: hints, feedback, explanations."""
    for path in sorted(site.glob("assets/prepbook/checks/*.json")):
        yield from (text for text in _strings(json.loads(path.read_text(encoding="utf-8"))) if "style=" in text)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(part)


def _hashes(texts: set[str]) -> list[str]:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
