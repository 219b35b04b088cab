"""Where do two tokenizers part, what does it cost, and what mends it?"""

import json
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence

Tokenize = Callable[[str], list[str]]
Encode = Callable[[list[str]], Sequence[float]]


def first_divergence(indexed: Sequence[str], served: Sequence[str]) -> int | None:
    """Return the first position at which two token lists differ; None if they're equal."""
    raise NotImplementedError("write first_divergence first")


def mismatch_rate(texts: Iterable[str], index_tokens: Tokenize, serve_tokens: Tokenize) -> float:
    """Return the share of texts that the two tokenizers cut differently."""
    raise NotImplementedError("then write mismatch_rate")


def recall_at_k(
    documents: Mapping[str, str],
    questions: Sequence[Mapping[str, object]],
    k: int,
    index_tokens: Tokenize,
    serve_tokens: Tokenize,
    encode: Encode,
) -> float:
    """Return the mean recall@k, documents cut by index_tokens and questions by serve_tokens."""
    raise NotImplementedError("then write recall_at_k")


def smallest_fix(
    texts: Iterable[str],
    index_tokens: Tokenize,
    serve_tokens: Tokenize,
    steps: Mapping[str, Callable[[str], str]],
) -> list[str] | None:
    """Return the fewest steps that, before serve_tokens, make all tokens agree; None if no choice of them does."""
    raise NotImplementedError("then write smallest_fix")


def culprit(recall: Mapping[str, float], tolerance: float = 0.02) -> str:
    """Return which of two changes that shipped together took the recall: what brings it back when undone alone."""
    raise NotImplementedError("then write culprit")


# ---- The two tokenizers, the encoder and the data. This part is done for you.


def pieces(pattern: str, text: str) -> list[str]:
    """Return what the pattern finds, cut into pieces of at most six characters, "##" before all but a word's first."""
    words = re.findall(pattern, text)
    return [("##" if start else "") + word[start : start + 6] for word in words for start in range(0, len(word), 6)]


def index_tokens(text: str) -> list[str]:
    """Cut a text as the index was built."""
    text = re.sub(r"<\|\w+\|>", " ", text)
    return pieces(r"\w+|[^\w\s]", unicodedata.normalize("NFKC", text).lower())


def serve_tokens(text: str) -> list[str]:
    """Cut a text as serving has done since Monday."""
    return pieces(r"\w+|[^\w ]", text)


def encoder(size: int) -> Encode:
    """Return a function that hashes tokens into a vector; Monday's release also went from a size of 1,024 to 512."""

    def encode(tokens: list[str]) -> list[float]:
        vector = [0.0] * size
        for token in tokens:
            code = zlib.crc32(token.encode("utf-8"))
            vector[code % size] += (1 if code >> 31 else -1) * len(token) ** 2
        return vector

    return encode


STEPS = {
    "points": lambda text: re.sub(r"[?.,]", "", text),
    "markers": lambda text: re.sub(r"<\|\w+\|>", " ", text),
    "nfkc": lambda text: unicodedata.normalize("NFKC", text),
    "lower": str.lower,
    "spaces": lambda text: " ".join(text.split()),
}


def load() -> tuple[dict[str, str], list[dict[str, object]]]:
    """Return the documents, text by id, and Monday's questions."""
    with open("documents.json", encoding="utf-8") as file:
        documents = {item["id"]: f"{item['title']}. {item['text']}" for item in json.load(file)["documents"]}
    with open("monday.json", encoding="utf-8") as file:
        return documents, json.load(file)["questions"]


if __name__ == "__main__":  # Run looks at Monday: which questions part, and what that does to the search
    documents, questions = load()
    texts = [question["text"] for question in questions]
    for text in texts[:6]:
        ours, theirs = index_tokens(text), serve_tokens(text)
        where = first_divergence(ours, theirs)
        print(
            "equal" if where is None else f"token {where}: {ours[where : where + 1]} {theirs[where : where + 1]}", text
        )
    print(f"texts cut differently: {mismatch_rate(texts, index_tokens, serve_tokens):.1%}")
    old, new = encoder(1024), encoder(512)
    recall = {
        "before": recall_at_k(documents, questions, 3, index_tokens, index_tokens, old),
        "after": recall_at_k(documents, questions, 3, index_tokens, serve_tokens, new),
        "old_tokens": recall_at_k(documents, questions, 3, index_tokens, index_tokens, new),
        "old_encoder": recall_at_k(documents, questions, 3, index_tokens, serve_tokens, old),
    }
    print("recall@3:", {name: round(value, 3) for name, value in recall.items()})
    print("culprit:", culprit(recall))
    print("smallest fix:", smallest_fix(texts, index_tokens, serve_tokens, STEPS))
