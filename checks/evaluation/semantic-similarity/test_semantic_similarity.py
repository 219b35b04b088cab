"""Judges cosine(u, v) and set_similarity(a, b), on small vectors and on the real ones in embeddings.json."""

import copy
import json
import math
import random
from pathlib import Path

import pytest
from answer import cosine, set_similarity


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def responses(version):
    """Return fresh lists, so that an answer that changes its input can't reach another test."""
    data = json.loads(Path("embeddings.json").read_text(encoding="utf-8"))["sets"][version]
    return {item["ticket"]: [item["scale"] * value for value in item["vector"]] for item in data}


def seeded_vectors(seed, count, dimension=3):
    """Return vectors of one-decimal numbers, the same ones for the same seed; none is zero."""
    generator = random.Random(seed)

    def number():
        return round(generator.uniform(0.1, 9), 1) * generator.choice([-1, 1])

    return [[number() for _ in range(dimension)] for _ in range(count)]


def seeded_pairs():
    """Return fresh (u, v) pairs, as parameters named by their seed."""
    return [pytest.param(*seeded_vectors(seed, 2), id=f"seed_{seed}") for seed in (1, 2, 3)]


def seeded_sets():
    """Return fresh (a, b) pairs of sets of different sizes, as parameters named by their seed."""
    return [
        pytest.param(seeded_vectors(seed, 2), seeded_vectors(seed + 100, size), id=f"seed_{seed}")
        for seed, size in ((1, 3), (2, 2), (3, 4))
    ]


@pytest.mark.parametrize(
    ("u", "v", "expected"),
    [
        pytest.param([1.0, 0.0], [1.0, 1.0], math.sqrt(0.5), id="at_45_degrees"),
        pytest.param([3.0, 4.0], [4.0, 3.0], 0.96, id="close"),
        pytest.param([3.0, 4.0], [6.0, 8.0], 1.0, id="same_direction"),
        pytest.param([3.0, 0.0], [0.0, 2.0], 0.0, id="perpendicular"),
        pytest.param([3.0, 4.0], [-30.0, -40.0], -1.0, id="opposite"),
        pytest.param([1.0, -2.0, 2.0], [2.0, 1.0, -2.0], -4 / 9, id="more_than_90_degrees"),
        pytest.param([5.0], [-2.0], -1.0, id="one_dimension"),
    ],
)
def test_cosine_of_short_vectors(u, v, expected):
    """The cosine of two short vectors is the one worked out by hand."""
    assert cosine(u, v) == close(expected)


@pytest.mark.parametrize(
    ("ticket", "expected"),
    [
        pytest.param("T01", 0.8829317149840775, id="T01_paraphrase"),
        pytest.param("T02", 0.9822147979865011, id="T02_one_word_differs"),
        pytest.param("T03", 0.9290811475486563, id="T03_says_the_opposite"),
        pytest.param("T05", 0.023016441108218617, id="T05_off_topic"),
        pytest.param("T06", 0.453310956798899, id="T06_same_sense_other_words"),
    ],
)
def test_cosine_of_real_responses(ticket, expected):
    """The cosine of v1's and v2's real response to one ticket is right."""
    u, v = responses("v1")[ticket], responses("v2")[ticket]
    assert cosine(u, v) == close(expected)


@pytest.mark.parametrize(
    ("u", "v", "expected"),
    [
        pytest.param([3e-9, 4e-9], [4e-9, 3e-9], 0.96, id="tiny"),
        pytest.param([3e12, 4e12], [4e12, 3e12], 0.96, id="huge"),
        pytest.param([3e-9, 4e-9], [4e12, 3e12], 0.96, id="tiny_and_huge"),
        pytest.param([0.3, 0.4], [4000.0, 3000.0], 0.96, id="short_and_long"),
    ],
)
def test_cosine_ignores_how_long_the_vectors_are(u, v, expected):
    """Stretching or shrinking a vector leaves the cosine as it was."""
    assert cosine(u, v) == close(expected)


@pytest.mark.parametrize(("u", "v"), seeded_pairs())
def test_cosine_is_symmetric(u, v):
    """cosine(u, v) equals cosine(v, u)."""
    assert cosine(u, v) == close(cosine(v, u))


@pytest.mark.parametrize(("u", "v"), seeded_pairs())
def test_cosine_changes_sign_with_a_vector(u, v):
    """Turning v around turns the sign of the cosine around, and nothing else."""
    assert cosine(u, [-y for y in v]) == close(-cosine(u, v))


@pytest.mark.parametrize("u", [[3.0, 4.0], [1.0, 2.0, 2.0], [-2.0, 3.0, 6.0]], ids=["plane", "space", "negative_part"])
def test_cosine_of_a_vector_with_itself_is_1(u):
    """A vector has cosine 1 with itself."""
    assert cosine(u, list(u)) == close(1.0)


@pytest.mark.parametrize(("u", "v"), seeded_pairs())
def test_cosine_lies_between_minus_1_and_1(u, v):
    """No cosine leaves [-1, 1] by more than 1e-9."""
    got = cosine(u, v)
    assert got == close(max(-1.0, min(1.0, got)))


