"""Links between the pages of a site turned into links between the files of an EPUB."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

SITE = "http://book.invalid/"  # any address would do: URLs are resolved against it and stripped of it again
_ID_LISTS = ("aria-labelledby", "aria-describedby", "headers", "for")


@dataclass
class Place:
    """A chapter in the book: its first file, its title, and in which file each of its ids stands."""

    file: str
    title: str
    ids: dict[str, str] = field(default_factory=dict)  # file by id, as the site writes it

    def href(self, fragment: str = "") -> str:
        """Return where an id of the chapter is; the chapter's beginning for an empty or unknown one."""
        return f"{self.ids[fragment]}#{plain_id(fragment)}" if fragment in self.ids else self.file


def plain_id(text: str) -> str:
    """Return an id as XML wants it: a name without colons."""
    plain = re.sub(r"[^\w.-]", lambda match: f"-{ord(match[0]):x}-", text, flags=re.ASCII)
    return plain if re.match(r"[A-Za-z_]", plain) else f"_{plain}"


class Linker:
    """Rewrites one chapter after the other; `places` holds all of them by URL."""

    def __init__(self, places: Mapping[str, Place], site_url: str | None) -> None:
        self.places = places
        self.site_url = site_url

    def link(self, soup: BeautifulSoup | Tag, url: str) -> None:
        """Make links of this piece of the chapter at `url` lead into the book, or to the site, or be plain text."""
        for tag in soup.find_all(id=True):
            tag["id"] = plain_id(str(tag["id"]))
        for name in _ID_LISTS:
            for tag in soup.select(f"[{name}]"):
                tag[name] = " ".join(plain_id(id) for id in str(tag[name]).split())
        for link in soup.find_all("a", href=True):
            self._link(link, url)

    def _link(self, link: Tag, url: str) -> None:
        href = str(link["href"])
        wants = link.attrs.pop("data-pages", "")  # what paper writes beside the link; here only a title is missing
        if urlsplit(href).scheme:
            return
        target, fragment = urldefrag(urljoin(SITE + url, href))
        path = target.removeprefix(SITE)
        place = self.places.get(unquote(path).removesuffix("index.html"))
        if place is not None:
            link["href"] = place.href(unquote(fragment))
            if wants == "title":
                link.string = place.title
        elif href.startswith("//"):
            link["href"] = f"https:{href}"
        elif self.site_url:
            link["href"] = urljoin(self.site_url, path) + (f"#{fragment}" if fragment else "")
        else:
            link.unwrap()  # a reader offline, without an address to go to, is better off with the words
