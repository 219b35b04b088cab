from statistics import median as of_the_library


def median(values):
    return of_the_library(values)
