"""Judges sprt on short logs, in which "x" is a failed request and "." an answered one, and on simulated canaries."""

import itertools
import math
import random
from collections import Counter

import pytest
from answer import sprt

LONGEST = 5_000  # requests; the right rule decides each simulated canary within 600


def outcomes(log):
    """Return the outcomes of a log, one by one: True for a failed request."""
    return (mark == "x" for mark in log)


def canary(failure_rate, seed):
    """Return outcomes of a simulated canary, the same ones for the same seed, and lose patience in the end."""
    generator = random.Random(seed)
    for _ in range(LONGEST):
        yield generator.random() < failure_rate
    raise RuntimeError(f"still reading after {LONGEST} requests")


def verdicts(failure_rate):
    """Return what sprt says of 300 simulated canaries, with p0 = 0.01, p1 = 0.05 and the usual errors."""
    return [sprt(canary(failure_rate, seed), 0.01, 0.05) for seed in range(300)]


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        pytest.param("xx", ("rollback", 2), id="two_failures"),
        pytest.param("xxxxxx......", ("rollback", 2), id="goes_on_after_the_decision"),
        pytest.param("x", ("continue", 1), id="one_failure"),
        pytest.param("x.......x", ("rollback", 9), id="failures_close_together"),
        pytest.param("x........x", ("continue", 10), id="failures_further_apart"),
        pytest.param("..........xx", ("continue", 12), id="two_failures_after_ten_answers"),
        pytest.param("..........xxx", ("rollback", 13), id="three_failures_after_ten_answers"),
        pytest.param("." * 54, ("continue", 54), id="54_answers"),
        pytest.param("." * 60, ("promote", 55), id="60_answers"),
        pytest.param("x" + "." * 94, ("promote", 95), id="one_failure_and_94_answers"),
        pytest.param("", ("continue", 0), id="no_request_yet"),
    ],
)
def test_verdict_at_1_and_5_percent(log, expected):
    """With p0 = 0.01, p1 = 0.05 and the usual errors, verdict and number read are the ones worked out by hand."""
    assert sprt(outcomes(log), p0=0.01, p1=0.05) == expected


@pytest.mark.parametrize(
    ("log", "p0", "p1", "expected"),
    [
        pytest.param("xxx", 0.1, 0.3, ("rollback", 3), id="10_and_30_percent_bad"),
        pytest.param("." * 9, 0.1, 0.3, ("promote", 9), id="10_and_30_percent_good"),
        pytest.param("x.x.x.xx", 0.1, 0.3, ("rollback", 7), id="10_and_30_percent_every_other"),
        pytest.param("..", 0.5, 0.9, ("promote", 2), id="50_and_90_percent_good"),
        pytest.param("xxxxx", 0.5, 0.9, ("rollback", 5), id="50_and_90_percent_bad"),
    ],
)
def test_verdict_at_other_rates(log, p0, p1, expected):
    """Each outcome weighs as much as p0 and p1 say."""
    assert sprt(outcomes(log), p0, p1) == expected


@pytest.mark.parametrize(
    ("log", "alpha", "beta", "expected"),
    [
        pytest.param("xxx", 0.01, 0.2, ("rollback", 3), id="careful_about_rolling_back"),
        pytest.param("xx", 0.01, 0.2, ("continue", 2), id="careful_about_rolling_back_undecided"),
        pytest.param("." * 39, 0.01, 0.2, ("promote", 39), id="quick_to_promote"),
        pytest.param("x", 0.2, 0.01, ("rollback", 1), id="quick_to_roll_back"),
        pytest.param("." * 107, 0.2, 0.01, ("promote", 107), id="careful_about_promoting"),
    ],
)
def test_verdict_at_other_errors(log, alpha, beta, expected):
    """Where to stop depends on alpha and beta, each in its place."""
    assert sprt(outcomes(log), 0.01, 0.05, alpha=alpha, beta=beta) == expected


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        pytest.param("xx......", 2, id="rollback_after_2"),
        pytest.param("." * 70, 55, id="promote_after_55"),
        pytest.param("x.....", 6, id="no_decision"),
    ],
)
def test_nothing_is_read_beyond_the_decision(log, expected):
    """No outcome is taken from the iterable after the one that decides."""
    source = iter(log)
    sprt((mark == "x" for mark in source), 0.01, 0.05)
    assert len(log) - len(list(source)) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param(".", ("promote", 55), id="never_a_failure"),
        pytest.param("...................x", ("rollback", 80), id="every_20th_fails"),
    ],
)
def test_outcomes_may_never_end(pattern, expected):
    """An endless stream is no obstacle, since reading stops with the decision."""
    endless = itertools.chain.from_iterable(itertools.repeat(pattern, LONGEST))
    assert sprt(outcomes(endless), 0.01, 0.05) == expected


