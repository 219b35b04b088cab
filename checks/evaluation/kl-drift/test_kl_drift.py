"""Judges kl(p, q, epsilon) and alarm_threshold(baseline, level), on counts worked by hand and on windows.json."""

import copy
import json
import math
import random
from collections import Counter
from pathlib import Path

import pytest
from answer import alarm_threshold, kl


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def windows():
    """Return fresh mappings, so that an answer that changes its input can't reach another test."""
    return json.loads(Path("windows.json").read_text(encoding="utf-8"))


def seeded_counts(seed):
    """Return two mappings that share some tokens, the same ones for the same seed; a count may be 0."""
    generator = random.Random(seed)
    p = {token: generator.randint(0, 30) for token in ("Sure", "Sorry", "No", "The")}
    q = {token: generator.randint(0, 300) for token in ("No", "The", "Sure", "{")}
    return pytest.param(p, q, id=f"seed_{seed}")


def seeded_baseline(seed, size):
    """Return different divergences in no order, the same ones for the same seed."""
    return random.Random(seed).sample([number / 100_000 for number in range(1, 3_000)], size)


@pytest.mark.parametrize(
    ("p", "q", "expected"),
    [
        pytest.param({"yes": 3, "no": 1}, {"yes": 1, "no": 3}, 0.4 * math.log(7 / 3), id="shares_70_30_and_30_70"),
        pytest.param(
            {"yes": 9, "no": 0},
            {"yes": 4, "no": 5},
            0.95 * math.log(0.95 / 0.45) + 0.05 * math.log(0.05 / 0.55),
            id="answers_became_all_yes",
        ),
        pytest.param(
            {"yes": 4, "no": 5},
            {"yes": 9, "no": 0},
            0.45 * math.log(0.45 / 0.95) + 0.55 * math.log(0.55 / 0.05),
            id="the_other_way_round",
        ),
        pytest.param({"yes": 30, "no": 9}, {"yes": 1, "no": 3}, 0.45455850679427295, id="ten_times_as_many_responses"),
        pytest.param({"yes": 1, "no": 3}, {"yes": 10, "no": 30}, 0.0048865089710148774, id="proportional_counts"),
        pytest.param({"yes": 5, "no": 5}, {"yes": 5, "no": 5}, 0.0, id="same_counts"),
    ],
)
def test_kl_of_tokens_that_both_know(p, q, expected):
    """The divergence of two mappings with the same tokens is the one worked out by hand."""
    assert kl(p, q) == close(expected)


@pytest.mark.parametrize(
    ("p", "q", "expected"),
    [
        pytest.param({"yes": 3, "no": 1, "{": 1}, {"yes": 3, "no": 1}, 0.086471828106397586, id="token_that_q_lacks"),
        pytest.param({"yes": 3, "no": 1}, {"yes": 3, "no": 1, "{": 1}, 0.067180240238792585, id="token_that_p_lacks"),
        pytest.param({"yes": 1}, {"no": 1}, 0.5 * math.log(3), id="no_token_in_common"),
        pytest.param({}, {"yes": 3, "no": 1}, 0.5 * math.log(25 / 21), id="p_empty"),
        pytest.param({"yes": 3, "no": 1}, {}, 0.7 * math.log(1.4) + 0.3 * math.log(0.6), id="q_empty"),
        pytest.param({"yes": 2, "no": 0}, {"yes": 5, "no": 0}, 0.036099380256386836, id="count_0_on_both_sides"),
        pytest.param({"yes": 2}, {"yes": 5, "no": 0}, 0.036099380256386836, id="count_0_on_one_side"),
    ],
)
def test_kl_of_tokens_that_one_side_lacks(p, q, expected):
    """A token known to either side, be it with count 0, has a smoothed share on both."""
    assert kl(p, q) == close(expected)


@pytest.mark.parametrize(
    ("p", "q", "epsilon", "expected"),
    [
        pytest.param({"yes": 3, "no": 1}, {"yes": 1, "no": 3}, 1, math.log(2) / 3, id="1"),
        pytest.param({"yes": 3, "no": 1}, {"yes": 1, "no": 3}, 5.0, 0.041097438921682987, id="5"),
        pytest.param({"yes": 1}, {"no": 1}, 0.01, 4.5246279576875095, id="one_hundredth"),
    ],
)
def test_kl_with_another_epsilon(p, q, epsilon, expected):
    """What is added to each count is epsilon."""
    assert kl(p, q, epsilon=epsilon) == close(expected)


@pytest.mark.parametrize(
    ("night", "expected"),
    [
        pytest.param("fine_tuned", 0.032897564962156484, id="fine_tuned"),
        pytest.param("sunday", 0.04060131357905078, id="sunday"),
    ],
)
def test_kl_of_a_night_against_the_log(night, expected):
    """The divergence of one night's first tokens from the log's is right."""
    data = windows()
    assert kl(data["nights"][night], data["log"]) == close(expected)


