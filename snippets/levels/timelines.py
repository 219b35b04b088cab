"""Two reported timetables to Director, in years: what article B says in two places, added up by us."""

TIMETABLES = {  # steps: name, fewest months, most months
    "High performer": [
        ("APM", 18, 24),
        ("PM", 18, 24),
        ("Senior", 18, 24),
        ("Staff", 24, 36),
        ("Principal", 24, 36),
    ],
    "Timeline": [("APM", 24, 36), ("PM", 36, 48), ("Senior", 48, 60)],
}
COLORS = {"APM": "#0a6a68", "PM": "#21404f", "Senior": "#b4540a", "Staff": "#6b4c9a", "Principal": "#8a2f4f"}


class Timelines:
    def _repr_svg_(self):
        parts, y = [], 22
        for title, steps in TIMETABLES.items():
            parts.append(f'<text x="4" y="{y}" font-weight="bold">{title}</text>')
            for which, row in ((1, y + 10), (2, y + 42)):
                x = 4
                for step in steps:
                    width = step[which] * 2.9  # pixels a month
                    parts.append(f'<rect x="{x}" y="{row}" width="{width - 2}" height="26" fill="{COLORS[step[0]]}"/>')
                    parts.append(f'<text x="{x + 4}" y="{row + 18}" fill="#fff" font-size="12">{step[0]}</text>')
                    x += width
            y += 104
        axis = "".join(f'<text x="{4 + 34.8 * year}" y="226">{year or "0 years"}</text>' for year in range(0, 13, 2))
        return f"""<svg width="440" height="234" viewBox="0 0 440 234" role="img"
            font-family="sans-serif" font-size="14" fill="currentColor" color="#1b2c36">
            <title>{"; ".join(totals())}</title><desc>Two pairs of bars over a scale of years. In each pair
            the upper bar takes the shortest steps, the lower one the longest.</desc>{"".join(parts)}{axis}</svg>"""


def totals():
    for title, steps in TIMETABLES.items():
        for goal in ("Senior", "Director"):
            before = [name for name, *_ in steps].index("Senior") if goal == "Senior" else len(steps)
            low, high = (sum(step[which] for step in steps[:before]) / 12 for which in (1, 2))
            yield f"{title}: {goal} {low:g}-{high:g} years"


print(*totals(), sep="\n")
Timelines()
