"""Where do two tokenizers part, what does it cost, and what mends it?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress, product
from math import hypot, sumprod

Tokenize = Callable[[str], list[str]]
Encode = Callable[[list[str]], Sequence[float]]


def first_divergence(indexed: Sequence[str], served: Sequence[str]) -> int | None:
    """Return the first position at which two token lists differ; None if they're equal."""
    for position, (ours, theirs) in enumerate(zip(indexed, served)):
        if ours != theirs:
            return position
    return None if len(indexed) == len(served) else min(len(indexed), len(served))


def mismatch_rate(texts: Iterable[str], index_tokens: Tokenize, serve_tokens: Tokenize) -> float:
    """Return the share of texts that the two tokenizers cut differently."""
    differs = [index_tokens(text) != serve_tokens(text) for text in texts]
    if not differs:
        raise ValueError("expected at least one text, found none")
    return sum(differs) / len(differs)


def recall_at_k(
    documents: Mapping[str, str],
    questions: Sequence[Mapping[str, object]],
    k: int,
    index_tokens: Tokenize,
    serve_tokens: Tokenize,
    encode: Encode,
) -> float:
    """Return the mean recall@k, documents cut by index_tokens and questions by serve_tokens."""
    if k < 1 or not questions or not all(question["relevant"] for question in questions):
        raise ValueError("expected k of at least 1, and questions with a relevant document each")
    index = {id: encode(index_tokens(text)) for id, text in documents.items()}
    recalls = []
    for question in questions:
        vector = encode(serve_tokens(question["text"]))
        ranked = sorted(index, key=lambda id: (-cosine(vector, index[id]), id))
        recalls.append(len(set(ranked[:k]) & set(question["relevant"])) / len(question["relevant"]))
    return sum(recalls) / len(recalls)


def cosine(u: Sequence[float], v: Sequence[float]) -> float:
    """Return the cosine of two vectors, 0 where one of them is zero."""
    lengths = hypot(*u) * hypot(*v)
    return sumprod(u, v) / lengths if lengths else 0.0


def smallest_fix(
    texts: Iterable[str],
    index_tokens: Tokenize,
    serve_tokens: Tokenize,
    steps: Mapping[str, Callable[[str], str]],
) -> list[str] | None:
    """Return the fewest steps that, before serve_tokens, make all tokens agree; None if no choice of them does."""
    wanted = {text: index_tokens(text) for text in texts}
    if not wanted:
        raise ValueError("expected at least one text, found none")
    for kept in sorted(product((False, True), repeat=len(steps)), key=sum):
        names = list(compress(steps, kept))
        if all(serve_tokens(prepared(text, names, steps)) == tokens for text, tokens in wanted.items()):
            return names
    return None


def prepared(text: str, names: Iterable[str], steps: Mapping[str, Callable[[str], str]]) -> str:
    """Return the text after the named steps, one after the other."""
    for name in names:
        text = steps[name](text)
    return text


def culprit(recall: Mapping[str, float], tolerance: float = 0.02) -> str:
    """Return which of two changes that shipped together took the recall: what brings it back when undone alone."""
    floor = recall["before"] - tolerance
    if recall["after"] >= floor:
        return "nothing"
    mends = recall["old_tokens"] >= floor, recall["old_encoder"] >= floor
    return {(True, True): "either", (True, False): "tokens", (False, True): "encoder", (False, False): "both"}[mends]
