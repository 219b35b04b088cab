"""Judges self_times_ms(spans), on traces small enough to draw on paper and on the two in traces.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import self_times_ms


def close(expected):
    """Match each float of a dict within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def span(span_id, parent_id, start_ms, end_ms):
    """Return one span."""
    return {"span_id": span_id, "parent_id": parent_id, "start_ms": start_ms, "end_ms": end_ms}


def collected(trace_id):
    """Return the spans of one trace of traces.json, fresh from the file."""
    return [item for item in json.loads(Path("traces.json").read_text()) if item["trace_id"] == trace_id]


def seeded_spans(seed):
    """Return spans on whole milliseconds, parents in no order; they overlap, stick out and may be empty."""
    generator = random.Random(seed)
    spans = [span("root", None, 0, 40)]
    for number in range(9):
        start = generator.randint(-5, 40)
        parent = generator.choice(spans)["span_id"]
        spans.append(span(f"s{number}", parent, start, start + generator.randint(0, 15)))
    generator.shuffle(spans)
    return spans


def milliseconds_without_children(spans):
    """Return, by id, how many of a span's milliseconds none of its children covers, counted one by one."""
    return {
        each["span_id"]: sum(
            not any(
                child["start_ms"] <= ms < child["end_ms"] for child in spans if child["parent_id"] == each["span_id"]
            )
            for ms in range(each["start_ms"], each["end_ms"])
        )
        for each in spans
    }


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([span("a", None, 5, 105)], {"a": 100}, id="one_span"),
        pytest.param([span("a", None, 0, 100), span("b", "a", 10, 40)], {"a": 70, "b": 30}, id="one_child"),
        pytest.param(
            [span("a", None, 0, 100), span("b", "a", 10, 30), span("c", "a", 60, 90)],
            {"a": 50, "b": 20, "c": 30},
            id="two_children_with_a_gap",
        ),
        pytest.param(
            [span("a", None, 0, 100), span("b", "a", 10, 40), span("c", "a", 40, 60)],
            {"a": 50, "b": 30, "c": 20},
            id="two_children_that_touch",
        ),
        pytest.param(
            [span("a", None, 0, 100), span("b", "a", 10, 60), span("c", "b", 20, 50)],
            {"a": 50, "b": 20, "c": 30},
            id="a_grandchild",
        ),
        pytest.param([span("a", None, 0, 50), span("b", "a", 0, 50)], {"a": 0, "b": 50}, id="nothing_left"),
        pytest.param(
            [span("a", None, 7, 7), span("b", "a", 7, 7), span("c", "a", 5, 9)],
            {"a": 0, "b": 0, "c": 4},
            id="spans_of_no_length",
        ),
        pytest.param([], {}, id="no_spans"),
    ],
)
def test_children_that_keep_to_their_place(spans, expected):
    """A span's own time is its duration less the time of its children, and only of its children."""
    assert self_times_ms(spans) == close(expected)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param(
            [span("a", None, 0, 100), span("b", "a", 10, 40), span("c", "a", 30, 60)],
            {"a": 50, "b": 30, "c": 30},
            id="two_overlap",
        ),
        pytest.param(
            [span("a", None, 0, 100), span("b", "a", 20, 70), span("c", "a", 20, 70)],
            {"a": 50, "b": 50, "c": 50},
            id="two_at_the_same_time",
        ),
        pytest.param(
            [span("a", None, 0, 100), span("b", "a", 10, 80), span("c", "a", 20, 30), span("d", "a", 50, 70)],
            {"a": 30, "b": 70, "c": 10, "d": 20},
            id="two_inside_a_third",
        ),
        pytest.param(
            [span("a", None, 0, 100), span("b", "a", 50, 90), span("c", "a", 10, 60), span("d", "a", 0, 20)],
            {"a": 10, "b": 40, "c": 50, "d": 20},
            id="latest_comes_first",
        ),
    ],
)
def test_children_that_overlap(spans, expected):
    """Time in which several children were at work is taken off once."""
    assert self_times_ms(spans) == close(expected)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([span("a", None, 100, 200), span("b", "a", 80, 120)], {"a": 80, "b": 40}, id="starts_before"),
        pytest.param([span("a", None, 100, 200), span("b", "a", 170, 260)], {"a": 70, "b": 90}, id="outlives_it"),
        pytest.param([span("a", None, 100, 200), span("b", "a", 50, 300)], {"a": 0, "b": 250}, id="on_both_sides"),
        pytest.param([span("a", None, 100, 200), span("b", "a", 210, 240)], {"a": 100, "b": 30}, id="lies_after_it"),
        pytest.param([span("a", None, 100, 200), span("b", "a", 20, 90)], {"a": 100, "b": 70}, id="lies_before_it"),
        pytest.param(
            [span("a", None, 0, 100), span("b", "a", 10, 30), span("c", "b", 20, 50)],
            {"a": 80, "b": 10, "c": 30},
            id="grandchild_that_outlives_its_parent",
        ),
    ],
)
def test_children_that_stick_out(spans, expected):
    """Only the part of a child that lies inside its parent is taken off the parent."""
    assert self_times_ms(spans) == close(expected)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param(
            [span("a", None, 0, 100), span("b", "lost", 10, 60), span("c", "b", 20, 30)],
            {"a": 100, "b": 40, "c": 10},
            id="parent_was_never_collected",
        ),
        pytest.param([span("a", "lost", 0, 9), span("b", "lost", 0, 5)], {"a": 9, "b": 5}, id="orphans_only"),
        pytest.param(
            [span("a", None, 0, 10), span("b", None, 5, 25), span("c", "b", 5, 10)],
            {"a": 10, "b": 15, "c": 5},
            id="two_roots",
        ),
        pytest.param(
            [span("c", "b", 20, 50), span("b", "a", 10, 60), span("a", None, 0, 100)],
            {"a": 50, "b": 20, "c": 30},
            id="children_listed_first",
        ),
    ],
)
def test_roots_and_order(spans, expected):
    """A span without a parent in the list is a root, and the list has no order."""
    assert self_times_ms(spans) == close(expected)


