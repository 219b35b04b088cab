"""What the book states about the company can be traced."""

import re
from pathlib import Path

import pytest

from prepbook.kinds import KINDS
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
def test_chapter_is_in_its_own_words(path: Path) -> None:
    """Facts carry over from the ledger, sentences don't: no run of eight words is shared."""
    copied = runs(path.read_text(encoding="utf-8")) & stated_runs()
    assert sorted(" ".join(run) for run in copied) == []


@pytest.mark.parametrize("id", sorted(the_book().checks))
def test_check_is_in_its_own_words(id: str) -> None:
    """The prompts, hints, feedback and solutions of checks are held to the same rule."""
    check = the_book().checks[id]
    copied = runs(" \n ".join(KINDS[check.spec.kind].cites(check))) & stated_runs()
    assert sorted(" ".join(run) for run in copied) == []


def stated_runs() -> set[tuple[str, ...]]:
    """Return every run of eight words in the ledger."""
    ledger = the_book().ledger
    stated = [claim.says for claim in ledger.claims.values()] + [item.about for item in ledger.conflicts.values()]
    return set().union(*map(runs, stated))


def test_run_of_eight_copied_words_would_be_found() -> None:
    """The comparison above can fail: a claim compared with itself is nothing but shared runs."""
    says = the_book().ledger.claims["A24"].says
    assert runs(f"Reported: {says}") >= runs(says) != set()
