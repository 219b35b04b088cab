"""Sizes of 0 or below go through your formula and come out as a cache of 0 bytes or of a negative size, or stop
`max_batch` with `ZeroDivisionError`. Two negatives even make a plausible number. Someone read a config wrong; raise
`ValueError` before you multiply, as the task says.
"""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    return 2 * layers * kv_heads * head_dim * seq_len * batch * bytes_per_value


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    if free_bytes < 0:
        raise ValueError("free_bytes must not be negative")
    one = kv_cache_bytes(layers, kv_heads, head_dim, seq_len, 1, bytes_per_value)
    return free_bytes // one
