"""The tickets that came until the next morning: an SDK's words, a customer's times and spaces."""

import json
from collections.abc import Iterator
from itertools import count
from random import Random

from .story import JOB, MISSING, NO_MODEL, TRACES, UNKNOWN, Request, stamp


def tickets(rng: Random, requests: list[Request]) -> str:
    """Return the tickets that came until the next morning, in the spelling of whatever wrote them."""
    said = [*complaints(rng, requests), *small_talk(rng)]
    rng.shuffle(said)
    rows = [
        {"ticket_id": f"T-{number}", "customer": customer, "message": spelled(rng, text)}
        for number, (customer, text) in zip(count(4001), said)
    ]
    rows += rng.sample(rows, 6)  # reopened, and exported once more
    return "".join(json.dumps(row) + "\n" for row in rows)


def small_talk(rng: Random) -> Iterator[tuple[str, str]]:
    """Yield (customer, message) of what has nothing to do with the evening."""
    for number in rng.sample(range(1, 41), 3):
        yield f"cust-{number:02}", f"invoice inv-{rng.randrange(10**5, 10**6)}a is {rng.randrange(10, 99)}.50 too high"
    for number in rng.sample(range(1, 41), 3):
        yield f"cust-{number:02}", "playground: unknown model embed-3, did you mean int8?"


def complaints(rng: Random, requests: list[Request]) -> Iterator[tuple[str, str]]:
    """Yield (customer, message): the job writes each time it is refused; of the others some do."""
    for request in requests:
        last, id = request.attempts[-1], request.id
        when = rng.choice([stamp, plain])(request.first.at)
        refusals = [attempt for attempt in request.attempts if attempt.error == MISSING]
        if refusals and (request.customer == JOB or rng.random() < 0.25):
            for attempt in refusals if request.customer == JOB else refusals[:1]:
                number = request.attempts.index(attempt) + 1
                yield request.customer, f"embed refused, attempt {number} of request {id}: {MISSING}"
        elif last.error == UNKNOWN and request.sdk == "2.1.0":  # which hides the error
            yield request.customer, f"retrieval returned 0 passages at {when}, request {id}"
        elif last.error == UNKNOWN and rng.random() < 0.8:
            yield request.customer, f"rerank refused at {when}, {UNKNOWN} (request {id})"
        elif last.error == NO_MODEL:
            yield request.customer, f"{NO_MODEL} for request {id} after {len(request.attempts)} attempts"
        elif slow(request) and (id in TRACES or rng.random() < 0.3):
            yield request.customer, f"chat answered after {request.first.ms} ms at {when}, request {id}"


def slow(request: Request) -> bool:
    return len(request.attempts) == 1 and request.first.endpoint == "/v1/chat" and request.first.ms > 650


def plain(at: int) -> str:
    return stamp(at)[:19].replace("T", " ")


def spelled(rng: Random, text: str) -> str:
    return rng.choice([text, text, text.lower(), text.replace(" ", "  ", 1), f"{text} "])
