"""Did the model move, or the traffic?"""

import base64
import json
from array import array
from collections.abc import Mapping, Sequence

Vector = Sequence[float]
Scores = Mapping[str, Mapping[str, Sequence[float]]]  # by window, then by version, one per customer


def top_scores(queries: Sequence[Vector], documents: Sequence[Vector]) -> list[float]:
    """Return each query's highest cosine with a document."""
    raise NotImplementedError("write top_scores first")


def kept_neighbors(old: Sequence[Vector], new: Sequence[Vector], k: int) -> float:
    """Return which share of the texts' k nearest neighbors in the old space are so in the new one, too."""
    raise NotImplementedError("then write kept_neighbors")


def sign_flip_p(differences: Sequence[float], rounds: int = 2000, seed: int = 0) -> float:
    """Return the two-sided p-value of paired differences, from rounds of random signs drawn with the seed."""
    raise NotImplementedError("then write sign_flip_p")


def effects(scores: Scores) -> dict[str, list[float]]:
    """Return per customer what the model changed on the same texts, and what the traffic changed in the same space."""
    raise NotImplementedError("then write effects")


def verdict(scores: Scores, level: float = 0.05, rounds: int = 2000, seed: int = 0) -> str:
    """Return "model", "traffic", "both" or "neither": whose differences chance alone would hardly give."""
    raise NotImplementedError("then write verdict")


def load() -> tuple[dict[str, list[list[float]]], dict[str, dict[str, list[list[float]]]], list[dict[str, str]]]:
    """Return documents by version, questions by window and version, and the questions' texts. This part is done."""
    with open("alarm.json", encoding="utf-8") as file:
        log = json.load(file)

    def vectors(items: list[dict], version: str) -> list[list[float]]:
        packed = [item[version] for item in items]
        return [[item["scale"] * x for x in array("b", base64.b64decode(item["vector"]))] for item in packed]

    windows, versions = ("before", "after"), ("v1", "v2")
    documents = {version: vectors(log["documents"], version) for version in versions}
    asked = {window: [row[window] for row in log["customers"]] for window in windows}
    queries = {window: {version: vectors(asked[window], version) for version in versions} for window in windows}
    return documents, queries, [{window: row[window]["text"] for window in windows} for row in log["customers"]]


if __name__ == "__main__":  # Run takes the dashboard's rise apart
    documents, queries, texts = load()
    scores = {
        window: {version: top_scores(by_version[version], documents[version]) for version in by_version}
        for window, by_version in queries.items()
    }
    for window, by_version in scores.items():
        print(window, {version: round(sum(column) / len(column), 3) for version, column in by_version.items()})
    for k in (1, 3, 5):
        print(f"of each document's {k} nearest, kept: {kept_neighbors(documents['v1'], documents['v2'], k):.0%}")
    for name, values in effects(scores).items():
        print(f"{name}: {sum(values) / len(values):+.3f}, p = {sign_flip_p(values):.4f}")
    print("verdict:", verdict(scores))
    fall = effects(scores)["traffic"]
    for customer in sorted(range(len(fall)), key=fall.__getitem__)[:5]:
        print(f"{fall[customer]:+.2f}  {texts[customer]['after']}")
