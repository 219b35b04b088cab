"""Prints the print page with Chromium until its page numbers are right, and hands the result to the repair."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pikepdf
from playwright.sync_api import BrowserContext, Route, sync_playwright

from prepbook.errors import PrintError
from prepbook.pdf.destinations import page_numbers
from prepbook.pdf.endings import next_tightness, set_tighter
from prepbook.pdf.lay_out import laid_out
from prepbook.pdf.model import Progress
from prepbook.pdf.repair import Properties, repair

_ADDRESS = "http://book.invalid/"  # answered here and nowhere else, so that the page has an origin
_NUMBER = re.compile(r'(<span data-page-of="([^"]+)">)[^<]*')
_MOST_PASSES = 8
_PATIENCE_MS = 600_000  # a thousand pages take a while to lay out where other work goes on, too
_UNHINTED = "--font-render-hinting=none"  # Chromium without windows would fit letters to pixels, which paper hasn't
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chromium-headless-shell")


def print_pdf(html: str, base_dir: Path, target: Path, browser: Path | None, progress: Progress) -> None:
    """Write the print page to `target` as a tagged PDF with right page numbers.

    Images come from `base_dir`; nothing comes from a network. Without `browser` an installed Chromium is looked for.
    Raises PrintError when something on the page is missing.
    """
    progress("starting Chromium", 0.0)
    with sync_playwright() as playwright:
        executable = browser or installed_browser()
        running = playwright.chromium.launch(executable_path=executable, args=[_UNHINTED])
        try:
            context = running.new_context(java_script_enabled=False)
            properties = _properties(html)
            printed = _print_until_stable(context, html, base_dir, properties.text_width, progress)
        finally:
            running.close()
    progress("repairing", 0.8)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(repair(printed, properties))
    progress("done", 1.0)


def _print_until_stable(
    context: BrowserContext, html: str, base_dir: Path, text_width: str, progress: Progress
) -> bytes:
    """Print again until no page number changes and chapters end well: numbers of another width can move a line."""
    before: Mapping[str, int] = {}
    tightness: Counter[str] = Counter()
    for number in range(1, _MOST_PASSES + 1):
        progress(f"printing, pass {number}", 0.1 + 0.3 * min(number - 1, 2))
        printed = _print_once(context, _numbered(set_tighter(html, tightness), before), base_dir, text_width)
        with pikepdf.open(BytesIO(printed)) as pdf:
            pages = page_numbers(pdf)
            wanted = next_tightness(pdf, html, pages, tightness)
        if pages == before and wanted == tightness:
            return printed
        before, tightness = pages, wanted
    raise PrintError(f"page numbers: expected them to settle, found them moving after {_MOST_PASSES} passes.")


def _numbered(html: str, pages: Mapping[str, int]) -> str:
    """Fill in the page numbers; the first pass has none and keeps the placeholders."""
    if not pages:
        return html

    def number(match: re.Match[str]) -> str:
        if match[2] not in pages:
            raise PrintError(f'page numbers: expected a place "{match[2]}" in the PDF, found none. Correct the link.')
        return f"{match[1]}{pages[match[2]]}"

    return _NUMBER.sub(number, html)


def _print_once(context: BrowserContext, html: str, base_dir: Path, text_width: str) -> bytes:
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    missing: list[str] = []
    try:
        page.route("**/*", lambda route: _answer(route, html, base_dir, missing))
        page.goto(_ADDRESS)
        page.evaluate("document.fonts.ready.then(() => undefined)")
        page.emulate_media(media="print")
        too_wide = laid_out(page, text_width)
        printed = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=False)
    finally:
        page.close()
    if too_wide:
        do = "Break it, narrow it, or let it wrap."
        raise PrintError(f"print page: width: expected at most {text_width}, found wider: {'; '.join(too_wide)}. {do}")
    if missing:
        found = ", ".join(sorted(set(missing)))
        do = "Add the file to the book, or remove what names it."
        raise PrintError(f"print page: files: expected files of the book, found {found}. {do}")
    return printed


def _answer(route: Route, html: str, base_dir: Path, missing: list[str]) -> None:
    """Serve the print page and the files beside it; refuse everything else."""
    url = route.request.url
    if url == _ADDRESS:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
        return
    file = (base_dir / unquote(urlsplit(url).path).lstrip("/")).resolve()
    if url.startswith(_ADDRESS) and file.is_relative_to(base_dir.resolve()) and file.is_file():
        route.fulfill(body=file.read_bytes(), content_type=guess_type(file.name)[0] or "application/octet-stream")
        return
    if not url.endswith("/favicon.ico"):
        missing.append(url.removeprefix(_ADDRESS))
    route.abort()


def installed_browser() -> str | None:
    """Return an installed Chromium; None leaves the search to Playwright, which may have downloaded its own."""
    return next((path for name in _BROWSERS if (path := shutil.which(name))), None)


def _properties(html: str) -> Properties:
    match = re.search(r'id="pb-properties">(.*?)</script>', html, re.DOTALL)
    if match is None:
        raise PrintError("print page: properties: expected what build_print_html writes, found none.")
    return Properties(**json.loads(match[1]))
