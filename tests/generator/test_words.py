"""Every word that a reader sees can be said in another language, and a catalog that can't be used says why."""

import argparse
import logging
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build

import prepbook
from prepbook.cli import main
from prepbook.commands.opened import open_book
from prepbook.epub import make_epub
from prepbook.pdf.book_page import build_print_html
from prepbook.pdf.build import _meta
from prepbook.pdf.collect import collect_chapters
from prepbook.words import ENGLISH, Words, gettext, ngettext, number, pgettext, speak
from prepbook.words.catalogs import known_languages, load_words, missing
from prepbook.words.messages import asked_for
from tests.generator.bookmaker import MKDOCS, build_book, report_of, write_book
from tests.generator.foreign import bracketed_words, write_foreign_book
from tests.generator.untranslated import untranslated


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Whatever a test makes the process speak, the next one finds English."""
    yield
    speak(ENGLISH)


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the foreign book, built."""
    root = write_foreign_book(tmp_path_factory.mktemp("foreign"))
    build_book(root)
    return root


def test_no_word_on_a_page_is_beyond_translation(foreign: Path) -> None:
    """Of what our templates and kinds say, all has come through the catalog, on the page for lost readers too."""
    pages = {file.relative_to(foreign / "site").as_posix(): file for file in (foreign / "site").rglob("*.html")}
    assert len(pages) >= 10
    said = "".join(file.read_text(encoding="utf-8") for file in pages.values())
    assert said.count("⟦") > 100
    left = {name: untranslated(file.read_text(encoding="utf-8")) for name, file in pages.items()}
    assert {name: words for name, words in left.items() if words} == {}


