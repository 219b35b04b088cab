"""Which sentence of an answer has no support, and which answer do you send?"""

import base64
import json
from array import array
from collections.abc import Mapping, Sequence
from typing import Any

Sentence = Mapping[str, Any]  # "text" and "vector"
Answer = Sequence[Sentence]


def facts(text: str) -> set[str]:
    """Return the words of a text that hold a digit, an underscore or two capitals; no commas, in lower case."""
    raise NotImplementedError("write facts first")


def unsupported(answer: Answer, evidence: Answer, min_cosine: float = 0.62) -> list[int]:
    """Return the positions of the answer's sentences that no single sentence of the evidence supports."""
    raise NotImplementedError("then write unsupported")


def votes(samples: Sequence[Answer], min_cosine: float = 0.62) -> list[int]:
    """Return, for each sample, how many of the others support each sentence of it."""
    raise NotImplementedError("then write votes")


def choose(samples: Sequence[Answer], evidence: Answer, first: str, min_cosine: float = 0.62) -> int | None:
    """Return the number of the sample to send, putting "accuracy" or "consistency" first; None declines."""
    raise NotImplementedError("then write choose")


def cost_usd(
    traces: Sequence[Mapping[str, Any]],
    first: str,
    wrong_usd: float,
    declined_usd: float,
    min_cosine: float = 0.62,
) -> float:
    """Return the mean cost of a question, an answer being wrong if people found an unsupported sentence in it."""
    raise NotImplementedError("then write cost_usd")


def load() -> list[dict[str, Any]]:
    """Return the log's traces, with a vector beside each sentence. This part is done for you."""
    with open("traces.json", encoding="utf-8") as file:
        log = json.load(file)

    def sentence(text: str) -> dict[str, Any]:
        packed = log["vectors"][text]
        return {"text": text, "vector": [packed["scale"] * x for x in array("b", base64.b64decode(packed["vector"]))]}

    for trace in log["traces"]:
        trace["evidence"] = [sentence(item["text"]) for item in trace["evidence"]]
        trace["samples"] = [[sentence(text) for text in sample] for sample in trace["samples"]]
    return log["traces"]


if __name__ == "__main__":  # Run compares your rule with what people found, and the two policies
    traces = load()
    for trace in traces:
        print(f"{trace['id']}  {trace['question']}")
        for sample, people in zip(trace["samples"], trace["unsupported"]):
            for position in sorted({*unsupported(sample, trace["evidence"]), *people}):
                rule = position in unsupported(sample, trace["evidence"])
                kind = "both" if rule and position in people else "rule only" if rule else "people only"
                print(f"     {kind:12} {sample[position]['text']}")
    print("a wrong answer costs 8 dollars; per question, with accuracy or with consistency first")
    for declined_usd in (0, 2, 8, 32, 64):
        costs = [cost_usd(traces, first, 8, declined_usd) for first in ("accuracy", "consistency")]
        print(f"declining costs {declined_usd:2} dollars: {costs[0]:6.2f} {costs[1]:6.2f}")
