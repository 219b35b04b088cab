"""The first question reads the training texts to their end, and a generator has nothing left for the second. All later
questions come out clean, without an error. Keep the texts before you go through the questions.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def shingles(text: str, n: int) -> set[tuple[str, ...]]:
    if n < 1:
        raise ValueError(f"expected a text with words and runs of at least 1, found runs of {n}")
    found = words(text)
    return {tuple(found[start : start + n]) for start in range(len(found) - n + 1)}


def fitting(eval_text: str, n: int) -> int:
    return min(n, len(words(eval_text)))


def containment(eval_text: str, train_text: str, n: int = 5) -> float:
    size = fitting(eval_text, n)
    wanted = shingles(eval_text, size)
    return len(wanted & shingles(train_text, size)) / len(wanted)


def jaccard(eval_text: str, train_text: str, n: int = 5) -> float:
    size = fitting(eval_text, n)
    wanted, found = shingles(eval_text, size), shingles(train_text, size)
    return len(wanted & found) / len(wanted | found)


def leaked(evals: Mapping[str, str], train: Iterable[str], n: int = 5, threshold: float = 0.5) -> dict[str, float]:
    texts, best = train, {}
    for id, question in evals.items():
        size = fitting(question, n)
        wanted = shingles(question, size)
        best[id] = max((len(wanted & shingles(text, size)) for text in texts), default=0) / len(wanted)
    return {id: share for id, share in best.items() if share >= threshold}
