"""The share of answers is steady. Is the behavior? (invented weeks)"""

from math import log

LAST_WEEK = {"answered": 820, "asked back": 90, "declined": 60, "cut short": 30}
THIS_WEEK = {"answered": 818, "asked back": 22, "declined": 131, "cut short": 29}


def moved(then: dict[str, int], now: dict[str, int]) -> float:
    """Total variation: at least this share of answers changed category."""
    a, b = sum(then.values()), sum(now.values())
    return sum(abs(now[kind] / b - then[kind] / a) for kind in then) / 2


def chi_square(then: dict[str, int], now: dict[str, int]) -> float:
    """How surprising the difference is if nothing changed (G-test)."""
    a, b = sum(then.values()), sum(now.values())
    total = 0.0
    for kind in then:
        both = (then[kind] + now[kind]) / (a + b)
        total += then[kind] * log(then[kind] / (a * both))
        total += now[kind] * log(now[kind] / (b * both))
    return 2 * total


for kind in LAST_WEEK:
    print(f"{kind:11} {LAST_WEEK[kind]:4} -> {THIS_WEEK[kind]:4} of 1000")
print(f"moved at least {moved(LAST_WEEK, THIS_WEEK):.1%} of answers")
print(f"G = {chi_square(LAST_WEEK, THIS_WEEK):.1f}; chance exceeds 11.3 once in 100")
