"""The gateway of incident-429 as a discrete-event model: a token bucket, a bounded queue, replicas, clients that retry.

Events happen in the order of their times and nothing looks ahead, so a longer game begins with exactly the shorter
one. A game is its seed and its list of moves; there is no other state.
"""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import accumulate, count
from random import Random
from typing import Any

MINUTES_PER_MOVE = 5
SLO_SHARE = 0.95  # of the requests that end in a minute

Levers = dict[str, Any]


@dataclass(frozen=True)
class Scenario:
    """What no lever changes. Times are in seconds unless they say minutes, prices in dollars."""

    traffic: tuple[tuple[float, float], ...] = ((31, 7), (math.inf, 4))  # (until minute, requests a second)
    replicas: int = 4  # that answer when the game begins
    service_s: float = 1.0  # mean of one answer on a replica, exponential
    small_s: float = 0.6  # the same on the small model, of which there is always enough
    start_s: float = 240  # from the order of a replica to its first answer
    patience_s: float = 10  # a client whose answer hasn't begun by then gives up, and tries again
    slo_s: float = 6  # from a request's first attempt to the end of its answer
    attempts: int = 4  # the first one included, as the SDK comes
    replica_minute: float = 0.30
    small_call: float = 0.002


@dataclass
class Tally:
    """What is counted. attempts = served + refused + those queued or in service; likewise for requests."""

    requests: int = 0
    answered: int = 0
    small: int = 0  # answered by the small model
    failed: int = 0
    attempts: int = 0
    served: int = 0
    refused: int = 0
    wasted: int = 0  # attempts served although their client had gone
    queued: int = 0  # attempts that left the queue for a replica
    queued_s: float = 0.0  # how long those had waited, together


@dataclass
class Minute:
    """What is counted of one minute."""

    latencies: list[float] = field(default_factory=list)
    good: int = 0
    ended: int = 0
    requests: int = 0
    attempts: int = 0
    refused: int = 0
    queue: int = 0  # its length at the end
    cost: float = 0.0

    @property
    def p95(self) -> float | None:
        """The 95th percentile of the latencies by nearest rank; None when nothing was answered."""
        ordered = sorted(self.latencies)
        return ordered[math.ceil(0.95 * len(ordered)) - 1] if ordered else None

    @property
    def holds(self) -> bool:
        """Whether enough of the requests that ended were answered in time."""
        return self.good >= SLO_SHARE * self.ended


@dataclass
class Request:
    """What a customer wants: one or several attempts, one end."""

    arrived: float
    attempt: int = 0
    is_queued: bool = False  # and its client still waits


