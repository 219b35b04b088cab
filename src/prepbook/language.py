"""The language of a book: what mkdocs.yml asks for is spoken from then on, and published for the pages' scripts."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from prepbook.errors import Finding
from prepbook.render import ASSETS, hashed_name
from prepbook.words import speak
from prepbook.words.catalogs import load_words
from prepbook.words.page import words_for_page


@dataclass(frozen=True)
class Language:
    """What a book's language means for its build: what is wrong with it, what it lacks, and a file for its pages."""

    faults: tuple[Finding, ...] = ()
    lacks: tuple[Finding, ...] = ()  # texts, in whose place the English stands
    for_page: bytes | None = None  # None: scripts speak English by themselves

    @property
    def url(self) -> str:
        """Where that file is, from the site's root; empty without one."""
        return f"{ASSETS}/{hashed_name('words.json', self.for_page)}" if self.for_page else ""

    @property
    def files(self) -> dict[str, bytes]:
        """That file by its URL, if there is one."""
        return {self.url: self.for_page} if self.for_page else {}


def language_of(config: MkDocsConfig) -> str:
    """Return the language that mkdocs.yml sets for its theme."""
    return str(config.theme.get("language") or "en")


def speak_as(config: MkDocsConfig, own: str, *, for_pages: bool) -> Language:
    """Speak the language of the book, with the texts of the book's own catalog `own`, relative to mkdocs.yml."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    words, faults, lacks = load_words(language_of(config), root / own if own else None, own)
    speak(words)
    return Language(tuple(faults), tuple(lacks), words_for_page(words) if for_pages else None)
