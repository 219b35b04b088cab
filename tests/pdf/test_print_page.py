"""The print page before any browser sees it."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from prepbook.errors import PrintError
from prepbook.pdf.artifacts import marked
from prepbook.pdf.book_page import build_print_html
from prepbook.pdf.code_lines import code_lines
from prepbook.pdf.elements import PrintElements
from prepbook.pdf.model import PrintChapter
from prepbook.pdf.paper_html import for_paper
from prepbook.validate import Proven
from prepbook_grader import Rich
from tests.pdf import sample


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("a\nb\n", ["a", "b"]),
        ("a\n\nb", ["a", "", "b"]),
        ('<span class="s">"""x\ny"""</span>', ['<span class="s">"""x</span>', '<span class="s">y"""</span>']),
        ("<b><i>1\n2</i>\n3</b>", ["<b><i>1</i></b>", "<b><i>2</i></b>", "<b>3</b>"]),
    ],
    ids=["plain", "empty line", "one element", "nested elements"],
)
def test_code_is_split_into_lines(html: str, lines: list[str]) -> None:
    """Each line is whole HTML, whatever ran over its end."""
    assert code_lines(html) == "\n".join(f'<span class="pb-line">{line}</span>' for line in lines)


def test_code_keeps_its_indentation() -> None:
    """Spaces between the spans of a highlighted line are part of the program."""
    html = "<pre><span></span><code><b>if</b> x:\n    <b>try</b>:\n        y\n</code></pre>"
    assert for_paper(html, "t").find("code").get_text() == "if x:\n    try:\n        y"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<h1>a</h1><h2>b</h2><h3>c</h3>", ["h1", "h2", "h3"]),
        ("<h1>a</h1><h3>b</h3><h4>c</h4>", ["h1", "h2", "h3"]),
        ("<h2>b</h2>", ["h1", "h2"]),
        ("<h1>a</h1><h1>b</h1>", ["h1", "h2"]),
    ],
    ids=["in order", "gap", "no title", "two titles"],
)
def test_headings_nest_without_gaps(html: str, levels: list[str]) -> None:
    """A chapter has one h1, and no level is left out below it."""
    assert [tag.name for tag in for_paper(html, "Title").find_all(["h1", "h2", "h3", "h4"])] == levels


def print_page(*chapters: PrintChapter) -> BeautifulSoup:
    """Return the print page of some chapters, parsed."""
    return BeautifulSoup(build_print_html(chapters, [], sample.META), "html.parser")


@pytest.mark.parametrize(
    ("url", "href", "anchor"),
    [
        ("", "deep/er/#x", "deep-er.x"),
        ("deep/er/", "../../", "home"),
        ("deep/er/", "../../index.html", "home"),
        ("deep/er/", "#x", "deep-er.x"),
        ("deep/er/", "../../#x", "home.x"),
        ("", "deep/er/#unknown", "deep-er"),
    ],
)
def test_links_between_chapters_stay_in_the_document(url: str, href: str, anchor: str) -> None:
    """A link is resolved against its own page's URL, and lands on an id that exists once."""
    chapters = [
        PrintChapter(page, page or "Home", f'<p id="x">x</p>{link}')
        for page in ("", "deep/er/")
        for link in [f'<a href="{href}">there</a>' if page == url else ""]
    ]
    soup = print_page(*chapters)
    link = soup.select_one(".pb-chapter a")
    assert link is not None
    assert link["href"] == f"#{anchor}"
    assert len(soup.find_all(id=anchor)) == 1


