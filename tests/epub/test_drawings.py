"""Drawings for engines that know no style sheets."""

from xml.etree import ElementTree as ET

import pytest

from prepbook.drawings import SVG
from prepbook.epub.drawings import plain_drawing


def drawn(svg: str) -> list[ET.Element]:
    """Return the drawing's elements: the root, its paper, and the rest."""
    return list(ET.fromstring(plain_drawing(svg, "here")).iter())


@pytest.mark.parametrize(
    ("svg", "attribute", "value"),
    [
        ("<style>.ink{fill:#123}</style><rect class='ink'/>", "fill", "#123"),
        ("<style>rect{stroke-width:2}</style><rect/>", "stroke-width", "2"),
        ("<style>rect.a, rect.b{fill:#123}</style><rect class='x b'/>", "fill", "#123"),
        ("<style>.a{fill:#123}@media (x){.a{fill:#fff}}</style><rect class='a'/>", "fill", "#123"),
        ("<style>rect{font:12px serif}</style><rect/>", "style", "font:12px serif"),
        ("<style>.a{color:#456}</style><g class='a'><rect fill='currentColor'/></g>", "fill", "#456"),
        ("<rect fill='currentColor'/>", "fill", "#1b1d1e"),
    ],
    ids=["class", "element", "one of several", "medium", "shorthand", "inherited color", "no color"],
)
def test_rules_become_attributes(svg: str, attribute: str, value: str) -> None:
    """What a style sheet says about a shape stands on it, and a rule for one medium is no rule."""
    shapes = [element for element in drawn(f"<svg viewBox='0 0 9 9'>{svg}</svg>") if element.tag == f"{{{SVG}}}rect"]
    assert shapes[-1].get(attribute) == value


def test_drawing_lies_on_white_paper_with_a_size() -> None:
    """At night a page is black, and so is ink without paper; old engines don't derive a size."""
    root, paper, *_ = drawn("<svg width='440' viewBox='-5 0 220 110'><path d='M0 0'/></svg>")
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("440", "220", "-5 0 220 110")
    assert paper.attrib == {"x": "-5", "y": "0", "width": "220", "height": "110", "fill": "#ffffff", "stroke": "none"}


def test_nothing_in_a_drawing_runs() -> None:
    """Scripts, handlers and foreign content stay out."""
    names = "<script>1</script><foreignObject/><rect onclick='1'/>"
    shapes = drawn(f"<svg viewBox='0 0 1 1'>{names}</svg>")[2:]
    assert [(shape.tag, shape.attrib) for shape in shapes] == [(f"{{{SVG}}}rect", {})]