class Gateway:
    """The model in motion: `advance` lets minutes pass under one setting of the levers."""

    def __init__(self, seed: int, scenario: Scenario) -> None:
        self.scenario = scenario
        # A stream of chance for each cause: what a lever changes leaves the customers' arrivals as they are.
        self._arrivals, self._services, self._clients = (Random(f"{seed} {cause}") for cause in "asc")
        self.now = 0.0
        self.total = Tally()
        self.minutes: list[Minute] = []
        self.queue: deque[tuple[float, Request, int]] = deque()  # since when, whose, which attempt
        self.in_service = 0  # on replicas
        self.in_small = 0  # on the small model
        self._ready = scenario.replicas
        self._tokens, self._filled_at = 1.0, 0.0
        self._events: list[tuple[float, int, Callable[[Any], None], Any]] = []
        self._number = count()
        self._at(self._arrivals.expovariate(scenario.traffic[0][1]), self._arrive, None)

    def advance(self, levers: Levers, minutes: int = MINUTES_PER_MOVE) -> None:
        """Let minutes pass with these settings."""
        self._rate, self._room, self._max_wait = levers["rate_limit"], levers["queue_length"], levers["queue_wait"]
        self._fallback, self._policy = levers["fallback"], levers["retries"]
        if levers["replicas"] > self._ready:
            self._at(self.now + self.scenario.start_s, self._start, levers["replicas"])
        else:
            self._ready = levers["replicas"]
        for _ in range(minutes):
            self._pass_minute(levers["replicas"] * self.scenario.replica_minute)

    def _pass_minute(self, price: float) -> None:
        self.minute = Minute(cost=price)
        self.minutes.append(self.minute)
        end = self.now + 60
        while self._events[0][0] < end:
            self.now, _, act, subject = heappop(self._events)
            act(subject)
        self.now = end
        self.minute.queue = len(self.queue)

    def _at(self, time: float, act: Callable[[Any], None], subject: Any) -> None:
        heappush(self._events, (time, next(self._number), act, subject))

    # ------------------------------------------------------------ customers

    def _arrive(self, _: None) -> None:
        rate = next(rate for until, rate in self.scenario.traffic if self.now < until * 60)
        self._at(self.now + self._arrivals.expovariate(rate), self._arrive, None)
        self.total.requests += 1
        self.minute.requests += 1
        self._try(Request(self.now))

    def _try(self, request: Request) -> None:
        request.attempt += 1
        self.total.attempts += 1
        self.minute.attempts += 1
        if self._fallback == "always":
            self._begin_small(request)
        elif not self._take_token():
            self._refuse(request)
        elif self.in_service < self._ready:
            self._begin(request)
        elif len(self.queue) < self._room:
            self._enqueue(request)
        else:
            self._overflow(request)

    def _come_back(self, request: Request) -> None:
        """Try again when the policy says, or fail for good."""
        wait, attempts = self._policy_for(request.attempt)
        if request.attempt < attempts:
            self._at(self.now + wait, self._try, request)
        else:
            self.total.failed += 1
            self.minute.ended += 1

    def _policy_for(self, attempt: int) -> tuple[float, int]:
        """Return how long to wait after this attempt, and how many there may be."""
        match self._policy:
            case "at_once":
                return 0.5, self.scenario.attempts
            case "fixed":
                return 8.0, self.scenario.attempts
            case "backoff":
                return self._clients.uniform(0, 2.0**attempt), min(2, self.scenario.attempts)
        return math.inf, 1

    def _give_up(self, waiting: tuple[Request, int]) -> None:
        request, attempt = waiting
        if request.is_queued and request.attempt == attempt:
            request.is_queued = False
            self._come_back(request)

    # -------------------------------------------------------------- gateway

    def _take_token(self) -> bool:
        self._tokens = min(self._rate, self._tokens + (self.now - self._filled_at) * self._rate)
        self._filled_at = self.now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def _enqueue(self, request: Request) -> None:
        request.is_queued = True
        self.queue.append((self.now, request, request.attempt))
        self._at(self.now + self.scenario.patience_s, self._give_up, (request, request.attempt))

    def _overflow(self, request: Request) -> None:
        if self._fallback == "overflow":
            self._begin_small(request)
        else:
            self._refuse(request)

    def _refuse(self, request: Request) -> None:
        self._count_refused()
        self._come_back(request)

    def _count_refused(self) -> None:
        self.total.refused += 1
        self.minute.refused += 1

    # ------------------------------------------------------------- replicas

    def _start(self, replicas: int) -> None:
        self._ready = replicas
        self._serve_queue()

    def _serve_queue(self) -> None:
        """Send away whoever has waited too long, and give the others to free replicas, first come, first served."""
        while self.queue:
            since, request, attempt = self.queue[0]
            is_late = self.now - since > self._max_wait
            if not is_late and self.in_service >= self._ready:
                return
            self.queue.popleft()
            # Nobody tells the gateway that a client has gone: it serves the attempt all the same.
            is_wanted = request.is_queued and request.attempt == attempt
            request.is_queued = request.is_queued and not is_wanted
            if not is_late:
                self.total.queued += 1
                self.total.queued_s += self.now - since
                self._begin(request if is_wanted else None)
            elif is_wanted:
                self._overflow(request)
            else:
                self._count_refused()

    def _begin(self, request: Request | None) -> None:
        self.in_service += 1
        self._at(self.now + self._services.expovariate(1 / self.scenario.service_s), self._finish, request)

    def _finish(self, request: Request | None) -> None:
        self.in_service -= 1
        self.total.served += 1
        if request is None:
            self.total.wasted += 1
        else:
            self._answered(request)
        self._serve_queue()

    def _begin_small(self, request: Request) -> None:
        self.in_small += 1
        self.minute.cost += self.scenario.small_call
        self._at(self.now + self._services.expovariate(1 / self.scenario.small_s), self._finish_small, request)

    def _finish_small(self, request: Request) -> None:
        self.in_small -= 1
        self.total.small += 1
        self.total.served += 1
        self._answered(request)

    def _answered(self, request: Request) -> None:
        latency = self.now - request.arrived
        self.total.answered += 1
        self.minute.ended += 1
        self.minute.latencies.append(latency)
        self.minute.good += latency <= self.scenario.slo_s


def play(moves: list[Levers], seed: int, scenario: Scenario | None = None) -> dict[str, Any]:
    """Return what a game has come to after these moves: outcomes, and one value a minute for each series."""
    gateway = Gateway(seed, scenario or Scenario())
    for levers in moves:
        gateway.advance(levers)
    minutes, total = gateway.minutes, gateway.total
    return {
        "outcomes": {
            "slo_minutes_lost": sum(not minute.holds for minute in minutes),
            "attempts_per_request": total.attempts / max(total.requests, 1),
            "cost": sum(minute.cost for minute in minutes),
            "small_share": 100 * total.small / max(total.answered, 1),
            "silence": longest_silence(moves),
            "refused_share": 100 * total.refused / max(total.attempts, 1),
        },
        "series": {
            "in_time": [100 * minute.good / minute.ended if minute.ended else None for minute in minutes],
            "p95": [minute.p95 for minute in minutes],
            "requests": [minute.requests / 60 for minute in minutes],
            "attempts": [minute.attempts / 60 for minute in minutes],
            "refused": [100 * minute.refused / max(minute.attempts, 1) for minute in minutes],
            "queue": [minute.queue for minute in minutes],
            "cost": list(accumulate(minute.cost for minute in minutes)),
        },
    }


def longest_silence(moves: list[Levers]) -> int:
    """Return the most minutes that customers waited for a word: from the start or an update to the next, or to now."""
    longest = silent = 0
    for levers in moves:
        silent = MINUTES_PER_MOVE if levers["update"] == "post" else silent + MINUTES_PER_MOVE
        longest = max(longest, silent)
    return longest
