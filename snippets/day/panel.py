"""A panel on the wall: who makes short prompts wait? (invented)"""

import json
from statistics import mean

BUDGET_MS = 400

with open("hour.json", encoding="utf-8") as file:
    hour = json.load(file)  # minute, P95 to first token in ms, long prompts


class Panel:
    def _repr_svg_(self) -> str:
        line = " ".join(f"{40 + 5.7 * n:.1f},{150 - ms / 5}" for n, ms, _ in hour)
        bars = "".join(f"M{40 + 5.7 * n:.1f} 215v{-5 * long}" for n, _, long in hour)
        y = 150 - BUDGET_MS / 5
        return f"""<svg width="460" viewBox="0 0 400 236" fill="none"
            font-family="sans-serif" font-size="12"><title>P95 to first token of
            short prompts exceeds its budget while long prompts arrive</title>
            <path d="M40 150h340M40 215h340" stroke="#999"/>
            <path d="M40 {y}h340" stroke="#a33" stroke-dasharray="6 4"/>
            <polyline points="{line}" stroke="#0a6a68" stroke-width="2"/>
            <path d="{bars}" stroke="#5c7280" stroke-width="4"/>
            <g fill="#1b2c36"><text x="6" y="14">P95 to first token of short
            prompts, ms</text><text x="42" y="{y - 5}">budget {BUDGET_MS}</text>
            <text x="28" y="154">0</text><text x="6" y="170">long prompts
            served in the minute</text><text x="40" y="232">14:00</text>
            <text x="380" y="232" text-anchor="end">15:00</text></g></svg>"""


over = [row for row in hour if row[1] > BUDGET_MS]
rest = [row for row in hour if row[1] <= BUDGET_MS]
print(f"{len(over)} of {len(hour)} minutes over {BUDGET_MS} ms to first token")
print(f"long prompts a minute then {mean(row[2] for row in over):.1f}", end="")
print(f", otherwise {mean(row[2] for row in rest):.1f}")
Panel()
