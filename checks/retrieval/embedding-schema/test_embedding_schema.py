"""Judges validate(batch, dimension, norm_tolerance), on items of 4 numbers and on the batch in payload.jsonl."""

import copy
import json
import math
import random
import re
from itertools import zip_longest
from pathlib import Path

import pytest
from answer import validate

A = {"id": "a", "vector": [1.0, 0.0, 0.0, 0.0]}
B = {"id": "b", "vector": [0.6, -0.8, 0.0, 0.0]}
D = {"id": "d", "vector": [0.5, 0.5, 0.5, 0.5]}
NAN, INFINITY = math.nan, math.inf


def among(item):
    """Return a batch with the item at index 2, all of it copied: an answer that changes one can't reach another."""
    return copy.deepcopy([A, B, item, D])


def payload():
    """Return the batch of payload.jsonl, fresh from the file."""
    return [json.loads(line) for line in Path("payload.jsonl").read_text(encoding="utf-8").splitlines()]


def named(messages, wanted):
    """Return, for each message, which of the words wanted there it holds as words of their own."""
    pairs = zip_longest(messages, wanted, fillvalue="")
    return [[word for word in words if re.search(rf"\b{word}\b", message)] for message, words in pairs]


@pytest.mark.parametrize(
    "batch",
    [
        pytest.param(among({"id": "c", "vector": [0.1, -0.7, 0.1, 0.7]}), id="floats"),
        pytest.param(among({"id": "c", "vector": [0, -1, 0, 0]}), id="whole_numbers"),
        pytest.param(among({"id": "c", "vector": [1.0005, 0, 0.0, 0]}), id="norm_a_little_high"),
        pytest.param(among({"id": "c", "vector": [0.9995, 0.0, 0.0, 0.0]}), id="norm_a_little_low"),
        pytest.param(among({"id": "a", "vector": [0.0, 1.0, 0.0, 0.0]}), id="id_used_before"),
        pytest.param(among({"id": "", "vector": [0.0, 0.0, 0.0, 1.0]}), id="empty_id"),
        pytest.param(among({"id": "c", "vector": [0.0, 0.0, 1.0, 0.0], "text": None, "norm": 7}), id="other_keys"),
    ],
)
def test_a_good_item_comes_back_unchanged(batch):
    """If all items are good, all of them come back as they were, and there is no message."""
    before = copy.deepcopy(batch)
    assert validate(batch, 4) == (before, [])


@pytest.mark.parametrize(
    ("batch", "expected"),
    [
        pytest.param(among({"id": "c", "vector": [0.6, 0.8, 0.0]}), [A, B, D], id="one_number_short"),
        pytest.param(among({"id": "c", "vector": [0.6, 0.8, 0.0, 0.0, 0.0]}), [A, B, D], id="one_number_too_many"),
        pytest.param(among({"id": "c", "vector": []}), [A, B, D], id="no_numbers"),
        pytest.param(among({"id": "c", "vector": [False, True, False, False]}), [A, B, D], id="bools"),
        pytest.param(among({"id": "c", "vector": [0.6, 0.8, 0.0, None]}), [A, B, D], id="none_inside"),
        pytest.param(among({"id": "c", "vector": ["0.6", "0.8", "0.0", "0.0"]}), [A, B, D], id="numbers_as_text"),
        pytest.param(among({"id": "c", "vector": [0.6, NAN, 0.8, 0.0]}), [A, B, D], id="nan"),
        pytest.param(among({"id": "c", "vector": [0.0, 0.0, 0.0, -INFINITY]}), [A, B, D], id="infinity"),
        pytest.param(among({"id": "c", "vector": [[0.6, 0.8, 0.0, 0.0]]}), [A, B, D], id="a_list_in_the_list"),
        pytest.param(among({"id": "c", "vector": None}), [A, B, D], id="vector_is_none"),
        pytest.param(among({"id": "c", "vector": "1000"}), [A, B, D], id="vector_is_text"),
        pytest.param(among({"id": "c"}), [A, B, D], id="no_vector"),
        pytest.param(among({"id": "c", "vector": [1.5, 0.0, 0.0, 0.0]}), [A, B, D], id="norm_1.5"),
        pytest.param(among({"id": "c", "vector": [0.499, 0.5, 0.5, 0.495]}), [A, B, D], id="norm_0.997"),
        pytest.param(among({"id": 7, "vector": [1.0, 0.0, 0.0, 0.0]}), [A, B, D], id="id_is_a_number"),
        pytest.param(among({"vector": [1.0, 0.0, 0.0, 0.0]}), [A, B, D], id="no_id"),
    ],
)
def test_a_bad_item_is_left_out_and_the_others_survive(batch, expected):
    """Of four items with a bad one among them, the three good ones come back, unchanged and in order."""
    assert validate(batch, 4)[0] == expected


