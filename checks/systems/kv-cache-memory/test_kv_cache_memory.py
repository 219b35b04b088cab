"""Judges kv_cache_bytes(...) and max_batch(...) on sizes worked out by hand and on those of real models."""

import random

import pytest
from answer import kv_cache_bytes, max_batch

GIB = 2**30
SMALL = {"layers": 2, "kv_heads": 3, "head_dim": 5, "seq_len": 7, "batch": 11, "bytes_per_value": 4}


def seeded_sizes(seed):
    """Return (layers, kv_heads, head_dim, seq_len, bytes_per_value) and a memory in which a few fit."""
    generator = random.Random(seed)
    sizes = [generator.randint(1, 60), generator.randint(1, 12), 2 * generator.randint(1, 90)]
    sizes += [generator.randint(1, 9_000), generator.choice([1, 2, 4])]
    one = 2
    for size in sizes:
        one *= size
    return generator.randint(one, 9 * one), sizes


@pytest.mark.parametrize(
    ("layers", "kv_heads", "head_dim", "seq_len", "batch", "bytes_per_value", "expected"),
    [
        pytest.param(1, 1, 1, 1, 1, 2, 4, id="one_key_and_one_value"),
        pytest.param(1, 1, 128, 1, 1, 2, 512, id="one_token_in_one_head"),
        pytest.param(2, 3, 5, 7, 11, 4, 18_480, id="small_numbers"),
        pytest.param(32, 8, 128, 8_192, 1, 2, 1 * GIB, id="8_kv_heads"),
        pytest.param(32, 32, 128, 8_192, 1, 2, 4 * GIB, id="32_kv_heads"),
        pytest.param(32, 8, 128, 8_192, 1, 1, GIB // 2, id="int8"),
        pytest.param(80, 8, 128, 131_072, 16, 2, 640 * GIB, id="long_context"),
    ],
)
def test_size_of_a_cache(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value, expected):
    """The size of a cache is the one worked out by hand, to the byte."""
    assert kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(
            {"layers": 32, "kv_heads": 8, "head_dim": 128, "seq_len": 1_024, "batch": 3},
            402_653_184,
            id="two_bytes_unless_said_otherwise",
        ),
        pytest.param(
            {"bytes_per_value": 1, "batch": 3, "seq_len": 1_024, "head_dim": 128, "kv_heads": 8, "layers": 32},
            201_326_592,
            id="all_by_name",
        ),
    ],
)
def test_size_of_a_cache_by_name(arguments, expected):
    """Arguments may be given by name, and bytes_per_value may be left out."""
    assert kv_cache_bytes(**arguments) == expected


@pytest.mark.parametrize("doubled", list(SMALL))
def test_twice_as_much_of_one_takes_twice_the_memory(doubled):
    """Doubling any one of the sizes doubles the cache."""
    assert kv_cache_bytes(**SMALL | {doubled: 2 * SMALL[doubled]}) == 2 * kv_cache_bytes(**SMALL)


@pytest.mark.parametrize(
    "arguments",
    [pytest.param(SMALL | {name: 0}, id=f"{name}_0") for name in SMALL]
    + [pytest.param(SMALL | {name: -2}, id=f"{name}_negative") for name in ("seq_len", "batch")]
    + [pytest.param(SMALL | {"layers": -2, "kv_heads": -3}, id="two_negatives")],
)
def test_a_size_below_1_is_refused(arguments):
    """Each size of a cache must be above 0, else ValueError."""
    with pytest.raises(ValueError):
        kv_cache_bytes(**arguments)


@pytest.mark.parametrize(
    ("free_bytes", "kv_heads", "seq_len", "bytes_per_value", "expected"),
    [
        pytest.param(20 * GIB, 8, 8_192, 2, 20, id="exactly_filled"),
        pytest.param(20 * GIB - 1, 8, 8_192, 2, 19, id="one_byte_short"),
        pytest.param(58 * 10**9, 8, 8_192, 2, 54, id="8_kv_heads"),
        pytest.param(58 * 10**9, 32, 8_192, 2, 13, id="32_kv_heads"),
        pytest.param(58 * 10**9, 8, 8_192, 1, 108, id="int8"),
        pytest.param(58 * 10**9, 8, 16_384, 2, 27, id="twice_the_length"),
        pytest.param(GIB - 1, 8, 8_192, 2, 0, id="not_even_one"),
        pytest.param(0, 8, 8_192, 2, 0, id="nothing_free"),
    ],
)
def test_largest_batch_of_a_model_with_32_layers(free_bytes, kv_heads, seq_len, bytes_per_value, expected):
    """The largest batch is the one worked out by hand; layers is 32, head_dim 128."""
    assert max_batch(free_bytes, 32, kv_heads, 128, seq_len, bytes_per_value) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(
            {"seq_len": 7, "head_dim": 5, "kv_heads": 3, "layers": 2, "free_bytes": 8_400},
            10,
            id="two_bytes_unless_said_otherwise",
        )
    ],
)
def test_largest_batch_by_name(arguments, expected):
    """Arguments may be given by name, and bytes_per_value may be left out."""
    assert max_batch(**arguments) == expected


@pytest.mark.parametrize(
    ("free_bytes", "sizes", "expected"),
    [pytest.param(*seeded_sizes(seed), [True, False], id=f"seed_{seed}") for seed in (1, 2, 3)],
)
def test_the_largest_batch_fits_and_one_more_does_not(free_bytes, sizes, expected):
    """The cache of the largest batch fits into the memory, that of one sequence more doesn't."""
    *shape, bytes_per_value = sizes
    batch = max_batch(free_bytes, *shape, bytes_per_value)
    assert [kv_cache_bytes(*shape, n, bytes_per_value) <= free_bytes for n in (batch, batch + 1)] == expected


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((-1, 32, 8, 128, 8_192, 2), id="free_bytes_negative"),
        pytest.param((GIB, 0, 8, 128, 8_192, 2), id="layers_0"),
        pytest.param((GIB, 32, 0, 128, 8_192, 2), id="kv_heads_0"),
        pytest.param((GIB, 32, 8, 128, 8_192, 0), id="bytes_per_value_0"),
        pytest.param((GIB, 32, 8, 128, -1, 2), id="seq_len_negative"),
        pytest.param((0, 32, 8, 0, 8_192, 2), id="nothing_free_and_head_dim_0"),
    ],
)
def test_a_batch_that_makes_no_sense_is_refused(arguments):
    """free_bytes must be at least 0 and every other argument above 0, else ValueError."""
    with pytest.raises(ValueError):
        max_batch(*arguments)
