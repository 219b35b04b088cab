"""Judges points, scores, shifted and smallest_flip, on sums done by hand and on the card in card.json."""

import copy
import json
import random
from math import inf, nan
from pathlib import Path

import pytest
from answer import points, scores, shifted, smallest_flip

MEASURES = {"errors": (80, 40), "revenue": (0, 200), "days": (30, 10)}
WEIGHTS = {"errors": 0.5, "revenue": 0.25, "days": 0.25}
SMALL_LAST = {"errors": 0.6, "revenue": 0.3, "days": 0.1}


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def option(errors, revenue, days, **rest):
    """Return the values of an option by measure."""
    return {"errors": errors, "revenue": revenue, "days": days, **rest}


ALPHA, BETA, GAMMA = option(50, 100, 25), option(70, 150, 15), option(96, 230, 20)
WORSE = option(50, 100, 27.5)  # than ALPHA in days, equal in the rest, and second


def the_card():
    """Return options, measures and weights of the card in card.json."""
    card = json.loads(Path("card.json").read_text(encoding="utf-8"))
    return card["proposals"], card["measures"], card["weights"]


@pytest.mark.parametrize(
    ("value", "worst", "best", "expected"),
    [
        pytest.param(150, 0, 200, 0.75, id="more_is_better"),
        pytest.param(70, 80, 40, 0.25, id="less_is_better"),
        pytest.param(1.5, -1, 3, 0.625, id="from_below_zero"),
        pytest.param(230, 0, 200, 1, id="beyond_the_best"),
        pytest.param(96, 80, 40, 0, id="beyond_the_worst"),
    ],
)
def test_points_of_a_value(value, worst, best, expected):
    """A value gets its place between worst and best, and never less than 0 or more than 1."""
    assert points(value, worst, best) == close(expected)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((50, 40, 40), id="no_room_between"),
        pytest.param((nan, 0, 10), id="value_nan"),
        pytest.param((-inf, 0, 10), id="value_infinite"),
        pytest.param((5, 0, inf), id="best_infinite"),
        pytest.param((5, nan, 10), id="worst_nan"),
    ],
)
def test_points_refuses_what_has_no_place(arguments):
    """Equal ends of the scale, NaN and infinity raise ValueError."""
    with pytest.raises(ValueError):
        points(*arguments)


@pytest.mark.parametrize(
    ("options", "weights", "expected"),
    [
        pytest.param({"alpha": ALPHA, "beta": BETA}, WEIGHTS, {"alpha": 0.5625, "beta": 0.5}, id="two_options"),
        pytest.param({"gamma": GAMMA}, WEIGHTS, {"gamma": 0.375}, id="past_both_ends"),
        pytest.param({"beta": BETA}, SMALL_LAST, {"beta": 0.45}, id="other_weights"),
        pytest.param({"beta": BETA}, {"days": 0.1, "errors": 0.7, "revenue": 0.2}, {"beta": 0.4}, id="another_order"),
        pytest.param({"alpha": ALPHA | {"owner_count": 900}}, WEIGHTS, {"alpha": 0.5625}, id="a_value_too_many"),
        pytest.param({}, WEIGHTS, {}, id="nobody"),
    ],
)
def test_scores_of_a_small_card(options, weights, expected):
    """The score is the weighted sum of the points, whatever the units."""
    assert scores(options, MEASURES, weights) == close(expected)


def test_scores_of_the_card():
    """On card.json each of the seven scores is right."""
    expected = {
        "citations in every answer": 0.637333333333333,
        "evaluation in the pipeline": 0.608,
        "usage alerts for accounts": 0.499,
        "larger context window": 0.417,
        "answers checked twice": 0.506666666666667,
        "shared retrieval service": 0.476,
        "prompt library": 0.382,
    }
    assert scores(*the_card()) == close(expected)


@pytest.mark.parametrize(
    ("options", "measures", "weights"),
    [
        pytest.param({"a": ALPHA}, MEASURES, WEIGHTS | {"days": 0.125}, id="sum_below_1"),
        pytest.param({"a": ALPHA}, MEASURES, WEIGHTS | {"days": 0.250001}, id="sum_just_above_1"),
        pytest.param({"a": ALPHA}, MEASURES, {"errors": 40, "revenue": 30, "days": 30}, id="sum_100"),
        pytest.param({"a": ALPHA}, MEASURES, {"errors": 0.75, "revenue": 0.25, "days": 0}, id="weight_0"),
        pytest.param({"a": ALPHA}, MEASURES, {"errors": 1, "revenue": 0.5, "days": -0.5}, id="weight_negative"),
        pytest.param({"a": ALPHA}, {"errors": (80, 40)}, {"errors": 1}, id="one_measure"),
        pytest.param({"a": ALPHA}, MEASURES, {"errors": 0.5, "revenue": 0.5}, id="measure_without_weight"),
        pytest.param({"a": ALPHA}, {"errors": (80, 40), "days": (30, 10)}, WEIGHTS, id="weight_without_measure"),
        pytest.param({"a": ALPHA, "b": {"errors": 50, "days": 25}}, MEASURES, WEIGHTS, id="value_missing"),
        pytest.param({"a": option(50, nan, 25)}, MEASURES, WEIGHTS, id="value_nan"),
    ],
)
def test_scores_and_flip_refuse_a_card_that_does_not_hold(options, measures, weights):
    """Weights that don't sum to 1 or aren't above 0, names that don't match, and missing values raise ValueError."""
    for refused in (scores, smallest_flip):
        with pytest.raises(ValueError):
            refused(options, measures, weights)


