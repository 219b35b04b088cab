"""A judge model against people's labels: what to correct (invented)."""

# Answers by what people say (rows) and what the judge says: (good, bad).
LABELED = {"good": (132, 8), "bad": (18, 42)}
JUDGED_GOOD = 0.60  # on 2,000 other answers that nobody has labeled

(gg, gb), (bg, bb) = LABELED["good"], LABELED["bad"]
n = gg + gb + bg + bb
agreement = (gg + bb) / n
by_chance = ((gg + gb) * (gg + bg) + (bg + bb) * (gb + bb)) / n**2
kappa = (agreement - by_chance) / (1 - by_chance)
print(f"agreement {agreement:.0%}, by chance {by_chance:.0%}, kappa {kappa:.2f}")

sensitivity = gg / (gg + gb)  # good answers that the judge calls good
specificity = bb / (bg + bb)  # bad answers that it calls bad
print(f"sensitivity {sensitivity:.0%}, specificity {specificity:.0%}")
true_rate = (JUDGED_GOOD + specificity - 1) / (sensitivity + specificity - 1)
print(f"the judge says {JUDGED_GOOD:.0%} good; corrected {true_rate:.0%}")

# The same pairs shown in both orders, AB and BA: who wins?
always_first, wins_a, wins_b, always_second = 31, 40, 22, 7
pairs = always_first + wins_a + wins_b + always_second
print(f"order AB only: A wins {(wins_a + always_first) / pairs:.0%}")
undecided = always_first + always_second
print(f"both orders: A {wins_a}, B {wins_b}, undecided {undecided} of {pairs}")
