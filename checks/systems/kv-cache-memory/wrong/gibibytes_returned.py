"""You return GiB where bytes are asked for. Both are fine units, but only one is in the function's name, and the
caller who compares your 4.0 with 58,000,000,000 free bytes will conclude that almost everything fits. Convert where
people read the number, not where it's computed.
"""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    if min(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value) <= 0:
        raise ValueError("sizes must be above 0")
    return 2 * layers * kv_heads * head_dim * seq_len * batch * bytes_per_value / 2**30


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    if free_bytes < 0:
        raise ValueError("free_bytes must not be negative")
    one = kv_cache_bytes(layers, kv_heads, head_dim, seq_len, 1, bytes_per_value) * 2**30
    return free_bytes // int(one)
