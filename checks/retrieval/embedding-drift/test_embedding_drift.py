"""Judges the five functions on vectors of two numbers, on short lists of scores, and on the alarm in alarm.json."""

import base64
import copy
import json
import random
from array import array
from math import cos, radians, sin
from pathlib import Path

import pytest
from answer import effects, kept_neighbors, sign_flip_p, top_scores, verdict


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def at(*places):
    """Return vectors written as degrees, or "degrees*length"."""
    pairs = [(float(degrees), float(length or 1)) for degrees, _, length in (str(p).partition("*") for p in places)]
    return [[size * cos(radians(turn)), size * sin(radians(turn))] for turn, size in pairs]


@pytest.mark.parametrize(
    ("queries", "documents", "expected"),
    [
        pytest.param([0, 90], [60, 120], [0.5, 0.75**0.5], id="two_queries"),
        pytest.param([0], ["60*9", 45], [0.5**0.5], id="length_does_not_count"),
        pytest.param(["0*7"], [150, 120], [-0.5], id="all_point_away"),
        pytest.param([], [10], [], id="no_queries"),
    ],
)
def test_top_scores_of_a_few_directions(queries, documents, expected):
    """Of vectors given by their directions in degrees, each query's highest cosine is the one worked out by hand."""
    assert top_scores(at(*queries), at(*documents)) == close(expected)


FIVE = [0, 10, 30, 70, 100]


@pytest.mark.parametrize(
    ("old", "new", "k", "expected"),
    [
        pytest.param(FIVE, [200, 210, 230, 270, 300], 2, 1.0, id="turned_as_a_whole"),
        pytest.param(FIVE, [-place for place in FIVE], 1, 1.0, id="mirrored"),
        pytest.param(FIVE, ["0*3", 10, "30*9", "70*0.1", 100], 1, 1.0, id="stretched"),
        pytest.param([0, 10, 50], [0, 70, 80], 1, 2 / 3, id="two_of_three_kept"),
        pytest.param([0, 10, 50], [0, 70, 80], 2, 1.0, id="all_others_are_neighbors"),
        pytest.param([0, 10, 90, 97], [0, 88, 8, 95], 1, 0.0, id="none_kept"),
        pytest.param([0, 10, 30, 67, 100], [0, 80, 20, 60, 95], 2, 0.4, id="four_of_ten"),
        pytest.param([0, 20, 20, 90], [0, 20, 25, 90], 1, 0.75, id="of_equal_ones_the_earlier"),
    ],
)
def test_neighbors_kept_by_a_few_texts(old, new, k, expected):
    """Of the k nearest others of each text, the share that is kept is the one found by hand."""
    assert kept_neighbors(at(*old), at(*new), k) == close(expected)


@pytest.mark.parametrize(("k", "expected"), [pytest.param(1, 1.0, id="k_1"), pytest.param(2, 1.0, id="k_2")])
def test_versions_may_have_different_dimensions(k, expected):
    """Two versions with two and three numbers per vector are compared, each within itself."""
    old = at(*FIVE)
    assert kept_neighbors(old, [[0.0, *vector] for vector in old], k) == close(expected)


@pytest.mark.parametrize(
    ("old", "new", "k"),
    [
        pytest.param([0, 10, 30], [0, 10], 1, id="a_text_missing"),
        pytest.param([0, 10], [0, 10, 30], 1, id="a_text_too_many"),
        pytest.param([0, 10, 30], [0, 10, 30], 0, id="k_0"),
        pytest.param([0, 10, 30], [0, 10, 30], 3, id="k_beyond_the_others"),
        pytest.param([], [], 1, id="no_texts"),
    ],
)
def test_neighbors_refuse_what_has_none(old, new, k):
    """Lists of different texts, or k outside 1 to n - 1, raise ValueError."""
    with pytest.raises(ValueError):
        kept_neighbors(at(*old), at(*new), k)


@pytest.mark.parametrize(
    ("queries", "documents"),
    [
        pytest.param([[1.0, 0.0]], [], id="no_documents"),
        pytest.param([[1.0, 0.0]], [[0.6, 0.8, 0.0]], id="vectors_of_two_versions"),
        pytest.param([[0.6, 0.8, 0.0]], [[1.0, 0.0]], id="vectors_of_two_versions_swapped"),
    ],
)
def test_scores_refuse_what_has_none(queries, documents):
    """No documents, or vectors of different lengths, raise ValueError."""
    with pytest.raises(ValueError):
        top_scores(queries, documents)


