"""Judges windows, explain_ms, score and choose, on small inputs, on the corpus and on the log in traces.json."""

import base64
import copy
import json
import math
import random
from pathlib import Path

import pytest
from answer import choose, explain_ms, score, windows


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def load(name):
    return json.loads(Path(name).read_text(encoding="utf-8"))


def unpacked(items):
    signed = [byte - 256 if byte > 127 else byte for byte in range(256)]
    return [{**item, "vector": [item["scale"] * signed[b] for b in base64.b64decode(item["vector"])]} for item in items]


def requests(*rows):
    """Return requests from rows of five figures."""
    columns = ["chunks_read", "search_ms", "context_tokens", "prefill_ms", "other_ms"]
    return [dict(zip(columns, row)) for row in rows]


def parts(search_volume, search_rate, prefill_volume, prefill_rate, other):
    """Return what explain_ms gives for these five."""
    search = {"search_volume_ms": search_volume, "search_rate_ms": search_rate}
    return {**search, "prefill_volume_ms": prefill_volume, "prefill_rate_ms": prefill_rate, "other_ms": other}


def place(document, first, end):
    return {"document": document, "first_token": first, "end_token": end}


def few_chunks():
    """Return four chunks of two documents; for the question [1, 0] they are ranked as they stand here."""
    places = [place("keys", 30, 50), place("keys", 0, 40), place("sso", 0, 40), place("sso", 30, 45)]
    vectors = [[2.0, 1.0], [1.0, 0.0], [0.5, 3.0], [0.0, 2.0]]
    return [{**place, "vector": vector} for place, vector in zip(places, vectors)]


def row(size, chunks, recall, tokens):
    return {"size_tokens": size, "overlap_tokens": 0, "chunks": chunks, "recall": recall, "context_tokens": tokens}


ROWS = [row(32, 400, 0.25, 150), row(64, 200, 0.625, 300), row(128, 100, 0.75, 550), row(240, 60, 0.875, 850)]


@pytest.mark.parametrize(
    ("length", "size", "overlap", "expected"),
    [
        pytest.param(57, 32, 8, [(0, 32), (24, 56), (48, 57)], id="one_token_more_than_two_hold"),
        pytest.param(56, 32, 8, [(0, 32), (24, 56)], id="two_to_the_last_token"),
        pytest.param(32, 32, 8, [(0, 32)], id="exactly_one"),
        pytest.param(33, 32, 8, [(0, 32), (24, 33)], id="one_token_too_long"),
        pytest.param(5, 32, 8, [(0, 5)], id="shorter_than_the_overlap"),
        pytest.param(1, 1, 0, [(0, 1)], id="a_single_token"),
        pytest.param(5, 3, 2, [(0, 3), (1, 4), (2, 5)], id="all_but_one_token_overlap"),
    ],
)
def test_windows_of_a_document(length, size, overlap, expected):
    """Each begins size - overlap after the one before; the last ends the document and holds something new."""
    assert windows(length, size, overlap) == expected


def test_no_overlap_is_the_default():
    """Without a third argument the windows don't overlap."""
    assert windows(9, 4) == [(0, 4), (4, 8), (8, 9)]


def test_windows_hold_everything_each_time(seed):
    """On sizes drawn anew the number follows the formula, starts are a step apart, and every token is held."""
    generator = random.Random(seed)
    for _ in range(20):
        size, length = generator.randint(2, 60), generator.randint(1, 500)
        overlap = generator.randint(0, size - 1)
        got, step = windows(length, size, overlap), size - overlap
        count = 1 if length <= size else math.ceil((length - overlap) / step)
        assert [first for first, _ in got] == [step * number for number in range(count)]
        assert [end for _, end in got] == [min(first + size, length) for first, _ in got]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            requests((100, 20, 300, 120, 50)),
            requests((100, 20, 900, 360, 50)),
            parts(0, 0, 240, 0, 0),
            id="more_tokens",
        ),
        pytest.param(
            requests((100, 20, 300, 120, 50)),
            requests((200, 30, 600, 300, 40)),
            parts(20, -10, 120, 60, -10),
            id="more_to_do_and_another_rate",
        ),
        pytest.param(
            requests((100, 20, 300, 120, 50), (0, 0, 0, 0, 30)),
            requests((100, 20, 300, 120, 50)),
            parts(10, 0, 60, 0, 10),
            id="a_cached_one",
        ),
        pytest.param(
            requests((100, 10, 100, 10, 0), (100, 30, 300, 110, 0)),
            requests((300, 60, 200, 100, 4), (100, 40, 600, 500, 8)),
            parts(20, 10, 60, 180, 6),
            id="unequal_requests",
        ),
    ],
)
def test_explanation_of_a_change(before, after, expected):
    """More units at the old rate, a new rate on the new units, and the rest."""
    assert explain_ms(before, after) == close(expected)


def test_explanation_of_tuesday():
    """On the log, more tokens in the prompt are more than the whole change."""
    log = load("traces.json")
    expected = parts(-18.998604403409, 0.07193773674242, 216.51335027956, -7.876016946228, 10.182666666667)
    assert explain_ms(requests(*log["before"]), requests(*log["after"])) == close(expected)


def test_parts_add_up_each_time(seed):
    """On requests drawn anew the five parts together are the change of the mean."""
    generator = random.Random(seed)
    sides = [[[generator.randint(1, 900) for _ in range(5)] for _ in range(generator.randint(2, 9))] for _ in range(2)]
    means = [sum(row[1] + row[3] + row[4] for row in side) / len(side) for side in sides]
    assert sum(explain_ms(*(requests(*side) for side in sides)).values()) == close(means[1] - means[0])


