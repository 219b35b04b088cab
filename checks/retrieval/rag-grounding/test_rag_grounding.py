"""Judges the five functions on sentences with vectors of two numbers, and on the log in traces.json."""

import base64
import copy
import json
import random
from array import array
from math import cos, radians, sin
from pathlib import Path

import pytest
from answer import choose, cost_usd, facts, unsupported, votes


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def said(*lines):
    """Return sentences written "text @degrees" or "text @degrees*length", each with a vector in that direction."""
    sentences = []
    for line in lines:
        text, _, place = line.rpartition(" @")
        degrees, _, length = place.partition("*")
        turn, size = radians(float(degrees)), float(length or 1)
        sentences.append({"text": text, "vector": [size * cos(turn), size * sin(turn)]})
    return sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Retry on 429, 500 and 503.", {"429", "500", "503"}, id="three_numbers"),
        pytest.param("In the EU 20,000 tokens at 2.50.", {"20000", "2.50", "eu"}, id="a_comma_a_point_and_capitals"),
        pytest.param("Set max_tokens; OpenID or SAML 2.0 will do", {"max_tokens", "openid", "saml", "2.0"}, id="names"),
        pytest.param("Use tarn-embed-2 with X-Limit-Reset in v2.", {"2", "v2"}, id="a_hyphen_separates"),
        pytest.param("Enterprise has Zero retention, 14,5 or so.", {"145"}, id="one_capital_is_no_name"),
        pytest.param("Nothing to check here", set(), id="none"),
    ],
)
def test_facts_of_a_sentence(text, expected):
    """The words that have to agree are those with a digit, an underscore or two capitals."""
    assert facts(text) == expected


KEPT = ["Kept for 14 days. @0", "Two attempts are fine. @80", "At most 3 attempts. @90"]


@pytest.mark.parametrize(
    ("answer", "evidence", "expected"),
    [
        pytest.param(["We keep it 14 days. @20", "At most 5 attempts. @88"], KEPT, [1], id="a_number_changed"),
        pytest.param(["Bursts are fine. @200", "It stays 14 days. @10", "No. @150"], KEPT, [0, 2], id="two_invented"),
        pytest.param(["We keep it. @40", "Try thrice. @70"], KEPT, [], id="nothing_to_object_to"),
        pytest.param(["At most 3 attempts. @78"], KEPT, [], id="not_the_nearest_but_near_enough"),
        pytest.param(["14 days and 3 attempts. @45"], KEPT, [0], id="numbers_from_two_passages"),
        pytest.param(["14 attempts. @89"], KEPT, [0], id="the_number_of_another_passage"),
        pytest.param(["At most 9,000. @0", "By OPENID. @0"], ["9000 by OpenID @5"], [], id="commas_and_case_are_free"),
        pytest.param(["In days. @60*40", "14 days. @30*0.01"], KEPT[:1], [0], id="length_does_not_count"),
        pytest.param(["Days. @60"], ["Kept. @0*5"], [0], id="nor_does_the_length_of_a_passage"),
        pytest.param(["Days. @50", "Days. @53"], KEPT[:1], [1], id="on_both_sides_of_the_threshold"),
        pytest.param(["Kept. @0", "Yes. @1"], [], [0, 1], id="no_evidence"),
        pytest.param([], KEPT, [], id="no_sentences"),
    ],
)
def test_sentences_without_support(answer, evidence, expected):
    """The positions of the unsupported sentences are those found by hand; @20 is a vector at 20 degrees."""
    assert unsupported(said(*answer), said(*evidence)) == expected


@pytest.mark.parametrize(
    ("min_cosine", "expected"), [(0.8, [2, 3]), (0.4, [3]), (1.0, [1, 2, 3])], ids=["stricter", "laxer", "exactly_1"]
)
def test_threshold_decides_how_near_is_near(min_cosine, expected):
    """Cosines of 1, 0.87, 0.5 and 0.34 pass or fail by the threshold that is given."""
    answer = said("Kept it is. @0", "It is kept. @30", "It is. @60", "It. @70")
    assert unsupported(answer, said("It is kept. @0"), min_cosine) == expected


