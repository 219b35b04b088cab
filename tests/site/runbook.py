"""A small book for trying what programs can do to a page: a bench for any program, a session, values that show."""

from pathlib import Path

from tests.generator.bookmaker import FILES, build_book, write_book

CONFIG = """
site_name: A book of runs
theme:
  name: material
  font: false
  features: [navigation.instant]
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
plugins:
  - prepbook:
      pillars: {basics: The basics}
      every_claim_is_cited: false
markdown_extensions: [pymdownx.superfences]
"""

HOME = """
# Runs

``` { .python .run }
--8<-- "one/bench.py"
```

``` { .python .run limit="2" output-limit="20" }
--8<-- "one/tight.py"
```

``` { .python .run output-limit="20" memory-limit="200" }
--8<-- "one/lean.py"
```

``` check
double
```
"""

SESSION = """
# A session

``` { .python .run session="prices" }
--8<-- "s/first.py"
```

``` { .python .run session="prices" }
--8<-- "s/second.py"
```

``` { .python .run session="prices" }
--8<-- "s/third.py"
```

``` { .python .run }
--8<-- "s/alone.py"
```
"""

RICH = """
# Values that show themselves

``` { .python .run }
--8<-- "r/picture.py"
```

``` { .python .run }
--8<-- "r/table.py"
```
"""

PICTURE = '''
class Bars:
    def _repr_svg_(self):
        return """<svg width="60" height="20"><title>Three bars</title>
            <script>parent.hacked = 1</script>
            <rect width="60" height="20" fill="teal" onload="parent.hacked = 1"/></svg>"""


print("three")
Bars()
'''

TABLE = '''
class Table:
    def _repr_html_(self):
        return """<table><caption>Two rows</caption><tr><td>a<td>1<tr><td>b<td>2</table>
            <script>parent.document.title = "hacked"</script><img src="/pixel.png" onerror="parent.hacked = 1">"""


Table()
'''

PROGRAMS = {
    "one/bench.py": ('print("bench")\n', "bench\n"),
    "one/tight.py": ('print("tight")\n', "tight\n"),
    "one/lean.py": ('print("lean")\n', "lean\n"),
    "s/first.py": ("prices = [1, 2]\nprint(len(prices))\n", "2\n"),
    "s/second.py": ("prices.append(3)\nprint(len(prices))\n", "3\n"),
    "s/third.py": ("sum(prices)\n", "6\n"),
    "s/alone.py": ('print("prices" in globals())\n', "False\n"),
    "r/picture.py": (PICTURE, "three\n"),
    "r/table.py": (TABLE, ""),
}


def build_runbook(root: Path) -> Path:
    """Write and build the book below `root`. Returns the site's folder."""
    programs = {f"snippets/{path}": source for path, (source, _) in PROGRAMS.items()}
    outputs = {f"snippets/{path.removesuffix('.py')}.out": text for path, (_, text) in PROGRAMS.items()}
    own: dict[str, str | None] = {
        **dict.fromkeys(name for name in FILES if name.startswith("snippets/")),
        "mkdocs.yml": CONFIG,
        "docs/index.md": HOME,
        "docs/session.md": SESSION,
        "docs/rich.md": RICH,
    }
    return build_book(write_book(root, **own, **programs, **outputs))
