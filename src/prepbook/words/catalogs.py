"""Catalogs: those that prepbook brings, and a book's own, which adds a language or says single things otherwise."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from prepbook.errors import Finding, suggestion
from prepbook.words import Words
from prepbook.words.messages import Asked, asked_for

FOLDER = Path(__file__).parent / "languages"
SOURCE = "en"  # needs no catalog
_PLACE = re.compile(r"\{(\w+)\}")


def known_languages() -> list[str]:
    """Return the languages that prepbook speaks."""
    return sorted([SOURCE, *(file.stem for file in FOLDER.glob("*.po"))])


def load_words(language: str, own: Path | None, own_name: str) -> tuple[Words, list[Finding], list[Finding]]:
    """Return the words of a language, those of the book's own catalog first; what is wrong, and what is missing.

    `own_name` is how findings call that catalog. A language that has no catalog of its own takes the one of the
    language it belongs to: fr-CA that of fr.
    """
    brought = next((FOLDER / f"{name}.po" for name in (language, language.partition("-")[0]) if _has(name)), None)
    catalog = _read(brought) if brought else None
    if own is None:
        return (
            Words(language, catalog or Catalog()),
            [],
            [] if brought or _is_source(language) else [_no_catalog(language)],
        )
    try:
        additions = _read(own)
    except (OSError, ValueError, PoFileError) as error:
        do = "Write one with: prepbook words LANGUAGE -o FILE"
        found = "no such file" if isinstance(error, FileNotFoundError) else str(error)
        return (
            Words(language, catalog or Catalog()),
            [Finding(own_name, "catalog", "a gettext catalog (.po)", found, do)],
            [],
        )
    faults = [*_strangers(additions, own_name), *_wrong_places(additions, own_name)]
    words = Words(language, _merged(catalog, additions))
    return words, faults, [] if _is_source(language) else list(missing(words, own_name))


def missing(words: Words, name: str) -> Iterator[Finding]:
    """Yield a finding for each message that the words have no text for; `name` is how findings call the catalog."""
    for message in asked_for():
        if not words.forms(message.text, message.context):
            expected = f"a text for {_called(message)}, which stands in {message.place}"
            yield Finding(name, words.language, expected, "none", "Until there is one, readers see the English.")


def _has(language: str) -> bool:
    return (FOLDER / f"{language}.po").is_file()


def _is_source(language: str) -> bool:
    return language.partition("-")[0] == SOURCE


def _no_catalog(language: str) -> Finding:
    expected = f"one of {', '.join(known_languages())}, or a catalog in the plugin's option words"
    do = f"Write one, beginning with: prepbook words {language} -o words/{language}.po"
    return Finding("mkdocs.yml", "theme: language", expected, f'"{language}" without a catalog', do)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def _merged(brought: Catalog | None, own: Catalog) -> Catalog:
    """Return a catalog of both, in which what the book says counts."""
    if brought is None:
        return own
    for message in _translated(own):
        brought.delete(message.id, context=message.context)
        brought.add(message.id, message.string, context=message.context)
    return brought


def _translated(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id and not message.fuzzy and all(_all(message.string) or [""]))


def _strangers(own: Catalog, name: str) -> Iterator[Finding]:
    known = {(message.text, message.context or None): message for message in asked_for()}
    texts = [text for text, _ in known]
    for message in own:
        text = message.id if isinstance(message.id, str) else message.id[0]
        if text and (text, message.context or None) not in known:
            do = suggestion(text, texts, "Remove it: prepbook words lists the messages there are.")
            yield Finding(name, "msgid", "a message of prepbook", f'"{text}"', do, message.lineno)


def _wrong_places(own: Catalog, name: str) -> Iterator[Finding]:
    for message in _translated(own):
        ids, texts = _all(message.id), _all(message.string)
        there = set(_PLACE.findall(" ".join(ids)))
        for place in sorted(set(_PLACE.findall(" ".join(texts))) - there):
            expected = f"places that the message has: {', '.join(sorted(there)) or 'none'}"
            yield Finding(name, f'msgstr of "{ids[0]}"', expected, f"{{{place}}}", "Correct it.", message.lineno)


def _all(texts: str | Iterable[str] | None) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts or ())


def _called(message: Asked) -> str:
    return f'"{message.text}"' + (f" ({message.context})" if message.context else "")
