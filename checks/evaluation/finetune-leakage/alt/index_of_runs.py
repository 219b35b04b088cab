"""An index from run to training texts, built once per length of run; words by hand instead of by expression."""

from collections import Counter
from unicodedata import normalize


def words(text):
    folded = normalize("NFKC", text).casefold()
    return "".join(char if char.isalnum() else " " for char in folded).split()


def shingles(text, n):
    if n <= 0:
        raise ValueError("n")
    found = words(text)
    return set(zip(*(found[offset:] for offset in range(n)), strict=False))


def sets(eval_text, train_text, n):
    length = len(words(eval_text))
    if n <= 0 or length == 0:
        raise ValueError("nothing to compare")
    return shingles(eval_text, min(n, length)), shingles(train_text, min(n, length))


def containment(eval_text, train_text, n=5):
    e, t = sets(eval_text, train_text, n)
    return 1 - len(e - t) / len(e)


def jaccard(eval_text, train_text, n=5):
    e, t = sets(eval_text, train_text, n)
    shared = len(e) - len(e - t)
    return shared / (len(e) + len(t) - shared)


def leaked(evals, train, n=5, threshold=0.5):
    texts = tuple(train)
    indexes = {}
    report = {}
    for name, question in evals.items():
        runs, _ = sets(question, "", n)
        size = len(next(iter(runs)))
        if size not in indexes:
            index = indexes[size] = {}
            for number, text in enumerate(texts):
                for run in shingles(text, size):
                    index.setdefault(run, []).append(number)
        hits = Counter(number for run in runs for number in indexes[size].get(run, ()))
        best = max(hits.values(), default=0) / len(runs)
        if best >= threshold:
            report[name] = best
    return report
