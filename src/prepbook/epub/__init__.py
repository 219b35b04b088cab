"""The book as an EPUB 3: one document a chapter, for readers that set the text themselves."""

from prepbook.epub.build import make_epub
from prepbook.epub.model import EpubError

__all__ = ["EpubError", "make_epub"]
