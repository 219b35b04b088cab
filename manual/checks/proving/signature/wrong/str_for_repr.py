"""`str` writes the text `"3"` and the number `3` alike. `repr` keeps the quotes, and with them the difference."""


def signature(results):
    return {
        test: f"{value:.6g}" if isinstance(value, float) else str(value)
        for test, outcome, value in results
        if outcome != "passed"
    }
