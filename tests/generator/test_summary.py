"""What a page says of itself to search engines and to places that show links."""

from pathlib import Path

import pytest

from prepbook.summary import DESCRIPTION_LENGTH, described, examine_social_picture, social_picture_url
from tests.generator.bookmaker import MKDOCS, build_book, report_of, write_book

SENTENCE = "Every word of it counts, and there are twelve of them here."
CITED = '<p>Two and two<span class="pb-cite"><button>A1</button><span data-search-exclude>It says</span></span>.</p>'
DERIVED = [
    ({}, f"<h1>Title</h1><p>{SENTENCE}</p><p>More.</p>", SENTENCE),
    ({"description": "My own."}, f"<p>{SENTENCE}</p>", "My own."),
    ({}, CITED, "Two and two."),
    ({}, "<p><img src='a.png'></p><p>Text</p>", "Text"),
    ({}, "<h1>Title</h1><ul><li>No prose</li></ul>", ""),
    ({}, f"<p>{SENTENCE} {SENTENCE} {SENTENCE}</p>", f"{SENTENCE} {SENTENCE}"),
    ({"description": 'What "it" means'}, "", "What &quot;it&quot; means"),
    ({"description": "A &amp; B"}, "", "A &amp; B"),
    ({}, "<p>a &lt; b</p>", "a &lt; b"),
]
"""Front matter, the page's content, the description."""


@pytest.mark.parametrize(("meta", "html", "expected"), DERIVED)
def test_description_is_the_authors_or_the_first_paragraphs(meta: dict[str, str], html: str, expected: str) -> None:
    """Whole sentences, without what stands behind a citation, and safe between quotes."""
    assert described(meta, html) == expected


def test_one_endless_sentence_ends_at_a_word() -> None:
    """A description isn't longer than result pages show."""
    text = described({}, f"<p>{'word ' * 100}</p>")
    assert text.endswith("word…")
    assert len(text) <= DESCRIPTION_LENGTH


def test_picture_has_a_whole_address_or_none() -> None:
    """Who shows a link to a page can't resolve a relative one."""
    assert social_picture_url("https://a.example/book/", "assets/card.png") == "https://a.example/book/assets/card.png"
    assert social_picture_url("", "assets/card.png") == ""
    assert social_picture_url("https://a.example/", "") == ""


@pytest.mark.parametrize("picture", ["assets/cart.png", "assets/card.svg"])
def test_picture_that_cannot_be_shown_is_a_finding(picture: str) -> None:
    """A file that isn't there or a kind that those places don't draw; with the nearest that would do."""
    (finding,) = examine_social_picture(picture, ["index.md", "assets/card.png", "assets/card.svg"], "mkdocs.yml")
    assert str(finding).startswith("mkdocs.yml: prepbook: social_picture: expected the path of a picture below docs/")
    assert 'Did you mean "assets/card.png"?' in str(finding)


def test_missing_picture_stops_the_build(tmp_path: Path) -> None:
    """With the other findings of a book, in one report."""
    settings = MKDOCS.replace("- prepbook:", "- prepbook:\n      social_picture: card.png")
    assert "social_picture: expected the path of a picture below docs/, ending in" in report_of(
        write_book(tmp_path / "book", **{"mkdocs.yml": settings})
    )


def test_small_book_without_an_address_has_a_card_of_words(tmp_path: Path) -> None:
    """What needs a whole address is left out; nothing relative stands in its place."""
    html = (build_book(write_book(tmp_path / "book")) / "index.html").read_text(encoding="utf-8")
    assert '<meta name="description" content="It is said.">' in html
    assert '<meta property="og:description" content="It is said.">' in html
    assert '<meta name="twitter:card" content="summary">' in html
    assert "og:url" not in html
    assert "og:image" not in html
