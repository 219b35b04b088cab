"""Judges calendar_days, baseline, raised, value_usd and break_even_percent, by hand and on the year in deals.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import baseline, break_even_percent, calendar_days, raised, value_usd

BASE = {"decided": 50, "win_rate": 0.25, "usd_per_year": 73_000, "cycle_days": 100, "review_days": 21}
EFFECT = {
    "review_length": 4,
    "review_unit": "calendar_days",
    "hours_saved": 40,
    "usd_per_hour": 90,
    "win_percent": 15,
    "margin": 0.8,
}
EVEN = BASE | {"decided": 64, "win_rate": 0.5, "usd_per_year": 65_536}
NOTHING_ELSE = EFFECT | {"review_length": 3, "review_unit": "weeks", "hours_saved": 0, "margin": 0.5}


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def deal(outcome, demo, legal_start=None, legal_end=None, closed=None, usd=None, regulated=True):
    """Return a deal as deals.json has it."""
    return {
        "id": "D-000",
        "regulated": regulated,
        "outcome": outcome,
        "demo": demo,
        "legal_start": legal_start,
        "legal_end": legal_end,
        "closed": closed,
        "usd_per_year": usd,
    }


WON = deal("won", "2026-01-05", "2026-02-02", "2026-02-23", "2026-03-06", 120_000)
ALSO_WON = deal("won", "2026-01-12", "2026-02-09", "2026-02-24", "2026-03-03", 60_000)
LOST = deal("lost", "2026-01-07", "2026-02-02", "2026-03-02", "2026-03-16", 500_000)
LOST_EARLY = deal("lost", "2026-01-07", closed="2026-01-20")
OPEN = deal("open", "2026-02-10", "2026-03-02", "2026-03-14", usd=90_000)
IN_REVIEW = deal("open", "2026-02-11", "2026-03-09")
UNREGULATED = deal("won", "2026-01-05", "2026-01-19", "2026-01-22", "2026-01-30", 40_000, regulated=False)
YEAR = [LOST, WON, UNREGULATED, OPEN, LOST_EARLY, ALSO_WON, IN_REVIEW, LOST_EARLY]


def of(decided, win_rate, usd_per_year, cycle_days, review_days):
    """Return a baseline by name."""
    return dict(zip(BASE, (decided, win_rate, usd_per_year, cycle_days, review_days)))


def parts(hours, days, wins):
    """Return the three parts of a value by name."""
    return {"hours": hours, "days": days, "wins": wins}


def the_year():
    """Return a fresh copy of the deals in deals.json."""
    return json.loads(Path("deals.json").read_text(encoding="utf-8"))["deals"]


@pytest.mark.parametrize(
    ("length", "unit", "expected"),
    [
        pytest.param(4, "calendar_days", 4, id="four_calendar_days"),
        pytest.param(4, "working_days", 5.6, id="four_working_days"),
        pytest.param(3, "weeks", 21, id="three_weeks"),
        pytest.param(0, "working_days", 0, id="at_once"),
    ],
)
def test_calendar_days_of_a_length(length, unit, expected):
    """Five working days are seven calendar days, and so is a week."""
    assert calendar_days(length, unit) == close(expected)


@pytest.mark.parametrize(
    ("length", "unit"),
    [
        pytest.param(4, "days", id="which_days"),
        pytest.param(40, "hours", id="hours_of_work"),
        pytest.param(-1, "weeks", id="negative"),
    ],
)
def test_calendar_days_refuses(length, unit):
    """A unit that isn't one of the three, and a negative length, raise ValueError."""
    with pytest.raises(ValueError):
        calendar_days(length, unit)


@pytest.mark.parametrize(
    ("deals", "expected"),
    [
        pytest.param(YEAR, of(5, 0.4, 90_000, 55, 19), id="eight_deals"),
        pytest.param([WON], of(1, 1, 120_000, 60, 21), id="one_won"),
        pytest.param([ALSO_WON, LOST_EARLY, OPEN], of(2, 0.5, 60_000, 50, 13.5), id="an_open_one_reviewed"),
    ],
)
def test_baseline_of_a_few_deals(deals, expected):
    """Of a few deals the baseline is the one found by counting."""
    assert baseline(deals) == close(expected)


def test_baseline_of_the_year():
    """Of the 120 deals in deals.json the baseline is right."""
    expected = of(43, 10 / 43, 74_600, 82.9, 516 / 23)
    assert baseline(the_year()) == close(expected)


@pytest.mark.parametrize(
    "deals",
    [
        pytest.param([], id="no_deals"),
        pytest.param([LOST, OPEN], id="none_won"),
        pytest.param([UNREGULATED, LOST], id="none_won_where_regulated"),
        pytest.param([WON | {"legal_start": None, "legal_end": None}], id="no_review_finished"),
        pytest.param([WON, LOST | {"outcome": "on hold"}], id="unknown_outcome"),
        pytest.param([WON, UNREGULATED | {"outcome": "Won"}], id="unknown_outcome_elsewhere"),
    ],
)
def test_baseline_refuses(deals):
    """Nothing won, no finished review, or an outcome that isn't one of the three raise ValueError."""
    with pytest.raises(ValueError):
        baseline(deals)


@pytest.mark.parametrize(
    ("win_rate", "percent", "reading", "expected"),
    [
        pytest.param(0.2, 15, "relative", 0.23, id="15_percent_of_20"),
        pytest.param(0.2, 15, "points", 0.35, id="15_points_on_20"),
        pytest.param(0.5, 50, "points", 1, id="up_to_all"),
        pytest.param(0, 15, "relative", 0, id="15_percent_of_nothing"),
        pytest.param(1, 0, "points", 1, id="no_rise"),
    ],
)
def test_raised_win_rate(win_rate, percent, reading, expected):
    """A rise in percent is a share of the old rate or a number of points on top, as told."""
    assert raised(win_rate, percent, reading) == close(expected)


