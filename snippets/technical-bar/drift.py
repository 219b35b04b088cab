"""How far did this week move, and how far does chance move? (invented)"""

from math import log
from random import Random

baseline = {"answered": 9100, "refused": 600, "cut short": 300}
this_week = {"answered": 848, "refused": 121, "cut short": 31}


def shares(counts: dict[str, int]) -> dict[str, float]:
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items()}


def kl(p: dict[str, float], q: dict[str, float]) -> float:
    return sum(p[name] * log(p[name] / q[name]) for name in p)  # in nats


p, q = shares(this_week), shares(baseline)
for name in p:
    term = p[name] * log(p[name] / q[name])
    print(f"{name:9} {q[name]:6.1%} -> {p[name]:6.1%}   adds {term:7.4f}")
print(f"KL(week || baseline) {kl(p, q):.4f}, the other way {kl(q, p):.4f}")

rng, chance = Random(7), []
for _ in range(400):  # weeks of 1,000 answers in which nothing has changed
    draw = rng.choices(list(q), weights=list(q.values()), k=1000)
    chance.append(kl(shares({name: draw.count(name) for name in q}), q))
chance.sort()
print(f"no drift: median {chance[199]:.4f}, 99th percentile {chance[395]:.4f}")
