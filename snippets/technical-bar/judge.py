"""A judge model against two people's labels: how often right, and what to correct (invented)."""

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

# The same pairs shown in both orders: the place of each winner, (AB, BA).
swapped = {("first", "first"): 31, ("first", "second"): 40, ("second", "first"): 22, ("second", "second"): 7}
pairs = sum(swapped.values())
wins_a, wins_b = swapped["first", "second"], swapped["second", "first"]
print(f"order AB only: A wins {(wins_a + swapped['first', 'first']) / pairs:.0%}")
print(f"both orders: A {wins_a}, B {wins_b}, undecided {pairs - wins_a - wins_b} of {pairs}")
