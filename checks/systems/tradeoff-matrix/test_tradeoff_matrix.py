"""Judges front, total_usd_per_1000, pick and flip_wrong_usd, on small matrices and on configurations.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import flip_wrong_usd, front, pick, total_usd_per_1000

MEASURES = ("usd_per_1000", "mean_ms", "p95_ms", "right")


def close(expected):
    """Match floats within 1e-9, absolute or relative; None is None."""
    return None if expected is None else pytest.approx(expected, rel=1e-9, abs=1e-9)


def config(name, *figures):
    """Return a configuration: USD per 1,000, mean ms, P95 ms, share right."""
    return {"name": name} | dict(zip(MEASURES, figures))


A = config("a", 2.0, 400, 900, 0.8)
LARGE = config("large", 7.5, 1200, 2400, 0.95)
MATRIX = [LARGE, config("medium", 2.5, 600, 1200, 0.875), config("small", 0.5, 300, 700, 0.75)]


def measured():
    """Return fresh copies of the configurations in configurations.json."""
    return json.loads(Path("configurations.json").read_text(encoding="utf-8"))["configurations"]


@pytest.mark.parametrize(
    ("configs", "expected"),
    [
        pytest.param([A, config("b", 2.5, 500, 950, 0.7)], ["a"], id="worse_in_all"),
        pytest.param([A, config("b", 2.0, 400, 900, 0.79)], ["a"], id="worse_in_one"),
        pytest.param([A, config("b", 2.0, 400, 901, 0.8)], ["a"], id="worse_at_p95_only"),
        pytest.param([A, config("b", 2.0, 399, 900, 0.8)], ["b"], id="better_in_one"),
        pytest.param([A, config("b", 2.0, 400, 900, 0.8)], ["a", "b"], id="equal"),
        pytest.param([A, config("b", 9.0, 900, 3000, 0.81)], ["a", "b"], id="better_in_one_worse_in_three"),
        pytest.param([A, config("b", 0, 0, 0, 1)], ["b"], id="perfect"),
        pytest.param([A, config("b", 0.25, 400, 900, 0)], ["a", "b"], id="cheaper_and_never_right"),
    ],
)
def test_front_of_two(configs, expected):
    """Of two configurations, only those that the other doesn't dominate are kept."""
    assert front(configs) == expected


@pytest.mark.parametrize("expected", [pytest.param([], id="none")])
def test_front_of_nothing(expected):
    """Without configurations the front is empty."""
    assert front([]) == expected


def test_front_of_the_measured_ones():
    """Ten of the 21 in configurations.json are on the front, the twins both, in the order of the file."""
    kept = [0.801, 0.921, 0.882, 0.836, 0.882, 0.72, 0.874, 0.759, 0.78, 0.952]
    by_name = {each["name"]: each["right"] for each in measured()}
    assert [by_name[name] for name in front(measured())] == kept


@pytest.mark.parametrize(
    ("given", "wrong_usd", "wait_usd_per_s", "expected"),
    [
        pytest.param(A, 0, 0, 2.0, id="service_only"),
        pytest.param(A, 0.05, 0, 12.0, id="a_wrong_answer_at_5_cents"),
        pytest.param(A, 0, 0.01, 6.0, id="a_second_at_1_cent"),
        pytest.param(A, 0.05, 0.01, 16.0, id="both"),
    ],
)
def test_total_of_a_configuration(given, wrong_usd, wait_usd_per_s, expected):
    """2 USD, 200 wrong answers and 400 seconds of waiting for 1,000 requests are added up in dollars."""
    assert total_usd_per_1000(given, wrong_usd, wait_usd_per_s) == close(expected)


@pytest.mark.parametrize(
    ("limits", "prices", "expected"),
    [
        pytest.param((1500, 0.7), (0.001, 0.001), "small", id="wrong_answers_cheap"),
        pytest.param((1500, 0.7), (0.05, 0.001), "medium", id="wrong_answers_dear"),
        pytest.param((3000, 0.7), (0.05, 0.001), "medium", id="medium_though_large_fits"),
        pytest.param((3000, 0.7), (0.2, 0.001), "large", id="wrong_answers_very_dear"),
        pytest.param((3000, 0.7), (0.05, 0.03), "small", id="waiting_dear"),
        pytest.param((1200, 0.875), (0, 0), "medium", id="just_within_the_limits"),
        pytest.param((1000, 0.875), (0.05, 0.001), None, id="nothing_fits"),
    ],
)
def test_pick_from_three(limits, prices, expected):
    """Of small, medium and large, the choice is the cheapest in total that keeps both limits."""
    assert pick(MATRIX, *limits, *prices) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param([config("b", 2.0, 450, 950, 0.8), A], "a", id="dominated_at_the_same_total"),
        pytest.param([config("b", 2.0, 400, 900, 0.8), A], "b", id="equal_the_first_given"),
    ],
)
def test_pick_where_totals_are_the_same(order, expected):
    """At prices of 0 totals may agree: a dominated one is never chosen, and of the rest the first given is."""
    assert pick(order, 1000, 0.5, 0, 0) == expected


