"""A small book with everything in it, whose author writes with Russian letters, and whose words all stand in brackets.

Its author and Material's Russian use no letter of ours. So a word in Latin letters is either in brackets, and has come
through the catalog, or it is one of ours that no catalog can translate.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from prepbook.words import Words
from prepbook.words.catalogs import load_words
from prepbook.words.filling import to_fill_in, write_catalog
from tests.generator.bookmaker import FILES, write_book
from tests.generator.interviews import INTERVIEWS
from tests.generator.test_placements import PLACEMENT
from tests.generator.test_task_findings import KINDS
from tests.site.chartbook import CHART
from tests.site.chartbook import PROGRAM as CURVES
from tests.site.gamebook import CHECK as TANK
from tests.site.gamebook import MODEL

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абцдефгхийклмнопярстуввхуз"
_LETTERS = str.maketrans(LATIN + LATIN.upper(), RUSSIAN + RUSSIAN.upper())
_KEPT = re.compile(r"(\{\w+\}|\[@\w+\]|`[^`]*`|\*\*)")
# Fields of check.yml and claims.yml that hold names, which no reader sees, rather than texts.
_NAMES = {"kind", "pillar", "id", "answer", "from", "check", "visible", "claims", "between", "ending", "missed", "asks"}
_NAMES |= {"default", "value", "moves", "when", "tolerance"}

CONFIG = """
site_name: Книга
site_description: Описание
site_url: https://kniga.example/
theme: {name: material, language: ru, font: false}
extra: {generator: false}
plugins:
  - prepbook:
      words: words.po
      downloads: [dist/book.pdf, dist/book.epub]
      glossary: glossary.md
      pillars: {basics: Основы}
      every_claim_is_cited: false
markdown_extensions: [pymdownx.superfences, def_list, attr_list]
"""

RUN = '``` {{ .python .run{more} }}\n--8<-- "one/{name}.py"\n```\n'
HOME = "# Начало\n\nСказано [@A1]. Спорно [@X1]. Слово и слово.\n\n" + "\n".join(
    [
        RUN.format(name="hello", more=""),
        RUN.format(name="first", more=' session="сад"'),
        RUN.format(name="second", more=' session="сад"'),
        RUN.format(name="drawn", more=""),
        RUN.format(name="table", more=""),
        "[Источники](sources.md), ([источники](sources.md))\n\n``` downloads\n```\n",
    ]
)
PAGES = {
    "index": HOME,
    "code": "# Код\n\n``` check\ndouble\n```\n",
    "tasks": "# Задачи\n\n" + "\n".join(f"``` check\n{id}\n```\n" for id in (*KINDS, "sums", "placement")),
    "tank": "# Бак\n\n``` check\ntank\n```\n",
    "writing": "# Письмо\n\n``` check\nplan\n```\n",
    "mocks": "# Беседы\n\n``` check\nscreen\n```\n\n``` check\nloop\n```\n",
    "glossary": "# Словарь\n\nСлово { #word }\n:   Звук со смыслом.\n",
    "sources": "# Источники\n\n``` claims\n```\n\n``` conflicts\n```\n",
    "readiness": "# Готовность\n\n``` readiness\n```\n",
}
CLAIMS = """
sources: {A: {title: Бумага, about: счет, note: кратко}}
claims:
  - {id: A1, source: A, topic: счет, kind: норма, says: Два и два.}
  - {id: A2, source: A, topic: счет, kind: норма, says: Три и три.}
conflicts:
  - {id: X1, kind: спор, between: [A1, A2], about: Счет не сходится.}
"""
SHOWN = 'class Shown:\n    def {method}(self):\n        return """{data}"""\n\n\nShown()\n'
SNIPPETS = {
    "hello.py": 'print("привет")\n',
    "hello.out": "привет\n",
    "first.py": "сад = 1\n",
    "first.out": "",
    "second.py": "print(сад)\n",
    "second.out": "1\n",
    "drawn.py": SHOWN.format(method="_repr_svg_", data="<svg><title>Точка</title></svg>"),
    "drawn.out": "",
    "table.py": SHOWN.format(method="_repr_html_", data="<table><caption>Ряд</caption><tr><td>1</td></tr></table>"),
    "table.out": "",
}
EXTRA = "\nvisible: ['test_double[1-2]']\nfollow_ups: [{question: Why twice, answer: Потому}]\n"


TEST = """
import pytest
from answer import double


@pytest.mark.parametrize(("x", "expected"), [(0, 0), (1, 2), (2, 4), (3, 6)])
def test_double(x: int, expected: int) -> None:
    \"\"\"Twice the number.\"\"\"
    assert double(x) == expected
"""


def in_russian_letters(text: str) -> str:
    """Return a text with Russian letters, but for code, citations and places to fill."""
    parts = _KEPT.split(text)
    return "".join(part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in parts)


def _rewritten(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return value if name in _NAMES else {key: _rewritten(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return value if name in _NAMES else [_rewritten(each, name) for each in value]
    return in_russian_letters(value) if isinstance(value, str) and name not in _NAMES else value


def _check(text: str) -> str:
    return yaml.safe_dump(_rewritten(yaml.safe_load(text)), allow_unicode=True, sort_keys=False)


def _docstrings(source: str) -> str:
    return re.sub(r'"""(.*?)"""', lambda found: f'"""{in_russian_letters(found[1])}"""', source, flags=re.DOTALL)


def _checks() -> dict[str, str]:
    own = {
        **{f"checks/basics/{name}/check.yml": text for name, text in KINDS.items()},
        "checks/basics/placement/check.yml": PLACEMENT,
        "checks/basics/tank/check.yml": TANK,
        "checks/basics/tank/prompt.md": "Keep water in.\n",
        **{name: text for name, text in (FILES | INTERVIEWS).items() if name.startswith("checks/") and text},
        "checks/basics/double/check.yml": FILES["checks/basics/double/check.yml"] + EXTRA + CHART,
        "checks/basics/double/test_double.py": TEST,
    }
    made = {}
    for name, text in own.items():
        rewrite = _check if name.endswith(".yml") else _docstrings if name.endswith(".py") else in_russian_letters
        made[name] = rewrite(text)
    return made | {
        "checks/basics/tank/model.py": MODEL,
        "checks/basics/double/chart.py": CURVES.replace('"double"', '"дубль"'),
    }


def bracketed_words() -> str:
    """Return a catalog that says each message in brackets."""
    russian, _, _ = load_words("ru", None, "")
    catalog = to_fill_in(Words("ru", russian.catalog))
    for message in catalog:
        if message.id:
            texts = [message.id] if isinstance(message.id, str) else list(message.id)
            wrapped = tuple(f"⟦{text}⟧" for text in texts)
            message.string = wrapped[0] if len(wrapped) == 1 else (wrapped[0], wrapped[1], wrapped[1])
    return write_catalog(catalog, None)


def write_foreign_book(root: Path, **changed: str | None) -> Path:
    """Write the book below `root`, with some files changed by path."""
    own: dict[str, str | None] = {
        **dict.fromkeys(FILES),
        **_checks(),
        "mkdocs.yml": CONFIG,
        "words.po": bracketed_words(),
        "docs/claims.yml": CLAIMS,
        "dist/book.pdf": "%PDF",
        **{f"docs/{name}.md": text for name, text in PAGES.items()},
        **{f"snippets/one/{name}": text for name, text in SNIPPETS.items()},
    }
    return write_book(root, **{**own, **changed})
