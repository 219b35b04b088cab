"""Which stage lost the case? A RAG benchmark, sorted by cause (invented)."""

import json
from collections import Counter

SHOWN = 5  # passages that the model gets to read

with open("benchmark.json", encoding="utf-8") as file:
    cases = json.load(file)


def stage(case: dict) -> str:
    """Where a case went wrong, from the right passage's place and the verdict."""
    place, right = case["place"], case["right"]
    if place is not None and place <= SHOWN:
        return "fine" if right else "read, answered wrong"
    if right:
        return "right without evidence"
    return "never retrieved" if place is None else "ranked too low"


stages = Counter(stage(case) for case in cases)
passed = sum(case["right"] for case in cases)
print(f"{passed} of {len(cases)} answers right, {stages['fine']} of them with evidence")
for name, count in stages.most_common():
    if name != "fine":
        topics = Counter(case["topic"] for case in cases if stage(case) == name)
        print(f"{count:3}  {name:22}", *(f"{topic} {n}" for topic, n in topics.items()))
