"""The evening's requests: who wanted what, when, and what the gateway made of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

DAY = "2026-11-19"
MINUTE = 60_000  # times are milliseconds since midnight
BEGINS, RELEASED, CROWDED, TAKEN_BACK, CALM, ENDS = (
    (60 * hour + minute) * MINUTE for hour, minute in [(17, 30), (18, 10), (18, 22), (20, 5), (20, 8), (20, 30)]
)
HOSTS = {"gw-1": 30, "gw-2": 40, "gw-3": 30}  # percent of the attempts
RELEASED_ON = "gw-2"
WAIT_MS = 400
TRACES = {"req_7f3a05": 64_692_480, "req_c91e27": 69_071_020}  # a fast and a slow request of one customer
TRACED_MS = 372
JOB, STICKLER, PROXY, TRACED = "cust-25", "cust-17", "cust-31", "cust-08"
ENDPOINTS = {"/v1/chat": 45, "/v1/embed": 17, "/v1/rerank": 34, "/v1/classify": 4}  # percent of the requests
MOST_ATTEMPTS = {"/v1/chat": 3, "/v1/embed": 4, "/v1/rerank": 1, "/v1/classify": 2}
USUAL_MS = {"/v1/chat": 340, "/v1/chat-lite": 240, "/v1/embed": 90, "/v1/rerank": 130, "/v1/classify": 60}
UNKNOWN, MISSING, TOO_NARROW = "unknown field top_n", "input_type is required", "truncate must be none or end"
NO_MODEL, LIMITED = "no model available", "too many requests"


@dataclass(frozen=True)
class Attempt:
    """One line of the log."""

    at: int
    host: str
    endpoint: str
    status: int
    ms: int
    error: str = ""


@dataclass
class Request:
    """What a customer wanted, and what became of it."""

    id: str
    customer: str
    sdk: str
    attempts: list[Attempt] = field(default_factory=list)
    payload: dict[str, Any] = field(default_factory=dict)

    @property
    def first(self) -> Attempt:
        return self.attempts[0]


def stamp(at: int) -> str:
    """Return a time as the log has it."""
    seconds, ms = divmod(at, 1000)
    return f"{DAY}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}Z"


def sdks(rng: Random) -> dict[str, str]:
    """Return each customer's SDK: most still have one from before the new schema."""
    versions = {f"cust-{number:02}": rng.choice(["2.1.0", "2.4.1", "2.4.1", "3.0.2"]) for number in range(1, 41)}
    return versions | {JOB: "2.4.1", STICKLER: "3.0.2", PROXY: "2.4.1", TRACED: "3.0.2"}


def requests_of(rng: Random) -> list[Request]:
    """Return the evening's requests in order of their first attempts."""
    versions = sdks(rng)
    ids = fresh_ids(rng)
    wanted = [(TRACED, "/v1/chat", at) for at in (TRACES["req_7f3a05"], TRACES["req_c91e27"])]
    wanted += [(JOB, "/v1/embed", (18 * 60 + 31) * MINUTE + 80_000 * n + rng.randrange(20_000)) for n in range(40)]
    wanted += [(STICKLER, "/v1/embed", (17 * 60 + 50 + 25 * n) * MINUTE + rng.randrange(MINUTE)) for n in range(6)]
    for _ in range(240):
        customer = rng.choice([name for name in versions if name != JOB])
        wanted.append((customer, rng.choices(list(ENDPOINTS), list(ENDPOINTS.values()))[0], a_time(rng)))
    traced = {at: id for id, at in TRACES.items()}
    requests = []
    for customer, endpoint, at in sorted(wanted, key=lambda one: one[2]):
        request = Request(traced.get(at) or next(ids), customer, versions[customer])
        request.payload = payload(rng, endpoint, request)
        request.attempts = [answered(at)] if at in traced else list(tried(rng, endpoint, at, request))
        requests.append(request)
    return requests