@pytest.mark.parametrize(
    ("u", "v"),
    [
        pytest.param([1.0, 2.0, 3.0], [1.0, 2.0], id="second_shorter"),
        pytest.param([1.0], [1.0, 2.0], id="first_shorter"),
        pytest.param([0.0, 0.0], [1.0, 2.0], id="first_zero"),
        pytest.param([1.0, 2.0], [0.0, -0.0], id="second_zero"),
        pytest.param([0.0], [0.0], id="both_zero"),
        pytest.param([], [], id="both_empty"),
        pytest.param([], [1.0], id="first_empty"),
    ],
)
def test_cosine_refuses_what_has_no_angle(u, v):
    """Unequal lengths, a zero vector and an empty vector raise ValueError."""
    with pytest.raises(ValueError):
        cosine(u, v)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param([[3.0, 4.0]], [[4.0, 3.0]], 0.96, id="one_response_each"),
        pytest.param([[1.0, 0.0]], [[1.0, 0.0], [0.0, 1.0]], 0.75, id="second_says_more"),
        pytest.param([[1.0, 0.0], [0.0, 1.0]], [[1.0, 0.0]], 0.75, id="first_says_more"),
        pytest.param([[3.0, 4.0], [4.0, 3.0]], [[4.0, 3.0], [3.0, 4.0]], 1.0, id="same_responses_in_another_order"),
        pytest.param([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]], [[2.0, 0.0]], 5 / 6, id="a_response_given_twice"),
        pytest.param([[1.0, 0.0]], [[-3.0, 4.0], [-4.0, -3.0]], -0.65, id="every_match_negative"),
        pytest.param([[3.0, 4.0]], [[-3.0, -4.0]], -1.0, id="opposite_responses"),
        pytest.param([[3.0, 4.0]], [[50.0, 0.0], [3.0, 4.0]], 0.9, id="the_longest_vector_is_not_the_best_match"),
    ],
)
def test_set_similarity_of_small_sets(a, b, expected):
    """The similarity of two small sets is the one worked out by hand."""
    assert set_similarity(a, b) == close(expected)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("v1", "v2", 0.6765058522869198, id="v1_and_v2"),
        pytest.param("v2", "v1", 0.6765058522869198, id="v2_and_v1"),
    ],
)
def test_set_similarity_of_real_responses(first, second, expected):
    """The similarity of the two versions' real responses is right, whichever comes first."""
    a, b = list(responses(first).values()), list(responses(second).values())
    assert set_similarity(a, b) == close(expected)


@pytest.mark.parametrize(("a", "b"), seeded_sets())
def test_set_similarity_is_symmetric(a, b):
    """set_similarity(a, b) equals set_similarity(b, a)."""
    assert set_similarity(a, b) == close(set_similarity(b, a))


@pytest.mark.parametrize(("a", "b"), seeded_sets())
def test_set_similarity_ignores_order(a, b):
    """Reversing a set leaves its similarity as it was: responses are not matched by position."""
    assert set_similarity(a[::-1], b) == close(set_similarity(a, b))


@pytest.mark.parametrize("a", [[[3.0, 4.0], [-4.0, 3.0]], [[1.0, 2.0, 2.0]]], ids=["two_responses", "one_response"])
def test_set_similarity_of_a_set_with_itself_is_1(a):
    """A set has similarity 1 with itself."""
    assert set_similarity(a, copy.deepcopy(a)) == close(1.0)


@pytest.mark.parametrize(("a", "b"), seeded_sets())
def test_set_similarity_lies_between_minus_1_and_1(a, b):
    """No similarity leaves [-1, 1] by more than 1e-9."""
    got = set_similarity(a, b)
    assert got == close(max(-1.0, min(1.0, got)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param([], [[1.0, 2.0]], id="first_set_empty"),
        pytest.param([[1.0, 2.0]], [], id="second_set_empty"),
        pytest.param([], [], id="both_sets_empty"),
        pytest.param([[1.0, 2.0], [0.0, 0.0]], [[1.0, 2.0]], id="zero_vector_inside"),
        pytest.param([[1.0, 2.0]], [[1.0, 2.0], [1.0, 2.0, 3.0]], id="unequal_lengths_inside"),
        pytest.param([[]], [[]], id="empty_vectors_inside"),
    ],
)
def test_set_similarity_refuses_what_has_no_angle(a, b):
    """An empty set raises ValueError, and so does a vector that cosine refuses."""
    with pytest.raises(ValueError):
        set_similarity(a, b)


@pytest.mark.parametrize(("u", "v", "expected"), [pytest.param((3.0, 4.0), (4.0, 3.0), 0.96, id="tuples")])
def test_cosine_takes_tuples(u, v, expected):
    """A tuple of numbers is a vector too."""
    assert cosine(u, v) == close(expected)


@pytest.mark.parametrize(("a", "b", "expected"), [pytest.param(((3.0, 4.0),), ((4.0, 3.0),), 0.96, id="tuples")])
def test_set_similarity_takes_tuples(a, b, expected):
    """A tuple of tuples is a set of vectors too."""
    assert set_similarity(a, b) == close(expected)


@pytest.mark.parametrize(("u", "v"), [pytest.param([4.0, 3.0], [3.0, -4.0], id="short_lists")])
def test_cosine_leaves_its_vectors_alone(u, v):
    """After cosine(u, v) both vectors are what they were."""
    before = copy.deepcopy([u, v])
    cosine(u, v)
    assert [u, v] == before


@pytest.mark.parametrize(("a", "b"), [pytest.param([[4.0, 3.0], [1.0, 0.0]], [[3.0, -4.0]], id="short_lists")])
def test_set_similarity_leaves_its_sets_alone(a, b):
    """After set_similarity(a, b) both sets are what they were."""
    before = copy.deepcopy([a, b])
    set_similarity(a, b)
    assert [a, b] == before
