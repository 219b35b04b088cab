"""85% right against a promise of 99%: answer less often (20,000 invented answers)."""

from random import Random

rng = Random(26)
answers = []  # (the model's confidence, whether it was right)
for _ in range(20_000):
    right = rng.random() < 0.85
    answers.append((rng.betavariate(8, 1.5) if right else rng.betavariate(3, 3), right))

print("from   answered  right   errors left")
print("conf.            of those   of all")
for threshold in (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9):
    kept = [right for confidence, right in answers if confidence >= threshold]
    wrong = len(kept) - sum(kept)
    answered, correct, left = len(kept) / len(answers), sum(kept) / len(kept), wrong / len(answers)
    print(f"{threshold:4.2f} {answered:9.1%} {correct:9.2%} {left:9.2%}")
