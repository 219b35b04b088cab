"""The fastest possible step: reading or computing? (an invented card)"""

PARAMETERS, BYTES_EACH = 8e9, 2  # 8 billion weights in bf16
LAYERS, KV_HEADS, HEAD_DIM = 32, 8, 128
BANDWIDTH, FLOPS = 2e12, 400e12  # bytes and operations a second, at best
CONTEXT = 4096  # tokens that each sequence has in its cache

weights = PARAMETERS * BYTES_EACH
kv_token = 2 * LAYERS * KV_HEADS * HEAD_DIM * BYTES_EACH  # a key and a value


def bound_ms(new_tokens: int, sequences: int, cached: int) -> tuple[float, float]:
    """Least time to read weights and cache; least time to compute."""
    read = weights + sequences * cached * kv_token
    compute = 2 * PARAMETERS * new_tokens  # one multiply and one add a weight
    return 1000 * read / BANDWIDTH, 1000 * compute / FLOPS


gib = kv_token * CONTEXT / 2**30
print(f"cache: {kv_token // 1024} KiB a token, {gib:.1f} GiB a sequence")
read, compute = bound_ms(CONTEXT, 1, 0)
print(f"prefill of {CONTEXT}: read {read:.1f} ms, compute {compute:.1f} ms")
for batch in 1, 8, 32, 128:
    read, compute = bound_ms(batch, batch, CONTEXT)
    step = max(read, compute)
    print(f"decode, batch {batch:3}: read {read:4.1f} ms, compute {compute:3.1f}", end="")
    print(f" -> {batch / step * 1000:5.0f} tokens/s, {1000 / step:3.0f} for each")
