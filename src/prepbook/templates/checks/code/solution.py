# TODO: your own function, here, in starter.py, and in wrong/.
def double(x):
    """Return twice the number."""
    return 2 * x
