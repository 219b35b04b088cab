"""The files of the invented evening tell one story: a request is the same wherever it appears."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.book import ROOT

CHECKS = ROOT / "checks"
NOTEBOOKS = ROOT / "docs" / "notebooks"
LABS = {
    "gateway.jsonl": CHECKS / "operations" / "jsonl-failures",
    "tickets.jsonl": CHECKS / "operations" / "ticket-patterns",
    "traces.json": CHECKS / "operations" / "trace-latency",
    "samples.jsonl": CHECKS / "retrieval" / "schema-migration",
    "schemas.json": CHECKS / "retrieval" / "schema-migration",
}
RELEASED_ON, RELEASED, TAKEN_BACK = "gw-2", "2026-11-19T18:10", "2026-11-19T20:05"
# what a ticket begins with: the endpoint it speaks of, and the error in the log that stands behind it
SPOKEN_OF = {
    "chat answered": ("/v1/chat", None),
    "no model": ("/v1/chat-lite", "no model available"),
    "embed refused": ("/v1/embed", "input_type is required"),
    "rerank refused": ("/v1/rerank", "unknown field top_n"),
    "retrieval returned": ("/v1/rerank", "unknown field top_n"),
}
Row = dict[str, Any]


def rows(name: str) -> Iterator[Row]:
    """Yield the objects of a JSONL file; other lines are passed over, as the log has some."""
    for line in (LABS[name] / name).read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line.removeprefix("\ufeff"))
        except ValueError:
            continue
        if isinstance(row, dict):
            yield row


@pytest.fixture(scope="module")
def attempts() -> dict[str, list[Row]]:
    """Return the log's records by request id, the first attempt first."""
    found: dict[str, list[Row]] = {}
    for row in rows("gateway.jsonl"):
        if "customer" in row:
            found.setdefault(row["request_id"], []).append(row)
    return {id: sorted(tried, key=lambda row: int(row["attempt"])) for id, tried in found.items()}


def test_generator_writes_the_committed_files(tmp_path: Path) -> None:
    """One generator makes all of it: each file in its lab, and the same one beside the notebook."""
    subprocess.run([sys.executable, "-m", "evening", tmp_path], cwd=CHECKS / "operations", check=True)
    written = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.json*")}
    assert len(written) == 8
    assert written == {path: (ROOT / path).read_bytes() for path in written}


@pytest.mark.parametrize("name", LABS)
def test_notebook_reads_what_the_lab_reads(name: str) -> None:
    """The copy beside the notebook is the lab's file."""
    assert (NOTEBOOKS / name).read_bytes() == (LABS[name] / name).read_bytes()


def test_a_request_has_one_customer_one_sdk_and_attempts_in_turn(attempts: dict[str, list[Row]]) -> None:
    """Attempts of a request are of one customer with one SDK, numbered from 1, each after the one before."""
    assert len(attempts) > 250
    for tried in attempts.values():
        assert len({(row["customer"], row["sdk"]) for row in tried}) == 1
        assert sorted({row["attempt"] for row in tried}) == list(range(1, tried[-1]["attempt"] + 1))
        assert [row["ts"] for row in tried] == sorted(row["ts"] for row in tried)


def test_a_customer_keeps_its_sdk(attempts: dict[str, list[Row]]) -> None:
    """Who uses which SDK doesn't change in an evening."""
    used = {(row["customer"], row["sdk"]) for tried in attempts.values() for row in tried}
    assert len(used) == len({customer for customer, _ in used})


