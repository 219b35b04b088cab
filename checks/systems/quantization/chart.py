"""What retrieval loses as one dimension grows, with one scale for all and with a scale for each dimension."""

import json


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (power of two by which the outlier is stretched, share of the top 3 lost in percent) of both ways."""
    with open("embeddings.json", encoding="utf-8") as file:
        sets = json.load(file)["sets"]
    vectors = [[item["scale"] * value for value in item["vector"]] for item in sets["v1"] + sets["v2"]]
    return {
        "one scale for all": [lost(answer, vectors, doublings, False) for doublings in range(0, 11)],
        "a scale per dimension": [lost(answer, vectors, doublings, True) for doublings in (0, 5, 10)],
    }


def lost(answer, vectors: list[list[float]], doublings: int, per_dimension: bool) -> tuple[float, float]:
    """Return one point: each response asks for its three neighbors, with the outlier stretched so often."""
    documents = [[vector[0] * 2**doublings, *vector[1:]] for vector in vectors]
    queries = [[vector[0] / 2**doublings, *vector[1:]] for vector in vectors]
    return doublings, 100 * answer.recall_lost(queries, documents, 3, answer.scales_for(documents, per_dimension))
