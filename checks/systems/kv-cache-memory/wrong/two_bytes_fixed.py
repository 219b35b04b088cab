"""You take every number for 2 bytes, whatever `bytes_per_value` says. So an int8 cache looks no smaller than one in
fp16, and the offer on the table seems to buy nothing; with fp32 you'd promise room that isn't there. Look for where
the argument goes in your formula.
"""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    if min(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value) <= 0:
        raise ValueError("sizes must be above 0")
    return 2 * layers * kv_heads * head_dim * seq_len * batch * 2


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    if free_bytes < 0:
        raise ValueError("free_bytes must not be negative")
    one = kv_cache_bytes(layers, kv_heads, head_dim, seq_len, 1, bytes_per_value)
    return free_bytes // one
