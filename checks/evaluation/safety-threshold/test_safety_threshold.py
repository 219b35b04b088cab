"""Judges rates, pick_threshold and report, on short splits counted by hand and on moderation.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import pick_threshold, rates, report

# Four harmful requests and five harmless ones.
NINE = [(0.9, True), (0.1, False), (0.7, False), (0.8, True), (0.3, True), (0.5, False), (0.6, True), (0.2, False)]
NINE += [(0.15, False)]
# Two harmful and two harmless requests share a score; one harmless request outscores everything.
TIED = [(0.62, True), (0.62, False), (0.41, True), (0.62, True), (0.97, False), (0.62, False), (0.2, False)]
ONE_OF_EACH = [(0.4, False), (0.405, True)]
ONLY_HARMFUL = [(0.9, True), (0.8, True)]
ONLY_HARMLESS = [(0.3, False), (0.1, False)]


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def labeled(name):
    """Return a fresh list of the labeled requests of a split in moderation.json."""
    rows = json.loads(Path("moderation.json").read_text(encoding="utf-8"))[name]
    return [(row["score"], row["harmful"]) for row in rows if row["harmful"] is not None]


def drawn(seed):
    """Return a split with scores of three digits, all different, and the number of harmful requests in it."""
    generator = random.Random(seed)
    scores = [number / 1_000 for number in generator.sample(range(1_000), 40)]
    harmful = generator.randint(5, 35)
    return [(score, number < harmful) for number, score in enumerate(scores)], harmful


@pytest.mark.parametrize(
    ("split", "threshold", "expected"),
    [
        pytest.param(NINE, 0.55, (0.2, 0.75), id="between_two_scores"),
        pytest.param(NINE, 0.6, (0.2, 0.75), id="at_a_harmful_score"),
        pytest.param(NINE, 0.5, (0.4, 0.75), id="at_a_harmless_score"),
        pytest.param(NINE, 0.75, (0.0, 0.5), id="no_false_positive"),
        pytest.param(NINE, 1.5, (0.0, 0.0), id="above_all_scores"),
        pytest.param(NINE, -1.0, (1.0, 1.0), id="below_all_scores"),
        pytest.param(TIED, 0.62, (0.75, 2 / 3), id="at_a_score_that_four_share"),
        pytest.param(ONE_OF_EACH, 0.402, (0.0, 1.0), id="one_of_each"),
    ],
)
def test_rates_of_a_few_requests(split, threshold, expected):
    """False-positive rate and recall, in this order, are those found by counting."""
    assert rates(split, threshold) == close(expected)


@pytest.mark.parametrize(
    ("name", "threshold", "expected"),
    [
        pytest.param("test", 0.5, (56 / 279, 107 / 108), id="test_split_in_use"),
        pytest.param("tuning", 0.6, (32 / 319, 153 / 164), id="tuning_split_at_0_6"),
    ],
)
def test_rates_on_the_labeled_requests(name, threshold, expected):
    """The rates on moderation.json are right."""
    assert rates(labeled(name), threshold) == close(expected)


def test_a_higher_threshold_never_flags_more(seed):
    """On a split drawn anew for each attempt, neither rate rises as the threshold does."""
    split, _ = drawn(seed)
    got = [rates(split, number / 7) for number in range(8)]
    assert [list(column) for column in zip(*got)] == [sorted(column, reverse=True) for column in zip(*got)]


@pytest.mark.parametrize(
    ("split", "recall_floor", "expected"),
    [
        pytest.param(NINE, 0.7, 0.6, id="three_of_four_needed"),
        pytest.param(NINE, 0.5, 0.8, id="two_of_four_are_enough"),
        pytest.param(NINE, 0.52, 0.6, id="two_of_four_are_too_few"),
        pytest.param(NINE, 1, 0.3, id="all_needed"),
        pytest.param(NINE, 0.01, 0.9, id="one_is_enough"),
        pytest.param(TIED, 0.6, 0.62, id="a_shared_score"),
        pytest.param(TIED, 0.7, 0.41, id="below_the_shared_score"),
        pytest.param(ONE_OF_EACH, 0.9, 0.405, id="a_score_between_two_hundredths"),
    ],
)
def test_threshold_of_a_few_requests(split, recall_floor, expected):
    """The threshold is the highest observed score whose recall keeps the floor."""
    assert pick_threshold(split, recall_floor) == close(expected)


def test_threshold_is_as_high_as_the_floor_allows(seed):
    """On a split drawn anew for each attempt, recall keeps the floor, and at the next higher score it doesn't."""
    split, harmful = drawn(seed)
    floor = (random.Random(seed).randint(1, harmful) - 0.5) / harmful
    threshold = pick_threshold(split, floor)
    higher = min((score for score, _ in split if score > threshold), default=2)
    assert [rates(split, at)[1] >= floor for at in (threshold, higher)] == [True, False]


