"""How much does n buy? Wilson intervals (95%) at an observed pass rate of 90%."""

from math import sqrt

Z, RATE, SIZES = 1.96, 0.9, (20, 50, 100, 200, 500, 2000)


def wilson(n: int) -> tuple[float, float]:
    shrink = 1 + Z**2 / n
    center = (RATE + Z**2 / (2 * n)) / shrink
    half = Z / shrink * sqrt(RATE * (1 - RATE) / n + Z**2 / (4 * n**2))
    return center - half, center + half


class Chart:
    def _repr_svg_(self) -> str:
        drawn = ""
        for x, label in (180, "70%"), (260, "80%"), (340, "90%"), (420, "100%"):
            drawn += f'<path d="M{x} 24v196" stroke="#ccc"/>'
            drawn += f'<text x="{x - 14}" y="16">{label}</text>'
        for y, n in zip(range(42, 234, 32), SIZES):
            low, high = (800 * end - 380 for end in wilson(n))
            drawn += f'<text x="8" y="{y + 5}">n = {n}</text>'
            drawn += f'<rect x="{low:.0f}" y="{y - 3}" width="{high - low:.0f}" height="6"/>'
        return f"""<svg width="460" viewBox="0 0 440 226" fill="#0a6a68"
            font-family="sans-serif" font-size="13">{drawn}</svg>"""

    def _repr_alt_(self) -> str:
        said = "n = {}: {:.0%} to {:.0%}"
        return "; ".join(said.format(n, *wilson(n)) for n in SIZES)


for n in 50, 200:
    print(f"n = {n}: {wilson(n)[1] - wilson(n)[0]:.1%} wide")
Chart()
