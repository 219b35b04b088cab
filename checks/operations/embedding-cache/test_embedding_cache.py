"""Judges EmbeddingCache on short scripts of put and get, and on the four hours of requests.json."""

import json
import random
from pathlib import Path

import pytest
from answer import EmbeddingCache

VECTORS = {"a": [1.0, 0.0], "b": [0.0, 1.0], "c": [0.6, 0.8], "d": [-1.0, 0.0]}


def put(text, now_s, model="v1", vector=None):
    """Return one step of a script."""
    return ("put", text, model, vector or VECTORS[text], now_s)


def get(text, now_s, model="v1"):
    """Return one step of a script."""
    return ("get", text, model, now_s)


def play(cache, steps):
    """Take the steps in order and return what each get returned, vectors as lists."""
    returned = []
    for name, *arguments in steps:
        result = getattr(cache, name)(*arguments)
        if name == "get":
            returned.append(result if result is None else list(result))
    return returned


def embedding(text, model):
    """Return a stand-in for an embedding: another one for each text and model."""
    return [float(len(text)), float(sum(map(ord, text))), float(sum(map(ord, model)))]


def replay(cache, limit=None):
    """Put the four hours of requests through a cache; return (hits, hits with somebody else's vector)."""
    data = json.loads(Path("requests.json").read_text(encoding="utf-8"))
    hits = mistaken = 0
    for now_s, text_number, model_number in data["requests"][:limit]:
        text, model = data["texts"][text_number], data["models"][model_number]
        found = cache.get(text, model, now_s)
        if found is None:
            cache.put(text, model, embedding(text, model), now_s)
        else:
            hits += 1
            mistaken += list(found) != embedding(text, model)
    return hits, mistaken


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([put("a", 0), get("a", 5)], [[1.0, 0.0]], id="what_was_put"),
        pytest.param([get("a", 0)], [None], id="nothing_was_put"),
        pytest.param([put("a", 0), get("b", 1)], [None], id="another_text"),
        pytest.param([put("a", 0), get("a", 1, "v2")], [None], id="another_model"),
        pytest.param(
            [put("a", 0, "v1"), put("a", 1, "v2", [7.0, 7.0]), get("a", 2, "v1"), get("a", 3, "v2")],
            [[1.0, 0.0], [7.0, 7.0]],
            id="one_text_by_two_models",
        ),
        pytest.param([put("a", 0), put("a", 1, vector=[9.0, 9.0]), get("a", 2)], [[9.0, 9.0]], id="put_twice"),
        pytest.param([put("refund", 0, "v1", [1.0]), get("Refund ", 1)], [None], id="text_is_taken_as_it_is"),
        pytest.param([put("plan a", 0, "1-v1", [1.0]), get("plan a1-", 1, "v1")], [None], id="pair_that_reads_alike"),
    ],
)
def test_get_returns_what_was_put_for_the_pair(steps, expected):
    """A get returns the vector put for exactly this text and this model, else None."""
    assert play(EmbeddingCache(capacity=10, ttl_s=60), steps) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([put("a", 100), get("a", 159)], [[1.0, 0.0]], id="age_59"),
        pytest.param([put("a", 100), get("a", 160)], [[1.0, 0.0]], id="age_60"),
        pytest.param([put("a", 100), get("a", 160.5)], [None], id="age_60.5"),
        pytest.param([put("a", 0), get("a", 40), get("a", 70)], [[1.0, 0.0], None], id="a_get_does_not_renew"),
        pytest.param([put("a", 0), put("a", 40), get("a", 70)], [[1.0, 0.0]], id="a_put_renews"),
        pytest.param([put("a", 0), put("b", 40), get("a", 70), get("b", 70)], [None, [0.0, 1.0]], id="one_of_two"),
        pytest.param(
            [put("a", 0), get("a", 70), put("a", 71), get("a", 72)], [None, [1.0, 0.0]], id="put_again_after_expiry"
        ),
    ],
)
def test_entries_expire_after_60_seconds(steps, expected):
    """With a time to live of 60 s an entry is served up to age 60, counted from its last put."""
    assert play(EmbeddingCache(capacity=10, ttl_s=60), steps) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(
            [put("a", 0), put("b", 1), put("c", 2), get("a", 3), get("b", 3), get("c", 3)],
            [None, [0.0, 1.0], [0.6, 0.8]],
            id="untouched_ones",
        ),
        pytest.param(
            [put("a", 0), put("b", 1), get("a", 2), put("c", 3), get("a", 4), get("b", 4)],
            [[1.0, 0.0], [1.0, 0.0], None],
            id="a_hit_counts_as_use",
        ),
        pytest.param(
            [put("a", 0), put("b", 1), put("a", 2), put("c", 3), get("a", 4), get("b", 4)],
            [[1.0, 0.0], None],
            id="a_repeated_put_counts_as_use",
        ),
        pytest.param(
            [put("a", 0), put("b", 1), put("b", 2), get("a", 3), get("b", 3)],
            [[1.0, 0.0], [0.0, 1.0]],
            id="a_repeated_put_evicts_nothing",
        ),
        pytest.param(
            [put("a", 0), put("b", 1), get("a", 1, "v2"), put("c", 2), get("a", 3), get("b", 3)],
            [None, None, [0.0, 1.0]],
            id="a_miss_is_no_use",
        ),
        pytest.param(
            [put("a", 5), put("b", 5), get("a", 5), put("c", 5), get("a", 5), get("b", 5)],
            [[1.0, 0.0], [1.0, 0.0], None],
            id="all_at_the_same_time",
        ),
        pytest.param(
            [put("a", 0), put("b", 50), get("a", 55), put("c", 70), get("a", 71), get("b", 71), get("c", 71)],
            [[1.0, 0.0], None, None, [0.6, 0.8]],
            id="expired_but_used_later_stays_in_line",
        ),
        pytest.param(
            [put("a", 0), put("b", 50), get("a", 70), put("c", 71), get("b", 72), get("c", 72)],
            [None, [0.0, 1.0], [0.6, 0.8]],
            id="found_expired_makes_room",
        ),
        pytest.param(
            [put("a", 0, "v1"), put("a", 1, "v2"), put("a", 2, "v3"), get("a", 3, "v1"), get("a", 3, "v2")],
            [None, [1.0, 0.0]],
            id="models_share_the_room",
        ),
    ],
)
def test_the_least_recently_used_makes_room(steps, expected):
    """With capacity 2 and a time to live of 60 s, a third key pushes out the one not used for longest."""
    assert play(EmbeddingCache(capacity=2, ttl_s=60), steps) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([], 0, id="new"),
        pytest.param([put("a", 0), put("a", 1), put("a", 2, "v2")], 2, id="one_key_twice"),
        pytest.param([put("a", 0), put("b", 1), put("c", 2), put("d", 3)], 3, id="one_more_than_capacity"),
        pytest.param([put("a", 0), put("b", 90), get("b", 91)], 2, id="expired_and_not_asked_for"),
        pytest.param([put("a", 0), put("b", 90), get("a", 91)], 1, id="expired_and_asked_for"),
        pytest.param([put("a", 0), put("b", 1), get("c", 2), get("a", 2, "v2")], 2, id="misses"),
    ],
)
def test_len_counts_all_that_is_kept(steps, expected):
    """With capacity 3 and a time to live of 60 s, len(cache) is the number of entries kept, expired or not."""
    cache = EmbeddingCache(capacity=3, ttl_s=60)
    play(cache, steps)
    assert len(cache) == expected


