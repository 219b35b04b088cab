"""Loads snippets: programs under snippets/ with what they print and the data beside them."""

from collections.abc import Mapping
from pathlib import Path

from prepbook.book import Reference, Snippet
from prepbook.errors import Finding


def load_snippets(root: Path, asked: Mapping[str, Reference]) -> tuple[dict[str, Snippet], list[Finding]]:
    """Load every NAME.py below `root`; `asked` has, by path, what the page that shows a snippet wants with it."""
    snippets: dict[str, Snippet] = {}
    findings: list[Finding] = []
    for file in sorted(root.rglob("*.py")):
        path = file.relative_to(root).as_posix()
        output = file.with_suffix(".out")
        contents: dict[str, str] = {}
        reference = asked.get(path, Reference("snippet", path, 0))
        for name in reference.data:
            beside = file.parent / name
            if beside.is_file():
                contents[name] = beside.read_text(encoding="utf-8")
            else:
                findings.append(
                    Finding(f"snippets/{path}", "data", f"the file {name} beside it", "no such file", "Add the file.")
                )
        recorded = output.read_text(encoding="utf-8") if output.exists() else None
        source = file.read_text(encoding="utf-8")
        snippets[path] = Snippet(path, source, recorded, contents, reference.limits)
    return snippets, findings