def a_time(rng: Random) -> int:
    return rng.randrange(BEGINS, ENDS - 2 * MINUTE)


def fresh_ids(rng: Random) -> Iterator[str]:
    seen = set(TRACES)
    while True:
        id = f"req_{rng.getrandbits(24):06x}"
        if id not in seen and any(map(str.isdigit, id)):
            seen.add(id)
            yield id


def answered(at: int) -> Attempt:
    """Return the one attempt of a request that was traced."""
    ms = TRACED_MS + WAIT_MS * (CROWDED <= at < CALM)
    return Attempt(at, "gw-1" if at < RELEASED else "gw-3", "/v1/chat", 200, ms)


def tried(rng: Random, endpoint: str, at: int, request: Request) -> Iterator[Attempt]:
    """Yield the attempts of a request until one succeeds or the SDK gives up."""
    for number in range(1, MOST_ATTEMPTS[endpoint] + 1):
        to = "/v1/chat-lite" if (endpoint, number) == ("/v1/chat", 3) else endpoint
        host = rng.choices(list(HOSTS), list(HOSTS.values()))[0]
        attempt = judged(rng, to, at, host, request, is_retry=number > 1)
        yield attempt
        if attempt.status == 200:
            return
        at += attempt.ms + rng.randrange(800, 16_000)


def judged(rng: Random, endpoint: str, at: int, host: str, request: Request, is_retry: bool) -> Attempt:
    """Return what the gateway made of an attempt."""
    refusal = refused(endpoint, request) if host == RELEASED_ON and RELEASED <= at < TAKEN_BACK else ""
    if refusal:
        return Attempt(at, host, endpoint, 400, rng.randrange(4, 19), refusal)
    if rng.random() < (0.03 if endpoint == "/v1/embed" else 0):
        return Attempt(at, host, endpoint, 429, rng.randrange(2, 9), LIMITED)
    crowded = endpoint in ("/v1/chat", "/v1/chat-lite") and CROWDED <= at < CALM
    waited = WAIT_MS if crowded and endpoint == "/v1/chat" and rng.random() < 0.75 else 0
    ms = round(USUAL_MS[endpoint] * rng.uniform(0.8, 1.35)) + waited
    fails = (0.5 if is_retry else 0.3) if crowded else 0.01
    if rng.random() < fails:
        return Attempt(at, host, endpoint, 503, ms, NO_MODEL if crowded else "upstream closed the connection")
    return Attempt(at, host, endpoint, 200, ms)


def refused(endpoint: str, request: Request) -> str:
    """Return what the new schema has against a payload, or nothing."""
    if endpoint == "/v1/rerank" and "top_n" in request.payload:
        return UNKNOWN
    if endpoint == "/v1/embed" and "input_type" not in request.payload:
        return MISSING
    return TOO_NARROW if request.payload.get("truncate") == "start" else ""


def payload(rng: Random, endpoint: str, request: Request) -> dict[str, Any]:
    """Return what a customer's SDK sends."""
    is_old = request.sdk < "3"
    texts = rng.sample(["refund policy", "delivery times", "opening hours", "warranty", "returns", "contact"], k=3)
    if endpoint == "/v1/rerank":
        most = rng.choice([3, 5, 10])
        sent = {"model": rng.choice(["rerank-2", "rerank-3"]), "query": rng.choice(texts), "documents": texts}
        if request.customer == PROXY:  # its own proxy adds the new name, and not always the same number
            return sent | {"top_n": most, "top_k": rng.choice([most, most + 1, most])}
        return sent | {"top_n" if is_old else "top_k": most}
    if endpoint == "/v1/embed":
        sent = {"model": "embed-3", "texts": texts}
        sent |= {} if is_old else {"input_type": rng.choice(["search_query", "search_document"])}
        return sent | ({"truncate": "start"} if request.customer == STICKLER else {})
    return {}
