"""How much memory does a KV cache take, and how many sequences fit?"""


def kv_cache_bytes(
    layers: int, kv_heads: int, head_dim: int, seq_len: int, batch: int, bytes_per_value: int = 2
) -> int:
    """Return the bytes that the keys and values of `batch` sequences of `seq_len` tokens take."""
    raise NotImplementedError("write kv_cache_bytes first")


def max_batch(
    free_bytes: int, layers: int, kv_heads: int, head_dim: int, seq_len: int, bytes_per_value: int = 2
) -> int:
    """Return how many sequences of `seq_len` tokens fit into `free_bytes`, 0 if not even one does."""
    raise NotImplementedError("then write max_batch")


if __name__ == "__main__":  # Run shows what two kinds of saving buy at the same promise to the customer
    FREE_BYTES = 80 * 10**9 - 16 * 10**9 - 6 * 10**9  # card, less weights, less a reserve for everything else
    STEP_BYTES = 25 * 2 * 10**9 - 16 * 10**9  # read in 25 ms at 2 GB per ms, less the weights, read once each step
    print(f"room for the cache: {FREE_BYTES:,} bytes; read in 25 ms: {STEP_BYTES:,}; 8,192 tokens each")
    for name, kv_heads, bytes_per_value in (
        ("32 KV heads, 2 bytes", 32, 2),
        ("8 KV heads, 2 bytes", 8, 2),
        ("8 KV heads, 1 byte", 8, 1),
        ("1 KV head, 2 bytes", 1, 2),
    ):
        one = kv_cache_bytes(32, kv_heads, 128, 8_192, 1, bytes_per_value)
        fits = max_batch(FREE_BYTES, 32, kv_heads, 128, 8_192, bytes_per_value)
        promised = max_batch(min(FREE_BYTES, STEP_BYTES), 32, kv_heads, 128, 8_192, bytes_per_value)
        print(f"{name:20} {one:13,} bytes each: {fits:3} fit, {promised:3} also keep 25 ms a token")
