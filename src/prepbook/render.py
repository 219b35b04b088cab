"""The book's elements as HTML for the site: complete without JavaScript, and what scripts need beside it."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from mkdocs.utils import get_relative_url

from prepbook.book import Book, Check, List, Snippet, Term
from prepbook.downloads import Download
from prepbook.highlight import highlight_python
from prepbook.kinds import KINDS
from prepbook.kinds.base import Proof, ToHtml
from prepbook.kinds.code import CodeCheck
from prepbook.load.pages import CITATION
from prepbook.rich import frame_page, picture_url
from prepbook.validate import Proven
from prepbook.words import for_templates

_CITED = re.compile(rf"\s*{CITATION.pattern}")
ASSETS = "assets/prepbook"  # relative to the site's root


def templates(folder: str) -> Environment:
    """Return the environment of one folder of prepbook's own templates."""
    environment = Environment(
        loader=PackageLoader("prepbook", f"templates/{folder}"),
        autoescape=select_autoescape(["html", "xml"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["python"] = lambda source: Markup(highlight_python(source))
    environment.filters["script_json"] = script_json
    environment.filters["picture"] = picture_url
    environment.filters["frame"] = frame_page
    environment.filters["phrasing"] = phrasing
    environment.globals |= for_templates()
    return environment


def script_json(value: Any) -> Markup:
    """Return JSON that may stand inside a <script> element: no text in it can end the element."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))


def hashed_name(name: str, content: bytes) -> str:
    """Return the file name with a hash of its content, so that it may be cached for ever."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}-{hashlib.sha256(content).hexdigest()[:12]}{path.suffix}"))


@dataclass(frozen=True)
class Limits:
    """What a program may take in the reader's browser, unless its block says otherwise."""

    run_s: int = 20
    check_s: int = 30
    output_kb: int = 1000
    memory_mb: int = 512

    def of(self, seconds: int, own: Mapping[str, int] | None = None) -> dict[str, int]:
        """Return the limits of one block as the page's script knows them."""
        return {"seconds": seconds, "output_kb": self.output_kb, "memory_mb": self.memory_mb, **(own or {})}


class SiteElements:
    """Draws elements on the site's pages. `begin(url)` says which page comes next.

    `assets` gathers the files that the drawn elements need, by path from the site's root.
    """

    def __init__(
        self,
        book: Book,
        proven: Proven,
        to_html: ToHtml,
        limits: Limits | None = None,
        editions: Sequence[Download] = (),
    ) -> None:
        self.book = book
        self.proven = proven
        self.to_html = to_html
        self.limits = limits or Limits()
        self.editions = editions
        self.assets: dict[str, bytes] = {}
        self._templates = templates("site")
        self._definitions: dict[str, Markup] = {}  # of the glossary's terms, by id
        self._page_url = ""
        self._notes = 0  # on this page, to give each its own id

    def begin(self, page_url: str) -> None:
        """Draw for this page from now on."""
        self._page_url = page_url
        self._notes = 0

    def snippet(self, path: str) -> str:
        """Return a runnable snippet: its code, and its output at build."""
        snippet = self.book.snippets[path]
        session = self.book.session_of(path)
        return self._draw(
            "snippet.html",
            snippet=snippet,
            output=self.proven.outputs[path],
            rich=self.proven.rich.get(path),
            session=session,
            data={
                "source": snippet.source,
                "filename": snippet.filename,
                "files": self._data_files(snippet),
                "limits": self.limits.of(self.limits.run_s, snippet.limits),
                "session": session.id if session else None,
            },
        )

    def check(self, id: str) -> str:
        """Return a check's static face; its payload becomes an asset."""
        check = self.book.checks[id]
        kind = KINDS[check.spec.kind]
        proof = self.proven.proofs.get(id, Proof())
        payload = kind.payload(check, proof, self.to_html)
        if isinstance(check, CodeCheck):
            # Not by id: a file that several checks share is fetched and kept once.
            payload["files"] = {name: self._asset(f"data/{name}", content) for name, content in check.files.items()}
        if kind.consists_of(check):
            payload["checks"] = parts_of(self.book, check)
        url = self._asset(f"checks/{id}.json", json.dumps(payload, ensure_ascii=False, sort_keys=True).encode())
        return self._draw(
            f"check_{kind.name}.html",
            check=check,
            pillar=self.book.pillars[check.spec.pillar],
            data={
                "payload": self._relative(url),
                "limits": self._check_limits(check),
                "minutes": check.spec.minutes,
            },
            others=parts_of(self.book, check, self._page_url),
            **{name: _safe(value) for name, value in kind.view(check, proof, self.to_html).items()},
        )

    def citation(self, ids: list[str]) -> str:
        """Return the marker of one citation with what each source says behind it."""
        self._notes += 1
        ledger = self.book.ledger
        return self._draw(
            "citation.html",
            note_id=f"pb-cite-{self._notes}",
            claims=[
                (ledger.claims[id], ledger.sources[ledger.claims[id].source], self._listed_at("claims", id))
                for id in ids
                if id in ledger.claims
            ],
            conflicts=[
                (ledger.conflicts[id], self._listed_at("conflicts", id)) for id in ids if id in ledger.conflicts
            ],
            ids=ids,
        ).strip()

    def on_glossary(self) -> bool:
        """Whether the page being drawn is the glossary itself."""
        return self._page_url == self.book.glossary.url

    def term(self, term: Term, text: str) -> str:
        """Return a link to the glossary, with the definition behind it."""
        if term.id not in self._definitions:
            self._definitions[term.id] = inline_html(self.to_html(_CITED.sub("", term.definition)))
        entry = f"{self._relative(self.book.glossary.url)}#{term.id}"
        definition = self._definitions[term.id]
        return self._draw("term.html", term=term, text=text, definition=definition, entry=entry).strip()

    def claims(self) -> str:
        """Return the ledger: each claim with its source and where it's used."""
        pages = {chapter.url: chapter for chapter in self.book.chapters}
        used = {
            id: [(self._relative(url) or "./", pages[url].file) for url in urls]
            for id, urls in self.book.cited_on.items()
        }
        return self._draw("claims.html", ledger=self.book.ledger, used=used)

    def conflicts(self) -> str:
        """Return every place where the sources disagree."""
        return self._draw("conflicts.html", ledger=self.book.ledger)

    def readiness(self) -> str:
        """Return all checks by pillar; in the page a script shows how the reader stands with each."""
        shelves = [
            (id, title, [(check, f"{self._relative(chapter.url)}#{check.anchor}") for chapter, check in checks])
            for id, title, checks in self.book.shelves()
        ]
        return self._draw("readiness.html", shelves=shelves, book=self._relative("book.json"))

    def downloads(self) -> str:
        """Return links to the book's other editions."""
        files = [(file, self._relative(file.url)) for file in self.editions]
        return self._draw("downloads.html", files=files, command=_command)

    def _check_limits(self, check: Check) -> dict[str, int]:
        own = check.limit if isinstance(check, CodeCheck) else None
        return self.limits.of(own or self.limits.check_s)

    def _data_files(self, snippet: Snippet) -> Mapping[str, str]:
        stem = snippet.path.removesuffix(".py")
        return {
            name: self._relative(self._asset(f"data/{stem}/{name}", text.encode()))
            for name, text in snippet.data.items()
        }

    def _asset(self, name: str, content: bytes) -> str:
        url = f"{ASSETS}/{hashed_name(name, content)}"
        self.assets[url] = content
        return url

    def _listed_at(self, what: List, id: str) -> str:
        page = self.book.lists.get(what)
        return "" if page is None else f"{self._relative(page)}#{id}"

    def _relative(self, url: str) -> str:
        return get_relative_url(url, self._page_url)

    def _draw(self, template: str, **values: Any) -> str:
        return self._templates.get_template(template).render(**values)


def _command(kind: str) -> Markup:
    return Markup("<code>prepbook {}</code>").format(kind.lower())


def inline_html(html: str) -> Markup:
    """Return a paragraph's HTML fit to stand within another: without its own tags, and without links, which may lead
    elsewhere from there."""
    return Markup(re.sub(r"</?(?:p|a)\b[^>]*>", "", html))


def phrasing(html: str) -> Markup:
    """Return paragraphs' HTML fit for a legend or a label, which may hold no paragraph: two are parted by lines."""
    return Markup(re.sub(r"</?p>", "", re.sub(r"</p>\s*<p>", "<br><br>", html)))


def parts_of(book: Book, check: Check, page_url: str = "") -> dict[str, dict[str, Any]]:
    """Return the checks that a check may be made of, by id: what they are called and where, seen from a page."""
    ids = KINDS[check.spec.kind].consists_of(check)
    return {id: _part(book.checks[id], book.page_of[id].url, page_url) for id in ids}


def _part(check: Check, url: str, page_url: str) -> dict[str, Any]:
    spec, place = check.spec, get_relative_url(url, page_url) if page_url else url
    return {"title": spec.title, "kind": spec.kind, "minutes": spec.minutes, "url": f"{place}#{check.anchor}"}


def _safe(value: Any) -> Any:
    """Mark the HTML that a kind's view made as HTML, at any depth."""
    if isinstance(value, str):
        return Markup(value)
    if isinstance(value, list):
        return [_safe(item) for item in value]
    if isinstance(value, dict):
        return {key: _safe(item) for key, item in value.items()}
    return value
