"""A new version of an embedding model turns the space (made-up vectors)."""

from math import cos, radians, sin

OLD = {"invoice": 10, "payment": 22, "refund": 40, "holiday": 130}  # degrees
TURN = 100  # the new version: same meaning, other axes


def similarity(one: float, other: float) -> float:
    """The cosine of two unit vectors in the plane."""
    u, v = ((cos(radians(angle)), sin(radians(angle))) for angle in (one, other))
    return u[0] * v[0] + u[1] * v[1]


def neighbor(text: str, space: dict[str, float]) -> str:
    others = [other for other in space if other != text]
    return max(others, key=lambda other: similarity(space[text], space[other]))


new = {text: angle + TURN for text, angle in OLD.items()}
for text in OLD:
    across = similarity(OLD[text], new[text])
    before, after = neighbor(text, OLD), neighbor(text, new)
    print(f"{text:8} old against new {across:.2f}, nearest {before}, then {after}")
half = OLD | {"invoice": new["invoice"]}  # the rest stays old
print("half migrated, nearest to invoice:", neighbor("invoice", half))
