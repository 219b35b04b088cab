"""Judges scales_for, quantize, restore and recall_lost, on small vectors and on the real ones in embeddings.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import quantize, recall_lost, restore, scales_for


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def responses(factor=1):
    """Return fresh lists of the real embeddings, their first dimension multiplied by factor."""
    sets = json.loads(Path("embeddings.json").read_text(encoding="utf-8"))["sets"]
    vectors = [[item["scale"] * value for value in item["vector"]] for item in sets["v1"] + sets["v2"]]
    return [[vector[0] * factor, *vector[1:]] for vector in vectors]


def drawn(generator, count, dimension):
    """Return vectors without a zero, each dimension of a size of its own."""
    sizes = [generator.choice([0.01, 1.0, 50.0]) for _ in range(dimension)]
    return [[generator.uniform(0.1, 1) * generator.choice([-1, 1]) * size for size in sizes] for _ in range(count)]


@pytest.mark.parametrize(
    ("sample", "per_dimension", "expected"),
    [
        pytest.param([[12.7, 0.5], [-2.54, 1.27]], False, [0.1, 0.1], id="one_for_all"),
        pytest.param([[12.7, 0.5], [-2.54, 1.27]], True, [0.1, 0.01], id="one_per_dimension"),
        pytest.param([[-254.0, 1.27]], False, [2.0, 2.0], id="largest_is_negative"),
        pytest.param([[0.5, 2.54], [0.1, -25.4]], True, [0.5 / 127, 0.2], id="largest_of_a_dimension_is_negative"),
        pytest.param([[0.0, 254.0], [0.0, -1.0]], True, [1.0, 2.0], id="a_dimension_of_zeros"),
        pytest.param([[0.0, 0.0]], False, [1.0, 1.0], id="nothing_but_zeros"),
    ],
)
def test_scales_of_a_sample(sample, per_dimension, expected):
    """Each dimension gets a scale of absmax / 127, or 1 if there's nothing but zeros to scale."""
    assert scales_for(sample, per_dimension) == close(expected)


def test_one_scale_for_all_is_the_default():
    """Without a second argument there's one scale for all dimensions."""
    assert scales_for([[12.7, 0.5], [-2.54, 1.27]]) == close([0.1, 0.1])


@pytest.mark.parametrize(
    ("vectors", "scales", "expected"),
    [
        pytest.param([[0.9, -1.2, 126.6]], [1.0, 1.0, 1.0], [[1, -1, 127]], id="to_the_nearest"),
        pytest.param([[0.5, 1.5, 2.5, -0.5, -1.5]], [1.0] * 5, [[0, 2, 2, 0, -2]], id="halves_to_even"),
        pytest.param([[300.0, -300.0]], [1.0, 1.0], [[127, -127]], id="outside_the_sample_is_clipped"),
        pytest.param([[128.0, -128.0], [-127.6, 127.6]], [1.0, 1.0], [[127, -127], [-127, 127]], id="just_outside"),
        pytest.param([[1.0, 1.0], [-0.26, 25.0]], [0.25, 5.0], [[4, 0], [-1, 5]], id="each_by_its_own_scale"),
        pytest.param([[0.0, -0.0]], [1.0, 0.5], [[0, 0]], id="zeros"),
        pytest.param([], [1.0, 2.0], [], id="no_vectors"),
    ],
)
def test_codes_of_small_vectors(vectors, scales, expected):
    """Codes are number / scale, rounded half to even, within [-127, 127]."""
    assert quantize(vectors, scales) == expected


@pytest.mark.parametrize(
    ("codes", "scales", "expected"),
    [
        pytest.param([[127, -4], [0, 3]], [0.5, 10.0], [[63.5, -40.0], [0.0, 30.0]], id="two_vectors"),
        pytest.param([], [0.5], [], id="no_vectors"),
    ],
)
def test_restored_vectors(codes, scales, expected):
    """A code stands for code times scale."""
    got = [list(vector) for vector in restore(codes, scales)]
    assert got == [close(vector) for vector in expected]


@pytest.mark.parametrize(
    ("queries", "k", "expected"),
    [
        pytest.param([[0.0, 1.0]], 1, 1.0, id="the_best_is_no_longer_told_apart"),
        pytest.param([[0.0, 1.0]], 3, 1 / 3, id="one_of_three"),
        pytest.param([[0.0, 1.0], [1.0, 0.0]], 1, 0.5, id="one_query_of_two"),
        pytest.param([[0.0, -1.0]], 1, 1.0, id="the_lowest_wanted"),
        pytest.param([[1.0, 0.0]], 2, 0.0, id="kept"),
        pytest.param([[0.0, 1.0]], 4, 0.0, id="all_documents_asked_for"),
    ],
)
def test_recall_lost_among_four_documents(queries, k, expected):
    """With a scale of 1 the second numbers all become 0; ties go to the earlier document."""
    documents = [[1.0, 0.1], [3.0, -0.4], [2.0, 0.3], [0.6, 0.4]]
    assert recall_lost(queries, documents, k, [1.0, 1.0]) == close(expected)


