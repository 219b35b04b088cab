"""The model against what must hold whatever is set, and against the theory where theory applies."""

import math

import pytest
from model import MINUTES_PER_MOVE, Gateway, Scenario, longest_silence, play

START = {
    "rate_limit": 4,
    "queue_length": 50,
    "queue_wait": 60,
    "replicas": 4,
    "fallback": "off",
    "retries": "at_once",
    "update": "none",
}
REFERENCE = {
    **START,
    "rate_limit": 10,
    "queue_length": 5,
    "queue_wait": 2,
    "replicas": 6,
    "fallback": "overflow",
    "retries": "backoff",
    "update": "post",
}
ALONE = [
    START,
    {**START, "rate_limit": 20, "replicas": 10},
    {**START, "rate_limit": 20, "queue_length": 1_000_000},
    {**START, "rate_limit": 20, "queue_length": 0, "retries": "none"},
    {**START, "rate_limit": 10, "queue_wait": 3, "retries": "fixed"},
    {**START, "fallback": "always"},
    REFERENCE,
]
SEEDS = [1, 2]


def theory(load: float, servers: int) -> Scenario:
    """Return the scenario of the textbook: constant load, clients that wait for ever and don't come back."""
    return Scenario(traffic=((math.inf, load),), replicas=servers, patience_s=math.inf, attempts=1, replica_minute=0.0)


def ran(levers: dict, scenario: Scenario, minutes: int, seed: int = 1) -> Gateway:
    gateway = Gateway(seed, scenario)
    gateway.advance(levers, minutes)
    return gateway


def erlang_b(load: float, servers: int) -> float:
    """Return the share of arrivals that find every server busy and no queue (Erlang 1917), by its recurrence."""
    blocked = 1.0
    for number in range(1, servers + 1):
        blocked = load * blocked / (number + load * blocked)
    return blocked


def erlang_c(load: float, servers: int) -> float:
    """Return the share of arrivals that have to wait in an endless queue (Erlang 1917)."""
    blocked = erlang_b(load, servers)
    return blocked / (1 - load / servers * (1 - blocked))


@pytest.mark.parametrize("levers", ALONE)
def test_conservation_of_attempts(levers: dict) -> None:
    """Attempts = served + refused + waiting + in service, at the end of every minute."""
    gateway = Gateway(7, Scenario())
    for _ in range(12):
        gateway.advance(levers, 1)
        inside = len(gateway.queue) + gateway.in_service + gateway.in_small
        assert gateway.total.attempts == gateway.total.served + gateway.total.refused + inside


@pytest.mark.parametrize("levers", ALONE)
def test_conservation_of_requests(levers: dict) -> None:
    """A request ends once: what ended and what is open make up all that arrived."""
    gateway = Gateway(7, Scenario(traffic=((10, 7), (math.inf, 1e-9))))
    gateway.advance(levers, 30)
    total = gateway.total
    assert total.requests == total.answered + total.failed
    assert sum(minute.ended for minute in gateway.minutes) == total.requests
    assert total.served == total.answered + total.wasted


@pytest.mark.parametrize(("load", "servers"), [(2.4, 4), (4.2, 6)])
def test_mean_wait_is_that_of_m_m_c(load: float, servers: int) -> None:
    """With an endless queue and patient clients the mean wait is C / (c * mu - load), mu being 1 a second."""
    levers = {**START, "rate_limit": 1000, "queue_length": 10**9, "queue_wait": 10**9, "replicas": servers}
    total = ran(levers, theory(load, servers), 240).total
    expected = erlang_c(load, servers) / (servers - load)
    assert total.queued_s / total.attempts == pytest.approx(expected, rel=0.15)


@pytest.mark.parametrize(("load", "servers"), [(3.0, 4), (7.0, 6)])
def test_share_refused_without_queue_is_erlang_b(load: float, servers: int) -> None:
    """Without a queue and without retries the share refused is Erlang's loss formula."""
    levers = {**START, "rate_limit": 1000, "queue_length": 0, "replicas": servers}
    total = ran(levers, theory(load, servers), 40).total
    assert total.refused / total.attempts == pytest.approx(erlang_b(load, servers), rel=0.08)


