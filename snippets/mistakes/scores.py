"""Four sets of weights, two winners; then a budget and a cost (invented)."""

BUDGET_MS = 1200
OPTIONS = {  # impact, feasibility, fit (1 to 5); P95 in ms; US$ a month, out and in
    "agent with tools": ((5, 2, 5), 4200, 52_000, 90_000),
    "longer context": ((4, 3, 4), 1900, 31_000, 40_000),
    "rerank passages": ((4, 4, 3), 980, 9_000, 34_000),
    "cache answers": ((3, 5, 2), 310, 2_000, 11_000),
}
WEIGHTS = {
    "all equal": (1, 1, 1),
    "customers": (3, 1, 1),
    "quick wins": (1, 3, 1),
    "strategy": (1, 1, 3),
}

for label, weights in WEIGHTS.items():
    totals = {}
    for name, (scores, *_) in OPTIONS.items():
        totals[name] = sum(w * score for w, score in zip(weights, scores))
    best = max(totals, key=totals.get)
    fits = "within" if OPTIONS[best][1] <= BUDGET_MS else "over"
    print(f"{label:10} -> {best:16} {OPTIONS[best][1]:5} ms, {fits} the budget")

print("within the budget, by what a month brings:")
allowed = {name: o for name, o in OPTIONS.items() if o[1] <= BUDGET_MS}
by_gain = sorted(allowed.items(), key=lambda o: o[1][2] - o[1][3])
for name, (_, ms, out, income) in by_gain:
    print(f"  {name:16} {ms:5} ms  ${income - out:,} a month")
