"""TODO: what the reader who made this mistake should be told. One file for each mistake that people really make."""


def double(x):
    return x * x
