"""Pictures that programs drew, set into the print page itself, so that their words are in the book's own faces."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup, Tag

from prepbook.drawings import flat_drawing, view_box
from prepbook.errors import PrintError

_DRAWING = "data:image/svg+xml"


def set_drawings(soup: BeautifulSoup, place: str) -> None:
    """Replace each image that holds an SVG by the drawing. Raises PrintError, with `place`, for one that isn't XML."""
    for number, image in enumerate(soup.select(f'img[src^="{_DRAWING}"]')):
        _head, _, body = str(image["src"]).partition(",")
        try:
            root = flat_drawing(unquote(body))
        except ET.ParseError as error:
            raise PrintError(f"{place}: drawing: expected well-formed SVG, found {error}. Correct it.") from error
        image.replace_with(_inline(root, image, f"drawing-{number}"))


def _inline(root: ET.Element, image: Tag, prefix: str) -> Tag:
    """Return the drawing as part of a page, said in the words of the image that it replaces."""
    root.set("viewBox", " ".join(f"{value:g}" for value in view_box(root)))
    root.set("role", "img")
    root.set("aria-label", str(image.get("alt", "")))
    root.set("class", " ".join(["pb-drawing", *[name for name in image.get_attribute_list("class") if name]]))
    _name_apart(root, prefix)
    drawing = BeautifulSoup(ET.tostring(root, encoding="unicode"), "html.parser").find("svg")
    assert isinstance(drawing, Tag)
    return drawing


def _name_apart(root: ET.Element, prefix: str) -> None:
    """Give the drawing's ids a prefix: two drawings may use the same, and a page may not."""
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name == "id":
                element.set(name, f"{prefix}-{value}")
            elif name.endswith("href") and value.startswith("#"):
                element.set(name, f"#{prefix}-{value[1:]}")
            elif "url(#" in value:
                element.set(name, re.sub(r"url\(#", f"url(#{prefix}-", value))
