"""Find the largest batch by doubling and halving, with nothing but kv_cache_bytes to ask."""


def kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value=2):
    for size in (layers, kv_heads, head_dim, seq_len, batch, bytes_per_value):
        if not size > 0:
            raise ValueError(size)
    keys = values = layers * kv_heads * head_dim * bytes_per_value
    return (keys + values) * seq_len * batch


def max_batch(free_bytes, layers, kv_heads, head_dim, seq_len, bytes_per_value=2):
    if free_bytes < 0:
        raise ValueError(free_bytes)

    def fits(batch):
        return kv_cache_bytes(layers, kv_heads, head_dim, seq_len, batch, bytes_per_value) <= free_bytes

    step = 1
    while fits(step):
        step *= 2
    batch = 0
    while step:
        if fits(batch + step):
            batch += step
        step //= 2
    return batch
