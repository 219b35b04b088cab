"""int8 with one scale for all, then one per dimension (invented vectors)."""

from math import sumprod

query = [0.9, 0.1, 0.3, 1.0]
documents = {
    "refund policy": [0.7, 0.2, 0.2, 60.0],  # the last dimension is an outlier,
    "refund form": [0.6, 0.1, 0.2, 60.0],  # large and equal in every document
    "lunch menu": [0.5, 0.2, 0.1, 60.0],
}
columns = list(zip(*documents.values(), strict=True))


def show(label: str, scales: list[float]) -> None:
    """Quantize (absmax, half to even), score what comes back."""
    print(label)
    for name, vector in documents.items():
        codes = [round(x / s) for x, s in zip(vector, scales, strict=True)]
        restored = [code * s for code, s in zip(codes, scales, strict=True)]
        print(f"  {name:13} {codes!s:20} score {sumprod(query, restored):.2f}")


largest = max(abs(x) for column in columns for x in column)
show("one scale for all", [largest / 127] * 4)
show("one scale per dimension", [max(map(abs, column)) / 127 for column in columns])
print("exact", [round(sumprod(query, v), 2) for v in documents.values()])
