"""Tests that passed are in it too. All right answers agree on those; a mistake is known by what it got wrong."""


def signature(results):
    return {test: as_text(value) for test, outcome, value in results}


def as_text(value):
    return f"{value:.6g}" if isinstance(value, float) else repr(value)