@pytest.mark.parametrize(
    ("capacity", "ttl_s"),
    [
        pytest.param(0, 60, id="no_room"),
        pytest.param(-1, 60, id="less_than_no_room"),
        pytest.param(10, 0, id="no_time"),
        pytest.param(10, -0.5, id="less_than_no_time"),
    ],
)
def test_impossible_caches_are_refused(capacity, ttl_s):
    """A capacity below 1 and a time to live of 0 or less raise ValueError."""
    with pytest.raises(ValueError):
        EmbeddingCache(capacity, ttl_s)


@pytest.mark.parametrize(
    ("capacity", "ttl_s", "expected"),
    [
        pytest.param(25, 0.5, 16, id="25_entries_half_a_second"),
        pytest.param(25, 3_600, 1152, id="25_entries_1_hour"),
        pytest.param(50, 900, 1435, id="50_entries_15_minutes"),
        pytest.param(200, 3_600, 2077, id="200_entries_1_hour"),
    ],
)
def test_hits_in_four_hours_of_requests(capacity, ttl_s, expected):
    """Of 3,000 requests, as many are served from the cache as the rules say."""
    assert replay(EmbeddingCache(capacity, ttl_s))[0] == expected


@pytest.mark.parametrize("expected", [pytest.param(0, id="during_a_model_upgrade")])
def test_no_request_gets_the_other_model_s_vector(expected):
    """Over four hours in which the model changes, no hit returns another text's or model's vector."""
    assert replay(EmbeddingCache(300, 7_200))[1] == expected


@pytest.mark.parametrize("capacities", [pytest.param([10, 40, 160], id="10_40_160")])
def test_more_room_never_costs_hits(capacities):
    """If nothing expires, a larger cache has at least the hits of a smaller one."""
    hits = [replay(EmbeddingCache(capacity, 1e9), limit=1_000)[0] for capacity in capacities]
    assert hits == sorted(hits)


@pytest.mark.parametrize(("capacity", "seed"), [pytest.param(1, 1, id="room_for_1"), pytest.param(4, 2, id="for_4")])
def test_size_never_passes_capacity(capacity, seed):
    """Whatever is put and asked for, no more than `capacity` entries are kept, and that many once enough were put."""
    generator, cache, sizes = random.Random(seed), EmbeddingCache(capacity, 5.0), []
    for now_s in range(100):
        cache.put(text=f"text {generator.randrange(12)}", model="v1", vector=[1.0], now_s=now_s)
        sizes.append(len(cache))
        cache.get(text=f"text {generator.randrange(12)}", model="v1", now_s=now_s)
    assert max(sizes) == capacity


@pytest.mark.parametrize("vector", [pytest.param([3.0, 4.0], id="not_of_length_1")])
def test_a_vector_is_left_alone(vector):
    """Neither put nor get changes the vector."""
    cache = EmbeddingCache(capacity=1, ttl_s=60)
    cache.put("refund", "v1", vector, 0.0)
    cache.get("refund", "v1", 1.0)
    assert vector == [3.0, 4.0]
