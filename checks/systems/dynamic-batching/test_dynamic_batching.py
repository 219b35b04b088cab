"""Judges completions_ms, measure and fewest_replicas, on short logs worked out by hand and on arrivals.json.

All times are multiples of 1/1024 ms or coarser, which floats add exactly: no verdict hangs on rounding.
"""

import copy
import json
import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from answer import completions_ms, fewest_replicas, measure

FIGURES = ("throughput_per_s", "in_system", "latency_ms", "p95_ms")


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def log_ms(count=None):
    """Return a fresh list of the log's arrivals, or of its first few."""
    return json.loads(Path("arrivals.json").read_text(encoding="utf-8"))["arrivals_ms"][:count]


def drawn_ms(generator, count):
    """Return arrivals in order: bursts and pauses, in steps of 1/1024 ms."""
    now, times = 0, []
    for _ in range(count):
        now += generator.randrange(generator.choice([2_000, 20_000, 90_000]))
        times.append(now / 1024)
    return times


@pytest.mark.parametrize(
    ("arrivals_ms", "window_ms", "max_batch", "expected"),
    [
        pytest.param([100.0], 0, 4, [168.0], id="one_request_no_window"),
        pytest.param([100.0], 20, 4, [188.0], id="one_request_waits_for_company"),
        pytest.param([0.0, 10.0], 20, 4, [96.0, 96.0], id="second_comes_within_the_window"),
        pytest.param([0.0, 50.0], 20, 4, [88.0, 156.0], id="second_comes_after_the_window"),
        pytest.param([0.0, 10.0], 500, 2, [86.0, 86.0], id="full_before_the_window_ends"),
        pytest.param([0.0, 30.0, 40.0, 50.0], 0, 2, [68.0, 144.0, 144.0, 212.0], id="more_wait_than_fit"),
        pytest.param([0.0, 20.0, 50.0], 10, 4, [78.0, 154.0, 154.0], id="joins_while_the_server_is_busy"),
        pytest.param([0.0, 40.0, 90.0], 50, 4, [126.0, 126.0, 208.0], id="window_runs_while_the_server_is_busy"),
        pytest.param([7.0] * 5, 100, 2, [83.0, 83.0, 159.0, 159.0, 227.0], id="five_at_the_same_moment"),
        pytest.param([], 20, 4, [], id="no_requests"),
    ],
)
def test_completions_of_a_short_log(arrivals_ms, window_ms, max_batch, expected):
    """Each request is done when the batch is that it got into, as worked out by hand."""
    assert completions_ms(arrivals_ms, window_ms, max_batch) == close(expected)


@pytest.mark.parametrize(
    ("fixed_ms", "each_ms", "expected"),
    [
        pytest.param(100.0, 0.5, [103.0, 103.0, 203.5], id="dear_to_start"),
        pytest.param(1.0, 0.0, [3.0, 3.0, 41.0], id="company_costs_nothing"),
    ],
)
def test_completions_on_another_server(fixed_ms, each_ms, expected):
    """A batch of n takes fixed_ms + n * each_ms, whatever the two are."""
    got = completions_ms([0.0, 2.0, 30.0], 10, 2, fixed_ms=fixed_ms, each_ms=each_ms)
    assert got == close(expected)


def broken_rules(arrivals, done, window, largest, fixed, each):
    """Return which rules of the server a run breaks; requests that end together are one batch."""
    sizes = Counter(done)
    ends = sorted(sizes)
    starts = [end - fixed - each * sizes[end] for end in ends]
    firsts = [sum(sizes[earlier] for earlier in ends if earlier < end) for end in ends]
    broken = set()
    for number, (start, end, first) in enumerate(zip(starts, ends, firsts)):
        members = arrivals[first : first + sizes[end]]
        waiting = [moment for moment in arrivals[first:] if moment <= start]
        full_at = arrivals[first + largest - 1] if first + largest <= len(arrivals) else float("inf")
        busy_until = ends[number - 1] if number else float("-inf")
        checks = {
            "more than the largest batch": len(members) > largest,
            "someone left behind": len(members) != min(largest, len(waiting)),
            "two batches at once": start < busy_until,
            "started at the wrong moment": start != max(busy_until, min(members[0] + window, full_at)),
        }
        broken |= {rule for rule, is_broken in checks.items() if is_broken}
    return broken | ({"out of order"} if any(a > b for a, b in pairwise(done)) else set())


