"""Judges exact_top, recall_at, mrr, ndcg_at and index_check, on a few ids and on the store in results.json."""

import base64
import copy
import json
import math
import random
from pathlib import Path

import pytest
from answer import exact_top, index_check, mrr, ndcg_at, recall_at

SQUARE = {"east": [1.0, 0.0], "north": [0.0, 1.0], "far": [2.0, 2.0], "west": [-1.0, 0.0]}


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def decoded(item):
    return [item["scale"] * (byte - 256 if byte > 127 else byte) for byte in base64.b64decode(item["vector"])]


def load(name):
    return json.loads(Path(name).read_text(encoding="utf-8"))


def corpus():
    """Return fresh vectors of the chunks and of the questions."""
    chunks = load("chunks-64-16.json")["chunks"]
    vectors = {f"{chunk['document']}:{chunk['first_token']}": decoded(chunk) for chunk in chunks}
    return vectors, {question["id"]: decoded(question) for question in load("questions.json")["questions"]}


def drawn(seed, count):
    """Return ids in no order, each with a vector of one number, all different; the same for the same seed."""
    generator = random.Random(seed)
    ids = generator.sample([f"chunk-{number}" for number in range(100)], count)
    return dict(zip(ids, ([float(x)] for x in generator.sample(range(1, 1_000), count))))


@pytest.mark.parametrize(
    ("query", "vectors", "k", "expected"),
    [
        pytest.param([1.0, 0.5], SQUARE, 2, ["far", "east"], id="two_of_four"),
        pytest.param([-1.0, 0.2], SQUARE, 1, ["west"], id="the_best_alone"),
        pytest.param([0.1, -1.0], SQUARE, 9, ["east", "west", "north", "far"], id="k_beyond_the_vectors"),
        pytest.param([0.6, 0.8], {"long": [5.0, 0.0], "near": [0.6, 0.8]}, 1, ["long"], id="product_not_cosine"),
        pytest.param([0.0], {"c": [3.0], "a": [1.0], "b": [2.0]}, 2, ["a", "b"], id="ties_by_id"),
        pytest.param([1.0], {"b": [1.0], "c": [7.0], "a": [1.0]}, 3, ["c", "a", "b"], id="tie_below_the_best"),
    ],
)
def test_exact_top_of_a_few_vectors(query, vectors, k, expected):
    """The highest dot products come first, equal ones by id."""
    assert exact_top(query, vectors, k) == expected


@pytest.mark.parametrize(
    ("returned", "relevant", "k", "expected"),
    [
        pytest.param(["a", "x", "b", "y"], {"a", "b", "c"}, 4, 2 / 3, id="two_of_three"),
        pytest.param(["a", "x", "b", "y"], {"a", "b", "c"}, 2, 1 / 3, id="only_the_first_k"),
        pytest.param(["x", "a"], {"a"}, 10, 1.0, id="k_beyond_the_list"),
        pytest.param(["a", "a", "b"], {"a", "b", "c", "d"}, 3, 0.5, id="returned_twice"),
        pytest.param([], {"a"}, 5, 0.0, id="nothing_returned"),
    ],
)
def test_recall_of_a_few_ids(returned, relevant, k, expected):
    """Recall is the share of all relevant ids among the first k."""
    assert recall_at(returned, relevant, k) == close(expected)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        pytest.param([(["x", "a", "b"], {"a", "b"}), (["c"], {"c"})], 0.75, id="second_and_first"),
        pytest.param([(["x", "y"], {"a"}), (["x", "y", "z", "a"], {"a"})], 0.125, id="never_and_fourth"),
        pytest.param([([], {"a"})], 0.0, id="nothing_returned"),
        pytest.param([(["x", "x", "a"], {"a", "b"})], 1 / 3, id="a_place_taken_twice"),
    ],
)
def test_mrr_of_a_few_runs(runs, expected):
    """Each run counts with 1 / rank of its first relevant id, or with 0."""
    assert mrr(runs) == close(expected)


@pytest.mark.parametrize(
    ("returned", "gains", "k", "expected"),
    [
        pytest.param(["b", "x", "a"], {"a": 2, "b": 1}, 3, 2 / (2 + 1 / math.log2(3)), id="graded"),
        pytest.param(["b", "a"], {"a": 3, "b": 1}, 1, 1 / 3, id="only_the_first_k"),
        pytest.param(["x", "a"], {"a": 1}, 9, 1 / math.log2(3), id="k_beyond_the_list"),
        pytest.param(["a", "a", "b"], {"a": 2, "b": 2}, 3, 3 / (2 + 2 / math.log2(3)), id="returned_twice"),
        pytest.param(["x", "a"], {"a": 0.5, "b": 0}, 2, 1 / math.log2(3), id="a_gain_of_zero"),
        pytest.param(["x"], {"a": 1}, 1, 0.0, id="nothing_of_use"),
    ],
)
def test_ndcg_of_a_few_ids(returned, gains, k, expected):
    """The discounted gain is measured against that of the best order, cut at k."""
    assert ndcg_at(returned, gains, k) == close(expected)