@pytest.mark.parametrize(
    ("failure_rate", "expected"),
    [
        pytest.param(0.01, {"promote": 289, "rollback": 11}, id="healthy"),
        pytest.param(0.02, {"promote": 238, "rollback": 62}, id="in_between"),
        pytest.param(0.05, {"promote": 32, "rollback": 268}, id="broken"),
    ],
)
def test_verdicts_on_300_simulated_canaries(failure_rate, expected):
    """Of 300 canaries with the given failure rate, as many are promoted and rolled back as by Wald's rule."""
    decisions = Counter(decision for decision, _ in verdicts(failure_rate))
    assert dict(decisions) == expected


@pytest.mark.parametrize(
    ("failure_rate", "mistake", "bound"),
    [
        pytest.param(0.01, "rollback", 0.05 / 0.9, id="false_alarms"),
        pytest.param(0.05, "promote", 0.1 / 0.95, id="missed_regressions"),
    ],
)
def test_mistakes_stay_within_their_bounds(failure_rate, mistake, bound):
    """False alarms stay within alpha / (1 - beta) and misses within beta / (1 - alpha), give or take 300 draws."""
    decisions = [decision for decision, _ in verdicts(failure_rate)]
    draws = len(decisions)
    allowed = math.floor(draws * bound + 3 * math.sqrt(draws * bound * (1 - bound)))
    mistakes = decisions.count(mistake)
    assert mistakes == min(mistakes, allowed)


@pytest.mark.parametrize("seed", [1, 2], ids=lambda seed: f"seed_{seed}")
def test_turning_the_question_around_turns_the_verdict_around(seed):
    """Count successes instead of failures, swap the two hypotheses and their errors: same moment, opposite verdict."""
    opposite = {"rollback": "promote", "promote": "rollback"}
    decision, read = sprt(canary(0.2, seed), 0.1, 0.3, alpha=0.04, beta=0.09)
    turned = (not failed for failed in canary(0.2, seed))
    assert sprt(turned, 0.7, 0.9, alpha=0.09, beta=0.04) == (opposite[decision], read)


@pytest.mark.parametrize("log", [pytest.param([True, False, True], id="list")])
def test_outcomes_are_left_alone(log):
    """A list of outcomes is what it was after the call."""
    before = list(log)
    sprt(log, 0.01, 0.05)
    assert log == before


@pytest.mark.parametrize(
    ("log", "p0", "p1", "alpha", "beta"),
    [
        pytest.param(".x", 0.0, 0.05, 0.05, 0.1, id="p0_is_0"),
        pytest.param(".x", 0.01, 1.0, 0.05, 0.1, id="p1_is_1"),
        pytest.param(".x", 0.05, 0.05, 0.05, 0.1, id="p0_is_p1"),
        pytest.param(".x", 0.05, 0.01, 0.05, 0.1, id="p0_above_p1"),
        pytest.param(".x", 0.01, 0.05, 0.0, 0.1, id="alpha_is_0"),
        pytest.param(".x", 0.01, 0.05, 0.5, 0.1, id="alpha_is_half"),
        pytest.param(".x", 0.01, 0.05, 0.05, -0.1, id="beta_below_0"),
        pytest.param(".x", 0.01, 0.05, 0.05, 0.5, id="beta_is_half"),
        pytest.param("", 0.01, 0.05, 0.05, 0.7, id="beta_above_half_and_no_request"),
    ],
)
def test_impossible_settings_are_refused(log, p0, p1, alpha, beta):
    """Anything but 0 < p0 < p1 < 1 and errors between 0 and 0.5 raises ValueError, whatever the outcomes."""
    with pytest.raises(ValueError):
        sprt(outcomes(log), p0, p1, alpha, beta)
