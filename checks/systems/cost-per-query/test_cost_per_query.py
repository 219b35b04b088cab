"""Judges query_usd, usd_per_1000, cached_usd_per_1000 and break_even_hit_rate, by hand and on queries.json."""

import copy
import json
import random
from pathlib import Path

import pytest
from answer import break_even_hit_rate, cached_usd_per_1000, query_usd, usd_per_1000

PARTS = ("embedding", "rerank", "input", "output")
LONG = {
    "question_tokens": 50,
    "prompt_tokens": 450,
    "passages": 5,
    "passage_tokens": 100,
    "candidates": 20,
    "output_tokens": 200,
    "attempts": 2,
}
SHORT = dict(zip(LONG, (10, 190, 0, 0, 0, 100, 1)))
PRICES = {
    "embedding_usd_per_million": 0.1,
    "rerank_usd_per_1000": 0.05,
    "input_usd_per_million": 2,
    "output_usd_per_million": 8,
    "lookup_usd_per_1000": 0.5,
    "write_usd_per_1000": 0.25,
}
OURS = dict(zip(PRICES, (0.1, 0.02, 0.6, 2.4, 0.15, 0.1)))
FREE = dict.fromkeys(PRICES, 0)
HALF_A_MILLION = SHORT | {"prompt_tokens": 499_990, "output_tokens": 0}


def close(expected):
    """Match floats within 1e-9, absolute or relative; None is None."""
    return None if expected is None else pytest.approx(expected, rel=1e-9, abs=1e-9)


def by_part(*usd):
    """Return the four parts by name."""
    return dict(zip(PARTS, usd))


def sample():
    """Return fresh copies of the queries in queries.json."""
    return json.loads(Path("queries.json").read_text(encoding="utf-8"))["queries"]


@pytest.mark.parametrize(
    ("query", "prices", "expected"),
    [
        pytest.param(LONG, PRICES, by_part(5, 1000, 4000, 1600), id="two_attempts"),
        pytest.param(SHORT, PRICES, by_part(1, 0, 400, 800), id="no_context"),
        pytest.param(LONG | {"attempts": 1}, PRICES, by_part(5, 1000, 2000, 1600), id="one_attempt"),
        pytest.param(LONG | {"passages": 8, "attempts": 1}, PRICES, by_part(5, 1000, 2600, 1600), id="more_passages"),
        pytest.param(
            LONG | {"attempts": 1.5, "output_tokens": 0}, PRICES, by_part(5, 1000, 3000, 0), id="means_may_be_fractions"
        ),
    ],
)
def test_millionths_of_a_dollar_for_a_query(query, prices, expected):
    """What a query costs, a million times over, is what one works out by hand for each part."""
    got = {part: 1_000_000 * usd for part, usd in query_usd(query, prices).items()}
    assert got == close(expected)


@pytest.mark.parametrize(
    ("queries", "prices", "expected"),
    [
        pytest.param([LONG, SHORT], PRICES, by_part(0.003, 0.5, 2.2, 1.2), id="long_and_short"),
        pytest.param([LONG, SHORT, SHORT, SHORT], PRICES, by_part(0.002, 0.25, 1.3, 1.0), id="mostly_short"),
        pytest.param(
            [LONG, LONG | {"passages": 15, "passage_tokens": 500}], PRICES, by_part(0.005, 1, 18, 1.6), id="unlike"
        ),
        pytest.param([LONG], FREE, by_part(0, 0, 0, 0), id="for_free"),
    ],
)
def test_usd_of_1000(queries, prices, expected):
    """The cost of 1,000 queries is 1,000 times the mean of what each costs."""
    assert usd_per_1000(queries, prices) == close(expected)


@pytest.mark.parametrize(
    "expected", [pytest.param(by_part(0.003265, 0.7026666666666667, 2.563098, 0.499456), id="ours")]
)
def test_usd_of_1000_in_the_sample(expected):
    """On queries.json each part is right."""
    assert usd_per_1000(sample(), OURS) == close(expected)


@pytest.mark.parametrize(
    ("hit_rate", "expected"),
    [
        pytest.param(0, 4.653, id="no_hits"),
        pytest.param(0.25, 3.6155, id="a_quarter"),
        pytest.param(1, 0.503, id="all_hits"),
    ],
)
def test_cached_usd_of_1000(hit_rate, expected):
    """Behind a cache every query pays embedding and lookup, and a miss the rest and the write."""
    assert cached_usd_per_1000([LONG, SHORT], PRICES, hit_rate) == close(expected)


