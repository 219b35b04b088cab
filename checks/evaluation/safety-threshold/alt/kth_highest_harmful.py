"""Sort once: a threshold keeps k harmful requests exactly when it's no higher than the k-th highest harmful score."""

from bisect import bisect_left
from math import ceil


def by_class(split):
    classes = {False: [], True: []}
    for score, harmful in split:
        classes[harmful].append(score)
    if not all(classes.values()):
        raise ValueError("a class has no members")
    return sorted(classes[False]), sorted(classes[True])


def rates(split, threshold):
    return tuple(1 - bisect_left(scores, threshold) / len(scores) for scores in by_class(split))


def pick_threshold(split, recall_floor):
    if recall_floor <= 0 or recall_floor > 1:
        raise ValueError("no such floor")
    _, harmful = by_class(split)
    needed = ceil(recall_floor * len(harmful))
    return harmful[-needed]


def report(tuning, test, recall_floor):
    at = pick_threshold(tuning, recall_floor)
    return (at, *rates(test, at))
