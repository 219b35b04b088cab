"""What is a shorter sales cycle worth? Hours, days and win rate kept apart, and "15%" read both ways."""

import json
from collections.abc import Mapping, Sequence


def calendar_days(length: float, unit: str) -> float:
    """Return a length of time in calendar days; raise ValueError where the unit leaves open which days."""
    raise NotImplementedError("write calendar_days first")


def baseline(deals: Sequence[Mapping]) -> dict[str, float]:
    """Return how deals in regulated industries go today."""
    raise NotImplementedError("then write baseline")


def raised(win_rate: float, percent: float, reading: str) -> float:
    """Return the win rate after a rise by `percent`, read as "relative" or as "points"."""
    raise NotImplementedError("then write raised")


def value_usd(base: Mapping[str, float], effect: Mapping, reading: str) -> dict[str, float]:
    """Return what the change brings with one year's deals, by part: hours, days, wins."""
    raise NotImplementedError("then write value_usd")


def break_even_percent(base: Mapping[str, float], effect: Mapping, cost_usd: float, reading: str) -> float | None:
    """Return the smallest rise of the win rate, in percent by that reading, at which the parts cover the cost."""
    raise NotImplementedError("then write break_even_percent")


def load() -> list[dict]:
    """Return the deals in deals.json. This part is done for you."""
    with open("deals.json", encoding="utf-8") as file:
        return json.load(file)["deals"]


SLIDE = {
    "review_length": 4,
    "review_unit": "working_days",
    "hours_saved": 40,
    "usd_per_hour": 90,
    "win_percent": 15,
    "margin": 0.7,
}
COST_USD = 400_000

if __name__ == "__main__":  # Run prices the slide in both readings, and in both kinds of day
    base = baseline(load())
    print(*(f"{name} {value:,.4g}" for name, value in base.items()), sep="\n")
    for reading in ("relative", "points"):
        parts = value_usd(base, SLIDE, reading)
        total, needed = sum(parts.values()), break_even_percent(base, SLIDE, COST_USD, reading)
        print(f"\n15% read as {reading}:", *(f"{part} {usd:,.0f}" for part, usd in parts.items()))
        print(f"  together {total:,.0f} USD, {'pays' if total >= COST_USD else 'does not pay'}", end="; ")
        print("out of reach" if needed is None else f"break-even at {needed:.1f}%")
    other = value_usd(base, {**SLIDE, "review_unit": "calendar_days"}, "relative")
    print(f"\nfour calendar days instead of four working days: days {other['days']:,.0f}")
