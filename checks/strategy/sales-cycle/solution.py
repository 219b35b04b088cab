"""What is a shorter sales cycle worth? Hours, days and win rate kept apart, and "15%" read both ways."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

CALENDAR_DAYS = {"calendar_days": 1, "working_days": 7 / 5, "weeks": 7}
OUTCOMES = {"won", "lost", "open"}


def calendar_days(length: float, unit: str) -> float:
    """Return a length of time in calendar days; raise ValueError where the unit leaves open which days."""
    if unit not in CALENDAR_DAYS or length < 0:
        raise ValueError(f"expected 0 or more {', '.join(CALENDAR_DAYS)}, found {length} {unit}")
    return length * CALENDAR_DAYS[unit]


def baseline(deals: Sequence[Mapping]) -> dict[str, float]:
    """Return how deals in regulated industries go today."""
    if unknown := {deal["outcome"] for deal in deals} - OUTCOMES:
        raise ValueError(f"no such outcome: {sorted(unknown)}")
    regulated = [deal for deal in deals if deal["regulated"]]
    won = [deal for deal in regulated if deal["outcome"] == "won"]
    lost = [deal for deal in regulated if deal["outcome"] == "lost"]
    reviewed = [deal for deal in regulated if deal["legal_end"]]
    if not won or not reviewed:
        raise ValueError(f"{len(won)} deals won, {len(reviewed)} reviews finished")
    return {
        "decided": len(won) + len(lost),
        "win_rate": len(won) / (len(won) + len(lost)),
        "usd_per_year": mean([deal["usd_per_year"] for deal in won]),
        "cycle_days": mean([days(deal["demo"], deal["closed"]) for deal in won]),
        "review_days": mean([days(deal["legal_start"], deal["legal_end"]) for deal in reviewed]),
    }


def days(start: str, end: str) -> int:
    """Return the calendar days from one date to another."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def mean(values: Sequence[float]) -> float:
    """Return the arithmetic mean."""
    return sum(values) / len(values)


def raised(win_rate: float, percent: float, reading: str) -> float:
    """Return the win rate after a rise by `percent`, read as "relative" or as "points"."""
    if reading not in ("relative", "points") or win_rate < 0 or percent < 0:
        raise ValueError(f"cannot raise {win_rate} by {percent}%, read as {reading}")
    rate = win_rate + percent / 100 * (win_rate if reading == "relative" else 1)
    if rate > 1:  # and so is any above 1 before the rise
        raise ValueError(f"{percent}%, read as {reading}, makes {rate} of {win_rate}")
    return rate


def value_usd(base: Mapping[str, float], effect: Mapping, reading: str) -> dict[str, float]:
    """Return what the change brings with one year's deals, by part: hours, days, wins."""
    if effect["hours_saved"] < 0 or effect["usd_per_hour"] < 0 or not 0 < effect["margin"] <= 1:
        raise ValueError(f"no such effect: {dict(effect)}")
    rise = raised(base["win_rate"], effect["win_percent"], reading) - base["win_rate"]
    earlier_days = base["review_days"] - calendar_days(effect["review_length"], effect["review_unit"])
    if_all_won_usd = base["decided"] * base["usd_per_year"] * effect["margin"]
    return {
        "hours": base["decided"] * effect["hours_saved"] * effect["usd_per_hour"],
        "days": if_all_won_usd * base["win_rate"] * earlier_days / 365,
        "wins": if_all_won_usd * rise,
    }


def break_even_percent(base: Mapping[str, float], effect: Mapping, cost_usd: float, reading: str) -> float | None:
    """Return the smallest rise of the win rate, in percent by that reading, at which the parts cover the cost."""
    if cost_usd < 0:
        raise ValueError(f"expected a cost of 0 or more, found {cost_usd}")
    without_usd = sum(value_usd(base, {**effect, "win_percent": 0}, reading).values())
    if_all_won_usd = base["decided"] * base["usd_per_year"] * effect["margin"]
    rise = max(cost_usd - without_usd, 0) / if_all_won_usd
    if base["win_rate"] + rise > 1:
        return None
    return 100 * rise / (base["win_rate"] if reading == "relative" else 1)


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
