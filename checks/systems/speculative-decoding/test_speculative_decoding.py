"""Judges expected_tokens(alpha, gamma) and best_gamma(alpha, draft_cost, max_gamma) on cases worked out by hand."""

import pytest
from answer import best_gamma, expected_tokens


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def speed_up(alpha, draft_cost, gamma):
    """Return the speed-up by the definition, with the round's tokens added up one by one."""
    return sum(alpha**accepted for accepted in range(gamma + 1)) / (gamma * draft_cost + 1)


@pytest.mark.parametrize(
    ("alpha", "gamma", "expected"),
    [
        pytest.param(0.5, 1, 1.5, id="one_token_half_accepted"),
        pytest.param(0.5, 3, 1.875, id="three_tokens_half_accepted"),
        pytest.param(0.8, 4, 3.3616, id="four_tokens"),
        pytest.param(0.7, 0, 1.0, id="nothing_drafted"),
        pytest.param(0.0, 5, 1.0, id="nothing_accepted"),
        pytest.param(1.0, 4, 5.0, id="all_accepted"),
        pytest.param(1.0, 0, 1.0, id="all_accepted_nothing_drafted"),
        pytest.param(0.999, 2, 2.997001, id="almost_all_accepted"),
        pytest.param(0.5, 64, 2.0, id="a_very_long_draft"),
    ],
)
def test_tokens_of_a_round(alpha, gamma, expected):
    """The tokens that a round yields on average are those worked out by hand."""
    assert expected_tokens(alpha, gamma) == close(expected)


@pytest.mark.parametrize(("alpha", "gamma"), [(0.3, 5), (0.95, 12)], ids=["few_accepted", "most_accepted"])
def test_a_round_yields_between_1_and_gamma_plus_1_tokens(alpha, gamma):
    """No round yields less than the target's own token, or more than that and the whole draft."""
    got = expected_tokens(alpha, gamma)
    assert got == close(max(1.0, min(gamma + 1.0, got)))


@pytest.mark.parametrize(
    ("alpha", "gamma", "expected"),
    [
        pytest.param(0.5, 2, 0.25, id="half"),
        pytest.param(0.9, 3, 0.729, id="most"),
        pytest.param(1.0, 9, 1.0, id="all"),
    ],
)
def test_the_last_drafted_token_adds_the_chance_that_all_are_accepted(alpha, gamma, expected):
    """One token more in the draft adds alpha to the power of the draft's length."""
    assert expected_tokens(alpha, gamma) - expected_tokens(alpha, gamma - 1) == close(expected)


@pytest.mark.parametrize(
    ("alpha", "gamma"),
    [
        pytest.param(-0.1, 4, id="alpha_below_0"),
        pytest.param(1.01, 4, id="alpha_above_1"),
        pytest.param(0.8, -1, id="gamma_negative"),
        pytest.param(1.0, -1, id="alpha_1_and_gamma_negative"),
    ],
)
def test_a_round_that_cannot_be_is_refused(alpha, gamma):
    """An alpha that is no probability, or a draft of negative length, raises ValueError."""
    with pytest.raises(ValueError):
        expected_tokens(alpha, gamma)


@pytest.mark.parametrize(
    ("alpha", "draft_cost", "max_gamma", "expected"),
    [
        pytest.param(0.75, 0.05, 16, 7, id="support_answers"),
        pytest.param(0.8, 0.1, 16, 6, id="a_slower_draft"),
        pytest.param(0.9, 0.05, 16, 13, id="a_better_draft"),
        pytest.param(0.3, 0.25, 16, 1, id="one_token_is_best"),
        pytest.param(0.5, 0.6, 16, 0, id="the_draft_does_not_pay"),
        pytest.param(0.0, 0.1, 16, 0, id="nothing_accepted"),
        pytest.param(0.9, 0.0, 16, 16, id="a_free_draft"),
        pytest.param(1.0, 0.1, 5, 5, id="all_accepted"),
        pytest.param(1.0, 2.0, 16, 0, id="all_accepted_but_slower_than_the_target"),
        pytest.param(0.95, 0.01, 64, 40, id="more_than_16_allowed"),
        pytest.param(0.75, 0.05, 0, 0, id="none_allowed"),
    ],
)
def test_best_draft_length(alpha, draft_cost, max_gamma, expected):
    """The best length of the draft is the one found by comparing speed-ups."""
    assert best_gamma(alpha, draft_cost, max_gamma) == expected


@pytest.mark.parametrize(
    ("alpha", "draft_cost", "expected"),
    [
        pytest.param(0.0, 0.0, 0, id="nothing_accepted_at_no_cost"),
        pytest.param(0.5, 0.5, 0, id="half_accepted_at_half_the_cost"),
        pytest.param(1.0, 1.0, 0, id="all_accepted_at_the_same_cost"),
    ],
)
def test_the_smallest_of_equal_lengths_is_best(alpha, draft_cost, expected):
    """Where drafting more gains nothing, the shorter draft is chosen."""
    assert best_gamma(alpha, draft_cost) == expected


@pytest.mark.parametrize(
    ("alpha", "draft_cost"),
    [(0.6, 0.05), (0.85, 0.02), (0.4, 0.15)],
    ids=["some_accepted", "most_accepted", "few_accepted"],
)
def test_no_other_length_is_faster(alpha, draft_cost):
    """The speed-up of the best length is the highest of all lengths from 0 to 16."""
    got = best_gamma(alpha, draft_cost)
    assert speed_up(alpha, draft_cost, got) == close(max(speed_up(alpha, draft_cost, gamma) for gamma in range(17)))


@pytest.mark.parametrize(
    ("draft_costs", "expected"),
    [pytest.param([0.0, 0.02, 0.05, 0.2, 0.4, 0.9], [16, 11, 8, 4, 2, 0], id="alpha_0_8")],
)
def test_a_dearer_draft_should_be_shorter(draft_costs, expected):
    """The best length for alpha 0.8 falls as the draft's cost rises."""
    assert [best_gamma(0.8, draft_cost) for draft_cost in draft_costs] == expected


@pytest.mark.parametrize(
    ("alpha", "draft_cost", "max_gamma"),
    [
        pytest.param(-0.1, 0.05, 16, id="alpha_below_0"),
        pytest.param(1.01, 0.05, 16, id="alpha_above_1"),
        pytest.param(0.8, -0.01, 16, id="draft_cost_negative"),
        pytest.param(0.8, 0.05, -1, id="max_gamma_negative"),
        pytest.param(1.5, 0.05, 0, id="alpha_above_1_and_none_allowed"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(alpha, draft_cost, max_gamma):
    """An alpha that is no probability, a negative cost or a negative bound raises ValueError."""
    with pytest.raises(ValueError):
        best_gamma(alpha, draft_cost, max_gamma)


@pytest.mark.parametrize(("arguments", "expected"), [pytest.param({"gamma": 2, "alpha": 0.5}, 1.75, id="both_by_name")])
def test_tokens_of_a_round_by_name(arguments, expected):
    """Arguments of expected_tokens may be given by name."""
    assert expected_tokens(**arguments) == close(expected)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param({"draft_cost": 0.1, "alpha": 1.0}, 16, id="at_most_16_unless_said_otherwise"),
        pytest.param({"max_gamma": 3, "draft_cost": 0.1, "alpha": 1.0}, 3, id="all_by_name"),
    ],
)
def test_best_draft_length_by_name(arguments, expected):
    """Arguments of best_gamma may be given by name, and max_gamma may be left out."""
    assert best_gamma(**arguments) == expected