A, A2, B, WRONG = "Kept for 14 days. @0", "It stays 14 days. @10", "Backups go later. @90", "Kept for 30 days. @0"
SPLIT = [[A, B], [A2], [B]]
TWO_OF_THREE = [[WRONG], [A], [WRONG]]


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        pytest.param([[A], [A2], [WRONG]], [1, 1, 0], id="two_agree"),
        pytest.param(SPLIT, [0, 1, 1], id="one_other_must_support_all_of_it"),
        pytest.param([[A], [A], [A2], [B, A]], [3, 3, 3, 0], id="a_longer_answer_supports_a_shorter"),
        pytest.param([[A]], [0], id="nobody_votes_for_itself"),
    ],
)
def test_votes_of_samples(samples, expected):
    """Each sample gets a vote from every other one that supports each of its sentences (@20: at 20 degrees)."""
    assert votes([said(*sample) for sample in samples]) == expected


def test_votes_go_by_the_threshold():
    """Two samples at a cosine of 0.5 support each other at a threshold of 0.4 only."""
    samples = [said("Kept. @0"), said("Kept. @60")]
    assert [votes(samples), votes(samples, 0.4)] == [[0, 0], [1, 1]]


PASSAGES = ["Prompts are kept for 14 days. @5", "Backups are deleted. @85"]


@pytest.mark.parametrize(
    ("samples", "first", "expected"),
    [
        pytest.param(TWO_OF_THREE, "accuracy", 1, id="accuracy_against_the_majority"),
        pytest.param(TWO_OF_THREE, "consistency", 0, id="consistency_with_the_majority"),
        pytest.param([[WRONG, A], [WRONG]], "accuracy", None, id="accuracy_declines"),
        pytest.param([[WRONG, A], [WRONG]], "consistency", 1, id="consistency_never_reads_the_passages"),
        pytest.param([[A], [B], [WRONG]], "consistency", None, id="consistency_declines"),
        pytest.param([[A], [B], [WRONG]], "accuracy", 0, id="the_first_of_two_sound_ones"),
        pytest.param([[WRONG], [B], [A], [A2]], "accuracy", 2, id="votes_decide_between_sound_ones"),
        pytest.param([[WRONG], [WRONG], [WRONG, A], [B, A]], "accuracy", 3, id="sound_comes_before_votes"),
        pytest.param([[B], [A], [A2], [WRONG], [WRONG]], "consistency", 1, id="the_first_of_the_equal"),
    ],
)
def test_choice_among_samples(samples, first, expected):
    """The sample to send is the one found by hand, or None."""
    assert choose([said(*sample) for sample in samples], said(*PASSAGES), first) == expected


@pytest.mark.parametrize(("first", "expected"), [("accuracy", 1), ("consistency", 0)], ids=["accuracy", "consistency"])
def test_choice_goes_by_the_threshold(first, expected):
    """At 0.4 a cosine of 0.5 is support: for a vote, and for a passage."""
    samples = [said("Kept. @0"), said("Kept. @60")]
    assert choose(samples, said("It is kept. @120"), first, 0.4) == expected
    assert choose(samples, said("It is kept. @120"), first) is None


def traces():
    """Return the log's traces, each sentence as a fresh dict with its text and its vector."""
    log = json.loads(Path("traces.json").read_text(encoding="utf-8"))

    def sentence(text):
        packed = log["vectors"][text]
        return {"text": text, "vector": [packed["scale"] * x for x in array("b", base64.b64decode(packed["vector"]))]}

    for trace in log["traces"]:
        trace["evidence"] = [sentence(item["text"]) for item in trace["evidence"]]
        trace["samples"] = [[sentence(text) for text in sample] for sample in trace["samples"]]
    return log["traces"]


@pytest.mark.parametrize(
    ("trace", "expected"),
    [
        pytest.param("T01", [[0], [0], [], [1]], id="T01_numbers_of_two_pages"),
        pytest.param("T03", [[], [], [1], []], id="T03_a_negation_gets_through"),
        pytest.param("T06", [[1], [], [1], [1]], id="T06_a_number_of_another_sentence"),
        pytest.param("T11", [[0, 1], [0], [1], [0]], id="T11_false_alarms"),
    ],
)
def test_flagged_sentences_of_the_log(trace, expected):
    """In each sample of a trace of traces.json, the flagged sentences are those that the rule gives."""
    wanted = next(item for item in traces() if item["id"] == trace)
    assert [unsupported(sample, wanted["evidence"]) for sample in wanted["samples"]] == expected


def logged(samples, people):
    """Return a trace over the two passages, with the sentences that people found unsupported."""
    return {"evidence": said(*PASSAGES), "samples": [said(*sample) for sample in samples], "unsupported": people}


SMALL = [
    logged(TWO_OF_THREE, [[0], [], [0]]),
    logged([[WRONG, A], [WRONG]], [[0], [0]]),
    logged([[A], [B], [WRONG]], [[], [], [0]]),
    logged([[A, A2], [A]], [[0, 1], []]),
]


