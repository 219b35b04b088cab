"""Chapters on their way into an EPUB: links, pictures, pieces."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from prepbook.epub.documents import make_documents
from prepbook.epub.links import plain_id
from prepbook.epub.model import Book, EpubError
from prepbook.pdf.model import PrintChapter
from tests.pdf.sample import SITE_URL


def bind(*html: str, site_url: str | None = SITE_URL, site: Path = Path(), largest: int = 200_000) -> Book:
    """Return the book of the chapters one/, two/ and so on."""
    urls = ["one/", "two/"][: len(html)]
    chapters = [PrintChapter(url, url[:-1].title(), text) for url, text in zip(urls, html, strict=True)]
    return make_documents(chapters, [], site, site_url, largest)


def parsed(book: Book, number: int = 0) -> BeautifulSoup:
    """Return one document."""
    return BeautifulSoup(book.documents[number].html, "html.parser")


@pytest.mark.parametrize(
    ("href", "site_url", "expected"),
    [
        ("../two/", SITE_URL, '<a href="two.xhtml">there</a>'),
        ("../two/index.html", SITE_URL, '<a href="two.xhtml">there</a>'),
        ("../two/#x:1", SITE_URL, '<a href="two.xhtml#x-3a-1">there</a>'),
        ("../two/#unknown", SITE_URL, '<a href="two.xhtml">there</a>'),
        ("../data.csv", SITE_URL, f'<a href="{SITE_URL}data.csv">there</a>'),
        ("../data.csv", None, "there"),
        ("https://example.org/", None, '<a href="https://example.org/">there</a>'),
        ("//example.org/", None, '<a href="https://example.org/">there</a>'),
    ],
)
def test_links_lead_into_the_book_or_to_the_site_or_are_words(href: str, site_url: str | None, expected: str) -> None:
    """No link is dead: what can be reached neither in the book nor on a site is no link."""
    book = bind(f'<p><a href="{href}">there</a></p>', '<p id="x:1">x</p>', site_url=site_url)
    assert f"<p>{expected}</p>" in book.documents[0].html


@pytest.mark.parametrize(
    ("id", "plain"), [("section", "section"), ("fn:1", "fn-3a-1"), ("2026", "_2026"), ("a b", "a-20-b")]
)
def test_ids_are_names_as_xml_wants_them(id: str, plain: str) -> None:
    """Markdown's footnotes have colons in theirs; two ids never become one."""
    assert plain_id(id) == plain


def test_long_chapter_is_cut_between_sections_and_its_links_follow() -> None:
    """Slow readers open short documents; whoever links to a section lands in the document that has it."""
    sections = "".join(f'<h2 id="s{number}">S{number}</h2><p>{"x" * 300}</p>' for number in range(4))
    book = bind(sections, '<a href="../one/#s3">last</a>', largest=800)
    assert [document.file for document in book.documents] == ["one.xhtml", "one-part2.xhtml", "two.xhtml"]
    assert max(len(document.html) for document in book.documents) <= 800
    assert 'href="one-part2.xhtml#s3"' in book.documents[2].html
    assert [entry.href for entry in book.contents[0].children] == [
        "one.xhtml#s0",
        "one.xhtml#s1",
        "one-part2.xhtml#s2",
        "one-part2.xhtml#s3",
    ]


def test_drawing_in_the_text_becomes_a_picture_with_its_words() -> None:
    """Old readers show an image where they skip a drawing; names in it keep their case."""
    book = bind('<figure><svg aria-label="A &quot;small&quot; box" viewBox="0 0 4 2"><rect/></svg></figure>')
    (image,) = parsed(book).find_all("img")
    assert image["alt"] == 'A "small" box'
    assert b'viewBox="0 0 4 2"' in book.pictures[str(image["src"])]


def test_picture_of_a_program_becomes_a_file() -> None:
    """A data URL isn't for e-readers; the same picture twice is one file."""
    image = '<img alt="A dot" src="data:image/svg+xml;charset=utf-8,%3Csvg viewBox=%220 0 1 1%22/%3E">'
    book = bind(image + image)
    assert len(book.pictures) == 1
    assert [image["src"] for image in parsed(book).find_all("img")] == 2 * list(book.pictures)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<img src="no.png">', r'one/: image: expected a file of the book, found "no\.png"'),
        ('<img src="https://example.org/x.png">', r'expected a file of the book, found "https://example\.org/x\.png"'),
        ('<img src="data:image/webp;base64,AAAA">', r"one/: image: expected one of \.svg, \.png"),
        ("<svg><g></svg>", "one/: drawing: expected well-formed SVG, found mismatched tag"),
    ],
    ids=["missing", "elsewhere", "unknown type", "broken drawing"],
)
def test_picture_that_cannot_be_in_the_book_is_named(html: str, message: str) -> None:
    """Binding stops and says where, what and what to do, before a reader finds a hole."""
    with pytest.raises(EpubError, match=message):
        bind(html)


def test_code_keeps_its_lines_and_loses_its_colors() -> None:
    """Keywords and comments show by weight and slant; nothing else is marked, and no line is lost."""
    source = '<span class="k">if</span> <span class="n">x</span>:\n\n    <span class="c1"># why</span>\n'
    code = parsed(bind(f"<pre><code>{source}</code></pre>")).find("code")
    assert isinstance(code, Tag)
    assert code.get_text() == "if x:\n\n    # why"
    assert [span["class"] for span in code.select("span:not(.pb-line)")] == [["k"], ["c"]]
    assert [line.get_text() for line in code.select(".pb-line")] == ["if x:\n", "\n", "    # why"]


def test_output_that_xml_cannot_hold_is_marked() -> None:
    """A program may print any character; a reader refuses a whole book for one that XML forbids."""
    code = parsed(bind("<pre><code>\x1b[1mbold</code></pre>")).find("code")
    assert isinstance(code, Tag)
    assert code.get_text() == "\ufffd[1mbold"


def test_options_have_letters_and_written_answers_no_room() -> None:
    """Nobody ticks boxes on e-ink: a letter can be kept in mind."""
    html = (
        '<div class="pb-check"><ul class="pb-options"><li><span class="pb-box"></span>One</li></ul>'
        '<p class="pb-label">Your answer</p><div class="pb-room"><div></div></div></div>'
    )
    check = parsed(bind(html)).select_one(".pb-check")
    assert str(check) == '<div class="pb-check"><ol class="pb-options" type="A"><li>One</li></ol></div>'
