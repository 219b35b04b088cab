"""The words that a reader sees, in the book's language.

Sources and templates hold the English text, which is the message: `gettext("Take it along:")`. A catalog, one for each
language, gives another text for it, for Python, templates, the page's scripts and the grader alike; where it has none,
the English stands. The functions are named as gettext's, so that the usual tools find the messages; places in a text
are {named}, for a script and Python's own `str.format` know those too.

A process makes one book at a time, so its language is kept here, as gettext itself keeps it: handed on, it would stand
in the signature of every kind's `view`, of every filter and of every hook.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from gettext import c2py
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog
from babel.numbers import get_decimal_symbol, get_group_symbol
from markupsafe import Markup, escape

KIND = "kind of check"
"""The context of what a kind is called."""
RANK = "rank"
"""The context of what a model answer is called."""

_PLACE = re.compile(r"\{(\w+)\}")
_MARKS = re.compile(r"[.,](?=\d)")


@dataclass(frozen=True)
class Words:
    """A language, and what its catalog says in it."""

    language: str = "en"  # as in mkdocs.yml and in HTML: fr, pt-BR
    catalog: Catalog = field(default_factory=Catalog)

    def text(self, message: str, context: str | None = None) -> str:
        """Return the text for a message; the message itself where there is none."""
        found = self.forms(message, context)
        return found[0] if found else message

    def forms(self, message: str, context: str | None = None) -> tuple[str, ...]:
        """Return the text for a message in each plural form, one for a message without; empty where there is none."""
        entry = self.catalog.get(message, context)
        if entry is None or entry.fuzzy:
            return ()
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        return forms if all(forms) else ()

    def form(self, count: int) -> int:
        """Return which plural form a count takes."""
        return int(c2py(self.catalog.plural_expr)(count))

    @cached_property
    def locale(self) -> Locale | None:
        """What Unicode's CLDR knows of the language; None where it doesn't know it."""
        try:
            return Locale.parse(self.language, sep="-")
        except (UnknownLocaleError, ValueError):
            return None

    @cached_property
    def marks(self) -> dict[str, str]:
        """The decimal mark and what parts thousands, by how English writes them; empty where it is as in English."""
        if self.locale is None:
            return {}
        marks = {".": get_decimal_symbol(self.locale), ",": get_group_symbol(self.locale)}
        return {} if all(mark == here for mark, here in marks.items()) else marks


ENGLISH = Words()
_spoken = ENGLISH


def speak(words: Words) -> None:
    """Speak another language from now on."""
    global _spoken
    _spoken = words


def spoken() -> Words:
    """Return the language that is spoken now."""
    return _spoken


def marked(message: str) -> str:
    """Return the message as it is: it is found where it stands, and said later, by `gettext`."""
    return message


def gettext(message: str, **values: object) -> str:
    """Return the text for a message, its {places} filled."""
    return _filled(_spoken.text(message), values)


def pgettext(context: str, message: str, **values: object) -> str:
    """Return the text for a message that means something else elsewhere; `context` tells which is meant."""
    return _filled(_spoken.text(message, context), values)


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return the text for a count of things, which is {count} in it."""
    forms = _spoken.forms(one)
    text = forms[_spoken.form(count)] if forms else one if count == 1 else many
    return _filled(text, {"count": count, **values})


def number(figure: str) -> str:
    """Return a figure that Python formatted, as 1,234.5, with the marks of the language."""
    marks = _spoken.marks
    return _MARKS.sub(lambda mark: marks[mark[0]], figure) if marks else figure


def for_programs() -> dict[str, dict[str, str]]:
    """Return what a request to the grader says of the language of figures; nothing where it is as in English."""
    return {"words": _spoken.marks} if _spoken.marks else {}


def for_templates() -> dict[str, Any]:
    """Return the functions above for templates: their texts are HTML, and what fills a place is escaped."""

    def html(text: str, values: Mapping[str, object]) -> Markup:
        # Apostrophes stay: attributes of ours stand between double quotes.
        safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return Markup(_filled(safe, {name: escape(value) for name, value in values.items()}))

    def plural(one: str, many: str, count: int, **values: object) -> Markup:
        return html(ngettext(one, many, count), {"count": count, **values})

    return {
        "gettext": lambda message, **values: html(gettext(message), values),
        "pgettext": lambda context, message, **values: html(pgettext(context, message), values),
        "ngettext": plural,
        "number": lambda figure: number(str(figure)),
    }


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Fill the places that there are values for; others stay to be seen."""
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), text)
