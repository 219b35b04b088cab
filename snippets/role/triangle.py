"""Cost, latency, accuracy: which configurations deserve a debate? (invented)"""

BUDGET_MS = 1200
CONFIGS = {  # US$ per 1,000 requests, P95 in ms, share of correct answers
    "small": (0.6, 380, 0.71),
    "small, 5 passages": (1.1, 640, 0.82),
    "small, 20 passages": (2.9, 1150, 0.79),
    "medium": (2.0, 900, 0.77),
    "medium, 5 passages": (3.0, 1120, 0.88),
    "large, 8-bit": (4.3, 1700, 0.86),
    "large, 5 passages": (6.4, 2300, 0.93),
}


def sign(name: str) -> str:
    """× beaten on all three, ○ over the budget, ● a candidate."""
    cost, ms, right = CONFIGS[name]
    for other, (c, m, r) in CONFIGS.items():
        if other != name and c <= cost and m <= ms and r >= right:
            return "×"
    return "●" if ms <= BUDGET_MS else "○"


class Chart:
    def _repr_svg_(self) -> str:
        drawn = ""
        for y, label in (220, "70%"), (140, "80%"), (60, "90%"):
            drawn += f'<path d="M40 {y}h350" stroke="#ccc"/>'
            drawn += f'<text x="6" y="{y + 4}">{label}</text>'
        for cost in 0, 2, 4, 6:
            drawn += f'<text x="{36 + 30 * cost}" y="238">${cost}</text>'
        for name, (cost, ms, right) in CONFIGS.items():
            x, y = 36 + 30 * cost, 224 - 800 * (right - 0.7)
            drawn += f'<text x="{x}" y="{y}">{sign(name)} {name}, {ms} ms</text>'
        return f"""<svg width="460" viewBox="0 0 400 244"
            fill="#1b2c36" font-family="sans-serif" font-size="12">
            <title>{self._repr_alt_()}</title>{drawn}
            <text x="6" y="14">share correct, against cost of 1,000 requests</text>
            </svg>"""

    def _repr_alt_(self) -> str:
        said = "Accuracy against cost"
        for name, (cost, ms, right) in CONFIGS.items():
            said += f"; {sign(name)} {name}: {right:.0%}, ${cost}, {ms} ms"
        return said


print("● candidate  ○ over the latency budget  × beaten on all three")
Chart()
