"""A small book that shows everything a page can hold, once, and never changes: for pictures of its pages."""

import shutil
from pathlib import Path

import prepbook
from tests.generator.bookmaker import CLAIMS, build_book, write_book
from tests.generator.interviews import INTERVIEWS
from tests.generator.test_placements import PLACEMENT
from tests.generator.test_task_findings import KINDS
from tests.site.gamebook import CHECK as TANK
from tests.site.gamebook import MODEL

HOME = """
# A page with a bit of everything

Two and two are four, it is said [@A1]. **Bold**, *italic*, `code`, and a [link](code.md).

| figure | value |
|---|---|
| two | 2 |
| four | 4 |

!!! note "Aside"
    Nothing in this book is true of anybody.

``` { .python .run }
--8<-- "one/hello.py"
```
"""


def _exercises(title: str, *ids: str) -> str:
    return "\n".join([f"# {title}\n", *(f"``` check\n{id}\n```\n" for id in ids)])


PAGES = {
    "home": HOME,
    "code": _exercises("Code", "double"),
    "quiz": _exercises("A quiz and figures", "sums", "number"),
    "sorting": _exercises("Orders, matches and classes", "order", "match", "classify"),
    "placing": _exercises("A placement", "placement"),
    "tank": _exercises("A tank", "tank"),
    "writing": _exercises("Writing", "plan"),
    "mocks": _exercises("Mocks", "screen"),
    "sources": "# Sources\n\n``` claims\n```\n",
    "readiness": "# My readiness\n\n``` readiness\n```\n",
}

FONTS = Path(prepbook.__file__).parent / "static" / "fonts"

# Pages are set in the reader's own type, and machines differ in theirs. Here they are set in what the PDF is set in.
TYPE = """
@font-face { font-family: Own; src: url(own-400.woff2); }
@font-face { font-family: Own; font-weight: 600 700; src: url(own-600.woff2); }
:root { --md-text-font: Own; --md-code-font: Own; }
input, textarea, select, button { font-family: Own; }
"""

CONFIG = """
site_name: A small book
theme:
  name: material
  font: false
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
plugins:
  - prepbook: {pillars: {basics: The basics}, every_claim_is_cited: false, offline: false}
markdown_extensions: [pymdownx.superfences, admonition, tables]
extra_css: [own.css]
"""


def build_picturebook(root: Path) -> Path:
    """Write and build the book below `root`. Returns the site's folder."""
    own: dict[str, str | None] = {
        "mkdocs.yml": CONFIG,
        "docs/own.css": TYPE,
        "docs/claims.yml": CLAIMS,
        **{f"docs/{'index' if name == 'home' else name}.md": text for name, text in PAGES.items()},
        **{f"checks/basics/{name}/check.yml": text for name, text in KINDS.items()},
        "checks/basics/placement/check.yml": PLACEMENT,
        "checks/basics/tank/check.yml": TANK,
        "checks/basics/tank/prompt.md": "Keep water in the tank.\n",
        "checks/basics/tank/model.py": MODEL,
    }
    written = {name: text for name, text in INTERVIEWS.items() if name.startswith("checks/") and "/loop/" not in name}
    book = write_book(root, **{**written, **own})
    for weight in (400, 600):
        shutil.copy(FONTS / f"source-sans-3-latin-{weight}-normal.woff2", book / "docs" / f"own-{weight}.woff2")
    return build_book(book)
