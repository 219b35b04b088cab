"""The likelihood ratio itself, multiplied up; no logarithm anywhere."""


class ImpossibleTestError(ValueError):
    """Hypotheses or error rates that make no test."""


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not (0 < p0 < p1 < 1) or min(alpha, beta) <= 0 or max(alpha, beta) >= 0.5:
        raise ImpossibleTestError((p0, p1, alpha, beta))
    factor = {True: p1 / p0, False: (1 - p1) / (1 - p0)}
    stream, ratio, read = iter(outcomes), 1.0, 0
    while beta / (1 - alpha) < ratio < (1 - beta) / alpha:
        try:
            ratio *= factor[bool(next(stream))]
        except StopIteration:
            return "continue", read
        read += 1
    return "rollback" if ratio > 1 else "promote", read
