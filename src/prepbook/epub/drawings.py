"""Drawings as files of an EPUB, in the plainest SVG: what a reader with an old engine still shows.

SVG is a core type of EPUB 2 and 3 and stays sharp at any size, so drawings needn't become dots, which would take a
browser. Old engines skip <style> and none asks for a dark scheme: so drawings are flat (prepbook.drawings), and every
drawing lies on white paper, which it keeps at night.
"""

from xml.etree import ElementTree as ET

from prepbook.drawings import SVG, flat_drawing, view_box
from prepbook.epub.model import EpubError

_QR_CODE = "segno"  # the class of those that the library of this name draws
_QUIET_ZONE = 4  # modules of white around a QR code, without which cameras don't find it


def plain_drawing(svg: str, place: str) -> bytes:
    """Return the drawing as a file of its own. Raises EpubError, which begins with `place`, when it isn't XML."""
    try:
        root = flat_drawing(svg)
    except ET.ParseError as error:
        raise EpubError(f"{place}: drawing: expected well-formed SVG, found {error}. Correct the drawing.") from error
    margin = _QUIET_ZONE if f'class="{_QR_CODE}"' in svg.partition(">")[0] else 0
    for name in ("role", "aria-label"):  # these go to the image in the text
        root.attrib.pop(name, None)
    root.attrib.setdefault("font-family", "sans-serif")  # a drawing in the text took the page's
    _lay_on_paper(root, margin)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _lay_on_paper(root: ET.Element, margin: int) -> None:
    """Give the drawing white paper, and a size that engines without a viewBox know too."""
    x, y, width, height = view_box(root)
    x, y, width, height = (x - margin, y - margin, width + 2 * margin, height + 2 * margin)
    shown = float(root.get("width", width))
    root.set("viewBox", f"{x:g} {y:g} {width:g} {height:g}")
    root.set("width", f"{shown:g}")
    root.set("height", f"{shown * height / width:g}")
    box = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{width:g}", "height": f"{height:g}"}
    root.insert(0, ET.Element(f"{{{SVG}}}rect", {**box, "fill": "#ffffff", "stroke": "none"}))
