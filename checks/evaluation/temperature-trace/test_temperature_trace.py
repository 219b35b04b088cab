"""Judges softmax(logits, temperature) on small lists, on extremes, and on real lines of log.jsonl."""

import json
import math
import random
from pathlib import Path

import pytest
from answer import softmax


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def seeded_logits(seed, count=5):
    """Return logits with one decimal, all different; the same ones for the same seed."""
    return [number / 10 for number in random.Random(seed).sample(range(-40, 41), count)]


def entropy(probabilities):
    """Return the entropy in nats: 0 where one token has it all, the highest where all are alike."""
    return -sum(p * math.log(p) for p in probabilities if p > 0)


@pytest.mark.parametrize(
    ("logits", "temperature", "expected"),
    [
        pytest.param([0.0, math.log(3)], 1.0, [0.25, 0.75], id="two_tokens"),
        pytest.param([math.log(9), 0.0], 2.0, [0.75, 0.25], id="temperature_2"),
        pytest.param([math.log(3), 0.0], 0.5, [0.9, 0.1], id="temperature_one_half"),
        pytest.param([-1.0, -1.0, -1.0, -1.0], 0.7, [0.25, 0.25, 0.25, 0.25], id="all_alike"),
        pytest.param([3.5], 0.2, [1.0], id="one_token"),
        pytest.param([-2.0, -2.0 + math.log(2), -2.0 + math.log(5)], 1.0, [0.125, 0.25, 0.625], id="below_0"),
    ],
)
def test_probabilities_of_a_few_tokens(logits, temperature, expected):
    """The probabilities of a few tokens are those worked out by hand, in the order of the logits."""
    assert softmax(logits, temperature) == close(expected)


@pytest.mark.parametrize(
    ("name", "temperature", "expected"),
    [
        pytest.param("q014", 1.0, [0.641062619317, 0.154953820798, 0.15188552957, 0.052098030315], id="q014_as_used"),
        pytest.param(
            "q014", 0.2, [0.998427241831, 0.000823807233, 0.000745411609, 0.00000353932684], id="q014_as_agreed"
        ),
    ],
)
def test_probabilities_of_a_logged_request(name, temperature, expected):
    """The probabilities of a request from log.jsonl are right."""
    lines = Path("log.jsonl").read_text(encoding="utf-8").splitlines()
    logits = next(event["logits"] for event in map(json.loads, lines) if event.get("request") == name)
    assert softmax(list(logits.values()), temperature) == close(expected)


@pytest.mark.parametrize(
    ("logits", "temperature", "expected"),
    [
        pytest.param([10_000.0, 10_000.0 - math.log(3)], 1.0, [0.75, 0.25], id="high"),
        pytest.param([-10_000.0, -10_000.0 - math.log(3)], 1.0, [0.75, 0.25], id="low"),
        pytest.param([10_000.0, -10_000.0], 1.0, [1.0, 0.0], id="high_and_low"),
        pytest.param([10_000.0, 9_999.0, -10_000.0], 0.01, [1.0, 0.0, 0.0], id="high_at_temperature_one_hundredth"),
        pytest.param([5_000.0, 0.0], 5_000 / math.log(3), [0.75, 0.25], id="far_apart_at_a_high_temperature"),
    ],
)
def test_large_logits_do_not_overflow(logits, temperature, expected):
    """Logits of 10,000 and -10,000 have probabilities like any others."""
    assert softmax(logits, temperature) == close(expected)


@pytest.mark.parametrize(
    ("logits", "temperature", "expected"),
    [
        pytest.param([2.0, 1.0], 1e-5, [1.0, 0.0], id="the_highest_takes_all"),
        pytest.param([1.0, 3.0, 3.0], 1e-5, [0.0, 0.5, 0.5], id="two_highest_share"),
        pytest.param([1.0, 1.0 - 0.001 * math.log(3)], 0.001, [0.75, 0.25], id="almost_as_high"),
        pytest.param([2.0, -1.0], 1e9, [0.5 + 7.5e-10, 0.5 - 7.5e-10], id="a_huge_temperature_levels_all"),
    ],
)
def test_extreme_temperatures(logits, temperature, expected):
    """Near 0 the highest logits share everything; at a huge temperature all tokens are alike."""
    assert softmax(logits, temperature) == close(expected)


@pytest.mark.parametrize(("seed", "temperature"), [(1, 0.3), (2, 4.0)], ids=["cold", "hot"])
def test_probabilities_add_up_to_1(seed, temperature):
    """The probabilities of all tokens add up to 1."""
    assert sum(softmax(seeded_logits(seed), temperature)) == close(1.0)


@pytest.mark.parametrize("shift", [7.5, -300.0, 9_000.0])
def test_adding_the_same_to_each_logit_changes_nothing(shift):
    """Only differences between logits count."""
    logits = seeded_logits(3)
    assert softmax([logit + shift for logit in logits], 0.8) == close(softmax(logits, 0.8))


@pytest.mark.parametrize("seed", [4, 5])
def test_a_higher_temperature_never_lowers_the_entropy(seed):
    """The hotter, the more evenly the probability is spread."""
    got = [entropy(softmax(seeded_logits(seed), temperature)) for temperature in (0.5, 1.0, 2.0, 5.0, 20.0)]
    assert got == sorted(got)


@pytest.mark.parametrize("seed", [6, 7])
def test_a_higher_logit_has_a_higher_probability(seed):
    """At any temperature the tokens keep the order of their logits."""
    logits = seeded_logits(seed)
    got = softmax(logits, 2.5)
    assert sorted(range(5), key=got.__getitem__) == sorted(range(5), key=logits.__getitem__)


@pytest.mark.parametrize(
    ("logits", "temperature"),
    [
        pytest.param([], 1.0, id="no_logits"),
        pytest.param([1.0, 2.0], 0, id="temperature_0"),
        pytest.param([1.0, 2.0], 0.0, id="temperature_0_point_0"),
        pytest.param([1.0, 2.0], -0.7, id="temperature_negative"),
        pytest.param([3.0], 0.0, id="one_token_at_temperature_0"),
    ],
)
def test_what_has_no_probabilities_is_refused(logits, temperature):
    """No logits, or a temperature of 0 or below, raise ValueError."""
    with pytest.raises(ValueError):
        softmax(logits, temperature)


@pytest.mark.parametrize(("logits", "expected"), [pytest.param([0.0, math.log(3)], [0.25, 0.75], id="two_tokens")])
def test_the_temperature_is_1_unless_said_otherwise(logits, expected):
    """Without a temperature softmax works at 1."""
    assert softmax(logits) == close(expected)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [pytest.param({"temperature": 0.5, "logits": (math.log(3), 0.0)}, [0.9, 0.1], id="a_tuple_by_name")],
)
def test_a_tuple_will_do_and_names_too(arguments, expected):
    """Logits may be a tuple, and arguments may be given by name."""
    assert softmax(**arguments) == close(expected)


@pytest.mark.parametrize("logits", [pytest.param([2.0, -1.0, 0.5], id="three_tokens")])
def test_the_logits_are_left_alone(logits):
    """After the call the logits are what they were."""
    before = list(logits)
    softmax(logits, 0.5)
    assert logits == before
