"""Judges curve, threshold, report and usd_per_1000, on answers that can be counted by hand and on answers.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import curve, report, threshold, usd_per_1000

R, W = True, False
FEW = [(0.6, R), (0.9, R), (0.8, R), (0.3, W), (0.6, R), (0.8, W), (0.9, R), (0.6, R)]
SURE_AND_WRONG = [(1.0, W), (0.9, R), (0.9, R), (0.9, R), (0.7, R), (0.5, W)]
WEAK = [(0.4, W), (0.2, R)]


def close(expected):
    """Match floats within 1e-9, absolute or relative; None is None."""
    return None if expected is None else pytest.approx(expected, rel=1e-9, abs=1e-9)


def reported(from_on, coverage, accuracy):
    """Return what a report holds, by name."""
    return {"threshold": from_on, "coverage": coverage, "accuracy": accuracy}


def halves():
    """Return fresh lists of the tuning half and the held-out half in answers.json."""
    both = json.loads(Path("answers.json").read_text(encoding="utf-8"))
    return [[tuple(row) for row in both[half]] for half in ("tuning", "held_out")]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param(FEW, [(0.9, 2 / 8, 1), (0.8, 4 / 8, 3 / 4), (0.6, 7 / 8, 6 / 7), (0.3, 1, 6 / 8)], id="eight"),
        pytest.param(
            SURE_AND_WRONG,
            [(1, 1 / 6, 0), (0.9, 4 / 6, 3 / 4), (0.7, 5 / 6, 4 / 5), (0.5, 1, 4 / 6)],
            id="sure_and_wrong",
        ),
        pytest.param([(0.5, R)], [(0.5, 1, 1)], id="one"),
        pytest.param([(0, W), (0, R), (0, R), (0, R)], [(0, 1, 3 / 4)], id="all_equal"),
    ],
)
def test_curve_of_a_few_answers(answers, expected):
    """For each confidence that occurs there's one point: the threshold, what it covers, what's right of that."""
    assert [tuple(point) for point in curve(answers)] == [close(point) for point in expected]


@pytest.mark.parametrize(
    ("answers", "target", "min_answered", "expected"),
    [
        pytest.param(FEW, 0.7, 1, 0.3, id="met_by_all"),
        pytest.param(FEW, 0.75, 1, 0.3, id="just_met"),
        pytest.param(FEW, 0.8, 1, 0.6, id="met_again_after_a_miss"),
        pytest.param(FEW, 0.9, 1, 0.9, id="met_by_few"),
        pytest.param(FEW, 1, 2, 0.9, id="all_right_and_just_enough"),
        pytest.param(FEW, 0.9, 3, None, id="too_few"),
        pytest.param(SURE_AND_WRONG, 0.78, 5, 0.7, id="wrong_at_the_top"),
        pytest.param(SURE_AND_WRONG, 0.9, 1, None, id="out_of_reach"),
    ],
)
def test_threshold_of_a_few_answers(answers, target, min_answered, expected):
    """The threshold is the one that covers most among those that meet the target with enough answered."""
    assert threshold(answers, target, min_answered) == close(expected)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param(0.95, 0.62, id="95_percent"),
        pytest.param(0.99, 0.87, id="99_percent"),
        pytest.param(0.999, None, id="99_9_percent"),
    ],
)
def test_threshold_of_the_tuning_half(target, expected):
    """On the tuning half of answers.json, with at least 100 answered, the threshold is the right one."""
    assert threshold(halves()[0], target, 100) == close(expected)


def test_other_answers_each_time(seed):
    """On answers drawn anew, the curve counts right, and the threshold is the lowest that meets the target."""
    rng = random.Random(seed)
    answers = [(rng.randint(0, 20) / 20, rng.random() < 0.8) for _ in range(rng.randint(30, 80))]
    met = []
    for point in curve(answers):
        kept = [right for confidence, right in answers if confidence >= point[0]]
        assert list(point[1:]) == close([len(kept) / len(answers), sum(kept) / len(kept)])
        met += [point[0]] * (len(kept) >= 12 and sum(kept) / len(kept) > 0.8765)
    assert threshold(answers, 0.8765, 12) == close(min(met, default=None))


@pytest.mark.parametrize(
    ("tuning", "held_out", "target", "expected"),
    [
        pytest.param(FEW, SURE_AND_WRONG, 0.8, reported(0.6, 5 / 6, 4 / 5), id="less_than_promised"),
        pytest.param(SURE_AND_WRONG, FEW, 0.78, reported(0.7, 4 / 8, 3 / 4), id="the_halves_swapped"),
        pytest.param(FEW, WEAK, 0.8, reported(0.6, 0, None), id="nothing_reaches_it"),
        pytest.param(SURE_AND_WRONG, FEW, 0.9, reported(None, 0, None), id="out_of_reach"),
        pytest.param(WEAK, FEW, 0.5, reported(0.2, 1, 6 / 8), id="everything_reaches_it"),
    ],
)
def test_report_on_the_other_half(tuning, held_out, target, expected):
    """The threshold comes from one half, and coverage and accuracy from the other."""
    got = report(tuning, held_out, target, 1)
    assert got == {key: close(value) for key, value in expected.items()}


@pytest.mark.parametrize("expected", [pytest.param((0.87, 0.5686666666666667, 0.9835873388042204), id="99_percent")])
def test_report_on_the_measured_halves(expected):
    """On answers.json a threshold for 99% keeps 98.4% on the half it hasn't seen."""
    got = report(*halves(), 0.99, 100)
    assert [got["threshold"], got["coverage"], got["accuracy"]] == close(list(expected))