@pytest.mark.parametrize(
    ("weights", "measure", "weight", "expected"),
    [
        pytest.param(WEIGHTS, "errors", 0.75, {"errors": 0.75, "revenue": 0.125, "days": 0.125}, id="raised"),
        pytest.param(SMALL_LAST, "errors", 0.2, {"errors": 0.2, "revenue": 0.6, "days": 0.2}, id="lowered"),
        pytest.param(SMALL_LAST, "days", 0.1, SMALL_LAST, id="left_as_it_is"),
        pytest.param({"errors": 0.75, "days": 0.25}, "days", 0.5, {"errors": 0.5, "days": 0.5}, id="only_two"),
        pytest.param(
            {"a": 0.7, "b": 0.2, "c": 0.1}, "c", 0.4, {"a": 7 / 15, "b": 2 / 15, "c": 0.4}, id="sum_by_floats"
        ),
    ],
)
def test_shifted_weights(weights, measure, weight, expected):
    """One weight is set, the others share what is left in their old proportions."""
    assert shifted(weights, measure, weight) == close(expected)


@pytest.mark.parametrize(
    ("weights", "measure", "weight"),
    [
        pytest.param(WEIGHTS, "team", 0.5, id="unknown_measure"),
        pytest.param(WEIGHTS, "errors", 0, id="to_0"),
        pytest.param(WEIGHTS, "errors", 1, id="to_1"),
        pytest.param({"errors": 0.5, "days": 0.25}, "errors", 0.5, id="sum_below_1"),
    ],
)
def test_shifted_refuses(weights, measure, weight):
    """An unknown measure, a new weight outside (0, 1), and weights that don't sum to 1 raise ValueError."""
    with pytest.raises(ValueError):
        shifted(weights, measure, weight)


@pytest.mark.parametrize(
    ("options", "weights", "expected"),
    [
        pytest.param({"alpha": ALPHA, "beta": BETA}, WEIGHTS, ("errors", -1 / 14), id="two_options"),
        pytest.param({"w": WORSE, "b": BETA, "a": ALPHA}, WEIGHTS, ("errors", -1 / 14), id="second_never_gets_there"),
        pytest.param(
            {"first": option(80, 50, 10), "second": option(70, 0, 30)},
            SMALL_LAST,
            ("days", 1 / 13 - 0.1),
            id="least_in_points_not_in_percent",
        ),
        pytest.param({"f": option(70, 100, 25), "s": option(80, 0, 10)}, WEIGHTS, ("days", 4 / 13 - 0.25), id="upward"),
    ],
)
def test_flip_of_a_small_card(options, weights, expected):
    """The measure and the signed change at which another option draws level with the leader are right."""
    measure, change = smallest_flip(options, MEASURES, weights)
    assert (measure, change) == (expected[0], close(expected[1]))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({"alpha": ALPHA, "worse": option(60, 90, 27)}, None, id="worse_in_everything"),
        pytest.param({"alpha": ALPHA, "twin": dict(ALPHA)}, None, id="twins"),
        pytest.param({"alpha": ALPHA}, None, id="one_option"),
        pytest.param({}, None, id="nobody"),
    ],
)
def test_no_flip(options, expected):
    """Where no weight can put another option ahead, the answer is None."""
    assert smallest_flip(options, MEASURES, WEIGHTS) == expected


def test_flip_of_the_card():
    """On card.json four points more for the days bring another proposal level."""
    measure, change = smallest_flip(*the_card())
    assert (measure, change) == ("days_to_release", close(0.0403141361256545))


def leader(options, weights):
    """Return the option with the highest score."""
    total = scores(options, MEASURES, weights)
    return max(total, key=lambda name: total[name])


def test_another_card_each_time(seed):
    """Just short of the change the leader still leads, just past it another does; smaller changes flip nothing."""
    rng = random.Random(seed)
    for _ in range(5):
        parts = [rng.uniform(1, 4) for _ in MEASURES]
        weights = dict(zip(MEASURES, (part / sum(parts) for part in parts)))
        rows = [[rng.uniform(*scale) for scale in MEASURES.values()] for _ in range(4)]
        options = {f"option {number}": option(*row) for number, row in enumerate(rows)}
        first, flip = leader(options, weights), smallest_flip(options, MEASURES, weights)
        measure, change = flip or ("errors", 0.05)
        if flip:
            past = weights[measure] + change * 1.01
            assert not 0 < past < 1 or leader(options, shifted(weights, measure, past)) != first
        for name, weight in weights.items():
            for short in (weight - 0.99 * abs(change), weight + 0.99 * abs(change)):
                assert not 0 < short < 1 or leader(options, shifted(weights, name, short)) == first


def test_arguments_are_left_alone():
    """After the calls, options, measures and weights are what they were."""
    card = ({"alpha": dict(ALPHA), "beta": dict(BETA)}, dict(MEASURES), dict(WEIGHTS))
    before = copy.deepcopy(card)
    scores(*card)
    shifted(card[2], "errors", 0.75)
    smallest_flip(*card)
    assert card == before
