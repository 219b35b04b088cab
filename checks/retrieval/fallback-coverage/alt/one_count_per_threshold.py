"""Counters per confidence, and a plain count for every threshold: quadratic, and the definitions word for word."""

from collections import Counter
from fractions import Fraction


def proper(answers):
    for confidence, _ in answers:
        if not (confidence >= 0 and confidence <= 1):
            raise ValueError("confidence")
    if len(answers) == 0:
        raise ValueError("no answers")
    return Counter(answers)


def tally(counter, from_on):
    right = sum(number for (confidence, is_right), number in counter.items() if confidence >= from_on and is_right)
    wrong = sum(number for (confidence, is_right), number in counter.items() if confidence >= from_on and not is_right)
    return right, wrong


def curve(answers):
    counter = proper(answers)
    points = []
    for from_on in sorted({confidence for confidence, _ in counter}, key=lambda confidence: -confidence):
        right, wrong = tally(counter, from_on)
        points.append((from_on, (right + wrong) / counter.total(), float(Fraction(right, right + wrong))))
    return points


def threshold(answers, target, min_answered):
    counter = proper(answers)
    if target <= 0 or target > 1 or min_answered <= 0:
        raise ValueError("target")
    for from_on in sorted({confidence for confidence, _ in counter}):
        right, wrong = tally(counter, from_on)
        if right + wrong >= min_answered and Fraction(right, right + wrong) >= target:
            return from_on
    return None


def report(tuning, held_out, target, min_answered):
    chosen = threshold(tuning, target, min_answered)
    counter = proper(held_out)
    right, wrong = (0, 0) if chosen is None else tally(counter, chosen)
    result = dict(threshold=chosen, coverage=(right + wrong) / counter.total(), accuracy=None)
    if right + wrong:
        result["accuracy"] = right / (right + wrong)
    return result


def usd_per_1000(answers, from_on, wrong_usd, fallback_usd):
    counter = proper(answers)
    if min(wrong_usd, fallback_usd) < 0:
        raise ValueError("price")
    right, wrong = tally(counter, 2 if from_on is None else from_on)
    each = wrong * wrong_usd + (counter.total() - right - wrong) * fallback_usd
    return each / counter.total() * 1000