@pytest.mark.parametrize(
    ("results", "k", "expected"),
    [
        pytest.param({"q": ["far", "east"], "r": ["north", "far"]}, 2, (1.0, {}), id="all_found"),
        pytest.param({"q": ["far", "old"], "r": ["far", "far"]}, 2, (0.5, {"east": 1, "north": 1}), id="half_found"),
        pytest.param({"q": ["far", "east"]}, 2, (0.5, {"far": 1, "north": 1}), id="one_timed_out"),
        pytest.param({"q": ["far"], "r": ["far"], "s": []}, 1, (1.0, {}), id="a_result_nobody_asked_for"),
        pytest.param(
            {"q": ["far", "east", "west"], "r": ["far", "east", "north", "west"]},
            9,
            (0.875, {"north": 1}),
            id="k_beyond_the_vectors",
        ),
        pytest.param({"q": ["west", "far"], "r": ["east", "far"]}, 1, (0.0, {"far": 2}), id="lost_twice"),
    ],
)
def test_index_check_of_two_queries(results, k, expected):
    """Mean recall against exact search, and which ids were lost how often."""
    recall, lost = index_check(results, {"q": [1.0, 0.5], "r": [0.5, 1.0]}, SQUARE, k)
    assert (recall, lost) == (close(expected[0]), expected[1])


@pytest.mark.parametrize(
    ("setting", "expected"),
    [pytest.param(0, (0.496, 139, 3), id="1_cell"), pytest.param(3, (0.904, 34, 3), id="all_cells")],
)
def test_index_check_of_the_store(setting, expected):
    """Recall@10 of a setting, how many chunks were lost, and how often the first chunk of "keys" was."""
    vectors, queries = corpus()
    recall, lost = index_check(load("results.json")["settings"][setting]["returned"], queries, vectors, 10)
    assert (recall, len(lost), lost.get("keys:0")) == (close(expected[0]), *expected[1:])


def test_exact_search_against_itself_each_time(seed):
    """On vectors drawn anew, exact results have recall 1; without their last id they have lost that one."""
    vectors = drawn(seed, 12)
    exact = sorted(vectors, key=lambda id: -vectors[id][0])
    assert exact_top([1.0], vectors, 5) == exact[:5]
    queries = {"q": [1.0], "r": [2.0]}
    assert index_check({"q": exact[:5], "r": exact[:4]}, queries, vectors, 5) == (close(0.9), {exact[4]: 1})


def test_best_order_each_time(seed):
    """With gains drawn anew the best order scores 1, and every swap of two unequal neighbors costs something."""
    gains = {id: vector[0] for id, vector in drawn(seed, 6).items()}
    best = sorted(gains, key=lambda id: -gains[id])
    assert ndcg_at(best, gains, 6) == close(1.0)
    for place in range(5):
        swapped = [*best[:place], best[place + 1], best[place], *best[place + 2 :]]
        assert ndcg_at(swapped, gains, 6) < 1


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        pytest.param(exact_top, ([1.0], {"a": [1.0]}, 0), id="exact_top_with_k_of_0"),
        pytest.param(exact_top, ([1.0], {}, 1), id="no_vectors"),
        pytest.param(exact_top, ([1.0, 1.0], {"a": [1.0, 1.0], "b": [1.0]}, 1), id="a_shorter_vector"),
        pytest.param(recall_at, (["a"], {"a"}, 0), id="recall_with_k_of_0"),
        pytest.param(recall_at, (["a"], set(), 1), id="nothing_relevant"),
        pytest.param(mrr, ([],), id="no_runs"),
        pytest.param(mrr, ([(["a"], {"a"}), (["a"], set())],), id="a_run_with_nothing_relevant"),
        pytest.param(ndcg_at, (["a"], {"a": 1}, 0), id="ndcg_with_k_of_0"),
        pytest.param(ndcg_at, (["a"], {"a": 2, "b": -1}, 1), id="a_gain_below_0"),
        pytest.param(ndcg_at, (["a"], {"a": 0}, 1), id="no_gain_above_0"),
        pytest.param(index_check, ({}, {}, {"a": [1.0]}, 1), id="no_queries"),
    ],
)
def test_bad_input_is_refused(call, arguments):
    """What has no ranking or no share raises ValueError."""
    with pytest.raises(ValueError):
        call(*arguments)


def test_arguments_are_left_alone():
    """After the calls everything is what it was, in its order."""
    vectors, returned, gains = {"b": [1.0], "a": [2.0]}, ["b", "b", "a"], {"b": 1, "a": 2}
    results, queries = {"q": returned}, {"q": [1.0]}
    before = copy.deepcopy([vectors, results, queries, gains])
    exact_top([1.0], vectors, 1)
    recall_at(returned, gains.keys(), 2)
    ndcg_at(returned, gains, 3)
    index_check(results, queries, vectors, 1)
    got = [vectors, results, queries, gains]
    assert [got, *map(list, got)] == [before, *map(list, before)]
