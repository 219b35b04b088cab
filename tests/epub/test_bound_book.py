"""The sample book as an EPUB: every promise holds, and every inspection finds what is wrong in a spoiled one."""

import hashlib
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from bs4 import BeautifulSoup
from ebooklib import epub

from tests.epub import inspections
from tests.epub.conftest import META, bind_sample
from tests.pdf import sample

INSPECTIONS = [
    pytest.param(inspections.against_the_standard, marks=pytest.mark.slow),  # half a minute, in Java
    inspections.dead_links,
    inspections.wrong_navigation,
    inspections.lost_code,
    inspections.unlisted_or_wordless_pictures,
    inspections.unlisted_files,
    inspections.scripts_and_remote_files,
    inspections.answers_beside_questions,
    inspections.sizes_and_colors_forced_on_readers,
]


@pytest.mark.parametrize("inspection", INSPECTIONS, ids=lambda inspection: inspection.__name__)
def test_bound_book_has_nothing_wrong(bound: Path, inspection: inspections.Inspection) -> None:
    """What the tools bind passes each inspection."""
    assert inspection(bound) == []


@pytest.mark.parametrize("inspection", INSPECTIONS, ids=lambda inspection: inspection.__name__)
def test_inspection_finds_what_is_wrong(spoiled: Path, inspection: inspections.Inspection) -> None:
    """An inspection that can't fail proves nothing: each finds its fault in a spoiled book."""
    assert inspection(spoiled) != []


def test_two_bindings_are_the_same_bytes(bound: Path, tmp_path: Path) -> None:
    """The same book of the same moment gives the same file."""
    again = bind_sample(tmp_path, "again.epub")
    sums = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (bound, again)]
    assert sums[0] == sums[1]


def test_kind_of_file_can_be_told_from_its_beginning(bound: Path) -> None:
    """The media type comes first, not compressed."""
    with ZipFile(bound) as book:
        first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert bound.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_documents_follow_the_navigation(bound: Path) -> None:
    """After cover, title page and contents come the chapters in the navigation's order, then the appendices."""
    package = inspections.pages(bound)["package.opf"]
    files = {item["id"]: item["href"] for item in package.find_all("item")}
    assert [files[item["idref"]] for item in package.find_all("itemref")] == [
        "cover.xhtml",
        "title.xhtml",
        "nav.xhtml",
        "home.xhtml",
        "measuring.xhtml",
        "practice.xhtml",
        "sources.xhtml",
        "appendix-solutions.xhtml",
        "appendix-answers.xhtml",
        "appendix-model-answers.xhtml",
        "appendix-mocks.xhtml",
        "appendix-index.xhtml",
    ]


def test_another_library_reads_it(bound: Path) -> None:
    """ebooklib finds title, language, name and the nested contents."""
    book = epub.read_epub(str(bound))
    assert (book.title, book.language) == (sample.META.title, "en")
    assert book.get_metadata("DC", "identifier")[0][0] == META.identifier
    section, chapters = book.toc[1]
    assert section.title == "First part"
    assert [chapter[0].title for chapter in chapters] == ["Measuring", "Practice"]


def test_title_page_says_which_edition_it_is(bound: Path) -> None:
    """Title, day, revision, notice, and the way to the live book."""
    text = inspections.pages(bound)["title.xhtml"].get_text()
    for part in (META.title, META.subtitle, "2026-11-21, revision 0123abc", META.notice, sample.SITE_URL):
        assert part in text


def test_package_says_how_it_can_be_read(bound: Path) -> None:
    """Shops and libraries show readers these: by which senses, with what help, with what risk."""
    package = inspections.pages(bound)["package.opf"]
    said = {str(meta.get("property")) for meta in package.find_all("meta")}
    wanted = {
        "accessMode",
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    }
    assert {f"schema:{name}" for name in wanted} <= said


def test_questions_and_answers_lead_to_each_other(bound: Path) -> None:
    """Across files, both ways."""
    pages = inspections.pages(bound)
    places = {
        "mean-of-numbers": "appendix-solutions.xhtml",
        "mean-quiz": "appendix-answers.xhtml",
        "mean-memo": "appendix-model-answers.xhtml",
        "mean-mock": "appendix-mocks.xhtml",
    }
    for check, file in places.items():
        question, answer = f"practice.xhtml#check-{check}", f"{file}#answer-{check}"
        assert pages["practice.xhtml"].select(f'[id="check-{check}"] a[href="{answer}"]')
        assert pages[file].select(f'[id="answer-{check}"] a[href="{question}"]')


def test_live_form_is_linked_and_coded(bound: Path) -> None:
    """A check leads to its live form; its QR code, on white paper with a margin, is a picture with a name."""
    url = f"{sample.SITE_URL}practice/#check-mean-quiz"
    practice = inspections.pages(bound)["practice.xhtml"]
    assert practice.select(f'a[href="{url}"]')
    (code,) = practice.select(f'img[alt="QR code of {url}"]')
    drawing = BeautifulSoup(inspections.files(bound)[str(code["src"])], "xml").find("svg")
    assert str(drawing["viewBox"]).startswith("-4 -4 ")  # type: ignore[index]
    assert drawing.find(True).name == "rect"  # type: ignore[union-attr]


def test_no_page_numbers_and_no_blanks(bound: Path) -> None:
    """What only paper can show, or take in, isn't there; every link has words instead."""
    pages = inspections.pages(bound).items()
    chapters = {name: page for name, page in pages if name not in ("package.opf", "cover.xhtml")}
    assert [
        name
        for name, page in chapters.items()
        if page.select(".pb-page-ref, .pb-room, .pb-box, .pb-blank, .pb-to-write")
    ] == []
    assert [
        str(link) for page in chapters.values() for link in page.find_all("a") if not link.get_text(strip=True)
    ] == []
