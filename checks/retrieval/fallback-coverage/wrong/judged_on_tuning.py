"""You report coverage and accuracy on the half that you chose the threshold on. Of all thresholds you took the one that
just made it *there*, so it's partly luck that it did, and luck doesn't carry over. The other half is there to say
what's left of it.
"""

from itertools import groupby


def counts(answers):
    if not answers or not all((0 <= confidence <= 1 for confidence, _ in answers)):
        raise ValueError("expected answers with a confidence from 0 to 1")
    rows, answered, right = ([], 0, 0)
    for confidence, equals in groupby(sorted(answers, reverse=True), key=lambda answer: answer[0]):
        for _, is_right in equals:
            answered += 1
            right += is_right
        rows.append((confidence, answered, right))
    return rows


def curve(answers):
    return [(from_on, answered / len(answers), right / answered) for from_on, answered, right in counts(answers)]


def threshold(answers, target, min_answered):
    if not 0 < target <= 1 or min_answered < 1:
        raise ValueError("bad input")
    enough = [row for row in counts(answers) if row[1] >= min_answered]
    return min((from_on for from_on, answered, right in enough if right / answered >= target), default=None)


def report(tuning, held_out, target, min_answered):
    chosen = threshold(tuning, target, min_answered)
    kept = [point for point in curve(held_out and tuning) if chosen is not None and point[0] >= chosen]
    _, coverage, accuracy = kept[-1] if kept else (None, 0, None)
    return {"threshold": chosen, "coverage": coverage, "accuracy": accuracy}


def usd_per_1000(answers, from_on, wrong_usd, fallback_usd):
    counts(answers)
    if wrong_usd < 0 or fallback_usd < 0:
        raise ValueError("bad input")
    given = [right for confidence, right in answers if from_on is not None and confidence >= from_on]
    fallbacks, wrong = (len(answers) - len(given), len(given) - sum(given))
    return 1000 * (wrong * wrong_usd + fallbacks * fallback_usd) / len(answers)
