"""Cutting a document: how many chunks, and does one hold the whole rule?"""

from math import ceil

RULE = "refunds are due within 14 days unless the seal is broken"
document = ["word"] * 193 + RULE.split() + ["word"] * 207
USD_PER_MILLION, PASSAGES = 3, 5  # invented


def cut(tokens: list[str], size: int, overlap: int) -> list[list[str]]:
    """Windows of `size` tokens, each starting size - overlap after the last."""
    if not 0 <= overlap < size:
        raise ValueError(f"overlap {overlap}: at least 0, below size {size}")
    starts = range(0, max(len(tokens) - overlap, 1), size - overlap)
    return [tokens[start : start + size] for start in starts]


for size, overlap in (400, 0), (100, 0), (100, 25), (25, 0), (25, 12):
    chunks, n = cut(document, size, overlap), len(document)
    assert len(chunks) == (1 if n <= size else ceil((n - overlap) / (size - overlap)))
    whole = "whole" if any(RULE in " ".join(chunk) for chunk in chunks) else "cut"
    stored = sum(map(len, chunks)) / n
    usd = PASSAGES * size * USD_PER_MILLION / 1000  # per 1,000 queries
    print(f"size {size:3} overlap {overlap:2}: {len(chunks):2} chunks, ", end="")
    print(f"{stored:.2f}x stored, ${usd:.2f} a thousand, rule {whole}")