def test_bucket_lets_in_its_rate() -> None:
    """Under more load than the limit the bucket lets in the limit, within a burst of one second."""
    scenario = Scenario(traffic=((math.inf, 10),), replicas=50, attempts=1)
    total = ran({**START, "rate_limit": 4, "replicas": 50}, scenario, 30).total
    assert total.attempts - total.refused == pytest.approx(4 * 60 * 30, rel=0.02)


def test_bucket_holds_one_second() -> None:
    """After a pause as many come in at once as the limit says for one second, and no more."""
    gateway = ran({**START, "rate_limit": 5}, Scenario(traffic=((math.inf, 1e-9),)), 1)
    assert sum(gateway._take_token() for _ in range(20)) == 5


@pytest.mark.parametrize("seed", SEEDS)
def test_more_replicas_waste_and_refuse_less(seed: int) -> None:
    """Under clients that don't come back each replica more answers more."""
    answered = []
    for replicas in (4, 6, 8, 10):
        levers = {**START, "rate_limit": 20, "queue_length": 5, "retries": "none", "replicas": replicas}
        answered.append(ran(levers, Scenario(), 15, seed).total.answered)
    assert answered == sorted(answered)


@pytest.mark.parametrize("seed", SEEDS)
def test_backing_off_makes_fewer_attempts(seed: int) -> None:
    """Customers who are told to come back once make fewer attempts than those who are told nothing."""
    nearly = {**START, "rate_limit": 20, "queue_length": 5, "replicas": 7}
    scenario = Scenario(replicas=7)
    attempts = {
        policy: ran({**nearly, "retries": policy}, scenario, 20, seed).total.attempts
        for policy in ("at_once", "backoff", "none")
    }
    assert attempts["none"] < attempts["backoff"] < attempts["at_once"]


def test_replica_answers_after_its_start() -> None:
    """A replica that was ordered costs at once and answers after four minutes; one given back stops both at once."""
    gateway = Gateway(1, Scenario())
    levers = {**START, "rate_limit": 20, "replicas": 8}
    busiest = []
    for _ in range(5):
        gateway.advance(levers, 1)
        busiest.append(gateway.in_service)
    assert max(busiest[:4]) == 4
    assert busiest[4] > 4
    assert [minute.cost for minute in gateway.minutes] == pytest.approx([2.4] * 5)


def test_gateway_serves_clients_that_have_gone() -> None:
    """In a queue longer than their patience the replicas come to work for nobody."""
    gateway = ran({**START, "rate_limit": 20, "queue_length": 1_000_000}, Scenario(), 20)
    late = gateway.minutes[-10:]
    assert gateway.total.wasted > 0.8 * gateway.total.served
    assert sum(len(minute.latencies) for minute in late) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_longer_game_begins_like_the_shorter(seed: int) -> None:
    """What has been seen stays as it was, whatever is set later."""
    short = play([START, REFERENCE], seed)["series"]
    long = play([START, REFERENCE, START, ALONE[2]], seed)["series"]
    assert {name: values[: 2 * MINUTES_PER_MOVE] for name, values in long.items()} == short


def test_seed_is_all_the_chance_there_is() -> None:
    """One seed gives one game; another gives another."""
    assert play([START] * 2, 5) == play([START] * 2, 5)
    assert play([START] * 2, 5) != play([START] * 2, 6)


@pytest.mark.parametrize("seed", [1, 2, 429])
def test_reference_holds_with_any_seed(seed: int) -> None:
    """The reference doesn't owe its success to luck."""
    quiet = {**REFERENCE, "update": "none"}
    moves = [quiet if step not in (0, 3, 6) else REFERENCE for step in range(7)] + [{**quiet, "replicas": 5}] * 2
    outcomes = play(moves, seed)["outcomes"]
    assert outcomes["cost"] < 90
    assert outcomes["slo_minutes_lost"] <= 3
    assert outcomes["small_share"] < 25
    assert outcomes["attempts_per_request"] < 1.1
    assert outcomes["silence"] == 15


@pytest.mark.parametrize(
    ("updates", "expected"),
    [([], 45), ([0], 45), ([0, 15, 30], 15), ([5, 10, 40], 30), (range(0, 45, 5), 5)],
)
def test_silence_is_the_longest_wait_for_a_word(updates: list[int], expected: int) -> None:
    """From the start or an update to the next one, or to the end."""
    moves = [{**START, "update": "post" if minute in updates else "none"} for minute in range(0, 45, 5)]
    assert longest_silence(moves) == expected
