"""The book's elements as HTML for paper: nothing to click, answers apart from their questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import segno
from markupsafe import Markup
from mkdocs.utils import get_relative_url

from prepbook.book import Book, Check, Term
from prepbook.kinds import KINDS
from prepbook.kinds.base import Proof, ToHtml
from prepbook.pdf.code_lines import code_lines
from prepbook.pdf.model import PrintChapter
from prepbook.render import parts_of, templates
from prepbook.validate import Proven
from prepbook.words import KIND, gettext, marked, number, pgettext

APPENDIX_PART = marked("Appendices")
INDEX_URL = "appendix-index/"


@dataclass(frozen=True)
class Appendix:
    """Where the answers of some kinds of check are gathered."""

    url: str
    title: str
    intro: str
    kinds: tuple[str, ...]


SOLUTIONS = Appendix(
    "appendix-solutions/",
    marked("Hints and solutions"),
    marked("Read one hint, go back, try again; the hints go from a nudge to nearly the answer."),
    ("code",),
)
ANSWERS = Appendix(
    "appendix-answers/",
    marked("Answer key"),
    marked("Every option with its comment: the wrong ones are wrong for a reason worth knowing."),
    ("quiz", "number", "order", "match", "classify", "placement"),
)
DEBRIEFS = Appendix(
    "appendix-debriefs/",
    marked("Debriefs"),
    marked("Decide first what you would do; then compare with the reference play, and with plays that went wrong."),
    ("simulation",),
)
MODEL_ANSWERS = Appendix(
    "appendix-model-answers/",
    marked("Model answers"),
    marked(
        "Each text with its author's scores. Write and score your own first: a model answer read too early is only "
        "read."
    ),
    ("rubric",),
)
REPORTS = Appendix(
    "appendix-mocks/",
    marked("After a mock interview"),
    marked("What to do about a part that didn't go well, and room for what you noticed."),
    ("mock",),
)
APPENDICES = (SOLUTIONS, ANSWERS, DEBRIEFS, MODEL_ANSWERS, REPORTS)


class PrintElements:
    """Draws elements on paper and gathers what belongs into the appendices.

    `begin(url)` says which page comes next. After the last one `appendices` returns what was gathered.
    """

    def __init__(self, book: Book, proven: Proven, to_html: ToHtml, site_url: str | None = None) -> None:
        self.book = book
        self.proven = proven
        self.to_html = to_html
        self.site_url = site_url  # where the live book is; None leaves links and QR codes to it out
        self._templates = templates("print")
        self._templates.filters["lines"] = lambda html: Markup(code_lines(str(html)))
        self._templates.filters["sentence"] = lambda text: f"{text[:1].upper()}{text[1:].rstrip('.')}."
        self._templates.filters["figure"] = lambda value: number(f"{value:,.10g}")
        self._templates.globals["kind_name"] = _kind_name
        self._page_url = ""
        self._pages: dict[str, str] = {}  # the page of each check drawn so far, by the check's id

    def begin(self, page_url: str) -> None:
        """Draw for this page from now on."""
        self._page_url = page_url

    def snippet(self, path: str) -> str:
        """Return a program with numbered lines, and what it prints."""
        snippet = self.book.snippets[path]
        return self._draw(
            "snippet.html", snippet=snippet, output=self.proven.outputs[path], rich=self.proven.rich.get(path)
        )

    def check(self, id: str) -> str:
        """Return a check as a worksheet: everything but its answers, which go to an appendix."""
        check = self.book.checks[id]
        kind = KINDS[check.spec.kind]
        self._pages[id] = self._page_url
        appendix = _appendix_of(check)
        live_url = self._live_url(check)
        return self._draw(
            f"check_{kind.name}.html",
            check=check,
            pillar=self.book.pillars[check.spec.pillar],
            answers=f"{self._relative(appendix.url)}#answer-{id}",
            live_url=live_url,
            qr_code=_qr_code(live_url) if live_url else "",
            view=kind.view(check, self._proof(check), self.to_html),
            others=parts_of(self.book, check, self._page_url),
        )

    def citation(self, ids: list[str]) -> str:
        """Return small raised links to the claims in the ledger."""
        return self._draw("citation.html", cited=[(id, self._listed_at(id)) for id in ids]).strip()

    def on_glossary(self) -> bool:
        """Whether the page being drawn is the glossary itself."""
        return self._page_url == self.book.glossary.url

    def term(self, term: Term, text: str) -> str:
        """Return a link to the glossary."""
        return self._draw("term.html", text=text, entry=f"{self._relative(self.book.glossary.url)}#{term.id}").strip()

    def claims(self) -> str:
        """Return the ledger: each claim with its source and the chapters that use it."""
        used = {id: [self._relative(url) for url in urls] for id, urls in self.book.cited_on.items()}
        return self._draw("claims.html", ledger=self.book.ledger, used=used)

    def conflicts(self) -> str:
        """Return every place where the sources disagree."""
        return self._draw("conflicts.html", ledger=self.book.ledger)

    def readiness(self) -> str:
        """Return all checks by pillar, to tick off."""
        shelves = [
            (id, title, [(check, f"{self._relative(chapter.url)}#{check.anchor}") for chapter, check in checks])
            for id, title, checks in self.book.shelves()
        ]
        return self._draw("readiness.html", shelves=shelves)

    def downloads(self) -> str:
        """Return nothing: who reads on paper has the book already."""
        return ""

    def appendices(self, page_urls: Sequence[str]) -> list[PrintChapter]:
        """Return the appendices that have something in them; their entries follow the order of `page_urls`."""
        drawn = [check for check in self.book.checks.values() if self._pages.get(check.id) in page_urls]
        checks = sorted(drawn, key=lambda check: page_urls.index(self._pages[check.id]))
        made = [self._answers(appendix, checks) for appendix in APPENDICES]
        return [chapter for chapter in (*made, self._index(checks)) if chapter is not None]

    def _answers(self, appendix: Appendix, checks: Sequence[Check]) -> PrintChapter | None:
        self.begin(appendix.url)
        entries = [self._answer(check) for check in checks if check.spec.kind in appendix.kinds]
        html = f"<p>{Markup.escape(gettext(appendix.intro))}</p>\n" + "\n".join(entries)
        return PrintChapter(appendix.url, gettext(appendix.title), html, (gettext(APPENDIX_PART),)) if entries else None

    def _answer(self, check: Check) -> str:
        kind = KINDS[check.spec.kind]
        proof = self._proof(check)
        return self._draw(
            f"answer_{kind.name}.html",
            check=check,
            question=f"{self._relative(self._pages[check.id])}#{check.anchor}",
            view=kind.view(check, proof, self.to_html),
            payload=kind.payload(check, proof, self.to_html),
        )

    def _index(self, checks: Sequence[Check]) -> PrintChapter | None:
        self.begin(INDEX_URL)
        shelves = [
            (title, [self._index_row(check) for check in checks if check.spec.pillar == pillar])
            for pillar, title in self.book.pillars.items()
        ]
        html = self._draw("index.html", shelves=[shelf for shelf in shelves if shelf[1]])
        return PrintChapter(INDEX_URL, gettext("Index of checks"), html, (gettext(APPENDIX_PART),)) if checks else None

    def _index_row(self, check: Check) -> dict[str, Any]:
        return {
            "check": check,
            "question": f"{self._relative(self._pages[check.id])}#{check.anchor}",
            "answer": f"{self._relative(_appendix_of(check).url)}#answer-{check.id}",
        }

    def _proof(self, check: Check) -> Proof:
        return self.proven.proofs.get(check.id, Proof())

    def _live_url(self, check: Check) -> str | None:
        return urljoin(self.site_url, f"{self._page_url}#{check.anchor}") if self.site_url else None

    def _listed_at(self, id: str) -> str:
        page = self.book.lists.get("conflicts" if id in self.book.ledger.conflicts else "claims")
        return "" if page is None else f"{self._relative(page)}#{id}"

    def _relative(self, url: str) -> str:
        return get_relative_url(url, self._page_url)

    def _draw(self, template: str, **values: Any) -> str:
        return self._templates.get_template(template).render(**values)


def _appendix_of(check: Check) -> Appendix:
    return next(appendix for appendix in APPENDICES if check.spec.kind in appendix.kinds)


def _kind_name(kind: str) -> str:
    return pgettext(KIND, kind.capitalize())


def _qr_code(url: str) -> Markup:
    """Return a QR code as a drawing that says in words what it is."""
    drawing = segno.make(url, error="m", micro=False).svg_inline(omitsize=True, border=0)
    label = Markup.escape(gettext("QR code of {url}", url=url))
    return Markup(drawing.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1))
