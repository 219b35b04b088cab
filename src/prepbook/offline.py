"""Makes the finished site readable without a network: the list of its files, and the service worker that goes by it."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from prepbook.downloads import FOLDER
from prepbook.remembered import Remembered
from prepbook.render import ASSETS
from prepbook.runtime.assets import STATIC

SCRIPT = "service-worker.js"
"""At the site's root, for a service worker's scope is its own folder."""

REVISION = "PREPBOOK-REVISION"
"""Stands in each page, and is replaced by the hash of the page: so a page knows which one it is."""

Group = Literal["page", "part", "tool", "runtime", "other"]

# Source maps are for developers, sitemap and contents for machines; lunr/ holds languages this book may not have;
# the wheels of what every page's Python holds already are for other users of the site's pyodide-lock.json; what a
# reader downloads is theirs to keep.
_OTHER = re.compile(rf"\.map$|^{FOLDER}/|^{ASSETS}/wheels/|^404\.html$|^sitemap\.xml\.gz$|^assets/javascripts/lunr/")
FIXED = rf"(?:{ASSETS}/|assets/(?:javascripts|stylesheets)/.*\.[0-9a-f]{{8}}\.min\.(?:js|css)$)"
"""What begins a path from the site's root whose name changes with its content; hosts let browsers keep such files."""

_FIXED = re.compile(FIXED)
# chunk-chunk- is what esbuild calls the code that the page's script shares with its tools: every page needs it.
_TOOL = re.compile(rf"^{ASSETS}/chunk-(?!chunk-)")
_FILE_NAME = re.compile(r"[\w.@~+-]+\.\w+")
_NAMES_FILES = {".html", ".js", ".css", ".json"}
# Of the book's own files a page only names those it uses; other names may be links to downloads.
_USED = re.compile(rf"^{ASSETS}/|\.(?:js|css|json|xml|png|jpe?g|gif|webp|avif|svg|ico|woff2?)$")


@dataclass(frozen=True)
class Entry:
    """One file of the site. `revision` is what a page says of itself, of other files the SHA-256 in hexadecimal."""

    revision: str
    bytes: int
    group: Group
    fixed: bool  # its name changes with its content
    role: str = ""  # of a runtime file: its name in the runtime's manifest
    needs: tuple[str, ...] = ()  # of a page: files beyond the common ones

    def as_json(self) -> dict[str, Any]:
        """Return the entry without what is empty; src/web/offline/types.d.ts names the keys."""
        return {key: value for key, value in vars(self).items() if value not in (False, "", ())}


@dataclass(frozen=True)
class Edition:
    """All files of one build, by path from the site's root."""

    files: Mapping[str, Entry]
    common: tuple[str, ...]  # what every page needs

    def as_json(self) -> dict[str, Any]:
        """Return the edition with its name, a hash of all the rest."""
        listed = {"common": self.common, "files": {path: entry.as_json() for path, entry in self.files.items()}}
        return {"edition": _sha256(_json(listed))[:12], **listed}


def publish_offline(site: Path, remembered: Remembered, words: bytes | None = None) -> None:
    """Stamp the pages of a finished site, list its files and write the service worker; `words` are what it says.

    `remembered` is which files were named in which file at the last build.
    """
    revisions = {path: _stamp(site / path) for path in _paths(site) if path.endswith(".html")}
    stamped = {path: revision for path, revision in revisions.items() if revision}
    listed = read_edition(site, stamped, remembered).as_json()
    remembered.keep()
    name = f"{ASSETS}/edition-{listed['edition']}.js"
    (site / name).write_bytes(b"self.prepbookEdition = " + _json(listed) + b";\n" + _spoken(words))
    (site / SCRIPT).write_text(f'importScripts("{name}");\n{_program("service_worker")}', encoding="utf-8")


def _spoken(words: bytes | None) -> bytes:
    """Return the line that gives the worker its own words; one page is all that it ever says."""
    if words is None:
        return b""
    told = json.loads(words)
    page = {key: text for key, text in told["page"].items() if key.startswith("offline.not-kept")}
    return b"self.prepbookWords = " + _json({"language": told["language"], "page": page}) + b";\n"


def publish_kill_switch(site: Path) -> None:
    """Write the service worker that ends an earlier one and removes what it kept."""
    (site / SCRIPT).write_text(_program("kill_switch"), encoding="utf-8")


def read_edition(site: Path, revisions: Mapping[str, str], remembered: Remembered) -> Edition:
    """List every file of the site; `revisions` are those of its pages."""
    runtime = _runtime_roles(site)
    groups = {path: _group(path, revisions, runtime) for path in _paths(site)}
    needs = _needs_of_pages(site, groups, remembered)
    common = set.intersection(*needs.values()) if needs else set()
    files = {}
    for path, group in groups.items():
        content = (site / path).read_bytes()
        files[path] = Entry(
            revision=revisions.get(path) or _sha256(content),
            bytes=len(content),
            group=group,
            fixed=bool(_FIXED.match(path)),
            role=runtime.get(path, ""),
            needs=tuple(sorted(needs.get(path, set()) - common)),
        )
    return Edition(files, tuple(sorted(common)))


def _stamp(page: Path) -> str:
    """Write the page's own hash into it. Returns the hash; empty when the page has no place for one."""
    content = page.read_bytes()
    if REVISION.encode() not in content:
        return ""
    revision = _sha256(content)[:16]
    page.write_bytes(content.replace(REVISION.encode(), revision.encode()))
    return revision


def _group(path: str, pages: Mapping[str, str], runtime: Mapping[str, str]) -> Group:
    if path in pages:
        return "page"
    if path in runtime:
        return "runtime"
    if _OTHER.search(path):
        return "other"
    return "tool" if _TOOL.match(path) else "part"


def _runtime_roles(site: Path) -> dict[str, str]:
    """Return the name of each runtime file in the manifest, by path, the manifest's own included."""
    roles: dict[str, str] = {}
    for manifest in sorted((site / ASSETS).glob("runtime-*.json")):
        roles[manifest.relative_to(site).as_posix()] = "manifest"
        assets = json.loads(manifest.read_text(encoding="utf-8"))["assets"]
        roles |= {asset["url"]: name for name, asset in assets.items()}
    return roles


def _needs_of_pages(site: Path, groups: Mapping[str, Group], remembered: Remembered) -> dict[str, set[str]]:
    """Return what each page needs: the parts it names, and those that these name in turn."""
    by_name: dict[str, set[str]] = {}
    for path, group in groups.items():
        if group == "part" and _USED.search(path):
            by_name.setdefault(path.rpartition("/")[2], set()).add(path)
    named = {
        path: {file for name in remembered.of(_text(site / path), _names_in) for file in by_name.get(name, ())}
        for path, group in groups.items()
        if group in {"page", "part"} and Path(path).suffix in _NAMES_FILES
    }
    return {path: _closure(path, named) for path, group in groups.items() if group == "page"}


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _names_in(text: str) -> list[str]:
    return sorted(set(_FILE_NAME.findall(text)))


def _closure(start: str, named: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    open_ends = [start]
    while open_ends:
        new = named.get(open_ends.pop(), set()) - found
        found |= new
        open_ends.extend(new)
    return found


def _paths(site: Path) -> Iterable[str]:
    own = re.compile(rf"^{SCRIPT}$|^{ASSETS}/edition-")
    paths = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file())
    return [path for path in paths if not own.match(path)]


def _program(name: str) -> str:
    text: str = json.loads((STATIC / "offline.json").read_text(encoding="utf-8"))[name]
    return text


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
