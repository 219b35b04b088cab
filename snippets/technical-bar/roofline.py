"""A roofline: what a card can do, and where the phases stand (invented)."""

from math import log10

BANDWIDTH, FLOPS = 2e12, 400e12  # bytes and operations a second
WEIGHTS, CACHE = 16e9, 131_072 * 4096  # bytes: 8 billion weights; one sequence
WORK = 16e9  # operations for one token: two a weight
POINTS = {  # operations for each byte read
    "decode, batch 1": WORK / (WEIGHTS + CACHE),
    "batch 32": 32 * WORK / (WEIGHTS + 32 * CACHE),
    "prefill": 4096 * WORK / WEIGHTS,
}


class Roofline:
    def _repr_svg_(self) -> str:
        drawn = '<path d="M42 220L267 32H420" fill="none" stroke="#5c7280"/>'
        for name, share in shares.items():
            x, y = 60 + 90 * log10(POINTS[name]), 32 - 75 * log10(share)
            drawn += f'<circle cx="{x}" cy="{y}" r="5"/>'
            drawn += f'<text x="{x + 10}" y="{y + 16}">{name}</text>'
        for x, label in (56, 1), (142, 10), (228, 100), (314, 1000), (360, "per byte"):
            drawn += f'<text x="{x}" y="240">{label}</text>'
        return f"""<svg width="460" viewBox="0 0 460 250" font-family="sans-serif"
            font-size="13">{drawn}<text x="4" y="16">share of peak</text></svg>"""

    def _repr_alt_(self) -> str:
        return "A line rises to 200 operations a byte, then is flat; " + "; ".join(lines)


shares = {name: min(1, x * BANDWIDTH / FLOPS) for name, x in POINTS.items()}
lines = [f"{name}: {POINTS[name]:.0f} a byte, {shares[name]:.1%} of peak" for name in POINTS]
print(*lines, f"decode of any batch: under {WORK / CACHE:.0f} a byte", sep="\n")
Roofline()
