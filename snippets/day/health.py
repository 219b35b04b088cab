"""A model's health overnight: four signals, sixteen half hours (invented)."""

import json
from math import ceil
from statistics import mean, median

with open("night.json", encoding="utf-8") as file:
    night = json.load(file)  # minute, latency in ms, tokens out, refused
windows = [[row for row in night if row[0] // 30 == n] for n in range(16)]


def p95(latencies: list[int]) -> int:
    return sorted(latencies)[ceil(0.95 * len(latencies)) - 1]  # nearest rank


SIGNALS = {
    "P95 latency, ms": [p95([row[1] for row in w]) for w in windows],
    "tokens, median": [median(row[2] for row in w) for w in windows],
    "ms per token": [median(row[1] / row[2] for row in w) for w in windows],
    "refused, %": [mean(100 * row[3] for row in w) for w in windows],
}


class Dashboard:
    def _repr_svg_(self) -> str:
        drawn = ""
        for row, (name, values) in enumerate(SIGNALS.items()):
            base, scale = 48 + 53 * row, 42 / max(values)
            dots = enumerate(base - scale * value for value in values)
            line = " ".join(f"{130 + 17 * n},{y:.1f}" for n, y in dots)
            drawn += f'<text x="6" y="{base - 16}">{name}</text>'
            drawn += f'<path d="M130 {base}h255" stroke="#999"/>'
            drawn += f'<polyline points="{line}" stroke="#0a6a68"/>'
        for x, label in (130, "00:00"), (283, "04:30"), (385, "07:30"):
            drawn += f'<text x="{x}" y="226" text-anchor="middle">{label}</text>'
        return f"""<svg width="430" viewBox="0 0 405 230">
            <title>Latency and tokens step up at 04:30; time per token does not,
            and refusals only waver</title>
            <style>text {{ font: 12px sans-serif; fill: #1b2c36 }}
            polyline {{ fill: none; stroke-width: 2 }}</style>{drawn}</svg>"""


for name, values in SIGNALS.items():  # nine half hours before 04:30, seven after
    before, after = mean(values[:9]), mean(values[9:])
    print(f"{name:15} {before:7.1f} -> {after:6.1f}")
Dashboard()
