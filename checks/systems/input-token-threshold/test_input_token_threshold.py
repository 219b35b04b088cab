"""Judges latency_ms, effect and best_threshold, on cases worked out by hand and on requests.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import best_threshold, effect, latency_ms

SHORT, LONG = (1_000, 1), (10_000, 1)  # 128.5 ms and 3,013 ms by the default times


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def hour():
    """Return a fresh list of the hour's requests."""
    return [tuple(row) for row in json.loads(Path("requests.json").read_text(encoding="utf-8"))["requests"]]


def drawn(seed, count=150):
    """Return requests with inputs of very different length, the same ones for the same seed."""
    generator = random.Random(seed)
    return [(round(10 ** generator.uniform(2, 4.4)), generator.randint(1, 400)) for _ in range(count)]


@pytest.mark.parametrize(
    ("input_tokens", "output_tokens", "expected"),
    [
        pytest.param(1_000, 1, 128.5, id="one_step"),
        pytest.param(1_000, 2, 137.0005, id="two_steps"),
        pytest.param(10_000, 1, 3_013.0, id="long_input"),
        pytest.param(1_000, 101, 981.025, id="long_output"),
        pytest.param(1, 1, 8.10052, id="shortest_of_all"),
    ],
)
def test_latency_by_the_default_times(input_tokens, output_tokens, expected):
    """Prefill and decoding take as long as worked out by hand."""
    assert latency_ms(input_tokens, output_tokens) == close(expected)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        pytest.param({"prefill_ms": 1.0, "attention_ms": 0.0, "step_ms": 0.0, "cache_ms": 0.0}, 10.0, id="prefill"),
        pytest.param({"prefill_ms": 0.0, "attention_ms": 1.0, "step_ms": 0.0, "cache_ms": 0.0}, 100.0, id="attention"),
        pytest.param({"prefill_ms": 0.0, "attention_ms": 0.0, "step_ms": 1.0, "cache_ms": 0.0}, 4.0, id="steps"),
        pytest.param({"prefill_ms": 0.0, "attention_ms": 0.0, "step_ms": 0.0, "cache_ms": 1.0}, 46.0, id="cache"),
    ],
)
def test_each_part_of_the_latency(times, expected):
    """With 10 tokens in and 4 out each part alone counts what it should: 10, 10 squared, 4, and 10 + 11 + 12 + 13."""
    assert latency_ms(10, 4, **times) == close(expected)


@pytest.mark.parametrize(
    ("requests", "threshold_tokens", "expected"),
    [
        pytest.param([LONG], 1_000, (1 - 128.5 / 3_013, 1.0), id="one_request_cut"),
        pytest.param([LONG], 10_000, (0.0, 0.0), id="exactly_as_long_as_the_threshold"),
        pytest.param([SHORT] * 98 + [LONG] * 2, 1_000, (1 - 128.5 / 3_013, 0.02), id="two_of_a_hundred"),
        pytest.param([SHORT] * 99 + [LONG], 1_000, (0.0, 0.01), id="one_of_a_hundred_is_above_p99"),
        pytest.param([LONG] * 2 + [(500, 400)] * 98, 1_000, (0.0, 0.02), id="long_answers_are_slower"),
        pytest.param([(1_000, 2), LONG, (500, 1)], 1_000, (1 - 137.0005 / 3_013, 1 / 3), id="the_rest_becomes_slowest"),
        pytest.param([SHORT, LONG], 1, (1 - 8.10052 / 3_013, 1.0), id="down_to_one_token"),
    ],
)
def test_effect_on_a_few_requests(requests, threshold_tokens, expected):
    """Reduction of P99 over all requests, and share of requests cut, are the ones worked out by hand."""
    assert tuple(effect(requests, threshold_tokens)) == close(expected)


@pytest.mark.parametrize(
    ("threshold_tokens", "expected"),
    [
        pytest.param(4_000, (0.5535912825907927, 0.07416666666666667), id="4000_tokens"),
        pytest.param(16_000, (0.23039624157857552, 0.015), id="16000_tokens"),
    ],
)
def test_effect_on_the_hour(threshold_tokens, expected):
    """The effect on the hour in requests.json is right."""
    assert tuple(effect(hour(), threshold_tokens)) == close(expected)


