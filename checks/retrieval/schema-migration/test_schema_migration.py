"""Judges compare, dual_read and still_old, on small schemas, on the release in schemas.json and on its payloads."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import compare, dual_read, still_old

RENAME = {"top_n": "top_k"}


def text(required=False, **limits):
    """Return a field that holds a string."""
    return {"type": "string", "required": required, **limits}


def of_type(name, **limits):
    """Return an optional field of a type."""
    return {"type": name, "required": False, **limits}


def at(minute):
    """Return a time of an evening."""
    return f"2026-11-19T18:{minute:02}:00.000Z"


def sample(customer, minute, **payload):
    """Return a kept payload of that evening."""
    return {"customer": customer, "ts": at(minute), "payload": payload}


def released(endpoint):
    """Return old schema, new schema, renames and defaults of an endpoint, fresh from the file."""
    change = json.loads(Path("schemas.json").read_text(encoding="utf-8"))[endpoint]
    return change["old"], change["new"], change["renames"], change["defaults"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param({}, {"seed": text()}, [("seed", "added", False)], id="optional_field_added"),
        pytest.param({}, {"seed": text(required=True)}, [("seed", "added", True)], id="required_field_added"),
        pytest.param({"seed": text()}, {"seed": text(required=True)}, [("seed", "required", True)], id="now_required"),
        pytest.param({"seed": text(required=True)}, {"seed": text()}, [("seed", "optional", False)], id="now_optional"),
        pytest.param({"seed": text(required=True)}, {"seed": text(required=True)}, [], id="nothing_changed"),
    ],
)
def test_fields_that_come_or_become_required(old, new, expected):
    """What a client need not send yet breaks it only if it must be sent from now on."""
    assert sorted(compare(old, new, {}, True)) == expected


@pytest.mark.parametrize(
    ("refuses_unknown", "expected"),
    [
        pytest.param(True, [("seed", "removed", True)], id="unknown_fields_are_refused"),
        pytest.param(False, [("seed", "removed", False)], id="unknown_fields_are_ignored"),
    ],
)
def test_a_field_that_goes(refuses_unknown, expected):
    """A field that clients still send breaks them where unknown fields are refused, and only there."""
    assert compare({"seed": text()}, {}, {}, refuses_unknown) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(text(values=["a", "b"]), text(values=["b", "a", "c"]), [("widened", False)], id="a_value_more"),
        pytest.param(text(values=["a", "b"]), text(values=["b"]), [("narrowed", True)], id="a_value_less"),
        pytest.param(
            text(values=["a"]), text(values=["b"]), [("narrowed", True), ("widened", False)], id="another_value"
        ),
        pytest.param(text(), text(values=["a", "b"]), [("narrowed", True)], id="no_longer_any_value"),
        pytest.param(text(values=["a", "b"]), text(values=["b", "a"]), [], id="values_in_another_order"),
        pytest.param(text(max=10), text(max=9), [("narrowed", True)], id="a_lower_bound"),
        pytest.param(text(max=10), text(), [("widened", False)], id="bound_dropped"),
        pytest.param(text(), text(max=0), [("narrowed", True)], id="bound_of_0_added"),
        pytest.param(of_type("integer"), of_type("number"), [("widened", False)], id="integer_to_number"),
        pytest.param(of_type("number"), of_type("integer"), [("narrowed", True)], id="number_to_integer"),
        pytest.param(
            of_type("string"), of_type("array"), [("narrowed", True), ("widened", False)], id="string_to_array"
        ),
        pytest.param(
            text(values=["a"], max=5),
            text(values=["a", "b"], max=4),
            [("narrowed", True), ("widened", False)],
            id="more_values_and_a_lower_bound",
        ),
    ],
)
def test_what_a_field_accepts(before, after, expected):
    """A request field that accepts less breaks whoever sent the rest; one that accepts more breaks nobody."""
    changes = compare({"mode": before}, {"mode": after}, {}, True)
    assert sorted(changes) == [("mode", *change) for change in expected]


@pytest.mark.parametrize(
    ("renames", "after", "expected"),
    [
        pytest.param({}, text(max=9), [("top_k", "added", False), ("top_n", "removed", True)], id="not_declared"),
        pytest.param(RENAME, text(max=9), [("top_k", "renamed", False)], id="declared"),
        pytest.param(
            RENAME, text(max=8), [("top_k", "narrowed", True), ("top_k", "renamed", False)], id="declared_and_narrowed"
        ),
    ],
)
def test_a_rename_has_to_be_declared(renames, after, expected):
    """Declared, it is one change that breaks nobody by itself; else it's a field that goes and one that comes."""
    assert sorted(compare({"top_n": text(max=9)}, {"top_k": after}, renames, True)) == expected