def test_pick_from_a_fresh_matrix_each_time(seed):
    """On a matrix drawn anew, the choice is on the front, keeps the limits, and nothing that keeps them is cheaper."""
    rng = random.Random(seed)
    names = [f"c{number}" for number in range(25)]
    drawn = {
        name: config(name, rng.randint(1, 6), rng.randint(3, 6) * 100, rng.randint(7, 12) * 100, rng.randint(4, 8) / 8)
        for name in names
    }
    kept = front(list(drawn.values()))
    prices = rng.uniform(0.001, 0.1), rng.uniform(0.001, 0.01)
    chosen = pick(list(drawn.values()), 1000, 0.625, *prices)
    fitting = [each for each in drawn.values() if each["p95_ms"] <= 1000 and each["right"] >= 0.625]
    assert (chosen in kept) is bool(fitting)
    cheapest = min((total_usd_per_1000(each, *prices) for each in fitting), default=None)
    assert (chosen and total_usd_per_1000(drawn[chosen], *prices)) == close(cheapest)


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        pytest.param((0.0125, 0.002), "small, 8 passages", id="little"),
        pytest.param((0.125, 0.002), "medium, 8 passages, reranked, 8-bit", id="more"),
        pytest.param((0.5, 0.002), "medium, 8 passages, reranked", id="much"),
    ],
)
def test_pick_from_the_measured_ones(prices, expected):
    """Within 1,200 ms at P95 and from 75% right on, the choice hangs on the price of a wrong answer."""
    assert pick(measured(), 1200, 0.75, *prices) == expected


@pytest.mark.parametrize(
    ("one", "other", "wait_usd_per_s", "expected"),
    [
        pytest.param(MATRIX[2], MATRIX[1], 0, 0.016, id="small_and_medium"),
        pytest.param(MATRIX[1], MATRIX[2], 0, 0.016, id="the_other_way_round"),
        pytest.param(MATRIX[2], MATRIX[1], 0.01, 0.04, id="with_waiting"),
        pytest.param(A, config("b", 1.5, 300, 700, 0.85), 0, None, id="below_0"),
        pytest.param(A, config("b", 1.5, 300, 700, 0.8), 0, None, id="equally_often_right"),
        pytest.param(A, config("b", 2.0, 500, 700, 0.85), 0, 0, id="at_once"),
    ],
)
def test_flip_of_two(one, other, wait_usd_per_s, expected):
    """Both cost the same at this price of a wrong answer; where no price from 0 on does it, that's None."""
    assert flip_wrong_usd(one, other, wait_usd_per_s) == close(expected)


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda: front([A, config("a", 1.0, 500, 900, 0.8)]), id="a_name_twice"),
        pytest.param(lambda: front([A, config("b", float("nan"), 500, 900, 0.8)]), id="front_nan"),
        pytest.param(lambda: front([A, config("b", 1.0, 500, float("inf"), 0.8)]), id="front_infinite"),
        pytest.param(lambda: pick([LARGE, config("b", 1.0, -500, 900, 0.8)], 1000, 0.7, 0, 0), id="pick_below_0"),
        pytest.param(lambda: total_usd_per_1000(config("b", 1.0, 500, 900, 1.5), 0, 0), id="total_right_above_1"),
        pytest.param(lambda: flip_wrong_usd(A, config("b", 1.0, 500, 900, float("nan")), 0), id="flip_nan"),
        pytest.param(lambda: total_usd_per_1000(A, -0.1, 0), id="wrong_answers_pay"),
        pytest.param(lambda: pick(MATRIX, 1000, 0.7, 0, -0.1), id="waiting_pays"),
    ],
)
def test_what_cannot_be_is_refused(call):
    """A repeated name, a figure or a price that can't be raise ValueError."""
    with pytest.raises(ValueError):
        call()


def test_configurations_are_left_alone():
    """After the calls the list and its configurations are what they were."""
    configs = copy.deepcopy(MATRIX)
    front(configs)
    pick(configs, 1500, 0.7, 0.05, 0.001)
    flip_wrong_usd(*configs[:2], 0.01)
    assert configs == MATRIX
