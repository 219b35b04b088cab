"""Prints the sample book, well and badly. Run as a program: Playwright allows one of itself in a thread.

python -m tests.pdf.printing FOLDER
"""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
from playwright.sync_api import sync_playwright

from prepbook.errors import PrintError
from prepbook.pdf.book_page import build_print_html
from prepbook.pdf.model import PrintChapter
from prepbook.pdf.printer import installed_browser, print_pdf
from tests.pdf import sample

# Each rule breaks one promise; bad.pdf is printed with all of them, once, and not repaired.
SPOILED_STYLE = """
  .pb-cover-subtitle { width: 400mm; max-width: none }   /* shrinks all text */
  .pb-line:nth-child(4) { display: none }                /* loses code */
  h2 { margin-left: -25mm }                              /* into the margin */
  li { font-family: "Liberation Sans", "DejaVu Serif", serif }
  .pb-chapter h1 { break-after: page }                               /* pages with nothing but a title */
"""


def print_samples(folder: Path) -> None:
    """Write book.pdf, again.pdf (the same values), letter.pdf, texts.pdf, bad.pdf, bad_texts.pdf and refusals.json."""
    os.environ["SOURCE_DATE_EPOCH"] = "1795305600"
    (folder / "measuring").mkdir(parents=True)
    (folder / "measuring" / "curve.svg").write_text(sample.CURVE)
    for name in ("book", "again"):
        _print(sample_html(), folder, f"{name}.pdf")
    start = sample.sample_chapters()[0][:1]
    _print(build_print_html(start, [], replace(sample.META, paper="letter")), folder, "letter.pdf")
    _print(texts_html(), folder, "texts.pdf")
    _print(texts_html().replace("</style>", ".pb-whole { break-inside: auto }</style>", 1), folder, "bad_texts.pdf")
    _print_badly(folder / "bad.pdf")
    refusals = {name: _refusal(html, folder) for name, html in REFUSED.items()}
    (folder / "refusals.json").write_text(json.dumps(refusals))


def sample_html() -> str:
    """Return the sample book's print page."""
    return build_print_html(*sample.sample_chapters(), sample.META)


def texts_html() -> str:
    """Return chapters with texts of three to six lines, each of which a page's end would cut after one line or more."""
    chapters = []
    for number, (lines, fitting) in enumerate(TEXTS):
        text = "<br>".join([f"Line {line} of {lines}" for line in range(1, lines)] + [LAST_LINE])
        space = f'<div style="height: calc(227mm - 13.8pt - {fitting} * 15.225pt)">{lines}, {fitting}</div>'
        chapters.append(PrintChapter(f"{number}/", "T", f'<p style="display: none">T</p>{space}<p>{text}</p>'))
    return build_print_html(chapters, [], sample.META)


LAST_LINE = "The last line stays in company"
TEXTS = [(lines, fitting) for lines in range(3, 7) for fitting in range(1, lines)]

REFUSED = {
    "too wide": '<h1>Wide</h1><div style="width:300mm">As wide as a desk</div>',
    "missing": '<h1>Gone</h1><img src="no.png" alt="Nothing"><img src="https://example.org/x.png" alt="Elsewhere">',
}


def _refusal(html: str, folder: Path) -> str:
    page = build_print_html([PrintChapter("chapter/", "Chapter", html)], [], sample.META)
    try:
        _print(page, folder, "refused.pdf")
    except PrintError as error:
        return str(error)
    return "printed"


def _print(html: str, folder: Path, name: str) -> None:
    print_pdf(html, folder, folder / name, _browser(), lambda doing, share: None)


def _print_badly(target: Path) -> None:
    html = sample_html().replace("</style>", f"{SPOILED_STYLE}</style>", 1)
    html = html.replace('<html lang="en">', "<html>").replace(f"<title>{sample.META.title}</title>", "")
    html = html.replace("Answers with comments", "Every value pulls at it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser())
        page = browser.new_page(java_script_enabled=False)
        page.set_content(html)
        target.write_bytes(page.pdf(prefer_css_page_size=True, print_background=True, tagged=False))
        browser.close()
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        del pdf.Root.Dests["/sources"]
        pdf.save(target)


def _browser() -> Path | None:
    found = os.environ.get("PREPBOOK_CHROMIUM") or installed_browser()
    return Path(found) if found else None


if __name__ == "__main__":
    print_samples(Path(sys.argv[1]))
