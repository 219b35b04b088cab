"""Requests come by chance, wait, and are finished by workers: a minute is a step."""

from random import Random

EACH = 4  # requests that a worker finishes in a minute


def play(moves, seed):
    """Return what the moves come to."""
    chance, waiting, paid, series = Random(seed), 20, 0, []
    for move in moves:
        waiting = max(0, waiting + chance.randint(6, 8) - EACH * move["workers"])
        paid += move["workers"]
        series.append(waiting)
    return {"outcomes": {"waiting": waiting, "paid": paid}, "series": {"waiting": series}}
