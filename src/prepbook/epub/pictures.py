"""The book's pictures as files of the EPUB, each once."""

import base64
import hashlib
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from bs4 import BeautifulSoup
from markupsafe import Markup

from prepbook.epub.drawings import plain_drawing
from prepbook.epub.links import SITE
from prepbook.epub.model import EpubError

FOLDER = "images"
MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
}
_DRAWING = re.compile(r"<svg\b[^>]*>.*?</svg>", re.DOTALL)
_LABEL = re.compile(r'<svg\b[^>]*\baria-label="([^"]*)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


class Pictures:
    """Takes pictures out of chapters; `files` holds their bytes by path. `site` is where the chapters' files are."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.files: dict[str, bytes] = {}

    def take_drawings(self, html: str, url: str) -> str:
        """Return the HTML with each drawing in it replaced by an image, which old readers show more often.

        Before the HTML is parsed: its parser would write the names in a drawing in lower case.
        """

        def image(match: re.Match[str]) -> str:
            drawing = match[0]
            words = _LABEL.match(drawing) or _TITLE.search(drawing)
            alt = Markup(words[1]).unescape() if words else ""
            file = self._keep(plain_drawing(drawing, url or "home page"), ".svg")
            return Markup('<img src="{}" alt="{}"/>').format(file, " ".join(alt.split()))

        return _DRAWING.sub(image, html)

    def take_images(self, soup: BeautifulSoup, url: str) -> None:
        """Make the images of the chapter at `url` name files of the book.

        Raises EpubError for one that isn't in the book, or that readers needn't know how to show.
        """
        for image in soup.find_all("img"):
            source = str(image.get("src", ""))
            if source not in self.files:
                image["src"] = self._file(source, url)

    def _file(self, source: str, url: str) -> str:
        place = url or "home page"
        suffix, content = _data(source) if source.startswith("data:") else self._read(source, url)
        if suffix not in MEDIA_TYPES:
            do = "Convert it."
            raise EpubError(f'{place}: image: expected one of {", ".join(MEDIA_TYPES)}, found "{source[:60]}". {do}')
        return self._keep(plain_drawing(content.decode(), place) if suffix == ".svg" else content, suffix)

    def _read(self, source: str, url: str) -> tuple[str, bytes]:
        path = urljoin(SITE + url, source)
        file = self.site / unquote(urlsplit(path.removeprefix(SITE)).path)
        if not path.startswith(SITE) or not file.is_file():
            do = "Put the file into the docs folder."
            raise EpubError(f'{url or "home page"}: image: expected a file of the book, found "{source}". {do}')
        return PurePosixPath(file.name).suffix.lower(), file.read_bytes()

    def _keep(self, content: bytes, suffix: str) -> str:
        name = f"{FOLDER}/{hashlib.sha256(content).hexdigest()[:16]}{suffix}"
        self.files[name] = content
        return name


def _data(source: str) -> tuple[str, bytes]:
    """Return what a data URL holds, with the suffix of its type."""
    head, _, body = source.removeprefix("data:").partition(",")
    suffix = next((suffix for suffix, media in MEDIA_TYPES.items() if head.split(";")[0] == media), "")
    return suffix, base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)
