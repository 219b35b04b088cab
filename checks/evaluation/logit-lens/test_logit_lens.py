"""Judges lens_logits, readout, settled_layer and fate, on models of two or three numbers and on traces.json."""

import copy
import json
import math
import random
from collections import Counter
from pathlib import Path

import pytest
from answer import fate, lens_logits, readout, settled_layer

PLAIN, HEAD = [1.0, 1.0], [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]]  # the token whose direction is largest leads
FIRST, SECOND, THIRD = [5.0, 1.0], [1.0, 5.0], [-5.0, 1.0]  # states in which token 0, 1 or 2 leads


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def model():
    """Return the model and its traces, fresh."""
    return json.loads(Path("traces.json").read_text(encoding="utf-8"))


def traced(*numbers):
    """Return states, gain, unembedding and the passage's token of some traces, or of all."""
    data = model()
    for trace in [data["traces"][number] for number in numbers] or data["traces"]:
        yield trace["states"], data["gain"], data["unembedding"], data["vocabulary"].index(trace["passage"])


@pytest.mark.parametrize(
    ("state", "gain", "unembedding", "epsilon", "expected"),
    [
        pytest.param([1.0, 7.0], [1.0, 1.0], HEAD, 11.0, [1 / 6, 7 / 6, -1 / 6], id="rms_of_6"),
        pytest.param([1.0, 7.0], [2.0, 0.5], HEAD, 11.0, [1 / 3, 7 / 12, -1 / 3], id="with_gain"),
        pytest.param([-4.0, 4.0], [1.0, 1.0], HEAD, 9.0, [-0.8, 0.8, 0.8], id="below_zero"),
        pytest.param(
            [3.0, 3.0], [1.0, 1.0], HEAD, 0.5, [3 / math.sqrt(9.5), 3 / math.sqrt(9.5), -3 / math.sqrt(9.5)], id="eps"
        ),
        pytest.param([0.0, 0.0], [1.0, 1.0], HEAD, 1e-5, [0.0, 0.0, 0.0], id="zeros"),
    ],
)
def test_logits_of_a_small_state(state, gain, unembedding, epsilon, expected):
    """Logits are the unembedding's rows times the normed state, as worked out by hand."""
    assert list(lens_logits(state, gain, unembedding, epsilon)) == close(expected)


def test_epsilon_is_a_hundred_thousandth_by_default():
    """Without epsilon it's 1e-5."""
    assert list(lens_logits([0.01, 0.0], PLAIN, HEAD)) == close([0.01 / math.sqrt(6e-5), 0.0, -0.01 / math.sqrt(6e-5)])


@pytest.mark.parametrize(
    ("states", "gain", "unembedding", "token_id", "expected"),
    [
        pytest.param([FIRST, SECOND, THIRD], PLAIN, HEAD, 0, [(0, 1), (1, 2), (2, 3)], id="first_token"),
        pytest.param([FIRST, SECOND, THIRD], PLAIN, HEAD, 1, [(0, 2), (1, 1), (2, 2)], id="second_token"),
        pytest.param([[0.0, 0.0]], PLAIN, HEAD, 0, [(0, 1)], id="all_equal_lowest_id_leads"),
        pytest.param([[0.0, 0.0]], PLAIN, HEAD, 2, [(0, 3)], id="all_equal_highest_id_is_last"),
        pytest.param([[0.0, -2.0]], PLAIN, HEAD, 2, [(0, 2)], id="two_equal_at_the_top"),
    ],
)
def test_readout_of_a_few_layers(states, gain, unembedding, token_id, expected):
    """Each layer has its leader and the token's rank, 1 for the leader; of equal logits the lower id is ahead."""
    assert [tuple(layer) for layer in readout(states, gain, unembedding, token_id)] == expected


def test_gain_decides_who_leads():
    """The model's final gain takes part: it turns a dimension down that the state is full of."""
    assert [tuple(layer) for layer in readout([[2.0, 9.0]], [1.0, 0.1], HEAD, 0)] == [(0, 1)]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(0, [(6, 2), (4, 1), (4, 1), (6, 2), (6, 2), (4, 1), (4, 1), (4, 1)], id="q01"),
        pytest.param(1, [(8, 5), (8, 4), (6, 1), (6, 1), (6, 1), (6, 1), (10, 8), (10, 10)], id="q02"),
        pytest.param(2, [(6, 12), (4, 10), (4, 9), (4, 10), (4, 10), (4, 11), (4, 11), (4, 11)], id="q03"),
    ],
)
def test_readout_of_a_real_trace(number, expected):
    """Leader and rank in all eight layers of a trace are right."""
    assert [tuple(layer) for layer in readout(*next(traced(number)))] == expected


