"""A process that draws a book again compiles no template twice, and none that has changed too seldom."""

from pathlib import Path
from unittest import mock

from jinja2 import Environment

from tests.generator.bookmaker import MKDOCS, build_book, write_book

OWN = '{{% extends "base.html" %}}{{% block extrahead %}}<meta name="{}">{{% endblock %}}'
WITH_OWN = MKDOCS.replace("font: false}", "font: false, custom_dir: own}")


def test_book_drawn_again_compiles_only_the_template_that_changed(tmp_path: Path) -> None:
    """And each page shows what the template says by now."""
    book = write_book(tmp_path / "book", **{"mkdocs.yml": WITH_OWN, "own/main.html": OWN.format("before")})
    assert '<meta name="before">' in (build_book(book) / "index.html").read_text(encoding="utf-8")
    (book / "own/main.html").write_text(OWN.format("after"), encoding="utf-8")
    with mock.patch.object(Environment, "compile", autospec=True, side_effect=Environment.compile) as compiled:
        page = (build_book(book) / "index.html").read_text(encoding="utf-8")
    assert '<meta name="after">' in page
    assert '<meta name="before">' not in page
    names = {call.args[2] for call in compiled.call_args_list if len(call.args) > 2}
    assert "main.html" in names
    assert "base.html" not in names
