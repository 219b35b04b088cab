"""A page is found by its title in the navigation, too."""

import json

import pytest

from prepbook.search import with_navigation_titles

NAMES = [
    ("The interview", "The five rounds", "The interview · The five rounds"),
    ("The interview", "The interview", "The interview"),
    ("Practice: data", "Data", "Practice: data"),
]
"""A page's heading, its title in the navigation, and what search calls it."""


@pytest.mark.parametrize(("heading", "title", "expected"), NAMES)
def test_page_is_called_by_heading_and_title(heading: str, title: str, expected: str) -> None:
    """By both where they differ; nothing is said twice."""
    index = json.dumps({"docs": [{"location": "a/", "title": heading, "text": ""}]})
    assert json.loads(with_navigation_titles(index, {"a/": title}))["docs"][0]["title"] == expected


def test_sections_of_a_page_keep_their_headings() -> None:
    """The title is the page's own."""
    index = json.dumps({"config": {}, "docs": [{"location": "a/#one", "title": "One", "text": "Text"}]})
    assert json.loads(with_navigation_titles(index, {"a/": "The five rounds"})) == json.loads(index)
