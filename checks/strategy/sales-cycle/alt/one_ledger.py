"""Deals sorted into piles by outcome; money as a function of the win rate, and its inverse for the break-even."""

from collections import defaultdict
from datetime import datetime
from fractions import Fraction
from math import fsum

SEVENTHS = {"calendar_days": Fraction(1), "working_days": Fraction(7, 5), "weeks": Fraction(7)}


class UnclearError(ValueError):
    """A figure that can't be, or doesn't say what it counts."""


def calendar_days(length, unit):
    try:
        factor = SEVENTHS[unit]
    except KeyError:
        raise UnclearError(unit) from None
    if length < 0:
        raise UnclearError(length)
    return float(factor) * length


def ordinal(text):
    return datetime.strptime(text, "%Y-%m-%d").toordinal()


def baseline(deals):
    piles, reviews = defaultdict(list), []
    for deal in deals:
        outcome, closed = deal["outcome"], deal["closed"]
        if outcome not in {"won", "lost", "open"}:
            raise UnclearError(outcome)
        if not deal["regulated"]:
            continue
        piles[outcome].append((deal["usd_per_year"], closed and ordinal(closed) - ordinal(deal["demo"])))
        if deal["legal_end"] is not None:
            reviews.append(ordinal(deal["legal_end"]) - ordinal(deal["legal_start"]))
    wins = len(piles["won"])
    if wins == 0 or reviews == []:
        raise UnclearError("no win, or no review")
    usd, cycles = zip(*piles["won"])
    decided = wins + len(piles["lost"])
    return dict(
        decided=decided,
        win_rate=wins / decided,
        usd_per_year=fsum(usd) / wins,
        cycle_days=fsum(cycles) / wins,
        review_days=fsum(reviews) / len(reviews),
    )


def raised(win_rate, percent, reading):
    new = {"relative": win_rate * (100 + percent) / 100, "points": (100 * win_rate + percent) / 100}
    if reading not in new or percent < 0 or win_rate < 0 or max(win_rate, new[reading]) > 1:
        raise UnclearError((win_rate, percent, reading))
    return new[reading]


def gained(base, effect, new_rate):
    """Return hours, days and wins at a win rate."""
    if min(effect["hours_saved"], effect["usd_per_hour"]) < 0 or effect["margin"] > 1 or effect["margin"] <= 0:
        raise UnclearError(effect)
    decided, old = base["decided"], base["win_rate"]
    per_deal = base["usd_per_year"] * effect["margin"]
    saved = base["review_days"] - calendar_days(effect["review_length"], effect["review_unit"])
    hours = effect["hours_saved"] * decided * effect["usd_per_hour"]
    return hours, decided * old * per_deal / 365 * saved, decided * per_deal * (new_rate - old)


def value_usd(base, effect, reading):
    new_rate = raised(base["win_rate"], effect["win_percent"], reading)
    return dict(zip(("hours", "days", "wins"), gained(base, effect, new_rate)))


def break_even_percent(base, effect, cost_usd, reading):
    raised(base["win_rate"], 0, reading)
    if cost_usd < 0:
        raise UnclearError(cost_usd)
    hours, days, if_all = gained(base, effect, 1)
    missing = cost_usd - hours - days
    if missing <= 0:
        return 0
    if missing > if_all:
        return None
    points = 100 * (1 - base["win_rate"]) * missing / if_all
    return points if reading == "points" else points / base["win_rate"]