@pytest.mark.parametrize(
    ("queries", "prices", "expected"),
    [
        pytest.param([LONG, SHORT], PRICES, 0.75 / 4.15, id="long_and_short"),
        pytest.param([SHORT], PRICES, 0.75 / 1.45, id="short_only"),
        pytest.param([SHORT], PRICES | {"lookup_usd_per_1000": 2}, None, id="never"),
        pytest.param(
            [HALF_A_MILLION], FREE | {"input_usd_per_million": 1, "lookup_usd_per_1000": 500}, 1, id="at_last"
        ),
        pytest.param([LONG, SHORT], PRICES | FREE | {"input_usd_per_million": 2}, 0, id="cache_for_free"),
    ],
)
def test_break_even(queries, prices, expected):
    """The cache pays from this hit rate on; None if it doesn't even when everything is a hit."""
    assert break_even_hit_rate(queries, prices) == close(expected)


def test_other_queries_each_time(seed):
    """On queries drawn anew, twice the prices are twice the dollars; at break-even both ways cost the same."""
    rng = random.Random(seed)
    queries = [{name: rng.randint(1, 400) for name in LONG} | {"attempts": rng.randint(1, 3)} for _ in range(20)]
    prices = {name: rng.uniform(0.1, 2) for name in PRICES} | {"rerank_usd_per_1000": 0.1 + rng.random()}
    once = usd_per_1000(queries, prices)
    expected = {part: 2 * usd for part, usd in once.items()}
    assert usd_per_1000(queries, {name: 2 * price for name, price in prices.items()}) == close(expected)
    rate = break_even_hit_rate(queries, prices)
    assert cached_usd_per_1000(queries, prices, rate) == close(sum(once.values()))


@pytest.mark.parametrize("expected", [pytest.param((2.2, 3.6155, 0.75 / 4.15), id="generators")])
def test_queries_may_be_a_stream(expected):
    """A generator that can be read only once is as good as a list."""
    got = (
        usd_per_1000((query for query in [LONG, SHORT]), PRICES)["input"],
        cached_usd_per_1000((query for query in [LONG, SHORT]), PRICES, 0.25),
        break_even_hit_rate((query for query in [LONG, SHORT]), PRICES),
    )
    assert got == close(expected)


@pytest.mark.parametrize(
    ("name", "price"),
    [
        pytest.param("input_usd_per_million", -0.5, id="negative"),
        pytest.param("output_usd_per_million", float("nan"), id="nan"),
        pytest.param("rerank_usd_per_1000", float("inf"), id="infinite"),
        pytest.param("lookup_usd_per_1000", float("nan"), id="nan_for_the_cache"),
    ],
)
def test_prices_that_cannot_be_are_refused(name, price):
    """A negative price, NaN or infinity raises ValueError, whichever of the six it is."""
    with pytest.raises(ValueError):
        query_usd(LONG, PRICES | {name: price})


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda: query_usd(LONG | {"output_tokens": -1}, PRICES), id="tokens_not_recorded"),
        pytest.param(lambda: query_usd(LONG | {"candidates": -1}, PRICES), id="candidates_not_recorded"),
        pytest.param(lambda: query_usd(LONG | {"attempts": 0}, PRICES), id="no_attempt"),
        pytest.param(lambda: usd_per_1000([], PRICES), id="no_queries"),
        pytest.param(lambda: break_even_hit_rate([LONG], PRICES | {"write_usd_per_1000": -1}), id="break_even_price"),
        pytest.param(lambda: cached_usd_per_1000([], PRICES, 0.5), id="cached_no_queries"),
        pytest.param(lambda: cached_usd_per_1000([LONG], PRICES, -0.5), id="hit_rate_below_0"),
        pytest.param(lambda: cached_usd_per_1000([LONG], PRICES, 1.5), id="hit_rate_above_1"),
    ],
)
def test_what_cannot_be_is_refused(call):
    """Counts below 0, no attempt, no queries, or a hit rate outside [0, 1] raise ValueError."""
    with pytest.raises(ValueError):
        call()


def test_arguments_are_left_alone():
    """After the calls queries and prices are what they were."""
    queries, prices = copy.deepcopy([LONG, SHORT]), dict(PRICES)
    cached_usd_per_1000(queries, prices, 0.25)
    break_even_hit_rate(queries, prices)
    assert [queries, prices] == [[LONG, SHORT], PRICES]