@pytest.mark.parametrize(
    ("query", "documents", "expected"),
    [
        pytest.param([1.0, 0.0], [[9.0, 0.0], [1.0, 0.0], [7.0, 0.0]], 0.0, id="highest_product_not_nearest"),
        pytest.param([0.3, 0.4], [[0.0, 2.0], [3.0, 0.0]], 0.0, id="query_is_not_rounded"),
        pytest.param([1.0, 1.0], [[0.2, 0.2], [0.2, 0.2], [0.1, 0.1]], 0.0, id="equal_documents"),
    ],
)
def test_recall_lost_at_one(query, documents, expected):
    """The document with the highest dot product with the query itself stays first, the earlier of equal ones."""
    assert recall_lost([query], documents, 1, [1.0, 1.0]) == close(expected)


@pytest.mark.parametrize(
    ("factor", "per_dimension", "expected"),
    [
        pytest.param(1, False, 0.0, id="no_outlier"),
        pytest.param(128, False, 7 / 54, id="outlier_128_one_scale"),
        pytest.param(512, False, 38 / 54, id="outlier_512_one_scale"),
        pytest.param(512, True, 0.0, id="outlier_512_a_scale_each"),
    ],
)
def test_recall_lost_on_real_embeddings(factor, per_dimension, expected):
    """With one dimension stretched, and shrunk in the queries, the share of the top 3 that's lost is right."""
    documents = responses(factor)
    assert recall_lost(responses(1 / factor), documents, 3, scales_for(documents, per_dimension)) == close(expected)


def test_no_number_is_off_by_more_than_half_a_step_each_time(seed):
    """Of vectors drawn anew, each restored number is within half a scale, and the largest get a code of 127."""
    vectors = drawn(random.Random(seed), 8, 6)
    for per_dimension in (False, True):
        scales = scales_for(vectors, per_dimension)
        codes = quantize(vectors, scales)
        pairs = zip(vectors, restore(codes, scales))
        worst = max(abs(x - y) / scale for v, w in pairs for x, y, scale in zip(v, w, scales))
        assert worst == min(worst, 0.5 + 1e-9)
        tops = [max(abs(row[i]) for row in codes) for i in range(6)]
        assert (tops if per_dimension else [max(tops)]) == ([127] * 6 if per_dimension else [127])


def test_own_scales_do_not_mind_an_outlier_each_time(seed):
    """Stretching a dimension stretches its scale and leaves every code as it was."""
    vectors = drawn(random.Random(seed), 6, 4)
    longer = [[vector[0], vector[1] * 1024, *vector[2:]] for vector in vectors]
    scales, longer_scales = scales_for(vectors, True), scales_for(longer, True)
    assert longer_scales == close([scales[0], scales[1] * 1024, *scales[2:]])
    assert quantize(longer, longer_scales) == quantize(vectors, scales)


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        pytest.param(scales_for, ([],), id="no_sample"),
        pytest.param(scales_for, ([[]],), id="a_sample_of_empty_vectors"),
        pytest.param(scales_for, ([[1.0, 2.0], [3.0]], True), id="sample_of_several_lengths"),
        pytest.param(quantize, ([[1.0, 2.0]], [1.0]), id="fewer_scales_than_numbers"),
        pytest.param(quantize, ([[1.0]], [1.0, 1.0]), id="more_scales_than_numbers"),
        pytest.param(quantize, ([[1.0, 2.0]], [1.0, 0.0]), id="a_scale_of_0"),
        pytest.param(quantize, ([[1.0, 2.0]], [-1.0, 1.0]), id="a_scale_below_0"),
        pytest.param(restore, ([[1, 2]], [1.0]), id="fewer_scales_than_codes"),
        pytest.param(recall_lost, ([], [[1.0]], 1, [1.0]), id="no_queries"),
        pytest.param(recall_lost, ([[1.0]], [[1.0], [2.0]], 0, [1.0]), id="k_of_0"),
        pytest.param(recall_lost, ([[1.0]], [[1.0], [2.0]], 3, [1.0]), id="k_beyond_the_documents"),
        pytest.param(recall_lost, ([[1.0, 2.0]], [[1.0], [2.0]], 1, [1.0]), id="query_of_another_length"),
    ],
)
def test_bad_input_is_refused(call, arguments):
    """What has no scale, no code or no ranking raises ValueError."""
    with pytest.raises(ValueError):
        call(*arguments)


def test_arguments_are_left_alone():
    """After the calls every list is what it was."""
    vectors, scales, codes, queries = [[300.0, 1.5], [-2.0, 0.4]], [1.0, 0.5], [[1, 2]], [[1.0, 1.0]]
    before = copy.deepcopy([vectors, scales, codes, queries])
    scales_for(vectors, True)
    quantize(vectors, scales)
    restore(codes, scales)
    recall_lost(queries, vectors, 1, scales)
    assert [vectors, scales, codes, queries] == before
