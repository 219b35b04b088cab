"""Judges percentile(values, q) and merged_percentile(shards, q), on short lists and on the night in overnight.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import merged_percentile, percentile


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def night_ms():
    """Return fresh lists of the night's latencies, one per shard."""
    shards = json.loads(Path("overnight.json").read_text(encoding="utf-8"))["shards"]
    return [[ms for _, ms in rows] for rows in shards.values()]


def seeded_ms(seed, count):
    """Return latencies with one decimal, all different, in no order; the same ones for the same seed."""
    return [number / 10 for number in random.Random(seed).sample(range(1_000, 90_000), count)]


@pytest.mark.parametrize(
    ("values", "q", "expected"),
    [
        pytest.param([15.0, 20.0, 35.0, 40.0, 50.0], 25, 20.0, id="p25_of_5"),
        pytest.param([15.0, 20.0, 35.0, 40.0, 50.0], 50, 35.0, id="p50_of_5"),
        pytest.param([15.0, 20.0, 35.0, 40.0, 50.0], 80, 40.0, id="p80_of_5"),
        pytest.param([15.0, 20.0, 35.0, 40.0, 50.0], 100, 50.0, id="p100_of_5"),
        pytest.param([10.0, 20.0, 30.0, 40.0], 50, 20.0, id="p50_of_an_even_number"),
        pytest.param([10.0, 20.0, 30.0, 40.0], 1, 10.0, id="p1_of_4"),
        pytest.param([70.0, 10.0, 50.0, 90.0, 30.0], 90, 90.0, id="not_sorted"),
        pytest.param([5.0, 5.0, 5.0, 5.0, 80.0], 75, 5.0, id="most_values_equal"),
        pytest.param([250.5], 99, 250.5, id="one_value"),
        pytest.param([0.0, -1.5, 3.0], 20, -1.5, id="zero_and_below"),
    ],
)
def test_percentile_of_a_few_values(values, q, expected):
    """The percentile of a few values is the one found by counting."""
    assert percentile(values, q) == close(expected)


@pytest.mark.parametrize(
    ("n", "q", "expected"),
    [
        pytest.param(20, 95, 19, id="20_values_p95"),
        pytest.param(100, 99, 99, id="100_values_p99"),
        pytest.param(100, 99.5, 100, id="100_values_p99_5"),
        pytest.param(1_000, 99.5, 995, id="1000_values_p99_5"),
    ],
)
def test_percentile_of_1_to_n(n, q, expected):
    """Of the values 1, 2, ... n, the percentile is its own rank."""
    assert percentile(range(1, n + 1), q) == close(expected)


@pytest.mark.parametrize("q", [10, 50, 95])
def test_percentile_has_its_share_at_or_below(q):
    """At least q percent of the values lie at or below the percentile, and less than q percent below it."""
    values = seeded_ms(q, 37)
    got = percentile(values, q)
    share = [100 * sum(value <= got for value in values) >= q * 37, 100 * sum(value < got for value in values) < q * 37]
    assert share == [True, True]


def test_a_fresh_night_each_time(seed):
    """On latencies drawn anew for each attempt, just enough of them lie at or below the percentile."""
    values = seeded_ms(seed, random.Random(seed).randint(20, 60))
    for q in (5, 50, 75, 95, 99):
        at_most = sum(value <= percentile(values, q) for value in values)
        assert 100 * at_most >= q * len(values) > 100 * (at_most - 1)


@pytest.mark.parametrize("seed", [1, 2])
def test_percentile_never_falls_as_q_grows(seed):
    """A higher q gives the same value or a higher one."""
    values = seeded_ms(seed, 60)
    got = [percentile(values, q) for q in (1, 5, 10, 20, 25, 50, 75, 80, 90, 95, 99, 99.5, 100)]
    assert got == sorted(got)