@pytest.mark.parametrize(
    ("batch", "expected"),
    [
        pytest.param(among({"id": "c", "vector": [0.6, 0.8, 0.0]}), [["2", "vector"]], id="wrong_dimension"),
        pytest.param(among({"id": "c", "vector": [0.6, NAN, 0.8, 0.0]}), [["2", "vector"]], id="nan"),
        pytest.param(among({"id": "c", "vector": [1.5, 0.0, 0.0, 0.0]}), [["2", "vector"]], id="norm"),
        pytest.param(among({"id": "c"}), [["2", "vector"]], id="no_vector"),
        pytest.param(among({"id": 7, "vector": [1.0, 0.0, 0.0, 0.0]}), [["2", "id"]], id="id_is_a_number"),
        pytest.param(among({"vector": [1.0, 0.0, 0.0, 0.0]}), [["2", "id"]], id="no_id"),
    ],
)
def test_the_message_names_item_and_field(batch, expected):
    """The one message holds the item's index and the bad field as words of their own."""
    messages = validate(batch, 4)[1]
    assert named(messages, expected) == expected


@pytest.mark.parametrize(
    ("batch", "expected"),
    [
        pytest.param(among({"id": 7, "vector": [2.5]}), [True], id="id_and_vector"),
        pytest.param(among({}), [True], id="empty_item"),
    ],
)
def test_an_item_with_two_bad_fields_gets_one_message(batch, expected):
    """If both fields are bad there is one message all the same, and it names either."""
    messages = validate(batch, 4)[1]
    assert [bool(re.search(r"\b(id|vector)\b", message)) for message in messages] == expected


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        pytest.param([0, 1], [["0", "vector"], ["1", "vector"]], id="first_two"),
        pytest.param([3, 5, 11], [["3", "vector"], ["5", "vector"], ["11", "vector"]], id="last_of_12_and_others"),
    ],
)
def test_messages_come_in_order(bad, expected):
    """Several bad items give as many messages, in their order, with indexes counted from 0 over the whole batch."""
    batch = [{"id": "c", "vector": [2.25, 2.25] if index in bad else [0.0, 1.0, 0.0, 0.0]} for index in range(12)]
    messages = validate(batch, 4)[1]
    assert named(messages, expected) == expected


@pytest.mark.parametrize(
    ("norm", "norm_tolerance", "expected"),
    [
        pytest.param(1.08, 0.1, 1, id="8_percent_off_10_allowed"),
        pytest.param(0.88, 0.1, 0, id="12_percent_off_10_allowed"),
        pytest.param(1.0005, 1e-4, 0, id="a_little_off_and_less_allowed"),
    ],
)
def test_norm_tolerance_is_the_caller_s(norm, norm_tolerance, expected):
    """How far the norm may be from 1 is what the caller says."""
    good, _ = validate([{"id": "c", "vector": [0.6 * norm, 0.8 * norm]}], 2, norm_tolerance=norm_tolerance)
    assert len(good) == expected


@pytest.mark.parametrize("item", [pytest.param({"id": "c", "vector": [-1.0]}, id="minus_1")])
def test_one_dimension_is_enough(item):
    """A vector of one number is fine where one is expected."""
    assert validate([item], 1) == ([item], [])


@pytest.mark.parametrize("expected", [pytest.param(([], []), id="no_items")])
def test_an_empty_batch_is_fine(expected):
    """No items give no good ones and no messages."""
    assert validate([], 4) == expected


@pytest.mark.parametrize(
    ("batch", "dimension"),
    [
        pytest.param([], 0, id="0_and_no_items"),
        pytest.param([{"id": "c", "vector": []}], 0, id="0_and_an_empty_vector"),
        pytest.param([{"id": "c", "vector": [1.0]}], -1, id="below_0"),
    ],
)
def test_an_impossible_dimension_is_refused(batch, dimension):
    """A dimension below 1 raises ValueError, whatever the batch holds."""
    with pytest.raises(ValueError):
        validate(batch, dimension)


@pytest.mark.parametrize("batch", [pytest.param([B, {"id": 7, "vector": [1.5]}, {"id": "c"}], id="one_good_two_bad")])
def test_the_batch_is_left_alone(batch):
    """After the call the batch is what it was, bad items included."""
    before = copy.deepcopy(batch)
    validate(batch, 4)
    assert batch == before


@pytest.mark.parametrize("seed", [pytest.param(1, id="seed_1")])
def test_every_item_is_either_good_or_reported(seed):
    """Good items and messages together are as many as the batch has items."""
    generator = random.Random(seed)
    values = [0.0, 1.0, -1.0, 1, NAN, True, None, "1"]
    batch = [{"id": "c", "vector": generator.choices(values, [9, 6, 2, 2, 1, 1, 1, 1], k=2)} for _ in range(60)]
    good, messages = validate(batch, 2)
    assert len(good) + len(messages) == 60


@pytest.mark.parametrize("bad", [pytest.param([2, 5, 9, 12, 15, 16, 20, 23, 24, 28, 31, 34, 37], id="13_of_40")])
def test_items_of_the_payload(bad):
    """Of the 40 items in payload.jsonl, all but the 13 bad ones come back, in order."""
    items = payload()
    expected = [item for index, item in enumerate(items) if index not in bad]
    assert validate(payload(), 8)[0] == expected


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(
            [[str(index), "id" if index in (12, 23) else "vector"] for index in (2, 5, 9, 12, 15, 16, 20, 23, 24)]
            + [[str(index), "vector"] for index in (28, 31, 34, 37)],
            id="13_of_40",
        )
    ],
)
def test_messages_on_the_payload(expected):
    """The messages on payload.jsonl name, one after the other, the bad items and their fields."""
    assert named(validate(payload(), 8)[1], expected) == expected
