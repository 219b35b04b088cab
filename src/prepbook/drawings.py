"""Drawings without style sheets: what a rule says about an element stands in the element.

So a drawing can stand within a page without its rules reaching the page's, and in an e-reader whose engine skips
<style>; there a sheet of white paper would turn black. Nothing that only a browser runs is left.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
INK = "#1b1d1e"
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SCRIPTED = ("script", "foreignObject", "style")

ET.register_namespace("", SVG)

Rule = tuple[str, dict[str, str]]


def flat_drawing(svg: str, color: str = INK) -> ET.Element:
    """Return the drawing with its rules as attributes, for light paper; `color` is what `currentColor` stands for.

    Raises ParseError for what isn't XML.
    """
    source = svg if "xmlns=" in svg else svg.replace("<svg", f'<svg xmlns="{SVG}"', 1)
    root = ET.fromstring(source)
    _flatten(root, list(_rules("".join(style.text or "" for style in root.iter(f"{{{SVG}}}style")))), color)
    return root


def view_box(root: ET.Element) -> tuple[float, float, float, float]:
    """Return left, top, width and height of what the drawing shows."""
    box = root.get("viewBox") or f"0 0 {root.get('width', 300)} {root.get('height', 150)}"
    x, y, width, height = (float(number) for number in re.findall(r"-?[\d.]+", box))
    return x, y, width, height


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


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]
