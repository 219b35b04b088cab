"""The book on paper: a print page of all chapters, Chromium, and a repair of what Chromium leaves out."""

from prepbook.pdf.build import print_book

__all__ = ["print_book"]
