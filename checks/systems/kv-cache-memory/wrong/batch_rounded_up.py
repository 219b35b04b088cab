"""You round the batch up, and its last sequence doesn't fit: at one byte short of 20 GiB you answer 20. In production
that's an out-of-memory error under full load, the worst moment for it. The largest batch that fits is rounded down.
"""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    if min(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value) <= 0:
        raise ValueError("sizes must be above 0")
    return 2 * layers * kv_heads * head_dim * seq_len * batch * bytes_per_value


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    if free_bytes < 0:
        raise ValueError("free_bytes must not be negative")
    one = kv_cache_bytes(layers, kv_heads, head_dim, seq_len, 1, bytes_per_value)
    return -(-free_bytes // one)