@pytest.mark.parametrize(
    ("answers", "k", "expected"),
    [
        pytest.param([place("keys", 35, 48)], 1, (1.0, 20.0), id="whole_in_the_first"),
        pytest.param([place("keys", 20, 40)], 2, (1.0, 60.0), id="whole_in_the_second"),
        pytest.param([place("keys", 20, 40)], 1, (0.0, 20.0), id="only_a_part_of_it"),
        pytest.param([place("keys", 0, 25)], 1, (0.0, 20.0), id="elsewhere_in_the_document"),
        pytest.param([place("keys", 25, 45)], 4, (0.0, 115.0), id="cut_by_every_border"),
        pytest.param([place("sso", 0, 10)], 2, (0.0, 60.0), id="same_place_in_another_document"),
        pytest.param([place("keys", 38, 52), place("sso", 30, 40)], 3, (1.0, 100.0), id="one_of_two_answers"),
        pytest.param([place("sso", 30, 45)], 9, (1.0, 115.0), id="k_beyond_the_chunks"),
    ],
)
def test_score_of_a_question(answers, k, expected):
    """Found is what one of the first k chunks holds whole; each of them adds its tokens to the prompt."""
    assert score(few_chunks(), [{"vector": [1.0, 0.0], "answers": answers}], k) == close(expected)


@pytest.mark.parametrize(
    ("vectors", "expected"),
    [
        pytest.param([[1.0, 0.0], [0.0, 1.0]], (0.5, 30.0), id="one_of_two"),
        pytest.param([[0.0, 1.0], [0.0, 1.0], [3.0, 0.5]], (1 / 3, 100 / 3), id="product_not_cosine"),
        pytest.param([[0.0, 0.0]], (1.0, 20.0), id="equal_ones_as_they_stand"),
    ],
)
def test_score_of_several_questions(vectors, expected):
    """Recall and context tokens are means over the questions."""
    questions = [{"vector": vector, "answers": [place("keys", 35, 48)]} for vector in vectors]
    assert score(few_chunks(), questions, 1) == close(expected)


@pytest.mark.parametrize(
    ("name", "k", "expected"),
    [
        pytest.param("chunks-128-32.json", 5, (0.88, 566.56), id="128_32"),
        pytest.param("chunks-240-60.json", 3, (0.92, 537.16), id="240_60"),
    ],
)
def test_score_on_the_corpus(name, k, expected):
    """Recall and mean context tokens over the fifty questions are right."""
    assert score(unpacked(load(name)["chunks"]), unpacked(load("questions.json")["questions"]), k) == close(expected)


@pytest.mark.parametrize(
    ("floor", "search_ms", "prefill_ms", "expected"),
    [
        pytest.param(0.7, 0.1, 0.5, 128, id="not_the_highest_recall"),
        pytest.param(0.75, 0.1, 0.5, 128, id="recall_at_the_floor"),
        pytest.param(0.2, 4.0, 0.5, 240, id="search_is_what_costs"),
        pytest.param(0.9, 0.1, 0.5, None, id="out_of_reach"),
        pytest.param(0.5, 2.5, 1.0, 64, id="equally_fast"),
    ],
)
def test_choice_of_a_row(floor, search_ms, prefill_ms, expected):
    """The fastest of those that keep the floor, or None."""
    got = choose(ROWS, floor, search_ms, prefill_ms)
    assert (got and got["size_tokens"]) == expected


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        pytest.param(windows, (0, 32, 8), id="an_empty_document"),
        pytest.param(windows, (100, 32, 32), id="overlap_of_the_size"),
        pytest.param(windows, (100, 32, 40), id="overlap_above_the_size"),
        pytest.param(windows, (100, 32, -1), id="overlap_below_0"),
        pytest.param(explain_ms, ([], requests((1, 1, 1, 1, 1))), id="nothing_before"),
        pytest.param(explain_ms, (requests((1, 1, 1, 1, 1)), []), id="nothing_after"),
        pytest.param(explain_ms, (requests((7, 5, 0, 0, 1)), requests((7, 5, 8, 5, 1))), id="no_tokens_before"),
        pytest.param(explain_ms, (requests((7, 5, 8, 5, 1)), requests((7, 5, 0, 0, 1))), id="no_tokens_after"),
        pytest.param(score, ([], [{"vector": [1.0], "answers": []}], 1), id="no_chunks"),
        pytest.param(score, (few_chunks(), [], 1), id="no_questions"),
        pytest.param(score, (few_chunks(), [{"vector": [1.0, 0.0], "answers": []}], 0), id="k_of_0"),
        pytest.param(choose, ([], 0.5, 0.1, 0.5), id="no_rows"),
    ],
)
def test_bad_input_is_refused(call, arguments):
    """What can't be cut, explained, measured or chosen raises ValueError."""
    with pytest.raises(ValueError):
        call(*arguments)


def test_arguments_are_left_alone():
    """After the calls everything is what it was, in its order."""
    chunks, log, rows = few_chunks()[::-1], requests((1, 1, 1, 1, 1), (2, 2, 2, 2, 2)), copy.deepcopy(ROWS)
    questions = [{"vector": [1.0, 0.0], "answers": [place("keys", 35, 48)]}]
    before = copy.deepcopy([chunks, log, rows, questions])
    score(chunks, questions, 2)
    explain_ms(log, log)
    choose(rows, 0.5, 0.1, 0.5)
    assert [chunks, log, rows, questions] == before
