"""Judges replicas, with_delay, added_usd_per_day and sensitivity, on sums done by hand and on the day in day.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import added_usd_per_day, replicas, sensitivity, with_delay

SMALL_DAY = {"requests_per_hour": [36_000] * 23 + [360_000], "latencies_ms": [400, 600, 800, 2200]}
SMALL = {
    "burst": 2,
    "slots": 8,
    "busy": 0.5,
    "replica_usd_per_hour": 3,
    "timeout_ms": 2000,
    "timeout_usd": 0.005,
    "answered_usd": 0.01,
    "loss_per_100_ms": 0.02,
}
OURS = {
    "burst": 1.5,
    "slots": 8,
    "busy": 0.8,
    "replica_usd_per_hour": 2.8,
    "timeout_ms": 1800,
    "timeout_usd": 0.01,
    "answered_usd": 0.004,
    "loss_per_100_ms": 0.006,
}


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def parts(replicas_usd, timeouts_usd, earnings_usd):
    """Return the three parts of a price by name."""
    return {"replicas": replicas_usd, "timeouts": timeouts_usd, "earnings": earnings_usd}


def the_day():
    """Return a fresh copy of the day in day.json."""
    return json.loads(Path("day.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arrivals_per_s", "held_ms", "slots", "busy", "expected"),
    [
        pytest.param(200, 950, 8, 0.5, 48, id="200_a_second_for_950_ms"),
        pytest.param(200, 987.5, 8, 0.5, 50, id="200_a_second_for_987_5_ms"),
        pytest.param(128, 500, 16, 0.5, 8, id="comes_out_even"),
        pytest.param(128, 500, 16, 1, 4, id="all_slots_in_use"),
        pytest.param(0.25, 0.5, 8, 0.8, 1, id="hardly_anything"),
        pytest.param(0, 700, 8, 0.8, 0, id="nobody"),
        pytest.param(3, 1000, 0.75, 1, 4, id="less_than_a_slot"),
    ],
)
def test_replicas_of_a_service(arrivals_per_s, held_ms, slots, busy, expected):
    """The replicas are requests in flight over usable slots, rounded up."""
    assert replicas(arrivals_per_s, held_ms, slots, busy) == expected


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((-1, 500, 8, 0.8), id="arrivals_negative"),
        pytest.param((100, 0, 8, 0.8), id="no_time"),
        pytest.param((100, 500, 0, 0.8), id="no_slots"),
        pytest.param((100, 500, 8, 0), id="never_busy"),
        pytest.param((100, 500, 8, 1.25), id="busier_than_full"),
    ],
)
def test_replicas_refuses_what_cannot_be(arguments):
    """Less than no arrivals, no time, no slots, or a share outside (0, 1] raise ValueError."""
    with pytest.raises(ValueError):
        replicas(*arguments)


@pytest.mark.parametrize(
    ("added_ms", "timeout_ms", "expected"),
    [
        pytest.param(0, 2000, (950, 0.25), id="nothing_added"),
        pytest.param(50, 2000, (987.5, 0.25), id="50_ms"),
        pytest.param(1290, 2000, (1895, 0.5), id="1290_ms"),
        pytest.param(200, 1000, (850, 0.25), id="just_in_time"),
        pytest.param(50, 0.5, (0.5, 1), id="all_give_up"),
    ],
)
def test_with_delay_of_four_latencies(added_ms, timeout_ms, expected):
    """Of 400, 600, 800 and 2200 ms, the mean of the time held and the share timed out are right."""
    assert with_delay([400, 600, 800, 2200], added_ms, timeout_ms) == close(expected)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(([], 50, 2000), id="no_latencies"),
        pytest.param(([400], -0.5, 2000), id="time_taken_away"),
        pytest.param(([400], 50, 0), id="timeout_at_once"),
    ],
)
def test_with_delay_refuses_what_cannot_be(arguments):
    """No latencies, a negative delay, or a timeout of 0 raise ValueError."""
    with pytest.raises(ValueError):
        with_delay(*arguments)


@pytest.mark.parametrize(
    ("added_ms", "day", "assumptions", "expected"),
    [
        pytest.param(50, SMALL_DAY, SMALL, parts(144, 0, 89.1), id="50_ms"),
        pytest.param(1290, SMALL_DAY, SMALL, parts(3384, 1485, 1532.52), id="1290_ms"),
        pytest.param(0, SMALL_DAY, SMALL, parts(0, 0, 0), id="nothing_added"),
        pytest.param(
            50, SMALL_DAY, SMALL | {"replica_usd_per_hour": 0, "answered_usd": 0}, parts(0, 0, 0), id="for_free"
        ),
        pytest.param(50, SMALL_DAY, SMALL | {"slots": 80}, parts(0, 0, 89.1), id="room_to_spare"),
    ],
)
def test_added_usd_of_a_small_day(added_ms, day, assumptions, expected):
    """On a day that can be worked out by hand, each of the three parts is right."""
    assert added_usd_per_day(added_ms, day, assumptions) == close(expected)


@pytest.mark.parametrize(
    ("added_ms", "expected"),
    [
        pytest.param(50, parts(268.8, 301.30636, 177.891274944), id="50_ms"),
        pytest.param(200, parts(1075.2, 2561.10406, 700.718070816), id="200_ms"),
    ],
)
def test_added_usd_of_the_day(added_ms, expected):
    """On the day in day.json each part is right."""
    assert added_usd_per_day(added_ms, the_day(), OURS) == close(expected)


def test_another_day_each_time(seed):
    """On a day drawn anew, twice the prices are twice the dollars, and nothing added costs nothing."""
    rng = random.Random(seed)
    day = {
        "requests_per_hour": [rng.randint(10_000, 900_000) for _ in range(24)],
        "latencies_ms": [rng.uniform(100, 3000) for _ in range(60)],
    }
    once = OURS | {"busy": rng.uniform(0.3, 0.9)}
    twice = {name: value * (2 if "usd" in name else 1) for name, value in once.items()}
    assert added_usd_per_day(0, day, once) == close(parts(0, 0, 0))
    expected = {part: 2 * usd for part, usd in added_usd_per_day(77.7, day, once).items()}
    assert added_usd_per_day(77.7, day, twice) == close(expected)


@pytest.mark.parametrize(
    "assumptions",
    [
        pytest.param({name: value for name, value in OURS.items() if name != "burst"}, id="one_missing"),
        pytest.param(OURS | {"replica_usd": 2.8}, id="one_too_many"),
        pytest.param(OURS | {"timeout_usd": -0.25}, id="one_negative"),
        pytest.param(OURS | {"busy": 1.25}, id="busier_than_full"),
    ],
)
def test_added_usd_refuses_assumptions(assumptions):
    """An assumption that's missing, unknown, negative or out of its range raises ValueError."""
    with pytest.raises(ValueError):
        added_usd_per_day(50, SMALL_DAY, assumptions)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(0.1, (0, -134.4, -134.4, 53.76, -598.273908416, 60.261272, 35.5782549888, 35.5782549888), id="10"),
        pytest.param(
            0.2, (67.2, -134.4, -134.4, 107.52, -594.839015912, 120.522544, 71.1565099776, 71.1565099776), id="20"
        ),
    ],
)
def test_sensitivity_of_the_day(change, expected):
    """What 50 ms cost on the day swings with each assumption as it should, steps of whole replicas included."""
    assert sensitivity(50, the_day(), OURS, change) == close(dict(zip(OURS, expected)))


@pytest.mark.parametrize("expected", [pytest.param({"answered_usd": 17.82, "burst": 0}, id="a_tenth")])
def test_sensitivity_changes_a_tenth_unless_told_otherwise(expected):
    """Without `change`, each assumption is raised and lowered by 10%."""
    got = sensitivity(50, SMALL_DAY, SMALL)
    assert {name: got[name] for name in expected} == close(expected)


@pytest.mark.parametrize("change", [0, 1, -0.1])
def test_sensitivity_refuses_a_change(change):
    """A change of 0, of 1 or more, or below 0 raises ValueError."""
    with pytest.raises(ValueError):
        sensitivity(50, SMALL_DAY, SMALL, change)


def test_arguments_are_left_alone():
    """After the calls, day and assumptions are what they were."""
    day, assumptions = copy.deepcopy(SMALL_DAY), dict(SMALL)
    added_usd_per_day(50, day, assumptions)
    sensitivity(50, day, assumptions)
    assert [day, assumptions] == [SMALL_DAY, SMALL]
