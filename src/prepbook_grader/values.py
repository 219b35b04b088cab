"""Values of an answer as text: for a reader's eyes, and canonical for comparing. Neither ever raises.

An answer's objects may lie, loop, be endless or raise in any method, so built-in types are walked by their own
methods and everything else is asked once, guarded.
"""

import dataclasses
import datetime
import decimal
import enum
import fractions
import hashlib
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from prepbook_grader.words import gettext

SHOWN = 2_000  # characters
CANONICAL = 300
DEPTH = 30
NODES = 20_000
SAME_REPR_EVERYWHERE = (complex, decimal.Decimal, fractions.Fraction, range, bytes, datetime.date, datetime.time)

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def show(value: object, limit: int = SHOWN) -> str:
    """Return the repr of `value`, cut to `limit` characters; sets are sorted, addresses left out."""
    shown: list[str] = []
    length = 0
    try:
        for piece in _pieces(value, limit, 0):
            shown.append(piece)
            length += len(piece)
            if length > limit:
                break
    except BaseException as error:
        shown.append(gettext("<{name}: its repr raised {error}>", name=_class_name(value), error=_class_name(error)))
    return clip("".join(shown), limit)


def clip(text: str, limit: int) -> str:
    """Return `text` if it fits into `limit` characters, else its start and an ellipsis."""
    return text if len(text) <= limit else text[:limit] + "…"


def _pieces(value: Any, limit: int, depth: int) -> Iterator[str]:
    kind = type(value)
    if depth > DEPTH:
        yield "..."
    elif kind is str or kind is bytes:
        yield repr(value[: limit + 1])
    elif kind is int:
        yield _whole(value)
    elif kind is list:
        yield from _joined("[", (_pieces(item, limit, depth + 1) for item in value), "]")
    elif kind is tuple:
        yield from _joined("(", (_pieces(item, limit, depth + 1) for item in value), ",)" if len(value) == 1 else ")")
    elif kind is dict:
        yield from _joined("{", (_pair(item, limit, depth + 1) for item in value.items()), "}")
    elif (kind is set or kind is frozenset) and value:
        members = sorted("".join(_pieces(item, limit, depth + 1)) for item in islice(value, NODES))
        yield from _joined("{" if kind is set else "frozenset({", ([member] for member in members), "}")
        yield "" if kind is set else ")"
    else:
        # A subclass of str may redefine slicing: str's own method makes a plain copy.
        yield _ADDRESS.sub("", str.__str__(repr(value)))


def _joined(start: str, items: Iterator[Any], end: str) -> Iterator[str]:
    yield start
    for number, item in enumerate(items):
        if number:
            yield ", "
        yield from item
    yield end


def _pair(item: tuple[object, object], limit: int, depth: int) -> Iterator[str]:
    yield from _pieces(item[0], limit, depth)
    yield ": "
    yield from _pieces(item[1], limit, depth)


def _whole(value: int) -> str:
    try:
        return int.__repr__(value)
    except ValueError:  # past sys.get_int_max_str_digits()
        return f"<int of {int.bit_length(value)} bits>"


def canonical(value: object) -> str:
    """Return text that is equal for values a wrong answer may equally well give.

    Floats keep 6 significant digits (so 1.0 is 1), dicts and sets have no order, objects without a value of their own
    are named by their class. It is the same in each process and Python version; long text ends in its hash.
    """
    try:
        text = _Canonical().of(value, 0)
    except BaseException:
        return f"<{_class_name(value)}>"
    if len(text) <= CANONICAL:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return f"{text[:CANONICAL]}…#{digest}"


class _Canonical:
    def __init__(self) -> None:
        self.nodes = 0

    def of(self, value: Any, depth: int) -> str:
        self.nodes += 1
        if depth > DEPTH or self.nodes > NODES:
            return "..."
        if value is None or isinstance(value, (bool, type)):
            return value.__name__ if isinstance(value, type) else repr(value)
        if isinstance(value, enum.Enum):
            return f"{type(value).__name__}.{value.name}"
        if isinstance(value, float):
            return _rounded(value)
        if isinstance(value, int):
            return _whole(value)
        if isinstance(value, str):
            return str.__repr__(value)
        if isinstance(value, SAME_REPR_EVERYWHERE):
            return repr(value)
        return self._of_container(value, depth + 1)

    def _of_container(self, value: Any, depth: int) -> str:
        if isinstance(value, list):
            return f"[{', '.join(self.of(item, depth) for item in list.__iter__(value))}]"
        if isinstance(value, tuple):
            return f"({', '.join(self.of(item, depth) for item in tuple.__iter__(value))})"
        if isinstance(value, dict):
            pairs = (f"{self.of(key, depth)}: {self.of(item, depth)}" for key, item in dict.items(value))
            return f"{{{', '.join(sorted(pairs))}}}"
        if isinstance(value, (set, frozenset)):
            # Cutting a set short would depend on its order: a large one is told by its size.
            if len(value) > NODES - self.nodes:
                return f"{{{len(value)} members}}"
            return f"set({', '.join(sorted(self.of(item, depth) for item in value))})"
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = (
                f"{field.name}={self.of(getattr(value, field.name), depth)}" for field in dataclasses.fields(value)
            )
            return f"{type(value).__name__}({', '.join(fields)})"
        return f"<{_class_name(value)}>"


def _rounded(value: float) -> str:
    text = float.__format__(value, ".6g")
    return "0" if text == "-0" else text


def _class_name(value: object) -> str:
    return str.__str__(type.__dict__["__name__"].__get__(type(value)))
