"""Floats are written to their last digit, so `0.1 + 0.2` and `0.3` look like two mistakes. Write them with six
significant digits."""


def signature(results):
    return {test: repr(value) for test, outcome, value in results if outcome != "passed"}
