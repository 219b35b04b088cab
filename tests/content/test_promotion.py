"""The figures in the two checks on a case for promotion are true of the notes that they're said of."""

from collections import Counter
from math import sqrt

import pytest

from prepbook.kinds.classify import ClassifyCheck
from prepbook.kinds.rubric import RubricCheck
from tests.book import the_book

WITH, WITHOUT, PILOTS = 7, 5, 12  # pilots converted with declining and without, of as many each
WRONG_WITH, WRONG_WITHOUT, QUESTIONS = 54, 186, 6_000
ANSWERED = 0.83
Z95, Z80 = 1.959964, 0.841621


def wilson(successes: int, n: int) -> tuple[float, float]:
    """Return the 95% interval of a share (Wilson 1927)."""
    share, square = successes / n, Z95**2
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z95 * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return middle - half, middle + half


def difference() -> tuple[float, float]:
    """Return the 95% interval of the difference in conversion (Newcombe 1998, method 10)."""
    one, other = WITH / PILOTS, WITHOUT / PILOTS
    (low_one, high_one), (low_other, high_other) = wilson(WITH, PILOTS), wilson(WITHOUT, PILOTS)
    low = one - other - sqrt((one - low_one) ** 2 + (high_other - other) ** 2)
    return low, one - other + sqrt((high_one - one) ** 2 + (other - low_other) ** 2)


def needed() -> float:
    """Return how many pilots a side show that difference in four of five trials, at a level of 5%."""
    one, other = WITH / PILOTS, WITHOUT / PILOTS
    both = (one + other) / 2
    spread = Z95 * sqrt(2 * both * (1 - both)) + Z80 * sqrt(one * (1 - one) + other * (1 - other))
    return (spread / (one - other)) ** 2


def case() -> RubricCheck:
    """Return the rubric."""
    check = the_book().checks["promotion-case"]
    assert isinstance(check, RubricCheck)
    return check


@pytest.mark.parametrize(
    ("text", "figure", "says"),
    [
        ("strong", WRONG_WITHOUT * ANSWERED, "would have left about 154"),
        ("strong", -100 * difference()[0], "from 21 points worse"),
        ("strong", 100 * difference()[1], "to 48 better"),
        ("strong", needed(), "About 140 pilots a side"),
        ("strong", 100 * (WITH - WITHOUT) / PILOTS, "a difference of 17 points"),
        ("fair", 100 * (WITH / WITHOUT - 1), "which is 40% more"),
    ],
    ids=["at random", "worst", "best", "pilots needed", "points", "relative"],
)
def test_figure_of_an_example_follows_from_the_folder(text: str, figure: float, says: str) -> None:
    """Each is computed anew from the notes, and stands in the text rounded."""
    said = " ".join(case().examples[text].split())
    assert says in said
    assert str(round(figure)) in says


def test_examples_use_the_notes_of_the_folder() -> None:
    """What they report is in the prompt: nobody is judged by facts that weren't given."""
    for fact in ("7 of 12", "5 of 12", "54 and 186", "83%", "61%", "38%", "46%", "11 of 18"):
        assert fact in case().prompt
    for text in ("fair", "strong"):
        assert "7 of 12" in case().examples[text]


def test_hints_count_the_lines_of_the_packet_rightly() -> None:
    """Two of each kind of evidence, and six that are none."""
    check = the_book().checks["promotion-evidence"]
    assert isinstance(check, ClassifyCheck)
    counts = Counter(item.answer for item in check.spec.items)
    assert counts == {"activity": 6, "hypothesis": 2, "measure": 2, "result": 2, "learning": 2}
    assert "Six of fourteen" in check.spec.solution