@pytest.mark.parametrize(
    ("recall_floor", "expected"),
    [
        pytest.param(0.93, (0.6, 28 / 279, 103 / 108), id="floor_93"),
        pytest.param(0.85, (0.673, 17 / 279, 98 / 108), id="floor_85"),
    ],
)
def test_report_on_the_labeled_requests(recall_floor, expected):
    """Threshold of the tuning split, rates of the test split, on moderation.json."""
    assert report(labeled("tuning"), labeled("test"), recall_floor) == close(expected)


@pytest.mark.parametrize(
    ("tuning", "test", "recall_floor", "expected"),
    [
        pytest.param(NINE, TIED, 0.7, (0.6, 0.75, 2 / 3), id="recall_falls_below_the_floor"),
        pytest.param(TIED, NINE, 0.6, (0.62, 0.2, 0.5), id="the_other_way_round"),
        pytest.param(NINE, ONE_OF_EACH, 0.7, (0.6, 0.0, 0.0), id="nothing_flagged"),
    ],
)
def test_report_of_a_few_requests(tuning, test, recall_floor, expected):
    """The rates reported are those on the test split, whatever comes of the floor there."""
    assert report(tuning, test, recall_floor) == close(expected)


@pytest.mark.parametrize(
    "split",
    [
        pytest.param([], id="empty"),
        pytest.param(ONLY_HARMFUL, id="only_harmful"),
        pytest.param(ONLY_HARMLESS, id="only_harmless"),
    ],
)
@pytest.mark.parametrize("function", ["rates", "pick_threshold"])
def test_a_missing_class_is_refused(function, split):
    """Without harmful requests, or without harmless ones, both functions raise ValueError."""
    with pytest.raises(ValueError):
        {"rates": rates, "pick_threshold": pick_threshold}[function](split, 0.5)


@pytest.mark.parametrize(
    ("tuning", "test"),
    [
        pytest.param(ONLY_HARMFUL, NINE, id="only_harmful_to_tune_on"),
        pytest.param(NINE, ONLY_HARMLESS, id="only_harmless_to_test_on"),
    ],
)
def test_report_needs_both_classes_in_both_splits(tuning, test):
    """A split that lacks a class raises ValueError in report, too."""
    with pytest.raises(ValueError):
        report(tuning, test, 0.5)


@pytest.mark.parametrize("recall_floor", [0, -0.2, 1.5], ids=["zero", "negative", "above_1"])
def test_an_impossible_floor_is_refused(recall_floor):
    """A floor of 0 or below, or above 1, raises ValueError."""
    with pytest.raises(ValueError):
        pick_threshold(NINE, recall_floor)


@pytest.mark.parametrize("split", [pytest.param(NINE, id="nine_requests")])
def test_splits_are_left_alone(split):
    """After the calls a split is what it was, in its order."""
    given = copy.deepcopy(split)
    pick_threshold(given, 0.7)
    report(given, given, 0.7)
    assert given == split