def test_tickets_speak_of_requests_in_the_log(attempts: dict[str, list[Row]]) -> None:
    """A ticket's request is in the log with its customer, endpoint, time, attempt and error."""
    spoken_of = 0
    for ticket in rows("tickets.jsonl"):
        message = " ".join(ticket["message"].lower().split())
        begins = next((begins for begins in SPOKEN_OF if message.startswith(begins)), "")
        if not begins:
            assert "req_" not in message
            continue
        tried = attempts[found(r"req_[0-9a-f]{6}", message)]
        endpoint, error = SPOKEN_OF[begins]
        number = int(found(r"(?<=attempt )\d", message) or len({row["attempt"] for row in tried}))
        meant = [row for row in tried if row["attempt"] == number]
        assert {ticket["customer"]} == {row["customer"] for row in tried}
        assert (endpoint, error) in [(row["endpoint"], row.get("error")) for row in meant]
        assert found(r"\d{4}-\d\d-\d\d.\d\d:\d\d:\d\d", message).replace("t", " ") in plain(tried[0]["ts"])
        assert found(r"(?<=after )\d+(?= ms)", message) in str(meant[0]["ms"])
        spoken_of += 1
    assert spoken_of > 60


def test_traces_are_of_requests_in_the_log(attempts: dict[str, list[Row]]) -> None:
    """The root of each trace began when the log says, took as long, and is of one customer: one fast, one slow."""
    spans = json.loads((LABS["traces.json"] / "traces.json").read_text(encoding="utf-8"))
    roots = [span for span in spans if span["parent_id"] is None]
    assert {span["trace_id"] for span in spans} == {root["trace_id"] for root in roots}
    logged = [attempts[root["trace_id"]][0] for root in roots]
    for root, row in zip(roots, logged, strict=True):
        assert root["name"] == f"POST {row['endpoint']}"
        assert abs(root["start_ms"] - milliseconds(row["ts"])) <= 1
        assert abs(root["end_ms"] - root["start_ms"] - row["ms"]) <= 1
    assert len({row["customer"] for row in logged}) == 1
    assert sorted(row["ts"] > RELEASED for row in logged) == [False, True]


def test_samples_were_refused_where_the_new_schema_refuses_them(attempts: dict[str, list[Row]]) -> None:
    """A kept payload is of a request in the log; its first attempt got a 400 exactly where the release refuses it."""
    schemas = json.loads((LABS["schemas.json"] / "schemas.json").read_text(encoding="utf-8"))
    outcomes = set()
    for sample in rows("samples.jsonl"):
        first = attempts[sample["request_id"]][0]
        assert {key: sample[key] for key in ("ts", "customer", "endpoint")}.items() <= first.items()
        is_released = first["host"] == RELEASED_ON and RELEASED <= first["ts"] < TAKEN_BACK
        is_refused = is_released and breaks(sample["payload"], schemas[sample["endpoint"]]["new"])
        assert (first["status"] == 400) is is_refused
        outcomes.add((is_released, is_refused))
    assert outcomes == {(False, False), (True, False), (True, True)}


def test_only_the_released_host_refuses_payloads(attempts: dict[str, list[Row]]) -> None:
    """Every 400 of the log is gw-2's, between the release and its return."""
    refused = [row for tried in attempts.values() for row in tried if row["status"] == 400]
    assert len(refused) > 60
    assert {row["host"] for row in refused} == {RELEASED_ON}
    assert min(row["ts"] for row in refused) > RELEASED
    assert max(row["ts"] for row in refused) < TAKEN_BACK


def found(pattern: str, message: str) -> str:
    """Return the first match, or nothing."""
    match = re.search(pattern, message)
    return match[0] if match else ""


def plain(ts: str) -> str:
    """Return a time as some tickets spell it, to the second."""
    return ts[:19].replace("T", " ")


def milliseconds(ts: str) -> int:
    """Return the milliseconds since midnight."""
    hours, minutes, seconds = ts[11:23].split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)


def breaks(payload: Row, schema: Row) -> bool:
    """Whether a schema that refuses unknown fields refuses a payload; types and lengths are right in all of them."""
    missing = {name for name, field in schema.items() if field["required"]} - payload.keys()
    strange = {
        name
        for name in payload.keys() & schema.keys()
        if payload[name] not in schema[name].get("values", [payload[name]])
    }
    return bool(missing | strange | payload.keys() - schema.keys())