@pytest.mark.parametrize(
    ("values", "q"),
    [
        pytest.param([], 50, id="no_values"),
        pytest.param([10.0, 20.0], 0, id="q_0"),
        pytest.param([10.0, 20.0], -5, id="q_negative"),
        pytest.param([10.0, 20.0], 100.5, id="q_just_above_100"),
        pytest.param([10.0, 20.0], 950, id="q_far_above_100"),
    ],
)
def test_percentile_refuses_what_has_none(values, q):
    """No values, or q outside (0, 100], raise ValueError."""
    with pytest.raises(ValueError):
        percentile(values, q)


@pytest.mark.parametrize(
    ("shards", "q", "expected"),
    [
        pytest.param([[10.0, 20.0, 30.0], [40.0]], 50, 20.0, id="uneven_shards"),
        pytest.param([[10.0] * 6, [10.0, 10.0, 900.0]], 80, 10.0, id="a_small_slow_shard"),
        pytest.param([[30.0, 10.0], [40.0, 20.0]], 75, 30.0, id="shards_that_overlap"),
        pytest.param([[], [10.0, 20.0], []], 100, 20.0, id="empty_shards"),
        pytest.param([[30.0, 10.0, 20.0]], 50, 20.0, id="one_shard"),
        pytest.param([[5.0, 5.0], [5.0, 80.0]], 75, 5.0, id="a_value_on_both_shards"),
    ],
)
def test_merged_percentile_of_small_shards(shards, q, expected):
    """The percentile of all shards together is the one found by counting."""
    assert merged_percentile(shards, q) == close(expected)


@pytest.mark.parametrize(
    ("q", "expected"),
    [pytest.param(50, 270, id="p50"), pytest.param(95, 641, id="p95"), pytest.param(99, 1784, id="p99")],
)
def test_merged_percentile_of_the_night(q, expected):
    """The percentile of the whole night in overnight.json, in ms, is right."""
    assert merged_percentile(night_ms(), q) == close(expected)


@pytest.mark.parametrize("seed", [1, 2])
def test_merged_percentile_does_not_depend_on_the_split(seed):
    """However the values are spread over shards, the percentile is that of all of them."""
    values = seeded_ms(seed, 40)
    assert merged_percentile([values[:3], [], values[3:19], values[19:]], 90) == close(percentile(values, 90))


@pytest.mark.parametrize(
    ("shards", "q"),
    [
        pytest.param([], 95, id="no_shards"),
        pytest.param([[], []], 95, id="only_empty_shards"),
        pytest.param([[10.0], [20.0]], 0, id="q_0"),
        pytest.param([[10.0], [20.0]], 101, id="q_101"),
    ],
)
def test_merged_percentile_refuses_what_has_none(shards, q):
    """No values on any shard, or q outside (0, 100], raise ValueError."""
    with pytest.raises(ValueError):
        merged_percentile(shards, q)


@pytest.mark.parametrize(("values", "q", "expected"), [pytest.param([30.0, 10.0, 20.0], 50, 20.0, id="generator")])
def test_percentile_takes_a_stream(values, q, expected):
    """A generator that can be read only once is as good as a list."""
    assert percentile((value for value in values), q) == close(expected)


@pytest.mark.parametrize(
    ("shards", "q", "expected"),
    [pytest.param([[30.0, 10.0], [], [20.0, 40.0]], 75, 30.0, id="generators_in_a_generator")],
)
def test_merged_percentile_takes_streams(shards, q, expected):
    """The shards may be a generator, and each shard too."""
    assert merged_percentile(((value for value in shard) for shard in shards), q) == close(expected)


@pytest.mark.parametrize("values", [pytest.param([30.0, 10.0, 20.0], id="list")])
def test_percentile_leaves_the_values_alone(values):
    """After the call the values are what they were, in their order."""
    before = list(values)
    percentile(values, 50)
    assert values == before


@pytest.mark.parametrize("shards", [pytest.param([[30.0, 10.0], [20.0, 5.0]], id="lists")])
def test_merged_percentile_leaves_the_shards_alone(shards):
    """After the call the shards are what they were, in their order."""
    before = copy.deepcopy(shards)
    merged_percentile(shards, 50)
    assert shards == before