def test_language_of_pages_and_of_what_their_scripts_say(foreign: Path) -> None:
    """The html element names the language; scripts get the words, and no service worker keeps the English ones."""
    page = (foreign / "site" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ru"' in page
    assert re.search(r'data-words="assets/prepbook/words-[0-9a-f]{12}\.json"', page)
    edition = next((foreign / "site" / "assets" / "prepbook").glob("edition-*.js")).read_text(encoding="utf-8")
    assert "⟦This page isn't kept in your browser⟧" in edition


def test_no_word_on_paper_or_on_an_ereader_is_beyond_translation(foreign: Path, tmp_path: Path) -> None:
    """Headings, appendices, index, margins, contents, landmarks: all of the catalog."""
    config, plugin = open_book(argparse.Namespace(config_file=foreign / "mkdocs.yml"))
    chapters, appendices = collect_chapters(config, plugin, build, tmp_path / "site")
    page = build_print_html(chapters, appendices, _meta(config, "A4"))
    assert len(appendices) == 6
    assert '<html lang="ru"' in page
    assert 'content: "⟦Contents⟧"' in page
    assert untranslated(page) == set()
    config, plugin = open_book(argparse.Namespace(config_file=foreign / "mkdocs.yml"))
    make_epub(config, plugin, build, tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as book:
        parts = {name: book.read(name).decode() for name in book.namelist() if name.endswith((".xhtml", ".ncx"))}
        package = book.read("EPUB/package.opf").decode()
    assert {name: words for name, text in parts.items() if (words := untranslated(text, "xml"))} == {}
    assert '<meta property="schema:accessibilitySummary">⟦One document a chapter' in package
    assert "<dc:language>ru</dc:language>" in package


def test_french_is_complete_and_knows_its_places() -> None:
    """Each message has a text with the same places, set as French typography asks."""
    words, faults, lacks = load_words("fr", None, "")
    assert (faults, lacks, list(missing(words, "fr.po"))) == ([], [], [])
    for message in asked_for():
        forms = words.forms(message.text, message.context)
        for text in forms:
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", message.text)), text
            bare = re.sub(r"`[^`]*`", "", text)
            assert not re.search(r"[^\s\u202f][;!?](?:\s|$)| [;:!?»]|«[^\u00a0]|[^\u00a0]»|'", bare), text


def test_messages_are_found_in_sources_templates_tables_and_scripts() -> None:
    """One of each, with where it stands."""
    known = {(message.text, message.context): message.place for message in asked_for()}
    assert known["Take it along:", None].startswith("prepbook/templates/theme/main.html:")
    assert known["draft", None].startswith("prepbook/edition.py:")
    assert known["The assertion does not hold.", None].startswith("prepbook_grader/recorder.py:")
    assert known["Check", "button.check"] == "the page's scripts"
    assert known["Quiz", "kind of check"] == "prepbook/kinds/"
    assert ("The text is not a number in this form.", None) in known


PLAIN = re.compile(r">[^<{]*[A-Za-z]{3,}")
WITH_WORDS = {"prepbook-card.html"}  # names of Open Graph and HTML


def test_no_template_holds_a_word_of_its_own() -> None:
    """Between tags nothing stands but what is filled in: who writes a word there is told to say it by gettext."""
    folder = Path(prepbook.__file__).parent / "templates"
    bare = {}
    for file in sorted(folder.rglob("*.[hx]*ml")):
        if {"book", "checks", "serve"} & set(file.relative_to(folder).parts) or file.name in WITH_WORDS:
            continue
        text = re.sub(r"<style>.*?</style>|<dc:.*?>|<meta .*?</meta>|\{#.*?#\}", "", file.read_text(), flags=re.DOTALL)
        markup = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "{", text, flags=re.DOTALL)
        bare[file.relative_to(folder).as_posix()] = PLAIN.findall(markup)
    assert len(bare) > 40
    assert {name: words for name, words in bare.items() if words} == {}


FIGURES = {
    "en": ("1,234.5", "1 min read"),
    "fr": ("1\u202f234,5", "1\u00a0min de lecture"),
    "de": ("1.234,5", "1 min read"),
}


@pytest.mark.parametrize("language", FIGURES)
def test_figures_and_texts_follow_the_language(language: str) -> None:
    """A language that has no catalog yet still writes figures as it does."""
    words, _, _ = load_words(language, None, "")
    speak(words)
    assert (number("1,234.5"), gettext("{minutes} min read", minutes=1)) == FIGURES[language]


def test_counts_take_the_form_of_their_language() -> None:
    """French has 0 and 1 alike, English 1 alone."""
    english = [ngettext("{count} word", "{count} words", count) for count in (0, 1, 2)]
    assert english == ["0 words", "1 word", "2 words"]
    speak(load_words("fr-CA", None, "")[0])
    french = [ngettext("{count} minutes", "{count} minutes", count) for count in (0, 1, 2)]
    assert french == ["0\u00a0minute", "1\u00a0minute", "2\u00a0minutes"]
    assert pgettext("kind of check", "Code") == "Code"


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
IN_BRACKETS = MKDOCS.replace("- prepbook:", "- prepbook:\n      words: words.po")
# what the catalog says: what is wrong with it
FAULTS = {
    'msgid "Take it long:"\nmsgstr "A"\n': 'words.po:4: msgid: expected a message of prepbook, found "Take it long:". '
    'Did you mean "Take it along:"?',
    'msgid "Nothing of the kind"\nmsgstr "A"\n': "Remove it: prepbook words lists the messages there are.",
    'msgid "{minutes} min read"\nmsgstr "{minuten} Min."\n': 'words.po:4: msgstr of "{minutes} min read": expected '
    "places that the message has: minutes, found {minuten}. Correct it.",
    "msgid\n": "words.po: catalog: expected a gettext catalog (.po), found ",
    None: "found no such file. Write one with: prepbook words LANGUAGE -o FILE",
}


@pytest.mark.parametrize("text", FAULTS)
def test_catalog_that_cannot_be_used_stops_the_build(text: str | None, tmp_path: Path) -> None:
    """Its line, what was expected, what was found, what to do."""
    words = None if text is None else HEAD + text
    assert FAULTS[text] in report_of(write_book(tmp_path, **{"mkdocs.yml": IN_BRACKETS, "words.po": words}))


def test_book_says_single_things_otherwise(tmp_path: Path) -> None:
    """A catalog with one message changes that one; the rest is as prepbook says it, in English too."""
    own = (
        HEAD + 'msgctxt "button.run"\nmsgid "Run"\nmsgstr "Go"\n\nmsgid "{minutes} min read"\nmsgstr "{minutes} min!"\n'
    )
    site = build_book(write_book(tmp_path, **{"mkdocs.yml": IN_BRACKETS, "words.po": own}))
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "1 min!" in page
    assert "about 5 minutes" in page
    words = next((site / "assets" / "prepbook").glob("words-*.json")).read_text(encoding="utf-8")
    assert words == '{"language":"en","marks":{},"page":{"button.run":"Go"},"python":{}}'


def test_english_book_has_no_words_to_fetch(tmp_path: Path) -> None:
    """Scripts speak English by themselves."""
    site = build_book(write_book(tmp_path))
    assert "data-words" not in (site / "index.html").read_text(encoding="utf-8")
    assert list((site / "assets" / "prepbook").glob("words-*")) == []


def test_missing_text_is_a_warning_that_names_message_and_catalog(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One line for each; a language without a catalog gets one in all, with the languages that there are."""
    caplog.set_level(logging.WARNING, "mkdocs.plugins")
    whole = bracketed_words()
    lacking = whole.replace('msgstr "⟦Take it along:⟧"', 'msgstr ""')
    settings = IN_BRACKETS.replace("name: material,", "name: material, language: ru,")
    build_book(write_book(tmp_path / "one", **{"mkdocs.yml": settings, "words.po": lacking}))
    warned = [record.getMessage() for record in caplog.records]
    assert [line for line in warned if "words.po" in line] == [
        'prepbook: words.po: ru: expected a text for "Take it along:", which stands in '
        f"{_place('Take it along:')}, found none. Until there is one, readers see the English."
    ]
    caplog.clear()
    build_book(
        write_book(tmp_path / "two", **{"mkdocs.yml": MKDOCS.replace("name: material", "name: material, language: de")})
    )
    expected = f"one of {', '.join(known_languages())}, or a catalog in the plugin's option words"
    assert f"mkdocs.yml: theme: language: expected {expected}" in caplog.text
    assert "Write one, beginning with: prepbook words de -o words/de.po" in caplog.text


def _place(text: str) -> str:
    return next(message.place for message in asked_for() if message.text == text)


def test_command_writes_a_catalog_and_keeps_what_is_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every message; German's two forms; a second run adds what is new and loses nothing."""
    target = tmp_path / "words" / "de.po"
    assert main(["words", "de", "-o", str(target)]) == 0
    text = target.read_text(encoding="utf-8")
    assert "nplurals=2" in text
    assert text.count("msgid ") == len(asked_for()) + 1
    filled = text.replace('msgid "Take it along:"\nmsgstr ""', 'msgid "Take it along:"\nmsgstr "Zum Mitnehmen:"')
    target.write_text(filled.replace('msgid "draft"\nmsgstr ""\n', ""), encoding="utf-8")
    assert main(["words", "de", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == filled
    target.write_text(filled + '\nmsgid "Old"\nmsgstr "Alt"\n', encoding="utf-8")
    assert main(["words", "de", "-o", str(target)]) == 1
    assert 'expected a message of prepbook, found "Old"' in capsys.readouterr().err
    assert main(["words", "fr"]) == 0
    assert 'msgstr "À emporter\u00a0:"' in capsys.readouterr().out


def test_language_that_unicode_does_not_know_keeps_english_marks() -> None:
    """A name that is no language does no harm."""
    assert Words("tlh-xx").marks == {}
