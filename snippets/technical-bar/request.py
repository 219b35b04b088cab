"""One question through a pipeline: where do time and money go? (invented)"""

PASSAGES = 8
QUESTION, PASSAGE, ANSWER = 120, 350, 300  # tokens
USD_IN, USD_OUT = 2.5, 10  # for a million tokens
PREFILL_MS, DECODE_MS = 0.04, 16.6  # for each token in; for each token out

prompt = QUESTION + PASSAGES * PASSAGE
stages = {
    "tokenize": 1,
    "embed the question": 12,
    "search the index": 8,
    "rerank 50 passages": 90,
    "prefill": prompt * PREFILL_MS,
    "decode": (ANSWER - 1) * DECODE_MS,  # prefill gives the first token
}
total = sum(stages.values())
for stage, ms in stages.items():
    print(f"{stage:19} {ms:6.0f} ms {ms / total:4.0%}")
to_first = total - stages["decode"]
print(f"to first token {to_first:.0f} ms, to last {total:.0f} ms")
usd_in, usd_out = prompt * USD_IN / 1000, ANSWER * USD_OUT / 1000
print(f"a thousand: {prompt} tokens in ${usd_in:.2f}, {ANSWER} out ${usd_out:.2f}")