@pytest.mark.parametrize(("p", "q"), [seeded_counts(seed) for seed in (1, 2)])
def test_kl_is_never_negative(p, q):
    """No divergence lies below 0 by more than 1e-9."""
    got = kl(p, q)
    assert got == close(max(0.0, got))


@pytest.mark.parametrize("p", [{"Sure": 3, "Sorry": 0, "{": 40}, {"No": 10**13, "Yes": 7}], ids=["small", "huge"])
def test_kl_of_a_mapping_with_itself_is_0(p):
    """Counts don't diverge from themselves."""
    assert kl(p, dict(p)) == close(0.0)


@pytest.mark.parametrize(
    ("p", "q", "epsilon"),
    [
        pytest.param({}, {}, 0.5, id="no_token_anywhere"),
        pytest.param({"yes": -1, "no": 4}, {"yes": 1}, 0.5, id="negative_count_in_p"),
        pytest.param({"yes": 1}, {"yes": 4, "no": -1}, 2.0, id="negative_count_in_q"),
        pytest.param({"yes": 1, "no": 1}, {"yes": 2, "no": 1}, 0, id="epsilon_0"),
        pytest.param({"yes": 3, "no": 4}, {"yes": 2, "no": 9}, -0.5, id="epsilon_negative"),
    ],
)
def test_kl_refuses_what_has_no_shares(p, q, epsilon):
    """No token, a negative count, and an epsilon of 0 or less raise ValueError."""
    with pytest.raises(ValueError):
        kl(p, q, epsilon)


@pytest.mark.parametrize(
    ("p", "q", "expected"), [pytest.param(Counter("aab"), Counter(b=2, c=0), 0.47254253737159724, id="counters")]
)
def test_kl_takes_a_counter(p, q, expected):
    """A Counter is a mapping too, and its zero counts are kept."""
    assert kl(p, q) == close(expected)


@pytest.mark.parametrize(("p", "q"), [pytest.param({"yes": 3}, {"no": 1, "yes": 0}, id="different_tokens")])
def test_kl_leaves_its_mappings_alone(p, q):
    """After kl(p, q) both mappings are what they were."""
    before = copy.deepcopy([p, q])
    kl(p, q)
    assert [p, q] == before


@pytest.mark.parametrize(
    ("baseline", "level", "expected"),
    [
        pytest.param([0.03, 0.01, 0.05, 0.02, 0.04], 0.2, 0.04, id="fourth_of_5"),
        pytest.param([0.03, 0.01, 0.05, 0.02, 0.04], 0.25, 0.04, id="3.75_of_5_is_the_fourth"),
        pytest.param([0.03, 0.01, 0.05, 0.02, 0.04], 0.5, 0.03, id="2.5_of_5_is_the_third"),
        pytest.param([0.02, 0.01, 0.02, 0.02], 0.5, 0.02, id="equal_values"),
        pytest.param([0.007], 0.5, 0.007, id="one_window"),
        pytest.param((0.4, 0.1, 0.3, 0.2), 0.5, 0.2, id="second_of_4_in_a_tuple"),
    ],
)
def test_threshold_of_a_short_baseline(baseline, level, expected):
    """The threshold is the value whose number in the sorted baseline the definition gives."""
    assert alarm_threshold(baseline, level) == close(expected)


@pytest.mark.parametrize(
    ("level", "size", "expected"),
    [
        pytest.param(0.01, 200, 2, id="2_of_200"),
        pytest.param(0.02, 50, 1, id="1_of_50"),
        pytest.param(0.05, 100, 5, id="5_of_100"),
        pytest.param(0.05, 10, 0, id="0_of_10"),
        pytest.param(0.1, 30, 3, id="3_of_30"),
    ],
)
def test_threshold_lets_no_more_false_alarms_through_than_the_level(level, size, expected):
    """Of windows without drift, as many lie strictly above the threshold as the level allows."""
    baseline = seeded_baseline(size, size)
    threshold = alarm_threshold(baseline, level=level)
    assert sum(value > threshold for value in baseline) == expected


@pytest.mark.parametrize("expected", [pytest.param(0.01454938244229712, id="default_level")])
def test_threshold_of_the_bootstrapped_windows(expected):
    """With kl over the 200 baseline windows and the default level, the threshold is right."""
    data = windows()
    assert alarm_threshold([kl(window, data["log"]) for window in data["baseline"]]) == close(expected)


@pytest.mark.parametrize("baseline", [pytest.param([], id="no_windows")])
def test_threshold_refuses_an_empty_baseline(baseline):
    """Without windows there is no threshold: ValueError."""
    with pytest.raises(ValueError):
        alarm_threshold(baseline)


@pytest.mark.parametrize("baseline", [pytest.param([0.03, 0.01, 0.02], id="unsorted")])
def test_threshold_leaves_its_baseline_alone(baseline):
    """After alarm_threshold(baseline) the list has its order still."""
    before = copy.deepcopy(baseline)
    alarm_threshold(baseline)
    assert baseline == before
