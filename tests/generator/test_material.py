"""Material's faults are mended, each for as long as Material has it."""

from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from prepbook.material import MENDS, Mend, mended, without_heading_gap
from prepbook.render import phrasing

TEMPLATES = Path(get_theme_dir("material"))
LEVELS = [
    ("<h1>A</h1><h3 id='b'>B</h3><h4>C</h4>", "<h1>A</h1><h2 id='b'>B</h2><h3>C</h3>"),
    ("<h1>A</h1><h3>B</h3><h2>C</h2><h3>D</h3>", "<h1>A</h1><h2>B</h2><h2>C</h2><h3>D</h3>"),
    ("<h1>A</h1><h2>B</h2><h3>C</h3>", "<h1>A</h1><h2>B</h2><h3>C</h3>"),
    ("<h1>A</h1><p>B</p>", "<h1>A</h1><p>B</p>"),
]
TEXTS = [("<p>One</p>", "One"), ("<p>One</p>\n<p>Two</p>", "One<br><br>Two"), ("Plain", "Plain")]


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.template)
def test_each_mend_is_still_needed(mend: Mend) -> None:
    """Material's own template has the fault. When this fails, an upgrade has mended it: remove ours."""
    source = (TEMPLATES / mend.template).read_text(encoding="utf-8").replace("{{ tabindex }}", "")
    assert mend.fault.search(source)


def test_search_dialog_is_named_as_its_field_is() -> None:
    """So that the name comes in the book's language."""
    dialog = '<div data-md-component="search" role="dialog"><input name="query" aria-label="Suche"></div>'
    assert 'role="dialog" aria-label="Suche">' in mended(dialog)


def test_reloaded_page_does_not_open_its_drawer_by_itself() -> None:
    """What tells Firefox so has moved from the box to a form of its own, where HTML allows it."""
    source = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    html = mended(source)
    assert html.count('form="__state"') == 2
    assert html.count('<form id="__state" autocomplete="off" hidden></form>') == 1
    assert '" autocomplete="off">' not in html


@pytest.mark.parametrize(("html", "expected"), LEVELS)
def test_no_level_of_headings_is_skipped_below_the_title(html: str, expected: str) -> None:
    """A page that begins with checks has their titles on the second level; else they stay on the third."""
    assert without_heading_gap(html) == expected


@pytest.mark.parametrize(("html", "expected"), TEXTS)
def test_text_of_a_legend_holds_no_paragraph(html: str, expected: str) -> None:
    """HTML allows none there, nor in a label."""
    assert phrasing(html) == expected
