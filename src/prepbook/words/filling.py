"""A catalog to be filled in: every message, with the texts that there are."""

from io import BytesIO
from pathlib import Path

from babel import UnknownLocaleError
from babel.messages import Catalog
from babel.messages.pofile import write_po

from prepbook.words import Words
from prepbook.words.messages import asked_for

_HEADER = """\
# {language}: the words of prepbook that readers see.
#
# What stands in {{braces}} is filled in; a text may put it elsewhere. "msgctxt" says where a text stands, or by which
# key the page's scripts say it. A text that is left empty is said in English.
"""


_OF_NO_USE = ('"Report-', '"POT-', '"PO-', '"Last-', '"Language-Team', '"Generated', "#, fuzzy", "#, python")


def to_fill_in(words: Words) -> Catalog:
    """Return a catalog of every message, in the order of the sources, with what `words` say."""
    try:
        catalog = Catalog(words.locale, project="prepbook", header_comment=_HEADER.format(language=words.language))
    except UnknownLocaleError:
        catalog = Catalog(project="prepbook")
    forms = words.catalog.num_plurals if words.catalog.locale else catalog.num_plurals
    for message in asked_for():
        known = words.forms(message.text, message.context)
        string = (known or ("",) * forms) if message.plural else (known[0] if known else "")
        place = message.place.rpartition(":")[0] or message.place  # without the line, which changes too often
        comments = [place] if message.context is None else []
        catalog.add(message.id, string, context=message.context, auto_comments=comments)
    return catalog


def write_catalog(catalog: Catalog, target: Path | None) -> str:
    """Write a catalog as text to a file, where one is named. Returns the text."""
    written = BytesIO()
    write_po(written, catalog, width=120, omit_header=False)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(_OF_NO_USE))
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return text
