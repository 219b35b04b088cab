"""Values that show themselves as a picture or as HTML."""

import pytest

from .helpers import run_program

SVG = "<svg viewBox='0 0 1 1'><title>A &amp; B</title></svg>"
XML = SVG.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')


def shown(body: str, last: str = "Shown()") -> str:
    """Return a program whose last line has a value of a class with this body."""
    return f"class Shown:\n    def __repr__(self): return 'a shown'\n    {body}\n{last}\n"


@pytest.mark.parametrize(
    ("source", "kind", "data", "alt"),
    [
        pytest.param(shown(f"def _repr_svg_(self): return {SVG!r}"), "svg", XML, "A & B", id="a picture and its title"),
        pytest.param(shown(f"def _repr_svg_(self): return {XML!r}"), "svg", XML, "A & B", id="it has its namespace"),
        pytest.param(shown("def _repr_html_(self): return '<b>x</b>'"), "html", "<b>x</b>", "a shown", id="HTML"),
        pytest.param(
            shown("def _repr_html_(self): return '<table><caption>Two <i>rows</i></caption></table>'"),
            "html",
            "<table><caption>Two <i>rows</i></caption></table>",
            "Two rows",
            id="a table and its caption",
        ),
        pytest.param(
            shown("_repr_alt_ = 'said so'\n    def _repr_html_(self): return ''"), "html", "", "said so", id="alt text"
        ),
        pytest.param(
            shown("def _repr_svg_(self): return None\n    def _repr_html_(self): return '-'"),
            "html",
            "-",
            "a shown",
            id="no picture today",
        ),
    ],
)
def test_a_final_value_shows_itself(source: str, kind: str, data: str, alt: str) -> None:
    """The report has the value's own text, and words for who can't see it."""
    assert run_program(source)[0]["rich"] == {"kind": kind, "data": data, "alt": alt}


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("'<svg></svg>'", id="a text is a text"),
        pytest.param(shown("def _repr_svg_(self): return '<svg/>'", "Shown"), id="the class itself"),
        pytest.param(shown("def _repr_svg_(self): return 3"), id="not a text"),
        pytest.param("from unittest.mock import MagicMock\nMagicMock()", id="a mock has every attribute"),
    ],
)
def test_other_values_are_shown_as_text(source: str) -> None:
    """Only a class that says how it is shown is."""
    report, _ = run_program(source)
    assert report["outcome"] == "ok"
    assert report["rich"] is None
    assert report["result"]


def test_a_picture_that_is_too_large_is_refused_with_its_size() -> None:
    """Half a picture would be no picture."""
    report, _ = run_program(shown("def _repr_svg_(self): return '<svg>' + ' ' * 2_500_000"))
    assert report["rich"] is None
    assert report["result"] == "a shown\n(not shown: _repr_svg_ gave 2.5 MB, more than 1 MB)"


def test_an_error_while_a_value_shows_itself_is_the_programs() -> None:
    """The reader sees the line of the method."""
    error = run_program(shown("def _repr_html_(self): return 1 / 0"))[0]["error"]
    assert error
    assert (error["type"], error["line"]) == ("ZeroDivisionError", 3)
