"""How alike are the responses of two model versions?"""

import json
from collections.abc import Sequence

Vector = Sequence[float]


def cosine(u: Vector, v: Vector) -> float:
    """Return the cosine of the angle between u and v, from -1 to 1; raise ValueError where there is none."""
    raise NotImplementedError("write cosine first")


def set_similarity(a: Sequence[Vector], b: Sequence[Vector]) -> float:
    """Return the mean best match from a to b and from b to a, averaged; raise ValueError where there is none."""
    raise NotImplementedError("then write set_similarity")


def load(version: str) -> list[list[float]]:
    """Return the embeddings of one version's responses. This part is done for you."""
    with open("embeddings.json", encoding="utf-8") as file:
        responses = json.load(file)["sets"][version]
    return [[response["scale"] * value for value in response["vector"]] for response in responses]


if __name__ == "__main__":  # Run shows your functions at work on the real embeddings
    v1, v2 = load("v1"), load("v2")
    print(f"ticket T01, v1 and v2: {cosine(v1[0], v2[0]):.3f}")
    print(f"all responses, v1 and v2: {set_similarity(v1, v2):.3f}")
