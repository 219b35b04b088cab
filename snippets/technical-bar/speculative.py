"""Speculative decoding, counted exactly: same distribution, more tokens a pass."""

from fractions import Fraction

tenth = Fraction(1, 10)
target = {"the": 5 * tenth, "a": 3 * tenth, "its": 2 * tenth}
draft = {"the": 3 * tenth, "a": 6 * tenth, "its": 1 * tenth}
GAMMA, DRAFT_COST = 4, 0.1  # drafted tokens a round; time of one, in passes

accepted = {t: draft[t] * min(1, target[t] / draft[t]) for t in target}
alpha = sum(accepted.values())  # also the sum of min(p, q)
rest = {t: max(0, target[t] - draft[t]) for t in target}
redrawn = {t: (1 - alpha) * rest[t] / sum(rest.values()) for t in target}
for token in target:
    out = accepted[token] + redrawn[token]
    print(f"{token:4} target {target[token]}, draft {draft[token]}, comes out {out}")
    assert out == target[token]

# k drafted tokens accepted, then one of the target's own, for k from 0 to GAMMA
chances = [alpha**k * (1 - alpha) for k in range(GAMMA)] + [alpha**GAMMA]
counted = sum(chance * (k + 1) for k, chance in enumerate(chances))
assert counted == (1 - alpha ** (GAMMA + 1)) / (1 - alpha)
print(f"alpha {alpha}, {float(counted):.2f} tokens a round", end="")
print(f", speed-up {float(counted) / (GAMMA * DRAFT_COST + 1):.2f}")
