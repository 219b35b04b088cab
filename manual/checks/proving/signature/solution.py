def signature(results):
    """Return {test: value} of the tests that did not pass."""
    return {test: as_text(value) for test, outcome, value in results if outcome != "passed"}


def as_text(value):
    return f"{value:.6g}" if isinstance(value, float) else repr(value)