def test_a_fresh_log_each_time(seed):
    """On logs drawn anew for each attempt, every batch keeps every rule of the server."""
    generator = random.Random(seed)
    for _ in range(4):
        arrivals = drawn_ms(generator, 40)
        window, largest = generator.choice([0, 16, 64]), generator.randint(2, 6)
        done = completions_ms(arrivals, window, largest, 32.0, 4.0)
        assert len(done) == len(arrivals)
        assert broken_rules(arrivals, list(done), window, largest, 32.0, 4.0) == set()


@pytest.mark.parametrize(
    ("arrivals_ms", "completions", "expected"),
    [
        pytest.param([0.0], [50.0], (20.0, 1.0, 50.0, 50.0), id="one_request"),
        pytest.param([0.0, 10.0], [100.0, 100.0], (20.0, 1.9, 95.0, 100.0), id="two_in_a_batch"),
        pytest.param([0.0, 10.0, 20.0], [300.0, 60.0, 400.0], (7.5, 1.825, 730 / 3, 380.0), id="not_done_in_order"),
        pytest.param([0.0, 10.0], [400.0, 60.0], (5.0, 1.125, 225.0, 400.0), id="the_first_is_done_last"),
        pytest.param([0.0] * 20, [float(n) for n in range(1, 21)], (1e3, 10.5, 10.5, 19.0), id="p95_of_20"),
        pytest.param([0.0] * 21, [float(n) for n in range(1, 22)], (1e3, 11.0, 11.0, 20.0), id="p95_of_21"),
    ],
)
def test_measures_of_a_short_run(arrivals_ms, completions, expected):
    """Throughput, requests in the system, mean latency and P95 are the ones worked out by hand."""
    got = measure(arrivals_ms, completions)
    assert [got[name] for name in FIGURES] == close([*expected])


@pytest.mark.parametrize(
    ("window_ms", "max_batch", "expected"),
    [
        pytest.param(
            0, 4, (42.56090675037945, 91.21262322511798, 2143.1080817916263, 3612.375), id="small_batches_fall_behind"
        ),
        pytest.param(200, 32, (50.853542293361066, 18.761131949344524, 368.9247809152873, 603.25), id="a_long_window"),
    ],
)
def test_measures_of_the_log(window_ms, max_batch, expected):
    """The figures of one server over the whole log are right."""
    log = log_ms()
    got = measure(log, completions_ms(log, window_ms, max_batch))
    assert [got[name] for name in FIGURES] == close([*expected])


def test_littles_law_holds_each_time(seed):
    """Requests in the system, counted moment by moment, are throughput times mean latency: L = lambda W."""
    generator = random.Random(seed)
    arrivals = drawn_ms(generator, 30)
    done = [moment + generator.randint(1, 900_000) / 1024 for moment in arrivals]
    events = sorted([(moment, 1) for moment in arrivals] + [(moment, -1) for moment in done])
    inside = area = 0
    for (moment, change), (following, _) in pairwise(events):
        inside += change
        area += inside * (following - moment)
    got = measure(arrivals, done)
    expected = area / (max(done) - arrivals[0])
    assert [got["in_system"], got["throughput_per_s"] / 1_000 * got["latency_ms"]] == close([expected, expected])


GRID = [(0, 1), (0, 4), (20, 4), (200, 4), (0, 32), (200, 32)]


