"""How long a page takes to read: its prose counts, and nothing else."""

import pytest

from prepbook.reading import WORDS_PER_MINUTE, reading_minutes, with_reading_time

MINUTE = "word " * WORDS_PER_MINUTE
NOT_PROSE = [
    f"<pre>{MINUTE}</pre>",
    f"<svg><text>{MINUTE}</text></svg>",
    f'<section data-check="a">{MINUTE}</section>',
    f'<section data-snippet="a.py">{MINUTE}</section>',
    f"<span data-search-exclude>{MINUTE}</span>",
]


@pytest.mark.parametrize(("minutes", "expected"), [(0, 1), (1, 1), (3, 3), (12, 12)])
def test_prose_counts_at_the_pace_of_silent_reading(minutes: int, expected: int) -> None:
    """A page takes at least a minute."""
    assert reading_minutes(f"<h1>Title</h1><p>{MINUTE * minutes}</p>") == expected


@pytest.mark.parametrize("other", NOT_PROSE)
def test_what_is_not_prose_does_not_count(other: str) -> None:
    """Code, pictures, checks and the notes behind a word take no reading time."""
    assert reading_minutes(f"<p>{MINUTE * 2}</p>{other * 3}") == 2


def test_minutes_stand_below_the_first_title() -> None:
    """Once, and nowhere on a page without a title."""
    page = with_reading_time("<h1>One</h1><p>Text.</p><h1>Two</h1>")
    assert page.startswith('<h1>One</h1>\n<p class="pb-reading-time">1 min read</p>')
    assert page.count("min read") == 1
    assert with_reading_time("<p>Text.</p>") == "<p>Text.</p>"
