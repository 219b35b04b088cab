"""The model against what must hold whatever is set, and against the theory where theory applies."""

import math
from random import Random
from statistics import mean, stdev

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
# Of Student's t with 15 degrees of freedom (16 runs): six intervals made with it hold together at 99% (Bonferroni).
STUDENT = 3.822


class Watched(Gateway):
    """The same gateway, with somebody who looks after each event."""

    def __init__(self, seed: int, scenario: Scenario, look) -> None:
        self._look = look
        super().__init__(seed, scenario)

    def _at(self, time, act, subject) -> None:
        def watched(subject) -> None:
            act(subject)
            self._look(self)

        super()._at(time, watched, subject)


def drawn(seed: int, moves: int) -> list[dict]:
    """Return settings drawn from all that the levers allow, new ones for each move."""
    draw = Random(seed)
    return [
        {
            "rate_limit": draw.randint(2, 20),
            "queue_length": draw.choice([0, 5, 10, 20, 50, 1_000_000]),
            "queue_wait": draw.randint(1, 60),
            "replicas": draw.randint(2, 12),
            "fallback": draw.choice(["off", "overflow", "always"]),
            "retries": draw.choice(["at_once", "fixed", "backoff", "none"]),
            "update": "none",
        }
        for _ in range(moves)
    ]


def attempts_add_up(gateway: Gateway) -> bool:
    """Whether attempts = served + refused + waiting + in service."""
    total, inside = gateway.total, len(gateway.queue) + gateway.in_service + gateway.in_small
    return total.attempts == total.served + total.refused + inside


def open_requests(gateway: Gateway) -> int:
    """Return how many requests are queued, in service or between two attempts, counted one by one."""
    coming = [(act.__name__, subject) for _, _, act, subject in gateway._events]
    queued = sum(request.is_queued and request.attempt == attempt for _, request, attempt in gateway.queue)
    at_work = sum(name in ("_finish", "_finish_small") and request is not None for name, request in coming)
    return queued + at_work + sum(name == "_try" for name, _ in coming)


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
        assert attempts_add_up(gateway)


@pytest.mark.parametrize("seed", range(16))
def test_conservation_at_every_event_whatever_is_set(seed: int) -> None:
    """No attempt appears or is lost at any moment, with levers drawn anew for each of three moves."""
    looks: list[bool] = []
    gateway = Watched(seed, Scenario(start_s=60), lambda gateway: looks.append(attempts_add_up(gateway)))
    for levers in drawn(seed, 3):
        gateway.advance(levers, 2)
    assert len(looks) > 1000
    assert looks.count(False) == 0


@pytest.mark.parametrize("seed", range(16))
def test_arrived_is_answered_failed_or_open(seed: int) -> None:
    """At the end of every minute each request that arrived has been answered, has failed, or is under way, once."""
    gateway = Gateway(seed, Scenario(start_s=60))
    for levers in drawn(seed, 3):
        for _ in range(2):
            gateway.advance(levers, 1)
            total = gateway.total
            assert total.requests == total.answered + total.failed + open_requests(gateway)


@pytest.mark.parametrize("levers", ALONE)
def test_conservation_of_requests(levers: dict) -> None:
    """A request ends once: what ended and what is open make up all that arrived."""
    gateway = Gateway(7, Scenario(traffic=((10, 7), (math.inf, 1e-9))))
    gateway.advance(levers, 30)
    total = gateway.total
    assert total.requests == total.answered + total.failed
    assert sum(minute.ended for minute in gateway.minutes) == total.requests
    assert total.served == total.answered + total.wasted


def waits(load: float, servers: int) -> tuple[list[float], list[float]]:
    """Return mean wait and share that waits, of 16 independent runs of 20 minutes after two to warm up."""
    levers = {**START, "rate_limit": 1000, "queue_length": 10**9, "queue_wait": 10**9, "replicas": servers}
    mean_waits, shares = [], []
    for seed in range(16):
        gateway = ran(levers, theory(load, servers), 2, seed)
        before = (gateway.total.queued_s, gateway.total.queued, gateway.total.attempts)
        gateway.advance(levers, 20)
        after = (gateway.total.queued_s, gateway.total.queued, gateway.total.attempts)
        waited_s, queued, attempts = (now - then for now, then in zip(after, before))
        mean_waits.append(waited_s / attempts)
        shares.append(queued / attempts)
    return mean_waits, shares


@pytest.mark.parametrize(("load", "servers"), [(1.2, 2), (2.4, 4), (4.2, 6)])
def test_waits_are_those_of_m_m_c(load: float, servers: int) -> None:
    """With an endless queue and patient clients, M/M/c holds (Erlang 1917): the share that waits is C, the mean wait
    C / (c * mu - load), mu being 1 a second. Each lies in its interval from 16 runs, all six of them at 99%, and the
    interval of the mean wait is narrow enough to tell the theory from that of one server more or less."""
    mean_waits, shares = waits(load, servers)
    share = erlang_c(load, servers)
    for found, expected in ((mean_waits, share / (servers - load)), (shares, share)):
        assert abs(mean(found) - expected) <= STUDENT * stdev(found) / 4
    margin = STUDENT * stdev(mean_waits) / 4
    others = [erlang_c(load, other) / (other - load) for other in (servers - 1, servers + 1) if other > load]
    assert all(abs(mean(mean_waits) - other) > 2 * margin for other in others)


def test_littles_law_holds_for_the_queue() -> None:
    """In a run that starts and ends empty, the queue's length summed over time is all waits together (Little 1961)."""
    seen: list[tuple[float, int]] = [(0.0, 0)]
    quiet = Scenario(traffic=((10, 3.6), (math.inf, 1e-9)), replicas=4, patience_s=math.inf, attempts=1)
    gateway = Watched(3, quiet, lambda gateway: seen.append((gateway.now, len(gateway.queue))))
    gateway.advance({**START, "rate_limit": 1000, "queue_length": 10**9, "queue_wait": 10**9}, 20)
    area = sum(length * (after - before) for (before, length), (after, _) in zip(seen, seen[1:]))
    assert len(gateway.queue) == gateway.in_service == 0
    assert gateway.total.queued_s == pytest.approx(area, rel=1e-9)
    assert gateway.total.queued_s > 100


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
