"""The second book, in French, with nothing of the first: it builds, runs, judges and prints as the first does."""

import re
import subprocess
import sys
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from statistics import NormalDist

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from prepbook.kinds.code import CodeCheck
from prepbook.kinds.number import NumberCheck
from prepbook.pdf.destinations import page_numbers
from prepbook.words.catalogs import load_words
from tests.book import ROOT, the_book
from tests.examples.english import english_on
from tests.hosts import serving

BOOK = ROOT / "examples" / "statistiques"
BOOT_MS = 60_000
FRENCH, _, _ = load_words("fr", None, "")


def prepbook(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the book's folder."""
    line = [sys.executable, "-m", "prepbook.cli", *arguments]
    return subprocess.run(line, cwd=BOOK, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def french_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built book. Whatever a strict build warns of fails here."""
    target = tmp_path_factory.mktemp("statistiques") / "site"
    done = prepbook("build", "-d", str(target))
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return target


@pytest.fixture(scope="module")
def french_url(french_site: Path) -> Iterator[str]:
    """Return the URL under which it is served."""
    with serving(french_site) as url:
        yield url


def test_command_finds_nothing_wrong() -> None:
    """`prepbook validate` in the book's folder."""
    done = prepbook("validate")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Nothing is wrong with 9 chapters, 8 snippets, 13 checks")


def test_book_shows_nine_kinds_and_nothing_of_the_first() -> None:
    """Another book's names, pillars and files; no claims."""
    first, second = the_book(), the_book(BOOK)
    assert {check.spec.kind for check in second.checks.values()} == {
        *("code", "quiz", "number", "order", "match", "classify", "simulation", "rubric", "mock"),
    }
    assert not first.pillars.keys() & second.pillars.keys()
    assert not first.checks.keys() & second.checks.keys()
    assert not first.snippets.keys() & second.snippets.keys()
    assert not second.ledger.claims


def test_pages_are_french_to_the_last_word(french_site: Path) -> None:
    """The html element says so, and no message stands there in English, the page for lost readers included."""
    pages = sorted(french_site.rglob("*.html"))
    assert len(pages) == 10
    for file in pages:
        markup = file.read_text(encoding="utf-8")
        assert '<html lang="fr"' in markup
        assert english_on(markup, FRENCH) == set(), file


def test_a_sentence_of_ours_in_english_would_be_found() -> None:
    """The test above isn't blind: a page of the first book is full of them."""
    found = english_on("<p>about 5 minutes</p><button>Show that version</button><pre>First failing case</pre>", FRENCH)
    assert found == {"Show that version"}


def margin(n: float, p: float = 0.5) -> float:
    """Return the margin of a poll, in points."""
    return 196 * sqrt(p * (1 - p) / n)


POSITIFS = 0.01 * 0.9 + 0.99 * 0.05
FIGURES = {
    "marge-d-erreur": [margin(1000), 1.96**2 * 0.25 / 0.01**2, 1],
    "depistage": [0.9 / POSITIFS, 100 * 0.0081 / (0.0081 + 0.99 * 0.0025), 0.9 / 0.05],
}


@pytest.mark.parametrize("id", FIGURES)
def test_figures_are_what_the_formulas_give(id: str) -> None:
    """Worked out again, as the solutions do."""
    check = the_book(BOOK).checks[id]
    assert isinstance(check, NumberCheck)
    assert [part.answers[0] for part in check.spec.parts] == pytest.approx(FIGURES[id], rel=1e-4)


def test_statements_of_the_text_are_true() -> None:
    """Rates that chapters and feedback name without showing how one gets there."""
    normal = NormalDist()
    assert 2 * normal.cdf(1.96 / sqrt(2)) - 1 == pytest.approx(0.83, abs=0.01)  # a second study's estimate
    assert 1 / (1 - normal.cdf(3 - 1.5)) == pytest.approx(15, abs=0.1)  # one piece, three errors
    assert 1 - normal.cdf(3 - 1.5 * 2) == 0.5  # four pieces
    assert 1 / (1 - normal.cdf(4 - 1.5 * 2)) == pytest.approx(6.3, abs=0.01)
    assert 1 / (2 * (1 - normal.cdf(2))) == pytest.approx(22, abs=0.1)
    assert 0.2 * 0.9 / (0.2 * 0.9 + 0.8 * 0.05) > 4 / 5


def verify(section: Locator, source: str, verdict: str) -> None:
    """Put an answer into the box and press Check, in French."""
    section.get_by_role("textbox", name="Votre réponse").fill(source)
    section.get_by_role("button", name="Vérifier", exact=True).click()
    expect(section).to_have_attribute("data-verdict", verdict, timeout=BOOT_MS)
    expect(section).to_have_attribute("data-state", "done", timeout=BOOT_MS)


def test_reader_runs_and_is_judged_in_french(french_url: str, page: Page) -> None:
    """A snippet; the starter, which fails; a mistake by its name; the solution. No English of ours at any point."""
    page.goto(f"{french_url}regression/")
    snippet = page.locator('[data-snippet="regression/simpson.py"]')
    snippet.get_by_role("button", name="Exécuter", exact=True).click()
    expect(snippet).to_have_attribute("data-state", "done", timeout=BOOT_MS)
    assert snippet.locator("[data-output]").inner_text().strip() == _recorded("regression/simpson").strip()
    check = the_book(BOOK).checks["droite-des-moindres-carres"]
    assert isinstance(check, CodeCheck)
    section = page.locator(f"[data-check={check.id}]")
    verify(section, check.starter, "failed")
    expect(section.get_by_role("status")).to_have_text("Pas encore\u00a0: tests passés, 0 sur 6.")
    assert english_on(page.content(), FRENCH) == set()
    mistake = next(wrong for wrong in check.wrong if wrong.name == "couple_a_l_envers")
    verify(section, mistake.source, "failed")
    feedback = section.locator("[data-feedback=couple_a_l_envers]")
    expect(feedback).to_contain_text("l’énoncé demande la pente d’abord")
    expect(section.locator("[data-test='test_droite[points alignés]']")).to_have_attribute("data-outcome", "failed")
    assert english_on(page.content(), FRENCH) == set()
    verify(section, check.solution, "passed")
    expect(section.get_by_role("status")).to_have_text("Réussi\u00a0: tests passés, 6 sur 6.")
    assert english_on(page.content(), FRENCH) == set()


def _recorded(name: str) -> str:
    return (BOOK / "snippets" / f"{name}.out").read_text(encoding="utf-8")


@pytest.mark.slow
def test_paper_names_its_language_and_the_right_pages(tmp_path: Path) -> None:
    """/Lang is fr; a page number beside a link is that of the page where the link leads."""
    target = tmp_path / "livre.pdf"
    done = prepbook("pdf", "-o", str(target))
    assert done.returncode == 0, done.stdout + done.stderr
    with pikepdf.open(target) as pdf:
        assert str(pdf.Root.Lang) == "fr"
        places = page_numbers(pdf)
        links = [str(link.Contents) for page in pdf.pages for link in page.obj.get("/Annots", [])]
    with pypdfium2.PdfDocument(target) as pdf:
        texts = [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]
    assert "Sommaire" in texts[1]
    answers = next(number for name, number in places.items() if name.endswith("answer-depistage"))
    asked = next(number for name, number in places.items() if name.endswith("check-depistage"))
    where = rf"Réponses, avec les erreurs probables \(p\. ?{answers}\)"
    assert any(re.search(where, text) for text in texts[asked - 1 : asked + 2])
    assert any(link.endswith(f", page {answers}") for link in links)
    assert not any(re.search(r"another page|Back to", text) for text in (*texts, *links))
