"""Makes small real books in a folder, so that a test can break one thing and build."""

import logging
from pathlib import Path
from textwrap import dedent

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

MKDOCS = """
site_name: A small book
theme: {name: material, font: false}
plugins:
  - prepbook:
      pillars: {basics: The basics}
markdown_extensions: [pymdownx.superfences]
"""

CHAPTER = """
# A chapter

It is said [@A1].

``` { .python .run }
--8<-- "one/hello.py"
```

``` check
double
```
"""

CLAIMS = """
sources: {A: {title: A document, about: sums, note: short}}
claims:
  - {id: A1, source: A, topic: sums, kind: norm, says: Two and two are four.}
"""

CHECK = """
kind: code
title: Double a number
pillar: basics
minutes: 5
claims: [A1]
hints: [What is x and x]
"""

TEST = """
import pytest
from answer import double


@pytest.mark.parametrize("x", [0, 1, 2, 3])
def test_double(x: int) -> None:
    \"\"\"Twice the number.\"\"\"
    got = double(x)
    expected = x + x
    assert got == expected
"""

FILES = {
    "mkdocs.yml": MKDOCS,
    "docs/index.md": CHAPTER,
    "docs/claims.yml": CLAIMS,
    "snippets/one/hello.py": 'print("hello")\n',
    "snippets/one/hello.out": "hello\n",
    "checks/basics/double/check.yml": CHECK,
    "checks/basics/double/prompt.md": "Write `double(x)`.\n",
    "checks/basics/double/starter.py": "def double(x):\n    raise NotImplementedError\n",
    "checks/basics/double/solution.py": "def double(x):\n    return x + x\n",
    "checks/basics/double/test_double.py": TEST,
    "checks/basics/double/wrong/square.py": '"""That squares the number."""\n\n\ndef double(x):\n    return x * x\n',
    "checks/basics/double/wrong/same.py": '"""That gives x back."""\n\n\ndef double(x):\n    return x\n',
}


def write_book(root: Path, **changed: str | None) -> Path:
    """Write the small book below `root`. Keyword arguments are files to change by path; None leaves one out."""
    for name, text in {**FILES, **changed}.items():
        if text is None:
            continue
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    # Reports depend on nothing but their content, so that all small books share the repository's.
    shared = Path(__file__).parents[2] / ".cache"
    shared.mkdir(exist_ok=True)
    (root / ".cache").symlink_to(shared)
    return root


class Collected(logging.Handler):
    """Keeps what MkDocs logs as errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(record.getMessage())


def report_of(root: Path) -> str:
    """Build a book that can't be built. Returns the error that MkDocs shows."""
    collected = Collected()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    try:
        build_book(root)
    except Abort:
        return "\n".join(collected.messages)
    finally:
        logger.removeHandler(collected)
    return ""


def build_book(root: Path) -> Path:
    """Build the book as `mkdocs build` does. Returns the site's folder."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"