@pytest.mark.parametrize(
    ("states", "expected_layer", "expected_fate"),
    [
        pytest.param([SECOND, FIRST, FIRST], 1, "settled", id="leads_from_the_second_layer"),
        pytest.param([FIRST, FIRST, FIRST], 0, "settled", id="leads_throughout"),
        pytest.param([FIRST, SECOND, FIRST, FIRST], 2, "settled", id="leads_loses_and_leads_again"),
        pytest.param([FIRST, FIRST, SECOND, FIRST], 3, "settled", id="back_in_the_last_layer"),
        pytest.param([SECOND, FIRST, FIRST, THIRD], None, "overruled", id="loses_at_the_end"),
        pytest.param([FIRST, SECOND, THIRD], None, "overruled", id="led_at_the_start_only"),
        pytest.param([SECOND, THIRD, SECOND], None, "never", id="never_leads"),
        pytest.param([FIRST], 0, "settled", id="one_layer"),
        pytest.param([[2.0, 2.0]], 0, "settled", id="equal_and_lower_id"),
    ],
)
def test_layer_from_which_the_first_token_leads(states, expected_layer, expected_fate):
    """The layer counts from 0 and begins the unbroken lead that lasts to the end; the fate says the rest."""
    assert settled_layer(states, PLAIN, HEAD, 0) == expected_layer
    assert fate(states, PLAIN, HEAD, 0) == expected_fate


def test_fates_of_48_questions():
    """Over all traces, the passage's token settles, is overruled or never leads as often as it should."""
    got = Counter(fate(*trace) for trace in traced())
    assert dict(got) == {"settled": 20, "overruled": 19, "never": 9}


def test_layers_of_48_questions():
    """Over all traces, the lead begins in each layer as often as it should."""
    got = Counter(settled_layer(*trace) for trace in traced())
    assert dict(got) == {2: 14, 5: 6, None: 28}


def test_readout_agrees_with_the_logits_each_time(seed):
    """On a model drawn anew, leader and rank are those of the logits, and a longer state changes neither."""
    generator = random.Random(seed)
    head = [[generator.uniform(-1, 1) for _ in range(5)] for _ in range(7)]
    gain = [generator.uniform(0.2, 2) for _ in range(5)]
    states = [[generator.uniform(-4, 4) for _ in range(5)] for _ in range(6)]
    token = generator.randrange(7)
    got = [tuple(layer) for layer in readout(states, gain, head, token)]
    logits = [list(lens_logits(state, gain, head)) for state in states]
    assert [leader for leader, _ in got] == [row.index(max(row)) for row in logits]
    assert [rank for _, rank in got] == [1 + sum(logit > row[token] for logit in row) for row in logits]
    assert [tuple(layer) for layer in readout([[8 * x for x in s] for s in states], gain, head, token)] == got


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        pytest.param(lens_logits, ([], [], [[]]), id="empty_state"),
        pytest.param(lens_logits, ([1.0, 2.0], PLAIN, []), id="no_tokens"),
        pytest.param(lens_logits, ([1.0, 2.0], [1.0], HEAD), id="gain_too_short"),
        pytest.param(lens_logits, ([1.0, 2.0], [1.0, 1.0, 1.0], HEAD), id="gain_too_long"),
        pytest.param(lens_logits, ([1.0, 2.0], PLAIN, [[1.0, 2.0, 3.0]]), id="row_too_long"),
        pytest.param(lens_logits, ([1.0, 2.0], PLAIN, HEAD, 0.0), id="epsilon_of_0"),
        pytest.param(readout, ([], PLAIN, HEAD, 0), id="no_layers"),
        pytest.param(readout, ([FIRST], PLAIN, HEAD, 3), id="token_beyond_the_vocabulary"),
        pytest.param(settled_layer, ([FIRST], PLAIN, HEAD, -1), id="token_below_0"),
        pytest.param(settled_layer, ([], PLAIN, HEAD, 0), id="no_layers_to_settle_in"),
        pytest.param(fate, ([FIRST], PLAIN, HEAD, -2), id="fate_of_a_token_below_0"),
        pytest.param(fate, ([], PLAIN, HEAD, 0), id="no_layers_no_fate"),
    ],
)
def test_bad_input_is_refused(call, arguments):
    """What no layer and no token can be raises ValueError."""
    with pytest.raises(ValueError):
        call(*arguments)


def test_arguments_are_left_alone():
    """After the calls states, gain and unembedding are what they were."""
    states, gain, head = [[3.0, 4.0], [1.0, 2.0]], [2.0, 0.5], [[1.0, 0.0], [0.0, 1.0]]
    before = copy.deepcopy([states, gain, head])
    lens_logits(states[0], gain, head)
    readout(states, gain, head, 1)
    settled_layer(states, gain, head, 1)
    fate(states, gain, head, 1)
    assert [states, gain, head] == before
