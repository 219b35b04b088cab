"""A bound book spoiled: each change breaks one promise, so that each inspection has something to find."""

from pathlib import Path
from zipfile import ZipFile

# file: what is replaced by what
CHANGES = {
    "EPUB/package.opf": [
        ('<meta property="dcterms:modified">2026-11-21T10:30:08Z</meta>', ""),
        ('<item id="style" href="style.css" media-type="text/css"/>', ""),
    ],
    "EPUB/nav.xhtml": [("Measuring</a>", "Weighing</a>")],
    "EPUB/toc.ncx": [("<text>Practice</text>", "<text>Theory</text>")],
    "EPUB/home.xhtml": [
        ('href="measuring.xhtml#wide-things"', 'href="measuring.xhtml#nowhere"'),
        ("</section>", '<script src="https://example.org/x.js"></script></section>'),
    ],
    "EPUB/measuring.xhtml": [("math.hypot(*u)", "math.hypot(*w)"), (' alt="A curve that rises"', "")],
    "EPUB/practice.xhtml": [
        ("Answers with comments", "Every value pulls at it"),
        ("</section>", '<p style="font-size:12px">Small</p><img src="images/none.svg" alt="Gone"/></section>'),
    ],
    "EPUB/style.css": [("p {", "body { color: #333 } p {")],
}


def spoil(source: Path, target: Path) -> Path:
    """Write a spoiled copy of the book to `target`."""
    with ZipFile(source) as book, ZipFile(target, "w") as copy:
        for entry in book.infolist():
            content = book.read(entry)
            for before, after in CHANGES.get(entry.filename, []):
                assert before.encode() in content, f"{entry.filename}: {before}"
                content = content.replace(before.encode(), after.encode(), 1)
            copy.writestr(entry, content)
    return target
