"""Which evaluation texts were already in the training data?"""

import re
import unicodedata
from collections.abc import Iterable, Mapping


def words(text: str) -> list[str]:
    """Return the words of a text, folded so that case, look-alike forms and punctuation don't count."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def shingles(text: str, n: int) -> set[tuple[str, ...]]:
    """Return every run of n words that follow each other; raise ValueError if n is below 1."""
    if n < 1:
        raise ValueError(f"expected a text with words and runs of at least 1, found runs of {n}")
    found = words(text)
    return {tuple(found[start : start + n]) for start in range(len(found) - n + 1)}


def fitting(eval_text: str, n: int) -> int:
    """Return n, or the length of an evaluation text that's shorter; 0 without any word, which shingles refuses."""
    return min(n, len(words(eval_text)))


def containment(eval_text: str, train_text: str, n: int = 5) -> float:
    """Return the share of the evaluation text's shingles that the training text has, from 0 to 1."""
    size = fitting(eval_text, n)
    wanted = shingles(eval_text, size)
    return len(wanted & shingles(train_text, size)) / len(wanted)


def jaccard(eval_text: str, train_text: str, n: int = 5) -> float:
    """Return shared shingles by all shingles of both texts, from 0 to 1."""
    size = fitting(eval_text, n)
    wanted, found = shingles(eval_text, size), shingles(train_text, size)
    return len(wanted & found) / len(wanted | found)


def leaked(evals: Mapping[str, str], train: Iterable[str], n: int = 5, threshold: float = 0.5) -> dict[str, float]:
    """Return the best containment in any one training text, of the questions where it reaches the threshold."""
    texts, best = list(train), {}  # a generator can be read only once, and each question needs them all
    for id, question in evals.items():
        size = fitting(question, n)
        wanted = shingles(question, size)
        best[id] = max((len(wanted & shingles(text, size)) for text in texts), default=0) / len(wanted)
    return {id: share for id, share in best.items() if share >= threshold}
