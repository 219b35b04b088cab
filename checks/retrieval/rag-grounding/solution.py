"""Which sentence of an answer has no support, and which answer do you send?"""

import re
from collections.abc import Mapping, Sequence
from math import hypot, sumprod
from typing import Any

Sentence = Mapping[str, Any]  # "text" and "vector"
Answer = Sequence[Sentence]


def facts(text: str) -> set[str]:
    """Return the words of a text that hold a digit, an underscore or two capitals; no commas, in lower case."""
    words = re.findall(r"\w+(?:[.,]\w+)*", text)
    return {word.replace(",", "").lower() for word in words if is_fact(word)}


def is_fact(word: str) -> bool:
    """Say whether a word must occur in the passage as it stands."""
    return any(mark.isdigit() or mark == "_" for mark in word) or sum(map(str.isupper, word)) > 1


def unsupported(answer: Answer, evidence: Answer, min_cosine: float = 0.62) -> list[int]:
    """Return the positions of the answer's sentences that no single sentence of the evidence supports."""
    known = [(passage["vector"], facts(passage["text"])) for passage in evidence]
    return [
        position
        for position, sentence in enumerate(answer)
        if not any(
            facts(sentence["text"]) <= stated and cosine(sentence["vector"], vector) >= min_cosine
            for vector, stated in known
        )
    ]


def cosine(u: Sequence[float], v: Sequence[float]) -> float:
    """Return the cosine of two vectors, neither of them zero."""
    return sumprod(u, v) / (hypot(*u) * hypot(*v))


def votes(samples: Sequence[Answer], min_cosine: float = 0.62) -> list[int]:
    """Return, for each sample, how many of the others support each sentence of it."""
    return [
        sum(not unsupported(sample, other, min_cosine) for number, other in enumerate(samples) if number != own)
        for own, sample in enumerate(samples)
    ]


def choose(samples: Sequence[Answer], evidence: Answer, first: str, min_cosine: float = 0.62) -> int | None:
    """Return the number of the sample to send, putting "accuracy" or "consistency" first; None declines."""
    if first not in ("accuracy", "consistency"):
        raise ValueError(f'expected "accuracy" or "consistency", found {first!r}')
    if not samples or not all(samples):
        raise ValueError("expected samples with a sentence each, found none or an empty one")
    agreed = votes(samples, min_cosine)
    if first == "consistency":
        return agreed.index(max(agreed)) if any(agreed) else None
    sound = [number for number, sample in enumerate(samples) if not unsupported(sample, evidence, min_cosine)]
    return max(sound, key=lambda number: agreed[number], default=None)


def cost_usd(
    traces: Sequence[Mapping[str, Any]],
    first: str,
    wrong_usd: float,
    declined_usd: float,
    min_cosine: float = 0.62,
) -> float:
    """Return the mean cost of a question, an answer being wrong if people found an unsupported sentence in it."""
    if not traces or wrong_usd < 0 or declined_usd < 0:
        raise ValueError("expected traces, and costs of 0 or more")
    total = 0.0
    for trace in traces:
        sent = choose(trace["samples"], trace["evidence"], first, min_cosine)
        if sent is None:
            total += declined_usd
        elif trace["unsupported"][sent]:
            total += wrong_usd
    return total / len(traces)