def test_ids_are_unique_in_the_document() -> None:
    """Two chapters may use the same id."""
    soup = print_page(PrintChapter("a/", "A", '<h2 id="x">x</h2>'), PrintChapter("b/", "B", '<h2 id="x">x</h2>'))
    ids = [str(tag["id"]) for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_link_out_of_the_book_leads_to_the_site() -> None:
    """A file that isn't a chapter is where the site has it; its address is written out."""
    soup = print_page(PrintChapter("a/", "A", '<a href="../files/data.csv">data</a>'))
    link = soup.select_one(".pb-chapter a")
    assert link is not None
    assert link["href"] == f"{sample.SITE_URL}files/data.csv"
    assert "handbook.example/book/files/data.csv" in link.get_text()


def test_link_to_nowhere_is_named() -> None:
    """Without an address for the site a link out of the book can't be kept."""
    chapters = [PrintChapter("a/", "A", '<a href="../gone/">gone</a>')]
    with pytest.raises(PrintError, match=r'a/: link: expected a chapter of the book, found a link to "\.\./gone/"'):
        build_print_html(chapters, [], replace(sample.META, site_url=None))


def test_checks_point_to_their_answers_and_back() -> None:
    """Question and answer link to each other across the book."""
    soup = BeautifulSoup(build_print_html(*sample.sample_chapters(), sample.META), "html.parser")
    places = {
        "mean-of-numbers": "appendix-solutions",
        "mean-quiz": "appendix-answers",
        "mean-memo": "appendix-model-answers",
        "mean-mock": "appendix-mocks",
    }
    for check, appendix in places.items():
        question, answer = f"practice.check-{check}", f"{appendix}.answer-{check}"
        assert soup.select(f'[id="{question}"] a[href="#{answer}"]')
        assert soup.select(f'[id="{answer}"] a[href="#{question}"]')


def test_written_answer_has_room_its_criteria_and_its_examples_in_the_back() -> None:
    """On paper one writes, scores by the same levels, and turns to the model answers with their points."""
    soup = BeautifulSoup(build_print_html(*sample.sample_chapters(), sample.META), "html.parser")
    worksheet = soup.select_one('[id="practice.check-mean-memo"]')
    answers = soup.select_one('[id="appendix-model-answers.answer-mean-memo"]')
    assert worksheet is not None
    assert answers is not None
    assert len(worksheet.select(".pb-room div")) >= 20
    assert [level.get_text(" ", strip=True) for level in worksheet.select(".pb-level")][-1] == "2 With its n."
    assert "memo says" not in worksheet.get_text()
    titles = [heading.get_text() for heading in answers.find_all("h3")]
    assert titles == ["Weak: 0 of 3 points", "Fair: 1 of 3 points", "Strong: 3 of 3 points"]


def test_mock_prints_as_a_plan_with_its_checks() -> None:
    """Each part names the checks it may be and leads to them within the document."""
    soup = BeautifulSoup(build_print_html(*sample.sample_chapters(), sample.META), "html.parser")
    links = [link["href"] for link in soup.select('[id="practice.check-mean-mock"] .pb-plan ul a')]
    assert links == [f"#practice.check-{id}" for id in ("mean-quiz", "mean-of-numbers", "mean-memo")]


def test_live_form_is_linked_and_coded() -> None:
    """A worksheet has the address of its live form, as text and as a QR code with a name."""
    soup = BeautifulSoup(build_print_html(*sample.sample_chapters(), sample.META), "html.parser")
    url = f"{sample.SITE_URL}practice/#check-mean-quiz"
    assert soup.select(f'a[href="{url}"]')
    assert soup.select(f'svg[aria-label="QR code of {url}"]')


def test_a_picture_is_printed_and_a_page_of_its_own_is_told_of() -> None:
    """A program's picture keeps its words; what has to be kept apart stays on the site."""
    svg: Rich = {"kind": "svg", "data": "<svg><rect/></svg>", "alt": "Three bars"}
    html: Rich = {"kind": "html", "data": "<script>x</script>", "alt": "Two rows"}
    path = "measuring/cosine.py"
    drawn = []
    for rich in (svg, html):
        proven = Proven({path: "printed\n"}, {path: rich})
        elements = PrintElements(sample.sample_book(), proven, str)
        drawn.append(for_paper(elements.snippet(path), "t"))
    picture, page = drawn
    assert [image["alt"] for image in picture.select('img[src^="data:image/svg+xml"]')] == ["Three bars"]
    assert "Two rows" in page.get_text()
    assert not page.select("script, iframe")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("/P <</MCID 0 >>BDC\n<01> Tj\nEMC", "/P <</MCID 0 >>BDC\n<01> Tj\nEMC"),
        ("1 0 0 rg\nBT\n<01> Tj\nET", "/Artifact BMC\n1 0 0 rg\nBT\n<01> Tj\nET\nEMC"),
        ("q\n0 0 9 9 re\nf\nQ", "q\n/Artifact BMC\n0 0 9 9 re\nf\nEMC\nQ"),
        ("0 0 9 9 re\nW* n\n0 0 1 1 re\nf", "0 0 9 9 re\nW* n\n/Artifact BMC\n0 0 1 1 re\nf\nEMC"),
        ("1 0 0 rg", "1 0 0 rg"),
    ],
    ids=["tagged", "text", "between q and Q", "after a clip", "paints nothing"],
)
def test_what_is_painted_without_a_tag_becomes_an_artifact(content: str, expected: str) -> None:
    """Running heads and rules are no part of the text; what has a tag keeps it."""
    assert b"\n".join(marked(content.encode().split(b"\n"))).decode() == expected


def test_readiness_prints_as_a_list_to_tick_off() -> None:
    """Each check once, below its pillar, with its minutes and a link to where it stands."""
    chapters, _ = sample.sample_chapters()
    practice = next(chapter for chapter in chapters if chapter.url == "practice/")
    rows = BeautifulSoup(practice.html, "html.parser").select(".pb-checklist > li")
    assert [row.get_text() for row in rows] == [
        "The mean of some numbers, about 10 minutes",
        "Means and medians, about 3 minutes",
        "A memo on the mean, about 15 minutes",
        "An interview about means, about 30 minutes",
    ]
    ids = ["mean-of-numbers", "mean-quiz", "mean-memo", "mean-mock"]
    assert [row.select("a")[0]["href"] for row in rows] == [f"./#check-{id}" for id in ids]
