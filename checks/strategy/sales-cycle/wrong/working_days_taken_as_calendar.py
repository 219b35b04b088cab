"""You subtract working days from calendar days as if they were the same. Four working days take up five or six days
of the calendar, 5.6 on average: seven for every five. And "days" alone should be refused rather than guessed.
"""

from datetime import date

CALENDAR_DAYS = {"calendar_days": 1, "working_days": 1, "weeks": 7, "days": 1}
OUTCOMES = {"won", "lost", "open"}


def calendar_days(length, unit):
    if unit not in CALENDAR_DAYS or length < 0:
        raise ValueError("bad input")
    return length * CALENDAR_DAYS[unit]


def baseline(deals):
    if {deal["outcome"] for deal in deals} - OUTCOMES:
        raise ValueError("bad input")
    regulated = [deal for deal in deals if deal["regulated"]]
    won = [deal for deal in regulated if deal["outcome"] == "won"]
    lost = [deal for deal in regulated if deal["outcome"] == "lost"]
    reviewed = [deal for deal in regulated if deal["legal_end"]]
    if not won or not reviewed:
        raise ValueError("bad input")
    return {
        "decided": len(won) + len(lost),
        "win_rate": len(won) / (len(won) + len(lost)),
        "usd_per_year": mean([deal["usd_per_year"] for deal in won]),
        "cycle_days": mean([days(deal["demo"], deal["closed"]) for deal in won]),
        "review_days": mean([days(deal["legal_start"], deal["legal_end"]) for deal in reviewed]),
    }


def days(start, end):
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def mean(values):
    return sum(values) / len(values)


def raised(win_rate, percent, reading):
    if reading not in ("relative", "points") or win_rate < 0 or percent < 0:
        raise ValueError("bad input")
    rate = win_rate + percent / 100 * (win_rate if reading == "relative" else 1)
    if rate > 1:
        raise ValueError("bad input")
    return rate


def value_usd(base, effect, reading):
    if effect["hours_saved"] < 0 or effect["usd_per_hour"] < 0 or not 0 < effect["margin"] <= 1:
        raise ValueError("bad input")
    rise = raised(base["win_rate"], effect["win_percent"], reading) - base["win_rate"]
    earlier_days = base["review_days"] - calendar_days(effect["review_length"], effect["review_unit"])
    if_all_won_usd = base["decided"] * base["usd_per_year"] * effect["margin"]
    return {
        "hours": base["decided"] * effect["hours_saved"] * effect["usd_per_hour"],
        "days": if_all_won_usd * base["win_rate"] * earlier_days / 365,
        "wins": if_all_won_usd * rise,
    }


def break_even_percent(base, effect, cost_usd, reading):
    if cost_usd < 0:
        raise ValueError("bad input")
    without_usd = sum(value_usd(base, {**effect, "win_percent": 0}, reading).values())
    if_all_won_usd = base["decided"] * base["usd_per_year"] * effect["margin"]
    rise = max(cost_usd - without_usd, 0) / if_all_won_usd
    if base["win_rate"] + rise > 1:
        return None
    return 100 * rise / (base["win_rate"] if reading == "relative" else 1)
