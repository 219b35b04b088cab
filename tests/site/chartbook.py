"""A small book with a check that shows a chart after Check: doubling, as a curve."""

from pathlib import Path

from tests.generator.bookmaker import CHECK, FILES, MKDOCS, build_book, write_book

DOUBLE = "checks/basics/double"

CHART = """
chart:
  title: What doubling comes to
  description: A straight line through zero.
  x: Number
  y: Twice the number
"""

PROGRAM = '''
def curves(answer):
    """Return the doubles of 0 to 9."""
    return {"double": [(x, answer.double(x)) for x in range(10)]}
'''

CHARTBOOK: dict[str, str | None] = {
    **dict.fromkeys(name for name in FILES if name.startswith("snippets/")),
    "mkdocs.yml": MKDOCS.replace(
        "theme: {name: material, font: false}",
        "theme: {name: material, font: false, palette: [{scheme: default, toggle: {icon: material/weather-night, "
        "name: Dark}}, {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}]}",
    ),
    "docs/index.md": "# A chart\n\nIt is said [@A1].\n\n``` check\ndouble\n```\n",
    f"{DOUBLE}/check.yml": CHECK + CHART,
    f"{DOUBLE}/chart.py": PROGRAM,
}


def write_chartbook(root: Path, **changed: str | None) -> Path:
    """Write the small book below `root`, with some files changed by path."""
    return write_book(root, **{**CHARTBOOK, **changed})


def build_chartbook(root: Path) -> Path:
    """Write and build the book below `root`. Returns the site's folder."""
    return build_book(write_chartbook(root))
