"""Signatures: which values count as the same, and which known mistake an answer shows."""

import math
from collections import Counter, OrderedDict
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from prepbook_grader import canonical, recognise

WIDE = {f"w{number}": f"failed|{number}" for number in (1, 2, 3, 4)}


@dataclass
class Point:
    """A value with fields."""

    x: float


class Color(Enum):
    """A value with a name."""

    RED = 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (1.0, "1"),
        (-0.0, "0"),
        (1234567.8, "1.23457e+06"),
        (math.nan, "nan"),
        (-math.inf, "-inf"),
        (True, "True"),
        ("a'b", '"a\'b"'),
        ([1 / 3, (2 / 3,)], "[0.333333, (0.666667)]"),
        ({"b": 1, "a": {2.0}}, "{'a': set(2), 'b': 1}"),
        (OrderedDict(b=1, a=2), "{'a': 2, 'b': 1}"),
        (Counter("aab"), "{'a': 2, 'b': 1}"),
        ({"z", "a"}, "set('a', 'z')"),
        (Point(0.1 + 0.2), "Point(x=0.3)"),
        (Color.RED, "Color.RED"),
        (Decimal("0.10"), "Decimal('0.10')"),
        (ValueError, "ValueError"),
        (object(), "<object>"),
        ((n for n in [1]), "<generator>"),
        (None, "None"),
    ],
)
def test_a_value_has_one_canonical_text(value: Any, text: str) -> None:
    """Neither last bits, nor order of sets and dicts, nor addresses are in it."""
    assert canonical(value) == text


def test_long_values_are_told_apart_by_their_hash() -> None:
    """Text past the limit is cut, and differs if the rest does."""
    first, second = canonical(list(range(1000))), canonical([*range(999), -1])
    assert len(first) < 320
    assert first[:300] == second[:300]
    assert first != second


def test_a_list_that_holds_itself_has_an_end() -> None:
    """Endless values are cut at a depth."""
    endless: list[Any] = []
    endless.append(endless)
    assert canonical(endless).count("[") == 31


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        pytest.param({"t1": "failed|1"}, "small", id="equal"),
        pytest.param({"t1": "failed|1", "t2": "failed|2"}, "large", id="equal beats contained"),
        pytest.param({"t1": "failed|1", "t2": "failed|2", "t4": "failed|4"}, "large", id="the largest contained"),
        pytest.param({"t1": "failed|1", "t3": "failed|3"}, None, id="two of one size"),
        pytest.param({"t1": "failed|9"}, None, id="another value"),
        pytest.param({}, None, id="nothing failed"),
        pytest.param({**WIDE, "w1": "failed|KeyError"}, "wide", id="one value in four differs"),
        pytest.param({**WIDE, "w1": "failed|0", "w2": "failed|0"}, None, id="two values in four differ"),
        pytest.param({**WIDE, "w1": "failed|0", "w5": "failed|5"}, None, id="one differs and one more fails"),
    ],
)
def test_the_known_mistake_that_fits_best_is_recognised(answer: dict[str, str], name: str | None) -> None:
    """An equal signature, else one nearly equal, else the largest that the answer's contains, else none."""
    known = {
        "empty": {},
        "small": {"t1": "failed|1"},
        "other": {"t3": "failed|3"},
        "large": {"t1": "failed|1", "t2": "failed|2"},
        "wide": WIDE,
    }
    assert recognise(answer, known) == name
