"""Which evaluation texts were already in the training data?"""

import json
from collections.abc import Iterable, Mapping


def shingles(text: str, n: int) -> set[tuple[str, ...]]:
    """Return every run of n words that follow each other; raise ValueError if n is below 1."""
    raise NotImplementedError("write shingles first")


def containment(eval_text: str, train_text: str, n: int = 5) -> float:
    """Return the share of the evaluation text's shingles that the training text has, from 0 to 1."""
    raise NotImplementedError("then write containment")


def jaccard(eval_text: str, train_text: str, n: int = 5) -> float:
    """Return shared shingles by all shingles of both texts, from 0 to 1."""
    raise NotImplementedError("then write jaccard")


def leaked(evals: Mapping[str, str], train: Iterable[str], n: int = 5, threshold: float = 0.5) -> dict[str, float]:
    """Return the best containment in any one training text, of the questions where it reaches the threshold."""
    raise NotImplementedError("and last write leaked")


if __name__ == "__main__":  # Run compares three ways of looking
    with open("corpus.json", encoding="utf-8") as file:
        corpus = json.load(file)
    found = leaked(corpus["evals"], corpus["train"])
    print("      containment  Jaccard  plain search")
    for name, question in corpus["evals"].items():
        nearest = max(corpus["train"], key=lambda text: containment(question, text))
        figures = f"{containment(question, nearest):11.2f}  {jaccard(question, nearest):7.2f}"
        is_there = any(question in text for text in corpus["train"])
        print(f"{name}   {figures}  {'found' if is_there else 'no':12}  {'LEAKED' if name in found else ''}")