@pytest.mark.parametrize(
    ("win_rate", "percent", "reading"),
    [
        pytest.param(0.9, 15, "points", id="above_1"),
        pytest.param(0.5, 101, "relative", id="more_than_twice_a_half"),
        pytest.param(0.2, 15, "percent", id="which_percent"),
        pytest.param(0.2, -15, "points", id="a_fall"),
        pytest.param(20, 15, "relative", id="rate_in_percent"),
        pytest.param(-0.25, 50, "points", id="rate_below_0"),
    ],
)
def test_raised_refuses(win_rate, percent, reading):
    """A rate outside 0 to 1, before or after, a negative rise and an unknown reading raise ValueError."""
    with pytest.raises(ValueError):
        raised(win_rate, percent, reading)


@pytest.mark.parametrize(
    ("base", "effect", "reading", "expected"),
    [
        pytest.param(BASE, EFFECT, "relative", parts(180_000, 34_000, 109_500), id="15_relative"),
        pytest.param(BASE, EFFECT, "points", parts(180_000, 34_000, 438_000), id="15_points"),
        pytest.param(
            BASE, EFFECT | {"review_unit": "working_days"}, "points", parts(180_000, 30_800, 438_000), id="working_days"
        ),
        pytest.param(
            BASE, EFFECT | {"review_length": 25}, "points", parts(180_000, -8_000, 438_000), id="a_longer_review"
        ),
        pytest.param(
            BASE, EFFECT | {"margin": 1, "usd_per_hour": 0}, "relative", parts(0, 42_500, 136_875), id="all_margin"
        ),
        pytest.param(
            BASE, EFFECT | {"win_percent": 0, "hours_saved": 0}, "points", parts(0, 34_000, 0), id="days_alone"
        ),
    ],
)
def test_value_of_fifty_deals(base, effect, reading, expected):
    """Each of the three parts is the one found by hand."""
    assert value_usd(base, effect, reading) == close(expected)


@pytest.mark.parametrize(
    ("changes", "reading"),
    [
        pytest.param({"hours_saved": -1}, "points", id="hours_negative"),
        pytest.param({"usd_per_hour": -1}, "points", id="price_negative"),
        pytest.param({"margin": 0}, "points", id="no_margin"),
        pytest.param({"margin": 1.5}, "points", id="margin_above_1"),
        pytest.param({"review_unit": "days"}, "points", id="which_days"),
        pytest.param({"win_percent": 80}, "points", id="more_than_all"),
        pytest.param({}, "absolute", id="which_percent"),
    ],
)
def test_value_and_break_even_refuse(changes, reading):
    """What can't be, and what doesn't say its unit, raises ValueError."""
    with pytest.raises(ValueError):
        value_usd(BASE, EFFECT | changes, reading)
    if "win_percent" not in changes:
        with pytest.raises(ValueError):
            break_even_percent(BASE, EFFECT | changes, 100_000, reading)


@pytest.mark.parametrize(
    ("base", "effect", "cost_usd", "reading", "expected"),
    [
        pytest.param(BASE, EFFECT, 400_000, "points", 100 * 186 / 2920, id="points"),
        pytest.param(BASE, EFFECT, 400_000, "relative", 400 * 186 / 2920, id="relative"),
        pytest.param(BASE, EFFECT | {"win_percent": 90}, 400_000, "points", 100 * 186 / 2920, id="percent_ignored"),
        pytest.param(BASE, EFFECT, 200_000, "relative", 0, id="pays_anyway"),
        pytest.param(BASE, EFFECT, 0, "points", 0, id="for_free"),
        pytest.param(BASE, EFFECT, 2_500_000, "points", None, id="out_of_reach"),
        pytest.param(EVEN, NOTHING_ELSE, 2**20, "points", 50, id="only_if_all_are_won"),
    ],
)
def test_break_even_of_fifty_deals(base, effect, cost_usd, reading, expected):
    """The smallest rise that covers the cost is the one found by hand."""
    got = break_even_percent(base, effect, cost_usd, reading)
    assert got == (expected if expected is None else close(expected))


def test_break_even_refuses_a_negative_cost():
    """A cost below 0 raises ValueError."""
    with pytest.raises(ValueError):
        break_even_percent(BASE, EFFECT, -1, "points")


def test_other_deals_each_time(seed):
    """On figures drawn anew, the parts at the break-even make up the cost, and both readings mean the same rise."""
    rng = random.Random(seed)
    base = of(rng.randint(20, 200), rng.uniform(0.1, 0.4), rng.uniform(3e4, 2e5), 90, rng.uniform(15, 30))
    effect = EFFECT | {"hours_saved": rng.uniform(5, 50), "margin": rng.uniform(0.5, 0.9)}
    without = sum(value_usd(base, effect | {"win_percent": 0}, "points").values())
    cost_usd = without + rng.uniform(0.05, 0.3) * base["decided"] * base["usd_per_year"] * effect["margin"]
    percent = {reading: break_even_percent(base, effect, cost_usd, reading) for reading in ("relative", "points")}
    for reading, needed in percent.items():
        assert sum(value_usd(base, effect | {"win_percent": needed}, reading).values()) == close(cost_usd)
    assert percent["relative"] * base["win_rate"] == close(percent["points"])


def test_arguments_are_left_alone():
    """After the calls, deals, baseline and effect are what they were."""
    arguments = (copy.deepcopy(YEAR), dict(BASE), dict(EFFECT))
    baseline(arguments[0])
    value_usd(*arguments[1:], "points")
    break_even_percent(*arguments[1:], 400_000, "points")
    assert arguments == (YEAR, BASE, EFFECT)