@pytest.mark.parametrize(
    ("from_on", "prices", "expected"),
    [
        pytest.param(0.6, (5, 0.4), 675, id="most_answered"),
        pytest.param(0.7, (5, 0.4), 825, id="half_answered"),
        pytest.param(0, (5, 0.4), 1250, id="all_answered"),
        pytest.param(None, (5, 0.4), 400, id="no_threshold"),
        pytest.param(0.6, (0, 0.5), 62.5, id="errors_for_free"),
        pytest.param(0.6, (0.5, 0), 62.5, id="fallbacks_for_free"),
    ],
)
def test_usd_of_a_few_answers(from_on, prices, expected):
    """1,000 requests cost what these eight do, per head: so much for each wrong answer given and for each fallback."""
    assert usd_per_1000(FEW, from_on, *prices) == close(expected)


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda: curve([]), id="curve_no_answers"),
        pytest.param(lambda: threshold([], 0.9, 1), id="threshold_no_answers"),
        pytest.param(lambda: report(FEW, [], 0.9, 1), id="report_no_answers"),
        pytest.param(lambda: curve([(0.5, R), (float("nan"), R)]), id="confidence_nan"),
        pytest.param(lambda: curve([(85, R)]), id="confidence_in_percent"),
        pytest.param(lambda: report(FEW, [(-0.5, W)], 0.9, 1), id="confidence_below_0"),
        pytest.param(lambda: usd_per_1000([(1.5, R)], 0.5, 1, 1), id="usd_confidence_above_1"),
        pytest.param(lambda: threshold(FEW, 0, 1), id="target_0"),
        pytest.param(lambda: threshold(FEW, 1.5, 1), id="target_above_1"),
        pytest.param(lambda: threshold(FEW, 0.9, 0), id="no_minimum"),
        pytest.param(lambda: usd_per_1000(FEW, 0.5, -1, 1), id="wrong_answers_pay"),
        pytest.param(lambda: usd_per_1000(FEW, 0.5, 1, -0.5), id="fallbacks_pay"),
    ],
)
def test_what_cannot_be_is_refused(call):
    """No answers, a confidence outside [0, 1], a target or minimum that can't be, a negative price: ValueError."""
    with pytest.raises(ValueError):
        call()


def test_answers_are_left_alone():
    """After the calls the answers are what they were, in their order."""
    answers = copy.deepcopy(FEW)
    curve(answers)
    report(answers, answers, 0.8, 1)
    usd_per_1000(answers, 0.6, 5, 0.4)
    assert answers == FEW
