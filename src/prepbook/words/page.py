"""What the page's scripts, and Python in the page, are told of the book's language."""

import json
from gettext import c2py

from prepbook.words import Words
from prepbook.words.messages import asked_for

_SAMPLES = (*range(200), 1_000, 1_000_000)  # among them is a count of each plural category of each language


def words_for_page(words: Words) -> bytes | None:
    """Return the file that pages fetch: texts by key, and by message for Python. None when English is all there is."""
    if words.language == "en" and not len(words.catalog):
        return None  # and no time is spent on asking what there is to say
    said = {message: forms for message in asked_for() if (forms := words.forms(message.text, message.context))}
    keyed = {message: forms for message, forms in said.items() if message.place == "the page's scripts"}
    page = {
        message.context: _by_category(words, forms) if message.plural else forms[0] for message, forms in keyed.items()
    }
    python = {message.text: forms[0] for message, forms in said.items() if message.runs_in_page}
    if not page and not python and words.language == "en":
        return None
    told = {"language": words.language, "marks": words.marks, "page": page, "python": python}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _by_category(words: Words, forms: tuple[str, ...]) -> dict[str, str]:
    """Return plural forms by the names that browsers' Intl.PluralRules has for them; catalogs only number them."""
    category = words.locale.plural_form if words.locale else (lambda count: "one" if count == 1 else "other")
    form = c2py(words.catalog.plural_expr)
    return {category(count): forms[int(form(count))] for count in reversed(_SAMPLES)}
