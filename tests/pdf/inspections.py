"""What is looked for in a PDF. Each inspection returns what it found wrong, in words."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import page as page_validation
import pdfplumber
import pikepdf

from prepbook.pdf.destinations import page_numbers
from tests.pdf import sample

POINTS_PER_MM = 72 / 25.4
MARGINS_MM = (30.0, 25.0)  # left and right, as print.css has them
BODY_SIZE = 10.5
OUR_FONTS = ("SourceSerif4", "SourceSans3", "FiraCode", "DejaVuSans")
FEWEST_CHARACTERS = 60  # on a page, running heads and all


def texts(path: Path) -> list[str]:
    """Return the text of each page."""
    return [text for text, _ in _pages(path)]


def characters(path: Path) -> list[list[dict[str, Any]]]:
    """Return the characters of each page, with font, size and place."""
    return [characters for _, characters in _pages(path)]


@cache
def _pages(path: Path) -> list[tuple[str, list[dict[str, Any]]]]:
    # Together: what takes long is to read a page, whatever is then asked of it.
    with pdfplumber.open(path) as pdf:
        return [(page.extract_text(), page.chars) for page in pdf.pages]


def _close(text: str) -> str:
    return "".join(text.split())


def lost_code(path: Path) -> list[str]:
    """Lines of code and output that can't be found; a wrapped line counts as one."""
    everything = _close("".join(texts(path)))
    return [line for line in sample.code_lines() if _close(line) not in everything]


def wrong_body_size(path: Path) -> list[str]:
    """The size in which most of the text face is set, unless it is the body's."""
    sizes = Counter(
        round(char["size"], 2)
        for page in characters(path)
        for char in page
        if "SourceSerif4-Regular" in char["fontname"]
    )
    size, _ = sizes.most_common(1)[0]
    return [] if size == BODY_SIZE else [f"{size} pt"]


def past_the_margins(path: Path) -> list[str]:
    """Characters left or right of the text area."""
    with pikepdf.open(path) as pdf:
        width = float(pdf.pages[0].mediabox[2])
    left, right = (margin * POINTS_PER_MM for margin in MARGINS_MM)
    return [
        f"{char['text']} at {char['x0']:.1f} on page {number}"
        for number, page in enumerate(characters(path), start=1)
        for char in page
        if not char["text"].isspace() and (char["x0"] < left - 0.5 or char["x1"] > width - right + 0.5)
    ]


def nearly_empty_pages(path: Path) -> list[str]:
    """Pages with next to nothing on them."""
    return [
        f"page {number}" for number, text in enumerate(texts(path), start=1) if len(_close(text)) < FEWEST_CHARACTERS
    ]


def lone_last_lines(path: Path) -> list[str]:
    """Pages that begin with the last line of a text and nothing else of it; `printing.texts_html` marks such lines."""
    heads = [text.split("\n")[1:2] for text in texts(path)]
    return [f"page {number}" for number, head in enumerate(heads, start=1) if head and head[0].endswith("in company")]


def dead_links(path: Path) -> list[str]:
    """Internal links whose place doesn't exist."""
    with pikepdf.open(path) as pdf:
        known = page_numbers(pdf)
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", []) if "/Dest" in link]
        assert links
        return [str(link.Dest) for link in links if str(link.Dest).removeprefix("/") not in known]


def wrong_numbers_in_contents(path: Path) -> list[str]:
    """Lines of the table of contents whose number isn't that of the page they lead to."""
    with pdfplumber.open(path) as plumber, pikepdf.open(path) as pdf:
        pages = page_numbers(pdf)
        contents = plumber.pages[1]
        shown = [
            (contents.crop(link["bbox_on_page"]).extract_text(), link["destination"])
            for link in _links(contents, pdf.pages[1])
        ]
    assert shown
    return [text for text, place in shown if place not in pages or not text.endswith(f" {pages[place]}")]


def _links(contents: Any, page: pikepdf.Page) -> list[dict[str, Any]]:
    height = float(contents.height)
    found = []
    for link in page.obj.Annots:
        x0, y0, x1, y1 = (float(value) for value in link.Rect)
        box = (max(x0 - 1, 0), height - y1, min(x1 + 1, float(contents.width)), height - y0)
        found.append({"bbox_on_page": box, "destination": str(link.Dest).removeprefix("/")})
    return found


def outline(path: Path) -> list[tuple[str, int, int]]:
    """Return title, level and page of each entry of the outline."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        waiting = [(item, 1) for item in reversed(opened.root)]
        found = []
        while waiting:
            item, level = waiting.pop()
            assert isinstance(item.destination, pikepdf.Array)
            found.append((item.title, level, numbers[item.destination[0].objgen]))
            waiting += [(child, level + 1) for child in reversed(item.children)]
        return found


def wrong_outline(path: Path) -> list[str]:
    """Differences between the outline and the table of contents: titles, in order, and pages."""
    shown = [line for line in texts(path)[1].splitlines() if line[-1:].isdigit()]
    contents = [line for line in shown if not line.startswith(sample.META.title)]  # the foot of the page
    listed = [f"{title} {page}" for title, _, page in outline(path)]
    return sorted(set(contents) ^ set(listed)) or ([] if contents == listed else ["another order"])


def foreign_fonts(path: Path) -> list[str]:
    """Fonts that aren't ours, or aren't embedded."""
    with pikepdf.open(path) as pdf:
        fonts = [font for font in pdf.objects if isinstance(font, pikepdf.Dictionary) and "/FontName" in font]
        assert fonts
        names = [str(font.FontName).removeprefix("/").partition("+")[2] or str(font.FontName) for font in fonts]
        embedded = [any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3")) for font in fonts]
    return [name for name, inside in zip(names, embedded, strict=True) if not inside or not name.startswith(OUR_FONTS)]


def inaccessible(path: Path) -> list[str]:
    """What the machine rules of PDF/UA-1 object to, and a missing language, title or tag tree."""
    report = page_validation.validate_pdf(str(path), profile="ua1")
    with pikepdf.open(path) as pdf:
        present = {
            "language": str(pdf.Root.get("/Lang", "")) == sample.META.language,
            "title": str(pdf.docinfo.get("/Title", "")) == sample.META.title,
            "tags": "/StructTreeRoot" in pdf.Root and bool(pdf.Root.MarkInfo.Marked),
        }
    return [failure.rule_id for failure in report.failures] + [name for name, there in present.items() if not there]


def answers_beside_questions(path: Path) -> list[str]:
    """Comments of the answer key and lines of the solution on a page that asks."""
    asking = [text for text in texts(path) if "Choose all that apply" in text or "Your answer" in text]
    assert asking
    secrets = ["Every value pulls at it", "One pass, one division", "sum(numbers)", "Divide the sum by the count"]
    return [secret for secret in secrets for text in asking if _close(secret) in _close(text)]