@pytest.mark.parametrize(
    ("trace_id", "name", "expected"),
    [
        pytest.param("req_7f3a05", "pick_model", 19.0, id="pick_model_when_fast"),
        pytest.param("req_c91e27", "pick_model", 418.5, id="pick_model_when_slow"),
        pytest.param("req_c91e27", "route_prompt", 5.25, id="route_prompt_when_slow"),
        pytest.param("req_c91e27", "retrieve", 2.5, id="retrieve_when_slow"),
        pytest.param("req_c91e27", "handle_chat", 8.0, id="handle_chat_when_slow"),
        pytest.param("req_c91e27", "POST /v1/chat", 2.25, id="gateway_when_slow"),
        pytest.param("req_c91e27", "scan_output", 182.0, id="orphan_when_slow"),
    ],
)
def test_hops_of_the_collected_traces(trace_id, name, expected):
    """The own time of one hop of a real-looking trace is right; keys that the task doesn't name don't matter."""
    spans = collected(trace_id)
    span_id = next(each["span_id"] for each in spans if each["name"] == name)
    assert self_times_ms(spans)[span_id] == close(expected)


def test_a_fresh_trace_each_time(seed):
    """On a trace drawn anew for each attempt, own times are what counting millisecond by millisecond gives."""
    spans = seeded_spans(seed + 100)
    assert self_times_ms(spans) == close(milliseconds_without_children(spans))


@pytest.mark.parametrize("spans", [pytest.param(seeded_spans(seed), id=f"seed_{seed}") for seed in (1, 2, 3)])
def test_counting_millisecond_by_millisecond_agrees(spans):
    """Own times are what you get by going through each span's milliseconds one by one."""
    assert self_times_ms(spans) == close(milliseconds_without_children(spans))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param(
            [
                span("a", None, 0.5, 100.25),
                span("b", "a", 1.25, 60.75),
                span("c", "b", 2.0, 31.5),
                span("d", "a", 60.75, 99.0),
                span("e", "d", 70.25, 98.75),
            ],
            99.75,
            id="tidy_tree",
        )
    ],
)
def test_own_times_of_a_tidy_trace_add_up(spans, expected):
    """Where no siblings overlap or stick out, own times add up to the root's duration."""
    assert sum(self_times_ms(spans).values()) == close(expected)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param(
            [
                span("a", None, 1_767_225_600_000.0, 1_767_225_600_400.5),
                span("b", "a", 1_767_225_600_100.25, 1_767_225_600_500.0),
            ],
            {"a": 100.25, "b": 399.75},
            id="unix_time",
        )
    ],
)
def test_times_may_be_large(spans, expected):
    """Milliseconds since 1970 work as well as milliseconds since the request came in."""
    assert self_times_ms(spans) == close(expected)


@pytest.mark.parametrize(
    "spans",
    [
        pytest.param([span("a", None, 10, 9)], id="root_ends_before_it_starts"),
        pytest.param([span("a", None, 0, 100), span("b", "a", 60, 40)], id="child_ends_before_it_starts"),
        pytest.param([span("a", None, 0, 100), span("b", "a", 140, 130)], id="child_outside_ends_before_it_starts"),
        pytest.param([span("a", None, 0, 9), span("b", "a", 1, 4), span("b", "a", 5, 8)], id="id_twice"),
        pytest.param([span("a", None, 0, 9), span("a", None, 0, 9)], id="same_span_twice"),
    ],
)
def test_impossible_spans_are_refused(spans):
    """An end before its start and an id given twice raise ValueError."""
    with pytest.raises(ValueError):
        self_times_ms(spans)


@pytest.mark.parametrize("spans", [pytest.param([span("b", "a", 5, 9), span("a", None, 0, 8)], id="child_first")])
def test_spans_are_left_alone(spans):
    """After the call the spans, and their order, are what they were."""
    before = copy.deepcopy(spans)
    self_times_ms(spans)
    assert spans == before


@pytest.mark.parametrize(
    ("spans", "expected"), [pytest.param((span("a", None, 0, 9), span("b", "a", 2, 4)), {"a": 7, "b": 2}, id="tuple")]
)
def test_a_tuple_of_spans_will_do(spans, expected):
    """Any sequence of spans is fine."""
    assert self_times_ms(spans) == close(expected)