def test_a_lower_threshold_cuts_more_each_time(seed):
    """On requests drawn anew, a lower threshold never cuts fewer requests and never raises P99."""
    effects = [effect(drawn(seed), threshold) for threshold in (100, 500, 2_000, 8_000, 30_000)]
    assert [reduction for reduction, _ in effects] == close(sorted((r for r, _ in effects), reverse=True))
    assert [share for _, share in effects] == close(sorted((s for _, s in effects), reverse=True))
    assert tuple(effects[-1]) == close((0.0, 0.0))


STEPS = (8_000, 2_000, 16_000, 14_000, 18_000)


@pytest.mark.parametrize(
    ("candidates", "target", "expected"),
    [
        pytest.param(STEPS, 0.18, 16_000, id="18_percent"),
        pytest.param((14_000, 24_000, 15_000, 2_000, 14_500), 0.18, 15_000, id="in_no_order_and_equal_shares"),
        pytest.param(STEPS, 0.5, 8_000, id="half"),
        pytest.param((2_000, 4_000), 0.1, 4_000, id="every_one_reaches_it"),
        pytest.param((18_000, 16_000), 0.2, 16_000, id="only_the_lowest_reaches_it"),
    ],
)
def test_best_threshold_for_the_hour(candidates, target, expected):
    """The threshold is the one that reaches the target and cuts the fewest requests, with both of its figures."""
    threshold, reduction, share = best_threshold(hour(), candidates, target)
    assert threshold == expected
    assert (reduction, share) == close(tuple(effect(hour(), expected)))


@pytest.mark.parametrize(
    ("requests", "candidates", "target", "expected"),
    [
        pytest.param([LONG], [9_990, 9_999], 0.18, None, id="out_of_reach"),
        pytest.param([SHORT] * 99 + [LONG], [1, 1_000], 0.95, None, id="out_of_reach_at_one_token"),
        pytest.param([LONG], [1_000], 0.95, (1_000, 1 - 128.5 / 3_013, 1.0), id="one_candidate"),
    ],
)
def test_best_threshold_for_a_few_requests(requests, candidates, target, expected):
    """A target that no candidate reaches gives None."""
    got = best_threshold(requests, candidates, target)
    assert (got if got is None else tuple(got)) == (expected if expected is None else close(expected))


def test_target_is_18_percent_by_default():
    """Without a target it's the reported 18%; the candidates may be a stream that's read once."""
    got = best_threshold(hour(), (candidate for candidate in (12_000, 18_000, 16_000)))
    assert got[0] == 16_000


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        pytest.param(latency_ms, (0, 5), id="no_input"),
        pytest.param(latency_ms, (5, 0), id="no_output"),
        pytest.param(latency_ms, (5, 5, 0.1, 0.1, -1.0, 0.1), id="a_negative_time"),
        pytest.param(effect, ([], 100), id="no_requests"),
        pytest.param(effect, ([SHORT], 0), id="threshold_of_0"),
        pytest.param(best_threshold, ([SHORT], [], 0.5), id="no_candidates"),
        pytest.param(best_threshold, ([SHORT], [100], 0.0), id="target_of_0"),
        pytest.param(best_threshold, ([SHORT], [100], 1.0), id="target_of_1"),
        pytest.param(best_threshold, ([SHORT], [100], 18), id="target_in_percent"),
    ],
)
def test_bad_input_is_refused(call, arguments):
    """What no request, no traffic and no target can be raises ValueError."""
    with pytest.raises(ValueError):
        call(*arguments)


def test_arguments_are_left_alone():
    """After the calls requests and candidates are what they were, in their order."""
    requests, candidates = [SHORT, LONG, (500, 3)], [2_000, 9_000, 4_000]
    before = copy.deepcopy([requests, candidates])
    effect(requests, 2_000)
    best_threshold(requests, candidates, 0.2)
    assert [requests, candidates] == before
