"""The table of faults names tests that exist."""

import re
from pathlib import Path

HERE = Path(__file__).parent
TABLE = HERE / "FAULTS.md"
NAMED = re.compile(r"`([\w/]+(?:\.test\.js|\.py))::([^`]+)`")


def test_each_fault_names_a_test_that_exists() -> None:
    """By its function, or by its name in a table of cases; each row has one."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ") and not line.startswith("| fault")]
    assert len(rows) > 40
    missing = [row for row in rows if not (found := NAMED.search(row)) or not _exists(*found.groups())]
    assert missing == []


def _exists(path: str, name: str) -> bool:
    file = HERE / path
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    if name.startswith("test_"):
        return f"def {name}(" in text
    return any(f"{before}{name}{after}" in text for before, after in (('"', '":'), ('test("', '"')))