@pytest.mark.parametrize(
    ("settings", "slo_ms", "max_replicas", "expected"),
    [
        pytest.param(GRID, 580, 1, (1, 0, 32), id="one_is_enough"),
        pytest.param([(200, 32), (0, 32), (20, 32)], 250, 3, (2, 20, 32), id="the_fastest_of_those_that_fit"),
        pytest.param([(200, 4), (0, 4)], 300, 4, (3, 0, 4), id="small_batches_take_one_more"),
        pytest.param([(0, 32), (0, 4)], 152, 5, (4, 0, 32), id="equal_p95_the_first_wins"),
        pytest.param([(0, 4), (0, 32)], 152, 5, (4, 0, 4), id="equal_p95_in_the_other_order"),
        pytest.param([(200, 4), (0, 1)], 300, 3, (3, 200, 4), id="the_window_still_fits"),
        pytest.param([(0, 4)], 300, 2, None, id="too_few_replicas"),
        pytest.param([(0, 32)], 60, 3, None, id="less_than_a_request_takes"),
    ],
)
def test_fewest_replicas_for_the_log(settings, slo_ms, max_replicas, expected):
    """Replicas and setting for the log are the cheapest that keep P95, over all requests, within slo_ms."""
    assert fewest_replicas(log_ms(400) if slo_ms == 60 else log_ms(), settings, slo_ms, max_replicas) == expected


@pytest.mark.parametrize(
    ("arrivals_ms", "slo_ms", "expected"),
    [
        pytest.param([0.0, 1.0, 2.0, 3.0], 134.0, (2, 0, 2), id="slo_reached_exactly"),
        pytest.param([0.0, 1.0, 2.0, 3.0], 70.0, (4, 0, 2), id="a_replica_for_each"),
        pytest.param([0.0, 1.0], 60.0, None, id="more_replicas_than_requests"),
    ],
)
def test_fewest_replicas_for_a_short_log(arrivals_ms, slo_ms, expected):
    """Requests are dealt to the replicas in turn."""
    assert fewest_replicas(arrivals_ms, [(0, 2)], slo_ms, 6) == expected


def test_fewest_replicas_on_another_server():
    """The server's times reach the simulation."""
    assert fewest_replicas([0.0, 1.0, 2.0, 3.0], [(0, 1)], 25.0, 4, fixed_ms=10.0, each_ms=2.0) == (2, 0, 1)


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        pytest.param(completions_ms, ([0.0, 5.0], -1, 4), id="negative_window"),
        pytest.param(completions_ms, ([0.0, 5.0], 10, 0), id="batches_of_none"),
        pytest.param(completions_ms, ([0.0, 5.0], 10, 4, 0.0, 8.0), id="no_fixed_time"),
        pytest.param(completions_ms, ([0.0, 5.0], 10, 4, 60.0, -8.0), id="negative_time_each"),
        pytest.param(completions_ms, ([0.0, 9.0, 5.0], 10, 4), id="not_in_order_of_time"),
        pytest.param(measure, ([], []), id="nothing_to_measure"),
        pytest.param(measure, ([0.0, 5.0], [60.0]), id="a_completion_missing"),
        pytest.param(measure, ([0.0, 50.0], [60.0, 50.0]), id="done_on_arrival"),
        pytest.param(fewest_replicas, ([0.0, 5.0], [], 100, 4), id="no_settings"),
        pytest.param(fewest_replicas, ([0.0, 5.0], [(0, 4)], 100, 0), id="no_replicas"),
        pytest.param(fewest_replicas, ([], [(0, 4)], 100, 4), id="no_requests_to_plan_for"),
    ],
)
def test_bad_input_is_refused(call, arguments):
    """What no server, no run or no plan can be raises ValueError."""
    with pytest.raises(ValueError):
        call(*arguments)


def test_arguments_are_left_alone():
    """After the calls every list is what it was."""
    arrivals, settings, done = [0.0, 3.0, 9.0], [(0, 2), (5, 1)], [400.0, 60.0, 70.0]
    before = copy.deepcopy([arrivals, settings, done])
    completions_ms(arrivals, 5, 2)
    measure(arrivals, done)
    fewest_replicas(arrivals, settings, 500.0, 2)
    assert [arrivals, settings, done] == before
