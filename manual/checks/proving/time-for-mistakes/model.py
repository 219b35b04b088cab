"""Readers make common mistakes more often than rare ones; feedback helps those who come after it was written."""

from random import Random

MISTAKES = range(24)
READERS = 15  # who fail, each evening


def play(moves, seed):
    """Return what the moves come to: an evening is a step, its hours come before its readers."""
    chance, known, unexplained, series = Random(seed), 0, 0, []
    for move in moves:
        known += move["hours"]
        made = chance.choices(MISTAKES, weights=[1 / (place + 1) for place in MISTAKES], k=READERS)
        told_nothing = sum(mistake >= known for mistake in made)
        unexplained += told_nothing
        series.append(told_nothing)
    return {"outcomes": {"unexplained": unexplained, "hours": known}, "series": {"unexplained": series}}