@pytest.mark.parametrize(
    ("old", "new", "renames"),
    [
        pytest.param(["a"], ["b"], {"c": "b"}, id="from_an_unknown_field"),
        pytest.param(["a"], ["a", "b"], {"a": "b"}, id="from_a_field_that_stays"),
        pytest.param(["a", "b"], ["b"], {"a": "b"}, id="to_a_field_that_was_there"),
        pytest.param(["a", "b"], ["c"], {"a": "c", "b": "c"}, id="two_to_one"),
    ],
)
def test_impossible_renames_are_refused(old, new, renames):
    """A rename leads from a field of the old schema only to one of the new only, no two to the same."""
    with pytest.raises(ValueError):
        compare(dict.fromkeys(old, text()), dict.fromkeys(new, text()), renames, True)


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        pytest.param({"query": "x", "top_n": 5}, {"query": "x", "top_k": 5, "kind": "doc"}, id="old_form"),
        pytest.param({"top_k": 5, "kind": "query"}, {"top_k": 5, "kind": "query"}, id="new_form"),
        pytest.param({"top_n": 5, "top_k": 5}, {"top_k": 5, "kind": "doc"}, id="both_names_one_value"),
        pytest.param({"top_n": 0, "kind": None}, {"top_k": 0, "kind": None}, id="0_and_none_are_values"),
        pytest.param({}, {"kind": "doc"}, id="empty"),
    ],
)
def test_dual_read_of_a_payload(payload, expected):
    """Either form comes out in the new one: by its new names, with a default for what isn't there at all."""
    assert dual_read(payload, RENAME, {"kind": "doc"}) == expected


def test_dual_read_fills_in_under_the_new_name():
    """A default belongs to the new name, and a value under the old one is enough to make it unnecessary."""
    assert dual_read({"top_n": 3}, RENAME, {"top_k": 10}) == {"top_k": 3}


@pytest.mark.parametrize("payload", [{"top_n": 5, "top_k": 6}, {"top_k": None, "top_n": 5}])
def test_dual_read_refuses_two_values_for_one_field(payload):
    """Old and new name with different values say two things; nobody can know which is meant."""
    with pytest.raises(ValueError):
        dual_read(payload, RENAME, {})


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        pytest.param([sample("a", 5, top_n=3), sample("b", 9, top_k=3)], {"a": at(5)}, id="one_of_two"),
        pytest.param([sample("a", 50, top_n=3), sample("a", 7, top_n=3)], {"a": at(50)}, id="not_in_order"),
        pytest.param([sample("a", 5, top_n=3), sample("a", 9, top_k=3)], {"a": at(5)}, id="has_moved_since"),
        pytest.param([sample("a", 5, top_n=3, top_k=3)], {"a": at(5)}, id="both_names"),
        pytest.param(
            [sample("b", 1, top_n=3, top_k=4), sample("a", 2, top_n=1)], {"a": at(2), "b": at(1)}, id="two_values"
        ),
        pytest.param([], {}, id="no_samples"),
    ],
)
def test_who_still_needs_the_dual_read(samples, expected):
    """A customer counts as long as a payload is changed or refused by the dual read, with the latest such time."""
    assert still_old((each for each in samples), RENAME, {}) == expected


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        pytest.param("/v1/rerank", ["return_documents removed", "top_n removed"], id="rerank"),
        pytest.param("/v1/embed", ["input_type required", "truncate narrowed"], id="embed"),
    ],
)
def test_breaks_of_the_release(endpoint, expected):
    """Of the release in schemas.json, which declares no rename, exactly these changes break."""
    old, new, *_ = released(endpoint)
    changes = compare(old, new, {}, True)
    assert sorted(f"{name} {change}" for name, change, breaks in changes if breaks) == expected


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        pytest.param("/v1/rerank", (19, "2026-11-19T20:26:36.745Z"), id="rerank"),
        pytest.param("/v1/embed", (10, "2026-11-19T19:47:42.988Z"), id="embed"),
    ],
)
def test_customers_of_the_evening(endpoint, expected):
    """As many customers of samples.jsonl need the dual read, the last of them at this time."""
    *_, renames, defaults = released(endpoint)
    samples = [json.loads(line) for line in Path("samples.jsonl").read_text(encoding="utf-8").splitlines()]
    found = still_old([each for each in samples if each["endpoint"] == endpoint], renames, defaults)
    assert (len(found), max(found.values())) == expected


def test_a_fresh_change_each_time(seed):
    """Of a schema changed at random, each change is found; and read backwards, its opposite."""
    draw = random.Random(seed)
    edits = {  # what was and what is, and what that's called, forwards and backwards
        "kept": (text(max=7), text(max=7), None, None),
        "came": (None, text(), ("added", False), ("removed", True)),
        "demanded": (None, text(True), ("added", True), ("removed", True)),
        "narrowed": (text(max=7), text(max=draw.randrange(7)), ("narrowed", True), ("widened", False)),
        "relaxed": (text(True), text(), ("optional", False), ("required", True)),
        "opened": (of_type("integer"), of_type("number"), ("widened", False), ("narrowed", True)),
    }
    old, new, forwards, backwards = {}, {}, [], []
    for number in range(12):
        name, (before, after, there, back) = f"f{number}", draw.choice(list(edits.values()))
        old |= {name: before} if before else {}
        new |= {name: after} if after else {}
        forwards += [(name, *there)] if there else []
        backwards += [(name, *back)] if back else []
    assert sorted(compare(old, new, {}, True)) == sorted(forwards)
    assert sorted(compare(new, old, {}, True)) == sorted(backwards)


def test_arguments_are_left_alone():
    """After the calls schemas, renames, defaults, payloads and samples are what they were."""
    old, new, renames, defaults = released("/v1/rerank")
    samples = [sample("a", 5, query="x", top_n=3), sample("b", 6, top_n=3, top_k=4)]
    given = [old, new, renames, {"query": "y"}, samples]
    before = copy.deepcopy(given)
    compare(old, new, renames, True)
    dual_read(samples[0]["payload"], renames, given[3])
    still_old(samples, renames, given[3])
    assert given == before
