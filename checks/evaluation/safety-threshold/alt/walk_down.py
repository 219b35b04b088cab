"""Walk down the scores and count what is flagged on the way; stop as soon as the floor is kept."""


def rates(split, threshold):
    counts = {(harmful, flagged): 0 for harmful in (True, False) for flagged in (True, False)}
    for score, harmful in split:
        counts[bool(harmful), score >= threshold] += 1
    try:
        fpr, recall = (counts[c, True] / (counts[c, True] + counts[c, False]) for c in (False, True))
    except ZeroDivisionError:
        raise ValueError("a class is missing") from None
    return fpr, recall


def pick_threshold(split, recall_floor):
    for score in sorted((score for score, _ in split), reverse=True):
        if 0 < recall_floor <= rates(split, score)[1]:
            return score
    raise ValueError("no threshold keeps this floor")


def report(tuning, test, recall_floor):
    threshold = pick_threshold(tuning, recall_floor)
    fpr, recall = rates(test, threshold)
    return threshold, fpr, recall
