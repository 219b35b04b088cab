"""Six levels, drawn by how far each one's scope reaches. Lengths show the order, nothing else."""

LEVELS = [  # level, what it owns, steps of length
    ("APM", "a feature area", 1),
    ("PM", "a whole capability", 2),
    ("Senior PM", "a product line", 3),
    ("Staff PM", "a domain across product lines", 4),
    ("Principal PM", "strategy, 3 to 5 years out", 5),
    ("Director", "several PM streams, and people", 5),
]


class Scope:
    def _repr_svg_(self):
        rows = ""
        for y, (level, owns, steps) in zip(range(16, 300, 37), LEVELS):
            color = "#b4540a" if level == "Director" else "#0a6a68"
            rows += f'<text x="4" y="{y}"><tspan font-weight="bold">{level}</tspan>: {owns}</text>'
            rows += f'<rect x="4" y="{y + 6}" width="{84 * steps}" height="8" rx="3" fill="{color}"/>'
        owned = "; ".join(f"{level}: {owns}" for level, owns, _ in LEVELS)
        return f"""<svg width="440" height="222" viewBox="0 0 440 222" role="img"
            font-family="sans-serif" font-size="15" fill="currentColor" color="#1b2c36">
            <title>Scope by level. {owned}.</title><desc>Six bars, longer from one level to the next; only
            the last two are equal. Director has another color: it manages people.</desc>{rows}</svg>"""


print(*(level for level, *_ in LEVELS), sep=", ")
Scope()
