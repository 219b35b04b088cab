"""What the book states about the company can be traced."""

import re

import pytest

from tests.book import ROOT, pages, the_book

RUN_LENGTH = 8
PROSE = [path for path in pages() if path.suffix == ".md"]


def words(text: str) -> list[str]:
    """Return the words of a text, in lower case, without marks."""
    return re.findall(r"[a-z0-9%$]+", text.lower().replace("'", ""))


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of eight words."""
    all_words = words(text)
    return {tuple(all_words[start : start + RUN_LENGTH]) for start in range(len(all_words) - RUN_LENGTH + 1)}


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_chapter_is_in_its_own_words(path: object) -> None:
    """Facts carry over from the ledger, sentences don't: no run of eight words is shared."""
    assert isinstance(path, type(ROOT))
    ledger = the_book().ledger
    stated = [claim.says for claim in ledger.claims.values()] + [item.about for item in ledger.conflicts.values()]
    copied = runs(path.read_text(encoding="utf-8")) & set().union(*map(runs, stated))
    assert sorted(" ".join(run) for run in copied) == []


def test_run_of_eight_copied_words_would_be_found() -> None:
    """The comparison above can fail: a claim compared with itself is nothing but shared runs."""
    says = the_book().ledger.claims["A24"].says
    assert runs(f"Reported: {says}") >= runs(says) != set()
