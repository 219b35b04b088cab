"""Drawings as the plainest SVG: what a reader with an old engine, which knows no style sheet, still shows.

SVG is a core type of EPUB 2 and 3 and stays sharp at any size, so drawings needn't become dots, which would take a
browser. But many engines skip <style>, and then a sheet of white paper is black; and none asks for a dark scheme.
So rules become attributes, `currentColor` a color, and every drawing lies on white paper, which it keeps at night.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from prepbook.epub.model import EpubError

SVG = "http://www.w3.org/2000/svg"
_INK = "#1b1d1e"
_QR_CODE = "segno"  # the class of those that the library of this name draws
_QUIET_ZONE = 4  # modules of white around a QR code, without which cameras don't find it
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SCRIPTED = ("script", "foreignObject", "style")

ET.register_namespace("", SVG)

Rule = tuple[str, dict[str, str]]


def plain_drawing(svg: str, place: str) -> bytes:
    """Return the drawing as a file of its own. Raises EpubError, which begins with `place`, when it isn't XML."""
    source = svg if "xmlns=" in svg else svg.replace("<svg", f'<svg xmlns="{SVG}"', 1)
    try:
        root = ET.fromstring(source)
    except ET.ParseError as error:
        raise EpubError(f"{place}: drawing: expected well-formed SVG, found {error}. Correct the drawing.") from error
    margin = _QUIET_ZONE if root.get("class") == _QR_CODE else 0
    rules = list(_rules("".join(style.text or "" for style in root.iter(f"{{{SVG}}}style"))))
    _flatten(root, rules, _INK)
    for name in ("role", "aria-label"):  # these go to the image in the text
        root.attrib.pop(name, None)
    root.attrib.setdefault("font-family", "sans-serif")  # a drawing in the text took the page's
    _lay_on_paper(root, margin)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _rules(css: str) -> Iterator[Rule]:
    """Yield selectors and what they declare; rules for one medium are left out."""
    for selectors, body in _RULE.findall(_MEDIA.sub("", css)):
        declared = dict(part.strip().split(":", 1) for part in body.split(";") if ":" in part)
        for selector in selectors.split(","):
            yield selector.strip(), {name.strip(): value.strip() for name, value in declared.items()}


def _flatten(element: ET.Element, rules: list[Rule], color: str) -> None:
    """Write into each element what the rules say about it, and drop what only a browser runs."""
    for selector, declared in rules:
        if _selects(selector, element):
            _declare(element, declared)
    element.attrib.pop("class", None)
    color = element.attrib.pop("color", color)
    for name, value in list(element.attrib.items()):
        if value == "currentColor":
            element.set(name, color)
        if name.startswith("on"):
            del element.attrib[name]
    for child in list(element):
        if _name(child) in _SCRIPTED:
            element.remove(child)
        else:
            _flatten(child, rules, color)


def _selects(selector: str, element: ET.Element) -> bool:
    name, _, kind = selector.partition(".")
    return name in ("", _name(element)) and (not kind or kind in element.get("class", "").split())


def _declare(element: ET.Element, declared: dict[str, str]) -> None:
    for name, value in declared.items():
        if name == "font":  # the one shorthand, which no attribute stands for
            element.set("style", f"font:{value}")
        else:
            element.set(name, value)


def _lay_on_paper(root: ET.Element, margin: int) -> None:
    """Give the drawing white paper, and a size that engines without a viewBox know too."""
    x, y, width, height = _box(root)
    x, y, width, height = (x - margin, y - margin, width + 2 * margin, height + 2 * margin)
    shown = float(root.get("width", width))
    root.set("viewBox", f"{x:g} {y:g} {width:g} {height:g}")
    root.set("width", f"{shown:g}")
    root.set("height", f"{shown * height / width:g}")
    box = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{width:g}", "height": f"{height:g}"}
    root.insert(0, ET.Element(f"{{{SVG}}}rect", {**box, "fill": "#ffffff", "stroke": "none"}))


def _box(root: ET.Element) -> tuple[float, float, float, float]:
    box = root.get("viewBox") or f"0 0 {root.get('width', 300)} {root.get('height', 150)}"
    x, y, width, height = (float(number) for number in re.findall(r"-?[\d.]+", box))
    return x, y, width, height


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]
