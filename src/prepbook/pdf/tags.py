"""Mends the structure tree: what readers by ear and machine checks expect and Chromium leaves out."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String

# PDF 1.7 doesn't know these; a reader that doesn't either takes them for what stands on the right.
_ROLES = {"Strong": "Span", "Em": "Span"}


def mend_tags(pdf: pikepdf.Pdf) -> None:
    """Complete the structure tree in place."""
    root = pdf.Root.StructTreeRoot
    assert isinstance(root, Dictionary)
    root.RoleMap = Dictionary({f"/{kind}": Name(f"/{standard}") for kind, standard in _ROLES.items()})
    elements = list(_elements(root))
    for element in elements:
        if element.S == Name.LI:
            _wrap_body(pdf, element)
        if Name.Figure == element.S and "/Alt" not in element and _holds_figure(element):
            element.S = Name.Div
    _renumber(pdf, root, elements)


def _elements(parent: Dictionary) -> Iterator[Dictionary]:
    """Yield every structure element below `parent`, in reading order."""
    waiting = [parent]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        waiting.extend(reversed(_children(element)))


def _children(element: Dictionary) -> list[Dictionary]:
    return [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def _kids(element: Dictionary) -> list[pikepdf.Object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _wrap_body(pdf: pikepdf.Pdf, item: Dictionary) -> None:
    """Put everything in a list item but its label into one LBody."""
    kids = _kids(item)
    labels = [kid for kid in kids if _is(kid, Name.Lbl)]
    rest = [kid for kid in kids if not _is(kid, Name.Lbl)]
    if not rest or all(_is(kid, Name.LBody) for kid in rest):
        return
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array(rest)))
    if "/Pg" in item:
        body.Pg = item.Pg  # bare content numbers in the kids count on the page of their parent
    for kid in rest:
        if isinstance(kid, Dictionary) and "/S" in kid:
            kid.P = body
    item.K = Array([*labels, body])


def _is(kid: pikepdf.Object, kind: Name) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/S") == kind


def _holds_figure(element: Dictionary) -> bool:
    return any(Name.Figure == below.S for child in _children(element) for below in _elements(child))


def _renumber(pdf: pikepdf.Pdf, root: Dictionary, elements: list[Dictionary]) -> None:
    """Give ids by order: Chromium's differ from run to run."""
    named = [element for element in elements if "/ID" in element]
    ids = {bytes(element.ID): f"e{number:06}" for number, element in enumerate(named, start=1)}
    for element in elements:
        for attributes in _attributes(element):
            if "/Headers" in attributes:
                attributes.Headers = Array([String(ids[bytes(id)]) for id in attributes.Headers])
    for element in named:
        element.ID = String(ids[bytes(element.ID)])
    if "/IDTree" in root:
        del root["/IDTree"]
    if named:
        names = Array([part for element in named for part in (element.ID, element)])
        limits = Array([named[0].ID, named[-1].ID])
        root.IDTree = pdf.make_indirect(Dictionary(Kids=Array([Dictionary(Limits=limits, Names=names)])))


def _attributes(element: Dictionary) -> list[Dictionary]:
    found = element.get("/A")
    if found is None:
        return []
    several = list(found) if isinstance(found, Array) else [found]
    return [attributes for attributes in several if isinstance(attributes, Dictionary)]