@pytest.mark.parametrize(
    ("log", "first", "expected"),
    [
        pytest.param(SMALL[:1], "accuracy", 0.0, id="a_right_answer_is_free"),
        pytest.param(SMALL[:1], "consistency", 4.0, id="a_wrong_answer"),
        pytest.param(SMALL[1:2], "accuracy", 1.0, id="a_declined_question"),
        pytest.param(SMALL, "accuracy", 5.0 / 4, id="four_questions_accuracy"),
        pytest.param(SMALL, "consistency", 13.0 / 4, id="four_questions_consistency"),
    ],
)
def test_cost_of_a_question(log, first, expected):
    """At 4 dollars for a wrong answer and 1 for a declined question, the mean cost goes by what people found."""
    assert cost_usd(log, first, 4.0, 1.0) == close(expected)


@pytest.mark.parametrize(
    ("first", "expected"), [("accuracy", 20 / 12), ("consistency", 45 / 12)], ids=["accuracy", "consistency"]
)
def test_cost_of_the_log(first, expected):
    """On the twelve questions of traces.json the mean cost is right."""
    assert cost_usd(traces(), first, 7.0, 3.0) == close(expected)


def test_cost_goes_by_the_threshold():
    """With a threshold that nothing reaches every question is declined."""
    assert [cost_usd(SMALL, first, 4.0, 1.5, 1.01) for first in ("accuracy", "consistency")] == [1.5, 1.5]


def drawn(seed, count=8):
    """Return sentences about days drawn for this seed, all in nearly one direction, and their numbers."""
    generator = random.Random(seed)
    days = [generator.randint(2, 6) for _ in range(count)]
    return said(*(f"It takes {day} days. @{generator.randint(0, 40)}" for day in days)), days


def test_a_fresh_answer_each_time(seed):
    """On sentences drawn anew for each attempt, those are flagged whose number the evidence doesn't have."""
    answer, days = drawn(seed)
    evidence, known = drawn(seed + 1, 2)
    assert unsupported(answer, evidence) == [place for place, day in enumerate(days) if day not in known]


def test_more_evidence_never_takes_support_away_each_time(seed):
    """With more passages the flagged sentences stay or become fewer; with the answer itself there are none."""
    answer, _ = drawn(seed)
    evidence, _ = drawn(seed + 1, 5)
    flagged = [set(unsupported(answer, [*evidence[:size]])) for size in range(6)]
    assert all(more <= less for less, more in zip(flagged, flagged[1:]))
    assert unsupported(answer, [*evidence, *answer]) == []


@pytest.mark.parametrize(
    ("samples", "first"),
    [
        pytest.param([], "accuracy", id="no_samples"),
        pytest.param([[A], []], "consistency", id="an_empty_sample"),
        pytest.param([[A]], "speed", id="neither_of_the_two"),
    ],
)
def test_choice_refuses_what_it_cannot_weigh(samples, first):
    """No samples, a sample without sentences, or another word than the two raise ValueError."""
    with pytest.raises(ValueError):
        choose([said(*sample) for sample in samples], said(*PASSAGES), first)


@pytest.mark.parametrize(
    ("log", "wrong_usd", "declined_usd"),
    [
        pytest.param([], 4.0, 1.0, id="no_traces"),
        pytest.param(SMALL, -4.0, 1.0, id="a_negative_cost_of_a_wrong_answer"),
        pytest.param(SMALL, 4.0, -1.0, id="a_negative_cost_of_declining"),
    ],
)
def test_cost_refuses_what_has_none(log, wrong_usd, declined_usd):
    """No traces, or a cost below 0, raise ValueError."""
    with pytest.raises(ValueError):
        cost_usd(log, "accuracy", wrong_usd, declined_usd)


def test_nothing_is_free_of_charge():
    """Costs of 0 are allowed."""
    assert [cost_usd(SMALL, first, 0.0, 0.0) for first in ("accuracy", "consistency")] == [0.0, 0.0]


@pytest.mark.parametrize("samples", [pytest.param(TWO_OF_THREE, id="three_samples")])
def test_arguments_are_left_alone(samples):
    """After the calls samples, evidence and traces are what they were."""
    given = [[said(*sample) for sample in samples], said(*PASSAGES), copy.deepcopy(SMALL)]
    before = copy.deepcopy(given)
    unsupported(given[0][0], given[1])
    votes(given[0])
    choose(given[0], given[1], "accuracy")
    cost_usd(given[2], "accuracy", 4.0, 1.0)
    assert given == before
