"""What authors are told, read from the code that says it: findings, and errors that end a command."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.generator.messages import GAP, messages  # the list by which tests ask whether each message is tried

SOURCE = Path(__file__).parents[2] / "src" / "prepbook"
ROOMS = ("config.py", "curves.py", "epub/", "kinds/", "pdf/", "stage.py")  # where an error is an author's to mend
ERRORS = {
    "ValueError": "expected {}, found …. Correct it.",  # of a model of check.yml: a finding is made of it
    "ValidationError": "{}",
    "FaultError": "curves: expected {}, found …. Correct what curves() returns.",
    "PrintError": "{}",
    "EpubError": "{}",
}


def said() -> Mapping[str, Sequence[str]]:
    """Return every message with … for what a book fills in, by module and what is expected there."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in messages():
        line = f"{each.field}: expected {each.expected}, found {each.found}. {each.do}"
        found[f"{_module(Path(each.module).relative_to('src/prepbook'))}: {each.expected}"].append(line)
    for module, text, line in _raised():
        found[f"{module}: {text}"].append(line)
    return {key: list(dict.fromkeys(lines)) for key, lines in found.items()}


def _raised() -> Iterator[tuple[str, str, str]]:
    for file in sorted(SOURCE.rglob("*.py")):
        name = file.relative_to(SOURCE)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if name.as_posix().startswith(ROOMS) else ():
            call = node.exc if isinstance(node, ast.Raise) else None
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ERRORS and call.args:
                text = _fixed(call.args[0])
                form = "{}" if text.startswith("play()") else ERRORS[call.func.id]
                yield _module(name), text, form.format(text)


def _module(path: Path) -> str:
    return path.with_suffix("").as_posix()


def _fixed(value: ast.expr) -> str:
    """Return the fixed words of a text."""
    if isinstance(value, ast.Call) and value.args:  # gettext("... {place} ...", place=...)
        return re.sub(r"\{\w+\}", GAP, _fixed(value.args[0]))
    parts = value.values if isinstance(value, ast.JoinedStr) else [value]
    words = "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in parts)
    return re.sub(f"{GAP}{GAP}+", GAP, words)
