"""Every message that a reader may see: found in the sources, the templates, and what the page's scripts say."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from babel.messages.extract import extract_from_dir

from prepbook.kinds import KINDS
from prepbook.kinds.rubric import RANKS
from prepbook.runtime.assets import STATIC, MissingBundleError
from prepbook.words import KIND, RANK
from prepbook_grader.explain import EXPLANATIONS

ROOT = Path(__file__).parents[2]  # of prepbook and prepbook_grader
PROGRAMS = ("prepbook_grader/", "prepbook/curves.py")  # what runs in a reader's page, and speaks there
_METHODS = [
    ("prepbook/templates/book/**", "ignore"),
    ("prepbook/templates/checks/**", "ignore"),
    ("prepbook/templates/**.html", "jinja2.ext:babel_extract"),
    ("prepbook/templates/**.xml", "jinja2.ext:babel_extract"),
    ("prepbook/words/**", "ignore"),
    ("prepbook/**.py", "python"),
    ("prepbook_grader/**.py", "python"),
]
_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "gettext": None,
    "marked": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


@dataclass(frozen=True)
class Asked:
    """One message: its English text, what tells it from another of the same text, and where it stands."""

    text: str
    place: str
    context: str | None = None
    plural: str | None = None

    @property
    def id(self) -> str | tuple[str, str]:
        """The message as catalogs name it."""
        return (self.text, self.plural) if self.plural else self.text

    @property
    def runs_in_page(self) -> bool:
        """Whether Python says it in a reader's page."""
        return self.place.startswith(PROGRAMS)


@cache
def asked_for() -> tuple[Asked, ...]:
    """Return every message, each once, with the first place where it stands."""
    found: dict[tuple[str, str | None], Asked] = {}
    for message in (*_in_sources(), *_in_tables(), *_in_scripts()):
        found.setdefault((message.text, message.context), message)
    return tuple(found.values())


def _in_sources() -> Iterator[Asked]:
    for folder in ("prepbook_grader", "prepbook"):
        for name, line, message, _, context in extract_from_dir(
            ROOT / folder,
            [(_inside(folder, glob), how) for glob, how in _METHODS if glob.startswith(f"{folder}/")],
            keywords=_KEYWORDS,
        ):
            text, plural = message if isinstance(message, tuple) else (message, None)
            yield Asked(text, f"{folder}/{PurePosixPath(name).as_posix()}:{line}", context, plural)


def _inside(folder: str, glob: str) -> str:
    return glob.removeprefix(f"{folder}/")


def _in_tables() -> Iterator[Asked]:
    for _, _, text in EXPLANATIONS:
        yield Asked(text, "prepbook_grader/explain.py")
    for kind in KINDS:
        yield Asked(kind.capitalize(), "prepbook/kinds/", KIND)
    for rank in RANKS:
        yield Asked(rank.capitalize(), "prepbook/kinds/rubric.py", RANK)


def _in_scripts() -> Iterator[Asked]:
    """Yield what scripts say, by the key they say it by: the same English may be a button here and a heading there."""
    try:
        words = json.loads((STATIC / "words.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingBundleError from error
    for key, text in words.items():
        one, many = (text["one"], text["other"]) if isinstance(text, dict) else (text, None)
        yield Asked(one, "the page's scripts", key, many)