@pytest.mark.parametrize(
    ("differences", "rounds", "seed", "expected"),
    [
        pytest.param([1.0, 1.0, 1.0], 2000, 0, 487 / 2001, id="three_equal"),
        pytest.param([-1.0, -1.0, -1.0], 500, 7, 133 / 501, id="all_negative"),
        pytest.param([2.0, 2.0, 2.0, -1.0, 2.0, 2.0, 2.0, 2.0], 2000, 0, 37 / 2001, id="one_of_eight_against"),
        pytest.param([0.3, 0.1, -0.2, 0.4], 500, 7, 197 / 501, id="sums_equal_but_for_rounding"),
        pytest.param([1.0, -1.0], 2000, 0, 1.0, id="no_effect"),
        pytest.param([0.0, 0.0, 0.0], 500, 7, 1.0, id="no_differences"),
        pytest.param([5.0], 1, 0, 1.0, id="one_round"),
    ],
)
def test_p_value_of_paired_differences(differences, rounds, seed, expected):
    """With signs drawn as the task says, the p-value is right."""
    assert sign_flip_p(differences, rounds, seed) == close(expected)


def test_p_value_has_2000_rounds_and_seed_0_unless_told_otherwise():
    """Rounds and seed have their defaults."""
    assert sign_flip_p([0.5, 0.7, 0.7, 0.9, 0.7]) == close(129 / 2001)


@pytest.mark.parametrize(("differences", "rounds"), [([], 100), ([0.1, 0.2], 0)], ids=["no_differences", "no_rounds"])
def test_p_value_refuses_what_has_none(differences, rounds):
    """No differences or no rounds raise ValueError."""
    with pytest.raises(ValueError):
        sign_flip_p(differences, rounds)


def scored(b1, b2, a1, a2):
    """Return scores by window and version."""
    return {"before": {"v1": list(b1), "v2": list(b2)}, "after": {"v1": list(a1), "v2": list(a2)}}


BASE = [0.5, 0.6, 0.4, 0.7, 0.55, 0.45, 0.65, 0.52]
HIGHER = [score + 0.1 + number / 100 for number, score in enumerate(BASE)]
LOWER = [score - 0.2 + number / 100 for number, score in enumerate(BASE)]
NOISY = [score + 0.05 * (-1) ** number for number, score in enumerate(BASE)]
CROSSED = [low + high - score for low, high, score in zip(LOWER, HIGHER, BASE)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(([0.5], [0.7], [0.4], [0.8]), {"model": [0.3], "traffic": [0.0]}, id="one_customer"),
        pytest.param(
            ([0.5, 0.6], [0.7, 0.6], [0.2, 0.5], [0.4, 0.7]),
            {"model": [0.2, 0.1], "traffic": [-0.3, 0.0]},
            id="two_customers",
        ),
    ],
)
def test_effects_on_each_customer(cells, expected):
    """From scores before by v1, before by v2, after by v1 and after by v2, both effects are right for each customer."""
    got = effects(scored(*cells))
    assert got.keys() == expected.keys()
    assert [got["model"], got["traffic"]] == [close(expected["model"]), close(expected["traffic"])]


def test_effects_add_up_each_time(seed):
    """On scores drawn anew, both effects of a customer add up to what the dashboard saw of them."""
    generator = random.Random(seed)
    cells = [[generator.uniform(-1, 1) for _ in range(9)] for _ in range(4)]
    got = effects(scored(*cells))
    together = [model + traffic for model, traffic in zip(got["model"], got["traffic"])]
    assert together == close([seen_after - seen_before for seen_before, seen_after in zip(cells[0], cells[3])])


@pytest.mark.parametrize(
    ("cells", "level", "expected"),
    [
        pytest.param((BASE, HIGHER, BASE, HIGHER), 0.05, "model", id="a_new_scale"),
        pytest.param((BASE, BASE, LOWER, LOWER), 0.05, "traffic", id="new_questions"),
        pytest.param((BASE, HIGHER, LOWER, CROSSED), 0.05, "both", id="each_hides_the_other"),
        pytest.param((BASE, NOISY, BASE, NOISY), 0.05, "neither", id="ups_and_downs"),
        pytest.param((BASE, HIGHER, LOWER, CROSSED), 0.001, "neither", id="a_stricter_level"),
        pytest.param((BASE[:3], HIGHER[:3], BASE[:3], HIGHER[:3]), 0.05, "neither", id="three_customers_are_too_few"),
        pytest.param((BASE[:3], HIGHER[:3], BASE[:3], HIGHER[:3]), 0.5, "model", id="a_laxer_level"),
        pytest.param((BASE, BASE, BASE, BASE), 1.0, "both", id="p_values_of_1_at_a_level_of_1"),
    ],
)
def test_verdict_on_small_alarms(cells, level, expected):
    """From scores before by v1, before by v2, after by v1 and after by v2, the verdict is right."""
    assert verdict(scored(*cells), level) == expected


