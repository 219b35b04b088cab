"""Judges signature and patterns, on messages in plain sight and on the tickets in tickets.jsonl."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import patterns, signature


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def ticket(ticket_id, customer, message):
    """Return a ticket as the export has it."""
    return {"ticket_id": ticket_id, "customer": customer, "message": message}


def tickets_of(*customers_by_fault):
    """Return tickets from (message, customers) pairs; a letter is a customer."""
    pairs = [(message, customer) for message, customers in customers_by_fault for customer in customers]
    return [ticket(f"T-{number}", customer, message) for number, (message, customer) in enumerate(pairs)]


def as_rows(groups):
    """Return (signature, customers, tickets, loudest) of each group; the keys must be exactly these."""
    keys = ("signature", "customers", "tickets", "loudest")
    return [tuple(group[key] for key in keys) if group.keys() == set(keys) else group for group in groups]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        pytest.param(
            "Upsert failed: expected 1024 dimensions, got 384 (request req_81f3a9)",
            "upsert failed: expected <n> dimensions, got <n> (request <id>)",
            id="numbers_and_an_id",
        ),
        pytest.param(
            "timed out after 9930 ms at 2026-11-15T14:11:44Z", "timed out after <n> ms at <time>", id="a_time"
        ),
        pytest.param("stale since 2026-11-15", "stale since <time>", id="a_date"),
        pytest.param("since 2026-11-15 14:11:44.250z.", "since <time>.", id="time_with_a_space_and_decimals"),
        pytest.param("reset after 812.75 ms, 3 left.", "reset after <n> ms, <n> left.", id="decimals"),
        pytest.param("document 6564529f", "document <id>", id="id_of_8"),
        pytest.param("unknown model embed-3, try int8", "unknown model embed-3, try int8", id="short_words_stay"),
        pytest.param("collection 12345678901 is empty", "collection <n> is empty", id="long_number"),
        pytest.param("authentication failed", "authentication failed", id="long_words_stay"),
        pytest.param("  Rerank \t timed\nout ", "rerank timed out", id="spaces_and_capitals"),
        pytest.param("job nightly_2 gave up", "job <id> gave up", id="id_without_a_prefix"),
    ],
)
def test_signature_of_a_message(message, expected):
    """Times, ids and numbers become <time>, <id> and <n>; nothing else changes but case and spaces."""
    assert signature(message) == expected


@pytest.mark.parametrize("message", ["", " \t\n"])
def test_signature_refuses_an_empty_message(message):
    """A message with nothing in it raises ValueError."""
    with pytest.raises(ValueError):
        signature(message)


def test_the_same_fault_each_time(seed):
    """However ids, numbers and times are drawn, one fault has one signature, and its tickets are one group."""
    rng = random.Random(seed)
    messages = [
        f"Batch {rng.randrange(10**6)} of job req-{rng.randrange(10**4, 10**8)}x{rng.choice('abcd')} stopped"
        f" at 2026-{rng.randint(10, 12)}-{rng.randint(10, 28)}T{rng.randint(10, 23)}:{rng.randint(10, 59)}:07Z,"
        f" {rng.randrange(100)}.{rng.randrange(100)} s late"
        for _ in range(20)
    ]
    expected = "batch <n> of job <id> stopped at <time>, <n> s late"
    assert {signature(message) for message in messages} == {expected}
    got = patterns(tickets_of(*((message, rng.choice("abc") + "d") for message in messages)))
    assert [(group["signature"], group["tickets"]) for group in got] == [(expected, 40)]


@pytest.mark.parametrize(
    ("tickets", "expected"),
    [
        pytest.param(
            tickets_of(("NaN at index 7", "aaaaaaab"), ("401 at 2026-11-15", "abc")),
            [("<n> at <time>", 3, 3, 1 / 3), ("nan at index <n>", 2, 8, 7 / 8)],
            id="one_loud_customer",
        ),
        pytest.param(
            tickets_of(("b quiet", "ab"), ("a middling", "aab"), ("c busy", "aabb")),
            [("c busy", 2, 4, 1 / 2), ("a middling", 2, 3, 2 / 3), ("b quiet", 2, 2, 1 / 2)],
            id="as_many_customers",
        ),
        pytest.param(
            tickets_of(("beta", "ab"), ("alpha", "bc"), ("gamma", "ca")),
            [("alpha", 2, 2, 1 / 2), ("beta", 2, 2, 1 / 2), ("gamma", 2, 2, 1 / 2)],
            id="as_many_of_both",
        ),
        pytest.param(
            tickets_of(("Got 3", "a"), ("got  4", "b"), ("GOT 5 ", "b")), [("got <n>", 2, 3, 2 / 3)], id="one_fault"
        ),
        pytest.param([], [], id="no_tickets"),
    ],
)
def test_patterns_of_a_few_tickets(tickets, expected):
    """Groups are ranked by customers, then by tickets, then by signature."""
    assert as_rows(patterns(tickets)) == [(*counted, close(loudest)) for *counted, loudest in expected]


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        pytest.param(ticket("T-0", "a", "nan"), [("nan", 2, 2, 1 / 2)], id="as_it_was"),
        pytest.param(ticket("T-0", "b", "nan"), [("nan", 1, 2, 1)], id="passed_to_another_customer"),
        pytest.param(ticket("T-0", "a", "lost"), [("lost", 1, 1, 1), ("nan", 1, 1, 1)], id="told_differently"),
    ],
)
def test_a_ticket_exported_again_counts_once(again, expected):
    """Of lines with the same ticket_id only the last counts."""
    got = patterns([*tickets_of(("nan", "ab")), again])
    assert as_rows(got) == [(*counted, close(loudest)) for *counted, loudest in expected]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(
            [
                (10, 12, 2 / 12),
                (9, 13, 2 / 13),
                (6, 9, 2 / 9),
                (5, 30, 26 / 30),
                (4, 4, 1 / 4),
                (3, 3, 1 / 3),
                (3, 3, 1 / 3),
            ],
            id="seven_faults",
        )
    ],
)
def test_patterns_of_the_evening(expected):
    """The tickets of the evening are of seven faults, and the one with most tickets isn't the first."""
    lines = Path("tickets.jsonl").read_text(encoding="utf-8").splitlines()
    got = as_rows(patterns([json.loads(line) for line in lines]))
    assert [row[1:] for row in got] == [(*counted, close(loudest)) for *counted, loudest in expected]


def test_patterns_takes_a_stream():
    """A generator that can be read only once is as good as a list."""
    tickets = tickets_of(("beta", "ab"), ("alpha", "a"))
    assert patterns(each for each in tickets) == patterns(tickets)


def test_patterns_refuses_an_empty_message():
    """A ticket with nothing in its message raises ValueError."""
    with pytest.raises(ValueError):
        patterns(tickets_of(("nan", "a"), (" ", "b")))


def test_tickets_are_left_alone():
    """After the call the tickets are what they were, in their order."""
    tickets = tickets_of(("NaN at 7", "ab"), ("Lost", "c"))
    before = copy.deepcopy(tickets)
    patterns(tickets)
    assert tickets == before
