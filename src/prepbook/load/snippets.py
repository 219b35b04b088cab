"""Loads snippets: programs under snippets/ with what they print and the data beside them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from prepbook.book import Snippet
from prepbook.errors import Finding


def load_snippets(root: Path, data: Mapping[str, Iterable[str]]) -> tuple[dict[str, Snippet], list[Finding]]:
    """Load every NAME.py below `root`; `data` tells which files beside it a snippet asks for."""
    snippets: dict[str, Snippet] = {}
    findings: list[Finding] = []
    for file in sorted(root.rglob("*.py")):
        path = file.relative_to(root).as_posix()
        output = file.with_suffix(".out")
        contents: dict[str, str] = {}
        for name in data.get(path, ()):
            beside = file.parent / name
            if beside.is_file():
                contents[name] = beside.read_text(encoding="utf-8")
            else:
                findings.append(
                    Finding(f"snippets/{path}", "data", f"the file {name} beside it", "no such file", "Add the file.")
                )
        recorded = output.read_text(encoding="utf-8") if output.exists() else None
        snippets[path] = Snippet(path, file.read_text(encoding="utf-8"), recorded, contents)
    return snippets, findings
