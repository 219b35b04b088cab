"""Your cache is half the size it should be, and your batch twice what fits. Attention keeps two vectors of each token
in each KV head, the key and the value; you've counted one. On a real card this plan runs out of memory at half the
traffic.
"""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    if min(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value) <= 0:
        raise ValueError("sizes must be above 0")
    return layers * kv_heads * head_dim * seq_len * batch * bytes_per_value


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    if free_bytes < 0:
        raise ValueError("free_bytes must not be negative")
    one = kv_cache_bytes(layers, kv_heads, head_dim, seq_len, 1, bytes_per_value)
    return free_bytes // one
