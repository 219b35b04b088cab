"""A page is found by its title in the navigation, too."""

import json

from prepbook.search import with_navigation_titles

INDEX = {
    "config": {"lang": ["en"]},
    "docs": [
        {"location": "a/", "title": "The interview", "text": ""},
        {"location": "a/#one", "title": "One", "text": ""},
        {"location": "b/", "title": "Same", "text": "", "tags": ["own"]},
    ],
}


def test_title_that_is_no_heading_becomes_a_tag_of_the_page_alone() -> None:
    """Its sections keep their weight, and a page whose heading is its title stays as it is."""
    titles = {"a/": "The five rounds", "b/": "Same"}
    docs = json.loads(with_navigation_titles(json.dumps(INDEX), titles))["docs"]
    assert [doc.get("tags") for doc in docs] == [["The five rounds"], None, ["own"]]


def test_authors_tags_stay() -> None:
    """The title joins them."""
    docs = json.loads(with_navigation_titles(json.dumps(INDEX), {"b/": "Other"}))["docs"]
    assert docs[2]["tags"] == ["own", "Other"]
