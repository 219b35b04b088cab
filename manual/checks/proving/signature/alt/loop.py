def signature(results):
    found = {}
    for test, outcome, value in results:
        if outcome == "passed":
            continue
        found[test] = format(value, ".6g") if type(value) is float else repr(value)
    return found
