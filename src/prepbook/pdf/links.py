"""Links between the pages of a site turned into links inside one document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from prepbook.errors import PrintError
from prepbook.words import gettext

_SITE = "http://book.invalid/"  # any address would do: URLs are resolved against it and stripped of it again
_ID_LISTS = ("aria-labelledby", "aria-describedby", "headers", "for")
_UNKNOWN_PAGE = "000"  # as wide as the numbers of a book usually are, so that the first pass breaks lines like the last


@dataclass(frozen=True)
class Place:
    """A chapter within the document: what its ids begin with, and which there are."""

    key: str
    title: str
    ids: frozenset[str]

    def anchor(self, fragment: str = "") -> str:
        """Return the document's id of one of this chapter's; the chapter's own for an empty or unknown fragment."""
        return f"{self.key}.{_plain(fragment)}" if fragment in self.ids else self.key


def chapter_key(url: str) -> str:
    """Return a chapter's id in the document: its URL without what ids can't hold."""
    return _plain(url.removesuffix("index.html").strip("/")) or "home"


def ids_in(soup: BeautifulSoup) -> frozenset[str]:
    """Return every id of a chapter."""
    return frozenset(str(tag["id"]) for tag in soup.find_all(id=True))


def page_number(anchor: str) -> str:
    """Return the HTML of the number of the page where `anchor` stands; the printer fills it in."""
    return f'<span data-page-of="{anchor}">{_UNKNOWN_PAGE}</span>'


class Localizer:
    """Rewrites one chapter after the other; `places` holds all of them by URL."""

    def __init__(self, places: Mapping[str, Place], site_url: str | None, *, is_excerpt: bool = False) -> None:
        self.places = places
        self.site_url = site_url
        self.is_excerpt = is_excerpt  # then most links lead to chapters that aren't here

    def localize(self, soup: BeautifulSoup, url: str) -> None:
        """Make the chapter's ids unique in the document and its links lead where they should there.

        Raises PrintError for a relative link to a page that isn't in the book.
        """
        place = self.places[url]
        for tag in soup.find_all(id=True):
            tag["id"] = place.anchor(str(tag["id"]))
        for attribute in _ID_LISTS:
            for tag in soup.select(f"[{attribute}]"):
                tag[attribute] = " ".join(place.anchor(id) for id in str(tag[attribute]).split())
        for image in soup.find_all("img", src=True):
            if not urlsplit(str(image["src"])).scheme:
                image["src"] = urljoin(_SITE + url, str(image["src"])).removeprefix(_SITE)
        for link in soup.find_all("a", href=True):
            self._link(link, url)
        _svg_references(soup, place)

    def _link(self, link: Tag, url: str) -> None:
        href = str(link["href"])
        if urlsplit(href).scheme or href.startswith("//"):
            _show_address(link, href)
            return
        target, fragment = urldefrag(urljoin(_SITE + url, href))
        place = self.places.get(unquote(target.removeprefix(_SITE)).removesuffix("index.html"))
        if place is not None:
            anchor = place.anchor(unquote(fragment))
            link["href"] = f"#{anchor}"
            _show_page(link, place, anchor)
        elif self.site_url:
            link["href"] = urljoin(self.site_url, target.removeprefix(_SITE))
            if not self.is_excerpt:
                _show_address(link, str(link["href"]))
        elif self.is_excerpt:
            link.unwrap()
        else:
            found = f'a link to "{href}", which is no chapter'
            do = "Correct it, or set site_url so that paper can name the address."
            raise PrintError(f"{url or 'home page'}: link: expected a chapter of the book, found {found}. {do}")


def _show_page(link: Tag, place: Place, anchor: str) -> None:
    """Add the page number: data-pages="none" asks for none, "only" for just it, "title" for the title before it."""
    classes = link.get_attribute_list("class")
    is_footnote = "footnote-ref" in classes or "footnote-backref" in classes
    mode = str(link.attrs.pop("data-pages", "none" if is_footnote else ""))
    number = page_number(anchor)
    if mode == "none":
        return
    if mode == "title":
        link.string = place.title
    if mode == "only":
        link.clear()
    in_brackets = str(link.previous_sibling or "").endswith("(")
    text = gettext(", p. {page}", page=number) if in_brackets else gettext(" (p. {page})", page=number)
    shown = number if mode == "only" else f'<span class="pb-page-ref">{text}</span>'
    link.append(BeautifulSoup(shown, "html.parser"))


def _show_address(link: Tag, href: str) -> None:
    """Write out an address that a reader of paper can't see, unless the link's text is the address."""
    if urlsplit(href).scheme not in ("http", "https") or link.attrs.pop("data-pages", "") == "none":
        return
    shown = re.sub(r"^https?://", "", href).rstrip("/")
    if shown not in link.get_text():
        soup = BeautifulSoup("", "html.parser")
        link.append(soup.new_tag("span", attrs={"class": "pb-address"}, string=f" ({shown})"))


def _svg_references(soup: BeautifulSoup, place: Place) -> None:
    """Follow the renamed ids inside drawings: gradients, markers, clip paths."""
    for drawing in soup.find_all("svg"):
        for tag in [drawing, *drawing.find_all(True)]:
            for name, value in list(tag.attrs.items()):
                if name in ("href", "xlink:href") and str(value).startswith("#"):
                    tag[name] = "#" + place.anchor(str(value)[1:])
                elif "url(#" in str(value):
                    tag[name] = re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{place.anchor(m[1])})", str(value))


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text)
