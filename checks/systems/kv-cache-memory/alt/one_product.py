"""One list of factors, checked and multiplied; the batch by counting in floats, which is exact at these sizes."""

import math
from math import prod


class BadSizeError(ValueError):
    """A size that no cache can have."""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    factors = [layers, kv_heads, head_dim, seq_len, batch, bytes_per_value]
    if any(factor < 1 for factor in factors):
        raise BadSizeError(factors)
    return prod(factors, start=2)


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    one = kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch=1, bytes_per_value=bytes_per_value)
    if free_bytes < 0:
        raise BadSizeError(free_bytes)
    return math.floor(free_bytes / one)