@pytest.mark.parametrize(
    ("rounds", "expected"), [pytest.param(5, "neither", id="5_rounds"), pytest.param(800, "model", id="800_rounds")]
)
def test_verdict_hands_rounds_on(rounds, expected):
    """Five rounds can't give a p-value of 0.05, with any seed."""
    assert verdict(scored(BASE, HIGHER, BASE, HIGHER), 0.05, rounds, 3) == expected


FEW = scored([0.0] * 5, [0.5, 0.7, 0.7, 0.9, 0.7], [0.0] * 5, [0.5, 0.7, 0.7, 0.9, 0.7])


@pytest.mark.parametrize("expected", [pytest.param("MnnMnMMnMMMM", id="seeds_0_to_11")])
def test_verdict_hands_the_seed_on(expected):
    """With five customers the verdict at 0.0721 hangs on the seed: M where it is the model, else n."""
    got = [verdict(FEW, 0.0721, 200, seed) for seed in range(12)]
    assert "".join({"model": "M", "neither": "n"}.get(word, "?") for word in got) == expected


def test_verdict_has_its_defaults():
    """Level 0.05, 2,000 rounds and seed 0 are what's used unless told otherwise."""
    assert verdict(scored(BASE, HIGHER, BASE, HIGHER)) == "model"
    assert verdict(FEW, (129 / 2001 + 129 / 2002) / 2) == "neither"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(([], [], [], []), ValueError, id="no_customers"),
        pytest.param(([0.1], [0.1, 0.2], [0.1], [0.1]), ValueError, id="a_score_too_many"),
        pytest.param(([0.1, 0.2], [0.1, 0.2], [0.1, 0.2], [0.1]), ValueError, id="a_score_missing"),
    ],
)
def test_effects_need_a_score_per_customer_in_each_cell(cells, expected):
    """Without customers, or with lists of different lengths, effects and verdict raise ValueError."""
    for function in (effects, verdict):
        with pytest.raises(expected):
            function(scored(*cells))


def alarm():
    """Return the documents' vectors by version, and the scores of the alarm by window and version."""
    log = json.loads(Path("alarm.json").read_text(encoding="utf-8"))

    def vectors(items, version):
        packed = [item[version] for item in items]
        return [[item["scale"] * x for x in array("b", base64.b64decode(item["vector"]))] for item in packed]

    documents = {version: vectors(log["documents"], version) for version in ("v1", "v2")}
    asked = {window: [row[window] for row in log["customers"]] for window in ("before", "after")}
    return documents, {w: {v: vectors(asked[w], v) for v in ("v1", "v2")} for w in asked}


DOCUMENTS, QUERIES = alarm()


@pytest.mark.parametrize(
    ("window", "version", "expected"),
    [
        pytest.param("before", "v1", (0.5475679393319088, 0.33603051611371737), id="before_v1"),
        pytest.param("after", "v2", (0.6163758335457392, 0.5149232281421235), id="after_v2"),
    ],
)
def test_mean_score_and_lowest_of_the_alarm(window, version, expected):
    """Of the 24 customers' scores in alarm.json, mean and lowest are right."""
    got = top_scores(QUERIES[window][version], DOCUMENTS[version])
    assert (sum(got) / 24, min(got)) == close(expected)


@pytest.mark.parametrize(("k", "expected"), [pytest.param(5, 92 / 185, id="k_5")])
def test_neighbors_kept_by_the_documents(k, expected):
    """Of the 37 documents' five nearest, the share that v2 keeps is right."""
    assert kept_neighbors(DOCUMENTS["v1"], DOCUMENTS["v2"], k) == close(expected)


@pytest.mark.parametrize("k", [pytest.param(1, id="five_texts")])
def test_arguments_are_left_alone(k):
    """After the calls vectors, differences and scores are what they were."""
    given = [at(*FIVE), at(*FIVE[::-1]), [0.1, -0.2], scored(BASE, HIGHER, BASE, LOWER)]
    before = copy.deepcopy(given)
    top_scores(given[0], given[1])
    kept_neighbors(given[0], given[1], k)
    sign_flip_p(given[2], 10)
    verdict(given[3])
    assert given == before
